/*
 * The numbers: a pure function of notes, rules and days. fu-stats(1) says what each of them counts.
 */
#ifndef STATS_H
#define STATS_H

#include "stats_table.h"

enum stats_name {
	STATS_TOUCHES, STATS_ANSWERS, STATS_ATTEMPTS, STATS_WORTH, STATS_PROMISES, STATS_FOLLOWUPS, STATS_PIPELINE,
	STATS_STAGES, STATS_CADENCE, STATS_TABLES,
};

struct stats {
	struct stats_question q;
	size_t notes;           /* that are selected */
	struct stats_table tables[STATS_TABLES];
	struct figure late_median, late_p80;    /* days that your promises were late */
};

/* What a table is called: `followups`. */
const char *stats_table_name(enum stats_name name);

/* Counts over the notes that are selected. book need not be linked. Texts lie in mem, the book and the rules. */
void stats_find(const struct book *book, const struct rules *rules, struct stats_question q, struct mem *mem,
    struct stats *out);

/* Counts the stages alone. */
void stats_find_stages(const struct book *book, const struct rules *rules, struct stats_question q, struct mem *mem,
    struct stats_table *out);

#endif
