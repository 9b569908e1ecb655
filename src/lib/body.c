#include <stdlib.h>
#include <string.h>

#include "body.h"
#include "text.h"

struct scan {
	struct body *b;
	const struct rules *rules;
	struct matcher *m;
	struct diag *d;
	unsigned log_level;     /* of the log heading that the line is under; 0: none */
	char fence;             /* of the code block that the line is in; 0: none */
	size_t fence_length;
	unsigned fence_line;
	bool comment;           /* the line is in one of HTML that began at the start of a line */
	unsigned comment_line;
};

void
body_clear(struct body *b)
{
	b->ntouches = b->npromises = b->nlines = 0;
	b->heading = (struct str){0};
	b->any_heading = b->has_log = false;
}

void
body_free(struct body *b)
{
	free(b->touches);
	free(b->promises);
	free(b->lines);
	*b = (struct body){0};
}

static void
add_touch(struct body *b, struct found_touch t)
{
	b->touches = mem_grow(b->touches, b->ntouches, &b->touches_cap, sizeof *b->touches);
	b->touches[b->ntouches++] = t;
}

static void
add_promise(struct body *b, struct found_promise p)
{
	b->promises = mem_grow(b->promises, b->npromises, &b->promises_cap, sizeof *b->promises);
	b->promises[b->npromises++] = p;
}

static void
add_line(struct body *b, struct body_line line)
{
	if (!b->keep_lines)
		return;
	b->lines = mem_grow(b->lines, b->nlines, &b->lines_cap, sizeof *b->lines);
	b->lines[b->nlines++] = line;
}

/* Whether there is something that date_parse() may take: no line without it is worth a match. */
static bool
may_hold_date(struct str line)
{
	size_t i, digits = 0;

	for (i = 0; i < line.n; i++) {
		if (digits >= 4 && (line.s[i] == '-' || line.s[i] == '/'))
			return true;
		digits = line.s[i] >= '0' && line.s[i] <= '9' ? digits + 1 : 0;
	}
	return false;
}

/* The first of the patterns that fits; NULL: none does. */
static const struct line_pattern *
first_fit(const struct line_patterns *patterns, struct str line, unsigned n, const char *key, struct matcher *m,
    struct diag *d)
{
	size_t i;

	line = text_head(line, BODY_LINE);
	if (!may_hold_date(line))
		return NULL;
	for (i = 0; i < patterns->n; i++) {
		switch (match(m, patterns->v[i].pattern, line)) {
		case MATCH_YES:
			return &patterns->v[i];
		case MATCH_FAILED:
			diag_add(d, CHECK_PATTERN, n, 1, "%s: number %zu gave up on this line: %s", key, i + 1, match_problem(m));
			break;
		case MATCH_NO:
			break;
		}
	}
	return NULL;
}

static bool
is_shaped(struct str s, const char *shape)
{
	size_t i;

	for (i = 0; shape[i]; i++)
		if (i == s.n || (shape[i] == '0' ? s.s[i] < '0' || s.s[i] > '9' : s.s[i] != shape[i]))
			return false;
	return true;
}

/* A touch as most are written: the first of the built-in patterns reads it so too, but takes ten times as long. */
static bool
usual_touch(struct str line, struct found_touch *t)
{
	size_t start = sizeof "- 2026-11-03 " - 1, at;

	if (!is_shaped(line, "- 0000-00-00 "))
		return false;
	t->date = (struct str){line.s + 2, 10};
	t->col = 3;
	if (line.n > start + 1 && (line.s[start] == '<' || line.s[start] == '>') && line.s[start + 1] == ' ') {
		t->dir = (struct str){line.s + start, 1};
		start += 2;
	}
	for (at = start; at < line.n && text_is_letter(line.s[at]);)
		at++;
	t->kind = (struct str){line.s + start, at - start};
	t->text = (struct str){line.s + at, line.n - at};
	return at > start && at < BODY_LINE && is_shaped(t->text, ": ");
}

