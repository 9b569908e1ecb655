#include "chain.h"
#include "put.h"
#include "text.h"

/* How a note stands in the tree. */
enum way { WAY_ON, WAY_ABOVE, WAY_CIRCLE, WAY_TOO_DEEP };

/* A note on the way down to the one that is being drawn, and which of its referrals come next. */
struct hop {
	size_t note, next, end; /* of book.referrals */
};

struct chain {
	const struct book *book;
	const struct rules *rules;
	day today;
	const bool *led;
	bool *drawn;            /* with all that it led to */
	bool *open;             /* it is one of hops */
	unsigned *below;        /* how deep it goes below each that was drawn */
	size_t *to_do;          /* for mark() */
	struct hop hops[CHAIN_DEEPEST];
	size_t depth;           /* how many there are */
	bool cut;               /* below this root it goes deeper than that */
	struct mem mem;
	struct buf *b;
};

static struct chain
chain_start(struct buf *b, const struct book *book, const struct rules *rules, day today)
{
	struct chain c = {.book = book, .rules = rules, .today = today, .b = b};

	c.led = ledger_led(book, rules, today, &c.mem);
	c.drawn = mem_array(&c.mem, book->n, sizeof *c.drawn);
	c.open = mem_array(&c.mem, book->n, sizeof *c.open);
	c.to_do = mem_array(&c.mem, book->n + 1, sizeof *c.to_do);
	c.below = mem_array(&c.mem, book->n, sizeof *c.below);
	return c;
}

/* Marks all that a note led to, and what they did, but for those that are marked already. */
static void
mark(struct chain *c, size_t note, bool *marked)
{
	size_t n = 0, i, count;

	c->to_do[n++] = note;
	while (n) {
		const struct referral *r = book_referrals(c->book, c->to_do[--n], &count);

		for (i = 0; i < count; i++) {
			if (marked[r[i].referral])
				continue;
			marked[r[i].referral] = true;
			c->to_do[n++] = r[i].referral;
		}
	}
}

static size_t
count_referrals(const struct chain *c, size_t note)
{
	size_t n;

	book_referrals(c->book, note, &n);
	return n;
}

/* `Name (Org)`, what came of it and when, and what it led to; between them what is given. */
static void
put_label(struct chain *c, struct buf *b, size_t i, const char *between)
{
	const struct note *note = &c->book->notes[i];
	size_t touches = note_happened(note, c->today), n = count_referrals(c, i);
	const struct touch *last = note_last(note, touches);

	text_escape(b, put_who(&c->mem, note));
	if (note->nvia) {
		buf_fmt(b, "%s", between);
		text_escape(b, referral_state(note, c->rules, touches));
		if (last) {
			buf_fmt(b, ", ");
			date_put(b, last->day);
		}
	}
	if (n)
		buf_fmt(b, "%s%zu referral%s", between, n, n == 1 ? "" : "s");
	if (referral_has_offer(note, c->rules, touches))
		buf_fmt(b, "%soffer", between);
	else if (c->led[i])
		buf_fmt(b, "%sled to an offer", between);
}

/* ---- as a tree ---- */

/* A hop is at its last referral once it has none to come. */
static void
put_branch(struct chain *c)
{
	size_t i;

	for (i = 0; i < c->depth; i++) {
		bool last = c->hops[i].next == c->hops[i].end;

		if (i + 1 < c->depth)
			buf_fmt(c->b, last ? "    " : "\xE2\x94\x82   ");
		else
			buf_fmt(c->b, last ? "\xE2\x94\x94\xE2\x94\x80\xE2\x94\x80 " : "\xE2\x94\x9C\xE2\x94\x80\xE2\x94\x80 ");
	}
}

static enum way
way_of(const struct chain *c, size_t i)
{
	if (c->open[i])
		return WAY_CIRCLE;
	if (!count_referrals(c, i))
		return WAY_ON;
	if (c->drawn[i])
		return WAY_ABOVE;
	return c->depth == CHAIN_DEEPEST ? WAY_TOO_DEEP : WAY_ON;
}

/* Goes a step down to a note's own referrals. */
static void
go_down(struct chain *c, size_t i)
{
	size_t n;
	const struct referral *r = book_referrals(c->book, i, &n);
	size_t next = n ? (size_t)(r - c->book->referrals) : 0;

	if (!n)
		return;
	c->hops[c->depth++] = (struct hop){i, next, next + n};
	c->open[i] = c->drawn[i] = true;
}

/* Goes up again, once it is known how deep it goes below each referral; a circle has no end. */
static void
go_up(struct chain *c)
{
	size_t note = c->hops[--c->depth].note, i, n;
	const struct referral *r = book_referrals(c->book, note, &n);

	for (i = 0; i < n; i++) {
		unsigned below = c->open[r[i].referral] ? 1 : 1 + c->below[r[i].referral];

		if (c->below[note] < below)
			c->below[note] = below;
	}
	c->open[note] = false;
}

