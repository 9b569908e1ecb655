#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "lookup.h"
#include "match.h"
#include "text.h"

enum {
	THREADS = 4,
	SHOWN = 10,             /* notes that are listed */
	SHORT = 3,              /* what is shorter is one letter off too many words */
};

/* A note, and what it may be called by, folded. A bad one is known by its path alone. */
struct called {
	const struct note *note;
	bool bad;
	struct str path, stem, id;      /* with the ending, and without */
	struct str name;
	struct strs aliases, email;
	struct strs id_words, name_words;
};

/* What is looked up, folded. */
struct wanted {
	struct str text;
	struct str last;        /* without folders and ending */
	struct strs words;      /* of that */
};

typedef bool fits_fn(const struct called *c, const struct wanted *w);

/* Notes that fit, by path. */
struct hits {
	const struct called **v;
	size_t n;
};

/* ---- what notes are called ---- */

static struct strs
fold_all(struct mem *mem, struct strs list)
{
	struct strs out = {mem_array(mem, list.n, sizeof *out.v), list.n};
	size_t i;

	for (i = 0; i < list.n; i++)
		out.v[i] = text_fold(mem, list.v[i]);
	return out;
}

/* The runs of letters and digits, parts of s. */
static struct strs
split(struct lookup *l, struct mem *mem, struct str s)
{
	struct strs out = {mem_array(mem, s.n / 2 + 1, sizeof *out.v), 0};

	while (s.n && match(l->matcher, l->word, s) == MATCH_YES) {
		const char *end = match_end(l->matcher);

		out.v[out.n++] = match_group(l->matcher, 1);
		s = (struct str){end, s.n - (size_t)(end - s.s)};
	}
	return out;
}

static void
call(struct lookup *l, struct called *c, const struct note *note, bool bad)
{
	size_t ending = note->path.n - note_stem(note->path).n;

	*c = (struct called){.note = note, .bad = bad, .path = text_fold(&l->mem, note->path)};
	c->stem = (struct str){c->path.s, c->path.n - ending};
	c->id = text_base(c->stem);
	c->id_words = split(l, &l->mem, c->id);
	if (bad)
		return;
	c->name = text_fold(&l->mem, note->name);
	c->name_words = split(l, &l->mem, c->name);
	c->aliases = fold_all(&l->mem, note_rest(note)->aliases);
	c->email = fold_all(&l->mem, note_rest(note)->email);
}

static int
compare(const void *a, const void *b)
{
	return names_order(((const struct called *)a)->note->path, ((const struct called *)b)->note->path);
}

static const struct load *
read_notes(struct lookup *l)
{
	struct reading reading = {.rules = l->rules, .today = l->today, .name = true};
	size_t i;

	names_add(&l->names, l->root);
	names_sort(&l->names);
	load_notes(&l->load, &l->names, &reading, THREADS);
	for (i = 0; i < l->load.nbad; i++)
		diag_print_warnings(l->load.bad[i].messages, l->load.bad[i].path);
	return &l->load;
}

static void
call_all(struct lookup *l)
{
	const struct load *load = l->among ? l->among : read_notes(l);
	char error[256];
	size_t i;

	l->matcher = matcher_new();
	l->word = pattern_compile(STR("([\\p{L}\\p{M}\\p{N}]+)"), 0, error, &i);
	if (!l->word)
		diag_die("%s", error);
	l->called = mem_array(&l->mem, load->book.n + load->nbad + 1, sizeof *l->called);
	for (i = 0; i < load->book.n; i++)
		call(l, &l->called[l->n++], &load->book.notes[i], false);
	for (i = 0; i < load->nbad; i++)
		call(l, &l->called[l->n++], &load->bad[i], true);
	qsort(l->called, l->n, sizeof *l->called, compare);
}

/* ---- what fits ---- */

static bool
ends_in(struct str path, struct str end)
{
	struct str tail;

	if (path.n < end.n || (path.n > end.n && path.s[path.n - end.n - 1] != '/'))
		return false;
	tail = (struct str){path.s + path.n - end.n, end.n};
	return text_eq(tail, end);
}

static bool
has(struct strs list, struct str s)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		if (text_eq(list.v[i], s))
			return true;
	return false;
}

static bool
has_all(struct strs list, struct strs words)
{
	size_t i;

	for (i = 0; i < words.n && has(list, words.v[i]);)
		i++;
	return i == words.n;
}

static bool
by_id(const struct called *c, const struct wanted *w)
{
	return ends_in(c->stem, w->text) || ends_in(c->path, w->text);
}

static bool
by_name(const struct called *c, const struct wanted *w)
{
	return text_eq(c->name, w->text);
}

static bool
by_alias(const struct called *c, const struct wanted *w)
{
	return has(c->aliases, w->text);
}

static bool
by_email(const struct called *c, const struct wanted *w)
{
	return has(c->email, w->text);
}

/* What has a folder or an ending is meant as a path. */
static bool
by_words(const struct called *c, const struct wanted *w)
{
	return w->words.n && w->last.n == w->text.n
	    && (has_all(c->id_words, w->words) || has_all(c->name_words, w->words));
}

