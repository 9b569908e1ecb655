#include "../../src/lib/book.h"
#include "aid.h"

enum { NOTES = 5, LINKS = 3 };

/* A note by what links look at: its path, its name (else its id), an alias, and its own links. */
struct spec {
	const char *path, *name, *alias, *via[LINKS];
};

/* Notes by path; what each of their links leads to, a line each, then what is said of them. */
static const struct {
	const char *name;
	struct spec notes[NOTES];
	const char *want;
} links[] = {
	{"no links", {{"ana.md", NULL, NULL, {NULL}}, {"tom.md", NULL, NULL, {NULL}}}, ""},
	{"an id", {{"ana.md", NULL, NULL, {"lee-park"}}, {"lee-park.md", NULL, NULL, {NULL}}}, "ana.md lee-park.md"},
	{"an id in another folder", {{"a/ana.md", NULL, NULL, {"lee"}}, {"b/lee.markdown", NULL, NULL, {NULL}}},
	    "a/ana.md b/lee.markdown"},
	{"an id in another case", {{"ana.md", NULL, NULL, {"LEE-Park"}}, {"Lee-PARK.md", NULL, NULL, {NULL}}},
	    "ana.md Lee-PARK.md"},
	{"an id beyond ASCII", {{"ana.md", NULL, NULL, {"\u00c9MILE"}}, {"\u00e9mile.md", NULL, NULL, {NULL}}},
	    "ana.md \u00e9mile.md"},
	{"a name", {{"ana.md", NULL, NULL, {"Lee Park"}}, {"x.md", "Lee Park", NULL, {NULL}}}, "ana.md x.md"},
	{"a name in another case", {{"ana.md", NULL, NULL, {"LEE park"}}, {"x.md", "Lee Park", NULL, {NULL}}},
	    "ana.md x.md"},
	{"a name with a slash", {{"ana.md", NULL, NULL, {"Lee/Park"}}, {"x.md", "Lee/Park", NULL, {NULL}}}, "ana.md x.md"},
	{"an alias", {{"ana.md", NULL, NULL, {"lp"}}, {"x.md", "Lee", "LP", {NULL}}}, "ana.md x.md"},
	{"a path", {{"ana.md", NULL, NULL, {"b/lee"}}, {"a/lee.md", NULL, NULL, {NULL}}, {"b/lee.md", NULL, NULL, {NULL}}},
	    "ana.md b/lee.md"},
	{"a path in another case", {{"ana.md", NULL, NULL, {"B/LEE"}}, {"n/a/lee.md", NULL, NULL, {NULL}},
	    {"n/b/lee.md", NULL, NULL, {NULL}}}, "ana.md n/b/lee.md"},
	{"a whole path", {{"ana.md", NULL, NULL, {"n/b/lee"}}, {"n/a/lee.md", NULL, NULL, {NULL}},
	    {"n/b/lee.md", NULL, NULL, {NULL}}}, "ana.md n/b/lee.md"},
	{"a folder's name is whole", {{"ana.md", NULL, NULL, {"b/lee"}}, {"a/lee.md", NULL, NULL, {NULL}},
	    {"ab/lee.md", NULL, NULL, {NULL}}, {"b/lee.md", NULL, NULL, {NULL}}}, "ana.md b/lee.md"},
	{"a path that is not there goes by its id", {{"ana.md", NULL, NULL, {"old/people/lee"}},
	    {"a/lee.md", NULL, NULL, {NULL}}}, "ana.md a/lee.md"},
	{"a path above the notes", {{"n/ana.md", NULL, NULL, {"x/n/lee"}}, {"n/lee.md", NULL, NULL, {NULL}}},
	    "n/ana.md n/lee.md"},
	{"an id before a name", {{"ana.md", NULL, NULL, {"lee"}}, {"a.md", "Lee", NULL, {NULL}},
	    {"lee.md", "Tom", NULL, {NULL}}},
	    "ana.md lee.md"},
	{"a name before an alias", {{"ana.md", NULL, NULL, {"lee"}}, {"a.md", "Tom", "Lee", {NULL}},
	    {"b.md", "Lee", NULL, {NULL}}}, "ana.md b.md"},
	{"several", {{"ana.md", NULL, NULL, {"lee", "Tom Kim"}}, {"lee.md", NULL, NULL, {NULL}},
	    {"t.md", "Tom Kim", NULL, {NULL}}}, "ana.md lee.md\nana.md t.md"},
	{"nowhere", {{"ana.md", NULL, NULL, {"lee"}}, {"leo.md", "Lee Park", NULL, {NULL}}},
	    "ana.md -\nana.md 2:6: warning: via: no note has the id, name or alias 'lee'"},
	{"nowhere, by a folder", {{"a/ana.md", NULL, NULL, {"a/lee"}}, {"a/leo.md", NULL, NULL, {NULL}}},
	    "a/ana.md -\na/ana.md 2:6: warning: via: no note has the id, name or alias 'a/lee'"},
	{"an empty link", {{"ana.md", NULL, NULL, {""}}},
	    "ana.md -\nana.md 2:6: warning: via: no note has the id, name or alias ''"},
	{"a control character in a link", {{"ana.md", NULL, NULL, {"a\x1B"}}},
	    "ana.md -\nana.md 2:6: warning: via: no note has the id, name or alias 'a\\x1B'"},
	{"the second of two nowhere", {{"ana.md", NULL, NULL, {"lee", "x"}}, {"lee.md", NULL, NULL, {NULL}}},
	    "ana.md lee.md\nana.md -\nana.md 2:7: warning: via: no note has the id, name or alias 'x'"},
	{"to itself by id", {{"ana.md", NULL, NULL, {"Ana"}}},
	    "ana.md -\nana.md 2:6: warning: via: 'Ana' is this note itself"},
	{"to itself by name", {{"a.md", "Ana", NULL, {"ana"}}},
	    "a.md -\na.md 2:6: warning: via: 'ana' is this note itself"},
	{"to itself by alias", {{"a.md", "Ana", "Annie", {"annie"}}},
	    "a.md -\na.md 2:6: warning: via: 'annie' is this note itself"},
	{"two ids: the first path", {{"a/lee.md", NULL, NULL, {NULL}}, {"b/lee.md", NULL, NULL, {NULL}},
	    {"c.md", NULL, NULL, {"lee"}}},
	    "c.md a/lee.md\nc.md 2:6: warning: via: more than one note is called 'lee'; write the id of one, or its path"},
	{"two names: the first path", {{"a.md", "Lee", NULL, {NULL}}, {"b.md", "LEE", NULL, {NULL}},
	    {"c.md", NULL, NULL, {"lee"}}},
	    "c.md a.md\nc.md 2:6: warning: via: more than one note is called 'lee'; write the id of one, or its path"},
	{"two aliases: the first path", {{"a.md", "A", "Lee", {NULL}}, {"b.md", "B", "lee", {NULL}},
	    {"c.md", NULL, NULL, {"LEE"}}},
	    "c.md a.md\nc.md 2:6: warning: via: more than one note is called 'LEE'; write the id of one, or its path"},
	{"one note by its name and its alias", {{"a.md", "Lee", "lee", {NULL}}, {"c.md", NULL, NULL, {"lee"}}},
	    "c.md a.md"},
	{"a circle of two", {{"ana.md", NULL, NULL, {"lee"}}, {"lee.md", NULL, NULL, {"ana"}}},
	    "ana.md lee.md\nlee.md ana.md\nana.md 2:6: warning: via: 'lee' goes in a circle: ana <- lee <- ana"},
	{"a circle of three, and a way into it", {{"a.md", NULL, NULL, {"c"}}, {"b.md", NULL, NULL, {"c"}},
	    {"c.md", NULL, NULL, {"d"}}, {"d.md", NULL, NULL, {"b"}}},
	    "a.md c.md\nb.md c.md\nc.md d.md\nd.md b.md\nc.md 2:6: warning: via: 'd' goes in a circle: c <- d <- b <- c"},
	{"a chain is no circle", {{"a.md", NULL, NULL, {"b"}}, {"b.md", NULL, NULL, {"c"}}, {"c.md", NULL, NULL, {NULL}}},
	    "a.md b.md\nb.md c.md"},
	{"two ways to one note are no circle", {{"a.md", NULL, NULL, {"b", "c"}}, {"b.md", NULL, NULL, {"c"}},
	    {"c.md", NULL, NULL, {NULL}}}, "a.md b.md\na.md c.md\nb.md c.md"},
	{"two circles", {{"a.md", NULL, NULL, {"b"}}, {"b.md", NULL, NULL, {"a"}}, {"c.md", NULL, NULL, {"d"}},
	    {"d.md", NULL, NULL, {"c"}}},
	    "a.md b.md\nb.md a.md\nc.md d.md\nd.md c.md\na.md 2:6: warning: via: 'b' goes in a circle: a <- b <- a\n"
	    "c.md 2:6: warning: via: 'd' goes in a circle: c <- d <- c"},
};

