/*
 * Whether what a tool did when something failed is right: it did all that it does else; or it says what failed, with
 * status 2, and does the rest; or it says that it is out of memory, and stops.
 */
#ifndef JUDGE_H
#define JUDGE_H

#include "run.h"
#include "tree.h"

struct trial {
	const char *tool;
	char **argv;
	const struct fault *fault;
	const struct result *base, *got;        /* when nothing failed, and when something did */
	/*
	 * What is printed without the notes that it says something is wrong with, and without those alone that are not in
	 * the directory that failed; NULL: there are none.
	 */
	const struct text *without, *partly;
	const struct tree *old, *new, *now;     /* the notes before, after what nothing failed in, and as they are */
};

enum verdict { RECOVERED, SAID, WRONG };

/* What is wrong is put into why. */
enum verdict judge(const struct trial *t, char why[static PATH_SIZE]);

/* Whether a text says of a file, or of a directory above it, that something is wrong; a warning is about neither. */
bool judge_is_refused(const char *tool, struct text err, const char *path);

#endif
