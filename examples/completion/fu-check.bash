# bash completion for fu-check(1)
# shellcheck shell=bash

# Puts those of the words after the first into COMPREPLY that begin with it.
_fu_check_words()
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

# The checks after the last comma, with what stands before it put back.
_fu_check_checks()
{
	local before='' i

	if [[ $1 == *,* ]]; then
		before=${1%,*},
	fi
	compopt -o nospace 2>/dev/null
	_fu_check_words "${1##*,}" \
		directory-link front-matter yaml duplicate-key unknown-key date span link value log long code \
		pattern via rules similar-key similar-kind address comment touch promise outside-log future 'done' \
		same-id same-name same-email character encoding conflict leftover
	for i in "${!COMPREPLY[@]}"; do
		COMPREPLY[i]=$before${COMPREPLY[i]}
	done
}

# Where COMPREPLY stays empty, readline completes file names.
_fu_check()
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
	--where | -w | -[0q]*w)
		compopt +o default 2>/dev/null
		;;
	--among)
		compopt -o dirnames 2>/dev/null
		;;
	--disable)
		_fu_check_checks "$cur"
		;;
	--today | -t | -[0q]*t)
		_fu_check_words "$cur" "$(date +%Y-%m-%d)"
		;;
	--jobs | -j | -[0q]*j)
		_fu_check_words "$cur" 1 2 4 8
		;;
	--rules)
		if [[ -n $cur && none == "$cur"* ]] && ! compgen -f -- "$cur" >/dev/null; then
			COMPREPLY=(none)
		fi
		;;
	*)
		if [[ $cur == -* ]]; then
			_fu_check_words "$cur" --where --among --disable --list-checks --werror --quiet --today --rules \
				--table --tsv --json --header --null --jobs --help --version \
				-w -q -t -0 -j -h -V
		fi
		;;
	esac
}

complete -o default -F _fu_check fu-check
