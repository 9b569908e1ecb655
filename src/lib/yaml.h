/*
 * YAML 1.1 as front matter and rules files use it: one mapping, read with libyaml's event API into a tree.
 * Anchors, aliases, tags, directives and merge keys are refused: read silently, `org: &co Ltd` loses a word.
 */
#ifndef FU_YAML_H
#define FU_YAML_H

#include "diag.h"
#include "node.h"

enum {
	YAML_DEPTH = 32,        /* lists and mappings within the root mapping */
	YAML_EVENTS = 20000,
};

/*
 * Reads text, which begins at the given line of its file. Everything lies in mem. Returns the root mapping,
 * without children where text holds nothing; or NULL, and one error in d. What text holds past YAML_DEPTH or
 * YAML_EVENTS is not looked at.
 */
struct node *yaml_read(struct mem *mem, struct str text, unsigned line, struct diag *d);

/* The same, all of it by libyaml, to which yaml_read() leaves what plain_read() does not take. */
struct node *yaml_parse(struct mem *mem, struct str text, unsigned line, struct diag *d);

/* The first line break that YAML 1.1 knows and an editor does not, or NULL. */
const char *yaml_odd_break(struct str text);

#endif
