# fish completion for fu-list(1)

set --local keys path id name org role stage tags email phone via every last kind unanswered touches promises text \
    next snooze added applied met birthday dates aliases avoid result asks offers questions

complete -c fu-list -s w -l where -x -d 'the notes that meet a selection'
complete -c fu-list -s f -l fields -x -a "(__fish_append , $keys)" -d 'columns'
complete -c fu-list -s c -l count -d 'how many they are, alone'
complete -c fu-list -s q -l quiet -d 'nothing; the exit status tells'
complete -c fu-list -l sort -x -a "$keys" -d 'by what a key says, not by path'
complete -c fu-list -s r -l reverse -d 'in the opposite order'
complete -c fu-list -l format -x -a mutt -d 'addresses in the form of another program'
complete -c fu-list -s t -l today -x -a '(date +%Y-%m-%d)' -d 'the day it is'
complete -c fu-list -l rules -r -F -a none -d 'rules to use instead of .fu/rules.yaml'
complete -c fu-list -l table -d 'a table'
complete -c fu-list -l tsv -d 'TSV'
complete -c fu-list -l json -d 'JSON Lines'
complete -c fu-list -l header -d 'names of the columns first'
complete -c fu-list -s 0 -l null -d 'NUL, not LF, ends each path'
complete -c fu-list -s j -l jobs -x -a '1 2 4 8' -d 'threads to read with'
complete -c fu-list -s h -l help -d 'a summary of the options'
complete -c fu-list -s V -l version -d 'the version'
