#!/bin/sh
# The rules file: where it is looked for, what each of its keys changes, what is said of a bad one.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# ---- where it is looked for ----

# rules FILE ACTION: a rules file that makes a meeting ask for ACTION
rules() {
	mkdir -p "${1%/*}"
	echo "rules: [{name: meeting, after: meeting, do: $2, in: 1d}]" >"$1"
}

mkdir -p a/b/c a/other
note a/b/c/x.md '' '- 2026-11-20 meeting: lunch'

# found NAME ACTION COMMAND...: the action of the one row that the command prints
found() {
	name=$1 action=$2
	shift 2
	check "$name" 0 "$action" '' action_of "$@"
}

action_of() {
	"$@" | cut -f 3
}

here() (
	cd "$1" && shift && "$@"
)

found 'none' thank fu-due a
rules "$HOME/.config/fu/rules.yaml" home
found 'HOME, where XDG_CONFIG_HOME has none' thank fu-due a
found 'HOME' home env -u XDG_CONFIG_HOME fu-due a
found 'HOME, where XDG_CONFIG_HOME is empty' home env XDG_CONFIG_HOME= fu-due a
found 'HOME, where XDG_CONFIG_HOME is relative' home env XDG_CONFIG_HOME=config fu-due a
found 'HOME that is not set' thank env -u HOME -u XDG_CONFIG_HOME fu-due a
rules "$XDG_CONFIG_HOME/fu/rules.yaml" config
found 'XDG_CONFIG_HOME' config fu-due a
found 'XDG_CONFIG_HOME over HOME' config fu-due a/b/c/x.md
rules a/.fu/rules.yaml top
found 'directory' top fu-due a
found 'directory with a slash' top fu-due a/
found 'directory above' top fu-due a/b/c
found 'file, directory above' top fu-due a/b/c/x.md
found 'directory, absolute' top fu-due "$tmp/here/a/b"
rules a/b/.fu/rules.yaml nearer
found 'the directory of the operand, not of the note' top fu-due a
found 'the nearest' nearer fu-due a/b/c
found 'file, the nearest' nearer fu-due a/b/c/x.md
rules a/b/c/.fu/rules.yaml nearest
found 'file, its directory' nearest fu-due a/b/c/x.md
found 'file of the current directory' nearest here a/b/c fu-due x.md
found 'current directory' nearest here a/b/c fu-due
found 'FU_NOTES' nearer env FU_NOTES=a/b fu-due
found 'the first operand' nearest fu-due a/b/c a
found 'the first operand, the other way round' top fu-due a a/b/c
found '- is the current directory' config sh -c 'echo a/b/c/x.md | fu-due -'
found '- is the current directory, directory above' top here a/other sh -c 'echo ../b/c/x.md | fu-due -'
found '- after an operand' nearer sh -c 'echo a/b/c/x.md | fu-due a/b -'
ln -s a/b/c link
found 'a link to a directory' nearest fu-due link
rm -r a/b/c/.fu
found 'above what a link leads to' nearer fu-due link
found 'current directory, directory above' nearer here a/b/c fu-due
mkdir a/b/c/.fu
found '.fu without a file' nearer fu-due a/b/c
rules ./named.yaml named
found '--rules' named fu-due --rules named.yaml a
found '--rules, the last one counts' named fu-due --rules none --rules=named.yaml a
found '--rules none' thank fu-due --rules none a
rules ./none none
found '--rules ./none' none fu-due --rules ./none a

check '--rules, a file that is not there' 2 '' 'fu-due: gone.yaml: No such file or directory' fu-due --rules gone.yaml a
check '--rules, a directory' 2 '' 'fu-due: a: a directory, not a file' fu-due --rules a a
mkfifo fifo
check '--rules, a FIFO' 2 '' 'fu-due: fifo: a FIFO, socket or device, not a file' timeout 20 fu-due --rules fifo a
mkdir -p d/.fu/rules.yaml f
note d/x.md 'stage: lead'
check '.fu/rules.yaml, a directory' 2 '' 'fu-due: d/.fu/rules.yaml: a directory, not a file' fu-due d
: >f/.fu
note f/x.md 'stage: lead'
found '.fu, a file' contact fu-due f
rm -r d/.fu f/.fu
mkdir d/.fu
ln -s gone d/.fu/rules.yaml
check '.fu/rules.yaml, a link that leads nowhere' 2 '' \
	'fu-due: d/.fu/rules.yaml: a symbolic link to a file that is not there' fu-due d
