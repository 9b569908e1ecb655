#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "field.h"
#include "query.h"
#include "tree.h"
#include "text.h"

enum { DEPTH = 64 };            /* parentheses and `not`s within each other; keys of a path */

struct parser {
	struct query *q;
	struct str text;
	size_t at;
	unsigned depth;
	struct query_error *e;
};

/* Says what is wrong, of which the first time counts. Returns false. */
BUF_PRINTF(3, 4) static bool
fail(struct parser *p, size_t at, const char *fmt, ...)
{
	struct buf b = {0};
	va_list ap;

	if (p->e->message.s)
		return false;
	va_start(ap, fmt);
	buf_vfmt(&b, fmt, ap);
	va_end(ap);
	*p->e = (struct query_error){at, buf_take(&b, p->q->mem)};
	return false;
}

static const char *
quote(struct parser *p, struct str s)
{
	return diag_quote(&(struct diag){.mem = p->q->mem}, s);
}

/* The byte that comes n bytes on; NUL where the selection has ended. */
static char
peek(const struct parser *p, size_t n)
{
	return p->at + n < p->text.n ? p->text.s[p->at + n] : '\0';
}

static bool
is_quote(char c)
{
	return c == '\'' || c == '"';
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
skip_blanks(struct parser *p)
{
	while (p->at < p->text.n && is_blank(p->text.s[p->at]))
		p->at++;
}

static bool
is_key_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
	    || (c & 0x80);
}

static bool
is_value_byte(char c)
{
	return !is_blank(c) && !strchr("()'\"=<>~", c);
}

/* The bytes from here on that is() takes. */
static struct str
run_of(struct parser *p, bool (*is)(char))
{
	size_t start = p->at;

	while (p->at < p->text.n && p->text.s[p->at] && is(p->text.s[p->at]))
		p->at++;
	return (struct str){p->text.s + start, p->at - start};
}

/* Text in quotes, in which the quote itself is written twice. */
static bool
read_quoted(struct parser *p, struct str *out)
{
	char mark = peek(p, 0);
	size_t start = p->at++;
	struct buf b = {0};

	for (; p->at < p->text.n; p->at++) {
		if (peek(p, 0) == mark && peek(p, 1) != mark) {
			p->at++;
			*out = buf_take(&b, p->q->mem);
			return true;
		}
		if (peek(p, 0) == mark)
			p->at++;
		buf_chr(&b, peek(p, 0));
	}
	buf_free(&b);
	return fail(p, start, "this quote is not closed");
}

/* Whether a word comes next, which is then read. */
static bool
take_word(struct parser *p, const char *word)
{
	size_t start = p->at;

	skip_blanks(p);
	if (text_is(run_of(p, is_key_byte), word) && peek(p, 0) != '.')
		return true;
	p->at = start;
	return false;
}

static void
add_key(struct mem *mem, struct query_path *path, struct str key)
{
	struct str *old = path->keys.v;

	path->keys.v = mem_array(mem, path->keys.n + 1, sizeof *old);
	if (path->keys.n)
		memcpy(path->keys.v, old, path->keys.n * sizeof *old);
	path->keys.v[path->keys.n++] = text_key(mem, key);
}

static bool
read_path(struct parser *p, struct query_path *path)
{
	size_t start = p->at;

	do {
		struct str key;
		size_t at = p->at;
		bool quoted = is_quote(peek(p, 0));

		if (path->keys.n == DEPTH)
			return fail(p, start, "more than %d keys with dots between", DEPTH);
		if (quoted && !read_quoted(p, &key))
			return false;
		if (!quoted)
			key = run_of(p, is_key_byte);
		add_key(p->q->mem, path, key);
		if (!path->keys.v[path->keys.n - 1].n)
			return fail(p, at, path->keys.n > 1 || peek(p, 0) == '.' ? "a key is missing here"
			    : "a field is missing here");
	} while (peek(p, 0) == '.' && ++p->at);
	path->text = mem_str(p->q->mem, (struct str){p->text.s + start, p->at - start});
	return true;
}

