#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "buf.h"
#include "mem.h"
#include "text.h"
#include "unicode.h"

#define INVALID UINT32_MAX

typedef void escape_fn(struct buf *b, struct str unit, uint32_t cp);

/* The bytes of the ASCII prefix. */
static size_t
ascii(const char *s, size_t n)
{
	uint64_t word;
	size_t i;

	for (i = 0; n - i >= sizeof word; i += sizeof word) {
		memcpy(&word, s + i, sizeof word);
		if (word & UINT64_C(0x8080808080808080))
			break;
	}
	while (i < n && !(s[i] & 0x80))
		i++;
	return i;
}

size_t
utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *p = (const unsigned char *)s;
	uint32_t c = *p;
	size_t i, len;

	if (c < 0x80) {
		*cp = c;
		return 1;
	}
	len = c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
	if (!len || len > n)
		return 0;
	c &= 0x7Fu >> len;
	for (i = 1; i < len; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3Fu);
	}
	if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return 0;
	*cp = c;
	return len;
}

/* The bytes of the code point at s.s[i], or 1 with INVALID. */
static size_t
step(struct str s, size_t i, uint32_t *cp)
{
	size_t len = utf8_decode(s.s + i, s.n - i, cp);

	if (len)
		return len;
	*cp = INVALID;
	return 1;
}

size_t
utf8_encode(char *out, uint32_t cp)
{
	size_t i, len = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;

	if (len == 1) {
		out[0] = (char)cp;
		return 1;
	}
	for (i = len; --i; cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3F));
	out[0] = (char)(0xF00u >> len | cp);
	return len;
}

size_t
utf8_valid(struct str s)
{
	size_t i, len;
	uint32_t cp;

	for (i = 0; i < s.n; i += len) {
		i += ascii(s.s + i, s.n - i);
		if (i == s.n)
			break;
		len = utf8_decode(s.s + i, s.n - i, &cp);
		if (!len)
			break;
	}
	return i;
}

size_t
utf8_count(struct str s)
{
	size_t i, count = 0;
	uint32_t cp;

	for (i = 0; i < s.n; i += step(s, i, &cp))
		count++;
	return count;
}

static bool
within(const struct uni_range *table, size_t n, uint32_t cp)
{
	size_t lo = 0, hi = n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (cp < table[mid].first)
			hi = mid;
		else if (cp > table[mid].last)
			lo = mid + 1;
		else
			return true;
	}
	return false;
}

static int
columns(uint32_t cp)
{
	if (cp < uni_zero[0].first)
		return 1;
	if (within(uni_zero, LEN(uni_zero), cp))
		return 0;
	return within(uni_wide, LEN(uni_wide), cp) ? 2 : 1;
}

int
text_width(struct str s)
{
	uint32_t cp;
	size_t i;
	int width = 0;

	for (i = 0; i < s.n;) {
		i += step(s, i, &cp);
		width += columns(cp);
	}
	return width;
}

size_t
text_fit(struct str s, int width)
{
	size_t i, len;
	uint32_t cp;
	int cols;

	for (i = 0; i < s.n; i += len) {
		len = step(s, i, &cp);
		cols = columns(cp);
		if (cols > width)
			break;
		width -= cols;
	}
	return i;
}

void
text_short(struct buf *b, struct str s, int width)
{
	if (text_width(s) <= width) {
		buf_str(b, s);
		return;
	}
	buf_str(b, text_trim((struct str){s.s, text_fit(s, width - 1)}));
	buf_str(b, STR("\xE2\x80\xA6"));
}

size_t
text_wrap(struct str s, int width)
{
	size_t fit = text_fit(s, width < 2 ? 2 : width), n = fit;

	if (fit == s.n)
		return fit;
	while (n > 0 && s.s[n] != ' ')
		n--;
	return n ? n : fit;
}

uint32_t
text_fold_code(uint32_t cp)
{
	size_t lo = 0, hi = LEN(uni_fold), mid;
	const struct uni_fold *f;

	if (cp < 0x80)
		return (uint32_t)text_fold_byte((char)cp);
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		f = &uni_fold[mid];
		if (cp < f->first)
			hi = mid;
		else if (cp > f->last)
			lo = mid + 1;
		else
			return (cp - f->first) % f->stride ? cp : cp + (uint32_t)f->delta;
	}
	return cp;
}

