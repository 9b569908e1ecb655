/* fu-new: makes a note */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/assign.h"
#include "lib/file.h"
#include "lib/revise.h"
#include "lib/rulefile.h"
#include "lib/save.h"
#include "lib/slug.h"
#include "lib/text.h"
#include "seed_note.h"

static const char help[] =
    "usage: fu-new [option]... NAME [KEY=VALUE]...\n"
    "Makes a note, first-last.md, and prints its path. KEY=VALUE sets a field as\n"
    "fu-set(1) does. A note that is there already is left as it is.\n"
    "\n"
    "  -d, --directory DIR  where (else $FU_NOTES, else the current directory)\n"
    "  -n, --dry-run        print what would be made as a diff, and make nothing\n"
    "  -t, --today DATE     the day it is (else $FU_TODAY, else the local date)\n"
    "      --rules FILE     in place of .fu/rules.yaml; none: the built-in alone\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "The note grows from .fu/note.md, looked for in the directory and upward, else\n"
    "from one that is built in.\n";

enum { THREADS = 4 };

static const struct option options[] = {
	{"directory", required_argument, NULL, 'd'},
	{0},
};

/* A note that is not there yet. */
struct draft {
	const char *directory;
	struct str path, template;
	struct buf text;
};

/* What notes grow from: the directory's own .fu/note.md, or that of the nearest one above, else the built-in one. */
static void
read_template(struct revise *r, struct draft *n)
{
	char text[128];
	int problem;

	n->template = rulefile_find(&r->t.mem, n->directory, ".fu/note.md");
	if (!n->template.s) {
		buf_add(&n->text, (const char *)seed_note, sizeof seed_note);
		n->template = STR("seeds/note.md");
		return;
	}
	problem = file_read(n->template.s, &n->text);
	if (problem)
		diag_die("%s: %s", diag_path(&(struct diag){.mem = &r->t.mem}, n->template),
		    file_problem(problem, text));
}

/* Makes the changes to what a note grows from. One that is refused ends the process: no file is there yet. */
static void
fill_in(struct revise *r, struct draft *note, const struct change *changes, size_t n)
{
	struct diag d = {.mem = &r->t.mem};
	size_t i;

	for (i = 0; i < n; i++) {
		struct buf out = {0};

		switch (edit_note(r->editor, note->path, buf_text(&note->text), &changes[i], &out, &d)) {
		case EDIT_DONE:
			buf_free(&note->text);
			note->text = out;
			break;
		case EDIT_NOTHING:
			break;
		case EDIT_REFUSED:
			diag_print(d.first, d.first->line ? note->template : note->path);
			exit(2);
		}
	}
}

/* The notes that the new one comes among: those under $FU_NOTES, else those beside it. */
static void
read_others(struct revise *r, const char *directory, struct load *load)
{
	const struct reading reading = {.rules = &r->t.rules, .today = r->t.today, .name = true};
	const char *root = tool_notes(directory);
	struct stat st;
	const struct note *n;

	r->t.names.warns = true;
	names_add(&r->t.names, text_c(stat(root, &st) == 0 ? root : directory));
	names_sort(&r->t.names);
	load_notes(load, &r->t.names, &reading, THREADS);
	for (n = load->bad; n < load->bad + load->nbad; n++)
		if (check_is_trouble(n->messages->check))
			diag_print_warnings(n->messages, n->path);
}

/* Says which notes have the name of a new one, too. */
static void
print_twins(const struct load *load, const struct note *note)
{
	struct mem mem = {0};
	struct diag d = {.mem = &mem};
	struct str name = text_fold(&mem, note->name);
	size_t i;

	for (i = 0; i < load->book.n; i++)
		if (text_folds_to(load->book.notes[i].name, name))
			diag_add(&d, CHECK_SAME_NAME, 0, 0, "%s has this name, too",
			    diag_path(&d, load->book.notes[i].path));
	diag_print(d.first, note->path);
	mem_free(&mem);
}

