/*
 * Records: TSV for pipes, an aligned table for people, JSON Lines for programs. fu(7) describes them.
 */
#ifndef REC_H
#define REC_H

#include <stdbool.h>

#include "buf.h"

enum rec_format { REC_TSV, REC_TABLE, REC_JSON };

/* The colour of a table's row, in its leading columns. */
enum rec_color { REC_PLAIN, REC_DIM, REC_GREEN, REC_YELLOW, REC_RED };

/*
 * How a cell is shortened, with an ellipsis: not at all, at its end, or, and before those, at its start, or before all
 * others at its end.
 */
enum rec_cut { REC_WHOLE, REC_END, REC_START, REC_SPARE };

struct rec_column {
	const char *name;
	bool right;             /* flush right */
	bool colored;
	enum rec_cut cut;       /* where the window is too narrow */
};

struct rec {
	enum rec_format format;
	bool color;
	bool header;            /* put the names of the columns before the first record */
	int width;              /* columns of the window; 0: any number */
	const struct rec_column *columns;
	size_t ncolumns;
	struct mem mem;
	struct str *cells;      /* of a table, escaped */
	size_t ncells, cells_cap;
	enum rec_color *rows;
	size_t nrows, rows_cap;
	size_t column;          /* of the record that is being written */
	struct buf out;
	int fd;                 /* where out goes as it fills; 0: nowhere, it gathers */
	bool written;           /* something went there */
	int error;              /* errno of what was not written; 0: all was */
};

/*
 * Begins a row of a table, a record of TSV, or an object of JSON under the names of the columns. Its cells follow, one
 * for each column; rec_end() ends it.
 */
void rec_begin(struct rec *r, enum rec_color color);
void rec_str(struct rec *r, struct str s);
void rec_int(struct rec *r, long n);
void rec_end(struct rec *r);

/* A path alone: on a line of its own, escaped as in TSV; with nul as it is, ended by a NUL. */
void rec_path(struct rec *r, struct str path, bool nul);

/* An object of JSON, a line of its own: a brace, keys with their values, the closing brace. */
void rec_json_begin(struct rec *r);
void rec_json_str(struct rec *r, const char *key, struct str s);        /* null where s.s is NULL */
void rec_json_list(struct rec *r, const char *key, struct strs list);
void rec_json_int(struct rec *r, const char *key, long n);
void rec_json_ratio(struct rec *r, const char *key, long n, long of);   /* two decimals; null where of is 0 */
void rec_json_raw(struct rec *r, const char *key, struct str json);     /* a value that is JSON already */
void rec_json_end(struct rec *r);

/* An object under a key; its keys and values follow, and rec_json_item_end(). */
void rec_json_object(struct rec *r, const char *key);

/* A list of objects under a key: open, then for each its item, keys and their values, and item_end; then close. */
void rec_json_open(struct rec *r, const char *key);
void rec_json_item(struct rec *r);
void rec_json_item_end(struct rec *r);
void rec_json_close(struct rec *r);

/* Bytes of output that are ready, as they are. */
void rec_raw(struct rec *r, struct str out);

/* Lays out a table, writes what is left to r->fd and closes it. Returns 0, or -1 with r->error. */
int rec_finish(struct rec *r);

void rec_free(struct rec *r);

#endif
