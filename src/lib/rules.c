#include <stdlib.h>
#include <string.h>

#include "rules.h"
#include "text.h"
#include "value.h"

#include "seed_rules.h"

/* A rules file while it is read. */
struct file {
	struct rules *r;
	struct diag *d;
	struct str text;
	bool bad;               /* a value was refused */
};

typedef void read_fn(struct file *, const struct node *key, const struct node *value);

static void
refuse(struct file *g, const struct node *at, const char *what)
{
	diag_add(g->d, CHECK_RULES, at->line, at->col, "%s: %s", diag_plain(g->d, at->text), what);
	g->bad = true;
}

static void
refuse_value(struct file *g, const struct node *key, const struct node *value, const char *wanted)
{
	value_refuse(key, value, g->d, CHECK_RULES, wanted);
	g->bad = true;
}

static struct str
read_text(struct file *g, const struct node *key, const struct node *value)
{
	struct str s = {0};

	if (value->kind != NODE_SCALAR || !value->text.n)
		refuse_value(g, key, value, "text");
	else
		s = mem_str(&g->r->mem, value->text);
	return s;
}

static struct strs
read_list(struct file *g, const struct node *key, const struct node *value)
{
	struct strs list = {0};
	size_t i;

	if (!value_list(&g->r->mem, key, value, false, g->d, &list))
		g->bad = true;
	for (i = 0; i < list.n; i++)
		list.v[i] = mem_str(&g->r->mem, list.v[i]);
	return list;
}

static void
read_span(struct file *g, const struct node *key, const struct node *value, struct span *out)
{
	if (!value_span(key, value, g->d, out))
		g->bad = true;
}

static void
check_repeated(struct file *g, const struct node *map)
{
	const struct node *k, *earlier;

	for (k = map->first; k; k = k->next->next) {
		struct str folded = text_fold(&g->r->mem, k->text);

		for (earlier = map->first; earlier != k; earlier = earlier->next->next)
			if (text_folds_to(earlier->text, folded))
				refuse(g, k, "this key is here a second time");
	}
}

/* The value of a key in a map, by the key's own spelling; NULL if it is not there. */
static const struct node *
find(const struct node *map, const char *key)
{
	const struct node *k;

	for (k = map->first; k; k = k->next->next)
		if (k->kind == NODE_SCALAR && text_is(k->text, key))
			return k->next;
	return NULL;
}

static struct pattern *
read_pattern(struct file *g, const struct node *key, const struct node *value, unsigned flags)
{
	char error[256];
	size_t at;
	struct pattern *p;

	if (value->kind != NODE_SCALAR || !value->text.n) {
		refuse_value(g, key, value, "a PCRE2 pattern; write it in single quotes");
		return NULL;
	}
	p = pattern_compile(value->text, flags | (g->r->nbuiltin ? 0 : PATTERN_PLAIN), error, &at);
	if (!p) {
		diag_add(g->d, CHECK_RULES, value->line, value->col, "%s: bad pattern after %s: %s", diag_plain(g->d, key->text),
		    diag_quote(g->d, (struct str){value->text.s, at < value->text.n ? at : value->text.n}), error);
		g->bad = true;
		return NULL;
	}
	g->r->patterns = mem_resize(g->r->patterns, g->r->npatterns + 1, sizeof *g->r->patterns);
	return g->r->patterns[g->r->npatterns++] = p;
}

/* The bit of a new pattern for the texts of touches. */
static uint64_t
read_text_pattern(struct file *g, const struct node *key, const struct node *value)
{
	struct pattern *p = read_pattern(g, key, value, 0);

	if (!p)
		return 0;
	if (g->r->ntexts == TEXTS) {
		refuse(g, key, "more than 64 patterns for texts; leave some out");
		return 0;
	}
	g->r->texts[g->r->ntexts] = p;
	return UINT64_C(1) << g->r->ntexts++;
}

