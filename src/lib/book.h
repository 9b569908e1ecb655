/*
 * All notes, and who referred you to whom.
 */
#ifndef BOOK_H
#define BOOK_H

#include "note.h"

#define BOOK_NONE SIZE_MAX

/* notes[referral] names notes[referrer] in its `via:`. */
struct referral {
	size_t referrer, referral;
};

struct book {
	struct note *notes;             /* by path */
	size_t n;
	struct referral *referrals;     /* by referrer, then by referral; no pair twice */
	size_t nreferrals;
};

/*
 * Looks up every link: sets link.note, and the book's referrals, in mem. A link that leads nowhere, to its own
 * note, to more than one or in a circle is a warning in its note's messages.
 */
void book_link(struct book *book, struct mem *mem);

/* The referrals of one referrer; *n is how many, and NULL is none. */
const struct referral *book_referrals(const struct book *book, size_t referrer, size_t *n);

#endif
