/*
 * Whether bytes are JSON (RFC 8259) as records are: in UTF-8, without blanks and control characters.
 */
#ifndef FUZZ_JSON_H
#define FUZZ_JSON_H

#include "fuzz.h"

static inline const char *json_value(const char *s, const char *end);

/* Each of these returns where what it reads ends; NULL: it is not there, or s is NULL. */

static inline const char *
json_byte(const char *s, const char *end, char c)
{
	return s && s < end && *s == c ? s + 1 : NULL;
}

static inline const char *
json_escape(const char *s, const char *end)
{
	int i;

	if (s == end || !*s || !strchr("\"\\ntrbfu", *s))
		return NULL;
	if (*s++ != 'u')
		return s;
	for (i = 0; i < 4; i++, s++)
		if (s == end || !*s || !strchr("0123456789ABCDEF", *s))
			return NULL;
	return s;
}

static inline const char *
json_string(const char *s, const char *end)
{
	for (s = json_byte(s, end, '"'); s && s < end; s = *s == '\\' ? json_escape(s + 1, end) : s + 1) {
		if (*s == '"')
			return s + 1;
		if ((unsigned char)*s < ' ' || *s == 0x7F)
			return NULL;
	}
	return NULL;
}

static inline const char *
json_number(const char *s, const char *end)
{
	const char *start;

	if (s < end && *s == '-')
		s++;
	for (start = s; s < end && *s >= '0' && *s <= '9';)
		s++;
	if (s == start || (*start == '0' && s > start + 1))
		return NULL;
	if (s == end || *s != '.')
		return s;
	for (start = ++s; s < end && *s >= '0' && *s <= '9';)
		s++;
	return s > start ? s : NULL;
}

static inline const char *
json_word(const char *s, const char *end)
{
	static const struct str words[] = {S("null"), S("true"), S("false")};
	size_t i;

	for (i = 0; i < LEN(words); i++)
		if ((size_t)(end - s) >= words[i].n && memcmp(s, words[i].s, words[i].n) == 0)
			return s + words[i].n;
	return NULL;
}

/* What stands between brackets, the first of which has been read. */
static inline const char *
json_items(const char *s, const char *end, char close)
{
	if (json_byte(s, end, close))
		return s + 1;
	while (s) {
		if (close == '}')
			s = json_byte(json_string(s, end), end, ':');
		s = json_value(s, end);
		if (json_byte(s, end, close))
			return s + 1;
		s = json_byte(s, end, ',');
	}
	return NULL;
}

static inline const char *
json_value(const char *s, const char *end)
{
	if (!s || s == end)
		return NULL;
	switch (*s) {
	case '{':
		return json_items(s + 1, end, '}');
	case '[':
		return json_items(s + 1, end, ']');
	case '"':
		return json_string(s, end);
	case 'n': case 't': case 'f':
		return json_word(s, end);
	default:
		return json_number(s, end);
	}
}

/* One object and the LF behind it. */
static inline bool
json_is_record(struct str s)
{
	const char *end = s.s + s.n, *after = s.n && *s.s == '{' ? json_value(s.s, end) : NULL;

	return utf8_valid(s) == s.n && json_byte(after, end, '\n') == end;
}

#endif
