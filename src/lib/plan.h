/*
 * A change of a note that is being worked out: what edit.c and the plan_*.c share.
 */
#ifndef PLAN_H
#define PLAN_H

#include "change.h"
#include "facts.h"
#include "scalar.h"

struct plan {
	struct note_reader *w;  /* has just read file */
	struct str file;
	const struct change *change;
	const struct facts *facts;      /* of the note as it is */
	struct mem *mem;        /* for the facts to come */
	struct diag *d;
	bool plain;             /* the note's own style was of no use: leave it */
	/* For a plan to set: */
	size_t at, gone;        /* the bytes of file that give way */
	struct buf text;        /* to these */
	struct fact leave, come;        /* what is to be the only difference */
	int field;              /* the keys that may differ, too; -1, as it is made: none */
	bool nothing;           /* there is nothing to do */
	bool styled;            /* the note's own style was heeded, so that a plain one may be tried */
};

/* Works the change out. Returns false where it is refused, with an error in p->d. */
bool plan_touch(struct plan *p);
bool plan_promise(struct plan *p);
bool plan_kept(struct plan *p);
bool plan_field(struct plan *p);

/* Adds an error about a place of the note (0, 0: about all of it). Returns false. */
bool plan_refuse(struct plan *p, unsigned line, unsigned col, const char *fmt, ...) BUF_PRINTF(4, 5);

/*
 * Whether the change's text is read as it is, not as what sets a text off, or says who acted; glued is as in
 * reader_without_separators(). If not, an error is added.
 */
bool plan_text_stays(struct plan *p, bool glued);

/* Adds what stands before an item of a list, such as `- ` or `1. `; the next item of a list with numbers has the next. */
void plan_marker(struct buf *b, struct str marker, bool next);

/* Offsets in file: of the line that a byte is on, and of the next line or the end. */
size_t plan_line_start(const struct plan *p, size_t at);
size_t plan_line_end(const struct plan *p, size_t at);

/* The offset of a part of file. */
size_t plan_offset(const struct plan *p, const char *part);
/* The offsets of a node, and of what follows it; that of the line that follows it. */
size_t plan_node(const struct plan *p, const struct node *n);
size_t plan_node_end(const struct plan *p, const struct node *n);
size_t plan_node_line_end(const struct plan *p, const struct node *n);

/* How a scalar is quoted; SCALAR_PLAIN for what is none. */
enum scalar_style plan_style(const struct plan *p, const struct node *n);

/* What the reader took the line at an offset for; NULL: it is empty, or not in the body. */
const struct body_line *plan_line(const struct plan *p, size_t line);

/* Whether the line at an offset is blank, and how many columns it is indented by. */
bool plan_is_blank(const struct plan *p, size_t line);
size_t plan_indent(const struct plan *p, size_t line);

/* Whether it begins a list item. */
bool plan_is_item(const struct plan *p, size_t line);

/* Whether it is indented below an item of a list, and belongs to that. */
bool plan_hangs(const struct plan *p, size_t line);

/* The end of what hangs on the list item at an offset: its own line, and what is indented or goes on below. */
size_t plan_item_end(const struct plan *p, size_t line);

/* The end of the last line before an offset that is not blank; no lower than `from`. */
size_t plan_without_blanks(const struct plan *p, size_t from, size_t at);

/*
 * Puts lines, with LF between them and none at the end, after the line that ends at an offset, or before the one that
 * begins there, with the line ends of the note.
 */
void plan_after(struct plan *p, size_t line_end, struct str lines);
void plan_before(struct plan *p, size_t line, struct str lines);

/* Puts lines behind the last one between two offsets that is not blank, with blank ones around them. */
void plan_after_blank(struct plan *p, size_t from, size_t at, struct str lines);

/* The offset of the line that a touch of the body is, and whether that is a row of a table. */
size_t plan_touch_start(const struct plan *p, const struct found_touch *f);
bool plan_is_row(const struct plan *p, const struct found_touch *f);

/* `<` or `>`, where the touch's kind alone does not say who acted; else nothing. */
struct str plan_sign(const struct plan *p);

/*
 * Adds the line that the touch is to be: like that of f, or, where f is NULL, `- 2026-11-22 call: text`. With next a number
 * before it is counted on. Returns false, with an error, where f is a row of a table that has no room for it.
 */
bool plan_touch_line(struct plan *p, struct buf *b, const struct found_touch *f, bool next);

/* Adds s as a cell of a table holds it. */
void plan_escape_cell(struct buf *b, struct str s);

/* The entries of `log:` or `promises:`: items of a list, or keys of a mapping. */
struct plan_list {
	const struct node *value;
	const struct node *sample;      /* the entry that the new one stands by, and is like */
	bool before;            /* it stands before it */
};

/* What an entry says under one of several keys. */
struct plan_part {
	const char *const *keys;
	struct str text;        /* empty: it is left out */
};

/*
 * Adds an entry: like a sample that is a mapping with the first of these parts, else as text, `head: tail`, or, where the
 * tail is empty, the head.
 */
bool plan_add_entry(struct plan *p, struct plan_list list, const struct plan_part *parts, size_t n, struct str head,
    struct str tail);

#endif
