#include <string.h>

#include <yaml.h>

#include "plain.h"
#include "text.h"
#include "yaml.h"

/* Where the byte `at` of text stands. */
struct place {
	size_t at, index;       /* index: in characters, as libyaml counts them */
	unsigned line, col;
};

/* A list or mapping that is open. */
struct level {
	enum node_kind kind;
	struct node *node;
	struct node *last;      /* of its children */
	struct node **tail;
	size_t count;
};

struct reader {
	yaml_parser_t parser;
	struct mem *mem;
	struct diag *d;
	struct str text;
	unsigned line;
	bool odd_breaks;        /* libyaml's lines are not those of the file */
	struct place place;
	unsigned events;
	unsigned depth;
	struct level levels[YAML_DEPTH + 2];    /* the document, its root, and what is in the root */
};

const char *
yaml_odd_break(struct str text)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		const char *p = text.s + i;
		size_t left = text.n - i;

		if (*p == '\r' && (left < 2 || p[1] != '\n'))
			return p;
		if (left >= 2 && memcmp(p, "\xC2\x85", 2) == 0)
			return p;
		if (left >= 3 && (memcmp(p, "\xE2\x80\xA8", 3) == 0 || memcmp(p, "\xE2\x80\xA9", 3) == 0))
			return p;
	}
	return NULL;
}

static bool
may_break_oddly(struct str text)
{
	return text.n && (memchr(text.s, '\r', text.n) || memchr(text.s, 0xC2, text.n) || memchr(text.s, 0xE2, text.n));
}

static void
step(struct reader *r)
{
	struct place *p = &r->place;
	uint32_t cp;
	size_t n = utf8_decode(r->text.s + p->at, r->text.n - p->at, &cp);

	if (r->text.s[p->at] == '\n') {
		p->line++;
		p->col = 1;
	} else {
		p->col++;
	}
	p->at += n ? n : 1;
	p->index++;
}

static void
rewind_place(struct reader *r)
{
	r->place = (struct place){0, 0, r->line, 1};
}

static struct place
place_of_byte(struct reader *r, size_t at)
{
	rewind_place(r);
	while (r->place.at < at && r->place.at < r->text.n)
		step(r);
	return r->place;
}

static struct place
place_of_mark(struct reader *r, yaml_mark_t mark)
{
	if (!r->odd_breaks)
		return (struct place){0, 0, r->line + (unsigned)mark.line, (unsigned)mark.column + 1};
	if (mark.index < r->place.index)
		rewind_place(r);
	while (r->place.index < mark.index && r->place.at < r->text.n)
		step(r);
	return r->place;
}

/* A byte that libyaml stopped at: of a broken sequence it names some later one. */
static void
refuse_byte(struct reader *r, size_t at)
{
	size_t valid = utf8_valid(r->text);
	struct place p = place_of_byte(r, valid < at ? valid : at);
	uint32_t cp;

	at = p.at;
	if (!utf8_decode(r->text.s + at, r->text.n - at, &cp))
		diag_add(r->d, CHECK_FRONT_MATTER, p.line, p.col,
		    "byte 0x%02X is not UTF-8; convert the file, as with iconv -f latin1 -t utf-8",
		    (unsigned)(unsigned char)r->text.s[at]);
	else
		diag_add(r->d, CHECK_YAML, p.line, p.col, "control character U+%04X; delete it", (unsigned)cp);
}

static void
refuse_break(struct reader *r, const char *at)
{
	struct place p = place_of_byte(r, (size_t)(at - r->text.s));

	diag_add(r->d, CHECK_YAML, p.line, p.col, "%s ends a line for YAML; delete it or write LF instead",
	    *at == '\r' ? "a carriage return alone" : *at == '\xC2' ? "U+0085" : at[2] == '\xA8' ? "U+2028" : "U+2029");
}

