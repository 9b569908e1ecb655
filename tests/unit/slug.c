#include <stdbool.h>
#include <stdint.h>

#include "../../src/lib/slug.h"
#include "../../src/lib/text.h"
#include "aid.h"

static const struct {
	const char *name, *want;
} slugs[] = {
	{"Dana Reyes", "dana-reyes"}, {"dana", "dana"}, {"R2 D2", "r2-d2"},
	{"ABC XYZ abc xyz 019", "abc-xyz-abc-xyz-019"},
	/* What parts words, and what is left out of them. */
	{"Jean-Luc  Picard", "jean-luc-picard"}, {" \t Dana\n\rLee ", "dana-lee"}, {"-- a -- b --", "a-b"},
	{"Lee, Dana (Acme) & Co.", "lee-dana-acme-co"}, {"a_b.c/d\\e:f", "a-b-c-d-e-f"},
	{"../../etc/passwd", "etc-passwd"},
	{".dana", "dana"}, {"-rf", "rf"}, {"Dana.", "dana"}, {"J.R.R. Tolkien", "j-r-r-tolkien"}, {"AT&T", "at-t"},
	{"a\u00a0b\u2013c\u2014d\u3000e\u30fbf\u00b7g", "a-b-c-d-e-f-g"},
	{"\u201cDana\u201d \u00abLee\u00bb", "dana-lee"},
	{"O'Brien", "obrien"}, {"O\u2019Brien", "obrien"}, {"O\u02bcBrien", "obrien"}, {"O\u2018Brien", "obrien"},
	{"Ka\u02bbahumanu", "kaahumanu"}, {"Dana 'Dee' Lee", "dana-dee-lee"}, {"a`b\u00b4c", "a-b-c"},
	{"Da\u00adna\u200b\u200e\ufeff Lee", "dana-lee"},
	{"\u2764\ufe0f Dana \U0001F469\u200d\U0001F4BB Lee", "dana-lee"},
	{"Dana \u2122 \u00ae 5\u20ac \u00b2", "dana-5"}, {"1\ufe0f\u20e3", "1"},
	{"", ""}, {" ", ""}, {"...", ""}, {"-", ""}, {"'", ""}, {"\u0301", ""}, {"\U0001F600", ""}, {"\u042c", ""},
	{"\u3164", ""},
	/* Latin. */
	{"\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf",
	    "aaaaaaaeceeeeiiii"},
	{"\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d7\u00d8\u00d9\u00da\u00db\u00dc\u00dd\u00de\u00df",
	    "dnooooo-ouuuuythss"},
	{"\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef",
	    "aaaaaaaeceeeeiiii"},
	{"\u00f0\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe\u00ff",
	    "dnooooo-ouuuuythy"},
	{"Jos\u00e9 \u00c1lvarez-\u0141uk", "jose-alvarez-luk"}, {"\u0110or\u0111evi\u0107", "dordevic"},
	{"\u015awi\u0119tos\u0142awa \u017b\u00f3\u0142\u0107", "swietoslawa-zolc"},
	{"\u0130zmir I\u015f\u0131k", "izmir-isik"},
	{"\u0126al \u014aund \u0152uvre \u0153 \u0132ssel \u0138", "hal-ngund-oeuvre-oe-ijssel-q"},
	{"\u1e9e Stra\u00dfe", "ss-strasse"},
	{"\u0158eho\u0159 \u016eno\u0148 \u013d\u0140", "rehor-unon-ll"}, {"\u0218tefan \u021bep\u0219", "stefan-teps"},
	{"Nguy\u1ec5n Th\u1ecb Ph\u01b0\u01a1ng", "nguyen-thi-phuong"}, {"\u1e0c\u1e25\u1e43 \u1ef2 \u1e97", "dhm-y-t"},
	{"\u01c6\u01c5\u01c4 \u01c9 \u01cc \u01f3", "dzdzdz-lj-nj-dz"}, {"\u018fliyev", "aliyev"},
	{"\u0181ala \u0198\u0199 \u0190w\u025b", "bala-kk-ewe"},
	{"\ufb01n \ufb03 \uff24\uff41\uff4e\uff41\u3000\uff11", "fin-ffi-dana-1"},
	{"\u017fix \u212aelvin \u212bngstr\u00f6m", "six-kelvin-angstrom"},
	/* Greek. */
	{"\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2 \u03a0\u03b1\u03c0\u03b1\u03bd\u03b4\u03c1\u03ad\u03bf\u03c5",
	    "giorgos-papandreou"},
	{"\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc", "avgdezithiklm"},
	{"\u03bd\u03be\u03bf\u03c0\u03c1\u03c3\u03c4\u03c5\u03c6\u03c7\u03c8\u03c9 \u03c2", "nxoprstyfchpso-s"},
	{"\u0395\u03c5\u03b1\u03b3\u03b3\u03b5\u03bb\u03af\u03b1", "evangelia"},
	{"\u03a3\u03c4\u03b1\u03cd\u03c1\u03bf\u03c2", "stavros"},
	{"\u039b\u03b5\u03c5\u03c4\u03ad\u03c1\u03b7\u03c2", "lefteris"}, {"\u03b1\u03c5", "af"},
	{"\u03b1\u03c5 \u03b1", "af-a"},
	{"\u03b7\u03cd\u03c1\u03b1", "ivra"}, {"\u039c\u03c9\u03c5\u03c3\u03ae\u03c2", "moysis"},
	{"\u03b1\u03cb", "ay"}, {"\u03bf\u03cd", "ou"},
	{"\u03a3\u03c6\u03af\u03b3\u03b3\u03b1 \u03ac\u03b3\u03c7\u03bf\u03c2 \u03b3\u03be", "sfinga-anchos-nx"},
	{"\u1f59\u03b4\u03c1\u03b1", "ydra"},
	{"\u039c\u03c0\u03ac\u03bc\u03c0\u03b7\u03c2 \u039c\u03c0", "bampis-b"},
	{"\u1f19\u03bb\u03bb\u03ac\u03c2 \u1fb3", "ellas-a"},
	/* Cyrillic: the Russian alphabet, then what others add to it. */
	{"\u0410\u0411\u0412\u0413\u0414\u0415\u0401\u0416\u0417\u0418\u0419\u041a\u041b\u041c\u041d\u041e",
	    "abvgdeezhziyklmno"},
	{"\u041f\u0420\u0421\u0422\u0423\u0424\u0425\u0426\u0427\u0428\u0429", "prstufkhtschshshch"},
	{"\u042b\u042c\u042d\u042e\u042f", "yeyuya"},
	{"\u0421\u0435\u0440\u0433\u0435\u0439 \u042e\u0440\u044c\u0435\u0432\u0438\u0447", "sergey-yurevich"},
	{"\u0444\u0451\u0434\u043e\u0440", "fedor"}, {"\u0441\u044a\u0435\u0434\u0438\u043d", "sedin"},
	{"\u0421\u043c\u0438\u0440\u043d\u043e\u0432\u044a", "smirnov"},
	{"\u041f\u044a\u0440\u0432\u0430\u043d\u043e\u0432", "parvanov"}, {"\u042a\u0433\u044a\u043b", "agal"},
	{"\u0404\u0432\u0430 \u0407\u0436\u0430\u043a \u0406\u0432\u0430\u043d \u0490\u0430\u043b\u0430\u0491\u0430\u043d",
	    "yeva-yizhak-ivan-galagan"},
	{"\u0411\u044b\u043a\u0430\u045e", "bykau"}, {"\u0402\u043e\u0440\u0452\u0435\u0432\u0438\u045b", "dordevic"},
	{"\u0408\u043e\u0432\u0430\u043d \u0409\u0443\u0431\u0430 \u040a\u0435\u0433\u043e\u0448 \u040f\u043e\u043d",
	    "jovan-ljuba-njegosh-dzon"},
	{"\u0403\u043e\u0440\u0453\u0438 \u045c\u0438\u0440\u043e \u0455\u0435", "gjorgji-kjiro-dze"},
	{"\u041d\u04b1\u0440\u0441\u04b1\u043b\u0442\u0430\u043d \u04d8\u043b\u0438 \u0492\u04a3\u04e9\u04af\u049b\u04bb",
	    "nursultan-ali-gnouqh"},
	/* Letters that stay. */
	{"\u6bdb \u6cfd\u4e1c", "\u6bdb-\u6cfd\u4e1c"},
	{"\u5c71\u7530\u30fb\u592a\u90ce\u3005\u30fc", "\u5c71\u7530-\u592a\u90ce\u3005\u30fc"},
	{"\uae40\ucca0\uc218", "\uae40\ucca0\uc218"},
	{"\u0645\u062d\u0645\u062f \u0639\u0644\u064a", "\u0645\u062d\u0645\u062f-\u0639\u0644\u064a"},
	{"\u05d3\u05b8\u05e0\u05b8\u05d4\u05f3", "\u05d3\u05b8\u05e0\u05b8\u05d4"},
	{"\u0928\u092e\u0938\u094d\u0924\u0947", "\u0928\u092e\u0938\u094d\u0924\u0947"},
	{"\u0531\u0580\u0561\u0574 \u055a\u0531", "\u0561\u0580\u0561\u0574-\u0561"},
	{"\u0664\u0665", "\u0664\u0665"}, {"\U00020000x", "\U00020000x"},
};

