#include <stdlib.h>

#include "findings.h"

static void
add(struct findings *f, struct str path, const struct diag_msg *m)
{
	f->v = mem_grow(f->v, f->n, &f->cap, sizeof *f->v);
	f->v[f->n] = (struct finding){path, m, f->n};
	f->n++;
}

void
findings_add(struct findings *f, struct str path, const struct diag_msg *first)
{
	for (; first; first = first->next)
		add(f, path, first);
}

/* Of a note that is not selected, or there for the sake of others, there is trouble alone to tell. */
static void
add_note(struct findings *f, const struct note *n, bool selected)
{
	struct diag_msg *m;

	for (m = n->messages; m; m = m->next)
		if ((selected && !n->among) || check_is_trouble(m->check))
			add(f, n->path, m);
}

void
findings_add_notes(struct findings *f, const struct load *load)
{
	size_t i;

	for (i = 0; i < load->book.n; i++)
		add_note(f, &load->book.notes[i], load->book.notes[i].selected);
	for (i = 0; i < load->nbad; i++)
		add_note(f, &load->bad[i], true);
}

void
findings_add_leftovers(struct findings *f, const struct names *names)
{
	size_t i;

	for (i = 0; i < names->nleftovers; i++) {
		struct diag d = {.mem = &f->mem};

		diag_add(&d, CHECK_LEFTOVER, 1, 1, "left over from an edit that was interrupted; delete it");
		findings_add(f, names->leftovers[i], d.first);
	}
}

static int
compare(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int order = names_order(x->path, y->path);

	if (order)
		return order;
	if (x->message->line != y->message->line)
		return x->message->line < y->message->line ? -1 : 1;
	if (x->message->col != y->message->col)
		return x->message->col < y->message->col ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

void
findings_sort(struct findings *f)
{
	if (f->n)
		qsort(f->v, f->n, sizeof *f->v, compare);
}

void
findings_free(struct findings *f)
{
	free(f->v);
	mem_free(&f->mem);
	*f = (struct findings){0};
}
