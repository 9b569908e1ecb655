#define _GNU_SOURCE             /* memfd_create() */

#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "run.h"

#define LEN(array) (sizeof (array) / sizeof *(array))

/* What a call is about. */
enum about { NOTHING, MEMORY, FD, PATH, AT };

static const struct call {
	const char *name;
	int nr;
	enum about about;
} calls[] = {
	{"read", SYS_read, FD}, {"pread64", SYS_pread64, FD}, {"write", SYS_write, FD}, {"close", SYS_close, FD},
	{"fcntl", SYS_fcntl, FD}, {"ioctl", SYS_ioctl, FD}, {"lseek", SYS_lseek, FD}, {"flock", SYS_flock, FD},
	{"fsync", SYS_fsync, FD}, {"fchmod", SYS_fchmod, FD}, {"fchown", SYS_fchown, FD}, {"fstat", SYS_fstat, FD},
	{"getdents64", SYS_getdents64, FD}, {"flistxattr", SYS_flistxattr, FD}, {"fgetxattr", SYS_fgetxattr, FD},
	{"openat", SYS_openat, AT}, {"newfstatat", SYS_newfstatat, AT}, {"statx", SYS_statx, AT},
	{"readlinkat", SYS_readlinkat, AT}, {"unlinkat", SYS_unlinkat, AT}, {"linkat", SYS_linkat, AT},
	{"faccessat", SYS_faccessat, AT}, {"renameat2", SYS_renameat2, AT}, {"getcwd", SYS_getcwd, MEMORY},
#ifdef SYS_open
	{"open", SYS_open, PATH}, {"stat", SYS_stat, PATH}, {"lstat", SYS_lstat, PATH},
	{"readlink", SYS_readlink, PATH}, {"access", SYS_access, PATH},
#endif
#ifdef SYS_landlock_create_ruleset
	{"landlock_create_ruleset", SYS_landlock_create_ruleset, NOTHING},
	{"landlock_add_rule", SYS_landlock_add_rule, NOTHING},
	{"landlock_restrict_self", SYS_landlock_restrict_self, NOTHING},
#endif
	{"prctl", SYS_prctl, NOTHING},
	{"mmap", SYS_mmap, MEMORY}, {"mprotect", SYS_mprotect, MEMORY}, {"brk", SYS_brk, MEMORY},
	{"clone", SYS_clone, MEMORY}, {"clone3", SYS_clone3, MEMORY},
};

void
die(const char *what)
{
	perror(what);
	exit(3);
}

bool
run_is_of_memory(const char *name)
{
	size_t i;

	for (i = 0; i < LEN(calls); i++)
		if (strcmp(calls[i].name, name) == 0)
			return calls[i].about == MEMORY;
	return false;
}

void
runner_init(struct runner *r, const char *library)
{
	size_t i;

	*r = (struct runner){.library = library, .socket = -1};
	r->out = memfd_create("stdout", MFD_CLOEXEC);
	r->err = memfd_create("stderr", MFD_CLOEXEC);
	r->shared_fd = memfd_create("shared", MFD_CLOEXEC);
	if (r->out < 0 || r->err < 0 || r->shared_fd < 0 || ftruncate(r->shared_fd, sizeof *r->shared) < 0)
		die("memfd_create");
	r->shared = mmap(NULL, sizeof *r->shared, PROT_READ | PROT_WRITE, MAP_SHARED, r->shared_fd, 0);
	if (r->shared == MAP_FAILED)
		die("mmap");
	for (i = 0; i < LEN(calls); i++)
		r->shared->calls[i] = calls[i].nr;
	r->shared->ncalls = LEN(calls);
}

/* ---- programs ---- */

_Noreturn static void
become(const struct runner *r, const struct command *c, int socket)
{
	char numbers[64];
	int input = open(c->input, O_RDONLY);

	if (input < 0 || dup2(input, 0) < 0 || dup2(r->out, 1) < 0 || dup2(r->err, 2) < 0)
		_exit(126);
	close(input);
	snprintf(numbers, sizeof numbers, "%d %d", r->shared_fd, socket);
	setenv("FU_FAULTS_FDS", numbers, 1);
	setenv("LD_PRELOAD", r->library, 1);
	fcntl(r->shared_fd, F_SETFD, 0);
	fcntl(socket, F_SETFD, 0);
	execvp(c->argv[0], c->argv);
	_exit(127);
}

