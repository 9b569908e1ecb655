#include <locale.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "../../src/lib/buf.h"
#include "../../src/lib/literal.h"
#include "../../src/lib/query.h"
#include "../../src/lib/text.h"
#include "aid.h"

enum {
	LONG = 100000,          /* bytes of a value, and parts of a selection, that are meant to be too many */
	NEST = 64,              /* parentheses and `not`s within each other */
	STACK = 1024 * 1024,    /* which 100,000 calls within each other would not fit in */
	RANDOM = 200000,        /* selections made at random */
};

/* A pattern, and a value that it gives up on. */
#define P "'(a+)+$'"
#define BOOM "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"

static const char *const answers[] = {[QUERY_NO] = "no", [QUERY_YES] = "yes", [QUERY_UNKNOWN] = "unknown"};

static const struct date_yearly free_days[] = {{2026, 11, 26}};

static struct matcher *matcher;
static struct mem texts;        /* what lives until the end of a test */

/* ---- a note to ask ---- */

/* A value at a path, which is its keys with dots between. */
struct fact {
	const char *path;
	struct str value;
	bool none;
};

struct fake {
	const struct fact *facts;
	size_t n;
	size_t asked;           /* how often for a path */
	size_t given;           /* values that were taken */
	size_t gave_up;
	struct str where, why;  /* the last time */
};

/* The keys of a path, a dot between. */
static struct str
joined(struct mem *mem, const struct query_path *path)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < path->keys.n; i++) {
		if (i)
			buf_chr(&b, '.');
		buf_str(&b, path->keys.v[i]);
	}
	return buf_take(&b, mem);
}

static void
each(void *note, const struct query_path *path, bool (*take)(void *arg, struct str value, bool none), void *arg)
{
	struct fake *fake = note;
	struct str keys = joined(&texts, path);
	size_t i;

	fake->asked++;
	for (i = 0; i < fake->n; i++) {
		const struct fact *f = &fake->facts[i];

		if (!text_eq(keys, of(f->path)))
			continue;
		fake->given++;
		if (take(arg, f->value, f->none))
			return;
	}
}

static void
gave_up(void *note, const struct query_path *path, const char *why)
{
	struct fake *fake = note;

	fake->gave_up++;
	fake->why = mem_str(&texts, of(why));
	fake->where = mem_str(&texts, path->text);
}

static struct query_source
source_of(struct fake *fake, struct mem *scratch)
{
	return (struct query_source){
		.matcher = matcher, .scratch = scratch, .today = on("2026-11-22"), .holidays = {free_days, LEN(free_days)},
		.each = each, .gave_up = gave_up, .note = fake,
	};
}

static const char *
ask(const struct query *q, struct fake *fake)
{
	struct mem scratch = {0};
	struct query_source source = source_of(fake, &scratch);
	enum query_answer answer = query_ask(q, &source);

	mem_free(&scratch);
	return answers[answer];
}

/* Adds a selection, of which nothing is left when this returns. */
static bool
add(struct query *q, struct str text, struct query_error *e)
{
	char *copy = mem_resize(NULL, text.n ? text.n : 1, 1);
	bool added;

	if (text.n)
		memcpy(copy, text.s, text.n);
	added = query_add(q, (struct str){copy, text.n}, e);
	memset(copy, '#', text.n);
	free(copy);
	return added;
}

/* What a note answers to a selection; the message where it is none. */
static const char *
answer(struct str selection, struct fake *fake)
{
	struct mem mem = {0};
	struct query *q = query_new(&mem);
	struct query_error e;
	const char *said;

	if (add(q, selection, &e))
		said = ask(q, fake);
	else
		said = mem_str(&texts, e.message).s;
	query_free(q);
	mem_free(&mem);
	return said;
}

/* What a note with these values at `x` answers. */
static const char *
answer_of(const char *selection, const char *const *values)
{
	struct fact facts[4] = {{0}};
	struct fake fake = {.facts = facts};

	for (; fake.n < LEN(facts) && values[fake.n]; fake.n++)
		facts[fake.n] = (struct fact){.path = "x", .value = of(values[fake.n])};
	return answer(of(selection), &fake);
}

/* ---- comparing ---- */

#define LESS "!= < <="
#define SAME "= <= >="
#define MORE "!= > >="
#define OTHER "!="              /* of another type */
#define AS_TEXT "="             /* of another type, and the same as text */

static const struct {
	const char *value, *literal, *holds;
} pairs[] = {
	/* dates */
	{"2026-11-21", "2026-11-22", LESS}, {"2026-11-22", "2026-11-22", SAME}, {"2026-11-23", "2026-11-22", MORE},
	{"2026-11-22T23:59:59.9Z", "2026-11-22", SAME}, {"2026-11-22 23:30:00 -0400", "2026-11-22", SAME},
	{"2026-11-22T00:00", "2026-11-23", LESS}, {"2026-11-23 0:00", "2026-11-22", MORE},
	{"2026/11/22", "2026-11-22", SAME}, {"2026-11-22", "2026/11/22", SAME}, {" 2026-11-22\t", "2026-11-22", SAME},
	{"0001-01-01", "9999-12-31", LESS}, {"9999-12-31", "0001-01-01", MORE}, {"2024-02-29", "2024-02-28", MORE},
	{"2026-02-30", "2026-11-22", OTHER}, {"2026", "2026-11-22", OTHER}, {"2026-11", "2026-11-22", OTHER},
	{"soon", "2026-11-22", OTHER}, {"", "2026-11-22", OTHER}, {"20779", "2026-11-22", OTHER},
	{"03/04/2026", "2026-11-22", OTHER}, {"2026-11-22x", "2026-11-22", OTHER}, {"60d", "today", OTHER},
	{"2026-11-22", "today", SAME}, {"2026-11-22", "TODAY", SAME}, {"2026-11-21", "today", LESS},
	{"today", "today", AS_TEXT}, {"Today", "today", AS_TEXT}, {"today-60d", "today-60d", AS_TEXT},
	{"2026-09-23", "today-60d", SAME}, {"2026-09-22", "today-60d", LESS}, {"2026-09-24", "Today-60D", MORE},
	{"2026-09-23", "today-60", SAME}, {"2026-12-06", "today+2w", SAME}, {"2026-12-22", "today+1mo", SAME},
	{"2026-12-22", "today+1m", SAME}, {"2026-08-22", "today-1q", SAME}, {"1926-11-22", "today-100y", SAME},
	{"2026-11-29", "today+weekly", SAME}, {"2026-11-20", "today-1bd", SAME}, {"2026-11-23", "today+1bd", SAME},
	{"2026-11-27", "today+4bd", SAME}, {"2026-11-25", "2026-11-27-1bd", SAME}, {"2026-11-15", "2026-11-01+2w", SAME},
	{"2026-02-28", "2026-03-31-1mo", SAME}, {"2027-02-28", "2026/11/30+1q", SAME},
	{"9999-12-31", "9999-12-31+100y", SAME}, {"0001-01-01", "0001-01-01-1d", SAME},
	{"2026-11-22", "'2026-11-22'", SAME}, {"2026-11-22T10:00", "'2026-11-22'", MORE},
	{"2026/11/22", "'2026-11-22'", MORE}, {"2026-11-22", "'today'", LESS}, {"today", "'today'", SAME},
	{"2026-11-22T10:00", "2026-11-22T10:00", SAME},
	/* numbers */
	{"9", "10", LESS}, {"10", "10", SAME}, {"11", "10", MORE}, {" 10 ", "10", SAME}, {"-3", "2", LESS},
	{"-3", "-2", LESS}, {"-10", "-9", LESS}, {"3", "-3", MORE}, {"0", "-1", MORE}, {"-0", "0", SAME}, {"0", "-0", SAME},
	{"-0.00", "0", SAME}, {"-0", "-0.1", MORE}, {"0.1", "-0", MORE}, {"1.50", "1.5", SAME}, {"1.5", "1.500", SAME},
	{"1.5", "1.45", MORE}, {"-1.5", "-1.45", LESS}, {"1.05", "1.5", LESS}, {"0.05", "0.5", LESS}, {"0.5", "1", LESS},
	{"10", "10.0", SAME}, {"10.01", "10", MORE}, {"-10.01", "-10", LESS}, {"9.99", "10", LESS}, {"100", "99.9", MORE},
	{"1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890", SAME},
	{"1234567890123456789012345678901234567891", "1234567890123456789012345678901234567890", MORE},
	{"-1234567890123456789012345678901234567891", "-1234567890123456789012345678901234567890", LESS},
	{"999999999999999999999999999999999999999", "1234567890123456789012345678901234567890", LESS},
	{"0.1234567890123456789012345678901234567891", "0.123456789012345678901234567890123456789", MORE},
	{"1234567890123456789012345678901234567890.0", "1234567890123456789012345678901234567890", SAME},
	{"007", "7", OTHER}, {"7", "007", MORE}, {"007", "007", SAME}, {"0070", "007", MORE}, {"00", "0", OTHER},
	{"-07", "-7", OTHER}, {"+3", "3", OTHER}, {"1e3", "1000", OTHER}, {"1.", "1", OTHER}, {".5", "0.5", OTHER},
	{"1,5", "1.5", OTHER}, {"1.5.2", "1.5", OTHER}, {"- 3", "-3", OTHER}, {"--3", "-3", OTHER}, {"3-", "3", OTHER},
	{"0x10", "16", OTHER}, {"1 000", "1000", OTHER}, {"\u0663", "3", OTHER}, {"", "0", OTHER}, {"-", "-0", OTHER},
	{"3w", "3", OTHER}, {"high", "10", OTHER}, {"10", "'10'", SAME}, {"9", "'10'", MORE}, {"10.0", "'10'", MORE},
	{"1e3", "1E3", SAME}, {"+3", "+3", SAME}, {"1.5.2", "1.5.2.0", LESS}, {"-", "-", SAME}, {"0x1F", "0x1f", SAME},
	/* spans */
	{"10 days", "3w", LESS}, {"21d", "3w", SAME}, {"P3W", "3W", SAME}, {"Every 3 Weeks", "3w", SAME},
	{"22d", "3w", MORE}, {"weekly", "1w", SAME}, {"monthly", "2mo", LESS}, {"every 2 months", "2mo", SAME},
	{"quarterly", "3mo", SAME}, {"1y", "12mo", SAME}, {"5 business days", "1w", SAME}, {"1bd", "1d", MORE},
	{"10", "10d", SAME}, {"10", "1w", MORE}, {"100y", "36524d", MORE}, {"never", "3w", OTHER}, {"0w", "3w", OTHER},
	{"101y", "100y", OTHER}, {"-3w", "3w", OTHER}, {"2026-11-22", "3w", OTHER}, {"w", "3w", OTHER}, {"", "3w", OTHER},
	{"21d", "'3w'", LESS}, {"3W", "'3w'", SAME}, {"3w", "0w", MORE}, {"0W", "0w", SAME}, {"101y", "101Y", SAME},
	{"weekly", "weekly", SAME}, {"1w", "weekly", LESS}, {"3ww", "3ww", SAME}, {"3w", "3x", LESS},
	/* text */
	{"b", "a", MORE}, {"a", "b", LESS}, {"b", "A", MORE}, {"A", "b", LESS}, {"Z", "a", MORE}, {"ab", "abc", LESS},
	{"abc", "ab", MORE}, {"", "''", SAME}, {"a", "''", MORE}, {" two words\r\n", "'two words'", SAME},
	{"two words", "'\ttwo words '", SAME}, {"two  words", "'two words'", LESS}, {"x", "X", SAME},
	{"it's", "'it''s'", SAME}, {"it's", "\"it's\"", SAME}, {"say \"hi\"", "\"say \"\"hi\"\"\"", SAME},
	{"a\\nb", "'a\\nb'", SAME}, {"a\nb", "'a\\nb'", LESS}, {"a=b", "'a=b'", SAME}, {"(a)", "'(a)'", SAME},
	{"https://x.org/?q", "HTTPS://X.org/?Q", SAME}, {"and", "'and'", SAME}, {"a,b;c", "a,b;c", SAME},
	{"#!&|*", "#!&|*", SAME}, {"caf\u00e9", "caf\u00e9s", LESS}, {"\u00e5sa", "\u00c5SA", SAME},
	{"\u00c5SA", "\u00e5sa", SAME}, {"A\u030asa", "\u00e5sa", LESS}, {"\u03a3\u0391\u03a3", "\u03c3\u03b1\u03c2", SAME},
	{"\u0401\u0436", "\u0451\u0416", SAME}, {"\u1e9e", "\u00df", SAME}, {"\u00df", "ss", MORE}, {"\u0130", "i", MORE},
	{"\u0131", "I", MORE}, {"\u212a", "k", SAME}, {"k", "\u212a", SAME}, {"\u023a", "\u2c65", SAME},
	{"\u2c65", "\u023a", SAME}, {"\ufb01", "fi", MORE}, {"\U00010400", "\U00010428", SAME},
	{"\u6f22\u5b57", "\u6f22\u5b57", SAME}, {"\u6f22", "\u5b57", MORE}, {"\uffff", "\U00010000", LESS},
	{"z", "\u00e9", LESS}, {"\u00a0a", "a", MORE}, {"a\xFF", "a", MORE}, {"a\xFF", "a\u00ff", MORE},
	{"\xE5sa", "\u00e5sa", MORE},
};

