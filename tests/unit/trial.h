/*
 * An edit of a note, tried: the bytes that differ are the line or the value that was meant, and no others; and read
 * back, the fact that was meant differs, and no other.
 */
#ifndef TRIAL_H
#define TRIAL_H

#include "../../src/lib/edit.h"
#include "../../src/lib/match.h"
#include "../../src/lib/read.h"
#include "../../src/lib/reader.h"
#include "made.h"

enum { SHOWN = 10 };            /* of trials that go wrong */

static const char extra_rules[] =
    "rules:\n"
    "  - {name: text, after: any, match: 'deck', do: x, in: 1d}\n";

static struct rules rules;
static struct editor *editor;

/* ---- what a note says ---- */

enum fact {
	F_NAME, F_ORG, F_ALIASES, F_EMAIL, F_PHONE, F_TAGS, F_VIA, F_EVERY, F_NEXT, F_NEXT_WHAT, F_SNOOZE, F_STAGE, F_ADDED,
	F_BIRTHDAY, F_DATES, F_AVOID, F_RESULT,
	FACTS,
	F_NONE = FACTS
};

static const char *const fact_names[FACTS] = {
	"name", "org", "aliases", "email", "phone", "tags", "via", "every", "next", "what is next", "snooze", "stage", "added",
	"birthday", "dates", "avoid", "result",
};

/* What each field says; of the rest the front matter as a tree, and the touches. */
static const enum fact fact_of_field[FIELDS] = {
	[FIELD_NAME] = F_NAME, [FIELD_ALIASES] = F_ALIASES, [FIELD_ORG] = F_ORG, [FIELD_EMAIL] = F_EMAIL,
	[FIELD_PHONE] = F_PHONE, [FIELD_TAGS] = F_TAGS, [FIELD_VIA] = F_VIA, [FIELD_EVERY] = F_EVERY, [FIELD_LAST] = F_NONE,
	[FIELD_NEXT] = F_NEXT, [FIELD_SNOOZE] = F_SNOOZE, [FIELD_STAGE] = F_STAGE, [FIELD_ADDED] = F_ADDED,
	[FIELD_APPLIED] = F_NONE, [FIELD_MET] = F_NONE, [FIELD_BIRTHDAY] = F_BIRTHDAY, [FIELD_DATES] = F_DATES,
	[FIELD_AVOID] = F_AVOID, [FIELD_LOG] = F_NONE, [FIELD_PROMISES] = F_NONE, [FIELD_RESULT] = F_RESULT,
	[FIELD_ROLE] = F_NONE, [FIELD_ASKS] = F_NONE, [FIELD_OFFERS] = F_NONE, [FIELD_QUESTIONS] = F_NONE,
};

/* A touch as it was read. */
struct seen_touch {
	struct touch touch;
	size_t place;           /* below PLACE_FOUND: a field stands for it */
	struct str text;        /* all there is of it */
};

/* Where touches stand, in the order of the file. */
struct row_of_days {
	day *v;
	size_t n;
};

/* A key of the front matter. */
struct seen_key {
	struct str key, value;  /* value: as a tree */
	const struct node *node;
	int field;              /* -1: none of ours */
	unsigned line, end;     /* its lines; end is the one behind them, which may be a remark's */
};

struct seen {
	enum note_result result;
	struct str file;
	struct note note;
	struct str of[FACTS];
	struct seen_touch *touches;
	struct str *promises;
	struct seen_key *keys;
	size_t nkeys;
	struct strs messages;
	bool errors;
	bool has_log;
	bool in_braces;         /* the front matter is */
	size_t tasks;           /* promises in the body */
	struct row_of_days in_body, in_log;
	struct strs prefixes;   /* what stands before the date of the touches in the body */
};

static void
dump_node(struct buf *b, const struct node *n)
{
	const struct node *child;

	if (n->kind == NODE_SCALAR) {
		buf_fmt(b, "%c%zu:", n->plain ? 'p' : 'q', n->text.n);
		buf_str(b, n->text);
		return;
	}
	buf_chr(b, n->kind == NODE_LIST ? '[' : '{');
	for (child = n->first; child; child = child->next)
		dump_node(b, child);
	buf_chr(b, n->kind == NODE_LIST ? ']' : '}');
}

static void
put_kind(struct buf *b, day d, unsigned kind, enum dir dir)
{
	char text[DATE_TEXT];

	buf_fmt(b, "%s ", date_text(d, text));
	buf_str(b, rules.kinds[kind].name);
	buf_fmt(b, " %s: ", rules_dir_name(dir));
}

static int
field_of(struct str key)
{
	const struct spelling *s = rules_spelling(&rules, text_key(&mem, key));

	return s ? (int)s->field : -1;
}

/* A copy of a tree, which lives longer than what it was read from. */
static struct node *
copy_node(const struct node *n)
{
	struct node *copy = mem_alloc(&mem, sizeof *copy), **tail = &copy->first;
	const struct node *child;

	*copy = *n;
	copy->text = mem_str(&mem, n->text);
	copy->next = NULL;
	for (child = n->first; child; child = child->next) {
		*tail = copy_node(child);
		tail = &(*tail)->next;
	}
	*tail = NULL;
	return copy;
}

static void
see_keys(struct seen *s, const struct note_reader *w)
{
	const struct node *key;
	size_t n = 0;

	for (key = w->root->first; key; key = key->next->next)
		n++;
	s->keys = mem_array(&mem, n, sizeof *s->keys);
	for (key = w->root->first; key; key = key->next->next) {
		struct buf name = {0}, value = {0};
		struct seen_key *k = &s->keys[s->nkeys++];

		dump_node(&value, key->next);
		if (key->kind != NODE_SCALAR)
			dump_node(&name, key);
		k->key = key->kind == NODE_SCALAR ? mem_str(&mem, key->text) : buf_take(&name, &mem);
		k->value = buf_take(&value, &mem);
		k->node = copy_node(key->next);
		k->field = key->kind == NODE_SCALAR ? field_of(k->key) : -1;
		k->line = key->line;
		k->end = key->next->next ? key->next->next->line : w->front.body_line - 1;
	}
}

static void
see_touches(struct seen *s, const struct note_reader *w)
{
	static const char *const from[] = {[PLACE_LAST] = "last: ", [PLACE_APPLIED] = "applied: ", [PLACE_MET] = "met: "};
	size_t i;

	s->touches = mem_array(&mem, w->note->ntouches, sizeof *s->touches);
	for (i = 0; i < w->note->ntouches; i++) {
		const struct touch *t = &w->note->touches[i];
		struct buf b = {0};

		buf_fmt(&b, "%s", w->order[i].place < PLACE_FOUND ? from[w->order[i].place] : "");
		put_kind(&b, t->day, t->kind, (enum dir)t->dir);
		buf_str(&b, w->order[i].text);
		s->touches[i] = (struct seen_touch){*t, w->order[i].place, buf_take(&b, &mem)};
	}
}

/* What stands before the date of a touch in the body. */
static struct str
prefix_of(struct str file, struct str date)
{
	const char *start = date.s;
	struct buf b = {0};

	while (start > file.s && start[-1] != '\n')
		start--;
	for (; start < date.s; start++)
		if (*start < '0' || *start > '9')
			buf_chr(&b, *start);
	buf_chr(&b, '|');
	return buf_take(&b, &mem);
}

