#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "rulefile.h"
#include "sandbox.h"
#include "term.h"
#include "text.h"
#include "tool.h"

enum { MANY = 256 };            /* notes, from which on hastening is worth its time */

enum { OPT_RULES = TOOL_OWN / 2, OPT_JSON, OPT_TSV, OPT_TABLE, OPT_HEADER };

static const struct option all_have[] = {
	{"help", no_argument, NULL, 'h'},
	{"version", no_argument, NULL, 'V'},
	{"today", required_argument, NULL, 't'},
	{"rules", required_argument, NULL, OPT_RULES},
};

static const struct option readers_have[] = {
	{"jobs", required_argument, NULL, 'j'},
	{"null", no_argument, NULL, '0'},
	{"where", required_argument, NULL, 'w'},
	{"json", no_argument, NULL, OPT_JSON},
	{"tsv", no_argument, NULL, OPT_TSV},
	{"table", no_argument, NULL, OPT_TABLE},
	{"header", no_argument, NULL, OPT_HEADER},
};

static const struct option editors_have[] = {
	{"dry-run", no_argument, NULL, 'n'},
	{"null", no_argument, NULL, '0'},
};

/* Options that one kind of tool has. */
struct options {
	const char *letters;
	const struct option *names;
	size_t n;
};

static const struct options kinds_have[] = {
	[TOOL_READS] = {"j:0w:", readers_have, LEN(readers_have)},
	[TOOL_EDITS] = {"n0", editors_have, LEN(editors_have)},
	[TOOL_MAKES] = {"n", editors_have, 1},
};

/* A file that is opened must not become standard output because that was closed: writing to these fails. */
static void
hold_standard_files(void)
{
	int fd;

	for (fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF
		    && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			_exit(2);
}

static void
merge_options(struct tool *t)
{
	const struct options *kind = &kinds_have[t->kind];
	struct option *next;
	struct buf b = {0};
	size_t n = 0;

	while (t->own_long[n].name)
		n++;
	buf_fmt(&b, ":hVt:%s%s", kind->letters, t->own_short);
	t->short_options = buf_take(&b, &t->mem).s;
	next = t->long_options = mem_resize(NULL, LEN(all_have) + kind->n + n + 1, sizeof *next);
	memcpy(next, all_have, sizeof all_have);
	next += LEN(all_have);
	memcpy(next, kind->names, kind->n * sizeof *next);
	next += kind->n;
	memcpy(next, t->own_long, (n + 1) * sizeof *next);
}

static void
start(struct tool *t, enum tool_kind kind, int argc, char **argv, const char *name, const char *help,
    const char *own_short, const struct option *own_long)
{
	hold_standard_files();
	diag_program(name);
	*t = (struct tool){
		.name = name, .help = help, .argc = argc, .argv = argv, .own_short = own_short, .own_long = own_long,
		.kind = kind, .today = DAY_NONE,
	};
	t->where = query_new(&t->mem);
	merge_options(t);
	opterr = 0;
}

void
tool_start(struct tool *t, int argc, char **argv, const char *name, const char *help, const char *own_short,
    const struct option *own_long)
{
	start(t, TOOL_READS, argc, argv, name, help, own_short, own_long);
}

void
tool_start_editor(struct tool *t, int argc, char **argv, const char *name, const char *help, const char *own_short,
    const struct option *own_long)
{
	start(t, TOOL_EDITS, argc, argv, name, help, own_short, own_long);
}

void
tool_start_maker(struct tool *t, int argc, char **argv, const char *name, const char *help, const char *own_short,
    const struct option *own_long)
{
	start(t, TOOL_MAKES, argc, argv, name, help, own_short, own_long);
}

/* A short option that getopt_long() did not take; it has read but a byte of a character that has more. */
static struct str
short_option(const struct tool *t, struct mem *mem)
{
	const char *arg = optind < t->argc ? t->argv[optind] : "", *at = *arg == '-' ? strchr(arg, optopt) : NULL;
	char letter = (char)optopt;
	struct buf b = {0};
	uint32_t cp;
	size_t n = at && *at ? utf8_decode(at, strlen(at), &cp) : 0;

	buf_chr(&b, '-');
	buf_add(&b, n ? at : &letter, n ? n : 1);
	return buf_take(&b, mem);
}

/* getopt_long() says of a long option only its code, or nothing; of a short one its letter. */
_Noreturn static void
refuse_option(const struct tool *t, bool lacks_value)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	const char *given = t->argv[optind - 1];
	bool takes_none = !lacks_value && optopt && strncmp(given, "--", 2) == 0 && strchr(given, '=');
	bool is_long = !optopt || optopt >= OPT_RULES || takes_none || (lacks_value && strncmp(given, "--", 2) == 0);
	const char *option = diag_quote(&d, is_long ? text_c(given) : short_option(t, &mem));

	if (lacks_value)
		diag_die("option %s needs a value; see %s --help", option, t->name);
	if (takes_none)
		diag_die("option %s takes no value; see %s --help", option, t->name);
	diag_die("unknown option %s; see %s --help", option, t->name);
}

