#include <sys/stat.h>
#include <unistd.h>

#include "../../src/lib/lookup.h"
#include "files.h"

static struct rules rules;
static const char *root = "n";

/* ---- files ---- */

/* An empty directory n, which is that of the notes. */
static void
start(void)
{
	remove_all("n");
	make_dir("n");
}

static void
put_name(const char *path, const char *name)
{
	char text[256];

	snprintf(text, sizeof text, "---\nname: %s\n---\n", name);
	put(path, text);
}

/* ---- looking up, and what was printed ---- */

static void
add_path(struct buf *out, struct lookup *l, struct str operand)
{
	struct str path = lookup_path(l, operand);

	if (path.s)
		buf_str(out, path);
	buf_fmt(out, "%s\n", path.s ? "" : "-");
}

/* What it prints, then a line for each operand: the path, or '-' for none. */
static struct str
look_up_all(struct mem *mem, const struct str *operands, size_t n)
{
	struct lookup l = {.rules = &rules, .today = on("2026-11-22"), .root = of(root)};
	struct buf paths = {0}, said = {0};
	int old = catch_stderr();
	struct str s;
	size_t i;

	for (i = 0; i < n; i++)
		add_path(&paths, &l, operands[i]);
	buf_str(&said, caught(mem, old));
	buf_str(&said, (struct str){paths.s, paths.n});
	s = mem_str(mem, (struct str){said.s, said.n});
	lookup_free(&l);
	buf_free(&said);
	buf_free(&paths);
	return s;
}

static struct str
look_up(struct mem *mem, const char *operand)
{
	struct str s = of(operand);

	return look_up_all(mem, &s, 1);
}

struct example {
	const char *operand, *want;
};

static void
test_examples(const char *about, const struct example *examples, size_t n)
{
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < n; i++)
		is(look_up(&mem, examples[i].operand), examples[i].want, "%s: '%s'", about, examples[i].operand);
	mem_free(&mem);
}

#define NONE(operand, near) "fu: '" operand "': no note under n has this id, name or address; " near "-\n"
#define UNKNOWN(operand) NONE(operand, "fu-list -f path,name lists them\n")
#define NEAR(operand, lines) NONE(operand, "near it:\n" lines)
#define SEVERAL(operand, lines) "fu: '" operand "' is more than one note; write the id or path of one:\n" lines "-\n"
#define REYES "n/people/dana-reyes.md"
#define REYES_LINE "fu:   " REYES " (Dana M. Reyes)\n"

/* ---- */

static void
put_people(void)
{
	start();
	make_dir("n/people");
	make_dir("n/old");
	put(REYES, "---\nname: Dana M. Reyes\naliases: [Big D, Old Chief]\n"
	    "email: [dana@acme.example, d.reyes@acme.example]\n---\n");
	put_name("n/people/lee-park.md", "Lee Park");
	put_name("n/old/lee-park.md", "Lee B. Park");
	put_name("n/cho.markdown", "\xC3\x89mile O\xE2\x80\x99" "Cho");
	put("n/closed.md", "---\nstage: closed\naliases: Lee Park\n---\n# Done Deal\n");
	put("n/README.md", "# not a note\n");
	put_name("n/x.md.md", "Twice");
	put_name("n/old/twice.md", "Big D");
	put_name("n/zq.md", "Zoe\xCC\x88 Quin");
}

static void
test_exact(void)
{
	static const struct example examples[] = {
		{"dana-reyes", REYES "\n"},
		{"DANA-Reyes", REYES "\n"},
		{"dana-reyes.md", REYES "\n"},
		{"people/dana-reyes", REYES "\n"},
		{"People/Dana-Reyes.MD", REYES "\n"},
		{"n/people/dana-reyes", REYES "\n"},
		{REYES, REYES "\n"},
		{"n/people", "n/people\n"},
		{"Dana M. Reyes", REYES "\n"},
		{"dana m. reyes", REYES "\n"},
		{"old CHIEF", REYES "\n"},
		{"big d", "n/old/twice.md\n"},
		{"d.REYES@acme.example", REYES "\n"},
		{"cho", "n/cho.markdown\n"},
		{"cho.markdown", "n/cho.markdown\n"},
		{"\xC3\xA9MILE o\xE2\x80\x99" "cho", "n/cho.markdown\n"},
		{"closed", "n/closed.md\n"},
		{"Done Deal", "n/closed.md\n"},
		{"old/lee-park", "n/old/lee-park.md\n"},
		{"lee b. park", "n/old/lee-park.md\n"},
		{"lee park", "n/people/lee-park.md\n"},
		{"x.md", "n/x.md.md\n"},
		{"twice", "n/old/twice.md\n"},
		{"lee-park", SEVERAL("lee-park",
		    "fu:   n/old/lee-park.md (Lee B. Park)\nfu:   n/people/lee-park.md (Lee Park)\n")},
	};

	test_examples("exact", examples, LEN(examples));
}

