#include <stdlib.h>

#include "../../src/lib/names.h"
#include "../../src/lib/read.h"
#include "../../src/lib/text.h"
#include "aid.h"

/* A note's file from its front matter and its body. */
#define NOTE(front, body) "---\n" front "---\n" body

static const char extra_rules[] =
    "rules:\n"
    "  - {name: text, after: any, match: '^the text$', do: x, in: 1d}\n";

static struct rules rules;
static const struct reading reading = {.rules = &rules, .body = true};
static struct mem facts;
static struct note_reader *reader;

/* ---- notes as text, a fact a line ---- */

static void
add_line(struct buf *b, const char *name, struct str s)
{
	if (s.s)
		buf_fmt(b, "%s %.*s\n", name, (int)s.n, s.s);
}

static void
add_lines(struct buf *b, const char *name, struct strs list)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		add_line(b, name, list.v[i]);
}

static void
add_day(struct buf *b, const char *name, day d)
{
	char text[DATE_TEXT];

	if (d != DAY_NONE)
		buf_fmt(b, "%s %s\n", name, date_text(d, text));
}

static void
add_touches(struct buf *b, const struct note *n)
{
	static const char *const dirs[] = {
		[DIR_NONE] = "none", [DIR_IN] = "in", [DIR_OUT] = "out", [DIR_BOTH] = "both",
	};
	char text[DATE_TEXT];
	size_t i;

	for (i = 0; i < n->ntouches; i++) {
		const struct touch *t = &n->touches[i];
		struct str kind = rules.kinds[t->kind].name;
		uint64_t fits = n->fits ? n->fits[i] : 0;

		buf_fmt(b, "%s %.*s %s%s%s%s\n", date_text(t->day, text), (int)kind.n, kind.s, dirs[t->dir],
		    t->from_last ? " last" : "", fits & rules.stay_match ? " stay" : "",
		    fits & ~rules.stay_match ? " text" : "");
	}
}

static void
add_promises(struct buf *b, const struct note *n)
{
	char text[DATE_TEXT];
	size_t i;

	for (i = 0; i < n->npromises; i++) {
		const struct promise *p = &n->promises[i];

		buf_fmt(b, "%s %s%s '%.*s'\n", p->theirs ? "theirs" : "mine", date_text(p->by, text),
		    p->done ? " done" : "", (int)p->what.n, p->what.n ? p->what.s : "");
	}
}

static void
add_occasions(struct buf *b, const struct note *n)
{
	size_t i;

	for (i = 0; i < n->noccasions; i++) {
		const struct occasion *o = &n->occasions[i];

		buf_fmt(b, "date %.*s %d-%02d-%02d%s\n", o->what.s ? (int)o->what.n : 8, o->what.s ? o->what.s : "birthday",
		    o->on.year, o->on.month, o->on.mday, o->yearly ? "" : " once");
	}
}

/* All there is of a note; of its name only what its id does not say. */
static void
add_note(struct buf *b, const struct note *n)
{
	char text[SPAN_TEXT];
	size_t i;

	if (!text_eq(n->name, note_id(n)))
		add_line(b, "name", n->name);
	add_line(b, "org", n->org);
	add_lines(b, "alias", note_rest(n)->aliases);
	add_lines(b, "email", note_rest(n)->email);
	add_lines(b, "phone", note_rest(n)->phone);
	add_lines(b, "tag", note_rest(n)->tags);
	for (i = 0; i < n->nvia; i++)
		buf_fmt(b, "via %.*s (%.*s)\n", (int)n->via[i].target.n, n->via[i].target.s, (int)n->via[i].shown.n,
		    n->via[i].shown.s);
	if (n->every.n)
		buf_fmt(b, "every %s\n", span_text(n->every, text));
	if (n->never)
		buf_fmt(b, "every never\n");
	if (n->next) {
		add_day(b, "next", n->next->on);
		add_line(b, "next do", n->next->action);
		add_line(b, "next why", n->next->why);
	}
	add_day(b, "snooze", n->snooze);
	add_line(b, n->closed ? "closed" : "stage", n->stage);
	add_day(b, "added", n->added);
	add_occasions(b, n);
	add_lines(b, "avoid", note_rest(n)->avoid);
	add_line(b, "result", note_rest(n)->result);
	add_touches(b, n);
	add_promises(b, n);
}

static enum note_result result;         /* of the note that was read last */

/*
 * The facts of a file, a line each, then its messages, without a final LF. What the file was is overwritten before
 * they are looked at.
 */
static struct str
read(struct str file)
{
	struct note n = {.path = STR("notes/ana.md")};
	struct buf b = {0};
	struct str s;
	char *copy = malloc(file.n ? file.n : 1);

	if (!copy)
		diag_die("out of memory");
	if (file.n)
		memcpy(copy, file.s, file.n);
	result = note_read(reader, (struct str){copy, file.n}, &n);
	memset(copy, '#', file.n);
	free(copy);
	add_note(&b, &n);
	buf_str(&b, said(&facts, n.messages));
	s = mem_str(&facts, (struct str){b.s, b.n});
	buf_free(&b);
	while (s.n && s.s[s.n - 1] == '\n')
		s.n--;
	return s;
}

struct row {
	const char *name, *file, *want;
};

static void
test_rows(const char *what, const struct row *row, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		is(read(of(row[i].file)), row[i].want, "%s: %s", what, row[i].name);
		if (result != NOTE_READ)
			ok(false, "%s: %s: is a note", what, row[i].name);
	}
}

/* ---- the front matter's place ---- */

#define DISPLACED "1:1: front matter must begin with a line '---', without blanks or lines before it"

static const struct {
	const char *name;
	struct str file;
	enum note_result result;
	const char *want;
} fronts[] = {
	{"an empty file", S(""), NOTE_NONE, ""},
	{"a file without one", S("# Ana\n"), NOTE_NONE, ""},
	{"a thematic break further down", S("x\n---\norg: A\n---\n"), NOTE_NONE, ""},
	{"a blank before it", S(" ---\norg: A\n---\n"), NOTE_BAD, DISPLACED},
	{"a line before it", S("\n---\norg: A\n---\n"), NOTE_BAD, DISPLACED},
	{"four dashes", S("----\norg: A\n----\n"), NOTE_BAD, DISPLACED},
	{"a line before what is none", S("\n---\nAna and others: hello\n---\n"), NOTE_NONE, ""},
	{"text right after the dashes", S("---org: A\n---\n"), NOTE_NONE, ""},
	{"plain", S("---\norg: A\n---\n"), NOTE_READ, "org A"},
	{"empty", S("---\n---\n"), NOTE_READ, ""},
	{"empty, at the end of the file", S("---\n---"), NOTE_READ, ""},
	{"of comments alone", S("---\n# org: A\n---\n"), NOTE_READ, ""},
	{"closed at the end of the file", S("---\norg: A\n---"), NOTE_READ, "org A"},
	{"closed with dots", S("---\norg: A\n...\nname: B\n---\n"), NOTE_READ, "org A"},
	{"blanks after the fences", S("--- \t\norg: A\n---  \n"), NOTE_READ, "org A"},
	{"CRLF", S("---\r\norg: A\r\n---\r\n- 2026-11-03 call\r\n"), NOTE_READ, "org A\n2026-11-03 call both"},
	{"a BOM", S("\xEF\xBB\xBF---\norg: A\n---\n"), NOTE_READ, "org A"},
	{"a BOM and CRLF", S("\xEF\xBB\xBF---\r\norg: A\r\n---\r\n"), NOTE_READ, "org A"},
	{"two BOMs", S("\xEF\xBB\xBF\xEF\xBB\xBF---\norg: A\n---\n"), NOTE_NONE, ""},
	{"dashes within", S("---\norg: A --- B\naliases:\n  - x\n   ---\n---\n"), NOTE_READ, "org A --- B\nalias x ---"},
	{"not closed", S("---\norg: A\n"), NOTE_BAD,
	    "1:1: front matter is not closed; write '---' on a line of its own after the last field"},
	{"not closed, and nothing else", S("---"), NOTE_BAD,
	    "1:1: front matter is not closed; write '---' on a line of its own after the last field"},
	{"closed with four dashes", S("---\norg: A\n----\n"), NOTE_BAD,
	    "1:1: front matter is not closed; write '---' on a line of its own after the last field"},
	{"text after the opening", S("--- # Ana\norg: A\n---\n"), NOTE_BAD,
	    "1:5: text after the opening '---'; write it on a line of its own"},
	{"UTF-16, little end first", S("\xFF\xFE-\0-\0-\0\n\0"), NOTE_BAD, "1:1: UTF-16; save the file as UTF-8"},
	{"UTF-16, big end first", S("\xFE\xFF\0-\0-\0-\0\n"), NOTE_BAD, "1:1: UTF-16; save the file as UTF-8"},
	{"lines that end in CR", S("---\rorg: A\r---\r"), NOTE_BAD,
	    "1:4: lines end in CR alone; end them with LF, as with tr '\\r' '\\n'"},
	{"a list", S("---\n- org: A\n---\n"), NOTE_BAD, "2:1: a list; write fields, one 'key: value' a line"},
	{"text", S("---\nAcme\n---\n"), NOTE_BAD, "2:1: text alone; write fields, one 'key: value' a line"},
	{"bad YAML", S("---\norg: A\nrole: CTO: acting\n---\n- 2026-11-03 call\n"), NOTE_BAD,
	    "3:10: a second ':' in this value; put the value in quotes"},
	{"an anchor", S("---\norg: &co Ltd\n---\n"), NOTE_BAD,
	    "2:6: an anchor (&co) is not read; put the value in quotes"},
};

