#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "rulefile.h"
#include "text.h"

static struct str
parent(struct str path)
{
	path = text_folder(path);
	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	return path;
}

static _Noreturn void
refuse(struct str path, int problem)
{
	char why[128];

	diag_file(path, file_problem(problem, why));
	exit(2);
}

static bool
is_dangling(struct str path)
{
	struct stat st;

	return lstat(path.s, &st) == 0 && stat(path.s, &st) < 0;
}

/* Whether a file was meant to be there: what cannot be looked at, or is a link that leads nowhere, its reader refuses. */
static bool
exists(struct mem *mem, struct str path)
{
	struct stat st;

	return lstat(path.s, &st) == 0 || (errno != ENOENT && errno != ENOTDIR) || is_dangling(mem_str(mem, parent(path)));
}

/* Whether an error is the path's own, and no trouble in looking at it: who reads the notes will come upon it, too. */
static bool
is_of_path(int error)
{
	return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP || error == ENAMETOOLONG;
}

static struct str
directory_of(const char *operand)
{
	struct str s = text_c(operand);
	struct stat st = {0};

	if (strcmp(operand, "-") == 0 || !s.n)
		return STR(".");
	if (stat(operand, &st) < 0 && !is_of_path(errno))
		refuse(s, errno);
	return S_ISDIR(st.st_mode) ? s : text_folder(s);
}

struct str
rulefile_find(struct mem *mem, const char *operand, const char *name)
{
	struct str dir = mem_str(mem, directory_of(operand)), path = text_path(mem, dir, text_c(name));
	char *real;

	if (exists(mem, path))
		return path;
	real = realpath(dir.s, NULL);
	if (!real && !is_of_path(errno))
		refuse(dir, errno);
	if (!real)
		return (struct str){0};
	dir = mem_str(mem, text_c(real));
	free(real);
	while (dir.n > 1) {
		dir = parent(dir);
		path = text_path(mem, dir, text_c(name));
		if (exists(mem, path))
			return path;
	}
	return (struct str){0};
}

static struct str
find_user(struct mem *mem)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	struct str path = {0};

	if (config && *config == '/')
		path = text_path(mem, text_c(config), STR("fu/rules.yaml"));
	else if (home && *home)
		path = text_path(mem, text_c(home), STR(".config/fu/rules.yaml"));
	return path.s && exists(mem, path) ? path : (struct str){0};
}

static void
read_file(struct rules *r, struct str path, struct diag *d)
{
	struct diag_msg *m;
	struct buf b = {0};
	struct str text;
	int problem = file_read(path.s, &b);
	char why[128];

	if (problem) {
		diag_add(d, CHECK_FILE, 0, 0, "%s", file_problem(problem, why));
		buf_free(&b);
		return;
	}
	text = (struct str){b.s, b.n};
	if (text.n >= 3 && memcmp(text.s, "\xEF\xBB\xBF", 3) == 0)
		text = (struct str){text.s + 3, text.n - 3};
	if (!rules_read(r, text, d)) {
		rules_free(r);
		rules_builtin(r);
	}
	/* What is wrong with a value has the name of the same fault in a note. */
	for (m = d->first; m; m = m->next)
		if (check_is_error(m->check))
			m->check = CHECK_RULES;
	buf_free(&b);
}

struct str
rulefile_read(struct rules *r, const char *option, const char *operand, struct diag *d)
{
	struct str path = {0};

	rules_builtin(r);
	if (!option) {
		path = rulefile_find(d->mem, operand, ".fu/rules.yaml");
		if (!path.s)
			path = find_user(d->mem);
	} else if (strcmp(option, "none") != 0) {
		path = text_c(option);
	}
	if (path.s)
		read_file(r, path, d);
	rules_ready(r);
	return path;
}