static const struct {
	char text[3];
	enum op op;
	bool contrary;
	const char *wrong;      /* what other languages write so */
} operators[] = {
	{"==", OP_THERE, false, "write '=' alone"},
	{"=~", OP_THERE, false, "write '~' alone"},
	{"~=", OP_THERE, false, "write '~' alone"},
	{"=<", OP_THERE, false, "write '<='"},
	{"=>", OP_THERE, false, "write '>='"},
	{"<>", OP_THERE, false, "write '!='"},
	{"!=", OP_EQUAL, true, NULL},
	{"!~", OP_MATCH, true, NULL},
	{"<=", OP_AT_MOST, false, NULL},
	{">=", OP_AT_LEAST, false, NULL},
	{"=", OP_EQUAL, false, NULL},
	{"<", OP_LESS, false, NULL},
	{">", OP_MORE, false, NULL},
	{"~", OP_MATCH, false, NULL},
	{"!", OP_THERE, false, "write 'not' before the test, or '!=' or '!~'"},
};

/* The place in operators of the one that comes next, which is read; -1: none does, or what does is an error. */
static int
read_operator(struct parser *p)
{
	struct str rest = {p->text.s + p->at, p->text.n - p->at};
	size_t i, n;

	for (i = 0; i < LEN(operators); i++) {
		n = strlen(operators[i].text);
		if (rest.n < n || memcmp(rest.s, operators[i].text, n) != 0)
			continue;
		if (operators[i].wrong) {
			fail(p, p->at, "%s", operators[i].wrong);
			return -1;
		}
		p->at += n;
		return (int)i;
	}
	return -1;
}

/* `+2w` and `-60d` after a day. */
static bool
read_shift(struct parser *p, struct str s, size_t at, struct literal *l)
{
	struct str span = {s.s + 1, s.n - 1};
	enum date_error e;

	if (!s.n)
		return true;
	l->sign = *s.s == '-' ? -1 : 1;
	e = span_parse(span, &l->span);
	if (e == DATE_RANGE)
		return fail(p, at + 1, "%s is out of range; a span is 1 day to 100 years", quote(p, span));
	return e == DATE_OK
	    || fail(p, at + 1, "%s is not a span, as in today-60d, today+2w; put text in quotes", quote(p, span));
}

/* A date with what is added to it. Returns false where there is an error; a type that stays text: it is no date. */
static bool
read_day(struct parser *p, struct str s, size_t at, struct literal *l)
{
	size_t n;
	enum date_error e = DATE_OK;

	if (s.n >= 5 && text_is((struct str){s.s, 5}, "today") && (s.n == 5 || s.s[5] == '-' || s.s[5] == '+')) {
		n = 5;
		l->day = DAY_NONE;
	} else if (literal_looks_like_date(s)) {
		n = s.n < 10 ? s.n : 10;
		e = date_parse((struct str){s.s, n}, &l->day);
		if (e == DATE_RANGE)
			return fail(p, at, "there is no day %s", quote(p, (struct str){s.s, n}));
		if (e == DATE_SYNTAX || (n < s.n && !strchr("+-", s.s[n])))
			return fail(p, at, "%s is not a date; write YYYY-MM-DD, or put text in quotes", quote(p, s));
	} else {
		return true;
	}
	l->type = TYPE_DATE;
	return read_shift(p, (struct str){s.s + n, s.n - n}, at + n, l);
}

static bool
read_bare(struct parser *p, struct str s, size_t at, struct literal *l)
{
	if (!read_day(p, s, at, l))
		return false;
	if (l->type == TYPE_TEXT && literal_number(s, &l->number))
		l->type = TYPE_NUMBER;
	else if (l->type == TYPE_TEXT && literal_span(s, &l->span))
		l->type = TYPE_SPAN;
	return true;
}

/* A number must outlive the text that it was read from. */
static void
keep_literal(struct parser *p, struct str s, struct literal *l)
{
	l->text = text_fold(p->q->mem, text_trim(s));
	if (l->type == TYPE_NUMBER)
		literal_number(l->text, &l->number);
}

/* Where the n-th byte of what is in the quotes at a place stands. */
static size_t
place_in_quotes(const struct parser *p, size_t at, size_t n)
{
	char mark = p->text.s[at];

	for (at++; n; n--)
		at += p->text.s[at] == mark ? 2 : 1;
	return at;
}

static bool
read_pattern(struct parser *p, struct term *t, struct str s, size_t at, bool quoted)
{
	char error[256];
	size_t bad;
	struct query *q = p->q;

	t->pattern = pattern_compile(s, PATTERN_CASELESS, error, &bad);
	if (!t->pattern)
		return fail(p, quoted ? place_in_quotes(p, at, bad) : at + bad, "bad pattern: %s", error);
	q->patterns = mem_resize(q->patterns, q->npatterns + 1, sizeof *q->patterns);
	q->patterns[q->npatterns++] = t->pattern;
	return true;
}

