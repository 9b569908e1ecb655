#include <stdlib.h>
#include <string.h>

#include "due.h"
#include "referral.h"
#include "stats_table.h"
#include "text.h"

/* ---- touches ---- */

/* How many touches of a kind there are, by direction. */
struct by_dir {
	long n[DIR_BOTH + 1];
};

static void
count_touches(const struct stats_work *w, const struct note *note, struct by_dir *kinds)
{
	size_t i, n = note_happened(note, w->q.today);

	for (i = 0; i < n; i++) {
		const struct touch *t = &note->touches[i];

		if (stats_within(w, t->day) && note_touch_counts(note, n, i))
			kinds[t->kind].n[t->dir]++;
	}
}

void
stats_touches(const struct stats_work *w, struct stats_table *t)
{
	const struct rules *r = w->rules;
	struct by_dir *kinds = mem_array(w->mem, r->nkinds, sizeof *kinds);
	const struct note *note;
	size_t i = 0;

	while ((note = stats_next(w, &i)))
		count_touches(w, note, kinds);
	for (i = 0; i < r->nkinds; i++) {
		const long *n = kinds[i].n;
		long all = n[DIR_NONE] + n[DIR_OUT] + n[DIR_IN] + n[DIR_BOTH];
		struct figure *f = all ? stats_add(w, t, r->nkinds, r->kinds[i].name) : NULL;

		if (!f)
			continue;
		f[0] = stats_count(all);
		f[1] = stats_count(n[DIR_OUT]);
		f[2] = stats_count(n[DIR_IN]);
		f[3] = stats_count(n[DIR_BOTH]);
	}
	stats_sort(t);
}

/* ---- pipeline ---- */

enum { OFFER = STEP_MET + 1, STEPS };

static const char *const step_names[STEPS] = {
	[STEP_NONE] = "contacts", [STEP_REACHED] = "reached", [STEP_ANSWERED] = "answered", [STEP_MET] = "met",
	[OFFER] = "offer",
};

/* Whether something happened in the period. */
static bool
is_stirred(const struct stats_work *w, const struct note *note, size_t n)
{
	size_t i;

	for (i = n; i > 0 && note->touches[i - 1].day >= w->q.since; i--)
		if (note->touches[i - 1].dir != DIR_NONE && note->touches[i - 1].day <= w->q.until
		    && note_touch_counts(note, n, i - 1))
			return true;
	return false;
}

/* Counts a note at each step it has got to. */
static void
count_steps(const struct stats_work *w, const struct note *note, long *counts)
{
	size_t n = note_happened(note, w->q.today);
	unsigned i, furthest;

	if (!is_stirred(w, note, n))
		return;
	furthest = referral_has_offer(note, w->rules, n) ? OFFER : referral_step(note, w->rules, n);
	for (i = 0; i <= furthest; i++)
		counts[i]++;
}

void
stats_pipeline(const struct stats_work *w, struct stats_table *t)
{
	long counts[STEPS] = {0};
	const struct note *note;
	size_t i = 0;

	while ((note = stats_next(w, &i)))
		count_steps(w, note, counts);
	for (i = 0; i < STEPS && counts[STEP_NONE]; i++) {
		struct figure *f = stats_add(w, t, STEPS, text_c(step_names[i]));

		f[0] = stats_count(counts[i]);
		if (i)
			f[1] = stats_rate(counts[i], counts[i - 1]);
	}
}

/* ---- stages ---- */

/* Contacts at one stage, which is shown as the first of them spells it. */
struct stage {
	struct str folded, shown;
	size_t place;           /* of the first, in the book */
	long contacts;
};

static int
by_name(const void *x, const void *y)
{
	const struct stage *a = x, *b = y;
	int order = text_cmp(a->folded, b->folded);

	return order ? order : (a->place > b->place) - (a->place < b->place);
}

static int
by_contacts(const void *x, const void *y)
{
	const struct stage *a = x, *b = y;

	if (a->contacts != b->contacts)
		return a->contacts > b->contacts ? -1 : 1;
	return text_cmp(a->folded, b->folded);
}

