#include "text.h"
#include "view.h"

struct visit {
	struct note_reader *w;
	const struct query_path *path;
	enum view_use use;
	view_take *take;
	void *arg;
};

static bool
give(const struct visit *v, struct str text)
{
	return v->take(v->arg, &(struct value){.text = text});
}

static bool
give_some(const struct visit *v, struct str text)
{
	return text.n && give(v, text);
}

static bool
give_number(const struct visit *v, unsigned long n)
{
	struct buf b = {0};

	buf_fmt(&b, "%lu", n);
	return v->take(v->arg, &(struct value){.text = buf_take(&b, &v->w->scratch), .number = true, .none = n == 0});
}

static bool
give_day(const struct visit *v, day date)
{
	char text[DATE_TEXT];

	return date != DAY_NONE && give(v, mem_str(&v->w->scratch, text_c(date_text(date, text))));
}

static bool
give_list(const struct visit *v, struct strs list)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		if (give(v, list.v[i]))
			return true;
	return false;
}

/* A link has three faces for a test, of which text is the last, and JSON the first. */
static bool
give_link(const struct visit *v, struct str target, struct str shown, const struct node *node)
{
	struct str base = text_base(target);

	if (v->use == VIEW_TEST) {
		if (v->take(v->arg, &(struct value){.text = target, .node = node}))
			return true;
		if (base.n < target.n && v->take(v->arg, &(struct value){.text = base, .node = node}))
			return true;
	}
	return v->take(v->arg, &(struct value){.text = v->use == VIEW_NODE ? target : shown, .node = node});
}

/* ---- what is worked out ---- */

static size_t
happened(const struct visit *v)
{
	return note_happened(v->w->note, v->w->reading->today);
}

static const struct touch *
last_touch(const struct visit *v)
{
	return note_last(v->w->note, happened(v));
}

static struct str
kind_name(const struct visit *v, const struct touch *t)
{
	return v->w->rules->kinds[t->kind].name;
}

static bool
each_path(const struct visit *v)
{
	return give(v, v->w->note->path);
}

static bool
each_id(const struct visit *v)
{
	return give(v, note_id(v->w->note));
}

static bool
each_name(const struct visit *v)
{
	return give(v, v->w->note->name);
}

static bool
each_line(const struct visit *v)
{
	struct str rest = v->w->front.body;

	if (v->use != VIEW_TEST)
		return give_some(v, text_trim(rest));
	while (rest.n)
		if (give(v, text_line(&rest)))
			return true;
	return false;
}

static bool
each_unanswered(const struct visit *v)
{
	return give_number(v, note_unanswered(v->w->note, happened(v)));
}

static bool
each_last(const struct visit *v)
{
	const struct touch *t = last_touch(v);

	return t && give_day(v, t->day);
}

static bool
each_kind(const struct visit *v)
{
	const struct touch *t = last_touch(v);

	return t && give(v, kind_name(v, t));
}

/* What a touch has under a key. */
static bool
give_of_touch(const struct visit *v, const struct ordered *o, struct str key)
{
	if (text_is(key, "date"))
		return give_day(v, o->touch.day);
	if (text_is(key, "kind"))
		return give(v, kind_name(v, &o->touch));
	if (text_is(key, "dir"))
		return give(v, text_c(rules_dir_name((enum dir)o->touch.dir)));
	return text_is(key, "text") && give_some(v, o->text);
}

static bool
each_touch(const struct visit *v)
{
	size_t i, n = happened(v), count = 0;

	for (i = 0; i < n; i++) {
		if (!note_touch_counts(v->w->note, n, i))
			continue;
		count++;
		if (v->path->keys.n > 1 && give_of_touch(v, &v->w->order[i], v->path->keys.v[1]))
			return true;
	}
	return v->path->keys.n == 1 && give_number(v, count);
}

static bool
give_of_promise(const struct visit *v, const struct promise *p, struct str key)
{
	if (text_is(key, "by"))
		return give_day(v, p->by);
	if (text_is(key, "from"))
		return give(v, p->theirs ? STR("them") : STR("me"));
	if (text_is(key, "what"))
		return give_some(v, p->what);
	return text_is(key, "done") && give(v, p->done ? STR("true") : STR("false"));
}

static bool
each_promise(const struct visit *v)
{
	const struct note *n = v->w->note;
	size_t i;

	for (i = 0; v->path->keys.n > 1 && i < n->npromises; i++)
		if (give_of_promise(v, &n->promises[i], v->path->keys.v[1]))
			return true;
	return v->path->keys.n == 1 && give_number(v, n->npromises);
}

