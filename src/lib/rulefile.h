/*
 * Which rules apply: fu-rules(5).
 */
#ifndef RULEFILE_H
#define RULEFILE_H

#include "rules.h"

/*
 * Reads the built-in rules into r, all zeroes, and over them the file named by option; where option is NULL, the
 * .fu/rules.yaml of the operand's directory or the nearest one above it, else that of the user. Option "none": no
 * file. Returns the file's path, in d->mem or option; its s is NULL where there is none. What there is to say of the
 * file, and that it cannot be read, is in d; where that is an error, r holds the built-in rules alone. Where directories
 * cannot be looked at the process ends with status 2.
 */
struct str rulefile_read(struct rules *r, const char *option, const char *operand, struct diag *d);

/*
 * The file of a name such as .fu/rules.yaml in the directory of the operand, or in the nearest one above, in mem; s is
 * NULL where there is none. It may be one that cannot be read, such as a link that leads nowhere.
 */
struct str rulefile_find(struct mem *mem, const char *operand, const char *name);

#endif
