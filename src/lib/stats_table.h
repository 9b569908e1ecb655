/*
 * What the tables of fu-stats are made of, and what fills each of them: what stats.c and the stats_*.c share.
 */
#ifndef STATS_TABLE_H
#define STATS_TABLE_H

#include "book.h"

enum { STATS_LEAST = 5 };       /* cases that a rate, a median or a percentile needs to be said */

enum figure_kind {
	FIGURE_NONE,            /* nothing to be said here */
	FIGURE_COUNT,           /* n */
	FIGURE_RATE,            /* n of `of` cases */
	FIGURE_DAYS,            /* n is twice the days, of `of` cases: a median may fall between two days */
};

struct figure {
	enum figure_kind kind;
	long n, of;
};

struct stats_row {
	struct str label;
	struct figure *figures; /* one a column */
};

struct stats_table {
	const char *name;       /* for programs: `followups` */
	const char *title;      /* for people */
	const char *label;      /* what a row is called by, for programs: `kind` */
	const char *const *columns;
	size_t ncolumns;
	struct stats_row *rows;
	size_t nrows;
};

struct stats_question {
	day today, since, until;
};

/* What is counted, and where the tables lie. */
struct stats_work {
	const struct book *book;
	const struct rules *rules;
	struct stats_question q;
	struct mem *mem;
};

/* The next note that is selected, from place *i on, which goes past it; NULL: there are no more. */
const struct note *stats_next(const struct stats_work *w, size_t *i);

/* Whether a day is in the period. */
bool stats_within(const struct stats_work *w, day date);

struct figure stats_count(long n);
struct figure stats_rate(long n, long of);

/*
 * Adds a row. Its figures are one a column, all of them FIGURE_NONE; room is how many rows the table will have at
 * most.
 */
struct figure *stats_add(const struct stats_work *w, struct stats_table *t, size_t room, struct str label);

/* Sorts the rows by their first figure, the highest first, then by label. */
void stats_sort(struct stats_table *t);

/* How many days things took, each of them in a row of its own; all zeroes is none. */
struct stats_days {
	struct stats_case *cases;
	size_t n, cap;
};

void stats_days_add(struct stats_days *d, size_t row, day days);

/* To be called once all are added. */
void stats_days_sort(struct stats_days *d);

struct figure stats_median(const struct stats_days *d, size_t row);

/* The fewest days that at least 80 % of the cases do not exceed. */
struct figure stats_p80(const struct stats_days *d, size_t row);

void stats_days_free(struct stats_days *d);

/* Each fills its tables, which have no rows yet. */
void stats_touches(const struct stats_work *w, struct stats_table *t);
void stats_answers(const struct stats_work *w, struct stats_table *answers, struct stats_table *attempts,
    struct stats_table *worth);
void stats_promises(const struct stats_work *w, struct stats_table *t, struct figure *median, struct figure *p80);
void stats_followups(const struct stats_work *w, struct stats_table *t);
void stats_pipeline(const struct stats_work *w, struct stats_table *t);
void stats_stages(const struct stats_work *w, struct stats_table *t);
void stats_cadence(const struct stats_work *w, struct stats_table *t);

#endif
