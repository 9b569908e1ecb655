#!/bin/sh
# The options of fu-check, its operands, the form and the order of its output, and what it says where it cannot do
# its work.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')

bad='is not a date; write YYYY-MM-DD'
touch="looks like a touch, but '2026-2-3' $bad"
soon="last: 'soon' $bad"
emial="emial: unknown key; did you mean 'email'?"
friday="looks like a promise, but 'Friday' $bad"

mkdir -p n/sub
note n/ana.md 'name: Ana
tags: [client]
last: soon' '- 2026-11-03 call: x
- 2026-2-3 call'
note n/ben.md 'tags: [friend]
emial: ben@example.com'
note n/cho.md 'tags: [client]' '- 2026-11-05 call: x'
note n/sub/dee.md '' '- [ ] send it by Friday'
echo '# Read me' >n/README.md

ana="n/ana.md:4:7: error: $soon [date]
n/ana.md:7:3: warning: $touch [touch]"
ben="n/ben.md:3:1: warning: $emial [similar-key]"
dee="n/sub/dee.md:4:18: warning: $friday [promise]"
all="$ana
$ben
$dee"

check 'findings' 1 "$all" '' fu-check n
check 'no findings' 0 '' '' fu-check n/cho.md
check 'no notes' 0 '' '' sh -c 'fu-check - </dev/null'

# ---- --list-checks ----

# listed: the columns of --list-checks: their number, name, level, whether there is a text
listed() {
	fu-check --list-checks | awk -F '\t' '{ print NF, $1, $2, length($3) ? "finds" : "" }' | sort
}

check '--list-checks' 0 '3 address error finds
3 character warning finds
3 code warning finds
3 comment warning finds
3 conflict error finds
3 date error finds
3 directory-link warning finds
3 done warning finds
3 duplicate-key warning finds
3 encoding warning finds
3 front-matter error finds
3 future warning finds
3 leftover warning finds
3 link error finds
3 log error finds
3 long warning finds
3 outside-log warning finds
3 passed-over warning finds
3 pattern error finds
3 promise warning finds
3 rules error finds
3 same-email warning finds
3 same-id warning finds
3 same-name warning finds
3 similar-key warning finds
3 similar-kind warning finds
3 span error finds
3 touch warning finds
3 unknown-key warning finds
3 value error finds
3 via warning finds
3 yaml error finds' '' listed
list=$(fu-check --list-checks)
check '--list-checks, with operands that are not there' 0 "$list" '' fu-check --list-checks gone

# ---- --disable ----

check '--disable, one' 1 "n/ana.md:4:7: error: $soon [date]
$ben
$dee" '' fu-check --disable touch n
check '--disable, several' 1 "$ben" '' fu-check --disable=touch,date,promise n
check '--disable, repeated' 1 "$ben" '' fu-check --disable touch,date --disable promise n
check '--disable, one that finds nothing' 1 "$all" '' fu-check --disable yaml n
check '--disable, all that find something' 0 '' '' fu-check --disable touch,date,promise,similar-key n
check '--disable, -q' 0 '' '' fu-check -q --disable touch,date,promise,similar-key n
check '--disable, all there are' 0 '' '' fu-check --disable "$(fu-check --list-checks | cut -f 1 | paste -s -d , -)" n
for name in nope '' Touch touc touch.; do
	check "--disable '$name'" 2 '' "fu-check: --disable: there is no check '$name'; see --list-checks" \
		fu-check --disable "$name" n
done
check '--disable, an unknown one among others' 2 '' \
	"fu-check: --disable: there is no check 'nope'; see --list-checks" fu-check --disable touch,nope,date n

# ---- --werror ----

# as_errors LINES
as_errors() {
	printf '%s\n' "$1" | sed 's/: warning: /: error: /'
}

check '--werror' 1 "$(as_errors "$all")" '' fu-check --werror n
check '--werror, no findings' 0 '' '' fu-check --werror n/cho.md
check '--werror --disable' 1 "$(as_errors "$ben")" '' fu-check --werror --disable touch,date,promise n

