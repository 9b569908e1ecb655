/*
 * The report as text for terminals and mails, and as Markdown.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include "report.h"

enum { DIGEST_WIDTH = 72 };     /* columns of text that a mail has room for */

/* Adds the report, no line of it wider than width; below 32 it is 32. */
void digest_text(struct buf *b, const struct report *r, int width);

/* Adds it as Markdown, in which nothing that notes say is markup. */
void digest_markdown(struct buf *b, const struct report *r);

/* Adds what to make of no report at all. */
void digest_nothing(struct buf *b);

/* Adds s for people to read: as text_show(), in one line, with a space for each run of blanks. */
void digest_line(struct buf *b, struct str s);

/* Adds likewise what was said, shortened with an ellipsis where it is long. */
void digest_said(struct buf *b, struct str said);

/* Adds the subject of a mail: who comes first, and how many more. */
void digest_subject(struct buf *b, const struct report *r);

#endif
