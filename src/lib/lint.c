#include <stdlib.h>
#include <string.h>

#include "lint.h"
#include "text.h"

/* A date in any writing; what date_parse() takes is among it. */
#define YEAR_FIRST "[0-9]{4} [-/.\u2010-\u2013] [0-9]{1,2} [-/.\u2010-\u2013] [0-9]{1,2} (?! [-./]? [0-9] )"
#define YEAR_LAST "[0-9]{1,2} [-/.] [0-9]{1,2} [-/.] (?:[0-9]{4}|[0-9]{2}) (?! [-./]? [\\p{L}\\p{N}] )"
#define MONTH \
	"(?: jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)? |" \
	" sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)? )"
#define NTH "[0-9]{1,2} (?:st|nd|rd|th)?"
#define DATE_LIKE \
	"(?: " YEAR_FIRST " | " YEAR_LAST " | (?: (?:19|20)[0-9]{2} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12][0-9]|3[01])" \
	" | " MONTH "\\.? \\s+ " NTH " (?:,? \\s+ [0-9]{4})? | " NTH " \\s+ " MONTH "\\.? (?: ,? \\s+ [0-9]{4} )?" \
	" | [0-9]{1,2} (?: / [0-9]{1,2} | \\. [0-9]{1,2} \\.? ) ) (?! [-./]? [\\p{L}\\p{N}] ) )"
#define DAY \
	"(?: (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? | to(?:day|night|morrow) | eo[dwmy] )"
#define WHEN "(?: " DAY " | (?:next|this) \\s+ (?: week | month | quarter | year | weekend | " DAY " )" \
	" | (?: (?:the|early|late|mid) \\s+ )? (?: end \\s+ of \\s+ \\w+ (?:\\s+\\w+)? | " MONTH "(?<!may) )" \
	" | (?:the \\s+)? [0-9]{1,2} (?:st|nd|rd|th) )"
#define END "(?= \\s* (?: $ | [],.;:)!?] ) )"

enum { LINE, TASK, MADE, PATTERNS };

static const char *const patterns[PATTERNS] = {
	/* A date where a touch has one. */
	[LINE] = ("(?xi) (?<indent> \\s*) (?<bullet> [-*+\u2022\u2013\u2014] | [0-9]+[.)] (?=\\s) | \\#{1,6} )? (?<cell> \\| )?"
	    " \\s* [<>]? \\s* [*_`]* (?: \\[\\[ | \\( )? (?: " DAY "\\b \\.? ,? \\s+ )?"
	    " (?<date> " DATE_LIKE " ) (?: \\]\\] | \\) )? [*_`]*"
	    " [\\s:|<>\u2013\u2014-]* (?<kind> \\p{L} [\\p{L}\\p{N}_-]* )?"),
	/* An open task with what could be its date. */
	[TASK] = ("(?xi) \\s* (?: (?: [-*+] | [0-9]+[.)] ) \\s* )? \\[ \\s* \\] \\s*"
	    " (?: [<>]? \\s* (?:\\*\\*|__)? (?:\\[\\[)? (?<lead> " DATE_LIKE ")"
	    " | .*? (?: \\b by \\s+ (?:\\[\\[)?"
	    " (?<by> " YEAR_FIRST " | " YEAR_LAST " | (?: " DATE_LIKE " | " WHEN ") " END ")"
	    " | (?: \\b due: \\s* | [\\[(] due:: \\s* | @due\\( ) (?<due> " DAY "\\b | [^\\s\\])]* [0-9] [^\\s\\])]* )"
	    " | \U0001F4C5 \\x{FE0F}? \\s* (?<sign> \\S+ )"
	    " | (?: \\b (?:on|until|till|before|due) :? \\s+ | [\u23F3\u2192] \\x{FE0F}? \\s* | [(@] )"
	    " (?<other> " YEAR_FIRST " )"
	    " | (?<last> " YEAR_FIRST " ) \\s* [.!)]* $"
	    " | \\b (?<soon> on \\s+ (?:" DAY ") | to(?:day|night|morrow)"
	    " | next \\s+ (?: week|month|year|" DAY ") ) \\s* [.!)]* $"
	    " ) )"),
	/* When a task was made, as Obsidian's Tasks and Dataview write it. */
	[MADE] = ("(?xi) .*? (?: \u2795 \\x{FE0F}? \\s* | \\b created: \\s* | [\\[(] created:: \\s* ) (?:\\[\\[)?"
	    " (?<date> [0-9]{4} [-/] [0-9]{2} [-/] [0-9]{2} )"),
};

