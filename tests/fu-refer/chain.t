#!/bin/sh
# Who led to whom: the tree and the graph; circles, depth, offers and names that would break them.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
nl='
'

# chain DIR ID:VIA...: notes, each with its referrers
chain() {
	dir=$1
	shift
	mkdir -p "$dir"
	for link in "$@"; do
		via=${link#*:}
		note "$dir/${link%%:*}.md" "${via:+via: [$via]}"
	done
}

# tree NAME WANTED OPTION...: the tree, without what came of it and how deep it is
tree() {
	name=$1 wanted=$2
	shift 2
	check "$name" 0 "$wanted" '' drawn "$@"
}

drawn() {
	fu-refer --tree "$@" >"$tmp/made" 2>/dev/null || return
	sed 's/, not reached//; s/, [0-9]* referrals*//; s/, [0-9]* deep//' <"$tmp/made"
}

# ---- depth, roots, what stands below two ----

chain plain a: b:a c:b d:c e:a x: y:x
tree 'depth' 'a
├── b
│   └── c
│       └── d
└── e
x
└── y' plain
tree 'a REFERRER as the root' 'b
└── c
    └── d' plain b
tree 'REFERRERs in the order of paths' 'b
└── c
    └── d
x
└── y' plain x b
tree 'a REFERRER below another' 'a
├── b
│   └── c
│       └── d
└── e' plain c a
tree '-w is about the roots' 'b
└── c
    └── d' -w id=b plain
tree '-w of two, one below the other' 'b
└── c
    └── d' -w 'id=b or id=c' plain
check 'referrals and depth are counted' 0 'a, 2 referrals, 3 deep
├── b, not reached, 1 referral
│   └── c, not reached, 1 referral
│       └── d, not reached
└── e, not reached
x, 1 referral
└── y, not reached' '' fu-refer --tree plain

chain two a: b: c:a,b d:c e:d f:b
tree 'below two: expanded once' 'a
└── c
    └── d
        └── e
b
├── c (see above)
└── f' two
chain leaf a: b: c:a,b
tree 'below two, nobody below that: nothing above to see' 'a
└── c
b
└── c' leaf
chain twice a: b:a c:a d:b,c e:d
tree 'below one by two ways' 'a
├── b
│   └── d
│       └── e
└── c
    └── d (see above)' twice
chain none a:nobody b:a
tree 'a link to nowhere: a root' 'a
└── b' none
chain closer z:y y: a:z b:a,y
tree 'a root is drawn before one below it, whatever the paths' 'y
├── b
└── z
    └── a
        └── b' closer

# deep DIR...: how deep the trees are
deep() {
	fu-refer --tree "$@" >"$tmp/made" 2>/dev/null || return
	grep -v '^[└├│ ]' <"$tmp/made" | sed 's/,.*, /, /; s/, [0-9] referrals*$//'
}

check 'how deep' 0 'a, 3 deep
x' '' deep plain
check 'how deep, seen above' 0 'a, 3 deep
b, 3 deep' '' deep two

# ---- circles ----

chain self a:a b:a
tree 'a circle of one' 'a
└── b' self
check 'a circle of one is said' 0 'a, not reached, 1 referral
└── b, not reached' "fu-refer: self/a.md:2:7: warning: via: 'a' is this note itself" fu-refer --tree self
chain ring2 a:b b:a
tree 'a circle of two' 'a
└── b
    └── a (a circle)' ring2
check 'a circle of two is said' 0 'a, not reached, 1 referral, 2 deep
└── b, not reached, 1 referral
    └── a, not reached, 1 referral (a circle)' "fu-refer: ring2/a.md:2:7: warning: via: 'b' goes in a circle: a <- b <- a" \
	fu-refer --tree ring2
tree 'a circle of two, from the other' 'b
└── a
    └── b (a circle)' ring2 b
tree 'a circle of two, both asked for' 'a
└── b
    └── a (a circle)' ring2 a b
chain ring3 a:c b:a c:b d:b
tree 'a circle of three' 'a
└── b
    ├── c
    │   └── a (a circle)
    └── d' ring3
chain way a:c b:a c:b,z z:
tree 'a circle of three with a way in' 'z
└── c
    └── a
        └── b
            └── c (a circle)' way
chain second x: a:b b:c c:x,d d:c
tree 'a circle with a way in that is not wanted' 'c
├── b
│   └── a
└── d
    └── c (a circle)' -w 'name!=x' second
chain ways a:c b:a,y c:b,z y: z:
tree 'a circle of three with two ways in' 'y
└── b
    └── c
        └── a
            └── b (a circle)
z
└── c (see above)' ways
chain eight a:b,c b:a c:a
tree 'two circles that meet' 'a
├── b
│   └── a (a circle)
└── c
    └── a (a circle)' eight
chain below a:r b:a r:s s:r
tree 'below a circle, first by path: not a root' 'r
├── a
│   └── b
└── s
    └── r (a circle)' below

# ---- deep ----

# row DIR ORDER N: a chain of N, its paths in that order
row() {
	mkdir "$1"
	i=0
	while [ "$i" -lt "$3" ]; do
		id=$((i + 100))
		before=$((i + 99))
		[ "$2" = up ] || id=$((999 - i)) before=$((1000 - i))
		note "$1/$id.md" "$([ $i = 0 ] || echo "via: '$before'")"
		i=$((i + 1))
	done
}

# depths: the first and last line of the tree, how many there are, and how many of them are roots
depths() {
	fu-refer --tree "$@" | sed 's/^ *//' | awk '
		NR == 1 { print }
		/^[^└├│]/ { roots++ }
		{ last = $0 }
		END { print last; print NR " lines, " roots " root" }'
}

row 64 up 65
check '64 deep' 0 '100, 1 referral, 64 deep
└── 164, not reached
65 lines, 1 root' '' depths 64
row up up 70
goes_on='100, 1 referral, more than 64 deep
└── 164, not reached, 1 referral (goes on)
65 lines, 1 root'
check '69 deep' 0 "$goes_on" '' depths up
check '69 deep, a REFERRER' 0 "$goes_on" '' depths up 100
check '69 deep, a REFERRER further down' 0 '110, not reached, 1 referral, 59 deep
└── 169, not reached
60 lines, 1 root' '' depths up 110
row down down 70
check '69 deep, paths the other way' 0 '999, 1 referral, more than 64 deep
└── 935, not reached, 1 referral (goes on)
65 lines, 1 root' '' depths down
check '69 deep, --dot' 0 '70 69' '' sh -c \
	'fu-refer --dot up | awk "/\[label=/ { nodes++ } / -> / { edges++ } END { print nodes, edges }"'

# ---- what came of it ----

mkdir came
note came/lee.md 'name: Lee Park
org: Quill'
note came/ana.md 'name: Ana Gomez
org: Acme
via: lee' '- 2026-11-10 < email: yes
- 2026-11-25 coffee: to come'
note came/ben.md 'via: ana
result: "no fit: too far"'
note came/cho.md 'via: ana
stage: Lost' '- 2026-11-11 email: x'
note came/dee.md 'via: lee' '- 2026-11-12 coffee: x'
check 'name, state, date, referrals' 0 'Lee Park (Quill), 2 referrals, 2 deep
├── Ana Gomez (Acme), answered, 2026-11-10, 2 referrals
│   ├── ben, no fit: too far
│   └── cho, Lost, 2026-11-11
└── dee, met, 2026-11-12' '' fu-refer --tree came
check 'as of the day' 0 'Lee Park (Quill), 2 referrals, 2 deep
├── Ana Gomez (Acme), not reached, 2 referrals
│   ├── ben, no fit: too far
│   └── cho, Lost
└── dee, not reached' '' fu-refer --tree -t 2026-11-09 came

# ---- offers ----

# offers OPTION...: the tree, with who has an offer and who led to one
offers() {
	fu-refer --tree "$@" >"$tmp/made" 2>/dev/null || return
	sed 's/, [0-9]* deep//; s/,.*\(, led to an offer\)/\1/; s/,.*\(, offer\)/\1/; /offer/!s/,.*//' <"$tmp/made"
}

chain offer a: b:a c:b d:b e:a g:a
note offer/c.md 'via: b' '- 2026-11-10 offer: a year'
check 'an offer' 0 'a, led to an offer
├── b, led to an offer
│   ├── c, offer
│   └── d
├── e
└── g' '' offers offer
check 'an offer to come' 0 'a
├── b
│   ├── c
│   └── d
├── e
└── g' '' offers -t 2026-11-09 offer
note offer/e.md 'via: a
stage: WON'
note offer/c.md 'via: b'
check 'stage won' 0 'a, led to an offer
├── b
│   ├── c
│   └── d
├── e, offer
└── g' '' offers offer
note offer/e.md 'via: a
stage: closed' '- 2026-11-10 < email: an offer'
note offer/a.md '' '- 2026-11-10 > offer: I made them one'
check 'an offer of the one who introduced' 0 'a, offer
├── b
│   ├── c
│   └── d
├── e
└── g' '' offers offer
chain around a:c b:a c:b,z d:b z: y:z
note around/d.md 'via: b' '- 2026-11-10 offer: a year'
check 'an offer beyond a circle' 0 'z, led to an offer
├── c, led to an offer
│   └── a, led to an offer
│       └── b, led to an offer
│           ├── c, led to an offer (a circle)
│           └── d, offer
└── y' '' sh -c 'fu-refer --tree around 2>/dev/null | sed "s/, not reached//; s/, answered, 2026-11-10//; s/, [0-9] referrals*//; s/, [0-9] deep//"'
chain wheel a:c b:a c:b
note wheel/b.md 'via: a' '- 2026-11-10 offer: a year'
check 'an offer in a circle' 0 '["b",true]
["c",true]
["a",true]' '' sh -c 'fu-refer --json wheel 2>/dev/null | jq -c "[.id, .led_to_offer]"'
bold() {
	fu-refer --dot offer | tr '\n' ' ' | grep -o '"[^"]*" .label="[^"]*", penwidth=2.;' | cut -d ' ' -f 1
}

note offer/a.md ''
note offer/e.md 'via: a
stage: won'
check 'an offer, --dot: bold lines' 0 '"offer/a.md"
"offer/e.md"' '' bold

# ---- names that would break them ----

mkdir hostile
note hostile/a.md 'name: "A \"quoted\" \\"'
note hostile/b.md 'name: "line\nbreak \e[2J \u0085 \u202Eoverride \x7F"
org: "<b>{x|y}</b> [;] -> \\N \\G \\l"
via: a'
note "hostile/c\"d.md" 'name: "];} subgraph { evil"
result: "won\"\\"
via: a'
note 'hostile/e\.md' 'name: "\\"
via: a'
note 'hostile/f\.txt' 'name: not a note'
note "hostile/g${nl}h.md" 'name: "/* c */ // d"
via: [a, b]'
note "hostile/$(printf 'i\033\377').md" 'name: "# 田中 é"
via: b'
note 'hostile/j&#1;.md' 'name: "R&#8238;D &#27; &lt;b&gt; &copy; & &amp;"
org: "&#x1;"
result: "&#10;"
via: a'
check 'hostile names in a tree' 0 'A "quoted" \\, 5 referrals, 2 deep
├── line\nbreak \x1B[2J \xC2\x85 \xE2\x80\xAEoverride \x7F (<b>{x|y}</b> [;] -> \\N \\G \\l), not reached, 2 referrals
│   ├── /* c */ // d, not reached
│   └── # 田中 é, not reached
├── ];} subgraph { evil, won"\\
├── \\, not reached
├── /* c */ // d, not reached
└── R&#8238;D &#27; &lt;b&gt; &copy; & &amp; (&#x1;), &#10;' '' fu-refer --tree hostile

check 'backslashes in a graph' 0 '	"hostile/b.md" [label="line\\nbreak \\x1B[2J' '' sh -c \
	'fu-refer --dot hostile | sed -n "s/ .xC2.*//; /line/p" | sed "s/ .\\\\xC2.*//"'

# counted OPTION...: nodes and edges, as Graphviz reads them
counted() {
	fu-refer --dot "$@" >"$tmp/made" 2>/dev/null || return
	dot -Tplain <"$tmp/made" | awk '/^node / { nodes++ } /^edge / { edges++ } END { print nodes + 0, edges + 0 }'
}

# canonical OPTION...: what dot(1) says of the graph
canonical() {
	fu-refer --dot "$@" >"$tmp/made" 2>/dev/null || return
	dot -Tcanon <"$tmp/made" >/dev/null
}

# labels: each node, as a reader of the picture sees it
labels() {
	fu-refer --dot hostile | dot -Tsvg | python3 -c '
import sys, xml.etree.ElementTree as tree
svg = "{http://www.w3.org/2000/svg}"
for g in tree.parse(sys.stdin).iter(svg + "g"):
    if g.get("class") == "node":
        print(" / ".join("".join(text.itertext()) for text in g.iter(svg + "text")))' | sort
}

if has dot; then
	check 'hostile names, --dot' 0 '' '' canonical hostile
	for graph in plain two leaf twice self ring2 ring3 way eight up came around; do
		check "$graph, --dot" 0 '' '' canonical $graph
	done
	check 'hostile names: nodes and edges' 0 '7 7' '' counted hostile
	check 'nodes and edges' 0 '7 5' '' counted plain
	check 'nodes and edges below two' 0 '6 5' '' counted two
	check 'nodes and edges of a circle' 0 '4 4' '' counted ring3
	check 'nodes and edges of a REFERRER' 0 '3 2' '' counted plain b
	check 'nodes and edges with -w' 0 '2 1' '' counted -w id=x plain
	check 'no nodes' 0 '0 0' '' counted -w id=none plain
	if python3 -c '' 2>/dev/null; then
		check 'hostile names in a picture' 0 '# 田中 é / not reached
/* c */ // d / not reached
A "quoted" \\ / 5 referrals
R&#8238;D &#27; &lt;b&gt; &copy; & &amp; (&#x1;) / &#10;
\\ / not reached
];} subgraph { evil / won"\\
line\nbreak \x1B[2J \xC2\x85 \xE2\x80\xAEoverride \x7F (<b>{x|y}</b> [;] -> \\N \\G \\l) / not reached / 2 referrals' '' \
			labels
	else
		skip 'hostile names in a picture' 'no python3'
	fi
else
	skip 'dot' 'no dot(1)'
fi

# ---- large ----

if python3 -c '' 2>/dev/null; then
	python3 - <<'END'
import os
def write(name, *via):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w", encoding="ascii") as file:
        file.write(f"---\nvia: [{', '.join(via)}]\n---\n")
for i in range(5000):
    write(f"long/n{i:04}.md", *([f"n{i - 1:04}"] if i else []))
for i in range(3000):
    write(f"star/n{i:04}.md", *(["n0000"] if i else []))
for i in range(60):
    write(f"full/n{i:02}.md", *(f"n{j:02}" for j in range(60) if j != i))
END
	# lines DIR OPTION...: how many lines are printed, within ten seconds
	lines() {
		dir=$1
		shift
		timeout 10 fu-refer "$@" "$dir" 2>/dev/null | wc -l | tr -d ' '
	}
	check '5,000 in a chain' 0 4999 '' lines long
	check '5,000 in a chain, --tree' 0 65 '' lines long --tree
	check '5,000 in a chain, --dot' 0 $((4 + 4998 * 3 + 4 + 4999)) '' lines long --dot
	check '3,000 below one' 0 2999 '' lines star
	check '3,000 below one, --tree' 0 3000 '' lines star --tree
	check '3,000 below one, --dot' 0 $((4 + 3000 * 2 + 2999)) '' lines star --dot
	check '60 by way of all others' 0 3540 '' lines full
	check '60 by way of all others, --tree' 0 3541 '' lines full --tree
	check '60 by way of all others, --dot' 0 $((4 + 60 * 3 + 3540)) '' lines full --dot
else
	skip 'large' 'no python3'
fi

plan_done
