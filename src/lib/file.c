#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "file.h"

/*
 * A file that is being written may show less than it will hold: a whole number of pages, or of the pieces that programs
 * write, if not nothing at all. What ends so, and changed within RECENT, is read again every PAUSE, TRIES times.
 */
enum {
	PIECE = 4096,           /* bytes */
	RECENT = 200,           /* milliseconds */
	PAUSE = 10,             /* milliseconds */
	TRIES = 100,
};

static int
check_kind(int fd, struct stat *st)
{
	if (fstat(fd, st) < 0)
		return errno;
	if (S_ISDIR(st->st_mode))
		return FILE_IS_DIRECTORY;
	if (!S_ISREG(st->st_mode))
		return FILE_IS_SPECIAL;
	if (st->st_size < 0 || st->st_size > FILE_MAX)
		return FILE_TOO_LARGE;
	return 0;
}

/* A byte more than there should be is asked for, so that the end shows without another call. */
static int
read_all(int fd, size_t size, struct buf *b)
{
	size_t want = size + 1;

	b->n = 0;
	for (;;) {
		ssize_t r = read(fd, buf_room(b, want), want);

		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return errno;
		b->n += (size_t)r;
		if (b->n > FILE_MAX)
			return FILE_TOO_LARGE;
		if (r == 0 || b->n == size)
			return 0;
		want = b->n < size ? size + 1 - b->n : 64 * 1024;
	}
}

static bool
is_recent(struct timespec changed)
{
	struct timespec now;
	long seconds;

	if (clock_gettime(CLOCK_REALTIME, &now) < 0 || changed.tv_sec > now.tv_sec || changed.tv_sec < now.tv_sec - 1)
		return false;
	seconds = (long)(now.tv_sec - changed.tv_sec);
	return seconds * 1000 + (now.tv_nsec - changed.tv_nsec) / 1000000 < RECENT;
}

/* Whether the n bytes that were read may not be all that the file is to hold. */
static bool
is_partial(const struct stat *st, size_t n)
{
	return n != (size_t)st->st_size || (n % PIECE == 0 && is_recent(st->st_mtim));
}

static int
read_open(int fd, struct buf *b)
{
	const struct timespec pause = {0, PAUSE * 1000000L};
	struct stat st;
	int tries, problem;

	for (tries = 0; tries < TRIES; tries++) {
		problem = check_kind(fd, &st);
		if (!problem)
			problem = read_all(fd, (size_t)st.st_size, b);
		if (problem || !is_partial(&st, b->n))
			return problem;
		nanosleep(&pause, NULL);
		if (lseek(fd, 0, SEEK_SET) < 0)
			return errno;
	}
	return FILE_CHANGES;
}

static int
open_problem(int directory, const char *path, int error)
{
	struct stat st;

	if (error == ENXIO || error == EOPNOTSUPP)
		return FILE_IS_SPECIAL;
	if (error == ENOENT && fstatat(directory, path, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode))
		return FILE_DANGLING;
	return error;
}

int
file_read_at(int directory, const char *path, struct buf *b)
{
	int fd, problem;

	do
		fd = openat(directory, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	if (fd < 0)
		return open_problem(directory, path, errno);
	problem = read_open(fd, b);
	close(fd);
	return problem;
}

int
file_read(const char *path, struct buf *b)
{
	return file_read_at(AT_FDCWD, path, b);
}

const char *
file_problem(int result, char out[static 128])
{
	switch (result) {
	case FILE_IS_DIRECTORY:
		return "a directory, not a file";
	case FILE_IS_SPECIAL:
		return "a FIFO, socket or device, not a file";
	case FILE_DANGLING:
		return "a symbolic link to a file that is not there";
	case FILE_TOO_LARGE:
		return "a file of more than 16 MiB; nothing of it is read";
	case FILE_CHANGES:
		return "a file that changes while it is read; try again";
	}
	if (strerror_r(result, out, 128) != 0)
		snprintf(out, 128, "error %d", result);
	return out;
}
