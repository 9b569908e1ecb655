#include "../../src/lib/date.h"
#include "aid.h"

static const struct {
	const char *text;
	day day;
} known[] = {
	{"1970-01-01", 0}, {"1969-12-31", -1}, {"1970-01-02", 1}, {"2000-01-01", 10957},
	{"2000-02-29", 11016}, {"2000-03-01", 11017}, {"2100-02-28", 47540}, {"2100-03-01", 47541},
	{"1900-02-28", -25509}, {"1900-03-01", -25508}, {"2024-02-29", 19782}, {"2026-11-22", 20779},
	{"0001-01-01", -719162}, {"0004-02-29", -718008}, {"1600-02-29", -135081}, {"9999-12-31", DAY_MAX},
};

struct spelling {
	const char *text;
	enum date_error want;
};

static const struct spelling dates[] = {
	{"2026-11-22", DATE_OK}, {"2026/11/22", DATE_OK}, {" \t2026-11-22 \r", DATE_OK},
	{"2026-11-22T10:00Z", DATE_OK}, {"2026-11-22t10:00z", DATE_OK}, {"2026-11-22T10:00", DATE_OK},
	{"2026-11-22T10:00:59", DATE_OK}, {"2026-11-22T10:00:59.123456Z", DATE_OK}, {"2026-11-22T23:00+02:00", DATE_OK},
	{"2026-11-22T23:00-0400", DATE_OK}, {"2026-11-22T23:00+02", DATE_OK}, {"2026-11-22 10:00:00 -0400", DATE_OK},
	{"2026-11-22 10:00", DATE_OK}, {"2026-11-22   9:05 Z", DATE_OK}, {"2026/11/22 10:00", DATE_OK},
	{"", DATE_SYNTAX}, {"today", DATE_SYNTAX}, {"2026", DATE_SYNTAX}, {"2026-11", DATE_SYNTAX},
	{"26-11-22", DATE_SYNTAX}, {"2026-1-22", DATE_SYNTAX}, {"2026-11-2", DATE_SYNTAX}, {"2026-11-222", DATE_SYNTAX},
	{"02026-11-22", DATE_SYNTAX}, {"-2026-11-22", DATE_SYNTAX}, {"+2026-11-22", DATE_SYNTAX}, {"20261122", DATE_SYNTAX},
	{"2026-11/22", DATE_SYNTAX}, {"2026/11-22", DATE_SYNTAX}, {"2026.11.22", DATE_SYNTAX}, {"2026 11 22", DATE_SYNTAX},
	{"03/04/2026", DATE_SYNTAX}, {"22-11-2026", DATE_SYNTAX}, {"22 Nov 2026", DATE_SYNTAX}, {"2026-W47-7", DATE_SYNTAX},
	{"2026-11-2x", DATE_SYNTAX}, {"2026-11-22x", DATE_SYNTAX}, {"2026-11-22 or so", DATE_SYNTAX},
	{"2026-11-22T", DATE_SYNTAX}, {"2026-11-22T10", DATE_SYNTAX}, {"2026-11-22T10:", DATE_SYNTAX},
	{"2026-11-22T10:00:", DATE_SYNTAX}, {"2026-11-22T10:00Zulu", DATE_SYNTAX}, {"2026-11-22T10:00 CET", DATE_SYNTAX},
	{"2026-11-22T10:00+", DATE_SYNTAX}, {"2026-11-22-10:00", DATE_SYNTAX}, {"2026-11-22, 10:00", DATE_SYNTAX},
	{"\uff12026-11-22", DATE_SYNTAX}, {"2026\u201011\u201022", DATE_SYNTAX},
	{"2026-02-30", DATE_RANGE}, {"2026/02/30", DATE_RANGE}, {"2026-02-29", DATE_RANGE}, {"2024-02-30", DATE_RANGE},
	{"1900-02-29", DATE_RANGE}, {"2100-02-29", DATE_RANGE}, {"2026-04-31", DATE_RANGE}, {"2026-01-32", DATE_RANGE},
	{"2026-00-10", DATE_RANGE}, {"2026-13-10", DATE_RANGE}, {"2026-11-00", DATE_RANGE}, {"0000-01-01", DATE_RANGE},
	{"2026-02-30T10:00Z", DATE_RANGE},
};

