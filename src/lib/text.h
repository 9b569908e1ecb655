/*
 * UTF-8: decoding, terminal columns, comparing without regard to case, escapes for output.
 *
 * Nothing here looks at the locale. Any bytes will do as input: one that is in no valid sequence
 * (overlong, surrogate, past U+10FFFF, cut short, stray) is a unit of its own.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "mem.h"

struct buf;

/*
 * The code point that s[0..n) begins with, n >= 1. Returns its bytes, 1 to 4, or 0 if they are
 * invalid, with *cp as it was.
 */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);

/* Writes a code point to out and returns its bytes, 1 to 4. */
size_t utf8_encode(char *out, uint32_t cp);

/* The bytes of the longest prefix that is valid UTF-8. */
size_t utf8_valid(struct str s);

/* Code points; an invalid byte counts as one. */
size_t utf8_count(struct str s);

/*
 * Terminal columns, code point by code point: 2 for East Asian wide characters and emoji, 0 for
 * combining and invisible ones, else 1, also for control characters and invalid bytes.
 */
int text_width(struct str s);

/*
 * The bytes of the longest prefix of at most width columns, which takes in the zero-width code
 * points after its last character. 0 for a negative width.
 */
size_t text_fit(struct str s, int width);

/* Adds s, or where it is wider than width as much as fits with an ellipsis. */
void text_short(struct buf *b, struct str s, int width);

/*
 * The bytes of s, which is not empty, that go on a line of at most width columns: up to a blank, or where there is none as
 * many as fit, but one character at least.
 */
size_t text_wrap(struct str s, int width);

/*
 * A copy under Unicode's simple case folding (one code point for one), the same bytes for what
 * differs in case alone. Invalid bytes stay.
 */
struct str text_fold(struct mem *mem, struct str s);

/* The same for one code point. */
uint32_t text_fold_code(uint32_t cp);

/* The first byte of text_fold() of s, which is not empty. */
unsigned char text_fold_first(struct str s);

/* A letter of ASCII as text_fold() leaves it, any other byte as it is. */
static inline char
text_fold_byte(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* What text_folds_to() finds out from byte i of both on, where a character begins. */
bool text_folds_from(struct str s, struct str folded, size_t i);

/* Whether s is `folded`, which text_fold() leaves as it is, in any case. */
static inline bool
text_folds_to(struct str s, struct str folded)
{
	size_t i;

	for (i = 0; i < s.n && i < folded.n && !(s.s[i] & 0x80); i++)
		if (text_fold_byte(s.s[i]) != folded.s[i])
			return false;
	return i == s.n || i == folded.n ? s.n == folded.n : text_folds_from(s, folded, i);
}

bool text_is(struct str s, const char *folded);

/* A front matter key as keys are compared: folded, without '-', '_' and ' '. */
struct str text_key(struct mem *mem, struct str s);

/* Whether one byte more, less or other, or two that changed places, are all that sets a and b apart. */
bool text_one_apart(struct str a, struct str b);

/* A string of C as a slice of it. */
struct str text_c(const char *s);

/* The first n bytes of s at most, without a character cut in two. */
struct str text_head(struct str s, size_t n);

/* What follows the last '/' of a path, or all of it. */
struct str text_base(struct str path);

/* What stands before that, its '/' with it; `.` where nothing does. */
struct str text_folder(struct str path);

/* A tag without the '#' before it. */
struct str text_tag(struct str s);

/* A name below a directory, in mem, with a NUL after it. */
struct str text_path(struct mem *mem, struct str dir, struct str name);

/* Takes the first line off *rest, and returns it without its LF. */
struct str text_line(struct str *rest);

/* The column of a byte of a line: characters before it, from 1. */
unsigned text_column(struct str line, const char *at);

/* The offset of a column of a line; no greater than its length. */
size_t text_offset(struct str line, unsigned col);

/* FNV-1a of what text_fold() makes of s, http://www.isthe.com/chongo/tech/comp/fnv/ */
size_t text_hash(struct str s);

/* The same bytes. */
static inline bool
text_eq(struct str a, struct str b)
{
	return a.n == b.n && (!a.n || memcmp(a.s, b.s, a.n) == 0);
}

/* Below, at or above 0, in the order of memcmp(3), which is code point order; a prefix comes first. */
int text_cmp(struct str a, struct str b);

bool text_has_digit(struct str s);

/* A letter of ASCII. */
static inline bool
text_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A letter or digit of ASCII. */
static inline bool
text_is_alnum(char c)
{
	return text_is_letter(c) || (c >= '0' && c <= '9');
}

/* Whether s looks like an e-mail address, alone or between < and > at its end. */
bool text_is_address(struct str s);

/* Whether s is UTF-8 in one line: without control characters, line breaks of Unicode and bidirectional overrides. */
bool text_is_line(struct str s);

/* s without the spaces, TABs, CRs and LFs at both ends; a part of s, not a copy. */
struct str text_trim(struct str s);

/*
 * Adds s as a TSV field: backslash, TAB, LF and CR as \\ \t \n \r; each byte of other control
 * characters (C0, DEL, C1, bidirectional, U+2028, U+2029) and each invalid byte as \xHH.
 */
void text_escape(struct buf *b, struct str s);

/*
 * Adds the bytes that text_escape() made s of; HH may be in lower case. False, and nothing is added, where a backslash
 * begins none of its escapes.
 */
bool text_unescape(struct buf *b, struct str s);

/* Adds s for people to read: as text_escape(), but with backslashes, TABs and LFs as they are. */
void text_show(struct buf *b, struct str s);

/*
 * Adds s as a JSON string with its quotes: '"' and backslash after a backslash, control characters
 * as \n \t \r \b \f or \uXXXX, each invalid byte as U+FFFD.
 */
void text_json(struct buf *b, struct str s);

#endif
