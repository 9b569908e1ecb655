#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "diag.h"
#include "text.h"

enum { SHOWN = 60 };

static const char *program = "fu";
static int status;

void
diag_add(struct diag *d, enum check check, unsigned line, unsigned col, const char *fmt, ...)
{
	struct diag_msg *m = mem_alloc(d->mem, sizeof *m);
	struct buf b = {0};
	va_list ap;

	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	m->text = buf_take(&b, d->mem);
	m->check = check;
	m->line = line;
	m->col = col;
	if (d->last)
		d->last->next = m;
	else
		d->first = m;
	d->last = m;
}

static const char *
show(struct diag *d, struct str s, const char *quote)
{
	struct buf b = {0};
	struct str copy, head = {s.s, text_fit(s, SHOWN)};

	buf_fmt(&b, "%s", quote);
	text_escape(&b, head);
	buf_fmt(&b, "%s%s", head.n < s.n ? "..." : "", quote);
	copy = buf_take(&b, d->mem);
	return copy.s;
}

const char *
diag_plain(struct diag *d, struct str s)
{
	return show(d, s, "");
}

const char *
diag_quote(struct diag *d, struct str s)
{
	return show(d, s, "'");
}

const char *
diag_path(struct diag *d, struct str path)
{
	struct buf b = {0};

	text_escape(&b, path);
	return buf_take(&b, d->mem).s;
}

void
diag_program(const char *name)
{
	program = name;
	mem_program(name);
}

/* A line that standard error does not take is lost, but the status still tells. */
static void
print(struct buf *b)
{
	buf_chr(b, '\n');
	if (buf_write(b, STDERR_FILENO) < 0)
		status = 2;
	buf_free(b);
}

static void
print_one(const struct diag_msg *m, struct str path, bool error)
{
	struct buf b = {0};

	buf_fmt(&b, "%s: ", program);
	text_escape(&b, path);
	if (m->line)
		buf_fmt(&b, ":%u", m->line);
	if (m->col)
		buf_fmt(&b, ":%u", m->col);
	buf_fmt(&b, ": %s", error ? "" : "warning: ");
	buf_str(&b, m->text);
	if (error)
		status = 2;
	print(&b);
}

/* A message, and its place among those of one input. */
struct placed {
	const struct diag_msg *m;
	size_t i;
};

static int
compare(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->m->line != y->m->line)
		return x->m->line < y->m->line ? -1 : 1;
	if (x->m->col != y->m->col)
		return x->m->col < y->m->col ? -1 : 1;
	return (x->i > y->i) - (x->i < y->i);
}

static void
print_all(const struct diag_msg *first, struct str path, bool errors)
{
	const struct diag_msg *m;
	struct placed *all;
	size_t i, n = 0;

	for (m = first; m; m = m->next)
		n++;
	if (!n)
		return;
	all = mem_resize(NULL, n, sizeof *all);
	for (m = first, i = 0; m; m = m->next, i++)
		all[i] = (struct placed){m, i};
	qsort(all, n, sizeof *all, compare);
	for (i = 0; i < n; i++)
		print_one(all[i].m, path, errors && check_is_error(all[i].m->check));
	free(all);
}

void
diag_print(const struct diag_msg *first, struct str path)
{
	print_all(first, path, true);
}

void
diag_print_warnings(const struct diag_msg *first, struct str path)
{
	print_all(first, path, false);
}

void
diag_file(struct str path, const char *what)
{
	struct diag_msg m = {.check = CHECK_FILE, .text = {what, strlen(what)}};

	print_one(&m, path, true);
}

static void
say(const char *fmt, va_list ap)
{
	struct buf b = {0};

	buf_fmt(&b, "%s: ", program);
	buf_vfmt(&b, fmt, ap);
	print(&b);
}

void
diag_remark(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void
diag_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	status = 2;
}

void
diag_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	exit(2);
}

int
diag_status(void)
{
	return status;
}

void
diag_failed(void)
{
	status = 2;
}
