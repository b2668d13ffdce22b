# Mail and Slack are away for OUTAGE seconds while people write and letters become due: nothing is missing afterwards, nothing came twice, and each
# reader had theirs in order. Sourced by run.

# What stands outside: a server for mail and for Slack, at ports that stay the same; what it took stands in $work/outside.
mail_port=0 slack_port=0 outside_pid=''
opens_outside() {
	[ "$mail_port" -ne 0 ] || : > "$work/outside"
	"$build/daemon/outside" $mail_port $slack_port >> "$work/outside" &
	outside_pid=$!
	within 50 grep -q '^ports' "$work/outside"
	mail_port=$(sed -n 's/^ports \([0-9]*\) .*/\1/p' "$work/outside" | head -n 1) slack_port=$(sed -n 's/^ports [0-9]* //p' "$work/outside" | head -n 1)
}
closes_outside() { [ -z "$outside_pid" ] || { kill "$outside_pid"; wait "$outside_pid" 2> /dev/null; }; outside_pid=''; }

# So many letters, of ten to each reader, due one after the other over the outage; of Slack a fifth as many.
fill_outage() {    # fill_outage COUNT
	sql <<-SQL
		begin;
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
		insert into letter (id, programme, kind, request, recipient, channel, address, order_key, fields, haste, state, not_before_at, made_at)
		select 4000000 + i, g.id, 'L12', 100000, p.id, 'mail', 'reader' || (i % ($1 / 10)) || '@away.example', 'away/' || (i % ($1 / 10)),
		       '{"you":"Dana","number":"' || i || '","title":"Due ' || i || '","link":"http://127.0.0.1/"}', 'soon', 'waiting',
		       $asked + $OUTAGE * 1000000 * i / $1, $asked
		from n join programme g on g.slug = 'operation-code' cross join person p where p.email = 'mentee1@demo.example';
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1 / 5)
		insert into letter (id, programme, kind, channel, act, address, order_key, fields, haste, state, not_before_at, made_at, subject, body)
		select 5000000 + i, g.id, 'chat', 'slack', 'answer', 'http://127.0.0.1:$slack_port/answers/' || i, 'chat/' || i, '', 'soon', 'waiting',
		       $asked + $OUTAGE * 1000000 * i / $1, $asked, '', '{"text":"Away-' || i || ' by Slack"}'
		from n join programme g on g.slug = 'operation-code';
		commit;
	SQL
}
no_mail_down() { said=$(echo "select count(*) from channel where is_down = 1" | sql); end_with 0 "$said"; }
is_all_down() { said=$(echo "select count(*) from channel where is_down = 1 and name in ('mail', 'slack')" | sql); end_with 2 "$said"; }

has_outage() {    # has_outage COUNT OPTIONS…
	due=$1 asked=$(date +%s)000000 mail_port=0 slack_port=0
	shift
	opens_outside
	closes_outside
	said=$(fill_outage "$due" 2>&1)
	is "$due letters and $((due / 5)) to Slack become due within $OUTAGE s" end_with 0 $?
	start demo --dir "$dir" --smtp-url "smtp://127.0.0.1:$mail_port" --slack-api-url "http://127.0.0.1:$slack_port/api/" --slack-bot-token xoxb-1 \
		--slack-signing-secret 8f742231b10e8888 --metrics-token watching-this-outage-alone "$@"
	said=$("$overload" writes "$port" operation-code "$keeper" 64 "$OUTAGE" 100200 2>&1)
	note "mail and Slack away for $OUTAGE s: $said"
	is "… while neither is there, 64 mentors claim and give back as ever" has ' refused=0 '
	is "… both are known to be away" within 100 is_all_down
	said=$(grep -vc '^ports' "$work/outside")
	is "… and nothing left" end_with 0 "$said"
	said=$(curl -s -H 'Authorization: Bearer watching-this-outage-alone' "http://127.0.0.1:$port/metrics" | sed -n 's/^mentord_mail_failures_total //p')
	is "… a monitor sees that mail fails" between 1 "${said:-0}" 999999
	opens_outside
	since=$(date +%s)
	is "… they are back, and every letter leaves" within $((900 + OUTAGE * 10)) no_letter_left
	note "caught up within $(($(date +%s) - since)) s"
	said=$(sed -n 's/^mail reader[^ ]* //p' "$work/outside" | sort -u | wc -l)
	is "… no mail is missing" end_with "$due" "$said"
	said=$(sed -n 's/^slack .* \(Away-.*\)/\1/p' "$work/outside" | sort -u | wc -l)
	is "… nothing of Slack's is missing" end_with $((due / 5)) "$said"
	said=$(grep '^mail \|Away-' "$work/outside" | sort | uniq -d | wc -l)
	is "… nothing came twice, since no answer was lost" end_with 0 "$said"
	said=$(awk '/^mail reader/ { if ($3 <= last[$2]) wrong++; last[$2] = $3 } END { print wrong + 0 }' "$work/outside")
	is "… and every reader had theirs in order" end_with 0 "$said"
	is "… the pages say no more that they are away" within 100 no_mail_down
	stop
	closes_outside
	is "… and the server ends well" end_with 0 "$code"
	is_sound "after the outage"
}
