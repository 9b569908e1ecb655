#include <string.h>

#include "plan.h"
#include "text.h"

struct str
plan_sign(const struct plan *p)
{
	const struct change *c = p->change;

	if (c->dir == DIR_NONE || c->dir == p->w->rules->kinds[c->touch_kind].dir)
		return (struct str){0};
	return c->dir == DIR_IN ? STR("<") : STR(">");
}

size_t
plan_touch_start(const struct plan *p, const struct found_touch *f)
{
	return plan_line_start(p, plan_offset(p, f->date.s));
}

bool
plan_is_row(const struct plan *p, const struct found_touch *f)
{
	const struct body_line *l = plan_line(p, plan_touch_start(p, f));

	return l && *text_trim(l->text).s == '|';
}

/* Who acted, where that is said, and the kind. */
static void
put_kind(const struct plan *p, struct buf *b)
{
	buf_str(b, plan_sign(p));
	if (plan_sign(p).n)
		buf_chr(b, ' ');
	buf_str(b, p->w->rules->kinds[p->change->touch_kind].name);
}

static void
put_date(struct buf *b, day d, char separator)
{
	char text[DATE_TEXT];

	date_text(d, text);
	text[4] = text[7] = separator;
	buf_fmt(b, "%s", text);
}

/* What stands behind a date, without its time of day and the other name of a link. */
static struct str
without_time(struct str s)
{
	size_t n = date_time_length(s);
	const char *close;

	if (n < s.n && s.s[n] == '|' && (close = memchr(s.s + n, ']', s.n - n)))
		n = (size_t)(close - s.s);
	return n ? (struct str){s.s + n, s.n - n} : s;
}

/* Whether there is a letter or digit of ASCII. */
static bool
has_word(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (text_is_alnum(s.s[i]))
			return true;
	return false;
}

static bool
ends_blank(struct str s)
{
	return s.n && (s.s[s.n - 1] == ' ' || s.s[s.n - 1] == '\t');
}

/* Whether it has nothing that cannot be seen but blanks and tabs; the rest of a style is not copied. */
static bool
is_plain_style(struct str s)
{
	const char *tab;
	size_t n;

	for (; (tab = s.n ? memchr(s.s, '\t', s.n) : NULL); s = (struct str){tab + 1, s.n - n - 1}) {
		n = (size_t)(tab - s.s);
		if (!text_is_line((struct str){s.s, n}))
			return false;
	}
	return text_is_line(s);
}

/* Between two parts of a line, of which b stands behind a; empty where it does not. */
static struct str
between(const char *a, const char *b)
{
	return a && b && b > a ? (struct str){a, (size_t)(b - a)} : (struct str){0};
}

/* What separates kind and text in a line. */
static struct str
separator_of(const struct found_touch *f)
{
	struct str text = reader_without_separators(f->text, true), s = {0};

	if (f->known && f->kind.s && text.n)
		s = between(f->kind.s + f->kind.n, text.s);
	return ends_blank(s) && !has_word(s) && is_plain_style(s) ? s : STR(": ");
}

static void
put_plain(const struct plan *p, struct buf *b)
{
	buf_fmt(b, "- ");
	put_date(b, p->change->on, '-');
	buf_chr(b, ' ');
	put_kind(p, b);
	if (p->change->text.n)
		buf_fmt(b, ": ");
	buf_str(b, p->change->text);
}

/* A list item or heading like the one of f. */
static bool
put_like(const struct plan *p, struct buf *b, const struct found_touch *f, bool next)
{
	const char *line = p->file.s + plan_touch_start(p, f);
	const char *follows = f->dir.s ? f->dir.s : f->kind.s ? f->kind.s : f->text.s;
	struct str mid = without_time(between(f->date.s + f->date.n, follows)), marker = between(line, f->date.s);

	if (has_word(mid) || !is_plain_style(mid) || !is_plain_style(marker) || (follows && follows < f->date.s))
		return false;
	plan_marker(b, marker, next);
	put_date(b, p->change->on, f->date.s[4]);
	buf_str(b, mid);
	if (!ends_blank(buf_text(b)))
		buf_chr(b, ' ');
	put_kind(p, b);
	if (p->change->text.n) {
		buf_str(b, separator_of(f));
		buf_str(b, p->change->text);
	}
	return true;
}

/* ---- a row of a table ---- */

/* The cell of a row that begins at s, and what is behind the bar that ends it. */
static struct str
next_cell(struct str *rest)
{
	struct str cell = {rest->s, 0};

	while (cell.n < rest->n && cell.s[cell.n] != '|')
		cell.n += cell.s[cell.n] == '\\' && cell.n + 1 < rest->n ? 2 : 1;
	*rest = cell.n < rest->n ? (struct str){cell.s + cell.n + 1, rest->n - cell.n - 1} : (struct str){0};
	return cell;
}

