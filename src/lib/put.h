/*
 * What the filters that print follow-ups and referrals put in their records alike.
 */
#ifndef PUT_H
#define PUT_H

#include "due.h"
#include "rec.h"

/* Adds `Name (Org)`; and that in mem. */
void put_name(struct buf *b, const struct note *note);
struct str put_who(struct mem *mem, const struct note *note);

/* A date, in mem; empty for DAY_NONE. */
struct str put_day(struct mem *mem, day date);

/* The keys of a follow-up, in an object of JSON that was begun; null for a due date of DAY_NONE, and what goes by it. */
void put_followup(struct rec *r, const struct followup *f, day today);

/* The keys `last`, `kind` and `text` of the last touch, likewise; null where there is none. */
void put_last(struct rec *r, const struct note *note, const struct rules *rules, day today);

#endif
