#include <stdlib.h>
#include <string.h>

#include "reader.h"
#include "text.h"

static void
refuse_log(struct note_reader *w, const struct node *at)
{
	diag_add(&w->d, CHECK_LOG, at->line, at->col, "log: not a touch; write '2026-11-03 meeting: text'");
}

/* An entry that was put together as a line; kind is where its kind stands, or NULL for behind the date. */
static void
read_log_line(struct note_reader *w, struct str line, const struct node *at, const struct node *kind)
{
	struct found_touch *f;

	if (!reader_line(w, "- ", line, at, body_touch)) {
		refuse_log(w, at);
		return;
	}
	f = &w->body.touches[w->body.ntouches - 1];
	f->col = at->col;
	f->kind_line = kind ? kind->line : at->line;
	f->kind_col = kind ? kind->col : at->col + !at->plain;
	if (!kind && f->kind.s > f->date.s)
		f->kind_col += (unsigned)utf8_count((struct str){f->date.s, (size_t)(f->kind.s - f->date.s)});
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
	read_log_line(w, buf_text(&b), key, NULL);
	buf_free(&b);
}

static struct str
direction_sign(struct note_reader *w, const struct node *map)
{
	const struct node *k = reader_find_key(w, map, LOG_DIR_KEYS);
	struct str s;

	if (!k || !value_text(&w->scratch, k, k->next, &w->d, &s))
		return (struct str){0};
	if (text_eq(s, STR("<")) || text_is(s, "in") || text_is(s, "them"))
		return STR("< ");
	if (text_eq(s, STR(">")) || text_is(s, "out") || text_is(s, "me"))
		return STR("> ");
	if (!text_is(s, "both"))
		value_refuse(k, k->next, &w->d, CHECK_VALUE, "a direction; write in (from them), out (from you) or both");
	return (struct str){0};
}

static void
read_log_map(struct note_reader *w, const struct node *map, const struct node *date)
{
	const struct node *key = reader_find_key(w, map, LOG_KIND_KEYS);
	struct str kind = {0}, text, day_text;
	struct buf b = {0};

	if (key)
		value_text(&w->scratch, key, key->next, &w->d, &kind);
	text = reader_text_under(w, map, LOG_TEXT_KEYS);
	if (!value_text(&w->scratch, date, date->next, &w->d, &day_text))
		return;
	buf_str(&b, link_target(day_text, NULL));
	buf_chr(&b, ' ');
	buf_str(&b, direction_sign(w, map));
	buf_str(&b, kind.n ? kind : STR("contact"));
	buf_fmt(&b, ": ");
	buf_str(&b, text);
	read_log_line(w, buf_text(&b), date->next, key ? key->next : NULL);
	buf_free(&b);
}

static void
read_log_item(struct note_reader *w, const struct node *item)
{
	const struct node *date = item->kind == NODE_MAP ? reader_find_key(w, item, LOG_DATE_KEYS) : NULL;
	const struct node *key;

	if (node_is_null(item))
		return;
	if (item->kind == NODE_SCALAR)
		read_log_line(w, item->text, item, NULL);
	else if (date)
		read_log_map(w, item, date);
	else if (item->kind == NODE_MAP)
		for (key = item->first; key; key = key->next->next)
			read_log_pair(w, key);
	else
		refuse_log(w, item);
}

void
read_log(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_LOG];
	const struct node *item;

	for (item = e ? value_items(e->value) : NULL; item; item = value_next(e->value, item))
		read_log_item(w, item);
}

unsigned
reader_kind(const struct rules *rules, struct str word, size_t *taken)
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

	for (i = 0; i < w->rules->ntexts; i++) {
		enum match m = wanted >> i & 1 ? match(w->matcher, w->rules->texts[i], text_head(text, BODY_LINE)) : MATCH_NO;

		if (m == MATCH_YES)
			fits |= UINT64_C(1) << i;
		else if (m == MATCH_FAILED)
			diag_add(&w->d, CHECK_PATTERN, f->line, f->col, "a match: pattern gave up on this text: %s",
			    match_problem(w->matcher));
	}
	return fits;
}

/* The text, with what of the word before it is no kind; a pattern may have its groups in any order. */
static struct str
text_after(const struct found_touch *f, size_t taken)
{
	struct str last = f->text.s ? f->text : f->kind;
	const char *start = f->kind.s ? f->kind.s + taken : NULL, *end = last.s ? last.s + last.n : NULL;

	return start && end > start ? (struct str){start, (size_t)(end - start)} : f->text;
}

static struct ordered
check_touch(struct note_reader *w, struct found_touch *f, day date, uint64_t wanted)
{
	struct touch t = {.day = date};
	struct str text;
	size_t taken = 0;

	t.kind = (uint16_t)reader_kind(w->rules, f->kind, &taken);
	f->known = taken > 0;
	text = reader_without_separators(text_after(f, taken), true);
	t.dir = (uint8_t)reader_direction(f->dir, &text);
	if (t.dir == DIR_NONE)
		t.dir = (uint8_t)w->rules->kinds[t.kind].dir;
	return (struct ordered){
		.touch = t, .line = f->line, .text = text, .fits = wanted ? fits_of(w, f, text, wanted) : 0,
	};
}

