/*
 * The rules: what fu-rules(5) lets a rules file say, the built-in seeds/rules.yaml first.
 */
#ifndef RULES_H
#define RULES_H

#include <stdint.h>

#include "date.h"
#include "diag.h"
#include "field.h"
#include "query.h"

/* Who acted in a touch. */
enum dir {
	DIR_NONE = 0,
	DIR_IN = 1,             /* they */
	DIR_OUT = 2,            /* you */
	DIR_BOTH = DIR_IN | DIR_OUT,
};

struct kind {
	struct str name;        /* folded */
	enum dir dir;
	bool quiet;             /* it awaits no answer, so that no direction starts a rule from it: thanks, card, update */
	uint16_t same;          /* the kind that it is another word for; its own place where it is none */
	uint16_t next;          /* from 1, of the next kind with the same first byte; 0: it is the last */
};

struct kinds {
	uint16_t *v;            /* places in rules.kinds */
	size_t n;
};

/* What settles a rule. */
enum until {
	UNTIL_TOUCH,            /* a later touch of yours */
	UNTIL_REPLY,            /* a later touch of theirs */
	UNTIL_KINDS,            /* a later touch of one of these kinds */
};

struct rule {
	struct str name, action, hint;
	struct kinds after;
	unsigned after_dirs;    /* bit 1 << dir: touches of that direction start it, save for quiet kinds */
	uint64_t match;         /* the bit of note.fits that a touch must have; 0: any will do */
	uint64_t when;          /* the bit of note.meets that a note must have; 0: any note will do */
	enum until until;
	struct kinds until_kinds;
	struct span in;
	bool everyone;
};

struct cadence {
	struct str tag;         /* folded */
	struct span every;      /* n is 0 for never */
};

/* A pattern for lines of the body; groups are numbers, 0 where it has none of that name. */
struct line_pattern {
	struct pattern *pattern;
	int mark, dir, date, kind, text, more, done;
};

struct line_patterns {
	struct line_pattern *v;
	size_t n;
};

enum { TEXTS = 64, WHENS = 64 };        /* patterns for the texts of touches, selections of notes */

struct rules {
	struct mem mem;
	struct strs personal;           /* tags, folded */
	struct strs closed_stages;      /* as text_key() */
	struct strs closed_names;       /* the same as they are written */
	unsigned max_unanswered;
	struct span first_contact, report, chase;
	struct cadence *cadence;
	size_t ncadence;
	uint64_t stay_match;            /* the bit of note.fits; 0: no such rule */
	struct span stay_every;
	struct holidays holidays;
	struct kind *kinds;
	size_t nkinds;
	uint16_t first_kind[256];       /* from 1, by the first byte of its name; 0: none begins so */
	struct rule *rules;
	size_t nrules;
	struct spelling *spellings;     /* sorted by key */
	size_t nspellings;
	size_t spelling_from[257];      /* the place of the first whose key begins with a byte or a later one */
	struct pattern *log_heading;
	struct line_patterns touch_patterns, promise_patterns;
	bool usual_touches;             /* touch_patterns are the built-in ones */
	struct pattern *texts[TEXTS];   /* bit i of note.fits is whether texts[i] matches */
	unsigned ntexts;
	struct query *whens[WHENS];
	unsigned nwhens;
	bool idle_bytes[256];           /* that no line of a touch or a promise begins with, as far as rules_hasten() knows */
	bool idle_heading_bytes[256];   /* that nothing begins with that fits log_heading; the same */
	struct pattern **patterns;      /* all that were compiled, for rules_free() */
	size_t npatterns;
	size_t nbuiltin;                /* how many of these are built-in: the first */
};

/* Reads the built-in rules into r, which is all zeroes. */
void rules_builtin(struct rules *r);

/*
 * Reads a rules file over what r holds. Returns false if it added an error to d; r can then only be freed.
 * After the last one rules_ready() must be called.
 */
bool rules_read(struct rules *r, struct str text, struct diag *d);
void rules_ready(struct rules *r);

/*
 * Makes reading faster with rules that are ready, where there are some hundred notes: pattern_hasten() for the built-in
 * patterns, idle_bytes. Those of rules files do not wait, lest what they make of a long text depend on how many notes
 * there are.
 */
void rules_hasten(struct rules *r);

void rules_free(struct rules *r);

/* in, out, both or none. */
const char *rules_dir_name(enum dir dir);

/* The place in r->kinds of the kind that a word, in any case, means; -1 if it means none. */
int rules_kind(const struct rules *r, struct str name);

/* The spelling that a front matter key is, as text_key() leaves it; NULL: not a known field. */
const struct spelling *rules_spelling(const struct rules *r, struct str key);

/* For a key that spells no field, as text_key() leaves it, the spelling that it is one letter off; NULL: none is near. */
const struct spelling *rules_near(const struct rules *r, struct str key);

#endif