static void
test_fronts(void)
{
	size_t i;

	for (i = 0; i < LEN(fronts); i++) {
		is(read(fronts[i].file), fronts[i].want, "front matter: %s", fronts[i].name);
		ok(result == fronts[i].result, "front matter: %s: %s", fronts[i].name,
		    fronts[i].result == NOTE_READ ? "a note" : fronts[i].result == NOTE_NONE ? "no note" : "a bad note");
	}
}

/* A front matter of n bytes. */
static struct str
read_front_of(size_t n)
{
	struct buf b = {0};
	struct str s;

	buf_fmt(&b, "---\norg: A\n#");
	while (b.n < n + strlen("---"))
		buf_chr(&b, 'x');
	buf_fmt(&b, "\n---\n");
	s = read((struct str){b.s, b.n});
	buf_free(&b);
	return s;
}

static void
test_front_max(void)
{
	is(read_front_of(256 * 1024), "org A", "front matter of 256 KiB is read");
	is(read_front_of(256 * 1024 + 1), "1:1: front matter of more than 256 KiB; nothing of this file is read",
	    "front matter of a byte more is not");
}

/* ---- fields ---- */

static const struct {
	const char *value, *want;
	const char *spellings[13];
} fields[] = {
	{"Ana Gomez", "name Ana Gomez", {"name", "full_name", "fn"}},
	{"Acme", "org Acme", {"org", "company", "organization", "organisation", "employer", "firm"}},
	{"[Annie, A. G.]", "alias Annie\nalias A. G.", {"aliases", "alias"}},
	{"a@x.org", "email a@x.org", {"email", "emails", "mail", "e-mail"}},
	{"+1 555 01", "phone +1 555 01", {"phone", "phones", "tel", "mobile"}},
	{"vip", "tag vip", {"tags", "tag", "category", "categories", "tier", "group", "groups"}},
	{"lee-park", "via lee-park (lee-park)", {"via", "referred_by", "introduced_by", "met_through"}},
	{"3 weeks", "every 3w", {"every", "cadence", "frequency", "contact_frequency", "keep_in_touch", "stay_in_touch",
	    "interval", "prm_cadence"}},
	{"2026-11-05", "2026-11-05 contact both last", {"last", "last_contact", "last_contacted", "last_contacted_at",
	    "last_chat", "last_interaction", "date_last_interaction", "last_met", "last_seen", "last_talked_to",
	    "prm_last_contacted"}},
	{"2026-12-01", "next 2026-12-01", {"next", "next_contact", "next_follow_up", "follow_up", "follow_up_on",
	    "follow_up_date", "follow_up_due", "follow_up_reminder_date"}},
	{"2026-12-01", "snooze 2026-12-01", {"snooze", "snooze_until", "prm_snooze_until"}},
	{"Active", "stage Active", {"stage", "status"}},
	{"2026-01-02", "added 2026-01-02", {"added", "created", "since", "date_found"}},
	{"2026-11-03", "2026-11-03 application out", {"applied", "date_applied", "applied_date"}},
	{"2026-11-03", "2026-11-03 meeting both", {"met", "met_date", "first_met"}},
	{"1990-11-24", "date birthday 1990-11-24", {"birthday", "bday", "birth_date", "dob", "prm_birthday"}},
	{"[{what: wedding, on: 06-01}]", "date wedding 0-06-01", {"dates", "anniversaries"}},
	{"[call]", "avoid call", {"avoid"}},
	{"[2026-11-03 call: x]", "2026-11-03 call both", {"log", "touches", "interactions", "contact_log"}},
	{"[{what: x, by: 2026-11-17}]", "mine 2026-11-17 'x'", {"promises", "commitments"}},
	{"hired", "result hired", {"result", "outcome"}},
};

static void
test_spellings(void)
{
	struct buf b = {0};
	size_t i;
	int j;

	for (i = 0; i < LEN(fields); i++) {
		for (j = 0; fields[i].spellings[j]; j++) {
			b.n = 0;
			buf_fmt(&b, "---\n%s: %s\n---\n", fields[i].spellings[j], fields[i].value);
			is(read((struct str){b.s, b.n}), fields[i].want, "field: %s", fields[i].spellings[j]);
		}
		b.n = 0;
		buf_fmt(&b, "---\n%s:\n---\n", fields[i].spellings[0]);
		is(read((struct str){b.s, b.n}), "", "field: %s without a value", fields[i].spellings[0]);
	}
	buf_free(&b);
}

static const struct row keys[] = {
	{"blanks and capitals", NOTE("Full Name: Ana\n", ""), "name Ana"},
	{"hyphens", NOTE("full-name: Ana\n", ""), "name Ana"},
	{"camel case", NOTE("fullName: Ana\n", ""), "name Ana"},
	{"capitals", NOTE("FULL_NAME: Ana\n", ""), "name Ana"},
	{"quotes", NOTE("\"full name\": Ana\n", ""), "name Ana"},
	{"unknown ones are left alone", NOTE("nickname: A\nlastly: 2026-02-30\nnames: [x]\n", ""), ""},
	{"of nested mappings are none", NOTE("spouse: {name: Tom, last: 2026-02-30}\n", ""), ""},
	{"mappings as keys are none", NOTE("? {name: Tom}\n: x\norg: A\n", ""), "org A"},
	{"null is nothing", NOTE("org: ~\nresult: null\nstage: NULL\nemail: Null\n", ""), ""},
	{"a quoted null is text", NOTE("org: 'null'\nresult: \"~\"\n", ""), "org null\nresult ~"},
	{"an empty text is nothing", NOTE("org: ''\nresult: \" \"\n", ""), ""},
	{"the same twice", NOTE("org: A\nOrg: B\n", ""),
	    "org B\n3:1: warning: Org: this key is also on line 2; the last one counts"},
	{"the same three times", NOTE("org: A\norg: B\nO_rg: C\n", ""),
	    "org C\n3:1: warning: org: this key is also on line 2; the last one counts\n"
	    "4:1: warning: O_rg: this key is also on line 3; the last one counts"},
	{"the same twice, the last one null", NOTE("org: A\norg:\n", ""),
	    "3:1: warning: org: this key is also on line 2; the last one counts"},
	{"an unknown one twice", NOTE("x: 1\nx: 2\n", ""),
	    "3:1: warning: x: this key is also on line 2; the last one counts"},
	{"of two spellings the first of the table counts", NOTE("company: B\norg: A\n", ""), "org A"},
	{"in either order", NOTE("name: A\nfn: B\n", ""), "name A"},
	{"but null does not", NOTE("org: ~\ncompany: B\n", ""), "org B"},
	{"two spellings of a list add up", NOTE("tier: a-list\ntags: [vip]\nemail: a@x\nmail: [b@x, c@x]\n"
	    "tel: 1\nphone: 2\n", ""), "email a@x\nemail b@x\nemail c@x\nphone 1\nphone 2\ntag a-list\ntag vip"},
	{"of two spellings of last the latest date counts", NOTE("last: 2026-01-02\nlast_seen: 2026-03-01\n"
	    "last_met: 2026-02-01\n", ""), "2026-03-01 contact both last"},
};

static const struct row names[] = {
	{"first and last", NOTE("name: {first: Ana, last: Gomez}\n", ""), "name Ana Gomez"},
	{"first alone", NOTE("name: {First: Ana}\n", ""), "name Ana"},
	{"last alone", NOTE("name: {last: Gomez, title: Dr}\n", ""), "name Gomez"},
	{"a link", NOTE("name: '[[ana|Ana Gomez]]'\n", ""), "name Ana Gomez"},
	{"the first heading", NOTE("", "text\n# Ana Gomez\n# Tom\n"), "name Ana Gomez"},
	{"a heading with signs at its end", NOTE("", "#  Ana Gomez ##\r\n"), "name Ana Gomez"},
	{"a heading with an indent", NOTE("", "   # Ana\n"), "name Ana"},
	{"a heading after one of another level", NOTE("", "## Log\n# Ana\n"), ""},
	{"a heading in code", NOTE("", "```\n# Ana\n```\n"), ""},
	{"no blank after the sign", NOTE("", "#Ana\n"), ""},
	{"an indent of four", NOTE("", "    # Ana\n"), ""},
	{"the field before the heading", NOTE("name: Ana\n", "# Tom\n"), "name Ana"},
	{"an empty field", NOTE("name: ''\n", "# Ana\n"), "name Ana"},
	{"neither", NOTE("", "text\n"), ""},
};

