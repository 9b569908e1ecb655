#define _GNU_SOURCE             /* RTLD_NEXT */

#include <arpa/inet.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../src/lib/sandbox.h"
#include "files.h"

/* The calls of Landlock, which a kernel without has not, and what the first asks. */
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, VERSION = 1 };

enum { NEWEST = 5, LATER = 99 };        /* versions: the newest that there is something of here, and one to come */

/* ---- the kernel, which may be another one ---- */

static long version;            /* of Landlock; 0: the kernel's own */
static long failing;            /* a call that fails */
static int failing_error;
static uint64_t asked[2];       /* what was to be denied of files and of the net */

/* The library calls this in the place of the system's. */
long
syscall(long number, ...)
{
	long (*real)(long, ...), a[4];
	va_list ap;
	int i;

	va_start(ap, number);
	for (i = 0; i < 4; i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (number == failing) {
		errno = failing_error;
		return -1;
	}
	if (number == CREATE_RULESET && a[2] == VERSION && version)
		return version;
	if (number == CREATE_RULESET && a[0])
		memcpy(asked, (const void *)a[0], (size_t)a[1] < sizeof asked ? (size_t)a[1] : sizeof asked);
	*(void **)&real = dlsym(RTLD_NEXT, "syscall");
	return real(number, a[0], a[1], a[2], a[3]);
}

/* That of the kernel, or less than 1 where there is no Landlock, or no sandbox. */
static long
version_here(void)
{
#ifdef FU_NO_SANDBOX
	errno = ENOTSUP;
	return -1;
#else
	return syscall(CREATE_RULESET, NULL, 0, VERSION);
#endif
}

/* ---- files ---- */

/* One that may be executed, too, which the attempts ask. */
static void
put_executable(const char *path)
{
	put(path, "text\n");
	make_mode(path, 0777);
}

static void
fill(const char *directory)
{
	char path[64];

	snprintf(path, sizeof path, "%s/empty", directory);
	make_dir(directory);
	make_dir(path);
	snprintf(path, sizeof path, "%s/file", directory);
	put_executable(path);
	snprintf(path, sizeof path, "%s/other", directory);
	put_executable(path);
}

/* Goes to a directory with the same in three others. */
static void
begin(void)
{
	remove_all("../here");
	if (mkdir("../here", 0777) < 0 || chdir("../here") < 0)
		die_of("here");
	fill("in");
	fill("in/deep");
	fill("out");
}

/* ---- attempts: 0, or an errno value ---- */

static int
result(int r)
{
	return r < 0 ? errno : 0;
}

static int try_write(void) { return result(open("file", O_WRONLY)); }
static int try_read_and_write(void) { return result(open("file", O_RDWR)); }
static int try_append(void) { return result(open("file", O_WRONLY | O_APPEND)); }
static int try_make(void) { return result(open("new", O_RDWR | O_CREAT | O_EXCL, 0666)); }
static int try_make_directory(void) { return result(mkdir("new", 0777)); }
static int try_make_fifo(void) { return result(mkfifo("new", 0666)); }
static int try_make_link(void) { return result(symlink("file", "new")); }
static int try_link(void) { return result(link("file", "new")); }
static int try_rename(void) { return result(rename("file", "new")); }
static int try_rename_over(void) { return result(rename("file", "other")); }
static int try_rename_directory(void) { return result(rename("empty", "new")); }
static int try_remove(void) { return result(unlink("file")); }
static int try_remove_directory(void) { return result(rmdir("empty")); }
static int try_truncate(void) { return result(truncate("file", 0)); }
static int try_move(void) { return result(rename("file", "../moved")); }
static int try_read(void) { return result(open("file", O_RDONLY)); }
static int try_look(void) { return result(access("file", R_OK | W_OK | X_OK)); }

static int
try_list(void)
{
	DIR *dir = opendir(".");
	bool listed = dir && readdir(dir);

	if (dir)
		closedir(dir);
	return listed ? 0 : errno;
}

static int
try_run(void)
{
	execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
	return errno;
}

static int
try_listen(void)
{
	struct sockaddr_in any = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_ANY)};
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	return result(fd < 0 ? fd : bind(fd, (struct sockaddr *)&any, sizeof any));
}

