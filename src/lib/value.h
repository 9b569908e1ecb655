/*
 * YAML values as what a key wants: text, lists, dates, spans. A value that is not that is an error in d at its
 * place, which names the key as it is written. A null value is for the caller to sort out first.
 */
#ifndef VALUE_H
#define VALUE_H

#include "date.h"
#include "yaml.h"

enum { VALUE_TEXT = 1024 };     /* bytes that a text may have; what goes on is cut, with a warning */

/* Text of a scalar, trimmed; of a list its items with ", " between; of YAML's list in a list, `[[Lee]]` again. */
bool value_text(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct str *out);

/* Whether value is what YAML reads an unquoted `[[Lee]]` as: a list of one list of scalars. */
bool value_is_wiki(const struct node *value);

/*
 * The items of a list of scalars, or a scalar split at commas, and at blanks too if `blanks`. Empty ones are left out,
 * and so are those that are no text, for which false is returned.
 */
bool value_list(struct mem *mem, const struct node *key, const struct node *value, bool blanks, struct diag *d,
    struct strs *out);

/* A date; `[[2026-11-16]]`, quoted or not, is one too. */
bool value_date(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, day *out);

bool value_yearly(const struct node *key, const struct node *value, struct diag *d, struct date_yearly *out);
bool value_span(const struct node *key, const struct node *value, struct diag *d, struct span *out);

/* true, yes, on, false, no, off, in any case. */
bool value_flag(const struct node *key, const struct node *value, struct diag *d, bool *out);

/* Adds the error that value is not what key wants: "a date; write YYYY-MM-DD". */
void value_refuse(const struct node *key, const struct node *value, struct diag *d, enum check check,
    const char *wanted);

/* Adds the error that text, which is at the given place, is not the date that it looks like; nothing for DATE_OK. */
void value_refuse_date(struct str text, enum date_error e, unsigned line, unsigned col, struct diag *d);

/* The items of a list, or a value that is none as the one item: the first, the next (NULL: no more), how many. */
const struct node *value_items(const struct node *value);
const struct node *value_next(const struct node *value, const struct node *item);
size_t value_count(const struct node *value);

/* The target of `[[target|shown]]`, or s itself; *shown (where not NULL) is what a reader would see of it. */
struct str link_target(struct str s, struct str *shown);

#endif
