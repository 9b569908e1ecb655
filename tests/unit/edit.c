/*
 * Edits of notes, by hand and at random. FU_RANDOM says how many at random, FU_SEED from which seed on: what goes wrong
 * names the seed that does it again, with FU_RANDOM=1.
 */
#include <stdint.h>
#include <unistd.h>

#include "trial.h"

enum { RANDOM = 50000 };        /* edits */

/* ---- random numbers ---- */

static uint64_t state;

static void
seed(uint64_t n)
{
	state = n * UINT64_C(0x9E3779B97F4A7C15) | 1;
}

static size_t
below(size_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)(state >> 11) % n;
}

/* ---- what came of them ---- */

enum { STYLES = 12, REASONS = 200 };

struct count {
	size_t result[3];
	size_t others[3];       /* of notes or changes that are odd */
};

static struct count counts[4][STYLES];

static struct reason {
	struct str text;
	size_t n, odd;
	uint64_t seed;
} reasons[REASONS];
static size_t nreasons;
static struct mem reason_mem;

static const char *const field_names[] = {
	"added", "plain", "in quotes", "list", "mapping", "removed", "nothing to remove", "no front matter",
};

/* In which way the note says what is to change. */
static size_t
style_of(const struct trial *t)
{
	const struct node *node;
	size_t at;

	if (t->change.kind == CHANGE_TOUCH)
		return t->made.touches;
	if (t->change.kind != CHANGE_FIELD)
		return t->made.promises;
	if (t->frontless)
		return 7;
	if (!count_targets(t, before(t), &at))
		return t->change.text.n ? 0 : 6;
	node = before(t)->keys[at].node;
	if (!t->change.text.n)
		return 5;
	return node->kind == NODE_LIST ? 3 : node->kind == NODE_MAP ? 4 : node->plain ? 1 : 2;
}

static const char *
style_name(size_t kind, size_t style)
{
	if (kind == CHANGE_TOUCH)
		return style < LEN(touches_names) ? touches_names[style] : NULL;
	if (kind == CHANGE_FIELD)
		return style < LEN(field_names) ? field_names[style] : NULL;
	return style < LEN(promises_names) ? promises_names[style] : NULL;
}

/* The reason without what differs from note to note. */
static struct str
reason_of(const struct trial *t, const struct diag_msg *m)
{
	struct buf b = {0};
	size_t i, start = 0;
	bool quoted = false, number = false;

	for (i = 0; i < before(t)->nkeys; i++)
		if (common_head(m->text, before(t)->keys[i].key) == before(t)->keys[i].key.n)
			start = before(t)->keys[i].key.n;
	for (i = start; i < m->text.n; i++) {
		char c = m->text.s[i];
		bool digit = c >= '0' && c <= '9';

		if (c == '\'')
			quoted = !quoted;
		if ((!quoted || c == '\'') && !(digit && number))
			buf_chr(&b, digit ? 'N' : c);
		number = digit;
	}
	return buf_take(&b, &reason_mem);
}

static void
tally_reason(const struct trial *t, bool odd)
{
	struct str text = t->d.first ? reason_of(t, t->d.first) : STR("");
	struct buf b = {0};
	size_t i;

	buf_fmt(&b, "%s: %s", change_names[t->change.kind], text.s);
	text = buf_take(&b, &reason_mem);
	for (i = 0; i < nreasons && !text_eq(reasons[i].text, text); i++)
		continue;
	if (i == REASONS)
		return;
	if (i == nreasons)
		reasons[nreasons++] = (struct reason){.text = text, .seed = t->seed};
	if (!reasons[i].n && !odd)
		reasons[i].seed = t->seed;
	reasons[i].n += !odd;
	reasons[i].odd += odd;
}

/* Whether a list or mapping is to become text that it was not meant to be. */
static bool
is_structure(const struct trial *t)
{
	int field = field_of(t->change.key);
	size_t at;

	if (!t->change.text.n || !count_targets(t, before(t), &at) || before(t)->keys[at].node->kind == NODE_SCALAR)
		return false;
	return !is_list_field(field) && field != FIELD_NEXT;
}

