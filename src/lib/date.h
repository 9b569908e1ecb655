/*
 * Civil dates and spans. A day is a number: days since 1970-01-01 in the proleptic Gregorian calendar,
 * with no clock, zone or second in it. The conversions are Howard Hinnant's days_from_civil and
 * civil_from_days (http://howardhinnant.github.io/date_algorithms.html).
 */
#ifndef DATE_H
#define DATE_H

#include <stdint.h>

#include "buf.h"

typedef int32_t day;

#define DAY_NONE INT32_MIN      /* no date */
#define DAY_MIN  (-719162)      /* 0001-01-01, the first date there is */
#define DAY_MAX  2932896        /* 9999-12-31, the last one */

enum date_error {
	DATE_OK,
	DATE_SYNTAX,    /* not of the form YYYY-MM-DD */
	DATE_RANGE,     /* of that form, but there is no such day */
};

/*
 * Reads YYYY-MM-DD or YYYY/MM/DD, with or without a time of day after it, which is ignored, into *d.
 * Years are 0001 to 9999.
 */
enum date_error date_parse(struct str s, day *d);

/* How many bytes of s, which stands behind a date, are a time of day and its zone; 0: it begins with none. */
size_t date_time_length(struct str s);

/* A day of the year; year is 0 where none was given. */
struct date_yearly {
	int16_t year;
	int8_t month, mday;
};

/* Reads what date_parse() reads, or MM-DD or --MM-DD, which may be 02-29. */
enum date_error date_parse_yearly(struct str s, struct date_yearly *y);

/* The day y falls on in a year: 29 February is the 28th where that year has none. */
day date_in_year(struct date_yearly y, int year);

int date_year(day d);

enum { DATE_TEXT = sizeof "YYYY-MM-DD" };

/* Writes d as YYYY-MM-DD with a NUL into out, and returns out. */
char *date_text(day d, char out[static DATE_TEXT]);

/* Adds d likewise, without the NUL. */
void date_put(struct buf *b, day d);

enum span_unit { SPAN_D, SPAN_BD, SPAN_W, SPAN_MO, SPAN_Q, SPAN_Y };

/* A length of time as its owner wrote it: n units; n is 0 where there is none. */
struct span {
	int32_t n;
	enum span_unit unit;
};

/*
 * Reads a span of 1 day to 100 years: `3w`, `3 weeks`, `every 2 months`, `weekly`, `10`, `P3W`, in any case.
 * DATE_RANGE: a span, but too short or too long. Units: d, bd (business days), w, m or mo, q, y.
 */
enum date_error span_parse(struct str s, struct span *span);

/* About how many days a span is, times 10000: to order spans by. */
int64_t span_length(struct span span);

enum { SPAN_TEXT = 16 };

/* Writes a span as number and unit, `3w`, with a NUL into out, and returns out. */
char *span_text(struct span span, char out[static SPAN_TEXT]);

/* Days that no business is done on, beside Saturdays and Sundays. With year 0: every year. */
struct holidays {
	const struct date_yearly *v;
	size_t n;
};

/*
 * d + span. A month after 31 January is the last day of February; business days are counted one by one.
 * Past DAY_MAX: DAY_MAX.
 */
day date_add(day d, struct span span, struct holidays holidays);

/* d - span, likewise. Before DAY_MIN: DAY_MIN. */
day date_sub(day d, struct span span, struct holidays holidays);

/* The first day of the year that ends on a day, or DAY_MIN. */
day date_year_to(day until);

/*
 * Reads a DATE of a command line: what date_parse() reads, `today`, `yesterday`, `tomorrow`, a weekday or three or more
 * of its first letters, or a span after a sign, a number first: `+3d`, `-2w`, `+5bd`, `+10`; in any case. A weekday is
 * the next one after today, or with toward below 0 the last one before it. Past the last or first day there is: that day.
 * DATE_RANGE: a date or a span, but there is none such.
 */
enum date_error date_word(struct str s, day today, int toward, struct holidays holidays, day *out);

#endif
