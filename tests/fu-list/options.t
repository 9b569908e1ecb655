#!/bin/sh
# The options of fu-list, its operands, and the forms of its output.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')

mkdir -p n/sub
note n/ana.md 'name: Ana Gómez
company: "[[firms/acme|Acme Ltd]]"
job_title: Buyer
email: [ana@example.com, ana@example.org]
phone: "+1 555 0100"
tags: [a-list, client]
stage: interviewing
via: "[[people/lee-park|Lee]]"
every: 3 weeks
address: {city: Lisbon, street: {name: Rua Augusta, nr: 12}}
jobs:
  - {title: Welder, from: 2019-04-01}
  - {title: Foreman}
budget: 90' '# Ana

- 2026-11-03 meeting: coffee near the docks
- 2026-11-10 < email: said yes
- 2026-11-12 > email: sent the deck
- 2026-12-24 call: wish her well
- [ ] 2026-11-17 send the plan
- [x] < 2026-11-18 an intro'
note n/ben.md 'org: Zeta
email: ben@example.com
tags: "#b-list friend"
last: 2026-09-13
budget: 100
next: {on: 2026-11-25, do: call, why: her new job}'
note n/cho.md 'name: åsa
nothing:
empty: []
budget: 8.5
next: 2026-12-01
next_of_kin: Bo' '- 2026-10-01 letter: a card'
note n/dee.md 'name: Bea'
note n/sub/eve.md 'name: "E\\v\te"
email: eve@example.net
budget: 90'

paths='n/ana.md
n/ben.md
n/cho.md
n/dee.md
n/sub/eve.md'

# ---- paths ----

# nuls COMMAND...: its output, with a line of its own for each NUL
nuls() {
	"$@" | tr '\n\0' '$\n'
}

check 'paths' 0 "$paths" '' fu-list n
check 'nothing' 0 '' '' fu-list -w id=nobody n
check '-w' 0 'n/ana.md' '' fu-list -w tag=a-list n
check '--where=' 0 'n/ana.md' '' fu-list --where=tag=a-list n
check '-w, attached' 0 'n/ana.md' '' fu-list -wtag=a-list n
check '-0' 0 "$paths" '' nuls fu-list -0 n
check '--null' 0 "$paths" '' nuls fu-list --null n
mkdir odd
note "odd/a${tab}b\\c.md" ''
note "odd/d
e.md" ''
check 'odd names' 0 'odd/a\tb\\c.md
odd/d\ne.md' '' fu-list odd
check 'odd names, -0' 0 "odd/a${tab}b\\c.md
odd/d\$e.md" '' nuls fu-list -0 odd
check '--tsv' 0 "$paths" '' fu-list --tsv n
check '--table' 0 "$paths" '' fu-list --table n
check '--header' 0 "$paths" '' fu-list --header n

# ---- -c, -q ----

check '-c' 0 5 '' fu-list -c n
check '--count' 0 2 '' fu-list --count -w 'id=ana or id=ben' n
check '-c, nothing' 0 0 '' fu-list -c -w id=nobody n
check '-c, with other forms' 0 5 '' fu-list -c --json --header -f name n
check '-c, no notes' 0 0 '' sh -c 'fu-list -c - </dev/null'
check '-q' 0 '' '' fu-list -q n
check '--quiet' 0 '' '' fu-list --quiet -w id=ana n
check '-q, nothing' 1 '' '' fu-list -q -w id=nobody n
check '-q, no notes' 1 '' '' sh -c 'fu-list -q - </dev/null'
check '-q -c' 0 '' '' fu-list -qc n
check '-q -c, nothing' 1 '' '' fu-list -qc -w id=nobody n
check '-q --json' 0 '' '' fu-list -q --json n
check '-q -f' 0 '' '' fu-list -q -f name --header n
check '-q, selected and something wrong' 2 '' 'fu-list: gone: No such file or directory' fu-list -q n gone
check '-q, nothing and something wrong' 2 '' 'fu-list: gone: No such file or directory' fu-list -q gone

