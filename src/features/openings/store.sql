-- Openings of projects, who is nominated for them, and applications as far as they are for one.

-- Those whose windows are not over, and the one that an opening is for already.
-- list rounds_ahead(programme cohort.programme, now intake.closes_at, opening opening.id, limit whole) by web, writer
select c.id, c.name from cohort c
where c.programme = $1 and (exists (select 1 from intake i where i.cohort = c.id and i.closes_at > $2) or c.id = (select o.cohort from opening o where o.id = $3))
order by c.id desc limit $4;

-- one round_ends(cohort cohort.id, programme cohort.programme)                        by web, writer
select c.name, (select max(i.closes_at) from intake i where i.cohort = c.id) as closes_at:intake.closes_at from cohort c where c.id = $1 and c.programme = $2;

-- add opening_add(id opening.id, programme opening.programme, cohort opening.cohort, contact opening.contact, project opening.project, url opening.url,
--                 goals opening.goals, criteria opening.criteria, languages opening.languages, places opening.places, term opening.term,
--                 minutes opening.minutes, period opening.period, now opening.made_at) by writer
insert into opening (id, programme, cohort, contact, state, project, url, goals, criteria, languages, places, term, minutes, period, made_at, changed_at)
values ($1, $2, $3, $4, 'declared', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14);

-- change opening_change(id opening.id, before opening.state, cohort opening.cohort, project opening.project, url opening.url, goals opening.goals,
--                       criteria opening.criteria, languages opening.languages, places opening.places, term opening.term, minutes opening.minutes,
--                       period opening.period, now opening.changed_at)                by writer
update opening set state = 'declared', cohort = $3, project = $4, url = $5, goals = $6, criteria = $7, languages = $8, places = $9, term = $10, minutes = $11,
       period = $12, lacks_mentor = 0, changed_at = $13, version = version + 1
where id = $1 and state = $2;

-- change opening_move(id opening.id, before opening.state, state opening.state, words opening.words, term opening.term, minutes opening.minutes,
--                     lacks_mentor opening.lacks_mentor, extended opening.extended_to_at, announced opening.announced_at, now opening.changed_at) by writer
update opening set state = $3, words = $4, term = $5, minutes = $6, lacks_mentor = $7, extended_to_at = $8, announced_at = $9, changed_at = $10, version = version + 1
where id = $1 and state = $2;

-- change opening_extend_to(id opening.id, until opening.extended_to_at, stepped opening.stepped, now opening.changed_at) by writer
update opening set extended_to_at = $2, stepped = $3, changed_at = $4, version = version + 1 where id = $1;

-- change opening_stepped(id opening.id, stepped opening.stepped)                      by writer
update opening set stepped = $2 where id = $1;

-- change opening_told(id opening.id, told opening.told)                               by writer
update opening set told = $2 where id = $1;

-- change opening_listed(id opening.id, listed opening.listed_at, choose_by opening.choose_by_at, stepped opening.stepped) by writer
update opening set listed_at = $2, choose_by_at = $3, stepped = $4, chosen_at = null, changed_at = $2, version = version + 1 where id = $1;

-- change opening_chosen(id opening.id, now opening.chosen_at)                         by writer
update opening set chosen_at = $2, changed_at = $2, version = version + 1 where id = $1;

-- one opening_row(id opening.id)                                                      by web, writer
select o.id, o.programme, o.cohort, o.contact, o.state, o.project, o.url, o.goals, o.criteria, o.languages, o.places, o.term, o.minutes, o.period, o.words, o.lacks_mentor,
       o.extended_to_at, o.told, o.stepped, o.listed_at, o.choose_by_at, o.chosen_at, o.changed_at, o.announced_at, c.name as round_name:cohort.name, p.name as contact_name,
       coalesce((select min(i.opens_at) from intake i where i.cohort = o.cohort), 0) as opens_at:intake.opens_at,
       coalesce((select max(i.closes_at) from intake i where i.cohort = o.cohort), 0) as round_closes_at:intake.closes_at,
       (select count(*) from intake i where i.cohort = o.cohort and i.state <> 'settled') as unsettled:whole,
       coalesce((select case i.state when 'open' then 2 when 'closed' then 1 else 0 end from intake i where i.cohort = o.cohort and i.side = 'mentor'), 0) as mentor_window:whole,
       coalesce((select case i.state when 'open' then 2 when 'closed' then 1 else 0 end from intake i where i.cohort = o.cohort and i.side = 'mentee'), 0) as mentee_window:whole,
       (select count(*) from application a join intake i on i.id = a.intake where a.opening = o.id and i.side = 'mentor'
          and ((a.elected_at is not null and a.state in ('short-listed', 'offered', 'placed')) or (a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered', 'placed')
                and exists (select 1 from nomination n where n.opening = o.id and n.person = a.person)))) as mentors:whole,
       (select count(*) from application a where a.opening = o.id and a.chosen_at is not null and a.state in ('short-listed', 'offered', 'placed')) as chosen:whole
