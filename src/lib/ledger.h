/*
 * The ledger of those who introduced you to others: a pure function of notes, rules and a day. fu-refer(1) describes it.
 */
#ifndef LEDGER_H
#define LEDGER_H

#include "referral.h"

/* Whether the referrer knows the news of a referral. */
enum told { TOLD_NOTHING, TOLD_NO, TOLD_YES };

struct ledger_line {
	const struct note *referrer, *referral;
	struct str state;
	const struct touch *last;       /* of the referral; NULL: none */
	enum told told;
	bool led_to_offer;              /* the referral did, or one that came of it */
};

/*
 * The referrals of the notes whose place in book, which must be linked, is true in `of`; by referrer, then by referral.
 * All lies in mem and the book. Returns how many.
 */
size_t ledger_find(const struct book *book, const struct rules *rules, day today, const bool *of, struct mem *mem,
    struct ledger_line **out);

/* Which notes have an offer, or led to one who has, and so on: by their place in book, in mem. */
bool *ledger_led(const struct book *book, const struct rules *rules, day today, struct mem *mem);

#endif
