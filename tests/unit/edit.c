/*
 * Edits of notes. Random ones as a property: the bytes that differ are the line or the value that was meant, and no
 * others; and read back, the fact that was meant differs, and no other. FU_RANDOM says how many, FU_SEED from which
 * seed on: what goes wrong names the seed that does it again, with FU_RANDOM=1.
 */
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "../../src/lib/edit.h"
#include "../../src/lib/match.h"
#include "../../src/lib/read.h"
#include "../../src/lib/reader.h"
#include "../../src/lib/text.h"
#include "aid.h"

enum {
	RANDOM = 50000,         /* edits */
	SHOWN = 10,             /* of those that go wrong */
	OPEN = 32,              /* promises of a note that are kept in mind */
};

static const char extra_rules[] =
    "rules:\n"
    "  - {name: text, after: any, match: 'deck', do: x, in: 1d}\n";

static struct rules rules;
static struct mem mem;          /* what lives until the end of a case */
static struct editor *editor;
static day today;

/* ---- random numbers ---- */

static uint64_t state;

static void
seed(uint64_t n)
{
	state = n * UINT64_C(0x9E3779B97F4A7C15) | 1;
}

static size_t
below(size_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (size_t)(state >> 11) % n;
}

static bool
one_in(size_t n)
{
	return below(n) == 0;
}

#define PICK(from) (from)[below(LEN(from))]

/* ---- words ---- */

/* What a text is made of: words that any place takes, such as some place reads as more, and such as none takes. */
enum taste { CLEAN, HOSTILE, BROKEN };

static const char *const clean[] = {
	"the deck", "two names", "Zo\u00eb", "\u6f22\u5b57", "left word", "r\u00e9sum\u00e9", "\U0001F600", "Stra\u00dfe",
	"she asked", "caf\u00e9 \u00e0 deux", "A. Gomez", "60 minutes", "on (or off)", "stay in touch", "well-known",
	"\u0391\u03b8\u03ae\u03bd\u03b1", "e\u0301", "yes", "no/yes", "she's in",
};
static const char *const hostile[] = {
	"a: b # c", "it's", "\"quoted\"", "x | y", "- [ ] no", "<b>", "[[lee-park]]", "# not", "--- x", "100%", "\\n",
	"`code`", "{a}", "@home", "*bold*", "&amp;", "!x", "? y", "due:2026-12-01", "by 2026-12-01", "\u2705 2026-11-01",
	"...", "key: value", "'", "\"", "~", "null", "true", "2026-11-01", "1e3", ": lead", "- lead", "| bar |", "a\tb",
	"\u00a0", "<", ">", "> call: x", "< 2026-11-01", "call", "[x]", "done:2026-11-01", "a,b", ",", "[a", "a]", "{", "}",
	"#tag", "x:", "---", "```", "''", "\"\"", "\\", "C:\\dir", "%d", "=1", "<<", "\u2014 dash", "x  y", "[completion:: x]",
	"\U0001F4C5 2026-12-01", "**", "]]", "off", "0x1F", "012", "|", "-",
};
static const char *const broken[] = {
	"a\nb", "\x01", "a\rb", "a\xFF" "b", "a\xC2\x85" "b", "a\u2028b", "\x1B[m", "\x7F", "\n", "- x\n- 2026-11-01 call",
	"\u202e",
};

static void
add_words(struct buf *b, enum taste taste)
{
	static const char *const joints[] = {" ", " ", " ", "; ", ", ", " - "};
	size_t i, n = 1 + below(3), special = below(n);

	for (i = 0; i < n; i++) {
		const char *word = PICK(clean);

		if (taste != CLEAN && (i == special || one_in(3)))
			word = taste == HOSTILE ? PICK(hostile) : PICK(broken);
		buf_fmt(b, "%s%s", i ? PICK(joints) : "", word);
	}
}

static struct str
some_words(enum taste taste)
{
	struct buf b = {0};

	add_words(&b, taste);
	return buf_take(&b, &mem);
}

static enum taste
some_taste(void)
{
	size_t n = below(20);

	return n < 13 ? CLEAN : n < 19 ? HOSTILE : BROKEN;
}

/* ---- a note made up ---- */

/* Where the touches are, and the promises. */
enum touches_style {
	T_BULLET, T_NUMBERED, T_HEADING, T_TABLE, T_BLOCK, T_FLOW, T_BOTH, T_LOG, T_NONE,
	TOUCHES_STYLES
};
enum promises_style { P_TASK, P_BLOCK, P_FLOW, P_BOTH, P_NONE, PROMISES_STYLES };

static const char *const touches_names[TOUCHES_STYLES] = {
	"bullets", "numbered", "headings", "table", "log: in lines", "log: in flow", "log: and body", "empty log heading",
	"nowhere",
};
static const char *const promises_names[PROMISES_STYLES] = {
	"tasks", "promises: in lines", "promises: in flow", "promises: and tasks", "nowhere",
};

struct made {
	struct buf b;           /* with LF, until it is finished */
	bool odd;               /* something in it may well be refused */
	bool must_refuse;
	enum touches_style touches;
	enum promises_style promises;
	unsigned items;         /* promises, the text of each of which has its own number */
	unsigned open[OPEN];    /* those not done */
	bool open_theirs[OPEN];
	size_t nopen;
};

static void put(struct made *m, const char *fmt, ...) BUF_PRINTF(2, 3);

static void
put(struct made *m, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vfmt(&m->b, fmt, ap);
	va_end(ap);
}

static void
put_str(struct made *m, struct str s)
{
	buf_str(&m->b, s);
}

static day
some_day(void)
{
	return today - (day)below(400);
}

static void
put_day(struct made *m, day d, bool slash)
{
	char text[DATE_TEXT];

	date_text(d, text);
	if (slash)
		text[4] = text[7] = '/';
	put(m, "%s", text);
}

/* ---- scalars of YAML ---- */