static void
add_ordered(struct note_reader *w, size_t n, struct ordered t, size_t place)
{
	w->order = mem_grow(w->order, n, &w->order_cap, sizeof *w->order);
	w->order[n] = t;
	w->order[n].place = place;
}

/* The patterns for texts, save the one for a cadence where the note has its own. */
static uint64_t
wanted_texts(const struct note_reader *w)
{
	uint64_t all = w->rules->ntexts == TEXTS ? UINT64_MAX : (UINT64_C(1) << w->rules->ntexts) - 1;
	struct span every;

	return note_cadence(w->note, &every) ? all & ~w->rules->stay_match : all;
}

/* What was found, in the order of the file. Returns how many. */
static size_t
order_found(struct note_reader *w)
{
	const struct body *b = &w->body;
	uint64_t wanted = wanted_texts(w);
	size_t i, n = 0;

	for (i = 0; i < b->ntouches; i++) {
		struct found_touch *f = &b->touches[i];
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
	day date = reader_date(w, field);
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

	for (e = keys_next(&w->keys, FIELD_LAST, NULL); e; e = keys_next(&w->keys, FIELD_LAST, e))
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

static bool
is_in_order(const struct ordered *v, size_t n)
{
	size_t i;

	for (i = 1; i < n; i++)
		if (compare_ordered(&v[i - 1], &v[i]) > 0)
			return false;
	return true;
}

static bool
begins_blank(struct str line)
{
	return line.n && (*line.s == ' ' || *line.s == '\t');
}

/* Whether a line begins an item of a list. */
static bool
is_item(struct str line)
{
	struct str s = text_trim(line);
	size_t digits = 0;

	while (digits < s.n && s.s[digits] >= '0' && s.s[digits] <= '9')
		digits++;
	if (digits >= s.n || (digits ? !strchr(".)", s.s[digits]) : !strchr("-*+", *s.s)))
		return false;
	return digits + 1 == s.n || begins_blank((struct str){s.s + digits + 1, s.n - digits - 1});
}

/* Whether a line is a part of what a touch above it says: text below a heading, or a further line of an item. */
static bool
is_said(const struct body_line *touch, const struct body_line *line)
{
	struct str s = text_trim(line->text);

	if (!s.n || line->kind != LINE_OTHER || line->level || *s.s == '|')
		return false;
	if (touch->level)
		return !body_is_task(s);
	return is_item(touch->text) && begins_blank(line->text) && !is_item(line->text);
}

static bool
is_passed_over(const struct body_line *line)
{
	return line->kind == LINE_COMMENT || !text_trim(line->text).n;
}

/* A line without the marks of a quotation. */
static struct str
without_quote(struct str line)
{
	struct str s = text_trim(line);

	while (s.n && *s.s == '>')
		s = text_trim((struct str){s.s + 1, s.n - 1});
	return s;
}

/* Adds the lines below a touch that say more of it, up to a blank one. */
static void
add_below(const struct body *body, unsigned number, struct buf *b)
{
	const struct body_line *line = body->lines, *end = body->lines + body->nlines, *touch;
	unsigned next = number + 1;

	while (line->line < number)
		line++;
	touch = line++;
	while (touch->level && line < end && is_passed_over(line))
		line++;
	if (touch->level && line < end)
		next = line->line;
	for (; line < end && line->line == next && is_said(touch, line) && b->n < BODY_LINE; line++, next++) {
		struct str s = without_quote(line->text);

		if (b->n && s.n)
			buf_chr(b, ' ');
		buf_str(b, s);
	}
}

/* What the last touch says, in one line. */
static void
keep_said(struct note_reader *w)
{
	const struct touch *last = note_last(w->note, note_happened(w->note, w->reading->today));
	const struct ordered *o = last ? &w->order[last - w->note->touches] : NULL;
	struct buf b = {0};

	if (!o)
		return;
	buf_str(&b, o->text);
	if (o->line >= w->front.body_line)
		add_below(&w->body, o->line, &b);
	w->rest.said = reader_keep(w, text_head(buf_text(&b), BODY_LINE));
	buf_free(&b);
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
	if (w->reading->said)
		keep_said(w);
	if (!any)
		return;
	note->fits = mem_array(w->facts, n, sizeof *note->fits);
	for (i = 0; i < n; i++)
		note->fits[i] = w->order[i].fits;
}

void
read_touches(struct note_reader *w)
{
	size_t n = order_found(w);

	turn_round(w->order, n);
	n = add_implied(w, n, FIELD_APPLIED, STR("application"), PLACE_APPLIED);
	n = add_implied(w, n, FIELD_MET, STR("meeting"), PLACE_MET);
	n = add_last(w, n);
	if (!n)
		return;
	if (!is_in_order(w->order, n))
		qsort(w->order, n, sizeof *w->order, compare_ordered);
	keep_touches(w, n);
}
