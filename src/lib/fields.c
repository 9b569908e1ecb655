#include <string.h>

#include "reader.h"
#include "text.h"

static struct strs
keep_list(struct note_reader *w, struct strs list)
{
	struct strs kept = {list.n ? mem_array(w->facts, list.n, sizeof *list.v) : NULL, list.n};
	size_t i;

	for (i = 0; i < list.n; i++)
		kept.v[i] = reader_keep(w, list.v[i]);
	return kept;
}

static struct strs
keep_unless_brief(struct note_reader *w, struct strs list)
{
	return w->reading->brief ? list : keep_list(w, list);
}

/* A text field, in the scratch arena. */
static struct str
get_text(struct note_reader *w, enum field field)
{
	const struct entry *e = w->keys.best[field];
	struct str s = {0};

	if (e)
		value_text(&w->scratch, e->key, e->value, &w->d, &s);
	return s;
}

/* Adds more to all, which has room for *cap. */
static void
append(struct mem *mem, struct strs *all, size_t *cap, struct strs more)
{
	struct str *old = all->v;

	if (all->n + more.n > *cap) {
		*cap = 2 * (all->n + more.n);
		all->v = mem_array(mem, *cap, sizeof *all->v);
		if (all->n)
			memcpy(all->v, old, all->n * sizeof *old);
	}
	if (more.n)
		memcpy(all->v + all->n, more.v, more.n * sizeof *more.v);
	all->n += more.n;
}

/* All spellings of a list field together. */
static struct strs
get_list(struct note_reader *w, enum field field, bool blanks)
{
	struct strs all = {0}, more;
	const struct entry *e;
	size_t cap = 0;

	if (!w->keys.best[field])
		return all;
	for (e = keys_next(&w->keys, field, NULL); e; e = keys_next(&w->keys, field, e)) {
		value_list(&w->scratch, e->key, e->value, blanks, &w->d, &more);
		append(&w->scratch, &all, &cap, more);
	}
	return all;
}

static struct str
name_of_map(struct note_reader *w, const struct entry *e)
{
	struct str first = reader_text_under(w, e->value, KEYS("first")), last = reader_text_under(w, e->value, KEYS("last"));
	struct buf b = {0};

	if (!first.n && !last.n)
		value_refuse(e->key, e->value, &w->d, CHECK_VALUE, "a name; write text or {first: Ana, last: Gomez}");
	buf_str(&b, first);
	if (first.n && last.n)
		buf_chr(&b, ' ');
	buf_str(&b, last);
	return buf_take(&b, &w->scratch);
}

struct str
read_name(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_NAME];

	return e && e->value->kind == NODE_MAP ? name_of_map(w, e) : get_text(w, FIELD_NAME);
}

static void
keep_name(struct note_reader *w, struct str name)
{
	struct str shown;

	link_target(name.n ? name : text_head(w->body.heading, VALUE_TEXT), &shown);
	w->note->name = shown.n ? reader_keep(w, shown) : note_id(w->note);
}

static void
read_org(struct note_reader *w)
{
	struct str shown;

	link_target(get_text(w, FIELD_ORG), &shown);
	w->note->org = reader_keep(w, shown);
}

/* people/lee-park#Log and people/lee-park.md are people/lee-park */
static struct str
note_of_target(struct str s)
{
	const char *hash = s.n ? memchr(s.s, '#', s.n) : NULL;

	if (hash && hash > s.s)
		s.n = (size_t)(hash - s.s);
	return note_stem(text_trim(s));
}

static void
add_via(struct note_reader *w, const struct node *key, const struct node *item)
{
	struct link *link = &w->note->via[w->note->nvia];
	struct str text;

	if (node_is_null(item) || !value_text(&w->scratch, key, item, &w->d, &text) || !text.n)
		return;
	link->target = reader_keep(w, note_of_target(link_target(text, &link->shown)));
	if (!link->target.n) {
		value_refuse(key, item, &w->d, CHECK_LINK, "a link; write the id or the name of a note");
		return;
	}
	link->shown = reader_keep(w, link->shown);
	link->line = item->line;
	link->col = item->col;
	link->note = SIZE_MAX;
	w->note->nvia++;
}

static void
read_via(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_VIA];
	const struct node *item;

	if (!e)
		return;
	w->note->via = mem_array(w->facts, value_count(e->value), sizeof *w->note->via);
	if (value_is_wiki(e->value)) {
		add_via(w, e->key, e->value);
		return;
	}
	for (item = value_items(e->value); item; item = value_next(e->value, item))
		add_via(w, e->key, item);
}