static const struct {
	const char *text;
	enum date_error error;
	struct date_yearly want;
} yearly[] = {
	{"1990-11-24", DATE_OK, {1990, 11, 24}}, {"1990/11/24", DATE_OK, {1990, 11, 24}},
	{"1990-11-24T00:00Z", DATE_OK, {1990, 11, 24}}, {"11-24", DATE_OK, {0, 11, 24}},
	{" --11-24 ", DATE_OK, {0, 11, 24}}, {"02-29", DATE_OK, {0, 2, 29}}, {"--02-29", DATE_OK, {0, 2, 29}},
	{"1992-02-29", DATE_OK, {1992, 2, 29}}, {"01-01", DATE_OK, {0, 1, 1}}, {"12-31", DATE_OK, {0, 12, 31}},
	{"02-30", DATE_RANGE, {0}}, {"--02-30", DATE_RANGE, {0}}, {"04-31", DATE_RANGE, {0}}, {"13-01", DATE_RANGE, {0}},
	{"00-10", DATE_RANGE, {0}}, {"10-00", DATE_RANGE, {0}}, {"1991-02-29", DATE_RANGE, {0}},
	{"", DATE_SYNTAX, {0}}, {"1-24", DATE_SYNTAX, {0}}, {"11-4", DATE_SYNTAX, {0}}, {"1124", DATE_SYNTAX, {0}},
	{"-11-24", DATE_SYNTAX, {0}}, {"---11-24", DATE_SYNTAX, {0}}, {"--1990-11-24", DATE_SYNTAX, {0}},
	{"11-24T10:00", DATE_SYNTAX, {0}}, {"11.24", DATE_SYNTAX, {0}}, {"Nov 24", DATE_SYNTAX, {0}},
};

static const struct {
	const char *text, *want;        /* want is NULL: refused as no span, "": as too short or too long */
} spans[] = {
	{"10d", "10d"}, {"1 day", "1d"}, {"3 days", "3d"}, {"daily", "1d"}, {"10", "10d"}, {"P10D", "10d"},
	{"5bd", "5bd"}, {"1 business day", "1bd"}, {"5 business days", "5bd"}, {"every 2 business days", "2bd"},
	{"3w", "3w"}, {"1 week", "1w"}, {"3 weeks", "3w"}, {"P3W", "3w"}, {"p3w", "3w"}, {"weekly", "1w"},
	{"biweekly", "2w"}, {"fortnightly", "2w"}, {"every week", "1w"}, {"every 2 weeks", "2w"}, {"every 6w", "6w"},
	{"2m", "2mo"}, {"2mo", "2mo"}, {"1 month", "1mo"}, {"every 2 months", "2mo"}, {"P2M", "2mo"}, {"monthly", "1mo"},
	{"1q", "1q"}, {"1 quarter", "1q"}, {"2 quarters", "2q"}, {"quarterly", "1q"}, {"every quarter", "1q"},
	{"1y", "1y"}, {"1 year", "1y"}, {"2 years", "2y"}, {"yearly", "1y"}, {"annually", "1y"}, {"P1Y", "1y"},
	{" 3 W\t", "3w"}, {"Every 3 Weeks", "3w"}, {"MONTHLY", "1mo"}, {"007d", "7d"}, {"every 30", "30d"},
	{"1d", "1d"}, {"36525d", "36525d"}, {"36525", "36525d"}, {"1bd", "1bd"}, {"26089bd", "26089bd"},
	{"5217w", "5217w"}, {"1200mo", "1200mo"}, {"400q", "400q"}, {"100y", "100y"}, {"P100Y", "100y"},
	{"0", ""}, {"0d", ""}, {"0 weeks", ""}, {"every 0 days", ""}, {"P0D", ""}, {"-1", ""}, {"-3w", ""},
	{"36526d", ""}, {"36526", ""}, {"26090bd", ""}, {"5218w", ""}, {"1201mo", ""}, {"401q", ""}, {"101y", ""},
	{"P101Y", ""}, {"99999999999999999999d", ""}, {"4294967297d", ""},
	{"", NULL}, {" ", NULL}, {"w", NULL}, {"week", NULL}, {"every", NULL}, {"every other week", NULL},
	{"everyweek", NULL}, {"every weekly", NULL}, {"bimonthly", NULL}, {"never", NULL}, {"w3", NULL}, {"3x", NULL},
	{"3 foos", NULL}, {"three weeks", NULL}, {"1.5w", NULL}, {"3w 2d", NULL}, {"3ww", NULL}, {"+3d", NULL},
	{"2-3 weeks", NULL}, {"3d.", NULL}, {"P", NULL}, {"P3", NULL}, {"P1W2D", NULL}, {"PT5M", NULL}, {"P3 weeks", NULL},
	{"2026-11-22", NULL}, {"\u0663w", NULL},
};