/* Whether a value stands in the file, at its place, as it is read: on one line, and without quotes. */
static bool
is_verbatim(const struct file *g, const struct node *value)
{
	const char *at = g->text.s, *end = g->text.s + g->text.n;
	unsigned line, col;

	for (line = 1; line < value->line && at < end; at++)
		line += *at == '\n';
	for (col = 1; col < value->col && at < end; at++)
		col += (at[1] & 0xC0) != 0x80;
	return (size_t)(end - at) >= value->text.n && memcmp(at, value->text.s, value->text.n) == 0;
}

/* The bit of a new selection. */
static uint64_t
read_when(struct file *g, const struct node *key, const struct node *value)
{
	struct query *q = query_new(&g->r->mem);
	struct query_error e;
	struct buf b = {0};
	size_t col;

	if (value->kind != NODE_SCALAR || !value->text.n) {
		refuse_value(g, key, value, "a selection; write 'tag=a-list and not email'");
		return 0;
	}
	if (g->r->nwhens == WHENS) {
		refuse(g, key, "more than 64 selections; leave some out");
		return 0;
	}
	g->r->whens[g->r->nwhens] = q;
	if (query_add(q, value->text, &e))
		return UINT64_C(1) << g->r->nwhens++;
	query_explain(&b, value->text, &e);
	buf_chr(&b, '\0');
	col = is_verbatim(g, value) ? utf8_count((struct str){value->text.s, e.at}) : 0;
	diag_add(g->d, CHECK_RULES, value->line, value->col + (unsigned)col, "%s: %s", diag_plain(g->d, key->text), b.s);
	buf_free(&b);
	query_free(q);
	g->bad = true;
	return 0;
}

static void
read_personal(struct file *g, const struct node *key, const struct node *value)
{
	struct strs list = read_list(g, key, value);
	size_t i;

	for (i = 0; i < list.n; i++)
		list.v[i] = text_fold(&g->r->mem, text_tag(list.v[i]));
	g->r->personal = list;
}

static void
read_max_unanswered(struct file *g, const struct node *key, const struct node *value)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; value->kind == NODE_SCALAR && i < value->text.n && i < 4; i++) {
		char c = value->text.s[i];

		if (c < '0' || c > '9')
			break;
		n = n * 10 + (unsigned)(c - '0');
	}
	if (!n || n > 1000 || i < value->text.n)
		refuse_value(g, key, value, "a number from 1 to 1000");
	g->r->max_unanswered = n;
}

static void
read_first_contact(struct file *g, const struct node *key, const struct node *value)
{
	read_span(g, key, value, &g->r->first_contact);
}

static void
read_report(struct file *g, const struct node *key, const struct node *value)
{
	read_span(g, key, value, &g->r->report);
}

static void
read_chase(struct file *g, const struct node *key, const struct node *value)
{
	read_span(g, key, value, &g->r->chase);
}

static struct cadence *
cadence_of(struct rules *r, struct str tag)
{
	size_t i;

	for (i = 0; i < r->ncadence; i++)
		if (text_eq(r->cadence[i].tag, tag))
			return &r->cadence[i];
	r->cadence = mem_resize(r->cadence, r->ncadence + 1, sizeof *r->cadence);
	r->cadence[r->ncadence] = (struct cadence){.tag = tag};
	return &r->cadence[r->ncadence++];
}

static void
read_cadence(struct file *g, const struct node *key, const struct node *value)
{
	const struct node *tag;

	if (value->kind != NODE_MAP) {
		refuse_value(g, key, value, "a mapping; write {a-list: 3w}");
		return;
	}
	for (tag = value->first; tag; tag = tag->next->next) {
		struct span every = {0};

		if (tag->next->kind != NODE_SCALAR || !text_is(tag->next->text, "never"))
			read_span(g, tag, tag->next, &every);
		cadence_of(g->r, text_fold(&g->r->mem, text_tag(tag->text)))->every = every;
	}
}