static void
see_places(struct seen *s, const struct note_reader *w)
{
	const struct body *b = &w->body;
	size_t i;
	day d;

	s->has_log = b->has_log;
	s->in_braces = w->root->flow;
	for (i = 0; i < b->npromises; i++)
		s->tasks += date_parse(b->promises[i].date, &d) == DATE_OK;
	s->in_body.v = mem_array(&mem, b->ntouches, sizeof *s->in_body.v);
	s->in_log.v = mem_array(&mem, b->ntouches, sizeof *s->in_log.v);
	s->prefixes.v = mem_array(&mem, b->ntouches, sizeof *s->prefixes.v);
	for (i = 0; i < b->ntouches; i++) {
		const struct found_touch *f = &b->touches[i];

		if ((b->has_log && !f->in_log) || date_parse(f->date, &d) != DATE_OK)
			continue;
		if (f->kind_line) {
			s->in_log.v[s->in_log.n++] = d;
		} else {
			s->prefixes.v[s->prefixes.n++] = prefix_of(s->file, f->date);
			s->in_body.v[s->in_body.n++] = d;
		}
	}
}

static void
see_note(void *arg, struct note_reader *w)
{
	struct seen *s = *(struct seen **)arg;

	see_keys(s, w);
	see_touches(s, w);
	see_places(s, w);
}

static void
put_list_of(struct buf *b, struct strs list)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		buf_fmt(b, "%s'%.*s'", i ? ", " : "", (int)list.v[i].n, list.v[i].s);
}

static void
put_links(struct buf *b, const struct note *n)
{
	size_t i;

	for (i = 0; i < n->nvia; i++)
		buf_fmt(b, "'%.*s' (%.*s) ", (int)n->via[i].target.n, n->via[i].target.s, (int)n->via[i].shown.n,
		    n->via[i].shown.s);
}

static void
put_occasions(struct buf *b, const struct note *n, bool birthday)
{
	size_t i;

	for (i = 0; i < n->noccasions; i++) {
		const struct occasion *o = &n->occasions[i];

		if (!o->what.s == birthday)
			buf_fmt(b, "%.*s %d-%02d-%02d%s ", (int)o->what.n, o->what.s ? o->what.s : "", o->on.year, o->on.month,
			    o->on.mday, o->yearly ? "" : " once");
	}
}

static void
put_day_of(struct buf *b, day d)
{
	char text[DATE_TEXT];

	if (d != DAY_NONE)
		buf_fmt(b, "%s", date_text(d, text));
}

static void
put_fact(struct buf *b, const struct note *n, enum fact f)
{
	char span[SPAN_TEXT];

	switch (f) {
	case F_NAME: buf_str(b, n->name); break;
	case F_ORG: buf_str(b, n->org); break;
	case F_ALIASES: put_list_of(b, note_rest(n)->aliases); break;
	case F_EMAIL: put_list_of(b, note_rest(n)->email); break;
	case F_PHONE: put_list_of(b, note_rest(n)->phone); break;
	case F_TAGS: put_list_of(b, note_rest(n)->tags); break;
	case F_VIA: put_links(b, n); break;
	case F_EVERY: buf_fmt(b, "%s%s", n->every.n ? span_text(n->every, span) : "", n->never ? "never" : ""); break;
	case F_NEXT: put_day_of(b, n->next ? n->next->on : DAY_NONE); break;
	case F_NEXT_WHAT:
		if (n->next && (n->next->action.n || n->next->why.n))
			put_list_of(b, (struct strs){(struct str[]){n->next->action, n->next->why}, 2});
		break;
	case F_SNOOZE: put_day_of(b, n->snooze); break;
	case F_STAGE: buf_fmt(b, "%s", n->closed ? "closed: " : ""), buf_str(b, n->stage); break;
	case F_ADDED: put_day_of(b, n->added); break;
	case F_BIRTHDAY: put_occasions(b, n, true); break;
	case F_DATES: put_occasions(b, n, false); break;
	case F_AVOID: put_list_of(b, note_rest(n)->avoid); break;
	case F_RESULT: buf_str(b, note_rest(n)->result); break;
	case FACTS: break;
	}
}

static struct str
promise_of(const struct promise *p, bool is_done)
{
	struct buf b = {0};
	char text[DATE_TEXT];

	buf_fmt(&b, "%s %s%s: ", p->theirs ? "theirs" : "mine", date_text(p->by, text), is_done ? ", done" : "");
	buf_str(&b, p->what);
	return buf_take(&b, &mem);
}

/* A message that names another line, which an edit may move, or a character, U+1F, of which only the first is named. */
static struct str
without_numbers(struct str s)
{
	struct buf b = {0};
	bool number = false;
	size_t i;

	for (i = 0; i < s.n; i++) {
		bool letter = s.s[i] >= 'A' && s.s[i] <= 'F';

		number = (s.s[i] >= '0' && s.s[i] <= '9') || (letter && (number || (i && s.s[i - 1] == '+')));
		if (!number)
			buf_chr(&b, s.s[i]);
	}
	return buf_take(&b, &mem);
}

/* Gathers what the note says, save for what only see_note() could see. */
static void
gather(struct seen *s)
{
	const struct diag_msg *m;
	size_t i;

	for (i = 0; i < FACTS; i++) {
		struct buf b = {0};

		put_fact(&b, &s->note, (enum fact)i);
		buf_chr(&b, ';');
		s->of[i] = buf_take(&b, &mem);
	}
	s->promises = mem_array(&mem, s->note.npromises, sizeof *s->promises);
	for (i = 0; i < s->note.npromises; i++)
		s->promises[i] = promise_of(&s->note.promises[i], s->note.promises[i].done);
	for (m = s->note.messages; m; m = m->next)
		s->messages.n++;
	s->messages.v = mem_array(&mem, s->messages.n, sizeof *s->messages.v);
	for (i = 0, m = s->note.messages; m; m = m->next) {
		s->messages.v[i++] = without_numbers(m->text);
		s->errors |= check_is_error(m->check);
	}
}

/* The ways to read a note: with all checks, and one of these: as most tools do, for what the front matter says alone. */
enum way { WAY_CHECKS, WAY_BODY, WAY_NAME, WAYS };

static struct seen *seeing;

static struct reading readings[WAYS] = {
	[WAY_CHECKS] = {.rules = &rules, .body = true, .name = true, .whens = true, .links = true, .checks = true},
	[WAY_BODY] = {.rules = &rules, .body = true},
	[WAY_NAME] = {.rules = &rules, .name = true},
};
static struct note_reader *readers[WAYS];

static void
read_seen(struct seen *s, struct str file, enum way way)
{
	*s = (struct seen){.file = file, .note = {.path = STR("notes/ana.md")}};
	seeing = s;
	s->result = note_read(readers[way], file, &s->note);
	gather(s);
}

/* ---- what is tried ---- */

struct trial {
	uint64_t seed;          /* that makes it again; 0: none does */
	enum way way;           /* of reading the note, beside WAY_CHECKS */
	struct made made;
	char *exact;            /* a copy of its own size, for whoever reads past its end */
	struct str old;
	bool frontless;         /* it gets its front matter now */
	struct change change;
	bool odd;               /* refusing it is no fault, and no edit that counts */
	bool bad;               /* a value that its field cannot hold, which the tools look at */
	bool must_refuse;
	char error[256];
	enum edit_result result;
	struct buf out;
	struct diag d;
	struct seen before[WAYS], after[WAYS];
	bool failed;
};

static size_t failures;

