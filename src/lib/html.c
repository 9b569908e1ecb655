#include "html.h"
#include "text.h"

/* Code points that XML has not, or HTML only with an error. */
static bool
is_noncharacter(uint32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

/* How a character is written where it is not written as it is; NULL: it is. */
static const char *
reference(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

/* Adds the code point that s begins with. Returns its bytes. */
static size_t
put_code(struct buf *b, struct str s)
{
	uint32_t cp = 0;
	size_t n = utf8_decode(s.s, s.n, &cp), i;

	for (i = 0; i < n && is_noncharacter(cp); i++)
		buf_fmt(b, "\\x%02X", (unsigned char)s.s[i]);
	if (!is_noncharacter(cp))
		buf_add(b, s.s, n);
	return n;
}

static bool
is_plain(char c)
{
	return (unsigned char)c < 0x80 && !reference(c);
}

void
html_text(struct buf *b, struct str s)
{
	struct buf shown = {0};
	size_t i, plain;

	text_show(&shown, s);
	for (i = 0; i < shown.n;) {
		for (plain = i; plain < shown.n && is_plain(shown.s[plain]);)
			plain++;
		buf_add(b, shown.s + i, plain - i);
		i = plain;
		if (i < shown.n && reference(shown.s[i]))
			buf_fmt(b, "%s", reference(shown.s[i++]));
		else if (i < shown.n)
			i += put_code(b, (struct str){shown.s + i, shown.n - i});
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

	if (path && s.n > 1 && s.s[0] == '/' && s.s[1] == '/')
		buf_fmt(b, "/.");
	for (i = 0; i < s.n; i++) {
		if (is_kept(s.s[i], path))
			buf_chr(b, s.s[i]);
		else
			buf_fmt(b, "%%%02X", (unsigned char)s.s[i]);
	}
}