/* What libyaml says, what we say, and whether the place is where the trouble began. */
static const struct {
	const char *problem, *say;
	bool at_context;
} problems[] = {
	{"found unexpected end of stream", "this quote is not closed", true},
	{"found unexpected document indicator", "this quote is not closed", true},
	{"did not find expected ',' or ']'", "this '[' is not closed; put the value in quotes if it is text", true},
	{"did not find expected ',' or '}'", "this '{' is not closed; put the value in quotes if it is text", true},
	{"could not find expected ':'", "no ':' on this line; write 'key: value'", true},
	{"did not find expected key", "not 'key: value'; look at the quotes and the indentation", false},
	{"did not find expected '-' indicator", "not an item of the list above; look at the indentation", false},
	{"found a tab character that violates indentation", "a tab where YAML wants spaces; indent with spaces", false},
	{"found a tab character where an indentation space is expected",
	    "a tab where YAML wants spaces; indent with spaces", false},
	{"block sequence entries are not allowed in this context",
	    "a list item on the line of its key; begin a new line, or put the value in quotes", false},
	{"did not find expected alphabetic or numeric character",
	    "a value that begins with '*' or '&'; put it in quotes", true},
	{"did not find expected node content", "a value cannot begin so; put it in quotes", false},
	{"did not find expected comment or line break", "text after '|' or '>'; begin it on the next line", false},
	{"found unknown directive name", "a line that begins with '%'; put the value in quotes", false},
	{"did not find expected <document start>", "not under the keys above; look at the indentation", false},
	{"did not find expected hexdecimal number", "no such escape after '\\'; write '\\\\', or use single quotes", false},
	{"found invalid Unicode character escape code", "no such character; write it as it is", false},
	{"found unknown escape character", "no such escape after '\\'; write '\\\\', or use single quotes", false},
};

/* The byte that a mark stands for. */
static size_t
byte_of_mark(struct reader *r, yaml_mark_t mark)
{
	for (rewind_place(r); r->place.index < mark.index && r->place.at < r->text.n;)
		step(r);
	return r->place.at;
}

/* A colon that YAML wants no value after: the second of its line, or that of a line which goes on from the one above. */
static void
refuse_colon(struct reader *r, yaml_mark_t mark)
{
	struct place p = place_of_mark(r, mark);
	size_t at = byte_of_mark(r, mark), i = at;

	while (i > 0 && r->text.s[i - 1] != '\n' && r->text.s[i - 1] != ':')
		i--;
	diag_add(r->d, CHECK_YAML, p.line, p.col, "%s", i > 0 && r->text.s[i - 1] == ':'
	    ? "a second ':' in this value; put the value in quotes"
	    : "this line goes on from the one above; look at the indentation");
}

static void
refuse_character(struct reader *r, yaml_mark_t mark)
{
	struct place p = place_of_mark(r, mark);
	size_t at = byte_of_mark(r, mark);

	if (at < r->text.n && r->text.s[at] == '\t')
		diag_add(r->d, CHECK_YAML, p.line, p.col, "a tab where YAML wants spaces; indent with spaces");
	else
		diag_add(r->d, CHECK_YAML, p.line, p.col, "a value cannot begin with %s; put it in quotes",
		    diag_quote(r->d, (struct str){r->text.s + at, at < r->text.n}));
}

static void
refuse_syntax(struct reader *r)
{
	const yaml_parser_t *y = &r->parser;
	const char *odd = r->odd_breaks ? yaml_odd_break(r->text) : NULL;
	struct place p;
	size_t i;

	if (odd) {
		refuse_break(r, odd);
		return;
	}
	if (strcmp(y->problem, "found character that cannot start any token") == 0) {
		refuse_character(r, y->problem_mark);
		return;
	}
	if (strcmp(y->problem, "mapping values are not allowed in this context") == 0) {
		refuse_colon(r, y->problem_mark);
		return;
	}
	for (i = 0; i < LEN(problems); i++) {
		if (strcmp(y->problem, problems[i].problem) != 0)
			continue;
		p = place_of_mark(r, problems[i].at_context ? y->context_mark : y->problem_mark);
		diag_add(r->d, CHECK_YAML, p.line, p.col, "%s", problems[i].say);
		return;
	}
	p = place_of_mark(r, y->problem_mark);
	diag_add(r->d, CHECK_YAML, p.line, p.col, "%s", y->problem);
}