# ---- -f ----

check '-f' 0 "$(tsv 'Ana Gómez | ana@example.com, ana@example.org | 2026-11-12' 'ben | ben@example.com | 2026-09-13' \
	'åsa |  | 2026-10-01' 'Bea |  | ' 'E\\v\te | eve@example.net | ')" '' fu-list -f name,email,last n
check '--fields' 0 "$(tsv 'ana | 90' 'ben | 100' 'cho | 8.5' 'dee | ' 'eve | 90')" '' fu-list --fields id,budget n
check '-f, one' 0 "$paths" '' fu-list -f path n
check '-f, one, absent' 0 '
' '' sh -c 'fu-list -f nobody -w "id=ana or id=ben" n'
check '-f --header' 0 "$(tsv 'id | last' 'ana | 2026-11-12')" '' fu-list --header -f id,last n/ana.md
check '-f --header, nothing' 0 '' '' fu-list --header -f id,last -w id=nobody n
check '-f, other spellings' 0 "$(tsv 'Buyer | a-list, client | 2026-11-12')" '' \
	fu-list -f 'role,Tier,Last Contact' n/ana.md
check '-f, a list' 0 "$(tsv 'a-list, client | +1 555 0100')" '' fu-list -f tags,phone n/ana.md
check '-f, tags that are text' 0 'b-list, friend' '' fu-list -f tags n/ben.md
check '-f, nested' 0 "$(tsv 'Lisbon | Rua Augusta | 12 | ')" '' \
	fu-list -f address.city,Address.Street.Name,address.street.nr,address.zip n/ana.md
check '-f, nested in a list' 0 "$(tsv 'Welder, Foreman | 2019-04-01')" '' fu-list -f jobs.title,jobs.from n/ana.md
check '-f, a mapping' 0 '{"city":"Lisbon","street":{"name":"Rua Augusta","nr":"12"}}' '' fu-list -f address n/ana.md
check '-f, mappings in a list' 0 '{"title":"Welder","from":"2019-04-01"}, {"title":"Foreman"}' '' \
	fu-list -f jobs n/ana.md
check '-f, null and an empty list' 0 "$(tsv ' |  | cho')" '' fu-list -f nothing,empty,id n/cho.md
check '-f, computed' 0 "$(tsv '3 | 1 | email | 2026-11-12 | 2')" '' \
	fu-list -f touches,unanswered,kind,last,promises n/ana.md
mkdir unread
note unread/a.md 'name: {nick: Ana}' '# Ana Gómez'
check '-f, a name that cannot be read' 2 'Ana Gómez' "fu-list: unread/a.md:2:7: name: a mapping is not a name; write \
text or {first: Ana, last: Gomez}" fu-list -f name unread
check '-f, of touches' 0 "$(tsv '2026-11-03, 2026-11-10, 2026-11-12 | meeting, email, email | both, in, out')" '' \
	fu-list -f touches.date,touches.kind,touches.dir n/ana.md
check '-f, texts of touches' 0 'coffee near the docks, said yes, sent the deck' '' fu-list -f touches.text n/ana.md
check '-f, of promises' 0 "$(tsv '2026-11-17, 2026-11-18 | me, them | send the plan, an intro | false, true')" '' \
	fu-list -f promises.by,promises.from,promises.what,promises.done n/ana.md
check '-f, a key with a blank' 0 Bo '' fu-list -f 'Next of Kin' n/cho.md
check '-f, a key in quotes' 0 Bo '' fu-list -f "'Next of Kin'" n/cho.md
check '-f, blanks around keys' 0 "$(tsv 'cho | Bo')" '' fu-list -f 'id , next_of_kin' n/cho.md
check '-f, a key twice' 0 "$(tsv 'cho | cho')" '' fu-list -f id,id n/cho.md
check '-f twice: the last one' 0 cho '' fu-list -f name,last -f id n/cho.md
check '-f path: escaped as in TSV' 0 'odd/a\tb\\c.md
odd/d\ne.md' '' fu-list -f path odd
check '-f, the body' 0 '# Ana\n\n- 2026-11-03' '' sh -c 'fu-list -f text n/ana.md | cut -c 1-21'