/* Says what the new note and the others may not say of each other as its owner means it. */
static void
check_links(struct revise *r, const struct draft *n)
{
	const struct reading reading = {.rules = &r->t.rules, .today = r->t.today, .name = true};
	struct note_reader *reader = note_reader_new(&reading, &r->t.mem);
	struct note note = {.path = n->path};
	struct load load;

	note_read(reader, buf_text(&n->text), &note);
	read_others(r, n->directory, &load);
	print_twins(&load, &note);
	diag_print(load_link_new(&load, &note)->messages, n->path);
	load_free(&load);
	note_reader_free(reader);
}

static void
make(struct revise *r, const struct draft *n)
{
	struct diag d = {.mem = &r->t.mem};

	if (save_may_make(n->path, &d)) {
		check_links(r, n);
		if (r->t.dry_run)
			revise_show(r, n->path, (struct str){0}, buf_text(&n->text));
		else if (save_new(n->path, buf_text(&n->text), &d))
			rec_path(&r->t.rec, n->path, false);
	}
	diag_print(d.first, n->path);
}

/* A field, a path or the name of a file is none of a person. */
static struct str
read_name(struct revise *r, const char *operand)
{
	struct str name = revise_text(r, "NAME", operand);
	const char *quoted = tool_quote(&r->t, name);

	if (memchr(name.s, '=', name.n))
		diag_die("%s is a field; the name comes first: fu-new NAME [KEY=VALUE]...", quoted);
	if (memchr(name.s, '/', name.n))
		diag_die("%s: a name has no '/'; write the directory behind -d", quoted);
	if (note_stem(name).n < name.n)
		diag_die("%s is the name of a file; write that of the person", quoted);
	return name;
}

static struct str
path_of(struct revise *r, const char *directory, struct str name)
{
	struct str file = slug(&r->t.mem, name);
	struct buf b = {0};

	if (!file.n)
		diag_die("%s: nothing in this name can be the name of a file; write one with letters",
		    tool_quote(&r->t, name));
	buf_str(&b, file);
	buf_fmt(&b, ".md");
	return text_path(&r->t.mem, text_c(directory), buf_take(&b, &r->t.mem));
}

static size_t
read_changes(struct revise *r, int argc, char **argv, struct str name, struct change **out)
{
	struct change *c = mem_array(&r->t.mem, (size_t)argc + 2, sizeof *c);
	char *added = mem_bytes(&r->t.mem, DATE_TEXT);
	size_t n = 0;
	int i;

	c[n++] = (struct change){.kind = CHANGE_FIELD, .key = STR("name"), .text = name};
	date_text(r->t.today, added);
	c[n++] = (struct change){.kind = CHANGE_FIELD, .key = STR("added"), .text = text_c(added)};
	for (i = 0; i < argc; i++) {
		if (!strchr(argv[i], '='))
			diag_die("more than one name: %s; put a name with blanks in quotes",
			    tool_quote(&r->t, text_c(argv[i])));
		c[n++] = assign_read(&r->t, argv[i]);
	}
	*out = c;
	return n;
}

int
main(int argc, char **argv)
{
	struct revise r = {0};
	struct draft note = {0};
	struct change *changes;
	struct str name, directory;
	size_t n;
	int o;

	tool_start_maker(&r.t, argc, argv, "fu-new", help, "d:", options);
	while ((o = tool_option(&r.t)) != -1) {
		switch (o) {
		case 'd': note.directory = optarg; break;
		}
	}
	if (optind == argc)
		diag_die("no name; write fu-new NAME [KEY=VALUE]...");
	if (!note.directory)
		note.directory = tool_default_operand();
	revise_start(&r, note.directory);
	name = read_name(&r, argv[optind]);
	note.path = path_of(&r, note.directory, name);
	n = read_changes(&r, argc - optind - 1, argv + optind + 1, name, &changes);
	directory = text_c(note.directory);
	tool_confine((struct strs){&directory, !r.t.dry_run});
	read_template(&r, &note);
	fill_in(&r, &note, changes, n);
	make(&r, &note);
	buf_free(&note.text);
	return revise_finish(&r);
}
