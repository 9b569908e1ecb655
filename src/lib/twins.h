/*
 * Notes that may be about the same contact.
 */
#ifndef TWINS_H
#define TWINS_H

#include "book.h"

/*
 * Adds a warning, in mem, to each note that shares its id, its name or an e-mail address with another one, save for
 * the first of those: by path, but before all others what is there for others to see. The notes must have been read
 * with reading.checks.
 */
void twins_find(struct book *book, struct mem *mem);

#endif