static struct note
note_of(struct mem *mem, const struct spec *spec)
{
	struct note n = {.path = of(spec->path), .snooze = DAY_NONE, .added = DAY_NONE};
	unsigned i;

	n.name = spec->name ? of(spec->name) : note_id(&n);
	n.via = mem_array(mem, LINKS, sizeof *n.via);
	for (i = 0; i < LINKS && spec->via[i]; i++)
		n.via[n.nvia++] = (struct link){of(spec->via[i]), of(spec->via[i]), 2, 6 + i, SIZE_MAX};
	if (spec->alias) {
		struct note_rest *rest = mem_alloc(mem, sizeof *rest);

		rest->aliases = (struct strs){mem_alloc(mem, sizeof *rest->aliases.v), 1};
		rest->aliases.v[0] = of(spec->alias);
		n.rest = rest;
	}
	return n;
}

static struct book
book_of(struct mem *mem, const struct spec *spec, size_t most)
{
	struct book book = {.notes = mem_array(mem, most, sizeof *book.notes)};

	for (; book.n < most && spec[book.n].path; book.n++)
		book.notes[book.n] = note_of(mem, &spec[book.n]);
	return book;
}

/* Where the links of a book lead, and what is said of them. */
static struct str
outcome(struct mem *mem, const struct book *book)
{
	struct buf b = {0};
	struct str s;
	size_t i, j;

	for (i = 0; i < book->n; i++) {
		const struct note *n = &book->notes[i];

		for (j = 0; j < n->nvia; j++) {
			buf_fmt(&b, "%s%.*s ", b.n ? "\n" : "", (int)n->path.n, n->path.s);
			buf_str(&b, n->via[j].note == BOOK_NONE ? STR("-") : book->notes[n->via[j].note].path);
		}
	}
	for (i = 0; i < book->n; i++) {
		s = said(mem, book->notes[i].messages);
		if (s.n)
			buf_fmt(&b, "%s%.*s %s", b.n ? "\n" : "", (int)book->notes[i].path.n, book->notes[i].path.s, s.s);
	}
	s = mem_str(mem, (struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

static void
test_links(void)
{
	size_t i;

	for (i = 0; i < LEN(links); i++) {
		struct mem mem = {0};
		struct book book = book_of(&mem, links[i].notes, NOTES);

		book_link(&book, &mem);
		is(outcome(&mem, &book), links[i].want, "link: %s", links[i].name);
		mem_free(&mem);
	}
}

/* The referrals of each note that has any. */
static struct str
referrals(struct mem *mem, const struct book *book)
{
	struct buf b = {0};
	struct str s;
	size_t i, j, n;

	for (i = 0; i < book->n; i++) {
		const struct referral *r = book_referrals(book, i, &n);

		for (j = 0; j < n; j++)
			buf_fmt(&b, "%zu<-%zu ", r[j].referrer, r[j].referral);
	}
	s = mem_str(mem, (struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

static void
test_referrals(void)
{
	static const struct spec notes[] = {
		{"a.md", NULL, NULL, {"e", "b"}}, {"b.md", NULL, NULL, {"e", "E", "nobody"}}, {"c.md", NULL, NULL, {"c", "b"}},
		{"d.md", NULL, NULL, {"b"}}, {"e.md", NULL, NULL, {NULL}}, {"f.md", NULL, NULL, {"e"}},
	};
	struct mem mem = {0};
	struct book book = book_of(&mem, notes, LEN(notes)), empty = {0};
	size_t n = 1;

	book_link(&book, &mem);
	is(referrals(&mem, &book), "1<-0 1<-2 1<-3 4<-0 4<-1 4<-5 ",
	    "referrals: by referrer, then by referral, no pair twice");
	ok(book.nreferrals == 6, "referrals: links to nobody and to oneself are none");
	ok(!book_referrals(&book, 0, &n) && n == 0, "referrals: of the first note, who has none");
	n = 1;
	ok(!book_referrals(&book, 5, &n) && n == 0, "referrals: of the last note, who has none");
	book_link(&empty, &mem);
	ok(empty.nreferrals == 0, "referrals: a book without notes");
	n = 1;
	ok(!book_referrals(&empty, 0, &n) && n == 0, "referrals: there are none to look up");
	mem_free(&mem);
}

/* Messages of a note and those about its links go by their places. */
static void
test_messages(void)
{
	static const struct spec notes[] = {{"a.md", NULL, NULL, {"x", "y"}}};
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct book book = book_of(&mem, notes, LEN(notes));

	diag_add(&d, CHECK_VALUE, 2, 1, "before");
	diag_add(&d, CHECK_VALUE, 9, 1, "after");
	book.notes[0].messages = d.first;
	book_link(&book, &mem);
	is(said(&mem, book.notes[0].messages), "2:7: warning: via: no note has the id, name or alias 'y'\n"
	    "2:6: warning: via: no note has the id, name or alias 'x'\n2:1: before\n9:1: after",
	    "messages are added to those that are there");
	mem_free(&mem);
}

enum { MANY = 3000 };

static struct str
number(struct mem *mem, const char *fmt, size_t i)
{
	char text[32];
	int n = snprintf(text, sizeof text, fmt, i);

	return mem_str(mem, (struct str){text, (size_t)n});
}

/* A chain of notes, each by the one before it, whose end is `last`. */
static struct book
chain(struct mem *mem, size_t last)
{
	struct book book = {.notes = mem_array(mem, MANY, sizeof *book.notes), .n = MANY};
	size_t i;

	for (i = 0; i < MANY; i++) {
		struct note *n = &book.notes[i];

		*n = (struct note){.path = number(mem, "n%05zu.md", i), .name = number(mem, "Note %zu", i), .nvia = 1};
		n->via = mem_alloc(mem, sizeof *n->via);
		n->via->target = number(mem, i % 2 ? "n%05zu" : "NOTE %zu", i ? i - 1 : last);
	}
	return book;
}

static void
test_many(void)
{
	struct mem mem = {0};
	struct book book = chain(&mem, MANY);
	size_t i, wrong = 0;

	book_link(&book, &mem);
	for (i = 1; i < MANY; i++)
		wrong += book.notes[i].via->note != i - 1 || book.notes[i].messages;
	ok(!wrong && book.nreferrals == MANY - 1, "many: a chain of %d notes", MANY);
	is(said(&mem, book.notes[0].messages), "0:0: warning: via: no note has the id, name or alias 'NOTE 3000'",
	    "many: its first link leads nowhere");
	mem_free(&mem);
	mem = (struct mem){0};
	book = chain(&mem, MANY - 1);
	book_link(&book, &mem);
	is(said(&mem, book.notes[0].messages), "0:0: warning: via: 'NOTE 2999' goes in a circle: "
	    "n00000 <- n02999 <- n02998 <- n02997 <- n02996 <- n02995 <- n02994 <- n02993 <- ... <- n00000",
	    "many: a long circle is shortened");
	mem_free(&mem);
}

int
main(void)
{
	test_links();
	test_referrals();
	test_messages();
	test_many();
	return done();
}
