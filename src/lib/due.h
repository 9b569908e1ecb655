/*
 * What is due: a pure function of notes, rules and a day. fu-due(1) describes it.
 */
#ifndef DUE_H
#define DUE_H

#include "book.h"

struct followup {
	const struct note *note;
	day due;
	struct str action;
	struct str why;
	struct str rule;        /* the rule's name, or what else led to it: `promise` */
	struct str hint;        /* NULL: there is none */
	int32_t span;           /* days from what led to it to the day it was due; 0: no span did */
	unsigned unanswered;    /* touches of yours since their last one */
	size_t place;           /* by note, then in the order of fu-due(1) */
};

struct due_question {
	day today;
	day until;              /* the last due date of interest */
	bool every_reason;      /* all rules that a note meets, not only the one due first */
};

/*
 * Finds the follow-ups of the notes that are selected, sorted by due date, then by note, then in the order of
 * fu-due(1). book must be linked. Texts lie in mem, the book and the rules. Returns how many; *out is for free(3).
 */
size_t due_find(const struct book *book, const struct rules *rules, struct due_question q, struct mem *mem,
    struct followup **out);

/* What the rules, or a first contact, asked for at some time; due is DAY_NONE where they asked for nothing. */
struct due_lead {
	struct str action;
	day due;
};

/*
 * Of each i from 0 to n, what due_find() would have shown of rules and first contact after the first i touches, whatever
 * the note's `next`, `snooze` and stage. leads has room for n + 1; a first contact without `added` is none. scratch is
 * emptied.
 */
void due_leads(const struct note *note, const struct rules *rules, size_t n, struct mem *scratch, struct due_lead *leads);

/*
 * How often to be in touch, after the first n touches: note_cadence(), else what was said of it in a touch. n is 0 in
 * *every for never, or where nothing says.
 */
void due_cadence(const struct note *note, const struct rules *rules, size_t n, struct span *every);

/* Whether what `next` of the note plans is still to be done, after the first n touches. */
bool due_next_is_open(const struct note *note, size_t n);

#endif
