#include <stdlib.h>

#include "due.h"
#include "stats_table.h"
#include "text.h"

struct action {
	struct str name;
	long on_time, late, open;
};

struct counting {
	const struct stats_work *w;
	struct action *actions;
	size_t n, cap;
	struct due_lead *leads;         /* of the note at hand */
	size_t room;
	struct mem scratch;
};

static struct action *
action_of(struct counting *c, struct str name)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (text_eq(c->actions[i].name, name))
			return &c->actions[i];
	c->actions = mem_grow(c->actions, c->n, &c->cap, sizeof *c->actions);
	c->actions[c->n] = (struct action){.name = name};
	return &c->actions[c->n++];
}

/* What the rules asked for after each of the first n touches, and before them. */
static const struct due_lead *
leads_of(struct counting *c, const struct note *note, size_t n)
{
	if (c->room <= n) {
		c->room = n + 1;
		c->leads = mem_resize(c->leads, c->room, sizeof *c->leads);
	}
	due_leads(note, c->w->rules, n, &c->scratch, c->leads);
	return c->leads;
}

static bool
is_put_off(const struct note *note, size_t n, day today)
{
	return note->closed || due_next_is_open(note, n) || note->snooze > today;
}

static bool
is_asked(const struct counting *c, const struct due_lead *lead)
{
	return lead->due != DAY_NONE && stats_within(c->w, lead->due);
}

static void
count_note(struct counting *c, const struct note *note)
{
	day today = c->w->q.today;
	size_t i, n = note_happened(note, today);
	const struct due_lead *leads = leads_of(c, note, n);

	for (i = 0; i < n; i++) {
		const struct touch *t = &note->touches[i];

		if (!(t->dir & DIR_OUT) || !note_touch_counts(note, n, i) || !is_asked(c, &leads[i]))
			continue;
		if (t->day <= leads[i].due)
			action_of(c, leads[i].action)->on_time++;
		else
			action_of(c, leads[i].action)->late++;
	}
	if (is_asked(c, &leads[n]) && leads[n].due < today && !is_put_off(note, n, today))
		action_of(c, leads[n].action)->open++;
}

static void
add_row(const struct counting *c, struct stats_table *t, const struct action *a)
{
	struct figure *f = stats_add(c->w, t, c->n, a->name);
	long all = a->on_time + a->late + a->open;

	f[0] = stats_count(all);
	f[1] = stats_rate(a->on_time, all);
	f[2] = stats_count(a->late);
	f[3] = stats_count(a->open);
}

void
stats_followups(const struct stats_work *w, struct stats_table *t)
{
	struct counting c = {.w = w};
	const struct note *note;
	size_t i = 0;

	while ((note = stats_next(w, &i)))
		count_note(&c, note);
	for (i = 0; i < c.n; i++)
		add_row(&c, t, &c.actions[i]);
	stats_sort(t);
	free(c.actions);
	free(c.leads);
	mem_free(&c.scratch);
}
