#include "../../src/lib/yaml.h"
#include "aid.h"

/*
 * A tree is shown as its nodes, each at `line:col`: `=text` for a plain scalar, `"text"` for any other,
 * `[…]` for a list, `{…}` for a mapping.
 */
static const struct tree {
	const char *name;
	struct str in;
	const char *want;
} trees[] = {
	{"nothing", S(""), "1:0{}"},
	{"blank lines and comments", S("\n  \n# x\n"), "1:0{}"},
	{"null alone", S("~\n"), "1:0{}"},
	{"a pair", S("a: b\n"), "1:1{1:1=a 1:4=b}"},
	{"no final LF", S("a: b"), "1:1{1:1=a 1:4=b}"},
	{"pairs in the order of the file", S("b: 1\na: 2\n\nb: 3\n"), "1:1{1:1=b 1:4=1 2:1=a 2:4=2 4:1=b 4:4=3}"},
	{"a key without a value", S("a:\nb: 1\n"), "1:1{1:1=a 1:3= 2:1=b 2:4=1}"},
	{"comments", S("# x\na: b # y\nc: d#e\n"), "2:1{2:1=a 2:4=b 3:1=c 3:4=d#e}"},
	{"quotes", S("a: 'it''s'\n\"b\": \"x\\ty\"\n"), "1:1{1:1=a 1:4\"it's\" 2:1\"b\" 2:6\"x\ty\"}"},
	{"a value of several lines", S("a: one\n  two\n\n  three\nb: 1\n"), "1:1{1:1=a 1:4=one two\nthree 5:1=b 5:4=1}"},
	{"literal and folded text", S("a: |\n  x\n  y\nb: >\n  x\n  y\n"), "1:1{1:1=a 1:4\"x\ny\n\" 4:1=b 4:4\"x y\n\"}"},
	{"a list", S("a:\n  - x\n  - 'y'\n"), "1:1{1:1=a 2:3[2:5=x 3:5\"y\"]}"},
	{"a list that is not indented", S("a:\n- x\n-\nb: 1\n"), "1:1{1:1=a 2:1[2:3=x 3:2=] 4:1=b 4:4=1}"},
	{"a list on a line", S("a: [x, \"y\", ]\n"), "1:1{1:1=a 1:4[1:5=x 1:8\"y\"]}"},
	{"empty ones", S("a: []\nb: {}\n"), "1:1{1:1=a 1:4[] 2:1=b 2:4{}}"},
	{"a mapping", S("a:\n  b: 1\n  c: {d: 2}\n"), "1:1{1:1=a 2:3{2:3=b 2:6=1 3:3=c 3:6{3:7=d 3:10=2}}}"},
	{"a list of mappings", S("a:\n  - b: 1\n    c: 2\n  - d: 3\n"),
	    "1:1{1:1=a 2:3[2:5{2:5=b 2:8=1 3:5=c 3:8=2} 4:5{4:5=d 4:8=3}]}"},
	{"a link without quotes", S("a: [[Lee Park]]\n"), "1:1{1:1=a 1:4[1:5[1:6=Lee Park]]}"},
	{"a mapping as a key", S("a: {{ x }}\n"), "1:1{1:1=a 1:4{1:5{1:7=x 1:9=} 1:10=}}"},
	{"a mapping in braces", S("{a: 1,\n b: 2}\n"), "1:1{1:2=a 1:5=1 2:2=b 2:5=2}"},
	{"a document's own marks", S("--- # x\na: 1\n"), "2:1{2:1=a 2:4=1}"},
	{"<< in quotes and as a value", S("'<<': <<\n"), "1:1{1:1\"<<\" 1:7=<<}"},
	{"an anchor's sign within text", S("a: R&D *now* 50% me@x !\n"), "1:1{1:1=a 1:4=R&D *now* 50% me@x !}"},
	{"a percent sign after the first line", S("a: x\n  %y\n"), "1:1{1:1=a 1:4=x %y}"},
};