_Noreturn static void
refuse_value(const char *option, const char *value, const char *wanted)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};

	diag_die("%s: %s is not %s", option, diag_quote(&d, text_c(value)), wanted);
}

struct span
tool_span(const char *option, const char *value)
{
	struct span s;

	enum date_error e = span_parse(text_c(value), &s);

	if (e != DATE_OK)
		refuse_value(option, value, e == DATE_RANGE ? "from 1 day to 100 years"
		    : "a span; write 10d, 3w, 2mo, 1q, 1y or 5bd");
	return s;
}

static unsigned
threads_of(const char *value)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (*end || end == value || n < 1 || n > 1024)
		refuse_value("-j", value, "a number of threads; write 1 to 1024");
	return (unsigned)n;
}

static unsigned
processors(void)
{
	long n = 1;

#ifdef _SC_NPROCESSORS_ONLN
	n = sysconf(_SC_NPROCESSORS_ONLN);
#endif
	return n < 1 ? 1 : n > 1024 ? 1024 : (unsigned)n;
}

/* To ask how many processors there are takes longer than to read a few notes. */
static unsigned
threads_for(const struct tool *t)
{
	return t->threads ? t->threads : t->names.n < LOAD_AT_ONCE ? 1 : processors();
}

static day
local_date(void)
{
	time_t now = time(NULL);
	struct tm tm;
	char text[64];
	day d;

	if (now == (time_t)-1 || !localtime_r(&now, &tm) || !strftime(text, sizeof text, "%Y-%m-%d", &tm)
	    || date_parse(text_c(text), &d) != DATE_OK)
		diag_die("the clock tells no date; give one with --today");
	return d;
}

static day
read_date(const char *option, const char *value, day today, int toward, struct holidays holidays)
{
	day d;
	enum date_error e = date_word(text_c(value), today, toward, holidays, &d);

	if (e != DATE_OK)
		refuse_value(option, value, e == DATE_RANGE ? "a day that there is"
		    : "a date; write YYYY-MM-DD, today, friday or +3d");
	return d;
}

day
tool_date(const struct tool *t, const char *option, const char *value, int toward)
{
	return read_date(option, value, t->today, toward, t->rules.holidays);
}

/* FU_TODAY is that of a test or a script, and what --today says may be said from there. */
static void
find_today(struct tool *t)
{
	const char *from = getenv("FU_TODAY");
	struct holidays none = {0};
	bool plain = t->today_text && date_parse(text_c(t->today_text), &t->today) == DATE_OK;

	if (plain)
		return;
	t->today = from && date_parse(text_c(from), &t->today) == DATE_OK ? t->today : local_date();
	if (from && *from)
		t->today = read_date("FU_TODAY", from, t->today, 1, none);
	if (t->today_text)
		t->today = read_date("--today", t->today_text, t->today, 1, none);
}

static void
set_format(struct tool *t, enum rec_format format)
{
	t->rec.format = format;
	t->format_given = true;
}

_Noreturn static void
print_and_exit(const struct buf *b)
{
	if (buf_write(b, STDOUT_FILENO) < 0 || close(STDOUT_FILENO) < 0)
		diag_die("standard output: %s", strerror(errno));
	exit(0);
}

static void
add_where(struct tool *t, struct str selection)
{
	struct query_error e;
	struct buf b = {0};

	if (query_add(t->where, selection, &e))
		return;
	query_explain(&b, selection, &e);
	buf_chr(&b, '\0');
	diag_die("-w: %s", b.s);
}

