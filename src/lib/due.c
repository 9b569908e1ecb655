#include <stdlib.h>

#include "due.h"
#include "referral.h"
#include "text.h"

enum { GREET_DAYS = 14 };

struct asking {
	const struct book *book;
	const struct rules *rules;
	struct due_question q;
	struct mem *mem;
	const struct note *note;
	size_t touches;         /* of the note, that have happened */
	unsigned unanswered;
	struct str *states;     /* referral_state() of each note, once it was asked for; NULL: of none */
	struct followup *out;
	size_t n, cap;
};

/* A rule that a note meets, or, where rule is NULL, a first contact that is to be made. */
struct lead {
	const struct rule *rule;
	const struct touch *start, *clock;      /* what started it; what its time runs from */
	day since, due;
};

static bool
is_yours(const struct touch *t)
{
	return t->dir & DIR_OUT;
}

static bool
is_theirs(const struct touch *t)
{
	return t->dir & DIR_IN;
}

/* The latest touch from `start` on that fits a direction; NULL: none does. */
static const struct touch *
latest(const struct asking *a, size_t start, unsigned dirs)
{
	return note_latest(a->note, start, a->touches, dirs);
}

/* Whether one of the first n touches is yours, on a day or later. */
static bool
touched_by_you_since(const struct note *note, size_t n, day date)
{
	const struct touch *t = note_latest(note, 0, n, DIR_OUT);

	return t && t->day >= date;
}

/* When a follow-up is due, its note's snooze heeded. */
static day
after_snooze(const struct asking *a, day due)
{
	return due < a->note->snooze ? a->note->snooze : due;
}

/* Adds a follow-up that is due within the days of interest. */
static void
add(struct asking *a, struct followup f)
{
	if (f.due > a->q.until)
		return;
	a->out = mem_grow(a->out, a->n, &a->cap, sizeof *a->out);
	f.note = a->note;
	f.unanswered = a->unanswered;
	f.place = a->n;
	a->out[a->n++] = f;
}

/* ---- rules, first contact, next ---- */

static bool
in_kinds(struct kinds kinds, unsigned kind)
{
	size_t i;

	for (i = 0; i < kinds.n; i++)
		if (kinds.v[i] == kind)
			return true;
	return false;
}

/* Whether touch i starts a rule; one of theirs awaits no reply. */
static bool
starts(const struct note *note, const struct rules *rules, const struct rule *rule, size_t i)
{
	const struct touch *t = &note->touches[i];

	if (rule->match && !(note->fits && note->fits[i] & rule->match))
		return false;
	if (rule->until == UNTIL_REPLY && t->dir == DIR_IN)
		return false;
	if (in_kinds(rule->after, t->kind))
		return true;
	return rule->after_dirs & 1u << t->dir && !rules->kinds[t->kind].quiet;
}

static bool
settles(const struct rule *rule, const struct touch *t)
{
	switch (rule->until) {
	case UNTIL_TOUCH:
		return is_yours(t);
	case UNTIL_REPLY:
		return is_theirs(t);
	case UNTIL_KINDS:
		return in_kinds(rule->until_kinds, t->kind);
	}
	return false;
}

/* The touch that starts a rule, where nothing has settled it; NULL: it is not open. */
static const struct touch *
open_start(const struct asking *a, const struct rule *rule)
{
	const struct touch *v = a->note->touches;
	size_t i;

	for (i = a->touches; i > 0; i--) {
		if (!note_touch_counts(a->note, a->touches, i - 1))
			continue;
		if (starts(a->note, a->rules, rule, i - 1))
			return &v[i - 1];
		if (settles(rule, &v[i - 1]))
			return NULL;
	}
	return NULL;
}

static bool
avoids(const struct note *n, struct str action)
{
	size_t i;

	for (i = 0; i < note_rest(n)->avoid.n; i++)
		if (text_folds_to(note_rest(n)->avoid.v[i], action))
			return true;
	return false;
}

static void
rule_why(struct asking *a, const struct lead *lead, struct buf *b)
{
	buf_str(b, a->rules->kinds[lead->start->kind].name);
	buf_chr(b, ' ');
	date_put(b, lead->start->day);
	if (lead->rule->until == UNTIL_REPLY)
		buf_fmt(b, ", no answer");
	if (lead->clock != lead->start) {
		buf_fmt(b, "; last touch ");
		date_put(b, lead->clock->day);
	}
}

