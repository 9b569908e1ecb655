#!/bin/sh
# The front matter that fu-list --json prints is what another reader of YAML finds. FU_ORACLE: how many random notes.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

python3 -c 'import yaml' 2>/dev/null || skip_all 'no python3 with yaml'
has jq || skip_all 'no jq'

export FU_TODAY=2026-11-22
count=${FU_ORACLE:-400}

same_as_python() {
	python3 "$top/tests/fu-list/front.py" "$@"
}

# lines DIR: how many lines are printed, by what jq takes the keys to be; that a key is there twice is no matter
lines() {
	fu-list --rules none --json "$@" 2>"$tmp/errors" | jq -e -c 'keys_unsorted' | sort | uniq -c | sed 's/^ *//'
	sed '/: warning: .*: this key is also on line [0-9]*; the last one counts$/d' "$tmp/errors" >&2
}

# accepted DIR: jq, line by line
accepted() {
	fu-list --rules none --json "$@" 2>/dev/null | while IFS= read -r line; do
		printf '%s\n' "$line" | jq -e . >/dev/null || printf '%s\n' "$line"
	done
}

keys='["path","id","name","org","role","stage","tags","email","phone","via","every","last","kind","unanswered",'\
'"touches","promises","front"]'

in_top() (
	cd "$top" && "$@"
)

notes=$(find "$top/examples/notes" -name '*.md' | grep -c .)
check 'examples' 0 "$notes compared, 0 refused" '' in_top same_as_python examples/notes
check 'examples, keys' 0 "$notes $keys" '' in_top lines examples/notes

# ---- nasty ones ----

mkdir -p nasty/sub
cd nasty || exit 1
: >empty-file.md
printf -- '---\n---\n' >empty.md
printf -- '---\n\n  \n---\n' >blank.md
printf -- '---\n# a comment alone\n---\n' >comment.md
printf -- '---\nnull\n---\n' >null.md
printf -- '---\n{}\n---\n' >braces.md
printf '\357\273\277---\na: b\n...\n' >bom.md
printf -- '---\r\na: |\r\n  one\r\n\r\n  two\r\nb: "c\r\n  d"\r\ne: f\r\n  g\r\n---\r\n' >crlf.md
printf -- '--- \t\na: b\n--- \n' >blanks.markdown
printf -- '---\na: b\n---\n---\nc: d\n---\n' >twice.MD
printf -- '---\nx: %s1%s\n---\n' '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[' ']]]]]]]]]]]]]]]]]]]]]]]]]]]]]]' >deep.md
note nulls.md 'a:
b: ~
c: null
d: Null
e: NULL
f: nULL
g: "null"
h: "~"
i: '\'\''
j: ""
k: [~, null]
l: {m, n: , o: ~}
p:
- 
- null
q: |
r: >'
note types.md 'a: true
b: No
c: 007
d: 1_000
e: 0x1F
f: 1e3
g: .inf
h: .NaN
i: 2026-11-22
j: 2026-11-22T10:00:00.5Z
k: 12:30:45
l: =
m: -1
n: 99999999999999999999999
o: +1 555 0100'
note keys.md '1: one
2026-11-22: day
true: yes
null: nothing
~: tilde
"": empty
"a: b": colon
'\''it'\'\''s'\'': quote
? long
: value
? "other"
: {"x":y, z: [1,2]}
"#": hash
"\u00e9\U0001F600": escapes
a b  c: blanks
"new\nline": two'
note same.md 'Mood: 1
mood: 2
m-o_o d: 3
deep: {a: 1, A: 2, a: 3}
list: [{b: 1, B: 2}]
MOODY: 1
moody: {x: 1}
moody: [x]
ẞ: 1
ß: 2
K: 1
"\u212A": 2
İ: 1
i: 2'
note quotes.md 'a: "\0\a\b\t\n\v\f\r\e \"\/\\\N\_\L\P\x41\u00e9\U0001F600"
b: '\''it'\'\''s "so" \n'\''
c: "folded
  line

  and one more \
  joined"
d: '\''single
  folded

  twice'\''
e: plain
  folded

  twice
f: "  kept  "
g: a#b
h: a # comment
i: http://example.com:80/#top
j: "\ud7ff\ue000\uffff"
k: "]"'
note blocks.md 'a: |
  one
    two

  three

b: >
  folded
  line

  more
    kept
  back

c: |-
  strip

d: |+
  keep

e: >-
  strip
  it
f: |2
    two more
  none more
g: >+

  keep

h: |
  # no comment
  --- x
  key: value'
note flow.md 'a: [a, "b", '\''c'\'', [d, [e]], {f: g}, h: i]
b: {a: [1, 2, {b: c}], "d": e, ? f : g, h}
c: [
  a,
  # comment
  b
  ]
d: {}
e: []
f: [[Lee Park]]
g: [a b, c  d]
h: [ [] , {} ]
i: {a: {b: {c: {d: {e: f}}}}}'
note unicode.md 'name: 田中太郎
ключ: значение
emoji: 😀👩‍👩‍👧
combining: é
bidi: "\u202Eabc"
astral: "\U0010FFFF"
nbsp: a b
zero: a​b
ligature: ﬁ'
note html.md 'a: <b>&amp;</b>
b: </script>
c: "back\\slash / slash"'
note long.md "a: $(printf '%900s' '' | tr ' ' x)
b: \"$(printf '%900s' '' | sed 's/ /\\u00e9/g')\"
$(printf '%100s' '' | tr ' ' k): long key"
note template.md 'mood: {{mood}}
? [a, {b: ~}]
: c
x: {{a: "b"}: c, d: e}'
note sub/list.md 'a:
- b
- - c
  - d
- e: f
  g: h
-
  - i
- |
  j
- k: l'
cd .. || exit 1
check 'nasty' 0 '22 compared, 0 refused' '' same_as_python nasty
check 'nasty, keys' 0 "22 $keys" '' lines nasty
note lists.md 'a: {b: [{c: 1}]}
d: [{c: 2}]
e: {f: 3}'
check 'a path through a list is one' 0 '{"a.b.c":["1"],"d.c":["2"],"e.f":"3","e.g":null}' '' \
	fu-list --json -f a.b.c,d.c,e.f,e.g lists.md
check 'nasty, line by line' 0 '' '' accepted nasty

# ---- notes that are refused: nothing of them is printed ----

mkdir refused
note refused/anchor.md 'a: &b c'
note refused/alias.md 'a: *b'
note refused/tag.md 'a: !!str b'
note refused/merge.md '<<: {a: b}'
note refused/list.md '- a'
note refused/open.md 'a: [b'
note refused/ok.md 'a: "&b *c !d <<"'
check 'refused' 0 '1 compared, 6 refused' '' same_as_python refused

# ---- random ones ----

random() {
	python3 "$top/tests/fu-list/front.py" --write "$1" "$count" "random$1"
}

for seed in 1 2 3; do
	random $seed
	check "seed $seed: $count notes" 0 "$count compared, 0 refused" '' same_as_python random$seed
	check "seed $seed: $count notes, keys" 0 "$count $keys" '' lines random$seed
done
python3 "$top/tests/fu-due/oracle.py" --seed 11 --count "$count" --today 2026-11-22 oracle >/dev/null
check "notes of fu-due's tests" 0 "$count compared, 0 refused" '' same_as_python oracle
check "notes of fu-due's tests, keys" 0 "$count $keys" '' lines oracle

plan_done
