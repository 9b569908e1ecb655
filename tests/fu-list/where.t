#!/bin/sh
# Selections: which notes each of them selects, and what is said of one that is wrong.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# ---- the notes ----

mkdir -p n/sub
note n/ana.md 'name: Ana Gómez
company: Acme Ltd
job_title: Buyer
email: [ana@example.com, ana@example.org]
tags: [a-list, "#client"]
stage: Interviewing
every: 3w
rate: 120
signed: 2026-11-12T09:30Z
address: {city: Lisbon, street: {name: Rua Augusta, nr: 12}}
Last Contact: 2026-11-12T09:30:00Z' '# Notes on Ana

- 2026-11-03 meeting: coffee near the docks
- 2026-11-10 < email: said yes
- 2026-11-12 > email: sent the deck
- 2026-12-24 call: wish her well
- [ ] 2026-11-17 send the plan'
note n/ben.md 'full_name: {first: Ben, last: Åsa}
org: "[[firms/acme|Acme Ltd]]"
tags: "friend, b-list"
phone: "+1 555 0100"
every: never
birthday: 1988-11-22
rate: 80.5
nothing:' '- 2026-09-13 call: a storm had taken the roof'
note n/dee.md 'and: x
not: [one, two]
or: {and: deep}
level: 10'
note n/eva.md 'name: Straße
status: lost
log:
  - 2026-11-03 meeting: lunch with Ana
  - {date: 2026-11-05, kind: email, dir: in, text: "yes, please"}
  - {date: 2026-11-06, kind: email, text: thanked her}
  - 2026-11-07 note: moved desks
promises:
  - {what: intro to the CFO, by: 2026-11-20, from: them}
  - {what: send the deck, by: 2026-11-10, done: 2026-11-09}'
note n/fay.md 'name: İlknur
nick: ı
unit: "\u212A"'
printf '%s\r\n' --- 'name: Gus' 'org: Zeta' 'level: 9' --- '  an   indented line  ' 'Last line here' >n/gus.md
note n/hal.md '' '# Hal Heading

He counts on it.'
note n/ivy.md 'level: -3
rate: 1.50
code: 007
flag: true
none: []
blank: ""
nothing: ~
nulls: null
text_null: "null"
padded: "  two words  "
mixed: [2026-01-05, 7, 2w, Word]
bio: |
  line one
  line two'
note n/jon.md 'jobs:
  - {title: Welder, firm: Forge, from: 2019-04-01, pay: {amount: 30}}
  - {title: Foreman, firm: Mill, from: 2022/05/01}
tree: [{a: {b: [1, 2]}}, {a: {b: [3]}}]
kids: [Mia, Tom]'
note n/kim.md 'next: {on: 2026-11-25, do: call, why: her new job}
Favourite Colour: Dark Blue
last-seen: 2026-01-31
cadence: every 2 months
notice: 5bd
due: 2027-02-28'
note n/lee.md 'via: [ana, "[[people/ben|Benny]]"]
email: lee@example.com, lee@example.org
next: 2026-11-22
snooze until: 2026-12-01
keep_in_touch: fortnightly'
note n/mia.md 'aliases: Mimi, The Boss
avoid: call email
tags: "#x, y"
tier: gold
frequency: weekly'
note n/ned.md 'name: Ned
path: elsewhere
id: other
text: of the front
kind: sentinel
unanswered: 42'
note n/ola.md 'applied: 2026-10-01' '- 2026-10-10 e-mail: hello
- 2026-10-20 email: hello again
- 2026-11-01 voicemail: no one there'
note n/pia.md 'motto: say "hi" (now)
saying: it'\''s
formula: a=b
site: https://pia.example/~me?q=1'
note n/qiu.md 'name: 田中太郎
名前: 田中
größe: 180'
note n/rex.markdown 'level: 10.0
since: 2025-12-31
dates: [{what: wedding, on: 2019-06-01}]
interval: P3W'
note n/sub/cho.md 'Name: ÅSA
Employer: [[Acme Ltd]]
Tags: [A-List]
last: 2026-10-01 10:00:00 -0400
stage: ""
level: high'
all='n/ana.md
n/ben.md
n/dee.md
n/eva.md
n/fay.md
n/gus.md
n/hal.md
n/ivy.md
n/jon.md
n/kim.md
n/lee.md
n/mia.md
n/ned.md
n/ola.md
n/pia.md
n/qiu.md
n/rex.markdown
n/sub/cho.md'

