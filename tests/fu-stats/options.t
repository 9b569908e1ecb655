#!/bin/sh
# The options of fu-stats, its operands, and the forms of its output.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

mkdir n
note n/ana.md 'name: Ana
tags: hot' '- 2025-11-22 email
- 2025-11-23 email'
note n/ben.md 'name: Ben' '- 2026-11-20 email
- 2026-11-22 < email
- [ ] 2026-11-20 send the plan'

# head_line [ARG]...: the first line of the output; emails [ARG]...: how many there were
head_line() {
	fu-stats "$@" | head -n 1
}

emails() {
	fu-stats --tsv "$@" n | awk -F '\t' '$2 == "email" && $3 == "touches" { print $4 }'
}

# ---- period ----

check 'a year until today' 0 '2025-11-23 to 2026-11-22, 2 notes' '' head_line n
check 'what happened in it' 0 3 '' emails
check '-t' 0 '2025-11-21 to 2026-11-20, 2 notes' '' head_line -t 2026-11-20 n
check '--today after a leap day' 0 '2027-03-01 to 2028-02-29, 2 notes' '' head_line --today 2028-02-29 n
check '--since' 0 '2025-11-22 to 2026-11-22, 2 notes' '' head_line --since 2025-11-22 n
check '--since, what happened' 0 4 '' emails --since 2025-11-22
check '--since=today' 0 1 '' emails --since=today
check '--until' 0 '2025-11-22 to 2026-11-21, 2 notes' '' head_line --until yesterday n
check '--until, what happened' 0 3 '' emails --until yesterday
check '--since and --until on one day' 0 '2026-11-20 to 2026-11-20, 2 notes' '' \
	head_line --since 2026-11-20 --until 2026-11-20 n
check '--since and --until, what happened' 0 1 '' emails --since 2026-11-20 --until 2026-11-20
check '--until, the last one counts' 0 '2025-11-20 to 2026-11-19, 2 notes' '' head_line --until today --until -3d n
check 'a weekday is the last one' 0 '2026-11-17 to 2026-11-20, 2 notes' '' head_line --since tue --until friday n
check 'a weekday, even today' 0 '2026-11-15 to 2026-11-22, 2 notes' '' head_line --since sunday n
check 'the first days there are' 0 '0001-01-01 to 0001-01-02, 2 notes' '' \
	head_line --since 0001-01-01 --until 0001-01-02 n
check 'the first day there is' 0 '0001-01-01 to 0001-01-01, 2 notes' '' head_line -t 0001-01-01 n
check '--until after today' 2 '' 'fu-stats: --until: 2026-11-23 is after today, 2026-11-22' fu-stats --until tomorrow n
check '--since after today' 2 '' 'fu-stats: --since: 2026-11-23 is after the last day, 2026-11-22' fu-stats --since +1 n
check '--since after --until' 2 '' 'fu-stats: --since: 2026-11-21 is after the last day, 2026-11-20' \
	fu-stats --until 2026-11-20 --since 2026-11-21 n
check '--since, no date' 2 '' \
	"fu-stats: --since: 'soon' is not a date; write YYYY-MM-DD, today, friday or +3d" fu-stats --since soon n
check '--until, no date' 2 '' \
	"fu-stats: --until: '' is not a date; write YYYY-MM-DD, today, friday or +3d" fu-stats --until '' n
check '--until, no such day' 2 '' "fu-stats: --until: '2026-02-30' is not a day that there is" fu-stats --until 2026-02-30 n
check '--since without a value' 2 '' "fu-stats: option '--since' needs a value; see fu-stats --help" fu-stats --since

# ---- selection, operands ----

check '-w' 0 '2025-11-23 to 2026-11-22, 1 note' '' head_line -w 'tag=hot' n
check '-w, what happened' 0 1 '' emails -w 'tag=hot'
check '-w that none meets' 0 '2025-11-23 to 2026-11-22, 0 notes
Nothing to count yet.' '' fu-stats -w 'tag=cold' n
check '-w twice' 0 '2025-11-23 to 2026-11-22, 0 notes' '' head_line -w 'tag=hot' -w 'id=ben' n
check 'a note' 0 '2025-11-23 to 2026-11-22, 1 note' '' head_line n/ana.md
check 'a note twice' 0 '2025-11-23 to 2026-11-22, 2 notes' '' head_line n n/ana.md
check '-' 0 '2025-11-23 to 2026-11-22, 2 notes' '' sh -c 'printf "n/ana.md\nn/ben.md\n" | fu-stats - | head -n 1'
check '- -0' 0 '2025-11-23 to 2026-11-22, 1 note' '' sh -c 'printf "n/ana.md\0" | fu-stats -0 - | head -n 1'
check '-, nothing' 0 '2025-11-23 to 2026-11-22, 0 notes
Nothing to count yet.' '' sh -c 'fu-stats - </dev/null'
check 'FU_NOTES' 0 '2025-11-23 to 2026-11-22, 2 notes' '' env FU_NOTES=n sh -c 'fu-stats | head -n 1'
check 'current directory' 0 '2025-11-23 to 2026-11-22, 2 notes' '' sh -c 'cd n && fu-stats | head -n 1'
mkdir m
for i in 1 2 3 4 5 6 7 8 9; do
	note "m/$i.md" "stage: s$i" "- 2026-11-0$i email"
