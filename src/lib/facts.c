#include <stdlib.h>

#include "facts.h"
#include "text.h"

static void
add(struct facts *f, struct fact fact)
{
	f->v = mem_grow(f->v, f->n, &f->cap, sizeof *f->v);
	f->v[f->n++] = fact;
}

static void
put_text(struct buf *b, struct str s)
{
	buf_fmt(b, "%zu:", s.n);
	buf_str(b, s);
}

static void
put_texts(struct buf *b, struct strs texts, bool list)
{
	size_t i;

	if (list)
		buf_chr(b, '[');
	for (i = 0; i < texts.n; i++)
		put_text(b, texts.v[i]);
	if (list)
		buf_chr(b, ']');
}

static void
put_node(struct buf *b, const struct node *n, const struct node *but, struct strs texts, bool list)
{
	const struct node *child;

	if (n == but) {
		put_texts(b, texts, list);
	} else if (node_is_null(n)) {
		buf_chr(b, '~');
	} else if (n->kind == NODE_SCALAR) {
		put_text(b, n->text);
	} else {
		buf_chr(b, n->kind == NODE_LIST ? '[' : '{');
		for (child = n->first; child; child = child->next)
			put_node(b, child, but, texts, list);
		buf_chr(b, n->kind == NODE_LIST ? ']' : '}');
	}
}

struct fact
fact_key(struct mem *mem, const struct rules *rules, struct str key, const struct node *value, const struct node *but,
    struct strs texts, bool list)
{
	const struct spelling *spelling = rules_spelling(rules, text_key(mem, key));
	struct buf b = {0};

	put_text(&b, key);
	if (value)
		put_node(&b, value, but, texts, list);
	else
		put_texts(&b, texts, list);
	return (struct fact){FACT_KEY, spelling ? (int)spelling->field : -1, buf_take(&b, mem)};
}

struct fact
fact_touch(struct mem *mem, const struct touch *t, struct str text)
{
	struct buf b = {0};

	buf_fmt(&b, "%d %d %d ", (int)t->day, (int)t->kind, (int)t->dir);
	buf_str(&b, text);
	return (struct fact){FACT_TOUCH, -1, buf_take(&b, mem)};
}

struct fact
fact_promise(struct mem *mem, const struct promise *p)
{
	struct buf b = {0};

	buf_fmt(&b, "%d %d %d ", (int)p->by, p->theirs, p->done);
	buf_str(&b, p->what);
	return (struct fact){FACT_PROMISE, -1, buf_take(&b, mem)};
}

static int
compare_texts(const void *a, const void *b)
{
	return text_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* That a key is there again is said with a line, which an edit above it moves. */
static struct strs
take_messages(const struct diag_msg *first, struct mem *mem)
{
	const struct diag_msg *m;
	struct strs texts = {0};

	for (m = first; m; m = m->next)
		texts.n++;
	texts.v = mem_array(mem, texts.n, sizeof *texts.v);
	texts.n = 0;
	for (m = first; m; m = m->next)
		texts.v[texts.n++] = m->check == CHECK_DUPLICATE_KEY ? STR("") : mem_str(mem, m->text);
	qsort(texts.v, texts.n, sizeof *texts.v, compare_texts);
	return texts;
}

void
facts_take(struct facts *f, struct note_reader *w, struct mem *mem)
{
	const struct note *note = w->note;
	const struct node *key;
	size_t i;

	*f = (struct facts){0};
	for (key = w->root->first; key; key = key->next->next)
		add(f, fact_key(mem, w->rules, key->text, key->next, NULL, (struct strs){0}, false));
	add(f, (struct fact){FACT_NAME, -1, mem_str(mem, note->name)});
	for (i = 0; i < note->ntouches; i++)
		if (w->order[i].place >= PLACE_FOUND)
			add(f, fact_touch(mem, &w->order[i].touch, w->order[i].text));
	for (i = 0; i < note->npromises; i++)
		add(f, fact_promise(mem, &note->promises[i]));
	f->messages = take_messages(w->d.first, mem);
}

const struct str *
facts_say_more(const struct facts *a, const struct facts *b)
{
	size_t i, j = 0;

	for (i = 0; i < b->messages.n; i++) {
		while (j < a->messages.n && text_cmp(a->messages.v[j], b->messages.v[i]) < 0)
			j++;
		if (j == a->messages.n || !text_eq(a->messages.v[j++], b->messages.v[i]))
			return &b->messages.v[i];
	}
	return NULL;
}

static bool
same(struct fact a, struct fact b)
{
	return a.kind == b.kind && text_eq(a.text, b.text);
}

struct comparison {
	struct fact leave, come;
	int field;
	bool name;              /* may differ */
};

static bool
may_differ(const struct comparison *c, const struct fact *f)
{
	return f->kind == FACT_NAME ? c->name : f->kind == FACT_KEY && c->field >= 0 && f->field == c->field;
}

static size_t
skip(const struct comparison *c, const struct facts *f, size_t i)
{
	while (i < f->n && may_differ(c, &f->v[i]))
		i++;
	return i;
}

bool
facts_differ_by(const struct facts *a, const struct facts *b, struct fact leave, struct fact come, int field)
{
	struct comparison c = {leave, come, field, leave.field == FIELD_NAME || come.field == FIELD_NAME};
	bool pending = leave.kind != FACT_NONE || come.kind != FACT_NONE;
	size_t i = skip(&c, a, 0), j = skip(&c, b, 0);

	while (i < a->n || j < b->n) {
		bool left = i < a->n && same(a->v[i], leave), came = j < b->n && same(b->v[j], come);

		if (i < a->n && j < b->n && same(a->v[i], b->v[j])) {
			i = skip(&c, a, i + 1);
			j = skip(&c, b, j + 1);
		} else if (pending && (left || leave.kind == FACT_NONE) && (came || come.kind == FACT_NONE)) {
			pending = false;
			i = left ? skip(&c, a, i + 1) : i;
			j = came ? skip(&c, b, j + 1) : j;
		} else {
			return false;
		}
	}
	return !pending;
}

bool
facts_hold(const struct facts *f, struct fact fact)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (same(f->v[i], fact))
			return true;
	return false;
}
