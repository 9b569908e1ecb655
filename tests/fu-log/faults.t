#!/bin/sh
# A note is its old text or its new one, whatever happens: fu-log and fu-new killed at every system call they make, calls
# that fail, reads and writes that are cut short, a full disk, and others who write at the same time.
#
# Each call fails once, with one error after the other in turn; with FU_FAULTS=all each fails with each of them.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

[ -z "${WRAPPER-}" ] || skip_all 'the faults are not for another program'
! grep -q __gcov_ "$BUILD/fu-log" || skip_all 'gcov makes calls of its own, and what it writes is spoilt where they fail'
export ASAN_OPTIONS="detect_leaks=0:verify_asan_link_order=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"

errors='ENOSPC EIO EDQUOT EINTR EXDEV EPERM EMFILE'

# ---- what is run, on what ----

cat >"$tmp/old.md" <<'NOTE'
---
name: Dana Reyes
---

## Log
- 2026-11-01 call about the plan
NOTE
chmod 640 "$tmp/old.md"
[ "$(id -u)" -ne 0 ] || chown 1234:5678 "$tmp/old.md"
python3 -c 'import os, sys; os.setxattr(sys.argv[1], "user.tag", b"blue")' "$tmp/old.md" 2>/dev/null

# begin: a directory with the old note alone, or with none if there is to be a new one
begin() {
	rm -rf notes && mkdir notes && { [ "$tool" = fu-new ] || cp -a "$tmp/old.md" notes/dana-reyes.md; }
}

# arguments: of the tool, in "$@" of `eval set --`
arguments() {
	case $tool in
	fu-log) echo 'fu-log email notes/dana-reyes.md -m "sent it" -t 2026-11-22' ;;
	fu-new) echo 'fu-new "Dana Reyes" -d notes -t 2026-11-22' ;;
	esac
}

run() {
	eval "$(arguments)" >"$tmp/out" 2>"$tmp/err" && got=0 || got=$?
}

# run_with STRACE-OPTION...
run_with() {
	eval 'strace -qq -o "$tmp/strace" "$@"' "$(arguments)" >"$tmp/out" 2>"$tmp/err" && got=0 || got=$?
}

# with_tool TOOL: what is there before and after it
with_tool() {
	tool=$1
	begin
	run
	cp -a notes/dana-reyes.md "$tmp/new.md"
}

is_like() {
	cmp -s "$1" notes/dana-reyes.md \
		&& [ "$(stat -c '%a %u %g' "$1")" = "$(stat -c '%a %u %g' notes/dana-reyes.md)" ]
}

# state: sets it to old, new or neither; left: what else is there
state() {
	state=neither
	if [ "$tool" = fu-new ] && [ ! -e notes/dana-reyes.md ]; then
		state=old
	elif is_like "$tmp/new.md"; then
		state=new
	elif [ "$tool" = fu-log ] && is_like "$tmp/old.md"; then
		state=old
	fi
	left=$(find notes -mindepth 1 ! -name dana-reyes.md)
}

# ---- points: the calls it makes ----

# What the sanitizers do to memory is not to fail, and would take long.
! grep -q __asan_init "$BUILD/fu-log" && skipped=exit_group || skipped='exit_group|m[a-z]+|brk|prctl|gettid'

# points STRACE-OPTION...: a line for each call after the program is loaded, save those that an option makes fail: its
# name, and which one of that name it is
points() {
	begin
	run_with "$@"
	awk -F '(' -v skipped="^($skipped)\$" '
		/^fcntl\(0, F_GETFD/ { loaded = 1 }
		/^[a-z0-9_]+\(/ { n[$1]++; if (loaded && $1 !~ skipped && !/INJECTED/) print $1, n[$1] }
	' "$tmp/strace" >"$tmp/points"
}

# kill_at_all STRACE-OPTION...: prints each point where the note is then neither the old nor the new one
kill_at_all() {
	killed=0 old=0 new=0
	while read -r call n; do
		begin
		run_with -e inject="$call:signal=KILL:when=$n" "$@"
		state
		case $got/$state in
		137/old) old=$((old + 1)) ;;
		137/new) new=$((new + 1)) ;;
		*) echo "$call $n: status $got, the note is $state" ;;
		esac
		killed=$((killed + 1))
	done <"$tmp/points"
	[ "$old" -gt 0 ] && [ "$new" -gt 0 ] || echo "$killed points, $old old, $new new"
}

