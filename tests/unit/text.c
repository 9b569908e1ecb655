#include <limits.h>
#include <locale.h>
#include <stdint.h>
#include <string.h>

#include "../../src/lib/buf.h"
#include "../../src/lib/mem.h"
#include "../../src/lib/text.h"
#include "tap.h"

static const struct str none = {NULL, 0};

struct pair {
	const char *name;
	struct str in, out;
};

struct number {
	const char *name;
	struct str in;
	long want;
};

#define S(literal) {(literal), sizeof (literal) - 1}

static const struct number valid[] = {
	{"empty", S(""), 0},
	{"ASCII", S("plain ASCII, longer than a word"), 31},
	{"NUL", S("a\0b"), 3},
	{"two, three and four bytes", S("\u00e9\u20ac\U0001F600"), 9},
	{"U+0080", S("\xC2\x80"), 2},
	{"U+0800", S("\xE0\xA0\x80"), 3},
	{"U+10000", S("\xF0\x90\x80\x80"), 4},
	{"U+10FFFF", S("\xF4\x8F\xBF\xBF"), 4},
	{"U+D7FF and U+E000", S("\xED\x9F\xBF\xEE\x80\x80"), 6},
	{"noncharacters", S("\xEF\xBF\xBE\xEF\xBF\xBF"), 6},
	{"U+110000", S("a\xF4\x90\x80\x80"), 1},
	{"a lead byte past F4", S("a\xF5\x80\x80\x80"), 1},
	{"FF", S("a\xFF"), 1},
	{"a surrogate", S("a\xED\xA0\x80"), 1},
	{"the last surrogate", S("a\xED\xBF\xBF"), 1},
	{"overlong by two", S("a\xC0\xAF"), 1},
	{"overlong 7F", S("a\xC1\xBF"), 1},
	{"overlong by three", S("a\xE0\x9F\xBF"), 1},
	{"overlong by four", S("a\xF0\x8F\xBF\xBF"), 1},
	{"a stray continuation", S("a\x80z"), 1},
	{"two bytes cut short", S("a\xC3"), 1},
	{"three bytes cut short", S("a\xE2\x82"), 1},
	{"four bytes cut short", S("a\xF0\x9F\x98"), 1},
	{"cut short before ASCII", S("a\xE2\x82z"), 1},
	{"bad at the end of a word", S("1234567\xFFmore"), 7},
	{"bad at the start of the next word", S("12345678\xFFmore"), 8},
	{"bad after a mixture", S("12345678\u00e9" "12345678\xC3"), 18},
};

static const struct number count[] = {
	{"empty", S(""), 0},
	{"ASCII", S("abc"), 3},
	{"mixed", S("a\u00e9\u20ac\U0001F600"), 4},
	{"each byte of a sequence cut short", S("\xE2\x82" "a"), 3},
	{"each byte of a surrogate", S("\xED\xA0\x80"), 3},
	{"a combining mark by itself", S("e\u0301"), 2},
};

static const struct number width[] = {
	{"empty", S(""), 0},
	{"ASCII", S("abc def"), 7},
	{"Latin", S("\u00c5\u00f1"), 2},
	{"CJK", S("\u6f22\u5b57"), 4},
	{"kana with a combining voice mark", S("\u304b\u3099"), 2},
	{"Hangul syllable", S("\ud55c"), 2},
	{"Hangul from joining jamo", S("\u1112\u1161\u11ab"), 2},
	{"fullwidth and halfwidth", S("\uff21\uff71"), 3},
	{"an unassigned ideograph", S("\U0002FA20"), 2},
	{"ambiguous is narrow", S("\u00b1\u2026"), 2},
	{"emoji", S("\U0001F600"), 2},
	{"an emoji later than Unicode 14", S("\U0001FAE8"), 2},
	{"a flag from regional indicators", S("\U0001F1E9\U0001F1EA"), 2},
	{"combining accent", S("e\u0301"), 1},
	{"enclosing mark", S("1\u20e3"), 1},
	{"spacing mark", S("\u0915\u093e"), 2},
	{"zero-width space and joiner", S("a\u200b\u200d\ufeff"), 1},
	{"variation selectors", S("\u2764\ufe0f\U000E0100"), 1},
	{"soft hyphen shows", S("\u00ad"), 1},
	{"Arabic number sign shows", S("\u0600"), 1},
	{"controls", S("\x01\x7f\xC2\x85"), 3},
	{"invalid bytes", S("\xFF\xE2\x82" "a"), 4},
	{"private use", S("\ue000"), 1},
	{"the last code point", S("\U0010FFFF"), 1},
};

