#!/bin/sh
# The numbers of the examples are those that were once counted by hand, in any locale, time zone and order of the notes.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
notes=examples/notes

golden() {
	cat "$top/tests/fu-stats/demo$1"
}

cd "$top" || exit 1
check 'text' 0 "$(golden .txt)" '' fu-stats "$notes"
check 'text, 80 columns' 0 "$(golden .txt)" '' env COLUMNS=80 fu-stats "$notes"
check 'text, 50 columns' 0 "$(golden 50.txt)" '' env COLUMNS=50 fu-stats "$notes"
check 'TSV' 0 "$(golden .tsv)" '' fu-stats --tsv --header "$notes"
check 'JSON' 0 "$(golden .json)" '' fu-stats --json "$notes"
check 'SVG' 0 "$(golden .svg)" '' fu-stats --svg followups "$notes"

# longer FILE COLUMNS: lines that are longer
longer() {
	sed 's/█/#/g; s/▌/#/g' "tests/fu-stats/$1" | awk -v columns="$2" 'length > columns'
}

check '80 columns are not exceeded' 0 '' '' longer demo.txt 80
check '50 columns are not exceeded' 0 '' '' longer demo50.txt 50

for locale in C C.UTF-8 tr_TR.UTF-8 none; do
	check "LC_ALL=$locale" 0 "$(golden .txt)" '' env LC_ALL=$locale fu-stats "$notes"
done
for zone in UTC0 EAST-14 WEST+12; do
	check "TZ=$zone" 0 "$(golden .tsv)" '' env TZ=$zone fu-stats --tsv --header "$notes"
done
for threads in 1 2 7; do
	check "-j $threads" 0 "$(golden .json)" '' fu-stats --json -j $threads "$notes"
done

# backwards ARG...: fu-stats with the notes in reverse, on standard input
backwards() {
	find "$notes" -name '*.md' | sort -r | fu-stats "$@" --rules "$notes/.fu/rules.yaml" -
}

check 'in reverse' 0 "$(golden .tsv)" '' backwards --tsv --header

plan_done
