#include "referral.h"
#include "text.h"

static bool
is_kind(const struct touch *t, const struct rules *rules, const char *name)
{
	return text_is(rules->kinds[t->kind].name, name);
}

static enum step
step_of(const struct touch *t, const struct rules *rules)
{
	if (t->dir == DIR_BOTH && !is_kind(t, rules, "contact") && !is_kind(t, rules, "call") && !is_kind(t, rules, "chat"))
		return STEP_MET;
	return t->dir & DIR_IN ? STEP_ANSWERED : t->dir & DIR_OUT ? STEP_REACHED : STEP_NONE;
}

enum step
referral_step(const struct note *note, const struct rules *rules, size_t n)
{
	enum step furthest = STEP_NONE;
	size_t i;

	for (i = n; i > 0 && furthest < STEP_MET; i--) {
		enum step step = step_of(&note->touches[i - 1], rules);

		if (step > furthest && note_touch_counts(note, n, i - 1))
			furthest = step;
	}
	return furthest;
}

bool
referral_has_offer(const struct note *note, const struct rules *rules, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (is_kind(&note->touches[i], rules, "offer"))
			return true;
	return text_is(note->stage, "won");
}

struct str
referral_state(const struct note *note, const struct rules *rules, size_t n)
{
	static const char *const names[] = {
		[STEP_NONE] = "not reached", [STEP_REACHED] = "reached", [STEP_ANSWERED] = "answered", [STEP_MET] = "met",
	};

	if (note_rest(note)->result.n)
		return note_rest(note)->result;
	return note->closed ? note->stage : text_c(names[referral_step(note, rules, n)]);
}

day
referral_told(const struct note *referrer, const struct rules *rules, size_t n)
{
	const struct touch *v = referrer->touches;
	size_t i;

	for (i = n; i > 0; i--) {
		if (!note_touch_counts(referrer, n, i - 1))
			continue;
		if (v[i - 1].dir == DIR_BOTH || (v[i - 1].dir == DIR_OUT && is_kind(&v[i - 1], rules, "update")))
			return v[i - 1].day;
	}
	return DAY_NONE;
}

/* The first of the n touches after a day. */
static size_t
first_after(const struct note *note, size_t n, day after)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (note->touches[mid].day > after)
			hi = mid;
		else
			lo = mid + 1;
	}
	return lo;
}

static bool
is_news(const struct note *note, const struct rules *rules, size_t n, size_t i)
{
	return note_touch_counts(note, n, i) && !is_kind(&note->touches[i], rules, "note");
}

day
referral_news(const struct note *referral, const struct rules *rules, size_t n, day after)
{
	size_t i;

	for (i = first_after(referral, n, after); i < n; i++)
		if (is_news(referral, rules, n, i))
			return referral->touches[i].day;
	return DAY_NONE;
}

day
referral_latest_news(const struct note *referral, const struct rules *rules, size_t n)
{
	size_t i;

	for (i = n; i > 0; i--)
		if (is_news(referral, rules, n, i - 1))
			return referral->touches[i - 1].day;
	return DAY_NONE;
}