static const struct date_yearly free_days[] = {
	{2026, 11, 26}, {2026, 12, 25}, {0, 1, 1}, {0, 2, 29},
};

struct sum {
	const char *from, *span, *want;
};

static const struct sum sums[] = {
	{"2026-11-22", "1d", "2026-11-23"}, {"2026-12-31", "1d", "2027-01-01"}, {"2024-02-28", "1d", "2024-02-29"},
	{"2026-02-28", "1d", "2026-03-01"}, {"1969-12-31", "2d", "1970-01-02"}, {"2026-11-22", "365d", "2027-11-22"},
	{"2026-11-22", "1w", "2026-11-29"}, {"2026-12-28", "2w", "2027-01-11"}, {"2024-02-22", "1w", "2024-02-29"},
	{"2026-11-22", "1mo", "2026-12-22"}, {"2026-12-22", "1mo", "2027-01-22"}, {"2026-01-31", "1mo", "2026-02-28"},
	{"2024-01-31", "1mo", "2024-02-29"}, {"2100-01-31", "1mo", "2100-02-28"}, {"2000-01-30", "1mo", "2000-02-29"},
	{"2026-01-29", "1mo", "2026-02-28"}, {"2026-03-31", "1mo", "2026-04-30"}, {"2026-01-31", "2mo", "2026-03-31"},
	{"2026-10-31", "4mo", "2027-02-28"}, {"2026-02-28", "1mo", "2026-03-28"}, {"2026-11-22", "13mo", "2027-12-22"},
	{"2026-11-22", "1200mo", "2126-11-22"},
	{"2026-11-22", "1q", "2027-02-22"}, {"2026-11-30", "1q", "2027-02-28"}, {"2026-01-31", "4q", "2027-01-31"},
	{"2026-11-22", "1y", "2027-11-22"}, {"2024-02-29", "1y", "2025-02-28"}, {"2024-02-29", "4y", "2028-02-29"},
	{"2000-02-29", "100y", "2100-02-28"}, {"1926-11-22", "100y", "2026-11-22"},
};

static const struct sum business[] = {
	{"2026-11-16", "1bd", "2026-11-17"}, {"2026-11-19", "1bd", "2026-11-20"}, {"2026-11-20", "1bd", "2026-11-23"},
	{"2026-11-21", "1bd", "2026-11-23"}, {"2026-11-22", "1bd", "2026-11-23"}, {"2026-11-16", "5bd", "2026-11-23"},
	{"2026-11-20", "10bd", "2026-12-04"}, {"1969-12-31", "1bd", "1970-01-01"}, {"1969-12-26", "1bd", "1969-12-29"},
	{"2026-12-24", "1bd", "2026-12-25"}, {"0001-01-05", "1bd", "0001-01-08"},
};

