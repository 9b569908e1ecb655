#include <string.h>

#include "reader.h"
#include "text.h"

struct str
reader_keep(struct note_reader *w, struct str s)
{
	char *p;

	if (!s.n)
		return (struct str){0};
	p = mem_bytes(w->facts, s.n);
	memcpy(p, s.s, s.n);
	return (struct str){p, s.n};
}

day
reader_date(struct note_reader *w, enum field field)
{
	const struct entry *e = w->keys.best[field];
	day d = DAY_NONE;

	if (e)
		value_date(&w->scratch, e->key, e->value, &w->d, &d);
	return d;
}

const struct node *
reader_find_key(struct note_reader *w, const struct node *map, const char *const names[])
{
	const struct node *k;
	size_t i;

	for (i = 0; names[i]; i++)
		for (k = map->first; k; k = k->next->next)
			if (k->kind == NODE_SCALAR && !node_is_null(k->next) && text_is(text_key(&w->scratch, k->text), names[i]))
				return k;
	return NULL;
}

void
reader_check_keys(struct note_reader *w, const struct node *map, const char *const names[])
{
	const struct node *k;
	size_t i, seen = 0;

	for (k = map->first; k; k = k->next->next) {
		struct str key = text_key(&w->scratch, k->text);

		for (i = 0; names[i] && !text_is(key, names[i]);)
			i++;
		if (names[i] && seen >> i & 1)
			diag_add(&w->d, CHECK_DUPLICATE_KEY, k->line, k->col, "%s: this key is here a second time; the first counts",
			    diag_plain(&w->d, k->text));
		seen |= (size_t)1 << i;
		if (!names[i])
			diag_add(&w->d, CHECK_UNKNOWN_KEY, k->line, k->col, "%s: no such key here; it is not read",
			    diag_plain(&w->d, k->text));
	}
}

struct str
reader_text_under(struct note_reader *w, const struct node *map, const char *const names[])
{
	const struct node *k = reader_find_key(w, map, names);
	struct str s = {0};

	if (k)
		value_text(&w->scratch, k, k->next, &w->d, &s);
	return s;
}

bool
reader_line(struct note_reader *w, const char *prefix, struct str text, const struct node *at,
    reader_line_fn *read)
{
	struct buf b = {0};
	struct str line;

	buf_fmt(&b, "%s", prefix);
	buf_str(&b, text);
	line = buf_take(&b, &w->scratch);
	return read(&w->body, line, at->line, w->rules, w->matcher, &w->d);
}

/* In bytes, of the separator that s begins with; 0: there is none. */
static size_t
separator_length(struct str s)
{
	switch (s.n ? *s.s : '\0') {
	case ':':
	case ',':
	case ';':
	case '.':
	case ')':
	case '|':
	case '-':
		return 1;
	case '\xE2':
		return s.n > 2 && s.s[1] == '\x80' && (s.s[2] == '\x93' || s.s[2] == '\x94') ? 3 : 0;
	default:
		return 0;
	}
}

struct str
reader_without_separators(struct str s, bool glued)
{
	for (;;) {
		struct str rest = s = text_trim(s);
		size_t n;

		while ((n = separator_length(rest)))
			rest = (struct str){rest.s + n, rest.n - n};
		if (rest.n == s.n || (!glued && rest.n && *rest.s != ' ' && *rest.s != '\t'))
			return s;
		s = rest;
	}
}

enum dir
reader_direction(struct str dir, struct str *text)
{
	bool after = text->n > 1 && (*text->s == '<' || *text->s == '>') && text->s[1] == ' ';

	if (!dir.n && after) {
		dir = (struct str){text->s, 1};
		*text = text_trim((struct str){text->s + 1, text->n - 1});
	}
	if (!dir.n)
		return DIR_NONE;
	return *dir.s == '<' ? DIR_IN : DIR_OUT;
}
