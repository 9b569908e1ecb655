/* fu-log: records that you were in touch */
#include <stdlib.h>
#include <string.h>

#include "lib/names.h"
#include "lib/revise.h"
#include "lib/text.h"

static const char help[] =
    "usage: fu-log [option]... KIND NOTE...\n"
    "       fu-log [option]... -\n"
    "Records in each note that you were in touch: a dated line, where the note keeps\n"
    "its touches. NOTE: a path, else an id, a name, an address or a word of a name.\n"
    "\n"
    "  -m, --message TEXT   what was said or done\n"
    "      --on DATE        the day of it (else today); a weekday is the last one\n"
    "      --from           they acted: <\n"
    "      --to             you acted: >\n"
    "      --again          though the note has the very same touch already\n"
    "\n"
    "  -n, --dry-run        print what would change as a diff, and change nothing\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "  -0, --null           NUL, not LF, ends each path of standard input\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "KIND: call, email, meeting and so on; see fu-note(5). Notes are looked up in\n"
    "$FU_NOTES, else the current directory. NOTE -: paths on standard input.\n"
    "- alone: records there, as TSV: path, date, direction (<, > or nothing), kind\n"
    "and, if any, text. DATE: 2026-11-22, today, yesterday, a weekday, -2d.\n";

enum { OPT_ON = TOOL_OWN, OPT_FROM, OPT_TO, OPT_AGAIN };

static const struct option options[] = {
	{"message", required_argument, NULL, 'm'},
	{"on", required_argument, NULL, OPT_ON},
	{"from", no_argument, NULL, OPT_FROM},
	{"to", no_argument, NULL, OPT_TO},
	{"again", no_argument, NULL, OPT_AGAIN},
	{0},
};

/* ---- records ---- */

enum { PATH, DATE, DIRECTION, KIND, TEXT, FIELDS_MAX };

struct columns {
	struct str fields[FIELDS_MAX];
	unsigned cols[FIELDS_MAX];
	size_t n;
};

static bool
refuse(struct diag *d, unsigned line, unsigned col, const char *what)
{
	diag_add(d, CHECK_VALUE, line, col, "%s", what);
	return false;
}

static bool
split(struct str text, unsigned n, struct columns *out, struct diag *d)
{
	struct str rest = text;

	for (out->n = 0; rest.s; out->n++) {
		const char *tab = rest.n ? memchr(rest.s, '\t', rest.n) : NULL;
		struct str raw = {rest.s, tab ? (size_t)(tab - rest.s) : rest.n};
		struct buf b = {0};
		bool good;

		if (out->n == FIELDS_MAX)
			return refuse(d, n, text_column(text, raw.s),
			    "more than five columns; write a TAB in a text as \\t");
		out->cols[out->n] = text_column(text, raw.s);
		good = text_unescape(&b, raw);
		out->fields[out->n] = buf_take(&b, d->mem);
		if (!good)
			return refuse(d, n, out->cols[out->n],
			    "no such escape after '\\'; write '\\\\' for a backslash");
		rest = tab ? (struct str){tab + 1, rest.n - raw.n - 1} : (struct str){0};
	}
	if (out->n < TEXT)
		return refuse(d, n, 0,
		    "not a record; write path, date, direction (or nothing), kind and text with TABs between");
	return true;
}

static bool
set_direction(struct change *c, struct str s)
{
	if (text_eq(s, STR("<")) || text_is(s, "in"))
		c->dir = DIR_IN;
	else if (text_eq(s, STR(">")) || text_is(s, "out"))
		c->dir = DIR_OUT;
	else
		return !s.n || text_eq(s, STR("-"));
	return true;
}

