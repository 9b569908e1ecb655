#!/bin/sh
# The options of fu-log, its operands, and what it refuses.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22 # a Sunday

coffee='- 2026-11-03 meeting: coffee'

# fresh [BODY]: the note n.md
fresh() {
	note n.md 'name: José' "${1-$coffee}"
}

# adds NAME LINE OPERAND...: fu-log with these operands adds the line to n.md
adds() {
	name=$1 line=$2
	shift 2
	fresh
	check "$name" 0 "---
name: José
---
$coffee
$line" '' sh -c 'fu-log "$@" && cat n.md' fu-log "$@"
}

# untouched COMMAND...: runs it; says if it changes n.md, or puts another file in its place, or leaves one behind
untouched() {
	cp n.md "$tmp/n.md"
	before=$(ls -i n.md) files=$(ls -A)
	"$@" && status=0 || status=$?
	cmp "$tmp/n.md" n.md
	[ "$(ls -i n.md)" = "$before" ] || echo 'n.md is another file'
	[ "$(ls -A)" = "$files" ] || ls -A
	return "$status"
}

# refuses NAME MESSAGE OPERAND...: fu-log does not touch n.md, with a message, nor with -n
refuses() {
	name=$1 message=$2
	shift 2
	check "$name" 2 '' "fu-log: $message" untouched fu-log "$@"
	check "$name, -n" 2 '' "fu-log: $message" untouched fu-log -n "$@"
}

# ---- text ----

adds 'no text' '- 2026-11-22 call' call n.md
adds '-m' '- 2026-11-22 call: left a message' call n.md -m 'left a message'
adds '--message' '- 2026-11-22 call: left a message' --message 'left a message' call n.md
adds '--message=' '- 2026-11-22 call: left a message' call --message='left a message' n.md
adds '-m, the last one counts' '- 2026-11-22 call: left a message' -m no call n.md -m 'left a message'
adds '-m of nothing' '- 2026-11-22 call' call n.md -m ''
adds '-m, multi-byte' '- 2026-11-22 call: José 田中 🎉' call n.md -m 'José 田中 🎉'
adds '--' '- 2026-11-22 call: x' -m x -- call n.md

fresh
line='has a line break, control character or byte that is not UTF-8; write one line'
refuses 'a text of two lines' "-m: 'a\\nb' $line" call n.md -m 'a
b'
refuses 'a text with a CR' "-m: 'a\\rb' $line" call n.md -m "$(printf 'a\rb')"
refuses 'a text with a tab' "-m: 'a\\tb' $line" call n.md -m "$(printf 'a\tb')"
refuses 'a text with an escape' "-m: '\\x1B[2J' $line" call n.md -m "$(printf '\033[2J')"
refuses 'a text with a DEL' "-m: 'a\\x7F' $line" call n.md -m "$(printf 'a\177')"
refuses 'a text with U+0085' "-m: 'a\\xC2\\x85b' $line" call n.md -m "$(printf 'a\302\205b')"
refuses 'a text with U+2028' "-m: 'a\\xE2\\x80\\xA8b' $line" call n.md -m "$(printf 'a\342\200\250b')"
refuses 'a text with U+2029' "-m: 'a\\xE2\\x80\\xA9b' $line" call n.md -m "$(printf 'a\342\200\251b')"
refuses 'a text that is not UTF-8' "-m: 'caf\\xE9' $line" call n.md -m "$(printf 'caf\351')"
refuses 'a text with half a character' "-m: 'caf\\xC3' $line" call n.md -m "$(printf 'caf\303')"

# What the line would lose when it is read: signs, and what separates a kind from a text.
for text in '< yes' '> no' '- no' '-5 degrees' --again '– no' ': no' '; no' ', no' '... no' '| no'; do
	refuses "a text that begins with what is no word: $text" \
		"n.md: the text cannot begin with '$(printf '%s\n' "$text" | sed 's/\(–\|.\).*/\1/')', which would be read as something else; \
begin with a word" call n.md -m "$text"
done

# ---- day ----

