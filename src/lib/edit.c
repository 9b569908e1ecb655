#include <stdlib.h>
#include <string.h>

#include "edit.h"
#include "plan.h"
#include "read.h"
#include "text.h"

struct editor {
	struct reading reading;
	struct mem facts;       /* of the notes that are read */
	struct note_reader *reader;
	struct mem mem;         /* for one edit */
	/* What the reader's call is to do. */
	struct facts *take;
	struct plan *plan;      /* NULL: nothing but take the facts */
	bool planned;
	unsigned unclosed;      /* the line of a block of code that is not closed; 0: there is none */
};

static bool (*const plans[])(struct plan *) = {
	[CHANGE_TOUCH] = plan_touch, [CHANGE_PROMISE] = plan_promise, [CHANGE_KEPT] = plan_kept, [CHANGE_FIELD] = plan_field,
};

static unsigned
unclosed_line(const struct diag *d)
{
	const struct diag_msg *m;

	for (m = d->first; m; m = m->next)
		if (m->check == CHECK_CODE)
			return m->line;
	return 0;
}

static void
look(void *arg, struct note_reader *w)
{
	struct editor *e = arg;

	facts_take(e->take, w, &e->mem);
	if (!e->plan)
		return;
	e->plan->w = w;
	e->unclosed = unclosed_line(&w->d);
	if (yaml_odd_break(w->front.text))
		plan_refuse(e->plan, w->front.line, 0, "the front matter has a line break of YAML's own, a CR alone, U+0085, U+2028 or U+2029; "
		    "write LF instead");
	else
		e->planned = plans[e->plan->change->kind](e->plan);
}

struct editor *
editor_new(const struct rules *rules, day today)
{
	struct editor *e = mem_resize(NULL, 1, sizeof *e);

	*e = (struct editor){.reading = {.rules = rules, .today = today, .body = true, .name = true, .lines = true, .see = look}};
	e->reading.arg = e;
	e->reader = note_reader_new(&e->reading, &e->facts);
	return e;
}

void
editor_free(struct editor *e)
{
	note_reader_free(e->reader);
	mem_free(&e->facts);
	mem_free(&e->mem);
	free(e);
}

/* Reads a file, and plans, if there is something to. What is wrong with a file that could not be read goes to d. */
static enum note_result
read_file(struct editor *e, struct str path, struct str file, struct facts *facts, struct plan *plan, struct diag *d)
{
	struct note note = {.path = path};
	const struct diag_msg *m;
	enum note_result result;

	e->take = facts;
	e->plan = plan;
	mem_reset(&e->facts);
	result = note_read(e->reader, file, &note);
	if (result == NOTE_BAD)
		for (m = note.messages; m; m = m->next)
			diag_add(d, m->check, m->line, m->col, "%.*s", (int)m->text.n, m->text.s);
	return result;
}

static void
splice(struct buf *out, struct str file, const struct plan *p)
{
	buf_add(out, file.s, p->at);
	buf_add(out, p->text.s, p->text.n);
	buf_add(out, file.s + p->at + p->gone, file.n - p->at - p->gone);
}

/* Reads what came out, and compares. */
static bool
is_as_planned(struct editor *e, struct str path, const struct buf *out, const struct facts *before, const struct plan *p)
{
	struct diag unheard = {.mem = &e->mem};
	struct facts after = {0};
	bool good = read_file(e, path, (struct str){out->s, out->n}, &after, NULL, &unheard) == NOTE_READ
	    && after.messages <= before->messages && facts_differ_by(before, &after, p->leave, p->come, p->field);

	free(after.v);
	return good;
}

static enum edit_result
refuse(struct diag *d, unsigned line, const char *what)
{
	diag_add(d, CHECK_VALUE, line, 0, "%s", what);
	return EDIT_REFUSED;
}

