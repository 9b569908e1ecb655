#include "../../src/lib/rules.h"
#include "../../src/lib/text.h"
#include "aid.h"

/* ---- rules as text, a fact a line ---- */

static const char *const dir_names[] = {
	[DIR_NONE] = "none", [DIR_IN] = "in", [DIR_OUT] = "out", [DIR_BOTH] = "both",
};

static void
add_strs(struct buf *b, const char *name, struct strs list)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		buf_fmt(b, "%s %.*s\n", name, (int)list.v[i].n, list.v[i].s);
}

static void
add_span(struct buf *b, const char *name, struct span span)
{
	char text[SPAN_TEXT];

	buf_fmt(b, "%s %s\n", name, span.n ? span_text(span, text) : "never");
}

static void
add_kinds(struct buf *b, const struct rules *r, struct kinds kinds)
{
	size_t i;

	for (i = 0; i < kinds.n; i++) {
		buf_chr(b, ' ');
		buf_str(b, r->kinds[kinds.v[i]].name);
	}
}

static void
add_kind(struct buf *b, const struct rules *r, size_t i)
{
	const struct kind *k = &r->kinds[i];

	buf_fmt(b, "kind %.*s ", (int)k->name.n, k->name.s);
	buf_str(b, k->same == i ? of(dir_names[k->dir]) : r->kinds[k->same].name);
	buf_chr(b, '\n');
}

static void
add_rule(struct buf *b, const struct rules *r, const struct rule *rule)
{
	static const char *const untils[] = {
		[UNTIL_TOUCH] = " until touch", [UNTIL_REPLY] = " until reply", [UNTIL_KINDS] = " until",
	};
	char text[SPAN_TEXT];
	unsigned dir;

	buf_fmt(b, "rule %.*s: after", (int)rule->name.n, rule->name.s);
	add_kinds(b, r, rule->after);
	for (dir = DIR_NONE; dir <= DIR_BOTH; dir++)
		if (rule->after_dirs & 1u << dir)
			buf_fmt(b, " <%s>", dir_names[dir]);
	buf_fmt(b, "%s do %.*s in %s%s", rule->match ? " match" : "", (int)rule->action.n, rule->action.s,
	    span_text(rule->in, text), untils[rule->until]);
	add_kinds(b, r, rule->until_kinds);
	buf_fmt(b, "%s%s%.*s\n", rule->everyone ? " everyone" : "", rule->hint.s ? " hint " : "", (int)rule->hint.n,
	    rule->hint.s ? rule->hint.s : "");
}

static void
add_line_patterns(struct buf *b, const char *name, const struct line_patterns *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct line_pattern *p = &list->v[i];

		buf_fmt(b, "%s %zu: mark %d dir %d date %d kind %d text %d more %d done %d\n", name, i + 1, p->mark, p->dir,
		    p->date, p->kind, p->text, p->more, p->done);
	}
}

static void
add_matches(struct buf *b, const char *name, const struct pattern *p, const char *const texts[])
{
	struct matcher *m = matcher_new();

	for (; p && *texts; texts++)
		if (match(m, p, of(*texts)) == MATCH_YES)
			buf_fmt(b, "%s '%s'\n", name, *texts);
	matcher_free(m);
}

static const struct pattern *
stay_pattern(const struct rules *r)
{
	unsigned i;

	for (i = 0; i < r->ntexts; i++)
		if (r->stay_match == UINT64_C(1) << i)
			return r->texts[i];
	return NULL;
}

