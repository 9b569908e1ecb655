#!/bin/sh
# The options of fu-report, its forms, and what it says where there is nothing to say.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

mkdir n
note n/ana.md 'name: Ana Gomez
org: Acme
email: [ana@example.com, ana@example.org]
phone: "+1 555 0100"' '- 2026-11-10 interview: an hour'
note n/ben.md 'name: Ben
phone: 555 0123
email: ben@example.com' '- 2026-11-14 email: sent the deck
- [ ] 2026-11-24 send the plan'
note n/cho.md 'next: {on: 2026-11-25, do: call, why: her new job}
phone: 555 0177
email: cho@example.com'
note n/dee.md 'next: 2026-12-10'
mkdir none
note none/eve.md 'snooze: 2027-01-01'

ana='Overdue (2)
-----------

Ana Gomez (Acme): thank, since 2026-11-11
    interview 2026-11-10
    ana@example.com
    Last: 2026-11-10 interview: an hour

Ben: nudge, since 2026-11-21
    email 2026-11-14, no answer
    ben@example.com
    Last: 2026-11-14 email: sent the deck'
promises='Promises of mine (1)
--------------------

Ben: deliver, on 2026-11-24
    send the plan
    ben@example.com
    Last: 2026-11-14 email: sent the deck'
# coming DATE COUNT: the title of the section that --within names
coming() {
	printf 'Until %s (%s)\n%s' "$1" "$2" --------------------
}
cho='cho: call, on 2026-11-25
    her new job
    555 0177'
dee='dee: follow-up, on 2026-12-10
    planned for 2026-12-10'
never='Never contacted (1)
-------------------

dee: no touch yet'
week="Follow-ups, 2026-11-22
2 overdue, 0 today, 2 until 2026-11-29

$ana

$(coming 2026-11-29 1)

$cho

$promises

$never"

# ---- how far ahead ----

check 'a week' 0 "$week" '' fu-report n
check '--within 1w' 0 "$week" '' fu-report --within 1w n
check '--within 3d' 0 "$(printf '%s\n' "$week" | sed 's/2026-11-29/2026-11-25/')" '' fu-report --within=3d n
check '--within 2d' 0 "Follow-ups, 2026-11-22
2 overdue, 0 today, 1 until 2026-11-24

$ana

$promises

Never contacted (2)
-------------------

cho: no touch yet
    cho@example.com

dee: no touch yet" '' fu-report --within 2d n
check '--within 1d' 0 "Follow-ups, 2026-11-22
2 overdue, 0 today, 0 until 2026-11-23

$ana

Never contacted (2)
-------------------

cho: no touch yet
    cho@example.com

dee: no touch yet" '' fu-report --within 1d n
check '--within 1mo, the last counts' 0 "Follow-ups, 2026-11-22
2 overdue, 0 today, 3 until 2026-12-22

$ana

$(coming 2026-12-22 2)

$cho

$dee

$promises" '' fu-report --within 1d --within 1mo n
check '--within that is no span' 2 '' 'fu-report: --within: '\''soon'\'' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd' \
	fu-report --within soon n
check '--within that is too long' 2 '' 'fu-report: --within: '\''101y'\'' is not from 1 day to 100 years' \
	fu-report --within 101y n
check '--within without a value' 2 '' \
	'fu-report: option '\''--within'\'' needs a value; see fu-report --help' fu-report --within
check '-t' 0 'Follow-ups, 2026-11-11
0 overdue, 1 today, 0 until 2026-11-18

Today (1)
---------

Ana Gomez (Acme): thank, today
    interview 2026-11-10
    ana@example.com
    Last: 2026-11-10 interview: an hour' '' fu-report -t 2026-11-11 n/ana.md
check '-w' 0 "Follow-ups, 2026-11-22
0 overdue, 0 today, 1 until 2026-11-29

$(coming 2026-11-29 1)

$cho" '' fu-report -w name=cho n

# ---- records ----

json() {
	fu-report --json "$@" | jq -c "$filter"
}

tsv=$(tsv 'overdue | 2026-11-11 | 11 | thank | n/ana.md | Ana Gomez (Acme) | interview 2026-11-10 | ana@example.com | 2026-11-10 | an hour' \
	'overdue | 2026-11-21 | 1 | nudge | n/ben.md | Ben | email 2026-11-14, no answer | ben@example.com | 2026-11-14 | sent the deck' \
	'next | 2026-11-25 | -3 | call | n/cho.md | cho | her new job | 555 0177 |  | ' \
	'promises | 2026-11-24 | -2 | deliver | n/ben.md | Ben | send the plan | ben@example.com | 2026-11-14 | sent the deck' \
	'never |  |  |  | n/dee.md | dee | no touch yet |  |  | ')
