#!/bin/sh
# Random notes, and what oracle.py says the numbers of them must be. FU_ORACLE: how many notes, in all.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

python3 -c '' 2>/dev/null || skip_all 'no python3'

total=${FU_ORACLE:-1500}
sets=10 few=5
count=$(((total * 9 / 10 + sets - 1) / sets))
small=$((total / 10 / few + 1))

oracle() {
	python3 "$top/tests/fu-stats/oracle.py" "$@" || echo 'oracle.py failed'
}

# One line of JSON as several, that diff may show a row.
lines() {
	sed 's/:\[/&\
/g; s/[]}],/&\
/g'
}

stats() {
	fu-stats --rules none --json "$@" >"$tmp/json"
	set -- $?
	lines <"$tmp/json"
	return "$1"
}

# agree SEED TODAY OPTION...
agree() {
	seed=$1 today=$2
	shift 2
	wanted=$(oracle --seed "$seed" --count "$count" --today "$today" "$@" "n$seed" | lines)
	check "seed $seed: $count notes on $today${*:+, }$*" 0 "$wanted" '' stats --today "$today" "$@" "n$seed"
	rm -r "n$seed"
}

small() {
	for dir in few*; do
		stats --today 2026-11-22 --since 2026-05-01 "$dir" || return
	done
}

agree 1 2026-11-22
agree 2 2026-11-22 --since 2026-06-01
agree 3 2026-11-22 --until 2026-08-31
agree 4 2026-11-22 --since 2026-01-01 --until 2026-03-31
agree 5 2028-02-29
agree 6 2025-02-28
agree 7 2026-11-22 --since 2026-11-22
agree 8 2027-01-01 --since 2001-01-01
agree 9 2026-12-31 --since 2026-11-01 --until 2026-12-30
agree 10 2026-08-01 --since 2024-02-29 --until 2026-02-28

seed=0
wanted=$(while [ "$seed" -lt "$small" ]; do
	seed=$((seed + 1))
	oracle --seed "$seed" --count "$few" --today 2026-11-22 --since 2026-05-01 "few$(printf %06d "$seed")"
done | lines)
check "$small directories of $few notes" 0 "$wanted" '' small

count=0
agree 11 2026-11-22

plan_done
