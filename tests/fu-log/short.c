/*
 * A library to load before a program's own: its reads and writes of more than a byte are cut short, to one byte with
 * FU_SHORT=one, else to the half; and every other one is interrupted before it begins.
 */
#define _GNU_SOURCE             /* RTLD_NEXT */

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned calls;

/* As many bytes as are to be had, or 0 for an interruption. */
static size_t
share(size_t n)
{
	const char *how = getenv("FU_SHORT");

	if (++calls % 2) {
		errno = EINTR;
		return 0;
	}
	return how && strcmp(how, "one") == 0 ? 1 : (n + 1) / 2;
}

/* Stores what the name means in the libraries after this one. */
static void
find(const char *name, void *function)
{
	void *p = dlsym(RTLD_NEXT, name);

	memcpy(function, &p, sizeof p);
}

ssize_t
write(int fd, const void *s, size_t n)
{
	ssize_t (*real)(int, const void *, size_t);

	find("write", &real);
	if (n > 1 && !(n = share(n)))
		return -1;
	return real(fd, s, n);
}

ssize_t
read(int fd, void *s, size_t n)
{
	ssize_t (*real)(int, void *, size_t);

	find("read", &real);
	if (n > 1 && !(n = share(n)))
		return -1;
	return real(fd, s, n);
}

/* The C library calls it pread64 where off_t is to have 64 bits, as here, unless it has no other. */
ssize_t
pread(int fd, void *s, size_t n, off_t at)
{
	ssize_t (*real)(int, void *, size_t, off_t);

	find("pread64", &real);
	if (!real)
		find("pread", &real);
	if (n > 1 && !(n = share(n)))
		return -1;
	return real(fd, s, n, at);
}