static void
read_stay_in_touch(struct file *g, const struct node *key, const struct node *value)
{
	const struct node *k;

	if (value->kind == NODE_SCALAR && text_is(value->text, "never")) {
		g->r->stay_match = 0;
		return;
	}
	if (value->kind != NODE_MAP) {
		refuse_value(g, key, value, "a mapping; write {match: 'pattern', every: 3mo} or never");
		return;
	}
	for (k = value->first; k; k = k->next->next) {
		if (text_is(k->text, "match"))
			g->r->stay_match = read_text_pattern(g, k, k->next);
		else if (text_is(k->text, "every"))
			read_span(g, k, k->next, &g->r->stay_every);
		else
			refuse(g, k, "unknown key; stay_in_touch has match and every");
	}
}

static void
read_holidays(struct file *g, const struct node *key, const struct node *value)
{
	const struct node *item;
	struct date_yearly *v;
	size_t n;

	if (value->kind != NODE_LIST) {
		refuse_value(g, key, value, "a list of dates; write [2026-12-25, 01-01]");
		return;
	}
	n = value_count(value);
	v = mem_array(&g->r->mem, n, sizeof *v);
	g->r->holidays = (struct holidays){v, n};
	for (item = value->first; item; item = item->next)
		if (!value_yearly(key, item, g->d, v++))
			g->bad = true;
}

static void
read_closed_stages(struct file *g, const struct node *key, const struct node *value)
{
	struct strs more = read_list(g, key, value), keys, names;

	keys.n = names.n = g->r->closed_stages.n + more.n;
	keys.v = mem_array(&g->r->mem, keys.n, sizeof *keys.v);
	names.v = mem_array(&g->r->mem, names.n, sizeof *names.v);
	for (size_t i = 0; i < keys.n; i++) {
		names.v[i] = i < more.n ? mem_str(&g->r->mem, more.v[i]) : g->r->closed_names.v[i - more.n];
		keys.v[i] = i < more.n ? text_key(&g->r->mem, more.v[i]) : g->r->closed_stages.v[i - more.n];
	}
	g->r->closed_stages = keys;
	g->r->closed_names = names;
}

const char *
rules_dir_name(enum dir dir)
{
	static const char *const names[] = {
		[DIR_NONE] = "none", [DIR_IN] = "in", [DIR_OUT] = "out", [DIR_BOTH] = "both",
	};

	return names[dir];
}

static bool
read_dir(struct str s, enum dir *dir)
{
	unsigned i;

	for (i = DIR_NONE; i <= DIR_BOTH; i++) {
		if (text_is(s, rules_dir_name((enum dir)i))) {
			*dir = (enum dir)i;
			return true;
		}
	}
	return false;
}

static bool
is_kind_name(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] == ' ' || s.s[i] == ':' || s.s[i] == '|' || (unsigned char)s.s[i] < ' ')
			return false;
	return s.n > 0;
}

/* The place of a kind or of another word for one; the number of kinds where there is none. */
static size_t
find_kind(const struct rules *r, struct str name)
{
	size_t i;

	if (!name.n)
		return r->nkinds;
	for (i = r->first_kind[text_fold_first(name)]; i; i = r->kinds[i - 1].next)
		if (text_folds_to(name, r->kinds[i - 1].name))
			return i - 1;
	return r->nkinds;
}

/* Adds or changes a kind; with same >= 0, another word for that one. */
static void
set_kind(struct rules *r, struct str name, enum dir dir, int same)
{
	size_t at = find_kind(r, name);

	if (at == r->nkinds) {
		uint16_t *first = &r->first_kind[text_fold_first(name)];

		r->kinds = mem_resize(r->kinds, r->nkinds + 1, sizeof *r->kinds);
		r->kinds[r->nkinds++] = (struct kind){
			.name = text_fold(&r->mem, name), .next = *first,
			.quiet = text_is(name, "thanks") || text_is(name, "card") || text_is(name, "update"),
		};
		*first = (uint16_t)r->nkinds;
	}
	r->kinds[at].dir = dir;
	r->kinds[at].same = (uint16_t)(same < 0 ? at : (size_t)same);
}

