/*
 * Writing a scalar of YAML, so that this and every other reader of YAML 1.1 and 1.2 takes it for the text that it is.
 */
#ifndef SCALAR_H
#define SCALAR_H

#include <stdbool.h>

#include "buf.h"

enum scalar_style { SCALAR_PLAIN, SCALAR_SINGLE, SCALAR_DOUBLE };

/*
 * Adds text, without control characters, in the given style; in double quotes where a plain one would not be safe. flow:
 * it stands in brackets.
 */
void scalar_write(struct buf *b, struct str text, enum scalar_style style, bool flow);

/* Whether text may stand without quotes, as a value or behind a safe key. */
bool scalar_is_plain(struct str text, bool flow);

#endif
