#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "file.h"
#include "save.h"
#include "system.h"
#include "text.h"

enum { TRIES = 10000 };         /* more than there will be others that were first */

/* What compare() returns beside errno values. */
enum { CHANGED = -1 };

/* A new file, made beside the place it is for. */
struct temp {
	char name[sizeof ".fu-XXXXXX.tmp"];
	int dir, fd;
	struct stat st;
	struct str text;                /* what it is to hold */
	const struct stat *there;       /* what has that name, and goes in the end; NULL: nothing has, or it stays */
	bool placed;                    /* the new file has the name it is for */
};

/* ---- messages ---- */

static bool
refuse(struct diag *d, const char *what)
{
	diag_add(d, CHECK_FILE, 0, 0, "%s", what);
	return false;
}

/* error is an errno value or one of file_read(). */
static bool
refuse_for(struct diag *d, const char *what, int error)
{
	char text[128];

	diag_add(d, CHECK_FILE, 0, 0, "%s: %s", what, file_problem(error, text));
	return false;
}

static bool
refuse_file(struct diag *d, int error)
{
	char text[128];

	return refuse(d, file_problem(error, text));
}

static bool
refuse_changed(struct diag *d)
{
	return refuse(d, "changed by another program meanwhile; nothing was written, run it again");
}

/* ---- files ---- */

static bool
is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Returns a descriptor, or -1 with errno. */
static int
open_at(int dir, const char *name, int flags, mode_t mode)
{
	int fd;

	do
		fd = openat(dir, name, flags | O_CLOEXEC | O_NOCTTY, mode);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* Returns what pread(2) does, and is not interrupted. */
static ssize_t
read_at(int fd, char *s, size_t n, size_t at)
{
	ssize_t r;

	do
		r = pread(fd, s, n, (off_t)at);
	while (r < 0 && errno == EINTR);
	return r;
}

/* Returns 0 or an errno value, as do those below. */
static int
write_all(int fd, struct str text)
{
	while (text.n) {
		ssize_t w = write(fd, text.s, text.n);

		if (w < 0 && errno != EINTR)
			return errno;
		if (w > 0)
			text = (struct str){text.s + w, text.n - (size_t)w};
	}
	return 0;
}

/* A file system that cannot do this for a directory, say, says EINVAL. */
static int
sync_file(int fd)
{
	int r;

	do
		r = fsync(fd);
	while (r < 0 && errno == EINTR);
	return r == 0 || errno == EINVAL ? 0 : errno;
}

/* Where a close is interrupted the descriptor is gone all the same. */
static int
close_file(int fd)
{
	return close(fd) == 0 || errno == EINTR ? 0 : errno;
}

/* Parts path into its directory, which is opened, and the name there. */
static bool
open_directory(struct str path, struct mem *mem, int *dir, struct str *name, struct diag *d)
{
	if (path.n && memchr(path.s, '\0', path.n))
		return refuse(d, "a name with a NUL in it; write -0 if NULs separate the names");
	*name = mem_str(mem, text_base(path));
	if (!name->n)
		return refuse_file(d, path.n ? FILE_IS_DIRECTORY : ENOENT);
	*dir = open_at(AT_FDCWD, mem_str(mem, text_folder(path)).s, O_RDONLY | O_DIRECTORY, 0);
	return *dir >= 0 || refuse_for(d, "its directory", errno);
}

/* ---- opening ---- */

static bool
may_replace(const struct stat *st, struct diag *d)
{
	if (S_ISLNK(st->st_mode))
		return refuse(d, "a symbolic link; name the file it leads to");
	if (!S_ISREG(st->st_mode))
		return refuse_file(d, S_ISDIR(st->st_mode) ? FILE_IS_DIRECTORY : FILE_IS_SPECIAL);
	if (!(st->st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)))
		return refuse(d, "read-only; chmod u+w it first");
	if (st->st_size > FILE_MAX)
		return refuse_file(d, FILE_TOO_LARGE);
	if (st->st_nlink > 1) {
		diag_add(d, CHECK_FILE, 0, 0, "has %ju hard links, which an edit would part; make it a file of its own",
		    (uintmax_t)st->st_nlink);
		return false;
	}
	return true;
}

