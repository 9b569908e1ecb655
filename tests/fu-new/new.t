#!/bin/sh
# fu-new: what a note is called, what it grows from, and what is refused.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# made COMMAND...: what it prints, and then the note whose path is the last line of that
made() {
	"$@" >"$tmp/path" && status=0 || status=$?
	cat "$tmp/path"
	[ ! -s "$tmp/path" ] || cat "$(tail -n 1 "$tmp/path")"
	return "$status"
}

# fields LINE...: the note of the built-in template with these lines in the place of its own
fields() {
	for field in name org role email phone tags via added; do
		line=$field:
		for given; do
			[ "${given%%:*}" != "$field" ] || line=$given
		done
		printf '%s\n' "$line"
	done
}

# grown PATH LINE...: that path, and the note
grown() {
	path=$1
	shift
	printf '%s\n' "$path" ---
	fields "$@" 'added: 2026-11-22'
	printf '%s\n' --- '' '## Log'
}

# ---- the note ----

check 'a name' 0 "$(grown ./dana-wu.md 'name: Dana Wu')" '' made fu-new 'Dana Wu'
check 'what it grows from' 0 "$(sed 's/^name:/name: Lee/; s/^added:/added: 2026-11-22/' "$top/seeds/note.md")" '' \
	sh -c 'fu-new Lee >/dev/null && cat lee.md'
check 'fields' 0 "$(grown ./ana-gomez.md 'name: Ana Gomez' 'org: Acme' 'tags: [client, b-list]' 'email: ana@example.com')" '' \
	made fu-new 'Ana Gomez' org=Acme tags=client,b-list email=ana@example.com
check 'another spelling of a field' 0 "$(grown ./ben.md 'name: Ben' 'org: Acme')" '' made fu-new Ben company=Acme
check 'a field that it does not have' 0 './cho.md
---
name: Cho
org:
role:
email:
phone:
tags:
via:
added: 2026-11-22
next: 2026-11-29
"1st": x
---

## Log' '' made fu-new Cho next=+1w 1st=x
check 'a field to remove' 0 './dee.md
---
name: Dee
org:
email:
phone:
tags:
via:
---

## Log' '' made fu-new Dee role= added=
check 'another name in it' 0 "$(grown ./pepe.md 'name: José Paz')" '' made fu-new Pepe 'name=José Paz'
check 'no field, of which the template has none' 0 "$(grown ./kim.md 'name: Kim')" '' made fu-new Kim 1st=
check 'another day' 0 "$(grown ./eve.md 'name: Eve' | sed 's/2026-11-22/2026-11-20/')" '' made fu-new Eve added=friday
check '-t' 0 "$(grown ./fay.md 'name: Fay' | sed 's/2026-11-22/2026-12-01/')" '' made fu-new -t 2026-12-01 Fay
check 'a name that needs quotes' 0 "$(grown ./x-y-z.md 'name: "X: Y #z"')" '' made fu-new 'X: Y #z'
check "a name with '='" 0 "$(grown ./a-b.md 'name: a=b')" '' made fu-new 'a b' name=a=b
check 'a name that is a number' 0 "$(grown ./007.md 'name: "007"')" '' made fu-new 007
check 'blanks around the name' 0 "$(grown ./gus.md 'name: Gus')" '' made fu-new '  Gus '
check '--' 0 "$(grown ./n.md 'name: "-n"')" '' made fu-new -- -n
check 'fu-list reads it' 0 "$(tsv './dana-wu.md | dana-wu | Dana Wu')" '' fu-list -f path,id,name ./dana-wu.md
check 'fu-check finds nothing in it' 0 '' '' fu-check dana-wu.md ana-gomez.md
(umask 027 && fu-new 'U Mask' >/dev/null)
check 'its mode' 0 '-rw-r-----' '' sh -c 'ls -l u-mask.md | cut -c 1-10'
check 'nothing is left beside it' 0 '' '' sh -c 'ls -A | grep "^\.fu"; :'

# ---- names ----

mkdir s

# called NAME FILE: the file of a name, and what the note says it is
called() {
	check "called: $1" 0 "$(grown "s/$2.md" "name: $1")" '' made fu-new -d s -- "$1"
}

