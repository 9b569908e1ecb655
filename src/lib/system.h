/*
 * What POSIX does not have and systems do each in their own way, or not at all.
 */
#ifndef SYSTEM_H
#define SYSTEM_H

enum { SYSTEM_NAME = 256 };     /* room for the longest name of an extended attribute, and a NUL */

/*
 * Waits until no other process holds the file's lock, and takes it; closing the file lets it go. Returns 0, also where
 * the file system has no locks, or -1 with errno.
 */
int system_lock(int fd);

/*
 * The names a and b of one directory change places, at once. Returns 0, or -1 with errno: ENOTSUP where system or file
 * system cannot do that.
 */
int system_exchange(int dir, const char *a, const char *b);

/*
 * Renames from to to, which must not be there: EEXIST. Returns as system_exchange() does.
 */
int system_rename_new(int dir, const char *from, const char *to);

/*
 * Gives the file to the extended attributes of from, its access control list among them, and no list where from
 * has none. Returns 0, or an errno value with the name of the attribute that could not be kept, or "", in
 * failed. Where the system has no such attributes known here, nothing is done. Not for two threads at once.
 */
int system_copy_attributes(int from, int to, char failed[static SYSTEM_NAME]);

#endif