columns=$(tsv 'section | due | days | action | path | who | why | how | last | text')
check '--tsv' 0 "$tsv" '' fu-report --tsv n
check '--tsv --header' 0 "$columns
$tsv" '' fu-report --tsv --header n
check '--tsv --header, nothing' 0 '' '' fu-report --tsv --header none
check '--header alone' 0 "$week" '' fu-report --header n
check '--table' 0 "$week" '' fu-report --table n
check 'the last form counts' 0 "$tsv" '' fu-report --json --table --tsv n
check 'the last form counts, text' 0 "$week" '' fu-report --json --table n
check '--json, due' 0 '{"section":"overdue","due":"2026-11-11","overdue":11,"action":"thank","path":"n/ana.md",'\
'"who":"Ana Gomez (Acme)","why":"interview 2026-11-10","id":"ana","rule":"interview","hint":null,'\
'"email":["ana@example.com","ana@example.org"],"phone":["+1 555 0100"],"unanswered":0,"urgency":11.00,'\
'"last":"2026-11-10","kind":"interview","text":"an hour"}' '' fu-report --json n/ana.md
check '--json, not due' 0 '{"section":"never","due":null,"overdue":null,"action":null,"path":"n/dee.md","who":"dee",'\
'"why":"no touch yet","id":"dee","rule":null,"hint":null,"email":[],"phone":[],"unanswered":0,"urgency":null,'\
'"last":null,"kind":null,"text":null}' '' fu-report --json n/dee.md
filter='keys_unsorted | join(" ")'
check '--json, the same keys' 0 'section due overdue action path who why id rule hint email phone unanswered urgency last kind text' \
	'' sh -c 'fu-report --json n | jq -r "keys_unsorted | join(\" \")" | sort -u'
filter='[.section, .path]'
check '--json' 0 '["overdue","n/ana.md"]
["overdue","n/ben.md"]
["next","n/cho.md"]
["promises","n/ben.md"]
["never","n/dee.md"]' '' json n
for form in --json --tsv; do
	check "$form --format" 2 '' "fu-report: --format goes with no $form; see fu-report --help" fu-report --format html $form n
	check "$form --mail" 2 '' "fu-report: --mail goes with no $form; see fu-report --help" fu-report $form --mail a@b n
	check "$form --always, nothing" 0 '' '' fu-report $form --always none
done

# ---- forms ----

first() {
	"$@" | head -n 1
}

check '--format text' 0 "$week" '' fu-report --format text n
check '--format markdown' 0 '# Follow-ups, 2026-11-22' '' first fu-report --format markdown n
check '--format html' 0 '<!DOCTYPE html>' '' first fu-report --format html n
check 'the last --format counts' 0 "$week" '' fu-report --format html --format text n
check '--format of no form' 2 '' 'fu-report: --format: '\''pdf'\'' is not a form; write text, markdown or html' \
	fu-report --format pdf n
check '--mail' 0 'To: me@example.com' '' first fu-report --mail me@example.com n
check '--mail to somebody on this machine' 0 'To: e.lind_2' '' first fu-report --mail e.lind_2 n
check '--mail, as wide on any terminal' 0 "$(fu-report --mail me@example.com n)" '' \
	env COLUMNS=40 fu-report --mail me@example.com n
for bad in -me 'm!e' 'me@' '@example.com' 'Me <me@example.com>' '<me@example.com>' 'a@b,c@d' 'a@b c@d' 'mé@example.com' ''; do
	check "--mail '$bad'" 2 '' "fu-report: --mail: '$bad' is not an address; write one such as me@example.com" \
		fu-report --mail="$bad" n
done
check '--mail with a line end' 2 '' 'fu-report: --mail: '\''a@b\nBcc: c@d'\'' is not an address; write one such as me@example.com' \
	fu-report --mail 'a@b
Bcc: c@d' n
check '--mail that is too long' 2 '' "fu-report: --mail: '$(printf %060d 0)...' is not an address; write one such as me@example.com" \
	fu-report --mail "$(printf %0300d 0)@example.com" n

# ---- widths ----

# widest COMMAND...: columns of the widest line of its output
widest() {
	"$@" | python3 -c 'import sys; print(max(len(line.rstrip("\n")) for line in sys.stdin))'
}

