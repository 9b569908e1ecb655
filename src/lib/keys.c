#include <stdlib.h>
#include <string.h>

#include "keys.h"
#include "text.h"

static void
add_entry(struct keys *k, const struct node *key)
{
	struct entry *e;
	const struct spelling *spelling;

	k->v = mem_grow(k->v, k->n, &k->cap, sizeof *k->v);
	e = &k->v[k->n++];
	*e = (struct entry){.key = key, .value = key->next, .name = text_key(k->mem, key->text), .field = -1};
	spelling = rules_spelling(k->rules, e->name);
	if (spelling) {
		e->field = (int)spelling->field;
		e->rank = spelling->rank;
	}
}

static void
mark_repeated(struct keys *k, const struct entry *e)
{
	struct entry *earlier;

	for (earlier = k->v; earlier < e; earlier++) {
		if (earlier->repeated || !text_eq(earlier->name, e->name))
			continue;
		earlier->repeated = true;
		diag_add(k->d, CHECK_DUPLICATE_KEY, e->key->line, e->key->col, "%s: this key is also on line %u; the last one counts",
		    diag_plain(k->d, e->key->text), earlier->key->line);
	}
}

/* Whether a key spells one of our fields, and has a value that counts. */
static bool
says(const struct entry *e)
{
	return e->field >= 0 && !e->repeated && !node_is_null(e->value);
}

static void
choose_entries(struct keys *k)
{
	size_t i;

	memset(k->best, 0, sizeof k->best);
	for (i = 0; i < k->n; i++) {
		const struct entry *e = &k->v[i];

		if (says(e) && (!k->best[e->field] || e->rank < k->best[e->field]->rank))
			k->best[e->field] = e;
	}
}

void
keys_gather(struct keys *k, const struct node *root)
{
	const struct node *key;

	k->n = 0;
	for (key = root->first; key; key = key->next->next) {
		if (key->kind != NODE_SCALAR)
			continue;
		add_entry(k, key);
		mark_repeated(k, &k->v[k->n - 1]);
	}
	choose_entries(k);
}

const struct entry *
keys_next(const struct keys *k, enum field field, const struct entry *e)
{
	size_t i;

	for (i = e ? (size_t)(e - k->v) + 1 : 0; i < k->n; i++)
		if (k->v[i].field == (int)field && says(&k->v[i]))
			return &k->v[i];
	return NULL;
}

void
keys_free(struct keys *k)
{
	free(k->v);
}
