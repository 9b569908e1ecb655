/*
 * Replacing a file as a whole, so that at any instant, and after a crash, it is the old one or the new one: the new one
 * is written beside it, and the two change places. What another program wrote in the meantime is put back.
 */
#ifndef SAVE_H
#define SAVE_H

#include <sys/stat.h>

#include "diag.h"

/* A file that is to be replaced: open, locked and read. */
struct save {
	struct str path;        /* the caller's */
	struct str name;        /* its last part, with a NUL after it */
	int dir, fd;            /* its directory, and itself */
	struct stat st;
	struct buf old;         /* what it holds */
	bool replaced;          /* it is no longer what has this path */
	struct mem mem;
};

/*
 * Opens a file, waits for others that edit it, and reads it. Returns false, and one error in d, if it must not be
 * edited: a symbolic or hard link, no regular file, read-only, or past FILE_MAX. One at a time: two processes that hold
 * what the other waits for would wait for ever. Standard input, output and error are open, if only on /dev/null.
 */
bool save_open(struct save *s, struct str path, struct diag *d);

/*
 * Puts text in the file's place, with its mode, owner and extended attributes, once. Returns false with errors in d;
 * unless they say so, the file is then as it was, and no other file is left. A file that is no longer what save_open()
 * read is not replaced. SIGINT and the like wait until it is done; SIGXFSZ is ignored so long by the whole process.
 */
bool save_replace(struct save *s, struct str text, struct diag *d);

/* Makes a file that is not there yet. Returns false with errors in d as save_replace() does. */
bool save_new(struct str path, struct str text, struct diag *d);

/* Whether save_new() would: nothing is there yet, and its directory is. Else returns false, and one error in d. */
bool save_may_make(struct str path, struct diag *d);

/* Lets the file go; all of *s is freed. Returns false with an error in d if the system did not close it. */
bool save_close(struct save *s, struct diag *d);

#endif
