#!/bin/sh
# The options of fu-due, its operands, and the forms of its output.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')

mkdir -p n/sub
note n/ana.md 'name: Ana Gomez
org: Acme
email: [ana@example.com, ana@example.org]
phone: "+1 555 0100"' '- 2026-11-10 interview: an hour'
note n/ben.md 'name: Ben' '- 2026-11-14 email: sent the deck
- [ ] 2026-11-20 send the plan'
note n/cho.md 'next: {on: 2026-11-22, do: lunch, why: her new job}'
note n/dee.md 'next: 2026-11-25'
note n/sub/eve.md 'next: 2026-12-10'

thank='2026-11-11 | 11 | thank | n/ana.md | Ana Gomez (Acme) | interview 2026-11-10'
checkin='2026-11-17 | 5 | check-in | n/ana.md | Ana Gomez (Acme) | interview 2026-11-10, no answer'
deliver='2026-11-20 | 2 | deliver | n/ben.md | Ben | send the plan'
nudge='2026-11-21 | 1 | nudge | n/ben.md | Ben | email 2026-11-14, no answer'
lunch='2026-11-22 | 0 | lunch | n/cho.md | cho | her new job'
dee='2026-11-25 | -3 | follow-up | n/dee.md | dee | planned for 2026-11-25'
eve='2026-12-10 | -18 | follow-up | n/sub/eve.md | eve | planned for 2026-12-10'
due=$(tsv "$thank" "$deliver" "$nudge" "$lunch")
week=$(tsv "$thank" "$deliver" "$nudge" "$lunch" "$dee")
all=$(tsv "$thank" "$deliver" "$nudge" "$lunch" "$dee" "$eve")

# ---- which follow-ups ----

check 'what is due' 0 "$due" '' fu-due n
check '-a' 0 "$all" '' fu-due -a n
check '--all' 0 "$all" '' fu-due --all n
check '--within 1w' 0 "$week" '' fu-due --within 1w n
check '--within=3d' 0 "$week" '' fu-due --within=3d n
check '--within 2d' 0 "$due" '' fu-due --within 2d n
check '--within 3bd' 0 "$week" '' fu-due --within 3bd n
check '--within 100y' 0 "$all" '' fu-due --within 100y n
check '--until the day' 0 "$week" '' fu-due --until 2026-11-25 n
check '--until the day before' 0 "$due" '' fu-due --until 2026-11-24 n
check '--until a day that is past' 0 "$(tsv "$thank" "$deliver")" '' fu-due --until 2026-11-20 n
check '--until 9999-12-31' 0 "$all" '' fu-due --until 9999-12-31 n
check '-a, then --within' 0 "$week" '' fu-due -a --within 1w n
check '--within, then -a' 0 "$all" '' fu-due --within 1w -a n
check '--until, then --within' 0 "$week" '' fu-due --until 2026-12-31 --within 1w n
check '--within, then --until' 0 "$due" '' fu-due --within 1w --until 2026-11-24 n
check '-a, then --until' 0 "$week" '' fu-due -a --until 2026-11-25 n
check '--until, then -a' 0 "$all" '' fu-due --until 2026-11-25 -a n
check '--every-reason' 0 "$(tsv "$thank" "$checkin" "$deliver" "$nudge" "$lunch")" '' fu-due --every-reason n
check '--every-reason --until' 0 "$(tsv "$thank")" '' fu-due --every-reason --until 2026-11-16 n
check '-t' 0 "$(tsv "$thank" | sed "s/${tab}11$tab/${tab}2$tab/")" '' fu-due -t 2026-11-13 n
check '--today over FU_TODAY' 0 "$(tsv "$thank" | sed "s/${tab}11$tab/${tab}0$tab/")" '' fu-due --today 2026-11-11 n
check '--today, the last one counts' 0 "$due" '' fu-due -t 2000-01-01 --today 2026/11/22 n
check 'nothing due' 0 '' '' fu-due -t 2026-11-01 n