static void
test_pairs(void)
{
	static const char *const operators[] = {"=", "!=", "<", "<=", ">", ">="};
	struct buf b = {0}, holds = {0};
	size_t i, j;

	for (i = 0; i < LEN(pairs); i++) {
		holds.n = 0;
		for (j = 0; j < LEN(operators); j++) {
			const char *said;

			b.n = 0;
			buf_fmt(&b, "x%s%s", operators[j], pairs[i].literal);
			buf_chr(&b, '\0');
			said = answer_of(b.s, (const char *const[]){pairs[i].value, NULL});
			if (strcmp(said, "no") != 0)
				buf_fmt(&holds, "%s%s%s", holds.n ? " " : "", strcmp(said, "yes") ? said : "", operators[j]);
		}
		is(((struct str){holds.s, holds.n}), pairs[i].holds, "'%s' and %s", pairs[i].value, pairs[i].literal);
	}
	buf_free(&b);
	buf_free(&holds);
}

struct row {
	const char *selection;
	const char *values[4];          /* at x, up to a NULL */
	const char *want;
};

static const struct row lists[] = {
	{"x", {"a"}, "yes"}, {"x", {NULL}, "no"}, {"x", {""}, "no"}, {"x", {" \t\n"}, "no"}, {"x", {"", "a"}, "yes"},
	{"x", {"0"}, "yes"}, {"x", {"false"}, "yes"}, {"x", {"null"}, "yes"}, {"not x", {NULL}, "yes"},
	{"not x", {""}, "yes"}, {"y", {"a"}, "no"}, {"not y", {"a"}, "yes"}, {"x.y", {"a"}, "no"},
	{"x=a", {"a", "b"}, "yes"}, {"x=b", {"a", "b"}, "yes"}, {"x=c", {"a", "b"}, "no"}, {"x=a", {NULL}, "no"},
	{"x!=a", {"a", "b"}, "no"}, {"x!=c", {"a", "b"}, "yes"}, {"x!=a", {NULL}, "yes"}, {"x!=''", {NULL}, "yes"},
	{"x=''", {NULL}, "no"}, {"x=''", {""}, "yes"}, {"x!=''", {""}, "no"}, {"x and x!=a", {NULL}, "no"},
	{"not x=a", {"a", "b"}, "no"}, {"not x!=a", {"a", "b"}, "yes"}, {"not not x=a", {"a"}, "yes"},
	{"x<b", {"c", "a"}, "yes"}, {"x<b", {"c", "d"}, "no"}, {"x<b", {NULL}, "no"}, {"x>=b", {NULL}, "no"},
	{"x>b and x<b", {"a", "c"}, "yes"}, {"x>=2 and x<2", {"3", "1"}, "yes"}, {"x>=b or x<b", {NULL}, "no"},
	{"x<today", {"2027-01-01", "2026-01-01"}, "yes"}, {"x<today", {"soon", "2027-01-01"}, "no"},
	{"x=10", {"2026-11-22", "3w", "10"}, "yes"}, {"x>9", {"high", "3w"}, "no"}, {"x<=3w", {"never", "10"}, "yes"},
	{"x~b", {"a", "b"}, "yes"}, {"x~c", {"a", "b"}, "no"}, {"x!~b", {"a", "b"}, "no"}, {"x!~c", {"a", "b"}, "yes"},
	{"x~b", {NULL}, "no"}, {"x!~b", {NULL}, "yes"}, {"x~''", {NULL}, "no"}, {"x!~''", {NULL}, "yes"},
	{"x~''", {""}, "yes"}, {"x~^$", {"a", " "}, "yes"}, {"x~^$", {"a"}, "no"}, {"not x~b", {"a", "b"}, "no"},
};

static const struct row patterns[] = {
	{"x~b", {"abc"}, "yes"}, {"x~^b", {"abc"}, "no"}, {"x~b$", {"abc"}, "no"}, {"x~^a.*c$", {"abc"}, "yes"},
	{"x~'^two w'", {"  two words"}, "yes"}, {"x~'s$'", {"two words \r\n"}, "yes"}, {"x~ABC", {"abc"}, "yes"},
	{"x~abc", {"xABCx"}, "yes"}, {"x~\u00c5SA", {"\u00e5sa"}, "yes"}, {"x~\u03c3$", {"\u03a3\u0391\u03a3"}, "yes"},
	{"x~'(?-i)ABC'", {"abc"}, "no"},
	{"x~'(?-i)abc'", {"abc"}, "yes"}, {"x~\\S\\s\\S", {"a b"}, "yes"}, {"x~\\S\\s\\S", {"ab"}, "no"},
	{"x~^\\D+$", {"abc"}, "yes"}, {"x~^\\D+$", {"123"}, "no"}, {"x~a|b", {"xbx"}, "yes"},
	{"x~[b-d]{2}", {"abca"}, "yes"}, {"x~^.$", {"\u6f22"}, "yes"}, {"x~^\\w+$", {"\u00e9\u0416"}, "yes"},
	{"x~\"^it's\"", {"it's"}, "yes"}, {"x~'it''s$'", {"it's"}, "yes"}, {"x~'^\"\"$'", {"\"\""}, "yes"},
	{"x~\"^\"\"$\"", {"\""}, "yes"}, {"x~'a b'", {"a b"}, "yes"}, {"x~' b'", {"ab", "b"}, "no"},
	{"x~2026-02-30", {"2026-02-30"}, "yes"}, {"x~007", {"1007"}, "yes"}, {"x~today-60d", {"today-60d"}, "yes"},
	{"x~^b", {"a\nb"}, "no"}, {"x~a.b", {"a\xFF" "b"}, "yes"}, {"x~b$", {"\xE9\xE9" "b"}, "yes"},
	{"x~'(a)\\1'", {"aA"}, "yes"}, {"x~.", {""}, "no"}, {"x~!", {"!"}, "yes"},
};

static void
test_rows(const char *what, const struct row *row, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		is(of(answer_of(row[i].selection, row[i].values)), row[i].want, "%s: %s of %s%s%s", what, row[i].selection,
		    row[i].values[0] ? row[i].values[0] : "nothing", row[i].values[0] && row[i].values[1] ? ", " : "",
		    row[i].values[0] && row[i].values[1] ? row[i].values[1] : "");
}

/* A value that says that there is none is no value, but it compares. */
static void
test_none(void)
{
	static const struct fact facts[] = {{"x", S("0"), true}, {"y", S("0"), true}, {"y", S("1"), false}};
	static const char *const rows[][2] = {
		{"x", "no"}, {"not x", "yes"}, {"x=0", "yes"}, {"x<1", "yes"}, {"x!=0", "no"}, {"x~0", "yes"}, {"y", "yes"},
	};
	size_t i;

	for (i = 0; i < LEN(rows); i++) {
		struct fake fake = {.facts = facts, .n = LEN(facts)};

		is(of(answer(of(rows[i][0]), &fake)), rows[i][1], "a value that is none: %s", rows[i][0]);
	}
}

/* ---- how selections are written ---- */

static const struct fact words[] = {
	{"y", S("1"), false}, {"u", S(BOOM), false}, {"and", S("1"), false}, {"or", S("1"), false}, {"not", S("1"), false},
	{"and.or", S("1"), false}, {"lastcontact", S("1"), false}, {"a.b", S("1"), false}, {"a.b.c", S("1"), false},
	{"\u00e5sa.\u6f22", S("1"), false}, {"1", S("1"), false}, {"#", S("1"), false}, {"it's", S("1"), false},
	{"android", S("1"), false}, {"notes", S("1"), false}, {"(y)", S("1"), false},
};

