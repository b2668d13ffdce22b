-- The sheet: rows as the table of before had them, oldest first.

-- list sheet_rows(programme request.programme, viewer person.id, is_coordinator bool, closed_since request.sent_at,
--                 after_sent request.sent_at, after request.id, limit whole)          by web, writer
select r.id, r.number, r.title, r.state, r.outcome, r.merged_into, r.is_unanswered, r.skills, r.service, r.held_on, r.shows_name, r.sent_at, r.claimer,
       m.name as mentee_name, coalesce(c.name, '') as claimer_name:person.name,
       coalesce((select w.words from note w where w.request = r.id and w.author = $2 and w.audience = 'coordinators'
                 order by w.written_at desc, w.id desc limit 1), '') as note:text
from request r join person m on m.id = r.mentee left join person c on c.id = r.claimer
where r.id in (select o.id from request o where o.programme = $1 and o.state in ('open', 'needs-detail', 'reserved', 'claimed', 'scheduled')
               union all
               select e.id from request e where e.programme = $1 and e.state = 'closed' and e.sent_at >= $4)
  and ($3 = 1 or r.claimer = $2 or (r.named_mentor = $2 and r.state = 'reserved')
       or (r.state in ('open', 'needs-detail') and r.mentee <> $2
           and not exists (select 1 from aside a where a.request = r.id and a.person = $2)
           and not exists (select 1 from block z where z.blocker = r.mentee and z.blocked = $2) and not exists (select 1 from block z where z.blocker = $2 and z.blocked = r.mentee)))
  and ($6 = 0 or r.sent_at > $5 or (r.sent_at = $5 and r.id > $6))
order by r.sent_at, r.id limit $7;

-- list mentors_called(programme mentor.programme, name_folded person.name_folded, limit whole) by web, writer
select p.id from mentor m join person p on p.id = m.person
where m.programme = $1 and p.name_folded = $2 and m.state = 'active'
order by p.id limit $3;
