#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "diff.h"
#include "names.h"
#include "revise.h"
#include "save.h"
#include "term.h"
#include "text.h"

void
revise_start(struct revise *r, const char *operand)
{
	struct tool *t = &r->t;
	struct stat st;

	t->operand = strcmp(operand, "-") == 0 || lstat(operand, &st) == 0 ? operand : tool_default_operand();
	tool_rules(t);
	tool_output(t);
	r->lookup = (struct lookup){.rules = &t->rules, .today = t->today, .root = text_c(tool_default_operand())};
	r->editor = editor_new(&t->rules, t->today);
}

static void
append(struct revise *r, struct strs *list, size_t *cap, struct str s)
{
	list->v = mem_grow(list->v, list->n, cap, sizeof *list->v);
	list->v[list->n++] = mem_str(&r->t.mem, s);
}

/* ---- what may be written ---- */

static void
allow_directory(struct revise *r, struct str directory)
{
	const struct strs *list = &r->writable;

	if (!list->n || !text_eq(list->v[list->n - 1], directory))
		append(r, &r->writable, &r->writable_cap, directory);
}

static void
allow_note(struct revise *r, struct str path)
{
	if (!memchr(path.s, '\0', path.n))
		allow_directory(r, text_folder(path));
}

static void
confine(struct revise *r)
{
	if (!r->confined)
		tool_confine(r->writable);
	r->confined = true;
}

/* ---- operands ---- */

static bool
is_directory(struct str path)
{
	struct stat st;

	return stat(path.s, &st) == 0 && S_ISDIR(st.st_mode);
}

static void
expect_stdin(struct revise *r)
{
	struct buf b = {0};
	struct str rest, path;

	if (names_read_stdin(&b)) {
		for (rest = buf_text(&b); names_next(&rest, r->t.nul, &path);) {
			append(r, &r->listed, &r->listed_cap, path);
			allow_note(r, path);
		}
	}
	buf_free(&b);
}

void
revise_expect(struct revise *r, const char *operand)
{
	struct stat st;

	if (strcmp(operand, "-") == 0)
		expect_stdin(r);
	else if (lstat(operand, &st) == 0)
		allow_note(r, text_c(operand));
	else if (is_directory(r->lookup.root))
		allow_directory(r, r->lookup.root);
	else
		allow_note(r, r->lookup.root);
}

static void
add_path(struct revise *r, struct str path)
{
	size_t i;

	for (i = 0; i < r->notes.n; i++)
		if (names_order(r->notes.v[i], path) == 0)
			return;
	append(r, &r->notes, &r->notes_cap, path);
}

static void
add_listed(struct revise *r)
{
	size_t i;

	for (i = 0; i < r->listed.n; i++)
		add_path(r, r->listed.v[i]);
	r->listed.n = 0;
}

bool
revise_add(struct revise *r, const char *operand)
{
	struct str path;

	confine(r);
	if (strcmp(operand, "-") == 0) {
		add_listed(r);
		return true;
	}
	path = lookup_path(&r->lookup, text_c(operand));
	if (path.s)
		add_path(r, path);
	return path.s;
}

/* ---- values ---- */

struct str
revise_text(struct revise *r, const char *option, const char *text)
{
	struct str s = text_trim(text_c(text));

	if (!text_is_line(s))
		diag_die("%s: %s has a line break, control character or byte that is not UTF-8; write one line", option,
		    tool_quote(&r->t, s));
	return s;
}

day
revise_happened(struct revise *r, const char *option, const char *value)
{
	day d = value ? tool_date(&r->t, option, value, -1) : r->t.today;

	if (d > r->t.today)
		diag_die("%s: %s is after today, and has not happened yet", option, tool_quote(&r->t, text_c(value)));
	return d;
}

#define WHAT_WAS_DONE "what was done: call, email, card or another kind of fu-note(5)"

/* What to write for an action of fu-due, which somebody took for a kind; NULL: it is none. */
static const char *
instead_of(const struct tool *t, struct str word)
{
	static const char *const known[][2] = {
		{"report", "update"}, {"thank", "thanks"}, {"chase", "nudge"}, {"deliver", "fu-promise --kept"},
		{"greet", WHAT_WAS_DONE}, {"follow-up", WHAT_WAS_DONE}, {"keep-in-touch", WHAT_WAS_DONE},
	};
	size_t i;

	for (i = 0; i < LEN(known); i++)
		if (text_is(word, known[i][0]))
			return known[i][1];
	return tool_suggests(t, word) ? WHAT_WAS_DONE : NULL;
}

/* The kind that a name is one letter off; s is NULL where there is none. */
static struct str
near_kind(struct revise *r, struct str name)
{
	const struct rules *rules = &r->t.rules;
	struct str folded = text_fold(&r->t.mem, name);
	size_t i;

	for (i = 0; i < rules->nkinds; i++)
		if (text_one_apart(folded, rules->kinds[i].name))
			return rules->kinds[i].name;
	return (struct str){0};
}

