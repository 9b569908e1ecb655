#include "../../src/lib/match.h"
#include "aid.h"

static struct pattern *
compile(const char *text, bool anchored)
{
	char error[256];
	size_t at;
	struct pattern *p = pattern_compile(of(text), (anchored ? PATTERN_ANCHORED : 0) | PATTERN_PLAIN, error, &at);

	if (!p)
		diag_die("%s: %s", text, error);
	return p;
}

static enum match
try(struct matcher *m, const char *pattern, bool anchored, struct str subject)
{
	struct pattern *p = compile(pattern, anchored);
	enum match result = match(m, p, subject);

	pattern_hasten(p);
	ok(match(m, p, subject) == result, "%s: the same once it is hastened", pattern);
	pattern_free(p);
	return result;
}

static const struct {
	const char *name, *pattern;
	bool anchored;
	struct str subject;
	enum match want;
} matches[] = {
	{"anywhere", "b", false, S("abc"), MATCH_YES},
	{"nowhere", "x", false, S("abc"), MATCH_NO},
	{"anchored at the start", "a", true, S("abc"), MATCH_YES},
	{"anchored elsewhere", "b", true, S("abc"), MATCH_NO},
	{"anchored, each of the alternatives", "x|b", true, S("abc"), MATCH_NO},
	{"anchored, the rest of the subject is free", "ab", true, S("abc"), MATCH_YES},
	{"case counts", "B", false, S("abc"), MATCH_NO},
	{"case does not count after (?i)", "(?i)\u00c9T\u00c9", false, S("\u00e9t\u00e9"), MATCH_YES},
	{"a dot is a character", "^.{2}$", false, S("\u6f22\U0001F600"), MATCH_YES},
	{"words are of any script", "^\\w+$", false, S("\u0416\u00e9\u6f22"), MATCH_YES},
	{"digits of Unicode", "^\\d$", false, S("\u0663"), MATCH_YES},
	{"a no-break space is a blank", "^\\s$", false, S("\u00a0"), MATCH_YES},
	{"^ is the start of the subject", "^b", false, S("a\nb"), MATCH_NO},
	{"$ is the end", "a$", false, S("a\nb"), MATCH_NO},
	{"NUL", "^a\\x00b$", false, S("a\0b"), MATCH_YES},
	{"an empty subject", "^$", false, S(""), MATCH_YES},
	{"no subject", "^$", true, {NULL, 0}, MATCH_YES},
	{"no subject, no match", "a", true, {NULL, 0}, MATCH_NO},
	{"an invalid byte is some character", "a.b$", false, S("a\xFF" "b"), MATCH_YES},
	{"text before an invalid byte", "^a", false, S("a\xFF" "b"), MATCH_YES},
	{"text after an invalid byte", "b$", false, S("a\xFF" "b"), MATCH_YES},
	{"text in Latin-1", "t", false, S("\xE9t\xE9"), MATCH_YES},
	{"a surrogate is three of them", "a...$", false, S("a\xED\xA0\x80"), MATCH_YES},
	{"a sequence cut short at the end", "^abc", false, S("abc\xE2\x82"), MATCH_YES},
	{"invalid bytes alone", "a", false, S("\xFF\xFE\x80\xC3"), MATCH_NO},
};

static void
test_matches(void)
{
	struct matcher *m = matcher_new();
	size_t i;

	for (i = 0; i < LEN(matches); i++)
		ok(try(m, matches[i].pattern, matches[i].anchored, matches[i].subject) == matches[i].want, "match: %s",
		    matches[i].name);
	matcher_free(m);
}

