#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../src/lib/diff.h"
#include "../../src/lib/text.h"
#include "aid.h"

static const struct {
	const char *name, *old, *new, *want;    /* old is NULL: a new file; want is what follows the two lines of names */
} cases[] = {
	{"a line changed", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
	    "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"},
	{"the first line", "1\n2\n3\n4\n5\n", "x\n2\n3\n4\n5\n", "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n"},
	{"the last line", "1\n2\n3\n4\n5\n", "1\n2\n3\n4\nx\n", "@@ -2,4 +2,4 @@\n 2\n 3\n 4\n-5\n+x\n"},
	{"a line more", "1\n2\n3\n4\n5\n", "1\n2\nx\n3\n4\n5\n", "@@ -1,5 +1,6 @@\n 1\n 2\n+x\n 3\n 4\n 5\n"},
	{"a line less", "1\n2\n3\n4\n5\n", "1\n2\n4\n5\n", "@@ -1,5 +1,4 @@\n 1\n 2\n-3\n 4\n 5\n"},
	{"a line before all", "1\n2\n3\n4\n", "x\n1\n2\n3\n4\n", "@@ -1,3 +1,4 @@\n+x\n 1\n 2\n 3\n"},
	{"a line after all", "1\n2\n3\n4\n", "1\n2\n3\n4\nx\n", "@@ -2,3 +2,4 @@\n 2\n 3\n 4\n+x\n"},
	{"the second of two that are the same is the one more", "a\nb\n", "a\na\nb\n", "@@ -1,2 +1,3 @@\n a\n+a\n b\n"},
	{"of one line", "1\n", "x\n", "@@ -1 +1 @@\n-1\n+x\n"},
	{"lines that change places", "1\n2\n3\n", "2\n1\n3\n", "@@ -1,3 +1,3 @@\n-1\n 2\n+1\n 3\n"},
	{"all is other", "1\n2\n", "3\n4\n5\n", "@@ -1,2 +1,3 @@\n-1\n-2\n+3\n+4\n+5\n"},
	{"six lines between two changes are context", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
	    "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"},
	{"seven part them", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
	    "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n"},
	{"the second hunk counts what the first added", "1\n2\n3\n4\n5\n6\n7\n8\n", "x\ny\n1\n2\n3\n4\n5\n6\n7\n",
	    "@@ -1,3 +1,5 @@\n+x\n+y\n 1\n 2\n 3\n@@ -5,4 +7,3 @@\n 5\n 6\n 7\n-8\n"},
	{"a newline at the end goes", "1\n2\n", "1\n2", "@@ -1,2 +1,2 @@\n 1\n-2\n+2\n\\ No newline at end of file\n"},
	{"a newline at the end comes", "1\n2", "1\n2\n", "@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+2\n"},
	{"no newline at both ends", "1\n2", "x\n2", "@@ -1,2 +1,2 @@\n-1\n+x\n 2\n\\ No newline at end of file\n"},
	{"a line after one without a newline", "1", "1\n2",
	    "@@ -1 +1,2 @@\n-1\n\\ No newline at end of file\n+1\n+2\n\\ No newline at end of file\n"},
	{"CRLF", "1\r\n2\r\n", "1\r\nx\r\n", "@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+x\r\n"},
	{"CRLF that comes", "1\n2\n", "1\r\n2\n", "@@ -1,2 +1,2 @@\n-1\n+1\r\n 2\n"},
	{"a CR alone ends no line", "1\r2\n", "1\rx\n", "@@ -1 +1 @@\n-1\r2\n+1\rx\n"},
	{"empty before", "", "1\n2\n", "@@ -0,0 +1,2 @@\n+1\n+2\n"},
	{"empty after", "1\n2\n", "", "@@ -1,2 +0,0 @@\n-1\n-2\n"},
	{"lines that look like signs", "-- 1\n++ 2\n@@ 3\n", "-- 1\n++ x\n@@ 3\n",
	    "@@ -1,3 +1,3 @@\n -- 1\n-++ 2\n+++ x\n @@ 3\n"},
	{"blank lines", "\n\n\n", "\n\n\n\n", "@@ -1,3 +1,4 @@\n \n \n \n+\n"},
	{"a new file", NULL, "1\n2\n", "@@ -0,0 +1,2 @@\n+1\n+2\n"},
	{"a new file without a newline at its end", NULL, "1", "@@ -0,0 +1 @@\n+1\n\\ No newline at end of file\n"},
};

