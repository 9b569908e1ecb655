/* TIOCGWINSZ is in no POSIX before 2024, yet everywhere. */
#define _DEFAULT_SOURCE

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "term.h"

bool
term_is_output(void)
{
	return isatty(STDOUT_FILENO);
}

bool
term_color(void)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return term_is_output() && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

int
term_width(void)
{
	const char *columns = getenv("COLUMNS");
	long n = columns ? strtol(columns, NULL, 10) : 0;
#ifdef TIOCGWINSZ
	struct winsize w;
#endif

	if (n > 0 && n < 10000)
		return (int)n;
	if (!term_is_output())
		return 0;
#ifdef TIOCGWINSZ
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col)
		return w.ws_col;
#endif
	return 80;
}
