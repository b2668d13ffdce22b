# Reads, in this order: store_erase.sql, store_retention.sql, data-dictionary.kept, data-dictionary.until, the migrations. Prints docs/data.md.
function table_of(line, after) { sub(after, "", line); sub(/[ (;].*/, "", line); return line }

# Of an act of erasure, by somebody's wish or by its time: which table, and which columns are set.
FILENAME ~ /store_(erase|retention)/ {
	by_time = FILENAME ~ /retention/ ? "time " : ""
	if ($0 ~ /^delete from /) rows[by_time table_of($0, "^delete from ")] = 1
	if ($0 ~ /^update /) { updated = table_of($0, "^update "); rest = $0; sub(/^update [a-z_]+ set /, "", rest) }
	else if (updated != "" && $0 !~ /^(where|and|  and)/) rest = $0
	else rest = ""
	if (rest != "") {
		sub(/ where .*/, "", rest)
		n = split(rest, parts, ",")
		for (i = 1; i <= n; i++) if (match(parts[i], /^ *[a-z_]+ = /)) {
			name = parts[i]; gsub(/^ */, "", name); sub(/ = .*/, "", name)
			ends[by_time updated "." name] = 1
		}
	}
	if ($0 ~ /;$/ || $0 == "") updated = ""
	next
}
FILENAME ~ /\.(kept|until)$/ {
	by_time = FILENAME ~ /until$/ ? "time " : ""
	if ($0 !~ /^#/ && match($0, /: /)) { kept[by_time substr($0, 1, RSTART - 1)] = substr($0, RSTART + 2) }
	next
}

function add(table, line,   name, class, words) {
	name = line; sub(/^ */, "", name); sub(/ .*/, "", name)
	class = line; sub(/.*-- class: */, "", class)
	words = class; sub(/^[a-z]+ */, "", words); sub(/ .*/, "", class)
	if (!((table "." name) in place)) { place[table "." name] = ++count[table]; column[table, count[table]] = name }
	classes[table "." name] = class; said[table "." name] = words
}
/^create table / { table = table_of($0, "^create table "); if (!(table in seen)) { seen[table] = 1; order[++tables] = table; about[table] = comment }; comment = ""; is_table = 1; next }
is_table && /^\)/ { is_table = 0; next }
is_table && /-- class: / { add(table, $0); next }
/^alter table [a-z_]+ add column / { line = $0; t = table_of($0, "^alter table "); sub(/^alter table [a-z_]+ add column /, "", line); add(t, line); comment = ""; next }
/^alter table [a-z_]+ drop column / { line = $0; t = table_of($0, "^alter table "); sub(/^alter table [a-z_]+ drop column /, "", line); sub(/[; ].*/, "", line); gone[t "." line] = FNR; delete place[t "." line]; classes[t "." line] = ""; next }
/^-- / { line = substr($0, 4); comment = comment (comment == "" ? "" : " ") line; next }
{ comment = "" }

# how: "" for the wish of a person, "time " for what was kept for long enough. A table may be excused as a whole.
function fate(how, table, name,   key) {
	key = how table "." name
	if ((how table) in rows) return "its row goes"
	if (key in ends) return "goes"
	if (key in kept) { used[key] = 1; return "stays: " kept[key] }
	if ((how table) in kept && class_of[table "." name] ~ /^(members|content|personal|confidential)$/) { used[how table] = 1; return "stays: " kept[how table] }
	return ""
}
END {
	print "# What the database holds"
	print ""
	print "Made by `tools/data-dictionary` from the migrations (`schema/`), from what ends when a person has their data end"
	print "(`src/features/privacy/store_erase.sql`), and from what ends each night once its programme has kept it for long enough"
	print "(`src/features/privacy/store_retention.sql`; the periods are settings of the programme, `keep.…`); `make data` makes it anew. Classes: public (anybody), members (of the programme), content"
	print "(words of people, as the desk shows them), personal (who may see it stands under its field), confidential (fewer than that), safety"
	print "(safety responders), pseudonym (an id of a person or of what is theirs), secret (hashes and what is sealed), none (nothing of a person)."
	for (i = 1; i <= tables; i++) {
		table = order[i]
		print ""
		print "## " table
		if (about[table] != "" && length(about[table]) < 400) { print ""; print about[table] }
		print ""
		print "| column | class | when a person's data ends | when its time is over | what it is |"
		print "|---|---|---|---|---|"
		for (k = 1; k <= count[table]; k++) {
			name = column[table, k]; key = table "." name
			if (classes[key] == "" || shown[key]++) continue
			class_of[key] = classes[key]
			f = fate("", table, name)
			t = fate("time ", table, name)
			if (f == "" && classes[key] ~ /^(members|content|personal|confidential)$/) { print "data-dictionary: " key " is " classes[key] ", and nothing ends it" > "/dev/stderr"; wrong = 1 }
			if (t == "" && classes[key] ~ /^(members|content|personal|confidential)$/) { print "data-dictionary: " key " is " classes[key] ", and no time ends it" > "/dev/stderr"; wrong = 1 }
			words = said[key]; gsub(/\|/, "\\|", words)
			print "| " name " | " classes[key] " | " f " | " t " | " words " |"
		}
	}
	for (key in kept) if (!(key in used)) { print "data-dictionary: " key " is excused without need" > "/dev/stderr"; wrong = 1 }
	exit wrong
}
