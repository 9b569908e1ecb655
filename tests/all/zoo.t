#!/bin/sh
# A zoo of file systems: what no one keeps notes in, and what changes while it is read. No reader falls over, says
# of a note what no version of it says, or loses the notes around; what it cannot read it says, and the status is 2.
# shellcheck source-path=SCRIPTDIR source=../tap.sh disable=SC2016,SC2317

# What is made and removed in great numbers takes a tenth of the time where that is in memory.
if [ -d /dev/shm ] && [ -w /dev/shm ]; then
	export TMPDIR=/dev/shm
fi
. "$(dirname -- "$0")/../tap.sh"

export FU_TODAY=2026-11-22
new='stage lead, not yet contacted'

zoo_remove() {
	touch "$tmp/stop"
	tap_remove
}
trap zoo_remove EXIT

# lead FILE NAME [FIELD]: writes a note
lead() {
	note "$1" "stage: lead
name: $2${3:+
$3}"
}

# row PATH NAME [WHY]: what fu-due prints of it
row() {
	tsv "2026-11-22 | 0 | contact | $1 | $2 | ${3-$new}"
}

# complaints READER LINES: what the reader prints to standard error
complaints() {
	[ -z "$2" ] || printf '%s\n' "$2" | sed "s/^/$1: /"
}

# read_all NAME ROWS COMPLAINTS [REFERRALS]: what every reader makes of the directory n. ROWS are those of fu-due,
# REFERRALS those of fu-refer. The directory flat has the same notes in the same order: fu-report and fu-stats, which
# print no path, say the same of it.
read_all() {
	all_status=0
	[ -z "$3" ] || all_status=2
	check "$1: fu-due" $all_status "$2" "$(complaints fu-due "$3")" timeout 60 fu-due n
	check "$1: fu-list" $all_status "$(printf '%s\n' "$2" | cut -f4)" "$(complaints fu-list "$3")" timeout 60 fu-list n
	check "$1: fu-check" $all_status '' "$(complaints fu-check "$3")" timeout 60 fu-check n
	check "$1: fu-report" $all_status "$(fu-report flat)" "$(complaints fu-report "$3")" timeout 60 fu-report n
	check "$1: fu-refer" $all_status "${4-}" "$(complaints fu-refer "$3")" timeout 60 fu-refer n
	check "$1: fu-stats" $all_status "$(fu-stats flat)" "$(complaints fu-stats "$3")" timeout 60 fu-stats n
}

# flatten [LINE]...: makes flat from the fields of notes, a line each, in order
flatten() {
	rm -rf flat
	mkdir flat
	awk '{
		file = sprintf("flat/%06d.md", NR)
		gsub(/\t/, "\n")
		print "---\nstage: lead\n" $0 "\n---" >file
		close(file)
	}'
}

# ---- names ----

long=$(printf '%0251d' 0)
odd=$(printf 'byte\351.md')
mkdir -p n "n/$long.dir" "n/-d" "n/line
end" n/empty n/like.md n/.hidden
lead 'n/ .md' 'a blank'
lead 'n/*.md' 'a star'
lead n/--help.md 'two dashes'
lead n/-d/-.md 'dashes alone'
lead n/-rf.md 'a dash'
lead "n/$long.dir/b$long.md" 'of 255 bytes in one of 255'
lead n/MIX.Md 'a mixed case'
lead "n/a
b.md" 'a line end'
lead "n/a$long.md" 'of 255 bytes'
lead 'n/a\tb.md' 'a backslash'
lead n/aaa.md 'the first'
lead "n/$odd" 'no UTF-8'
lead n/like.md/in.md 'in a directory named like a note'
lead "n/line
end/x.md" 'under a line end'
lead n/long.markdown 'a longer ending'
lead n/zzz.md 'the last'
lead n/.md 'hidden'
lead n/.hidden/x.md 'under what is hidden'
lead n/note.md.bak 'of another ending'

