#include <string.h>

#include "plan.h"
#include "text.h"

/* A field that is to be set. */
struct setting {
	const struct entry *entry;      /* NULL: it is not there yet */
	int field;              /* enum field; -1: none of ours */
	struct strs texts;      /* what it is to say: the items of a list, or one text */
	bool list;
};

/* ---- which entry ---- */

static bool
says(const struct entry *e)
{
	return !e->repeated && !node_is_null(e->value);
}

/* Fields that hold lists of texts. */
static bool
is_list(int field)
{
	return field == FIELD_TAGS || field == FIELD_EMAIL || field == FIELD_PHONE || field == FIELD_ALIASES
	    || field == FIELD_AVOID;
}

/* The values of all spellings of these count. */
static bool
is_joined(int field)
{
	return field < 0 || field == FIELD_LAST || (is_list(field) && field != FIELD_AVOID);
}

static const struct entry *
find_key(const struct plan *p, struct str name)
{
	const struct keys *k = &p->w->keys;
	size_t i;

	for (i = k->n; i; i--)
		if (text_eq(k->v[i - 1].name, name))
			return &k->v[i - 1];
	return NULL;
}

/*
 * The key as it was given; else the spelling of its field that is in use. Of fields whose spellings all count, as `tags`
 * and `group`, only the field's own name stands for any, and *other is a second one that it could stand for.
 */
static const struct entry *
find_entry(const struct plan *p, const struct spelling *spelling, const struct entry **other)
{
	const struct keys *k = &p->w->keys;
	const struct entry *e = find_key(p, text_key(p->mem, p->change->key));
	bool joined = spelling && is_joined((int)spelling->field);
	size_t i;

	*other = NULL;
	if (e || !spelling || (joined && spelling->rank))
		return e;
	e = k->best[spelling->field];
	for (i = 0; i < k->n; i++) {
		if (k->v[i].field != (int)spelling->field || k->v[i].repeated || &k->v[i] == e)
			continue;
		if (!e)
			e = &k->v[i];
		else if (joined && says(&k->v[i]))
			*other = &k->v[i];
	}
	return e;
}

/* Of all spellings of `last` the latest date counts. */
static bool
is_later(const struct plan *p, const struct entry *e)
{
	day given, other;

	return p->change->text.n && e->value->kind == NODE_SCALAR && date_parse(p->change->text, &given) == DATE_OK
	    && date_parse(text_trim(e->value->text), &other) == DATE_OK && other > given;
}

/* Another key that would count in the place of this one, once it is set or removed. */
static const struct entry *
find_rival(const struct plan *p, const struct setting *s)
{
	const struct keys *k = &p->w->keys;
	size_t i;

	for (i = 0; i < k->n; i++) {
		const struct entry *e = &k->v[i];

		if (e == s->entry || node_is_null(e->value))
			continue;
		if (text_eq(e->name, s->entry->name) && !p->change->text.n)
			return e;
		if (s->field == FIELD_LAST && e->field == FIELD_LAST && !e->repeated && is_later(p, e))
			return e;
		if (is_joined(s->field) || e->field != s->field || e->repeated)
			continue;
		if (!p->change->text.n || e->rank < s->entry->rank)
			return e;
	}
	return NULL;
}

/* ---- what it is to say ---- */

static struct str
join(struct mem *mem, struct strs texts)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < texts.n; i++) {
		if (i)
			buf_fmt(&b, ", ");
		buf_str(&b, texts.v[i]);
	}
	return buf_take(&b, mem);
}

/* A list stays a list, and text text; what is new is a list where there is more than one. */
static bool
set_texts(struct plan *p, struct setting *s)
{
	struct node value = {.kind = NODE_SCALAR, .text = p->change->text}, key = {.text = p->change->key};
	const struct node *old = s->entry ? s->entry->value : NULL;

	s->texts.v = mem_array(p->mem, 1, sizeof *s->texts.v);
	s->texts.v[0] = p->change->text;
	s->texts.n = 1;
	if (!is_list(s->field))
		return true;
	value_list(p->mem, &key, &value, s->field == FIELD_TAGS || s->field == FIELD_AVOID, p->d, &s->texts);
	if (!s->texts.n)
		return plan_refuse(p, 0, 0, "%s: nothing between the commas", diag_plain(p->d, p->change->key));
	s->list = old && !node_is_null(old) ? old->kind == NODE_LIST : s->texts.n > 1;
	if (!s->list) {
		s->texts.v[0] = join(p->mem, s->texts);
		s->texts.n = 1;
	}
	return true;
}

