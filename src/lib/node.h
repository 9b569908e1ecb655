/*
 * What YAML says, as a tree.
 */
#ifndef NODE_H
#define NODE_H

#include <stdbool.h>

#include "mem.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

/* A value. In a map the children are key, value, key, value … in the order of the file. */
struct node {
	enum node_kind kind;
	bool plain;             /* a scalar without quotes */
	bool flow;              /* a list or map in brackets */
	unsigned line, col;     /* from 1; col in characters */
	unsigned end_line, end_col;     /* of what follows it; of a block its last child's */
	struct str text;        /* of a scalar */
	struct node *first;     /* child */
	struct node *next;      /* sibling */
};

/* Whether a value is the same as none: `~`, `null`, or nothing at all. */
bool node_is_null(const struct node *n);

#endif
