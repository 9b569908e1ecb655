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
	r->lookup = (struct lookup){.rules = &t->rules, .today = t->today};
	r->editor = editor_new(&t->rules, t->today);
}

/* ---- operands ---- */

static void
add_path(struct revise *r, struct str path)
{
	size_t i;

	for (i = 0; i < r->notes.n; i++)
		if (names_order(r->notes.v[i], path) == 0)
			return;
	r->notes.v = mem_grow(r->notes.v, r->notes.n, &r->notes_cap, sizeof *r->notes.v);
	r->notes.v[r->notes.n++] = mem_str(&r->t.mem, path);
}

static void
add_stdin(struct revise *r)
{
	struct buf b = {0};
	size_t at = 0, end;

	if (names_read_stdin(&b)) {
		for (; at < b.n; at = end + 1) {
			const char *p = memchr(b.s + at, r->t.nul ? '\0' : '\n', b.n - at);

			end = p ? (size_t)(p - b.s) : b.n;
			if (end > at)
				add_path(r, (struct str){b.s + at, end - at});
		}
	}
	buf_free(&b);
}

void
revise_add(struct revise *r, const char *operand)
{
	struct str path;

	if (strcmp(operand, "-") == 0) {
		add_stdin(r);
		return;
	}
	path = lookup_path(&r->lookup, text_c(operand));
	if (path.s)
		add_path(r, path);
	else
		r->unknown++;
}

/* ---- values ---- */

struct str
revise_text(struct revise *r, const char *option, const char *text)
{
	struct str s = text_trim(text_c(text));
	struct diag d = {.mem = &r->t.mem};

	if (!text_is_line(s))
		diag_die("%s: %s has a line break, control character or byte that is not UTF-8; write one line", option,
		    diag_quote(&d, s));
	return s;
}

day
revise_happened(struct revise *r, const char *option, const char *value)
{
	day d = value ? tool_date(&r->t, option, value, -1) : r->t.today;
	struct diag quoted = {.mem = &r->t.mem};

	if (d > r->t.today)
		diag_die("%s: %s is after today, and has not happened yet", option, diag_quote(&quoted, text_c(value)));
	return d;
}

int
revise_kind(struct revise *r, struct str name, struct diag *d)
{
	const struct rules *rules = &r->t.rules;
	int kind = rules_kind(rules, name);
	size_t i;

	if (kind >= 0)
		return kind;
	for (i = 0; i < rules->nkinds; i++)
		if (text_one_apart(text_fold(&r->t.mem, name), rules->kinds[i].name))
			break;
	if (i < rules->nkinds)
		diag_add(d, CHECK_VALUE, 0, 0, "%s is no kind of touch; did you mean '%.*s'?", diag_quote(d, name),
		    (int)rules->kinds[i].name.n, rules->kinds[i].name.s);
	else
		diag_add(d, CHECK_VALUE, 0, 0,
		    "%s is no kind of touch; write call, email, meeting or another one of fu-rules(5), or add it to kinds: there",
		    diag_quote(d, name));
	return -1;
}

/* ---- changing ---- */

/* A note that is open, and what it is to hold. */
struct session {
	struct save save;
	struct buf text;        /* after the changes so far */
	bool changed;
};

static struct str
text_now(const struct session *s)
{
	return s->changed ? (struct str){s->text.s, s->text.n} : (struct str){s->save.old.s, s->save.old.n};
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
		text_show(&shown, (struct str){diff.s, diff.n});
	else
		buf_add(&shown, diff.s, diff.n);
	rec_raw(&r->t.rec, (struct str){shown.s, shown.n});
	buf_free(&diff);
	buf_free(&shown);
}

static void
put_back(struct revise *r, struct session *s, struct diag *d)
{
	if (s->changed && r->dry_run)
		revise_show(r, s->save.path, (struct str){s->save.old.s, s->save.old.n}, text_now(s));
	else if (s->changed)
		save_replace(&s->save, text_now(s), d);
}

static void
revise_one(struct revise *r, struct str path, const struct change *changes, size_t n)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct session s = {0};
	size_t i;

	if (save_open(&s.save, path, &d)) {
		for (i = 0; i < n && apply(r, &s, &changes[i], &d) != EDIT_REFUSED;)
			i++;
		if (i == n)
			put_back(r, &s, &d);
		save_close(&s.save, &d);
	}
	diag_print(d.first, path);
	buf_free(&s.text);
	mem_free(&mem);
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
	const struct record *x = a, *y = b;
	int order = names_order(x->path, y->path);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* Says of a line of standard input why it was not carried out. */
static void
print_record(const struct record *record, const struct diag *why)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	const struct diag_msg *m;

	for (m = why->first; m; m = m->next) {
		if (m->line)
			diag_add(&d, m->check, record->line, 0, "%s:%u: %s", diag_path(&d, record->path), m->line, m->text.s);
		else
			diag_add(&d, m->check, record->line, 0, "%s: %s", diag_path(&d, record->path), m->text.s);
	}
	diag_print(d.first, STR("standard input"));
	mem_free(&mem);
}

/* Those of one note. */
static void
carry_out(struct revise *r, const struct record *records, size_t n)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct session s = {0};
	size_t i;

	if (save_open(&s.save, records[0].path, &d)) {
		for (i = 0; i < n; i++) {
			struct diag why = {.mem = &mem};

			if (apply(r, &s, &records[i].change, &why) == EDIT_REFUSED)
				print_record(&records[i], &why);
		}
		put_back(r, &s, &d);
		save_close(&s.save, &d);
	}
	diag_print(d.first, records[0].path);
	buf_free(&s.text);
	mem_free(&mem);
}

void
revise_records(struct revise *r, struct record *records, size_t n)
{
	size_t i, end;

	if (n)
		qsort(records, n, sizeof *records, compare);
	for (i = 0; i < n; i = end) {
		for (end = i + 1; end < n && names_order(records[end].path, records[i].path) == 0;)
			end++;
		carry_out(r, records + i, end - i);
	}
}

int
revise_finish(struct revise *r)
{
	editor_free(r->editor);
	lookup_free(&r->lookup);
	free(r->notes.v);
	return tool_finish(&r->t);
}