static void
read_kind(struct file *g, const struct node *key, const struct node *value)
{
	int same = value->kind == NODE_SCALAR ? rules_kind(g->r, value->text) : -1;
	size_t at = find_kind(g->r, key->text);
	enum dir dir = DIR_NONE;

	if (key->kind != NODE_SCALAR || !is_kind_name(key->text))
		refuse(g, key, "a kind is one word");
	else if (same >= 0 && at < g->r->nkinds && g->r->kinds[at].same == at)
		refuse(g, key, "a kind of its own, and no other word for one; write in, out, both or none");
	else if (value->kind != NODE_SCALAR || (!read_dir(value->text, &dir) && same < 0))
		refuse_value(g, key, value, "in, out, both, none or a kind that is known");
	else
		set_kind(g->r, key->text, dir, same);
}

static void
read_kinds(struct file *g, const struct node *key, const struct node *value)
{
	const struct node *k;

	if (value->kind != NODE_MAP) {
		refuse_value(g, key, value, "a mapping; write {workshop: both}");
		return;
	}
	for (k = value->first; k; k = k->next->next)
		read_kind(g, k, k->next);
}

static bool
find_field(struct str key, enum field *field)
{
	unsigned f;

	for (f = 0; f < FIELDS; f++) {
		if (text_is(key, field_name((enum field)f))) {
			*field = (enum field)f;
			return true;
		}
	}
	return false;
}

static void
add_spelling(struct rules *r, struct str key, enum field field)
{
	r->spellings = mem_resize(r->spellings, r->nspellings + 1, sizeof *r->spellings);
	r->spellings[r->nspellings] = (struct spelling){key, field, 1000 + (unsigned)r->nspellings};
	r->nspellings++;
}

static void
read_fields(struct file *g, const struct node *key, const struct node *value)
{
	const struct node *k;
	enum field field;
	size_t i;

	if (value->kind != NODE_MAP) {
		refuse_value(g, key, value, "a mapping; write {every: [rhythm]}");
		return;
	}
	for (k = value->first; k; k = k->next->next) {
		struct strs list;

		if (k->kind != NODE_SCALAR || !find_field(k->text, &field)) {
			refuse(g, k, "no such field; fu-note(5) lists them");
			continue;
		}
		list = read_list(g, k, k->next);
		for (i = 0; i < list.n; i++)
			add_spelling(g->r, text_key(&g->r->mem, list.v[i]), field);
	}
}

static void
read_log_heading(struct file *g, const struct node *key, const struct node *value)
{
	g->r->log_heading = read_pattern(g, key, value, PATTERN_ANCHORED);
}

static struct line_patterns
read_line_patterns(struct file *g, const struct node *key, const struct node *value)
{
	struct line_patterns list = {0};
	const struct node *item;

	if (value->kind != NODE_LIST) {
		refuse_value(g, key, value, "a list of patterns; write ['one', 'two']");
		return list;
	}
	list.v = mem_array(&g->r->mem, value_count(value), sizeof *list.v);
	for (item = value->first; item; item = item->next) {
		struct pattern *p = read_pattern(g, key, item, PATTERN_ANCHORED);

		if (!p)
			continue;
		list.v[list.n++] = (struct line_pattern){
			p, pattern_group(p, "mark"), pattern_group(p, "dir"), pattern_group(p, "date"),
			pattern_group(p, "kind"), pattern_group(p, "text"), pattern_group(p, "more"), pattern_group(p, "done"),
		};
		if (!pattern_group(p, "date"))
			refuse(g, item, "no group named date; write (?<date>...) around it");
	}
	return list;
}

static void
read_touch_patterns(struct file *g, const struct node *key, const struct node *value)
{
	g->r->touch_patterns = read_line_patterns(g, key, value);
	g->r->usual_touches = false;
}

static void
read_promise_patterns(struct file *g, const struct node *key, const struct node *value)
{
	g->r->promise_patterns = read_line_patterns(g, key, value);
}

static bool
is_dir_word(struct str s, unsigned *dirs)
{
	enum dir dir;

	if (text_is(s, "any"))
		*dirs |= 1u << DIR_IN | 1u << DIR_OUT | 1u << DIR_BOTH;
	else if (read_dir(s, &dir) && dir != DIR_NONE)
		*dirs |= 1u << dir;
	else
		return false;
	return true;
}

