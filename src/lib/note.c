#include "note.h"
#include "text.h"

const struct note_rest *
note_rest(const struct note *note)
{
	static const struct note_rest none;

	return note->rest ? note->rest : &none;
}

struct str
note_stem(struct str name)
{
	if (name.n > 3 && text_is((struct str){name.s + name.n - 3, 3}, ".md"))
		name.n -= 3;
	else if (name.n > 9 && text_is((struct str){name.s + name.n - 9, 9}, ".markdown"))
		name.n -= 9;
	return name;
}

struct str
note_id(const struct note *note)
{
	return note_stem(text_base(note->path));
}

static bool
is_tagged(struct strs tags, struct strs folded)
{
	size_t i, j;

	for (i = 0; i < tags.n; i++)
		for (j = 0; j < folded.n; j++)
			if (text_folds_to(tags.v[i], folded.v[j]))
				return true;
	return false;
}

void
note_heed_tags(struct note *note, const struct rules *rules)
{
	struct strs tags = note_rest(note)->tags;
	size_t i, j;

	note->personal = is_tagged(tags, rules->personal);
	for (i = 0; i < rules->ncadence; i++) {
		const struct cadence *c = &rules->cadence[i];

		for (j = 0; j < tags.n; j++)
			if (c->every.n && text_folds_to(tags.v[j], c->tag)
			    && (!note->tag_every.n || span_length(c->every) < span_length(note->tag_every)))
				note->tag_every = c->every;
	}
}

bool
note_cadence(const struct note *note, struct span *every)
{
	bool said = note->never || note->every.n;

	*every = said ? note->every : note->tag_every;
	return said || every->n;
}

size_t
note_happened(const struct note *note, day today)
{
	size_t i = note->ntouches;

	while (i > 0 && note->touches[i - 1].day > today)
		i--;
	return i;
}

bool
note_touch_counts(const struct note *note, size_t n, size_t i)
{
	return !note->touches[i].from_last || i + 1 == n;
}

const struct touch *
note_latest(const struct note *note, size_t start, size_t n, unsigned dirs)
{
	size_t i;

	for (i = n; i > start; i--)
		if (note_touch_counts(note, n, i - 1) && (note->touches[i - 1].dir & dirs))
			return &note->touches[i - 1];
	return NULL;
}

bool
touch_awaits_answer(const struct touch *t, const struct rules *rules)
{
	return t->dir == DIR_OUT && !rules->kinds[t->kind].quiet;
}

const struct touch *
note_last(const struct note *note, size_t n)
{
	return note_latest(note, 0, n, DIR_BOTH);
}

unsigned
note_unanswered(const struct note *note, size_t n)
{
	unsigned unanswered = 0;
	size_t i;

	for (i = n; i > 0; i--) {
		if (!note_touch_counts(note, n, i - 1))
			continue;
		if (note->touches[i - 1].dir & DIR_IN)
			break;
		unanswered += note->touches[i - 1].dir == DIR_OUT;
	}
	return unanswered;
}

void
note_say(struct note *note, const struct diag *d)
{
	d->last->next = note->messages;
	note->messages = d->first;
}
