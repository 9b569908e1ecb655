#include <string.h>

#include "plan.h"
#include "text.h"

/* What an entry is to say: parts of a mapping, or, where these are NULL, text. */
struct entry_text {
	const struct plan_part *parts;
	size_t n;
	struct str head, tail;
};

static struct str
raw(const struct plan *p, const struct node *n)
{
	size_t start = plan_node(p, n);

	return (struct str){p->file.s + start, plan_node_end(p, n) - start};
}

/* ---- an entry that is a mapping ---- */

static bool
is_one_of(struct str key, const char *const *names)
{
	for (; *names; names++)
		if (text_is(key, *names))
			return true;
	return false;
}

/* Puts `key: value`, with what separates it from the pair before. */
static void
put_pair(struct buf *b, struct str between, struct str key, struct str value, enum scalar_style style, bool flow)
{
	buf_str(b, between);
	buf_str(b, key);
	buf_fmt(b, ": ");
	scalar_write(b, value, style, flow);
}

/* The parts under the keys of the sample, in their order; then those that it has no key for. */
static void
put_pairs(struct plan *p, struct buf *b, const struct node *sample, const struct entry_text *e, struct str between)
{
	bool *put = mem_array(p->mem, e->n, sizeof *put);
	struct str before = {0};
	const struct node *key;
	size_t i;

	for (key = sample->first; key; key = key->next->next) {
		for (i = 0; i < e->n && (put[i] || !is_one_of(key->text, e->parts[i].keys));)
			i++;
		if (i == e->n || !e->parts[i].text.n)
			continue;
		put_pair(b, before, raw(p, key), e->parts[i].text, plan_style(p, key->next), sample->flow);
		put[i] = true;
		before = between;
	}
	for (i = 0; i < e->n; i++)
		if (!put[i] && e->parts[i].text.n)
			put_pair(b, between, text_c(e->parts[i].keys[0]), e->parts[i].text, SCALAR_PLAIN, sample->flow);
}

/* In a block the keys stand in a column, which is `indent` blanks wide. */
static void
put_mapping(struct plan *p, struct buf *b, const struct node *sample, const struct entry_text *e, size_t indent)
{
	struct buf between = {0};

	if (sample->flow) {
		buf_chr(b, '{');
		put_pairs(p, b, sample, e, STR(", "));
		buf_chr(b, '}');
		return;
	}
	buf_fmt(&between, "\n%*s", (int)indent, "");
	put_pairs(p, b, sample, e, buf_text(&between));
	buf_free(&between);
}

/* ---- an entry that is text ---- */

/* Text with a colon in it is a mapping of one key, unless it is in quotes; either is read. */
static void
put_text(struct buf *b, const struct entry_text *e, enum scalar_style style, bool flow)
{
	struct buf all = {0};

	buf_str(&all, e->head);
	if (e->tail.n)
		buf_fmt(&all, ": ");
	buf_str(&all, e->tail);
	if (style == SCALAR_PLAIN && scalar_is_plain(e->head, flow) && (!e->tail.n || scalar_is_plain(e->tail, flow)))
		buf_add(b, all.s, all.n);
	else
		scalar_write(b, buf_text(&all), style == SCALAR_SINGLE ? style : SCALAR_DOUBLE, flow);
	buf_free(&all);
}

/* A key of the mapping that holds all entries. */
static void
put_key(struct buf *b, const struct entry_text *e, bool flow)
{
	buf_str(b, e->head);
	buf_chr(b, ':');
	if (e->tail.n) {
		buf_chr(b, ' ');
		scalar_write(b, e->tail, SCALAR_PLAIN, flow);
	}
}

static void
put_entry(struct plan *p, struct buf *b, struct plan_list list, const struct entry_text *e, size_t indent)
{
	if (list.value->kind == NODE_MAP)
		put_key(b, e, list.value->flow);
	else if (e->parts)
		put_mapping(p, b, list.sample, e, indent);
	else
		put_text(b, e, plan_style(p, list.sample), list.value->flow);
}

/* ---- where it goes ---- */

/* The dash of a list's item; false where something but blanks stands before it, or between the two. */
static bool
find_dash(const struct plan *p, size_t item, size_t *dash)
{
	size_t at = item;

	while (at && strchr(" \r\n", p->file.s[at - 1]))
		at--;
	if (!at || p->file.s[at - 1] != '-')
		return false;
	*dash = at - 1;
	for (at = plan_line_start(p, *dash); p->file.s[at] == ' ';)
		at++;
	return at == *dash;
}

static bool
put_block(struct plan *p, struct plan_list list, const struct entry_text *e)
{
	const struct node *last = list.value->kind == NODE_MAP ? list.sample->next : list.sample;
	size_t item = plan_node(p, list.sample), dash = item, line;
	struct buf b = {0};

	if (list.value->kind == NODE_LIST && !find_dash(p, item, &dash))
		return plan_refuse(p, list.sample->line, list.sample->col,
		    "the '- ' of this entry is not on its line; write the new one by hand");
	line = plan_line_start(p, dash);
	if (memchr(p->file.s + line, '\n', item - line)) {
		buf_add(&b, p->file.s + line, dash - line);
		buf_fmt(&b, "- ");
	} else {
		buf_add(&b, p->file.s + line, item - line);
	}
	put_entry(p, &b, list, e, b.n);
	if (list.before)
		plan_before(p, line, buf_text(&b));
	else
		plan_after(p, plan_node_line_end(p, last), buf_text(&b));
	buf_free(&b);
	return true;
}

static void
put_flow(struct plan *p, struct plan_list list, const struct entry_text *e)
{
	const struct node *last = list.value->kind == NODE_MAP ? list.sample->next : list.sample;

	p->at = list.before ? plan_node(p, list.sample) : plan_node_end(p, last);
	if (!list.before)
		buf_fmt(&p->text, ", ");
	put_entry(p, &p->text, list, e, 0);
	if (list.before)
		buf_fmt(&p->text, ", ");
}

static bool
has_key(const struct node *map, struct str name)
{
	const struct node *key;

	for (key = map->first; key; key = key->next->next)
		if (text_eq(key->text, name))
			return true;
	return false;
}

bool
plan_add_entry(struct plan *p, struct plan_list list, const struct plan_part *parts, size_t n, struct str head,
    struct str tail)
{
	struct entry_text e = {parts, n, head, tail};

	if (list.value->kind == NODE_SCALAR || !list.sample)
		return plan_refuse(p, list.value->line, list.value->col,
		    "one entry that is no list; make it a list, with '- ' before it");
	if (list.value->kind == NODE_MAP && has_key(list.value, head))
		return plan_refuse(p, list.value->line, list.value->col, 
		    "two of the same key would not be YAML; make it a list, with '- ' before each entry");
	if (list.sample->kind != NODE_MAP || !reader_find_key(p->w, list.sample, parts[0].keys))
		e.parts = NULL;
	if (!list.value->flow)
		return put_block(p, list, &e);
	put_flow(p, list, &e);
	return true;
}
