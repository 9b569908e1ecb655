#define _GNU_SOURCE             /* memmem() */

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "judge.h"

/* What the driver calls these, a line of result.about. */
#define OUTPUT "standard output\n"
#define ERROR "standard error\n"

static bool
has(struct text t, const char *s)
{
	return memmem(t.s, t.n, s, strlen(s));
}

static bool
same(struct text a, struct text b)
{
	return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

/* Whether a is the first lines of b. */
static bool
begins(struct text a, struct text b)
{
	return a.n <= b.n && memcmp(a.s, b.s, a.n) == 0 && (a.n == 0 || a.s[a.n - 1] == '\n');
}

__attribute__((format(printf, 2, 3))) static enum verdict
wrong(char why[static PATH_SIZE], const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, PATH_SIZE, fmt, ap);
	va_end(ap);
	return WRONG;
}

/* ---- what failed ---- */

static bool
is_of_memory(const struct trial *t)
{
	return t->fault->kind == FAULT_MEMORY || run_is_of_memory(t->got->call);
}

/* Whether something that failed is called so. */
static bool
failed(const struct trial *t, const char *what)
{
	return t->got->about.s && has(t->got->about, what);
}

/* Makes the path of a file that stands in for a note for a while that of its directory. */
static void
take_stand_in(char path[static PATH_SIZE])
{
	char *slash = strrchr(path, '/');

	if (slash && strncmp(slash, "/.fu-", 5) == 0)
		*slash = '\0';
}

/* Whether the messages name something that failed, or what is not to be had then, or it is nothing that a user knows. */
static bool
is_named(const struct trial *t)
{
	const char *line = t->got->about.s, *end;
	char path[PATH_SIZE];

	if (has(t->got->err, "cannot keep itself from writing elsewhere: "))
		return true;
	for (; line && *line; line = end + 1) {
		end = strchr(line, '\n');
		snprintf(path, sizeof path, "%.*s", (int)(end - line), line);
		take_stand_in(path);
		if (!*path || *path == '/' || has(t->got->err, path))
			return true;
	}
	return !t->got->about.s;
}

/* ---- messages ---- */

/* Whether each line begins as one of the tool's, and the last one ends. */
static bool
is_said_by(const char *tool, struct text err)
{
	const char *line = err.s;

	while (*line) {
		if (strncmp(line, tool, strlen(tool)) != 0 || strncmp(line + strlen(tool), ": ", 2) != 0)
			return false;
		line = strchr(line, '\n');
		if (!line++)
			return false;
	}
	return true;
}

/* Whether it is out of memory, which ends it, after what it says else. */
static bool
is_out_of_memory(const struct trial *t)
{
	struct text err = t->got->err;
	char last[256];
	size_t n = (size_t)snprintf(last, sizeof last, "%s: out of memory\n", t->tool);

	if (err.n < n || memcmp(err.s + err.n - n, last, n) != 0)
		return false;
	err.n -= n;
	return begins(err, t->base->err);
}

static bool
is_warning(struct text line)
{
	return has(line, ": warning: ");
}

/* Whether all that is said more than when nothing fails are warnings, of what failed. */
static bool
only_warns(const struct trial *t)
{
	struct text err = t->got->err, line;

	for (; err.n; err = (struct text){err.s + line.n, err.n - line.n}) {
		line = (struct text){err.s, strcspn(err.s, "\n") + 1};
		if (line.n > err.n || (!is_warning(line) && !memmem(t->base->err.s, t->base->err.n, line.s, line.n)))
			return false;
	}
	return is_named(t);
}

/* Whether a line, from after the program on, is about a file, or a directory above it. */
static bool
is_about(const char *line, const char *path)
{
	size_t n = 0;

	while (path[n] && line[n] == path[n])
		n++;
	return line[n] == ':' && (path[n] == '\0' || path[n] == '/');
}

bool
judge_is_refused(const char *tool, struct text err, const char *path)
{
	size_t at = 0, before = strlen(tool) + 2;

	while (at < err.n) {
		size_t n = strcspn(err.s + at, "\n");
		struct text line = {err.s + at, n};

		if (n > before && is_about(line.s + before, path) && !is_warning(line) && !has(line, ": written, but "))
			return true;
		at += n + 1;
	}
	return false;
}

/* ---- notes ---- */

/* Whether a message says of this very file that it was not written. */
static bool
is_said_not_to_be(const struct trial *t, const char *path)
{
	char start[PATH_SIZE];

	snprintf(start, sizeof start, "%s: %s:", t->tool, path);
	return has(t->got->err, start) && judge_is_refused(t->tool, t->got->err, path);
}

static bool
is_unchanged(const struct trial *t)
{
	size_t i;

	for (i = 0; i < t->old->n; i++)
		if (!tree_same(&t->old->v[i], tree_find(t->now, t->old->v[i].path)))
			return false;
	return t->old->n == t->now->n;
}

