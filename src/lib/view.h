/*
 * What a selection or a column can ask of a note, while it is read: the names of fu-query(7).
 */
#ifndef VIEW_H
#define VIEW_H

#include "reader.h"

/* A value at a path. */
struct value {
	struct str text;
	const struct node *node;        /* as it stands in the front matter; NULL: it is worked out */
	bool number;                    /* worked out, and a number */
	bool none;                      /* it says that there is none: 0 touches */
};

/* What a value is wanted for. */
enum view_use {
	VIEW_TEST,              /* a link as its target, the last part of that, and what is shown */
	VIEW_TEXT,              /* a link as what is shown */
	VIEW_NODE,              /* a link as its target; a list or mapping as it is, not one by one */
};

/* Takes a value; returns true when it wants no more. */
typedef bool view_take(void *arg, const struct value *v);

/* Calls take for each value at a path. Returns true where it wanted no more. */
bool view_each(struct note_reader *w, const struct query_path *path, enum view_use use, view_take *take, void *arg);

/* Whether a path may lead to more than one value. */
bool view_is_list(struct note_reader *w, const struct query_path *path);

/* What must be read for what is at a path: the front matter, the body for want of a name in that, or the body. */
enum view_need { VIEW_FRONT, VIEW_NAME, VIEW_BODY };

enum view_need view_need(const struct rules *rules, const struct query_path *path);

/* Whether the note meets q. A pattern that gives up is an error of the note, and of the given check. */
enum query_answer view_ask(struct note_reader *w, const struct query *q, enum check check);

#endif
