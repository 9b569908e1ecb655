/*
 * gen notes|mail|records PATH COUNT: writes COUNT made-up contacts, the same every time, for tests/bench/run: as notes
 * in a directory, as messages in a maildir, each of which holds a note, or as the records of recutils in one file.
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define COUNT_OF(a)	(sizeof(a) / sizeof((a)[0]))
#define PICK(r, a)	((a)[below((r), COUNT_OF(a))])

enum {
	TODAY = 20779,		/* 2026-11-22, in days since 1970-01-01 */
	PER_DIRECTORY = 1000,
	PATH_SIZE = sizeof "/d0000000/n00000000.md",
	MAX_COUNT = 10000000,
	MIN_TOUCHES = 3,
	MAX_TOUCHES = 8,
	MAX_EXCHANGE = 6,
	REFERRER_TRIES = 16
};

enum kind {
	END, CALL, CHAT, COFFEE, MEETING, INTERVIEW, EMAIL, MESSAGE, VOICEMAIL, APPLICATION,
	THANKS, UPDATE, CARD, REPLY, THEIR_EMAIL, REFERRAL, REJECTION
};

static const struct {
	const char *name;
	bool tells;		/* a referrer has heard the news by then */
	const char *opening[3];
} kinds[] = {
	[CALL] = {"call", true, {"talked about", "twenty minutes on", "rang about"}},
	[CHAT] = {"chat", true, {"a word about", "caught up on", "in the corridor, about"}},
	[COFFEE] = {"coffee", true, {"at the station café, about", "swapped stories about", "an hour on"}},
	[MEETING] = {"meeting", true, {"went through", "at their office, about", "whiteboard session on"}},
	[INTERVIEW] = {"interview", true, {"panel of three asked about", "first round, mostly", "second round, on"}},
	[EMAIL] = {"email", false, {"asked about", "sent two pages on", "wrote about"}},
	[MESSAGE] = {"message", false, {"short line about", "asked for ten minutes on", "pointer to"}},
	[VOICEMAIL] = {"voicemail", false, {"left my number, about", "will try again about", "mentioned"}},
	[APPLICATION] = {"application", false, {"sent through the portal, stressing", "with a letter on", "by post, with a page on"}},
	[THANKS] = {"thanks", false, {"card, mentioned", "short mail, came back to", "wrote that I enjoyed"}},
	[UPDATE] = {"update", true, {"told them how it went with", "news of", "sent the result of"}},
	[CARD] = {"card", false, {"postcard with a joke about", "congratulated them on", "season's greetings and"}},
	[REPLY] = {"reply", false, {"glad to talk about", "has questions on", "says yes to"}},
	[THEIR_EMAIL] = {"< email", false, {"wants to hear about", "sent me an article on", "asks about"}},
	[REFERRAL] = {"referral", false, {"gave me a name for", "says their cousin knows", "two people to ask about"}},
	[REJECTION] = {"rejection", false, {"somebody else had more of", "no opening for", "on hold because of"}},
};

typedef enum kind touch_list[MAX_EXCHANGE + 1];

/* After these no built-in rule waits for anything. */
static const touch_list settled[] = {
	{COFFEE, THANKS},
	{MEETING, THANKS},
	{EMAIL, REPLY, CALL, UPDATE},
	{CALL, EMAIL, REPLY, THANKS},
	{MESSAGE, CHAT},
	{VOICEMAIL, CALL, UPDATE},
	{THEIR_EMAIL, CALL, UPDATE},
	{REFERRAL, THANKS},
	{APPLICATION, REPLY, INTERVIEW, THANKS, REJECTION, THANKS},
	{CHAT},
	{CARD},
};

/* After these something is due the next day, or in a week. */
static const touch_list open_next_day[] = {{MEETING}, {COFFEE}, {EMAIL, REPLY}, {REFERRAL}, {THEIR_EMAIL}, {REJECTION}};
static const touch_list open_in_a_week[] = {{EMAIL}, {APPLICATION}, {CALL}, {VOICEMAIL}, {MESSAGE}};

struct cadence {
	const char *text;
	long days;		/* the fewest that the span can last; 0: none */
};

static const struct cadence everies[] = {
	{"2w", 14}, {"3 weeks", 21}, {"monthly", 28}, {"6w", 42}, {"2mo", 59},
	{"quarterly", 89}, {"6mo", 181}, {"yearly", 365}, {"never", 0},
};
static const struct cadence lists[] = {{"a-list", 21}, {"b-list", 59}, {"c-list", 181}, {"d-list", 365}};

