#include <string.h>

#include "plan.h"
#include "text.h"

/* Where a new touch stands: by a touch that was found in the body. */
struct spot {
	const struct found_touch *beside;
	bool before;
};

static bool
counts(const struct plan *p, const struct found_touch *f, day *d)
{
	return (!p->w->body.has_log || f->in_log) && date_parse(f->date, d) == DATE_OK;
}

static bool
is_in_front(const struct plan *p, const struct found_touch *f)
{
	return f->line < p->w->front.body_line;
}

static size_t
line_of(const struct plan *p, const struct found_touch *f)
{
	return plan_line_start(p, plan_offset(p, f->date.s));
}

static char
first_byte(const struct plan *p, size_t line)
{
	while (p->file.s[line] == ' ' || p->file.s[line] == '\t')
		line++;
	return p->file.s[line];
}

/*
 * The touches that a new one may stand among, in the order of the file: of the body those that are headings, if there are
 * any, else those that are indented least; the others belong to these.
 */
struct peers {
	bool in_front, headings;
	size_t indent;
};

static bool
is_peer(const struct plan *p, const struct peers *peers, const struct found_touch *f, day *d)
{
	if (is_in_front(p, f) != peers->in_front || !counts(p, f, d))
		return false;
	if (peers->in_front)
		return true;
	return peers->headings ? first_byte(p, line_of(p, f)) == '#' : plan_indent(p, line_of(p, f)) <= peers->indent;
}

static struct peers
find_peers(const struct plan *p, bool in_front)
{
	const struct body *b = &p->w->body;
	struct peers peers = {in_front, false, SIZE_MAX};
	size_t i, indent;
	day d;

	for (i = 0; i < b->ntouches && !in_front; i++) {
		if (is_in_front(p, &b->touches[i]) || !counts(p, &b->touches[i], &d))
			continue;
		indent = plan_indent(p, line_of(p, &b->touches[i]));
		peers.indent = indent < peers.indent ? indent : peers.indent;
		peers.headings |= first_byte(p, line_of(p, &b->touches[i])) == '#';
	}
	return peers;
}

/* Whether the first is later than the last one. */
static bool
is_newest_first(const struct plan *p, const struct peers *peers)
{
	const struct body *b = &p->w->body;
	day first = DAY_NONE, last = DAY_NONE, d;
	size_t i;

	for (i = 0; i < b->ntouches; i++) {
		if (!is_peer(p, peers, &b->touches[i], &d))
			continue;
		if (first == DAY_NONE)
			first = d;
		last = d;
	}
	return first > last;
}

/* Whether a line is indented below an item of a list that is no touch, and belongs to that. */
static bool
hangs(const struct plan *p, size_t line)
{
	size_t indent = plan_indent(p, line), above;

	for (above = line; indent && above;) {
		above = plan_line_start(p, above - 1);
		if (!plan_is_blank(p, above) && plan_indent(p, above) < indent)
			return plan_is_item(p, above);
	}
	return false;
}

/* Oldest first: after the last one that is no later. Newest first: before the first one that is no later. */
static struct spot
find_spot(const struct plan *p, bool in_front)
{
	const struct body *b = &p->w->body;
	struct peers peers = find_peers(p, in_front);
	bool newest_first = is_newest_first(p, &peers);
	const struct found_touch *first = NULL, *last = NULL, *no_later = NULL;
	size_t i;
	day d;

	for (i = 0; i < b->ntouches; i++) {
		const struct found_touch *f = &b->touches[i];

		if (!is_peer(p, &peers, f, &d))
			continue;
		first = first ? first : f;
		last = f;
		if (d <= p->change->on && !(newest_first && no_later))
			no_later = f;
	}
	if (first && !in_front && hangs(p, line_of(p, first)))
		return (struct spot){0};
	if (no_later)
		return (struct spot){no_later, newest_first};
	return newest_first ? (struct spot){last, false} : (struct spot){first, true};
}

/* ---- one line ---- */

/* Who acted, where the kind alone does not say it. */
static struct str
sign_of(const struct plan *p)
{
	const struct change *c = p->change;

	if (c->dir == DIR_NONE || c->dir == p->w->rules->kinds[c->touch].dir)
		return (struct str){0};
	return c->dir == DIR_IN ? STR("< ") : STR("> ");
}

