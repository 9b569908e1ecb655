#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"

char *
buf_room(struct buf *b, size_t n)
{
	if (!b->s || n > b->cap - b->n) {
		size_t cap = b->cap < 64 ? 64 : b->cap;

		while (cap - b->n < n && cap <= SIZE_MAX / 2)
			cap *= 2;
		b->s = mem_resize(b->s, cap - b->n < n ? SIZE_MAX : cap, 1);
		b->cap = cap;
	}
	return b->s + b->n;
}

void
buf_add(struct buf *b, const char *s, size_t n)
{
	if (!n)
		return;
	memcpy(buf_room(b, n), s, n);
	b->n += n;
}

void
buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.s, s.n);
}

void
buf_chr(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_vfmt(struct buf *b, const char *fmt, va_list ap)
{
	size_t room = b->cap - b->n;
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(room ? b->s + b->n : NULL, room, fmt, ap);
	if (n > 0 && (size_t)n >= room)
		n = vsnprintf(buf_room(b, (size_t)n + 1), (size_t)n + 1, fmt, again);
	va_end(again);
	if (n > 0)
		b->n += (size_t)n;
}

void
buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vfmt(b, fmt, ap);
	va_end(ap);
}

struct str
buf_text(const struct buf *b)
{
	return (struct str){b->s, b->n};
}

struct str
buf_take(struct buf *b, struct mem *mem)
{
	struct str s = mem_str(mem, (struct str){b->s, b->n});

	buf_free(b);
	return s;
}

int
buf_write(const struct buf *b, int fd)
{
	size_t done = 0;

	while (done < b->n) {
		ssize_t w = write(fd, b->s + done, b->n - done);

		if (w > 0)
			done += (size_t)w;
		else if (w < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, -1);
		else if (w < 0 && errno != EINTR)
			return -1;
	}
	return 0;
}

void
buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf){0};
}
