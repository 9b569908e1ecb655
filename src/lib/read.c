#include <stdlib.h>

#include "front.h"
#include "read.h"
#include "reader.h"

struct note_reader *
note_reader_new(const struct rules *rules, struct mem *facts)
{
	struct note_reader *w = mem_resize(NULL, 1, sizeof *w);

	*w = (struct note_reader){.rules = rules, .facts = facts, .matcher = matcher_new()};
	w->keys = (struct keys){.rules = rules, .mem = &w->scratch, .d = &w->d};
	return w;
}

void
note_reader_free(struct note_reader *w)
{
	mem_free(&w->scratch);
	matcher_free(w->matcher);
	body_free(&w->body);
	keys_free(&w->keys);
	free(w->order);
	free(w);
}

static bool
read_front(struct note_reader *w, const struct front *front)
{
	struct node *root = yaml_read(&w->scratch, front->text, front->line, &w->d);

	if (!root)
		return false;
	keys_gather(&w->keys, root);
	body_clear(&w->body);
	read_log(w);
	body_scan(&w->body, front->body, front->body_line, w->rules, w->matcher, &w->d);
	read_fields(w);
	read_touches(w);
	read_promises(w);
	return true;
}

enum note_result
note_read(struct note_reader *w, struct str file, struct note *note)
{
	struct front front;
	enum note_result result = NOTE_BAD;

	mem_reset(&w->scratch);
	w->note = note;
	w->d = (struct diag){.mem = w->facts};
	note->snooze = note->added = DAY_NONE;
	note->name = note_id(note);
	switch (front_find(file, &front, &w->d)) {
	case FRONT_NONE:
		result = NOTE_NONE;
		break;
	case FRONT_FOUND:
		if (read_front(w, &front))
			result = NOTE_READ;
		break;
	case FRONT_BAD:
		break;
	}
	note->messages = w->d.first;
	return result;
}
