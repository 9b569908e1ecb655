/* fu-list: selects notes, and prints their paths or what of them is asked for */
#include <stdlib.h>
#include <string.h>

#include "lib/literal.h"
#include "lib/show.h"
#include "lib/text.h"
#include "lib/tool.h"

static const char help[] =
    "usage: fu-list [option]... [note|directory|-]...\n"
    "Selects notes and prints their paths, or what of them is asked for.\n"
    "\n"
    "  -w, --where SEL      the notes that meet a selection: 'tag=client and not via'\n"
    "  -f, --fields KEYS    columns: name,email,last\n"
    "  -c, --count          how many they are, alone\n"
    "  -q, --quiet          no output; the status tells: 0 some selected, 1 none\n"
    "      --sort KEY       by what a key says, not by path\n"
    "  -r, --reverse        in the opposite order\n"
    "      --format FORM    mutt: addresses, for its query_command\n"
    "\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "      --table, --tsv, --json   the form of the output (on a terminal, a table)\n"
    "      --header         names of the columns first\n"
    "  -0, --null           NUL, not LF, ends each path of standard input and output\n"
    "  -j, --jobs N         threads to read with\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "No operand: $FU_NOTES, else the current directory. -: paths on standard input.\n"
    "fu-query(7) describes selections.\n";

enum { OPT_SORT = TOOL_OWN, OPT_FORMAT };

static const struct option options[] = {
	{"fields", required_argument, NULL, 'f'},
	{"count", no_argument, NULL, 'c'},
	{"quiet", no_argument, NULL, 'q'},
	{"sort", required_argument, NULL, OPT_SORT},
	{"reverse", no_argument, NULL, 'r'},
	{"format", required_argument, NULL, OPT_FORMAT},
	{0},
};

/* What to do with the notes that are selected. */
struct list {
	struct tool t;
	struct show show;
	bool count, quiet, reverse, mutt;
};

/* A note that is selected, and what comparing it needs. */
struct row {
	const struct note *note;
	const struct list *list;
	struct mem *scratch;
};

static struct query_path
next_path(struct tool *t, const char *option, struct str *keys)
{
	struct query_path path;

	if (!query_path_read(&t->mem, keys, &path))
		diag_die("%s: no key at %s; write name or address.city, with other characters in quotes", option,
		    diag_quote(&(struct diag){.mem = &t->mem}, *keys));
	return path;
}

static void
set_columns(struct list *l, const char *keys)
{
	struct str rest = text_c(keys);
	bool more = true;

	l->show.columns = mem_array(&l->t.mem, rest.n + 1, sizeof *l->show.columns);
	for (l->show.ncolumns = 0; more; l->show.ncolumns++) {
		const char *start = rest.s;

		l->show.columns[l->show.ncolumns] = next_path(&l->t, "-f", &rest);
		more = rest.n || (rest.s > start && rest.s[-1] == ',');
	}
}

static void
set_sort(struct list *l, const char *key)
{
	struct str rest = text_c(key);

	if (*key == '-')
		diag_die("--sort: a key does not begin with '-'; -r is the opposite order");
	l->show.sort = mem_alloc(&l->t.mem, sizeof *l->show.sort);
	*l->show.sort = next_path(&l->t, "--sort", &rest);
	if (rest.n)
		diag_die("--sort: one key is enough; write it without a comma");
}

static void
set_format(struct list *l, const char *form)
{
	if (strcmp(form, "mutt") != 0)
		diag_die("--format: %s is not mutt; for other forms see --json, --table and --tsv",
		    diag_quote(&(struct diag){.mem = &l->t.mem}, text_c(form)));
	l->mutt = true;
}

static void
look(void *list, const struct query_path *path)
{
	struct tool *t = &((struct list *)list)->t;
	enum view_need need = view_need(&t->rules, path);

	t->reading.body = t->reading.body || need == VIEW_BODY;
	t->reading.name = t->reading.name || need == VIEW_NAME;
}

/* Says what of each note is to be read, and kept. */
static void
set_reading(struct list *l)
{
	struct reading *r = &l->t.reading;
	size_t i;

	if (l->mutt && (l->show.ncolumns || l->t.format_given))
		diag_die("--format mutt has columns of its own; leave out -f, --json, --table and --tsv");
	l->show.json = l->t.rec.format == REC_JSON;
	r->name = l->mutt;
	r->brief = !l->mutt;
	r->body = l->show.json && !l->show.ncolumns;
	query_paths(l->t.where, look, l);
	for (i = 0; i < l->show.ncolumns; i++)
		look(l, &l->show.columns[i]);
	if (l->show.sort)
		look(l, l->show.sort);
	if (l->show.sort || l->show.ncolumns || l->show.json) {
		r->see = show_note;
		r->arg = &l->show;
	}
}

