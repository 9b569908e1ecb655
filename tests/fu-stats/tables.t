#!/bin/sh
# What each table of fu-stats counts: small notes, whose figures are worked out by hand.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# table NAME [ARG]...: a table of fu-stats, a line a row; without ARG of the current directory's notes
table() {
	of=$1
	shift
	fu-stats --tsv "$@" | awk -F '\t' -v of="$of" '$1 == of {
		if ($2 != row)
			printf "%s%s:", any++ ? "\n" : "", $2
		printf "%s %s %s", $2 == row ? "," : "", $3, $4
		row = $2
	}
	END { if (any) print "" }'
}

# begin DIRECTORY: an empty one for the notes that follow
begin() {
	mkdir "$tmp/here/$1" && cd "$tmp/here/$1" || exit 1
}

# ---- touches ----

begin touches
note a.md 'name: a' '- 2026-11-01 email: one
- 2026-11-02 > email: two
- 2026-11-03 < email: three
- 2026-11-04 emailed: four
- 2026-11-05 call
- 2026-11-06 > call
- 2026-11-07 note: none of the two
- 2026-11-08 Saw her at the fair
- 2026-11-23 email: tomorrow'
note b.md 'last: 2026-11-09' '- 2026-11-08 thanks'
note c.md 'last: 2026-11-08' '- 2026-11-09 thanks'
check 'touches, by how many, then by name' 0 'email: touches 4, out 3, in 1, both 0
call: touches 2, out 1, in 0, both 1
contact: touches 2, out 0, in 0, both 2
thanks: touches 2, out 2, in 0, both 0
note: touches 1, out 0, in 0, both 0' '' table touches
check 'touches of a period, its first and last day too' 0 'email: touches 2, out 1, in 1, both 0
call: touches 1, out 0, in 0, both 1' '' table touches --since 2026-11-03 --until 2026-11-05
check 'last: is the last touch on an earlier day' 0 'contact: touches 1, out 0, in 0, both 1' '' \
	table touches -t 2026-11-08 c.md
check 'touches on the day that it is' 0 'email: touches 1, out 1, in 0, both 0' '' \
	table touches -t 2026-11-23 --since today a.md
check 'no touch in the period' 0 '' '' table touches --until 2026-10-31

# ---- answers ----

begin answers
note six.md 'name: six' '- 2026-10-01 email
- 2026-10-02 < email
- 2026-10-03 email
- 2026-10-05 < email
- 2026-10-06 email
- 2026-10-09 < email
- 2026-10-10 email
- 2026-10-14 < email
- 2026-10-15 email
- 2026-10-20 < email
- 2026-10-21 email
- 2026-10-27 < email'
note five.md 'name: five' '- 2026-10-01 letter
- 2026-10-02 < letter
- 2026-10-03 letter
- 2026-10-05 < letter
- 2026-10-06 letter
- 2026-10-06 < letter
- 2026-10-10 letter
- 2026-10-14 < letter
- 2026-10-15 letter
- 2026-10-24 < letter'
note four.md 'name: four' '- 2026-10-01 voicemail
- 2026-10-02 call
- 2026-10-03 voicemail
- 2026-10-04 call
- 2026-10-05 voicemail
- 2026-10-06 call
- 2026-10-07 voicemail
- 2026-10-08 call'
check 'median of six: between two days; of five: one of them; of four: none' 0 \
	'email: approaches 6, answered 6/6, days 3.5/6
letter: approaches 5, answered 5/5, days 2/5
voicemail: approaches 4, answered 4/4, days n/a/4' '' table answers
check 'as text' 0 'Answers, by kind of first touch
           approaches     answered     days
email               6  100 % (6/6)      3.5  ██████████████████████████████
letter              5  100 % (5/5)        2  ██████████████████████████████
voicemail           4      n/a (4)  n/a (4)' '' sh -c 'fu-stats | sed -n "/^Answers, by kind/,/^voice/p"'
check 'as JSON' 0 '[{"kind":"email","approaches":6,"answered":{"n":6,"of":6,"rate":1.00},"days":{"median":3.5,"of":6}},'\
'{"kind":"letter","approaches":5,"answered":{"n":5,"of":5,"rate":1.00},"days":{"median":2,"of":5}},'\
'{"kind":"voicemail","approaches":4,"answered":{"n":4,"of":4,"rate":null},"days":{"median":null,"of":4}}]' '' \
	sh -c 'fu-stats --json | sed "s/.*\"answers\":\(.*\),\"attempts\".*/\1/"'

