/*
 * Notes made up, of all that fu-note(5) describes and much that it does not, and values for them. Whoever includes this
 * says with below() what comes next.
 */
#ifndef MADE_H
#define MADE_H

#include <stdlib.h>

#include "../../src/lib/text.h"
#include "aid.h"

enum { OPEN = 32 };             /* promises of a note that are kept in mind */

static struct mem mem;          /* what lives until the end of a case */
static day today;

/* A number below n, which is not 0. */
static size_t below(size_t n);

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
	char number[24];

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

#endif
