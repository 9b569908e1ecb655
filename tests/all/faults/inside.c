/*
 * A library to load before a program's own: it has the program run as often as the driver wants, makes an allocation
 * fail, or all from one on, and has the driver decide about system calls, for which seccomp(2) is there, on Linux alone.
 */
#define _GNU_SOURCE             /* dl_iterate_phdr(), RTLD_NEXT */

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <link.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared.h"

enum { DEEP = 64, MODULES = 32 };

/* The C library's own, which it has for those who put others in their place. */
extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *p, size_t n);

/* Where the program and its libraries lie, which is elsewhere each time. */
struct module {
	uintptr_t start, end;
};

static struct shared *shared;   /* NULL until the program is loaded */
static struct module modules[MODULES];
static size_t nmodules;

/* ---- places ---- */

static int
add_module(struct dl_phdr_info *info, size_t size, void *arg)
{
	struct module m = {.start = info->dlpi_addr};
	int i;

	(void)size, (void)arg;
	for (i = 0; i < info->dlpi_phnum; i++)
		if (info->dlpi_phdr[i].p_type == PT_LOAD)
			m.end = m.start + info->dlpi_phdr[i].p_vaddr + info->dlpi_phdr[i].p_memsz;
	if (nmodules < MODULES)
		modules[nmodules++] = m;
	return 0;
}

/* An address as it is in every run. */
static uint64_t
fixed(const void *address)
{
	uintptr_t at = (uintptr_t)address;
	size_t i;

	for (i = 0; i < nmodules; i++)
		if (at >= modules[i].start && at < modules[i].end)
			return (uint64_t)i << 48 | (at - modules[i].start);
	return 0;
}

static uint64_t
place(void)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);
	void *calls[DEEP];
	int i, n = backtrace(calls, DEEP);

	for (i = 0; i < n; i++)
		hash = (hash ^ fixed(calls[i])) * UINT64_C(0x100000001B3);
	return hash;
}

/* ---- calls ---- */

/* Returns a descriptor to answer them with, or -1. */
static int
ask_about_calls(void)
{
	struct sock_filter code[2 * SHARED_CALLS + 2];
	struct sock_fprog program = {.filter = code};
	size_t i, n = 0;

	code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	for (i = 0; i < shared->ncalls; i++) {
		code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)shared->calls[i], 0, 1);
		code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
	}
	code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	program.len = (unsigned short)n;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return -1;
	return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
}

static void
send_fd(int socket, int fd)
{
	union {
		struct cmsghdr head;
		char room[CMSG_SPACE(sizeof fd)];
	} control = {.head = {CMSG_LEN(sizeof fd), SOL_SOCKET, SCM_RIGHTS}};
	struct iovec data = {"", 1};
	struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1};

	memcpy(CMSG_DATA(&control.head), &fd, sizeof fd);
	if (fd >= 0) {
		message.msg_control = &control;
		message.msg_controllen = sizeof control;
	}
	if (sendmsg(socket, &message, 0) < 0 || fd < 0)
		_exit(126);
}

/* ---- runs ---- */

static void
begin_run(int socket)
{
	int fd;

	shared->over = false;
	lseek(STDIN_FILENO, 0, SEEK_SET);
	if (shared->asks) {
		fd = ask_about_calls();
		send_fd(socket, fd);
		syscall(SYS_close_range, fd, fd, 0);    /* no close(), which the driver would count */
	}
	syscall(SYS_close_range, socket, socket, 0);
}

/* Returns in a child for each run, and ends with the last. */
static void
serve(int socket)
{
	int status;
	char byte;
	pid_t pid;

	while (read(socket, &byte, 1) == 1) {
		pid = fork();
		if (pid == 0) {
			begin_run(socket);
			return;
		}
		shared->pid = pid;
		if (pid < 0 || waitpid(pid, &status, 0) < 0 || write(socket, &status, sizeof status) != sizeof status)
			break;
	}
	_exit(0);
}

__attribute__((constructor)) static void
begin(void)
{
	const char *fds = getenv("FU_FAULTS_FDS");
	struct shared *p;
	void *call;
	char *end;
	int fd;

	if (!fds)
		return;
	backtrace(&call, 1);    /* which allocates, the first time */
	dl_iterate_phdr(add_module, NULL);
	fd = (int)strtol(fds, &end, 10);
	p = mmap(NULL, sizeof *p, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	if (p == MAP_FAILED)
		_exit(126);
	shared = p;
	serve(atoi(end));
}

/* ---- the end of a program ---- */

static int (*program)(int argc, char **argv, char **environment);

static void
end_run(void)
{
	if (shared)
		shared->over = true;
}

static int
run_program(int argc, char **argv, char **environment)
{
	int status = program(argc, argv, environment);

	end_run();
	return status;
}

/* Stores what a name of the C library means. */
static void
find(const char *name, void *function)
{
	void *p = dlsym(RTLD_NEXT, name);

	memcpy(function, &p, sizeof p);
}

int
__libc_start_main(int (*main)(int, char **, char **), int argc, char **argv, void (*init)(void), void (*fini)(void),
    void (*rtld_fini)(void), void *stack_end)
{
	int (*real)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

	find("__libc_start_main", &real);
	program = main;
	return real(run_program, argc, argv, init, fini, rtld_fini, stack_end);
}

void
exit(int status)
{
	void (*real)(int);

	end_run();
	find("exit", &real);
	real(status);
	_exit(status);
}

/* ---- allocations ---- */

static bool
fails(void)
{
	unsigned long n;

	if (!shared || shared->asks || shared->over)
		return false;
	n = atomic_fetch_add(&shared->n, 1) + 1;
	if (shared->looks && n <= SHARED_PLACES)
		shared->places[n - 1] = place();
	if (!shared->at || n < shared->at || (n > shared->at && !shared->on))
		return false;
	atomic_fetch_add(&shared->failed, 1);
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t n)
{
	return fails() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *p, size_t n)
{
	return fails() ? NULL : __libc_realloc(p, n);
}
