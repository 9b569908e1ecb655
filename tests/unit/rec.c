#include <limits.h>
#include <stdint.h>

#include "../../src/lib/rec.h"
#include "aid.h"

enum { COLUMNS = 4, ROWS = 4 };

struct cells {
	const char *cell[COLUMNS];      /* up to a NULL */
	enum rec_color color;
};

/* Records of text cells, and what becomes of them. */
struct row {
	const char *name;
	struct rec rec;
	struct cells rows[ROWS];        /* up to one without cells */
	const char *want;
};

static struct str
write_rows(struct rec *r, const struct cells *rows)
{
	size_t i, j;

	for (i = 0; i < ROWS && rows[i].cell[0]; i++) {
		rec_begin(r, rows[i].color);
		for (j = 0; j < COLUMNS && rows[i].cell[j]; j++)
			rec_str(r, of(rows[i].cell[j]));
		rec_end(r);
	}
	rec_finish(r);
	return r->out.n ? (struct str){r->out.s, r->out.n} : STR("");
}

static void
test_rows(const char *what, const struct row *row, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct rec r = row[i].rec;

		is(write_rows(&r, row[i].rows), row[i].want, "%s: %s", what, row[i].name);
		rec_free(&r);
	}
}

#define COLUMN_LIST(...) .columns = (const struct rec_column[]){__VA_ARGS__}

/* ---- TSV ---- */

#define TSV(...) {.format = REC_TSV, .ncolumns = 3, __VA_ARGS__, \
    COLUMN_LIST({.name = "due"}, {.name = "a\tb"}, {.name = "why"})}

static const struct row tsv[] = {
	{"a record a line, TAB between", TSV(.width = 0), {{{"a", "b c", "d"}, REC_RED}, {{"e", "f", "g"}, REC_PLAIN}},
	    "a\tb c\td\ne\tf\tg\n"},
	{"nothing", TSV(.width = 0), {{{NULL}, REC_PLAIN}}, ""},
	{"empty cells", TSV(.width = 0), {{{"", "", ""}, REC_PLAIN}}, "\t\t\n"},
	{"the four escapes", TSV(.width = 0), {{{"a\tb", "c\nd\re", "f\\g"}, REC_PLAIN}}, "a\\tb\tc\\nd\\re\tf\\\\g\n"},
	{"other controls", TSV(.width = 0), {{{"\x1B[31m", "\x7F\x07", "\xC2\x9B"}, REC_PLAIN}},
	    "\\x1B[31m\t\\x7F\\x07\t\\xC2\\x9B\n"},
	{"overrides of direction", TSV(.width = 0), {{{"\u202e", "\u2066", "\u200f"}, REC_PLAIN}},
	    "\\xE2\\x80\\xAE\t\\xE2\\x81\\xA6\t\\xE2\\x80\\x8F\n"},
	{"invalid bytes", TSV(.width = 0), {{{"\xFF", "a\xC3", "\xE2\x82z"}, REC_PLAIN}}, "\\xFF\ta\\xC3\t\\xE2\\x82z\n"},
	{"other text as it is", TSV(.width = 0), {{{"\u00e9 \u6f22", "\U0001F600", "'\"$"}, REC_PLAIN}},
	    "\u00e9 \u6f22\t\U0001F600\t'\"$\n"},
	{"a header before the first record", TSV(.header = true),
	    {{{"1", "2", "3"}, REC_PLAIN}, {{"4", "5", "6"}, REC_PLAIN}},
	    "due\ta\\tb\twhy\n1\t2\t3\n4\t5\t6\n"},
	{"no header without a record", TSV(.header = true), {{{NULL}, REC_PLAIN}}, ""},
	{"no width and no colour", TSV(.width = 4, .color = true), {{{"a long one", "b", "c"}, REC_RED}},
	    "a long one\tb\tc\n"},
};

static void
test_numbers(void)
{
	static const long numbers[] = {0, 7, -344, LONG_MAX, LONG_MIN};
	struct rec r = {.format = REC_TSV};
	char want[256];
	size_t i;

	rec_begin(&r, REC_PLAIN);
	for (i = 0; i < LEN(numbers); i++)
		rec_int(&r, numbers[i]);
	rec_end(&r);
	snprintf(want, sizeof want, "0\t7\t-344\t%ld\t%ld\n", LONG_MAX, LONG_MIN);
	is(((struct str){r.out.s, r.out.n}), want, "TSV: numbers");
	rec_free(&r);
	r = (struct rec){.format = REC_TSV};
	rec_begin(&r, REC_PLAIN);
	rec_str(&r, (struct str){NULL, 0});
	rec_str(&r, (struct str){"a\0b", 3});
	rec_end(&r);
	is(((struct str){r.out.s, r.out.n}), "\ta\\x00b\n", "TSV: no text, and a NUL");
	rec_free(&r);
}