adds '--on' '- 2026-11-20 call' call n.md --on 2026-11-20
adds '--on with slashes' '- 2026-11-20 call' call n.md --on 2026/11/20
adds '--on today' '- 2026-11-22 call' call n.md --on today
adds '--on yesterday' '- 2026-11-21 call' call n.md --on yesterday
adds '--on Yesterday' '- 2026-11-21 call' call n.md --on Yesterday
adds '--on friday' '- 2026-11-20 call' call n.md --on friday
adds '--on fri' '- 2026-11-20 call' call n.md --on fri
adds '--on MON' '- 2026-11-16 call' call n.md --on MON
adds '--on the weekday that it is' '- 2026-11-15 call' call n.md --on sunday
adds '--on -2d' '- 2026-11-20 call' call n.md --on -2d
adds '--on=-1w' '- 2026-11-15 call' call n.md --on=-1w
adds '--on -1bd' '- 2026-11-20 call' call n.md --on -1bd
adds '--on, the last one counts' '- 2026-11-20 call' call n.md --on tomorrow --on 2026-11-20
adds '-t' '- 2026-11-12 call' -t 2026-11-12 call n.md
adds '--today' '- 2026-11-12 call' call n.md --today 2026-11-12
adds '-t and --on' '- 2026-11-11 call' -t 2026-11-12 call n.md --on yesterday
adds '--on, then -t' '- 2026-11-11 call' call n.md --on yesterday -t 2026-11-12
adds '-t of a word' '- 2026-11-20 call' -t -2d call n.md
mkdir -p h/.fu
printf 'holidays: [2026-11-20]\n' >h/.fu/rules.yaml
adds '--on -1bd, a holiday' '- 2026-11-19 call' --rules h/.fu/rules.yaml call n.md --on -1bd

fresh
for day in tomorrow +1d +1w 2026-11-23 2026/12/01 9999-12-31; do
	refuses "--on $day" "--on: '$day' is after today, and has not happened yet" call n.md --on "$day"
done
refuses '--on a day after -t' "--on: '2026-11-13' is after today, and has not happened yet" -t 2026-11-12 call n.md \
	--on 2026-11-13
date='is not a date; write YYYY-MM-DD, today, friday or +3d'
for day in soon 03/04/2026 2026-1-6 fr 'next friday' '' 3d; do
	refuses "--on '$day'" "--on: '$day' $date" call n.md --on "$day"
done
refuses '--on 2026-02-30' "--on: '2026-02-30' is not a day that there is" call n.md --on 2026-02-30
refuses '-t soon' "--today: 'soon' $date" call n.md -t soon

# ---- direction ----

adds '--from' '- 2026-11-22 < call' call n.md --from
adds '--to' '- 2026-11-22 > call' call n.md --to
adds '--from, of a kind that you do' '- 2026-11-22 < email' email n.md --from
adds '--to, of a kind that you do' '- 2026-11-22 email' email n.md --to
adds '--from, of a kind that they do' '- 2026-11-22 reply' reply n.md --from
adds '--to, of a kind that they do' '- 2026-11-22 > reply' reply n.md --to
adds '--from, of a kind that nobody does' '- 2026-11-22 < note' note n.md --from
adds '--to, of a kind that nobody does' '- 2026-11-22 > note' note n.md --to
adds '--to after --from' '- 2026-11-22 > call' call n.md --from --to

# ---- kind ----

for kind in contact meeting coffee lunch interview call chat visit video sales-call email message letter card voicemail \
	application resume thanks update nudge reply referral rejection offer note; do
	adds "kind $kind" "- 2026-11-22 $kind: x" "$kind" n.md -m x
done
adds 'kind in capitals' '- 2026-11-22 sales-call' Sales-Call n.md
for word in e-mail emailed mailed E-Mail; do
	adds "kind $word" '- 2026-11-22 email: x' "$word" n.md -m x
done
for word in called phoned phone; do
	adds "kind $word" '- 2026-11-22 call: x' "$word" n.md -m x
done
adds 'kind texted' '- 2026-11-22 message' texted n.md
adds 'kind messaged' '- 2026-11-22 message' messaged n.md
adds 'kind met' '- 2026-11-22 meeting' met n.md
adds 'kind applied' '- 2026-11-22 application' applied n.md
adds 'kind replied' '- 2026-11-22 reply' replied n.md