static const struct sum around_holidays[] = {
	{"2026-11-25", "1bd", "2026-11-27"},    /* over a Thursday off */
	{"2026-11-23", "5bd", "2026-12-01"},    /* and the weekend after it */
	{"2026-11-26", "1bd", "2026-11-27"},    /* from a day off */
	{"2026-12-24", "1bd", "2026-12-28"},    /* a Friday off */
	{"2025-12-24", "1bd", "2025-12-25"},    /* which is of 2026 alone */
	{"2026-12-31", "1bd", "2027-01-04"},    /* every 1 January: a Friday */
	{"2024-12-31", "1bd", "2025-01-02"},    /* a Wednesday */
	{"2024-02-28", "1bd", "2024-03-01"},    /* 29 February */
	{"2025-02-27", "1bd", "2025-03-03"},    /* the 28th in other years */
	{"2024-02-27", "1bd", "2024-02-28"},    /* but not in those that have a 29th */
	{"2026-11-25", "1d", "2026-11-26"},     /* other spans do not look at them */
	{"2026-12-18", "1w", "2026-12-25"},
};

static const struct sum last_days[] = {
	{"9999-12-30", "1d", "9999-12-31"}, {"9999-12-31", "1d", "9999-12-31"}, {"9999-12-25", "1w", "9999-12-31"},
	{"9990-01-01", "36525d", "9999-12-31"}, {"9990-01-01", "5217w", "9999-12-31"},
	{"9999-12-30", "1bd", "9999-12-31"}, {"9999-12-31", "1bd", "9999-12-31"}, {"9999-01-01", "26089bd", "9999-12-31"},
	{"9999-11-30", "1mo", "9999-12-30"}, {"9999-12-01", "1mo", "9999-12-31"}, {"9999-09-30", "1q", "9999-12-30"},
	{"9999-10-01", "1q", "9999-12-31"}, {"9998-12-31", "1y", "9999-12-31"}, {"9999-01-01", "1y", "9999-12-31"},
	{"9900-01-01", "100y", "9999-12-31"},
};

static const struct sum differences[] = {
	{"2026-11-23", "1d", "2026-11-22"}, {"2027-01-01", "1d", "2026-12-31"}, {"2024-03-01", "1d", "2024-02-29"},
	{"2026-03-01", "1d", "2026-02-28"}, {"1970-01-02", "2d", "1969-12-31"}, {"2026-11-22", "60d", "2026-09-23"},
	{"2026-11-29", "1w", "2026-11-22"}, {"2027-01-11", "2w", "2026-12-28"},
	{"2026-12-22", "1mo", "2026-11-22"}, {"2027-01-22", "1mo", "2026-12-22"}, {"2026-03-31", "1mo", "2026-02-28"},
	{"2024-03-31", "1mo", "2024-02-29"}, {"2026-12-31", "1mo", "2026-11-30"}, {"2027-02-28", "4mo", "2026-10-28"},
	{"2026-01-31", "2mo", "2025-11-30"}, {"2026-11-22", "11mo", "2025-12-22"}, {"2026-12-22", "12mo", "2025-12-22"},
	{"2027-12-22", "13mo", "2026-11-22"}, {"2126-11-22", "1200mo", "2026-11-22"},
	{"2027-02-22", "1q", "2026-11-22"}, {"2026-05-31", "1q", "2026-02-28"}, {"2026-01-31", "4q", "2025-01-31"},
	{"2026-11-22", "1y", "2025-11-22"}, {"2024-02-29", "1y", "2023-02-28"}, {"2028-02-29", "4y", "2024-02-29"},
	{"2000-02-29", "100y", "1900-02-28"},
	{"2026-11-17", "1bd", "2026-11-16"}, {"2026-11-23", "1bd", "2026-11-20"}, {"2026-11-22", "1bd", "2026-11-20"},
	{"2026-11-21", "1bd", "2026-11-20"}, {"2026-11-23", "5bd", "2026-11-16"}, {"2026-12-04", "10bd", "2026-11-20"},
	{"1970-01-01", "1bd", "1969-12-31"}, {"1969-12-29", "1bd", "1969-12-26"}, {"2026-12-28", "1bd", "2026-12-25"},
};

