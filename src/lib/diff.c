#include <stdbool.h>
#include <string.h>

#include "buf.h"
#include "diff.h"
#include "mem.h"
#include "text.h"

enum {
	CONTEXT = 3,
	/*
	 * The most lines that may differ for the shortest way from one to the other to be looked for: it takes memory by
	 * the square of that, 4 MB here. Beyond it all between the first and the last difference is replaced.
	 */
	MOST = 1000,
};

/* The lines of one of the two, each with its LF; those that the other does not have are changed. */
struct side {
	struct str *line;
	bool *changed;
	size_t n;
};

/* A place in both. */
struct at {
	size_t a, b;
};

static struct side
split(struct mem *mem, struct str s)
{
	struct side side = {0};
	struct str rest = s;

	while (rest.n) {
		text_line(&rest);
		side.n++;
	}
	side.line = mem_array(mem, side.n, sizeof *side.line);
	side.changed = mem_array(mem, side.n, sizeof *side.changed);
	for (side.n = 0; s.n; s = rest) {
		rest = s;
		text_line(&rest);
		side.line[side.n++] = (struct str){s.s, s.n - rest.n};
	}
	return side;
}

/* The part of a side from a line on. */
static struct side
part(const struct side *s, size_t from, size_t n)
{
	return (struct side){s->line + from, s->changed + from, n};
}

/* The lines at the start that both have. */
static size_t
same_start(const struct side *a, const struct side *b)
{
	size_t n = 0;

	while (n < a->n && n < b->n && text_eq(a->line[n], b->line[n]))
		n++;
	return n;
}

static size_t
same_end(const struct side *a, const struct side *b)
{
	size_t n = 0;

	while (n < a->n && n < b->n && text_eq(a->line[a->n - 1 - n], b->line[b->n - 1 - n]))
		n++;
	return n;
}

/*
 * Of way[d][i], the furthest line of a that d changes lead to on the diagonal a - b = 2 * i - d: whether the last of them
 * was a line more in b, from way[d - 1][i], or else one less in a, from way[d - 1][i - 1].
 */
static bool
is_added(const size_t *before, size_t d, size_t i)
{
	return i == 0 || (i < d && before[i - 1] < before[i]);
}

/* Marks the changes that lead to line 2 * i - d of a, back from the last to the first. */
static void
mark(const struct side *a, const struct side *b, size_t *const *way, size_t d, size_t i)
{
	for (; d > 0; d--) {
		const size_t *before = way[d - 1];

		if (is_added(before, d, i)) {
			b->changed[before[i] + (d - 1) - 2 * i] = true;
		} else {
			i--;
			a->changed[before[i]] = true;
		}
	}
}

/* Fills way[d]; returns whether the end of both is reached, and at which i. */
static bool
extend(const struct side *a, const struct side *b, size_t **way, size_t d, size_t *end)
{
	size_t i, x, y;

	for (i = 0; i <= d; i++) {
		x = d == 0 ? 0 : is_added(way[d - 1], d, i) ? way[d - 1][i] : way[d - 1][i - 1] + 1;
		y = x + d - 2 * i;
		while (x < a->n && y < b->n && text_eq(a->line[x], b->line[y])) {
			x++;
			y++;
		}
		way[d][i] = x;
		if (x >= a->n && y >= b->n) {
			*end = i;
			return true;
		}
	}
	return false;
}

static void
compare(struct mem *mem, const struct side *a, const struct side *b)
{
	size_t most = a->n + b->n < MOST ? a->n + b->n : MOST;
	size_t **way = mem_array(mem, most + 1, sizeof *way);
	size_t d, end;

	for (d = 0; d <= most; d++) {
		way[d] = mem_array(mem, d + 1, sizeof *way[d]);
		if (extend(a, b, way, d, &end)) {
			mark(a, b, way, d, end);
			return;
		}
	}
	memset(a->changed, true, a->n);
	memset(b->changed, true, b->n);
}

/* Whether both have the same line there. */
static bool
is_same(const struct side *a, const struct side *b, struct at at)
{
	return at.a < a->n && at.b < b->n && !a->changed[at.a] && !b->changed[at.b];
}

/* Where the changed lines that begin at a place end. */
static struct at
after_change(const struct side *a, const struct side *b, struct at at)
{
	while (at.a < a->n && a->changed[at.a])
		at.a++;
	while (at.b < b->n && b->changed[at.b])
		at.b++;
	return at;
}

/* Where the hunk ends whose first change is at a place: the next change is out of reach of its context. */
static struct at
hunk_end(const struct side *a, const struct side *b, struct at at)
{
	for (;;) {
		struct at same;
		size_t n;

		at = after_change(a, b, at);
		for (same = at; is_same(a, b, same); same.b++)
			same.a++;
		n = same.a - at.a;
		if (n > 2 * CONTEXT || (same.a == a->n && same.b == b->n)) {
			n = n < CONTEXT ? n : CONTEXT;
			return (struct at){at.a + n, at.b + n};
		}
		at = same;
	}
}