static const struct tree places[] = {
	{"columns are characters", S("n\u00e9: [\u6f22\u5b57, \U0001F600, x]\n"),
	    "1:1{1:1=n\u00e9 1:5[1:6=\u6f22\u5b57 1:10=\U0001F600 1:13=x]}"},
	{"combining marks count", S("e\u0301: 'u\u0308' \nb: 1"), "1:1{1:1=e\u0301 1:5\"u\u0308\" 2:1=b 2:4=1}"},
	{"CRLF ends a line", S("a: 1\r\n\r\nb:\r\n  - x\r\n"), "1:1{1:1=a 1:4=1 3:1=b 4:3[4:5=x]}"},
	{"CRLF with text of many bytes", S("\u00e9: \u6f22\r\nb: \u6f22\r\n"),
	    "1:1{1:1=\u00e9 1:4=\u6f22 2:1=b 2:4=\u6f22}"},
	{"a CR alone ends a value, not a line", S("a: 1\rb: 2\rc: 3\nd: 4\n"),
	    "1:1{1:1=a 1:4=1 1:6=b 1:9=2 1:11=c 1:14=3 2:1=d 2:4=4}"},
	{"a CR alone beside CRLF", S("a: 1\r\nb: 2\rc: 3\r\nd: 4\r\n"),
	    "1:1{1:1=a 1:4=1 2:1=b 2:4=2 2:6=c 2:9=3 3:1=d 3:4=4}"},
	{"U+0085", S("a: \u00e9\xC2\x85" "b: 2\nc: 3\n"), "1:1{1:1=a 1:4=\u00e9 1:6=b 1:9=2 2:1=c 2:4=3}"},
	{"U+2028", S("a: '\u00e9\u2028x'\nb: [1, 2]\n"), "1:1{1:1=a 1:4\"\u00e9\u2028x\" 2:1=b 2:4[2:5=1 2:8=2]}"},
	{"U+2029", S("a: 1\u2029b: 2\nc: 3\n"), "1:1{1:1=a 1:4=1 1:6=b 1:9=2 2:1=c 2:4=3}"},
	{"a no-break space is text", S("a: \u00a01\nb: 2\n"), "1:1{1:1=a 1:4=\u00a0" "1 2:1=b 2:4=2}"},
};

#define WANT_SPACES "a tab where YAML wants spaces; indent with spaces"
#define NOT_A_KEY "not 'key: value'; look at the quotes and the indentation"
#define NOT_UTF8 "is not UTF-8; convert the file, as with iconv -f latin1 -t utf-8"
#define ENDS_A_LINE "ends a line for YAML; delete it or write LF instead"
#define NOT_READ "is not read; put the value in quotes"

