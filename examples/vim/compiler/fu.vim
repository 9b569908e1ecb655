" Vim compiler file: fu-check on the note that is being edited
"
" To install it:    mkdir -p ~/.vim/compiler && cp fu.vim ~/.vim/compiler
" To use it:        :compiler fu
"                   :make           checks the note as it was last written, and goes to the first finding
"                   :cnext, :copen  the next one, all of them
"                   :make --werror  with options of fu-check(1)
"
" Links and duplicates are looked for in the directory of the note. If your notes are in several, name the one above
" them in your vimrc, as you would to the shell. With these lines, too, a note is checked whenever it is written:
"
"   let g:fu_among = '~/notes'
"   autocmd BufRead,BufNewFile ~/notes/*.md compiler fu
"   autocmd BufWritePost ~/notes/*.md silent execute 'make!' | redraw! | cwindow

if exists('current_compiler')
  finish
endif
let current_compiler = 'fu'

execute 'CompilerSet makeprg=fu-check\ $*\ --among\ ' . escape(get(g:, 'fu_among', '%:p:h:S'), ' \|"') . '\ --\ %:p:S'
" A column counts characters: %v, not %c.
CompilerSet errorformat=%f:%l:%v:\ %trror:\ %m,%f:%l:%v:\ %tarning:\ %m