static const struct row values[] = {
	{"org as a link", NOTE("org: '[[orgs/acme|Acme Inc]]'\n", ""), "org Acme Inc"},
	{"org as a link without a text", NOTE("org: '[[orgs/acme]]'\n", ""), "org acme"},
	{"org as a link without quotes", NOTE("org: [[Acme]]\n", ""), "org Acme"},
	{"org as a list", NOTE("org: [Acme, Emca]\n", ""), "org Acme, Emca"},
	{"email in a text", NOTE("email: a@x, b@x\n", ""), "email a@x\nemail b@x"},
	{"phone in a list", NOTE("phone: [1 2, '3, 4', 5]\n", ""), "phone 1 2\nphone 3, 4\nphone 5"},
	{"tags at commas and blanks", NOTE("tags: 'a, b c,d'\n", ""), "tag a\ntag b\ntag c\ntag d"},
	{"tags in a list", NOTE("tags: [a b, c]\n", ""), "tag a b\ntag c"},
	{"tags with '#'", NOTE("tags: ['#a', b#]\ntag: '#c #d'\n", ""), "tag a\ntag b#\ntag c\ntag d"},
	{"avoid at blanks", NOTE("avoid: call email\n", ""), "avoid call\navoid email"},
	{"via as a name", NOTE("via: Lee Park\n", ""), "via Lee Park (Lee Park)"},
	{"via as a link", NOTE("via: '[[people/lee-park|Lee]]'\n", ""), "via people/lee-park (Lee)"},
	{"via as a link without quotes", NOTE("via: [[Lee Park]]\n", ""), "via Lee Park (Lee Park)"},
	{"via as a link with a comma, without quotes", NOTE("via: [[Park, Lee]]\n", ""), "via Park, Lee (Park, Lee)"},
	{"via with a heading", NOTE("via: '[[lee-park#Log]]'\n", ""), "via lee-park (lee-park#Log)"},
	{"via with an ending", NOTE("via: people/lee-park.md\n", ""), "via people/lee-park (people/lee-park.md)"},
	{"via as a list", NOTE("via: [lee, ~, '', '[[ana|A]]', [[Tom]]]\n", ""),
	    "via lee (lee)\nvia ana (A)\nvia Tom (Tom)"},
	{"via as a list over lines", NOTE("via:\n  - lee\n  - Tom Kim\n", ""), "via lee (lee)\nvia Tom Kim (Tom Kim)"},
	{"every: a word", NOTE("every: Fortnightly\n", ""), "every 2w"},
	{"every: a number", NOTE("every: 30\n", ""), "every 30d"},
	{"every: never", NOTE("every: Never\n", ""), "every never"},
	{"last with a time", NOTE("last: 2026-11-05T10:00Z\n", ""), "2026-11-05 contact both last"},
	{"last as a link", NOTE("last: [[2026-11-05]]\n", ""), "2026-11-05 contact both last"},
	{"next with action and reason", NOTE("next: {on: 2026-12-01, do: call, why: 'her move: settled?'}\n", ""),
	    "next 2026-12-01\nnext do call\nnext why her move: settled?"},
	{"next with a date alone in a mapping", NOTE("next: {date: 2026-12-01}\n", ""), "next 2026-12-01"},
	{"birthday without a year", NOTE("birthday: --11-24\n", ""), "date birthday 0-11-24"},
	{"birthday on 29 February", NOTE("bday: 02-29\n", ""), "date birthday 0-02-29"},
	{"dates", NOTE("birthday: 11-24\ndates:\n  - {what: wedding, on: 2019-06-01}\n  - {date: 07-04}\n"
	    "  - {what: trial ends, on: 2026-12-01, yearly: no}\n  - {what: name day, on: 05-01, yearly: no}\n", ""),
	    "date birthday 0-11-24\ndate wedding 2019-06-01\ndate date 0-07-04\ndate trial ends 2026-12-01 once\n"
	    "date name day 0-05-01"},
	{"one date without a list", NOTE("dates: {what: wedding, on: 06-01}\n", ""), "date wedding 0-06-01"},
	{"a stage that is closed", NOTE("stage: Do Not Contact\n", ""), "closed Do Not Contact"},
	{"each of them: lost", NOTE("stage: LOST\n", ""), "closed LOST"},
	{"won", NOTE("status: won\n", ""), "closed won"},
	{"closed", NOTE("stage: closed\n", ""), "closed closed"},
	{"archived", NOTE("stage: archived\n", ""), "closed archived"},
	{"dead", NOTE("stage: dead\n", ""), "closed dead"},
	{"paused", NOTE("stage: paused\n", ""), "closed paused"},
	{"a stage that is not", NOTE("stage: closed soon\n", ""), "stage closed soon"},
	{"text beyond ASCII", NOTE("name: \u6f22\u5b57\norg: Caf\u00e9\n", ""), "name \u6f22\u5b57\norg Caf\u00e9"},
};

/* ---- what is wrong with a value, and what counts all the same ---- */

#define NO_DATE "is not a date; write YYYY-MM-DD"
#define NO_SPAN "is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"
#define NO_TOUCH "log: not a touch; write '2026-11-03 meeting: text'"
#define NO_PROMISE "is not a promise with a date; write {what: send the deck, by: 2026-11-17}"

static const struct row bad_values[] = {
	{"a date that is none", NOTE("org: A\nlast: soon\ntags: b\n", ""), "org A\ntag b\n3:7: last: 'soon' " NO_DATE},
	{"no such day", NOTE("Last Contact: 2026-02-30\n", ""), "2:15: Last Contact: there is no day '2026-02-30'"},
	{"a date in another order", NOTE("snooze: 03/04/2026\n", ""), "2:9: snooze: '03/04/2026' " NO_DATE},
	{"a date in a mapping", NOTE("added: {on: 2026-11-03}\n", ""), "2:8: added: a mapping " NO_DATE},
	{"an empty date", NOTE("applied: ''\n", ""), "2:10: applied: '' " NO_DATE},
	{"a template", NOTE("met: {{date}}\n", ""), "2:6: met: a template's {{ }} " NO_DATE},
	{"one of two dates for last", NOTE("last: soon\nlast_met: 2026-11-03\n", ""),
	    "2026-11-03 contact both last\n2:7: last: 'soon' " NO_DATE},
	{"a span", NOTE("every: often\n", ""), "2:8: every: 'often' " NO_SPAN},
	{"a span out of range", NOTE("cadence: 0\n", ""),
	    "2:10: cadence: '0' is out of range; a span is 1 day to 100 years"},
	{"a name in a mapping", NOTE("name: {given: Ana}\n", ""),
	    "2:7: name: a mapping is not a name; write text or {first: Ana, last: Gomez}"},
	{"a name in lists", NOTE("name: [[a], [b]]\n", "# Ana\n"), "name Ana\n2:7: name: a list is not text"},
	{"an org in a mapping", NOTE("\u00e9: 1\norg: {name: Acme}\n", ""), "3:6: org: a mapping is not text"},
	{"no tag but a '#'", NOTE("tags: '#, ##'\n", ""), "tag #\ntag #"},
	{"tags in a mapping", NOTE("tags: {a: b}\n", ""), "2:7: tags: a mapping is not a list; write [one, two]"},
	{"a mapping among tags", NOTE("tags: [a, {b: c}, d]\n", ""), "tag a\ntag d\n2:11: tags: a mapping is not text"},
	{"via in a mapping", NOTE("via: {id: lee}\n", ""), "2:6: via: a mapping is not text"},
	{"a mapping among via", NOTE("via:\n  - {id: lee}\n  - tom\n", ""),
	    "via tom (tom)\n3:5: via: a mapping is not text"},
	{"next without a date", NOTE("next: {do: call}\n", ""),
	    "2:7: next: a mapping is not a date; write YYYY-MM-DD or {on: 2026-11-22, do: call, why: text}"},
	{"next with a bad date", NOTE("next: {on: 2026-02-30, do: call}\n", ""), "2:12: on: there is no day '2026-02-30'"},
	{"a birthday", NOTE("birthday: May\n", ""), "2:11: birthday: 'May' is not a date; write YYYY-MM-DD or MM-DD"},
	{"a birthday on no day", NOTE("dob: 1991-02-29\n", ""), "2:6: dob: there is no day '1991-02-29'"},
	{"a date without on", NOTE("dates:\n  - {what: wedding}\n  - 06-01\n  - {on: 07-04}\n", ""),
	    "date date 0-07-04\n3:5: dates: a mapping is not a date; write {what: wedding, on: 2019-06-01}\n"
	    "4:5: dates: '06-01' is not a date; write {what: wedding, on: 2019-06-01}"},
	{"a date's flag", NOTE("dates: [{on: 07-04, yearly: maybe}]\n", ""), "date date 0-07-04\n2:29: yearly: 'maybe' is not true or false"},
	{"a touch in the body on no day", NOTE("org: A\n", "\n- 2026-02-30 call\n- 2026-11-03 call\n"),
	    "org A\n2026-11-03 call both\n5:3: there is no day '2026-02-30'"},
	{"its column is in characters", NOTE("", "  - **2026-13-01** caf\u00e9\n"), "3:7: there is no day '2026-13-01'"},
	{"a date with two signs", NOTE("", "- 2026-11/03 call\n"), "3:3: '2026-11/03' " NO_DATE},
	{"a promise on no day", NOTE("", "- [ ] caf\u00e9 by 2026-11-31\n"), "3:15: there is no day '2026-11-31'"},
	{"text in log", NOTE("log:\n  - 2026-11-03 call\n  - soon\n", ""), "2026-11-03 call both\n4:5: " NO_TOUCH},
	{"log as text", NOTE("log: none yet\n", ""), "2:6: " NO_TOUCH},
	{"a list in log", NOTE("log:\n  - [2026-11-03, call]\n", ""), "3:5: " NO_TOUCH},
	{"a list under a date in log", NOTE("log:\n  - 2026-11-03: [call]\n", ""), "3:5: " NO_TOUCH},
	{"a touch in log on no day", NOTE("log:\n  - 2026-02-30 call\n", ""), "3:5: there is no day '2026-02-30'"},
	{"a mapping in log without a date", NOTE("log:\n  - {kind: call}\n", ""), "3:6: " NO_TOUCH},
	{"a mapping in log with a bad date", NOTE("log:\n  - {date: soon, kind: call}\n", ""), "3:12: " NO_TOUCH},
	{"a direction in log", NOTE("log:\n  - {date: 2026-11-03, dir: up}\n", ""),
	    "2026-11-03 contact both\n3:29: dir: 'up' is not a direction; write in (from them), out (from you) or both"},
	{"a promise without a date", NOTE("promises:\n  - send the deck\n  - {what: x}\n", ""),
	    "3:5: promises: 'send the deck' " NO_PROMISE "\n4:5: promises: a mapping " NO_PROMISE},
	{"a promise with a bad date", NOTE("promises: [{what: x, by: soon}]\n", ""), "2:26: by: 'soon' " NO_DATE},
	{"whose promise", NOTE("promises: [{what: x, by: 2026-11-17, from: Ana}]\n", ""),
	    "mine 2026-11-17 'x'\n2:44: from: 'Ana' is not me or them"},
	{"whether it is done", NOTE("promises: [{what: x, by: 2026-11-17, done: ja}]\n", ""),
	    "mine 2026-11-17 'x'\n2:44: done: 'ja' is not true or false"},
};

