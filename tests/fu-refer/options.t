#!/bin/sh
# The options of fu-refer, whom its operands mean, and the forms of its output.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')

mkdir -p n/people
note n/people/lee-park.md 'name: Lee Park
aliases: [Lefty]
email: lee@example.com
tags: network' '- 2026-11-12 coffee: gave me names'
note n/mary.md 'name: Mary Poe
org: Zeta'
note n/ana.md 'name: Ana Gomez
org: Acme
via: lee-park
email: [ana@example.com, ana@example.org]
phone: "+1 555 0100"' '- 2026-11-15 email: sent the deck
- 2026-11-20 < email: yes, let us meet'
note n/ben.md 'name: Ben
via: Lee Park'
note n/tom.md 'name: Tom
via: [mary, lee-park]' '- 2026-11-10 call: twenty minutes'
note n/zoe.md 'name: Zoe'
echo '# About' >n/README.md

lee_ana='n/people/lee-park.md | n/ana.md | Ana Gomez (Acme) | answered | 2026-11-20 | no | yes, let us meet'
lee_ben='n/people/lee-park.md | n/ben.md | Ben | not reached |  | - | '
lee_tom='n/people/lee-park.md | n/tom.md | Tom | answered | 2026-11-10 | yes | twenty minutes'
mary_tom='n/mary.md | n/tom.md | Tom | answered | 2026-11-10 | no | twenty minutes'
lee=$(tsv "$lee_ana" "$lee_ben" "$lee_tom")
mary=$(tsv "$mary_tom")
all="$mary
$lee"

# ---- which referrals ----

check 'all of a directory' 0 "$all" '' fu-refer n
check '--untold' 0 "$(tsv "$mary_tom" "$lee_ana")" '' fu-refer --untold n
check '--untold, all told' 0 '' '' fu-refer --untold -t 2026-11-12 n lee-park
check '-w selects referrers' 0 "$lee" '' fu-refer -w id=lee-park n
check '-w: a referral that is no referrer' 0 '' '' fu-refer -w id=ana n
check '--where' 0 "$lee" '' fu-refer --where tag=network n
check 'several -w' 0 '' '' fu-refer -w tag=network -w id=mary n
check '-w and a REFERRER' 0 "$mary" '' fu-refer -w id=mary n mary lee-park
check '-w that spares the REFERRER' 0 '' '' fu-refer -w id=lee-park n mary
check '-w that spares the REFERRER, a path' 0 '' '' fu-refer -w id=lee-park n/mary.md n
check '-w and --untold' 0 "$(tsv "$lee_ana")" '' fu-refer -w tag=network --untold n
check '-t' 0 "$(tsv 'n/mary.md | n/tom.md | Tom | answered | 2026-11-10 | no | twenty minutes' \
	'n/people/lee-park.md | n/ana.md | Ana Gomez (Acme) | reached | 2026-11-15 | no | sent the deck' "$lee_ben" "$lee_tom")" '' \
	fu-refer -t 2026-11-19 n
check '--today' 0 "$(tsv 'n/mary.md | n/tom.md | Tom | not reached |  | - | ')" '' fu-refer --today=2026-11-09 n mary
mkdir e
check 'no notes' 0 '' '' fu-refer e
check 'notes that nobody names' 0 '' '' fu-refer n/people
check '--header, nothing' 0 '' '' fu-refer --header e
check '--tree, nothing' 0 '' '' fu-refer --tree e

# ---- a directory or several ----

mkdir -p two/a two/b
cp n/ana.md n/ben.md two/a
cp n/people/lee-park.md two/b
check 'one of two directories' 0 '' "fu-refer: two/a/ana.md:4:6: warning: via: no note has the id, name or alias 'lee-park'
fu-refer: two/a/ben.md:3:6: warning: via: no note has the id, name or alias 'Lee Park'" fu-refer two/a
two=$(tsv "$lee_ana" "$lee_ben" | sed 's|n/people|two/b|; s|n/\([ab]\)|two/a/\1|')
check 'two directories' 0 "$two" '' fu-refer two/a two/b
check 'two directories in the other order' 0 "$two" '' fu-refer two/b two/a
check 'two directories and a name' 0 "$two" '' fu-refer two/a Lefty two/b
check 'a directory twice' 0 "$two" '' fu-refer two two/
check 'two directories, a name in neither' 2 '' \
	"fu-refer: 'xyz': no note under two/a or two/b has this id, name or address; fu-list -f path,name lists them" \
	fu-refer two/a two/b xyz
