/* A test as TAP: ok(condition, "name") for each point, and return done() at the end of main. */
#include <stdarg.h>
#include <stdio.h>

static int tap_points, tap_failed;

#define ok(cond, ...) tap_ok(!!(cond), #cond, __FILE__, __LINE__, __VA_ARGS__)

__attribute__((format(printf, 5, 6))) static inline int
tap_ok(int passed, const char *cond, const char *file, int line, const char *name, ...)
{
	va_list ap;

	va_start(ap, name);
	printf("%sok %d - ", passed ? "" : "not ", ++tap_points);
	vprintf(name, ap);
	va_end(ap);
	tap_failed += !passed;
	printf(passed ? "\n" : "\n# %s:%d: %s\n", file, line, cond);
	fflush(stdout);
	return passed;
}

static inline int
done(void)
{
	printf("1..%d\n", tap_points);
	return tap_failed > 0;
}