static void
test_paths(void)
{
	struct rec r = {.format = REC_TSV};

	rec_path(&r, STR("notes/ana.md"), false);
	rec_path(&r, STR("a\nb\xFF.md"), false);
	is(((struct str){r.out.s, r.out.n}), "notes/ana.md\na\\nb\\xFF.md\n", "paths: a line each, escaped");
	r.out.n = 0;
	rec_path(&r, STR("a\nb\xFF.md"), true);
	rec_path(&r, STR("c"), true);
	ok(r.out.n == 10 && memcmp(r.out.s, "a\nb\xFF.md\0c", 10) == 0, "paths: as they are, a NUL after each");
	rec_free(&r);
}

/* ---- tables ---- */

/* Columns: text, a number, and two that may be cut, the first of them at its start. */
#define TABLE(...) {.format = REC_TABLE, .ncolumns = 4, __VA_ARGS__, COLUMN_LIST({.name = "due", .colored = true}, \
    {.name = "days", .right = true, .colored = true}, {.name = "path", .cut = REC_START}, \
    {.name = "why", .cut = REC_END})}

#define TEN "0123456789"

static const struct row tables[] = {
	{"columns are aligned, two blanks between", TABLE(.width = 0),
	    {{{"a", "1", "b", "why"}, REC_PLAIN}, {{"bbb", "-100", "c", "w"}, REC_PLAIN}},
	    "a       1  b  why\nbbb  -100  c  w\n"},
	{"no rows", TABLE(.width = 0), {{{NULL}, REC_PLAIN}}, ""},
	{"no rows, no header", TABLE(.header = true), {{{NULL}, REC_PLAIN}}, ""},
	{"empty cells", TABLE(.width = 0), {{{"a", "1", "b", ""}, REC_PLAIN}, {{"", "", "", ""}, REC_PLAIN}},
	    "a  1  b\n\n"},
	{"a header", TABLE(.header = true), {{{"a", "1", "b", "c"}, REC_PLAIN}},
	    "due  days  path  why\na       1  b     c\n"},
	{"wide characters are two columns", TABLE(.width = 0),
	    {{{"\u6f22\u5b57", "1", "\uff21", "x"}, REC_PLAIN}, {{"abcd", "1", "ab", "x"}, REC_PLAIN}},
	    "\u6f22\u5b57  1  \uff21  x\nabcd  1  ab  x\n"},
	{"combining marks are none", TABLE(.width = 0),
	    {{{"e\u0301", "1", "b", "x"}, REC_PLAIN}, {{"ab", "1", "b", "x"}, REC_PLAIN}},
	    "e\u0301   1  b  x\nab  1  b  x\n"},
	{"escapes are counted as they show", TABLE(.width = 0),
	    {{{"a\tb", "1", "b", "x\n"}, REC_PLAIN}, {{"abcd", "1", "b", "x"}, REC_PLAIN}},
	    "a\\tb  1  b  x\\n\nabcd  1  b  x\n"},
	{"what fits exactly is not cut", TABLE(.width = 52), {{{"a", "1", TEN TEN, TEN TEN "0123"}, REC_PLAIN}},
	    "a  1  " TEN TEN "  " TEN TEN "0123\n"},
	{"one column less: a path loses its start", TABLE(.width = 51), {{{"a", "1", TEN TEN, TEN TEN "0123"}, REC_PLAIN}},
	    "a  1  \u2026" "234567890123456789  " TEN TEN "0123\n"},
	{"a path before the last column", TABLE(.width = 44), {{{"a", "1", TEN TEN, TEN TEN "0123"}, REC_PLAIN}},
	    "a  1  \u2026" "90123456789  " TEN TEN "0123\n"},
	{"then both, the last at twice the width", TABLE(.width = 34),
	    {{{"a", "1", TEN TEN, TEN TEN "0123"}, REC_PLAIN}}, "a  1  \u2026" "3456789  " TEN "0123456\u2026\n"},
	{"to 4, and no narrower", TABLE(.width = 1), {{{"abcdef", "123456", TEN, TEN}, REC_PLAIN}},
	    "abcdef  123456  \u2026789  012\u2026\n"},
	{"short cells of a narrow column stay", TABLE(.width = 20),
	    {{{"a", "1", TEN, TEN}, REC_PLAIN}, {{"a", "1", "b", "c"}, REC_PLAIN}},
	    "a  1  \u2026" "789  0123456\u2026\na  1  b     c\n"},
	{"a wide character is not halved", TABLE(.width = 14), {{{"a", "1", "b", "\u6f22\u5b57\u6f22\u5b57"}, REC_PLAIN}},
	    "a  1  b  \u6f22\u5b57\u2026\n"},
	{"nor at the start", TABLE(.width = 14),
	    {{{"a", "1", "\u6f22\u5b57\u6f22\u5b57", "x"}, REC_PLAIN}, {{"a", "1", "b", "x"}, REC_PLAIN}},
	    "a  1  \u2026\u6f22\u5b57  x\na  1  b      x\n"},
	{"marks stay on their base", TABLE(.width = 13), {{{"a", "1", "b", "xyze\u0301\u0301fgh"}, REC_PLAIN}},
	    "a  1  b  xyz\u2026\n"},
	{"no colour", TABLE(.width = 0), {{{"a", "1", "b", "x"}, REC_RED}}, "a  1  b  x\n"},
	{"colours stand in their columns, and not in the blanks", TABLE(.color = true),
	    {{{"a", "1", "b", "x"}, REC_RED}, {{"abc", "100", "b", "x"}, REC_DIM}},
	    "\033[31ma\033[0m      \033[31m1\033[0m  b  x\n\033[2mabc\033[0m  \033[2m100\033[0m  b  x\n"},
	{"each colour", TABLE(.color = true),
	    {{{"a", "1", "b", "x"}, REC_GREEN}, {{"a", "1", "b", "x"}, REC_YELLOW}, {{"a", "1", "b", "x"}, REC_PLAIN}},
	    "\033[32ma\033[0m  \033[32m1\033[0m  b  x\n\033[33ma\033[0m  \033[33m1\033[0m  b  x\na  1  b  x\n"},
	{"a header is not coloured", TABLE(.color = true, .header = true), {{{"a", "1", "b", "x"}, REC_GREEN}},
	    "due  days  path  why\n\033[32ma\033[0m       \033[32m1\033[0m  b     x\n"},
};