static void
add_all(struct buf *b, const struct rules *r)
{
	static const char *const headings[] = {
		"Log", "INTERACTIONS", "contact log", "Touches", "Timeline", "Activity", "Journal", "Logs", "My log", NULL,
	};
	static const char *const phrases[] = {
		"let's stay in touch", "We'll KEEP IN TOUCH!", "stayed in touch", "talk soon", NULL,
	};
	size_t i;

	add_strs(b, "personal", r->personal);
	add_strs(b, "closed", r->closed_stages);
	buf_fmt(b, "max_unanswered %u\n", r->max_unanswered);
	add_span(b, "first_contact", r->first_contact);
	add_span(b, "report", r->report);
	add_span(b, "chase", r->chase);
	for (i = 0; i < r->ncadence; i++) {
		buf_fmt(b, "cadence ");
		buf_str(b, r->cadence[i].tag);
		add_span(b, "", r->cadence[i].every);
	}
	add_matches(b, "stay", stay_pattern(r), phrases);
	add_span(b, "stay every", r->stay_every);
	for (i = 0; i < r->holidays.n; i++)
		buf_fmt(b, "holiday %d-%02d-%02d\n", r->holidays.v[i].year, r->holidays.v[i].month, r->holidays.v[i].mday);
	for (i = 0; i < r->nkinds; i++)
		add_kind(b, r, i);
	for (i = 0; i < r->nspellings; i++)
		buf_fmt(b, "spelling %.*s of %s\n", (int)r->spellings[i].key.n, r->spellings[i].key.s,
		    field_name(r->spellings[i].field));
	add_matches(b, "heading", r->log_heading, headings);
	add_line_patterns(b, "touch", &r->touch_patterns);
	add_line_patterns(b, "promise", &r->promise_patterns);
	for (i = 0; i < r->nrules; i++)
		add_rule(b, r, &r->rules[i]);
}

/* The line of s at *at, which moves past it. */
static struct str
next_line(struct str s, size_t *at)
{
	const char *lf = memchr(s.s + *at, '\n', s.n - *at);
	struct str line = {s.s + *at, (size_t)(lf - s.s) - *at};

	*at += line.n + 1;
	return line;
}

static bool
has_line(struct str s, struct str line)
{
	size_t at = 0;

	while (at < s.n)
		if (text_eq(next_line(s, &at), line))
			return true;
	return false;
}

/* Adds the lines of a that b does not have. */
static void
add_missing(struct buf *out, struct str a, struct str b, char sign)
{
	size_t at = 0;

	while (at < a.n) {
		struct str line = next_line(a, &at);

		if (has_line(b, line))
			continue;
		if (out->n)
			buf_chr(out, '\n');
		buf_chr(out, sign);
		buf_str(out, line);
	}
}

/* What reading text over the built-in rules changes, the lines gone after '-' and the new ones after '+'. */
static struct str
changes(struct mem *mem, const char *text)
{
	struct rules r = {0};
	struct diag d = {.mem = mem};
	struct buf before = {0}, after = {0}, out = {0};
	struct str s;

	rules_builtin(&r);
	add_all(&before, &r);
	if (rules_read(&r, of(text), &d)) {
		rules_ready(&r);
		add_all(&after, &r);
		add_missing(&out, (struct str){before.s, before.n}, (struct str){after.s, after.n}, '-');
		add_missing(&out, (struct str){after.s, after.n}, (struct str){before.s, before.n}, '+');
	}
	buf_str(&out, said(mem, d.first));
	s = mem_str(mem, (struct str){out.s, out.n});
	buf_free(&before);
	buf_free(&after);
	buf_free(&out);
	rules_free(&r);
	return s;
}

/* ---- the built-in rules ---- */

static const char builtin[] =
    "personal friend\n"
    "personal family\n"
    "closed closed\nclosed lost\nclosed won\nclosed archived\nclosed dead\nclosed paused\nclosed donotcontact\n"
    "max_unanswered 3\n"
    "first_contact 2d\n"
    "report 1w\n"
    "chase 1bd\n"
    "cadence a-list 3w\ncadence b-list 2mo\ncadence c-list 6mo\ncadence d-list 1y\n"
    "stay 'let's stay in touch'\nstay 'We'll KEEP IN TOUCH!'\nstay every 3mo\n"
    "kind contact both\nkind meeting both\nkind coffee both\nkind lunch both\nkind interview both\nkind call both\n"
    "kind chat both\nkind visit both\nkind video both\nkind sales-call both\n"
    "kind email out\nkind message out\nkind letter out\nkind card out\nkind voicemail out\n"
    "kind application out\n"
    "kind resume out\nkind thanks out\nkind update out\nkind nudge out\n"
    "kind reply in\nkind referral in\nkind rejection in\nkind offer in\n"
    "kind note none\n"
    "kind e-mail email\nkind texted message\nkind phone call\nkind called call\nkind met meeting\nkind replied reply\n"
    "heading 'Log'\nheading 'INTERACTIONS'\nheading 'contact log'\nheading 'Touches'\nheading 'Timeline'\n"
    "heading 'Activity'\n"
    "touch 1: mark 0 dir 2 date 1 kind 3 text 0 more 0 done 0\n"
    "touch 2: mark 0 dir 2 date 1 kind 3 text 4 more 0 done 0\n"
    "promise 1: mark 1 dir 2 date 3 kind 0 text 4 more 0 done 5\n"
    "promise 2: mark 1 dir 2 date 4 kind 0 text 3 more 5 done 6\n"
    "rule interview: after interview do thank in 1d until touch\n"
    "rule meeting: after meeting coffee lunch visit do thank in 1d until touch\n"
    "rule referral: after referral do thank in 1d until touch\n"
    "rule rejection: after rejection do thank in 1d until touch hint Thank them and offer to stay in touch.\n"
    "rule application: after application do call in 1w until reply hint Ask the switchboard who runs the "
    "department, and talk to them; failing that, to the head of HR.\n"
    "rule resume: after resume do call in 1w until reply\n"
    "rule sales-call: after sales-call do email in 2d until touch\n"
    "rule phone-call: after call video do email in 1w until touch\n"
    "rule decision: after interview do check-in in 1w until reply\n"
    "rule answer: after <in> do reply in 1d until touch everyone\n"
    "rule nudge: after email message letter voicemail nudge do nudge in 1w until reply\n";

