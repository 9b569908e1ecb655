#!/bin/sh
# What `make install` puts where, and that `make uninstall` takes all of it away.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2317
. "$(dirname -- "$0")/../tap.sh"

made() {
	env -u MAKEFLAGS -u MAKELEVEL make -s --no-print-directory -C "$top" BUILD="$BUILD" DESTDIR="$tmp/root" PREFIX=/usr "$@" 2>&1
}

installed() {
	(cd "$tmp/root" && find . -type f | LC_ALL=C sort)
}

check 'install' 0 '' '' made install
check 'what is installed' 0 './usr/bin/fu-check
./usr/bin/fu-due
./usr/bin/fu-list
./usr/bin/fu-log
./usr/bin/fu-new
./usr/bin/fu-promise
./usr/bin/fu-refer
./usr/bin/fu-report
./usr/bin/fu-set
./usr/bin/fu-stats
./usr/share/bash-completion/completions/fu-check
./usr/share/bash-completion/completions/fu-due
./usr/share/bash-completion/completions/fu-list
./usr/share/bash-completion/completions/fu-log
./usr/share/bash-completion/completions/fu-new
./usr/share/bash-completion/completions/fu-promise
./usr/share/bash-completion/completions/fu-refer
./usr/share/bash-completion/completions/fu-report
./usr/share/bash-completion/completions/fu-set
./usr/share/bash-completion/completions/fu-stats
./usr/share/fish/vendor_completions.d/fu-check.fish
./usr/share/fish/vendor_completions.d/fu-due.fish
./usr/share/fish/vendor_completions.d/fu-list.fish
./usr/share/fish/vendor_completions.d/fu-log.fish
./usr/share/fish/vendor_completions.d/fu-new.fish
./usr/share/fish/vendor_completions.d/fu-promise.fish
./usr/share/fish/vendor_completions.d/fu-refer.fish
./usr/share/fish/vendor_completions.d/fu-report.fish
./usr/share/fish/vendor_completions.d/fu-set.fish
./usr/share/fish/vendor_completions.d/fu-stats.fish
./usr/share/man/man1/fu-check.1
./usr/share/man/man1/fu-due.1
./usr/share/man/man1/fu-list.1
./usr/share/man/man1/fu-log.1
./usr/share/man/man1/fu-new.1
./usr/share/man/man1/fu-promise.1
./usr/share/man/man1/fu-refer.1
./usr/share/man/man1/fu-report.1
./usr/share/man/man1/fu-set.1
./usr/share/man/man1/fu-stats.1
./usr/share/man/man5/fu-note.5
./usr/share/man/man5/fu-rules.5
./usr/share/man/man7/fu-query.7
./usr/share/man/man7/fu.7
./usr/share/zsh/site-functions/_fu-check
./usr/share/zsh/site-functions/_fu-due
./usr/share/zsh/site-functions/_fu-list
./usr/share/zsh/site-functions/_fu-log
./usr/share/zsh/site-functions/_fu-new
./usr/share/zsh/site-functions/_fu-promise
./usr/share/zsh/site-functions/_fu-refer
./usr/share/zsh/site-functions/_fu-report
./usr/share/zsh/site-functions/_fu-set
./usr/share/zsh/site-functions/_fu-stats' '' installed
check 'the installed program runs' 0 'fu-due 0.1' '' "$tmp/root/usr/bin/fu-due" --version
check 'uninstall' 0 '' '' made uninstall
check 'nothing is left' 0 '' '' installed
plan_done
