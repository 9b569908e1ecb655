#!/bin/sh
# Which note an operand means: by path, id, name, alias, address or a word; what is said where that is none or several.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC1112,SC2016,SC2059,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22 FU_NOTES=n

mkdir -p n/people n/work n/old
note n/people/dana-reyes.md 'name: Dana M. Reyes
aliases: [Big D, Chief]
email: dana@acme.example, d.reyes@acme.example'
note n/people/lee-park.md 'name: Lee Park'
note n/work/lee-park.md 'name: Lee B. Park'
note n/old/cho.markdown 'name: Émile O’Cho
stage: closed'
note n/work/ida.md '' '# Ida Frost'
note n/work/mia-a.md 'name: Mia
aliases: [Frosty]
email: team@acme.example'
note n/work/mia-b.md 'name: MIA
aliases: [FROSTY]
email: Team@Acme.example'
echo '# not a note' >n/README.md
cp -R n "$tmp/fresh"

# logged OPERAND...: what fu-log changes in which note, but for a new heading of a log and the blank line before it
logged() {
	fu-log call -m hello "$@" && logged=0 || logged=$?
	diff -r "$tmp/fresh" n | awk '
		/^diff / { file = $NF }
		/^[A-Z<]/
		/^> ./ && !/^> ## Log$/ { print file ": " substr($0, 3) }'
	rm -rf n
	cp -R "$tmp/fresh" n
	return "$logged"
}

touch='- 2026-11-22 call: hello'
says_dana="n/people/dana-reyes.md: $touch"

# found NAME OPERAND PATH: the operand means the note, and there is nothing to say
found() {
	check "$1" 0 "n/$3: $touch" '' logged "$2"
}

# none NAME OPERAND LINE...: the operand means no note; what is said, without the program's name
none() {
	name=$1 operand=$2
	shift 2
	check "$name" 2 '' "$(printf 'fu-log: %s\n' "$@")" logged "$operand"
}

# unknown OPERAND ROOT: the beginning of that line
unknown() {
	printf '%s\n' "'$1': no note under $2 has this id, name or address;"
}

lists='fu-list -f path,name lists them'
reyes='  n/people/dana-reyes.md (Dana M. Reyes)'

# ---- what is exactly so ----

found 'a path' n/people/dana-reyes.md people/dana-reyes.md
found 'a path with a dot' ./n//people/dana-reyes.md people/dana-reyes.md
found 'an absolute path' "$PWD/n/people/dana-reyes.md" people/dana-reyes.md
found 'an id' dana-reyes people/dana-reyes.md
found 'an id in capitals' DANA-REYES people/dana-reyes.md
found 'an id with its ending' dana-reyes.md people/dana-reyes.md
found 'a folder and an id' people/dana-reyes people/dana-reyes.md
found 'a folder and an id with its ending' People/Dana-Reyes.MD people/dana-reyes.md
found 'all folders and an id' n/people/dana-reyes people/dana-reyes.md
found 'a folder that tells two notes apart' work/lee-park work/lee-park.md
found 'a note that ends in .markdown' cho old/cho.markdown
found 'a name' 'Dana M. Reyes' people/dana-reyes.md
found 'a name in other case' 'dana m. reYES' people/dana-reyes.md
found 'a name that is not ASCII, in other case' 'éMILE o’cho' old/cho.markdown
found 'a name from a heading' 'ida frost' work/ida.md
found 'a name before other words' 'lee park' people/lee-park.md
found 'an alias' 'big d' people/dana-reyes.md
found 'an address' dana@acme.example people/dana-reyes.md
found 'the second address, in capitals' D.REYES@ACME.EXAMPLE people/dana-reyes.md
check 'one note, named twice' 0 "$says_dana" '' \
	logged dana-reyes 'Big D' n/people/dana-reyes.md ./n/people/dana-reyes.md
check 'two notes' 0 "$says_dana
n/work/ida.md: $touch" '' logged ida dana-reyes
check '-n changes nothing' 0 '--- a/n/people/dana-reyes.md' '' sh -c 'fu-log -n call dana-reyes | head -n 1'

# ---- words ----