static const char *const forms[][2] = {
	{"y", "yes"}, {" \t\r\ny\n ", "yes"}, {"(y)", "yes"}, {" ( ( y ) ) ", "yes"}, {"y=1", "yes"}, {"y =1", "yes"},
	{"y= 1", "yes"}, {" y\n=\t1 ", "yes"}, {"y != 2", "yes"}, {"y!=2", "yes"}, {"(y=1)", "yes"}, {"(y='1')", "yes"},
	{"Y=1", "yes"}, {"'y'=1", "yes"}, {"\"Y\"='1'", "yes"}, {"'y'", "yes"}, {"y>0and y", NULL}, {"y>'0'and y", NULL},
	{"y>'0' and y", "yes"}, {"n", "no"}, {"y and n", "no"}, {"y AND y", "yes"}, {"n Or y", "yes"}, {"NOT n", "yes"},
	{"(y)and(y)", "yes"}, {"(n)or(y)", "yes"}, {"not(n)", "yes"}, {"not'n'", "yes"}, {"'y'and'y'", "yes"},
	{"y or'n'", "yes"}, {"not not n", "no"}, {"not(not(not(n)))", "yes"},
	/* not binds more than and, and that more than or */
	{"y or y and n", "yes"}, {"n and y or y", "yes"}, {"(y or y) and n", "no"}, {"n and (y or y)", "no"},
	{"not n and n", "no"}, {"not (n and n)", "yes"}, {"not n or y", "yes"}, {"not y or y", "yes"},
	{"not (y or y)", "no"}, {"y or n and n or n", "yes"}, {"n or n and y or n", "no"}, {"y and n or y and y", "yes"},
	{"n or not n and not n", "yes"}, {"not y!=2", "no"}, {"not y!~2", "no"}, {"not y=2 and not y=3", "yes"},
	/* fields */
	{"last-contact", "yes"}, {"Last_Contact=1", "yes"}, {"'last contact'=1", "yes"}, {"lastContact", "yes"},
	{"LAST-_CONTACT", "yes"}, {"'- l a s t_contact'", "yes"}, {"a.b", "yes"}, {"A.'b'", "yes"},
	{"'a'.\"B\".C=1", "yes"}, {"a.b.c=1", "yes"}, {"a", "no"}, {"'a.b.d'", "no"}, {"\u00c5SA.\u6f22=1", "yes"},
	{"1=1", "yes"}, {"'#'=1", "yes"}, {"'it''s'", "yes"}, {"\"it's\"=1", "yes"}, {"'(y)'", "yes"},
	{"'and'", "yes"}, {"'AND'=1 and 'or'=1", "yes"}, {"'not'", "yes"}, {"not 'not'", "no"}, {"and.or=1", "yes"},
	{"not and.or", "no"}, {"android and notes", "yes"}, {"not android or notes", "yes"}, {"not-es", "yes"},
	/* what gives up */
	{"u", "yes"}, {"u~" P, "unknown"}, {"u!~" P, "unknown"}, {"not u~" P, "unknown"}, {"not not u!~" P, "unknown"},
	{"u~" P " or y", "yes"}, {"u~" P " and n", "no"}, {"not u~" P " and n", "no"}, {"not (u~" P " or y)", "no"},
	{"(u~" P " or n) and y", "unknown"}, {"(u~" P " and y) or n", "unknown"}, {"u~" P " or not u~" P, "unknown"},
};

static void
test_forms(void)
{
	size_t i;

	for (i = 0; i < LEN(forms); i++) {
		struct fake fake = {.facts = words, .n = LEN(words)};
		const char *said = answer(of(forms[i][0]), &fake);

		if (forms[i][1])
			is(of(said), forms[i][1], "form: %s", forms[i][0]);
		else
			ok(strlen(said) > strlen("unknown"), "form: %s: is refused", forms[i][0]);
	}
}

/* ---- three values ---- */

/* 0 to 2: no, unknown, yes; so and is the lesser, or the greater. */
static const char *const three[] = {"no", "unknown", "yes"};
static const char *const atoms[][3] = {
	{"n", "y=2", "y!=1"}, {"u~" P, "u!~" P, "U ~ " P}, {"y", "y=1", "n!=1"},
};

static void
test_tables(void)
{
	struct buf b = {0};
	int i, j, op;

	for (i = 0; i < 9; i++) {
		for (j = 0; j < 4; j++) {
			struct fake fake = {.facts = words, .n = LEN(words)};
			int x = i / 3, y = i % 3, want;

			op = j % 2;
			want = op ? (x > y ? x : y) : (x < y ? x : y);
			b.n = 0;
			buf_fmt(&b, "%s%s %s %s%s", j < 2 ? "" : "not (", atoms[x][0], op ? "or" : "and", atoms[y][0],
			    j < 2 ? "" : ")");
			is(of(answer((struct str){b.s, b.n}, &fake)), three[j < 2 ? want : 2 - want], "%.*s", (int)b.n, b.s);
		}
	}
	buf_free(&b);
}

static uint64_t
next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state >> 11;
}

static void
blank(struct buf *b, uint64_t *state)
{
	buf_chr(b, " \t\n "[next(state) % 4]);
}

/* Writes a selection, and returns what it comes to; level: 0 within or, 1 within and, 2 within not. */
static int
write_any(struct buf *b, uint64_t *state, int depth, int level)
{
	static const char *const words_of[][3] = {{"or", "OR", "oR"}, {"and", "AND", "And"}, {"not", "NOT", "nOt"}};
	int kind = depth ? (int)(next(state) % 4) : 3, got, one, n;

	if (kind == 3) {
		got = next(state) % 8 ? (int)(next(state) % 2) * 2 : 1;
		buf_fmt(b, "%s", atoms[got][next(state) % 3]);
		return got;
	}
	if (kind < level || next(state) % 4 == 0) {
		buf_chr(b, '(');
		got = write_any(b, state, depth - 1, 0);
		buf_chr(b, ')');
		return got;
	}
	if (kind == 2) {
		buf_fmt(b, "%s", words_of[2][next(state) % 3]);
		blank(b, state);
		return 2 - write_any(b, state, depth - 1, 2);
	}
	got = write_any(b, state, depth - 1, kind + 1);
	for (n = 1 + (int)(next(state) % 3); n > 0; n--) {
		blank(b, state);
		buf_fmt(b, "%s", words_of[kind][next(state) % 3]);
		blank(b, state);
		one = write_any(b, state, depth - 1, kind + 1);
		got = kind ? (one < got ? one : got) : (one > got ? one : got);
	}
	return got;
}

static void
test_trees(size_t n)
{
	uint64_t state = 20261122;
	size_t i, wrong = 0, count[3] = {0};
	struct buf b = {0};

	for (i = 0; i < n; i++) {
		struct fake fake = {.facts = words, .n = LEN(words)};
		const char *said;
		int want;

		b.n = 0;
		want = write_any(&b, &state, 5, 0);
		count[want]++;
		said = answer((struct str){b.s, b.n}, &fake);
		if (strcmp(said, three[want]) != 0 && wrong++ < 5)
			printf("# %.*s\n# got %s, want %s\n", (int)b.n, b.s, said, three[want]);
		mem_reset(&texts);
	}
	ok(wrong == 0, "trees: %zu at random come to what they say", n);
	ok(count[0] >= n / 10 && count[1] >= n / 40 && count[2] >= n / 10,
	    "trees: %zu times no, %zu unknown, %zu yes", count[0], count[1], count[2]);
	buf_free(&b);
}

/* ---- what is asked, and how often ---- */

static const struct fact counted[] = {
	{"x", S("a"), false}, {"x", S("b"), false}, {"x", S("b"), false}, {"x", S("c"), false}, {"y", S("1"), false},
	{"u", S("b"), false}, {"u", S(BOOM), false}, {"u", S(BOOM), false}, {"u", S("c"), false}, {"v", S(BOOM), false},
};

static const struct {
	const char *selection, *want;
	size_t asked, given, gave_up;
} counts[] = {
	{"x", "yes", 1, 1, 0}, {"x=a", "yes", 1, 1, 0}, {"x=b", "yes", 1, 2, 0}, {"x!=b", "no", 1, 2, 0},
	{"x>a", "yes", 1, 2, 0}, {"x~c", "yes", 1, 4, 0}, {"x!~b", "no", 1, 2, 0}, {"x=d", "no", 1, 4, 0},
	{"x!=d", "yes", 1, 4, 0}, {"n", "no", 1, 0, 0}, {"y or x", "yes", 1, 1, 0}, {"x=d or y", "yes", 2, 5, 0},
	{"y=2 and x", "no", 1, 1, 0}, {"y and x", "yes", 2, 2, 0}, {"n and (x or y)", "no", 1, 0, 0},
	{"(x or y) and n", "no", 2, 1, 0}, {"not y or y", "yes", 2, 2, 0},
	/* a test that gives up on one value still looks at the others, and says it once */
	{"y or u~" P, "yes", 1, 1, 0}, {"n and u~" P, "no", 1, 0, 0}, {"u~" P, "unknown", 1, 4, 1},
	{"u!~" P, "unknown", 1, 4, 1}, {"v~" P, "unknown", 1, 1, 1}, {"u~'(a+)+$|^b$'", "yes", 1, 1, 0},
	{"u!~'(a+)+$|^b$'", "no", 1, 1, 0}, {"u~'(a+)+$|^c$'", "yes", 1, 4, 1}, {"u!~'(a+)+$|^c$'", "no", 1, 4, 1},
	{"u~" P " or y", "yes", 2, 5, 1}, {"u~" P " and n", "no", 2, 4, 1}, {"u~" P " and v~" P, "unknown", 2, 5, 2},
	{"u~" P " or v~" P " or y", "yes", 3, 6, 2}, {"not (u~" P " and y)", "unknown", 2, 5, 1},
	{"u~" P " or u~" P, "unknown", 2, 8, 2},
};

static void
test_counts(void)
{
	struct fake fake = {.facts = counted, .n = LEN(counted)};
	size_t i;

	for (i = 0; i < LEN(counts); i++) {
		fake.asked = fake.given = fake.gave_up = 0;
		is(of(answer(of(counts[i].selection), &fake)), counts[i].want, "count: %s", counts[i].selection);
		ok(fake.asked == counts[i].asked && fake.given == counts[i].given,
		    "count: %s: %zu paths are asked for, and %zu values taken", counts[i].selection, fake.asked, fake.given);
		ok(fake.gave_up == counts[i].gave_up, "count: %s: %zu tests give up", counts[i].selection, fake.gave_up);
	}
	answer(STR("y and 'U'~" P), &fake);
	is(fake.where, "'U'", "a pattern that gives up says which field it is for, as that was written");
	ok(strlen(fake.why.s) > 0, "and why: %s", fake.why.s);
}