static bool
read_record(struct revise *r, struct str text, unsigned n, bool again, struct request *out, struct diag *d)
{
	struct columns columns = {0};
	struct change c = {.kind = CHANGE_TOUCH, .again = again};
	int kind;

	if (!split(text, n, &columns, d))
		return false;
	if (!columns.fields[PATH].n || memchr(columns.fields[PATH].s, '\0', columns.fields[PATH].n))
		return refuse(d, n, columns.cols[PATH], "not a path");
	if (date_parse(columns.fields[DATE], &c.on) != DATE_OK)
		return refuse(d, n, columns.cols[DATE], "not a date; write YYYY-MM-DD");
	if (c.on > r->t.today)
		return refuse(d, n, columns.cols[DATE], "after today, so it has not happened yet");
	if (!set_direction(&c, columns.fields[DIRECTION]))
		return refuse(d, n, columns.cols[DIRECTION], "not a direction; write <, > or nothing");
	kind = revise_kind(r, columns.fields[KIND], n, columns.cols[KIND], d);
	if (kind < 0)
		return false;
	c.touch_kind = (unsigned)kind;
	c.text = text_trim(columns.fields[TEXT]);
	if (!text_is_line(c.text))
		return refuse(d, n, columns.cols[TEXT],
		    "a line break, control character or byte that is not UTF-8; write one line");
	*out = (struct request){columns.fields[PATH], n, c};
	return true;
}

static void
log_records(struct revise *r, bool again)
{
	struct buf b = {0};
	struct request *requests = NULL;
	struct diag d = {.mem = &r->t.mem};
	size_t n = 0, cap = 0;
	unsigned line;
	struct str rest;

	if (names_read_stdin(&b)) {
		rest = buf_text(&b);
		for (line = 1; rest.n; line++) {
			requests = mem_grow(requests, n, &cap, sizeof *requests);
			n += read_record(r, text_line(&rest), line, again, &requests[n], &d);
		}
	}
	diag_print(d.first, STR("standard input"));
	revise_requests(r, requests, n);
	free(requests);
	buf_free(&b);
}

/* ---- */

static void
log_notes(struct revise *r, struct change c, const char *kind, char **notes)
{
	struct diag d = {.mem = &r->t.mem};
	int place = revise_kind(r, text_c(kind), 0, 0, &d);
	size_t unknown = 0, i;

	if (place < 0)
		diag_die("%s", d.first->text.s);
	c.touch_kind = (unsigned)place;
	for (i = 0; notes[i]; i++)
		revise_expect(r, notes[i]);
	for (i = 0; notes[i]; i++)
		unknown += !revise_add(r, notes[i]);
	/* Words of a text, more likely than names. */
	if (unknown > 1 && !c.text.s)
		diag_die("nothing is recorded; if this is text, write it behind -m, in quotes");
	revise_notes(r, &c, 1);
}

int
main(int argc, char **argv)
{
	struct revise r = {0};
	struct change c = {.kind = CHANGE_TOUCH};
	const char *on = NULL, *text = NULL;
	bool records;
	int o;

	tool_start_editor(&r.t, argc, argv, "fu-log", help, "m:", options);
	while ((o = tool_option(&r.t)) != -1) {
		switch (o) {
		case 'm': text = optarg; break;
		case OPT_ON: on = optarg; break;
		case OPT_FROM: c.dir = DIR_IN; break;
		case OPT_TO: c.dir = DIR_OUT; break;
		case OPT_AGAIN: c.again = true; break;
		}
	}
	records = optind + 1 == argc && strcmp(argv[optind], "-") == 0;
	if (optind + 2 > argc && !records)
		diag_die("no %s; write fu-log KIND NOTE..., or fu-log - for records",
		    optind == argc ? "kind of touch" : "note");
	if (records && (on || text || c.dir || r.t.nul))
		diag_die("-m, --on, --from, --to and -0 are for notes; records say themselves what happened");
	revise_start(&r, argv[optind + !records]);
	c.on = revise_happened(&r, "--on", on);
	if (text)
		c.text = revise_text(&r, "-m", text);
	if (records)
		log_records(&r, c.again);
	else
		log_notes(&r, c, argv[optind], argv + optind + 1);
	return revise_finish(&r);
}
