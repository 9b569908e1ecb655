/*
 * faults [-ac] [-i FILE] [-p FILE] [-s FILE] LIBRARY COMMAND [';' COMMAND]...: runs commands of one tool again and again, each time
 * another allocation failing, with -c another system call, and prints what is then wrong. LIBRARY is made of inside.c; a
 * COMMAND is a program and its arguments, and works on the files under `notes`. With no command, the status tells whether
 * calls can be made to fail here.
 *
 * An allocation fails alone, and with all after it; if not with -a, those that the same calls lead to are one. A call
 * fails with one error after the other in turn, and of those of a name in a directory the first two do; with -a each
 * does, with each of them, alone and with all of its name after it.
 *
 * -i: standard input of the commands; -s: the file that gets a line of how many there were; -p: the file of places
 * that were tried, which are not tried again, and which gets those that are.
 */
#define _GNU_SOURCE

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "judge.h"

#define LEN(array) (sizeof (array) / sizeof *(array))
#define NOTES "notes"

enum { SHOWN = 10 };            /* findings that are printed */

static const int call_errors[] = {EIO, EINTR, ENOSPC, EMFILE};
static const int memory_errors[] = {ENOMEM, EAGAIN};

struct places {
	uint64_t *v;
	size_t n, cap;
};

/* All that is tried. */
struct test {
	struct runner runner;
	bool calls, all;
	const char *input, *places, *summary;
	struct places seen;
	unsigned turn;
	unsigned long commands, points, verdicts[WRONG + 1];
};

/* What a command prints without some of the notes. */
struct without {
	bool *hidden;           /* for each of the tree */
	struct text out;        /* s is NULL: not known yet */
};

/* A command of it, and what it does when nothing fails. */
struct subject {
	struct command command;
	const char *tool;
	struct result base;
	struct tree old, new;
	struct without without, partly;
};

static void
print_command(char **argv)
{
	for (; *argv; argv++)
		printf(" %s", *argv);
	putchar('\n');
}

static void
print_text(const char *what, struct text t)
{
	size_t i, lines = 0;

	for (i = 0; i < t.n && lines < 4; i++) {
		if (i == 0 || t.s[i - 1] == '\n')
			printf("    %s: ", what);
		putchar(t.s[i]);
		lines += t.s[i] == '\n';
	}
	if (i && t.s[i - 1] != '\n')
		putchar('\n');
}

static void
complain(struct test *t, const struct subject *s, const struct fault *f, const struct result *got, const char *why)
{
	if (t->verdicts[WRONG] > SHOWN)
		return;
	printf("%s %lu%s", !t->calls ? "allocation" : got->call ? got->call : "call", f->at, f->on ? " and after" : "");
	if (got->about.s)
		printf(" (%.*s), %s", (int)strcspn(got->about.s, "\n"), got->about.s, strerrorname_np(f->error));
	printf(": %s:", why);
	print_command(s->command.argv);
	print_text("stdout", got->out);
	print_text("stderr", got->err);
}

/* ---- one fault ---- */

static bool
is_under(const char *path, const char *directory)
{
	size_t n = strlen(directory);

	return n && strncmp(path, directory, n) == 0 && path[n] == '/';
}

/* The lines of a that are not in b, for free(3). */
static struct text
what_more(struct text a, struct text b)
{
	struct text more = {calloc(a.n + 1, 1), 0};
	size_t at, n;

	if (!more.s)
		die("calloc");
	for (at = 0; at < a.n; at += n) {
		n = strcspn(a.s + at, "\n") + 1;
		if (memmem(b.s, b.n, a.s + at, n))
			continue;
		memcpy(more.s + more.n, a.s + at, n);
		more.n += n;
	}
	return more;
}

/* Sets what is to be hidden: what more is said of, but for those in one directory, and not below that. */
static bool
hide(const struct subject *s, const struct result *got, const char *but, struct without *w)
{
	bool *hidden = calloc(s->old.n, sizeof *hidden), any = false, same;
	struct text more = what_more(got->err, s->base.err);
	size_t i;

	if (!hidden)
		die("calloc");
	for (i = 0; i < s->old.n; i++) {
		const char *path = s->old.v[i].path;

		hidden[i] = !strstr(path, "/.") && judge_is_refused(s->tool, more, path)
		    && !(is_under(path, but) && !strchr(path + strlen(but) + 1, '/'));
		any |= hidden[i];
	}
	free(more.s);
	same = w->hidden && memcmp(hidden, w->hidden, s->old.n) == 0;
	free(w->hidden);
	w->hidden = hidden;
	if (!same) {
		free(w->out.s);
		w->out.s = NULL;
	}
	return any;
}