table='name       email                             id
Ana Gómez  ana@example.com, ana@example.org  ana
ben        ben@example.com                   ben
åsa                                          cho
Bea                                          dee
E\\v\te    eve@example.net                   eve'
check '-f --table' 0 "$(printf '%s\n' "$table" | sed 1d)" '' fu-list --table -f name,email,id n
check '-f --table --header' 0 "$table" '' fu-list --table --header -f name,email,id n
check '-f --table, 40 columns' 0 'Ana Gómez  ana@example.com, ana@ex…  ana
ben        ben@example.com           ben
åsa                                  cho
Bea                                  dee
E\\v\te    eve@example.net           eve' '' env COLUMNS=40 fu-list --table -f name,email,id n
for columns in 0 -1 wide ''; do
	check "-f --table, COLUMNS '$columns'" 0 "$table" '' env COLUMNS="$columns" \
		fu-list --table --header -f name,email,id n
done
check 'the last form counts' 0 "$(tsv 'cho | 8.5')" '' fu-list --json --table --tsv -f id,budget n/cho.md

# ---- JSON ----

check '--json' 0 '{"path":"n/ana.md","id":"ana","name":"Ana Gómez","org":"Acme Ltd","role":"Buyer",'\
'"stage":"interviewing","tags":["a-list","client"],"email":["ana@example.com","ana@example.org"],'\
'"phone":["+1 555 0100"],"via":["people/lee-park"],"every":"3 weeks","last":"2026-11-12","kind":"email",'\
'"unanswered":1,"touches":[{"date":"2026-11-03","dir":"both","kind":"meeting","text":"coffee near the docks"},'\
'{"date":"2026-11-10","dir":"in","kind":"email","text":"said yes"},'\
'{"date":"2026-11-12","dir":"out","kind":"email","text":"sent the deck"}],'\
'"promises":[{"by":"2026-11-17","from":"me","what":"send the plan","done":false},'\
'{"by":"2026-11-18","from":"them","what":"an intro","done":true}],'\
'"front":{"name":"Ana Gómez","company":"[[firms/acme|Acme Ltd]]","job_title":"Buyer",'\
'"email":["ana@example.com","ana@example.org"],"phone":"+1 555 0100","tags":["a-list","client"],'\
'"stage":"interviewing","via":"[[people/lee-park|Lee]]","every":"3 weeks",'\
'"address":{"city":"Lisbon","street":{"name":"Rua Augusta","nr":"12"}},'\
'"jobs":[{"title":"Welder","from":"2019-04-01"},{"title":"Foreman"}],"budget":"90"}}' '' fu-list --json n/ana.md
check '--json, little of it' 0 '{"path":"n/dee.md","id":"dee","name":"Bea","org":null,"role":null,"stage":null,'\
'"tags":[],"email":[],"phone":[],"via":[],"every":null,"last":null,"kind":null,"unanswered":0,"touches":[],'\
'"promises":[],"front":{"name":"Bea"}}' '' fu-list --json n/dee.md
check '--json, nothing' 0 '' '' fu-list --json -w id=nobody n
check '--json --header' 0 "$(fu-list --json n)" '' fu-list --header --json n
check '--json -f' 0 '{"id":"ana","email":["ana@example.com","ana@example.org"],"last":"2026-11-12","touches":3}
{"id":"ben","email":["ben@example.com"],"last":"2026-09-13","touches":1}
{"id":"cho","email":[],"last":"2026-10-01","touches":1}
{"id":"dee","email":[],"last":null,"touches":0}
{"id":"eve","email":["eve@example.net"],"last":null,"touches":0}' '' \
	fu-list --json -f id,email,last,touches n
