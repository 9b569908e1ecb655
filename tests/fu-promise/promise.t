#!/bin/sh
# fu-promise: where a promise goes and what it looks like, and how one that is kept is ticked: which lines change, to the
# byte, and what fu-list then reads. Then its options, and what it refuses.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"
# shellcheck source=../edit.sh
. "$top/tests/edit.sh"

# body NAME LINES FACTS COMMAND...: of a body
body() {
	name=$1 lines=$2
	shift 2
	edit "$name" " ---\\n name: José 田 # ñandú\\n ---\\n$lines" "$@"
}

# ---- a new one ----

# adds NAME LINES [FACT OPTION...]: to a body; without options, that the plan is sent on Friday
adds() {
	name=$1 lines=$2 fact=${3:-$plan}
	if [ $# -gt 3 ]; then shift 3; else set -- --by friday -m 'send the plan'; fi
	body "$name" "$lines" "$fact" fu-promise n.md "$@"
}

plan='> promise of me for 2026-11-27: send the plan'
theirs='> promise of them for 2026-11-27: send the plan'

adds 'none there' ' Text é.
+
+- [ ] 2026-11-27 send the plan'
adds 'none there, theirs' ' Text é.
+
+- [ ] < 2026-11-27 send the plan' "$theirs" --by friday -m 'send the plan' --theirs
edit 'none there, no body' ' ---
 name: José
 ---
+
+- [ ] 2026-11-27 send the plan' "$plan" fu-promise n.md --by friday -m 'send the plan'
adds 'none there, touches at the end' ' - 2026-11-03 meeting: coffee
   and cake
+
+- [ ] 2026-11-27 send the plan'
adds 'none there, code at the end' ' ```
 - [ ] 2026-11-30 no promise
 ```
+
+- [ ] 2026-11-27 send the plan'
adds 'none there, a table at the end' ' | 2026-11-03 | meeting | coffee |
+
+- [ ] 2026-11-27 send the plan'
adds 'none there, a task without a date at the end' ' - [ ] think
+
+- [ ] 2026-11-27 send the plan'
adds 'none there, before the log' ' Text é.
+
+- [ ] 2026-11-27 send the plan
 
 ## Log
 
 - 2026-11-03 meeting: 咖啡
 
 ## More'
adds 'none there, a log at once' '+
+- [ ] 2026-11-27 send the plan
+
 ## Log
 
 - 2026-11-03 meeting: 咖啡'
adds 'none there, a log after a blank line' ' 
+- [ ] 2026-11-27 send the plan
+
 ## Log'
adds 'none there, a log that is not set off' ' Text.
+
+- [ ] 2026-11-27 send the plan
+
 ## Log'
adds 'none there, a section before the log' ' # José
 
 ## About
 
 Text.
+
+## Promises
+
+- [ ] 2026-11-27 send the plan
 
 ## Log'
adds 'none there, a section at the end' ' ## About
 
 Text.
+
+## Promises
+
+- [ ] 2026-11-27 send the plan'
adds 'none there, a heading for them' ' ## Promises
+
+- [ ] 2026-11-27 send the plan
 
 ## About
 
 Text.'
adds 'none there, a heading for them, with text under it' ' # José
 
 ## PROMISES
 
 - [ ] think
+
+- [ ] 2026-11-27 send the plan
 
 ## Log'
adds 'none there, two logs' ' # José
+
+- [ ] 2026-11-27 send the plan
 
 ## Log
 
 ## Interactions'
forms='LF BOM+CRLF dots'
adds 'none there, a blank line at the end' ' Text é.
 
+- [ ] 2026-11-27 send the plan'
edit 'none there, a blank line for a body' ' ---
 name: José
 ---
 
+- [ ] 2026-11-27 send the plan' "$plan" fu-promise n.md --by friday -m 'send the plan'
forms='LF BOM+CRLF unended+dots'

# like NAME LINE NEW: a new one comes after one that is there
like() {
	adds "$1" " # José

 $2
+$3

 Text 田."
}

for marker in '-' '*' '+' '  -' '\t-' '-\t' '*  '; do
	like "marker '$marker'" "$marker [ ] 2026-11-24 call 田中" "$marker [ ] 2026-11-27 send the plan"
done
like 'number' '1. [ ] 2026-11-24 call her' '2. [ ] 2026-11-27 send the plan'
like 'number and parenthesis' '9) [ ] 2026-11-24 call her' '10) [ ] 2026-11-27 send the plan'
like 'done' '- [x] 2026-11-24 call her ✅ 2026-11-20' '- [ ] 2026-11-27 send the plan'
like 'done, in capitals' '- [X] 2026-11-24 call her' '- [ ] 2026-11-27 send the plan'
like 'given up' '- [-] 2026-11-24 call her' '- [ ] 2026-11-27 send the plan'
like 'theirs' '- [ ] < 2026-11-24 call me' '- [ ] 2026-11-27 send the plan'
like 'a time' '- [ ] 2026-11-24 10:00 call her' '- [ ] 2026-11-27 send the plan'
like 'a colon' '- [ ] 2026-11-24: call her' '- [ ] 2026-11-27 send the plan'
like 'by' '- [ ] call her by 2026-11-24' '- [ ] send the plan by 2026-11-27'
like 'By' '- [ ] call her By 2026-11-24' '- [ ] send the plan By 2026-11-27'
like 'by, in brackets' '- [ ] call her by [[2026-11-24]]' '- [ ] send the plan by [[2026-11-27]]'
like 'by, then more' '- [ ] call her by 2026-11-24 or so' '- [ ] send the plan by 2026-11-27'
like 'by, done' '- [x] call her by 2026-11-24 ✅ 2026-11-20' '- [ ] send the plan by 2026-11-27'
like 'by, and an id' '- [ ] call her by 2026-11-24 ^call' '- [ ] send the plan by 2026-11-27'
like 'by, with a time' '- [ ] call her by 2026-11-24 10:00' '- [ ] send the plan by 2026-11-27'
like 'due:' '- [ ] call her due:2026-11-24' '- [ ] send the plan due:2026-11-27'
like 'due: with a blank' '- [ ] call her due: 2026-11-24' '- [ ] send the plan due: 2026-11-27'
like '[due::]' '- [ ] call her [due:: 2026-11-24]' '- [ ] send the plan [due:: 2026-11-27]'
like '(due::)' '- [ ] call her (due:: 2026-11-24)' '- [ ] send the plan (due:: 2026-11-27)'
like '@due()' '- [ ] call her @due(2026-11-24)' '- [ ] send the plan @due(2026-11-27)'
like '📅' '- [ ] call her 📅 2026-11-24' '- [ ] send the plan 📅 2026-11-27'
like '📅, and when it was made' '- [ ] call her 📅 2026-11-24 ➕ 2026-11-20' '- [ ] send the plan 📅 2026-11-27'
like 'theirs, by' '- [ ] < call me by 2026-11-24' '- [ ] send the plan by 2026-11-27'
adds 'theirs, after due:' ' - [ ] call her due:2026-11-24
+- [ ] < send the plan due:2026-11-27' "$theirs" --by friday -m 'send the plan' --theirs
adds 'after the last of several' ' - [ ] 2026-11-24 call her
 - [x] call her by 2026-11-20
 
 Text.
 
 * [ ] 2026-12-24 a card
+* [ ] 2026-11-27 send the plan
 
 ## Log'
adds 'one that belongs to a touch' '+
+- [ ] 2026-11-27 send the plan
+
 ## Log
 
 - 2026-11-03 meeting: coffee
   - [ ] 2026-11-24 call 田中
 - 2026-11-10 call'
adds 'one below another' ' - [ ] 2026-11-24 call 田中
   - [ ] 2026-11-23 find her number
+- [ ] 2026-11-27 send the plan'
adds 'one among touches' ' ## Log
 
 - 2026-11-03 meeting: coffee
 - [ ] 2026-11-24 call 田中
+- [ ] 2026-11-27 send the plan
 - 2026-11-10 call'
adds 'after what belongs to it' ' - [ ] 2026-11-24 call her
   about the plan
   - the old one
 
   And the new one.
+- [ ] 2026-11-27 send the plan
 
 Text.'
adds 'one that goes on without blanks before it' ' - [ ] 2026-11-24 call her
 about the [[plan]]
+- [ ] 2026-11-27 send the plan'
adds 'code that looks like one' ' - [ ] 2026-11-24 call her
+- [ ] 2026-11-27 send the plan
 
 ```
 - [ ] 2026-12-24 no promise
 ```'
adds 'a task without a date after it' ' - [ ] 2026-11-24 call her
+- [ ] 2026-11-27 send the plan
 - [ ] think'

forms=LF

# says TEXT: what is promised, after one that is plain
says() {
	adds "text: $1" " - [ ] 2026-11-24 call her
+- [ ] 2026-11-27 $1" "> promise of me for 2026-11-27: $1" --by friday -m "$1"
}

says 'José 田中 🎉'
says 'a "plan", or two: [[lee-park]] knows #1'
says '**the** plan'
says 'stand by her'
says 'done'
says '+1 555 0100'
says "$(printf '%900s' '' | tr ' ' x)"
adds 'text: blanks around it' ' - [ ] 2026-11-24 call her
+- [ ] 2026-11-27 send the  plan' '> promise of me for 2026-11-27: send the  plan' --by friday -m ' send the  plan '
adds 'a text that by could not come after' ' - [ ] call her by 2026-11-24
+- [ ] 2026-11-27 send the plan by 2026-12-24' '> promise of me for 2026-11-27: send the plan by 2026-12-24' --by friday \
	-m 'send the plan by 2026-12-24'

forms='LF BOM+CRLF unended+dots'

# ---- a new one in the front matter ----

# front NAME LINES [FACT OPTION...]: as adds, of a front matter
front() {
	name=$1 lines=$2 fact=${3:-$plan}
	if [ $# -gt 3 ]; then shift 3; else set -- --by friday -m 'send the plan'; fi
	edit "$name" " ---\\n name: José 田 # ñandú\\n$lines\\n tags: [é] # last\\n ---\\n # José" "$fact" fu-promise n.md "$@"
}

front 'promises: text' ' promises:
   - 2026-11-24 call 田中
+  - 2026-11-27 send the plan'
front 'promises: text, theirs' ' promises:
   - 2026-11-24 call 田中
+  - < 2026-11-27 send the plan' "$theirs" --by friday -m 'send the plan' --theirs
front 'promises: not indented, with a comment' ' promises: # all
 - 2026-11-24 call 田中 # soon
+- 2026-11-27 send the plan
 # later'
front 'promises: double quotes' ' promises:
   - "2026-11-24 call 田中"
+  - "2026-11-27 send the plan"'
front 'promises: single quotes' " promises:
   - '2026-11-24 call 田中'
+  - '2026-11-27 it''s the plan'" "> promise of me for 2026-11-27: it's the plan" --by friday -m "it's the plan"
front 'promises: text that needs quotes' ' promises:
   - 2026-11-24 call 田中
+  - "2026-11-27 the plan: a #b"' '> promise of me for 2026-11-27: the plan: a #b' --by friday -m 'the plan: a #b'
front 'promises: mappings' ' promises:
   - what: call 田中
     by: 2026-11-24
+  - what: send the plan
+    by: 2026-11-27'
front 'promises: mappings, theirs' ' promises:
   - by: 2026-11-24
     what: call 田中
+  - by: 2026-11-27
+    what: send the plan
+    from: them' "$theirs" --by friday -m 'send the plan' --theirs
front 'promises: mappings with more keys' ' promises:
   - {what: call 田中, by: 2026-11-24, from: them, made: 2026-11-20, done: 2026-11-21}
+  - {what: send the plan, by: 2026-11-27}'
front 'promises: mappings with from' ' promises:
   - {from: them, what: call 田中, by: 2026-11-24}
+  - {from: them, what: send the plan, by: 2026-11-27}' "$theirs" --by friday -m 'send the plan' --theirs
front 'promises: mappings, quotes' " promises:
   - {what: 'call 田中', by: \"2026-11-24\"}
+  - {what: 'a, b', by: \"2026-11-27\"}" '> promise of me for 2026-11-27: a, b' --by friday -m 'a, b'
front 'promises: mappings, text that needs quotes' ' promises:
   - {what: call, by: 2026-11-24}
+  - {what: "a, b", by: 2026-11-27}' '> promise of me for 2026-11-27: a, b' --by friday -m 'a, b'
front 'promises: brackets' '-promises: [2026-11-24 call 田中] # all
+promises: [2026-11-24 call 田中, 2026-11-27 send the plan] # all'
front 'promises: brackets, of mappings' '-promises: [{what: call, by: 2026-11-24}]
+promises: [{what: call, by: 2026-11-24}, {what: send the plan, by: 2026-11-27}]'
front 'promises: brackets, text that needs quotes' '-promises: [2026-11-24 call]
+promises: [2026-11-24 call, "2026-11-27 a, b"]' '> promise of me for 2026-11-27: a, b' --by friday -m 'a, b'
front 'promises: all done' ' promises:
   - {what: call 田中, by: 2026-11-24, done: true}
+  - {what: send the plan, by: 2026-11-27}'
for key in commitments Commitments '"promises"'; do
	front "promises: as $key" " $key:
   - 2026-11-24 call 田中
+  - 2026-11-27 send the plan"
done
edit 'promises: and one in the body' ' ---
 promises: [2026-11-24 call her]
 ---
 * [ ] 2026-11-25 call her again
+* [ ] 2026-11-27 send the plan' "$plan" fu-promise n.md --by friday -m 'send the plan'
for empty in 'promises:' 'promises: []'; do
	edit "$empty, without entries" " ---
 $empty
 ---
+
+- [ ] 2026-11-27 send the plan" "$plan" fu-promise n.md --by friday -m 'send the plan'
done

# ---- kept ----

# kept NAME OLD NEW [COMMAND...]: the task about the plan becomes another line, and is done
kept() {
	name=$1 old=$2 new=$3
	shift 3
	[ $# -gt 0 ] || set -- fu-promise --kept n.md plan
	body "$name" " - [ ] 2026-11-24 call 田中
-$old
+$new
   and more
 
 ## Log" '< promise of me for 2026-11-27: send the plan
> promise of me for 2026-11-27, done: send the plan' "$@"
}

kept 'kept' '- [ ] 2026-11-27 send the plan' '- [x] 2026-11-27 send the plan ✅ 2026-11-22'
kept 'kept, star' '  * [ ] 2026-11-27 send the plan' '  * [x] 2026-11-27 send the plan ✅ 2026-11-22'
kept 'kept, number' '1. [ ] 2026-11-27 send the plan' '1. [x] 2026-11-27 send the plan ✅ 2026-11-22'
kept 'kept, tabs' '-\t[ ]\t2026-11-27\tsend the plan' '-\t[x]\t2026-11-27\tsend the plan ✅ 2026-11-22'
kept 'kept, another mark' '- [/] 2026-11-27 send the plan' '- [x] 2026-11-27 send the plan ✅ 2026-11-22'
kept 'kept, brackets' '- [ ] [[2026-11-27]] send the plan' '- [x] [[2026-11-27]] send the plan ✅ 2026-11-22'
kept 'kept, bold' '- [ ] **2026-11-27** send the plan' '- [x] **2026-11-27** send the plan ✅ 2026-11-22'
kept 'kept, a time' '- [ ] 2026-11-27 10:00 send the plan' '- [x] 2026-11-27 10:00 send the plan ✅ 2026-11-22'
kept 'kept, by' '- [ ] send the plan by 2026-11-27' '- [x] send the plan by 2026-11-27 ✅ 2026-11-22'
kept 'kept, by, with brackets' '- [ ] send the plan by [[2026-11-27]]' '- [x] send the plan by [[2026-11-27]] ✅ 2026-11-22'
kept 'kept, 📅' '- [ ] send the plan 📅 2026-11-27' '- [x] send the plan 📅 2026-11-27 ✅ 2026-11-22'
kept 'kept, @due()' '- [ ] send the plan @due(2026-11-27)' '- [x] send the plan @due(2026-11-27) ✅ 2026-11-22'
kept 'kept, due:' '- [ ] send the plan due:2026-11-27' '- [x] send the plan due:2026-11-27 done:2026-11-22'
kept 'kept, due: with a blank' '- [ ] send the plan due: 2026-11-27' '- [x] send the plan due: 2026-11-27 done:2026-11-22'
kept 'kept, [due::]' '- [ ] send the plan [due:: 2026-11-27]' \
	'- [x] send the plan [due:: 2026-11-27] [completion:: 2026-11-22]'
kept 'kept, (due::)' '- [ ] send the plan (due:: 2026-11-27)' \
	'- [x] send the plan (due:: 2026-11-27) (completion:: 2026-11-22)'
kept 'kept, blanks at the end' '- [ ] 2026-11-27 send the plan  ' '- [x] 2026-11-27 send the plan ✅ 2026-11-22  '
kept 'kept, --on' '- [ ] 2026-11-27 send the plan' '- [x] 2026-11-27 send the plan ✅ 2026-11-20' \
	fu-promise --kept n.md plan --on friday
kept 'kept, --on the weekday that it is' '- [ ] 2026-11-27 send the plan' '- [x] 2026-11-27 send the plan ✅ 2026-11-15' \
	fu-promise n.md plan --kept --on=sun
kept 'kept, -t' '- [ ] 2026-11-27 send the plan' '- [x] 2026-11-27 send the plan ✅ 2026-11-29' \
	fu-promise -t 2026-11-29 --kept n.md plan
kept 'kept, a pattern of PCRE2, in any case' '- [ ] 2026-11-27 send the plan' '- [x] 2026-11-27 send the plan ✅ 2026-11-22' \
	fu-promise --kept n.md '^SEND\b.*(plan|deck)$'

# others NAME OTHER DAY: another promise of the note says when it was done in this way, and so is the new one said to be
others() {
	body "kept, where others are $1" " - [x] 2026-11-20 call her $2
-- [ ] 2026-11-27 send the plan
+- [x] 2026-11-27 send the plan $3" '< promise of me for 2026-11-27: send the plan
> promise of me for 2026-11-27, done: send the plan' fu-promise --kept n.md
}

others 'done:' 'done:2026-11-19' 'done:2026-11-22'
others '[completion::]' '[completion:: 2026-11-19]' '[completion:: 2026-11-22]'
others '(completion::)' '(completion:: 2026-11-19)' '(completion:: 2026-11-22)'
others '✅' '✅ 2026-11-19' '✅ 2026-11-22'
others 'done without a day' '' '✅ 2026-11-22'
body 'kept, due: where others have ✅' ' - [x] 2026-11-20 call her ✅ 2026-11-19
-- [ ] send the plan due:2026-11-27
+- [x] send the plan due:2026-11-27 ✅ 2026-11-22' '< promise of me for 2026-11-27: send the plan
> promise of me for 2026-11-27, done: send the plan' fu-promise --kept n.md
body 'kept, the only open one' ' - [x] 2026-11-24 call her
 - [-] 2026-11-25 call her again
-- [ ] 2026-11-27 send the plan
+- [x] 2026-11-27 send the plan ✅ 2026-11-22
 - [ ] think
 ```
 - [ ] 2026-12-24 no promise
 ```' '< promise of me for 2026-11-27: send the plan
> promise of me for 2026-11-27, done: send the plan' fu-promise --kept n.md
body 'kept, when it was made' '-- [ ] send the plan 📅 2026-11-27 ➕ 2026-11-20
+- [x] send the plan 📅 2026-11-27 ➕ 2026-11-20 ✅ 2026-11-22' \
	'< promise of me for 2026-11-27: send the plan ➕ 2026-11-20
> promise of me for 2026-11-27, done: send the plan ➕ 2026-11-20' fu-promise --kept n.md
# An id is read as part of the text as long as no day stands before it.
body 'kept, an id' '-- [ ] 2026-11-27 send the plan ^plan-2
+- [x] 2026-11-27 send the plan ✅ 2026-11-22 ^plan-2' '< promise of me for 2026-11-27: send the plan ^plan-2
> promise of me for 2026-11-27, done: send the plan' fu-promise --kept n.md
body 'kept, an id after due:' '-- [ ] send the plan due:2026-11-27 ^plan
+- [x] send the plan due:2026-11-27 done:2026-11-22 ^plan' '< promise of me for 2026-11-27: send the plan ^plan
> promise of me for 2026-11-27, done: send the plan' fu-promise --kept n.md
body 'kept, theirs' ' - [ ] 2026-11-24 call about the plan
-- [ ] < 2026-11-27 send the plan
+- [x] < 2026-11-27 send the plan ✅ 2026-11-22' '< promise of them for 2026-11-27: send the plan
> promise of them for 2026-11-27, done: send the plan' fu-promise --kept --theirs n.md plan
body 'kept, the only one of theirs' ' - [ ] 2026-11-24 call about the plan
-- [ ] < send the plan due:2026-11-27
+- [x] < send the plan due:2026-11-27 done:2026-11-22' '< promise of them for 2026-11-27: send the plan
> promise of them for 2026-11-27, done: send the plan' fu-promise --kept --theirs n.md
body 'kept, theirs, without --theirs' '-- [ ] < 2026-11-27 send the plan
+- [x] < 2026-11-27 send the plan ✅ 2026-11-22' '< promise of them for 2026-11-27: send the plan
> promise of them for 2026-11-27, done: send the plan' fu-promise --kept n.md

# front_kept NAME LINES: as kept, of promises in the front matter
front_kept() {
	edit "kept, promises: $1" " ---\\n name: José 田 # ñandú\\n$2\\n tags: [é] # last\\n ---\\n # José" \
		'< promise of me for 2026-11-27: send the plan
> promise of me for 2026-11-27, done: send the plan' fu-promise --kept n.md plan
}

front_kept 'braces' ' promises:
   - {what: call, by: 2026-11-24}
-  - {what: send the plan, by: 2026-11-27} # soon
+  - {what: send the plan, by: 2026-11-27, done: 2026-11-22} # soon'
front_kept 'brackets' '-promises: [{by: 2026-11-27, what: "send the plan"}, {what: 田中, by: 2026-11-24}]
+promises: [{by: 2026-11-27, what: "send the plan", done: 2026-11-22}, {what: 田中, by: 2026-11-24}]'
front_kept 'a mapping' ' promises:
   - what: send the plan # soon
     by: 2026-11-27 # or so
+    done: 2026-11-22
   - what: call 田中
     by: 2026-11-24'
front_kept 'a mapping that is not indented' ' promises:
 - what: call
   by: 2026-11-24
 - what: send the plan
   by: 2026-11-27
+  done: 2026-11-22'
front_kept 'a mapping, done: false' ' promises:
   - what: send the plan
-    done: false # not yet
+    done: 2026-11-22 # not yet
     by: 2026-11-27'
front_kept 'a mapping, done: of nothing' ' promises:
   - what: send the plan
-    done:
+    done: 2026-11-22
     by: 2026-11-27'
front_kept 'braces, done: false' '-promises: [{what: send the plan, done: false, by: 2026-11-27}]
+promises: [{what: send the plan, done: 2026-11-22, by: 2026-11-27}]'
front_kept 'text' ' promises:
-  - 2026-11-27 send the plan # soon
+  - 2026-11-27 send the plan ✅ 2026-11-22 # soon
   - 2026-11-24 call 田中'
front_kept 'text in double quotes' ' promises:
-  - "2026-11-27 send the plan" # soon
+  - "2026-11-27 send the plan ✅ 2026-11-22" # soon'
front_kept 'text in single quotes' " promises:
-  - '2026-11-27 send the plan'
+  - '2026-11-27 send the plan ✅ 2026-11-22'"
front_kept 'text in brackets' '-promises: [2026-11-24 call 田中, 2026-11-27 send the plan]
+promises: [2026-11-24 call 田中, 2026-11-27 send the plan ✅ 2026-11-22]'
front_kept 'text with due:' ' promises:
-  - send the plan due:2026-11-27
+  - send the plan due:2026-11-27 done:2026-11-22'
front_kept 'text with due::' ' promises:
-  - "send the plan [due:: 2026-11-27]"
+  - "send the plan [due:: 2026-11-27] [completion:: 2026-11-22]"'

# ---- what is refused ----

forms=LF

# untouched COMMAND...: runs it; says if it changes n.md, or puts another file in its place, or leaves one behind
untouched() {
	cp n.md "$tmp/n.md"
	before=$(ls -i n.md) files=$(ls -A)
	"$@" && status=0 || status=$?
	cmp "$tmp/n.md" n.md
	[ "$(ls -i n.md)" = "$before" ] || echo 'n.md is another file'
	[ "$(ls -A)" = "$files" ] || ls -A
	return "$status"
}

# refuses NAME MESSAGES OPERAND...: fu-promise does not touch n.md, with messages, nor with -n
refuses() {
	name=$1 messages=$2
	shift 2
	messages=$(printf '%s\n' "$messages" | sed 's/^/fu-promise: /')
	check "$name" 2 '' "$messages" untouched fu-promise "$@"
	check "$name, -n" 2 '' "$messages" untouched fu-promise -n "$@"
}

four='- [ ] 2026-11-24 call her
- [ ] < 2026-11-25 call me
- [x] 2026-11-26 call Lee
- [ ] send the plan by 2026-11-27'
note n.md 'promises: [{what: a card, by: 2026-12-24}]' "$four"
refuses 'kept, several' 'n.md: more than one open promise fits; give a PATTERN that fits one of:
n.md:2: 2026-12-24 a card
n.md:4: 2026-11-24 call her
n.md:5: < 2026-11-25 call me
n.md:7: 2026-11-27 send the plan' --kept n.md
refuses 'kept, several that fit' 'n.md: more than one open promise fits; give a PATTERN that fits one of:
n.md:4: 2026-11-24 call her
n.md:5: < 2026-11-25 call me' --kept n.md Call
refuses 'kept, none that fits' 'n.md: no open promise fits; there are:
n.md:2: 2026-12-24 a card
n.md:4: 2026-11-24 call her
n.md:5: < 2026-11-25 call me
n.md:7: 2026-11-27 send the plan' --kept n.md lee
refuses 'kept, theirs, none that fits' 'n.md: no open promise fits; there are:
n.md:2: 2026-12-24 a card
n.md:4: 2026-11-24 call her
n.md:5: < 2026-11-25 call me
n.md:7: 2026-11-27 send the plan' --kept --theirs n.md plan
refuses 'kept, a date is not its text' 'n.md: no open promise fits; there are:
n.md:2: 2026-12-24 a card
n.md:4: 2026-11-24 call her
n.md:5: < 2026-11-25 call me
n.md:7: 2026-11-27 send the plan' --kept n.md 2026-11-24
note n.md 'name: José' '- [x] 2026-11-24 call her
- [ ] think'
refuses 'kept, none open' 'n.md: no open promise' --kept n.md
refuses 'kept, none open, with a pattern' 'n.md: no open promise' --kept n.md call
note n.md 'name: José' "- [ ] 2026-11-24 $(printf 'a\033[2J')"
refuses 'kept, escapes in what is listed' 'n.md: no open promise fits; there are:
n.md:4: 2026-11-24 a\x1B[2J' --kept n.md b

note n.md 'name: José' '- [ ] 2026-11-27 send the plan'
refuses 'the same again' 'n.md: this promise is there already; give it another day, or other words' n.md --by friday -m 'send the plan'
note n.md 'promises: [{what: send the plan, by: 2026-11-27, from: them}]'
refuses 'the same again, theirs, in promises:' 'n.md: this promise is there already; give it another day, or other words' n.md --by friday -m 'send the plan' \
	--theirs
for body in '- [x] 2026-11-27 send the plan' '- [ ] < 2026-11-27 send the plan' '- [ ] 2026-11-28 send the plan'; do
	note n.md 'name: José' "$body"
	check "not the same: $body" 0 "$body
- [ ] 2026-11-27 send the plan" '' sh -c 'fu-promise n.md --by friday -m "send the plan" && sed 1,3d n.md'
done

note n.md 'name: José' '- [ ] 2026-11-24 call her'
line='has a line break, control character or byte that is not UTF-8; write one line'
refuses 'a text of two lines' "-m: 'a\\nb' $line" n.md --by friday -m 'a
b'
refuses 'a text with an escape' "-m: '\\x1B[2J' $line" n.md --by friday -m "$(printf '\033[2J')"
refuses 'a text that is not UTF-8' "-m: 'caf\\xE9' $line" n.md --by friday -m "$(printf 'caf\351')"
refuses 'a text with U+2028' "-m: 'a\\xE2\\x80\\xA8b' $line" n.md --by friday -m "$(printf 'a\342\200\250b')"
for text in 'send it ✅ 2026-11-01' 'send it done:2026-11-01' 'send it [completion:: 2026-11-01]'; do
	refuses "a text that would be read as done: $text" \
		'n.md: this would be read as something else than what is meant; write it by hand, or in other words' \
		n.md --by friday -m "$text"
done
refuses 'a text of nothing' '-m: no text; say what is promised' n.md --by friday -m ''
refuses 'a text of blanks' '-m: no text; say what is promised' n.md --by friday -m '  '

date='is not a date; write YYYY-MM-DD, today, friday or +3d'
refuses '--by soon' "--by: 'soon' $date" n.md --by soon -m x
refuses '--by 2026-02-30' "--by: '2026-02-30' is not a day that there is" n.md --by 2026-02-30 -m x
refuses '--on soon' "--on: 'soon' $date" --kept n.md --on soon
refuses '--on tomorrow' "--on: 'tomorrow' is after today, and has not happened yet" --kept n.md --on tomorrow
refuses 'a pattern that is none' "'(': missing closing parenthesis at byte 2" --kept n.md '('
note n.md 'name: José' "- [ ] 2026-11-24 $(printf '%500s' '' | tr ' ' a)b"

# reasonless COMMAND...: without why a pattern gave up, which is up to PCRE2
reasonless() {
	"$@" 2>"$tmp/errors" && status=0 || status=$?
	sed 's/\(gave up\): .*/\1/' "$tmp/errors" >&2
	return "$status"
}

check 'a pattern that gives up' 2 '' 'fu-promise: n.md: the pattern gave up' untouched reasonless \
	fu-promise --kept n.md '(a+)+$'

printf -- '---\n---\n<<<<<<< HEAD\n- [ ] 2026-11-24 call\n' >n.md
refuses 'a conflict' 'n.md:3: a conflict marker; resolve the conflict first' n.md --by friday -m x
refuses 'a conflict, kept' 'n.md:3: a conflict marker; resolve the conflict first' --kept n.md
echo '# Read me' >n.md
none="no front matter, so no note; begin it with a line '---', fields, and a line '---'"
refuses 'no note' "n.md:1: $none" n.md --by friday -m x
refuses 'no note, kept' "n.md:1: $none" --kept n.md
printf -- '---\npromises: 2026-11-24 call her\n---\n' >n.md
refuses 'promises: that is one entry' "n.md:2:11: one entry that is no list; make it a list, with '- ' before it" \
	n.md --by friday -m x
printf -- '---\norg: *co\n---\n' >n.md
refuses 'a note that cannot be read' 'n.md:2:6: an alias (*co) is not read; put the value in quotes' n.md --by friday -m x
note n.md 'name: José' '- [ ] 2026-11-24 call her'
ln n.md m.md
refuses 'a hard link' 'n.md: has 2 hard links, which an edit would part; make it a file of its own' --kept n.md
rm m.md
ln -s n.md m.md
refuses 'a symbolic link' 'm.md: a symbolic link; name the file it leads to' --kept m.md
rm m.md
chmod 444 n.md
refuses 'a read-only file' 'n.md: read-only; chmod u+w it first' --kept n.md
chmod 644 n.md
mkdir k
refuses 'a directory' 'k: a directory, not a file' --kept k

# ---- options and operands ----

# by NAME DATE DAY OPTION...: --by DATE is that day
by() {
	name=$1 date=$2 day=$3
	shift 3
	note n.md 'name: José' '- [ ] 2026-11-24 call her'
	check "$name" 0 "- [ ] 2026-11-24 call her
- [ ] $day x" '' sh -c 'fu-promise "$@" && sed 1,3d n.md' fu-promise n.md -m x --by "$date" "$@"
}

by '--by a date' 2026-12-01 2026-12-01
by '--by a date with slashes' 2026/12/01 2026-12-01
by '--by today' today 2026-11-22
by '--by tomorrow' tomorrow 2026-11-23
by '--by monday' monday 2026-11-23
by '--by the weekday that it is' sunday 2026-11-29
by '--by Tue' Tue 2026-11-24
by '--by +3d' +3d 2026-11-25
by '--by +2w' +2w 2026-12-06
by '--by +5bd' +5bd 2026-11-27
by '--by +1mo' +1mo 2026-12-22
by '-t' monday 2026-12-07 -t 2026-12-01
mkdir r
echo 'holidays: [2026-11-23]' >r/rules.yaml
by '--rules, holidays' +1bd 2026-11-24 --rules r/rules.yaml

note n.md 'name: José' '- [ ] 2026-11-24 call her'
check '-n' 0 '--- a/n.md
+++ b/n.md
@@ -2,3 +2,4 @@
 name: José
 ---
 - [ ] 2026-11-24 call her
+- [ ] < 2026-11-27 send the plan' '' untouched fu-promise -n n.md --theirs --by friday --message 'send the plan'
check '--dry-run, --kept' 0 '--- a/n.md
+++ b/n.md
@@ -1,4 +1,4 @@
 ---
 name: José
 ---
-- [ ] 2026-11-24 call her
+- [x] 2026-11-24 call her ✅ 2026-11-22' '' untouched fu-promise --dry-run --kept n.md

# several COMMAND...: what it prints, and then what is below the front matter of a.md and b.md
several() {
	note a.md 'name: Ana' Text.
	note b.md 'name: Ben' '* [ ] call due:2026-11-24'
	"$@" && status=0 || status=$?
	sed 1,3d a.md
	sed 1,3d b.md
	return "$status"
}

both='Text.

- [ ] 2026-11-27 x
* [ ] call due:2026-11-24
* [ ] x due:2026-11-27'
check 'several notes' 0 "$both" '' several fu-promise a.md b.md --by friday -m x
check 'several notes, one not there' 2 "$both" \
	"fu-promise: 'gone.md': no note under . has this id, name or address; fu-list -f path,name lists them" \
	several fu-promise a.md gone.md b.md --by friday -m x
check 'several notes, one a directory' 2 "$both" 'fu-promise: k: a directory, not a file' \
	several fu-promise a.md k b.md --by friday -m x
check '-' 0 "$both" '' several sh -c 'printf "a.md\nb.md\n" | fu-promise - --by friday -m x'
check '-0' 0 "$both" '' several sh -c 'printf "a.md\0b.md\0" | fu-promise -0 - --by friday -m x'
check '--null' 0 "$both" '' several sh -c 'printf "a.md\0b.md" | fu-promise --null --by friday -m x -'
check 'a note twice' 0 "$both" '' several fu-promise b.md a.md ./b.md --by friday -m x
check '--' 0 "$both" '' several fu-promise --by friday -m x -- a.md b.md

# ---- usage ----

note n.md 'name: José' '- [ ] 2026-11-24 call her'
refuses 'no note' 'no note; write fu-promise NOTE... --by DATE -m TEXT, or fu-promise --kept NOTE [PATTERN]'
refuses 'no note, kept' 'no note; write fu-promise NOTE... --by DATE -m TEXT, or fu-promise --kept NOTE [PATTERN]' --kept
refuses 'no --by' 'no day; say by when with --by DATE' n.md -m x
refuses 'no -m' 'no text; say what with -m TEXT' n.md --by friday
refuses '--kept and --by' '--by and -m are for a new promise; --kept takes a note and a pattern' --kept n.md --by friday
refuses '--kept and -m' '--by and -m are for a new promise; --kept takes a note and a pattern' --kept n.md -m x
refuses '--kept and two patterns' '--kept takes one note and one pattern; put a pattern with blanks in quotes' \
	--kept n.md call her
refuses '--on without --kept' '--on is for --kept; a new promise has --by' n.md --by friday -m x --on today
for option in --nope --from --again --json --where -w -j -d; do
	refuses "$option" "unknown option '$option'; see fu-promise --help" "$option" n.md
done
refuses '--by without a value' "option '--by' needs a value; see fu-promise --help" n.md --by

# help: the text as the source has it
help() {
	sed -n '/^static const char help/,/;$/s/^ *"\(.*\)\\n";*$/\1/p' "$top/src/fu-promise.c"
}

check '-h' 0 "$(help)" '' fu-promise -h
check '--help' 0 "$(help)" '' fu-promise --help
check '--help, 80 columns and 24 lines' 0 '' '' sh -c 'fu-promise --help | awk "length > 80 || NR > 24"'
check '-V' 0 "fu-promise $(sed -n 's/^#define FU_VERSION "\(.*\)"$/\1/p' "$top/src/lib/tool.h")" '' fu-promise -V
check '--version' 0 "$(fu-promise -V)" '' fu-promise --version

plan_done
