#include <string.h>

#include "literal.h"
#include "text.h"

static size_t
count_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9')
		n++;
	return n;
}

bool
literal_number(struct str s, struct number *out)
{
	struct number n = {.negative = s.n && *s.s == '-'};

	if (n.negative)
		s = (struct str){s.s + 1, s.n - 1};
	n.whole = (struct str){s.s, count_digits(s)};
	if (!n.whole.n || (n.whole.n > 1 && *n.whole.s == '0'))
		return false;
	s = (struct str){s.s + n.whole.n, s.n - n.whole.n};
	if (s.n > 1 && *s.s == '.') {
		n.part = (struct str){s.s + 1, s.n - 1};
		s.n = count_digits(n.part) == n.part.n ? 0 : s.n;
		while (n.part.n && n.part.s[n.part.n - 1] == '0')
			n.part.n--;
	}
	if (*n.whole.s == '0')
		n.whole.n = 0;
	if (!n.whole.n && !n.part.n)
		n.negative = false;
	*out = n;
	return !s.n;
}

static int
sign_of(int64_t n)
{
	return (n > 0) - (n < 0);
}

static int
compare_numbers(struct number a, struct number b)
{
	int order;

	if (a.negative != b.negative)
		return a.negative ? -1 : 1;
	order = a.whole.n != b.whole.n ? (a.whole.n < b.whole.n ? -1 : 1) : text_cmp(a.whole, b.whole);
	if (!order)
		order = text_cmp(a.part, b.part);
	return a.negative ? -order : order;
}

bool
literal_span(struct str s, struct span *span)
{
	return s.n && *s.s >= '0' && *s.s <= '9' && count_digits(s) < s.n && span_parse(s, span) == DATE_OK;
}

static day
day_of(const struct literal *l, day today, struct holidays holidays)
{
	day d = l->day == DAY_NONE ? today : l->day;

	if (l->sign > 0)
		return date_add(d, l->span, holidays);
	return l->sign < 0 ? date_sub(d, l->span, holidays) : d;
}

bool
literal_compare(const struct literal *l, day today, struct holidays holidays, struct str value, int *order)
{
	struct number number;
	struct span span;
	day d;

	switch (l->type) {
	case TYPE_DATE:
		if (date_parse(value, &d) != DATE_OK)
			return false;
		*order = sign_of((int64_t)d - day_of(l, today, holidays));
		return true;
	case TYPE_NUMBER:
		if (!literal_number(value, &number))
			return false;
		*order = compare_numbers(number, l->number);
		return true;
	case TYPE_SPAN:
		if (span_parse(value, &span) != DATE_OK)
			return false;
		*order = sign_of(span_length(span) - span_length(l->span));
		return true;
	case TYPE_TEXT:
		break;
	}
	return false;
}

bool
literal_looks_like_date(struct str s)
{
	int i;

	for (i = 0; i < 3; i++) {
		size_t n = count_digits(s);

		if (!n || n > 4)
			return false;
		s = (struct str){s.s + n, s.n - n};
		if (i < 2 && (!s.n || !strchr("-/.", *s.s)))
			return false;
		if (i < 2)
			s = (struct str){s.s + 1, s.n - 1};
	}
	return !s.n || strchr("+-", *s.s);
}

/* What a value of a note is, read into what fits it. */
static enum type
type_of(struct str s, struct literal *l)
{
	if (date_parse(s, &l->day) == DATE_OK)
		return TYPE_DATE;
	if (literal_number(s, &l->number))
		return TYPE_NUMBER;
	return count_digits(s) < s.n && span_parse(s, &l->span) == DATE_OK ? TYPE_SPAN : TYPE_TEXT;
}

int
literal_order(struct mem *scratch, struct str a, struct str b)
{
	struct literal l = {0}, m = {0};
	enum type type = type_of(a, &l), other = type_of(b, &m);

	if (type != other)
		return type < other ? -1 : 1;
	switch (type) {
	case TYPE_DATE:
		return sign_of((int64_t)l.day - m.day);
	case TYPE_NUMBER:
		return compare_numbers(l.number, m.number);
	case TYPE_SPAN:
		return sign_of(span_length(l.span) - span_length(m.span));
	case TYPE_TEXT:
		break;
	}
	return text_cmp(text_fold(scratch, a), text_fold(scratch, b));
}
