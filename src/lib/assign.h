/*
 * KEY=VALUE on a command line.
 */
#ifndef ASSIGN_H
#define ASSIGN_H

#include "change.h"
#include "tool.h"

/* Whether an operand is one: it has a '=', and no file is called so. */
bool assign_is(const char *operand);

/*
 * What it is to change, in t->mem. A value that its field cannot hold is a usage error, which ends the process. The
 * rules must have been read.
 */
struct change assign_read(struct tool *t, const char *operand);

#endif
