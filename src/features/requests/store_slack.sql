-- What only Slack asks of the desk.

-- list programmes_of_person(person membership.person, limit whole)                    by web, writer
select p.id, p.slug, p.name, case when b.id is null then 0 else 1 end as is_member:bool
from programme p left join membership b on b.programme = p.id and b.person = $1
where p.shape = 'queue'
order by case when b.id is null then 1 else 0 end, p.name, p.slug limit $2;

-- one request_sides(id request.id)                                                     by writer
select mentee, claimer, named_mentor from request where id = $1;

-- one request_in_programme(id request.id)                                             by writer
select programme from request where id = $1;

-- list room_waits(programme letter.programme, limit whole)                            by web, writer
select l.id, l.request, r.number, r.title from letter l join request r on r.id = l.request
where l.channel = 'slack' and l.act = 'post' and l.state in ('waiting', 'held') and l.programme = $1
order by l.not_before_at, l.id limit $2;

-- list rooms_wait(room letter.address, limit whole)                                    by writer
select l.request, r.programme from letter l join request r on r.id = l.request
where l.channel = 'slack' and l.act = 'post' and l.state in ('waiting', 'held') and r.state = 'open' and ($1 = '' or l.address = $1)
  and not exists (select 1 from letter told where told.request = l.request and told.kind = 'L08' and told.state <> 'cancelled')
order by l.id limit $2;
