#include <string.h>

#include "text.h"
#include "value.h"

static bool
is_wiki(struct str s)
{
	return s.n >= 4 && memcmp(s.s, "[[", 2) == 0 && memcmp(s.s + s.n - 2, "]]", 2) == 0;
}

struct str
link_target(struct str s, struct str *shown)
{
	struct str target = text_trim(s);
	const char *bar;

	if (shown)
		*shown = target;
	if (!is_wiki(target))
		return target;
	target = text_trim((struct str){target.s + 2, target.n - 4});
	bar = memchr(target.s, '|', target.n);
	if (bar) {
		size_t n = (size_t)(bar - target.s);

		if (shown)
			*shown = text_trim((struct str){bar + 1, target.n - n - 1});
		target = text_trim((struct str){target.s, n});
	} else if (shown) {
		*shown = text_base(target);
	}
	return target;
}

static bool
is_template(const struct node *n)
{
	return n->kind == NODE_MAP && n->first && n->first->kind == NODE_MAP;
}

void
value_refuse(const struct node *key, const struct node *value, struct diag *d, enum check check, const char *wanted)
{
	const char *what = "a template's {{ }}";

	if (value->kind == NODE_SCALAR)
		what = diag_quote(d, value->text);
	else if (!is_template(value))
		what = value->kind == NODE_LIST ? "a list" : "a mapping";
	diag_add(d, check, value->line, value->col, "%s: %s is not %s", diag_plain(d, key->text), what, wanted);
}

bool
value_is_wiki(const struct node *value)
{
	const struct node *inner = value->kind == NODE_LIST ? value->first : NULL;

	return inner && !inner->next && inner->kind == NODE_LIST && inner->first && inner->first->kind == NODE_SCALAR;
}

static bool
join(struct mem *mem, const struct node *list, const char *before, const char *after, struct str *out)
{
	struct buf b = {0};
	const struct node *item;

	buf_fmt(&b, "%s", before);
	for (item = list->first; item; item = item->next) {
		if (item->kind != NODE_SCALAR) {
			buf_free(&b);
			return false;
		}
		if (item != list->first)
			buf_fmt(&b, ", ");
		buf_str(&b, text_trim(item->text));
	}
	buf_fmt(&b, "%s", after);
	*out = buf_take(&b, mem);
	return true;
}

/* As value_text(), without a word. */
static bool
read_text(struct mem *mem, const struct node *value, struct str *out)
{
	if (value->kind == NODE_SCALAR) {
		*out = text_trim(value->text);
		return true;
	}
	if (value_is_wiki(value))
		return join(mem, value->first, "[[", "]]", out);
	return value->kind == NODE_LIST && join(mem, value, "", "", out);
}

static struct str
cut(const struct node *key, const struct node *value, struct str s, struct diag *d)
{
	if (s.n <= VALUE_TEXT)
		return s;
	diag_add(d, CHECK_LONG, value->line, value->col, "%s: a text of more than 1,024 bytes; it is cut there",
	    diag_plain(d, key->text));
	return text_head(s, VALUE_TEXT);
}

bool
value_text(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, struct str *out)
{
	if (read_text(mem, value, out)) {
		*out = cut(key, value, *out, d);
		return true;
	}
	value_refuse(key, value, d, CHECK_VALUE, "text");
	return false;
}

static bool
is_separator(char c, bool blanks)
{
	return c == ',' || (blanks && (c == ' ' || c == '\t' || c == '\n'));
}

static size_t
split(struct str s, bool blanks, struct str *out)
{
	size_t at = 0, n = 0;

	while (at < s.n) {
		size_t start = at;
		struct str word;

		while (at < s.n && !is_separator(s.s[at], blanks))
			at++;
		word = text_trim((struct str){s.s + start, at - start});
		if (word.n) {
			if (out)
				out[n] = word;
			n++;
		}
		at++;
	}
	return n;
}

static bool
read_items(struct mem *mem, const struct node *key, const struct node *list, struct diag *d, struct strs *out)
{
	const struct node *item;
	bool good = true;

	out->v = mem_array(mem, value_count(list), sizeof *out->v);
	for (item = list->first; item; item = item->next) {
		struct str *s = &out->v[out->n];

		if (node_is_null(item))
			continue;
		if (!read_text(mem, item, s)) {
			value_refuse(key, item, d, CHECK_VALUE, "text");
			good = false;
		} else if (s->n) {
			*s = cut(key, item, *s, d);
			out->n++;
		}
	}
	return good;
}