static void
test_many_rows(void)
{
	static const struct rec_column columns[] = {{.name = "n", .right = true}, {.name = "x"}};
	struct rec r = {.format = REC_TABLE, .columns = columns, .ncolumns = 2};
	struct buf want = {0};
	int i;

	for (i = 0; i < 1000; i++) {
		rec_begin(&r, REC_PLAIN);
		rec_int(&r, i);
		rec_str(&r, STR("x"));
		rec_end(&r);
		buf_fmt(&want, "%3d  x\n", i);
	}
	ok(r.out.n == 0, "a table: nothing is laid out before its end");
	rec_finish(&r);
	ok(r.out.n == want.n && memcmp(r.out.s, want.s, want.n) == 0, "a table: a thousand rows");
	buf_free(&want);
	rec_free(&r);
}

/* ---- JSON ---- */

static void
test_json(void)
{
	struct str list[] = {S("a@x"), S("b\"")};
	struct rec r = {.format = REC_JSON, .header = true};

	rec_json_begin(&r);
	rec_json_end(&r);
	is(((struct str){r.out.s, r.out.n}), "{}\n", "JSON: an empty object");
	r.out.n = 0;
	rec_json_begin(&r);
	rec_json_str(&r, "due", STR("2026-11-22"));
	rec_json_int(&r, "overdue", -3);
	rec_json_str(&r, "hint", (struct str){NULL, 0});
	rec_json_str(&r, "why", STR(""));
	rec_json_list(&r, "email", (struct strs){list, 2});
	rec_json_list(&r, "phone", (struct strs){NULL, 0});
	rec_json_list(&r, "one", (struct strs){list, 1});
	rec_json_ratio(&r, "urgency", 1, 2);
	rec_json_end(&r);
	rec_json_begin(&r);
	rec_json_int(&r, "n", 0);
	rec_json_end(&r);
	rec_finish(&r);
	is(((struct str){r.out.s, r.out.n}), "{\"due\":\"2026-11-22\",\"overdue\":-3,\"hint\":null,\"why\":\"\","
	    "\"email\":[\"a@x\",\"b\\\"\"],\"phone\":[],\"one\":[\"a@x\"],\"urgency\":0.50}\n{\"n\":0}\n",
	    "JSON: an object a line, with all kinds of values");
	r.out.n = 0;
	rec_json_begin(&r);
	rec_json_str(&r, "s", STR("\"\\/\b\f\n\r\t\x01\x7F\u00e9\u2028\u202e\xFF"));
	rec_json_end(&r);
	is(((struct str){r.out.s, r.out.n}),
	    "{\"s\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007F\u00e9\\u2028\\u202E\uFFFD\"}\n", "JSON: escapes");
	rec_free(&r);
}

