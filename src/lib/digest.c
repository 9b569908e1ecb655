#include <string.h>

#include "digest.h"
#include "html.h"
#include "put.h"
#include "text.h"

enum { LEAST = 32, INDENT = 4, HANG = 6, SAID = 200, NAME = 60, NAMED = 2 };

/* Takes the first word off *rest; n is 0: there is none. */
static struct str
next_word(struct str *rest)
{
	struct str s = text_trim(*rest);
	size_t n = 0;

	while (n < s.n && s.s[n] != ' ' && s.s[n] != '\t' && s.s[n] != '\n')
		n++;
	*rest = (struct str){s.s + n, s.n - n};
	return (struct str){s.s, n};
}

void
digest_line(struct buf *b, struct str s)
{
	struct buf shown = {0};
	struct str rest, word;
	size_t start = b->n;

	text_show(&shown, s);
	rest = buf_text(&shown);
	for (word = next_word(&rest); word.n; word = next_word(&rest)) {
		if (b->n > start)
			buf_chr(b, ' ');
		buf_str(b, word);
	}
	buf_free(&shown);
}

static void
add_short(struct buf *b, struct str s, int width)
{
	struct buf line = {0};

	digest_line(&line, s);
	text_short(b, buf_text(&line), width);
	buf_free(&line);
}

void
digest_said(struct buf *b, struct str said)
{
	add_short(b, said, SAID);
}

void
digest_nothing(struct buf *b)
{
	buf_str(b, STR("Nothing to follow up.\n"));
}

/* `call, since 2026-11-17` */
static void
add_task(struct buf *b, const struct report *r, const struct item *item)
{
	digest_line(b, item->f.action);
	buf_str(b, STR(", "));
	buf_str(b, text_c(item_when(r, item)));
	if (item->f.due != r->today) {
		buf_chr(b, ' ');
		date_put(b, item->f.due);
	}
}

/* `2026-11-10 voicemail: left name and number` */
static void
add_last(struct buf *b, const struct report *r, const struct item *item)
{
	date_put(b, item->last->day);
	buf_chr(b, ' ');
	digest_line(b, r->rules->kinds[item->last->kind].name);
	if (note_rest(item->f.note)->said.n) {
		buf_str(b, STR(": "));
		digest_said(b, note_rest(item->f.note)->said);
	}
}

/* ---- text ---- */

struct sheet {
	struct buf *out;
	struct buf line;        /* what goes on the next line, or lines */
	int width;
};

/* Puts what is in line, behind an indent, and what of it does not fit on further lines. */
static void
put_line(struct sheet *s, int indent)
{
	static const char blanks[HANG] = "      ";
	struct str rest = buf_text(&s->line);

	while (rest.n) {
		size_t n = text_wrap(rest, s->width - indent);

		buf_add(s->out, blanks, (size_t)indent);
		buf_add(s->out, rest.s, n);
		buf_chr(s->out, '\n');
		n += n < rest.n && rest.s[n] == ' ';
		rest = (struct str){rest.s + n, rest.n - n};
		indent = HANG;
	}
	s->line.n = 0;
}

static void
put_detail(struct sheet *s, struct str detail)
{
	digest_line(&s->line, detail);
	put_line(s, INDENT);
}

static void
put_item(struct sheet *s, const struct report *r, const struct item *item)
{
	struct buf who = {0};

	put_name(&who, item->f.note);
	digest_line(&s->line, buf_text(&who));
	buf_free(&who);
	buf_str(&s->line, STR(": "));
	if (item->f.due == DAY_NONE)
		digest_line(&s->line, item->f.why);
	else
		add_task(&s->line, r, item);
	put_line(s, 0);
	if (item->f.due != DAY_NONE)
		put_detail(s, item->f.why);
	put_detail(s, item->how);
	put_detail(s, item->f.hint);
	if (item->last) {
		buf_str(&s->line, STR("Last: "));
		add_last(&s->line, r, item);
		put_line(s, INDENT);
	}
}

static void
put_title(struct sheet *s, const struct report *r, enum section section)
{
	size_t i;

	section_title(&s->line, r, section);
	buf_fmt(&s->line, " (%zu)", r->counts[section]);
	buf_chr(s->out, '\n');
	buf_str(s->out, buf_text(&s->line));
	buf_chr(s->out, '\n');
	for (i = 0; i < s->line.n; i++)
		buf_chr(s->out, '-');
	buf_chr(s->out, '\n');
	s->line.n = 0;
}

static bool
begins_section(const struct report *r, size_t i)
{
	return i == 0 || r->items[i].section != r->items[i - 1].section;
}

/* Whether there is more to it than a line. */
static bool
has_details(const struct item *item)
{
	return item->f.due != DAY_NONE || item->how.n || item->last;
}

void
digest_text(struct buf *b, const struct report *r, int width)
{
	struct sheet s = {.out = b, .width = width < LEAST ? LEAST : width};
	size_t i;

	buf_str(b, STR("Follow-ups, "));
	date_put(b, r->today);
	buf_chr(b, '\n');
	report_sum(&s.line, r);
	put_line(&s, 0);
	for (i = 0; i < r->n; i++) {
		bool begins = begins_section(r, i);

		if (begins)
			put_title(&s, r, r->items[i].section);
		if (begins || has_details(&r->items[i - 1]))
			buf_chr(b, '\n');
		put_item(&s, r, &r->items[i]);
	}
	buf_free(&s.line);
}