/* ---- several selections ---- */

static void
test_several(void)
{
	static const struct {
		const char *selections[3], *want;
	} rows[] = {
		{{NULL}, "yes"}, {{"y"}, "yes"}, {{"n"}, "no"}, {{"y", "y"}, "yes"}, {{"y", "n"}, "no"}, {{"n", "y"}, "no"},
		{{"y or n", "n or y", "not n"}, "yes"}, {{"y or y", "n", "y or y"}, "no"}, {{"y", "u~" P}, "unknown"},
		{{"u~" P, "y"}, "unknown"}, {{"u~" P, "n"}, "no"}, {{"n", "u~" P, "y"}, "no"},
		{{"n and n or y", "y", "y or n and n"}, "yes"}, {{"y=", "y"}, "yes"}, {{"y=", "n"}, "no"}, {{"n", "y="}, "no"},
		{{"y", "(n", "y and n~["}, "yes"}, {{"n~a and", "y~'('"}, "yes"},
	};
	struct query_error e;
	size_t i, j;

	for (i = 0; i < LEN(rows); i++) {
		struct fake fake = {.facts = words, .n = LEN(words)};
		struct mem mem = {0};
		struct query *q = query_new(&mem);

		for (j = 0; j < LEN(rows[i].selections) && rows[i].selections[j]; j++)
			add(q, of(rows[i].selections[j]), &e);
		is(of(ask(q, &fake)), rows[i].want, "several: '%s', '%s', '%s'", j > 0 ? rows[i].selections[0] : "",
		    j > 1 ? rows[i].selections[1] : "", j > 2 ? rows[i].selections[2] : "");
		is(of(ask(q, &fake)), rows[i].want, "several: the same again");
		query_free(q);
		mem_free(&mem);
	}
	query_free(NULL);
	ok(true, "query_free() of none");
}

/* ---- paths ---- */

static void
gather(void *arg, const struct query_path *path)
{
	struct buf *b = arg;

	buf_fmt(b, "%s%.*s:", b->n ? " | " : "", (int)path->text.n, path->text.s);
	buf_str(b, joined(&texts, path));
}

static void
test_paths(void)
{
	static const char *const paths[][2] = {
		{"a", "a:a"}, {"a=1 and b~2", "a:a | b:b"}, {"Last-Contact", "Last-Contact:lastcontact"},
		{"not (a or not 'B c'.d!=1) and a", "a:a | 'B c'.d:bc.d | a:a"}, {"\u00c5.x.Y", "\u00c5.x.Y:\u00e5.x.y"},
		{"((a)) or (b and (c or \"d\"))", "a:a | b:b | c:c | \"d\":d"}, {"'it''s'.b=2", "'it''s'.b:it's.b"},
	};
	struct mem mem = {0};
	struct query *q = query_new(&mem);
	struct query_error e;
	struct buf b = {0};
	size_t i;

	query_paths(q, gather, &b);
	ok(b.n == 0, "paths: of no selection, none");
	query_free(q);
	for (i = 0; i < LEN(paths); i++) {
		q = query_new(&mem);
		b.n = 0;
		ok(add(q, of(paths[i][0]), &e), "paths: %s is a selection", paths[i][0]);
		query_paths(q, gather, &b);
		is(((struct str){b.s, b.n}), paths[i][1], "paths: %s", paths[i][0]);
		query_free(q);
	}
	q = query_new(&mem);
	b.n = 0;
	add(q, STR("a and b"), &e);
	add(q, STR("c or"), &e);
	add(q, STR("d"), &e);
	query_paths(q, gather, &b);
	is(((struct str){b.s, b.n}), "a:a | b:b | d:d", "paths: of all selections, not of those that are none");
	query_free(q);
	buf_free(&b);
	mem_free(&mem);
}

/* Paths with commas between, and each of them with a bar after it; NULL: one is none. */
static const struct {
	struct str text;
	const char *want;
} free_paths[] = {
	{S("a"), "a:a|"}, {S("Last Contact"), "Last Contact:lastcontact|"}, {S(" a "), "a:a|"}, {S("a.b"), "a.b:a.b|"},
	{S("A . b-C"), "A . b-C:a.bc|"}, {S("'a.b'"), "'a.b':a.b|"}, {S("'a,b' . \"c\""), "'a,b' . \"c\":a,b.c|"},
	{S("'it''s'"), "'it''s':it's|"}, {S("\u00c5sa.\u6f22"), "\u00c5sa.\u6f22:\u00e5sa.\u6f22|"}, {S("and"), "and:and|"},
	{S("#1!"), "#1!:#1!|"}, {S("a,b"), "a:a|b:b|"}, {S("a , b.c,'d'"), "a:a|b.c:b.c|'d':d|"}, {S("a,"), "a:a|"},
	{S(""), NULL}, {S(" "), NULL}, {S("."), NULL}, {S("a."), NULL}, {S(".a"), NULL}, {S("a..b"), NULL},
	{S("a. .b"), NULL}, {S("-"), NULL}, {S("a._"), NULL}, {S("''"), NULL}, {S("'a"), NULL}, {S("'a'b"), NULL},
	{S("a'b'"), NULL}, {S(",a"), NULL}, {S("a,,b"), NULL}, {S("a, ,b"), NULL}, {S("a=1"), NULL}, {S("a~b"), NULL},
	{S("(a)"), NULL}, {S("a<b"), NULL}, {S("a\0b"), NULL}, {S("\0"), NULL}, {{NULL, 0}, NULL},
};

static const char *
read_paths(struct mem *mem, struct str text)
{
	struct query_path path;
	struct buf b = {0};

	do {
		struct str rest = text;

		if (!query_path_read(mem, &rest, &path)) {
			buf_free(&b);
			return NULL;
		}
		if (rest.s + rest.n != text.s + text.n || rest.s <= text.s)
			diag_die("a path does not end");
		buf_str(&b, path.text);
		buf_chr(&b, ':');
		buf_str(&b, joined(&texts, &path));
		buf_chr(&b, '|');
		text = rest;
	} while (text.n);
	return buf_take(&b, mem).s;
}

static void
test_free_paths(void)
{
	struct mem mem = {0};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < LEN(free_paths); i++) {
		char *copy = mem_resize(NULL, free_paths[i].text.n + 1, 1);
		const char *got;

		if (free_paths[i].text.n)
			memcpy(copy, free_paths[i].text.s, free_paths[i].text.n);
		got = read_paths(&mem, (struct str){free_paths[i].text.s ? copy : NULL, free_paths[i].text.n});
		free(copy);
		is(of(got), free_paths[i].want, "a path: '%s'", free_paths[i].text.s ? free_paths[i].text.s : "");
	}
	for (i = 1; i <= NEST; i++)
		buf_fmt(&b, "%sk", i > 1 ? "." : "");
	ok(read_paths(&mem, (struct str){b.s, b.n}), "a path: of 64 keys");
	buf_fmt(&b, ".k");
	ok(!read_paths(&mem, (struct str){b.s, b.n}), "a path: not of 65");
	buf_free(&b);
	mem_free(&mem);
}

/* ---- the order of values ---- */

/* Each line stands before the next; what is in it is the same. */
static const struct {
	const char *same[6];
} ordered[] = {
	{{"0001-01-01"}}, {{"1969-12-31", "1969/12/31"}},
	{{"2026-11-22", "2026-11-22T10:00Z", "2026-11-22 9:00", " 2026/11/22 "}}, {{"9999-12-31"}},
	{{"-1234567890123456789012345678901234567891"}}, {{"-1234567890123456789012345678901234567890"}}, {{"-10"}},
	{{"-9.5"}}, {{"-9"}}, {{"-0.5", "-0.50"}}, {{"-0.05"}}, {{"0", "-0", "0.0", "-0.00"}}, {{"0.05"}}, {{"0.5"}},
	{{"1"}}, {{"1.45"}}, {{"1.5", "1.50"}}, {{"9"}}, {{"10", "10.0"}}, {{"2026"}}, {{"99999999999999999999"}},
	{{"1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890.0"}},
	{{"1d", "1 day", "1D"}}, {{"1bd"}}, {{"6d"}}, {{"1w", "7 days", "5bd", "weekly", "every week"}},
	{{"3w", "21d", "every 3 weeks", "P3W"}}, {{"1q", "3mo", "3m"}},
	{{"1y", "12mo", "4q"}}, {{"100y"}},
	{{""}}, {{"+3"}}, {{"-"}}, {{"0-1"}}, {{"007"}}, {{"0d"}}, {{"1."}}, {{"1e3", "1E3"}}, {{"2026-02-30"}},
	{{"a", "A"}}, {{"a\x01"}}, {{"ab", "AB", "aB"}}, {{"k", "\u212a"}}, {{"ss"}}, {{"today"}}, {{"z"}},
	{{"\u00df", "\u1e9e"}}, {{"\u00e5sa", "\u00c5SA"}}, {{"\u03c3", "\u03a3", "\u03c2"}}, {{"\u2c65", "\u023a"}},
	{{"\u6f22"}}, {{"\uffff"}}, {{"\U00010428", "\U00010400"}}, {{"\xFF"}}, {{"\xFF\xFF"}},
};

/* Others, of which nothing is said but that there is an order. */
static const struct str others[] = {
	S(" 3w "), S(" 10 "), S("every 10"), S(" a "), S("a b"), S("a\0b"), S("a\0"),
	S("\0"), S(" "), S("\n"), S("3 w"), S("3\tw"), S("03w"), S("00"), S("-00"), S("--1"), S("1-"), S("1.5.2"), S(".5"),
	S("."), S("-."), S("-.5"), S("0."), S("1.0000000000000000000000000000000000000001"), S("2026-11-22x"),
	S("2026-1-2"), S("2026-11-22-"), S("101y"), S("9999999999999999999999w"), S("0000-01-01"), S("\xC3"),
	S("\xED\xA0\x80"), S("e\u0301"), S("\u00e9"), S("\u0130"), S("i"), S("I"), S("\u0131"), S("\u00a0"), S("never"),
	S("null"), S("[[a]]"), {NULL, 0},
};

enum { VALUES = LEN(ordered) * LEN(ordered[0].same) + LEN(others) };

