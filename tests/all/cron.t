#!/bin/sh
# The report by mail: examples/cron with a stand-in for sendmail that keeps what it gets, the lines of the crontab, and
# the units of examples/systemd.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22

# ---- what stands in for others ----

# keep [STATUS]: keeps what it reads in $tmp/mail, adds a line to $tmp/calls, and ends with that status
cat >"$tmp/bin/keep" <<KEEP
#!/bin/sh
cat >"$tmp/mail"
echo "\$# \$*" >>"$tmp/calls"
exit "\${1-0}"
KEEP
chmod +x "$tmp/bin/keep"
export SENDMAIL=keep

# received TYPE REPORT: what a reader of MIME finds in the mail that was kept; of its part of that type it says only
# whether it is what the file REPORT holds
cat >"$tmp/bin/received" <<'RECEIVED'
#!/usr/bin/env python3
import email
import email.policy
import os
import sys

with open(os.path.join(os.environ["tmp"], "mail"), "rb") as f:
    data = f.read()
message = email.message_from_bytes(data, policy=email.policy.default)
for name in ("To", "Subject"):
    print(f"{name}: {message[name]}")
for name in ("Cc", "Bcc", "Date"):
    if message[name] is not None:
        print(f"{name} is there")
parts = [part for part in message.walk() if not part.is_multipart()]
print(*(f"{part.get_content_type()} {part.get_content_charset()}" for part in parts))
for part in message.walk():
    print(*(f"defect: {defect!r}\n" for defect in part.defects), sep="", end="")
if max(map(len, data.split(b"\n"))) > 998 or b"\r" in data.replace(b"\r\n", b""):
    print("a line that no mail may have")
with open(sys.argv[2], encoding="utf-8", newline="") as f:
    wanted = f.read()
found = [part.get_content() for part in parts if part.get_content_type() == sys.argv[1]]
print("the report" if found == [wanted] else f"not the report: {found}")
RECEIVED
chmod +x "$tmp/bin/received"
export tmp

fu_mail_report() {
	rm -f "$tmp/mail" "$tmp/calls"
	"$top/examples/cron/fu-mail-report" "$@"
}

# sent TYPE [ARGUMENT]...: the mail that was kept, beside what fu-report prints with the same arguments
sent() {
	sent_type=$1
	shift
	fu-report "$@" >"$tmp/report" 2>"$tmp/messages"
	received "$sent_type" "$tmp/report"
}

calls() {
	[ ! -e "$tmp/calls" ] || cat "$tmp/calls"
}

left_over() {
	find "$TMPDIR" -type f
}

mkdir "$tmp/tmp" notes notes/.fu
export TMPDIR="$tmp/tmp"

# ---- fu-mail-report ----

note notes/dana.md 'name: Dana Réyes
org: Castell
email: dana@example.com
phone: 555 0160' '- 2026-11-03 application: sent it'
note notes/lee.md 'name: Lee Park' '- [ ] 2026-11-20 send the deck'

subject='Follow up: Dana Réyes and Lee Park'
for form in text/plain:text text/markdown:markdown text/html:html; do
	type=${form%:*} form=${form#*:}
	check "$form: it is sent" 0 '' '' fu_mail_report me@example.com --format "$form" notes
	check "$form: once" 0 '0 ' '' calls
	check "$form: what is sent" 0 "To: me@example.com
Subject: $subject
$type utf-8
the report" '' sent "$type" --format "$form" notes
done
check 'no form: text' 0 '' '' fu_mail_report me@example.com notes
check 'no form: what is sent' 0 "To: me@example.com
Subject: $subject
text/plain utf-8
the report" '' sent text/plain notes
check 'no form: what it says' 0 'Dana Réyes (Castell): call, since 2026-11-10
Lee Park: deliver, since 2026-11-20' '' grep since "$tmp/report"
export FU_NOTES="$tmp/here/notes"
check 'no operand: $FU_NOTES' 0 '' '' fu_mail_report me@example.com
check 'no operand: it is sent' 0 '0 ' '' calls
unset FU_NOTES

mkdir quiet
note quiet/a.md 'name: Ana Gomez
stage: closed'
check 'nothing to say' 0 '' '' fu_mail_report me@example.com quiet
check 'nothing to say: nothing is sent' 0 '' '' calls
check 'nothing to say, --always' 0 '' '' fu_mail_report me@example.com --always quiet
check 'nothing to say, --always: it is sent' 0 '0 ' '' calls
check 'no notes' 0 '' '' fu_mail_report me@example.com notes/.fu

note notes/bad.md 'next: 2026-02-30'
bad="fu-report: notes/bad.md:2:7: next: there is no day '2026-02-30'"
check 'a broken note: the message and the status stay' 2 '' "$bad" fu_mail_report me@example.com notes
check 'a broken note: the report is sent' 0 "To: me@example.com
Subject: $subject
text/plain utf-8
the report" '' sent text/plain notes
check 'a broken note alone' 2 '' "$bad" fu_mail_report me@example.com -w 'name=nobody' notes
check 'a broken note alone: nothing is sent' 0 '' '' calls

export SENDMAIL='keep 75'
check 'sendmail fails' 75 '' 'fu-mail-report: the mail was not sent (status 75)' \
	fu_mail_report me@example.com notes/dana.md
check 'sendmail fails, and a note is broken' 75 '' "$bad
fu-mail-report: the mail was not sent (status 75)" fu_mail_report me@example.com notes
export SENDMAIL='cat >/dev/null; exit 3'
check 'SENDMAIL is a command of the shell' 3 '' 'fu-mail-report: the mail was not sent (status 3)' \
	fu_mail_report me@example.com notes/dana.md
export SENDMAIL=keep
rm notes/bad.md

note 'notes/it'\''s a "note" $(x).md' 'name: Odd' '- [ ] 2026-11-20 write'
check 'an odd path' 0 '' '' fu_mail_report me@example.com 'notes/it'\''s a "note" $(x).md'
check 'an odd path: it is sent' 0 '0 ' '' calls
rm notes/it*

usage='usage: fu-mail-report ADDRESS [option|note|directory]...'
check 'no address' 2 '' "$usage" fu_mail_report
check 'an empty address' 2 '' "fu-report: --mail: '' is not an address; write one such as me@example.com" \
	fu_mail_report '' notes
check 'an option where the address belongs' 2 '' "$usage" fu_mail_report --always notes
check 'a bad option' 2 '' "fu-report: --format: 'pdf' is not a form; write text, markdown or html" \
	fu_mail_report me@example.com --format pdf notes
check 'a bad option: nothing is sent' 0 '' '' calls
printf '#!/bin/sh\necho half\nexit 141\n' >"$tmp/fu-report" && chmod +x "$tmp/fu-report"
cut_short() {
	PATH="$tmp:$PATH" fu_mail_report me@example.com notes
}
check 'a report that is cut short' 141 '' \
	'fu-mail-report: no mail was sent, since fu-report ended with status 141' cut_short
check 'a report that is cut short: nothing is sent' 0 '' '' calls
check 'no file is left' 0 '' '' left_over

# ---- the crontab ----

# The days and hours of each line are those that cron knows, and then there is a command.
fields() {
	python3 -c '
import re, sys
ends = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)]
def good(field, low, high):
    return all(part == "*" or all(low <= int(n) <= high for n in part.split("-")) for part in field.split(","))