static struct str
kind_of(const struct plan *p)
{
	return p->w->rules->kinds[p->change->touch].name;
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
	size_t i = 0;
	const char *close;

	if (s.n > 1 && (*s.s == 'T' || *s.s == ' ') && s.s[1] >= '0' && s.s[1] <= '9')
		for (i = 1; i < s.n && strchr("0123456789:.Z", s.s[i]);)
			i++;
	if (i && i + 1 < s.n && (strchr("+-", s.s[i]) || (s.s[i] == ' ' && strchr("+-", s.s[i + 1])))
	    && s.s[i + 1 + (s.s[i] == ' ')] >= '0' && s.s[i + 1 + (s.s[i] == ' ')] <= '9')
		for (i++; i < s.n && strchr("+-0123456789:", s.s[i]);)
			i++;
	if (i < s.n && s.s[i] == '|' && (close = memchr(s.s + i, ']', s.n - i)))
		i = (size_t)(close - s.s);
	return (struct str){s.s + i, s.n - i};
}

static bool
is_punctuation(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((s.s[i] >= '0' && s.s[i] <= '9') || (s.s[i] >= 'a' && s.s[i] <= 'z') || (s.s[i] >= 'A' && s.s[i] <= 'Z'))
			return false;
	return true;
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
	return s.n && is_punctuation(s) && (s.s[s.n - 1] == ' ' || s.s[s.n - 1] == '\t') ? s : STR(": ");
}

static void
put_plain(struct plan *p, struct buf *b)
{
	buf_fmt(b, "- ");
	put_date(b, p->change->on, '-');
	buf_chr(b, ' ');
	buf_str(b, sign_of(p));
	buf_str(b, kind_of(p));
	if (p->change->text.n)
		buf_fmt(b, ": ");
	buf_str(b, p->change->text);
}

/* A list item or heading like the one of f. */
static bool
put_like(struct plan *p, struct buf *b, const struct found_touch *f, bool next)
{
	const char *line = p->file.s + line_of(p, f);
	const char *follows = f->dir.s ? f->dir.s : f->kind.s ? f->kind.s : f->text.s;
	struct str mid = without_time(between(f->date.s + f->date.n, follows));

	if (!is_punctuation(mid) || (follows && follows < f->date.s))
		return false;
	plan_marker(b, between(line, f->date.s), next);
	put_date(b, p->change->on, f->date.s[4]);
	buf_str(b, mid);
	if (b->s[b->n - 1] != ' ' && b->s[b->n - 1] != '\t')
		buf_chr(b, ' ');
	buf_str(b, sign_of(p));
	buf_str(b, kind_of(p));
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
	struct str old = text_trim(cell);
	size_t start = b->n;

	if (old.n)
		buf_add(b, cell.s, (size_t)(old.s - cell.s));
	else if (cell.n)
		buf_chr(b, ' ');
	buf_str(b, content);
	if (!cell.n || cell.s[cell.n - 1] == ' ' || b->s[b->n - 1] == '\\')
		buf_chr(b, ' ');
	while (text_width((struct str){b->s + start, b->n - start}) < text_width(cell))
		buf_chr(b, ' ');
}

static void
put_escaped(struct buf *b, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.s[i] == '|')
			buf_chr(b, '\\');
		buf_chr(b, s.s[i]);
	}
}

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
		for (j = 0; j < sizeof names / sizeof *names; j++)
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
put_date_cell(struct plan *p, struct buf *b, struct str cell, const struct found_touch *f)
{
	cell = text_trim(cell);
	buf_str(b, between(cell.s, f->date.s));
	put_date(b, p->change->on, f->date.s[4]);
	buf_str(b, without_time(between(f->date.s + f->date.n, cell.s + cell.n)));
}

/* Fails where the table has no cell for the text. */
static bool
put_row(struct plan *p, struct buf *b, const struct found_touch *f, struct str row, size_t line)
{
	size_t n = count_cells(row), i, kind = 1 + has_direction(row, n), text = text_cell(p, line, kind + 1, n);
	struct str rest = row;

	if (n <= kind || (n <= text && p->change->text.n))
		return plan_refuse(p, f->line, 0, "this table has no column for %s; write the row by hand",
		    n <= kind ? "the kind of a touch" : "a text");
	buf_str(b, next_cell(&rest));
	for (i = 0; i < n; i++) {
		struct str cell = next_cell(&rest);
		struct buf content = {0};

		if (i == 0)
			put_date_cell(p, &content, cell, f);
		if (i == 1)
			buf_str(&content, sign_of(p));
		if (i == kind)
			buf_str(&content, kind_of(p));
		if (i == text)
			put_escaped(&content, p->change->text);
		buf_chr(b, '|');
		put_cell(b, cell, text_trim((struct str){content.s, content.n}));
		buf_free(&content);
	}
	if (row.s[row.n - 1] == '|')
		buf_chr(b, '|');
	return true;
}

/* ---- where it goes ---- */

