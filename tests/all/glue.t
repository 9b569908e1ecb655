#!/bin/sh
# What examples/ has for other programs: the git hook in real repositories, vim's compiler file in vim, and what mutt
# asks for addresses.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC1003,SC2016,SC2317
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
nl='
'

bad='next: 2026-02-30'
bad_is="2:7: error: next: there is no day '2026-02-30' [date]"
lost='via: nobody'
lost_is="2:6: warning: via: no note has the id, name or alias 'nobody' [via]"

# ---- git ----

unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com

refused="pre-commit: not committed, for the errors above; 'git commit --no-verify' skips this check"

# repository NAME: makes a new one with the hook, and goes there
repository() {
	cd "$tmp/here" && git init -q "$1" && cd "$1" && cp "$top/examples/git/pre-commit" .git/hooks/pre-commit
}

# commit NAME STATUS MESSAGES [ARGUMENT]...: what `git commit` says
commit() {
	commit_name=$1 commit_status=$2 commit_messages=$3
	shift 3
	check "$commit_name" "$commit_status" '' "$commit_messages" git commit -q -m "$commit_name" "$@"
}

# committed NAME [FILES]: the last commit, and what it changed
committed() {
	check "$1: what is committed" 0 "$1${2:+$nl$2}" '' git log -1 --no-renames --format=%s --name-only
}

# left: temporary directories that the hook has left
left() {
	find "$tmp/here" -name 'fu-check.*'
}

if ! has git; then
	skip 'the git hook' 'no git'
else
	repository first || exit 1
	mkdir jobs
	note lee.md 'name: Lee Park'
	note jobs/tom.md 'via: lee'
	echo Contacts. >README.md
	git add .
	commit 'a first commit' 0 ''
	committed 'a first commit' "
README.md
jobs/tom.md
lee.md"

	repository 'first, bad' || exit 1
	note lee.md "$bad"
	git add .
	commit 'a first commit with an error' 1 "lee.md:$bad_is
$refused"
	check 'a first commit with an error: nothing is committed' 128 '' "fatal: bad revision 'HEAD'" \
		git rev-list HEAD --

	repository notes || exit 1
	note a.md 'name: Ana'
	note b.md 'name: Ben'
	git add .
	commit 'two notes' 0 ''

	note a.md "$bad"
	git add a.md
	note a.md 'name: Ana Gomez'
	commit 'an error that is staged, and mended in the work tree' 1 "a.md:$bad_is
$refused"
	committed 'two notes' "
a.md
b.md"
	git add a.md
	note a.md "$bad"
	commit 'an error in the work tree that is not staged' 0 ''
	committed 'an error in the work tree that is not staged' '
a.md'
	note b.md 'via: a'
	git add b.md
	commit 'an error in another note that is not staged' 0 ''
	note c.md "$bad"
	note b.md 'via: Ana Gomez'
	git add b.md
	commit 'a note that is not in the repository' 0 ''
	committed 'a note that is not in the repository' '
b.md'
	note b.md 'via: c'
	git add b.md
	commit 'a link to a note that is not in the repository' 0 \
		"b.md:2:6: warning: via: no note has the id, name or alias 'c' [via]"
	committed 'a link to a note that is not in the repository' '
b.md'
	rm c.md

	commit 'commit -a' 1 "a.md:$bad_is
$refused" -a
	check 'commit -a: nothing is staged' 0 ' M a.md' '' git status --porcelain
	commit 'commit FILE' 1 "a.md:$bad_is
$refused" a.md
	check 'commit FILE: nothing is staged' 0 ' M a.md' '' git status --porcelain
	note b.md 'name: Ben Castle'
	git add a.md
	commit 'commit FILE where an error is staged in another' 0 '' b.md
	committed 'commit FILE where an error is staged in another' '
b.md'
	check 'commit FILE where an error is staged in another: that stays staged' 0 'M  a.md' '' git status --porcelain
	note a.md 'name: Ana G.'
	commit 'commit -a, mended' 0 '' -a
	committed 'commit -a, mended' '
a.md'

	mkdir -p jobs/old
	note jobs/old/x.md "$bad"
	git add .
	cd jobs/old || exit 1
	commit 'from a subdirectory' 1 "jobs/old/x.md:$bad_is
