/*
 * What the tests of the library share: texts from C, comparisons that show both sides, messages as text.
 */
#ifndef AID_H
#define AID_H

#include <stdlib.h>
#include <string.h>

#include "../../src/lib/buf.h"
#include "../../src/lib/date.h"
#include "../../src/lib/diag.h"
#include "tap.h"

#define S(literal) {(literal), sizeof (literal) - 1}

static inline struct str
of(const char *s)
{
	return (struct str){s, s ? strlen(s) : 0};
}

static inline void
tap_show(const char *what, struct str s)
{
	size_t i;

	printf("# %s: %s", what, s.s ? "" : "none");
	for (i = 0; i < s.n; i++) {
		putchar(s.s[i]);
		if (s.s[i] == '\n')
			printf("#   ");
	}
	putchar('\n');
}

#define is(got, want, ...) tap_is((got), (want), #got, __FILE__, __LINE__, __VA_ARGS__)

/* Passes where got holds the bytes of want; want is NULL: where there is none. */
__attribute__((format(printf, 6, 7))) static inline int
tap_is(struct str got, const char *want, const char *cond, const char *file, int line, const char *name, ...)
{
	int same = want ? got.s && got.n == strlen(want) && memcmp(got.s, want, got.n) == 0 : !got.s;
	char text[512];
	va_list ap;

	va_start(ap, name);
	vsnprintf(text, sizeof text, name, ap);
	va_end(ap);
	tap_ok(same, cond, file, line, "%s", text);
	if (!same) {
		tap_show("got", got);
		tap_show("want", of(want));
	}
	return same;
}

/* The messages, `line:col: text` each, a LF between them; empty where there are none. */
static inline struct str
said(struct mem *mem, const struct diag_msg *m)
{
	struct buf b = {0};
	struct str s;

	for (; m; m = m->next) {
		buf_fmt(&b, "%s%u:%u: %s", b.n ? "\n" : "", m->line, m->col, check_is_error(m->check) ? "" : "warning: ");
		buf_str(&b, m->text);
	}
	s = mem_str(mem, (struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

/* A number below a limit, the same ones in each run; the constants are Knuth's, of MMIX. */
static inline unsigned
random_below(unsigned limit)
{
	static uint64_t state = 1;

	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(state >> 33) % limit;
}

/* Makes b a text with up to three of n pieces put into it, or one of them over a byte of it. */
static inline void
random_text(struct buf *b, const char *text, const char *const pieces[], unsigned n)
{
	unsigned left = random_below(4);
	struct mem mem = {0};

	b->n = 0;
	for (buf_str(b, of(text)); left; left--) {
		size_t at = random_below((unsigned)b->n + 1), after = at + (random_below(2) && at < b->n);
		struct str rest = mem_str(&mem, (struct str){b->s ? b->s + after : "", b->n - after});

		b->n = at;
		buf_str(b, of(pieces[random_below(n)]));
		buf_str(b, rest);
	}
	mem_free(&mem);
}

/* How many random texts to try: $FU_RANDOM, or 50,000. */
static inline long
random_rounds(void)
{
	const char *rounds = getenv("FU_RANDOM");

	return rounds ? atol(rounds) : 50000;
}

/* A date that is one. */
static inline day
on(const char *s)
{
	day d = DAY_NONE;

	if (date_parse(of(s), &d) != DATE_OK)
		diag_die("no date: %s", s);
	return d;
}

#endif
