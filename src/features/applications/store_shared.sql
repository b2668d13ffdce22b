-- Applications as other rooms' pages show them: somebody's own on the first page, and what waits for a coordinator.

-- What is not over yet, and a draft as long as it can still be sent.
-- list home_applications(person application.person, limit whole)                      by web, writer
select a.id, a.number, a.state, a.saved_at, a.sent_at, a.confirm_by_at, i.side, i.closes_at, c.name, p.slug, p.name as programme_name
from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort join programme p on p.id = a.programme
where a.person = $1 and (a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered') or (a.state = 'draft' and i.state = 'open'))
order by case a.state when 'offered' then 0 when 'draft' then 1 else 2 end, a.id desc limit $2;

-- one applications_waiting_in(programme application.programme)                        by web, writer
select (select count(*) from intake i join application a on a.intake = i.id and a.state = 'sent' where i.programme = $1) as unread:whole,
       (select coalesce(min(a.sent_at), 0) from intake i join application a on a.intake = i.id and a.state = 'sent' where i.programme = $1) as sent_at:application.sent_at,
       (select count(*) from intake i join application a on a.intake = i.id and a.state in ('in-review', 'short-listed', 'wait-listed')
        where i.programme = $1 and i.state = 'closed') as undecided:whole,
       (select coalesce(min(i.closes_at), 0) from intake i where i.programme = $1 and i.state = 'closed') as closed_at:intake.closes_at;
