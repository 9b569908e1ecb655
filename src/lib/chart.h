/*
 * Charts as SVG, for a page of HTML or as a file of their own; readable without colours and without eyes.
 */
#ifndef CHART_H
#define CHART_H

#include <stdbool.h>

#include "buf.h"
#include "date.h"

/* A bar: n of `of` long, or not drawn where `of` is 0; said is printed behind it. */
struct bar {
	struct str label, said;
	long n, of;
};

/* id, of letters and digits, tells the charts of one page apart. */
struct chart {
	const char *id, *title;
	const struct bar *bars;
	size_t n;
};

/* The rules of CSS for charts on a page, for light and dark screens. */
extern const char chart_style[];

/* Adds an <svg> with a title and a description of every bar; alone: with its own colours, light and dark, as a file. */
void chart_bars(struct buf *b, const struct chart *chart, bool alone);

/*
 * Adds an <svg> of the days since to until, a column a week, from Monday, each day shaded by how many times something
 * happened on it: counts[0] is that of since. what, `Touches`, is what happened.
 */
void chart_days(struct buf *b, const char *id, const char *what, day since, day until, const unsigned *counts);

#endif