names=$(row 'n/ .md' 'a blank'
row 'n/*.md' 'a star'
row n/--help.md 'two dashes'
row n/-d/-.md 'dashes alone'
row n/-rf.md 'a dash'
row "n/$long.dir/b$long.md" 'of 255 bytes in one of 255'
row n/MIX.Md 'a mixed case'
row 'n/a\nb.md' 'a line end'
row "n/a$long.md" 'of 255 bytes'
row 'n/a\\tb.md' 'a backslash'
row n/aaa.md 'the first'
row 'n/byte\xE9.md' 'no UTF-8'
row n/like.md/in.md 'in a directory named like a note'
row 'n/line\nend/x.md' 'under a line end'
row n/long.markdown 'a longer ending'
row n/zzz.md 'the last')
printf '%s\n' "$names" | cut -f5 | sed 's/^/name: /' | flatten
read_all 'names' "$names" ''

# ---- what is no file ----

special='a FIFO, socket or device, not a file'
mkfifo n/fifo.md
perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "n/socket.md", Listen => 1) or die'
ln -s /dev/null n/null.md
ln -s /dev/zero n/zero.md
ln -s nowhere n/gone.md
ln -s self.md n/self.md
ln -s pong.md n/ping.md
ln -s ping.md n/pong.md
ln -s . n/again
ln -s .. n/up
ln -s empty/../aaa.md/x n/through.md
no_files="n/fifo.md: $special
n/gone.md: a symbolic link to a file that is not there
n/null.md: $special
n/ping.md: Too many levels of symbolic links
n/pong.md: Too many levels of symbolic links
n/self.md: Too many levels of symbolic links
n/socket.md: $special
n/through.md: Not a directory
n/zero.md: $special"
read_all 'what is no file' "$names" "$no_files"
check 'what is no file, on another file system than other notes: fu-check' 2 '' "$(complaints fu-check "$no_files")" \
	timeout 60 fu-check --among n --among "$top/examples/notes" n

if [ "$(id -u)" -eq 0 ]; then
	skip 'what may not be read' 'root may read all'
else
	rm -rf n
	mkdir n n/listed n/closed
	lead n/aaa.md 'the first'
	lead n/listed/x.md 'in a directory that may be listed alone'
	lead n/closed/x.md 'in one that may not'
	lead n/shut.md 'a file that may not be read'
	chmod 444 n/listed
	chmod 0 n/closed n/shut.md
	echo 'name: the first' | flatten
	read_all 'what may not be read' "$(row n/aaa.md 'the first')" 'n/closed: Permission denied
n/listed/x.md: Permission denied
n/shut.md: Permission denied'
	chmod 755 n/listed n/closed
fi

# ---- a thousand directories deep ----

# deep LEVELS NAME: as many directories of that name in n, each with a note named for its level and led to by that above
deep() {
	rm -rf n
	mkdir n
	perl -e '
		my ($levels, $name) = @ARGV;
		chdir "n" or die "n: $!";
		for my $i (1 .. $levels) {
			mkdir $name and chdir $name or die "$name: $!";
			open my $f, ">", "$i.md" or die "$i.md: $!";
			print $f "---\nstage: lead\nname: level $i\n", $i > 1 ? "via: level " . ($i - 1) . "\n" : "", "---\n";
			close $f or die "$i.md: $!";
		}' "$1" "$2"
}

# levels FORMAT LEVELS NAME: of each level FORMAT with the path of its note, its number and that of the level above
levels() {
	awk -v format="$1\\n" -v n="$2" -v name="$3" 'BEGIN {
		for (path = "n"; i++ < n;)
			printf format, path = path "/" name, i, i, i - 1
	}'
}

