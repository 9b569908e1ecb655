# bash completion for fu-report(1)
# shellcheck shell=bash

# Puts those of the words after the first into COMPREPLY that begin with it.
_fu_report_words()
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

# Where COMPREPLY stays empty, readline completes file names.
_fu_report()
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
	--where | -w | -0w | --mail)
		compopt +o default 2>/dev/null
		;;
	--within)
		_fu_report_words "$cur" 1d 3d 1w 2w 1mo 5bd
		;;
	--format)
		_fu_report_words "$cur" text markdown html
		;;
	--today | -t | -0t)
		_fu_report_words "$cur" "$(date +%Y-%m-%d)"
		;;
	--jobs | -j | -0j)
		_fu_report_words "$cur" 1 2 4 8
		;;
	--rules)
		if [[ -n $cur && none == "$cur"* ]] && ! compgen -f -- "$cur" >/dev/null; then
			COMPREPLY=(none)
		fi
		;;
	*)
		if [[ $cur == -* ]]; then
			_fu_report_words "$cur" --where --within --format --mail --always --today --rules \
				--table --tsv --json --header --null --jobs --help --version \
				-w -t -0 -j -h -V
		fi
		;;
	esac
}

complete -o default -F _fu_report fu-report