static const struct sum back_over_holidays[] = {
	{"2026-11-27", "1bd", "2026-11-25"},    /* over a Thursday off */
	{"2026-12-01", "5bd", "2026-11-23"},    /* and the weekend after it */
	{"2026-11-26", "1bd", "2026-11-25"},    /* from a day off */
	{"2026-12-28", "1bd", "2026-12-24"},    /* a Friday off, and the weekend */
	{"2025-12-26", "1bd", "2025-12-25"},    /* which is of 2026 alone */
	{"2027-01-04", "1bd", "2026-12-31"},    /* every 1 January */
	{"2024-03-01", "1bd", "2024-02-28"},    /* 29 February */
	{"2025-03-03", "1bd", "2025-02-27"},    /* the 28th in other years */
	{"2026-11-27", "1d", "2026-11-26"},     /* other spans do not look at them */
};

static const struct sum first_days[] = {
	{"0001-01-02", "1d", "0001-01-01"}, {"0001-01-01", "1d", "0001-01-01"}, {"0001-01-07", "1w", "0001-01-01"},
	{"0001-01-08", "1w", "0001-01-01"}, {"0009-12-31", "36525d", "0001-01-01"}, {"0001-12-31", "5217w", "0001-01-01"},
	{"0001-01-02", "1bd", "0001-01-01"}, {"0001-01-01", "1bd", "0001-01-01"}, {"0001-12-31", "26089bd", "0001-01-01"},
	{"0001-02-28", "1mo", "0001-01-28"}, {"0001-01-31", "1mo", "0001-01-01"}, {"0001-04-30", "1q", "0001-01-30"},
	{"0001-03-31", "1q", "0001-01-01"}, {"0002-01-01", "1y", "0001-01-01"}, {"0001-12-31", "1y", "0001-01-01"},
	{"0101-06-01", "100y", "0001-06-01"}, {"0100-12-31", "100y", "0001-01-01"}, {"0100-12-31", "1200mo", "0001-01-01"},
};

static const struct {
	struct date_yearly on;
	int year;
	const char *want;
} in_year[] = {
	{{0, 11, 24}, 2026, "2026-11-24"}, {{1990, 11, 24}, 2026, "2026-11-24"}, {{0, 2, 29}, 2024, "2024-02-29"},
	{{0, 2, 29}, 2026, "2026-02-28"}, {{0, 2, 29}, 2100, "2100-02-28"}, {{0, 2, 29}, 2000, "2000-02-29"},
	{{1992, 2, 29}, 1992, "1992-02-29"}, {{0, 12, 31}, 9999, "9999-12-31"},
};