check '--json -f, the front matter' 0 '{"budget":"90","address":{"city":"Lisbon","street":{"name":"Rua Augusta",'\
'"nr":"12"}},"jobs.title":["Welder","Foreman"],"jobs":[{"title":"Welder","from":"2019-04-01"},{"title":"Foreman"}],'\
'"address.zip":null}' '' fu-list --json -f budget,address,jobs.title,jobs,address.zip n/ana.md
check '--json -f, null and empty' 0 '{"nothing":null,"empty":[],"nobody":null}' '' \
	fu-list --json -f nothing,empty,nobody n/cho.md
check '--json -f, spelled as asked for' 0 '{"Last Contact":"2026-10-01","Company":null}' '' \
	fu-list --json -f 'Last Contact,Company' n/cho.md

# ---- --sort, -r ----

reversed='n/sub/eve.md
n/dee.md
n/cho.md
n/ben.md
n/ana.md'

# ids OPTION...: the ids in the order of the output, on a line
ids() {
	fu-list -f id "$@" n | tr '\n' ' ' | sed 's/ $//'
	echo
}

check '-r' 0 "$reversed" '' fu-list -r n
check '--reverse' 0 "$reversed" '' fu-list --reverse n
check '--sort path' 0 "$paths" '' fu-list --sort path n
check '--sort -path' 2 '' "fu-list: --sort: a key does not begin with '-'; -r is the opposite order" fu-list --sort -path n
check '--sort path -r' 0 "$reversed" '' fu-list --sort path -r n
check '--sort last' 0 'n/ben.md
n/cho.md
n/ana.md
n/dee.md
n/sub/eve.md' '' fu-list --sort last n
check '--sort=last, in -f' 0 'ben cho ana dee eve' '' ids --sort=last
check '--sort last -r' 0 'ana cho ben dee eve' '' ids --sort last -r
check '--sort budget' 0 'cho ana eve ben dee' '' ids --sort budget
check '--sort budget -r' 0 'ben ana eve cho dee' '' ids --sort budget --reverse
check '--sort name' 0 'ana dee ben eve cho' '' ids --sort name
check '--sort name -r' 0 'cho eve ben dee ana' '' ids --sort name -r
check '--sort, another spelling' 0 'ben cho ana dee eve' '' ids --sort last_contact
check '--sort touches' 0 'dee eve ben cho ana' '' ids --sort touches
check '--sort of what no note has' 0 'ana ben cho dee eve' '' ids --sort nobody
check '--sort of what no note has -r' 0 'ana ben cho dee eve' '' ids --sort nobody -r
check '--sort, nested' 0 'ana ben cho dee eve' '' ids --sort address.city
check '--sort next: a mapping by its date' 0 'ben cho ana dee eve' '' ids --sort next
check '--sort twice: the last one' 0 'ben cho ana dee eve' '' ids --sort name --sort last
check '--sort --json' 0 '{"id":"cho"}
{"id":"ana"}
{"id":"eve"}
{"id":"ben"}
{"id":"dee"}' '' fu-list --json -f id --sort budget n
mkdir s
note s/a.md 'every: 2mo'
note s/b.md 'every: weekly'
note s/c.md 'every: never'
note s/d.md 'every: 20 days'
note s/e.md 'x: 1'
note s/f.md 'every: P1Y'
check '--sort every: by length' 0 's/b.md
s/d.md
s/a.md
s/f.md' '' fu-list --sort every -w 'every!=never and every' s
check '--sort every -r: by length' 0 's/f.md
s/a.md
s/d.md
s/b.md
s/e.md' '' fu-list --sort every -r -w 'every!=never' s

# ---- --format=mutt ----

check '--format=mutt' 0 "4 addresses
$(tsv 'ana@example.com | Ana Gómez | Acme Ltd' 'ana@example.org | Ana Gómez | Acme Ltd' \
	'ben@example.com | ben | Zeta' 'eve@example.net | E\\v\te | ')" '' fu-list --format=mutt n