static const struct {
	const char *path, *want;        /* what follows `--- ` and `+++ `, with a for either */
} paths[] = {
	{"a.md", "a/a.md"}, {"notes/dana.md", "a/notes/dana.md"}, {"./dana.md", "a/dana.md"}, {"././dana.md", "a/dana.md"},
	{".//dana.md", "a/dana.md"}, {"/srv/notes/dana.md", "a/srv/notes/dana.md"}, {"//srv/dana.md", "a/srv/dana.md"},
	{"notes//dana.md", "a/notes/dana.md"}, {"notes/./dana.md", "a/notes/dana.md"}, {"../dana.md", "a/../dana.md"},
	{".dana.md", "a/.dana.md"}, {"..md", "a/..md"}, {"dana lee.md", "a/dana lee.md\t"},
	{"a dir/dana.md", "a/a dir/dana.md\t"},
	{"d\u00e1na.md", "a/d\u00e1na.md"}, {"d\xff.md", "a/d\xff.md"}, {"\u6bdb \u6cfd.md", "a/\u6bdb \u6cfd.md\t"},
	{"tab\t.md", "\"a/tab\\t.md\""}, {"lf\n.md", "\"a/lf\\n.md\""}, {"\a\b\v\f\r", "\"a/\\a\\b\\v\\f\\r\""},
	{"\x01\x1f\x7f.md", "\"a/\\001\\037\\177.md\""}, {"\001" "1", "\"a/\\0011\""},
	{"\"q\".md", "\"a/\\\"q\\\".md\""}, {"b\\s.md", "\"a/b\\\\s.md\""}, {"it's.md", "a/it's.md"},
	{"b\\ s \u00e1.md", "\"a/b\\\\ s \u00e1.md\"\t"}, {"%s.md", "a/%s.md"},
};

static struct str
held(const struct buf *b)
{
	return (struct str){b->s, b->n};
}

static void
test_cases(void)
{
	struct buf out = {0}, want = {0};
	size_t i;

	for (i = 0; i < LEN(cases); i++) {
		out.n = want.n = 0;
		diff_unified(&out, of("n.md"), of(cases[i].old), of(cases[i].new));
		buf_fmt(&want, "--- %s\n+++ b/n.md\n%s%c", cases[i].old ? "a/n.md" : "/dev/null", cases[i].want, 0);
		is(held(&out), want.s, "%s", cases[i].name);
	}
	out.n = 0;
	diff_unified(&out, of("n.md"), of("1\n2"), of("1\n2"));
	diff_unified(&out, of("n.md"), of(""), of(""));
	diff_unified(&out, of("n.md"), (struct str){NULL, 0}, of(""));
	ok(out.n == 0, "nothing where nothing changes");
	diff_unified(&out, of("1"), of("1\n"), of("x\n"));
	diff_unified(&out, of("2"), (struct str){"1\0a", 3}, (struct str){"1\0b\n", 4});
	ok(text_eq(held(&out), STR("--- a/1\n+++ b/1\n@@ -1 +1 @@\n-1\n+x\n"
	    "--- a/2\n+++ b/2\n@@ -1 +1 @@\n-1\0a\n\\ No newline at end of file\n+1\0b\n")), "one after the other, a NUL");
	buf_free(&out);
	buf_free(&want);
}

static void
test_paths(void)
{
	struct buf out = {0}, want = {0};
	size_t i;

	for (i = 0; i < LEN(paths); i++) {
		int quote = paths[i].want[0] == '"';

		out.n = want.n = 0;
		diff_unified(&out, of(paths[i].path), of("1\n"), of("2\n"));
		buf_fmt(&want, "--- %s\n+++ %s\n@@ -1 +1 @@\n-1\n+2\n%c", paths[i].want, paths[i].want, 0);
		*strstr(strstr(want.s, "\n+++ "), "a/") = 'b';
		is(held(&out), want.s, "path %zu, %s", i, quote ? "in quotes" : paths[i].want);
	}
	buf_free(&out);
	buf_free(&want);
}

