/*
 * Records, and texts on their way to a terminal. The input is: a byte for the format, and bit 2 for colours, bit 3 for
 * a header; a byte for the width of a table; the byte that ends a cell; then the cells.
 */
#include "../../src/lib/rec.h"
#include "json.h"

enum { COLUMNS = 4, CELLS = 64 };

static const struct rec_column columns[COLUMNS] = {
	{.name = "due", .right = true, .colored = true}, {.name = "path", .cut = REC_START},
	{.name = "tags", .cut = REC_SPARE}, {.name = "why", .cut = REC_END},
};

struct cells {
	struct str v[CELLS];
	size_t n;
};

/* Nothing that acts on a terminal; but for LF and colours, which are the program's own. */
static bool
is_safe(struct str s)
{
	while (s.n) {
		const char *end = memchr(s.s, '\n', s.n);
		struct str line = {s.s, end ? (size_t)(end - s.s) : s.n};

		if (!text_is_line(line))
			return false;
		s = (struct str){s.s + line.n + (end != NULL), s.n - line.n - (end != NULL)};
	}
	return true;
}

/* ---- texts ---- */

static void
check_escape(struct str s)
{
	struct buf b = {0}, back = {0}, shown = {0}, again = {0};

	text_escape(&b, s);
	must(text_is_line(buf_text(&b)), "one line: %.*s", (int)b.n, b.s);
	must(text_unescape(&back, buf_text(&b)) && text_eq(buf_text(&back), s), "there and back: %.*s", (int)b.n, b.s);
	must(!text_is_line(s) || b.n >= s.n, "longer at most");
	text_show(&shown, s);
	must(utf8_valid(buf_text(&shown)) == shown.n, "UTF-8");
	text_show(&again, buf_text(&shown));
	must(text_eq(buf_text(&again), buf_text(&shown)), "what is shown can be");
	buf_free(&b);
	buf_free(&back);
	buf_free(&shown);
	buf_free(&again);
}

/* What was written by someone else is read, or nothing of it. */
static void
check_unescape(struct str s)
{
	struct buf b = {0}, again = {0}, back = {0};

	buf_chr(&b, '!');
	if (text_unescape(&b, s)) {
		must(b.n <= s.n + 1, "shorter at most");
		text_escape(&again, buf_text(&b));
		must(text_unescape(&back, buf_text(&again)) && text_eq(buf_text(&back), buf_text(&b)), "there and back");
	} else {
		must(b.n == 1 && memchr(s.s, '\\', s.n), "a backslash that is none of ours");
	}
	buf_free(&b);
	buf_free(&again);
	buf_free(&back);
}

static void
check_widths(struct str s, int width)
{
	size_t fit = text_fit(s, width);
	struct str rest = s;
	struct buf b = {0};

	must(fit <= s.n && text_width((struct str){s.s, fit}) <= width, "fits");
	must(text_width(s) > width || fit == s.n, "all that fits");
	text_short(&b, s, width);
	must(!width || text_width(buf_text(&b)) <= width, "shortened");
	buf_free(&b);
	while (rest.n) {
		size_t n = text_wrap(rest, width);

		must(n && n <= rest.n, "goes on");
		rest = (struct str){rest.s + n, rest.n - n};
	}
}

static void
check_fold(struct str s)
{
	struct mem mem = {0};
	struct str folded = text_fold(&mem, s), key = text_key(&mem, s);

	must(text_eq(text_fold(&mem, folded), folded), "folded is folded");
	must(text_folds_to(s, folded) && text_folds_to(folded, folded), "in any case");
	must(utf8_valid(s) < s.n || text_eq(text_key(&mem, key), key), "a key is a key");
	must(utf8_count(folded) == utf8_count(s), "one for one");
	mem_free(&mem);
}

static void
check_text(struct str s, int width)
{
	struct buf json = {0};
	struct str head = text_head(s, (size_t)width);

	check_escape(s);
	check_unescape(s);
	check_widths(s, width);
	check_fold(s);
	must(head.n <= (size_t)width && (utf8_valid(s) < s.n || utf8_valid(head) == head.n), "whole characters");
	text_json(&json, s);
	must(json_string(json.s, json.s + json.n) == json.s + json.n && text_is_line(buf_text(&json)), "JSON");
	buf_free(&json);
}

/* ---- records ---- */

