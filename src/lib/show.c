#include "rec.h"
#include "show.h"
#include "text.h"

/* ---- text ---- */

struct joined {
	struct buf b;
	struct mem *mem;
	size_t n;               /* values */
};

static void put_node(struct buf *b, struct mem *mem, const struct node *n);

static bool
join(void *arg, const struct value *v)
{
	struct joined *j = arg;

	if (j->b.n)
		buf_fmt(&j->b, ", ");
	if (v->node && v->node->kind == NODE_MAP)
		put_node(&j->b, j->mem, v->node);
	else
		buf_str(&j->b, v->text);
	return false;
}

static struct str
text_at(struct note_reader *w, const struct query_path *path)
{
	struct joined j = {.mem = &w->scratch};
	struct str s;

	view_each(w, path, VIEW_TEXT, join, &j);
	s = reader_keep(w, (struct str){j.b.s, j.b.n});
	buf_free(&j.b);
	return s;
}

static bool
take_first(void *arg, const struct value *v)
{
	*(struct str *)arg = v->text;
	return true;
}

/* ---- JSON ---- */

static bool
is_repeated(const struct node *key)
{
	const struct node *k;

	for (k = key->next->next; k; k = k->next->next)
		if (k->kind == NODE_SCALAR && text_eq(k->text, key->text))
			return true;
	return false;
}

/* A key that is no scalar is named by what it is as JSON. */
static void
put_key(struct buf *b, struct mem *mem, const struct node *key)
{
	struct buf name = {0};

	if (key->kind == NODE_SCALAR) {
		text_json(b, key->text);
	} else {
		put_node(&name, mem, key);
		text_json(b, buf_take(&name, mem));
	}
	buf_chr(b, ':');
}

static void
put_map(struct buf *b, struct mem *mem, const struct node *map)
{
	const struct node *key;
	const char *comma = "";

	buf_chr(b, '{');
	for (key = map->first; key; key = key->next->next) {
		if (key->kind == NODE_SCALAR && is_repeated(key))
			continue;
		buf_fmt(b, "%s", comma);
		put_key(b, mem, key);
		put_node(b, mem, key->next);
		comma = ",";
	}
	buf_chr(b, '}');
}

/* In its own shape; every scalar is a string, save for null. */
static void
put_node(struct buf *b, struct mem *mem, const struct node *n)
{
	const struct node *item;

	switch (n->kind) {
	case NODE_SCALAR:
		if (node_is_null(n))
			buf_fmt(b, "null");
		else
			text_json(b, n->text);
		return;
	case NODE_LIST:
		buf_chr(b, '[');
		for (item = n->first; item; item = item->next) {
			put_node(b, mem, item);
			if (item->next)
				buf_chr(b, ',');
		}
		buf_chr(b, ']');
		return;
	case NODE_MAP:
		put_map(b, mem, n);
	}
}

static bool
put_value(void *arg, const struct value *v)
{
	struct joined *j = arg;

	if (j->n++)
		buf_chr(&j->b, ',');
	if (v->node)
		put_node(&j->b, j->mem, v->node);
	else if (v->number)
		buf_str(&j->b, v->text);
	else
		text_json(&j->b, v->text);
	return false;
}

static void
put_path(struct note_reader *w, struct rec *r, const struct query_path *path)
{
	struct joined j = {.mem = &w->scratch};
	struct buf out = {0};
	bool list;

	view_each(w, path, VIEW_NODE, put_value, &j);
	list = j.n > 1 || view_is_list(w, path);
	if (list)
		buf_chr(&out, '[');
	buf_str(&out, j.b.n || list ? (struct str){j.b.s, j.b.n} : STR("null"));
	if (list)
		buf_chr(&out, ']');
	rec_json_raw(r, path->text.s, (struct str){out.s, out.n});
	buf_free(&out);
	buf_free(&j.b);
}

static void
put_touches(struct note_reader *w, struct rec *r)
{
	size_t i, n = note_happened(w->note, w->reading->today);

	rec_json_open(r, "touches");
	for (i = 0; i < n; i++) {
		const struct ordered *o = &w->order[i];
		char date[DATE_TEXT];

		if (!note_touch_counts(w->note, n, i))
			continue;
		rec_json_item(r);
		rec_json_str(r, "date", text_c(date_text(o->touch.day, date)));
		rec_json_str(r, "dir", text_c(rules_dir_name((enum dir)o->touch.dir)));
		rec_json_str(r, "kind", w->rules->kinds[o->touch.kind].name);
		rec_json_str(r, "text", o->text.n ? o->text : STR(""));
		rec_json_item_end(r);
	}
	rec_json_close(r);
}

static void
put_promises(struct note_reader *w, struct rec *r)
{
	const struct note *n = w->note;
	size_t i;

	rec_json_open(r, "promises");
	for (i = 0; i < n->npromises; i++) {
		char date[DATE_TEXT];

		rec_json_item(r);
		rec_json_str(r, "by", text_c(date_text(n->promises[i].by, date)));
		rec_json_str(r, "from", n->promises[i].theirs ? STR("them") : STR("me"));
		rec_json_str(r, "what", n->promises[i].what.n ? n->promises[i].what : STR(""));
		rec_json_raw(r, "done", n->promises[i].done ? STR("true") : STR("false"));
		rec_json_item_end(r);
	}
	rec_json_close(r);
}

static void
put_front(struct note_reader *w, struct rec *r)
{
	struct buf b = {0};

	put_node(&b, &w->scratch, w->root);
	rec_json_raw(r, "front", (struct str){b.s, b.n});
	buf_free(&b);
}

static void
put_note(struct note_reader *w, struct rec *r)
{
	static const struct {
		const char *key;
		bool text;      /* one, and not in the shape of the front matter */
	} facts[] = {
		{"path", true}, {"id", true}, {"name", true}, {"org", true}, {"role", true}, {"stage", true}, {"tags", false},
		{"email", false}, {"phone", false}, {"via", false}, {"every", true}, {"last", true}, {"kind", true},
		{"unanswered", false},
	};
	struct query_path path;
	size_t i;

	for (i = 0; i < LEN(facts); i++) {
		struct str key = text_c(facts[i].key);

		query_path_read(&w->scratch, &key, &path);
		if (facts[i].text)
			rec_json_str(r, facts[i].key, text_at(w, &path));
		else
			put_path(w, r, &path);
	}
	put_touches(w, r);
	put_promises(w, r);
	put_front(w, r);
}

static struct str
json_of(struct note_reader *w, const struct show *show)
{
	struct rec r = {.format = REC_JSON};
	struct str s;
	size_t i;

	rec_json_begin(&r);
	for (i = 0; i < show->ncolumns; i++)
		put_path(w, &r, &show->columns[i]);
	if (!show->ncolumns)
		put_note(w, &r);
	rec_json_end(&r);
	s = reader_keep(w, (struct str){r.out.s, r.out.n});
	rec_free(&r);
	return s;
}

void
show_note(void *arg, struct note_reader *w)
{
	const struct show *show = arg;
	struct str *seen = mem_array(w->facts, 1 + (show->json ? 1 : show->ncolumns), sizeof *seen);
	size_t i;

	if (show->sort) {
		view_each(w, show->sort, VIEW_TEXT, take_first, &seen[0]);
		seen[0] = reader_keep(w, text_trim(seen[0]));
	}
	for (i = 0; i < show->ncolumns && !show->json; i++)
		seen[1 + i] = text_at(w, &show->columns[i]);
	if (show->json)
		seen[1] = json_of(w, show);
	w->note->seen = seen;
}
