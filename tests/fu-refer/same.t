#!/bin/sh
# The referrals of examples/notes, as they were once looked through; the same bytes in any locale and time zone, on any
# number of threads, in any order of the notes.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
notes=examples/notes

golden() {
	cat "$top/tests/fu-refer/demo.$1"
}

cd "$top" || exit 1
check 'TSV' 0 "$(golden tsv)" '' fu-refer "$notes"
check 'JSON' 0 "$(golden json)" '' fu-refer --json "$notes"
check 'tree' 0 "$(golden tree)" '' fu-refer --tree "$notes"
check 'dot' 0 "$(golden dot)" '' fu-refer --dot "$notes"
for columns in 80 50; do
	check "table, $columns columns" 0 "$(golden table$columns)" '' \
		env COLUMNS=$columns fu-refer --table --header "$notes"
done
check 'a REFERRER' 0 "$(golden tsv)" '' fu-refer "$notes" Lee\ Park
check 'a REFERRER, a path' 0 "$(golden tsv)" '' fu-refer "$notes" $notes/jobs/lee-park.md
unset LC_ALL
for locale in C C.UTF-8 tr_TR.UTF-8 none; do
	export LC_ALL=$locale
	check "LC_ALL=$locale" 0 "$(golden tsv)" '' fu-refer "$notes"
	check "LC_ALL=$locale, tree" 0 "$(golden tree)" '' fu-refer --tree "$notes"
	check "LC_ALL=$locale, table" 0 "$(golden table80)" '' env COLUMNS=80 fu-refer --table --header "$notes"
	unset LC_ALL
done
export LC_ALL=C
for TZ in Pacific/Apia Etc/GMT+12 none; do
	export TZ
	check "TZ=$TZ" 0 "$(golden tsv)" '' fu-refer "$notes"
done
unset TZ
for jobs in 1 2 7 1024; do
	check "-j $jobs" 0 "$(golden dot)" '' fu-refer --dot -j $jobs "$notes"
done
FU_TODAY=2000-01-01
check 'FU_TODAY before --today' 0 "$(golden json)" '' fu-refer --json --today 2026-11-22 "$notes"

plan_done
