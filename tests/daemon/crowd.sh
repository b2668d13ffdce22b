# The crowd's rows in a database. Sourced by run and by tests/bench/claims, which set client, work, dir (of SQLite) or conn (of PostgreSQL),
# mentors, greedy, races.

sql() {    # sql: a script on standard input, on whichever database is served
	if [ -n "$conn" ]; then psql -qAtX -v ON_ERROR_STOP=1 "$conn"; else ${inside:-} sqlite3 -bail -cmd '.timeout 10000' "$dir/mentord.db"; fi
}
blob() { if [ -n "$conn" ]; then echo "'\\x$1'::bytea"; else echo "x'$1'"; fi; }

# A crowd of mentors in the demo's programme, their sessions and tokens for programs (of one secret each), and requests to claim. Racer 0 is a coordinator, the last few
# come to no race and agreed to one request each.
fill() {
	now=$(date +%s)000000
	mkdir -p "$work/tokens"
	"$client" tokens "$work/tokens" $((mentors + greedy + 1)) || return 1
	{
		echo "begin;"
		cat <<-SQL
			with recursive n(i) as (select 1 union all select i + 1 from n where i < $mentors + $greedy)
			insert into person (id, name, name_folded, email, email_folded, joined_at)
			select 4000 + i, 'Racer ' || i, 'racer ' || i, 'racer' || i || '@race.example', 'racer' || i || '@race.example', $now from n;
			insert into membership (id, programme, person, joined_at)
			select 10000 + p.id, g.id, p.id, $now from person p join programme g on g.slug = 'operation-code' where p.id between 4001 and 4999;
			insert into mentor (id, programme, person, state, capacity, asked_at, decided_at, last_act_at)
			select 20000 + p.id, g.id, p.id, 'active', case when p.id > 4000 + $mentors then 1 else 1 + p.id % 2 end, $now, $now, $now
			from person p join programme g on g.slug = 'operation-code' where p.id between 4001 and 4999;
			insert into acceptance (id, programme, person, document, accepted_at)
			select 1000000 + p.id * 100 + (select count(*) from document e where e.id < d.id), d.programme, p.id, d.id, $now
			from person p join document d on d.programme = (select id from programme where slug = 'operation-code') where p.id between 4001 and 4999;
			with recursive n(i) as (select 0 union all select i + 1 from n where i < $races - 1)
			insert into request (id, programme, number, mentee, state, service, title, language, medium, saved_at, sent_at, waiting_since_at)
			select 100000 + i, g.id, 70000 + i, p.id, 'open', (select min(s.id) from service s where s.programme = g.id),
			       'Race ' || i, 'English', 'any', $now, $now, $now
			from n join programme g on g.slug = 'operation-code' cross join person p where p.email = 'mentee1@demo.example';
			insert into event (id, programme, request, kind, state_after, happened_at)
			select 1000 + id, programme, id, 'sent', 'open', $now from request where number >= 70000;
			insert into job (id, programme, kind, subject, state, due_at, made_at)
			select id, programme, 'request-step', id, 'waiting', $now + 259200000000, $now from request where number >= 70000;
			update programme set last_number = 80000 where slug = 'operation-code';
		SQL
		sha256sum "$work"/tokens/* | while read -r hash file; do
			n=$(expr "${file##*/}" + 0) || true
			who="$((4000 + n))"
			[ "$n" -gt 0 ] || who="(select id from person where email = 'coordinator@demo.example')"
			echo "insert into session (id, hash, person, started_at, seen_at, ends_at)
			      values ($((30000 + n)), $(blob "$hash"), $who, $now - 120000000, $now - 120000000, $now + 86400000000);
			      insert into token (id, hash, person, name, scope, made_at, ends_at)
			      values ($((40000 + n)), $(blob "$hash"), $who, 'race', 'act', $now, $now + 86400000000);"
		done
		echo "commit;"
	} | sql
}
