#include <string.h>

#include "plain.h"
#include "text.h"

/* So short a text has fewer YAML events than yaml_read() takes, and no key or value that libyaml takes as too long. */
enum { PLAIN_TEXT = 16 * 1024, PLAIN_KEY = 256 };

/* Where the reader is. */
struct plain {
	struct mem *mem;
	struct str rest;        /* the lines to come */
	const char *start, *at, *end;   /* of this line, without its LF */
	unsigned line;
	unsigned more;          /* the bytes before `at` in this line that begin no character */
};

static void
next_line(struct plain *r)
{
	struct str line = text_line(&r->rest);

	r->start = r->at = line.s;
	r->end = line.s + line.n;
	r->line++;
	r->more = 0;
}

static void
skip_spaces(struct plain *r)
{
	while (r->at < r->end && *r->at == ' ')
		r->at++;
}

static unsigned
column(const struct plain *r)
{
	return (unsigned)(r->at - r->start) + 1 - r->more;
}

static void
end_node(const struct plain *r, struct node *n)
{
	n->end_line = r->line;
	n->end_col = column(r);
}

static struct node *
add_node(struct plain *r, enum node_kind kind, struct node ***tail)
{
	struct node *n = mem_alloc(r->mem, sizeof *n);

	n->kind = kind;
	n->line = r->line;
	n->col = column(r);
	end_node(r, n);
	**tail = n;
	*tail = &n->next;
	return n;
}

/* Most of a text, quickly. */
static void
skip_alnum(struct plain *r)
{
	while (r->at < r->end && text_is_alnum(*r->at))
		r->at++;
}

/* Past ASCII neither control characters are taken, nor what YAML takes for a line break or a byte order mark. */
static bool
take_character(struct plain *r)
{
	unsigned char c = (unsigned char)*r->at;
	uint32_t cp;
	size_t n;

	if (c < 0x80) {
		r->at++;
		return c >= ' ' && c != 0x7F;
	}
	n = utf8_decode(r->at, (size_t)(r->end - r->at), &cp);
	if (!n || cp < 0xA0 || cp == 0x2028 || cp == 0x2029 || cp == 0xFEFF || cp == 0xFFFE || cp == 0xFFFF)
		return false;
	r->at += n;
	r->more += (unsigned)n - 1;
	return true;
}

/* Whether a byte within a text ends it, or is a mistake there. */
static bool
ends_text(const struct plain *r, bool flow)
{
	switch (*r->at) {
	case ':':
		return flow || r->at + 1 == r->end || r->at[1] == ' ';
	case '#':
		return r->at[-1] == ' ';
	case ',':
	case '?':
	case '[':
	case ']':
	case '{':
	case '}':
		return flow;
	default:
		return false;
	}
}

/* Text without quotes. What ends it is left to the caller, who knows what may. */
static bool
take_bare(struct plain *r, bool flow, struct node *n)
{
	if (r->at == r->end || strchr("-?:,[]{}#&*!|>'\"%@` ", *r->at))
		return false;
	n->plain = true;
	n->text.s = r->at;
	for (skip_alnum(r); r->at < r->end && !ends_text(r, flow); skip_alnum(r))
		if (!take_character(r))
			return false;
	while (r->at[-1] == ' ')
		r->at--;
	n->text.n = (size_t)(r->at - n->text.s);
	end_node(r, n);
	return true;
}

static bool
is_quoted(const struct plain *r)
{
	return r->at < r->end && (*r->at == '"' || *r->at == '\'');
}

/* Text in quotes, without an escape. */
static bool
take_quoted(struct plain *r, struct node *n)
{
	char quote = *r->at++;

	n->text.s = r->at;
	for (skip_alnum(r); r->at < r->end && *r->at != quote; skip_alnum(r))
		if (*r->at == '\\' || !take_character(r))
			return false;
	if (r->at == r->end)
		return false;
	n->text.n = (size_t)(r->at - n->text.s);
	r->at++;
	end_node(r, n);
	return true;
}