/* On Wednesday 2026-11-25, the day before one off. */
static const struct {
	const char *text, *next, *last;         /* next is NULL: refused as no date, "": as none there is */
} date_words[] = {
	{"2026-11-22", "2026-11-22", NULL}, {" 2026/11/22 ", "2026-11-22", NULL}, {"2026-11-22T10:00Z", "2026-11-22", NULL},
	{"today", "2026-11-25", NULL}, {"Today", "2026-11-25", NULL}, {"\ttoday ", "2026-11-25", NULL},
	{"yesterday", "2026-11-24", NULL}, {"YESTERDAY", "2026-11-24", NULL}, {"tomorrow", "2026-11-26", NULL},
	{"monday", "2026-11-30", "2026-11-23"}, {"tuesday", "2026-12-01", "2026-11-24"},
	{"wednesday", "2026-12-02", "2026-11-18"}, {"thursday", "2026-11-26", "2026-11-19"},
	{"friday", "2026-11-27", "2026-11-20"}, {"saturday", "2026-11-28", "2026-11-21"},
	{"sunday", "2026-11-29", "2026-11-22"}, {"mon", "2026-11-30", "2026-11-23"}, {"tue", "2026-12-01", "2026-11-24"},
	{"wed", "2026-12-02", "2026-11-18"}, {"thu", "2026-11-26", "2026-11-19"}, {"fri", "2026-11-27", "2026-11-20"},
	{"sat", "2026-11-28", "2026-11-21"}, {"sun", "2026-11-29", "2026-11-22"}, {"Tues", "2026-12-01", "2026-11-24"},
	{"THURS", "2026-11-26", "2026-11-19"}, {" Monday ", "2026-11-30", "2026-11-23"},
	{"+3d", "2026-11-28", NULL}, {"-2d", "2026-11-23", NULL}, {"+1w", "2026-12-02", NULL}, {"-2w", "2026-11-11", NULL},
	{"+1bd", "2026-11-27", NULL}, {"+5bd", "2026-12-03", NULL}, {"-3bd", "2026-11-20", NULL}, {"+3mo", "2027-02-25", NULL},
	{"-1m", "2026-10-25", NULL}, {"+1q", "2027-02-25", NULL}, {"-1y", "2025-11-25", NULL}, {"+10", "2026-12-05", NULL},
	{"+3 Weeks", "2026-12-16", NULL}, {"-2 business days", "2026-11-23", NULL}, {" +3d ", "2026-11-28", NULL},
	{"2026-02-30", "", NULL}, {"0000-01-01", "", NULL}, {"+0d", "", NULL}, {"-0", "", NULL}, {"+101y", "", NULL},
	{"-36526d", "", NULL}, {"+99999999999w", "", NULL},
	{"", NULL, NULL}, {" ", NULL, NULL}, {"+", NULL, NULL}, {"-", NULL, NULL}, {"3d", NULL, NULL}, {"10", NULL, NULL},
	{"+d", NULL, NULL}, {"+ 3d", NULL, NULL}, {"++3d", NULL, NULL}, {"+-3d", NULL, NULL}, {"--3d", NULL, NULL},
	{"+weekly", NULL, NULL}, {"+every 2 weeks", NULL, NULL}, {"+week", NULL, NULL}, {"+P3W", NULL, NULL},
	{"+3x", NULL, NULL}, {"+3d2", NULL, NULL}, {"+1.5w", NULL, NULL}, {"+2026-11-22", NULL, NULL},
	{"-2026-11-22", NULL, NULL}, {"mo", NULL, NULL}, {"m", NULL, NULL}, {"mondays", NULL, NULL}, {"mox", NULL, NULL},
	{"next monday", NULL, NULL}, {"mon.", NULL, NULL}, {"tod", NULL, NULL}, {"now", NULL, NULL}, {"11-22", NULL, NULL},
	{"\u017fun", NULL, NULL}, {"22 Nov 2026", NULL, NULL},
};

/* From shorter to longer. */
static const char *const lengths[] = {
	"1d", "1bd", "2d", "6d", "1w", "6bd", "10d", "4w", "30d", "1mo", "31d", "5w", "13w", "1q", "92d", "1y", "53w",
	"13mo", "5q", "99y", "36525d",
};

static const char *const equal_lengths[][2] = {
	{"7d", "1w"}, {"5bd", "1w"}, {"3mo", "1q"}, {"12mo", "1y"}, {"4q", "1y"},
};

static struct span
span(const char *s)
{
	struct span sp = {0, SPAN_D};

	if (span_parse(of(s), &sp) != DATE_OK)
		diag_die("no span: %s", s);
	return sp;
}

static void
test_known(void)
{
	char text[DATE_TEXT];
	size_t i;

	for (i = 0; i < LEN(known); i++) {
		ok(on(known[i].text) == known[i].day, "%s is day %ld", known[i].text, (long)known[i].day);
		is(of(date_text(known[i].day, text)), known[i].text, "day %ld is %s", (long)known[i].day, known[i].text);
		ok(date_year(known[i].day) == (known[i].text[0] - '0') * 1000 + (known[i].text[1] - '0') * 100
		    + (known[i].text[2] - '0') * 10 + (known[i].text[3] - '0'), "the year of %s", known[i].text);
	}
}

static void
test_every_day(void)
{
	char text[DATE_TEXT];
	long wrong = 0;
	day d, back;

	for (d = -719162; d <= DAY_MAX; d++)
		wrong += date_parse(of(date_text(d, text)), &back) != DATE_OK || back != d;
	ok(wrong == 0, "every day from 0001-01-01 to 9999-12-31 is read as it is written");
}

