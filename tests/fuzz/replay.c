/*
 * Gives a fuzz target the files that are its operands, one after the other, as TAP: a point for each that it takes. What
 * does not hold ends the program, so that the next file's point is missing.
 */
#include <errno.h>

#include "fuzz.h"

enum { MAX = 1024 * 1024 };

/* In a block of its own size, for a target that reads past its end. */
static void
give(const char *path)
{
	static uint8_t bytes[MAX];
	FILE *file = fopen(path, "rb");
	size_t n = file ? fread(bytes, 1, MAX, file) : 0;
	uint8_t *exact;

	if (!file || ferror(file))
		diag_die("%s: %s", path, strerror(errno));
	if (!feof(file))
		diag_die("%s: more than 1 MiB", path);
	fclose(file);
	exact = mem_resize(NULL, n, 1);
	memcpy(exact, bytes, n);
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
}

int
main(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++) {
		give(argv[i]);
		ok(true, "%s", argv[i]);
	}
	return done();
}