void
run_begin(struct runner *r, const struct command *c)
{
	int sockets[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) < 0)
		die("socketpair");
	r->pid = fork();
	if (r->pid < 0)
		die("fork");
	if (r->pid == 0)
		become(r, c, sockets[1]);
	close(sockets[1]);
	r->socket = sockets[0];
}

void
run_end(struct runner *r)
{
	close(r->socket);
	r->socket = -1;
	if (waitpid(r->pid, NULL, 0) < 0)
		die("waitpid");
}

/* Returns -1 where none comes. */
static int
receive_fd(int socket)
{
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(sizeof (int))];
	} control;
	char byte;
	struct iovec data = {&byte, 1};
	struct msghdr message = {
		.msg_iov = &data, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control,
	};
	int fd;

	if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != 1)
		die("recvmsg");
	if (message.msg_controllen < CMSG_LEN(sizeof fd))
		return -1;
	memcpy(&fd, CMSG_DATA(&control.head), sizeof fd);
	return fd;
}

/* ---- calls that are asked about ---- */

struct asking {
	struct runner *runner;
	const struct fault *fault;
	struct result *result;
	int nr;                 /* of the call that failed; -1: none did */
};

static const struct call *
call_of(int nr)
{
	size_t i = 0;

	while (calls[i].nr != nr)
		i++;
	return &calls[i];
}

/* The string at an address of a process; empty where there is none. */
static void
read_string(unsigned pid, uint64_t at, char out[static PATH_SIZE])
{
	char name[64];
	ssize_t n;
	int fd;

	snprintf(name, sizeof name, "/proc/%u/mem", pid);
	fd = open(name, O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : pread(fd, out, PATH_SIZE - 1, (off_t)at);
	out[n < 0 ? 0 : n] = '\0';
	close(fd);
}

static void
read_link(unsigned pid, int fd, char out[static PATH_SIZE])
{
	char name[64];
	ssize_t n;

	snprintf(name, sizeof name, "/proc/%u/fd/%d", pid, fd);
	n = readlink(name, out, PATH_SIZE - 1);
	out[n < 0 ? 0 : n] = '\0';
}

/* Takes the directory of this process, which is also that of the other, off a path. */
static void
make_relative(char path[static PATH_SIZE])
{
	char here[PATH_SIZE];
	size_t n;

	if (!getcwd(here, sizeof here))
		die("getcwd");
	n = strlen(here);
	if (strncmp(path, here, n) == 0 && path[n] == '/')
		memmove(path, path + n + 1, strlen(path + n));
}

static void
find_path(const struct seccomp_notif *asked, enum about about, char out[static PATH_SIZE])
{
	const uint64_t *args = (const uint64_t *)asked->data.args;
	char name[PATH_SIZE] = "";
	size_t n;

	*out = '\0';
	if (about == AT || about == PATH)
		read_string(asked->pid, args[about == AT], name);
	if (*name != '/' && (about == FD || (about == AT && (int)args[0] != AT_FDCWD)))
		read_link(asked->pid, (int)args[0], out);
	/* Such as anon_inode:[landlock-ruleset]. */
	if (*out != '/')
		*out = '\0';
	if (*out && *name)
		strncat(out, "/", PATH_SIZE - 1 - strlen(out));
	strncat(out, name, PATH_SIZE - 1 - strlen(out));
	for (n = strlen(out); n > 1 && out[n - 1] == '/'; n--)
		out[n - 1] = '\0';
	make_relative(out);
}

static void
add_line(struct text *t, const char *line)
{
	size_t n = strlen(line);

	t->s = realloc(t->s, t->n + n + 2);
	if (!t->s)
		die("realloc");
	memcpy(t->s + t->n, line, n);
	strcpy(t->s + t->n + n, "\n");
	t->n += n + 1;
}

static void
add_about(struct asking *a, const struct seccomp_notif *asked, const struct call *call)
{
	static const char *const standard[] = {"standard input", "standard output", "standard error"};
	char path[PATH_SIZE];

	if (call->about == FD && asked->data.args[0] < LEN(standard))
		snprintf(path, sizeof path, "%s", standard[asked->data.args[0]]);
	else
		find_path(asked, call->about, path);
	add_line(&a->result->about, path);
}

static void
count_call(struct runner *r, const char *name)
{
	if (r->ncalls == r->calls_cap) {
		r->calls_cap = r->calls_cap ? 2 * r->calls_cap : 256;
		r->calls = realloc(r->calls, r->calls_cap * sizeof *r->calls);
		if (!r->calls)
			die("realloc");
	}
	r->calls[r->ncalls++] = name;
}

/* Whether the call is to fail. */
static bool
fails(struct asking *a, const struct seccomp_notif *asked, const struct call *call)
{
	const struct fault *f = a->fault;

	count_call(a->runner, call->name);
	if (++a->result->n == f->at)
		a->nr = call->nr;
	if (!f->at)
		add_about(a, asked, call);
	if (a->result->n != f->at && (!f->on || call->nr != a->nr))
		return false;
	add_about(a, asked, call);
	a->result->call = call->name;
	a->result->failed = true;
	return true;
}

/* What brk() returns when it fails is no error, but an address that is too low. */
static void
answer(struct asking *a, int listener)
{
	struct seccomp_notif asked = {0};
	struct seccomp_notif_resp resp = {0};
	const struct call *call;

	if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) < 0)
		return;
	call = call_of(asked.data.nr);
	resp.id = asked.id;
	if (a->runner->shared->over || !fails(a, &asked, call))
		resp.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
	else if (call->nr != SYS_brk)
		resp.error = -a->fault->error;
	ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &resp);
}