static void
test_groups(void)
{
	static const char subject[] = "2026-11-03  x";
	struct matcher *m = matcher_new(), *other = matcher_new();
	struct pattern *p = compile("(?<date>[\\d-]+) (?<dir>[<>])? (?<kind>y*)(x)", true);
	int date = pattern_group(p, "date"), dir = pattern_group(p, "dir"), kind = pattern_group(p, "kind");

	ok(date == 1 && dir == 2 && kind == 3, "groups have the numbers of their parentheses");
	ok(pattern_group(p, "text") == 0 && pattern_group(p, "") == 0, "a name that is not there is group 0");
	ok(match(m, p, of(subject)) == MATCH_YES, "groups: the pattern fits");
	is(match_group(m, date), "2026-11-03", "a group holds what it matched");
	ok(match_group(m, date).s == subject, "which is a part of the subject");
	is(match_group(m, dir), NULL, "a group that took no part holds nothing");
	is(match_group(m, kind), "", "a group may hold an empty text");
	is(match_group(m, 4), "x", "a group without a name");
	is(match_group(m, 0), NULL, "group 0 is none");
	is(match_group(m, 5), NULL, "a group past the last");
	is(match_group(m, 1000), NULL, "a group past all");
	ok(match(other, p, of("1 > yx")) == MATCH_YES, "another matcher");
	is(match_group(other, dir), ">", "has groups of its own");
	is(match_group(m, date), "2026-11-03", "and leaves those of the first");
	ok(match(m, p, of("12  yyx")) == MATCH_YES, "a second match");
	is(match_group(m, kind), "yy", "has the groups of its own subject");
	pattern_free(p);
	matcher_free(m);
	matcher_free(other);
}

static void
test_bad_patterns(void)
{
	static const struct {
		const char *pattern, *error;
		size_t at;
	} bad[] = {
		{"ab)c", "unmatched closing parenthesis", 2},
		{"ab(", "missing closing parenthesis", 3},
		{"\u00e9*+*", "quantifier does not follow a repeatable item", 4},
		{"a\\C", NULL, 3},
		{"a\\p\u00e9b", NULL, 3},
	};
	char error[256];
	size_t i, at;

	for (i = 0; i < LEN(bad); i++) {
		*error = '\0';
		at = 1000;
		ok(!pattern_compile(of(bad[i].pattern), false, error, &at), "bad pattern '%s' is refused", bad[i].pattern);
		ok(at == bad[i].at, "bad pattern '%s': the place is byte %zu", bad[i].pattern, bad[i].at);
		ok(bad[i].error ? !strcmp(error, bad[i].error) : *error, "bad pattern '%s': PCRE2 says why", bad[i].pattern);
	}
	pattern_free(NULL);
	matcher_free(NULL);
}

static void
test_text(void)
{
	static const char *const patterns[] = {
		"\\d", "^a", "a$", "a.b", "[a]", "a|b", "(a)", "a?", "a*", "a+", "a{2}",
	};
	struct pattern *p = compile("a-b c, \u00e9: }]'#", false);
	size_t i;

	ok(pattern_text_length(p) == 15, "a text of 15 bytes");
	pattern_free(p);
	for (i = 0; i < LEN(patterns); i++) {
		p = compile(patterns[i], false);
		ok(!pattern_text_length(p), "'%s' is none", patterns[i]);
		pattern_free(p);
	}
}

static void
test_group_count(void)
{
	struct buf b = {0};
	struct pattern *p;
	struct matcher *m = matcher_new();
	char error[256];
	size_t at;
	int i;

	for (i = 0; i < 31; i++)
		buf_fmt(&b, "(%c)", 'a' + i % 26);
	p = pattern_compile((struct str){b.s, b.n}, false, error, &at);
	ok(p, "31 groups are read");
	ok(p && match(m, p, of("abcdefghijklmnopqrstuvwxyzabcde")) == MATCH_YES, "31 groups match");
	is(match_group(m, 31), "e", "the 31st group holds its text");
	pattern_free(p);
	buf_fmt(&b, "(x)");
	ok(!pattern_compile((struct str){b.s, b.n}, false, error, &at), "32 groups are refused");
	is(of(error), "more than 31 groups", "32 groups: the message");
	matcher_free(m);
	buf_free(&b);
}

/* Whether a match gives up is the same however it is run, about the lengths at which each begins to. */
static void
test_limits_alike(void)
{
	struct matcher *m = matcher_new();
	char as[41];
	size_t n;

	memset(as, 'a', sizeof as);
	for (n = 2; n < sizeof as; n++) {
		as[n] = 'b';
		try(m, "(?:(?:a|a)+)+$", true, (struct str){as, n + 1});
		try(m, "\\s*(a*)*\\s*$", false, (struct str){as, n + 1});
		as[n] = 'a';
	}
	matcher_free(m);
}