/* Whether s can stand without quotes; not all that could is. */
static bool
plain_fits(struct str s, bool flow)
{
	size_t i;

	if (!s.n || !strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", *s.s))
		return false;
	for (i = 0; i < s.n; i++)
		if (strchr(flow ? ":#,[]{}\t" : ":#\t", s.s[i]))
			return false;
	return s.s[s.n - 1] != ' ' && !text_is(s, "null");
}

static void
put_quoted(struct made *m, struct str s, char quote)
{
	size_t i;

	buf_chr(&m->b, quote);
	for (i = 0; i < s.n; i++) {
		if (s.s[i] == quote || (s.s[i] == '\\' && quote == '"'))
			buf_chr(&m->b, quote == '"' ? '\\' : '\'');
		buf_chr(&m->b, s.s[i]);
	}
	buf_chr(&m->b, quote);
}

static void
put_scalar(struct made *m, struct str s, bool flow)
{
	if (plain_fits(s, flow) && !one_in(4))
		put_str(m, s);
	else
		put_quoted(m, s, one_in(2) ? '\'' : '"');
}

static struct str
front_words(void)
{
	return some_words(one_in(4) ? HOSTILE : CLEAN);
}

/* A date as a value; dates that are links are lists in lists. */
static void
put_date(struct made *m, day d)
{
	static const char *const marks[][2] = {
		{"", ""}, {"", ""}, {"", ""}, {"'", "'"}, {"\"", "\""}, {"[[", "]]"}, {"\"[[", "]]\""},
	};
	size_t i = below(LEN(marks));

	put(m, "%s", marks[i][0]);
	put_day(m, d, one_in(6));
	if (i < 5 && one_in(8))
		put(m, "%s", one_in(2) ? "T10:00Z" : " 10:00:00 -0400");
	put(m, "%s", marks[i][1]);
}

/* ---- fields ---- */

enum value {
	V_TEXT, V_NAME, V_LIST, V_TAGS, V_EMAIL, V_LINK, V_SPAN, V_DATE, V_NEXT, V_STAGE, V_BIRTHDAY, V_DATES, V_OTHER
};

static const struct field_made {
	enum value value;
	const char *spellings[6];
} fields[] = {
	{V_NAME, {"name", "full_name", "fn"}}, {V_TEXT, {"org", "company", "organization", "employer", "firm"}},
	{V_LIST, {"aliases", "alias"}}, {V_EMAIL, {"email", "emails", "mail", "e-mail"}},
	{V_LIST, {"phone", "phones", "tel", "mobile"}}, {V_TAGS, {"tags", "tag", "category", "tier", "groups"}},
	{V_LINK, {"via", "referred_by", "introduced_by", "met_through"}},
	{V_SPAN, {"every", "cadence", "frequency", "keep_in_touch", "interval"}},
	{V_DATE, {"last", "last_contact", "last_seen", "last_met"}},
	{V_NEXT, {"next", "next_contact", "follow_up", "follow_up_on", "follow_up_due"}},
	{V_DATE, {"snooze", "snooze_until"}}, {V_STAGE, {"stage", "status"}},
	{V_DATE, {"added", "created", "since", "date_found"}}, {V_DATE, {"applied", "date_applied"}},
	{V_DATE, {"met", "met_date", "first_met"}}, {V_BIRTHDAY, {"birthday", "bday", "dob"}},
	{V_DATES, {"dates", "anniversaries"}}, {V_TAGS, {"avoid"}}, {V_TEXT, {"result", "outcome"}},
	{V_TEXT, {"role", "title", "position"}}, {V_LIST, {"asks", "requirements"}}, {V_LIST, {"offers"}},
	{V_LIST, {"questions"}}, {V_OTHER, {"nickname"}}, {V_OTHER, {"job_reference"}}, {V_OTHER, {"spouse"}},
	{V_OTHER, {"Notizen f\u00fcr \u6f22"}}, {V_OTHER, {"0"}}, {V_OTHER, {"website"}},
};

static const char *
some_spelling(const struct field_made *f)
{
	size_t n = 0;

	while (n < LEN(f->spellings) && f->spellings[n])
		n++;
	return f->spellings[below(n)];
}

/* A key in one of the ways that make no difference. */
static struct str
some_key(const char *spelling)
{
	struct buf b = {0};
	size_t way = below(8);

	for (; *spelling; spelling++) {
		char c = *spelling, last = b.n ? b.s[b.n - 1] : ' ';

		if (c == '_' && way < 3)
			c = " -_"[way];
		if ((way == 1 || way == 2) && c >= 'a' && c <= 'z' && strchr(" -_", last))
			c = (char)(c - 'a' + 'A');
		if (way == 3 && c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		buf_chr(&b, c);
	}
	return buf_take(&b, &mem);
}

static void
put_key(struct made *m, struct str key)
{
	static const char *const colons[] = {":", ":", ":", ":", " :"};

	if (one_in(8))
		put_quoted(m, key, one_in(2) ? '\'' : '"');
	else
		put_str(m, key);
	put(m, "%s", PICK(colons));
}

/* A comment, or blanks, at the end of a line. */
static void
end_line(struct made *m)
{
	static const char *const ends[] = {
		"", "", "", "", "", "  ", " # remark", "   # don't: \"touch\" [this]", "\t# \u6f22", " #",
	};

	put(m, "%s\n", PICK(ends));
}

/* A text over several lines. */
static void
put_lines(struct made *m)
{
	switch (below(4)) {
	case 0:
		put(m, " |\n  one: line\n\n  # two\n");
		return;
	case 1:
		put(m, " >-\n   one line\n   that goes on\n");
		return;
	case 2:
		put(m, " one line\n  that goes on");
		break;
	case 3:
		put(m, " \"one line \\\n  that: goes # on\"");
		break;
	}
	end_line(m);
}

static void
put_text_value(struct made *m)
{
	if (one_in(8)) {
		put_lines(m);
		return;
	}
	put(m, "%s", one_in(6) ? "   " : " ");
	put_scalar(m, front_words(), false);
	end_line(m);
}

/* A remark on a line of its own, or a blank line. */
static void
put_between(struct made *m)
{
	if (one_in(12))
		put(m, "%s\n", one_in(2) ? "# a remark: with 'marks'" : one_in(2) ? "    # indented" : "");
}

/* An item of a list; words for one that splits at blanks are single. */
typedef void put_item_fn(struct made *m, bool flow);

static void
put_block(struct made *m, size_t n, put_item_fn *put_item)
{
	static const char *const indents[] = {"", "  ", "  ", "    "};
	const char *indent = PICK(indents), *gap = one_in(8) ? "   " : " ";

	end_line(m);
	while (n--) {
		put_between(m);
		put(m, "%s-%s", indent, gap);
		put_item(m, false);
		end_line(m);
	}
}

static void
put_flow(struct made *m, size_t n, put_item_fn *put_item)
{
	const char *start = one_in(4) ? "\n    " : "", *after = *start ? start : one_in(4) ? "" : " ";
	size_t i;

	put(m, " [%s", start);
	for (i = 0; i < n; i++) {
		put_item(m, true);
		if (i + 1 < n)
			put(m, ",%s", after);
	}
	if (n && one_in(6))
		put(m, ",");
	put(m, "%s]", *start ? "\n  " : one_in(8) ? " " : "");
	end_line(m);
}

static void
put_list(struct made *m, size_t n, put_item_fn *put_item)
{
	if (n && one_in(2))
		put_block(m, n, put_item);
	else
		put_flow(m, n, put_item);
}

static void
put_word(struct made *m, bool flow)
{
	put_scalar(m, front_words(), flow);
}

static void
put_tag(struct made *m, bool flow)
{
	static const char *const tags[] = {"vip", "a-list", "conf", "'#new'", "\"x y\"", "\u6f22", "friend"};

	(void)flow;
	put(m, "%s", PICK(tags));
}

static void
put_address(struct made *m, bool flow)
{
	static const char *const addresses[] = {"a@x.org", "dana.wu@example.org", "'b@x.org'", "\"C@X.org\""};

	(void)flow;
	put(m, "%s", PICK(addresses));
}

static void
put_link(struct made *m, bool flow)
{
	static const char *const links[] = {
		"lee-park", "Lee Park", "\"[[people/lee-park|Lee]]\"", "'[[tom]]'", "[[Lee Park]]", "people/lee.md",
	};

	(void)flow;
	put(m, "%s", PICK(links));
}

static void
put_occasion(struct made *m, bool flow)
{
	(void)flow;
	put(m, "{what: wedding, 'on': 2019-06-01%s}", one_in(2) ? ", yearly: false" : "");
}

static void
put_next(struct made *m)
{
	static const char *const forms[] = {
		" {on: %s, do: call, why: 'her move: settled?'}", " {do: call, date: %s}", "\n  on: %s  # firm\n  do: e-mail",
		"\n    why: \"it's time\"\n    \"on\": '%s'", " { 'on' : %s }", "\n  do: call\n  date: %s",
	};
	char text[DATE_TEXT];
	const char *form = PICK(forms);

	if (one_in(2)) {
		put(m, " ");
		put_date(m, some_day());
	} else {
		const char *at = strstr(form, "%s");

		put(m, "%.*s%s%s", (int)(at - form), form, date_text(some_day(), text), at + 2);
	}
	end_line(m);
}

static void
put_other(struct made *m)
{
	static const char *const others[] = {
		" 5", " true", " {name: Tom, born: 1980}", "\n  name: Tom\n  # born when?\n  likes:\n    - tea", " ~", "",
		" [1, [2, 3], {a: b}]", " http://x.org/#top", " 12:30:45", " -", " 'it''s'",
	};
	const char *other = PICK(others);

	if (strcmp(other, " -") == 0)
		other = "\n-\n- x";
	put(m, "%s", other);
	end_line(m);
}

static void
put_one_of(struct made *m, const char *const *v, size_t n)
{
	put(m, " %s", v[below(n)]);
	end_line(m);
}

static void
put_value(struct made *m, enum value value)
{
	static const char *const spans[] = {"3w", "6w", "every 2 months", "never", "10", "'2mo'", "\"1y\"", "Weekly", "5bd"};
	static const char *const stages[] = {"lead", "Active", "'do not contact'", "closed", "\"won\"", "target"};
	static const char *const births[] = {"1990-11-24", "--11-24", "02-29", "'11-24'"};
	static const char *const names[] = {"Ana Gomez", "'Zo\u00eb O''Neil'", "{first: Ana, last: Gomez}", "\"Lee\""};

	if (one_in(20)) {
		put(m, "%s", one_in(2) ? " ~" : "");
		end_line(m);
		return;
	}
	switch (value) {
	case V_TEXT:
		put_text_value(m);
		break;
	case V_NAME:
		put_one_of(m, names, LEN(names));
		break;
	case V_LIST:
		put_list(m, below(4), put_word);
		break;
	case V_TAGS:
		if (one_in(3))
			put(m, " %s\n", one_in(2) ? "vip, conf" : "conf");
		else
			put_list(m, below(4), put_tag);
		break;
	case V_EMAIL:
		if (one_in(3))
			put(m, " a@x.org%s\n", one_in(3) ? ", b@x.org  # two" : "");
		else
			put_list(m, 1 + below(2), put_address);
		break;
	case V_LINK:
		if (one_in(3))
			put_list(m, 1 + below(2), put_link);
		else
			put(m, " "), put_link(m, false), end_line(m);
		break;
	case V_SPAN:
		put_one_of(m, spans, LEN(spans));
		break;
	case V_DATE:
		put(m, " "), put_date(m, some_day()), end_line(m);
		break;
	case V_NEXT:
		put_next(m);
		break;
	case V_STAGE:
		put_one_of(m, stages, LEN(stages));
		break;
	case V_BIRTHDAY:
		put_one_of(m, births, LEN(births));
		break;
	case V_DATES:
		put_list(m, 1 + below(2), put_occasion);
		break;
	case V_OTHER:
		put_other(m);
		break;
	}
}

/* ---- touches ---- */

static const char *const kind_words[] = {
	"call", "Meeting", "e-mail", "email", "emailed", "met", "coffee", "reply", "note", "sales-call", "CALL", "letter",
};

/* A touch in log: as text, or as the pair that YAML makes of it. */
static void
put_log_line(struct made *m, bool flow)
{
	static const char *const dirs[] = {"", "", "< ", "> "};
	struct buf b = {0};
	struct str text = some_words(CLEAN);
	char date[DATE_TEXT];
	bool pair = one_in(2);

	buf_fmt(&b, "%s %s%s", date_text(some_day(), date), PICK(dirs), PICK(kind_words));
	if (pair && plain_fits(text, flow)) {
		put(m, "%.*s: %.*s", (int)b.n, b.s, (int)text.n, text.s);
	} else if (one_in(3)) {
		put(m, "%.*s", (int)b.n, b.s);
	} else {
		buf_fmt(&b, ": %.*s", (int)text.n, text.s);
		put_quoted(m, (struct str){b.s, b.n}, one_in(2) ? '\'' : '"');
	}
	buf_free(&b);
}

static void
put_log_map(struct made *m)
{
	static const char *const forms[][2] = {{"date", "kind"}, {"on", "type"}, {"Date", "channel"}, {"'on'", "method"}};
	static const char *const dirs[] = {"", "", ", dir: in", ", from: me", ", dir: '<'", ", dir: both"};
	static const char *const texts[] = {"text", "note", "summary"};
	size_t i = below(LEN(forms));
	char date[DATE_TEXT];

	put(m, "{%s: %s, %s: %s%s", forms[i][0], date_text(some_day(), date), forms[i][1], PICK(kind_words), PICK(dirs));
	if (!one_in(3)) {
		put(m, ", %s: ", PICK(texts));
		put_scalar(m, some_words(CLEAN), true);
	}
	put(m, "}");
}

static void
put_log_entry(struct made *m, bool flow)
{
	if (one_in(3))
		put_log_map(m);
	else
		put_log_line(m, flow);
}

/* Entries that are mappings over lines. */
static void
put_log_maps(struct made *m, size_t n)
{
	static const char *const indents[] = {"", "  ", "    "};
	const char *indent = PICK(indents), *text = one_in(2) ? "text" : "summary";
	char date[DATE_TEXT];

	end_line(m);
	while (n--) {
		put(m, "%s- date: %s\n%s  kind: %s", indent, date_text(some_day(), date), indent, PICK(kind_words));
		end_line(m);
		if (one_in(3))
			put(m, "%s  dir: %s\n", indent, one_in(2) ? "in" : "out");
		if (!one_in(3)) {
			put(m, "%s  %s: ", indent, text);
			put_scalar(m, some_words(CLEAN), false);
			end_line(m);
		}
	}
}

static void
put_log_field(struct made *m)
{
	static const char *const spellings[] = {"log", "log", "touches", "interactions", "contact_log"};
	size_t n = 1 + below(4);

	put_key(m, some_key(PICK(spellings)));
	if (m->touches == T_FLOW)
		put_flow(m, n, put_log_entry);
	else if (one_in(3))
		put_log_maps(m, n);
	else
		put_block(m, n, put_log_entry);
}

struct touch_style {
	const char *indent, *marker, *open, *close, *after, *colon;
	bool slash, time, padded, dir_column, closed, blanks, continued;
	int order;              /* 1: oldest first, -1: newest first, 0: neither */
};

static struct touch_style
some_touch_style(enum touches_style form)
{
	static const char *const indents[] = {"", "", "", "", " ", "  ", "\t"};
	static const char *const bullets[] = {"- ", "- ", "* ", "+ ", "-   ", "-\t"};
	static const char *const headings[] = {"# ", "## ", "### ", "### ", "#### "};
	static const char *const wraps[][2] = {
		{"", ""}, {"", ""}, {"", ""}, {"[[", "]]"}, {"**", "**"}, {"__", "__"}, {"[[daily/", "]]"}, {"**[[", "]]**"},
	};
	static const char *const afters[] = {"", "", "", "", ":", " -", " \u2014", " \u2013"};
	static const char *const colons[] = {": ", ": ", " - ", " \u2014 ", " ", "; "};
	const char *const *wrap = PICK(wraps);
	struct touch_style s = {
		.indent = form == T_HEADING || form == T_TABLE ? "" : PICK(indents), .open = wrap[0], .close = wrap[1],
		.after = PICK(afters), .colon = PICK(colons), .slash = one_in(6), .time = one_in(8), .padded = one_in(2),
		.dir_column = one_in(4), .closed = !one_in(6), .blanks = one_in(2), .continued = one_in(4),
	};

	s.marker = form == T_HEADING ? PICK(headings) : PICK(bullets);
	if (form == T_TABLE && *s.open && strcmp(s.open, "[["))
		s.open = s.close = "";
	s.order = one_in(8) ? 0 : one_in(3) ? -1 : 1;
	return s;
}

static void
put_touch_date(struct made *m, const struct touch_style *s, day d)
{
	put(m, "%s", s->open);
	put_day(m, d, s->slash);
	if (s->time && !strstr(s->open, "[["))
		put(m, " 14:30");
	put(m, "%s", s->close);
}

/* What hangs on an item. */
static void
put_hanging(struct made *m, const struct touch_style *s)
{
	static const char *const hangs[] = {
		"  and more words\n", "lazily goes on\n", "  - a nested item\n", "\n  a paragraph of it\n", "  > quoted: \"x\"\n",
		"    indented # more\n", "  - a nested item\n    - and in it\n",
	};
	const char *c = PICK(hangs);

	if (!s->continued || one_in(2))
		return;
	put(m, "%s", *c == '\n' ? "" : s->indent);
	for (; *c; c++)
		put(m, "%c%s", *c, *c == '\n' && c[1] ? s->indent : "");
}

static void
put_item_touch(struct made *m, const struct touch_style *s, day d, const char *marker)
{
	static const char *const dirs[] = {"", "", "", "< ", "> "};
	bool kind = !one_in(5);

	put(m, "%s%s", s->indent, marker);
	put_touch_date(m, s, d);
	put(m, "%s %s%s", s->after, PICK(dirs), kind ? PICK(kind_words) : "");
	if (!kind || !one_in(5)) {
		put(m, "%s", kind ? s->colon : "");
		add_words(&m->b, one_in(8) ? HOSTILE : CLEAN);
	}
	put(m, "%s\n", one_in(10) ? "  " : "");
	put_hanging(m, s);
}

static void
put_row(struct made *m, const struct touch_style *s, day d)
{
	put(m, "| ");
	put_touch_date(m, s, d);
	if (s->dir_column)
		put(m, " | %s", one_in(2) ? "<" : one_in(2) ? ">" : " ");
	put(m, s->padded ? " | %-10s | " : " | %s | ", PICK(kind_words));
	add_words(&m->b, CLEAN);
	put(m, "%s\n", s->closed ? s->padded && one_in(2) ? "     |" : " |" : "");
}

static void
put_table_head(struct made *m, const struct touch_style *s)
{
	if (one_in(8))
		return;
	put(m, "| Date | %sKind | What |\n", s->dir_column ? "Dir | " : "");
	put(m, "|------|%s------|:-----|\n", s->dir_column ? "-----|" : "");
}

static int
compare_days(const void *a, const void *b)
{
	const day *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Days in the style's order; some are the same. */
static void
some_days(day *v, size_t n, int order)
{
	size_t i;

	for (i = 0; i < n; i++)
		v[i] = i && one_in(4) ? v[i - 1] : some_day();
	if (order)
		qsort(v, n, sizeof *v, compare_days);
	for (i = 0; order < 0 && i < n / 2; i++) {
		day d = v[i];

		v[i] = v[n - 1 - i];
		v[n - 1 - i] = d;
	}
}

static void
put_touches(struct made *m, enum touches_style form, bool indent)
{
	struct touch_style s = some_touch_style(form);
	size_t i, n = 1 + below(5);
	day days[8];
	char number[16];

	if (!indent)
		s.indent = "";
	some_days(days, n, s.order);
	if (form == T_TABLE)
		put_table_head(m, &s);
	for (i = 0; i < n; i++) {
		if (form == T_TABLE) {
			put_row(m, &s, days[i]);
			continue;
		}
		snprintf(number, sizeof number, "%zu%c ", i + 1, s.closed ? '.' : ')');
		if (form == T_HEADING && s.blanks && i)
			put(m, "\n");
		put_item_touch(m, &s, days[i], form == T_NUMBERED ? number : s.marker);
		if (form == T_HEADING && !one_in(3))
			put(m, "%sShe said \u201cyes\u201d: twice.\n", s.blanks ? "\n" : "");
		else if (s.blanks && form != T_HEADING && one_in(3) && i + 1 < n)
			put(m, "\n");
	}
}

/* ---- promises ---- */

/* The text of a promise, and whether it is done. */
static bool
new_item(struct made *m, struct buf *text, bool theirs)
{
	bool over = one_in(2);

	m->items++;
	add_words(text, CLEAN);
	buf_fmt(text, " item%u", m->items);
	if (!over && m->nopen < OPEN) {
		m->open_theirs[m->nopen] = theirs;
		m->open[m->nopen++] = m->items;
	}
	return over;
}

static const char *const due_forms[] = {"%s", "by %s", "due:%s", "[due:: %s]", "(due:: %s)", "@due(%s)", "\U0001F4C5 %s"};
static const char *const done_forms[] = {" \u2705 %s", " done:%s", " [completion:: %s]", "", " \u2705 [[%s]]"};

static void
put_form(struct made *m, const char *form, day d)
{
	const char *at = strstr(form, "%s");
	char text[DATE_TEXT];

	if (at)
		put(m, "%.*s%s%s", (int)(at - form), form, date_text(d, text), at + 2);
	else
		put(m, "%s", form);
}

static void
put_task(struct made *m, const char *lead, const char *due, const char *finished)
{
	struct buf text = {0};
	bool theirs = one_in(4), over = new_item(m, &text, theirs);

	put(m, "%s[%s] %s", lead, over ? one_in(4) ? "X" : "x" : " ", theirs ? "< " : "");
	if (strcmp(due, "%s") == 0) {
		put_form(m, due, some_day());
		put(m, "%s%.*s", one_in(8) ? ": " : " ", (int)text.n, text.s);
	} else {
		put(m, "%.*s ", (int)text.n, text.s);
		put_form(m, due, some_day());
	}
	if (over)
		put_form(m, finished, some_day());
	put(m, "\n");
	buf_free(&text);
}

static void
put_tasks(struct made *m)
{
	static const char *const leads[] = {"- ", "- ", "- ", "* ", "+ ", "  - ", "\t* ", "1. ", "-   "};
	const char *lead = PICK(leads), *due = one_in(2) ? "%s" : PICK(due_forms), *finished = PICK(done_forms);
	size_t n = 1 + below(3);

	/* So that they are no part of an item above them. */
	if (*lead == ' ' || *lead == '\t')
		put(m, "To do\n");
	while (n--) {
		put_task(m, lead, one_in(8) ? PICK(due_forms) : due, finished);
		if (one_in(8))
			put(m, "%.*s%s", (int)strspn(lead, " \t"), lead, one_in(2) ? "  - a nested item\n" : "  goes on\n");
	}
}

static void
put_promise_map(struct made *m)
{
	struct buf text = {0};
	bool theirs = one_in(4), over = new_item(m, &text, theirs);
	char date[DATE_TEXT];

	put(m, "{what: ");
	put_scalar(m, (struct str){text.s, text.n}, true);
	put(m, ", by: %s%s", date_text(some_day(), date), theirs ? ", from: them" : one_in(4) ? ", from: me" : "");
	if (over)
		put(m, ", done: %s", one_in(2) ? "true" : date_text(some_day(), date));
	else if (one_in(4))
		put(m, ", done: %s", one_in(2) ? "false" : "no");
	put(m, "}");
	buf_free(&text);
}

/* An entry that is text is a task without its box; it is done where it says when. */
static void
put_promise_text(struct made *m, bool flow)
{
	struct buf text = {0};
	const char *finished = PICK(done_forms);
	bool theirs = one_in(4), over;
	struct made line = {0};

	over = new_item(m, &text, theirs);
	if (over && !*finished)
		finished = done_forms[0];
	put(&line, "%s", theirs ? "< " : "");
	put_form(&line, "%s ", some_day());
	put(&line, "%.*s", (int)text.n, text.s);
	if (over)
		put_form(&line, finished, some_day());
	if (!theirs && plain_fits((struct str){text.s, text.n}, flow) && (!over || finished == done_forms[0]) && one_in(2))
		put_str(m, (struct str){line.b.s, line.b.n});
	else
		put_quoted(m, (struct str){line.b.s, line.b.n}, one_in(2) ? '\'' : '"');
	buf_free(&text);
	buf_free(&line.b);
}

static void
put_promise(struct made *m, bool flow)
{
	if (one_in(3))
		put_promise_text(m, flow);
	else
		put_promise_map(m);
}

/* Entries that are mappings over lines. */
static void
put_promise_maps(struct made *m, size_t n)
{
	static const char *const indents[] = {"", "  ", "    "};
	const char *indent = PICK(indents);
	char date[DATE_TEXT];

	end_line(m);
	while (n--) {
		struct buf text = {0};
		bool theirs = one_in(4), over = new_item(m, &text, theirs);

		put(m, "%s- what: ", indent);
		put_scalar(m, (struct str){text.s, text.n}, false);
		end_line(m);
		put(m, "%s  by: %s", indent, date_text(some_day(), date));
		end_line(m);
		if (theirs)
			put(m, "%s  from: them\n", indent);
		if (over)
			put(m, "%s  done: %s\n", indent, one_in(2) ? "true" : date_text(some_day(), date));
		else if (one_in(6))
			put(m, "%s  done: %s\n", indent, one_in(2) ? "false" : "");
		buf_free(&text);
	}
}

static void
put_promises_field(struct made *m)
{
	size_t n = 1 + below(3);

	put_key(m, some_key(one_in(4) ? "commitments" : "promises"));
	if (m->promises == P_FLOW)
		put_flow(m, n, put_promise);
	else if (one_in(3))
		put_promise_maps(m, n);
	else
		put_block(m, n, put_promise);
}

/* ---- front matter ---- */

/* What makes front matter unusual. */
static const struct odd_front {
	const char *text;
	bool must_refuse;
} odd_fronts[] = {
	{"org: One\nOrg: Two\n", false}, {"company: One\norg: Two\n", false}, {"tags: [a]\ntier: b\n", false},
	{"? complex\n: value\n", false}, {"? [a, b]\n: value\n", false}, {"every: whenever\n", false},
	{"last: 2026-02-30\n", false}, {"x: &a b\n", true}, {"x: *a\n", true}, {"a: b: c\n", true}, {"org: 'open\n", true},
	{"- item\n", false}, {"<<<<<<< HEAD\norg: A\n=======\norg: B\n>>>>>>> x\n", true}, {"x: 'a\u2028b'\n", true},
	{"x: \"a\xC2\x85" "b\"\n", true}, {"x: 'a\u2029b'\n", true}, {"x: \x01\n", true}, {"x: a\rb\n", true}, {"x: \xFF\n", true},
	{"log: soon\n", false}, {"log: {2026-11-03 call: x}\n", false}, {"log: 2026-11-03 call\n", false}, {"log: []\n", false},
	{"log:\n", false}, {"promises: []\n", false}, {"promises: {what: x, by: 2026-11-17}\n", false},
	{"next: {do: call}\n", false}, {"\tx: y\n", true}, {"x:\n\ty: z\n", true}, {"due: 2026-12-01\n", false},
};

static void
put_odd_front(struct made *m)
{
	const struct odd_front *odd = &PICK(odd_fronts);

	m->odd = true;
	m->must_refuse |= odd->must_refuse;
	put(m, "%s", odd->text);
}

/* The fields in any order, each once. */
static void
put_fields(struct made *m)
{
	bool used[LEN(fields)] = {false};
	size_t i, n = below(8), log_at = below(n + 1), promises_at = below(n + 1);
	bool has_log = m->touches == T_BLOCK || m->touches == T_FLOW || m->touches == T_BOTH;
	bool has_promises = m->promises == P_BLOCK || m->promises == P_FLOW || m->promises == P_BOTH;

	for (i = 0; i <= n; i++) {
		size_t f = below(LEN(fields));

		put_between(m);
		if (has_log && i == log_at)
			put_log_field(m);
		if (has_promises && i == promises_at)
			put_promises_field(m);
		if (i == n || used[f])
			continue;
		used[f] = true;
		put_key(m, some_key(some_spelling(&fields[f])));
		put_value(m, fields[f].value);
	}
}

/* All of it as one mapping in braces, or indented. */
static void
put_odd_root(struct made *m)
{
	m->odd = true;
	m->touches = T_NONE;
	m->promises = P_NONE;
	put(m, "%s", one_in(2) ? "{org: Acme, every: 3w}\n" : one_in(2) ? "{}\n" : "  org: Acme\n  every: 3w\n");
}

static void
put_front(struct made *m)
{
	static const char *const fences[] = {"---", "---", "---", "--- ", "---\t"};
	static const char *const ends[] = {"---", "---", "---", "...", "--- "};

	put(m, "%s\n", PICK(fences));
	if (one_in(60)) {
		put_odd_root(m);
	} else {
		put_fields(m);
		if (one_in(12))
			put_odd_front(m);
	}
	m->odd |= one_in(80);
	if (!m->odd || !one_in(40))
		put(m, "%s\n", PICK(ends));
}

/* ---- body ---- */

static void
put_blank(struct made *m)
{
	if (!one_in(5))
		put(m, "%s\n", one_in(12) ? "  " : "");
}

static void
put_paragraph(struct made *m)
{
	static const char *const lines[] = {
		"---", "***", "Title\n=====", "Title\n---", "- [ ] no date", "- 03/04/2026 call", "> quoted: x", "<details>",
		"<!-- - 2026-11-03 call -->", "| a | b |\n|---|---|\n| 1 | 2 |", "[ref]: http://x.org", "\\# no heading",
		"- an item\n  - nested", "1. one\n2. two", "text with `- [ ] 2026-11-17 code`", "key: value", "...",
		"## 03/04/2026", "#nospace", "\ttabbed", "\u00a0",
		"Zo\u00eb met \u6f22\u5b57 \U0001F600", "trailing  ", "<<<<<<", "\u2014 2026-11-03 \u2014", "- 2026-1-6 call",
	};
	size_t i, n = 1 + below(3);

	for (i = 0; i < n; i++) {
		if (one_in(3))
			put(m, "%s", PICK(lines));
		else
			add_words(&m->b, CLEAN);
		put(m, "\n");
	}
}

/* Nothing in it counts. */
static void
put_code(struct made *m)
{
	static const char *const fences[] = {"```", "~~~", "````", "  ```"};
	const char *fence = PICK(fences);

	put(m, "%s%s\n- 2026-11-03 call: no\n- [ ] 2026-11-17 no\n## Log\n# No\n%s\n", fence, one_in(2) ? "text" : "", fence);
}

static void
put_section(struct made *m)
{
	static const char *const headings[] = {"## Background", "# Notes", "### Family ###", "## Tasks", "## 2 kids", "##"};

	put(m, "%s\n", PICK(headings));
	put_blank(m);
	put_paragraph(m);
}

static void
put_odd_body(struct made *m)
{
	static const struct odd_front odds[] = {
		{"```\nnever closed\n", false}, {"a\rb\n", false}, {"\xFF\xFE\n", false}, {"a\u2028b\n", false}, {"a\x01" "b\n", false},
		{"- 2026-02-30 call: no such day\n", false}, {"- 2026-11-03 call: mixed\r\n", false}, {"## Log\n", false},
		{"- [ ] 2026-02-30 no such day\n", false}, {"# Timeline #\n\n- 2026-11-01 call\n", false},
		{"<<<<<<< HEAD\n- 2026-11-03 call\n=======\n- 2026-11-04 call\n>>>>>>> other\n", true},
	};
	const struct odd_front *odd = &PICK(odds);

	m->odd = true;
	m->must_refuse |= odd->must_refuse;
	put(m, "%s", odd->text);
}

static void
put_long_line(struct made *m)
{
	size_t n = 1000 + below(200);

	while (n--)
		put_str(m, one_in(6) ? STR(" ") : STR("\u00e9"));
	put(m, "\n");
}

/* Something that an edit should walk round. */
static void
put_anything(struct made *m)
{
	switch (below(12)) {
	case 0: case 1: case 2: case 3: case 4:
		put_paragraph(m);
		break;
	case 5: case 6:
		put_section(m);
		break;
	case 7:
		put_code(m);
		break;
	case 8:
		put_long_line(m);
		break;
	case 9:
		if (one_in(3))
			put_odd_body(m);
		break;
	default:
		return;
	}
	put_blank(m);
}

static const char *const log_headings[] = {
	"## Log", "## Log", "# Log", "## Interactions", "### contact log", "## TOUCHES ##", "# Timeline", "##   Activity  ",
	" ## Log",
};

static void
put_log_section(struct made *m)
{
	put(m, "%s\n", PICK(log_headings));
	put_blank(m);
}

/* Touches of the note: under a heading of theirs, or after anything, which they are no part of. */
static void
put_body_touches(struct made *m)
{
	enum touches_style form = m->touches == T_BOTH ? (enum touches_style)below(T_TABLE + 1) : m->touches;

	if (m->touches == T_LOG) {
		put_log_section(m);
		return;
	}
	if (form > T_TABLE)
		return;
	if (form == T_TABLE)
		put(m, "\n");
	if (one_in(3)) {
		put_touches(m, form, false);
	} else {
		put_log_section(m);
		put_touches(m, form, true);
	}
	if (!one_in(3)) {
		put(m, "\n");
		if (one_in(2))
			put_section(m);
	}
}

static void
put_body(struct made *m)
{
	bool tasks = m->promises == P_TASK || m->promises == P_BOTH, first = one_in(2);

	if (one_in(3))
		put(m, "\n");
	if (one_in(2)) {
		put(m, "# Ana \u00c5berg\n");
		put_blank(m);
	}
	put_anything(m);
	if (tasks && first) {
		put_tasks(m);
		put_blank(m);
	}
	put_body_touches(m);
	put_anything(m);
	if (tasks && !first)
		put_tasks(m);
	put_anything(m);
}

/* ---- the whole ---- */

/* The file's line ends, byte order mark and last line. */
static void
finish(struct made *m)
{
	bool crlf = one_in(4), mixed = one_in(60);
	struct buf b = {0};
	size_t i;

	m->odd |= mixed;
	if (one_in(12))
		buf_fmt(&b, "\xEF\xBB\xBF");
	for (i = 0; i < m->b.n; i++) {
		if (m->b.s[i] == '\n' && (mixed ? one_in(2) : crlf) && (i == 0 || m->b.s[i - 1] != '\r'))
			buf_chr(&b, '\r');
		buf_chr(&b, m->b.s[i]);
	}
	buf_free(&m->b);
	m->b = b;
	if (one_in(5))
		while (m->b.n && (m->b.s[m->b.n - 1] == '\n' || m->b.s[m->b.n - 1] == '\r'))
			m->b.n--;
}

static void
make_note(struct made *m)
{
	m->touches = (enum touches_style)below(TOUCHES_STYLES);
	m->promises = (enum promises_style)below(PROMISES_STYLES);
	if (one_in(40)) {
		m->touches = T_NONE;
		m->promises = P_NONE;
		m->odd = true;
		if (one_in(4))
			put_odd_body(m);
	} else {
		put_front(m);
	}
	put_body(m);
	finish(m);
}

/* ---- what a note says ---- */

enum fact {
	F_NAME, F_ORG, F_ALIASES, F_EMAIL, F_PHONE, F_TAGS, F_VIA, F_EVERY, F_NEXT, F_NEXT_WHAT, F_SNOOZE, F_STAGE, F_ADDED,
	F_BIRTHDAY, F_DATES, F_AVOID, F_RESULT,
	FACTS,
	F_NONE = FACTS
};

static const char *const fact_names[FACTS] = {
	"name", "org", "aliases", "email", "phone", "tags", "via", "every", "next", "what is next", "snooze", "stage", "added",
	"birthday", "dates", "avoid", "result",
};

/* What each field says; of the rest the front matter as a tree, and the touches. */
static const enum fact fact_of_field[FIELDS] = {
	[FIELD_NAME] = F_NAME, [FIELD_ALIASES] = F_ALIASES, [FIELD_ORG] = F_ORG, [FIELD_EMAIL] = F_EMAIL,
	[FIELD_PHONE] = F_PHONE, [FIELD_TAGS] = F_TAGS, [FIELD_VIA] = F_VIA, [FIELD_EVERY] = F_EVERY, [FIELD_LAST] = F_NONE,
	[FIELD_NEXT] = F_NEXT, [FIELD_SNOOZE] = F_SNOOZE, [FIELD_STAGE] = F_STAGE, [FIELD_ADDED] = F_ADDED,
	[FIELD_APPLIED] = F_NONE, [FIELD_MET] = F_NONE, [FIELD_BIRTHDAY] = F_BIRTHDAY, [FIELD_DATES] = F_DATES,
	[FIELD_AVOID] = F_AVOID, [FIELD_LOG] = F_NONE, [FIELD_PROMISES] = F_NONE, [FIELD_RESULT] = F_RESULT,
	[FIELD_ROLE] = F_NONE, [FIELD_ASKS] = F_NONE, [FIELD_OFFERS] = F_NONE, [FIELD_QUESTIONS] = F_NONE,
};

/* A touch as it was read. */
struct seen_touch {
	struct touch touch;
	size_t place;           /* below PLACE_FOUND: a field stands for it */
	struct str text;        /* all there is of it */
};

/* Where touches stand, in the order of the file. */
struct row_of_days {
	day *v;
	size_t n;
};

/* A key of the front matter. */
struct seen_key {
	struct str key, value;  /* value: as a tree */
	const struct node *node;
	int field;              /* -1: none of ours */
	unsigned line, end;     /* its lines; end is the one behind them, which may be a remark's */
};

struct seen {
	enum note_result result;
	struct str file;
	struct note note;
	struct str of[FACTS];
	struct seen_touch *touches;
	struct str *promises;
	struct seen_key *keys;
	size_t nkeys;
	struct strs messages;
	bool errors;
	bool has_log;
	bool in_braces;         /* the front matter is */
	size_t tasks;           /* promises in the body */
	struct row_of_days in_body, in_log;
	struct strs prefixes;   /* what stands before the date of the touches in the body */
};

static void
dump_node(struct buf *b, const struct node *n)
{
	const struct node *child;

	if (n->kind == NODE_SCALAR) {
		buf_fmt(b, "%c%zu:", n->plain ? 'p' : 'q', n->text.n);
		buf_str(b, n->text);
		return;
	}
	buf_chr(b, n->kind == NODE_LIST ? '[' : '{');
	for (child = n->first; child; child = child->next)
		dump_node(b, child);
	buf_chr(b, n->kind == NODE_LIST ? ']' : '}');
}

static void
put_kind(struct buf *b, day d, unsigned kind, enum dir dir)
{
	char text[DATE_TEXT];

	buf_fmt(b, "%s ", date_text(d, text));
	buf_str(b, rules.kinds[kind].name);
	buf_fmt(b, " %s: ", rules_dir_name(dir));
}

static int
field_of(struct str key)
{
	const struct spelling *s = rules_spelling(&rules, text_key(&mem, key));

	return s ? (int)s->field : -1;
}

/* A copy of a tree, which lives longer than what it was read from. */
static struct node *
copy_node(const struct node *n)
{
	struct node *copy = mem_alloc(&mem, sizeof *copy), **tail = &copy->first;
	const struct node *child;

	*copy = *n;
	copy->text = mem_str(&mem, n->text);
	copy->next = NULL;
	for (child = n->first; child; child = child->next) {
		*tail = copy_node(child);
		tail = &(*tail)->next;
	}
	*tail = NULL;
	return copy;
}

static void
see_keys(struct seen *s, const struct note_reader *w)
{
	const struct node *key;
	size_t n = 0;

	for (key = w->root->first; key; key = key->next->next)
		n++;
	s->keys = mem_array(&mem, n, sizeof *s->keys);
	for (key = w->root->first; key; key = key->next->next) {
		struct buf name = {0}, value = {0};
		struct seen_key *k = &s->keys[s->nkeys++];

		dump_node(&value, key->next);
		if (key->kind != NODE_SCALAR)
			dump_node(&name, key);
		k->key = key->kind == NODE_SCALAR ? mem_str(&mem, key->text) : buf_take(&name, &mem);
		k->value = buf_take(&value, &mem);
		k->node = copy_node(key->next);
		k->field = key->kind == NODE_SCALAR ? field_of(k->key) : -1;
		k->line = key->line;
		k->end = key->next->next ? key->next->next->line : w->front.body_line - 1;
	}
}

static void
see_touches(struct seen *s, const struct note_reader *w)
{
	static const char *const from[] = {[PLACE_LAST] = "last: ", [PLACE_APPLIED] = "applied: ", [PLACE_MET] = "met: "};
	size_t i;

	s->touches = mem_array(&mem, w->note->ntouches, sizeof *s->touches);
	for (i = 0; i < w->note->ntouches; i++) {
		const struct touch *t = &w->note->touches[i];
		struct buf b = {0};

		buf_fmt(&b, "%s", w->order[i].place < PLACE_FOUND ? from[w->order[i].place] : "");
		put_kind(&b, t->day, t->kind, (enum dir)t->dir);
		buf_str(&b, w->order[i].text);
		s->touches[i] = (struct seen_touch){*t, w->order[i].place, buf_take(&b, &mem)};
	}
}

/* What stands before the date of a touch in the body. */
static struct str
prefix_of(struct str file, struct str date)
{
	const char *start = date.s;
	struct buf b = {0};

	while (start > file.s && start[-1] != '\n')
		start--;
	for (; start < date.s; start++)
		if (*start < '0' || *start > '9')
			buf_chr(&b, *start);
	buf_chr(&b, '|');
	return buf_take(&b, &mem);
}

static void
see_places(struct seen *s, const struct note_reader *w)
{
	const struct body *b = &w->body;
	size_t i;
	day d;

	s->has_log = b->has_log;
	s->in_braces = w->root->flow;
	for (i = 0; i < b->npromises; i++)
		s->tasks += date_parse(b->promises[i].date, &d) == DATE_OK;
	s->in_body.v = mem_array(&mem, b->ntouches, sizeof *s->in_body.v);
	s->in_log.v = mem_array(&mem, b->ntouches, sizeof *s->in_log.v);
	s->prefixes.v = mem_array(&mem, b->ntouches, sizeof *s->prefixes.v);
	for (i = 0; i < b->ntouches; i++) {
		const struct found_touch *f = &b->touches[i];

		if ((b->has_log && !f->in_log) || date_parse(f->date, &d) != DATE_OK)
			continue;
		if (f->kind_line) {
			s->in_log.v[s->in_log.n++] = d;
		} else {
			s->prefixes.v[s->prefixes.n++] = prefix_of(s->file, f->date);
			s->in_body.v[s->in_body.n++] = d;
		}
	}
}

static void
see_note(void *arg, struct note_reader *w)
{
	struct seen *s = *(struct seen **)arg;

	see_keys(s, w);
	see_touches(s, w);
	see_places(s, w);
}

static void
put_list_of(struct buf *b, struct strs list)
{
	size_t i;

	for (i = 0; i < list.n; i++)
		buf_fmt(b, "%s'%.*s'", i ? ", " : "", (int)list.v[i].n, list.v[i].s);
}

static void
put_links(struct buf *b, const struct note *n)
{
	size_t i;

	for (i = 0; i < n->nvia; i++)
		buf_fmt(b, "'%.*s' (%.*s) ", (int)n->via[i].target.n, n->via[i].target.s, (int)n->via[i].shown.n,
		    n->via[i].shown.s);
}

static void
put_occasions(struct buf *b, const struct note *n, bool birthday)
{
	size_t i;

	for (i = 0; i < n->noccasions; i++) {
		const struct occasion *o = &n->occasions[i];

		if (!o->what.s == birthday)
			buf_fmt(b, "%.*s %d-%02d-%02d%s ", (int)o->what.n, o->what.s ? o->what.s : "", o->on.year, o->on.month,
			    o->on.mday, o->yearly ? "" : " once");
	}
}

static void
put_day_of(struct buf *b, day d)
{
	char text[DATE_TEXT];

	if (d != DAY_NONE)
		buf_fmt(b, "%s", date_text(d, text));
}

static void
put_fact(struct buf *b, const struct note *n, enum fact f)
{
	char span[SPAN_TEXT];

	switch (f) {
	case F_NAME: buf_str(b, n->name); break;
	case F_ORG: buf_str(b, n->org); break;
	case F_ALIASES: put_list_of(b, n->aliases); break;
	case F_EMAIL: put_list_of(b, n->email); break;
	case F_PHONE: put_list_of(b, n->phone); break;
	case F_TAGS: put_list_of(b, n->tags); break;
	case F_VIA: put_links(b, n); break;
	case F_EVERY: buf_fmt(b, "%s%s", n->every.n ? span_text(n->every, span) : "", n->never ? "never" : ""); break;
	case F_NEXT: put_day_of(b, n->next ? n->next->on : DAY_NONE); break;
	case F_NEXT_WHAT:
		if (n->next && (n->next->action.n || n->next->why.n))
			put_list_of(b, (struct strs){(struct str[]){n->next->action, n->next->why}, 2});
		break;
	case F_SNOOZE: put_day_of(b, n->snooze); break;
	case F_STAGE: buf_fmt(b, "%s", n->closed ? "closed: " : ""), buf_str(b, n->stage); break;
	case F_ADDED: put_day_of(b, n->added); break;
	case F_BIRTHDAY: put_occasions(b, n, true); break;
	case F_DATES: put_occasions(b, n, false); break;
	case F_AVOID: put_list_of(b, n->avoid); break;
	case F_RESULT: buf_str(b, n->result); break;
	case FACTS: break;
	}
}

static struct str
promise_of(const struct promise *p, bool is_done)
{
	struct buf b = {0};
	char text[DATE_TEXT];

	buf_fmt(&b, "%s %s%s: ", p->theirs ? "theirs" : "mine", date_text(p->by, text), is_done ? ", done" : "");
	buf_str(&b, p->what);
	return buf_take(&b, &mem);
}

/* A message that names another line, which an edit may move. */
static struct str
without_numbers(struct str s)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] < '0' || s.s[i] > '9')
			buf_chr(&b, s.s[i]);
	return buf_take(&b, &mem);
}

