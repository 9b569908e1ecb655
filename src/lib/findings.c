#include <stdlib.h>

#include "findings.h"

void
findings_add(struct findings *f, struct str path, const struct diag_msg *first)
{
	const struct diag_msg *m;

	for (m = first; m; m = m->next) {
		f->v = mem_grow(f->v, f->n, &f->cap, sizeof *f->v);
		f->v[f->n] = (struct finding){path, m, f->n};
		f->n++;
	}
}

void
findings_add_notes(struct findings *f, const struct load *load)
{
	size_t i;

	for (i = 0; i < load->book.n; i++)
		if (load->book.notes[i].selected && !load->book.notes[i].among)
			findings_add(f, load->book.notes[i].path, load->book.notes[i].messages);
	for (i = 0; i < load->nbad; i++)
		if (!load->bad[i].among)
			findings_add(f, load->bad[i].path, load->bad[i].messages);
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