/* Writes s folded to out and returns the bytes. */
static size_t
fold(char *out, struct str s)
{
	size_t i, len, n = 0;
	uint32_t cp, to;

	for (i = 0; i < s.n; i += len) {
		len = 1;
		if (!(s.s[i] & 0x80)) {
			out[n++] = text_fold_byte(s.s[i]);
			continue;
		}
		len = step(s, i, &cp);
		to = text_fold_code(cp);
		if (to != cp) {
			n += utf8_encode(out + n, to);
		} else {
			memcpy(out + n, s.s + i, len);
			n += len;
		}
	}
	return n;
}

unsigned char
text_fold_first(struct str s)
{
	char out[4] = {*s.s};
	uint32_t cp;

	if (utf8_decode(s.s, s.n, &cp))
		utf8_encode(out, text_fold_code(cp));
	return (unsigned char)*out;
}

bool
text_folds_from(struct str s, struct str folded, size_t i)
{
	size_t j = i;

	while (i < s.n && j < folded.n) {
		uint32_t a, b;
		size_t len;

		len = step(s, i, &a);
		if (a == INVALID && s.s[i] != folded.s[j])
			return false;
		i += len;
		j += step(folded, j, &b);
		if (text_fold_code(a) != b)
			return false;
	}
	return i == s.n && j == folded.n;
}

bool
text_is(struct str s, const char *folded)
{
	return text_folds_to(s, (struct str){folded, strlen(folded)});
}

/* Room for s folded: no code point more than 3/2 of what it was, ASCII as it was. */
static char *
fold_room(struct mem *mem, struct str s)
{
	return mem_bytes(mem, s.n + (s.n - ascii(s.s, s.n)) / 2);
}

struct str
text_fold(struct mem *mem, struct str s)
{
	char *out = fold_room(mem, s);

	return (struct str){out, fold(out, s)};
}

struct str
text_key(struct mem *mem, struct str s)
{
	char *out = fold_room(mem, s);
	size_t i, n = 0, end;

	for (i = 0; i < s.n && !(s.s[i] & 0x80); i++)
		if (s.s[i] != '-' && s.s[i] != '_' && s.s[i] != ' ')
			out[n++] = text_fold_byte(s.s[i]);
	if (i == s.n)
		return (struct str){out, n};
	end = n + fold(out + n, (struct str){s.s + i, s.n - i});
	for (i = n; i < end; i++)
		if (out[i] != '-' && out[i] != '_' && out[i] != ' ')
			out[n++] = out[i];
	return (struct str){out, n};
}

bool
text_one_apart(struct str a, struct str b)
{
	size_t head = 0, tail = 0, n = a.n < b.n ? a.n : b.n;

	if (!n || a.n + b.n - 2 * n > 1)
		return a.n + b.n == 1;
	while (head < n && a.s[head] == b.s[head])
		head++;
	while (tail < n - head && a.s[a.n - 1 - tail] == b.s[b.n - 1 - tail])
		tail++;
	a = (struct str){a.s + head, a.n - head - tail};
	b = (struct str){b.s + head, b.n - head - tail};
	if (a.n == 2 && b.n == 2)
		return a.s[0] == b.s[1] && a.s[1] == b.s[0];
	return a.n + b.n > 0 && a.n < 2 && b.n < 2;
}

struct str
text_c(const char *s)
{
	return (struct str){s, strlen(s)};
}

struct str
text_head(struct str s, size_t n)
{
	size_t least = n < 4 ? 0 : n - 4;

	if (s.n <= n)
		return s;
	while (n > least && ((unsigned char)s.s[n] & 0xC0) == 0x80)
		n--;
	return (struct str){s.s, n};
}

struct str
text_base(struct str path)
{
	size_t i = path.n;

	while (i > 0 && path.s[i - 1] != '/')
		i--;
	return (struct str){path.s + i, path.n - i};
}