static const struct tree refused[] = {
	{"a colon in a value", S("name: x\nrole: CTO: acting\n"),
	    "2:10: a second ':' in this value; put the value in quotes"},
	{"a single quote not closed", S("a: 'x\nb: 1\n"), "1:4: this quote is not closed"},
	{"a double quote not closed", S("a: 1\nb: \"x\n"), "2:4: this quote is not closed"},
	{"a quote not closed before a document's mark", S("a: 'x\n--- y'\n"), "1:4: this quote is not closed"},
	{"'[' not closed", S("a: [1, 2\nb: 3\n"), "1:4: this '[' is not closed; put the value in quotes if it is text"},
	{"'[' not closed at the end", S("a: [1"), "1:4: this '[' is not closed; put the value in quotes if it is text"},
	{"'{' not closed", S("a: {b: 1\nc: 2\n"), "1:4: this '{' is not closed; put the value in quotes if it is text"},
	{"a line without a colon", S("a: 1\nb\nc: 2\n"), "2:1: no ':' on this line; write 'key: value'"},
	{"text after a quote", S("a: 'x' y\n"), "1:8: " NOT_A_KEY},
	{"indentation that fits nothing", S("a:\n  - 1\n b: 2\n"), "3:2: " NOT_A_KEY},
	{"a mapping where the list goes on", S("a:\n  - 1\n  b: 2\n"),
	    "3:3: not an item of the list above; look at the indentation"},
	{"a TAB before a list item", S("a:\n\t- 1\n"), "2:1: " WANT_SPACES},
	{"a TAB before a key", S("a:\n  b: 1\n\tc: 2\n"), "3:1: " WANT_SPACES},
	{"a TAB before literal text", S("a: |\n\tx\n"), "2:1: " WANT_SPACES},
	{"a list item on its key's line", S("a: - b\n"),
	    "1:4: a list item on the line of its key; begin a new line, or put the value in quotes"},
	{"'*' alone", S("a: *\n"), "1:4: a value that begins with '*' or '&'; put it in quotes"},
	{"'&' alone", S("a: & b\n"), "1:4: a value that begins with '*' or '&'; put it in quotes"},
	{"an unknown escape", S("a: \"C:\\qux\"\n"), "1:7: no such escape after '\\'; write '\\\\', or use single quotes"},
	{"'@' first", S("a: @ana\n"), "1:4: a value cannot begin with '@'; put it in quotes"},
	{"'`' first", S("\u00e9: `x`\n"), "1:4: a value cannot begin with '`'; put it in quotes"},
	{"'%' first", S("a: %x\n"), "1:4: a value cannot begin with '%'; put it in quotes"},
	{"a value that begins with ']'", S("a: 1\nb: ]\n"), "2:4: a value cannot begin so; put it in quotes"},
	{"an anchor", S("org: &co Ltd\n"), "1:6: an anchor (&co) " NOT_READ},
	{"an anchor on a list", S("a: &x [1]\n"), "1:4: an anchor (&x) " NOT_READ},
	{"an anchor on a mapping", S("a: &x {b: 1}\n"), "1:4: an anchor (&x) " NOT_READ},
	{"an alias", S("a: 1\nb: *co\n"), "2:4: an alias (*co) " NOT_READ},
	{"an alias as a key", S("*co : 1\n"), "1:1: an alias (*co) " NOT_READ},
	{"a tag", S("a: !x y\n"), "1:4: a tag (!x) " NOT_READ},
	{"a core tag", S("a: !!str 1\n"), "1:4: a tag (!!str) " NOT_READ},
	{"a tag on a list", S("a: !x [1]\n"), "1:4: a tag (!x) " NOT_READ},
	{"a tag on a mapping", S("a: !x {b: 1}\n"), "1:4: a tag (!x) " NOT_READ},
	{"a merge key", S("a: 1\n<<: {b: 1}\n"), "2:1: a merge key (<<) is not read; write the fields out"},
	{"a merge key further down", S("a: {<<: 1}\n"), "1:5: a merge key (<<) is not read; write the fields out"},
	{"a list at the root", S("\n- a\n"), "2:1: a list; write fields, one 'key: value' a line"},
	{"text at the root", S("just text\n"), "1:1: text alone; write fields, one 'key: value' a line"},
	{"a quoted text at the root", S("''\n"), "1:1: text alone; write fields, one 'key: value' a line"},
	{"two documents", S("a: 1\n--- \nb: 2\n"), "2:1: a second YAML document; only one is read"},
	{"a directive", S("%YAML 1.1\na: 1\n"), "1:1: a YAML directive (%) is not read; delete the line"},
	{"a directive below a comment", S("# x\n \r\n%TAG ! x\n---\na: 1\n"),
	    "3:1: a YAML directive (%) is not read; delete the line"},
	{"Latin-1", S("\u00e9: 1\na: caf\xE9\n"), "2:7: byte 0xE9 " NOT_UTF8},
	{"a stray byte", S("a: \xFF\n"), "1:4: byte 0xFF " NOT_UTF8},
	{"a sequence cut short", S("a: \u00e9\xE2\x82"), "1:5: byte 0xE2 " NOT_UTF8},
	{"a surrogate", S("a: \xED\xA0\x80\n"), "1:4: byte 0xED " NOT_UTF8},
	{"a control character", S("a: b\nc: \u00e9\x1B[31m\n"), "2:5: control character U+001B; delete it"},
	{"NUL", S("a: \0"), "1:4: control character U+0000; delete it"},
	{"DEL", S("a: x\x7F\n"), "1:5: control character U+007F; delete it"},
	{"a CR alone that breaks a value", S("a: x\ry: z: 1\n"), "1:5: a carriage return alone " ENDS_A_LINE},
	{"U+0085 that breaks a value", S("a: x\xC2\x85y: z: 1\n"), "1:5: U+0085 " ENDS_A_LINE},
	{"U+2028 that breaks a value", S("a: 1\nb: \u00e9\u2028y: z: 1\n"), "2:5: U+2028 " ENDS_A_LINE},
	{"U+2029 that breaks a value", S("a: x\u2029y: z: 1\n"), "1:5: U+2029 " ENDS_A_LINE},
};