/* Content in the place of what a cell holds, as wide as that if it can be. */
static void
put_cell(struct buf *b, struct str cell, struct str content)
{
	struct str old = text_trim(cell), before = between(cell.s, old.s);
	size_t start = b->n;

	if (old.n && is_plain_style(before))
		buf_str(b, before);
	else if (cell.n)
		buf_chr(b, ' ');
	buf_str(b, content);
	if (!cell.n || cell.s[cell.n - 1] == ' ' || b->s[b->n - 1] == '\\')
		buf_chr(b, ' ');
	while (text_width((struct str){b->s + start, b->n - start}) < text_width(cell))
		buf_chr(b, ' ');
}

void
plan_escape_cell(struct buf *b, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.s[i] == '|')
			buf_chr(b, '\\');
		buf_chr(b, s.s[i]);
	}
}

enum { CELLS = 64 };            /* more than a table that people write has */

static size_t
count_cells(struct str row)
{
	size_t n = 0;

	for (next_cell(&row); text_trim(row).n; n++)
		next_cell(&row);
	return n;
}

static struct str
cell_at(struct str row, size_t at)
{
	struct str cell = next_cell(&row);

	do
		cell = next_cell(&row);
	while (at--);
	return cell;
}

/* The first row of the table that the line at an offset is in. */
static struct str
header_of(const struct plan *p, size_t line)
{
	struct str rest;

	while (line) {
		size_t above = plan_line_start(p, line - 1);

		rest = (struct str){p->file.s + above, line - above};
		if (!text_trim(rest).n || *text_trim(rest).s != '|')
			break;
		line = above;
	}
	rest = (struct str){p->file.s + line, p->file.n - line};
	return text_line(&rest);
}

/* The cell that holds the text: by the name of its column, else the last one, from the first that can be. */
static size_t
text_cell(const struct plan *p, size_t line, size_t first, size_t n)
{
	static const char *const names[] = {
		"text", "note", "notes", "what", "summary", "comment", "comments", "details", "description", "remarks",
	};
	struct str header = header_of(p, line);
	size_t i, j;

	for (i = first; i < n; i++)
		for (j = 0; j < LEN(names); j++)
			if (text_is(text_trim(cell_at(header, i)), names[j]))
				return i;
	return n > first ? n - 1 : first;
}

/* Whether the second of n cells says who acted: of four or more it may be empty. */
static bool
has_direction(struct str row, size_t n)
{
	struct str cell = text_trim(cell_at(row, 1));

	return text_eq(cell, STR("<")) || text_eq(cell, STR(">")) || (!cell.n && n > 3);
}

static void
put_date_cell(const struct plan *p, struct buf *b, struct str cell, const struct found_touch *f)
{
	cell = text_trim(cell);
	buf_str(b, between(cell.s, f->date.s));
	put_date(b, p->change->on, f->date.s[4]);
	buf_str(b, without_time(between(f->date.s + f->date.n, cell.s + cell.n)));
}

/* Of the cells the first says when, and the second, where kind is the third, who acted. */
static void
fill_cell(const struct plan *p, struct buf *b, size_t cell, size_t kind, size_t text)
{
	if (cell == kind && kind == 1)
		put_kind(p, b);
	else if (cell == 1)
		buf_str(b, plan_sign(p));
	else if (cell == kind)
		buf_str(b, p->w->rules->kinds[p->change->touch_kind].name);
	else if (cell == text)
		plan_escape_cell(b, p->change->text);
}

/* A row like that of f. Fails where the table has no cell for the kind or the text. */
static bool
put_row(struct plan *p, struct buf *b, const struct found_touch *f)
{
	size_t line = plan_touch_start(p, f);
	struct str row = plan_line(p, line)->text, rest = row;
	size_t n = count_cells(row), i, kind = 1 + has_direction(row, n);
	size_t text = n > CELLS ? 0 : text_cell(p, line, kind + 1, n);

	if (n > CELLS)
		return plan_refuse(p, f->line, 0, "a row of more than 64 cells; write the new one by hand");
	if (n <= kind || (n <= text && p->change->text.n))
		return plan_refuse(p, f->line, 0, "this table has no column for %s; write the row by hand",
		    n <= kind ? "the kind of a touch" : "a text");
	buf_str(b, next_cell(&rest));
	for (i = 0; i < n; i++) {
		struct str cell = next_cell(&rest);
		struct buf content = {0};

		if (i == 0)
			put_date_cell(p, &content, cell, f);
		else
			fill_cell(p, &content, i, kind, text);
		buf_chr(b, '|');
		put_cell(b, cell, buf_text(&content));
		buf_free(&content);
	}
	if (row.s[row.n - 1] == '|')
		buf_chr(b, '|');
	return true;
}

/* ---- */

bool
plan_touch_line(struct plan *p, struct buf *b, const struct found_touch *f, bool next)
{
	if (f && plan_is_row(p, f))
		return put_row(p, b, f);
	if (!f || !put_like(p, b, f, next))
		put_plain(p, b);
	return true;
}
