# bash completion for fu-set(1)
# shellcheck shell=bash

# Puts those of the words after the first into COMPREPLY that begin with it.
_fu_set_words()
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

# Puts the ids into COMPREPLY that begin so.
_fu_set_ids()
{
	local id

	while IFS= read -r id; do
		if [[ $id == "$1"* ]]; then
			COMPREPLY+=("$(printf %q "$id")")
		fi
	done < <(fu-list -f id --tsv 2>/dev/null)
}

# What a field may be set to.
_fu_set_value()
{
	case $2 in
	snooze | next)
		_fu_set_words "$1" tomorrow monday tuesday wednesday thursday friday saturday sunday +3d +1w +2w +1mo
		;;
	last | added | applied | met)
		_fu_set_words "$1" today yesterday monday tuesday wednesday thursday friday saturday sunday
		;;
	every)
		_fu_set_words "$1" 3w 6w 2mo 3mo 6mo 1y never
		;;
	stage)
		_fu_set_words "$1" target lead paused closed won lost
		;;
	*)
		compopt +o default 2>/dev/null
		;;
	esac
}

# The fields, which a value follows.
_fu_set_keys()
{
	_fu_set_words "$1" \
		snooze= next= every= stage= tags= email= phone= org= role= via= name= aliases= avoid= last= \
		added= applied= met= birthday= result=
	if ((${#COMPREPLY[@]})); then
		compopt -o nospace 2>/dev/null
	else
		compopt -o default 2>/dev/null
	fi
}

# Where COMPREPLY stays empty, readline completes file names.
_fu_set()
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
		_fu_set_value "$cur" "$prev"
		return
	fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		if [[ ${COMP_WORDS[i]} == -- ]]; then
			return
		fi
	done
	case $prev in
	--today | -t | -[0n]*t)
		_fu_set_words "$cur" "$(date +%Y-%m-%d)"
		;;
	--rules)
		if [[ -n $cur && none == "$cur"* ]] && ! compgen -f -- "$cur" >/dev/null; then
			COMPREPLY=(none)
		fi
		;;
	*)
		if [[ $cur == -* ]]; then
			_fu_set_words "$cur" --dry-run --today --rules --null --help --version -n -t -0 -h -V
		else
			_fu_set_ids "$cur"
			if [[ -z $cur ]] || ((${#COMPREPLY[@]} == 0)); then
				_fu_set_keys "$cur"
			fi
		fi
		;;
	esac
}

complete -o default -F _fu_set fu-set
