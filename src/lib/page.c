#include "chart.h"
#include "digest.h"
#include "html.h"
#include "page.h"
#include "put.h"
#include "stats_show.h"
#include "text.h"

static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n";

static const char style[] =
    "body{margin:0 auto;max-width:44rem;padding:1rem;background:#fff;color:#1c1f23;"
    "font:1rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "h1{font-size:1.6rem;margin:0}\n"
    "h2{font-size:1.2rem;margin:2rem 0 .25rem}\n"
    "h3{font-size:1rem;margin:0}\n"
    "li h3{display:inline;padding-right:.5rem}\n"
    ".task{display:inline-block}\n"
    "time{white-space:nowrap}\n"
    "p{margin:.1rem 0}\n"
    "ul{list-style:none;margin:0;padding:0}\n"
    "li{border-top:1px solid #d5d9de;padding:.6rem 0}\n"
    "a{color:#0b57a4}\n"
    ".count,.last,footer{color:#565d66}\n"
    ".count{font-weight:normal}\n"
    ".hint{font-style:italic}\n"
    ".year h3{margin:1rem 0 .5rem}\n"
    ".year>svg{display:block;width:100%;max-width:28rem;height:auto}\n"
    "footer{border-top:1px solid #d5d9de;margin-top:2rem;padding-top:.5rem}\n"
    /* From right to left, so that a narrow window shows the latest weeks first. */
    ".strip{direction:rtl;overflow-x:auto}\n"
    ".strip svg{direction:ltr;display:block;margin-right:auto}\n"
    "@media screen and (prefers-color-scheme:dark){\n"
    "body{background:#15181c;color:#e6e8eb}\n"
    "a{color:#8fc1f5}\n"
    ".count,.last,footer{color:#a6adb6}\n"
    "li,footer{border-color:#363c44}\n"
    "}\n"
    "@media print{\n"
    "body{max-width:none;padding:0;font-size:10pt}\n"
    "a{color:inherit;text-decoration:none}\n"
    "li,svg{break-inside:avoid}\n"
    "h2,h3{break-after:avoid}\n"
    ".strip{overflow:visible}\n"
    ".strip svg{width:100%;height:auto}\n"
    "}\n";

static void
add_time(struct buf *b, day date)
{
	char text[DATE_TEXT];

	date_text(date, text);
	buf_str(b, STR("<time datetime=\""));
	buf_str(b, text_c(text));
	buf_str(b, STR("\">"));
	buf_str(b, text_c(text));
	buf_str(b, STR("</time>"));
}

static void
add_paragraph(struct buf *b, struct str class, struct str s)
{
	buf_str(b, STR("<p class=\""));
	buf_str(b, class);
	buf_str(b, STR("\">"));
	html_text(b, s);
	buf_str(b, STR("</p>\n"));
}

/* ---- items ---- */

static void
add_who(struct buf *b, const struct item *item)
{
	struct buf who = {0};

	put_name(&who, item->f.note);
	buf_str(b, STR("<h3><a href=\""));
	html_url(b, item->f.note->path, true);
	buf_str(b, STR("\">"));
	html_text(b, buf_text(&who));
	buf_free(&who);
	buf_str(b, STR("</a></h3>\n"));
}

static void
add_task(struct buf *b, const struct report *r, const struct item *item)
{
	buf_str(b, STR("<p class=\"task\"><strong>"));
	html_text(b, item->f.action);
	buf_str(b, STR("</strong>, "));
	buf_str(b, text_c(item_when(r, item)));
	if (item->f.due != r->today) {
		buf_chr(b, ' ');
		add_time(b, item->f.due);
	}
	buf_str(b, STR("</p>\n"));
}

static void
add_how(struct buf *b, const struct item *item)
{
	struct buf url = {0};

	item_url(&url, item);
	buf_str(b, STR("<p>"));
	if (url.n) {
		buf_str(b, STR("<a href=\""));
		buf_str(b, buf_text(&url));
		buf_str(b, STR("\">"));
	}
	html_text(b, item->how);
	if (url.n)
		buf_str(b, STR("</a>"));
	buf_str(b, STR("</p>\n"));
	buf_free(&url);
}

static void
add_last(struct buf *b, const struct report *r, const struct item *item)
{
	struct buf said = {0};

	buf_str(b, STR("<p class=\"last\">Last: "));
	add_time(b, item->last->day);
	buf_chr(b, ' ');
	html_text(b, r->rules->kinds[item->last->kind].name);
	if (note_rest(item->f.note)->said.n) {
		digest_said(&said, note_rest(item->f.note)->said);
		buf_str(b, STR(": "));
		html_text(b, buf_text(&said));
		buf_free(&said);
	}
	buf_str(b, STR("</p>\n"));
}

