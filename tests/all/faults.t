#!/bin/sh
# What fails, fails well: each tool with each of its allocations, and each of its system calls, made to fail. It then does
# all that it does else; or it says what failed, with status 2, and does the rest; or it is out of memory, says so and
# stops. No note is lost or half written, nothing is left beside it, and no output is wrong in silence.
#
# FU_FAULTS=all takes each allocation, where else those that the same calls lead to are one, and each error at each call,
# where else they take turns.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

[ -z "${WRAPPER-}" ] || skip_all 'the faults are not for another program'
! grep -q '__[at]san_init' "$BUILD/fu-due" || skip_all 'the sanitizers have allocations and calls of their own'

source=$top/tests/all/faults
made="${CC:-cc} -std=c11 -D_FILE_OFFSET_BITS=64 -g"
if ! $made -o "$tmp/faults" "$source"/faults.c "$source"/judge.c "$source"/run.c "$source"/tree.c 2>"$tmp/err" \
	|| ! $made -shared -fPIC -o "$tmp/inside.so" "$source/inside.c" 2>"$tmp/err"; then
	skip_all 'the driver, which wants Linux, cannot be made'
fi
[ "${FU_FAULTS-}" = all ] && all=-a || all=

# ---- notes ----

# Those of all tests.
export FU_TODAY=2026-11-22 FU_NOTES=notes
mkdir -p clean/notes/.fu clean/notes/work
cat >clean/notes/.fu/rules.yaml <<'YAML'
holidays: [2026-11-26]
cadence: {client: 3w}
rules:
  - {name: quote, after: email, match: '(?i)\bquote\b', when: "tag=client and org~'^ac'", do: call, in: 3d}
YAML
cat >clean/notes/.fu/note.md <<'NOTE'
---
name:
stage: lead
added:
---

## Log
NOTE
cat >clean/notes/ana.md <<'NOTE'
---
name: Ana Gomez
org: Acme
email: [ana@example.com, gomez@example.org]
tags: [client, a-list]
via: "[[ben]]"
every: 6w
dates:
  - {what: founded, on: 2018-11-20}
log:
  - 2026-08-01 meeting: she wants a quote
promises:
  - {what: send the quote, by: 2026-11-10}
---

## Log
- 2026-09-01 email: the quote, as a "PDF"
- 2026-11-02 < email: thanks
- [ ] 2026-11-30 call again
NOTE
cat >clean/notes/ben.md <<'NOTE'
---
name: Ben Castle
email: ben@example.net
stage: lead
birthday: 1988-11-22
---

- 2026-10-01 call: left a message
NOTE
cat >clean/notes/work/cy.md <<'NOTE'
---
name: Cy Park
via: Ben Castle
next: {on: 2026-11-20, do: call}
---
- 2026-10-11 application: by post
- 2026-10-13 reply: not yet
NOTE

python3 -c 'import os, sys; os.setxattr(sys.argv[1], "user.tag", b"blue")' clean/notes/ana.md 2>/dev/null

# One of them is bad, one has something to be said of it, and one is no note.
cp -R clean odd
printf -- '---\nname: "Dana\n---\n' >odd/notes/dana.md
printf -- '---\nname: Eve\nnmae: Eva\nevery: often\n---\n- 2026-02-30 call\n' >odd/notes/eve.md
echo 'Notes.' >odd/notes/README.md

# More than one thread reads, more than a write takes is printed, and sorting asks for memory.
mkdir -p many/notes
for i in $(seq 70); do
	note "many/notes/n$i.md" "name: N $i
next: 2026-11-$((10 + i % 10))" "$(printf %01000d "$i")"
done

# ---- faults ----