/* Unless they are given up the kernel lets root alone give up the rest. */
static int
try_gain_privileges(void)
{
	return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? EACCES : 0;
}

static void *
make(void *arg)
{
	*(int *)arg = try_make();
	return NULL;
}

static int
try_make_in_thread(void)
{
	pthread_t thread;
	int error = ENOSYS;

	if (pthread_create(&thread, NULL, make, &error) == 0)
		pthread_join(thread, NULL);
	return error;
}

struct attempt {
	const char *name;
	int (*try)(void);
	long since;             /* the version that can deny it */
};

/* What an edit does among these is done in the directory of the note. */
static const struct attempt edits[] = {
	{"to write", try_write, 1},
	{"to read and write", try_read_and_write, 1},
	{"to append", try_append, 1},
	{"to make a file", try_make, 1},
	{"to make a directory", try_make_directory, 1},
	{"to make a FIFO", try_make_fifo, 1},
	{"to make a symbolic link", try_make_link, 1},
	{"to link", try_link, 1},
	{"to rename", try_rename, 1},
	{"to rename over another", try_rename_over, 1},
	{"to rename a directory", try_rename_directory, 1},
	{"to remove a file", try_remove, 1},
	{"to remove a directory", try_remove_directory, 1},
	{"to make a file in a thread", try_make_in_thread, 1},
}, others[] = {
	{"to run a program", try_run, 1},
	{"to gain privileges", try_gain_privileges, 1},
	{"to truncate", try_truncate, 3},
	{"to take a port", try_listen, 4},
}, reads[] = {
	{"to read", try_read, LATER},
	{"to look", try_look, LATER},
	{"to list", try_list, LATER},
};

/* ---- the sandbox ---- */

#define IN(...) ((struct strs){(struct str[]){__VA_ARGS__}, sizeof (struct str[]){__VA_ARGS__} / sizeof(struct str)})

static const struct strs nothing;

static int
enter(struct strs directories)
{
	struct str failed;

	return sandbox_enter(directories, &failed);
}

/* What comes of an attempt in a directory by a process that has given up all but some directories; -1: nothing. */
static int
attempt(struct strs directories, const char *place, int (*try)(void), bool confined)
{
	int status;
	pid_t pid;

	begin();
	fflush(stdout);
	pid = fork();
	if (pid == 0)
		_exit((confined && enter(directories)) || chdir(place) < 0 ? 255 : try());
	if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) == 255)
		return -1;
	return WEXITSTATUS(status);
}

/* Checks that each of the attempts comes to an error, which is 0 where the kernel cannot deny it. */
static void
check(const struct attempt *a, size_t n, struct strs directories, const char *place, int error, const char *who)
{
	long here = version ? version : version_here();
	size_t i;

	for (i = 0; i < n; i++) {
		int want = a[i].since > here ? 0 : error, got = attempt(directories, place, a[i].try, true);

		ok(got == want, "version %ld, %s in %s, %s: %s", here, who, place, a[i].name,
		    want ? strerror(want) : "done");
		if (got != want)
			printf("# %s\n", got > 0 ? strerror(got) : got ? "nothing came of it" : "done");
	}
}

/* What is refused below is not refused for another reason. */
static void
test_free(void)
{
	const struct attempt *all[] = {edits, others, reads};
	const size_t n[] = {LEN(edits), LEN(others), LEN(reads)};
	size_t i, j;

	for (i = 0; i < LEN(all); i++)
		for (j = 0; j < n[i]; j++)
			ok(attempt(nothing, "in", all[i][j].try, false) == 0, "without: %s", all[i][j].name);
}

static void
test_reader(void)
{
	check(edits, LEN(edits), nothing, "in", EACCES, "a reader");
	check(others, LEN(others), nothing, "in", EACCES, "a reader");
	check(reads, LEN(reads), nothing, "in", EACCES, "a reader");
}

