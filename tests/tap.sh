# Tests as TAP. A .t file sources this, checks away, and ends with plan_done:
#
#   check NAME STATUS OUTPUT ERRORS COMMAND...
#
# runs COMMAND, which may be a function, and compares its exit status, standard output and standard error with
# what is wanted: all the lines, each of them ended; '' for nothing.
#
# It starts in an empty directory, and nothing of the user's own settings is seen. $top is the source, $tmp a
# directory for other things. The programs are those of $BUILD (default: build); $WRAPPER, if it is set, is a
# command that runs them, such as valgrind.
# shellcheck shell=sh

set -u

top=$(cd "$(dirname -- "$0")/../.." && pwd) || exit 1
BUILD=${BUILD:-build}
case $BUILD in
/*) ;;
*) BUILD=$top/$BUILD ;;
esac
export BUILD
if ! ls "$BUILD"/fu-* >/dev/null 2>&1; then
	echo "Bail out! There are no programs in $BUILD; run make."
	exit 1
fi

tap_remove() {
	chmod -R u+rwx "$tmp" 2>/dev/null
	cd / && rm -rf "$tmp"
}

tmp=$(mktemp -d) || exit 1
trap tap_remove EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 141' PIPE
trap 'exit 143' TERM

mkdir "$tmp/bin" "$tmp/here" "$tmp/home" "$tmp/config" && cd "$tmp/here" || exit 1
unset CDPATH COLUMNS FU_NOTES FU_TODAY NO_COLOR TZ
export HOME="$tmp/home" XDG_CONFIG_HOME="$tmp/config" LC_ALL=C TERM=xterm PATH="$tmp/bin:$BUILD:$PATH"

for tap_program in ${WRAPPER:+"$BUILD"/fu-*}; do
	if [ -x "$tap_program" ]; then
		printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$WRAPPER" "$tap_program" >"$tmp/bin/${tap_program##*/}"
		chmod +x "$tmp/bin/${tap_program##*/}"
	fi
done

tap_count=0
tap_failed=0

tap_wanted() {
	[ -z "$1" ] || printf '%s\n' "$1"
}

tap_result() {
	tap_count=$((tap_count + 1))
	echo "$1 $tap_count - $2"
}

check() {
	tap_name=$1 tap_status=$2
	tap_wanted "$3" >"$tmp/stdout.wanted"
	tap_wanted "$4" >"$tmp/stderr.wanted"
	shift 4
	"$@" >"$tmp/stdout" 2>"$tmp/stderr" && tap_got=0 || tap_got=$?
	if [ "$tap_got" = "$tap_status" ] && cmp -s "$tmp/stdout.wanted" "$tmp/stdout" \
		&& cmp -s "$tmp/stderr.wanted" "$tmp/stderr"; then
		tap_result ok "$tap_name"
		return
	fi
	tap_failed=$((tap_failed + 1))
	tap_result 'not ok' "$tap_name"
	{
		[ "$tap_got" = "$tap_status" ] || echo "exit status $tap_got, not $tap_status"
		(cd "$tmp" && diff -u stdout.wanted stdout; diff -u stderr.wanted stderr)
	} | cat -v | sed 's/^/# /'
}

plan_done() {
	echo "1..$tap_count"
	exit $((tap_failed > 0))
}

# skip NAME REASON: a point that cannot be checked here
skip() {
	tap_result ok "$1 # SKIP $2"
}

# skip_all REASON: none of the file can be
skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

has() {
	command -v "$1" >/dev/null
}

# note FILE FIELDS [BODY]: writes a note
note() {
	printf '%s\n' --- "$2" --- "${3-}" >"$1"
}

# tsv ROW...: rows of output, with ' | ' for the tab between columns
tsv() {
	printf '%s\n' "$@" | sed "s/ | /$(printf '\t')/g"
}
