/*
 * Messages, `prog: path:line:col: text`, and the exit status, which is the worst message printed.
 */
#ifndef DIAG_H
#define DIAG_H

#include "buf.h"
#include "check.h"

struct diag_msg {
	struct diag_msg *next;
	enum check check;
	unsigned line, col;     /* from 1, in characters; 0: about no line, no column */
	struct str text;
};

/* The messages about one input, in the order they were added; everything lies in mem. */
struct diag {
	struct mem *mem;
	struct diag_msg *first, *last;
};

/* Adds a message. Bytes of the input go through diag_quote() first. */
void diag_add(struct diag *d, enum check check, unsigned line, unsigned col, const char *fmt, ...)
    BUF_PRINTF(5, 6);

/* s with control characters escaped as in records, shortened past 60 columns, in d's arena; and that in quotes. */
const char *diag_plain(struct diag *d, struct str s);
const char *diag_quote(struct diag *d, struct str s);

/* A path, escaped alike but whole. */
const char *diag_path(struct diag *d, struct str path);

/* Names the program for the messages below. */
void diag_program(const char *name);

/* Prints what was collected about path, by place; a warning says so. For the main thread. */
void diag_print(const struct diag_msg *first, struct str path);

/* The same, all of it as warnings, which leave the status alone. */
void diag_print_warnings(const struct diag_msg *first, struct str path);

/* Prints an error about path as a whole. */
void diag_file(struct str path, const char *what);

/* Prints an error that is about no line of an input. */
void diag_error(const char *fmt, ...) BUF_PRINTF(1, 2);

/* Prints a line that is good to know, and no error. */
void diag_remark(const char *fmt, ...) BUF_PRINTF(1, 2);

/* As diag_error(), and ends the process with status 2. */
_Noreturn void diag_die(const char *fmt, ...) BUF_PRINTF(1, 2);

/* 0, or 2 once an error was printed or noted. */
int diag_status(void);

/* Makes the status 2 without a word. */
void diag_failed(void);

#endif
