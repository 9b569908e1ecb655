#!/bin/sh
# The same notes, rules and day give the same bytes: those that were once looked through, in any locale and time
# zone, on any number of threads, in any order of the notes.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
notes=examples/notes

golden() {
	cat "$top/tests/fu-report/demo$1"
}

cd "$top" || exit 1
text=$(golden .txt)
html=$(golden .html)

check 'text' 0 "$text" '' fu-report $notes
check 'text, 50 columns' 0 "$(golden 50.txt)" '' env COLUMNS=50 fu-report $notes
check 'Markdown' 0 "$(golden .md)" '' fu-report --format markdown $notes
check 'HTML' 0 "$html" '' fu-report --format html $notes
check 'JSON' 0 "$(golden .json)" '' fu-report --json $notes
check 'TSV' 0 "$(golden .tsv)" '' fu-report --tsv --header $notes
check 'mail' 0 "$(golden .mail)" '' fu-report --mail me@example.com $notes

unset LC_ALL
for locale in C C.UTF-8 tr_TR.UTF-8 none; do
	export LC_ALL=$locale
	check "LC_ALL=$locale" 0 "$text" '' fu-report $notes
	check "LC_ALL=$locale, HTML" 0 "$html" '' fu-report --format html $notes
	unset LC_ALL
done
export LC_ALL=C
for TZ in Pacific/Apia Etc/GMT+12 none; do
	export TZ
	check "TZ=$TZ" 0 "$text" '' fu-report $notes
done
unset TZ
for jobs in 1 2 7 1024; do
	check "-j$jobs" 0 "$html" '' fu-report -j$jobs --format html $notes
done

backwards() {
	find "$notes" -name '*.md' | sort -r | fu-report --rules "$notes/.fu/rules.yaml" "$@" -
}
check 'in another order' 0 "$text" '' backwards
check 'in another order, HTML' 0 "$html" '' backwards --format html

plan_done
