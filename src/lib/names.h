/*
 * The names of the notes that operands mean.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>

#include "mem.h"

struct name {
	struct str path;        /* a NUL follows it */
	bool named;             /* said outright, not found under a directory */
};

/* All zeroes is an empty one. */
struct names {
	struct mem mem;
	struct name *v;
	size_t n, cap;
};

/*
 * Adds an operand: a file, or all notes under a directory. What cannot be looked at is an error, printed at once;
 * the rest is added all the same.
 */
void names_add(struct names *names, struct str operand);

/* Adds what standard input names, one a line or, with nul, each ended by a NUL. */
void names_add_stdin(struct names *names, bool nul);

/* Puts the names in byte order, each once. */
void names_sort(struct names *names);

void names_free(struct names *names);

#endif
