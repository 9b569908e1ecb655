/*
 * What a note says, fact by fact, so that a note can be compared with itself after an edit.
 */
#ifndef FACTS_H
#define FACTS_H

#include "reader.h"

enum fact_kind {
	FACT_NONE,
	FACT_KEY,               /* a key of the front matter and its value, known or not */
	FACT_NAME,
	FACT_TOUCH,             /* that was found in the body or `log:` */
	FACT_PROMISE,
};

struct fact {
	enum fact_kind kind;
	int field;              /* enum field, of a key; -1: none of ours */
	struct str text;        /* the same bytes for the same fact */
};

struct facts {
	struct fact *v;         /* touches by date, all else in the order of the file */
	size_t n, cap;
	struct strs messages;   /* what there is to say of it, in byte order; of a key that is there again, nothing but that */
};

/* The facts of a note that has just been read, in mem; f->v is for free(3). */
void facts_take(struct facts *f, struct note_reader *w, struct mem *mem);

struct fact fact_touch(struct mem *mem, const struct touch *t, struct str text);
struct fact fact_promise(struct mem *mem, const struct promise *p);

/*
 * A key with the value given, in which the node `but` (NULL: none; value itself: all of it) is given as texts: those of
 * a list, or one scalar.
 */
struct fact fact_key(struct mem *mem, const struct rules *rules, struct str key, const struct node *value,
    const struct node *but, struct strs texts, bool list);

/*
 * Whether all that sets b apart from a is that `leave` is no longer there and `come` is, in its place; both may be
 * FACT_NONE. Keys of the given field (-1: none) may differ as they like, and so may the name where a key of that is set.
 */
bool facts_differ_by(const struct facts *a, const struct facts *b, struct fact leave, struct fact come, int field);

/* The first that there is to say of b and is not said of a, or less often; NULL: there is nothing. */
const struct str *facts_say_more(const struct facts *a, const struct facts *b);

/* Whether f holds a fact. */
bool facts_hold(const struct facts *f, struct fact fact);

#endif
