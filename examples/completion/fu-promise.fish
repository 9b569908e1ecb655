# fish completion for fu-promise(1)

complete -c fu-promise -a '(fu-list -f id --tsv 2>/dev/null)' -d note
complete -c fu-promise -l by -x -a 'today tomorrow monday tuesday wednesday thursday friday saturday sunday +3d +1w +2w' -d 'the day it is promised for'
complete -c fu-promise -s m -l message -x -d 'what is promised'
complete -c fu-promise -l theirs -d 'they promised it'
complete -c fu-promise -l kept -d 'it is done'
complete -c fu-promise -l on -x -a 'today yesterday monday tuesday wednesday thursday friday saturday sunday' -d 'the day it was done'
complete -c fu-promise -s n -l dry-run -d 'what would change, as a diff'
complete -c fu-promise -s t -l today -x -a '(date +%Y-%m-%d)' -d 'the day it is'
complete -c fu-promise -l rules -r -F -a none -d 'rules to use instead of .fu/rules.yaml'
complete -c fu-promise -s 0 -l null -d 'NUL, not LF, ends each path'
complete -c fu-promise -s h -l help -d 'a summary of the options'
complete -c fu-promise -s V -l version -d 'the version'