/* The end of the heading's text: where the next heading begins that is a touch, no deeper, or ends the log. */
static size_t
heading_end(const struct plan *p, const struct found_touch *f)
{
	const struct body *b = &p->w->body;
	unsigned level = 0;
	size_t i;

	for (i = 0; i < b->nlines; i++) {
		const struct body_line *l = &b->lines[i];

		if (l->line == f->line)
			level = l->level;
		else if (level && l->level && (l->level <= level || l->kind == LINE_TOUCH || (l->in_log && !l->log_follows)))
			return plan_offset(p, l->text.s);
	}
	return p->file.n;
}

/* Whether a blank line stands before the one that begins at an offset. */
static bool
is_set_off(const struct plan *p, size_t line)
{
	return line > 0 && plan_is_blank(p, plan_line_start(p, line - 1));
}

static void
put_beside(struct plan *p, size_t line, size_t end, bool before, bool blank, struct str new)
{
	struct buf b = {0};

	if (blank && !before)
		buf_chr(&b, '\n');
	buf_str(&b, new);
	if (blank && before)
		buf_chr(&b, '\n');
	if (before)
		plan_before(p, line, (struct str){b.s, b.n});
	else
		plan_after(p, plan_without_blanks(p, line, end), (struct str){b.s, b.n});
	buf_free(&b);
}

/* The end of what hangs on a touch of a list, or stands under one that is a heading. */
static size_t
touch_end(const struct plan *p, const struct found_touch *f)
{
	return first_byte(p, line_of(p, f)) == '#' ? heading_end(p, f) : plan_item_end(p, line_of(p, f));
}

/* f and the touch of the body that is beside it: before it or, where f is the first, behind it. NULL: there is none. */
struct pair {
	const struct found_touch *first, *second;
};

static struct pair
pair_of(const struct plan *p, const struct found_touch *f)
{
	const struct body *b = &p->w->body;
	struct peers peers = find_peers(p, false);
	struct pair pair = {0};
	size_t i;
	day d;

	for (i = 0; i < b->ntouches; i++) {
		if (!is_peer(p, &peers, &b->touches[i], &d))
			continue;
		pair = (struct pair){pair.second, &b->touches[i]};
		if (pair.first && (pair.first == f || pair.second == f))
			return pair;
	}
	return pair;
}

/*
 * Whether a blank line is to set the new touch off: as it does f from the one beside it, if nothing else is between. A
 * heading that is alone is set off, or has text below it.
 */
static bool
wants_blank(const struct plan *p, const struct found_touch *f, bool heading)
{
	struct pair pair = pair_of(p, f);
	size_t line = line_of(p, f), first, second;

	if (!pair.first)
		return heading && (is_set_off(p, line) || plan_without_blanks(p, line, heading_end(p, f)) > plan_line_end(p, line));
	first = line_of(p, pair.first);
	second = line_of(p, pair.second);
	return is_set_off(p, second)
	    && plan_without_blanks(p, first, touch_end(p, pair.first)) == plan_without_blanks(p, first, second);
}

static bool
is_row(const struct plan *p, const struct found_touch *f)
{
	return first_byte(p, line_of(p, f)) == '|';
}

static bool
put_in_body(struct plan *p, struct spot spot)
{
	const struct found_touch *f = spot.beside;
	size_t line = line_of(p, f), end = plan_line_end(p, line);
	struct str text = text_trim((struct str){p->file.s + line, end - line});
	bool heading = *text.s == '#', row = is_row(p, f), done = true;
	struct buf b = {0};

	if (row)
		done = put_row(p, &b, f, (struct str){p->file.s + line, (size_t)(text.s + text.n - p->file.s) - line}, line);
	else if (p->plain || !put_like(p, &b, f, !spot.before))
		put_plain(p, &b);
	if (!row)
		end = touch_end(p, f);
	if (done)
		put_beside(p, line, end, spot.before, !row && wants_blank(p, f, heading), (struct str){b.s, b.n});
	buf_free(&b);
	p->styled = !row;
	return done;
}

/* Under a heading of the log that has no touch yet. */
static void
put_under_heading(struct plan *p)
{
	const struct body *b = &p->w->body;
	size_t i, start = 0, end = p->file.n, last;
	struct buf line = {0};

	for (i = 0; !b->lines[i].log_follows;)
		i++;
	start = plan_offset(p, b->lines[i].text.s);
	for (; i < b->nlines && b->lines[i].log_follows;)
		i++;
	if (i < b->nlines)
		end = plan_offset(p, b->lines[i].text.s);
	put_plain(p, &line);
	last = plan_without_blanks(p, start, end);
	if (plan_is_item(p, plan_line_start(p, last - 1)))
		plan_after(p, last, (struct str){line.s, line.n});
	else
		plan_after_blank(p, start, end, (struct str){line.s, line.n});
	buf_free(&line);
}