$refused"
	check 'commit FILE from a subdirectory' 1 '' "jobs/old/x.md:$bad_is
$refused" git commit -q -m x x.md
	cd ../.. || exit 1
	check 'commit with patterns off' 1 '' "jobs/old/x.md:$bad_is
$refused" git --literal-pathspecs commit -q -m x
	check 'commit with a named git directory' 1 '' "jobs/old/x.md:$bad_is
$refused" git --git-dir=.git --work-tree=. commit -q -m x
	check 'the hook run by hand' 1 "jobs/old/x.md:$bad_is" "$refused" .git/hooks/pre-commit
	commit '--no-verify' 0 '' --no-verify
	committed '--no-verify' '
jobs/old/x.md'
	note b.md 'name: Ben'
	git add b.md
	commit 'an error that is in the repository already' 0 ''
	git mv jobs/old/x.md y.md
	commit 'a note with an error is moved' 1 "y.md:$bad_is
$refused"
	git rm -q -f y.md
	commit 'a note with an error is removed' 0 ''
	committed 'a note with an error is removed' '
jobs/old/x.md'

	note a.md "$lost"
	note b.md "$lost$nl$bad"
	git add a.md
	commit 'a warning' 0 "a.md:$lost_is"
	committed 'a warning' '
a.md'
	git add b.md
	commit 'a warning and an error' 1 "b.md:$lost_is