struct str
text_folder(struct str path)
{
	path.n -= text_base(path).n;
	return path.n ? path : STR(".");
}

struct str
text_line(struct str *rest)
{
	const char *lf = rest->n ? memchr(rest->s, '\n', rest->n) : NULL;
	struct str line = {rest->s, lf ? (size_t)(lf - rest->s) : rest->n};
	size_t n = line.n + (lf != NULL);

	*rest = (struct str){rest->s + n, rest->n - n};
	return line;
}

unsigned
text_column(struct str line, const char *at)
{
	return (unsigned)utf8_count((struct str){line.s, (size_t)(at - line.s)}) + 1;
}

size_t
text_offset(struct str line, unsigned col)
{
	uint32_t cp;
	size_t i = 0, n;

	for (; col > 1 && i < line.n; col--) {
		n = utf8_decode(line.s + i, line.n - i, &cp);
		i += n ? n : 1;
	}
	return i;
}

size_t
text_hash(struct str s)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);
	size_t i, j, len;

	for (i = 0; i < s.n; i += len) {
		char folded[4] = {text_fold_byte(s.s[i])};
		uint32_t cp;
		size_t n = len = 1;

		if (s.s[i] & 0x80) {
			len = step(s, i, &cp);
			n = cp == INVALID ? 1 : utf8_encode(folded, text_fold_code(cp));
		}
		for (j = 0; j < n; j++)
			h = (h ^ (unsigned char)folded[j]) * UINT64_C(0x100000001b3);
	}
	return (size_t)(h ^ h >> 32);
}

int
text_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.s, b.s, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str
text_tag(struct str s)
{
	return s.n > 1 && *s.s == '#' ? (struct str){s.s + 1, s.n - 1} : s;
}

struct str
text_path(struct mem *mem, struct str dir, struct str name)
{
	bool slash = dir.n && dir.s[dir.n - 1] != '/';
	char *p = mem_bytes(mem, dir.n + slash + name.n + 1);

	memcpy(p, dir.s, dir.n);
	if (slash)
		p[dir.n] = '/';
	memcpy(p + dir.n + slash, name.s, name.n);
	p[dir.n + slash + name.n] = '\0';
	return (struct str){p, dir.n + slash + name.n};
}

bool
text_has_digit(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] >= '0' && s.s[i] <= '9')
			return true;
	return false;
}

static bool
is_of_address(struct str s, size_t i)
{
	if (s.s[i] == '.')
		return i + 1 < s.n && s.s[i + 1] != '.';
	if (s.s[i] == '\'')
		return i && memchr(s.s + i, '@', s.n - i);
	return (unsigned char)s.s[i] > ' ' && !strchr("()[]<>:,;\"", s.s[i]);
}

bool
text_is_address(struct str s)
{
	const char *open = s.n && s.s[s.n - 1] == '>' ? memchr(s.s, '<', s.n) : NULL, *at;
	size_t i;

	if (open)
		s = (struct str){open + 1, (size_t)(s.s + s.n - open - 2)};
	for (i = 0; i < s.n; i++)
		if (!is_of_address(s, i))
			return false;
	at = s.n ? memchr(s.s, '@', s.n) : NULL;
	return at && at > s.s && at + 1 < s.s + s.n && !memchr(at + 1, '@', (size_t)(s.s + s.n - at - 1));
}