begin approaches
note kinds.md 'name: kinds' '- 2026-11-01 thanks: opens none
- 2026-11-01 < email: answers none
- 2026-11-02 email: opens one
- 2026-11-03 card: is no attempt
- 2026-11-03 update: nor is this
- 2026-11-04 note: nor this
- 2026-11-05 lunch: answers, and opens none
- 2026-11-06 reply: answers nothing'
check 'quiet kinds and notes are passed over, both of you is an answer' 0 'email: approaches 1, answered 1/1, days n/a/1' '' \
	table answers
check 'days run from the one attempt' 0 'first: approaches 1, answered 1/1, days n/a/1' '' table attempts
note kinds.md 'name: kinds' '- 2026-11-01 > call: line busy
- 2026-11-02 email
- 2026-11-03 < call'
check 'kind of the first attempt, whatever the later ones' 0 'call: approaches 1, answered 1/1, days n/a/1' '' table answers
check 'the answer is that to the last attempt' 0 'first: approaches 1, answered 0/1, days n/a/0
second: approaches 1, answered 1/1, days n/a/1' '' table attempts
note kinds.md 'last: 2026-11-05' '- 2026-11-01 email'
check 'last: is an answer' 0 'email: approaches 1, answered 1/1, days n/a/1' '' table answers
note kinds.md 'last: 2026-11-05' '- 2026-11-01 email
- 2026-11-06 email'
check 'but where it does not count' 0 'first: approaches 1, answered 0/1, days n/a/0
second: approaches 1, answered 0/1, days n/a/0' '' table attempts
note kinds.md 'name: kinds' '- 2026-11-20 email
- 2026-11-23 < email: tomorrow'
check 'an answer after today' 0 'email: approaches 1, answered 0/1, days n/a/0' '' table answers
check 'a day later' 0 'email: approaches 1, answered 1/1, days n/a/1' '' table answers -t 2026-11-23
check 'an answer after the period' 0 'email: approaches 1, answered 1/1, days n/a/1' '' \
	table answers -t 2026-11-23 --until 2026-11-20
note kinds.md 'name: kinds' '- 2026-10-30 email
- 2026-11-02 email
- 2026-11-03 < email'
check 'begun before the period' 0 '' '' table answers --since 2026-11-01
check 'begun on its first day' 0 'email: approaches 1, answered 1/1, days n/a/1' '' \
	table answers --since 2026-10-30 --until 2026-10-30
rm kinds.md
note a.md 'name: a' '- 2026-10-01 < email'
check 'no approach' 0 '' '' table answers
check 'no answer' 0 '' '' table worth

begin attempts
for i in 1 2 3 4 5; do
	note "first$i.md" 'name: first' "- 2026-10-01 email
- 2026-10-0$((1 + i)) < email"
	note "second$i.md" 'name: second' "- 2026-10-01 email
- 2026-10-08 email
- 2026-10-1$i < email"
done
note third.md 'name: third' '- 2026-10-01 email
- 2026-10-08 email
- 2026-10-15 letter
- 2026-10-16 reply'
note fourth.md 'name: fourth' '- 2026-10-01 email
- 2026-10-08 email
- 2026-10-15 letter
- 2026-10-22 letter
- 2026-10-23 reply'
note fifth.md 'name: fifth' '- 2026-10-01 email
- 2026-10-08 email
- 2026-10-15 email
- 2026-10-22 email
- 2026-10-29 email
- 2026-11-01 reply
- 2026-11-02 email
- 2026-11-09 email'
check 'by attempt' 0 'first: approaches 14, answered 5/14, days 3/5
second: approaches 9, answered 5/9, days 5/5
third: approaches 3, answered 1/3, days n/a/1
later: approaches 2, answered 2/2, days n/a/2' '' table attempts
check 'worth' 0 'after the first touch: answers 5, share 5/13
after a later one: answers 8, share 8/13' '' table worth
check 'worth, of the first alone' 0 'after the first touch: answers 5, share 5/5
after a later one: answers 0, share 0/5' '' table worth first?.md
check 'rows to the highest that occurs' 0 'first: approaches 1, answered 0/1, days n/a/0
second: approaches 1, answered 0/1, days n/a/0
third: approaches 1, answered 1/1, days n/a/1' '' table attempts third.md

