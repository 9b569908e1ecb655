/*
 * All that is wrong with notes and rules, in order.
 */
#ifndef FINDINGS_H
#define FINDINGS_H

#include "load.h"

/* Both parts are those of whoever was asked. */
struct finding {
	struct str path;
	const struct diag_msg *message;
	size_t place;           /* in the order of adding, for what is at one line and column */
};

/* All zeroes is an empty one. mem is for the messages about leftovers. */
struct findings {
	struct finding *v;
	size_t n, cap;
	struct mem mem;
};

/* Adds the messages about a file. */
void findings_add(struct findings *f, struct str path, const struct diag_msg *first);

/*
 * Adds those of all notes that are selected, and of what is no note that could be read; of other notes, trouble. Of what
 * is among the others, none.
 */
void findings_add_notes(struct findings *f, const struct load *load);

/* Adds what interrupted edits left. */
void findings_add_leftovers(struct findings *f, const struct names *names);

/* Sorts them by path, line and column. */
void findings_sort(struct findings *f);

void findings_free(struct findings *f);

#endif
