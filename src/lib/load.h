/*
 * Notes from files, by several threads at once.
 */
#ifndef LOAD_H
#define LOAD_H

#include "book.h"
#include "names.h"

/* Notes and all that they hold. */
struct load {
	struct book book;
	struct mem *arenas;     /* one a thread */
	unsigned narenas;
	struct mem links;
};

/*
 * Reads the named files, links them, and prints what there is to say of them, in the order of their names. The book
 * holds those that could be read, and keeps parts of names. rules is only read.
 */
void load_notes(struct load *load, const struct names *names, const struct rules *rules, unsigned threads);

void load_free(struct load *load);

#endif