# local_date ZONE: compares the day that fu-due takes it to be with that of date(1), which may change meanwhile
local_date() {
	before=$(TZ=$1 date +%F)
	got=$(TZ=$1 fu-due l | cut -f 1)
	[ "$got" = "$before" ] || [ "$got" = "$(TZ=$1 date +%F)" ]
}

mkdir l
note l/a.md 'stage: lead'
unset FU_TODAY
check 'the local date, far east' 0 '' '' local_date EAST-14
check 'the local date, far west' 0 '' '' local_date WEST+12
FU_TODAY='' check 'FU_TODAY that is empty' 0 '' '' local_date UTC0
export FU_TODAY=2026-11-22

# ---- paths, nothing ----

# nuls COMMAND...: its output, with a line of its own for each NUL
nuls() {
	"$@" | tr '\n\0' '$\n'
}

paths='n/ana.md
n/ben.md
n/cho.md'
check '-l' 0 "$paths" '' fu-due -l n
check '--list' 0 "$paths" '' fu-due --list n
check '-l -a' 0 "$paths
n/dee.md
n/sub/eve.md" '' fu-due -la n
check '-l -0' 0 "$paths" '' nuls fu-due -l0 n
check '--list --null' 0 "$paths" '' nuls fu-due --list --null n
check '-l, with other forms' 0 "$paths" '' fu-due -l --json --header n
check '-l, nothing due' 0 '' '' fu-due -l -t 2026-11-01 n
mkdir odd
note "odd/a${tab}b\\c.md" 'stage: lead'
note "odd/d
e.md" 'stage: lead'
check '-l, odd names' 0 'odd/a\tb\\c.md
odd/d\ne.md' '' fu-due -l odd
check '-l -0, odd names' 0 "odd/a${tab}b\\c.md
odd/d\$e.md" '' nuls fu-due -l0 odd

check '-q' 0 '' '' fu-due -q n
check '--quiet' 0 '' '' fu-due --quiet n
check '-q, nothing due' 1 '' '' fu-due -q -t 2026-11-01 n
check '-q, no notes' 1 '' '' sh -c 'fu-due -q - </dev/null'
check '-q -l' 0 '' '' fu-due -ql n
check '-q --json' 0 '' '' fu-due -q --json n
check '-q --header --table' 0 '' '' fu-due -q --header --table n
check '-q, something due and something wrong' 2 '' 'fu-due: gone: No such file or directory' fu-due -q n gone
check '-q, nothing due and something wrong' 2 '' 'fu-due: gone: No such file or directory' fu-due -q gone

# ---- help, version, threads ----

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-due.c"
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
		SPAN) value=1w ;;
		DATE) value=2026-11-22 ;;
		FILE) value=none ;;
		N) value=2 ;;
		esac
		fu-due "$option" ${value:+"$value"} n >/dev/null || echo "$option"
	done
}

check '-h' 0 "$(help)" '' fu-due -h
check '--help' 0 "$(help)" '' fu-due --help
check '--help before what is wrong' 0 "$(help)" '' fu-due --help --nope gone
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-due --help | awk "length > 80 || NR > 24"'
check 'options of --help' 0 '' '' refused
check '-V' 0 "fu-due $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-due -V
check '--version' 0 "$(fu-due -V)" '' fu-due --version
for threads in 1 2 1024; do
	check "-j $threads" 0 "$due" '' fu-due -j $threads n
done
check '-j7' 0 "$due" '' fu-due -j7 n
check '--jobs=7' 0 "$due" '' fu-due --jobs=7 n

# ---- operands ----

mkdir -p m/.hidden m/A.md
for f in m/b.MD m/c.Markdown m/A.md/d.md m/.e.md m/.hidden/f.md m/g.txt m/h.mdx m/md m/i.md~; do
	note "$f" 'stage: lead'
done
echo '# About' >m/README.md
ln -s ../n/cho.md m/z.md
mkdir m/r
note m/r/a.md 'stage: lead'
note m/r-a.md 'stage: lead'