enum { PARTS = 4 };

/* What is worked out and has a type, or parts of its own. */
static const struct computed {
	const char *key;
	enum type type;
	struct {
		const char *name;
		enum type type;
	} parts[PARTS];
} computed[] = {
	{"touches", TYPE_NUMBER, {{"date", TYPE_DATE}, {"dir", TYPE_TEXT}, {"kind", TYPE_TEXT}, {"text", TYPE_TEXT}}},
	{"promises", TYPE_NUMBER, {{"by", TYPE_DATE}, {"from", TYPE_TEXT}, {"what", TYPE_TEXT}, {"done", TYPE_TEXT}}},
	{"unanswered", TYPE_NUMBER, {{0}}},
};

static const struct computed *
find_computed(const struct query_path *path)
{
	size_t i;

	for (i = 0; i < LEN(computed); i++)
		if (text_is(path->keys.v[0], computed[i].key))
			return &computed[i];
	return NULL;
}

/* The place among the parts of c that a path leads to; PARTS: it leads to none. */
static unsigned
find_part(const struct computed *c, const struct query_path *path)
{
	unsigned i = path->keys.n == 2 ? 0 : PARTS;

	while (i < PARTS && !text_is(path->keys.v[1], c->parts[i].name))
		i++;
	return i;
}

/* What has parts has no others. */
static bool
check_part(struct parser *p, const struct query_path *path, size_t at)
{
	const struct computed *c = find_computed(path);

	if (path->keys.n == 1 || !c || !c->parts[0].name || find_part(c, path) < PARTS)
		return true;
	return fail(p, at, "%s has %s, %s, %s and %s, and nothing else", c->key, c->parts[0].name, c->parts[1].name,
	    c->parts[2].name, c->parts[3].name);
}

/* What the values at a path, whose part there is, are, as far as that is known. */
static enum type
type_at(const struct query_path *path)
{
	const struct computed *c = find_computed(path);

	if (c && path->keys.n == 1)
		return c->type;
	if (path->keys.n > 1)
		return c && c->parts[0].name ? c->parts[find_part(c, path)].type : TYPE_TEXT;
	return field_is_date(path->keys.v[0]) ? TYPE_DATE : field_is_span(path->keys.v[0]) ? TYPE_SPAN : TYPE_TEXT;
}

/* A test for order that no value could meet is a mistake. */
static bool
check_order(struct parser *p, const struct term *t, struct str s, size_t at, bool quoted)
{
	static const char *const wanted[] = {
		[TYPE_DATE] = "a date; write today-60d or 2026-11-22", [TYPE_NUMBER] = "a number",
		[TYPE_SPAN] = "a span; write 10d, 3w, 2mo, 1q, 1y or 5bd",
	};
	enum type type = type_at(t->path);
	struct span span;

	if (t->op == OP_EQUAL || type == TYPE_TEXT || type == t->literal.type
	    || (type == TYPE_SPAN && t->literal.type == TYPE_NUMBER))
		return true;
	if (quoted)
		return fail(p, at, "a value in quotes is text, and %s is compared with %s", quote(p, t->path->text), wanted[type]);
	if (type == TYPE_DATE && literal_span(s, &span))
		return fail(p, at, "%s is not a date; write today-%.*s or today+%.*s", quote(p, s), (int)s.n, s.s, (int)s.n, s.s);
	return fail(p, at, "%s is not %s", quote(p, s), wanted[type]);
}

/* The end of a value must show. */
static bool
check_end(struct parser *p, struct str s, bool quoted)
{
	char c = peek(p, 0);

	if (p->at == p->text.n || is_blank(c) || c == ')' || (!quoted && !s.n && strchr("=<>~", c)))
		return true;
	if (quoted)
		return fail(p, p->at, "write a blank after the quote; a quote within is written twice");
	return fail(p, p->at, "put a value with %c in it in quotes", c);
}

static bool
is_reserved(struct str s)
{
	return text_is(s, "and") || text_is(s, "or") || text_is(s, "not");
}

static bool
read_value(struct parser *p, struct term *t, const char *op)
{
	bool quoted;
	struct str s;
	size_t at;

	skip_blanks(p);
	at = p->at;
	quoted = is_quote(peek(p, 0));
	if (quoted && !read_quoted(p, &s))
		return false;
	if (!quoted)
		s = run_of(p, is_value_byte);
	if (!check_end(p, s, quoted))
		return false;
	if (!quoted && (!s.n || is_reserved(s)))
		return fail(p, at, "a value is missing after '%s'%s", op, s.n ? "; put this word in quotes if it is the value" : "");
	if (t->op == OP_MATCH)
		return read_pattern(p, t, s, at, quoted);
	t->literal.type = TYPE_TEXT;
	if (!quoted && !read_bare(p, s, at, &t->literal))
		return false;
	keep_literal(p, s, &t->literal);
	return check_order(p, t, s, at, quoted);
}

