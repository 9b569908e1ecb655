#!/bin/sh
# What is wrong with notes, files, operands and output: what is said, the exit status, and that one bad note
# hides no other.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
tab=$(printf '\t')

# row ID [DIRECTORY]: what is printed of a note ID.md that says `stage: lead`
row() {
	tsv "2026-11-22 | 0 | contact | ${2-n/}$1.md | $1 | stage lead, not yet contacted"
}

# rows [ROW]: what is printed of the directory n where ROW is that of n/x.md
rows() {
	row aaa
	[ -z "$1" ] || tsv "$1"
	row zzz
}

# fresh: the directory n with two good notes
fresh() {
	chmod -R u+rwx n 2>/dev/null
	rm -rf n
	mkdir n
	note n/aaa.md 'stage: lead'
	note n/zzz.md 'stage: lead'
}

# of_x MESSAGES: lines that each begin with a place in n/x.md, as they are printed
of_x() {
	[ -z "$1" ] || printf '%s\n' "$1" | sed 's,^,fu-due: n/x.md,'
}

# bad NAME STATUS ROW MESSAGES TEXT: n/x.md holds TEXT, whose escapes are those of printf %b
bad() {
	fresh
	printf '%b' "$5" >n/x.md
	check "$1" "$2" "$(rows "$3")" "$(of_x "$4")" timeout 20 fu-due n
}

# check_x NAME STATUS ROW MESSAGES: n/x.md is there
check_x() {
	check "$1" "$2" "$(rows "$3")" "$(of_x "$4")" timeout 20 fu-due n
}

lead=$(row x)

# ---- where the front matter is ----

unclosed=":1:1: front matter is not closed; write '---' on a line of its own after the last field"

bad 'empty file' 0 '' '' ''
bad 'no front matter' 0 '' '' 'stage: lead\n'
bad 'only ---' 2 '' "$unclosed" '---'
bad 'only --- and a line end' 2 '' "$unclosed" '---\n'
bad 'only --- twice' 0 '' '' '---\n---\n'
bad 'front matter not closed' 2 '' "$unclosed" '---\nstage: lead\n'
bad 'text after the opening ---' 2 '' ":1:5: text after the opening '---'; write it on a line of its own" \
	'--- x\nstage: lead\n---\n'
bad 'text at the opening ---' 0 '' '' '---x\nstage: lead\n---\n'
bad 'closed by ...' 0 "$lead" '' '---\nstage: lead\n...\n'
bad 'blanks after the fences' 0 "$lead" '' '--- \t\nstage: lead\n---  \n'
bad 'CRLF' 0 '2026-11-22 | 0 | contact | n/x.md | Ana | stage lead, not yet contacted' '' \
	'---\r\nstage: lead\r\nname: Ana\r\n---\r\n'
bad 'CRLF in the body' 0 '2026-11-22 | 0 | deliver | n/x.md | x | send the deck' '' \
	'---\r\n---\r\n- [ ] 2026-11-22 send the deck\r\n'
bad 'CR alone' 2 '' ":1:4: lines end in CR alone; end them with LF, as with tr '\\r' '\\n'" '---\rstage: lead\r---\r'
displaced=":1:1: front matter must begin with a line '---', without blanks or lines before it"
bad 'a blank line before the front matter' 2 '' "$displaced" '\n---\nstage: lead\n---\n'
bad 'a blank before the opening ---' 2 '' "$displaced" ' ---\nstage: lead\n---\n'
bad 'four dashes' 2 '' "$displaced" '----\nstage: lead\n---\n'
bad 'a rule of a Markdown file, after a blank line' 0 '' '' '\n---\nSome prose: text\n---\n'
bad 'a conflict before the front matter' 2 '' ':1:1: a conflict marker; resolve the conflict' \
	'<<<<<<< HEAD\n---\nstage: lead\n---\n'
bad 'BOM' 0 "$lead" '' '\0357\0273\0277---\nstage: lead\n---\n'

fresh
: >n/x.md
check 'empty file as an operand' 2 '' "fu-due: n/x.md:1:1: no front matter; a note begins with a line '---'" \
	fu-due n/x.md
echo '# Read me' >n/x.md
check 'no front matter, as an operand' 2 "$(rows '')" \
	"fu-due: n/x.md:1:1: no front matter; a note begins with a line '---'" fu-due n n/x.md

# ---- its characters ----

latin1='is not UTF-8; convert the file, as with iconv -f latin1 -t utf-8'