static void
test_order(void)
{
	static struct str values[VALUES];
	static int line[VALUES];        /* of ordered, from 1; 0: of others */
	static signed char sign[VALUES][VALUES];
	struct mem scratch = {0};
	size_t i, j, k, n = 0, wrong = 0, one_sided = 0, unequal = 0, rings = 0;

	for (i = 0; i < LEN(ordered); i++)
		for (j = 0; j < LEN(ordered[i].same) && ordered[i].same[j]; j++) {
			line[n] = (int)i + 1;
			values[n++] = of(ordered[i].same[j]);
		}
	for (i = 0; i < LEN(others); i++)
		values[n++] = others[i];
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++) {
			int order = literal_order(&scratch, values[i], values[j]);
			int want = (line[i] > line[j]) - (line[i] < line[j]);

			sign[i][j] = (signed char)((order > 0) - (order < 0));
			if (line[i] && line[j] && sign[i][j] != want && wrong++ < 5)
				printf("# '%s' and '%s': %d\n", values[i].s, values[j].s, order);
		}
	ok(wrong == 0, "order: dates, numbers, spans, text");
	for (i = 0; i < n; i++) {
		unequal += sign[i][i] != 0;
		for (j = 0; j < n; j++) {
			one_sided += sign[i][j] != -sign[j][i];
			for (k = 0; k < n; k++)
				rings += sign[i][j] <= 0 && sign[j][k] <= 0
				    && (sign[i][k] > 0 || ((sign[i][j] < 0 || sign[j][k] < 0) && sign[i][k] == 0));
		}
	}
	ok(unequal == 0, "order: each is the same as itself");
	ok(one_sided == 0, "order: each two are the other way round the other way round");
	ok(rings == 0, "order: no three of %zu go in a ring", n);
	mem_free(&scratch);
}

/* ---- what is no selection ---- */

#define MISSING "a test is missing here; write one such as tag=a-list"
#define WORD "a test is missing before this; put a field called 'and' or 'or' in quotes"
#define BETWEEN "write 'and' or 'or' between two tests, and a text with blanks in quotes"
#define OPERATOR "no operator begins so; write one of = != < <= > >= ~ !~, or put the field in quotes"
#define SPACED "write today-60d and today+2w without blanks"
#define INSTEAD "; put this word in quotes if it is the value"
#define ENDS "write a blank after the quote; a quote within is written twice"
#define BEGINS "a field cannot begin so; put it in quotes"
#define NO_SPAN " is not a span, as in today-60d, today+2w; put text in quotes"
#define NO_DATE " is not a date; write YYYY-MM-DD, or put text in quotes"
#define RANGE " is out of range; a span is 1 day to 100 years"
#define NUL "a NUL; leave it out"
#define TOUCHES "touches has date, dir, kind and text, and nothing else"
#define PROMISES "promises has by, from, what and done, and nothing else"
#define DEEP "nested more than 64 deep"
#define BAD "bad pattern: "

static const struct {
	struct str text;
	size_t at;
	const char *message;
} errors[] = {
	{S(""), 0, MISSING}, {S(" \t"), 2, MISSING}, {{NULL, 0}, 0, MISSING}, {S(")"), 0, MISSING}, {S("()"), 1, MISSING},
	{S("y or ()"), 6, MISSING}, {S("=1"), 0, MISSING}, {S("~1"), 0, MISSING}, {S("<1"), 0, MISSING},
	{S("& y"), 0, MISSING}, {S("| y"), 0, MISSING}, {S("y or ("), 6, MISSING},
	{S("y and"), 5, "a test is missing after 'and'"}, {S("y OR "), 5, "a test is missing after 'OR'"},
	{S("y and )"), 6, "a test is missing after 'and'"}, {S("(y or)"), 5, "a test is missing after 'or'"},
	{S("not"), 3, "a test is missing after 'not'"}, {S("y and not not"), 13, "a test is missing after 'not'"},
	{S("not=1"), 3, "a test is missing after 'not'"}, {S("y and & y"), 6, "a test is missing after 'and'"},
	{S("and"), 0, WORD}, {S("or y"), 0, WORD}, {S(" And=1"), 1, WORD}, {S("y or or y"), 5, WORD}, {S("(and)"), 1, WORD},
	{S("not or"), 4, WORD},
	{S("!y"), 0, "write 'not' in place of '!'"}, {S("y and !y"), 6, "write 'not' in place of '!'"},
	{S("#y"), 0, BEGINS}, {S("(y) or /y"), 7, BEGINS}, {S("\x1By"), 0, BEGINS}, {S("*"), 0, BEGINS},
	{S("'y"), 0, "this quote is not closed"}, {S("y=1 and \"y''"), 8, "this quote is not closed"},
	{S("y='"), 2, "this quote is not closed"}, {S("y = 'it''s"), 4, "this quote is not closed"},
	{S("y~\"\"\""), 2, "this quote is not closed"}, {S("y.'z"), 2, "this quote is not closed"},
	{S("''"), 0, "a field is missing here"}, {S("y and \"\"=1"), 6, "a field is missing here"},
	{S("-"), 0, "a field is missing here"}, {S("(- = 3)"), 1, "a field is missing here"},
	{S("' '"), 0, "a field is missing here"},
	{S(".y"), 0, "a key is missing here"}, {S("y.."), 2, "a key is missing here"},
	{S("y..z=1"), 2, "a key is missing here"}, {S("-.y"), 0, "a key is missing here"},
	{S("y."), 2, "a key is missing here"}, {S("y.=1"), 2, "a key is missing here"},
	{S("y.z. =1"), 4, "a key is missing here"}, {S("y. z"), 2, "a key is missing here"},
	{S("y.''"), 2, "a key is missing here"}, {S("y.-=1"), 2, "a key is missing here"},
	{S("y.z.'_'.w"), 4, "a key is missing here"},
	{S("y==1"), 1, "write '=' alone"}, {S("y =~1"), 2, "write '~' alone"}, {S("y~=1"), 1, "write '~' alone"},
	{S("y=<1"), 1, "write '<='"}, {S("y=>1"), 1, "write '>='"}, {S("y<>1"), 1, "write '!='"},
	{S("y!"), 1, "write 'not' before the test, or '!=' or '!~'"},
	{S("y ! =1"), 2, "write 'not' before the test, or '!=' or '!~'"},
	{S("y!1"), 1, "write 'not' before the test, or '!=' or '!~'"},
	{S("y="), 2, "a value is missing after '='"}, {S("y= "), 3, "a value is missing after '='"},
	{S("(y=)"), 3, "a value is missing after '='"}, {S("y= =1"), 3, "a value is missing after '='"},
	{S("y!="), 3, "a value is missing after '!='"}, {S("y!==1"), 3, "a value is missing after '!='"},
	{S("y<"), 2, "a value is missing after '<'"}, {S("y<="), 3, "a value is missing after '<='"},
	{S("y<=>1"), 3, "a value is missing after '<='"}, {S("y>"), 2, "a value is missing after '>'"},
	{S("y>="), 3, "a value is missing after '>='"}, {S("y~"), 2, "a value is missing after '~'"},
	{S("y !~ "), 5, "a value is missing after '!~'"}, {S("tag=a-list and org="), 19, "a value is missing after '='"},
	{S("y= and n"), 3, "a value is missing after '='" INSTEAD}, {S("y~OR"), 2, "a value is missing after '~'" INSTEAD},
	{S("y<not y"), 2, "a value is missing after '<'" INSTEAD},
	{S("y=(1)"), 2, "put a value with ( in it in quotes"}, {S("y=a(b)"), 3, "put a value with ( in it in quotes"},
	{S("y~(?-i)a"), 2, "put a value with ( in it in quotes"}, {S("y=a'b"), 3, "put a value with ' in it in quotes"},
	{S("y=a=b"), 3, "put a value with = in it in quotes"}, {S("y=a~b"), 3, "put a value with ~ in it in quotes"},
	{S("y=a<b"), 3, "put a value with < in it in quotes"}, {S("y=a>"), 3, "put a value with > in it in quotes"},
	{S("y='a'b"), 5, ENDS}, {S("y=\"a\"=1"), 5, ENDS}, {S("y='a'(n)"), 5, ENDS}, {S("y='a'\"b\""), 5, ENDS},
	{S("y='it's'"), 6, ENDS},
	{S("y n"), 2, BETWEEN}, {S("y=a b"), 4, BETWEEN}, {S("y(n)"), 1, BETWEEN}, {S("(y)n"), 3, BETWEEN},
	{S("(y n)"), 3, BETWEEN}, {S("y='a' 'b'"), 6, BETWEEN}, {S("y andn"), 2, BETWEEN},
	{S("y not n"), 2, BETWEEN}, {S("'y'n"), 3, BETWEEN}, {S("y and.n"), 2, BETWEEN},
	{S("y, n"), 1, OPERATOR}, {S("y='1';n"), 5, ENDS}, {S("y * 2"), 2, OPERATOR}, {S("(y)$"), 3, OPERATOR},
	{S("y=today - 60d"), 8, SPACED}, {S("last>today +2w"), 11, SPACED},
	{S("y & n"), 2, "write 'and'"}, {S("y&&n"), 1, "write 'and'"}, {S("(y & n)"), 3, "write 'and'"},
	{S("y | n"), 2, "write 'or'"}, {S("y='1' || n"), 6, "write 'or'"},
	{S("(y"), 0, "this '(' is not closed"}, {S("y and (n or (y) "), 6, "this '(' is not closed"},
	{S("((y)"), 0, "this '(' is not closed"}, {S("(y and (n)"), 0, "this '(' is not closed"},
	{S("y)"), 1, "no '(' stands before this ')'"}, {S("(y))"), 3, "no '(' stands before this ')'"},
	{S("y='a')"), 5, "no '(' stands before this ')'"}, {S("y=1 ) and n"), 4, "no '(' stands before this ')'"},
	{S("y=2026-02-30"), 2, "there is no day '2026-02-30'"}, {S("y!=2026/13/01"), 3, "there is no day '2026/13/01'"},
	{S("y<0000-01-01+1d"), 2, "there is no day '0000-01-01'"},
	{S("y=2026-11-2"), 2, "'2026-11-2'" NO_DATE}, {S("y= 3.4.2026"), 3, "'3.4.2026'" NO_DATE},
	{S("y=2026-11/22"), 2, "'2026-11/22'" NO_DATE}, {S("y=2026-1-2+2w"), 2, "'2026-1-2+2w'" NO_DATE},
	{S("y=2026-11-222"), 2, "'2026-11-222'" NO_DATE}, {S("y=2026-11-2235"), 2, "'2026-11-2235'" NO_DATE},
	{S("y=2026-11-2200"), 2, "'2026-11-2200'" NO_DATE}, {S("y=2026-11-222+1w"), 2, "'2026-11-222+1w'" NO_DATE},
	{S("y<today-x"), 8, "'x'" NO_SPAN}, {S("y<today-3x"), 8, "'3x'" NO_SPAN}, {S("y<today+"), 8, "''" NO_SPAN},
	{S("y=2026-11-22-"), 13, "''" NO_SPAN}, {S("y=2026-11-22+1w+1d"), 13, "'1w+1d'" NO_SPAN},
	{S("y<today-0d"), 8, "'0d'" RANGE}, {S("y<today+-3d"), 8, "'-3d'" RANGE},
	{S("y=2026-11-22+101y"), 13, "'101y'" RANGE},
	{S("last<60d"), 5, "'60d' is not a date; write today-60d or today+60d"},
	{S("Next-Contact >= 2W"), 16, "'2W' is not a date; write today-2W or today+2W"},
	{S("last<x"), 5, "'x' is not a date; write today-60d or 2026-11-22"},
	{S("snooze>10"), 7, "'10' is not a date; write today-60d or 2026-11-22"},
	{S("promises.by<=soon"), 13, "'soon' is not a date; write today-60d or 2026-11-22"}, {S("last<'60 d'"), 5,
	    "a value in quotes is text, and 'last' is compared with a date; write today-60d or 2026-11-22"},
	{S("touches.date<'2026-11-22'"), 13,
	    "a value in quotes is text, and 'touches.date' is compared with a date; write today-60d or 2026-11-22"},
	{S("y and touches.on=today"), 6, TOUCHES}, {S("not 'Touches'.date.x"), 4, TOUCHES},
	{S("promises.to=me"), 0, PROMISES}, {S("promises.what.x~a"), 0, PROMISES},
	{S("unanswered>2w"), 11, "'2w' is not a number"}, {S("touches<x"), 8, "'x' is not a number"},
	{S("promises>'3'"), 9, "a value in quotes is text, and 'promises' is compared with a number"},
	{S("every<never"), 6, "'never' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"},
	{S("cadence>today"), 8, "'today' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"},
	{S("y~["), 3, BAD "missing terminating ] for character class"},
	{S("y~*"), 2, BAD "quantifier does not follow a repeatable item"},
	{S("n or y ~ '('"), 11, BAD "missing closing parenthesis"}, {S("y!~'a)'"), 5, BAD "unmatched closing parenthesis"},
	{S("y~'\u00e9('"), 6, BAD "missing closing parenthesis"}, {S("y~'it''s('"), 9, BAD "missing closing parenthesis"},
	{S("y~'''[z-\u00e9'"), 10, BAD "missing terminating ] for character class"},
	{S("y~\"\"\"a\"\")b\""), 8, BAD "unmatched closing parenthesis"}, {S("y~ab\\"), 5, BAD "\\ at end of pattern"},
	{S("\0"), 0, NUL}, {S("y\0n"), 1, NUL}, {S("y=a\0b"), 3, NUL}, {S("y='\0'"), 3, NUL}, {S("(y=1 \0"), 5, NUL},
	{S("y~a\0("), 3, NUL}, {S("\xFF"), 0, "not UTF-8"}, {S("y=1 and \xE2\x82"), 8, "not UTF-8"},
	{S("y=\xC0\xAF"), 2, "not UTF-8"}, {S("(\xED\xA0\x80"), 1, "not UTF-8"},
};