/* Kinds, and directions too where dirs is not NULL. */
static void
read_kind_list(struct file *g, const struct node *key, const struct node *value, struct kinds *out, unsigned *dirs)
{
	struct strs list = read_list(g, key, value);
	size_t i;

	out->v = mem_array(&g->r->mem, list.n, sizeof *out->v);
	out->n = 0;
	for (i = 0; i < list.n; i++) {
		int kind = rules_kind(g->r, list.v[i]);

		if (dirs && is_dir_word(list.v[i], dirs))
			continue;
		if (kind >= 0) {
			out->v[out->n++] = (uint16_t)kind;
			continue;
		}
		diag_add(g->d, CHECK_RULES, value->line, value->col, "%s: unknown kind %s; kinds: adds new ones",
		    diag_plain(g->d, key->text), diag_quote(g->d, list.v[i]));
		g->bad = true;
	}
	if (!list.n && !g->bad)
		refuse_value(g, key, value, dirs ? "a kind of touch, a list of them, in, out, both or any"
		    : "touch, reply or a list of kinds");
}

static void
read_until(struct file *g, const struct node *key, const struct node *value, struct rule *rule)
{
	rule->until = UNTIL_KINDS;
	if (value->kind == NODE_SCALAR && text_is(value->text, "touch"))
		rule->until = UNTIL_TOUCH;
	else if (value->kind == NODE_SCALAR && text_is(value->text, "reply"))
		rule->until = UNTIL_REPLY;
	else
		read_kind_list(g, key, value, &rule->until_kinds, NULL);
}

static void
read_flag(struct file *g, const struct node *key, const struct node *value, bool *flag)
{
	if (!value_flag(key, value, g->d, flag))
		g->bad = true;
}

static void
read_rule_key(struct file *g, const struct node *key, const struct node *value, struct rule *rule, bool *off)
{
	if (text_is(key->text, "name"))
		rule->name = read_text(g, key, value);
	else if (text_is(key->text, "after"))
		read_kind_list(g, key, value, &rule->after, &rule->after_dirs);
	else if (text_is(key->text, "match"))
		rule->match = read_text_pattern(g, key, value);
	else if (text_is(key->text, "when"))
		rule->when = read_when(g, key, value);
	else if (text_is(key->text, "do"))
		rule->action = read_text(g, key, value);
	else if (text_is(key->text, "in"))
		read_span(g, key, value, &rule->in);
	else if (text_is(key->text, "until"))
		read_until(g, key, value, rule);
	else if (text_is(key->text, "hint"))
		rule->hint = read_text(g, key, value);
	else if (text_is(key->text, "everyone"))
		read_flag(g, key, value, &rule->everyone);
	else if (text_is(key->text, "off"))
		read_flag(g, key, value, off);
	else
		refuse(g, key, "unknown key; a rule has name, after, match, when, do, in, until, hint, everyone and off");
}

static struct rule *
find_rule(struct rules *r, struct str name)
{
	size_t i;

	for (i = 0; i < r->nrules; i++)
		if (text_eq(r->rules[i].name, name))
			return &r->rules[i];
	return NULL;
}

static void
drop_rule(struct file *g, const struct node *item, struct str name)
{
	struct rule *rule = find_rule(g->r, name);

	if (!rule) {
		diag_add(g->d, CHECK_RULES, item->line, item->col, "no rule named %s to switch off", diag_quote(g->d, name));
		g->bad = true;
		return;
	}
	memmove(rule, rule + 1, (size_t)(g->r->rules + g->r->nrules - rule - 1) * sizeof *rule);
	g->r->nrules--;
}

static void
put_rule(struct rules *r, struct rule rule)
{
	struct rule *old = find_rule(r, rule.name);

	if (old) {
		*old = rule;
		return;
	}
	r->rules = mem_resize(r->rules, r->nrules + 1, sizeof *r->rules);
	r->rules[r->nrules++] = rule;
}