static bool
refuse_open(const struct save *s, int error, struct diag *d)
{
	struct stat st;

	if (fstatat(s->dir, s->name.s, &st, AT_SYMLINK_NOFOLLOW) == 0 && !may_replace(&st, d))
		return false;
	if (error == EACCES)
		return refuse(d, "read-only; it is not this user's to write");
	if (error == EROFS)
		return refuse(d, "read-only; its file system is mounted so");
	return refuse_file(d, error);
}

/* Opens the file, waits until it is nobody else's, and looks what then has its name; *same: the one that was opened. */
static bool
open_once(struct save *s, bool *same, struct diag *d)
{
	struct stat st;

	s->fd = open_at(s->dir, s->name.s, O_RDWR | O_NOFOLLOW | O_NONBLOCK, 0);
	if (s->fd < 0)
		return refuse_open(s, errno, d);
	if (fstat(s->fd, &st) < 0)
		return refuse_file(d, errno);
	if (!S_ISREG(st.st_mode))
		return may_replace(&st, d);
	if (system_lock(s->fd) < 0)
		return refuse_for(d, "it cannot be locked", errno);
	if (fstatat(s->dir, s->name.s, &s->st, AT_SYMLINK_NOFOLLOW) < 0)
		return refuse_file(d, errno);
	*same = is_same_file(&st, &s->st);
	return true;
}

/* Who edits a file puts another in its place, which those that waited then take. */
static bool
open_locked(struct save *s, struct diag *d)
{
	bool same = false;
	int i;

	for (i = 0; i < TRIES; i++) {
		if (!open_once(s, &same, d))
			return false;
		if (same)
			return may_replace(&s->st, d);
		close(s->fd);
		s->fd = -1;
	}
	return refuse(d, "changed by other programs all the time; run it again");
}

/* A byte more than there should be is asked for, so that the end shows without another call. */
static bool
read_old(struct save *s, struct diag *d)
{
	size_t size = (size_t)s->st.st_size, want = size + 1;

	for (;;) {
		ssize_t r = read_at(s->fd, buf_room(&s->old, want), want, s->old.n);

		if (r < 0)
			return refuse_file(d, errno);
		s->old.n += (size_t)r;
		if (s->old.n > FILE_MAX)
			return refuse_file(d, FILE_TOO_LARGE);
		if (r == 0 || s->old.n == size)
			return true;
		want = s->old.n < size ? size + 1 - s->old.n : 64 * 1024;
	}
}

static void
let_go(struct save *s)
{
	buf_free(&s->old);
	mem_free(&s->mem);
	s->dir = s->fd = -1;
}

bool
save_open(struct save *s, struct str path, struct diag *d)
{
	*s = (struct save){.path = path, .dir = -1, .fd = -1};
	if (open_directory(path, &s->mem, &s->dir, &s->name, d) && open_locked(s, d) && read_old(s, d))
		return true;
	if (s->fd >= 0)
		close(s->fd);
	if (s->dir >= 0)
		close(s->dir);
	let_go(s);
	return false;
}

bool
save_close(struct save *s, struct diag *d)
{
	int error = close_file(s->fd), dir_error = close_file(s->dir);
	const char *what = s->replaced ? "written, but the old one could not be closed" : "it could not be closed";

	if (!error)
		error = dir_error;
	let_go(s);
	return !error || refuse_for(d, what, error);
}

/* ---- the new file, beside it ---- */

/* A name that others are not likely to choose at the same time; where it is taken another is tried. */
static void
choose_name(char name[static sizeof ".fu-XXXXXX.tmp"], uint64_t *seed)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	uint64_t n;
	int i;

	*seed = *seed * 6364136223846793005U + 1442695040888963407U;
	n = *seed >> 24;
	strcpy(name, ".fu-XXXXXX.tmp");
	for (i = 4; i < 10; i++, n /= sizeof letters - 1)
		name[i] = letters[n % (sizeof letters - 1)];
}

static uint64_t
new_seed(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_REALTIME, &now);
	return ((uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec) ^ (uint64_t)getpid() << 32;
}