static void
put_line(struct chain *c, size_t i)
{
	static const char *const ends[] = {
		[WAY_ON] = "\n", [WAY_ABOVE] = " (see above)\n", [WAY_CIRCLE] = " (a circle)\n",
		[WAY_TOO_DEEP] = " (goes on)\n",
	};
	enum way way = way_of(c, i);

	put_branch(c);
	put_label(c, c->b, i, ", ");
	buf_fmt(c->b, "%s", ends[way]);
	c->cut = c->cut || way == WAY_TOO_DEEP;
	if (way == WAY_ON)
		go_down(c, i);
}

static void
put_below(struct chain *c, size_t root)
{
	go_down(c, root);
	while (c->depth) {
		struct hop *hop = &c->hops[c->depth - 1];

		if (hop->next < hop->end)
			put_line(c, c->book->referrals[hop->next++].referral);
		else
			go_up(c);
	}
}

/* The root says how deep it goes below it. */
static void
put_from(struct chain *c, size_t root)
{
	struct buf *out = c->b, below = {0};

	c->b = &below;
	c->cut = false;
	put_below(c, root);
	c->b = out;
	put_label(c, out, root, ", ");
	if (c->below[root] > 1)
		buf_fmt(out, ", %s%u deep", c->cut ? "more than " : "", c->below[root]);
	buf_chr(out, '\n');
	buf_str(out, buf_text(&below));
	buf_free(&below);
}

/*
 * Finds those that no other of the wanted notes led to, or where introductions go round, the first by path in the circle:
 * of the notes that no earlier one led to, those that no later one of these did.
 */
static bool *
find_roots(struct chain *c, const bool *of)
{
	size_t i, n = c->book->n;
	bool *roots = mem_array(&c->mem, n, sizeof *roots), *below = mem_array(&c->mem, n, sizeof *below);

	for (i = 0; i < n; i++) {
		if (!of[i] || below[i])
			continue;
		roots[i] = true;
		mark(c, i, below);
	}
	below = mem_array(&c->mem, n, sizeof *below);
	for (i = n; i > 0; i--) {
		if (!roots[i - 1] || below[i - 1])
			roots[i - 1] = false;
		else
			mark(c, i - 1, below);
	}
	return roots;
}

void
chain_tree(struct buf *b, const struct book *book, const struct rules *rules, day today, const bool *of)
{
	struct chain c = chain_start(b, book, rules, today);
	const bool *roots = find_roots(&c, of);
	size_t i;

	for (i = 0; i < book->n; i++)
		if (roots[i])
			put_from(&c, i);
	mem_free(&c.mem);
}

/* ---- as a graph ---- */

/* Graphviz would take `&#27;` for a character, and write it into a picture as one. */
static void
put_quoted(struct buf *b, struct str s)
{
	size_t i;

	buf_chr(b, '"');
	for (i = 0; i < s.n; i++) {
		if (s.s[i] == '"' || s.s[i] == '\\')
			buf_chr(b, '\\');
		if (s.s[i] == '&')
			buf_fmt(b, "&amp;");
		else
			buf_chr(b, s.s[i]);
	}
	buf_chr(b, '"');
}

static void
put_id(struct chain *c, size_t i)
{
	struct buf id = {0};

	text_escape(&id, c->book->notes[i].path);
	put_quoted(c->b, buf_text(&id));
	buf_free(&id);
}

static void
put_node(struct chain *c, size_t i)
{
	struct buf label = {0};

	put_label(c, &label, i, "\n");
	buf_chr(c->b, '\t');
	put_id(c, i);
	buf_fmt(c->b, " [label=");
	put_quoted(c->b, buf_text(&label));
	buf_fmt(c->b, c->led[i] ? ", penwidth=2];\n" : "];\n");
	buf_free(&label);
}

static void
put_edges(struct chain *c, size_t i)
{
	size_t n, j;
	const struct referral *r = book_referrals(c->book, i, &n);

	for (j = 0; j < n; j++) {
		buf_chr(c->b, '\t');
		put_id(c, i);
		buf_fmt(c->b, " -> ");
		put_id(c, r[j].referral);
		buf_fmt(c->b, ";\n");
	}
}

void
chain_dot(struct buf *b, const struct book *book, const struct rules *rules, day today, const bool *of)
{
	struct chain c = chain_start(b, book, rules, today);
	bool *wanted = mem_array(&c.mem, book->n, sizeof *wanted);
	size_t i;

	for (i = 0; i < book->n; i++) {
		wanted[i] = wanted[i] || of[i];
		if (of[i])
			mark(&c, i, wanted);
	}
	buf_fmt(b, "digraph introductions {\n\trankdir=LR;\n\tnode [shape=box];\n");
	for (i = 0; i < book->n; i++)
		if (wanted[i])
			put_node(&c, i);
	for (i = 0; i < book->n; i++)
		if (wanted[i])
			put_edges(&c, i);
	buf_fmt(b, "}\n");
	mem_free(&c.mem);
}