static void
test_builtin(void)
{
	struct rules r = {0};
	struct buf got = {0}, missing = {0};

	rules_builtin(&r);
	add_all(&got, &r);
	add_missing(&missing, of(builtin), (struct str){got.s, got.n}, '-');
	buf_add(&missing, ".", 1);
	is(((struct str){missing.s, missing.n}), ".", "the built-in rules say what the design says");
	ok(r.nrules == 11 && r.ncadence == 4 && r.personal.n == 2 && !r.holidays.n, "and no more");
	buf_free(&got);
	buf_free(&missing);
	rules_free(&r);
	ok(!r.rules && !r.kinds && !r.mem.block, "rules_free() leaves nothing");
}

static void
test_spellings(void)
{
	static const struct {
		const char *key;
		enum field field;
	} spellings[] = {
		{"name", FIELD_NAME}, {"fullname", FIELD_NAME}, {"fn", FIELD_NAME}, {"organisation", FIELD_ORG},
		{"employer", FIELD_ORG}, {"mail", FIELD_EMAIL}, {"mobile", FIELD_PHONE}, {"tier", FIELD_TAGS},
		{"referredby", FIELD_VIA}, {"keepintouch", FIELD_EVERY}, {"prmcadence", FIELD_EVERY},
		{"lastcontact", FIELD_LAST}, {"prmlastcontacted", FIELD_LAST}, {"followup", FIELD_NEXT},
		{"snoozeuntil", FIELD_SNOOZE}, {"status", FIELD_STAGE}, {"created", FIELD_ADDED},
		{"applieddate", FIELD_APPLIED},
		{"firstmet", FIELD_MET}, {"dob", FIELD_BIRTHDAY}, {"anniversaries", FIELD_DATES}, {"avoid", FIELD_AVOID},
		{"contactlog", FIELD_LOG}, {"commitments", FIELD_PROMISES}, {"outcome", FIELD_RESULT},
	};
	static const char *const unknown[] = {"", "a", "Name", "full_name", "namex", "zzz", "summary"};
	struct rules r = {0};
	size_t i;

	rules_builtin(&r);
	rules_ready(&r);
	for (i = 0; i < LEN(spellings); i++) {
		const struct spelling *s = rules_spelling(&r, of(spellings[i].key));

		ok(s && s->field == spellings[i].field, "'%s' spells %s", spellings[i].key, field_name(spellings[i].field));
	}
	for (i = 0; i < LEN(unknown); i++)
		ok(!rules_spelling(&r, of(unknown[i])), "'%s' spells no field", unknown[i]);
	for (i = 0; i < FIELDS; i++) {
		const struct spelling *s = rules_spelling(&r, of(field_name((enum field)i)));

		ok(s && s->field == (enum field)i && s->rank == 0, "the name %s comes before its other spellings",
		    field_name((enum field)i));
	}
	rules_free(&r);
}

