#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "buf.h"
#include "match.h"
#include "text.h"

enum {
	LIMIT_MATCH = 100000,   /* for each place that a match can begin at */
	LIMIT_ALL = 100000000,  /* for all of them together */
	LIMIT_DEPTH = 10000,
	LIMIT_HEAP = 4096,      /* KiB */
	GROUPS = 32,            /* that a match keeps */
	CONTEXT = 64,           /* bytes before a part that a pattern can look back at */
};

struct pattern {
	pcre2_code *code;
	size_t text_length;
};

struct matcher {
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack; /* NULL until a match wants it, and where there is no JIT compiler */
	struct str subject;
	int groups;             /* that took part in the last match */
	int error;
	char problem[256];
	struct buf clean;
};

static void *
allocate(size_t n, void *unused)
{
	(void)unused;
	return mem_resize(NULL, n, 1);
}

static void
release(void *p, void *unused)
{
	(void)unused;
	free(p);
}

/* Has PCRE2 use the above, which do not fail: where memory is short its JIT compiler crashes. */
static pcre2_general_context *
new_memory(void)
{
	return pcre2_general_context_create(allocate, release, NULL);
}

static pcre2_code *
compile(struct str text, uint32_t options, int *error, size_t *at)
{
	pcre2_general_context *memory = new_memory();
	pcre2_compile_context *context = pcre2_compile_context_create(memory);
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)(text.s ? text.s : ""), text.n, options, error, at, context);

	pcre2_compile_context_free(context);
	pcre2_general_context_free(memory);
	return code;
}

void
pattern_hasten(struct pattern *p)
{
#ifndef FU_NO_JIT
	/* Where there is no JIT compiler, pcre2_match() interprets. */
	pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
#else
	(void)p;
#endif
}

static bool
is_text(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (strchr("\\^$.[|()?*+{", s.s[i]))
			return false;
	return true;
}

struct pattern *
pattern_compile(struct str text, unsigned flags, char error[static 256], size_t *at)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	struct pattern *p = mem_resize(NULL, 1, sizeof *p);
	uint32_t groups;
	int code;

	options |= flags & PATTERN_ANCHORED ? PCRE2_ANCHORED : 0;
	options |= flags & PATTERN_CASELESS ? PCRE2_CASELESS : 0;
	p->code = compile(text, options, &code, at);
	if (!p->code) {
		pcre2_get_error_message(code, (PCRE2_UCHAR *)error, 256);
		/* PCRE2 stops within the character where \p has none that it could have. */
		*at = text_head(text, *at).n;
		free(p);
		return NULL;
	}
	p->text_length = is_text(text) ? text.n : 0;
	pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	if (groups >= GROUPS) {
		snprintf(error, 256, "more than %d groups", GROUPS - 1);
		*at = text.n;
		pattern_free(p);
		return NULL;
	}
	if (!(flags & PATTERN_PLAIN))
		pattern_hasten(p);
	return p;
}

void
pattern_free(struct pattern *p)
{
	if (p)
		pcre2_code_free(p->code);
	free(p);
}

size_t
pattern_text_length(const struct pattern *p)
{
	return p->text_length;
}

int
pattern_group(const struct pattern *p, const char *name)
{
	int n = pcre2_substring_number_from_name(p->code, (PCRE2_SPTR)name);

	return n > 0 ? n : 0;
}

struct matcher *
matcher_new(void)
{
	struct matcher *m = mem_resize(NULL, 1, sizeof *m);
	pcre2_general_context *memory = new_memory();

	*m = (struct matcher){
		.data = pcre2_match_data_create(GROUPS, memory),
		.context = pcre2_match_context_create(memory),
	};
	pcre2_general_context_free(memory);
	pcre2_set_depth_limit(m->context, LIMIT_DEPTH);
	pcre2_set_heap_limit(m->context, LIMIT_HEAP);
	return m;
}

void
matcher_free(struct matcher *m)
{
	if (!m)
		return;
	pcre2_match_data_free(m->data);
	pcre2_match_context_free(m->context);
	pcre2_jit_stack_free(m->stack);
	buf_free(&m->clean);
	free(m);
}

/* Matches s from a place in it on. */
static int
run(struct matcher *m, const struct pattern *p, struct str s, size_t from, uint32_t options)
{
	static const char nothing[] = "";

	return pcre2_match(p->code, (PCRE2_SPTR)(s.s ? s.s : nothing), s.n, from, options | PCRE2_NO_UTF_CHECK, m->data,
	    m->context);
}

/* The same with a stack of its own, which costs every match that has it two system calls. */
static int
run_deep(struct matcher *m, const struct pattern *p, struct str s, size_t from, uint32_t options)
{
	int n;

	if (!m->stack)
		m->stack = pcre2_jit_stack_create(32 * 1024, 1024 * 1024, NULL);
	pcre2_jit_stack_assign(m->context, NULL, m->stack);
	n = run(m, p, s, from, options);
	pcre2_jit_stack_assign(m->context, NULL, NULL);
	return n;
}

