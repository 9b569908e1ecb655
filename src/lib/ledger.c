#include "ledger.h"

bool *
ledger_led(const struct book *book, const struct rules *rules, day today, struct mem *mem)
{
	bool *led = mem_array(mem, book->n, sizeof *led);
	size_t *to_do = mem_array(mem, book->n, sizeof *to_do), n = 0, i;

	for (i = 0; i < book->n; i++) {
		led[i] = referral_has_offer(&book->notes[i], rules, note_happened(&book->notes[i], today));
		if (led[i])
			to_do[n++] = i;
	}
	while (n) {
		const struct note *note = &book->notes[to_do[--n]];

		for (i = 0; i < note->nvia; i++) {
			size_t referrer = note->via[i].note;

			if (referrer == BOOK_NONE || led[referrer])
				continue;
			led[referrer] = true;
			to_do[n++] = referrer;
		}
	}
	return led;
}

/* What the ledger says of a note, whoever the referrer is. */
struct came {
	bool known;
	struct str state;
	const struct touch *last;
	day news;               /* the latest */
};

static void
find_out(struct came *came, const struct note *note, const struct rules *rules, day today)
{
	size_t touches = note_happened(note, today);

	*came = (struct came){
		true, referral_state(note, rules, touches), note_last(note, touches),
		referral_latest_news(note, rules, touches),
	};
}

size_t
ledger_find(const struct book *book, const struct rules *rules, day today, const bool *of, struct mem *mem,
    struct ledger_line **out)
{
	struct ledger_line *lines = mem_array(mem, book->nreferrals, sizeof *lines);
	struct came *cames = mem_array(mem, book->n, sizeof *cames);
	const bool *led = ledger_led(book, rules, today, mem);
	day told = DAY_NONE;
	size_t i, n = 0;

	for (i = 0; i < book->nreferrals; i++) {
		struct referral r = book->referrals[i];
		const struct note *referrer = &book->notes[r.referrer], *referral = &book->notes[r.referral];
		struct came *came = &cames[r.referral];

		if (!of[r.referrer])
			continue;
		if (!came->known)
			find_out(came, referral, rules, today);
		if (!n || lines[n - 1].referrer != referrer)
			told = referral_told(referrer, rules, note_happened(referrer, today));
		lines[n++] = (struct ledger_line){
			.referrer = referrer, .referral = referral, .state = came->state, .last = came->last,
			.told = came->news == DAY_NONE ? TOLD_NOTHING : came->news > told ? TOLD_NO : TOLD_YES,
			.led_to_offer = led[r.referral],
		};
	}
	*out = lines;
	return n;
}
