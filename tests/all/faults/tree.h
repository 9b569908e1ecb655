/*
 * The files under a directory, as they are at a moment.
 */
#ifndef TREE_H
#define TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct tree_file {
	char *path;
	mode_t mode;
	char *s;
	size_t n;
};

/* By path. */
struct tree {
	struct tree_file *v;
	size_t n;
};

/* Reads regular files of at most 1 MiB; there are no others. */
void tree_take(struct tree *t, const char *directory);

/* Makes files that are as those of one tree as those of another, whose directories are there. */
void tree_restore(const struct tree *now, const struct tree *wanted);

/* NULL: there is none of that path. */
const struct tree_file *tree_find(const struct tree *t, const char *path);

/* Either may be NULL. */
bool tree_same(const struct tree_file *a, const struct tree_file *b);

void tree_free(struct tree *t);

#endif