static const char *const first_names[] = {
	"Ana", "Amara", "Anselm", "Beatriz", "Bram", "Caleb", "Chiara", "Dana", "Dmitri", "Edda",
	"Emeka", "Farid", "Fiona", "Goran", "Greta", "Hana", "Hugo", "Ines", "Ivo", "Jarla",
	"Jonas", "Keiko", "Kofi", "Lee", "Lucía", "Mads", "Maren", "Nadia", "Noor", "Odile",
	"Oskar", "Pia", "Quentin", "Ravi", "Rosa", "Sanne", "Sören", "Tom", "Thandi", "Ulla",
	"Viktor", "Wanda", "Xenia", "Yusuf", "Zofia",
};
static const char *const last_names[] = {
	"Abernoth", "Arkwell", "Bakkerdal", "Belmonde", "Brackwater", "Castellin", "Chanduri", "Corrigane",
	"Delacrane", "Dunmarsh", "Eberholt", "Eskola-Finch", "Fairhollow", "Fontaneau", "Gomezal", "Greywick",
	"Hallowell", "Hartkamp", "Ibrahimson", "Iverdale", "Jankovar", "Jessamine", "Kimberlake", "Kowalczun",
	"Lindqvale", "Lockridge", "Marchetto", "Mbekani", "Nakamoro", "Northcliffe", "O'Brannan", "Okonjuwa",
	"Parkhurst", "Pettigrove", "Quillfeather", "Ramanujar", "Rosenthorn", "Saltmarsh", "Silveirão", "Tanakori",
	"Thornbury", "Underhay", "Vandermoor", "Vasquelle", "Whitcomber", "Wolfendale", "Yamadori", "Zielinskar",
};
static const char *const org_heads[] = {
	"Harbor", "Bluestone", "Fjord", "Copper", "Meridian", "Juniper", "Larkspur", "Granite", "Tidewater",
	"Sundial", "Ironbridge", "Paperboat", "Northgate", "Quarry", "Lantern", "Millrace",
};
static const char *const org_tails[] = {
	"Analytics", "& Sons", "Logistics", "Foods", "Robotics", "Publishing", "Health", "Energy", "Capital",
	"Instruments", "Textiles", "Software", "Freight", "Optics",
};
static const char *const roles[] = {
	"Head of Operations", "Engineering Manager", "Recruiter", "Chief Financial Officer", "Editor",
	"Product Lead", "Procurement Officer", "Research Scientist", "Account Executive", "Founder",
	"Site Reliability Engineer", "Head of HR", "Curator", "Plant Manager",
};
static const char *const cities[] = {
	"Rotterdam", "Porto", "Leeds", "Kraków", "Oslo", "Nairobi", "Toronto", "Osaka", "Lyon", "Austin",
};
static const char *const tags[] = {
	"conference", "alumni", "recruiter", "client", "investor", "press", "hiring", "neighbour", "choir",
	"supplier", "open-source", "board",
};
static const char *const personal_tags[] = {"friend", "family"};
static const char *const stages[] = {"active", "active", "warm", "lead", "prospect", "interviewing", "client"};
static const char *const closed_stages[] = {"closed", "lost", "paused", "archived"};

static const char *const topics[] = {
	"the spring budget", "their move to the new building", "the data platform", "hiring plans for next year",
	"the night shift", "a pilot in two of the shops", "the licence renewal", "my years in logistics",
	"the open post in her team", "a shared stand at the fair", "the warehouse robots", "price lists",
	"the audit", "the translation", "training for new starters", "the newsletter", "his sabbatical",
	"the merger", "a talk in March", "the delivery dates", "the prototype", "their backlog",
};
static const char *const remarks[] = {
	"she will ask around", "he knows the head of department", "sounded busy", "try again before noon",
	"wants figures first", "prefers the phone", "away until the 12th", "the assistant is called Mo",
	"no decision before the board meets", "very friendly", "likes short mails",
};
static const char *const promises[] = {
	"send the deck", "send the article on queues", "return the book", "two dates for lunch",
	"draft of the proposal", "the reference letter", "photos of the stand", "a list of open questions",
};
static const char *const sentences[] = {
	"Met at the trade fair, in the queue for the cloakroom.",
	"Grew up by the sea and still sails most weekends.",
	"Decides on anything below twenty thousand; above that it goes to the board.",
	"Two children, the elder one about to start university.",
	"Would rather be written to than called, and answers within a day or two.",
	"Used to run the competitor's northern branch, so knows the market well.",
	"Thinks the job should have gone to somebody from inside.",
	"Speaks four languages and apologises in all of them.",
	"The team has doubled since the summer, and nobody has written anything down.",
	"Asked for a sample of the quarterly figures; [[price list]] has the latest.",
	"Bakes bread; ask about the sourdough.",
	"Their fiscal year ends in June, so the money is spent by May.",
	"Recommended a book on negotiation that turned out to be *very* good.",
	"Allergic to slide decks: bring one page, printed.",
};

