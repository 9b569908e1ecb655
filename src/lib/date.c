#include <stdio.h>
#include <string.h>

#include "date.h"
#include "text.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static day
from_civil(int y, int m, int d)
{
	int era, yoe, doy, doe;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

static void
to_civil(day z, int *y, int *m, int *d)
{
	int era, doe, yoe, doy, mp;

	z += 719468;
	era = (z >= 0 ? z : z - 146096) / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	*d = doy - (153 * mp + 2) / 5 + 1;
	*m = mp < 10 ? mp + 3 : mp - 9;
	*y = yoe + era * 400 + (*m <= 2);
}

static int
month_days(int y, int m)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0))
		return 29;
	return days[m - 1];
}

/* The number that n digits at s make, or -1. */
static int
digits(struct str s, size_t at, size_t n)
{
	int v = 0;
	size_t i;

	if (at + n > s.n)
		return -1;
	for (i = at; i < at + n; i++) {
		if (!is_digit(s.s[i]))
			return -1;
		v = v * 10 + (s.s[i] - '0');
	}
	return v;
}

/* One or two digits at *at, which moves on. */
static bool
skip_number(struct str s, size_t *at)
{
	size_t start = *at;

	while (*at < s.n && *at < start + 2 && is_digit(s.s[*at]))
		++*at;
	return *at > start;
}

static bool
skip_char(struct str s, size_t *at, char c)
{
	if (*at >= s.n || s.s[*at] != c)
		return false;
	++*at;
	return true;
}

static void
skip_blanks(struct str s, size_t *at)
{
	while (*at < s.n && (s.s[*at] == ' ' || s.s[*at] == '\t'))
		++*at;
}

static size_t
zone_end(struct str s, size_t at)
{
	size_t end = at;

	skip_blanks(s, &end);
	if (skip_char(s, &end, 'Z') || skip_char(s, &end, 'z'))
		return end;
	if ((!skip_char(s, &end, '+') && !skip_char(s, &end, '-')) || !skip_number(s, &end))
		return at;
	skip_char(s, &end, ':');
	skip_number(s, &end);
	return end;
}

/* `T10:00`, ` 10:00:00.5 -0400`: what YAML 1.1 and ISO 8601 let stand after a date. */
size_t
date_time_length(struct str s)
{
	size_t at = 0;

	if (!skip_char(s, &at, 'T') && !skip_char(s, &at, 't') && !skip_char(s, &at, ' '))
		return 0;
	skip_blanks(s, &at);
	if (!skip_number(s, &at) || !skip_char(s, &at, ':') || !skip_number(s, &at))
		return 0;
	if (at + 1 < s.n && s.s[at] == ':' && is_digit(s.s[at + 1])) {
		at++;
		skip_number(s, &at);
	}
	if (skip_char(s, &at, '.'))
		while (at < s.n && is_digit(s.s[at]))
			at++;
	return zone_end(s, at);
}

static bool
is_time(struct str s, size_t at)
{
	size_t n;

	if (at == s.n)
		return true;
	n = date_time_length((struct str){s.s + at, s.n - at});
	return n > 0 && text_trim((struct str){s.s + at + n, s.n - at - n}).n == 0;
}

static enum date_error
parse_ymd(struct str s, int *y, int *m, int *d)
{
	s = text_trim(s);
	*y = digits(s, 0, 4);
	*m = digits(s, 5, 2);
	*d = digits(s, 8, 2);
	if (*y < 0 || *m < 0 || *d < 0)
		return DATE_SYNTAX;
	if ((s.s[4] != '-' && s.s[4] != '/') || s.s[7] != s.s[4] || !is_time(s, 10))
		return DATE_SYNTAX;
	if (*y < 1 || *m < 1 || *m > 12 || *d < 1 || *d > month_days(*y, *m))
		return DATE_RANGE;
	return DATE_OK;
}

enum date_error
date_parse(struct str s, day *out)
{
	int y, m, d;
	enum date_error e = parse_ymd(s, &y, &m, &d);

	if (e == DATE_OK)
		*out = from_civil(y, m, d);
	return e;
}

enum date_error
date_parse_yearly(struct str s, struct date_yearly *out)
{
	int y = 0, m, d;
	enum date_error e;

	s = text_trim(s);
	if (s.n == 7 && s.s[0] == '-' && s.s[1] == '-')
		s = (struct str){s.s + 2, s.n - 2};
	if (s.n == 5) {
		m = digits(s, 0, 2);
		d = digits(s, 3, 2);
		if (m < 0 || d < 0 || s.s[2] != '-')
			return DATE_SYNTAX;
		if (m < 1 || m > 12 || d < 1 || d > month_days(2000, m))
			return DATE_RANGE;
	} else if ((e = parse_ymd(s, &y, &m, &d)) != DATE_OK) {
		return e;
	}
	*out = (struct date_yearly){(int16_t)y, (int8_t)m, (int8_t)d};
	return DATE_OK;
}

