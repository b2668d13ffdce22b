# A large community in a database that the crowd is in. Sourced by scale and profile, after served.sh.

# Members and what they asked, beside the demo's; every hundredth request still waits.
grow() {    # grow PEOPLE REQUESTS
	now=$(date +%s)000000
	sql <<-SQL
		pragma synchronous = off; pragma cache_size = -400000;
		begin;
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
		insert into person (id, name, name_folded, email, email_folded, joined_at)
		select 50000000 + i, 'Member ' || i, 'member ' || i, 'member' || i || '@big.example', 'member' || i || '@big.example', $now from n;
		insert into membership (id, programme, person, joined_at)
		select 60000000 + p.id, g.id, p.id, $now from person p join programme g on g.slug = 'operation-code' where p.id between 50000001 and 59999999;
		insert into role (id, programme, person, role, since_at)
		select 120000000 + p.id, g.id, p.id, 'mentee', $now from person p join programme g on g.slug = 'operation-code' where p.id between 50000001 and 59999999;
		with recursive n(i) as (select 1 union all select i + 1 from n where i < $2)
		insert into request (id, programme, number, mentee, state, outcome, service, title, search, skills, skill_count, language, medium,
		       saved_at, sent_at, waiting_since_at, closed_at)
		select 200000000 + i, g.id, 1000000 + i, 50000001 + i * 7919 % $1, case when i % 100 = 0 then 'open' else 'closed' end,
		       case when i % 100 = 0 then '' else 'held' end, (select min(s.id) from service s where s.programme = g.id),
		       'Question ' || i, 'question ' || i, (select name from skill k where k.programme = g.id order by name limit 1), 1, 'English', 'any',
		       $now - i, $now - i, case when i % 100 = 0 then $now - i end, case when i % 100 = 0 then null else $now - 1 end
		from n join programme g on g.slug = 'operation-code';
		insert into request_skill (request, skill)
		select r.id, (select k.id from skill k where k.programme = r.programme order by k.name limit 1) from request r where r.id > 200000000;
		insert into mentor_skill (mentor, skill)
		select m.id, (select k.id from skill k where k.programme = m.programme order by k.name limit 1) from mentor m where m.id between 24001 and 24999;
		commit; analyze;
	SQL
}