int
revise_kind(struct revise *r, struct str name, unsigned line, unsigned col, struct diag *d)
{
	int kind = rules_kind(&r->t.rules, name);
	const char *quoted = diag_quote(d, name), *instead;
	struct str near;

	if (kind >= 0)
		return kind;
	near = near_kind(r, name);
	instead = instead_of(&r->t, name);
	if (instead)
		diag_add(d, CHECK_VALUE, line, col, "%s is an action of fu-due, and no kind of touch; write %s", quoted,
		    instead);
	else if (near.s)
		diag_add(d, CHECK_VALUE, line, col, "%s is no kind of touch; did you mean '%.*s'?", quoted, (int)near.n,
		    near.s);
	else
		diag_add(d, CHECK_VALUE, line, col, "%s is no kind of touch; write call, email, meeting or another "
		    "one of fu-note(5), or add it to kinds: of fu-rules(5)", quoted);
	return -1;
}

/* ---- changing ---- */

/* A note that is to change, and what it is to hold. */
struct session {
	struct str path;
	bool open;
	struct save save;
	struct buf text;        /* after the changes so far */
	bool changed;
	struct mem mem;
	struct diag d;
};

static struct str
text_now(const struct session *s)
{
	return buf_text(s->changed ? &s->text : &s->save.old);
}

static enum edit_result
apply(struct revise *r, struct session *s, const struct change *c, struct diag *d)
{
	struct buf out = {0};
	enum edit_result result = edit_note(r->editor, s->save.path, text_now(s), c, &out, d);

	if (result == EDIT_DONE) {
		buf_free(&s->text);
		s->text = out;
		s->changed = true;
	} else {
		buf_free(&out);
	}
	return result;
}

/* A terminal is not to do what a note says. */
void
revise_show(struct revise *r, struct str path, struct str old, struct str new)
{
	struct buf diff = {0}, shown = {0};

	diff_unified(&diff, path, old, new);
	if (term_is_output())
		text_show(&shown, buf_text(&diff));
	else
		buf_add(&shown, diff.s, diff.n);
	rec_raw(&r->t.rec, buf_text(&shown));
	buf_free(&diff);
	buf_free(&shown);
}

/* Whether the note is open. Either way end() must follow. */
static bool
begin(struct session *s, struct str path)
{
	*s = (struct session){.path = path};
	s->d.mem = &s->mem;
	s->open = save_open(&s->save, path, &s->d);
	return s->open;
}

static void
put_back(struct revise *r, struct session *s)
{
	if (s->changed && r->t.dry_run)
		revise_show(r, s->path, buf_text(&s->save.old), text_now(s));
	else if (s->changed)
		save_replace(&s->save, text_now(s), &s->d);
}

/* With keep, puts back what was changed. */
static void
end(struct revise *r, struct session *s, bool keep)
{
	if (s->open && keep)
		put_back(r, s);
	if (s->open)
		save_close(&s->save, &s->d);
	diag_print(s->d.first, s->path);
	buf_free(&s->text);
	mem_free(&s->mem);
}

static void
revise_one(struct revise *r, struct str path, const struct change *changes, size_t n)
{
	struct session s;
	size_t i = 0;

	if (begin(&s, path))
		while (i < n && apply(r, &s, &changes[i], &s.d) != EDIT_REFUSED)
			i++;
	end(r, &s, i == n);
}

void
revise_notes(struct revise *r, const struct change *changes, size_t n)
{
	size_t i;

	for (i = 0; i < r->notes.n; i++)
		revise_one(r, r->notes.v[i], changes, n);
}

static int
compare(const void *a, const void *b)
{
	const struct request *x = a, *y = b;
	int order = names_order(x->path, y->path);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* Says of a line of standard input why it was not carried out. */
static void
print_refusal(const struct request *request, const struct diag *why)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	const char *path = diag_path(&d, request->path);
	const struct diag_msg *m;

	for (m = why->first; m; m = m->next) {
		if (m->line)
			diag_add(&d, m->check, request->line, 0, "%s:%u: %s", path, m->line, m->text.s);
		else
			diag_add(&d, m->check, request->line, 0, "%s: %s", path, m->text.s);
	}
	diag_print(d.first, STR("standard input"));
	mem_free(&mem);
}

/* Those of one note. */
static void
carry_out(struct revise *r, const struct request *requests, size_t n)
{
	struct session s;
	size_t i;

	if (begin(&s, requests[0].path)) {
		for (i = 0; i < n; i++) {
			struct diag why = {.mem = &s.mem};

			if (apply(r, &s, &requests[i].change, &why) == EDIT_REFUSED)
				print_refusal(&requests[i], &why);
		}
	}
	end(r, &s, true);
}

void
revise_requests(struct revise *r, struct request *requests, size_t n)
{
	size_t i, next;

	if (n)
		qsort(requests, n, sizeof *requests, compare);
	for (i = 0; i < n; i++)
		allow_note(r, requests[i].path);
	confine(r);
	for (i = 0; i < n; i = next) {
		for (next = i + 1; next < n && names_order(requests[next].path, requests[i].path) == 0;)
			next++;
		carry_out(r, requests + i, next - i);
	}
}

int
revise_finish(struct revise *r)
{
	editor_free(r->editor);
	lookup_free(&r->lookup);
	free(r->notes.v);
	free(r->listed.v);
	free(r->writable.v);
	return tool_finish(&r->t);
}
