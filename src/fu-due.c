/* fu-due: whom to follow up with, and why */
#include <stdlib.h>

#include "lib/put.h"
#include "lib/tool.h"

static const char help[] =
    "usage: fu-due [option]... [note|directory|-]...\n"
    "Prints whom to follow up with today: due date, days overdue, action, path,\n"
    "who, why.\n"
    "\n"
    "  -w, --where SEL      of the notes that meet a selection alone; see fu-query(7)\n"
    "  -a, --all            all that is to come, too\n"
    "      --within SPAN    what is due within a span from today, too: 3d, 1w, 2mo\n"
    "      --until DATE     what is due until a date; of these the last counts\n"
    "      --every-reason   every rule that a note meets, not only the one due first\n"
    "  -l, --list           paths alone\n"
    "  -q, --quiet          no output; the status tells: 0 something due, 1 nothing\n"
    "\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "      --table, --tsv, --json   the form of the output (on a terminal, a table)\n"
    "      --header         names of the columns first\n"
    "  -0, --null           NUL, not LF, ends each path of standard input and of -l\n"
    "  -j, --jobs N         threads to read with\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "No operand: $FU_NOTES, else the current directory. -: paths on standard input.\n";

enum { OPT_WITHIN = TOOL_OWN, OPT_UNTIL, OPT_EVERY_REASON };

static const struct option options[] = {
	{"all", no_argument, NULL, 'a'},
	{"within", required_argument, NULL, OPT_WITHIN},
	{"until", required_argument, NULL, OPT_UNTIL},
	{"every-reason", no_argument, NULL, OPT_EVERY_REASON},
	{"list", no_argument, NULL, 'l'},
	{"quiet", no_argument, NULL, 'q'},
	{0},
};

static const struct rec_column columns[] = {
	{"due", false, true, REC_WHOLE},
	{"days", true, true, REC_WHOLE},
	{"action", false, true, REC_END},
	{"path", false, false, REC_START},
	{"who", false, false, REC_END},
	{"why", false, false, REC_END},
};

static enum rec_color
color_of(day overdue)
{
	if (overdue < 0)
		return REC_DIM;
	return overdue == 0 ? REC_GREEN : overdue < 7 ? REC_YELLOW : REC_RED;
}

static void
put_row(struct rec *r, const struct followup *f, day today)
{
	rec_begin(r, color_of(today - f->due));
	rec_str(r, put_day(&r->mem, f->due));
	rec_int(r, today - f->due);
	rec_str(r, f->action);
	rec_str(r, f->note->path);
	rec_str(r, put_who(&r->mem, f->note));
	rec_str(r, f->why);
	rec_end(r);
}

static void
put_json(struct rec *r, const struct followup *f, day today)
{
	rec_json_begin(r);
	put_followup(r, f, today);
	rec_json_end(r);
}

/* Each path once, where it first stands. */
static void
put_paths(struct tool *t, const struct followup *f, size_t n)
{
	struct mem mem = {0};
	bool *seen = mem_array(&mem, t->load.book.n, sizeof *seen);
	size_t i;

	for (i = 0; i < n; i++) {
		bool *this = &seen[f[i].note - t->load.book.notes];

		if (!*this)
			rec_path(&t->rec, f[i].note->path, t->nul);
		*this = true;
	}
	mem_free(&mem);
}

int
main(int argc, char **argv)
{
	struct tool t;
	struct due_question q = {.until = DAY_NONE};
	struct span within = {0};
	const char *until = NULL;
	bool list = false, quiet = false;
	struct mem mem = {0};
	struct followup *f;
	size_t i, n;
	int c;

	tool_start(&t, argc, argv, "fu-due", help, "alq", options);
	while ((c = tool_option(&t)) != -1) {
		switch (c) {
		case 'a': until = NULL; q.until = DAY_MAX; within.n = 0; break;
		case 'l': list = true; break;
		case 'q': quiet = true; break;
		case OPT_WITHIN: until = NULL; within = tool_span("--within", optarg); break;
		case OPT_UNTIL: until = optarg; within.n = 0; break;
		case OPT_EVERY_REASON: q.every_reason = true; break;
		}
	}
	t.reading.body = t.reading.whens = t.reading.links = true;
	t.reading.brief = t.rec.format != REC_JSON;
	tool_rules(&t);
	q.today = t.today;
	if (until)
		q.until = tool_date(&t, "--until", until, 1);
	else if (within.n)
		q.until = date_add(q.today, within, t.rules.holidays);
	else if (q.until == DAY_NONE)
		q.until = q.today;
	tool_load(&t);
	n = due_find(&t.load.book, &t.rules, q, &mem, &f);
	t.rec.columns = columns;
	t.rec.ncolumns = LEN(columns);
	if (list && !quiet)
		put_paths(&t, f, n);
	for (i = 0; i < n && !list && !quiet; i++)
		(t.rec.format == REC_JSON ? put_json : put_row)(&t.rec, &f[i], q.today);
	free(f);
	mem_free(&mem);
	c = tool_finish(&t);
	return c ? c : quiet && !n;
}