# of_levels NAME LEVELS DIRECTORY COMPLAINTS
of_levels() {
	of_rows=$(
		row "n/$3/1.md" 'level 1'
		levels '2026-11-22\t0\tcontact\t%s/%d.md\tlevel %d\tintroduced by level %d' "$2" "$3" | sed 1d
	)
	of_referrals=$(levels '%s/%d.md' "$2" "$3" | awk -v OFS='\t' '
		NR > 1 { print last, $0, "level " NR, "not reached", "", "-", "" }
		{ last = $0 }')
	awk -v n="$2" 'BEGIN {
		for (print "name: level 1"; i++ < n - 1;)
			print "name: level " i + 1 "\tvia: level " i
	}' | flatten
	read_all "$1" "$of_rows" "$4" "$of_referrals"
}

deep 1000 d
of_levels '1,000 directories deep' 1000 d ''
check '1,000 directories deep, few files open at once' 0 "$of_rows" '' sh -c 'ulimit -n 16; fu-due n'
check '1,000 directories deep, one thread' 0 "$of_rows" '' fu-due -j1 n

# A path has at most 4,095 bytes on Linux; that of level 40 has 4,001, of its note 4,007.
name=$(printf '%099d' 0 | tr 0 d)
deep 60 "$name"
if [ "$(getconf PATH_MAX n 2>/dev/null)" = 4096 ]; then
	of_levels 'deeper than a path is long' 40 "$name" "$(levels '%s' 41 "$name" | tail -n 1): File name too long"
else
	skip 'deeper than a path is long' 'the longest path is not 4,095 bytes'
fi

# ---- 300,000 names in a directory ----

# fill: one in ten is named like a note, one in a hundred is one; the rest are links to empty files
fill() {
	perl -e '
		my $empty;
		mkdir "n" and chdir "n" or die "n: $!";
		for my $i (1 .. 300_000) {
			my $name = sprintf $i % 10 ? "e%06d" : "e%06d.md", $i;
			my $note = $i % 100 == 0;

			next if !$note && defined $empty && $i % 10_000 && link $empty, $name;
			open my $f, ">", $name or die "$name: $!\n";
			$empty = $name if !$note;
			print $f "---\nstage: lead\nname: entry $i\n---\n" if $note;
			close $f or die "$name: $!\n";
		}'
}

rm -rf n flat
if fill 2>"$tmp/stderr"; then
	rows=$(awk -v new="$new" 'BEGIN {
		for (i = 100; i <= 300000; i += 100)
			printf "2026-11-22\t0\tcontact\tn/e%06d.md\tentry %d\t%s\n", i, i, new
	}')
	printf '%s\n' "$rows" | cut -f5 | sed 's/^/name: /' | flatten
	read_all '300,000 names in a directory' "$rows" ''
else
	skip '300,000 names in a directory' "$(head -n 1 "$tmp/stderr")"
fi
rm -rf flat

# ---- what changes while it is read ----

# judge READER STATUS RIGHT ALWAYS KNOWN: prints what is wrong with a run, whose output is in $tmp/out and $tmp/err.
# RIGHT is a file of the lines that are right for one version of a note, '' where none is known; ALWAYS one of the
# paths of notes that are there throughout; KNOWN a pattern of complaints.
judge() {
	awk -v reader="$1" -v status="$2" -v right_file="$3" -v always_file="$4" -v known="^$1: $5\$" -v FS='\t' '
		BEGIN {
			while (right_file && (getline line <right_file) > 0)
				right[line]
			while (right_file && (getline line <always_file) > 0)
				lost[line]
		}
		FILENAME == ARGV[1] {
			path = reader == "fu-due" ? $4 : $1
			if (right_file && !($0 in right))
				print "wrong: " $0
			if (right_file && seen[path]++)
				print "twice: " $0
			delete lost[path]
			lines++
			next
		}
		$0 !~ known { print "unknown: " $0 }
		!/: warning: / { bad = 1 }
		END {
			for (path in lost)
				print "lost: " path
			if (status != (bad ? 2 : reader == "fu-check" && lines ? 1 : 0))
				print reader ": status " status
		}' "$tmp/out" "$tmp/err"
}