/* Gathers what the note says, save for what only see_note() could see. */
static void
gather(struct seen *s)
{
	const struct diag_msg *m;
	size_t i;

	for (i = 0; i < FACTS; i++) {
		struct buf b = {0};

		put_fact(&b, &s->note, (enum fact)i);
		buf_chr(&b, ';');
		s->of[i] = buf_take(&b, &mem);
	}
	s->promises = mem_array(&mem, s->note.npromises, sizeof *s->promises);
	for (i = 0; i < s->note.npromises; i++)
		s->promises[i] = promise_of(&s->note.promises[i], s->note.promises[i].done);
	for (m = s->note.messages; m; m = m->next)
		s->messages.n++;
	s->messages.v = mem_array(&mem, s->messages.n, sizeof *s->messages.v);
	for (i = 0, m = s->note.messages; m; m = m->next) {
		s->messages.v[i++] = without_numbers(m->text);
		s->errors |= check_is_error(m->check);
	}
}

/* The ways to read a note: with all checks, and one of these: as most tools do, for what the front matter says alone. */
enum way { WAY_CHECKS, WAY_BODY, WAY_NAME, WAYS };

static struct seen *seeing;

static struct reading readings[WAYS] = {
	[WAY_CHECKS] = {.rules = &rules, .body = true, .name = true, .whens = true, .links = true, .checks = true},
	[WAY_BODY] = {.rules = &rules, .body = true},
	[WAY_NAME] = {.rules = &rules, .name = true},
};
static struct note_reader *readers[WAYS];