/* A count that every reader takes for the same number. */
static bool
is_count(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
	return s.n && s.n < 10 && (*s.s != '0' || s.n == 1);
}

/* Whether it is plain whatever it looks like: a span, or a number in the place of one. */
static bool
stays_plain(const struct setting *s)
{
	const struct node *old = s->entry ? s->entry->value : NULL;
	struct str text = s->texts.v[0];
	struct span span;

	if (s->field == FIELD_EVERY)
		return *text.s != '0' && span_parse(text, &span) == DATE_OK;
	return s->field < 0 && old && old->kind == NODE_SCALAR && old->plain && is_count(old->text) && is_count(text);
}

static void
put_texts(struct buf *b, const struct setting *s, enum scalar_style style, bool flow)
{
	size_t i;

	if (!s->list && style == SCALAR_PLAIN && stays_plain(s))
		buf_str(b, s->texts.v[0]);
	else if (!s->list)
		scalar_write(b, s->texts.v[0], style, flow);
	if (!s->list)
		return;
	buf_chr(b, '[');
	for (i = 0; i < s->texts.n; i++) {
		if (i)
			buf_fmt(b, ", ");
		scalar_write(b, s->texts.v[i], style, true);
	}
	buf_chr(b, ']');
}

/* ---- where it is ---- */

static size_t
without_break(const struct plan *p, size_t end)
{
	while (end && (p->file.s[end - 1] == '\n' || p->file.s[end - 1] == '\r'))
		end--;
	return end;
}

/* Whether a value ends with its line, as blocks do. */
static bool
is_block(const struct plan *p, const struct node *v)
{
	if (v->kind != NODE_SCALAR)
		return !v->flow;
	return !v->plain && strchr("|>", p->file.s[plan_node(p, v)]);
}

static size_t
value_end(const struct plan *p, const struct node *v)
{
	return is_block(p, v) ? without_break(p, plan_node_line_end(p, v)) : plan_node_end(p, v);
}

static bool
has_comment(const struct plan *p, size_t at, size_t end)
{
	for (; at < end; at++)
		if (p->file.s[at] == '#' && at && strchr(" \t\n", p->file.s[at - 1]))
			return true;
	return false;
}

/* Lets bytes of a value give way, unless they are whole lines, or the sign of a block, and a comment would be lost. */
static bool
replace(struct plan *p, const struct entry *e, size_t at, size_t end)
{
	bool lines = memchr(p->file.s + at, '\n', end - at) || at == plan_line_start(p, at);
	bool block = is_block(p, e->value) && at <= plan_node(p, e->value);

	if ((lines || block) && has_comment(p, at, end))
		return plan_refuse(p, e->key->line, e->key->col, "%s: there is a '#' within this value; change it by hand",
		    diag_plain(p->d, e->key->text));
	p->at = at;
	p->gone = end - at;
	return true;
}

static size_t
past_blanks(const struct plan *p, size_t at)
{
	while (at < p->file.n && (p->file.s[at] == ' ' || p->file.s[at] == '\t'))
		at++;
	return at;
}

/* The byte behind the colon of a key; 0: it is not on the key's line. */
static size_t
behind_colon(const struct plan *p, const struct node *key)
{
	size_t at = past_blanks(p, plan_node_end(p, key));

	return at < p->file.n && p->file.s[at] == ':' ? at + 1 : 0;
}

/* ---- setting ---- */