bad 'Latin-1' 2 '' ":2:10: byte 0xE9 $latin1" '---\nname: Jos\0351\n---\n'
bad 'UTF-8 too long for its code point' 2 '' ":2:8: byte 0xC0 $latin1" '---\nname: a\0300\0257\n---\n'
bad 'UTF-8 cut short' 2 '' ":2:7: byte 0xC3 $latin1" '---\nname: \0303\n---\n'
bad 'UTF-8 cut short by a letter' 2 '' ":2:8: byte 0xE2 $latin1" '---\nname: a\0342\0202b\n---\n'
bad 'UTF-8 of a surrogate' 2 '' ":2:8: byte 0xED $latin1" '---\nname: a\0355\0240\0200b\n---\n'
bad 'UTF-8 above U+10FFFF' 2 '' ":2:8: byte 0xF4 $latin1" '---\nname: a\0364\0220\0200\0200b\n---\n'
bad 'UTF-16, little end first' 2 '' ':1:1: UTF-16; save the file as UTF-8' '\0377\0376-\0000-\0000-\0000\n\0000'
bad 'UTF-16, big end first' 2 '' ':1:1: UTF-16; save the file as UTF-8' '\0376\0377\0000-\0000-\0000-\0000\n'
bad 'NUL' 2 '' ':2:8: control character U+0000; delete it' '---\nname: a\0000b\n---\n'
bad 'ESC' 2 '' ':2:8: control character U+001B; delete it' '---\nname: a\0033[31m\n---\n'
bad 'DEL' 2 '' ':2:8: control character U+007F; delete it' '---\nname: a\0177b\n---\n'
bad 'C1 control' 2 '' ':2:8: control character U+0081; delete it' '---\nname: a\0302\0201b\n---\n'
bad 'NUL as an escape' 0 '2026-11-22 | 0 | contact | n/x.md | a\x00b | stage lead, not yet contacted' '' \
	'---\nstage: lead\nname: "a\\0b"\n---\n'
bad 'ESC as an escape' 0 '2026-11-22 | 0 | contact | n/x.md | \x1B[31mred | stage lead, not yet contacted' '' \
	'---\nstage: lead\nname: "\\e[31mred"\n---\n'
bad 'ESC in the body' 0 '2026-11-22 | 0 | deliver | n/x.md | x | send \x1B[31mred' '' \
	'---\n---\n- [ ] 2026-11-22 send \0033[31mred\n'
bad 'Latin-1 in a promise' 0 '2026-11-22 | 0 | deliver | n/x.md | x | caf\xE9' '' \
	'---\n---\n- [ ] 2026-11-22 caf\0351\n'
bad 'Latin-1 in a touch' 0 '2026-11-22 | 0 | reply | n/x.md | x | email 2026-11-21' '' \
	'---\n---\n- 2026-11-21 < email: caf\0351\n'
bad 'Latin-1 in a row of a table' 0 '2026-11-22 | 0 | thank | n/x.md | x | lunch 2026-11-21' '' \
	'---\n---\n| 2026-11-21 | lunch | caf\0351 |\n'
bad 'tab and line break in a name' 0 \
	'2026-11-22 | 0 | contact | n/x.md | a\tb\nc\\d | stage lead, not yet contacted' '' \
	'---\nstage: lead\nname: "a\\tb\\nc\\\\d"\n---\n'
bad 'right-to-left override' 0 '2026-11-22 | 0 | contact | n/x.md | a\xE2\x80\xAEb | stage lead, not yet contacted' '' \
	'---\nstage: lead\nname: a\0342\0200\0256b\n---\n'
bad 'other bidirectional controls' 0 "2026-11-22 | 0 | contact | n/x.md | \xD8\x9C\xE2\x80\x8E\xE2\x80\x8F\
\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9 \
| stage lead, not yet contacted" '' \
	'---\nstage: lead\nname: "\\u061C\\u200E\\u200F\\u202A\\u202B\\u202C\\u202D\\u2066\\u2067\\u2068\\u2069"\n---\n'
bad 'U+2028' 2 '' ':3:8: U+2028 ends a line for YAML; delete it or write LF instead' \
	'---\nstage: lead\nname: a\0342\0200\0250b\n---\n'
bad 'U+2028 in quotes' 0 '2026-11-22 | 0 | contact | n/x.md | a\xE2\x80\xA8b | stage lead, not yet contacted' '' \
	'---\nstage: lead\nname: "a\0342\0200\0250b"\n---\n'
bad 'U+2029' 2 '' ':3:8: U+2029 ends a line for YAML; delete it or write LF instead' \
	'---\nstage: lead\nname: a\0342\0200\0251b\n---\n'
bad 'U+0085' 2 '' ':3:8: U+0085 ends a line for YAML; delete it or write LF instead' \
	'---\nstage: lead\nname: a\0302\0205b\n---\n'

# ---- its YAML ----

tabs='a tab where YAML wants spaces; indent with spaces'
quotes="not 'key: value'; look at the quotes and the indentation"

bad 'tab before the first key' 2 '' ":2:1: $tabs" '---\n\tstage: lead\n---\n'
bad 'tab before a key' 2 '' ":3:1: $tabs" '---\nstage: lead\n\temail: a\n---\n'
bad 'tab before a key of a key' 2 '' ":4:1: $tabs" '---\nstage: lead\nnext:\n\ton: 2026-11-22\n---\n'
bad 'tab before an item' 2 '' ":4:1: $tabs" '---\nstage: lead\ntags:\n\t- a\n---\n'
bad 'tab after a colon' 0 "$lead" '' '---\nstage:\tlead\n---\n'
bad 'list at the root' 2 '' ":2:1: a list; write fields, one 'key: value' a line" '---\n- a\n---\n'
bad 'text at the root' 2 '' ":2:1: text alone; write fields, one 'key: value' a line" '---\ntext\n---\n'
bad 'line without a colon' 2 '' ":3:1: no ':' on this line; write 'key: value'" '---\nstage: lead\nname x\n---\n'
bad 'key twice' 0 '2026-11-22 | 0 | contact | n/x.md | x | stage target, not yet contacted' \
	':3:1: warning: Stage: this key is also on line 2; the last one counts' '---\nstage: lead\nStage: target\n---\n'
