#include <string.h>

#include "stats.h"

#define LIST(...) (const char *const[]){__VA_ARGS__}
#define TABLE(name_, title_, label_, ...) { \
	.name = (name_), .title = (title_), .label = (label_), .columns = LIST(__VA_ARGS__), \
	.ncolumns = sizeof (LIST(__VA_ARGS__)) / sizeof (const char *), \
}

static const struct stats_table empty[STATS_TABLES] = {
	[STATS_TOUCHES] = TABLE("touches", "Touches", "kind", "touches", "out", "in", "both"),
	[STATS_ANSWERS] = TABLE("answers", "Answers, by kind of first touch", "kind", "approaches", "answered", "days"),
	[STATS_ATTEMPTS] = TABLE("attempts", "Answers, by attempt", "attempt", "approaches", "answered", "days"),
	[STATS_WORTH] = TABLE("worth", "What following up was worth", "answer", "answers", "share"),
	[STATS_PROMISES] = TABLE("promises", "Promises of mine", "promise", "promises", "share"),
	[STATS_FOLLOWUPS] = TABLE("followups", "Follow-ups", "action", "follow-ups", "on time", "late", "open"),
	[STATS_PIPELINE] = TABLE("pipeline", "Pipeline", "step", "contacts", "conversion"),
	[STATS_STAGES] = TABLE("stages", "Stages", "stage", "contacts", "share"),
	[STATS_CADENCE] = TABLE("cadence", "Keeping in touch", "every", "contacts", "kept", "slipping"),
};

const char *
stats_table_name(enum stats_name name)
{
	return empty[name].name;
}

static size_t
count_notes(const struct stats_work *w)
{
	size_t i = 0, n = 0;

	while (stats_next(w, &i))
		n++;
	return n;
}

void
stats_find(const struct book *book, const struct rules *rules, struct stats_question q, struct mem *mem,
    struct stats *out)
{
	const struct stats_work w = {book, rules, q, mem};
	struct stats_table *t = out->tables;

	*out = (struct stats){.q = q, .notes = count_notes(&w)};
	memcpy(t, empty, sizeof empty);
	stats_touches(&w, &t[STATS_TOUCHES]);
	stats_answers(&w, &t[STATS_ANSWERS], &t[STATS_ATTEMPTS], &t[STATS_WORTH]);
	stats_promises(&w, &t[STATS_PROMISES], &out->late_median, &out->late_p80);
	stats_followups(&w, &t[STATS_FOLLOWUPS]);
	stats_pipeline(&w, &t[STATS_PIPELINE]);
	stats_stages(&w, &t[STATS_STAGES]);
	stats_cadence(&w, &t[STATS_CADENCE]);
}

void
stats_find_stages(const struct book *book, const struct rules *rules, struct stats_question q, struct mem *mem,
    struct stats_table *out)
{
	const struct stats_work w = {book, rules, q, mem};

	*out = empty[STATS_STAGES];
	stats_stages(&w, out);
}