static void
test_words(void)
{
	static const struct example examples[] = {
		{"reyes", "fu: 'reyes' is " REYES "\n" REYES "\n"},
		{"DANA", "fu: 'DANA' is " REYES "\n" REYES "\n"},
		{"dana reyes", "fu: 'dana reyes' is " REYES "\n" REYES "\n"},
		{"reyes, dana", "fu: 'reyes, dana' is " REYES "\n" REYES "\n"},
		{"\xC3\x89MILE", "fu: '\xC3\x89MILE' is n/cho.markdown\nn/cho.markdown\n"},
		{"o", "fu: 'o' is n/cho.markdown\nn/cho.markdown\n"},
		{"deal", "fu: 'deal' is n/closed.md\nn/closed.md\n"},
		{"park", SEVERAL("park", "fu:   n/old/lee-park.md (Lee B. Park)\nfu:   n/people/lee-park.md (Lee Park)\n")},
		{"park b", "fu: 'park b' is n/old/lee-park.md\nn/old/lee-park.md\n"},
		{"dana park", UNKNOWN("dana park")},
		{"chief", UNKNOWN("chief")},
		{"zoe\xCC\x88", "fu: 'zoe\xCC\x88' is n/zq.md\nn/zq.md\n"},
		{"zoe", NEAR("zoe", "fu:   n/zq.md (Zoe\xCC\x88 Quin)\n")},
		{"./reyes", NEAR("./reyes", REYES_LINE)},
		{"reyes.md", NEAR("reyes.md", REYES_LINE)},
		{"readme", UNKNOWN("readme")},
	};

	test_examples("words", examples, LEN(examples));
}

static void
test_near(void)
{
	static const struct example examples[] = {
		{"dan", NEAR("dan", REYES_LINE)},
		{"r", NEAR("r", REYES_LINE)},
		{"dnaa", NEAR("dnaa", REYES_LINE)},
		{"reyes dnaa", NEAR("reyes dnaa", REYES_LINE)},
		{"people/dana-rey", NEAR("people/dana-rey", REYES_LINE)},
		{"people/dana-reyse.md", NEAR("people/dana-reyse.md", REYES_LINE)},
		{"old chife", NEAR("old chife", REYES_LINE)},
		{"danareyes", NEAR("danareyes", REYES_LINE)},
		{"donedeal", NEAR("donedeal", "fu:   n/closed.md (Done Deal)\n")},
		{"dana@acme.exmple", NEAR("dana@acme.exmple", REYES_LINE)},
		{"friends/dana-reyes", NEAR("friends/dana-reyes", REYES_LINE)},
		{"ana-reyes", NEAR("ana-reyes", REYES_LINE)},
		{"xy", UNKNOWN("xy")},
		{"dana zzz", UNKNOWN("dana zzz")},
		{"eyes dan", NEAR("eyes dan", REYES_LINE)},
		{"-", UNKNOWN("-")},
		{"people/", UNKNOWN("people/")},
		{"/", "/\n"},
		{REYES "/", UNKNOWN(REYES "/")},
		{"", "fu: '' is no note; write a path, an id, a name or an address\n-\n"},
	};

	test_examples("near", examples, LEN(examples));
}

static void
test_odd(void)
{
	static const struct str nul[] = {S("dana\0reyes"), S(REYES "\0"), S("dana-reyes")};
	struct mem mem = {0};
	struct buf b = {0};
	int i;

	is(look_up(&mem, "a\tb\xFF\x1B'"), UNKNOWN("a\\tb\\xFF\\x1B'"), "controls and bad bytes of an operand are escaped");
	is(look_up_all(&mem, nul, LEN(nul)),
	    "fu: 'dana\\x00reyes' is " REYES "\n"
	    "fu: 'n/people/dana-reyes.md\\x00': no note under n has this id, name or address; "
	    "fu-list -f path,name lists them\n" REYES "\n-\n" REYES "\n", "a NUL ends no operand");
	for (i = 0; i < 5000; i++)
		buf_chr(&b, 'a');
	is(look_up_all(&mem, &(struct str){b.s, b.n}, 1),
	    UNKNOWN("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."), "a long one is shortened");
	buf_free(&b);
	if (symlink("loop", "loop") < 0 || symlink("nowhere", "dangling") < 0)
		die_of("loop");
	is(look_up(&mem, "loop"), "loop\n", "a link that leads to itself is a path");
	is(look_up(&mem, "dangling"), "dangling\n", "so is one that leads nowhere");
	is(look_up(&mem, "loop/x"), "fu: loop/x: Too many levels of symbolic links\n-\n",
	    "what the system cannot tell of is not looked up");
	start();
	put_name("n/a\nb.md", "\"x\\x7F\"");
	put_name("n/a b.md", "\"tab\\tbed\"");
	is(look_up(&mem, "b"), SEVERAL("b", "fu:   n/a\\nb.md (x\\x7F)\nfu:   n/a b.md (tab\\tbed)\n"),
	    "paths and names are escaped");
	is(look_up(&mem, "tab"), "fu: 'tab' is n/a b.md\nn/a b.md\n", "and are split at blanks");
	mem_free(&mem);
}