/* Puts what is hidden out of the way, or back. */
static void
move_hidden(const struct subject *s, const struct without *w, bool back)
{
	char away[32];
	size_t i;

	for (i = 0; i < s->old.n; i++) {
		const char *path = s->old.v[i].path;

		snprintf(away, sizeof away, "away.%zu", i);
		if (w->hidden[i] && rename(back ? away : path, back ? path : away) < 0)
			die(path);
	}
}

static void
find_without(struct test *t, struct subject *s, struct without *w)
{
	struct fault none = {.kind = FAULT_NONE};
	struct result got;
	struct tree now;

	if (w->out.s)
		return;
	move_hidden(s, w, false);
	run(&t->runner, &none, &got);
	move_hidden(s, w, true);
	tree_take(&now, NOTES);
	tree_restore(&now, &s->old);
	tree_free(&now);
	w->out = got.out;
	free(got.err.s);
}

/* Returns how many allocations or calls there were. */
static unsigned long
try(struct test *t, struct subject *s, const struct fault *f)
{
	char why[PATH_SIZE];
	struct result got;
	struct tree now;
	struct trial trial = {
		.tool = s->tool, .argv = s->command.argv + 1, .fault = f, .base = &s->base, .got = &got,
		.old = &s->old, .new = &s->new, .now = &now,
	};
	enum verdict verdict;
	unsigned long n;
	char first[PATH_SIZE];

	run(&t->runner, f, &got);
	tree_take(&now, NOTES);
	tree_restore(&now, &s->old);
	if (hide(s, &got, "", &s->without)) {
		snprintf(first, sizeof first, "%.*s", (int)strcspn(got.about.s ? got.about.s : "", "\n"),
		    got.about.s ? got.about.s : "");
		hide(s, &got, first, &s->partly);
		find_without(t, s, &s->without);
		find_without(t, s, &s->partly);
		trial.without = &s->without.out;
		trial.partly = &s->partly.out;
	}
	verdict = judge(&trial, why);
	t->verdicts[verdict]++;
	if (verdict == WRONG)
		complain(t, s, f, &got, why);
	n = got.n;
	tree_free(&now);
	result_free(&got);
	return n;
}

/* ---- all of them ---- */

/* Whether a place is new, which it then is no more. */
static bool
is_new(struct places *p, uint64_t place)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (p->v[i] == place)
			return false;
	if (p->n == p->cap) {
		p->cap = p->cap ? 2 * p->cap : 256;
		p->v = realloc(p->v, p->cap * sizeof *p->v);
		if (!p->v)
			die("realloc");
	}
	p->v[p->n++] = place;
	return true;
}

/* Where it asks for no more after the one that fails, there are none after it to fail. */
static void
fail_allocation(struct test *t, struct subject *s, unsigned long at)
{
	t->points++;
	if (try(t, s, &(struct fault){.kind = FAULT_MEMORY, .at = at}) > at)
		try(t, s, &(struct fault){.kind = FAULT_MEMORY, .at = at, .on = true});
}

static void
fail_allocations(struct test *t, struct subject *s, unsigned long n)
{
	bool *tried = calloc(n, sizeof *tried);
	unsigned long i;

	if (!tried || n > SHARED_PLACES)
		die("allocations");
	for (i = 0; i < n; i++)
		tried[i] = is_new(&t->seen, t->runner.shared->places[i]) || t->all;
	for (i = 0; i < n; i++)
		if (tried[i])
			fail_allocation(t, s, i + 1);
	free(tried);
}

static void
fail_call(struct test *t, struct subject *s, unsigned long at, const int *errors, size_t n)
{
	size_t i;

	t->points++;
	for (i = 0; i < n; i++) {
		struct fault f = {.kind = FAULT_CALL, .at = at, .error = errors[i]};

		if (!t->all && t->turn % n != i)
			continue;
		try(t, s, &f);
		f.on = true;
		/* Who goes on after each interruption goes on for ever. */
		if (f.error != EINTR && (t->all || t->turn / n % 2))
			try(t, s, &f);
	}
	t->turn++;
}

/* A number for a call and the directory that it is about something in. */
static uint64_t
kind_of_call(const char *name, const char *about, size_t n)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);

	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * UINT64_C(0x100000001B3);
	while (n && about[n - 1] != '/')
		n--;
	for (; n; n--)
		hash = (hash ^ (unsigned char)about[n - 1]) * UINT64_C(0x100000001B3);
	return hash;
}