static void
show_bytes(const char *what, struct str s)
{
	size_t i;

	printf("#   %s: \"", what);
	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];

		if (c == '\n')
			printf("\\n%s", i + 1 < s.n ? "\"\n#     \"" : "");
		else if (c < ' ' || c == '"' || c == '\\' || c == 0x7F)
			printf(c == '\t' ? "\\t" : c == '\r' ? "\\r" : c == '"' ? "\\\"" : c == '\\' ? "\\\\" : "\\x%02X", c);
		else
			putchar(c);
	}
	printf("\"\n");
}

static const char *const change_names[] = {"touch", "promise", "kept", "field"};
static const char *const result_names[] = {"done", "nothing", "refused"};

static void
show_change(const struct change *c)
{
	struct buf b = {0};

	if (c->kind == CHANGE_FIELD)
		buf_str(&b, c->key);
	else
		put_kind(&b, c->on, c->touch_kind, c->dir);
	printf("#   change: %s: %.*s%s%s\n", change_names[c->kind], (int)b.n, b.n ? b.s : "", c->again ? " again" : "",
	    c->theirs ? " theirs" : "");
	buf_free(&b);
	show_bytes("text", c->text);
}

static void
show_trial(const struct trial *t)
{
	const struct diag_msg *m;

	printf("#   %s; touches: %s; promises: %s\n", result_names[t->result], touches_names[t->made.touches],
	    promises_names[t->made.promises]);
	show_bytes("note", t->old);
	show_change(&t->change);
	show_bytes("out", (struct str){t->out.s, t->out.n});
	for (m = t->d.first; m; m = m->next)
		printf("#   %u:%u: %.*s\n", m->line, m->col, (int)m->text.n, m->text.s);
}

/* The first thing that is wrong with a trial, with all it takes to see why. */
static void fail(struct trial *t, const char *fmt, ...) BUF_PRINTF(2, 3);

static void
fail(struct trial *t, const char *fmt, ...)
{
	va_list ap;

	if (t->failed)
		return;
	t->failed = true;
	if (failures++ >= SHOWN)
		return;
	printf("# ");
	if (t->seed)
		printf("FU_SEED=%llu FU_RANDOM=1: ", (unsigned long long)t->seed);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	printf("\n");
	show_trial(t);
}

static const struct seen *
before(const struct trial *t)
{
	return &t->before[WAY_CHECKS];
}

static const struct seen *
after(const struct trial *t)
{
	return &t->after[WAY_CHECKS];
}

/* ---- changes made up ---- */

static unsigned
some_kind(void)
{
	unsigned kind;

	do
		kind = (unsigned)below(rules.nkinds);
	while (rules.kinds[kind].same != kind);
	return kind;
}

static void
make_touch(struct trial *t)
{
	enum taste taste = some_taste();
	struct change *c = &t->change;

	c->on = some_day();
	c->touch_kind = some_kind();
	c->dir = one_in(2) ? DIR_NONE : one_in(2) ? DIR_IN : DIR_OUT;
	c->again = one_in(4);
	c->text = one_in(6) ? (struct str){0} : some_words(taste);
	t->odd = taste != CLEAN;
}

static void
make_promise(struct trial *t)
{
	enum taste taste = some_taste();

	t->change.on = today + (day)below(100) - 30;
	t->change.theirs = one_in(4);
	t->change.text = some_words(taste);
	t->odd = taste != CLEAN;
}

/* Mostly of one open promise. */
static void
make_kept(struct trial *t)
{
	struct change *c = &t->change;
	char text[32];
	size_t at, n = t->made.nopen ? below(t->made.nopen) : 0;

	c->on = some_day();
	if (one_in(8))
		return;
	if (!t->made.nopen || one_in(8)) {
		snprintf(text, sizeof text, "%s", one_in(2) ? "item" : "no such thing");
	} else {
		snprintf(text, sizeof text, "item%u\\b", t->made.open[n]);
		c->theirs = t->made.open_theirs[n];
	}
	c->pattern = pattern_compile(of(text), PATTERN_CASELESS, t->error, &at);
}

static struct str
text_value(enum taste taste)
{
	return text_trim(some_words(taste));
}

/* What a list is set to. */
static struct str
list_value(enum taste taste)
{
	struct buf b = {0};
	size_t i, n = 1 + below(3);

	for (i = 0; i < n; i++) {
		buf_fmt(&b, "%s", i ? one_in(2) ? "," : ", " : "");
		buf_fmt(&b, "%s", taste == CLEAN || one_in(2) ? PICK(clean) : taste == HOSTILE ? PICK(hostile) : PICK(broken));
	}
	return buf_take(&b, &mem);
}

static struct str
date_value(struct trial *t)
{
	static const char *const bad[] = {"soon", "2026-02-30", "03/04/2026", "2026", "12", "never"};
	char text[DATE_TEXT];

	t->bad = one_in(10);
	if (t->bad) {
		t->odd = true;
		return of(PICK(bad));
	}
	return mem_str(&mem, of(date_text(today - 200 + (day)below(400), text)));
}

static struct str
field_value(struct trial *t, enum value value)
{
	static const char *const spans[] = {"6w", "3 weeks", "never", "30", "every 2 months", "Monthly", "P3W", "5bd"};
	static const char *const stages[] = {"active", "closed", "Do Not Contact", "lead", "won", "in talks"};
	static const char *const near[] = {"closd", "targt", "leed", "wn", "do-not-contct"};
	static const char *const births[] = {"1990-11-24", "--11-24", "02-29"};
	static const char *const links[] = {"lee-park", "Lee Park", "[[people/lee-park|Lee]]", "[[tom]]"};
	static const char *const addresses[] = {"a@x.org", "a@x.org, b@x.org", "Dana <d@x.org>"};
	enum taste taste = some_taste();
	bool bad = one_in(10);

	switch (value) {
	case V_TEXT: case V_NAME: case V_OTHER:
		t->odd |= taste != CLEAN;
		return text_value(taste);
	case V_LIST: case V_TAGS:
		t->odd |= taste != CLEAN;
		return list_value(taste);
	case V_EMAIL:
		return of(PICK(addresses));
	case V_LINK:
		return of(PICK(links));
	case V_SPAN:
		t->odd |= t->bad = bad;
		return bad ? of(one_in(2) ? "whenever" : "0d") : of(PICK(spans));
	case V_DATE: case V_NEXT:
		return date_value(t);
	case V_STAGE:
		t->odd |= t->bad = bad;
		return bad ? of(PICK(near)) : of(PICK(stages));
	case V_BIRTHDAY:
		t->odd |= t->bad = bad;
		return bad ? of("13-01") : of(PICK(births));
	case V_DATES:
		break;
	}
	t->odd = true;
	return of("2026-11-01");
}

/* The field that is to change: often one that is there, in any spelling. */
static const struct field_made *
some_field(struct trial *t)
{
	const struct seen *s = before(t);
	size_t i, j, n = s->nkeys ? below(s->nkeys) : 0;
	struct str name;

	if (!s->nkeys || one_in(3))
		return &PICK(fields);
	name = text_key(&mem, s->keys[n].key);
	for (i = 0; i < LEN(fields); i++)
		for (j = 0; j < LEN(fields[i].spellings) && fields[i].spellings[j]; j++)
			if (text_eq(name, text_key(&mem, of(fields[i].spellings[j]))))
				return &fields[i];
	return &PICK(fields);
}

static void
make_field(struct trial *t)
{
	const struct field_made *f = some_field(t);
	bool away = one_in(4);

	t->change.on = DAY_NONE;
	t->change.key = some_key(some_spelling(f));
	if (one_in(40)) {
		t->change.key = of(one_in(2) ? "log" : "promises");
		t->odd = true;
	}
	t->change.text = away ? (struct str){0} : field_value(t, f->value);
}

