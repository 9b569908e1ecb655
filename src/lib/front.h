/*
 * Where front matter begins and ends: fu-note(5).
 */
#ifndef FRONT_H
#define FRONT_H

#include "diag.h"

enum {
	FRONT_MAX = 256 * 1024,         /* bytes between the fences */
};

struct front {
	struct str text;                /* between the fences */
	unsigned line;                  /* the first line of text */
	struct str body;                /* what follows the closing fence */
	unsigned body_line;
};

enum front_result {
	FRONT_FOUND,
	FRONT_NONE,                     /* the file does not begin with any */
	FRONT_BAD,                      /* it does, but not rightly: one error in d */
};

/*
 * Splits a file. The slices in *out, all zeroes before, are parts of it; of a front matter that is not closed text alone
 * is there.
 */
enum front_result front_find(struct str file, struct front *out, struct diag *d);

#endif
