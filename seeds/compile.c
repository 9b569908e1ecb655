/*
 * usage: compile NAME <FILE
 * Writes what a file of YAML says as C, `static const struct node NAME[]`, so that no filter has to read it when it starts.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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
put_text(struct str text)
{
	size_t i;

	printf("{\"");
	for (i = 0; i < text.n; i++)
		printf(text_is_alnum(text.s[i]) ? "%c" : "\\%03o", (unsigned char)text.s[i]);
	printf("\", %zu}", text.n);
}

static void
put_pointer(const char *name, const char *member, size_t at)
{
	printf(", .%s = (struct node *)&%s[%zu]", member, name, at);
}

/* Puts a node at a place of the array, and its children behind it. */
static void
put(const char *name, const struct node *n, size_t at)
{
	const struct node *child;

	printf("\t{.kind = %d, .plain = %d, .flow = %d, .line = %u, .col = %u, .end_line = %u, .end_col = %u, .text = ",
	    n->kind, n->plain, n->flow, n->line, n->col, n->end_line, n->end_col);
	put_text(n->text);
	if (n->first)
		put_pointer(name, "first", at + 1);
	if (n->next)
		put_pointer(name, "next", at + count(n));
	printf("},\n");
	for (at++, child = n->first; child; at += count(child), child = child->next)
		put(name, child, at);
}

int
main(int argc, char **argv)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct buf b = {0};
	struct node *root;
	ssize_t n;

	diag_program("seeds/compile");
	if (argc != 2)
		diag_die("usage: compile NAME <FILE");
	while ((n = read(STDIN_FILENO, buf_room(&b, BUFSIZ), BUFSIZ)) > 0)
		b.n += (size_t)n;
	if (n < 0)
		diag_die("standard input: %s", strerror(errno));
	root = yaml_read(&mem, buf_text(&b), 1, &d);
	if (!root) {
		diag_print(d.first, STR("standard input"));
		return 2;
	}
	printf("static const struct node %s[] = {\n", argv[1]);
	put(argv[1], root, 0);
	printf("};\n");
	buf_free(&b);
	mem_free(&mem);
	if (ferror(stdout) || fclose(stdout) == EOF)
		diag_die("standard output: %s", strerror(errno));
	return 0;
}