/* The items of a list in a block, each as the first one is. */
static bool
set_items(struct plan *p, const struct setting *s)
{
	const struct node *v = s->entry->value;
	size_t first = plan_node(p, v->first), line = plan_line_start(p, first), i;
	struct str prefix = {p->file.s + line, first - line};
	struct str end = line > 1 && p->file.s[line - 2] == '\r' ? STR("\r\n") : STR("\n");

	if (!replace(p, s->entry, line, value_end(p, v)))
		return false;
	for (i = 0; i < s->texts.n; i++) {
		if (i)
			buf_str(&p->text, end);
		buf_str(&p->text, prefix);
		scalar_write(&p->text, s->texts.v[i], plan_style(p, v->first), false);
	}
	return true;
}

/* What is behind the key's colon, down to the end of its value. */
static bool
set_behind_colon(struct plan *p, const struct setting *s, bool flow)
{
	const struct node *key = s->entry->key, *v = s->entry->value;
	size_t at = behind_colon(p, key);

	if (!at)
		return plan_refuse(p, key->line, key->col, "%s: this key has no ':' on its line; change it by hand",
		    diag_plain(p->d, key->text));
	if (!replace(p, s->entry, at, node_is_null(v) ? at : value_end(p, v)))
		return false;
	buf_chr(&p->text, ' ');
	put_texts(&p->text, s, SCALAR_PLAIN, flow);
	return true;
}

/* The date of `next: {on: ..., do: ...}`; NULL: the value itself is what is set. */
static const struct node *
date_within(struct plan *p, const struct setting *s)
{
	const struct node *v = s->entry->value, *key;

	if (s->field != FIELD_NEXT || v->kind != NODE_MAP)
		return NULL;
	key = reader_find_key(p->w, v, DATE_KEYS);
	return key && key->next->kind == NODE_SCALAR ? key->next : NULL;
}

/* What holds more than is to be set would be lost. */
static bool
refuse_structure(struct plan *p, const struct setting *s, const struct node *v)
{
	const struct node *key = s->entry->key;

	if (v->kind == NODE_SCALAR || (v->kind == NODE_LIST && s->list) || value_is_wiki(v))
		return false;
	return !plan_refuse(p, key->line, key->col, "%s: holds a %s; change it by hand, or remove it first",
	    diag_plain(p->d, key->text), v->kind == NODE_LIST ? "list" : "mapping");
}

static bool
set_value(struct plan *p, const struct setting *s, const struct node *v)
{
	bool flow = p->w->root->flow || (v != s->entry->value && s->entry->value->flow);
	const struct node *first = v->kind == NODE_LIST ? v->first : NULL;

	if (first && s->list && is_block(p, v))
		return set_items(p, s);
	if (plan_node(p, v) == plan_node_end(p, v) || is_block(p, v))
		return set_behind_colon(p, s, flow);
	if (!replace(p, s->entry, plan_node(p, v), plan_node_end(p, v)))
		return false;
	put_texts(&p->text, s, plan_style(p, first ? first : v), flow);
	return true;
}

static bool
change(struct plan *p, const struct setting *s)
{
	const struct entry *e = s->entry;
	const struct node *within = date_within(p, s), *v = within ? within : e->value;

	p->leave = fact_key(p->mem, p->w->rules, e->key->text, e->value, NULL, s->texts, s->list);
	p->come = fact_key(p->mem, p->w->rules, e->key->text, e->value, v, s->texts, s->list);
	p->nothing = text_eq(p->leave.text, p->come.text);
	return p->nothing || (!refuse_structure(p, s, v) && set_value(p, s, v));
}

/* A key that no note has, one letter off one that is read, is a slip. */
static bool
refuse_slip(struct plan *p)
{
	const struct spelling *near = rules_near(p->w->rules, text_key(p->mem, p->change->key));

	return near && !plan_refuse(p, 0, 0, "%s: unknown key; did you mean %s?", diag_plain(p->d, p->change->key),
	    diag_quote(p->d, near->key));
}

