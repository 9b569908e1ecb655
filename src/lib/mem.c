#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "mem.h"

/* An arena's first block; each further one is twice as large, up to BLOCK, or as large as the piece it is for. */
enum { FIRST = 4 * 1024, BLOCK = 64 * 1024 };

/* What the objects of this project are made of; no long double is among it. */
union object {
	void *pointer;
	int64_t number;
	double real;
};

enum { ALIGN = sizeof (union object) };

struct mem_block {
	struct mem_block *older;
	size_t size;
	char bytes[];           /* after a pointer and a size_t they are aligned */
};

static const char *program = "fu";

void
mem_program(const char *name)
{
	program = name;
}

/* The first thread that comes here ends all. */
void
mem_out(void)
{
	static atomic_flag said = ATOMIC_FLAG_INIT;
	struct iovec line[] = {
		{(char *)(uintptr_t)program, strlen(program)}, {(char *)(uintptr_t)": out of memory\n", 16},
	};

	while (atomic_flag_test_and_set(&said))
		pause();
	if (writev(STDERR_FILENO, line, LEN(line)) < 0)
		_exit(2);
	_exit(2);
}

/* Adds a block. A large one is of zeroes, of which the system makes each page when it is first used. */
static void
add_block(struct mem *mem, size_t n)
{
	size_t size = !mem->block ? FIRST : mem->block->size < BLOCK / 2 ? mem->block->size * 2 : BLOCK;
	struct mem_block *block;

	if (n > size)
		size = n;
	if (size > SIZE_MAX - sizeof *block)
		mem_out();
	block = n > BLOCK ? calloc(1, sizeof *block + size) : malloc(sizeof *block + size);
	if (!block)
		mem_out();
	block->older = mem->block;
	block->size = size;
	mem->block = block;
	mem->next = block->bytes;
	mem->end = block->bytes + size;
}

void *
mem_alloc(struct mem *mem, size_t n)
{
	size_t pad = mem->next ? -(uintptr_t)mem->next & (ALIGN - 1) : 0;
	bool fresh = !mem->block || n > (size_t)(mem->end - mem->next) || pad > (size_t)(mem->end - mem->next) - n;
	char *p;

	if (fresh) {
		add_block(mem, n);
		pad = 0;
	}
	p = mem->next + pad;
	mem->next = p + n;
	return fresh && n > BLOCK ? p : memset(p, 0, n);
}

void *
mem_array(struct mem *mem, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_out();
	return mem_alloc(mem, count * size);
}

char *
mem_bytes(struct mem *mem, size_t n)
{
	char *p;

	if (!mem->block || n > (size_t)(mem->end - mem->next))
		add_block(mem, n);
	p = mem->next;
	mem->next += n;
	return p;
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
	struct mem_block *block = mem->block, *older;

	if (!block)
		return;
	while ((older = block->older)) {
		block->older = older->older;
		free(older);
	}
	mem->next = block->bytes;
	mem->end = block->bytes + block->size;
}

void
mem_free(struct mem *mem)
{
	mem_reset(mem);
	free(mem->block);
	*mem = (struct mem){0};
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

void *
mem_grow(void *p, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return p;
	*cap = *cap ? *cap * 2 : 32;
	return mem_resize(p, *cap, size);
}
