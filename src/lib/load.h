/*
 * Notes from files, by several threads at once.
 */
#ifndef LOAD_H
#define LOAD_H

#include "book.h"
#include "names.h"
#include "read.h"

/* Notes and all that they hold. */
struct load {
	struct book book;
	struct note *bad;       /* what is no note that could be read, but has messages; by path */
	size_t nbad;
	struct mem *arenas;     /* one a thread */
	unsigned narenas;
	struct mem mem;         /* for the rest */
};

enum { LOAD_AT_ONCE = 32 };     /* notes a thread takes; fewer are read by one */

/*
 * Reads the named files, and with reading.links links them, with reading.checks compares them. The book holds those
 * that could be read, and keeps parts of names.
 */
void load_notes(struct load *load, const struct names *names, const struct reading *reading, unsigned threads);

/*
 * Adds a note that is in no file yet to notes that are not linked, and links them all. Returns it, with what there is
 * to say of its `via:`.
 */
const struct note *load_link_new(struct load *load, const struct note *note);

/* Prints what there is to say of the notes, in the order of their names. */
void load_print(const struct load *load);

void load_free(struct load *load);

#endif