ln -sf ../x.md/gone d/.fu/rules.yaml
check '.fu/rules.yaml, a link that leads through a file' 2 '' 'fu-due: d/.fu/rules.yaml: Not a directory' fu-due d
ln -s gone f/.fu
check '.fu, a link that leads nowhere' 2 '' 'fu-due: f/.fu/rules.yaml: No such file or directory' fu-due f
mkdir f/gone
found '.fu, a link to a directory without a file' contact fu-due f
mv "$XDG_CONFIG_HOME/fu" away
ln -s gone "$XDG_CONFIG_HOME/fu"
check "the user's directory, a link that leads nowhere" 2 '' \
	"fu-due: $XDG_CONFIG_HOME/fu/rules.yaml: No such file or directory" fu-due f
rm "$XDG_CONFIG_HOME/fu"
mv away "$XDG_CONFIG_HOME/fu"
check 'the path in a message' 2 '' 'fu-due: a/.fu/rules.yaml:1:1: nope: unknown key; fu-rules(5) lists them' \
	sh -c 'echo "nope: 1" >a/.fu/rules.yaml; fu-due a'
rm -r a "$HOME/.config/fu" "$XDG_CONFIG_HOME/fu"

# ---- what each key changes ----

# changes KEY FIELDS BODY RULES BEFORE AFTER: what is due of a note x.md, action and why, without and with a file
changes() {
	mkdir -p k/.fu
	note k/x.md "$2" "$3"
	echo "$4" >k/.fu/rules.yaml
	check "$1: without" 0 "$5" '' due_of --rules none k
	check "$1" 0 "$6" '' due_of k
}

due_of() {
	fu-due "$@" | awk -F '\t' '{ print $1, $3, $6 }'
}

changes 'an empty file' '' '- 2026-11-20 meeting: x' '' \
	'2026-11-21 thank meeting 2026-11-20' '2026-11-21 thank meeting 2026-11-20'
changes 'personal' 'tags: [client]' '- 2026-11-20 meeting: x' 'personal: [Client]' \
	'2026-11-21 thank meeting 2026-11-20' ''
changes 'personal replaces' 'tags: [friend]' '- 2026-11-20 meeting: x' 'personal: []' \
	'' '2026-11-21 thank meeting 2026-11-20'
changes 'max_unanswered' '' '- 2026-11-01 email: x
- 2026-11-08 email: y' 'max_unanswered: 2' \
	'2026-11-15 nudge email 2026-11-08, no answer' ''
changes 'first_contact' 'stage: lead
added: 2026-11-10' '' 'first_contact: 3d' \
	'2026-11-12 contact stage lead, not yet contacted' '2026-11-13 contact stage lead, not yet contacted'
changes 'chase' '' '- [ ] < 2026-11-19 an intro' 'chase: 3d' '2026-11-20 chase an intro' '2026-11-22 chase an intro'
changes 'cadence adds' 'tags: [mentor]' '- 2026-11-01 chat: x' 'cadence: {Mentor: 2w}' \
	'' '2026-11-15 keep-in-touch last touch 2026-11-01, every 2w'
changes 'cadence replaces' 'tags: [a-list]' '- 2026-10-25 chat: x' 'cadence: {a-list: 10d}' \
	'2026-11-15 keep-in-touch last touch 2026-10-25, every 3w' '2026-11-04 keep-in-touch last touch 2026-10-25, every 10d'
changes 'cadence takes out' 'tags: [a-list]' '- 2026-10-25 chat: x' 'cadence: {a-list: never}' \
	'2026-11-15 keep-in-touch last touch 2026-10-25, every 3w' ''
changes 'cadence keeps the others' 'tags: [a-list]' '- 2026-10-25 chat: x' 'cadence: {mentor: 2w}' \
	'2026-11-15 keep-in-touch last touch 2026-10-25, every 3w' '2026-11-15 keep-in-touch last touch 2026-10-25, every 3w'