check 'FU_NOTES' 0 "$all" '' env FU_NOTES=n fu-refer
check 'FU_NOTES and a directory' 0 "$two" '' env FU_NOTES=n fu-refer two
check 'FU_NOTES that is empty' 0 "$(tsv "$mary_tom" | sed 's|n/|./|g')" '' sh -c 'cd n && FU_NOTES= fu-refer Mary\ Poe'
check 'FU_NOTES that is not there' 2 '' 'fu-refer: gone: No such file or directory' env FU_NOTES=gone fu-refer
check 'the current directory' 0 "$(printf '%s\n' "$all" | sed 's|n/|./|g')" '' sh -c 'cd n && fu-refer'

# ---- REFERRER: the path of a note ----

check 'a path, with a directory' 0 "$lee" '' fu-refer n/people/lee-park.md n
check 'a path, after the directory' 0 "$lee" '' fu-refer n n/people/lee-park.md
check 'a path, with FU_NOTES' 0 "$lee" '' env FU_NOTES=n fu-refer n/people/lee-park.md
check 'a path, from the current directory' 0 "$(printf '%s\n' "$lee" | sed "s|^n/||; s|${tab}n/|$tab./|")" '' \
	sh -c 'cd n && fu-refer people/lee-park.md'
check 'two paths' 0 "$all" '' fu-refer n n/people/lee-park.md n/mary.md
check 'a path twice' 0 "$lee" '' fu-refer n n/people/lee-park.md n/people/lee-park.md
check 'a path in another spelling than its directory' 0 "$(printf '%s\n' "$lee" | sed 's|^|./|')" '' \
	fu-refer n ./n/people/lee-park.md
check 'an absolute path' 0 "$(printf '%s\n' "$lee" | sed "s|^|$PWD/|")" '' fu-refer n "$PWD/n/people/lee-park.md"
check 'a path and an absolute directory' 0 "$(printf '%s\n' "$lee" | sed "s|${tab}n/|$tab$PWD/n/|")" '' \
	fu-refer "$PWD/n" n/people/lee-park.md
ln -s n link
check 'a path, and its directory by a symbolic link' 0 "$(printf '%s\n' "$lee" | sed "s|${tab}n/|${tab}link/|")" '' \
	fu-refer link n/people/lee-park.md

# spelled OPERAND...: the referrals, however the referrer is spelled
spelled() {
	fu-refer "$@" | cut -f 2-
}

lees=$(printf '%s\n' "$lee" | cut -f 2-)
check 'a path also with ./' 0 "$lees" '' spelled n n/people/lee-park.md ./n/people/lee-park.md
check 'a path also as a name' 0 "$lee" '' fu-refer n n/people/lee-park.md Lefty
check 'a path and the name of another' 0 "$all" '' fu-refer n n/people/lee-park.md mary
check 'a name and the path of another' 0 "$all" '' fu-refer Lefty n n/mary.md
check 'a path and a name, with FU_NOTES' 0 "$all" '' env FU_NOTES=n fu-refer lee-park n/mary.md

# ---- REFERRER: what a note is called ----

for operand in lee-park LEE-PARK lee-park.md people/lee-park 'Lee Park' 'lee park' lefty lee@example.com; do
	check "called '$operand'" 0 "$lee" '' fu-refer n "$operand"
	check "called '$operand', with FU_NOTES" 0 "$lee" '' env FU_NOTES=n fu-refer "$operand"
done
check 'a word of a name' 0 "$mary" "fu-refer: 'Poe' is n/mary.md" fu-refer n Poe
check 'a word of an id' 0 "$lee" "fu-refer: 'park' is n/people/lee-park.md" fu-refer n park
check 'two names' 0 "$all" '' fu-refer n mary lee-park
check 'a note by two names' 0 "$lee" '' fu-refer n Lefty lee-park
lists='fu-list -f path,name lists them'
check 'unknown' 2 '' "fu-refer: 'xyz': no note under n has this id, name or address; $lists" fu-refer n xyz
check 'unknown, with FU_NOTES' 2 '' "fu-refer: 'xyz': no note under n has this id, name or address; $lists" \
	env FU_NOTES=n fu-refer xyz
