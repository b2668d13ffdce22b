-- What only Slack asks of the desk.

-- list programmes_of_person(person membership.person, limit whole)                    by web, writer
select p.id, p.slug, p.name, case when b.id is null then 0 else 1 end as is_member:bool
from programme p left join membership b on b.programme = p.id and b.person = $1 and b.left_at is null
where p.shape = 'queue'
order by case when b.id is null then 1 else 0 end, p.name, p.slug limit $2;

-- one request_sides(id request.id)                                                     by writer
select mentee, claimer, named_mentor from request where id = $1;

-- one request_in_programme(id request.id)                                             by writer
select programme from request where id = $1;

-- What stands in no room, and what waits to.

-- list room_lacks(programme request.programme, limit whole)                           by web, writer
select r.id as request:request.id, r.number, r.title from request r
where r.programme = $1 and r.state in ('open', 'needs-detail') and not exists (select 1 from chat_post t where t.request = r.id and (t.ts <> '' or t.is_withdrawn = 1))
order by r.sent_at, r.id limit $2;

-- Those behind one of them, in the order in which they were asked; none: from the first on.
-- list room_lacks_after(programme request.programme, after request.id, limit whole)   by writer
select r.id as request:request.id from request r
where r.programme = $1 and r.state in ('open', 'needs-detail') and not exists (select 1 from chat_post t where t.request = r.id and (t.ts <> '' or t.is_withdrawn = 1))
  and ($2 = 0 or r.number > (select o.number from request o where o.id = $2))
order by r.number limit $3;

-- What stands there, and mentors were to be reminded of it since then.
-- list room_bumps(programme request.programme, since event.happened_at, limit whole)  by web, writer
select r.id as request:request.id, r.number, r.title, r.waiting_since_at, r.waited_us from request r
where r.programme = $1 and r.state = 'open' and exists (select 1 from chat_post t where t.request = r.id and t.ts <> '' and t.is_withdrawn = 0)
  and exists (select 1 from event e where e.request = r.id and e.kind in ('bumped', 'reminded', 'mentors-asked') and e.happened_at >= $2)
order by r.sent_at, r.id limit $3;

-- list room_watchers(programme role.programme, actor person.id, limit whole)          by writer
select p.id as watcher:person.id from person p
where p.id <> $2 and (p.is_admin = 1 or exists (select 1 from role r where r.person = p.id and r.programme = $1 and r.role = 'coordinator'))
order by p.id limit $3;

-- Posts that wait, of requests that nobody who fits was told of; who was asked by name alone is not one of those.
-- list rooms_wait(room letter.address, after letter.id, limit whole)                   by writer
select l.id, l.request, r.programme from letter l join request r on r.id = l.request
where l.channel = 'slack' and l.act = 'post' and l.state in ('waiting', 'held') and r.state = 'open' and ($1 = '' or l.address = $1) and l.id > $2
  and not exists (select 1 from letter told where told.request = l.request and told.kind = 'L08' and told.draft_at is null and told.state <> 'cancelled'
                  and (r.named_mentor is null or told.recipient <> r.named_mentor))
order by l.id limit $3;