changes 'stay_in_touch: match' '' '- 2026-08-01 chat: write now and then' \
	"stay_in_touch: {match: 'now and then'}" '' '2026-11-01 keep-in-touch last touch 2026-08-01, every 3mo'
changes 'stay_in_touch: every' '' "- 2026-08-01 chat: let's stay in touch" 'stay_in_touch: {every: 1mo}' \
	'2026-11-01 keep-in-touch last touch 2026-08-01, every 3mo' '2026-09-01 keep-in-touch last touch 2026-08-01, every 1mo'
changes 'stay_in_touch off' '' "- 2026-08-01 chat: let's stay in touch" 'stay_in_touch: never' \
	'2026-11-01 keep-in-touch last touch 2026-08-01, every 3mo' ''
changes 'holidays' '' '- [ ] < 2026-11-17 an intro' 'holidays: [2026-11-18, 11-19]' \
	'2026-11-18 chase an intro' '2026-11-20 chase an intro'
changes 'holidays of another year' '' '- [ ] < 2026-11-17 an intro' 'holidays: [2025-11-18]' \
	'2026-11-18 chase an intro' '2026-11-18 chase an intro'
changes 'closed_stages' 'stage: On Hold' '- 2026-11-20 meeting: x' 'closed_stages: [on-hold]' \
	'2026-11-21 thank meeting 2026-11-20' ''
changes 'closed_stages adds' 'stage: lost' '- 2026-11-20 meeting: x' 'closed_stages: [on-hold]' '' ''
changes 'kinds adds' '' '- 2026-11-20 workshop: x' \
	'{kinds: {Workshop: out}, rules: [{name: w, after: workshop, do: ask, in: 1d, until: reply}]}' \
	'' '2026-11-21 ask workshop 2026-11-20, no answer'
changes 'kinds changes a direction' 'stage: lead' '- 2026-11-20 email: x' 'kinds: {email: in}' \
	'' '2026-11-21 reply email 2026-11-20'
changes 'kinds, another word' '' '- 2026-11-20 ate: x' 'kinds: {ate: lunch}' '' '2026-11-21 thank lunch 2026-11-20'
changes 'kinds, another word for one of its own' '' '- 2026-11-20 ate: x' \
	'{kinds: {dinner: out, ate: dinner}, rules: [{name: d, after: dinner, do: ask, in: 1d}]}' \
	'' '2026-11-21 ask dinner 2026-11-20'
changes 'fields' 'rhythm: 1w' '- 2026-11-01 chat: x' 'fields: {every: [Rhythm, tempo]}' \
	'' '2026-11-08 keep-in-touch last touch 2026-11-01, every 1w'
changes 'fields adds' 'every: 1w' '- 2026-11-01 chat: x' 'fields: {every: rhythm}' \
	'2026-11-08 keep-in-touch last touch 2026-11-01, every 1w' '2026-11-08 keep-in-touch last touch 2026-11-01, every 1w'
changes 'log_heading' '' '- 2026-11-20 meeting: x
## Diary
- 2026-11-18 visit: y' "log_heading: '(?i)diary'" \
	'2026-11-21 thank meeting 2026-11-20' '2026-11-19 thank visit 2026-11-18'
changes 'log_heading replaces' '' '- 2026-11-20 meeting: x
## Log
- 2026-11-18 visit: y' "log_heading: '(?i)diary'" \
	'2026-11-19 thank visit 2026-11-18' '2026-11-21 thank meeting 2026-11-20'
changes 'touch_patterns' '' 'On 2026-11-18 we had a chat < y
- 2026-11-20 meeting: x' "touch_patterns: ['On (?<date>\\d{4}-\\d\\d-\\d\\d) we had a (?<kind>\\w+) ?(?<dir>[<>])?(?<text>.*)']" \
	'2026-11-21 thank meeting 2026-11-20' '2026-11-19 reply chat 2026-11-18'
changes 'touch_patterns, the first that fits' '' '2026-11-18 visit' \
	"touch_patterns: ['(?<date>[\\d-]+) (?<text>.*)', '(?<date>[\\d-]+) (?<kind>\\w+)']
