/*
 * All that is wrong with notes and rules, in order.
 */
#ifndef FINDINGS_H
#define FINDINGS_H

#include "load.h"

struct finding {
	struct str path;
	const struct diag_msg *message;
	size_t place;           /* where it was found, for those of one place */
};

struct findings {
	struct finding *v;
	size_t n, cap;
	struct mem mem;
};

/* Adds the messages about a file. */
void findings_add(struct findings *f, struct str path, const struct diag_msg *first);

/* Adds those of all notes that are selected, and of those that could not be read; none of what is there for others. */
void findings_add_notes(struct findings *f, const struct load *load);

/* Adds what interrupted edits left. */
void findings_add_leftovers(struct findings *f, const struct names *names);

/* Sorts them by path, line and column. */
void findings_sort(struct findings *f);

void findings_free(struct findings *f);

#endif
