#include "lint.h"
#include "text.h"
#include "twins.h"

/* What a note says that no other should, and the first and the latest note that say so. */
struct mark {
	struct str text;        /* folded; s is NULL where the place in the table is free */
	const struct note *first, *latest;
};

struct twins {
	struct book *book;
	struct mem *mem;        /* for the warnings */
	struct mem own;
	struct mark *table;     /* open addressing; size is a power of two */
	size_t size;
	enum check check;
	const char *what;
};

static void
warn(struct twins *t, struct note *n, struct str text, struct lint_place at, const struct note *first)
{
	struct diag d = {.mem = t->mem};

	diag_add(&d, t->check, at.line, at.col, "%s %s is also that of %s", t->what, diag_quote(&d, text),
	    diag_path(&d, first->path));
	note_say(n, &d);
}

static void
add(struct twins *t, struct note *n, struct str text, struct lint_place at)
{
	size_t i = text_hash(text) & (t->size - 1);
	struct mark *m;

	while (t->table[i].text.s && !text_folds_to(text, t->table[i].text))
		i = (i + 1) & (t->size - 1);
	m = &t->table[i];
	if (!m->text.s)
		*m = (struct mark){text_fold(&t->own, text), n, n};
	if (m->latest != n)
		warn(t, n, text, at, m->first);
	m->latest = n;
}

static void
add_id(struct twins *t, struct note *n)
{
	add(t, n, note_id(n), (struct lint_place){1, 1});
}

static void
add_name(struct twins *t, struct note *n)
{
	const struct lint_places *p = n->seen;

	if (p->name.line)
		add(t, n, n->name, p->name);
}

static void
add_emails(struct twins *t, struct note *n)
{
	const struct lint_places *p = n->seen;
	size_t i;

	for (i = 0; i < p->nemail; i++)
		add(t, n, note_rest(n)->email.v[i], p->email[i]);
}

/* What is there for others to see comes first. */
static void
find(struct twins *t, enum check check, const char *what, size_t most, void add_marks(struct twins *, struct note *))
{
	size_t i;

	t->check = check;
	t->what = what;
	for (t->size = 64; t->size < 2 * most;)
		t->size *= 2;
	t->table = mem_array(&t->own, t->size, sizeof *t->table);
	for (i = 0; i < t->book->n; i++)
		if (t->book->notes[i].among)
			add_marks(t, &t->book->notes[i]);
	for (i = 0; i < t->book->n; i++)
		if (!t->book->notes[i].among)
			add_marks(t, &t->book->notes[i]);
	mem_reset(&t->own);
}

void
twins_find(struct book *book, struct mem *mem)
{
	struct twins t = {.book = book, .mem = mem};
	size_t i, emails = 0;

	for (i = 0; i < book->n; i++)
		emails += note_rest(&book->notes[i])->email.n;
	find(&t, CHECK_SAME_ID, "the id", book->n, add_id);
	find(&t, CHECK_SAME_NAME, "the name", book->n, add_name);
	find(&t, CHECK_SAME_EMAIL, "the address", emails, add_emails);
	mem_free(&t.own);
}
