#!/bin/sh
# fu-set: how a field is changed, added and removed, whatever it looks like: which lines change, to the byte, and what
# fu-list then reads.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"
# shellcheck source=../edit.sh
. "$top/tests/edit.sh"

# sets NAME LINES FACTS ASSIGNMENT...: of a note whose front matter has these lines between others
sets() {
	name=$1 lines=$2 facts=$3
	shift 3
	edit "$name" " ---\\n name: José 田 # ñandú\\n$lines\\n mood: [é] # last\\n ---\\n # José\\n\\n org: Text." "$facts" \
		fu-set n.md "$@"
}

# org NAME OLD NEW [VALUE JSON]: the line of the org becomes another
org() {
	sets "$1" "-$2
+$3" "< org: \"Acme\"
> org: ${5:-\"Beta\"}" "org=${4:-Beta}"
}

# ---- changed ----

org 'plain' 'org: Acme' 'org: Beta'
org 'plain, with a comment' 'org: Acme   # since 2020, 田中' 'org: Beta   # since 2020, 田中'
org 'plain, with a tab' 'org:\tAcme\t# since 2020' 'org:\tBeta\t# since 2020'
org 'plain, with blanks' 'org :   Acme  ' 'org :   Beta  '
org 'double quotes' 'org: "Acme" # x' 'org: "Beta" # x'
org 'single quotes' "org: 'Acme' # x" "org: 'Beta' # x"
org 'double quotes in double quotes' 'org: "Acme"' 'org: "a \\"b\\" \\\\ c"' 'a "b" \ c' '"a \"b\" \\ c"'
org 'single quotes in single quotes' "org: 'Acme'" "org: 'it''s \"so\"'" "it's \"so\"" '"it'\''s \"so\""'
org 'multi-byte' 'org: Acme # é' 'org: 株式会社 É # é' '株式会社 É' '"株式会社 É"'
org 'quoted key' '"org": Acme' '"org": Beta'
org 'key in single quotes' "'org': Acme" "'org': Beta"
sets 'a value on the next line' ' org:
-  Acme # x
+  Beta # x' '< org: "Acme"
> org: "Beta"' org=Beta
sets 'a key with a question mark' ' ? org
-: Acme # x
+: Beta # x' '< org: "Acme"
> org: "Beta"' org=Beta
sets 'a number in the place of one' '-rating: 1
+rating: 2' '< rating: "1"
> rating: "2"' rating=2
sets 'a number in the place of text' '-rating: good
+rating: "2"' '< rating: "good"
> rating: "2"' rating=2
sets 'a number that some read otherwise' '-rating: 1
+rating: "02"' '< rating: "1"
> rating: "02"' rating=02
sets 'blanks around the value' '-org: Acme
+org: Beta  Ltd' '< org: "Acme"
> org: "Beta  Ltd"' 'org=  Beta  Ltd '
sets 'blanks around the key' '-org: Acme
+org: Beta' '< org: "Acme"
> org: "Beta"' ' org =Beta'
sets "a '=' in the value" '-web: http://x
+web: https://x.example/?a=b#c' '< web: "http://x"
> web: "https://x.example/?a=b#c"' 'web=https://x.example/?a=b#c'

forms=LF

# quoted VALUE: a plain value becomes one that needs quotes
quoted() {
	org "in quotes: $1" 'org: Acme # x' "org: \"$1\" # x" "$1" "\"$1\""
}

for value in 'a: b' 'a #b' '#1' '- a' '? a' ': a' '[a' ']a' '{a' '}a' ', a' '&co Ltd' '*co' '!a' '| a' '> a' '%a' '@a' '`a' \
	"'a" 'a:' yes No TRUE off y null '~' 0123 1e3 0x1F 1_000 12:30 1.5 +1 .inf -- =; do
	quoted "$value"
done

# plain VALUE: a value needs no quotes
plain() {
	org "without quotes: $1" 'org: Acme # x' "org: $1 # x" "$1" "\"$1\""
}

for value in 'a:b' 'a#b' "it's" 'a, b' 'a [b]' 'a & b' 'a - b' Yesterday nullify 3M '1&1' ½ 'Acme (NY)' a@b.example \
	'C#' 'a!' 'x{y}' 2026-11-22; do
	plain "$value"
done

forms='LF BOM+CRLF unended+dots'

# ---- nothing in it ----

# empty NAME OLD NEW: a null value becomes Beta
empty() {
	sets "$1" "-$2
+$3" '< org: null
> org: "Beta"' org=Beta
}

empty 'nothing' 'org:' 'org: Beta'
empty 'nothing, with a comment' 'org: # none yet' 'org: Beta # none yet'
empty 'nothing, with blanks' 'org:  ' 'org: Beta  '
empty '~' 'org: ~ # x' 'org: Beta # x'
empty 'null' 'org: null # x' 'org: Beta # x'
sets 'nothing, a list' '-tags:
+tags: [client, b-list]' '< tags: null
> tags: ["client","b-list"]' tags=client,b-list

# ---- text of more than one line ----

# long NAME OLD NEW JSON: lines become one
long() {
	sets "$1" "$2
+$3" "< org: $4
> org: \"Beta\"" org=Beta
}

long 'plain text of two lines' '-org: Acme
-  and Sons # x' 'org: Beta # x' '"Acme and Sons"'
long 'text of two lines in quotes' '-org: "Acme
-  and Sons" # x' 'org: "Beta" # x' '"Acme and Sons"'
long 'literal text' '-org: |
-  Acme
-  Ltd' 'org: Beta' '"Acme\nLtd\n"'
long 'folded text' '-org: >-
-  Acme
-  Ltd' 'org: Beta' '"Acme Ltd"'
sets 'literal text, then blank lines' '-org: |
-  Acme
-
-  Ltd
+org: Beta
 
 # more' '< org: "Acme\n\nLtd\n"
> org: "Beta"' org=Beta

# ---- links ----

sets 'a link in brackets' '-via: [[Lee Park]] # x
+via: tom-kim # x' '< via: [["Lee Park"]]
> via: "tom-kim"' via=tom-kim
sets 'a link to one' '-via: lee-park
+via: "[[people/tom-kim|Tom]]"' '< via: "lee-park"
> via: "[[people/tom-kim|Tom]]"' 'via=[[people/tom-kim|Tom]]'

# ---- lists ----

sets 'a list in brackets' '-tags: [a-list, 田中] # x
+tags: [client, b-list] # x' '< tags: ["a-list","田中"]
> tags: ["client","b-list"]' tags=client,b-list
sets 'a list in brackets, of one' '-tags: [a-list, 田中]
+tags: [client]' '< tags: ["a-list","田中"]
> tags: ["client"]' tags=client
sets 'a list in brackets, quotes' '-tags: ["a-list", "x"]
+tags: ["client", "b-list"]' '< tags: ["a-list","x"]
> tags: ["client","b-list"]' 'tags=client, b-list'
sets 'a list in brackets, in lines' '-tags: [
-  a-list,
-  x
-  ] # x
+tags: [client] # x' '< tags: ["a-list","x"]
> tags: ["client"]' tags=client
sets 'an empty list' '-tags: [] # x
+tags: [client] # x' '< tags: []
> tags: ["client"]' tags=client
sets 'a list in lines' ' tags: # x
-  - a-list
-  - 田中
+  - client
+  - b-list
 # more' '< tags: ["a-list","田中"]