struct plan {
	uint64_t random;	/* goes on from here for the wording */
	const struct cadence *every, *list;
	bool closed, vanished, broken_promise;
	long added;
	size_t touches;
	enum kind kind[MAX_TOUCHES];
	long day[MAX_TOUCHES];
};

_Noreturn static void fail(const char *what)
{
	fprintf(stderr, "gen: %s: %s\n", what, strerror(errno));
	exit(2);
}

static long below(uint64_t *random, size_t limit)
{
	uint64_t z = *random += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (long)((z ^ (z >> 31)) % limit);
}

static bool percent(uint64_t *random, long chance)
{
	return below(random, 100) < chance;
}

static size_t length(const enum kind *exchange)
{
	size_t n = 0;

	while (exchange[n] != END)
		n++;
	return n;
}

/* Leaves in day the number of days since the touch before. */
static void append(struct plan *p, const enum kind *exchange)
{
	for (size_t i = 0; exchange[i] != END; i++) {
		p->kind[p->touches] = exchange[i];
		p->day[p->touches] = i == 0 ? 9 + below(&p->random, 70) : 1 + below(&p->random, 5);
		p->touches++;
	}
}

static void plan_touches(struct plan *p, const enum kind *end, long age)
{
	size_t room = MAX_TOUCHES - length(end);
	size_t wanted = MIN_TOUCHES + (size_t)below(&p->random, room - MIN_TOUCHES + 1);
	long day = TODAY - age;

	while (p->touches < wanted) {
		const enum kind *exchange = PICK(&p->random, settled);

		if (p->touches + length(exchange) <= room)
			append(p, exchange);
	}
	append(p, end);
	for (size_t i = p->touches; i-- > 0;) {
		long gap = p->day[i];

		p->day[i] = day;
		day -= gap;
	}
	p->added = day;
}

/* A note's plan hangs on its number alone, so that another note can ask for it. */
static struct plan plan_note(unsigned long number)
{
	struct plan p = {.random = number * UINT64_C(0xd1342543de82ef95)};
	static const touch_list nothing = {END};
	const enum kind *end = nothing;
	long fate = below(&p.random, 100), span, age;

	if (percent(&p.random, 40))
		p.every = &PICK(&p.random, everies);
	if (percent(&p.random, 50))
		p.list = &PICK(&p.random, lists);
	span = p.every ? p.every->days : p.list ? p.list->days : 0;

	if (fate < 3) {
		end = PICK(&p.random, open_next_day);
		age = 3 + below(&p.random, 30);
	} else if (fate < 5) {
		end = PICK(&p.random, open_in_a_week);
		age = 8 + below(&p.random, 30);
	} else if (fate < 7) {
		p.vanished = !p.every && !p.list;
		age = (span > 0 ? span + 3 : 95) + below(&p.random, 60);
	} else if (fate < 11) {
		end = PICK(&p.random, open_in_a_week);
		age = below(&p.random, 7);
	} else {
		p.broken_promise = fate < 12;
		p.closed = fate >= 95;
		age = below(&p.random, span > 0 ? (size_t)span : 600);
	}
	plan_touches(&p, end, age);
	return p;
}

/* Somebody who has heard the news of the note, if one is found quickly. */
static unsigned long referrer(struct plan *p, unsigned long number)
{
	unsigned long other = 0;

	for (int tries = 0; tries < REFERRER_TRIES; tries++) {
		struct plan r;

		other = (unsigned long)below(&p->random, number);
		r = plan_note(other);
		for (size_t i = 0; i < r.touches; i++)
			if (kinds[r.kind[i]].tells && r.day[i] >= p->day[p->touches - 1])
				return other;
	}
	return other;
}