fresh
none='is no kind of touch; write call, email, meeting or another one of fu-note(5), or add it to kinds: of fu-rules(5)'
refuses 'no such kind' "'sneeze' $none" sneeze n.md
refuses 'a kind of nothing' "'' $none" '' n.md
refuses 'a kind with a blank' "'sales call' is no kind of touch; did you mean 'sales-call'?" 'sales call' n.md
action='is an action of fu-due, and no kind of touch; write'
refuses 'an action: report' "'report' $action update" report n.md
refuses 'an action: Thank' "'Thank' $action thanks" Thank n.md
refuses 'an action: chase' "'chase' $action nudge" chase n.md
refuses 'an action: deliver' "'deliver' $action fu-promise --kept" deliver n.md
for word in greet follow-up keep-in-touch check-in; do
	refuses "an action: $word" "'$word' $action what was done: call, email, card or another kind of fu-note(5)" "$word" n.md
done
refuses 'a note before the kind' "'n.md' $none" n.md call
refuses 'a slip' "'emial' is no kind of touch; did you mean 'email'?" emial n.md
refuses 'a slip in capitals' "'Metting' is no kind of touch; did you mean 'meeting'?" Metting n.md
refuses 'a kind with a control character' "'call\\n' is no kind of touch; did you mean 'call'?" 'call
' n.md

mkdir -p k/.fu
printf 'kinds: {workshop: both, werkstatt: workshop, poke: out}\nlog_heading: Verlauf\n' >k/.fu/rules.yaml
adds '--rules, a kind of its own' '- 2026-11-22 workshop' --rules k/.fu/rules.yaml workshop n.md
adds '--rules, another word for a kind of its own' '- 2026-11-22 workshop' --rules k/.fu/rules.yaml werkstatt n.md
adds '--rules, the direction of a kind of its own' '- 2026-11-22 poke' --rules k/.fu/rules.yaml poke n.md --to
fresh
refuses 'a kind of other rules' "'workshop' $none" --rules none workshop n.md
refuses 'rules that are not there' 'gone.yaml: No such file or directory' --rules gone.yaml call n.md
echo 'report: soon' >bad.yaml
refuses 'rules that are bad' "bad.yaml:1:9: report: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd" \
	--rules bad.yaml call n.md

# in_place WANTED FILE COMMAND...: what the command prints, and how the file then differs from what is wanted
in_place() {
	printf '%s\n' "$1" >"$tmp/wanted"
	file=$2
	shift 2
	"$@" || return
	diff "$tmp/wanted" "$file"
}

note k/n.md 'name: Ana' '# Verlauf'
check "the rules of the note's directory" 0 '' '' in_place '---
name: Ana
---
# Verlauf

- 2026-11-22 workshop' k/n.md fu-log workshop k/n.md
note k/n.md 'name: Ana' '# Verlauf'
check '--rules none' 0 '' '' in_place '---
name: Ana
---
# Verlauf

## Log

- 2026-11-22 call' k/n.md fu-log --rules none call k/n.md

# ---- the same touch again ----

again='this touch is recorded already; --again records it once more'

# same NAME LINE BODY OPERAND...: the touch is that of a line
same() {
	name=$1 at=$2
	fresh "$3"
	shift 3
	refuses "again: $name" "n.md:$at: $again" "$@" n.md
}

# other NAME OPERAND...: the touch is none of those of the note
other() {
	name=$1
	shift
	fresh '- 2026-11-22 call: left a message'
	check "not again: $name" 0 '' '' fu-log "$@" n.md
}

