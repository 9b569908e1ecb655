/*
 * Files, read whole.
 */
#ifndef FILE_H
#define FILE_H

#include "buf.h"

enum { FILE_MAX = 16 * 1024 * 1024 };

/* What file_read() returns beside errno values. */
enum {
	FILE_IS_DIRECTORY = -1,
	FILE_IS_SPECIAL = -2,           /* a FIFO, socket or device */
	FILE_DANGLING = -3,             /* a symbolic link that leads nowhere */
	FILE_TOO_LARGE = -4,
	FILE_CHANGES = -5,              /* somebody is writing it, and goes on */
};

/*
 * Reads a regular file of at most FILE_MAX bytes into b, from its start; a FIFO is not waited for, but the end of what
 * another program is writing this moment is. Returns 0, or why not: an errno value or one of the above.
 */
int file_read(const char *path, struct buf *b);

/* The same from a directory that is open, as openat(2) does. */
int file_read_at(int directory, const char *path, struct buf *b);

/* What a result of file_read() means, as a clause; the text is in out or static. */
const char *file_problem(int result, char out[static 128]);

#endif
