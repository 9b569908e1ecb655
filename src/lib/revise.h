/*
 * What the filters that change notes do alike: which notes are meant, and one after the other is opened, changed, and
 * put back, or shown as a diff.
 */
#ifndef REVISE_H
#define REVISE_H

#include "edit.h"
#include "lookup.h"
#include "tool.h"

struct revise {
	struct tool t;
	struct editor *editor;
	struct lookup lookup;
	struct strs notes;      /* paths, in t.mem; none twice */
	size_t notes_cap;
	struct strs listed;     /* paths that standard input named, and that are yet to be added, in t.mem */
	size_t listed_cap;
	struct strs writable;   /* directories as tool_confine() wants them, in t.mem */
	size_t writable_cap;
	bool confined;
};

/* A change that standard input asks for. */
struct request {
	struct str path;
	unsigned line;
	struct change change;
};

/* Once the options are read, reads the rules: those of the directory that an operand is in, if it is a path. */
void revise_start(struct revise *r, const char *operand);

/*
 * Says what revise_add() will be given: all of it before the first, from which on nothing can be written but in the
 * directories of these operands, or where they are looked up. With `-`, reads standard input.
 */
void revise_expect(struct revise *r, const char *operand);

/*
 * Adds the note that an operand means, or with `-` the paths that standard input named. Returns false where it means
 * no note, or several, which is printed.
 */
bool revise_add(struct revise *r, const char *operand);

/* Text of a command line, which must be one line of UTF-8; else a usage error. */
struct str revise_text(struct revise *r, const char *option, const char *text);

/* The day that something happened on: not after today; NULL is today. */
day revise_happened(struct revise *r, const char *option, const char *value);

/* The place in rules.kinds of a kind; -1, and an error in d about line and col of an input, where there is none. */
int revise_kind(struct revise *r, struct str name, unsigned line, unsigned col, struct diag *d);

/* Makes all of the changes to each of the notes, or none where one is refused, which is printed. */
void revise_notes(struct revise *r, const struct change *changes, size_t n);

/* Makes the changes to their notes, each of which is written once, save those that are refused, which is printed. */
void revise_requests(struct revise *r, struct request *requests, size_t n);

/* Prints what a change is, as diff_unified() has it. */
void revise_show(struct revise *r, struct str path, struct str old, struct str new);

/* Frees all, and returns the exit status. */
int revise_finish(struct revise *r);

#endif
