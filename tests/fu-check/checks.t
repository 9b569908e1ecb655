#!/bin/sh
# What fu-check finds: for each check notes that raise it alone, at the place of the fault, and notes that come near
# and raise nothing.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# fresh: the directory n, empty
fresh() {
	rm -rf n
	mkdir n
}

# findings NAME LINES COMMAND...: the command prints them, each given without the path of the note n/x.md
findings() {
	name=$1 lines=$2 status=0
	shift 2
	[ -z "$lines" ] || status=1
	check "$name" "$status" "$([ -z "$lines" ] || printf '%s\n' "$lines" | sed 's,^,n/x.md:,')" '' "$@"
}

# finding CHECK PLACE MESSAGE: it as a line
finding() {
	case $1 in
	front-matter | yaml | date | span | value | link | address | log | conflict | pattern | rules) level=error ;;
	*) level=warning ;;
	esac
	printf '%s\n' "$2: $level: $3 [$1]"
}

# all NAME LINES TEXT: all that is found in n/x.md, which holds TEXT, whose escapes are those of printf %b
all() {
	fresh
	printf '%b' "$3" >n/x.md
	findings "$1" "$2" fu-check n
}

# one CHECK NAME PLACE MESSAGE TEXT: all that is found
one() {
	all "$1: $2" "$(finding "$1" "$3" "$4")" "$5"
}

# none CHECK NAME TEXT: nothing is found
none() {
	all "$1: not $2" '' "$3"
}

# line CHECK COLUMN MESSAGE LINE [NAME]: what is found of a line of the body, whether under a heading of the log or
# where there is none; in code, nothing
line() {
	one "$1" "${5:-$4}" "3:$2" "$3" "---\\n---\\n$4\\n"
	one "$1" "${5:-$4}, in a log" "4:$2" "$3" "---\\n---\\n# Log\\n$4\\n"
	none "$1" "${5:-$4}, in code" "---\\n---\\n\`\`\`\\n$4\\n\`\`\`\\n"
	none "$1" "${5:-$4}, in code of a log" "---\\n---\\n# Log\\n~~~\\n$4\\n~~~\\n"
}

# no_line CHECK LINE [NAME]: nothing is found of it
no_line() {
	none "$1" "${3-$2}" "---\\n---\\n$2\\n"
	none "$1" "${3-$2}, in a log" "---\\n---\\n# Log\\n$2\\n"
}

# repeat N CHARACTER
repeat() {
	printf "%${1}s" '' | tr ' ' "$2"
}

fresh
check 'no notes' 0 '' '' fu-check n
none clean 'an empty front matter' '---\n---\n'
none clean 'a note of all fields' '---
name: Ana Gomez
aliases: [Ana, anita]
company: Acme
role: buyer
e-mail: [ana@example.com, ana@example.org]
tel: "+1 555 0100"
tags: [client, a-list]
contact frequency: every 3 weeks
last_contacted_at: 2026-10-01T10:00Z
follow_up: {on: 2026-12-01, do: call, why: her new job}
snoozeUntil: 2026-11-30
status: talking
created: 2026-01-05
applied: 2026-01-06
first met: 2026-01-07
dob: --02-29
anniversaries: [{what: wedding, on: 2019-06-01, yearly: true}]
avoid: [call]
interactions:
  - 2026-11-03 < email: said yes
  - {date: 2026-11-04, kind: call, dir: out, text: left a message}
commitments:
  - {what: send it, by: 2026-12-01, from: me, made: 2026-11-01, done: 2026-11-20}
asks: [three years of SQL]
offers: [four years of SQL]
questions: [How far ahead?]
outcome: hired
colour: red
---
# Ana

- 2026-11-05 meeting: coffee
- [ ] 2026-11-30 send the deck
'

# ---- front matter ----

unclosed="front matter is not closed; write '---' on a line of its own after the last field"
no_front="no front matter; a note begins with a line '---'"
latin1='is not UTF-8; convert the file, as with iconv -f latin1 -t utf-8'

one front-matter 'not closed' 1:1 "$unclosed" '---\nname: x\n'
one front-matter 'text after the opening' 1:5 "text after the opening '---'; write it on a line of its own" \
	'--- x\nname: x\n---\n'
one front-matter 'UTF-16' 1:1 'UTF-16; save the file as UTF-8' '\0377\0376-\0000-\0000-\0000\n\0000'
one front-matter 'CR alone' 1:4 "lines end in CR alone; end them with LF, as with tr '\\r' '\\n'" '---\rname: x\r---\r'
one front-matter 'Latin-1' 2:10 "byte 0xE9 $latin1" '---\nname: Jos\0351\n---\n'
one front-matter 'Latin-1 after é and a tab' 2:9 "byte 0xE9 $latin1" '---\nname: é\t\0351\n---\n'
one front-matter 'Latin-1 in a comment' 3:3 "byte 0xE9 $latin1" '---\nname: x\n# \0351\n---\n'
one front-matter 'more than 256 KiB' 1:1 'front matter of more than 256 KiB; nothing of this file is read' \
	"---\\nx: $(repeat 262141 a)\\n---\\n"
none front-matter '256 KiB' "---\\nx: $(repeat 262140 a)\\n---\\n"
none front-matter 'closed by ...' '---\nname: x\n...\n'
none front-matter 'with a BOM and CRLF' '\0357\0273\0277---\r\nname: x\r\n---\r\n- 2026-11-03 call: x\r\n'
none front-matter 'none, below a directory' '# Read me\n- 2026-2-3 call\n'
none front-matter 'an empty file, below a directory' ''

fresh
echo '# Read me' >n/x.md
findings 'front-matter: none, as an operand' "$(finding front-matter 1:1 "$no_front")" fu-check n/x.md
findings 'front-matter: none, as an operand and below a directory' "$(finding front-matter 1:1 "$no_front")" \
	fu-check n n/x.md
: >n/x.md
findings 'front-matter: none in an empty file, as an operand' "$(finding front-matter 1:1 "$no_front")" fu-check n/x.md
note n/x.md ''
findings 'front-matter: not an empty one, as an operand' '' fu-check n/x.md

# ---- YAML ----

one yaml 'anchor' 2:6 'an anchor (&co) is not read; put the value in quotes' '---\norg: &co Ltd\n---\n'
one yaml 'anchor after é and a tab' 2:11 'an anchor (&co) is not read; put the value in quotes' \
	'---\ntags: [é,\t&co Ltd]\n---\n'