static void
test_limits(void)
{
	struct matcher *m = matcher_new();
	char as[1001];

	memset(as, 'a', 1000);
	as[1000] = 'b';
	ok(try(m, "(a+)+$", true, (struct str){as, 1001}) == MATCH_FAILED,
	    "a pattern that explodes fails, and does not say no");
	ok(strstr(match_problem(m), "limit"), "match_problem() names the limit: %s", match_problem(m));
	ok(try(m, "(a+)+$", true, of("aaaaab")) == MATCH_NO, "the same pattern says no to a short subject");
	ok(try(m, "(a+)+$", true, (struct str){as, 1000}) == MATCH_YES, "and yes where it fits");
	ok(try(m, "(?:a|b)*$", true, (struct str){as, 1001}) == MATCH_YES, "a long walk is within the limits");
	ok(try(m, "(?:(a)|b)*$", true, (struct str){as, 1001}) == MATCH_YES, "so is one that keeps much");
	matcher_free(m);
}

/* How much of the subject a pattern is shown, up to its end. */
static size_t
seen(struct matcher *m, const struct pattern *p, struct str subject)
{
	return match(m, p, subject) == MATCH_YES ? match_group(m, 1).n : SIZE_MAX;
}

static void
test_long(void)
{
	struct matcher *m = matcher_new();
	struct pattern *p = compile("(?s)(.*)$", true);
	static char text[1 << 20];

	memset(text, 'a', sizeof text);
	ok(seen(m, p, (struct str){text, sizeof text}) == sizeof text, "long: a MiB is seen whole");
	text[sizeof text - 2] = '\xFF';
	ok(seen(m, p, (struct str){text, sizeof text}) == sizeof text, "long: with a byte that is no UTF-8 too");
	pattern_free(p);
	ok(try(m, "\\x1Aa$", false, (struct str){text, sizeof text}) == MATCH_YES, "long: which stands as a SUB");
	matcher_free(m);
}

/* The ASCII bytes that a match can begin with, in order. */
static struct str
first_of(struct matcher *m, const char *pattern, bool first[static 256], char out[static 128])
{
	struct pattern *p = compile(pattern, true);
	struct str s = {out, 0};
	int c;

	pattern_first_bytes(p, m, first);
	pattern_free(p);
	for (c = 0; c < 128; c++)
		if (first[c])
			out[s.n++] = (char)c;
	return s;
}

static void
test_first_bytes(void)
{
	static const char *const first_bytes[][2] = {
		{"abc", "a"}, {"[-*+] x", "*+-"}, {"\\|\\s*x|#{1,6} ", "#|"}, {"\\s*x", "\t\n\v\f\r x"}, {"x?\\[", "[x"},
		{"(?i)k", "Kk"}, {"(?=ab)a", "a"}, {"(?!a)[ab]", "b"}, {"\u00e9", ""},
	};
	struct matcher *m = matcher_new();
	bool more[256] = {['z'] = true};
	char text[128];
	size_t i, n;

	for (i = 0; i < LEN(first_bytes); i++) {
		bool first[256] = {false};

		is(first_of(m, first_bytes[i][0], first, text), first_bytes[i][1], "first bytes of '%s'", first_bytes[i][0]);
		for (n = 128; n < 256 && first[n]; n++)
			continue;
		ok(n == 256, "first bytes of '%s': all that are not ASCII", first_bytes[i][0]);
	}
	is(first_of(m, "a", more, text), "az", "first bytes: those set before stay");
	ok(first_of(m, "x*", more, text).n == 128, "first bytes: any, where nothing matches too");
	matcher_free(m);
}

int
main(void)
{
	test_matches();
	test_groups();
	test_bad_patterns();
	test_text();
	test_group_count();
	test_limits();
	test_limits_alike();
	test_long();
	test_first_bytes();
	return done();
}
