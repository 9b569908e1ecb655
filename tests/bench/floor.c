/*
 * floor DIR: opens, reads and closes every note under DIR, on as many threads as there are processors, and does nothing
 * with them: what no program that reads all notes can be faster than, by much.
 */
#define _DEFAULT_SOURCE		/* d_type */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { AT_ONCE = 64, MAX_THREADS = 64 };

struct note {
	const char *directory;	/* the same pointer for all notes of a directory */
	char *name;
};

static struct note *notes;
static size_t count, capacity;
static atomic_size_t next;

_Noreturn static void fail(const char *what)
{
	fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
	exit(2);
}

static void *need(void *p)
{
	if (!p)
		fail("memory");
	return p;
}

static void add(const char *directory, const char *name)
{
	if (count == capacity) {
		capacity = capacity ? 2 * capacity : 1024;
		notes = need(realloc(notes, capacity * sizeof *notes));
	}
	notes[count++] = (struct note){directory, need(strdup(name))};
}

static char *join(const char *directory, const char *name)
{
	size_t size = strlen(directory) + strlen(name) + 2;
	char *path = need(malloc(size));

	snprintf(path, size, "%s/%s", directory, name);
	return path;
}

static void find_notes(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *e;

	if (!dir)
		fail(path);
	while (errno = 0, (e = readdir(dir))) {
		const char *end = strrchr(e->d_name, '.');

		if (*e->d_name == '.')
			continue;
		if (e->d_type == DT_DIR)
			find_notes(join(path, e->d_name));
		else if (end && strcmp(end, ".md") == 0)
			add(path, e->d_name);
	}
	if (errno)
		fail(path);
	closedir(dir);
}

static int open_directory(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		fail(path);
	return fd;
}

static void read_note(int directory, const char *name)
{
	static _Thread_local char bytes[65536];
	int fd = openat(directory, name, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		fail(name);
	while ((n = read(fd, bytes, sizeof bytes)) == sizeof bytes)
		;
	if (n < 0)
		fail(name);
	close(fd);
}

static void *read_notes(void *unused)
{
	const char *directory = NULL;
	size_t first;
	int fd = -1;

	while ((first = atomic_fetch_add(&next, AT_ONCE)) < count) {
		for (size_t i = first; i < count && i < first + AT_ONCE; i++) {
			if (notes[i].directory != directory) {
				if (fd >= 0)
					close(fd);
				directory = notes[i].directory;
				fd = open_directory(directory);
			}
			read_note(fd, notes[i].name);
		}
	}
	if (fd >= 0)
		close(fd);
	return unused;
}

int main(int argc, char **argv)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	pthread_t others[MAX_THREADS];
	long n = 0;

	if (argc != 2) {
		fputs("usage: floor DIR\n", stderr);
		return 2;
	}
	find_notes(argv[1]);
	while (n < processors - 1 && n < MAX_THREADS && (size_t)n < count / AT_ONCE)
		if ((errno = pthread_create(&others[n++], NULL, read_notes, NULL)))
			fail("thread");
	read_notes(NULL);
	while (n > 0)
		pthread_join(others[--n], NULL);
	return 0;
}
