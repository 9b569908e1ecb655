#!/bin/sh
# What the ledger says of a referral: how far it came, the last touch, what that says, and whether the referrer knows.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')

# ---- the state, the last touch, its text ----

mkdir n
note n/lee.md 'name: Lee'

# of FIELDS [BODY]: the state, last date, told and text of a referral with these
of() {
	note n/x.md "via: lee
$1" "${2-}"
	fu-refer n | cut -f 4-
}

# is NAME ROW FIELDS [BODY]
is() {
	name=$1 row=$2
	shift 2
	check "$name" 0 "$(tsv "$row")" '' of "$@"
}

is 'no touch' 'not reached |  | - | ' ''
is 'a touch of kind note alone' 'not reached |  | - | ' '' '- 2026-11-10 note: saw her in the paper'
is 'a touch after today' 'not reached |  | - | ' '' '- 2026-11-23 email: will write'
is 'a touch today' 'reached | 2026-11-22 | no | hello' '' '- 2026-11-22 email: hello'
for kind in email message letter card voicemail application resume thanks update nudge; do
	is "$kind" 'reached | 2026-11-10 | no | x' '' "- 2026-11-10 $kind: x"
done
for kind in reply referral rejection offer contact call chat; do
	is "$kind" 'answered | 2026-11-10 | no | x' '' "- 2026-11-10 $kind: x"
done
for kind in meeting coffee lunch interview visit video sales-call; do
	is "$kind" 'met | 2026-11-10 | no | x' '' "- 2026-11-10 $kind: x"
done
is 'a touch with no kind' 'answered | 2026-11-10 | no | talked about her team' '' '- 2026-11-10 talked about her team'
is '> of a call' 'reached | 2026-11-10 | no | rang, nobody there' '' '- 2026-11-10 > call: rang, nobody there'
is '> of a meeting' 'reached | 2026-11-10 | no | x' '' '- 2026-11-10 > meeting: x'
is '< of a meeting' 'answered | 2026-11-10 | no | x' '' '- 2026-11-10 < meeting: x'
is '< of an email' 'answered | 2026-11-10 | no | x' '' '- 2026-11-10 < email: x'
is '> of a note is a touch, and no news' 'reached | 2026-11-10 | - | x' '' '- 2026-11-10 > note: x'
is 'the furthest it came, and the last touch' 'met | 2026-11-20 | no | the numbers' '' '- 2026-11-10 coffee: an hour
- 2026-11-15 < email: likes it
- 2026-11-20 email: the numbers
- 2026-11-21 note: think about it
- 2026-11-30 lunch: to come'
is 'newest first, of one day' 'answered | 2026-11-20 | no | second' '' '- 2026-11-20 email: second
- 2026-11-20 < email: first
- 2026-11-01 email: long ago'
is 'result' 'hired | 2026-11-10 | no | x' 'result: hired' '- 2026-11-10 email: x'
is 'result, no touch' 'no fit: too far |  | - | ' 'result: "no fit: too far"'
is 'outcome' 'hired |  | - | ' 'outcome: hired'
is 'result over a closed stage' 'hired |  | - | ' 'result: hired
stage: closed'
is 'result that is empty' 'not reached |  | - | ' 'result:'
is 'closed stage, as written' 'Do Not Contact |  | - | ' 'stage: Do Not Contact'
is 'closed stage over touches' 'LOST | 2026-11-10 | no | x' 'stage: LOST' '- 2026-11-10 coffee: x'
is 'another stage' 'met | 2026-11-10 | no | x' 'stage: talking' '- 2026-11-10 coffee: x'
is 'last:' 'answered | 2026-11-10 | no | ' 'last: 2026-11-10'
is 'last: after a touch' 'answered | 2026-11-20 | no | ' 'last: 2026-11-20' '- 2026-11-10 email: x'
is 'last: before a touch' 'reached | 2026-11-20 | no | x' 'last: 2026-11-10' '- 2026-11-20 email: x'
is 'last: of the day of a touch' 'reached | 2026-11-20 | no | x' 'last: 2026-11-20' '- 2026-11-20 email: x'
is 'last: after today' 'reached | 2026-11-10 | no | x' 'last: 2026-11-23' '- 2026-11-10 email: x'
is 'last:, then a touch to come' 'answered | 2026-11-20 | no | ' 'last: 2026-11-20' '- 2026-11-10 email: x
- 2026-11-23 email: y'
is 'applied:' 'reached | 2026-11-10 | no | ' 'applied: 2026-11-10'
is 'met:' 'met | 2026-11-10 | no | ' 'met: 2026-11-10'
is 'met: before an email of that day' 'met | 2026-11-10 | no | x' 'met: 2026-11-10' '- 2026-11-10 email: x'
is 'log:' 'met | 2026-11-15 | no | sent it' 'log:
  - 2026-11-10 meeting: coffee
  - {date: 2026-11-15, kind: email, text: sent it}
  - {date: 2026-11-12, kind: email, dir: in, text: not last}'