static void
read_rule(struct file *g, const struct node *item)
{
	static const char *const needed[] = {"name", "after", "do", "in"};
	struct rule rule = {0};
	const struct node *key;
	bool off = false;
	size_t i;

	check_repeated(g, item);
	for (key = item->first; key; key = key->next->next)
		read_rule_key(g, key, key->next, &rule, &off);
	for (i = 0; i < (off || (g->bad && find(item, "off")) ? 1 : LEN(needed)); i++) {
		if (find(item, needed[i]))
			continue;
		diag_add(g->d, CHECK_RULES, item->line, item->col, "a rule without %s:", needed[i]);
		g->bad = true;
	}
	if (g->bad)
		return;
	if (off)
		drop_rule(g, item, rule.name);
	else
		put_rule(g->r, rule);
}

static void
read_rules(struct file *g, const struct node *key, const struct node *value)
{
	const struct node *item;

	if (value->kind != NODE_LIST) {
		refuse_value(g, key, value, "a list of rules");
		return;
	}
	for (item = value->first; item; item = item->next) {
		if (item->kind != NODE_MAP)
			refuse_value(g, key, item, "a rule; write {name: demo, after: meeting, do: email, in: 2d}");
		else
			read_rule(g, item);
	}
}

static const struct {
	const char *key;
	read_fn *read;
} keys[] = {
	{"kinds", read_kinds},  /* first: the others name kinds */
	{"personal", read_personal},
	{"max_unanswered", read_max_unanswered},
	{"first_contact", read_first_contact},
	{"report", read_report},
	{"chase", read_chase},
	{"cadence", read_cadence},
	{"stay_in_touch", read_stay_in_touch},
	{"holidays", read_holidays},
	{"closed_stages", read_closed_stages},
	{"fields", read_fields},
	{"log_heading", read_log_heading},
	{"touch_patterns", read_touch_patterns},
	{"promise_patterns", read_promise_patterns},
	{"rules", read_rules},
};

enum { KEYS = LEN(keys) };

static void
check_keys(struct file *g, const struct node *root)
{
	const struct node *k;
	unsigned i;

	check_repeated(g, root);
	for (k = root->first; k; k = k->next->next) {
		for (i = 0; i < KEYS && !text_is(k->text, keys[i].key);)
			i++;
		if (i == KEYS)
			refuse(g, k, "unknown key; fu-rules(5) lists them");
	}
}

/* A key without a value is as if it were not there. */
static void
read_key(struct file *g, const struct node *root, unsigned i)
{
	const struct node *k;

	for (k = root->first; k; k = k->next->next)
		if (text_is(k->text, keys[i].key) && !node_is_null(k->next)) {
			if (k->next->kind == NODE_MAP)
				check_repeated(g, k->next);
			keys[i].read(g, k, k->next);
		}
}

static bool
read_tree(struct rules *r, struct str text, const struct node *root, struct diag *d)
{
	struct file g = {.r = r, .d = d, .text = text};
	unsigned i;

	check_keys(&g, root);
	for (i = 0; i < KEYS; i++)
		read_key(&g, root, i);
	return !g.bad;
}

bool
rules_read(struct rules *r, struct str text, struct diag *d)
{
	struct mem scratch = {0};
	struct node *root = yaml_read(&scratch, text, 1, d);
	bool good = root && read_tree(r, text, root, d);

	mem_free(&scratch);
	return good;
}

void
rules_builtin(struct rules *r)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};

	r->nspellings = field_spellings(&r->spellings);
	if (!read_tree(r, (struct str){0}, seed_rules, &d)) {
		diag_print(d.first, STR("seeds/rules.yaml"));
		exit(2);
	}
	r->usual_touches = true;
	r->nbuiltin = r->npatterns;
	mem_free(&mem);
}

static int
compare_spellings(const void *a, const void *b)
{
	const struct spelling *x = a, *y = b;
	int order = text_cmp(x->key, y->key);

	return order ? order : (x->rank < y->rank) - (x->rank > y->rank);
}