# judge: says what is wrong after an error, if something is
judge() {
	case $got/$state in
	0/new) ! grep -qv "^$tool: .*: warning: " "$tmp/err" || echo 'status 0 with a message' ;;
	2/old) grep -q "^$tool: " "$tmp/err" && ! grep -q 'written, but' "$tmp/err" || echo 'the message is not right' ;;
	2/new) grep -q "^$tool: .*written, but\|^$tool: standard output: " "$tmp/err" || echo 'a message must say it is new' ;;
	*) echo "status $got, the note is $state" ;;
	esac
	[ -z "$left" ] || echo "left: $left"
}

# fail_at CALL N ERROR STRACE-OPTION...
fail_at() {
	begin
	fail_point="$1 $2, $3"
	# What brk() returns when it fails is no error, but an address that is too low.
	[ "$1" = brk ] && fail_inject=brk:retval=0:when=$2 || fail_inject=$1:error=$3:when=$2
	shift 3
	run_with -e inject="$fail_inject" "$@"
	state
	wrong=$(judge)
	[ -z "$wrong" ] || {
		echo "$fail_point: $wrong"
		head -n 3 "$tmp/err"
	}
	tried=$((tried + 1))
	case $got/$state in
	0/*) recovered=$((recovered + 1)) ;;
	*/old) refused=$((refused + 1)) ;;
	*) written=$((written + 1)) ;;
	esac
}

# fail_at_all STRACE-OPTION...: prints what is wrong after each of the errors
fail_at_all() {
	tried=0 recovered=0 refused=0 written=0 turn=0
	while read -r call n; do
		turn=$((turn % 7 + 1))
		# shellcheck disable=SC2086 # a list of words
		[ "${FU_FAULTS-}" = all ] && set_of=$errors || set_of=$(echo $errors | cut -d ' ' -f $turn)
		for error in $set_of; do
			fail_at "$call" "$n" "$error" "$@"
		done
	done <"$tmp/points"
	[ "$recovered" -gt 0 ] && [ "$refused" -gt 0 ] || echo "$tried points, $recovered recovered, $refused refused"
}