# ---- -w ----

check '-w' 1 "$ana" '' fu-check -w tag=client n
check '--where' 1 "$ana" '' fu-check --where=tag=client n
check '-w, several' 1 "$ben" '' fu-check -w tag -w 'not tag=client' n
check '-w, none selected' 0 '' '' fu-check -w tag=none n
check '-w, none selected, -q' 0 '' '' fu-check -q -w tag=none n
mkdir w
note w/bad.md 'org: *co
tags: [friend]'
echo x >w/none.md
note w/friend.md 'tags: [friend]
emial: a@example.com'
note w/client.md 'tags: [client]
emial: b@example.com'
mkdir w/.fu
echo 'nope: 1' >w/.fu/rules.yaml
check '-w, notes that cannot be parsed and the rules file' 1 \
	"w/.fu/rules.yaml:1:1: error: nope: unknown key; fu-rules(5) lists them [rules]
w/bad.md:2:6: error: an alias (*co) is not read; put the value in quotes [yaml]
w/client.md:3:1: warning: $emial [similar-key]
w/none.md:1:1: error: no front matter; a note begins with a line '---' [front-matter]" '' \
	fu-check -w tag=client w w/none.md
note w/friend.md "name: $(printf '%1000s' '' | tr ' ' a)b
emial: a@example.com"

# reasonless COMMAND...: without why a pattern gave up, which is up to PCRE2
reasonless() {
	"$@" 2>"$tmp/errors"
	reasonless_status=$?
	sed 's/\(gave up on this note\): .*/\1/' "$tmp/errors" >&2
	return "$reasonless_status"
}

check '-w, a pattern that gives up' 2 '' "fu-check: w/friend.md:2:1: -w: its pattern for 'name' gave up on this note" \
	reasonless fu-check --rules none -w 'name~"(a+)+$"' w/friend.md w/client.md
check '-w, bad' 2 '' "fu-check: -w: column 5: a value is missing after '='
  tag=
      ^" fu-check -w tag= n

# ---- -q ----

check '-q, findings' 1 '' '' fu-check -q n
check '--quiet, no findings' 0 '' '' fu-check --quiet n/cho.md
check '-q --json' 1 '' '' fu-check -q --json n
check '-q --tsv --header' 1 '' '' fu-check -q --tsv --header n
check '-q, findings and something wrong' 2 '' 'fu-check: gone: No such file or directory' fu-check -q n gone
check '-q, nothing found and something wrong' 2 '' 'fu-check: gone: No such file or directory' fu-check -q n/cho.md gone

# ---- --json, --tsv ----

check '--json' 1 '{"path":"n/ana.md","line":4,"col":7,"level":"error","check":"date","message":"'"$soon"'"}
{"path":"n/ana.md","line":7,"col":3,"level":"warning","check":"touch","message":"'"$touch"'"}
{"path":"n/ben.md","line":3,"col":1,"level":"warning","check":"similar-key","message":"'"$emial"'"}
{"path":"n/sub/dee.md","line":4,"col":18,"level":"warning","check":"promise","message":"'"$friday"'"}' '' fu-check --json n
check '--json --werror' 1 \
	'{"path":"n/ben.md","line":3,"col":1,"level":"error","check":"similar-key","message":"'"$emial"'"}' '' \
	fu-check --werror --json n/ben.md
check '--json, no findings' 0 '' '' fu-check --json n/cho.md
rows=$(tsv "n/ana.md | 4 | 7 | error | date | $soon" "n/ana.md | 7 | 3 | warning | touch | $touch" \
	"n/ben.md | 3 | 1 | warning | similar-key | $emial" "n/sub/dee.md | 4 | 18 | warning | promise | $friday")
