#include "chart.h"
#include "stats_show.h"
#include "text.h"

enum { GAP = 2, LABEL_LEAST = 4, LABEL_MOST = 32, BAR_LEAST = 8, BAR_MOST = 30 };

static const char block[] = "\xE2\x96\x88", half_block[] = "\xE2\x96\x8C";

/* The column that bars are drawn for: how many, or, where that says little, how often. */
static const size_t bar_column[STATS_TABLES] = {
	[STATS_ANSWERS] = 1, [STATS_ATTEMPTS] = 1, [STATS_WORTH] = 1, [STATS_CADENCE] = 1,
};

static bool
is_said(struct figure f)
{
	return f.kind == FIGURE_COUNT || (f.kind != FIGURE_NONE && f.of >= STATS_LEAST);
}

static void
add_days(struct buf *b, struct figure f)
{
	buf_fmt(b, f.n % 2 ? "%ld.5" : "%ld", f.n / 2);
}

/* ---- text ---- */

static void
add_figure(struct buf *b, struct figure f)
{
	if (f.kind == FIGURE_COUNT)
		buf_fmt(b, "%ld", f.n);
	else if (f.kind != FIGURE_NONE && !is_said(f))
		buf_fmt(b, "n/a (%ld)", f.of);
	else if (f.kind == FIGURE_RATE)
		buf_fmt(b, "%ld %% (%ld/%ld)", (200 * f.n + f.of) / (2 * f.of), f.n, f.of);
	else if (f.kind == FIGURE_DAYS)
		add_days(b, f);
}

static struct str
figure_text(struct mem *mem, struct figure f)
{
	struct buf b = {0};

	add_figure(&b, f);
	return buf_take(&b, mem);
}

static void
add_head(struct buf *b, const struct stats *s)
{
	char since[DATE_TEXT], until[DATE_TEXT];

	buf_fmt(b, "%s to %s, %zu note%s\n", date_text(s->q.since, since), date_text(s->q.until, until), s->notes,
	    s->notes == 1 ? "" : "s");
}

/* A table on its way to a window. */
struct grid {
	const struct stats_table *table;
	struct mem *mem;
	struct str *labels;     /* escaped */
	struct str *cells;      /* row by row */
	int *widths;            /* of the columns */
	int label;              /* the width of the labels */
	int bar;                /* and of the longest bar; 0: there are none */
	size_t bars;            /* the column that they are for */
	long most;              /* the highest count there */
};

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

static void
fill_row(struct grid *g, size_t i)
{
	const struct stats_row *row = &g->table->rows[i];
	struct str *cells = g->cells + i * g->table->ncolumns;
	struct buf b = {0};
	size_t j;

	text_escape(&b, row->label);
	g->labels[i] = buf_take(&b, g->mem);
	g->label = larger(g->label, text_width(g->labels[i]));
	for (j = 0; j < g->table->ncolumns; j++) {
		cells[j] = figure_text(g->mem, row->figures[j]);
		g->widths[j] = larger(g->widths[j], text_width(cells[j]));
	}
}

static void
fill(struct grid *g)
{
	const struct stats_table *t = g->table;
	size_t i;

	g->labels = mem_array(g->mem, t->nrows, sizeof *g->labels);
	g->cells = mem_array(g->mem, t->nrows * t->ncolumns, sizeof *g->cells);
	g->widths = mem_array(g->mem, t->ncolumns, sizeof *g->widths);
	for (i = 0; i < t->ncolumns; i++)
		g->widths[i] = text_width(text_c(t->columns[i]));
	for (i = 0; i < t->nrows; i++)
		fill_row(g, i);
}

/* Figures stay whole; labels come before bars. */
static void
fit(struct grid *g, int width)
{
	size_t i;
	int room = width;

	for (i = 0; i < g->table->ncolumns; i++)
		room -= GAP + g->widths[i];
	g->label = smaller(g->label, larger(LABEL_LEAST, smaller(room, LABEL_MOST)));
	room -= g->label + GAP;
	g->bar = room < BAR_LEAST ? 0 : smaller(room, BAR_MOST);
}

static void
add_blanks(struct buf *b, int n)
{
	while (n-- > 0)
		buf_chr(b, ' ');
}

static void
add_label(struct buf *b, struct str label, int width)
{
	size_t start = b->n;

	text_short(b, label, width);
	add_blanks(b, width - text_width((struct str){b->s + start, b->n - start}));
}

/* In halves of a block, of which anything but nothing has one at least. */
static void
add_bar(struct buf *b, const struct grid *g, struct figure f)
{
	long of = f.kind == FIGURE_COUNT ? g->most : f.of, halves;

	if (!g->bar || !is_said(f) || !f.n)
		return;
	halves = (4L * g->bar * f.n + of) / (2 * of);
	halves = halves ? halves : 1;
	add_blanks(b, GAP);
	for (; halves > 1; halves -= 2)
		buf_fmt(b, block);
	if (halves)
		buf_fmt(b, half_block);
}

static void
add_column(struct buf *b, struct str s, int width)
{
	add_blanks(b, GAP + width - text_width(s));
	buf_str(b, s);
}