static struct term *
new_term(struct parser *p, enum term_kind kind, struct term *first)
{
	struct term *t = mem_alloc(p->q->mem, sizeof *t);

	t->kind = kind;
	t->first = first;
	if (kind == TERM_TEST)
		t->path = mem_alloc(p->q->mem, sizeof *t->path);
	return t;
}

static struct term *
read_test(struct parser *p)
{
	struct term *t = new_term(p, TERM_TEST, NULL);
	size_t start = p->at;
	int op;

	if (!read_path(p, t->path) || !check_part(p, t->path, start))
		return NULL;
	skip_blanks(p);
	op = read_operator(p);
	if (p->e->message.s)
		return NULL;
	if (op < 0)
		return t;
	t->op = operators[op].op;
	if (!read_value(p, t, operators[op].text))
		return NULL;
	return operators[op].contrary ? new_term(p, TERM_NOT, t) : t;
}

static struct term *read_any(struct parser *p);

static struct term *
read_group(struct parser *p)
{
	size_t start = p->at++;
	struct term *t = read_any(p);

	skip_blanks(p);
	if (t && peek(p, 0) != ')') {
		if (p->at == p->text.n)
			fail(p, start, "this '(' is not closed");
		return NULL;
	}
	p->at++;
	return t;
}

/* After what p has read, which may be nothing. */
static void
fail_missing(struct parser *p)
{
	size_t end = p->at;
	struct str before;

	while (end > 0 && is_blank(p->text.s[end - 1]))
		end--;
	before = (struct str){p->text.s, end};
	while (end > 0 && is_key_byte(p->text.s[end - 1]))
		end--;
	before = (struct str){before.s + end, before.n - end};
	if (before.n)
		fail(p, p->at, "a test is missing after %s", quote(p, before));
	else
		fail(p, p->at, "a test is missing here; write one such as tag=a-list");
}

static struct term *read_one(struct parser *p);

/* What a `not`, which has been read, or a parenthesis is about. */
static struct term *
read_within(struct parser *p, bool negated, size_t start)
{
	struct term *t = NULL;

	if (++p->depth > DEPTH)
		fail(p, start, "nested more than %d deep", DEPTH);
	else if (negated)
		t = (t = read_one(p)) ? new_term(p, TERM_NOT, t) : NULL;
	else
		t = read_group(p);
	p->depth--;
	return t;
}

static struct term *
read_one(struct parser *p)
{
	size_t start;
	char c;

	skip_blanks(p);
	start = p->at;
	c = peek(p, 0);
	if (take_word(p, "not"))
		return read_within(p, true, start);
	if (c == '(')
		return read_within(p, false, start);
	if (take_word(p, "and") || take_word(p, "or"))
		fail(p, start, "a test is missing before this; put a field called 'and' or 'or' in quotes");
	else if (is_key_byte(c) || is_quote(c) || c == '.')
		return read_test(p);
	else if (c == '!')
		fail(p, p->at, "write 'not' in place of '!'");
	else if (c && c != ')' && !strchr("=<>~&|", c))
		fail(p, p->at, "a field cannot begin so; put it in quotes");
	else
		fail_missing(p);
	return NULL;
}

/* One or more terms with a word between. */
static struct term *
read_list(struct parser *p, const char *word, enum term_kind kind, struct term *read(struct parser *))
{
	struct term *first = read(p), *last = first;

	while (last && take_word(p, word)) {
		last->next = read(p);
		last = last->next;
	}
	if (!last)
		return NULL;
	return first->next ? new_term(p, kind, first) : first;
}

static struct term *
read_all(struct parser *p)
{
	return read_list(p, "and", TERM_ALL, read_one);
}