static void
show(struct buf *b, const struct node *n)
{
	static const char *const brackets[] = {[NODE_LIST] = "[]", [NODE_MAP] = "{}"};
	const struct node *child;

	buf_fmt(b, "%u:%u", n->line, n->col);
	if (n->kind == NODE_SCALAR) {
		buf_fmt(b, n->plain ? "=" : "\"");
		buf_str(b, n->text);
		buf_fmt(b, n->plain ? "" : "\"");
		return;
	}
	buf_chr(b, brackets[n->kind][0]);
	for (child = n->first; child; child = child->next) {
		if (child != n->first)
			buf_chr(b, ' ');
		show(b, child);
	}
	buf_chr(b, brackets[n->kind][1]);
}

/* The tree that text is; where it is refused, what is said; *root: whether there is one. */
static struct str
outcome(struct mem *mem, struct str text, unsigned line, bool *root)
{
	struct diag d = {.mem = mem};
	const struct node *n = yaml_read(mem, text, line, &d);
	struct buf b = {0};
	struct str s;

	*root = n;
	if (n)
		show(&b, n);
	s = n && !d.first ? mem_str(mem, (struct str){b.s, b.n}) : said(mem, d.first);
	buf_free(&b);
	return s;
}

static void
test_trees(const struct tree *tree, size_t n)
{
	struct mem mem = {0};
	bool root;
	size_t i;

	for (i = 0; i < n; i++)
		is(outcome(&mem, tree[i].in, 1, &root), tree[i].want, "%s", tree[i].name);
	mem_free(&mem);
}

static void
test_refused(void)
{
	struct mem mem = {0};
	bool root;
	size_t i;

	for (i = 0; i < LEN(refused); i++) {
		is(outcome(&mem, refused[i].in, 1, &root), refused[i].want, "refused: %s", refused[i].name);
		ok(!root, "no tree: %s", refused[i].name);
	}
	mem_free(&mem);
}

static void
test_first_line(void)
{
	struct mem mem = {0};
	bool root;

	is(outcome(&mem, of("a: 1\nb: 2\n"), 2, &root), "2:1{2:1=a 2:4=1 3:1=b 3:4=2}", "lines count from the one given");
	is(outcome(&mem, of("a: 1\rb: 2\n"), 7, &root), "7:1{7:1=a 7:4=1 7:6=b 7:9=2}", "and with breaks of YAML's own");
	is(outcome(&mem, of("\na: b: c\n"), 7, &root), "8:5: a second ':' in this value; put the value in quotes",
	    "and in messages");
	is(outcome(&mem, of(""), 2, &root), "2:0{}", "nothing is on the line given");
	is(outcome(&mem, (struct str){"a: 1\nb: [", 5}, 1, &root), "1:1{1:1=a 1:4=1}", "n bytes alone are looked at");
	mem_free(&mem);
}