done
for threads in 1 2 7; do
	check "-j $threads" 0 "$(fu-stats m)" '' fu-stats -j "$threads" m
done
check 'notes in another order' 0 "$(fu-stats m)" '' fu-stats m/9.md m/5.md m
note odd.md 'name: odd
name: Odd'
check 'a warning' 0 "$(fu-stats --tsv n)" 'fu-stats: odd.md:3:1: warning: name: this key is also on line 2; the last one counts' \
	fu-stats --tsv n odd.md
note odd.md 'name: odd'
check 'a note that is not there' 2 "$(fu-stats --tsv n)" 'fu-stats: gone: No such file or directory' fu-stats --tsv n gone
cat >rules.yaml <<'END'
rules:
  - {name: nudge, after: email, do: ring, in: 1d, until: reply}
END
ring() {
	fu-stats --tsv --rules rules.yaml "$@" | grep ring
}
check '--rules' 0 "$(tsv 'followups | ring | follow-ups | 1' 'followups | ring | on time | 0/1' \
	'followups | ring | late | 0' 'followups | ring | open | 1')" '' ring m/1.md

# ---- help, version ----

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-stats.c"
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
		SEL) value=name ;;
		DATE) value=2026-11-22 ;;
		CHART) value=touches ;;
		FILE) value=none ;;
		N) value=2 ;;
		esac
		fu-stats "$option" ${value:+"$value"} n >/dev/null || echo "$option"
	done
}

check '-h' 0 "$(help)" '' fu-stats -h
check '--help' 0 "$(help)" '' fu-stats --help
check '--help before what is wrong' 0 "$(help)" '' fu-stats --help --nope gone
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-stats --help | awk "length > 80 || NR > 24"'
check 'options of --help' 0 '' '' refused
check '-V' 0 "fu-stats $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-stats -V
check '--version' 0 "$(fu-stats -V)" '' fu-stats --version
check 'unknown option' 2 '' "fu-stats: unknown option '--nope'; see fu-stats --help" fu-stats --nope n

# ---- text ----

mkdir t
note t/a.md 'name: a
stage: a stage whose name is longer than any table is likely to hold
every: 3w' '- 2026-11-01 email
- 2026-11-02 < email
- [x] 2026-11-02 promised ✅ 2026-11-02
- [ ] 2026-11-03 promised
- [ ] 2026-11-04 promised
- [ ] 2026-11-05 promised
- [ ] 2026-11-06 promised'
note t/b.md 'name: b
stage: 田中 "x"' '- 2026-11-01 email'
note t/c.md 'stage: "田中\t太郎\n\u202E|\\"'
wide='2025-11-23 to 2026-11-22, 3 notes

Touches
       touches  out  in  both
email        3    2   1     0  ██████████████████████████████

Answers, by kind of first touch
       approaches  answered     days
email           2   n/a (2)  n/a (1)

Answers, by attempt
       approaches  answered     days
first           2   n/a (2)  n/a (1)

What following up was worth
                       answers    share
after the first touch        1  n/a (1)
after a later one            0  n/a (1)

Promises of mine
                   promises       share
on time                   1  20 % (1/5)  ███████▌
late                      0   0 % (0/5)
kept, day unknown         0
open                      4  80 % (4/5)  ██████████████████████████████
to come                   0
Days late: median 17, 80th percentile 18. Add 18 days to the date of the next
one.

Follow-ups
       follow-ups  on time  late  open
nudge           1  n/a (1)     0     1  ██████████████████████████████
reply           1  n/a (1)     0     1  ██████████████████████████████

Pipeline
          contacts  conversion
contacts         2              ██████████████████████████████
reached          2     n/a (2)  ██████████████████████████████
answered         1     n/a (2)  ███████████████
met              0     n/a (1)
offer            0     n/a (0)

Stages
                                  contacts    share
