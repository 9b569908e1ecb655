#include <stdarg.h>
#include <string.h>

#include "plan.h"
#include "text.h"

bool
plan_refuse(struct plan *p, unsigned line, unsigned col, const char *fmt, ...)
{
	struct buf b = {0};
	va_list ap;

	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	buf_chr(&b, '\0');
	diag_add(p->d, CHECK_VALUE, line, col, "%s", b.s);
	buf_free(&b);
	return false;
}

void
plan_marker(struct buf *b, struct str marker, bool next)
{
	size_t start = 0, end;
	unsigned n = 0;

	while (start < marker.n && (marker.s[start] == ' ' || marker.s[start] == '\t'))
		start++;
	for (end = start; end < marker.n && end - start < 9 && marker.s[end] >= '0' && marker.s[end] <= '9'; end++)
		n = n * 10 + (unsigned)(marker.s[end] - '0');
	if (end == start || !next) {
		buf_str(b, marker);
		return;
	}
	buf_add(b, marker.s, start);
	buf_fmt(b, "%u", n + 1);
	buf_add(b, marker.s + end, marker.n - end);
}

bool
plan_text_stays(struct plan *p, bool glued)
{
	struct str given = p->change->text, text = reader_without_separators(given, glued);
	uint32_t cp;

	reader_direction((struct str){0}, &text);
	if (text.n == given.n)
		return true;
	return plan_refuse(p, 0, 0, "the text cannot begin with %s, which would be read as something else; begin with a word",
	    diag_quote(p->d, (struct str){given.s, utf8_decode(given.s, given.n, &cp)}));
}

size_t
plan_line_start(const struct plan *p, size_t at)
{
	while (at && p->file.s[at - 1] != '\n')
		at--;
	return at;
}

size_t
plan_line_end(const struct plan *p, size_t at)
{
	const char *lf = at < p->file.n ? memchr(p->file.s + at, '\n', p->file.n - at) : NULL;

	return lf ? (size_t)(lf - p->file.s) + 1 : p->file.n;
}

size_t
plan_offset(const struct plan *p, const char *part)
{
	return (size_t)(part - p->file.s);
}

/* The offset of a place in the front matter, as a node has it. */
static size_t
place(const struct plan *p, unsigned line, unsigned col)
{
	size_t at = plan_offset(p, p->w->front.text.s);
	unsigned l;

	for (l = p->w->front.line; l < line; l++)
		at = plan_line_end(p, at);
	return at + text_offset((struct str){p->file.s + at, p->file.n - at}, col);
}

size_t
plan_node(const struct plan *p, const struct node *n)
{
	return place(p, n->line, n->col);
}

size_t
plan_node_end(const struct plan *p, const struct node *n)
{
	return place(p, n->end_line, n->end_col);
}

/* A block of text ends where the next line begins. */
size_t
plan_node_line_end(const struct plan *p, const struct node *n)
{
	size_t end = plan_node_end(p, n);

	if (n->end_line > n->line && end && p->file.s[end - 1] == '\n')
		return plan_without_blanks(p, plan_node(p, n), end);
	return plan_line_end(p, end);
}

enum scalar_style
plan_style(const struct plan *p, const struct node *n)
{
	char c = n->kind == NODE_SCALAR && !n->plain ? p->file.s[plan_node(p, n)] : 0;

	return c == '\'' ? SCALAR_SINGLE : c == '"' ? SCALAR_DOUBLE : SCALAR_PLAIN;
}

static struct str
line_at(const struct plan *p, size_t line)
{
	return (struct str){p->file.s + line, plan_line_end(p, line) - line};
}

bool
plan_is_blank(const struct plan *p, size_t line)
{
	return text_trim(line_at(p, line)).n == 0;
}

size_t
plan_indent(const struct plan *p, size_t line)
{
	size_t columns = 0;

	for (; line < p->file.n && (p->file.s[line] == ' ' || p->file.s[line] == '\t'); line++)
		columns = p->file.s[line] == '\t' ? columns / 4 * 4 + 4 : columns + 1;
	return columns;
}

bool
plan_is_item(const struct plan *p, size_t line)
{
	struct str s = text_trim(line_at(p, line));
	size_t n = 0;

	while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9')
		n++;
	if (!n)
		return s.n > 1 && strchr("-*+", *s.s) && (s.s[1] == ' ' || s.s[1] == '\t');
	return n + 1 < s.n && (s.s[n] == '.' || s.s[n] == ')') && (s.s[n + 1] == ' ' || s.s[n + 1] == '\t');
}