# run READER RIGHT KNOWN TURNS
run() {
	turn=0
	while [ $((turn += 1)) -le "$4" ]; do
		timeout 60 "$1" n >"$tmp/out" 2>"$tmp/err"
		judge "$1" $? "$2" "$tmp/always" "$3"
	done
}

# read_on KNOWN
read_on() {
	run fu-due "$tmp/rows" "$1" 20
	run fu-list "$tmp/paths" "$1" 10
	run fu-check '' "$1" 3
	run fu-report '' "$1" 3
	run fu-refer '' "$1" 3
	run fu-stats '' "$1" 3
}

# race KNOWN CHANGE...: every reader reads n while the command CHANGE changes it over and over, until $tmp/stop is
# there. $tmp/rows has the lines of fu-due that are right for one version of a note or another, $tmp/always the paths
# of the notes that are there all the time. What is wrong is printed, of much the first lines.
race() {
	race_known=$1
	shift
	rm -f "$tmp/stop"
	cut -f4 "$tmp/rows" >"$tmp/paths"
	"$@" &
	racer=$!
	read_on "$race_known" | head -n 20
	touch "$tmp/stop"
	wait "$racer"
}

# over_and_over CODE [ARGUMENT]...: runs Perl
over_and_over() {
	perl -e '
		use strict;
		my ($stop, $code) = splice @ARGV, 0, 2;
		my $change = eval "sub { $code }" or die $@;
		for (1 .. 10_000_000) {
			&$change();
			exit 0 if -e $stop;
		}' "$tmp/stop" "$@"
}

# people DIRECTORY TAG: 150 notes below it, of a name that has the tag
people() {
	mkdir -p "$1/a/b/c"
	for people_n in a/b/c/1 a/b/2 a/3; do
		for people_m in 0 1 2 3 4; do
			for people_l in 0 1 2 3 4 5 6 7 8 9; do
				lead "$1/$people_n$people_m$people_l.md" "$people_n$people_m$people_l, $2"
			done
		done
	done
}

# around: n with two notes that stay
around() {
	rm -rf n
	mkdir n
	lead n/aaa.md 'the first'
	lead n/zzz.md 'the last'
	fu-list n >"$tmp/always"
}

# What may be said of a name that was that of another kind of file a moment before.
gone='No such file or directory'
kinds="$special|Not a directory|a directory, not a file|a symbolic link to a file that is not there\
|warning: a symbolic link to a directory, which is not followed"

around
people n/here 'here or there'
{
	fu-due n
	mv n/here n/there
	fu-due n/there
	mv n/there n/here
} >"$tmp/rows"
check 'a directory renamed away and back' 0 '' '' race "n/t?here(/[abc0-9/]+(.md)?)?: $gone" over_and_over '
	for my $to ("n/there", "away") {
		rename "n/here", $to or die;
		select undef, undef, undef, 0.0003;
		rename $to, "n/here" or die;
	}'

around
people n/one 'of one'
people n/two 'of the other'
{
	fu-due n
	mv n/one three
	mv n/two n/one
	mv three n/two
	fu-due n
} >"$tmp/rows"
check 'two directories that change places' 0 '' '' race "n/(one|two)(/[abc0-9/]+(.md)?)?: $gone" over_and_over '
	rename "n/one", "three" and rename "n/two", "n/one" and rename "three", "n/two" or die'

