#include "html.h"
#include "text.h"

/* Code points that XML has not, or HTML only with an error. */
static bool
is_noncharacter(uint32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

static void
put_character(struct buf *b, uint32_t cp, struct str s)
{
	size_t i;

	switch (cp) {
	case '&': buf_fmt(b, "&amp;"); return;
	case '<': buf_fmt(b, "&lt;"); return;
	case '>': buf_fmt(b, "&gt;"); return;
	case '"': buf_fmt(b, "&quot;"); return;
	case '\'': buf_fmt(b, "&#39;"); return;
	}
	for (i = 0; i < s.n && is_noncharacter(cp); i++)
		buf_fmt(b, "\\x%02X", (unsigned char)s.s[i]);
	if (!is_noncharacter(cp))
		buf_str(b, s);
}

void
html_text(struct buf *b, struct str s)
{
	struct buf shown = {0};
	uint32_t cp = 0;
	size_t i, n;

	text_show(&shown, s);
	for (i = 0; i < shown.n; i += n) {
		n = utf8_decode(shown.s + i, shown.n - i, &cp);
		put_character(b, cp, (struct str){shown.s + i, n});
	}
	buf_free(&shown);
}

static bool
is_kept(char c, bool path)
{
	return text_is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~' || (path && c == '/');
}

void
html_url(struct buf *b, struct str s, bool path)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (is_kept(s.s[i], path))
			buf_chr(b, s.s[i]);
		else
			buf_fmt(b, "%%%02X", (unsigned char)s.s[i]);
	}
}
