# Prints path, last touch and cadence of each note that has one: what find | xargs awk can tell of whom to get back to.

function put() {
	if (every != "")
		print path "\t" last "\t" every
}

FNR == 1 {
	put()
	path = FILENAME
	last = every = ""
}

/^every:/ {
	every = substr($0, 8)
}

/^- [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] / && $2 > last {
	last = $2
}

END {
	put()
}
