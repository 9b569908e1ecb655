/*
 * Whole notes, read in every way. The input is a file.
 */
#include "../../src/lib/show.h"
#include "json.h"
#include "notes.h"

static const char extra_rules[] =
    "fields: {email: [twitter], result: Motto}\n"
    "kinds: {beer: both, sms: out, ping: sms}\n"
    "rules:\n"
    "  - {name: one, after: any, match: '\\bdeck\\b', do: x, in: 1d}\n"
    "  - {name: two, after: in, when: \"tag=a-list and (org~'^a' or last<today-60d) and not email\", do: x, in: 1bd}\n";

/*
 * For what notes are read: all there is to say of them; what they say, without any shortcut, as most tools do, and without
 * what only few print; the name; the front matter alone.
 */
enum way { WAY_ALL, WAY_SLOW, WAY_BODY, WAY_BRIEF, WAY_NAME, WAY_FRONT, WAYS };

static struct rules rules, slow_rules;  /* slow_rules: the same, parts of which are those of rules */
static struct show show = {.json = true};
static struct reading readings[WAYS] = {
	[WAY_ALL] = {
		.body = true, .name = true, .whens = true, .links = true, .said = true, .checks = true, .lines = true,
	},
	[WAY_SLOW] = {.body = true, .name = true, .whens = true, .links = true, .see = show_note, .arg = &show},
	[WAY_BODY] = {.body = true, .name = true, .whens = true, .links = true, .see = show_note, .arg = &show},
	[WAY_BRIEF] = {.body = true, .name = true, .whens = true, .links = true, .brief = true},
	[WAY_NAME] = {.name = true, .links = true},
	[WAY_FRONT] = {.links = true},
};
static struct note_reader *readers[WAYS];
static struct mem facts;

static void
start(void)
{
	struct diag d = {.mem = &facts};
	int way;

	rules_builtin(&rules);
	if (!rules_read(&rules, of(extra_rules), &d))
		diag_die("%s", d.first->text.s);
	rules_ready(&rules);
	slow_rules = rules;
	slow_rules.usual_touches = false;
	rules_hasten(&rules);
	for (way = 0; way < WAYS; way++) {
		readings[way].rules = way == WAY_SLOW ? &slow_rules : &rules;
		readings[way].today = on("2026-11-22");
		readers[way] = note_reader_new(&readings[way], &facts);
	}
}

static bool
same(struct str a, struct str b)
{
	return !a.s == !b.s && text_eq(a, b);
}

static bool
same_list(struct strs a, struct strs b)
{
	size_t i;

	for (i = 0; a.n == b.n && i < a.n; i++)
		if (!same(a.v[i], b.v[i]))
			return false;
	return a.n == b.n;
}

static void
check_same_lists(const struct note_rest *a, const struct note_rest *b)
{
	must(same_list(a->aliases, b->aliases) && same_list(a->email, b->email) && same_list(a->phone, b->phone)
	    && same_list(a->tags, b->tags) && same_list(a->avoid, b->avoid), "the same lists");
}

/* What the front matter alone says. */
static void
check_same_front(const struct note *a, const struct note *b)
{
	must(same(a->org, b->org) && same(a->stage, b->stage) && same(note_rest(a)->result, note_rest(b)->result),
	    "the same texts");
	must(a->nvia == b->nvia && a->noccasions == b->noccasions && a->closed == b->closed, "the same counts");
	must(a->every.n == b->every.n && a->every.unit == b->every.unit && a->never == b->never, "the same span");
	must(a->snooze == b->snooze && a->added == b->added && !a->next == !b->next, "the same dates");
}

static void
check_same_body(const struct note *a, const struct note *b)
{
	size_t i;

	must(a->ntouches == b->ntouches && a->npromises == b->npromises && !a->fits == !b->fits, "as many touches");
	for (i = 0; i < a->ntouches; i++) {
		const struct touch *t = &a->touches[i], *u = &b->touches[i];

		must(t->day == u->day && t->kind == u->kind && t->dir == u->dir && t->from_last == u->from_last, "touch %zu", i);
		must(!a->fits || a->fits[i] == b->fits[i], "what touch %zu fits", i);
	}
	for (i = 0; i < a->npromises; i++) {
		const struct promise *p = &a->promises[i], *q = &b->promises[i];

		must(same(p->what, q->what) && p->by == q->by && p->kept == q->kept && p->theirs == q->theirs
		    && p->done == q->done, "promise %zu", i);
	}
	must(same(a->name, b->name) && note_rest(a)->meets == note_rest(b)->meets, "the same name and selections");
}

/* What is said by every tool is said by fu-check too, in the same order. */
static void
check_same_messages(const struct diag_msg *all, const struct diag_msg *some)
{
	for (; some; some = some->next, all = all->next) {
		while (all && (all->check != some->check || all->line != some->line || !text_eq(all->text, some->text)))
			all = all->next;
		must(all, "said: %s", some->text.s);
	}
}

static void
check_shown(const struct note *a, const struct note *b)
{
	const struct str *seen = a->seen, *other = b->seen;

	must(seen && json_is_record(seen[1]), "JSON: %.*s", seen ? (int)seen[1].n : 0, seen ? seen[1].s : "");
	must(other && text_eq(seen[1], other[1]), "the same JSON: %.*s", (int)seen[1].n, seen[1].s);
}

static void
check_read(const struct note *notes)
{
	static const enum way whole[] = {WAY_SLOW, WAY_BODY, WAY_BRIEF};
	size_t i;
	int way;

	for (way = 0; way < WAYS; way++) {
		note_check(&notes[way], readings[way].rules);
		check_same_front(&notes[WAY_ALL], &notes[way]);
		if (way != WAY_BRIEF)
			check_same_lists(note_rest(&notes[WAY_ALL]), note_rest(&notes[way]));
	}
	for (i = 0; i < LEN(whole); i++) {
		check_same_body(&notes[WAY_ALL], &notes[whole[i]]);
		check_same_messages(notes[WAY_ALL].messages, notes[whole[i]].messages);
		check_same_messages(notes[whole[i]].messages, notes[WAY_BODY].messages);
	}
	must(same(notes[WAY_ALL].name, notes[WAY_NAME].name), "the same name");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str file = fuzz_text(data, size);
	enum note_result results[WAYS];
	struct note notes[WAYS] = {0};
	int way;

	if (!readers[0])
		start();
	mem_reset(&facts);
	for (way = 0; way < WAYS; way++) {
		notes[way].path = STR("notes/ana-gomez.md");
		results[way] = note_read(readers[way], file, &notes[way]);
		must((results[way] == NOTE_BAD) <= (fuzz_check_messages(notes[way].messages, fuzz_lines(file)) > 0), "why");
		must((results[way] == NOTE_READ) == (results[0] == NOTE_READ), "a note in every way or none");
		must((results[way] == NOTE_BAD) == (results[0] == NOTE_BAD), "bad in every way or none");
	}
	if (results[0] != NOTE_READ)
		return 0;
	check_read(notes);
	check_shown(&notes[WAY_BODY], &notes[WAY_SLOW]);
	return 0;
}