/* ---- touches ---- */

/* Each of one line of a body. */
static const struct {
	const char *line, *want;
} touches[] = {
	{"- 2026-11-03 meeting: the text", "2026-11-03 meeting both text"},
	{"* 2026-11-03 meeting: the text", "2026-11-03 meeting both text"},
	{"+ 2026-11-03 meeting: the text", "2026-11-03 meeting both text"},
	{"1. 2026-11-03 meeting: the text", "2026-11-03 meeting both text"},
	{"12) 2026-11-03 meeting: the text", "2026-11-03 meeting both text"},
	{"    - 2026-11-03 meeting: the text", "2026-11-03 meeting both text"},
	{"\t-\t2026-11-03 meeting: the text", "2026-11-03 meeting both text"},
	{"- 2026-11-03 meeting: the text  \t\r", "2026-11-03 meeting both text"},
	{"## 2026-11-14 call", "2026-11-14 call both"},
	{"###### 2026-11-14 call: the text", "2026-11-14 call both text"},
	{"- 2026-11-10 < email: the text", "2026-11-10 email in text"},
	{"- 2026-11-12 > email: the text", "2026-11-12 email out text"},
	{"- 2026-11-12 >email: the text", "2026-11-12 email out text"},
	{"- 2026-11-12 > meeting: the text", "2026-11-12 meeting out text"},
	{"- 2026-11-12 < note: the text", "2026-11-12 note in text"},
	{"- 2026-11-12 < the text", "2026-11-12 contact in text"},
	{"- 2026-11-12 > the text", "2026-11-12 contact out text"},
	{"- 2026-11-03 call - the text", "2026-11-03 call both text"},
	{"- 2026-11-03 call \u2013 the text", "2026-11-03 call both text"},
	{"- 2026-11-03 call \u2014 the text", "2026-11-03 call both text"},
	{"- 2026-11-03 call\u2014the text", "2026-11-03 call both text"},
	{"- 2026-11-03 call the text", "2026-11-03 call both text"},
	{"- 2026-11-03 call", "2026-11-03 call both"},
	{"- 2026-11-03 call:", "2026-11-03 call both"},
	{"- 2026-11-03", "2026-11-03 contact both"},
	{"- 2026-11-03 the text", "2026-11-03 contact both text"},
	{"- 2026-11-03: the text", "2026-11-03 contact both text"},
	{"- 2026-11-03: call: the text", "2026-11-03 call both text"},
	{"- 2026-11-03 - call: the text", "2026-11-03 call both text"},
	{"- 2026-11-03 \u2014 call: the text", "2026-11-03 call both text"},
	{"- **2026-11-03** call: the text", "2026-11-03 call both text"},
	{"- **2026-11-03:** call: the text", "2026-11-03 call both text"},
	{"- __2026-11-03__ call: the text", "2026-11-03 call both text"},
	{"- **2026-11-16 14:30** the text", "2026-11-16 contact both text"},
	{"- 2026/11/03 call: the text", "2026-11-03 call both text"},
	{"- [[2026-11-16]] the text", "2026-11-16 contact both text"},
	{"- [[2026-11-16]] call: the text", "2026-11-16 call both text"},
	{"- 2026-11-03T10:00Z call: the text", "2026-11-03 call both text"},
	{"- 2026-11-03 10:00 call: the text", "2026-11-03 call both text"},
	{"- 2026-11-03 10:00:00 -0400 call: the text", "2026-11-03 call both text"},
	{"| 2026-11-15 | email | the text |", "2026-11-15 email out text"},
	{"|2026-11-15|email|the text|", "2026-11-15 email out text"},
	{"| 2026-11-15 | email | the text", "2026-11-15 email out text"},
	{"| 2026-11-15 | < email | the text |", "2026-11-15 email in text"},
	{"| 2026-11-15 | < | email | the text |", "2026-11-15 email in text"},
	{"| 2026-11-15 | the text |", "2026-11-15 contact both text"},
	{"| 2026-11-15 | email |", "2026-11-15 email out"},
	{"- 2026-11-03 MEETING: the text", "2026-11-03 meeting both text"},
	{"- 2026-11-03 Sales-Call: the text", "2026-11-03 sales-call both text"},
	{"- 2026-11-03 e-mail: the text", "2026-11-03 email out text"},
	{"- 2026-11-03 Emailed the text", "2026-11-03 email out text"},
	{"- 2026-11-03 < called: the text", "2026-11-03 call in text"},
	{"- 2026-11-03 met, the text", "2026-11-03 meeting both text"},
	{"- 2026-11-03 call. the text", "2026-11-03 call both text"},
	{"- 2026-11-03 email < the text", "2026-11-03 email in text"},
	{"- 2026-11-03 meeting: > the text", "2026-11-03 meeting out text"},
	{"- [[daily/2026-11-16]] the text", "2026-11-16 contact both text"},
	{"- [[2026-11-16|Monday]] call: the text", "2026-11-16 call both text"},
	{"- 2026-11-03 9:30 call: the text", "2026-11-03 call both text"},
	{"- 2026-11-03 Keep in touch!", "2026-11-03 contact both stay"},
	{"- 2026-11-03 email: let's stay in touch", "2026-11-03 email out stay"},
	{"- 2026-11-03 Caf\u00e9 with Ana", "2026-11-03 contact both"},
	{"- 2026-11-03 emails the text", "2026-11-03 contact both"},
	{"- 2026-11-03 10 people at the table", "2026-11-03 contact both"},
	{"2026-11-03 call: the text", ""},
	{"Met on 2026-11-03", ""},
	{"- met on 2026-11-03", ""},
	{"> - 2026-11-03 call", ""},
	{"-2026-11-03 call", ""},
	{"####### 2026-11-03 call", ""},
	{"- 2026-11-3 call", ""},
	{"- 26-11-03 call", ""},
	{"- 2026-11-031 call", ""},
	{"- 2026-11-03/04 call", ""},
	{"- 2026-11-03rd call", ""},
	{"- [ ] 2026-11-03", "mine 2026-11-03 ''"},
	{"| name | 2026-11-15 |", ""},
	{"- - -", ""},
};

