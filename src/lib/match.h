/*
 * Regular expressions, with PCRE2: UTF-8, Unicode classes, limits on every match. A subject may hold any bytes.
 */
#ifndef MATCH_H
#define MATCH_H

#include <stdbool.h>

#include "mem.h"

/* A compiled pattern, for any number of threads. */
struct pattern;

/* What one thread matches with: working memory, and the groups of its last match. */
struct matcher;

enum match { MATCH_NO, MATCH_YES, MATCH_FAILED };

enum {
	PATTERN_ANCHORED = 1,   /* matches at the start of a subject alone */
	PATTERN_CASELESS = 2,
	PATTERN_PLAIN = 4,      /* pattern_hasten() is left for later, if there will be matches enough */
};

/*
 * Compiles text, with the flags above. pattern_free() gives it back. On a bad pattern returns NULL, puts PCRE2's words
 * into error and the place, in bytes of text and never within a character, into *at.
 */
struct pattern *pattern_compile(struct str text, unsigned flags, char error[static 256], size_t *at);
void pattern_free(struct pattern *p);

/*
 * Spends the time of some hundred matches to make each one after it three times as fast; none may be under way. What
 * matches stays the same.
 */
void pattern_hasten(struct pattern *p);

/*
 * The bytes of p where these are nothing but characters that mean themselves, so that a match takes time by their number
 * and by the length of the subject; else 0.
 */
size_t pattern_text_length(const struct pattern *p);

/* The number of a named group, or 0 where the pattern has none of that name. */
int pattern_group(const struct pattern *p, const char *name);

/* Sets first[c] for each byte c that a match of p at the start of a subject can begin with; leaves the others. */
void pattern_first_bytes(const struct pattern *p, struct matcher *m, bool first[static 256]);

struct matcher *matcher_new(void);
void matcher_free(struct matcher *m);

/*
 * A subject takes time by the square of its length in the worst case, which is for the caller to bound.
 * MATCH_FAILED: a limit was met, and whether the pattern fits is not known; match_problem() says why.
 */
enum match match(struct matcher *m, const struct pattern *p, struct str subject);

/* The same with n bytes from a place in a subject on, of which `^` and `$` are the ends where they are the subject's. */
enum match match_part(struct matcher *m, const struct pattern *p, struct str subject, size_t start, size_t n);

const char *match_problem(struct matcher *m);

/* What a group held in the last match that was MATCH_YES, a part of its subject; s is NULL where it took no part. */
struct str match_group(const struct matcher *m, int group);

/* The first byte of the last match that was MATCH_YES, and the byte after it. */
const char *match_start(const struct matcher *m);
const char *match_end(const struct matcher *m);

#endif
