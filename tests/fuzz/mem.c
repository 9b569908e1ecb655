/*
 * mem.h for the fuzzers, in place of src/lib/mem.c: each piece is a block of its own, so that AddressSanitizer sees who
 * reads past its end, or after its arena has died.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/lib/mem.h"

struct mem_block {
	struct mem_block *older;
	int64_t bytes[];
};

void
mem_program(const char *name)
{
	(void)name;
}

void
mem_out(void)
{
	fprintf(stderr, "out of memory\n");
	abort();
}

static void *
take(struct mem *mem, size_t n)
{
	struct mem_block *block = n > SIZE_MAX - sizeof *block ? NULL : malloc(sizeof *block + n);

	if (!block)
		mem_out();
	block->older = mem->block;
	mem->block = block;
	return block->bytes;
}

void *
mem_alloc(struct mem *mem, size_t n)
{
	return memset(take(mem, n), 0, n);
}

void *
mem_array(struct mem *mem, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_out();
	return mem_alloc(mem, count * size);
}

/* Not zeroed, as it is there. */
char *
mem_bytes(struct mem *mem, size_t n)
{
	return memset(take(mem, n), 0xA5, n);
}

struct str
mem_str(struct mem *mem, struct str s)
{
	char *p = mem_bytes(mem, s.n + 1);

	if (s.n)
		memcpy(p, s.s, s.n);
	p[s.n] = '\0';
	return (struct str){p, s.n};
}

void
mem_reset(struct mem *mem)
{
	mem_free(mem);
}

void
mem_free(struct mem *mem)
{
	while (mem->block) {
		struct mem_block *older = mem->block->older;

		free(mem->block);
		mem->block = older;
	}
}

void *
mem_resize(void *p, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_out();
	size *= count;
	p = realloc(p, size ? size : 1);
	if (!p)
		mem_out();
	return p;
}

/* By one, so that the next one is past the end. */
void *
mem_grow(void *p, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return p;
	*cap = n + 1;
	return mem_resize(p, *cap, size);
}