rules: [{name: c, after: contact, match: visit, do: ask, in: 1d}]" '' '2026-11-19 ask contact 2026-11-18'
changes 'promise_patterns' '' 'I owe them by 2026-11-18: the deck
- [ ] 2026-11-20 send it' "promise_patterns: ['I owe them by (?<date>[\\d-]+): (?<text>.*)']" \
	'2026-11-20 deliver send it' '2026-11-18 deliver the deck'
changes 'promise_patterns, all groups' '' 'o < send 2026-11-18 the deck
x > send 2026-11-17 the plan
o > send 2026-11-16 the bill, done 2026-11-20
o > send 2026-11-20 the keys' \
	"promise_patterns: ['(?<mark>[ox]) (?<dir>[<>]) (?<text>\\w+) (?<date>[\\d-]+) (?<more>[\\w ]+)(, done (?<done>.*))?']" \
	'' '2026-11-19 chase send the deck
2026-11-20 deliver send the keys'
changes 'keys in any case' 'stage: lead
added: 2026-11-10' '' 'First_Contact: 3d' \
	'2026-11-12 contact stage lead, not yet contacted' '2026-11-13 contact stage lead, not yet contacted'
changes 'keys without a value' 'stage: lead
added: 2026-11-10' '' "$(printf '%s:\n' max_unanswered first_contact report cadence stay_in_touch holidays kinds rules)" \
	'2026-11-12 contact stage lead, not yet contacted' '2026-11-12 contact stage lead, not yet contacted'
changes 'a BOM and a document start' 'stage: lead
added: 2026-11-10' '' "$(printf '\357\273\277---\nfirst_contact: 3d')" \
	'2026-11-12 contact stage lead, not yet contacted' '2026-11-13 contact stage lead, not yet contacted'

changes 'rules adds' '' '- 2026-11-20 chat: x' 'rules: [{name: c, after: chat, do: ask, in: 1d}]' \
	'' '2026-11-21 ask chat 2026-11-20'
changes 'rules adds after the others' '' '- 2026-11-20 meeting: x' 'rules: [{name: m, after: meeting, do: ask, in: 1d}]' \
	'2026-11-21 thank meeting 2026-11-20' '2026-11-21 thank meeting 2026-11-20'
changes 'rules replaces' '' '- 2026-11-20 meeting: x
- 2026-11-21 note: y' 'rules: [{name: meeting, after: meeting, do: ask, in: 2d}]' \
	'2026-11-21 thank meeting 2026-11-20' '2026-11-22 ask meeting 2026-11-20'
changes 'rules replaces in its place' '' '- 2026-11-20 interview: x' \
	'rules: [{name: x, after: interview, do: ask, in: 1d}, {name: interview, after: interview, do: greet, in: 1d}]' \
	'2026-11-21 thank interview 2026-11-20' '2026-11-21 greet interview 2026-11-20'
changes 'rules: off' '' '- 2026-11-20 meeting: x' 'rules: [{name: meeting, off: true}]' \
	'2026-11-21 thank meeting 2026-11-20' ''
changes 'rules: off: false' '' '- 2026-11-20 meeting: x' 'rules: [{name: meeting, after: visit, do: x, in: 1d, off: no}]' \
	'2026-11-21 thank meeting 2026-11-20' ''
changes 'rules: after, a list' '' '- 2026-11-20 video: x' 'rules: [{name: c, after: [chat, Video], do: ask, in: 1d}]' \
	'' '2026-11-21 ask video 2026-11-20'
changes 'rules: after: in' 'tags: friend' '- 2026-11-20 < chat: x' \
	'rules: [{name: answer, after: in, do: write, in: 2d, everyone: true}]' \
	'2026-11-21 reply chat 2026-11-20' '2026-11-22 write chat 2026-11-20'
changes 'rules: after: out' '' '- 2026-11-20 > chat: x' 'rules: [{name: o, after: out, do: ask, in: 1d}]' \
	'' '2026-11-21 ask chat 2026-11-20'
changes 'rules: after: out, not of both' '' '- 2026-11-20 chat: x' 'rules: [{name: o, after: out, do: ask, in: 1d}]' '' ''
changes 'rules: after: out, not of quiet kinds' '' '- 2026-11-20 card: x' \
	'rules: [{name: o, after: out, do: ask, in: 1d}]' '' ''