static void
make_change(struct trial *t)
{
	t->change = (struct change){.kind = (enum change_kind)below(4)};
	switch (t->change.kind) {
	case CHANGE_TOUCH:
		make_touch(t);
		break;
	case CHANGE_PROMISE:
		make_promise(t);
		break;
	case CHANGE_KEPT:
		make_kept(t);
		break;
	case CHANGE_FIELD:
		make_field(t);
		break;
	}
}

/* ---- the bytes that differ ---- */

/* A file as lines: what stands between its line ends. */
struct lines {
	struct str *v;
	size_t n;
};

static struct lines
lines_of(struct str s)
{
	struct lines l = {NULL, 1};
	size_t i, start = s.n >= 3 && memcmp(s.s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	for (i = 0; i < s.n; i++)
		l.n += s.s[i] == '\n';
	l.v = mem_array(&mem, l.n, sizeof *l.v);
	l.n = 0;
	for (i = 0; i <= s.n; i++) {
		if (i < s.n && s.s[i] != '\n')
			continue;
		l.v[l.n] = (struct str){s.s + start, i - start};
		if (i > start && s.s[i - 1] == '\r')
			l.v[l.n].n--;
		l.n++;
		start = i + 1;
	}
	return l;
}

/* What gave way to what. */
struct difference {
	struct lines old, new;
	size_t at, removed, added;      /* lines; at: from 0 */
	bool only_added, only_removed;  /* bytes, in one place */
	struct str gone, come;          /* bytes */
};

static size_t
common_head(struct str a, struct str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.s[n] == b.s[n])
		n++;
	return n;
}

static size_t
common_tail(struct str a, struct str b, size_t head)
{
	size_t n = 0;

	while (n < a.n - head && n < b.n - head && a.s[a.n - 1 - n] == b.s[b.n - 1 - n])
		n++;
	return n;
}

static struct difference
compare(struct str old, struct str new)
{
	struct difference x = {.old = lines_of(old), .new = lines_of(new)};
	size_t head = common_head(old, new), tail = common_tail(old, new, head), n = 0;

	x.gone = (struct str){old.s + head, old.n - head - tail};
	x.come = (struct str){new.s + head, new.n - head - tail};
	x.only_added = x.gone.n == 0;
	x.only_removed = x.come.n == 0;
	while (x.at < x.old.n && x.at < x.new.n && text_eq(x.old.v[x.at], x.new.v[x.at]))
		x.at++;
	while (n < x.old.n - x.at && n < x.new.n - x.at && text_eq(x.old.v[x.old.n - 1 - n], x.new.v[x.new.n - 1 - n]))
		n++;
	x.removed = x.old.n - x.at - n;
	x.added = x.new.n - x.at - n;
	return x;
}

static bool
is_blank_line(struct str s)
{
	return text_trim(s).n == 0;
}

static bool
holds(struct str s, struct str part)
{
	size_t i;

	for (i = 0; i + part.n <= s.n; i++)
		if (memcmp(s.s + i, part.s, part.n) == 0)
			return true;
	return part.n == 0;
}

static bool
holds_day(struct str s, day d)
{
	char text[DATE_TEXT];

	date_text(d, text);
	if (holds(s, of(text)))
		return true;
	text[4] = text[7] = '/';
	return holds(s, of(text));
}

/* All lines of a file end alike, where they did; what is added ends like them, but for what completes a CR at its end. */
static void
check_line_ends(struct trial *t, const struct difference *x)
{
	size_t i, crlf = 0, lf = 0;

	for (i = 0; i < t->old.n; i++)
		if (t->old.s[i] == '\n' && i && t->old.s[i - 1] == '\r')
			crlf++;
		else if (t->old.s[i] == '\n')
			lf++;
	for (i = 0; i < x->come.n; i++) {
		const char *at = x->come.s + i;
		bool cr = at > t->out.s && at[-1] == '\r', completes = cr && at == t->out.s + t->old.n;

		if (*at == '\n' && !completes && ((cr && !crlf) || (!cr && !lf && crlf)))
			fail(t, "a line end of the other kind");
	}
	/* An empty file has no last line. */
	if (x->old.n + x->old.v[0].n > 1 && (t->old.s[t->old.n - 1] == '\n') != (t->out.s[t->out.n - 1] == '\n'))
		fail(t, "the final newline is not as it was");
}

/* Whether a line before the one that ends the front matter differs. */
static bool
is_in_front(const struct trial *t, const struct difference *x)
{
	const struct seen *s = after(t);
	size_t i, n;

	for (i = n = 0; i < s->nkeys; i++)
		n = s->keys[i].end;
	return x->at + 1 < n;
}

/* ---- what a new touch, or a new promise, may do to the lines ---- */

/* In the front matter: within the lines of one key, and what it said is all there still. */
static void
check_front_entry(struct trial *t, const struct difference *x, int field)
{
	const struct seen *s = before(t);
	size_t i;

	if (x->removed > 1 || !x->only_added)
		fail(t, "an entry of the front matter is more than added bytes");
	for (i = 0; i < s->nkeys; i++)
		if (s->keys[i].field == field && x->at + 1 > s->keys[i].line && x->at + 1 <= s->keys[i].end)
			return;
	for (i = 0; i < s->nkeys; i++)
		if (s->keys[i].field == field && x->at + 1 == s->keys[i].line)
			return;
	fail(t, "an entry that is not under its key");
}

/* Below the front matter: one line, with some blank ones; and where there was none like it, maybe a heading. */
static void
check_body_entry(struct trial *t, const struct difference *x, const char *heading, size_t blanks)
{
	size_t i, n = 0, headings = 0, days = 0;

	if (x->removed || !x->only_added)
		fail(t, "more than added lines");
	for (i = x->at; i < x->at + x->added; i++) {
		n += is_blank_line(x->new.v[i]);
		headings += heading && text_eq(x->new.v[i], of(heading));
		days += holds_day(x->new.v[i], t->change.on);
	}
	if (x->added - n != 1 + headings || headings > 1 || n > blanks)
		fail(t, "%zu lines added, %zu of them blank, %zu headings", x->added, n, headings);
	if (days != 1)
		fail(t, "what was added does not hold the date");
}

static bool
is_sorted(struct row_of_days r, int order)
{
	size_t i;

	for (i = 1; i < r.n; i++)
		if (order > 0 ? r.v[i - 1] > r.v[i] : r.v[i - 1] < r.v[i])
			return false;
	return true;
}

static void
check_sorted(struct trial *t, struct row_of_days old, struct row_of_days new)
{
	bool falls = old.n > 1 && old.v[0] > old.v[old.n - 1];

	if (is_sorted(old, falls ? -1 : 1) && !is_sorted(new, falls ? -1 : 1))
		fail(t, "the touches were in order, and are no more");
}

/* No control character but tabs and line ends, no line break of Unicode's. */
static bool
all_can_be_seen(struct str s)
{
	while (s.n) {
		struct str line = text_line(&s);
		size_t i, from = 0;

		for (i = 0; i <= line.n; i++) {
			if (i < line.n && line.s[i] != '\t')
				continue;
			if (!text_is_line((struct str){line.s + from, i - from}))
				return false;
			from = i + 1;
		}
	}
	return true;
}