static const struct {
	const char *name;
	bool (*each)(const struct visit *);
	enum view_need need;
	bool parts;             /* what stands under it has keys */
} computed[] = {
	{"path", each_path, VIEW_FRONT, false},
	{"id", each_id, VIEW_FRONT, false},
	{"name", each_name, VIEW_NAME, false},
	{"text", each_line, VIEW_BODY, false},
	{"touches", each_touch, VIEW_BODY, true},
	{"unanswered", each_unanswered, VIEW_BODY, false},
	{"last", each_last, VIEW_BODY, false},
	{"kind", each_kind, VIEW_BODY, false},
	{"promises", each_promise, VIEW_BODY, true},
};

enum { COMPUTED = LEN(computed) };

/* The name in computed that a key stands for, through the spellings of the fields that have one there. */
static struct str
computed_name(const struct rules *rules, struct str key)
{
	const struct spelling *s = rules_spelling(rules, key);

	return s && (s->field == FIELD_LAST || s->field == FIELD_NAME) ? text_c(field_name(s->field)) : key;
}

/* The place of a path in computed; COMPUTED: it is not there. */
static unsigned
find_computed(const struct rules *rules, const struct query_path *path)
{
	struct str name = computed_name(rules, path->keys.v[0]);
	unsigned i;

	for (i = 0; i < COMPUTED; i++)
		if (text_is(name, computed[i].name) && path->keys.n <= 1u + computed[i].parts)
			break;
	return i;
}

enum view_need
view_need(const struct rules *rules, const struct query_path *path)
{
	unsigned i = find_computed(rules, path);

	return i < COMPUTED ? computed[i].need : VIEW_FRONT;
}

/* ---- what the front matter says ---- */

static bool each_below(const struct visit *v, const struct node *node, size_t depth);

static bool
each_item(const struct visit *v, const struct node *list, size_t depth)
{
	const struct node *item;

	for (item = list->first; item; item = item->next)
		if (each_below(v, item, depth))
			return true;
	return false;
}

static bool
each_member(const struct visit *v, const struct node *map, size_t depth)
{
	const struct node *key;

	for (key = map->first; key; key = key->next->next)
		if (key->kind == NODE_SCALAR && text_eq(text_key(&v->w->scratch, key->text), v->path->keys.v[depth])
		    && each_below(v, key->next, depth + 1))
			return true;
	return false;
}

static bool
give_scalar(const struct visit *v, const struct node *node, struct str text)
{
	struct str shown, target = link_target(text, &shown);

	text = text_trim(text);
	if (target.s != text.s)
		return give_link(v, target, shown, node);
	return v->take(v->arg, &(struct value){.text = text, .node = node});
}

static bool
give_wiki(const struct visit *v, const struct node *list, size_t depth)
{
	struct diag unheard = {.mem = &v->w->scratch};
	struct str text;

	if (value_text(&v->w->scratch, list, list, &unheard, &text))
		return give_scalar(v, list, text);
	return each_item(v, list, depth);
}

/* What is at a node, of which the path's first keys led to it. */
static bool
each_below(const struct visit *v, const struct node *node, size_t depth)
{
	bool here = depth == v->path->keys.n;

	if (here && v->use == VIEW_NODE)
		return v->take(v->arg, &(struct value){.node = node});
	if (node_is_null(node) || (node->kind != NODE_SCALAR && !node->first))
		return false;
	if (here && node->kind == NODE_SCALAR)
		return give_scalar(v, node, node->text);
	if (here && value_is_wiki(node))
		return give_wiki(v, node, depth);
	/* Its text makes it be there, and fits nothing that anyone would ask for. */
	if (here && node->kind == NODE_MAP)
		return v->take(v->arg, &(struct value){.text = STR("{}"), .node = node});
	if (node->kind == NODE_LIST)
		return each_item(v, node, depth);
	return node->kind == NODE_MAP && each_member(v, node, depth);
}

static bool
each_via(const struct visit *v)
{
	const struct note *n = v->w->note;
	unsigned i;

	for (i = 0; i < n->nvia; i++)
		if (give_link(v, n->via[i].target, n->via[i].shown, NULL))
			return true;
	return false;
}

/* A mapping stands for the date in it. */
static bool
each_next(const struct visit *v, const struct entry *e)
{
	if (v->use != VIEW_NODE && e->value->kind == NODE_MAP)
		return v->w->note->next && give_day(v, v->w->note->next->on);
	return each_below(v, e->value, 1);
}

