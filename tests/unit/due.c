#include <stdlib.h>

#include "../../src/lib/due.h"
#include "../../src/lib/text.h"
#include "aid.h"

enum { NOTES = 4, ITEMS = 8 };

/*
 * The facts of a note; of several things, each ends before a ';'. A touch is a date, `<` or `>` where its direction
 * is not that of its kind, a kind or `last` (what `last:` stands for), and `stay` or `match` where its text fits the
 * pattern of stay_in_touch or the last one of the rules. A promise is `mine`, `theirs` or `done`, a date and what;
 * an occasion is `once` or `yearly`, a date and what; next is a date, what to do and why.
 */
struct facts {
	const char *path, *name, *touches, *via, *tags, *avoid, *promises, *occasions, *next;
	const char *every, *stage, *result, *added, *snooze;
	bool closed;
};

struct row {
	const char *name;
	struct facts notes[NOTES];
	const char *want;       /* `due action path: why` a line */
	const char *until;      /* a date; NULL: today */
	const char *rules;      /* a file over the built-in ones */
	const char *today;      /* NULL: 2026-11-22, a Sunday */
	bool every_reason;
};

#define ALL "9999-12-31"

/* ---- notes from facts ---- */

static struct str
cut(struct str *rest, char c)
{
	const char *end = rest->n ? memchr(rest->s, c, rest->n) : NULL;
	struct str part = {rest->s, end ? (size_t)(end - rest->s) : rest->n};

	*rest = (struct str){rest->s + part.n + (end != NULL), rest->n - part.n - (end != NULL)};
	return text_trim(part);
}

/* The parts of s, one for each ';'. */
static struct strs
parts(struct mem *mem, const char *s)
{
	struct strs list = {mem_array(mem, ITEMS, sizeof *list.v), 0};
	struct str rest = of(s);

	while (rest.n && list.n < ITEMS)
		list.v[list.n++] = cut(&rest, ';');
	return list;
}

static day
on_of(struct str s)
{
	day d = DAY_NONE;

	if (date_parse(s, &d) != DATE_OK)
		diag_die("no date: %.*s", (int)s.n, s.s);
	return d;
}

static uint64_t
fits_of(const struct rules *rules, struct str word)
{
	if (text_eq(word, STR("stay")))
		return rules->stay_match;
	return text_eq(word, STR("match")) ? UINT64_C(1) << (rules->ntexts - 1) : 0;
}

static struct touch
touch_of(const struct rules *rules, struct str s, uint64_t *fits)
{
	struct touch t = {.day = on_of(cut(&s, ' ')), .dir = DIR_BOTH};
	struct str kind = cut(&s, ' ');
	bool sign = *kind.s == '<' || *kind.s == '>';
	struct str name = {kind.s + sign, kind.n - sign};
	int k = rules_kind(rules, name);

	*fits = fits_of(rules, s);
	t.from_last = text_eq(name, STR("last"));
	if (t.from_last)
		return t;
	if (k < 0)
		diag_die("no kind: %.*s", (int)name.n, name.s);
	t.kind = (uint16_t)k;
	t.dir = (uint8_t)(!sign ? rules->kinds[k].dir : *kind.s == '<' ? DIR_IN : DIR_OUT);
	return t;
}

static void
set_touches(struct mem *mem, const struct rules *rules, struct note *n, const char *text)
{
	struct strs list = parts(mem, text);
	size_t i;

	n->touches = mem_array(mem, list.n, sizeof *n->touches);
	n->fits = mem_array(mem, list.n, sizeof *n->fits);
	for (i = 0; i < list.n; i++)
		n->touches[i] = touch_of(rules, list.v[i], &n->fits[i]);
	n->ntouches = (uint32_t)list.n;
}

static void
set_promises(struct mem *mem, struct note *n, const char *text)
{
	struct strs list = parts(mem, text);
	size_t i;

	n->promises = mem_array(mem, list.n, sizeof *n->promises);
	for (i = 0; i < list.n; i++) {
		struct str rest = list.v[i], who = cut(&rest, ' ');
		struct promise *p = &n->promises[i];

		p->theirs = text_eq(who, STR("theirs"));
		p->done = text_eq(who, STR("done"));
		p->by = on_of(cut(&rest, ' '));
		p->what = rest;
	}
	n->npromises = (uint32_t)list.n;
}

static void
set_occasions(struct mem *mem, struct note *n, const char *text)
{
	struct strs list = parts(mem, text);
	size_t i;

	n->occasions = mem_array(mem, list.n, sizeof *n->occasions);
	for (i = 0; i < list.n; i++) {
		struct str rest = list.v[i];
		struct occasion *o = &n->occasions[i];

		o->yearly = text_eq(cut(&rest, ' '), STR("yearly"));
		date_parse_yearly(cut(&rest, ' '), &o->on);
		o->what = rest.n ? rest : (struct str){0};
	}
	n->noccasions = (uint32_t)list.n;
}

static void
set_next(struct mem *mem, struct note *n, const char *text)
{
	struct str rest = of(text);

	if (!text)
		return;
	n->next = mem_alloc(mem, sizeof *n->next);
	n->next->on = on_of(cut(&rest, ' '));
	n->next->action = cut(&rest, ' ');
	n->next->why = rest;
	if (!n->next->action.n)
		n->next->action = (struct str){0};
	if (!rest.n)
		n->next->why = (struct str){0};
}

static struct note
note_of(struct mem *mem, const struct rules *rules, const struct facts *f)
{
	struct note_rest *rest = mem_alloc(mem, sizeof *rest);
	struct note n = {
		.path = of(f->path), .name = of(f->name), .stage = of(f->stage), .closed = f->closed, .selected = true,
		.added = f->added ? on(f->added) : DAY_NONE, .snooze = f->snooze ? on(f->snooze) : DAY_NONE,
		.rest = rest,
	};
	struct strs via = parts(mem, f->via);
	size_t i;

	*rest = (struct note_rest){.result = of(f->result), .tags = parts(mem, f->tags), .avoid = parts(mem, f->avoid)};
	note_heed_tags(&n, rules);
	if (!f->name)
		n.name = note_id(&n);
	n.never = f->every && strcmp(f->every, "never") == 0;
	if (f->every && !n.never)
		span_parse(of(f->every), &n.every);
	n.via = mem_array(mem, via.n, sizeof *n.via);
	for (i = 0; i < via.n; i++)
		n.via[i] = (struct link){.target = via.v[i], .shown = via.v[i], .note = SIZE_MAX};
	n.nvia = (uint32_t)via.n;
	set_touches(mem, rules, &n, f->touches);
	set_promises(mem, &n, f->promises);
	set_occasions(mem, &n, f->occasions);
	set_next(mem, &n, f->next);
	return n;
}

static struct book
book_of(struct mem *mem, const struct rules *rules, const struct facts notes[NOTES])
{
	struct book book = {.notes = mem_array(mem, NOTES, sizeof *book.notes)};

	for (; book.n < NOTES && notes[book.n].path; book.n++)
		book.notes[book.n] = note_of(mem, rules, &notes[book.n]);
	book_link(&book, mem);
	return book;
}

static void
read_rules(struct rules *rules, const char *text)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};

	rules_builtin(rules);
	if (text && !rules_read(rules, of(text), &d))
		diag_die("%.*s: %.*s", (int)strlen(text), text, (int)d.first->text.n, d.first->text.s);
	rules_ready(rules);
	mem_free(&mem);
}

/* ---- rows ---- */

static struct due_question
question(const struct row *row)
{
	struct due_question q = {.today = on(row->today ? row->today : "2026-11-22"), .every_reason = row->every_reason};

	q.until = row->until ? on(row->until) : q.today;
	return q;
}