static bool
take_common(struct tool *t, int c)
{
	struct buf b = {0};

	switch (c) {
	case 'h':
		buf_fmt(&b, "%s", t->help);
		print_and_exit(&b);
	case 'V':
		buf_fmt(&b, "%s %s\n", t->name, FU_VERSION);
		print_and_exit(&b);
	case 't':
		t->today_text = optarg;
		return true;
	case 'j':
		t->threads = threads_of(optarg);
		return true;
	case 'w':
		add_where(t, text_c(optarg));
		return true;
	case '0':
		t->nul = true;
		return true;
	case 'n':
		t->dry_run = true;
		return true;
	case OPT_RULES:
		t->rules_file = optarg;
		return true;
	case OPT_JSON:
		set_format(t, REC_JSON);
		return true;
	case OPT_TSV:
		set_format(t, REC_TSV);
		return true;
	case OPT_TABLE:
		set_format(t, REC_TABLE);
		return true;
	case OPT_HEADER:
		t->rec.header = true;
		return true;
	default:
		return false;
	}
}

int
tool_option(struct tool *t)
{
	int c;

	do {
		c = getopt_long(t->argc, t->argv, t->short_options, t->long_options, NULL);
		if (c == '?' || c == ':')
			refuse_option(t, c == ':');
	} while (c != -1 && take_common(t, c));
	if (c == -1)
		find_today(t);
	return c;
}

const char *
tool_notes(const char *otherwise)
{
	const char *notes = getenv("FU_NOTES");

	return notes && *notes ? notes : otherwise;
}

const char *
tool_default_operand(void)
{
	return tool_notes(".");
}

const char *
tool_quote(struct tool *t, struct str s)
{
	return diag_quote(&(struct diag){.mem = &t->mem}, s);
}

bool
tool_suggests(const struct tool *t, struct str s)
{
	size_t i;

	for (i = 0; i < t->rules.nrules; i++)
		if (text_folds_to(s, t->rules.rules[i].action))
			return true;
	return false;
}

static const char *
first_operand(const struct tool *t)
{
	return optind < t->argc ? t->argv[optind] : tool_default_operand();
}

void
tool_confine(struct strs directories)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct str failed;
	int error = sandbox_enter(directories, &failed);

	if (error)
		diag_die("cannot keep from writing elsewhere%s%s: %s; run it again", failed.s ? " than in " : "",
		    failed.s ? diag_path(&d, failed) : "", strerror(error));
}

void
tool_rules(struct tool *t)
{
	if (t->kind == TOOL_READS)
		tool_confine((struct strs){0});
	t->rules_messages.mem = &t->mem;
	t->rules_path = rulefile_read(&t->rules, t->rules_file, t->operand ? t->operand : first_operand(t),
	    &t->rules_messages);
	if (t->reading.checks)
		return;
	diag_print(t->rules_messages.first, t->rules_path);
	if (diag_status())
		exit(2);
}

static void
add_operand(struct tool *t, struct str operand)
{
	if (text_eq(operand, STR("-")))
		names_add_stdin(&t->names, t->nul);
	else
		names_add(&t->names, operand);
}

static void
add_names(struct tool *t)
{
	size_t j;
	int i;

	t->names.want_leftovers = t->reading.checks;
	for (j = 0; j < t->operands.n; j++)
		add_operand(t, t->operands.v[j]);
	for (i = optind; i < t->argc && !t->operands.v; i++)
		add_operand(t, text_c(t->argv[i]));
	if (optind == t->argc && !t->operands.v)
		names_add(&t->names, text_c(first_operand(t)));
	t->names.among = t->among.n > 0;
	for (j = 0; j < t->among.n; j++)
		names_add(&t->names, t->among.v[j]);
	names_sort(&t->names);
}

void
tool_output(struct tool *t)
{
	if (!t->format_given)
		t->rec.format = term_is_output() ? REC_TABLE : REC_TSV;
	t->rec.fd = STDOUT_FILENO;
	t->rec.color = term_color();
	t->rec.width = term_width();
}

void
tool_load(struct tool *t)
{
	tool_output(t);
	add_names(t);
	t->reading.rules = &t->rules;
	t->reading.today = t->today;
	t->reading.where = t->where;
	if (t->names.n >= MANY)
		rules_hasten(&t->rules);
	load_notes(&t->load, &t->names, &t->reading, threads_for(t));
	if (!t->reading.checks)
		load_print(&t->load);
}

int
tool_finish(struct tool *t)
{
	if (rec_finish(&t->rec) < 0) {
		/* A reader that has had enough is told nothing. */
		if (t->rec.error == EPIPE)
			diag_failed();
		else
			diag_error("standard output: %s", strerror(t->rec.error));
	}
	rec_free(&t->rec);
	load_free(&t->load);
	names_free(&t->names);
	rules_free(&t->rules);
	query_free(t->where);
	mem_free(&t->mem);
	free(t->long_options);
	return diag_status();
}
