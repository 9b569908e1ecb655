/*
 * Runs a program in which one thing fails: the nth allocation, or the nth of the system calls that matter.
 */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "shared.h"

enum {
	RUN_KILLED = 1000,      /* and the signal */
	RUN_HANGS = 2000,
	RUN_SECONDS = 20,       /* what takes longer hangs */
	PATH_SIZE = 4096,
};

struct text {
	char *s;                /* a NUL follows it */
	size_t n;
};

struct command {
	char **argv;            /* ends with NULL */
	const char *input;      /* the file that is its standard input */
};

enum fault_kind { FAULT_NONE, FAULT_MEMORY, FAULT_CALL };

struct fault {
	enum fault_kind kind;
	unsigned long at;       /* the allocation or call that fails, from 1; 0: none does, and they are counted */
	bool on;                /* all allocations after it fail, too, or all calls of its name */
	int error;              /* of a call, an errno value */
};

/* What became of it; for result_free(). A path is from the current directory on, if it is there. */
struct result {
	int status;             /* of its exit, or one of the above */
	struct text out, err;
	unsigned long n;        /* allocations or calls that there were */
	bool failed;            /* one of them did */
	const char *call;       /* the name of calls that failed */
	/* What each of these was about, or all calls where none is to fail, a line each; s may be NULL. */
	struct text about;
};

/* A program that is loaded, and what it is run with. */
struct runner {
	const char *library;    /* inside.c */
	struct shared *shared;
	int shared_fd, out, err;
	int socket;             /* to the program; -1: none is loaded */
	pid_t pid;
	const char **calls;     /* of the last run with FAULT_CALL: the name of each */
	size_t ncalls, calls_cap;
};

/* Ends the driver where something is not to be had, as does all below. */
void runner_init(struct runner *r, const char *library);

/* Loads a program; then it can be run. */
void run_begin(struct runner *r, const struct command *c);
void run_end(struct runner *r);

void run(struct runner *r, const struct fault *f, struct result *out);

/* Whether calls can be made to fail here. */
bool run_can_fail_calls(struct runner *r);

/* Whether a call of this name is one that gets memory, or a thread. */
bool run_is_of_memory(const char *call);

void result_free(struct result *r);

_Noreturn void die(const char *what);

#endif