/* A name composed and decomposed, and the slug of both. */
static const struct {
	const char *composed, *decomposed, *want;
} forms[] = {
	{"Jos\u00e9", "Jose\u0301", "jose"}, {"\u1ec5", "e\u0302\u0303", "e"},
	{"\u01fd \u01ff", "\u00e6\u0301 \u00f8\u0301", "ae-o"},
	{"\u0419\u0439", "\u0418\u0306\u0438\u0306", "yy"}, {"\u0407\u0457", "\u0406\u0308\u0456\u0308", "yiyi"},
	{"\u0451", "\u0435\u0308", "e"},
	{"\u0453\u045c\u045e", "\u0433\u0301\u043a\u0301\u0443\u0306", "gjkju"},
	{"\u03b1\u03cd\u03b1", "\u03b1\u03c5\u0301\u03b1", "ava"},
	{"\u03b1\u03cb", "\u03b1\u03c5\u0308", "ay"}, {"\u03b1\u03b0", "\u03b1\u03c5\u0308\u0301", "ay"},
	{"\u1fb3", "\u03b1\u0345", "a"},
	{"\ud55c\uae00", "\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00"},
	{"\uac00\uac01", "\u1100\u1161\uac00\u11a8", "\uac00\uac01"},
	{"\u304c\u3071\u30f4", "\u304b\u3099\u306f\u309a\u30a6\u3099", "\u304c\u3071\u30f4"},
	{"\u0622", "\u0627\u0653", "\u0622"},
	{"\u09b0\u09be\u09df", "\u09b0\u09be\u09af\u09bc", "\u09b0\u09be\u09df"}, {"\u0bcb", "\u0bc7\u0bbe", "\u0bcb"},
};