static const struct row bodies[] = {
	{"fenced code", NOTE("", "```\n- 2026-11-01 call\n```\n- 2026-11-02 call\n"), "2026-11-02 call both"},
	{"fenced code with a language", NOTE("", "```sh\n- 2026-11-01 call\n```\n- 2026-11-02 call\n"),
	    "2026-11-02 call both"},
	{"fenced with tildes", NOTE("", "~~~ a`b\n- 2026-11-01 call\n```\n~~~\n- 2026-11-02 call\n"),
	    "2026-11-02 call both"},
	{"a fence within a longer one", NOTE("", "````\n```\n- 2026-11-01 call\n````\n- 2026-11-02 call\n"),
	    "2026-11-02 call both"},
	{"a fence with text closes nothing", NOTE("", "```\n``` x\n- 2026-11-01 call\n`````\n- 2026-11-02 call\n"),
	    "2026-11-02 call both"},
	{"an indented fence", NOTE("", "- x\n  ```\n- 2026-11-01 call\n  ```\n- 2026-11-02 call\n"),
	    "2026-11-02 call both"},
	{"a fence with CRLF", NOTE("", "```\r\n- 2026-11-01 call\r\n```\r\n- 2026-11-02 call\r\n"), "2026-11-02 call both"},
	{"a fence that is never closed", NOTE("", "- 2026-11-02 call\n```\n- 2026-11-01 call\n"), "2026-11-02 call both\n"
	    "4:1: warning: this block of code is not closed; nothing after it is read"},
	{"code within a line is no fence", NOTE("", "``` x```\n- 2026-11-01 call\n"), "2026-11-01 call both"},
	{"two backticks are no fence", NOTE("", "``\n- 2026-11-01 call\n"), "2026-11-01 call both"},
	{"no promise in fenced code", NOTE("", "```\n- [ ] 2026-11-01 x\n```\n"), ""},
	{"a log heading", NOTE("", "- 2026-11-01 call\n## Log\n- 2026-11-02 call\n"), "2026-11-02 call both"},
	{"a log heading ends at one of its level", NOTE("", "## Log\n- 2026-11-02 call\n## Ideas\n- 2026-11-03 call\n"),
	    "2026-11-02 call both"},
	{"a log heading ends at one above", NOTE("", "## Log\n- 2026-11-02 call\n# Ideas\n- 2026-11-03 call\n"),
	    "2026-11-02 call both"},
	{"a log heading goes on below one of a lower level",
	    NOTE("", "## Log\n### 2026\n- 2026-11-02 call\n### 2025\n- 2025-11-03 call\n"),
	    "2025-11-03 call both\n2026-11-02 call both"},
	{"a log of headings", NOTE("", "## Log\n## 2026-11-02 call\n- 2026-11-03 call\n## 2026-11-04 call\n## End\n"
	    "- 2026-11-05 call\n"), "2026-11-02 call both\n2026-11-03 call both\n2026-11-04 call both"},
	{"a heading above it that is a touch", NOTE("", "## Log\n# 2026-11-02 call\n- 2026-11-03 call\n"),
	    "2026-11-02 call both\n2026-11-03 call both"},
	{"two log headings", NOTE("", "## Log\n- 2026-11-02 call\n## Ideas\n- 2026-11-03 call\n## Timeline\n"
	    "- 2026-11-04 call\n"), "2026-11-02 call both\n2026-11-04 call both"},
	{"an empty log", NOTE("", "- 2026-11-01 call\n## Log\n"), ""},
	{"a log heading in capitals, with signs", NOTE("", "- 2026-11-01 call\n# CONTACT LOG ##\n- 2026-11-02 call\n"),
	    "name CONTACT LOG\n2026-11-02 call both"},
	{"each log heading: interactions", NOTE("", "- 2026-11-01 call\n## Interactions\n"), ""},
	{"touches", NOTE("", "- 2026-11-01 call\n## touches\n"), ""},
	{"activity", NOTE("", "- 2026-11-01 call\n## Activity\n"), ""},
	{"a heading that only begins so", NOTE("", "- 2026-11-01 call\n## Log of ideas\n- 2026-11-02 call\n"),
	    "2026-11-01 call both\n2026-11-02 call both"},
	{"a log heading in code", NOTE("", "- 2026-11-01 call\n```\n## Log\n```\n"), "2026-11-01 call both"},
	{"promises count outside the log", NOTE("",
	    "- [ ] 2026-11-01 a\n## Log\n- [ ] 2026-11-02 b\n## X\n- [ ] 2026-11-03 c\n"),
	    "mine 2026-11-01 'a'\nmine 2026-11-02 'b'\nmine 2026-11-03 'c'"},
	{"the log field counts beside a log heading", NOTE("log: [2026-11-01 call]\n", "- 2026-11-02 call\n## Log\n"),
	    "2026-11-01 call both"},
	{"a date outside the log may be wrong", NOTE("", "- 2026-02-30 call\n## Log\n- 2026-11-02 call\n"),
	    "2026-11-02 call both"},
};

static const struct row orders[] = {
	{"by date", NOTE("", "- 2026-11-02 call\n- 2026-11-01 email\n- 2026-11-03 note\n"),
	    "2026-11-01 email out\n2026-11-02 call both\n2026-11-03 note none"},
	{"of one day as in the file", NOTE("", "- 2026-11-02 call\n- 2026-11-02 email\n- 2026-11-02 chat\n"),
	    "2026-11-02 call both\n2026-11-02 email out\n2026-11-02 chat both"},
	{"of one day reversed where the newest stands first",
	    NOTE("", "- 2026-11-03 call\n- 2026-11-02 email\n- 2026-11-02 chat\n- 2026-11-01 call\n- 2026-11-01 note\n"),
	    "2026-11-01 note none\n2026-11-01 call both\n2026-11-02 chat both\n2026-11-02 email out\n2026-11-03 call both"},
	{"the first and the last one tell", NOTE("", "- 2026-11-01 call\n- 2026-11-03 email\n- 2026-11-03 chat\n"
	    "- 2026-11-02 note\n"), "2026-11-01 call both\n2026-11-02 note none\n2026-11-03 email out\n"
	    "2026-11-03 chat both"},
	{"the log field before the body", NOTE("log: [2026-11-01 chat]\n", "- 2026-11-01 call\n"),
	    "2026-11-01 chat both\n2026-11-01 call both"},
	{"last before the day's others", NOTE("last: 2026-11-01\n", "- 2026-11-01 call\n"),
	    "2026-11-01 contact both last\n2026-11-01 call both"},
	{"last is kept between others", NOTE("last: 2026-11-02\n", "- 2026-11-01 call\n- 2026-11-03 call\n"),
	    "2026-11-01 call both\n2026-11-02 contact both last\n2026-11-03 call both"},
	{"applied, then met, before the day's others",
	    NOTE("met: 2026-11-01\napplied: 2026-11-01\n", "- 2026-11-01 call\n"),
	    "2026-11-01 application out\n2026-11-01 meeting both\n2026-11-01 call both"},
	{"last before applied", NOTE("applied: 2026-11-01\nlast: 2026-11-01\n", ""),
	    "2026-11-01 contact both last\n2026-11-01 application out"},
	{"applied and met where the newest stands first", NOTE("met: 2026-11-01\n", "- 2026-11-02 note\n- 2026-11-01 chat\n"
	    "- 2026-11-01 call\n"), "2026-11-01 meeting both\n2026-11-01 call both\n2026-11-01 chat both\n"
	    "2026-11-02 note none"},
	{"no applied where there is one that day", NOTE("applied: 2026-11-01\n", "- 2026-11-01 application: x\n"),
	    "2026-11-01 application out"},
	{"no met where there is one that day", NOTE("met: 2026-11-01\n", "- 2026-11-01 < meeting: x\n"),
	    "2026-11-01 meeting in"},
	{"applied beside one of another day", NOTE("applied: 2026-11-01\n", "- 2026-11-02 application\n"),
	    "2026-11-01 application out\n2026-11-02 application out"},
	{"met beside another kind", NOTE("met: 2026-11-01\n", "- 2026-11-01 coffee\n"),
	    "2026-11-01 meeting both\n2026-11-01 coffee both"},
};

