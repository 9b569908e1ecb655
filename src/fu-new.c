/* fu-new: makes a note */
#include <stdlib.h>
#include <string.h>

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

static const struct option options[] = {
	{"directory", required_argument, NULL, 'd'},
	REVISE_DRY_RUN,
	{0},
};

/* What notes grow from: the directory's own .fu/note.md, or that of the nearest one above, else the built-in one. Returns its path. */
static struct str
read_template(struct revise *r, const char *directory, struct buf *out)
{
	struct str path = rulefile_find(&r->t.mem, directory, ".fu/note.md");
	char text[128];
	int problem;

	if (!path.s) {
		buf_add(out, (const char *)seed_note, sizeof seed_note);
		return STR("seeds/note.md");
	}
	problem = file_read(path.s, out);
	if (problem)
		diag_die("%s: %s", diag_path(&(struct diag){.mem = &r->t.mem}, path), file_problem(problem, text));
	return path;
}

/* Makes the changes to what a note grows from. One that is refused ends the process: nothing is there yet to be left. */
static void
fill_in(struct revise *r, struct str path, struct str template, const struct change *changes, size_t n, struct buf *text)
{
	struct diag d = {.mem = &r->t.mem};
	size_t i;

	for (i = 0; i < n; i++) {
		struct buf out = {0};

		switch (edit_note(r->editor, path, (struct str){text->s, text->n}, &changes[i], &out, &d)) {
		case EDIT_DONE:
			buf_free(text);
			*text = out;
			break;
		case EDIT_NOTHING:
			break;
		case EDIT_REFUSED:
			diag_print(d.first, template);
			exit(2);
		}
	}
}

/* Says what there is to say of the note's `via:`, which may be any note of the directory. */
static void
check_via(struct revise *r, const char *directory, struct note *note)
{
	const struct reading reading = {.rules = &r->t.rules, .today = r->t.today, .name = true};
	struct names names = {0};
	struct load load;
	struct book book = {0};

	names_add(&names, text_c(directory));
	names_sort(&names);
	load_notes(&load, &names, &reading, 1);
	book.n = load.book.n + 1;
	book.notes = mem_array(&load.mem, book.n, sizeof *book.notes);
	for (size_t i = 0; i < load.book.n; i++)
		book.notes[i] = load.book.notes[i];
	book.notes[book.n - 1] = *note;
	book_link(&book, &load.mem);
	diag_print(book.notes[book.n - 1].messages, note->path);
	load_free(&load);
	names_free(&names);
}

static void
read_new(struct revise *r, const char *directory, struct str path, const struct buf *text)
{
	const struct reading reading = {.rules = &r->t.rules, .today = r->t.today};
	struct note_reader *reader = note_reader_new(&reading, &r->t.mem);
	struct note note = {.path = path};

	note_read(reader, (struct str){text->s, text->n}, &note);
	if (note.nvia)
		check_via(r, directory, &note);
	note_reader_free(reader);
}

static void
make(struct revise *r, struct str path, const struct buf *text)
{
	struct diag d = {.mem = &r->t.mem};

	if (r->dry_run && save_may_make(path, &d))
		revise_show(r, path, (struct str){0}, (struct str){text->s, text->n});
	if (!r->dry_run && save_new(path, (struct str){text->s, text->n}, &d))
		rec_path(&r->t.rec, path, false);
	diag_print(d.first, path);
}

static struct str
path_of(struct revise *r, const char *directory, struct str name)
{
	struct str file = slug(&r->t.mem, name);
	struct buf b = {0};

	if (!file.n)
		diag_die("%s: nothing in this name can be the name of a file; write one with letters",
		    diag_quote(&(struct diag){.mem = &r->t.mem}, name));
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
	c[n++] = (struct change){.kind = CHANGE_FIELD, .key = STR("added"), .text = text_c(date_text(r->t.today, added))};
	for (i = 0; i < argc; i++) {
		if (!strchr(argv[i], '='))
			diag_die("more than one name: %s; put a name with blanks in quotes",
			    diag_quote(&(struct diag){.mem = &r->t.mem}, text_c(argv[i])));
		c[n++] = assign_read(&r->t, argv[i]);
	}
	*out = c;
	return n;
}

int
main(int argc, char **argv)
{
	struct revise r = {0};
	const char *directory = NULL;
	struct change *changes;
	struct buf text = {0};
	struct str name, path, template;
	size_t n;
	int o;

	tool_start_editor(&r.t, argc, argv, "fu-new", help, "d:n", options);
	while ((o = tool_option(&r.t)) != -1) {
		switch (o) {
		case 'd': directory = optarg; break;
		case 'n': r.dry_run = true; break;
		}
	}
	if (optind == argc)
		diag_die("no name; write fu-new NAME [KEY=VALUE]...");
	directory = directory ? directory : tool_default_operand();
	revise_start(&r, directory);
	name = revise_text(&r, "NAME", argv[optind]);
	path = path_of(&r, directory, name);
	n = read_changes(&r, argc - optind - 1, argv + optind + 1, name, &changes);
	template = read_template(&r, directory, &text);
	fill_in(&r, path, template, changes, n, &text);
	read_new(&r, directory, path, &text);
	make(&r, path, &text);
	buf_free(&text);
	return revise_finish(&r);
}
