#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "report.h"
#include "text.h"

enum { NUMBER_MOST = 15 };       /* digits: E.164, 6.1 */

struct finding {
	struct report *report;
	struct mem *mem;
	struct item *items;     /* as they are found */
	size_t n, cap;
};

const char *
section_name(enum section section)
{
	static const char *const names[] = {
		[SECTION_OVERDUE] = "overdue", [SECTION_TODAY] = "today", [SECTION_NEXT] = "next",
		[SECTION_PROMISES] = "promises", [SECTION_OWED] = "owed", [SECTION_REFERRALS] = "referrals",
		[SECTION_NEWS] = "news", [SECTION_WAITING] = "waiting", [SECTION_QUIET] = "quiet",
		[SECTION_NEVER] = "never",
	};

	return names[section];
}

void
section_title(struct buf *b, const struct report *r, enum section section)
{
	static const char *const titles[] = {
		[SECTION_OVERDUE] = "Overdue", [SECTION_TODAY] = "Today", [SECTION_NEXT] = "Until ",
		[SECTION_PROMISES] = "Promises of mine", [SECTION_OWED] = "Owed to me",
		[SECTION_REFERRALS] = "Referrals to reach", [SECTION_NEWS] = "News to report",
		[SECTION_WAITING] = "Waiting for an answer", [SECTION_QUIET] = "Gone quiet",
		[SECTION_NEVER] = "Never contacted",
	};

	buf_fmt(b, "%s", titles[section]);
	if (section == SECTION_NEXT)
		date_put(b, r->until);
}

void
report_sum(struct buf *b, const struct report *r)
{
	size_t overdue = 0, today = 0, i;

	for (i = 0; i < r->n; i++) {
		overdue += r->items[i].f.due != DAY_NONE && r->items[i].f.due < r->today;
		today += r->items[i].f.due == r->today;
	}
	buf_fmt(b, "%zu overdue, %zu today, %zu until ", overdue, today, r->ndue - overdue - today);
	date_put(b, r->until);
}

const char *
item_when(const struct report *r, const struct item *item)
{
	return item->f.due < r->today ? "since" : item->f.due > r->today ? "on" : "today";
}

/* ---- how ---- */

/* The address in `Name <address>`, or all of it; s is one, as text_is_address() has it. */
static struct str
bare_address(struct str s)
{
	size_t from = 0;

	if (s.s[s.n - 1] != '>')
		return s;
	while (s.s[from] != '<')
		from++;
	return (struct str){s.s + from + 1, s.n - from - 2};
}

static void
add_mailto(struct buf *b, struct str address)
{
	size_t at = 0;

	while (address.s[at] != '@')
		at++;
	buf_fmt(b, "mailto:");
	html_url(b, (struct str){address.s, at}, false);
	buf_chr(b, '@');
	html_url(b, (struct str){address.s + at + 1, address.n - at - 1}, false);
}

/* Whether a number goes on at s[i]: with `/` between blanks, or a bracket that `+` does not lead to, another begins. */
static bool
goes_on(struct str s, size_t i)
{
	if (s.s[i] == '/')
		return i + 1 < s.n && s.s[i - 1] != ' ' && s.s[i + 1] != ' ';
	if (s.s[i] == '(')
		return i == 0 || *s.s == '+';
	return s.s[i] && strchr("0123456789 -.)", s.s[i]);
}

/* Adds the digits of the number that s begins with; `(0)` is for those who dial no `+`. */
static void
add_number(struct buf *b, struct str s)
{
	size_t i;

	for (i = *s.s == '+'; i < s.n && goes_on(s, i); i++) {
		if (*s.s == '+' && s.n - i > 2 && text_eq((struct str){s.s + i, 3}, STR("(0)")))
			i += 2;
		else if (s.s[i] >= '0' && s.s[i] <= '9')
			buf_chr(b, s.s[i]);
	}
}

static void
add_tel(struct buf *b, struct str s)
{
	struct buf number = {0};

	add_number(&number, s);
	if (number.n && number.n <= NUMBER_MOST) {
		buf_str(b, *s.s == '+' ? STR("tel:+") : STR("tel:"));
		buf_str(b, buf_text(&number));
	}
	buf_free(&number);
}

void
item_url(struct buf *b, const struct item *item)
{
	if (item->phone && item->how.n)
		add_tel(b, item->how);
	else if (!item->phone && text_is_address(item->how))
		add_mailto(b, bare_address(item->how));
}

/* A call goes to the phone, all else to the address, where there are both. */
static void
set_how(struct item *item)
{
	const struct note *note = item->f.note;

	item->phone = note_rest(note)->phone.n && (!note_rest(note)->email.n || text_is(item->f.action, "call"));
	if (item->phone)
		item->how = note_rest(note)->phone.v[0];
	else if (note_rest(note)->email.n)
		item->how = note_rest(note)->email.v[0];
}

/* ---- sections ---- */