from opening o join cohort c on c.id = o.cohort join person p on p.id = o.contact where o.id = $1;

-- What everybody sees, and beside it what is the viewer's or, for coordinators, all. Newest round first.
-- list openings_of(programme opening.programme, viewer opening.contact, is_coordinator bool, limit whole) by web, writer
select o.id, o.state, o.project, o.url, o.goals, o.criteria, o.languages, o.places, o.term, o.minutes, o.period, o.extended_to_at, o.changed_at, o.announced_at,
       c.name as round_name:cohort.name,
       coalesce((select min(i.opens_at) from intake i where i.cohort = o.cohort), 0) as opens_at:intake.opens_at,
       coalesce((select max(i.closes_at) from intake i where i.cohort = o.cohort), 0) as round_closes_at:intake.closes_at
from opening o join cohort c on c.id = o.cohort
where o.programme = $1 and (o.state in ('announced', 'accepting', 'surveying', 'matching', 'running') or ((o.contact = $2 or $3 = 1) and o.state in ('declared', 'returned')))
order by o.cohort desc, o.project, o.id limit $4;

-- list opening_members(programme membership.programme, after person.id, limit whole)  by writer
select p.id from membership b join person p on p.id = b.person where b.programme = $1 and b.left_at is null and p.id > $2 and p.erased_at is null order by p.id limit $3;

-- list opening_desk(programme role.programme, now stand_in.until_at, limit whole)     by writer
select r.person as id:person.id from role r where r.programme = $1 and r.role = 'coordinator'
union
select s.deputy as id:person.id from stand_in s where s.programme = $1 and s.until_at > $2
order by 1 limit $3;

-- Everybody who began or sent one for it.
-- list opening_applicants(opening application.opening, after application.id, limit whole) by writer
select a.id, a.person, i.side from application a join intake i on i.id = a.intake
where a.opening = $1 and a.state in ('draft', 'sent', 'in-review', 'short-listed', 'wait-listed') and a.id > $2 order by a.id limit $3;

-- What the contact reads: mentors who applied, mentees on the short list; of whom they are kept apart from nothing.
-- list opening_candidates(opening application.opening, side intake.side, is_listed bool, viewer person.id, is_coordinator bool, limit whole) by web, writer
select a.id, a.number, a.state, a.elected_at, a.chosen_at, p.name as person_name:person.name, c.is_blind,
       (select count(*) from review r where r.application = a.id and r.reviewer = $4) as scores:whole,
       case when exists (select 1 from nomination n where n.opening = a.opening and n.person = a.person) then 1 else 0 end as is_nominated:bool
from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort join person p on p.id = a.person
where a.opening = $1 and i.side = $2 and a.state not in ('draft', 'withdrawn')
  and ($3 = 0 or a.state = 'short-listed' or a.chosen_at is not null)
  and ($5 = 1 or (not exists (select 1 from block z where z.blocker = a.person and z.blocked = $4) and not exists (select 1 from block z where z.blocker = $4 and z.blocked = a.person)))
order by a.id limit $6;

-- What all of those answered, without what is for coordinators alone; a question without an answer is a line as well.
-- list candidate_answers(opening application.opening, side intake.side, is_listed bool, limit whole) by web, writer
select a.id as application, q.words, q.kind, q.lowest, q.highest, coalesce(w.words, '') as answer:answer.words
from application a join intake i on i.id = a.intake join question q on q.form = a.form and q.audience = 'reviewers'
     left join answer w on w.application = a.id and w.question = q.id
where a.opening = $1 and i.side = $2 and a.state not in ('draft', 'withdrawn')
  and ($3 = 0 or a.state = 'short-listed' or a.chosen_at is not null) order by a.id, q.position limit $4;

-- list nominations_of(opening nomination.opening, viewer person.id, is_coordinator bool, limit whole) by web, writer
select n.id, n.name, n.made_at,
       case when exists (select 1 from application a join intake i on i.id = a.intake where a.opening = n.opening and a.person = n.person and i.side = 'mentor'
         and a.state not in ('draft', 'withdrawn')
         and ($3 = 1 or (not exists (select 1 from block z where z.blocker = a.person and z.blocked = $2) and not exists (select 1 from block z where z.blocker = $2 and z.blocked = a.person))))
       then 1 else 0 end as has_applied:bool
from nomination n where n.opening = $1 order by n.id limit $4;

-- change nomination_add(id nomination.id, opening nomination.opening, person nomination.person, name nomination.name, now nomination.made_at) by writer
insert into nomination (id, opening, person, name, made_at) values ($1, $2, $3, $4, $5) on conflict (opening, person) do nothing;

-- list intakes_of_round(cohort intake.cohort, limit whole)                            by writer
select id from intake where cohort = $1 order by id limit $2;
