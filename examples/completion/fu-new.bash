# bash completion for fu-new(1)
# shellcheck shell=bash

# Puts those of the words after the first into COMPREPLY that begin with it.
_fu_new_words()
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

# What a field may be set to.
_fu_new_value()
{
	case $2 in
	snooze | next)
		_fu_new_words "$1" tomorrow monday tuesday wednesday thursday friday saturday sunday +3d +1w +2w +1mo
		;;
	last | added | applied | met)
		_fu_new_words "$1" today yesterday monday tuesday wednesday thursday friday saturday sunday
		;;
	every)
		_fu_new_words "$1" 3w 6w 2mo 3mo 6mo 1y never
		;;
	stage)
		_fu_new_words "$1" target lead paused closed won lost
		;;
	*)
		compopt +o default 2>/dev/null
		;;
	esac
}

# The fields, which a value follows.
_fu_new_keys()
{
	_fu_new_words "$1" \
		snooze= next= every= stage= tags= email= phone= org= role= via= aliases= avoid= last= added= \
		applied= met= birthday= result=
	compopt -o nospace 2>/dev/null
}

# Where COMPREPLY stays empty, readline completes file names.
_fu_new()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev='' value='' i

	COMPREPLY=()
	# `--option=value` comes as three words.
	if ((COMP_CWORD > 0)); then
		prev=${COMP_WORDS[COMP_CWORD - 1]}
	fi
	if [[ $cur == '=' ]]; then
		cur='' value=yes
	elif [[ $prev == '=' ]] && ((COMP_CWORD > 1)); then
		prev=${COMP_WORDS[COMP_CWORD - 2]} value=yes
	fi
	if [[ $value && $prev != -* ]]; then
		_fu_new_value "$cur" "$prev"
		return
	fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		if [[ ${COMP_WORDS[i]} == -- ]]; then
			return
		fi
	done
	case $prev in
	--directory | -d | -n*d)
		compopt -o dirnames 2>/dev/null
		;;
	--today | -t | -n*t)
		_fu_new_words "$cur" "$(date +%Y-%m-%d)"
		;;
	--rules)
		if [[ -n $cur && none == "$cur"* ]] && ! compgen -f -- "$cur" >/dev/null; then
			COMPREPLY=(none)
		fi
		;;
	*)
		if [[ $cur == -* ]]; then
			_fu_new_words "$cur" --directory --dry-run --today --rules --help --version -d -n -t -h -V
		else
			_fu_new_keys "$cur"
		fi
		;;
	esac
}

complete -o default -F _fu_new fu-new