changes 'rules: after a quiet kind' '' '- 2026-11-20 card: x' 'rules: [{name: o, after: card, do: ask, in: 1d}]' \
	'' '2026-11-21 ask card 2026-11-20'
changes 'rules: after: both' '' '- 2026-11-20 chat: x' 'rules: [{name: b, after: both, do: ask, in: 1d}]' \
	'' '2026-11-21 ask chat 2026-11-20'
changes 'rules: after: any' '' '- 2026-11-19 chat: x
- 2026-11-20 note: y' 'rules: [{name: a, after: any, do: ask, in: 1d}]' '' '2026-11-20 ask chat 2026-11-19'
changes 'rules: match' '' '- 2026-11-18 chat: on Leave till May
- 2026-11-20 chat: x' "rules: [{name: m, after: chat, match: '(?i)on leave', do: ask, in: 1d, until: email}]" \
	'' '2026-11-19 ask chat 2026-11-18'
changes 'rules: until: touch' '' '- 2026-11-18 chat: x
- 2026-11-20 > call: y' 'rules: [{name: c, after: chat, do: ask, in: 1d, until: touch}, {name: phone-call, off: true}]' '' ''
changes 'rules: until: reply' '' '- 2026-11-18 chat: x
- 2026-11-20 > call: y' 'rules: [{name: c, after: chat, do: ask, in: 1d, until: reply}, {name: phone-call, off: true}]' '' \
	'2026-11-21 ask chat 2026-11-18, no answer; last touch 2026-11-20'
changes 'rules: until, a kind' '' '- 2026-11-18 chat: x
- 2026-11-20 > call: y' 'rules: [{name: c, after: chat, do: ask, in: 1d, until: card}, {name: phone-call, off: true}]' '' \
	'2026-11-19 ask chat 2026-11-18'
changes 'rules: until, kinds' '' '- 2026-11-18 chat: x
- 2026-11-20 > call: y' 'rules: [{name: c, after: chat, do: ask, in: 1d, until: [card, call]}, {name: phone-call, off: true}]' \
	'' ''
changes 'rules: in business days' '' '- 2026-11-19 chat: x' 'rules: [{name: c, after: chat, do: ask, in: 1bd}]' \
	'' '2026-11-20 ask chat 2026-11-19'
changes 'rules: everyone' 'tags: family' '- 2026-11-20 chat: x' \
	'rules: [{name: c, after: chat, do: ask, in: 1d, everyone: yes}]' '' '2026-11-21 ask chat 2026-11-20'
changes 'rules: everyone: false' 'tags: family' '- 2026-11-20 chat: x' \
	'rules: [{name: c, after: chat, do: ask, in: 1d, everyone: false}]' '' ''

note k/x.md '' '- 2026-11-20 chat: x'
echo 'rules: [{name: c, after: chat, do: ask, in: 1d, hint: Ask twice.}]' >k/.fu/rules.yaml
check 'rules: hint' 0 '["c","ask","Ask twice."]' '' sh -c 'fu-due --json k | jq -c "[.rule, .action, .hint]"'
note k/x.md 'avoid: Ask' '- 2026-11-20 chat: x'
check 'rules: hint, where the action is avoided' 0 '["c","email",null]' '' \
	sh -c 'fu-due --json k | jq -c "[.rule, .action, .hint]"'
rm k/x.md
note k/lee.md '' '- 2026-10-01 chat: x'
note k/y.md 'via: lee' '- 2026-11-10 chat: x'
echo 'report: 12d' >k/.fu/rules.yaml
check 'report: without' 0 '2026-11-17 report news of y (answered)' '' due_of --rules none k
check 'report' 0 '2026-11-22 report news of y (answered)' '' due_of k

# many N: N rules with a pattern each
many() {
	echo rules:
	i=1
	while [ "$i" -le "$1" ]; do
		echo "  - {name: r$i, after: chat, match: '^text $i\$', do: a$i, in: 1d}"
		i=$((i + 1))
	done
}