static const struct {
	const char *name;
	struct str in;
	int width;
	size_t want;
} fit[] = {
	{"all", S("abc"), 9, 3},
	{"exactly", S("abc"), 3, 3},
	{"cut", S("abc"), 2, 2},
	{"nothing", S("abc"), 0, 0},
	{"negative", S("\u0301"), -1, 0},
	{"least", S("abc"), INT_MIN, 0},
	{"empty", S(""), 4, 0},
	{"wide that fits", S("\u6f22\u5b57"), 4, 6},
	{"wide that would be halved", S("\u6f22\u5b57"), 3, 3},
	{"marks stay on their base", S("e\u0301\u0302x"), 1, 5},
	{"marks at zero", S("\u0301x"), 0, 2},
	{"marks are not left without their base", S("ae\u0301"), 1, 1},
	{"invalid bytes", S("\xFF\xFE\xFD"), 2, 2},
};

static const struct pair fold[] = {
	{"empty", S(""), S("")},
	{"ASCII", S("@AZ[`az{ 09"), S("@az[`az{ 09")},
	{"Turkish i is not special", S("I\u0130\u0131i"), S("i\u0130\u0131i")},
	{"Latin", S("\u00c9COLE \u00d7\u00de"), S("\u00e9cole \u00d7\u00fe")},
	{"stride of two", S("\u0100\u0101\u012e"), S("\u0101\u0101\u012f")},
	{"Greek, final sigma", S("\u03a3\u03c3\u03c2"), S("\u03c3\u03c3\u03c3")},
	{"Cyrillic", S("\u0416\u0451\u0401"), S("\u0436\u0451\u0451")},
	{"sharp s stays, capital sharp s folds", S("\u00df\u1e9e"), S("\u00df\u00df")},
	{"ligature stays", S("\ufb01"), S("\ufb01")},
	{"Greek with iota subscript", S("\u1f88\u1ffc"), S("\u1f80\u1ff3")},
	{"Cherokee folds up", S("\uab70\u13a0"), S("\u13a0\u13a0")},
	{"Deseret", S("\U00010400"), S("\U00010428")},
	{"shorter: Kelvin", S("\u212a"), S("k")},
	{"longer: A with stroke", S("\u023a\u023a\u023a\u023e"), S("\u2c65\u2c65\u2c65\u2c66")},
	{"invalid bytes", S("A\xC3\xFF\xE2\x82" "B"), S("a\xC3\xFF\xE2\x82" "b")},
	{"NUL", S("A\0B"), S("a\0b")},
	{"no case", S("\u6f22\U0001F600"), S("\u6f22\U0001F600")},
};

static const struct pair key[] = {
	{"words", S("Last Contact"), S("lastcontact")},
	{"hyphen", S("last-contact"), S("lastcontact")},
	{"underscore", S("LAST_CONTACT_"), S("lastcontact")},
	{"camel", S("lastContact"), S("lastcontact")},
	{"other blanks stay", S("a\tb\u00a0c"), S("a\tb\u00a0c")},
	{"folded", S("\u00c9cole-No"), S("\u00e9coleno")},
	{"nothing left", S("- _"), S("")},
	{"empty", S(""), S("")},
};

static const struct pair trim[] = {
	{"both ends", S(" \t\r a b\t \r"), S("a b")},
	{"nothing to do", S("a"), S("a")},
	{"all blank", S(" \t\r "), S("")},
	{"empty", S(""), S("")},
	{"LF goes, no-break space stays", S("\n\u00a0\n"), S("\u00a0")},
};