static void put_time(FILE *f, long long seconds, const char *format)
{
	time_t time = (time_t)seconds;
	char text[64];
	struct tm tm;

	if (!gmtime_r(&time, &tm) || strftime(text, sizeof text, format, &tm) == 0)
		fail("date");
	fputs(text, f);
}

static void put_date(FILE *f, long day)
{
	put_time(f, (long long)day * 86400, "%Y-%m-%d");
}

/* No two contacts have the same name: once first and last names run out, initials tell them apart. */
static void put_name(FILE *f, unsigned long number)
{
	unsigned long again = number / COUNT_OF(first_names) / COUNT_OF(last_names);

	fprintf(f, "%s ", first_names[number % COUNT_OF(first_names)]);
	for (; again > 0; again /= 26)
		fprintf(f, "%c. ", (char)('A' + again % 26));
	fputs(last_names[number / COUNT_OF(first_names) % COUNT_OF(last_names)], f);
}

static void put_fields(FILE *f, struct plan *p, unsigned long number)
{
	uint64_t *r = &p->random;

	fprintf(f, "name: ");
	put_name(f, number);
	fprintf(f, "\norg: %s", PICK(r, org_heads));
	fprintf(f, " %s\n", PICK(r, org_tails));
	fprintf(f, "role: %s\n", PICK(r, roles));
	fprintf(f, "email: contact%lu@example.com\n", number);
	fprintf(f, "phone: +1 %ld", 200 + below(r, 700));
	fprintf(f, " 555 01%02ld\n", below(r, 100));
	fprintf(f, "city: %s\n", PICK(r, cities));
	fprintf(f, "tags: [");
	if (p->list)
		fprintf(f, "%s, ", p->list->text);
	if (percent(r, 6))
		fprintf(f, "%s, ", PICK(r, personal_tags));
	fprintf(f, "%s]\n", PICK(r, tags));
	if (p->every)
		fprintf(f, "every: %s\n", p->every->text);
	fprintf(f, "added: ");
	put_date(f, p->added);
	fprintf(f, "\nstage: %s\n", p->closed ? PICK(r, closed_stages) : PICK(r, stages));
	if (number > 0 && percent(r, 10))
		fprintf(f, "via: n%06lu\n", referrer(p, number));
	if (percent(r, 25)) {
		fprintf(f, "birthday: ");
		put_date(f, below(r, 35 * 365));
		fputc('\n', f);
	}
}

static void put_log(FILE *f, struct plan *p, const char *lead)
{
	uint64_t *r = &p->random;

	for (size_t i = 0; i < p->touches; i++) {
		fputs(lead, f);
		put_date(f, p->day[i]);
		fprintf(f, " %s: %s", kinds[p->kind[i]].name, PICK(r, kinds[p->kind[i]].opening));
		fprintf(f, " %s", PICK(r, topics));
		if (p->vanished && i == p->touches - 1)
			fprintf(f, "; \"let's stay in touch\"");
		else if (percent(r, 20))
			fprintf(f, "; %s", PICK(r, remarks));
		fputc('\n', f);
	}
}

static void put_promises(FILE *f, struct plan *p, const char *lead)
{
	uint64_t *r = &p->random;

	if (percent(r, 40)) {
		long by = p->day[below(r, p->touches)] - 1 - below(r, 10);

		fprintf(f, "%s[x] ", lead);
		put_date(f, by);
		fprintf(f, " %s ✅ ", PICK(r, promises));
		put_date(f, by - 2 + below(r, 4));
		fputc('\n', f);
	}
	if (p->broken_promise || percent(r, 15)) {
		long by = p->broken_promise ? TODAY - 4 - below(r, 20) : TODAY + 1 + below(r, 60);

		fprintf(f, "%s[ ] %s", lead, percent(r, 30) ? "< " : "");
		put_date(f, by);
		fprintf(f, " %s\n", PICK(r, promises));
	}
}

static void put_prose(FILE *f, struct plan *p, const char *lead)
{
	uint64_t *r = &p->random;
	size_t sentence = (size_t)below(r, COUNT_OF(sentences));

	for (long paragraphs = 1 + below(r, 2); paragraphs > 0; paragraphs--) {
		fputs(lead, f);
		for (long n = 1 + below(r, 2); n > 0; n--) {
			fprintf(f, "%s%c", sentences[sentence], n > 1 ? ' ' : '\n');
			sentence = (sentence + 5) % COUNT_OF(sentences);
		}
	}
}

