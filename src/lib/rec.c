#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "rec.h"
#include "text.h"

enum { GAP = 2, AT_ONCE = 64 * 1024 };

static const char *const colors[] = {
	[REC_DIM] = "\033[2m", [REC_GREEN] = "\033[32m", [REC_YELLOW] = "\033[33m", [REC_RED] = "\033[31m",
};

static void
add_cell(struct rec *r, struct str s)
{
	struct buf b = {0};

	text_escape(&b, s);
	r->cells = mem_grow(r->cells, r->ncells, &r->cells_cap, sizeof *r->cells);
	r->cells[r->ncells++] = buf_take(&b, &r->mem);
}

static void
put_header(struct rec *r)
{
	size_t i;

	r->header = false;
	rec_begin(r, REC_PLAIN);
	for (i = 0; i < r->ncolumns; i++)
		rec_str(r, text_c(r->columns[i].name));
	rec_end(r);
}

void
rec_begin(struct rec *r, enum rec_color color)
{
	if (r->header && r->format != REC_JSON)
		put_header(r);
	r->column = 0;
	if (r->format == REC_JSON)
		rec_json_begin(r);
	if (r->format != REC_TABLE)
		return;
	r->rows = mem_grow(r->rows, r->nrows, &r->rows_cap, sizeof *r->rows);
	r->rows[r->nrows++] = color;
}

void
rec_str(struct rec *r, struct str s)
{
	if (r->format == REC_TABLE) {
		add_cell(r, s);
		return;
	}
	if (r->format == REC_JSON) {
		rec_json_str(r, r->columns[r->column++].name, s);
		return;
	}
	if (r->column++)
		buf_chr(&r->out, '\t');
	text_escape(&r->out, s);
}

void
rec_int(struct rec *r, long n)
{
	struct buf b = {0};

	if (r->format == REC_JSON) {
		rec_json_int(r, r->columns[r->column++].name, n);
		return;
	}
	buf_fmt(&b, "%ld", n);
	rec_str(r, (struct str){b.s, b.n});
	buf_free(&b);
}

/* Writes what there is once it is worth a call; after an error it goes nowhere. */
static void
flush(struct rec *r, size_t least)
{
	if (!r->fd || r->out.n < least)
		return;
	if (!r->error && buf_write(&r->out, r->fd) < 0)
		r->error = errno;
	r->written = true;
	r->out.n = 0;
}

void
rec_end(struct rec *r)
{
	if (r->format == REC_TABLE)
		return;
	if (r->format == REC_JSON) {
		rec_json_end(r);
		return;
	}
	buf_chr(&r->out, '\n');
	mem_reset(&r->mem);
	flush(r, AT_ONCE);
}

void
rec_path(struct rec *r, struct str path, bool nul)
{
	if (nul)
		buf_str(&r->out, path);
	else
		text_escape(&r->out, path);
	buf_chr(&r->out, nul ? '\0' : '\n');
	flush(r, AT_ONCE);
}

void
rec_raw(struct rec *r, struct str out)
{
	buf_str(&r->out, out);
	flush(r, AT_ONCE);
}

/* The comma before all but the first of a list or object. */
static void
json_comma(struct rec *r)
{
	char last = r->out.n ? r->out.s[r->out.n - 1] : '{';

	if (last != '{' && last != '[')
		buf_chr(&r->out, ',');
}

static void
json_key(struct rec *r, const char *key)
{
	json_comma(r);
	text_json(&r->out, text_c(key));
	buf_chr(&r->out, ':');
}

void
rec_json_begin(struct rec *r)
{
	buf_chr(&r->out, '{');
}

void
rec_json_raw(struct rec *r, const char *key, struct str json)
{
	json_key(r, key);
	buf_str(&r->out, json);
}

void
rec_json_object(struct rec *r, const char *key)
{
	rec_json_raw(r, key, STR("{"));
}

void
rec_json_open(struct rec *r, const char *key)
{
	json_key(r, key);
	buf_chr(&r->out, '[');
}

void
rec_json_item(struct rec *r)
{
	json_comma(r);
	buf_chr(&r->out, '{');
}

void
rec_json_item_end(struct rec *r)
{
	buf_chr(&r->out, '}');
}

void
rec_json_close(struct rec *r)
{
	buf_chr(&r->out, ']');
}

void
rec_json_str(struct rec *r, const char *key, struct str s)
{
	json_key(r, key);
	if (s.s)
		text_json(&r->out, s);
	else
		buf_fmt(&r->out, "null");
}

void
rec_json_list(struct rec *r, const char *key, struct strs list)
{
	size_t i;

	json_key(r, key);
	buf_chr(&r->out, '[');
	for (i = 0; i < list.n; i++) {
		if (i)
			buf_chr(&r->out, ',');
		text_json(&r->out, list.v[i]);
	}
	buf_chr(&r->out, ']');
}

