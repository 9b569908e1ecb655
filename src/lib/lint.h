/*
 * What fu-check(1) alone says of a note: what was read of it, but may not say what its owner meant, and what was not
 * read, but looks as if it should have been.
 */
#ifndef LINT_H
#define LINT_H

#include "reader.h"

/* Where a note says what no other should: line and column, 0 where it does not. */
struct lint_places {
	unsigned name_line, name_col;
	unsigned email_line, email_col;
};

/* Patterns that lines are held against. */
struct lint *lint_new(void);
void lint_free(struct lint *l);

/* Checks the bytes of a file. */
void lint_file(struct note_reader *w, struct str file);

/* Checks a note that has been read, with reading.checks; its seen becomes a struct lint_places. */
void lint_note(struct note_reader *w);

#endif
