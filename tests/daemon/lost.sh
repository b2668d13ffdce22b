# PostgreSQL goes away and comes back while eight clients write (TRUST.md R15). Sourced by run.

loses_postgres() {    # loses_postgres COUNT
	count=$1
	said=$(POSTGRES=$postgres "$killer" break operation-code $notes outage "$work/kept" "$count" "$SEED" tests/daemon/break_postgres \
		"$mentord" demo --dir "$dir" --processes 2 --database "$conn" 2>> "$work/log")
	code=$?
	note "$count losses of PostgreSQL: $said"
	is "PostgreSQL is killed, restarted, loses connections: the server answers all in the end" end_with 0 "$code"
	is "… with success, or 503 and Retry-After, or a broken line" has ' other=0 '
	is "… what it had acknowledged is there, and nothing twice" all_kept outage
	is "… and writes again within $ready_most_ms ms of the database's return" between 0 "$(value ready_p99_ms)" $ready_most_ms
	is "… without an error from then on" has ' late=0 '
	is "… and ends well" has ' ended=0'
	is_sound "after the lost connections"
}
