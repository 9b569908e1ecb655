/*
 * What every filter does alike: the options of fu(7), its operands, its output and exit status.
 */
#ifndef TOOL_H
#define TOOL_H

#include <getopt.h>

#include "load.h"
#include "rec.h"

#define FU_VERSION "0.1"

enum { TOOL_OWN = 256 };        /* codes of a tool's own long options begin here */

enum tool_kind { TOOL_READS, TOOL_EDITS, TOOL_MAKES };

struct tool {
	const char *name, *help;
	int argc;
	char **argv;
	const char *own_short;
	const struct option *own_long;
	enum tool_kind kind;
	const char *short_options;      /* in t->mem */
	struct option *long_options;
	const char *today_text; /* --today */
	day today;              /* once all options are read */
	const char *operand;    /* where the rules are looked for; NULL: the first operand */
	const char *rules_file; /* --rules */
	struct str rules_path;  /* the file that was read; s is NULL: none was */
	struct diag rules_messages;     /* what is wrong with it, which without reading.checks ends the process */
	struct strs operands;   /* what is read in the place of the command line's; v is NULL: nothing is, in t->mem */
	struct strs among;      /* directories whose notes are read for the sake of others; in t->mem */
	unsigned threads;
	bool nul;               /* -0 */
	bool dry_run;           /* -n */
	bool format_given;
	struct rec rec;         /* tool_output() sets what the options do not */
	struct rules rules;
	struct mem mem;
	struct query *where;    /* all values of -w together */
	struct reading reading; /* what the tool wants; tool_load() adds the rest */
	struct names names;
	struct load load;
};

/*
 * Begins a filter that reads notes. own_short and own_long, which ends with zeroes, are its options beside the common
 * ones.
 */
void tool_start(struct tool *t, int argc, char **argv, const char *name, const char *help, const char *own_short,
    const struct option *own_long);

/* Begins one that changes notes: of the common options it has -h, -V, -t, --rules, -0 and, alone, -n. */
void tool_start_editor(struct tool *t, int argc, char **argv, const char *name, const char *help, const char *own_short,
    const struct option *own_long);

/* Begins one that makes notes, and reads no paths: as the last, without -0. */
void tool_start_maker(struct tool *t, int argc, char **argv, const char *name, const char *help, const char *own_short,
    const struct option *own_long);

/*
 * The code of the next of its own options, its value in optarg; -1: there are no more. Common options are seen to;
 * --help, --version and a bad option end the process.
 */
int tool_option(struct tool *t);

/*
 * The value of an option; what is none is a usage error. A date is read once all options are, and the rules for their
 * holidays; toward is as in date_word().
 */
day tool_date(const struct tool *t, const char *option, const char *value, int toward);
struct span tool_span(const char *option, const char *value);

/* $FU_NOTES, else what is given, or the current directory. */
const char *tool_notes(const char *otherwise);
const char *tool_default_operand(void);

/* s in quotes as diag_quote() has it, in t->mem. */
const char *tool_quote(struct tool *t, struct str s);

/* Whether s, in any case, is an action of the rules, which must have been read. */
bool tool_suggests(const struct tool *t, struct str s);

/*
 * Gives up what sandbox_enter() does, before the first note is read. The directories are those of the notes that may
 * change; a NUL follows each.
 */
void tool_confine(struct strs directories);

/* Readies t->rec for standard output; tool_load() does too. */
void tool_output(struct tool *t);

/*
 * Reads the rules into t->rules. What is wrong with them is printed, and an error ends the process with status 2; with
 * reading.checks, which must be set before, it is in rules_messages. A filter that reads notes is confined first.
 */
void tool_rules(struct tool *t);

/*
 * Reads the notes into t->load, under t->rules. What there is to say of them is printed, save with reading.checks.
 */
void tool_load(struct tool *t);

/* Writes what is left of t->rec to the last byte, frees all, and returns the exit status. */
int tool_finish(struct tool *t);

#endif
