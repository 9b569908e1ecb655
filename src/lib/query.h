/*
 * Selections: `tag=a-list and (org~'^acme' or last<today-60d) and not email`. fu-query(7) describes them.
 */
#ifndef QUERY_H
#define QUERY_H

#include <stdbool.h>

#include "buf.h"
#include "date.h"
#include "match.h"

/* A key of the front matter, or a name of fu-query(7), with what lies below it. */
struct query_path {
	struct str text;        /* as it was written */
	struct strs keys;       /* of which the dots stand between, each as text_key() */
};

struct query;

/* Where a selection is wrong. */
struct query_error {
	size_t at;              /* the byte */
	struct str message;
};

/* An empty one, which every note meets; its parts lie in mem, but for the patterns that query_free() gives back. */
struct query *query_new(struct mem *mem);
void query_free(struct query *q);

/* Adds a selection that must hold too. Returns false where it is none. */
bool query_add(struct query *q, struct str text, struct query_error *e);

/*
 * Reads a path that ends with *rest or at a comma, after which *rest then begins. Keys without quotes may have blanks in
 * them. Returns false where it is no path.
 */
bool query_path_read(struct mem *mem, struct str *rest, struct query_path *path);

/* Adds what is wrong: "column 5: a value is missing", and below it the selection with a caret under that column. */
void query_explain(struct buf *b, struct str text, const struct query_error *e);

/* Calls look for each path of q. */
void query_paths(const struct query *q, void (*look)(void *arg, const struct query_path *path), void *arg);

/*
 * Bytes of a value that a pattern is held against at a time. In a longer one it is tried on such pieces, each of which
 * begins in the middle of the one before: what fits a quarter of that is found.
 */
enum { QUERY_PIECE = 16 * 1024 };

/*
 * Takes a value of a note; none: it only says that there is none, such as 0 touches. Returns true when it wants no
 * more.
 */
typedef bool query_take(void *arg, struct str value, bool none);

/* What is asked of one note. */
struct query_source {
	struct matcher *matcher;
	struct mem *scratch;
	day today;
	struct holidays holidays;
	/* Calls take for each value that is at a path, until it wants no more. */
	void (*each)(void *note, const struct query_path *path, query_take *take, void *arg);
	/* Called for a pattern that gave up, and says why. */
	void (*gave_up)(void *note, const struct query_path *path, const char *why);
	void *note;
};

enum query_answer { QUERY_NO, QUERY_YES, QUERY_UNKNOWN };

/* Whether a note meets q; ask.c has it. QUERY_UNKNOWN: it depends on a pattern that gave up. */
enum query_answer query_ask(const struct query *q, const struct query_source *source);

#endif