check 'unknown, near it' 2 '' "fu-refer: 'maryy': no note under n has this id, name or address; near it:
fu-refer:   n/mary.md (Mary Poe)" fu-refer n maryy
check 'a path that is not there' 2 '' "fu-refer: 'n/gone.md': no note under n has this id, name or address; $lists" \
	fu-refer n n/gone.md
check 'unknown, and the others all the same' 2 "$lee" \
	"fu-refer: 'xyz': no note under n has this id, name or address; $lists" fu-refer n xyz lee-park
check 'empty' 2 '' "fu-refer: '' is no note; write a path, an id, a name or an address" fu-refer n ''
check 'empty, and the others all the same' 2 "$lee" "fu-refer: '' is no note; write a path, an id, a name or an address" \
	fu-refer n '' lee-park
check 'after --' 0 "$lee" '' fu-refer -- n lee-park
mkdir amb
note amb/lee-a.md 'name: Lee A'
note amb/lee-b.md 'name: Lee B'
note amb/x.md 'via: lee-a'
check 'ambiguous' 2 '' "fu-refer: 'lee' is more than one note; write the id or path of one:
fu-refer:   amb/lee-a.md (Lee A)
fu-refer:   amb/lee-b.md (Lee B)" fu-refer amb lee
check 'a REFERRER nobody names' 0 '' 'fu-refer: n/zoe.md: no other note names this one in `via:`' fu-refer n zoe
check 'a REFERRER nobody names, a path' 0 '' 'fu-refer: n/zoe.md: no other note names this one in `via:`' fu-refer n n/zoe.md
check 'a REFERRER nobody names, and another' 0 "$mary" 'fu-refer: n/zoe.md: no other note names this one in `via:`' \
	fu-refer n zoe mary