struct lint {
	struct pattern *patterns[PATTERNS];
	struct str rest;        /* of the front matter, from the line of that number on */
	unsigned line;
};

struct lint *
lint_new(void)
{
	struct lint *l = mem_resize(NULL, 1, sizeof *l);
	char error[256];
	size_t at;
	int i;

	for (i = 0; i < PATTERNS; i++) {
		l->patterns[i] = pattern_compile(text_c(patterns[i]), PATTERN_ANCHORED, error, &at);
		if (!l->patterns[i])
			diag_die("lint: pattern %d at %zu: %s", i, at, error);
	}
	return l;
}

void
lint_free(struct lint *l)
{
	int i;

	if (!l)
		return;
	for (i = 0; i < PATTERNS; i++)
		pattern_free(l->patterns[i]);
	free(l);
}

/* A group of the pattern that fits a line; s is NULL where it took no part. */
static struct str
group(struct note_reader *w, int pattern, const char *name)
{
	return match_group(w->matcher, pattern_group(w->lint->patterns[pattern], name));
}

static bool
fits(struct note_reader *w, int pattern, struct str line)
{
	return match(w->matcher, w->lint->patterns[pattern], text_head(line, BODY_LINE)) == MATCH_YES;
}

/* The line that a place in the file is in, from its first byte to its end. */
static struct str
line_around(struct str file, const char *at)
{
	const char *start = at, *end;

	while (start > file.s && start[-1] != '\n')
		start--;
	end = memchr(at, '\n', (size_t)(file.s + file.n - at));
	return (struct str){start, (size_t)((end ? end : file.s + file.n) - start)};
}

/* A line of the front matter, which must not be above the one that was asked for before. */
static struct str
front_line(struct note_reader *w, unsigned line)
{
	struct lint *l = w->lint;

	for (; l->line < line && l->rest.n; l->line++)
		text_line(&l->rest);
	return l->rest.n && l->line == line ? line_around(l->rest, l->rest.s) : (struct str){0};
}

/* ---- bytes ---- */

static const char *
name_of_control(uint32_t cp)
{
	if (cp < ' ' || (cp >= 0x7F && cp < 0xA0))
		return "a control character";
	if ((cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069))
		return "a bidirectional control";
	if (cp == 0x200B || cp == 0x2060 || cp == 0xFEFF)
		return "a character that cannot be seen";
	return cp == 0x2028 || cp == 0x2029 ? "a line separator" : NULL;
}

/* A file while its bytes are looked at. */
struct bytes {
	struct note_reader *w;
	struct str file;
	size_t start;           /* of the line */
	unsigned line;
	bool told;              /* of a character in this line */
	bool conflict;          /* the line is between the markers of one */
	bool quoted;            /* the line before is one of quoted mail */
};

/* What is at a byte that is not printable ASCII. Returns how many bytes that is. */
static size_t
check_character(struct bytes *b, size_t i)
{
	uint32_t cp;
	size_t n = utf8_decode(b->file.s + i, b->file.n - i, &cp);
	const char *what = n ? name_of_control(cp) : NULL;
	bool front = b->w->front.body.s && b->file.s + i < b->w->front.body.s;

	if (!what || cp == '\t' || (cp == '\r' && i + 1 < b->file.n && b->file.s[i + 1] == '\n'))
		return n ? n : 1;
	/* Of controls in the front matter YAML says the same, save for the one that ends its lines. */
	if (!b->told && !(front && cp < 0xA0 && cp != 0x85))
		diag_add(&b->w->d, CHECK_CHARACTER, b->line,
		    text_column((struct str){b->file.s + b->start, 0}, b->file.s + i), "%s, U+%04X; delete it", what,
		    (unsigned)cp);
	b->told = true;
	return n;
}

