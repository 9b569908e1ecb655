/*
 * What the fuzz targets share. Each is one function that takes any bytes; where something does not hold that must, it
 * ends the process. clang makes a libFuzzer target of it, and with replay.c it is a test of the inputs that are kept.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/lib/text.h"
#include "../unit/aid.h"

/* Returns 0, also for an input that is of no use. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define must(cond, ...) ((cond) ? (void)0 : fuzz_fail(#cond, __FILE__, __LINE__, __VA_ARGS__))

__attribute__((format(printf, 4, 5))) _Noreturn static inline void
fuzz_fail(const char *cond, const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	fflush(stdout);
	fprintf(stderr, "%s:%d: must hold: %s: ", file, line, cond);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	abort();
}

static inline struct str
fuzz_text(const uint8_t *data, size_t size)
{
	return (struct str){(const char *)data, size};
}

static inline bool
fuzz_is_day(day d)
{
	return d >= DAY_MIN && d <= DAY_MAX;
}

/* Lines that a terminal may show: more than one where a selection is shown with the place in it. */
static inline bool
fuzz_is_shown(struct str text)
{
	size_t i, start = 0;

	for (i = 0; i <= text.n; i++) {
		if (i < text.n && text.s[i] != '\n')
			continue;
		if (i == start || !text_is_line((struct str){text.s + start, i - start}))
			return false;
		start = i + 1;
	}
	return true;
}

/* Messages are about a place in a file of so many lines; so many are errors. */
static inline size_t
fuzz_check_messages(const struct diag_msg *m, size_t lines)
{
	size_t errors = 0;

	for (; m; m = m->next) {
		must(fuzz_is_shown(m->text), "%.*s", (int)m->text.n, m->text.s);
		must(m->line <= lines, "line %u of %zu: %s", m->line, lines, m->text.s);
		must(m->line || !m->col, "a column of no line: %s", m->text.s);
		must(m->check < CHECKS, "%s", m->text.s);
		errors += check_is_error(m->check);
	}
	return errors;
}

/* The lines of a file, the last of which may be empty. */
static inline size_t
fuzz_lines(struct str s)
{
	size_t n = 1;

	while (s.n) {
		const char *lf = memchr(s.s, '\n', s.n);

		if (!lf)
			break;
		n++;
		s = (struct str){lf + 1, s.n - (size_t)(lf + 1 - s.s)};
	}
	return n;
}

/* The same, of YAML that may end in the middle of a line: libyaml then places what is missing on the next one. */
static inline size_t
fuzz_yaml_lines(struct str s)
{
	return fuzz_lines(s) + (s.n && s.s[s.n - 1] != '\n');
}

/*
 * What stands before the first line `---` that is not the input's first goes to *head, and the rest, a note, is
 * returned; without such a line it is `otherwise`.
 */
static inline struct str
fuzz_split(struct str input, struct str otherwise, struct str *head)
{
	size_t i;

	*head = input;
	for (i = 0; i + 5 <= input.n; i++) {
		if (memcmp(input.s + i, "\n---", 4) != 0 || !strchr("\r\n", input.s[i + 4]))
			continue;
		head->n = i;
		return (struct str){input.s + i + 1, input.n - i - 1};
	}
	return otherwise;
}

#endif