/* Locked, so that who opens it as soon as it has its name waits until all is done. */
static bool
make_temp(struct temp *t, int dir, mode_t mode, struct diag *d)
{
	uint64_t seed = new_seed();
	int i, error;

	*t = (struct temp){.dir = dir, .fd = -1};
	for (i = 0; t->fd < 0 && i < TRIES; i++) {
		choose_name(t->name, &seed);
		t->fd = open_at(dir, t->name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
		if (t->fd < 0 && errno != EEXIST)
			break;
	}
	if (t->fd < 0)
		return refuse_for(d, "no file can be made beside it", errno);
	t->there = &t->st;
	if (fstat(t->fd, &t->st) == 0 && system_lock(t->fd) == 0)
		return true;
	error = errno;
	close(t->fd);
	unlinkat(dir, t->name, 0);
	return refuse_for(d, "no file can be made beside it", error);
}

/* Whether the name leads to the file: 1, 0, or -1 where that cannot be known. */
static int
leads_to(int dir, const char *name, const struct stat *file)
{
	struct stat st;

	/* A second time, as a file that is left behind is worse than a call too many. */
	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) < 0 && fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return -1;
	return is_same_file(&st, file);
}

/* Removes what is left beside the file, if it is what was put there. */
static bool
remove_beside(const struct temp *t, struct diag *d)
{
	const char *written = t->placed ? "written, but " : "";
	char text[128];
	int found;

	if (!t->there)
		return true;
	found = leads_to(t->dir, t->name, t->there);
	if (found == 1 && (unlinkat(t->dir, t->name, 0) == 0 || unlinkat(t->dir, t->name, 0) == 0))
		return true;
	if (found == 0)
		diag_add(d, CHECK_FILE, 0, 0, "%s%s beside it is another program's now; see what it holds", written,
		    t->name);
	else if (errno == ENOENT)
		return true;
	else
		diag_add(d, CHECK_FILE, 0, 0, "%s%s is left beside it and can be deleted: %s", written, t->name,
		    file_problem(errno, text));
	return false;
}

static bool
end_temp(struct temp *t, struct diag *d)
{
	bool removed = remove_beside(t, d);
	int error = close_file(t->fd);

	if (error && t->placed)
		return refuse_for(d, "written, but it could not be closed", error);
	return removed;
}

static bool
write_temp(struct temp *t, struct str text, struct diag *d)
{
	int error = text.n > FILE_MAX ? EFBIG : write_all(t->fd, text);

	t->text = text;
	return !error || refuse_for(d, "the new text cannot be written", error);
}

static bool
sync_temp(const struct temp *t, struct diag *d)
{
	int error = sync_file(t->fd);

	return !error || refuse_for(d, "the new text cannot be written", error);
}

/* A directory that is not on the disk yet may still be the old one after a crash. */
static bool
sync_directory(const struct temp *t, struct diag *d)
{
	int error = sync_file(t->dir);

	return !error || refuse_for(d, "written, but a crash might undo it", error);
}

/* ---- making it like the old one ---- */

static bool
keep_owner(const struct temp *t, const struct stat *old, struct diag *d)
{
	uid_t user = t->st.st_uid == old->st_uid ? (uid_t)-1 : old->st_uid;
	gid_t group = t->st.st_gid == old->st_gid ? (gid_t)-1 : old->st_gid;
	char text[128];
	int r = 0;

	if (user == (uid_t)-1 && group == (gid_t)-1)
		return true;
	do
		r = fchown(t->fd, user, group);
	while (r < 0 && errno == EINTR);
	if (r == 0)
		return true;
	diag_add(d, CHECK_FILE, 0, 0, "belongs to user %ju and group %ju, who would lose it: %s",
	    (uintmax_t)old->st_uid, (uintmax_t)old->st_gid, file_problem(errno, text));
	return false;
}

static bool
keep_attributes(const struct temp *t, const struct save *s, struct diag *d)
{
	char name[SYSTEM_NAME], text[128];
	int error = system_copy_attributes(s->fd, t->fd, name);

	if (!error)
		return true;
	if (!*name)
		return refuse_for(d, "its extended attributes cannot be kept", error);
	diag_add(d, CHECK_FILE, 0, 0, "its extended attribute %s cannot be kept: %s",
	    diag_quote(d, (struct str){name, strlen(name)}), file_problem(error, text));
	return false;
}

