-- What is looked at once a day: mentors who fall silent. Once a week: skills that are short.

-- change mentor_acts(programme programme.id, person person.id, now mentor.last_act_at) by writer
update mentor set last_act_at = $3, idle_step = 0, idle_at = null where programme = $1 and person = $2 and state = 'active' and parked_at is null;

-- list mentors_silent(programme mentor.programme, after mentor.id, quiet mentor.last_act_at, now mentor.away_until_at, limit whole) by writer
with waits as (
  select m.id, m.person, m.idle_step,
         (select min(r.answered_at) from request r where r.claimer = m.person and r.programme = m.programme and r.state = 'claimed'
          and r.answered_at >= m.last_act_at and not exists (select 1 from resting z where z.request = r.id)) as since
  from mentor m
  where m.programme = $1 and m.id > $2 and m.state = 'active' and m.last_act_at <= $3 and m.running > 0 and (m.away_until_at is null or m.away_until_at <= $4)
)
select id, person, idle_step, since as since:mentor.last_act_at from waits where since <= $3 order by id limit $5;

-- list mentors_idle(programme mentor.programme, after mentor.id, quiet mentor.last_act_at, asks whole, now mentor.away_until_at, limit whole) by writer
select m.id, m.person, m.last_act_at, m.idle_at
from mentor m
where m.programme = $1 and m.id > $2 and m.state = 'active' and m.last_act_at <= $3 and m.running = 0 and (m.away_until_at is null or m.away_until_at <= $5)
  and (m.idle_at is not null
       or (select count(*) from letter l where l.recipient = m.person and l.programme = m.programme and l.kind = 'L08' and l.draft_at is null and l.made_at > m.last_act_at) >= $4)
order by m.id limit $6;

-- change mentor_tried(id mentor.id, step mentor.idle_step)                            by writer
update mentor set idle_step = $2 where id = $1 and idle_step < $2;

-- change mentor_is_idle(id mentor.id, now mentor.idle_at)                             by writer
update mentor set idle_at = $2 where id = $1 and idle_at is null;

-- change mentor_park(id mentor.id, now mentor.parked_at, until mentor.away_until_at)  by writer
update mentor set parked_at = $2, away_until_at = $3, idle_step = 0, idle_at = null where id = $1 and state = 'active' and parked_at is null;

-- list skills_short(programme programme.id, most mentor.capacity, ratio whole, now mentor.away_until_at, limit whole) by writer
with wanted as (
  select k.skill, count(*) as waiting from request r join request_skill k on k.request = r.id
  where r.programme = $1 and r.state in ('open', 'needs-detail') group by k.skill
), able as (
  select k.skill, sum(case when m.capacity < $2 then m.capacity else $2 end - m.running) as free
  from mentor m join mentor_skill k on k.mentor = m.id
  where m.programme = $1 and m.state = 'active' and (m.away_until_at is null or m.away_until_at <= $4)
    and m.running < m.capacity and m.running < $2
  group by k.skill
)
select s.id, s.name, w.waiting as waiting:whole, coalesce(a.free, 0) as free:whole
from wanted w join skill s on s.id = w.skill left join able a on a.skill = w.skill
where w.waiting > $3 * coalesce(a.free, 0)
order by w.waiting - coalesce(a.free, 0) desc, s.id limit $5;

-- take shortage_note(programme shortage.programme, skill shortage.skill, now shortage.looked_at) by writer
insert into shortage (programme, skill, weeks, looked_at) values ($1, $2, 1, $3)
on conflict (programme, skill) do update set weeks = shortage.weeks + 1, looked_at = excluded.looked_at
returning weeks;

-- change shortage_over(programme shortage.programme, now shortage.looked_at)          by writer
delete from shortage where programme = $1 and looked_at < $2;
