/*
 * A note while it is read: what read.c and its parts, fields.c, touches.c and promises.c, share.
 */
#ifndef READER_H
#define READER_H

#include "body.h"
#include "front.h"
#include "keys.h"
#include "note.h"
#include "value.h"

/* The places of what fields say, before those of what was found. */
enum { PLACE_LAST, PLACE_APPLIED, PLACE_MET, PLACE_FOUND };

/* A touch, and its place among those of its day. */
struct ordered {
	struct touch touch;
	size_t place;
	unsigned line;
	uint64_t fits;
	struct str text;        /* a part of the file, or of the scratch arena */
};

/* Where a promise stands. */
struct promise_source {
	const struct node *item;        /* of `promises:`; NULL: in the body */
	size_t found;           /* its place in body.promises */
};

struct note_reader {
	const struct reading *reading;
	const struct rules *rules;      /* those of reading */
	struct mem *facts;      /* for what the note keeps */
	struct mem scratch;     /* for this note alone */
	struct matcher *matcher;
	struct lint *lint;      /* with reading.checks, else NULL */
	struct keys keys;
	struct front front;
	const struct node *root;        /* of the front matter */
	struct body body;
	struct ordered *order;  /* the note's touches, in their order */
	size_t order_cap;
	struct promise_source *sources; /* of each of note->promises */
	size_t sources_cap;
	struct note *note;
	struct note_rest rest;          /* the note's, while it is read */
	struct diag d;
};

/* A copy among the facts; s is NULL for an empty one. */
struct str reader_keep(struct note_reader *w, struct str s);

/* The date that a field says; DAY_NONE: it says none. */
day reader_date(struct note_reader *w, enum field field);

/*
 * The kind that a word is or begins with before a dash (`sales-call`, `call-` of `call-back`), and in *taken how many
 * bytes of it that is; 0, which is `contact`, and no bytes, where it is none.
 */
unsigned reader_kind(const struct rules *rules, struct str word, size_t *taken);

/* A list of names for a key, to be written in place. */
#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* Those of the entries of `log:`, of `promises:` and of `next:`. */
#define LOG_DATE_KEYS KEYS("date", "on")
#define LOG_KIND_KEYS KEYS("kind", "type", "channel", "method")
#define LOG_DIR_KEYS KEYS("dir", "from")
#define LOG_TEXT_KEYS KEYS("text", "note", "summary")
#define PROMISE_BY_KEYS KEYS("by")
#define PROMISE_FROM_KEYS KEYS("from")
#define PROMISE_WHAT_KEYS KEYS("what")
#define PROMISE_DONE_KEYS KEYS("done")
#define DATE_KEYS KEYS("on", "date")

/* The key of a map, by the first of its names that is there with a value; NULL: none is. */
const struct node *reader_find_key(struct note_reader *w, const struct node *map, const char *const names[]);

/* Adds a warning for each key of a map that is none of the names, of which there are few, or that is there again. */
void reader_check_keys(struct note_reader *w, const struct node *map, const char *const names[]);

/* The text under such a key, in the scratch arena; empty where there is none. */
struct str reader_text_under(struct note_reader *w, const struct node *map, const char *const names[]);

/* The entries of `log:` as lines of the body; then of all lines, the note's touches. */
void read_log(struct note_reader *w);
void read_touches(struct note_reader *w);

/* The entries of `promises:`, then those of the body. */
void read_promises(struct note_reader *w);

/* What the front matter says the name is, in the scratch arena; empty: it is in the body, if anywhere. */
struct str read_name(struct note_reader *w);

/* All other fields, and the name, of which the front matter says so much. */
void read_fields(struct note_reader *w, struct str name);

/* Reads text as a line of the body that begins with prefix, by body_touch() or body_promise(). */
typedef bool reader_line_fn(struct body *, struct str, unsigned, const struct rules *, struct matcher *, struct diag *);
bool reader_line(struct note_reader *w, const char *prefix, struct str text, const struct node *at,
    reader_line_fn *read);

/*
 * What is left of s without the blanks, punctuation and dashes that set it off: those that a blank follows, or with
 * glued any.
 */
struct str reader_without_separators(struct str s, bool glued);

/*
 * Who acted, where text begins with `<` or `>` and a blank, which are then cut off it; DIR_NONE: it does not say.
 * dir is what stood before the kind or the date, and counts if it is there.
 */
enum dir reader_direction(struct str dir, struct str *text);

#endif