check 'a word' 0 "$says_dana" "fu-log: 'reyes' is n/people/dana-reyes.md" logged reyes
check 'a word in capitals' 0 "$says_dana" "fu-log: 'DANA' is n/people/dana-reyes.md" logged DANA
check 'some words, in any order' 0 "$says_dana" "fu-log: 'reyes, dana' is n/people/dana-reyes.md" logged 'reyes, dana'
check 'a word of a name, not of the id' 0 "n/work/ida.md: $touch" "fu-log: 'FROST' is n/work/ida.md" logged FROST
check 'a word that is not ASCII' 0 "n/old/cho.markdown: $touch" "fu-log: 'émile' is n/old/cho.markdown" logged émile
none 'words of two notes' 'dana park' "$(unknown 'dana park' n) $lists"
none 'a word of an alias' big "$(unknown big n) $lists"
none 'a word after a folder' people/reyes "$(unknown people/reyes n) near it:" "$reyes"
none 'a word with an ending' reyes.md "$(unknown reyes.md n) near it:" "$reyes"

# ---- several ----

none 'an id of two' lee-park "'lee-park' is more than one note; write the id or path of one:" \
	'  n/people/lee-park.md (Lee Park)' '  n/work/lee-park.md (Lee B. Park)'
none 'a word of two' park "'park' is more than one note; write the id or path of one:" \
	'  n/people/lee-park.md (Lee Park)' '  n/work/lee-park.md (Lee B. Park)'
for operand in Mia frosty TEAM@acme.example; do
	none "$operand, which two have" "$operand" "'$operand' is more than one note; write the id or path of one:" \
		'  n/work/mia-a.md (Mia)' '  n/work/mia-b.md (MIA)'
done

# ---- none ----

none 'nothing near' xyz "$(unknown xyz n) $lists"
none 'one letter too few' dna-reyes "$(unknown dna-reyes n) near it:" "$reyes"
none 'two letters that changed places' dnaa "$(unknown dnaa n) near it:" "$reyes"
none 'the beginning of a word' rey "$(unknown rey n) near it:" "$reyes"
none 'an address, one letter off' dana@acme.exmple "$(unknown dana@acme.exmple n) near it:" "$reyes"
none 'a path, one letter off' n/people/dana-ryes.md "$(unknown n/people/dana-ryes.md n) near it:" "$reyes"
none 'another folder' old/dana-reyes "$(unknown old/dana-reyes n) near it:" "$reyes"
none 'a file that is no note' readme "$(unknown readme n) $lists"
none 'an empty operand' '' "'' is no note; write a path, an id, a name or an address"
none 'a directory' n/people 'n/people: a directory, not a file'
bad=$(printf 'a\tb\\\033\377')
none 'odd characters' "$bad" "$(unknown 'a\tb\\\x1B\xFF' n) $lists"
long=$(printf '%0200d' 0)
none 'a long operand' "$long" "$(unknown "$(printf '%060d' 0)..." n) $lists"
loop() {
	ln -s loop loop
	logged loop/dana-reyes
}
check 'a path that leads nowhere' 2 '' 'fu-log: loop/dana-reyes: Too many levels of symbolic links' loop
rm -f loop
check 'one of three is unknown, and the others are done' 2 "$says_dana
n/work/ida.md: $touch" "fu-log: $(unknown xyz n) $lists" logged dana-reyes xyz ida
check 'one is unknown, one ambiguous, one found by a word' 2 "$says_dana" "fu-log: $(unknown xyz n) $lists
fu-log: 'park' is more than one note; write the id or path of one:
fu-log:   n/people/lee-park.md (Lee Park)
fu-log:   n/work/lee-park.md (Lee B. Park)
fu-log: 'reyes' is n/people/dana-reyes.md" logged xyz park reyes

# ---- where notes are looked up ----

# under ROOT OPERAND: the same with FU_NOTES
under() {
	FU_NOTES=$1
	logged "$2" && under=0 || under=$?
	FU_NOTES=n
	return "$under"
}
check 'FU_NOTES with a slash at its end' 0 "$says_dana" "fu-log: 'dana' is n/people/dana-reyes.md" under n/ dana
check 'FU_NOTES that is not there' 2 '' "fu-log: gone: No such file or directory
fu-log: $(unknown dana gone) $lists" under gone dana
check 'the current directory' 2 '' "fu-log: $(unknown dnaa .) near it:
fu-log:   ./people/dana-reyes.md (Dana M. Reyes)" env -u FU_NOTES sh -c 'cd n && fu-log call dnaa'
check 'an empty FU_NOTES' 0 '--- a/people/dana-reyes.md' '' \
	env FU_NOTES= sh -c 'cd n && fu-log -n call dana-reyes | head -n 1'
