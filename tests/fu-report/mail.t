#!/bin/sh
# The mails of fu-report, as python3's reader of mail has them.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# mail FORM WHAT ARGUMENT...: a mail's headers, its subject or its body
mail() {
	form=$1 what=$2
	shift 2
	fu-report --mail me@example.com --format "$form" "$@" | python3 -c '
import email, email.policy, sys
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
assert not m.defects and not any(h.defects for h in m.values()), "defects"
if sys.argv[1] == "headers":
    print("\n".join(f"{k}: {v}" for k, v in m.items() if k != "Subject"))
elif sys.argv[1] == "subject":
    sys.stdout.buffer.write((m["Subject"] + "\n").encode())
else:
    sys.stdout.buffer.write(m.get_content().encode())
' "$what"
}

# raw ARGUMENT...: what is wrong with the bytes of a mail: lines too long, CR, what is not ASCII
raw() {
	fu-report --mail me@example.com "$@" | LC_ALL=C awk '
		length > 76 { print NR ": " length " bytes" }
		/[^ -~]/ { print NR ": " $0 }
		/^\.$/ || /^From / || / $/ { print NR ": " $0 }'
}

# ---- the examples ----

headers() {
	echo "To: me@example.com
MIME-Version: 1.0
Content-Type: $1; charset=\"utf-8\"
Content-Transfer-Encoding: quoted-printable
Auto-Submitted: auto-generated"
}

cd "$top" || exit 1
check 'text, headers' 0 "$(headers text/plain)" '' mail text headers examples/notes
check 'Markdown, headers' 0 "$(headers text/markdown)" '' mail markdown headers examples/notes
check 'HTML, headers' 0 "$(headers text/html)" '' mail html headers examples/notes
check 'subject' 0 'Follow up: Nadia Rahman, Chloe Martin and 16 more' '' mail text subject examples/notes
for form in text markdown html; do
	check "$form, body" 0 "$(fu-report --format $form examples/notes)" '' mail $form body examples/notes
	check "$form, bytes" 0 '' '' raw --format $form examples/notes
done
cd "$tmp/here" || exit 1

# ---- whom the subject names ----