static bool
add(struct plan *p, const struct setting *s)
{
	const struct node *root = p->w->root, *last = NULL, *key;
	size_t at = plan_offset(p, p->w->front.text.s) + p->w->front.text.n;
	enum scalar_style style = text_has_digit(text_head(p->change->key, 1)) ? SCALAR_DOUBLE : SCALAR_PLAIN;
	struct buf b = {0};

	for (key = root->first; key; key = key->next->next)
		last = key->next;
	p->come = fact_key(p->mem, p->w->rules, p->change->key, NULL, NULL, s->texts, s->list);
	if (root->flow && last)
		buf_fmt(&b, ", ");
	if (!root->flow && last)
		buf_fmt(&b, "%*s", (int)(root->col - 1), "");
	scalar_write(&b, p->change->key, style, root->flow);
	buf_fmt(&b, ": ");
	put_texts(&b, s, SCALAR_PLAIN, root->flow);
	if (root->flow) {
		p->at = last ? plan_node_end(p, last) : plan_node(p, root) + 1;
		buf_add(&p->text, b.s, b.n);
	} else {
		plan_before(p, at, buf_text(&b));
	}
	buf_free(&b);
	return true;
}

/* ---- removing ---- */

/* Past a comment that stands behind; where none does, it is the same place. */
static size_t
past_comment(const struct plan *p, size_t at)
{
	size_t end = past_blanks(p, at);

	if (p->file.s[end] != '#')
		return at;
	while (!strchr("\r\n", p->file.s[end]))
		end++;
	return end;
}

/* In braces, with the comma that sets it off. */
static bool
remove_in_braces(struct plan *p, const struct entry *e)
{
	size_t at = plan_node(p, e->key), end = plan_node_end(p, e->value), before = at, behind = past_blanks(p, end);

	while (strchr(" \t\r\n", p->file.s[before - 1]))
		before--;
	if (p->file.s[behind] == ',')
		end = past_blanks(p, behind + 1);
	else if (p->file.s[before - 1] == ',')
		at = before - 1;
	return replace(p, e, at, past_comment(p, end));
}

static bool
take_away(struct plan *p, const struct entry *e)
{
	size_t key = plan_node(p, e->key), line = plan_line_start(p, key), first_end, last, end;

	p->leave = fact_key(p->mem, p->w->rules, e->key->text, e->value, NULL, (struct strs){0}, false);
	if (p->w->root->flow)
		return remove_in_braces(p, e);
	if (plan_indent(p, line) != key - line || !behind_colon(p, e->key))
		return plan_refuse(p, e->key->line, e->key->col, "%s: this key does not begin its line; remove it by hand",
		    diag_plain(p->d, e->key->text));
	end = plan_line_end(p, key);
	if (plan_node(p, e->value) < plan_node_end(p, e->value))
		end = plan_node_line_end(p, e->value);
	first_end = plan_line_end(p, line);
	last = plan_line_start(p, end - 1);
	if (last > first_end && !replace(p, e, first_end, last))
		return false;
	p->at = line;
	p->gone = end - line;
	return true;
}

bool
plan_field(struct plan *p)
{
	const struct spelling *spelling = rules_spelling(p->w->rules, text_key(p->mem, p->change->key));
	struct setting s = {.field = spelling ? (int)spelling->field : -1};
	const struct entry *rival, *other;

	s.entry = find_entry(p, spelling, &other);
	if (other)
		return plan_refuse(p, other->key->line, other->key->col, "%s: both %s and %s say it; set one of these",
		    diag_plain(p->d, p->change->key), diag_plain(p->d, s.entry->key->text),
		    diag_plain(p->d, other->key->text));
	p->nothing = !s.entry && !p->change->text.n;
	if (p->nothing)
		return true;
	rival = s.entry ? find_rival(p, &s) : NULL;
	if (rival)
		return plan_refuse(p, rival->key->line, rival->key->col,
		    "%s: this would count in place of %s; remove one of them by hand",
		    diag_plain(p->d, rival->key->text), diag_plain(p->d, s.entry->key->text));
	if (!p->change->text.n)
		return take_away(p, s.entry);
	if (!set_texts(p, &s))
		return false;
	return s.entry ? change(p, &s) : !refuse_slip(p) && add(p, &s);
}
