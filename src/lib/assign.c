#include <string.h>
#include <sys/stat.h>

#include "assign.h"
#include "text.h"
#include "value.h"

/* One that is being read. */
struct assign {
	struct tool *t;
	struct diag d;
	struct str key, value;
};

bool
assign_is(const char *operand)
{
	struct stat st;

	return strchr(operand, '=') && lstat(operand, &st) < 0;
}

_Noreturn static void
refuse(struct assign *a, const char *what)
{
	diag_die("%s: %s is not %s", diag_plain(&a->d, a->key), diag_quote(&a->d, a->value), what);
}

static void
check_line(struct assign *a, struct str s)
{
	if (!text_is_line(s))
		diag_die("%s: a line break, control character or byte that is not UTF-8; a field is one line",
		    diag_quote(&a->d, s));
}

/* toward is as in date_word(); below 0, it has happened. */
static void
set_date(struct assign *a, int toward)
{
	char text[DATE_TEXT];
	struct str key = mem_str(&a->t->mem, a->key);
	day d = tool_date(a->t, key.s, a->value.s, toward);

	if (toward < 0 && d > a->t->today)
		refuse(a, "a day that has been; it is after today");
	a->value = mem_str(&a->t->mem, text_c(date_text(d, text)));
}

static void
check_every(struct assign *a)
{
	struct span span;

	if (!text_is(a->value, "never") && span_parse(a->value, &span) != DATE_OK)
		refuse(a, "a span; write 10d, 3w, 2mo, 1q, 1y or never");
}

static void
check_birthday(struct assign *a)
{
	struct date_yearly on;

	if (date_parse_yearly(a->value, &on) != DATE_OK)
		refuse(a, "a birthday; write YYYY-MM-DD or MM-DD");
}

/* A stage may be any word; but one letter off one that means something, it is a slip. */
static void
check_stage(struct assign *a)
{
	const struct strs *closed = &a->t->rules.closed_names;
	struct str key = text_key(&a->t->mem, a->value), near = {0};
	struct str open[] = {STR("target"), STR("lead")};
	size_t i, n = LEN(open);

	for (i = 0; i < closed->n + n; i++) {
		struct str name = i < n ? open[i] : closed->v[i - n], known = text_key(&a->t->mem, name);

		if (text_eq(key, known))
			return;
		if (text_one_apart(key, known))
			near = name;
	}
	if (near.s)
		diag_die("%s: %s is one letter off '%.*s'; write that, or a word that is farther from it",
		    diag_plain(&a->d, a->key), diag_quote(&a->d, a->value), (int)near.n, near.s);
}

static struct strs
items(struct assign *a, bool blanks)
{
	struct node value = {.kind = NODE_SCALAR, .text = a->value}, key = {.text = a->key};
	struct strs list;

	value_list(&a->t->mem, &key, &value, blanks, &a->d, &list);
	if (!list.n)
		refuse(a, "a list; write TEXT or TEXT,TEXT");
	return list;
}

static void
check_email(struct assign *a)
{
	struct strs list = items(a, false);
	size_t i;

	for (i = 0; i < list.n; i++)
		if (!text_is_address(list.v[i]))
			refuse(a, "an e-mail address; write name@example.com");
}

/* Who writes a sign before a tag takes the list for one that grows. */
static void
check_tags(struct assign *a)
{
	struct strs list = items(a, true);
	size_t i;

	for (i = 0; i < list.n; i++)
		if (*list.v[i].s == '+' || *list.v[i].s == '-')
			refuse(a, "a list of tags; the whole list is written: tags=a,b");
}

static void
check_avoid(struct assign *a)
{
	struct strs list = items(a, true);
	size_t i;

	for (i = 0; i < list.n; i++)
		if (rules_kind(&a->t->rules, list.v[i]) < 0 && !tool_suggests(a->t, list.v[i]))
			refuse(a, "something that fu-due suggests; write call, email, nudge or another do: of "
			    "fu-rules(5)");
}

static void
check_value(struct assign *a, enum field field)
{
	switch (field) {
	case FIELD_SNOOZE: case FIELD_NEXT: set_date(a, 1); break;
	case FIELD_LAST: case FIELD_ADDED: case FIELD_APPLIED: case FIELD_MET: set_date(a, -1); break;
	case FIELD_EVERY: check_every(a); break;
	case FIELD_BIRTHDAY: check_birthday(a); break;
	case FIELD_STAGE: check_stage(a); break;
	case FIELD_EMAIL: check_email(a); break;
	case FIELD_AVOID: check_avoid(a); break;
	case FIELD_TAGS: check_tags(a); break;
	case FIELD_PHONE: case FIELD_ALIASES: items(a, false); break;
	default: break;
	}
}

static void
check_field(struct assign *a, enum field field)
{
	if (field == FIELD_LOG)
		diag_die("%s: a list of touches; add to it with fu-log", diag_plain(&a->d, a->key));
	if (field == FIELD_PROMISES)
		diag_die("%s: a list of promises; add to it with fu-promise", diag_plain(&a->d, a->key));
	if (field == FIELD_DATES)
		diag_die("%s: a list of dates; change it by hand", diag_plain(&a->d, a->key));
}

struct change
assign_read(struct tool *t, const char *operand)
{
	const char *sign = strchr(operand, '=');
	struct assign a = {.t = t, .d = {.mem = &t->mem}};
	const struct spelling *spelling;

	a.key = text_trim((struct str){operand, (size_t)(sign - operand)});
	a.value = mem_str(&t->mem, text_trim(text_c(sign + 1)));
	if (!a.key.n)
		diag_die("%s: no key before '='; write KEY=VALUE", diag_quote(&a.d, text_c(operand)));
	if (memchr(a.key.s, '/', a.key.n))
		diag_die("%s: no such file, and no key has a '/'", diag_quote(&a.d, a.key));
	check_line(&a, a.key);
	check_line(&a, a.value);
	spelling = rules_spelling(&t->rules, text_key(&t->mem, a.key));
	if (spelling)
		check_field(&a, spelling->field);
	if (spelling && a.value.n)
		check_value(&a, spelling->field);
	return (struct change){.kind = CHANGE_FIELD, .key = a.key, .text = a.value};
}
