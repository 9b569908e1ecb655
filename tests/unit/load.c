#include <sys/stat.h>
#include <unistd.h>

#include "../../src/lib/file.h"
#include "../../src/lib/load.h"
#include "files.h"

enum { MANY = 230 };            /* enough for seven threads */

static struct rules rules;
static const struct reading reading = {.rules = &rules, .body = true, .links = true};

/* ---- loading, and what was printed ---- */

/* The notes of a book, a line each: path, name, what became of the first link, touches. */
static void
add_book(struct buf *b, const struct book *book)
{
	size_t i;

	for (i = 0; i < book->n; i++) {
		const struct note *n = &book->notes[i];

		buf_fmt(b, "%.*s '%.*s' %u", (int)n->path.n, n->path.s, (int)n->name.n, n->name.s, (unsigned)n->ntouches);
		if (n->nvia && n->via->note != BOOK_NONE)
			buf_fmt(b, " via %.*s", (int)book->notes[n->via->note].path.n, book->notes[n->via->note].path.s);
		buf_chr(b, '\n');
	}
	for (i = 0; i < book->nreferrals; i++)
		buf_fmt(b, "%zu<-%zu\n", book->referrals[i].referrer, book->referrals[i].referral);
}

/* What loading the names gives, then what it prints. */
static struct str
load_names(struct mem *mem, const struct names *names, unsigned threads)
{
	int old = catch_stderr();
	struct buf b = {0};
	struct load load;
	struct str s;

	load_notes(&load, names, &reading, threads);
	load_print(&load);
	add_book(&b, &load.book);
	buf_str(&b, caught(mem, old));
	load_free(&load);
	s = mem_str(mem, (struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

/* The same for operands, which a NULL ends. */
static struct str
load_operands(struct mem *mem, const char *const operands[], unsigned threads)
{
	struct names names = {0};
	struct str s;

	for (; *operands; operands++)
		names_add(&names, of(*operands));
	names_sort(&names);
	s = load_names(mem, &names, threads);
	names_free(&names);
	return s;
}

#define LOAD(mem, ...) load_operands((mem), (const char *const[]){__VA_ARGS__, NULL}, 1)

/* ---- many notes ---- */

/* Every seventh note is bad YAML, every fifth has a bad date, every eleventh is no note at all. */
static void
put_many(struct buf *want)
{
	struct buf bad = {0};
	char path[64], text[128];
	int i;

	make_dir("many");
	make_dir("many/sub");
	for (i = 0; i < MANY; i++) {
		snprintf(path, sizeof path, "many/%s%03d.md", i >= MANY / 2 ? "sub/n" : "n", i);
		if (i % 11 == 0) {
			put(path, "# README\n");
			continue;
		}
		snprintf(text, sizeof text, i % 7 == 0 ? "---\na: b: c\n---\n" : "---\nname: Note %d\nlast: %s\n---\n", i,
		    i % 5 == 0 ? "soon" : "2026-11-03");
		put(path, text);
		if (i % 7 == 0)
			buf_fmt(&bad, "fu: %s:2:5: a second ':' in this value; put the value in quotes\n", path);
		else if (i % 5 == 0)
			buf_fmt(&bad, "fu: %s:3:7: last: 'soon' is not a date; write YYYY-MM-DD\n", path);
		if (i % 7)
			buf_fmt(want, "%s 'Note %d' %d\n", path, i, i % 5 != 0);
	}
	buf_str(want, (struct str){bad.s, bad.n});
	buf_free(&bad);
	buf_chr(want, '\0');
}

static void
test_many(void)
{
	static const unsigned threads[] = {1, 2, 7, 64};
	struct buf want = {0};
	struct mem mem = {0};
	size_t i;

	put_many(&want);
	ok(diag_status() == 0, "many: the status is 0 to begin with");
	for (i = 0; i < LEN(threads); i++)
		is(load_operands(&mem, (const char *const[]){"many", NULL}, threads[i]), want.s,
		    "many: notes and messages are in the order of the paths with %u threads", threads[i]);
	ok(diag_status() == 2, "many: a note that could not be read makes the status 2");
	is(load_operands(&mem, (const char *const[]){"many/sub", "many", "many/n001.md", NULL}, 2), want.s,
	    "many: each note once, however often it is named");
	buf_free(&want);
	mem_free(&mem);
}

/* ---- files that are not what they were ---- */

static void
put_three(const char *dir)
{
	char path[64];
	int i;

	make_dir(dir);
	for (i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s/%c.md", dir, 'a' + i);
		put(path, "---\n---\n");
	}
}

static void
test_gone(void)
{
	static const unsigned threads[] = {1, 2, 7};
	struct names names = {0};
	struct mem mem = {0};
	size_t i;

	put_three("gone");
	names_add(&names, STR("gone"));
	if (unlink("gone/b.md") < 0)
		die_of("gone/b.md");
	for (i = 0; i < LEN(threads); i++)
		is(load_names(&mem, &names, threads[i]), "gone/a.md 'a' 0\ngone/c.md 'c' 0\n"
		    "fu: gone/b.md: No such file or directory\n",
		    "gone: a file that vanished is an error, and the others are read, with %u threads", threads[i]);
	if (symlink("nowhere", "gone/b.md") < 0)
		die_of("gone/b.md");
	is(load_names(&mem, &names, 1), "gone/a.md 'a' 0\ngone/c.md 'c' 0\n"
	    "fu: gone/b.md: a symbolic link to a file that is not there\n", "gone: a link to what is not there");
	remove("gone/b.md");
	make_dir("gone/b.md");
	is(load_names(&mem, &names, 1), "gone/a.md 'a' 0\ngone/c.md 'c' 0\n"
	    "fu: gone/b.md: warning: a symbolic link to a directory, which is not followed\n",
	    "gone: a directory in the place of a file that was found");
	names_free(&names);
	mem_free(&mem);
}

static void
test_kinds_of_files(void)
{
	struct mem mem = {0};

	put_three("kinds");
	put("kinds/b.md", "# no note\n");
	is(LOAD(&mem, "kinds"), "kinds/a.md 'a' 0\nkinds/c.md 'c' 0\n",
	    "a file that is no note is passed over where it was found");
	is(LOAD(&mem, "kinds", "kinds/b.md"), "kinds/a.md 'a' 0\nkinds/c.md 'c' 0\n"
	    "fu: kinds/b.md:1:1: no front matter; a note begins with a line '---'\n", "and is an error where it was named");
	remove("kinds/b.md");
	if (mkfifo("kinds/b.md", 0666) < 0)
		die_of("kinds/b.md");
	is(LOAD(&mem, "kinds"), "kinds/a.md 'a' 0\nkinds/c.md 'c' 0\n"
	    "fu: kinds/b.md: a FIFO, socket or device, not a file\n", "a FIFO is not waited for");
	remove("kinds/b.md");
	put("kinds/b.md", "---\n---\n");
	if (truncate("kinds/b.md", FILE_MAX + 1) < 0)
		die_of("kinds/b.md");
	is(LOAD(&mem, "kinds"), "kinds/a.md 'a' 0\nkinds/c.md 'c' 0\n"
	    "fu: kinds/b.md: a file of more than 16 MiB; nothing of it is read\n",
	    "a file of more than 16 MiB is not read");
	if (truncate("kinds/b.md", FILE_MAX) < 0)
		die_of("kinds/b.md");
	is(LOAD(&mem, "kinds"), "kinds/a.md 'a' 0\nkinds/b.md 'b' 0\nkinds/c.md 'c' 0\n", "a file of 16 MiB is");
	remove("kinds/b.md");
	if (symlink("a.md", "kinds/b.md") < 0)
		die_of("kinds/b.md");
	is(LOAD(&mem, "kinds"), "kinds/a.md 'a' 0\nkinds/b.md 'b' 0\nkinds/c.md 'c' 0\n", "a link to a file is");
	mem_free(&mem);
}

static void
test_links(void)
{
	struct mem mem = {0};

	make_dir("links");
	put("links/ana.md", "---\nvia: Lee Park\n---\n- 2026-11-03 call\n");
	put("links/lee.md", "---\nname: Lee Park\nvia: nobody\n---\n");
	put("links/tom.md", "---\nvia: [[LEE]]\n---\n");
	is(LOAD(&mem, "links"), "links/ana.md 'ana' 1 via links/lee.md\nlinks/lee.md 'Lee Park' 0\n"
	    "links/tom.md 'tom' 0 via links/lee.md\n1<-0\n1<-2\n"
	    "fu: links/lee.md:3:6: warning: via: no note has the id, name or alias 'nobody'\n", "links are looked up");
	is(LOAD(&mem, "links/tom.md"), "links/tom.md 'tom' 0\n"
	    "fu: links/tom.md:2:6: warning: via: no note has the id, name or alias 'LEE'\n",
	    "among the notes that were named");
	mem_free(&mem);
}

static void
test_nothing(void)
{
	struct names names = {0};
	struct mem mem = {0};

	is(load_names(&mem, &names, 1), "", "no names, no notes");
	is(load_names(&mem, &names, 7), "", "however many threads");
	mem_free(&mem);
}

int
main(void)
{
	char dir[TEMP_PATH];

	go_to_temp(dir);
	rules_builtin(&rules);
	rules_ready(&rules);
	test_many();
	test_gone();
	test_kinds_of_files();
	test_links();
	test_nothing();
	rules_free(&rules);
	remove_all(dir);
	return done();
}
