#!/bin/sh
# The same notes, rules and day give the same bytes: those that were once looked through, in any locale and time
# zone, on any number of threads, in any order of the notes.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')
notes=examples/notes
rules=$notes/.fu/rules.yaml

golden() {
	cat "$top/tests/fu-due/demo$1"
}

all() {
	fu-due -a --every-reason "$@"
}

table() {
	COLUMNS=80 fu-due --table --header "$@"
}

cd "$top" || exit 1
tsv=$(golden -all.tsv)
table=$(golden .table80)

check 'TSV' 0 "$(golden .tsv)" '' fu-due "$notes"
check 'TSV of all' 0 "$tsv" '' all "$notes"
check 'JSON' 0 "$(golden .json)" '' fu-due --json "$notes"
check 'table' 0 "$(golden .table)" '' fu-due --table --header "$notes"
check 'table, 80 columns' 0 "$table" '' table "$notes"

# ---- settings ----

unset LC_ALL
for locale in C C.UTF-8 tr_TR.UTF-8 none; do
	export LC_ALL=$locale
	check "LC_ALL=$locale" 0 "$tsv" '' all "$notes"
	check "LC_ALL=$locale, table" 0 "$table" '' table "$notes"
	unset LC_ALL
	export LANG=$locale
	check "LANG=$locale" 0 "$tsv" '' all "$notes"
	unset LANG
done
export LC_ALL=C
for TZ in Pacific/Apia Etc/GMT+12 none; do
	export TZ
	check "TZ=$TZ" 0 "$tsv" '' all "$notes"
done
unset TZ
for jobs in 1 2 7 1024; do
	check "-j$jobs" 0 "$tsv" '' all -j$jobs $notes
done

# ---- order ----

names() {
	find "$notes" -name '*.md' | sort -r
}

operands() {
	names | xargs fu-due -a --every-reason --rules "$rules"
}

standard_input() {
	names | all --rules "$rules" -
}

by_date() {
	all "$notes" | sort -k1,1 -s
}

by_date_and_path() {
	all "$notes" | sort -t "$tab" -k1,1 -k4,4 -s
}

check 'operands in reverse' 0 "$tsv" '' operands
check 'standard input in reverse' 0 "$tsv" '' standard_input
check 'sorting by date changes nothing' 0 "$tsv" '' by_date
check 'sorting by date and path changes nothing' 0 "$tsv" '' by_date_and_path
mkdir "$tmp/again"
find "$notes" -type d -exec mkdir -p "$tmp/again/{}" \;
cp "$rules" "$tmp/again/$rules"
names | while read -r name; do
	cp "$name" "$tmp/again/$name"
done
cd "$tmp/again" || exit 1
check 'a directory made in reverse' 0 "$tsv" '' all "$notes"

# ---- more notes than one thread takes, two in each directory bad ----

cd "$tmp/here" || exit 1
for n in 01 02 03 04 05 06 07 08 09 10 11 12; do
	cp -R "$top/$notes" $n
	note $n/bad.md 'last: soon' '- 2026-02-30 call'
	note $n/worse.md 'org: *acme'
done
notes=.
rules=01/.fu/rules.yaml

status() {
	all --rules "$rules" -j1 . >"$tmp/one" 2>"$tmp/errors"
}

check 'many notes' 2 '' '' status
check 'many notes, 3 errors for each of 12 directories' 0 36 '' grep -c -v warning: "$tmp/errors"
one=$(cat "$tmp/one") errors=$(cat "$tmp/errors")
for jobs in 2 3 7 64; do
	check "many notes, -j$jobs" 2 "$one" "$errors" all --rules "$rules" -j$jobs .
done
check 'many notes, standard input in reverse' 2 "$one" "$errors" standard_input

plan_done
