# More clients than it can hold, and clients that want to be a burden, beside a healthy one (TRUST.md R16). Sourced by run.
# The optimised build, since memory is measured: at most 256 MiB for all processes together.
# SLOW clients of each slow kind for SPAN seconds, IDLE connections as long.

memory_most_kb=$((256 * 1024))

is_healthy() {    # what every flood leaves alone
	is "… a healthy client among them is answered, every time" has ' failed=0 '
	is "… in less than $healthy_most_ms ms, 99 times of a hundred" between 0 "$(value p99_ms)" $healthy_most_ms
	is "… and all processes together stay below 256 MiB" between 1 "$(value memory_kb)" $memory_most_kb
}

flood() {    # flood KIND COUNT SECONDS
	said=$("$overload" slow "$port" operation-code "$keeper" "$@" 2>&1)
	code=$?
	note "$said"
}

slow_ones() {
	flood head "$SLOW" 13
	is "$SLOW clients send a byte of a head a second" end_with 0 "$code"
	is "… each is cut when its ten seconds are over" between "$SLOW" "$(value cut)" $((SLOW * 13))
	is "… not sooner" between 9500 "$(value shortest_ms)" $((11500 + 1000 * SLACK))
	is "… and not much later" between 9500 "$(value longest_ms)" $((11500 + 1000 * SLACK))
	is_healthy
	flood body "$SLOW" "$body_span"
	is "$SLOW clients send a byte of a body a second" end_with 0 "$code"
	if [ "$body_span" -gt 32 ]; then
		is "… each is cut when its thirty seconds are over" between 29500 "$(value shortest_ms)" $((31000 + 1000 * SLACK))
	else
		is "… none is cut before its thirty seconds are over" end_with 0 "$(value cut)"
	fi
	is_healthy
	flood read "$SLOW" "$SPAN"
	is "$SLOW clients take a byte of their answers a second" end_with 0 "$code"
	if [ "$SPAN" -gt 65 ]; then    # they cannot see it: what the kernel holds for them lasts longer
		is "… each is cut when its sixty seconds are over" between 1 "$(value descriptors)" 100
	fi
	is_healthy
}

# Some lose the answer to the reset that follows a closed socket with unread bytes in it; most must not.
bodies() {    # bodies COUNT BYTES KIND STATUS WORDS
	said=$("$overload" bodies "$port" operation-code "$keeper" "$1" "$2" "$3" 2>&1)
	code=$?
	note "$3 $2: $said"
	is "$5: refused before it is read" end_with 0 "$code"
	is "… with $4" has ' other=0 '
	is "… which most who go on sending can still read" between $(($1 * 3 / 4)) "$(value refused)" "$1"
	is "… and the line is closed before a small part has come" between 0 "$(value most_sent)" 6000000
	# Those that are refused at the same moment have an arena each, for the words of their refusal; of the bodies nothing is kept.
	is "… without a byte of memory for it" between -4096 "$(value memory_grew_kb)" $((4096 + $1 * 1024))
}

kept_ones() {
	for count in 127 128 129 256; do
		said=$("$overload" kept "$port" operation-code "$keeper" $count 1 2>&1)
		note "$said"
		is "exactly $count kept connections that ask at the same moment are all answered" has ' other=0 '
		is "… without a stall" between 0 "$(value slowest_ms)" $healthy_most_ms
		is "… again and again" between 2 "$(value rounds)" 10000
	done
}

idle_ones() {
	flood idle "$IDLE" "$SPAN"
	is "$IDLE idle connections, each dialled again when it is cut" end_with 0 "$code"
	is "… the longest idle ones make room" between 1 "$(value cut)" 10000000
	is_healthy
}

claimers() {
	echo "update mentor set capacity = running + 1 where id > 20000" | sql    # races filled some
	said=$("$overload" claims "$port" operation-code "$keeper" 0 2 100200 2>&1)
	note "nobody writes: $said"
	said=$("$overload" claims "$port" operation-code "$keeper" 64 2 100200 2>&1)
	note "64 mentors claim and give back: $said"
	is "64 mentors claim and give back: each is answered well" has ' refused=0 '
	is "… and so is whoever reads" has ' failed=0 '
	is "… in less than $healthy_most_ms ms, 99 times of a hundred" between 0 "$(value p99_us)" $((healthy_most_ms * 1000))
}

# Links of the racers' own secrets, which their sessions have as well. With the rate limits of a server that is no demo.
sign_ins() {
	start demo --dir "$dir" --rate-limits yes
	now=$(date +%s)000000
	sha256sum "$work"/tokens/* | sed -n "2,$((mentors + 1))p" | while read -r hash file; do
		n=$(expr "${file##*/}" + 0)
		echo "insert into way_in (id, hash, kind, person, made_at, expires_at)
		      values ($((50000 + n)), $(blob "$hash"), 'sign-in', $((4000 + n)), $now, $now + 3600000000);"
	done | { echo "begin;"; cat; echo "commit;"; } | sql
	said=$("$overload" sign-ins "$port" operation-code "$keeper" $mentors 2>&1)
	note "$said"
	is "$mentors people sign in at the same moment: all are let in" has " in=$mentors "
	is "… whoever reads meanwhile is answered" has ' failed=0 '
	is "… in less than $healthy_most_ms ms, 99 times of a hundred" between 0 "$(value p99_ms)" $healthy_most_ms
	said=$(echo "select count(*), count(distinct person), (select count(*) from way_in where id between 50001 and 50999 and used_at is not null)
		from session where person between 4001 and 4999 and id > 100000" | sql)
	is "… into one session each, and no link is left" end_with "$mentors|$mentors|$mentors" "$said"
	stop
}

overloaded() {
	mentord_before=$mentord mentord=$build/mentord body_span=$SPAN
	sign_ins
	start demo --dir "$dir"
	mentord=$mentord_before
	before="$(role writer 0) $(role web 0) $(role web 1)"
	bodies 20 10485760 plain 413 "10 MiB"
	bodies 20 1073741824 plain 413 "1 GiB"
	bodies 20 10485760 chunked 411 "10 MiB in chunks"
	bodies 20 1073741824 chunked 411 "1 GiB in chunks"
	kept_ones
	claimers
	slow_ones
	idle_ones
	is "no process died of it" same_processes "$before"
	stop
	is "… and the server ends well" end_with 0 "$code"
	is_sound "after all this"
}