static void
add(struct finding *find, enum section section, struct followup f)
{
	struct item item = {.section = section, .f = f};

	set_how(&item);
	item.last = note_last(f.note, note_happened(f.note, find->report->today));
	find->items = mem_grow(find->items, find->n, &find->cap, sizeof *find->items);
	find->items[find->n++] = item;
	find->report->counts[section]++;
}

static enum section
section_of(const struct followup *f, day today)
{
	if (text_is(f->rule, "promise") && text_is(f->action, "deliver"))
		return SECTION_PROMISES;
	if (text_is(f->rule, "promise") && text_is(f->action, "chase"))
		return SECTION_OWED;
	if (text_is(f->rule, "first-contact") && f->note->nvia)
		return SECTION_REFERRALS;
	if (text_is(f->rule, "report"))
		return SECTION_NEWS;
	return f->due < today ? SECTION_OVERDUE : f->due > today ? SECTION_NEXT : SECTION_TODAY;
}

static struct str
waiting_why(const struct finding *find, const struct touch *yours)
{
	struct buf b = {0};

	buf_str(&b, find->report->rules->kinds[yours->kind].name);
	buf_chr(&b, ' ');
	date_put(&b, yours->day);
	buf_fmt(&b, ", no answer yet");
	return buf_take(&b, find->mem);
}

static struct str
quiet_why(const struct finding *find, const struct touch *yours, unsigned unanswered)
{
	struct buf b = {0};

	buf_fmt(&b, "%u touch%s without an answer, the last ", unanswered, unanswered == 1 ? "" : "es");
	date_put(&b, yours->day);
	return buf_take(&b, find->mem);
}

static struct str
never_why(const struct finding *find, day added)
{
	struct buf b = {0};

	if (added == DAY_NONE)
		return STR("no touch yet");
	buf_fmt(&b, "added ");
	date_put(&b, added);
	return buf_take(&b, find->mem);
}

/* How many of the first n touches wait for an answer, and in *last the last of these. */
static unsigned
count_waiting(const struct note *note, const struct rules *rules, size_t n, const struct touch **last)
{
	unsigned waiting = 0;
	size_t i;

	for (i = n; i > 0; i--) {
		const struct touch *t = &note->touches[i - 1];

		if (!note_touch_counts(note, n, i - 1))
			continue;
		if (t->dir & DIR_IN)
			break;
		if (touch_awaits_answer(t, rules) && !waiting++)
			*last = t;
	}
	return waiting;
}

/* What a note with which nothing is due is listed for, if anything. */
static void
add_idle(struct finding *find, const struct note *note)
{
	const struct rules *rules = find->report->rules;
	size_t touches = note_happened(note, find->report->today);
	const struct touch *last = NULL;
	unsigned waiting = count_waiting(note, rules, touches, &last);
	struct followup f = {.note = note, .due = DAY_NONE, .unanswered = note_unanswered(note, touches)};

	if (waiting && waiting >= rules->max_unanswered) {
		f.why = quiet_why(find, last, waiting);
		add(find, SECTION_QUIET, f);
	} else if (waiting) {
		f.why = waiting_why(find, last);
		add(find, SECTION_WAITING, f);
	} else if (!note_last(note, touches)) {
		f.why = never_why(find, note->added);
		add(find, SECTION_NEVER, f);
	}
}

static void
find_due(struct finding *find, bool *is_due)
{
	struct report *r = find->report;
	struct due_question q = {.today = r->today, .until = r->until};
	struct followup *f;
	size_t i, n = due_find(r->book, r->rules, q, find->mem, &f);

	for (i = 0; i < n; i++) {
		add(find, section_of(&f[i], r->today), f[i]);
		is_due[f[i].note - r->book->notes] = true;
	}
	r->ndue = n;
	free(f);
}

static void
find_idle(struct finding *find, const bool *is_due)
{
	const struct report *r = find->report;
	size_t i;

	for (i = 0; i < r->book->n; i++) {
		const struct note *note = &r->book->notes[i];

		if (note->selected && !note->closed && note->snooze <= r->today && !is_due[i])
			add_idle(find, note);
	}
}

/* Puts the items by section, otherwise in the order in which they were found. */
static void
sort(struct finding *find)
{
	struct report *r = find->report;
	size_t places[SECTIONS] = {0}, i;

	for (i = 1; i < SECTIONS; i++)
		places[i] = places[i - 1] + r->counts[i - 1];
	r->n = find->n;
	r->items = mem_array(find->mem, find->n, sizeof *r->items);
	for (i = 0; i < find->n; i++)
		r->items[places[find->items[i].section]++] = find->items[i];
	free(find->items);
}

void
report_find(const struct book *book, const struct rules *rules, day today, day until, struct mem *mem,
    struct report *out)
{
	struct finding find = {.report = out, .mem = mem};
	bool *is_due = mem_array(mem, book->n, sizeof *is_due);

	*out = (struct report){.book = book, .rules = rules, .today = today, .until = until};
	find_due(&find, is_due);
	find_idle(&find, is_due);
	sort(&find);
}
