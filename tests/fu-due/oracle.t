#!/bin/sh
# Random notes, and what oracle.py says must be printed of them. FU_ORACLE: how many notes, in all.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

python3 -c '' 2>/dev/null || skip_all 'no python3'

sets=10
count=$(((${FU_ORACLE:-1500} + sets - 1) / sets))

# agree SEED TODAY OPTION...
agree() {
	seed=$1 today=$2
	shift 2
	wanted=$(python3 "$top/tests/fu-due/oracle.py" --seed "$seed" --count "$count" --today "$today" "$@" "n$seed") \
		|| wanted='oracle.py failed'
	check "seed $seed: $count notes on $today${*:+, }$*" 0 "$wanted" '' \
		fu-due --rules none --today "$today" "$@" "n$seed"
	rm -r "n$seed"
}

agree 1 2026-11-22
agree 2 2026-11-22 --every-reason
agree 3 2026-11-22 -a
agree 4 2026-11-22 -a --every-reason
agree 5 2026-02-28 --within 2w
agree 6 2028-02-29 --within 5bd --every-reason
agree 7 2026-12-31 --within 1q
agree 8 2027-01-01 --until 2027-01-31
agree 9 2026-11-22 --until 2026-11-01
agree 10 2026-08-01 --within 400 --every-reason

plan_done
