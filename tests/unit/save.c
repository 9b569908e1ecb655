#define _GNU_SOURCE             /* RTLD_NEXT */

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "../../src/lib/file.h"
#include "../../src/lib/save.h"
#include "files.h"

enum { NOBODY = 65534 };

static struct mem mem;

/* ---- renameat2, which other programs may come before ---- */

static void (*before[3])(void); /* the first, second and third call */
static int calls, call_error;   /* the error is for all of them */

/* The library calls this in the place of the system's. */
long
syscall(long number, ...)
{
	long (*real)(long, ...), a[5];
	va_list ap;
	int i;

	va_start(ap, number);
	for (i = 0; i < 5; i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (calls < 3 && before[calls])
		before[calls]();
	calls++;
	if (call_error) {
		errno = call_error;
		return -1;
	}
	*(void **)&real = dlsym(RTLD_NEXT, "syscall");
	return real(number, a[0], a[1], a[2], a[3], a[4]);
}

static void
forget_calls(void)
{
	memset(before, 0, sizeof before);
	calls = call_error = 0;
}

/* ---- files ---- */

/* By another file, as some editors do; put() is as others do. */
static void
put_renamed(const char *path, const char *text)
{
	put("#editor#", text);
	if (rename("#editor#", path) < 0)
		die_of(path);
}

/* Goes to a directory that is empty, and may be used by anybody. */
static void
begin(void)
{
	remove_all("../here");
	if (mkdir("../here", 0777) < 0 || chmod("../here", 0777) < 0 || chdir("../here") < 0)
		die_of("here");
	forget_calls();
}

/* With begin()'s directory and one file there. */
static void
begin_with(const char *path, const char *text)
{
	begin();
	put(path, text);
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_temp(const char *name)
{
	return strlen(name) == strlen(".fu-XXXXXX.tmp") && strncmp(name, ".fu-", 4) == 0;
}

static void
add_file(struct buf *b, const char *name)
{
	const char *as = is_temp(name) ? ".fu-XXXXXX.tmp" : name;
	struct buf text = {0};
	struct stat st;
	char why[128];
	int problem;

	buf_fmt(b, "%s%s", b->n ? " " : "", as);
	if (lstat(name, &st) < 0 || !S_ISREG(st.st_mode))
		return;
	buf_chr(b, '=');
	problem = file_read(name, &text);
	if (problem)
		buf_fmt(b, "(%s)", file_problem(problem, why));
	buf_str(b, (struct str){text.s, text.n});
	buf_free(&text);
}

/* What is in the current directory: name=text, with a space between. */
static struct str
here(void)
{
	char *names[32];
	struct buf b = {0};
	struct str s;
	DIR *dir = opendir(".");
	struct dirent *e;
	size_t i, n = 0;

	while (dir && n < LEN(names) && (e = readdir(dir)))
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			names[n++] = strdup(e->d_name);
	closedir(dir);
	qsort(names, n, sizeof *names, compare_names);
	for (i = 0; i < n; i++) {
		add_file(&b, names[i]);
		free(names[i]);
	}
	s = mem_str(&mem, (struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

static mode_t
mode_of(const char *path)
{
	struct stat st;

	return stat(path, &st) < 0 ? 0 : st.st_mode & 07777;
}

static int
open_files(void)
{
	int fd, n = 0;

	for (fd = 0; fd < 256; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

/* ---- the library ---- */

/* The messages as text, the random letters of names put out. */
static struct str
messages(const struct diag *d)
{
	struct str s = said(&mem, d->first);
	char *p = mem_bytes(&mem, s.n + 1), *at;

	memcpy(p, s.s, s.n + 1);
	for (at = p; (at = strstr(at, ".fu-")); at++)
		if (strlen(at) >= 14)
			memcpy(at + 4, "XXXXXX", 6);
	return (struct str){p, s.n};
}

/* Opens and closes: what the file holds, or what was said. */
static struct str
opened(struct str path)
{
	struct diag d = {.mem = &mem};
	struct save s;
	struct str text;

	if (!save_open(&s, path, &d))
		return messages(&d);
	text = mem_str(&mem, (struct str){s.old.s, s.old.n});
	save_close(&s, &d);
	return d.first ? messages(&d) : text;
}

/* Opens, lets others do what they do, and replaces; says "done" or what was said. */
static struct str
replaced(const char *path, void (*others)(void), struct str text)
{
	struct diag d = {.mem = &mem};
	struct save s;
	bool done;

	if (!save_open(&s, of(path), &d))
		return messages(&d);
	if (others)
		others();
	done = save_replace(&s, text, &d);
	done = save_close(&s, &d) && done;
	if (done != !d.first)
		return STR("messages that do not fit the result");
	return done ? STR("done") : messages(&d);
}

static struct str
made(const char *path, const char *text)
{
	struct diag d = {.mem = &mem};
	bool done = save_new(of(path), of(text), &d);

	if (done != !d.first)
		return STR("messages that do not fit the result");
	return done ? STR("done") : messages(&d);
}

/* ---- what may be opened ---- */

static void
test_paths(void)
{
	static const char *const paths[] = {"a.md", "./a.md", "../here/a.md", ".//a.md", "sub/../a.md", "link/a.md"};
	struct mem own = {0};
	char dir[4096];
	struct buf b = {0};
	size_t i;

	begin_with("a.md", "text\n");
	if (mkdir("sub", 0777) < 0 || symlink(".", "link") < 0 || !getcwd(dir, sizeof dir))
		die_of("sub");
	for (i = 0; i < LEN(paths); i++)
		is(opened(of(paths[i])), "text\n", "open: %s", paths[i]);
	buf_fmt(&b, "%s/a.md", dir);
	is(opened(buf_take(&b, &own)), "text\n", "open: an absolute path");
	is(opened((struct str){"a.mdx", 4}), "text\n", "open: a path without a NUL after it");
	is(opened(STR("a\0.md")), "0:0: a name with a NUL in it; write -0 if NULs separate the names", "open: a NUL");
	is(opened(STR("")), "0:0: No such file or directory", "open: no path");
	is(opened(STR("b.md")), "0:0: No such file or directory", "open: no file");
	is(opened(STR("b/a.md")), "0:0: its directory: No such file or directory", "open: no directory");
	is(opened(STR("a.md/b.md")), "0:0: its directory: Not a directory", "open: a file as a directory");
	is(opened(STR("a.md/")), "0:0: a directory, not a file", "open: a slash after the name");
	is(opened(STR("/")), "0:0: a directory, not a file", "open: /");
	is(opened(STR(".")), "0:0: a directory, not a file", "open: .");
	is(opened(STR("..")), "0:0: a directory, not a file", "open: ..");
	is(opened(STR("sub")), "0:0: a directory, not a file", "open: a directory");
	mem_free(&own);
}

static void
make_socket(const char *path)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memcpy(at.sun_path, path, strlen(path) + 1);
	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) < 0)
		die_of(path);
	close(fd);
}

static void
test_kinds(void)
{
	static const char special[] = "0:0: a FIFO, socket or device, not a file";
	static const char link_to[] = "0:0: a symbolic link; name the file it leads to";

	begin_with("a.md", "text\n");
	if (symlink("a.md", "link.md") < 0 || symlink("nowhere", "dangling.md") < 0 || symlink(".", "dir.md") < 0)
		die_of("link.md");
	is(opened(STR("link.md")), link_to, "open: a symbolic link");
	is(opened(STR("dangling.md")), link_to, "open: a symbolic link that leads nowhere");
	is(opened(STR("dir.md")), link_to, "open: a symbolic link to a directory");
	if (mkfifo("fifo.md", 0666) < 0)
		die_of("fifo.md");
	is(opened(STR("fifo.md")), special, "open: a FIFO, which is not waited for");
	make_socket("socket.md");
	is(opened(STR("socket.md")), special, "open: a socket");
	is(opened(STR("/dev/null")), special, "open: a device");
	if (link("a.md", "b.md") < 0)
		die_of("b.md");
	is(opened(STR("a.md")), "0:0: has 2 hard links, which an edit would part; make it a file of its own",
	    "open: a hard link");
	remove("b.md");
	is(opened(STR("a.md")), "text\n", "open: and when the other is gone");
}

static void
test_sizes(void)
{
	begin_with("a.md", "");
	is(opened(STR("a.md")), "", "open: an empty file");
	if (truncate("a.md", FILE_MAX) < 0)
		die_of("a.md");
	ok(opened(STR("a.md")).n == FILE_MAX, "open: a file of 16 MiB");
	if (truncate("a.md", FILE_MAX + 1) < 0)
		die_of("a.md");
	is(opened(STR("a.md")), "0:0: a file of more than 16 MiB; nothing of it is read", "open: a larger one");
}

static void
test_read_only(void)
{
	static const char read_only[] = "0:0: read-only; chmod u+w it first";

	begin_with("a.md", "text\n");
	make_mode("a.md", 0444);
	is(opened(STR("a.md")), read_only, "open: no write bit, whoever asks");
	make_mode("a.md", 0);
	is(opened(STR("a.md")), read_only, "open: no bit at all");
	if (geteuid() != 0)
		return;
	make_mode("a.md", 0644);
	if (seteuid(NOBODY) < 0)
		die_of("seteuid");
	is(opened(STR("a.md")), "0:0: read-only; it is not this user's to write", "open: somebody else's");
	if (seteuid(0) < 0)
		die_of("seteuid");
	make_mode("a.md", 0622);
	if (seteuid(NOBODY) < 0)
		die_of("seteuid");
	is(opened(STR("a.md")), "0:0: read-only; it is not this user's to write",
	    "open: somebody else's, that can be written but not read");
	if (seteuid(0) < 0)
		die_of("seteuid");
}

/* ---- replacing ---- */

static struct str
many(char c, size_t n)
{
	char *p = mem_bytes(&mem, n + 1);

	memset(p, c, n);
	p[n] = '\0';
	return (struct str){p, n};
}

static void
test_replace(void)
{
	struct str large = many('x', 3 * 1024 * 1024);
	struct stat old, new;

	begin_with("a.md", "old\n");
	is(replaced("a.md", NULL, STR("")), "done", "replace: by nothing");
	is(here(), "a.md=", "replace: by nothing: what is there");
	is(replaced("a.md", NULL, STR("new\n")), "done", "replace: an empty file");
	is(here(), "a.md=new\n", "replace: an empty file: what is there");
	is(replaced("./a.md", NULL, large), "done", "replace: by 3 MiB");
	is(opened(STR("a.md")), large.s, "replace: by 3 MiB: what is there");
	if (lstat("a.md", &old) < 0)
		die_of("a.md");
	is(replaced("a.md", NULL, STR("newer\n")), "done", "replace: 3 MiB");
	if (lstat("a.md", &new) < 0)
		die_of("a.md");
	is(here(), "a.md=newer\n", "replace: 3 MiB: what is there");
	ok(old.st_ino != new.st_ino && new.st_nlink == 1, "replace: it is another file");
	is(replaced("a.md", NULL, many('x', FILE_MAX + 1)), "0:0: the new text cannot be written: File too large",
	    "replace: by more than can be read again");
	is(here(), "a.md=newer\n", "replace: by more than can be read again: what is there");
}

static void
test_long_name(void)
{
	struct str name = many('n', 255);

	begin_with(name.s, "old\n");
	is(replaced(name.s, NULL, STR("new\n")), "done", "replace: a name of 255 bytes");
	is(opened(name), "new\n", "replace: a name of 255 bytes: what is there");
}

static void
test_mode(void)
{
	static const mode_t modes[] = {0600, 0644, 0640, 0604, 0222 | 0444, 0755, 0202 | 0400, 04755, 02755, 01644};
	mode_t mask = umask(077);
	size_t i;

	for (i = 0; i < LEN(modes); i++) {
		begin_with("a.md", "old\n");
		make_mode("a.md", modes[i]);
		is(replaced("a.md", NULL, STR("new\n")), "done", "mode: %04o", (unsigned)modes[i]);
		ok(mode_of("a.md") == modes[i], "mode: %04o stays", (unsigned)modes[i]);
	}
	umask(mask);
}

static void
test_owner(void)
{
	static const char lost[] = "0:0: belongs to user 0 and group 0, who would lose it: Operation not permitted";
	struct stat st;

	if (geteuid() != 0)
		return;
	begin_with("a.md", "old\n");
	if (chown("a.md", 1234, 5678) < 0 || chmod("a.md", 06664) < 0)
		die_of("a.md");
	is(replaced("a.md", NULL, STR("new\n")), "done", "owner: root replaces somebody's");
	if (lstat("a.md", &st) < 0)
		die_of("a.md");
	ok(st.st_uid == 1234 && st.st_gid == 5678, "owner: it stays his");
	ok((st.st_mode & 07777) == 06664, "owner: with all of its mode");
	begin_with("a.md", "old\n");
	make_mode("a.md", 0666);
	if (seteuid(NOBODY) < 0)
		die_of("seteuid");
	is(replaced("a.md", NULL, STR("new\n")), lost, "owner: somebody replaces root's");
	is(here(), "a.md=old\n", "owner: somebody replaces root's: what is there");
	if (seteuid(0) < 0)
		die_of("seteuid");
}

static void
test_directory_mode(void)
{
	static const char none[] = "0:0: no file can be made beside it: Permission denied";

	if (geteuid() != 0)
		return;
	begin_with("a.md", "old\n");
	make_mode("a.md", 0666);
	make_mode(".", 0755);
	if (seteuid(NOBODY) < 0)
		die_of("seteuid");
	is(replaced("a.md", NULL, STR("new\n")), none, "directory: read-only");
	is(made("b.md", "new\n"), none, "directory: read-only, a new file");
	is(here(), "a.md=old\n", "directory: read-only: what is there");
	if (seteuid(0) < 0)
		die_of("seteuid");
	make_mode(".", 01777);
	if (seteuid(NOBODY) < 0)
		die_of("seteuid");
	is(replaced("a.md", NULL, STR("new\n")), "0:0: belongs to user 0 and group 0, who would lose it: "
	    "Operation not permitted", "directory: sticky, somebody else's file");
	is(here(), "a.md=old\n", "directory: sticky, somebody else's file: what is there");
	if (seteuid(0) < 0)
		die_of("seteuid");
}

/* ---- extended attributes ---- */

static const char acl_name[] = "system.posix_acl_access";

/* user rw, user 1 r, group r, mask r, others none; as the kernel is given it. */
static const char acl[] = "\2\0\0\0" "\1\0\6\0\377\377\377\377" "\2\0\4\0\1\0\0\0" "\4\0\4\0\377\377\377\377"
    "\20\0\4\0\377\377\377\377" "\40\0\0\0\377\377\377\377";

static bool
has_value(const char *path, const char *name, const char *value, size_t n)
{
	char got[256];
	ssize_t r = getxattr(path, name, got, sizeof got);

	return r == (ssize_t)n && memcmp(got, value, n) == 0;
}

static void
test_attributes(void)
{
	begin_with("a.md", "old\n");
	if (setxattr("a.md", "user.tag", "blue", 4, 0) < 0) {
		ok(true, "attributes # SKIP the file system has none");
		return;
	}
	setxattr("a.md", "user.empty", "", 0, 0);
	setxattr("a.md", "user.other", "x\0y", 3, 0);
	is(replaced("a.md", NULL, STR("new\n")), "done", "attributes");
	ok(has_value("a.md", "user.tag", "blue", 4), "attributes: kept");
	ok(has_value("a.md", "user.empty", "", 0), "attributes: and an empty one");
	ok(has_value("a.md", "user.other", "x\0y", 3), "attributes: and one with a NUL");
	if (geteuid() == 0 && setxattr("a.md", "trusted.fu", "t", 1, 0) == 0) {
		is(replaced("a.md", NULL, STR("new\n")), "done", "attributes: for root alone");
		ok(has_value("a.md", "trusted.fu", "t", 1), "attributes: for root alone: kept");
	}
}

static void
test_attribute_that_is_lost(void)
{
	static const char capability[] = "\0\0\0\2" "\0\4\0\0" "\0\0\0\0" "\0\0\0\0" "\0\0\0\0";

	begin_with("a.md", "old\n");
	if (geteuid() != 0 || chown("a.md", NOBODY, NOBODY) < 0
	    || setxattr("a.md", "security.capability", capability, sizeof capability - 1, 0) < 0) {
		ok(true, "attributes: one that only root may give # SKIP not root, or the file system has none");
		return;
	}
	if (setegid(NOBODY) < 0 || seteuid(NOBODY) < 0)
		die_of("seteuid");
	is(replaced("a.md", NULL, STR("new\n")),
	    "0:0: its extended attribute 'security.capability' cannot be kept: Operation not permitted",
	    "attributes: one that only root may give");
	is(here(), "a.md=old\n", "attributes: one that only root may give: what is there");
	if (seteuid(0) < 0 || setegid(0) < 0)
		die_of("seteuid");
}

static void
test_acl(void)
{
	begin_with("a.md", "old\n");
	if (setxattr("a.md", acl_name, acl, sizeof acl - 1, 0) < 0) {
		ok(true, "access control lists # SKIP the file system has none");
		return;
	}
	is(replaced("a.md", NULL, STR("new\n")), "done", "access control list");
	ok(has_value("a.md", acl_name, acl, sizeof acl - 1) && mode_of("a.md") == 0640, "access control list: kept");
	begin_with("a.md", "old\n");
	if (setxattr(".", "system.posix_acl_default", acl, sizeof acl - 1, 0) < 0)
		die_of("system.posix_acl_default");
	is(replaced("a.md", NULL, STR("new\n")), "done", "access control list: of the directory");
	ok(getxattr("a.md", acl_name, NULL, 0) < 0 && errno == ENODATA && mode_of("a.md") == 0644,
	    "access control list: of the directory: a file that had none gets none");
	is(made("b.md", "new\n"), "done", "access control list: a new file");
	ok(has_value("b.md", acl_name, acl, sizeof acl - 1), "access control list: a new file gets the directory's");
}

/* ---- other programs ---- */

static void theirs_in_place(void) { put("a.md", "theirs\n"); }
static void same_size_in_place(void) { put("a.md", "OLD\n"); }
static void theirs_renamed(void) { put_renamed("a.md", "theirs\n"); }
static void same_text_renamed(void) { put_renamed("a.md", "old\n"); }
static void newest_renamed(void) { put_renamed("a.md", "newest\n"); }
static void newest_in_place(void) { put("a.md", "newest\n"); }
static void emptied(void) { put("a.md", ""); }
static void deleted(void) { remove("a.md"); }
static void moved(void) { rename("a.md", "moved.md"); }
static void linked(void) { (void)!link("a.md", "b.md"); }
static void closed_to_others(void) { make_mode("a.md", 0600); }
static void swept(void) { (void)!system("rm -f .fu-*.tmp"); }

static void
backed_up(void)
{
	rename("a.md", "a.md~");
	put("a.md", "theirs\n");
}

static void
made_a_link(void)
{
	remove("a.md");
	(void)!symlink("nowhere", "a.md");
}

static void
made_a_directory(void)
{
	remove("a.md");
	mkdir("a.md", 0777);
}

static const char changed[] = "0:0: changed by another program meanwhile; nothing was written, run it again";

static const struct other {
	const char *name, *left;
	void (*act)(void);
} others[] = {
	{"in place", "a.md=theirs\n", theirs_in_place},
	{"in place, as much", "a.md=OLD\n", same_size_in_place},
	{"by another file", "a.md=theirs\n", theirs_renamed},
	{"by another file with the same text", "a.md=old\n", same_text_renamed},
	{"with a backup", "a.md=theirs\n a.md~=old\n", backed_up},
	{"emptied", "a.md=", emptied},
	{"deleted", "", deleted},
	{"moved", "moved.md=old\n", moved},
	{"linked", "a.md=old\n b.md=old\n", linked},
	{"closed to others", "a.md=old\n", closed_to_others},
	{"a link in its place", "a.md", made_a_link},
	{"a directory in its place", "a.md", made_a_directory},
};

/* Before the new file is written, just before the two change places, and just before one would be renamed. */
static void
test_others(void)
{
	size_t i;

	for (i = 0; i < LEN(others); i++) {
		const struct other *o = &others[i];

		begin_with("a.md", "old\n");
		is(replaced("a.md", o->act, STR("new\n")), changed, "meanwhile: %s", o->name);
		is(here(), o->left, "meanwhile: %s: what is there", o->name);
		begin_with("a.md", "old\n");
		before[0] = o->act;
		is(replaced("a.md", NULL, STR("new\n")), changed, "in the last moment: %s", o->name);
		is(here(), o->left, "in the last moment: %s: what is there", o->name);
		begin_with("a.md", "old\n");
		before[0] = o->act;
		call_error = ENOSYS;
		is(replaced("a.md", NULL, STR("new\n")), changed, "where places cannot be changed: %s", o->name);
		is(here(), o->left, "where places cannot be changed: %s: what is there", o->name);
	}
}

/* The place is somebody's, and before it is given back it is somebody's again. */
static void
test_twice(void)
{
	static const char kept[] = "0:0: changed twice by another program meanwhile; nothing was written, and the first"
	    " of its texts is in .fu-XXXXXX.tmp beside it";
	static const char lost[] = "0:0: written, but another program changed it meanwhile; its text is in"
	    " .fu-XXXXXX.tmp beside it: No such file or directory";
	static const struct {
		struct other other;
		const char *said;
	} seconds[] = {
		{{"by another file", ".fu-XXXXXX.tmp=theirs\n a.md=newest\n", newest_renamed}, kept},
		{{"in place", ".fu-XXXXXX.tmp=theirs\n a.md=newest\n", newest_in_place}, kept},
		{{"deleted", ".fu-XXXXXX.tmp=theirs\n", deleted}, lost},
	};
	size_t i;

	for (i = 0; i < LEN(seconds); i++) {
		begin_with("a.md", "old\n");
		before[0] = theirs_renamed;
		before[1] = seconds[i].other.act;
		is(replaced("a.md", NULL, STR("new\n")), seconds[i].said, "twice: %s", seconds[i].other.name);
		is(here(), seconds[i].other.left, "twice: %s: what is there", seconds[i].other.name);
	}
}

static void
test_swept(void)
{
	begin_with("a.md", "old\n");
	before[0] = swept;
	is(replaced("a.md", NULL, STR("new\n")), changed, "the new file is deleted by another program");
	is(here(), "a.md=old\n", "the new file is deleted by another program: what is there");
}

static const char is_there[] = "0:0: is there already; choose another name, or edit that";

static bool waited;             /* another editor would have */

static void
try_lock(void)
{
	int fd = open("a.md", O_RDWR);

	waited = flock(fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK;
	close(fd);
}

/* Nobody is to edit the new file while it may yet lose its place. */
static void
test_locked(void)
{
	begin_with("a.md", "old\n");
	before[0] = theirs_renamed;
	before[1] = try_lock;
	is(replaced("a.md", NULL, STR("new\n")), changed, "the new file has its place for a moment");
	ok(waited, "the new file has its place for a moment, and is locked");
	is(here(), "a.md=theirs\n", "the new file has its place for a moment: what is there");
}

/* ---- where the system cannot change places ---- */

static void
test_no_exchange(void)
{
	static const int errors[] = {ENOSYS, EINVAL, ENOTSUP};
	size_t i;

	for (i = 0; i < LEN(errors); i++) {
		const char *error = strerror(errors[i]);

		begin_with("a.md", "old\n");
		make_mode("a.md", 0604);
		call_error = errors[i];
		is(replaced("a.md", NULL, STR("new\n")), "done", "no exchange: %s", error);
		is(here(), "a.md=new\n", "no exchange: %s: what is there", error);
		ok(mode_of("a.md") == 0604, "no exchange: %s: the mode stays", error);
		is(made("b.md", "new\n"), "done", "no exchange: %s: a new file", error);
		is(here(), "a.md=new\n b.md=new\n", "no exchange: %s: both are there", error);
	}
	is(made("b.md", "newer\n"), is_there, "no exchange: not twice");
	call_error = EIO;
	is(replaced("a.md", NULL, STR("newer\n")), "0:0: it cannot be replaced: Input/output error",
	    "renaming: an error");
	is(made("c.md", "new\n"), "0:0: it cannot be made: Input/output error", "renaming: an error with a new file");
	is(here(), "a.md=new\n b.md=new\n", "renaming: an error: what is there");
}

/* ---- new files ---- */

static void
test_new(void)
{
	mode_t mask = umask(027);

	begin();
	is(made("a.md", "new\n"), "done", "new");
	is(here(), "a.md=new\n", "new: what is there");
	ok(mode_of("a.md") == 0640, "new: the mode is the umask's");
	umask(mask);
	is(made("a.md", "newer\n"), is_there, "new: a file is there");
	if (symlink("nowhere", "b.md") < 0 || mkdir("c.md", 0777) < 0)
		die_of("b.md");
	is(made("b.md", "new\n"), is_there, "new: a symbolic link that leads nowhere is there");
	is(made("c.md", "new\n"), is_there, "new: a directory is there");
	is(here(), "a.md=new\n b.md c.md", "new: what is there stays");
	is(made("c.md/a.md", "new\n"), "done", "new: in a directory");
	is(opened(STR("c.md/a.md")), "new\n", "new: in a directory: what is there");
	begin();
	before[0] = theirs_in_place;
	is(made("a.md", "new\n"), is_there, "new: one that was made meanwhile");
	is(here(), "a.md=theirs\n", "new: one that was made meanwhile stays");
}

static void
test_new_nowhere(void)
{
	begin_with("a.md", "old\n");
	is(made("d/a.md", "new\n"), "0:0: its directory: No such file or directory", "new: no directory");
	is(made("a.md/a.md", "new\n"), "0:0: its directory: Not a directory", "new: a file as a directory");
	is(made("e/", "new\n"), "0:0: a directory, not a file", "new: a slash after the name");
	is(made("", "new\n"), "0:0: No such file or directory", "new: no path");
	is(made(many('n', 256).s, "new\n"), "0:0: it cannot be made: File name too long", "new: a name of 256 bytes");
	is(here(), "a.md=old\n", "new: none of them is there");
}

/* ---- signals and limits ---- */

static char seen[32];           /* of the file when the signal came */
static int sent;

static void
look_at_file(int signal)
{
	int fd = open("a.md", O_RDONLY);
	ssize_t n = read(fd, seen, sizeof seen - 1);

	(void)signal;
	seen[n > 0 ? n : 0] = '\0';
	close(fd);
}

static void
send_signal(void)
{
	kill(getpid(), sent);
}

static void
test_signals(void)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
	struct sigaction look = {.sa_handler = look_at_file}, old;
	size_t i;

	for (i = 0; i < LEN(signals); i++) {
		begin_with("a.md", "old\n");
		sent = signals[i];
		before[0] = send_signal;
		*seen = '\0';
		if (sigaction(sent, &look, &old) < 0)
			die_of("sigaction");
		is(replaced("a.md", NULL, STR("new\n")), "done", "%s", strsignal(sent));
		is(of(seen), "new\n", "%s: comes when all is done", strsignal(sent));
		begin();
		before[0] = send_signal;
		*seen = '\0';
		is(made("a.md", "new\n"), "done", "%s: a new file", strsignal(sent));
		is(of(seen), "new\n", "%s: a new file: comes when all is done", strsignal(sent));
		sigaction(sent, &old, NULL);
	}
}

static void
test_file_limit(void)
{
	static const char full[] = "0:0: the new text cannot be written: File too large";
	struct str text = many('x', 10000), of_old, of_new;
	struct rlimit limit, small;
	struct sigaction now;

	begin_with("a.md", "old\n");
	if (getrlimit(RLIMIT_FSIZE, &limit) < 0)
		die_of("getrlimit");
	small = (struct rlimit){4096, limit.rlim_max};
	if (setrlimit(RLIMIT_FSIZE, &small) < 0)
		die_of("setrlimit");
	of_old = replaced("a.md", NULL, text);
	of_new = made("b.md", text.s);
	if (setrlimit(RLIMIT_FSIZE, &limit) < 0)
		die_of("setrlimit");
	is(of_old, full, "a limit for files");
	is(of_new, full, "a limit for files: a new one");
	is(here(), "a.md=old\n", "a limit for files: what is there");
	ok(sigaction(SIGXFSZ, NULL, &now) == 0 && now.sa_handler == SIG_DFL, "a limit for files: SIGXFSZ is as before");
}

/* ---- several at once ---- */

enum { EDITORS = 40 };

/* Adds a letter to the file. */
static bool
add_letter(char c)
{
	struct diag d = {.mem = &mem};
	struct save s;
	struct buf b = {0};
	bool done;

	if (!save_open(&s, STR("a.md"), &d))
		return false;
	buf_add(&b, s.old.s, s.old.n);
	buf_chr(&b, c);
	done = save_replace(&s, (struct str){b.s, b.n}, &d);
	buf_free(&b);
	return save_close(&s, &d) && done;
}

static void
test_at_once(void)
{
	int i, status, failed = 0;
	size_t left;
	struct str s;

	begin_with("a.md", "");
	for (i = 0; i < EDITORS; i++)
		if (fork() == 0)
			_exit(!add_letter((char)('0' + i)));
	for (i = 0; i < EDITORS; i++)
		failed += wait(&status) < 0 || status != 0;
	ok(failed == 0, "at once: %d editors all have their turn", EDITORS);
	s = opened(STR("a.md"));
	for (left = EDITORS, i = 0; i < EDITORS; i++)
		left -= memchr(s.s, '0' + i, s.n) != NULL;
	ok(left == 0 && s.n == EDITORS, "at once: what each of them wrote is there");
	remove("a.md");
	is(here(), "", "at once: nothing else is");
}

/* One waits until the other lets go, although the file has its new text before. */
static void
test_waits(void)
{
	struct diag d = {.mem = &mem};
	struct save s;
	int status;
	pid_t pid;

	begin_with("a.md", "");
	if (!save_open(&s, STR("a.md"), &d))
		diag_die("a.md: not opened");
	pid = fork();
	if (pid == 0) {
		close(s.fd);            /* the lock is on what both processes have open */
		_exit(!add_letter('2'));
	}
	usleep(50000);
	ok(waitpid(pid, &status, WNOHANG) == 0, "waits: one for the other");
	is(here(), "a.md=", "waits: and writes nothing");
	ok(save_replace(&s, STR("1"), &d) && save_close(&s, &d), "waits: the first is done");
	ok(waitpid(pid, &status, 0) == pid && status == 0, "waits: the second has its turn");
	is(here(), "a.md=12", "waits: with what the first wrote");
}

int
main(void)
{
	char dir[TEMP_PATH];
	int n = open_files();

	go_to_temp(dir);
	make_mode(dir, 0755);
	make_dir("here");
	if (chdir("here") < 0)
		die_of("here");
	test_paths();
	test_kinds();
	test_sizes();
	test_read_only();
	test_replace();
	test_long_name();
	test_mode();
	test_owner();
	test_directory_mode();
	test_attributes();
	test_attribute_that_is_lost();
	test_acl();
	test_others();
	test_twice();
	test_swept();
	test_locked();
	test_no_exchange();
	test_new();
	test_new_nowhere();
	test_signals();
	test_file_limit();
	test_at_once();
	test_waits();
	ok(open_files() == n, "no file is left open");
	mem_free(&mem);
	remove_all(dir);
	return done();
}