static void
test_row(const char *what, const struct row *row)
{
	struct mem mem = {0};
	struct rules rules = {0};
	struct buf b = {0};
	struct followup *f;
	struct book book;
	char date[DATE_TEXT];
	size_t i, n;

	read_rules(&rules, row->rules);
	book = book_of(&mem, &rules, row->notes);
	n = due_find(&book, &rules, question(row), &mem, &f);
	for (i = 0; i < n; i++)
		buf_fmt(&b, "%s%s %.*s %.*s: %.*s", i ? "\n" : "", date_text(f[i].due, date), (int)f[i].action.n, f[i].action.s,
		    (int)f[i].note->path.n, f[i].note->path.s, (int)f[i].why.n, f[i].why.s);
	is(((struct str){b.n ? b.s : "", b.n}), row->want, "%s: %s", what, row->name);
	free(f);
	buf_free(&b);
	rules_free(&rules);
	mem_free(&mem);
}

static void
test_rows(const char *what, const struct row *row, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		test_row(what, &row[i]);
}

/* A note on its own. */
#define ANA(...) .notes = {{.path = "ana.md", __VA_ARGS__}}

static const struct row started[] = {
	{"no touches, nothing due", ANA(.name = "Ana"), "", ALL},
	{"no notes, nothing due", .notes = {{.path = NULL}}, "", ALL},
	{"interview", ANA(.touches = "2026-11-03 interview"), "2026-11-04 thank ana.md: interview 2026-11-03"},
	{"meeting", ANA(.touches = "2026-11-03 meeting"), "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"coffee", ANA(.touches = "2026-11-03 coffee"), "2026-11-04 thank ana.md: coffee 2026-11-03"},
	{"lunch", ANA(.touches = "2026-11-03 lunch"), "2026-11-04 thank ana.md: lunch 2026-11-03"},
	{"visit", ANA(.touches = "2026-11-03 visit"), "2026-11-04 thank ana.md: visit 2026-11-03"},
	{"referral", ANA(.touches = "2026-11-03 referral"), "2026-11-04 thank ana.md: referral 2026-11-03"},
	{"rejection", ANA(.touches = "2026-11-03 rejection"), "2026-11-04 thank ana.md: rejection 2026-11-03"},
	{"application", ANA(.touches = "2026-11-03 application"),
	    "2026-11-10 call ana.md: application 2026-11-03, no answer"},
	{"resume", ANA(.touches = "2026-11-03 resume"), "2026-11-10 call ana.md: resume 2026-11-03, no answer"},
	{"sales-call", ANA(.touches = "2026-11-03 sales-call"), "2026-11-05 email ana.md: sales-call 2026-11-03"},
	{"call", ANA(.touches = "2026-11-03 call"), "2026-11-10 email ana.md: call 2026-11-03"},
	{"video", ANA(.touches = "2026-11-03 video"), "2026-11-10 email ana.md: video 2026-11-03"},
	{"reply", ANA(.touches = "2026-11-03 reply"), "2026-11-04 reply ana.md: reply 2026-11-03"},
	{"offer", ANA(.touches = "2026-11-03 offer"), "2026-11-04 reply ana.md: offer 2026-11-03"},
	{"an email from them", ANA(.touches = "2026-11-03 <email"), "2026-11-04 reply ana.md: email 2026-11-03"},
	{"a meeting that they came to", ANA(.touches = "2026-11-03 <meeting"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"email", ANA(.touches = "2026-11-03 email"), "2026-11-10 nudge ana.md: email 2026-11-03, no answer"},
	{"message", ANA(.touches = "2026-11-03 message"), "2026-11-10 nudge ana.md: message 2026-11-03, no answer"},
	{"letter", ANA(.touches = "2026-11-03 letter"), "2026-11-10 nudge ana.md: letter 2026-11-03, no answer"},
	{"voicemail", ANA(.touches = "2026-11-03 voicemail"), "2026-11-10 nudge ana.md: voicemail 2026-11-03, no answer"},
	{"nudge", ANA(.touches = "2026-11-03 nudge"), "2026-11-10 nudge ana.md: nudge 2026-11-03, no answer"},
	{"thanks, a card, an update wait for no answer",
	    ANA(.touches = "2026-11-01 thanks; 2026-11-02 card; 2026-11-03 update"), "", ALL},
	{"a contact, a chat, a note start nothing", ANA(.touches = "2026-11-01 contact; 2026-11-02 chat; 2026-11-03 note"),
	    "",
	    ALL},
	{"today's touch is one", ANA(.touches = "2026-11-22 meeting"), "2026-11-23 thank ana.md: meeting 2026-11-22", ALL},
	{"tomorrow's has not happened", ANA(.touches = "2026-11-23 meeting"), "", ALL},
	{"tomorrow's settles nothing", ANA(.touches = "2026-11-03 meeting; 2026-11-23 thanks"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03", ALL},
	{"the latest touch starts a rule", ANA(.touches = "2026-11-03 meeting; 2026-11-05 coffee"),
	    "2026-11-06 thank ana.md: coffee 2026-11-05"},
	{"due on the last day of interest", ANA(.touches = "2026-11-21 meeting"),
	    "2026-11-22 thank ana.md: meeting 2026-11-21"},
	{"due the day after", ANA(.touches = "2026-11-22 meeting"), ""},
	{"over a year's end", ANA(.touches = "2026-12-29 application"),
	    "2027-01-05 call ana.md: application 2026-12-29, no answer", ALL, .today = "2026-12-30"},
};

static const struct row settled[] = {
	{"by a later touch of yours", ANA(.touches = "2026-11-03 meeting; 2026-11-04 thanks"), "", ALL},
	{"by a later touch of both", ANA(.touches = "2026-11-03 meeting; 2026-11-04 contact"), "", ALL},
	{"not by a touch of theirs", ANA(.touches = "2026-11-03 meeting; 2026-11-03 reply"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"not by a note", ANA(.touches = "2026-11-03 meeting; 2026-11-04 note"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"by one later on the same day", ANA(.touches = "2026-11-03 meeting; 2026-11-03 thanks"), "", ALL},
	{"not by one earlier on the same day", ANA(.touches = "2026-11-03 thanks; 2026-11-03 meeting"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"by last", ANA(.touches = "2026-11-03 meeting; 2026-11-05 last"), "", ALL},
	{"not by last where a touch came after it", ANA(.touches = "2026-11-03 meeting; 2026-11-05 last; 2026-11-06 note"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"by last where what came after it has not happened",
	    ANA(.touches = "2026-11-03 meeting; 2026-11-05 last; 2026-11-23 note"), "", ALL},
	{"their letter, by your answer", ANA(.touches = "2026-11-03 reply; 2026-11-04 thanks"), "", ALL},
	{"until reply: by their touch", ANA(.touches = "2026-11-03 application; 2026-11-05 reply; 2026-11-06 thanks"), "",
	    ALL},
	{"until reply: by a touch of both", ANA(.touches = "2026-11-03 application; 2026-11-05 chat"), "", ALL},
	{"until reply: by one later on the same day", ANA(.touches = "2026-11-03 application; 2026-11-03 chat"), "", ALL},
	{"until reply: not by one earlier on the same day", ANA(.touches = "2026-11-03 chat; 2026-11-03 application"),
	    "2026-11-10 call ana.md: application 2026-11-03, no answer"},
	{"until reply: a touch of yours starts the clock anew", ANA(.touches = "2026-11-03 application; 2026-11-10 thanks"),
	    "2026-11-17 call ana.md: application 2026-11-03, no answer; last touch 2026-11-10"},
	{"until reply: the latest of them", ANA(.touches = "2026-11-03 application; 2026-11-05 update; 2026-11-10 card"),
	    "", "2026-11-16"},
	{"until reply: one on the same day", ANA(.touches = "2026-11-03 application; 2026-11-03 thanks"),
	    "2026-11-10 call ana.md: application 2026-11-03, no answer; last touch 2026-11-03"},
	{"until reply: a note starts nothing anew", ANA(.touches = "2026-11-03 application; 2026-11-10 note"),
	    "2026-11-10 call ana.md: application 2026-11-03, no answer"},
	{"until reply: the interview itself is no answer", ANA(.touches = "2026-11-03 interview; 2026-11-04 thanks"),
	    "2026-11-11 check-in ana.md: interview 2026-11-03, no answer; last touch 2026-11-04"},
	{"until reply: an email of theirs awaits none", ANA(.touches = "2026-11-03 <email; 2026-11-04 thanks"), "", ALL},
	{"until reply: again after an answer", ANA(.touches = "2026-11-01 email; 2026-11-02 reply; 2026-11-03 email"),
	    "2026-11-10 nudge ana.md: email 2026-11-03, no answer"},
	{"until kinds: by one of them", ANA(.touches = "2026-11-03 chat; 2026-11-04 card"), "", ALL,
	    "rules: [{name: x, after: chat, do: write, in: 1d, until: [card, letter]}]"},
	{"until kinds: by no other", ANA(.touches = "2026-11-03 chat; 2026-11-04 thanks; 2026-11-05 >note"),
	    "2026-11-04 write ana.md: chat 2026-11-03", .rules =
	    "rules: [{name: x, after: chat, do: write, in: 1d, until: [card, letter]}]"},
	{"until kinds: whoever's", ANA(.touches = "2026-11-03 chat; 2026-11-04 <card; 2026-11-05 thanks"), "", ALL,
	    "rules: [{name: x, after: chat, do: write, in: 1d, until: card}]"},
};

#define TWICE "2026-11-01 email; 2026-11-05 nudge"

static const struct row unanswered[] = {
	{"two do not stop it", ANA(.touches = TWICE),
	    "2026-11-12 nudge ana.md: nudge 2026-11-05, no answer"},
	{"three do", ANA(.touches = TWICE "; 2026-11-12 nudge"), "", ALL},
	{"four do", ANA(.touches = TWICE "; 2026-11-12 nudge; 2026-11-13 thanks"), "", ALL},
	{"any touch of yours counts", ANA(.touches = "2026-11-01 thanks; 2026-11-02 card; 2026-11-03 email"), "", ALL},
	{"a note does not", ANA(.touches = TWICE "; 2026-11-12 note"),
	    "2026-11-12 nudge ana.md: nudge 2026-11-05, no answer"},
	{"one that has not happened does not", ANA(.touches = TWICE "; 2026-11-23 nudge"),
	    "2026-11-12 nudge ana.md: nudge 2026-11-05, no answer"},
	{"an answer begins anew", ANA(.touches = TWICE "; 2026-11-06 nudge; 2026-11-07 chat; 2026-11-08 email"),
	    "2026-11-15 nudge ana.md: email 2026-11-08, no answer"},
	{"last begins anew", ANA(.touches = TWICE "; 2026-11-06 last"), "", ALL},
	{"last does not where a touch came after it", ANA(.touches = TWICE "; 2026-11-06 last; 2026-11-07 nudge"), "", ALL},
	{"a meeting with a direction counts", ANA(.touches = TWICE "; 2026-11-06 >chat"), "", ALL},
	{"one more with a larger maximum", ANA(.touches = TWICE "; 2026-11-12 nudge"),
	    "2026-11-19 nudge ana.md: nudge 2026-11-12, no answer", .rules = "max_unanswered: 4"},
	{"none with the least", ANA(.touches = "2026-11-01 email"), "", ALL, "max_unanswered: 1"},
	{"rules that await no reply go on", ANA(.touches = "2026-11-01 card; 2026-11-02 card; 2026-11-03 card"),
	    "2026-11-05 ring ana.md: card 2026-11-03", .rules = "rules: [{name: x, after: card, do: ring, in: 2d}]"},
	{"promises go on", ANA(.touches = TWICE "; 2026-11-12 nudge", .promises = "mine 2026-11-17 send the deck"),
	    "2026-11-17 deliver ana.md: send the deck"},
	{"cadence goes on", ANA(.touches = TWICE "; 2026-11-12 nudge", .every = "1w"),
	    "2026-11-19 keep-in-touch ana.md: last touch 2026-11-12, every 1w"},
};

static const struct row own_rules[] = {
	{"after: in", ANA(.touches = "2026-11-03 <call"), "2026-11-05 x ana.md: call 2026-11-03",
	    .rules = "rules: [{name: phone-call, off: true}, {name: answer, after: in, do: x, in: 2d}]"},
	{"after: out", ANA(.touches = "2026-11-03 application"), "2026-11-04 x ana.md: application 2026-11-03",
	    .rules = "rules: [{name: x, after: out, do: x, in: 1d}]"},
	{"after: out, a quiet kind", ANA(.touches = "2026-11-03 card"), "", ALL,
	    "rules: [{name: x, after: out, do: x, in: 1d}]"},
	{"after: out, a touch of both", ANA(.touches = "2026-11-03 chat"), "", ALL,
	    "rules: [{name: x, after: out, do: x, in: 1d}]"},
	{"after: both", ANA(.touches = "2026-11-03 chat"), "2026-11-04 x ana.md: chat 2026-11-03",
	    .rules = "rules: [{name: x, after: both, do: x, in: 1d}]"},
	{"after: both, last", ANA(.touches = "2026-11-03 last"), "2026-11-04 x ana.md: contact 2026-11-03",
	    .rules = "rules: [{name: x, after: both, do: x, in: 1d}]"},
	{"after: any", ANA(.touches = "2026-11-03 <chat; 2026-11-04 note; 2026-11-05 thanks"), "", ALL,
	    "rules: [{name: x, after: any, do: x, in: 1d}, {name: answer, off: true}]"},
	{"after: any, theirs", ANA(.touches = "2026-11-03 <chat; 2026-11-04 note"), "2026-11-04 x ana.md: chat 2026-11-03",
	    .rules = "rules: [{name: x, after: any, do: x, in: 1d}, {name: answer, off: true}]"},
	{"a quiet kind by its name", ANA(.touches = "2026-11-03 thanks"), "2026-11-04 x ana.md: thanks 2026-11-03",
	    .rules = "rules: [{name: x, after: thanks, do: x, in: 1d}]"},
	{"a kind and a direction", ANA(.touches = "2026-11-03 card"), "2026-11-04 x ana.md: card 2026-11-03",
	    .rules = "rules: [{name: x, after: [in, card], do: x, in: 1d}]"},
	{"match", ANA(.touches = "2026-11-03 chat match"), "2026-11-04 x ana.md: chat 2026-11-03",
	    .rules = "rules: [{name: x, after: chat, match: deck, do: x, in: 1d}]"},
	{"match, where the text does not", ANA(.touches = "2026-11-03 chat; 2026-11-04 chat stay"), "", ALL,
	    "stay_in_touch: never\nrules: [{name: x, after: chat, match: deck, do: x, in: 1d}]"},
	{"match, settled by a later touch that does not", ANA(.touches = "2026-11-03 chat match; 2026-11-04 chat"), "", ALL,
	    "rules: [{name: x, after: chat, match: deck, do: x, in: 1d}]"},
	{"business days", ANA(.touches = "2026-11-19 chat"), "2026-11-24 x ana.md: chat 2026-11-19", ALL,
	    "rules: [{name: x, after: chat, do: x, in: 3bd}]"},
	{"business days over a holiday", ANA(.touches = "2026-11-19 chat"), "2026-11-25 x ana.md: chat 2026-11-19", ALL,
	    "holidays: [11-23]\nrules: [{name: x, after: chat, do: x, in: 3bd}]"},
	{"months", ANA(.touches = "2026-01-31 chat"), "2026-02-28 x ana.md: chat 2026-01-31",
	    .rules = "rules: [{name: x, after: chat, do: x, in: 1mo}]"},
	{"a rule that is off", ANA(.touches = "2026-11-03 meeting"), "", ALL, "rules: [{name: meeting, off: true}]"},
	{"a rule in another's place", ANA(.touches = "2026-11-03 meeting"), "2026-11-06 sing ana.md: meeting 2026-11-03",
	    .rules = "rules: [{name: meeting, after: meeting, do: sing, in: 3d}]"},
};

static const struct row avoiding[] = {
	{"the action becomes email", ANA(.touches = "2026-11-03 application", .avoid = "Call"),
	    "2026-11-10 email ana.md: application 2026-11-03, no answer"},
	{"nudge where email is avoided too", ANA(.touches = "2026-11-03 application", .avoid = "email; call"),
	    "2026-11-10 nudge ana.md: application 2026-11-03, no answer"},
	{"an email becomes a nudge", ANA(.touches = "2026-11-03 call", .avoid = "EMAIL"),
	    "2026-11-10 nudge ana.md: call 2026-11-03"},
	{"nudge where all are avoided", ANA(.touches = "2026-11-03 application", .avoid = "call; email; nudge"),
	    "2026-11-10 nudge ana.md: application 2026-11-03, no answer"},
	{"a nudge becomes an email", ANA(.touches = "2026-11-03 email", .avoid = "nudge"),
	    "2026-11-10 email ana.md: email 2026-11-03, no answer"},
	{"other actions stay", ANA(.touches = "2026-11-03 application", .avoid = "email; visit"),
	    "2026-11-10 call ana.md: application 2026-11-03, no answer"},
	{"actions that are no rule's stay", ANA(.stage = "target", .avoid = "contact; deliver",
	    .promises = "mine 2026-11-17 x"),
	    "2026-11-17 deliver ana.md: x\n2026-11-22 contact ana.md: stage target, not yet contacted"},
};

static const struct row personal[] = {
	{"a friend gets no thank-you", ANA(.touches = "2026-11-03 lunch", .tags = "Friend"), "", ALL},
	{"a friend's letter is answered", ANA(.touches = "2026-11-03 <letter", .tags = "x; FAMILY"),
	    "2026-11-04 reply ana.md: letter 2026-11-03"},
	{"a friend is contacted first", ANA(.stage = "target", .tags = "friend"),
	    "2026-11-22 contact ana.md: stage target, not yet contacted"},
	{"a friend is promised things", ANA(.promises = "mine 2026-11-17 x", .tags = "friend"),
	    "2026-11-17 deliver ana.md: x"},
	{"a friend's birthday", ANA(.occasions = "yearly 11-22", .tags = "friend"),
	    "2026-11-22 greet ana.md: birthday 11-22"},
	{"a friend's cadence", ANA(.touches = "2026-11-03 lunch", .tags = "friend", .every = "1w"),
	    "2026-11-10 keep-in-touch ana.md: last touch 2026-11-03, every 1w"},
	{"other tags of one's own", ANA(.touches = "2026-11-03 lunch", .tags = "club"), "", ALL, "personal: club"},
	{"and then not friend", ANA(.touches = "2026-11-03 lunch", .tags = "friend"),
	    "2026-11-04 thank ana.md: lunch 2026-11-03", .rules = "personal: club"},
};

static const struct row first_contact[] = {
	{"introduced, two days after the note was added", ANA(.via = "lee", .added = "2026-11-03"),
	    "2026-11-05 contact ana.md: introduced by lee"},
	{"introduced, today where no day is known", ANA(.via = "lee"), "2026-11-22 contact ana.md: introduced by lee"},
	{"by a note's name", .notes = {{.path = "ana.md", .via = "lee"}, {.path = "lee.md", .name = "Lee Park"}},
	    "2026-11-22 contact ana.md: introduced by Lee Park"},
	{"by several", .notes = {{.path = "ana.md", .via = "lee; Tom Kim"}, {.path = "lee.md", .name = "Lee Park"}},
	    "2026-11-22 contact ana.md: introduced by Lee Park, Tom Kim"},
	{"by itself", ANA(.via = "ana"), "2026-11-22 contact ana.md: introduced by ana"},
	{"at stage target", ANA(.stage = "target"), "2026-11-22 contact ana.md: stage target, not yet contacted"},
	{"at stage lead in any case", ANA(.stage = "Lead", .added = "2026-11-20"),
	    "2026-11-22 contact ana.md: stage Lead, not yet contacted"},
	{"at another stage", ANA(.stage = "leads"), "", ALL},
	{"introduced and at stage target", ANA(.via = "lee", .stage = "target"),
	    "2026-11-22 contact ana.md: introduced by lee"},
	{"another span", ANA(.via = "lee", .added = "2026-11-03"), "2026-11-10 contact ana.md: introduced by lee",
	    .rules = "first_contact: 1w"},
	{"not once you wrote", ANA(.via = "lee", .touches = "2026-11-03 thanks"), "", ALL},
	{"not once both of you talked", ANA(.via = "lee", .touches = "2026-11-03 chat"), "", ALL},
	{"not after last", ANA(.via = "lee", .touches = "2026-11-03 last"), "", ALL},
	{"still, where a touch is yet to come", ANA(.via = "lee", .touches = "2026-11-23 thanks"),
	    "2026-11-22 contact ana.md: introduced by lee"},
	{"still, after a note", ANA(.via = "lee", .touches = "2026-11-03 note"),
	    "2026-11-22 contact ana.md: introduced by lee"},
	{"a rule due earlier is shown instead", ANA(.via = "lee", .added = "2026-11-03", .touches = "2026-11-03 reply"),
	    "2026-11-04 reply ana.md: reply 2026-11-03"},
	{"before a rule due later", ANA(.via = "lee", .added = "2026-11-01", .touches = "2026-11-03 reply"),
	    "2026-11-03 contact ana.md: introduced by lee"},
	{"after a rule due on the same day", ANA(.via = "lee", .added = "2026-11-02", .touches = "2026-11-03 reply"),
	    "2026-11-04 reply ana.md: reply 2026-11-03"},
};

static const struct row earliest[] = {
	{"the earliest of two rules", ANA(.touches = "2026-11-03 email; 2026-11-05 coffee"),
	    "2026-11-06 thank ana.md: coffee 2026-11-05"},
	{"though it began later", ANA(.touches = "2026-11-03 application; 2026-11-09 <letter"),
	    "2026-11-10 reply ana.md: letter 2026-11-09"},
	{"the first rule of two due on one day", ANA(.touches = "2026-11-03 application; 2026-11-03 email"),
	    "2026-11-10 call ana.md: application 2026-11-03, no answer; last touch 2026-11-03"},
	{"every reason", ANA(.touches = "2026-11-03 interview"),
	    "2026-11-04 thank ana.md: interview 2026-11-03\n2026-11-10 check-in ana.md: interview 2026-11-03, no answer",
	    .every_reason = true},
	{"every reason up to a day", ANA(.touches = "2026-11-20 interview"),
	    "2026-11-21 thank ana.md: interview 2026-11-20",
	    .every_reason = true},
	{"every reason of one day in rule order, first contact last",
	    ANA(.touches = "2026-11-03 referral", .via = "lee", .added = "2026-11-02"),
	    "2026-11-04 thank ana.md: referral 2026-11-03\n2026-11-04 reply ana.md: referral 2026-11-03\n"
	    "2026-11-04 contact ana.md: introduced by lee", .every_reason = true},
	{"every reason for a friend", ANA(.touches = "2026-11-03 referral", .tags = "friend"),
	    "2026-11-04 reply ana.md: referral 2026-11-03", .every_reason = true},
};

/* Notes whose referrer is Lee, and Lee. */
#define LEE(...) {.path = "lee.md", .name = "Lee", __VA_ARGS__}
#define ANA_BY_LEE(...) {.path = "ana.md", .name = "Ana", .via = "lee", __VA_ARGS__}

static const struct row reports[] = {
	{"reached", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"), LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (reached)"},
	{"answered", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks; 2026-11-04 <card; 2026-11-05 thanks"),
	    LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (answered)"},
	{"a call is an answer", .notes = {ANA_BY_LEE(.touches = "2026-11-03 call; 2026-11-04 thanks"),
	    LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (answered)"},
	{"a chat is an answer", .notes = {ANA_BY_LEE(.touches = "2026-11-03 chat"), LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (answered)"},
	{"last is an answer", .notes = {ANA_BY_LEE(.touches = "2026-11-03 last"), LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (answered)"},
	{"met", .notes = {ANA_BY_LEE(.touches = "2026-11-03 coffee; 2026-11-04 thanks"), LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (met)"},
	{"a coffee that was offered is no meeting",
	    .notes = {ANA_BY_LEE(.touches = "2026-11-03 >coffee; 2026-11-04 thanks"),
	    LEE(.every = "never")}, "2026-11-10 report lee.md: news of Ana (reached)"},
	{"not reached", .notes = {ANA_BY_LEE(.touches = "2026-11-03 memo; 2026-11-04 note", .stage = "x"),
	    LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (not reached)\n2026-11-22 contact ana.md: introduced by Lee",
	    .rules = "kinds: {memo: none}"},
	{"a result", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks", .result = "hired"), LEE(.every = "never")},
	    "2026-11-10 report lee.md: news of Ana (hired)"},
	{"its result, if it has one", .notes = {ANA_BY_LEE(.touches = "2026-11-03 coffee", .stage = "won", .closed = true,
	    .result = "hired"), LEE(.every = "never")}, "2026-11-10 report lee.md: news of Ana (hired)"},
	{"a note is no news", .notes = {ANA_BY_LEE(.touches = "2026-11-03 note", .snooze = "2027-01-01"),
	    LEE(.every = "never")}, ""},
	{"what has not happened is no news", .notes = {ANA_BY_LEE(.touches = "2026-11-23 chat", .snooze = "2027-01-01"),
	    LEE(.every = "never")}, ""},
	{"told by a touch of both on that day", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"),
	    LEE(.touches = "2026-11-03 chat")},
	    ""},
	{"told by one later", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"), LEE(.touches = "2026-11-05 chat")}, "",
	    ALL},
	{"not told by one earlier", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"),
	    LEE(.touches = "2026-11-02 chat")},
	    "2026-11-10 report lee.md: news of Ana (reached)"},
	{"not told by one to come", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"),
	    LEE(.touches = "2026-11-23 chat")},
	    "2026-11-10 report lee.md: news of Ana (reached)"},
	{"told by an update", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"), LEE(.touches = "2026-11-03 update")},
	    "", ALL},
	{"not told by an update of theirs", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"),
	    LEE(.touches = "2026-11-04 <update; 2026-11-05 thanks")}, "2026-11-10 report lee.md: news of Ana (reached)"},
	{"not told by a card", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"), LEE(.touches = "2026-11-04 card")},
	    "2026-11-10 report lee.md: news of Ana (reached)"},
	{"not told by a chat of yours alone", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"),
	    LEE(.touches = "2026-11-04 >chat")},
	    "2026-11-10 report lee.md: news of Ana (reached)"},
	{"told by last", .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks"), LEE(.touches = "2026-11-03 last")}, "", ALL},
	{"from the oldest news that was not told",
	    .notes = {ANA_BY_LEE(.touches = "2026-11-03 thanks; 2026-11-06 thanks; 2026-11-08 chat"),
	    LEE(.touches = "2026-11-04 chat")},
	    "2026-11-13 report lee.md: news of Ana (answered)"},
	{"of several referrals by path", .notes = {ANA_BY_LEE(.touches = "2026-11-05 chat"), LEE(.every = "never"),
	    {.path = "tom.md", .name = "Tom", .via = "Lee", .touches = "2026-11-04 thanks"}},
	    "2026-11-11 report lee.md: news of Ana (answered), Tom (reached)"},
	{"of those alone that have any", .notes = {ANA_BY_LEE(.touches = "2026-11-03 chat"),
	    LEE(.touches = "2026-11-04 chat"),
	    {.path = "tom.md", .name = "Tom", .via = "Lee", .touches = "2026-11-05 thanks"}},
	    "2026-11-12 report lee.md: news of Tom (reached)"},
	{"not due yet", .notes = {ANA_BY_LEE(.touches = "2026-11-16 chat"), LEE(.every = "never")}, ""},
	{"due on the day", .notes = {ANA_BY_LEE(.touches = "2026-11-15 chat"), LEE(.every = "never")},
	    "2026-11-22 report lee.md: news of Ana (answered)"},
	{"another span", .notes = {ANA_BY_LEE(.touches = "2026-11-15 chat"), LEE(.every = "never")},
	    "2026-11-17 report lee.md: news of Ana (answered)", .rules = "report: 2d"},
	{"to each of two referrers", .notes = {{.path = "ana.md", .name = "Ana", .via = "lee; tom",
	    .touches = "2026-11-03 chat"},
	    LEE(.every = "never"), {.path = "tom.md", .touches = "2026-11-09 chat"}},
	    "2026-11-10 report lee.md: news of Ana (answered)"},
	{"of a closed referral too", .notes = {ANA_BY_LEE(.touches = "2026-11-03 chat", .stage = "lost", .closed = true),
	    LEE(.every = "never")}, "2026-11-10 report lee.md: news of Ana (lost)"},
};

static const struct row promises[] = {
	{"mine", ANA(.promises = "mine 2026-11-17 send the deck"), "2026-11-17 deliver ana.md: send the deck"},
	{"mine, today", ANA(.promises = "mine 2026-11-22 send the deck"), "2026-11-22 deliver ana.md: send the deck"},
	{"mine, tomorrow", ANA(.promises = "mine 2026-11-23 send the deck"), ""},
	{"theirs, a business day after", ANA(.promises = "theirs 2026-11-17 intro"), "2026-11-18 chase ana.md: intro"},
	{"theirs, over a weekend", ANA(.promises = "theirs 2026-11-20 intro"), "2026-11-23 chase ana.md: intro", ALL},
	{"theirs, not on the Sunday", ANA(.promises = "theirs 2026-11-20 intro"), ""},
	{"theirs, over a holiday", ANA(.promises = "theirs 2026-11-16 intro"), "2026-11-18 chase ana.md: intro",
	    .rules = "holidays: [2026-11-17]"},
	{"theirs, with another span", ANA(.promises = "theirs 2026-11-17 intro"), "2026-11-20 chase ana.md: intro",
	    .rules = "chase: 3d"},
	{"done", ANA(.promises = "done 2026-11-17 send the deck"), "", ALL},
	{"without a text", ANA(.promises = "mine 2026-11-17; theirs 2026-11-17"),
	    "2026-11-17 deliver ana.md: promise\n2026-11-18 chase ana.md: promise"},
	{"each is a line, of one day in the order of the file",
	    ANA(.promises = "mine 2026-11-17 b; mine 2026-11-17 a; theirs 2026-11-16 c; mine 2026-11-10 d"),
	    "2026-11-10 deliver ana.md: d\n2026-11-17 deliver ana.md: b\n2026-11-17 deliver ana.md: a\n"
	    "2026-11-17 chase ana.md: c"},
	{"not settled by a touch", ANA(.promises = "mine 2026-11-17 x", .touches = "2026-11-18 thanks"),
	    "2026-11-17 deliver ana.md: x"},
};

static const struct row occasions[] = {
	{"a birthday today", ANA(.occasions = "yearly 1990-11-22"), "2026-11-22 greet ana.md: birthday 1990-11-22"},
	{"a birthday without a year", ANA(.occasions = "yearly 11-22"), "2026-11-22 greet ana.md: birthday 11-22"},
	{"a birthday tomorrow", ANA(.occasions = "yearly 11-23"), "2026-11-23 greet ana.md: birthday 11-23", ALL},
	{"13 days after it", ANA(.occasions = "yearly 11-09"), "2026-11-09 greet ana.md: birthday 11-09", ALL},
	{"14 days after it: the next", ANA(.occasions = "yearly 11-08"), "2027-11-08 greet ana.md: birthday 11-08", ALL},
	{"14 days after it: not due", ANA(.occasions = "yearly 11-08"), ""},
	{"touched on it", ANA(.occasions = "yearly 11-20", .touches = "2026-11-20 card"),
	    "2027-11-20 greet ana.md: birthday 11-20", ALL},
	{"touched after it", ANA(.occasions = "yearly 11-20", .touches = "2026-11-21 chat"), ""},
	{"touched before it", ANA(.occasions = "yearly 11-20", .touches = "2026-11-19 chat"),
	    "2026-11-20 greet ana.md: birthday 11-20"},
	{"touched by them", ANA(.occasions = "yearly 11-20", .touches = "2026-11-20 <letter"),
	    "2026-11-20 greet ana.md: birthday 11-20\n2026-11-21 reply ana.md: letter 2026-11-20"},
	{"a note is no touch", ANA(.occasions = "yearly 11-20", .touches = "2026-11-20 note"),
	    "2026-11-20 greet ana.md: birthday 11-20"},
	{"29 February in a leap year", ANA(.occasions = "yearly 02-29"), "2028-02-29 greet ana.md: birthday 02-29", ALL,
	    .today = "2028-02-28"},
	{"29 February in another", ANA(.occasions = "yearly 1992-02-29"), "2027-02-28 greet ana.md: birthday 1992-02-29",
	    .today = "2027-03-01"},
	{"over a year's end", ANA(.occasions = "yearly 12-28"), "2026-12-28 greet ana.md: birthday 12-28",
	    .today = "2027-01-05"},
	{"over a year's end, too late", ANA(.occasions = "yearly 12-20"), "", .today = "2027-01-05"},
	{"not before the year it was first", ANA(.occasions = "yearly 2026-12-01 opening"),
	    "2026-12-01 greet ana.md: opening 2026-12-01", ALL},
	{"in a year to come", ANA(.occasions = "yearly 2028-11-20 opening"), "2028-11-20 greet ana.md: opening 2028-11-20",
	    ALL},
	{"a date with what it is", ANA(.occasions = "yearly 11-20 name day"), "2026-11-20 greet ana.md: name day 11-20"},
	{"once, on its day", ANA(.occasions = "once 2026-11-22 trial ends"),
	    "2026-11-22 greet ana.md: trial ends 2026-11-22"},
	{"once, 13 days after it", ANA(.occasions = "once 2026-11-09 x"), "2026-11-09 greet ana.md: x 2026-11-09"},
	{"once, 14 days after it", ANA(.occasions = "once 2026-11-08 x"), "", ALL},
	{"once, to come", ANA(.occasions = "once 2027-01-08 x"), "2027-01-08 greet ana.md: x 2027-01-08", ALL},
	{"once, touched since", ANA(.occasions = "once 2026-11-20 x", .touches = "2026-11-20 thanks"), "", ALL},
	{"several of one day in their order", ANA(.occasions = "yearly 11-20; yearly 11-20 wedding; once 2026-11-19 x"),
	    "2026-11-19 greet ana.md: x 2026-11-19\n2026-11-20 greet ana.md: birthday 11-20\n"
	    "2026-11-20 greet ana.md: wedding 11-20"},
	{"at the end of all days", ANA(.occasions = "yearly 12-30; yearly 02-01"),
	    "9999-12-30 greet ana.md: birthday 12-30", ALL, .today = "9999-12-31"},
};

static const struct row cadences[] = {
	{"every, from the last touch", ANA(.touches = "2026-11-01 chat", .every = "3w"),
	    "2026-11-22 keep-in-touch ana.md: last touch 2026-11-01, every 3w"},
	{"not due yet", ANA(.touches = "2026-11-02 chat", .every = "3w"), ""},
	{"a touch of theirs is one", ANA(.touches = "2026-10-01 <chat", .every = "1w", .tags = "x"),
	    "2026-10-08 keep-in-touch ana.md: last touch 2026-10-01, every 1w",
	    .rules = "rules: [{name: answer, off: true}]"},
	{"a note is none", ANA(.touches = "2026-10-01 chat; 2026-11-01 note", .every = "1w"),
	    "2026-10-08 keep-in-touch ana.md: last touch 2026-10-01, every 1w"},
	{"last is one", ANA(.touches = "2026-10-01 last", .every = "1w"),
	    "2026-10-08 keep-in-touch ana.md: last touch 2026-10-01, every 1w"},
	{"what has not happened is none", ANA(.touches = "2026-10-01 chat; 2026-12-01 chat", .every = "1w"),
	    "2026-10-08 keep-in-touch ana.md: last touch 2026-10-01, every 1w"},
	{"never touched: since it was added", ANA(.every = "3w", .added = "2026-11-03"),
	    "2026-11-03 keep-in-touch ana.md: never touched, every 3w"},
	{"never touched: today", ANA(.every = "3w"), "2026-11-22 keep-in-touch ana.md: never touched, every 3w"},
	{"a tag's", ANA(.touches = "2026-10-01 chat", .tags = "A-List"),
	    "2026-10-22 keep-in-touch ana.md: last touch 2026-10-01, every 3w"},
	{"the shortest of two tags'", ANA(.touches = "2026-01-31 chat", .tags = "d-list; b-list"),
	    "2026-03-31 keep-in-touch ana.md: last touch 2026-01-31, every 2mo"},
	{"the note's before its tags'", ANA(.touches = "2026-01-31 chat", .tags = "a-list", .every = "1mo"),
	    "2026-02-28 keep-in-touch ana.md: last touch 2026-01-31, every 1mo"},
	{"never", ANA(.touches = "2026-01-31 chat stay", .tags = "a-list", .every = "never"), "", ALL},
	{"stay in touch", ANA(.touches = "2026-08-01 chat stay; 2026-08-02 chat"),
	    "2026-11-02 keep-in-touch ana.md: last touch 2026-08-02, every 3mo"},
	{"stay in touch, before a tag's: the tag's", ANA(.touches = "2026-08-01 chat stay", .tags = "a-list"),
	    "2026-08-22 keep-in-touch ana.md: last touch 2026-08-01, every 3w"},
	{"stay in touch, yet to be said", ANA(.touches = "2026-08-01 chat; 2026-11-23 chat stay"), "", ALL},
	{"nothing said", ANA(.touches = "2026-08-01 chat", .tags = "vip"), "", ALL},
	{"not before a first contact", ANA(.via = "nobody", .added = "2026-11-21", .every = "1w"), ""},
	{"not before one to come", ANA(.stage = "lead", .added = "2026-11-21", .every = "1w"),
	    "2026-11-23 contact ana.md: stage lead, not yet contacted", ALL},
	{"after the first contact", ANA(.via = "nobody", .touches = "2026-11-01 chat", .every = "1w"),
	    "2026-11-08 keep-in-touch ana.md: last touch 2026-11-01, every 1w"},
	{"hidden by what is due as well", ANA(.touches = "2026-11-01 email", .every = "1w"),
	    "2026-11-08 nudge ana.md: email 2026-11-01, no answer", ALL},
	{"hidden by what is due today", ANA(.touches = "2026-11-01 chat", .every = "1w", .promises = "mine 2026-11-22 x"),
	    "2026-11-22 deliver ana.md: x", ALL},
	{"not hidden by what is to come", ANA(.touches = "2026-11-01 chat", .every = "1w", .promises = "mine 2026-11-23 x"),
	    "2026-11-08 keep-in-touch ana.md: last touch 2026-11-01, every 1w\n2026-11-23 deliver ana.md: x", ALL},
	{"to come: hidden by what comes before it", ANA(.touches = "2026-11-20 chat", .every = "1w",
	    .promises = "mine 2026-11-27 x"), "2026-11-27 deliver ana.md: x", ALL},
	{"to come: not by what comes after it", ANA(.touches = "2026-11-20 chat", .every = "1w",
	    .promises = "mine 2026-11-28 x"),
	    "2026-11-27 keep-in-touch ana.md: last touch 2026-11-20, every 1w\n2026-11-28 deliver ana.md: x", ALL},
	{"a tag that is never due", ANA(.touches = "2026-08-01 chat", .tags = "vip"), "", ALL, "cadence: {vip: never}"},
	{"a tag of one's own", ANA(.touches = "2026-11-20 chat", .tags = "vip"),
	    "2026-11-24 keep-in-touch ana.md: last touch 2026-11-20, every 2bd", ALL, "cadence: {VIP: 2bd}"},
	{"not beside a rule's line", ANA(.touches = "2026-11-03 meeting", .every = "1d"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"not beside a promise", ANA(.touches = "2026-11-01 chat", .every = "1d", .promises = "mine 2026-11-17 x"),
	    "2026-11-17 deliver ana.md: x"},
	{"not beside a birthday", ANA(.touches = "2026-11-01 chat", .every = "1d", .occasions = "yearly 11-22"),
	    "2026-11-22 greet ana.md: birthday 11-22"},
	{"beside what is due later than the output", ANA(.touches = "2026-11-20 call", .every = "1d",
	    .promises = "mine 2026-12-01 x", .occasions = "yearly 11-23"),
	    "2026-11-21 keep-in-touch ana.md: last touch 2026-11-20, every 1d"},
};

static const struct row planned[] = {
	{"on its day", ANA(.next = "2026-11-22"), "2026-11-22 follow-up ana.md: planned for 2026-11-22"},
	{"with an action", ANA(.next = "2026-11-22 call"), "2026-11-22 call ana.md: planned for 2026-11-22"},
	{"with a reason", ANA(.next = "2026-11-20 call ask about the budget"),
	    "2026-11-20 call ana.md: ask about the budget"},
	{"tomorrow", ANA(.next = "2026-11-23"), ""},
	{"in the place of a rule", ANA(.next = "2026-11-20", .touches = "2026-11-03 meeting"),
	    "2026-11-20 follow-up ana.md: planned for 2026-11-20"},
	{"in its place though due later", ANA(.next = "2026-11-23", .touches = "2026-11-03 meeting"), ""},
	{"in the place of a first contact", ANA(.next = "2026-11-23", .via = "lee"), ""},
	{"in the place of a cadence", ANA(.next = "2026-11-23", .every = "1d", .touches = "2026-11-01 chat"), ""},
	{"with every reason too", ANA(.next = "2026-11-23", .touches = "2026-11-03 meeting"), "", .every_reason = true},
	{"beside promises and dates", ANA(.next = "2026-11-20", .promises = "mine 2026-11-20 x",
	    .occasions = "yearly 11-20"),
	    "2026-11-20 follow-up ana.md: planned for 2026-11-20\n2026-11-20 deliver ana.md: x\n"
	    "2026-11-20 greet ana.md: birthday 11-20"},
	{"beside a report", .notes = {ANA_BY_LEE(.touches = "2026-11-03 chat"), LEE(.next = "2026-11-10")},
	    "2026-11-10 follow-up lee.md: planned for 2026-11-10\n2026-11-10 report lee.md: news of Ana (answered)"},
	{"spent by a touch of yours on that day", ANA(.next = "2026-11-20", .touches = "2026-11-20 meeting"),
	    "2026-11-21 thank ana.md: meeting 2026-11-20"},
	{"spent by one later", ANA(.next = "2026-11-18", .touches = "2026-11-20 thanks", .every = "1d"),
	    "2026-11-21 keep-in-touch ana.md: last touch 2026-11-20, every 1d"},
	{"not spent by one earlier", ANA(.next = "2026-11-20", .touches = "2026-11-19 thanks"),
	    "2026-11-20 follow-up ana.md: planned for 2026-11-20"},
	{"not spent by theirs", ANA(.next = "2026-11-20", .touches = "2026-11-21 reply"),
	    "2026-11-20 follow-up ana.md: planned for 2026-11-20"},
	{"not spent by one to come", ANA(.next = "2026-11-20", .touches = "2026-11-23 thanks"),
	    "2026-11-20 follow-up ana.md: planned for 2026-11-20"},
	{"spent by last", ANA(.next = "2026-11-20", .touches = "2026-11-20 last"), "", ALL},
};

static const struct row snoozed[] = {
	{"a rule", ANA(.snooze = "2026-12-01", .touches = "2026-11-03 meeting"),
	    "2026-12-01 thank ana.md: meeting 2026-11-03",
	    ALL},
	{"nothing is due before it", ANA(.snooze = "2026-11-23", .touches = "2026-11-03 meeting"), ""},
	{"on its day", ANA(.snooze = "2026-11-22", .touches = "2026-11-03 meeting"),
	    "2026-11-22 thank ana.md: meeting 2026-11-03"},
	{"what is due after it stays", ANA(.snooze = "2026-11-01", .touches = "2026-11-03 meeting"),
	    "2026-11-04 thank ana.md: meeting 2026-11-03"},
	{"the earliest is still the one without it",
	    ANA(.snooze = "2026-12-01", .touches = "2026-11-03 application; 2026-11-03 <letter"),
	    "2026-12-01 reply ana.md: letter 2026-11-03", ALL},
	{"a first contact", ANA(.snooze = "2026-12-01", .via = "lee"), "2026-12-01 contact ana.md: introduced by lee", ALL},
	{"promises: theirs, not mine", ANA(.snooze = "2026-12-01", .promises = "mine 2026-11-17 a; theirs 2026-11-17 b"),
	    "2026-11-17 deliver ana.md: a\n2026-12-01 chase ana.md: b", ALL},
	{"a birthday", ANA(.snooze = "2026-12-01", .occasions = "yearly 11-22"), "2026-12-01 greet ana.md: birthday 11-22",
	    ALL},
	{"a cadence", ANA(.snooze = "2026-12-01", .touches = "2026-10-01 chat", .every = "1w"),
	    "2026-12-01 keep-in-touch ana.md: last touch 2026-10-01, every 1w", ALL},
	{"next", ANA(.snooze = "2026-12-01", .next = "2026-11-20"), "2026-12-01 follow-up ana.md: planned for 2026-11-20",
	    ALL},
	{"a report", .notes = {ANA_BY_LEE(.touches = "2026-11-03 chat"), LEE(.snooze = "2026-12-01")},
	    "2026-12-01 report lee.md: news of Ana (answered)", ALL},
};

static const struct row closed[] = {
	{"no rule", ANA(.closed = true, .touches = "2026-11-03 meeting"), "", ALL},
	{"no first contact", ANA(.closed = true, .via = "lee"), "", ALL},
	{"no next", ANA(.closed = true, .next = "2026-11-20"), "", ALL},
	{"no birthday", ANA(.closed = true, .occasions = "yearly 11-22"), "", ALL},
	{"no cadence", ANA(.closed = true, .every = "1d"), "", ALL},
	{"no report", .notes = {ANA_BY_LEE(.touches = "2026-11-03 chat"), LEE(.closed = true)}, "", ALL},
	{"promises", ANA(.closed = true, .promises = "mine 2026-11-17 a; theirs 2026-11-17 b"),
	    "2026-11-17 deliver ana.md: a\n2026-11-18 chase ana.md: b"},
	{"promises and a snooze", ANA(.closed = true, .snooze = "2026-12-01",
	    .promises = "mine 2026-11-17 a; theirs 2026-11-17 b"),
	    "2026-11-17 deliver ana.md: a\n2026-12-01 chase ana.md: b", ALL},
};

static const struct row sorted[] = {
	{"by due date, then by note", .notes = {{.path = "a.md", .promises = "mine 2026-11-17 x; mine 2026-11-10 y"},
	    {.path = "b.md", .promises = "mine 2026-11-10 z"}, {.path = "c.md", .promises = "mine 2026-11-09 w"}},
	    "2026-11-09 deliver c.md: w\n2026-11-10 deliver a.md: y\n2026-11-10 deliver b.md: z\n"
	    "2026-11-17 deliver a.md: x"},
	{"within a note by what it is",
	    .notes = {{.path = "a.md", .name = "A", .via = "lee", .touches = "2026-11-03 chat"},
	    LEE(.touches = "2026-11-02 contact; 2026-11-09 reply", .occasions = "yearly 11-10; yearly 11-10 x",
	    .promises = "theirs 2026-11-09 b; mine 2026-11-10 a")},
	    "2026-11-10 reply lee.md: reply 2026-11-09\n2026-11-10 report lee.md: news of A (answered)\n"
	    "2026-11-10 chase lee.md: b\n2026-11-10 deliver lee.md: a\n2026-11-10 greet lee.md: birthday 11-10\n"
	    "2026-11-10 greet lee.md: x 11-10"},
};

/* ---- what the lines above do not show ---- */

static const struct {
	const char *name;
	struct facts note;
	const char *rule, *hint;        /* of the first follow-up */
	int32_t span;
	unsigned unanswered;
} details[] = {
	{"a rule", {.touches = "2026-11-03 meeting"}, "meeting", NULL, 1, 0},
	{"a rule with a hint", {.touches = "2026-11-03 rejection"}, "rejection", "Thank them and offer to stay in touch.",
	    1, 0},
	{"a rule until reply", {.touches = "2026-11-03 email"}, "nudge", NULL, 7, 1},
	{"its clock", {.touches = "2026-11-03 email; 2026-11-05 thanks"}, "nudge", NULL, 7, 2},
	{"an action that is avoided", {.touches = "2026-11-03 email", .avoid = "nudge"}, "nudge", NULL, 7, 1},
	{"a first contact", {.via = "lee", .added = "2026-11-03"}, "first-contact", NULL, 2, 0},
	{"a first contact today", {.via = "lee"}, "first-contact", NULL, 0, 0},
	{"next", {.next = "2026-11-20"}, "next", NULL, 0, 0},
	{"a promise of mine", {.promises = "mine 2026-11-17 x", .touches = "2026-11-03 thanks"}, "promise", NULL, 0, 1},
	{"a promise of theirs", {.promises = "theirs 2026-11-13 x"}, "promise", NULL, 3, 0},
	{"a birthday", {.occasions = "yearly 11-20"}, "date", NULL, 0, 0},
	{"a cadence", {.touches = "2026-02-01 chat", .every = "1mo"}, "cadence", NULL, 28, 0},
	{"a cadence never begun", {.every = "1mo"}, "cadence", NULL, 0, 0},
	{"a snooze does not lengthen it", {.touches = "2026-11-03 meeting", .snooze = "2026-11-20"}, "meeting", NULL, 1, 0},
	{"unanswered: none to begin with", {.next = "2026-11-20"}, "next", NULL, 0, 0},
	{"unanswered: since theirs", {.touches = "2026-11-01 email; 2026-11-02 reply; 2026-11-03 email; 2026-11-04 card",
	    .next = "2026-11-20"}, "next", NULL, 0, 2},
	{"unanswered: since both of you", {.touches = "2026-11-01 email; 2026-11-02 chat; 2026-11-03 thanks",
	    .next = "2026-11-20"}, "next", NULL, 0, 1},
	{"unanswered: a note is none", {.touches = "2026-11-01 email; 2026-11-02 note", .next = "2026-11-20"}, "next", NULL,
	    0, 1},
	{"unanswered: up to today", {.touches = "2026-11-01 email; 2026-11-23 reply", .next = "2026-11-24"}, "next", NULL,
	    0, 1},
	{"unanswered: a skipped last ends nothing", {.touches = "2026-11-01 email; 2026-11-02 last; 2026-11-03 email",
	    .next = "2026-11-20"}, "next", NULL, 0, 2},
};

static void
test_details(void)
{
	size_t i;

	for (i = 0; i < LEN(details); i++) {
		struct facts notes[NOTES] = {details[i].note};
		struct due_question q = {.today = on("2026-11-22"), .until = DAY_MAX};
		struct mem mem = {0};
		struct rules rules = {0};
		struct followup *f;
		struct book book;
		size_t n;

		notes[0].path = "ana.md";
		read_rules(&rules, NULL);
		book = book_of(&mem, &rules, notes);
		n = due_find(&book, &rules, q, &mem, &f);
		is(n ? f->rule : STR("none"), details[i].rule, "rule: %s", details[i].name);
		is(n ? f->hint : STR("none"), details[i].hint, "hint: %s", details[i].name);
		ok(n && f->span == details[i].span, "span: %s: %ld days", details[i].name, (long)details[i].span);
		ok(n && f->unanswered == details[i].unanswered, "unanswered: %s: %u", details[i].name, details[i].unanswered);
		free(f);
		rules_free(&rules);
		mem_free(&mem);
	}
}

/* What due_find() shows of the rules and first contact of a note, the rest of it aside. */
static struct due_lead
shown_lead(const struct note *note, const struct rules *rules, day today, struct mem *mem)
{
	struct note alone = *note;
	struct note_rest rest = *note->rest;
	struct book book = {.notes = &alone, .n = 1};
	struct due_question q = {.today = today, .until = DAY_MAX};
	struct due_lead lead = {.due = DAY_NONE};
	struct followup *f;
	size_t i, n;

	alone.next = NULL;
	alone.snooze = DAY_NONE;
	alone.closed = false;
	alone.rest = &rest;
	rest.avoid.n = 0;
	alone.noccasions = alone.npromises = 0;
	n = due_find(&book, rules, q, mem, &f);
	for (i = 0; i < n; i++)
		if (!text_eq(f[i].rule, STR("cadence")))
			lead = (struct due_lead){f[i].action, f[i].due};
	free(f);
	return lead;
}

/* After each touch of each note. */
static void
test_leads_of(const char *what, const struct row *row, const struct book *book, const struct rules *rules, struct mem *mem)
{
	day today = question(row).today;
	struct mem scratch = {0};
	size_t i, j;

	for (i = 0; i < book->n; i++) {
		struct note note = book->notes[i];
		struct due_lead *leads = mem_array(mem, note.ntouches + 1, sizeof *leads);
		bool same = true;

		if (note.added == DAY_NONE)
			note.added = on("2026-01-01");
		for (j = 0; j < note.nvia; j++)
			note.via[j].note = BOOK_NONE;
		note.ntouches = (uint32_t)note_happened(&note, today);
		for (j = 0; j + 1 < note.ntouches; j++)
			note.touches[j].dir = note.touches[j].from_last ? DIR_NONE : note.touches[j].dir;
		due_leads(&note, rules, note.ntouches, &scratch, leads);
		for (j = note.ntouches + 1; j-- > 0;) {
			struct due_lead want;

			note.ntouches = (uint32_t)j;
			want = shown_lead(&note, rules, today, mem);
			same = same && leads[j].due == want.due && (want.due == DAY_NONE || text_eq(leads[j].action, want.action));
		}
		ok(same, "leads of note %zu as they are shown: %s: %s", i, what, row->name);
	}
	mem_free(&scratch);
}

static void
test_leads(const char *what, const struct row *row, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct mem mem = {0};
		struct rules rules = {0};
		struct book book;

		read_rules(&rules, row[i].rules);
		book = book_of(&mem, &rules, row[i].notes);
		book.nreferrals = 0;
		test_leads_of(what, &row[i], &book, &rules, &mem);
		rules_free(&rules);
		mem_free(&mem);
	}
}

int
main(void)
{
	test_leads("started", started, LEN(started));
	test_leads("settled", settled, LEN(settled));
	test_leads("unanswered", unanswered, LEN(unanswered));
	test_leads("rules of one's own", own_rules, LEN(own_rules));
	test_leads("personal", personal, LEN(personal));
	test_leads("first contact", first_contact, LEN(first_contact));
	test_leads("earliest", earliest, LEN(earliest));
	test_rows("started", started, LEN(started));
	test_rows("settled", settled, LEN(settled));
	test_rows("unanswered", unanswered, LEN(unanswered));
	test_rows("rules of one's own", own_rules, LEN(own_rules));
	test_rows("avoid", avoiding, LEN(avoiding));
	test_rows("personal", personal, LEN(personal));
	test_rows("first contact", first_contact, LEN(first_contact));
	test_rows("earliest", earliest, LEN(earliest));
	test_rows("report", reports, LEN(reports));
	test_rows("promise", promises, LEN(promises));
	test_rows("date", occasions, LEN(occasions));
	test_rows("cadence", cadences, LEN(cadences));
	test_rows("next", planned, LEN(planned));
	test_rows("snooze", snoozed, LEN(snoozed));
	test_rows("closed", closed, LEN(closed));
	test_rows("order", sorted, LEN(sorted));
	test_details();
	return done();
}