one yaml 'alias' 2:6 'an alias (*co) is not read; put the value in quotes' '---\norg: *co\n---\n'
one yaml 'tag' 2:6 'a tag (!co) is not read; put the value in quotes' '---\norg: !co Ltd\n---\n'
one yaml 'merge key' 3:1 'a merge key (<<) is not read; write the fields out' '---\nname: x\n<<: {a: b}\n---\n'
one yaml 'directive' 2:1 'a YAML directive (%) is not read; delete the line' '---\n%YAML 1.1\nname: x\n---\n'
one yaml 'colon in a value' 2:7 "a second ':' in this value; put the value in quotes" '---\norg: a: b: c\n---\n'
one yaml 'colon in a value after é and a tab' 2:9 "a second ':' in this value; put the value in quotes" \
	'---\norg: é\ta: b: c\n---\n'
one yaml 'list at the root' 2:1 "a list; write fields, one 'key: value' a line" '---\n- a\n---\n'
one yaml 'line without a colon' 3:1 "no ':' on this line; write 'key: value'" '---\nname: x\norg x\n---\n'
one yaml 'tab before a key' 3:1 'a tab where YAML wants spaces; indent with spaces' '---\nnext:\n\ton: 2026-12-01\n---\n'
one yaml 'quote not closed' 2:6 'this quote is not closed' '---\norg: "abc\nname: x\n---\n'
one yaml 'nested 33 deep' 2:36 'nested more than 32 deep; nothing of this file is read' \
	"---\\nx: $(repeat 33 '[')$(repeat 33 ']')\\n---\\n"
one yaml 'nothing else is said of the note' 2:6 'an alias (*co) is not read; put the value in quotes' \
	'---\norg: *co\nlast: soon\nemial: x\n---\n- 2026-2-3 call\n- [ ] send by tomorrow\n'
none yaml 'the same in quotes' '---\norg: "&co Ltd: *co !co %"\n---\n'
none yaml 'nested 32 deep' "---\\nx: $(repeat 32 '[')$(repeat 32 ']')\\n---\\n"

# ---- keys ----

twice='this key is also on line 2; the last one counts'
second='this key is here a second time; the first counts'

one duplicate-key 'of a field' 3:1 "Stage: $twice" '---\nstage: lead\nStage: target\n---\n'
one duplicate-key 'of no field' 3:1 "colour: $twice" '---\ncolour: red\ncolour: blue\n---\n'
one duplicate-key 'two spellings of a key' 3:1 "Last Contact: $twice" \
	'---\nlast_contact: 2026-11-01\nLast Contact: 2026-11-02\n---\n'
one duplicate-key 'after é and a tab' 2:11 "name: $twice" '---\n{name: é,\tname: e}\n---\n'
one duplicate-key 'of next, after é and a tab' 2:32 "on: $second" \
	'---\nnext: {on: 2026-12-01, why: é,\ton: 2026-12-02}\n---\n'
none duplicate-key 'two spellings of a field' '---\nemail: a@example.com\nmail: b@example.com\n---\n'
none duplicate-key 'one in a mapping' '---\nname: x\ncar: {name: y}\n---\n'

unknown='no such key here; it is not read'

one unknown-key 'of next' 2:24 "mood: $unknown" '---\nnext: {on: 2026-12-01, mood: good}\n---\n'
one unknown-key 'of next, after é and a tab' 2:32 "mood: $unknown" '---\nnext: {on: 2026-12-01, why: é,\tmood: good}\n---\n'
one unknown-key 'of dates' 3:22 "mood: $unknown" '---\ndates:\n  - {on: 2019-06-01, mood: good}\n---\n'
one unknown-key 'of promises' 2:44 "mood: $unknown" '---\npromises: [{what: send it, by: 2026-12-01, mood: good}]\n---\n'
none unknown-key 'those that there are' '---
next: {on: 2026-12-01, do: call, why: x}
dates: [{what: wedding, date: 2019-06-01, yearly: no}]
promises: [{what: send it, by: 2026-12-01, from: them, made: 2026-11-01, done: false}]
---
'
none unknown-key 'of other mappings' '---\naddress: {mood: good}\nname: {first: Ana, last: Gomez, mood: good}\n---\n'

# similar KEY FIELD VALUE
similar() {
	one similar-key "$1" 2:1 "$1: unknown key; did you mean '$2'?" "---\\n$1: $3\\n---\\n"
}

similar emial email ana@example.com
similar Emial email ana@example.com
similar nmae name Ana
similar stauts status lead
similar brithday birthday 02-03
similar birthdai birthday 02-03
similar snoze snooze 2026-12-01
similar snoooze snooze 2026-12-01
similar emaild email ana@example.com
similar phome phone '"+1 555 0100"'
similar promisses promises '[]'
one similar-key 'after é and a tab' 2:11 "emial: unknown key; did you mean 'email'?" \
	'---\n{name: é,\temial: ana@example.com}\n---\n'
all 'similar-key: several' "$(finding similar-key 2:1 "nmae: unknown key; did you mean 'name'?")
$(finding similar-key 4:1 "emial: unknown key; did you mean 'email'?")" '---\nnmae: Ana\norg: Acme\nemial: a@example.com\n---\n'
for key in date state logo list meta age type; do
	none similar-key "$key" "---\\n$key: x\\n---\\n"
done
for key in emali-x eamli orf nam colour website; do
	none similar-key "$key" "---\\n$key: x\\n---\\n"
done
none similar-key 'a key in a mapping' '---\nwork: {emial: ana@example.com}\n---\n'
fresh
mkdir n/.fu
note n/x.md 'emial: ana@example.com
rythm: 3w'
echo 'fields: {every: [rhythm], email: [emial]}' >n/.fu/rules.yaml
findings 'similar-key: spellings of the rules file' \
	"$(finding similar-key 3:1 "rythm: unknown key; did you mean 'rhythm'?")" fu-check n

# ---- kinds ----

# similar_kind COLUMN WORD KIND LINE [NAME]: of a line that is a touch
similar_kind() {
	line similar-kind "$1" "'$2' is no kind of touch; did you mean '$3'?" "$4" "${5-}"
}