static const struct row logs[] = {
	{"a pair", NOTE("log:\n  - 2026-11-03 meeting: the text\n", ""), "2026-11-03 meeting both text"},
	{"a pair without text", NOTE("log:\n  - 2026-11-03 meeting:\n", ""), "2026-11-03 meeting both"},
	{"a pair of a date and a text", NOTE("log:\n  - 2026-11-03: the text\n", ""), "2026-11-03 contact both text"},
	{"a text", NOTE("log:\n  - '2026-11-03 > meeting: the text'\n  - 2026-11-04 < email\n", ""),
	    "2026-11-03 meeting out text\n2026-11-04 email in"},
	{"a date", NOTE("log: [2026-11-03]\n", ""), "2026-11-03 contact both"},
	{"a pair alone", NOTE("log:\n  2026-11-03 call: the text\n  2026-11-04 email: the text\n", ""),
	    "2026-11-03 call both text\n2026-11-04 email out text"},
	{"a text alone", NOTE("log: 2026-11-03 call\n", ""), "2026-11-03 call both"},
	{"null in the list", NOTE("log:\n  -\n  - 2026-11-03 call\n  - ~\n", ""), "2026-11-03 call both"},
	{"a mapping", NOTE("log:\n  - {date: 2026-11-03, kind: call, dir: in, text: the text}\n", ""),
	    "2026-11-03 call in text"},
	{"a mapping: on, type, from, note", NOTE("log: [{on: 2026-11-03, type: call, from: me, note: the text}]\n", ""),
	    "2026-11-03 call out text"},
	{"a mapping: channel, summary", NOTE("log: [{Date: 2026-11-03, Channel: Call, Summary: the text}]\n", ""),
	    "2026-11-03 call both text"},
	{"a mapping: method", NOTE("log: [{date: 2026-11-03, method: email}]\n", ""), "2026-11-03 email out"},
	{"a mapping alone", NOTE("log: {date: 2026-11-03, kind: call}\n", ""), "2026-11-03 call both"},
	{"a mapping of a date", NOTE("log: [{date: 2026-11-03}]\n", ""), "2026-11-03 contact both"},
	{"a mapping of a date and a text", NOTE("log: [{date: 2026-11-03, text: the text}]\n", ""),
	    "2026-11-03 contact both text"},
	{"a mapping with a kind that is none", NOTE("log: [{date: 2026-11-03, kind: zoom, text: stay in touch}]\n", ""),
	    "2026-11-03 contact both stay"},
	{"a mapping's date with a time", NOTE("log: [{date: 2026-11-03T10:00Z, kind: call}]\n", ""),
	    "2026-11-03 call both"},
	{"a mapping's date as a link", NOTE("log: [{date: [[2026-11-03]], kind: call}]\n", ""), "2026-11-03 call both"},
	{"dir: out", NOTE("log: [{date: 2026-11-03, kind: call, dir: OUT}]\n", ""), "2026-11-03 call out"},
	{"dir: <", NOTE("log: [{date: 2026-11-03, kind: call, dir: <}]\n", ""), "2026-11-03 call in"},
	{"dir: >", NOTE("log: [{date: 2026-11-03, kind: call, dir: '>'}]\n", ""), "2026-11-03 call out"},
	{"dir: both", NOTE("log: [{date: 2026-11-03, kind: call, dir: both}]\n", ""), "2026-11-03 call both"},
	{"from: them", NOTE("log: [{date: 2026-11-03, kind: call, from: Them}]\n", ""), "2026-11-03 call in"},
};

static void
test_touches(void)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(touches); i++) {
		b.n = 0;
		buf_fmt(&b, "---\n---\n%s\n", touches[i].line);
		is(read((struct str){b.s, b.n}), touches[i].want, "touch: '%s'", touches[i].line);
	}
	for (i = 0; i < rules.nkinds; i++) {
		static const char *const dirs[] = {"none", "in", "out", "both"};
		struct str word = rules.kinds[i].name;
		const struct kind *kind = &rules.kinds[rules.kinds[i].same];
		char want[64];

		b.n = 0;
		buf_fmt(&b, "---\n---\n- 2026-11-03 %.*s: x", (int)word.n, word.s);
		snprintf(want, sizeof want, "2026-11-03 %.*s %s", (int)kind->name.n, kind->name.s, dirs[kind->dir]);
		is(read((struct str){b.s, b.n}), want, "kind: %.*s", (int)word.n, word.s);
	}
	buf_free(&b);
}

/* The pattern for a cadence is of no interest where the note has one of its own. */
static void
test_fits(void)
{
	is(read(of(NOTE("every: 3w\n", "- 2026-11-03 call: stay in touch\n- 2026-11-04 call: the text\n"))),
	    "every 3w\n2026-11-03 call both\n2026-11-04 call both text", "fits: other patterns where the note says every");
	is(read(of(NOTE("tags: B-List\n", "- 2026-11-03 call: stay in touch\n"))), "tag B-List\n2026-11-03 call both",
	    "fits: nothing where a tag has a cadence");
	is(read(of(NOTE("tags: vip\n", "- 2026-11-03 call: stay in touch\n"))), "tag vip\n2026-11-03 call both stay",
	    "fits: the pattern where no tag has one");
	is(read(of(NOTE("", "- 2026-11-04 call: the text\n- 2026-11-03 call: stay in touch\n"))),
	    "2026-11-03 call both stay\n"
	    "2026-11-04 call both text", "fits: they go with their touches when those are ordered");
}

/* ---- promises ---- */

/* Each of one line of a body. */
static const struct {
	const char *line, *want;
} promises[] = {
	{"- [ ] 2026-11-17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"* [ ] 2026-11-17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"+ [ ] 2026-11-17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"3. [ ] 2026-11-17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"  - [ ] 2026-11-17 send the deck \r", "mine 2026-11-17 'send the deck'"},
	{"- [ ] 2026/11/17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] [[2026-11-17]] send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] 2026-11-17: send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] 2026-11-17 \u2014 send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] 2026-11-17", "mine 2026-11-17 ''"},
	{"- [/] 2026-11-17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [x] 2026-11-17 send the deck", "mine 2026-11-17 done 'send the deck'"},
	{"- [X] 2026-11-17 send the deck", "mine 2026-11-17 done 'send the deck'"},
	{"- [-] 2026-11-17 send the deck", "mine 2026-11-17 done 'send the deck'"},
	{"- [x] 2026-11-17 send the deck \u2705 2026-11-16", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] 2026-11-17 send the deck \u2705 2026-11-16", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] 2026-11-17 send the deck done:2026-11-16", "mine 2026-11-17 done 'send the deck'"},
	{"- [x] 2026-11-17 send the deck [completion:: 2026-11-16]", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] 2026-11-17 send the deck (completion:: 2026-11-16)", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] < 2026-11-20 intro to the CFO", "theirs 2026-11-20 'intro to the CFO'"},
	{"- [ ] <2026-11-20 intro to the CFO", "theirs 2026-11-20 'intro to the CFO'"},
	{"- [x] < 2026-11-20 intro to the CFO", "theirs 2026-11-20 done 'intro to the CFO'"},
	{"- [ ] > 2026-11-17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck by 2026-11-17", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck by [[2026-11-17]]", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck due:2026-11-17", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck due: 2026-11-17", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck [due:: 2026-11-17]", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck (due:: 2026-11-17)", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck @due(2026-11-17)", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck \U0001F4C5 2026-11-17", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send the deck \U0001F4C5\uFE0F 2026-11-17", "mine 2026-11-17 'send the deck'"},
	{"- [ ] 2026-11-20 < intro to the CFO", "theirs 2026-11-20 'intro to the CFO'"},
	{"- [ ] **2026-11-17** send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] 2026-11-17 10:00 send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [x] 2026-11-17 send the deck \u2705 [[2026-11-16]]", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] Send the deck, By 2026-11-17", "mine 2026-11-17 'Send the deck'"},
	{"- [ ] send the deck (due: 2026-11-17)", "mine 2026-11-17 'send the deck'"},
	{"- [ ] < intro to the CFO by 2026-11-20", "theirs 2026-11-20 'intro to the CFO'"},
	{"- [x] send the deck by 2026-11-17 \u2705 2026-11-16", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] send the deck due:2026-11-17 done:2026-11-16", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] send the deck [due:: 2026-11-17] [completion:: 2026-11-16]", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] send the deck \U0001F4C5 2026-11-17 \u2705 2026-11-16", "mine 2026-11-17 done 'send the deck'"},
	{"- [ ] by 2026-11-17 send the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] send by 2026-11-17 the deck", "mine 2026-11-17 'send the deck'"},
	{"- [ ] r\u00e9sum\u00e9 to Zo\u00eb by 2026-11-17", "mine 2026-11-17 'r\u00e9sum\u00e9 to Zo\u00eb'"},
	{"- [ ] send the deck", ""},
	{"- [ ] send the deck 2026-11-17", ""},
	{"- [ ] standby 2026-11-17", ""},
	{"- [ ] overdue:2026-11-17", ""},
	{"- [] 2026-11-17 send the deck", ""},
	{"- [ ]2026-11-17 send the deck", ""},
	{"[ ] 2026-11-17 send the deck", ""},
};

