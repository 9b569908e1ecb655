#include <string.h>

#include "reader.h"
#include "text.h"

/* What stands before a date, without the punctuation that leads to it. */
static struct str
without_lead(struct str s)
{
	s = reader_without_separators(s, false);
	while (s.n && s.s[s.n - 1] && strchr(",;:-(", s.s[s.n - 1]))
		s = text_trim((struct str){s.s, s.n - 1});
	return s;
}

static struct str
promise_text(struct note_reader *w, struct str text, struct str more)
{
	struct buf b = {0};
	struct str what;

	if (!more.n || !text.n)
		return reader_keep(w, text.n ? text : more);
	buf_str(&b, text);
	buf_chr(&b, ' ');
	buf_str(&b, more);
	what = reader_keep(w, buf_text(&b));
	buf_free(&b);
	return what;
}

static void
add_promise(struct note_reader *w, struct promise p, struct promise_source source)
{
	size_t n = w->note->npromises++;

	w->note->promises[n] = p;
	w->sources = mem_grow(w->sources, n, &w->sources_cap, sizeof *w->sources);
	w->sources[n] = source;
}

static void
take_promise(struct note_reader *w, const struct found_promise *f, struct promise_source source)
{
	bool led = f->text.s && f->text.s < f->date.s;
	struct str text = led ? without_lead(f->text) : reader_without_separators(f->text, false);
	struct promise p = {.kept = DAY_NONE};
	enum date_error e = date_parse(f->date, &p.by);

	if (e != DATE_OK) {
		value_refuse_date(f->date, e, f->line, f->col, &w->d);
		return;
	}
	if (f->done.n) {
		e = date_parse(f->done, &p.kept);
		value_refuse_date(f->done, e, f->line, f->col, &w->d);
		p.done = e == DATE_OK;
	}
	if (f->mark.n == 1 && *f->mark.s && strchr("xX-", *f->mark.s))
		p.done = true;
	p.theirs = reader_direction(f->dir, &text) == DIR_IN;
	p.what = promise_text(w, text, reader_without_separators(f->more, false));
	add_promise(w, p, source);
}

/* Says whether, and where a date is given when, it was done. */
static void
read_done(struct note_reader *w, const struct node *map, struct promise *p)
{
	const struct node *k = reader_find_key(w, map, PROMISE_DONE_KEYS);

	if (!k)
		return;
	if (k->next->kind != NODE_SCALAR || !k->next->text.n || *k->next->text.s < '0' || *k->next->text.s > '9')
		p->done = value_flag(k, k->next, &w->d, &p->done) && p->done;
	else
		p->done = value_date(&w->scratch, k, k->next, &w->d, &p->kept);
}

static bool
is_theirs(struct note_reader *w, const struct node *map)
{
	const struct node *k = reader_find_key(w, map, PROMISE_FROM_KEYS);

	if (!k || (k->next->kind == NODE_SCALAR && text_is(k->next->text, "me")))
		return false;
	if (k->next->kind == NODE_SCALAR && text_is(k->next->text, "them"))
		return true;
	value_refuse(k, k->next, &w->d, CHECK_VALUE, "me or them");
	return false;
}

/* An entry of `promises:`; one that is text is a task without its box. */
static void
read_promise(struct note_reader *w, const struct node *key, const struct node *item)
{
	const struct node *by = item->kind == NODE_MAP ? reader_find_key(w, item, PROMISE_BY_KEYS) : NULL;
	struct promise p = {.kept = DAY_NONE};

	if (node_is_null(item))
		return;
	if (item->kind == NODE_SCALAR && reader_line(w, "- [ ] ", item->text, item, body_promise)) {
		w->body.promises[w->body.npromises - 1].col = item->col;
		take_promise(w, &w->body.promises[--w->body.npromises], (struct promise_source){.item = item});
		return;
	}
	if (!by) {
		value_refuse(key, item, &w->d, CHECK_DATE, "a promise with a date; write {what: send the deck, by: 2026-11-17}");
		return;
	}
	if (!value_date(&w->scratch, by, by->next, &w->d, &p.by))
		return;
	reader_check_keys(w, item, KEYS("what", "by", "from", "made", "done"));
	p.theirs = is_theirs(w, item);
	read_done(w, item, &p);
	p.what = reader_keep(w, reader_text_under(w, item, PROMISE_WHAT_KEYS));
	add_promise(w, p, (struct promise_source){.item = item});
}

void
read_promises(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_PROMISES];
	const struct node *item;
	size_t i, n = w->body.npromises + (e ? value_count(e->value) : 0);

	if (n)
		w->note->promises = mem_array(w->facts, n, sizeof *w->note->promises);
	for (item = e ? value_items(e->value) : NULL; item; item = value_next(e->value, item))
		read_promise(w, e->key, item);
	for (i = 0; i < w->body.npromises; i++)
		take_promise(w, &w->body.promises[i], (struct promise_source){.found = i});
}
