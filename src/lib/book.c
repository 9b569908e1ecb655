#include <stdlib.h>

#include "book.h"
#include "text.h"

/* What a link may mean by its text. */
enum sense { BY_ID, BY_NAME, BY_ALIAS };

/* A note that a wanted text names. */
struct candidate {
	struct candidate *next;
	size_t note;
	enum sense sense;
};

/* A text that some link names, folded, and the notes it fits, by path. */
struct wanted {
	struct str text;
	struct candidate *first, *last;
};

struct index {
	struct book *book;
	struct mem *mem;        /* for what stays */
	struct mem own;         /* for the index itself */
	struct mem scratch;     /* for one look-up */
	struct wanted *table;   /* open addressing; size is a power of two */
	size_t size;
	unsigned char *hashes;  /* a bit for each that is wanted, by its last bits: most names are not */
};

enum { HASH_BITS = 8 };         /* of hashes, for each place in the table */

static struct wanted *
slot(const struct index *x, size_t hash, struct str text)
{
	size_t i = hash & (x->size - 1);

	while (x->table[i].text.s && !text_folds_to(text, x->table[i].text))
		i = (i + 1) & (x->size - 1);
	return &x->table[i];
}

static void
want(struct index *x, struct str text)
{
	size_t hash = text_hash(text), bit = hash & (x->size * HASH_BITS - 1);
	struct wanted *w = slot(x, hash, text);

	if (!w->text.s)
		w->text = text_fold(&x->own, text);
	x->hashes[bit / 8] |= (unsigned char)(1u << bit % 8);
}

static void
offer(struct index *x, struct str text, size_t note, enum sense sense)
{
	size_t hash = text_hash(text), bit = hash & (x->size * HASH_BITS - 1);
	struct wanted *w;
	struct candidate *c;

	if (!(x->hashes[bit / 8] >> bit % 8 & 1))
		return;
	w = slot(x, hash, text);
	if (!w->text.s || (w->last && w->last->note == note && w->last->sense == sense))
		return;
	c = mem_alloc(&x->own, sizeof *c);
	*c = (struct candidate){NULL, note, sense};
	if (w->last)
		w->last->next = c;
	else
		w->first = c;
	w->last = c;
}

static size_t
count_links(const struct book *book)
{
	size_t i, n = 0;

	for (i = 0; i < book->n; i++)
		n += book->notes[i].nvia;
	return n;
}

static void
fill(struct index *x)
{
	size_t i, j;

	for (i = 0; i < x->book->n; i++) {
		const struct note *n = &x->book->notes[i];

		for (j = 0; j < n->nvia; j++) {
			want(x, n->via[j].target);
			want(x, text_base(n->via[j].target));
		}
	}
	for (i = 0; i < x->book->n; i++) {
		const struct note *n = &x->book->notes[i];

		offer(x, note_id(n), i, BY_ID);
		offer(x, n->name, i, BY_NAME);
		for (j = 0; j < note_rest(n)->aliases.n; j++)
			offer(x, note_rest(n)->aliases.v[j], i, BY_ALIAS);
	}
}

/* Whether the path, without its ending, ends in the link's folders and id. */
static bool
path_fits(const struct note *n, struct str target, struct str folded)
{
	struct str path = n->path, id = note_id(n);

	path.n = (size_t)(id.s + id.n - path.s);
	if (path.n < target.n || (path.n > target.n && path.s[path.n - target.n - 1] != '/'))
		return false;
	return text_folds_to((struct str){path.s + path.n - target.n, target.n}, folded);
}

/* The first candidate of a sense but the note itself; *n is how many notes there are. */
static size_t
first_of(const struct wanted *w, enum sense sense, size_t self, size_t *n)
{
	const struct candidate *c;
	size_t found = BOOK_NONE;

	*n = 0;
	for (c = w->first; c; c = c->next) {
		if (c->sense != sense || c->note == self)
			continue;
		if (!(*n)++)
			found = c->note;
	}
	return found;
}

/* The first candidate whose path ends in the target; that of just this path is the only one. */
static size_t
first_by_path(struct index *x, const struct wanted *w, struct str target, size_t self, size_t *n)
{
	struct str folded = text_fold(&x->scratch, target);
	const struct candidate *c;
	size_t found = BOOK_NONE;

	*n = 0;
	for (c = w->first; c; c = c->next) {
		const struct note *note = &x->book->notes[c->note];

		if (c->sense != BY_ID || c->note == self || !path_fits(note, target, folded))
			continue;
		if (!(*n)++)
			found = c->note;
		if (note_id(note).s + note_id(note).n == note->path.s + target.n) {
			*n = 1;
			return c->note;
		}
	}
	return found;
}

