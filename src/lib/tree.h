/*
 * A selection as it was read: what query.c builds and ask.c walks.
 */
#ifndef TREE_H
#define TREE_H

#include "literal.h"
#include "match.h"

enum op { OP_THERE, OP_EQUAL, OP_LESS, OP_AT_MOST, OP_MORE, OP_AT_LEAST, OP_MATCH };

enum term_kind { TERM_ALL, TERM_ANY, TERM_NOT, TERM_TEST };

struct term {
	enum term_kind kind;
	struct term *first;     /* of those it is about */
	struct term *next;      /* beside it */
	/* Of a test: */
	struct query_path *path;
	enum op op;
	struct literal literal;
	struct pattern *pattern;
};

struct query {
	struct mem *mem;
	struct term all;
	struct pattern **patterns;      /* of all tests */
	size_t npatterns;
};

#endif
