-- What coordinators ask of the desk.

-- list needs_requests(programme programme.id, late request.waiting_since_at, silent request.saved_at, quiet request.lease_due_at,
--                     over request.session_at, answered request.saved_at, is_coordinator bool, viewer person.id, limit whole) by web, writer
with needing as (
  select q.id from request q
  where q.programme = $1 and q.state in ('open', 'needs-detail', 'claimed', 'scheduled') and (
         (q.state = 'open' and (q.escalated_at is not null or q.waiting_since_at - q.waited_us <= $2))
      or (q.state = 'open' and q.follow_up_of is not null and $7 = 1
          and not exists (select 1 from aside a where a.request = q.id and a.person = $8 and a.why = 'excluded'))
      or (q.state = 'needs-detail' and q.saved_at <= $3)
      or (q.state = 'claimed' and q.contacted_at is null and q.lease_due_at <= $4)
      or (q.state = 'claimed' and q.contacted_at is not null and q.claim_step >= 16)
      or (q.state = 'scheduled' and q.session_at <= $5))
  union all
  select h.id from request h
  where h.programme = $1 and h.helpful = 'not' and h.saved_at >= $6 and $7 = 1 and h.claimer <> $8
    and not exists (select 1 from request f where f.follow_up_of = h.id)
)
select r.id, r.number, r.title, r.state, r.sent_at, r.waiting_since_at, r.waited_us, r.lease_due_at, r.session_at, r.escalated_at, r.bumped_at,
       r.saved_at, r.helpful, r.follow_up_of, r.contacted_at, r.tried_at, m.name as mentee_name, coalesce(c.name, '') as claimer_name:person.name
from needing n join request r on r.id = n.id join person m on m.id = r.mentee left join person c on c.id = r.claimer
order by case when r.escalated_at is null then 1 else 0 end, r.sent_at, r.id limit $9;

-- Mentors who wait for approval, are silent, lack the orientation that the programme asks for, or what they must have accepted, their days for it being over.
-- list needs_mentors(programme programme.id, asks bool, grace document.published_at, orients bool, limit whole) by web, writer
select p.id, p.name, m.state, m.asked_at, m.idle_step, m.idle_at, m.last_act_at,
       case when $4 = 1 and not exists (select 1 from membership o where o.programme = m.programme and o.person = m.person and o.oriented_at is not null) then 1 else 0 end as lacks_orientation:bool
from mentor m join person p on p.id = m.person
where m.programme = $1
  and (m.state = 'pending' or (m.state = 'active' and (m.idle_step > 0 or m.idle_at is not null))
       or (m.state = 'active' and $4 = 1 and not exists (select 1 from membership o where o.programme = m.programme and o.person = m.person and o.oriented_at is not null))
       or (m.state = 'active' and $2 = 1 and exists (
             select 1 from document_card c join document d on d.programme = c.programme and d.slug = c.slug
             where c.programme = m.programme and c.is_binding = 1 and c.is_retired = 0 and c.role in ('all', 'mentor')
               and d.version = (select max(n.version) from document n where n.programme = c.programme and n.slug = c.slug)
               and not exists (select 1 from acceptance a where a.person = m.person and a.document = d.id)
               and ((coalesce(c.asked_since_at, 0) <= $3
                     and (select min(n.published_at) from document n where n.programme = c.programme and n.slug = c.slug
                            and n.version > coalesce((select max(o.version) from acceptance a join document o on o.id = a.document
                                                      where a.person = m.person and o.programme = c.programme and o.slug = c.slug), 0)) <= $3)
                    or (not exists (select 1 from acceptance a join document o on o.id = a.document
                                    where a.person = m.person and o.programme = c.programme and o.slug = c.slug)
                        and (select b.joined_at from membership b where b.programme = m.programme and b.person = m.person) >= coalesce(c.asked_since_at, 0)
                        and (select b.joined_at from membership b where b.programme = m.programme and b.person = m.person)
                            >= (select min(n.published_at) from document n where n.programme = c.programme and n.slug = c.slug))))))
