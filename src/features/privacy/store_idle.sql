-- Accounts that nobody uses.

-- Nobody signed in, and nothing was done from elsewhere, as from Slack. What is open, and a case that names them, holds it back.
-- list people_idle(before person.signed_in_at, after person.id, limit whole)            by writer
select p.id, coalesce(n.warned, 0) as warned:whole, n.warned_at
from person p left join idle_notice n on n.person = p.id
where p.erased_at is null and p.id > $2 and coalesce(p.signed_in_at, p.joined_at) <= $1 and p.joined_at <= $1
  and not exists (select 1 from session s where s.person = p.id and s.seen_at > $1)
  and not exists (select 1 from mentor m where m.person = p.id and m.last_act_at > $1)
  and not exists (select 1 from membership b where b.person = p.id and b.joined_at > $1)
  and not exists (select 1 from request r where r.mentee = p.id and r.saved_at > $1)
  and not exists (select 1 from request c where c.claimer = p.id and c.state in ('claimed', 'scheduled'))
  and not exists (select 1 from application a where a.person = p.id and a.state not in ('draft', 'placed', 'not-selected', 'declined', 'expired', 'withdrawn'))
  and not exists (select 1 from held_back h where h.person = p.id)
  and not exists (select 1 from erasure e where e.person = p.id)
order by p.id limit $3;

-- change idle_notice_put(person idle_notice.person, warned idle_notice.warned, now idle_notice.warned_at, ends idle_notice.ends_at) by writer
insert into idle_notice (person, warned, warned_at, ends_at) values ($1, $2, $3, $4)
on conflict (person) do update set warned = excluded.warned, warned_at = excluded.warned_at, ends_at = excluded.ends_at;

-- change idle_notice_drop(person idle_notice.person)                                   by writer
delete from idle_notice where person = $1;

-- Who came back is warned anew, should they go again.
-- change idle_notices_over()                                                           by writer
delete from idle_notice
where exists (select 1 from person p where p.id = idle_notice.person and (p.erased_at is not null or p.signed_in_at >= idle_notice.warned_at))
   or exists (select 1 from session s where s.person = idle_notice.person and s.seen_at >= idle_notice.warned_at)
   or exists (select 1 from mentor m where m.person = idle_notice.person and m.last_act_at >= idle_notice.warned_at)
   or exists (select 1 from request r where r.mentee = idle_notice.person and r.saved_at >= idle_notice.warned_at);
