#!/bin/sh
# fu-log -: records on standard input, each a touch.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')

# fresh [BODY]: the notes a.md and b.md
fresh() {
	note a.md 'name: Ana' "${1-- 2026-11-03 meeting: coffee}"
	note b.md 'name: José' '* 2026/11/03 – meeting – coffee'
}

# records RECORDS [OPTION...]: gives the records, with ' | ' for the tab between columns, to fu-log; then prints what is
# below the front matter of the notes
records() {
	tsv "$1" >"$tmp/records"
	shift
	fu-log "$@" - <"$tmp/records" && status=0 || status=$?
	sed 1,3d a.md
	sed 1,3d b.md
	return "$status"
}

# reads NAME RECORDS A B [OPTION...]: the records are recorded: these lines come to the notes
reads() {
	name=$1 in=$2 a=$3 b=$4
	shift 4
	fresh
	check "$name" 0 "- 2026-11-03 meeting: coffee${a:+
$a}
* 2026/11/03 – meeting – coffee${b:+
$b}" '' records "$in" "$@"
}

# refuses NAME RECORDS MESSAGES [A]: but for a line that comes to a.md, the records are not recorded, with messages
refuses() {
	fresh
	check "$1" 2 "- 2026-11-03 meeting: coffee${4:+
$4}
* 2026/11/03 – meeting – coffee" "$3" records "$2"
}

# ---- what a record says ----

reads 'a record' 'a.md | 2026-11-20 | < | email | said yes' '- 2026-11-20 < email: said yes' ''
reads 'no direction' 'a.md | 2026-11-20 |  | call | left a message' '- 2026-11-20 call: left a message' ''
reads 'a direction that the kind says' 'a.md | 2026-11-20 | > | email | x' '- 2026-11-20 email: x' ''
reads 'no text' "a.md | 2026-11-20 |  | call | " '- 2026-11-20 call' ''
reads 'no column of the text' 'a.md | 2026-11-20 |  | call' '- 2026-11-20 call' ''
reads 'another word for a kind' 'a.md | 2026-11-20 |  | Phoned | x' '- 2026-11-20 call: x' ''
reads 'a date with slashes' 'a.md | 2026/11/20 |  | call | x' '- 2026-11-20 call: x' ''
reads 'today' 'a.md | 2026-11-22 |  | call | x' '- 2026-11-22 call: x' ''
reads '-t' 'a.md | 2026-11-23 |  | call | x' '- 2026-11-23 call: x' '' -t 2026-11-23
reads 'escapes' 'a.md | 2026-11-20 |  | call | C:\\new \xc3\xA9' '- 2026-11-20 call: C:\new é' ''
reads 'blanks around the text' 'a.md | 2026-11-20 |  | call |   x y ' '- 2026-11-20 call: x y' ''
reads 'multi-byte text' 'a.md | 2026-11-20 |  | call | José 田中 🎉' '- 2026-11-20 call: José 田中 🎉' ''
reads 'a bar in the text' 'a.md | 2026-11-20 |  | call | x|y' '- 2026-11-20 call: x|y' ''

mkdir -p r
echo 'kinds: {workshop: both}' >r/rules.yaml
reads '--rules' 'a.md | 2026-11-20 |  | workshop | x' '- 2026-11-20 workshop: x' '' --rules r/rules.yaml

fresh
check 'no records' 0 '' '' sh -c 'fu-log - </dev/null'
check 'no line end after the last' 0 '- 2026-11-20 call' '' \
	sh -c 'printf "a.md\t2026-11-20\t\tcall" | fu-log - && tail -n 1 a.md'
odd="odd${tab}x.md"
note "$odd" 'name: Odd'
check 'a path with a tab' 0 '- 2026-11-20 call: x' '' \
	sh -c 'printf "%s\n" "odd\\tx.md	2026-11-20		call	x" | fu-log - && tail -n 1 "$1"' sh "$odd"
rm "$odd"

# ---- several ----

reads 'two notes' 'b.md | 2026-11-20 |  | call | x
a.md | 2026-11-21 | < | email | y
b.md | 2026-11-22 |  | meeting' '- 2026-11-21 < email: y' '* 2026/11/20 – call – x
* 2026/11/22 – meeting'
reads 'those of a day, in their order' 'a.md | 2026-11-20 |  | call | x
a.md | 2026-11-20 |  | call | y
./a.md | 2026-11-20 |  | call | z' '- 2026-11-20 call: x
- 2026-11-20 call: y
- 2026-11-20 call: z' ''
reads 'the last one first' 'a.md | 2026-11-22 |  | call | x
a.md | 2026-11-20 |  | call | y
a.md | 2026-11-21 |  | call | z' '- 2026-11-20 call: y
- 2026-11-21 call: z
- 2026-11-22 call: x' ''
fresh ''
check 'a log that begins with them' 0 '
## Log