check 'a REFERRER nobody names, by a word' 0 '' "fu-refer: 'lee b' is amb/lee-b.md
fu-refer: amb/lee-b.md: no other note names this one in \`via:\`" sh -c 'printf -- "---\nname: Lee C. B\n---\n" >amb/lee-b.md
fu-refer amb "lee b"'
check 'a REFERRER nobody names, --tree' 0 '' 'fu-refer: n/zoe.md: no other note names this one in `via:`' fu-refer --tree n zoe
check 'a REFERRER nobody names, which -w spares' 0 '' '' fu-refer -w id=mary n zoe

# ---- - ----

check '-' 0 "$all" '' sh -c 'printf "n/mary.md\nn/people/lee-park.md\n" | fu-refer n -'
check '-, with FU_NOTES' 0 "$mary" '' sh -c 'echo n/mary.md | FU_NOTES=n fu-refer -'
check '-, and a name' 0 "$all" '' sh -c 'echo n/mary.md | fu-refer lee-park - n'
check '-, nothing' 0 '' '' sh -c 'fu-refer n - </dev/null'
check '-, no name but a path' 2 '' 'fu-refer: mary: No such file or directory' sh -c 'echo mary | fu-refer n -'
check '- -0' 0 "$all" '' sh -c 'printf "n/mary.md\0n/people/lee-park.md\0" | fu-refer -0 n -'
check '- --null' 0 "$mary" '' sh -c 'printf "n/mary.md" | fu-refer --null n -'
check '- without -0, and a NUL' 2 '' 'fu-refer: n/mary.md\x00: a name with a NUL in it; write -0 if NULs separate the names' \
	sh -c 'printf "n/mary.md\0" | fu-refer n -'
check 'fu-list | fu-refer' 0 "$lee" '' sh -c 'fu-list -w tag=network n | fu-refer n -'

# ---- what cannot be read ----

mkdir bad
cp n/people/lee-park.md n/ana.md bad
note bad/fog.md 'a: b: c'
note bad/gus.md 'via: lee-park
every: soon'
mkfifo bad/pipe.md
bad=$(tsv 'bad/lee-park.md | bad/ana.md | Ana Gomez (Acme) | answered | 2026-11-20 | no | yes, let us meet' \
	'bad/lee-park.md | bad/gus.md | gus | not reached |  | - | ')
unread="fu-refer: bad/fog.md:2:5: a second ':' in this value; put the value in quotes
fu-refer: bad/gus.md:3:8: every: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd
fu-refer: bad/pipe.md: a FIFO, socket or device, not a file"
check 'notes that cannot be read' 2 "$bad" "$unread" fu-refer bad
check 'notes that cannot be read, a name' 2 "$bad" "$unread" fu-refer bad lee-park
check 'notes that cannot be read, a path' 2 "$bad" "$unread" fu-refer bad bad/lee-park.md
check 'notes that cannot be read, --tree' 2 'Lee Park, 2 referrals
├── Ana Gomez (Acme), answered, 2026-11-20
└── gus, not reached' "$unread" fu-refer --tree bad
check 'a REFERRER that cannot be read' 2 '' "$unread
fu-refer: 'fog' is bad/fog.md, which could not be read" fu-refer bad fog
check 'a REFERRER that cannot be read, a path' 2 '' "$unread" fu-refer bad bad/fog.md
none="fu-refer: n/README.md:1:1: no front matter; a note begins with a line '---'"
check 'a file without front matter' 2 '' "$none" env FU_NOTES=two fu-refer n/README.md
check 'a file without front matter, of the directory' 2 '' "$none" fu-refer n n/README.md
check 'a file without front matter, by name' 2 '' \
	"fu-refer: 'README': no note under n has this id, name or address; $lists" fu-refer n README
ln -s gone dangling
check 'a symbolic link to nothing' 2 '' 'fu-refer: dangling: a symbolic link to a file that is not there' fu-refer n dangling
ln -s loop loop
check 'a symbolic link to itself' 2 '' 'fu-refer: loop: Too many levels of symbolic links' fu-refer n loop
check 'a path that leads nowhere' 2 '' 'fu-refer: loop/x: Too many levels of symbolic links' fu-refer n loop/x

# ---- rules ----

mkdir -p ruled/.fu other
cp n/*.md n/people/*.md ruled
echo 'kinds: {call: out}' >ruled/.fu/rules.yaml
by_rules='Tom | reached'
by_none='Tom | answered'

# toms OPTION...: the name and the state of Tom
toms() {
	fu-refer "$@" | cut -f 3,4
}

check '.fu/rules.yaml of the directory' 0 "$(tsv "$by_rules")" '' toms ruled mary
check '.fu/rules.yaml of the directory, which is last' 0 "$(tsv "$by_rules")" '' toms mary ruled
check '.fu/rules.yaml of the directory, with a path' 0 "$(tsv "$by_rules")" '' toms ruled/mary.md ruled
check '.fu/rules.yaml of FU_NOTES' 0 "$(tsv "$by_rules")" '' env FU_NOTES=ruled sh -c 'fu-refer mary | cut -f 3,4'
check '.fu/rules.yaml of a path' 0 "$(tsv "$by_rules")" '' sh -c 'cd ruled && fu-refer mary.md | cut -f 3,4'
check '--rules none' 0 "$(tsv "$by_none")" '' toms --rules none ruled mary
check '--rules FILE' 0 "$(tsv "$by_rules")" '' toms --rules ruled/.fu/rules.yaml n mary
check '--rules that is not there' 2 '' 'fu-refer: gone: No such file or directory' fu-refer --rules gone n
echo 'nope: 1' >other/rules.yaml
check '--rules with a fault' 2 '' 'fu-refer: other/rules.yaml:1:1: nope: unknown key; fu-rules(5) lists them' \
	fu-refer --rules other/rules.yaml n

# ---- forms ----

columns=$(tsv 'referrer | referral | name | state | last | told | text')
check '--tsv' 0 "$all" '' fu-refer --tsv n
check '--header' 0 "$columns
$all" '' fu-refer --header n
check '--header --json' 0 "$(fu-refer --json n)" '' fu-refer --header --json n
check 'the last form counts' 0 "$all" '' fu-refer --json --table --tsv n
check '--json' 0 '{"referrer":"n/mary.md","referrer_name":"Mary Poe","path":"n/tom.md","id":"tom","name":"Tom","org":null,'\
'"email":[],"phone":[],"state":"answered","told":false,"led_to_offer":false,"last":"2026-11-10","kind":"call",'\
'"text":"twenty minutes"}
{"referrer":"n/people/lee-park.md","referrer_name":"Lee Park","path":"n/ana.md","id":"ana","name":"Ana Gomez","org":"Acme",'\
'"email":["ana@example.com","ana@example.org"],"phone":["+1 555 0100"],"state":"answered","told":false,'\
'"led_to_offer":false,"last":"2026-11-20","kind":"email","text":"yes, let us meet"}
{"referrer":"n/people/lee-park.md","referrer_name":"Lee Park","path":"n/ben.md","id":"ben","name":"Ben","org":null,'\
'"email":[],"phone":[],"state":"not reached","told":null,"led_to_offer":false,"last":null,"kind":null,"text":null}
{"referrer":"n/people/lee-park.md","referrer_name":"Lee Park","path":"n/tom.md","id":"tom","name":"Tom","org":null,'\
'"email":[],"phone":[],"state":"answered","told":true,"led_to_offer":false,"last":"2026-11-10","kind":"call",'\
'"text":"twenty minutes"}' '' fu-refer --json n
check '--json --untold' 0 '["mary","tom"]
["lee-park","ana"]' '' sh -c \
	'fu-refer --json --untold n | jq -c "[(.referrer | split(\"/\")[-1] | rtrimstr(\".md\")), .id]"'
check '--table: the id of the referrer, no path' 0 'mary      Tom               answered     2026-11-10  no   twenty minutes
lee-park  Ana Gomez (Acme)  answered     2026-11-20  no   yes, let us meet
lee-park  Ben               not reached              -
lee-park  Tom               answered     2026-11-10  yes  twenty minutes' '' fu-refer --table n
check '--table --header' 0 'referrer  name  state     last        told  text
mary      Tom   answered  2026-11-10  no    twenty minutes' '' fu-refer --table --header n mary
check '--table, nothing' 0 '' '' fu-refer --table --header e
mkdir w
note w/annemarie-von-hohenstein.md 'name: Annemarie von Hohenstein'
note w/bartholomew-featherstone.md 'name: Bartholomew Featherstonehaugh
org: Consolidated Widgets
result: hired as their second planner
via: annemarie-von-hohenstein' '- 2026-11-20 meeting: they want me to start in January, and asked for two references by Friday'
note w/taro.md 'name: 田中太郎
org: 株式会社
via: annemarie-von-hohenstein' '- 2026-11-19 > email: 二人で昼食に行く約束'
check '--table, 80 columns' 0 'annemarie-von-h…  Bartholomew Fe…  hired as their…  2026-11-20  no  they want m…
annemarie-von-h…  田中太郎 (株式…  reached          2026-11-19  no  二人で昼食…' '' \
	env COLUMNS=80 fu-refer --table w
check '--table, 50 columns' 0 'annemar…  Barthol…  hired a…  2026-11-20  no  the…
annemar…  田中太…   reached   2026-11-19  no  二…' '' env COLUMNS=50 fu-refer --table w
for columns in 80 50; do
	check "--table, no line of more than $columns columns" 0 '' '' \
		sh -c "COLUMNS=$columns fu-refer --table n | sed 's/…/./g' | awk 'length > $columns'"
done

check 'a directory on standard input: not a word of those who referred nobody' 0 "$all" '' sh -c 'echo n | FU_NOTES=n fu-refer -'

# ---- --tree, --dot ----

tree='Mary Poe (Zeta), 1 referral
└── Tom, answered, 2026-11-10
Lee Park, 3 referrals
├── Ana Gomez (Acme), answered, 2026-11-20
├── Ben, not reached
└── Tom, answered, 2026-11-10'
check '--tree' 0 "$tree" '' fu-refer --tree n
check '--tree twice' 0 "$tree" '' fu-refer --tree --tree n
check '--tree of a name' 0 "$(printf '%s\n' "$tree" | tail -n 4)" '' fu-refer --tree n Lefty
check '--dot' 0 'digraph introductions {
	rankdir=LR;
	node [shape=box];
	"n/mary.md" [label="Mary Poe (Zeta)
1 referral"];
	"n/tom.md" [label="Tom
answered, 2026-11-10"];
	"n/mary.md" -> "n/tom.md";
}' '' fu-refer --dot n mary
two_forms='fu-refer: --tree and --dot are two forms; write one of them'
own_form='fu-refer: --tree and --dot have a form of their own; leave out --untold, --json, --table, --tsv and --header'
check '--tree --dot' 2 '' "$two_forms" fu-refer --tree --dot n
check '--dot --tree' 2 '' "$two_forms" fu-refer --dot --tree n
for form in --tree --dot; do
	for option in --untold --json --table --tsv --header; do
		check "$form $option" 2 '' "$own_form" fu-refer $form $option n
		check "$option $form" 2 '' "$own_form" fu-refer $option $form n
	done
done

# ---- output ----

full='fu-refer: standard output: No space left on device'
for option in '' --json --table --tree --dot --untold; do
	# shellcheck disable=SC2086
	check "output full, $option" 2 '' "$full" sh -c 'fu-refer "$@" n >/dev/full' sh $option
done
check 'output full, nothing to print' 0 '' '' sh -c 'fu-refer e >/dev/full'
check 'output closed' 2 '' 'fu-refer: standard output: Bad file descriptor' sh -c 'fu-refer n >&-'
mkdir many
note many/0.md 'name: Zero'
i=1
while [ $i -lt 2000 ]; do
	echo '---
name: a name that is long enough to fill a pipe, with many more
via: "0"
---' >many/$i.md
	i=$((i + 1))
done
for option in --tsv --json --tree --dot; do
	check "a reader that has had enough, $option" 0 1 '' sh -c "fu-refer $option many | head -n 1 | wc -l | tr -d ' '"
	check "a reader that has had enough, $option, SIGPIPE ignored" 0 '1
2' '' sh -c "trap '' PIPE; { fu-refer $option many; echo \$? >status; } | head -n 1 | wc -l | tr -d ' '; cat status"
done

# terminal COMMAND: its output on a terminal, with ^ for ESC
terminal() {
	script -qec "$1" /dev/null </dev/null | tr -d '\r' | tr '\033' '^'
}

if has script && [ "$(terminal 'echo yes')" = yes ]; then
	check 'a table on a terminal, colored by what was told' 0 \
		'mary      Tom               ^[33manswered^[0m     ^[33m2026-11-10^[0m  ^[33mno^[0m   twenty minutes
lee-park  Ana Gomez (Acme)  ^[33manswered^[0m     ^[33m2026-11-20^[0m  ^[33mno^[0m   yes, let us meet
lee-park  Ben               ^[2mnot reached^[0m  ^[2m^[0m            ^[2m-^[0m
lee-park  Tom               ^[32manswered^[0m     ^[32m2026-11-10^[0m  ^[32myes^[0m  twenty minutes' '' \
		terminal 'stty cols 200; fu-refer n'
	check 'TSV in a pipe' 0 "$all" '' terminal 'fu-refer n | cat'
	check '--tree on a terminal' 0 "$tree" '' terminal 'fu-refer --tree n'
else
	skip 'terminal' 'no script(1) that works'
fi

# ---- help, version, threads, bad options ----

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-refer.c"
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
		SEL) value=via ;;
		DATE) value=2026-11-22 ;;
		FILE) value=none ;;
		N) value=2 ;;
		esac
		fu-refer "$option" ${value:+"$value"} n >/dev/null || echo "$option"
	done
}

see='see fu-refer --help'
check '-h' 0 "$(help)" '' fu-refer -h
check '--help' 0 "$(help)" '' fu-refer --help
check '--help before what is wrong' 0 "$(help)" '' fu-refer --help --nope gone
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-refer --help | awk "length > 80 || NR > 24"'
check 'options of --help' 0 '' '' refused
check '-V' 0 "fu-refer $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-refer -V
check '--version' 0 "$(fu-refer -V)" '' fu-refer --version
for jobs in 1 2 7 1024; do
	check "-j $jobs" 0 "$all" '' fu-refer -j $jobs n
	check "-j $jobs, with a path" 0 "$lee" '' fu-refer -j $jobs n n/people/lee-park.md
done
check '--jobs=2' 0 "$all" '' fu-refer --jobs=2 n
check 'unknown short option' 2 '' "fu-refer: unknown option '-x'; $see" fu-refer -x n
check 'unknown long option' 2 '' "fu-refer: unknown option '--nope'; $see" fu-refer --nope n
for option in --untold --tree --dot --json --header; do
	check "$option with a value" 2 '' "fu-refer: option '$option=x' takes no value; $see" fu-refer "$option=x" n
done
for option in --where --today --rules --jobs -w -t -j; do
	check "$option without its value" 2 '' "fu-refer: option '$option' needs a value; $see" fu-refer n "$option"
done
check '-j 0' 2 '' "fu-refer: -j: '0' is not a number of threads; write 1 to 1024" fu-refer -j 0 n
check '-t soon' 2 '' "fu-refer: --today: 'soon' is not a date; write YYYY-MM-DD, today, friday or +3d" fu-refer -t soon n
check "-w '('" 2 '' "fu-refer: -w: column 2: a test is missing here; write one such as tag=a-list
  (
   ^" fu-refer -w '(' n
check 'an option that is wrong: nothing is read' 2 '' "fu-refer: unknown option '--nope'; $see" fu-refer gone --nope

plan_done