> tags: ["client","b-list"]' tags=client,b-list
sets 'a list in lines, not indented' ' tags:
-- a-list
+- client
 - b-list' '< tags: ["a-list","b-list"]
> tags: ["client","b-list"]' tags=client,b-list
sets 'a list in lines, more of them' ' tags:
   - a-list
+  - client
+  - b-list' '< tags: ["a-list"]
> tags: ["a-list","client","b-list"]' 'tags=a-list client b-list'
sets 'a list in lines, fewer of them' ' tags:
-    -   a-list
-    -   x
     -   client' '< tags: ["a-list","x","client"]
> tags: ["client"]' tags=client
sets 'a list in lines, quotes' " email:
-  - 'a@example.com'
-  - 'b@example.com'
+  - 'c@example.com'" '< email: ["a@example.com","b@example.com"]
> email: ["c@example.com"]' email=c@example.com
sets 'a list as text' '-tags: a-list, x # x
+tags: client, b-list # x' '< tags: "a-list, x"
> tags: "client, b-list"' tags=client,b-list
sets 'one address' '-email: a@example.com # x
+email: b@example.com # x' '< email: "a@example.com"
> email: "b@example.com"' email=b@example.com
sets 'one address, then two' '-email: a@example.com # x
+email: b@example.com, c@example.com # x' '< email: "a@example.com"
> email: "b@example.com, c@example.com"' email=b@example.com,c@example.com
sets 'a number, in quotes' '-phone: "+1 555 0100" # x
+phone: "+1 555 0199" # x' '< phone: "+1 555 0100"
> phone: "+1 555 0199"' 'phone=+1 555 0199'
sets 'a number that needs quotes' '-phone: 5550100
+phone: "+15550199"' '< phone: "5550100"
> phone: "+15550199"' phone=+15550199
sets 'avoid' '-avoid: [email]
+avoid: [call, lunch]' '< avoid: ["email"]
> avoid: ["call","lunch"]' 'avoid=call, lunch'
sets 'aliases' '-aliases: [Pepe]
+aliases: [Pepe Paz, "J: P"]' '< aliases: ["Pepe"]
> aliases: ["Pepe Paz","J: P"]' 'aliases=Pepe Paz,J: P'

