#include <string.h>

#include "chart.h"
#include "html.h"
#include "text.h"

/* Lengths in units of the drawing, but LABEL_ and SAID_COLUMNS, of text in columns of about COLUMN units. */
enum {
	WIDTH = 360, HEAD = 28, ROW = 24, BAR = 14, BASELINE = 12, COLUMN = 7, GAP = 6,
	LABEL_LEAST = 8, LABEL_MOST = 22, SAID_COLUMNS = 13,
};

/* Days: a square of CELL every STEP, right of the weekdays and below the months. */
enum { CELL = 10, STEP = 12, LEFT = 28, TOP = 18, RIGHT = 16, LEGEND = 30, LEGEND_STEP = 36, MOST = 4, WEEK = 7 };

/* Not one shade is as light, or as dark, as the ground: the days can be told from it. */
const char chart_style[] =
    ".chart{font:12px system-ui,sans-serif;fill:#1c1f23}\n"
    ".chart .ground{fill:#fff}\n"
    ".chart .title{font-weight:bold}\n"
    ".chart .bar{fill:#2b6ca3}\n"
    ".chart .d0{fill:#e3e7eb}\n"
    ".chart .d1{fill:#5a95c6}\n"
    ".chart .d2{fill:#3b76ab}\n"
    ".chart .d3{fill:#1d568b}\n"
    ".chart .d4{fill:#08305a}\n"
    "@media screen and (prefers-color-scheme:dark){\n"
    ".chart{fill:#e6e8eb}\n"
    ".chart .ground{fill:#15181c}\n"
    ".chart .bar{fill:#6faee0}\n"
    ".chart .d0{fill:#2a2f36}\n"
    ".chart .d1{fill:#3a73a3}\n"
    ".chart .d2{fill:#5a9fd4}\n"
    ".chart .d3{fill:#93c7f0}\n"
    ".chart .d4{fill:#e0f0fe}\n"
    "}\n";

/* Begins a chart, with its title: aria-label repeats it, since checkers of HTML know of no id in a title. */
static void
open_svg(struct buf *b, const char *id, struct str title, long width, long height, bool alone)
{
	buf_fmt(b, "<svg%s class=\"chart\" viewBox=\"0 0 %ld %ld\" width=\"%ld\" height=\"%ld\" role=\"img\"",
	    alone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "", width, height, width, height);
	buf_fmt(b, " aria-label=\"");
	html_text(b, title);
	buf_fmt(b, "\" aria-describedby=\"%s-desc\">\n<title>", id);
	html_text(b, title);
	buf_fmt(b, "</title>\n");
}

/* ---- bars ---- */

static void
describe_bars(struct buf *b, const struct chart *chart)
{
	size_t i;

	buf_fmt(b, "<desc id=\"%s-desc\">", chart->id);
	for (i = 0; i < chart->n; i++) {
		buf_fmt(b, i ? "; " : "");
		html_text(b, chart->bars[i].label);
		buf_fmt(b, ": ");
		html_text(b, chart->bars[i].said);
	}
	buf_fmt(b, "</desc>\n");
}

/* Adds a text that is cut, with an ellipsis, where it has more than so many columns. */
static void
add_text(struct buf *b, long x, long y, struct str s, int columns)
{
	struct buf shown = {0}, cut = {0};

	text_show(&shown, s);
	text_short(&cut, buf_text(&shown), columns);
	buf_fmt(b, "<text x=\"%ld\" y=\"%ld\">", x, y);
	html_text(b, buf_text(&cut));
	buf_fmt(b, "</text>\n");
	buf_free(&cut);
	buf_free(&shown);
}

/* Where bars begin, behind labels of so many columns, and how long they may be before what is said of them. */
struct layout {
	int columns;
	long start, longest;
};

static struct layout
lay_out(const struct chart *chart)
{
	struct layout l = {.columns = LABEL_LEAST};
	size_t i;

	for (i = 0; i < chart->n && l.columns < LABEL_MOST; i++) {
		int width = text_width(chart->bars[i].label);

		l.columns = width < l.columns ? l.columns : width < LABEL_MOST ? width : LABEL_MOST;
	}
	l.start = l.columns * COLUMN + GAP;
	l.longest = WIDTH - l.start - GAP - SAID_COLUMNS * COLUMN;
	return l;
}

/* The length of a bar; one that is not nothing can be seen. */
static long
bar_length(const struct bar *bar, long longest)
{
	int64_t n = bar->n < bar->of ? bar->n : bar->of;

	if (n <= 0)
		return 0;
	return n * longest < bar->of ? 1 : (long)(n * longest / bar->of);
}

static void
add_bar(struct buf *b, const struct bar *bar, const struct layout *l, long y)
{
	long length = bar_length(bar, l->longest);

	add_text(b, 0, y + BASELINE, bar->label, l->columns);
	if (length)
		buf_fmt(b, "<rect class=\"bar\" x=\"%ld\" y=\"%ld\" width=\"%ld\" height=\"%d\"/>\n", l->start, y, length,
		    BAR);
	add_text(b, l->start + length + (length ? GAP : 0), y + BASELINE, bar->said, SAID_COLUMNS);
}

