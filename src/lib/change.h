/*
 * What is to change in a note.
 */
#ifndef CHANGE_H
#define CHANGE_H

#include "note.h"

enum change_kind {
	CHANGE_TOUCH,           /* a touch is added */
	CHANGE_PROMISE,         /* a promise is added */
	CHANGE_KEPT,            /* the one open promise that fits is done */
	CHANGE_FIELD,           /* a field of the front matter is set, added or removed */
};

struct change {
	enum change_kind kind;
	day on;                 /* of the touch; by when; when it was done */
	enum dir dir;           /* of the touch: who acted; DIR_NONE: as its kind says */
	unsigned touch_kind;    /* a place in rules.kinds */
	bool again;             /* the touch, though it is there already */
	bool theirs;            /* the promise */
	struct pattern *pattern;        /* that the promise fits; NULL: any */
	struct str key;         /* of the field */
	struct str text;        /* of the touch, of the promise, or the field's value; n is 0 to remove it */
};

#endif