similar_kind 14 emial email '- 2026-11-03 emial: x'
similar_kind 14 metting meeting '- 2026-11-03 metting: x'
similar_kind 14 vist visit '- 2026-11-03 vist: x'
similar_kind 14 contac contact '- 2026-11-03 contac: x'
similar_kind 16 emial email '* 2026-11-03 > emial: x'
similar_kind 15 Emial email '## 2026-11-03 Emial: x'
similar_kind 22 emial email '- [[é/2026-11-03]] <\temial: x' 'after é and a tab'
no_line similar-kind '- 2026-11-03 that was nice'
no_line similar-kind '- 2026-11-03 Chad: wants a demo'
no_line similar-kind '- 2026-11-03 Cell: wants a demo'
no_line similar-kind '- 2026-11-03 emial'
no_line similar-kind '- 2026-11-03 emial - x'
no_line similar-kind '- 2026-11-03 proposal: x'
no_line similar-kind '- 2026-11-03 call-back: x'
no_line similar-kind '- 2026-11-03 E-Mail: emial: x'
no_line similar-kind '- 2026-11-03 we talked about emial: x'
no_line similar-kind '- emial: x'
one similar-kind 'kind: of an entry' 2:32 "'emial' is no kind of touch; did you mean 'email'?" \
	'---\nlog: [{date: 2026-11-03, kind: emial}]\n---\n'
one similar-kind 'type: of an entry, after é and a tab' 3:39 "'metting' is no kind of touch; did you mean 'meeting'?" \
	'---\nlog:\n  - {text: é, date: 2026-11-03, type:\tmetting}\n---\n'
one similar-kind 'the word of an entry' 3:16 "'emial' is no kind of touch; did you mean 'email'?" \
	'---\nlog:\n  - 2026-11-03 emial: x\n---\n'
none similar-kind 'kind: that is none' '---\nlog: [{date: 2026-11-03, kind: proposal}]\n---\n'
none similar-kind 'the word of an entry, without a colon' '---\nlog: [2026-11-03 emial]\n---\n'
for l in '- [ ]2026-11-30 send' '- [] 2026-11-30 send' '-[ ] 2026-11-30 send'; do
	line promise 6 "looks like a promise; write '- [ ] 2026-11-30 text'" "$l"
done
line promise 9 "looks like a promise, but '2026-2-3' is not a date; write YYYY-MM-DD" '- [ ] [[2026-2-3]] send'
line promise 9 "looks like a promise, but '2026-2-3' is not a date; write YYYY-MM-DD" '- [ ] **2026-2-3** send'
line promise 17 "looks like a promise, but '2026-2-3' is not a date; write YYYY-MM-DD" '- [ ] send by [[2026-2-3]]'
line promise 15 "looks like a promise; write '- [ ] 2026-11-30 text'" '- [ ] send on 2026-11-30'
line promise 13 "looks like a promise; write '- [ ] 2026-11-30 text'" '- [ ] send (2026-11-30)'
for l in 'read The Art of War by Sun Tzu' 'raise prices by 2.5%' 'call by this number' 'stop by next door' \
	'due: see contract' 'look at the notes of 2026-11-03 again'; do
	no_line promise "- [ ] $l"
done
one comment 'the rest of a telephone number' 2:13 "phone: '#12' is a comment in YAML; put it in quotes" '---\nphone: 5551 #12\n---\n'
one future 'added:' 2:8 'added: a date after today' '---\nadded: 2062-01-01\n---\n'
one future 'last:' 2:7 'last: a date after today' '---\nlast: 2062-01-01\n---\n'
none conflict 'quoted mail' '---\n---\n> one\n>>>>>>> two\n'
fresh
mkdir n/.fu
printf -- '---\n---\n- 2026-11-03 emial: x\n- 2026-11-03 worksop: x\n' >n/x.md
echo 'kinds: {workshop: both, emial: email}' >n/.fu/rules.yaml
findings 'similar-kind: kinds of the rules file' \
	"$(finding similar-kind 4:14 "'worksop' is no kind of touch; did you mean 'workshop'?")" fu-check n

# ---- values ----

date='is not a date; write YYYY-MM-DD'

one date 'last: soon' 2:7 "last: 'soon' $date" '---\nlast: soon\n---\n'
one date 'after é and a tab' 2:17 "last: 'soon' $date" '---\n{name: é,\tlast: soon}\n---\n'
one date 'no such day' 2:9 "snooze: there is no day '2026-02-30'" '---\nsnooze: 2026-02-30\n---\n'
one date 'birthday: 03/04/2026' 2:11 "birthday: '03/04/2026' $date or MM-DD" '---\nbirthday: 03/04/2026\n---\n'
line date 3 "there is no day '2026-11-31'" '- 2026-11-31 call'
line date 7 "there is no day '2026-02-30'" '-\t[[é/2026-02-30]] call' 'touch after é and a tab'
line date 7 "there is no day '2026-11-31'" '- [ ] 2026-11-31 send'
line date 12 "there is no day '2026-02-30'" '-\t[ ]\té by 2026-02-30' 'promise after é and a tab'
none date 'a day that there is' '---\nlast: 2024-02-29\nsnooze: 2026/12/01\nbirthday: 02-29\n---\n- 2024-02-29 call\n'

one span 'soon' 2:8 "every: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd" '---\nevery: soon\n---\n'
one span 'after é and a tab' 2:18 "every: '0' is out of range; a span is 1 day to 100 years" '---\n{name: é,\tevery: 0}\n---\n'
none span 'a span' '---\nevery: every 2 weeks\n---\n'

one value 'name: a mapping' 2:7 'name: a mapping is not a name; write text or {first: Ana, last: Gomez}' \
	'---\nname: {given: Ana}\n---\n'
one value 'after é and a tab' 2:16 'org: a mapping is not text' '---\n{name: é,\torg: {a: b}}\n---\n'
one value 'from: bob' 2:50 "from: 'bob' is not me or them" \
	'---\npromises: [{what: send it, by: 2026-11-22, from: bob}]\n---\n'
none value 'a name of parts' '---\nname: {first: Ana}\n---\n'

one link 'to nothing' 2:6 "via: '[[]]' is not a link; write the id or the name of a note" '---\nvia: "[[]]"\n---\n'
one link 'after é and a tab' 2:16 "via: '[[|Lee]]' is not a link; write the id or the name of a note" \
	'---\n{name: é,\tvia: "[[|Lee]]"}\n---\n'