static const struct pair escaped[] = {
	{"empty", S(""), S("")},
	{"plain", S("say \"hi\" / \u00e9 \u6f22 \U0001F600"), S("say \"hi\" / \u00e9 \u6f22 \U0001F600")},
	{"the four", S("a\\b\tc\nd\re"), S("a\\\\b\\tc\\nd\\re")},
	{"other C0 and DEL", S("\0\x07\b\x1B[m\x1F\x7F"), S("\\x00\\x07\\x08\\x1B[m\\x1F\\x7F")},
	{"C1", S("\xC2\x80\xC2\x9F\xC2\xA0"), S("\\xC2\\x80\\xC2\\x9F\xC2\xA0")},
	{"marks of direction", S("\u061c\u200e\u200f"), S("\\xD8\\x9C\\xE2\\x80\\x8E\\xE2\\x80\\x8F")},
	{"overrides", S("\u202a\u202e"), S("\\xE2\\x80\\xAA\\xE2\\x80\\xAE")},
	{"isolates", S("\u2066\u2069"), S("\\xE2\\x81\\xA6\\xE2\\x81\\xA9")},
	{"separators", S("\u2028\u2029"), S("\\xE2\\x80\\xA8\\xE2\\x80\\xA9")},
	{"their neighbours", S("\u061b\u061d\u200d\u2010\u2027\u202f\u2065\u206a"),
	    S("\u061b\u061d\u200d\u2010\u2027\u202f\u2065\u206a")},
	{"invalid bytes", S("a\xFF\xE2\x82z\xC3"), S("a\\xFF\\xE2\\x82z\\xC3")},
	{"a written escape is not one", S("\\x41"), S("\\\\x41")},
};

static const struct pair unescaped[] = {
	{"empty", S(""), S("")},
	{"plain", S("say \"hi\" / \u00e9 \u6f22"), S("say \"hi\" / \u00e9 \u6f22")},
	{"the four", S("a\\\\b\\tc\\nd\\re"), S("a\\b\tc\nd\re")},
	{"bytes", S("\\x00\\x1Bz\\xFF\\xC2\\x80"), S("\0\x1Bz\xFF\xC2\x80")},
	{"bytes in lower case", S("\\xc3\\xa9\\xeF"), S("\xC3\xA9\xEF")},
	{"digits after a byte", S("\\x411"), S("A1")},
	{"a backslash before what looks like an escape", S("\\\\x41\\\\n"), S("\\x41\\n")},
	{"what would have been escaped", S("a\tb\xFF\n"), S("a\tb\xFF\n")},
};

static const char *const no_escapes[] = {
	"\\", "a\\", "\\\\\\", "\\a", "\\T", "\\0", "\\ ", "\\\"", "\\\t", "\\\n", "\\x", "\\x4", "\\x4g", "\\xg4",
	"\\x 4", "\\X41", "\\u0041", "a\\tb\\", "\\xFF\\xF",
};

static const struct pair json[] = {
	{"empty", S(""), S("\"\"")},
	{"plain", S("it's / \u00e9 \u6f22 \U0001F600"), S("\"it's / \u00e9 \u6f22 \U0001F600\"")},
	{"short forms", S("\"\\\n\t\r\b\f"), S("\"\\\"\\\\\\n\\t\\r\\b\\f\"")},
	{"other C0 and DEL", S("\0\x0B\x1F\x7F"), S("\"\\u0000\\u000B\\u001F\\u007F\"")},
	{"C1", S("\xC2\x80\xC2\x9F\xC2\xA0"), S("\"\\u0080\\u009F\xC2\xA0\"")},
	{"directions and separators", S("\u061c\u200e\u202e\u2066\u2028\u2029"),
	    S("\"\\u061C\\u200E\\u202E\\u2066\\u2028\\u2029\"")},
	{"invalid bytes", S("a\xFF\xE2\x82z"), S("\"a\uFFFD\uFFFD\uFFFDz\"")},
};

