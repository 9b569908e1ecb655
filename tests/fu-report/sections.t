#!/bin/sh
# The sections of fu-report, and what stands on the borders between them.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# sections: what is due, or open, in each note, in the order of the report
sections() {
	fu-report --tsv "$@" | cut -f 1,2,4,5,7 | sed 's/	/ | /g'
}

# is NAME WANTED FIELDS [BODY]: the sections that a note alone stands in
is() {
	name=$1 wanted=$2
	shift 2
	note a.md "$@"
	check "$name" 0 "$wanted" '' sections a.md
}

# ---- by due date ----

is 'due yesterday' 'overdue | 2026-11-21 | follow-up | a.md | planned for 2026-11-21' 'next: 2026-11-21'
is 'due today' 'today | 2026-11-22 | follow-up | a.md | planned for 2026-11-22' 'next: 2026-11-22'
is 'due tomorrow' 'next | 2026-11-23 | follow-up | a.md | planned for 2026-11-23' 'next: 2026-11-23'
is 'due on the last day' 'next | 2026-11-29 | follow-up | a.md | planned for 2026-11-29' 'next: 2026-11-29'
is 'due a day later' 'never |  |  | a.md | no touch yet' 'next: 2026-11-30'
is 'a rule' 'overdue | 2026-11-16 | nudge | a.md | email 2026-11-09, no answer' '' '- 2026-11-09 email: x'
is 'a birthday' 'today | 2026-11-22 | greet | a.md | birthday 11-22' 'birthday: 11-22'
is 'a cadence' 'overdue | 2026-11-08 | keep-in-touch | a.md | last touch 2026-11-01, every 1w' 'every: 1w' '- 2026-11-01 chat: x'
is 'a lead without an introduction' 'today | 2026-11-22 | contact | a.md | stage lead, not yet contacted' 'stage: lead'
is 'snoozed until the last day' 'next | 2026-11-29 | follow-up | a.md | planned for 2026-11-01' 'next: 2026-11-01
snooze: 2026-11-29'

# ---- promises ----

is 'a promise, overdue' 'promises | 2026-11-20 | deliver | a.md | send it' '' '- [ ] 2026-11-20 send it'
is 'a promise for today' 'promises | 2026-11-22 | deliver | a.md | send it' '' '- [ ] 2026-11-22 send it'
is 'a promise for the last day' 'promises | 2026-11-29 | deliver | a.md | send it' '' '- [ ] 2026-11-29 send it'
is 'a promise for later' 'never |  |  | a.md | no touch yet' '' '- [ ] 2026-11-30 send it'
is 'a promise that was kept' 'never |  |  | a.md | no touch yet' '' '- [x] 2026-11-20 send it'
is 'a promise, stage closed' 'promises | 2026-11-20 | deliver | a.md | send it' 'stage: lost' '- [ ] 2026-11-20 send it'
is 'a promise of theirs' 'owed | 2026-11-23 | chase | a.md | an intro' '' '- [ ] < 2026-11-20 an intro'
is 'a promise of theirs for later' 'never |  |  | a.md | no touch yet' '' '- [ ] < 2026-11-29 an intro'
is 'both, and a follow-up' 'today | 2026-11-22 | follow-up | a.md | planned for 2026-11-22
promises | 2026-11-24 | deliver | a.md | send it
owed | 2026-11-23 | chase | a.md | an intro' 'next: 2026-11-22' '- [ ] 2026-11-24 send it
- [ ] < 2026-11-20 an intro'

# ---- waiting, quiet, never ----

is 'a touch, not due' 'waiting |  |  | a.md | email 2026-11-20, no answer yet' 'next: 2026-12-24' '- 2026-11-20 email: x'
is 'two touches' 'waiting |  |  | a.md | letter 2026-11-21, no answer yet' 'next: 2026-12-24' '- 2026-11-20 email: x
- 2026-11-21 letter: y'
is 'waiting, but due in the days to come' 'next | 2026-11-27 | nudge | a.md | email 2026-11-20, no answer' '' \
	'- 2026-11-20 email: x'
is 'what waits for no answer' '' '' '- 2026-11-01 thanks: x
- 2026-11-02 card: y
- 2026-11-03 update: z'
is 'what waits for no answer, since one that does' 'waiting |  |  | a.md | email 2026-11-01, no answer yet' 'next: 2026-12-24' \
	'- 2026-11-01 email: x
- 2026-11-02 card: y
- 2026-11-03 update: z'
is 'they answered' '' 'next: 2026-12-24' '- 2026-11-20 email: x
- 2026-11-21 reply: y'
is 'you met' '' 'next: 2026-12-24' '- 2026-11-20 chat: x'
is 'a touch of tomorrow' 'never |  |  | a.md | no touch yet' 'next: 2026-12-24' '- 2026-11-23 email: x'
is 'a note is no touch' 'never |  |  | a.md | no touch yet' '' '- 2026-11-20 note: x'
is 'no touch, but added' 'never |  |  | a.md | added 2026-11-02' 'added: 2026-11-02'
is 'last contact is a touch' '' 'last: 2026-11-02'
three='- 2026-10-03 email: x
- 2026-10-13 email: y
- 2026-10-23 email: z'
is 'three touches' 'quiet |  |  | a.md | 3 touches without an answer, the last 2026-10-23' '' "$three"
is 'three touches, and a last contact before the third' 'quiet |  |  | a.md | 3 touches without an answer, the last 2026-10-23' \
	'last: 2026-10-20' "$three"