static void
first_contact_why(struct asking *a, struct buf *b)
{
	const struct note *n = a->note;
	size_t i;

	buf_fmt(b, n->nvia ? "introduced by " : "stage ");
	for (i = 0; i < n->nvia; i++) {
		if (i)
			buf_fmt(b, ", ");
		buf_str(b, n->via[i].note == BOOK_NONE ? n->via[i].shown : a->book->notes[n->via[i].note].name);
	}
	if (!n->nvia) {
		buf_str(b, n->stage);
		buf_fmt(b, ", not yet contacted");
	}
}

static bool
rule_lead(struct asking *a, const struct rule *rule, struct lead *lead)
{
	const struct touch *start = open_start(a, rule), *yours;

	if (!start)
		return false;
	*lead = (struct lead){.rule = rule, .start = start, .clock = start};
	if (rule->until == UNTIL_REPLY) {
		if (a->unanswered >= a->rules->max_unanswered)
			return false;
		yours = latest(a, (size_t)(start - a->note->touches), DIR_OUT);
		if (yours)
			lead->clock = yours;
	}
	lead->since = lead->clock->day;
	lead->due = date_add(lead->since, rule->in, a->rules->holidays);
	return true;
}

/* Somebody to reach, as long as there is no touch of yours. */
static bool
is_to_be_reached(const struct note *n)
{
	return n->nvia || text_is(n->stage, "target") || text_is(n->stage, "lead");
}

static bool
awaits_contact(const struct asking *a)
{
	return is_to_be_reached(a->note) && !latest(a, 0, DIR_OUT);
}

static bool
first_contact_lead(struct asking *a, struct lead *lead)
{
	const struct note *n = a->note;

	if (!awaits_contact(a))
		return false;
	*lead = (struct lead){.due = a->q.today, .since = a->q.today};
	if (n->added != DAY_NONE) {
		lead->since = n->added;
		lead->due = date_add(n->added, a->rules->first_contact, a->rules->holidays);
	}
	return true;
}

static void
add_lead(struct asking *a, const struct lead *lead)
{
	struct followup f = {.due = after_snooze(a, lead->due), .action = STR("contact"), .rule = STR("first-contact")};
	struct buf b = {0};

	if (f.due > a->q.until)
		return;
	f.span = lead->due - lead->since;
	if (!lead->rule) {
		first_contact_why(a, &b);
	} else {
		f.action = lead->rule->action;
		f.rule = lead->rule->name;
		f.hint = lead->rule->hint;
		rule_why(a, lead, &b);
		if (avoids(a->note, f.action)) {
			f.action = avoids(a->note, STR("email")) ? STR("nudge") : STR("email");
			f.hint = (struct str){0};
		}
	}
	f.why = buf_take(&b, a->mem);
	add(a, f);
}

static bool
concerns(const struct rule *rule, const struct note *note)
{
	return (!note->personal || rule->everyone) && (!rule->when || note_rest(note)->meets & rule->when);
}

/* One touch serves them all, so the one due first is shown. */
static void
add_rules(struct asking *a)
{
	bool found = false;
	struct lead lead, first = {0};
	size_t i;

	for (i = 0; i <= a->rules->nrules; i++) {
		const struct rule *rule = i < a->rules->nrules ? &a->rules->rules[i] : NULL;

		if (rule && !concerns(rule, a->note))
			continue;
		if (rule ? !rule_lead(a, rule, &lead) : !first_contact_lead(a, &lead))
			continue;
		if (a->q.every_reason)
			add_lead(a, &lead);
		else if (!found || lead.due < first.due)
			first = lead;
		found = true;
	}
	if (found && !a->q.every_reason)
		add_lead(a, &first);
}

bool
due_next_is_open(const struct note *note, size_t n)
{
	return note->next && !touched_by_you_since(note, n, note->next->on);
}

static void
add_next(struct asking *a)
{
	const struct next *next = a->note->next;
	struct followup f = {.due = after_snooze(a, next->on), .action = STR("follow-up"), .why = next->why,
	    .rule = STR("next")};
	struct buf b = {0};

	if (next->action.s)
		f.action = next->action;
	if (!f.why.s) {
		buf_fmt(&b, "planned for ");
		date_put(&b, next->on);
		f.why = buf_take(&b, a->mem);
	}
	add(a, f);
}

/* ---- what was asked for ---- */

/* A rule on its way through a note's touches: what started it and what its time runs from; NULL: it is not open. */
struct course {
	const struct rule *rule;
	const struct touch *start, *clock;
};

static void
take_touch(struct course *c, const struct note *note, const struct rules *rules, size_t i)
{
	const struct touch *t = &note->touches[i];

	if (starts(note, rules, c->rule, i))
		c->start = c->clock = t;
	else if (settles(c->rule, t))
		c->start = NULL;
	else if (c->start && c->rule->until == UNTIL_REPLY && is_yours(t))
		c->clock = t;
}

