#!/bin/sh
# A selection means the same to fu-list and to fu-due: fu-due -w prints what fu-list -w | fu-due - prints, but for what
# referrals tell. And to rules: when:. FU_ORACLE: how many random notes, in all.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

python3 -c '' 2>/dev/null || skip_all 'no python3'

export FU_TODAY=2026-11-22
tab=$(printf '\t')

# piped DIR RULES SELECTION
piped() {
	fu-list --rules "$2" -w "$3" "$1" | fu-due --rules "$2" -
}

# ---- examples: those rows of fu-due's golden file that are about these notes ----

in_top() (
	cd "$top" && "$@"
)

# rows ID...
rows() {
	pattern=$(printf '/%s.md|' "$@")
	grep -E "(${pattern%|})$tab" "$top/tests/fu-due/demo.tsv"
}

# examples SELECTION ID...: the notes it selects of which something is due; no referral leads into or out of it
examples() {
	selection=$1
	shift
	check "examples: fu-due -w $selection" 0 "$(rows "$@")" '' in_top fu-due -w "$selection" examples/notes
	check "examples: fu-list -w $selection | fu-due -" 0 "$(rows "$@")" '' \
		in_top piped examples/notes examples/notes/.fu/rules.yaml "$selection"
}

examples tag=client helen-cho iris-vogel jonas-berg marta-silva
examples tag~client helen-cho iris-vogel jonas-berg marta-silva nadia-rahman
examples 'path~/jobs/' ana-gomez dana-reyes karl-weiss lee-park omar-haddad priya-nair tom-kim
examples 'not path~/jobs/' ben-castle chloe-martin helen-cho iris-vogel jonas-berg marta-silva maya-brandt \
	nadia-rahman paul-ito ruth-adler sam-okafor
examples 'tag=friend and not email' maya-brandt
examples 'stage=talking and promises.from=them' paul-ito
examples touches.kind=proposal marta-silva
examples 'unanswered>=2' dana-reyes marta-silva
examples every ben-castle helen-cho maya-brandt
examples 'last<today-60d' chloe-martin nadia-rahman
examples 'next or snooze>2026-11-01' iris-vogel jonas-berg

# ---- random notes and selections ----

sets=6
count=$(((${FU_ORACLE:-900} + sets - 1) / sets))
selections=$((count / 2 < 60 ? 60 : count / 2 > 300 ? 300 : count / 2))

# agree SEED TODAY
agree() {
	check "seed $1: $count notes, $selections selections on $2" 0 "$selections selections" '' \
		python3 "$top/tests/fu-list/agree.py" --seed "$1" --count "$count" --selections $selections --today "$2" "n$1"
	rm -rf "n$1"
}

agree 1 2026-11-22
agree 2 2026-11-22
agree 3 2026-02-28
agree 4 2028-02-29
agree 5 2026-12-31
agree 6 2026-08-01

# ---- where a referral crosses ----

mkdir c
note c/ana.md 'name: Ana
via: lee'
note c/lee.md 'name: Lee Park' '- 2026-11-01 chat: gave me Ana and Tom'
note c/tom.md 'name: Tom
via: Lee Park' '- 2026-11-05 < email: happy to talk
- 2026-11-05 email: next week, then'

ana=$(tsv '2026-11-22 | 0 | contact | c/ana.md | Ana | introduced by Lee Park')
lee=$(tsv '2026-11-12 | 10 | report | c/lee.md | Lee Park | news of Tom (answered)')
tom=$(tsv '2026-11-12 | 10 | nudge | c/tom.md | Tom | email 2026-11-05, no answer')
alone="fu-due: c/ana.md:3:6: warning: via: no note has the id, name or alias 'lee'"

check 'all' 0 "$lee
$tom
$ana" '' fu-due c
check 'all, piped' 0 "$lee
$tom
$ana" '' piped c none path
check 'the referral alone: fu-due -w names the referrer' 0 "$ana" '' fu-due -w id=ana c
check 'the referral alone, piped: the text of the link' 0 \
	"$(tsv '2026-11-22 | 0 | contact | c/ana.md | Ana | introduced by lee')" "$alone" piped c none id=ana
check 'the referrer alone: fu-due -w tells the news' 0 "$lee" '' fu-due -w id=lee c
check 'the referrer alone, piped: no news' 0 '' '' piped c none id=lee
check 'the referrer and one referral: fu-due -w' 0 "$lee
$ana" '' fu-due -w 'id=lee or id=ana' c
check 'the referrer and one referral, piped' 0 "$ana" '' piped c none 'id=lee or id=ana'

# ---- -w and the other options of fu-due ----

check 'several -w' 0 "$tom" '' fu-due -w via --where touches c
check 'several -w, nothing due' 0 '' '' fu-due -w id=lee -w id=ana c
check '-l' 0 c/tom.md '' fu-due -l -w touches.dir=in c
check '-l, by date' 0 'c/tom.md
c/ana.md' '' fu-due -l -w via c
check '-q' 0 '' '' fu-due -q -w id=ana c
check '-q, nothing due' 1 '' '' fu-due -q -w id=nobody c
check '--json' 0 '"c/ana.md"' '' sh -c 'fu-due --json -w id=ana c | jq .path'
check '--header' 0 "$(tsv 'due | days | action | path | who | why')
$ana" '' fu-due --header -w id=ana c
check '-t' 0 '' '' fu-due -t 2026-11-04 -w touches.kind=email c
check 'on threads' 0 "$lee
$ana" '' fu-due -j 7 -w 'not id=tom' c
note c/zoe.md 'name: Zoe
every: soon
via: nobody' '- 2026-02-30 call'
bad="fu-due: c/zoe.md:3:8: every: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd
fu-due: c/zoe.md:4:6: warning: via: no note has the id, name or alias 'nobody'
fu-due: c/zoe.md:6:3: there is no day '2026-02-30'"
check 'messages about notes that are not selected' 2 "$ana" "$bad" fu-due -w id=ana c
check 'messages about notes that are not selected, piped' 0 "$ana" \
	"fu-list: c/zoe.md:3:8: every: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd" piped c none 'id=ana or id=lee'