same 'a touch' 4 '- 2026-11-22 call: left a message' call -m 'left a message'
same 'a touch without text' 4 '- 2026-11-22 call' call
same 'another word for the kind' 4 '- 2026-11-22 call: x' phoned -m x
same 'in other words in the note' 4 '- 2026-11-22 called: x' call -m x
same 'of another style' 5 '# Log
* **2026/11/22 10:00** – call – x' call -m x
same 'a heading' 4 '## 2026-11-22 call: x' call -m x
same 'a row' 6 '| a | b | c |
|---|---|---|
| 2026-11-22 | call | x |' call -m x
same 'a row with a bar' 4 '| 2026-11-22 | call | x \| y |' call -m 'x | y'
same 'a sign that the kind says' 4 '- 2026-11-22 > email: x' email -m x
same 'the direction given that the kind says' 4 '- 2026-11-22 email: x' email -m x --to
same 'the direction' 4 '- 2026-11-22 < email: x' email -m x --from
same 'another day' 4 '- 2026-11-20 call: x' call -m x --on friday
same 'blanks around the text' 4 '- 2026-11-22 call: x' call -m ' x '
same 'the second of a day' 5 '- 2026-11-22 call: x
- 2026-11-22 call: y' call -m y
same 'the first of a day' 4 '- 2026-11-22 call: x
- 2026-11-22 call: y' call -m x
same 'after one of another direction' 5 '- 2026-11-22 < call: x
- 2026-11-22 call: x' call -m x
note n.md 'log: [{on: 2026-11-22, kind: call, text: x}]'
refuses 'again: in log:' "n.md:2: $again" call n.md -m x
note n.md 'log:
  - 2026-11-20 call: x
  - 2026-11-22 call: x'
refuses 'again: an entry of log:' "n.md:4: $again" call n.md -m x
fresh '- 2026-11-22 call: x

## Log'
check 'not again: a line that does not count' 0 '' '' fu-log call n.md -m x
other 'another text' call -m 'left another message'
other 'another case' call -m 'Left a message'
other 'no text' call
other 'another kind' chat -m 'left a message'
other 'another direction' call -m 'left a message' --to
other 'another day' call -m 'left a message' --on yesterday
fresh
adds_twice() {
	fu-log "$@" && fu-log "$@" --again && cat n.md
}
check '--again' 0 "---
name: José
---
$coffee
- 2026-11-22 call: x
- 2026-11-22 call: x" '' adds_twice call n.md -m x
fresh
adds '--again, though it is not there' '- 2026-11-22 call' call n.md --again

# ---- -n ----

fresh
diff="--- a/n.md
+++ b/n.md
@@ -2,3 +2,4 @@
 name: José
 ---
 $coffee
+- 2026-11-22 call: left a message"
check '-n' 0 "$diff" '' untouched fu-log -n call n.md -m 'left a message'
check '--dry-run' 0 "$diff" '' untouched fu-log call n.md -m 'left a message' --dry-run
check '-n ./n.md' 0 "$diff" '' untouched fu-log -n call ./n.md -m 'left a message'
note k/m.md 'name: Ana' "
$coffee"
check '-n, several notes' 0 "$diff
--- a/k/m.md
+++ b/k/m.md
@@ -3,3 +3,4 @@
 ---
 
 $coffee
+- 2026-11-22 call: left a message" '' untouched fu-log -n call n.md k/m.md -m 'left a message'
check '-n, with a note that is none' 2 "$diff" \
	"fu-log: h/.fu/rules.yaml:1: no front matter, so no note; begin it with a line '---', fields, and a line '---'" \
	untouched fu-log -n call h/.fu/rules.yaml n.md -m 'left a message'

if has git; then
	# applied FILE: whether what -n prints of an edit of the file, given to git-apply(1), makes what the edit makes
	applied() {
		mkdir -p "$(dirname -- "$1")"
		note "$1" 'name: José' "$coffee"
		cp "$1" "$tmp/before"
		fu-log -n call "$1" >"$tmp/patch"
		fu-log call "$1"
		mv "$1" "$tmp/after"
		mv "$tmp/before" "$1"
		git apply "$tmp/patch" && cmp "$tmp/after" "$1"
	}

	tab=$(printf '\t')
	for file in 'a b.md' ' a' 'a ' 'é.md' '田.md' 'a"b.md' 'a\b.md' "a${tab}b.md" 'a
b.md' 's/é b/c.md' './x.md' -- -n 'a/b' '"' "$(printf 'caf\351.md')" "$(printf 'a\033b')"; do
		case $file in
		-*) file=./$file ;;
		esac
		check "git apply: $(printf %s "$file" | tr -c 'a-zA-Z ./"\\-' '?')" 0 '' '' applied "$file"
	done
