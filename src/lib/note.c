#include <stdlib.h>
#include <string.h>

#include "body.h"
#include "front.h"
#include "note.h"
#include "text.h"
#include "value.h"

/* A key of the front matter. */
struct entry {
	const struct node *key, *value;
	struct str name;        /* text_key() of the key */
	int field;              /* enum field; -1: none of ours */
	unsigned rank;
	bool repeated;          /* a later key of the same name counts */
};

/* A touch, and its place among those of its day. */
struct ordered {
	struct touch touch;
	size_t place;
	uint64_t fits;
};

struct note_reader {
	const struct rules *rules;
	struct mem *facts;
	struct mem scratch;
	struct matcher *matcher;
	struct body body;
	struct entry *entries;
	size_t nentries, entries_cap;
	const struct entry *best[FIELDS];       /* the key that counts for each; NULL: there is none with a value */
	struct ordered *order;
	size_t order_cap;
	struct note *note;
	struct diag d;
};

struct note_reader *
note_reader_new(const struct rules *rules, struct mem *facts)
{
	struct note_reader *w = mem_resize(NULL, 1, sizeof *w);

	*w = (struct note_reader){.rules = rules, .facts = facts, .matcher = matcher_new()};
	return w;
}

void
note_reader_free(struct note_reader *w)
{
	mem_free(&w->scratch);
	matcher_free(w->matcher);
	body_free(&w->body);
	free(w->entries);
	free(w->order);
	free(w);
}

/* ---- keys ---- */

static void
add_entry(struct note_reader *w, const struct node *key)
{
	struct entry *e;
	const struct spelling *spelling;

	if (w->nentries == w->entries_cap) {
		w->entries_cap = w->entries_cap ? w->entries_cap * 2 : 32;
		w->entries = mem_resize(w->entries, w->entries_cap, sizeof *w->entries);
	}
	e = &w->entries[w->nentries++];
	*e = (struct entry){.key = key, .value = key->next, .name = text_key(&w->scratch, key->text), .field = -1};
	spelling = rules_spelling(w->rules, e->name);
	if (spelling) {
		e->field = (int)spelling->field;
		e->rank = spelling->rank;
	}
}

static void
mark_repeated(struct note_reader *w, const struct entry *e)
{
	struct entry *earlier;

	for (earlier = w->entries; earlier < e; earlier++) {
		if (earlier->repeated || !text_eq(earlier->name, e->name))
			continue;
		earlier->repeated = true;
		diag_add(&w->d, DIAG_WARNING, e->key->line, e->key->col, "%s: this key is also on line %u; the last one counts",
		    diag_plain(&w->d, e->key->text), earlier->key->line);
	}
}

static void
choose_entries(struct note_reader *w)
{
	const struct entry *e;

	memset(w->best, 0, sizeof w->best);
	for (e = w->entries; e < w->entries + w->nentries; e++)
		if (e->field >= 0 && !e->repeated && !node_is_null(e->value)
		    && (!w->best[e->field] || e->rank < w->best[e->field]->rank))
			w->best[e->field] = e;
}

static void
gather_entries(struct note_reader *w, const struct node *root)
{
	const struct node *key;

	w->nentries = 0;
	for (key = root->first; key; key = key->next->next) {
		if (key->kind != NODE_SCALAR)
			continue;
		add_entry(w, key);
		mark_repeated(w, &w->entries[w->nentries - 1]);
	}
	choose_entries(w);
}

/* The next key after e (NULL: the first) that spells a field and has a value. */
static const struct entry *
next_entry(const struct note_reader *w, enum field field, const struct entry *e)
{
	for (e = e ? e + 1 : w->entries; e < w->entries + w->nentries; e++)
		if (e->field == (int)field && !e->repeated && !node_is_null(e->value))
			return e;
	return NULL;
}

/* ---- values ---- */