check '--tsv' 1 "$rows" '' fu-check --tsv n
check '--tsv --werror' 1 "$(tsv "n/ben.md | 3 | 1 | error | similar-key | $emial")" '' fu-check --tsv --werror n/ben.md
check '--tsv, no findings' 0 '' '' fu-check --tsv n/cho.md
check '--tsv --header' 1 "$(tsv 'path | line | col | level | check | message')
$rows" '' fu-check --tsv --header n
check '--tsv --header, no findings' 0 '' '' fu-check --tsv --header n/cho.md
check 'the last form counts' 1 "$rows" '' fu-check --json --tsv n

mkdir odd
note "odd/a${tab}b\\c.md" 'last: "\e[31m\u202E\"x\\"'
note "odd/d
e.md" '' '- 2026-2-3 call'
check 'odd names and values' 1 "odd/a\\tb\\\\c.md:2:7: error: last: '\\x1B[31m\\xE2\\x80\\xAE\"x\\\\' $bad [date]
odd/d\\ne.md:4:3: warning: $touch [touch]" '' fu-check odd
check 'odd names, --json' 1 '{"path":"odd/d\ne.md","line":4,"col":3,"level":"warning","check":"touch","message":"'"$touch"'"}' '' \
	fu-check --json odd/d*
check 'odd names, --tsv' 1 "$(tsv "odd/d\\ne.md | 4 | 3 | warning | touch | $touch")" '' fu-check --tsv odd/d*

# on_terminal COMMAND: its output on a terminal
on_terminal() {
	script -qec "$1" /dev/null </dev/null | tr -d '\r'
}

if has script && [ "$(on_terminal 'echo yes')" = yes ]; then
	check 'lines on a terminal' 0 "$all" '' on_terminal 'fu-check n'
else
	skip 'lines on a terminal' 'no script(1) that works'
fi

# ---- --among ----

mkdir -p m/a m/z
note m/lee.md 'name: Lee Park
last: soon' '- 2026-2-3 call'
note m/x.md 'via: lee
email: x@example.com'
note m/z/x.md 'email: x@example.com'
note m/a/ana.md 'name: Ana'
note m/z/ana.md 'name: Lee Park'
echo '# Read me' >m/README.md
lee="m/lee.md:3:7: error: $soon [date]
m/lee.md:5:3: warning: $touch [touch]"
nobody="m/x.md:2:6: warning: via: no note has the id, name or alias 'lee' [via]"
same_name="m/z/ana.md:1:1: warning: the id 'ana' is also that of m/a/ana.md [same-id]
m/z/ana.md:2:7: warning: the name 'Lee Park' is also that of m/lee.md [same-name]"
read_me="m/README.md:1:1: error: no front matter; a note begins with a line '---' [front-matter]"

of_x="m/x.md:1:1: warning: the id 'x' is also that of m/z/x.md [same-id]
m/x.md:3:8: warning: the address 'x@example.com' is also that of m/z/x.md [same-email]"
of_z="m/z/x.md:1:1: warning: the id 'x' is also that of m/x.md [same-id]
m/z/x.md:2:8: warning: the address 'x@example.com' is also that of m/x.md [same-email]"

check 'without --among' 1 "$nobody" '' fu-check m/x.md
check '--among: links, and duplicates after the operand' 1 "$of_x" '' fu-check --among m m/x.md
check '--among=: the same' 1 "$of_x" '' fu-check --among=m m/x.md
check '--among: links alone' 0 '' '' fu-check --among m --disable same-id,same-email m/x.md
check '--among: duplicates before the operand' 1 "$same_name
$of_z" '' fu-check --among m m/z/x.md m/z/ana.md
check '--among: operands as always' 1 "$lee" '' fu-check --among m --disable same-name m/lee.md
check '--among: all are operands' 1 "$lee
$same_name
$of_z" '' fu-check --among m m
check '--among: the same without it' 1 "$lee
$same_name
$of_z" '' fu-check m
check '--among, -w' 1 "$of_z" '' fu-check --among m -w email m/z
check '--among, -q' 1 '' '' fu-check --among m -q m/z/x.md
check '--among, no operands' 0 '' '' sh -c 'fu-check --among m - </dev/null'
check 'a README as an operand' 1 "$read_me" '' fu-check m/README.md
check '--among: a README as an operand' 0 '' '' fu-check --among m m/README.md
check '--among: a README of another directory as an operand' 1 "$read_me" '' fu-check --among n m/README.md
check '--among, gone' 2 "$nobody" 'fu-check: gone: No such file or directory' fu-check --among gone m/x.md