static void
test_json_objects(void)
{
	struct rec r = {.format = REC_JSON};
	int i;

	rec_json_begin(&r);
	rec_json_open(&r, "none");
	rec_json_close(&r);
	rec_json_open(&r, "o\"ne");
	rec_json_item(&r);
	rec_json_item_end(&r);
	rec_json_close(&r);
	rec_json_open(&r, "more");
	for (i = 0; i < 3; i++) {
		rec_json_item(&r);
		rec_json_int(&r, "n", i);
		rec_json_str(&r, "s", STR("{[,"));
		rec_json_list(&r, "l", (struct strs){NULL, 0});
		rec_json_item_end(&r);
	}
	rec_json_close(&r);
	rec_json_str(&r, "after", STR("["));
	rec_json_str(&r, "last", (struct str){NULL, 0});
	rec_json_end(&r);
	is(((struct str){r.out.s, r.out.n}), "{\"none\":[],\"o\\\"ne\":[{}],\"more\":[{\"n\":0,\"s\":\"{[,\",\"l\":[]},"
	    "{\"n\":1,\"s\":\"{[,\",\"l\":[]},{\"n\":2,\"s\":\"{[,\",\"l\":[]}],\"after\":\"[\",\"last\":null}\n",
	    "JSON: lists of objects");
	r.out.n = 0;
	rec_json_begin(&r);
	rec_json_open(&r, "out");
	rec_json_item(&r);
	rec_json_open(&r, "in");
	rec_json_item(&r);
	rec_json_item_end(&r);
	rec_json_item(&r);
	rec_json_int(&r, "n", 1);
	rec_json_item_end(&r);
	rec_json_close(&r);
	rec_json_int(&r, "m", 2);
	rec_json_item_end(&r);
	rec_json_close(&r);
	rec_json_raw(&r, "raw", STR("{\"x\":[]}"));
	rec_json_int(&r, "n", 3);
	rec_json_end(&r);
	is(((struct str){r.out.s, r.out.n}),
	    "{\"out\":[{\"in\":[{},{\"n\":1}],\"m\":2}],\"raw\":{\"x\":[]},\"n\":3}\n", "JSON: lists within each other");
	rec_free(&r);
}

static void
test_ratios(void)
{
	static const struct {
		long n, of;
		const char *want;
	} ratios[] = {
		{0, 7, "0.00"}, {7, 7, "1.00"}, {1, 2, "0.50"}, {1, 3, "0.33"}, {2, 3, "0.67"}, {10, 7, "1.43"},
		{11, 7, "1.57"},
		{100, 1, "100.00"}, {1, 36525, "0.00"}, {1, 200, "0.01"}, {1, 201, "0.00"}, {1, 8, "0.13"}, {3, 8, "0.38"},
		{199, 200, "1.00"}, {-7, 7, "-1.00"}, {-1, 2, "-0.50"}, {-1, 3, "-0.33"}, {-2, 3, "-0.67"}, {-10, 7, "-1.43"},
		{-1, 8, "-0.13"}, {-1, 200, "-0.01"}, {-1, 201, "0.00"}, {-1, 36525, "0.00"}, {-199, 200, "-1.00"},
		{2932896, 1, "2932896.00"}, {0, 0, "null"}, {5, 0, "null"}, {-5, 0, "null"},
	};
	char want[64];
	size_t i;

	for (i = 0; i < LEN(ratios); i++) {
		struct rec r = {.format = REC_JSON};

		rec_json_ratio(&r, "r", ratios[i].n, ratios[i].of);
		snprintf(want, sizeof want, "\"r\":%s", ratios[i].want);
		is(((struct str){r.out.s, r.out.n}), want, "ratio: %ld of %ld is %s", ratios[i].n, ratios[i].of,
		    ratios[i].want);
		rec_free(&r);
	}
}

int
main(void)
{
	test_rows("TSV", tsv, LEN(tsv));
	test_numbers();
	test_paths();
	test_rows("a table", tables, LEN(tables));
	test_many_rows();
	test_json();
	test_json_objects();
	test_ratios();
	return done();
}