# always RESULT ERROR CALL...: prints where the error at one of these calls is not `said`, or there is no `new` note as if
# there were none
always() {
	wanted=$1 error=$2
	shift 2
	while read -r call n; do
		case " $* " in
		*" $call "*) ;;
		*) continue ;;
		esac
		begin
		run_with -e inject="$call:error=$error:when=$n"
		state
		case $got/$state/$wanted in
		0/new/new) [ ! -s "$tmp/err" ] || echo "$call $n: a message" ;;
		2/*/said) [ -s "$tmp/err" ] || echo "$call $n: no message" ;;
		*) echo "$call $n: status $got, the note is $state" ;;
		esac
	done <"$tmp/points"
}

# faults NAME TOOL STRACE-OPTION...
faults() {
	name=$1
	with_tool "$2"
	shift 2
	points "$@"
	check "$name: killed at each call, the note is the old or the new one" 0 '' '' kill_at_all "$@"
	echo "# $killed calls: $old times old, $new times new"
	check "$name: where a call fails, the note is the old or the new one, and nothing else is left" 0 '' '' \
		fail_at_all "$@"
	echo "# $tried errors: $recovered without harm, $refused refused, $written written all the same"
}

if ! has strace || ! strace -qq -o /dev/null true 2>/dev/null; then
	traced=
	skip 'calls that fail' 'no strace, or it may not trace'
else
	traced=1
	faults fu-log fu-log
	check 'what is interrupted goes on' 0 '' '' \
		always new EINTR openat flock pread64 write fchown fchmod fsync unlinkat close
	check 'what cannot be read or written is said' 0 '' '' \
		always said EIO openat flock pread64 write fchown fsync renameat2 close flistxattr fsetxattr
	faults fu-new fu-new
	faults 'fu-log, where files cannot change places' fu-log -e inject=renameat2:error=ENOSYS
	faults 'fu-new, where files cannot change places' fu-new -e inject=renameat2:error=ENOSYS
fi

# ---- reads and writes that are cut short, or interrupted ----

# short HOW
short() {
	begin
	(
		export FU_SHORT="$1" LD_PRELOAD="$tmp/short.so"
		run
		exit "$got"
	)
	got=$?
	state
	echo "$got $state $left"
}

with_tool fu-log
if ! ${CC:-cc} -D_FILE_OFFSET_BITS=64 -shared -fPIC -o "$tmp/short.so" "$top/tests/fu-log/short.c" -ldl 2>"$tmp/err"; then
	skip 'reads and writes cut short' 'no library can be made'
else
	for how in one half; do
		check "reads and writes of $how, every other one interrupted" 0 '0 new ' '' short "$how"
	done
fi

# ---- a full disk ----

# on_disk SCRIPT: runs it in a file system of 16 pages of its own
on_disk() {
	unshare "$namespace" sh -c "mount -t tmpfs -o size=64k tmpfs disk && cd disk && $1"
}

# fill_up KBYTES...: with so much beside it, a note of 20 KiB gets another touch, or does not
fill_up='fill_up() {
	for fill; do
		rm -rf ./* .fu-* && cp "$tmp/large.md" note.md && head -c "${fill}k" /dev/zero >fill || return 1
		fu-log email note.md -t 2026-11-22 2>"$tmp/err" && status=0 || status=$?
		cmp -s "$tmp/large.md" note.md && note=old || note=$(diff "$tmp/large.md" note.md | sed 1d)
		echo "$fill: $status, $note; $(echo $(find . -type f | sort))"
		cat "$tmp/err"
	done
}'
full='fu-log: note.md: the new text cannot be written: No space left on device'
export tmp

unshare -m true 2>/dev/null && namespace=-m || namespace=-rm
mkdir disk
{ cat "$tmp/old.md" && head -c 20000 /dev/zero | tr '\0' x | fold && echo; } >"$tmp/large.md"
if ! on_disk true 2>/dev/null; then
	skip 'a full disk' 'no file system can be mounted'
else
	check 'a full disk' 0 "0: 0, > - 2026-11-22 email; ./fill ./note.md
16: 0, > - 2026-11-22 email; ./fill ./note.md
28: 2, old; ./fill ./note.md
$full
40: 2, old; ./fill ./note.md
$full
44: 2, old; ./fill ./note.md
$full" '' on_disk "$fill_up; fill_up 0 16 28 40 44"
fi

# ---- others that write at the same time ----

# all_at_once: 300 touches of one note
all_at_once() {
	for i in $(seq 300); do
		{ fu-log call notes/dana-reyes.md -m "the ${i}th" -t 2026-11-22 || echo "${i}: status $?"; } &
	done
	wait
	find notes -mindepth 1 ! -name dana-reyes.md
	sed -n 's/^- 2026-11-22 call the \(.*\)th$/\1/p' notes/dana-reyes.md | sort -n | uniq | wc -l
	grep -c . notes/dana-reyes.md
}

tool=fu-log
begin
check '300 at once all have their turn' 0 "300
$((300 + $(grep -c . "$tmp/old.md")))" '' all_at_once

in_place() {
	echo "$1" >notes/dana-reyes.md
}

by_another_file() {
	echo "$1" >notes/editor && mv notes/editor notes/dana-reyes.md
}

with_backup() {
	mv notes/dana-reyes.md "$tmp/backup" && echo "$1" >notes/dana-reyes.md
}

# until_stopped N: waits until the tool was stopped N times
until_stopped() {
	for _ in $(seq 250); do
		[ "$(grep -c 'stopped by SIGSTOP' "$tmp/strace" 2>/dev/null)" != "$1" ] || return 0
		sleep 0.02
	done
	echo 'it does not stop'
}

# while_stopped OPTION... -- COMMAND...: runs fu-log under strace, with options that stop it after a call, and each time
# the next command; prints its status and what is there then
while_stopped() {
	begin
	: >"$tmp/strace"
	while_options=
	while [ "$1" != -- ]; do
		while_options="$while_options -e inject=$1"
		shift
	done
	shift
	{
		# shellcheck disable=SC2086 # a list of words
		strace -qq -o "$tmp/strace" $while_options \
			sh -c 'echo $$ >"$tmp/pid" && exec fu-log email notes/dana-reyes.md -t 2026-11-22' 2>"$tmp/err"
		echo $? >"$tmp/status"
	} &
	while_n=0
	for while_edit; do
		while_n=$((while_n + 1))
		until_stopped "$while_n"
		$while_edit
		kill -CONT "$(cat "$tmp/pid")"
	done
	wait
	cat "$tmp/status" "$tmp/err" | sed 's/\.fu-......\.tmp/.fu-XXXXXX.tmp/g'
	find notes -type f | sort | while read -r file; do
		echo "$file: $(cat "$file")" | sed 's/\.fu-......\.tmp/.fu-XXXXXX.tmp/g'
	done
}

written="fsync:signal=STOP:when=1"
exchanged="renameat2:signal=STOP:when=1"
checked="fsync:signal=STOP:when=2"
theirs="notes/dana-reyes.md: theirs"
refused="2
fu-log: notes/dana-reyes.md: changed by another program meanwhile; nothing was written, run it again"
twice="2
fu-log: notes/dana-reyes.md: changed twice by another program meanwhile; nothing was written, and the first of its texts \
is in .fu-XXXXXX.tmp beside it"

if [ -z "$traced" ]; then
	skip 'others that write meanwhile' 'no strace, or it may not trace'
else
	for edit in in_place by_another_file with_backup; do
		check "$edit, once the new text is written" 0 "$refused
$theirs" '' while_stopped "$written" -- "$edit theirs"
		check "$edit, where files cannot change places" 0 "$refused
$theirs" '' while_stopped "$written" renameat2:error=ENOSYS -- "$edit theirs"
		check "$edit, once they have changed places" 0 "0
$theirs" '' while_stopped "$exchanged" -- "$edit theirs"
		check "$edit, once all is well" 0 "0
$theirs" '' while_stopped "$checked" -- "$edit theirs"
		check "by_another_file before they change places, and $edit after" 0 "$twice
notes/.fu-XXXXXX.tmp: theirs
notes/dana-reyes.md: newest" '' while_stopped "$written" "$exchanged" -- 'by_another_file theirs' "$edit newest"
	done
fi

# ---- no standard files ----

# closed REDIRECTION: what is there then
closed() {
	begin
	eval "$(arguments) $1" && got=0 || got=$?
	state
	echo "$got $state $left"
}

with_tool fu-log
for redirection in '<&-' '>&-' '2>&-' '<&- >&- 2>&-'; do
	check "fu-log $redirection" 0 '0 new ' '' closed "$redirection"
done
chmod a-w "$tmp/old.md"
check 'fu-log 2>&-, which is refused' 0 '2 old ' '' closed '<&- >&- 2>&-'
chmod u+w "$tmp/old.md"

# ---- what may not be written ----

# as_somebody COMMAND...
as_somebody() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	fi
}

# may_not MODE-OF-DIRECTORY MODE: what is said to somebody, and what is there then
may_not() {
	begin
	[ "$(id -u)" -ne 0 ] || chown -R "$owner" notes
	chmod "$2" notes/dana-reyes.md && chmod "$1" notes
	PATH="$tmp:$PATH" as_somebody fu-log email notes/dana-reyes.md -t 2026-11-22
	echo $?
	chmod 700 notes
	find notes -mindepth 1
	cmp "$tmp/old.md" notes/dana-reyes.md
}

there="2
notes/dana-reyes.md"
chmod 755 "$tmp" "$tmp/here" "$tmp/home" "$tmp/config" && cp "$BUILD/fu-log" "$tmp/"
owner=65534:65534
if ! as_somebody "$tmp/fu-log" -h >/dev/null 2>&1; then
	skip 'files that may not be written' 'nobody else can run it'
else
	check 'a directory that may not be written' 0 "$there" \
		'fu-log: notes/dana-reyes.md: no file can be made beside it: Permission denied' may_not 555 644
	check 'a file that may not be written' 0 "$there" \
		'fu-log: notes/dana-reyes.md: read-only; chmod u+w it first' may_not 755 444
	if [ "$(id -u)" -eq 0 ]; then
		owner=0:0
		check "somebody else's file" 0 "$there" \
			"fu-log: notes/dana-reyes.md: read-only; it is not this user's to write" may_not 777 644
		check "somebody else's file that everybody may write" 0 "$there" \
			"fu-log: notes/dana-reyes.md: belongs to user 0 and group 0, who would lose it: Operation not permitted" \
			may_not 777 666
	fi
fi
plan_done