void
rec_json_int(struct rec *r, const char *key, long n)
{
	json_key(r, key);
	buf_fmt(&r->out, "%ld", n);
}

void
rec_json_ratio(struct rec *r, const char *key, long n, long of)
{
	long hundredths;

	json_key(r, key);
	if (of == 0) {
		buf_fmt(&r->out, "null");
		return;
	}
	hundredths = (labs(n) * 200 + of) / (2 * of);
	buf_fmt(&r->out, "%s%ld.%02ld", n < 0 && hundredths ? "-" : "", hundredths / 100, hundredths % 100);
}

void
rec_json_end(struct rec *r)
{
	buf_fmt(&r->out, "}\n");
	mem_reset(&r->mem);
	flush(r, AT_ONCE);
}

/* Narrows the columns from one to before another that are cut in one way, the widest first, down to least. */
static int
narrow(const struct rec *r, int *widths, size_t from, size_t to, enum rec_cut cut, int least, int excess)
{
	for (; excess > 0; excess--) {
		size_t i, widest = to;

		for (i = from; i < to; i++)
			if (r->columns[i].cut == cut && widths[i] > least && (widest == to || widths[i] >= widths[widest]))
				widest = i;
		if (widest == to)
			break;
		widths[widest]--;
	}
	return excess;
}

/* The last column is what a reader came for, and gives way last. */
static void
fit(const struct rec *r, int *widths)
{
	int excess = -GAP - r->width, least;
	size_t i, n = r->ncolumns;

	for (i = 0; i < n; i++)
		excess += widths[i] + GAP;
	for (least = 16; least >= 4; least -= 4) {
		excess = narrow(r, widths, 0, n, REC_SPARE, least, excess);
		excess = narrow(r, widths, 0, n, REC_START, least, excess);
		excess = narrow(r, widths, 0, n - 1, REC_END, least, excess);
		excess = narrow(r, widths, n - 1, n, REC_END, 2 * least, excess);
	}
	narrow(r, widths, n - 1, n, REC_END, 4, excess);
}

static void
pad(struct buf *b, int n)
{
	while (n-- > 0)
		buf_chr(b, ' ');
}

/* The longest end of s that is at most width columns wide. */
static struct str
tail(struct str s, int width)
{
	int excess = text_width(s) - width;

	while (excess > 0) {
		size_t n = text_fit(s, 1);

		n = n ? n : text_fit(s, 2);
		excess -= text_width((struct str){s.s, n});
		s = (struct str){s.s + n, s.n - n};
	}
	return s;
}

static void
put_text(struct rec *r, struct str cell, int width, enum rec_cut cut)
{
	static const char ellipsis[] = "\xE2\x80\xA6";

	if (text_width(cell) <= width) {
		buf_str(&r->out, cell);
	} else if (cut == REC_START) {
		buf_fmt(&r->out, ellipsis);
		buf_str(&r->out, tail(cell, width - 1));
	} else {
		buf_add(&r->out, cell.s, text_fit(cell, width - 1));
		buf_fmt(&r->out, ellipsis);
	}
}

static void
put_cell(struct rec *r, size_t i, struct str cell, int width, const char *color)
{
	const struct rec_column *column = &r->columns[i];
	size_t start;
	int space;

	space = width - text_width(cell);
	if (column->right)
		pad(&r->out, space);
	if (color)
		buf_fmt(&r->out, "%s", color);
	start = r->out.n;
	put_text(r, cell, width, column->cut);
	buf_room(&r->out, 1);
	space = width - text_width((struct str){r->out.s + start, r->out.n - start});
	if (color)
		buf_fmt(&r->out, "\033[0m");
	if (i + 1 < r->ncolumns)
		pad(&r->out, column->right ? GAP : GAP + space);
}

static void
lay_out(struct rec *r)
{
	int *widths = mem_array(&r->mem, r->ncolumns, sizeof *widths);
	size_t i, row;

	for (i = 0; i < r->ncells; i++) {
		int width = text_width(r->cells[i]);

		if (width > widths[i % r->ncolumns])
			widths[i % r->ncolumns] = width;
	}
	if (r->width)
		fit(r, widths);
	for (row = 0; row < r->nrows; row++) {
		for (i = 0; i < r->ncolumns; i++)
			put_cell(r, i, r->cells[row * r->ncolumns + i], widths[i],
			    r->color && r->columns[i].colored ? colors[r->rows[row]] : NULL);
		while (r->out.n && r->out.s[r->out.n - 1] == ' ')
			r->out.n--;
		buf_chr(&r->out, '\n');
	}
}

int
rec_finish(struct rec *r)
{
	if (r->nrows)
		lay_out(r);
	flush(r, 1);
	if (r->written && !r->error && close(r->fd) < 0)
		r->error = errno;
	return r->error ? -1 : 0;
}

void
rec_free(struct rec *r)
{
	free(r->cells);
	free(r->rows);
	mem_free(&r->mem);
	buf_free(&r->out);
}
