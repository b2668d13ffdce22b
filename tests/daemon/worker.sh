# Worker and courier die again and again while much is due: nothing is left undone, no effect in the database is there twice, every letter leaves.
# Sourced by run.

# Requests that have waited three days and an hour, each with its job, due since. $asked: by the machine's clock, in microseconds.
fill_due() {    # fill_due COUNT
	sql <<-SQL
		begin;
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
		insert into request (id, programme, number, mentee, state, service, title, language, medium, saved_at, sent_at, waiting_since_at)
		select 300000 + i, g.id, 90000 + i, p.id, 'open', (select min(s.id) from service s where s.programme = g.id),
		       'Due ' || i, 'English', 'any', $asked - 262800000000, $asked - 262800000000, $asked - 262800000000
		from n join programme g on g.slug = 'operation-code' cross join person p where p.email = 'mentee1@demo.example';
		insert into event (id, programme, request, person, actor, kind, state_after, happened_at)
		select 3000000 + r.id, r.programme, r.id, r.mentee, r.mentee, 'sent', 'open', r.sent_at from request r where r.id between 300001 and 399999;
		insert into job (id, programme, kind, subject, state, due_at, made_at)
		select r.id, r.programme, 'request-step', r.id, 'waiting', r.sent_at + 259200000000, r.sent_at from request r where r.id between 300001 and 399999;
		update programme set last_number = 90000 + $1 where slug = 'operation-code';
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
		insert into letter (id, programme, kind, request, recipient, channel, address, order_key, fields, haste, state, not_before_at, made_at)
		select 4000000 + i, g.id, 'L12', 300000 + i, p.id, 'mail', p.email, 'dies/' || i,
		       '{"you":"Dana","number":"' || i || '","title":"Due ' || i || '","link":"http://127.0.0.1/"}', 'soon', 'waiting', $asked - 1000000, $asked - 1000000
		from n join programme g on g.slug = 'operation-code' cross join person p where p.email = 'mentee1@demo.example';
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1 / 5)
		insert into letter (id, programme, kind, request, channel, act, address, order_key, fields, haste, state, not_before_at, made_at, subject, body)
		select 5000000 + i, g.id, 'chat', 300000 + i, 'slack', case when i % 10 = 0 then 'post' else 'answer' end,
		       case when i % 10 = 0 then 'C0ROOM' || i else 'http://127.0.0.1:$slack_port/answers/' || i end, 'chat/' || i, '', 'soon', 'waiting',
		       $asked - 1000000, $asked - 1000000, '', '{"text":"Due-' || i || ' by Slack"}'
		from n join programme g on g.slug = 'operation-code';
		commit;
	SQL
}
# A step that a dead worker held is due a little later than it was, so the requests are asked, not the jobs.
left_due() { said="$(echo "select count(*) from request where id between 300001 and 399999 and wait_step = 0" | sql) left"; }
left_letters() { said="$(echo "select count(*) from letter where state in ('waiting', 'held') and id between 4000001 and 5999999" | sql) left"; }
no_letter_left() { left_letters; end_with "0 left" "$said"; }
none_left() { left_due; end_with "0 left" "$said"; }

