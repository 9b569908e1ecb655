/*
 * Text in HTML and SVG: character data and values of attributes.
 */
#ifndef HTML_H
#define HTML_H

#include <stdbool.h>

#include "buf.h"

/*
 * Adds s with & < > " and ' as references, and what is no character of such a document, or would turn the order of
 * others, as text_show() has it.
 */
void html_text(struct buf *b, struct str s);

/*
 * Adds s as a part of a URL: all but letters, digits and -._~ as %HH. With path '/' stays too, and what begins with two
 * names no host.
 */
void html_url(struct buf *b, struct str s, bool path);

#endif
