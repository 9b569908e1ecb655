#include <string.h>

#include "mail.h"
#include "text.h"

enum {
	ADDRESS = 254,          /* RFC 5321, 4.5.3.1 */
	LINE = 76,              /* RFC 2045, 6.7; RFC 2047, 2 */
};

static const char encoded_start[] = "=?UTF-8?Q?", encoded_end[] = "?=";

/* The name of somebody who has mail on this machine. */
static bool
is_local(struct str s)
{
	size_t i;

	for (i = 0; i < s.n && (text_is_alnum(s.s[i]) || (i && strchr("._-", s.s[i])));)
		i++;
	return s.n && i == s.n;
}

bool
mail_is_address(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] <= ' ' || s.s[i] >= 0x7F || strchr("<>,\\", s.s[i]))
			return false;
	return s.n <= ADDRESS && (text_is_address(s) || is_local(s));
}

static void
add_hex(struct buf *b, char c)
{
	buf_fmt(b, "=%02X", (unsigned char)c);
}

/* ---- headers ---- */

/* Whether a header can say s as it is. */
static bool
is_plain(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.s[i] < ' ' || s.s[i] >= 0x7F || (s.s[i] == '?' && i && s.s[i - 1] == '='))
			return false;
	return true;
}

/* The bytes of s before its first blank. */
static size_t
word_length(struct str s)
{
	const char *blank = s.n ? memchr(s.s, ' ', s.n) : NULL;

	return blank ? (size_t)(blank - s.s) : s.n;
}

/* Adds s, which stands behind column bytes of its line, folded at blanks. */
static void
add_folded(struct buf *b, struct str s, size_t column)
{
	size_t n;

	while (s.n) {
		n = word_length(s);
		if (column + 1 + n > LINE) {
			buf_chr(b, '\n');
			column = 0;
		}
		buf_chr(b, ' ');
		buf_add(b, s.s, n);
		column += 1 + n;
		n += n < s.n;
		s = (struct str){s.s + n, s.n - n};
	}
}

/* How a character is written in an encoded word. */
static void
encode(struct buf *b, struct str character)
{
	size_t i;

	for (i = 0; i < character.n; i++) {
		char c = character.s[i];

		if (c == ' ')
			buf_chr(b, '_');
		else if (text_is_alnum(c))
			buf_chr(b, c);
		else
			add_hex(b, c);
	}
}

/* Adds s as encoded words, a line each, none of which ends within a character. */
static void
add_encoded(struct buf *b, struct str s, size_t column)
{
	struct buf character = {0};
	size_t i, n;
	uint32_t cp;

	column += 1 + strlen(encoded_start);
	buf_fmt(b, " %s", encoded_start);
	for (i = 0; i < s.n; i += n) {
		n = utf8_decode(s.s + i, s.n - i, &cp);
		n = n ? n : 1;
		encode(&character, (struct str){s.s + i, n});
		if (column + character.n + strlen(encoded_end) > LINE) {
			buf_fmt(b, "%s\n %s", encoded_end, encoded_start);
			column = 1 + strlen(encoded_start);
		}
		buf_str(b, buf_text(&character));
		column += character.n;
		character.n = 0;
	}
	buf_fmt(b, "%s", encoded_end);
	buf_free(&character);
}

static void
add_subject(struct buf *b, struct str subject)
{
	static const char name[] = "Subject:";

	buf_fmt(b, "%s", name);
	(is_plain(subject) ? add_folded : add_encoded)(b, subject, strlen(name));
	buf_chr(b, '\n');
}

/* ---- body ---- */

/* Whether s, which begins a line, would mean something to a mailer: a lone dot ends a mail, From begins one. */
static bool
is_signal(struct str s)
{
	return s.s[0] == '.' || (s.n >= 5 && memcmp(s.s, "From ", 5) == 0);
}

static bool
is_quoted(struct str line, size_t i, size_t column)
{
	char c = line.s[i];

	if (c == ' ' || c == '\t')
		return i + 1 == line.n;
	return c < ' ' || c >= 0x7F || c == '=' || (!column && is_signal((struct str){line.s + i, line.n - i}));
}

/* How many bytes from line.s[i] on, which stands behind column others, are written as they are, and fit with a '='. */
static size_t
plain_length(struct str line, size_t i, size_t column)
{
	size_t n = 0;

	while (i + n < line.n && column + n < LINE - 1 && !is_quoted(line, i + n, column + n))
		n++;
	return n;
}

static void
add_quoted_line(struct buf *b, struct str line)
{
	size_t i = 0, column = 0, n;

	while (i < line.n) {
		n = plain_length(line, i, column);
		buf_add(b, line.s + i, n);
		column += n;
		i += n;
		if (i == line.n)
			break;
		if (column + 3 < LINE && is_quoted(line, i, column)) {
			add_hex(b, line.s[i++]);
			column += 3;
		} else {
			buf_str(b, STR("=\n"));
			column = 0;
		}
	}
	buf_chr(b, '\n');
}

void
mail_add(struct buf *b, const struct mail *mail)
{
	struct str rest = mail->body;

	buf_fmt(b, "To: ");
	buf_str(b, mail->to);
	buf_chr(b, '\n');
	add_subject(b, mail->subject);
	buf_fmt(b, "MIME-Version: 1.0\nContent-Type: %s; charset=utf-8\n", mail->type);
	buf_fmt(b, "Content-Transfer-Encoding: quoted-printable\nAuto-Submitted: auto-generated\n\n");
	while (rest.n)
		add_quoted_line(b, text_line(&rest));
}
