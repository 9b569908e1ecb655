/*
 * A file name for a person's name: lower case, ASCII where its letters have a common spelling in that, '-' between words.
 */
#ifndef SLUG_H
#define SLUG_H

#include "mem.h"

/*
 * `José Álvarez-Łuk` is jose-alvarez-luk. All but letters and digits parts words; apostrophes and accents are left out.
 * Greek is written by ELOT 743, Cyrillic as BGN/PCGN writes Russian, with what other alphabets have of their own; letters
 * that there is no spelling for stay, folded. A name is the same composed and decomposed. n is 0 where nothing is left.
 */
struct str slug(struct mem *mem, struct str name);

#endif