a stage whose name is longer th…         1  n/a (3)  ███████████████████████████
田中\t太郎\n\xE2\x80\xAE|\\              1  n/a (3)  ███████████████████████████
田中 "x"                                 1  n/a (3)  ███████████████████████████

Keeping in touch
    contacts     kept  slipping
3w         1  n/a (1)         0

n/a (N): N cases are too few to tell'
check 'text' 0 "$wide" '' fu-stats t
check '--table' 0 "$wide" '' fu-stats --table t
check '--table --header' 0 "$wide" '' fu-stats --table --header t
check 'text, 80 columns' 0 "$wide" '' env COLUMNS=80 fu-stats t
check 'text, 50 columns' 0 '2025-11-23 to 2026-11-22, 3 notes

Touches
       touches  out  in  both
email        3    2   1     0  ███████████████████

Answers, by kind of first touch
       approaches  answered     days
email           2   n/a (2)  n/a (1)

Answers, by attempt
       approaches  answered     days
first           2   n/a (2)  n/a (1)

What following up was worth
                       answers    share
after the first touch        1  n/a (1)
after a later one            0  n/a (1)

Promises of mine
                   promises       share
on time                   1  20 % (1/5)  ██▌
late                      0   0 % (0/5)
kept, day unknown         0
open                      4  80 % (4/5)  █████████
to come                   0
Days late: median 17, 80th percentile 18. Add 18
days to the date of the next one.

Follow-ups
       follow-ups  on time  late  open
nudge           1  n/a (1)     0     1  ██████████
reply           1  n/a (1)     0     1  ██████████

Pipeline
          contacts  conversion
contacts         2              ██████████████████
reached          2     n/a (2)  ██████████████████
answered         1     n/a (2)  █████████
met              0     n/a (1)
offer            0     n/a (0)

Stages
                                 contacts    share
a stage whose name is longer t…         1  n/a (3)
田中\t太郎\n\xE2\x80\xAE|\\             1  n/a (3)
田中 "x"                                1  n/a (3)

Keeping in touch
    contacts     kept  slipping
3w         1  n/a (1)         0

n/a (N): N cases are too few to tell' '' env COLUMNS=50 fu-stats t
check 'text, 20 columns: figures stay whole' 0 'Stages
      contacts    share
a s…         1  n/a (3)
田…          1  n/a (3)
田…          1  n/a (3)' '' sh -c 'COLUMNS=20 fu-stats t | sed -n "/^Stages/,/^$/p" | sed "/^$/d"'
check 'text, 1 column' 0 "$(COLUMNS=20 fu-stats m)" '' env COLUMNS=1 fu-stats m
for columns in 0 -1 wide ''; do
	check "text, COLUMNS '$columns'" 0 "$wide" '' env COLUMNS="$columns" fu-stats t
done
check 'text, 300 columns: the longest bar' 0 'email        3    2   1     0  ██████████████████████████████' '' \
	sh -c 'COLUMNS=300 fu-stats t | sed -n 5p'
mkdir bars
note bars/a.md 'name: a' "$(awk 'BEGIN { while (i++ < 61) print "- 2026-11-01 card" }')
- 2026-11-02 email
- 2026-11-02 thanks
- 2026-11-03 thanks
- 2026-11-04 thanks"
check 'bars in halves of a block, and one of them at least' 0 'card         61  ██████████████████████████████
thanks        3  █▌
email         1  ▌' '' sh -c 'fu-stats bars | sed -n "5,7s/  *[0-9]*   0     0//p"'
check 'nothing to count' 0 '2025-11-23 to 2026-11-22, 1 note
Nothing to count yet.' '' fu-stats odd.md

# ---- TSV ----

records=$(tsv 'touches | email | touches | 1' 'touches | email | out | 1' 'touches | email | in | 0' \
	'touches | email | both | 0' 'answers | email | approaches | 1' 'answers | email | answered | 0/1' \
	'answers | email | days | n/a/0' 'attempts | first | approaches | 1' 'attempts | first | answered | 0/1' \
	'attempts | first | days | n/a/0' 'pipeline | contacts | contacts | 1' 'pipeline | reached | contacts | 1' \
	'pipeline | reached | conversion | 1/1' 'pipeline | answered | contacts | 0' 'pipeline | answered | conversion | 0/1' \
	'pipeline | met | contacts | 0' 'pipeline | met | conversion | 0/0' 'pipeline | offer | contacts | 0' \
	'pipeline | offer | conversion | 0/0')