is 'log:, a pair' 'met | 2026-11-10 | no | coffee' 'log:
  - 2026-11-10 meeting: coffee'
is 'log:, no text' 'answered | 2026-11-10 | no | ' 'log: [2026-11-10 call]' '# A heading

that is not about it'
is 'log: and the body' 'reached | 2026-11-12 | no | body' 'log: [2026-11-10 email: log]' '- 2026-11-12 email: body'
is 'a row of a table' 'reached | 2026-11-10 | no | sent the deck' '' '| 2026-11-10 | email | sent the deck |'
is 'a row of a table, no text' 'reached | 2026-11-10 | no | ' '' '| 2026-11-10 | email | |
below'
is 'a bullet, no text' 'reached | 2026-11-10 | no | ' '' '- 2026-11-10 email
below'
is 'a bullet and its further lines' 'reached | 2026-11-10 | no | sent the deck, and the plan in 2 parts' '' \
	'- 2026-11-10 email: sent the deck,
  and the plan
  in 2 parts

  Not this.'
is 'a bullet that goes on with emphasis, or a number' 'reached | 2026-11-10 | no | sent; *very* long, **all** of it, 3.5 MB, +1 page, -5 degrees' '' \
	'- 2026-11-10 email: sent;
  *very* long,
  **all** of it,
  3.5 MB,
  +1 page,
  -5 degrees'
is 'a bullet and what stands below it' 'reached | 2026-11-10 | no | sent the deck' '' '- 2026-11-10 email: sent the deck
  - [ ] 2026-11-30 send the plan'
is 'a bullet and a list below it' 'reached | 2026-11-10 | no | sent the deck' '' '- 2026-11-10 email: sent the deck
  1. the plan
  2. the budget'
is 'a bullet and an older one' 'reached | 2026-11-10 | no | sent' '' '- 2026-11-10 email: sent
- 2026-11-09 email: not this'
is 'a row and what stands below it' 'reached | 2026-11-10 | no | sent' '' '| 2026-11-10 | email | sent |
  below'
is 'what TSV escapes' "reached | 2026-11-10 | no | a\\\\b\\tc\\x1B[2J\\x7F\\xE2\\x80\\xAEd" '' \
	"- 2026-11-10 email: a\\b${tab}c$(printf '\033[2J\177\342\200\256')d"
is 'what TSV escapes, in log:' 'reached | 2026-11-10 | no | a\\b\tc\r\nd' 'log:
  - {date: 2026-11-10, kind: email, text: "a\\b\tc\r\nd"}'
is 'what TSV escapes, in result:' 'a\tb\nc |  | - | ' 'result: "a\tb\nc"'

# ---- the text of a heading ----

# below TEXT BODY...: the text of the touch is that, BODY the lines of the body
below() {
	name=$1 text=$2
	shift 2
	is "heading: $name" "answered | 2026-11-10 | no | $text" '' "$(printf '%s\n' "$@")"
}

