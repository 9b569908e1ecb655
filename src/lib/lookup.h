/*
 * The note that somebody means: by its path, its id, its name, an alias, an e-mail address, or a word of these.
 */
#ifndef LOOKUP_H
#define LOOKUP_H

#include "load.h"

/*
 * All zeroes but for rules, today and root is a new one; the notes under root are read once the first operand that is
 * no path asks for them. What is wrong with notes that cannot be read is then printed, as warnings; a bad value of one
 * that can is not. lookup_free() gives all back.
 */
struct lookup {
	const struct rules *rules;
	day today;
	struct str root;        /* the caller's */
	const struct load *among;       /* notes that were read under it already, the caller's; NULL: they are yet to be */
	struct names names;
	struct load load;
	struct called *called;  /* what the notes are called, by path; NULL: they were not read */
	size_t n;
	struct matcher *matcher;
	struct pattern *word;
	struct mem mem;
};

/*
 * The path of the note, which lives as long as *l, or operand itself. s is NULL where no note, more than one, or one
 * that could not be read is meant: an error is printed, with the notes that come near. Where a word is all that tells
 * the note, a line says which it is.
 */
struct str lookup_path(struct lookup *l, struct str operand);

/* The note itself, by an operand that is taken for no path; NULL where lookup_path() has none. */
const struct note *lookup_called(struct lookup *l, struct str operand);

void lookup_free(struct lookup *l);

#endif