begin rounding
for i in 1 2 3 4 5 6 7 8; do
	note "$i.md" 'stage: a' '- 2026-10-01 email'
done
echo '- 2026-10-02 < email' >>1.md
check 'one of eight: 12.5 per cent are 13' 0 'email           8  13 % (1/8)  n/a (1)  ████' '' \
	sh -c 'fu-stats | grep "^email.*%"'
check 'one of eight: 0.125 are 0.13' 0 '{"n":1,"of":8,"rate":0.13}' '' sh -c 'fu-stats --json | grep -o "{\"n\":1,[^}]*}" | head -n 1'
rm [78].md
check 'one of six: 16.7 per cent are 17' 0 '17 % (1/6)' '' sh -c 'fu-stats | grep -o "[0-9]* % (1/6)" | head -n 1'

# ---- promises ----

begin promises
note a.md 'name: a' '- [x] 2026-11-01 early ✅ 2026-10-30
- [x] 2026-11-01 on the day ✅ 2026-11-01
- [x] 2026-11-01 a day late ✅ 2026-11-02
- [x] 2026-11-01 no day
- [-] 2026-11-01 cancelled
- [ ] 2026-11-19 three days late today
- [ ] 2026-11-22 today
- [ ] 2027-06-01 to come
- [x] 2026-12-01 early, and not yet in the period ✅ 2026-11-01
- [ ] < 2026-11-01 theirs
- [x] < 2026-11-01 theirs ✅ 2026-11-01'
note b.md 'stage: closed' '- [x] 2026-11-02 seven days late ✅ 2026-11-09'
check 'promises' 0 'on time: promises 2, share 2/5
late: promises 2, share 2/5
kept, day unknown: promises 2
open: promises 1, share 1/5
to come: promises 2
days late: median 1/5, p80 3/5, margin 3/5' '' table promises
check 'promises of a period, and to come' 0 'on time: promises 0, share 0/1
late: promises 1, share 1/1
kept, day unknown: promises 0
open: promises 0, share 0/1
to come: promises 2
days late: median n/a/1, p80 n/a/1, margin n/a/1' '' table promises --since 2026-11-02 --until 2026-11-18
check 'none but to come' 0 'on time: promises 0, share 0/0
late: promises 0, share 0/0
kept, day unknown: promises 0
open: promises 0, share 0/0
to come: promises 2
days late: median n/a/0, p80 n/a/0, margin n/a/0' '' table promises --until 2026-10-01
check 'as JSON' 0 '[{"promise":"on time","promises":2,"share":{"n":2,"of":5,"rate":0.40}},'\
'{"promise":"late","promises":2,"share":{"n":2,"of":5,"rate":0.40}},'\
'{"promise":"kept, day unknown","promises":2,"share":null},'\
'{"promise":"open","promises":1,"share":{"n":1,"of":5,"rate":0.20}},'\
'{"promise":"to come","promises":2,"share":null}],"days_late":{"median":1,"p80":3,"of":5,"margin":3}' '' \
	sh -c 'fu-stats --json | sed "s/.*\"promises\":\(\[.*\),\"followups\".*/\1/"'
check 'a case too few, as JSON' 0 '"days_late":{"median":null,"p80":null,"of":4,"margin":null}' '' \
	sh -c 'fu-stats --json a.md | grep -o "\"days_late\":{[^}]*}"'
check 'a case too few, as text' 0 'Days late: n/a (4)' '' sh -c 'fu-stats a.md | grep "^Days late"'

