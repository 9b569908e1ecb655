#include "html.h"
#include "text.h"

void
html_text(struct buf *b, struct str s)
{
	struct buf shown = {0};
	size_t i;

	text_show(&shown, s);
	for (i = 0; i < shown.n; i++) {
		switch (shown.s[i]) {
		case '&': buf_fmt(b, "&amp;"); break;
		case '<': buf_fmt(b, "&lt;"); break;
		case '>': buf_fmt(b, "&gt;"); break;
		case '"': buf_fmt(b, "&quot;"); break;
		case '\'': buf_fmt(b, "&#39;"); break;
		default: buf_chr(b, shown.s[i]);
		}
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