is 'four touches' 'quiet |  |  | a.md | 4 touches without an answer, the last 2026-11-20' '' "$three
- 2026-11-20 email: x"
is 'quiet, then an answer' 'overdue | 2026-10-25 | reply | a.md | reply 2026-10-24' '' "$three
- 2026-10-24 reply: x"
is 'quiet, but planned' 'today | 2026-11-22 | follow-up | a.md | planned for 2026-11-22' 'next: 2026-11-22' "$three"
is 'quiet, with a promise' 'promises | 2026-11-22 | deliver | a.md | send it' '' "$three
- [ ] 2026-11-22 send it"
is 'quiet, stage closed' '' 'stage: lost' "$three"
is 'never, stage closed' '' 'stage: archived'
is 'quiet, snoozed until tomorrow' '' 'snooze: 2026-11-23' "$three"
is 'quiet, snoozed until today' 'quiet |  |  | a.md | 3 touches without an answer, the last 2026-10-23' \
	'snooze: 2026-11-22' "$three"
echo 'max_unanswered: 1' >rules.yaml
note a.md '' '- 2026-11-20 email: x'
check 'max_unanswered' 0 'quiet |  |  | a.md | 1 touch without an answer, the last 2026-11-20' '' \
	sections --rules rules.yaml a.md

# ---- introductions ----

mkdir v
note v/lee.md 'name: Lee' '- 2026-11-01 chat: x'
note v/ana.md 'name: Ana
via: lee
added: 2026-11-19'
note v/ben.md 'name: Ben
via: lee
added: 2026-11-20
stage: lead' '- 2026-11-05 < email: x'
note v/cho.md 'name: Cho
via: lee
result: hired' '- 2026-11-10 < email: x
- 2026-11-11 thanks: y'
check 'referrals and news' 0 'overdue | 2026-11-06 | reply | v/ben.md | email 2026-11-05
referrals | 2026-11-21 | contact | v/ana.md | introduced by Lee
news | 2026-11-12 | report | v/lee.md | news of Ben (answered), Cho (hired)' '' sections v

# ---- order, selection ----

mkdir o
note o/a.md 'next: 2026-11-20'
note o/b.md 'next: 2026-11-19'
note o/c.md 'next: 2026-11-20'
note o/d.md ''
note o/e.md ''
check 'by due date, then by path' 0 'overdue | 2026-11-19 | follow-up | o/b.md | planned for 2026-11-19
overdue | 2026-11-20 | follow-up | o/a.md | planned for 2026-11-20
overdue | 2026-11-20 | follow-up | o/c.md | planned for 2026-11-20
never |  |  | o/d.md | no touch yet
never |  |  | o/e.md | no touch yet' '' sections o/e.md o/d.md o/c.md o/b.md o/a.md
check 'a selection' 0 'overdue | 2026-11-20 | follow-up | o/a.md | planned for 2026-11-20
never |  |  | o/d.md | no touch yet' '' sections -w 'id=a or id=d' o

# ---- how ----

# how WANTED FIELDS: the address, or number, that a note with these is followed up by
how() {
	note h.md "$2"
	check "how, $(echo "$2" | tr '\n' ' ')" 0 "$1" '' sh -c 'fu-report --tsv h.md | cut -f 8'
}

both='email: a@example.com
phone: 555'
how 555 "next: {on: 2026-11-22, do: call}
$both"
how a@example.com "next: {on: 2026-11-22, do: email}
$both"
how a@example.com "$both"
how 555 'next: {on: 2026-11-22, do: email}
phone: 555'
how a@example.com 'next: {on: 2026-11-22, do: call}
email: a@example.com'

# ---- titles ----

mkdir t
note t/a.md 'next: 2026-11-20'
note t/b.md 'next: 2026-11-22'
note t/c.md 'next: 2026-11-24'
note t/d.md 'name: D
stage: won' '- [ ] 2026-11-22 send it'
note t/e.md 'snooze: 2026-11-01' '- [ ] < 2026-11-16 send it'
note t/f.md 'via: g
added: 2026-11-20'
note t/g.md '' '- 2026-11-01 chat: x'
note t/h.md 'via: g
stage: lost' '- 2026-11-10 email: x'
note t/i.md 'next: 2026-12-24' '- 2026-11-10 email: x'
note t/j.md '' "$three"
note t/k.md ''
check 'titles, in their order' 0 'Overdue (1)
Today (1)
Until 2026-11-29 (1)
Promises of mine (1)
Owed to me (1)
Referrals to reach (1)
News to report (1)
Waiting for an answer (1)
Gone quiet (1)
Never contacted (1)' '' sh -c 'fu-report t | grep "([0-9]*)$"'

plan_done