static struct str
keep(struct note_reader *w, struct str s)
{
	char *p;

	if (!s.n)
		return (struct str){0};
	p = mem_bytes(w->facts, s.n);
	memcpy(p, s.s, s.n);
	return (struct str){p, s.n};
}

static struct strs
keep_list(struct note_reader *w, struct strs list)
{
	struct strs kept = {list.n ? mem_array(w->facts, list.n, sizeof *list.v) : NULL, list.n};
	size_t i;

	for (i = 0; i < list.n; i++)
		kept.v[i] = keep(w, list.v[i]);
	return kept;
}

/* A text field, in the scratch arena. */
static struct str
get_text(struct note_reader *w, enum field field)
{
	const struct entry *e = w->best[field];
	struct str s = {0};

	if (e)
		value_text(&w->scratch, e->key, e->value, &w->d, &s);
	return s;
}

/* All spellings of a list field together. */
static struct strs
get_list(struct note_reader *w, enum field field, bool blanks)
{
	struct strs all = {0}, more;
	const struct entry *e;

	if (!w->best[field])
		return all;
	for (e = next_entry(w, field, NULL); e; e = next_entry(w, field, e)) {
		struct strs both;

		if (!value_list(&w->scratch, e->key, e->value, blanks, &w->d, &more) || !more.n)
			continue;
		both = (struct strs){mem_array(&w->scratch, all.n + more.n, sizeof *all.v), all.n + more.n};
		if (all.n)
			memcpy(both.v, all.v, all.n * sizeof *all.v);
		memcpy(both.v + all.n, more.v, more.n * sizeof *more.v);
		all = both;
	}
	return all;
}

static day
get_date(struct note_reader *w, enum field field)
{
	const struct entry *e = w->best[field];
	day d = DAY_NONE;

	if (e)
		value_date(&w->scratch, e->key, e->value, &w->d, &d);
	return d;
}