mkdir -p k/a k/b k/z
note k/a/ana.md ''
note k/b/lee.md 'name: Lee Park'
note k/z/ana.md 'name: Lee Park'
note k/a/bad.md 'org: *co'
: >k/a/.fu-ab12cd.tmp
same_id="k/z/ana.md:1:1: warning: the id 'ana' is also that of k/a/ana.md [same-id]"
same_name="k/z/ana.md:2:7: warning: the name 'Lee Park' is also that of k/b/lee.md [same-name]"
check '--among, the one' 1 "$same_id" '' fu-check --among k/a k/z/ana.md
check '--among, the other' 1 "$same_name" '' fu-check --among k/b k/z/ana.md
check '--among, both' 1 "$same_id
$same_name" '' fu-check --among k/a --among k/b k/z/ana.md

# However they are spelled, a file is read once, and is an operand if one of its spellings is.
mkdir -p spell/m
cd spell || exit 1
note m/lee.md 'name: Lee Park
email: lee@example.com' '- 2026-2-3 call'
note m/x.md 'via: lee'
echo '# Read me' >m/README.md

# spelled DIRECTORY OPERANDS: what is found of operands in OPERANDS with --among DIRECTORY
spelled() {
	name="--among $(printf '%s, %s' "$1" "$2" | sed "s,$PWD,PWD,")"
	check "$name: lee.md" 1 "$2/lee.md:5:3: warning: $touch [touch]" '' fu-check --among "$1" "$2/lee.md"
	check "$name: x.md" 0 '' '' fu-check --among "$1" "$2/x.md"
	check "$name: README.md" 0 '' '' fu-check --among "$1" "$2/README.md"
}

for dir in m ./m m/ .//m . ././m; do
	for path in m ./m; do
		spelled "$dir" "$path"
	done
done
spelled "$PWD/m" m
spelled m "$PWD/m"
spelled . "$PWD/m"
spelled m m/
spelled m m/../m
cd .. || exit 1

# ---- operands ----

check 'several operands' 1 "$ben
$dee" '' fu-check n/sub n/ben.md
check 'an operand twice' 1 "$ben" '' fu-check n/ben.md n/ben.md
check 'options after operands' 1 "$ben" '' fu-check n --disable touch,date,promise
check '-' 1 "$ben
$dee" '' sh -c 'printf "n/sub/dee.md\nn/ben.md\n" | fu-check -'
check '- -0' 1 "odd/d\\ne.md:4:3: warning: $touch [touch]" '' sh -c 'printf "odd/d\ne.md\0n/cho.md\0" | fu-check -0 -'
check '- --null' 1 "$ben" '' sh -c 'printf "n/ben.md\0" | fu-check --null -'
check 'FU_NOTES' 1 "$all" '' env FU_NOTES=n fu-check
check 'current directory' 1 "./dee.md:4:18: warning: $friday [promise]" '' sh -c 'cd n/sub && fu-check'
check '--today' 1 "$ben
n/cho.md:4:3: warning: a touch after today; it does not count before 2026-11-05 [future]" '' \
	fu-check --today 2026-11-04 n/ben.md n/cho.md

# ---- order ----

mkdir o o/a o/.fu
for path in a.md a-b.md a/c.md B.md é.md; do
	note "o/$path" 'last: soon
every: x' '- [ ] send it by Friday
- 2026-2-3 call and 2026-2-4 call'
done
echo 'nope: 1' >o/.fu/rules.yaml
cp o/.fu/rules.yaml o/b.yaml
span="every: 'x' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"