one log 'text' 2:6 "log: not a touch; write '2026-11-03 meeting: text'" '---\nlog: hello\n---\n'
one log 'date of another form' 3:5 "log: not a touch; write '2026-11-03 meeting: text'" \
	'---\nlog:\n  - 03/04/2026 call: x\n---\n'
one log 'after é and a tab' 2:16 "log: not a touch; write '2026-11-03 meeting: text'" \
	'---\n{name: é,\tlog: hello}\n---\n'
none log 'a touch' '---\nlog: 2026-11-03\n---\n'

# no_address COLUMN VALUE FRONT [NAME]
no_address() {
	one address "${4:-$3}" "2:$1" "email: '$2' is not an address; write name@example.com" "---\\n$3\\n---\\n"
}

no_address 8 'ana at example' 'email: ana at example'
no_address 8 'ana' 'email: ana'
no_address 8 "'ana@example.com'" "email: \"'ana@example.com'\""
none address 'an apostrophe within' "---\\nemail: o'brien@example.com\\n---\\n"
no_address 8 'ana@' 'email: ana@'
no_address 8 '@example.com' 'email: "@example.com"'
no_address 8 'ana@@example.com' 'email: ana@@example.com'
no_address 8 'ana@b@example.com' 'email: ana@b@example.com'
no_address 8 'ana @example.com' 'email: ana @example.com'
no_address 8 'ana@example com' 'email: ana@example com'
no_address 8 'Ana <ana at example>' 'email: Ana <ana at example>'
no_address 26 'ana at example' 'email: [ana@example.com, ana at example]'
no_address 18 'ana at example' '{name: é,\temail: ana at example}' 'after é and a tab'
one address 'as it is spelled' 2:9 "E-Mail: 'ana' is not an address; write name@example.com" '---\nE-Mail: ana\n---\n'
all 'address: several' "$(finding address 3:5 "email: 'ana' is not an address; write name@example.com")
$(finding address 5:5 "email: 'ben' is not an address; write name@example.com")" \
	'---\nemail:\n  - ana\n  - ana@example.com\n  - ben\n---\n'
none address 'an address' '---\nemail: ana+news.2@mail.example.co.uk\n---\n'
none address 'in angle brackets' '---\nemail: Ana Gomez <ana@example.com>\nmail: [Ben <ben@example.com>, <cho@example.com>]\n---\n'
none address 'several' '---\nemail: ana@example.com, ben@example.org\n---\n'
none address 'nothing' '---\nemail:\nmail: []\n---\n'
none address 'of a key that is no field' '---\nwebsite: ana at example\n---\n'

# ---- links ----

one via 'nobody' 2:6 "via: no note has the id, name or alias 'Nobody'" '---\nvia: Nobody\n---\n'
one via 'nobody, after é and a tab' 2:16 "via: no note has the id, name or alias 'Nobody'" \
	'---\n{name: é,\tvia: Nobody}\n---\n'
one via 'itself' 2:6 "via: 'x' is this note itself" '---\nvia: x\n---\n'
fresh
note n/x.md 'via: lee'
note n/lee.md ''
findings 'via: not a note that there is' '' fu-check n
note n/x.md 'via: [lee, Nobody]'
findings 'via: nobody, one of several' "$(finding via 2:12 "via: no note has the id, name or alias 'Nobody'")" fu-check n
note n/x.md 'via: lee'
mkdir n/a
note n/a/lee.md ''
check 'via: several' 1 "n/lee.md:1:1: warning: the id 'lee' is also that of n/a/lee.md [same-id]
n/x.md:2:6: warning: via: more than one note is called 'lee'; write the id of one, or its path [via]" '' fu-check n
fresh
note n/x.md 'via: x2'
note n/x2.md 'via: [x3, x4]'
note n/x3.md 'via: x'
note n/x4.md ''
findings 'via: in a circle' "$(finding via 2:6 "via: 'x2' goes in a circle: x <- x2 <- x3 <- x")" fu-check n
note n/x3.md 'via: x4'
findings 'via: not in a row' '' fu-check n

# ---- lines that look like a touch ----

# touches COLUMN DATE LINE [NAME]
touches() {
	line touch "$1" "looks like a touch, but '$2' is not a date; write YYYY-MM-DD" "$3" "${4-}"
}

touches 3 2026-2-3 '- 2026-2-3 call'
touches 3 2026-2-3 '- 2026-2-3 call: x'
touches 3 2026-2-3 '- 2026-2-3 that was nice'
touches 3 2026-2-03 '* 2026-2-03 < email: x'
touches 3 3/4/2026 '- 3/4/2026 call'
touches 3 03/04/2026 '+ 03/04/2026 call'
touches 3 'Nov 3' '- Nov 3 call'
touches 4 2026-2-3 '## 2026-2-3 call'
touches 3 2026-2-3 '| 2026-2-3 | email | x |'
touches 3 2026-2-3 '|\t2026-2-3 | email | é |' 'row of a table, after a tab'
touches 3 2026-2-3 '-\t2026-2-3 call: é' 'after a tab'
line touch 1 "looks like a touch; begin the line with '- '" '2026-11-03 call: x'
line touch 1 "looks like a touch; begin the line with '- '" '2026-11-03 > email: x'
line touch 1 "looks like a touch; begin the line with '- '" '2026-11-03 contact: x'
line touch 1 "looks like a touch; begin the line with '- '" '2026-11-03 call-back: x'
line touch 3 "looks like a touch; begin the line with '- '" '\t 2026-11-03 met Ana' 'after a tab'
none touch '2026-11-03 was a long day' '---\n---\n2026-11-03 was a long day\n'
one touch '2026-11-03 was a long day, in a log' 4:1 "looks like a touch; begin the line with '- '" \
	'---\n---\n# Log\n2026-11-03 was a long day\n'
none touch 'a line that goes on from a touch' '---\n---\n# Log\n- 2026-11-03 call: x\n  2026-11-30 works too\n  3 Dec or 5 Dec\n'
for l in '-2026-11-03 call: x' '##2026-11-03 call' '- 2026-11-03call: x' '- (2026-11-03) call' '• 2026-11-03 call'; do
	case $l in
	-2*) col=2 ;;
	'- ('*) col=4 ;;
	*) col=3 ;;
	esac
	line touch $col "looks like a touch; write '- 2026-11-03 call: text'" "$l"