static void
test_kinds(void)
{
	static const char *const quiet[] = {"thanks", "card", "update"};
	struct rules r = {0};
	unsigned n = 0;
	size_t i;

	rules_builtin(&r);
	ok(rules_kind(&r, STR("contact")) == 0, "kind 0 is contact");
	ok(rules_kind(&r, STR("Sales-CALL")) == rules_kind(&r, STR("sales-call")), "a kind's case does not matter");
	ok(rules_kind(&r, STR("E-Mail")) == rules_kind(&r, STR("email")), "another word for a kind is that kind");
	ok(rules_kind(&r, STR("beer")) == -1 && rules_kind(&r, STR("")) == -1, "a word that is no kind");
	ok(rules_kind(&r, STR("call-back")) == -1 && rules_kind(&r, STR("cal")) == -1, "a kind is the whole word");
	for (i = 0; i < LEN(quiet); i++)
		ok(r.kinds[rules_kind(&r, of(quiet[i]))].quiet, "%s awaits no answer", quiet[i]);
	for (i = 0; i < r.nkinds; i++)
		n += r.kinds[i].quiet;
	ok(n == LEN(quiet), "all other kinds await one");
	rules_free(&r);
}

static void
test_idle_bytes(void)
{
	static const char marks[] = "-*+#|1 \t";
	struct rules r = {0};
	size_t i;

	rules_builtin(&r);
	rules_ready(&r);
	ok(!r.idle_bytes['a'] && !r.idle_heading_bytes['x'], "what is idle is not looked for where notes are few");
	rules_hasten(&r);
	for (i = 0; marks[i]; i++)
		ok(!r.idle_bytes[(unsigned char)marks[i]], "a touch may begin with '%c'", marks[i]);
	ok(r.idle_bytes['a'] && r.idle_bytes['Z'] && r.idle_bytes['>'] && r.idle_bytes['['], "prose begins no touch");
	ok(!r.idle_heading_bytes['L'] && !r.idle_heading_bytes['c'] && r.idle_heading_bytes['N'],
	    "Log and contact log may be headings of one, Notes may not");
	rules_free(&r);
}

/* ---- a file over them ---- */