static int
run_with_stack(struct matcher *m, const struct pattern *p, struct str s, size_t from, uint32_t options)
{
	int n = run(m, p, s, from, options);

	return n == PCRE2_ERROR_JIT_STACKLIMIT ? run_deep(m, p, s, from, options) : n;
}

static bool
is_hastened(const struct pattern *p)
{
	size_t size = 0;

	pcre2_pattern_info(p->code, PCRE2_INFO_JITSIZE, &size);
	return size > 0;
}

/*
 * For a match that gave up: the other of interpreter and compiler, which count their steps differently. Both are heard
 * whether pattern_hasten() was called or not, and the compiler's words are those that stand.
 */
static int
run_other(struct matcher *m, const struct pattern *p, struct str s, size_t from, uint32_t options, int error)
{
	struct pattern copy = *p;
	int n;

	if (is_hastened(p)) {
		n = run(m, p, s, from, options | PCRE2_NO_JIT);
		return n >= 0 || n == PCRE2_ERROR_NOMATCH ? n : error;
	}
	copy.code = pcre2_code_copy(p->code);
	pattern_hasten(&copy);
	n = is_hastened(&copy) ? run_with_stack(m, &copy, s, from, options) : error;
	pcre2_code_free(copy.code);
	return n;
}

/* s with a SUB for each byte that is in no valid sequence: matching stops at such a byte, and every place stays. */
static struct str
without_invalid(struct matcher *m, struct str s)
{
	size_t valid = utf8_valid(s), at;

	if (valid == s.n)
		return s;
	m->clean.n = 0;
	buf_str(&m->clean, s);
	for (at = valid; at < s.n; at += 1 + utf8_valid((struct str){s.s + at + 1, s.n - at - 1}))
		m->clean.s[at] = '\x1A';
	return (struct str){m->clean.s, s.n};
}

static enum match
match_from(struct matcher *m, const struct pattern *p, struct str subject, size_t from, uint32_t options)
{
	struct str clean;
	size_t limit = subject.n > LIMIT_ALL / LIMIT_MATCH ? LIMIT_ALL / subject.n : LIMIT_MATCH;
	int n;

	pcre2_set_match_limit(m->context, (uint32_t)limit);
	m->subject = subject;
	clean = without_invalid(m, subject);
	n = run_with_stack(m, p, clean, from, options);
	if (n < 0 && n != PCRE2_ERROR_NOMATCH)
		n = run_other(m, p, clean, from, options, n);
	m->groups = n == 0 ? GROUPS : n;
	m->error = n;
	if (n == PCRE2_ERROR_NOMATCH)
		return MATCH_NO;
	return n < 0 ? MATCH_FAILED : MATCH_YES;
}

enum match
match(struct matcher *m, const struct pattern *p, struct str subject)
{
	return match_from(m, p, subject, 0, 0);
}

enum match
match_part(struct matcher *m, const struct pattern *p, struct str subject, size_t start, size_t n)
{
	size_t before = start < CONTEXT ? start : CONTEXT;
	struct str part = {subject.s + start - before, subject.n - start + before};

	for (; before && (*part.s & 0xC0) == 0x80; before--)
		part = (struct str){part.s + 1, part.n - 1};
	part = text_head(part, before + n);
	while (before && before < part.n && (part.s[before] & 0xC0) == 0x80)
		before++;
	return match_from(m, p, part, before, start + n < subject.n ? PCRE2_NOTEOL : 0);
}

const char *
match_problem(struct matcher *m)
{
	pcre2_get_error_message(m->error, (PCRE2_UCHAR *)m->problem, sizeof m->problem);
	return m->problem;
}

struct str
match_group(const struct matcher *m, int group)
{
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(m->data) + 2 * group;

	if (group <= 0 || group >= m->groups || at[0] == PCRE2_UNSET || at[1] < at[0])
		return (struct str){0};
	return (struct str){m->subject.s + at[0], at[1] - at[0]};
}

const char *
match_start(const struct matcher *m)
{
	return m->subject.s + pcre2_get_ovector_pointer(m->data)[0];
}

const char *
match_end(const struct matcher *m)
{
	return m->subject.s + pcre2_get_ovector_pointer(m->data)[1];
}

void
pattern_first_bytes(const struct pattern *p, struct matcher *m, bool first[static 256])
{
	int c;

	for (c = 0; c < 128; c++) {
		char byte = (char)c;

		if (run(m, p, (struct str){&byte, 1}, 0, PCRE2_PARTIAL_HARD) != PCRE2_ERROR_NOMATCH)
			first[c] = true;
	}
	for (; c < 256; c++)
		first[c] = true;
}