/* Some file systems have one mode for all files and refuse to change it; what counts is that it is the same then. */
static bool
keep_mode(struct temp *t, const struct stat *old, struct diag *d)
{
	int r, error;

	do
		r = fchmod(t->fd, old->st_mode & 07777);
	while (r < 0 && errno == EINTR);
	error = r < 0 ? errno : EPERM;
	if (fstat(t->fd, &t->st) < 0)
		return refuse_for(d, "its mode cannot be kept", errno);
	return t->st.st_mode == old->st_mode || refuse_for(d, "its mode cannot be kept", error);
}

/* In this order: a new owner takes away mode bits, and an access control list changes them. */
static bool
make_alike(struct temp *t, const struct save *s, struct diag *d)
{
	return keep_owner(t, &s->st, d) && keep_attributes(t, s, d) && keep_mode(t, &s->st, d);
}

/* ---- changing places ---- */

/* Whether a file holds a text, and no more: 0, CHANGED, or an errno value. */
static int
compare(int fd, struct str text)
{
	char s[64 * 1024];
	size_t done = 0;
	ssize_t r;

	while ((r = read_at(fd, s, sizeof s, done)) > 0) {
		if ((size_t)r > text.n - done || memcmp(s, text.s + done, (size_t)r) != 0)
			return CHANGED;
		done += (size_t)r;
	}
	return r < 0 ? errno : done == text.n ? 0 : CHANGED;
}

/* Whether a name leads to a file that is open, and that is as it was, with the same text: as compare() does. */
static int
look(int dir, const char *name, int fd, const struct stat *was, struct str text)
{
	struct stat st;

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno;
	if (!is_same_file(&st, was) || st.st_mode != was->st_mode || st.st_nlink != was->st_nlink)
		return CHANGED;
	if (st.st_uid != was->st_uid || st.st_gid != was->st_gid)
		return CHANGED;
	return compare(fd, text);
}

static int
look_at_old(const struct save *s, const char *name)
{
	return look(s->dir, name, s->fd, &s->st, (struct str){s->old.s, s->old.n});
}

static bool
refuse_looked(int problem, struct diag *d)
{
	if (problem == CHANGED || problem == ENOENT)
		return refuse_changed(d);
	return refuse_for(d, "it cannot be read again, and nothing was written", problem);
}

/*
 * Another program has written a third text in the moment before the other two were changed back. That is the newest and
 * gets the place again; what it came after, and nobody asked to lose, stays beside it.
 */
static bool
keep_newest(const struct temp *t, const struct save *s, struct diag *d)
{
	int error = system_exchange(s->dir, t->name, s->name.s) < 0 ? errno : 0;

	diag_add(d, CHECK_FILE, 0, 0, "changed twice by another program meanwhile; nothing was written, and the %s of"
	    " its texts is in %s beside it", error ? "last" : "first", t->name);
	return false;
}

/* The file that came out of the place is not what was read: whoever wrote it gets the place back. */
static bool
put_back(struct temp *t, const struct save *s, int problem, struct diag *d)
{
	char text[128];

	t->there = NULL;
	if (system_exchange(s->dir, t->name, s->name.s) < 0) {
		t->placed = true;
		diag_add(d, CHECK_FILE, 0, 0, "written, but another program changed it meanwhile; its text is in %s"
		    " beside it: %s", t->name, file_problem(errno, text));
		return false;
	}
	if (look(t->dir, t->name, t->fd, &t->st, t->text) == CHANGED)
		return keep_newest(t, s, d);
	t->there = &t->st;
	sync_file(s->dir);
	return refuse_looked(problem, d);
}

/* Between looking and renaming another program has a moment to write what is then lost; there is no other way here. */
static bool
rename_over(struct temp *t, const struct save *s, struct diag *d)
{
	int problem = look_at_old(s, s->name.s);

	if (problem)
		return refuse_looked(problem, d);
	if (renameat(s->dir, t->name, s->dir, s->name.s) < 0)
		return refuse_for(d, "it cannot be replaced", errno);
	t->there = NULL;
	t->placed = true;
	return sync_directory(t, d);
}

