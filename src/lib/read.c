#include <stdlib.h>

#include "lint.h"
#include "read.h"
#include "view.h"

struct note_reader *
note_reader_new(const struct reading *reading, struct mem *facts)
{
	struct note_reader *w = mem_resize(NULL, 1, sizeof *w);

	*w = (struct note_reader){
		.reading = reading, .rules = reading->rules, .facts = facts, .matcher = matcher_new(),
	};
	w->lint = reading->checks ? lint_new() : NULL;
	w->body.keep_lines = reading->checks || reading->lines || reading->said;
	w->keys = (struct keys){.rules = reading->rules, .mem = &w->scratch, .d = &w->d};
	return w;
}

void
note_reader_free(struct note_reader *w)
{
	mem_free(&w->scratch);
	matcher_free(w->matcher);
	lint_free(w->lint);
	body_free(&w->body);
	keys_free(&w->keys);
	free(w->order);
	free(w->sources);
	free(w);
}

static void
find_meets(struct note_reader *w)
{
	unsigned i;

	for (i = 0; i < w->rules->nwhens; i++)
		if (view_ask(w, w->rules->whens[i], CHECK_PATTERN) != QUERY_NO)
			w->rest.meets |= UINT64_C(1) << i;
}

static bool
read_found(struct note_reader *w)
{
	const struct reading *r = w->reading;
	struct str name;

	w->root = yaml_read(&w->scratch, w->front.text, w->front.line, &w->d);
	if (!w->root)
		return false;
	keys_gather(&w->keys, w->root);
	body_clear(&w->body);
	read_log(w);
	name = read_name(w);
	if (r->body || (r->name && !name.n))
		body_scan(&w->body, w->front.body, w->front.body_line, w->rules, w->matcher, &w->d);
	read_fields(w, name);
	read_touches(w);
	read_promises(w);
	w->note->selected = !r->where || view_ask(w, r->where, CHECK_WHERE) == QUERY_YES;
	if (r->whens)
		find_meets(w);
	if (r->see && w->note->selected)
		r->see(r->arg, w);
	if (w->lint)
		lint_note(w);
	if (r->brief)
		w->rest.email = w->rest.phone = w->rest.tags = (struct strs){0};
	return true;
}

/* NULL where the note says nothing of it. */
static const struct note_rest *
keep_rest(struct note_reader *w)
{
	const struct note_rest *r = &w->rest;
	struct note_rest *kept;

	if (!r->result.n && !r->said.n && !r->aliases.n && !r->email.n && !r->phone.n && !r->tags.n && !r->avoid.n && !r->meets)
		return NULL;
	kept = mem_alloc(w->facts, sizeof *kept);
	*kept = *r;
	return kept;
}

enum note_result
note_read(struct note_reader *w, struct str file, struct note *note)
{
	enum note_result result = NOTE_BAD;

	mem_reset(&w->scratch);
	w->note = note;
	w->d = (struct diag){.mem = w->facts};
	w->front = (struct front){0};
	w->rest = (struct note_rest){0};
	note->rest = &w->rest;
	note->snooze = note->added = DAY_NONE;
	note->name = note_id(note);
	switch (front_find(file, &w->front, &w->d)) {
	case FRONT_NONE:
		result = NOTE_NONE;
		break;
	case FRONT_FOUND:
		if (read_found(w))
			result = NOTE_READ;
		break;
	case FRONT_BAD:
		break;
	}
	if (w->lint && w->front.text.s)
		lint_file(w, file);
	if (w->lint && result == NOTE_NONE)
		lint_passed_over(w, file);
	if (result == NOTE_NONE && w->d.first)
		result = NOTE_PASSED_OVER;
	note->messages = w->d.first;
	note->rest = keep_rest(w);
	return result;
}