static void
test_slugs(void)
{
	struct mem mem = {0};
	size_t i;

	for (i = 0; i < LEN(slugs); i++) {
		struct str got = slug(&mem, of(slugs[i].name));

		is(got, slugs[i].want, "slug %zu, %s", i, slugs[i].want);
		is(slug(&mem, got), slugs[i].want, "slug %zu, of what it is", i);
	}
	for (i = 0; i < LEN(forms); i++) {
		is(slug(&mem, of(forms[i].composed)), forms[i].want, "composed: %s", forms[i].want);
		is(slug(&mem, of(forms[i].decomposed)), forms[i].want, "decomposed: %s", forms[i].want);
	}
	mem_free(&mem);
}

static void
test_bytes(void)
{
	struct mem mem = {0};

	is(slug(&mem, STR("a\xff" "b\xc3 c\xe2\x82" "d")), "a-b-c-d", "invalid bytes part words");
	is(slug(&mem, STR("\xff\xfe" "a\xc3")), "a", "invalid bytes at the ends");
	is(slug(&mem, STR("a\0b")), "a-b", "a NUL parts words");
	is(slug(&mem, STR("a\x1b[31mb\x7f" "c\xc2\x85" "d")), "a-31mb-c-d", "controls part words");
	is(slug(&mem, STR("a\xed\xa0\x80" "b\xf4\x90\x80\x80")), "a-b", "a surrogate, and past the last code point");
	is(slug(&mem, (struct str){"abc", 2}), "ab", "n bytes alone are looked at");
	ok(slug(&mem, (struct str){NULL, 0}).n == 0, "no slice");
	mem_free(&mem);
}

/* Whether a slug is a good file name: valid UTF-8, no '-' at its ends or twice, nothing else of ASCII but a-z and 0-9. */
static bool
is_sound(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];

		if (c == '-' && (i == 0 || i + 1 == s.n || s.s[i + 1] == '-'))
			return false;
		if (c < 0x80 && c != '-' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'))
			return false;
	}
	return utf8_valid(s) == s.n;
}

static void
test_every_code(void)
{
	struct mem mem = {0};
	uint32_t cp;
	int wrong = 0, cased = 0;

	for (cp = 0; cp <= 0x10FFFF; cp++) {
		char name[12] = "a", folded[4];
		struct str s;
		size_t n;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		mem_reset(&mem);
		n = 1 + utf8_encode(name + 1, cp);
		n += utf8_encode(name + n, cp);
		s = slug(&mem, (struct str){name, n});
		wrong += !s.n || s.s[0] != 'a' || !is_sound(s);
		n = utf8_encode(folded, text_fold_code(cp));
		if (cp != 0x345)        /* a mark, and the fold of it is a letter */
			cased += !text_eq(slug(&mem, (struct str){name + 1, utf8_encode(name + 1, cp)}),
			    slug(&mem, (struct str){folded, n}));
	}
	ok(wrong == 0, "every code point: a sound name");
	ok(cased == 0, "every code point: the same in any case");
	mem_free(&mem);
}

/* Random bytes, half of them ASCII. */
static void
test_random(void)
{
	struct mem mem = {0};
	uint32_t random = 1;
	int round, wrong = 0;

	for (round = 0; round < 20000; round++) {
		char name[32];
		struct str s;
		size_t i, n;

		random = random * 1664525u + 1013904223u;
		n = random >> 16 & 31;
		for (i = 0; i < n; i++) {
			random = random * 1664525u + 1013904223u;
			name[i] = (char)(random >> 16 & (random >> 31 ? 0xFF : 0x7F));
		}
		mem_reset(&mem);
		s = slug(&mem, (struct str){name, n});
		wrong += !is_sound(s) || !text_eq(slug(&mem, s), s);
	}
	ok(wrong == 0, "random bytes: a sound name, whose slug is itself");
	mem_free(&mem);
}

int
main(void)
{
	test_slugs();
	test_bytes();
	test_every_code();
	test_random();
	return done();
}