/* Where more differs than the way is looked for, the lines between the first and the last difference are replaced. */
static void
test_most(void)
{
	struct buf out = {0}, old = {0}, new = {0};
	size_t i, dels = 0, adds = 0, same = 0;
	struct str rest;

	for (i = 0; i < 3000; i++) {
		buf_fmt(&old, i % 2 ? "%zu\n" : "old %zu\n", i);
		buf_fmt(&new, i % 2 ? "%zu\n" : "new %zu\n", i);
	}
	diff_unified(&out, of("n"), held(&old), held(&new));
	for (rest = held(&out); rest.n;) {
		struct str line = text_line(&rest);

		dels += line.s[0] == '-' && line.s[1] != '-';
		adds += line.s[0] == '+' && line.s[1] != '+';
		same += line.s[0] == ' ';
	}
	ok(dels == 2999 && adds == 2999 && same == 1, "too many differences: %zu less, %zu more, %zu the same", dels, adds,
	    same);
	ok(strncmp(out.s, "--- a/n\n+++ b/n\n@@ -1,3000 +1,3000 @@\n-old 0\n", 44) == 0, "too many differences: one hunk");
	buf_free(&out);
	buf_free(&old);
	buf_free(&new);
}

enum { FILES = 400, LINES = 40, OTHER = 1000 };

static const char *const words[] = {
	"a", "b", "c", "d", "", "- x", "-- a", "++ b", "@@ -1 +1 @@", "crlf\r", "\\ No newline", " ",
	"\xff\u00e9", "diff --git",
};

/* A file: the numbers of its words, and OTHER more for a last line without a newline. */
struct lines {
	size_t v[LINES], n;
};

static struct lines
random_lines(unsigned most)
{
	struct lines l = {{0}, random_below(most + 1)};
	size_t i, kinds = random_below(3) ? LEN(words) : 3;

	for (i = 0; i < l.n; i++)
		l.v[i] = random_below((unsigned)kinds);
	return l;
}

/* l with a few lines more, less or other. */
static struct lines
changed(struct lines l)
{
	unsigned times = 1 + random_below(4);

	while (times--) {
		size_t at = random_below((unsigned)l.n + 1);
		unsigned how = random_below(3);

		if (how == 0 && at < l.n)
			memmove(l.v + at, l.v + at + 1, (l.n-- - at - 1) * sizeof *l.v);
		if (how == 1 && l.n < LINES)
			memmove(l.v + at + 1, l.v + at, (l.n++ - at) * sizeof *l.v);
		if (how > 0 && at < l.n)
			l.v[at] = random_below(LEN(words));
	}
	return l;
}

static void
end_line(struct lines *l)
{
	if (l->n && *words[l->v[l->n - 1]] && !random_below(3))
		l->v[l->n - 1] += OTHER;
}

static void
add_text(struct buf *b, const struct lines *l)
{
	size_t i;

	b->n = 0;
	for (i = 0; i < l->n; i++) {
		buf_str(b, of(words[l->v[i] % OTHER]));
		if (l->v[i] < OTHER)
			buf_chr(b, '\n');
	}
}

/* The least lines that are less or more on the way from a to b. */
static size_t
distance(const struct lines *a, const struct lines *b)
{
	size_t same[LINES + 1][LINES + 1] = {{0}}, i, j;

	for (i = 1; i <= a->n; i++)
		for (j = 1; j <= b->n; j++) {
			size_t x = same[i - 1][j], y = same[i][j - 1];

			same[i][j] = a->v[i - 1] == b->v[j - 1] ? same[i - 1][j - 1] + 1 : x > y ? x : y;
		}
	return a->n + b->n - 2 * same[a->n][b->n];
}

/* The lines of a diff of one file that a sign begins, without those of its names. */
static size_t
signs(struct str diff)
{
	size_t n = 0;

	if (!diff.n)
		return 0;
	text_line(&diff);
	for (text_line(&diff); diff.n;) {
		struct str line = text_line(&diff);

		n += line.s[0] == '-' || line.s[0] == '+';
	}
	return n;
}

/* A file before and after a change, and the diff. */
static struct pair {
	struct buf path, old, new, diff;
	bool is_new;
} pairs[FILES];

static void
add_path(struct buf *b, int i)
{
	switch (i % 4) {
	case 0:
		buf_fmt(b, "n%d.md", i);
		break;
	case 1:
		buf_fmt(b, "an odd %d.md", i);
		break;
	case 2:
		buf_fmt(b, "\"%d\t\x01.md", i);
		break;
	default:
		buf_fmt(b, "d/b\\ %d \u00e9.md", i);
	}
	*buf_room(b, 1) = '\0';
}

