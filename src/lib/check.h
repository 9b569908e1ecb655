/*
 * What a message about a note or a rules file can be about: the checks of fu-check(1).
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>

#include "mem.h"

enum check {
	/* What every tool that reads says. */
	CHECK_FILE, CHECK_WHERE, CHECK_DIRECTORY_LINK, CHECK_FRONT_MATTER, CHECK_CONFLICT, CHECK_YAML,
	CHECK_DUPLICATE_KEY, CHECK_UNKNOWN_KEY, CHECK_DATE, CHECK_SPAN, CHECK_LINK, CHECK_VALUE, CHECK_LOG, CHECK_LONG,
	CHECK_CODE, CHECK_PATTERN, CHECK_VIA, CHECK_RULES,
	/* What fu-check alone says. */
	CHECK_SIMILAR_KEY, CHECK_SIMILAR_KIND, CHECK_ADDRESS, CHECK_COMMENT, CHECK_TOUCH, CHECK_PROMISE,
	CHECK_OUTSIDE_LOG, CHECK_FUTURE, CHECK_DONE, CHECK_SAME_ID, CHECK_SAME_NAME, CHECK_SAME_EMAIL,
	CHECK_PASSED_OVER, CHECK_CHARACTER, CHECK_ENCODING, CHECK_LEFTOVER,
	CHECKS
};

/* The name it is listed, shown and disabled by. */
const char *check_name(enum check check);

/* Whether it is about the work, and not about what a file says: the file cannot be read, or a selection not asked. */
bool check_is_trouble(enum check check);

/* What it finds, in a few words. */
const char *check_finds(enum check check);

/*
 * An error: something was not read or not understood, for which tools end with status 2, save for fu-check. A warning:
 * the input was read, but may not say what its owner meant.
 */
bool check_is_error(enum check check);

/* The check of a name; CHECKS where there is none. */
enum check check_find(struct str name);

#endif