- 2026-11-20 call: x
- 2026-11-21 email: y
* 2026/11/03 – meeting – coffee' '' records 'a.md | 2026-11-20 |  | call | x
a.md | 2026-11-21 |  | email | y'
fresh '- 2026-11-10 call
- 2026-11-03 meeting: coffee'
check 'newest first' 0 '- 2026-11-20 call: y
- 2026-11-20 call: x
- 2026-11-10 call
- 2026-11-03 meeting: coffee
* 2026/11/03 – meeting – coffee' '' records 'a.md | 2026-11-20 |  | call | x
a.md | 2026-11-20 |  | call | y'

fresh
awk 'BEGIN { for (i = 1; i <= 300; i++) printf "a.md | 2026-11-20 |  | call | %d\n", i }' >"$tmp/many"
check 'three hundred' 0 "- 2026-11-03 meeting: coffee
$(awk 'BEGIN { for (i = 1; i <= 300; i++) printf "- 2026-11-20 call: %d\n", i }')
* 2026/11/03 – meeting – coffee" '' records "$(cat "$tmp/many")"

fresh
rows='b.md | 2026-11-20 |  | call | x
a.md | 2026-11-20 |  | call | y
b.md | 2026-11-21 |  | call | z'
diff='--- a/a.md
+++ b/a.md
@@ -2,3 +2,4 @@
 name: Ana
 ---
 - 2026-11-03 meeting: coffee
+- 2026-11-20 call: y
--- a/b.md
+++ b/b.md
@@ -2,3 +2,5 @@
 name: José
 ---
 * 2026/11/03 – meeting – coffee
+* 2026/11/20 – call – x
+* 2026/11/21 – call – z'
check '-n: a diff of each note, and no more' 0 "$diff
- 2026-11-03 meeting: coffee
* 2026/11/03 – meeting – coffee" '' records "$rows" -n
if has git; then
	check '-n: git apply' 0 '- 2026-11-03 meeting: coffee
- 2026-11-20 call: y
* 2026/11/03 – meeting – coffee
* 2026/11/20 – call – x
* 2026/11/21 – call – z' '' sh -c 'printf "%s\n" "$1" | git apply && sed 1,3d a.md && sed 1,3d b.md' sh "$diff"
else
	skip '-n: git apply' 'no git'
fi
fresh
if has strace && strace -o /dev/null true 2>/dev/null; then
	# replaced: how often fu-log puts a file in the place of another
	replaced() {
		tsv "$rows" | ASAN_OPTIONS=detect_leaks=0 strace -f -o "$tmp/trace" -e trace=renameat2,rename,renameat fu-log - &&
			grep -c 'rename.*= 0' "$tmp/trace"
	}
	check 'each note is written once' 0 2 '' replaced
else
	skip 'each note is written once' 'no strace that works'
fi

# ---- again ----

again='this touch is recorded already; --again records it once more'
refuses 'a touch of the note' 'a.md | 2026-11-03 |  | meeting | coffee
a.md | 2026-11-22 |  | call | x' "fu-log: standard input:1: a.md:4: $again" '- 2026-11-22 call: x'
refuses 'a touch twice' 'a.md | 2026-11-22 |  | call | x
a.md | 2026-11-22 |  | called | x' "fu-log: standard input:2: a.md:5: $again" '- 2026-11-22 call: x'
reads '--again' 'a.md | 2026-11-22 |  | call | x
a.md | 2026-11-22 |  | call | x' '- 2026-11-22 call: x
- 2026-11-22 call: x' '' --again

# ---- what is refused, while the others are recorded ----