bad 'anchor' 2 '' ':2:6: an anchor (&co) is not read; put the value in quotes' '---\norg: &co Ltd\n---\n'
bad 'alias' 2 '' ':2:6: an alias (*co) is not read; put the value in quotes' '---\norg: *co\n---\n'
bad 'tag' 2 '' ':2:6: a tag (!co) is not read; put the value in quotes' '---\norg: !co Ltd\n---\n'
bad 'tag of YAML' 2 '' ':2:6: a tag (!!str) is not read; put the value in quotes' '---\norg: !!str Ltd\n---\n'
bad 'tag of a list' 2 '' ':2:7: a tag (!!seq) is not read; put the value in quotes' '---\ntags: !!seq [a]\n---\n'
bad '& alone' 2 '' ":2:6: a value that begins with '*' or '&'; put it in quotes" '---\norg: & Sons\n---\n'
bad '*emphasis*' 2 '' ":2:6: a value that begins with '*' or '&'; put it in quotes" '---\norg: **Acme**\n---\n'
bad 'directive' 2 '' ':2:1: a YAML directive (%) is not read; delete the line' '---\n%YAML 1.1\nstage: lead\n---\n'
bad 'merge key' 2 '' ':3:1: a merge key (<<) is not read; write the fields out' \
	'---\nstage: lead\n<<: {a: b}\n---\n'
bad 'merge key, after U+2028 in quotes' 2 '' ':3:1: a merge key (<<) is not read; write the fields out' \
	'---\nname: "a\0342\0200\0250b"\n<<: {a: b}\n---\n'
bad 'merge key further in' 2 '' ':4:3: a merge key (<<) is not read; write the fields out' \
	'---\nstage: lead\nnext:\n  <<: x\n---\n'
bad 'second document' 2 '' ':3:1: a second YAML document; only one is read' '---\nname: x\n--- y\n---\n'
bad 'template in a date' 2 "$lead" ":3:7: last: a template's {{ }} is not a date; write YYYY-MM-DD" \
	'---\nstage: lead\nlast: {{date}}\n---\n'
bad 'template in quotes' 2 "$lead" ":3:7: last: '{{date}}' is not a date; write YYYY-MM-DD" \
	'---\nstage: lead\nlast: "{{date}}"\n---\n'
bad 'template in a key of no field' 0 "$lead" '' '---\nstage: lead\nmood: {{mood}}\n---\n'
bad 'wiki link without quotes' 0 '2026-11-22 | 0 | contact | n/x.md | x | introduced by aaa' '' \
	'---\nvia: [[aaa]]\n---\n'
bad 'colon in a value' 2 '' ":2:7: a second ':' in this value; put the value in quotes" '---\norg: a: b: c\n---\n'
bad 'double quote not closed' 2 '' ':2:6: this quote is not closed' '---\norg: "abc\nname: x\n---\n'
bad 'single quote not closed' 2 '' ':2:6: this quote is not closed' "---\\norg: 'abc\\nname: x\\n---\\n"
bad 'text after a quote' 2 '' ":2:12: $quotes" '---\norg: "The" Big Co\n---\n'
bad 'no such escape' 2 '' ":2:9: no such escape after '\\'; write '\\\\', or use single quotes" \
	'---\norg: "C:\\Docs"\n---\n'
bad '[ not closed' 2 '' ":2:7: this '[' is not closed; put the value in quotes if it is text" \
	'---\ntags: [a, b\nname: x\n---\n'
bad '{ not closed' 2 '' ":2:7: this '{' is not closed; put the value in quotes if it is text" \
	'---\ntags: {a\nname: x\n---\n'
bad 'value that begins with an at sign' 2 '' ":2:8: a value cannot begin with '@'; put it in quotes" \
	'---\nemail: @x\n---\n'
bad 'value that begins with a grave' 2 '' ":2:7: a value cannot begin with '\`'; put it in quotes" \
	"---\\nname: \`x\`\\n---\\n"
bad 'value that begins with a dash' 2 '' \
	':2:7: a list item on the line of its key; begin a new line, or put the value in quotes' '---\nname: - x\n---\n'
bad 'first key further in' 2 '' ':3:1: not under the keys above; look at the indentation' '---\n  name: x\norg: y\n---\n'
bad 'second key further in' 2 '' ':3:6: this line goes on from the one above; look at the indentation' \
	'---\nname: x\n  org: y\n---\n'
bad 'hexadecimal escape' 2 '' ":2:12: no such escape after '\\'; write '\\\\', or use single quotes" \
	'---\nname: "C:\\Users"\n---\n'
bad 'surrogate as an escape' 2 '' ':2:10: no such character; write it as it is' '---\nname: "\\ud800"\n---\n'
bad 'value that begins with a bracket' 2 '' ':2:7: a value cannot begin so; put it in quotes' '---\nname: ] x\n---\n'
bad 'value that begins with a bar' 2 '' ":2:9: text after '|' or '>'; begin it on the next line" \
	'---\nname: | x\n---\n'
