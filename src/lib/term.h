/*
 * The terminal that standard output may be.
 */
#ifndef TERM_H
#define TERM_H

#include <stdbool.h>

bool term_is_output(void);

/* Whether to colour: on a terminal that can, unless $NO_COLOR is set to something. */
bool term_color(void);

/* Columns: $COLUMNS, else what the terminal says, else 80 on a terminal and 0, any number, elsewhere. */
int term_width(void);

#endif
