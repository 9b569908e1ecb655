/* plain_read() makes the tree that libyaml does, or none. */
#include "../../src/lib/plain.h"
#include "../../src/lib/yaml.h"
#include "aid.h"

static const struct {
	const char *text;
	bool taken;
} texts[] = {
	{"name: Dana Reyes\n", true},
	{"name: Dana Reyes", true},
	{"name:   Dana  Reyes  \n", true},
	{"name:\n", true},
	{"name: \nlast contact: 2026-11-03\n2nd-key_x: x\n", true},
	{"name: Zoë 李 Ünal\norg: Größe\n", true},
	{"name: a:b c#d - e, f? [g] {h}\n", true},
	{"url: https://example.com/#top\n", true},
	{"name: \"Dana\"\norg: 'Acme & Sons: Ltd'\nnone: \"\"\n", true},
	{"\"TEL[HOME]\": \"+1 555\"\n'a b': c\n", true},
	{"tags: [a-list, \"b c\", 'd', Größe, e ]\n", true},
	{"tags: []\nmore: [ ]\n", true},
	{"tags:\n  - a\n  - \"b\"\nlast: 2026-11-03\n", true},
	{"tags:\n- a\n-   b c  \nlast:\n  - x\n", true},
	{"", false},
	{"\n", false},
	{"# a comment\n", false},
	{"name: Dana # a comment\n", false},
	{"name: Dana\n  Reyes\n", false},
	{"name: Dana\n\norg: Acme\n", false},
	{"name: Dana\r\n", false},
	{"name:\tDana\n", false},
	{"name : Dana\n", false},
	{"name:Dana\n", false},
	{": Dana\n", false},
	{"name\n", false},
	{"- a\n", false},
	{"name: a: b\n", false},
	{"name: a:\n", false},
	{"name: -a\n", false},
	{"name: &a b\n", false},
	{"name: |\n  text\n", false},
	{"name: \"a\\n\"\n", false},
	{"name: \"a\n", false},
	{"name: 'it''s'\n", false},
	{"name: \"a\" b\n", false},
	{"name: \x01\n", false},
	{"name: \x7F\n", false},
	{"name: \xFF\n", false},
	{"name: \xC2\x85\n", false},
	{"name: \xE2\x80\xA8\n", false},
	{"name: \xEF\xBB\xBF\n", false},
	{"name: \xEF\xBF\xBE\n", false},
	{"tags: [a, , b]\n", false},
	{"tags: [a, ]\n", false},
	{"tags: [a, b\n", false},
	{"tags: [a: b]\n", false},
	{"tags: [[a]]\n", false},
	{"tags: [a] b\n", false},
	{"tags: [a b\n  c]\n", false},
	{"tags:\n  - a\n    - b\n", false},
	{"tags:\n  - a\n - b\n", false},
	{"tags:\n  -\n", false},
	{"tags:\n  - a: b\n", false},
	{"tags:\n  - [a]\n", false},
	{"next: {on: 2026-11-03}\n", false},
	{"next:\n  on: 2026-11-03\n", false},
};

/* What makes YAML of a text, and what undoes it. */
static const char *const pieces[] = {
	" ", ":", ": ", "#", " #", "-", "- ", "\n", "\n- ", "\n  - ", "\nkey: ", "[", "]", ", ", "'", "\"", "\\", "\t", "\r",
	"?", "? ", "{", "}", "|", ">", "&", "*", "!", "%", "@", "`", "~", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "é",
	"\xFF", "<<", "---", "...", "null", "word", "\x01",
};

static bool
same_tree(const struct node *a, const struct node *b)
{
	if (!a || !b)
		return a == b;
	return a->kind == b->kind && a->plain == b->plain && a->flow == b->flow && a->line == b->line && a->col == b->col
	    && a->end_line == b->end_line && a->end_col == b->end_col && a->text.n == b->text.n
	    && (!a->text.n || memcmp(a->text.s, b->text.s, a->text.n) == 0)
	    && same_tree(a->first, b->first) && same_tree(a->next, b->next);
}

/* Whether a text is read as libyaml reads it, or left to it; *taken: which of both. */
static bool
agrees(struct str text, bool *taken)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	const struct node *plain = plain_read(&mem, text, 2);
	bool good = !plain || same_tree(plain, yaml_parse(&mem, text, 2, &d));

	*taken = plain;
	mem_free(&mem);
	return good;
}

static void
test_random(void)
{
	long rounds = random_rounds(), i, taken = 0;
	struct buf b = {0};
	bool good = true, this;

	for (i = 0; i < rounds && good; i++) {
		random_text(&b, texts[random_below(LEN(texts))].text, pieces, LEN(pieces));
		good = agrees(buf_text(&b), &this);
		taken += this;
	}
	ok(good, "random texts are read as libyaml reads them");
	ok(taken > rounds / 20, "and of %ld of these %ld are taken", rounds, taken);
	if (!good)
		tap_show("text", buf_text(&b));
	buf_free(&b);
}

static void
test_limits(void)
{
	struct buf b = {0};
	bool taken;

	while (b.n < 256)
		buf_chr(&b, 'k');
	buf_fmt(&b, ": x\n");
	ok(agrees(buf_text(&b), &taken) && taken, "a key of 256 bytes is taken");
	b.n = 0;
	while (b.n < 257)
		buf_chr(&b, 'k');
	buf_fmt(&b, ": x\n");
	ok(agrees(buf_text(&b), &taken) && !taken, "a longer one is not");
	b.n = 0;
	while (b.n < 16 * 1024 - 4)
		buf_fmt(&b, "a:\n");
	ok(agrees(buf_text(&b), &taken) && taken, "a text of less than 16 KiB is taken");
	while (b.n <= 16 * 1024)
		buf_fmt(&b, "a:\n");
	ok(agrees(buf_text(&b), &taken) && !taken, "a longer one is not");
	buf_free(&b);
}

int
main(void)
{
	bool taken;
	size_t i;

	for (i = 0; i < LEN(texts); i++) {
		bool good = agrees(of(texts[i].text), &taken);

		if (!ok(good && taken == texts[i].taken, "text %zu is %s", i, texts[i].taken ? "taken" : "left to libyaml"))
			tap_show("text", of(texts[i].text));
	}
	test_limits();
	test_random();
	return done();
}
