/*
 * Front matter: where it is, and the tree that it makes; libyaml alone makes the same. The input is a file: a note, or,
 * where front matter is not found, a rules file, all of which is YAML.
 */
#include "../../src/lib/front.h"
#include "../../src/lib/yaml.h"
#include "fuzz.h"

static struct mem mem;

/* ---- where it is ---- */

static bool
is_part(struct str part, struct str whole)
{
	return part.s >= whole.s && part.s + part.n <= whole.s + whole.n;
}

/* The number of the line that a part of the file begins at. */
static unsigned
line_of(struct str file, const char *at)
{
	return (unsigned)fuzz_lines((struct str){file.s, (size_t)(at - file.s)});
}

static void
check_found(struct str file, const struct front *f)
{
	must(is_part(f->text, file) && is_part(f->body, file), "slices of the file");
	must(f->text.s + f->text.n < f->body.s, "a fence between text and body");
	must(f->text.n <= FRONT_MAX, "%zu bytes", f->text.n);
	must(f->line == 2 && line_of(file, f->text.s) == f->line, "the text begins on line %u", f->line);
	must(!f->text.n || f->text.s[f->text.n - 1] == '\n', "whole lines");
	must(line_of(file, f->body.s) + (f->body.s[-1] != '\n') == f->body_line, "the body begins on line %u", f->body_line);
	must(f->body.s + f->body.n == file.s + file.n, "the body goes on to the end");
}

static bool
find(struct str file, struct front *f)
{
	struct diag d = {.mem = &mem};
	enum front_result result = front_find(file, f, &d);
	size_t errors = fuzz_check_messages(d.first, fuzz_lines(file));

	must(errors == (result == FRONT_BAD) && (d.first == d.last), "%zu errors", errors);
	if (result == FRONT_FOUND)
		check_found(file, f);
	return result == FRONT_FOUND;
}

/* ---- the tree ---- */

struct text {
	struct str s;
	unsigned line;          /* its first */
	bool odd_breaks;
};

static bool
is_before(unsigned line, unsigned col, unsigned other_line, unsigned other_col)
{
	return line < other_line || (line == other_line && col <= other_col);
}

/* The byte at a place, which is in the text or right behind it. */
static const char *
byte_at(const struct text *t, unsigned line, unsigned col)
{
	struct str rest = t->s, s;
	unsigned n;

	must(line >= t->line && col >= 1, "line %u, column %u", line, col);
	for (n = t->line; n < line; n++) {
		must(rest.n, "line %u", line);
		text_line(&rest);
	}
	s = text_line(&rest);
	for (n = 1; n < col; n++) {
		uint32_t cp;
		size_t length = s.n ? utf8_decode(s.s, s.n, &cp) : 0;

		must(length, "column %u of line %u", col, line);
		s = (struct str){s.s + length, s.n - length};
	}
	return s.s;
}

/* The bytes that a scalar of one line came of. */
static void
check_plain(const struct text *t, const struct node *n)
{
	const char *start = byte_at(t, n->line, n->col), *end = byte_at(t, n->end_line, n->end_col);

	if (!n->text.n || n->line != n->end_line)
		return;
	must(text_eq(n->text, (struct str){start, (size_t)(end - start)}), "'%.*s' is not at %u:%u", (int)n->text.n, n->text.s,
	    n->line, n->col);
}

static void
check_scalar(const struct text *t, const struct node *n)
{
	must(!n->first && !n->flow, "a scalar");
	must(n->text.s, "text");
	must(utf8_valid(n->text) == n->text.n, "UTF-8");
	if (n->plain && !t->odd_breaks)
		check_plain(t, n);
}

static void
check_node(const struct text *t, const struct node *n, unsigned depth)
{
	const struct node *c, *last = NULL;
	size_t count = 0;

	must(depth <= YAML_DEPTH, "%u deep", depth);
	must(is_before(n->line, n->col, n->end_line, n->end_col), "ends at %u:%u before %u:%u", n->end_line, n->end_col,
	    n->line, n->col);
	if (n->kind == NODE_SCALAR) {
		check_scalar(t, n);
		return;
	}
	must(!n->text.s && !n->plain, "no text");
	for (c = n->first; c; c = c->next) {
		check_node(t, c, depth + (c->kind != NODE_SCALAR));
		must(!last || is_before(last->end_line, last->end_col, c->line, c->col), "children in order: %u:%u", c->line, c->col);
		must(is_before(c->end_line, c->end_col, n->end_line, n->end_col), "within its list: %u:%u", c->line, c->col);
		last = c;
		count++;
	}
	must(n->kind == NODE_LIST || count % 2 == 0, "keys and values: %zu", count);
}

static void
check_same_messages(const struct diag_msg *a, const struct diag_msg *b)
{
	for (; a && b; a = a->next, b = b->next)
		must(a->check == b->check && a->line == b->line && a->col == b->col && text_eq(a->text, b->text),
		    "%u:%u: %s; %u:%u: %s", a->line, a->col, a->text.s, b->line, b->col, b->text.s);
	must(!a && !b, "as many messages");
}

static void
check_same(const struct node *a, const struct node *b)
{
	for (; a && b; a = a->next, b = b->next) {
		must(a->kind == b->kind && a->plain == b->plain && a->flow == b->flow, "%u:%u: of one kind", a->line, a->col);
		must(a->line == b->line && a->col == b->col, "%u:%u, not %u:%u", a->line, a->col, b->line, b->col);
		must(a->end_line == b->end_line && a->end_col == b->end_col, "%u:%u: ends at %u:%u, not %u:%u", a->line, a->col,
		    a->end_line, a->end_col, b->end_line, b->end_col);
		must(!a->text.s == !b->text.s && text_eq(a->text, b->text), "%u:%u: '%.*s', not '%.*s'", a->line, a->col,
		    (int)a->text.n, a->text.s, (int)b->text.n, b->text.s);
		check_same(a->first, b->first);
	}
	must(!a && !b, "as many nodes");
}

static void
check_tree(struct str file, struct str yaml, unsigned line)
{
	struct text t = {yaml, line, yaml_odd_break(yaml) != NULL};
	struct diag d = {.mem = &mem}, alone = {.mem = &mem};
	struct node *root = yaml_read(&mem, yaml, line, &d), *same = yaml_parse(&mem, yaml, line, &alone);

	must(fuzz_check_messages(d.first, fuzz_yaml_lines(file)) == !root && d.first == d.last, "a tree or one error");
	if (root) {
		must(root->kind == NODE_MAP && !root->next, "one mapping");
		if (root->first)
			check_node(&t, root, 0);
	}
	check_same(root, same);
	check_same_messages(d.first, alone.first);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str file = fuzz_text(data, size);
	struct front f = {0};

	if (find(file, &f))
		check_tree(file, f.text, f.line);
	else
		check_tree(file, file, 1);
	mem_free(&mem);
	return 0;
}
