#include "query.h"
#include "tree.h"
#include "text.h"

/* What a pattern may cost on one note: some seconds of the worst. */
#define WORK UINT64_C(50000000000)

struct asking {
	const struct query_source *source;
	const struct term *test;
	enum query_answer answer;
	uint64_t work;          /* of a pattern, on all that it was held against */
	bool unsure;            /* what fits is more of this value than one piece shows */
};

static bool
holds(enum op op, int order)
{
	switch (op) {
	case OP_LESS:
		return order < 0;
	case OP_AT_MOST:
		return order <= 0;
	case OP_MORE:
		return order > 0;
	case OP_AT_LEAST:
		return order >= 0;
	default:
		return order == 0;
	}
}

static bool
compares(const struct asking *a, struct str value)
{
	const struct literal *l = &a->test->literal;
	int order;

	if (literal_compare(l, a->source->today, a->source->holidays, value, &order))
		return holds(a->test->op, order);
	if (a->test->op == OP_EQUAL)
		return text_folds_to(value, l->text);
	return l->type == TYPE_TEXT && holds(a->test->op, text_cmp(text_fold(a->source->scratch, value), l->text));
}

/* The first time it happens is said. */
static void
give_up(struct asking *a, const char *why)
{
	if (a->answer != QUERY_UNKNOWN)
		a->source->gave_up(a->source->note, a->test->path, why);
	a->answer = QUERY_UNKNOWN;
}

/* What it takes, at worst, to look through n bytes. */
static uint64_t
work_on(const struct pattern *p, size_t n)
{
	size_t length = pattern_text_length(p);

	return (uint64_t)n * (length && length < n ? length : n);
}

/*
 * Whether what fits ends where a piece looks like the end of the value. The next piece has it in its middle, unless it
 * began before that.
 */
static bool
is_at_end(struct asking *a, struct str value, const char *start, size_t n)
{
	const struct matcher *m = a->source->matcher;

	if (start + n == value.s + value.n || match_end(m) <= start + n - QUERY_PIECE / 4)
		return false;
	a->unsure |= match_start(m) < start + QUERY_PIECE / 2;
	return true;
}

/* Returns whether there is no need to look further: the pattern fits, or has had all the work that it may. */
static bool
match_piece(struct asking *a, struct str value, size_t start, size_t n)
{
	a->work += work_on(a->test->pattern, n);
	if (a->work > WORK) {
		give_up(a, "too much to look through");
		return true;
	}
	switch (match_part(a->source->matcher, a->test->pattern, value, start, n)) {
	case MATCH_YES:
		if (is_at_end(a, value, value.s + start, n))
			break;
		a->answer = QUERY_YES;
		return true;
	case MATCH_FAILED:
		a->work += WORK / 10;
		give_up(a, match_problem(a->source->matcher));
		break;
	case MATCH_NO:
		break;
	}
	return false;
}

static bool
match_value(struct asking *a, struct str value)
{
	size_t at, n;

	a->unsure = false;
	for (at = 0;; at += QUERY_PIECE / 2) {
		n = value.n - at < QUERY_PIECE ? value.n - at : QUERY_PIECE;
		if (match_piece(a, value, at, n))
			return true;
		if (at + n == value.n)
			break;
	}
	if (a->unsure)
		give_up(a, "what fits may be longer than 4 KiB; write .*? in place of .*");
	return false;
}

/* Takes values until one meets the test. */
static bool
take(void *arg, struct str value, bool none)
{
	struct asking *a = arg;

	value = text_trim(value);
	switch (a->test->op) {
	case OP_THERE:
		a->answer = value.n && !none ? QUERY_YES : a->answer;
		break;
	case OP_MATCH:
		return match_value(a, value);
	default:
		a->answer = compares(a, value) ? QUERY_YES : a->answer;
	}
	return a->answer == QUERY_YES;
}

static enum query_answer ask(const struct term *t, const struct query_source *source);

/* Of several the one that decides, if it is there: NO where all must hold, YES where any. */
static enum query_answer
ask_each(const struct term *t, const struct query_source *source, enum query_answer decides)
{
	enum query_answer answer = decides == QUERY_NO ? QUERY_YES : QUERY_NO, one;

	for (; t && answer != decides; t = t->next) {
		one = ask(t, source);
		if (one == decides || one == QUERY_UNKNOWN)
			answer = one;
	}
	return answer;
}

static enum query_answer
ask(const struct term *t, const struct query_source *source)
{
	struct asking a = {.source = source, .test = t, .answer = QUERY_NO};

	switch (t->kind) {
	case TERM_ALL:
		return ask_each(t->first, source, QUERY_NO);
	case TERM_ANY:
		return ask_each(t->first, source, QUERY_YES);
	case TERM_NOT:
		a.answer = ask(t->first, source);
		return a.answer == QUERY_UNKNOWN ? QUERY_UNKNOWN : a.answer == QUERY_YES ? QUERY_NO : QUERY_YES;
	case TERM_TEST:
		source->each(source->note, t->path, take, &a);
		break;
	}
	return a.answer;
}

enum query_answer
query_ask(const struct query *q, const struct query_source *source)
{
	return ask(&q->all, source);
}
