/*
 * Which rules apply: fu-rules(5).
 */
#ifndef RULEFILE_H
#define RULEFILE_H

#include "rules.h"

/*
 * Reads the built-in rules into r, all zeroes, and over them the file named by option; where option is NULL, the
 * .fu/rules.yaml of the operand's directory or the nearest one above it, else that of the user. Option "none": no
 * file. What is wrong with a file is printed, and ends the process with status 2.
 */
void rulefile_read(struct rules *r, const char *option, const char *operand);

#endif