# ---- dates and spans ----

sets 'a date' '-snooze: 2026-11-01 # x
+snooze: 2026-12-06 # x' '< snooze: "2026-11-01"
> snooze: "2026-12-06"' snooze=+2w
sets 'a date in quotes' '-next: "2026-11-01" # x
+next: "2026-11-23" # x' '< next: "2026-11-01"
> next: "2026-11-23"' next=monday
sets 'a date and a time' '-last contacted at: 2026-10-01T10:00Z # x
+last contacted at: 2026-11-20 # x' '< 2026-10-01 both contact: 
> 2026-11-20 both contact: 
< last contacted at: "2026-10-01T10:00Z"
> last contacted at: "2026-11-20"' last=2026-11-20
sets 'a span' '-every: 6w # x
+every: 2 months # x' '< every: "6w"
> every: "2 months"' 'every=2 months'
sets 'never' '-every: 6w
+every: never' '< every: "6w"
> every: "never"' every=never
sets 'a span that is a number' '-every: 6w
+every: 30' '< every: "6w"
> every: "30"' every=30
sets 'a birthday without a year' '-birthday: 1980-02-03
+birthday: "02-29"' '< birthday: "1980-02-03"
> birthday: "02-29"' birthday=02-29
sets 'next: a mapping in braces' '-next: {on: 2026-11-01, do: call, why: "é"} # x
+next: {on: 2026-11-29, do: call, why: "é"} # x' '< next: {"on":"2026-11-01","do":"call","why":"é"}
> next: {"on":"2026-11-29","do":"call","why":"é"}' next=+1w
sets 'next: a mapping in lines' ' next:
   why: é
-  date: "2026-11-01" # x
+  date: "2026-11-29" # x
   do: call' '< next: {"why":"é","date":"2026-11-01","do":"call"}
> next: {"why":"é","date":"2026-11-29","do":"call"}' next=+1w
sets "next: a '#' in its quotes" ' next:
-  on: "soon # maybe"
+  on: "2026-11-29"
   do: call' '< next: {"on":"soon # maybe","do":"call"}
> next: {"on":"2026-11-29","do":"call"}' next=+1w

# ---- which key ----

# spelt KEY: the field org under another key
spelt() {
	sets "as $1" "-$1: Acme # x
+$1: Beta # x" "< $1: \"Acme\"
> $1: \"Beta\"" org=Beta
}

for key in company organization organisation employer firm Company ORG; do
	spelt "$key"
done
for key in org company Firm EMPLOYER; do
	sets "company: Acme, $key=Beta" '-company: Acme
+company: Beta' '< company: "Acme"
> company: "Beta"' "$key=Beta"
done
sets 'a key with blanks' '-Last Contact: 2026-10-01
+Last Contact: 2026-11-20' '< 2026-10-01 both contact: 
> 2026-11-20 both contact: 
< Last Contact: "2026-10-01"
> Last Contact: "2026-11-20"' lastContact=2026-11-20
sets 'a key of your own' '-Favourite-Colour: red # x
+Favourite-Colour: blue # x' '< Favourite-Colour: "red"
> Favourite-Colour: "blue"' 'favourite colour=blue'
sets 'a key in a mapping is none' ' car: {colour: red}
-colour: green
+colour: blue' '< colour: "green"
> colour: "blue"' colour=blue
sets 'two spellings, the one that counts' '-org: Acme
+org: Beta
 company: Ltd' '< org: "Acme"
> org: "Beta"' org=Beta
sets 'two spellings, the first of them empty' ' org:
-company: Acme
+company: Beta' '< company: "Acme"
> company: "Beta"' company=Beta
sets 'addresses of two spellings' ' mail: a@example.com
-email: b@example.com
+email: c@example.com' '< email: "b@example.com"
> email: "c@example.com"' email=c@example.com
sets 'a key that is there twice' ' org: Acme
-org: Beta
+org: Gamma' '< org: "Beta"
> org: "Gamma"' org=Gamma
sets 'a key of your own that is there twice' ' colour: red
-Colour: green
+Colour: blue' '< Colour: "green"
> Colour: "blue"' colour=blue

