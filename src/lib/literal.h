/*
 * The values of selections, and how what notes hold compares with them: fu-query(7).
 */
#ifndef LITERAL_H
#define LITERAL_H

#include <stdbool.h>

#include "date.h"

/* A number as it is written, for numbers of any length. */
struct number {
	bool negative;
	struct str whole, part; /* digits before and after the point, without zeroes that say nothing */
};

/* What a value is, in the order that values sort in. */
enum type { TYPE_DATE, TYPE_NUMBER, TYPE_SPAN, TYPE_TEXT };

/* A value to compare with. */
struct literal {
	enum type type;
	struct str text;        /* folded */
	day day;                /* DAY_NONE: today */
	int sign;               /* of the span that is added to the day; 0: none is */
	struct span span;
	struct number number;
};

/* Reads -3 or 1.5; not 007, which may be a telephone's, nor 1e3. The slices are parts of s. */
bool literal_number(struct str s, struct number *out);

/* Reads a span that is written as a number and its unit. */
bool literal_span(struct str s, struct span *out);

/* Whether s begins as a date is written, be it one or not: two signs between three numbers. */
bool literal_looks_like_date(struct str s);

/* How a value stands to l. Returns false where l is text, or the value is of another type. */
bool literal_compare(const struct literal *l, day today, struct holidays holidays, struct str value, int *order);

/* How two values sort: dates, then numbers, spans, text without case, each as what they are. */
int literal_order(struct mem *scratch, struct str a, struct str b);

#endif
