/*
 * What holds of each note that was read, whatever its file holds.
 */
#ifndef FUZZ_NOTES_H
#define FUZZ_NOTES_H

#include "../../src/lib/read.h"
#include "fuzz.h"

static inline void
note_check_list(struct strs list)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		must(list.v[i].s && list.v[i].n && utf8_valid(list.v[i]) == list.v[i].n, "an item of text");
}

static inline void
note_check_touches(const struct note *n, const struct rules *rules)
{
	size_t i;

	for (i = 0; i < n->ntouches; i++) {
		const struct touch *t = &n->touches[i];

		must(fuzz_is_day(t->day) && (!i || t[-1].day <= t->day), "touches by day: %zu", i);
		must(t->kind < rules->nkinds && rules->kinds[t->kind].same == t->kind, "kind %u", t->kind);
		must(t->dir <= DIR_BOTH, "direction %u", t->dir);
		must(!n->fits || !(n->fits[i] >> (rules->ntexts - 1) >> 1), "patterns that there are: %zu", i);
	}
}

static inline void
note_check_rest(const struct note *n)
{
	size_t i;

	for (i = 0; i < n->npromises; i++) {
		const struct promise *p = &n->promises[i];

		must(fuzz_is_day(p->by) && (p->kept == DAY_NONE || fuzz_is_day(p->kept)), "promise %zu", i);
		must(p->done || p->kept == DAY_NONE, "a promise kept on a day is done: %zu", i);
	}
	for (i = 0; i < n->noccasions; i++) {
		const struct date_yearly *y = &n->occasions[i].on;

		must(y->month >= 1 && y->month <= 12 && y->mday >= 1 && y->mday <= 31, "%d-%d", y->month, y->mday);
		must(y->year || n->occasions[i].yearly || !n->occasions[i].what.s, "a date of one year says which");
	}
	for (i = 0; i < n->nvia; i++)
		must(n->via[i].target.n && n->via[i].note == SIZE_MAX && n->via[i].line, "link %zu", i);
}

static inline void
note_check(const struct note *n, const struct rules *rules)
{
	must(n->name.n, "a name");
	must(n->snooze == DAY_NONE || fuzz_is_day(n->snooze), "%d", (int)n->snooze);
	must(n->added == DAY_NONE || fuzz_is_day(n->added), "%d", (int)n->added);
	must(!n->next || fuzz_is_day(n->next->on), "what is next");
	must(n->every.n >= 0 && (!n->never || !n->every.n), "%d", (int)n->every.n);
	must(!(note_rest(n)->meets >> (rules->nwhens ? rules->nwhens - 1 : 0) >> (rules->nwhens > 0)), "selections that there are");
	note_check_list(note_rest(n)->aliases);
	note_check_list(note_rest(n)->email);
	note_check_list(note_rest(n)->phone);
	note_check_list(note_rest(n)->tags);
	note_check_list(note_rest(n)->avoid);
	note_check_touches(n, rules);
	note_check_rest(n);
}

#endif
