/* The touch as most are written is read as the built-in pattern for it reads it. */
#include "../../src/lib/body.h"
#include "aid.h"

static const struct {
	const char *line;
	bool usual;
} lines[] = {
	{"- 2026-11-03 call: left a message", true},
	{"- 2026-11-03 call: ", true},
	{"- 2026-11-03 x: y", true},
	{"- 2026-11-03 < email: said yes", true},
	{"- 2026-11-03 > Email:  sent: the deck", true},
	{"- 2026-11-03 met: \xFF \xC3\xA9", true},
	{"- 2026-99-99 call: no such day", true},
	{"- 2026-11-03 call:", false},
	{"- 2026-11-03 call", false},
	{"- 2026-11-03 call, then nothing", false},
	{"- 2026-11-03 sales-call: hm", false},
	{"- 2026-11-03 caf\xC3\xA9: hm", false},
	{"- 2026-11-03: call: hm", false},
	{"- 2026-11-03  call: hm", false},
	{"- 2026-11-03 <email: hm", false},
	{"- 2026-11-03 10:30 call: hm", false},
	{"- 2026/11/03 call: hm", false},
	{"- **2026-11-03** call: hm", false},
	{" - 2026-11-03 call: hm", false},
	{"* 2026-11-03 call: hm", false},
	{"## 2026-11-03 call: hm", false},
	{"| 2026-11-03 | email | hm |", false},
	{"- [ ] 2026-11-03 send: hm", false},
	{"- 2026-11-03 : hm", false},
	{"- 2026-11-03 ", false},
	{"- 2026-11-03", false},
	{"-", false},
	{"", false},
};

static const char *const pieces[] = {
	" ", "-", "- ", "2", "0", "/", ":", ": ", "<", "> ", "< ", "a", "Z", "é", "\xFF", "_", ",", ".", "|", "[", "]", "(",
	"*", "**", "#", "+", "T10:00", "\t", "–", "\xC2\xA0",
};

static struct rules usual, patterns;
static struct matcher *matcher;

/* Reads a line by one of both rules into a body; f is all zeroes where it is no touch. */
static void
read_line(struct body *b, struct str line, const struct rules *rules, struct found_touch *f)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};

	body_clear(b);
	*f = body_touch(b, line, 7, rules, matcher, &d) ? b->touches[0] : (struct found_touch){0};
	mem_free(&mem);
}

static bool
same_place(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || a.s == b.s);
}

static bool
agrees(struct str line)
{
	struct body b = {0};
	struct found_touch x, y;

	read_line(&b, line, &usual, &x);
	read_line(&b, line, &patterns, &y);
	body_free(&b);
	return same_place(x.date, y.date) && same_place(x.dir, y.dir) && same_place(x.kind, y.kind)
	    && same_place(x.text, y.text) && x.line == y.line && x.col == y.col && x.in_log == y.in_log;
}

/* Whether a line is read where no pattern is. */
static bool
is_usual(struct str line)
{
	struct rules none = usual;
	struct body b = {0};
	struct found_touch f;

	none.touch_patterns.n = 0;
	read_line(&b, line, &none, &f);
	body_free(&b);
	return f.line;
}

static void
test_random(void)
{
	long rounds = random_rounds(), i, taken = 0;
	struct buf b = {0};
	bool good = true;

	for (i = 0; i < rounds && good; i++) {
		random_text(&b, lines[random_below(LEN(lines))].line, pieces, LEN(pieces));
		good = agrees(buf_text(&b));
		taken += is_usual(buf_text(&b));
	}
	ok(good, "random lines are read as the patterns read them");
	ok(taken > rounds / 20, "and of %ld of these %ld without them", rounds, taken);
	if (!good)
		tap_show("line", buf_text(&b));
	buf_free(&b);
}

/* A kind that goes on past what is looked at of a line. */
static void
test_long(void)
{
	struct buf b = {0};
	size_t n;

	for (n = BODY_LINE - 4; n < BODY_LINE + 4; n++) {
		b.n = 0;
		buf_fmt(&b, "- 2026-11-03 ");
		while (b.n < n)
			buf_chr(&b, 'k');
		buf_fmt(&b, ": text");
		ok(agrees(buf_text(&b)), "a kind that ends at byte %zu", n);
		ok(is_usual(buf_text(&b)) == (n < BODY_LINE), "is %s", n < BODY_LINE ? "read" : "left to the patterns");
	}
	buf_free(&b);
}

static void
test_own_patterns(void)
{
	struct rules own = {0};
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct body b = {0};
	struct found_touch f;

	rules_builtin(&own);
	ok(rules_read(&own, STR("touch_patterns: ['@(?<date>\\S+)']\n"), &d), "a rules file with patterns of its own");
	rules_ready(&own);
	read_line(&b, STR("- 2026-11-03 call: hm"), &own, &f);
	ok(!f.line, "they alone count");
	body_free(&b);
	rules_free(&own);
	mem_free(&mem);
}

int
main(void)
{
	size_t i;

	rules_builtin(&usual);
	rules_ready(&usual);
	patterns = usual;
	patterns.usual_touches = false;
	matcher = matcher_new();
	for (i = 0; i < LEN(lines); i++) {
		ok(agrees(of(lines[i].line)), "line %zu is read alike", i);
		ok(is_usual(of(lines[i].line)) == lines[i].usual, "%s", lines[i].usual ? "without a pattern" : "by a pattern");
	}
	test_long();
	test_random();
	test_own_patterns();
	matcher_free(matcher);
	rules_free(&usual);
	return done();
}