static struct cells
cut(struct str s, char end)
{
	struct cells c = {.n = 0};

	while (c.n < CELLS) {
		const char *at = s.n ? memchr(s.s, end, s.n) : NULL;

		c.v[c.n++] = (struct str){s.s, at ? (size_t)(at - s.s) : s.n};
		if (!at)
			break;
		s = (struct str){at + 1, s.n - (size_t)(at + 1 - s.s)};
	}
	while (c.n % COLUMNS)
		c.v[c.n++] = STR("");
	return c;
}

static void
check_tsv(struct str out, const struct cells *c, bool header)
{
	size_t i, j;

	must(out.n && out.s[out.n - 1] == '\n', "lines");
	if (header)
		must(text_eq(text_line(&out), STR("due\tpath\ttags\twhy")), "a header");
	for (i = 0; i < c->n; i += COLUMNS) {
		struct str line = text_line(&out);

		for (j = 0; j < COLUMNS; j++) {
			const char *tab = memchr(line.s, '\t', line.n);
			struct str cell = {line.s, tab ? (size_t)(tab - line.s) : line.n};
			struct buf b = {0};

			must((j == COLUMNS - 1) == !tab, "a TAB behind column %zu", j);
			must(text_is_line(cell) && text_unescape(&b, cell) && text_eq(buf_text(&b), c->v[i + j]), "cell %zu", i + j);
			line = (struct str){line.s + cell.n + !!tab, line.n - cell.n - !!tab};
			buf_free(&b);
		}
	}
	must(!out.n, "no record more");
}

static void
check_json(struct str out, const struct cells *c)
{
	size_t i;

	for (i = 0; i < c->n; i += COLUMNS) {
		struct str line = text_line(&out);

		must(json_is_record((struct str){line.s, line.n + 1}), "%.*s", (int)line.n, line.s);
	}
	must(!out.n, "no record more");
}

/* Takes the colours out of a table. */
static struct str
without_colors(struct str s, struct buf *b)
{
	while (s.n) {
		if (s.n > 2 && *s.s == '\033' && s.s[1] == '[') {
			const char *end = memchr(s.s, 'm', s.n < 6 ? s.n : 6);

			must(end, "a colour");
			s = (struct str){end + 1, s.n - (size_t)(end + 1 - s.s)};
			continue;
		}
		buf_chr(b, *s.s);
		s = (struct str){s.s + 1, s.n - 1};
	}
	return buf_text(b);
}

/* What a table takes at least: its first column, and of each of the others four and a gap. */
static int
least_width(const struct cells *c)
{
	int width = (int)strlen(columns[0].name);
	size_t i;

	for (i = 0; i < c->n; i += COLUMNS) {
		struct buf b = {0};

		text_escape(&b, c->v[i]);
		width = text_width(buf_text(&b)) > width ? text_width(buf_text(&b)) : width;
		buf_free(&b);
	}
	return width + (COLUMNS - 1) * (4 + 2);
}

static void
check_table(struct str out, const struct cells *c, bool header, int width)
{
	struct buf plain = {0};
	size_t rows;
	bool fits = width >= least_width(c);

	out = without_colors(out, &plain);
	must(is_safe(out), "nothing that acts on a terminal");
	for (rows = 0; out.n; rows++)
		must(text_width(text_line(&out)) <= width || !fits, "a row of %d columns at most", width);
	must(rows == c->n / COLUMNS + header, "%zu rows", rows);
	buf_free(&plain);
}

static void
check_records(struct cells c, uint8_t how, int width)
{
	struct rec r = {
		.format = (enum rec_format)(how % 3), .color = how & 4, .header = how & 8, .width = width, .columns = columns,
		.ncolumns = COLUMNS,
	};
	bool header = r.header;
	size_t i;

	for (i = 0; i < c.n; i++) {
		if (i % COLUMNS == 0)
			rec_begin(&r, (enum rec_color)(i / COLUMNS % 5));
		rec_str(&r, c.v[i]);
		if (i % COLUMNS == COLUMNS - 1)
			rec_end(&r);
	}
	must(rec_finish(&r) == 0, "written");
	if (r.format == REC_TSV)
		check_tsv(buf_text(&r.out), &c, header);
	else if (r.format == REC_JSON)
		check_json(buf_text(&r.out), &c);
	else
		check_table(buf_text(&r.out), &c, header, width);
	rec_free(&r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s;

	if (size < 3)
		return 0;
	s = fuzz_text(data + 3, size - 3);
	check_text(s, data[1]);
	check_records(cut(s, (char)data[2]), data[0], data[1]);
	return 0;
}