/* Makes a pair; returns whether its diff says no more than it has to. */
static bool
make_pair(struct pair *p, int i)
{
	struct lines old = random_lines(LINES), new = random_below(4) ? changed(old) : random_lines(6);
	struct str before;

	p->is_new = random_below(8) == 0;
	if (p->is_new)
		old.n = 0;
	end_line(&old);
	end_line(&new);
	add_path(&p->path, i);
	add_text(&p->old, &old);
	add_text(&p->new, &new);
	before = (struct str){p->is_new ? NULL : p->old.s ? p->old.s : "", p->old.n};
	diff_unified(&p->diff, held(&p->path), before, held(&p->new));
	return signs(held(&p->diff)) == distance(&old, &new);
}

static bool
write_file(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "wb");
	bool wrote = f && (!b->n || fwrite(b->s, b->n, 1, f) == 1);

	return f && fclose(f) == 0 && wrote;
}

/* Whether a file holds these bytes; without a file there are none. */
static bool
holds(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "rb");
	bool same = !f && !b->n;
	char *got = malloc(b->n + 1);

	if (f && got)
		same = fread(got, 1, b->n + 1, f) == b->n && (!b->n || memcmp(got, b->s, b->n) == 0);
	if (f)
		fclose(f);
	free(got);
	return same;
}

/* Writes the files as they were, those that are changed. */
static bool
write_old(void)
{
	bool wrote = true;
	int i;

	for (i = 0; i < FILES; i++) {
		if (pairs[i].is_new)
			remove(pairs[i].path.s);
		else
			wrote &= write_file(pairs[i].path.s, &pairs[i].old);
	}
	return wrote;
}

/* How many files are not what they ought to be. */
static int
wrong(bool after)
{
	int i, n = 0;

	for (i = 0; i < FILES; i++) {
		if (holds(pairs[i].path.s, after ? &pairs[i].new : &pairs[i].old))
			continue;
		printf("# wrong: pair %d\n", i);
		n++;
	}
	return n;
}

/* The diffs, in one file, are applied by git(1) and patch(1), and taken back by git. */
static void
test_apply(void)
{
	static const char git[] = "unset $(git rev-parse --local-env-vars); GIT_CEILING_DIRECTORIES=$(dirname \"$PWD\") "
	    "GIT_CONFIG_NOSYSTEM=1 HOME=$PWD git apply --whitespace=nowarn";
	char command[sizeof git + 20];

	if (system("command -v git >/dev/null") != 0) {
		ok(1, "applied by git # SKIP there is no git");
	} else {
		snprintf(command, sizeof command, "%s all.diff", git);
		ok(write_old() && system(command) == 0 && wrong(true) == 0, "applied by git");
		snprintf(command, sizeof command, "%s -R all.diff", git);
		ok(system(command) == 0 && wrong(false) == 0, "and taken back");
	}
	if (system("command -v patch >/dev/null") != 0)
		ok(1, "applied by patch # SKIP there is no patch");
	else
		ok(write_old() && system("patch -s -f -p1 <all.diff") == 0 && wrong(true) == 0, "applied by patch");
}

static void
test_random(void)
{
	const char *tmp = getenv("TMPDIR");
	struct buf dir = {0}, all = {0};
	int i, longer = 0;

	for (i = 0; i < FILES; i++) {
		longer += !make_pair(&pairs[i], i);
		buf_add(&all, pairs[i].diff.s, pairs[i].diff.n);
	}
	ok(longer == 0, "random files: as few lines as can be");
	buf_fmt(&dir, "%s/fu-diff.XXXXXX%c", tmp && *tmp ? tmp : "/tmp", 0);
	if (!mkdtemp(dir.s) || chdir(dir.s) < 0 || mkdir("d", 0777) < 0 || !write_file("all.diff", &all))
		diag_die("%s: cannot be used", dir.s);
	test_apply();
	if (chdir("/") < 0 || setenv("FU_DIR", dir.s, 1) < 0 || system("rm -rf -- \"$FU_DIR\"") != 0)
		diag_die("%s: cannot be removed", dir.s);
	for (i = 0; i < FILES; i++) {
		buf_free(&pairs[i].path);
		buf_free(&pairs[i].old);
		buf_free(&pairs[i].new);
		buf_free(&pairs[i].diff);
	}
	buf_free(&dir);
	buf_free(&all);
}

int
main(void)
{
	test_cases();
	test_paths();
	test_most();
	test_random();
	return done();
}
