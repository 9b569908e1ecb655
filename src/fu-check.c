/* fu-check: what is wrong with notes and rules */
#include <stdlib.h>
#include <string.h>

#include "lib/findings.h"
#include "lib/text.h"
#include "lib/tool.h"

static const char help[] =
    "usage: fu-check [option]... [note|directory|-]...\n"
    "Prints what is wrong with notes and with the rules, a line each. The status is 1\n"
    "if there is anything.\n"
    "\n"
    "  -w, --where SEL      in the notes that meet a selection alone; see fu-query(7)\n"
    "      --among DIR      notes to read for links and duplicates, too; they are not\n"
    "                       checked\n"
    "      --disable NAMES  leave checks out: touch,promise\n"
    "      --list-checks    the checks there are\n"
    "      --werror         warnings are errors\n"
    "  -q, --quiet          no output; the status tells\n"
    "\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "      --table, --tsv, --json   another form of the output\n"
    "      --header         names of the columns of a table or TSV first\n"
    "  -0, --null           NUL, not LF, ends each path of standard input\n"
    "  -j, --jobs N         threads to read with\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "No operand: $FU_NOTES, else the current directory. -: paths on standard input.\n";

enum { OPT_AMONG = TOOL_OWN, OPT_DISABLE, OPT_LIST_CHECKS, OPT_WERROR };

static const struct option options[] = {
	{"among", required_argument, NULL, OPT_AMONG},
	{"disable", required_argument, NULL, OPT_DISABLE},
	{"list-checks", no_argument, NULL, OPT_LIST_CHECKS},
	{"werror", no_argument, NULL, OPT_WERROR},
	{"quiet", no_argument, NULL, 'q'},
	{0},
};

static const struct rec_column columns[] = {
	{"path", false, false, REC_START},
	{"line", true, false, REC_WHOLE},
	{"col", true, false, REC_WHOLE},
	{"level", false, true, REC_WHOLE},
	{"check", false, false, REC_WHOLE},
	{"message", false, false, REC_END},
};

struct checking {
	struct tool t;
	bool disabled[CHECKS];
	bool werror, quiet, list;
};

static void
add_among(struct checking *c, const char *directory)
{
	struct strs *among = &c->t.among;

	if (!among->v)
		among->v = mem_array(&c->t.mem, (size_t)c->t.argc, sizeof *among->v);
	among->v[among->n++] = text_c(directory);
}

static void
disable(struct checking *c, const char *names)
{
	struct diag d = {.mem = &c->t.mem};
	struct str rest = text_c(names), name;
	enum check check;
	size_t i, start = 0;

	for (i = 0; i <= rest.n; i++) {
		if (i < rest.n && rest.s[i] != ',')
			continue;
		name = text_trim((struct str){rest.s + start, i - start});
		check = check_find(name);
		if (check < CHECKS && !check_is_trouble(check))
			c->disabled[check] = true;
		else
			diag_die("--disable: there is no check %s; see --list-checks", diag_quote(&d, name));
		start = i + 1;
	}
}

static const char *
level_of(const struct checking *c, enum check check)
{
	return c->werror || check_is_error(check) ? "error" : "warning";
}

/* What a message says on its first line. */
static struct str
first_line(struct str text)
{
	const char *lf = memchr(text.s, '\n', text.n);

	return lf ? (struct str){text.s, (size_t)(lf - text.s)} : text;
}

/* path:line:col: level: message [check] */
static void
put_line(struct checking *c, const struct finding *f, unsigned line, unsigned col)
{
	enum check check = f->message->check;
	struct buf b = {0};

	text_escape(&b, f->path);
	buf_fmt(&b, ":%u:%u: %s: ", line, col, level_of(c, check));
	buf_str(&b, first_line(f->message->text));
	buf_fmt(&b, " [%s]\n", check_name(check));
	rec_raw(&c->t.rec, (struct str){b.s, b.n});
	buf_free(&b);
}

static void
put_row(struct checking *c, const struct finding *f, unsigned line, unsigned col)
{
	struct rec *r = &c->t.rec;

	rec_begin(r, *level_of(c, f->message->check) == 'e' ? REC_RED : REC_YELLOW);
	rec_str(r, f->path);
	rec_int(r, line);
	rec_int(r, col);
	rec_str(r, text_c(level_of(c, f->message->check)));
	rec_str(r, text_c(check_name(f->message->check)));
	rec_str(r, first_line(f->message->text));
	rec_end(r);
}

/* Returns whether it is a finding. */
static bool
put(struct checking *c, const struct finding *f)
{
	const struct diag_msg *m = f->message;
	unsigned line = m->line ? m->line : 1, col = m->col ? m->col : 1;

	if (c->disabled[m->check])
		return false;
	if (check_is_trouble(m->check)) {
		/* Alone, without those after it. */
		diag_print(&(struct diag_msg){.check = m->check, .line = m->line, .col = m->col, .text = m->text}, f->path);
		return false;
	}
	if (c->quiet)
		return true;
	(c->t.format_given ? put_row : put_line)(c, f, line, col);
	return true;
}

static int
list_checks(struct checking *c)
{
	static const struct rec_column of_checks[] = {
		{"check", false, false, REC_WHOLE}, {"level", false, true, REC_WHOLE}, {"finds", false, false, REC_END},
	};
	struct rec *r = &c->t.rec;
	unsigned i;

	tool_output(&c->t);
	r->columns = of_checks;
	r->ncolumns = LEN(of_checks);
	for (i = 0; i < CHECKS; i++) {
		if (check_is_trouble((enum check)i))
			continue;
		rec_begin(r, REC_PLAIN);
		rec_str(r, text_c(check_name((enum check)i)));
		rec_str(r, text_c(level_of(c, (enum check)i)));
		rec_str(r, text_c(check_finds((enum check)i)));
		rec_end(r);
	}
	return tool_finish(&c->t);
}

int
main(int argc, char **argv)
{
	struct checking c = {0};
	struct findings f = {0};
	bool found = false;
	size_t i;
	int o;

	tool_start(&c.t, argc, argv, "fu-check", help, "q", options);
	while ((o = tool_option(&c.t)) != -1) {
		switch (o) {
		case OPT_AMONG: add_among(&c, optarg); break;
		case OPT_DISABLE: disable(&c, optarg); break;
		case OPT_LIST_CHECKS: c.list = true; break;
		case OPT_WERROR: c.werror = true; break;
		case 'q': c.quiet = true; break;
		}
	}
	if (c.list)
		return list_checks(&c);
	c.t.reading.body = c.t.reading.whens = c.t.reading.links = c.t.reading.checks = true;
	tool_rules(&c.t);
	tool_load(&c.t);
	c.t.rec.columns = columns;
	c.t.rec.ncolumns = LEN(columns);
	findings_add(&f, c.t.rules_path, c.t.rules_messages.first);
	findings_add_notes(&f, &c.t.load);
	findings_add_leftovers(&f, &c.t.names);
	findings_sort(&f);
	for (i = 0; i < f.n; i++)
		found |= put(&c, &f.v[i]);
	findings_free(&f);
	o = tool_finish(&c.t);
	return o ? o : found;
}
