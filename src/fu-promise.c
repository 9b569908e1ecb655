/* fu-promise: adds a promise to notes, or ticks one that was kept */
#include "lib/match.h"
#include "lib/revise.h"
#include "lib/text.h"

static const char help[] =
    "usage: fu-promise [option]... NOTE... --by DATE -m TEXT\n"
    "       fu-promise [option]... --kept NOTE [PATTERN]\n"
    "Adds a promise to each note; or ticks the one open promise that PATTERN (PCRE2)\n"
    "matches, and adds the day. NOTE: a path, else an id, a name, an address or a\n"
    "word of a name.\n"
    "\n"
    "      --by DATE        the day it is promised for; a weekday is the next one\n"
    "  -m, --message TEXT   what is promised\n"
    "      --theirs         they promised it: <\n"
    "      --kept           it is done; without PATTERN, the only open one\n"
    "      --on DATE        the day it was done (else today); a weekday: the last one\n"
    "\n"
    "  -n, --dry-run        print what would change as a diff, and change nothing\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "  -0, --null           NUL, not LF, ends each path of standard input\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "DATE: 2026-11-22, today, yesterday, tomorrow, a weekday, +3d, -2d.\n"
    "NOTE -: paths on standard input. Notes are looked up in $FU_NOTES, else the\n"
    "current directory.\n";

enum { OPT_BY = TOOL_OWN, OPT_ON, OPT_THEIRS, OPT_KEPT };

static const struct option options[] = {
	{"by", required_argument, NULL, OPT_BY},
	{"message", required_argument, NULL, 'm'},
	{"theirs", no_argument, NULL, OPT_THEIRS},
	{"kept", no_argument, NULL, OPT_KEPT},
	{"on", required_argument, NULL, OPT_ON},
	{0},
};

static void
check_usage(bool kept, const char *by, const char *text, const char *on, int operands)
{
	if (!operands)
		diag_die("no note; write fu-promise NOTE... --by DATE -m TEXT, or fu-promise --kept NOTE [PATTERN]");
	if (kept && (by || text))
		diag_die("--by and -m are for a new promise; --kept takes a note and a pattern");
	if (kept && operands > 2)
		diag_die("--kept takes one note and one pattern; put a pattern with blanks in quotes");
	if (!kept && on)
		diag_die("--on is for --kept; a new promise has --by");
	if (!kept && !by)
		diag_die("no day; say by when with --by DATE");
	if (!kept && !text)
		diag_die("no text; say what with -m TEXT");
}

static struct pattern *
read_pattern(struct revise *r, const char *text)
{
	char error[256];
	size_t at;
	struct pattern *p = pattern_compile(text_c(text), PATTERN_CASELESS, error, &at);

	if (!p)
		diag_die("%s: %s at byte %zu", tool_quote(&r->t, text_c(text)), error, at + 1);
	return p;
}

int
main(int argc, char **argv)
{
	struct revise r = {0};
	struct change c = {.kind = CHANGE_PROMISE};
	const char *by = NULL, *on = NULL, *text = NULL;
	bool kept = false;
	int o, i, notes;

	tool_start_editor(&r.t, argc, argv, "fu-promise", help, "m:", options);
	while ((o = tool_option(&r.t)) != -1) {
		switch (o) {
		case 'm': text = optarg; break;
		case OPT_BY: by = optarg; break;
		case OPT_ON: on = optarg; break;
		case OPT_THEIRS: c.theirs = true; break;
		case OPT_KEPT: kept = true; break;
		}
	}
	check_usage(kept, by, text, on, argc - optind);
	revise_start(&r, argv[optind]);
	notes = kept ? optind + 1 : argc;
	if (kept) {
		c.kind = CHANGE_KEPT;
		c.on = revise_happened(&r, "--on", on);
		c.pattern = notes < argc ? read_pattern(&r, argv[notes]) : NULL;
	} else {
		c.on = tool_date(&r.t, "--by", by, 1);
		c.text = revise_text(&r, "-m", text);
		if (!c.text.n)
			diag_die("-m: no text; say what is promised");
	}
	for (i = optind; i < notes; i++)
		revise_expect(&r, argv[i]);
	for (i = optind; i < notes; i++)
		revise_add(&r, argv[i]);
	revise_notes(&r, &c, 1);
	pattern_free(c.pattern);
	return revise_finish(&r);
}
