-- What must always hold at the desk; each statement lists the rows that break it. Asked by `mentord fsck` and by tests.

-- list broken_unclaimed(limit whole)                                                  by cli
select r.id from request r
where r.state in ('claimed', 'scheduled')
  and not exists (select 1 from claim c where c.request = r.id and c.ended_at is null and c.mentor = r.claimer)
order by r.id limit $1;

-- list broken_claims(limit whole)                                                     by cli
select r.id from request r join claim c on c.request = r.id
where c.ended_at is null and r.state not in ('claimed', 'scheduled')
order by r.id limit $1;

-- list broken_doubled(limit whole)                                                    by cli
select request as id from claim where ended_at is null group by request having count(*) > 1 order by request limit $1;

-- list broken_states(limit whole)                                                     by cli
select r.id from request r
where (r.state in ('open', 'needs-detail', 'reserved', 'draft') and r.claimer is not null)
   or (r.state in ('claimed', 'scheduled') and r.claimer is null)
   or (r.state = 'closed') <> (r.closed_at is not null) or (r.state = 'closed') <> (r.outcome <> '')
   or (r.state = 'draft') <> (r.number is null) or (r.state <> 'draft' and r.sent_at is null)
   or (r.state = 'open' and r.waiting_since_at is null)
order by r.id limit $1;

-- list broken_capacity(limit whole)                                                   by cli
select m.id from mentor m
where (m.running > m.capacity and exists (select 1 from request r where r.programme = m.programme and r.claimer = m.person
          and r.state in ('claimed', 'scheduled') and r.claimed_at > m.capacity_at))    -- else the capacity was lowered, which takes nothing away
   or m.running <> (select count(*) from request r where r.programme = m.programme and r.claimer = m.person and r.state in ('claimed', 'scheduled'))
order by m.id limit $1;

-- list broken_programmes(limit whole)                                                 by cli
select r.id from request r
where exists (select 1 from service s where s.id = r.service and s.programme <> r.programme)
   or exists (select 1 from affiliation a where a.id = r.affiliation and a.programme <> r.programme)
   or exists (select 1 from request_skill k join skill s on s.id = k.skill where k.request = r.id and s.programme <> r.programme)
   or exists (select 1 from request o where o.id = r.follow_up_of and o.programme <> r.programme)
   or exists (select 1 from event e where e.request = r.id and e.programme <> r.programme)
   or not exists (select 1 from membership b where b.programme = r.programme and b.person = r.mentee)
   or (r.claimer is not null and not exists (select 1 from mentor m where m.programme = r.programme and m.person = r.claimer))
order by r.id limit $1;

-- list broken_mentors(limit whole)                                                    by cli
select m.id from mentor m
where exists (select 1 from mentor_skill k join skill s on s.id = k.skill where k.mentor = m.id and s.programme <> m.programme)
   or exists (select 1 from mentor_service k join service s on s.id = k.service where k.mentor = m.id and s.programme <> m.programme)
   or not exists (select 1 from membership b where b.programme = m.programme and b.person = m.person)
order by m.id limit $1;

-- list broken_attempts(limit whole)                                                   by cli
select t.id from attempt t join claim c on c.id = t.claim where c.request <> t.request or c.mentor <> t.mentor order by t.id limit $1;

-- list broken_plans(limit whole)                                                      by cli
select r.id from request r
where (r.state in ('draft', 'reserved', 'open') or (r.state = 'claimed' and r.lease_due_at is not null))
  and not exists (select 1 from job j where j.kind = 'request-step' and j.subject = r.id and j.state <> 'done')
  and not exists (select 1 from job j where j.kind = 'programme-replan' and j.programme = r.programme and j.state <> 'done')
order by r.id limit $1;

-- list broken_looks(limit whole)                                                      by cli
select p.id from programme p
where not exists (select 1 from job j where j.kind = 'programme-day' and j.subject = p.id and j.state <> 'done')
   or not exists (select 1 from job j where j.kind = 'programme-night' and j.subject = p.id and j.state <> 'done')
   or not exists (select 1 from job j where j.kind = 'programme-week' and j.subject = p.id and j.state <> 'done')
   or not exists (select 1 from job j where j.kind = 'programme-reports' and j.subject = p.id and j.state <> 'done')
order by p.id limit $1;

-- What nobody answered was told of as declined once.
-- A moment's grace: two writers of PostgreSQL may tell of the same moment in another order than they wrote.
-- list broken_told(limit whole)                                                       by cli
select r.id from request r
where r.state <> 'draft'
  and not exists (select 1 from event e where e.request = r.id
        and e.state_after in ('', r.state || case when r.merged_into is not null then ': merged' when r.is_unanswered = 1 then ': unanswered' when r.outcome = '' then '' else ': ' || r.outcome end,
                              case when r.is_unanswered = 1 then 'closed: declined' else '' end)
        and e.happened_at >= (select max(n.happened_at) from event n where n.request = r.id) - 5000000)
order by r.id limit $1;

-- list broken_mentees(limit whole)                                                    by cli
select r.id from request r
where r.claimer = r.mentee or exists (select 1 from claim c where c.request = r.id and c.mentor = r.mentee)
order by r.id limit $1;

-- What was changed by a form is told; what came with the programme's file is told as a whole.
-- list broken_settings(limit whole)                                                   by cli
select s.id from setting s
join (select programme, detail, max(happened_at) as told_at from event where kind = 'setting-changed' group by programme, detail) t
  on t.programme = s.programme and t.detail = s.name
left join (select programme, max(happened_at) as stored_at from event where kind = 'programme-stored' group by programme) f
  on f.programme = s.programme
where coalesce(f.stored_at, 0) < t.told_at
  and not exists (select 1 from event e where e.programme = s.programme and e.kind = 'setting-changed' and e.detail = s.name
        and e.state_after = s.value and e.happened_at >= t.told_at - 5000000)
order by s.id limit $1;

-- list broken_versions(limit whole)                                                   by cli
select p.id from programme p
where (select count(*) from version v where v.programme = p.id) <> (select coalesce(max(v.number), 0) from version v where v.programme = p.id)
order by p.id limit $1;

-- list broken_spellings(limit whole)                                                  by cli
select a.id from skill_alias a join skill s on s.id = a.skill where s.programme <> a.programme order by a.id limit $1;

-- Somebody whose role was taken meanwhile was a coordinator then.
-- list broken_stand_ins(limit whole)                                                  by cli
select s.id from stand_in s
where not exists (select 1 from role r where r.programme = s.programme and r.person = s.absent and r.role = 'coordinator')
  and not exists (select 1 from event e where e.person = s.absent and e.programme = s.programme and e.kind = 'role-taken'
        and e.detail = 'coordinator' and e.happened_at >= s.made_at)
order by s.id limit $1;

-- list broken_numbers(limit whole)                                                    by cli
select p.id from programme p
where p.last_number < (select coalesce(max(r.number), 0) from request r where r.programme = p.id)
order by p.id limit $1;
