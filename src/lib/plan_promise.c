#include <string.h>

#include "match.h"
#include "plan.h"
#include "text.h"

static struct str
date_of(day d, char out[static DATE_TEXT])
{
	return (struct str){date_text(d, out), DATE_TEXT - 1};
}

/* ---- a new one ---- */

static void
put_plain(struct plan *p, struct buf *b)
{
	char date[DATE_TEXT];

	buf_fmt(b, "- [ ] %s", p->change->theirs ? "< " : "");
	buf_str(b, date_of(p->change->on, date));
	buf_chr(b, ' ');
	buf_str(b, p->change->text);
}

/* The brackets and the end of bold type behind a date. */
static struct str
closing(struct str s)
{
	size_t n = 0;

	while (n < s.n && strchr("])*_", s.s[n]))
		n++;
	return (struct str){s.s, n};
}

/* A task like that of f, in a line: its date leads, or follows the text. */
static void
put_dated(struct plan *p, struct buf *b, const struct found_promise *f, struct str line)
{
	const char *box_end = f->mark.s + f->mark.n + 1, *date_end = f->date.s + f->date.n;
	bool follows = f->text.n && f->text.s < f->date.s;
	const char *before = follows ? f->text.s + f->text.n : f->dir.n ? f->dir.s + f->dir.n : box_end;
	struct str lead = {before, (size_t)(f->date.s - before)};
	char date[DATE_TEXT];

	plan_marker(b, (struct str){line.s, (size_t)(f->mark.s - 1 - line.s)}, true);
	buf_fmt(b, "[ ] %s", p->change->theirs ? "< " : "");
	if (follows)
		buf_str(b, p->change->text);
	buf_str(b, follows ? lead : text_trim(lead));
	buf_str(b, date_of(p->change->on, date));
	buf_str(b, closing((struct str){date_end, (size_t)(line.s + line.n - date_end)}));
	if (follows)
		return;
	buf_chr(b, ' ');
	buf_str(b, p->change->text);
}

static void
put_like(struct plan *p, const struct found_promise *f)
{
	size_t line = plan_line_start(p, plan_offset(p, f->date.s)), end = plan_line_end(p, line);
	struct buf b = {0};

	if (p->plain)
		put_plain(p, &b);
	else
		put_dated(p, &b, f, (struct str){p->file.s + line, end - line});
	plan_after(p, plan_item_end(p, line), buf_text(&b));
	buf_free(&b);
	p->styled = true;
}

/* The heading of the log, so that what is added to the end of the file stays in it; else the end of the file. */
static size_t
place_for_first(const struct plan *p)
{
	const struct body *b = &p->w->body;
	size_t i;

	for (i = 0; i < b->nlines; i++)
		if (b->lines[i].log_follows)
			return plan_offset(p, b->lines[i].text.s);
	return p->file.n;
}

/* Whether a section has begun before an offset, which a promise is no part of. */
static bool
is_in_section(const struct plan *p, size_t at)
{
	const struct body *b = &p->w->body;
	size_t i;

	for (i = 0; i < b->nlines && plan_offset(p, b->lines[i].text.s) < at; i++)
		if (b->lines[i].level > 1)
			return true;
	return false;
}

/* The end of what stands under a heading `Promises` that is there already; 0: there is none. */
static size_t
end_of_section(const struct plan *p, size_t *start)
{
	const struct body *b = &p->w->body;
	unsigned level = 0;
	size_t i;

	for (i = 0; i < b->nlines; i++) {
		struct str text = text_trim(b->lines[i].text);

		if (level && b->lines[i].level && b->lines[i].level <= level)
			return plan_offset(p, b->lines[i].text.s);
		if (level || !b->lines[i].level)
			continue;
		text = text_trim((struct str){text.s + b->lines[i].level, text.n - b->lines[i].level});
		if (text_is(text, "promises"))
			level = b->lines[i].level;
		*start = plan_offset(p, b->lines[i].text.s);
	}
	return level ? p->file.n : 0;
}

static void
put_first(struct plan *p)
{
	size_t body = plan_offset(p, p->w->front.body.s), section = body, end = end_of_section(p, &section);
	size_t at = end ? end : place_for_first(p);
	struct buf b = {0};

	if (!end && is_in_section(p, at))
		buf_fmt(&b, "## Promises\n\n");
	put_plain(p, &b);
	plan_after_blank(p, end ? section : body, at, buf_text(&b));
	buf_free(&b);
}