check '--format mutt -w' 0 "1 address
$(tsv 'ben@example.com | ben | Zeta')" '' fu-list --format mutt -w 'email~^ben' n
check '--format=mutt, nothing' 0 '0 addresses' '' fu-list --format=mutt -w id=nobody n
check '--format=mutt --sort' 0 "3 addresses
$(tsv 'ben@example.com | ben | Zeta' 'ana@example.com | Ana Gómez | Acme Ltd' 'ana@example.org | Ana Gómez | Acme Ltd')" \
	'' fu-list --format=mutt --sort last -w last n

# ---- operands, and one after the other ----

mkdir -p m/.hidden m/A.md
for f in m/b.MD m/c.Markdown m/A.md/d.md m/.e.md m/.hidden/f.md m/g.txt m/h.mdx m/md m/i.md~; do
	note "$f" 'stage: lead'
done
echo '# About' >m/README.md
ln -s ../n/cho.md m/z.md
check 'files of a directory' 0 'm/A.md/d.md
m/b.MD
m/c.Markdown
m/z.md' '' fu-list m
check 'any file as an operand' 0 'm/.e.md
m/.hidden/f.md
m/g.txt
m/md' '' fu-list m/g.txt m/md m/.e.md m/.hidden
check 'several operands, in order of path' 0 'm/b.MD
n/cho.md' '' fu-list n/cho.md m/b.MD
check 'options after operands' 0 1 '' fu-list n/cho.md -c
check 'an operand twice' 0 "$paths" '' fu-list n n n/ana.md
check 'no front matter, as an operand' 2 "$paths" \
	"fu-list: m/README.md:1:1: no front matter; a note begins with a line '---'" fu-list n m/README.md
check '-' 0 'n/ana.md
n/cho.md' '' sh -c 'printf "n/cho.md\nn/ana.md\n" | fu-list -'
check '-, a directory' 0 "$paths" '' sh -c 'echo n | fu-list -'
check '-, nothing' 0 '' '' sh -c 'fu-list - </dev/null'
check '- -0' 0 'odd/d\ne.md' '' sh -c 'printf "odd/d\ne.md\0" | fu-list -0 -f path -'
check 'FU_NOTES' 0 "$paths" '' env FU_NOTES=n fu-list
check 'FU_NOTES and an operand' 0 'n/cho.md' '' env FU_NOTES=gone fu-list n/cho.md
check 'current directory' 0 './ana.md
./ben.md
./cho.md
./dee.md
./sub/eve.md' '' sh -c 'cd n && FU_NOTES= fu-list'
check 'fu-list | fu-list -' 0 'n/ana.md' '' sh -c 'fu-list -w email n | fu-list -w last - | fu-list -w "not id=ben" -'
check 'fu-list -0 | fu-list -0 -' 0 'odd/d\ne.md' '' sh -c 'fu-list -0 odd | fu-list -0 -w "id~^d" -f path -'
check 'grep -l | fu-list -' 0 'n/ana.md' '' sh -c 'grep -rl example.com n | fu-list -w tag=client -'
check 'a path that is not there' 2 "$paths" 'fu-list: gone: No such file or directory' fu-list gone n
for jobs in 1 2 7 1024; do
	check "-j $jobs" 0 "$(fu-list --json n)" '' fu-list --json -j $jobs n
done

# ---- rules ----

