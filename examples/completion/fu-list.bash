# bash completion for fu-list(1)
# shellcheck shell=bash

# Puts those of the words after the first into COMPREPLY that begin with it.
_fu_list_words()
{
	local cur=$1 word

	shift
	# Nothing but these words: no file names where none fits. (Before bash 4 there is no compopt.)
	compopt +o default 2>/dev/null
	for word; do
		if [[ $word == "$cur"* ]]; then
			COMPREPLY+=("$word")
		fi
	done
}

_fu_list_keys()
{
	_fu_list_words "$1" path id name org role stage tags email phone via every last kind unanswered touches \
		promises text next snooze added applied met birthday dates aliases avoid result asks offers questions
}

# The same after the last comma, with what stands before it put back.
_fu_list_columns()
{
	local before='' i

	if [[ $1 == *,* ]]; then
		before=${1%,*},
	fi
	compopt -o nospace 2>/dev/null
	_fu_list_keys "${1##*,}"
	for i in "${!COMPREPLY[@]}"; do
		COMPREPLY[i]=$before${COMPREPLY[i]}
	done
}

# Where COMPREPLY stays empty, readline completes file names.
_fu_list()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev='' i

	COMPREPLY=()
	# `--option=value` comes as three words.
	if ((COMP_CWORD > 0)); then
		prev=${COMP_WORDS[COMP_CWORD - 1]}
	fi
	if [[ $cur == '=' ]]; then
		cur=
	elif [[ $prev == '=' ]] && ((COMP_CWORD > 1)); then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		if [[ ${COMP_WORDS[i]} == -- ]]; then
			return
		fi
	done
	case $prev in
	--where | -w | -[0cqr]*w)
		compopt +o default 2>/dev/null
		;;
	--fields | -f | -[0cqr]*f)
		_fu_list_columns "$cur"
		;;
	--sort)
		_fu_list_keys "$cur"
		;;
	--format)
		_fu_list_words "$cur" mutt
		;;
	--today | -t | -[0cqr]*t)
		_fu_list_words "$cur" "$(date +%Y-%m-%d)"
		;;
	--jobs | -j | -[0cqr]*j)
		_fu_list_words "$cur" 1 2 4 8
		;;
	--rules)
		if [[ -n $cur && none == "$cur"* ]] && ! compgen -f -- "$cur" >/dev/null; then
			COMPREPLY=(none)
		fi
		;;
	*)
		if [[ $cur == -* ]]; then
			_fu_list_words "$cur" --where --fields --count --quiet --sort --reverse --format --today --rules \
				--table --tsv --json --header --null --jobs --help --version \
				-w -f -c -q -r -t -0 -j -h -V
		fi
		;;
	esac
}

complete -o default -F _fu_list fu-list
