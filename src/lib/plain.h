/*
 * The lines that most front matter consists of, without libyaml: `key: text`, `key: [a, b]`, and texts in a list below
 * their key, one a line.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "node.h"

/*
 * The tree that libyaml makes of text, which begins at the given line of its file; all of it lies in mem. NULL: there is
 * something else among the lines, a comment, an escape, text of two lines, a mistake, and libyaml is to read them.
 */
struct node *plain_read(struct mem *mem, struct str text, unsigned line);

#endif