bad 'long value in a message' 2 "$lead" \
	":3:7: last: '$(printf '%60s' '' | tr ' ' k)...' is not a date; write YYYY-MM-DD" \
	"---\\nstage: lead\\nlast: $(printf '%61s' '' | tr ' ' k)\\n---\\n"
bad 'ESC in a message' 2 "$lead" ":3:7: last: '\\x1B[31m' is not a date; write YYYY-MM-DD" \
	'---\nstage: lead\nlast: "\\e[31m"\n---\n'

# ---- limits ----

# repeat N CHARACTER
repeat() {
	printf "%${1}s" '' | tr ' ' "$2"
}

nested() {
	printf -- '---\nstage: lead\nx: %s%s\n---\n' "$(repeat "$1" '[')" "$(repeat "$1" ']')"
}

# The YAML before the value has 16 bytes, and 9 events are not items.
front_of_bytes() {
	printf -- '---\nstage: lead\nx: %s\n---\n' "$(repeat $(($1 - 16)) a)"
}

front_of_events() {
	printf -- '---\nstage: lead\nx: [%s]\n---\n' "$(repeat $(($1 - 11)) a | sed 's/a/a,/g')"
}

file_of_bytes() {
	printf -- '---\nstage: lead\n---\n'
	repeat $(($1 - 20)) ' '
}

deep='nested more than 32 deep; nothing of this file is read'
large='a file of more than 16 MiB; nothing of it is read'

fresh
nested 32 >n/x.md
check_x 'nested 32 deep' 0 "$lead" ''
nested 33 >n/x.md
check_x 'nested 33 deep' 2 '' ":3:36: $deep"
nested 100000 >n/x.md
check 'nested 100,000 deep' 2 "$(rows '')" "fu-due: n/x.md:3:36: $deep" timeout 5 fu-due n
front_of_bytes 262144 >n/x.md
check_x 'front matter of 256 KiB' 0 "$lead" ''
front_of_bytes 262145 >n/x.md
check_x 'front matter of 256 KiB and a byte' 2 '' ':1:1: front matter of more than 256 KiB; nothing of this file is read'
front_of_events 20000 >n/x.md
check_x '20,000 events' 0 "$lead" ''
front_of_events 20001 >n/x.md
check_x '20,001 events' 2 '' ':4:1: more than 20,000 YAML events; nothing of this file is read'
file_of_bytes 16777216 >n/x.md
check_x 'file of 16 MiB' 0 "$lead" ''
file_of_bytes 16777217 >n/x.md
check_x 'file of 16 MiB and a byte' 2 '' ": $large"
check 'file of 16 MiB and a byte, as an operand' 2 '' "fu-due: n/x.md: $large" fu-due n/x.md

# ---- dates ----

for day in 2026-02-30 2026-13-01 2026-00-10 2026-01-00 0000-01-01; do
	none="there is no day '$day'"
	bad "last: $day" 2 "$lead" ":3:7: last: $none" "---\\nstage: lead\\nlast: $day\\n---\\n"
	bad "next: $day" 2 "$lead" ":3:7: next: $none" "---\\nstage: lead\\nnext: $day\\n---\\n"
	bad "next: {on: $day}" 2 "$lead" ":3:12: on: $none" "---\\nstage: lead\\nnext: {on: $day}\\n---\\n"
	bad "birthday: $day" 2 "$lead" ":3:11: birthday: $none" "---\\nstage: lead\\nbirthday: $day\\n---\\n"
	bad "touch on $day" 2 "$lead" ":4:3: $none" "---\\nstage: lead\\n---\\n- $day call: x\\n"
	bad "promise for $day" 2 "$lead" ":4:7: $none" "---\\nstage: lead\\n---\\n- [ ] $day send it\\n"
	bad "promise by $day" 2 "$lead" ":4:18: $none" "---\\nstage: lead\\n---\\n- [ ] send it by $day\\n"
	bad "promises: by: $day" 2 "$lead" ":3:32: by: $none" \
		"---\\nstage: lead\\npromises: [{what: send it, by: $day}]\\n---\\n"
	bad "promises: text $day" 2 "$lead" ":3:12: $none" "---\\nstage: lead\\npromises: [$day send it]\\n---\\n"
	bad "log: pair $day" 2 "$lead" ":4:5: $none" "---\\nstage: lead\\nlog:\\n  - $day call: x\\n---\\n"
	bad "log: text $day" 2 "$lead" ":4:5: $none" "---\\nstage: lead\\nlog:\\n  - \"$day call: x\"\\n---\\n"
	bad "log: mapping $day" 2 "$lead" ":4:12: $none" \
		"---\\nstage: lead\\nlog:\\n  - {date: $day, kind: call}\\n---\\n"
done

what="'03/04/2026' is not a date; write YYYY-MM-DD"
bad 'last: 03/04/2026' 2 "$lead" ":3:7: last: $what" '---\nstage: lead\nlast: 03/04/2026\n---\n'
bad 'next: 03/04/2026' 2 "$lead" ":3:7: next: $what" '---\nstage: lead\nnext: 03/04/2026\n---\n'
bad 'birthday: 03/04/2026' 2 "$lead" ":3:11: birthday: $what or MM-DD" \
	'---\nstage: lead\nbirthday: 03/04/2026\n---\n'