done
line touch 3 "looks like a touch, but '11/3' is not a date; write YYYY-MM-DD" '- 11/3 call: left a message'
for l in '- 06.12.34.56.78' '- 10.0.12.5' '## 1.2.26' '- 20260101 invoice' '- 12-34-56'; do
	none touch "$l" "---\n---\n$l\n"
done
no_line touch 'On 2026-11-03 call: x'
no_line touch 'call: 2026-2-3'
no_line touch '- call on 2026-2-3'
no_line touch '- 3 calls this week'
no_line touch '- 3/4 cup of flour'
no_line touch '- Nov was quiet'
no_line touch '- 2026 call for papers'
no_line touch '- November'
no_line touch '| 2026-11-03'
none touch '2026-2-3 was a long day' '---\n---\n2026-2-3 was a long day\n'
none touch '- May 15 people came' '---\n---\n- May 15 people came\n'
none touch '- May 5 people came' '---\n---\n- May 5 people came\n'
no_line touch '| Date | Kind | Text |'
no_line touch '|------|------|------|'
no_line touch '- 2026-11-03 call: on 2026-2-3 again'
fresh
mkdir n/.fu
printf -- '---\n---\n2026-11-03 call: x\n' >n/x.md
echo "touch_patterns: ['(?<date>\\d{4}-\\d\\d-\\d\\d) (?<kind>\\w+)']" >n/.fu/rules.yaml
findings 'touch: not a line that a pattern of the rules file fits' '' fu-check n

# ---- lines that look like a promise ----

# promise COLUMN DATE LINE [NAME]
promise() {
	line promise "$1" "looks like a promise, but '$2' is not a date; write YYYY-MM-DD" "$3" "${4-}"
}

promise 15 tomorrow '- [ ] send by tomorrow'
promise 18 Friday '- [ ] send it by Friday'
promise 7 2026-2-3 '- [ ] 2026-2-3 send'
promise 9 soon '- [ ] 📅 soon'
promise 18 3/4/2026 '- [ ] send it by 3/4/2026'
promise 16 tomorrow '- [ ] send due:tomorrow'
promise 19 Friday '- [ ] send [due:: Friday]'
promise 17 Friday '- [ ] send @due(Friday)'
promise 18 tomorrow '* [ ] < intro by tomorrow'
promise 12 tomorrow '-\t[ ]\té by tomorrow' 'after é and a tab'
promise 8 2026-2-3 '1.\t[ ] 2026-2-3 é' 'after a tab'
no_line promise '- [ ] buy milk'
no_line promise '- [ ] stand by me'
no_line promise '- [ ] 2026-11-24 send'
no_line promise '- [ ] send by 2026-11-24'
no_line promise '- [ ] 2026-11-24 answer by Friday'
no_line promise '- [ ] answer by Friday 📅 2026-11-24'
no_line promise '- send it by tomorrow'
no_line promise 'send it by tomorrow'

# ---- outside the log ----

outside="looks like a touch, but is not under the log's heading; move it there"

one outside-log 'after it' 6:3 "$outside" '---\n---\n## Log\n- 2026-11-03 call: x\n## Plans\n- 2026-11-04 call: y\n'
one outside-log 'before it' 3:3 "$outside" '---\n---\n- 2026-11-04 call: y\n## Log\n- 2026-11-03 call: x\n'
one outside-log 'before one that is empty' 3:3 "$outside" '---\n---\n- 2026-11-04 call: y\n## Log\n'
one outside-log 'after é and a tab' 3:7 "$outside" '---\n---\n-\t[[é/2026-11-04]] call: y\n## Log\n- 2026-11-03 call: x\n'
one outside-log 'heading' 7:4 "$outside" '---\n---\n# Log\n- 2026-11-03 call: x\n## 2026-11-04 call\n# Plans\n## 2026-11-05 call\n'
one outside-log 'a touch to come' 5:3 "$outside" '---\n---\n## Log\n## Plans\n- 2027-01-05 call\n'
one outside-log 'row of a table' 5:3 "$outside" '---\n---\n## Log\n## Plans\n| 2026-11-04 | call | x |\n'
one outside-log 'the kind contact' 5:3 "$outside" '---\n---\n## Log\n## Plans\n- 2026-11-04 contact: y\n'
one outside-log 'a kind before a dash' 5:3 "$outside" '---\n---\n## Log\n## Plans\n- 2026-11-04 call-back: y\n'
none outside-log 'without a kind' '---\n---\n## Log\n- 2026-11-03 call: x\n## Plans\n- 2026-11-04 the budget closes\n- 2026-11-05\n'
none outside-log 'a promise' '---\n---\n## Log\n## Plans\n- [ ] 2026-11-24 call\n'
none outside-log 'under a heading of the log' '---\n---\n## Log\n### May\n- 2026-11-03 call\n## 2026-11-04 call\n- 2026-11-04 chat\n'
none outside-log 'without a log' '---\n---\n## Plans\n- 2026-11-04 call: y\n'
none outside-log 'in code' '---\n---\n## Log\n## Plans\n```\n- 2026-11-04 call: y\n```\n'
none outside-log 'in log:' '---\nlog: [2026-11-03 call]\n---\n## Log\n'

# ---- touches to come ----

later='a touch after today; it does not count before'

line future 3 "$later 2027-01-05" '- 2027-01-05 call: x'
line future 3 "$later 2026-11-23" '- 2026-11-23 call: x'
line future 7 "$later 2027-01-05" '-\t[[é/2027-01-05]] call' 'after é and a tab'
line future 3 "$later 2027-01-05" '- 2027/01/05 call'
line future 3 "$later 2027-01-05" '| 2027-01-05 | call | x |'
one future 'log:' 3:5 "$later 2027-01-05" '---\nlog:\n  - 2027-01-05 call: x\n---\n'
one future 'log:, a mapping, after é and a tab' 2:23 "$later 2027-01-05" '---\nlog: [{text: é, date:\t2027-01-05}]\n---\n'
no_line future '- 2026-11-22 call: x'
no_line future '- 2026-11-22 23:59 call: x'
no_line future '- [ ] 2027-01-05 call'
none future 'next and the like' '---\nnext: 2027-01-05\nsnooze: 2027-01-05\ndates: [{on: 2027-01-05}]\n---\n'
fresh
note n/x.md '' '- 2026-11-22 call: x'
findings 'future: on the day before' "$(finding future 4:3 "$later 2026-11-22")" fu-check --today 2026-11-21 n
findings 'future: not on the day' '' fu-check -t 2026-11-22 n