/* The last promise of the body that is indented no more than others are; NULL: there is none, or it belongs to an item. */
static const struct found_promise *
last_in_body(const struct plan *p)
{
	const struct found_promise *last = NULL;
	size_t i, least = SIZE_MAX;

	for (i = 0; i < p->w->note->npromises; i++) {
		const struct found_promise *f = &p->w->body.promises[p->w->sources[i].found];
		size_t indent;

		if (p->w->sources[i].item)
			continue;
		indent = plan_indent(p, plan_line_start(p, plan_offset(p, f->date.s)));
		if (indent <= least)
			last = f;
		least = indent < least ? indent : least;
	}
	return last && plan_hangs(p, plan_line_start(p, plan_offset(p, last->date.s))) ? NULL : last;
}

/* In `promises:`, the last of its entries. */
static bool
put_in_front(struct plan *p)
{
	const struct node *value = p->w->keys.best[FIELD_PROMISES]->value;
	const struct node *sample = p->w->sources[p->w->note->npromises - 1].item;
	char date[DATE_TEXT];
	struct str by = date_of(p->change->on, date), from = p->change->theirs ? STR("them") : STR("");
	const struct plan_part parts[] = {
		{PROMISE_BY_KEYS, by}, {PROMISE_WHAT_KEYS, p->change->text}, {PROMISE_FROM_KEYS, from},
	};
	struct plan_list list = {value, value->kind == NODE_LIST ? sample : NULL, false};
	struct buf b = {0};
	bool done;

	if (p->change->theirs)
		buf_fmt(&b, "< ");
	buf_str(&b, by);
	buf_chr(&b, ' ');
	buf_str(&b, p->change->text);
	p->field = FIELD_PROMISES;
	done = plan_add_entry(p, list, parts, LEN(parts), buf_text(&b), (struct str){0});
	buf_free(&b);
	return done;
}

bool
plan_promise(struct plan *p)
{
	const struct found_promise *f = last_in_body(p);

	if (!plan_text_stays(p, false))
		return false;
	p->come = fact_promise(p->mem, &(struct promise){.what = p->change->text, .by = p->change->on, .theirs = p->change->theirs});
	if (facts_hold(p->facts, p->come))
		return plan_refuse(p, 0, 0, "this promise is there already; give it another day, or other words");
	if (f)
		put_like(p, f);
	else if (p->w->note->npromises && p->w->sources[p->w->note->npromises - 1].item)
		return put_in_front(p);
	else
		put_first(p);
	return true;
}

/* ---- one that is kept ---- */

static bool
fits(struct plan *p, const struct promise *promise)
{
	if (promise->done || (p->change->theirs && !promise->theirs))
		return false;
	if (!p->change->pattern)
		return true;
	switch (match(p->w->matcher, p->change->pattern, promise->what)) {
	case MATCH_YES:
		return true;
	case MATCH_FAILED:
		plan_refuse(p, 0, 0, "the pattern gave up: %s", match_problem(p->w->matcher));
		return false;
	default:
		return false;
	}
}

static unsigned
line_of(const struct plan *p, size_t i)
{
	const struct promise_source *s = &p->w->sources[i];

	return s->item ? s->item->line : p->w->body.promises[s->found].line;
}

/* None, or more than one: those that are open. */
static bool
refuse_count(struct plan *p, size_t n)
{
	const struct note *note = p->w->note;
	char date[DATE_TEXT];
	size_t i, open = 0;

	for (i = 0; i < note->npromises; i++)
		open += !note->promises[i].done;
	plan_refuse(p, 0, 0, n ? "more than one open promise fits; give a PATTERN that fits one of:"
	    : open ? "no open promise fits; there are:" : "no open promise");
	for (i = 0; i < note->npromises; i++)
		if (n ? fits(p, &note->promises[i]) : !note->promises[i].done)
			plan_refuse(p, line_of(p, i), 0, "%s%s %s", note->promises[i].theirs ? "< " : "",
			    date_text(note->promises[i].by, date), diag_plain(p->d, note->promises[i].what));
	return false;
}

/* What stands before a date in its line, without the blanks between. */
static struct str
lead_of(const struct plan *p, const char *date)
{
	size_t line = plan_line_start(p, plan_offset(p, date));

	return text_trim((struct str){p->file.s + line, plan_offset(p, date) - line});
}