below 'the paragraph below' 'we talked about it' '## 2026-11-10 call' 'we talked' 'about it' '' 'Not this.'
below 'after blank lines' 'we talked' '## 2026-11-10 call' '' '' 'we talked' '' 'Not this.'
below 'its own text and that below' 'short long' '## 2026-11-10 call: short' '' 'long'
below 'its own text alone' 'short' '## 2026-11-10 call: short' '' '## Later' 'not this'
below 'a colon alone' 'long' '## 2026-11-10 call:' '' 'long'
below 'nothing' '' '## 2026-11-10 call'
below 'blank lines alone' '' '## 2026-11-10 call' '' ''
below 'the next heading' '' '## 2026-11-10 call' '' '### Notes' 'not this'
below 'up to the next heading' 'this' '## 2026-11-10 call' 'this' '### Notes' 'not this'
below 'the next touch' '' '## 2026-11-10 call' '## 2026-11-09 email' 'not this'
below 'the last of two' 'second' '## 2026-11-09 email' 'first' '' '## 2026-11-10 call' 'second'
below 'newest first' 'second' '## 2026-11-10 call' 'second' '' '## 2026-11-09 email' 'first'
below 'a list' '- her team - the budget' '## 2026-11-10 call' '' '- her team' '- the budget' '' 'Not this.'
below 'indents and blanks at the ends' 'a b' '## 2026-11-10 call  ' '   a  ' "${tab}b$tab"
below 'a bullet of an older touch is not its text' '' '## 2026-11-10 call' '- 2026-11-09 email: earlier'
below 'a row of an older touch is not its text' '' '## 2026-11-10 call' '| 2026-11-09 | email | earlier |'
below 'a task is not its text' '' '## 2026-11-10 call' '- [ ] 2026-11-30 send the deck'
below 'up to a task' 'wants the deck' '## 2026-11-10 call' 'wants the deck' '- [ ] 2026-11-30 send the deck'
below 'brackets are no task' 'A [PDF] was sent - [link](x)' '## 2026-11-10 call' 'A [PDF] was sent' '- [link](x)'
below 'a quotation is its text' 'Sorry for the silence. May we talk?' '## 2026-11-10 < email' '> Sorry for the silence.' '>' '> May we talk?'
below 'a comment is not its text' 'this' '## 2026-11-10 call' '<!-- from the phone -->' 'this'
below 'code is not its text' '' '## 2026-11-10 call' '```' '- 2026-11-09 email: an example' '```'
crlf() {
	printf -- '---\r\nvia: lee\r\n---\r\n## 2026-11-10 call\r\n\r\nwe talked\r\nabout it\r\n\r\nNot this.\r\n' >n/x.md
	fu-refer n | cut -f 4-
}
check 'heading: CRLF' 0 "$(tsv 'answered | 2026-11-10 | no | we talked about it')" '' crlf
long() {
	of '' "## 2026-11-10 call
$(printf 'é%.0s' $(seq 2000))" | cut -f 4 | awk '{ print length, gsub(/é/, "") }'
}
check 'heading: a long paragraph ends at a whole character' 0 '1024 512' '' long
check 'under a log heading' 0 "$(tsv 'answered | 2026-11-10 | no | this')" '' of '' '## Log
### 2026-11-10 call
this
## Later
### 2026-11-20 call
not this'

# ---- told ----

mkdir t
note t/ana.md 'via: lee' '- 2026-11-02 email: hello
- 2026-11-10 < email: hello
- 2026-11-12 note: she seems keen'

# tells TOLD NAME LINE...: whether Lee, who has these touches, knows the news of Ana
tells() {
	wanted=$1 name=$2
	shift 2
	note t/lee.md 'name: Lee' "$(printf '%s\n' "$@")"
	check "$name" 0 "$wanted" '' sh -c 'fu-refer t | cut -f 6'
}

tells no 'told: never in touch' ''
tells no 'told: before the news' '- 2026-11-01 coffee: gave me Ana'
tells no 'told: between two pieces of news' '- 2026-11-05 call: so far'
tells yes 'told: on the day of the last' '- 2026-11-10 call: all of it'
tells no 'told: the day before the last' '- 2026-11-09 call: all of it'
tells yes 'told: after the last, a note aside' '- 2026-11-11 call: all of it'
for kind in contact meeting coffee lunch interview call chat visit video sales-call update; do
	tells yes "told by $kind" "- 2026-11-11 $kind: all of it"
done
for kind in email message letter card voicemail application resume thanks nudge reply referral rejection offer note; do
	tells no "not told by $kind" "- 2026-11-11 $kind: all of it"