static void
add_item(struct buf *b, const struct report *r, const struct item *item)
{
	buf_str(b, STR("<li>\n"));
	add_who(b, item);
	if (item->f.due != DAY_NONE)
		add_task(b, r, item);
	add_paragraph(b, STR("why"), item->f.why);
	if (item->how.n)
		add_how(b, item);
	if (item->f.hint.n)
		add_paragraph(b, STR("hint"), item->f.hint);
	if (item->last)
		add_last(b, r, item);
	buf_str(b, STR("</li>\n"));
}

/* Adds the items of the section that begins with one; returns how many they are. */
static size_t
add_section(struct buf *b, const struct report *r, const struct item *items)
{
	enum section section = items->section;
	size_t i, n = r->counts[section];

	buf_fmt(b, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", section_name(section), section_name(section));
	section_title(b, r, section);
	buf_fmt(b, " <span class=\"count\">(%zu)</span></h2>\n<ul>\n", n);
	for (i = 0; i < n; i++)
		add_item(b, r, &items[i]);
	buf_str(b, STR("</ul>\n</section>\n"));
	return n;
}

/* ---- the year ---- */

/* Counts the touches on each day from since to today. */
static unsigned *
count_touches(const struct report *r, day since, struct mem *mem, size_t *all)
{
	unsigned *counts = mem_array(mem, (size_t)(r->today - since + 1), sizeof *counts);
	size_t i, j;

	*all = 0;
	for (i = 0; i < r->book->n; i++) {
		const struct note *note = &r->book->notes[i];
		size_t n = note->selected ? note_happened(note, r->today) : 0;

		for (j = n; j > 0 && note->touches[j - 1].day >= since; j--) {
			bool counted = note_touch_counts(note, n, j - 1) && note->touches[j - 1].dir != DIR_NONE;

			counts[note->touches[j - 1].day - since] += counted;
			*all += counted;
		}
	}
	return counts;
}

static void
add_strip(struct buf *b, const struct report *r, day since, const unsigned *counts)
{
	buf_str(b, STR("<h3>Touches</h3>\n"));
	buf_str(b, STR("<div class=\"strip\" role=\"region\" aria-label=\"Touches by day\" tabindex=\"0\">\n"));
	chart_days(b, "touches", "Touches", since, r->today, counts);
	buf_str(b, STR("</div>\n"));
}

static void
add_year(struct buf *b, const struct report *r)
{
	struct mem mem = {0};
	day since = date_year_to(r->today);
	struct stats_table stages;
	size_t touches;
	unsigned *counts = count_touches(r, since, &mem, &touches);

	stats_find_stages(r->book, r->rules, (struct stats_question){r->today, since, r->today}, &mem, &stages);
	if (touches || stages.nrows) {
		buf_str(b, STR("<section class=\"year\" aria-labelledby=\"year\">\n<h2 id=\"year\">The year</h2>\n"));
		if (touches)
			add_strip(b, r, since, counts);
		if (stages.nrows) {
			buf_str(b, STR("<h3>Contacts by stage</h3>\n"));
			stats_show_bars(b, &stages, 0, false);
		}
		buf_str(b, STR("</section>\n"));
	}
	mem_free(&mem);
}

/* ---- the page ---- */

static void
add_head(struct buf *b, const struct report *r)
{
	char today[DATE_TEXT];

	buf_fmt(b, "%s<title>Follow-ups, %s</title>\n", head, date_text(r->today, today));
	buf_fmt(b, "<style>\n%s%s</style>\n</head>\n<body>\n", style, chart_style);
	buf_str(b, STR("<header>\n<h1>Follow-ups, "));
	add_time(b, r->today);
	buf_str(b, STR("</h1>\n"));
	if (r->n) {
		buf_str(b, STR("<p>"));
		report_sum(b, r);
		buf_str(b, STR("</p>\n"));
	}
	buf_str(b, STR("</header>\n"));
}

void
page_html(struct buf *b, const struct report *r)
{
	size_t i = 0;

	add_head(b, r);
	buf_str(b, STR("<main>\n"));
	if (!r->n) {
		buf_str(b, STR("<p>"));
		digest_nothing(b);
		buf_str(b, STR("</p>\n"));
	}
	while (i < r->n)
		i += add_section(b, r, &r->items[i]);
	add_year(b, r);
	buf_str(b, STR("</main>\n<footer>\n<p>fu-report, as of "));
	add_time(b, r->today);
	buf_str(b, STR("</p>\n</footer>\n</body>\n</html>\n"));
}