/* The stage of each note that has one, for free(3). */
static struct stage *
gather_stages(const struct stats_work *w, size_t *n)
{
	struct stage *v = NULL;
	const struct note *note;
	size_t i = 0, cap = 0;

	*n = 0;
	while ((note = stats_next(w, &i))) {
		struct str shown = text_trim(note->stage);

		if (!shown.n)
			continue;
		v = mem_grow(v, *n, &cap, sizeof *v);
		v[(*n)++] = (struct stage){text_fold(w->mem, shown), shown, i, 1};
	}
	return v;
}

/* Makes one of those that are alike. Returns how many are left, the most frequent first. */
static size_t
merge_stages(struct stage *v, size_t n)
{
	size_t i, merged = 0;

	qsort(v, n, sizeof *v, by_name);
	for (i = 0; i < n; i++) {
		if (merged && text_eq(v[merged - 1].folded, v[i].folded))
			v[merged - 1].contacts++;
		else
			v[merged++] = v[i];
	}
	qsort(v, merged, sizeof *v, by_contacts);
	return merged;
}

void
stats_stages(const struct stats_work *w, struct stats_table *t)
{
	size_t all, i, n;
	struct stage *v = gather_stages(w, &all);

	n = all ? merge_stages(v, all) : 0;
	for (i = 0; i < n; i++) {
		struct figure *f = stats_add(w, t, n, v[i].shown);

		f[0] = stats_count(v[i].contacts);
		f[1] = stats_rate(v[i].contacts, (long)all);
	}
	free(v);
}

/* ---- cadence ---- */

/* Contacts who are to hear from you so often. */
struct cadences {
	struct span every;
	long contacts, kept;
};

static int
by_span(const void *x, const void *y)
{
	const struct cadences *a = x, *b = y;
	int64_t p = span_length(a->every), q = span_length(b->every);
	char s[SPAN_TEXT], t[SPAN_TEXT];

	return p != q ? (p > q) - (p < q) : strcmp(span_text(a->every, s), span_text(b->every, t));
}

static bool
is_kept(const struct stats_work *w, const struct note *note, size_t n, struct span every)
{
	const struct touch *last = note_last(note, n);

	return last && date_add(last->day, every, w->rules->holidays) >= w->q.today;
}

/* The cadence of each note that has one, for free(3). */
static struct cadences *
gather_cadences(const struct stats_work *w, size_t *n)
{
	struct cadences *v = NULL;
	const struct note *note;
	size_t i = 0, cap = 0;

	*n = 0;
	while ((note = stats_next(w, &i))) {
		size_t touches = note_happened(note, w->q.today);
		struct span every;

		due_cadence(note, w->rules, touches, &every);
		if (note->closed || !every.n)
			continue;
		v = mem_grow(v, *n, &cap, sizeof *v);
		v[(*n)++] = (struct cadences){every, 1, is_kept(w, note, touches, every)};
	}
	return v;
}

/* Makes one of those that are alike. Returns how many are left, the shortest first. */
static size_t
merge_cadences(struct cadences *v, size_t n)
{
	size_t i, merged = 0;

	qsort(v, n, sizeof *v, by_span);
	for (i = 0; i < n; i++) {
		if (merged && by_span(&v[merged - 1], &v[i]) == 0) {
			v[merged - 1].contacts++;
			v[merged - 1].kept += v[i].kept;
		} else {
			v[merged++] = v[i];
		}
	}
	return merged;
}

void
stats_cadence(const struct stats_work *w, struct stats_table *t)
{
	size_t i, n;
	struct cadences *v = gather_cadences(w, &n);

	n = n ? merge_cadences(v, n) : 0;
	for (i = 0; i < n; i++) {
		char s[SPAN_TEXT];
		struct figure *f = stats_add(w, t, n, mem_str(w->mem, text_c(span_text(v[i].every, s))));

		f[0] = stats_count(v[i].contacts);
		f[1] = stats_rate(v[i].kept, v[i].contacts);
		f[2] = stats_count(v[i].contacts - v[i].kept);
	}
	free(v);
}
