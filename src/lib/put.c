#include "put.h"
#include "text.h"

void
put_name(struct buf *b, const struct note *note)
{
	buf_str(b, note->name);
	if (!note->org.n)
		return;
	buf_str(b, STR(" ("));
	buf_str(b, note->org);
	buf_chr(b, ')');
}

struct str
put_who(struct mem *mem, const struct note *note)
{
	struct buf b = {0};

	put_name(&b, note);
	return buf_take(&b, mem);
}

struct str
put_day(struct mem *mem, day date)
{
	char text[DATE_TEXT];

	return date == DAY_NONE ? STR("") : mem_str(mem, text_c(date_text(date, text)));
}

void
put_followup(struct rec *r, const struct followup *f, day today)
{
	bool is_due = f->due != DAY_NONE;

	rec_json_str(r, "due", is_due ? put_day(&r->mem, f->due) : (struct str){0});
	if (is_due)
		rec_json_int(r, "overdue", today - f->due);
	else
		rec_json_raw(r, "overdue", STR("null"));
	rec_json_str(r, "action", f->action);
	rec_json_str(r, "path", f->note->path);
	rec_json_str(r, "who", put_who(&r->mem, f->note));
	rec_json_str(r, "why", f->why);
	rec_json_str(r, "id", note_id(f->note));
	rec_json_str(r, "rule", f->rule);
	rec_json_str(r, "hint", f->hint);
	rec_json_list(r, "email", note_rest(f->note)->email);
	rec_json_list(r, "phone", note_rest(f->note)->phone);
	rec_json_int(r, "unanswered", f->unanswered);
	rec_json_ratio(r, "urgency", is_due ? today - f->due : 0, f->span);
}

void
put_last(struct rec *r, const struct note *note, const struct rules *rules, day today)
{
	const struct touch *last = note_last(note, note_happened(note, today));

	rec_json_str(r, "last", last ? put_day(&r->mem, last->day) : (struct str){0});
	rec_json_str(r, "kind", last ? rules->kinds[last->kind].name : (struct str){0});
	rec_json_str(r, "text", !last || note_rest(note)->said.n ? note_rest(note)->said : STR(""));
}