static const char *
shown(struct mem *mem, struct str s)
{
	struct buf b = {0};

	text_escape(&b, s);
	return buf_take(&b, mem).s;
}

static void
test_errors(void)
{
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < LEN(errors); i++) {
		struct query *q = query_new(&mem);
		struct query_error e;
		const char *text = shown(&mem, errors[i].text);

		if (ok(!add(q, errors[i].text, &e), "error: %s: is no selection", text)) {
			is(e.message, errors[i].message, "error: %s", text);
			ok(e.at == errors[i].at, "error: %s: at byte %zu", text, e.at);
		}
		query_free(q);
	}
	mem_free(&mem);
}

static const struct {
	struct str text;
	size_t at;
	const char *want;
} explained[] = {
	{S(""), 0, "column 1: m\n  \n  ^"},
	{S("abc"), 0, "column 1: m\n  abc\n  ^"},
	{S("abc"), 1, "column 2: m\n  abc\n   ^"},
	{S("abc"), 3, "column 4: m\n  abc\n     ^"},
	{S("tag=a-list and org="), 19, "column 20: m\n  tag=a-list and org=\n                     ^"},
	{S("\u00e9\u00e9="), 5, "column 4: m\n  \u00e9\u00e9=\n     ^"},
	{S("\u6f22\u5b57="), 3, "column 2: m\n  \u6f22\u5b57=\n    ^"},
	{S("\u6f22\u5b57="), 7, "column 4: m\n  \u6f22\u5b57=\n       ^"},
	{S("\U0001F600b"), 4, "column 2: m\n  \U0001F600b\n    ^"},
	{S("e\u0301b"), 3, "column 3: m\n  e\u0301b\n   ^"},
	{S("a\tb"), 2, "column 3: m\n  a\\tb\n     ^"},
	{S("a\tb"), 1, "column 2: m\n  a\\tb\n   ^"},
	{S("a\r\nb"), 3, "column 4: m\n  a\\r\\nb\n       ^"},
	{S("\x1B[31mb"), 5, "column 6: m\n  \\x1B[31mb\n          ^"},
	{S("\x7F\x01" "b"), 2, "column 3: m\n  \\x7F\\x01b\n          ^"},
	{S("a\0b"), 2, "column 3: m\n  a\\x00b\n       ^"},
	{S("\u202eb"), 3, "column 2: m\n  \\xE2\\x80\\xAEb\n              ^"},
	{S("\xC2\x85" "b"), 2, "column 2: m\n  \\xC2\\x85b\n          ^"},
	{S("a\xFF"), 1, "column 2: m\n  a\\xFF\n   ^"},
	{S("a\\d\\\\b"), 5, "column 6: m\n  a\\d\\\\b\n       ^"},
	{S("\\\tb"), 2, "column 3: m\n  \\\\tb\n     ^"},
};

static void
test_explained(void)
{
	struct buf b = {0};
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < LEN(explained); i++) {
		struct query_error e = {explained[i].at, STR("m")};

		b.n = 0;
		query_explain(&b, explained[i].text, &e);
		is(((struct str){b.s, b.n}), explained[i].want, "explained: %s at %zu", shown(&mem, explained[i].text), e.at);
	}
	b.n = 0;
	buf_fmt(&b, "before ");
	query_explain(&b, STR("y"), &(struct query_error){1, STR("more")});
	is(((struct str){b.s, b.n}), "before column 2: more\n  y\n   ^", "explained: after what is there");
	buf_free(&b);
	mem_free(&mem);
}

/* ---- too much of something ---- */

static struct str
repeat(const char *head, const char *s, size_t n, const char *tail)
{
	struct buf b = {0};

	buf_fmt(&b, "%s", head);
	while (n--)
		buf_add(&b, s, strlen(s));
	buf_fmt(&b, "%s", tail);
	return buf_take(&b, &texts);
}

static void
test_nesting(void)
{
	static const struct {
		const char *open, *inner, *shut;
		size_t n;
		const char *want;
		size_t at;              /* where it is too deep; 0: it is not */
	} rows[] = {
		{"(", "y", ")", NEST - 1, "yes", 0}, {"(", "y", ")", NEST, "yes", 0}, {"(", "y", ")", NEST + 1, DEEP, NEST},
		{"not ", "y", "", NEST - 1, "no", 0}, {"not ", "y", "", NEST, "yes", 0},
		{"not ", "y", "", NEST + 1, DEEP, 4 * NEST}, {"not(", "y", ")", NEST / 2, "yes", 0},
		{"not(", "y", ")", NEST / 2 + 1, DEEP, 2 * NEST}, {"(n or ", "y", ")", NEST, "yes", 0},
		{"(n or ", "y", ")", NEST + 1, DEEP, 6 * NEST}, {"(y and ", "y", " or n)", NEST, "yes", 0},
		{"(not n and ", "y", ")", NEST - 1, "yes", 0}, {"(y and not n) and ", "y", "", 1000, "yes", 0},
		{"(", "y=", ")", NEST, "a value is missing after '='", 0}, {"(", "", ")", NEST, MISSING, 0},
		{"(", "y", ")", LONG, DEEP, NEST}, {"(", "", "", LONG, DEEP, NEST}, {"not ", "y", "", LONG, DEEP, 4 * NEST},
		{"not ", "", "", LONG, DEEP, 4 * NEST}, {"not(", "y", ")", LONG, DEEP, 2 * NEST},
		{"(y and ", "y", ")", LONG, DEEP, 7 * NEST},
	};
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < LEN(rows); i++) {
		struct fake fake = {.facts = words, .n = LEN(words)};
		struct str opened = repeat("", rows[i].open, rows[i].n, rows[i].inner);
		struct str s = repeat(opened.s, rows[i].shut, rows[i].n, "");
		struct query *q = query_new(&mem);
		struct query_error e;

		is(add(q, s, &e) ? of(ask(q, &fake)) : e.message, rows[i].want, "nested: %zu times '%s'", rows[i].n,
		    rows[i].open);
		ok(!rows[i].at || e.at == rows[i].at, "which is said at byte %zu", e.at);
		query_free(q);
	}
	mem_free(&mem);
	mem_reset(&texts);
}

/* What is long but not deep. */
static void
test_chains(void)
{
	static const struct {
		const char *head, *s, *tail, *want;
		size_t asked;
	} rows[] = {
		{"", "y and ", "y", "yes", LONG + 1}, {"", "n or ", "y", "yes", LONG + 1}, {"", "y or ", "y", "yes", 1},
		{"", "y and ", "n", "no", LONG + 1}, {"", "y and n or ", "y", "yes", 2 * LONG + 1},
		{"", "not n and ", "y", "yes", LONG + 1}, {"", "(y)and", "(y)", "yes", LONG + 1},
		{"not (", "y and ", "y)", "no", LONG + 1},
		{"", "y and ", "", "a test is missing after 'and'", 0}, {"", "y ", "", BETWEEN, 0},
		{"y", ".y", "", "more than 64 keys with dots between", 0},
		{"", "y.", "", "more than 64 keys with dots between", 0}, {"", "y", "", "no", 1}, {"y='", "''", "'", "no", 1},
		{"y=", "1", "", "no", 1}, {"y<", "1", "", "yes", 1}, {"y<1.", "0", "", "no", 1}, {"y=1.", "0", "", "yes", 1},
		{"y='", " ", "1'", "yes", 1}, {"y", " ", "=1", "yes", 1}, {"y='", "a", "", "this quote is not closed", 0},
		{"", ")", "", MISSING, 0}, {"y", ")", "", "no '(' stands before this ')'", 0}, {"y=", "-1", "", "no", 1},
		{"y~", "a|", "1", BAD "regular expression is too large", 0},
	};
	size_t i;

	for (i = 0; i < LEN(rows); i++) {
		struct fake fake = {.facts = words, .n = LEN(words)};
		struct str s = repeat(rows[i].head, rows[i].s, LONG, rows[i].tail);

		is(of(answer(s, &fake)), rows[i].want, "long: '%s', 100,000 times '%s', '%s'", rows[i].head, rows[i].s,
		    rows[i].tail);
		ok(fake.asked == rows[i].asked, "of which %zu tests are asked for", fake.asked);
		mem_reset(&texts);
	}
}