cat >rules.yaml <<'END'
fields: {stage: mood}
kinds: {letter: in}
END
check '--rules' 0 "$(tsv '0 | contact')" '' fu-list --rules rules.yaml -f unanswered,kind n/ben.md
check '--rules none' 0 "$(tsv '1 | letter')" '' fu-list --rules none -f unanswered,kind n/cho.md
check '--rules, a kind' 0 "$(tsv '0 | letter')" '' fu-list --rules rules.yaml -f unanswered,kind n/cho.md
mkdir -p r/.fu
cp rules.yaml r/.fu
note r/a.md 'mood: lead'
check '.fu/rules.yaml' 0 r/a.md '' fu-list -w stage=lead r
check '.fu/rules.yaml and --rules none' 0 '' '' fu-list --rules none -w stage=lead r
echo 'nope: 1' >r/.fu/rules.yaml
check '.fu/rules.yaml with a fault' 2 '' 'fu-list: r/.fu/rules.yaml:1:1: nope: unknown key; fu-rules(5) lists them' \
	fu-list r

# ---- faults of notes ----

mkdir f
note f/a.md 'tags: x'
note f/b.md 'tags: [x' '- 2026-11-03 call'
note f/c.md 'tags: x' '- 2026-02-30 call'
note f/d.md 'tags: x
every: soon' '- 2026-11-01 call'
note f/e.md 'tags: x
via: nobody'
note f/f.md 'tags: x
Tags: y'
open="f/b.md:2:7: this '[' is not closed; put the value in quotes if it is text"
body="f/c.md:4:3: there is no day '2026-02-30'"
soon="f/d.md:3:8: every: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd"
twice='f/f.md:3:1: warning: Tags: this key is also on line 2; the last one counts'

# into FILE COMMAND...
into() {
	file=$1
	shift
	"$@" >"$file"
}

# messages LINE...: with the name of the tool
messages() {
	printf 'fu-list: %s\n' "$@"
}

good='f/a.md
f/c.md
f/d.md
f/e.md
f/f.md'
check 'a fault hides no other note; the body is not read' 2 "$good" "$(messages "$open" "$soon" "$twice")" fu-list f
check 'the body is read for -w touches' 2 'f/d.md' "$(messages "$open" "$body" "$soon" "$twice")" fu-list -w touches f
check 'the body is read for -w text' 2 'f/c.md
f/d.md' "$(messages "$open" "$body" "$soon" "$twice")" fu-list -w text f
check 'the body is read for -f last' 2 "$(tsv 'a | ' 'c | ' 'd | 2026-11-01' 'e | ' 'f | ')" \
	"$(messages "$open" "$body" "$soon" "$twice")" fu-list -f id,last f
check 'the body is read for --sort last' 2 'f/d.md
f/a.md
f/c.md
f/e.md
f/f.md' "$(messages "$open" "$body" "$soon" "$twice")" fu-list --sort last f
check 'the body is read for --json' 2 '' "$(messages "$open" "$body" "$soon" "$twice")" into json fu-list --json f
check 'the body is read for --json, notes' 0 "$good" '' jq -r .path json
check 'the body is not read for --json -f' 2 '{"id":"a","tags":["x"]}
{"id":"c","tags":["x"]}
{"id":"d","tags":["x"]}
{"id":"e","tags":["x"]}
{"id":"f","tags":["y"]}' "$(messages "$open" "$soon" "$twice")" fu-list --json -f id,tags f
check 'a fault in the body alone: nothing said' 0 f/c.md '' fu-list -w tag=x f/c.md
check 'a fault in the body alone' 2 '' "fu-list: $body" fu-list -w last f/c.md
check 'faults of notes that are not selected' 2 f/a.md "$(messages "$open" "$soon" "$twice")" fu-list -w id=a f
check 'a warning alone' 0 f/f.md "fu-list: $twice" fu-list f/f.md
note g.md 'last: soon'
check 'a fault of the front matter that only touches need' 2 g.md \
	"fu-list: g.md:2:7: last: 'soon' is not a date; write YYYY-MM-DD" fu-list g.md
check 'links are not followed' 0 "$(tsv 'e | nobody')" '' fu-list -f id,via f/e.md

# ---- output ----