static void
add_line(struct buf *out, char sign, struct str line)
{
	buf_chr(out, sign);
	buf_str(out, line);
	if (line.s[line.n - 1] != '\n')
		buf_str(out, STR("\n\\ No newline at end of file\n"));
}

/* `-12,3`: n lines from the one that `from` stand before; no lines are after the one before them. */
static void
add_range(struct buf *out, char sign, size_t from, size_t n)
{
	buf_fmt(out, "%c%zu", sign, from + (n > 0));
	if (n != 1)
		buf_fmt(out, ",%zu", n);
}

static void
add_hunk(struct buf *out, const struct side *a, const struct side *b, struct at at, struct at end)
{
	buf_str(out, STR("@@ "));
	add_range(out, '-', at.a, end.a - at.a);
	buf_chr(out, ' ');
	add_range(out, '+', at.b, end.b - at.b);
	buf_str(out, STR(" @@\n"));
	while (at.a < end.a || at.b < end.b) {
		for (; at.a < end.a && a->changed[at.a]; at.a++)
			add_line(out, '-', a->line[at.a]);
		for (; at.b < end.b && b->changed[at.b]; at.b++)
			add_line(out, '+', b->line[at.b]);
		for (; at.a < end.a && at.b < end.b && is_same(a, b, at); at.b++)
			add_line(out, ' ', a->line[at.a++]);
	}
}

static void
add_hunks(struct buf *out, const struct side *a, const struct side *b)
{
	struct at at = {0, 0};

	for (;;) {
		struct at end;
		size_t lead;

		for (; is_same(a, b, at); at.b++)
			at.a++;
		if (at.a == a->n && at.b == b->n)
			return;
		end = hunk_end(a, b, at);
		lead = at.a < CONTEXT ? at.a : CONTEXT;
		add_hunk(out, a, b, (struct at){at.a - lead, at.b - lead}, end);
		at = end;
	}
}

/* Adds path without what git refuses in one: a '/' at the start, empty and '.' parts. */
static void
add_parts(struct buf *b, struct str path)
{
	size_t i, n;

	for (i = 0; i < path.n; i += n + 1) {
		const char *slash = memchr(path.s + i, '/', path.n - i);
		struct str name = {path.s + i, (slash ? (size_t)(slash - path.s) : path.n) - i};

		n = name.n;
		if (!n || text_eq(name, STR(".")))
			continue;
		buf_chr(b, '/');
		buf_str(b, name);
	}
}

/* Adds c as git writes it between quotes; returns whether it needs them. */
static bool
add_quoted(struct buf *b, char c)
{
	static const char letters[] = "\aa\bb\tt\nn\vv\ff\rr\"\"\\\\";
	const char *l;

	for (l = letters; *l && *l != c; l += 2)
		;
	if (*l) {
		buf_add(b, (char[]){'\\', l[1]}, 2);
		return true;
	}
	if ((unsigned char)c >= 0x20 && c != 0x7F) {
		buf_chr(b, c);
		return false;
	}
	buf_fmt(b, "\\%03o", (unsigned)c);
	return true;
}

/* `--- a/path`, in quotes if it needs them; where there is a blank in it, a TAB tells its end. */
static void
add_name(struct buf *out, const char *sign, char root, struct str path)
{
	struct buf name = {0}, quoted = {0};
	bool odd = false;
	size_t i;

	add_parts(&name, path);
	for (i = 0; i < name.n; i++)
		odd |= add_quoted(&quoted, name.s[i]);
	buf_fmt(out, "%s %s%c", sign, odd ? "\"" : "", root);
	buf_add(out, odd ? quoted.s : name.s, odd ? quoted.n : name.n);
	if (odd)
		buf_chr(out, '"');
	if (name.n && memchr(name.s, ' ', name.n))
		buf_chr(out, '\t');
	buf_chr(out, '\n');
	buf_free(&name);
	buf_free(&quoted);
}

void
diff_unified(struct buf *out, struct str path, struct str old, struct str new)
{
	struct mem mem = {0};
	struct side a = split(&mem, old), b = split(&mem, new), x, y;
	size_t start = same_start(&a, &b), end;

	x = part(&a, start, a.n - start);
	y = part(&b, start, b.n - start);
	end = same_end(&x, &y);
	x.n -= end;
	y.n -= end;
	if (x.n || y.n) {
		compare(&mem, &x, &y);
		if (old.s)
			add_name(out, "---", 'a', path);
		else
			buf_str(out, STR("--- /dev/null\n"));
		add_name(out, "+++", 'b', path);
		add_hunks(out, &a, &b);
	}
	mem_free(&mem);
}
