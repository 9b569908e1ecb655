# Edits of a note n.md, byte for byte, in each form of file. A .t file sources this after tap.sh, and calls edit.
# shellcheck shell=sh disable=SC2154 # tmp is of tap.sh

export FU_TODAY=2026-11-22
tab=$(printf '\t')
has jq || skip_all 'no jq'
has git || skip_all 'no git'

# The forms that each note comes in: as it is; with a BOM, and lines that end in CR LF; with no end of the last line, and
# `...` for the second `---`.
forms='LF BOM+CRLF unended+dots'

# files FORM: makes the note before an edit and after it, $tmp/old and $tmp/new, of $tmp/lines: '+' is before each line
# that the edit adds, '-' before each that it removes, a blank before the others, but not before empty ones
files() {
	awk -v form="$1" -v old="$tmp/old" -v new="$tmp/new" '
		function put(file) {
			printf "%s%s", lines[file]++ ? end : form ~ /BOM/ ? "\357\273\277" : "", line >file
		}
		BEGIN { end = form ~ /CRLF/ ? "\r\n" : "\n"; printf "" >old; printf "" >new }
		{ line = substr($0, 2) }
		form ~ /dots/ && line == "---" && ++fences == 2 { line = "..." }
		!/^[+]/ { put(old) }
		!/^-/ { put(new) }
		END {
			if (form !~ /unended/) {
				if (lines[old]) printf "%s", end >old
				if (lines[new]) printf "%s", end >new
			}
		}' "$tmp/lines"
}

# alike WHAT FILE: whether n.md is like the file; prints how it differs
alike() {
	cmp -s "$2" n.md && return
	diff -u --label "$1, wanted" --label "$1, got" "$2" n.md | cat -vet
	return 1
}

# edited FORM TOOL OPERAND...: whether the tool edits n.md as it should, -n changes nothing, and what that prints edits the
# note in the same way; prints what is wrong
edited() {
	form=$1 tool=$2
	shift 2
	files "$form"
	cp "$tmp/old" n.md
	"$tool" -n "$@" >"$tmp/patch" || echo "$form: -n: status $?"
	alike "$form: -n" "$tmp/old" || return
	git apply --whitespace=nowarn "$tmp/patch"
	alike "$form: git apply" "$tmp/new" || return
	cp "$tmp/old" n.md
	"$tool" "$@" || echo "$form: status $?"
	alike "$form" "$tmp/new"
}

# facts: what fu-list reads in the notes n.md and old/n.md: the path, a TAB and a fact in each line
facts() {
	fu-list --json n.md old/n.md 2>/dev/null | jq -r '((.touches[] | "\(.date) \(.dir) \(.kind): \(.text)"),
		(.promises[] | "promise of \(.from) for \(.by)\(if .done then ", done" else "" end): \(.what)"),
		"name: \(.name)", (.front | to_entries[]
			| select(.key | test("log|touch|interactions|promises|commitments"; "i") | not)
			| "\(.key): \(.value | tojson)")) as $fact | "\(.path)\t\($fact)"'
}

# all_edited COMMAND...: in all forms; prints what is wrong, else which facts have gone and come
all_edited() {
	for form in $forms; do
		edited "$form" "$@" || return
	done
	mkdir -p old
	cp "$tmp/old" old/n.md
	facts >"$tmp/facts"
	sed -n "s,^old/n.md$tab,,p" "$tmp/facts" >"$tmp/facts.old"
	sed -n "s,^n.md$tab,,p" "$tmp/facts" >"$tmp/facts.new"
	diff "$tmp/facts.old" "$tmp/facts.new" | sed -n '/^[<>]/p'
}

# edit NAME LINES FACTS COMMAND...: what the command does to n.md; the lines are those of files, their escapes those of
# printf %b
edit() {
	name=$1 wanted=$3
	printf '%b\n' "$2" >"$tmp/lines"
	shift 3
	check "$name" 0 "$wanted" '' all_edited "$@"
}