/* A front matter of the one field, for a file that has none. */
static enum edit_result
add_front(struct editor *e, struct str path, struct str file, const struct change *c, struct buf *out, struct diag *d)
{
	size_t bom = file.n >= 3 && memcmp(file.s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	const char *lf = file.n ? memchr(file.s, '\n', file.n) : NULL;
	const char *end = lf && lf > file.s && lf[-1] == '\r' ? "\r\n" : "\n";
	enum edit_result result;
	struct buf empty = {0};

	if (!c->text.n)
		return EDIT_NOTHING;
	if (note_stem(path).n == path.n)
		return refuse(d, 0, "no note: its name does not end in .md or .markdown");
	if (utf8_valid(file) < file.n || (file.n && memchr(file.s, '\0', file.n)))
		return refuse(d, 0, "no note: it is not text in UTF-8");
	buf_add(&empty, file.s, bom);
	buf_fmt(&empty, "---%s---%s", end, end);
	buf_add(&empty, file.s + bom, file.n - bom);
	result = edit_note(e, path, (struct str){empty.s, empty.n}, c, out, d);
	buf_free(&empty);
	return result;
}

/* A conflict that is being resolved is nobody else's to touch. */
static unsigned
conflict_line(struct str file)
{
	unsigned n;

	for (n = 1; file.n; n++) {
		struct str line = text_line(&file);

		if (line.n > 7 && (memcmp(line.s, "<<<<<<< ", 8) == 0 || memcmp(line.s, ">>>>>>> ", 8) == 0))
			return n;
	}
	return 0;
}

/* One attempt; *again where it is worth another one without heed of the note's own style. */
static enum edit_result
attempt(struct editor *e, struct str path, struct str file, struct plan *p, struct buf *out, bool *again)
{
	struct facts facts = {0};
	enum edit_result result = EDIT_REFUSED;

	p->facts = &facts;
	p->field = -1;
	e->planned = false;
	*again = false;
	switch (read_file(e, path, file, &facts, p, p->d)) {
	case NOTE_NONE:
	case NOTE_PASSED_OVER:
		if (p->change->kind == CHANGE_FIELD)
			result = add_front(e, path, file, p->change, out, p->d);
		else
			refuse(p->d, 1, "no front matter, so no note; begin it with a line '---', fields, and a line '---'");
		break;
	case NOTE_BAD:
		break;
	case NOTE_READ:
		if (!e->planned)
			break;
		result = p->nothing ? EDIT_NOTHING : EDIT_DONE;
		if (p->nothing)
			break;
		splice(out, file, p);
		if (is_as_planned(e, path, out, &facts, p))
			break;
		out->n = 0;
		*again = p->styled && !p->plain;
		result = EDIT_REFUSED;
		if (!*again && e->unclosed)
			refuse(p->d, e->unclosed, "a block of code or a comment begins here and is not closed, so nothing can stand behind it");
		else if (!*again)
			refuse(p->d, 0, "this would be read as something else than what is meant; write it by hand, or in other words");
		break;
	}
	free(facts.v);
	return result;
}

enum edit_result
edit_note(struct editor *e, struct str path, struct str file, const struct change *change, struct buf *out, struct diag *d)
{
	struct plan p = {.file = file, .change = change, .mem = &e->mem, .d = d};
	unsigned conflict = conflict_line(file);
	enum edit_result result;
	bool again;

	mem_reset(&e->mem);
	if (conflict)
		return refuse(d, conflict, "a conflict marker; resolve the conflict first");
	if (!text_is_line(change->text) || !text_is_line(change->key))
		return refuse(d, 0, "what is to be written is not one line of UTF-8 without control characters");
	result = attempt(e, path, file, &p, out, &again);
	if (again) {
		buf_free(&p.text);
		p = (struct plan){.file = file, .change = change, .mem = &e->mem, .d = d, .plain = true};
		result = attempt(e, path, file, &p, out, &again);
	}
	buf_free(&p.text);
	return result;
}