static void *
with_little_stack(void *arg)
{
	(void)arg;
	test_nesting();
	test_chains();
	return NULL;
}

static void
test_stack(void)
{
	pthread_attr_t attr;
	pthread_t thread;

	pthread_attr_init(&attr);
	if (pthread_attr_setstacksize(&attr, STACK) || pthread_create(&thread, &attr, with_little_stack, NULL)
	    || pthread_join(thread, NULL))
		diag_die("no thread");
	pthread_attr_destroy(&attr);
}

static void
test_many_selections(void)
{
	struct fake fake = {.facts = words, .n = LEN(words)};
	struct mem mem = {0};
	struct query *q = query_new(&mem);
	struct query_error e;
	size_t i, bad = 0;

	for (i = 0; i < 1000; i++)
		bad += !query_add(q, STR("n or y"), &e);
	ok(bad == 0, "1,000 selections");
	is(of(ask(q, &fake)), "yes", "which all hold");
	ok(fake.asked == 2000, "each of them is asked for");
	query_add(q, STR("n"), &e);
	is(of(ask(q, &fake)), "no", "one more, which does not");
	query_free(q);
	mem_free(&mem);
}

/*
 * Patterns that explode, and others that look at everything as often as it is long, which only PCRE2's JIT compiler
 * makes quick enough for a test. NULL: they may give up, or not.
 */
static const struct {
	const char *pattern, *want;
} heavy[] = {
	{"'(a+)+$'", "unknown"}, {"'(a|a)*$'", "unknown"}, {"'^(\\w+\\s?)*$'", "unknown"}, {"'(a|aa)+$'", "unknown"},
	{"'^(([a-z])+.)+[A-Z]([a-z])+$'", "unknown"}, {"'^(?=(a+)+$)'", "unknown"}, {"'[0-9]'", "no"}, {"'^a'", "yes"},
	{"'[^!]!$'", "yes"},
#ifndef FU_NO_JIT
	{"'^(a|x)*b|\\w+[@#]'", NULL}, {"'\\w+[@#]'", NULL}, {"'a.*[0-9]'", NULL}, {"'(a|b)a*[cd]'", NULL},
	{"'a\\w*a\\w*[0-9]'", NULL},
#endif
};

static void
test_heavy(const char *what, struct fact *facts, size_t n)
{
	size_t i;

	for (i = 0; i < LEN(heavy); i++) {
		struct fake fake = {.facts = facts, .n = n};
		struct str s = repeat("x~", heavy[i].pattern, 1, "");
		const char *said = answer(s, &fake);

		if (heavy[i].want)
			is(of(said), heavy[i].want, "%s: %s", what, s.s);
		else
			ok(!strcmp(said, "no") || !strcmp(said, "unknown"), "%s: %s: %s", what, s.s, said);
		ok(fake.gave_up == !strcmp(said, "unknown"), "which is said once, or not at all");
		if (fake.gave_up)
			is(fake.where, "x", "of the field, and why: %s", fake.why.s);
	}
	mem_reset(&texts);
}

static void
test_giving_up(void)
{
	static char as[LONG];
	static struct fact many[LONG / 100];
	size_t i;

	memset(as, 'a', LONG);
	as[LONG - 1] = '!';
	test_heavy("100,000 bytes", &(struct fact){"x", {as, LONG}, false}, 1);
	for (i = 0; i < LEN(many); i++)
		many[i] = (struct fact){"x", {as + LONG - 1000, 1000}, false};
	test_heavy("1,000 values of 1,000 bytes", many, LEN(many));
}

enum { PIECE = QUERY_PIECE };

/* Long values: `head`, a's up to a place, `middle`, a's up to another, `tail`. */
static const struct {
	const char *test, *head;
	size_t at;
	const char *middle;
	size_t n;
	const char *tail, *want;
} longs[] = {
	{"x~b", "", PIECE - 1, "b", PIECE, "", "yes"}, {"x~b", "", PIECE, "b", PIECE + 1, "", "yes"},
	{"x~ab$", "", PIECE, "", PIECE, "b", "yes"}, {"x~ab$", "", LONG, "", LONG, "b", "yes"},
	{"x~c", "", LONG, "b", 2 * LONG, "", "no"}, {"x!~b", "", LONG, "b", LONG + 1, "", "no"},
	{"x!~c", "", LONG, "b", LONG + 1, "", "yes"}, {"x~bcd", "", PIECE - 1, "bcd", LONG, "", "yes"},
	{"x~bcd", "", PIECE - 2, "bcd", LONG, "", "yes"}, {"x~bcd", "", PIECE / 2 - 1, "bcd", LONG, "", "yes"},
	{"x~bcd", "", PIECE * 3 / 2 - 2, "bcd", LONG, "", "yes"}, {"x~b.{1000}c", "b", 1001, "", 1001, "c", "yes"},
	{"x~b.{1000}c", "", PIECE - 500, "b", PIECE + 501, "c", "yes"},
	/* `^` and `$` are the ends of the value, not those of what is looked at at a time */
	{"x~^ba", "b", LONG, "", LONG, "", "yes"}, {"x~^aa", "b", LONG, "", LONG, "", "no"},
	{"x~aa$", "", LONG, "", LONG, "b", "no"}, {"x~^b", "", PIECE / 2, "b", LONG, "", "no"},
	{"x~^b", "", PIECE, "b", LONG, "", "no"}, {"x~b$", "", PIECE - 1, "b", LONG, "", "no"},
	{"x~b$", "", PIECE * 3 / 2 - 1, "b", LONG, "", "no"}, {"x~\\Ab", "", PIECE / 2, "b", LONG, "", "no"},
	{"x~b\\z", "", PIECE - 1, "b", LONG, "", "no"},
	/* and what stands before and after counts */
	{"x~\\bb", "", PIECE / 2, "b", LONG, "", "no"}, {"x~b\\b", "", PIECE - 1, "b", LONG, "", "no"},
	{"x~'(?<!a)b'", "", PIECE / 2, "b", LONG, "", "no"}, {"x~'(?<=a)b'", "", PIECE / 2, "b", LONG, "", "yes"},
	{"x~'b(?!a)'", "", PIECE - 1, "b", LONG, "", "no"}, {"x~'b(?=a)'", "", PIECE - 1, "b", LONG, "", "yes"},
	{"x~'(?<!a|^)b'", "", PIECE / 2, "b", LONG, "", "no"}, {"x~\\Bb\\B", "", PIECE / 2, "b", LONG, "", "yes"},
	/* characters stay whole */
	{"x~[^ab\u6f22]", "", PIECE - 1, "\u6f22", LONG, "", "no"},
	{"x~[^ab\u6f22]", "", PIECE / 2 - 1, "\u6f22", LONG, "", "no"},
	{"x~[^ab\u6f22]", "", PIECE / 2 - 2, "\u6f22", LONG, "", "no"},
	{"x~a\u6f22a", "", PIECE - 2, "\u6f22", LONG, "", "yes"},
	{"x~a.a$", "", PIECE * 3 / 2 - 2, "\U0001F600", PIECE * 3 / 2 + 3, "", "yes"},
	/* other operators take all of it */
	{"x", "", LONG, "", LONG, "", "yes"}, {"x>a", "", LONG, "", LONG, "", "yes"},
	{"x<ab", "", LONG, "", LONG, "b", "yes"}, {"x<today", "2026-01-01", LONG, "", LONG, "", "no"},
	{"x=a", "", LONG, "", LONG, "", "no"},
};

static struct str
long_value(size_t i)
{
	struct str head = repeat(longs[i].head, "a", longs[i].at - strlen(longs[i].head), longs[i].middle);

	return repeat(head.s, "a", longs[i].n > head.n ? longs[i].n - head.n : 0, longs[i].tail);
}

/* What fits is longer than what is looked at at a time, and begins before all that is looked at next. */
static void
test_longer(struct fact *fact, struct fake *fake)
{
	fact->value = repeat("foobar", "a", PIECE - 100, "bar");
	fact->value = repeat(fact->value.s, "a", LONG, "");
	is(of(answer(STR("x~foo.*?bar"), fake)), "yes", "the shortest fit");
	is(of(answer(STR("x~^foo"), fake)), "yes", "what begins with it");
	ok(!fake->gave_up, "is found");
	is(of(answer(STR("x~foo.*bar"), fake)), "unknown", "the longest fit");
	ok(fake->gave_up, "is given up on");
	is(of(answer(STR("x!~foo.*bar"), fake)), "unknown", "so it is where none is wanted");
	fake->gave_up = 0;
}

/* A picture in a note. */
static void
test_megabytes(struct fact *fact, struct fake *fake)
{
	fact->value = repeat("", "a", 4 * 1024 * 1024, "needle");
	is(of(answer(STR("x~needle"), fake)), "yes", "a text in 4 MiB");
	is(of(answer(STR("x~needles"), fake)), "no", "a text that is not there");
	ok(!fake->gave_up, "neither gives up");
	is(of(answer(STR("x~needle[s]"), fake)), "unknown", "a pattern there is too much work");
	fake->gave_up = 0;
}

static void
test_long_values(void)
{
	struct fact fact = {.path = "x"};
	struct fake fake = {.facts = &fact, .n = 1};
	size_t i;

	for (i = 0; i < LEN(longs); i++) {
		fact.value = long_value(i);
		is(of(answer(of(longs[i].test), &fake)), longs[i].want, "%s of %zu bytes with '%s' at %zu", longs[i].test,
		    fact.value.n, longs[i].middle, longs[i].at);
	}
	ok(!fake.gave_up, "none of which gives up");
	fact.value = repeat("", "\u00c5", LONG, "b");
	is(of(answer(repeat("x='", "\u00e5", LONG, "B'"), &fake)), "yes", "x= of 100,000 characters");
	fact.value = repeat("a", "\u6f22", LONG, "");
	is(of(answer(STR("x~[^a\u6f22]"), &fake)), "no", "no character is cut in two");
	test_longer(&fact, &fake);
	test_megabytes(&fact, &fake);
	mem_reset(&texts);
}

