# fish completion for fu-check(1)

set --local checks directory-link front-matter yaml duplicate-key unknown-key date span link value log long code \
    pattern via rules similar-key similar-kind address comment touch promise outside-log future done \
    same-id same-name same-email character encoding conflict leftover

complete -c fu-check -s w -l where -x -d 'in the notes that meet a selection alone'
complete -c fu-check -l among -x -a '(__fish_complete_directories)' -d 'notes to read for links and duplicates, too'
complete -c fu-check -l disable -x -a "(__fish_append , $checks)" -d 'leave checks out'
complete -c fu-check -l list-checks -d 'the checks there are'
complete -c fu-check -l werror -d 'warnings are errors'
complete -c fu-check -s q -l quiet -d 'nothing; the exit status tells'
complete -c fu-check -s t -l today -x -a '(date +%Y-%m-%d)' -d 'the day it is'
complete -c fu-check -l rules -r -F -a none -d 'rules to use instead of .fu/rules.yaml'
complete -c fu-check -l table -d 'a table'
complete -c fu-check -l tsv -d 'TSV'
complete -c fu-check -l json -d 'JSON Lines'
complete -c fu-check -l header -d 'names of the columns first'
complete -c fu-check -s 0 -l null -d 'NUL, not LF, ends each path'
complete -c fu-check -s j -l jobs -x -a '1 2 4 8' -d 'threads to read with'
complete -c fu-check -s h -l help -d 'a summary of the options'
complete -c fu-check -s V -l version -d 'the version'
