# fish completion for fu-log(1)

set --local kinds call email meeting message voicemail letter card chat coffee lunch visit video interview application \
    resume sales-call thanks update nudge reply referral rejection offer note contact

complete -c fu-log -f -n __fish_is_first_arg -a "$kinds" -d kind
complete -c fu-log -n 'not __fish_is_first_arg' -a '(fu-list -f id --tsv 2>/dev/null)' -d note
complete -c fu-log -s m -l message -x -d 'what was said or done'
complete -c fu-log -l on -x -a 'today yesterday monday tuesday wednesday thursday friday saturday sunday' -d 'the day of it'
complete -c fu-log -l from -d 'they acted'
complete -c fu-log -l to -d 'you acted'
complete -c fu-log -l again -d 'though the note has the very same touch'
complete -c fu-log -s n -l dry-run -d 'what would change, as a diff'
complete -c fu-log -s t -l today -x -a '(date +%Y-%m-%d)' -d 'the day it is'
complete -c fu-log -l rules -r -F -a none -d 'rules to use instead of .fu/rules.yaml'
complete -c fu-log -s 0 -l null -d 'NUL, not LF, ends each path'
complete -c fu-log -s h -l help -d 'a summary of the options'
complete -c fu-log -s V -l version -d 'the version'