full='fu-list: standard output: No space left on device'
closed='fu-list: standard output: Bad file descriptor'
check 'output full' 2 '' "$full" sh -c 'fu-list n >/dev/full'
check 'output full, -f' 2 '' "$full" sh -c 'fu-list -f name,last n >/dev/full'
check 'output full, as a table' 2 '' "$full" sh -c 'fu-list --table -f name n >/dev/full'
check 'output full, as JSON' 2 '' "$full" sh -c 'fu-list --json n >/dev/full'
check 'output full, -c' 2 '' "$full" sh -c 'fu-list -c n >/dev/full'
check 'output full, --format=mutt' 2 '' "$full" sh -c 'fu-list --format=mutt n >/dev/full'
check 'output full, nothing selected' 0 '' '' sh -c 'fu-list -w id=nobody n >/dev/full'
check 'output closed' 2 '' "$closed" sh -c 'fu-list n >&-'
check 'output closed, -q' 0 '' '' sh -c 'fu-list -q n >&-'
mkdir many
i=0
while [ $i -lt 3000 ]; do
	echo "---
name: a name that is long enough to fill a pipe
---" >many/$i.md
	i=$((i + 1))
done
check 'a reader that has had enough' 0 'many/0.md' '' sh -c 'fu-list --json many | head -n 1 | jq -r .path'
check 'a reader that has had enough, SIGPIPE ignored' 0 'many/0.md
2' '' sh -c 'trap "" PIPE; { fu-list --json many; echo $? >status; } | head -n 1 | jq -r .path; cat status'

# impatient COMMAND...: its output through a pipe that is full at first and has no writer wait
impatient() {
	perl -MFcntl -e '
		pipe my $from, my $to or die;
		fcntl $to, F_SETFL, O_WRONLY | O_NONBLOCK or die;
		1 while syswrite $to, "\n" x 4096;
		if (!fork) {
			open STDOUT, ">&", $to or die;
			exec @ARGV or die;
		}
		close $to;
		while (<$from>) {
			print if $_ ne "\n";
		}
		wait;
		exit $? >> 8;' "$@"
}
check '-w, a pattern over many notes' 0 3000 '' fu-list -c -w "name~'fill a pipe\$'" many
check 'output that must be waited for' 0 "$(fu-list --json many)" '' impatient fu-list --json many

# ---- help, version, bad options ----

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-list.c"
}

help='see fu-list --help'
check '-h' 0 "$(help)" '' fu-list -h
check '--help' 0 "$(help)" '' fu-list --help
check '--help before what is wrong' 0 "$(help)" '' fu-list --help --nope gone
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-list --help | awk "length > 80 || NR > 24"'
check '-V' 0 "fu-list $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-list -V
check '--version' 0 "$(fu-list -V)" '' fu-list --version
check 'unknown short option' 2 '' "fu-list: unknown option '-x'; $help" fu-list -x n
check 'unknown long option' 2 '' "fu-list: unknown option '--nope'; $help" fu-list --nope n
check 'value for an option that takes none' 2 '' "fu-list: option '--count=x' takes no value; $help" fu-list --count=x n
for option in --where --fields --sort --format --today --rules --jobs -w -f -t -j; do
	check "$option without its value" 2 '' "fu-list: option '$option' needs a value; $help" fu-list n "$option"
done
forms='is not mutt; for other forms see --json, --table and --tsv'
check '--format that there is not' 2 '' "fu-list: --format: 'html' $forms" fu-list --format=html n
check '--format, empty' 2 '' "fu-list: --format: '' $forms" fu-list --format= n
own='--format mutt has columns of its own; leave out -f, --json, --table and --tsv'
check '--format and -f' 2 '' "fu-list: $own" fu-list --format=mutt -f name n
check '--format and --json' 2 '' "fu-list: $own" fu-list --json --format=mutt n
write='write name or address.city, with other characters in quotes'
check '-f, empty' 2 '' "fu-list: -f: no key at ''; $write" fu-list -f '' n
check '-f, nothing before a comma' 2 '' "fu-list: -f: no key at ',name'; $write" fu-list -f ,name n
check '-f, nothing between commas' 2 '' "fu-list: -f: no key at ',org'; $write" fu-list -f name,,org n
check '-f, nothing after a comma' 2 '' "fu-list: -f: no key at ''; $write" fu-list --fields name, n
check '-f, a test' 2 '' "fu-list: -f: no key at 'name=x'; $write" fu-list -f name=x n
check '-f, a quote not closed' 2 '' "fu-list: -f: no key at ''x'; $write" fu-list -f "name,'x" n
check '--sort, empty' 2 '' "fu-list: --sort: no key at ''; $write" fu-list --sort '' n
check '--sort, two keys' 2 '' 'fu-list: --sort: one key is enough; write it without a comma' \
	fu-list --sort name,last n