else
	skip 'git apply' 'no git'
fi

# ---- operands ----

# after FILES COMMAND...: what the command prints, and then the last line of each file
after() {
	files=$1
	for file in $files; do
		mkdir -p "$(dirname "$file")"
		note "$file" 'name: José' "$coffee"
	done
	shift
	"$@" && status=0 || status=$?
	for file in $files; do
		tail -n 1 "$file"
	done
	return "$status"
}

new='- 2026-11-22 call'
check 'several notes' 0 "$new
$new
$new" '' after 'a.md p/b.md c.markdown' fu-log call a.md p/b.md c.markdown
check 'several notes, one not there' 2 "$new
$new" "fu-log: 'gone.md': no note under . has this id, name or address; fu-list -f path,name lists them" \
	after 'a.md b.md' fu-log call a.md gone.md b.md
gone="no note under . has this id, name or address; fu-list -f path,name lists them"
check 'words that are no notes, more than one' 2 "$coffee" "fu-log: 'left': $gone
fu-log: 'message': $gone
fu-log: nothing is recorded; if this is text, write it behind -m, in quotes" after a.md fu-log call a.md left message
check 'words that are no notes, with a text' 2 "$new: x" "fu-log: 'left': $gone
fu-log: 'message': $gone" after a.md fu-log call a.md left message -m x
check 'a note twice' 0 "$new" '' after a.md fu-log call a.md a.md ./a.md
check 'options between' 0 '- 2026-11-22 < call: x
- 2026-11-22 < call: x' '' after 'a.md b.md' fu-log -m x call --from a.md --on today b.md
check 'absolute path' 0 "$new" '' after a.md fu-log call "$PWD/a.md"
check 'a file of another ending' 0 "$new" '' after a.txt fu-log call a.txt
check 'a file whose name begins with a dot' 0 "$new" '' after .a fu-log call .a

check '-' 0 "$new
$new" '' after 'a.md p/b.md' sh -c 'printf "a.md\np/b.md\n" | fu-log call -'
check '-, no line end after the last' 0 "$new" '' after a.md sh -c 'printf a.md | fu-log call -'
check '-, empty lines' 0 "$new" '' after a.md sh -c 'printf "\n\na.md\n\n" | fu-log call -'
check '-, and operands' 0 "$new
$new
$new" '' after 'a.md b.md c.md' sh -c 'echo b.md | fu-log call a.md - c.md'
check '- twice' 0 "$new" '' after a.md sh -c 'echo a.md | fu-log call - -'
check '-, nothing' 0 "$coffee" '' after a.md sh -c 'fu-log call - </dev/null'
check '-, one not there' 2 "$new" 'fu-log: gone.md: No such file or directory' after a.md \
	sh -c 'printf "gone.md\na.md\n" | fu-log call -'
check '-, a word of a name' 2 "$coffee" 'fu-log: jose: No such file or directory' after jose-a.md \
	sh -c 'echo jose | fu-log call -'
columns='a line with columns is no path; fu-due -l and fu-list print paths alone'
check '-, lines with columns' 2 "$new" "fu-log: 2026-11-18\\t6\\tcall\\ta.md: $columns" after a.md \
	sh -c 'printf "2026-11-18\t6\tcall\ta.md\na.md\n" | fu-log call -'
note "$(printf 'd\te.md')" 'name: Dee'
check '-, a path with a TAB' 0 '- 2026-11-22 call' '' sh -c 'printf "d\te.md\n" | fu-log call - && tail -n 1 d*e.md'
check '-0, lines with columns' 2 "$coffee" 'fu-log: a\tb: No such file or directory' after a.md \
	sh -c 'printf "a\tb\0" | fu-log -0 call -'
check '-, a directory' 2 "$coffee" 'fu-log: k: a directory, not a file' after a.md sh -c 'echo k | fu-log call -'
check '-0' 0 "$new
$new" '' after 'a.md b.md' sh -c 'printf "a.md\0b.md\0" | fu-log -0 call -'
check '--null, no NUL after the last' 0 "$new
$new" '' after 'a.md b.md' sh -c 'printf "a.md\0b.md" | fu-log call - --null'
check '-0, a name with a line feed' 0 '' '' sh -c 'printf "a\nb.md\0" | fu-log -0 call - --again'
check '-, NULs' 2 "$coffee" 'fu-log: a.md\x00: a name with a NUL in it; write -0 if NULs separate the names' after a.md \
	sh -c 'printf "a.md\0" | fu-log call -'
