-- Who is written to about a request.

-- Once each: who stands in for somebody may look after it themselves.
-- list lookers(programme role.programme, role role.role, now stand_in.until_at, limit whole) by writer
with looker as (
  select r.person, coalesce((select s.deputy from stand_in s where s.programme = r.programme and s.absent = r.person and s.until_at > $3), r.person) as reader
  from role r where r.programme = $1 and r.role = $2
)
select k.person, k.reader as reader:person.id, p.name
from looker k join person p on p.id = k.person
where not exists (select 1 from looker o where o.reader = k.reader and o.person < k.person)
order by k.person limit $4;

-- list mentors_fitting(request request.id, partial_below whole, most whole, per_week whole, week letter.made_at, now mentor.away_until_at, limit whole) by web, writer
with asked as materialized (
  select r.id, r.programme, r.mentee, r.skill_count, r.service from request r where r.id = $1
), fit as materialized (
  select k.mentor, count(*) as matched from request_skill q join mentor_skill k on k.skill = q.skill where q.request = $1 group by k.mentor
  union all
  select o.mentor, 0 from asked a join mentor_service o on o.service = a.service where a.skill_count = 0
), able as materialized (
  select m.id, m.person, m.running, f.matched, case when f.matched = a.skill_count then 1 else 0 end as is_full,
         coalesce((select max(l.made_at) from letter l where l.recipient = m.person and l.kind = 'L08' and (l.draft_at is null or l.ended_at is null)), 0) as asked_at,
         (select count(*) from letter w where w.recipient = m.person and w.kind = 'L08' and w.made_at > $5 and (w.draft_at is null or w.ended_at is null)) as asks
  from fit f join mentor m on m.id = f.mentor join asked a on a.programme = m.programme
  where m.state = 'active' and (not exists (select 1 from setting s where s.programme = m.programme and s.name = 'orientation.required' and s.value = 'yes')
      or exists (select 1 from membership b where b.programme = m.programme and b.person = m.person and b.oriented_at is not null))
    and not exists (select 1 from pause z where z.person = m.person and z.programme = m.programme and z.ended_at is null) and (m.away_until_at is null or m.away_until_at <= $6) and m.running < m.capacity and m.running < $3 and m.person <> a.mentee
    and not exists (select 1 from aside x where x.request = a.id and x.person = m.person)
    and not exists (select 1 from block z where z.blocker = a.mentee and z.blocked = m.person) and not exists (select 1 from block z where z.blocker = m.person and z.blocked = a.mentee)
    and not exists (select 1 from letter o where o.request = a.id and o.recipient = m.person and o.kind = 'L08')
)
select c.person, p.name, c.matched as matched:whole, c.is_full as is_full:bool, (select count(*) from able e where e.is_full = 1) as full_count:whole
from able c join person p on p.id = c.person
where c.asks < $4 and (c.is_full = 1 or (select count(*) from able e where e.is_full = 1) < $2)
order by c.is_full desc, c.running, c.asked_at, c.person limit $7;

-- list attempts_told(request attempt.request, limit whole)                            by writer
select tried_on, way from attempt where request = $1 order by tried_at desc, id desc limit $2;

-- one follow_up_told(request request.id)                                              by writer
select o.number, o.title, coalesce((select p.name from aside a join person p on p.id = a.person where a.request = r.id and a.why = 'excluded' order by a.set_at limit 1), '') as excluded_name:person.name
from request r join request o on o.id = r.follow_up_of where r.id = $1;

-- list request_asked(request request.id, limit whole)                                 by writer
select p.name,
       (select count(*) from aside a where a.request = $1 and a.person = p.id and a.why = 'passed') as has_passed:bool,
       coalesce((select c.ending from claim c where c.request = $1 and c.mentor = p.id and c.ended_at is not null order by c.ended_at desc limit 1), '') as ending:claim.ending
from person p
where p.id in (select l.recipient from letter l where l.request = $1 and l.kind = 'L08' and l.draft_at is null and l.recipient is not null
               union select a.person from aside a where a.request = $1 and a.why = 'passed'
               union select c.mentor from claim c where c.request = $1)
order by p.name_folded, p.id limit $2;

-- list request_steps_taken(request request.id, limit whole)                           by writer
select e.kind, e.happened_at from event e
where e.request = $1 and e.kind in ('sent', 'sent-follow-up', 'entered', 'bumped', 'reminded', 'mentors-asked', 'escalated', 'escalated-again', 'detail-asked', 'detail-given',
                                    'claimed', 'claimed-again', 'assigned', 'released', 'unassigned', 'lapsed', 'mentor-silent', 'claim-ended', 'hold-declined', 'hold-over')
order by e.id desc limit $2;
