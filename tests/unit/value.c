#include "../../src/lib/value.h"
#include "aid.h"

/* Reads a value; what it is, as text, in mem. False: it was refused. */
typedef bool read_fn(struct mem *mem, const struct node *key, const struct node *value, struct diag *d,
    struct buf *out);

struct row {
	const char *value;      /* what stands after `key: ` */
	const char *want;       /* what it is, then what is said of it */
};

static const struct row texts[] = {
	{"Ana Gomez", "Ana Gomez"}, {"' x '", "x"}, {"12", "12"}, {"yes", "yes"}, {"'null'", "null"}, {"\"\"", ""},
	{"one\n  two", "one two"}, {"[a, 'b c']", "a, b c"}, {"[a]", "a"}, {"[]", ""}, {"[' a ', b]", "a, b"},
	{"[[Lee Park]]", "[[Lee Park]]"}, {"[[people/lee|Lee]]", "[[people/lee|Lee]]"}, {"[[Park, Lee]]", "[[Park, Lee]]"},
	{"'[[Lee]]'", "[[Lee]]"}, {"- a\n- b", "a, b"},
	{"{a: b}", "1:6: key: a mapping is not text"}, {"{}", "1:6: key: a mapping is not text"},
	{"{{ name }}", "1:6: key: a template's {{ }} is not text"},
	{"[a, [b]]", "1:6: key: a list is not text"}, {"[a, {b: c}]", "1:6: key: a list is not text"},
	{"[[a], [b]]", "1:6: key: a list is not text"}, {"[[{a: b}]]", "1:6: key: a list is not text"},
};

static const struct row lists[] = {
	{"a", "a;"}, {"a, b ,, c,", "a;b;c;"}, {"a b, c", "a b;c;"}, {"[a b, 'c, d']", "a b;c, d;"},
	{"[' a ', '', ~, null, b, ]", "a;b;"}, {"- a\n- b", "a;b;"}, {"''", ""}, {"','", ""}, {"[]", ""},
	{"[1, 2.5, true]", "1;2.5;true;"},
	{"{a: b}", "1:6: key: a mapping is not a list; write [one, two]"},
	{"{{ tags }}", "1:6: key: a template's {{ }} is not a list; write [one, two]"},
	{"[a, {b: c}, d]", "1:10: key: a mapping is not text"},
};

static const struct row words[] = {
	{"a b, c", "a;b;c;"}, {"'a  b\tc'", "a;b;c;"}, {"|\n  a\n  b, c\n", "a;b;c;"}, {"#a, #b", ""},
	{"'#a #b'", "#a;#b;"},
	{"[a b, 'c, d']", "a b;c, d;"}, {"\u00e9 \u6f22", "\u00e9;\u6f22;"}, {"a\u00a0b", "a\u00a0b;"},
};

static const struct row dates[] = {
	{"2026-11-22", "2026-11-22"}, {"'2026/11/22'", "2026-11-22"}, {"2026-11-22T10:00Z", "2026-11-22"},
	{"2026-11-22 10:00:00 -0400", "2026-11-22"}, {"[[2026-11-16]]", "2026-11-16"}, {"'[[2026-11-16]]'", "2026-11-16"},
	{"'[[daily|2026-11-16]]'", "1:6: key: '[[daily|2026-11-16]]' is not a date; write YYYY-MM-DD"},
	{"[[2026-11-16|Monday]]", "2026-11-16"},
	{"2026-02-30", "1:6: key: there is no day '2026-02-30'"},
	{"'2026-02-30 10:00'", "1:6: key: there is no day '2026-02-30 10:00'"},
	{"soon", "1:6: key: 'soon' is not a date; write YYYY-MM-DD"},
	{"03/04/2026", "1:6: key: '03/04/2026' is not a date; write YYYY-MM-DD"},
	{"''", "1:6: key: '' is not a date; write YYYY-MM-DD"},
	{"[2026-11-16, 2026-11-17]", "1:6: key: a list is not a date; write YYYY-MM-DD"},
	{"[[Monday]]", "1:6: key: a list is not a date; write YYYY-MM-DD"},
	{"{a: 2026-11-16}", "1:6: key: a mapping is not a date; write YYYY-MM-DD"},
	{"{{date}}", "1:6: key: a template's {{ }} is not a date; write YYYY-MM-DD"},
};

