#!/bin/sh
# fu-refer says of random notes what their facts say, and what fu-due reports. FU_ORACLE: how many notes, in all.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

python3 -c '' 2>/dev/null || skip_all 'no python3'

sets=5
count=$(((${FU_ORACLE:-1500} + sets - 1) / sets))

# agree SEED TODAY
agree() {
	check "seed $1: $count notes on $2" 0 "$count notes" '' \
		python3 "$top/tests/fu-refer/agree.py" --seed "$1" --count "$count" --today "$2" "n$1"
	rm -rf "n$1"
}

agree 1 2026-11-22
agree 2 2026-11-22
agree 3 2026-02-28
agree 4 2028-02-29
agree 5 2026-08-01

plan_done
