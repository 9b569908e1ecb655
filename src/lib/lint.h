/*
 * What fu-check(1) alone says of a note: what was read of it, but may not say what its owner meant, and what was not
 * read, but looks as if it should have been.
 */
#ifndef LINT_H
#define LINT_H

#include "reader.h"

struct lint_place {
	unsigned line, col;     /* 0: nowhere */
};

/* Where a note says what no other should. */
struct lint_places {
	struct lint_place name;
	struct lint_place *email;       /* of each of note->email */
	size_t nemail;
};

/* Patterns that lines are held against. */
struct lint *lint_new(void);
void lint_free(struct lint *l);

/* Checks the bytes of a file. */
void lint_file(struct note_reader *w, struct str file);

/* Checks a file without front matter, which is passed over: whether it looks like a note. */
void lint_passed_over(struct note_reader *w, struct str file);

/* Checks a note that has been read, with reading.checks; its seen becomes a struct lint_places. */
void lint_note(struct note_reader *w);

#endif
