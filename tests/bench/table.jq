# Reads one object a round, {name: [seconds, ...]}, and prints the rows of the table of $count notes, as TSV: what ran,
# milliseconds (median, least), runs, how many times as long fu-due, fu-list and fu-check took, and what is aimed at.

def aims: {
	"1": {"a program that does nothing": 1.5},
	"100000": {"rg '^every:'": 1.5, "open, read, close": 2.5, "PyYAML": 0.05},
	"1000000": {"fu-due, 100000 notes": 11}
};
def filters: ["fu-due", "fu-list -w", "fu-check"];

def median: sort | (.[(length - 1) / 2 | floor] + .[length / 2 | floor]) / 2;
def ratio($filter; $peer): [.[] | select(has($peer)) | (.[$filter] | median) / (.[$peer] | median)] | median;
def verdict($figure; $aim): if $aim == null then "" else "\($aim) \(if $figure <= $aim then "met" else "missed" end)" end;

. as $rounds |
([.[] | keys_unsorted[]] | reduce .[] as $name ([]; if index([$name]) then . else . + [$name] end))[] as $name |
[$rounds[] | .[$name] // empty | .[] * 1000] as $ms |
(if filters | index($name) then ["", "", ""] else [filters[] as $filter | $rounds | ratio($filter; $name)] end) as $ratios |
[$name, ($ms | median), ($ms | min), ($ms | length)] + $ratios + [verdict($ratios[0]; aims["\($count)"][$name])] | @tsv