static const struct {
	const char *name, *text, *want;
} overrides[] = {
	{"an empty file", "", ""},
	{"comments alone", "# nothing yet\n", ""},
	{"a key without a value changes nothing", "personal:\nmax_unanswered: ~\nfirst_contact:\nreport:\nchase:\n"
	    "cadence:\nstay_in_touch: null\nholidays:\nclosed_stages:\nkinds:\nfields:\nlog_heading: ~\ntouch_patterns:\n"
	    "promise_patterns:\nrules:\n", ""},
	{"personal replaces", "personal: [Neighbour, family]\n", "-personal friend\n+personal neighbour"},
	{"personal of none", "personal: []\n", "-personal friend\n-personal family"},
	{"personal as text", "personal: club\n", "-personal friend\n-personal family\n+personal club"},
	{"max_unanswered", "max_unanswered: 5\n", "-max_unanswered 3\n+max_unanswered 5"},
	{"max_unanswered at its least", "max_unanswered: 1\n", "-max_unanswered 3\n+max_unanswered 1"},
	{"max_unanswered at its most", "max_unanswered: 1000\n", "-max_unanswered 3\n+max_unanswered 1000"},
	{"first_contact", "first_contact: 3 weeks\n", "-first_contact 2d\n+first_contact 3w"},
	{"report", "report: monthly\n", "-report 1w\n+report 1mo"},
	{"chase", "chase: 3\n", "-chase 1bd\n+chase 3d"},
	{"cadence adds and replaces", "cadence: {A-List: 2w, vip: 10d}\n",
	    "-cadence a-list 3w\n+cadence a-list 2w\n+cadence vip 10d"},
	{"cadence with a '#'", "cadence: {'#vip': 10d}\n", "+cadence vip 10d"},
	{"cadence: never", "cadence: {a-list: never, b-list: Never}\n",
	    "-cadence a-list 3w\n-cadence b-list 2mo\n+cadence a-list never\n+cadence b-list never"},
	{"stay_in_touch, its pattern", "stay_in_touch: {match: '(?i)talk soon'}\n",
	    "-stay 'let's stay in touch'\n-stay 'We'll KEEP IN TOUCH!'\n+stay 'talk soon'"},
	{"stay_in_touch, its span", "stay_in_touch: {every: 6mo}\n", "-stay every 3mo\n+stay every 6mo"},
	{"stay_in_touch: never", "stay_in_touch: Never\n", "-stay 'let's stay in touch'\n-stay 'We'll KEEP IN TOUCH!'"},
	{"holidays", "holidays: [2026-12-25, 01-01, --02-29]\n", "+holiday 2026-12-25\n+holiday 0-01-01\n+holiday 0-02-29"},
	{"closed_stages adds", "closed_stages: [On Hold, gone_quiet]\n", "+closed onhold\n+closed gonequiet"},
	{"kinds adds", "kinds: {Workshop: both, gift: out, memo: none, tip: in}\n",
	    "+kind workshop both\n+kind gift out\n+kind memo none\n+kind tip in"},
	{"kinds adds another word for a kind", "kinds: {zoom: video, ring: Phone}\n", "+kind zoom video\n+kind ring call"},
	{"kinds makes a kind of another word", "kinds: {e-mail: in}\n", "-kind e-mail email\n+kind e-mail in"},
	{"a rule after another word is one after its kind", "rules: [{name: a, after: [phone, e-mail], do: b, in: 1d}]\n",
	    "+rule a: after call email do b in 1d until touch"},
	{"kinds replaces", "kinds: {Chat: out}\n", "-kind chat both\n+kind chat out"},
	{"fields adds spellings", "fields: {every: [Rhythm, how-often], org: lab}\n",
	    "+spelling howoften of every\n+spelling lab of org\n+spelling rhythm of every"},
	{"fields takes a spelling from another field", "fields: {result: [Status]}\n",
	    "-spelling status of stage\n+spelling status of result"},
	{"log_heading", "log_heading: '(?i)journal$'\n",
	    "-heading 'Log'\n-heading 'INTERACTIONS'\n-heading 'contact log'\n-heading 'Touches'\n-heading 'Timeline'\n"
	    "-heading 'Activity'\n+heading 'Journal'"},
	{"touch_patterns replace", "touch_patterns: ['(?<kind>\\w+) (?<date>\\S+)']\n",
	    "-touch 1: mark 0 dir 2 date 1 kind 3 text 0 more 0 done 0\n"
	    "-touch 2: mark 0 dir 2 date 1 kind 3 text 4 more 0 done 0\n"
	    "+touch 1: mark 0 dir 0 date 2 kind 1 text 0 more 0 done 0"},
	{"promise_patterns of none", "promise_patterns: []\n",
	    "-promise 1: mark 1 dir 2 date 3 kind 0 text 4 more 0 done 5\n"
	    "-promise 2: mark 1 dir 2 date 4 kind 0 text 3 more 5 done 6"},
	{"a new rule", "rules:\n  - {name: demo, after: meeting, do: email, in: 2d}\n",
	    "+rule demo: after meeting do email in 2d until touch"},
	{"a new rule with all keys", "rules:\n  - name: demo\n    after: [offer, out, 'both']\n    match: deck\n"
	    "    do: send it\n    in: 3 business days\n    until: [email, update]\n    hint: Be brief.\n"
	    "    everyone: yes\n",
	    "+rule demo: after offer <out> <both> match do send it in 3bd until email update everyone hint Be brief."},
	{"after: any", "rules: [{name: a, after: any, do: b, in: 1w, until: touch}]\n",
	    "+rule a: after <in> <out> <both> do b in 1w until touch"},
	{"a rule in the place of a built-in one",
	    "rules: [{name: resume, after: email, do: nudge, in: 2w, until: reply}]\n",
	    "-rule resume: after resume do call in 1w until reply\n"
	    "+rule resume: after email do nudge in 2w until reply"},
	{"off drops a rule", "rules: [{name: answer, off: true}]\n",
	    "-rule answer: after <in> do reply in 1d until touch everyone"},
	{"off: false is a rule", "rules: [{name: a, off: false, after: call, do: b, in: 1d}]\n",
	    "+rule a: after call do b in 1d until touch"},
	{"a kind of one's own in a rule above it",
	    "rules: [{name: a, after: workshop, do: b, in: 1d}]\nkinds: {workshop: both}\n",
	    "+kind workshop both\n+rule a: after workshop do b in 1d until touch"},
	{"an empty list of rules", "rules: []\n", ""},
	{"two keys at once", "chase: 2d\nreport: 2d\n", "-report 1w\n-chase 1bd\n+report 2d\n+chase 2d"},
};

static void
test_overrides(void)
{
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < LEN(overrides); i++)
		is(changes(&mem, overrides[i].text), overrides[i].want, "override: %s", overrides[i].name);
	mem_free(&mem);
}

