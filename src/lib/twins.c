#include <stdlib.h>

#include "lint.h"
#include "text.h"
#include "twins.h"

/* What one note says that no other should. */
struct mark {
	struct str text, folded;
	struct note *note;
	struct lint_place at;
};

struct marks {
	struct mark *v;
	size_t n, cap;
	struct mem mem;
};

static void
add_mark(struct marks *m, struct note *note, struct str text, struct lint_place at)
{
	m->v = mem_grow(m->v, m->n, &m->cap, sizeof *m->v);
	m->v[m->n++] = (struct mark){text, text_fold(&m->mem, text), note, at};
}

static int
compare(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;
	int order = text_cmp(x->folded, y->folded);

	if (order)
		return order;
	if (x->note->among != y->note->among)
		return y->note->among - x->note->among;
	return (x->note > y->note) - (x->note < y->note);
}

static void
warn(struct mem *mem, enum check check, const char *what, const struct mark *mark, const struct mark *first)
{
	struct diag d = {.mem = mem};

	diag_add(&d, check, mark->at.line, mark->at.col, "%s %s is also that of %s", what, diag_quote(&d, mark->text),
	    diag_path(&d, first->note->path));
	d.first->next = mark->note->messages;
	mark->note->messages = d.first;
}

static void
find(struct marks *m, struct mem *mem, enum check check, const char *what)
{
	size_t i, first = 0;

	if (m->n)
		qsort(m->v, m->n, sizeof *m->v, compare);
	for (i = 1; i < m->n; i++) {
		if (!text_eq(m->v[i].folded, m->v[first].folded))
			first = i;
		else if (m->v[i].note != m->v[i - 1].note)
			warn(mem, check, what, &m->v[i], &m->v[first]);
	}
	m->n = 0;
	mem_reset(&m->mem);
}

void
twins_find(struct book *book, struct mem *mem)
{
	struct marks m = {0};
	size_t i, j;

	for (i = 0; i < book->n; i++)
		add_mark(&m, &book->notes[i], note_id(&book->notes[i]), (struct lint_place){1, 1});
	find(&m, mem, CHECK_SAME_ID, "the id");
	for (i = 0; i < book->n; i++) {
		const struct lint_places *p = book->notes[i].seen;

		if (p->name.line)
			add_mark(&m, &book->notes[i], book->notes[i].name, p->name);
	}
	find(&m, mem, CHECK_SAME_NAME, "the name");
	for (i = 0; i < book->n; i++) {
		const struct lint_places *p = book->notes[i].seen;

		for (j = 0; j < p->nemail; j++)
			add_mark(&m, &book->notes[i], book->notes[i].email.v[j], p->email[j]);
	}
	find(&m, mem, CHECK_SAME_EMAIL, "the address");
	free(m.v);
	mem_free(&m.mem);
}