/* Under a heading of its own, unless that would leave out the touches that are there. */
static void
put_at_end(struct plan *p, bool heading)
{
	struct buf b = {0};

	if (heading)
		buf_fmt(&b, "## Log\n\n");
	put_plain(p, &b);
	plan_after_blank(p, plan_offset(p, p->w->front.body.s), p->file.n, (struct str){b.s, b.n});
	buf_free(&b);
}

/* ---- in `log:` ---- */

/* The entry that a touch was read from; of a mapping its key. */
static const struct node *
entry_of(const struct node *value, const struct found_touch *f)
{
	const struct node *item, *last = NULL;

	for (item = value->first; item; item = value->kind == NODE_MAP ? item->next->next : item->next)
		if (item->line < f->line || (item->line == f->line && item->col <= f->col))
			last = item;
	return last;
}

/* Who acted, in the words of another entry. */
static struct str
direction_like(struct plan *p, const struct node *entry)
{
	const struct node *key = entry && entry->kind == NODE_MAP ? reader_find_key(p->w, entry, KEYS("dir", "from")) : NULL;
	struct str sign = text_trim(sign_of(p)), word = key && key->next->kind == NODE_SCALAR ? key->next->text : STR("in");

	if (!sign.n || text_eq(word, STR("<")) || text_eq(word, STR(">")))
		return sign;
	if (text_is(word, "them") || text_is(word, "me"))
		return *sign.s == '<' ? STR("them") : STR("me");
	return *sign.s == '<' ? STR("in") : STR("out");
}

static bool
put_in_front(struct plan *p, struct spot spot)
{
	static const char *const dates[] = {"date", "on", NULL}, *const kinds[] = {"kind", "type", "channel", "method", NULL},
	    *const dirs[] = {"dir", "from", NULL}, *const texts[] = {"text", "note", "summary", NULL};
	const struct node *value = p->w->keys.best[FIELD_LOG]->value;
	const struct node *entry = entry_of(value, spot.beside);
	struct buf date = {0}, head = {0};
	bool done;

	put_date(&date, p->change->on, '-');
	buf_add(&head, date.s, date.n);
	buf_chr(&head, ' ');
	buf_str(&head, sign_of(p));
	buf_str(&head, kind_of(p));
	p->field = FIELD_LOG;
	done = plan_add_entry(p, (struct plan_list){value, entry, spot.before},
	    (const struct plan_part[]){{dates, {date.s, date.n}}, {kinds, kind_of(p)}, {dirs, direction_like(p, entry)}, {texts, p->change->text}},
	    4, (struct str){head.s, head.n}, p->change->text);
	buf_free(&date);
	buf_free(&head);
	return done;
}

/* ---- */

static bool
refuse_again(struct plan *p)
{
	const struct note_reader *w = p->w;
	unsigned line = 0;
	size_t i;

	for (i = 0; i < w->note->ntouches; i++)
		if (text_eq(fact_touch(p->mem, &w->order[i].touch, w->order[i].text).text, p->come.text))
			line = w->order[i].line;
	return plan_refuse(p, line, 0, "this touch is recorded already; --again records it once more");
}

/* What the note is to say; a row of a table says it with escapes. */
static struct fact
fact_to_come(struct plan *p, const struct touch *t, bool row)
{
	struct buf b = {0};
	struct fact f;

	if (row)
		put_escaped(&b, p->change->text);
	f = fact_touch(p->mem, t, row ? (struct str){b.s, b.n} : p->change->text);
	buf_free(&b);
	return f;
}

bool
plan_touch(struct plan *p)
{
	const struct change *c = p->change;
	struct spot body = find_spot(p, false), front = find_spot(p, true);
	struct touch t = {.day = c->on, .kind = (uint16_t)c->touch};

	if (!plan_text_stays(p, true))
		return false;
	t.dir = (uint8_t)(c->dir ? c->dir : p->w->rules->kinds[c->touch].dir);
	p->come = fact_to_come(p, &t, body.beside && is_row(p, body.beside));
	if (!c->again && facts_hold(p->facts, p->come))
		return refuse_again(p);
	if (body.beside)
		return put_in_body(p, body);
	if (front.beside)
		return put_in_front(p, front);
	if (p->w->body.has_log)
		put_under_heading(p);
	else
		put_at_end(p, find_peers(p, false).indent == SIZE_MAX);
	return true;
}