order by case m.state when 'pending' then 0 else 1 end, m.asked_at, p.id limit $5;

-- change request_bump(id request.id, now request.bumped_at)                           by writer
update request set bumped_at = $2, bumps = bumps + 1, version = version + 1, saved_at = $2 where id = $1 and state = 'open';

-- change request_escalate_now(id request.id, now request.escalated_at)                by writer
update request set escalated_at = $2, version = version + 1, saved_at = $2 where id = $1 and state = 'open' and escalated_at is null;

-- one request_steps_of(id request.id)                                                 by web, writer
select bumped_at, bumps, escalated_at, merged_into, entered_by from request where id = $1;

-- one request_by_number(programme request.programme, number request.number)           by web, writer
select id, state, mentee from request where programme = $1 and number = $2;

-- change request_merge_into(id request.id, into request.merged_into, reason request.reason, now request.closed_at) by writer
update request set state = 'closed', outcome = 'declined', merged_into = $2, reason = $3, closed_at = $4, lease_due_at = null,
       waited_us = waited_us + case when waiting_since_at is null then 0 else $4 - waiting_since_at end,
       waiting_since_at = null, reserved_until_at = null, version = version + 1, saved_at = $4
where id = $1 and state in ('open', 'needs-detail', 'reserved', 'claimed', 'scheduled');

-- change request_entered(id request.id, by request.entered_by)                        by writer
update request set entered_by = $2 where id = $1;

-- add handover_add(id handover.id, programme handover.programme, author handover.author, words handover.words, now handover.written_at) by writer
insert into handover (id, programme, author, words, written_at) values ($1, $2, $3, $4, $5);

-- list handovers_of(programme handover.programme, after handover.id, limit whole)     by web, writer
select h.id, h.words, h.written_at, p.name as author_name
from handover h join person p on p.id = h.author
where h.programme = $1 and ($2 = 0 or h.id < $2)
order by h.id desc limit $3;

-- add saved_view_add(id saved_view.id, programme saved_view.programme, owner saved_view.owner, is_shared saved_view.is_shared,
--                    name saved_view.name, query saved_view.query, now saved_view.made_at) by writer
insert into saved_view (id, programme, owner, is_shared, name, query, made_at) values ($1, $2, $3, $4, $5, $6, $7);

-- list saved_views_of(programme saved_view.programme, owner saved_view.owner, after saved_view.id, limit whole) by web, writer
select id, owner, is_shared, name, query from saved_view
where programme = $1 and (owner = $2 or is_shared = 1) and id > $3 order by id limit $4;

-- one saved_view_count(programme saved_view.programme, owner saved_view.owner, name saved_view.name) by writer
select coalesce(sum(case when owner = $2 then 1 else 0 end), 0) as views:whole,
       coalesce(sum(case when name = $3 and (owner = $2 or is_shared = 1) then 1 else 0 end), 0) as namesakes:whole
from saved_view where programme = $1;

-- change saved_view_drop(id saved_view.id, programme saved_view.programme, owner saved_view.owner) by writer
delete from saved_view where id = $1 and programme = $2 and owner = $3;

-- Letters of the waiting ladder that a coordinator has not let go yet, in the programme's own words of their day where it had some.
-- list letter_drafts_of(programme letter.programme, limit whole)                      by web, writer
select l.id, l.kind, l.fields, l.language, l.draft_at, l.request, r.number, r.title, coalesce(p.name, '') as recipient_name:person.name,
       coalesce(t.subject, '') as own_subject:letter_text.subject, coalesce(t.body, '') as own_body:letter_text.body
from letter l join request r on r.id = l.request left join person p on p.id = l.recipient
left join letter_text t on t.programme = l.programme and t.kind = l.kind and t.version = l.text_version
where l.programme = $1 and l.draft_at is not null and l.ended_at is null
order by l.draft_at, coalesce(p.name, ''), l.id limit $2;
