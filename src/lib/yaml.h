/*
 * YAML 1.1 as front matter and rules files use it: one mapping, read with libyaml's event API into a tree.
 * Anchors, aliases, tags, directives and merge keys are refused: read silently, `org: &co Ltd` loses a word.
 */
#ifndef FU_YAML_H
#define FU_YAML_H

#include <stdbool.h>

#include "diag.h"
#include "mem.h"

enum {
	YAML_DEPTH = 32,        /* lists and mappings within the root mapping */
	YAML_EVENTS = 20000,
};

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

/*
 * Reads text, which begins at the given line of its file. Everything lies in mem. Returns the root mapping,
 * without children where text holds nothing; or NULL, and one error in d. What text holds past YAML_DEPTH or
 * YAML_EVENTS is not looked at.
 */
struct node *yaml_read(struct mem *mem, struct str text, unsigned line, struct diag *d);

/* The first line break that YAML 1.1 knows and an editor does not, or NULL. */
const char *yaml_odd_break(struct str text);

/* Whether a value is the same as none: `~`, `null`, or nothing at all. */
bool node_is_null(const struct node *n);

#endif