static const struct row yearlies[] = {
	{"1990-11-24", "1990-11-24"}, {"11-24", "0-11-24"}, {"--11-24", "0-11-24"}, {"'02-29'", "0-2-29"},
	{"02-30", "1:6: key: there is no day '02-30'"},
	{"1991-02-29", "1:6: key: there is no day '1991-02-29'"},
	{"May", "1:6: key: 'May' is not a date; write YYYY-MM-DD or MM-DD"},
	{"[11-24]", "1:6: key: a list is not a date; write YYYY-MM-DD or MM-DD"},
	{"{on: 11-24}", "1:6: key: a mapping is not a date; write YYYY-MM-DD or MM-DD"},
};

static const struct row spans[] = {
	{"3w", "3w"}, {"'every 2 months'", "2mo"}, {"30", "30d"}, {"P3W", "3w"},
	{"soon", "1:6: key: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"},
	{"never", "1:6: key: 'never' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"},
	{"0", "1:6: key: '0' is out of range; a span is 1 day to 100 years"},
	{"-1d", "1:6: key: '-1d' is out of range; a span is 1 day to 100 years"},
	{"101y", "1:6: key: '101y' is out of range; a span is 1 day to 100 years"},
	{"[3w]", "1:6: key: a list is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"},
	{"{in: 3w}", "1:6: key: a mapping is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"},
};

static const struct row flags[] = {
	{"true", "true"}, {"Yes", "true"}, {"ON", "true"}, {"'true'", "true"}, {"false", "false"}, {"No", "false"},
	{"OFF", "false"}, {"1", "1:6: key: '1' is not true or false"}, {"y", "1:6: key: 'y' is not true or false"},
	{"''", "1:6: key: '' is not true or false"}, {"[true]", "1:6: key: a list is not true or false"},
};

static const struct row wikis[] = {
	{"[[Lee]]", "true"}, {"[[Lee Park, x]]", "true"}, {"- [Lee]", "true"}, {"'[[Lee]]'", "false"}, {"[Lee]", "false"},
	{"[[Lee], [Ana]]", "false"}, {"[[]]", "false"}, {"[]", "false"}, {"[[[Lee]]]", "false"}, {"{a: [b]}", "false"},
};

static const struct row items[] = {
	{"[a, b, c]", "3: a b c"}, {"a", "1: a"}, {"[]", "0:"}, {"- a", "1: a"}, {"{a: b}", "1: {}"},
	{"[a, {b: c}, d]", "3: a {} d"},
};

static bool
read_text(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	struct str s;
	bool good = value_text(mem, key, value, d, &s);

	if (good)
		buf_str(out, s);
	return good;
}

static bool
add_list(bool good, struct strs list, struct buf *out)
{
	size_t i;

	for (i = 0; good && i < list.n; i++) {
		buf_str(out, list.v[i]);
		buf_chr(out, ';');
	}
	return good;
}

static bool
read_list(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	struct strs list;
	bool good = value_list(mem, key, value, false, d, &list);

	return add_list(good, list, out);
}

static bool
read_words(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	struct strs list;
	bool good = value_list(mem, key, value, true, d, &list);

	return add_list(good, list, out);
}

static bool
read_date(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	char text[DATE_TEXT];
	day date;
	bool good = value_date(mem, key, value, d, &date);

	if (good)
		buf_fmt(out, "%s", date_text(date, text));
	return good;
}

static bool
read_yearly(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	struct date_yearly y;
	bool good = value_yearly(key, value, d, &y);

	(void)mem;
	if (good)
		buf_fmt(out, "%d-%d-%d", y.year, y.month, y.mday);
	return good;
}

static bool
read_span(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	char text[SPAN_TEXT];
	struct span span;
	bool good = value_span(key, value, d, &span);

	(void)mem;
	if (good)
		buf_fmt(out, "%s", span_text(span, text));
	return good;
}

static bool
read_flag(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	bool flag, good = value_flag(key, value, d, &flag);

	(void)mem;
	if (good)
		buf_fmt(out, flag ? "true" : "false");
	return good;
}

static bool
read_wiki(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	(void)mem, (void)key, (void)d;
	buf_fmt(out, value_is_wiki(value) ? "true" : "false");
	return true;
}

static bool
read_items(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct buf *out)
{
	const struct node *item;

	(void)mem, (void)key, (void)d;
	buf_fmt(out, "%zu:", value_count(value));
	for (item = value_items(value); item; item = value_next(value, item)) {
		buf_chr(out, ' ');
		buf_str(out, item->kind == NODE_SCALAR ? item->text : STR("{}"));
	}
	return true;
}

