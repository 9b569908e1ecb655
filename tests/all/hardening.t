#!/bin/sh
# What the default build does to make a fault of ours harder to use: position-independent, its tables read-only once it
# runs, no stack that can be executed, checks of the stack and of what goes into buffers.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

[ "$BUILD" = "$top/build" ] || skip_all 'built with other flags'

headers() {
	readelf -hlW "$1" | awk '$1 == "Type:" { print $2 } $1 == "GNU_STACK" { print $1, $(NF - 1) } $1 == "GNU_RELRO" { print $1 }'
}
flags() {
	readelf -dW "$1" | grep -ow 'BIND_NOW'
}
imports() {
	readelf --dyn-syms -W "$1" | grep -oE '__stack_chk_fail|__[a-z]+_chk' | sed 's/^__[a-z]*_chk$/checked/' | sort -u
}

for program in "$BUILD"/fu-*; do
	[ -x "$program" ] || continue
	name=${program##*/}
	check "$name: position-independent, no executable stack, tables read-only" 0 'DYN
GNU_STACK RW
GNU_RELRO' '' headers "$program"
	check "$name: symbols are bound at once" 0 BIND_NOW '' flags "$program"
	check "$name: the stack and buffers are checked" 0 '__stack_chk_fail
checked' '' imports "$program"
done

plan_done