static void
read_seen(struct seen *s, struct str file, enum way way)
{
	*s = (struct seen){.file = file, .note = {.path = STR("notes/ana.md")}};
	seeing = s;
	s->result = note_read(readers[way], file, &s->note);
	gather(s);
}

/* ---- what is tried ---- */

struct trial {
	uint64_t seed;
	struct made made;
	struct str old;
	bool frontless;         /* it gets its front matter now */
	struct change change;
	bool odd;               /* refusing it is no fault, and no edit that counts */
	bool bad;               /* a value that its field cannot hold, which the tools look at */
	bool must_refuse;
	char error[256];
	enum edit_result result;
	struct buf out;
	struct diag d;
	struct seen before[WAYS], after[WAYS];
	bool failed;
};

static size_t failures;

static void
show_bytes(const char *what, struct str s)
{
	size_t i;

	printf("#   %s: \"", what);
	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];

		if (c == '\n')
			printf("\\n%s", i + 1 < s.n ? "\"\n#     \"" : "");
		else if (c < ' ' || c == '"' || c == '\\' || c == 0x7F)
			printf(c == '\t' ? "\\t" : c == '\r' ? "\\r" : c == '"' ? "\\\"" : c == '\\' ? "\\\\" : "\\x%02X", c);
		else
			putchar(c);
	}
	printf("\"\n");
}

static const char *const change_names[] = {"touch", "promise", "kept", "field"};
static const char *const result_names[] = {"done", "nothing", "refused"};

static void
show_change(const struct change *c)
{
	struct buf b = {0};

	if (c->kind == CHANGE_FIELD)
		buf_str(&b, c->key);
	else
		put_kind(&b, c->on, c->touch_kind, c->dir);
	printf("#   change: %s: %.*s%s%s\n", change_names[c->kind], (int)b.n, b.n ? b.s : "", c->again ? " again" : "",
	    c->theirs ? " theirs" : "");
	buf_free(&b);
	show_bytes("text", c->text);
}

static void
show_trial(const struct trial *t)
{
	const struct diag_msg *m;

	printf("#   %s; touches: %s; promises: %s\n", result_names[t->result], touches_names[t->made.touches],
	    promises_names[t->made.promises]);
	show_bytes("note", t->old);
	show_change(&t->change);
	show_bytes("out", (struct str){t->out.s, t->out.n});
	for (m = t->d.first; m; m = m->next)
		printf("#   %u:%u: %.*s\n", m->line, m->col, (int)m->text.n, m->text.s);
}

/* The first thing that is wrong with a trial, with all it takes to see why. */
static void fail(struct trial *t, const char *fmt, ...) BUF_PRINTF(2, 3);

static void
fail(struct trial *t, const char *fmt, ...)
{
	va_list ap;

	if (t->failed)
		return;
	t->failed = true;
	if (failures++ >= SHOWN)
		return;
	printf("# FU_SEED=%llu FU_RANDOM=1: ", (unsigned long long)t->seed);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	printf("\n");
	show_trial(t);
}

static const struct seen *
before(const struct trial *t)
{
	return &t->before[WAY_CHECKS];
}

static const struct seen *
after(const struct trial *t)
{
	return &t->after[WAY_CHECKS];
}

/* ---- changes made up ---- */

static unsigned
some_kind(void)
{
	unsigned kind;

	do
		kind = (unsigned)below(rules.nkinds);
	while (rules.kinds[kind].same != kind);
	return kind;
}

static void
make_touch(struct trial *t)
{
	enum taste taste = some_taste();
	struct change *c = &t->change;

	c->on = some_day();
	c->touch_kind = some_kind();
	c->dir = one_in(2) ? DIR_NONE : one_in(2) ? DIR_IN : DIR_OUT;
	c->again = one_in(4);
	c->text = one_in(6) ? (struct str){0} : some_words(taste);
	t->odd = taste != CLEAN;
}

static void
make_promise(struct trial *t)
{
	enum taste taste = some_taste();

	t->change.on = today + (day)below(100) - 30;
	t->change.theirs = one_in(4);
	t->change.text = some_words(taste);
	t->odd = taste != CLEAN;
}

/* Mostly of one open promise. */
static void
make_kept(struct trial *t)
{
	struct change *c = &t->change;
	char text[32];
	size_t at, n = t->made.nopen ? below(t->made.nopen) : 0;

	c->on = some_day();
	if (one_in(8))
		return;
	if (!t->made.nopen || one_in(8)) {
		snprintf(text, sizeof text, "%s", one_in(2) ? "item" : "no such thing");
	} else {
		snprintf(text, sizeof text, "item%u\\b", t->made.open[n]);
		c->theirs = t->made.open_theirs[n];
	}
	c->pattern = pattern_compile(of(text), PATTERN_CASELESS, t->error, &at);
}

static struct str
text_value(enum taste taste)
{
	return text_trim(some_words(taste));
}

/* What a list is set to. */
static struct str
list_value(enum taste taste)
{
	struct buf b = {0};
	size_t i, n = 1 + below(3);

	for (i = 0; i < n; i++) {
		buf_fmt(&b, "%s", i ? one_in(2) ? "," : ", " : "");
		buf_fmt(&b, "%s", taste == CLEAN || one_in(2) ? PICK(clean) : taste == HOSTILE ? PICK(hostile) : PICK(broken));
	}
	return buf_take(&b, &mem);
}

static struct str
date_value(struct trial *t)
{
	static const char *const bad[] = {"soon", "2026-02-30", "03/04/2026", "2026", "12", "never"};
	char text[DATE_TEXT];

	t->bad = one_in(10);
	if (t->bad) {
		t->odd = true;
		return of(PICK(bad));
	}
	return mem_str(&mem, of(date_text(today - 200 + (day)below(400), text)));
}

static struct str
field_value(struct trial *t, enum value value)
{
	static const char *const spans[] = {"6w", "3 weeks", "never", "30", "every 2 months", "Monthly", "P3W", "5bd"};
	static const char *const stages[] = {"active", "closed", "Do Not Contact", "lead", "won", "in talks"};
	static const char *const near[] = {"closd", "targt", "leed", "wn", "do-not-contct"};
	static const char *const births[] = {"1990-11-24", "--11-24", "02-29"};
	static const char *const links[] = {"lee-park", "Lee Park", "[[people/lee-park|Lee]]", "[[tom]]"};
	static const char *const addresses[] = {"a@x.org", "a@x.org, b@x.org", "Dana <d@x.org>"};
	enum taste taste = some_taste();
	bool bad = one_in(10);

	switch (value) {
	case V_TEXT: case V_NAME: case V_OTHER:
		t->odd |= taste != CLEAN;
		return text_value(taste);
	case V_LIST: case V_TAGS:
		t->odd |= taste != CLEAN;
		return list_value(taste);
	case V_EMAIL:
		return of(PICK(addresses));
	case V_LINK:
		return of(PICK(links));
	case V_SPAN:
		t->odd |= t->bad = bad;
		return bad ? of(one_in(2) ? "whenever" : "0d") : of(PICK(spans));
	case V_DATE: case V_NEXT:
		return date_value(t);
	case V_STAGE:
		t->odd |= t->bad = bad;
		return bad ? of(PICK(near)) : of(PICK(stages));
	case V_BIRTHDAY:
		t->odd |= t->bad = bad;
		return bad ? of("13-01") : of(PICK(births));
	case V_DATES:
		break;
	}
	t->odd = true;
	return of("2026-11-01");
}

/* The field that is to change: often one that is there, in any spelling. */
static const struct field_made *
some_field(struct trial *t)
{
	const struct seen *s = before(t);
	size_t i, j, n = s->nkeys ? below(s->nkeys) : 0;
	struct str name;

	if (!s->nkeys || one_in(3))
		return &PICK(fields);
	name = text_key(&mem, s->keys[n].key);
	for (i = 0; i < LEN(fields); i++)
		for (j = 0; j < LEN(fields[i].spellings) && fields[i].spellings[j]; j++)
			if (text_eq(name, text_key(&mem, of(fields[i].spellings[j]))))
				return &fields[i];
	return &PICK(fields);
}

static void
make_field(struct trial *t)
{
	const struct field_made *f = some_field(t);
	bool away = one_in(4);

	t->change.on = DAY_NONE;
	t->change.key = some_key(some_spelling(f));
	if (one_in(40)) {
		t->change.key = of(one_in(2) ? "log" : "promises");
		t->odd = true;
	}
	t->change.text = away ? (struct str){0} : field_value(t, f->value);
}