/* The first byte of a key, by which spellings are looked up; an empty one has 0. */
static unsigned char
first_byte(struct str key)
{
	return key.n ? (unsigned char)*key.s : 0;
}

static void
index_spellings(struct rules *r)
{
	unsigned c;
	size_t i = 0;

	for (c = 0; c < 256; c++) {
		while (i < r->nspellings && first_byte(r->spellings[i].key) <= c)
			i++;
		r->spelling_from[c + 1] = i;
	}
}

/* Of two alike the later, a rules file's, counts. */
static void
sort_spellings(struct rules *r)
{
	size_t i, n = 0;

	qsort(r->spellings, r->nspellings, sizeof *r->spellings, compare_spellings);
	for (i = 0; i < r->nspellings; i++)
		if (!n || !text_eq(r->spellings[n - 1].key, r->spellings[i].key))
			r->spellings[n++] = r->spellings[i];
	r->nspellings = n;
}

void
rules_ready(struct rules *r)
{
	sort_spellings(r);
	index_spellings(r);
}

static void
add_first_bytes(const struct line_patterns *patterns, struct matcher *m, bool first[static 256])
{
	size_t i;

	for (i = 0; i < patterns->n; i++)
		pattern_first_bytes(patterns->v[i].pattern, m, first);
}

static void
find_idle_bytes(struct rules *r)
{
	struct matcher *m = matcher_new();
	bool line[256] = {0}, heading[256] = {0};
	size_t i;

	add_first_bytes(&r->touch_patterns, m, line);
	add_first_bytes(&r->promise_patterns, m, line);
	if (r->log_heading)
		pattern_first_bytes(r->log_heading, m, heading);
	for (i = 0; i < 256; i++) {
		r->idle_bytes[i] = !line[i];
		r->idle_heading_bytes[i] = !heading[i];
	}
	matcher_free(m);
}

void
rules_hasten(struct rules *r)
{
	size_t i;

	find_idle_bytes(r);
	for (i = 0; i < r->nbuiltin; i++)
		pattern_hasten(r->patterns[i]);
}

void
rules_free(struct rules *r)
{
	size_t i;

	for (i = 0; i < r->npatterns; i++)
		pattern_free(r->patterns[i]);
	for (i = 0; i < r->nwhens; i++)
		query_free(r->whens[i]);
	free(r->patterns);
	free(r->spellings);
	free(r->cadence);
	free(r->kinds);
	free(r->rules);
	mem_free(&r->mem);
	*r = (struct rules){0};
}

int
rules_kind(const struct rules *r, struct str name)
{
	size_t at = find_kind(r, name);

	return at < r->nkinds ? r->kinds[at].same : -1;
}

const struct spelling *
rules_spelling(const struct rules *r, struct str key)
{
	unsigned char first = first_byte(key);
	size_t lo = r->spelling_from[first], hi = r->spelling_from[first + 1u];

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int order = text_cmp(key, r->spellings[mid].key);

		if (order == 0)
			return &r->spellings[mid];
		if (order < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return NULL;
}

/* Keys that people use for what they say, near to one of ours as they are. */
static bool
is_ordinary(struct str key)
{
	static const char *const words[] = {
		"bags", "cast", "data", "date", "east", "fame", "farm", "fast", "film", "fire", "firma", "fname", "form",
		"game", "gates", "list", "lname", "lost", "maid", "main", "male", "mates", "nest", "past", "rates", "roll",
		"rule", "rules", "stake", "state", "tabs", "tasks", "text", "tie", "tile",
	};
	size_t i;

	for (i = 0; i < LEN(words); i++)
		if (text_is(key, words[i]))
			return true;
	return false;
}

const struct spelling *
rules_near(const struct rules *r, struct str key)
{
	size_t i;

	if (key.n < 4 || rules_spelling(r, key) || is_ordinary(key) || text_has_digit(key))
		return NULL;
	for (i = 0; i < r->nspellings; i++)
		if (r->spellings[i].key.n >= 4 && text_one_apart(key, r->spellings[i].key))
			return &r->spellings[i];
	return NULL;
}
