/*
 * What the driver and inside.c, in the program that it runs, both see: a file in memory.
 *
 * FU_FAULTS_FDS is two descriptors as numbers, of this and of a socket. For each byte that the driver writes there, the
 * program runs once more, from where it is loaded. With asks, a byte comes first, with the descriptor to answer its calls
 * with, or with none where seccomp(2) is not allowed. Then comes its status, as waitpid(2) has it.
 */
#ifndef SHARED_H
#define SHARED_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { SHARED_PLACES = 1 << 16, SHARED_CALLS = 64 };

struct shared {
	bool asks;              /* about each of the calls */
	bool over;              /* the program has ended: what its libraries, or gcov, do from there on is not counted */
	int calls[SHARED_CALLS];
	size_t ncalls;
	unsigned long at;       /* the allocation that is to fail, from 1; 0: none is */
	bool on;                /* and all after it */
	atomic_ulong n;         /* how many there were */
	atomic_ulong failed;
	pid_t pid;              /* of the run */
	bool looks;             /* whether places are wanted */
	uint64_t places[SHARED_PLACES]; /* of each allocation: a number for the calls that led to it, the same in each run */
};

#endif