/* A line that none of its neighbours looks like. What cannot be seen is not copied, and so neither is a style with it. */
static void
check_neighbours(struct trial *t)
{
	struct strs old = before(t)->prefixes, new = after(t)->prefixes;
	size_t i, j;

	if (t->made.odd && !all_can_be_seen(t->old))
		return;
	for (i = 0; old.n && i < new.n; i++) {
		for (j = 0; j < old.n && !text_eq(old.v[j], new.v[i]); j++)
			continue;
		if (j == old.n)
			fail(t, "a touch that begins as no other does: '%.*s'", (int)new.v[i].n, new.v[i].s);
	}
}

/* The columns that a line is indented by, and what follows them; 0 where the line is empty. */
static size_t
indent_of(struct str s, char *first)
{
	size_t i, columns = 0;

	for (i = 0; i < s.n && (s.s[i] == ' ' || s.s[i] == '\t'); i++)
		columns = s.s[i] == '\t' ? columns / 4 * 4 + 4 : columns + 1;
	*first = i < s.n ? s.s[i] : '\0';
	return columns;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* An item of a list that takes what hangs on another: lines that are indented more, or text that goes on. */
static void
check_hanging(struct trial *t, const struct difference *x)
{
	size_t end = x->at + x->added;
	struct str new = end ? x->new.v[end - 1] : STR(""), next = end < x->new.n ? x->new.v[end] : STR("");

	char first, follows;
	bool deeper = indent_of(next, &follows) > indent_of(new, &first);

	if (!x->added || is_blank_line(new) || is_blank_line(next) || strchr("#|", first) || follows == '#')
		return;
	/* Of two lines that are the same either may be the new one. */
	if (x->at && text_eq(x->new.v[x->at - 1], new))
		return;
	if (deeper || is_letter(follows))
		fail(t, "what hangs on a line hangs on the new one");
}

static void
check_touch_lines(struct trial *t, const struct difference *x)
{
	const struct seen *s = before(t);
	bool front = !s->in_body.n && s->in_log.n;
	const char *heading = !front && !s->in_body.n && !s->has_log ? "## Log" : NULL;

	if (front && (after(t)->in_log.n != s->in_log.n + 1 || !is_in_front(t, x)))
		fail(t, "the touches are in log:, and this one is not");
	else if (front)
		check_front_entry(t, x, FIELD_LOG);
	else if (after(t)->in_body.n != s->in_body.n + 1)
		fail(t, "no touch in the body");
	else
		check_body_entry(t, x, heading, !s->in_body.n || t->made.touches == T_HEADING ? 2 : 1);
	if (heading && !after(t)->has_log && !t->made.odd)
		fail(t, "no heading for the first touch");
	if (!t->made.odd)
		check_sorted(t, s->in_body, after(t)->in_body);
	check_sorted(t, s->in_log, after(t)->in_log);
	check_neighbours(t);
	if (!front)
		check_hanging(t, x);
}

static void
check_promise_lines(struct trial *t, const struct difference *x)
{
	const struct seen *s = before(t);
	bool front = !s->tasks && s->note.npromises;

	if (front && (after(t)->tasks || !is_in_front(t, x)))
		fail(t, "the promises are in promises:, and this one is not");
	else if (front)
		check_front_entry(t, x, FIELD_PROMISES);
	else
		check_body_entry(t, x, s->tasks ? NULL : "## Promises", s->tasks ? 0 : 3);
	if (!front)
		check_hanging(t, x);
}

/* What stands in the first box of a line. */
static struct str
old_mark(struct str line)
{
	const char *box = memchr(line.s, '[', line.n), *end = box ? memchr(box, ']', (size_t)(line.s + line.n - box)) : NULL;

	return end ? (struct str){box + 1, (size_t)(end - box) - 1} : STR(" ");
}

/* One line changes, or one is added for when it was done. */
static void
check_kept_lines(struct trial *t, const struct difference *x)
{
	struct str line = x->new.v[x->at];
	struct lines two = {x->old.v + x->at, 1};

	if (x->removed > 1 || x->added != 1) {
		fail(t, "%zu lines became %zu", x->removed, x->added);
		return;
	}
	if (!is_in_front(t, x) && x->removed) {
		const char *box = memchr(line.s, '[', line.n);
		struct buf b = {0};
		struct difference y;

		if (box && box + 1 < line.s + line.n)
			buf_add(&b, line.s, (size_t)(box + 1 - line.s)), buf_str(&b, old_mark(two.v[0])),
			    buf_add(&b, box + 2, (size_t)(line.s + line.n - box - 2));
		y = compare(two.v[0], buf_take(&b, &mem));
		if (!box || box[1] != 'x' || !y.only_added)
			fail(t, "a task with more than its box and a date changed");
	}
	if (!is_in_front(t, x) && !x->removed)
		fail(t, "a line added to the body");
	if (!holds_day(line, t->change.on))
		fail(t, "it does not say when");
	if (holds(x->come, STR("\n")) && x->removed)
		fail(t, "a line break added");
}

/* ---- what a new touch or promise may do to the facts ---- */

static bool
same_texts(const struct str *a, size_t n, const struct str *b, size_t m)
{
	size_t i;

	if (n != m)
		return false;
	for (i = 0; i < n; i++)
		if (!text_eq(a[i], b[i]))
			return false;
	return true;
}

/* Whether b is a with one text more; *at is its place, the last one it can be. */
static bool
one_more(const struct str *a, size_t n, const struct str *b, size_t m, struct str more, size_t *at)
{
	size_t i;

	for (i = m; i-- > 0;)
		if (text_eq(b[i], more) && m == n + 1 && same_texts(a, i, b, i) && same_texts(a + i, n - i, b + i + 1, m - i - 1)) {
			*at = i;
			return true;
		}
	return false;
}

/* The touches as texts, without those that leave() says. */
static struct strs
touch_texts(const struct seen *s, bool leave(const struct seen_touch *s, const struct trial *t), const struct trial *t)
{
	struct strs list = {mem_array(&mem, s->note.ntouches, sizeof (struct str)), 0};
	size_t i;

	for (i = 0; i < s->note.ntouches; i++)
		if (!leave || !leave(&s->touches[i], t))
			list.v[list.n++] = s->touches[i].text;
	return list;
}

/* The one that a field stands for, until there is one of its kind and day. */
static bool
is_replaced(const struct seen_touch *s, const struct trial *t)
{
	return (s->place == PLACE_APPLIED || s->place == PLACE_MET) && s->touch.kind == t->change.touch_kind
	    && s->touch.day == t->change.on;
}

/* What the new touch is read as; in a row of a table a bar in its text stands behind a backslash. */
static struct str
touch_text(const struct change *c, bool row)
{
	enum dir dir = c->dir == DIR_NONE ? rules.kinds[c->touch_kind].dir : c->dir;
	struct str text = text_trim(c->text);
	struct buf b = {0};
	size_t i;

	put_kind(&b, c->on, c->touch_kind, dir);
	for (i = 0; i < text.n; i++) {
		if (row && text.s[i] == '|')
			buf_chr(&b, '\\');
		buf_chr(&b, text.s[i]);
	}
	return buf_take(&b, &mem);
}

/* Whether touches of the body are rows of a table. */
static bool
has_rows(const struct seen *s)
{
	size_t i;

	for (i = 0; i < s->prefixes.n; i++)
		if (*text_trim(s->prefixes.v[i]).s == '|' && s->prefixes.v[i].n > 1)
			return true;
	return false;
}

static void
check_touch_facts(struct trial *t, enum way way)
{
	struct strs old = touch_texts(&t->before[way], is_replaced, t), new = touch_texts(&t->after[way], NULL, t);
	const struct seen_touch *v = t->after[way].touches;
	bool in_two = before(t)->in_body.n && before(t)->in_log.n;
	size_t at;

	if (way == WAY_NAME && !before(t)->in_log.n)
		return;
	if (way == WAY_NAME && before(t)->in_body.n)
		return;
	if (!one_more(old.v, old.n, new.v, new.n, touch_text(&t->change, false), &at)
	    && !(has_rows(before(t)) && one_more(old.v, old.n, new.v, new.n, touch_text(&t->change, true), &at)))
		fail(t, "other touches than before and the new one (way %d)", way);
	else if (!in_two && !t->made.odd && at + 1 < new.n && v[at + 1].touch.day == v[at].touch.day)
		fail(t, "the new touch is not the last one of its day");
}

static void
check_promise_facts(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	struct promise p = {.what = text_trim(t->change.text), .by = t->change.on, .theirs = t->change.theirs};
	size_t at;

	if (way != WAY_NAME && !one_more(a->promises, a->note.npromises, b->promises, b->note.npromises,
	    promise_of(&p, false), &at))
		fail(t, "other promises than before and the new one (way %d)", way);
}

static bool
fits(const struct trial *t, const struct promise *p)
{
	static struct matcher *matcher;

	if (!matcher)
		matcher = matcher_new();
	return !p->done && (!t->change.theirs || p->theirs)
	    && (!t->change.pattern || match(matcher, t->change.pattern, p->what.s ? p->what : STR("")) == MATCH_YES);
}

static void
check_kept_facts(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	size_t i, changed = 0;

	if (way == WAY_NAME)
		return;
	for (i = 0; a->note.npromises == b->note.npromises && i < a->note.npromises; i++) {
		struct promise *p = &a->note.promises[i];
		bool other = !text_eq(a->promises[i], b->promises[i]);

		changed += other;
		if (other && (!fits(t, p) || !text_eq(promise_of(p, true), b->promises[i])))
			fail(t, "another change of a promise than that it is done (way %d)", way);
	}
	if (changed != 1)
		fail(t, "%zu promises changed (way %d)", changed, way);
}

static void
check_same_touches(struct trial *t, enum way way)
{
	struct strs old = touch_texts(&t->before[way], NULL, t), new = touch_texts(&t->after[way], NULL, t);

	if (!same_texts(old.v, old.n, new.v, new.n))
		fail(t, "the touches changed (way %d)", way);
}

static void
check_same_promises(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];

	if (!same_texts(a->promises, a->note.npromises, b->promises, b->note.npromises))
		fail(t, "the promises changed (way %d)", way);
}