static void
refuse_parse(struct reader *r)
{
	if (r->parser.error == YAML_MEMORY_ERROR)
		mem_out();
	if (r->parser.error == YAML_READER_ERROR)
		refuse_byte(r, r->parser.problem_offset);
	else
		refuse_syntax(r);
}

static bool
refuse_at(struct reader *r, yaml_mark_t mark, const char *what)
{
	struct place p = place_of_mark(r, mark);

	diag_add(r->d, CHECK_YAML, p.line, p.col, "%s", what);
	return false;
}

static bool
refuse_named(struct reader *r, yaml_mark_t mark, const char *what, const char *sign, const yaml_char_t *name)
{
	struct place p = place_of_mark(r, mark);
	struct str text = {(const char *)name, strlen((const char *)name)};

	diag_add(r->d, CHECK_YAML, p.line, p.col, "%s (%s%s) is not read; put the value in quotes", what, sign,
	    diag_plain(r->d, text));
	return false;
}

static bool
check_marked(struct reader *r, yaml_mark_t mark, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	static const char core[] = "tag:yaml.org,2002:";

	if (anchor)
		return refuse_named(r, mark, "an anchor", "&", anchor);
	if (tag && strncmp((const char *)tag, core, sizeof core - 1) == 0)
		return refuse_named(r, mark, "a tag", "!!", tag + sizeof core - 1);
	if (tag)
		return refuse_named(r, mark, "a tag", "", tag);
	return true;
}

static void
end_node(struct reader *r, struct node *n, yaml_mark_t mark)
{
	struct place p = place_of_mark(r, mark);

	n->end_line = p.line;
	n->end_col = p.col;
}

static struct node *
add_node(struct reader *r, enum node_kind kind, yaml_mark_t mark)
{
	struct node *n = mem_alloc(r->mem, sizeof *n);
	struct level *level = &r->levels[r->depth];
	struct place p = place_of_mark(r, mark);

	n->kind = kind;
	n->line = p.line;
	n->col = p.col;
	*level->tail = level->last = n;
	level->tail = &n->next;
	level->count++;
	return n;
}

static bool
add_scalar(struct reader *r, const yaml_event_t *e)
{
	const struct level *level = &r->levels[r->depth];
	struct node *n;

	if (!check_marked(r, e->start_mark, e->data.scalar.anchor, e->data.scalar.tag))
		return false;
	n = add_node(r, NODE_SCALAR, e->start_mark);
	end_node(r, n, e->end_mark);
	n->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	n->text = mem_str(r->mem, (struct str){(const char *)e->data.scalar.value, e->data.scalar.length});
	if (r->depth == 0 && !node_is_null(n))
		return refuse_at(r, e->start_mark, "text alone; write fields, one 'key: value' a line");
	if (level->kind == NODE_MAP && level->count % 2 && n->plain && text_eq(n->text, STR("<<")))
		return refuse_at(r, e->start_mark, "a merge key (<<) is not read; write the fields out");
	return true;
}

static bool
open_level(struct reader *r, enum node_kind kind, bool flow, yaml_mark_t mark)
{
	struct node *n;

	if (r->depth == 0 && kind == NODE_LIST)
		return refuse_at(r, mark, "a list; write fields, one 'key: value' a line");
	if (r->depth > YAML_DEPTH)
		return refuse_at(r, mark, "nested more than 32 deep; nothing of this file is read");
	n = add_node(r, kind, mark);
	n->flow = flow;
	r->levels[++r->depth] = (struct level){kind, n, NULL, &n->first, 0};
	return true;
}