/* Whether there was a call like it, and another, before. */
static bool
is_of_many(struct places *once, struct places *twice, uint64_t kind)
{
	return !is_new(once, kind) && !is_new(twice, kind);
}

static void
fail_calls(struct test *t, struct subject *s, unsigned long n)
{
	struct runner *r = &t->runner;
	const char **calls = malloc(n * sizeof *calls), *about = s->base.about.s;
	struct places once = {0}, twice = {0};
	unsigned long i;

	if (!calls || n != r->ncalls)
		die("calls");
	memcpy(calls, r->calls, n * sizeof *calls);
	for (i = 0; i < n; i++, about = strchr(about, '\n') + 1) {
		if (is_of_many(&once, &twice, kind_of_call(calls[i], about, strcspn(about, "\n"))) && !t->all)
			continue;
		if (run_is_of_memory(calls[i]))
			fail_call(t, s, i + 1, memory_errors, LEN(memory_errors));
		else
			fail_call(t, s, i + 1, call_errors, LEN(call_errors));
	}
	free(calls);
	free(once.v);
	free(twice.v);
}

static void
test_command(struct test *t, char **argv)
{
	struct fault none = {.kind = t->calls ? FAULT_CALL : FAULT_MEMORY};
	struct subject s = {.command = {argv, t->input}, .tool = basename(argv[0])};

	t->commands++;
	tree_take(&s.old, NOTES);
	run_begin(&t->runner, &s.command);
	run(&t->runner, &none, &s.base);
	tree_take(&s.new, NOTES);
	tree_restore(&s.new, &s.old);
	if (s.base.status > 2 || !s.base.n) {
		printf("status %d, %lu to fail:", s.base.status, s.base.n);
		print_command(argv);
		print_text("stderr", s.base.err);
	} else {
		(t->calls ? fail_calls : fail_allocations)(t, &s, s.base.n);
	}
	run_end(&t->runner);
	result_free(&s.base);
	tree_free(&s.old);
	tree_free(&s.new);
	free(s.without.hidden);
	free(s.without.out.s);
	free(s.partly.hidden);
	free(s.partly.out.s);
}

static void
read_places(const char *path, struct places *p)
{
	FILE *file = fopen(path, "r");
	uint64_t place;

	while (file && fread(&place, sizeof place, 1, file) == 1)
		is_new(p, place);
	if (file)
		fclose(file);
}

static void
write_places(const char *path, const struct places *p)
{
	FILE *file = fopen(path, "w");

	if (!file || fwrite(p->v, sizeof *p->v, p->n, file) != p->n || fclose(file) == EOF)
		die(path);
}

/* The driver and the program take turns: each wakes the other sooner on the same processor. */
static void
stay_here(void)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET((size_t)sched_getcpu(), &set);
	sched_setaffinity(0, sizeof set, &set);
}

static void
sum_up(const struct test *t)
{
	FILE *file = fopen(t->summary, "a");

	if (!file)
		die(t->summary);
	fprintf(file, "%lu commands, %lu %s, %lu failures: %lu said, %lu without harm, %lu wrong\n", t->commands,
	    t->points, t->calls ? "calls" : "allocations", t->verdicts[SAID] + t->verdicts[RECOVERED] + t->verdicts[WRONG],
	    t->verdicts[SAID], t->verdicts[RECOVERED], t->verdicts[WRONG]);
	fclose(file);
}

int
main(int argc, char **argv)
{
	struct test t = {.input = "/dev/null", .places = "/dev/null", .summary = "/dev/null"};
	char **start;
	int o;

	while ((o = getopt(argc, argv, "+aci:p:s:")) != -1) {
		switch (o) {
		case 'a': t.all = true; break;
		case 'c': t.calls = true; break;
		case 'i': t.input = optarg; break;
		case 'p': t.places = optarg; break;
		case 's': t.summary = optarg; break;
		default: return 3;
		}
	}
	argv += optind;
	runner_init(&t.runner, *argv++);
	if (!*argv)
		return !run_can_fail_calls(&t.runner);
	stay_here();
	read_places(t.places, &t.seen);
	for (start = argv; *argv; argv++) {
		if (strcmp(*argv, ";") != 0)
			continue;
		*argv = NULL;
		test_command(&t, start);
		start = argv + 1;
	}
	test_command(&t, start);
	write_places(t.places, &t.seen);
	sum_up(&t);
	return 0;
}