called 'José Álvarez' jose-alvarez
called 'ZOË BLUM' zoe-blum
called 'Jürgen Groß' jurgen-gross
called 'Łukasz Żak' lukasz-zak
called 'Øystein Æbelø' oystein-aebelo
called 'Nguyễn Văn Đạt' nguyen-van-dat
called 'Ştefan Iliescu' stefan-iliescu
called "Pat O'Neill" pat-oneill
called "Pat O’Brien" pat-obrien
called 'Dr. Ana  Gomez, PhD' dr-ana-gomez-phd
called 'Anne-Marie Noël' anne-marie-noel
called 'Ana_Maria' ana-maria
called 'Ana & Ben' ana-ben
called 'Ana 🎉' ana
called 'R2D2' r2d2
called 'Иван Петров' ivan-petrov
called 'Γιώργος Παππάς' giorgos-pappas
called '田中 太郎' 田中-太郎
called '.hidden' hidden
called 'c\d' c-d
called "$(printf 'e\314\201va')" eva
called "$(printf '%250s' '' | tr ' ' a)" "$(printf '%250s' '' | tr ' ' a)"

# untouched COMMAND...: runs it; says if files come or go
untouched() {
	find . -type f -exec cksum {} + | sort >"$tmp/files"
	"$@" && status=0 || status=$?
	find . -type f -exec cksum {} + | sort | diff "$tmp/files" -
	return "$status"
}

# refuses NAME MESSAGE OPERAND...: no file is made, and there is a message, also with -n
refuses() {
	name=$1 message=$2
	shift 2
	check "$name" 2 '' "fu-new: $message" untouched fu-new "$@"
	check "$name, -n" 2 '' "fu-new: $message" untouched fu-new -n "$@"
}

nothing='nothing in this name can be the name of a file; write one with letters'
for name in '' '  ' - '!!!' .. '🎉'; do
	refuses "no name for a file: '$name'" "'$(echo "$name" | sed 's/^ *$//')': $nothing" "$name"
done
refuses 'a field for a name' "'org=x' is a field; the name comes first: fu-new NAME [KEY=VALUE]..." org=x
refuses 'a field before the name' "'org=Acme' is a field; the name comes first: fu-new NAME [KEY=VALUE]..." org=Acme 'Rita Ohm'
for name in / a/b ../../x s/rita-ohm.md; do
	refuses "a path for a name: $name" "'$name': a name has no '/'; write the directory behind -d" "$name"
done
for name in rita-ohm.md RITA.MD rita.markdown; do
	refuses "a file for a name: $name" "'$name' is the name of a file; write that of the person" "$name"
done
line='has a line break, control character or byte that is not UTF-8; write one line'
refuses 'a name of two lines' "NAME: 'a\\nb' $line" 'a
b'
refuses 'a name with an escape' "NAME: '\\x1B[2Ja' $line" "$(printf '\033[2Ja')"
refuses 'a name that is not UTF-8' "NAME: 'caf\\xE9' $line" "$(printf 'caf\351')"
long=$(printf '%253s' '' | tr ' ' a)
check 'a name that is too long' 2 '' "fu-new: ./$long.md: it cannot be made: File name too long" untouched fu-new "$long"

# ---- where ----

mkdir p p/q
check '-d' 0 "$(grown p/hal.md 'name: Hal')" '' made fu-new -d p Hal
check '--directory' 0 "$(grown p/ira.md 'name: Ira')" '' made fu-new Ira --directory p
check '-d with a slash' 0 "$(grown p/jon.md 'name: Jon')" '' made fu-new -dp/ Jon
check '-d, an absolute path' 0 "$(grown "$PWD/p/kim.md" 'name: Kim')" '' made fu-new -d "$PWD/p" Kim
check 'FU_NOTES' 0 "$(grown p/lee.md 'name: Lee')" '' env FU_NOTES=p sh -c 'path=$(fu-new Lee) && echo "$path" && cat "$path"'
check '-d over FU_NOTES' 0 "$(grown p/q/max.md 'name: Max')" '' \
	env FU_NOTES=p sh -c 'path=$(fu-new -d p/q Max) && echo "$path" && cat "$path"'
check 'FU_NOTES that is empty' 0 ./mia.md '' env FU_NOTES= fu-new Mia
tab=$(printf '\t')
mkdir "a${tab}b"
check 'a directory with a tab' 0 'a\tb/nat.md' '' fu-new -d "a${tab}b" Nat
refuses 'no such directory' 'gone/ola.md: its directory: No such file or directory' -d gone Ola
refuses 'a directory that is none' 'lee.md/ola.md: its directory: Not a directory' -d lee.md Ola