good='a.md | 2026-11-22 |  | call | x'
done='- 2026-11-22 call: x'
none="write path, date, direction (or nothing), kind and text with TABs between"
refuses 'a line without tabs' "$good
hello" "fu-log: standard input:2: not a record; $none" "$done"
refuses 'three columns' "a.md | 2026-11-20 | call
$good" "fu-log: standard input:1: not a record; $none" "$done"
refuses 'six columns' "a.md | 2026-11-20 |  | call | x | y
$good" 'fu-log: standard input:1:25: more than five columns; write a TAB in a text as \t' "$done"
refuses 'an empty line' "
$good" "fu-log: standard input:1: not a record; $none" "$done"
refuses 'no path' " | 2026-11-20 |  | call | x
$good" 'fu-log: standard input:1:1: not a path' "$done"
refuses 'a date that is none' "$good
a.md | soon |  | call | x" 'fu-log: standard input:2:6: not a date; write YYYY-MM-DD' "$done"
refuses 'a day that does not exist' "$good
a.md | 2026-02-30 |  | call | x" 'fu-log: standard input:2:6: not a date; write YYYY-MM-DD' "$done"
refuses 'a day after today' "$good
a.md | 2026-11-23 |  | call | x" 'fu-log: standard input:2:6: after today, so it has not happened yet' "$done"
refuses 'a direction that is none' "$good
a.md | 2026-11-20 | up | call | x" 'fu-log: standard input:2:17: not a direction; write <, > or nothing' "$done"
refuses 'a kind that is none' "$good
a.md | 2026-11-20 |  | emial | x" "fu-log: standard input:2:18: 'emial' is no kind of touch; did you mean 'email'?" "$done"
refuses 'an action' "$good
a.md | 2026-11-20 |  | report | x" "fu-log: standard input:2:18: 'report' is an action of fu-due, and no kind of touch; \
write update" "$done"
refuses 'no kind' "$good
a.md | 2026-11-20 |  |  | x" "fu-log: standard input:2:18: '' is no kind of touch; write call, email, meeting or another one \
of fu-note(5), or add it to kinds: of fu-rules(5)" "$done"
line='a line break, control character or byte that is not UTF-8; write one line'
refuses 'a line break' "$good
a.md | 2026-11-20 |  | call | x\\ny" "fu-log: standard input:2:23: $line" "$done"
refuses 'a control character' "$good
a.md | 2026-11-20 |  | call | \\x1B[2J" "fu-log: standard input:2:23: $line" "$done"
refuses 'bytes that are no UTF-8' "$good
a.md | 2026-11-20 |  | call | caf\\xE9" "fu-log: standard input:2:23: $line" "$done"
refuses 'an escape that is none' "$good
a.md | 2026-11-20 |  | call | C:\\new \\q" \
	"fu-log: standard input:2:23: no such escape after '\\'; write '\\\\' for a backslash" "$done"
refuses 'a text that begins with a sign' "$good
a.md | 2026-11-20 |  | call | < yes" "fu-log: standard input:2: a.md: the text cannot begin with '<', which would be read \
as something else; begin with a word" "$done"
refuses 'a path with a NUL' "$good
a\\x00.md | 2026-11-20 |  | call | x" 'fu-log: standard input:2:1: not a path' "$done"
refuses 'a note that is not there' "$good
gone.md | 2026-11-20 |  | call | x" 'fu-log: gone.md: No such file or directory' "$done"
refuses 'an id' "$good
a | 2026-11-20 |  | call | x" 'fu-log: a: No such file or directory' "$done"
mkdir k
refuses 'a directory' "k | 2026-11-20 |  | call | x
$good" 'fu-log: k: a directory, not a file' "$done"
echo '# Read me' >readme.md
refuses 'no note' "readme.md | 2026-11-20 |  | call | x
$good" "fu-log: standard input:1: readme.md:1: no front matter, so no note; begin it with a line '---', fields, \
and a line '---'" "$done"
refuses 'several' "a.md | soon |  | call | x
readme.md | 2026-11-20 |  | call | x
$good
a.md | 2026-11-22 |  | sneeze" "fu-log: standard input:1:6: not a date; write YYYY-MM-DD
fu-log: standard input:4:18: 'sneeze' is no kind of touch; write call, email, meeting or another one of fu-note(5), \
or add it to kinds: of fu-rules(5)
fu-log: standard input:2: readme.md:1: no front matter, so no note; begin it with a line '---', fields, and a line '---'" \
	"$done"

# ---- usage ----

options='-m, --on, --from, --to and -0 are for notes; records say themselves what happened'
for option in '-m x' '--on today' --from --to -0; do
	# shellcheck disable=SC2086 # an option and its value
	check "$option" 2 '' "fu-log: $options" fu-log $option -
done
check 'standard input that cannot be read' 2 '' 'fu-log: standard input: Is a directory' sh -c 'fu-log - <k'

plan_done