# Each of these says the same from its first line on, however far it is read.
around
lead n/grows.md 'growing'
lead n/emptied.md 'emptied and written again'
lead n/vanishes.md 'vanishing'
lead n/is.md 'a file at times'
lead n/replaced.md 'one'
{
	fu-due n
	lead n/replaced.md 'another'
	fu-due n/replaced.md
} >"$tmp/rows"
printf 'n/grows.md\nn/replaced.md\n' >>"$tmp/always"
check 'files that grow, shrink, vanish, are replaced and are no files' 0 '' '' \
	race "n/(vanishes.md: $gone|is.md: ($gone|$kinds))" over_and_over '
	our $turn;
	my $lead = sub { "---\nstage: lead\nname: $_[0]\n---\n" };
	my $write = sub {
		open my $f, ">", $_[0] or die $!;
		syswrite $f, $_[1] or die $!;
	};
	my $renew = sub {
		$write->("n/.new", $_[1]);
		rename "n/.new", $_[0] or die $!;
	};

	open my $f, ">>", "n/grows.md" or die $!;
	syswrite $f, "Nothing that counts.\n" x 400;
	truncate $f, length $lead->("growing") if ++$turn % 20 == 0;
	$write->("n/emptied.md", $lead->("emptied and written again"));
	unlink "n/vanishes.md";
	$renew->("n/vanishes.md", $lead->("vanishing"));
	$renew->("n/replaced.md", $turn % 2 ? $lead->("one") : $lead->("another") . "x" x 8192);
	unlink "n/is.md";
	if ($turn % 4 == 0) {
		require POSIX;
		POSIX::mkfifo("n/is.md", 0600) or die $!;
	} elsif ($turn % 4 == 1) {
		symlink "nowhere", "n/is.md" or die $!;
	} elsif ($turn % 4 == 2) {
		mkdir "n/is.md" and rmdir "n/is.md" or die $!;
	}
	unlink "n/is.md";
	$write->("n/is.md", $lead->("a file at times"));'

# This has no bytes, says the kernel, but some are read, however often.
if [ ! -s /proc/version ] && [ -n "$(cat /proc/version 2>"$tmp/stderr")" ]; then
	around
	ln -s /proc/version n/mmm.md
	check 'a file that is never as long as it is said to be' 2 "$(row n/aaa.md 'the first'
row n/zzz.md 'the last')" 'fu-due: n/mmm.md: a file that changes while it is read; try again' \
		timeout 60 fu-due --rules none n
else
	skip 'a file that is never as long as it is said to be' 'no /proc/version'
fi

# ---- git checkout, back and forth ----

# letters VERSION: notes of 60 KB, of whose first half alone it could not be said that they wait for no answer
letters() {
	mkdir -p n/letters
	for letters_n in 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29; do
		{
			printf -- '---\nname: letter %s, %s\n---\n- 2026-11-02 > email: a question\n' "$letters_n" "$1"
			printf '%060000d\n- 2026-11-03 < email: an answer\n- 2026-11-14 > letter: thanks\n' 0
		} >n/letters/$letters_n.md
	done
}

# commit VERSION: notes whose names tell the version, and some whose kind is another in each
commit() {
	git -C n checkout -q -b "$1"
	people n/a "$1"
	letters "$1"
	if [ "$1" = old ]; then
		mkdir n/turns n/dir.md
		lead n/dir.md/in.md 'in a directory at first'
		lead n/file.md 'a file at first'
		lead n/turns/x.md 'a directory at first'
		ln -s file.md n/link.md
		lead n/old.md 'of old alone'
	else
		rm -r n/dir.md n/turns n/link.md n/old.md n/file.md
		mkdir n/file.md
		lead n/dir.md 'a file at last'
		lead n/file.md/in.md 'in a directory at last'
		lead n/link.md 'no link at last'
		ln -s a n/turns
		lead n/new.md 'of new alone'
	fi
	git -C n add .
	git -C n -c user.name=n -c user.email=n@example.com -c commit.gpgSign=false commit -q -m "$1"
	fu-due n
}

back_and_forth() {
	checkouts=0
	while [ $((checkouts += 1)) -lt 100000 ] && [ ! -e "$tmp/stop" ]; do
		git -C n checkout -q old && git -C n checkout -q new || return
	done
}

if has git; then
	around
	git init -q n
	{
		commit old
		commit new
	} >"$tmp/rows"
	check 'git checkout back and forth' 0 '' '' \
		race "n/[a-z0-9/]*(.md)?(/in.md)?: ($gone|$kinds)" back_and_forth
else
	skip 'git checkout back and forth' 'no git'
fi

plan_done
