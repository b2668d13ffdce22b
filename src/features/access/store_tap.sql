-- Links that act.

-- add tap_add(id tap.id, hash tap.hash, person tap.person, act tap.act, request tap.request, programme tap.programme, made tap.made_at,
--             expires tap.expires_at)                                                  by writer
insert into tap (id, hash, person, act, request, programme, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- one tap_by_hash(hash tap.hash, now tap.expires_at)                                  by web, writer
select t.id, t.person, t.act, t.request, t.used_at, coalesce(r.programme, t.programme, 0) as programme:programme.id
from tap t left join request r on r.id = t.request
where t.hash = $1 and t.expires_at > $2;

-- change tap_use(id tap.id, now tap.used_at)                                          by writer
update tap set used_at = $2 where id = $1 and used_at is null;

-- change tap_clean(before tap.expires_at, most whole)                                 by writer
delete from tap where id in (select id from tap where expires_at < $1 order by expires_at limit $2);

-- one visitor_by_person(person person.id, programme programme.id)                     by web, writer
select p.id, p.name, p.email, p.zone, p.language, coalesce(b.id, 0) as membership:membership.id, coalesce(g.name, '') as programme_name:programme.name,
       (select count(*) from role r where r.programme = $2 and r.person = p.id and r.role = 'mentee') as is_mentee:bool,
       coalesce(m.id, 0) as mentor:mentor.id, coalesce(m.state, '') as mentor_state:mentor.state, coalesce(m.running, 0) as running:whole,
       coalesce(m.hours, 0) as hours:whole
from person p left join programme g on g.id = $2 left join membership b on b.programme = $2 and b.person = p.id and b.left_at is null
left join mentor m on m.programme = $2 and m.person = p.id
where p.id = $1;