check '--today' 2 '' "fu-list: --today: 'soon' is not a date; write YYYY-MM-DD, today, friday or +3d" fu-list --today soon n
check 'an option that is wrong: nothing is read' 2 '' "fu-list: unknown option '--nope'; $help" fu-list gone --nope

# ---- odd notes ----

mkdir strange
note strange/alike.md 'address: {city: A, City: B}'
check '--json -f, two keys alike' 0 '{"address.city":["A","B"]}' '' fu-list --json -f address.city strange/alike.md
note strange/grid.md 'grid: [[x, {a: b}]]'
check 'a list in a list that is no link' 0 strange/grid.md '' fu-list -w 'grid=x' strange
check 'a list in a list that is no link, contrary' 0 strange/alike.md '' fu-list -w 'not grid=x' strange
{
	printf -- '---\nname: long\n---\n'
	head -c 40000 /dev/zero | tr '\0' x
	echo ' secret'
} >strange/long.md
check 'a long line is looked through to its end' 0 strange/long.md '' fu-list -w "text~'x secret\$'" strange
check 'a long line begins once' 0 '' '' fu-list -w "text~'^x{9}s'" strange
check 'a long line, contrary' 0 "$(printf '%s\n' strange/alike.md strange/grid.md)" '' fu-list -w 'text!~secret' strange
heavy=$(printf 'ab c%.0s' $(seq 300))
note strange/heavy.md "urls: ['${heavy}zq', 'ok zqxj k ab ab ab zqxj k']"
gave_up="fu-list: strange/heavy.md:2:1: -w: its pattern for 'urls' gave up on this note: match limit exceeded"
check 'a pattern gives up on one value, and fits another' 2 strange/heavy.md "$gave_up" \
	fu-list -w "urls~'(a|b).*(a|b).*(a|b).*zqxj k'" strange
check 'several -w are asked in their order' 0 '' '' fu-list -w tag=x -w "urls~'(a|b).*(a|b).*(a|b).*zqxj k'" strange
rm -r strange

# ---- terminal ----

# terminal COMMAND: its output on a terminal, with ^ for ESC
terminal() {
	script -qec "$1" /dev/null </dev/null | tr -d '\r' | tr '\033' '^'
}

if has script && [ "$(terminal 'echo yes')" = yes ]; then
	check 'paths on a terminal' 0 "$paths" '' terminal 'fu-list n'
	check 'a table on a terminal' 0 "$table" '' \
		terminal 'stty cols 200; fu-list --header -f name,email,id n'
	check 'TSV in a pipe' 0 "$(tsv 'cho | 8.5')" '' terminal 'fu-list -f id,budget n/cho.md | cat'
	check '--tsv on a terminal' 0 "$(tsv 'cho | 8.5')" '' terminal 'fu-list --tsv -f id,budget n/cho.md'
	check '--json on a terminal' 0 "$(fu-list --json n/cho.md)" '' terminal 'fu-list --json n/cho.md'
	check '-c on a terminal' 0 5 '' terminal 'fu-list -c n'
	check '--format=mutt on a terminal' 0 "$(fu-list --format=mutt n)" '' terminal 'fu-list --format=mutt --header n'
else
	skip 'terminal' 'no script(1) that works'
fi

plan_done
