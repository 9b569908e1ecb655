# bash completion for fu-log(1)
# shellcheck shell=bash

# Puts those of the words after the first into COMPREPLY that begin with it.
_fu_log_words()
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

# Puts the ids into COMPREPLY that begin so; where there is none, readline completes file names.
_fu_log_ids()
{
	local id

	while IFS= read -r id; do
		if [[ $id == "$1"* ]]; then
			COMPREPLY+=("$(printf %q "$id")")
		fi
	done < <(fu-list -f id --tsv 2>/dev/null)
}

# Whether no operand stands before the word that is completed.
_fu_log_is_first()
{
	local i skip=''

	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		=)
			;;
		--message | --on | --today | --rules | -m | -t | -[0n]*m | -[0n]*t)
			skip=yes
			;;
		-?*)
			skip=
			;;
		*)
			if [[ -z $skip ]]; then
				return 1
			fi
			skip=
			;;
		esac
	done
}

_fu_log_operand()
{
	if _fu_log_is_first; then
		_fu_log_words "$1" \
			call email meeting message voicemail letter card chat coffee lunch visit video \
			interview application resume sales-call thanks update nudge reply referral rejection \
			offer note contact
	else
		_fu_log_ids "$1"
	fi
}

# Where COMPREPLY stays empty, readline completes file names.
_fu_log()
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
	--message | -m | -[0n]*m)
		compopt +o default 2>/dev/null
		;;
	--on)
		_fu_log_words "$cur" today yesterday monday tuesday wednesday thursday friday saturday sunday
		;;
	--today | -t | -[0n]*t)
		_fu_log_words "$cur" "$(date +%Y-%m-%d)"
		;;
	--rules)
		if [[ -n $cur && none == "$cur"* ]] && ! compgen -f -- "$cur" >/dev/null; then
			COMPREPLY=(none)
		fi
		;;
	*)
		if [[ $cur == -* ]]; then
			_fu_log_words "$cur" --message --on --from --to --again --dry-run --today --rules --null --help --version \
				-m -n -t -0 -h -V
		else
			_fu_log_operand "$cur"
		fi
		;;
	esac
}

complete -o default -F _fu_log fu-log
