/*
 * The numbers as text, records of TSV, an object of JSON, or a chart.
 */
#ifndef STATS_SHOW_H
#define STATS_SHOW_H

#include "rec.h"
#include "stats.h"

/* Adds all tables, for people, in a window of so many columns; a bar goes with the figure that matters. */
void stats_show_text(struct buf *b, const struct stats *s, int width);

/* A record a figure: table, row, column, value. */
void stats_show_records(struct rec *r, const struct stats *s);

void stats_show_json(struct rec *r, const struct stats *s);

/* Adds one table as a file of SVG. */
void stats_show_chart(struct buf *b, const struct stats *s, enum stats_name name);

/* Adds a column of a table as bars; alone is as in chart_bars(). */
void stats_show_bars(struct buf *b, const struct stats_table *t, size_t column, bool alone);

#endif
