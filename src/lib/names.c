/* d_type of struct dirent, which saves a stat for every name, is in no POSIX before 2024. */
#define _DEFAULT_SOURCE

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "file.h"
#include "names.h"
#include "note.h"
#include "text.h"

struct found {
	struct str name;        /* of a directory: with a '/' after it, by which it is sorted */
	uint64_t head;          /* its first bytes as a number of the same order, which mostly tells two apart */
	bool directory, leftover;
};

struct listing {
	bool want_leftovers;
	struct mem mem;
	struct found *v;
	size_t n, cap;
};

static void
complain_of(const struct names *names, struct str path, int problem)
{
	char text[128];
	const struct diag_msg m = {.check = CHECK_FILE, .text = text_c(file_problem(problem, text))};

	if (names->warns)
		diag_print_warnings(&m, path);
	else
		diag_print(&m, path);
}

static void
add(struct names *names, struct str path, bool named)
{
	names->v = mem_grow(names->v, names->n, &names->cap, sizeof *names->v);
	names->v[names->n++] = (struct name){path, named, names->among};
}

/* What cannot be looked at, and has no name of a note, may be one: whoever opens it says what is wrong. */
static bool
is_directory(DIR *dir, const struct dirent *e)
{
	struct stat st;

#ifdef DT_DIR
	if (e->d_type != DT_UNKNOWN)
		return e->d_type == DT_DIR;
#endif
	if (fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return S_ISDIR(st.st_mode);
	return errno != ENOENT && note_stem(text_c(e->d_name)).n == strlen(e->d_name);
}

static bool
is_leftover(struct str name)
{
	return name.n == sizeof ".fu-XXXXXX.tmp" - 1 && memcmp(name.s, ".fu-", 4) == 0
	    && memcmp(name.s + name.n - 4, ".tmp", 4) == 0;
}

static uint64_t
head_of(struct str name)
{
	uint64_t head = 0;
	size_t i;

	for (i = 0; i < sizeof head; i++)
		head = head << 8 | (i < name.n ? (unsigned char)name.s[i] : 0);
	return head;
}

static void
take_entry(struct listing *l, DIR *dir, const struct dirent *e)
{
	struct str name = {e->d_name, strlen(e->d_name)};
	struct found f = {
		.directory = *e->d_name != '.' && is_directory(dir, e), .leftover = l->want_leftovers && is_leftover(name),
	};

	if (!f.leftover && (*e->d_name == '.' || (!f.directory && note_stem(name).n == name.n)))
		return;
	f.name = f.directory ? text_path(&l->mem, name, STR("")) : mem_str(&l->mem, name);
	f.head = head_of(f.name);
	l->v = mem_grow(l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = f;
}

static int
compare_found(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->head != y->head ? (x->head < y->head ? -1 : 1) : text_cmp(x->name, y->name);
}

/* Returns 0 or an errno value; what was read before an error is kept. */
static int
read_entries(struct listing *l, struct str path, bool follow)
{
	int problem, fd = open(path.s, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW));
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *e;

	if (!dir) {
		problem = errno;
		if (fd >= 0)
			close(fd);
		return problem;
	}
	while (errno = 0, (e = readdir(dir)))
		take_entry(l, dir, e);
	problem = errno;
	closedir(dir);
	return problem;
}

static void
add_leftover(struct names *names, struct str path)
{
	names->leftovers = mem_grow(names->leftovers, names->nleftovers, &names->leftovers_cap,
	    sizeof *names->leftovers);
	names->leftovers[names->nleftovers++] = path;
}

static void
walk(struct names *names, struct str path, bool follow)
{
	struct listing l = {.want_leftovers = names->want_leftovers && !names->among};
	int problem = read_entries(&l, path, follow);
	size_t i;

	if (problem)
		complain_of(names, path, problem);
	if (l.n)
		qsort(l.v, l.n, sizeof *l.v, compare_found);
	for (i = 0; i < l.n; i++) {
		struct str name = l.v[i].name;

		if (l.v[i].leftover)
			add_leftover(names, text_path(&names->mem, path, name));
		else if (l.v[i].directory)
			walk(names, text_path(&names->mem, path, (struct str){name.s, name.n - 1}), false);
		else
			add(names, text_path(&names->mem, path, name), false);
	}
	free(l.v);
	mem_free(&l.mem);
}

void
names_add(struct names *names, struct str operand)
{
	struct str path = mem_str(&names->mem, operand);
	struct stat st;

	if (memchr(path.s, '\0', path.n)) {
		diag_file(path, "a name with a NUL in it; write -0 if NULs separate the names");
	} else if (stat(path.s, &st) < 0) {
		/* A link that leads nowhere may be found under a directory, too; its reader says so once. */
		if (errno == ENOENT && lstat(path.s, &st) == 0)
			add(names, path, true);
		else
			complain_of(names, path, errno);
	} else if (S_ISDIR(st.st_mode)) {
		while (path.n > 1 && path.s[path.n - 1] == '/')
			path.n--;
		walk(names, mem_str(&names->mem, path), true);
	} else {
		add(names, path, true);
	}
}

bool
names_read_stdin(struct buf *b)
{
	char text[128];

	for (;;) {
		ssize_t r = read(STDIN_FILENO, buf_room(b, 64 * 1024), 64 * 1024);

		if (r == 0)
			return true;
		if (r > 0) {
			b->n += (size_t)r;
		} else if (errno != EINTR) {
			diag_file(STR("standard input"), file_problem(errno, text));
			return false;
		}
	}
}

/* Whether it is none, but a line of a table. */
static bool
is_columns(struct str path)
{
	struct mem mem = {0};
	struct stat st;
	bool columns = memchr(path.s, '\t', path.n) && lstat(mem_str(&mem, path).s, &st) < 0 && errno == ENOENT;

	mem_free(&mem);
	return columns;
}

bool
names_next(struct str *rest, bool nul, struct str *path)
{
	while (rest->n) {
		const char *end = memchr(rest->s, nul ? '\0' : '\n', rest->n);
		size_t n = end ? (size_t)(end - rest->s) : rest->n, taken = n + (end != NULL);

		*path = (struct str){rest->s, n};
		*rest = (struct str){rest->s + taken, rest->n - taken};
		if (n && !nul && is_columns(*path))
			diag_file(*path, "a line with columns is no path; fu-due -l and fu-list print paths alone");
		else if (n)
			return true;
	}
	return false;
}

void
names_add_stdin(struct names *names, bool nul)
{
	struct buf b = {0};
	struct str rest, path;

	if (names_read_stdin(&b))
		for (rest = buf_text(&b); names_next(&rest, nul, &path);)
			names_add(names, path);
	buf_free(&b);
}

static struct str
without_dot(struct str path)
{
	while (path.n > 2 && path.s[0] == '.' && path.s[1] == '/')
		for (path = (struct str){path.s + 2, path.n - 2}; path.n > 1 && *path.s == '/';)
			path = (struct str){path.s + 1, path.n - 1};
	return path;
}

int
names_order(struct str a, struct str b)
{
	return text_cmp(without_dot(a), without_dot(b));
}

static int
compare_names(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	int order = names_order(x->path, y->path);

	if (order)
		return order;
	if (x->among != y->among)
		return x->among - y->among;
	return x->named != y->named ? y->named - x->named : text_cmp(x->path, y->path);
}

static bool
is_sorted(const struct names *names)
{
	size_t i;

	for (i = 1; i < names->n; i++)
		if (names_order(names->v[i - 1].path, names->v[i].path) >= 0)
			return false;
	return true;
}

/* A file by what it is. */
struct identity {
	dev_t dev;
	ino_t ino;
	size_t at;              /* in names */
	bool among;
};

static int
compare_identities(const void *a, const void *b)
{
	const struct identity *x = a, *y = b;

	if (x->dev != y->dev)
		return x->dev < y->dev ? -1 : 1;
	if (x->ino != y->ino)
		return x->ino < y->ino ? -1 : 1;
	return x->among != y->among ? x->among - y->among : (x->at > y->at) - (x->at < y->at);
}

/* Those that can be looked at, sorted; the others are for their reader to complain of. Returns how many. */
static size_t
identify(const struct names *names, struct identity *v)
{
	struct stat st;
	size_t i, n = 0;

	for (i = 0; i < names->n; i++)
		if (stat(names->v[i].path.s, &st) == 0)
			v[n++] = (struct identity){st.st_dev, st.st_ino, i, names->v[i].among};
	if (n)
		qsort(v, n, sizeof *v, compare_identities);
	return n;
}

/*
 * Drops names among the others that are also there in their own right, by their identity. What is found without front
 * matter is passed over, and so is then what was named.
 */
static void
drop_known(struct names *names)
{
	struct identity *v = mem_resize(NULL, names->n, sizeof *v);
	size_t n = identify(names, v), i, kept = 0;
	const struct identity *own = NULL;

	for (i = 0; i < n; i++) {
		if (!v[i].among)
			own = &v[i];
		else if (own && own->dev == v[i].dev && own->ino == v[i].ino) {
			names->v[own->at].named = names->stay_named && names->v[own->at].named;
			names->v[v[i].at].path.s = NULL;
		}
	}
	free(v);
	for (i = 0; i < names->n; i++)
		if (names->v[i].path.s)
			names->v[kept++] = names->v[i];
	names->n = kept;
}

void
names_sort(struct names *names)
{
	size_t i, n = 0;

	if (names->among)
		drop_known(names);
	if (is_sorted(names))
		return;
	qsort(names->v, names->n, sizeof *names->v, compare_names);
	for (i = 0; i < names->n; i++)
		if (!n || names_order(names->v[n - 1].path, names->v[i].path) != 0)
			names->v[n++] = names->v[i];
	names->n = n;
}

void
names_free(struct names *names)
{
	free(names->v);
	free(names->leftovers);
	mem_free(&names->mem);
	*names = (struct names){0};
}
