/*
 * The names of the notes that operands mean.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>

#include "buf.h"

struct name {
	struct str path;        /* a NUL follows it */
	bool named;             /* said outright, not found under a directory */
	bool among;             /* to be read for the sake of others alone */
};

/* All zeroes is an empty one. */
struct names {
	struct mem mem;
	struct name *v;
	size_t n, cap;
	bool among;             /* so are those added from now on */
	bool want_leftovers;    /* for the caller to set */
	bool stay_named;        /* so is this: what is there in its own right is as it was named, though it is found too */
	bool warns;             /* so is this: what cannot be looked at is a warning */
	struct str *leftovers;  /* `.fu-XXXXXX.tmp`: what interrupted edits leave in directories that are searched */
	size_t nleftovers, leftovers_cap;
};

/*
 * Adds an operand: a file, or all notes under a directory. What cannot be looked at is an error, printed at once;
 * the rest is added all the same.
 */
void names_add(struct names *names, struct str operand);

/* Adds what standard input names, one a line or, with nul, each ended by a NUL. */
void names_add_stdin(struct names *names, bool nul);

/*
 * Takes the next path off what standard input held, one a line or, with nul, each ended by a NUL; false: there is no
 * more. Empty ones are passed over, and so are lines with columns, once an error is printed.
 */
bool names_next(struct str *rest, bool nul, struct str *path);

/* Reads all of standard input. Returns false where that failed, once an error is printed. */
bool names_read_stdin(struct buf *b);

/*
 * Puts the names in order, each once, a leading `./` aside. A file that is there in its own right and among the others
 * stays in its own right, however their directory is spelled; it then counts as found, not as named, but for stay_named.
 */
void names_sort(struct names *names);

/* Byte order of two paths, a leading `./` aside. */
int names_order(struct str a, struct str b);

void names_free(struct names *names);

#endif