/* All that is not touches and promises; the value of one field may differ. */
static void
check_same_rest(struct trial *t, enum way way, int field)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	size_t i;

	for (i = 0; i < FACTS; i++)
		if (!text_eq(a->of[i], b->of[i]))
			fail(t, "%s changed: '%s' (way %d)", fact_names[i], b->of[i].s, way);
	if (a->nkeys != b->nkeys)
		fail(t, "the keys changed (way %d)", way);
	for (i = 0; i < a->nkeys && i < b->nkeys; i++)
		if (!text_eq(a->keys[i].key, b->keys[i].key)
		    || (a->keys[i].field != field && !text_eq(a->keys[i].value, b->keys[i].value)))
			fail(t, "%s changed (way %d)", a->keys[i].key.s, way);
}

static size_t
count_text(struct strs list, struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < list.n; i++)
		n += text_eq(list.v[i], s);
	return n;
}

/* What fu-check says of a date to come, of lines that the first log heading leaves out, and of what was given. */
static bool
may_be_said(struct str s)
{
	return holds(s, STR("a date after today")) || holds(s, STR("is not under the log's heading"))
	    || holds(s, STR("a character that cannot be seen"));
}

/* Nothing new is said of the note. fu-check may say less of it once it has a log, and all may of a changed field. */
static void
check_messages(struct trial *t, enum way way)
{
	struct strs a = t->before[way].messages, b = t->after[way].messages;
	size_t i;

	for (i = 0; !t->bad && i < b.n; i++)
		if (count_text(b, b.v[i]) > count_text(a, b.v[i]) && !may_be_said(b.v[i]))
			fail(t, "a new message: %s (way %d)", b.v[i].s, way);
	for (i = 0; t->change.kind != CHANGE_FIELD && way != WAY_CHECKS && i < a.n; i++)
		if (count_text(a, a.v[i]) > count_text(b, a.v[i]))
			fail(t, "a message that is gone: %s (way %d)", a.v[i].s, way);
}

/* ---- what a changed field may do ---- */

/* Of these all spellings count. */
static bool
is_joined(int field)
{
	return field == FIELD_TAGS || field == FIELD_EMAIL || field == FIELD_PHONE || field == FIELD_ALIASES
	    || field == FIELD_LAST;
}

/* Of these the value is split at commas. */
static bool
is_list_field(int field)
{
	return field == FIELD_AVOID || (is_joined(field) && field != FIELD_LAST);
}

/* Whether a key is the one that is to change: by its name, or as another spelling of the field. */
static bool
is_target(const struct trial *t, const struct seen_key *k)
{
	struct str name = text_key(&mem, t->change.key), own = text_key(&mem, k->key);
	int field = field_of(t->change.key);
	size_t i;

	if (text_eq(own, name))
		return true;
	if (field < 0 || k->field != field || (is_joined(field) && rules_spelling(&rules, name)->rank))
		return false;
	for (i = 0; i < before(t)->nkeys; i++)
		if (text_eq(text_key(&mem, before(t)->keys[i].key), name))
			return false;
	return true;
}

static size_t
count_targets(const struct trial *t, const struct seen *s, size_t *at)
{
	size_t i, n = 0;

	for (i = s->nkeys; i-- > 0;)
		if (is_target(t, &s->keys[i])) {
			*at = i;
			n++;
		}
	return n;
}

static void
put_wanted(struct made *m, const struct trial *t)
{
	if (!t->change.text.n)
		return;
	put_quoted(m, t->change.key, '"');
	put(m, ": ");
	put_quoted(m, t->change.text, '"');
	put(m, "\n");
}

/* A note with the field as it is to be, other keys of it, those of touches and the name, and the body; nothing else. */
static void
read_wanted(const struct trial *t, enum way way, struct seen *s)
{
	const struct seen *old = &t->before[way];
	struct lines lines = lines_of(old->file);
	int field = field_of(t->change.key);
	struct made m = {0};
	struct front front = {0};
	struct diag d = {.mem = &mem};
	size_t i, j, last = SIZE_MAX;

	front_find(old->file, &front, &d);
	put(&m, "---\n");
	for (i = 0; i < old->nkeys; i++)
		last = is_target(t, &old->keys[i]) ? i : last;
	for (i = 0; i < old->nkeys; i++) {
		const struct seen_key *k = &old->keys[i];
		bool kept = k->field >= 0 && (k->field == FIELD_LOG || k->field == FIELD_NAME || k->field == field);

		if (i == last)
			put_wanted(&m, t);
		for (j = k->line; kept && !is_target(t, k) && j < k->end; j++)
			put_str(&m, lines.v[j - 1]), put(&m, "\n");
	}
	if (last == SIZE_MAX)
		put_wanted(&m, t);
	put(&m, "---\n");
	put_str(&m, front.body);
	read_seen(s, buf_take(&m.b, &mem), way);
}

/* A touch that the changed field stands for. */
static bool
is_of_field(const struct seen_touch *s, const struct trial *t)
{
	int field = field_of(t->change.key);

	return (s->place == PLACE_LAST && field == FIELD_LAST) || (s->place == PLACE_APPLIED && field == FIELD_APPLIED)
	    || (s->place == PLACE_MET && field == FIELD_MET);
}

