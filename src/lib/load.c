#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "file.h"
#include "load.h"
#include "text.h"
#include "twins.h"

struct work {
	const struct names *names;
	const struct reading *reading;
	struct note *notes;
	enum note_result *results;
	atomic_size_t next;
};

/* A directory that is open, since its notes are found faster from there. */
struct folder {
	struct buf path;        /* with a NUL at its end */
	int fd;                 /* -1: there is none, or it could not be opened */
};

struct worker {
	struct work *work;
	struct mem *facts;
	pthread_t thread;
	bool started;
};

/* What could not be read, of which only the messages are of interest. */
static enum note_result
refuse(struct note *note, struct mem *facts, int problem, bool named)
{
	struct diag d = {.mem = facts};
	char text[128];

	if (problem == FILE_IS_DIRECTORY && !named)
		diag_add(&d, CHECK_DIRECTORY_LINK, 0, 0, "a symbolic link to a directory, which is not followed");
	else
		diag_add(&d, CHECK_FILE, 0, 0, "%s", file_problem(problem, text));
	note->messages = d.first;
	return NOTE_BAD;
}

static void
leave(struct folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
}

static void
enter(struct folder *f, struct str path)
{
	if (f->path.n && text_eq(path, (struct str){f->path.s, f->path.n - 1}))
		return;
	leave(f);
	f->path.n = 0;
	buf_str(&f->path, path);
	buf_chr(&f->path, '\0');
	f->fd = open(f->path.s, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static int
read_bytes(struct folder *folder, struct str path, struct buf *b)
{
	enter(folder, text_folder(path));
	return folder->fd < 0 ? file_read(path.s, b) : file_read_at(folder->fd, text_base(path).s, b);
}

static enum note_result
read_one(struct note_reader *reader, struct mem *facts, const struct name *name, struct folder *folder, struct buf *b,
    struct note *note)
{
	int problem;
	enum note_result result;

	note->path = name->path;
	note->among = name->among;
	problem = read_bytes(folder, name->path, b);
	if (problem)
		return refuse(note, facts, problem, name->named);
	result = note_read(reader, (struct str){b->s, b->n}, note);
	if ((result == NOTE_NONE || result == NOTE_PASSED_OVER) && name->named) {
		struct diag d = {.mem = facts};

		diag_add(&d, CHECK_FRONT_MATTER, 1, 1, "no front matter; a note begins with a line '---'");
		note->messages = d.first;
		result = NOTE_BAD;
	}
	return result;
}

static void *
run(void *arg)
{
	struct worker *w = arg;
	struct work *work = w->work;
	struct note_reader *reader = note_reader_new(work->reading, w->facts);
	struct folder folder = {.fd = -1};
	struct buf b = {0};
	size_t i, end;

	while ((i = atomic_fetch_add(&work->next, LOAD_AT_ONCE)) < work->names->n) {
		end = i + LOAD_AT_ONCE < work->names->n ? i + LOAD_AT_ONCE : work->names->n;
		for (; i < end; i++)
			work->results[i] = read_one(reader, w->facts, &work->names->v[i], &folder, &b, &work->notes[i]);
	}
	leave(&folder);
	buf_free(&folder.path);
	buf_free(&b);
	note_reader_free(reader);
	return NULL;
}

/* Where no more threads are to be had, those that are do all the work. */
static void
run_all(struct work *work, struct mem *arenas, unsigned n)
{
	struct worker *workers = mem_resize(NULL, n, sizeof *workers);
	unsigned i;

	for (i = 0; i < n; i++)
		workers[i] = (struct worker){.work = work, .facts = &arenas[i]};
	for (i = 1; i < n; i++)
		workers[i].started = pthread_create(&workers[i].thread, NULL, run, &workers[i]) == 0;
	run(&workers[0]);
	for (i = 1; i < n; i++)
		if (workers[i].started)
			pthread_join(workers[i].thread, NULL);
	free(workers);
}

/* Parts the notes into those that were read, those that could not be, and what is no note. */
static void
part(struct load *load, const enum note_result *results, size_t n)
{
	struct note *notes = load->book.notes;
	size_t i;

	for (i = 0; i < n; i++)
		load->nbad += results[i] == NOTE_BAD || results[i] == NOTE_PASSED_OVER;
	load->bad = mem_array(&load->mem, load->nbad, sizeof *load->bad);
	load->nbad = 0;
	for (i = 0; i < n; i++) {
		if (results[i] == NOTE_READ)
			notes[load->book.n++] = notes[i];
		else if (results[i] != NOTE_NONE)
			load->bad[load->nbad++] = notes[i];
	}
}

void
load_notes(struct load *load, const struct names *names, const struct reading *reading, unsigned threads)
{
	struct work work = {.names = names, .reading = reading};
	unsigned i;

	if (threads > names->n / LOAD_AT_ONCE + 1)
		threads = (unsigned)(names->n / LOAD_AT_ONCE) + 1;
	*load = (struct load){.narenas = threads, .arenas = mem_resize(NULL, threads, sizeof *load->arenas)};
	for (i = 0; i < threads; i++)
		load->arenas[i] = (struct mem){0};
	load->book.notes = work.notes = mem_array(&load->mem, names->n, sizeof *work.notes);
	work.results = mem_resize(NULL, names->n, sizeof *work.results);
	run_all(&work, load->arenas, threads);
	part(load, work.results, names->n);
	free(work.results);
	if (reading->links)
		book_link(&load->book, &load->mem);
	if (reading->checks)
		twins_find(&load->book, &load->mem);
}

const struct note *
load_link_new(struct load *load, const struct note *note)
{
	struct book *book = &load->book;
	struct note *notes = mem_array(&load->mem, book->n + 1, sizeof *notes);
	size_t i;

	for (i = 0; i < book->n; i++)
		notes[i] = book->notes[i];
	notes[book->n++] = *note;
	book->notes = notes;
	book_link(book, &load->mem);
	return &notes[book->n - 1];
}

void
load_print(const struct load *load)
{
	const struct note *good = load->book.notes, *bad = load->bad, *n;

	while (good < load->book.notes + load->book.n || bad < load->bad + load->nbad) {
		bool no_good = good == load->book.notes + load->book.n, no_bad = bad == load->bad + load->nbad;

		n = no_bad || (!no_good && names_order(good->path, bad->path) < 0) ? good++ : bad++;
		diag_print(n->messages, n->path);
	}
}

void
load_free(struct load *load)
{
	unsigned i;

	for (i = 0; i < load->narenas; i++)
		mem_free(&load->arenas[i]);
	free(load->arenas);
	mem_free(&load->mem);
	*load = (struct load){0};
}