for line in open(sys.argv[1], encoding="ascii"):
    if re.match(r"#|\s*$|[A-Z]+=\S", line):
        continue
    found = line.split(None, 5)
    if len(found) < 6 or "%" in line or not all(map(good, found, *zip(*ends))):
        print("bad:", line, end="")
    else:
        print(found[5], end="")
' "$top/examples/cron/crontab"
}

commands='fu-due --table "$HOME/notes"
fu-due --table --within 1w "$HOME/notes"
fu-mail-report me@example.com "$HOME/notes"
fu-stats "$HOME/notes"'
check 'crontab: the lines' 0 "$commands" '' fields

cp -R notes "$HOME/notes"
cp "$top/examples/cron/fu-mail-report" "$tmp/bin/"
# cron runs the commands at home, with a PATH of its own.
ran() {
	(
		cd "$HOME" && PATH=$tmp/bin:$BUILD:/usr/local/bin:/usr/bin:/bin &&
			/bin/sh -c "$1" >"$tmp/printed" && wc -l <"$tmp/printed"
	)
}
check 'crontab: fu-due' 0 2 '' ran 'fu-due --table "$HOME/notes"'
check 'crontab: the week ahead' 0 2 '' ran 'fu-due --table --within 1w "$HOME/notes"'
rm -f "$tmp/calls"
check 'crontab: the report is printed nowhere' 0 0 '' ran 'fu-mail-report me@example.com "$HOME/notes"'
check 'crontab: the report is sent' 0 '0 ' '' calls
stats_alike() {
	ran 'fu-stats "$HOME/notes"' >/dev/null && fu-stats "$HOME/notes" | cmp - "$tmp/printed"
}
check 'crontab: fu-stats' 0 '' '' stats_alike

# ---- systemd ----

units=$top/examples/systemd
unit_command() {
	sed -n 's/^ExecStart=//p' "$units/fu-report.service"
}
check 'fu-report.service: the command' 0 '/usr/local/bin/fu-mail-report me@example.com %h/notes' '' unit_command
check 'fu-report.service: the script that it runs' 0 "$top/examples/cron/fu-mail-report" '' \
	ls "$top/examples/cron/$(unit_command | sed 's/ .*//; s/.*\///')"
rm -f "$tmp/calls"
unit_runs() {
	ran "$(unit_command | sed "s|^/usr/local/bin/||; s|%h|$HOME|")"
}
check 'fu-report.service: it runs' 0 0 '' unit_runs
check 'fu-report.service: the report is sent' 0 '0 ' '' calls

# verified [EXPRESSION]: what systemd says of the units, changed by the expression of sed
verified() {
	rm -rf "$tmp/units" && mkdir "$tmp/units" && cp "$units"/* "$tmp/units/" &&
		sed -i "s|^ExecStart=/usr/local/bin|ExecStart=$tmp/bin|; ${1-}" "$tmp/units/fu-report.service" &&
		cd "$tmp/units" && XDG_RUNTIME_DIR="$tmp" systemd-analyze --user --man=no verify ./fu-report.service ./fu-report.timer
}
if ! has systemd-analyze; then
	skip 'the units of systemd' 'no systemd-analyze'
else
	check 'the units of systemd' 0 '' '' verified
	check 'the units of systemd, with all that they take away' 0 '' '' verified 's/^#\([A-Z]\)/\1/'
fi
plan_done
