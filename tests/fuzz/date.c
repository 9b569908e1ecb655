/*
 * Dates, spans, yearly dates and words. The input is: a byte, of which bit 0 is which weekday is meant, the last one or
 * the next, and bit 1 whether there are holidays; three bytes, today; then a text that may be any of them.
 */
#include "fuzz.h"

static const struct date_yearly free_days[] = {{0, 12, 25}, {0, 2, 29}, {2026, 11, 26}, {9999, 12, 31}};

struct sample {
	int toward;
	struct holidays holidays;
	day today;
	struct str s;
};

static struct str
upper(struct mem *mem, struct str s)
{
	struct str copy = mem_str(mem, s);
	char *p = mem_bytes(mem, s.n);
	size_t i;

	for (i = 0; i < s.n; i++)
		p[i] = copy.s[i] >= 'a' && copy.s[i] <= 'z' ? (char)(copy.s[i] - 'a' + 'A') : copy.s[i];
	return (struct str){p, s.n};
}

/* ---- dates ---- */

static void
check_date(struct str s)
{
	day d = DAY_NONE, again = DAY_NONE;
	enum date_error e = date_parse(s, &d);
	struct str trimmed = text_trim(s);
	char text[DATE_TEXT];
	size_t i;

	must((e == DATE_OK) == (d != DAY_NONE), "a date or an error");
	if (e != DATE_OK)
		return;
	must(fuzz_is_day(d), "%d", (int)d);
	date_text(d, text);
	for (i = 0; i + 1 < DATE_TEXT; i++)
		must(trimmed.s[i] == text[i] || (trimmed.s[i] == '/' && text[i] == '-'), "%s", text);
	must(date_parse(of(text), &again) == DATE_OK && again == d, "%s", text);
	must(trimmed.n + 1 == DATE_TEXT || date_time_length((struct str){trimmed.s + 10, trimmed.n - 10}), "a time after it");
	must(!strncmp(text, "0000", 4) == !date_year(d) && date_year(d) == atoi(text), "%s", text);
}

/* Each day is written so that it is read again. */
static void
check_day(day d)
{
	struct date_yearly y = {0, 0, 0};
	char text[DATE_TEXT];
	day again = DAY_NONE;

	must(date_parse(of(date_text(d, text)), &again) == DATE_OK && again == d, "%d: %s", (int)d, text);
	must(date_parse_yearly(of(text), &y) == DATE_OK && date_in_year(y, y.year) == d, "%d: %s", (int)d, text);
}

static void
check_yearly(struct str s)
{
	struct date_yearly y = {-1, -1, -1};
	enum date_error e = date_parse_yearly(s, &y);
	day d = DAY_NONE, in;
	int year;

	must((e == DATE_OK) == (y.month != -1), "a date or an error");
	must(date_parse(s, &d) != DATE_OK || e == DATE_OK, "each date is one of a year");
	if (e != DATE_OK)
		return;
	must(y.year >= 0 && y.year <= 9999 && y.month >= 1 && y.month <= 12 && y.mday >= 1 && y.mday <= 31, "%d-%d-%d", y.year,
	    y.month, y.mday);
	must((d == DAY_NONE) == !y.year, "a year where one is given");
	must(!y.year || date_in_year(y, y.year) == d, "the same day");
	for (year = 1; year <= 9999; year += year < 1996 || year > 2004 ? 83 : 1) {
		in = date_in_year(y, year);
		must(fuzz_is_day(in) && date_year(in) == year, "%d", year);
	}
}

/* ---- spans ---- */

static bool
has_fixed_length(struct span span)
{
	return span.unit == SPAN_D || span.unit == SPAN_W;
}

static void
check_sum(const struct sample *x, struct span span)
{
	day on = date_add(x->today, span, x->holidays), back = date_sub(x->today, span, x->holidays);

	must(fuzz_is_day(on) && fuzz_is_day(back), "within the calendar");
	must(on > x->today || on == DAY_MAX, "later");
	must(back < x->today || back == DAY_MIN, "earlier");
	if (has_fixed_length(span) && on < DAY_MAX)
		must(date_sub(on, span, x->holidays) == x->today, "there and back");
	if (has_fixed_length(span) && on < DAY_MAX)
		must((int64_t)(on - x->today) * 10000 == span_length(span), "as long as it says");
	if (!has_fixed_length(span) && span.unit != SPAN_BD && on < DAY_MAX)
		must(x->today - date_sub(on, span, x->holidays) <= 3 && date_sub(on, span, x->holidays) <= x->today,
		    "there and back, but for the end of a month");
}

static void
check_span(const struct sample *x)
{
	struct span span = {-1, SPAN_D}, again = {-1, SPAN_D};
	enum date_error e = span_parse(x->s, &span);
	char text[SPAN_TEXT];

	must((e == DATE_OK) == (span.n != -1), "a span or an error");
	if (e != DATE_OK)
		return;
	must(span.n >= 1 && span_length(span) >= 10000 && span_length(span) <= INT64_C(365300000), "%d", (int)span.n);
	must(span_parse(of(span_text(span, text)), &again) == DATE_OK, "%s", text);
	must(again.n == span.n && again.unit == span.unit, "%s", text);
	check_sum(x, span);
}

/* ---- words ---- */

static void
check_word(const struct sample *x)
{
	day d = DAY_NONE, other = DAY_NONE, date = DAY_NONE;
	enum date_error e = date_word(x->s, x->today, x->toward, x->holidays, &d);

	must((e == DATE_OK) == (d != DAY_NONE), "a date or an error");
	must(date_parse(x->s, &date) != DATE_OK || date == d, "each date is a word");
	if (e != DATE_OK)
		return;
	must(fuzz_is_day(d), "%d", (int)d);
	must(date_word(x->s, x->today, -x->toward, x->holidays, &other) == DATE_OK, "in either direction");
	if (other != d)
		must(x->toward > 0 ? other < x->today || other == DAY_MIN : d < x->today || d == DAY_MIN, "a weekday");
	if (other != d && d > DAY_MIN && d < DAY_MAX && other > DAY_MIN && other < DAY_MAX)
		must((d - other) * x->toward == (d == x->today - 7 || other == x->today - 7 ? 14 : 7), "a weekday, a week away");
}

/* In capitals all of it is the same. */
static void
check_case(const struct sample *x, struct mem *mem)
{
	struct str s = upper(mem, x->s);
	struct span a = {0, SPAN_D}, b = {0, SPAN_D};
	day d = 0, e = 0;

	must(span_parse(x->s, &a) == span_parse(s, &b) && a.n == b.n && a.unit == b.unit, "a span in capitals");
	must(date_parse(x->s, &d) == date_parse(s, &e) && d == e, "a date in capitals");
	must(date_word(x->s, x->today, 1, x->holidays, &d) == date_word(s, x->today, 1, x->holidays, &e) && d == e,
	    "a word in capitals");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sample x = {0};
	struct mem mem = {0};

	if (size < 4)
		return 0;
	x.toward = data[0] & 1 ? 1 : -1;
	x.holidays = (struct holidays){free_days, data[0] & 2 ? LEN(free_days) : 0};
	x.today = DAY_MIN + (data[1] << 16 | data[2] << 8 | data[3]) % (DAY_MAX - DAY_MIN + 1);
	x.s = fuzz_text(data + 4, size - 4);
	must(date_time_length(x.s) <= x.s.n, "a time is part of the text");
	check_day(x.today);
	check_date(x.s);
	check_yearly(x.s);
	check_span(&x);
	check_word(&x);
	check_case(&x, &mem);
	mem_free(&mem);
	return 0;
}