# late DAYS...: a note with a promise kept so many days late, for each
late() {
	echo '---
---'
	for days; do
		echo "- [x] 2026-10-01 that ✅ 2026-10-$((days + 1))"
	done | sed 's/-\([0-9]\)$/-0\1/'
}

# said DAYS...: what is said of their lateness
said() {
	late "$@" >late.md
	fu-stats late.md | sed -n '/^Days late/,/^$/{/./p;}'
}

check 'median of six between two' 0 'Days late: median 0.5, 80th percentile 3. Add 3 days to the date of the next
one.' '' said 7 0 3 0 1 0
check 'one day' 0 'Days late: median 0, 80th percentile 1. Add 1 day to the date of the next one.' '' said 0 0 9 1 0
check 'four of five on time are 80 per cent' 0 'Days late: median 0, 80th percentile 0. No margin is needed.' '' said 9 0 0 0 0
check '80th percentile of ten, the eighth' 0 \
	'Days late: median 5.5, 80th percentile 8. Add 8 days to the date of the next
one.' '' said 1 2 3 4 5 6 7 8 9 10
check '80th percentile of eleven, the ninth' 0 \
	'Days late: median 6, 80th percentile 9. Add 9 days to the date of the next one.' '' said 1 2 3 4 5 6 7 8 9 10 11
check 'four' 0 'Days late: n/a (4)' '' said 1 2 3 4

# ---- follow-ups ----

begin followups
note a.md 'name: a' '- 2026-11-01 interview
- 2026-11-02 thanks: on the day that it was due'
check 'on time on the day' 0 'thank: follow-ups 1, on time 1/1, late 0, open 0' '' table followups -t 2026-11-05
note a.md 'name: a' '- 2026-11-01 interview
- 2026-11-03 thanks: a day late'
check 'late on the next' 0 'thank: follow-ups 1, on time 0/1, late 1, open 0' '' table followups -t 2026-11-05
check 'then the next lead is open, a week after your last touch' 0 'check-in: follow-ups 1, on time 0/1, late 0, open 1
thank: follow-ups 1, on time 0/1, late 1, open 0' '' table followups
check 'not on the day that it is due' 0 'thank: follow-ups 1, on time 0/1, late 1, open 0' '' table followups -t 2026-11-10
check 'due on the last day of the period' 0 'check-in: follow-ups 1, on time 0/1, late 0, open 1' '' \
	table followups --since 2026-11-10 --until 2026-11-10
check 'due before the period' 0 'check-in: follow-ups 1, on time 0/1, late 0, open 1' '' \
	table followups --since 2026-11-03
check 'due after it' 0 '' '' table followups --until 2026-11-01
note a.md 'name: a' '- 2026-11-01 email
- 2026-11-03 < email: before the nudge was due
- 2026-11-04 < email: again, so that the reply waits for you
- 2026-11-05 note: nobody
- 2026-11-07 email: due on the 5th'
check 'a lead that their touch ends, or one of nobody passes by' 0 'reply: follow-ups 1, on time 0/1, late 1, open 0' '' \
	table followups -t 2026-11-10
note a.md 'name: a' '- 2026-11-01 email
- 2026-11-03 call'
check 'a touch of both is yours too' 0 'nudge: follow-ups 1, on time 1/1, late 0, open 0' '' table followups -t 2026-11-08
check 'made early, and due after today' 0 '' '' table followups -t 2026-11-07
note a.md 'last: 2026-11-02' '- 2026-11-01 interview
- 2026-11-20 email'
check 'last: that does not count' 0 'thank: follow-ups 1, on time 0/1, late 1, open 0' '' table followups
note a.md 'avoid: thank' '- 2026-11-01 interview'
check 'avoid: is not heeded' 0 'thank: follow-ups 1, on time 0/1, late 0, open 1' '' table followups
note a.md 'name: a' '- 2026-10-01 email
- 2026-10-02 email
- 2026-10-03 email'
check 'no more after three without an answer' 0 'nudge: follow-ups 2, on time 2/2, late 0, open 0' '' table followups
note a.md 'tags: friend' '- 2026-11-01 lunch
- 2026-11-10 < letter
- 2026-11-11 letter'
check 'a friend is owed an answer alone' 0 'reply: follow-ups 1, on time 1/1, late 0, open 0' '' table followups
note a.md 'name: a' '- 2026-10-01 email
- 2026-11-23 email: tomorrow'
check 'a touch after today' 0 'nudge: follow-ups 1, on time 0/1, late 0, open 1' '' table followups