# ids: those of all the notes
ids() {
	printf '%s\n' "$all" | sed 's,.*/,,; s,\..*,,'
}

# paths ID...: their paths; of `but ID...`, those of all the others; of `none`, nothing
paths() {
	others=
	if [ "$1" = but ]; then
		others=-v
		shift
	fi
	names=$(printf '%s|' "$@")
	printf '%s\n' "$all" | grep -E $others "/(${names%|})\\.[a-z]*\$"
}

# selects SELECTION ID...
selects() {
	selection=$1
	shift
	for id in "$@"; do
		case $id in
		but | none) ;;
		*) ids | grep -qx "$id" || echo "Bail out! There is no note $id." ;;
		esac
	done
	check "$selection" 0 "$(paths "$@")" '' fu-list -w "$selection" n
}

check 'no selection' 0 "$all" '' fu-list n

# ---- what is selected: SELECTION | ID... ----

while IFS= read -r line; do
	case $line in
	'' | '%'*) continue ;;
	esac
	# shellcheck disable=SC2086 # a list of ids
	selects "${line% | *}" ${line##* | }
done <<'END'
% a field alone: it is there, with a value
phone | ben
email | ana lee
mail | ana lee
stage | ana eva
blank | none
none | none
nothing | none
nulls | none
text_null | ivy
flag | ivy
'not' | dee
next | kim lee
address | ana
jobs | jon
every | ana ben kim lee mia rex
kind | ana ben eva kim ola cho
last | ana ben eva kim ola cho
touches | ana ben eva kim ola cho
unanswered | ana eva ola
promises | ana eva
name and id and path | but none
not text | dee eva fay ivy jon kim lee mia ned pia qiu rex cho
not-there | none
android | none
nothing-of-it | none

% keys: case, blanks, dashes, underscores, spellings of a known field
ID=ana | ana
org='acme ltd' | ana ben cho
company='acme ltd' | ana ben cho
employer=zeta | gus
Organisation='ACME LTD' | ana ben cho
role=buyer | ana
title=buyer | ana
JobTitle=buyer | ana
'Job Title'=buyer | ana
"job title"=buyer | ana
stage=lost | eva
status=lost | eva
full_name='ben åsa' | ben
fullname=ivy | ivy
'Favourite Colour'='dark blue' | kim
favourite-colour='Dark Blue' | kim
FAVOURITECOLOUR~blue | kim
last_contact>=2026-11-12 | ana
'Last Seen'=2026-01-31 | kim
lastContact=2026-10-01 | cho
last_contact=2026-09-13 | ben
not last_talked_to and level | dee gus ivy rex
名前=田中 | qiu
größe=180 | qiu
GRÖẞE>170 | qiu
GRÖSSE | none

% text: whole, trimmed, folded
name=ÅSA | cho
name=åsa | cho
name='ben åsa' | ben
name=straße | eva
name=STRAẞE | eva
name=STRASSE | none
name=strasse | none
name=İLKNUR | fay
name=ilknur | none
nick=ı | fay
nick=i | none
nick=I | none
unit=k | fay
name=田中太郎 | qiu
name='hal heading' | hal
name=hal | none
name=ivy | ivy
flag=TRUE | ivy
padded='two words' | ivy
padded=' two words ' | ivy
padded=two | none
text_null=null | ivy
blank='' | ivy
blank="" | ivy
blank!='' | but ivy
nothing='' | none
none='' | none
org=acme | ben
org=firms/acme | ben
org!=acme | but ben
via=ben | lee
via='people/BEN' | lee
via=benny | lee
via=ana | lee

% quotes; no backslash is an escape
saying='it''s' | pia
saying="it's" | pia
motto='say "hi" (now)' | pia
motto="say ""hi"" (now)" | pia
motto~'\(now\)$' | pia
motto~"^say ""hi""" | pia
saying='it\''s' | none
formula='a=b' | pia
formula=a | none
id="ana" | ana
'id'='ana' | ana
"id"="ana" | ana
site~^https?:// | pia
email=ana@example.org | ana
phone='+1 555 0100' | ben

% text by code point
name<'b' | ana
name<b | ana
name<=ben | ana
name>'s' and name<'t' | eva
name>z | fay qiu cho
id>='qiu' | qiu rex
path>n/q | qiu rex cho
path>='n/rex.markdown' | rex cho

% numbers
level=10 | dee rex
level=10.0 | dee rex
level='10' | dee
level='10.0' | rex
level!=10 | but dee rex
level<10 | gus ivy
level<=10 | dee gus ivy rex
level>9 | dee rex
level>=9.5 | dee rex
level=-3 | ivy
level>-3.5 and level<0 | ivy
level=high | cho
level>'h' | cho
level='9' | gus
rate=1.5 | ivy
rate='1.5' | none
rate>80 | ana ben
rate>100 | ana
rate>'100' | ana ben
code=007 | ivy
code='007' | ivy
code=7 | none
code<8 | none
address.street.nr>9 | ana
kids<10 | none

% dates; a time after one is ignored
signed=2026-11-12 | ana
signed='2026-11-12' | none
signed='2026-11-12T09:30Z' | ana
signed~T09 | ana
since=2025-12-31 | rex
since='2025-12-31' | rex
since<2026-01-01 | rex
since<2025-12-31 | none
since<=2025-12-31 | rex
created>2025-12-30 | rex
birthday=1988-11-22 | ben
jobs.from=2022-05-01 | jon
jobs.from='2022-05-01' | none
jobs.from<2020-01-01 | jon
jobs.from!=2022-05-01 | but jon
next=today | lee
next<today+1w | kim lee
next<=2026-11-25 | kim lee
next=2026-11-25 | kim
next.do=call | kim
snooze>today | lee
snooze_until=today+9d | lee
level<2026-11-01 | none
level!=2026-11-01 | but none
last<today-60d | ben kim
last<2026-09-13 | kim
last<=today-10w | ben kim
last>=today-10d | ana
last=2026-10-31+12d | ana
due=2026-11-30+3mo | kim
due=2026-08-31+6mo | kim
due=2027-02-28 | kim
last=2026-11-20-8d | ana
promises.by=today-1bd | eva
promises.by<today | ana eva
not last | dee fay gus hal ivy jon lee mia ned pia qiu rex
not last>=today-60d | but ana eva ola cho
applied=2026-10-01 | ola
dates.on=2019-06-01 | rex
DATES.what=wedding | rex

% spans, by length
every=3w | ana rex
every=21d | ana rex
every<=3w | ana lee mia rex
every<3w | lee mia
every>3w | kim
every=2w | lee
every=7d | mia
every>=2mo | kim
every=never | ben
every!=never | but ben
every='3w' | ana
cadence='every 2 months' | kim
cadence=2mo | kim
notice=5bd | kim
notice<1mo | kim

% lists
tag=a-list | ana cho
tags=A-LIST | ana cho
category=client | ana
tag!=a-list | but ana cho
not tag=a-list | but ana cho
tag=x and tag=y | mia
tag=gold | mia
group=X | mia
tag=friend and tag=b-list | ben
tag='friend, b-list' | none
tag~list | ana ben cho
tag!~list | but ana ben cho
tag<'b' | ana cho
tag | ana ben mia cho
email=lee@example.org | lee
alias='the boss' | mia
aliases=mimi | mia
avoid=email | mia
mixed=7 | ivy
mixed=2026-01-05 | ivy
mixed<2026-02-01 | ivy
mixed<2026-01-05 | none
mixed=2w | ivy
mixed=WORD | ivy
mixed!=7 | but ivy
mixed>10 | none
kids=tom | jon
'not'=two | dee

% nested
address.city=lisbon | ana
ADDRESS.City=Lisbon | ana
address.street.name~augusta | ana
address.zip | none
address.city.of | none
jobs.title=foreman | jon
jobs.title!=foreman | but jon
jobs.pay.amount>=30 | jon
jobs.pay | jon
tree.a.b=3 | jon
tree.a.b>2 | jon
tree.a.b>3 | none
or.and=deep | dee
'and'=x | dee
"AND"=X | dee

% patterns
name~åsa | ben cho
name~ÅSA | ben cho
name~'^åsa' | cho
name~^ana | ana
name~'g.mez$' | ana
name!~'[a-z]' | qiu
name~'^\p{Han}{4}$' | qiu
rate~^1 | ana ivy
last~^2026-11 | ana eva ola
bio~two | ivy
mixed~^w | ivy
code~'^0+7$' | ivy
phone~'^\+1' | ben
org~'^acme$' | ben
email!~example | but ana lee

% what is computed
path=n/ana.md | ana
path~/sub/ | cho
path~'^n/sub' | cho
path~'\.markdown$' | rex
path=elsewhere | none
id=other | none
id=cho | cho
text='of the front' | none
kind=sentinel | none
unanswered=42 | none
text~docks | ana
text!~docks | but ana
text='last line here' | gus
text~'^last line here$' | gus
text='an   indented line' | gus
text='an indented line' | none
text~'^an ' | gus
text='# hal heading' | hal
touches=3 | ana
touches=4 | eva ola
touches=0 | but ana ben eva kim ola cho
touches>3 | eva ola
unanswered=1 | ana eva
unanswered>=3 | ola
unanswered=4 | ola
unanswered=0 | but ana eva ola
kind=email | ana eva
kind=voicemail | ola
kind=contact | kim cho
kind!=email | but ana eva
last=2026-11-06 | eva
touches.kind=email and touches.dir=in | ana eva
touches.kind=application | ola
touches.kind=call | ben
touches.kind=note | eva
touches.dir=none | eva
touches.dir=out and touches.dir!=in | ola
touches.date=2026-11-03 | ana eva
touches.date>2026-11-12 | none
touches.text~deck | ana
touches.text='said yes' | ana
promises=2 | eva
promises>=1 | ana eva
promises.from=them | eva
promises.from=me | ana eva
promises.done=false | ana eva
promises.done=true | eva
promises.what='send the plan' | ana
promises.by=2026-11-17 | ana

% and, or, not
id=ana or id=ben | ana ben
id=ana and id=ben | none
id=ana or id=ben and id=cho | ana
id=cho and id=ben or id=ana | ana
(id=ana or id=ben) and id=ben | ben
not id=ana and id=ben | ben
not (id=ana and id=ben) | but none
not id=ana or id=ana | but none
not not id=ana | ana
not not not id=ana | but ana
NOT (ID=ana OR Id=ben) And not stage | but ana ben eva
not(id=ana)and(id=ben)or(id=cho) | ben cho
(((id=ana))) | ana
(id=ana)or(id=ben) | ana ben
id = ana | ana
tag=a-list and (org~'^acme' or last<today-60d) and not email | cho
id!=ana and id!=ben and id!=cho and path!~'/[d-p]' | qiu rex
stage='interviewing' and(rate>100) | ana
not stage=lost and not stage=interviewing and kind | ben kim ola cho
END

check 'blanks before, after and between' 0 'n/ana.md
n/ben.md' '' fu-list -w "$(printf ' \n(\tid\t= \n ana )\nor  id =\tben \n')" n
check 'several -w' 0 n/ana.md '' fu-list -w tag=a-list --where='company~acme' --where id=ana n
check 'several -w, one of them not met' 0 '' '' fu-list -w tag=a-list -w id=ben n
check 'several -w are apart: or' 0 n/ana.md '' fu-list -w 'id=ana or id=ben' -w 'id=cho or id=ana' n
check 'touches after today count later' 0 n/ana.md '' fu-list -t 2026-12-24 -w 'touches=4 and kind=call' n
check 'today is that of -t' 0 'n/ola.md
n/sub/cho.md' '' fu-list -t 2026-10-01 -w 'last=today' n
check 'fields: of the rules' 0 n/kim.md '' \
	sh -c 'echo "fields: {stage: [favourite colour]}" >rules.yaml; fu-list --rules rules.yaml -w "stage=\"dark blue\"" n'
check 'kinds: of the rules' 0 n/eva.md '' \
	sh -c 'echo "kinds: {note: in}" >rules.yaml; fu-list --rules rules.yaml -w "kind=note and unanswered=0" n'

# ---- patterns that give up ----

mkdir g
note g/a.md 'tag: x
url: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'
note g/b.md 'tag: x
url: aaa'
gave_up="g/a.md:3:1: -w: its pattern for 'url' gave up on this note: match limit exceeded"
check 'a pattern gives up' 2 g/b.md "fu-list: $gave_up" fu-list -w 'url~"^(a|aa)+$"' g
check 'a pattern gives up, !~' 2 '' "fu-list: $gave_up" fu-list -w 'url!~"^(a|aa)+$"' g
check 'a pattern gives up, and another test selects the note' 2 'g/a.md
g/b.md' "fu-list: $gave_up" fu-list -w 'url~"^(a|aa)+$" or tag=x' g
check 'a pattern that is not tried' 0 'g/a.md
g/b.md' '' fu-list -w 'tag=x or url~"^(a|aa)+$"' g

mkdir long
note long/a.md 'name: A' "foo bar$(printf '%16000s' '' | sed 's/ /a/g') bar$(printf '%9000s' '' | sed 's/ /a/g')"
check 'what fits is longer than 4 KiB' 2 '' "fu-list: long/a.md:1:1: -w: its pattern for 'text' gave up on this note: \
what fits may be longer than 4 KiB; write .*? in place of .*" fu-list -w 'text~"foo.*bar"' long
check 'what fits is shorter' 0 long/a.md '' fu-list -w 'text~"foo.*?bar"' long

# ---- what is wrong with a selection: nothing is read ----

# blanks N
blanks() {
	printf "%${1}s" ''
}

# wrong COLUMN MESSAGE SELECTION [WIDTH [SHOWN]]: it is shown so, and the caret after that many columns of it
wrong() {
	check "wrong: $(printf %.60s "${5-$3}")" 2 '' "fu-list: -w: column $1: $2
  ${5-$3}
  $(blanks "${4:-$(($1 - 1))}")^" fu-list -w "$3" gone
}

# in_parentheses N
in_parentheses() {
	printf '%sid=ana%s' "$(blanks "$1" | tr ' ' '(')" "$(blanks "$1" | tr ' ' ')')"
}

here='a test is missing here; write one such as tag=a-list'
before="a test is missing before this; put a field called 'and' or 'or' in quotes"
between="write 'and' or 'or' between two tests, and a text with blanks in quotes"

wrong 1 "$here" ''
wrong 3 "$here" '  '
wrong 2 "$here" "$(printf '\t')" 2 '\t'
wrong 1 "$here" ')'
wrong 2 "$here" '()'
wrong 3 "$here" '( )'
wrong 2 "$here" '('
wrong 13 "$here" 'id=ana and ('
wrong 1 "$here" '=x'
wrong 1 "$before" 'and'
wrong 1 "$before" 'OR'
wrong 1 "$before" 'or id=ana'
wrong 4 "a test is missing after 'not'" 'not'
wrong 11 "a test is missing after 'and'" 'id=ana and'
wrong 11 "a test is missing after 'or'" 'id=ana or '
wrong 15 "a test is missing after 'not'" 'id=ana and not'
wrong 12 "a test is missing after 'and'" 'id=ana and =x'
wrong 12 "$before" 'id=ana and or id=ben'
wrong 12 "a test is missing after 'and'" 'id=ana and )'
wrong 1 'a field is missing here' "''=x"
wrong 1 "a key is missing here" '.city=x'
wrong 9 "a key is missing here" 'address..city=x'
wrong 9 "a key is missing here" 'address.=x'
wrong 1 'a field cannot begin so; put it in quotes' '#client'

wrong 5 "a value is missing after '='" 'org='
wrong 20 "a value is missing after '='" 'tag=a-list and org='
wrong 6 "a value is missing after '='" '(org=) or id=ana'
wrong 7 "a value is missing after '<='" 'last<='
wrong 8 "a value is missing after '<='" 'last<= '
wrong 5 "a value is missing after '!='" 'id!='
wrong 4 "a value is missing after '~'" 'id~'
wrong 5 "a value is missing after '!~'" 'id!~'

wrong 1 "this '(' is not closed" '(id=ana'
wrong 1 "this '(' is not closed" '((id=ana)'
wrong 12 "this '(' is not closed" 'id=ana and (id=ben or (id=cho)'
wrong 7 "no '(' stands before this ')'" 'id=ana)'
wrong 9 "no '(' stands before this ')'" '(id=ana))'
wrong 4 'this quote is not closed' "id='ana"
wrong 4 'this quote is not closed' 'id="ana'
wrong 4 'this quote is not closed' "id='ana''"
wrong 1 'this quote is not closed' "'id=ana"
wrong 6 'this quote is not closed' "name=\"it's and org=x"
wrong 9 'write a blank after the quote; a quote within is written twice' "id='ana'ben"
wrong 12 'write a blank after the quote; a quote within is written twice' "saying='it's'"

wrong 8 "$between" 'id=ana id=ben'
wrong 8 "$between" 'id=ana ben'
wrong 8 "$between" "id=ana 'ben'"
wrong 8 "$between" 'id=ana (id=ben)'
wrong 8 "$between" 'id=ana not id=ben'
wrong 10 "$between" '(id=ana) (id=ben)'
wrong 6 "a value is missing after '='; put this word in quotes if it is the value" 'org= and id=ana'

wrong 3 "write '=' alone" 'id==ana'
wrong 3 "write '~' alone" 'id=~ana'
wrong 3 "write '>='" 'id=>5'
wrong 3 "write '<='" 'id=<5'
wrong 3 "write '!='" 'id<>ana'
wrong 8 "write 'and'" 'id=ana && id=ben'
wrong 8 "write 'or'" 'id=ana || id=ben'
wrong 1 "write 'not' in place of '!'" '!id=ana'
wrong 12 "write 'not' in place of '!'" 'id=ana and !(id=ben)'
wrong 3 "write 'not' before the test, or '!=' or '!~'" 'id!ana'
wrong 7 'put a value with = in it in quotes' 'site=a=b'
wrong 6 'put a value with ( in it in quotes' 'name~(a|b)'

wrong 6 "there is no day '2026-02-30'" 'last<2026-02-30'
wrong 11 "there is no day '2026-02-30'" 'jobs.from=2026-02-30'
wrong 6 "there is no day '2026-13-01'" 'last=2026-13-01+2w'
wrong 6 "'03/04/2026' is not a date; write YYYY-MM-DD, or put text in quotes" 'last<03/04/2026'
wrong 6 "'03/04/2026' is not a date; write YYYY-MM-DD, or put text in quotes" 'last=03/04/2026'
wrong 6 "'3.4.2026' is not a date; write YYYY-MM-DD, or put text in quotes" 'from>3.4.2026'
wrong 14 "'60d' is not a date; write today-60d or today+60d" 'touches.date<60d'
wrong 13 "'1w' is not a date; write today-1w or today+1w" 'promises.by<1w'
wrong 7 "'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd" 'every<soon'
wrong 8 "'2026-11-01' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd" 'every>=2026-11-01'
wrong 12 "'today' is not a number" 'unanswered>today'
wrong 6 "a value in quotes is text, and 'last' is compared with a date; write today-60d or 2026-11-22" "last<'2026-11-01'"
wrong 12 'write today-60d and today+2w without blanks' 'last<today - 60d'
wrong 3 'no operator begins so; write one of = != < <= > >= ~ !~, or put the field in quotes' 'id:ana'
wrong 3 "write '~' alone" 'id~=ana'
wrong 1 'touches has date, dir, kind and text, and nothing else' 'touches.when=1'
wrong 8 'promises has by, from, what and done, and nothing else' 'id and promises.due<today'
wrong 6 "'60d' is not a date; write today-60d or today+60d" 'last<60d'
wrong 7 "'1w' is not a date; write today-1w or today+1w" 'next<=1w'
wrong 14 "'60d' is not a date; write today-60d or today+60d" 'last_contact<60d'
wrong 6 "'10' is not a date; write today-60d or 2026-11-22" 'last<10'
wrong 6 "'soon' is not a date; write today-60d or 2026-11-22" 'last<soon'
wrong 9 "'2026-11' is not a date; write today-60d or 2026-11-22" 'applied>2026-11'
wrong 12 "'60x' is not a span, as in today-60d, today+2w; put text in quotes" 'last<today-60x'
wrong 12 "'' is not a span, as in today-60d, today+2w; put text in quotes" 'last<today-'
wrong 17 "'2x' is not a span, as in today-60d, today+2w; put text in quotes" 'last<2026-11-01+2x'
wrong 12 "'101y' is out of range; a span is 1 day to 100 years" 'last<today-101y'

wrong 8 'bad pattern: missing closing parenthesis' "name~'('"
wrong 9 'bad pattern: missing terminating ] for character class' "name!~'['"
wrong 7 'bad pattern: quantifier does not follow a repeatable item' "name~'*x'"
wrong 9 'bad pattern: missing closing parenthesis' "name~'田('" 9
wrong 9 'bad pattern: malformed \P or \p sequence' "name~'\pé'"

wrong 65 'nested more than 64 deep' "$(in_parentheses 65)"
wrong 65 'nested more than 64 deep' "$(in_parentheses 10000)"
check '64 parentheses' 0 n/ana.md '' fu-list -w "$(in_parentheses 64)" n
wrong 257 'nested more than 64 deep' "$(blanks 65 | sed 's/ /not /g')id=ana"
check '64 times not' 0 n/ana.md '' fu-list -w "$(blanks 64 | sed 's/ /not /g')id=ana" n

wrong 6 'not UTF-8' "$(printf 'name=\351')" 5 'name=\xE9'
wrong 18 'not UTF-8' "$(printf 'id=ana and name=x\303 or y=')" 17 'id=ana and name=x\xC3 or y='
wrong 19 "a value is missing after '='" 'name=田中太郎 and org=' 22
wrong 18 "a value is missing after '='" "$(printf 'name=e\314\201\314\202 and org=')" 15
wrong 16 "a value is missing after '='" "$(printf 'id=ana\tand\torg=')" 17 'id=ana\tand\torg='
wrong 16 "a value is missing after '='" "$(printf 'id=ana\nand org=')" 16 'id=ana\nand org='
wrong 4 'this quote is not closed' "名前='x" 5
wrong 1 "this '(' is not closed" '(名前=x'

check 'wrong, the second of two' 2 '' "fu-list: -w: column 4: a value is missing after '='
  id=
     ^" fu-list -w id=ana -w id= gone
check 'wrong, --where' 2 '' "fu-list: -w: column 4: a value is missing after '='
  id=
     ^" fu-list --where id= gone
check 'wrong, of fu-due' 2 '' "fu-due: -w: column 4: a value is missing after '='
  id=
     ^" fu-due -w id= gone

plan_done
