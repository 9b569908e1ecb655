#!/bin/sh
# Where fu-log puts a touch, and how it writes it: for each style of note, in each form of file, which lines change, to
# the byte, and what fu-list then reads.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"
# shellcheck source=../edit.sh
. "$top/tests/edit.sh"

# body NAME LINES [FACTS COMMAND...]: of a body; without a command, of a call today
body() {
	name=$1 lines=$2
	shift 2
	[ $# -gt 0 ] || set -- "$call" fu-log call n.md -m 'left a message'
	edit "$name" " ---\\n name: José 田 # ñandú\\n ---\\n$lines" "$@"
}

call='> 2026-11-22 both call: left a message'


# ---- items of a list ----

# like NAME LINE NEW [FACT OPTION...]: of a body of one touch on 2026-11-03 comes a new one below it
like() {
	name=$1 line=$2 new=$3 fact=${4:-$call}
	shift 3
	[ $# -gt 0 ] && shift
	[ $# -gt 0 ] || set -- -m 'left a message'
	body "$name" " # José\\n\\n $line\\n+$new" "$fact" fu-log call n.md "$@"
}

like 'dash' '- 2026-11-03 meeting: coffee' '- 2026-11-22 call: left a message'
like 'star' '* 2026-11-03 meeting: coffee' '* 2026-11-22 call: left a message'
like 'plus' '+ 2026-11-03 meeting: coffee' '+ 2026-11-22 call: left a message'
body 'below an item that is no touch' ' - things\n   - 2026-11-03 meeting: coffee\n+\n+- 2026-11-22 call: left a message'
like 'number' '1. 2026-11-03 meeting: coffee' '2. 2026-11-22 call: left a message'
like 'number and parenthesis' '9) 2026-11-03 meeting: coffee' '10) 2026-11-22 call: left a message'
like 'indented' '  - 2026-11-03 meeting: coffee' '  - 2026-11-22 call: left a message'
like 'indented by a tab' '\t- 2026-11-03 meeting: coffee' '\t- 2026-11-22 call: left a message'
like 'a tab behind the marker' '*\t2026-11-03 meeting: coffee' '*\t2026-11-22 call: left a message'
like 'three blanks behind the marker' '-   2026-11-03 meeting: coffee' '-   2026-11-22 call: left a message'
like 'an indented number' ' 3.  2026-11-03 meeting: coffee' ' 4.  2026-11-22 call: left a message'

like 'brackets' '- [[2026-11-03]] meeting: coffee' '- [[2026-11-22]] call: left a message'
like 'brackets with a folder' '- [[daily/2026-11-03]] meeting: coffee' '- [[daily/2026-11-22]] call: left a message'
like 'brackets with another name' '- [[2026-11-03|Tuesday]] meeting: coffee' '- [[2026-11-22]] call: left a message'
like 'brackets with a folder and another name' '- [[daily/é/2026-11-03|3 Nov]] meeting: coffee' \
	'- [[daily/é/2026-11-22]] call: left a message'
like 'bold' '- **2026-11-03** meeting: coffee' '- **2026-11-22** call: left a message'
like 'bold with underscores' '- __2026-11-03__ meeting: coffee' '- __2026-11-22__ call: left a message'
like 'bold brackets' '- **[[2026-11-03]]** meeting: coffee' '- **[[2026-11-22]]** call: left a message'
like 'bold with a colon within' '- **2026-11-03:** meeting: coffee' '- **2026-11-22:** call: left a message'
like 'bold with a colon behind' '- **2026-11-03**: meeting: coffee' '- **2026-11-22**: call: left a message'
like 'slashes' '- 2026/11/03 meeting: coffee' '- 2026/11/22 call: left a message'
like 'a time' '- 2026-11-03 14:30 meeting: coffee' '- 2026-11-22 call: left a message'
like 'a time with seconds and a zone' '- 2026-11-03 14:30:00 -0400 meeting: coffee' '- 2026-11-22 call: left a message'
like 'a time after T' '- 2026-11-03T14:30Z meeting: coffee' '- 2026-11-22 call: left a message'
like 'a time in bold type' '- **2026-11-03 14:30** meeting - coffee' '- **2026-11-22** call - left a message'
like 'a time in brackets' '- [[2026-11-03 14:30]] meeting: coffee' '- [[2026-11-22]] call: left a message'
like 'a time and a dash' '- 2026-11-03 14:30 - meeting - coffee' '- 2026-11-22 - call - left a message'

like 'colon behind the date' '- 2026-11-03: meeting: coffee' '- 2026-11-22: call: left a message'
like 'dashes' '- 2026-11-03 - meeting - coffee' '- 2026-11-22 - call - left a message'
like 'en dashes' '- 2026-11-03 – meeting – coffee' '- 2026-11-22 – call – left a message'
like 'em dashes' '- 2026-11-03 — meeting — coffee' '- 2026-11-22 — call — left a message'
like 'two dashes' '- 2026-11-03 -- meeting -- coffee' '- 2026-11-22 -- call -- left a message'
like 'comma' '- 2026-11-03 meeting, coffee' '- 2026-11-22 call, left a message'
like 'semicolon' '- 2026-11-03 meeting; coffee' '- 2026-11-22 call; left a message'
like 'full stop' '- 2026-11-03 meeting. Coffee.' '- 2026-11-22 call. left a message'
like 'blank' '- 2026-11-03 meeting over coffee' '- 2026-11-22 call left a message'
like 'tabs' '-\t2026-11-03\tmeeting:\tcoffee' '-\t2026-11-22\tcall:\tleft a message'
like 'two blanks' '- 2026-11-03  meeting:  coffee' '- 2026-11-22  call:  left a message'
like 'no text' '- 2026-11-03 meeting' '- 2026-11-22 call: left a message'
like 'no kind' '- 2026-11-03 grabbed a beer' '- 2026-11-22 call: left a message'
like 'no kind and a dash' '- 2026-11-03 – grabbed a beer' '- 2026-11-22 – call: left a message'
like 'nothing but a date' '- 2026-11-03' '- 2026-11-22 call: left a message'
like 'a kind in capitals' '- 2026-11-03 MEETING: coffee' '- 2026-11-22 call: left a message'
like 'another word for a kind' '- 2026-11-03 met: over coffee' '- 2026-11-22 call: left a message'
like 'a kind with a dash' '- 2026-11-03 sales-call: coffee' '- 2026-11-22 call: left a message'
like 'a kind and more with a dash' '- 2026-11-03 call-back: coffee' '- 2026-11-22 call: left a message'
like 'multi-byte text' '- 2026-11-03 meeting: café 田中' '- 2026-11-22 call: left a message'
like 'a direction' '- 2026-11-03 < email: yes' '- 2026-11-22 call: left a message'
like 'a direction and dashes' '- 2026-11-03 - < email - yes' '- 2026-11-22 - call - left a message'
like 'a direction without a blank' '- 2026-11-03 <email: yes' '- 2026-11-22 call: left a message'

# ---- what it says ----

in='> 2026-11-22 in call: left a message'
out='> 2026-11-22 out call: left a message'
plain='- 2026-11-03 meeting: coffee'
like 'from them' "$plain" '- 2026-11-22 < call: left a message' "$in" --from -m 'left a message'
like 'to them' "$plain" '- 2026-11-22 > call: left a message' "$out" --to -m 'left a message'
like 'from them, beside a direction' '- 2026-11-03 < email: yes' '- 2026-11-22 < call: left a message' "$in" --from \
	-m 'left a message'
like 'from them, beside dashes' '- 2026-11-03 - < email - yes' '- 2026-11-22 - < call - left a message' "$in" --from \
	-m 'left a message'
like 'from them, behind dashes' '- 2026-11-03 – meeting – coffee' '- 2026-11-22 – < call – left a message' "$in" --from \
	-m 'left a message'
like 'from them, beside bold type' '- **2026-11-03**: email - yes' '- **2026-11-22**: < call - left a message' "$in" \
	--from -m 'left a message'
like 'from them, beside brackets' '- [[2026-11-03]] > email: yes' '- [[2026-11-22]] < call: left a message' "$in" \
	--from -m 'left a message'
like 'without text' "$plain" '- 2026-11-22 call' '> 2026-11-22 both call: ' --on today
like 'without text, beside dashes' '- 2026-11-03 – meeting – coffee' '- 2026-11-22 – call' '> 2026-11-22 both call: ' \
	--on today
like 'from them, without text' "$plain" '- 2026-11-22 < call' '> 2026-11-22 in call: ' --from

forms=LF

# says TEXT [NEW]: a text, and how a touch of it is written beside a plain one
says() {
	like "text: $1" "$plain" "- 2026-11-22 call: ${2:-$1}" "> 2026-11-22 both call: $1" -m "$1"
}

says 'José 田中 🎉'
says 'email: the deck'
says '2026-11-03'
says '#1 on her list'
says '"so it is"'
says "it's so"
says '**soon**'
says '_soon_'
says '[[lee-park]] knows her'
says '[x] done'
says '`make` it'
says 'a | b'
says 'a # b'
says '& *co !x %y @z'
says '(by the way)'
says '+1 555 0100'
says '?'
says '*'
says "$(printf '%2000s' '' | tr ' ' x)"
says "$(printf '%400s' '' | sed 's/ /é田/g')"
like 'text: backslashes' "$plain" '- 2026-11-22 call: \\\\srv\\new \\n' \
	'> 2026-11-22 both call: \\srv\new \n' -m '\\srv\new \n'
like 'text: blanks around it' "$plain" '- 2026-11-22 call: left  a message' '> 2026-11-22 both call: left  a message' \
	-m '  left  a message '
like 'text: nothing but blanks' "$plain" '- 2026-11-22 call' '> 2026-11-22 both call: ' -m '  '
like 'text: nothing' "$plain" '- 2026-11-22 call' '> 2026-11-22 both call: ' -m ''
like 'text like a kind behind a blank' '- 2026-11-03 meeting over coffee' '- 2026-11-22 call call me back' \
	'> 2026-11-22 both call: call me back' -m 'call me back'

forms='LF BOM+CRLF unended+dots'

# ---- order ----

three=' - 2026-11-03 meeting: 咖啡
 - 2026-11-10 < email: yes
 - 2026-11-17 > email: the deck'

# on NAME DATE LINES
on() {
	body "$1" "$3" "> $2 both call: left a message" fu-log call n.md -m 'left a message' --on "$2"
}

on 'oldest first' 2026-11-22 "$three
+- 2026-11-22 call: left a message"
on 'oldest first, the same day' 2026-11-17 "$three
+- 2026-11-17 call: left a message"
on 'oldest first, between' 2026-11-12 ' - 2026-11-03 meeting: 咖啡
 - 2026-11-10 < email: yes
+- 2026-11-12 call: left a message
 - 2026-11-17 > email: the deck'
on 'oldest first, a day in between' 2026-11-10 ' - 2026-11-03 meeting: 咖啡
 - 2026-11-10 < email: yes
+- 2026-11-10 call: left a message
 - 2026-11-17 > email: the deck'
on 'oldest first, before all' 2026-10-12 "+- 2026-10-12 call: left a message
$three"
on 'newest first' 2026-11-22 '+- 2026-11-22 call: left a message
 - 2026-11-17 > email: the deck
 - 2026-11-10 < email: yes'
on 'newest first, the same day' 2026-11-17 '+- 2026-11-17 call: left a message
 - 2026-11-17 > email: the deck
 - 2026-11-10 < email: yes'
on 'newest first, between' 2026-11-12 ' - 2026-11-17 > email: the deck
+- 2026-11-12 call: left a message
 - 2026-11-10 < email: yes'
on 'newest first, a day in between' 2026-11-10 ' - 2026-11-17 > email: the deck
+- 2026-11-10 call: left a message
 - 2026-11-10 < email: yes
 - 2026-11-03 meeting: 咖啡'
on 'newest first, before all' 2026-10-12 ' - 2026-11-17 > email: the deck
 - 2026-11-10 < email: yes
+- 2026-10-12 call: left a message'
on 'all of one day' 2026-11-17 ' - 2026-11-17 meeting: coffee
 - 2026-11-17 > email: the deck
+- 2026-11-17 call: left a message'
on 'one later touch' 2026-11-12 '+- 2026-11-12 call: left a message
 - 2026-11-17 > email: the deck'
on 'out of order' 2026-11-22 ' - 2026-11-10 < email: yes
 - 2026-11-03 meeting: coffee
 - 2026-11-17 > email: the deck
+- 2026-11-22 call: left a message'
on 'before one that is yet to come' 2026-11-22 ' - 2026-11-17 > email: the deck
+- 2026-11-22 call: left a message
 - 2026-12-24 visit: planned'
on 'in the style of its neighbour' 2026-11-12 ' - 2026-11-03 meeting: coffee
 * **2026-11-10** – email – yes
+* **2026-11-12** – call – left a message
 - 2026-11-17 > email: the deck'
on 'a number in between' 2026-11-12 ' 1. 2026-11-03 meeting: coffee
+2. 2026-11-12 call: left a message
 2. 2026-11-17 > email: the deck'
on 'a number before the first' 2026-11-22 '+1. 2026-11-22 call: left a message
 1. 2026-11-17 > email: the deck
 2. 2026-11-03 meeting: coffee'

# ---- what belongs to the neighbour ----

body 'continued' ' - 2026-11-03 meeting: coffee
   and cake
+- 2026-11-22 call: left a message'
body 'continued by a tab' ' - 2026-11-03 meeting: coffee
 \tand cake
+- 2026-11-22 call: left a message'
for words in 'and cake' '[[Lee Park]] came, too' '**Lee** came, too' '_Lee_ came, too' '`lee` came, too' '(Lee came, too)' \
	'田中さんも' '<lee@example.com> came, too' '*Lee* came, too' '=Lee= came, too' '2026 is their year' '+1 555 0100'; do
	body "continued without blanks before it: $words" " - 2026-11-03 meeting: coffee
 $words
+- 2026-11-22 call: left a message"
done
body 'a list below it' ' - 2026-11-03 meeting: coffee
   - two names
     - Lee
   - a book
+- 2026-11-22 call: left a message
 
 Text.'
body 'tasks below it' ' - 2026-11-03 meeting: coffee
   - [ ] 2026-11-30 send the deck
+- 2026-11-22 call: left a message'
body 'a paragraph below it' ' - 2026-11-03 meeting: coffee
 
   She gave me two names.
 
   And a book.
+- 2026-11-22 call: left a message
 
 Text.'
body 'code below it' ' - 2026-11-03 meeting: coffee
   ```
   - 2026-11-20 email: no touch
 
   - 2026-11-21 email: no touch
   ```
+- 2026-11-22 call: left a message
 
 Text.'
body 'a quotation right below it' ' - 2026-11-03 meeting: coffee
 > a great time
+- 2026-11-22 call: left a message
 
 Text.'
for line in '</details>' '</div> <!-- log -->' '%%' '%% end %%'; do
	body "what ends around it: $line" " <details>

 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 $line

 Text."
done
body 'a link right below it' ' - 2026-11-03 meeting: coffee
 <https://example.org>
+- 2026-11-22 call: left a message'
body 'code right below it' ' - 2026-11-03 email: this
 ```
 make
 ```
+- 2026-11-22 call: left a message
 
 Text.'
body 'code after it' ' - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 
 ```
 - 2026-11-20 email: no touch
 ```'
body 'code before it' ' ~~~
 - 2026-11-20 email: no touch
 ~~~
 
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message'
body 'a paragraph after it' ' Text é.
 
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 
 More 田中.'
body 'items that are none after it' ' - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 - see the minutes'
body 'a rule after it' ' - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 ***
 Text.'
body 'a table after it' ' - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 | a | b |
 |---|---|'
body 'before one with a paragraph' '+- 2026-11-22 call: left a message
 - 2026-11-17 email: yes
   and more
 - 2026-11-03 meeting: coffee'
body 'blank lines between' ' - 2026-11-03 meeting: coffee
 
 - 2026-11-10 < email: yes
+
+- 2026-11-22 call: left a message
 
 Text.'
body 'blank lines between, newest first' ' # José
 
+- 2026-11-22 call: left a message
+
 - 2026-11-10 < email: yes
 
 - 2026-11-03 meeting: coffee'
on 'blank lines between, between' 2026-11-05 ' - 2026-11-03 meeting: coffee
   and cake
+
+- 2026-11-05 call: left a message
 
 - 2026-11-10 < email: yes'
forms='LF BOM+CRLF dots' # an empty last line always has an end
body 'blank lines at the end' ' - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message

'
forms='LF BOM+CRLF unended+dots'

# ---- headings ----

body 'headings' ' # José
 
 ## 2026-11-03 meeting
 
 Coffee at 田中.
 
 ## 2026-11-10 email
 
 - yes
+
+## 2026-11-22 call: left a message'
body 'headings without text under them' ' # José
 
 ## 2026-11-03 meeting
 ## 2026-11-10 email
+## 2026-11-22 call: left a message'
body 'headings with a blank line before them' ' # José
 
 ## 2026-11-03 meeting
 Coffee.
 
 ## 2026-11-10 email
 Yes.
+
+## 2026-11-22 call: left a message'
body 'headings, newest first' ' # José
 
+## 2026-11-22 call: left a message
+
 ## 2026-11-10 email
 
 Yes.
 
 ## 2026-11-03 meeting
 
 Coffee.'
on 'headings, between' 2026-11-05 ' # José
 
 ## 2026-11-03 meeting
 
 Coffee.
+
+## 2026-11-05 call: left a message
 
 ## 2026-11-10 email
 
 Yes.'
on 'headings, newest first, before all' 2026-10-05 ' ## 2026-11-10 email
 
 Yes.
 
 ## 2026-11-03 meeting
 
 Coffee.
+
+## 2026-10-05 call: left a message'
body 'headings with deeper ones under them' ' ## 2026-11-03 meeting
 
 ### Who
 
 Lee.
 
 ### What
 
 Coffee.
+
+## 2026-11-22 call: left a message
 
 # More'
body 'headings in a log' ' # Log
 
 ### 2026-11-03: meeting – coffee
 
 It was good.
+
+### 2026-11-22: call – left a message
 
 # More
 
 ### 2026-11-20 call'
body 'headings with brackets' ' ## [[2026-11-03]] meeting
 Coffee.
+
+## [[2026-11-22]] call: left a message'
body 'headings with code under them' ' ## 2026-11-03 meeting
 
 ```
 ## 2026-11-10 call
 ```
+
+## 2026-11-22 call: left a message'

# ---- tables ----

head=' | Date | Kind | What |
 | --- | --- | --- |'
body 'table' "$head
 | 2026-11-03 | email | asked about it all |
+| 2026-11-22 | call  | left a message     |"
body 'table with narrower cells' "$head
 | 2026-11-03 | chat | hi |
+| 2026-11-22 | call | left a message |"
body 'table with wide text' "$head
 | 2026-11-03 | email   | 田中さんに聞いた |
+| 2026-11-22 | call    | left a message   |"
body 'table, flush right' "$head
 | 2026-11-03 |   email | asked about it |
+| 2026-11-22 |   call  | left a message |"
body 'table without blanks' ' |Date|Kind|What|
 |---|---|---|
 |2026-11-03|email|asked about it|
+|2026-11-22|call |left a message|'
body 'table without a last bar' "$head
 | 2026-11-03 | email | asked about it
+| 2026-11-22 | call  | left a message"
body 'table, indented' "   | 2026-11-03 | email | asked about it |
+  | 2026-11-22 | call  | left a message |"
body 'table with brackets' "$head
 | [[2026-11-03]] | email | asked about it |
+| [[2026-11-22]] | call  | left a message |"
body 'table with slashes and a time' "$head
 | 2026/11/03 10:00 | email | asked about it |
+| 2026/11/22       | call  | left a message |"
body 'table, newest first' "$head
+| 2026-11-22 | call  | left a message |
 | 2026-11-10 | email | asked about it |
 | 2026-11-03 | email | asked about it |
 
 Text."
on 'table, between' 2026-11-05 "$head
 | 2026-11-03 | email | asked about it |
+| 2026-11-05 | call  | left a message |
 | 2026-11-10 | email | asked about it |"
body 'table, a direction in the kind' "$head
 | 2026-11-03 | < email | asked about it |
+| 2026-11-22 | < call  | left a message |" "$in" fu-log call n.md -m 'left a message' --from
body 'table without a direction, from them' "$head
 | 2026-11-03 | email | asked about it |
+| 2026-11-22 | < call | left a message |" "$in" fu-log call n.md -m 'left a message' --from
body 'table of four columns' " | Date | From | Kind | What |
 |---|---|---|---|
 | 2026-11-03 | <    | email | asked about it |
+| 2026-11-22 |      | call  | left a message |"
body 'table of four columns, from them' " | Date | From | Kind | What |
 |---|---|---|---|
 | 2026-11-03 |      | email | asked about it |
+| 2026-11-22 | <    | call  | left a message |" "$in" fu-log call n.md -m 'left a message' --from
body 'table of four columns, to them' " | Date | From | Kind | What |
 |---|---|---|---|
 | 2026-11-03 | < | email | asked about it |
+| 2026-11-22 | > | call  | left a message |" "$out" fu-log call n.md -m 'left a message' --to
body 'table with a column more' " | Date | Kind | What | Where |
 |---|---|---|---|
 | 2026-11-03 | email | asked about it | Rome |
+| 2026-11-22 | call  | left a message |      |"
body 'table without text' "$head
 | 2026-11-03 | email | asked about it |
+| 2026-11-22 | call  |                |" '> 2026-11-22 both call: ' fu-log call n.md
body 'table of two columns' " | Date | Kind |
 |---|---|
 | 2026-11-03 | email |
+| 2026-11-22 | call  |" '> 2026-11-22 both call: ' fu-log call n.md
body 'table, a bar in the text' "$head
 | 2026-11-03 | email | asked about it |
+| 2026-11-22 | call  | yes \\\\| no      |" '> 2026-11-22 both call: yes \| no' fu-log call n.md -m 'yes | no'
body 'table with a bar in a cell' "$head
 | 2026-11-03 | email | a \\\\| b         |
+| 2026-11-22 | call  | left a message |"
body 'table, multi-byte text' "$head
 | 2026-11-03 | email | asked about it |
+| 2026-11-22 | call  | José 田中      |" '> 2026-11-22 both call: José 田中' fu-log call n.md -m 'José 田中'
body 'table, then text' "$head
 | 2026-11-03 | email | asked about it |
+| 2026-11-22 | call  | left a message |
 Text é."

# ---- headings of a log ----

for heading in '# Log' '## Log' '###### LOG' '## Interactions' '## contact log' '## Touches' '## Timeline' '## Activity'; do
	body "$heading, with a touch" " - 2026-11-20 email: no touch
 
 $heading
 
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 
 # More
 
 - 2026-11-21 email: no touch"
done
body 'a log with nothing under it' ' # José
 
 ## Log
+
+- 2026-11-22 call: left a message'
body 'a log with nothing under it, and a section after it' ' ## Log
+
+- 2026-11-22 call: left a message
 
 ## More
 
 - 2026-11-20 email: no touch'
body 'a log with nothing under it, not set off' ' ## Log
+
+- 2026-11-22 call: left a message
+
 ## More'
forms='LF BOM+CRLF dots'
body 'a log with a blank line under it' ' ## Log
 
+- 2026-11-22 call: left a message'
body 'a log with blank lines under it' ' ## Log
 
+- 2026-11-22 call: left a message
 

'
forms='LF BOM+CRLF unended+dots'
body 'a log with text under it' ' ## Log
 
 Newest last.
+
+- 2026-11-22 call: left a message
 
 ## More'
body 'a log with an item under it' ' ## Log
 
 - see the old one
+- 2026-11-22 call: left a message'
body 'a log with deeper headings, without touches' ' # Log
 
 ## 2025
 
 Nothing.
+
+- 2026-11-22 call: left a message
 
 # More'
body 'a log with deeper headings' ' # Log
 
 ## 2025
 
 - 2025-11-03 meeting: coffee
 
 ## 2026
 
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 
 # More'
body 'two logs, the first with nothing under it' ' ## Log
 
 ## More
 
 ## Interactions
 
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message'
body 'two logs, the second with nothing under it' ' ## Log
 
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 
 ## Interactions'
body 'two logs' ' ## Log
 
 - 2026-11-03 meeting: coffee
 
 ## Interactions
 
 - 2026-11-10 email: yes
+- 2026-11-22 call: left a message'
body 'a log with a date that does not exist' ' ## Log
 
 Text.
 
 - 2026-11-31 meeting: coffee
+- 2026-11-22 call: left a message'
body 'no log' ' # José
 
 Text 田中.
+
+## Log
+
+- 2026-11-22 call: left a message'
edit 'no log and no body' ' ---
 name: José # ñ
 ---
+
+## Log
+
+- 2026-11-22 call: left a message' "$call" fu-log call n.md -m 'left a message'
edit 'nothing but a front matter without fields' ' ---
 ---
+
+## Log
+
+- 2026-11-22 call: left a message' "$call" fu-log call n.md -m 'left a message'
forms='LF BOM+CRLF dots'
body 'no log, and a blank line at the end' ' Text.
 
+## Log
+
+- 2026-11-22 call: left a message'
edit 'no log, and a blank line after the front matter' ' ---
 name: José
 ---
 
+## Log
+
+- 2026-11-22 call: left a message' "$call" fu-log call n.md -m 'left a message'
forms='LF BOM+CRLF unended+dots'
body 'no log, and a list at the end' ' - see the minutes
+
+## Log
+
+- 2026-11-22 call: left a message'
body 'no log, and promises' ' - [ ] 2026-11-30 send the deck
+
+## Log
+
+- 2026-11-22 call: left a message'
body 'no log, and code that looks like one' ' ```
 ## Log
 - 2026-11-03 meeting: coffee
 ```
+
+## Log
+
+- 2026-11-22 call: left a message'
edit 'fields that stand for touches' ' ---
 name: José
 applied: 2026-11-03
 last: 2026-11-10
 ---
+
+## Log
+
+- 2026-11-22 call: left a message' "< 2026-11-10 both contact: 
$call" fu-log call n.md -m 'left a message'

# ---- the log field ----

# front NAME LINES [FACTS COMMAND...]: of a front matter
front() {
	name=$1 lines=$2
	shift 2
	[ $# -gt 0 ] || set -- "$call" fu-log call n.md -m 'left a message'
	edit "$name" " ---\\n name: José 田 # ñandú\\n$lines\\n tags: [é] # last\\n ---\\n # José\\n\\n Text." "$@"
}

front 'log: text' ' log:
   - 2026-11-03 meeting
+  - 2026-11-22 call: left a message'
front 'log: text, without text' ' log:
   - 2026-11-03 meeting
+  - 2026-11-22 call' '> 2026-11-22 both call: ' fu-log call n.md
front 'log: text, from them' ' log:
   - 2026-11-03 < email
+  - 2026-11-22 < call: left a message' "$in" fu-log call n.md -m 'left a message' --from
front 'log: pairs' ' log:
   - 2026-11-03 meeting: café
+  - 2026-11-22 call: left a message'
front 'log: not indented' ' log:
 - 2026-11-03 meeting: café
+- 2026-11-22 call: left a message'
front 'log: deep, with blanks behind the dash' ' log:
      -   2026-11-03 meeting: café
+     -   2026-11-22 call: left a message'
front 'log: double quotes' ' log:
   - "2026-11-03 meeting: café"
+  - "2026-11-22 call: left a message"'
front 'log: single quotes' " log:
   - '2026-11-03 meeting: café'
+  - '2026-11-22 call: left a message'"
front 'log: a comment behind an entry' ' log: # all
   # first
   - 2026-11-03 meeting: café # Rome
+  - 2026-11-22 call: left a message
   # older ones: 2025.md'
front 'log: text of more than one line' ' log:
   - 2026-11-03 meeting
     and cake
+  - 2026-11-22 call: left a message'
front 'log: text of more than one line, in quotes' ' log:
   - "2026-11-03 meeting: café
     and cake"
+  - "2026-11-22 call: left a message"'
front 'log: a block of text' ' log:
   - |
     2026-11-03 meeting: café
+  - 2026-11-22 call: left a message'
front 'log: blank lines between' ' log:
 
   - 2026-11-03 meeting: café
 
   - 2026-11-10 email: yes
+  - 2026-11-22 call: left a message
 '
front 'log: newest first' ' log:
+  - 2026-11-22 call: left a message
   - 2026-11-10 email: yes
   - 2026-11-03 meeting: café'
on_front() {
	front "$1" "$3" "> $2 both call: left a message" fu-log call n.md -m 'left a message' --on "$2"
}
on_front 'log: between' 2026-11-05 ' log:
   - 2026-11-03 meeting: café
+  - 2026-11-05 call: left a message
   - 2026-11-10 email: yes'
on_front 'log: before all' 2026-10-05 ' log:
+  - 2026-10-05 call: left a message
   - 2026-11-03 meeting: café
   - 2026-11-10 email: yes'
on_front 'log: newest first, before all' 2026-10-05 ' log:
   - 2026-11-10 email: yes
   - 2026-11-03 meeting: café
+  - 2026-10-05 call: left a message'

front 'log: mappings' ' log:
   - date: 2026-11-03
     kind: meeting
     text: café
+  - date: 2026-11-22
+    kind: call
+    text: left a message'
front 'log: mappings, not indented' ' log:
 - date: 2026-11-03
   kind: meeting
+- date: 2026-11-22
+  kind: call
+  text: left a message'
front 'log: mappings, a direction' ' log:
   - date: 2026-11-03
     dir: out
     kind: email
     text: café
+  - date: 2026-11-22
+    dir: in
+    kind: call
+    text: left a message' "$in" fu-log call n.md -m 'left a message' --from
front 'log: mappings, without a direction or text' ' log:
   - date: 2026-11-03
     dir: out
     kind: email
     text: café
+  - date: 2026-11-22
+    kind: call' '> 2026-11-22 both call: ' fu-log call n.md
front 'log: mappings, a direction that the other has not' ' log:
   - date: 2026-11-03
     kind: email
+  - date: 2026-11-22
+    kind: call
+    dir: in' '> 2026-11-22 in call: ' fu-log call n.md --from
front 'log: mappings, from' ' log:
   - date: 2026-11-03
     from: them
     kind: email
+  - date: 2026-11-22
+    from: them
+    kind: call' '> 2026-11-22 in call: ' fu-log call n.md --from
front 'log: mappings, from me' ' log:
   - date: 2026-11-03
     from: them
     kind: email
+  - date: 2026-11-22
+    from: me
+    kind: call' '> 2026-11-22 out call: ' fu-log call n.md --to
front 'log: mappings, with signs' ' log:
   - date: 2026-11-03
     dir: "<"
     kind: email
+  - date: 2026-11-22
+    dir: ">"
+    kind: call' '> 2026-11-22 out call: ' fu-log call n.md --to
for key in kind type channel method; do
	front "log: mappings, $key" " log:
   - on: 2026-11-03
     $key: email
     note: café
+  - on: 2026-11-22
+    $key: call
+    note: left a message"
done
for key in text note summary; do
	front "log: mappings, $key" " log:
   - $key: café
     date: 2026-11-03
     kind: email
+  - $key: left a message
+    date: 2026-11-22
+    kind: call"
done
front 'log: mappings, keys in capitals and quotes' ' log:
   - Date: "2026-11-03"
     "Kind": '"'email'"'
     TEXT: "café"
+  - Date: "2026-11-22"
+    "Kind": '"'call'"'
+    TEXT: "left a message"'
front 'log: mappings with keys of their own' ' log:
   - date: 2026-11-03
     where: Rome
     kind: meeting
     mood: good
+  - date: 2026-11-22
+    kind: call
+    text: left a message'
front 'log: mappings with a dash on its own line' ' log:
   -
     date: 2026-11-03
     kind: meeting
+  - date: 2026-11-22
+    kind: call
+    text: left a message'
front 'log: mappings in braces' ' log:
   - {date: 2026-11-03, kind: meeting, text: café}
+  - {date: 2026-11-22, kind: call, text: left a message}'
front 'log: a list in brackets' '-log: [2026-11-03 meeting]
+log: [2026-11-03 meeting, 2026-11-22 call]' '> 2026-11-22 both call: ' fu-log call n.md
front 'log: a list in brackets, with text' '-log: [2026-11-03 meeting: café] # all
+log: [2026-11-03 meeting: café, 2026-11-22 call: left a message] # all'
front 'log: a list in brackets, quotes' "-log: ['2026-11-03 meeting: café', \"2026-11-10 email\"]
+log: ['2026-11-03 meeting: café', \"2026-11-10 email\", \"2026-11-22 call: left a message\"]"
front 'log: a list in brackets, newest first' '-log: [2026-11-10 email, 2026-11-03 meeting]
+log: [2026-11-22 call: left a message, 2026-11-10 email, 2026-11-03 meeting]'
front 'log: a list in brackets, of mappings' '-log: [{date: 2026-11-03, kind: meeting}]
+log: [{date: 2026-11-03, kind: meeting}, {date: 2026-11-22, kind: call, text: left a message}]'
front 'log: a list in brackets, in lines' ' log: [
-  2026-11-03 meeting
+  2026-11-03 meeting, 2026-11-22 call: left a message
   ]'
front 'log: a mapping' ' log:
   2026-11-03 meeting: café
+  2026-11-22 call: left a message'
front 'log: a mapping in braces' '-log: {2026-11-03 meeting: café}
+log: {2026-11-03 meeting: café, 2026-11-22 call: left a message}'
for key in touches interactions contact_log '"log"' 'Contact Log'; do
	front "log: as $key" " $key:
   - 2026-11-03 meeting: café
+  - 2026-11-22 call: left a message"
done
edit 'log: in braces' ' ---
-{name: José, log: [2026-11-03 meeting]}
+{name: José, log: [2026-11-03 meeting, 2026-11-22 call: left a message]}
 ---' "$call" fu-log call n.md -m 'left a message'
edit 'log: last of the front matter' ' ---
 log:
 - 2026-11-03 meeting
+- 2026-11-22 call: left a message
 ---' "$call" fu-log call n.md -m 'left a message'

forms=LF

# log_says TEXT NEW: how a text is written beside a plain entry
log_says() {
	front "log: text: $1" " log:
   - 2026-11-03 meeting: café
+  - $2" "> 2026-11-22 both call: $1" fu-log call n.md -m "$1"
}

log_says 'a: b' '"2026-11-22 call: a: b"'
log_says 'a #b' '"2026-11-22 call: a #b"'
log_says 'a:b a#b' '2026-11-22 call: a:b a#b'
log_says 'ends with:' '"2026-11-22 call: ends with:"'
log_says '"so it is"' '"2026-11-22 call: \\"so it is\\""'
log_says "it's so" "2026-11-22 call: it's so"
log_says '[x], {y}' '"2026-11-22 call: [x], {y}"'
log_says 'a, [b]' '2026-11-22 call: a, [b]'
log_says '*' '"2026-11-22 call: *"'
log_says '&co' '"2026-11-22 call: &co"'
log_says '!no' '"2026-11-22 call: !no"'
log_says '@home' '"2026-11-22 call: @home"'
log_says '`make`' '"2026-11-22 call: `make`"'
log_says '%' '"2026-11-22 call: %"'
log_says '#1' '"2026-11-22 call: #1"'
log_says '? no' '"2026-11-22 call: ? no"'
log_says 'yes' '"2026-11-22 call: yes"'
log_says 'null' '"2026-11-22 call: null"'
log_says '~' '"2026-11-22 call: ~"'
log_says 'José 田中 🎉' '2026-11-22 call: José 田中 🎉'

# log_quoted NAME LINE NEW: how a text of quotes and more is written beside an entry
log_quoted() {
	front "$1" " log:
   - $2
+  - $3" '> 2026-11-22 both call: it'\''s "so": C:\new' fu-log call n.md -m 'it'\''s "so": C:\new'
}

log_quoted 'log: quotes in plain text' '2026-11-03 meeting' '"2026-11-22 call: it'\''s \\"so\\": C:\\\\new"'
log_quoted 'log: quotes in single quotes' "'2026-11-03 meeting'" "'2026-11-22 call: it''s \"so\": C:\\\\new'"
log_quoted 'log: quotes in double quotes' '"2026-11-03 meeting"' '"2026-11-22 call: it'\''s \\"so\\": C:\\\\new"'
log_quoted 'log: quotes in a mapping' '{kind: email, date: 2026-11-03}' \
	'{kind: call, date: 2026-11-22, text: "it'\''s \\"so\\": C:\\\\new"}'
forms='LF BOM+CRLF unended+dots'
front 'log: a backslash' ' log:
   - 2026-11-03 meeting
+  - 2026-11-22 call: C:\\new' '> 2026-11-22 both call: C:\new' fu-log call n.md -m 'C:\new'
front 'log: text in brackets' '-log: [2026-11-03 meeting]
+log: [2026-11-03 meeting, "2026-11-22 call: a, b"]' '> 2026-11-22 both call: a, b' fu-log call n.md -m 'a, b'
front 'log: text in braces' ' log:
   - {date: 2026-11-03, kind: meeting}
+  - {date: 2026-11-22, kind: call, text: "a, b"}' '> 2026-11-22 both call: a, b' fu-log call n.md -m 'a, b'
front 'log: text in a mapping' ' log:
   - date: 2026-11-03
     kind: meeting
     text: "café"
+  - date: 2026-11-22
+    kind: call
+    text: "a: b"' '> 2026-11-22 both call: a: b' fu-log call n.md -m 'a: b'
front 'log: text that is a number, in a mapping' ' log:
   - date: 2026-11-03
     kind: meeting
     text: café
+  - date: 2026-11-22
+    kind: call
+    text: "0123"' '> 2026-11-22 both call: 0123' fu-log call n.md -m 0123

edit 'log: and touches in the body' ' ---
 log:
   - 2026-11-03 meeting
 ---
 * 2026-11-10 email: yes
+* 2026-11-22 call: left a message' "$call" fu-log call n.md -m 'left a message'
edit 'log: and a log with nothing under it' ' ---
 log:
   - 2026-11-03 meeting
+  - 2026-11-22 call: left a message
 ---
 ## Log' "$call" fu-log call n.md -m 'left a message'
edit 'log: and touches that do not count' ' ---
 log:
   - 2026-11-03 meeting
+  - 2026-11-22 call: left a message
 ---
 - 2026-11-10 email: yes
 
 ## Log' "$call" fu-log call n.md -m 'left a message'
for empty in 'log:' 'log: []' 'log: ~'; do
	edit "$empty, without entries" " ---
 $empty
 ---
+
+## Log
+
+- 2026-11-22 call: left a message" "$call" fu-log call n.md -m 'left a message'
done

# ---- forms of file that need notes of their own ----

forms=LF
edit 'line ends of both kinds, CR LF at the place' ' ---
 name: José
 ---
 - 2026-11-03 meeting: coffee\r
+- 2026-11-22 call: left a message\r
 
 Text.' "$call" fu-log call n.md -m 'left a message'
edit 'line ends of both kinds, LF at the place' ' ---\r
 name: José\r
 ---\r
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message
 \r
 Text.\r' "$call" fu-log call n.md -m 'left a message'
edit 'blanks behind the fences' ' ---  
 name: José
 --- \t
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message' "$call" fu-log call n.md -m 'left a message'
edit 'quoted keys' ' ---
 "name": José
 ? org
 : "Acme"
 ---
 - 2026-11-03 meeting: coffee
+- 2026-11-22 call: left a message' "$call" fu-log call n.md -m 'left a message'
edit 'bytes that are no UTF-8 in the body' ' ---
 name: José
 ---
 Caf\0351
 - 2026-11-03 meeting: caf\0351
+- 2026-11-22 call: left a message
 
 Caf\0351 \0001\0033' "$call" fu-log call n.md -m 'left a message'

plan_done
