/*
 * One note: the facts that its front matter and its body hold, as fu-note(5) describes them.
 */
#ifndef NOTE_H
#define NOTE_H

#include "date.h"
#include "diag.h"
#include "rules.h"

/* Something that happened between you and the contact. */
struct touch {
	day day;
	uint16_t kind;          /* a place in rules.kinds */
	uint8_t dir;            /* enum dir */
	bool from_last;         /* stands for `last:`; counts where no other touch happened on that day or later */
};

struct promise {
	struct str what;
	day by;
	day kept;               /* the day it was done; DAY_NONE: it was not, or no day is said */
	bool theirs, done;
};

/* A birthday (what is NULL) or another date to greet on. */
struct occasion {
	struct str what;
	struct date_yearly on;
	bool yearly;
};

struct next {
	day on;
	struct str action, why; /* NULL: not said */
};

/* Another note, as a field names it. */
struct link {
	struct str target;      /* an id, a name, or a path without its ending */
	struct str shown;       /* what a reader sees of it */
	unsigned line, col;
	size_t note;            /* its place among all notes, once book_link() looked it up; else SIZE_MAX */
};

/* What few notes say, or a tool wants to keep. */
struct note_rest {
	struct str result;
	struct str said;        /* with reading.said, the text of the touch that note_last() is today, with what stands below it */
	struct strs aliases, email, phone, tags, avoid;
	uint64_t meets;         /* bit i: it meets rules.whens[i] */
};

struct note {
	struct str path;        /* the caller's */
	struct str name;        /* never NULL */
	struct str org, stage;
	const struct note_rest *rest;   /* for note_rest() */
	struct link *via;
	uint32_t nvia, noccasions, ntouches, npromises;
	struct span every;      /* n is 0: not said */
	struct span tag_every;  /* the shortest cadence of its tags; n is 0: they have none */
	bool never;             /* `every: never` */
	bool personal;          /* one of its tags is of rules.personal */
	bool closed;            /* the stage is a closed one */
	bool selected;          /* it meets reading.where */
	bool among;             /* it is there for others to see, and nothing is said of it */
	day snooze, added;      /* DAY_NONE: not said */
	struct next *next;      /* NULL: not said */
	struct occasion *occasions;
	struct touch *touches;  /* by day, then as they happened */
	uint64_t *fits;         /* of each touch; bit i: its text matches rules.texts[i]; NULL: none matches any */
	struct promise *promises;       /* in the order of the file */
	const void *seen;       /* what reading.see, or with reading.checks lint_note(), kept of it; NULL: nothing */
	struct diag_msg *messages;
};

struct note_reader;

/* What notes are read for. */
struct reading {
	const struct rules *rules;
	day today;
	const struct query *where;      /* which notes are selected */
	bool body;              /* what the body says is wanted, and with it touches and promises */
	bool name;              /* the name is wanted, which the body may say where the front matter does not */
	bool whens;             /* which of rules.whens a note meets */
	bool links;             /* `via:` is looked up */
	bool said;              /* what the last touch says */
	bool brief;             /* addresses, numbers and tags are for where and see alone, and not kept after them */
	bool checks;            /* what fu-check alone says is wanted */
	bool lines;             /* what each line of the body is, is wanted */
	void (*see)(void *arg, struct note_reader *w);  /* called for each note that is selected, by any thread */
	void *arg;
};

/* The rest of what a note says, empty where it says nothing of it. */
const struct note_rest *note_rest(const struct note *note);

/* A file name without .md or .markdown, in any case; all of it where it ends otherwise. */
struct str note_stem(struct str name);

/* The file name without its ending; a part of the path. */
struct str note_id(const struct note *note);

/* Puts what d holds, which is something, before the note's other messages. */
void note_say(struct note *note, const struct diag *d);

/* How many of the note's touches have happened by a day: the first so many. */
size_t note_happened(const struct note *note, day today);

/*
 * Whether one of the n touches that have happened counts: `last:`, which stands first among those of its day, does
 * where none is on that day or later.
 */
bool note_touch_counts(const struct note *note, size_t n, size_t i);

/* The latest of the touches from start to before n that counts and acts in one of dirs; NULL: none does. */
const struct touch *note_latest(const struct note *note, size_t start, size_t n, unsigned dirs);

/* Whether a touch is yours alone, and of a kind that awaits an answer. */
bool touch_awaits_answer(const struct touch *t, const struct rules *rules);

/* The last of the first n touches: the latest that counts and is somebody's; NULL: there is none. */
const struct touch *note_last(const struct note *note, size_t n);

/* How many of the first n touches are yours since the last one of theirs. */
unsigned note_unanswered(const struct note *note, size_t n);

/* Sets what the note's tags mean: personal and tag_every. */
void note_heed_tags(struct note *note, const struct rules *rules);

/*
 * How often to be in touch: `every`, else the shortest cadence of the tags. n is 0 for never. Returns false where
 * neither says anything.
 */
bool note_cadence(const struct note *note, struct span *every);

#endif