static void
test_editor(void)
{
	const struct strs in = IN(STR("absent"), STR("in/file"), STR("in/"));

	check(edits, LEN(edits), in, "in", 0, "an editor");
	check(edits, LEN(edits), in, "in/deep", 0, "an editor");
	check(edits, LEN(edits), in, "out", EACCES, "an editor");
	check(others, LEN(others), in, "in", EACCES, "an editor");
	check(others, LEN(others), in, "out", EACCES, "an editor");
	check(reads, LEN(reads), in, "out", EACCES, "an editor");
	ok(attempt(in, "in/deep", try_move, true) == EXDEV, "not even there to another directory");
	check(edits, 1, IN(STR("out"), STR("in")), "out", 0, "an editor of two directories");
	check(edits, 1, IN(STR("out"), STR("in")), "in", 0, "an editor of two directories");
}

/* Whether the kernel was asked for all that the version can deny of this, and no more. */
static int
try_asked(void)
{
	static const uint64_t files[] = {0x1ff3, 0x1ff3, 0x5ff3, 0x5ff3, 0xdff3}, net[] = {0, 0, 0, 3, 3};
	long i = (version < NEWEST ? version : NEWEST) - 1;

	return asked[0] != files[i] || asked[1] != net[i];
}

/* What an older kernel has a newer one has, too. */
static void
test_versions(void)
{
	const long here = version_here();

	for (version = 1; version <= here; version++) {
		ok(attempt(nothing, "in", try_asked, true) == 0, "version %ld is asked what it knows", version);
		check(edits, LEN(edits), nothing, "in", EACCES, "a reader");
		check(others, LEN(others), nothing, "in", EACCES, "a reader");
	}
	version = 0;
}

/* ---- what fails ---- */

/* With room for one more file, which the rules take. */
static int
try_without_files(void)
{
	int fd = dup(0), error;
	const struct rlimit limit = {(rlim_t)fd + 1, (rlim_t)fd + 1};
	struct str failed = {0};

	close(fd);
	if (setrlimit(RLIMIT_NOFILE, &limit) < 0)
		return 255;
	error = sandbox_enter(IN(STR("deep"), STR("other")), &failed);
	return failed.s && strcmp(failed.s, "deep") == 0 ? error : 255;
}

/* More often than the kernel has it. */
static int
try_often(void)
{
	int i, error = 0;

	for (i = 0; i < 20 && !error; i++)
		error = enter(nothing);
	return error ? 255 : try_make();
}

static void
test_absent(void)
{
	static const long calls[] = {CREATE_RULESET, CREATE_RULESET, CREATE_RULESET, RESTRICT_SELF};
	static const int errors[] = {ENOSYS, EOPNOTSUPP, EPERM, EPERM};
	size_t i;

	for (i = 0; i < LEN(calls); i++) {
		failing = calls[i];
		failing_error = errors[i];
		ok(attempt(nothing, "in", try_make, true) == 0, "call %ld: %s: goes without", failing,
		    strerror(failing_error));
	}
	failing = 0;
}

static void
test_failing(void)
{
	ok(attempt(nothing, "in", try_without_files, false) == EMFILE, "a directory that cannot be opened");
	failing = ADD_RULE;
	failing_error = ENOMEM;
	ok(attempt(IN(STR("in")), "in", try_make, true) == -1, "a directory that cannot be allowed");
	failing = 0;
	ok(attempt(nothing, "in", try_often, false) == EACCES, "a sandbox in as many as there can be");
}

int
main(void)
{
	char dir[TEMP_PATH];

	go_to_temp(dir);
	make_dir("here");
	if (chdir("here") < 0)
		die_of("here");
	test_absent();
	test_free();
	if (version_here() < 1) {
		ok(true, "what is refused # SKIP there is no Landlock: %s", strerror(errno));
	} else {
		test_reader();
		test_editor();
		test_failing();
		test_versions();
	}
	remove_all(dir);
	return done();
}