static void
make_change(struct trial *t)
{
	t->change = (struct change){.kind = (enum change_kind)below(4)};
	switch (t->change.kind) {
	case CHANGE_TOUCH:
		make_touch(t);
		break;
	case CHANGE_PROMISE:
		make_promise(t);
		break;
	case CHANGE_KEPT:
		make_kept(t);
		break;
	case CHANGE_FIELD:
		make_field(t);
		break;
	}
}

/* ---- the bytes that differ ---- */

/* A file as lines: what stands between its line ends. */
struct lines {
	struct str *v;
	size_t n;
};

static struct lines
lines_of(struct str s)
{
	struct lines l = {NULL, 1};
	size_t i, start = s.n >= 3 && memcmp(s.s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	for (i = 0; i < s.n; i++)
		l.n += s.s[i] == '\n';
	l.v = mem_array(&mem, l.n, sizeof *l.v);
	l.n = 0;
	for (i = 0; i <= s.n; i++) {
		if (i < s.n && s.s[i] != '\n')
			continue;
		l.v[l.n] = (struct str){s.s + start, i - start};
		if (i < s.n && i > start && s.s[i - 1] == '\r')
			l.v[l.n].n--;
		l.n++;
		start = i + 1;
	}
	return l;
}

/* What gave way to what. */
struct difference {
	struct lines old, new;
	size_t at, removed, added;      /* lines; at: from 0 */
	bool only_added, only_removed;  /* bytes, in one place */
	struct str gone, come;          /* bytes */
};

static size_t
common_head(struct str a, struct str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.s[n] == b.s[n])
		n++;
	return n;
}

static size_t
common_tail(struct str a, struct str b, size_t head)
{
	size_t n = 0;

	while (n < a.n - head && n < b.n - head && a.s[a.n - 1 - n] == b.s[b.n - 1 - n])
		n++;
	return n;
}

static struct difference
compare(struct str old, struct str new)
{
	struct difference x = {.old = lines_of(old), .new = lines_of(new)};
	size_t head = common_head(old, new), tail = common_tail(old, new, head), n = 0;

	x.gone = (struct str){old.s + head, old.n - head - tail};
	x.come = (struct str){new.s + head, new.n - head - tail};
	x.only_added = x.gone.n == 0;
	x.only_removed = x.come.n == 0;
	while (x.at < x.old.n && x.at < x.new.n && text_eq(x.old.v[x.at], x.new.v[x.at]))
		x.at++;
	while (n < x.old.n - x.at && n < x.new.n - x.at && text_eq(x.old.v[x.old.n - 1 - n], x.new.v[x.new.n - 1 - n]))
		n++;
	x.removed = x.old.n - x.at - n;
	x.added = x.new.n - x.at - n;
	return x;
}

static bool
is_blank_line(struct str s)
{
	return text_trim(s).n == 0;
}

static bool
holds(struct str s, struct str part)
{
	size_t i;

	for (i = 0; i + part.n <= s.n; i++)
		if (memcmp(s.s + i, part.s, part.n) == 0)
			return true;
	return part.n == 0;
}

static bool
holds_day(struct str s, day d)
{
	char text[DATE_TEXT];

	date_text(d, text);
	if (holds(s, of(text)))
		return true;
	text[4] = text[7] = '/';
	return holds(s, of(text));
}

/* All lines of a file end alike, where they did; what is added ends like them. */
static void
check_line_ends(struct trial *t, const struct difference *x)
{
	size_t i, crlf = 0, lf = 0;

	for (i = 0; i < t->old.n; i++)
		if (t->old.s[i] == '\n' && i && t->old.s[i - 1] == '\r')
			crlf++;
		else if (t->old.s[i] == '\n')
			lf++;
	for (i = 0; i < x->come.n; i++) {
		bool cr = x->come.s + i > t->out.s && x->come.s[i - 1] == '\r';

		if (x->come.s[i] == '\n' && ((cr && !crlf) || (!cr && !lf && crlf)))
			fail(t, "a line end of the other kind");
	}
	/* An empty file has no last line. */
	if (x->old.n + x->old.v[0].n > 1 && (t->old.s[t->old.n - 1] == '\n') != (t->out.s[t->out.n - 1] == '\n'))
		fail(t, "the final newline is not as it was");
}

/* Whether a line before the one that ends the front matter differs. */
static bool
is_in_front(const struct trial *t, const struct difference *x)
{
	const struct seen *s = after(t);
	size_t i, n;

	for (i = n = 0; i < s->nkeys; i++)
		n = s->keys[i].end;
	return x->at + 1 < n;
}

/* ---- what a new touch, or a new promise, may do to the lines ---- */

/* In the front matter: within the lines of one key, and what it said is all there still. */
static void
check_front_entry(struct trial *t, const struct difference *x, int field)
{
	const struct seen *s = before(t);
	size_t i;

	if (x->removed > 1 || !x->only_added)
		fail(t, "an entry of the front matter is more than added bytes");
	for (i = 0; i < s->nkeys; i++)
		if (s->keys[i].field == field && x->at + 1 > s->keys[i].line && x->at + 1 <= s->keys[i].end)
			return;
	for (i = 0; i < s->nkeys; i++)
		if (s->keys[i].field == field && x->at + 1 == s->keys[i].line)
			return;
	fail(t, "an entry that is not under its key");
}

/* Below the front matter: one line, with some blank ones; and where there was none like it, maybe a heading. */
static void
check_body_entry(struct trial *t, const struct difference *x, const char *heading, size_t blanks)
{
	size_t i, n = 0, headings = 0, days = 0;

	if (x->removed || !x->only_added)
		fail(t, "more than added lines");
	for (i = x->at; i < x->at + x->added; i++) {
		n += is_blank_line(x->new.v[i]);
		headings += heading && text_eq(x->new.v[i], of(heading));
		days += holds_day(x->new.v[i], t->change.on);
	}
	if (x->added - n != 1 + headings || headings > 1 || n > blanks)
		fail(t, "%zu lines added, %zu of them blank, %zu headings", x->added, n, headings);
	if (days != 1)
		fail(t, "what was added does not hold the date");
}

static bool
is_sorted(struct row_of_days r, int order)
{
	size_t i;

	for (i = 1; i < r.n; i++)
		if (order > 0 ? r.v[i - 1] > r.v[i] : r.v[i - 1] < r.v[i])
			return false;
	return true;
}

static void
check_sorted(struct trial *t, struct row_of_days old, struct row_of_days new)
{
	bool falls = old.n > 1 && old.v[0] > old.v[old.n - 1];

	if (is_sorted(old, falls ? -1 : 1) && !is_sorted(new, falls ? -1 : 1))
		fail(t, "the touches were in order, and are no more");
}

/* A line that none of its neighbours looks like. */
static void
check_neighbours(struct trial *t)
{
	struct strs old = before(t)->prefixes, new = after(t)->prefixes;
	size_t i, j;

	for (i = 0; old.n && i < new.n; i++) {
		for (j = 0; j < old.n && !text_eq(old.v[j], new.v[i]); j++)
			continue;
		if (j == old.n)
			fail(t, "a touch that begins as no other does: '%.*s'", (int)new.v[i].n, new.v[i].s);
	}
}

/* The columns that a line is indented by, and what follows them; 0 where the line is empty. */
static size_t
indent_of(struct str s, char *first)
{
	size_t i, columns = 0;

	for (i = 0; i < s.n && (s.s[i] == ' ' || s.s[i] == '\t'); i++)
		columns = s.s[i] == '\t' ? columns / 4 * 4 + 4 : columns + 1;
	*first = i < s.n ? s.s[i] : '\0';
	return columns;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* An item of a list that takes what hangs on another: lines that are indented more, or text that goes on. */
static void
check_hanging(struct trial *t, const struct difference *x)
{
	size_t end = x->at + x->added;
	struct str new = end ? x->new.v[end - 1] : STR(""), next = end < x->new.n ? x->new.v[end] : STR("");

	char first, follows;
	bool deeper = indent_of(next, &follows) > indent_of(new, &first);

	if (!x->added || is_blank_line(new) || is_blank_line(next) || strchr("#|", first) || follows == '#')
		return;
	/* Of two lines that are the same either may be the new one. */
	if (x->at && text_eq(x->new.v[x->at - 1], new))
		return;
	if (deeper || is_letter(follows))
		fail(t, "what hangs on a line hangs on the new one");
}

static void
check_touch_lines(struct trial *t, const struct difference *x)
{
	const struct seen *s = before(t);
	bool front = !s->in_body.n && s->in_log.n;
	const char *heading = !front && !s->in_body.n && !s->has_log ? "## Log" : NULL;

	if (front && (after(t)->in_log.n != s->in_log.n + 1 || !is_in_front(t, x)))
		fail(t, "the touches are in log:, and this one is not");
	else if (front)
		check_front_entry(t, x, FIELD_LOG);
	else if (after(t)->in_body.n != s->in_body.n + 1)
		fail(t, "no touch in the body");
	else
		check_body_entry(t, x, heading, !s->in_body.n || t->made.touches == T_HEADING ? 2 : 1);
	if (heading && !after(t)->has_log && !t->made.odd)
		fail(t, "no heading for the first touch");
	if (!t->made.odd)
		check_sorted(t, s->in_body, after(t)->in_body);
	check_sorted(t, s->in_log, after(t)->in_log);
	check_neighbours(t);
	if (!front)
		check_hanging(t, x);
}

static void
check_promise_lines(struct trial *t, const struct difference *x)
{
	const struct seen *s = before(t);
	bool front = !s->tasks && s->note.npromises;

	if (front && (after(t)->tasks || !is_in_front(t, x)))
		fail(t, "the promises are in promises:, and this one is not");
	else if (front)
		check_front_entry(t, x, FIELD_PROMISES);
	else
		check_body_entry(t, x, s->tasks ? NULL : "## Promises", s->tasks ? 0 : 3);
	if (!front)
		check_hanging(t, x);
}

/* One line changes, or one is added for when it was done. */
static void
check_kept_lines(struct trial *t, const struct difference *x)
{
	struct str line = x->new.v[x->at];
	struct lines two = {x->old.v + x->at, 1};

	if (x->removed > 1 || x->added != 1) {
		fail(t, "%zu lines became %zu", x->removed, x->added);
		return;
	}
	if (!is_in_front(t, x) && x->removed) {
		const char *box = memchr(line.s, '[', line.n);
		struct buf b = {0};
		struct difference y;

		if (box && box + 1 < line.s + line.n)
			buf_add(&b, line.s, (size_t)(box + 1 - line.s)), buf_chr(&b, ' '),
			    buf_add(&b, box + 2, (size_t)(line.s + line.n - box - 2));
		y = compare(two.v[0], buf_take(&b, &mem));
		if (!box || box[1] != 'x' || !y.only_added)
			fail(t, "a task with more than its box and a date changed");
	}
	if (!is_in_front(t, x) && !x->removed)
		fail(t, "a line added to the body");
	if (!holds_day(line, t->change.on))
		fail(t, "it does not say when");
	if (holds(x->come, STR("\n")) && x->removed)
		fail(t, "a line break added");
}

/* ---- what a new touch or promise may do to the facts ---- */

static bool
same_texts(const struct str *a, size_t n, const struct str *b, size_t m)
{
	size_t i;

	if (n != m)
		return false;
	for (i = 0; i < n; i++)
		if (!text_eq(a[i], b[i]))
			return false;
	return true;
}

/* Whether b is a with one text more; *at is its place, the last one it can be. */
static bool
one_more(const struct str *a, size_t n, const struct str *b, size_t m, struct str more, size_t *at)
{
	size_t i;

	for (i = m; i-- > 0;)
		if (text_eq(b[i], more) && m == n + 1 && same_texts(a, i, b, i) && same_texts(a + i, n - i, b + i + 1, m - i - 1)) {
			*at = i;
			return true;
		}
	return false;
}

/* The touches as texts, without those that leave() says. */
static struct strs
touch_texts(const struct seen *s, bool leave(const struct seen_touch *s, const struct trial *t), const struct trial *t)
{
	struct strs list = {mem_array(&mem, s->note.ntouches, sizeof (struct str)), 0};
	size_t i;

	for (i = 0; i < s->note.ntouches; i++)
		if (!leave || !leave(&s->touches[i], t))
			list.v[list.n++] = s->touches[i].text;
	return list;
}

/* The one that a field stands for, until there is one of its kind and day. */
static bool
is_replaced(const struct seen_touch *s, const struct trial *t)
{
	return (s->place == PLACE_APPLIED || s->place == PLACE_MET) && s->touch.kind == t->change.touch_kind
	    && s->touch.day == t->change.on;
}

/* What the new touch is read as; in a row of a table a bar in its text stands behind a backslash. */
static struct str
touch_text(const struct change *c, bool row)
{
	enum dir dir = c->dir == DIR_NONE ? rules.kinds[c->touch_kind].dir : c->dir;
	struct str text = text_trim(c->text);
	struct buf b = {0};
	size_t i;

	put_kind(&b, c->on, c->touch_kind, dir);
	for (i = 0; i < text.n; i++) {
		if (row && text.s[i] == '|')
			buf_chr(&b, '\\');
		buf_chr(&b, text.s[i]);
	}
	return buf_take(&b, &mem);
}

/* Whether touches of the body are rows of a table. */
static bool
has_rows(const struct seen *s)
{
	size_t i;

	for (i = 0; i < s->prefixes.n; i++)
		if (*text_trim(s->prefixes.v[i]).s == '|' && s->prefixes.v[i].n > 1)
			return true;
	return false;
}

static void
check_touch_facts(struct trial *t, enum way way)
{
	struct strs old = touch_texts(&t->before[way], is_replaced, t), new = touch_texts(&t->after[way], NULL, t);
	const struct seen_touch *v = t->after[way].touches;
	bool in_two = before(t)->in_body.n && before(t)->in_log.n;
	size_t at;

	if (way == WAY_NAME && !before(t)->in_log.n)
		return;
	if (way == WAY_NAME && before(t)->in_body.n)
		return;
	if (!one_more(old.v, old.n, new.v, new.n, touch_text(&t->change, false), &at)
	    && !(has_rows(before(t)) && one_more(old.v, old.n, new.v, new.n, touch_text(&t->change, true), &at)))
		fail(t, "other touches than before and the new one (way %d)", way);
	else if (!in_two && at + 1 < new.n && v[at + 1].touch.day == v[at].touch.day)
		fail(t, "the new touch is not the last one of its day");
}

static void
check_promise_facts(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	struct promise p = {.what = text_trim(t->change.text), .by = t->change.on, .theirs = t->change.theirs};
	size_t at;

	if (way != WAY_NAME && !one_more(a->promises, a->note.npromises, b->promises, b->note.npromises,
	    promise_of(&p, false), &at))
		fail(t, "other promises than before and the new one (way %d)", way);
}

static bool
fits(const struct trial *t, const struct promise *p)
{
	static struct matcher *matcher;

	if (!matcher)
		matcher = matcher_new();
	return !p->done && (!t->change.theirs || p->theirs)
	    && (!t->change.pattern || match(matcher, t->change.pattern, p->what.s ? p->what : STR("")) == MATCH_YES);
}

static size_t
count_fits(const struct trial *t)
{
	size_t i, n = 0;

	for (i = 0; i < before(t)->note.npromises; i++)
		n += fits(t, &before(t)->note.promises[i]);
	return n;
}

static void
check_kept_facts(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	size_t i, changed = 0;

	if (way == WAY_NAME)
		return;
	for (i = 0; a->note.npromises == b->note.npromises && i < a->note.npromises; i++) {
		struct promise *p = &a->note.promises[i];
		bool other = !text_eq(a->promises[i], b->promises[i]);

		changed += other;
		if (other && (!fits(t, p) || !text_eq(promise_of(p, true), b->promises[i])))
			fail(t, "another change of a promise than that it is done (way %d)", way);
	}
	if (changed != 1)
		fail(t, "%zu promises changed (way %d)", changed, way);
}

static void
check_same_touches(struct trial *t, enum way way)
{
	struct strs old = touch_texts(&t->before[way], NULL, t), new = touch_texts(&t->after[way], NULL, t);

	if (!same_texts(old.v, old.n, new.v, new.n))
		fail(t, "the touches changed (way %d)", way);
}

static void
check_same_promises(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];

	if (!same_texts(a->promises, a->note.npromises, b->promises, b->note.npromises))
		fail(t, "the promises changed (way %d)", way);
}