# ---- what was done ----

# done_on COLUMN DONE MADE LINE [NAME]
done_on() {
	line 'done' "$1" "done on $2, before it was made on $3" "$4" "${5-}"
}

done_on 41 2026-11-01 2026-11-10 '- [x] 2026-11-17 send it ➕ 2026-11-10 ✅ 2026-11-01'
done_on 50 2026-11-01 2026-11-10 '- [x] 2026-11-17 send it created:2026-11-10 done:2026-11-01'
done_on 63 2026-11-01 2026-11-10 '- [x] 2026-11-17 send it [created:: 2026-11-10] [completion:: 2026-11-01]'
done_on 38 2026-11-01 2026-11-10 '- [x] é\tby 2026-11-17 ➕ 2026-11-10 ✅ 2026-11-01' 'after é and a tab'
line 'done' 28 'done on 2027-01-01, after today' '- [x] 2026-11-17 send it ✅ 2027-01-01'
line 'done' 27 'done on 2026-11-23, after today' '- [x] 2026-11-17 send é\t✅ 2026-11-23' 'the day after today'
one 'done' 'an entry, before it was made' 2:62 'done on 2026-11-01, before it was made on 2026-11-10' \
	'---\npromises: [{what: é, by: 2026-11-17, made: 2026-11-10, done:\t2026-11-01}]\n---\n'
one 'done' 'an entry, after today' 2:50 'done on 2027-01-01, after today' \
	'---\npromises: [{what: send it, by: 2026-11-17, done: 2027-01-01}]\n---\n'
one 'done' 'an entry that is text, before it was made' 3:5 'done on 2026-11-01, before it was made on 2026-11-10' \
	'---\npromises:\n  - 2026-11-17 send it ➕ 2026-11-10 ✅ 2026-11-01\n---\n'
one 'done' 'an entry that is text, after today' 3:5 'done on 2027-01-01, after today' \
	'---\npromises:\n  - 2026-11-17 send it ✅ 2027-01-01\n---\n'
no_line 'done' '- [x] 2026-11-17 send it ➕ 2026-11-10 ✅ 2026-11-10'
no_line 'done' '- [x] 2026-11-17 send it ➕ 2026-11-10 ✅ 2026-11-22'
no_line 'done' '- [x] 2026-11-17 send it ➕ 2026-11-10'
no_line 'done' '- [ ] 2026-11-17 send it created:2026-11-20'
no_line 'done' '- [ ] 2027-01-01 send it'
none 'done' 'an entry on its day' \
	'---\npromises: [{what: x, by: 2026-11-17, made: 2026-11-10, done: 2026-11-10}, {what: y, by: 2026-11-17, made: 2026-11-10, done: true}]\n---\n'

# ---- two of one kind ----

# three CHECK MESSAGE PLACE FIELDS: what is found of three notes that have the same
three() {
	fresh
	mkdir n/a n/b n/c
	note n/a/one.md "$4"
	note n/b/two.md "$4"
	note n/c/three.md "$4"
	check "$1: $4" 1 "n/b/two.md:$3: warning: $2 is also that of n/a/one.md [$1]
n/c/three.md:$3: warning: $2 is also that of n/a/one.md [$1]" '' fu-check n
}

three same-name "the name 'Dana Wu'" 2:7 'name: Dana Wu'
three same-name "the name 'Dana Wu'" 2:7 'name: {first: Dana, last: Wu}'
three same-email "the address 'dana@example.com'" 2:8 'email: dana@example.com'
three same-email "the address 'dana@example.com'" 2:8 'mail: [dana@example.com]'
fresh
mkdir n/a n/b n/c
note n/a/dana.md ''
note n/b/dana.md 'name: Dana'
note n/c/dana.md 'name: Wu'
note n/dane.md ''
check 'same-id' 1 "n/b/dana.md:1:1: warning: the id 'dana' is also that of n/a/dana.md [same-id]
n/c/dana.md:1:1: warning: the id 'dana' is also that of n/a/dana.md [same-id]" '' fu-check n
fresh
mkdir n/a n/b
note n/a/dana.md ''
note n/b/dana.md ''
check 'same-id: the name that is only the id is none' 1 \
	"n/b/dana.md:1:1: warning: the id 'dana' is also that of n/a/dana.md [same-id]" '' fu-check n
fresh
note n/a.md 'name: é
email: ana@example.com'
note n/b.md '{org: é,	name: é}'
note n/c.md '{org: é,	email: [ben@example.com, ana@example.com]}'
check 'same-name and same-email, after é and a tab' 1 "n/b.md:2:16: warning: the name 'é' is also that of n/a.md [same-name]
n/c.md:2:35: warning: the address 'ana@example.com' is also that of n/a.md [same-email]" '' fu-check n
fresh
note n/a.md 'email: ana@example.com
mail: dana@example.com'
note n/b.md 'email: ben@example.com
mail: Dana@Example.com'
check 'same-email: under another spelling, in another case' 1 \
	"n/b.md:3:7: warning: the address 'Dana@Example.com' is also that of n/a.md [same-email]" '' fu-check n
fresh
note n/a.md 'name: dana wu'
note n/b.md '' '# Dana Wu'
check 'same-name: of a heading, in another case' 1 "n/b.md:4:1: warning: the name 'Dana Wu' is also that of n/a.md [same-name]" '' \
	fu-check n
fresh
note n/dana.md ''
note n/dane.md 'name: Dana Wu
email: [dana@example.com, dana@example.com]
mail: dana@example.com'
note n/wu.md 'name: Dana
email: dana@example.org'
check 'same-name and same-email: not one note alone, nor an id' 0 '' '' fu-check n

# ---- comments ----

# comment KEY PLACE COMMENT FRONT NAME
comment() {
	one comment "$5" "$2" "$1: '$3' is a comment in YAML; put it in quotes" "---\\n$4\\n---\\n"
}