check 'files of a directory' 0 'm/A.md/d.md
m/b.MD
m/c.Markdown
m/r-a.md
m/r/a.md
m/z.md' '' fu-due -l m
check 'any file as an operand' 0 'm/.e.md
m/.hidden/f.md
m/g.txt
m/md' '' fu-due -l m/g.txt m/md m/.e.md m/.hidden
check 'several operands' 0 'n/ana.md
m/r/a.md
n/cho.md' '' fu-due -l n/cho.md m/r n/ana.md
check 'options after operands' 0 "$paths" '' fu-due n -l
check 'an operand twice' 0 "$due" '' fu-due n n
check 'a note and its directory' 0 "$due" '' fu-due n/ana.md n n/ana.md
check 'directory with a slash' 0 "$due" '' fu-due n/
check 'directory with slashes' 0 "$due" '' fu-due n// n
check 'absolute path' 0 "$tmp/here/n/cho.md" '' fu-due -l "$tmp/here/n/cho.md"
check '-' 0 "$due" '' sh -c 'printf "n/ana.md\nn/ben.md\nn/cho.md\n" | fu-due -'
check '-, no line end after the last' 0 'n/cho.md' '' sh -c 'printf n/cho.md | fu-due -l -'
check '-, empty lines' 0 'n/cho.md' '' sh -c 'printf "\n\nn/cho.md\n\n" | fu-due -l -'
check '-, a directory' 0 "$due" '' sh -c 'echo n | fu-due -'
check '-, and operands' 0 "$paths" '' sh -c 'echo n/ben.md | fu-due -l n/cho.md - n/ana.md'
check '- twice' 0 'n/ben.md' '' sh -c 'echo n/ben.md | fu-due -l - -'
check '-, nothing' 0 '' '' sh -c 'fu-due - </dev/null'
check '- -0' 0 "$due" '' sh -c 'printf "n/ana.md\0n/ben.md\0n/cho.md\0" | fu-due -0 -'
check '- -0, a name with a line end' 0 'odd/d\ne.md' '' sh -c 'printf "odd/d\ne.md\0" | fu-due --null - | cut -f 4'
check 'FU_NOTES' 0 "$due" '' env FU_NOTES=n fu-due
check 'FU_NOTES, a note' 0 'n/cho.md' '' env FU_NOTES=n/cho.md fu-due -l
check 'FU_NOTES and an operand' 0 "$due" '' env FU_NOTES=gone fu-due n
check 'FU_NOTES that is empty' 0 './a.md' '' sh -c 'cd l && FU_NOTES= fu-due -l'
check 'current directory' 0 './a.md' '' sh -c 'cd l && fu-due -l'

# ---- TSV ----

columns=$(tsv 'due | days | action | path | who | why')
check '--tsv' 0 "$due" '' fu-due --tsv n
check '--header' 0 "$columns
$due" '' fu-due --header n
check '--header, nothing due' 0 '' '' fu-due --header -t 2026-11-01 n
check '--header --table, nothing due' 0 '' '' fu-due --header --table -t 2026-11-01 n
check '--header --json' 0 "$(fu-due --json n)" '' fu-due --header --json n
check 'the last form counts' 0 "$due" '' fu-due --json --table --tsv n
note odd/x.md 'name: "a\\b\tc\r\n\e\u0085d"
next: {on: 2026-11-22, why: "\x7F\u202E|\"end\""}'
check 'escapes' 0 "$(tsv '2026-11-22 | 0 | follow-up | odd/x.md | a\\b\tc\r\n\x1B\xC2\x85d | \x7F\xE2\x80\xAE|"end"')" '' \
	fu-due odd/x.md
check 'escapes as a table' 0 \
	'2026-11-22  0  follow-up  odd/x.md  a\\b\tc\r\n\x1B\xC2\x85d  \x7F\xE2\x80\xAE|"end"' '' fu-due --table odd/x.md

# ---- JSON ----

json() {
	fu-due --json "$@" | jq -ace "$filter"
}

cat >rules.yaml <<'END'
rules:
  - {name: interview, after: interview, do: thank, in: 2d, hint: Say "thanks" twice.}
END
check '--json' 0 '{"due":"2026-11-12","overdue":10,"action":"thank","path":"n/ana.md","who":"Ana Gomez (Acme)",'\
'"why":"interview 2026-11-10","id":"ana","rule":"interview","hint":"Say \"thanks\" twice.",'\
'"email":["ana@example.com","ana@example.org"],"phone":["+1 555 0100"],"unanswered":0,"urgency":5.00}' '' \
	fu-due --json --rules rules.yaml n/ana.md