# of_order PATH...: what is found of these
of_order() {
	for path; do
		case $path in
		*.yaml) echo "$path:1:1: error: nope: unknown key; fu-rules(5) lists them [rules]" ;;
		*) echo "$path:2:7: error: $soon [date]
$path:3:8: error: $span [span]
$path:5:18: warning: $friday [promise]
$path:6:3: warning: $touch [touch]" ;;
		esac
	done
}

check 'by path, line and column' 1 "$(of_order o/.fu/rules.yaml o/B.md o/a-b.md o/a.md o/a/c.md o/é.md)" '' fu-check o
check 'by path, whatever the order of operands' 1 "$(of_order o/.fu/rules.yaml o/B.md o/a-b.md o/a.md o/a/c.md o/é.md)" '' \
	fu-check o/é.md o/a o/a.md o
check 'the rules file among them by path' 1 "$(of_order o/B.md o/a-b.md o/a.md o/a/c.md o/b.yaml o/é.md)" '' \
	fu-check --rules o/b.yaml o
check 'in another locale' 1 "$(of_order o/.fu/rules.yaml o/B.md o/a-b.md o/a.md o/a/c.md o/é.md)" '' \
	env LC_ALL=C.UTF-8 fu-check o
note o/a.md '{name: x, last: soon, every: x, last_met: soon}'
check 'several of a line' 1 "o/a.md:2:17: error: $soon [date]
o/a.md:2:30: error: $span [span]
o/a.md:2:43: error: last_met: 'soon' $bad [date]" '' fu-check --rules none o/a.md

mkdir many
i=100
while [ "$i" -lt 250 ]; do
	note "many/$i.md" "name: N$((i / 3))
email: m$((i / 2))@example.com
via: n$((i - 30))" '- 2026-2-3 call'
	i=$((i + 1))
done
many=$(fu-check -j 1 many)
for threads in 2 7 64; do
	check "-j $threads" 1 "$many" '' fu-check -j $threads many
done
check 'many notes' 0 '473' '' sh -c 'fu-check many | wc -l | tr -d " "'

# ---- rules files ----

mkdir -p r/.fu
note r/x.md 'every: x' '- 2026-2-3 call
- 2026-11-03 emial: x'
of_x="r/x.md:2:8: error: $span [span]
r/x.md:4:3: warning: $touch [touch]
r/x.md:5:14: warning: 'emial' is no kind of touch; did you mean 'email'? [similar-kind]"

# faults NAME LINES TEXT: what is found of r/.fu/rules.yaml, which holds TEXT, and of the note under the built-in rules
faults() {
	printf '%b' "$3" >r/.fu/rules.yaml
	check "rules: $1" 1 "$(printf '%s\n' "$2" | sed 's,.*,r/.fu/rules.yaml:& [rules],')
$of_x" '' fu-check r
}

faults 'unknown key' '1:1: error: nope: unknown key; fu-rules(5) lists them' 'nope: 1\nkinds: {emial: out}\n'
faults 'several' "1:1: error: nope: unknown key; fu-rules(5) lists them
2:17: error: max_unanswered: '0' is not a number from 1 to 1000
3:26: error: after: unknown kind 'nope'; kinds: adds new ones" \
	'nope: 1\nmax_unanswered: 0\nrules: [{name: r, after: nope, do: ask, in: 1d}]\nkinds: {emial: out}\n'
faults 'after é and a tab' "1:37: error: touch_patterns: bad pattern after '[': missing terminating ] for character class" \
	"{log_heading: 'é',\\ttouch_patterns: ['[']}\\n"