comment tags 2:7 '#friend' 'tags: #friend' 'a value'
comment name 2:7 '#1' 'name: #1' 'a name'
comment tags 2:14 '#friend' 'tags: client #friend' 'after a tag'
comment tags 3:5 '#friend' 'tags:\n  - #friend' 'an item'
comment tags 2:16 '#friend' '{org: é, tags:\t#friend\n}' 'after é and a tab'
none comment 'in quotes' '---\ntags: "#friend"\n---\n'
none comment 'in quotes in a list' "---\\ntags:\\n  - '#friend'\\n---\\n"
none comment 'in quotes in a value before' '---\n{org: "a #b", every: 3w}\n---\n'
none comment 'after a value' '---\nstage: lead # asked twice\navoid: call    # on trains all day\n---\n'
none comment 'after a key' '---\ntags: # those of old\n  - friend\n---\n'
none comment 'in place of a value' '---\ntags: # none yet\nname: #\n---\n'
none comment 'of a key that is no field' '---\ncolour: #red\n---\n'
none comment 'after an item' '---\nlog:\n  - {date: 2026-11-03, kind: call} #1\n---\n'
none comment 'on a line of its own' '---\n# those of old\ntags: [friend]\n  # the end\n---\n'
none comment 'in the middle of a word' '---\ntags: c#sharp\norg: a#b\n---\n'
none comment 'in the body' '---\n---\ntags: #friend\n'

# ---- what is too long, code ----

one long 'name' 2:7 'name: a text of more than 1,024 bytes; it is cut there' "---\\nname: $(repeat 1025 a)\\n---\\n"
one long 'org, after é and a tab' 2:16 'org: a text of more than 1,024 bytes; it is cut there' \
	"---\\n{name: é,\\torg: $(repeat 1025 a)}\\n---\\n"
one long 'task' 3:1 'a task of more than 1,024 bytes; what follows these is not read' \
	"---\\n---\\n- [ ] 2026-11-24 $(repeat 1008 a)\\n"
one long 'task with a number' 3:1 'a task of more than 1,024 bytes; what follows these is not read' \
	"---\\n---\\n1. [ ] 2026-11-24 $(repeat 1008 a)\\n"
one long 'row of a table' 3:1 'a touch of more than 1,024 bytes; what follows these is not read' \
	"---\\n---\\n| 2026-11-03 | call | $(repeat 1001 a) |\\n"
none long 'row of a table' "---\\n---\\n| 2026-11-03 | call | $(repeat 1000 a) |\\n"
none long 'touch whose text goes to the end of the line' "---\\n---\\n- 2026-11-03 call, $(repeat 2000 a)\\n"
none long 'name' "---\\nname: $(repeat 1024 a)\\n---\\n"
none long 'task' "---\\n---\\n- [ ] 2026-11-24 $(repeat 1007 a)\\n"
none long 'line' "---\\n---\\n$(repeat 5000 a)\\n"

open='this block of code is not closed; nothing after it is read'
one code 'grave accents' 4:1 "$open" '---\n---\nx\n```\n- 2026-2-3 call\n'
one code 'tildes' 3:1 "$open" '---\n---\n~~~ sh\n```\n'
one code 'closed by fewer' 3:1 "$open" '---\n---\n````\n```\n'
none code 'a closed one' '---\n---\n```\n~~~\n``` \n'
none code 'code in a line' '---\n---\n``` x ``` y\n'
one code 'a comment' 4:1 'this comment is not closed; nothing after it is read' '---\n---\nx\n<!-- y\n- 2026-2-3 call\n'
none code 'a comment that is closed' '---\n---\n<!-- y\n-->\n'

# ---- characters ----

# control PLACE CODE TEXT, bidi PLACE CODE TEXT
control() {
	one character "$2 at $1" "$1" "a control character, $2; delete it" "$3"
}

bidi() {
	one character "$2 at $1" "$1" "a bidirectional control, $2; delete it" "$3"
}

control 3:4 U+0007 '---\n---\né\tx\0007y\n'
control 3:1 U+0000 '---\n---\n\0000\n'
control 3:2 U+001B '---\n---\nx\0033[31m\n'
control 3:2 U+000D '---\n---\nx\ry\n'
control 3:1 U+007F '---\n---\n\0177\n'
control 3:2 U+009B '---\n---\né\0302\0233\n'
control 3:22 U+0007 '---\n---\n- 2026-11-03 call: é\t\0007\n'
control 4:4 U+0007 '---\n---\n```\né\tx\0007\n```\n'
bidi 3:4 U+202E '---\n---\né\tx\0342\0200\0256y\n'
bidi 3:1 U+2069 '---\n---\n\0342\0201\0251\n'
bidi 3:3 U+2066 '---\n---\né\t\0342\0201\0246\n'
bidi 4:1 U+202A '---\n---\n~~~\n\0342\0200\0252\n~~~\n'
bidi 3:6 U+202E '---\nname: x\n# é\tx\0342\0200\0256\n---\n'
bidi 2:8 U+202E '---\nname: é\0342\0200\0256x\n---\n'
bidi 3:13 U+202E '---\n---\nno line end \0342\0200\0256'
one character 'U+200B at 3:2' 3:2 'a character that cannot be seen, U+200B; delete it' '---\n---\né\0342\0200\0213x\n'
one yaml 'U+0007 in front matter' 2:10 'control character U+0007; delete it' '---\nname: é\tx\0007\n---\n'
one yaml 'U+0007 in a comment of front matter' 3:5 'control character U+0007; delete it' '---\nname: x\n# é\t\0007\n---\n'
all 'character: the first of each line' "$(finding character 2:7 'a bidirectional control, U+202E; delete it')
$(finding character 4:2 'a control character, U+0007; delete it')
$(finding character 5:1 'a bidirectional control, U+202D; delete it')" \
	'---\nname: \0342\0200\0256x\0342\0200\0256\n---\nx\0007\0007\0342\0200\0256\n\0342\0200\0255\0007\n'
none character 'in escapes' '---\nname: "\\u202Ex\\a"\n---\n'
none character 'tab, CR before LF, BOM at the start' '\0357\0273\0277---\r\nname: x\r\n---\r\na\tb\r\n'
none character 'no-break space, joiner, accents and emoji' \
	'---\nname: José\0302\0240Ñandú\n---\n\0302\0240👩\0342\0200\0215💻 e\0314\0201 田中\n'

# ---- encoding ----

one encoding 'after é and a tab' 3:6 'not UTF-8; save the file as UTF-8' '---\n---\né\tcaf\0351\n'
one encoding 'the first byte alone' 4:2 'not UTF-8; save the file as UTF-8' \
	'---\nname: x\n---\ne\0351\0351\n\0377\n- 2026-11-03 call: caf\0351\n'