static bool
is_marker(struct str line, char c)
{
	size_t i;

	for (i = 0; i < 7; i++)
		if (i == line.n || line.s[i] != c)
			return false;
	return line.n == 7 || line.s[7] == ' ' || line.s[7] == '\r' || line.s[7] == '\n';
}

/* Outside a conflict `=` may underline a heading, and `>` quote mail. */
static void
begin_line(struct bytes *b, size_t start)
{
	struct str line = {b->file.s + start, b->file.n - start};
	bool quoted = b->quoted, ours, theirs;

	b->start = start;
	b->line++;
	b->told = false;
	b->quoted = line.n && *line.s == '>';
	if (!line.n || !strchr("<>|=", *line.s))
		return;
	ours = is_marker(line, '<');
	theirs = is_marker(line, '>') && (b->conflict || !quoted);
	if (ours || theirs || (b->conflict && (is_marker(line, '|') || is_marker(line, '='))))
		diag_add(&b->w->d, CHECK_CONFLICT, b->line, 1, "a conflict marker; resolve the conflict");
	b->conflict = (b->conflict || ours) && !theirs;
}

void
lint_file(struct note_reader *w, struct str file)
{
	struct bytes b = {.w = w, .file = file};
	size_t i = 0;

	begin_line(&b, 0);
	if (file.n > 3 && memcmp(file.s, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	while (i < file.n) {
		unsigned char c = (unsigned char)file.s[i];

		if (c >= ' ' && c < 0x7F) {
			i++;
		} else if (c == '\n') {
			begin_line(&b, ++i);
		} else {
			i += check_character(&b, i);
		}
	}
}

static void
check_encoding(struct note_reader *w)
{
	struct str body = w->front.body, line;
	size_t valid = utf8_valid(body), i;
	unsigned n = w->front.body_line;

	if (valid == body.n)
		return;
	for (i = 0; i < valid; i++)
		n += body.s[i] == '\n';
	line = line_around(body, body.s + valid);
	diag_add(&w->d, CHECK_ENCODING, n, text_column(line, body.s + valid), "not UTF-8; save the file as UTF-8");
}

/* ---- front matter ---- */

static void
check_key(struct note_reader *w, const struct entry *e)
{
	const struct spelling *near = rules_near(w->rules, e->name);

	if (near)
		diag_add(&w->d, CHECK_SIMILAR_KEY, e->key->line, e->key->col, "%s: unknown key; did you mean %s?",
		    diag_plain(&w->d, e->key->text), diag_quote(&w->d, near->key));
}

/* What looks like a part of the value but follows a blank and a `#`, with no blank after it. */
static void
check_comment(struct note_reader *w, const struct entry *e, const struct node *value)
{
	struct str line = front_line(w, value->line);
	size_t i = value->end_line == value->line ? text_offset(line, value->end_col) : 0, n;

	for (i += !i; i + 1 < line.n; i++)
		if (line.s[i] == '#' && (line.s[i - 1] == ' ' || line.s[i - 1] == '\t'))
			break;
	if (i + 1 >= line.n || strchr(" \t\r#!", line.s[i + 1]))
		return;
	for (n = 1; i + n < line.n && !strchr(" \t\r", line.s[i + n]);)
		n++;
	diag_add(&w->d, CHECK_COMMENT, value->line, text_column(line, line.s + i),
	    "%s: %s is a comment in YAML; put it in quotes", diag_plain(&w->d, e->key->text),
	    diag_quote(&w->d, (struct str){line.s + i, n}));
}

/* The values of known fields that a comment may have taken a part of. */
static void
check_comments(struct note_reader *w)
{
	const struct entry *e;
	const struct node *item;

	w->lint->rest = w->front.text;
	w->lint->line = w->front.line;
	if (!w->front.text.n || !memchr(w->front.text.s, '#', w->front.text.n))
		return;
	for (e = w->keys.v; e < w->keys.v + w->keys.n; e++) {
		/* Of several keys on a line the last alone can be followed by a comment. */
		if (e->field < 0 || (e + 1 < w->keys.v + w->keys.n && e[1].key->line == e->value->line))
			continue;
		if (e->value->kind == NODE_SCALAR && e->value->plain)
			check_comment(w, e, e->value->text.n ? e->value : e->key);
		/* Behind the bracket of a list nothing of it can be lost. */
		if (e->value->kind != NODE_LIST || (e->value->flow && e->value->end_line == e->value->line))
			continue;
		for (item = e->value->first; item; item = item->next)
			if (item->kind == NODE_SCALAR && item->plain && (!item->next || item->next->line > item->line))
				check_comment(w, e, item);
	}
}

/* What cannot have happened yet. */
static void
check_dates(struct note_reader *w)
{
	static const enum field fields[] = {FIELD_LAST, FIELD_APPLIED, FIELD_MET, FIELD_ADDED};
	struct diag unheard = {.mem = &w->scratch};
	const struct entry *e;
	size_t i;
	day d;

	for (i = 0; i < LEN(fields); i++)
		for (e = keys_next(&w->keys, fields[i], NULL); e; e = keys_next(&w->keys, fields[i], e))
			if (value_date(&w->scratch, e->key, e->value, &unheard, &d) && d > w->reading->today)
				diag_add(&w->d, CHECK_FUTURE, e->value->line, e->value->col, "%s: a date after today",
				    diag_plain(&w->d, e->key->text));
}

static void
add_address(struct note_reader *w, struct lint_places *p, const struct entry *e, const struct node *at, struct str s)
{
	if (!text_is_address(s))
		diag_add(&w->d, CHECK_ADDRESS, at->line, at->col, "%s: %s is not an address; write name@example.com",
		    diag_plain(&w->d, e->key->text), diag_quote(&w->d, s));
	if (p->nemail < w->rest.email.n)
		p->email[p->nemail++] = (struct lint_place){at->line, at->col};
}

/* The addresses are those that value_list() makes of the value, in its order. */
static void
check_addresses(struct note_reader *w, struct lint_places *p, const struct entry *e)
{
	const struct node *item;
	struct diag unheard = {.mem = &w->scratch};
	struct strs list;
	struct str s;
	size_t i;

	if (e->value->kind == NODE_SCALAR && value_list(&w->scratch, e->key, e->value, false, &unheard, &list))
		for (i = 0; i < list.n; i++)
			add_address(w, p, e, e->value, list.v[i]);
	for (item = e->value->kind == NODE_LIST ? e->value->first : NULL; item; item = item->next)
		if (!node_is_null(item) && value_text(&w->scratch, e->key, item, &unheard, &s) && s.n)
			add_address(w, p, e, item, s);
}

static struct lint_places *
find_places(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_NAME];
	struct lint_places *p = mem_alloc(w->facts, sizeof *p);

	if (e)
		p->name = (struct lint_place){e->value->line, e->value->col};
	else if (w->note->name.s != note_id(w->note).s)
		p->name = (struct lint_place){w->body.heading_line, 1};
	p->email = mem_array(w->facts, w->rest.email.n, sizeof *p->email);
	w->note->seen = p;
	return p;
}

/* ---- touches ---- */

/* Whether what sets two words apart is another letter in one place. */
static bool
is_other_letter(struct str a, struct str b)
{
	size_t i, n = 0;

	for (i = 0; a.n == b.n && i < a.n; i++)
		n += a.s[i] != b.s[i];
	return n == 1;
}

/*
 * The kind that a word, which is none, is one letter away from; -1: it is near to none. A short word with a capital and
 * another letter in it is somebody's name: Chad, Nate, Carl.
 */
static int
near_kind(const struct note_reader *w, struct str word, bool capital)
{
	size_t i;

	if (word.n < 4)
		return -1;
	for (i = 0; i < w->rules->nkinds; i++) {
		struct str name = w->rules->kinds[i].name;

		if (name.n >= 4 && text_one_apart(word, name) && !(capital && word.n < 6 && is_other_letter(word, name)))
			return (int)i;
	}
	return -1;
}

/* Only a word that a colon, or in a table a bar, sets off is meant as a kind. */
static void
check_kind(struct note_reader *w, const struct found_touch *f)
{
	const char *after = f->kind.s + f->kind.n, *end = f->text.s + f->text.n;
	unsigned line = f->kind_line, col = f->kind_col;
	int kind;

	while (after < end && *after == ' ')
		after++;
	if (after >= end || (*after != ':' && *after != '|'))
		return;
	kind = near_kind(w, text_fold(&w->scratch, f->kind), *f->kind.s >= 'A' && *f->kind.s <= 'Z');
	if (kind < 0)
		return;
	if (!line)
		col = text_column(line_around(w->front.body, f->kind.s), f->kind.s);
	diag_add(&w->d, CHECK_SIMILAR_KIND, line ? line : f->line, col, "%s is no kind of touch; did you mean %s?",
	    diag_quote(&w->d, f->kind), diag_quote(&w->d, w->rules->kinds[kind].name));
}

static bool
is_kind(const struct note_reader *w, struct str word)
{
	size_t taken;

	reader_kind(w->rules, word, &taken);
	return taken > 0;
}

/* A kind that blanks, a day of the week or a time keep from its date: the last word before a colon, of few. */
static void
check_late_kind(struct note_reader *w, const struct found_touch *f)
{
	const char *start = f->kind.s ? f->kind.s : f->text.s, *end = f->text.s + f->text.n, *colon;
	struct str rest, word;

	/* A pattern may have its groups in any order. */
	if (f->kind_line || end <= start)
		return;
	rest = (struct str){start, (size_t)(end - start)};
	colon = memchr(rest.s, ':', rest.n);
	while (colon && colon + 1 < rest.s + rest.n && colon[1] >= '0' && colon[1] <= '9')
		colon = memchr(colon + 1, ':', (size_t)(rest.s + rest.n - colon - 1));
	if (!colon || colon - rest.s > 24)
		return;
	word = (struct str){colon, 0};
	while (word.s > rest.s && word.s[-1] != ' ')
		word = (struct str){word.s - 1, word.n + 1};
	if (word.s > rest.s && is_kind(w, word))
		diag_add(&w->d, CHECK_SIMILAR_KIND, f->line, text_column(line_around(w->front.body, word.s), word.s),
		    "%s is not read as the kind; write it right after the date", diag_quote(&w->d, word));
}

static void
check_touch(struct note_reader *w, const struct found_touch *f)
{
	char text[DATE_TEXT];
	day date;

	if (w->body.has_log && !f->in_log) {
		if (is_kind(w, f->kind))
			diag_add(&w->d, CHECK_OUTSIDE_LOG, f->line, f->col,
			    "looks like a touch, but is not under the log's heading; move it there");
		return;
	}
	if (date_parse(f->date, &date) != DATE_OK)
		return;
	if (date > w->reading->today)
		diag_add(&w->d, CHECK_FUTURE, f->line, f->col, "a touch after today; it does not count before %s",
		    date_text(date, text));
	if (f->kind.n && f->text.s && !f->known)
		check_kind(w, f);
	if (f->text.s && !f->known)
		check_late_kind(w, f);
}

static void
warn_of_look(struct note_reader *w, enum check check, const struct body_line *o, struct str date, const char *what)
{
	diag_add(&w->d, check, o->line, text_column(o->text, date.s),
	    "looks like a %s, but %s is not a date; write YYYY-MM-DD", what, diag_quote(&w->d, date));
}

/* Whether four digits in a row, and no more, are the year in it. */
static bool
has_year(struct str date)
{
	size_t i, digits = 0, longest = 0;

	for (i = 0; i < date.n; i++) {
		digits = date.s[i] >= '0' && date.s[i] <= '9' ? digits + 1 : 0;
		longest = digits > longest ? digits : longest;
	}
	return longest == 4;
}

/* Whether it is two numbers alone, which may be anything. */
static bool
is_short(struct str date)
{
	return date.n < sizeof "12/31/" && *date.s >= '0' && *date.s <= '9' && date.s[date.n - 1] <= '9';
}

/*
 * Whether what LINE fits is meant as a touch: with a kind it is. In a log, so is an item, and a line that begins with a
 * year and goes on from nothing above; elsewhere an item with a year.
 */
static bool
is_meant(struct note_reader *w, const struct body_line *o, struct str date)
{
	bool marked = group(w, LINE, "bullet").s || group(w, LINE, "cell").s;
	struct str kind = group(w, LINE, "kind");
	bool set_off = kind.s && kind.s + kind.n < o->text.s + o->text.n && kind.s[kind.n] == ':';

	if (is_kind(w, kind) && (!is_short(date) || o->in_log || set_off))
		return true;
	if (o->in_log)
		return (marked && !is_short(date)) || (has_year(date) && !group(w, LINE, "indent").n);
	return group(w, LINE, "bullet").s && has_year(date);
}

/* Returns whether the line looks like a touch. */
static bool
check_line(struct note_reader *w, const struct body_line *o)
{
	struct str date, mark;
	unsigned col;
	day d;

	if ((w->body.has_log && !o->in_log) || !fits(w, LINE, o->text))
		return false;
	date = group(w, LINE, "date");
	mark = group(w, LINE, "bullet");
	col = text_column(o->text, date.s);
	if (!is_meant(w, o, date))
		return false;
	if (date_parse(date, &d) == DATE_SYNTAX)
		warn_of_look(w, CHECK_TOUCH, o, date, "touch");
	else if (group(w, LINE, "cell").s)
		return false;
	else if (mark.s)
		/* A date has ten bytes. */
		diag_add(&w->d, CHECK_TOUCH, o->line, col, "looks like a touch; write '- %.10s call: text'", date.s);
	else
		diag_add(&w->d, CHECK_TOUCH, o->line, col, "looks like a touch; begin the line with '- '");
	return true;
}

/* ---- promises ---- */

static void
check_task(struct note_reader *w, const struct body_line *o)
{
	static const char *const names[] = {"lead", "by", "due", "sign", "other", "last", "soon"};
	struct str date = {0};
	size_t i;
	day d;

	if (!fits(w, TASK, o->text))
		return;
	for (i = 0; i < LEN(names) && !date.s; i++)
		date = group(w, TASK, names[i]);
	if (date_parse(date, &d) == DATE_SYNTAX)
		warn_of_look(w, CHECK_PROMISE, o, date, "promise");
	else
		diag_add(&w->d, CHECK_PROMISE, o->line, text_column(o->text, date.s), "looks like a promise; write '- [ ] %.10s text'",
		    date.s);
}

static void
check_done(struct note_reader *w, unsigned line, unsigned col, struct str done, struct str made)
{
	char text[DATE_TEXT], other[DATE_TEXT];
	day d, m;

	if (date_parse(done, &d) != DATE_OK)
		return;
	if (d > w->reading->today)
		diag_add(&w->d, CHECK_DONE, line, col, "done on %s, after today", date_text(d, text));
	else if (date_parse(made, &m) == DATE_OK && d < m)
		diag_add(&w->d, CHECK_DONE, line, col, "done on %s, before it was made on %s", date_text(d, text),
		    date_text(m, other));
}

/* Says what there is to say at col of a promise that was found in a line. */
static void
check_promise(struct note_reader *w, const struct found_promise *f, struct str line, unsigned col)
{
	struct str made = {0};

	if (f->done.n && fits(w, MADE, line))
		made = group(w, MADE, "date");
	check_done(w, f->line, col, f->done, made);
}

static void
check_body_promise(struct note_reader *w, const struct found_promise *f)
{
	struct str line;

	if (!f->done.n)
		return;
	line = line_around(w->front.body, f->done.s);
	check_promise(w, f, line, text_column(line, f->done.s));
}

/* Reads an entry again; what there is to say of itself was said the first time. */
static bool
reread_promise(struct note_reader *w, const struct node *item, struct found_promise *out)
{
	struct diag heard = w->d;
	bool read;

	w->d = (struct diag){.mem = &w->scratch};
	read = reader_line(w, "- [ ] ", item->text, item, body_promise);
	w->d = heard;
	if (read)
		*out = w->body.promises[--w->body.npromises];
	return read;
}

/* An entry of `promises:`. */
static void
check_entry(struct note_reader *w, const struct node *item)
{
	const struct node *done = item->kind == NODE_MAP ? reader_find_key(w, item, PROMISE_DONE_KEYS) : NULL;
	struct found_promise f;

	if (done)
		check_done(w, done->next->line, done->next->col, done->next->text, reader_text_under(w, item, KEYS("made")));
	else if (item->kind == NODE_SCALAR && reread_promise(w, item, &f))
		check_promise(w, &f, item->text, item->col);
}

static void
check_entries(struct note_reader *w)
{
	const struct entry *e = w->keys.best[FIELD_PROMISES];
	const struct node *item;

	for (item = e ? value_items(e->value) : NULL; item; item = value_next(e->value, item))
		check_entry(w, item);
}

static void
check_other(struct note_reader *w, const struct body_line *line)
{
	if (line->kind != LINE_OTHER || !(text_has_digit(line->text) || memchr(line->text.s, '[', line->text.n)))
		return;
	if (!check_line(w, line))
		check_task(w, line);
}

void
lint_note(struct note_reader *w)
{
	struct lint_places *places;
	const struct entry *e;
	size_t i;

	for (i = 0; i < w->keys.n; i++)
		check_key(w, &w->keys.v[i]);
	check_comments(w);
	check_dates(w);
	places = find_places(w);
	for (e = keys_next(&w->keys, FIELD_EMAIL, NULL); e; e = keys_next(&w->keys, FIELD_EMAIL, e))
		check_addresses(w, places, e);
	for (i = 0; i < w->body.ntouches; i++)
		check_touch(w, &w->body.touches[i]);
	for (i = 0; i < w->body.npromises; i++)
		check_body_promise(w, &w->body.promises[i]);
	for (i = 0; i < w->body.nlines; i++)
		check_other(w, &w->body.lines[i]);
	check_entries(w);
	check_encoding(w);
}

/* Whether a line of front matter that lacks its fence comes first, a heading and what stands for a fence aside. */
static bool
begins_with_field(struct note_reader *w, struct str file)
{
	struct str line, key;
	unsigned n;

	for (n = 0; file.n && n < 4;) {
		const char *colon;

		line = text_trim(text_line(&file));
		n += line.n > 0;
		colon = line.n ? memchr(line.s, ':', line.n) : NULL;
		key = text_key(&w->scratch, (struct str){line.s, colon ? (size_t)(colon - line.s) : 0});
		if (key.n && rules_spelling(w->rules, key))
			return true;
		if (line.n && !strchr("#-+`\xE2", *line.s))
			return false;
	}
	return false;
}

void
lint_passed_over(struct note_reader *w, struct str file)
{
	struct diag unheard = {.mem = &w->scratch};
	const char *what = NULL;
	size_t i;

	body_clear(&w->body);
	body_scan(&w->body, file, 1, w->rules, w->matcher, &unheard);
	for (i = 0; i < w->body.ntouches && w->body.has_log; i++)
		if (w->body.touches[i].in_log)
			what = "has touches";
	if (begins_with_field(w, file))
		what = "begins with a field";
	if (what)
		diag_add(&w->d, CHECK_PASSED_OVER, 1, 1,
		    "no note, since it has no front matter, but it %s; begin it with a line '---', fields, and a line '---'", what);
}
