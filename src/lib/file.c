#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"

static int
check_kind(int fd, size_t *size)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return errno;
	if (S_ISDIR(st.st_mode))
		return FILE_IS_DIRECTORY;
	if (!S_ISREG(st.st_mode))
		return FILE_IS_SPECIAL;
	if (st.st_size < 0 || st.st_size > FILE_MAX)
		return FILE_TOO_LARGE;
	*size = (size_t)st.st_size;
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

static int
open_problem(const char *path, int error)
{
	struct stat st;

	if (error == ENXIO || error == EOPNOTSUPP)
		return FILE_IS_SPECIAL;
	if (error == ENOENT && lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
		return FILE_DANGLING;
	return error;
}

int
file_read(const char *path, struct buf *b)
{
	size_t size = 0;
	int fd, problem;

	do
		fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	if (fd < 0)
		return open_problem(path, errno);
	problem = check_kind(fd, &size);
	if (!problem)
		problem = read_all(fd, size, b);
	close(fd);
	return problem;
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
	}
	if (strerror_r(result, out, 128) != 0)
		snprintf(out, 128, "error %d", result);
	return out;
}