static size_t
count_fits(const struct trial *t)
{
	size_t i, n = 0;

	for (i = 0; i < before(t)->note.npromises; i++)
		n += fits(t, &before(t)->note.promises[i]);
	return n;
}

/* Whether refusing would be no fault. */
static bool
is_odd(const struct trial *t)
{
	if (t->odd || t->made.odd || t->must_refuse || before(t)->result != NOTE_READ)
		return true;
	if (t->change.kind == CHANGE_KEPT)
		return count_fits(t) != 1;
	if (t->change.kind == CHANGE_FIELD)
		return is_structure(t);
	return has_very_touch(t) && !t->change.again;
}

static void
tally(const struct trial *t)
{
	bool odd = is_odd(t);
	struct count *c = &counts[t->change.kind][style_of(t)];

	(odd ? c->others : c->result)[t->result]++;
	if (t->result == EDIT_REFUSED && !t->must_refuse)
		tally_reason(t, odd);
}

static void
show_counts(void)
{
	size_t kind, style;

	printf("# %-8s %-20s %7s %7s %7s    odd: %7s %7s %7s\n", "change", "of", "done", "nothing", "refused", "done", "nothing",
	    "refused");
	for (kind = 0; kind < LEN(counts); kind++)
		for (style = 0; style < STYLES && style_name(kind, style); style++) {
			const struct count *c = &counts[kind][style];

			printf("# %-8s %-20s %7zu %7zu %7zu         %7zu %7zu %7zu\n", change_names[kind], style_name(kind, style),
			    c->result[0], c->result[1], c->result[2], c->others[0], c->others[1], c->others[2]);
		}
}

static int
compare_reasons(const void *a, const void *b)
{
	const struct reason *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return x->odd != y->odd ? x->odd < y->odd ? 1 : -1 : text_cmp(x->text, y->text);
}

static void
show_reasons(void)
{
	size_t i;

	qsort(reasons, nreasons, sizeof *reasons, compare_reasons);
	printf("# refused, then of odd ones, why (one of them):\n");
	for (i = 0; i < nreasons; i++)
		printf("# %6zu %6zu  %.*s (FU_SEED=%llu)\n", reasons[i].n, reasons[i].odd, (int)reasons[i].text.n,
		    reasons[i].text.s, (unsigned long long)reasons[i].seed);
}

/* ---- by hand ---- */

/* What is to come of a note; NULL: it is refused. The same note: there is nothing to do. */
struct row {
	const char *name, *note, *want;
	enum change_kind kind;
	const char *what;       /* the kind of a touch, the key of a field, the pattern of what is kept */
	const char *text;       /* of a touch or promise, a field's value */
	const char *day;        /* 2026-11-20, if it is not said */
	enum dir dir;
};

#define SET(key, value) .kind = CHANGE_FIELD, .what = (key), .text = (value)
#define TOUCH(word, words) .kind = CHANGE_TOUCH, .what = (word), .text = (words)
#define PROMISE(words) .kind = CHANGE_PROMISE, .text = (words)
#define KEPT(pattern) .kind = CHANGE_KEPT, .what = (pattern)
#define NOTE(front, body) "---\n" front "---\n" body
#define BOM "\xEF\xBB\xBF"