static bool
change_places(struct temp *t, const struct save *s, struct diag *d)
{
	int problem;

	if (system_exchange(s->dir, t->name, s->name.s) < 0) {
		if (errno == ENOTSUP)
			return rename_over(t, s, d);
		return errno == ENOENT ? refuse_changed(d) : refuse_for(d, "it cannot be replaced", errno);
	}
	problem = look_at_old(s, t->name);
	if (problem)
		return put_back(t, s, problem, d);
	t->there = &s->st;
	t->placed = true;
	return sync_directory(t, d);
}

/* ---- signals ---- */

/* What a file that grows too large, or somebody who is impatient, does to the process. */
struct signals {
	sigset_t blocked;
	struct sigaction too_large;
};

static void
hold_signals(struct signals *old)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	sigset_t set;
	size_t i;

	sigemptyset(&set);
	for (i = 0; i < LEN(signals); i++)
		sigaddset(&set, signals[i]);
	pthread_sigmask(SIG_BLOCK, &set, &old->blocked);
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGXFSZ, &ignore, &old->too_large);
}

static void
release_signals(const struct signals *old)
{
	sigaction(SIGXFSZ, &old->too_large, NULL);
	pthread_sigmask(SIG_SETMASK, &old->blocked, NULL);
}

/* ---- all of it ---- */

static bool
replace(struct save *s, struct str text, struct diag *d)
{
	struct temp t;
	bool done;

	if (!make_temp(&t, s->dir, S_IRUSR | S_IWUSR, d))
		return false;
	done = write_temp(&t, text, d) && make_alike(&t, s, d) && sync_temp(&t, d) && change_places(&t, s, d);
	s->replaced = t.placed;
	return end_temp(&t, d) && done;
}

bool
save_replace(struct save *s, struct str text, struct diag *d)
{
	struct signals signals;
	bool done;

	hold_signals(&signals);
	done = replace(s, text, d);
	release_signals(&signals);
	return done;
}

static bool
refuse_there(struct diag *d)
{
	return refuse(d, "is there already; choose another name, or edit that");
}

static bool
place_new(struct temp *t, const char *name, struct diag *d)
{
	bool linked = false;
	int r = system_rename_new(t->dir, t->name, name);

	if (r < 0 && errno == ENOTSUP) {
		r = linkat(t->dir, t->name, t->dir, name, 0);
		linked = r == 0;
	}
	if (r < 0)
		return errno == EEXIST ? refuse_there(d)
		    : refuse_for(d, "it cannot be made", errno);
	if (!linked)
		t->there = NULL;
	t->placed = true;
	return sync_directory(t, d);
}

static bool
make_new(int dir, const char *name, struct str text, struct diag *d)
{
	struct temp t;
	bool done;

	if (!make_temp(&t, dir, 0666, d))
		return false;
	done = write_temp(&t, text, d) && sync_temp(&t, d) && place_new(&t, name, d);
	return end_temp(&t, d) && done;
}

bool
save_new(struct str path, struct str text, struct diag *d)
{
	struct signals signals;
	struct mem mem = {0};
	struct str name;
	bool done = false;
	int dir, error;

	if (open_directory(path, &mem, &dir, &name, d)) {
		hold_signals(&signals);
		done = make_new(dir, name.s, text, d);
		release_signals(&signals);
		error = close_file(dir);
		if (error && done)
			done = refuse_for(d, "written, but its directory could not be closed", error);
	}
	mem_free(&mem);
	return done;
}

bool
save_may_make(struct str path, struct diag *d)
{
	struct mem mem = {0};
	struct str name;
	struct stat st;
	bool may;
	int dir;

	may = open_directory(path, &mem, &dir, &name, d);
	if (may) {
		may = fstatat(dir, name.s, &st, AT_SYMLINK_NOFOLLOW) < 0 || refuse_there(d);
		close(dir);
	}
	mem_free(&mem);
	return may;
}