bad 'promises: by: 03/04/2026' 2 "$lead" ":3:32: by: $what" \
	'---\nstage: lead\npromises: [{what: send it, by: 03/04/2026}]\n---\n'
bad 'promises: text 03/04/2026' 2 "$lead" ":3:12: promises: '03/04/2026 send it' is not a promise with a date; \
write {what: send the deck, by: 2026-11-17}" '---\nstage: lead\npromises: [03/04/2026 send it]\n---\n'
bad 'log: pair 03/04/2026' 2 "$lead" ":4:5: log: not a touch; write '2026-11-03 meeting: text'" \
	'---\nstage: lead\nlog:\n  - 03/04/2026 call: x\n---\n'
bad 'log: text 03/04/2026' 2 "$lead" ":4:5: log: not a touch; write '2026-11-03 meeting: text'" \
	'---\nstage: lead\nlog:\n  - "03/04/2026 call: x"\n---\n'

bad 'touch to come' 0 "$lead" '' '---\nstage: lead\n---\n- 2026-11-23 call: x\n'

# born TODAY [DUE DAYS]: n/x.md was born on 29 February; what is printed of it
born() {
	check "birthday of 02-29 on $1" 0 "${2:+$(tsv "$2 | $3 | greet | n/x.md | x | birthday 1992-02-29")}" '' \
		fu-due -t "$1" n/x.md
}

note n/x.md 'birthday: 1992-02-29'
born 2026-02-27
born 2026-02-28 2026-02-28 0
born 2026-03-13 2026-02-28 13
born 2026-03-14
born 2028-02-28
born 2028-02-29 2028-02-29 0

# ---- other values ----

span='is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd'
range='is out of range; a span is 1 day to 100 years'

bad 'every: 0' 2 "$lead" ":3:8: every: '0' $range" '---\nstage: lead\nevery: 0\n---\n'
bad 'every: -1' 2 "$lead" ":3:8: every: '-1' $range" '---\nstage: lead\nevery: -1\n---\n'
bad 'every: 101y' 2 "$lead" ":3:8: every: '101y' $range" '---\nstage: lead\nevery: 101y\n---\n'
bad 'every: 36525' 0 "$lead" '' '---\nstage: lead\nevery: 36525\n---\n'
bad 'every: 36526' 2 "$lead" ":3:8: every: '36526' $range" '---\nstage: lead\nevery: 36526\n---\n'
bad 'every: 99999999999999999999' 2 "$lead" ":3:8: every: '99999999999999999999' $range" \
	'---\nstage: lead\nevery: 99999999999999999999\n---\n'
bad 'every: 1e18' 2 "$lead" ":3:8: every: '1e18' $span" '---\nstage: lead\nevery: 1e18\n---\n'
bad 'every: soon' 2 "$lead" ":3:8: every: 'soon' $span" '---\nstage: lead\nevery: soon\n---\n'
bad 'every: list' 2 "$lead" ":3:8: every: a list $span" '---\nstage: lead\nevery: [1w]\n---\n'
bad 'every: mapping' 2 "$lead" ":3:8: every: a mapping $span" '---\nstage: lead\nevery: {a: b}\n---\n'
bad 'name: mapping' 2 "$lead" \
	':3:7: name: a mapping is not a name; write text or {first: Ana, last: Gomez}' \
	'---\nstage: lead\nname: {given: Ana}\n---\n'
bad 'org: mapping' 2 "$lead" ':3:6: org: a mapping is not text' '---\nstage: lead\norg: {a: b}\n---\n'
bad 'email: mapping' 2 "$lead" ':3:8: email: a mapping is not a list; write [one, two]' \
	'---\nstage: lead\nemail: {work: a@example.com}\n---\n'
bad 'tags: mapping in a list' 2 "$lead" ':3:11: tags: a mapping is not text' '---\nstage: lead\ntags: [a, {b: c}]\n---\n'
bad 'next: mapping without on' 2 "$lead" \
	':3:7: next: a mapping is not a date; write YYYY-MM-DD or {on: 2026-11-22, do: call, why: text}' \
	'---\nstage: lead\nnext: {do: call}\n---\n'
bad 'dates: text' 2 "$lead" ":3:9: dates: '2026-11-22' is not a date; write {what: wedding, on: 2019-06-01}" \
	'---\nstage: lead\ndates: [2026-11-22]\n---\n'
bad 'dates: on: mapping' 2 "$lead" ':3:14: on: a mapping is not a date; write YYYY-MM-DD or MM-DD' \
	'---\nstage: lead\ndates: [{on: {a: b}}]\n---\n'
bad 'log: date: mapping' 2 "$lead" ':3:14: date: a mapping is not text' '---\nstage: lead\nlog: [{date: {a: b}}]\n---\n'
bad 'dates: yearly: maybe' 2 "$lead
2026-11-22 | 0 | greet | n/x.md | x | date 2026-11-22" ":3:34: yearly: 'maybe' is not true or false" \
	'---\nstage: lead\ndates: [{on: 2026-11-22, yearly: maybe}]\n---\n'