/* All that is not touches and promises; the value of one field may differ. */
static void
check_same_rest(struct trial *t, enum way way, int field)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	size_t i;

	for (i = 0; i < FACTS; i++)
		if (!text_eq(a->of[i], b->of[i]))
			fail(t, "%s changed: '%s' (way %d)", fact_names[i], b->of[i].s, way);
	if (a->nkeys != b->nkeys)
		fail(t, "the keys changed (way %d)", way);
	for (i = 0; i < a->nkeys && i < b->nkeys; i++)
		if (!text_eq(a->keys[i].key, b->keys[i].key)
		    || (a->keys[i].field != field && !text_eq(a->keys[i].value, b->keys[i].value)))
			fail(t, "%s changed (way %d)", a->keys[i].key.s, way);
}

static size_t
count_text(struct strs list, struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < list.n; i++)
		n += text_eq(list.v[i], s);
	return n;
}

/* What fu-check says of a date to come, and of lines that the first log heading leaves out. */
static bool
may_be_said(struct str s)
{
	return holds(s, STR("a date after today")) || holds(s, STR("is not under the log's heading"));
}

/* Nothing new is said of the note. fu-check may say less of it once it has a log, and all may of a changed field. */
static void
check_messages(struct trial *t, enum way way)
{
	struct strs a = t->before[way].messages, b = t->after[way].messages;
	size_t i;

	for (i = 0; !t->bad && i < b.n; i++)
		if (count_text(b, b.v[i]) > count_text(a, b.v[i]) && !may_be_said(b.v[i]))
			fail(t, "a new message: %s (way %d)", b.v[i].s, way);
	for (i = 0; t->change.kind != CHANGE_FIELD && way != WAY_CHECKS && i < a.n; i++)
		if (count_text(a, a.v[i]) > count_text(b, a.v[i]))
			fail(t, "a message that is gone: %s (way %d)", a.v[i].s, way);
}

/* ---- what a changed field may do ---- */

/* Of these all spellings count. */
static bool
is_joined(int field)
{
	return field == FIELD_TAGS || field == FIELD_EMAIL || field == FIELD_PHONE || field == FIELD_ALIASES
	    || field == FIELD_LAST;
}

/* Of these the value is split at commas. */
static bool
is_list_field(int field)
{
	return field == FIELD_AVOID || (is_joined(field) && field != FIELD_LAST);
}

/* Whether a key is the one that is to change: by its name, or as another spelling of the field. */
static bool
is_target(const struct trial *t, const struct seen_key *k)
{
	struct str name = text_key(&mem, t->change.key), own = text_key(&mem, k->key);
	int field = field_of(t->change.key);
	size_t i;

	if (text_eq(own, name))
		return true;
	if (field < 0 || k->field != field || (is_joined(field) && rules_spelling(&rules, name)->rank))
		return false;
	for (i = 0; i < before(t)->nkeys; i++)
		if (text_eq(text_key(&mem, before(t)->keys[i].key), name))
			return false;
	return true;
}

static size_t
count_targets(const struct trial *t, const struct seen *s, size_t *at)
{
	size_t i, n = 0;

	for (i = s->nkeys; i-- > 0;)
		if (is_target(t, &s->keys[i])) {
			*at = i;
			n++;
		}
	return n;
}

static void
put_wanted(struct made *m, const struct trial *t)
{
	if (!t->change.text.n)
		return;
	put_quoted(m, t->change.key, '"');
	put(m, ": ");
	put_quoted(m, t->change.text, '"');
	put(m, "\n");
}

/* A note with the field as it is to be, other keys of it, those of touches and the name, and the body; nothing else. */
static void
read_wanted(const struct trial *t, enum way way, struct seen *s)
{
	const struct seen *old = &t->before[way];
	struct lines lines = lines_of(old->file);
	int field = field_of(t->change.key);
	struct made m = {0};
	struct front front = {0};
	struct diag d = {.mem = &mem};
	size_t i, j, last = SIZE_MAX;

	front_find(old->file, &front, &d);
	put(&m, "---\n");
	for (i = 0; i < old->nkeys; i++)
		last = is_target(t, &old->keys[i]) ? i : last;
	for (i = 0; i < old->nkeys; i++) {
		const struct seen_key *k = &old->keys[i];
		bool kept = k->field >= 0 && (k->field == FIELD_LOG || k->field == FIELD_NAME || k->field == field);

		if (i == last)
			put_wanted(&m, t);
		for (j = k->line; kept && !is_target(t, k) && j < k->end; j++)
			put_str(&m, lines.v[j - 1]), put(&m, "\n");
	}
	if (last == SIZE_MAX)
		put_wanted(&m, t);
	put(&m, "---\n");
	put_str(&m, front.body);
	read_seen(s, buf_take(&m.b, &mem), way);
}

/* A touch that the changed field stands for. */
static bool
is_of_field(const struct seen_touch *s, const struct trial *t)
{
	int field = field_of(t->change.key);

	return (s->place == PLACE_LAST && field == FIELD_LAST) || (s->place == PLACE_APPLIED && field == FIELD_APPLIED)
	    || (s->place == PLACE_MET && field == FIELD_MET);
}

static bool
is_of_another(const struct seen_touch *s, const struct trial *t)
{
	return !is_of_field(s, t);
}

static void
check_field_touches(struct trial *t, enum way way, const struct seen *wanted)
{
	struct strs old = touch_texts(&t->before[way], is_of_field, t), new = touch_texts(&t->after[way], is_of_field, t);
	struct strs want = touch_texts(wanted, is_of_another, t), own = touch_texts(&t->after[way], is_of_another, t);

	if (!same_texts(old.v, old.n, new.v, new.n))
		fail(t, "touches changed (way %d)", way);
	if (!same_texts(own.v, own.n, want.v, want.n))
		fail(t, "the field stands for '%s', not '%s' (way %d)", own.n ? own.v[0].s : "", want.n ? want.v[0].s : "", way);
}

static void
check_field_facts(struct trial *t, enum way way)
{
	const struct seen *a = &t->before[way], *b = &t->after[way];
	int field = field_of(t->change.key);
	struct seen *wanted = mem_alloc(&mem, sizeof *wanted);
	size_t i;

	read_wanted(t, way, wanted);
	if (wanted->result != NOTE_READ)
		return;
	for (i = 0; i < FACTS; i++) {
		bool other = field >= 0 && fact_of_field[field] == i;

		other |= i == F_NEXT_WHAT && field == FIELD_NEXT && !t->change.text.n;
		if (!text_eq(b->of[i], (other ? wanted : a)->of[i]))
			fail(t, "%s became '%s', not '%s' (way %d)", fact_names[i], b->of[i].s, (other ? wanted : a)->of[i].s, way);
	}
	check_field_touches(t, way, wanted);
}

static struct str
without_blanks(struct str s)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] != ' ' && s.s[i] != ',')
			buf_chr(&b, s.s[i]);
	return buf_take(&b, &mem);
}

/* Of a value that is text, whatever it is for; what lists say is seen when they are read. */
static bool
says(const struct trial *t, const struct node *n)
{
	struct str text = t->change.text;
	const struct node *item;

	if (n->kind == NODE_SCALAR)
		return !node_is_null(n) && (is_list_field(field_of(t->change.key))
		    ? text_eq(without_blanks(n->text), without_blanks(text)) : text_eq(n->text, text));
	if (n->kind == NODE_MAP)
		return true;
	for (item = n->first; item; item = item->next)
		if (item->kind == NODE_SCALAR && !holds(text, text_trim(item->text)))
			return false;
	return true;
}

static void
check_field_added(struct trial *t, const struct difference *x)
{
	const struct seen *a = before(t), *b = after(t);
	size_t i;

	if (b->nkeys != a->nkeys + 1) {
		fail(t, "%zu keys became %zu", a->nkeys, b->nkeys);
		return;
	}
	for (i = 0; i < a->nkeys; i++)
		if (!text_eq(a->keys[i].key, b->keys[i].key) || !text_eq(a->keys[i].value, b->keys[i].value))
			fail(t, "%s changed", a->keys[i].key.s);
	if (!is_target(t, &b->keys[i]) || !says(t, b->keys[i].node))
		fail(t, "the last key is not the one that was to be added");
	if (!x->only_added || (x->removed && !a->in_braces))
		fail(t, "more than added bytes");
	if (a->in_braces)
		return;
	if (t->frontless ? x->added < 3 || x->added > 4 : x->added != 1)
		fail(t, "%zu lines added", x->added);
	if (!t->frontless && b->keys[i].end != b->keys[i].line + 1)
		fail(t, "the new field is not the last line of the front matter");
}

static struct str
line_at(const struct lines *l, size_t line)
{
	return line <= l->n ? l->v[line - 1] : STR("");
}

/* Of a value on one line: the key before it, its quotes, and the comment after it stay. */
static void
check_field_line(struct trial *t, const struct difference *x, const struct seen_key *a)
{
	struct str old = line_at(&x->old, a->line), new = line_at(&x->new, a->line);
	const char *colon = memchr(old.s + common_head(old, a->key), ':', old.n - common_head(old, a->key));
	size_t i, n = old.n;

	if (colon && common_head(old, new) < (size_t)(colon - old.s) + 1)
		fail(t, "the key is not as it was");
	if (colon && a->node->line == a->line && !a->node->plain && a->node->kind == NODE_SCALAR) {
		size_t at = (size_t)(colon - old.s) + 1;

		while (at < old.n && (old.s[at] == ' ' || old.s[at] == '\t'))
			at++;
		if (at < old.n && (old.s[at] == '"' || old.s[at] == '\'') && (at >= new.n || new.s[at] != old.s[at]))
			fail(t, "the quotes are not as they were");
	}
	if (a->node->kind != NODE_SCALAR || a->node->line != a->line || x->removed > 1)
		return;
	for (i = a->node->col + a->node->text.n; i > 1 && i < n; i++)
		if (old.s[i] == '#' && (old.s[i - 1] == ' ' || old.s[i - 1] == '\t') && common_tail(old, new, 0) < n - i)
			fail(t, "the comment is not as it was");
}

static void
check_field_changed(struct trial *t, const struct difference *x)
{
	const struct seen *a = before(t), *b = after(t);
	size_t i, changed = SIZE_MAX;

	if (b->nkeys != a->nkeys) {
		fail(t, "%zu keys became %zu", a->nkeys, b->nkeys);
		return;
	}
	for (i = 0; i < a->nkeys; i++) {
		if (!text_eq(a->keys[i].key, b->keys[i].key))
			fail(t, "%s is another key", a->keys[i].key.s);
		if (text_eq(a->keys[i].value, b->keys[i].value))
			continue;
		if (changed != SIZE_MAX || !is_target(t, &a->keys[i]) || !says(t, b->keys[i].node))
			fail(t, "%s changed", a->keys[i].key.s);
		changed = i;
	}
	if (changed == SIZE_MAX) {
		fail(t, "no value changed");
		return;
	}
	if (a->in_braces)
		return;
	if (x->at + 1 < a->keys[changed].line || x->at + 1 + x->removed > a->keys[changed].end)
		fail(t, "other lines changed than those of the field");
	check_field_line(t, x, &a->keys[changed]);
}

static void
check_field_removed(struct trial *t, const struct difference *x)
{
	const struct seen *a = before(t), *b = after(t);
	size_t i, j = 0, gone = SIZE_MAX;

	for (i = 0; i < a->nkeys; i++) {
		if (j < b->nkeys && text_eq(a->keys[i].key, b->keys[j].key) && text_eq(a->keys[i].value, b->keys[j].value)) {
			j++;
			continue;
		}
		if (!is_target(t, &a->keys[i]))
			fail(t, "%s is gone", a->keys[i].key.s);
		gone = i;
	}
	if (gone == SIZE_MAX || j != b->nkeys || a->nkeys != b->nkeys + 1) {
		fail(t, "%zu keys became %zu", a->nkeys, b->nkeys);
		return;
	}
	if (!x->only_removed || (x->added && !a->in_braces))
		fail(t, "more than removed lines");
	if (!a->in_braces && x->at + 1 + x->removed > a->keys[gone].end)
		fail(t, "other lines were removed than those of the field");
}

static void
check_field_lines(struct trial *t, const struct difference *x)
{
	size_t at;

	if (!t->change.text.n)
		check_field_removed(t, x);
	else if (!count_targets(t, before(t), &at))
		check_field_added(t, x);
	else
		check_field_changed(t, x);
}

/* ---- the property ---- */

static void
check_facts(struct trial *t, enum way way)
{
	switch (t->change.kind) {
	case CHANGE_TOUCH:
		check_touch_facts(t, way);
		check_same_promises(t, way);
		check_same_rest(t, way, FIELD_LOG);
		break;
	case CHANGE_PROMISE:
		check_promise_facts(t, way);
		check_same_touches(t, way);
		check_same_rest(t, way, FIELD_PROMISES);
		break;
	case CHANGE_KEPT:
		check_kept_facts(t, way);
		check_same_touches(t, way);
		check_same_rest(t, way, FIELD_PROMISES);
		break;
	case CHANGE_FIELD:
		/* Without a name the body is read for one, and what it says counts. */
		if (way == WAY_NAME && field_of(t->change.key) == FIELD_NAME)
			return;
		check_field_facts(t, way);
		check_same_promises(t, way);
		break;
	}
	check_messages(t, way);
}

static void
check_lines(struct trial *t)
{
	struct difference x = compare(t->old, (struct str){t->out.s, t->out.n});

	switch (t->change.kind) {
	case CHANGE_TOUCH:
		check_touch_lines(t, &x);
		break;
	case CHANGE_PROMISE:
		check_promise_lines(t, &x);
		break;
	case CHANGE_KEPT:
		check_kept_lines(t, &x);
		break;
	case CHANGE_FIELD:
		check_field_lines(t, &x);
		break;
	}
	check_line_ends(t, &x);
}

static bool
has_very_touch(const struct trial *t)
{
	struct strs list = touch_texts(before(t), NULL, t);

	return t->change.kind == CHANGE_TOUCH && count_text(list, touch_text(&t->change, false)) > 0;
}

static void
check_done(struct trial *t)
{
	struct str new = {t->out.s, t->out.n};
	const enum way ways[] = {WAY_CHECKS, t->seed % 2 ? WAY_BODY : WAY_NAME};
	size_t i;

	if (t->must_refuse)
		fail(t, "should have been refused");
	if (has_very_touch(t) && !t->change.again)
		fail(t, "the very touch was there");
	for (i = 0; i < LEN(ways); i++) {
		enum way way = ways[i];

		if (way != WAY_CHECKS)
			read_seen(&t->before[way], before(t)->file, way);
		read_seen(&t->after[way], new, way);
		if (t->after[way].result != NOTE_READ) {
			fail(t, "the new note cannot be read");
			return;
		}
	}
	check_lines(t);
	for (i = 0; i < LEN(ways); i++)
		check_facts(t, ways[i]);
}

