#!/bin/sh
# Nothing is found of the notes that the project itself shows: those of examples/, and the examples of the man pages.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# clean NAME OPERAND...: nothing is found of them
clean() {
	name=$1
	shift
	check "$name" 0 '' '' fu-check --rules none "$@"
}

# ---- examples/notes ----

clean 'examples/notes' "$top/examples/notes"
for dir in "$top"/examples/notes/*/; do
	clean "examples/notes/$(basename "$dir") alone" "$dir"
done
check 'examples/notes, before it all happened' 1 '' '' fu-check --rules none -q --today 2026-01-01 "$top/examples/notes"

# ---- the man pages ----

# block PAGE PATTERN: the first displayed block of a page with a line that matches
block() {
	sed -e 's/\\-/-/g; s/\\(dq/"/g; s/\\(aq/'"'"'/g; s/\\(ha/^/g; s/\\(ti/~/g; s/\\\[u1F4C5\]/📅/g; s/\\\[u2705\]/✅/g' \
		-e 's/\\&//g; s/\\e/\\/g' "$top/man/$1" | awk -v pattern="$2" '
		/^\.Bd -literal/ { text = ""; inside = 1; next }
		/^\.Ed/ {
			if (inside && ("\n" text) ~ ("\n" pattern)) {
				printf "%s", text
				exit
			}
			inside = 0
		}
		inside { text = text $0 "\n" }'
}

# shown NAME FILE: there is something in the file, taken from the page
shown() {
	check "$1" 0 '' '' test -s "$2"
}

# body BLOCK: a note that has it as its body
body() {
	printf '%s\n' --- --- "$1"
}

mkdir m
block fu-note.5 'name: Dana Wu' >m/dana.md
note m/lee-park.md 'name: Lee Park'
note m/tom-kim.md 'name: Tom Kim'
shown 'fu-note.5: the example' m/dana.md
clean 'fu-note.5: the example is clean' m

mkdir links
cp m/lee-park.md m/tom-kim.md links
block fu-note.5 'via: lee-park' >links.txt
shown 'fu-note.5: links' links.txt
i=0
while read -r line; do
	i=$((i + 1))
	note "links/$i.md" "$line"
done <links.txt
clean 'fu-note.5: links are clean' links

block fu-note.5 '## 2026-11-14 call' >touches.txt
shown 'fu-note.5: touches' touches.txt
body "$(cat touches.txt)" >touches.md
clean 'fu-note.5: touches are clean' touches.md
body "## Log
$(cat touches.txt)" >touches.md
clean 'fu-note.5: touches are clean in a log' touches.md
block fu-note.5 'log:' >log.txt
shown 'fu-note.5: log:' log.txt
note log.md "$(cat log.txt)"
clean 'fu-note.5: log: is clean' log.md

block fu-note.5 '- \\[x\\] 2026-11-17' >promises.txt
shown 'fu-note.5: promises' promises.txt
body "$(cat promises.txt)" >promises.md
clean 'fu-note.5: promises are clean' promises.md
block fu-note.5 '@due' >due.txt
block fu-note.5 'done:' >done.txt
shown 'fu-note.5: when they are due' due.txt
shown 'fu-note.5: when they were done' done.txt
body "$(sed 's/^/- [ ] send the deck /' due.txt; sed 's/^/- [x] 2026-11-17 send it /' done.txt)" >due.md
clean 'fu-note.5: when they are due and done is clean' due.md
block fu-note.5 'promises:' >entries.txt
shown 'fu-note.5: promises:' entries.txt
note entries.md "$(cat entries.txt)"
clean 'fu-note.5: promises: is clean' entries.md

# rules PATTERN NAME: nothing is found of rules.md under the rules that fu-rules.5 shows
rules() {
	block fu-rules.5 "$1" >rules.yaml
	shown "fu-rules.5: $2" rules.yaml
	check "fu-rules.5: $2 is clean" 0 '' '' fu-check --rules rules.yaml rules.md
}

body '- 2026-11-03 workshop: on returns' >rules.md
rules 'max_unanswered: 4' 'the example'
rules '  - name: application' 'an application'
rules '.*name: away' 'away'
rules 'personal: \\[\\]' 'friends'
body '2026-11-16: call - left word' >rules.md
rules 'touch_patterns:' 'touches of another form'

plan_done