faults 'span' "1:9: error: report: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd" 'report: soon\nkinds: {emial: out}\n'
faults 'date' "2:5: error: holidays: there is no day '2026-02-30'" 'holidays:\n  - 2026-02-30\n'
faults 'YAML' '1:9: error: this quote is not closed' 'report: "1w\n'
printf 'kinds: {emial: out}\n' >r/.fu/rules.yaml
check 'rules: none' 1 "$(printf '%s\n' "$of_x" | sed 3d)" '' fu-check r
echo 'nope: 1' >r/.fu/rules.yaml
check 'rules: --rules none' 1 "$of_x" '' fu-check --rules none r
check 'rules: a file that is not there' 2 "$of_x" 'fu-check: gone.yaml: No such file or directory' \
	fu-check --rules gone.yaml r
check 'rules: --disable rules' 1 "$of_x" '' fu-check --disable rules r
rm r/.fu/rules.yaml
mkdir r/.fu/rules.yaml
check 'rules: a directory' 2 "$of_x" 'fu-check: r/.fu/rules.yaml: a directory, not a file' fu-check r
rmdir r/.fu/rules.yaml
echo 'nope: 1' >r/.fu/rules.yaml
note r/x.md ''
check 'rules: no faults but those' 1 'r/.fu/rules.yaml:1:1: error: nope: unknown key; fu-rules(5) lists them [rules]' '' \
	fu-check r
check 'rules: the file as JSON' 1 '{"path":"r/.fu/rules.yaml","line":1,"col":1,"level":"error","check":"rules","message":'\
'"nope: unknown key; fu-rules(5) lists them"}' '' fu-check --json r
check 'rules: a file that is not there' 2 '' 'fu-check: gone.yaml: No such file or directory' fu-check --rules gone.yaml r

# ---- what is wrong ----

mkdir t
note t/a.md 'last: soon'
note t/b.md 'org: *co'
note t/c.md ''
printf -- '---\nname: x\n' >t/d.md
printf -- '---\n---\ncaf\351\n' >t/e.md
note t/f.md '' '- 2026-2-3 call'
t="t/a.md:2:7: error: $soon [date]
t/b.md:2:6: error: an alias (*co) is not read; put the value in quotes [yaml]
t/d.md:1:1: error: front matter is not closed; write '---' on a line of its own after the last field [front-matter]
t/e.md:3:4: warning: not UTF-8; save the file as UTF-8 [encoding]
t/f.md:4:3: warning: $touch [touch]"
check 'one bad note hides no other' 1 "$t" '' fu-check t
check 'missing operand' 2 "$t" 'fu-check: gone: No such file or directory' fu-check gone t
check 'missing operand alone' 2 '' 'fu-check: gone.md: No such file or directory' fu-check gone.md
check 'path on standard input that is not there' 2 "$(printf '%s\n' "$t" | sed '2,$d')" \
	'fu-check: t/gone.md: No such file or directory' sh -c 'printf "t/gone.md\nt/a.md\n" | fu-check -'
mkfifo t/g.md
check 'FIFO' 2 "$t" 'fu-check: t/g.md: a FIFO, socket or device, not a file' timeout 20 fu-check t
rm t/g.md
ln -s nowhere t/g.md
dangling='fu-check: t/g.md: a symbolic link to a file that is not there'
check 'dangling link' 2 "$t" "$dangling" fu-check t
check 'dangling link, named and found' 2 "$t" "$dangling" fu-check t/g.md t
check 'dangling link, named, and found among the others' 2 '' "$dangling" fu-check --among t t/g.md
rm t/g.md
printf '%16777217s' '' >t/g.md
check 'file of more than 16 MiB' 2 "$t" 'fu-check: t/g.md: a file of more than 16 MiB; nothing of it is read' fu-check t
rm t/g.md

# as_other COMMAND...: as a user who is not root and who can read the program
as_other() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
		return
	fi
	program=$1
	shift
	cp "$BUILD/$program" "$tmp" && chmod 755 "$tmp" "$tmp/$program"
	setpriv --reuid 65534 --regid 65534 --clear-groups "$tmp/$program" "$@"
}