/* The list that a note keeps of a field; NULL: it is none of those. */
static const struct strs *
list_of(const struct note *n, int field)
{
	switch (field) {
	case FIELD_TAGS:
		return &note_rest(n)->tags;
	case FIELD_EMAIL:
		return &note_rest(n)->email;
	case FIELD_PHONE:
		return &note_rest(n)->phone;
	case FIELD_ALIASES:
		return &note_rest(n)->aliases;
	case FIELD_AVOID:
		return &note_rest(n)->avoid;
	default:
		return NULL;
	}
}

static bool
each_of_field(const struct visit *v, const struct entry *e)
{
	const struct strs *list = list_of(v->w->note, e->field);

	if (v->path->keys.n > 1)
		return each_below(v, e->value, 1);
	if (list)
		return give_list(v, *list);
	if (e->field == FIELD_VIA)
		return each_via(v);
	return e->field == FIELD_NEXT ? each_next(v, e) : each_below(v, e->value, 1);
}

/* Whether the path's keys from depth on lead through a list. */
static bool
crosses_list(struct note_reader *w, const struct node *node, const struct query_path *path, size_t depth)
{
	const struct node *key;

	if (depth == path->keys.n || node->kind != NODE_MAP)
		return depth < path->keys.n && node->kind == NODE_LIST;
	for (key = node->first; key; key = key->next->next)
		if (key->kind == NODE_SCALAR && text_eq(text_key(&w->scratch, key->text), path->keys.v[depth])
		    && crosses_list(w, key->next, path, depth + 1))
			return true;
	return false;
}

/* The key of the front matter that a path begins with; NULL: there is none with a value. */
static const struct entry *
find_entry(const struct note_reader *w, const struct query_path *path)
{
	const struct spelling *s = rules_spelling(w->rules, path->keys.v[0]);
	size_t i;

	if (s)
		return w->keys.best[s->field];
	for (i = 0; i < w->keys.n; i++)
		if (!w->keys.v[i].repeated && text_eq(w->keys.v[i].name, path->keys.v[0]))
			return &w->keys.v[i];
	return NULL;
}

bool
view_is_list(struct note_reader *w, const struct query_path *path)
{
	const struct spelling *s = rules_spelling(w->rules, path->keys.v[0]);
	const struct entry *e = find_entry(w, path);

	if (find_computed(w->rules, path) < COMPUTED)
		return path->keys.n > 1;
	if (path->keys.n == 1)
		return s && (s->field == FIELD_VIA || list_of(w->note, (int)s->field));
	return e && crosses_list(w, e->value, path, 1);
}

bool
view_each(struct note_reader *w, const struct query_path *path, enum view_use use, view_take *take, void *arg)
{
	struct visit v = {w, path, use, take, arg};
	unsigned i = find_computed(w->rules, path);
	const struct entry *e;

	if (i < COMPUTED)
		return computed[i].each(&v);
	e = find_entry(w, path);
	if (!e)
		return false;
	return e->field >= 0 ? each_of_field(&v, e) : each_below(&v, e->value, 1);
}

/* ---- selections ---- */

struct pass {
	query_take *take;
	void *arg;
};

static bool
pass(void *arg, const struct value *v)
{
	struct pass *p = arg;

	return p->take(p->arg, v->text, v->none);
}

/* A note that is asked, and what a pattern that gives up on it is a matter of. */
struct asked {
	struct note_reader *w;
	enum check check;
};

static void
each(void *asked, const struct query_path *path, query_take *take, void *arg)
{
	view_each(((struct asked *)asked)->w, path, VIEW_TEST, pass, &(struct pass){take, arg});
}

static void
gave_up(void *arg, const struct query_path *path, const char *why)
{
	const struct asked *a = arg;
	struct note_reader *w = a->w;
	const struct entry *e = find_entry(w, path);

	diag_add(&w->d, a->check, e ? e->key->line : 1, e ? e->key->col : 1, "%s: its pattern for %s gave up on this note: %s",
	    a->check == CHECK_WHERE ? "-w" : "when", diag_quote(&w->d, path->text), why);
}

enum query_answer
view_ask(struct note_reader *w, const struct query *q, enum check check)
{
	struct asked asked = {w, check};
	struct query_source source = {
		.matcher = w->matcher, .scratch = &w->scratch, .today = w->reading->today, .holidays = w->rules->holidays,
		.each = each, .gave_up = gave_up, .note = &asked,
	};

	return query_ask(q, &source);
}
