/*
 * What fu-list(1) prints of a note, made while it is read.
 */
#ifndef SHOW_H
#define SHOW_H

#include "view.h"

struct show {
	bool json;
	struct query_path *columns;     /* with json and none of them: the whole note */
	size_t ncolumns;
	struct query_path *sort;        /* what to sort by; NULL: nothing */
};

/*
 * A reading.see whose arg is a struct show. Keeps in note->seen what to sort by, which is NULL where there is nothing,
 * and then the text of each column, or one JSON object.
 */
void show_note(void *arg, struct note_reader *w);

#endif