check '--json, little of it' 0 '{"due":"2026-11-25","overdue":-3,"action":"follow-up","path":"n/dee.md","who":"dee",'\
'"why":"planned for 2026-11-25","id":"dee","rule":"next","hint":null,"email":[],"phone":[],"unanswered":0,"urgency":null}' '' \
	fu-due --json -a n/dee.md
filter='(keys_unsorted == ["due", "overdue", "action", "path", "who", "why", "id", "rule", "hint", "email", "phone",
	"unanswered", "urgency"]) and ([.due, .action, .path, .who, .why, .id, .rule | type == "string"] | all)
	and (.hint | type == "string" or . == null) and ([.email, .phone | type == "array"] | all)
	and ([.email[], .phone[] | type == "string"] | all) and ([.overdue, .unanswered | . == floor] | all)
	and (.urgency | type == "number" or . == null)'
check 'keys and types of --json' 0 'true
true
true
true
true
true
true' '' json -a --every-reason n
filter='[.who, .why]'
check 'escapes in --json' 0 '["a\\b\tc\r\n\u001b\u0085d","\u007f\u202e|\"end\""]' '' json odd/x.md
filter='[.action, .rule, .unanswered, .urgency]'
check 'rules, unanswered and urgency in --json' 0 '["thank","interview",0,11]
["deliver","promise",1,null]
["nudge","nudge",1,0.14]
["lunch","next",0,null]' '' json n

# ---- table ----

mkdir w
note w/a.md 'name: Ana Gomez
org: Acme
next: 2026-11-01'
note w/b.md 'name: 田中太郎
org: 株式会社
next: {on: 2026-11-17, do: call, why: 二人で昼食に行く約束}'
note w/c.md "name: Jose$(printf '\314\201') Ñandú
next: {on: 2026-11-24, why: café}"
note w/very-long-name.md 'name: Wolfeschlegelsteinhausenbergerdorff
next: {on: 2026-12-24, why: asks whether the budget for the year to come is the same as it was}'