static void
test_many(void)
{
	struct buf want = {0};
	struct mem mem = {0};
	char path[32], name[32];
	int i;

	start();
	for (i = 0; i < 12; i++) {
		snprintf(path, sizeof path, "n/m%02d.md", 11 - i);
		snprintf(name, sizeof name, "Mo %d", 11 - i);
		put_name(path, name);
		if (i < 10)
			buf_fmt(&want, "fu:   n/m%02d.md (Mo %d)\n", i, i);
	}
	buf_chr(&want, '\0');
	for (i = 12; i > 9; i--) {
		struct buf all = {0};

		buf_fmt(&all, "fu: 'mo' is more than one note; write the id or path of one:\n%s", want.s);
		if (i > 10)
			buf_fmt(&all, "fu:   and %d more\n", i - 10);
		buf_fmt(&all, "-\n%c", '\0');
		is(look_up(&mem, "mo"), all.s, "of %d notes", i);
		buf_free(&all);
		snprintf(path, sizeof path, "n/m%02d.md", i - 1);
		remove(path);
	}
	buf_free(&want);
	mem_free(&mem);
}

/* ---- notes that cannot be read ---- */

#define BAD "fu: n/bad-one.md:2:5: warning: a second ':' in this value; put the value in quotes\n"
#define FIFO "fu: n/fifo.md: warning: a FIFO, socket or device, not a file\n"

static void
test_bad(void)
{
	static const struct str operands[] = {S("n/good.md"), S("good"), S("bad-one"), S("one"), S("fifo")};
	static const struct str one[] = {S("n/bad-one.md")};
	struct mem mem = {0};

	start();
	put("n/bad-one.md", "---\na: b: c\n---\n");
	put("n/good.md", "---\nname: Good One\nlast: soon\n---\n");
	if (mkfifo("n/fifo.md", 0666) < 0 || symlink("..", "n/up.md") < 0)
		die_of("n/fifo.md");
	is(look_up_all(&mem, one, 1), "n/bad-one.md\n", "a path alone reads nothing");
	is(look_up_all(&mem, operands, LEN(operands)),
	    BAD FIFO "fu: n/up.md: warning: a symbolic link to a directory, which is not followed\n"
	    "fu: 'bad-one' is n/bad-one.md, which could not be read\n"
	    "fu: 'one' is more than one note; write the id or path of one:\n"
	    "fu:   n/bad-one.md (bad-one)\nfu:   n/good.md (Good One)\n"
	    "fu: 'fifo' is n/fifo.md, which could not be read\n"
	    "n/good.md\nn/good.md\n-\n-\n-\n",
	    "notes that cannot be read are told of once, and count by their path");
	mem_free(&mem);
}

static void
test_root(void)
{
	struct mem mem = {0};

	start();
	put_name("n/ana.md", "Ana");
	put_name("here.md", "Here");
	root = "n/";
	is(look_up(&mem, "ana"), "n/ana.md\n", "a root with a slash at its end");
	root = "gone";
	is(look_up(&mem, "ana"), "fu: gone: No such file or directory\n"
	    "fu: 'ana': no note under gone has this id, name or address; fu-list -f path,name lists them\n-\n",
	    "one that is not there");
	root = "n/ana.md";
	is(look_up(&mem, "ANA"), "n/ana.md\n", "one that is a note");
	root = ".";
	is(look_up(&mem, "here"), "./here.md\n", "one that is the current directory");
	is(look_up(&mem, "here.md"), "here.md\n", "a path is as it was written");
	is(look_up(&mem, "n/ana"), "./n/ana.md\n", "so is an id with its folder");
	is(look_up(&mem, "anna"), "fu: 'anna': no note under . has this id, name or address; near it:\n"
	    "fu:   ./n/ana.md (Ana)\n-\n", "which is called '.'");
	root = "n";
	mem_free(&mem);
}

/* Of what is no error the status is to say nothing. */
static void
test_status(void)
{
	struct mem mem = {0};

	look_up(&mem, "dana-reyes");
	look_up(&mem, "reyes");
	ok(diag_status() == 0, "what is found by a word leaves the status alone");
	look_up(&mem, "park");
	ok(diag_status() == 2, "what is ambiguous does not");
	mem_free(&mem);
}

int
main(void)
{
	char dir[TEMP_PATH];

	go_to_temp(dir);
	rules_builtin(&rules);
	rules_ready(&rules);
	put_people();
	test_status();
	test_exact();
	test_words();
	test_near();
	test_odd();
	test_many();
	test_bad();
	test_root();
	rules_free(&rules);
	remove_all(dir);
	return done();
}