mkdir w
note w/long.md "name: $(printf %0150d 0)
org: a word or two that go on and on and on until there is no room left on the line at all
email: $(printf %090d 0)@example.com
next: {on: 2026-11-20, why: $(printf %0100d 0) and so on}" "- 2026-11-10 email: $(printf 'word %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)"
check 'no line over 72 columns' 0 72 '' widest fu-report w
check 'a wide terminal' 0 "$(fu-report w)" '' env COLUMNS=200 fu-report w
check 'a narrow terminal' 0 50 '' widest env COLUMNS=50 fu-report w
check 'one that is too narrow' 0 32 '' widest env COLUMNS=3 fu-report w

note wrap.md 'name: A name of some length
org: an organisation with a longer name
next: {on: 2026-11-20, do: call, why: abcdefghijklmnopqrstuvwxyz0123456789}' '- 2026-11-10 chat: one two three four five six, abcdefghijklmnopqrstuvwxyz'
check 'lines that are broken' 0 'Follow-ups, 2026-11-22
1 overdue, 0 today, 0 until
      2026-11-29

Overdue (1)
-----------

A name of some length (an
      organisation with a longer
      name): call, since
      2026-11-20
    abcdefghijklmnopqrstuvwxyz01
      23456789
    Last: 2026-11-10 chat: one
      two three four five six,
      abcdefghijklmnopqrstuvwxyz' '' env COLUMNS=32 fu-report wrap.md
note one.md ''
note two.md 'email: two@example.com'
note three.md ''
note zoe.md ''
check 'no blank line between lines alone' 0 'Follow-ups, 2026-11-22
0 overdue, 0 today, 0 until 2026-11-29

Never contacted (4)
-------------------

one: no touch yet
three: no touch yet
two: no touch yet
    two@example.com

zoe: no touch yet' '' fu-report one.md three.md two.md zoe.md

# letters COMMAND...: all its output but blanks
letters() {
	"$@" | tr -d ' \n'
	echo
}

check 'nothing is lost between lines' 0 "$(letters fu-report w)" '' letters env COLUMNS=20 fu-report w
# said: the end of a report, from what was last said
said() {
	fu-report said.md | sed -n '/Last/,$p' | tr -d ' \n'
	echo
}

note said.md '' "- 2026-11-20 email: $(printf '%0198d' 0) a"
check 'what was said, 200 columns' 0 "Last:2026-11-20email:$(printf '%0198d' 0)a" '' said
note said.md '' "- 2026-11-20 email: $(printf '%0198d' 0) ab"
check 'what was said, longer' 0 "Last:2026-11-20email:$(printf '%0198d' 0)…" '' said

# ---- nothing to say ----

# lines COMMAND...: how many lines it prints
lines() {
	"$@" | wc -l | tr -d ' '
}

nothing='Nothing to follow up.'
check 'nothing' 0 '' '' fu-report none
for format in text markdown html; do
	check "nothing, $format" 0 '' '' fu-report --format $format none
	check "nothing, $format, as a mail" 0 '' '' fu-report --format $format --mail me@example.com none
done
check '--always' 0 "$nothing" '' fu-report --always none
check '--always, with something' 0 "$week" '' fu-report --always n
check '--always, Markdown' 0 "$nothing" '' fu-report --always --format markdown none
check '--always, HTML' 0 "<p>$nothing" '' sh -c 'fu-report --always --format html none | grep Nothing'
check '--always, a mail' 0 'To: me@example.com
Subject: Follow up: nothing due
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Auto-Submitted: auto-generated

Nothing to follow up.' '' fu-report --always --mail me@example.com none
check 'no notes' 0 '' '' sh -c 'fu-report - </dev/null'

# ---- what all filters have ----

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-report.c"
}

check '--help' 0 "$(help)" '' fu-report --help
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-report --help | awk "length > 80 || NR > 24"'
check '-V' 0 "fu-report $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-report -V
check 'an option there is none of' 2 '' 'fu-report: unknown option '\''--nope'\''; see fu-report --help' fu-report --nope
check '-' 0 "$week" '' sh -c 'ls n/*.md | fu-report -'
check '-0' 0 "$week" '' sh -c 'printf "n/%s.md\0" ana ben cho dee | fu-report -0 -'
check 'FU_NOTES' 0 "$week" '' env FU_NOTES=n fu-report
check '-j 7' 0 "$week" '' fu-report -j 7 n
check 'something wrong' 2 "$week" 'fu-report: gone: No such file or directory' fu-report n gone
if [ -w /dev/full ]; then
	for form in '--format text' '--format html' '--mail a@b.c' --json --tsv; do
		# shellcheck disable=SC2086
		check "/dev/full, $form" 2 '' 'fu-report: standard output: No space left on device' \
			sh -c 'fu-report "$@" n >/dev/full' sh $form
	done
else
	skip '/dev/full' 'there is none'
fi

plan_done