static const struct row rows[] = {
	/* Values. */
	{"a value that is YAML", NOTE("org: A\n", ""), NOTE("org: \"a: b # c\"\n", ""), SET("org", "a: b # c")},
	{"a comment", NOTE("every: 6w   # comment\n", ""), NOTE("every: 8w   # comment\n", ""), SET("every", "8w")},
	{"a comment behind quotes", NOTE("org: 'A # 1' # two\n", ""), NOTE("org: 'B' # two\n", ""), SET("org", "B")},
	{"an apostrophe in quotes", NOTE("org: 'A'\n", ""), NOTE("org: 'it''s'\n", ""), SET("org", "it's")},
	{"both quotes", NOTE("org: \"A\"\n", ""), NOTE("org: \"\\\"B\\\" 'C' \\\\ D\"\n", ""), SET("org", "\"B\" 'C' \\ D")},
	{"what else would be null", NOTE("org: A\n", ""), NOTE("org: \"null\"\n", ""), SET("org", "null")},
	{"a sign", NOTE("org: A\n", ""), NOTE("org: \"@home\"\n", ""), SET("org", "@home")},
	{"a dash and a blank", NOTE("org: A\n", ""), NOTE("org: \"- x\"\n", ""), SET("org", "- x")},
	{"a key in quotes", NOTE("\"Last Contact\": 2026-11-01\n", ""), NOTE("\"Last Contact\": 2026-11-20\n", ""),
	    SET("last", "2026-11-20")},
	{"a key with a colon", NOTE("'a: b' : x # c\n", ""), NOTE("'a: b' : z # c\n", ""), SET("a: b", "z")},
	{"the spelling that is there", NOTE("Company: A\n", ""), NOTE("Company: B\n", ""), SET("org", "B")},
	{"multi-byte text all around", NOTE("\u6f22: \u5b57 # \u00e9\norg: \u00c5 # \u00e9\nrole: \u00e9\n", "\u6f22\n"),
	    NOTE("\u6f22: \u5b57 # \u00e9\norg: \u6f22\u5b57 # \u00e9\nrole: \u00e9\n", "\u6f22\n"), SET("org", "\u6f22\u5b57")},
	{"null with a comment", NOTE("org:   # none yet\n", ""), NOTE("org: A   # none yet\n", ""), SET("org", "A")},
	{"a tilde", NOTE("org: ~ # none yet\n", ""), NOTE("org: A # none yet\n", ""), SET("org", "A")},
	{"null, and text that would be null", NOTE("org: ~\n", ""), NOTE("org: \"~\"\n", ""), SET("org", "~")},
	{"null at the end of the front matter", NOTE("org:\n", ""), NOTE("org: A\n", ""), SET("org", "A")},
	{"a block of text", NOTE("result: |\n  one\n\n  two\norg: A\n", ""), NOTE("result: three\norg: A\n", ""),
	    SET("result", "three")},
	{"a text over two lines", NOTE("result: one\n  two\norg: A\n", ""), NOTE("result: three\norg: A\n", ""),
	    SET("result", "three")},
	{"the same again", NOTE("org: 'A' # x\n", ""), NOTE("org: 'A' # x\n", ""), SET("org", "A")},
	{"a list in lines", NOTE("tags:\n  - a\n  - b\nx: 1\n", ""), NOTE("tags:\n  - c\n  - d\n  - e\nx: 1\n", ""),
	    SET("tags", "c, d, e")},
	{"a list in lines, not indented", NOTE("tags:\n- \"a\"\nx: 1\n", ""), NOTE("tags:\n- \"c\"\n- \"d\"\nx: 1\n", ""),
	    SET("tags", "c,d")},
	{"a list in brackets", NOTE("tags: [a, b] # x\n", ""), NOTE("tags: [c] # x\n", ""), SET("tags", "c")},
	{"a list with a remark in it", NOTE("tags:\n  - a # x\n  - b\n", ""), NULL, SET("tags", "c")},
	{"a list for what is none", NOTE("x: [a, b]\n", ""), NULL, SET("x", "c")},
	{"a mapping within next", NOTE("next: {on: 2026-11-20, do: call}\n", ""), NOTE("next: {on: 2026-12-01, do: call}\n", ""),
	    SET("next", "2026-12-01")},
	{"a mapping over lines", NOTE("next:\n  do: call\n  \"date\": '2026-11-20' # firm\norg: A\n", ""),
	    NOTE("next:\n  do: call\n  \"date\": '2026-12-01' # firm\norg: A\n", ""), SET("follow_up", "2026-12-01")},
	{"one of two keys", NOTE("org: A\nOrg: B\n", ""), NOTE("org: A\nOrg: C\n", ""), SET("org", "C")},
	{"another spelling of a list", NOTE("tags: [a]\n", ""), NOTE("tags: [a]\ntier: b\n", ""), SET("tier", "b")},
	/* Fields that are added. */
	{"the last field", NOTE("org: A\n", "x\n"), NOTE("org: A\nevery: 6w\n", "x\n"), SET("every", "6w")},
	{"behind remarks", NOTE("org: A\n\n# end\n", ""), NOTE("org: A\n\n# end\nevery: 6w\n", ""), SET("every", "6w")},
	{"an empty front matter", NOTE("", ""), NOTE("org: A\n", ""), SET("org", "A")},
	{"a fence of dots", "---\norg: A\n...\nx\n---\n", "---\norg: A\nevery: 6w\n...\nx\n---\n", SET("every", "6w")},
	{"dashes in the body", NOTE("org: A\n", "x\n---\norg: B\n---\n"), NOTE("org: C\n", "x\n---\norg: B\n---\n"),
	    SET("org", "C")},
	{"CRLF", "---\r\norg: A\r\n---\r\n", "---\r\norg: A\r\nevery: 6w\r\n---\r\n", SET("every", "6w")},
	{"no newline at the end", "---\norg: A\n---", "---\norg: A\nevery: 6w\n---", SET("every", "6w")},
	{"a byte order mark", BOM "---\norg: A\n---\n", BOM "---\norg: B\n---\n", SET("org", "B")},
	{"no front matter", "# Ana\n", NOTE("org: A\n", "# Ana\n"), SET("org", "A")},
	{"a byte order mark alone", BOM "# Ana\n", BOM NOTE("org: A\n", "# Ana\n"), SET("org", "A")},
	{"no front matter and CRLF", "# Ana\r\n", "---\r\norg: A\r\n---\r\n# Ana\r\n", SET("org", "A")},
	{"an empty file", "", NOTE("org: A\n", ""), SET("org", "A")},
	{"in braces", NOTE("{org: A}\n", ""), NOTE("{org: A, every: 6w}\n", ""), SET("every", "6w")},
	{"a value that is YAML, added", NOTE("", ""), NOTE("result: \"x: y\"\n", ""), SET("result", "x: y")},
	{"a value of two lines", NOTE("", ""), NULL, SET("result", "x\norg: B")},
	{"a bad front matter", NOTE("org: [A\n", ""), NULL, SET("org", "B")},
	{"a front matter that is not closed", "---\norg: A\n", NULL, SET("org", "B")},
	{"U+2028 in the front matter", NOTE("org: 'a\u2028b'\n", ""), NULL, SET("role", "B")},
	{"a conflict", NOTE("org: A\n", "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> z\n"), NULL, SET("org", "B")},
	{"an anchor", NOTE("org: &a A\n", ""), NULL, SET("role", "B")},
	/* And removed. */
	{"one of three", NOTE("a: 1\norg: A # x\nb: 2\n", ""), NOTE("a: 1\nb: 2\n", ""), SET("org", "")},
	{"the only one", NOTE("org: A\n", "x\n"), NOTE("", "x\n"), SET("org", "")},
	{"a list with its items", NOTE("tags:\n  - a\n  - b\n# of x\nx: 1\n", ""), NOTE("# of x\nx: 1\n", ""), SET("tags", "")},
	{"a block of text with blank lines", NOTE("result: |\n  a\n\n  b\nx: 1\n", ""), NOTE("x: 1\n", ""), SET("result", "")},
	{"one that is not there", NOTE("org: A\n", ""), NOTE("org: A\n", ""), SET("role", "")},
	{"from no front matter", "# Ana\n", "# Ana\n", SET("org", "")},
	/* Touches. */
	{"after the last", NOTE("", "- 2026-11-03 call: x\n"), NOTE("", "- 2026-11-03 call: x\n- 2026-11-20 call: y\n"),
	    TOUCH("call", "y")},
	{"before the first", NOTE("", "* 2026-11-03 call\n* 2026-11-01 call\n"),
	    NOTE("", "* 2026-11-20 call: y\n* 2026-11-03 call\n* 2026-11-01 call\n"), TOUCH("call", "y")},
	{"between", NOTE("", "- 2026-11-03 call\n- 2026-11-21 call\n"),
	    NOTE("", "- 2026-11-03 call\n- 2026-11-20 call\n- 2026-11-21 call\n"), TOUCH("call", "")},
	{"no newline at the end", NOTE("", "- 2026-11-03 call"), NOTE("", "- 2026-11-03 call\n- 2026-11-20 call"),
	    TOUCH("call", "")},
	{"CRLF", "---\r\n---\r\n- 2026-11-03 call\r\n", "---\r\n---\r\n- 2026-11-03 call\r\n- 2026-11-20 call\r\n",
	    TOUCH("call", "")},
	{"a CR alone at the end", NOTE("", "- 2026-11-03 call\r"), NOTE("", "- 2026-11-03 call\r\n- 2026-11-20 call"),
	    TOUCH("call", "")},
	{"CRLF, but a CR alone at the end", "---\r\n---\r\n- 2026-11-03 call\r",
	    "---\r\n---\r\n- 2026-11-03 call\r\n- 2026-11-20 call", TOUCH("call", "")},
	{"CRLF without an end", "---\r\n---\r\n- 2026-11-03 call", "---\r\n---\r\n- 2026-11-03 call\r\n- 2026-11-20 call",
	    TOUCH("call", "")},
	{"what hangs on an item", NOTE("", "- 2026-11-03 call: x\n  more\nlazily\n  - nested\n\nText.\n"),
	    NOTE("", "- 2026-11-03 call: x\n  more\nlazily\n  - nested\n- 2026-11-20 call\n\nText.\n"), TOUCH("call", "")},
	{"brackets and a slash", NOTE("", "- [[2026/11/03]] - call - x\n"),
	    NOTE("", "- [[2026/11/03]] - call - x\n- [[2026/11/20]] - call - y\n"), TOUCH("call", "y")},
	{"a heading", NOTE("", "## 2026-11-03 call\n\nText.\n"), NOTE("", "## 2026-11-03 call\n\nText.\n\n## 2026-11-20 call\n"),
	    TOUCH("call", "")},
	{"a table", NOTE("", "| Date | Kind | What |\n|---|---|---|\n| 2026-11-03 | call | x |\n"),
	    NOTE("", "| Date | Kind | What |\n|---|---|---|\n| 2026-11-03 | call | x |\n| 2026-11-20 | call | a \\| b |\n"),
	    TOUCH("call", "a | b")},
	{"a new heading", NOTE("", "Text.\n"), NOTE("", "Text.\n\n## Log\n\n- 2026-11-20 call: x\n"), TOUCH("call", "x")},
	{"an empty body", NOTE("", ""), NOTE("", "\n## Log\n\n- 2026-11-20 call: x\n"), TOUCH("call", "x")},
	{"no newline behind the front matter", "---\n---", "---\n---\n\n## Log\n\n- 2026-11-20 call: x", TOUCH("call", "x")},
	{"a heading with nothing under it", NOTE("", "## Log\n\n## Other\n"), NOTE("", "## Log\n\n- 2026-11-20 call\n\n## Other\n"),
	    TOUCH("call", "")},
	{"log: of pairs", NOTE("log:\n  - 2026-11-03 call: x # y\norg: A\n", ""),
	    NOTE("log:\n  - 2026-11-03 call: x # y\n  - 2026-11-20 call: z\norg: A\n", ""), TOUCH("call", "z")},
	{"log: of pairs, and a text that is YAML", NOTE("log:\n  - 2026-11-03 call: x\n", ""),
	    NOTE("log:\n  - 2026-11-03 call: x\n  - \"2026-11-20 call: y: z # w\"\n", ""), TOUCH("call", "y: z # w")},
	{"log: of mappings", NOTE("log:\n- date: 2026-11-03\n  type: call\n  note: 'x'\n", ""),
	    NOTE("log:\n- date: 2026-11-03\n  type: call\n  note: 'x'\n- date: 2026-11-20\n  type: call\n  note: 'it''s'\n", ""),
	    TOUCH("call", "it's")},
	{"log: in brackets", NOTE("log: ['2026-11-03 call: x'] # y\n", ""),
	    NOTE("log: ['2026-11-03 call: x', '2026-11-20 call: a, b'] # y\n", ""), TOUCH("call", "a, b")},
	{"they acted", NOTE("", "- 2026-11-03 call\n"), NOTE("", "- 2026-11-03 call\n- 2026-11-20 < call: x\n"),
	    TOUCH("call", "x"), .dir = DIR_IN},
	{"the kind says so", NOTE("", "- 2026-11-03 call\n"), NOTE("", "- 2026-11-03 call\n- 2026-11-20 email: x\n"),
	    TOUCH("email", "x"), .dir = DIR_OUT},
	{"the very same", NOTE("", "- 2026-11-20 called: x\n"), NULL, TOUCH("call", "x")},
	{"a sign in the text", NOTE("", ""), NULL, TOUCH("call", "< 3 weeks")},
	{"a line break in the text", NOTE("", ""), NULL, TOUCH("call", "x\n- 2026-11-20 call")},
	{"no front matter", "# Ana\n", NULL, TOUCH("call", "x")},
	{"behind code that is not closed", NOTE("", "```\nx\n"), NULL, TOUCH("call", "x")},
	/* Promises. */
	{"after the last one", NOTE("", "* [x] 2026-11-03 a\n  more\n\n## Log\n"),
	    NOTE("", "* [x] 2026-11-03 a\n  more\n* [ ] 2026-11-20 b\n\n## Log\n"), PROMISE("b")},
	{"with its date behind", NOTE("", "- [ ] a [due:: 2026-11-03]\n"),
	    NOTE("", "- [ ] a [due:: 2026-11-03]\n- [ ] b [due:: 2026-11-20]\n"), PROMISE("b")},
	{"before the log", NOTE("", "Text.\n\n## Log\n\n- 2026-11-03 call\n"),
	    NOTE("", "Text.\n\n- [ ] 2026-11-20 b\n\n## Log\n\n- 2026-11-03 call\n"), PROMISE("b")},
	{"promises: of mappings", NOTE("promises:\n  - what: a\n    by: 2026-11-03\n", ""),
	    NOTE("promises:\n  - what: a\n    by: 2026-11-03\n  - what: \"b: c\"\n    by: 2026-11-20\n", ""), PROMISE("b: c")},
	{"promises: in brackets", NOTE("promises: [{what: a, by: 2026-11-03}]\n", ""),
	    NOTE("promises: [{what: a, by: 2026-11-03}, {what: \"b, c\", by: 2026-11-20}]\n", ""), PROMISE("b, c")},
	{"a mark in the text", NOTE("", ""), NULL, PROMISE("b done:2026-11-01")},
	{"a box", NOTE("", "- [ ] 2026-11-03 a\n"), NOTE("", "- [x] 2026-11-03 a \u2705 2026-11-20\n"), KEPT("A")},
	{"a box and CRLF", "---\r\n---\r\n- [ ] 2026-11-03 a  \r\n", "---\r\n---\r\n- [x] 2026-11-03 a \u2705 2026-11-20  \r\n",
	    KEPT(NULL)},
	{"as done before", NOTE("", "- [x] a due:2026-11-01 done:2026-11-02\n- [ ] 2026-11-03 b"),
	    NOTE("", "- [x] a due:2026-11-01 done:2026-11-02\n- [x] 2026-11-03 b done:2026-11-20"), KEPT(NULL)},
	{"of two the one that fits", NOTE("", "- [ ] 2026-11-03 a\n+ [ ] 2026-11-03 b ^id\n"),
	    NOTE("", "- [ ] 2026-11-03 a\n+ [x] 2026-11-03 b \u2705 2026-11-20 ^id\n"), KEPT("b")},
	{"two that fit", NOTE("", "- [ ] 2026-11-03 a\n- [ ] 2026-11-03 b\n"), NULL, KEPT(NULL)},
	{"none that fits", NOTE("", "- [ ] 2026-11-03 a\n- [x] 2026-11-03 b\n"), NULL, KEPT("b")},
	{"in promises:", NOTE("promises:\n  - {what: a, by: 2026-11-03} # x\n", ""),
	    NOTE("promises:\n  - {what: a, by: 2026-11-03, done: 2026-11-20} # x\n", ""), KEPT(NULL)},
	{"in promises:, over lines", NOTE("promises:\n  - by: 2026-11-03 # x\n    what: a\norg: A\n", ""),
	    NOTE("promises:\n  - by: 2026-11-03 # x\n    what: a\n    done: 2026-11-20\norg: A\n", ""), KEPT(NULL)},
	{"in promises:, where it says no", NOTE("promises: [{what: a, by: 2026-11-03, done: false}]\n", ""),
	    NOTE("promises: [{what: a, by: 2026-11-03, done: 2026-11-20}]\n", ""), KEPT(NULL)},
};