mkdir m
note m/x.md '' '- 2026-11-20 chat: text 63'
many 63 >many.yaml
found 'rules: 63 patterns' a63 fu-due --rules many.yaml m

# ---- what is wrong with one ----

# wrong NAME MESSAGES TEXT: lines that each begin with a place in rules.yaml
wrong() {
	printf '%b' "$3" >rules.yaml
	check "$1" 2 '' "$(printf '%s\n' "$2" | sed 's/^/fu-due: rules.yaml/')" fu-due --rules rules.yaml m
}

# rule NAME MESSAGE KEYS: a rule that has name, after, do and in, and more
rule() {
	wrong "$1" "$2" "rules:\\n  - {name: r, after: chat, do: ask, in: 1d, $3}\\n"
}

unknown='unknown key; fu-rules(5) lists them'
span='is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd'
list='is not a list; write [one, two]'
number='is not a number from 1 to 1000'
pattern='is not a PCRE2 pattern; write it in single quotes'
yearly='is not a date; write YYYY-MM-DD or MM-DD'
dir='is not in, out, both, none or a kind that is known'

wrong 'unknown key' ":1:1: nope: $unknown" 'nope: 1\n'
wrong 'key misspelled' ":1:1: max-unanswered: $unknown" 'max-unanswered: 2\n'
wrong 'key twice' ':2:1: report: this key is here a second time' 'report: 1w\nreport: 2w\n'
wrong 'key twice, in another case' ':2:1: REPORT: this key is here a second time' 'report: 1w\nREPORT: 2w\n'
wrong 'list' ":1:1: a list; write fields, one 'key: value' a line" '- report: 1w\n'
wrong 'text' ":1:1: text alone; write fields, one 'key: value' a line" 'report\n'
wrong 'Latin-1' ':1:12: byte 0xE9 is not UTF-8; convert the file, as with iconv -f latin1 -t utf-8' 'report: caf\0351\n'
wrong 'tab' ':1:1: a tab where YAML wants spaces; indent with spaces' '\treport: 1w\n'
wrong 'quote not closed' ':1:9: this quote is not closed' 'report: "1w\n'
wrong 'anchor' ':2:9: an anchor (&a) is not read; put the value in quotes' 'chase: 1d\nreport: &a 1w\n'
wrong 'second document' ':3:1: a second YAML document; only one is read' '---\nreport: 2w\n---\nchase: 1d\n'
wrong 'several' ":1:1: nope: $unknown
:2:17: max_unanswered: '0' $number
:3:9: rules: 'x' is not a rule; write {name: demo, after: meeting, do: email, in: 2d}" \
	'nope: 1\nmax_unanswered: 0\nrules: [x]\n'
wrong 'personal: mapping' ":1:11: personal: a mapping $list" 'personal: {a: b}\n'
wrong 'personal: mapping in a list' ':1:12: personal: a mapping is not text' 'personal: [{a: b}]\n'
for value in 0 -1 1001 99999 many 2.5; do
	wrong "max_unanswered: $value" ":1:17: max_unanswered: '$value' $number" "max_unanswered: $value\\n"
done
wrong 'max_unanswered: list' ":1:17: max_unanswered: a list $number" 'max_unanswered: [3]\n'
wrong 'first_contact: soon' ":1:16: first_contact: 'soon' $span" 'first_contact: soon\n'
wrong 'report: 0' ":1:9: report: '0' is out of range; a span is 1 day to 100 years" 'report: 0\n'
wrong 'chase: list' ":1:8: chase: a list $span" 'chase: [1d]\n'
wrong 'chase: template' ":1:8: chase: a template's {{ }} $span" 'chase: {{x}}\n'
wrong 'cadence: text' ":1:10: cadence: '3w' is not a mapping; write {a-list: 3w}" 'cadence: 3w\n'
wrong 'cadence: list' ":1:10: cadence: a list is not a mapping; write {a-list: 3w}" 'cadence: [a-list]\n'
wrong 'cadence: bad span' ":1:19: a-list: 'soon' $span" 'cadence: {a-list: soon}\n'
wrong 'stay_in_touch: text' ":1:16: stay_in_touch: '3mo' is not a mapping; write {match: 'pattern', every: 3mo} or never" \
	'stay_in_touch: 3mo\n'
