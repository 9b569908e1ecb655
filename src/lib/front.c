#include <stdbool.h>
#include <string.h>

#include "front.h"
#include "text.h"

/* The line that s begins with, without its LF; *next is what follows. */
static struct str
line_of(struct str s, struct str *next)
{
	const char *lf = s.n ? memchr(s.s, '\n', s.n) : NULL;
	size_t n = lf ? (size_t)(lf - s.s) : s.n;
	size_t skip = lf ? n + 1 : n;

	*next = (struct str){s.s + skip, s.n - skip};
	return (struct str){s.s, n};
}

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
	struct str rest = file, next, line = line_of(file, &next);

	while (next.n && !text_trim(line).n) {
		rest = next;
		line = line_of(rest, &next);
	}
	line = text_trim(line);
	while (line.n > 3 && line.s[line.n - 1] == '-')
		line.n--;
	return is_fence(line, "---") && is_key_line(line_of(next, &rest));
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
		return bad(d, 1, 1, "the first line is not '---'; nothing may stand before it, not even a blank or a blank line");
	if (begins(line, "<<<<<<< ", 8)) {
		diag_add(d, CHECK_CONFLICT, 1, 1, "a conflict marker; resolve the conflict");
		return FRONT_BAD;
	}
	return FRONT_NONE;
}

enum front_result
front_find(struct str file, struct front *out, struct diag *d)
{
	struct str rest = file, next, line;
	enum front_result opening;
	unsigned n = 1;

	if (begins(rest, "\xEF\xBB\xBF", 3))
		rest = (struct str){rest.s + 3, rest.n - 3};
	line = line_of(rest, &next);
	opening = check_opening(rest, line, d);
	if (opening != FRONT_FOUND)
		return opening;
	out->text.s = next.s;
	out->line = 2;
	for (rest = next; rest.n; rest = next) {
		line = line_of(rest, &next);
		n++;
		out->text.n = (size_t)(rest.s - out->text.s);
		if (out->text.n > FRONT_MAX)
			return bad(d, 1, 1, "front matter of more than 256 KiB; nothing of this file is read");
		if (!is_fence(line, "---") && !is_fence(line, "..."))
			continue;
		out->body = next;
		out->body_line = n + 1;
		return FRONT_FOUND;
	}
	return bad(d, 1, 1, "front matter is not closed; write '---' on a line of its own after the last field");
}