static void put_note(FILE *f, unsigned long number)
{
	struct plan p = plan_note(number);

	fprintf(f, "---\n");
	put_fields(f, &p, number);
	fprintf(f, "---\n\n# ");
	put_name(f, number);
	fprintf(f, "\n\n## Log\n\n");
	put_log(f, &p, "- ");
	put_promises(f, &p, "- ");
	fprintf(f, "\n## Notes\n");
	put_prose(f, &p, "\n");
}

static void put_message(FILE *f, unsigned long number)
{
	struct plan p = plan_note(number);

	fprintf(f, "From: ");
	put_name(f, number);
	fprintf(f, " <contact%lu@example.com>\nTo: me@example.com\n", number);
	fprintf(f, "Subject: %s\nDate: ", PICK(&p.random, topics));
	put_time(f, (long long)p.day[p.touches - 1] * 86400 + (long long)(number % 86400), "%a, %d %b %Y %H:%M:%S +0000");
	fprintf(f, "\nMessage-ID: <%lu@example.com>\nMIME-Version: 1.0\n", number);
	fprintf(f, "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n");
	put_note(f, number);
}

static void put_record(FILE *f, unsigned long number)
{
	struct plan p = plan_note(number);

	put_fields(f, &p, number);
	fprintf(f, "last: ");
	put_date(f, p.day[p.touches - 1]);
	fputc('\n', f);
	put_log(f, &p, "touch: ");
	put_promises(f, &p, "promise: ");
	put_prose(f, &p, "notes: ");
	fputc('\n', f);
}

static FILE *open_file(const char *path)
{
	FILE *f = fopen(path, "w");

	if (!f)
		fail(path);
	return f;
}

static void close_file(FILE *f, const char *path)
{
	if (ferror(f) || fclose(f) != 0)
		fail(path);
}

static void make_directory(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		fail(path);
}

static char *room_below(const char *directory)
{
	char *path = malloc(strlen(directory) + PATH_SIZE);

	if (!path)
		fail("malloc");
	return path;
}

static void write_notes(const char *top, unsigned long count)
{
	size_t size = strlen(top) + PATH_SIZE;
	char *path = room_below(top);

	make_directory(top);
	for (unsigned long i = 0; i < count; i++) {
		unsigned long directory = i / PER_DIRECTORY;
		FILE *f;

		if (i % PER_DIRECTORY == 0) {
			snprintf(path, size, "%s/d%03lu", top, directory);
			make_directory(path);
		}
		snprintf(path, size, "%s/d%03lu/n%06lu.md", top, directory, i);
		f = open_file(path);
		put_note(f, i);
		close_file(f, path);
	}
	free(path);
}

static void write_mail(const char *top, unsigned long count)
{
	static const char *const parts[] = {"", "/cur", "/new", "/tmp"};
	size_t size = strlen(top) + PATH_SIZE;
	char *path = room_below(top);

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		snprintf(path, size, "%s%s", top, parts[i]);
		make_directory(path);
	}
	for (unsigned long i = 0; i < count; i++) {
		FILE *f;

		snprintf(path, size, "%s/cur/%lu.host:2,S", top, i);
		f = open_file(path);
		put_message(f, i);
		close_file(f, path);
	}
	free(path);
}

static void write_records(const char *path, unsigned long count)
{
	FILE *f = open_file(path);

	for (unsigned long i = 0; i < count; i++)
		put_record(f, i);
	close_file(f, path);
}

int main(int argc, char **argv)
{
	static void (*const write[])(const char *, unsigned long) = {write_notes, write_mail, write_records};
	static const char *const forms[] = {"notes", "mail", "records"};
	unsigned long count = 0;
	char *end = NULL;
	size_t form = 0;

	while (argc == 4 && form < COUNT_OF(forms) && strcmp(argv[1], forms[form]) != 0)
		form++;
	if (argc == 4)
		count = strtoul(argv[3], &end, 10);
	if (argc != 4 || form == COUNT_OF(forms) || argv[3][0] < '0' || argv[3][0] > '9' || *end != '\0'
	    || count > MAX_COUNT) {
		fprintf(stderr, "usage: gen notes|mail|records PATH COUNT\nCOUNT is at most %d.\n", MAX_COUNT);
		return 2;
	}
	write[form](argv[2], count);
	return 0;
}
