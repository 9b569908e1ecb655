#include <string.h>

#include "check.h"

static const struct {
	const char *name, *finds;
	bool error;
} checks[CHECKS] = {
	[CHECK_FILE] = {"file", "a file that cannot be read", true},
	[CHECK_WHERE] = {"where", "a selection that gave up on a note", true},
	[CHECK_DIRECTORY_LINK] = {"directory-link", "a symbolic link to a directory, which is not followed", false},
	[CHECK_FRONT_MATTER] = {"front-matter", "front matter that is not there, not closed or not text", true},
	[CHECK_YAML] = {"yaml", "YAML that is none, or is not read: anchors, tags, merge keys", true},
	[CHECK_DUPLICATE_KEY] = {"duplicate-key", "a key that is there twice", false},
	[CHECK_UNKNOWN_KEY] = {"unknown-key", "a key that next, dates or promises does not have", false},
	[CHECK_DATE] = {"date", "a date that is none", true},
	[CHECK_SPAN] = {"span", "a span that is none", true},
	[CHECK_LINK] = {"link", "a link that is none", true},
	[CHECK_VALUE] = {"value", "a value that is not what its field holds", true},
	[CHECK_LOG] = {"log", "an entry of log that is no touch", true},
	[CHECK_LONG] = {"long", "a text or task of more than 1,024 bytes", false},
	[CHECK_CODE] = {"code", "a block of code or a comment that is not closed", false},
	[CHECK_PATTERN] = {"pattern", "a pattern that gave up", true},
	[CHECK_VIA] = {"via", "a via that leads nowhere, to itself, to several or in a circle", false},
	[CHECK_RULES] = {"rules", "a fault of the rules file", true},
	[CHECK_SIMILAR_KEY] = {"similar-key", "an unknown key one letter away from a known one", false},
	[CHECK_SIMILAR_KIND] = {"similar-kind", "an unknown kind of touch one letter away from a known one", false},
	[CHECK_ADDRESS] = {"address", "an e-mail address that is none", true},
	[CHECK_COMMENT] = {"comment", "a value that YAML reads as a comment", false},
	[CHECK_TOUCH] = {"touch", "a line that looks like a touch but is none", false},
	[CHECK_PROMISE] = {"promise", "a task that looks like a promise but is none", false},
	[CHECK_OUTSIDE_LOG] = {"outside-log", "a line that looks like a touch but is not under the log's heading", false},
	[CHECK_FUTURE] = {"future", "a touch after today", false},
	[CHECK_DONE] = {"done", "a promise done before it was made, or after today", false},
	[CHECK_SAME_ID] = {"same-id", "two notes with one id", false},
	[CHECK_SAME_NAME] = {"same-name", "two notes with one name", false},
	[CHECK_SAME_EMAIL] = {"same-email", "two notes with one e-mail address", false},
	[CHECK_PASSED_OVER] = {"passed-over", "a file without front matter that looks like a note", false},
	[CHECK_CHARACTER] = {"character", "a control character or a bidirectional control", false},
	[CHECK_ENCODING] = {"encoding", "bytes that are not UTF-8", false},
	[CHECK_CONFLICT] = {"conflict", "a conflict marker", true},
	[CHECK_LEFTOVER] = {"leftover", "a temporary file of an edit that was interrupted", false},
};

const char *
check_name(enum check check)
{
	return checks[check].name;
}

bool
check_is_trouble(enum check check)
{
	return check == CHECK_FILE || check == CHECK_WHERE;
}

const char *
check_finds(enum check check)
{
	return checks[check].finds;
}

bool
check_is_error(enum check check)
{
	return checks[check].error;
}

enum check
check_find(struct str name)
{
	unsigned i;

	for (i = 0; i < CHECKS; i++)
		if (strlen(checks[i].name) == name.n && memcmp(checks[i].name, name.s, name.n) == 0)
			break;
	return (enum check)i;
}
