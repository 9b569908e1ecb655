/*
 * Rules files, and what is due by them. The input is a rules file, and behind it a note, which begins with a line
 * `---`; without one, a note is there to read.
 */
#include "../../src/lib/body.h"
#include "../../src/lib/due.h"
#include "notes.h"

static const char some_note[] =
    "---\n"
    "name: Ana Gomez\n"
    "tags: [a-list, vip]\n"
    "via: lee\n"
    "stage: active\n"
    "added: 2026-01-01\n"
    "birthday: 1990-11-24\n"
    "---\n"
    "## Log\n"
    "- 2026-09-03 meeting: coffee; stay in touch\n"
    "- 2026-10-10 < email: said yes\n"
    "- 2026-11-01 application: the job\n"
    "- 2026-11-12 > email: sent the deck\n"
    "- [ ] 2026-11-17 send the deck\n"
    "- [ ] < 2026-11-20 intro\n";

/* Who introduced that note, and whom it introduced. */
static const char lee[] =
    "---\n"
    "via: ana\n"
    "every: 3w\n"
    "---\n"
    "- 2026-11-10 call: x\n";

enum { NOTES = 3 };

static day today;

/* ---- the rules ---- */

static void
check_span(struct span span)
{
	must(span.n >= 0 && (!span.n || (span_length(span) >= 10000 && span_length(span) <= INT64_C(365300000))), "%d",
	    (int)span.n);
}

static void
check_kinds(const struct rules *r, struct kinds kinds)
{
	size_t i;

	for (i = 0; i < kinds.n; i++)
		must(kinds.v[i] < r->nkinds, "kind %u", kinds.v[i]);
}

static void
check_rule(const struct rules *r, const struct rule *rule)
{
	must(rule->name.n && rule->action.n && rule->in.n, "a name, an action and a span");
	must(text_is_line(rule->name) && text_is_line(rule->action), "%s: one line", rule->name.s);
	must(rule->after.n || rule->after_dirs, "%s: something starts it", rule->name.s);
	must(!(rule->match & (rule->match - 1)) && !(rule->when & (rule->when - 1)), "%s: one bit", rule->name.s);
	check_kinds(r, rule->after);
	check_kinds(r, rule->until_kinds);
	check_span(rule->in);
}

static void
check_rules(const struct rules *r)
{
	size_t i, j;

	must(r->ntexts <= TEXTS && r->nwhens <= WHENS && r->nkinds, "as many as there is room for");
	for (i = 0; i < r->nkinds; i++) {
		must(r->kinds[i].same < r->nkinds && r->kinds[r->kinds[i].same].same == r->kinds[i].same, "kind %zu", i);
		must(r->kinds[i].name.n && r->kinds[i].dir <= DIR_BOTH, "kind %zu", i);
	}
	for (i = 0; i < r->nrules; i++) {
		check_rule(r, &r->rules[i]);
		for (j = 0; j < i; j++)
			must(!text_eq(r->rules[i].name, r->rules[j].name), "two rules %s", r->rules[i].name.s);
	}
	for (i = 1; i < r->nspellings; i++)
		must(text_cmp(r->spellings[i - 1].key, r->spellings[i].key) < 0, "spellings in order: %zu", i);
	for (i = 0; i < r->ncadence; i++)
		check_span(r->cadence[i].every);
	for (i = 0; i < r->holidays.n; i++)
		must(r->holidays.v[i].month >= 1 && r->holidays.v[i].month <= 12, "holiday %zu", i);
	check_span(r->first_contact);
	check_span(r->report);
	check_span(r->chase);
	check_span(r->stay_every);
}

/* A line that begins with a byte that none can begin with is none. */
static void
check_idle_bytes(const struct rules *r, struct str file)
{
	struct matcher *m = matcher_new();
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct body b = {0};

	while (file.n) {
		struct str line = text_line(&file);

		if (!line.n || !r->idle_bytes[(unsigned char)*line.s])
			continue;
		must(!body_touch(&b, line, 1, r, m, &d), "a touch: %.*s", (int)line.n, line.s);
		must(!body_promise(&b, line, 1, r, m, &d), "a promise: %.*s", (int)line.n, line.s);
	}
	body_free(&b);
	matcher_free(m);
	mem_free(&mem);
}