# subject WANTED NAME DUE...: the subject for notes of these names and dates
subject() {
	wanted=$1
	shift
	rm -rf s
	mkdir s
	i=1
	while [ $# -gt 0 ]; do
		note "s/$i.md" "name: \"$1\"
next: $2"
		i=$((i + 1))
		shift 2
	done
	check "subject: $(printf %s "$wanted" | cut -c 1-60)" 0 "$wanted" '' mail text subject s
	check "bytes of it" 0 '' '' raw s
}

subject 'Follow up: Ana' Ana 2026-11-20
subject 'Follow up: Ana and Ben' Ana 2026-11-20 Ben 2026-11-21
subject 'Follow up: Ana, Ben and 1 more' Ana 2026-11-20 Ben 2026-11-21 Cho 2026-11-22
subject 'Follow up: Ben, Cho and 2 more' Ana 2026-11-24 Ben 2026-11-20 Cho 2026-11-22 Dee 2026-11-23
subject 'Follow up: Ana' Ana 2026-11-29
note s/1.md 'name: Ana' '- [ ] 2026-11-20 send it
- [ ] 2026-11-29 send more'
note s/2.md 'name: Ben
next: 2026-11-24'
check 'subject: each of them once, who is due by today first' 0 'Follow up: Ana and Ben' '' mail text subject s
rm -rf s
mkdir s
note s/1.md 'name: Ana
next: 2026-12-24' '- 2026-11-20 email: x'
check 'nothing due: no mail' 0 '' '' fu-report --mail me@example.com s
check 'nothing due, --always' 0 'Subject: Follow up: nothing due' '' \
	sh -c 'fu-report --mail me@example.com --always s | grep ^Subject'

# ---- what the subject is made of ----

subject 'Follow up: José Ñandú and 田中太郎' 'José Ñandú' 2026-11-20 田中太郎 2026-11-21
subject 'Follow up: Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ω and Ψ' \
	'Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ωmega Ω' 2026-11-20 Ψ 2026-11-21
subject 'Follow up: 🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂 and A' \
	'🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂' 2026-11-20 A 2026-11-21
subject "Follow up: $(printf %059d 0)… and A" "$(printf %061d 0)" 2026-11-20 A 2026-11-21
subject "Follow up: $(printf %060d 0) and A" "$(printf %060d 0)" 2026-11-20 A 2026-11-21
subject 'Follow up: a name of many a word that goes on until there is no more and another that' \
	'a name of many a word that goes on until there is no more' 2026-11-20 'another that' 2026-11-21
subject 'Follow up: =?UTF-8?Q?=0A?=' '=?UTF-8?Q?=0A?=' 2026-11-20
subject 'Follow up: a\x0D Bcc: you@example.com' 'a\r\nBcc: you@example.com' 2026-11-20
subject 'Follow up: a b \x1B[2J\xE2\x80\xAE' 'a\tb  \e[2J\u202E' 2026-11-20


subject "Follow up: $(printf 'é%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30) and A" \
	"$(printf 'é%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30)" 2026-11-20 A 2026-11-21
check 'an encoded word of 75 bytes at most' 0 '' '' sh -c "$(command -v fu-report) --mail a@b s | grep -oE '=\\?[^ ]{74,}'; :"

# words: the encoded words of a subject that are no text by themselves, since a character was split
words() {
	fu-report --mail me@example.com s | python3 -c '
import email.header, re, sys
for word in re.findall(r"=\?UTF-8\?Q\?[^ ?]*\?=", sys.stdin.read()):
    try:
        print(end="" if email.header.decode_header(word)[0][0].decode() else word)
    except UnicodeDecodeError:
        print(word)'
}

for name in 'éé' 'aéé' 'aaéé' 'aaaéé' 'aaaaéé' 'aaaaaéé'; do
	note s/1.md "name: $name$(printf '田é%.0s' 1 2 3 4 5 6 7 8)
next: 2026-11-20"
	check "whole characters in each word, $name" 0 '' '' words
done

# ---- what the body is made of ----

# body NAME TEXT: a mail says what the text report does of what was said
body() {
	note b.md '' "- 2026-11-20 email: $2"
	check "body: $1" 0 "$(fu-report b.md)" '' mail text body b.md
	check "body: $1, bytes" 0 '' '' raw b.md
}

body 'equals signs' 'a = b == c =3D ='
body 'dots and From' "$(printf '.%.0s' 1 2 3 4 5 6 7 8 9) . From . From"
body 'no blanks' "$(printf %0190d 0)"
body 'wide' "$(printf '田%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40)"
for n in 72 73 74 75 76 77 78; do
	note long.md "next: {on: 2026-11-20, do: $(printf "%0${n}d" 0)é}"
	check "HTML, a line of $n bytes" 0 "$(fu-report --format html long.md)" '' mail html body long.md
	check "HTML, a line of $n bytes, bytes" 0 '' '' raw --format html long.md
done
note blank.md 'name: "a \nb"
next: 2026-11-20'
check 'HTML, a blank before a line end' 0 "$(fu-report --format html blank.md)" '' mail html body blank.md
check 'HTML, a blank before a line end, bytes' 0 '' '' raw --format html blank.md
note n.md 'name: . dot
next: {on: 2026-11-20}'
note f.md 'name: From here
next: {on: 2026-11-20}'
check 'lines that mailers heed' 0 '=2E dot: follow-up, since 2026-11-20
=46rom here: follow-up, since 2026-11-20' '' sh -c 'fu-report --mail me@example.com n.md f.md | grep "since"| sort'
check 'the same mail at any time' 0 "$(fu-report --mail me@example.com b.md)" '' env TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 \
	fu-report --mail me@example.com b.md

plan_done