for field in 'stage: closed' 'next: 2026-11-08' 'snooze: 2026-11-23'; do
	note a.md "$field" '- 2026-11-01 interview
- 2026-11-02 thanks
- 2026-11-02 < email'
	check "none is open: $field" 0 'thank: follow-ups 1, on time 1/1, late 0, open 0' '' table followups
done
for field in 'stage: talking' 'next: 2026-11-02' 'snooze: 2026-11-22'; do
	note a.md "$field" '- 2026-11-01 interview
- 2026-11-02 thanks
- 2026-11-02 < email'
	check "one is open: $field" 0 'reply: follow-ups 1, on time 0/1, late 0, open 1
thank: follow-ups 1, on time 1/1, late 0, open 0' '' table followups
done

begin contact
note via.md 'via: lee
added: 2026-11-10' '- 2026-11-12 email'
check 'first contact, on time' 0 'contact: follow-ups 1, on time 1/1, late 0, open 0' '' table followups -t 2026-11-15
note via.md 'via: lee
added: 2026-11-10' '- 2026-11-11 < email: asks to be written to
- 2026-11-13 email'
check 'first contact, after a touch of theirs: both are due on one day, and a rule comes first' 0 \
	'reply: follow-ups 1, on time 0/1, late 1, open 0' '' table followups -t 2026-11-15
note via.md 'stage: target
added: 2026-11-10'
check 'first contact, open' 0 'contact: follow-ups 1, on time 0/1, late 0, open 1' '' table followups
check 'first contact, due today' 0 '' '' table followups -t 2026-11-12
note via.md 'stage: lead'
check 'first contact, without added' 0 '' '' table followups
note via.md 'via: lee' '- 2026-11-12 email'
check 'the same, made' 0 '' '' table followups -t 2026-11-15
note via.md 'added: 2026-11-10' '- 2026-11-20 email'
check 'nobody to reach' 0 '' '' table followups
note via.md 'via: lee
added: 2026-11-20' '- 2026-11-10 email'
check 'added after the first touch of yours: on time' 0 'contact: follow-ups 1, on time 1/1, late 0, open 0' '' \
	table followups -t 2026-11-22 --since 2026-11-20

begin rules
cat >rules.yaml <<'END_RULES'
rules:
  - {name: hot, after: email, do: ring, in: 2d, when: 'tag=hot'}
  - {name: brief, after: email, match: brief, do: write, in: 1d}
END_RULES
note a.md 'tags: hot' '- 2026-11-01 email
- 2026-11-02 call'
note b.md 'tags: cold' '- 2026-11-01 email
- 2026-11-02 call'
note c.md 'tags: hot' '- 2026-11-01 email: the brief
- 2026-11-02 call'
check 'when: and match: of rules, the most frequent action first, then by name' 0 \
	'nudge: follow-ups 1, on time 1/1, late 0, open 0
ring: follow-ups 1, on time 1/1, late 0, open 0
write: follow-ups 1, on time 1/1, late 0, open 0' '' table followups --rules rules.yaml -t 2026-11-08

# ---- pipeline ----

