# fish completion for fu-new(1)

set --local fields snooze= next= every= stage= tags= email= phone= org= role= via= aliases= avoid= last= added= applied= met= \
    birthday= result=
set --local values snooze={tomorrow,monday,+3d,+1w,+2w,+1mo} next={tomorrow,monday,+3d,+1w,+2w,+1mo} \
    every={3w,6w,2mo,3mo,6mo,1y,never} stage={target,lead,paused,closed,won,lost} \
    {last,added,applied,met}={today,yesterday,monday,friday}

complete -c fu-new -f
complete -c fu-new -n 'not __fish_is_first_arg' -a "$fields $values" -d field
complete -c fu-new -s d -l directory -x -a '(__fish_complete_directories)' -d 'where'
complete -c fu-new -s n -l dry-run -d 'what would change, as a diff'
complete -c fu-new -s t -l today -x -a '(date +%Y-%m-%d)' -d 'the day it is'
complete -c fu-new -l rules -r -F -a none -d 'rules to use instead of .fu/rules.yaml'
complete -c fu-new -s h -l help -d 'a summary of the options'
complete -c fu-new -s V -l version -d 'the version'