/* Returns NULL if there is no text that this reader takes. */
static struct node *
take_text(struct plain *r, bool flow, struct node ***tail)
{
	struct node *n = add_node(r, NODE_SCALAR, tail);

	if (!(is_quoted(r) ? take_quoted(r, n) : take_bare(r, flow, n)))
		return NULL;
	skip_spaces(r);
	return n;
}

static bool
take_byte(struct plain *r, char c)
{
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

static struct node *
take_flow_list(struct plain *r, struct node ***tail)
{
	struct node *list = add_node(r, NODE_LIST, tail), **items = &list->first;
	bool more;

	list->flow = true;
	take_byte(r, '[');
	skip_spaces(r);
	for (more = r->at < r->end && *r->at != ']'; more; more = take_byte(r, ',')) {
		skip_spaces(r);
		if (!take_text(r, true, &items))
			return NULL;
	}
	if (!take_byte(r, ']'))
		return NULL;
	end_node(r, list);
	skip_spaces(r);
	return list;
}

/* How far the next line is indented, if it begins an item; else PLAIN_TEXT. */
static size_t
item_indent(const struct plain *r)
{
	size_t n = 0;

	while (n < r->rest.n && r->rest.s[n] == ' ')
		n++;
	return r->rest.n - n > 1 && r->rest.s[n] == '-' && r->rest.s[n + 1] == ' ' ? n : PLAIN_TEXT;
}

static void
end_with(struct node *n, const struct node *last)
{
	n->end_line = last->end_line;
	n->end_col = last->end_col;
}

/* The items below a key, all of them indented alike. */
static struct node *
take_items(struct plain *r, size_t indent, struct node ***tail)
{
	struct node *list = NULL, **items = NULL, *item;

	while (item_indent(r) == indent) {
		next_line(r);
		r->at += indent;
		if (!list) {
			list = add_node(r, NODE_LIST, tail);
			items = &list->first;
		}
		take_byte(r, '-');
		skip_spaces(r);
		item = take_text(r, false, &items);
		if (!item || r->at < r->end)
			return NULL;
		end_with(list, item);
	}
	return list;
}

static bool
is_in_key(char c)
{
	return text_is_alnum(c) || c == '_' || c == '-' || c == ' ';
}

static bool
take_bare_key(struct plain *r, struct node *n)
{
	n->plain = true;
	n->text.s = r->at;
	if (r->at == r->end || !text_is_alnum(*r->at))
		return false;
	while (r->at < r->end && is_in_key(*r->at))
		r->at++;
	n->text.n = (size_t)(r->at - n->text.s);
	end_node(r, n);
	return r->at[-1] != ' ';
}

static bool
take_key(struct plain *r, struct node ***tail)
{
	struct node *n = add_node(r, NODE_SCALAR, tail);

	if (!(is_quoted(r) ? take_quoted(r, n) : take_bare_key(r, n)))
		return false;
	return n->text.n <= PLAIN_KEY && take_byte(r, ':') && (r->at == r->end || *r->at == ' ');
}

static struct node *
take_value(struct plain *r, struct node ***tail)
{
	const char *after_colon = r->at;
	size_t indent = item_indent(r);
	struct node *n;

	skip_spaces(r);
	if (r->at < r->end)
		return *r->at == '[' ? take_flow_list(r, tail) : take_text(r, false, tail);
	if (indent != PLAIN_TEXT)
		return take_items(r, indent, tail);
	r->at = after_colon;
	n = add_node(r, NODE_SCALAR, tail);
	n->plain = true;
	n->text.s = r->at;
	r->at = r->end;
	return n;
}

struct node *
plain_read(struct mem *mem, struct str text, unsigned line)
{
	struct plain r = {.mem = mem, .line = line - 1};
	struct node *root = NULL, **end = &root, **tail, *last;

	if (!text.n || text.n > PLAIN_TEXT)
		return NULL;
	r.rest = mem_str(mem, text);
	for (tail = NULL; r.rest.n;) {
		next_line(&r);
		if (!tail) {
			root = add_node(&r, NODE_MAP, &end);
			tail = &root->first;
		}
		if (!take_key(&r, &tail))
			return NULL;
		last = take_value(&r, &tail);
		if (!last || r.at < r.end)
			return NULL;
		end_with(root, last);
	}
	return root;
}
