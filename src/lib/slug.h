/*
 * A file name for a person's name: lower case, ASCII where its letters have a common spelling in that, '-' between words.
 */
#ifndef SLUG_H
#define SLUG_H

#include "mem.h"

/* `José Álvarez-Łuk` is jose-alvarez-luk; letters that there is no spelling for stay. n is 0 where nothing is left. */
struct str slug(struct mem *mem, struct str name);

#endif