static const struct str *
seen(const struct note *n)
{
	return n->seen;
}

static int
compare_seen(const struct row *x, const struct row *y)
{
	struct str a = seen(x->note)[0], b = seen(y->note)[0];
	int order;

	if (!a.s || !b.s)
		return !a.s - !b.s;
	mem_reset(x->scratch);
	order = literal_order(x->scratch, a, b);
	return x->list->reverse ? -order : order;
}

static int
compare(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	const struct list *l = x->list;
	int order = l->show.sort ? compare_seen(x, y) : 0;

	if (order)
		return order;
	order = (x->note > y->note) - (x->note < y->note);
	return l->reverse && !l->show.sort ? -order : order;
}

/* The notes that are selected, in their order, for free(3). */
static struct row *
gather(const struct list *l, struct mem *scratch, size_t *n)
{
	const struct book *book = &l->t.load.book;
	struct row *rows = mem_resize(NULL, book->n, sizeof *rows);
	size_t i;

	for (i = *n = 0; i < book->n; i++)
		if (book->notes[i].selected)
			rows[(*n)++] = (struct row){&book->notes[i], l, scratch};
	if (*n)
		qsort(rows, *n, sizeof *rows, compare);
	return rows;
}

static void
put_addresses(struct list *l, const struct note *n)
{
	size_t i;

	for (i = 0; i < note_rest(n)->email.n; i++) {
		rec_begin(&l->t.rec, REC_PLAIN);
		rec_str(&l->t.rec, note_rest(n)->email.v[i]);
		rec_str(&l->t.rec, n->name);
		rec_str(&l->t.rec, n->org);
		rec_end(&l->t.rec);
	}
}

static void
put_columns(struct list *l, const struct note *n)
{
	size_t i;

	rec_begin(&l->t.rec, REC_PLAIN);
	for (i = 0; i < l->show.ncolumns; i++)
		rec_str(&l->t.rec, seen(n)[1 + i]);
	rec_end(&l->t.rec);
}

static void
put(struct list *l, const struct note *n)
{
	if (l->mutt)
		put_addresses(l, n);
	else if (l->show.json)
		rec_raw(&l->t.rec, seen(n)[1]);
	else if (l->show.ncolumns)
		put_columns(l, n);
	else
		rec_path(&l->t.rec, n->path, l->t.nul);
}

/* An address book has no names of columns, and no other form. */
static void
set_rec(struct list *l)
{
	struct rec_column *columns = mem_array(&l->t.mem, l->show.ncolumns, sizeof *columns);
	size_t i;

	for (i = 0; i < l->show.ncolumns; i++)
		columns[i] = (struct rec_column){
			.name = l->show.columns[i].text.s,
			.cut = text_is(l->show.columns[i].text, "path") ? REC_START : REC_END,
		};
	l->t.rec.columns = columns;
	l->t.rec.ncolumns = l->show.ncolumns;
	if (l->mutt) {
		l->t.rec.format = REC_TSV;
		l->t.rec.header = false;
	}
}

static size_t
count_addresses(const struct row *rows, size_t n)
{
	size_t i, addresses = 0;

	for (i = 0; i < n; i++)
		addresses += note_rest(rows[i].note)->email.n;
	return addresses;
}

static void
print(struct list *l, const struct row *rows, size_t n)
{
	size_t i, addresses = count_addresses(rows, n);
	struct buf b = {0};

	if (l->count)
		buf_fmt(&b, "%zu\n", n);
	else if (l->mutt)
		buf_fmt(&b, "%zu address%s\n", addresses, addresses == 1 ? "" : "es");
	rec_raw(&l->t.rec, (struct str){b.s, b.n});
	buf_free(&b);
	for (i = 0; i < n && !l->count; i++)
		put(l, rows[i].note);
}

int
main(int argc, char **argv)
{
	struct list l = {0};
	struct mem scratch = {0};
	struct row *rows;
	size_t n;
	int c;

	tool_start(&l.t, argc, argv, "fu-list", help, "cf:qr", options);
	while ((c = tool_option(&l.t)) != -1) {
		switch (c) {
		case 'f': set_columns(&l, optarg); break;
		case 'c': l.count = true; break;
		case 'q': l.quiet = true; break;
		case 'r': l.reverse = true; break;
		case OPT_SORT: set_sort(&l, optarg); break;
		case OPT_FORMAT: set_format(&l, optarg); break;
		}
	}
	tool_rules(&l.t);
	set_reading(&l);
	tool_load(&l.t);
	set_rec(&l);
	rows = gather(&l, &scratch, &n);
	if (!l.quiet)
		print(&l, rows, n);
	free(rows);
	mem_free(&scratch);
	c = tool_finish(&l.t);
	return c ? c : l.quiet && !n;
}
