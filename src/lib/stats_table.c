#include <stdlib.h>

#include "stats_table.h"
#include "text.h"

const struct note *
stats_next(const struct stats_work *w, size_t *i)
{
	while (*i < w->book->n) {
		const struct note *note = &w->book->notes[(*i)++];

		if (note->selected)
			return note;
	}
	return NULL;
}

bool
stats_within(const struct stats_work *w, day date)
{
	return w->q.since <= date && date <= w->q.until;
}

struct figure
stats_count(long n)
{
	return (struct figure){.kind = FIGURE_COUNT, .n = n};
}

struct figure
stats_rate(long n, long of)
{
	return (struct figure){.kind = FIGURE_RATE, .n = n, .of = of};
}

struct figure *
stats_add(const struct stats_work *w, struct stats_table *t, size_t room, struct str label)
{
	struct stats_row *row;

	if (!t->rows)
		t->rows = mem_array(w->mem, room, sizeof *t->rows);
	row = &t->rows[t->nrows++];
	row->label = label;
	row->figures = mem_array(w->mem, t->ncolumns, sizeof *row->figures);
	return row->figures;
}

static int
compare_rows(const void *x, const void *y)
{
	const struct stats_row *a = x, *b = y;

	if (a->figures->n != b->figures->n)
		return a->figures->n > b->figures->n ? -1 : 1;
	return text_cmp(a->label, b->label);
}

void
stats_sort(struct stats_table *t)
{
	if (t->nrows)
		qsort(t->rows, t->nrows, sizeof *t->rows, compare_rows);
}

/* ---- days ---- */

struct stats_case {
	size_t row;
	day days;
};

void
stats_days_add(struct stats_days *d, size_t row, day days)
{
	d->cases = mem_grow(d->cases, d->n, &d->cap, sizeof *d->cases);
	d->cases[d->n++] = (struct stats_case){row, days};
}

static int
compare_cases(const void *x, const void *y)
{
	const struct stats_case *a = x, *b = y;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->days > b->days) - (a->days < b->days);
}

void
stats_days_sort(struct stats_days *d)
{
	if (d->n)
		qsort(d->cases, d->n, sizeof *d->cases, compare_cases);
}

/* The place of the first case that is in the row or a later one. */
static size_t
place_of(const struct stats_days *d, size_t row)
{
	size_t lo = 0, hi = d->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (d->cases[mid].row < row)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The cases of a row; *n is how many. */
static const struct stats_case *
cases_of(const struct stats_days *d, size_t row, size_t *n)
{
	size_t start = place_of(d, row);

	*n = place_of(d, row + 1) - start;
	return *n ? d->cases + start : NULL;
}

struct figure
stats_median(const struct stats_days *d, size_t row)
{
	size_t n;
	const struct stats_case *v = cases_of(d, row, &n);
	struct figure f = {.kind = FIGURE_DAYS, .of = (long)n};

	if (n)
		f.n = (long)v[(n - 1) / 2].days + v[n / 2].days;
	return f;
}

struct figure
stats_p80(const struct stats_days *d, size_t row)
{
	size_t n;
	const struct stats_case *v = cases_of(d, row, &n);
	struct figure f = {.kind = FIGURE_DAYS, .of = (long)n};

	if (n)
		f.n = 2L * v[(n * 4 + 4) / 5 - 1].days;         /* the place of n * 0.8, rounded up */
	return f;
}

void
stats_days_free(struct stats_days *d)
{
	free(d->cases);
}