static void
test_promises(void)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(promises); i++) {
		b.n = 0;
		buf_fmt(&b, "---\n---\n%s\n", promises[i].line);
		is(read((struct str){b.s, b.n}), promises[i].want, "promise: '%s'", promises[i].line);
	}
	buf_free(&b);
}

static const struct row promise_entries[] = {
	{"what and by", NOTE("promises: [{what: send the deck, by: 2026-11-17}]\n", ""), "mine 2026-11-17 'send the deck'"},
	{"by alone", NOTE("promises: [{by: 2026-11-17}]\n", ""), "mine 2026-11-17 ''"},
	{"one without a list", NOTE("promises: {What: x, By: 2026-11-17}\n", ""), "mine 2026-11-17 'x'"},
	{"from me", NOTE("promises: [{what: x, by: 2026-11-17, from: Me}]\n", ""), "mine 2026-11-17 'x'"},
	{"from them", NOTE("promises: [{what: x, by: 2026-11-17, from: them}]\n", ""), "theirs 2026-11-17 'x'"},
	{"done", NOTE("promises: [{what: x, by: 2026-11-17, done: true}]\n", ""), "mine 2026-11-17 done 'x'"},
	{"done on a day", NOTE("promises: [{what: x, by: 2026-11-17, done: 2026-11-16}]\n", ""),
	    "mine 2026-11-17 done 'x'"},
	{"not done", NOTE("promises: [{what: x, by: 2026-11-17, done: false}]\n", ""), "mine 2026-11-17 'x'"},
	{"done: null", NOTE("promises: [{what: x, by: 2026-11-17, done: }]\n", ""), "mine 2026-11-17 'x'"},
	{"a text as in a task", NOTE("promises:\n  - 2026-11-17 send the deck\n  - < intro by 2026-11-20\n", ""),
	    "mine 2026-11-17 'send the deck'\ntheirs 2026-11-20 'intro'"},
	{"null in the list", NOTE("promises: [~, {what: x, by: 2026-11-17}]\n", ""), "mine 2026-11-17 'x'"},
	{"entries before tasks, each in their order",
	    NOTE("promises:\n  - {what: b, by: 2026-11-20}\n  - 2026-11-10 a\n",
	    "- [ ] 2026-11-05 d\n- [ ] 2026-11-01 c\n"),
	    "mine 2026-11-20 'b'\nmine 2026-11-10 'a'\nmine 2026-11-05 'd'\nmine 2026-11-01 'c'"},
};

/* A task whose date stands past what a pattern is shown. */
static void
test_long_task(void)
{
	struct buf b = {0};
	int i;

	buf_fmt(&b, "---\n---\n- [ ] ");
	for (i = 0; i < 1024; i++)
		buf_chr(&b, 'x');
	buf_fmt(&b, " by 2026-11-17\n- [ ] 2026-11-18 y\n");
	is(read((struct str){b.s, b.n}),
	    "mine 2026-11-18 'y'\n3:1: warning: a task of more than 1,024 bytes; what follows these is not read",
	    "a task of more than 1,024 bytes is a warning");
	buf_free(&b);
}

/* ---- patterns of one's own, and those that give up ---- */

static struct str
read_with(const char *text, const char *file)
{
	struct rules built_in = rules;
	struct note_reader *saved = reader;
	struct diag d = {.mem = &facts};
	struct str s;

	rules = (struct rules){0};
	rules_builtin(&rules);
	if (!rules_read(&rules, of(text), &d))
		diag_die("%.*s", (int)d.first->text.n, d.first->text.s);
	rules_ready(&rules);
	reader = note_reader_new(&reading, &facts);
	s = read(of(file));
	note_reader_free(reader);
	rules_free(&rules);
	reader = saved;
	rules = built_in;
	return s;
}

static void
test_patterns(void)
{
	is(read_with("touch_patterns: ['@(?<date>\\S+) (?<kind>\\w+) ?(?<dir>[<>])?']\n",
	    NOTE("", "@2026-11-03 call <\n- 2026-11-04 call\n@2026-11-05 zoom >\n")),
	    "2026-11-03 call in\n2026-11-05 contact out", "patterns: touches of another form");
	is(read_with("touch_patterns: ['@(?<date>\\S+)']\nrules: [{name: a, after: any, match: '^x y$', do: x, in: 1d}]\n",
	    NOTE("", "@2026-11-03 x y\n@2026-11-04 call: x y\n")), "2026-11-03 contact both text\n2026-11-04 contact both",
	    "patterns: without a text, what follows is it");
	is(read_with("promise_patterns: ['TODO (?<date>\\S+) (?<text>.*)']\n",
	    NOTE("", "TODO 2026-11-03 x\n- [ ] 2026-11-04 y\n")), "mine 2026-11-03 'x'",
	    "patterns: promises of another form");
	is(read_with("promise_patterns: []\ntouch_patterns: []\n", NOTE("", "- 2026-11-03 call\n- [ ] 2026-11-03 x\n")), "",
	    "patterns: none at all");
	is(read_with("log_heading: 'Journal$'\n", NOTE("", "- 2026-11-01 call\n## Journal\n- 2026-11-02 call\n## Log\n")),
	    "2026-11-02 call both", "patterns: another log heading");
	is(read_with("kinds: {workshop: in, call: out}\n", NOTE("", "- 2026-11-01 workshop\n- 2026-11-02 Call: x\n")),
	    "2026-11-01 workshop in\n2026-11-02 call out", "patterns: kinds of one's own");
	is(read_with("fields: {every: [Rhythm], tags: [circle]}\n", NOTE("rhythm: 3w\ncircle: a\ntags: b\n", "")),
	    "tag a\ntag b\nevery 3w", "patterns: spellings of one's own");
	is(read_with("closed_stages: [On Hold]\n", NOTE("stage: on-hold\n", "")), "closed on-hold",
	    "patterns: closed stages of one's own");
}

/* As much of s as prefix is long. */
static struct str
head(struct str s, const char *prefix)
{
	return (struct str){s.s, s.n < strlen(prefix) ? s.n : strlen(prefix)};
}

static void
test_giving_up(void)
{
	static const char touch[] = "2026-11-01 contact both\n2026-11-02 contact both\n"
	    "4:1: touch_patterns: number 1 gave up on this line: ";
	static const char text[] = "2026-11-01 call both\n2026-11-02 call both text\n"
	    "3:3: a match: pattern gave up on this text: ";
	char as[1001], file[1100];

	memset(as, 'a', 1000);
	as[1000] = '\0';
	snprintf(file, sizeof file, NOTE("", "- 2026-11-01\n- %sb 2026-11-03\n- 2026-11-02\n"), as);
	is(head(read_with("touch_patterns: ['- (a+)+$(?<date>)', '- (?<date>[0-9-]+)']\n", file), touch), touch,
	    "a touch pattern that gives up is an error");
	snprintf(file, sizeof file, NOTE("", "- 2026-11-01 call: %sb\n- 2026-11-02 call: a\n"), as);
	is(head(read_with("rules: [{name: a, after: any, match: '(a+)+$', do: x, in: 1d}]\n", file), text), text,
	    "a text pattern that gives up is an error");
}

/* ---- the note itself ---- */

static void
test_id(void)
{
	static const char *const ids[][2] = {
		{"ana.md", "ana"}, {"notes/ana.md", "ana"}, {"/a/b/ana.markdown", "ana"}, {"a.b/Ana Gomez.MD", "Ana Gomez"},
		{"ana.Markdown", "ana"}, {"ana", "ana"}, {"ana.txt", "ana.txt"}, {"ana.md.md", "ana.md"}, {".md", ".md"},
		{"x/.markdown", ".markdown"}, {"x.md/ana", "ana"}, {"\u00e9.md", "\u00e9"},
	};
	size_t i;

	for (i = 0; i < LEN(ids); i++) {
		struct note n = {.path = of(ids[i][0])};

		is(note_id(&n), ids[i][1], "the id of %s", ids[i][0]);
	}
}

static void
test_tags(void)
{
	static const struct {
		const char *front, *every;
		bool personal;
	} tags[] = {
		{"", NULL, false}, {"tags: vip\n", NULL, false}, {"tags: Friend\n", NULL, true},
		{"tags: [x, FAMILY]\n", NULL, true},
		{"tags: friends\n", NULL, false}, {"tags: A-List\n", "3w", false},
		{"tags: [d-list, b-list, c-list]\n", "2mo", false},
		{"tags: [b-list, friend]\n", "2mo", true}, {"tags: a-list\nevery: 1y\n", "1y", false},
		{"tags: a-list\nevery: never\n", "0d", false}, {"every: 5bd\n", "5bd", false},
	};
	char text[SPAN_TEXT];
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(tags); i++) {
		struct note n = {.path = STR("ana.md")};
		struct span every;
		bool found;

		b.n = 0;
		buf_fmt(&b, "---\n%s---\n", tags[i].front);
		note_read(reader, (struct str){b.s, b.n}, &n);
		found = note_cadence(&n, &every);
		is(of(found ? span_text(every, text) : NULL), tags[i].every, "the cadence of '%s'", tags[i].front);
		ok(n.personal == tags[i].personal, "whether '%s' is personal", tags[i].front);
	}
	buf_free(&b);
}