done
tells no 'not told: > of a call' '- 2026-11-11 > call: left a message'
tells no 'not told: < of an update' '- 2026-11-11 < update: hers'
tells no 'not told: after today' '- 2026-11-23 coffee: to come'
tells yes 'told: then an email' '- 2026-11-11 update: x' '- 2026-11-12 email: y'
check 'told: as of --today' 0 no '' sh -c 'fu-refer -t 2026-11-05 t | cut -f 6'
note t/lee.md 'name: Lee
last: 2026-11-11'
check 'told by last:' 0 yes '' sh -c 'fu-refer t | cut -f 6'
note t/lee.md 'name: Lee
last: 2026-11-11' '- 2026-11-11 email: x'
check 'not told by last: on the day of a touch' 0 no '' sh -c 'fu-refer t | cut -f 6'
note t/lee.md 'name: Lee
met: 2026-11-11' '- 2026-11-11 email: x'
check 'told by met:' 0 yes '' sh -c 'fu-refer t | cut -f 6'
note t/lee.md 'name: Lee
stage: closed'
check 'not told, closed' 0 no '' sh -c 'fu-refer t | cut -f 6'
note t/lee.md '' '- 2026-11-05 call: so far'
note t/ben.md 'via: lee' '- 2026-11-03 email: hello'
note t/cho.md 'via: lee' '- 2026-11-03 note: look her up'
note t/dee.md 'via: lee' '- 2026-11-05 email: hello'
note t/eve.md 'via: lee' '- 2026-11-06 email: hello'
check 'several referrals of one' 0 'ana no
ben yes
cho -
dee yes
eve no' '' sh -c 'fu-refer --json t | jq -r "\"\(.id) \(.told)\"" | sed "s/true/yes/; s/false/no/; s/null/-/"'
note t/mia.md '' '- 2026-11-10 update: all of it'
note t/ana.md 'via: [lee, mia]' '- 2026-11-10 < email: hello'
check 'several referrers of one' 0 'lee no
mia yes' '' sh -c 'fu-refer -w "id=lee or id=mia" --table t | awk "\$2 == \"ana\" { print \$1, \$5 }"'

# ---- links, order ----

mkdir -p o/b o/B
note o/lee-park.md 'name: Lee Park
aliases: [Lefty]'
note o/z.md 'via: lee-park'
note o/y.md 'via: LEE PARK'
note o/x.md 'via: lefty'
note o/w.md 'via: "[[lee-park|Lee]]"'
note o/v.md 'via: [[Lee Park]]'
note o/b/u.md 'via: [lefty, lee-park, "[[lee-park]]"]'
note o/B/t.md 'referred_by: [s-one, lee-park]'
note o/s-one.md 'introduced_by: b/u'

# pairs OPTION...: the id of each referrer and referral
pairs() {
	fu-refer --table "$@" | awk '{ print $1, $2 }'
}

check 'links, and their order' 0 'u s-one
lee-park t
lee-park u
lee-park v
lee-park w
lee-park x
lee-park y
lee-park z
s-one t' '' pairs o
check 'in the order of operands there is none' 0 "$(pairs o)" '' pairs o s-one lee-park u
note o/r.md 'via: nobody'
note o/q.md 'via: [nobody, s-one]'
warned="fu-refer: o/q.md:2:7: warning: via: no note has the id, name or alias 'nobody'
fu-refer: o/r.md:2:6: warning: via: no note has the id, name or alias 'nobody'"
check 'a link to nowhere' 0 's-one t
s-one q' "$warned" pairs o s-one
note o/p.md 'via: p'
check 'a link to itself' 0 '' "fu-refer: o/p.md:2:6: warning: via: 'p' is this note itself
$warned" pairs -w id=p o
rm o/[pqr].md
mkdir o/c
note o/c/lee-park.md ''
check 'a link to one of two' 0 'lee-park u' \
	"fu-refer: o/b/u.md:2:14: warning: via: more than one note is called 'lee-park'; write the id of one, or its path
fu-refer: o/b/u.md:2:24: warning: via: more than one note is called 'lee-park'; write the id of one, or its path" \
	sh -c 'fu-refer --table o/lee-park.md o/c o/b | awk "{ print \$1, \$2 }"'

# ---- offers ----

mkdir f
note f/a.md ''
note f/b.md 'via: a'
note f/c.md 'via: b' '- 2026-11-01 offer: a year'
note f/d.md 'via: b'
note f/e.md 'via: a
stage: Won'
note f/g.md 'via: a' '- 2026-11-23 offer: to come'

# offers: who had one or led to one
offers() {
	fu-refer --json "$@" f | jq -r 'select(.led_to_offer) | .id'
}

check 'led to an offer' 0 'b
e
c' '' offers
check 'led to an offer, as of the day' 0 'e' '' offers -t 2026-10-31

plan_done
