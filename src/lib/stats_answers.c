#include "stats_table.h"

/* The attempts that are told apart; the last stands for all after it, too. */
enum { ATTEMPTS = 4 };

static const struct str attempt_names[ATTEMPTS] = {
	{"first", 5}, {"second", 6}, {"third", 5}, {"later", 5},
};

struct tally {
	long approaches, answered;
};

struct counting {
	const struct stats_work *w;
	struct tally *kinds;            /* by the kind of the first attempt */
	struct tally attempts[ATTEMPTS];
	struct stats_days by_kind, by_attempt;
};

/* Touches of yours that no answer has come to yet; attempts is 0 where there is none. */
struct approach {
	const struct touch *first, *last;
	size_t attempts;
};

/* answer is the touch that ends an approach; NULL: it is without one. */
static void
count(struct counting *c, const struct approach *a, const struct touch *answer)
{
	size_t i, reached = a->attempts < ATTEMPTS ? a->attempts : ATTEMPTS;

	if (!reached || !stats_within(c->w, a->first->day))
		return;
	c->kinds[a->first->kind].approaches++;
	for (i = 0; i < reached; i++)
		c->attempts[i].approaches++;
	if (!answer)
		return;
	c->kinds[a->first->kind].answered++;
	c->attempts[reached - 1].answered++;
	stats_days_add(&c->by_kind, a->first->kind, answer->day - a->first->day);
	stats_days_add(&c->by_attempt, reached - 1, answer->day - a->last->day);
}

static void
count_note(struct counting *c, const struct note *note)
{
	size_t i, n = note_happened(note, c->w->q.today);
	struct approach a = {0};

	for (i = 0; i < n; i++) {
		const struct touch *t = &note->touches[i];

		if (!note_touch_counts(note, n, i))
			continue;
		if (t->dir & DIR_IN) {
			count(c, &a, t);
			a.attempts = 0;
		} else if (touch_awaits_answer(t, c->w->rules)) {
			a.first = a.attempts++ ? a.first : t;
			a.last = t;
		}
	}
	count(c, &a, NULL);
}

static void
add_row(const struct counting *c, struct stats_table *t, size_t room, struct str label, struct tally tally,
    struct figure days)
{
	struct figure *f = stats_add(c->w, t, room, label);

	f[0] = stats_count(tally.approaches);
	f[1] = stats_rate(tally.answered, tally.approaches);
	f[2] = days;
}

static void
add_kinds(struct counting *c, struct stats_table *t)
{
	const struct rules *r = c->w->rules;
	size_t i;

	stats_days_sort(&c->by_kind);
	for (i = 0; i < r->nkinds; i++)
		if (c->kinds[i].approaches)
			add_row(c, t, r->nkinds, r->kinds[i].name, c->kinds[i], stats_median(&c->by_kind, i));
	stats_sort(t);
}

static void
add_attempts(struct counting *c, struct stats_table *t)
{
	size_t i;

	stats_days_sort(&c->by_attempt);
	for (i = 0; i < ATTEMPTS && c->attempts[i].approaches; i++)
		add_row(c, t, ATTEMPTS, attempt_names[i], c->attempts[i], stats_median(&c->by_attempt, i));
}

static void
add_worth(const struct counting *c, struct stats_table *t)
{
	static const struct str labels[] = {{"after the first touch", 21}, {"after a later one", 17}};
	long all = (long)c->by_attempt.n, n[2] = {c->attempts[0].answered};
	size_t i;

	n[1] = all - n[0];
	for (i = 0; i < 2 && all; i++) {
		struct figure *f = stats_add(c->w, t, 2, labels[i]);

		f[0] = stats_count(n[i]);
		f[1] = stats_rate(n[i], all);
	}
}

void
stats_answers(const struct stats_work *w, struct stats_table *answers, struct stats_table *attempts,
    struct stats_table *worth)
{
	struct counting c = {.w = w, .kinds = mem_array(w->mem, w->rules->nkinds, sizeof *c.kinds)};
	const struct note *note;
	size_t i = 0;

	while ((note = stats_next(w, &i)))
		count_note(&c, note);
	add_kinds(&c, answers);
	add_attempts(&c, attempts);
	add_worth(&c, worth);
	stats_days_free(&c.by_kind);
	stats_days_free(&c.by_attempt);
}
