/*
 * The report as a page of HTML: one file, without scripts, that fetches nothing.
 */
#ifndef PAGE_H
#define PAGE_H

#include "report.h"

/* Adds the page; below what there is to do stands the year until then. */
void page_html(struct buf *b, const struct report *r);

#endif