static struct change
change_of(const struct row *r)
{
	struct change c = {.kind = r->kind, .on = on(r->day ? r->day : "2026-11-20"), .dir = r->dir};
	char error[256];
	size_t at;

	c.text = of(r->text ? r->text : "");
	if (c.kind == CHANGE_TOUCH)
		c.touch_kind = (unsigned)rules_kind(&rules, of(r->what));
	if (c.kind == CHANGE_FIELD)
		c.key = of(r->what);
	if (c.kind == CHANGE_KEPT && r->what)
		c.pattern = pattern_compile(of(r->what), PATTERN_CASELESS, error, &at);
	return c;
}

static void
test_rows(void)
{
	static const char *const about[] = {"touch", "promise", "kept", "field"};
	size_t i;

	for (i = 0; i < LEN(rows); i++) {
		const struct row *r = &rows[i];
		struct change c = change_of(r);
		struct diag d = {.mem = &mem};
		struct buf out = {0};
		enum edit_result got = edit_note(editor, STR("ana.md"), of(r->note), &c, &out, &d);

		if (!r->want)
			ok(got == EDIT_REFUSED && d.first && !out.n, "%s: %s: is refused", about[r->kind], r->name);
		else if (strcmp(r->want, r->note) == 0)
			ok(got == EDIT_NOTHING && !out.n, "%s: %s: nothing to do", about[r->kind], r->name);
		else
			is(((struct str){out.s, out.n}), r->want, "%s: %s", about[r->kind], r->name);
		pattern_free(c.pattern);
		buf_free(&out);
		mem_reset(&mem);
	}
}