/* Whether s ends with a word, and which byte stands before that. */
static bool
ends_with(struct str s, const char *word, char *before)
{
	size_t n = strlen(word);

	*before = s.n > n ? s.s[s.n - n - 1] : '\0';
	return s.n >= n && memcmp(s.s + s.n - n, word, n) == 0;
}

/* How the note says when a promise was done: as it did before, else as the lead of this one's date says when it was due. */
static void
put_done(struct plan *p, struct buf *b, struct str lead)
{
	const struct body *body = &p->w->body;
	char date[DATE_TEXT], before;
	size_t i;

	for (i = 0; i < body->npromises; i++)
		if (body->promises[i].done.n)
			lead = lead_of(p, body->promises[i].done.s);
	date_text(p->change->on, date);
	if (ends_with(lead, "due::", &before) || ends_with(lead, "completion::", &before))
		buf_fmt(b, before == '(' ? "(completion:: %s)" : "[completion:: %s]", date);
	else if (ends_with(lead, "due:", &before) || ends_with(lead, "done:", &before))
		buf_fmt(b, "done:%s", date);
	else
		buf_fmt(b, "\xE2\x9C\x85 %s", date);
}

/* s without the id of its block, ` ^a1b2c3`, which must stay last on its line. */
static struct str
without_id(struct str s)
{
	size_t n = s.n;

	while (n && (text_is_alnum(s.s[n - 1]) || s.s[n - 1] == '-'))
		n--;
	return n > 1 && n < s.n && s.s[n - 1] == '^' && s.s[n - 2] == ' ' ? text_trim((struct str){s.s, n - 2}) : s;
}

static void
tick(struct plan *p, const struct found_promise *f)
{
	size_t mark = plan_offset(p, f->mark.s), line = plan_line_start(p, mark), end;
	struct str text = without_id(text_trim((struct str){p->file.s + line, plan_line_end(p, line) - line}));

	end = plan_offset(p, text.s + text.n);
	p->at = mark;
	p->gone = end - mark;
	buf_chr(&p->text, 'x');
	buf_add(&p->text, p->file.s + mark + f->mark.n, end - mark - f->mark.n);
	buf_chr(&p->text, ' ');
	put_done(p, &p->text, lead_of(p, f->date.s));
}

/* An entry of `promises:` that is text says it as a task does. */
static void
tick_text(struct plan *p, const struct node *item)
{
	size_t i, start = plan_node(p, item), end = plan_node_end(p, item) - !item->plain;
	struct str lead = {0};

	for (i = start; i < end; i++)
		if (p->file.s[i] == ':')
			lead = (struct str){p->file.s + start, i + 1 - start};
	p->at = end;
	buf_chr(&p->text, ' ');
	put_done(p, &p->text, lead);
}

static void
tick_mapping(struct plan *p, const struct node *item)
{
	const struct node *key, *last = item->first->next;
	char date[DATE_TEXT];
	struct buf b = {0};

	date_text(p->change->on, date);
	for (key = item->first; key; key = key->next->next) {
		last = key->next;
		if (!text_is(key->text, "done"))
			continue;
		p->at = plan_node(p, last);
		p->gone = plan_node_end(p, last) - p->at;
		buf_fmt(&p->text, "%s%s", p->gone ? "" : " ", date);
		return;
	}
	if (item->flow) {
		p->at = plan_node_end(p, last);
		buf_fmt(&p->text, ", done: %s", date);
		return;
	}
	buf_fmt(&b, "%*sdone: %s", (int)(item->first->col - 1), "", date);
	plan_after(p, plan_node_line_end(p, last), buf_text(&b));
	buf_free(&b);
}

bool
plan_kept(struct plan *p)
{
	const struct note *note = p->w->note;
	struct promise done;
	size_t i, n = 0, which = 0;

	for (i = 0; i < note->npromises; i++)
		if (fits(p, &note->promises[i]) && !n++)
			which = i;
	if (p->d->first)
		return false;
	if (n != 1)
		return refuse_count(p, n);
	done = note->promises[which];
	p->leave = fact_promise(p->mem, &done);
	done.done = true;
	if (!p->w->sources[which].item)
		done.what = without_id(done.what);
	p->come = fact_promise(p->mem, &done);
	if (!p->w->sources[which].item) {
		tick(p, &p->w->body.promises[p->w->sources[which].found]);
		return true;
	}
	p->field = FIELD_PROMISES;
	if (p->w->sources[which].item->kind == NODE_MAP)
		tick_mapping(p, p->w->sources[which].item);
	else
		tick_text(p, p->w->sources[which].item);
	return true;
}
