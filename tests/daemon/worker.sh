# The worker dies again and again while much is due: nothing is left undone, nothing is done twice. Sourced by run.

# Requests that have waited three days and an hour, each with its job, due since. $asked: by the machine's clock, in microseconds.
fill_due() {    # fill_due COUNT
	sql <<-SQL
		begin;
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
		insert into request (id, programme, number, mentee, state, service, title, language, medium, saved_at, sent_at, waiting_since_at)
		select 300000 + i, g.id, 90000 + i, p.id, 'open', (select min(s.id) from service s where s.programme = g.id),
		       'Due ' || i, 'English', 'any', $asked - 262800000000, $asked - 262800000000, $asked - 262800000000
		from n cross join programme g cross join person p where p.email = 'mentee1@demo.example';
		insert into event (id, programme, request, person, actor, kind, state_after, happened_at)
		select 3000000 + r.id, r.programme, r.id, r.mentee, r.mentee, 'sent', 'open', r.sent_at from request r where r.id between 300001 and 399999;
		insert into job (id, programme, kind, subject, state, due_at, made_at)
		select r.id, r.programme, 'request-step', r.id, 'waiting', r.sent_at + 259200000000, r.sent_at from request r where r.id between 300001 and 399999;
		update programme set last_number = 90000 + $1;
		commit;
	SQL
}
left_due() { said="$(echo "select count(*) from job where state in ('waiting', 'held') and subject between 300001 and 399999 and due_at <= $asked" | sql) left"; }
none_left() { left_due; end_with "0 left" "$said"; }

worker_dies() {    # worker_dies DUE KILLS OPTIONS…
	due=$1 count=$2 asked=$(date +%s)000000
	shift 2
	said=$(fill_due "$due" 2>&1)
	is "$due requests wait for their next step" end_with 0 $?
	start demo --dir "$dir" "$@"
	struck=0
	for _ in $(seq "$count"); do
		old=$(role worker 0)
		[ -z "$old" ] || { kill -KILL "$old" 2> /dev/null && struck=$((struck + 1)); }
		within 50 is_new "$old" worker 0
		sleep 0.2$((struck % 4))    # long enough to be at work: whoever dies at once is not replaced at once
	done
	is "… the worker is killed $count times meanwhile, and is there again each time" end_with "$count" "$struck"
	is "… and every step is taken in the end" within 300 none_left
	said=$(echo "select count(*), count(distinct request) from event where kind = 'reminded' and request between 300001 and 399999" | sql)
	is "… once" end_with "$due|$due" "$said"
	said=$(echo "select count(*) from job where state = 'dead'" | sql)
	is "… none is given up" end_with 0 "$said"
	stop
	is "… and the server ends well" end_with 0 "$code"
	is_sound "after the deaths of the worker"
}