/* ---- what comes near ---- */

static bool
is_slip(struct str s, struct str wanted)
{
	return wanted.n >= SHORT && text_one_apart(s, wanted);
}

static bool
has_slip(struct strs list, struct str wanted)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		if (is_slip(list.v[i], wanted))
			return true;
	return false;
}

static bool
begins_one(struct strs list, struct str head)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		if (list.v[i].n >= head.n && text_eq((struct str){list.v[i].s, head.n}, head))
			return true;
	return false;
}

/* Whether each of some words begins one of the list, or is one letter off it. */
static bool
nearly_all(struct strs list, struct strs words)
{
	size_t i;

	for (i = 0; i < words.n && (begins_one(list, words.v[i]) || has_slip(list, words.v[i]));)
		i++;
	return words.n && i == words.n;
}

static bool
is_near(const struct called *c, const struct wanted *w)
{
	return is_slip(c->id, w->last) || is_slip(c->name, w->text) || has_slip(c->aliases, w->text)
	    || has_slip(c->email, w->text) || nearly_all(c->id_words, w->words) || nearly_all(c->name_words, w->words);
}

/* ---- looking up ---- */

static bool
find(const struct lookup *l, fits_fn *fits, const struct wanted *w, struct hits *hits)
{
	size_t i;

	for (hits->n = i = 0; i < l->n; i++)
		if (fits(&l->called[i], w))
			hits->v[hits->n++] = &l->called[i];
	return hits->n > 0;
}

static void
list(struct diag *d, const struct hits *hits)
{
	size_t i;

	for (i = 0; i < hits->n && i < SHOWN; i++) {
		const struct note *n = hits->v[i]->note;

		diag_error("  %s (%s)", diag_path(d, n->path), diag_plain(d, n->name.s ? n->name : note_id(n)));
	}
	if (i < hits->n)
		diag_error("  and %zu more", hits->n - i);
}

static void
refuse(const struct lookup *l, struct str operand, const struct wanted *w, struct hits *hits, struct diag *d)
{
	const char *quoted = diag_quote(d, operand);

	if (hits->n > 1)
		diag_error("%s is more than one note; write the id or path of one:", quoted);
	else
		diag_error("%s: no note under %s has this id, name or address; %s", quoted, diag_path(d, l->root),
		    find(l, is_near, w, hits) ? "near it:" : "fu-list -f path,name lists them");
	list(d, hits);
}

static const struct note *
look_up(struct lookup *l, struct str operand, struct mem *mem)
{
	static fits_fn *const exact[] = {by_id, by_name, by_alias, by_email};
	struct wanted w = {.text = text_fold(mem, operand)};
	struct hits hits = {mem_array(mem, l->n + 1, sizeof *hits.v), 0};
	struct diag d = {.mem = mem};
	const struct called *c;
	size_t i;

	w.last = note_stem(text_base(w.text));
	w.words = split(l, mem, w.last);
	for (i = 0; i < LEN(exact) && !find(l, exact[i], &w, &hits);)
		i++;
	if (!hits.n)
		find(l, by_words, &w, &hits);
	if (hits.n != 1) {
		refuse(l, operand, &w, &hits, &d);
		return NULL;
	}
	c = hits.v[0];
	if (c->bad) {
		diag_error("%s is %s, which could not be read", diag_quote(&d, operand), diag_path(&d, c->note->path));
		return NULL;
	}
	if (i == LEN(exact))
		diag_remark("%s is %s", diag_quote(&d, operand), diag_path(&d, c->note->path));
	return c->note;
}

/* Returns 0, or an errno value where there is no telling what the path is; *is_path: whether something is there. */
static int
look_at(struct mem *mem, struct str operand, bool *is_path)
{
	struct str path = mem_str(mem, operand);
	struct stat st;

	*is_path = !memchr(path.s, '\0', path.n) && lstat(path.s, &st) == 0;
	if (*is_path || memchr(path.s, '\0', path.n))
		return 0;
	return errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG ? 0 : errno;
}

const struct note *
lookup_called(struct lookup *l, struct str operand)
{
	struct mem mem = {0};
	const struct note *found;

	if (!operand.n) {
		diag_error("'' is no note; write a path, an id, a name or an address");
		return NULL;
	}
	if (!l->called)
		call_all(l);
	found = look_up(l, operand, &mem);
	mem_free(&mem);
	return found;
}

struct str
lookup_path(struct lookup *l, struct str operand)
{
	struct mem mem = {0};
	const struct note *note;
	bool is_path;
	char text[128];
	int problem = look_at(&mem, operand, &is_path);

	mem_free(&mem);
	if (is_path)
		return operand;
	if (problem) {
		diag_file(operand, file_problem(problem, text));
		return (struct str){0};
	}
	note = lookup_called(l, operand);
	return note ? note->path : (struct str){0};
}

void
lookup_free(struct lookup *l)
{
	load_free(&l->load);
	names_free(&l->names);
	pattern_free(l->word);
	matcher_free(l->matcher);
	mem_free(&l->mem);
	*l = (struct lookup){.rules = l->rules, .today = l->today, .root = l->root};
}
