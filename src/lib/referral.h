/*
 * How far things have come with a contact, and whether the one who introduced them knows.
 */
#ifndef REFERRAL_H
#define REFERRAL_H

#include "book.h"

/* How far things have come with a contact. */
enum step { STEP_NONE, STEP_REACHED, STEP_ANSWERED, STEP_MET };

/* That is, after the first n touches. A meeting is what both took part in, but a call or a chat. */
enum step referral_step(const struct note *note, const struct rules *rules, size_t n);

/* Whether there is an offer: a touch of that kind, or the stage `won`. */
bool referral_has_offer(const struct note *note, const struct rules *rules, size_t n);

/*
 * What came of it after the first n touches: the note's `result`, or a stage that is closed; else its step: `met`,
 * `answered`, `reached` or `not reached`. A part of the note, or a literal.
 */
struct str referral_state(const struct note *note, const struct rules *rules, size_t n);

/* The last day on which the one whose note this is was told the news until then; DAY_NONE: never. */
day referral_told(const struct note *referrer, const struct rules *rules, size_t n);

/* The day of the oldest of the first n touches of a referral that is news after a day; DAY_NONE: there is none. */
day referral_news(const struct note *referral, const struct rules *rules, size_t n, day after);

/* The day of the latest that is news; DAY_NONE: there is none. */
day referral_latest_news(const struct note *referral, const struct rules *rules, size_t n);

#endif