static bool
is_of_another(const struct seen_touch *s, const struct trial *t)
{
	return !is_of_field(s, t);
}

static void
check_field_touches(struct trial *t, enum way way, const struct seen *wanted)
{
	struct strs old = touch_texts(&t->before[way], is_of_field, t), new = touch_texts(&t->after[way], is_of_field, t);
	struct strs want = touch_texts(wanted, is_of_another, t), own = touch_texts(&t->after[way], is_of_another, t);

	if (!same_texts(old.v, old.n, new.v, new.n))
		fail(t, "touches changed (way %d)", way);
	if (!same_texts(own.v, own.n, want.v, want.n))
		fail(t, "the field stands for '%s', not '%s' (way %d)", own.n ? own.v[0].s : "", want.n ? want.v[0].s : "", way);
}

static void
check_field_facts(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	int field = field_of(t->change.key);
	struct seen *wanted = mem_alloc(&mem, sizeof *wanted);
	size_t i;

	read_wanted(t, way, wanted);
	if (wanted->result != NOTE_READ)
		return;
	for (i = 0; i < FACTS; i++) {
		bool other = field >= 0 && fact_of_field[field] == i;

		/* What could not be read with its date can be now. */
		if (i == F_NEXT_WHAT && field == FIELD_NEXT && !a->note.next)
			continue;
		other |= i == F_NEXT_WHAT && field == FIELD_NEXT && !t->change.text.n;
		if (!text_eq(b->of[i], (other ? wanted : a)->of[i]))
			fail(t, "%s became '%s', not '%s' (way %d)", fact_names[i], b->of[i].s, (other ? wanted : a)->of[i].s, way);
	}
	check_field_touches(t, way, wanted);
}

static struct str
without_blanks(struct str s)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] != ' ' && s.s[i] != ',')
			buf_chr(&b, s.s[i]);
	return buf_take(&b, &mem);
}

/* Of a value that is text, whatever it is for; what lists say is seen when they are read. */
static bool
says(const struct trial *t, const struct node *n)
{
	struct str text = t->change.text;
	const struct node *item;

	if (n->kind == NODE_SCALAR)
		return !node_is_null(n) && (is_list_field(field_of(t->change.key))
		    ? text_eq(without_blanks(n->text), without_blanks(text)) : text_eq(n->text, text));
	if (n->kind == NODE_MAP)
		return true;
	for (item = n->first; item; item = item->next)
		if (item->kind == NODE_SCALAR && !holds(text, text_trim(item->text)))
			return false;
	return true;
}

static void
check_field_added(struct trial *t, const struct difference *x)
{
	const struct seen *a = before(t), *b = after(t);
	size_t i;

	if (b->nkeys != a->nkeys + 1) {
		fail(t, "%zu keys became %zu", a->nkeys, b->nkeys);
		return;
	}
	for (i = 0; i < a->nkeys; i++)
		if (!text_eq(a->keys[i].key, b->keys[i].key) || !text_eq(a->keys[i].value, b->keys[i].value))
			fail(t, "%s changed", a->keys[i].key.s);
	if (!is_target(t, &b->keys[i]) || !says(t, b->keys[i].node))
		fail(t, "the last key is not the one that was to be added");
	if (!x->only_added || (x->removed && !a->in_braces))
		fail(t, "more than added bytes");
	if (a->in_braces)
		return;
	if (t->frontless ? x->added < 3 || x->added > 4 : x->added != 1)
		fail(t, "%zu lines added", x->added);
	if (!t->frontless && b->keys[i].end != b->keys[i].line + 1)
		fail(t, "the new field is not the last line of the front matter");
}

static struct str
line_at(const struct lines *l, size_t line)
{
	return line <= l->n ? l->v[line - 1] : STR("");
}

/* Of a value on one line: the key before it, its quotes, and the comment after it stay. */
static void
check_field_line(struct trial *t, const struct difference *x, const struct seen_key *a)
{
	struct str old = line_at(&x->old, a->line), new = line_at(&x->new, a->line);
	const char *colon = memchr(old.s + common_head(old, a->key), ':', old.n - common_head(old, a->key));
	size_t i, n = old.n;

	if (colon && common_head(old, new) < (size_t)(colon - old.s) + 1)
		fail(t, "the key is not as it was");
	if (colon && a->node->line == a->line && !a->node->plain && a->node->kind == NODE_SCALAR) {
		size_t at = (size_t)(colon - old.s) + 1;

		while (at < old.n && (old.s[at] == ' ' || old.s[at] == '\t'))
			at++;
		if (at < old.n && (old.s[at] == '"' || old.s[at] == '\'') && (at >= new.n || new.s[at] != old.s[at]))
			fail(t, "the quotes are not as they were");
	}
	if (a->node->kind != NODE_SCALAR || a->node->line != a->line || x->removed > 1)
		return;
	for (i = a->node->col + a->node->text.n; i > 1 && i < n; i++)
		if (old.s[i] == '#' && (old.s[i - 1] == ' ' || old.s[i - 1] == '\t') && common_tail(old, new, 0) < n - i)
			fail(t, "the comment is not as it was");
}

static void
check_field_changed(struct trial *t, const struct difference *x)
{
	const struct seen *a = before(t), *b = after(t);
	size_t i, changed = SIZE_MAX;

	if (b->nkeys != a->nkeys) {
		fail(t, "%zu keys became %zu", a->nkeys, b->nkeys);
		return;
	}
	for (i = 0; i < a->nkeys; i++) {
		if (!text_eq(a->keys[i].key, b->keys[i].key))
			fail(t, "%s is another key", a->keys[i].key.s);
		if (text_eq(a->keys[i].value, b->keys[i].value))
			continue;
		if (changed != SIZE_MAX || !is_target(t, &a->keys[i]) || !says(t, b->keys[i].node))
			fail(t, "%s changed", a->keys[i].key.s);
		changed = i;
	}
	if (changed == SIZE_MAX) {
		fail(t, "no value changed");
		return;
	}
	if (a->in_braces)
		return;
	if (x->at + 1 < a->keys[changed].line || x->at + 1 + x->removed > a->keys[changed].end)
		fail(t, "other lines changed than those of the field");
	check_field_line(t, x, &a->keys[changed]);
}

static void
check_field_removed(struct trial *t, const struct difference *x)
{
	const struct seen *a = before(t), *b = after(t);
	size_t i, j = 0, gone = SIZE_MAX;

	for (i = 0; i < a->nkeys; i++) {
		if (j < b->nkeys && text_eq(a->keys[i].key, b->keys[j].key) && text_eq(a->keys[i].value, b->keys[j].value)) {
			j++;
			continue;
		}
		if (!is_target(t, &a->keys[i]))
			fail(t, "%s is gone", a->keys[i].key.s);
		gone = i;
	}
	if (gone == SIZE_MAX || j != b->nkeys || a->nkeys != b->nkeys + 1) {
		fail(t, "%zu keys became %zu", a->nkeys, b->nkeys);
		return;
	}
	if (!x->only_removed || (x->added && !a->in_braces))
		fail(t, "more than removed lines");
	if (!a->in_braces && x->at + 1 + x->removed > a->keys[gone].end)
		fail(t, "other lines were removed than those of the field");
}

static void
check_field_lines(struct trial *t, const struct difference *x)
{
	size_t at;

	if (!t->change.text.n)
		check_field_removed(t, x);
	else if (!count_targets(t, before(t), &at))
		check_field_added(t, x);
	else
		check_field_changed(t, x);
}