struct courses {
	struct course *v;
	size_t n;
};

/* The rules that concern a note, none of them open. */
static struct courses
start_courses(const struct note *note, const struct rules *rules, struct mem *mem)
{
	struct courses c = {mem_array(mem, rules->nrules, sizeof *c.v), 0};
	size_t i;

	for (i = 0; i < rules->nrules; i++)
		if (concerns(&rules->rules[i], note))
			c.v[c.n++].rule = &rules->rules[i];
	return c;
}

/* The earliest of the rules that are open; of two due on one day the first. */
static struct due_lead
first_of(const struct courses *courses, const struct rules *rules, unsigned unanswered)
{
	struct due_lead first = {.due = DAY_NONE};
	size_t i;

	for (i = 0; i < courses->n; i++) {
		const struct course *c = &courses->v[i];
		day due;

		if (!c->start || (c->rule->until == UNTIL_REPLY && unanswered >= rules->max_unanswered))
			continue;
		due = date_add(c->clock->day, c->rule->in, rules->holidays);
		if (first.due == DAY_NONE || due < first.due)
			first = (struct due_lead){c->rule->action, due};
	}
	return first;
}

void
due_leads(const struct note *note, const struct rules *rules, size_t n, struct mem *scratch, struct due_lead *leads)
{
	struct courses courses;
	struct due_lead contact = {STR("contact"), DAY_NONE};
	unsigned unanswered = 0;
	size_t i, j;

	mem_reset(scratch);
	courses = start_courses(note, rules, scratch);
	if (is_to_be_reached(note) && note->added != DAY_NONE)
		contact.due = date_add(note->added, rules->first_contact, rules->holidays);
	for (i = 0; i <= n; i++) {
		if (i && note_touch_counts(note, n, i - 1)) {
			const struct touch *t = &note->touches[i - 1];

			for (j = 0; j < courses.n; j++)
				take_touch(&courses.v[j], note, rules, i - 1);
			unanswered = is_theirs(t) ? 0 : unanswered + is_yours(t);
			contact.due = is_yours(t) ? DAY_NONE : contact.due;
		}
		leads[i] = first_of(&courses, rules, unanswered);
		if (contact.due != DAY_NONE && (leads[i].due == DAY_NONE || contact.due < leads[i].due))
			leads[i] = contact;
	}
}

/* ---- report ---- */

/* A referral may have many referrers. */
static struct str
state_of(struct asking *a, size_t i)
{
	const struct note *note = &a->book->notes[i];

	if (!a->states)
		a->states = mem_array(a->mem, a->book->n, sizeof *a->states);
	if (!a->states[i].s)
		a->states[i] = referral_state(note, a->rules, note_happened(note, a->q.today));
	return a->states[i];
}

static void
add_report(struct asking *a)
{
	size_t i, n;
	const struct referral *r = book_referrals(a->book, (size_t)(a->note - a->book->notes), &n);
	struct followup f = {.action = STR("report"), .rule = STR("report")};
	day oldest = DAY_MAX, news, told = n ? referral_told(a->note, a->rules, a->touches) : DAY_NONE;
	struct buf b = {0};

	for (i = 0; i < n; i++) {
		const struct note *referral = &a->book->notes[r[i].referral];

		news = referral_news(referral, a->rules, note_happened(referral, a->q.today), told);
		if (news == DAY_NONE)
			continue;
		if (news < oldest)
			oldest = news;
		buf_fmt(&b, b.n ? ", " : "news of ");
		buf_str(&b, referral->name);
		buf_fmt(&b, " (");
		buf_str(&b, state_of(a, r[i].referral));
		buf_chr(&b, ')');
	}
	if (!b.n)
		return;
	f.due = date_add(oldest, a->rules->report, a->rules->holidays);
	f.span = f.due - oldest;
	f.due = after_snooze(a, f.due);
	f.why = buf_take(&b, a->mem);
	add(a, f);
}

/* ---- promises, dates, cadence ---- */

static void
add_promises(struct asking *a)
{
	size_t i;

	for (i = 0; i < a->note->npromises; i++) {
		const struct promise *p = &a->note->promises[i];
		struct followup f = {.due = p->by, .action = STR("deliver"), .rule = STR("promise")};

		if (p->done)
			continue;
		if (p->theirs) {
			f.due = date_add(p->by, a->rules->chase, a->rules->holidays);
			f.action = STR("chase");
			f.span = f.due - p->by;
			f.due = after_snooze(a, f.due);
		}
		f.why = p->what.n ? p->what : STR("promise");
		add(a, f);
	}
}