static void
add_times(struct buf *b, const char *s, int n)
{
	while (n-- > 0)
		buf_fmt(b, "%s", s);
}

/* What is said of lists or mappings that nest this deep. */
static struct str
nest(struct mem *mem, const char *open, const char *close, int n, bool *root)
{
	struct buf b = {0};
	struct str s;

	buf_fmt(&b, "a: ");
	add_times(&b, open, n);
	add_times(&b, close, n);
	s = outcome(mem, (struct str){b.s, b.n}, 1, root);
	buf_free(&b);
	return s;
}

static void
test_depth(void)
{
	static const char deep[] = "nested more than 32 deep; nothing of this file is read";
	struct mem mem = {0};
	char want[128];
	bool root;

	nest(&mem, "[", "]", YAML_DEPTH, &root);
	ok(root && YAML_DEPTH == 32, "32 lists in one another are read");
	snprintf(want, sizeof want, "1:36: %s", deep);
	is(nest(&mem, "[", "]", YAML_DEPTH + 1, &root), want, "33 lists are refused");
	ok(!root, "33 lists: no tree");
	nest(&mem, "{a: ", "}", YAML_DEPTH, &root);
	ok(root, "32 mappings within the root are read");
	snprintf(want, sizeof want, "1:132: %s", deep);
	is(nest(&mem, "{a: ", "}", YAML_DEPTH + 1, &root), want, "33 mappings are refused");
	snprintf(want, sizeof want, "1:36: %s", deep);
	is(nest(&mem, "[", "", 100000, &root), want, "100,000 '[' are refused where the 33rd is");
	mem_free(&mem);
}

/* A key and a list of n items: 9 events beside theirs. */
static struct str
list_of(struct mem *mem, int n, bool *root)
{
	struct buf b = {0};
	struct str s;

	buf_fmt(&b, "a:\n");
	add_times(&b, "- x\n", n);
	s = outcome(mem, (struct str){b.s, b.n}, 1, root);
	buf_free(&b);
	return s;
}

static void
test_events(void)
{
	struct mem mem = {0};
	bool root;

	list_of(&mem, YAML_EVENTS - 9, &root);
	ok(root && YAML_EVENTS == 20000, "20,000 events are read");
	list_of(&mem, YAML_EVENTS - 8, &root);
	ok(!root, "20,001 events are refused");
	is(list_of(&mem, 30000, &root), "19997:3: more than 20,000 YAML events; nothing of this file is read",
	    "too many are refused where the 20,001st is");
	mem_free(&mem);
}

static void
test_null(void)
{
	static const struct {
		const char *value;
		bool null;
	} nulls[] = {
		{"~", true}, {"null", true}, {"Null", true}, {"NULL", true}, {"", true}, {"# x", true},
		{"nUll", false}, {"'~'", false}, {"'null'", false}, {"\"\"", false}, {"nil", false}, {"no", false},
		{"0", false}, {"[]", false}, {"{}", false}, {"|", false},
	};
	struct mem mem = {0};
	char text[32];
	size_t i;

	for (i = 0; i < LEN(nulls); i++) {
		struct diag d = {.mem = &mem};
		const struct node *root;

		snprintf(text, sizeof text, "a: %s\n", nulls[i].value);
		root = yaml_read(&mem, of(text), 1, &d);
		ok(root && root->first && node_is_null(root->first->next) == nulls[i].null, "'%s' is %s",
		    nulls[i].value, nulls[i].null ? "null" : "not null");
	}
	mem_free(&mem);
}

int
main(void)
{
	test_trees(trees, LEN(trees));
	test_trees(places, LEN(places));
	test_refused();
	test_first_line();
	test_depth();
	test_events();
	test_null();
	return done();
}