/* Once some are new, a note that failed is no reason for another to be the old one. */
static bool
may_be_old(const struct trial *t, const char *path)
{
	size_t i;

	if (t->fault->on || is_out_of_memory(t) || has(t->got->err, path) || is_unchanged(t))
		return true;
	for (i = 0; i < t->old->n; i++)
		if (failed(t, t->old->v[i].path))
			return false;
	return true;
}

static enum verdict
judge_note(const struct trial *t, const char *path, char why[static PATH_SIZE])
{
	const struct tree_file *old = tree_find(t->old, path), *new = tree_find(t->new, path);
	const struct tree_file *now = tree_find(t->now, path);
	bool is_old = tree_same(now, old), is_new = tree_same(now, new);

	if (is_old && is_new)
		return SAID;
	if (is_old)
		return may_be_old(t, path) ? SAID : wrong(why, "%s is the old one, and nothing says so", path);
	if (is_new)
		return !is_said_not_to_be(t, path) ? SAID
		    : wrong(why, "%s is the new one, and a message says that it is not", path);
	if (!old && !new)
		return has(t->got->err, strrchr(path, '/') + 1) ? SAID : wrong(why, "%s is left over", path);
	return wrong(why, "%s is neither the old nor the new one", path);
}

static enum verdict
judge_notes(const struct trial *t, char why[static PATH_SIZE])
{
	const struct tree *trees[] = {t->old, t->new, t->now};
	size_t i, j;

	for (i = 0; i < 3; i++)
		for (j = 0; j < trees[i]->n; j++)
			if (judge_note(t, trees[i]->v[j].path, why) == WRONG)
				return WRONG;
	return SAID;
}

/* ---- all of it ---- */

static bool
is_like_base(const struct trial *t)
{
	size_t i;

	if (t->got->status != t->base->status || !same(t->got->out, t->base->out) || t->new->n != t->now->n)
		return false;
	for (i = 0; i < t->new->n; i++)
		if (!tree_same(&t->new->v[i], tree_find(t->now, t->new->v[i].path)))
			return false;
	return true;
}

/* An editor prints of what it does alone. */
static bool
is_editor(const struct trial *t)
{
	static const char *const editors[] = {"fu-log", "fu-promise", "fu-set", "fu-new"};
	size_t i;

	for (i = 0; i < sizeof editors / sizeof *editors; i++)
		if (strcmp(t->tool, editors[i]) == 0)
			return true;
	return false;
}

/* Whether output could not be written. */
static bool
is_cut_short(const struct trial *t)
{
	return failed(t, OUTPUT) && (strcmp(t->got->call, "write") == 0 || strcmp(t->got->call, "close") == 0);
}

/* Whether it is an operand that failed, without which it may not be known which rules there are. */
static bool
is_operand(const struct trial *t)
{
	char **arg;

	for (arg = t->argv; *arg; arg++)
		if (failed(t, *arg))
			return true;
	return false;
}

/* Where it is no note that failed, nothing is printed but what was before. A note that did hides no other. */
static bool
is_output_right(const struct trial *t)
{
	struct text out = t->got->out;

	if (is_out_of_memory(t) || !t->without || is_cut_short(t))
		return begins(out, t->base->out);
	if (is_editor(t) ? begins(out, t->base->out) : !out.n && is_operand(t))
		return true;
	return same(out, t->base->out) || same(out, *t->without) || same(out, *t->partly);
}

enum verdict
judge(const struct trial *t, char why[static PATH_SIZE])
{
	const struct result *got = t->got;
	bool unheard = failed(t, ERROR);

	if (got->status >= RUN_HANGS)
		return wrong(why, "it hangs");
	if (got->status >= RUN_KILLED)
		return wrong(why, "it is killed by signal %d", got->status - RUN_KILLED);
	if (is_like_base(t) && (same(got->err, t->base->err) || only_warns(t)))
		return RECOVERED;
	if (!got->failed)
		return wrong(why, "nothing failed, and it does not do what it did");
	if (got->status != 2)
		return wrong(why, "status %d", got->status);
	if (!unheard && (!got->err.n || same(got->err, t->base->err)))
		return wrong(why, "no message");
	if (!is_said_by(t->tool, got->err))
		return wrong(why, "a message is not as it should be");
	if (is_of_memory(t) && !is_out_of_memory(t) && !has(got->err, strerror(ENOMEM)) && !has(got->err, strerror(EAGAIN)))
		return wrong(why, "no message says that there is no memory");
	if (!is_of_memory(t) && !unheard && !is_named(t))
		return wrong(why, "no message names what failed");
	if (!is_output_right(t))
		return wrong(why, "the output is not right");
	return judge_notes(t, why);
}