static struct term *
read_any(struct parser *p)
{
	struct term *t = read_list(p, "or", TERM_ANY, read_all);

	skip_blanks(p);
	if (!t || p->at == p->text.n || peek(p, 0) == ')')
		return t;
	if (peek(p, 0) == '&')
		fail(p, p->at, "write 'and'");
	else if (peek(p, 0) == '|')
		fail(p, p->at, "write 'or'");
	else if ((peek(p, 0) == '-' || peek(p, 0) == '+') && is_blank(p->text.s[p->at - 1]))
		fail(p, p->at, "write today-60d and today+2w without blanks");
	else if (is_key_byte(peek(p, 0)) || strchr("('\"", peek(p, 0)))
		fail(p, p->at, "write 'and' or 'or' between two tests, and a text with blanks in quotes");
	else
		fail(p, p->at, "no operator begins so; write one of = != < <= > >= ~ !~, or put the field in quotes");
	return NULL;
}

struct query *
query_new(struct mem *mem)
{
	struct query *q = mem_alloc(mem, sizeof *q);

	q->mem = mem;
	return q;
}

void
query_free(struct query *q)
{
	size_t i;

	for (i = 0; q && i < q->npatterns; i++)
		pattern_free(q->patterns[i]);
	if (q)
		free(q->patterns);
}

bool
query_add(struct query *q, struct str text, struct query_error *e)
{
	struct parser p = {.q = q, .text = text, .e = e};
	const char *nul = text.n ? memchr(text.s, '\0', text.n) : NULL;
	size_t valid = utf8_valid(text);
	struct term *t, **end;

	*e = (struct query_error){0};
	if (valid < text.n)
		return fail(&p, valid, "not UTF-8");
	if (nul)
		return fail(&p, (size_t)(nul - text.s), "a NUL; leave it out");
	t = read_any(&p);
	if (t && p.at < text.n)
		return fail(&p, p.at, "no '(' stands before this ')'");
	if (!t)
		return false;
	for (end = &q->all.first; *end;)
		end = &(*end)->next;
	*end = t;
	return true;
}

/* A key of a path that stands alone: what comes before a dot or a comma, or what is in quotes. */
static bool
read_free_key(struct parser *p, struct str *key)
{
	size_t start;

	skip_blanks(p);
	start = p->at;
	if (is_quote(peek(p, 0))) {
		if (!read_quoted(p, key))
			return false;
		skip_blanks(p);
		return true;
	}
	while (p->at < p->text.n && !strchr(".,()'\"=<>~", p->text.s[p->at]))
		p->at++;
	*key = text_trim((struct str){p->text.s + start, p->at - start});
	return true;
}

bool
query_path_read(struct mem *mem, struct str *rest, struct query_path *path)
{
	struct query_error e = {0};
	struct parser p = {.q = &(struct query){.mem = mem}, .text = *rest, .e = &e};
	struct str key;

	*path = (struct query_path){0};
	if (!rest->n)
		return false;
	do {
		if (path->keys.n == DEPTH || !read_free_key(&p, &key))
			return false;
		add_key(mem, path, key);
		if (!path->keys.v[path->keys.n - 1].n)
			return false;
	} while (peek(&p, 0) == '.' && ++p.at);
	path->text = mem_str(mem, text_trim((struct str){rest->s, p.at}));
	if (p.at < rest->n && rest->s[p.at++] != ',')
		return false;
	*rest = (struct str){rest->s + p.at, rest->n - p.at};
	return true;
}

/* Adds s as records have it, but a backslash as it is: patterns are full of them. */
static void
add_shown(struct buf *b, struct str s)
{
	struct buf escaped = {0};
	size_t i;

	text_escape(&escaped, s);
	for (i = 0; i < escaped.n; i++) {
		buf_chr(b, escaped.s[i]);
		if (escaped.s[i] == '\\' && escaped.s[i + 1] == '\\')
			i++;
	}
	buf_free(&escaped);
}

void
query_explain(struct buf *b, struct str text, const struct query_error *e)
{
	struct buf before = {0};
	int width;

	add_shown(&before, (struct str){text.s, e->at});
	width = text_width((struct str){before.s, before.n});
	buf_free(&before);
	buf_fmt(b, "column %zu: ", utf8_count((struct str){text.s, e->at}) + 1);
	buf_str(b, e->message);
	buf_fmt(b, "\n  ");
	add_shown(b, text);
	buf_fmt(b, "\n  %*s^", width, "");
}

static void
look_through(const struct term *t, void (*look)(void *, const struct query_path *), void *arg)
{
	for (; t; t = t->next) {
		if (t->kind == TERM_TEST)
			look(arg, t->path);
		else
			look_through(t->first, look, arg);
	}
}

void
query_paths(const struct query *q, void (*look)(void *arg, const struct query_path *path), void *arg)
{
	look_through(q->all.first, look, arg);
}