/* ---- at random ---- */

static const char *const fields[] = {
	"a", "b", "tag", "last", "next", "every", "touches", "unanswered", "promises.by", "touches.date", "text", "x.y.z",
	"'Last Contact'", "\"and\"", "'it''s'", "\u00e9", "a.b.c.d.e.f.g.h.i.j",
};
static const char *const operators[] = {"=", "=", "!=", "<", "<=", ">", ">=", "~", "~", "!~"};
static const char *const literals[] = {
	"a", "A-List", "'a b'", "\"it's\"", "'it''s'", "''", "today", "today-60d", "Today+2w", "today-1bd", "2026-11-01",
	"2026-11-01+1mo", "2026/11/01", "10", "-3", "1.5", "-0", "007", "1e3", "3w", "2mo", "5bd", "0d", "101y",
	"1234567890123456789012345678901234567890", "\u00c5SA", "'\u6f22\u5b57'", "a,b", "\\", "never", "9999-12-31+100y",
	"'60\t d'", "'3\nw'",
};
/* What is wrong in most places. */
static const char *const odd[] = {
	"Last Contact", "'", "\"", "and", "a.", ".b", "-", "''", "\xFF", "#", "==", "!", "=~", "<>", "2026-02-30",
	"3.4.2026", "2026-11-2", "2026-11-2235", "today-", "today+x", "\u202e", "'\x1B[m'", "\xC3", "(", ")", "\x1B", "",
	"\t\n", "today -1w",
};
static const char *const fragments[] = {
	"a", "b", "^", "$", ".", ".*", "\\w+", "[a-z]", "[", "]", "(", ")", "(?i)", "(?:", "a|b", "{2}", "{1000}", "+", "*",
	"?", "\\", "\\d", "(a+)+", "''", "\"", "\u00e9", "\\p{L}", "(?=", "\\b", "(?<n>", "\\1", "\\C", "(?R)", "[^",
	"\\x{263a}", "(*UTF)", "(*FAIL)", " ",
};
static const char *const joints[] = {
	" and ", " or ", " not ", "(", ")", " ", " AND ", " Or ", "not ", "\t", "\n", "&&", "|", ",", "!", "", "", "",
};

#define PICK(from, state) (from)[next(state) % LEN(from)]

static void
write_pattern(struct buf *b, uint64_t *state)
{
	size_t i, n = next(state) % 4;

	buf_chr(b, '\'');
	for (i = 0; i <= n; i++)
		buf_fmt(b, "%s", PICK(fragments, state));
	buf_chr(b, '\'');
}

#define PICK_OR_ODD(from, state) (next(state) % 16 ? PICK(from, state) : PICK(odd, state))

static void
write_test(struct buf *b, uint64_t *state)
{
	const char *op = PICK_OR_ODD(operators, state);

	buf_fmt(b, "%s", PICK_OR_ODD(fields, state));
	if (next(state) % 4 == 0)
		return;
	buf_fmt(b, "%s%s", next(state) % 4 ? "" : " ", op);
	if (next(state) % 4 == 0)
		buf_chr(b, ' ');
	if (strchr(op, '~') && next(state) % 4)
		write_pattern(b, state);
	else
		buf_fmt(b, "%s", PICK_OR_ODD(literals, state));
}

/* Tests and what joins them, mostly as it should be. */
static void
write_tokens(struct buf *b, uint64_t *state)
{
	size_t i, n = 1 + next(state) % 4, open = next(state) % 4 ? 0 : next(state) % n;

	for (i = 0; i < n; i++) {
		if (i)
			buf_fmt(b, "%s", next(state) % 16 ? joints[next(state) % 2] : PICK(joints, state));
		if (next(state) % 4 == 0)
			buf_fmt(b, "not ");
		if (i < open)
			buf_chr(b, '(');
		write_test(b, state);
	}
	while (open--)
		buf_chr(b, ')');
}

static void
write_bytes(struct buf *b, uint64_t *state)
{
	size_t n = next(state) % 61;

	while (n--)
		buf_chr(b, (char)(next(state) % 256));
}

/* A note that has something nearly everywhere. */
static void
each_of_any(void *note, const struct query_path *path, bool (*take)(void *arg, struct str value, bool none), void *arg)
{
	static const struct str values[] = {
		S("a"), S("b"), S(""), S("  A-List "), S("2026-11-22"), S("2026-02-30"), S("2026-11-22T10:00Z"), S("10"),
		S("-0"), S("1.50"), S("007"), S("3w"), S("every 2 months"), S("101y"), S("\u00e5sa"), S("\xFF\xFE"), S("a\0b"),
		S("it's"), S(BOOM), {NULL, 0}, S("1234567890123456789012345678901234567891"), S("aaaaaaaaab"),
		S("\u6f22\u5b57 x"), S("\\"), S("\n"),
	};
	const struct str *last = &path->keys.v[path->keys.n - 1];
	struct fake *fake = note;
	size_t i, n = path->keys.n + fake->asked++;

	for (i = 0; i < last->n; i++)
		n = n * 31 + (unsigned char)last->s[i];
	for (i = 0; i < n % 4; i++)
		if (take(arg, values[(n / 4 + i) % LEN(values)], (n / 16 + i) % 8 == 0))
			return;
}

struct tally {
	size_t selections, errors;
	size_t answers[LEN(answers)];
	size_t wrong;
};

static void
report(struct tally *t, struct str text, const char *what)
{
	struct mem mem = {0};

	if (t->wrong++ < 10)
		printf("# %s: %s\n", what, shown(&mem, text));
	mem_free(&mem);
}

/* Whether s is something that a terminal may show. */
static bool
is_plain(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.s[i] < ' ' || s.s[i] == 0x7F)
			return false;
	return s.n && utf8_valid(s) == s.n;
}

static void
check_error(struct tally *t, struct str text, const struct query_error *e)
{
	struct buf b = {0};

	t->errors++;
	if (!is_plain(e->message))
		report(t, text, "a message that is none, or no plain text");
	if (e->at > text.n) {
		report(t, text, "the error is past the end");
		return;
	}
	if (e->at < utf8_valid(text) && ((unsigned char)text.s[e->at] & 0xC0) == 0x80)
		report(t, text, "the error is within a character");
	query_explain(&b, text, e);
	if (b.s[b.n - 1] != '^' || utf8_valid((struct str){b.s, b.n}) < b.n)
		report(t, text, "an explanation that is none");
	buf_free(&b);
}

static void
check_path(void *arg, const struct query_path *path)
{
	bool *fine = arg;
	size_t i;

	*fine = *fine && path->text.n && path->keys.n && path->keys.n <= NEST;
	for (i = 0; i < path->keys.n; i++)
		*fine = *fine && path->keys.v[i].n;
}

static enum query_answer
ask_any(const struct query *q, struct mem *mem, struct tally *t, struct str text)
{
	struct fake fake = {0};
	struct query_source source = source_of(&fake, mem);
	enum query_answer got;

	source.each = each_of_any;
	got = query_ask(q, &source);
	if (got == QUERY_UNKNOWN && !fake.gave_up)
		report(t, text, "unknown, but nothing gave up");
	return got;
}

static void
check_contrary(struct tally *t, struct str text, enum query_answer got, struct mem *mem)
{
	struct query *q = query_new(mem);
	struct query_error e;
	struct buf b = {0};

	buf_fmt(&b, "not (");
	buf_str(&b, text);
	buf_chr(&b, ')');
	if (!query_add(q, (struct str){b.s, b.n}, &e) || ask_any(q, mem, t, text) !=
	    (got == QUERY_UNKNOWN ? QUERY_UNKNOWN : got == QUERY_YES ? QUERY_NO : QUERY_YES))
		report(t, text, "its contrary is not the contrary");
	query_free(q);
	buf_free(&b);
}

static void
check_selection(struct tally *t, struct str text, const struct query *q, struct mem *mem)
{
	enum query_answer got = ask_any(q, mem, t, text);
	bool fine = true;

	query_paths(q, check_path, &fine);
	if (!fine)
		report(t, text, "a path without a key");
	if (got != QUERY_NO && got != QUERY_YES && got != QUERY_UNKNOWN)
		diag_die("no answer");
	t->answers[got]++;
	if (t->selections++ % 8 == 0)
		check_contrary(t, text, got, mem);
}

static void
check_one(struct tally *t, struct str text, struct mem *mem)
{
	struct query *q = query_new(mem);
	struct query_error e;

	if (add(q, text, &e))
		check_selection(t, text, q, mem);
	else
		check_error(t, text, &e);
	query_free(q);
	mem_reset(mem);
}

static void
test_random(const char *what, void write(struct buf *b, uint64_t *state), uint64_t state, size_t n, size_t least)
{
	struct tally t = {0};
	struct mem mem = {0};
	struct buf b = {0};
	size_t i;

	buf_room(&b, 1);
	for (i = 0; i < n; i++) {
		b.n = 0;
		write(&b, &state);
		check_one(&t, (struct str){b.s, b.n}, &mem);
	}
	ok(t.wrong == 0, "random %s: %zu selections, %zu errors", what, t.selections, t.errors);
	ok(t.selections + t.errors == n && t.selections >= n / least && t.errors >= n / 4, "random %s: many of both", what);
	ok(t.answers[QUERY_NO] >= n / least / 4 && t.answers[QUERY_YES] >= n / least / 4,
	    "random %s: %zu times no, %zu yes, %zu unknown", what, t.answers[QUERY_NO], t.answers[QUERY_YES],
	    t.answers[QUERY_UNKNOWN]);
	mem_free(&mem);
	buf_free(&b);
}

int
main(void)
{
	const char *count = getenv("FU_RANDOM");
	size_t n = count ? strtoul(count, NULL, 10) : RANDOM;

	/* What hangs is ended. */
	alarm(600);
	setlocale(LC_ALL, "");
	matcher = matcher_new();
	test_pairs();
	test_rows("list", lists, LEN(lists));
	test_rows("pattern", patterns, LEN(patterns));
	test_none();
	test_forms();
	test_tables();
	test_trees(n / 100);
	test_counts();
	test_several();
	test_paths();
	test_free_paths();
	test_order();
	test_errors();
	test_explained();
	test_stack();
	test_many_selections();
	test_giving_up();
	test_long_values();
	test_random("bytes", write_bytes, 20261123, n / 2, 400);
	test_random("tokens", write_tokens, 20261124, n - n / 2, 4);
	matcher_free(matcher);
	mem_free(&texts);
	return done();
}