bool
text_is_line(struct str s)
{
	size_t i, n;
	uint32_t cp;

	for (i = 0; i < s.n; i += n) {
		n = utf8_decode(s.s + i, s.n - i, &cp);
		if (!n || cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
			return false;
		/* Marks of direction, U+200E and the like, are part of how some names are written. */
		if ((cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069))
			return false;
	}
	return true;
}

struct str
text_trim(struct str s)
{
	while (s.n && is_blank(s.s[s.n - 1]))
		s.n--;
	while (s.n && is_blank(*s.s)) {
		s.s++;
		s.n--;
	}
	return s;
}

/* Whether cp could act on a terminal or a line reader, or is INVALID. */
static bool
is_control(uint32_t cp)
{
	if (cp < 0xA0)
		return cp < 0x20 || cp >= 0x7F;
	return cp == 0x61C || cp == 0x200E || cp == 0x200F || (cp >= 0x2028 && cp <= 0x202E) ||
	    (cp >= 0x2066 && cp <= 0x2069) || cp == INVALID;
}

/* What stands for cp after a backslash, in a list of such pairs; 0 if it is not there. */
static char
letter(const char *pairs, uint32_t cp)
{
	for (; *pairs; pairs += 2)
		if ((uint32_t)*pairs == cp)
			return pairs[1];
	return 0;
}

/* Adds s: a letter after a backslash where pairs has one, what other adds for the rest of the controls. */
static void
escape(struct buf *b, struct str s, const char *pairs, escape_fn *other)
{
	size_t i, len, from = 0;
	uint32_t cp;
	char c;

	for (i = 0; i < s.n; i += len) {
		len = step(s, i, &cp);
		c = cp <= '\\' ? letter(pairs, cp) : 0;
		if (!c && !is_control(cp))
			continue;
		buf_add(b, s.s + from, i - from);
		from = i + len;
		if (c)
			buf_add(b, (char[]){'\\', c}, 2);
		else
			other(b, (struct str){s.s + i, len}, cp);
	}
	if (from < s.n)
		buf_add(b, s.s + from, s.n - from);
}

static void
add_hex(struct buf *b, uint32_t value, int digits)
{
	while (digits--)
		buf_chr(b, "0123456789ABCDEF"[value >> 4 * digits & 0xF]);
}

static void
escape_bytes(struct buf *b, struct str unit, uint32_t cp)
{
	size_t i;

	(void)cp;
	for (i = 0; i < unit.n; i++) {
		buf_add(b, "\\x", 2);
		add_hex(b, (unsigned char)unit.s[i], 2);
	}
}

static void
escape_code(struct buf *b, struct str unit, uint32_t cp)
{
	(void)unit;
	if (cp == INVALID) {
		buf_add(b, "\xEF\xBF\xBD", 3);
		return;
	}
	buf_add(b, "\\u", 2);
	add_hex(b, cp, 4);
}

void
text_escape(struct buf *b, struct str s)
{
	escape(b, s, "\\\\\tt\nn\rr", escape_bytes);
}

static void
escape_but_layout(struct buf *b, struct str unit, uint32_t cp)
{
	if (cp == '\t' || cp == '\n')
		buf_chr(b, (char)cp);
	else
		escape_bytes(b, unit, cp);
}

void
text_show(struct buf *b, struct str s)
{
	escape(b, s, "", escape_but_layout);
}

/* The value of a hexadecimal digit, or -1. */
static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = text_fold_byte(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Adds what the escape at the start of s, a backslash, stands for; returns its bytes, or 0 if it is none. */
static size_t
unescape(struct buf *b, struct str s)
{
	int high, low;
	char c = s.n < 2 ? 0 : letter("\\\\t\tn\nr\r", (unsigned char)s.s[1]);

	if (c) {
		buf_chr(b, c);
		return 2;
	}
	if (s.n < 4 || s.s[1] != 'x')
		return 0;
	high = hex(s.s[2]);
	low = hex(s.s[3]);
	if (high < 0 || low < 0)
		return 0;
	buf_chr(b, (char)(high << 4 | low));
	return 4;
}

bool
text_unescape(struct buf *b, struct str s)
{
	size_t len, was = b->n;

	while (s.n) {
		const char *escape = memchr(s.s, '\\', s.n);
		size_t plain = escape ? (size_t)(escape - s.s) : s.n;

		buf_add(b, s.s, plain);
		s = (struct str){s.s + plain, s.n - plain};
		if (!s.n)
			break;
		len = unescape(b, s);
		if (!len) {
			b->n = was;
			return false;
		}
		s = (struct str){s.s + len, s.n - len};
	}
	return true;
}

void
text_json(struct buf *b, struct str s)
{
	buf_chr(b, '"');
	escape(b, s, "\"\"\\\\\nn\tt\rr\bb\ff", escape_code);
	buf_chr(b, '"');
}