check '-0, operands' 0 "$new" '' after a.md fu-log -0 call a.md
check 'standard input that cannot be read' 2 "$new" 'fu-log: standard input: Is a directory' after a.md \
	sh -c 'fu-log call a.md - <k'

# ---- files that are not edited ----

fresh
none="no front matter, so no note; begin it with a line '---', fields, and a line '---'"

# holds NAME MESSAGE TEXT: the message about n.md, which holds a text, whose escapes are those of printf %b
holds() {
	printf '%b' "$3" >n.md
	refuses "$1" "n.md$2" call n.md
}

holds 'an empty file' ":1: $none" ''
holds 'no front matter' ":1: $none" '# Read me\n'
holds 'front matter that is not closed' \
	":1:1: front matter is not closed; write '---' on a line of its own after the last field" '---\nname: x\n'
holds 'front matter that is no YAML' ":2:8: a second ':' in this value; put the value in quotes" '---\nname: a: b\n---\n'
holds 'front matter that is not UTF-8' ':2:7: byte 0xE9 is not UTF-8; convert the file, as with iconv -f latin1 -t utf-8' \
	'---\nname: \0351\n---\n'
holds 'UTF-16' ':1:1: UTF-16; save the file as UTF-8' '\0377\0376-\0000-\0000-\0000\n\0000'
holds 'an alias' ':2:6: an alias (*co) is not read; put the value in quotes' '---\norg: *co\n---\n'
holds 'log: that is one entry' ":2:6: one entry that is no list; make it a list, with '- ' before it" \
	'---\nlog: 2026-11-03 meeting\n---\n'
holds 'log: that is one entry of the same day' ":3:3: two of the same key would not be YAML; make it a list, with '- ' \
before each entry" '---\nlog:\n  2026-11-22 call: x\n---\n'
holds 'log: whose dash is behind a comment' ":4:3: the '- ' of this entry is not on its line; write the new one by hand" \
	'---\nlog:\n- # since\n  2026-11-03 call: x\n---\n'
holds 'a table of 65 columns' ':3: a row of more than 64 cells; write the new one by hand' \
	"---\n---\n| 2026-11-03 | call | $(printf '%63s' '' | sed 's/ / x |/g')\n"
printf -- '---\n---\n| 2026-11-03 | email |\n' >n.md
refuses 'a text for a table that has no column for it' \
	'n.md:3: this table has no column for a text; write the row by hand' call n.md -m x
mkdir -p w
echo "touch_patterns: ['- (?<kind>\\w+) on (?<date>[0-9-]+)']" >w/rules.yaml
printf -- '---\n---\n- meeting on 2026-11-03\n' >n.md
refuses 'a pattern that only other words fit' \
	'n.md: this would be read as something else than what is meant; write it by hand, or in other words' \
	--rules w/rules.yaml call n.md
echo "touch_patterns: ['- (?<date>[0-9-]+) we had a (?<kind>\\w+)']" >w/rules.yaml
printf -- '---\n---\n- 2026-11-03 we had a meeting\n' >n.md
refuses 'a pattern with words between the date and the kind' \
	'n.md: this would be read as something else than what is meant; write it by hand, or in other words' \
	--rules w/rules.yaml call n.md
conflict='a conflict marker; resolve the conflict first'
holds 'a conflict in the body' ":4: $conflict" '---\n---\n- 2026-11-03 call\n<<<<<<< HEAD\n=======\n>>>>>>> b\n'
holds 'a conflict in the front matter' ":2: $conflict" '---\n<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> b\n---\n'
holds 'the end of a conflict' ":3: $conflict" '---\n---\n>>>>>>> topic\n'
holds 'a conflict with CR LF' ":3: $conflict" '---\r\n---\r\n<<<<<<< HEAD\r\n'
odd="the front matter has a line break of YAML's own, a CR alone, U+0085, U+2028 or U+2029; write LF instead"
holds 'U+0085 in the front matter' ":2: $odd" '---\nname: "a\0302\0205b"\n---\n'
holds 'U+2028 in the front matter' ":2: $odd" '---\nname: "a\0342\0200\0250b"\n---\n'
holds 'U+2029 in the front matter' ":2: $odd" '---\nname: "a\0342\0200\0251b"\n---\n'
holds 'a CR alone in the front matter' ":2: $odd" '---\nname: a\rorg: b\n---\n'