static void
test_order(void)
{
	struct rules r = {0};
	struct mem mem = {0};
	struct diag d = {.mem = &mem};

	rules_builtin(&r);
	ok(rules_read(&r, STR("rules:\n"
	    "  - {name: mine, after: call, do: a, in: 1d}\n"
	    "  - {name: meeting, after: lunch, do: b, in: 1d}\n"
	    "  - {name: interview, off: true}\n"), &d), "order: a file is read");
	is(r.rules[0].name, "meeting", "order: a rule takes the place of the one it replaces");
	is(r.rules[0].action, "b", "order: and replaces it");
	is(r.rules[r.nrules - 1].name, "mine", "order: a new rule stands last");
	ok(r.nrules == 11, "order: a rule that is off is gone");
	ok(rules_read(&r, STR("rules: [{name: mine, off: true}]\n"), &d) && r.nrules == 10,
	    "order: a second file is read over the first");
	rules_free(&r);
	mem_free(&mem);
}

/* ---- messages ---- */

#define RULE_KEYS "unknown key; a rule has name, after, match, when, do, in, until, hint, everyone and off"
#define NO_SPAN "is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"
#define NO_KIND "is not a kind of touch, a list of them, in, out, both or any"
#define NO_PATTERN "is not a PCRE2 pattern; write it in single quotes"

