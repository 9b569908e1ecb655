/*
 * What a morning's report says: whom to follow up with, and whom nothing is due with although something is open. A pure
 * function of notes, rules and days; fu-report(1) describes its sections.
 */
#ifndef REPORT_H
#define REPORT_H

#include "due.h"

enum section {
	SECTION_OVERDUE, SECTION_TODAY, SECTION_NEXT, SECTION_PROMISES, SECTION_OWED, SECTION_REFERRALS, SECTION_NEWS,
	SECTION_WAITING, SECTION_QUIET, SECTION_NEVER, SECTIONS,
};

struct item {
	enum section section;
	struct followup f;      /* where nothing is due: due is DAY_NONE, action and rule are NULL */
	struct str how;         /* a phone number or an address; n is 0: none is known */
	bool phone;             /* which of them */
	const struct touch *last;       /* NULL: nothing happened yet */
};

struct report {
	const struct book *book;
	const struct rules *rules;
	day today, until;
	struct item *items;     /* by section, then by due date and as due_find() has them, else by path */
	size_t n, ndue;         /* all, and those of them that a follow-up is due with */
	size_t counts[SECTIONS];
};

/*
 * Sorts what is due until a day, and the other notes that are selected, into sections. book must be linked, and read
 * with reading.said. All lies in mem, the book and the rules.
 */
void report_find(const struct book *book, const struct rules *rules, day today, day until, struct mem *mem,
    struct report *out);

/* What a section is called by programs: `overdue`. */
const char *section_name(enum section section);

/* Adds what people call it: `Overdue`. */
void section_title(struct buf *b, const struct report *r, enum section section);

/* Adds how much is due, whichever section it stands in: `3 overdue, 1 today, 2 until 2026-11-29`. */
void report_sum(struct buf *b, const struct report *r);

/* What stands before the due date of an item: `since`, `on`; or `today`, in place of it. */
const char *item_when(const struct report *r, const struct item *item);

/* Adds the URL that item->how can be followed by, mailto: or tel:; nothing where it is neither. */
void item_url(struct buf *b, const struct item *item);

#endif
