/* fu-report: what a person reads in the morning */
#include <string.h>

#include "lib/digest.h"
#include "lib/mail.h"
#include "lib/page.h"
#include "lib/put.h"
#include "lib/text.h"
#include "lib/tool.h"

static const char help[] =
    "usage: fu-report [option]... [note|directory|-]...\n"
    "Prints a report to read in the morning: whom to follow up with, why, how, and\n"
    "what was last said; who has not answered yet. Nothing where there is nobody.\n"
    "\n"
    "  -w, --where SEL      of the notes that meet a selection alone; see fu-query(7)\n"
    "      --within SPAN    with what is due within a span from today: 3d, 2mo (1w)\n"
    "      --format FORM    text, markdown or html (text)\n"
    "      --mail ADDRESS   as a mail to an address, for sendmail -t\n"
    "      --always         also where there is nothing to say\n"
    "\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "      --table, --json, --tsv   text, or records in place of it\n"
    "      --header         names of the columns first\n"
    "  -0, --null           NUL, not LF, ends each path of standard input\n"
    "  -j, --jobs N         threads to read with\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "No operand: $FU_NOTES, else the current directory. -: paths on standard input.\n";

enum { OPT_WITHIN = TOOL_OWN, OPT_FORMAT, OPT_MAIL, OPT_ALWAYS };

static const struct option options[] = {
	{"within", required_argument, NULL, OPT_WITHIN},
	{"format", required_argument, NULL, OPT_FORMAT},
	{"mail", required_argument, NULL, OPT_MAIL},
	{"always", no_argument, NULL, OPT_ALWAYS},
	{0},
};

static const struct rec_column columns[] = {
	{.name = "section"}, {.name = "due"}, {.name = "days"}, {.name = "action"}, {.name = "path"}, {.name = "who"},
	{.name = "why"}, {.name = "how"}, {.name = "last"}, {.name = "text"},
};

enum form { FORM_TEXT, FORM_MARKDOWN, FORM_HTML, FORMS };

static const struct {
	const char *name, *type;
} forms[FORMS] = {
	[FORM_TEXT] = {"text", "text/plain"},
	[FORM_MARKDOWN] = {"markdown", "text/markdown"},
	[FORM_HTML] = {"html", "text/html"},
};

struct wish {
	struct span within;
	enum form form;
	struct str mail;        /* s is NULL: it is none */
	bool always;
	const char *layout;     /* the option that says how a report for people is to be laid out; NULL: none did */
};

static enum form
form_of(struct tool *t, const char *value)
{
	int i;

	for (i = 0; i < FORMS; i++)
		if (strcmp(value, forms[i].name) == 0)
			return (enum form)i;
	diag_die("--format: %s is not a form; write text, markdown or html", tool_quote(t, text_c(value)));
}

static struct str
address_of(struct tool *t, const char *value)
{
	if (!mail_is_address(text_c(value)))
		diag_die("--mail: %s is not an address; write one such as me@example.com",
		    tool_quote(t, text_c(value)));
	return text_c(value);
}

/* ---- records ---- */

static void
put_row(struct rec *r, const struct report *report, const struct item *item)
{
	bool is_due = item->f.due != DAY_NONE;

	rec_begin(r, REC_PLAIN);
	rec_str(r, text_c(section_name(item->section)));
	rec_str(r, put_day(&r->mem, item->f.due));
	if (is_due)
		rec_int(r, report->today - item->f.due);
	else
		rec_str(r, STR(""));
	rec_str(r, item->f.action);
	rec_str(r, item->f.note->path);
	rec_str(r, put_who(&r->mem, item->f.note));
	rec_str(r, item->f.why);
	rec_str(r, item->how);
	rec_str(r, put_day(&r->mem, item->last ? item->last->day : DAY_NONE));
	rec_str(r, note_rest(item->f.note)->said);
	rec_end(r);
}

static void
put_json(struct rec *r, const struct report *report, const struct item *item)
{
	rec_json_begin(r);
	rec_json_str(r, "section", text_c(section_name(item->section)));
	put_followup(r, &item->f, report->today);
	put_last(r, item->f.note, report->rules, report->today);
	rec_json_end(r);
}

static void
put_records(struct rec *r, const struct report *report)
{
	size_t i;

	r->columns = columns;
	r->ncolumns = LEN(columns);
	for (i = 0; i < report->n; i++)
		(r->format == REC_JSON ? put_json : put_row)(r, report, &report->items[i]);
}

/* ---- the report ---- */

/* A mail is as wide wherever it is made. */
static int
text_columns(const struct rec *r, const struct wish *wish)
{
	return wish->mail.s || !r->width || r->width > DIGEST_WIDTH ? DIGEST_WIDTH : r->width;
}

static void
add_report(struct buf *b, const struct rec *r, const struct wish *wish, const struct report *report)
{
	if (wish->form == FORM_HTML)
		page_html(b, report);
	else if (!report->n)
		digest_nothing(b);
	else if (wish->form == FORM_MARKDOWN)
		digest_markdown(b, report);
	else
		digest_text(b, report, text_columns(r, wish));
}

static void
put_mail(struct rec *r, const struct wish *wish, const struct report *report, struct str body)
{
	struct buf subject = {0}, out = {0};

	digest_subject(&subject, report);
	mail_add(&out, &(struct mail){wish->mail, buf_text(&subject), forms[wish->form].type, body});
	rec_raw(r, buf_text(&out));
	buf_free(&subject);
	buf_free(&out);
}

static void
put_report(struct rec *r, const struct wish *wish, const struct report *report)
{
	struct buf body = {0};

	if (!wish->always && !(wish->mail.s ? report->ndue : report->n))
		return;
	add_report(&body, r, wish, report);
	if (wish->mail.s)
		put_mail(r, wish, report, buf_text(&body));
	else
		rec_raw(r, buf_text(&body));
	buf_free(&body);
}

int
main(int argc, char **argv)
{
	struct tool t;
	struct wish wish = {.within = {1, SPAN_W}};
	struct report report;
	struct mem mem = {0};
	bool records;
	int c;

	tool_start(&t, argc, argv, "fu-report", help, "", options);
	while ((c = tool_option(&t)) != -1) {
		switch (c) {
		case OPT_WITHIN: wish.within = tool_span("--within", optarg); break;
		case OPT_FORMAT: wish.form = form_of(&t, optarg); wish.layout = "--format"; break;
		case OPT_MAIL: wish.mail = address_of(&t, optarg); wish.layout = "--mail"; break;
		case OPT_ALWAYS: wish.always = true; break;
		}
	}
	records = t.format_given && t.rec.format != REC_TABLE;
	if (records && wish.layout)
		diag_die("%s goes with no %s; see fu-report --help", wish.layout,
		    t.rec.format == REC_JSON ? "--json" : "--tsv");
	t.reading.body = t.reading.whens = t.reading.links = t.reading.said = true;
	tool_rules(&t);
	tool_load(&t);
	report_find(&t.load.book, &t.rules, t.today, date_add(t.today, wish.within, t.rules.holidays), &mem, &report);
	if (records)
		put_records(&t.rec, &report);
	else
		put_report(&t.rec, &wish, &report);
	mem_free(&mem);
	return tool_finish(&t);
}