/* The note that a link means: by its path, its id, its name, its aliases, in this order. *n: how many fit alike. */
static size_t
resolve(struct index *x, struct str target, size_t self, size_t *n)
{
	struct str last = text_base(target);
	const struct wanted *id, *name;
	size_t found = BOOK_NONE;

	mem_reset(&x->scratch);
	id = slot(x, text_hash(last), last);
	if (last.n < target.n)
		found = first_by_path(x, id, target, self, n);
	if (found == BOOK_NONE)
		found = first_of(id, BY_ID, self, n);
	if (found != BOOK_NONE)
		return found;
	name = slot(x, text_hash(target), target);
	found = first_of(name, BY_NAME, self, n);
	return found != BOOK_NONE ? found : first_of(name, BY_ALIAS, self, n);
}

static void
warn(struct index *x, struct note *n, const struct link *link, const char *before, const char *after)
{
	struct diag d = {.mem = x->mem};

	diag_add(&d, CHECK_VIA, link->line, link->col, "via: %s%s%s", before, diag_quote(&d, link->target), after);
	note_say(n, &d);
}

static void
resolve_link(struct index *x, size_t i, struct link *link)
{
	struct note *n = &x->book->notes[i];
	size_t fits;

	link->note = resolve(x, link->target, i, &fits);
	if (link->note != BOOK_NONE && fits > 1)
		warn(x, n, link, "more than one note is called ", "; write the id of one, or its path");
	if (link->note != BOOK_NONE)
		return;
	if (resolve(x, link->target, BOOK_NONE, &fits) == i)
		warn(x, n, link, "", " is this note itself");
	else
		warn(x, n, link, "no note has the id, name or alias ", "");
}

static int
compare(const void *a, const void *b)
{
	const struct referral *x = a, *y = b;

	if (x->referrer != y->referrer)
		return x->referrer < y->referrer ? -1 : 1;
	return (x->referral > y->referral) - (x->referral < y->referral);
}

static void
gather(struct index *x, size_t links)
{
	struct book *book = x->book;
	size_t i, j, n = 0;

	book->referrals = mem_array(x->mem, links, sizeof *book->referrals);
	for (i = 0; i < book->n; i++)
		for (j = 0; j < book->notes[i].nvia; j++)
			if (book->notes[i].via[j].note != BOOK_NONE)
				book->referrals[n++] = (struct referral){book->notes[i].via[j].note, i};
	qsort(book->referrals, n, sizeof *book->referrals, compare);
	for (i = 0; i < n; i++)
		if (!i || compare(&book->referrals[i - 1], &book->referrals[i]) != 0)
			book->referrals[book->nreferrals++] = book->referrals[i];
}

/* The note that introduced you to note i first of all; BOOK_NONE: nobody did. */
static size_t
referrer_of(const struct book *book, size_t i)
{
	return book->notes[i].nvia ? book->notes[i].via[0].note : BOOK_NONE;
}

static void
warn_of_circle(struct index *x, size_t start)
{
	struct note *n = &x->book->notes[start];
	struct diag d = {.mem = x->mem};
	struct buf b = {0};
	size_t i = start, shown = 0;

	buf_fmt(&b, " goes in a circle: %s", diag_plain(&d, note_id(n)));
	do {
		i = referrer_of(x->book, i);
		if (++shown < 8 || i == start)
			buf_fmt(&b, " <- %s", diag_plain(&d, note_id(&x->book->notes[i])));
		else if (shown == 8)
			buf_fmt(&b, " <- ...");
	} while (i != start);
	buf_chr(&b, '\0');
	warn(x, n, &n->via[0], "", b.s);
	buf_free(&b);
}

/* Follows each note's first referrer; a circle is warned of once. */
static void
find_circles(struct index *x)
{
	size_t *seen = mem_array(&x->own, x->book->n, sizeof *seen);     /* the walk, from 1, that came by */
	size_t i, at;

	for (i = 0; i < x->book->n; i++) {
		for (at = i; at != BOOK_NONE && !seen[at]; at = referrer_of(x->book, at))
			seen[at] = i + 1;
		if (at != BOOK_NONE && seen[at] == i + 1)
			warn_of_circle(x, at);
	}
}

void
book_link(struct book *book, struct mem *mem)
{
	struct index x = {.book = book, .mem = mem};
	size_t links = count_links(book), i, j;

	if (!links)
		return;
	for (x.size = 64; x.size < links * 4;)
		x.size *= 2;
	x.table = mem_array(&x.own, x.size, sizeof *x.table);
	x.hashes = mem_array(&x.own, x.size * HASH_BITS / 8, 1);
	fill(&x);
	for (i = 0; i < book->n; i++)
		for (j = 0; j < book->notes[i].nvia; j++)
			resolve_link(&x, i, &book->notes[i].via[j]);
	gather(&x, links);
	find_circles(&x);
	mem_free(&x.scratch);
	mem_free(&x.own);
}

const struct referral *
book_referrals(const struct book *book, size_t referrer, size_t *n)
{
	size_t lo = 0, hi = book->nreferrals, end;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (book->referrals[mid].referrer < referrer)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (end = lo; end < book->nreferrals && book->referrals[end].referrer == referrer;)
		end++;
	*n = end - lo;
	return *n ? book->referrals + lo : NULL;
}
