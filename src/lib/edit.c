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
};

/* What is to be done. */
struct job {
	struct str path, file;
	const struct change *change;
	struct buf *out;
	struct diag *d;
};

/* What the reader's call is to do. */
struct look {
	struct mem *mem;
	struct facts *facts;
	struct plan *plan;      /* NULL: nothing but take the facts */
	bool planned;
	unsigned unclosed;      /* the line of a block of code or comment that is not closed; 0: there is none */
};

static bool (*const plans[])(struct plan *) = {
	[CHANGE_TOUCH] = plan_touch, [CHANGE_PROMISE] = plan_promise, [CHANGE_KEPT] = plan_kept,
	[CHANGE_FIELD] = plan_field,
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
	struct look *l = *(struct look **)arg;

	facts_take(l->facts, w, l->mem);
	if (!l->plan)
		return;
	l->plan->w = w;
	l->unclosed = unclosed_line(&w->d);
	if (yaml_odd_break(w->front.text))
		plan_refuse(l->plan, w->front.line, 0,
		    "the front matter has a line break of YAML's own, a CR alone, U+0085, U+2028 or U+2029; write LF instead");
	else
		l->planned = plans[l->plan->change->kind](l->plan);
}

struct editor *
editor_new(const struct rules *rules, day today)
{
	struct editor *e = mem_resize(NULL, 1, sizeof *e);

	*e = (struct editor){.reading = {
		.rules = rules, .today = today, .body = true, .name = true, .lines = true, .see = look,
	}};
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

/* Reads a file, and does what is to be done meanwhile. What is wrong with a file that could not be read goes to d. */
static enum note_result
read_file(struct editor *e, struct str path, struct str file, struct look *l, struct diag *d)
{
	struct note note = {.path = path};
	const struct diag_msg *m;
	enum note_result result;

	l->mem = &e->mem;
	e->reading.arg = &l;
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

/* Reads what came out, and compares. *fault is what there would be to say of it then; NULL: nothing. */
static bool
is_as_planned(struct editor *e, const struct job *j, const struct facts *before, const struct plan *p,
    const struct str **fault)
{
	struct diag unheard = {.mem = &e->mem};
	struct facts after = {0};
	struct look l = {.facts = &after};
	bool good = read_file(e, j->path, buf_text(j->out), &l, &unheard) == NOTE_READ;

	*fault = good ? facts_say_more(before, &after) : NULL;
	good = good && !*fault && facts_differ_by(before, &after, p->leave, p->come, p->field);
	free(after.v);
	return good;
}

static enum edit_result
refuse(struct diag *d, unsigned line, const char *what)
{
	diag_add(d, CHECK_VALUE, line, 0, "%s", what);
	return EDIT_REFUSED;
}

static enum edit_result
refuse_unlike(struct diag *d, unsigned unclosed, const struct str *fault)
{
	if (unclosed)
		return refuse(d, unclosed,
		    "a block of code or a comment begins here and is not closed, so nothing can stand behind it");
	if (fault && fault->n) {
		diag_add(d, CHECK_VALUE, 0, 0, "the note would then have a fault: %.*s", (int)fault->n, fault->s);
		return EDIT_REFUSED;
	}
	return refuse(d, 0,
	    "this would be read as something else than what is meant; write it by hand, or in other words");
}

/* One attempt, with heed of the note's own style or not; what comes out unlike the plan is refused. */
static enum edit_result
attempt(struct editor *e, const struct job *j, bool plain)
{
	struct facts facts = {0};
	struct plan p = {
		.file = j->file, .change = j->change, .facts = &facts, .mem = &e->mem, .d = j->d, .plain = plain,
		.field = -1,
	};
	struct look l = {.facts = &facts, .plan = &p};
	enum edit_result result = EDIT_REFUSED;
	const struct str *fault;

	if (read_file(e, j->path, j->file, &l, j->d) == NOTE_READ && l.planned)
		result = p.nothing ? EDIT_NOTHING : EDIT_DONE;
	if (result == EDIT_DONE)
		splice(j->out, j->file, &p);
	if (result == EDIT_DONE && !is_as_planned(e, j, &facts, &p, &fault)) {
		j->out->n = 0;
		result = p.styled && !plain ? attempt(e, j, true) : refuse_unlike(j->d, l.unclosed, fault);
	}
	buf_free(&p.text);
	free(facts.v);
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

static bool
has_front(struct str file)
{
	struct mem mem = {0};
	struct diag unheard = {.mem = &mem};
	struct front front = {0};
	bool found = front_find(file, &front, &unheard) != FRONT_NONE;

	mem_free(&mem);
	return found;
}

/* Gives a file an empty front matter, for a field to be added to. */
static enum edit_result
add_front(const struct job *j, struct buf *out)
{
	struct str file = j->file;
	size_t bom = file.n >= 3 && memcmp(file.s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	const char *lf = file.n ? memchr(file.s, '\n', file.n) : NULL;
	const char *end = lf && lf > file.s && lf[-1] == '\r' ? "\r\n" : "\n";

	if (j->change->kind != CHANGE_FIELD)
		return refuse(j->d, 1,
		    "no front matter, so no note; begin it with a line '---', fields, and a line '---'");
	if (!j->change->text.n)
		return EDIT_NOTHING;
	if (note_stem(j->path).n == j->path.n)
		return refuse(j->d, 0, "no note: its name does not end in .md or .markdown");
	if (utf8_valid(file) < file.n || (file.n && memchr(file.s, '\0', file.n)))
		return refuse(j->d, 0, "no note: it is not text in UTF-8");
	buf_add(out, file.s, bom);
	buf_fmt(out, "---%s---%s", end, end);
	buf_add(out, file.s + bom, file.n - bom);
	return EDIT_DONE;
}

enum edit_result
edit_note(struct editor *e, struct str path, struct str file, const struct change *change, struct buf *out,
    struct diag *d)
{
	struct job j = {path, file, change, out, d};
	unsigned conflict = conflict_line(file);
	enum edit_result result = EDIT_DONE;
	struct buf with_front = {0};

	mem_reset(&e->mem);
	if (conflict)
		return refuse(d, conflict, "a conflict marker; resolve the conflict first");
	if (!text_is_line(change->text) || !text_is_line(change->key))
		return refuse(d, 0, "what is to be written is not one line of UTF-8 without control characters");
	if (!has_front(file)) {
		result = add_front(&j, &with_front);
		j.file = buf_text(&with_front);
	}
	if (result == EDIT_DONE)
		result = attempt(e, &j, false);
	buf_free(&with_front);
	return result;
}
