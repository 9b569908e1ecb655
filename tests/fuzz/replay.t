#!/bin/sh
# Each fuzz target takes the inputs that are kept for it, those that it once failed on among them.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

# What replay prints for its operands.
points() {
	i=0
	for input; do
		i=$((i + 1))
		echo "ok $i - $input"
	done
	echo "1..$i"
}

for corpus in "$top"/tests/fuzz/corpus/*; do
	target=${corpus##*/}
	cd "$corpus" || exit 1
	set -- ./*
	# shellcheck disable=SC2086 # a command and its options
	check "$target: $# inputs" 0 "$(points "$@")" '' ${WRAPPER-} "$BUILD/fuzz/$target-replay" "$@"
done

plan_done