wrong 'stay_in_touch: every' ":1:24: every: 'soon' $span" 'stay_in_touch: {every: soon}\n'
wrong 'stay_in_touch: match' ":1:24: match: bad pattern after '(': missing closing parenthesis" \
	'stay_in_touch: {match: "("}\n'
wrong 'stay_in_touch: empty match' ":1:24: match: '' $pattern" 'stay_in_touch: {match: }\n'
wrong 'stay_in_touch: unknown key' ':1:17: mach: unknown key; stay_in_touch has match and every' 'stay_in_touch: {mach: x}\n'
wrong 'holidays: text' ":1:11: holidays: '2026-12-25' is not a list of dates; write [2026-12-25, 01-01]" \
	'holidays: 2026-12-25\n'
wrong 'holidays: no such day' ":1:12: holidays: there is no day '2026-02-30'" 'holidays: [2026-02-30]\n'
wrong 'holidays: no date' ":2:5: holidays: 'xmas' $yearly" 'holidays:\n  - xmas\n'
wrong 'holidays: list' ":1:12: holidays: a list $yearly" 'holidays: [[12-25]]\n'
wrong 'closed_stages: mapping' ":1:16: closed_stages: a mapping $list" 'closed_stages: {a: b}\n'
wrong 'kinds: list' ':1:8: kinds: a list is not a mapping; write {workshop: both}' 'kinds: [workshop]\n'
wrong 'kinds: direction' ":1:15: demo: 'sideways' $dir" 'kinds: {demo: sideways}\n'
wrong 'kinds: list for a direction' ":1:15: demo: a list $dir" 'kinds: {demo: [out]}\n'
wrong 'kinds: two words' ':1:9: two words: a kind is one word' 'kinds: {two words: out}\n'
wrong 'fields: list' ':1:9: fields: a list is not a mapping; write {every: [rhythm]}' 'fields: [rhythm]\n'
wrong 'fields: no field' ':1:10: rhythm: no such field; fu-note(5) lists them' 'fields: {rhythm: [every]}\n'
wrong 'fields: mapping' ":1:17: every: a mapping $list" 'fields: {every: {a: b}}\n'
wrong 'log_heading: list' ":1:14: log_heading: a list $pattern" 'log_heading: [Log]\n'
wrong 'log_heading: bad pattern' ":1:14: log_heading: bad pattern after 'a[': missing terminating ] for character class" \
	"log_heading: 'a['\\n"
wrong 'log_heading: bad pattern, within a character' \
	":1:14: log_heading: bad pattern after 'a\\\\p': malformed \\P or \\p sequence" "log_heading: 'a\\\\pé'\\n"
wrong 'touch_patterns: text' ":1:17: touch_patterns: 'x' is not a list of patterns; write ['one', 'two']" \
	'touch_patterns: x\n'
wrong 'touch_patterns: no date' ':1:18: x: no group named date; write (?<date>...) around it' 'touch_patterns: [x]\n'
wrong 'touch_patterns: bad pattern' ":2:5: touch_patterns: bad pattern after '[': missing terminating ] for character class" \
	"touch_patterns:\\n  - '['\\n"
wrong 'touch_patterns: 32 groups' ":1:18: touch_patterns: bad pattern after '(?<date>x)(x)(x)(x)(x)(x)(x)(x)(x)(x)(x)(x)\
(x)(x)(x)(x)(x)(x...': more than 31 groups" "touch_patterns: ['(?<date>x)$(printf '%31s' '' | sed 's/ /(x)/g')']\\n"
wrong 'promise_patterns: mapping' ":1:19: promise_patterns: a mapping is not a list of patterns; write ['one', 'two']" \
	'promise_patterns: {a: b}\n'
wrong 'promise_patterns: list' ":1:20: promise_patterns: a list $pattern" 'promise_patterns: [[a]]\n'
wrong 'promise_patterns: no date' ':1:34: (?<day>x): no group named date; write (?<date>...) around it' \
	"promise_patterns: ['(?<date>x)', '(?<day>x)']\\n"
