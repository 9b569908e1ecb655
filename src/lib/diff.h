/*
 * What a change is, as a unified diff with three lines of context, for people and for git-apply(1).
 * The algorithm is Myers's "An O(ND) Difference Algorithm and Its Variations" (1986).
 */
#ifndef DIFF_H
#define DIFF_H

#include "buf.h"

/* Adds the diff of one file; old.s is NULL for a file that is not there yet. Nothing where both are the same bytes. */
void diff_unified(struct buf *out, struct str path, struct str old, struct str new);

#endif