static bool
matched_touch(struct str line, unsigned n, const struct rules *rules, struct matcher *m, struct diag *d,
    struct found_touch *t)
{
	const struct line_pattern *p = first_fit(&rules->touch_patterns, line, n, "touch_patterns", m, d);

	if (!p)
		return false;
	t->date = match_group(m, p->date);
	t->dir = match_group(m, p->dir);
	t->kind = match_group(m, p->kind);
	t->text = match_group(m, p->text);
	if (!p->text)
		t->text = (struct str){match_end(m), (size_t)(line.s + line.n - match_end(m))};
	else if (line.n > BODY_LINE)
		diag_add(d, CHECK_LONG, n, 1, "a touch of more than 1,024 bytes; what follows these is not read");
	if (t->date.s)
		t->col = text_column(line, t->date.s);
	return t->date.s;
}

bool
body_touch(struct body *b, struct str line, unsigned n, const struct rules *rules, struct matcher *m, struct diag *d)
{
	struct found_touch t = {.line = n, .in_log = true};

	if (!(rules->usual_touches && usual_touch(line, &t)) && !matched_touch(line, n, rules, m, d, &t))
		return false;
	add_touch(b, t);
	return true;
}

bool
body_promise(struct body *b, struct str line, unsigned n, const struct rules *rules, struct matcher *m, struct diag *d)
{
	const struct line_pattern *p = first_fit(&rules->promise_patterns, line, n, "promise_patterns", m, d);
	struct str date;

	if (!p || !(date = match_group(m, p->date)).s)
		return false;
	add_promise(b, (struct found_promise){
		.mark = match_group(m, p->mark), .dir = match_group(m, p->dir), .date = date,
		.text = match_group(m, p->text), .more = match_group(m, p->more), .done = match_group(m, p->done),
		.line = n, .col = text_column(line, date.s),
	});
	return true;
}

static struct str
without_indent(struct str line)
{
	while (line.n && (*line.s == ' ' || *line.s == '\t')) {
		line.s++;
		line.n--;
	}
	return line;
}

static struct str
without_end(struct str line)
{
	while (line.n && (line.s[line.n - 1] == ' ' || line.s[line.n - 1] == '\t' || line.s[line.n - 1] == '\r'))
		line.n--;
	return line;
}

bool
body_is_task(struct str line)
{
	struct str s = without_indent(line);

	return s.n > 4 && strchr("-*+", *s.s) && s.s[1] == ' ' && s.s[2] == '[' && s.s[4] == ']';
}

static size_t
run_of(struct str s, char c)
{
	size_t n = 0;

	while (n < s.n && s.s[n] == c)
		n++;
	return n;
}

/* Whether the line is in a block of fenced code, its fences among it. */
static bool
in_code(struct scan *scan, struct str line, unsigned n_line)
{
	struct str s = without_indent(line);
	char c = s.n ? *s.s : 0;
	size_t n = c == '`' || c == '~' ? run_of(s, c) : 0;

	if (scan->fence) {
		if (c == scan->fence && n >= scan->fence_length && text_trim(s).n == n)
			scan->fence = 0;
		return true;
	}
	if (n < 3 || (c == '`' && memchr(s.s + n, '`', s.n - n)))
		return false;
	scan->fence = c;
	scan->fence_length = n;
	scan->fence_line = n_line;
	return true;
}

static bool
holds(struct str s, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i + n <= s.n; i++)
		if (memcmp(s.s + i, text, n) == 0)
			return true;
	return false;
}

/* Whether the line is in a comment, its first and last lines among it. */
static bool
in_comment(struct scan *scan, struct str line, unsigned n_line)
{
	struct str s = without_indent(line);

	if (!scan->comment && (s.n < 4 || memcmp(s.s, "<!--", 4) != 0))
		return false;
	if (!scan->comment)
		scan->comment_line = n_line;
	scan->comment = !holds(line, "-->", 3);
	return true;
}