static const char *
outcome(enum date_error e)
{
	return e == DATE_OK ? "is read" : e == DATE_RANGE ? "is out of range" : "is refused";
}

static void
test_dates(void)
{
	day d;
	size_t i;

	for (i = 0; i < LEN(dates); i++) {
		d = DAY_NONE;
		ok(date_parse(of(dates[i].text), &d) == dates[i].want
		    && d == (dates[i].want == DATE_OK ? 20779 : DAY_NONE),
		    "date '%s' %s", dates[i].text, outcome(dates[i].want));
	}
	d = DAY_NONE;
	ok(date_parse((struct str){NULL, 0}, &d) == DATE_SYNTAX && d == DAY_NONE, "date: no slice is refused");
	ok(date_parse((struct str){"2026-11-229", 10}, &d) == DATE_OK && d == 20779, "date: n bytes alone are looked at");
}

static void
test_yearly(void)
{
	char text[DATE_TEXT];
	size_t i;

	for (i = 0; i < LEN(yearly); i++) {
		struct date_yearly y = {0};

		ok(date_parse_yearly(of(yearly[i].text), &y) == yearly[i].error && y.year == yearly[i].want.year
		    && y.month == yearly[i].want.month && y.mday == yearly[i].want.mday,
		    "yearly date '%s' %s", yearly[i].text, outcome(yearly[i].error));
	}
	for (i = 0; i < LEN(in_year); i++)
		is(of(date_text(date_in_year(in_year[i].on, in_year[i].year), text)), in_year[i].want,
		    "%02d-%02d in %d is %s", in_year[i].on.month, in_year[i].on.mday, in_year[i].year, in_year[i].want);
}

static void
test_spans(void)
{
	char text[SPAN_TEXT];
	size_t i;

	for (i = 0; i < LEN(spans); i++) {
		struct span s = {0, SPAN_D};
		enum date_error e = span_parse(of(spans[i].text), &s);

		if (spans[i].want && *spans[i].want)
			is(of(e == DATE_OK ? span_text(s, text) : outcome(e)), spans[i].want, "span '%s' is %s", spans[i].text,
			    spans[i].want);
		else
			ok(e == (spans[i].want ? DATE_RANGE : DATE_SYNTAX), "span '%s' %s", spans[i].text,
			    outcome(spans[i].want ? DATE_RANGE : DATE_SYNTAX));
	}
}

static void
test_lengths(void)
{
	size_t i;

	for (i = 1; i < LEN(lengths); i++)
		ok(span_length(span(lengths[i - 1])) < span_length(span(lengths[i])), "%s is shorter than %s", lengths[i - 1],
		    lengths[i]);
	for (i = 0; i < LEN(equal_lengths); i++)
		ok(span_length(span(equal_lengths[i][0])) == span_length(span(equal_lengths[i][1])), "%s is as long as %s",
		    equal_lengths[i][0], equal_lengths[i][1]);
}

static void
test_sums(const char *name, const struct sum *sum, size_t n, struct holidays holidays)
{
	char text[DATE_TEXT];
	size_t i;

	for (i = 0; i < n; i++)
		is(of(date_text(date_add(on(sum[i].from), span(sum[i].span), holidays), text)), sum[i].want,
		    "%s: %s + %s is %s", name, sum[i].from, sum[i].span, sum[i].want);
}

static void
test_differences(const char *name, const struct sum *sum, size_t n, struct holidays holidays)
{
	char text[DATE_TEXT];
	size_t i;

	for (i = 0; i < n; i++)
		is(of(date_text(date_sub(on(sum[i].from), span(sum[i].span), holidays), text)), sum[i].want,
		    "%s: %s - %s is %s", name, sum[i].from, sum[i].span, sum[i].want);
}

