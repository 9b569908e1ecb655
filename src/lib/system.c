/* flock() and syscall(), which POSIX does not have. */
#define _DEFAULT_SOURCE

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/limits.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#endif

#include "system.h"

/* Also where the call is there, but not for this kind of file system. */
static bool
is_unsupported(int error)
{
	return error == ENOSYS || error == EINVAL || error == ENOTSUP || error == EOPNOTSUPP;
}

int
system_lock(int fd)
{
	while (flock(fd, LOCK_EX) < 0) {
		if (is_unsupported(errno) || errno == ENOLCK)
			return 0;
		if (errno != EINTR)
			return -1;
	}
	return 0;
}

/* ---- renaming ---- */

/* As Linux counts them; not every C library names them, nor has a function for the call. */
enum { NO_REPLACE = 1, EXCHANGE = 2 };

static int
rename_how(int dir, const char *from, const char *to, unsigned how)
{
#ifdef SYS_renameat2
	if (syscall(SYS_renameat2, dir, from, dir, to, how) == 0)
		return 0;
	if (is_unsupported(errno))
		errno = ENOTSUP;
#else
	(void)dir, (void)from, (void)to, (void)how;
	errno = ENOTSUP;
#endif
	return -1;
}

int
system_exchange(int dir, const char *a, const char *b)
{
	return rename_how(dir, a, b, EXCHANGE);
}

int
system_rename_new(int dir, const char *from, const char *to)
{
	return rename_how(dir, from, to, NO_REPLACE);
}

/* ---- extended attributes ---- */

#ifdef __linux__

static const char acl[] = "system.posix_acl_access";

/* The most that there can be. */
struct attributes {
	char names[XATTR_LIST_MAX], value[XATTR_SIZE_MAX], other[XATTR_SIZE_MAX];
};

/* What is the same already, such as a label that the system itself gives, need not be allowed. */
static int
copy_one(int from, int to, const char *name, struct attributes *a)
{
	ssize_t n = fgetxattr(from, name, a->value, sizeof a->value), m;
	int error;

	if (n < 0)
		return errno == ENODATA ? 0 : errno;
	if (fsetxattr(to, name, a->value, (size_t)n, 0) == 0)
		return 0;
	error = errno;
	m = fgetxattr(to, name, a->other, sizeof a->other);
	return m == n && memcmp(a->value, a->other, (size_t)n) == 0 ? 0 : error;
}

static int
copy_named(int from, int to, struct attributes *a, size_t n, bool *has_acl, char failed[static SYSTEM_NAME])
{
	const char *name;
	int error;

	for (name = a->names; name < a->names + n; name += strlen(name) + 1) {
		error = copy_one(from, to, name, a);
		if (error) {
			memcpy(failed, name, strnlen(name, SYSTEM_NAME - 1) + 1);
			failed[SYSTEM_NAME - 1] = '\0';
			return error;
		}
		*has_acl |= strcmp(name, acl) == 0;
	}
	return 0;
}

/* Its memory is there before any file is: to run out of it would leave that behind. */
static int
copy_all(int from, int to, bool *has_acl, char failed[static SYSTEM_NAME])
{
	static struct attributes a;
	ssize_t n = flistxattr(from, NULL, 0);

	if (n <= 0)
		return n == 0 || is_unsupported(errno) ? 0 : errno;
	n = flistxattr(from, a.names, sizeof a.names);
	return n < 0 ? errno : copy_named(from, to, &a, (size_t)n, has_acl, failed);
}

int
system_copy_attributes(int from, int to, char failed[static SYSTEM_NAME])
{
	bool has_acl = false;
	int error;

	*failed = '\0';
	error = copy_all(from, to, &has_acl, failed);
	if (error || has_acl)
		return error;
	/* One that came from the directory. */
	if (fgetxattr(to, acl, NULL, 0) < 0 || fremovexattr(to, acl) == 0)
		return 0;
	memcpy(failed, acl, sizeof acl);
	return errno;
}

#else

int
system_copy_attributes(int from, int to, char failed[static SYSTEM_NAME])
{
	(void)from, (void)to;
	*failed = '\0';
	return 0;
}

#endif
