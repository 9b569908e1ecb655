#!/bin/sh
# What a fault in the reading of notes could be used for: a library in each tool attempts to make files and to run a
# program once a note has been read. With a kernel that has no Landlock all of it is done.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

[ -z "${WRAPPER-}" ] || skip_all 'the attempts are not for another program'
${CC:-cc} -std=c11 -D_FILE_OFFSET_BITS=64 -shared -fPIC -o "$tmp/attempt.so" "$top/tests/all/attempt.c" -ldl \
	2>"$tmp/err" || skip_all 'no library can be made'
! grep -q __gcov_ "$BUILD/fu-due" || skip_all 'programs that write down what they ran have no sandbox'
export FU_TODAY=2026-11-22
export ASAN_OPTIONS="verify_asan_link_order=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"

# landlock: whether the kernel has it
cat >"$tmp/landlock.c" <<'C'
#include <unistd.h>
long syscall(long number, ...);
int main(void) { return syscall(444, (void *)0, 0, 1) < 1; }
C
${CC:-cc} -o "$tmp/landlock" "$tmp/landlock.c" || skip_all 'no program can be made'

begin() {
	rm -rf notes other && mkdir notes other
	note notes/dana.md 'name: Dana Reyes
via: ana' '- [ ] 2026-11-20 send the plan'
	note notes/ana.md 'name: Ana Gomez'
	note other/tom.md 'name: Tom Kim'
}

# attempts COMMAND: its status, and what was made
attempts() {
	begin
	rm -f made
	(export LD_PRELOAD="$tmp/attempt.so" && eval "$1" >"$tmp/out")
	echo $?
	find . -name made | sort
}

# with_one_file COMMAND...: it can have one file open
with_one_file() {
	prlimit --nofile=4 "$@" 3>&- 4>&-
}

# tool BESIDE MADE COMMAND: what comes of making a file beside the notes, and which is made
tool() {
	if "$tmp/landlock"; then
		check "$3" 0 "0$2" "beside: $1
elsewhere: Permission denied
run: Permission denied" attempts "$3"
	else
		skip "$3" 'the kernel has no Landlock'
	fi
	check "$3, the kernel has no Landlock" 0 '0
./made
./notes/made' 'beside: done
elsewhere: done
run: done' attempts "export FU_KERNEL=old; $3"
}

# reader COMMAND
reader() {
	tool 'Permission denied' '' "$1"
}

# editor COMMAND
editor() {
	tool 'done' '
./notes/made' "$1"
}

export FU_NOTES=notes
tsv 'notes/dana.md | 2026-11-22 | > | call' >"$tmp/records"
reader fu-due
reader 'fu-due -j4'
reader 'fu-list -w name'
reader 'echo notes/dana.md | fu-list -'
reader fu-check
reader fu-refer
reader fu-report
reader fu-stats
editor 'fu-log call notes/dana.md'
editor 'fu-log -n call notes/dana.md'
editor 'fu-log call dana'
editor 'FU_NOTES=notes/dana.md fu-log call dana'
editor 'fu-log call dana other/tom.md'
editor 'echo other/tom.md | fu-log call dana -'
editor 'fu-log - <"$tmp/records"'
editor 'fu-promise --by friday -m "send the plan" dana'
editor 'fu-set notes/dana.md every=6w'
editor 'echo notes/dana.md | fu-set - every=6w'
editor 'fu-new "Tom Lee"'
editor 'fu-new -d notes "Tom Lee"'
reader 'fu-new -n "Tom Lee"'
if "$tmp/landlock"; then
	check 'a name with a NUL allows nothing' 0 '2
./notes/made' 'beside: done
elsewhere: Permission denied
run: Permission denied
fu-set: .\x00/dana.md: a name with a NUL in it; write -0 if NULs separate the names' \
		attempts 'printf "notes/dana.md\n.\0/dana.md\n" | fu-set - every=6w'
	begin
	check 'a directory that cannot be opened' 2 '' \
		'fu-log: cannot keep from writing elsewhere than in notes/: Too many open files; run it again' \
		with_one_file fu-log call notes/dana.md
else
	skip 'a name with a NUL allows nothing, a directory that cannot be opened' 'the kernel has no Landlock'
fi
plan_done