mkdir one
note one/a.md 'name: a' '- 2026-11-20 email'
check '--tsv' 0 "$records" '' fu-stats --tsv one
check '--tsv --header' 0 "$(tsv 'table | row | figure | value')
$records" '' fu-stats --tsv --header one
check '--tsv --header, nothing to count' 0 '' '' fu-stats --tsv --header -w 'tag=cold' n
check 'the last form counts' 0 "$records" '' fu-stats --json --table --tsv one
check 'escapes in TSV' 0 "$(tsv 'stages | 田中\t太郎\n\xE2\x80\xAE|\\ | contacts | 1' \
	'stages | 田中\t太郎\n\xE2\x80\xAE|\\ | share | 1/1')" '' fu-stats --tsv t/c.md

# ---- JSON ----

json() {
	fu-stats --json "$@" | jq -ace "$filter"
}

check '--json, nothing to count' 0 '{"since":"2025-11-23","until":"2026-11-22","today":"2026-11-22","notes":0,"touches":[],'\
'"answers":[],"attempts":[],"worth":[],"promises":[],"days_late":{"median":null,"p80":null,"of":0,"margin":null},'\
'"followups":[],"pipeline":[],"stages":[],"cadence":[]}' '' fu-stats --json -w 'tag=cold' n
filter='.stages[0].stage, .since, .until, .today'
check 'escapes in JSON, the period' 0 '"\u7530\u4e2d\t\u592a\u90ce\n\u202e|\\"
"2026-11-01"
"2026-11-20"
"2026-11-22"' '' json --since 2026-11-01 --until 2026-11-20 t/c.md
filter='[.touches, .answers, .attempts, .worth, .promises, .followups, .pipeline, .stages, .cadence | .[0] | keys_unsorted]'
check 'keys' 0 '[["kind","touches","out","in","both"],["kind","approaches","answered","days"],'\
'["attempt","approaches","answered","days"],["answer","answers","share"],["promise","promises","share"],'\
'["action","followups","on_time","late","open"],["step","contacts","conversion"],["stage","contacts","share"],'\
'["every","contacts","kept","slipping"]]' '' json t
filter='[.. | objects | select(has("rate")) | (.rate == null) == (.of < 5) and (.n | type == "number")] | all'
check 'rates' 0 true '' json t "$top/examples/notes"
filter='[.. | objects | select(has("median")) | (.median == null) == (.of < 5)] | all'
check 'medians' 0 true '' json t "$top/examples/notes"
check '--json --header' 0 "$(fu-stats --json t)" '' fu-stats --json --header t

# ---- SVG ----

for chart in touches answers attempts worth promises followups pipeline stages cadence; do
	check "--svg $chart" 0 '' '' sh -c "fu-stats --svg $chart t >$chart.svg"
	check "--svg $chart, nothing to count" 0 '' '' sh -c "fu-stats --svg $chart odd.md >$chart.none.svg"
	check "--svg $chart, nothing to count, says so" 0 1 '' grep -c ': none yet</title>' "$chart.none.svg"
	if has xmllint; then
		check "--svg $chart is XML" 0 '' '' xmllint --noout "$chart.svg" "$chart.none.svg"
	else
		skip "--svg $chart is XML" 'no xmllint(1)'
	fi
done
check '--svg, bars of counts' 0 3 '' grep -c '<rect class="bar"' stages.svg
check '--svg, no bar of too few cases' 1 0 '' grep -c '<rect class="bar"' answers.svg
check '--svg --header' 0 "$(cat touches.svg)" '' fu-stats --svg touches --header t
names='touches, answers, attempts, worth, promises, followups, pipeline, stages, cadence'
check '--svg, no such chart' 2 '' "fu-stats: --svg: 'follow-ups' is none of $names" fu-stats --svg follow-ups n
check '--svg, empty' 2 '' "fu-stats: --svg: '' is none of $names" fu-stats --svg '' n
check '--svg without a value' 2 '' "fu-stats: option '--svg' needs a value; see fu-stats --help" fu-stats --svg
for form in --json --tsv --table; do
	check "--svg $form" 2 '' 'fu-stats: --svg is a form of its own; leave out --json, --table and --tsv' \
		fu-stats --svg touches $form n
done

# ---- output ----

full='fu-stats: standard output: No space left on device'
if [ -c /dev/full ]; then
	for form in --table --tsv --json '--svg touches'; do
		check "output full, $form" 2 '' "$full" sh -c "fu-stats $form n >/dev/full"
	done
else
	skip 'output full' 'no /dev/full'
fi
check 'output closed' 2 '' 'fu-stats: standard output: Bad file descriptor' sh -c 'fu-stats n >&-'

plan_done