/* ---- the property ---- */

static void
check_facts(struct trial *t, enum way way)
{
	switch (t->change.kind) {
	case CHANGE_TOUCH:
		check_touch_facts(t, way);
		check_same_promises(t, way);
		check_same_rest(t, way, FIELD_LOG);
		break;
	case CHANGE_PROMISE:
		check_promise_facts(t, way);
		check_same_touches(t, way);
		check_same_rest(t, way, FIELD_PROMISES);
		break;
	case CHANGE_KEPT:
		check_kept_facts(t, way);
		check_same_touches(t, way);
		check_same_rest(t, way, FIELD_PROMISES);
		break;
	case CHANGE_FIELD:
		/* Without a name the body is read for one, and what it says counts. */
		if (way == WAY_NAME && field_of(t->change.key) == FIELD_NAME)
			return;
		check_field_facts(t, way);
		check_same_promises(t, way);
		break;
	}
	check_messages(t, way);
}

static void
check_lines(struct trial *t)
{
	struct difference x = compare(t->old, (struct str){t->out.s, t->out.n});

	switch (t->change.kind) {
	case CHANGE_TOUCH:
		check_touch_lines(t, &x);
		break;
	case CHANGE_PROMISE:
		check_promise_lines(t, &x);
		break;
	case CHANGE_KEPT:
		check_kept_lines(t, &x);
		break;
	case CHANGE_FIELD:
		check_field_lines(t, &x);
		break;
	}
	check_line_ends(t, &x);
}

static bool
has_very_touch(const struct trial *t)
{
	struct strs list = touch_texts(before(t), NULL, t);

	return t->change.kind == CHANGE_TOUCH && count_text(list, touch_text(&t->change, false)) > 0;
}

static void
check_done(struct trial *t)
{
	struct str new = {t->out.s, t->out.n};
	const enum way ways[] = {WAY_CHECKS, t->way};
	size_t i;

	if (t->must_refuse)
		fail(t, "should have been refused");
	if (has_very_touch(t) && !t->change.again)
		fail(t, "the very touch was there");
	for (i = 0; i < LEN(ways); i++) {
		enum way way = ways[i];

		if (way != WAY_CHECKS)
			read_seen(&t->before[way], before(t)->file, way);
		read_seen(&t->after[way], new, way);
		if (t->after[way].result != NOTE_READ) {
			fail(t, "the new note cannot be read");
			return;
		}
	}
	check_lines(t);
	for (i = 0; i < LEN(ways); i++)
		check_facts(t, ways[i]);
}

/* What was to be said is said already. */
static void
check_nothing(struct trial *t)
{
	int field = field_of(t->change.key);
	struct seen wanted;
	size_t at = 0, n = count_targets(t, before(t), &at);

	if (t->change.kind == CHANGE_TOUCH && has_very_touch(t))
		return;
	if (t->change.kind != CHANGE_FIELD || (!t->change.text.n && n && !node_is_null(before(t)->keys[at].node))) {
		fail(t, "there is something to do");
		return;
	}
	if (!t->change.text.n)
		return;
	read_wanted(t, WAY_CHECKS, &wanted);
	if (!n || (field >= 0 && fact_of_field[field] != F_NONE
	    && !text_eq(before(t)->of[fact_of_field[field]], wanted.of[fact_of_field[field]])))
		fail(t, "it does not say so yet");
}

static void
check_refused(struct trial *t)
{
	const struct diag_msg *m;
	bool error = false;

	for (m = t->d.first; m; m = m->next)
		error |= check_is_error(m->check) && m->text.n > 0;
	if (!error)
		fail(t, "refused without a word");
}

/* ---- the trial ---- */

/* What is read before an edit that gives a file its front matter. */
static struct str
with_front(struct trial *t)
{
	struct buf b = {0};
	bool bom = t->old.n >= 3 && memcmp(t->old.s, "\xEF\xBB\xBF", 3) == 0;

	buf_fmt(&b, "---\n---\n");
	buf_str(&b, bom ? (struct str){t->old.s + 3, t->old.n - 3} : t->old);
	t->frontless = true;
	return buf_take(&b, &mem);
}

static void
read_before(struct trial *t)
{
	read_seen(&t->before[WAY_CHECKS], t->old, WAY_CHECKS);
	if (before(t)->result == NOTE_NONE || before(t)->result == NOTE_PASSED_OVER)
		read_seen(&t->before[WAY_CHECKS], with_front(t), WAY_CHECKS);
	if (before(t)->result != NOTE_READ)
		t->must_refuse = true;
}

static void
make_edit(struct trial *t)
{
	t->d = (struct diag){.mem = &mem};
	t->result = edit_note(editor, STR("notes/ana.md"), t->old, &t->change, &t->out, &t->d);
	if (t->result != EDIT_DONE && t->out.n)
		fail(t, "something came of what was not done");
	switch (t->result) {
	case EDIT_DONE:
		check_done(t);
		break;
	case EDIT_NOTHING:
		check_nothing(t);
		break;
	case EDIT_REFUSED:
		check_refused(t);
		break;
	}
}

/* Reads the note that t->made holds. */
static void
begin_trial(struct trial *t)
{
	t->exact = mem_resize(NULL, t->made.b.n, 1);
	if (t->made.b.n)
		memcpy(t->exact, t->made.b.s, t->made.b.n);
	t->old = (struct str){t->exact, t->made.b.n};
	read_before(t);
}

/* A touch that the note has; its text is what it was read as. */
static void
make_same_touch(struct trial *t)
{
	const struct seen *s = before(t);
	const struct seen_touch *same;
	struct change *c = &t->change;
	size_t i;

	if (c->kind != CHANGE_TOUCH || !s->note.ntouches || !one_in(8))
		return;
	same = &s->touches[below(s->note.ntouches)];
	i = 0;
	while (i + 2 < same->text.n && memcmp(same->text.s + i, ": ", 2) != 0)
		i++;
	if (same->place < PLACE_FOUND || i + 2 > same->text.n)
		return;
	c->on = same->touch.day;
	c->touch_kind = same->touch.kind;
	c->dir = (enum dir)same->touch.dir == rules.kinds[c->touch_kind].dir ? DIR_NONE : (enum dir)same->touch.dir;
	c->text = (struct str){same->text.s + i + 2, same->text.n - i - 2};
	t->odd = true;
}

/* Makes the change, and sees what came of it. */
static void
end_trial(struct trial *t)
{
	t->must_refuse |= t->made.must_refuse || before(t)->result != NOTE_READ;
	t->must_refuse |= t->frontless && t->change.kind != CHANGE_FIELD;
	t->must_refuse |= !text_is_line(t->change.text);
	make_edit(t);
}

static void
free_trial(struct trial *t)
{
	pattern_free(t->change.pattern);
	buf_free(&t->out);
	buf_free(&t->made.b);
	free(t->exact);
	mem_reset(&mem);
}

static void
set_up(void)
{
	struct diag d = {.mem = &mem};
	int way;

	today = on("2026-11-22");
	rules_builtin(&rules);
	if (!rules_read(&rules, of(extra_rules), &d))
		diag_die("the rules of this test are bad");
	rules_ready(&rules);
	for (way = 0; way < WAYS; way++) {
		readings[way].today = today;
		readings[way].see = see_note;
		readings[way].arg = &seeing;
		readers[way] = note_reader_new(&readings[way], &mem);
	}
	editor = editor_new(&rules, today);
}

#endif