acute=$(printf 'e\314\201')
wide="2026-11-01   21  follow-up  w/a.md               Ana Gomez (Acme)                     planned for 2026-11-01
2026-11-17    5  call       w/b.md               田中太郎 (株式会社)                  二人で昼食に行く約束
2026-11-24   -2  follow-up  w/c.md               Jos$acute Ñandú                           café
2026-12-24  -32  follow-up  w/very-long-name.md  Wolfeschlegelsteinhausenbergerdorff  asks whether the budget for the year to come is the same as it was"
check '--table' 0 "$wide" '' fu-due --table -a w
check '--table, 200 columns' 0 "$wide" '' env COLUMNS=200 fu-due --table -a w
check '--table, 80 columns' 0 "2026-11-01   21  follow-up  w/a.md        Ana Gomez (…  planned for 2026-11-01
2026-11-17    5  call       w/b.md        田中太郎 (…   二人で昼食に行く約束
2026-11-24   -2  follow-up  w/c.md        Jos$acute Ñandú    café
2026-12-24  -32  follow-up  …ong-name.md  Wolfeschleg…  asks whether the budget…" '' \
	env COLUMNS=80 fu-due --table -a w
check '--table, 40 columns' 0 '2026-11-01   21  fol…  ….md  Ana…  plan…
2026-11-17    5  call  ….md  田…   二人…
2026-11-24   -2  fol…  ….md  Jos…  café
2026-12-24  -32  fol…  ….md  Wol…  asks…' '' env COLUMNS=40 fu-due --table -a w
check '--table, 1 column' 0 '2026-11-01   21  fol…  ….md  Ana…  pla…
2026-11-17    5  call  ….md  田…   二…
2026-11-24   -2  fol…  ….md  Jos…  café
2026-12-24  -32  fol…  ….md  Wol…  ask…' '' env COLUMNS=1 fu-due --table -a w
for columns in 0 -1 wide ''; do
	check "--table, COLUMNS '$columns'" 0 "$wide" '' env COLUMNS="$columns" fu-due --table -a w
done
check '--table --header' 0 'due         days  action  path    who                  why
2026-11-17     5  call    w/b.md  田中太郎 (株式会社)  二人で昼食に行く約束' '' fu-due --table --header -a w/b.md
check '--table, nothing due' 0 '' '' fu-due --table -t 2026-11-01 n

# ---- terminal ----

# terminal COMMAND: its output on a terminal, with ^ for ESC
terminal() {
	script -qec "$1" /dev/null </dev/null | tr -d '\r' | tr '\033' '^'
}

if has script && [ "$(terminal 'echo yes')" = yes ]; then
	mkdir t
	note t/a.md 'next: {on: 2026-11-15, do: call, why: seven days}'
	note t/b.md 'next: {on: 2026-11-16, do: call, why: six days}'
	note t/c.md 'next: {on: 2026-11-22, do: lunch, why: today}'
	note t/d.md 'next: {on: 2026-11-23, do: lunch, why: tomorrow}'
	plain='2026-11-15   7  call   t/a.md  a  seven days
2026-11-16   6  call   t/b.md  b  six days
2026-11-22   0  lunch  t/c.md  c  today
2026-11-23  -1  lunch  t/d.md  d  tomorrow'
	colored='^[31m2026-11-15^[0m   ^[31m7^[0m  ^[31mcall^[0m   t/a.md  a  seven days
^[33m2026-11-16^[0m   ^[33m6^[0m  ^[33mcall^[0m   t/b.md  b  six days
^[32m2026-11-22^[0m   ^[32m0^[0m  ^[32mlunch^[0m  t/c.md  c  today
^[2m2026-11-23^[0m  ^[2m-1^[0m  ^[2mlunch^[0m  t/d.md  d  tomorrow'
	rows=$(tsv '2026-11-15 | 7 | call | t/a.md | a | seven days' '2026-11-16 | 6 | call | t/b.md | b | six days' \
		'2026-11-22 | 0 | lunch | t/c.md | c | today' '2026-11-23 | -1 | lunch | t/d.md | d | tomorrow')
	check 'table on a terminal, colored by lateness' 0 "$colored" '' terminal 'fu-due -a t'
	check 'NO_COLOR' 0 "$plain" '' terminal 'NO_COLOR=1 fu-due -a t'
	check 'NO_COLOR that is empty' 0 "$colored" '' terminal 'NO_COLOR= fu-due -a t'
	check 'TERM=dumb' 0 "$plain" '' terminal 'TERM=dumb fu-due -a t'
	check 'header without color' 0 'due         days  action  path    who  why
^[31m2026-11-15^[0m     ^[31m7^[0m  ^[31mcall^[0m    t/a.md  a    seven days' '' terminal 'fu-due --header t/a.md'
	check 'TSV in a pipe' 0 "$rows" '' terminal 'fu-due -a t | cat'
	check 'table in a pipe' 0 "$plain" '' terminal 'fu-due --table -a t | cat'
	check '--tsv on a terminal' 0 "$rows" '' terminal 'fu-due --tsv -a t'
	check '--json on a terminal' 0 "$(fu-due --json -a t)" '' terminal 'fu-due --json -a t'
	check '-l on a terminal' 0 't/a.md
t/b.md
t/c.md' '' terminal 'fu-due -l t'
	for size in 40 80 200; do
		check "terminal of $size columns" 0 "$(COLUMNS=$size fu-due --table -a w)" '' \
			terminal "stty cols $size; NO_COLOR=1 fu-due -a w"
	done
	check 'terminal of unknown width' 0 "$(COLUMNS=80 fu-due --table -a w)" '' \
		terminal 'stty cols 0; NO_COLOR=1 fu-due -a w'
	check 'COLUMNS over the width of the terminal' 0 "$wide" '' \
		terminal 'stty cols 40; COLUMNS=200 NO_COLOR=1 fu-due -a w'
else
	skip 'terminal' 'no script(1) that works'
fi

plan_done
