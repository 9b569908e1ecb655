/*
 * Edits, as tests/unit/edit.c tries them. Of an input that begins with a `!` the bytes after it are the choices that
 * make a note and an edit of it. Else the first line is the edit, in columns with TABs between, and the rest is the note:
 *
 *	touch or again, date, direction (<, > or nothing), kind, text
 *	promise, date, direction, text
 *	kept, date, direction, pattern
 *	field, key, value
 *
 * The first letter is enough. What is no date is 2026-11-20.
 */
#include "fuzz.h"
#include "../unit/trial.h"

/* ---- choices ---- */

static struct str choices;
static uint64_t state;

/* The bytes choose; behind them it goes on with numbers that they lead to. */
static size_t
below(size_t n)
{
	if (choices.n) {
		state = state * 31 + (unsigned char)*choices.s;
		choices = (struct str){choices.s + 1, choices.n - 1};
		return (size_t)(unsigned char)choices.s[-1] % n;
	}
	state = state * UINT64_C(6364136223846793005) + 1;
	return (size_t)(state >> 33) % n;
}

static void
choose(struct trial *t, struct str s)
{
	choices = s;
	state = 0;
	t->way = one_in(2) ? WAY_BODY : WAY_NAME;
	make_note(&t->made);
	begin_trial(t);
	make_change(t);
	make_same_touch(t);
}

/* ---- an edit as it is written ---- */

static struct str
column(struct str *line)
{
	const char *tab = line->n ? memchr(line->s, '\t', line->n) : NULL;
	struct str s = {line->s, tab ? (size_t)(tab - line->s) : line->n};

	*line = (struct str){line->s + s.n + !!tab, line->n - s.n - !!tab};
	return s;
}

static enum dir
direction(struct str s)
{
	return !s.n ? DIR_NONE : *s.s == '<' ? DIR_IN : DIR_OUT;
}

static void
read_touch(struct trial *t, struct str *line)
{
	struct str sign = column(line), kind = column(line);
	int place = rules_kind(&rules, kind);

	t->change.dir = direction(sign);
	t->change.touch_kind = place < 0 ? 0 : (unsigned)place;
}

static void
read_change(struct trial *t, struct str line)
{
	struct str what = column(&line);
	char letter = what.n ? *what.s : 't';
	struct change *c = &t->change;
	size_t at;

	c->kind = letter == 'f' ? CHANGE_FIELD : letter == 'k' ? CHANGE_KEPT : letter == 'p' ? CHANGE_PROMISE : CHANGE_TOUCH;
	c->again = letter == 'a';
	if (c->kind == CHANGE_FIELD)
		c->key = column(&line);
	else if (date_parse(column(&line), &c->on) != DATE_OK)
		c->on = on("2026-11-20");
	/* The tools refuse what has not happened yet. */
	if (c->kind != CHANGE_PROMISE && c->on > today)
		c->on = today;
	if (c->kind == CHANGE_TOUCH)
		read_touch(t, &line);
	else if (c->kind != CHANGE_FIELD)
		c->theirs = direction(column(&line)) == DIR_IN;
	if (c->kind == CHANGE_KEPT)
		c->pattern = pattern_compile(line, PATTERN_CASELESS, t->error, &at);
	else
		c->text = line;
}

static void
read_trial(struct trial *t, struct str input)
{
	struct str line = text_line(&input);

	t->odd = t->made.odd = true;
	t->way = line.n % 2 ? WAY_BODY : WAY_NAME;
	buf_str(&t->made.b, input);
	begin_trial(t);
	read_change(t, line);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str input = fuzz_text(data, size);
	struct trial *t;

	if (!editor)
		set_up();
	t = mem_alloc(&mem, sizeof *t);
	if (input.n && *input.s == '!')
		choose(t, (struct str){input.s + 1, input.n - 1});
	else
		read_trial(t, input);
	end_trial(t);
	must(!t->failed, "what was meant, and no more");
	free_trial(t);
	return 0;
}