/* ---- a case ---- */

static void
run_case(uint64_t number, bool show)
{
	struct trial *t = mem_alloc(&mem, sizeof *t);

	t->seed = number;
	t->way = number % 2 ? WAY_BODY : WAY_NAME;
	seed(number);
	make_note(&t->made);
	begin_trial(t);
	make_change(t);
	make_same_touch(t);
	end_trial(t);
	tally(t);
	if (show && !t->failed)
		show_trial(t);
	free_trial(t);
}

/* At least nine of ten edits that nothing speaks against are made. */
static void
test_made(void)
{
	size_t kind, style, i;

	for (kind = 0; kind < LEN(counts); kind++) {
		size_t sum[3] = {0};

		for (style = 0; style < STYLES; style++)
			for (i = 0; i < 3; i++)
				sum[i] += counts[kind][style].result[i];
		ok(sum[EDIT_DONE] + sum[EDIT_NOTHING] >= 9 * sum[EDIT_REFUSED], "%s: %zu made, %zu refused", change_names[kind],
		    sum[EDIT_DONE], sum[EDIT_REFUSED]);
	}
}

static void
test_random(uint64_t first, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		run_case(first + i, n == 1);
	ok(failures == 0, "%zu random edits change what they should alone, from seed %llu", n, (unsigned long long)first);
	show_counts();
	show_reasons();
	if (n >= 1000)
		test_made();
}

static void
tear_down(void)
{
	int way;

	for (way = 0; way < WAYS; way++)
		note_reader_free(readers[way]);
	editor_free(editor);
	rules_free(&rules);
	mem_free(&mem);
}

static uint64_t
number_of(const char *name, uint64_t otherwise)
{
	const char *s = getenv(name);

	return s ? strtoull(s, NULL, 10) : otherwise;
}

int
main(void)
{
	/* What hangs is ended. */
	alarm(600);
	set_up();
	test_rows();
	test_random(number_of("FU_SEED", 20261123000000), (size_t)number_of("FU_RANDOM", RANDOM));
	tear_down();
	mem_free(&reason_mem);
	return done();
}
