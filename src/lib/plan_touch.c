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

static bool
is_heading(const struct plan *p, const struct found_touch *f)
{
	const struct body_line *l = plan_line(p, plan_touch_start(p, f));

	return l && l->level;
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
	return peers->headings ? is_heading(p, f) : plan_indent(p, plan_touch_start(p, f)) <= peers->indent;
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
		indent = plan_indent(p, plan_touch_start(p, &b->touches[i]));
		peers.indent = indent < peers.indent ? indent : peers.indent;
		peers.headings |= is_heading(p, &b->touches[i]);
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
	if (first && !in_front && plan_hangs(p, plan_touch_start(p, first)))
		return (struct spot){0};
	if (no_later)
		return (struct spot){no_later, newest_first};
	return newest_first ? (struct spot){last, false} : (struct spot){first, true};
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
		else if (level && l->level && (l->level <= level || l->kind == LINE_TOUCH || l->in_log > l->log_follows))
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
		plan_before(p, line, buf_text(&b));
	else
		plan_after(p, plan_without_blanks(p, line, end), buf_text(&b));
	buf_free(&b);
}

/* The end of what hangs on a touch of a list, or stands under one that is a heading. */
static size_t
touch_end(const struct plan *p, const struct found_touch *f)
{
	return is_heading(p, f) ? heading_end(p, f) : plan_item_end(p, plan_touch_start(p, f));
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
wants_blank(const struct plan *p, const struct found_touch *f)
{
	struct pair pair = pair_of(p, f);
	size_t line = plan_touch_start(p, f), first, second;

	if (!pair.first && !is_heading(p, f))
		return false;
	if (!pair.first)
		return is_set_off(p, line) || plan_without_blanks(p, line, heading_end(p, f)) > plan_line_end(p, line);
	first = plan_touch_start(p, pair.first);
	second = plan_touch_start(p, pair.second);
	return is_set_off(p, second)
	    && plan_without_blanks(p, first, touch_end(p, pair.first)) == plan_without_blanks(p, first, second);
}

static bool
put_in_body(struct plan *p, struct spot spot)
{
	const struct found_touch *f = spot.beside;
	bool row = plan_is_row(p, f), done;
	size_t line = plan_touch_start(p, f), end = row ? plan_line_end(p, line) : touch_end(p, f);
	struct buf b = {0};

	p->styled = !row && !p->plain;
	done = plan_touch_line(p, &b, p->plain ? NULL : f, !spot.before);
	if (done)
		put_beside(p, line, end, spot.before, !row && wants_blank(p, f), buf_text(&b));
	buf_free(&b);
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
	plan_touch_line(p, &line, NULL, false);
	last = plan_without_blanks(p, start, end);
	if (plan_is_item(p, plan_line_start(p, last - 1)))
		plan_after(p, last, buf_text(&line));
	else
		plan_after_blank(p, start, end, buf_text(&line));
	buf_free(&line);
}

static bool
has_any(const struct plan *p)
{
	const struct body *b = &p->w->body;

	return b->ntouches && !is_in_front(p, &b->touches[b->ntouches - 1]);
}

/* Under a heading of its own, unless that would leave out the touches that are there. */
static void
put_at_end(struct plan *p, bool heading)
{
	struct buf b = {0};

	if (heading)
		buf_fmt(&b, "## Log\n\n");
	plan_touch_line(p, &b, NULL, false);
	plan_after_blank(p, plan_offset(p, p->w->front.body.s), p->file.n, buf_text(&b));
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
	const struct node *key = entry && entry->kind == NODE_MAP ? reader_find_key(p->w, entry, LOG_DIR_KEYS) : NULL;
	struct str sign = plan_sign(p), word = key && key->next->kind == NODE_SCALAR ? key->next->text : STR("in");

	if (!sign.n || text_eq(word, STR("<")) || text_eq(word, STR(">")))
		return sign;
	if (text_is(word, "them") || text_is(word, "me"))
		return *sign.s == '<' ? STR("them") : STR("me");
	return *sign.s == '<' ? STR("in") : STR("out");
}

static bool
put_in_front(struct plan *p, struct spot spot)
{
	const struct node *value = p->w->keys.best[FIELD_LOG]->value, *entry = entry_of(value, spot.beside);
	struct plan_list list = {value, entry, spot.before};
	struct str kind = p->w->rules->kinds[p->change->touch_kind].name, sign = plan_sign(p);
	char text[DATE_TEXT];
	struct str date = {date_text(p->change->on, text), DATE_TEXT - 1};
	const struct plan_part parts[] = {
		{LOG_DATE_KEYS, date}, {LOG_KIND_KEYS, kind}, {LOG_DIR_KEYS, direction_like(p, entry)},
		{LOG_TEXT_KEYS, p->change->text},
	};
	struct buf head = {0};
	bool done;

	buf_str(&head, date);
	buf_chr(&head, ' ');
	buf_str(&head, sign);
	buf_fmt(&head, "%s", sign.n ? " " : "");
	buf_str(&head, kind);
	p->field = FIELD_LOG;
	done = plan_add_entry(p, list, parts, LEN(parts), buf_text(&head), p->change->text);
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
		plan_escape_cell(&b, p->change->text);
	f = fact_touch(p->mem, t, row ? buf_text(&b) : p->change->text);
	buf_free(&b);
	return f;
}

bool
plan_touch(struct plan *p)
{
	const struct change *c = p->change;
	struct spot body = find_spot(p, false), front = find_spot(p, true);
	struct touch t = {.day = c->on, .kind = (uint16_t)c->touch_kind};

	if (!plan_text_stays(p, true))
		return false;
	t.dir = (uint8_t)(c->dir ? c->dir : p->w->rules->kinds[c->touch_kind].dir);
	p->come = fact_to_come(p, &t, body.beside && plan_is_row(p, body.beside));
	if (!c->again && facts_hold(p->facts, p->come))
		return refuse_again(p);
	if (body.beside)
		return put_in_body(p, body);
	if (front.beside)
		return put_in_front(p, front);
	if (p->w->body.has_log)
		put_under_heading(p);
	else
		put_at_end(p, !has_any(p));
	return true;
}
