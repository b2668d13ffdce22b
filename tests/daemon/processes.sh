# What the processes promise, one function a promise. Sourced by run; $said holds what the client printed last.

crowd() {
	command=$1; shift
	said=$("$client" "$command" "$port" operation-code "$@" 2>&1)
	code=$?
	note "$command: $said"
}

# Every acknowledged note is in the database, and none is there twice, however often it was tried.
all_kept() {
	echo "select words from note where words like '$1-%'" | sql | sort > "$work/stored"
	sort "$work/kept" > "$work/kept.sorted"
	said="$said; $(comm -23 "$work/kept.sorted" "$work/stored" | wc -l) lost, $(uniq -d "$work/stored" | wc -l) doubled"
	has '; 0 lost, 0 doubled'
}
count_notes() { echo "select count(*) from note where words like '$1-%'" | sql; }

race() {
	crowd race $mentors 100000 $rounds
	is "$mentors mentors claim one request at once, half of them over the API, $rounds times: one has it, the others are told" end_with 0 "$code"
	is "… by an answer each" has " one_winner=$rounds "
	is "… the one by its page, the losers by 409, but for 403 to who already holds as much as agreed" has ' other=0 '
	is "… $((mentors * rounds)) answers in all" end_with $((mentors * rounds - rounds)) $(($(value taken) + $(value full)))
	is "… most of which are 409" between $((mentors * rounds * 3 / 4)) "$(value taken)" $((mentors * rounds))
	is "… forms win" between 1 "$(value by_form)" $((rounds - 1))
	is "… and so do programs" between 1 "$(value by_program)" $((rounds - 1))
	said=$(echo "select count(*), count(distinct request), sum(case when ended_at is null then 1 else 0 end)
		from claim where request between 100000 and 100000 + $rounds - 1" | sql)
	is "the database holds one claim a race" end_with "$rounds|$rounds|$rounds" "$said"

	crowd greedy $((mentors + 1)) $greedy 100100 6
	is "a mentor who agreed to one request and claims six at once gets one" has "have_one=$greedy "
	is "… and is told why not the others" has "full=$((greedy * 5)) "
	said=$(echo "select count(*) from mentor where running > capacity" | sql)
	is "no mentor holds more than agreed" end_with 0 "$said"
	said=$(echo "select count(*) from mentor m where m.running <>
		(select count(*) from claim c join request r on r.id = c.request
		 where c.mentor = m.person and c.ended_at is null and r.programme = m.programme)" | sql)
	is "the count of each mentor is the number of live claims" end_with 0 "$said"
	is_sound "after the race"
	said=$(echo "select count(*) from session where id > 30000 and seen_at > started_at" | sql)
	is "sessions that were used are noted as seen" between 100 "$said" 1000
}

# A writer dies again and again while all write.
writer_dies() {
	"$client" notes "$port" operation-code $notes 32 4000 load "$work/kept" > "$work/said" 2>&1 &
	load=$!
	for i in 1 2 3; do
		sleep 1
		kill -KILL "$(role writer 0)"
	done
	wait $load
	code=$?
	said=$(cat "$work/said")
	note "notes: $said"
	is "a writer is killed three times under load: every request is answered" end_with 0 "$code"
	is "… with success or 503 and Retry-After" has 'other=0'
	is "… no line is cut" has 'cut=0 '
	is "… long before a silent one would be given up" between 0 "$(value slowest_ms)" $never_ms
	is "what was acknowledged is kept, what was tried again is there once" all_kept load
}

writer_frozen() {
	old=$(role writer 0)
	crowd frozen $notes 20 frozen "$old"
	is "what waited for a writer that died is served by its successor" has 'kept=20 '
	is "… once" end_with 20 "$(count_notes frozen)"
	is "… which is another process" is_new "$old" writer 0
}

writer_silent() {
	crowd silent $notes silent "$(role writer 0)"
	is "a write that is not answered is given up after ten seconds" has 'first=503 '
	is "… neither sooner nor much later" between 9500 "$(value after_ms)" $((10500 + 1000 * SLACK))
	is "… and trying again finds that it was done" has 'again=303'
	is "… once" end_with 1 "$(count_notes silent)"
}

web_dies() {
	before=$(wc -l < "$work/log")
	old=$(role web 0)
	crowd restart 64 "$old"
	lost=$(tail -n +$((before + 1)) "$work/log" | grep -c 'role=web0 .*number=10995116')    # of its first generation
	is "a web process is killed: newcomers are all answered" has 'answered=64 '
	is "… by a successor" is_new "$old" web 0
	first=$(value slowest_ms)
	is "the connections of the other web process go on" end_with $((64 - lost)) "$(value kept)"
	is "… and it had some" between 1 $((64 - lost)) 63
	sleep 1.2    # so that this death is a first one again
	crowd restart 64 "$(role web 1)"
	second=$(value slowest_ms)
	[ "$first" -lt "$second" ] || first=$second
	note "a newcomer waited $first ms for the successor of a dead web process, in the better of two tries"
	is "a restart takes less than $restart_most_ms ms" between 0 "$first" $restart_most_ms
	for i in 1 2 3 4; do
		old=$(role web 0)
		kill -KILL "$old"
		within 100 is_new "$old" web 0
	done
	is "one that dies again and again is started again, ever later" within 50 is_new "$old" web 0
	crowd restart 4 "$(role web 1)"
	is "and the server serves" has 'answered=4 '
}

quiet_log() {
	said=$(grep -c 'what=request' "$work/log")
	is "each request is a line of the log" between 64 "$said" 100000
	said=$(grep -E 'racing|csrf|token=|[?]|@' "$work/log" | head -n 3)
	is "… without address, token or e-mail" test -z "$said"
}
no_complaints() {
	said=$(grep -E 'Sanitizer|runtime error|what=check' "$work/log" | head -n 3)
	is "no process complained about itself" test -z "$said"
}

drains() {
	crowd drain $notes 64 drained "$keeper" 15
	is "SIGTERM: what is under way is answered" has 'cut=0 '
	is "… and kept" has 'kept=64 '
	wait_end
	is "… and the keeper ends with 0" end_with 0 "$code"
	is "… having said so" grep -q 'words="drained"' "$work/log"
	is "what was answered is in the database" end_with 64 "$(count_notes drained)"
}

ctrl_c() {
	crowd drain $notes 16 interrupted "-$keeper" 2
	is "Ctrl-C reaches all processes, yet what is under way is answered" has 'kept=16 '
	wait_end
	is "… and the keeper ends with 0" end_with 0 "$code"
}

stopped_as_group() {
	crowd drain $notes 16 grouped "-$keeper" 15
	is "a service manager's SIGTERM to all processes at once drains as well" has 'kept=16 '
	wait_end
	is "… and the keeper ends with 0" end_with 0 "$code"
}

writer_dies_at_the_end() {
	within 100 is_up writer
	old=$pid
	kill -STOP "$old"
	"$client" drain "$port" operation-code $notes 16 late "$keeper" 15 > "$work/said" 2>&1 &
	load=$!
	sleep 1
	kill -KILL "$old"
	wait $load
	said=$(cat "$work/said")
	note "drain: $said"
	is "a writer that dies while all ends is started once more for those who wait" has 'kept=16 '
	wait_end
	is "… and the keeper ends with 0" end_with 0 "$code"
}

keeper_dies() {
	webs="$(role web 0) $(role web 1) $(role worker 0)" writer=$(role writer 0)
	is "the roles run" test -n "$writer"
	kill -KILL "$keeper"
	wait_end
	for pid in $webs $writer; do is "nothing outlives a killed keeper" within 20 is_gone "$pid"; done
}

busy_port() {
	said=$("$mentord" serve --dir "$work/other" --listen "127.0.0.1:$port" 2>&1)
	is "a port in use is told and refused" end_with 7 $?
	said=$("$mentord" login-link --dir "$dir" mentor1@demo.example)
	is "a login link can be had while the server runs" end_with 0 $?
	is "… and is one line" end_with 1 "$(printf '%s\n' "$said" | wc -l)"
	is "… to where this folder is served" has "http://127.0.0.1:$port/login/link?token="
	said=$("$mentord" login-link --dir "$dir" --listen 127.0.0.1:9 mentor1@demo.example)
	is "… or to where the operator says" has 'http://127.0.0.1:9/login/link?token='
}

fresh() {
	dir=$work/fresh
	start serve --dir "$dir"
	is "a fresh server prints its one-time set-up link" grep -q "http://127.0.0.1:$port/setup?token=" "$work/out"
	stop
	is "an idle server ends at once" end_with 0 "$code"
}

on_sqlite() {
	fresh
	dir=$work/sqlite
	start demo --dir "$dir" --seed 7
	said=$(fill 2>&1)
	is "the crowd is in the database" end_with 0 $?
	echo yes > "$dir/crowded"
	busy_port
	backups
	race
	writer_dies
	writer_frozen
	writer_silent
	web_dies
	quiet_log
	drains
	start demo --dir "$dir"
	is "the server starts again on its data" is_serving
	ctrl_c
	start demo --dir "$dir"
	stopped_as_group
	start demo --dir "$dir"
	writer_dies_at_the_end
	start demo --dir "$dir"
	keeper_dies
	is_private "$work/log" "$dir/mentord.db" racing-mentor cmFjaW5nLW1lbnRvci    # the racers' secrets, as they are and as they are sent
}

are_connected() { [ "$(echo "select count(*) from pg_stat_activity where backend_type = 'client backend'" | sql)" -ge 5 ]; }

database_lost() {
	is "two webs and two writers are connected" within 100 are_connected
	said=$(echo "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and usename = 'mentord'
		and backend_type = 'client backend'" | sql)
	is "every connection to the database breaks" between 4 "$said" 60
	crowd notes $notes 8 1500 lost "$work/kept"
	is "the processes come back with new ones" end_with 0 "$code"
	is "… and lose nothing" all_kept lost
}

on_postgres() {
	dir=$work/pg
	start demo --dir "$dir" --seed 7 --database "$conn"
	said=$(fill 2>&1)
	is "PostgreSQL: the crowd is in the database" end_with 0 $?
	echo yes > "$dir/crowded"
	race
	writer_dies
	drains
	start demo --dir "$dir" --database "$conn"
	database_lost
	stop
	is "PostgreSQL: the server ends well" end_with 0 "$code"
}