# faults NAME DIRECTORY COMMAND [';' COMMAND]...: both kinds, in its notes, with $input as standard input
faults() {
	name=$1 where=$2
	shift 2
	for how in '' -c; do
		[ -n "$how" ] && what='each call' || what='each allocation'
		if [ -n "$how" ] && ! "$tmp/faults" "$tmp/inside.so"; then
			skip "$name: $what" 'seccomp(2) is not allowed'
			continue
		fi
		: >"$tmp/sum"
		# shellcheck disable=SC2086 # words, or none
		check "$name: $what fails" 0 '' '' in_directory "$where" \
			"$tmp/faults" $all $how ${input:+-i "$input"} -p "$tmp/places.$1" -s "$tmp/sum" "$tmp/inside.so" "$@"
		sed 's/^/# /' "$tmp/sum"
	done
}

in_directory() {
	(cd "$1" && shift && "$@")
}

input=
echo notes >paths
printf 'notes/ana.md\nnotes/work/cy.md\n' >two-paths
printf 'notes/ana.md\0notes/work/cy.md\0' >two-paths0
tsv 'notes/ana.md | 2026-11-20 | > | email | sent it' 'notes/ben.md | 2026-11-21 |  | call' >records

faults fu-due clean \
	fu-due notes \; fu-due --json -a notes \; fu-due --table --header -w "text~'call|quote' and tag=client" notes \; \
	fu-due -l --rules none --within 1w notes/work notes/ana.md \; fu-due -q --every-reason
faults 'fu-due of bad notes' odd fu-due notes
faults 'fu-due of many notes' many fu-due -j 3 notes
input=../two-paths0
faults 'fu-due of paths' clean fu-due -0 -
input=
faults fu-list clean \
	fu-list notes \; fu-list -w "org~'^ac' or text~call" -f name,email,touches --sort name -r notes \; \
	fu-list --json notes \; fu-list --format mutt cas \; fu-list --table --header -f path,last
faults 'fu-list of bad notes' odd fu-list --json notes
faults 'fu-list of many notes' many fu-list -j 2 -f name,text --sort name -r notes
input=../paths
faults 'fu-list of paths' clean fu-list -
input=
faults fu-check odd \
	fu-check notes \; fu-check --json notes \; fu-check --werror --disable unknown-key --among notes/work notes/ana.md \; \
	fu-check --list-checks
faults fu-refer clean \
	fu-refer notes \; fu-refer --tree notes \; fu-refer --dot notes \; fu-refer --json --untold notes \; \
	fu-refer --table --header notes/ben.md notes
faults 'fu-refer of bad notes' odd fu-refer notes
faults fu-report clean \
	fu-report notes \; fu-report --format html --always notes \; fu-report --format markdown --mail me@example.com notes \; \
	fu-report --json notes \; fu-report --tsv --header -w stage=lead notes
faults 'fu-report of bad notes' odd fu-report notes
faults fu-stats clean \
	fu-stats notes \; fu-stats --svg touches notes \; fu-stats --json notes \; fu-stats --tsv --since 2026-10-01 notes
faults 'fu-stats of bad notes' odd fu-stats notes
faults fu-log clean \
	fu-log email notes/ana.md notes/work/cy.md -m 'sent it' \; fu-log call Castle --from --on friday \; \
	fu-log -n meeting notes/ben.md ana
input=../records
faults 'fu-log of records' clean fu-log -
input=
faults fu-promise clean \
	fu-promise ben notes/ana.md --by friday -m 'a list' \; fu-promise --kept notes/ana.md quote \; \
	fu-promise -n --theirs 'cy park' --by +1w -m 'a name'
input=../two-paths
faults 'fu-promise of paths' clean fu-promise - --by +3d -m 'a list'
input=
faults fu-set clean \
	fu-set notes/ana.md ben every=3w 'tags=client, old' email= \; fu-set -n notes/work/cy.md snooze=+2w
faults fu-new clean \
	fu-new 'Dana Reyes' org=Acme 'via=Ana Gomez' -d notes/work \; fu-new -n 'Cy Park' -d notes \; \
	fu-new --rules none 'Ana Gomez' -d notes
plan_done