static const struct {
	struct str a, b;
	bool want;
} apart[] = {
	{S(""), S(""), false}, {S("email"), S("email"), false}, {S("aa"), S("aa"), false},
	{S(""), S("a"), true}, {S("email"), S("emai"), true}, {S("email"), S("mail"), true}, {S("email"), S("emil"), true},
	{S("aa"), S("a"), true}, {S("aab"), S("ab"), true}, {S("aba"), S("ab"), true}, {S("aaaa"), S("aaa"), true},
	{S("a"), S("b"), true}, {S("email"), S("imail"), true}, {S("email"), S("emaix"), true},
	{S("email"), S("emoil"), true}, {S("email"), S("meail"), true}, {S("email"), S("emali"), true},
	{S("email"), S("eamil"), true}, {S("ab"), S("ba"), true}, {S("aab"), S("aba"), true}, {S("abab"), S("abba"), true},
	{S("a\0b"), S("ab\0"), true}, {S("a\0"), S("a"), true}, {S("email"), S("ema"), false}, {S(""), S("ab"), false},
	{S("email"), S("mailx"), false}, {S("email"), S("emxxl"), false}, {S("ab"), S("cd"), false},
	{S("ab"), S("ca"), false}, {S("abc"), S("bca"), false}, {S("abc"), S("cba"), false}, {S("abab"), S("baba"), false},
	{S("abcd"), S("badc"), false}, {S("email"), S("meai"), false}, {S("ab"), S("bca"), false},
	{S("aab"), S("bb"), false}, {S("email"), S("phone"), false}, {S("email"), S("Email"), true},
	{S("email"), S("EMail"), false}, {S("\u00e9"), S("\u00e8"), true}, {S("\u00e9"), S("e"), false},
	{{NULL, 0}, S("a"), true}, {{NULL, 0}, {NULL, 0}, false},
};

static bool
is(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || memcmp(a.s, b.s, a.n) == 0);
}

static void
test_decode(void)
{
	static const struct {
		struct str in;
		size_t len;
		uint32_t cp;
	} decode[] = {
		{S("A\xFF"), 1, 'A'}, {S("\0"), 1, 0}, {S("\u00e9z"), 2, 0xE9}, {S("\u20acz"), 3, 0x20AC},
		{S("\U0001F600z"), 4, 0x1F600}, {S("\xF4\x8F\xBF\xBF"), 4, 0x10FFFF},
		{S("\x80"), 0, 42}, {S("\xC0\x80"), 0, 42}, {S("\xED\xA0\x80"), 0, 42},
		{S("\xF4\x90\x80\x80"), 0, 42}, {S("\xF0\x9F\x98"), 0, 42}, {S("\xFF"), 0, 42},
	};
	uint32_t cp;
	size_t i, len;

	for (i = 0; i < LEN(decode); i++) {
		cp = 42;
		len = utf8_decode(decode[i].in.s, decode[i].in.n, &cp);
		ok(len == decode[i].len && cp == decode[i].cp, "utf8_decode %zu: %zu bytes, U+%04lX", i, len,
		    (unsigned long)cp);
	}
	cp = 42;
	ok(utf8_decode("\u20ac", 2, &cp) == 0 && cp == 42, "utf8_decode looks at n bytes alone");
}

static void
test_numbers(void)
{
	size_t i;

	for (i = 0; i < LEN(valid); i++)
		ok(utf8_valid(valid[i].in) == (size_t)valid[i].want, "utf8_valid: %s", valid[i].name);
	for (i = 0; i < LEN(count); i++)
		ok(utf8_count(count[i].in) == (size_t)count[i].want, "utf8_count: %s", count[i].name);
	for (i = 0; i < LEN(width); i++)
		ok(text_width(width[i].in) == width[i].want, "text_width: %s", width[i].name);
	for (i = 0; i < LEN(fit); i++)
		ok(text_fit(fit[i].in, fit[i].width) == fit[i].want, "text_fit: %s", fit[i].name);
}

static void
test_copies(void)
{
	struct mem mem = {0};
	struct str a, b;
	char upper[] = "ABC";
	size_t i;

	for (i = 0; i < LEN(fold); i++)
		ok(is(text_fold(&mem, fold[i].in), fold[i].out), "text_fold: %s", fold[i].name);
	for (i = 0; i < LEN(key); i++)
		ok(is(text_key(&mem, key[i].in), key[i].out), "text_key: %s", key[i].name);
	a = text_fold(&mem, (struct str)S("\u023a"));
	b = text_fold(&mem, (struct str){upper, 3});
	memset(upper, 'x', 3);
	ok(is(a, (struct str)S("\u2c65")) && is(b, (struct str)S("abc")), "text_fold: copies do not overlap");
	mem_free(&mem);
}

