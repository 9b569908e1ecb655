/* fu-refer: whom others introduced you to, what came of it, and whether they know */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/chain.h"
#include "lib/lookup.h"
#include "lib/put.h"
#include "lib/text.h"
#include "lib/tool.h"

static const char help[] =
    "usage: fu-refer [option]... [REFERRER|directory|-]...\n"
    "Prints whom others introduced you to: referrer, referral, name, how far it came,\n"
    "the last touch, whether the referrer has been told, and what was last said.\n"
    "REFERRER: a path, else an id, a name, an address or a word of a name.\n"
    "\n"
    "  -w, --where SEL      of the referrers that meet a selection; see fu-query(7)\n"
    "      --untold         only what the referrer has yet to be told\n"
    "      --tree           who led to whom, drawn as a tree\n"
    "      --dot            the same for Graphviz: fu-refer --dot | dot -Tsvg\n"
    "\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "      --table, --tsv, --json   the form of the output (on a terminal, a table)\n"
    "      --header         names of the columns first\n"
    "  -0, --null           NUL, not LF, ends each path of standard input\n"
    "  -j, --jobs N         threads to read with\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "No directory: $FU_NOTES, else the current one. -: paths of referrers on\n"
    "standard input. No REFERRER: all of them.\n";

enum { OPT_UNTOLD = TOOL_OWN, OPT_TREE, OPT_DOT };

static const struct option options[] = {
	{"untold", no_argument, NULL, OPT_UNTOLD},
	{"tree", no_argument, NULL, OPT_TREE},
	{"dot", no_argument, NULL, OPT_DOT},
	{0},
};

static const struct rec_column columns[] = {
	{.name = "referrer"}, {.name = "referral"}, {.name = "name"}, {.name = "state"}, {.name = "last"}, {.name = "told"},
	{.name = "text"},
};

/* Two paths would leave it no room. */
static const struct rec_column table_columns[] = {
	{"referrer", false, false, REC_END},
	{"name", false, false, REC_END},
	{"state", false, true, REC_END},
	{"last", false, true, REC_WHOLE},
	{"told", false, true, REC_WHOLE},
	{"text", false, false, REC_SPARE},
};

struct refer {
	struct tool t;
	bool untold;
	int drawn;              /* OPT_TREE or OPT_DOT; 0: the ledger is printed */
	struct strs directories, names; /* operands; names are no files. In t.mem */
	bool own;               /* the notes that are read in their own right are meant */
};

/* ---- operands ---- */

static bool
is_directory(const char *operand)
{
	struct stat st;

	return stat(operand, &st) == 0 && S_ISDIR(st.st_mode);
}

/* What cannot be looked at is a path, for its reader to complain of. */
static bool
is_name(const char *operand)
{
	struct stat st;

	return strcmp(operand, "-") != 0 && lstat(operand, &st) < 0
	    && (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG);
}

static struct strs
room(struct mem *mem, size_t n)
{
	return (struct strs){mem_array(mem, n, sizeof(struct str)), 0};
}

/*
 * Parts the operands: names of notes are looked up once all are read; where there are files, or paths on standard
 * input, they alone are meant, among the notes of the directories.
 */
static void
part_operands(struct refer *r)
{
	struct tool *t = &r->t;
	size_t n = (size_t)(t->argc - optind) + 1;
	struct strs files = room(&t->mem, n), directories = room(&t->mem, n);
	const char *default_operand = tool_default_operand();
	int i;

	r->names = room(&t->mem, n);
	for (i = optind; i < t->argc; i++) {
		struct strs *list = is_directory(t->argv[i]) ? &directories : is_name(t->argv[i]) ? &r->names : &files;

		list->v[list->n++] = text_c(t->argv[i]);
	}
	r->own = files.n || !r->names.n;
	t->operand = directories.n ? directories.v[0].s : files.n ? files.v[0].s : default_operand;
	if (!directories.n)
		directories.v[directories.n++] = text_c(default_operand);
	if (files.n)
		t->among = directories;
	t->operands = files.n ? files : directories;
	r->directories = directories;
}

/* `notes`, or `notes or archive`. */
static struct str
either(struct mem *mem, struct strs list)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < list.n; i++) {
		buf_fmt(&b, i ? " or " : "");
		buf_str(&b, list.v[i]);
	}
	return buf_take(&b, mem);
}

static void
choose_named(struct refer *r, bool *of)
{
	struct lookup l = {.rules = &r->t.rules, .today = r->t.today, .among = &r->t.load};
	size_t i;

	l.root = either(&r->t.mem, r->directories);
	for (i = 0; i < r->names.n; i++) {
		const struct note *note = lookup_called(&l, r->names.v[i]);

		if (note)
			of[note - r->t.load.book.notes] = true;
	}
	lookup_free(&l);
}