begin pipeline
note 0.md 'name: nobody' '- 2026-11-01 note: read about them'
note 1.md 'name: wrote to you once' '- 2026-11-01 < email'
note 2.md 'name: reached' '- 2026-11-01 email'
note 3.md 'name: talked' '- 2026-11-01 call'
note 4.md 'name: met long ago' '- 2020-11-01 lunch
- 2026-11-01 email'
note 5.md 'name: offer' '- 2026-11-01 offer'
note 6.md 'stage: Won' '- 2026-11-01 email'
note 7.md 'stage: won' '- 2020-11-01 lunch'
note 8.md 'name: offer to come' '- 2026-11-01 email
- 2026-11-23 offer'
check 'pipeline' 0 'contacts: contacts 7
reached: contacts 7, conversion 7/7
answered: contacts 5, conversion 5/7
met: contacts 3, conversion 3/5
offer: contacts 2, conversion 2/3' '' table pipeline
check 'what came of it after the period' 0 'contacts: contacts 1
reached: contacts 1, conversion 1/1
answered: contacts 1, conversion 1/1
met: contacts 1, conversion 1/1
offer: contacts 1, conversion 1/1' '' table pipeline --until 2020-12-01 7.md
check 'none met' 0 'contacts: contacts 1
reached: contacts 1, conversion 1/1
answered: contacts 0, conversion 0/1
met: contacts 0, conversion 0/0
offer: contacts 0, conversion 0/0' '' table pipeline 2.md
mkdir chats
note chats/a.md 'name: a' '- 2026-11-01 chat
- 2026-11-02 Saw her'
check 'chats and contacts are no meetings' 0 'contacts: contacts 1
reached: contacts 1, conversion 1/1
answered: contacts 1, conversion 1/1
met: contacts 0, conversion 0/1
offer: contacts 0, conversion 0/0' '' table pipeline chats
check 'nothing happened' 0 '' '' table pipeline 0.md 7.md
check 'as JSON' 0 '[{"step":"contacts","contacts":1,"conversion":null},'\
'{"step":"reached","contacts":1,"conversion":{"n":1,"of":1,"rate":null}},'\
'{"step":"answered","contacts":0,"conversion":{"n":0,"of":1,"rate":null}},'\
'{"step":"met","contacts":0,"conversion":{"n":0,"of":0,"rate":null}},'\
'{"step":"offer","contacts":0,"conversion":{"n":0,"of":0,"rate":null}}]' '' \
	sh -c 'fu-stats --json 2.md | sed "s/.*\"pipeline\":\(.*\),\"stages\".*/\1/"'

# ---- stages ----

begin stages
note a.md 'stage: Talking'
note b.md 'stage: " TALKING "'
note c.md 'status: beta'
note d.md 'stage: Alpha'
note f.md 'name: none'
note g.md 'stage: ""'
check 'stages in any case, as the first is spelled; by how many, then by name' 0 'Talking: contacts 2, share 2/4
Alpha: contacts 1, share 1/4
beta: contacts 1, share 1/4' '' table stages
note e.md 'stage: closed'
check 'a closed one too, whatever the period' 0 'Talking: contacts 2, share 2/5
Alpha: contacts 1, share 1/5
beta: contacts 1, share 1/5
closed: contacts 1, share 1/5' '' table stages --until 2020-01-01
check 'stages of the notes selected' 0 'TALKING: contacts 1, share 1/1' '' table stages -w 'id=b'

# ---- cadence ----

begin cadence
note a.md 'every: 3 weeks' '- 2026-11-01 email: the 22nd is the last day'
note b.md 'every: 3w' '- 2026-10-31 email: a day too long ago'
note c.md 'every: 21' '- 2026-11-22 < email'
note d.md 'every: 3w' '- 2026-11-21 note: nobody'
note e.md 'every: 1w
stage: closed'
note f.md 'every: never
tags: a-list'
note g.md 'tags: [d-list, b-list]' '- 2026-11-01 call'
note h.md 'name: h' '- 2026-10-01 Let us stay in touch'
note i.md 'every: 12mo' '- 2026-11-23 email: tomorrow'
note j.md 'name: nothing said' '- 2026-11-01 call'
check 'keeping in touch, the shortest first' 0 '21d: contacts 1, kept 1/1, slipping 0
3w: contacts 3, kept 1/3, slipping 2
2mo: contacts 1, kept 1/1, slipping 0
3mo: contacts 1, kept 1/1, slipping 0
12mo: contacts 1, kept 0/1, slipping 1' '' table cadence
check 'whatever the period' 0 '3w: contacts 1, kept 1/1, slipping 0' '' table cadence --until 2020-01-01 a.md
check 'a day later' 0 '3w: contacts 1, kept 0/1, slipping 1' '' table cadence -t 2026-11-23 a.md

plan_done