wrong 'rules: text' ":1:8: rules: 'x' is not a list of rules" 'rules: x\n'
wrong 'rules: mapping' ':1:8: rules: a mapping is not a list of rules' 'rules: {name: x}\n'
wrong 'rules: no rule' ":2:5: rules: 'x' is not a rule; write {name: demo, after: meeting, do: email, in: 2d}" 'rules:\n  - x\n'
wrong 'rules: without keys' ':1:9: a rule without name:
:1:9: a rule without after:
:1:9: a rule without do:
:1:9: a rule without in:' 'rules: [{}]\n'
wrong 'rules: without in' ':2:5: a rule without in:' 'rules:\n  - name: r\n    after: chat\n    do: ask\n'
wrong 'rules: off without name' ':1:9: a rule without name:' 'rules: [{off: true}]\n'
wrong 'rules: off, no such rule' ":1:9: no rule named 'demo' to switch off" 'rules: [{name: demo, off: true}]\n'
wrong 'rules: name' ":1:16: name: '' is not text" 'rules: [{name: , after: chat, do: ask, in: 1d}]\n'
wrong 'rules: after' ":1:26: after: unknown kind 'nope'; kinds: adds new ones" \
	'rules: [{name: r, after: nope, do: ask, in: 1d}]\n'
wrong 'rules: after, one of several' ":1:26: after: unknown kind 'nope'; kinds: adds new ones" \
	'rules: [{name: r, after: [chat, nope], do: ask, in: 1d}]\n'
wrong 'rules: after nothing' ":1:26: after: a list is not a kind of touch, a list of them, in, out, both or any" \
	'rules: [{name: r, after: [], do: ask, in: 1d}]\n'
wrong 'rules: do' ':1:36: do: a list is not text' 'rules: [{name: r, after: chat, do: [ask], in: 1d}]\n'
wrong 'rules: in' ":1:45: in: 'soon' $span" 'rules: [{name: r, after: chat, do: ask, in: soon}]\n'
rule 'rules: unknown key' ':2:45: then: unknown key; a rule has name, after, match, when, do, in, until, hint, everyone and off' \
	'then: x'
rule 'rules: match' ":2:52: match: bad pattern after '(': missing closing parenthesis" 'match: "("'
rule 'rules: match, list' ":2:52: match: a list $pattern" 'match: [x]'
rule 'rules: until' ":2:52: until: unknown kind 'nope'; kinds: adds new ones" 'until: nope'
rule 'rules: until nothing' ':2:52: until: a list is not touch, reply or a list of kinds' 'until: []'
rule 'rules: hint' ':2:51: hint: a list is not text' 'hint: [x]'
rule 'rules: everyone' ":2:55: everyone: 'maybe' is not true or false" 'everyone: maybe'
rule 'rules: off' ":2:50: off: 'maybe' is not true or false" 'off: maybe'
wrong 'rules: 64 patterns' ':65:30: match: more than 64 patterns for texts; leave some out' \
	"$(many 64 | sed 's/\\/\\\\/g')\\n"
printf '%16777217s' '' >rules.yaml
check 'more than 16 MiB' 2 '' 'fu-due: rules.yaml: a file of more than 16 MiB; nothing of it is read' \
	fu-due --rules rules.yaml m
printf '%16777216s' '' >rules.yaml
check '16 MiB' 0 '' '' fu-due --rules rules.yaml m

note kind.md "log: ['call on 2026-11-03']"
echo "touch_patterns: ['- (?<kind>\\w+) on (?<date>[0-9-]{10})']" >kind.yaml
check 'a kind before its date in log:' 0 "$(tsv '2026-11-10 | 12 | email | kind.md | kind | call 2026-11-03')" '' \
	fu-due --rules kind.yaml kind.md
note lead.md 'stage: lead'
printf 'personal: [%s]\n' "$(printf '%1100s' '' | tr ' ' x)" >long.yaml
check 'a text that is cut, with the rules in force' 0 \
	"$(tsv '2026-11-22 | 0 | contact | lead.md | lead | stage lead, not yet contacted')" \
	'fu-due: long.yaml:1:12: warning: personal: a text of more than 1,024 bytes; it is cut there' \
	fu-due --rules long.yaml lead.md
plan_done