static void
test_slices(void)
{
	static const struct str a = S("a"), ab = S("ab"), e = S("\u00e9"), nul = S("a\0b");
	size_t i;

	for (i = 0; i < LEN(trim); i++)
		ok(is(text_trim(trim[i].in), trim[i].out), "text_trim: %s", trim[i].name);
	ok(text_eq(ab, (struct str)S("ab")) && text_eq(none, (struct str)S("")), "text_eq: equal");
	ok(!text_eq(a, ab) && !text_eq(ab, a) && !text_eq(a, (struct str)S("A")), "text_eq: not equal");
	ok(!text_eq(nul, (struct str)S("a\0c")), "text_eq: past a NUL");
	ok(text_cmp(ab, (struct str)S("ab")) == 0 && text_cmp(none, none) == 0, "text_cmp: equal");
	ok(text_cmp(a, ab) < 0 && text_cmp(ab, a) > 0, "text_cmp: a prefix comes first");
	ok(text_cmp(none, a) < 0 && text_cmp(a, none) > 0, "text_cmp: nothing comes first");
	ok(text_cmp(ab, e) < 0 && text_cmp(e, ab) > 0, "text_cmp: bytes are unsigned");
	ok(text_cmp(nul, (struct str)S("a\0c")) < 0, "text_cmp: past a NUL");
}

static void
test_apart(void)
{
	size_t i;

	for (i = 0; i < LEN(apart); i++)
		ok(text_one_apart(apart[i].a, apart[i].b) == apart[i].want
		    && text_one_apart(apart[i].b, apart[i].a) == apart[i].want,
		    "text_one_apart: '%.*s' and '%.*s'", (int)apart[i].a.n, apart[i].a.n ? apart[i].a.s : "", (int)apart[i].b.n,
		    apart[i].b.n ? apart[i].b.s : "");
}

/* The distance of two texts in steps of one byte more, less or other, or two that change places. */
static int
distance(const char *a, int m, const char *b, int n)
{
	int d[8][8], i, j;

	for (i = 0; i <= m; i++)
		for (j = 0; j <= n; j++) {
			int best = i && j ? d[i - 1][j - 1] + (a[i - 1] != b[j - 1]) : i + j;

			if (i && d[i - 1][j] + 1 < best)
				best = d[i - 1][j] + 1;
			if (j && d[i][j - 1] + 1 < best)
				best = d[i][j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
				best = d[i - 2][j - 2] + 1;
			d[i][j] = best;
		}
	return d[m][n];
}

/* Writes the text of number n among those of three letters, in order of length, and returns its bytes. */
static size_t
letters(int n, char out[static 8])
{
	int power = 1;
	size_t i, len = 0;

	for (; n >= power; power *= 3) {
		n -= power;
		len++;
	}
	for (i = 0; i < len; i++) {
		power /= 3;
		out[i] = "abc"[n / power % 3];
	}
	return len;
}

static void
test_every_pair(void)
{
	enum { TEXTS = 1 + 3 + 9 + 27 + 81 + 243 };
	char a[8], b[8];
	int i, j, wrong = 0;

	for (i = 0; i < TEXTS; i++)
		for (j = 0; j < TEXTS; j++) {
			struct str s = {a, letters(i, a)}, t = {b, letters(j, b)};

			wrong += text_one_apart(s, t) != (distance(a, (int)s.n, b, (int)t.n) == 1);
		}
	ok(wrong == 0, "text_one_apart: every two of up to five letters");
}

static void
test_escapes(void)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(escaped); i++) {
		b.n = 0;
		text_escape(&b, escaped[i].in);
		ok(is((struct str){b.s, b.n}, escaped[i].out), "text_escape: %s", escaped[i].name);
	}
	for (i = 0; i < LEN(json); i++) {
		b.n = 0;
		text_json(&b, json[i].in);
		ok(is((struct str){b.s, b.n}, json[i].out), "text_json: %s", json[i].name);
	}
	b.n = 0;
	buf_add(&b, "k\t", 2);
	text_escape(&b, (struct str)S("\t"));
	ok(is((struct str){b.s, b.n}, (struct str)S("k\t\\t")), "text_escape adds to what is there");
	buf_free(&b);
}