b.md:3${bad_is#2}
$refused"
	note b.md "$lost"
	git add b.md
	git config fu.werror true
	commit 'a warning under fu.werror' 1 "b.md:$(echo "$lost_is" | sed s/warning/error/)
$refused"
	git config --unset fu.werror
	commit 'no fu.werror any more' 0 "b.md:$lost_is"

	git worktree add -q -b other "$tmp/here/worktree"
	cd "$tmp/here/worktree" || exit 1
	note w.md "$bad"
	git add w.md
	commit 'in a second work tree' 1 "w.md:$bad_is
$refused"
	note w.md 'via: Ana Gomez'
	note a.md 'name: Ana Gomez'
	git add .
	commit 'in a second work tree, mended' 0 ''
	committed 'in a second work tree, mended' '
a.md
w.md'

	repository 'an odd "name"' || exit 1
	mkdir .hidden 'sub [1] dir' ./-dir
	note '-dash.md' "$bad"
	note "new${nl}line.md" "$bad"
	note 'a  blank.MD' "$bad"
	note 'Zoë "Z" O'\''Hara\.Markdown' "$bad"
	note -dir/--.mD "$bad"
	note 'sub [1] dir/a*.md' "$bad"
	note :x.md "$bad"
	note good.md 'name: Good'
	note .hidden/x.md "$bad"
	note .x.md "$bad"
	note text.txt "$bad"
	note md "$bad"
	echo none >README.md
	ln -s /nowhere/x.md link.md
	ln -s good.md again.md
	git add .
	commit 'odd names' 1 "-dash.md:$bad_is
-dir/--.mD:$bad_is
:x.md:$bad_is
Zoë \"Z\" O'Hara\\\\.Markdown:$bad_is
a  blank.MD:$bad_is
new\\nline.md:$bad_is
sub [1] dir/a*.md:$bad_is
$refused"
	git rm -q --cached -r .
	git add .hidden .x.md text.txt md README.md link.md again.md good.md
	commit 'files that are no notes, and links' 0 ''

	git config fu.notes 'sub [1] dir/'
	git add .
	commit 'notes of one directory' 1 "sub [1] dir/a*.md:$bad_is
$refused"
	note 'sub [1] dir/a*.md' 'via: good'
	git add .
	commit 'a link out of the directory' 0 \
		"sub [1] dir/a*.md:2:6: warning: via: no note has the id, name or alias 'good' [via]"
	git config fu.notes "$PWD/sub [1] dir"
	note 'sub [1] dir/a*.md' 'via: b'
	note 'sub [1] dir/b.md' 'name: Bo'
	git add .
	commit 'a directory with its full path' 0 ''
	git config fu.notes poeple
	note 'sub [1] dir/b.md' 'name: B'
	git add .
	commit 'a directory that is not there' 1 "pre-commit: git config fu.notes: there is no directory 'poeple' in this \
repository; 'git commit --no-verify' skips this check"
	git config fu.notes 'sub [1] dir/'
	mkdir 'sub [1] dir/.fu'
	echo 'report: soon' >'sub [1] dir/.fu/rules.yaml'
	git add .
	commit 'rules of the directory' 1 \
		"sub [1] dir/.fu/rules.yaml:1:9: error: report: 'soon' is not a span; write 10d, 3w, 2mo, 1q, 1y or 5bd [rules]
$refused"

	repository rules || exit 1
	mkdir .fu
	echo 'max_unanswered: 2' >.fu/rules.yaml
	git add .
	commit 'rules alone' 0 ''
	committed 'rules alone' '
.fu/rules.yaml'
	echo 'max_unanswered: none' >.fu/rules.yaml
	git add .
	echo 'max_unanswered: 4' >.fu/rules.yaml
	commit 'rules alone, with an error' 1 \
		".fu/rules.yaml:1:17: error: max_unanswered: 'none' is not a number from 1 to 1000 [rules]
$refused"
	note a.md "$bad"
	git add a.md
	commit 'rules with an error, and a note with one' 1 \
		".fu/rules.yaml:1:17: error: max_unanswered: 'none' is not a number from 1 to 1000 [rules]
a.md:$bad_is
$refused"
	# The field is known by the rules that are staged; those of the work tree would not take it for a date.
	echo 'fields: {next: [soon]}' >.fu/rules.yaml
	note a.md 'soon: 2026-02-30'
	git add .
	echo 'max_unanswered: none' >.fu/rules.yaml
	commit 'the rules that are staged apply' 1 "a.md:2:7: error: soon: there is no day '2026-02-30' [date]
$refused"
	git rm -q -f --cached .fu/rules.yaml a.md
	echo .fu >.gitignore
	echo 'fields: {next: [soon]}' >.fu/rules.yaml
	git add .
	commit 'rules that are not in the repository apply' 1 "a.md:2:7: error: soon: there is no day '2026-02-30' [date]
$refused"
	git rm -q --cached a.md
	commit 'rules are removed' 0 ''

	repository twice || exit 1
	mkdir old
	note old/a.md 'name: Ana Gomez
email: ana@example.com'
	git add .
	commit 'a note' 0 ''
	note a.md 'name: Ana Gomez
email: ana@example.com'
	git add .
	commit 'duplicates of a note that is there' 0 \
		"a.md:1:1: warning: the id 'a' is also that of ./old/a.md [same-id]
a.md:2:7: warning: the name 'Ana Gomez' is also that of ./old/a.md [same-name]
a.md:3:8: warning: the address 'ana@example.com' is also that of ./old/a.md [same-email]"
	committed 'duplicates of a note that is there' '
a.md'

	repository sparse || exit 1
	mkdir in out
	note out/lee.md 'name: Lee'
	note in/tom.md 'via: lee'
	git add .
	commit 'all of it' 0 ''
	git sparse-checkout set in
	note in/ana.md 'via: lee'
	git add .
	commit 'a sparse work tree' 0 ''
	check 'a sparse work tree: what lies there' 0 './in/ana.md
./in/tom.md' '' find . -name '*.md'

	repository trouble || exit 1
	note a.md 'name: Ana'
	echo Contacts. >README
	git add .
	mkdir "$tmp/fake" "$tmp/without"
	for command in git sh sed mktemp rm mkdir cut grep; do
		ln -s "$(command -v "$command")" "$tmp/without/$command"
	done
	check 'no fu-check' 1 '' \
		"pre-commit: fu-check is not installed, or not in PATH; 'git commit --no-verify' skips this check" \
		env PATH="$tmp/without" git commit -q -m x
	check 'no fu-check, and no note to check' 0 '' '' env PATH="$tmp/without" git commit -q -m x README
	printf '#!/bin/sh\necho "fu-check: a.md: Input/output error" >&2\nexit 2\n' >"$tmp/fake/fu-check"
	chmod +x "$tmp/fake/fu-check"
	check 'fu-check fails' 1 '' "fu-check: a.md: Input/output error
$refused" env PATH="$tmp/fake:$PATH" git commit -q -m x
	for signal in HUP INT TERM; do
		printf '#!/bin/sh\nkill -%s "$PPID"\n' "$signal" >"$tmp/fake/fu-check"
		check "$signal" 1 '' '' env PATH="$tmp/fake:$PATH" git commit -q -m x
	done
	check 'nothing is committed' 0 'A  a.md' '' git status --porcelain

	check 'no temporary directory is left' 0 '' '' left
	cd "$tmp/here" || exit 1
fi

# ---- vim ----

# quickfix FILE [COMMAND]: the quickfix list after :make, and where the cursor is then
quickfix() {
	cat >"$tmp/quickfix.vim" <<-VIM
		set nocompatible
		set encoding=utf-8
		compiler fu
		silent ${2-make}
		call writefile(map(getqflist(), {i, e -> printf('%s|%d|%d|%s|%s',
			\\ bufname(e.bufnr), e.lnum, e.col, e.type, e.text)}), '$tmp/quickfix')
		call writefile([printf('%s|%d|%d', bufname('%'), line('.'), col('.'))], '$tmp/quickfix', 'a')
		qall!
	VIM
	rm -f "$tmp/quickfix"
	vim -es -u NONE -i NONE -S "$tmp/quickfix.vim" -- "$1" </dev/null >"$tmp/vim" 2>&1 || cat "$tmp/vim"
	cat "$tmp/quickfix"
}

bad_qf="2|7|e|next: there is no day '2026-02-30' [date]"
lost_qf="3|6|w|via: no note has the id, name or alias 'nobody' [via]"

if ! has vim || ! vim -es -u NONE -i NONE -c 'if !has("quickfix") | cquit | endif' -c 'qall!' </dev/null; then
	skip 'the compiler file of vim' 'no vim with +quickfix'
else
	mkdir -p "$HOME/.vim/compiler" vim && cp "$top/examples/vim/compiler/fu.vim" "$HOME/.vim/compiler/" && cd vim || exit 1
	note a.md "$bad$nl$lost"
	check ':make' 0 "a.md|$bad_qf
a.md|$lost_qf
a.md|2|7" '' quickfix a.md
	mkdir good
	note good/lee.md 'name: Lee Park'
	note good/tom.md 'via: Lee Park'
	check ':make, nothing wrong' 0 'good/tom.md|4|1' '' quickfix good/tom.md
	for name in "it's a \"note\" 100% #1! \$(x).md" ./-dash.md 'Zoë & Åsa; <b>.md' 'b*[c]?|`d`.MD' '~e.md'; do
		note "$name" "$bad"
		check ":make of $name" 0 "$name|$bad_qf
$name|2|7" '' quickfix "$name"
	done
	# The column counts characters, and the cursor is where they say.
	note e.md 'name: Zoë' '- [ ] Zoë → Åsa by 2026-02-30'
	check ':make, where a line is not ASCII' 0 "e.md|4|20|e|there is no day '2026-02-30' [date]
e.md|4|24" '' quickfix e.md
	note f.md 'next: '\''a\bc: d: [x] error: e:1:2: warning: f'\'
	check ':make, escapes and colons in a message' 0 \
		"f.md|2|7|e|next: 'a\\\\bc: d: [x] error: e:1:2: warning: f' is not a date; write YYYY-MM-DD [date]
f.md|2|7" '' quickfix f.md
	note g.md "$lost"
	check ':make --werror' 0 "g.md|2|6|e|via: no note has the id, name or alias 'nobody' [via]
g.md|2|6" '' quickfix g.md 'make --werror'
	note good/ana.md "$bad${nl}via: g"
	check ':make, a link out of the directory' 0 "good/ana.md|$bad_qf
good/ana.md|3|6|w|via: no note has the id, name or alias 'g' [via]
good/ana.md|2|7" '' quickfix good/ana.md
	check ':make --among' 0 "good/ana.md|$bad_qf
good/ana.md|2|7" '' quickfix good/ana.md "make --among $tmp/here/vim"
	check 'g:fu_among' 0 "good/ana.md|$bad_qf
good/ana.md|2|7" '' quickfix good/ana.md "let g:fu_among = \"'$tmp/here/vim'\" | compiler fu | make"
	sed -n 's/^"   \(let\|autocmd\)/\1/p' "$top/examples/vim/compiler/fu.vim" >"$tmp/vimrc"
	mkdir -p "$HOME/notes/jobs"
	note "$HOME/notes/lee.md" 'name: Lee Park'
	note "$HOME/notes/jobs/tom.md" "$bad${nl}via: lee"
	check 'the lines for a vimrc' 0 "$HOME/notes/jobs/tom.md|$bad_qf
$HOME/notes/jobs/tom.md|5|1" '' quickfix "$HOME/notes/jobs/tom.md" "source $tmp/vimrc | edit | write"
	mkdir .fu
	echo 'max_unanswered: none' >.fu/rules.yaml
	check ':make, an error of the rules' 0 \
		"$(pwd -P)/.fu/rules.yaml|1|17|e|max_unanswered: 'none' is not a number from 1 to 1000 [rules]
$(pwd -P)/.fu/rules.yaml|1|17" '' quickfix good/tom.md
	cd "$tmp/here" || exit 1
fi

# ---- mutt ----

# found NAME TEXT COUNT [ROW]...: what the text finds, with ' | ' between address, name and firm
found() {
	found_name=$1 found_text=$2 found_count=$3
	shift 3
	check "fu-query: $found_name" 0 "$found_count${1+$nl$(tsv "$@")}" '' query "$found_text"
}

query() {
	"$top/examples/mutt/fu-query" "$@"
}

mkdir mutt
export FU_NOTES="$tmp/here/mutt"
note mutt/ana.md 'name: Ana Gomez
org: Halden & Co. (Wien)
aliases: [Anita]
email: [ana@example.com, a.gomez@example.org]'
note mutt/ohara.md "name: Zoë O'Hara
email: zoe@example.com"
note mutt/odd.md "name: '^a\\Eb \\Qc \\d [x-z]{2} e|f? *+ \$5 #(i) \"g\" ''h'' ~<=>!'
email: odd@example.com"
note mutt/none.md 'name: Ana Without'

ana='ana@example.com | Ana Gomez | Halden & Co. (Wien)'
gomez='a.gomez@example.org | Ana Gomez | Halden & Co. (Wien)'
ohara="zoe@example.com | Zoë O'Hara | "
odd="odd@example.com | ^a\\\\Eb \\\\Qc \\\\d [x-z]{2} e|f? *+ \$5 #(i) \"g\" 'h' ~<=>! | "

found 'a name' gomez '2 addresses' "$ana" "$gomez"
found 'a name in another case, with a blank' 'NA GO' '2 addresses' "$ana" "$gomez"
found 'an alias' anita '2 addresses' "$ana" "$gomez"
found 'a firm' 'halden & co. (w' '2 addresses' "$ana" "$gomez"
found 'an address' a.gomez@ '2 addresses' "$ana" "$gomez"
found 'a name without an address' without '0 addresses'
found 'a letter that is not ASCII' 'ZOË' '1 address' "$ohara"
found 'a quote' "O'H" '1 address' "$ohara"
found 'quotes alone' "''" '0 addresses'
found 'nothing: all there are' '' '4 addresses' "$ana" "$gomez" "$odd" "$ohara"
for text in '^a' '\' '\E' 'a\Eb \Qc' '\d' '[x-z]' '{2}' 'e|f' 'f?' '*+' '$5' '#(' '(i)' '"g"' "'h' ~<=>!"; do
	found "$text" "$text" '1 address' "$odd"
done
for text in 'a.*b' '[a-z]' 'ana|zoe' '^Ana' 'z$' 'O.Hara' "x' or name~'a" '\EAna' 'anaa?' '(ana)' '(?#' '\x41'; do
	found "not $text" "$text" '0 addresses'
done
found 'a line end' "Ana${nl}Gomez" '0 addresses'
check 'fu-query: several words' 0 "2 addresses
$(tsv "$ana" "$gomez")" '' query Ana Gomez
check 'fu-query: no text' 2 '' 'usage: fu-query TEXT...' query
check 'fu-query: no FU_NOTES' 2 '' 'fu-query: FU_NOTES, the directory of the notes, is not set' \
	env -u FU_NOTES "$top/examples/mutt/fu-query" ana
check 'fu-query: a directory that is not there' 2 '' \
	"fu-query: FU_NOTES: there is no directory '$tmp/nowhere'" \
	env FU_NOTES="$tmp/nowhere" "$top/examples/mutt/fu-query" ana
plan_done