bad 'log: no touch' 2 "$lead" ":3:6: log: not a touch; write '2026-11-03 meeting: text'" \
	'---\nstage: lead\nlog: hello\n---\n'
bad 'log: dir: up' 2 "$lead" ":3:43: dir: 'up' is not a direction; write in (from them), out (from you) or both" \
	'---\nstage: lead\nlog: [{date: 2026-11-20, kind: note, dir: up}]\n---\n'
bad 'promises: no date' 2 "$lead" ":3:12: promises: 'send it' is not a promise with a date; \
write {what: send the deck, by: 2026-11-17}" '---\nstage: lead\npromises: [send it]\n---\n'
bad 'promises: from: bob' 2 "2026-11-22 | 0 | deliver | n/x.md | x | send it" ":2:50: from: 'bob' is not me or them" \
	'---\npromises: [{what: send it, by: 2026-11-22, from: bob}]\n---\n'
bad 'promises: done: maybe' 2 "$lead
2026-11-22 | 0 | deliver | n/x.md | x | send it" ":3:50: done: 'maybe' is not true or false" \
	'---\nstage: lead\npromises: [{what: send it, by: 2026-11-22, done: maybe}]\n---\n'
bad 'bad values, by line' 2 "$lead" ":3:8: every: 'soon' $span
:4:7: last: 'soon' is not a date; write YYYY-MM-DD
:6:3: there is no day '2026-02-30'" '---\nstage: lead\nevery: soon\nlast: soon\n---\n- 2026-02-30 call\n'
bad 'bad values, by line, the other way round' 2 "$lead" ":3:7: last: 'soon' is not a date; write YYYY-MM-DD
:4:8: every: 'soon' $span" '---\nstage: lead\nlast: soon\nevery: soon\n---\n'

# ---- via ----

bad 'via nobody' 0 '2026-11-22 | 0 | contact | n/x.md | x | introduced by Nobody' \
	":2:6: warning: via: no note has the id, name or alias 'Nobody'" '---\nvia: Nobody\n---\n'
bad 'via itself' 0 '2026-11-22 | 0 | contact | n/x.md | x | introduced by x' \
	":2:6: warning: via: 'x' is this note itself" '---\nvia: x\n---\n'
bad 'via a mapping' 2 '' ':2:6: via: a mapping is not text' '---\nvia: {name: aaa}\n---\n'

called='write the id of one, or its path'
fresh
note n/x.md 'via: Lee Park'
note n/x1.md 'name: Lee Park'
note n/x2.md 'name: lee park'
check_x 'via the name of two' 0 '2026-11-22 | 0 | contact | n/x.md | x | introduced by Lee Park' \
	":2:6: warning: via: more than one note is called 'Lee Park'; $called"
fresh
mkdir n/a n/b
note n/x.md 'via: lee'
note n/a/lee.md 'name: Lee Park'
note n/b/lee.md 'name: Lee Kim'
check_x 'via the id of two' 0 '2026-11-22 | 0 | contact | n/x.md | x | introduced by Lee Park' \
	":2:6: warning: via: more than one note is called 'lee'; $called"
note n/x.md 'via: b/lee'
check_x 'via the path of one' 0 '2026-11-22 | 0 | contact | n/x.md | x | introduced by Lee Kim' ''
fresh
note n/x.md 'via: x2'
note n/x2.md 'via: x3'
note n/x3.md 'via: x'
check_x 'via in a circle' 0 "2026-11-22 | 0 | contact | n/x.md | x | introduced by x2
2026-11-22 | 0 | contact | n/x2.md | x2 | introduced by x3
2026-11-22 | 0 | contact | n/x3.md | x3 | introduced by x" ":2:6: warning: via: 'x2' goes in a circle: x <- x2 <- x3 <- x"

# ---- files that are no notes ----

special='a FIFO, socket or device, not a file'
dangling='a symbolic link to a file that is not there'

fresh
mkfifo n/x.md
check_x 'FIFO' 2 '' ": $special"
check 'FIFO as an operand' 2 '' "fu-due: n/x.md: $special" timeout 20 fu-due n/x.md
fresh
perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "n/x.md", Listen => 1) or die'
check_x 'socket' 2 '' ": $special"
check 'socket as an operand' 2 '' "fu-due: n/x.md: $special" fu-due n/x.md
check 'device as an operand' 2 '' "fu-due: /dev/null: $special" fu-due /dev/null
fresh
ln -s nowhere n/x.md
check_x 'dangling link' 2 '' ": $dangling"
check 'dangling link as an operand' 2 '' "fu-due: n/x.md: $dangling" fu-due n/x.md
fresh
ln -s x.md n/x.md
check_x 'link to itself' 2 '' ': Too many levels of symbolic links'
check 'link to itself as an operand' 2 '' 'fu-due: n/x.md: Too many levels of symbolic links' fu-due n/x.md
fresh
mkdir -p other
note other/in.md 'stage: lead'
ln -s ../other n/x.md
check_x 'link to a directory, named like a note' 0 '' ': warning: a symbolic link to a directory, which is not followed'
check 'link to a directory as an operand' 0 \
	"$(tsv '2026-11-22 | 0 | contact | n/x.md/in.md | in | stage lead, not yet contacted')" '' fu-due n/x.md