static void
read_every(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_EVERY];

	if (e && e->value->kind == NODE_SCALAR && text_is(text_trim(e->value->text), "never"))
		w->note->never = true;
	else if (e)
		value_span(e->key, e->value, &w->d, &w->note->every);
}

static void
read_next(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_NEXT];
	const struct node *key, *value;
	struct next next = {.on = DAY_NONE};

	if (!e)
		return;
	key = e->key;
	value = e->value;
	if (value->kind == NODE_MAP && (key = reader_find_key(w, value, DATE_KEYS))) {
		reader_check_keys(w, value, KEYS("on", "date", "do", "why"));
		next.action = reader_keep(w, reader_text_under(w, value, KEYS("do")));
		next.why = reader_keep(w, reader_text_under(w, value, KEYS("why")));
		value = key->next;
	}
	if (!key) {
		value_refuse(e->key, value, &w->d, CHECK_DATE, "a date; write YYYY-MM-DD or {on: 2026-11-22, do: call, why: text}");
		return;
	}
	if (!value_date(&w->scratch, key, value, &w->d, &next.on))
		return;
	w->note->next = mem_alloc(w->facts, sizeof next);
	*w->note->next = next;
}

static void
read_stage(struct note_reader *w)
{
	struct str stage = get_text(w, FIELD_STAGE), key = text_key(&w->scratch, stage);
	const struct strs *closed = &w->rules->closed_stages;
	size_t i;

	w->note->stage = reader_keep(w, stage);
	for (i = 0; i < closed->n; i++)
		if (text_eq(closed->v[i], key))
			w->note->closed = true;
}

static void
add_occasion(struct note_reader *w, const struct node *key, const struct node *item)
{
	struct occasion *o = &w->note->occasions[w->note->noccasions];
	const struct node *on = item->kind == NODE_MAP ? reader_find_key(w, item, DATE_KEYS) : NULL;
	const struct node *yearly;

	if (!on) {
		value_refuse(key, item, &w->d, CHECK_DATE, "a date; write {what: wedding, on: 2019-06-01}");
		return;
	}
	reader_check_keys(w, item, KEYS("what", "on", "date", "yearly"));
	*o = (struct occasion){.yearly = true};
	yearly = reader_find_key(w, item, KEYS("yearly"));
	if (!value_yearly(on, on->next, &w->d, &o->on))
		return;
	if (yearly)
		value_flag(yearly, yearly->next, &w->d, &o->yearly);
	if (!o->on.year)
		o->yearly = true;
	o->what = reader_text_under(w, item, KEYS("what"));
	o->what = o->what.n ? reader_keep(w, o->what) : STR("date");
	w->note->noccasions++;
}

static void
read_occasions(struct note_reader *w)
{
	const struct entry *birthday = w->keys.best[FIELD_BIRTHDAY], *dates = w->keys.best[FIELD_DATES];
	const struct node *item;
	struct date_yearly on;
	size_t n = (birthday != NULL) + (dates ? value_count(dates->value) : 0);

	if (n)
		w->note->occasions = mem_array(w->facts, n, sizeof *w->note->occasions);
	if (birthday && value_yearly(birthday->key, birthday->value, &w->d, &on))
		w->note->occasions[w->note->noccasions++] = (struct occasion){.on = on, .yearly = true};
	for (item = dates ? value_items(dates->value) : NULL; item; item = value_next(dates->value, item))
		add_occasion(w, dates->key, item);
}

static struct strs
get_tags(struct note_reader *w)
{
	struct strs tags = get_list(w, FIELD_TAGS, true);
	size_t i;

	for (i = 0; i < tags.n; i++)
		tags.v[i] = text_tag(tags.v[i]);
	return tags;
}

void
read_fields(struct note_reader *w, struct str name)
{
	struct note *n = w->note;

	keep_name(w, name);
	read_org(w);
	w->rest.aliases = keep_list(w, get_list(w, FIELD_ALIASES, false));
	w->rest.email = keep_unless_brief(w, get_list(w, FIELD_EMAIL, false));
	w->rest.phone = keep_unless_brief(w, get_list(w, FIELD_PHONE, false));
	w->rest.tags = keep_unless_brief(w, get_tags(w));
	note_heed_tags(n, w->rules);
	w->rest.avoid = keep_list(w, get_list(w, FIELD_AVOID, true));
	w->rest.result = reader_keep(w, get_text(w, FIELD_RESULT));
	n->snooze = reader_date(w, FIELD_SNOOZE);
	n->added = reader_date(w, FIELD_ADDED);
	read_via(w);
	read_every(w);
	read_next(w);
	read_stage(w);
	read_occasions(w);
}
