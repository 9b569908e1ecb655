#!/bin/sh
# The page of fu-report: valid, one file, without scripts; links, landmarks, headings and charts.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# page ARGUMENT...: a report as a page
page() {
	fu-report --format html "$@"
}

# find PATTERN ARGUMENT...: what of a page matches
find_() {
	pattern=$1
	shift
	page "$@" | grep -oE "$pattern"
}

# tidied ARGUMENT...: what tidy says of a page
tidied() {
	page "$@" | tidy -q -e
}

note none.md 'snooze: 2027-01-01'
note odd.md 'name: a <b> & "c"
stage: "<s>"
next: 2026-11-20' '- 2026-11-20 email: <i>'
if has tidy; then
	check 'tidy' 0 '' '' tidied "$top/examples/notes"
	check 'tidy, nothing to say' 0 '' '' tidied --always none.md
	check 'tidy, markup in a note' 0 '' '' tidied odd.md
else
	skip 'tidy' 'it is missing'
fi

# ---- what it is made of ----

cat >outline.py <<'END_OF_PYTHON'
import html.parser, sys


class Outline(html.parser.HTMLParser):
    """Prints headings and landmarks, and asserts that the page is whole and needs nothing else."""

    void = {"meta", "rect"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.refs, self.level = [], set(), set(), 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag not in {"script", "link", "img", "iframe", "object", "form", "base"}, tag
        assert not {"src", "srcset", "style"} & set(attrs), attrs
        assert not any(a.startswith("on") for a in attrs), attrs
        if "href" in attrs:
            assert attrs["href"].startswith(("mailto:", "tel:")) or ":" not in attrs["href"], attrs
        if "id" in attrs:
            assert attrs["id"] not in self.ids, attrs
            self.ids.add(attrs["id"])
        for a in "aria-labelledby", "aria-describedby":
            self.refs.update(attrs.get(a, "").split())
        if tag in {"header", "main", "footer", "h1", "h2"}:
            print(tag)
        if tag in {"h1", "h2", "h3", "h4"}:
            assert int(tag[1]) <= self.level + 1, tag
            self.level = int(tag[1])
        if tag == "svg":
            assert attrs["role"] == "img" and attrs["aria-label"] and attrs["aria-describedby"], attrs
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.void:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag not in self.void:
            assert self.open.pop() == tag, tag


o = Outline()
o.feed(sys.stdin.read())
o.close()
assert not o.open, o.open
assert o.refs <= o.ids, o.refs - o.ids
END_OF_PYTHON
outline() {
	page "$@" | python3 outline.py
}

note a.md 'name: Ana
email: "Ana Gomez <a+b@example.com>"
stage: lead
next: {on: 2026-11-20, do: write}' '- 2026-11-15 email: x
- 2026-11-15 letter: y'
check 'landmarks and headings' 0 'header
h1
main
h2
h2
footer' '' outline a.md
check 'of the examples' 0 "header
h1
main
$(printf 'h2\n%.0s' 1 2 3 4 5 6 7 8)
footer" '' outline "$top/examples/notes"
check 'where there is nothing' 0 'header
h1
main
footer' '' outline --always none.md
check 'nothing from elsewhere' 0 "content=\"default-src 'none'; style-src 'unsafe-inline'\"" '' find_ 'content="default.*"' a.md
check 'no import in the style' 1 '' '' find_ '@import|url\(|@font' "$top/examples/notes"

# ---- links ----

check 'mailto:' 0 'href="mailto:a%2Bb@example.com">Ana Gomez &lt;a+b@example.com&gt;' '' find_ 'href="mailto[^/]*;' a.md
note b.md 'name: B
phone: +44 (20) 7946-0321
next: {on: 2026-11-20, do: call}'
check 'tel:' 0 '<a href="tel:+442079460321">+44 (20) 7946-0321</a>' '' find_ '<a href="tel.*</a>' b.md
# tel NUMBER LINK: the link that a telephone number becomes
tel() {
	note t.md "name: T
phone: \"$1\"
next: {on: 2026-11-20, do: call}"
	check "tel: $1" 0 "$2" '' find_ 'href="tel[^"]*"' t.md
}

tel '+44 (0)20 7946 0958' 'href="tel:+442079460958"'
tel '(503) 555.0100 ext. 12 or 555-0101' 'href="tel:5035550100"'
tel '0049/30/123' 'href="tel:004930123"'
tel '555-0100 / +1 555 0101' 'href="tel:5550100"'
mkdir -p 'd ir/x'
note 'd ir/x/q?#"<é.md' 'name: Q'
check 'the note' 0 '<a href="d%20ir/x/q%3F%23%22%3C%C3%A9.md">Q</a>' '' find_ '<a .*</a>' 'd ir'
check 'a path that begins like a host' 0 "href=\"/./$PWD/b.md\"" '' find_ 'href="/[^"]*"' "/$PWD/b.md"
note u.md 'next: 2026-11-20' "$(printf -- '- 2026-11-10 email: \357\277\276 \357\267\220 \360\237\277\277 \360\237\231\202')"
check 'what is no character of HTML' 0 'email: \xEF\xBF\xBE \xEF\xB7\x90 \xF0\x9F\xBF\xBF 🙂' '' find_ 'email: [^<]*' u.md
note c.md 'email: ask Lee
next: 2026-11-20'
check 'no link where there is no address' 0 '<p>ask Lee</p>' '' find_ '.*ask Lee.*' c.md
note c.md 'phone: none yet
next: 2026-11-20'
check 'no link where there is no number' 0 '<p>none yet</p>' '' find_ '.*none yet.*' c.md
check 'dates' 0 '<time datetime="2026-11-22">2026-11-22</time>
<time datetime="2026-11-20">2026-11-20</time>
<time datetime="2026-11-15">2026-11-15</time>
<time datetime="2026-11-22">2026-11-22</time>' '' find_ '<time[^/]*</time>' a.md

# ---- the year ----

mkdir y
note y/a.md 'stage: lead' '- 2025-11-22 email: a year and a day ago
- 2025-11-23 email: a year ago
- 2026-02-28 note: nobody did anything
- 2026-11-22 call: a
- 2026-11-22 < email: b
- 2026-11-23 email: to come'
note y/b.md 'stage: Lead
last: 2026-06-01' '- 2026-11-22 email: a'
note y/c.md 'stage: won'
check 'days with touches' 0 'd1" x="28" y="90" width="10" height="10"><title>2025-11-23: 1
d3" x="652" y="90" width="10" height="10"><title>2026-11-22: 3' '' find_ 'd[0-4]" [^/]*[0-9]: [0-9]+' y
check 'days' 0 365 '' sh -c 'fu-report --format html y | grep -c "<rect class=\"d.*y=\"[0-9][0-9]\""'
check 'days in words' 0 'aria-label="Touches, 2025-11-23 to 2026-11-22" aria-describedby="touches-desc">
<desc id="touches-desc">4 in all; 2025-11: 1; 2025-12: 0; 2026-01: 0; 2026-02: 0; 2026-03: 0; 2026-04: 0; 2026-05: 0; '\
'2026-06: 0; 2026-07: 0; 2026-08: 0; 2026-09: 0; 2026-10: 0; 2026-11: 3</desc>' '' \
	find_ 'aria-label="Touches, .*|<desc id="touches.*' y
note leap.md '' '- 2024-02-29 email: x'
check 'a leap year' 0 366 '' sh -c 'fu-report --format html -t 2024-12-31 leap.md | grep -c "<rect class=\"d.*y=\"[0-9][0-9]\""'
check 'stages in words' 0 '<desc id="stages-desc">lead: 2; won: 1</desc>' '' find_ '<desc id="stages.*' y
check 'stages as bars' 0 '<rect class="bar" x="62" y="0" width="201" height="14"/>
<rect class="bar" x="62" y="24" width="100" height="14"/>' '' find_ '<rect class="bar".*' y
check 'of those that are selected' 0 '<desc id="stages-desc">won: 1</desc>' '' find_ '<desc .*' -w stage=won --always y
note l.md "stage: $(printf 'long %.0s' 1 2 3 4 5 6)"
check 'a long stage' 0 'long long long long l…' '' sh -c 'fu-report --format html l.md | sed -n "s/^<text x=\"0\" y=\"12\">\(long.*\)<.text>/\1/p"'
check 'a long stage, in words' 0 '<desc id="stages-desc">long long long long long long: 1</desc>' '' find_ '<desc .*' l.md

plan_done