/* ---- Markdown ---- */

/* Whether the digits before s[i] are all that comes before it: a list would be numbered so. */
static bool
ends_number(struct str s, size_t i)
{
	size_t n;

	for (n = 0; n < i; n++)
		if (s.s[n] < '0' || s.s[n] > '9')
			return false;
	return i > 0;
}

/* Whether s[i] could be markup, in CommonMark and in what others add to it: links of bare addresses, tags, formulas. */
static bool
is_markup(struct str s, size_t i)
{
	char c = s.s[i];

	if (c == '-' || c == '+')
		return i == 0;
	if (c == '.')
		return ends_number(s, i) || (i >= 3 && text_is((struct str){s.s + i - 3, 3}, "www"));
	if (c == ')')
		return ends_number(s, i);
	if (c == ':')
		return i + 1 < s.n && s.s[i + 1] != ' ';
	return c && strchr("\\`*_{}[]<>#|~&!@$^=%", c);
}

static void
add_plain(struct buf *b, struct str s)
{
	size_t i, from = 0;

	for (i = 0; i < s.n; i++) {
		if (!is_markup(s, i))
			continue;
		buf_add(b, s.s + from, i - from);
		buf_chr(b, '\\');
		from = i;
	}
	if (from < s.n)
		buf_add(b, s.s + from, s.n - from);
}

static void
add_text(struct buf *b, struct str s)
{
	struct buf line = {0};

	digest_line(&line, s);
	add_plain(b, buf_text(&line));
	buf_free(&line);
}

static void
put_point(struct buf *b, struct str s)
{
	struct buf line = {0};

	digest_line(&line, s);
	if (line.n) {
		buf_str(b, STR("    - "));
		add_plain(b, buf_text(&line));
		buf_chr(b, '\n');
	}
	buf_free(&line);
}

static void
put_how(struct buf *b, const struct item *item)
{
	struct buf url = {0};

	item_url(&url, item);
	if (url.n) {
		buf_str(b, STR("    - ["));
		add_text(b, item->how);
		buf_str(b, STR("]("));
		buf_str(b, buf_text(&url));
		buf_str(b, STR(")\n"));
	} else {
		put_point(b, item->how);
	}
	buf_free(&url);
}

static void
put_task(struct buf *b, const struct report *r, const struct item *item)
{
	struct buf task = {0};

	add_task(&task, r, item);
	buf_str(b, STR(": "));
	add_plain(b, buf_text(&task));
	buf_free(&task);
}

static void
put_last_point(struct buf *b, const struct report *r, const struct item *item)
{
	struct buf last = {0};

	buf_str(&last, STR("Last: "));
	add_last(&last, r, item);
	put_point(b, buf_text(&last));
	buf_free(&last);
}

static void
put_entry(struct buf *b, const struct report *r, const struct item *item)
{
	struct buf who = {0};

	put_name(&who, item->f.note);
	buf_str(b, STR("- **["));
	add_text(b, buf_text(&who));
	buf_free(&who);
	buf_str(b, STR("]("));
	html_url(b, item->f.note->path, true);
	buf_str(b, STR(")**"));
	if (item->f.due != DAY_NONE)
		put_task(b, r, item);
	buf_chr(b, '\n');
	put_point(b, item->f.why);
	put_how(b, item);
	put_point(b, item->f.hint);
	if (item->last)
		put_last_point(b, r, item);
}

void
digest_markdown(struct buf *b, const struct report *r)
{
	size_t i;

	buf_str(b, STR("# Follow-ups, "));
	date_put(b, r->today);
	buf_str(b, STR("\n\n"));
	report_sum(b, r);
	buf_chr(b, '\n');
	for (i = 0; i < r->n; i++) {
		if (begins_section(r, i)) {
			buf_str(b, STR("\n## "));
			section_title(b, r, r->items[i].section);
			buf_fmt(b, " (%zu)\n\n", r->counts[r->items[i].section]);
		}
		put_entry(b, r, &r->items[i]);
	}
}

/* ---- subject ---- */

struct naming {
	const struct report *report;
	bool *seen;             /* of each note, whether it was taken */
	const struct note *first[NAMED];
	size_t n;
};

/* Takes the notes with which something is due today or since, or later. */
static void
take_due(struct naming *naming, bool later)
{
	const struct report *r = naming->report;
	size_t i;

	for (i = 0; i < r->n; i++) {
		const struct followup *f = &r->items[i].f;
		bool *seen = &naming->seen[f->note - r->book->notes];

		if (f->due == DAY_NONE || (f->due > r->today) != later || *seen)
			continue;
		if (naming->n < NAMED)
			naming->first[naming->n] = f->note;
		naming->n++;
		*seen = true;
	}
}

void
digest_subject(struct buf *b, const struct report *r)
{
	struct mem mem = {0};
	struct naming naming = {.report = r, .seen = mem_array(&mem, r->book->n, sizeof *naming.seen)};

	take_due(&naming, false);
	take_due(&naming, true);
	buf_str(b, STR("Follow up: "));
	if (naming.n > 0)
		add_short(b, naming.first[0]->name, NAME);
	else
		buf_str(b, STR("nothing due"));
	if (naming.n > 1) {
		buf_fmt(b, naming.n > NAMED ? ", " : " and ");
		add_short(b, naming.first[1]->name, NAME);
	}
	if (naming.n > NAMED)
		buf_fmt(b, " and %zu more", naming.n - NAMED);
	mem_free(&mem);
}