/* libyaml ends a block where the next one begins. */
static void
close_level(struct reader *r, yaml_mark_t mark)
{
	const struct level *level = &r->levels[r->depth--];

	end_node(r, level->node, mark);
	if (level->node->flow || !level->last)
		return;
	level->node->end_line = level->last->end_line;
	level->node->end_col = level->last->end_col;
}

static bool
open_document(struct reader *r, const yaml_event_t *e)
{
	if (r->levels[0].count)
		return refuse_at(r, e->start_mark, "a second YAML document; only one is read");
	return true;
}

static bool
handle(struct reader *r, const yaml_event_t *e)
{
	if (++r->events > YAML_EVENTS)
		return refuse_at(r, e->start_mark, "more than 20,000 YAML events; nothing of this file is read");
	switch (e->type) {
	case YAML_DOCUMENT_START_EVENT:
		return open_document(r, e);
	case YAML_ALIAS_EVENT:
		return refuse_named(r, e->start_mark, "an alias", "*", e->data.alias.anchor);
	case YAML_SCALAR_EVENT:
		return add_scalar(r, e);
	case YAML_SEQUENCE_START_EVENT:
		return check_marked(r, e->start_mark, e->data.sequence_start.anchor, e->data.sequence_start.tag)
		    && open_level(r, NODE_LIST, e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE, e->start_mark);
	case YAML_MAPPING_START_EVENT:
		return check_marked(r, e->start_mark, e->data.mapping_start.anchor, e->data.mapping_start.tag)
		    && open_level(r, NODE_MAP, e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE, e->start_mark);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_level(r, e->end_mark);
		return true;
	default:
		return true;
	}
}

static bool
read_events(struct reader *r)
{
	bool more = true, good = true;

	while (more && good) {
		yaml_event_t e;

		if (!yaml_parser_parse(&r->parser, &e)) {
			refuse_parse(r);
			return false;
		}
		good = handle(r, &e);
		more = e.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&e);
	}
	return good;
}

/* A directive can only stand before the first line that says something. */
static bool
refuse_directive(struct reader *r)
{
	size_t at = 0;

	while (at < r->text.n && r->text.s[at] != '%') {
		const char *end = memchr(r->text.s + at, '\n', r->text.n - at);
		size_t next = end ? (size_t)(end - r->text.s) + 1 : r->text.n;
		struct str line = text_trim((struct str){r->text.s + at, next - at});

		if (line.n && line.s[0] != '#')
			return false;
		at = next;
	}
	if (at == r->text.n)
		return false;
	diag_add(r->d, CHECK_YAML, place_of_byte(r, at).line, 1, "a YAML directive (%%) is not read; delete the line");
	return true;
}

struct node *
yaml_parse(struct mem *mem, struct str text, unsigned line, struct diag *d)
{
	struct node *root = NULL;
	struct reader r = {.mem = mem, .d = d, .text = text, .line = line};
	bool good;

	if (refuse_directive(&r))
		return NULL;
	r.levels[0] = (struct level){NODE_LIST, NULL, NULL, &root, 0};
	r.odd_breaks = may_break_oddly(text) && yaml_odd_break(text);
	rewind_place(&r);
	if (!yaml_parser_initialize(&r.parser))
		mem_out();
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.s, text.n);
	good = read_events(&r);
	yaml_parser_delete(&r.parser);
	if (!good)
		return NULL;
	if (!root || root->kind != NODE_MAP) {
		root = mem_alloc(mem, sizeof *root);
		root->kind = NODE_MAP;
		root->line = line;
	}
	return root;
}

struct node *
yaml_read(struct mem *mem, struct str text, unsigned line, struct diag *d)
{
	struct node *root = plain_read(mem, text, line);

	return root ? root : yaml_parse(mem, text, line, d);
}
