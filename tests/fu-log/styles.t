#!/bin/sh
# Where fu-log puts a touch, and how it writes it: for each style of note, in each form of file, which lines change, to
# the byte, and what fu-list then reads.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
has jq || skip_all 'no jq'
has git || skip_all 'no git'

# What notes are written in: lines that end in LF, in CR LF, a BOM before them, no end of the last one, `...` for the
# second `---`.
forms='LF CRLF BOM unended dots'

# files FORM: makes the note before an edit and after it, $tmp/old and $tmp/new, of $tmp/lines: '+' is before each line
# that the edit adds, '-' before each that it removes, a blank before the others, but not before empty ones
files() {
	awk -v form="$1" -v old="$tmp/old" -v new="$tmp/new" '
		function put(file) {
			printf "%s%s", lines[file]++ ? end : form == "BOM" ? "\357\273\277" : "", line >file
		}
		BEGIN { end = form == "CRLF" ? "\r\n" : "\n"; printf "" >old; printf "" >new }
		{ line = substr($0, 2) }
		form == "dots" && line == "---" && ++fences == 2 { line = "..." }
		!/^[+]/ { put(old) }
		!/^-/ { put(new) }
		END {
			if (form != "unended") {
				if (lines[old]) printf "%s", end >old
				if (lines[new]) printf "%s", end >new
			}
		}' "$tmp/lines"
}

# facts FILE: what fu-list reads in the note n.md, into the file
facts() {
	fu-list --json n.md | jq -r '(.touches[] | "\(.date) \(.dir) \(.kind): \(.text)"),
		(.promises[] | "promise of \(.from) for \(.by)\(if .done then ", done" else "" end): \(.what)"),
		"name: \(.name)", (.front | to_entries[] | select(.key | test("log|touch|promises"; "i") | not)
		| "\(.key): \(.value | tojson)")' >"$1"
}

# alike WHOSE FILE: prints how n.md differs from the file, which it should not
alike() {
	cmp -s "$2" n.md || diff -u --label "$1, wanted" --label "$1, got" "$2" n.md | cat -A
}

# edited TOOL OPERAND...: what the tool prints in each of the forms, and how the note differs from the one that is wanted;
# then which facts have come and gone
edited() {
	tool=$1
	shift
	for form in $forms; do
		files "$form"
		cp "$tmp/old" n.md
		"$tool" -n "$@" >"$tmp/patch" || echo "$form: -n has status $?"
		alike "$form: -n" "$tmp/old"
		git apply --whitespace=nowarn "$tmp/patch"
		alike "$form: git apply" "$tmp/new"
		cp "$tmp/old" n.md
		"$tool" "$@" || echo "$form: status $?"
		alike "$form" "$tmp/new"
	done
	facts "$tmp/facts.new"
	cp "$tmp/old" n.md
	facts "$tmp/facts.old"
	diff "$tmp/facts.old" "$tmp/facts.new" | grep '^[<>]'
}

# edit NAME LINES FACTS COMMAND...: what the command does to n.md; the lines are those of files, their escapes those of
# printf %b
edit() {
	name=$1 wanted=$3
	printf '%b\n' "$2" >"$tmp/lines"
	shift 3
	check "$name" 0 "$wanted" '' edited "$@"
}

# body NAME LINES [FACTS COMMAND...]: of a body; without a command, of a call today
body() {
	name=$1 lines=$2
	shift 2
	[ $# -gt 0 ] || set -- "$call" fu-log call n.md -m 'left a message'
	edit "$name" " ---\\n name: José 田 # ñandú\\n ---\\n$lines" "$@"
}

call='> 2026-11-22 both call: left a message'

# ---- items of a list ----

body 'dash' ' - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message'
body 'star' ' * 2026-11-03 meeting: coffee
+* 2026-11-22 call: left a message'
body 'plus' ' + 2026-11-03 meeting: coffee
++ 2026-11-22 call: left a message'

plan_done