# ---- added ----

edit 'added' ' ---
 name: José 田 # ñ
 # that is all
+org: Beta
 ---
 Text.' '> org: "Beta"' fu-set n.md org=Beta
edit 'added after a list' ' ---
 tags:
 - é
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added after a mapping' ' ---
 car:
   colour: red
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added after literal text' ' ---
 story: |
   It was
   a dark night.
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added after literal text that keeps blank lines' ' ---
 story: |+
   It was
 
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added after a blank line' ' ---
 name: José
 
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added after a field of nothing' ' ---
 name:
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added to fields that are indented' ' ---
   name: José
   role: buyer
+  org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added to none' ' ---
+org: Beta
 ---
 Text.' '> org: "Beta"' fu-set n.md org=Beta
edit 'added to none but a comment' ' ---
 # nothing yet
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'added: a list' ' ---
 name: José
+tags: [client, b-list]
 ---' '> tags: ["client","b-list"]' fu-set n.md tags=client,b-list
edit 'added: a list of one' ' ---
 name: José
+tags: client
 ---' '> tags: "client"' fu-set n.md tags=client
edit 'added: in quotes' ' ---
 name: José
+org: "a: b"
 ---' '> org: "a: b"' fu-set n.md 'org=a: b'
edit 'added: under the key that is given' ' ---
 name: José
+Last Contact: 2026-11-20
 ---' '> 2026-11-20 both contact: 
> Last Contact: "2026-11-20"' fu-set n.md 'Last Contact=2026-11-20'
edit 'added: a key that needs quotes' ' ---
 name: José
+"#1": x
 ---' '> #1: "x"' fu-set n.md '#1=x'
edit 'added: a name, which counts' ' ---
 org: Acme
+name: José
 ---' '< name: n
> name: José
> name: "José"' fu-set n.md name=José
edit 'added: to braces' ' ---
-{name: 田中, "role": buyer} # x
+{name: 田中, "role": buyer, org: "a, b"} # x
 ---' '> org: "a, b"' fu-set n.md 'org=a, b'
edit 'added: to empty braces' ' ---
-{}
+{org: Beta}
 ---' '> org: "Beta"' fu-set n.md org=Beta
edit 'changed in braces' ' ---
-{name: 田中, org: Acme, role: buyer}
+{name: 田中, org: "a, b", role: buyer}
 ---' '< org: "Acme"
> org: "a, b"' fu-set n.md 'org=a, b'
edit 'removed from braces, blanks before the comma' ' ---
-{org: Acme  , name: x}
+{name: x}
 ---' '< org: "Acme"' fu-set n.md org=
edit 'changed in braces: nothing' ' ---
-{name: 田中, org: , role: buyer}
+{name: 田中, org: Beta , role: buyer}
 ---' '< org: null
> org: "Beta"' fu-set n.md org=Beta
edit 'changed in braces: a list' ' ---
-{name: 田中, tags: [é, b], role: buyer}
+{name: 田中, tags: [client, "a}"], role: buyer}
 ---' '< tags: ["é","b"]
> tags: ["client","a}"]' fu-set n.md 'tags=client,a}'

# ---- removed ----

gone='< org: "Acme"'
sets 'removed' '-org: Acme' "$gone" org=
sets 'removed, with its comment' ' # above
-org: Acme # since 2020
 # below' "$gone" org=
sets 'removed, in quotes' '-"org": "Acme"' "$gone" org=
sets 'removed, a value on the next line' '-org:
-  Acme' "$gone" org=
sets 'removed, of nothing' '-org: # none' '< org: null' org=
sets 'removed, blank lines around it' ' 
-org: Acme
 ' "$gone" org=
sets 'removed, under another key' '-Company: Acme' '< Company: "Acme"' org=
sets 'removed, a key of your own' '-colour: red' '< colour: "red"' Colour=
sets 'removed, a list in brackets' '-tags: [é, b] # x' '< tags: ["é","b"]' tags=
sets 'removed, a list in brackets, in lines' '-tags: [
-  é,
-  b ]' '< tags: ["é","b"]' tags=
sets 'removed, a list in lines' '-tags:
-  - é
-  - b
 # below' '< tags: ["é","b"]' tags=