one encoding 'in code' 4:1 'not UTF-8; save the file as UTF-8' '---\n---\n```\n\0200\n```\n'
one encoding 'cut short at the end' 3:2 'not UTF-8; save the file as UTF-8' '---\n---\nx\0342\0202'
one encoding 'of a surrogate' 3:2 'not UTF-8; save the file as UTF-8' '---\n---\nx\0355\0240\0200\n'
none encoding 'UTF-8' '---\n---\né € 👍 \0364\0217\0277\0277\n'

# ---- conflict markers ----

conflict='a conflict marker; resolve the conflict'

fresh
printf '%s\n' --- --- x '<<<<<<< HEAD' y ======= z '>>>>>>> theirs' Dana ======= >n/x.md
findings 'conflict: in the body' "$(finding conflict 4:1 "$conflict")
$(finding conflict 6:1 "$conflict")
$(finding conflict 8:1 "$conflict")" fu-check n

one conflict 'before the front matter' 1:1 "$conflict" '<<<<<<< HEAD\n---\nname: x\n=======\n---\nname: y\n>>>>>>> theirs\n---\n'
one conflict 'what is left of one' 5:1 "$conflict" '---\n---\nx\n=======\n>>>>>>> theirs\n'
all 'conflict: with CRLF, the base and no names, in code' "$(finding conflict 4:1 "$conflict")
$(finding conflict 6:1 "$conflict")
$(finding conflict 7:1 "$conflict")
$(finding conflict 8:1 "$conflict")" '---\n---\n```\n<<<<<<<\r\nx\n|||||||\n=======\n>>>>>>>\n```\n'
all 'conflict: in front matter' "$(finding yaml 3:1 "no ':' on this line; write 'key: value'")
$(finding conflict 3:1 "$conflict")
$(finding conflict 5:1 "$conflict")
$(finding conflict 7:1 "$conflict")" '---\nname: x\n<<<<<<< HEAD\norg: a\n=======\norg: b\n>>>>>>> theirs\n---\n'
none conflict 'a heading' '---\n---\nDana\n=======\n'
none conflict 'quotes of mail' '---\n---\n>>>>>> six\n>>>>>>>> eight\n> > > > > > > seven\n'
none conflict 'other signs' '---\n---\n<<<<<< six\n<<<<<<<< eight\n<<<<<<<seven\nx <<<<<<< seven\n|||||| six\n'

# ---- files left over ----

fresh
mkdir n/sub
note n/x.md ''
: >n/.fu-ab12cd.tmp
: >n/sub/.fu-Zz09Qx.tmp
leftover='left over from an edit that was interrupted; delete it'
check 'leftover' 1 "n/.fu-ab12cd.tmp:1:1: warning: $leftover [leftover]
n/sub/.fu-Zz09Qx.tmp:1:1: warning: $leftover [leftover]" '' fu-check n
check 'leftover: not of a note alone' 0 '' '' fu-check n/x.md
fresh
for name in .fu-abc.tmp fu-ab12cd.tmp .fu-ab12cd.tmp~ .fu-ab12cd .fx-ab12cd.tmp .fu-ab12cd.md; do
	: >"n/$name"
done
check 'leftover: not other names' 0 '' '' fu-check n

# ---- links to directories ----

fresh
mkdir other
note other/y.md 'name: Lee' '- 2026-2-3 call'
ln -s ../other n/x.md
findings 'directory-link' "$(finding directory-link 1:1 'a symbolic link to a directory, which is not followed')" fu-check n
rm n/x.md
ln -s ../other n/x
findings 'directory-link: not one without the name of a note' '' fu-check n

# ---- patterns that give up ----

# reasonless COMMAND...: its output without why a pattern gave up, which is up to PCRE2
reasonless() {
	"$@" >"$tmp/output"
	reasonless_status=$?
	sed 's/\(gave up on this [a-z]*\): .* \(\[[a-z]*\]\)$/\1 \2/' "$tmp/output"
	return "$reasonless_status"
}

fresh
mkdir n/.fu
echo "touch_patterns: ['- (a+)+\$(?<date>)', '- (?<date>[0-9-]+)']" >n/.fu/rules.yaml
note n/x.md '' "- 2026-11-01
- $(repeat 1000 a)b 2026-11-03
- 2026-11-02"
findings 'pattern: of touches' "$(finding pattern 5:1 'touch_patterns: number 1 gave up on this line')" reasonless fu-check n
echo "rules: [{name: a, after: any, match: '(a+)+\$', do: x, in: 1d}]" >n/.fu/rules.yaml
note n/x.md '' "- 2026-11-01 call: $(repeat 1000 a)b"
findings 'pattern: of texts' "$(finding pattern 4:3 'a match: pattern gave up on this text')" reasonless fu-check n
echo "log_heading: '(a+)+\$'" >n/.fu/rules.yaml
note n/x.md '' "# $(repeat 1000 a)b"
findings 'pattern: of the heading' "$(finding pattern 4:1 'log_heading gave up on this line')" reasonless fu-check n
fresh
note n/x.md '' "- 2026-11-01 call: $(repeat 1000 a)b"
findings 'pattern: not the built-in ones' '' fu-check n

over="no note, since it has no front matter, but it"
how="begin it with a line '---', fields, and a line '---'"
one passed-over 'fields, without the first ---' 1:1 "$over begins with a field; $how" 'name: R\nlast: 2026-01-01\n---\n'
one passed-over 'two dashes' 1:1 "$over begins with a field; $how" '--\nname: R\n--\n'
one passed-over 'a heading before the front matter' 1:1 "$over begins with a field; $how" '# Ana\n---\nname: R\n---\n'
one passed-over 'a block of code' 1:1 "$over begins with a field; $how" '```yaml\nname: R\n```\n'
one passed-over 'a log alone' 1:1 "$over has touches; $how" '# Ana\n## Log\n- 2026-11-03 call: x\n'
none passed-over 'text' '# Read me\n\nThis: is text\n'
none passed-over 'a log of nothing' '# Read me\n## Log\nnothing yet\n'

fresh
mkdir n/.fu
printf -- '---\n---\nOn 2026-11-03: talked of glazes (chatt)\n' >n/x.md
echo "touch_patterns: ['On (?<date>[0-9-]{10}): (?<text>[^(]*)\\((?<kind>\\w+)\\)']" >n/.fu/rules.yaml
check 'similar-kind: not a kind behind its text' 0 '' '' fu-check n

plan_done