void
chart_bars(struct buf *b, const struct chart *chart, bool alone)
{
	const struct layout layout = lay_out(chart);
	long y = alone ? HEAD : 0;
	size_t i;

	open_svg(b, chart->id, text_c(chart->title), WIDTH, y + (long)chart->n * ROW, alone);
	describe_bars(b, chart);
	if (alone) {
		buf_fmt(b, "<style>\n%s</style>\n", chart_style);
		buf_fmt(b, "<rect class=\"ground\" width=\"100%%\" height=\"100%%\"/>\n");
		buf_fmt(b, "<text class=\"title\" x=\"0\" y=\"%d\">", BASELINE);
		html_text(b, text_c(chart->title));
		buf_fmt(b, "</text>\n");
	}
	for (i = 0; i < chart->n; i++, y += ROW)
		add_bar(b, &chart->bars[i], &layout, y);
	buf_fmt(b, "</svg>\n");
}

/* ---- days ---- */

/* Days from the last Monday, which was 1969-12-29 before day 0, a Thursday. */
static int
weekday(day d)
{
	return ((d + 3) % WEEK + WEEK) % WEEK;
}

static bool
begins_month(day d)
{
	char text[DATE_TEXT];

	return strcmp(date_text(d, text) + sizeof "YYYY-MM", "01") == 0;
}

/* How many times something happened on the days from the first to before end of counts. */
static unsigned long
total(const unsigned *counts, day first, day end)
{
	unsigned long n = 0;
	day i;

	for (i = first; i < end; i++)
		n += counts[i];
	return n;
}

static void
describe_days(struct buf *b, const char *id, day since, day until, const unsigned *counts)
{
	day d, from;
	char text[DATE_TEXT];

	buf_fmt(b, "<desc id=\"%s-desc\">%lu in all", id, total(counts, 0, until - since + 1));
	for (from = since, d = since + 1; d <= until + 1; d++) {
		if (d <= until && !begins_month(d))
			continue;
		buf_fmt(b, "; %.7s: %lu", date_text(from, text), total(counts, from - since, d - since));
		from = d;
	}
	buf_fmt(b, "</desc>\n");
}

static void
add_day(struct buf *b, day monday, day d, unsigned count)
{
	unsigned shade = count < MOST ? count : MOST;

	buf_fmt(b, "<rect class=\"d%u\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"", shade,
	    LEFT + (d - monday) / WEEK * STEP, TOP + weekday(d) * STEP, CELL, CELL);
	if (!count) {
		buf_fmt(b, "/>\n");
		return;
	}
	buf_fmt(b, "><title>");
	date_put(b, d);
	buf_fmt(b, ": %u</title></rect>\n", count);
}

static void
add_months(struct buf *b, day monday, day since, day until)
{
	static const char names[][4] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
	};
	char text[DATE_TEXT];
	day d;

	for (d = since; d <= until; d++) {
		if (!begins_month(d))
			continue;
		date_text(d, text);
		buf_fmt(b, "<text x=\"%d\" y=\"%d\">%s</text>\n", LEFT + (d - monday) / WEEK * STEP, BASELINE,
		    names[(text[5] - '0') * 10 + text[6] - '1']);
	}
}

static void
add_weekdays(struct buf *b)
{
	static const char *const names[] = {"Mon", NULL, "Wed", NULL, "Fri", NULL, "Sun"};
	int i;

	for (i = 0; i < WEEK; i++)
		if (names[i])
			buf_fmt(b, "<text x=\"0\" y=\"%d\">%s</text>\n", TOP + i * STEP + CELL, names[i]);
}

/* At the right, where the latest days are. */
static void
add_legend(struct buf *b, int right)
{
	int i, y = TOP + WEEK * STEP + GAP;

	for (i = 0; i <= MOST; i++) {
		int x = right - (MOST + 1 - i) * LEGEND_STEP;

		buf_fmt(b, "<rect class=\"d%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n", i, x, y, CELL, CELL);
		buf_fmt(b, "<text x=\"%d\" y=\"%d\">%d%s</text>\n", x + STEP + 2, y + CELL, i, i == MOST ? "+" : "");
	}
}

void
chart_days(struct buf *b, const char *id, const char *what, day since, day until, const unsigned *counts)
{
	day monday = since - weekday(since), d;
	int width = LEFT + ((until - monday) / WEEK + 1) * STEP + RIGHT;
	struct buf title = {0};

	buf_fmt(&title, "%s, ", what);
	date_put(&title, since);
	buf_fmt(&title, " to ");
	date_put(&title, until);
	open_svg(b, id, buf_text(&title), width, TOP + WEEK * STEP + LEGEND, false);
	buf_free(&title);
	describe_days(b, id, since, until, counts);
	add_months(b, monday, since, until);
	add_weekdays(b);
	for (d = since; d <= until; d++)
		add_day(b, monday, d, counts[d - since]);
	add_legend(b, width);
	buf_fmt(b, "</svg>\n");
}
