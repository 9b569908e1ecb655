/*
 * One change of one note: works out which bytes are to give way to which, and makes sure that of all the note says only
 * what was meant has changed. Every other byte stays as it is. What is written where is described in fu-log(1),
 * fu-promise(1) and fu-set(1).
 */
#ifndef EDIT_H
#define EDIT_H

#include "change.h"

enum edit_result {
	EDIT_DONE,
	EDIT_NOTHING,           /* the note says so already */
	EDIT_REFUSED,           /* an error says why */
};

struct editor;

/* What one thread edits with; the rules and today are those that notes are read under. */
struct editor *editor_new(const struct rules *rules, day today);
void editor_free(struct editor *e);

/*
 * Makes a change to what a file of the given path holds; the new text goes to *out, which is empty. Errors go to d.
 * CHANGE_FIELD gives a file without front matter one; of such a file all else is refused.
 */
enum edit_result edit_note(struct editor *e, struct str path, struct str file, const struct change *change,
    struct buf *out, struct diag *d);

#endif
