# What the processes promise, one function a promise. Sourced by run. $said holds what the client printed last.

notes=100199    # the request that notes are written about; races use those before it

crowd() { said=$("$client" "$1" "$port" operation-code ${2+"${@:2}"}); }

notes_of() { echo "select count(*) from note where words like '$1-%'" | sql; }

# Every acknowledged note is in the database, and no note is there twice, however often it was tried.
all_kept() {
	echo "select words from note where words like '$1-%'" | sql | sort > "$work/stored"
	sort "$work/kept" > "$work/kept.sorted"
	said="$said; $(comm -23 "$work/kept.sorted" "$work/stored" | wc -l) lost, $(uniq -d "$work/stored" | wc -l) doubled"
	has '; 0 lost, 0 doubled'
}