/* ---- runs ---- */

static int
wait_for(struct asking *a, int listener)
{
	struct runner *r = a->runner;
	struct pollfd polled[] = {{r->socket, POLLIN, 0}, {listener, POLLIN, 0}};
	int status, n;

	while ((n = poll(polled, LEN(polled), 1000 * RUN_SECONDS)) > 0 && !polled[0].revents) {
		if (polled[1].revents & POLLIN)
			answer(a, listener);
		else if (polled[1].revents)
			polled[1].fd = -1;
	}
	if (n == 0)
		kill(r->shared->pid, SIGKILL);
	if (read(r->socket, &status, sizeof status) != sizeof status)
		die("the program that is loaded");
	if (n == 0)
		return RUN_HANGS;
	return WIFSIGNALED(status) ? RUN_KILLED + WTERMSIG(status) : WEXITSTATUS(status);
}

static struct text
read_back(int fd)
{
	off_t n = lseek(fd, 0, SEEK_END);
	struct text t = {malloc((size_t)n + 1), (size_t)n};

	if (!t.s || pread(fd, t.s, t.n, 0) != n)
		die("what was printed");
	t.s[n] = '\0';
	if (ftruncate(fd, 0) < 0 || lseek(fd, 0, SEEK_SET) < 0)
		die("ftruncate");
	return t;
}

static void
prepare(struct shared *s, const struct fault *f)
{
	s->asks = f->kind == FAULT_CALL;
	s->at = f->kind == FAULT_MEMORY ? f->at : 0;
	s->on = f->on;
	s->looks = f->kind == FAULT_MEMORY && f->at == 0;
	atomic_store(&s->n, 0);
	atomic_store(&s->failed, 0);
}

void
run(struct runner *r, const struct fault *f, struct result *out)
{
	struct asking a = {.runner = r, .fault = f, .result = out, .nr = -1};
	int listener = -1;

	*out = (struct result){0};
	r->ncalls = 0;
	prepare(r->shared, f);
	if (send(r->socket, "", 1, MSG_NOSIGNAL) != 1)
		die("the program that is loaded");
	if (f->kind == FAULT_CALL)
		listener = receive_fd(r->socket);
	out->status = wait_for(&a, listener);
	close(listener);
	out->out = read_back(r->out);
	out->err = read_back(r->err);
	if (f->kind == FAULT_MEMORY) {
		out->n = atomic_load(&r->shared->n);
		out->failed = atomic_load(&r->shared->failed) > 0;
	}
}

bool
run_can_fail_calls(struct runner *r)
{
	char *argv[] = {"true", NULL};
	struct result result;
	bool can;

	run_begin(r, &(struct command){argv, "/dev/null"});
	run(r, &(struct fault){.kind = FAULT_CALL}, &result);
	run_end(r);
	can = result.status == 0;
	result_free(&result);
	return can;
}

void
result_free(struct result *r)
{
	free(r->out.s);
	free(r->err.s);
	free(r->about.s);
	*r = (struct result){0};
}
