# The log holds nothing of people: every value of every column but those of class none, pseudonym and public is looked for in what the
# servers wrote while they served: calls of programs (api, remote), forms of pages (processes). Sourced by run; the columns are read from
# schema/.

# columns: "table column" of each that says something of somebody in words of their own (not one word of a list in the schema)
columns() {
	cat schema/*.sql | awk '
		/^create table / { table = $3 }
		/ in \(/ { next }
		/^alter table .* add column / { if (/-- class: (members|personal|content|secret|confidential|safety)/) print $3, $6; next }
		/^\);?|^\) strict/ { table = "" }
		table != "" && /-- class: (members|personal|content|secret|confidential|safety)/ { print table, $1 }'
}
# Words of 6 signs and more, as they would stand in a line; of secrets kept as bytes their digits too.
canaries() {
	columns | while read -r table column; do
		sqlite3 "$1" "select distinct replace(substr($column, 1, 60), char(10), ' ') from $table where typeof($column) = 'text' and length($column) >= 6
			union select distinct lower(hex($column)) from $table where typeof($column) = 'blob' and length($column) >= 16" || echo "BROKEN $table $column"
	done | sed 's/^ *//; s/ *$//' | awk 'length >= 6' | sort -u
}
found() { grep -F -f "$work/canaries" "$1" | head -n 3; }

is_private() {    # is_private LOG DATABASE SECRET…: of that server, which has ended; and secrets that its database does not hold
	read_log=$1 database=$2
	shift 2
	{ canaries "$database"; printf "%s\n" "$@"; } > "$work/canaries"
	kinds=$(columns | wc -l) words=$(wc -l < "$work/canaries") lines=$(wc -l < "$read_log")
	note "$words values of $kinds columns that say something of somebody are looked for in $lines lines of a log"
	is "there are columns to look into" between 30 "$kinds" 200
	is "… all of which can be read" end_with 0 "$(grep -c BROKEN "$work/canaries")"
	is "… and much that must not be found" between 300 "$words" 1000000
	is "the server wrote a log" between 20 "$lines" 10000000
	said=$(found "$read_log")
	is "no value of theirs stands in it" end_with "" "$said"
	name=$(sqlite3 "$database" "select name from person where length(name) > 8 limit 1")
	{ cat "$read_log"; echo "role=web0 level=info what=request name=\"$name\""; } > "$work/leaky"
	said=$(found "$work/leaky")
	is "one that did would be found" has "$name"
}
