/*
 * The lines of a note's body: which are touches, promises, headings.
 */
#ifndef BODY_H
#define BODY_H

#include "rules.h"

enum { BODY_LINE = 1024 };      /* bytes of a line that are looked at */

/* A touch or promise as it was written, before it is checked; the slices are parts of the file. */
struct found_touch {
	struct str date, dir, kind, text;
	unsigned line, col;     /* of the date */
	unsigned kind_line, kind_col;   /* of the kind, for one that stands in the front matter */
	bool in_log;            /* under a heading that log_heading fits */
	bool known;             /* the kind, once its reader has looked it up */
};

struct found_promise {
	struct str mark, dir, date, text, more, done;
	unsigned line, col;
};

/* What a line that is not blank is; a heading may be a touch. */
enum line_kind { LINE_OTHER, LINE_TOUCH, LINE_PROMISE, LINE_CODE, LINE_COMMENT };

struct body_line {
	struct str text;        /* without blanks at its end */
	unsigned line;
	unsigned level;         /* of a heading; 0: it is none */
	enum line_kind kind;
	bool in_log;            /* it stands under a heading that log_heading fits */
	bool log_follows;       /* so does what comes after it */
};

/* What a body holds; all zeroes is an empty one, and the arrays are for the next body too. */
struct body {
	struct found_touch *touches;
	size_t ntouches, touches_cap;
	struct found_promise *promises;
	size_t npromises, promises_cap;
	bool keep_lines;        /* for the caller to set */
	struct body_line *lines;
	size_t nlines, lines_cap;
	struct str heading;     /* the first one, where it is of level one; else NULL */
	unsigned heading_line;
	bool any_heading;
	bool has_log;           /* a heading fits log_heading: only touches in_log count */
};

/* Empties b for the next body. */
void body_clear(struct body *b);
void body_free(struct body *b);

/* Adds what the lines of text, the first of which is the given one, hold. */
void body_scan(struct body *b, struct str text, unsigned line, const struct rules *rules, struct matcher *m,
    struct diag *d);

/* Whether a line looks like a task of Markdown, with a date or without. */
bool body_is_task(struct str line);

/*
 * Reads one line as a touch, or as a promise, into b. Returns false where no pattern fits. A pattern that gave up
 * is an error in d.
 */
bool body_touch(struct body *b, struct str line, unsigned n, const struct rules *rules, struct matcher *m,
    struct diag *d);
bool body_promise(struct body *b, struct str line, unsigned n, const struct rules *rules, struct matcher *m,
    struct diag *d);

#endif
