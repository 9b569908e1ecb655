/*
 * Slices, and arenas: memory that is taken piece by piece and dies together.
 */
#ifndef MEM_H
#define MEM_H

#include <stddef.h>

/* n bytes at s, owned by whoever made them; not NUL-terminated. s == NULL: there is none. */
struct str {
	const char *s;
	size_t n;
};

struct strs {
	struct str *v;
	size_t n;
};

/* How many elements an array has. */
#define LEN(array) (sizeof (array) / sizeof *(array))

#define STR(literal) ((struct str){(literal), sizeof (literal) - 1})

/* An arena; all zeroes is an empty one. Not for two threads at once. */
struct mem {
	struct mem_block *block;
	char *next, *end;
};

/* Names the program for what mem_out() says. */
void mem_program(const char *name);

/* Says that there is no memory, and ends the process with status 2. For any thread. */
_Noreturn void mem_out(void);

/*
 * n zeroed bytes, aligned for pointers, 64-bit integers and double. Never NULL: out of memory ends the process with
 * status 2.
 */
void *mem_alloc(struct mem *mem, size_t n);

/* The same for count objects of size bytes each; too large a product is out of memory. */
void *mem_array(struct mem *mem, size_t count, size_t size);

/* n bytes aligned for nothing, not zeroed: for text. */
char *mem_bytes(struct mem *mem, size_t n);

/* A copy of s in the arena, with a NUL after it that n does not count. */
struct str mem_str(struct mem *mem, struct str s);

/* Frees all but one block, which the next pieces come from. */
void mem_reset(struct mem *mem);

void mem_free(struct mem *mem);

/* p, which holds n of *cap objects of size bytes each, with room for one more: maybe moved, and *cap changed. */
void *mem_grow(void *p, size_t n, size_t *cap, size_t size);

/* realloc(3) that does not return NULL, for arrays that grow: count objects of size bytes. */
void *mem_resize(void *p, size_t count, size_t size);

#endif