/* ---- what is due ---- */

static void
check_due(const struct book *book, const struct followup *v, size_t n, struct due_question q)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct followup *f = &v[i];

		must(fuzz_is_day(f->due) && f->due <= q.until, "due by then: %zu", i);
		must(!i || v[i - 1].due <= f->due, "by date: %zu", i);
		must(f->note >= book->notes && f->note < book->notes + book->n, "of a note: %zu", i);
		must(f->action.n && f->rule.n && f->why.n, "what and why: %zu", i);
		must(f->span >= 0, "a span: %zu", i);
	}
}

static bool
same(const struct followup *a, const struct followup *b)
{
	return a->note == b->note && a->due == b->due && text_eq(a->action, b->action) && text_eq(a->why, b->why)
	    && text_eq(a->rule, b->rule);
}

/* Whether each of the m is among the n. */
static bool
holds(const struct followup *v, size_t n, const struct followup *part, size_t m)
{
	size_t i = 0, j;

	for (j = 0; j < m; j++) {
		for (i = 0; i < n && !same(&v[i], &part[j]); i++)
			continue;
		if (i == n)
			return false;
	}
	return true;
}

static void
check_leads(const struct note *note, const struct rules *rules)
{
	size_t i, n = note->ntouches;
	struct mem scratch = {0}, mem = {0};
	struct due_lead *leads = mem_array(&mem, n + 1, sizeof *leads);

	due_leads(note, rules, n, &scratch, leads);
	for (i = 0; i <= n; i++)
		must(leads[i].due == DAY_NONE || (fuzz_is_day(leads[i].due) && leads[i].action.n), "lead %zu", i);
	mem_free(&scratch);
	mem_free(&mem);
}

static void
ask(const struct book *book, const struct rules *rules, struct mem *mem)
{
	struct due_question now = {today, today, false}, every = {today, today, true}, all = {today, DAY_MAX, false};
	struct followup *due, *reasons, *later;
	size_t n = due_find(book, rules, now, mem, &due), m = due_find(book, rules, every, mem, &reasons);
	size_t k = due_find(book, rules, all, mem, &later), i;

	check_due(book, due, n, now);
	check_due(book, reasons, m, every);
	check_due(book, later, k, all);
	must(holds(reasons, m, due, n), "what is due is among all reasons");
	must(holds(later, k, due, n), "what is due is among all to come");
	for (i = 0; i < book->n; i++)
		check_leads(&book->notes[i], rules);
	free(due);
	free(reasons);
	free(later);
}

static void
read_notes(const struct rules *rules, struct str file)
{
	const struct str files[NOTES] = {file, of(lee), of(some_note)}, paths[NOTES] = {STR("ana.md"), STR("lee.md"), STR("x.md")};
	struct reading reading = {.rules = rules, .today = today, .body = true, .name = true, .whens = true, .links = true};
	struct mem facts = {0};
	struct note_reader *reader = note_reader_new(&reading, &facts);
	struct note notes[NOTES] = {0};
	struct book book = {.notes = notes};
	size_t i;

	for (i = 0; i < NOTES; i++) {
		struct note *n = &notes[book.n];

		*n = (struct note){.path = paths[i]};
		if (note_read(reader, files[i], n) != NOTE_READ)
			continue;
		note_check(n, rules);
		fuzz_check_messages(n->messages, fuzz_lines(files[i]));
		book.n++;
	}
	book_link(&book, &facts);
	ask(&book, rules, &facts);
	note_reader_free(reader);
	mem_free(&facts);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text, file = fuzz_split(fuzz_text(data, size), of(some_note), &text);
	struct rules rules = {0};
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	bool good;

	today = on("2026-11-22");
	rules_builtin(&rules);
	good = rules_read(&rules, text, &d);
	must(good == !fuzz_check_messages(d.first, fuzz_yaml_lines(text)), "rules or an error");
	if (good) {
		rules_ready(&rules);
		rules_hasten(&rules);
		check_rules(&rules);
		check_idle_bytes(&rules, file);
		read_notes(&rules, file);
	}
	rules_free(&rules);
	mem_free(&mem);
	return 0;
}
