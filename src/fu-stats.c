/* fu-stats: what following up has come to, in numbers */
#include <string.h>

#include "lib/stats_show.h"
#include "lib/text.h"
#include "lib/tool.h"

static const char help[] =
    "usage: fu-stats [option]... [note|directory|-]...\n"
    "Prints what following up has come to: touches and their answers, promises kept,\n"
    "follow-ups in time, how far contacts got, whom you keep in touch with.\n"
    "\n"
    "  -w, --where SEL      of the notes that meet a selection alone; see fu-query(7)\n"
    "      --since DATE     from a date on (else for a year)\n"
    "      --until DATE     until a date (else until today)\n"
    "      --svg CHART      one table as a chart: touches, answers, attempts, worth,\n"
    "                       promises, followups, pipeline, stages or cadence\n"
    "\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "      --table, --tsv, --json   the form of the output (else tables)\n"
    "      --header         names of the columns first, with --tsv\n"
    "  -0, --null           NUL, not LF, ends each path of standard input\n"
    "  -j, --jobs N         threads to read with\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "No operand: $FU_NOTES, else the current directory. -: paths on standard input.\n";

enum { OPT_SINCE = TOOL_OWN, OPT_UNTIL, OPT_SVG };

static const struct option options[] = {
	{"since", required_argument, NULL, OPT_SINCE},
	{"until", required_argument, NULL, OPT_UNTIL},
	{"svg", required_argument, NULL, OPT_SVG},
	{0},
};

static const struct rec_column columns[] = {
	{.name = "table"}, {.name = "row"}, {.name = "figure"}, {.name = "value"},
};

_Noreturn static void
refuse_chart(struct tool *t, const char *given)
{
	struct buf names = {0};
	enum stats_name name;

	for (name = 0; name < STATS_TABLES; name++)
		buf_fmt(&names, "%s%s", name ? ", " : "", stats_table_name(name));
	diag_die("--svg: %s is none of %s", tool_quote(t, text_c(given)), buf_take(&names, &t->mem).s);
}

/* The chart that a name asks for; STATS_TABLES: none was given. */
static enum stats_name
chart_of(struct tool *t, const char *given)
{
	enum stats_name name;

	if (given && t->format_given)
		diag_die("--svg is a form of its own; leave out --json, --table and --tsv");
	for (name = 0; given && name < STATS_TABLES; name++)
		if (strcmp(given, stats_table_name(name)) == 0)
			return name;
	if (given)
		refuse_chart(t, given);
	return STATS_TABLES;
}

static struct stats_question
question(const struct tool *t, const char *since, const char *until)
{
	struct stats_question q = {.today = t->today, .until = t->today};
	char first[DATE_TEXT], last[DATE_TEXT], today[DATE_TEXT];

	if (until)
		q.until = tool_date(t, "--until", until, -1);
	if (q.until > q.today)
		diag_die("--until: %s is after today, %s", date_text(q.until, last), date_text(q.today, today));
	q.since = since ? tool_date(t, "--since", since, -1) : date_year_to(q.until);
	if (q.since > q.until)
		diag_die("--since: %s is after the last day, %s", date_text(q.since, first), date_text(q.until, last));
	return q;
}

static void
put(struct tool *t, const struct stats *s, enum stats_name chart)
{
	struct buf b = {0};

	if (chart != STATS_TABLES)
		stats_show_chart(&b, s, chart);
	else if (t->rec.format == REC_JSON)
		stats_show_json(&t->rec, s);
	else if (t->rec.format == REC_TSV && t->format_given)
		stats_show_records(&t->rec, s);
	else
		stats_show_text(&b, s, t->rec.width);
	rec_raw(&t->rec, buf_text(&b));
	buf_free(&b);
}

int
main(int argc, char **argv)
{
	struct tool t;
	const char *since = NULL, *until = NULL, *svg = NULL;
	enum stats_name chart;
	struct stats_question q;
	struct stats stats;
	struct mem mem = {0};
	int c;

	tool_start(&t, argc, argv, "fu-stats", help, "", options);
	while ((c = tool_option(&t)) != -1) {
		switch (c) {
		case OPT_SINCE: since = optarg; break;
		case OPT_UNTIL: until = optarg; break;
		case OPT_SVG: svg = optarg; break;
		}
	}
	chart = chart_of(&t, svg);
	t.reading.body = t.reading.whens = t.reading.brief = true;
	tool_rules(&t);
	q = question(&t, since, until);
	tool_load(&t);
	t.rec.columns = columns;
	t.rec.ncolumns = LEN(columns);
	stats_find(&t.load.book, &t.rules, q, &mem, &stats);
	put(&t, &stats, chart);
	mem_free(&mem);
	return tool_finish(&t);
}
