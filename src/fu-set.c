/* fu-set: changes fields of the front matter */
#include "lib/assign.h"
#include "lib/revise.h"

static const char help[] =
    "usage: fu-set [option]... NOTE... KEY=VALUE...\n"
    "Changes fields of the front matter of each note, or adds them; KEY= removes one.\n"
    "All else stays as it is. NOTE: a path, else an id, a name, an address or a word\n"
    "of a name.\n"
    "\n"
    "  -n, --dry-run        print what would change as a diff, and change nothing\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "  -0, --null           NUL, not LF, ends each path of standard input\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "  snooze, next, last, added, applied, met=DATE   2026-11-22, today, monday, +2w\n"
    "  every=SPAN                                     6w, 2mo, never\n"
    "  tags, aliases, avoid, email, phone=TEXT,TEXT   a list, in place of the old\n"
    "Other fields are text; see fu-note(5).\n"
    "\n"
    "NOTE -: paths on standard input, one a line. Notes are looked up in $FU_NOTES,\n"
    "else the current directory.\n";

static int
first_note(char **operands, int from, int n)
{
	while (from < n && assign_is(operands[from]))
		from++;
	return from;
}

int
main(int argc, char **argv)
{
	static const struct option none[] = {{0}};
	struct revise r = {0};
	struct change *changes;
	size_t n = 0;
	int o, note;

	tool_start_editor(&r.t, argc, argv, "fu-set", help, "", none);
	while (tool_option(&r.t) != -1)
		;
	note = first_note(argv, optind, argc);
	if (note == argc)
		diag_die("no note; write fu-set NOTE... KEY=VALUE...");
	revise_start(&r, argv[note]);
	changes = mem_array(&r.t.mem, (size_t)(argc - optind), sizeof *changes);
	for (o = optind; o < argc; o++)
		if (assign_is(argv[o]))
			changes[n++] = assign_read(&r.t, argv[o]);
	if (!n)
		diag_die("nothing to set; write KEY=VALUE, or KEY= to remove a field");
	for (o = note; o < argc; o++)
		if (!assign_is(argv[o]))
			revise_expect(&r, argv[o]);
	for (o = note; o < argc; o++) {
		if (assign_is(argv[o]))
			continue;
		if (!revise_add(&r, argv[o]) && o > optind && assign_is(argv[o - 1]))
			diag_die("nothing is set; put a value with blanks in quotes");
	}
	revise_notes(&r, changes, n);
	return revise_finish(&r);
}