/* Whether a line is nothing but three or more of a character, and blanks: what divides a text. */
static bool
is_divider(struct str s)
{
	size_t i, n = 0;

	if (!s.n || !strchr("-*_", *s.s))
		return false;
	for (i = 0; i < s.n; i++) {
		if (s.s[i] != *s.s && s.s[i] != ' ' && s.s[i] != '\t')
			return false;
		n += s.s[i] == *s.s;
	}
	return n >= 3;
}

const struct body_line *
plan_line(const struct plan *p, size_t line)
{
	const struct body *b = &p->w->body;
	size_t lo = 0, hi = b->nlines;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (plan_offset(p, b->lines[mid].text.s) < line)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < b->nlines && plan_offset(p, b->lines[lo].text.s) == line ? &b->lines[lo] : NULL;
}

/* Whether a line closes what an item stands in: an element of HTML, or a comment of Obsidian. */
static bool
is_closing(struct str s)
{
	return s.n > 1 && (memcmp(s.s, "</", 2) == 0 || memcmp(s.s, "%%", 2) == 0);
}

/* Whether a line that is not indented, right below an item, goes on with it, as Markdown has it, or quotes for it. */
static bool
goes_on(const struct plan *p, size_t line)
{
	const struct body_line *l = plan_line(p, line);

	if (!l || l->level || (l->kind != LINE_OTHER && l->kind != LINE_CODE))
		return false;
	return l->kind == LINE_CODE
	    || !(plan_is_item(p, line) || is_divider(l->text) || is_closing(l->text) || *l->text.s == '|');
}

static bool
is_code(const struct plan *p, size_t line)
{
	const struct body_line *l = plan_line(p, line);

	return l && l->kind == LINE_CODE;
}

size_t
plan_item_end(const struct plan *p, size_t line)
{
	size_t indent = plan_indent(p, line), end = plan_line_end(p, line), next, last = line;
	bool after_blank = false, within;

	for (next = end; next < p->file.n; next = plan_line_end(p, next)) {
		if (plan_is_blank(p, next)) {
			after_blank = true;
			continue;
		}
		within = is_code(p, last) && is_code(p, next);
		if (plan_indent(p, next) <= indent && !within && (after_blank || !goes_on(p, next)))
			break;
		after_blank = false;
		last = next;
		end = plan_line_end(p, next);
	}
	return end;
}

bool
plan_hangs(const struct plan *p, size_t line)
{
	size_t indent = plan_indent(p, line), above;

	for (above = line; indent && above;) {
		const struct body_line *l;

		above = plan_line_start(p, above - 1);
		l = plan_line(p, above);
		if (l && l->text.n && (l->level || plan_indent(p, above) < indent))
			return !l->level && plan_is_item(p, above);
	}
	return false;
}

size_t
plan_without_blanks(const struct plan *p, size_t from, size_t at)
{
	while (at > from) {
		size_t line = plan_line_start(p, at - 1);

		if (!plan_is_blank(p, line))
			break;
		at = line;
	}
	return at;
}

/* How the line that ends at an offset ends; where it does not, as the first one does. */
static struct str
line_break(const struct plan *p, size_t line_end)
{
	const char *lf;

	if (!line_end || p->file.s[line_end - 1] != '\n') {
		lf = p->file.n ? memchr(p->file.s, '\n', p->file.n) : NULL;
		line_end = lf ? (size_t)(lf - p->file.s) + 1 : 0;
	}
	return line_end > 1 && p->file.s[line_end - 2] == '\r' ? STR("\r\n") : STR("\n");
}

static void
put_lines(struct plan *p, struct str lines, struct str end)
{
	size_t i;

	for (i = 0; i < lines.n; i++) {
		if (lines.s[i] == '\n')
			buf_str(&p->text, end);
		else
			buf_chr(&p->text, lines.s[i]);
	}
}

void
plan_after(struct plan *p, size_t line_end, struct str lines)
{
	struct str end = line_break(p, line_end);
	bool ended = line_end && p->file.s[line_end - 1] == '\n';

	p->at = line_end;
	if (!ended && line_end)
		buf_str(&p->text, p->file.s[line_end - 1] == '\r' ? STR("\n") : end);
	put_lines(p, lines, end);
	if (ended || !line_end)
		buf_str(&p->text, end);
}

void
plan_before(struct plan *p, size_t line, struct str lines)
{
	struct str end = line_break(p, plan_line_end(p, line));

	p->at = line;
	put_lines(p, lines, end);
	buf_str(&p->text, end);
}

void
plan_after_blank(struct plan *p, size_t from, size_t at, struct str lines)
{
	size_t end = plan_without_blanks(p, from, at), place = end < at ? plan_line_end(p, end) : end;
	struct buf b = {0};

	if (end == at)
		buf_chr(&b, '\n');
	buf_str(&b, lines);
	if (place == at && at < p->file.n)
		buf_chr(&b, '\n');
	plan_after(p, place, buf_text(&b));
	buf_free(&b);
}
