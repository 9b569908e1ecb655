#!/bin/sh
# The values that fu-set takes for each field, its options and operands, and what it refuses.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22 # a Sunday

# fresh [FIELDS]: the note n.md
fresh() {
	note n.md "${1-name: José}" Text.
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

# refuses NAME MESSAGE OPERAND...: fu-set does not touch n.md, with a message, nor with -n
refuses() {
	name=$1 message=$2
	shift 2
	check "$name" 2 '' "fu-set: $message" untouched fu-set "$@"
	check "$name, -n" 2 '' "fu-set: $message" untouched fu-set -n "$@"
}

# takes ASSIGNMENT LINE [OPTION...]: the field becomes the last line of the front matter
takes() {
	name=$1 line=$2
	shift 2
	fresh
	check "$name${*:+, $*}" 0 "---
name: José
$line
---
Text." '' sh -c 'fu-set "$@" && cat n.md' fu-set "$@" n.md "$name"
}

# ---- values ----

for field in snooze snooze_until next follow-up; do
	takes "$field=2026-12-01" "$field: 2026-12-01"
	takes "$field=2026/12/01" "$field: 2026-12-01"
	takes "$field=today" "$field: 2026-11-22"
	takes "$field=Tomorrow" "$field: 2026-11-23"
	takes "$field=monday" "$field: 2026-11-23"
	takes "$field=sun" "$field: 2026-11-29"
	takes "$field=+2w" "$field: 2026-12-06"
	takes "$field=+1mo" "$field: 2026-12-22"
	takes "$field=-2d" "$field: 2026-11-20"
	takes "$field=+2w" "$field: 2026-12-15" -t 2026-12-01
done
for field in last last_contacted added created applied met; do
	takes "$field=2026-11-01" "$field: 2026-11-01"
	takes "$field=2026/11/01" "$field: 2026-11-01"
	takes "$field=today" "$field: 2026-11-22"
	takes "$field=yesterday" "$field: 2026-11-21"
	takes "$field=-2w" "$field: 2026-11-08"
	takes "$field=friday" "$field: 2026-11-20"
done
fresh
refuses 'last=tomorrow' "last: 'tomorrow' is not a day that has been; it is after today" n.md last=tomorrow
mkdir r
printf 'holidays: [2026-11-23]\nfields: {org: [verein], snooze: [ruhe]}\nclosed_stages: [fertig]\n' >r/rules.yaml
takes 'snooze=+1bd' 'snooze: 2026-11-24' --rules r/rules.yaml
takes 'ruhe=+1d' 'ruhe: 2026-11-23' --rules r/rules.yaml

fresh
date='is not a date; write YYYY-MM-DD, today, friday or +3d'
for field in snooze next last added applied met 'Last Contact'; do
	refuses "$field=soon" "$field: 'soon' $date" n.md "$field=soon"
	refuses "$field=2026-02-30" "$field: '2026-02-30' is not a day that there is" n.md "$field=2026-02-30"
	refuses "$field=03/04/2026" "$field: '03/04/2026' $date" n.md "$field=03/04/2026"
	refuses "$field=2w" "$field: '2w' $date" n.md "$field=2w"
	refuses "$field=never" "$field: 'never' $date" n.md "$field=never"
done

for span in 6w '2 months' 'every 2 weeks' monthly 10d 5bd 1q P3W never Never; do
	takes "every=$span" "every: $span"
done
takes every=30 'every: 30'
takes cadence=6w 'cadence: 6w'
fresh
for span in soon 0 0d 101y -1w 'six weeks' 2026-12-01 6weeksx; do
	refuses "every=$span" "every: '$span' is not a span; write 10d, 3w, 2mo, 1q, 1y or never" n.md "every=$span"
done

takes birthday=1980-02-29 'birthday: 1980-02-29'
takes bday=02-29 'bday: "02-29"'
takes dob=--12-31 'dob: "--12-31"'
fresh
for day in 29.2.1980 02-30 1981-02-29 13-01 today feb; do
	refuses "birthday=$day" "birthday: '$day' is not a birthday; write YYYY-MM-DD or MM-DD" n.md "birthday=$day"
done

for stage in closed lost won archived dead paused do-not-contact 'Do Not Contact' target Lead talking offer leads2 x; do
	takes "stage=$stage" "stage: $stage"
done
takes status=closed 'status: closed'
takes stage=closed 'stage: closed' --rules r/rules.yaml
takes stage=fertig 'stage: fertig' --rules r/rules.yaml
fresh
near() {
	refuses "stage=$1" "stage: '$1' is one letter off '$2'; write that, or a word that is farther from it" n.md "stage=$1"
}
near closd closed
near Closedd closed
near clsoed closed
near arcived archived
near pauzed paused
near targt target
near leads lead
near do-not-contct do-not-contact
refuses 'stage=fertg, of other rules' "stage: 'fertg' is one letter off 'fertig'; write that, or a word that is farther from it" \
	--rules r/rules.yaml n.md stage=fertg

takes tags=client 'tags: client'
takes tags=client,b-list 'tags: [client, b-list]'
takes 'tags=client b-list' 'tags: [client, b-list]'
takes 'tags= client , b-list, ' 'tags: [client, b-list]'
takes category=client 'category: client'
takes email=a@example.com 'email: a@example.com'
takes email=a@example.com,b@example.com 'email: [a@example.com, b@example.com]'
takes 'email=Ana <ana@x.ie>' 'email: Ana <ana@x.ie>'
takes 'phone=+1 555 0100' 'phone: +1 555 0100'
takes phone=+15550100 'phone: "+15550100"'
takes 'phone=555 0100, 555 0199' 'phone: [555 0100, 555 0199]'
takes 'aliases=Pepe, José Paz' 'aliases: [Pepe, José Paz]'
takes avoid=call 'avoid: call'
takes 'avoid=call, lunch' 'avoid: [call, lunch]'
takes avoid=nudge,check-in 'avoid: [nudge, check-in]'
fresh
for field in tags phone aliases email avoid; do
	refuses "$field=," "$field: ',' is not a list; write TEXT or TEXT,TEXT" n.md "$field=,"
done
for tags in +b-list -client a,+b '+a b'; do
	refuses "tags=$tags" "tags: '$tags' is not a list of tags; the whole list is written: tags=a,b" n.md "tags=$tags"
done
for address in ana @ a@b@c a@b. 'ana at example.com' 'a@example.com, ben' 'a@example.com b@example.com'; do
	refuses "email=$address" "email: '$address' is not an e-mail address; write name@example.com" n.md "email=$address"
done
refuses 'avoid=sneeze' "avoid: 'sneeze' is not something that fu-due suggests; write call, email, nudge or another do: of fu-rules(5)" \
	n.md avoid=sneeze

takes org=Acme 'org: Acme'
takes 'org=[[firms/acme|Acme]]' 'org: "[[firms/acme|Acme]]"'
takes 'role=head of sales' 'role: head of sales'
takes via=lee-park 'via: lee-park'
takes 'result=a job' 'result: a job'
takes colour=red 'colour: red'
takes 'Favourite Colour=red' 'Favourite Colour: red'
takes 'a=b=c' 'a: b=c'
takes verein=Chor 'verein: Chor' --rules r/rules.yaml
fresh
refuses log=x 'log: a list of touches; add to it with fu-log' n.md log=x
refuses interactions= 'interactions: a list of touches; add to it with fu-log' n.md interactions=
refuses promises=x 'promises: a list of promises; add to it with fu-promise' n.md promises=x
refuses Commitments= 'Commitments: a list of promises; add to it with fu-promise' n.md Commitments=
refuses dates=x 'dates: a list of dates; change it by hand' n.md dates=x
line='a line break, control character or byte that is not UTF-8; a field is one line'
refuses 'a value of two lines' "'a\\nb': $line" n.md 'org=a
b'
refuses 'a value with a tab' "'a\\tb': $line" n.md "org=$(printf 'a\tb')"
refuses 'a value with an escape' "'\\x1B[2J': $line" n.md "org=$(printf '\033[2J')"
refuses 'a value that is not UTF-8' "'caf\\xE9': $line" n.md "org=$(printf 'caf\351')"
refuses 'a value with U+0085' "'a\\xC2\\x85b': $line" n.md "org=$(printf 'a\302\205b')"
refuses 'a value with U+2028' "'a\\xE2\\x80\\xA8b': $line" n.md "org=$(printf 'a\342\200\250b')"
refuses 'a key of two lines' "'a\\nb': $line" n.md 'a
b=c'
refuses 'no key' "'=x': no key before '='; write KEY=VALUE" n.md =x
refuses 'a key of blanks' "' =x': no key before '='; write KEY=VALUE" n.md ' =x'
refuses 'a slip in a key' "n.md: emial: unknown key; did you mean 'email'?" n.md emial=x
refuses 'a bad value after a good one' "every: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or never" n.md org=Acme \
	every=soon

# ---- nothing to do ----

# same ASSIGNMENT FIELDS: the note says so already
same() {
	fresh "$2"
	check "nothing to do: $1, $(echo "$2" | tr -d '\n')" 0 '' '' untouched fu-set n.md "$1"
	check "nothing to do: $1, $(echo "$2" | tr -d '\n'), -n" 0 '' '' untouched fu-set -n n.md "$1"
}

same org=Acme 'org: Acme'
same org=Acme 'company: "Acme" # x'
same org= 'name: José'
same snooze= 'name: José'
same colour= 'name: José'
same next=+1w 'next: 2026-11-29'
same next=+1w 'next: {on: 2026-11-29, do: call}'
same tags=client,b-list 'tags: [client, b-list]'
same tags=client,b-list 'tags:
  - client
  - b-list'
same every=6w 'every: 6w'
same emial= 'name: José'
echo Text. >n.md
check 'nothing to do: no front matter' 0 '' '' untouched fu-set n.md org=

# ---- a field that cannot be changed ----

# holds NAME MESSAGE TEXT ASSIGNMENT: the message about n.md, which holds a text, whose escapes are those of printf %b
holds() {
	printf '%b' "$3" >n.md
	refuses "$1" "n.md$2" n.md "$4"
}

inside="there is a '#' within this value; change it by hand"
holds 'a comment in a list' ":2:1: tags: $inside" '---\ntags:\n  - a # one\n  - b\n---\n' tags=c
holds 'a comment in a list that is to go' ":2:1: tags: $inside" '---\ntags:\n  - a # one\n  - b\n---\n' tags=
holds 'a comment in brackets' ":2:1: tags: $inside" '---\ntags: [a, # one\n  b]\n---\n' tags=c
holds 'a comment behind the sign of an empty block' ":2:1: org: $inside" '---\norg: | # one\n---\n' org=x
map='holds a mapping; change it by hand, or remove it first'
holds 'a name of parts' ":2:1: name: $map" '---\nname: {first: José, last: Paz}\n---\n' name=Ana
holds 'a mapping of your own' ":2:1: car: $map" '---\ncar:\n  colour: red\n---\n' car=blue
holds 'next: that has an action and no date' ":2:1: next: $map" '---\nnext: {do: call}\n---\n' next=+1w
holds 'next: that has an action and an empty date' ":2:1: next: $map" '---\nnext:\n  on:\n  do: call\n---\n' next=+1w
list='holds a list; change it by hand, or remove it first'
holds 'a list where text is set' ":2:1: asks: $list" '---\nasks:\n  - SQL\n---\n' 'asks=three years of C'
holds 'a list of links' ":2:1: via: $list" '---\nvia: [lee-park, tom-kim]\n---\n' via=ana
holds 'no link in place of no link' \
	": the note would then have a fault: via: '[[ ]]' is not a link; write the id or the name of a note" \
	'---\nvia: "[[]]"\n---\n' 'via=[[ ]]'
holds 'a text that is too long' \
	': the note would then have a fault: result: a text of more than 1,024 bytes; it is cut there' \
	'---\nname: x\n---\n' "result=$(printf '%1025s' '' | tr ' ' x)"
holds 'a key without a colon' ":2:3: org: this key has no ':' on its line; change it by hand" '---\n? org\n---\n' org=x
holds 'a key twice, to go' ':2:1: org: this would count in place of org; remove one of them by hand' \
	'---\norg: Acme\norg: Beta\n---\n' org=
holds 'two spellings, to go' ':3:1: company: this would count in place of org; remove one of them by hand' \
	'---\norg: Acme\ncompany: Beta\n---\n' org=
holds 'two spellings, the one that does not count' ':2:1: org: this would count in place of company; remove one of them by hand' \
	'---\norg: Acme\ncompany: Beta\n---\n' company=x
holds 'two other spellings, both of which count' ':3:1: tags: both tag and categories say it; set one of these' \
	'---\ntag: [a]\ncategories: [b]\n---\n' tags=c
holds 'an earlier date than that of another spelling' \
	':3:1: last_contact: this would count in place of last; remove one of them by hand' \
	'---\nlast: 2026-01-01\nlast_contact: 2026-05-01\n---\n' last=2026-03-01
holds 'a key with a question mark, to go' ':2:3: org: this key does not begin its line; remove it by hand' \
	'---\n? org\n: Acme\n---\n' org=
holds 'what is not UTF-8, and no note yet' ': no note: it is not text in UTF-8' 'caf\0351\n' org=x
holds 'NUL, and no note yet' ': no note: it is not text in UTF-8' 'a\0000b\n' org=x
conflict='a conflict marker; resolve the conflict first'
holds 'a conflict' ":4: $conflict" '---\n---\nText.\n<<<<<<< HEAD\n' org=x
holds 'a conflict in the front matter' ":2: $conflict" '---\n<<<<<<< HEAD\norg: a\n=======\norg: b\n>>>>>>> b\n---\n' org=x
odd="the front matter has a line break of YAML's own, a CR alone, U+0085, U+2028 or U+2029; write LF instead"
holds 'U+2028 in the front matter' ":2: $odd" '---\nname: "a\0342\0200\0250b"\n---\n' org=x
holds 'front matter that is not closed' \
	":1:1: front matter is not closed; write '---' on a line of its own after the last field" '---\nname: x\n' org=x
holds 'front matter that is no YAML' ":2:8: a second ':' in this value; put the value in quotes" '---\nname: a: b\n---\n' org=x
holds 'front matter that is a list' ":2:1: a list; write fields, one 'key: value' a line" '---\n- a\n---\n' org=x
holds 'an alias' ':2:6: an alias (*co) is not read; put the value in quotes' '---\norg: *co\n---\n' org=x
holds 'UTF-16' ':1:1: UTF-16; save the file as UTF-8' '\0377\0376-\0000-\0000-\0000\n\0000' org=x

fresh
ln n.md m.md
refuses 'a hard link' 'n.md: has 2 hard links, which an edit would part; make it a file of its own' n.md org=x
rm m.md
ln -s n.md m.md
refuses 'a symbolic link' 'm.md: a symbolic link; name the file it leads to' m.md org=x
rm m.md
chmod 444 n.md
refuses 'a read-only file' 'n.md: read-only; chmod u+w it first' n.md org=x
chmod 644 n.md
mkfifo f
refuses 'a FIFO' 'f: a FIFO, socket or device, not a file' f org=x
refuses 'a directory' 'r: a directory, not a file' r org=x
echo Text. >n.txt
refuses 'a file that is not named like a note' 'n.txt: no note: its name does not end in .md or .markdown' n.txt org=x

fresh 'org: Acme
org: Beta'
refuses 'one of several fields' 'n.md:2:1: org: this would count in place of org; remove one of them by hand' n.md \
	role=buyer org= every=6w

# ---- -n ----

fresh
check '-n' 0 '--- a/n.md
+++ b/n.md
@@ -1,4 +1,6 @@
 ---
-name: José
+name: Ana
+org: Acme
+next: 2026-11-29
 ---
 Text.' '' untouched fu-set -n n.md org=Acme next=+1w name=Ana

# on_terminal COMMAND: what it prints there, ESC as '^'
on_terminal() {
	script -qec "$1" /dev/null </dev/null | tr -d '\r' | tr '\033' '^'
}
printf -- '---\nname: x\n---\n\033[31m\tred\n' >esc.md
if has script; then
	check '-n on a terminal, which obeys no note' 0 "--- a/esc.md
+++ b/esc.md
@@ -1,4 +1,5 @@
 ---
 name: x
+org: Acme
 ---
 \\x1B[31m	red" '' on_terminal 'fu-set -n esc.md org=Acme'
else
	skip '-n on a terminal, which obeys no note' 'no script'
fi

echo '# Ana' >new.md
check '--dry-run, no front matter' 0 '--- a/new.md
+++ b/new.md
@@ -1 +1,4 @@
+---
+org: Acme
+---
 # Ana' '' untouched fu-set --dry-run new.md org=Acme

# ---- operands ----

# after FILES COMMAND...: what the command prints, and then the front matter of each file
after() {
	files=$1
	for file in $files; do
		note "$file" 'name: José'
	done
	shift
	"$@" && status=0 || status=$?
	for file in $files; do
		sed '/^---/d; /^$/d' "$file"
	done
	return "$status"
}

new='name: José
org: Acme'
both="$new
$new"
check 'several notes' 0 "$both" '' after 'a.md b.md' fu-set a.md b.md org=Acme
check 'the field first' 0 "$both" '' after 'a.md b.md' fu-set org=Acme a.md b.md
check 'the field between' 0 "$both" '' after 'a.md b.md' fu-set a.md org=Acme b.md
check 'a note twice' 0 "$new" '' after a.md fu-set a.md ./a.md org=Acme a.md
check 'several notes, one not there' 2 "$both" \
	"fu-set: 'gone.md': no note under . has this id, name or address; fu-list -f path,name lists them" \
	after 'a.md b.md' fu-set a.md gone.md b.md org=Acme
check 'several notes, one a directory' 2 "$both" 'fu-set: r: a directory, not a file' \
	after 'a.md b.md' fu-set a.md r b.md org=Acme
check "a note with '=' in its name" 0 "$both" '' after 'a=b.md b.md' fu-set a=b.md b.md org=Acme
rm a=b.md
check "a note with '=' in its name that is not there" 0 "$new
a: b.md" '' after a.md fu-set a.md org=Acme a=b.md
check "a path with '=' that is not there" 2 'name: José' "fu-set: 'gone/a': no such file, and no key has a '/'" \
	after a.md fu-set a.md gone/a=b.md org=Acme
check 'a value of two words' 2 'name: José' "fu-set: 'Co': no note under . has this id, name or address; fu-list -f \
path,name lists them
fu-set: nothing is set; put a value with blanks in quotes" after a.md fu-set a.md org=Big Co
check '-' 0 "$both" '' after 'a.md b.md' sh -c 'printf "a.md\nb.md\n" | fu-set - org=Acme'
check '- after the field' 0 "$both" '' after 'a.md b.md' sh -c 'printf "a.md\nb.md\n" | fu-set org=Acme -'
check "-, a path with '='" 0 "$new" '' after a=b.md sh -c 'echo a=b.md | fu-set - org=Acme'
check '-, nothing' 0 'name: José' '' after a.md sh -c 'fu-set - org=Acme </dev/null'
check '-, one not there' 2 "$new" 'fu-set: gone.md: No such file or directory' after a.md \
	sh -c 'printf "gone.md\na.md\n" | fu-set - org=Acme'
check '-0' 0 "$both" '' after 'a.md b.md' sh -c 'printf "a.md\0b.md\0" | fu-set -0 - org=Acme'
check '--null' 0 "$both" '' after 'a.md b.md' sh -c 'printf "a.md\0b.md" | fu-set --null - org=Acme'
check '--' 0 "$new" '' after a.md fu-set -- a.md org=Acme
check 'what fu-list selects' 0 "$new
name: José" '' after 'a.md b.md' sh -c 'fu-list -w id=a a.md b.md | fu-set - org=Acme'
mkdir p
note p/n.md 'name: Ana'
mkdir p/.fu
echo 'fields: {snooze: [ruhe]}' >p/.fu/rules.yaml
check "the rules of the note's directory" 0 '---
name: Ana
ruhe: 2026-11-23
---' '' sh -c 'fu-set ruhe=+1d p/n.md && sed "/^$/d" p/n.md'
check '--rules none' 0 '---
name: Ana
ruhe: "+1d"
---' '' sh -c 'fu-set p/n.md ruhe= && fu-set --rules none ruhe=+1d p/n.md && sed "/^$/d" p/n.md'

# ---- usage ----

fresh
refuses 'no operand' 'no note; write fu-set NOTE... KEY=VALUE...'
refuses 'no note' 'no note; write fu-set NOTE... KEY=VALUE...' org=Acme
refuses 'no field' 'nothing to set; write KEY=VALUE, or KEY= to remove a field' n.md
refuses 'a note of nothing' "'' is no note; write a path, an id, a name or an address" '' org=Acme
for option in --nope --message --on --json --where -m -w -j -d; do
	refuses "$option" "unknown option '$option'; see fu-set --help" "$option" n.md org=x
done
refuses '-t soon' "--today: 'soon' $date" -t soon n.md org=x
check '-n, standard output that is full' 2 '' 'fu-set: standard output: No space left on device' untouched \
	sh -c 'fu-set -n n.md org=x >/dev/full'

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-set.c"
}

check '-h' 0 "$(help)" '' fu-set -h
check '--help' 0 "$(help)" '' fu-set --help
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-set --help | awk "length > 80 || NR > 24"'
check '-V' 0 "fu-set $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-set -V
check '--version' 0 "$(fu-set -V)" '' fu-set --version

plan_done