static void
test_unescape(void)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(unescaped); i++) {
		b.n = 0;
		ok(text_unescape(&b, unescaped[i].in) && is((struct str){b.s, b.n}, unescaped[i].out), "text_unescape: %s",
		    unescaped[i].name);
	}
	b.n = 0;
	buf_add(&b, "k\t", 2);
	for (i = 0; i < LEN(no_escapes); i++)
		ok(!text_unescape(&b, text_c(no_escapes[i])) && is((struct str){b.s, b.n}, (struct str)S("k\t")),
		    "text_unescape: none of the escapes, %zu", i);
	ok(!text_unescape(&b, (struct str){"\\x41", 3}) && b.n == 2, "text_unescape: n bytes alone are looked at");
	ok(text_unescape(&b, (struct str)S("\\t")) && is((struct str){b.s, b.n}, (struct str)S("k\t\t")),
	    "text_unescape adds to what is there");
	buf_free(&b);
}

/* What is escaped and read back is the same: random bytes, half of them such as matter. */
static void
test_unescape_random(void)
{
	static const char some[] = "\\\t\n\rtnrx0aF\xC2\x80\xE2\xA8\x1B\x7F";
	struct buf escapes = {0}, back = {0};
	uint32_t random = 1;
	int round, wrong = 0;

	for (round = 0; round < 20000; round++) {
		char in[24];
		size_t i, n;

		random = random * 1664525u + 1013904223u;
		n = random >> 16 & 15;
		for (i = 0; i < n; i++) {
			random = random * 1664525u + 1013904223u;
			in[i] = random >> 31 ? (char)(random >> 16 & 0xFF) : some[(random >> 16) % (sizeof some - 1)];
		}
		escapes.n = back.n = 0;
		text_escape(&escapes, (struct str){in, n});
		wrong += !text_unescape(&back, (struct str){escapes.s, escapes.n});
		wrong += !is((struct str){back.s, back.n}, (struct str){in, n});
	}
	ok(wrong == 0, "text_unescape undoes text_escape");
	buf_free(&escapes);
	buf_free(&back);
}

/* Every code point, and how it folds by itself. */
static void
test_encode(void)
{
	struct mem mem = {0};
	uint32_t cp, back, folded;
	int wrong = 0;

	for (cp = 0; cp <= 0x10FFFF; cp++) {
		char out[4];
		size_t n = utf8_encode(out, cp);
		struct str fold_of;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		wrong += utf8_decode(out, n, &back) != n || back != cp;
		mem_reset(&mem);
		fold_of = text_fold(&mem, (struct str){out, n});
		wrong += utf8_decode(fold_of.s, fold_of.n, &folded) != fold_of.n || folded != text_fold_code(cp);
	}
	ok(wrong == 0, "utf8_encode and text_fold_code: every code point");
	mem_free(&mem);
}

static void
test_none(void)
{
	struct mem mem = {0};
	struct buf b = {0};

	text_escape(&b, none);
	ok(b.n == 0, "text_escape: no slice");
	ok(text_unescape(&b, none) && b.n == 0, "text_unescape: no slice");
	text_json(&b, none);
	ok(is((struct str){b.s, b.n}, (struct str)S("\"\"")), "text_json: no slice");
	ok(utf8_valid(none) == 0 && utf8_count(none) == 0, "UTF-8: no slice");
	ok(text_width(none) == 0 && text_fit(none, 1) == 0, "columns: no slice");
	ok(text_fold(&mem, none).n == 0 && text_key(&mem, none).n == 0, "folding: no slice");
	ok(text_trim(none).n == 0, "text_trim: no slice");
	buf_free(&b);
	mem_free(&mem);
}

int
main(void)
{
	setlocale(LC_ALL, "");
	test_decode();
	test_numbers();
	test_copies();
	test_slices();
	test_apart();
	test_every_pair();
	test_escapes();
	test_unescape();
	test_unescape_random();
	test_encode();
	test_none();
	return done();
}
