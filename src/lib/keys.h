/*
 * The keys of a front matter: which of them counts for each field.
 */
#ifndef KEYS_H
#define KEYS_H

#include "rules.h"
#include "yaml.h"

struct entry {
	const struct node *key, *value;
	struct str name;        /* text_key() of the key */
	int field;              /* enum field; -1: none of ours */
	unsigned rank;          /* of its spelling */
	bool repeated;          /* a later key of the same name counts */
};

/* Its caller sets rules, mem and d, and keys_free() gives back the rest, which is for the next note too. */
struct keys {
	const struct rules *rules;
	struct mem *mem;
	struct diag *d;
	struct entry *v;
	size_t n, cap;
	const struct entry *best[FIELDS];       /* the key that counts; NULL: none of the field has a value */
};

/* Gathers the keys of a root mapping. A key that is there twice is a warning in d. */
void keys_gather(struct keys *k, const struct node *root);

/* The next key after e (NULL: the first) that spells a field and has a value; NULL: there are no more. */
const struct entry *keys_next(const struct keys *k, enum field field, const struct entry *e);

void keys_free(struct keys *k);

#endif
