#include <stdbool.h>
#include <string.h>

#include "front.h"
#include "text.h"

static bool
is_fence(struct str line, const char *fence)
{
	return line.n >= 3 && memcmp(line.s, fence, 3) == 0 && text_trim((struct str){line.s + 3, line.n - 3}).n == 0;
}

static bool
begins(struct str s, const char *prefix, size_t n)
{
	return s.n >= n && memcmp(s.s, prefix, n) == 0;
}

static enum front_result
bad(struct diag *d, unsigned line, unsigned col, const char *what)
{
	diag_add(d, CHECK_FRONT_MATTER, line, col, "%s", what);
	return FRONT_BAD;
}

/* Whether a line begins with one word and a colon, as those of front matter do. */
static bool
is_key_line(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.s[n] != ':') {
		if ((unsigned char)line.s[n] <= ' ' || strchr("#*>()[]{}`\"'", line.s[n]))
			return false;
		n++;
	}
	return n > 0 && n < line.n && (n + 1 == line.n || strchr(" \t\r", line.s[n + 1]));
}

/* Whether blanks or blank lines stand before what would be front matter, or dashes are too many. */
static bool
is_displaced(struct str file)
{
	struct str rest = file, line;

	do
		line = text_trim(text_line(&rest));
	while (rest.n && !line.n);
	while (line.n > 3 && line.s[line.n - 1] == '-')
		line.n--;
	return is_fence(line, "---") && is_key_line(text_line(&rest));
}

static enum front_result
check_opening(struct str file, struct str line, struct diag *d)
{
	if (begins(file, "\xFF\xFE", 2) || begins(file, "\xFE\xFF", 2))
		return bad(d, 1, 1, "UTF-16; save the file as UTF-8");
	if (begins(line, "---\r", 4) && line.n > 4)
		return bad(d, 1, 4, "lines end in CR alone; end them with LF, as with tr '\\r' '\\n'");
	if (is_fence(line, "---"))
		return FRONT_FOUND;
	if (begins(line, "--- ", 4) || begins(line, "---\t", 4))
		return bad(d, 1, 5, "text after the opening '---'; write it on a line of its own");
	if (is_displaced(file))
		return bad(d, 1, 1, "front matter must begin with a line '---', without blanks or lines before it");
	if (begins(line, "<<<<<<< ", 8)) {
		diag_add(d, CHECK_CONFLICT, 1, 1, "a conflict marker; resolve the conflict");
		return FRONT_BAD;
	}
	return FRONT_NONE;
}

enum front_result
front_find(struct str file, struct front *out, struct diag *d)
{
	struct str rest, line;
	enum front_result opening;
	unsigned n = 1;

	if (begins(file, "\xEF\xBB\xBF", 3))
		file = (struct str){file.s + 3, file.n - 3};
	rest = file;
	line = text_line(&rest);
	opening = check_opening(file, line, d);
	if (opening != FRONT_FOUND)
		return opening;
	out->text.s = rest.s;
	out->line = 2;
	while (rest.n) {
		line = text_line(&rest);
		n++;
		out->text.n = (size_t)(line.s - out->text.s);
		if (out->text.n > FRONT_MAX)
			return bad(d, 1, 1, "front matter of more than 256 KiB; nothing of this file is read");
		if (!is_fence(line, "---") && !is_fence(line, "..."))
			continue;
		out->body = rest;
		out->body_line = n + 1;
		return FRONT_FOUND;
	}
	return bad(d, 1, 1, "front matter is not closed; write '---' on a line of its own after the last field");
}