fresh
ln -s . n/loop
check_x 'link to the directory it is in' 0 '' ''
fresh
mkdir n/x.md
note n/x.md/in.md 'stage: lead'
check_x 'directory named like a note' 0 '2026-11-22 | 0 | contact | n/x.md/in.md | in | stage lead, not yet contacted' ''

ln -s loop loop
check 'in a link to itself' 2 '' 'fu-due: loop/.fu/rules.yaml: Too many levels of symbolic links' fu-due loop/x

# ---- what may not be read ----

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

fresh
if [ "$(as_other fu-due --version 2>&1)" = "$(fu-due --version)" ]; then
	note n/x.md 'stage: lead'
	chmod 0 n/x.md
	check 'file that may not be read' 2 "$(rows '')" 'fu-due: n/x.md: Permission denied' as_other fu-due n
	check 'operand that may not be read' 2 '' 'fu-due: n/x.md: Permission denied' as_other fu-due n/x.md
	rm -f n/x.md
	mkdir n/x
	chmod 0 n/x
	check 'directory as an operand that may not be read' 2 '' 'fu-due: n/x: Permission denied' \
		as_other fu-due --rules none n/x
	check 'directory as an operand that may not be searched' 2 '' 'fu-due: n/x/.fu/rules.yaml: Permission denied' \
		as_other fu-due n/x
else
	skip 'what may not be read' 'no way to be another user'
fi

# ---- names ----

json_names() {
	fu-due --json "$@" | jq -c '[.path, .id]'
}

fresh
note "n/a
b.md" 'stage: lead'
check 'name with a line end' 0 "$(tsv '2026-11-22 | 0 | contact | n/a\nb.md | a\nb | stage lead, not yet contacted'; rows '')" \
	'' fu-due n
check 'name with a line end as JSON' 0 '["n/a\nb.md","a\nb"]' '' \
	json_names n/a*b.md
fresh
odd=$(printf 'n/b\351.md')
note "$odd" 'stage: lead'
check 'name that is not UTF-8' 0 \
	"$(row aaa; tsv '2026-11-22 | 0 | contact | n/b\xE9.md | b\xE9 | stage lead, not yet contacted'; row zzz)" '' fu-due n
check 'name that is not UTF-8, as an operand' 0 \
	"$(tsv '2026-11-22 | 0 | contact | n/b\xE9.md | b\xE9 | stage lead, not yet contacted')" '' fu-due "$odd"
check 'name that is not UTF-8, as JSON' 0 "$(printf '["n/b\357\277\275.md","b\357\277\275"]')" '' \
	json_names "$odd"
fresh
note n/x.md 'stage: lead
name: "A\tB"'
note "n/x${tab}y.md" 'stage: lead'
check 'name with a tab' 0 'n/aaa.md
n/x\ty.md
n/x.md
n/zzz.md' '' fu-due -l n

fresh
note n/-rf.md 'stage: lead'
in_n() (
	cd n && "$@"
)
check '-rf.md in the current directory' 0 "$(row -rf ./; row aaa ./; row zzz ./)" '' in_n fu-due
check '-rf.md after --' 0 "$(row -rf '')" '' in_n fu-due -- -rf.md
check '-rf.md from standard input' 0 "$(row -rf '')" '' in_n sh -c 'echo -rf.md | fu-due -'
check '-rf.md without --' 2 '' "fu-due: unknown option '-r'; see fu-due --help" in_n fu-due -rf.md
check '-gone.md after --' 2 '' 'fu-due: -gone.md: No such file or directory' in_n fu-due -- -gone.md

# ---- operands ----

fresh
check 'missing operand' 2 "$(rows '')" 'fu-due: gone: No such file or directory' fu-due gone n
check 'missing operands' 2 '' 'fu-due: gone: No such file or directory
fu-due: n/gone.md: No such file or directory' fu-due gone n/gone.md
check 'file with a slash' 2 '' 'fu-due: n/aaa.md/: Not a directory' fu-due n/aaa.md/
check 'path on standard input that is not there' 2 "$(row aaa)" 'fu-due: n/gone.md: No such file or directory' \
	sh -c 'printf "n/gone.md\nn/aaa.md\n" | fu-due -'
check 'NUL in a path' 2 '' 'fu-due: n/aaa.md\x00n/zzz.md: a name with a NUL in it; write -0 if NULs separate the names' \
	sh -c 'printf "n/aaa.md\0n/zzz.md" | fu-due -'
check 'standard input closed' 2 '' 'fu-due: standard input: Bad file descriptor' sh -c 'fu-due - <&-'
check 'standard input is a directory' 2 '' 'fu-due: standard input: Is a directory' sh -c 'fu-due - <n'
check 'standard input closed and not asked for' 0 "$(rows '')" '' sh -c 'fu-due n <&-'

# ---- output ----

full='fu-due: standard output: No space left on device'
closed='fu-due: standard output: Bad file descriptor'