static const struct node *
find_key(struct note_reader *w, const struct node *map, const char *const names[])
{
	const struct node *k;
	size_t i;

	for (i = 0; names[i]; i++)
		for (k = map->first; k; k = k->next->next)
			if (k->kind == NODE_SCALAR && !node_is_null(k->next) && text_is(text_key(&w->scratch, k->text), names[i]))
				return k;
	return NULL;
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* The text under one of the names in a map; empty where there is none. */
static struct str
text_under(struct note_reader *w, const struct node *map, const char *const names[])
{
	const struct node *k = find_key(w, map, names);
	struct str s = {0};

	if (k)
		value_text(&w->scratch, k, k->next, &w->d, &s);
	return s;
}

static const struct node *
items_of(const struct node *value)
{
	return value->kind == NODE_LIST ? value->first : value;
}

static const struct node *
next_item(const struct node *value, const struct node *item)
{
	return value->kind == NODE_LIST ? item->next : NULL;
}

static size_t
count_items(const struct node *value)
{
	const struct node *item;
	size_t n = 0;

	for (item = items_of(value); item; item = next_item(value, item))
		n++;
	return n;
}

/* ---- fields ---- */

static struct str
name_of_map(struct note_reader *w, const struct entry *e)
{
	struct str first = text_under(w, e->value, KEYS("first")), last = text_under(w, e->value, KEYS("last"));
	struct buf b = {0};
	struct str name;

	if (!first.n && !last.n)
		value_refuse(e->key, e->value, &w->d, "a name; write text or {first: Ana, last: Gomez}");
	buf_str(&b, first);
	if (first.n && last.n)
		buf_chr(&b, ' ');
	buf_str(&b, last);
	name = mem_str(&w->scratch, (struct str){b.s, b.n});
	buf_free(&b);
	return name;
}

static void
read_name(struct note_reader *w)
{
	const struct entry *e = w->best[FIELD_NAME];
	struct str name = {0}, shown;

	if (e && e->value->kind == NODE_MAP)
		name = name_of_map(w, e);
	else
		name = get_text(w, FIELD_NAME);
	if (!name.n)
		name = w->body.heading;
	link_target(name, &shown);
	w->note->name = shown.n ? keep(w, shown) : note_id(w->note);
}

static void
read_org(struct note_reader *w)
{
	struct str shown;

	link_target(get_text(w, FIELD_ORG), &shown);
	w->note->org = keep(w, shown);
}

/* people/lee-park#Log and people/lee-park.md are people/lee-park */
static struct str
note_of_target(struct str s)
{
	const char *hash = s.n ? memchr(s.s, '#', s.n) : NULL;

	if (hash && hash > s.s)
		s.n = (size_t)(hash - s.s);
	if (s.n > 3 && text_is((struct str){s.s + s.n - 3, 3}, ".md"))
		s.n -= 3;
	return text_trim(s);
}

static void
add_via(struct note_reader *w, const struct node *key, const struct node *item)
{
	struct link *link = &w->note->via[w->note->nvia];
	struct str text;

	if (node_is_null(item) || !value_text(&w->scratch, key, item, &w->d, &text) || !text.n)
		return;
	link->target = keep(w, note_of_target(link_target(text, &link->shown)));
	link->shown = keep(w, link->shown);
	link->line = item->line;
	link->col = item->col;
	link->note = SIZE_MAX;
	w->note->nvia++;
}

static void
read_via(struct note_reader *w)
{
	const struct entry *e = w->best[FIELD_VIA];
	const struct node *item;

	if (!e)
		return;
	w->note->via = mem_array(w->facts, count_items(e->value), sizeof *w->note->via);
	if (value_is_wiki(e->value)) {
		add_via(w, e->key, e->value);
		return;
	}
	for (item = items_of(e->value); item; item = next_item(e->value, item))
		add_via(w, e->key, item);
}

static void
read_every(struct note_reader *w)
{
	const struct entry *e = w->best[FIELD_EVERY];

	if (e && e->value->kind == NODE_SCALAR && text_is(text_trim(e->value->text), "never"))
		w->note->never = true;
	else if (e)
		value_span(e->key, e->value, &w->d, &w->note->every);
}

static void
read_next(struct note_reader *w)
{
	const struct entry *e = w->best[FIELD_NEXT];
	const struct node *key, *value;
	struct next next = {.on = DAY_NONE};

	if (!e)
		return;
	key = e->key;
	value = e->value;
	if (value->kind == NODE_MAP && (key = find_key(w, value, KEYS("on", "date")))) {
		next.action = keep(w, text_under(w, value, KEYS("do")));
		next.why = keep(w, text_under(w, value, KEYS("why")));
		value = key->next;
	}
	if (!key) {
		value_refuse(e->key, value, &w->d, "a date; write YYYY-MM-DD or {on: 2026-11-22, do: call, why: text}");
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

	w->note->stage = keep(w, stage);
	for (i = 0; i < closed->n; i++)
		if (text_eq(closed->v[i], key))
			w->note->closed = true;
}

static void
add_occasion(struct note_reader *w, const struct node *key, const struct node *item)
{
	struct occasion *o = &w->note->occasions[w->note->noccasions];
	const struct node *on = item->kind == NODE_MAP ? find_key(w, item, KEYS("on", "date")) : NULL;
	const struct node *yearly;

	if (!on) {
		value_refuse(key, item, &w->d, "a date; write {what: wedding, on: 2019-06-01}");
		return;
	}
	*o = (struct occasion){.yearly = true};
	yearly = find_key(w, item, KEYS("yearly"));
	if (!value_yearly(on, on->next, &w->d, &o->on)
	    || (yearly && !value_flag(yearly, yearly->next, &w->d, &o->yearly)))
		return;
	if (!o->on.year)
		o->yearly = true;
	o->what = text_under(w, item, KEYS("what"));
	o->what = o->what.n ? keep(w, o->what) : STR("date");
	w->note->noccasions++;
}

static void
read_occasions(struct note_reader *w)
{
	const struct entry *birthday = w->best[FIELD_BIRTHDAY], *dates = w->best[FIELD_DATES];
	const struct node *item;
	struct date_yearly on;
	size_t n = (birthday != NULL) + (dates ? count_items(dates->value) : 0);

	if (n)
		w->note->occasions = mem_array(w->facts, n, sizeof *w->note->occasions);
	if (birthday && value_yearly(birthday->key, birthday->value, &w->d, &on))
		w->note->occasions[w->note->noccasions++] = (struct occasion){.on = on, .yearly = true};
	for (item = dates ? items_of(dates->value) : NULL; item; item = next_item(dates->value, item))
		add_occasion(w, dates->key, item);
}

static void
read_fields(struct note_reader *w)
{
	struct note *n = w->note;

	read_name(w);
	read_org(w);
	n->aliases = keep_list(w, get_list(w, FIELD_ALIASES, false));
	n->email = keep_list(w, get_list(w, FIELD_EMAIL, false));
	n->phone = keep_list(w, get_list(w, FIELD_PHONE, false));
	n->tags = get_list(w, FIELD_TAGS, true);
	for (size_t i = 0; i < n->tags.n; i++)
		if (*n->tags.v[i].s == '#')
			n->tags.v[i] = (struct str){n->tags.v[i].s + 1, n->tags.v[i].n - 1};
	n->tags = keep_list(w, n->tags);
	n->avoid = keep_list(w, get_list(w, FIELD_AVOID, true));
	n->result = keep(w, get_text(w, FIELD_RESULT));
	n->snooze = get_date(w, FIELD_SNOOZE);
	n->added = get_date(w, FIELD_ADDED);
	read_via(w);
	read_every(w);
	read_next(w);
	read_stage(w);
	read_occasions(w);
}

/* ---- log: and promises: ---- */

/* Reads text as a line of the body that begins with prefix. */
static bool
read_line(struct note_reader *w, const char *prefix, struct str text, const struct node *at,
    bool (*read)(struct body *, struct str, unsigned, const struct rules *, struct matcher *, struct diag *))
{
	struct buf b = {0};
	struct str line;

	buf_fmt(&b, "%s", prefix);
	buf_str(&b, text);
	line = mem_str(&w->scratch, (struct str){b.s, b.n});
	buf_free(&b);
	return read(&w->body, line, at->line, w->rules, w->matcher, &w->d);
}

static void
refuse_log(struct note_reader *w, const struct node *at)
{
	diag_add(&w->d, DIAG_ERROR, at->line, at->col, "log: not a touch; write '2026-11-03 meeting: text'");
}

static void
read_log_line(struct note_reader *w, struct str line, const struct node *at)
{
	if (read_line(w, "- ", line, at, body_touch))
		w->body.touches[w->body.ntouches - 1].col = at->col;
	else
		refuse_log(w, at);
}

static void
read_log_pair(struct note_reader *w, const struct node *key)
{
	struct buf b = {0};
	struct str text = {0};

	if (key->kind != NODE_SCALAR || (!node_is_null(key->next) && key->next->kind != NODE_SCALAR)) {
		refuse_log(w, key);
		return;
	}
	if (!node_is_null(key->next))
		text = key->next->text;
	buf_str(&b, key->text);
	buf_fmt(&b, ": ");
	buf_str(&b, text);
	read_log_line(w, (struct str){b.s, b.n}, key);
	buf_free(&b);
}

static struct str
direction_sign(struct note_reader *w, const struct node *map)
{
	const struct node *k = find_key(w, map, KEYS("dir", "from"));
	struct str s;

	if (!k || !value_text(&w->scratch, k, k->next, &w->d, &s))
		return (struct str){0};
	if (text_eq(s, STR("<")) || text_is(s, "in") || text_is(s, "them"))
		return STR("< ");
	if (text_eq(s, STR(">")) || text_is(s, "out") || text_is(s, "me"))
		return STR("> ");
	if (!text_is(s, "both"))
		value_refuse(k, k->next, &w->d, "a direction; write in (from them), out (from you) or both");
	return (struct str){0};
}

static void
read_log_map(struct note_reader *w, const struct node *map, const struct node *date)
{
	struct str kind = text_under(w, map, KEYS("kind", "type", "channel", "method"));
	struct str text = text_under(w, map, KEYS("text", "note", "summary")), day_text;
	struct buf b = {0};

	if (!value_text(&w->scratch, date, date->next, &w->d, &day_text))
		return;
	buf_str(&b, link_target(day_text, NULL));
	buf_chr(&b, ' ');
	buf_str(&b, direction_sign(w, map));
	buf_str(&b, kind);
	buf_str(&b, kind.n && text.n ? STR(": ") : STR(""));
	buf_str(&b, text);
	read_log_line(w, (struct str){b.s, b.n}, date->next);
	buf_free(&b);
}

static void
read_log_item(struct note_reader *w, const struct node *item)
{
	const struct node *date = item->kind == NODE_MAP ? find_key(w, item, KEYS("date", "on")) : NULL;
	const struct node *key;

	if (node_is_null(item))
		return;
	if (item->kind == NODE_SCALAR)
		read_log_line(w, item->text, item);
	else if (date)
		read_log_map(w, item, date);
	else if (item->kind == NODE_MAP)
		for (key = item->first; key; key = key->next->next)
			read_log_pair(w, key);
	else
		refuse_log(w, item);
}

static void
read_log(struct note_reader *w)
{
	const struct entry *e = w->best[FIELD_LOG];
	const struct node *item;

	for (item = e ? items_of(e->value) : NULL; item; item = next_item(e->value, item))
		read_log_item(w, item);
}

/* ---- touches ---- */

static bool
is_dash(struct str s, size_t *n)
{
	static const struct str dashes[] = {{":", 1}, {"-", 1}, {"|", 1}, {"\xE2\x80\x93", 3}, {"\xE2\x80\x94", 3}};
	size_t i;

	for (i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		if (s.n >= dashes[i].n && memcmp(s.s, dashes[i].s, dashes[i].n) == 0) {
			*n = dashes[i].n;
			return true;
		}
	}
	return false;
}

static struct str
without_separators(struct str s)
{
	size_t n;

	s = text_trim(s);
	while (is_dash(s, &n))
		s = text_trim((struct str){s.s + n, s.n - n});
	return s;
}

/*
 * The kind that a word is or begins with before a dash (`sales-call`, `call-` of `call-back`); 0, which is
 * `contact`, where it is none. *taken is how many bytes of the word that is.
 */
static unsigned
kind_of_word(const struct rules *rules, struct str word, size_t *taken)
{
	for (*taken = word.n; word.n; *taken = word.n) {
		int kind = rules_kind(rules, word);

		if (kind >= 0)
			return (unsigned)kind;
		do
			word.n--;
		while (word.n && word.s[word.n] != '-');
	}
	return 0;
}

/* Which of the patterns for texts that matter to this note fit. */
static uint64_t
fits_of(struct note_reader *w, const struct found_touch *f, struct str text, uint64_t wanted)
{
	uint64_t fits = 0;
	unsigned i;

	for (i = 0; wanted >> i; i++) {
		enum match m = wanted >> i & 1 ? match(w->matcher, w->rules->texts[i], text) : MATCH_NO;

		if (m == MATCH_YES)
			fits |= UINT64_C(1) << i;
		else if (m == MATCH_FAILED)
			diag_add(&w->d, DIAG_ERROR, f->line, f->col, "a match: pattern gave up on this text: %s",
			    match_problem(w->matcher));
	}
	return fits;
}

static struct ordered
check_touch(struct note_reader *w, const struct found_touch *f, day date, uint64_t wanted)
{
	struct touch t = {.day = date};
	struct str text = f->text;
	size_t taken = 0;

	t.kind = (uint16_t)kind_of_word(w->rules, f->kind, &taken);
	if (f->kind.s)
		text = (struct str){f->kind.s + taken, (size_t)((f->text.s ? f->text.s + f->text.n : f->kind.s + f->kind.n)
		    - f->kind.s) - taken};
	t.dir = (uint8_t)w->rules->kinds[t.kind].dir;
	if (f->dir.n)
		t.dir = *f->dir.s == '<' ? DIR_IN : DIR_OUT;
	return (struct ordered){.touch = t, .fits = wanted ? fits_of(w, f, without_separators(text), wanted) : 0};
}

static void
add_ordered(struct note_reader *w, size_t n, struct ordered t, size_t place)
{
	if (n >= w->order_cap) {
		w->order_cap = w->order_cap ? w->order_cap * 2 : 32;
		w->order = mem_resize(w->order, w->order_cap, sizeof *w->order);
	}
	w->order[n] = t;
	w->order[n].place = place;
}

enum { PLACE_LAST, PLACE_APPLIED, PLACE_MET, PLACE_FOUND };

/* The patterns for texts, save the one for a cadence where the note has its own. */
static uint64_t
wanted_texts(const struct note_reader *w)
{
	uint64_t all = w->rules->ntexts == 64 ? UINT64_MAX : (UINT64_C(1) << w->rules->ntexts) - 1;
	struct span every;

	return note_cadence(w->note, w->rules, &every) ? all & ~w->rules->stay_match : all;
}

/* What was found, in the order of the file. Returns how many. */
static size_t
order_found(struct note_reader *w)
{
	const struct body *b = &w->body;
	uint64_t wanted = wanted_texts(w);
	size_t i, n = 0;

	for (i = 0; i < b->ntouches; i++) {
		const struct found_touch *f = &b->touches[i];
		day date;
		enum date_error e;

		if (b->has_log && !f->in_log)
			continue;
		e = date_parse(f->date, &date);
		value_refuse_date(f->date, e, f->line, f->col, &w->d);
		if (e == DATE_OK) {
			add_ordered(w, n, check_touch(w, f, date, wanted), PLACE_FOUND + n);
			n++;
		}
	}
	return n;
}

/* Where the newest stands first, the touches of one day stand in the opposite order too. */
static void
turn_round(struct ordered *v, size_t n)
{
	size_t i;

	if (n && v[0].touch.day > v[n - 1].touch.day)
		for (i = 0; i < n; i++)
			v[i].place = PLACE_FOUND + n - 1 - i;
}

static bool
has_touch(const struct ordered *v, size_t n, unsigned kind, day date)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (v[i].touch.kind == kind && v[i].touch.day == date)
			return true;
	return false;
}

/* The day that `applied:` or `met:` says, as a touch of a kind, unless there is one. Returns how many touches. */
static size_t
add_implied(struct note_reader *w, size_t n, enum field field, struct str kind, size_t place)
{
	day date = get_date(w, field);
	struct touch t = {.day = date};
	int k;

	if (date == DAY_NONE)
		return n;
	k = rules_kind(w->rules, kind);
	if (k < 0 || has_touch(w->order, n, (unsigned)k, date))
		return n;
	t.kind = (uint16_t)k;
	t.dir = (uint8_t)w->rules->kinds[k].dir;
	add_ordered(w, n, (struct ordered){.touch = t}, place);
	return n + 1;
}

/* The latest date of all spellings of `last:`. */
static size_t
add_last(struct note_reader *w, size_t n)
{
	const struct entry *e;
	day date, latest = DAY_NONE;
	struct touch t;

	for (e = next_entry(w, FIELD_LAST, NULL); e; e = next_entry(w, FIELD_LAST, e))
		if (value_date(&w->scratch, e->key, e->value, &w->d, &date) && date > latest)
			latest = date;
	if (latest == DAY_NONE)
		return n;
	t = (struct touch){.day = latest, .dir = DIR_BOTH, .from_last = true};
	add_ordered(w, n, (struct ordered){.touch = t}, PLACE_LAST);
	return n + 1;
}

static int
compare_ordered(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;

	if (x->touch.day != y->touch.day)
		return x->touch.day < y->touch.day ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static void
keep_touches(struct note_reader *w, size_t n)
{
	struct note *note = w->note;
	uint64_t any = 0;
	size_t i;

	note->touches = mem_array(w->facts, n, sizeof *note->touches);
	note->ntouches = (uint32_t)n;
	for (i = 0; i < n; i++) {
		note->touches[i] = w->order[i].touch;
		any |= w->order[i].fits;
	}
	if (!any)
		return;
	note->fits = mem_array(w->facts, n, sizeof *note->fits);
	for (i = 0; i < n; i++)
		note->fits[i] = w->order[i].fits;
}

static void
read_touches(struct note_reader *w)
{
	size_t n = order_found(w);

	turn_round(w->order, n);
	n = add_implied(w, n, FIELD_APPLIED, STR("application"), PLACE_APPLIED);
	n = add_implied(w, n, FIELD_MET, STR("meeting"), PLACE_MET);
	n = add_last(w, n);
	if (!n)
		return;
	qsort(w->order, n, sizeof *w->order, compare_ordered);
	keep_touches(w, n);
}

/* ---- promises ---- */

static struct str
promise_text(struct note_reader *w, const struct found_promise *f)
{
	struct str text = without_separators(f->text), more = text_trim(f->more);
	struct buf b = {0};
	struct str what;

	if (!more.n || !text.n)
		return keep(w, text.n ? text : more);
	buf_str(&b, text);
	buf_chr(&b, ' ');
	buf_str(&b, more);
	what = keep(w, (struct str){b.s, b.n});
	buf_free(&b);
	return what;
}

static void
add_promise(struct note_reader *w, struct promise p)
{
	w->note->promises[w->note->npromises++] = p;
}

static void
take_promise(struct note_reader *w, const struct found_promise *f)
{
	struct promise p = {.theirs = f->dir.n && *f->dir.s == '<', .done = f->done.n > 0};
	enum date_error e = date_parse(f->date, &p.by);

	if (e != DATE_OK) {
		value_refuse_date(f->date, e, f->line, f->col, &w->d);
		return;
	}
	if (f->mark.n == 1 && strchr("xX-", *f->mark.s))
		p.done = true;
	p.what = promise_text(w, f);
	add_promise(w, p);
}

static bool
is_done(struct note_reader *w, const struct node *map)
{
	const struct node *k = find_key(w, map, KEYS("done"));
	day date;
	bool done = true;

	if (!k)
		return false;
	if (k->next->kind != NODE_SCALAR || !k->next->text.n || *k->next->text.s < '0' || *k->next->text.s > '9')
		value_flag(k, k->next, &w->d, &done);
	else
		value_date(&w->scratch, k, k->next, &w->d, &date);
	return done;
}

static bool
is_theirs(struct note_reader *w, const struct node *map)
{
	const struct node *k = find_key(w, map, KEYS("from"));

	if (!k || (k->next->kind == NODE_SCALAR && text_is(k->next->text, "me")))
		return false;
	if (k->next->kind == NODE_SCALAR && text_is(k->next->text, "them"))
		return true;
	value_refuse(k, k->next, &w->d, "me or them");
	return false;
}

/* An entry of `promises:`; one that is text is a task without its box. */
static void
read_promise(struct note_reader *w, const struct node *key, const struct node *item)
{
	const struct node *by = item->kind == NODE_MAP ? find_key(w, item, KEYS("by")) : NULL;
	struct promise p = {0};

	if (node_is_null(item))
		return;
	if (item->kind == NODE_SCALAR && read_line(w, "- [ ] ", item->text, item, body_promise)) {
		w->body.promises[w->body.npromises - 1].col = item->col;
		take_promise(w, &w->body.promises[--w->body.npromises]);
		return;
	}
	if (!by) {
		value_refuse(key, item, &w->d, "a promise with a date; write {what: send the deck, by: 2026-11-17}");
		return;
	}
	if (!value_date(&w->scratch, by, by->next, &w->d, &p.by))
		return;
	p.theirs = is_theirs(w, item);
	p.done = is_done(w, item);
	p.what = keep(w, text_under(w, item, KEYS("what")));
	add_promise(w, p);
}

static void
read_promises(struct note_reader *w)
{
	const struct entry *e = w->best[FIELD_PROMISES];
	const struct node *item;
	size_t i, n = w->body.npromises + (e ? count_items(e->value) : 0);

	if (n)
		w->note->promises = mem_array(w->facts, n, sizeof *w->note->promises);
	for (item = e ? items_of(e->value) : NULL; item; item = next_item(e->value, item))
		read_promise(w, e->key, item);
	for (i = 0; i < w->body.npromises; i++)
		take_promise(w, &w->body.promises[i]);
}

/* ---- the note ---- */

static bool
read_front(struct note_reader *w, const struct front *front)
{
	struct node *root = yaml_read(&w->scratch, front->text, front->line, &w->d);

	if (!root)
		return false;
	gather_entries(w, root);
	body_clear(&w->body);
	read_log(w);
	body_scan(&w->body, front->body, front->body_line, w->rules, w->matcher, &w->d);
	read_fields(w);
	read_touches(w);
	read_promises(w);
	return true;
}

enum note_result
note_read(struct note_reader *w, struct str file, struct note *note)
{
	struct front front;
	enum note_result result = NOTE_BAD;

	mem_reset(&w->scratch);
	w->note = note;
	w->d = (struct diag){.mem = w->facts};
	note->snooze = note->added = DAY_NONE;
	note->name = note_id(note);
	switch (front_find(file, &front, &w->d)) {
	case FRONT_NONE:
		result = NOTE_NONE;
		break;
	case FRONT_FOUND:
		if (read_front(w, &front))
			result = NOTE_READ;
		break;
	case FRONT_BAD:
		break;
	}
	note->messages = w->d.first;
	return result;
}

struct str
note_id(const struct note *note)
{
	struct str s = note->path;
	size_t i;

	for (i = s.n; i > 0 && s.s[i - 1] != '/';)
		i--;
	s = (struct str){s.s + i, s.n - i};
	if (s.n > 3 && text_is((struct str){s.s + s.n - 3, 3}, ".md"))
		s.n -= 3;
	else if (s.n > 9 && text_is((struct str){s.s + s.n - 9, 9}, ".markdown"))
		s.n -= 9;
	return s;
}

bool
note_tagged(const struct note *note, struct strs folded)
{
	size_t i, j;

	for (i = 0; i < note->tags.n; i++)
		for (j = 0; j < folded.n; j++)
			if (text_folds_to(note->tags.v[i], folded.v[j]))
				return true;
	return false;
}

bool
note_cadence(const struct note *note, const struct rules *rules, struct span *every)
{
	size_t i, j;
	bool found = note->never || note->every.n;

	*every = note->every;
	for (i = 0; !found && i < rules->ncadence; i++) {
		const struct cadence *c = &rules->cadence[i];

		for (j = 0; j < note->tags.n; j++)
			if (c->every.n && text_folds_to(note->tags.v[j], c->tag)
			    && (!every->n || span_length(c->every) < span_length(*every)))
				*every = c->every;
	}
	return found || every->n;
}