/* What `key: value` is, then what is said of it. */
static struct str
outcome(struct mem *mem, read_fn *read, const char *text)
{
	struct diag d = {.mem = mem};
	struct buf b = {0};
	const struct node *root;
	struct str s;

	buf_fmt(&b, "%s%s", strncmp(text, "- ", 2) == 0 ? "key:\n" : "key: ", text);
	root = yaml_read(mem, (struct str){b.s, b.n}, 1, &d);
	b.n = 0;
	if (root && root->first && !read(mem, root->first, root->first->next, &d, &b))
		b.n = 0;
	buf_str(&b, said(mem, d.first));
	s = mem_str(mem, (struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

static void
test_rows(const char *name, read_fn *read, const struct row *row, size_t n)
{
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < n; i++)
		is(outcome(&mem, read, row[i].value), row[i].want, "%s: '%s'", name, row[i].value);
	mem_free(&mem);
}

static void
test_messages(void)
{
	struct node key = {.text = S("Last Contact\x1B")}, value = {.line = 7, .col = 12, .text = S("x\ty")};
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	char text[100];

	memset(text, 'x', sizeof text);
	value_refuse(&key, &value, &d, CHECK_VALUE, "a colour");
	is(said(&mem, d.first), "7:12: Last Contact\\x1B: 'x\\ty' is not a colour",
	    "a message names the key as it is written, controls escaped");
	d = (struct diag){.mem = &mem};
	value.text = (struct str){text, sizeof text};
	value_refuse(&key, &value, &d, CHECK_VALUE, "short");
	ok(d.first && d.first->text.n == strlen("Last Contact\\x1B: '' is not short") + 60 + 3,
	    "a long value is shortened to 60 columns and an ellipsis");
	d = (struct diag){.mem = &mem};
	value_refuse_date(STR("2026-02-30"), DATE_RANGE, 3, 4, &d);
	is(said(&mem, d.first), "3:4: there is no day '2026-02-30'", "a date without a key: no such day");
	d = (struct diag){.mem = &mem};
	value_refuse_date(STR("2026-2-3"), DATE_SYNTAX, 3, 4, &d);
	is(said(&mem, d.first), "3:4: '2026-2-3' is not a date; write YYYY-MM-DD", "a date without a key: no date");
	d = (struct diag){.mem = &mem};
	value_refuse_date(STR("2026-02-03"), DATE_OK, 3, 4, &d);
	ok(!d.first, "a date without a key: nothing is said of a good one");
	mem_free(&mem);
}

static void
test_links(void)
{
	static const struct {
		const char *link, *target, *shown;
	} links[] = {
		{"lee-park", "lee-park", "lee-park"}, {" Lee Park ", "Lee Park", "Lee Park"},
		{"people/lee-park", "people/lee-park", "people/lee-park"},
		{"[[Lee Park]]", "Lee Park", "Lee Park"}, {" [[ Lee Park ]] ", "Lee Park", "Lee Park"},
		{"[[people/lee-park]]", "people/lee-park", "lee-park"}, {"[[a/b/c]]", "a/b/c", "c"},
		{"[[people/lee-park|Lee]]", "people/lee-park", "Lee"}, {"[[lee | Lee P ]]", "lee", "Lee P"},
		{"[[a|b|c]]", "a", "b|c"}, {"[[a|]]", "a", ""}, {"[[]]", "", ""}, {"[Lee]", "[Lee]", "[Lee]"},
		{"[[Lee", "[[Lee", "[[Lee"}, {"Lee]]", "Lee]]", "Lee]]"}, {"[[Lee]] x", "[[Lee]] x", "[[Lee]] x"},
		{"[]]", "[]]", "[]]"}, {"", "", ""},
	};
	struct str shown;
	size_t i;

	for (i = 0; i < LEN(links); i++) {
		is(link_target(of(links[i].link), &shown), links[i].target, "link '%s' leads to '%s'", links[i].link,
		    links[i].target);
		is(shown, links[i].shown, "link '%s' shows '%s'", links[i].link, links[i].shown);
	}
	is(link_target(STR("[[a|b]]"), NULL), "a", "link: what is shown may be of no interest");
}

int
main(void)
{
	test_rows("text", read_text, texts, LEN(texts));
	test_rows("list", read_list, lists, LEN(lists));
	test_rows("words", read_words, words, LEN(words));
	test_rows("date", read_date, dates, LEN(dates));
	test_rows("yearly date", read_yearly, yearlies, LEN(yearlies));
	test_rows("span", read_span, spans, LEN(spans));
	test_rows("flag", read_flag, flags, LEN(flags));
	test_rows("wiki link", read_wiki, wikis, LEN(wikis));
	test_rows("items", read_items, items, LEN(items));
	test_messages();
	test_links();
	return done();
}