check 'FU_NOTES above the current directory' 0 '' "fu-log: 'dana' is ../people/dana-reyes.md" \
	env FU_NOTES=.. sh -c 'cd n/work && fu-log -n call dana >/dev/null'
check 'a path before FU_NOTES' 0 '--- a/work/lee-park.md' '' \
	env FU_NOTES=people sh -c 'cd n && fu-log -n call work/lee-park.md | head -n 1'

# ---- more than ten ----

mkdir many
for i in 10 11 12 13 14 15 16 17 18 19 20 21; do
	note "many/mo-$i.md" "name: Mo $i"
done

# mos N: the first N
mos() {
	for i in 10 11 12 13 14 15 16 17 18 19; do
		echo "fu-log:   many/mo-$i.md (Mo $i)"
	done
}

several="fu-log: 'mo' is more than one note; write the id or path of one:"
check 'twelve notes' 2 '' "$several
$(mos)
fu-log:   and 2 more" env FU_NOTES=many fu-log call mo
check 'twelve notes near it' 2 '' "fu-log: $(unknown m many) near it:
$(mos)
fu-log:   and 2 more" env FU_NOTES=many fu-log call m
rm many/mo-21.md
check 'eleven notes' 2 '' "$several
$(mos)
fu-log:   and 1 more" env FU_NOTES=many fu-log call mo
rm many/mo-20.md
check 'ten notes' 2 '' "$several
$(mos)" env FU_NOTES=many fu-log call mo

# ---- odd paths and names ----

mkdir odd
note "odd/$(printf 'ana\nlee.md')" 'name: "Ana \x7F"'
note "odd/$(printf 'ana\033.md')" 'name: Ana Lee'
check 'paths and names are escaped' 2 '' "fu-log: 'ana' is more than one note; write the id or path of one:
fu-log:   odd/ana\\nlee.md (Ana \\x7F)
fu-log:   odd/ana\\x1B.md (Ana Lee)" env FU_NOTES=odd fu-log call ana
check 'the path of what a word tells is, too' 0 '' "fu-log: 'lee ana' is odd/ana\\nlee.md" \
	sh -c 'rm odd/ana?.md; FU_NOTES=odd fu-log call "lee ana"'

# ---- notes that cannot be read ----

mkdir bad
note bad/good-one.md 'last: soon'
note bad/dana-wu.md 'a: b: c'
mkfifo bad/fifo.md
colon="fu-log: bad/dana-wu.md:2:5: warning: a second ':' in this value; put the value in quotes"
fifo='fu-log: bad/fifo.md: warning: a FIFO, socket or device, not a file'
unread="$colon
$fifo"
check 'a note that cannot be read is told of, once' 0 '' "$unread
fu-log: 'good' is bad/good-one.md
fu-log: 'one' is bad/good-one.md" env FU_NOTES=bad fu-log call good one
check 'and what is found is changed' 0 1 '' grep -c '^- 2026-11-22 call$' bad/good-one.md
check 'it is known by its id' 2 '' "$unread
fu-log: 'dana-wu' is bad/dana-wu.md, which could not be read" env FU_NOTES=bad fu-log call dana-wu
check 'and by a word of that' 2 '' "$unread
fu-log: 'wu' is bad/dana-wu.md, which could not be read" env FU_NOTES=bad fu-log call wu
note bad/dana-lee.md ''
check 'so no other note is taken for it' 2 '' "$unread
fu-log: 'dana' is more than one note; write the id or path of one:
fu-log:   bad/dana-lee.md (dana-lee)
fu-log:   bad/dana-wu.md (dana-wu)" env FU_NOTES=bad fu-log call dana
check 'a path alone reads no others' 0 '' '' env FU_NOTES=bad fu-log call bad/dana-lee.md

# ---- paths on standard input ----

# from_stdin FORMAT OPERAND...: the same with standard input
from_stdin() {
	printf "$1" | { shift; logged "$@"; }
}
check 'an empty line is none' 0 "$says_dana" '' from_stdin '\nn/people/dana-reyes.md\n\n' -
check 'NULs between paths' 0 "$says_dana
n/work/ida.md: $touch" '' from_stdin 'n/work/ida.md\0n/people/dana-reyes.md' -0 -

plan_done