if [ "$(as_other fu-check --version 2>&1)" = "$(fu-check --version)" ]; then
	note t/g.md ''
	chmod 0 t/g.md
	check 'file that may not be read' 2 "$t" 'fu-check: t/g.md: Permission denied' as_other fu-check t
	rm -f t/g.md
	mkdir t/g
	chmod 0 t/g
	check 'directory that may not be read' 2 "$t" 'fu-check: t/g: Permission denied' as_other fu-check t
	rmdir t/g
else
	skip 'what may not be read' 'no way to be another user'
fi

full='fu-check: standard output: No space left on device'
check 'output full' 2 '' "$full" sh -c 'fu-check t >/dev/full'
check 'output full, --json' 2 '' "$full" sh -c 'fu-check --json t >/dev/full'
check 'output full, --tsv' 2 '' "$full" sh -c 'fu-check --tsv t >/dev/full'
check 'output full, --list-checks' 2 '' "$full" sh -c 'fu-check --list-checks >/dev/full'
check 'output full, no findings' 0 '' '' sh -c 'fu-check t/c.md >/dev/full'
check 'output full, -q' 1 '' '' sh -c 'fu-check -q t >/dev/full'
check 'output closed' 2 '' 'fu-check: standard output: Bad file descriptor' sh -c 'fu-check t >&-'
check 'errors full, and an error' 2 "$t" '' sh -c 'fu-check t gone 2>/dev/full'
check 'a reader that has had enough' 0 "$(printf '%s\n' "$many" | head -n 1)" '' sh -c 'fu-check many | head -n 1'

# ---- bad options ----

help='see fu-check --help'
check 'unknown short option' 2 '' "fu-check: unknown option '-x'; $help" fu-check -x t
check 'unknown long option' 2 '' "fu-check: unknown option '--nope'; $help" fu-check --nope t
check 'unknown option after an operand' 2 '' "fu-check: unknown option '--nope'; $help" fu-check t --nope
check 'value for an option that takes none' 2 '' "fu-check: option '--werror=x' takes no value; $help" fu-check --werror=x t
for option in --disable --among --where -w --today -t --rules --jobs -j; do
	check "$option without its value" 2 '' "fu-check: option '$option' needs a value; $help" fu-check t "$option"
done
check '--today soon' 2 '' "fu-check: --today: 'soon' $bad, today, friday or +3d" fu-check --today soon t
check 'FU_TODAY=soon' 2 '' "fu-check: FU_TODAY: 'soon' $bad, today, friday or +3d" env FU_TODAY=soon fu-check t
check '-j 0' 2 '' "fu-check: -j: '0' is not a number of threads; write 1 to 1024" fu-check -j 0 t

# ---- help, version ----

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-check.c"
}

# refused: the options in the text that are none
refused() {
	help | awk '/^ +-/ {
		value = $2 ~ /^[A-Z]+$/ ? $2 : $3 ~ /^[A-Z]+$/ ? $3 : ""
		for (i = 1; $i ~ /^-/; i++) {
			sub(/,$/, "", $i)
			print $i, value
		}
	}' | while read -r option value; do
		case $value in
		NAMES) value='touch' ;;
		DIR) value=n ;;
		SEL) value=tag ;;
		DATE) value=2026-11-22 ;;
		FILE) value=none ;;
		N) value=2 ;;
		esac
		fu-check "$option" ${value:+"$value"} n >/dev/null || [ $? = 1 ] || echo "$option"
	done
}

check '-h' 0 "$(help)" '' fu-check -h
check '--help' 0 "$(help)" '' fu-check --help
check '--help before what is wrong' 0 "$(help)" '' fu-check --help --nope gone
check 'options of --help' 0 '' '' refused
check 'options of --help, in the text' 0 '--among
--disable
--json
--list-checks
--rules
--today
--tsv
--werror
--where' '' sh -c "fu-check --help | grep -Eo -- '--(among|disable|json|list-checks|rules|today|tsv|werror|where)' | sort -u"
check '-V' 0 "fu-check $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-check -V
check '--version' 0 "$(fu-check -V)" '' fu-check --version

plan_done
