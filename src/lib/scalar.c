#include <string.h>

#include "date.h"
#include "scalar.h"
#include "text.h"

/* Words that some reader takes for something else than text. */
static bool
is_special(struct str s)
{
	static const char *const words[] = {
		"null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "+.inf", "-.inf", "<<", "=",
	};
	size_t i;

	for (i = 0; i < LEN(words); i++)
		if (text_is(s, words[i]))
			return true;
	return false;
}

static bool
consists_of(struct str s, const char *characters)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!strchr(characters, s.s[i]))
			return false;
	return true;
}

/* What some reader takes for a number, of any base or in sixties, or for a time. A day that there is may stay. */
static bool
is_other_type(struct str s)
{
	day d;

	if (!strchr("+-.0123456789", *s.s))
		return is_special(s);
	if (s.n == sizeof "YYYY-MM-DD" - 1 && s.s[4] == '-' && date_parse(s, &d) == DATE_OK)
		return false;
	return is_special(s) || consists_of(s, "+-.:_,xXoOabcdefABCDEF0123456789")
	    || (s.n > 4 && s.s[4] == '-' && consists_of(s, "0123456789-+:.TtZz "));
}

/* What ends a plain scalar within it. */
static bool
is_broken(struct str s, size_t i, bool flow)
{
	if (flow && strchr(",[]{}?", s.s[i]))
		return true;
	return s.s[i] == ':' ? i + 1 == s.n || s.s[i + 1] == ' ' : s.s[i] == '#' && s.s[i - 1] == ' ';
}

bool
scalar_is_plain(struct str s, bool flow)
{
	size_t i;

	if (!s.n || strchr("-?:,[]{}#&*!|>'\"%@`~ ", *s.s) || s.s[s.n - 1] == ' ')
		return false;
	for (i = 0; i < s.n; i++)
		if (is_broken(s, i, flow))
			return false;
	return !is_other_type(s);
}

static void
write_quoted(struct buf *b, struct str s, char quote)
{
	size_t i;

	buf_chr(b, quote);
	for (i = 0; i < s.n; i++) {
		if (quote == '\'' && s.s[i] == '\'')
			buf_chr(b, '\'');
		if (quote == '"' && (s.s[i] == '"' || s.s[i] == '\\'))
			buf_chr(b, '\\');
		buf_chr(b, s.s[i]);
	}
	buf_chr(b, quote);
}

void
scalar_write(struct buf *b, struct str s, enum scalar_style style, bool flow)
{
	if (style == SCALAR_PLAIN && scalar_is_plain(s, flow))
		buf_str(b, s);
	else
		write_quoted(b, s, style == SCALAR_SINGLE ? '\'' : '"');
}
