/*
 * Bytes that grow.
 */
#ifndef BUF_H
#define BUF_H

#include <stdarg.h>

#include "mem.h"

#define BUF_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

/* All zeroes is an empty one; s is NULL until the first byte. buf_free() gives it back. */
struct buf {
	char *s;
	size_t n, cap;
};

void buf_add(struct buf *b, const char *s, size_t n);
void buf_str(struct buf *b, struct str s);
void buf_chr(struct buf *b, char c);

/* printf(3) onto the end; of the locale only LC_NUMERIC would matter, and nothing here sets one. */
void buf_fmt(struct buf *b, const char *fmt, ...) BUF_PRINTF(2, 3);
void buf_vfmt(struct buf *b, const char *fmt, va_list ap) BUF_PRINTF(2, 0);

/* Room for n more bytes, without adding them: returns where they go. */
char *buf_room(struct buf *b, size_t n);

/* What b holds, until it grows. */
struct str buf_text(const struct buf *b);

/* What b holds, copied into the arena with a NUL after it; b is freed. */
struct str buf_take(struct buf *b, struct mem *mem);

/* Writes all of b to fd. Returns 0, or -1 with errno; a write cut short or interrupted goes on. */
int buf_write(const struct buf *b, int fd);

void buf_free(struct buf *b);

#endif