static void
end_line(struct buf *b)
{
	while (b->s[b->n - 1] == ' ')
		b->n--;
	buf_chr(b, '\n');
}

static void
add_grid(struct buf *b, const struct grid *g)
{
	const struct stats_table *t = g->table;
	size_t i, j;

	buf_fmt(b, "\n%s\n", t->title);
	add_blanks(b, g->label);
	for (j = 0; j < t->ncolumns; j++)
		add_column(b, text_c(t->columns[j]), g->widths[j]);
	end_line(b);
	for (i = 0; i < t->nrows; i++) {
		add_label(b, g->labels[i], g->label);
		for (j = 0; j < t->ncolumns; j++)
			add_column(b, g->cells[i * t->ncolumns + j], g->widths[j]);
		add_bar(b, g, t->rows[i].figures[g->bars]);
		end_line(b);
	}
}

static long
highest(const struct stats_table *t, size_t column)
{
	size_t i;
	long most = 0;

	for (i = 0; i < t->nrows; i++)
		if (t->rows[i].figures[column].n > most)
			most = t->rows[i].figures[column].n;
	return most;
}

static void
add_table(struct buf *b, const struct stats *s, size_t name, int width)
{
	struct mem mem = {0};
	struct grid g = {.table = &s->tables[name], .mem = &mem, .bars = bar_column[name]};

	g.most = highest(g.table, g.bars);
	fill(&g);
	fit(&g, width);
	add_grid(b, &g);
	mem_free(&mem);
}

/* Adds words in lines of at most width columns each. */
static void
add_wrapped(struct buf *b, struct str s, int width)
{
	while (s.n) {
		size_t n = text_wrap(s, width);

		buf_add(b, s.s, n);
		buf_chr(b, '\n');
		n += n < s.n && s.s[n] == ' ';
		s = (struct str){s.s + n, s.n - n};
	}
}

static void
add_lateness(struct buf *b, const struct stats *s, int width)
{
	struct buf said = {0};
	long margin = s->late_p80.n / 2;

	buf_fmt(&said, is_said(s->late_median) ? "Days late: median " : "Days late: ");
	add_figure(&said, s->late_median);
	if (is_said(s->late_p80)) {
		buf_fmt(&said, ", 80th percentile ");
		add_figure(&said, s->late_p80);
		if (margin)
			buf_fmt(&said, ". Add %ld day%s to the date of the next one.", margin, margin == 1 ? "" : "s");
		else
			buf_fmt(&said, ". No margin is needed.");
	}
	add_wrapped(b, buf_text(&said), width);
	buf_free(&said);
}

static bool
has_unsaid(const struct stats_table *t)
{
	size_t i, j;

	for (i = 0; i < t->nrows; i++)
		for (j = 0; j < t->ncolumns; j++)
			if (t->rows[i].figures[j].kind != FIGURE_NONE && !is_said(t->rows[i].figures[j]))
				return true;
	return false;
}

/* The same in words. */
static void
add_worth(struct buf *b, const struct stats_table *t, int width)
{
	struct figure later = t->rows[1].figures[0];
	long all = later.n + t->rows[0].figures[0].n;
	struct buf said = {0};

	if (!later.n)
		return;
	buf_fmt(&said, "%ld of %ld answers came only after a second touch, or a later one.", later.n, all);
	add_wrapped(b, buf_text(&said), width);
	buf_free(&said);
}

void
stats_show_text(struct buf *b, const struct stats *s, int width)
{
	bool any = false, unsaid = false;
	size_t i;

	width = width ? width : 80;
	add_head(b, s);
	for (i = 0; i < STATS_TABLES; i++) {
		if (!s->tables[i].nrows)
			continue;
		any = true;
		unsaid = unsaid || has_unsaid(&s->tables[i]);
		add_table(b, s, i, width);
		if (i == STATS_PROMISES)
			add_lateness(b, s, width);
		else if (i == STATS_WORTH)
			add_worth(b, &s->tables[i], width);
	}
	if (!any)
		buf_fmt(b, "Nothing to count yet.\n");
	if (unsaid)
		buf_fmt(b, "\nn/a (N): N cases are too few to tell\n");
}

/* ---- TSV ---- */

static void
put_record(struct rec *r, const char *table, struct str row, const char *column, struct figure f)
{
	struct buf b = {0};

	if (f.kind == FIGURE_NONE)
		return;
	if (f.kind == FIGURE_DAYS && !is_said(f))
		buf_fmt(&b, "n/a");
	else if (f.kind == FIGURE_DAYS)
		add_days(&b, f);
	else
		buf_fmt(&b, "%ld", f.n);
	if (f.kind != FIGURE_COUNT)
		buf_fmt(&b, "/%ld", f.of);
	rec_begin(r, REC_PLAIN);
	rec_str(r, text_c(table));
	rec_str(r, row);
	rec_str(r, text_c(column));
	rec_str(r, buf_text(&b));
	rec_end(r);
	buf_free(&b);
}

