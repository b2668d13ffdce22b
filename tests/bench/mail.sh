# Letters that are due, and a server that takes them all. Sourced by letters and profile, after served.sh.
sink=''
drop() { [ -z "$sink" ] || kill "$sink" 2> /dev/null || true; sink=''; }
trap 'drop; stop; rm -rf "$work"' EXIT

catch() {    # catch: a sink that writes the moment of every hundredth mail to $work/taken; $to
	mkfifo "$work/open" 2> /dev/null || true
	: > "$work/taken"
	sleep 600 > "$work/open" &
	sink=$!
	{ "$build/bench/mail_sink" 100 < "$work/open" | while read -r line; do echo "$line $(date +%s%N)"; done > "$work/taken"; } &
	until grep -q '^[0-9]' "$work/taken"; do sleep 0.01; done
	to=smtp://127.0.0.1:$(sed -n '1s/ .*//p' "$work/taken")
}
write() {    # write COUNT: so many letters are due, each to somebody else, all of one size
	sql <<-SQL
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
		insert into letter (id, programme, kind, request, recipient, channel, address, order_key, fields, haste, state, not_before_at, made_at)
		select (select coalesce(max(id), 4000000) from letter where id between 4000000 and 4999999) + i, g.id, 'L12', (select min(id) from request), p.id, 'mail', p.email, 'bench/' || i,
		       '{"you":"Dana","number":"OC-' || (1000 + i) || '","title":"A question about my own code","how":"Its time was over","link":"http://127.0.0.1/p/operation-code"}',
		       'soon', 'waiting', 1000000, 1000000 from n join programme g on g.slug = 'operation-code' cross join person p where p.email = 'mentee1@demo.example';
	SQL
}
rest() { echo "select count(*) from letter where ended_at is null and order_key like 'bench/%'" | sql; }
drained() { [ "$(rest)" -eq 0 ]; }
drain() {
	left=240
	until drained; do left=$((left - 1)); [ "$left" -gt 0 ] || { echo "bench: $(rest) letters do not leave" >&2; exit 1; }; sleep 0.5; done
}