day
date_in_year(struct date_yearly y, int year)
{
	int last = month_days(year, y.month);

	return from_civil(year, y.month, y.mday < last ? y.mday : last);
}

int
date_year(day date)
{
	int y, m, d;

	to_civil(date, &y, &m, &d);
	return y;
}

char *
date_text(day date, char out[static DATE_TEXT])
{
	int y, m, d;

	to_civil(date, &y, &m, &d);
	snprintf(out, DATE_TEXT, "%04u-%02u-%02u", (unsigned)y % 10000, (unsigned)m % 100, (unsigned)d % 100);
	return out;
}

void
date_put(struct buf *b, day d)
{
	char text[DATE_TEXT];

	buf_add(b, date_text(d, text), DATE_TEXT - 1);
}

static const struct unit {
	const char *name;
	enum span_unit unit;
	int32_t max;            /* 100 years */
	int64_t length;         /* days, times 10000 */
} units[] = {
	{"d", SPAN_D, 36525, 10000},
	{"bd", SPAN_BD, 26089, 14000},
	{"w", SPAN_W, 5217, 70000},
	{"mo", SPAN_MO, 1200, 304375},
	{"q", SPAN_Q, 400, 913125},
	{"y", SPAN_Y, 100, 3652500},
};

static const struct {
	const char *word;
	enum span_unit unit;
} spellings[] = {
	{"d", SPAN_D}, {"day", SPAN_D}, {"days", SPAN_D},
	{"bd", SPAN_BD}, {"business day", SPAN_BD}, {"business days", SPAN_BD},
	{"w", SPAN_W}, {"week", SPAN_W}, {"weeks", SPAN_W},
	{"m", SPAN_MO}, {"mo", SPAN_MO}, {"month", SPAN_MO}, {"months", SPAN_MO},
	{"q", SPAN_Q}, {"quarter", SPAN_Q}, {"quarters", SPAN_Q},
	{"y", SPAN_Y}, {"year", SPAN_Y}, {"years", SPAN_Y},
};

static const struct {
	const char *word;
	struct span span;
} words[] = {
	{"daily", {1, SPAN_D}}, {"weekly", {1, SPAN_W}}, {"biweekly", {2, SPAN_W}},
	{"fortnightly", {2, SPAN_W}}, {"monthly", {1, SPAN_MO}}, {"quarterly", {1, SPAN_Q}},
	{"yearly", {1, SPAN_Y}}, {"annually", {1, SPAN_Y}},
};

static bool
parse_unit(struct str s, enum span_unit *unit)
{
	size_t i;

	for (i = 0; i < LEN(spellings); i++) {
		if (text_is(s, spellings[i].word)) {
			*unit = spellings[i].unit;
			return true;
		}
	}
	return false;
}

static bool
parse_word(struct str s, struct span *span)
{
	size_t i;

	for (i = 0; i < LEN(words); i++) {
		if (text_is(s, words[i].word)) {
			*span = words[i].span;
			return true;
		}
	}
	return false;
}

static bool
drop_prefix(struct str *s, const char *word)
{
	size_t n = strlen(word);

	if (s->n <= n || !text_is((struct str){s->s, n}, word))
		return false;
	*s = text_trim((struct str){s->s + n, s->n - n});
	return true;
}

/* The number s begins with, capped well above every limit; the rest of s is left in *s. */
static int32_t
leading_number(struct str *s)
{
	int32_t v = 0;
	size_t i;

	for (i = 0; i < s->n && is_digit(s->s[i]); i++)
		v = v > 99999 ? v : v * 10 + (s->s[i] - '0');
	*s = text_trim((struct str){s->s + i, s->n - i});
	return v;
}

enum date_error
span_parse(struct str s, struct span *span)
{
	struct span got = {1, SPAN_D};
	bool iso, every;

	s = text_trim(s);
	if (parse_word(s, span))
		return DATE_OK;
	every = drop_prefix(&s, "every ");
	iso = !every && s.n > 2 && text_is((struct str){s.s, 1}, "p") && is_digit(s.s[1]);
	if (iso)
		s = (struct str){s.s + 1, s.n - 1};
	if (s.n && is_digit(s.s[0])) {
		got.n = leading_number(&s);
		if ((iso && (s.n != 1 || text_is(s, "q"))) || (s.n && !parse_unit(s, &got.unit)))
			return DATE_SYNTAX;
	} else if (!every || !parse_unit(s, &got.unit)) {
		return s.n > 1 && s.s[0] == '-' && is_digit(s.s[1]) ? DATE_RANGE : DATE_SYNTAX;
	}
	if (got.n < 1 || got.n > units[got.unit].max)
		return DATE_RANGE;
	*span = got;
	return DATE_OK;
}