/* What is taken away is added again: days and weeks always, business days where one began on such a day. */
static void
test_there_and_back(struct holidays holidays)
{
	static const char *const there[] = {"1d", "2d", "6d", "1w", "9w", "365d", "36525d", "1bd", "2bd", "5bd", "21bd"};
	long wrong = 0;
	size_t i;
	day d, first = on("2023-12-31"), last = on("2028-01-01");

	for (i = 0; i < LEN(there); i++)
		for (d = first; d <= last; d++) {
			struct span s = span(there[i]);
			day back = date_sub(date_add(d, s, holidays), s, holidays), next = date_add(d, s, holidays);

			if (s.unit != SPAN_BD)
				wrong += back != d;
			else
				wrong += back > d || d - back > 10 || date_add(back, s, holidays) != next || next <= d;
		}
	ok(wrong == 0, "what is added and taken away again leaves no difference");
}

static void
test_word(const char *text, int toward, const char *want, struct holidays holidays)
{
	char out[DATE_TEXT];
	day d = DAY_NONE;
	enum date_error e = date_word(of(text), on("2026-11-25"), toward, holidays, &d);

	if (want && *want)
		is(of(e == DATE_OK ? date_text(d, out) : outcome(e)), want, "the word '%s', %s, is %s", text,
		    toward < 0 ? "back" : "on", want);
	else
		ok(e == (want ? DATE_RANGE : DATE_SYNTAX) && d == DAY_NONE, "the word '%s', %s, %s", text,
		    toward < 0 ? "back" : "on", outcome(want ? DATE_RANGE : DATE_SYNTAX));
}

static void
test_words(struct holidays holidays)
{
	char out[DATE_TEXT];
	size_t i;
	day d;

	for (i = 0; i < LEN(date_words); i++) {
		test_word(date_words[i].text, 1, date_words[i].next, holidays);
		test_word(date_words[i].text, -1, date_words[i].last ? date_words[i].last : date_words[i].next, holidays);
	}
	ok(date_word((struct str){NULL, 0}, 0, 1, holidays, &d) == DATE_SYNTAX, "a word: no slice is refused");
	date_word(of("sun"), on("9999-12-31"), 1, holidays, &d);
	is(of(date_text(d, out)), "9999-12-31", "a weekday past the last day is that");
	date_word(of("-1w"), on("0001-01-01"), 1, holidays, &d);
	is(of(date_text(d, out)), "0001-01-01", "a span before the first day is that");
	date_word(of("mon"), on("0001-01-03"), -1, holidays, &d);
	is(of(date_text(d, out)), "0001-01-01", "the first day was a Monday");
}

/* The weekdays of four weeks, each way: six days are nearer than a week, today's is a week away. */
static void
test_weekdays(void)
{
	static const struct holidays none;
	static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
	day today, next, last;
	int i, wrong = 0;

	for (today = on("1969-12-22"); today < on("1970-01-19"); today++)       /* a Monday */
		for (i = 0; i < 7; i++) {
			int passed = (today - on("1969-12-22")) % 7;

			date_word(of(names[i]), today, 1, none, &next);
			date_word(of(names[i]), today, -1, none, &last);
			wrong += next - today != (i > passed ? i - passed : i - passed + 7);
			wrong += today - last != (i < passed ? passed - i : passed - i + 7);
		}
	ok(wrong == 0, "every weekday from every weekday, each way");
}

int
main(void)
{
	static const struct holidays none, some = {free_days, LEN(free_days)};

	test_known();
	test_every_day();
	test_dates();
	test_yearly();
	test_spans();
	test_lengths();
	test_sums("calendar", sums, LEN(sums), none);
	test_sums("business days", business, LEN(business), none);
	test_sums("holidays", around_holidays, LEN(around_holidays), some);
	test_sums("the last day", last_days, LEN(last_days), none);
	test_differences("back", differences, LEN(differences), none);
	test_differences("back over holidays", back_over_holidays, LEN(back_over_holidays), some);
	test_differences("the first day", first_days, LEN(first_days), none);
	test_there_and_back(none);
	test_there_and_back(some);
	test_words(some);
	test_weekdays();
	return done();
}
