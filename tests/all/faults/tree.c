#define _GNU_SOURCE

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run.h"
#include "tree.h"

enum { FILES = 1000, SIZE = 1 << 20 };

static struct tree *taken;      /* nftw() has no room for it */

static int
compare(const void *a, const void *b)
{
	return strcmp(((const struct tree_file *)a)->path, ((const struct tree_file *)b)->path);
}

static int
take(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	struct tree_file *f = &taken->v[taken->n];
	int fd;

	(void)ftw;
	if (type != FTW_F)
		return 0;
	*f = (struct tree_file){.path = strdup(path), .mode = st->st_mode, .s = malloc((size_t)st->st_size + 1)};
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (taken->n == FILES - 1 || !f->path || !f->s || fd < 0 || st->st_size > SIZE)
		die(path);
	f->n = (size_t)st->st_size;
	if (read(fd, f->s, f->n) != st->st_size)
		die(path);
	close(fd);
	taken->n++;
	return 0;
}

void
tree_take(struct tree *t, const char *directory)
{
	*t = (struct tree){.v = calloc(FILES, sizeof *t->v)};
	taken = t;
	if (!t->v || nftw(directory, take, 16, FTW_PHYS) != 0)
		die(directory);
	qsort(t->v, t->n, sizeof *t->v, compare);
}

const struct tree_file *
tree_find(const struct tree *t, const char *path)
{
	struct tree_file wanted = {.path = (char *)(size_t)path};

	return bsearch(&wanted, t->v, t->n, sizeof *t->v, compare);
}

bool
tree_same(const struct tree_file *a, const struct tree_file *b)
{
	if (!a || !b)
		return a == b;
	return a->mode == b->mode && a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

/* In place, so that extended attributes stay. */
static void
put_back(const struct tree_file *f)
{
	int fd = open(f->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, f->s, f->n) != (ssize_t)f->n || fchmod(fd, f->mode & 07777) < 0 || close(fd) < 0)
		die(f->path);
}

void
tree_restore(const struct tree *now, const struct tree *wanted)
{
	size_t i;

	for (i = 0; i < now->n; i++)
		if (!tree_find(wanted, now->v[i].path))
			unlink(now->v[i].path);
	for (i = 0; i < wanted->n; i++)
		if (!tree_same(&wanted->v[i], tree_find(now, wanted->v[i].path)))
			put_back(&wanted->v[i]);
}

void
tree_free(struct tree *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		free(t->v[i].path);
		free(t->v[i].s);
	}
	free(t->v);
	*t = (struct tree){0};
}