int64_t
span_length(struct span span)
{
	return span.n * units[span.unit].length;
}

char *
span_text(struct span span, char out[static SPAN_TEXT])
{
	snprintf(out, SPAN_TEXT, "%d%s", (int)span.n, units[span.unit].name);
	return out;
}

/* 0 is Monday; 0000-03-01 was a Wednesday. */
static int
weekday(day date)
{
	return (int)(((int64_t)date + 719468 + 2) % 7);
}

static bool
is_holiday(day date, struct holidays h)
{
	int year = date_year(date);
	size_t i;

	if (weekday(date) >= 5)
		return true;
	for (i = 0; i < h.n; i++)
		if ((!h.v[i].year || h.v[i].year == year) && date_in_year(h.v[i], year) == date)
			return true;
	return false;
}

/* The next day, or with step -1 the one before, on which business is done; where a year has none, a year away. */
static day
next_business_day(day d, int step, struct holidays h)
{
	int i;

	for (i = 0; i < 366 && is_holiday(d + step, h); i++)
		d += step;
	return d + step;
}

static day
add_business_days(day d, int32_t n, struct holidays h)
{
	for (; n > 0 && d < DAY_MAX; n--)
		d = next_business_day(d, 1, h);
	for (; n < 0 && d > DAY_MIN; n++)
		d = next_business_day(d, -1, h);
	return d;
}

static day
add_months(day date, int32_t n)
{
	int y, m, d, last;

	to_civil(date, &y, &m, &d);
	n += y * 12 + m - 1;
	if (n < 12)
		return DAY_MIN;
	y = n / 12;
	m = n % 12 + 1;
	if (y > 9999)
		return DAY_MAX;
	last = month_days(y, m);
	return from_civil(y, m, d < last ? d : last);
}

/* d and n units, of which there may be less than none. */
static day
add(day d, int32_t n, enum span_unit unit, struct holidays holidays)
{
	switch (unit) {
	case SPAN_BD:
		d = add_business_days(d, n, holidays);
		break;
	case SPAN_MO:
		return add_months(d, n);
	case SPAN_Q:
		return add_months(d, n * 3);
	case SPAN_Y:
		return add_months(d, n * 12);
	case SPAN_W:
		d += n * 7;
		break;
	case SPAN_D:
		d += n;
		break;
	}
	return d < DAY_MIN ? DAY_MIN : d > DAY_MAX ? DAY_MAX : d;
}

day
date_add(day d, struct span span, struct holidays holidays)
{
	return add(d, span.n, span.unit, holidays);
}

day
date_sub(day d, struct span span, struct holidays holidays)
{
	return add(d, -span.n, span.unit, holidays);
}

day
date_year_to(day until)
{
	day before = date_sub(until, (struct span){1, SPAN_Y}, (struct holidays){0});

	return before > DAY_MIN ? before + 1 : DAY_MIN;
}

/* The number of a weekday, or -1. */
static int
parse_weekday(struct str s)
{
	static const char *const names[] = {
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	};
	int i;

	for (i = 0; i < 7; i++)
		if (s.n >= 3 && s.n <= strlen(names[i]) && text_folds_to(s, (struct str){names[i], s.n}))
			return i;
	return -1;
}

/* The days from today to the weekday s, a week and not none where it is today's; 0 where s is none. */
static int32_t
days_to_weekday(struct str s, day today, int toward)
{
	int to = parse_weekday(s), days;

	if (to < 0)
		return 0;
	days = (to - weekday(today) + 7) % 7;
	if (toward < 0)
		return days - 7;
	return days ? days : 7;
}

enum date_error
date_word(struct str s, day today, int toward, struct holidays holidays, day *out)
{
	struct span span = {0, SPAN_D};
	enum date_error e;

	s = text_trim(s);
	if (s.n > 1 && (s.s[0] == '+' || s.s[0] == '-') && is_digit(s.s[1])) {
		e = span_parse((struct str){s.s + 1, s.n - 1}, &span);
		if (e != DATE_OK)
			return e;
		if (s.s[0] == '-')
			span.n = -span.n;
	} else if (text_is(s, "tomorrow")) {
		span.n = 1;
	} else if (text_is(s, "yesterday")) {
		span.n = -1;
	} else if (!text_is(s, "today")) {
		span.n = days_to_weekday(s, today, toward);
		if (!span.n)
			return date_parse(s, out);
	}
	*out = add(today, span.n, span.unit, holidays);
	return DATE_OK;
}
