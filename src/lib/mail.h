/*
 * A mail as `sendmail -t` takes it: RFC 5322 and MIME, with LF for line ends.
 */
#ifndef MAIL_H
#define MAIL_H

#include <stdbool.h>

#include "buf.h"

struct mail {
	struct str to;          /* mail_is_address() */
	struct str subject;     /* in one line, of words that have room on one */
	const char *type;       /* of the body: text/plain */
	struct str body;        /* UTF-8 */
};

/* Whether s is an address alone, in ASCII: no name beside it, no second one, nothing that could end a header. */
bool mail_is_address(struct str s);

/* Adds the headers and the body. The one who sends it adds Date: and Message-ID:. */
void mail_add(struct buf *b, const struct mail *mail);

#endif
