#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "buf.h"
#include "diag.h"
#include "text.h"

enum { SHOWN = 60 };

static const char *program = "fu";
static int status;

static bool
is_before(const struct diag_msg *a, const struct diag_msg *b)
{
	return a->line != b->line ? a->line < b->line : a->col < b->col;
}

/* Most messages come in the order of their lines. */
static void
put(struct diag *d, struct diag_msg *m)
{
	struct diag_msg **at = &d->first;

	if (d->last && !is_before(m, d->last))
		at = &d->last->next;
	while (*at && !is_before(m, *at))
		at = &(*at)->next;
	m->next = *at;
	*at = m;
	if (!m->next)
		d->last = m;
}

void
diag_add(struct diag *d, enum diag_level level, unsigned line, unsigned col, const char *fmt, ...)
{
	struct diag_msg *m = mem_alloc(d->mem, sizeof *m);
	struct buf b = {0};
	va_list ap;

	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	m->text = mem_str(d->mem, (struct str){b.s, b.n});
	buf_free(&b);
	m->level = level;
	m->line = line;
	m->col = col;
	put(d, m);
}

static const char *
show(struct diag *d, struct str s, const char *quote)
{
	struct buf b = {0};
	struct str copy, head = {s.s, text_fit(s, SHOWN)};

	buf_fmt(&b, "%s", quote);
	text_escape(&b, head);
	buf_fmt(&b, "%s%s", head.n < s.n ? "..." : "", quote);
	copy = mem_str(d->mem, (struct str){b.s, b.n});
	buf_free(&b);
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

void
diag_program(const char *name)
{
	program = name;
}

const char *
diag_program_name(void)
{
	return program;
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

void
diag_print(const struct diag_msg *m, struct str path)
{
	for (; m; m = m->next) {
		struct buf b = {0};

		buf_fmt(&b, "%s: ", program);
		text_escape(&b, path);
		if (m->line)
			buf_fmt(&b, ":%u", m->line);
		if (m->col)
			buf_fmt(&b, ":%u", m->col);
		buf_fmt(&b, ": %s", m->level == DIAG_WARNING ? "warning: " : "");
		buf_str(&b, m->text);
		if (m->level == DIAG_ERROR)
			status = 2;
		print(&b);
	}
}

static void
error(const char *fmt, va_list ap)
{
	struct buf b = {0};

	buf_fmt(&b, "%s: ", program);
	buf_vfmt(&b, fmt, ap);
	status = 2;
	print(&b);
}

void
diag_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	error(fmt, ap);
	va_end(ap);
}

void
diag_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	error(fmt, ap);
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