/* A heading may end in `#`s after a blank. */
static struct str
without_closing(struct str s)
{
	size_t n = s.n;

	while (n && s.s[n - 1] == '#')
		n--;
	return !n || s.s[n - 1] == ' ' || s.s[n - 1] == '\t' ? text_trim((struct str){s.s, n}) : s;
}

/* The level of an ATX heading, whose text goes to *text; 0: the line is none. */
static unsigned
heading_level(struct str line, struct str *text)
{
	struct str s = without_indent(line);
	size_t level = run_of(s, '#');

	if (!level || level > 6 || line.n - s.n > 3 || (level < s.n && s.s[level] != ' ' && s.s[level] != '\t'))
		return 0;
	*text = text_trim((struct str){s.s + level, s.n - level});
	*text = without_closing(*text);
	return (unsigned)level;
}

static enum match
match_heading(struct scan *scan, struct str text)
{
	const struct rules *r = scan->rules;

	if (!r->log_heading || (text.n && r->idle_heading_bytes[(unsigned char)*text.s]))
		return MATCH_NO;
	return match(scan->m, r->log_heading, text_head(text, BODY_LINE));
}

static void
take_heading(struct scan *scan, unsigned level, struct str text, unsigned n, bool touch)
{
	struct body *b = scan->b;

	if (!b->any_heading && level == 1 && !touch)
		b->heading = text, b->heading_line = n;
	b->any_heading = true;
	switch (match_heading(scan, text)) {
	case MATCH_YES:
		if (!scan->log_level || level < scan->log_level)
			scan->log_level = level;
		b->has_log = true;
		return;
	case MATCH_FAILED:
		diag_add(scan->d, CHECK_PATTERN, n, 1, "log_heading gave up on this line: %s", match_problem(scan->m));
		return;
	case MATCH_NO:
		if (level <= scan->log_level && !touch)
			scan->log_level = 0;
	}
}

static void
take_line(struct scan *scan, struct str text, unsigned n)
{
	bool in_log = scan->log_level > 0;
	struct body_line line = {.text = text, .line = n, .in_log = in_log, .log_follows = in_log};
	struct str heading;

	if (!scan->fence && in_comment(scan, text, n))
		line.kind = LINE_COMMENT;
	else if (in_code(scan, text, n))
		line.kind = LINE_CODE;
	if (line.kind != LINE_OTHER) {
		add_line(scan->b, line);
		return;
	}
	line.level = heading_level(text, &heading);
	if (body_touch(scan->b, text, n, scan->rules, scan->m, scan->d))
		line.kind = LINE_TOUCH;
	if (line.level)
		take_heading(scan, line.level, heading, n, line.kind == LINE_TOUCH);
	else if (line.kind != LINE_TOUCH && body_promise(scan->b, text, n, scan->rules, scan->m, scan->d))
		line.kind = LINE_PROMISE;
	line.log_follows = scan->log_level > 0;
	if (line.kind == LINE_TOUCH)
		scan->b->touches[scan->b->ntouches - 1].in_log = line.log_follows;
	add_line(scan->b, line);
	if (text.n > BODY_LINE && (line.kind == LINE_PROMISE || body_is_task(text)))
		diag_add(scan->d, CHECK_LONG, n, 1, "a task of more than 1,024 bytes; what follows these is not read");
}

void
body_scan(struct body *b, struct str text, unsigned line, const struct rules *rules, struct matcher *m,
    struct diag *d)
{
	struct scan scan = {.b = b, .rules = rules, .m = m, .d = d};

	for (; text.n; line++) {
		unsigned char c = (unsigned char)*text.s;
		struct str s = text_line(&text);

		if (s.n && (b->keep_lines || !rules->idle_bytes[c] || scan.fence || scan.comment || (c && strchr("#`~< \t", c))))
			take_line(&scan, without_end(s), line);
	}
	if (scan.fence)
		diag_add(d, CHECK_CODE, scan.fence_line, 1, "this block of code is not closed; nothing after it is read");
	if (scan.comment)
		diag_add(d, CHECK_CODE, scan.comment_line, 1, "this comment is not closed; nothing after it is read");
}