/* The day to greet on: the latest within GREET_DAYS that has no touch of yours since, else the next one. */
static day
occasion_due(const struct asking *a, const struct occasion *o)
{
	int year = date_year(a->q.today), y;
	day earliest = o->on.year ? date_in_year(o->on, o->on.year) : DAY_NONE, date;

	if (!o->yearly && earliest > a->q.today - GREET_DAYS && !touched_by_you_since(a->note, a->touches, earliest))
		return earliest;
	if (!o->yearly)
		return DAY_NONE;
	for (y = o->on.year > year - 1 ? o->on.year : year - 1; y <= 9999; y++) {
		date = date_in_year(o->on, y);
		if (date > a->q.today || (date > a->q.today - GREET_DAYS && !touched_by_you_since(a->note, a->touches, date)))
			return date;
	}
	return DAY_NONE;
}

static void
add_occasions(struct asking *a)
{
	size_t i;

	for (i = 0; i < a->note->noccasions; i++) {
		const struct occasion *o = &a->note->occasions[i];
		struct followup f = {.due = occasion_due(a, o), .action = STR("greet"), .rule = STR("date")};
		struct buf b = {0};

		if (f.due == DAY_NONE || (f.due = after_snooze(a, f.due)) > a->q.until)
			continue;
		buf_str(&b, o->what.s ? o->what : STR("birthday"));
		buf_chr(&b, ' ');
		if (o->on.year)
			buf_fmt(&b, "%04d-", o->on.year);
		buf_fmt(&b, "%02d-%02d", o->on.month, o->on.mday);
		f.why = buf_take(&b, a->mem);
		add(a, f);
	}
}

static bool
said_stay_in_touch(const struct note *note, const struct rules *rules, size_t n)
{
	size_t i;

	for (i = 0; note->fits && i < n; i++)
		if (note->fits[i] & rules->stay_match)
			return true;
	return false;
}

void
due_cadence(const struct note *note, const struct rules *rules, size_t n, struct span *every)
{
	if (!note_cadence(note, every) && said_stay_in_touch(note, rules, n))
		*every = rules->stay_every;
}

static struct str
cadence_why(struct asking *a, const struct touch *last, struct span every)
{
	struct buf b = {0};
	char s[SPAN_TEXT];

	buf_fmt(&b, last ? "last touch " : "never touched");
	if (last)
		date_put(&b, last->day);
	buf_fmt(&b, ", every %s", span_text(every, s));
	return buf_take(&b, a->mem);
}

/* Whether the note has a line already that is due today or by a day. */
static bool
has_line_by(const struct asking *a, size_t before, day due)
{
	size_t i;

	for (i = before; i < a->n; i++)
		if (a->out[i].due <= due || a->out[i].due <= a->q.today)
			return true;
	return false;
}

/* A touch that is due anyway keeps in touch. */
static void
add_cadence(struct asking *a, size_t before)
{
	const struct touch *last = note_last(a->note, a->touches);
	struct followup f = {.due = a->q.today, .action = STR("keep-in-touch"), .rule = STR("cadence")};
	struct span every;

	due_cadence(a->note, a->rules, a->touches, &every);
	if (!every.n || awaits_contact(a))
		return;
	if (last) {
		f.due = date_add(last->day, every, a->rules->holidays);
		f.span = f.due - last->day;
	} else if (a->note->added != DAY_NONE) {
		f.due = a->note->added;
	}
	f.due = after_snooze(a, f.due);
	if (f.due > a->q.until || has_line_by(a, before, f.due))
		return;
	f.why = cadence_why(a, last, every);
	add(a, f);
}

static void
add_note(struct asking *a, const struct note *n)
{
	size_t before = a->n;
	bool planned;

	a->note = n;
	a->touches = note_happened(n, a->q.today);
	a->unanswered = note_unanswered(n, a->touches);
	planned = due_next_is_open(n, a->touches);
	if (!n->closed) {
		if (planned)
			add_next(a);
		else
			add_rules(a);
		add_report(a);
	}
	add_promises(a);
	if (n->closed)
		return;
	add_occasions(a);
	if (!planned)
		add_cadence(a, before);
}

static int
compare(const void *x, const void *y)
{
	const struct followup *a = x, *b = y;

	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

size_t
due_find(const struct book *book, const struct rules *rules, struct due_question q, struct mem *mem,
    struct followup **out)
{
	struct asking a = {.book = book, .rules = rules, .q = q, .mem = mem};
	size_t i;

	for (i = 0; i < book->n; i++)
		if (book->notes[i].selected)
			add_note(&a, &book->notes[i]);
	if (a.n)
		qsort(a.out, a.n, sizeof *a.out, compare);
	*out = a.out;
	return a.n;
}