check 'output full' 2 '' "$full" sh -c 'fu-due n >/dev/full'
check 'output full, as a table' 2 '' "$full" sh -c 'fu-due --table n >/dev/full'
check 'output full, as JSON' 2 '' "$full" sh -c 'fu-due --json n >/dev/full'
check 'output full, paths' 2 '' "$full" sh -c 'fu-due -l n >/dev/full'
check 'output full, help' 2 '' "$full" sh -c 'fu-due --help >/dev/full'
check 'output full, nothing due' 0 '' '' sh -c 'fu-due --until 2000-01-01 n >/dev/full'
check 'output closed' 2 '' "$closed" sh -c 'fu-due n >&-'
check 'output closed, help' 2 '' "$closed" sh -c 'fu-due --help >&-'
check 'output closed, -q' 0 '' '' sh -c 'fu-due -q n >&-'
check 'errors full, and an error' 2 "$(rows '')" '' sh -c 'fu-due n gone 2>/dev/full'
note n/x.md 'stage: lead
Stage: lead'
check 'errors full, and a warning' 2 "$(rows "$lead")" '' sh -c 'fu-due n 2>/dev/full'
rm n/x.md
if [ -n "${WRAPPER-}" ]; then
	skip 'errors closed' "$WRAPPER may want them"
else
	check 'errors closed' 0 "$(rows '')" '' sh -c 'fu-due n 2>&-'
	check 'errors closed, and an error' 2 "$(rows '')" '' sh -c 'fu-due n gone 2>&-'
	check 'all closed' 2 '' '' sh -c 'fu-due n <&- >&- 2>&-'
fi

fresh
note n/x.md 'name: x' "$(repeat 5000 . | sed 's/\./- [ ] 2026-11-20 send the deck, the numbers and the plan\n/g')"
promise=$(tsv '2026-11-20 | 2 | deliver | n/x.md | x | send the deck, the numbers and the plan')
check 'a reader that has had enough' 0 "$promise" '' sh -c 'fu-due n | head -n 1'
check 'a reader that has had enough, SIGPIPE ignored' 0 "$promise
2" '' sh -c 'trap "" PIPE; { fu-due n; echo $? >status; } | head -n 1; cat status'

# ---- options ----

fresh
help='see fu-due --help'
date='is not a date; write YYYY-MM-DD, today, friday or +3d'
threads='is not a number of threads; write 1 to 1024'

check 'unknown short option' 2 '' "fu-due: unknown option '-x'; $help" fu-due -x n
check 'unknown short option after another' 2 '' "fu-due: unknown option '-x'; $help" fu-due -ax n
check 'unknown option of two bytes' 2 '' "fu-due: unknown option '-é'; $help" fu-due -aéa n
check 'unknown option of two bytes after an operand' 2 '' "fu-due: unknown option '-é'; $help" fu-due n -é
check 'unknown option that is no character' 2 '' "fu-due: unknown option '-\\xC3'; $help" fu-due "$(printf -- '-a\303')" n
check 'value for an option that takes none' 2 '' "fu-due: option '--all=x' takes no value; $help" fu-due --all=x n
check 'unknown long option' 2 '' "fu-due: unknown option '--nope'; $help" fu-due --nope n
check 'unknown long option with a value' 2 '' "fu-due: unknown option '--nope=x'; $help" fu-due --nope=x n
check 'unknown option after an operand' 2 '' "fu-due: unknown option '--nope'; $help" fu-due n --nope
for option in --today --within --until --rules --jobs -t -j; do
	check "$option without its value" 2 '' "fu-due: option '$option' needs a value; $help" fu-due n "$option"
done
for value in soon 03/04/2026 20261122 ''; do
	check "--today '$value'" 2 '' "fu-due: --today: '$value' $date" fu-due --today "$value" n
	check "--until '$value'" 2 '' "fu-due: --until: '$value' $date" fu-due --until "$value" n
done
for value in 2026-02-30 0000-01-01; do
	check "--today $value" 2 '' "fu-due: --today: '$value' is not a day that there is" fu-due --today "$value" n
	check "--until $value" 2 '' "fu-due: --until: '$value' is not a day that there is" fu-due --until "$value" n
done
check 'FU_TODAY=2026-13-01' 2 '' "fu-due: FU_TODAY: '2026-13-01' is not a day that there is" \
	env FU_TODAY=2026-13-01 fu-due n
check 'FU_TODAY=soon' 2 '' "fu-due: FU_TODAY: 'soon' $date" env FU_TODAY=soon fu-due n
check 'FU_TODAY=soon and --today' 0 "$(rows '')" '' env FU_TODAY=soon fu-due --today 2026-11-22 n
for value in soon 1e18 3x '' 2026-11-22; do
	check "--within '$value'" 2 '' "fu-due: --within: '$value' $span" fu-due --within "$value" n
done
for value in 0 -1 101y; do
	check "--within $value" 2 '' "fu-due: --within: '$value' is not from 1 day to 100 years" fu-due --within "$value" n
done
for value in 0 -1 x 1025 1e3 2.5 99999999999999999999 ''; do
	check "-j '$value'" 2 '' "fu-due: -j: '$value' $threads" fu-due -j "$value" n
done

plan_done