there='is there already; choose another name, or edit that'
refuses 'a note that is there' "p/lee.md: $there" -d p Lee
refuses 'a note that is there, of another name' "p/lee.md: $there" -d p 'LÉE!'
mkdir p/ole.md
refuses 'a directory that is there' "p/ole.md: $there" -d p Ole
ln -s gone p/pia.md
refuses 'a link to nowhere that is there' "p/pia.md: $there" -d p Pia
check 'a link to nowhere beside it' 0 p/bob.md 'fu-new: p/pia.md: warning: a symbolic link to a file that is not there' \
	fu-new -d p Bob
rm p/pia.md p/bob.md
echo x >p/PAM.md
check 'a note of another case is another' 0 p/pam.md '' fu-new -d p Pam

# ---- -n ----

# shown COMMAND...: what -n of it prints, without the names; and whether the files stay
shown='--- /dev/null
+++ b/p/rio.md
@@ -0,0 +1,12 @@
+---
+name: Río
+org: Acme
+role:
+email:
+phone:
+tags:
+via:
+added: 2026-11-22
+---
+
+## Log'
check '-n' 0 "$shown" '' untouched fu-new -n -d p Río org=Acme
check '--dry-run' 0 "$shown" '' untouched fu-new --dry-run Río org=Acme --directory p
if has git; then
	check '-n, git apply' 0 "$(grown p/rio.md 'name: Río' 'org: Acme' | sed 1d)" '' \
		sh -c 'fu-new -n -d p Río org=Acme | git apply && cat p/rio.md'
else
	skip '-n, git apply' 'no git'
fi

# ---- templates ----

mkdir p/.fu
printf '%b' '\0357\0273\0277---\r\nfull_name: # é\r\nCompany: "Acme" # 田\r\nadded: 2000-01-01\r\ntags: [new]\r\n...\r\n# Who\r\n\r\n\t- [ ] call' \
	>p/.fu/note.md
check 'a template' 0 'p/sam.md
M-oM-;M-?---^M
full_name: Sam # M-CM-)^M
Company: "Beta" # M-gM-^TM-0^M
added: 2026-11-22^M
tags: [new]^M
via: Kim^M
...^M
# Who^M
^M
^I- [ ] call' '' sh -c 'fu-new -d p Sam org=Beta via=Kim && cat -v p/sam.md | sed "s/	/^I/" && echo'
check 'a template above' 0 'p/q/tim.md' '' fu-new -d p/q Tim
check 'a template above, an absolute path' 0 "$PWD/p/q/tom.md" '' fu-new -d "$PWD/p/q" Tom
check 'a template above, from within' 0 './uma.md' '' sh -c 'cd p/q && fu-new Uma'
check 'they are alike' 0 '' '' sh -c 'for who in Tim Tom Uma; do
	sed "s/Sam/$who/; s/Beta/Acme/; /^via/d" p/sam.md | cmp - "p/q/$(echo "$who" | tr TU tu).md"
done'
mkdir p/q/.fu
echo '# Notes of QQ' >p/q/.fu/note.md
check 'the nearest one, without front matter' 0 'p/q/val.md
---
name: Val
added: 2026-11-22
---
# Notes of QQ' '' made fu-new -d p/q Val
: >p/q/.fu/note.md
check 'an empty template' 0 'p/q/vic.md
---
name: Vic
added: 2026-11-22
---' '' made fu-new -d p/q Vic

# bad NAME MESSAGE TEXT: a template with a text, whose escapes are those of printf %b
bad() {
	printf '%b' "$3" >p/q/.fu/note.md
	refuses "$1" "p/q/.fu/note.md$2" -d p/q Zoe
}

bad 'a template that is no YAML' ":2:8: a second ':' in this value; put the value in quotes" '---\nname: a: b\n---\n'
bad 'a template that is not closed' ":1:1: front matter is not closed; write '---' on a line of its own after the last field" \
	'---\nname: x\n'
bad 'a template with a conflict' ':4: a conflict marker; resolve the conflict first' '---\nname:\n---\n<<<<<<< HEAD\n'
bad 'a template with a name of parts' ':2:1: name: holds a mapping; change it by hand, or remove it first' \
	'---\nname: {first: , last: }\n---\n'
bad 'a template with an alias' ':2:6: an alias (*co) is not read; put the value in quotes' '---\norg: *co\n---\n'
rm p/q/.fu/note.md
mkdir p/q/.fu/note.md
refuses 'a template that is a directory' 'p/q/.fu/note.md: a directory, not a file' -d p/q Zoe
rmdir p/q/.fu/note.md
ln -s ../../.fu/note.md p/q/.fu/note.md
check 'a template that is a link' 0 p/q/zoe.md '' fu-new -d p/q Zoe