static void
put_records(struct rec *r, const struct stats_table *t)
{
	size_t i, j;

	for (i = 0; i < t->nrows; i++)
		for (j = 0; j < t->ncolumns; j++)
			put_record(r, t->name, t->rows[i].label, t->columns[j], t->rows[i].figures[j]);
}

void
stats_show_records(struct rec *r, const struct stats *s)
{
	size_t i;

	for (i = 0; i < STATS_TABLES; i++) {
		const struct stats_table *t = &s->tables[i];

		put_records(r, t);
		if (i != STATS_PROMISES || !t->nrows)
			continue;
		put_record(r, t->name, STR("days late"), "median", s->late_median);
		put_record(r, t->name, STR("days late"), "p80", s->late_p80);
		put_record(r, t->name, STR("days late"), "margin", s->late_p80);
	}
}

/* ---- JSON ---- */

static void
put_days(struct rec *r, const char *key, struct figure f)
{
	struct buf b = {0};

	if (is_said(f))
		add_days(&b, f);
	rec_json_raw(r, key, is_said(f) ? buf_text(&b) : STR("null"));
	buf_free(&b);
}

static void
put_figure(struct rec *r, const char *key, struct figure f)
{
	switch (f.kind) {
	case FIGURE_NONE:
		rec_json_raw(r, key, STR("null"));
		return;
	case FIGURE_COUNT:
		rec_json_int(r, key, f.n);
		return;
	case FIGURE_RATE:
		rec_json_object(r, key);
		rec_json_int(r, "n", f.n);
		rec_json_int(r, "of", f.of);
		rec_json_ratio(r, "rate", f.n, is_said(f) ? f.of : 0);
		break;
	case FIGURE_DAYS:
		rec_json_object(r, key);
		put_days(r, "median", f);
		rec_json_int(r, "of", f.of);
		break;
	}
	rec_json_item_end(r);
}

/* The key of a column: `on_time`, `followups`. */
static const char *
key_of(struct mem *mem, const char *column)
{
	struct buf b = {0};
	const char *c;

	for (c = column; *c; c++)
		if (*c != '-')
			buf_chr(&b, *c == ' ' ? '_' : *c);
	return buf_take(&b, mem).s;
}

static void
put_table(struct rec *r, const struct stats_table *t)
{
	struct mem mem = {0};
	const char **keys = mem_array(&mem, t->ncolumns, sizeof *keys);
	size_t i, j;

	for (j = 0; j < t->ncolumns; j++)
		keys[j] = key_of(&mem, t->columns[j]);
	rec_json_open(r, t->name);
	for (i = 0; i < t->nrows; i++) {
		rec_json_item(r);
		rec_json_str(r, t->label, t->rows[i].label);
		for (j = 0; j < t->ncolumns; j++)
			put_figure(r, keys[j], t->rows[i].figures[j]);
		rec_json_item_end(r);
	}
	rec_json_close(r);
	mem_free(&mem);
}

static void
put_lateness(struct rec *r, const struct stats *s)
{
	rec_json_object(r, "days_late");
	put_days(r, "median", s->late_median);
	put_days(r, "p80", s->late_p80);
	rec_json_int(r, "of", s->late_median.of);
	put_days(r, "margin", s->late_p80);
	rec_json_item_end(r);
}

static void
put_date(struct rec *r, const char *key, day date)
{
	char s[DATE_TEXT];

	rec_json_str(r, key, text_c(date_text(date, s)));
}

void
stats_show_json(struct rec *r, const struct stats *s)
{
	size_t i;

	rec_json_begin(r);
	put_date(r, "since", s->q.since);
	put_date(r, "until", s->q.until);
	put_date(r, "today", s->q.today);
	rec_json_int(r, "notes", (long)s->notes);
	for (i = 0; i < STATS_TABLES; i++) {
		put_table(r, &s->tables[i]);
		if (i == STATS_PROMISES)
			put_lateness(r, s);
	}
	rec_json_end(r);
}

/* ---- SVG ---- */

static struct bar
bar_of(struct mem *mem, const struct stats_row *row, struct figure f, long most)
{
	struct bar bar = {.label = row->label, .said = figure_text(mem, f), .n = f.n};

	if (is_said(f))
		bar.of = f.kind == FIGURE_COUNT ? most : f.of;
	return bar;
}

void
stats_show_bars(struct buf *b, const struct stats_table *t, size_t column, bool alone)
{
	struct mem mem = {0};
	struct bar *bars = mem_array(&mem, t->nrows, sizeof *bars);
	struct buf title = {0};
	long most = highest(t, column);
	size_t i;

	for (i = 0; i < t->nrows; i++)
		bars[i] = bar_of(&mem, &t->rows[i], t->rows[i].figures[column], most);
	buf_fmt(&title, "%s%s", t->title, t->nrows ? "" : ": none yet");
	chart_bars(b, &(struct chart){t->name, buf_take(&title, &mem).s, bars, t->nrows}, alone);
	mem_free(&mem);
}

void
stats_show_chart(struct buf *b, const struct stats *s, enum stats_name name)
{
	stats_show_bars(b, &s->tables[name], bar_column[name], true);
}