check '-q, nothing due and something wrong' 2 '' "$bad" fu-due -q -w id=nobody c

# ---- when: of rules ----

mkdir w
for id in big client rest; do
	case $id in
	big) fields='budget: 250' ;;
	client) fields='tags: client
budget: 20' ;;
	rest) fields='stage: talking' ;;
	esac
	note w/$id.md "$fields" '- 2026-11-10 email: sent the deck'
done
note w/twice.md 'tags: client
budget: 100' '- 2026-11-02 < email: asked for the deck
- 2026-11-10 email: sent it'

# when RULE...: the rules of the tests, with no others for an email
when() {
	{
		echo rules:
		echo '  - {name: nudge, off: true}'
		echo '  - {name: answer, off: true}'
		printf '  - %s\n' "$@"
	} >rules.yaml
}

# due OPTION...: the date, action and id
due() {
	fu-due --rules rules.yaml "$@" w | awk -F '\t' '{ sub(/.*\//, "", $4); sub(/\.md/, "", $4); print $1, $3, $4 }'
}

when "{name: a, after: email, do: call, in: 1d, when: budget>=100}" \
	"{name: b, after: email, do: lunch, in: 2d, when: tag=client and not stage}" \
	"{name: c, after: email, do: write, in: 3d, when: 'not (budget>=100 or tag=client)'}"
check 'when' 0 '2026-11-11 call big
2026-11-11 call twice
2026-11-12 lunch client
2026-11-13 write rest' '' due
check 'when, --every-reason' 0 '2026-11-11 call big
2026-11-11 call twice
2026-11-12 lunch client
2026-11-12 lunch twice
2026-11-13 write rest' '' due --every-reason
check 'when and -w' 0 '2026-11-11 call twice
2026-11-12 lunch client' '' due -w tag=client
check 'when and -w, --every-reason' 0 '2026-11-11 call twice
2026-11-12 lunch client
2026-11-12 lunch twice' '' due --every-reason -w tag=client
check 'when and -w, the rest' 0 '2026-11-13 write rest' '' due -w 'not budget'
check 'when and -w, none' 0 '' '' due -w stage -w budget

# only WHEN: one rule, its when: in single quotes
only() {
	when "{name: a, after: email, do: call, in: 1d, when: '$(printf '%s\n' "$1" | sed "s/'/''/g")'}"
}

# whens WHEN ID...: a rule that applies to these
whens() {
	only "$1"
	name=$1
	shift
	check "when: $name" 0 "$([ "$1" = none ] || printf '2026-11-11 call %s\n' "$@")" '' due
}

whens id=big big
whens 'path~"^w/[bc]"' big client
whens "'Budget'>100" big
whens 'touches>1' twice
whens 'touches.dir=in' twice
whens 'unanswered=1 and last=2026-11-10' big client rest twice
whens 'last<today-2w' none
whens 'last<=today-12d' big client rest twice
whens 'text~deck' big client rest twice
whens 'text~asked' twice
whens 'kind!=email' none
whens 'stage="talking"' rest
whens 'stage!=talking' big client twice
whens "stage~'^talk'" rest
whens 'tag=client or stage' client rest twice
whens 'tag=client and budget<50 or stage' client rest

only 'last<today-2w'
check 'when: today is that of -t' 0 '2026-11-11 call big
2026-11-11 call client
2026-11-11 call rest
2026-11-11 call twice' '' due -t 2026-11-25

# ruled MESSAGE WHEN: of a rule with that when:, in YAML
ruled() {
	when "{name: a, after: email, do: call, in: 1d, when: $2}"
	check "when: $2" 2 '' "fu-due: rules.yaml:$1" fu-due --rules rules.yaml w
}

ruled "4:61: when: column 9: a value is missing after '>='
  budget>=
          ^" 'budget>='
ruled "4:53: when: column 8: bad pattern: missing closing parenthesis
  name~'('
         ^" "\"name~'('\""
ruled "4:53: when: '' is not a selection; write 'tag=a-list and not email'" ''
ruled "4:53: when: a list is not a selection; write 'tag=a-list and not email'" '[budget]'
ruled "4:53: when: a mapping is not a selection; write 'tag=a-list and not email'" '{budget: 1}'

# A pattern that gives up: the rule applies.
note w/url.md 'url: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '- 2026-11-10 email: x'
only 'url~"^(a|aa)+$"'
check 'when: a pattern gives up' 2 "$(tsv '2026-11-11 | 11 | call | w/url.md | url | email 2026-11-10')" \
	"fu-due: w/url.md:2:1: when: its pattern for 'url' gave up on this note: match limit exceeded" \
	fu-due --rules rules.yaml w

plan_done