# ---- via ----

mkdir v v/w
note v/lee-park.md 'name: Lee Park
aliases: [Lee]'
note v/w/tom.md 'name: Tom'
none="warning: via: no note has the id, name or alias"
check 'via nowhere' 0 v/ann.md "fu-new: v/ann.md:8:6: $none 'nobody'" fu-new -d v Ann via=nobody
check 'via nowhere, -n' 0 "$(fu-new -n -d v Bea 2>/dev/null | sed 's/^+via:/+via: nobody/')" \
	"fu-new: v/bea.md:8:6: $none 'nobody'" untouched fu-new -n -d v Bea via=nobody
for via in lee-park 'Lee Park' lee 'LEE PARK' '[[lee-park]]' '[[v/lee-park|Lee]]' tom; do
	check "via $via" 0 v/cat.md '' fu-new -d v Cat "via=$via"
	rm v/cat.md
done
check 'via itself' 0 v/dan.md "fu-new: v/dan.md:8:6: warning: via: 'dan' is this note itself" fu-new -d v Dan via=dan
echo x >v/x.md
printf -- '---\norg: *co\n---\n' >v/bad.md
check 'via, beside notes that are bad' 0 v/cat.md '' fu-new -d v Cat via=lee-park

mkdir u u/v u/w
note u/v/lee-park.md 'name: Lee Park'
check 'via under FU_NOTES' 0 u/w/ann.md '' env FU_NOTES=u fu-new -d u/w Ann via=lee-park
check 'via under FU_NOTES that is not there' 0 u/w/ben.md '' env FU_NOTES=gone fu-new -d u/w Ben via=ann
check 'via of a directory alone' 0 u/w/cho.md "fu-new: u/w/cho.md:8:6: $none 'lee-park'" fu-new -d u/w Cho via=lee-park

# ---- namesakes ----

check 'a name that is there' 0 u/w/lee-park.md "fu-new: u/w/lee-park.md: warning: u/v/lee-park.md has this name, too" \
	env FU_NOTES=u fu-new -d u/w 'lee PARK'
check 'a name that is there twice, -n' 0 "$(fu-new -n -d u Zed | sed 's/zed/lee-park/; s/Zed/Lee Park/')" \
	"fu-new: u/lee-park.md: warning: u/v/lee-park.md has this name, too
fu-new: u/lee-park.md: warning: u/w/lee-park.md has this name, too" untouched fu-new -n -d u 'Lee Park'
check 'a name that is elsewhere' 0 s/lee-park.md '' fu-new -d s 'Lee Park'

# ---- rules ----

mkdir k k/.fu
echo 'fields: {org: [verein], added: [seit]}' >k/.fu/rules.yaml
printf -- '---\nseit:\nverein:\n---\n' >k/.fu/note.md
check 'the rules of the directory' 0 'k/ann.md
---
seit: 2026-11-22
verein: Chor
name: Ann
---' '' made fu-new -d k Ann org=Chor
check '--rules none' 0 'k/bob.md
---
seit:
verein:
name: Bob
added: 2026-11-22
org: Chor
---' '' made fu-new -d k Bob org=Chor --rules none

# ---- what is refused ----

refuses 'a value that is none' "every: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or never" Zoe every=soon
refuses 'a slip in a key' "./zoe.md: emial: unknown key; did you mean 'email'?" Zoe emial=x
refuses 'a field for another tool' 'log: a list of touches; add to it with fu-log' Zoe log=x
refuses 'two names' "more than one name: 'Blum'; put a name with blanks in quotes" Zoe Blum
refuses 'a name behind a field' "more than one name: 'Blum'; put a name with blanks in quotes" Zoe org=Acme Blum
refuses 'no name' 'no name; write fu-new NAME [KEY=VALUE]...'
for option in --nope --message --null --json --where -0 -m -w -j; do
	refuses "$option" "unknown option '$option'; see fu-new --help" "$option" Zoe
done
refuses '-d without a value' "option '-d' needs a value; see fu-new --help" Zoe -d
check 'standard output that is full' 2 '' 'fu-new: standard output: No space left on device' \
	sh -c 'fu-new -d s "Full Out" >/dev/full'

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-new.c"
}

check '-h' 0 "$(help)" '' fu-new -h
check '--help' 0 "$(help)" '' fu-new --help
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-new --help | awk "length > 80 || NR > 24"'
check '-V' 0 "fu-new $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-new -V
check '--version' 0 "$(fu-new -V)" '' fu-new --version

plan_done
