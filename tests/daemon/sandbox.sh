# The walls around living processes, and what a restart costs with them. Sourced by run; src/system/test_sandbox.c tries the walls from inside.

status_of() { sed -n "s/^$2:[[:space:]]*//p" "/proc/$1/status"; }
limit_of() { sed -n "s/^$2 *\([0-9a-z]*\) .*/\1/p" "/proc/$1/limits"; }
is_sealed() { [ "$(status_of "$1" Seccomp)" = 2 ] && [ "$(status_of "$1" NoNewPrivs)" = 1 ]; }
access_of() {    # access_of PID FILE: how the process holds it: r, w, rw
	find "/proc/$1/fd" -lname "*/$2" -printf '%M\n' | sed 's/^l\(.\)\(.\).*/\1\2/; s/-//g'
}

sealed_roles() {
	for who in keeper web worker courier writer; do
		case $who in keeper) pid=$keeper ;; *) within 100 is_up $who ;; esac    # whose predecessor may just have been killed
		said="$who $pid $(status_of "$pid" Seccomp) $(status_of "$pid" NoNewPrivs)"
		is "the $who is sealed: a filter of calls, no new privileges" within 50 is_sealed "$pid"
		is "… and leaves no core" end_with 0 "$(limit_of "$pid" 'Max core file size')"
	done
	said=$(grep 'what=sealed' "$work/log" | tail -n 5)
	is "each says in its log what holds" end_with 5 "$(printf '%s\n' "$said" | grep -c 'seccomp=1')"
	is "what mentord version says agrees" says 0 version --json
	is "… with the log" has "\"landlock\":$(sed -n 's/.*what=sealed landlock=\([0-9]*\).*/\1/p' "$work/log" | tail -n 1)"
}

reads_alone() {
	said="$(access_of "$1" mentord.db) $(access_of "$1" mentord.db-wal) $(access_of "$1" mentord.db-shm)"
	[ "$said" = "r r r" ]
}
holds_little() {    # it is sealed first, and opens them then
	is "a web process holds the database, its log and the memory shared with the writer for reading alone" within 50 reads_alone "$(role web 0)"
}

has_room() {
	said=$("$build/daemon/many" "$port" 1023 2>&1)
	is "a web process started with room for 64 files takes 1,024 connections" end_with 0 $?
	note "many: $said"
}

killed_by_filter() {
	old=$(role web 0)
	kill -SYS "$old"    # what the filter does
	is "a role that its filter ended is started again" within 100 is_new "$old" web 0
	said=$(grep 'what=died' "$work/log" | tail -n 1)
	is "… and the keeper says why" has 'signal=31 words="its sandbox ended it: it made a system call that its role may never make"'
}

# An upgrade puts other files in the place of the program: the one that runs still starts its roles.
survives_upgrade() {
	cp "$mentord" "$mentord.new" && mv "$mentord.new" "$mentord"
	old=$(role web 0)
	kill -KILL "$old"
	is "a program whose file was replaced starts its roles again" within 100 is_new "$old" web 0
	crowd restart 4 "$(role web 0)"
	is "… and they serve" has 'answered=4 '
}

# How long newcomers wait when a web process dies, in the best of three tries: each death a first one.
released_restart() {
	best=999999
	for i in 1 2 3; do
		sleep 1.1
		crowd restart 64 "$(role web 0)"
		waited=$(value slowest_ms)
		[ "$waited" -ge "$best" ] || best=$waited
	done
	note "release build: a newcomer waited $best ms for the successor of a dead web process, in the best of three tries"
	is "release build: a dead web process has a successor that answers within 0.1 s, with the slack of a shared machine" between 0 "$best" $((100 * SLACK))
}

# Seen from outside: status, seconds, whether Retry-After came.
knock() {
	said=$(curl -s -m 12 -o /dev/null -D "$work/head" -w '%{http_code} %{time_total}' "http://127.0.0.1:$port$1")
	said="$said $(grep -ci '^retry-after' "$work/head")"
}
is_open() { knock /login; case $said in 200*) ;; *) return 1 ;; esac; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

database_away() {
	crowd notes $notes 4 300 before "$work/kept"
	lines=$(wc -l < "$work/log")    # other parts have said so of other databases
	tests/postgres halt "$postgres"
	bad='' slowest=0
	for i in $(seq 25); do
		since=$(milliseconds)
		knock /login
		took=$(($(milliseconds) - since))
		[ "$took" -le "$slowest" ] || slowest=$took
		case $said in 503*' 1') ;; *) bad="$bad; $said" ;; esac
		sleep 0.1
	done
	note "PostgreSQL is away: 25 newcomers over 2.5 s and more, the slowest answer after $slowest ms"
	said=$bad
	is "PostgreSQL is away: newcomers are told 503 and when to try again" test -z "$bad"
	is "… none waits for a deadline of 10 s" between 0 "$slowest" $never_ms
	is "… in the log once, not with every try" between 1 "$(tail -n +$((lines + 1)) "$work/log" | grep -c 'words="the database cannot be reached')" 8
	tests/postgres start "$postgres" > /dev/null
	since=$(milliseconds)
	within 100 is_open
	took=$(($(milliseconds) - since))
	said="$said after $took ms"
	note "PostgreSQL accepts again: pages are there after $took ms"
	is "PostgreSQL accepts again: pages are there within $ready_most_ms ms" between 0 "$took" $ready_most_ms
	sleep 2
	crowd notes $notes 8 1000 after "$work/kept"
	is "… and 2 s later nothing is refused" has 'unavailable=0 cut=0 other=0'
	is "… and all is kept" all_kept after
}

# Load while the database goes and comes.
database_blinks() {
	"$client" notes "$port" operation-code $notes 8 5000 blink "$work/kept" > "$work/said" 2>&1 &
	load=$!
	sleep 1
	tests/postgres halt "$postgres"
	sleep 1
	tests/postgres start "$postgres" > /dev/null
	wait $load
	code=$?
	said=$(cat "$work/said")
	note "notes: $said"
	is "PostgreSQL restarts under load: every request is answered, with success or 503 and Retry-After" end_with 0 "$code"
	is "… long before a silent writer would be given up" between 0 "$(value slowest_ms)" $never_ms
	is "… what was acknowledged is kept, once" all_kept blink
}

sandbox_on_sqlite() {
	dir=$work/sqlite
	built=$mentord files=$(ulimit -S -n) processes='--processes 1' mentord=$work/program
	cp "$built" "$mentord"
	ulimit -S -n 64
	start demo --dir "$dir"
	ulimit -S -n "$files"
	sealed_roles
	holds_little
	has_room
	killed_by_filter
	survives_upgrade
	stop
	is "sealed processes end well" end_with 0 "$code"
	is "… and the last has tidied the database" test ! -e "$dir/mentord.db-wal"
	mentord=$built processes='--processes 2'
}

with_release() {
	checked=$mentord
	mentord=$build/mentord
	sandbox_on_sqlite
	start demo --dir "$dir"
	released_restart
	stop
	mentord=$checked
}

sandbox_on_postgres() {
	start demo --dir "$dir" --database "$conn"
	sealed_roles
	database_away
	database_blinks
	stop
	is "PostgreSQL: sealed processes end well" end_with 0 "$code"
}