static void
test_via_places(void)
{
	struct note n = {.path = STR("ana.md")};

	note_read(reader, STR("---\norg: x\nvia: [lee, '[[tom]]']\n---\n"), &n);
	ok(n.nvia == 2 && n.via[0].line == 3 && n.via[0].col == 7 && n.via[1].line == 3 && n.via[1].col == 12,
	    "a link knows its place");
	ok(n.nvia == 2 && n.via[0].note == SIZE_MAX && n.via[1].note == SIZE_MAX, "and leads nowhere yet");
	ok(n.snooze == DAY_NONE && n.added == DAY_NONE && !n.touches && !n.fits && !n.messages, "what is not said is none");
}

/* ---- what has happened ---- */

/*
 * Touches as a day, 1 to 9, and who acted: o, i, b(oth), n(one); L stands for `last:`. Of those up to day 5: how many
 * there are, how many are unanswered, and the latest one, the latest of yours, the latest of theirs.
 */
static const char *const happenings[][2] = {
	{"", "0, 0, -, -, -"},
	{"1o", "1, 1, 1o, 1o, -"},
	{"1i", "1, 0, 1i, -, 1i"},
	{"1b", "1, 0, 1b, 1b, 1b"},
	{"1n", "1, 0, -, -, -"},
	{"1L", "1, 0, 1L, 1L, 1L"},
	{"1o2o3o", "3, 3, 3o, 3o, -"},
	{"1o2i3o", "3, 1, 3o, 3o, 2i"},
	{"1o2o3i", "3, 0, 3i, 2o, 3i"},
	{"1o2b3o4o", "4, 2, 4o, 4o, 2b"},
	{"1i2n3o4n", "4, 1, 3o, 3o, 1i"},
	{"2o2i2o", "3, 1, 2o, 2o, 2i"},
	{"4o5i", "2, 0, 5i, 4o, 5i"},
	{"5o5o6i", "2, 2, 5o, 5o, -"},
	{"6o7i", "0, 0, -, -, -"},
	{"1o2L", "2, 0, 2L, 2L, 2L"},
	{"1o2L2o", "3, 2, 2o, 2o, -"},
	{"1o2L3o", "3, 2, 3o, 3o, -"},
	{"1i2L3n", "3, 0, 1i, -, 1i"},
	{"2L2n", "2, 0, -, -, -"},
	{"1o2L6i", "2, 0, 2L, 2L, 2L"},
	{"1o5L6L", "2, 0, 5L, 5L, 5L"},
	{"6L", "0, 0, -, -, -"},
};

/* Reads the touches above into v, and returns how many there are. */
static uint32_t
read_touches(const char *s, struct touch v[static 8])
{
	uint32_t n;

	for (n = 0; *s; n++, s += 2) {
		enum dir dir = s[1] == 'n' ? DIR_NONE : s[1] == 'o' ? DIR_OUT : s[1] == 'i' ? DIR_IN : DIR_BOTH;

		v[n] = (struct touch){.day = s[0] - '0', .dir = (uint8_t)dir, .from_last = s[1] == 'L'};
	}
	return n;
}

static void
add_latest(struct buf *b, const struct note *note, const char *s, size_t start, size_t n, enum dir dirs)
{
	const struct touch *t = note_latest(note, start, n, dirs);

	buf_fmt(b, ", %.*s", t ? 2 : 1, t ? s + 2 * (t - note->touches) : "-");
}

static void
test_happened(void)
{
	struct buf b = {0};
	size_t i, n;

	for (i = 0; i < LEN(happenings); i++) {
		struct touch v[8];
		struct note note = {.touches = v, .ntouches = read_touches(happenings[i][0], v)};

		b.n = 0;
		n = note_happened(&note, 5);
		buf_fmt(&b, "%zu, %u", n, note_unanswered(&note, n));
		add_latest(&b, &note, happenings[i][0], 0, n, DIR_BOTH);
		add_latest(&b, &note, happenings[i][0], 0, n, DIR_OUT);
		add_latest(&b, &note, happenings[i][0], 0, n, DIR_IN);
		is(((struct str){b.s, b.n}), happenings[i][1], "happened: '%s'", happenings[i][0]);
	}
	buf_free(&b);
}

/* The latest from some touch on: those before it are not looked at. */
static void
test_latest(void)
{
	static const char text[] = "1i2o3o4L4i5n";
	static const struct {
		size_t start, n;
		enum dir dirs;
		const char *want;
	} rows[] = {
		{0, 6, DIR_BOTH, ", 4i"}, {0, 6, DIR_OUT, ", 3o"}, {2, 6, DIR_OUT, ", 3o"}, {3, 6, DIR_OUT, ", -"},
		{0, 2, DIR_BOTH, ", 2o"}, {0, 1, DIR_OUT, ", -"}, {1, 3, DIR_IN, ", -"}, {0, 3, DIR_IN, ", 1i"},
		{0, 4, DIR_OUT, ", 4L"}, {3, 4, DIR_IN, ", 4L"}, {4, 4, DIR_BOTH, ", -"}, {5, 6, DIR_BOTH, ", -"},
		{0, 0, DIR_BOTH, ", -"}, {6, 6, DIR_BOTH, ", -"}, {0, 6, DIR_NONE, ", -"},
	};
	struct touch v[8];
	struct note note = {.touches = v, .ntouches = read_touches(text, v)};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(rows); i++) {
		b.n = 0;
		add_latest(&b, &note, text, rows[i].start, rows[i].n, rows[i].dirs);
		is(((struct str){b.s, b.n}), rows[i].want, "the latest from %zu to %zu, of kind %d", rows[i].start, rows[i].n,
		    (int)rows[i].dirs);
	}
	ok(note_touch_counts(&note, 4, 3) && !note_touch_counts(&note, 5, 3) && note_touch_counts(&note, 6, 0),
	    "whether it counts depends on what follows, for `last:` alone");
	buf_free(&b);
}

/* ---- the order of notes ---- */

static void
test_path_order(void)
{
	/* Each line stands before the next; what is in it is the same. */
	static const char *const ordered[][5] = {
		{""}, {".", "./."}, {"../a.md", "./../a.md"}, {".a"}, {"/a"}, {"A.md", "./A.md"},
		{"a", "./a", ".//a", ".///./a", "././a"}, {"a b"}, {"a-b/c"}, {"a.md"}, {"a/./b"}, {"a//b"}, {"a/b"}, {"ab"},
		{"b/a"}, {"\u00e9"}, {"\xFF"},
	};
	size_t i, j, k, l, wrong = 0;

	for (i = 0; i < LEN(ordered); i++)
		for (j = 0; j < LEN(ordered); j++)
			for (k = 0; k < LEN(ordered[i]) && ordered[i][k]; k++)
				for (l = 0; l < LEN(ordered[j]) && ordered[j][l]; l++) {
					int order = names_order(of(ordered[i][k]), of(ordered[j][l]));

					if ((order > 0) - (order < 0) == (i > j) - (i < j))
						continue;
					wrong++;
					printf("# '%s' and '%s': %d\n", ordered[i][k], ordered[j][l], order);
				}
	ok(wrong == 0, "paths are in byte order, a leading './' aside");
}

int
main(void)
{
	struct diag d = {.mem = &facts};

	rules_builtin(&rules);
	if (!rules_read(&rules, of(extra_rules), &d))
		diag_die("the rules of this test are bad");
	rules_ready(&rules);
	reader = note_reader_new(&reading, &facts);
	test_fronts();
	test_front_max();
	test_spellings();
	test_rows("key", keys, LEN(keys));
	test_rows("name", names, LEN(names));
	test_rows("value", values, LEN(values));
	test_rows("bad value", bad_values, LEN(bad_values));
	test_touches();
	test_rows("body", bodies, LEN(bodies));
	test_rows("order", orders, LEN(orders));
	test_rows("log", logs, LEN(logs));
	test_fits();
	test_promises();
	test_rows("promises", promise_entries, LEN(promise_entries));
	test_long_task();
	test_patterns();
	test_giving_up();
	test_id();
	test_tags();
	test_via_places();
	test_happened();
	test_latest();
	test_path_order();
	note_reader_free(reader);
	rules_free(&rules);
	mem_free(&facts);
	return done();
}
