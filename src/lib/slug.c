#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "buf.h"
#include "mem.h"
#include "slug.h"
#include "text.h"
#include "translit.h"

/* The code points of a name, folded and composed, without those that are left out. */
struct codes {
	uint32_t *v;
	size_t n;
};

/* What is written for a folded code point, or NULL where it stays. */
static const char *
spelling(uint32_t cp)
{
	size_t lo = 0, hi = LEN(translit), mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (cp < translit[mid].first)
			hi = mid;
		else if (cp > translit[mid].last)
			lo = mid + 1;
		else
			return translit[mid].ascii;
	}
	return NULL;
}

/* What a lead consonant and a vowel, or these and a tail consonant, of Hangul make; 0 where the two are no such. */
static uint32_t
compose_hangul(uint32_t a, uint32_t b)
{
	enum { LEAD = 0x1100, VOWEL = 0x1161, TAIL = 0x11A7, SYLLABLE = 0xAC00, LEADS = 19, VOWELS = 21, TAILS = 28 };

	if (a - LEAD < LEADS && b - VOWEL < VOWELS)
		return SYLLABLE + ((a - LEAD) * VOWELS + (b - VOWEL)) * TAILS;
	if (a - SYLLABLE < LEADS * VOWELS * TAILS && (a - SYLLABLE) % TAILS == 0 && b > TAIL && b - TAIL < TAILS)
		return a + (b - TAIL);
	return 0;
}

/* The one letter for a letter and a mark after it, or 0. */
static uint32_t
compose(uint32_t letter, uint32_t mark)
{
	size_t lo = 0, hi = LEN(translit_pairs), mid;
	const struct translit_pair *p;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		p = &translit_pairs[mid];
		if (letter == p->letter && mark == p->mark)
			return p->both;
		if (letter < p->letter || (letter == p->letter && mark < p->mark))
			hi = mid;
		else
			lo = mid + 1;
	}
	return compose_hangul(letter, mark);
}

static struct codes
decode(struct mem *mem, struct str s)
{
	struct codes c = {mem_array(mem, s.n, sizeof *c.v), 0};
	const char *spelt;
	uint32_t cp, both;
	size_t i, len;

	for (i = 0; i < s.n; i += len ? len : 1) {
		cp = ' ';
		len = utf8_decode(s.s + i, s.n - i, &cp);
		both = c.n ? compose(c.v[c.n - 1], cp) : 0;
		if (both) {
			c.v[c.n - 1] = both;
			continue;
		}
		spelt = spelling(cp);
		if (!spelt || *spelt)
			c.v[c.n++] = text_fold_code(cp);
	}
	return c;
}

/* What the spelling of the code point there begins with; 0 where it has none, before the first and after the last. */
static char
initial(struct codes c, size_t i)
{
	const char *spelt = i < c.n ? spelling(c.v[i]) : NULL;

	if (spelt)
		return *spelt;
	return i < c.n && c.v[i] < 0x80 ? (char)c.v[i] : 0;
}

/* Whether c is one of the characters, or 0. */
static bool
is_in(const char *chars, char c)
{
	return strchr(chars, c) != NULL;
}

/* Upsilon after another vowel, also with an accent: ou, av or af, ev or ef, iv or if. */
static const char *
upsilon(char before, char after)
{
	if (before == 'o')
		return "u";
	if (!before || !is_in("aei", before))
		return "y";
	return is_in("-cfkpPstx", after) ? "f" : "v";
}

/* What is written for a letter that its table has a capital for. */
static const char *
by_neighbours(struct codes c, size_t i)
{
	char before = initial(c, i - 1), after = initial(c, i + 1);

	switch (initial(c, i)) {
	case 'Y':
		return upsilon(before, after);
	case 'G':       /* gamma: ng, nx, nch */
		return after && is_in("Gxc", after) ? "n" : "g";
	case 'M':       /* mu: mu and pi that begin a word are b */
		return after == 'P' && is_in("-", before) ? "b" : "m";
	case 'P':
		return before == 'M' && is_in("-", initial(c, i - 2)) ? "" : "p";
	case 'O':       /* omega, which makes no ou */
		return "o";
	default:        /* the hard sign: a vowel in Bulgarian; in Russian it stands before e, yu, ya, once at the end */
		return is_in("-ey", after) ? "" : "a";
	}
}

struct str
slug(struct mem *mem, struct str name)
{
	struct codes c = decode(mem, name);
	struct buf out = {0};
	bool parted = false;
	size_t i;

	for (i = 0; i < c.n; i++) {
		const char *spelt = spelling(c.v[i]);
		char self[4];
		size_t n;

		if (spelt && *spelt == '-') {
			parted = true;
			continue;
		}
		if (spelt && *spelt >= 'A' && *spelt <= 'Z')
			spelt = by_neighbours(c, i);
		n = spelt ? strlen(spelt) : utf8_encode(self, c.v[i]);
		if (n && out.n && parted)
			buf_chr(&out, '-');
		if (n)
			parted = false;
		buf_add(&out, spelt ? spelt : self, n);
	}
	return buf_take(&out, mem);
}
