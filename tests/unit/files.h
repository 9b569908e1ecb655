/*
 * What the tests that need files share: a directory of their own, files in it, and what was printed meanwhile. What
 * cannot be done ends the test.
 */
#ifndef FILES_H
#define FILES_H

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../src/lib/file.h"
#include "aid.h"

enum { TEMP_PATH = 256 };       /* bytes */

static inline void
die_of(const char *what)
{
	diag_die("%s: %s", what, strerror(errno));
}

/* In place, if there is such a file. */
static inline void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (!f || fputs(text, f) < 0 || fclose(f) != 0)
		die_of(path);
}

static inline void
make_dir(const char *path)
{
	if (mkdir(path, 0777) < 0)
		die_of(path);
}

static inline void
make_mode(const char *path, mode_t mode)
{
	if (chmod(path, mode) < 0)
		die_of(path);
}

/* Makes a directory and goes there; the test is to remove it. */
static inline void
go_to_temp(char out[static TEMP_PATH])
{
	const char *tmp = getenv("TMPDIR");

	snprintf(out, TEMP_PATH, "%s/fu-unit-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(out) || chdir(out) < 0)
		die_of(out);
}

static inline int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

/* A directory and all in it, if it is there. */
static inline void
remove_all(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Has what is printed to standard error go to a file; what this returns is for caught(). */
static inline int
catch_stderr(void)
{
	int old = dup(STDERR_FILENO), fd = open("stderr", O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (old < 0 || fd < 0 || dup2(fd, STDERR_FILENO) < 0)
		die_of("stderr");
	close(fd);
	return old;
}

static inline struct str
caught(struct mem *mem, int old)
{
	struct buf b = {0};
	struct str s;

	dup2(old, STDERR_FILENO);
	close(old);
	file_read("stderr", &b);
	s = mem_str(mem, (struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

#endif