/* What was to be said is said already. */
static void
check_nothing(struct trial *t)
{
	int field = field_of(t->change.key);
	struct seen wanted;
	size_t at, n = count_targets(t, before(t), &at);

	if (t->change.kind == CHANGE_TOUCH && has_very_touch(t))
		return;
	if (t->change.kind != CHANGE_FIELD || (!t->change.text.n && n && !node_is_null(before(t)->keys[at].node))) {
		fail(t, "there is something to do");
		return;
	}
	if (!t->change.text.n)
		return;
	read_wanted(t, WAY_CHECKS, &wanted);
	if (!n || (field >= 0 && fact_of_field[field] != F_NONE
	    && !text_eq(before(t)->of[fact_of_field[field]], wanted.of[fact_of_field[field]])))
		fail(t, "it does not say so yet");
}

static void
check_refused(struct trial *t)
{
	const struct diag_msg *m;
	bool error = false;

	for (m = t->d.first; m; m = m->next)
		error |= check_is_error(m->check) && m->text.n > 0;
	if (!error)
		fail(t, "refused without a word");
}

/* ---- what came of them ---- */

enum { STYLES = 12, REASONS = 200 };

struct count {
	size_t result[3];
	size_t others[3];       /* of notes or changes that are odd */
};

static struct count counts[4][STYLES];

static struct reason {
	struct str text;
	size_t n, odd;
	uint64_t seed;
} reasons[REASONS];
static size_t nreasons;
static struct mem reason_mem;

static const char *const field_names[] = {
	"added", "plain", "in quotes", "list", "mapping", "removed", "nothing to remove", "no front matter",
};

/* In which way the note says what is to change. */
static size_t
style_of(const struct trial *t)
{
	const struct node *node;
	size_t at;

	if (t->change.kind == CHANGE_TOUCH)
		return t->made.touches;
	if (t->change.kind != CHANGE_FIELD)
		return t->made.promises;
	if (t->frontless)
		return 7;
	if (!count_targets(t, before(t), &at))
		return t->change.text.n ? 0 : 6;
	node = before(t)->keys[at].node;
	if (!t->change.text.n)
		return 5;
	return node->kind == NODE_LIST ? 3 : node->kind == NODE_MAP ? 4 : node->plain ? 1 : 2;
}

static const char *
style_name(size_t kind, size_t style)
{
	if (kind == CHANGE_TOUCH)
		return style < LEN(touches_names) ? touches_names[style] : NULL;
	if (kind == CHANGE_FIELD)
		return style < LEN(field_names) ? field_names[style] : NULL;
	return style < LEN(promises_names) ? promises_names[style] : NULL;
}

/* The reason without what differs from note to note. */
static struct str
reason_of(const struct trial *t, const struct diag_msg *m)
{
	struct buf b = {0};
	size_t i, start = 0;
	bool quoted = false, number = false;

	for (i = 0; i < before(t)->nkeys; i++)
		if (common_head(m->text, before(t)->keys[i].key) == before(t)->keys[i].key.n)
			start = before(t)->keys[i].key.n;
	for (i = start; i < m->text.n; i++) {
		char c = m->text.s[i];
		bool digit = c >= '0' && c <= '9';

		if (c == '\'')
			quoted = !quoted;
		if ((!quoted || c == '\'') && !(digit && number))
			buf_chr(&b, digit ? 'N' : c);
		number = digit;
	}
	return buf_take(&b, &reason_mem);
}

static void
tally_reason(const struct trial *t, bool odd)
{
	struct str text = t->d.first ? reason_of(t, t->d.first) : STR("");
	struct buf b = {0};
	size_t i;

	buf_fmt(&b, "%s: %s", change_names[t->change.kind], text.s);
	text = buf_take(&b, &reason_mem);
	for (i = 0; i < nreasons && !text_eq(reasons[i].text, text); i++)
		continue;
	if (i == REASONS)
		return;
	if (i == nreasons)
		reasons[nreasons++] = (struct reason){.text = text, .seed = t->seed};
	if (!reasons[i].n && !odd)
		reasons[i].seed = t->seed;
	reasons[i].n += !odd;
	reasons[i].odd += odd;
}

/* Whether a list or mapping is to become text that it was not meant to be. */
static bool
is_structure(const struct trial *t)
{
	int field = field_of(t->change.key);
	size_t at;

	if (!t->change.text.n || !count_targets(t, before(t), &at) || before(t)->keys[at].node->kind == NODE_SCALAR)
		return false;
	return !is_list_field(field) && field != FIELD_NEXT;
}

/* Whether refusing would be no fault. */
static bool
is_odd(const struct trial *t)
{
	if (t->odd || t->made.odd || t->must_refuse || before(t)->result != NOTE_READ)
		return true;
	if (t->change.kind == CHANGE_KEPT)
		return count_fits(t) != 1;
	if (t->change.kind == CHANGE_FIELD)
		return is_structure(t);
	return has_very_touch(t) && !t->change.again;
}

static void
tally(const struct trial *t)
{
	bool odd = is_odd(t);
	struct count *c = &counts[t->change.kind][style_of(t)];

	(odd ? c->others : c->result)[t->result]++;
	if (t->result == EDIT_REFUSED && !t->must_refuse)
		tally_reason(t, odd);
}

static void
show_counts(void)
{
	size_t kind, style;

	printf("# %-8s %-20s %7s %7s %7s    odd: %7s %7s %7s\n", "change", "of", "done", "nothing", "refused", "done", "nothing",
	    "refused");
	for (kind = 0; kind < LEN(counts); kind++)
		for (style = 0; style < STYLES && style_name(kind, style); style++) {
			const struct count *c = &counts[kind][style];

			printf("# %-8s %-20s %7zu %7zu %7zu         %7zu %7zu %7zu\n", change_names[kind], style_name(kind, style),
			    c->result[0], c->result[1], c->result[2], c->others[0], c->others[1], c->others[2]);
		}
}

static int
compare_reasons(const void *a, const void *b)
{
	const struct reason *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return x->odd != y->odd ? x->odd < y->odd ? 1 : -1 : text_cmp(x->text, y->text);
}

static void
show_reasons(void)
{
	size_t i;

	qsort(reasons, nreasons, sizeof *reasons, compare_reasons);
	printf("# refused, then of odd ones, why (one of them):\n");
	for (i = 0; i < nreasons; i++)
		printf("# %6zu %6zu  %.*s (FU_SEED=%llu)\n", reasons[i].n, reasons[i].odd, (int)reasons[i].text.n,
		    reasons[i].text.s, (unsigned long long)reasons[i].seed);
}

/* ---- by hand ---- */

/* What is to come of a note; NULL: it is refused. The same note: there is nothing to do. */
struct row {
	const char *name, *note, *want;
	enum change_kind kind;
	const char *what;       /* the kind of a touch, the key of a field, the pattern of what is kept */
	const char *text;       /* of a touch or promise, a field's value */
	const char *day;        /* 2026-11-20, if it is not said */
	enum dir dir;
};

#define SET(key, value) .kind = CHANGE_FIELD, .what = (key), .text = (value)
#define TOUCH(word, words) .kind = CHANGE_TOUCH, .what = (word), .text = (words)
#define PROMISE(words) .kind = CHANGE_PROMISE, .text = (words)
#define KEPT(pattern) .kind = CHANGE_KEPT, .what = (pattern)
#define NOTE(front, body) "---\n" front "---\n" body
#define BOM "\xEF\xBB\xBF"