static const struct {
	const char *name, *text, *want;
} refused[] = {
	{"not YAML", "chase: [1d\n", "1:8: this '[' is not closed; put the value in quotes if it is text"},
	{"a list", "- a\n", "1:1: a list; write fields, one 'key: value' a line"},
	{"an unknown key", "chase: 1d\nchace: 2d\n", "2:1: chace: unknown key; fu-rules(5) lists them"},
	{"a key twice", "chase: 1d\nreport: 1w\nchase: 2d\n", "3:1: chase: this key is here a second time"},
	{"two at once", "a: 1\nb: 2\n",
	    "1:1: a: unknown key; fu-rules(5) lists them\n2:1: b: unknown key; fu-rules(5) lists them"},
	{"personal: a mapping", "personal: {friend: true}\n", "1:11: personal: a mapping is not a list; write [one, two]"},
	{"max_unanswered: 0", "max_unanswered: 0\n", "1:17: max_unanswered: '0' is not a number from 1 to 1000"},
	{"max_unanswered: 1001", "max_unanswered: 1001\n", "1:17: max_unanswered: '1001' is not a number from 1 to 1000"},
	{"max_unanswered: 10000", "max_unanswered: 10000\n",
	    "1:17: max_unanswered: '10000' is not a number from 1 to 1000"},
	{"max_unanswered: -1", "max_unanswered: -1\n", "1:17: max_unanswered: '-1' is not a number from 1 to 1000"},
	{"max_unanswered: 3x", "max_unanswered: 3x\n", "1:17: max_unanswered: '3x' is not a number from 1 to 1000"},
	{"max_unanswered: a list", "max_unanswered: [3]\n", "1:17: max_unanswered: a list is not a number from 1 to 1000"},
	{"first_contact: no span", "first_contact: soon\n", "1:16: first_contact: 'soon' " NO_SPAN},
	{"report: too long a span", "report: 101y\n", "1:9: report: '101y' is out of range; a span is 1 day to 100 years"},
	{"chase: too short a span", "chase: 0d\n", "1:8: chase: '0d' is out of range; a span is 1 day to 100 years"},
	{"chase: a list", "chase: [1d]\n", "1:8: chase: a list " NO_SPAN},
	{"cadence: a list", "cadence: [a-list]\n", "1:10: cadence: a list is not a mapping; write {a-list: 3w}"},
	{"cadence: no span", "cadence:\n  a-list: 3w\n  b-list: often\n", "3:11: b-list: 'often' " NO_SPAN},
	{"cadence: null", "cadence: {a-list: }\n", "1:19: a-list: '' " NO_SPAN},
	{"stay_in_touch: text", "stay_in_touch: 3mo\n",
	    "1:16: stay_in_touch: '3mo' is not a mapping; write {match: 'pattern', every: 3mo} or never"},
	{"stay_in_touch: an unknown key", "stay_in_touch: {in: 3mo}\n",
	    "1:17: in: unknown key; stay_in_touch has match and every"},
	{"stay_in_touch: a bad pattern", "stay_in_touch: {match: 'a)b'}\n",
	    "1:24: match: bad pattern after 'a': unmatched closing parenthesis"},
	{"stay_in_touch: no span", "stay_in_touch: {every: x}\n", "1:24: every: 'x' " NO_SPAN},
	{"holidays: a date alone", "holidays: 2026-12-25\n",
	    "1:11: holidays: '2026-12-25' is not a list of dates; write [2026-12-25, 01-01]"},
	{"holidays: no such day", "holidays:\n  - 2026-12-25\n  - 2026-02-30\n",
	    "3:5: holidays: there is no day '2026-02-30'"},
	{"holidays: no date", "holidays: [Christmas]\n",
	    "1:12: holidays: 'Christmas' is not a date; write YYYY-MM-DD or MM-DD"},
	{"closed_stages: a mapping", "closed_stages: {a: b}\n",
	    "1:16: closed_stages: a mapping is not a list; write [one, two]"},
	{"kinds: a list", "kinds: [workshop]\n", "1:8: kinds: a list is not a mapping; write {workshop: both}"},
	{"kinds: two words", "kinds: {board meeting: both}\n", "1:9: board meeting: a kind is one word"},
	{"kinds: no direction", "kinds:\n  workshop: mutual\n", "2:13: workshop: 'mutual' is not in, out, both, none or a kind that is known"},
	{"kinds: a kind as another word", "kinds: {call: video}\n",
	    "1:9: call: a kind of its own, and no other word for one; write in, out, both or none"},
	{"kinds: a list of directions", "kinds: {workshop: [in, out]}\n",
	    "1:19: workshop: a list is not in, out, both, none or a kind that is known"},
	{"fields: a list", "fields: [every]\n", "1:9: fields: a list is not a mapping; write {every: [rhythm]}"},
	{"fields: no such field", "fields: {everry: [rhythm]}\n", "1:10: everry: no such field; fu-note(5) lists them"},
	{"fields: a mapping", "fields: {every: {a: b}}\n", "1:17: every: a mapping is not a list; write [one, two]"},
	{"log_heading: a bad pattern", "log_heading: '(log'\n",
	    "1:14: log_heading: bad pattern after '(log': missing closing parenthesis"},
	{"log_heading: a list", "log_heading: [log]\n", "1:14: log_heading: a list " NO_PATTERN},
	{"touch_patterns: text", "touch_patterns: '(?<date>x)'\n",
	    "1:17: touch_patterns: '(?<date>x)' is not a list of patterns; write ['one', 'two']"},
	{"touch_patterns: a bad pattern", "touch_patterns:\n  - '(?<date>x)'\n  - 'y)'\n",
	    "3:5: touch_patterns: bad pattern after 'y': unmatched closing parenthesis"},
	{"touch_patterns: no date", "touch_patterns: ['(?<text>.*)']\n",
	    "1:18: (?<text>.*): no group named date; write (?<date>...) around it"},
	{"promise_patterns: no date", "promise_patterns: ['x']\n",
	    "1:20: x: no group named date; write (?<date>...) around it"},
	{"promise_patterns: an empty pattern", "promise_patterns: ['']\n", "1:20: promise_patterns: '' " NO_PATTERN},
	{"rules: a mapping", "rules: {name: a}\n", "1:8: rules: a mapping is not a list of rules"},
	{"rules: text in the list", "rules: [demo]\n",
	    "1:9: rules: 'demo' is not a rule; write {name: demo, after: meeting, do: email, in: 2d}"},
	{"a rule without a name", "rules:\n  - {after: call, do: a, in: 1d}\n", "2:5: a rule without name:"},
	{"a rule without after", "rules:\n  - name: a\n    do: a\n    in: 1d\n", "2:5: a rule without after:"},
	{"a rule without do", "rules: [{name: a, after: call, in: 1d}]\n", "1:9: a rule without do:"},
	{"a rule without in", "rules: [{name: a, after: call, do: a}]\n", "1:9: a rule without in:"},
	{"a rule without anything", "rules: [{}]\n",
	    "1:9: a rule without name:\n1:9: a rule without after:\n1:9: a rule without do:\n1:9: a rule without in:"},
	{"a rule's key twice", "rules:\n  - {name: a, after: in, do: a, in: 1d,\n    after: call}\n",
	    "3:5: after: this key is here a second time"},
	{"off without a name", "rules: [{off: true}]\n", "1:9: a rule without name:"},
	{"off of an unknown rule", "rules:\n  - {name: nugde, off: true}\n", "2:5: no rule named 'nugde' to switch off"},
	{"off: no flag", "rules: [{name: nudge, off: 1}]\n",
	    "1:28: off: '1' is not true or false"},
	{"a rule's unknown key", "rules: [{name: a, after: call, do: a, in: 1d, then: x}]\n", "1:47: then: " RULE_KEYS},
	{"a rule's when that is no selection", "rules: [{name: a, after: call, do: a, in: 1d, when: tag=}]\n",
	    "1:57: when: column 5: a value is missing after '='\n  tag=\n      ^"},
	{"a rule's when that is a list", "rules: [{name: a, after: call, do: a, in: 1d, when: [a]}]\n",
	    "1:53: when: a list is not a selection; write 'tag=a-list and not email'"},
	{"a rule's unknown kind", "rules:\n  - {name: a, after: [call, beer], do: a, in: 1d}\n",
	    "2:22: after: unknown kind 'beer'; kinds: adds new ones"},
	{"a rule's unknown kind in until", "rules: [{name: a, after: call, do: a, in: 1d, until: beer}]\n",
	    "1:54: until: unknown kind 'beer'; kinds: adds new ones"},
	{"after: none", "rules: [{name: a, after: none, do: a, in: 1d}]\n",
	    "1:26: after: unknown kind 'none'; kinds: adds new ones"},
	{"after: nothing", "rules: [{name: a, after: [], do: a, in: 1d}]\n", "1:26: after: a list " NO_KIND},
	{"after: a mapping", "rules: [{name: a, after: {b: c}, do: a, in: 1d}]\n",
	    "1:26: after: a mapping is not a list; write [one, two]"},
	{"a rule's bad span", "rules: [{name: a, after: call, do: a, in: soon}]\n", "1:43: in: 'soon' " NO_SPAN},
	{"a rule's bad pattern", "rules: [{name: a, after: call, match: 'x(', do: a, in: 1d}]\n",
	    "1:39: match: bad pattern after 'x(': missing closing parenthesis"},
	{"a rule's name as a list", "rules: [{name: [a], after: call, do: a, in: 1d}]\n", "1:16: name: a list is not text"},
	{"a rule's empty action", "rules: [{name: a, after: call, do: '', in: 1d}]\n", "1:36: do: '' is not text"},
	{"a rule's hint as a mapping", "rules: [{name: a, after: call, do: a, in: 1d, hint: {b: c}}]\n",
	    "1:53: hint: a mapping is not text"},
	{"everyone: no flag", "rules: [{name: a, after: call, do: a, in: 1d, everyone: all}]\n",
	    "1:57: everyone: 'all' is not true or false"},
};

