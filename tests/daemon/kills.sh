# Signal 9 for every process at random while eight clients write, on the data that the crowd left. Sourced by run.
# KILLS on SQLite, POSTGRES_KILLS on PostgreSQL; SEED chooses whom and when.

kills() {    # kills NAME COUNT OPTIONS…
	name=$1 count=$2
	shift 2
	said=$("$killer" kill operation-code $notes "$name" "$work/kept" "$count" "$SEED" "$mentord" demo --dir "$dir" --processes 2 "$@" 2>> "$work/log")
	code=$?
	note "$count kills: $said"
	is "killed with signal 9 $count times at random, the server answers all in the end" end_with 0 "$code"
	is "… all its roles were among them" all_roles
	is "… with success, or 503 and Retry-After, or a broken line" has ' other=0 '
	is "F192 … what it had acknowledged is there, and nothing twice" all_kept "$name"
	is "… and it serves again within $ready_most_ms ms, 99 times of a hundred" between 0 "$(value ready_p99_ms)" $ready_most_ms
	is "… and ends well" has ' ended=0'
	is_sound "after the kills"
}
all_roles() {
	[ "$count" -lt 10 ] || { [ "$(value keeper)" -gt 0 ] && [ "$(value web)" -gt 0 ] && [ "$(value writer)" -gt 0 ] && [ "$(value worker)" -gt 0 ] && [ "$(value courier)" -gt 0 ]; }
}
