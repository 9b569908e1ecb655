/* syscall(), O_PATH, pledge() and unveil(), which POSIX does not have. */
#ifdef __OpenBSD__
#define _BSD_SOURCE
#else
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "sandbox.h"

/* FU_NO_SANDBOX is for what is built to write files of its own when it ends, as for gcov. */
#if defined SYS_landlock_restrict_self && !defined FU_NO_SANDBOX

/* From Documentation/userspace-api/landlock.rst of the kernel, of which many a system's headers know only a part. */
enum { QUERY_VERSION = 1, PATH_BENEATH = 1 };

enum {
	EXECUTE = 1 << 0,
	WRITE_FILE = 1 << 1,
	REMOVE_DIR = 1 << 4,
	REMOVE_FILE = 1 << 5,
	MAKE_CHAR = 1 << 6,
	MAKE_DIR = 1 << 7,
	MAKE_REG = 1 << 8,
	MAKE_SOCK = 1 << 9,
	MAKE_FIFO = 1 << 10,
	MAKE_BLOCK = 1 << 11,
	MAKE_SYM = 1 << 12,
	TRUNCATE = 1 << 14,     /* since version 3 */
	IOCTL_DEV = 1 << 15,    /* since version 5 */
};

enum { BIND_TCP = 1 << 0, CONNECT_TCP = 1 << 1 };       /* since version 4 */

/*
 * What an edit needs: a new file beside the note changes places with it, or with whatever another program has put there
 * meanwhile, and back.
 */
#define EDIT (WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SOCK | MAKE_FIFO | MAKE_SYM)

struct ruleset {
	uint64_t files, net;
};

struct beneath {
	uint64_t allowed;
	int32_t directory;
};

/* What this version of Landlock can deny. That a file goes to another directory each denies unasked. */
static struct ruleset
deniable(long version)
{
	struct ruleset r = {.files = EXECUTE | EDIT | MAKE_CHAR | MAKE_BLOCK};

	if (version >= 3)
		r.files |= TRUNCATE;
	if (version >= 4)
		r.net = BIND_TCP | CONNECT_TCP;
	if (version >= 5)
		r.files |= IOCTL_DEV;
	return r;
}

/* Whoever wants to write there is told by the same error. */
static bool
is_no_directory(int error)
{
	return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP || error == ENAMETOOLONG;
}

/* Returns 0 or an errno value, as do those below. */
static int
close_file(int fd)
{
	return close(fd) == 0 || errno == EINTR ? 0 : errno;
}

static int
allow_beneath(int rules, const char *directory)
{
	struct beneath rule = {.allowed = EDIT};
	int error, close_error;

	do
		rule.directory = open(directory, O_PATH | O_DIRECTORY | O_CLOEXEC);
	while (rule.directory < 0 && errno == EINTR);
	if (rule.directory < 0)
		return is_no_directory(errno) ? 0 : errno;
	error = syscall(SYS_landlock_add_rule, rules, PATH_BENEATH, &rule, 0) < 0 ? errno : 0;
	close_error = close_file(rule.directory);
	return error ? error : close_error;
}

static int
allow_all(int rules, struct strs directories, struct str *failed)
{
	size_t i;

	for (i = 0; i < directories.n; i++) {
		int error = allow_beneath(rules, directories.v[i].s);

		if (error) {
			*failed = directories.v[i];
			return error;
		}
	}
	return 0;
}

int
sandbox_enter(struct strs directories, struct str *failed)
{
	struct ruleset denied = deniable(syscall(SYS_landlock_create_ruleset, NULL, 0, QUERY_VERSION));
	int rules = (int)syscall(SYS_landlock_create_ruleset, &denied, sizeof denied, 0), error, close_error;

	*failed = (struct str){0};
	if (rules < 0)
		return 0;
	error = allow_all(rules, directories, failed);
	if (!error && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		syscall(SYS_landlock_restrict_self, rules, 0);
	close_error = close_file(rules);
	return error ? error : close_error;
}

#elif defined __OpenBSD__ && !defined FU_NO_SANDBOX

enum { UNVEILED = 100 };        /* of the 128 paths that the system takes; with more directories none is */

/* flock is for save_open(), tty for isatty(), and prot_exec for PCRE2's JIT compiler. */
int
sandbox_enter(struct strs directories, struct str *failed)
{
	size_t i;

	*failed = (struct str){0};
	if (directories.n <= UNVEILED) {
		unveil("/", "r");
		for (i = 0; i < directories.n; i++)
			unveil(directories.v[i].s, "rwc");
	}
	pledge(directories.n ? "stdio rpath wpath cpath fattr chown flock tty prot_exec" : "stdio rpath tty prot_exec", NULL);
	return 0;
}

#else

int
sandbox_enter(struct strs directories, struct str *failed)
{
	(void)directories;
	*failed = (struct str){0};
	return 0;
}

#endif
