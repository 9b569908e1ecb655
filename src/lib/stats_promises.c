#include "stats_table.h"
#include "text.h"

/* What became of a promise of yours. */
enum fate { ON_TIME, LATE, KEPT, OPEN, TO_COME, FATES };

static const char *const names[FATES] = {"on time", "late", "kept, day unknown", "open", "to come"};

static enum fate
fate_of(const struct promise *p, day today)
{
	if (!p->done)
		return p->by < today ? OPEN : TO_COME;
	if (p->kept == DAY_NONE)
		return KEPT;
	return p->kept <= p->by ? ON_TIME : LATE;
}

static bool
tells_lateness(enum fate fate)
{
	return fate == ON_TIME || fate == LATE || fate == OPEN;
}

static void
count_note(const struct stats_work *w, const struct note *note, long *counts, struct stats_days *late)
{
	size_t i;

	for (i = 0; i < note->npromises; i++) {
		const struct promise *p = &note->promises[i];
		enum fate fate = fate_of(p, w->q.today);

		if (p->theirs || (fate != TO_COME && !stats_within(w, p->by)))
			continue;
		counts[fate]++;
		if (tells_lateness(fate))
			stats_days_add(late, 0, fate == ON_TIME ? 0 : (fate == LATE ? p->kept : w->q.today) - p->by);
	}
}

static void
add_rows(const struct stats_work *w, struct stats_table *t, const long *counts, long judged)
{
	enum fate fate;
	long all = 0;

	for (fate = 0; fate < FATES; fate++)
		all += counts[fate];
	for (fate = 0; fate < FATES && all; fate++) {
		struct figure *f = stats_add(w, t, FATES, text_c(names[fate]));

		f[0] = stats_count(counts[fate]);
		if (tells_lateness(fate))
			f[1] = stats_rate(counts[fate], judged);
	}
}

void
stats_promises(const struct stats_work *w, struct stats_table *t, struct figure *median, struct figure *p80)
{
	struct stats_days late = {0};
	long counts[FATES] = {0};
	const struct note *note;
	size_t i = 0;

	while ((note = stats_next(w, &i)))
		count_note(w, note, counts, &late);
	add_rows(w, t, counts, (long)late.n);
	stats_days_sort(&late);
	*median = stats_median(&late, 0);
	*p80 = stats_p80(&late, 0);
	stats_days_free(&late);
}