worker_dies() {    # worker_dies DUE KILLS OPTIONS…
	due=$1 count=$2 asked=$(date +%s)000000
	shift 2
	opens_outside
	said=$(fill_due "$due" 2>&1)
	is "$due requests wait for their next step, as many letters by mail, a fifth of that in Slack" end_with 0 $?
	start demo --dir "$dir" --slack-api-url "http://127.0.0.1:$slack_port/api/" --slack-bot-token xoxb-1 --slack-signing-secret 8f742231b10e8888 "$@"
	: > "$work/struck"
	struck=0
	within 100 is_new '' worker 0
	within 100 is_new '' courier 0
	for _ in $(seq "$count"); do
		old=$(role worker 0) other=$(role courier 0)
		[ -z "$other" ] || kill -KILL "$other" 2> /dev/null
		[ -z "$old" ] || { kill -KILL "$old" 2> /dev/null && struck=$((struck + 1)); }
		within 50 is_new "$old" worker 0
		within 50 is_new "$other" courier 0
		sleep 0.2$((struck % 4))    # long enough to be at work: whoever dies at once is not replaced at once
	done
	is "… worker and courier are killed $count times meanwhile, and are there again each time" end_with "$count" "$struck"
	is "… and every step is taken in the end" within 300 none_left
	said=$(echo "select count(*), count(distinct request) from event where kind = 'reminded' and request between 300001 and 399999" | sql)
	is "… once" end_with "$due|$due" "$said"
	is "… every letter leaves" within 300 no_letter_left
	said=$(echo "select count(*), count(distinct answer_ref) from letter where state = 'sent' and id between 4000001 and 4999999" | sql)
	is "… and is settled once" end_with "$due|$due" "$said"
	said=$(find "$dir/letters" -name '*.eml' -newer "$work/struck" | xargs grep -l 'OC-\|Due' 2> /dev/null | wc -l)
	is "… as a file each" between "$due" "$said" 999999
	said=$(find "$dir/letters" -name '*.eml*' ! -name '*.eml' | wc -l)
	is "… and nothing half-written stays beside them" end_with 0 "$said"
	said=$(sed -n 's/^slack .* \(Due-.*\)/\1/p' "$work/outside" | sort -u | wc -l)
	is "… Slack was told of each of its own" end_with $((due / 5)) "$said"
	said=$(echo "select count(*) from letter where state = 'sent' and id between 5000001 and 5999999" | sql)
	is "… which are settled once" end_with $((due / 5)) "$said"
	closes_outside
	mail_port=0 slack_port=0    # the next one's book is its own
	said=$(echo "select count(*) from job where state = 'dead'" | sql)
	is "… none is given up" end_with 0 "$said"
	since=$(date +%s)
	stop
	is "… and the server ends well" end_with 0 "$code"
	said="after $(($(date +%s) - since)) s"
	is "… by itself, long before anybody is killed" between 0 $(($(date +%s) - since)) 9
	is_sound "after the deaths of worker and courier"
}

# Two servers beside each other on one PostgreSQL, each with its worker and its courier; what worker_dies left has its next step in four days. Both
# clocks are moved there at once. One job is held by somebody who is not there any more.
none_due() { said="$(echo "select count(*) from job where state in ('waiting', 'held') and subject between 300001 and 399999 and due_at <= $moved" | sql) left"; end_with "0 left" "$said"; }
workers_share() {    # workers_share DUE OPTIONS…
	due=$1
	shift
	start demo --dir "$dir" "$@"
	mkdir -p "$dir-2" && cp "$dir/master.key" "$dir/demo-clock" "$dir-2/"
	: > "$work/out-2"
	setsid "$mentord" serve --dir "$dir-2" --listen 127.0.0.1:0 --processes 1 "$@" > "$work/out-2" 2>> "$work/log" &
	other=$!
	within $start_most grep -q 'serves on' "$work/out-2"
	echo "update job set state = 'held', holder = 42, hold_no = hold_no + 1, held_until_at = $(date +%s)000000 + 60000000
	      where subject = 300001 and kind = 'request-step' and state = 'waiting'" | sql > "$work/sql.out"
	said=$("$mentord" clock --dir "$dir" --advance 97h && "$mentord" clock --dir "$dir-2" --advance 97h)
	is "two servers, each with a worker: their clocks are moved to where $due steps are due" end_with 0 $?
	moved=$(($(date +%s) + 97 * 3600))000000
	is "… all are taken, also the one whose worker is gone" within 300 none_due
	said=$(echo "select count(*), count(distinct request) from event where kind = 'mentors-asked' and request between 300001 and 399999" | sql)
	is "… once each" end_with "$due|$due" "$said"
	said=$(echo "select count(distinct holder) from job where kind = 'request-step' and state = 'done' and subject between 300001 and 399999 and ended_at > $moved - 600000000 and holder <> 42" | sql)
	is "… by both" end_with 2 "$said"
	said=$(curl -s "http://127.0.0.1:$port/readyz")
	is "… none is held longer than its lease" has '"jobs_held_too_long":0'
	kill "$other"
	wait "$other" 2> /dev/null
	stop
	is_sound "after two workers"
}
