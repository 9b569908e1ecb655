/*
 * usage: compile NAME FILE
 * Writes what a file of YAML says as C, `static const struct node NAME[]`, so that no filter has to read it when it starts.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "../src/lib/file.h"
#include "../src/lib/text.h"
#include "../src/lib/yaml.h"

static size_t
count(const struct node *n)
{
	const struct node *child;
	size_t all = 1;

	for (child = n->first; child; child = child->next)
		all += count(child);
	return all;
}

static void
put_text(struct buf *b, struct str text)
{
	size_t i;

	buf_fmt(b, "{\"");
	for (i = 0; i < text.n; i++)
		buf_fmt(b, text_is_alnum(text.s[i]) ? "%c" : "\\%03o", (unsigned char)text.s[i]);
	buf_fmt(b, "\", %zu}", text.n);
}

static void
put_pointer(struct buf *b, const char *name, const char *member, size_t at)
{
	buf_fmt(b, ", .%s = (struct node *)&%s[%zu]", member, name, at);
}

/* Puts a node at a place of the array, and its children behind it. */
static void
put(struct buf *b, const char *name, const struct node *n, size_t at)
{
	const struct node *child;

	buf_fmt(b, "\t{.kind = %d, .plain = %d, .flow = %d, .line = %u, .col = %u, .end_line = %u, .end_col = %u, .text = ",
	    n->kind, n->plain, n->flow, n->line, n->col, n->end_line, n->end_col);
	put_text(b, n->text);
	if (n->first)
		put_pointer(b, name, "first", at + 1);
	if (n->next)
		put_pointer(b, name, "next", at + count(n));
	buf_fmt(b, "},\n");
	for (at++, child = n->first; child; at += count(child), child = child->next)
		put(b, name, child, at);
}

int
main(int argc, char **argv)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct buf in = {0}, out = {0};
	struct node *root;
	char text[128];
	int problem;

	diag_program("seeds/compile");
	if (argc != 3)
		diag_die("usage: compile NAME FILE");
	problem = file_read(argv[2], &in);
	if (problem)
		diag_die("%s: %s", argv[2], file_problem(problem, text));
	root = yaml_read(&mem, buf_text(&in), 1, &d);
	if (!root) {
		diag_print(d.first, text_c(argv[2]));
		return 2;
	}
	buf_fmt(&out, "static const struct node %s[] = {\n", argv[1]);
	put(&out, argv[1], root, 0);
	buf_fmt(&out, "};\n");
	if (buf_write(&out, STDOUT_FILENO) < 0 || close(STDOUT_FILENO) < 0)
		diag_die("standard output: %s", strerror(errno));
	buf_free(&in);
	buf_free(&out);
	mem_free(&mem);
	return 0;
}