fresh
mv n.md m.md
ln -s m.md n.md
refuses 'a symbolic link' 'n.md: a symbolic link; name the file it leads to' call n.md
rm n.md
ln m.md n.md
refuses 'a hard link' 'n.md: has 2 hard links, which an edit would part; make it a file of its own' call n.md
rm m.md
chmod 444 n.md
refuses 'a read-only file' 'n.md: read-only; chmod u+w it first' call n.md
chmod 644 n.md
mkfifo f
refuses 'a FIFO' 'f: a FIFO, socket or device, not a file' call f
refuses 'a device' '/dev/null: a FIFO, socket or device, not a file' call /dev/null
refuses 'a directory' 'k: a directory, not a file' call k
refuses 'a directory with a slash' 'k/: a directory, not a file' call k/
ln -s gone l.md
refuses 'a link to nowhere' 'l.md: a symbolic link; name the file it leads to' call l.md

fresh
chmod 640 n.md
check 'the mode stays' 0 '-rw-r-----' '' sh -c 'fu-log call n.md && ls -l n.md | cut -c 1-10'
check 'nothing is left beside it' 0 '' '' sh -c 'ls -A | grep "^\.fu"; :'

# ---- output ----

fresh
check 'standard output and error that are closed' 0 "$new" '' sh -c 'fu-log call n.md >&- 2>&- && tail -n 1 n.md'
check '-n, standard output that is full' 2 '' 'fu-log: standard output: No space left on device' untouched \
	sh -c 'fu-log -n call n.md -m x >/dev/full'

# ---- usage ----

fresh
refuses 'no operand' 'no kind of touch; write fu-log KIND NOTE..., or fu-log - for records'
refuses 'no note' 'no note; write fu-log KIND NOTE..., or fu-log - for records' call
refuses 'a note of nothing' "'' is no note; write a path, an id, a name or an address" call ''
refuses '-m without a value' "option '-m' needs a value; see fu-log --help" call n.md -m
refuses '--on without a value' "option '--on' needs a value; see fu-log --help" call n.md --on
refuses '--from with a value' "option '--from=1' takes no value; see fu-log --help" call n.md --from=1
for option in --nope --json --table --tsv --header --where --jobs --by --kept --directory; do
	refuses "$option" "unknown option '$option'; see fu-log --help" "$option" call n.md
done
for option in -w -j -a -d -q; do
	refuses "$option" "unknown option '$option'; see fu-log --help" "$option" call n.md
done
FU_TODAY=soon refuses 'FU_TODAY that is none' "FU_TODAY: 'soon' $date" call n.md

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-log.c"
}

# refused: the options in the text that are none
refused() {
	help | awk '/^ +-/ {
		value = $2 ~ /^[A-Z]+$/ ? $2 : $3 ~ /^[A-Z]+$/ ? $3 : ""
		for (i = 1; $i ~ /^-/; i++) {
			sub(/,$/, "", $i)
			print $i, value
		}
	}' | while read -r option value; do
		case $value in
		DATE) value=2026-11-22 ;;
		FILE) value=none ;;
		esac
		fu-log "$option" ${value:+"$value"} --again call n.md >/dev/null || echo "$option"
	done
}

check '-h' 0 "$(help)" '' fu-log -h
check '--help' 0 "$(help)" '' fu-log --help
check '--help before what is wrong' 0 "$(help)" '' fu-log --help --nope gone
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-log --help | awk "length > 80 || NR > 24"'
check 'options of --help' 0 '' '' refused
check '-V' 0 "fu-log $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-log -V
check '--version' 0 "$(fu-log -V)" '' fu-log --version

plan_done
