/*
 * Reading a note: from the bytes of a file to the facts of fu-note(5).
 */
#ifndef READ_H
#define READ_H

#include "note.h"

enum note_result {
	NOTE_READ,
	NOTE_NONE,              /* no front matter, so no note */
	NOTE_BAD,               /* nothing of it could be read; messages says why */
	NOTE_PASSED_OVER,       /* no front matter, but with reading.checks it looks like a note; messages says how */
};

/* What one thread reads notes with. */
struct note_reader;

/* facts is where what notes hold goes; it must outlive the notes. Both it and reading are the caller's. */
struct note_reader *note_reader_new(const struct reading *reading, struct mem *facts);
void note_reader_free(struct note_reader *w);

/*
 * Reads the bytes of a file into *note, all zeroes but for its path. Nothing of file is kept. A bad value is a
 * message in note->messages, and the rest of the note counts.
 */
enum note_result note_read(struct note_reader *w, struct str file, struct note *note);

#endif