/* Whose referrals are wanted, by their place in the book. */
static bool *
choose(struct refer *r)
{
	const struct book *book = &r->t.load.book;
	bool *of = mem_array(&r->t.mem, book->n, sizeof *of);
	struct diag d = {.mem = &r->t.mem};
	const struct name *name = r->t.names.v;
	size_t i, n;

	if (r->names.n)
		choose_named(r, of);
	for (i = 0; i < book->n; i++) {
		const struct note *note = &book->notes[i];
		bool looked_up = of[i];

		while (name->path.s != note->path.s)
			name++;

		of[i] = (of[i] || (r->own && !note->among)) && note->selected;
		if (!of[i] || book_referrals(book, i, &n))
			continue;
		of[i] = false;
		if (looked_up || name->named)
			diag_remark("%s: no other note names this one in `via:`", diag_path(&d, note->path));
	}
	return of;
}

/* ---- output ---- */

static enum rec_color
color_of(const struct ledger_line *line)
{
	return line->told == TOLD_NO ? REC_YELLOW : line->told == TOLD_YES ? REC_GREEN : REC_DIM;
}

static void
put_row(struct rec *r, const struct ledger_line *line)
{
	static const char *const told[] = {[TOLD_NOTHING] = "-", [TOLD_NO] = "no", [TOLD_YES] = "yes"};

	rec_begin(r, color_of(line));
	rec_str(r, r->format == REC_TABLE ? note_id(line->referrer) : line->referrer->path);
	if (r->format != REC_TABLE)
		rec_str(r, line->referral->path);
	rec_str(r, put_who(&r->mem, line->referral));
	rec_str(r, line->state);
	rec_str(r, put_day(&r->mem, line->last ? line->last->day : DAY_NONE));
	rec_str(r, text_c(told[line->told]));
	rec_str(r, note_rest(line->referral)->said);
	rec_end(r);
}

static void
put_json(struct tool *t, const struct ledger_line *line)
{
	static const char *const told[] = {[TOLD_NOTHING] = "null", [TOLD_NO] = "false", [TOLD_YES] = "true"};
	const struct note *n = line->referral;
	struct rec *r = &t->rec;

	rec_json_begin(r);
	rec_json_str(r, "referrer", line->referrer->path);
	rec_json_str(r, "referrer_name", line->referrer->name);
	rec_json_str(r, "path", n->path);
	rec_json_str(r, "id", note_id(n));
	rec_json_str(r, "name", n->name);
	rec_json_str(r, "org", n->org);
	rec_json_list(r, "email", note_rest(n)->email);
	rec_json_list(r, "phone", note_rest(n)->phone);
	rec_json_str(r, "state", line->state);
	rec_json_raw(r, "told", text_c(told[line->told]));
	rec_json_raw(r, "led_to_offer", line->led_to_offer ? STR("true") : STR("false"));
	put_last(r, n, &t->rules, t->today);
	rec_json_end(r);
}

static void
put_ledger(struct refer *r, const bool *of)
{
	struct tool *t = &r->t;
	bool table = t->rec.format == REC_TABLE;
	struct ledger_line *lines;
	size_t i, n = ledger_find(&t->load.book, &t->rules, t->today, of, &t->mem, &lines);

	t->rec.columns = table ? table_columns : columns;
	t->rec.ncolumns = table ? LEN(table_columns) : LEN(columns);
	for (i = 0; i < n; i++) {
		if (r->untold && lines[i].told != TOLD_NO)
			continue;
		if (t->rec.format == REC_JSON)
			put_json(t, &lines[i]);
		else
			put_row(&t->rec, &lines[i]);
	}
}

static void
put_drawn(struct refer *r, const bool *of)
{
	struct tool *t = &r->t;
	struct buf b = {0};

	(r->drawn == OPT_TREE ? chain_tree : chain_dot)(&b, &t->load.book, &t->rules, t->today, of);
	rec_raw(&t->rec, buf_text(&b));
	buf_free(&b);
}

static void
set_drawn(struct refer *r, int option)
{
	if (r->drawn && r->drawn != option)
		diag_die("--tree and --dot are two forms; write one of them");
	r->drawn = option;
}

int
main(int argc, char **argv)
{
	struct refer r = {0};
	bool *of;
	int c;

	tool_start(&r.t, argc, argv, "fu-refer", help, "", options);
	while ((c = tool_option(&r.t)) != -1) {
		switch (c) {
		case OPT_UNTOLD: r.untold = true; break;
		case OPT_TREE:
		case OPT_DOT: set_drawn(&r, c); break;
		}
	}
	if (r.drawn && (r.untold || r.t.format_given || r.t.rec.header))
		diag_die("--tree and --dot have a form of their own; leave out --untold, --json, --table, --tsv and --header");
	r.t.names.stay_named = true;
	r.t.reading.body = r.t.reading.links = r.t.reading.said = true;
	part_operands(&r);
	tool_rules(&r.t);
	tool_load(&r.t);
	of = choose(&r);
	(r.drawn ? put_drawn : put_ledger)(&r, of);
	return tool_finish(&r.t);
}