static const struct row rows[] = {
	/* Values. */
	{"a value that is YAML", NOTE("org: A\n", ""), NOTE("org: \"a: b # c\"\n", ""), SET("org", "a: b # c")},
	{"a comment", NOTE("every: 6w   # comment\n", ""), NOTE("every: 8w   # comment\n", ""), SET("every", "8w")},
	{"a comment behind quotes", NOTE("org: 'A # 1' # two\n", ""), NOTE("org: 'B' # two\n", ""), SET("org", "B")},
	{"an apostrophe in quotes", NOTE("org: 'A'\n", ""), NOTE("org: 'it''s'\n", ""), SET("org", "it's")},
	{"both quotes", NOTE("org: \"A\"\n", ""), NOTE("org: \"\\\"B\\\" 'C' \\\\ D\"\n", ""), SET("org", "\"B\" 'C' \\ D")},
	{"what else would be null", NOTE("org: A\n", ""), NOTE("org: \"null\"\n", ""), SET("org", "null")},
	{"a sign", NOTE("org: A\n", ""), NOTE("org: \"@home\"\n", ""), SET("org", "@home")},
	{"a dash and a blank", NOTE("org: A\n", ""), NOTE("org: \"- x\"\n", ""), SET("org", "- x")},
	{"a key in quotes", NOTE("\"Last Contact\": 2026-11-01\n", ""), NOTE("\"Last Contact\": 2026-11-20\n", ""),
	    SET("last", "2026-11-20")},
	{"a key with a colon", NOTE("'a: b' : x # c\n", ""), NOTE("'a: b' : z # c\n", ""), SET("a: b", "z")},
	{"the spelling that is there", NOTE("Company: A\n", ""), NOTE("Company: B\n", ""), SET("org", "B")},
	{"multi-byte text all around", NOTE("\u6f22: \u5b57 # \u00e9\norg: \u00c5 # \u00e9\nrole: \u00e9\n", "\u6f22\n"),
	    NOTE("\u6f22: \u5b57 # \u00e9\norg: \u6f22\u5b57 # \u00e9\nrole: \u00e9\n", "\u6f22\n"), SET("org", "\u6f22\u5b57")},
	{"null with a comment", NOTE("org:   # none yet\n", ""), NOTE("org: A   # none yet\n", ""), SET("org", "A")},
	{"a tilde", NOTE("org: ~ # none yet\n", ""), NOTE("org: A # none yet\n", ""), SET("org", "A")},
	{"null, and text that would be null", NOTE("org: ~\n", ""), NOTE("org: \"~\"\n", ""), SET("org", "~")},
	{"null at the end of the front matter", NOTE("org:\n", ""), NOTE("org: A\n", ""), SET("org", "A")},
	{"a block of text", NOTE("result: |\n  one\n\n  two\norg: A\n", ""), NOTE("result: three\norg: A\n", ""),
	    SET("result", "three")},
	{"a text over two lines", NOTE("result: one\n  two\norg: A\n", ""), NOTE("result: three\norg: A\n", ""),
	    SET("result", "three")},
	{"the same again", NOTE("org: 'A' # x\n", ""), NOTE("org: 'A' # x\n", ""), SET("org", "A")},
	{"a list in lines", NOTE("tags:\n  - a\n  - b\nx: 1\n", ""), NOTE("tags:\n  - c\n  - d\n  - e\nx: 1\n", ""),
	    SET("tags", "c, d, e")},
	{"a list in lines, not indented", NOTE("tags:\n- \"a\"\nx: 1\n", ""), NOTE("tags:\n- \"c\"\n- \"d\"\nx: 1\n", ""),
	    SET("tags", "c,d")},
	{"a list in brackets", NOTE("tags: [a, b] # x\n", ""), NOTE("tags: [c] # x\n", ""), SET("tags", "c")},
	{"a list with a remark in it", NOTE("tags:\n  - a # x\n  - b\n", ""), NULL, SET("tags", "c")},
	{"a list for what is none", NOTE("x: [a, b]\n", ""), NULL, SET("x", "c")},
	{"a mapping within next", NOTE("next: {on: 2026-11-20, do: call}\n", ""), NOTE("next: {on: 2026-12-01, do: call}\n", ""),
	    SET("next", "2026-12-01")},
	{"a mapping over lines", NOTE("next:\n  do: call\n  \"date\": '2026-11-20' # firm\norg: A\n", ""),
	    NOTE("next:\n  do: call\n  \"date\": '2026-12-01' # firm\norg: A\n", ""), SET("follow_up", "2026-12-01")},
	{"one of two keys", NOTE("org: A\nOrg: B\n", ""), NOTE("org: A\nOrg: C\n", ""), SET("org", "C")},
	{"another spelling of a list", NOTE("tags: [a]\n", ""), NOTE("tags: [a]\ntier: b\n", ""), SET("tier", "b")},
	/* Fields that are added. */
	{"the last field", NOTE("org: A\n", "x\n"), NOTE("org: A\nevery: 6w\n", "x\n"), SET("every", "6w")},
	{"behind remarks", NOTE("org: A\n\n# end\n", ""), NOTE("org: A\n\n# end\nevery: 6w\n", ""), SET("every", "6w")},
	{"an empty front matter", NOTE("", ""), NOTE("org: A\n", ""), SET("org", "A")},
	{"a fence of dots", "---\norg: A\n...\nx\n---\n", "---\norg: A\nevery: 6w\n...\nx\n---\n", SET("every", "6w")},
	{"dashes in the body", NOTE("org: A\n", "x\n---\norg: B\n---\n"), NOTE("org: C\n", "x\n---\norg: B\n---\n"),
	    SET("org", "C")},
	{"CRLF", "---\r\norg: A\r\n---\r\n", "---\r\norg: A\r\nevery: 6w\r\n---\r\n", SET("every", "6w")},
	{"no newline at the end", "---\norg: A\n---", "---\norg: A\nevery: 6w\n---", SET("every", "6w")},
	{"a byte order mark", BOM "---\norg: A\n---\n", BOM "---\norg: B\n---\n", SET("org", "B")},
	{"no front matter", "# Ana\n", NOTE("org: A\n", "# Ana\n"), SET("org", "A")},
	{"a byte order mark alone", BOM "# Ana\n", BOM NOTE("org: A\n", "# Ana\n"), SET("org", "A")},
	{"no front matter and CRLF", "# Ana\r\n", "---\r\norg: A\r\n---\r\n# Ana\r\n", SET("org", "A")},
	{"an empty file", "", NOTE("org: A\n", ""), SET("org", "A")},
	{"in braces", NOTE("{org: A}\n", ""), NOTE("{org: A, every: 6w}\n", ""), SET("every", "6w")},
	{"a value that is YAML, added", NOTE("", ""), NOTE("result: \"x: y\"\n", ""), SET("result", "x: y")},
	{"a value of two lines", NOTE("", ""), NULL, SET("result", "x\norg: B")},
	{"a bad front matter", NOTE("org: [A\n", ""), NULL, SET("org", "B")},
	{"a front matter that is not closed", "---\norg: A\n", NULL, SET("org", "B")},
	{"U+2028 in the front matter", NOTE("org: 'a\u2028b'\n", ""), NULL, SET("role", "B")},
	{"a conflict", NOTE("org: A\n", "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> z\n"), NULL, SET("org", "B")},
	{"an anchor", NOTE("org: &a A\n", ""), NULL, SET("role", "B")},
	/* And removed. */
	{"one of three", NOTE("a: 1\norg: A # x\nb: 2\n", ""), NOTE("a: 1\nb: 2\n", ""), SET("org", "")},
	{"the only one", NOTE("org: A\n", "x\n"), NOTE("", "x\n"), SET("org", "")},
	{"a list with its items", NOTE("tags:\n  - a\n  - b\n# of x\nx: 1\n", ""), NOTE("# of x\nx: 1\n", ""), SET("tags", "")},
	{"a block of text with blank lines", NOTE("result: |\n  a\n\n  b\nx: 1\n", ""), NOTE("x: 1\n", ""), SET("result", "")},
	{"one that is not there", NOTE("org: A\n", ""), NOTE("org: A\n", ""), SET("role", "")},
	{"from no front matter", "# Ana\n", "# Ana\n", SET("org", "")},
	/* Touches. */
	{"after the last", NOTE("", "- 2026-11-03 call: x\n"), NOTE("", "- 2026-11-03 call: x\n- 2026-11-20 call: y\n"),
	    TOUCH("call", "y")},
	{"before the first", NOTE("", "* 2026-11-03 call\n* 2026-11-01 call\n"),
	    NOTE("", "* 2026-11-20 call: y\n* 2026-11-03 call\n* 2026-11-01 call\n"), TOUCH("call", "y")},
	{"between", NOTE("", "- 2026-11-03 call\n- 2026-11-21 call\n"),
	    NOTE("", "- 2026-11-03 call\n- 2026-11-20 call\n- 2026-11-21 call\n"), TOUCH("call", "")},
	{"no newline at the end", NOTE("", "- 2026-11-03 call"), NOTE("", "- 2026-11-03 call\n- 2026-11-20 call"),
	    TOUCH("call", "")},
	{"CRLF", "---\r\n---\r\n- 2026-11-03 call\r\n", "---\r\n---\r\n- 2026-11-03 call\r\n- 2026-11-20 call\r\n",
	    TOUCH("call", "")},
	{"CRLF without an end", "---\r\n---\r\n- 2026-11-03 call", "---\r\n---\r\n- 2026-11-03 call\r\n- 2026-11-20 call",
	    TOUCH("call", "")},
	{"what hangs on an item", NOTE("", "- 2026-11-03 call: x\n  more\nlazily\n  - nested\n\nText.\n"),
	    NOTE("", "- 2026-11-03 call: x\n  more\nlazily\n  - nested\n- 2026-11-20 call\n\nText.\n"), TOUCH("call", "")},
	{"brackets and a slash", NOTE("", "- [[2026/11/03]] - call - x\n"),
	    NOTE("", "- [[2026/11/03]] - call - x\n- [[2026/11/20]] - call - y\n"), TOUCH("call", "y")},
	{"a heading", NOTE("", "## 2026-11-03 call\n\nText.\n"), NOTE("", "## 2026-11-03 call\n\nText.\n\n## 2026-11-20 call\n"),
	    TOUCH("call", "")},
	{"a table", NOTE("", "| Date | Kind | What |\n|---|---|---|\n| 2026-11-03 | call | x |\n"),
	    NOTE("", "| Date | Kind | What |\n|---|---|---|\n| 2026-11-03 | call | x |\n| 2026-11-20 | call | a \\| b |\n"),
	    TOUCH("call", "a | b")},
	{"a new heading", NOTE("", "Text.\n"), NOTE("", "Text.\n\n## Log\n\n- 2026-11-20 call: x\n"), TOUCH("call", "x")},
	{"an empty body", NOTE("", ""), NOTE("", "\n## Log\n\n- 2026-11-20 call: x\n"), TOUCH("call", "x")},
	{"no newline behind the front matter", "---\n---", "---\n---\n\n## Log\n\n- 2026-11-20 call: x", TOUCH("call", "x")},
	{"a heading with nothing under it", NOTE("", "## Log\n\n## Other\n"), NOTE("", "## Log\n\n- 2026-11-20 call\n\n## Other\n"),
	    TOUCH("call", "")},
	{"log: of pairs", NOTE("log:\n  - 2026-11-03 call: x # y\norg: A\n", ""),
	    NOTE("log:\n  - 2026-11-03 call: x # y\n  - 2026-11-20 call: z\norg: A\n", ""), TOUCH("call", "z")},
	{"log: of pairs, and a text that is YAML", NOTE("log:\n  - 2026-11-03 call: x\n", ""),
	    NOTE("log:\n  - 2026-11-03 call: x\n  - \"2026-11-20 call: y: z # w\"\n", ""), TOUCH("call", "y: z # w")},
	{"log: of mappings", NOTE("log:\n- date: 2026-11-03\n  type: call\n  note: 'x'\n", ""),
	    NOTE("log:\n- date: 2026-11-03\n  type: call\n  note: 'x'\n- date: 2026-11-20\n  type: call\n  note: 'it''s'\n", ""),
	    TOUCH("call", "it's")},
	{"log: in brackets", NOTE("log: ['2026-11-03 call: x'] # y\n", ""),
	    NOTE("log: ['2026-11-03 call: x', '2026-11-20 call: a, b'] # y\n", ""), TOUCH("call", "a, b")},
	{"they acted", NOTE("", "- 2026-11-03 call\n"), NOTE("", "- 2026-11-03 call\n- 2026-11-20 < call: x\n"),
	    TOUCH("call", "x"), .dir = DIR_IN},
	{"the kind says so", NOTE("", "- 2026-11-03 call\n"), NOTE("", "- 2026-11-03 call\n- 2026-11-20 email: x\n"),
	    TOUCH("email", "x"), .dir = DIR_OUT},
	{"the very same", NOTE("", "- 2026-11-20 called: x\n"), NULL, TOUCH("call", "x")},
	{"a sign in the text", NOTE("", ""), NULL, TOUCH("call", "< 3 weeks")},
	{"a line break in the text", NOTE("", ""), NULL, TOUCH("call", "x\n- 2026-11-20 call")},
	{"no front matter", "# Ana\n", NULL, TOUCH("call", "x")},
	{"behind code that is not closed", NOTE("", "```\nx\n"), NULL, TOUCH("call", "x")},
	/* Promises. */
	{"after the last one", NOTE("", "* [x] 2026-11-03 a\n  more\n\n## Log\n"),
	    NOTE("", "* [x] 2026-11-03 a\n  more\n* [ ] 2026-11-20 b\n\n## Log\n"), PROMISE("b")},
	{"with its date behind", NOTE("", "- [ ] a [due:: 2026-11-03]\n"),
	    NOTE("", "- [ ] a [due:: 2026-11-03]\n- [ ] b [due:: 2026-11-20]\n"), PROMISE("b")},
	{"before the log", NOTE("", "Text.\n\n## Log\n\n- 2026-11-03 call\n"),
	    NOTE("", "Text.\n\n- [ ] 2026-11-20 b\n\n## Log\n\n- 2026-11-03 call\n"), PROMISE("b")},
	{"promises: of mappings", NOTE("promises:\n  - what: a\n    by: 2026-11-03\n", ""),
	    NOTE("promises:\n  - what: a\n    by: 2026-11-03\n  - what: \"b: c\"\n    by: 2026-11-20\n", ""), PROMISE("b: c")},
	{"promises: in brackets", NOTE("promises: [{what: a, by: 2026-11-03}]\n", ""),
	    NOTE("promises: [{what: a, by: 2026-11-03}, {what: \"b, c\", by: 2026-11-20}]\n", ""), PROMISE("b, c")},
	{"a mark in the text", NOTE("", ""), NULL, PROMISE("b done:2026-11-01")},
	{"a box", NOTE("", "- [ ] 2026-11-03 a\n"), NOTE("", "- [x] 2026-11-03 a \u2705 2026-11-20\n"), KEPT("A")},
	{"a box and CRLF", "---\r\n---\r\n- [ ] 2026-11-03 a  \r\n", "---\r\n---\r\n- [x] 2026-11-03 a \u2705 2026-11-20  \r\n",
	    KEPT(NULL)},
	{"as done before", NOTE("", "- [x] a due:2026-11-01 done:2026-11-02\n- [ ] 2026-11-03 b"),
	    NOTE("", "- [x] a due:2026-11-01 done:2026-11-02\n- [x] 2026-11-03 b done:2026-11-20"), KEPT(NULL)},
	{"of two the one that fits", NOTE("", "- [ ] 2026-11-03 a\n+ [ ] 2026-11-03 b ^id\n"),
	    NOTE("", "- [ ] 2026-11-03 a\n+ [x] 2026-11-03 b \u2705 2026-11-20 ^id\n"), KEPT("b")},
	{"two that fit", NOTE("", "- [ ] 2026-11-03 a\n- [ ] 2026-11-03 b\n"), NULL, KEPT(NULL)},
	{"none that fits", NOTE("", "- [ ] 2026-11-03 a\n- [x] 2026-11-03 b\n"), NULL, KEPT("b")},
	{"in promises:", NOTE("promises:\n  - {what: a, by: 2026-11-03} # x\n", ""),
	    NOTE("promises:\n  - {what: a, by: 2026-11-03, done: 2026-11-20} # x\n", ""), KEPT(NULL)},
	{"in promises:, over lines", NOTE("promises:\n  - by: 2026-11-03 # x\n    what: a\norg: A\n", ""),
	    NOTE("promises:\n  - by: 2026-11-03 # x\n    what: a\n    done: 2026-11-20\norg: A\n", ""), KEPT(NULL)},
	{"in promises:, where it says no", NOTE("promises: [{what: a, by: 2026-11-03, done: false}]\n", ""),
	    NOTE("promises: [{what: a, by: 2026-11-03, done: 2026-11-20}]\n", ""), KEPT(NULL)},
};

static struct change
change_of(const struct row *r)
{
	struct change c = {.kind = r->kind, .on = on(r->day ? r->day : "2026-11-20"), .dir = r->dir};
	char error[256];
	size_t at;

	c.text = of(r->text ? r->text : "");
	if (c.kind == CHANGE_TOUCH)
		c.touch_kind = (unsigned)rules_kind(&rules, of(r->what));
	if (c.kind == CHANGE_FIELD)
		c.key = of(r->what);
	if (c.kind == CHANGE_KEPT && r->what)
		c.pattern = pattern_compile(of(r->what), PATTERN_CASELESS, error, &at);
	return c;
}

static void
test_rows(void)
{
	static const char *const about[] = {"touch", "promise", "kept", "field"};
	size_t i;

	for (i = 0; i < LEN(rows); i++) {
		const struct row *r = &rows[i];
		struct change c = change_of(r);
		struct diag d = {.mem = &mem};
		struct buf out = {0};
		enum edit_result got = edit_note(editor, STR("ana.md"), of(r->note), &c, &out, &d);

		if (!r->want)
			ok(got == EDIT_REFUSED && d.first && !out.n, "%s: %s: is refused", about[r->kind], r->name);
		else if (strcmp(r->want, r->note) == 0)
			ok(got == EDIT_NOTHING && !out.n, "%s: %s: nothing to do", about[r->kind], r->name);
		else
			is(((struct str){out.s, out.n}), r->want, "%s: %s", about[r->kind], r->name);
		pattern_free(c.pattern);
		buf_free(&out);
		mem_reset(&mem);
	}
}

/* ---- a case ---- */

/* What is read before an edit that gives a file its front matter. */
static struct str
with_front(struct trial *t)
{
	struct buf b = {0};
	bool bom = t->old.n >= 3 && memcmp(t->old.s, "\xEF\xBB\xBF", 3) == 0;

	buf_fmt(&b, "---\n---\n");
	buf_str(&b, bom ? (struct str){t->old.s + 3, t->old.n - 3} : t->old);
	t->frontless = true;
	return buf_take(&b, &mem);
}

static void
read_before(struct trial *t)
{
	read_seen(&t->before[WAY_CHECKS], t->old, WAY_CHECKS);
	if (before(t)->result == NOTE_NONE || before(t)->result == NOTE_PASSED_OVER)
		read_seen(&t->before[WAY_CHECKS], with_front(t), WAY_CHECKS);
	if (before(t)->result != NOTE_READ)
		t->must_refuse = true;
}

static void
edit(struct trial *t)
{
	t->d = (struct diag){.mem = &mem};
	t->result = edit_note(editor, STR("notes/ana.md"), t->old, &t->change, &t->out, &t->d);
	if (t->result != EDIT_DONE && t->out.n)
		fail(t, "something came of what was not done");
	switch (t->result) {
	case EDIT_DONE:
		check_done(t);
		break;
	case EDIT_NOTHING:
		check_nothing(t);
		break;
	case EDIT_REFUSED:
		check_refused(t);
		break;
	}
	tally(t);
}

/* A touch that the note has; its text is what it was read as. */
static void
make_same_touch(struct trial *t)
{
	const struct seen *s = before(t);
	const struct seen_touch *same;
	struct change *c = &t->change;
	size_t i;

	if (c->kind != CHANGE_TOUCH || !s->note.ntouches || !one_in(8))
		return;
	same = &s->touches[below(s->note.ntouches)];
	i = 0;
	while (i + 2 < same->text.n && memcmp(same->text.s + i, ": ", 2) != 0)
		i++;
	if (same->place < PLACE_FOUND || i + 2 > same->text.n)
		return;
	c->on = same->touch.day;
	c->touch_kind = same->touch.kind;
	c->dir = (enum dir)same->touch.dir == rules.kinds[c->touch_kind].dir ? DIR_NONE : (enum dir)same->touch.dir;
	c->text = (struct str){same->text.s + i + 2, same->text.n - i - 2};
	t->odd = true;
}

static void
run_case(uint64_t number, bool show)
{
	struct trial *t = mem_alloc(&mem, sizeof *t);
	char *exact;

	t->seed = number;
	seed(number);
	make_note(&t->made);
	t->old = (struct str){t->made.b.s, t->made.b.n};
	/* A copy of its own size, for whoever reads past its end. */
	exact = mem_resize(NULL, t->old.n + !t->old.n, 1);
	if (t->old.n)
		memcpy(exact, t->old.s, t->old.n);
	t->old.s = exact;
	read_before(t);
	make_change(t);
	make_same_touch(t);
	t->must_refuse |= t->made.must_refuse || before(t)->result != NOTE_READ;
	t->must_refuse |= t->frontless && t->change.kind != CHANGE_FIELD;
	t->must_refuse |= !text_is_line(t->change.text);
	edit(t);
	if (show && !t->failed)
		show_trial(t);
	pattern_free(t->change.pattern);
	free(exact);
	buf_free(&t->out);
	buf_free(&t->made.b);
	mem_reset(&mem);
}

/* At least nine of ten edits that nothing speaks against are made. */
static void
test_made(void)
{
	size_t kind, style, i;

	for (kind = 0; kind < LEN(counts); kind++) {
		size_t sum[3] = {0};

		for (style = 0; style < STYLES; style++)
			for (i = 0; i < 3; i++)
				sum[i] += counts[kind][style].result[i];
		ok(sum[EDIT_DONE] + sum[EDIT_NOTHING] >= 9 * sum[EDIT_REFUSED], "%s: %zu made, %zu refused", change_names[kind],
		    sum[EDIT_DONE], sum[EDIT_REFUSED]);
	}
}

static void
test_random(uint64_t first, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		run_case(first + i, n == 1);
	ok(failures == 0, "%zu random edits change what they should alone, from seed %llu", n, (unsigned long long)first);
	show_counts();
	show_reasons();
	if (n >= 1000)
		test_made();
}

static void
set_up(void)
{
	struct diag d = {.mem = &mem};
	int way;

	today = on("2026-11-22");
	rules_builtin(&rules);
	if (!rules_read(&rules, of(extra_rules), &d))
		diag_die("the rules of this test are bad");
	rules_ready(&rules);
	for (way = 0; way < WAYS; way++) {
		readings[way].today = today;
		readings[way].see = see_note;
		readings[way].arg = &seeing;
		readers[way] = note_reader_new(&readings[way], &mem);
	}
	editor = editor_new(&rules, today);
}

static uint64_t
number_of(const char *name, uint64_t otherwise)
{
	const char *s = getenv(name);

	return s ? strtoull(s, NULL, 10) : otherwise;
}

int
main(void)
{
	int way;

	/* What hangs is ended. */
	alarm(600);
	set_up();
	test_rows();
	test_random(number_of("FU_SEED", 20261123000000), (size_t)number_of("FU_RANDOM", RANDOM));
	for (way = 0; way < WAYS; way++)
		note_reader_free(readers[way]);
	editor_free(editor);
	rules_free(&rules);
	mem_free(&mem);
	mem_free(&reason_mem);
	return done();
}
