#!/bin/sh
# A note whose every field would do harm where it could: the terminal, the mail, the page and the Markdown stay whole.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# Each of these goes into every field of some notes, in double quotes, in which YAML reads what JSON
# writes. Names of files are no better.
cat >make.py <<'END_OF_PYTHON'
import json, os

texts = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' x='", "-->", "]]>",
    "\x1b[2J\x1b]0;title\x07", "a\r\nBcc: you@example.com\r\n\r\nbody", "=?UTF-8?Q?=0A?=", "\u202eevil\u202c \u2066x\u2069",
    "\u0085\u2028\u2029\u009b31m", "&lt;b&gt; &#60;b&#62;", "[x](javascript:alert(1)) ![y](http://example.com/z.png)",
    "http://example.com www.example.com you@example.com", "# a\n- b\n1. c\n> d\n```\ne", "`a` *b* _c_ ~~d~~ | e |",
    "[[wiki]] #tag $x$ ==m== %%c%%", "javascript:alert(1)", "1986. a", "- b", "+ c", "===", "<!-- x", "&nbsp;", "a\\", "\t", ".",
]
os.mkdir("n")
for number, text in enumerate(texts):
    quoted, line = json.dumps(text), " ".join(text.splitlines())
    for kind, (fields, body) in enumerate([
        (f"stage: {quoted}\nnext: {{on: 2026-11-20, do: {quoted}, why: {quoted}}}", f"- 2026-11-10 email: {line}\n- [ ] 2026-11-20 {line}"),
        (f"stage: {quoted}\nlog: [{{date: 2026-11-20, kind: thanks, text: {quoted}}}]", ""),
        (f"via: {quoted}\npromises: [{{what: {quoted}, by: 2026-11-19, from: them}}]", ""),
        (f"dates: [{{what: {quoted}, on: 11-20, yearly: true}}]", f"- [x] {line}"),
    ]):
        with open(f"n/{number}{kind} <b>\x1b\"'&#\n.md", "w") as f:
            f.write("---\n")
            for key in "name", "org", "role", "email", "phone", "result", "tags", "avoid", "asks":
                f.write(f"{key}: {quoted}\n")
            f.write(f"{fields}\n---\n{body}\n")
END_OF_PYTHON
cat >rules.yaml <<'END_OF_RULES'
rules:
  - {name: thanks, after: thanks, do: "<b>\e[2J", in: 1d, hint: "<script>\u202E [x](http://example.com)"}
END_OF_RULES
python3 make.py

# report ARGUMENT...: a report of them; what is said of links that lead nowhere is no part of it
report() {
	fu-report --rules rules.yaml "$@" n 2>/dev/null
}

# ---- terminal ----

cat >controls.py <<'END_OF_PYTHON'
import sys, unicodedata

for line in sys.stdin.buffer.read().decode().split("\n"):
    bad = [c for c in line if unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in "\u061c\u200e\u200f" or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"]
    if bad or len(line) > int(sys.argv[1]):
        print(repr(line))
END_OF_PYTHON

# controls WIDTH ARGUMENT...: lines with a control character, or wider than that
controls() {
	width=$1
	shift
	report "$@" | python3 controls.py "$width"
}

check 'it is all there' 0 161 '' sh -c 'fu-report --rules rules.yaml --json n 2>/dev/null | wc -l | tr -d " "'
check 'text' 0 '' '' controls 72
check 'Markdown' 0 '' '' controls 999 --format markdown
check 'HTML' 0 '' '' controls 9999 --format html
check 'mail' 0 '' '' controls 76 --mail me@example.com

# ---- mail ----

# headers FORM: the names of the headers of a mail, its subject, and whether its body is the report
headers() {
	report --format "$1" >body
	report --format "$1" --mail me@example.com | python3 -c '
import email, email.policy, sys
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
assert not m.defects and not any(h.defects for h in m.values())
print(" ".join(m.keys()), m["To"], m.get_content_type(), m.is_multipart())
print(repr(m["Subject"]))
assert m.get_content().encode() == open("body", "rb").read()'
}

subject="'Follow up: <script>alert(1)</script>, <script>alert(1)</script> and 106 more'"
for form in text/plain markdown/markdown html/html; do
	check "mail, ${form%/*}" 0 "To Subject MIME-Version Content-Type Content-Transfer-Encoding Auto-Submitted me@example.com text/${form#*/} False
$subject" '' headers "${form%/*}"
done

# ---- HTML ----

cat >kinds.py <<'END_OF_PYTHON'
import html.parser, re, sys


class Kinds(html.parser.HTMLParser):
    """Prints each kind of element, with the names of its attributes, once; asserts that links lead where they should."""

    def __init__(self):
        super().__init__()
        self.kinds = set()

    def handle_starttag(self, tag, attrs):
        names = [k for k, v in attrs]
        assert len(names) == len(set(names)), attrs
        self.kinds.add(" ".join([tag] + sorted(names)))
        href = dict(attrs).get("href")
        assert href is None or re.fullmatch(r"(mailto:|tel:|n/)[\w.~%@+-]+", href, re.A), href

    def handle_comment(self, data):
        assert False, data

    def unknown_decl(self, data):
        assert False, data


k = Kinds()
k.feed(sys.stdin.read())
print("\n".join(sorted(k.kinds)))
END_OF_PYTHON
kinds() {
	report --format html | python3 kinds.py
}

check 'HTML, elements and attributes' 0 'a href
body
desc id
div aria-label class role tabindex
footer
h1
h2 id
h3
head
header
html lang
li
main
meta charset
meta content http-equiv
meta content name
p
p class
rect class height width x y
section aria-labelledby
section aria-labelledby class
span class
strong
style
svg aria-describedby aria-label class height role viewbox width
text x y
time datetime
title
ul' '' kinds
if has tidy; then
	check 'HTML, tidy' 0 '' '' sh -c 'fu-report --rules rules.yaml --format html n 2>/dev/null | tidy -q -e'
else
	skip 'HTML, tidy' 'it is missing'
fi

# ---- Markdown ----

cat >markup.py <<'END_OF_PYTHON'
import re, sys

for line in sys.stdin.read().split("\n"):
    text = re.sub(r"\\[!-/:-@\[-`{-~]", "x", line)
    text = re.sub(r"^(# Follow-ups, [\d-]*|## [\w -]* \(\d+\))$", "", text)
    text = re.sub(r"\]\((mailto:|tel:|n/)[\w.~%@+-]+\)", "](", text, flags=re.A)
    text = re.sub(r"^- \*\*\[([^][]*)\]\(\*\*", r"\1", text)
    text = re.sub(r"^    - \[([^][]*)\]\($", r"\1", text)
    text = re.sub(r"^    - ", "", text)
    if re.search(r"[][`*_<>#|~&!@$={}%^]|:\S|www\.|^[-+]|^\d+[.)]|^ ", text):
        print(line)
END_OF_PYTHON
markup() {
	report --format markdown | python3 markup.py
}

check 'Markdown, no markup but the own' 0 '' '' markup

# ---- records ----

check 'TSV' 0 10 '' sh -c 'fu-report --rules rules.yaml --tsv n 2>/dev/null | awk -F "\t" "{ print NF }" | sort -u'
check 'JSON' 0 17 '' sh -c 'fu-report --rules rules.yaml --json n 2>/dev/null | jq -r "keys | length" | sort -u'

plan_done
