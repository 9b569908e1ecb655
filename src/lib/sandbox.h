/*
 * What a process gives up for good before it reads what others wrote, so that no fault in the reading can be used to do
 * harm: to write, make, rename and remove files, to run programs, TCP.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include "mem.h"

/*
 * Gives all of that up but for files beneath these directories, which may still be written, made, renamed each in its
 * own directory, and removed; a NUL follows each name, and what is no directory is passed over. What may be read and
 * what is open stays as it is. For the process as a whole it is called once, before the first thread is started.
 *
 * Returns 0, also where the system has nothing for this or does not let the process have it; else an errno value, with
 * the directory that it is about in *failed, if it is about one, and the process should end.
 */
int sandbox_enter(struct strs directories, struct str *failed);

#endif
