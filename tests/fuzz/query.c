/*
 * Selections. The input is a selection, and behind a line end a note, which begins with a line `---`; without one, a
 * note is there to ask.
 */
#include "../../src/lib/view.h"
#include "notes.h"

static const char some_note[] =
    "---\n"
    "name: Ana Gomez\n"
    "org: 'Acme \u00c5SA'\n"
    "tags: [a-list, friend]\n"
    "email: ana@example.org\n"
    "via: '[[people/lee-park|Lee]]'\n"
    "every: 3w\n"
    "last: 2026-10-01\n"
    "next: {on: 2026-11-24, do: call}\n"
    "size: -12.50\n"
    "x: {y: [{z: 1}, {z: two}], w: ~}\n"
    "---\n"
    "# Ana\n"
    "- 2026-11-03 > email: sent the deck, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n"
    "- [ ] 2026-11-17 send the deck\n";

static struct rules rules;
static struct reading reading = {.rules = &rules, .body = true, .name = true};
static struct note_reader *reader;
static struct mem facts, mem;

static void
start(void)
{
	rules_builtin(&rules);
	rules_ready(&rules);
	reading.today = on("2026-11-22");
	reader = note_reader_new(&reading, &facts);
}

/* ---- a selection that is wrong ---- */

static void
check_error(struct str text, const struct query_error *e)
{
	struct buf b = {0};

	must(e->message.n && text_is_line(e->message), "a message");
	must(e->at <= text.n, "at %zu", e->at);
	must(e->at >= utf8_valid(text) || ((unsigned char)text.s[e->at] & 0xC0) != 0x80, "within a character: %zu", e->at);
	query_explain(&b, text, e);
	must(b.n && b.s[b.n - 1] == '^' && utf8_valid(buf_text(&b)) == b.n, "an explanation");
	must(fuzz_lines(buf_text(&b)) == 3, "of three lines");
	buf_free(&b);
}

/* ---- a selection ---- */

static bool
count(void *arg, const struct value *v)
{
	size_t *n = arg;

	must(v->text.s || v->node || !v->text.n, "a value");
	return ++*n == 1000;
}

static void
check_path(void *arg, const struct query_path *path)
{
	size_t i, n = 0;
	int use;

	(void)arg;
	must(path->text.n && path->keys.n, "a path");
	for (i = 0; i < path->keys.n; i++)
		must(path->keys.v[i].n && utf8_valid(path->keys.v[i]) == path->keys.v[i].n, "key %zu of %s", i, path->text.s);
	must(view_need(&rules, path) <= VIEW_BODY, "what is needed for it");
	for (use = VIEW_TEST; use <= VIEW_NODE; use++)
		view_each(reader, path, (enum view_use)use, count, &n);
}

/* What a note answers; that it is QUERY_UNKNOWN is said. */
static enum query_answer
ask(const struct query *q, struct note_reader *w)
{
	const struct diag_msg *last = w->d.last;
	enum query_answer answer = view_ask(w, q, CHECK_WHERE);

	must((answer == QUERY_UNKNOWN) <= (w->d.last != last), "unknown, and nothing gave up");
	must(answer <= QUERY_UNKNOWN, "%d", answer);
	return answer;
}

static enum query_answer
ask_text(struct str text, struct note_reader *w)
{
	struct query *q = query_new(&mem);
	struct query_error e;
	enum query_answer answer;

	must(query_add(q, text, &e), "%s", e.message.s);
	answer = ask(q, w);
	query_free(q);
	return answer;
}

/* Whether a selection is none for its depth alone. */
static bool
is_deep(struct str text)
{
	struct query *q = query_new(&mem);
	struct query_error e;
	bool deep = !query_add(q, text, &e);

	must(!deep || text_is(e.message, "nested more than 64 deep"), "%s", e.message.s);
	query_free(q);
	return deep;
}

static struct str
around(const char *before, struct str text, const char *after)
{
	struct buf b = {0};

	buf_fmt(&b, "%s", before);
	buf_str(&b, text);
	buf_fmt(&b, "%s", after);
	return buf_take(&b, &mem);
}

static enum query_answer
contrary(enum query_answer answer)
{
	return answer == QUERY_UNKNOWN ? QUERY_UNKNOWN : answer == QUERY_YES ? QUERY_NO : QUERY_YES;
}

struct asked {
	struct str text;
	const struct query *q;
};

static void
look(void *arg, struct note_reader *w)
{
	const struct asked *a = *(struct asked **)arg;
	enum query_answer answer = ask(a->q, w);

	query_paths(a->q, check_path, NULL);
	if (is_deep(around("not (", a->text, ")")))
		return;
	must(ask_text(around("(", a->text, ")"), w) == answer, "the same in parentheses");
	must(ask_text(around("not (", a->text, ")"), w) == contrary(answer), "the contrary");
	must(ask_text(around("id=ana or (", a->text, ")"), w) == QUERY_YES, "yes or that");
	must(ask_text(around("(", a->text, ") and id!=ana"), w) == QUERY_NO, "that and no");
}

static void
check_selection(struct str text, struct str file)
{
	struct query *q = query_new(&mem);
	struct asked asked = {text, q}, *arg = &asked;
	struct note note = {.path = STR("notes/ana.md")};
	struct query_error e;

	if (query_add(q, text, &e)) {
		reading.see = look;
		reading.arg = &arg;
		note_read(reader, file, &note);
		fuzz_check_messages(note.messages, fuzz_lines(file));
	} else {
		check_error(text, &e);
	}
	query_free(q);
}

/* ---- columns ---- */

static void
check_columns(struct str rest)
{
	struct query_path path;
	size_t before;

	do {
		before = rest.n;
		if (!query_path_read(&mem, &rest, &path))
			break;
		must(path.text.n && path.keys.n && rest.n < before, "a path");
	} while (rest.n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text, file = fuzz_split(fuzz_text(data, size), of(some_note), &text);

	if (!reader)
		start();
	check_selection(text, file);
	check_columns(text);
	mem_reset(&mem);
	mem_reset(&facts);
	return 0;
}