sets 'removed, a list in lines, with a comment' '-tags: # x
-  - é' '< tags: ["é"]' tags=
sets 'removed, a list in brackets, in lines, with a comment' '-tags: [
-  é ] # x' '< tags: ["é"]' tags=
sets 'removed, a list in lines, not indented' '-tags:
-- é
-- b' '< tags: ["é","b"]' tags=
sets 'removed, a mapping' '-next:
-  on: 2026-12-01
-  do: call' '< next: {"on":"2026-12-01","do":"call"}' next=
sets 'removed, literal text' '-org: |
-  Acme
-  Ltd
 # below' '< org: "Acme\nLtd\n"' org=
sets 'removed, text of two lines' '-org: Acme
-  and Sons # x' '< org: "Acme and Sons"' org=
sets 'removed, text of two lines in quotes' '-org: "Acme
-  and Sons" # x' '< org: "Acme and Sons"' org=
sets 'removed, a date that is wrong' '-snooze: soon' '< snooze: "soon"' snooze=
edit 'removed, the first' ' ---
-org: Acme
 name: José
 ---' "$gone" fu-set n.md org=
edit 'removed, the last' ' ---
 name: José
-org: Acme
 ---' "$gone" fu-set n.md org=
edit 'removed, the only one' ' ---
-org: Acme
 ---' "$gone" fu-set n.md org=
edit 'removed, the only one, beside a comment' ' ---
 # nothing else
-org: Acme
 ---' "$gone" fu-set n.md org=
edit 'removed from braces, the first' ' ---
-{org: Acme, name: 田中}
+{name: 田中}
 ---' "$gone" fu-set n.md org=
edit 'removed from braces, between' ' ---
-{name: 田中, org: Acme, role: buyer}
+{name: 田中, role: buyer}
 ---' "$gone" fu-set n.md org=
edit 'removed from braces, the last' ' ---
-{name: 田中, org: Acme} # x
+{name: 田中} # x
 ---' "$gone" fu-set n.md org=
edit 'removed from braces, the only one' ' ---
-{org: Acme}
+{}
 ---' "$gone" fu-set n.md org=
edit 'removed from braces, a comment behind the comma' ' ---
-{org: Acme, # x
+{
  name: 田中}
 ---' "$gone" fu-set n.md org=
edit 'removed from braces, a comment behind the last' ' ---
-{name: 田中, org: Acme	# x
+{name: 田中
 }
 ---' "$gone" fu-set n.md org=
edit 'removed from fields that are indented' ' ---
   name: José
-  org: Acme
   role: buyer
 ---' "$gone" fu-set n.md org=

# ---- several ----

edit 'several' ' ---
-name: José # ñ
+name: Ana # ñ
 role: buyer
-org: Acme
+next: 2026-11-29
+stage: closed
 ---' '< name: José
< name: "José"
> name: Ana
> name: "Ana"
< org: "Acme"
> next: "2026-11-29"
> stage: "closed"' fu-set org= n.md name=Ana next=+1w stage=closed
edit 'one field twice' ' ---
-org: Acme
+org: Gamma
 ---' '< org: "Acme"
> org: "Gamma"' fu-set n.md org=Beta org=Gamma

# ---- no front matter ----

forms='LF BOM+CRLF unended'
edit 'no front matter' '+---
+org: Beta
+---
 # José
 
 Text.' '> name: José
> org: "Beta"' fu-set n.md org=Beta
edit 'no front matter, but a rule' '+---
+org: Beta
+---
 # José
 
 ---
 Text.' '> name: José
> org: "Beta"' fu-set n.md org=Beta
edit 'no front matter, several fields' '+---
+org: Beta
+tags: [client, b-list]
+---
 Text.' '> name: n
> org: "Beta"
> tags: ["client","b-list"]' fu-set n.md org=Beta tags=client,b-list
forms=LF
: >"$tmp/empty"
# front_of_empty: what fu-set makes of an empty file
front_of_empty() {
	cp "$tmp/empty" e.md
	fu-set e.md org=Beta && cat e.md
}
check 'an empty file' 0 '---
org: Beta
---' '' front_of_empty

# ---- forms of file that need notes of their own ----

edit 'line ends of both kinds' ' ---
 name: José
-org: Acme\r
+org: Beta\r
 ---' '< org: "Acme"
> org: "Beta"' fu-set n.md org=Beta
edit 'blanks behind the fences' ' ---  
 name: José
+org: Beta
 ---\t' '> org: "Beta"' fu-set n.md org=Beta
edit 'bytes that are no UTF-8 in the body' ' ---
-org: Acme
+org: Beta
 ---
 caf\0351 \0001' '< org: "Acme"
> org: "Beta"' fu-set n.md org=Beta
edit 'nothing but fences without a line end' ' ---
+org: Beta
 ---' '> org: "Beta"' fu-set n.md org=Beta

plan_done
