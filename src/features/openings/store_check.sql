-- What must always hold of openings; each statement lists the rows that break it.

-- list broken_openings(limit whole)                                                   by cli
select o.id from opening o join cohort c on c.id = o.cohort
where c.programme <> o.programme or not exists (select 1 from membership b where b.programme = o.programme and b.person = o.contact)
   or (o.state in ('announced', 'accepting', 'surveying', 'matching', 'running', 'ended') and (o.announced_at is null or o.term < 1 or o.minutes < 1))
   or (o.state in ('declared', 'returned', 'withdrawn') and o.listed_at is not null and o.announced_at is null)
   or (o.listed_at is null) <> (o.choose_by_at is null) or (o.chosen_at is not null and o.listed_at is null) or (o.lacks_mentor = 1 and o.state <> 'returned')
order by o.id limit $1;

-- list broken_opening_applications(limit whole)                                       by cli
select a.id from application a join opening o on o.id = a.opening join intake i on i.id = a.intake
where o.cohort <> i.cohort or o.programme <> a.programme
order by a.id limit $1;

-- list broken_elections(limit whole)                                                  by cli
select a.id from application a join intake i on i.id = a.intake
where (a.elected_at is not null and (i.side <> 'mentor' or a.opening is null or a.state in ('draft', 'sent', 'in-review', 'withdrawn')))
   or (a.chosen_at is not null and (i.side <> 'mentee' or a.opening is null or a.state in ('draft', 'sent', 'in-review', 'withdrawn')))
order by a.id limit $1;

-- list broken_choices(limit whole)                                                    by cli
select o.id from opening o
where (select count(*) from application a where a.opening = o.id and a.chosen_at is not null and a.state in ('short-listed', 'offered', 'placed')) > o.places
order by o.id limit $1;

-- list broken_opening_plans(limit whole)                                              by cli
select o.id from opening o
where o.state in ('announced', 'accepting') and not exists (select 1 from job j where j.kind = 'opening-step' and j.subject = o.id and j.state <> 'done')
order by o.id limit $1;