static void
test_refused(void)
{
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < LEN(refused); i++) {
		struct rules r = {0};
		struct diag d = {.mem = &mem};

		rules_builtin(&r);
		ok(!rules_read(&r, of(refused[i].text), &d), "refused: %s", refused[i].name);
		is(said(&mem, d.first), refused[i].want, "the message: %s", refused[i].name);
		rules_free(&r);
	}
	mem_free(&mem);
}

/* A file of n rules that each have a condition. */
static bool
read_many(int n, const char *condition, struct mem *mem, struct diag *d)
{
	struct rules r = {0};
	struct buf b = {0};
	bool good;
	int i;

	buf_fmt(&b, "rules:\n");
	for (i = 0; i < n; i++)
		buf_fmt(&b, "  - {name: r%d, after: call, do: a, in: 1d, %s}\n", i, condition);
	*d = (struct diag){.mem = mem};
	rules_builtin(&r);
	good = rules_read(&r, (struct str){b.s, b.n}, d);
	buf_free(&b);
	rules_free(&r);
	return good;
}

static void
test_many(void)
{
	struct mem mem = {0};
	struct diag d;

	ok(read_many(63, "match: x", &mem, &d), "64 patterns for texts, one of them the built-in");
	ok(!read_many(64, "match: x", &mem, &d), "65 are refused");
	is(said(&mem, d.first), "65:45: match: more than 64 patterns for texts; leave some out", "65: the message");
	ok(read_many(64, "when: tag=x", &mem, &d), "64 selections");
	ok(!read_many(65, "when: tag=x", &mem, &d), "65 selections are refused");
	is(said(&mem, d.first), "66:45: when: more than 64 selections; leave some out", "65 selections: the message");
	mem_free(&mem);
}

int
main(void)
{
	test_builtin();
	test_spellings();
	test_kinds();
	test_idle_bytes();
	test_overrides();
	test_order();
	test_refused();
	test_many();
	return done();
}
