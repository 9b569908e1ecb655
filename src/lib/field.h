/*
 * The fields that a note's front matter may hold, and the ways to spell them: the table of fu-note(5).
 */
#ifndef FIELD_H
#define FIELD_H

#include <stdbool.h>

#include "mem.h"

enum field {
	FIELD_NAME, FIELD_ALIASES, FIELD_ORG, FIELD_EMAIL, FIELD_PHONE, FIELD_TAGS, FIELD_VIA, FIELD_EVERY,
	FIELD_LAST, FIELD_NEXT, FIELD_SNOOZE, FIELD_STAGE, FIELD_ADDED, FIELD_APPLIED, FIELD_MET, FIELD_BIRTHDAY,
	FIELD_DATES, FIELD_AVOID, FIELD_LOG, FIELD_PROMISES, FIELD_RESULT, FIELD_ROLE, FIELD_ASKS, FIELD_OFFERS,
	FIELD_QUESTIONS,
	FIELDS
};

/* One way to spell a field, as text_key() leaves it. Of two in one note the lower rank counts. */
struct spelling {
	struct str key;
	enum field field;
	unsigned rank;
};

/* Whether a key, as text_key() leaves it, spells a field that holds a whole date. */
bool field_is_date(struct str key);

/* Whether it spells the one that holds a span. */
bool field_is_span(struct str key);

/* A field's own name. */
const char *field_name(enum field field);

/* All built-in spellings in *out, for free(3), unsorted; a field's own name has rank 0. Returns how many. */
size_t field_spellings(struct spelling **out);

#endif
