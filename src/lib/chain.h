/*
 * Who led to whom: the chains of introductions, as a tree in text or a graph for Graphviz.
 */
#ifndef CHAIN_H
#define CHAIN_H

#include "ledger.h"

enum { CHAIN_DEEPEST = 64 };    /* below this, a tree is not drawn on */

/*
 * Draws those that the notes whose place in book is true in `of` led to, a line each: first below those whom nobody
 * introduced. What was drawn above, or goes in a circle, or is too deep, is named and not followed.
 */
void chain_tree(struct buf *b, const struct book *book, const struct rules *rules, day today, const bool *of);

/* The same as a digraph in the DOT language, https://graphviz.org/doc/info/lang.html, with a node for each note. */
void chain_dot(struct buf *b, const struct book *book, const struct rules *rules, day today, const bool *of);

#endif