bool
value_list(struct mem *mem, const struct node *key, const struct node *value, bool blanks, struct diag *d,
    struct strs *out)
{
	size_t i;

	*out = (struct strs){0};
	switch (value->kind) {
	case NODE_SCALAR:
		out->v = mem_array(mem, split(value->text, blanks, NULL), sizeof *out->v);
		out->n = split(value->text, blanks, out->v);
		for (i = 0; i < out->n; i++)
			out->v[i] = cut(key, value, out->v[i], d);
		return true;
	case NODE_LIST:
		return read_items(mem, key, value, d, out);
	case NODE_MAP:
		value_refuse(key, value, d, CHECK_VALUE, "a list; write [one, two]");
	}
	return false;
}

void
value_refuse_date(struct str text, enum date_error e, unsigned line, unsigned col, struct diag *d)
{
	if (e == DATE_RANGE)
		diag_add(d, CHECK_DATE, line, col, "there is no day %s", diag_quote(d, text));
	else if (e == DATE_SYNTAX)
		diag_add(d, CHECK_DATE, line, col, "%s is not a date; write YYYY-MM-DD", diag_quote(d, text));
}

static bool
refuse_date(const struct node *key, const struct node *value, struct str text, enum date_error e, struct diag *d,
    const char *wanted)
{
	if (e == DATE_RANGE)
		diag_add(d, CHECK_DATE, value->line, value->col, "%s: there is no day %s", diag_plain(d, key->text),
		    diag_quote(d, text));
	else
		value_refuse(key, value, d, CHECK_DATE, wanted);
	return false;
}

bool
value_date(struct mem *mem, const struct node *key, const struct node *value, struct diag *d, day *out)
{
	struct str text = {0};
	enum date_error e = DATE_SYNTAX;

	if (read_text(mem, value, &text)) {
		text = link_target(text, NULL);
		e = date_parse(text, out);
	}
	return e == DATE_OK || refuse_date(key, value, text, e, d, "a date; write YYYY-MM-DD");
}

bool
value_yearly(const struct node *key, const struct node *value, struct diag *d, struct date_yearly *out)
{
	enum date_error e = DATE_SYNTAX;

	if (value->kind == NODE_SCALAR)
		e = date_parse_yearly(value->text, out);
	return e == DATE_OK || refuse_date(key, value, value->text, e, d, "a date; write YYYY-MM-DD or MM-DD");
}

bool
value_span(const struct node *key, const struct node *value, struct diag *d, struct span *out)
{
	enum date_error e = DATE_SYNTAX;

	if (value->kind == NODE_SCALAR)
		e = span_parse(value->text, out);
	if (e == DATE_RANGE)
		diag_add(d, CHECK_SPAN, value->line, value->col, "%s: %s is out of range; a span is 1 day to 100 years",
		    diag_plain(d, key->text), diag_quote(d, value->text));
	else if (e == DATE_SYNTAX)
		value_refuse(key, value, d, CHECK_SPAN, "a span; write 10d, 3w, 2mo, 1q, 1y or 5bd");
	return e == DATE_OK;
}

bool
value_flag(const struct node *key, const struct node *value, struct diag *d, bool *out)
{
	static const struct {
		const char *word;
		bool flag;
	} words[] = {{"true", true}, {"yes", true}, {"on", true}, {"false", false}, {"no", false}, {"off", false}};
	size_t i;

	for (i = 0; value->kind == NODE_SCALAR && i < LEN(words); i++) {
		if (text_is(value->text, words[i].word)) {
			*out = words[i].flag;
			return true;
		}
	}
	value_refuse(key, value, d, CHECK_VALUE, "true or false");
	return false;
}

const struct node *
value_items(const struct node *value)
{
	return value->kind == NODE_LIST ? value->first : value;
}

const struct node *
value_next(const struct node *value, const struct node *item)
{
	return value->kind == NODE_LIST ? item->next : NULL;
}

size_t
value_count(const struct node *value)
{
	const struct node *item;
	size_t n = 0;

	for (item = value_items(value); item; item = value_next(value, item))
		n++;
	return n;
}
