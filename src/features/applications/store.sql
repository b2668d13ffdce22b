-- Windows and applications. Whoever reads an answer is asked for by its question's audience, in the statement itself.

-- add cohort_add(id cohort.id, programme cohort.programme, name cohort.name, criteria cohort.criteria, is_blind cohort.is_blind,
--                now cohort.made_at)                                                  by writer
insert into cohort (id, programme, name, criteria, is_blind, made_at) values ($1, $2, $3, $4, $5, $6);

-- add intake_add(id intake.id, programme intake.programme, cohort intake.cohort, side intake.side, opens intake.opens_at, closes intake.closes_at,
--                places intake.places, is_derived intake.is_derived, now intake.made_at) by writer
insert into intake (id, programme, cohort, side, state, opens_at, closes_at, places, is_derived, made_at) values ($1, $2, $3, $4, 'planned', $5, $6, $7, $8, $9);

-- one cohort_of(id cohort.id)                                                         by web, writer
select id, programme, name, criteria, is_blind from cohort where id = $1;

-- change cohort_change(id cohort.id, name cohort.name, criteria cohort.criteria)      by writer
update cohort set name = $2, criteria = $3 where id = $1;

-- What both windows of a round say, and what became of those who applied. Completed: with a place whose opening has ended, or whose months are over; term:
-- those of the programme, and an opening has its own. A month is a twelfth of a year.
-- list intakes_in(cohort intake.cohort, term whole, now intake.opens_at, limit whole)  by web, writer
select i.id, i.side, i.state, i.opens_at, i.closes_at, i.places, i.is_derived, i.reminded,
       case when exists (select 1 from intake w where w.cohort = i.cohort and w.side = 'mentor') then
         (select count(*) from application a join intake w on w.id = a.intake join mentor m on m.programme = w.programme and m.person = a.person
          where w.cohort = i.cohort and w.side = 'mentor' and a.state = 'placed' and m.state = 'active')
       else (select count(*) from mentor m where m.programme = i.programme and m.state = 'active') end as mentors:whole,
       (select count(*) from application a where a.intake = i.id and a.state not in ('draft', 'withdrawn')) as applied:whole,
       (select count(*) from application a where a.intake = i.id and a.state in ('offered', 'placed', 'declined', 'expired')) as accepted:whole,
       (select count(*) from application a where a.intake = i.id and a.state = 'placed') as placed:whole,
       (select count(*) from application a left join opening o on o.id = a.opening where a.intake = i.id and a.state = 'placed'
          and (o.state = 'ended' or coalesce(a.decided_at, a.saved_at) <= $3 - 2629800000000 * coalesce(o.term, $2))) as completed:whole,
       (select count(*) from application a where a.intake = i.id and a.state in ('offered', 'placed')) as taken:whole
from intake i where i.cohort = $1 order by i.side desc limit $4;

-- Projects that took part in a round.
-- one round_projects(cohort opening.cohort)                                           by web, writer
select coalesce(sum(case when o.state in ('announced', 'accepting') then 1 else 0 end), 0) as taking:whole,
       coalesce(sum(case when o.state in ('surveying', 'matching', 'running') then 1 else 0 end), 0) as running:whole,
       coalesce(sum(case when o.state = 'ended' then 1 else 0 end), 0) as ended:whole
from opening o where o.cohort = $1;

-- change intake_change(id intake.id, opens intake.opens_at, closes intake.closes_at, places intake.places, reminded intake.reminded,
--                      is_derived intake.is_derived)                                  by writer
update intake set opens_at = $2, closes_at = $3, places = $4, reminded = $5, is_derived = $6 where id = $1;

-- list openings_under_way(cohort opening.cohort, limit whole)                         by writer
select id from opening where cohort = $1 and state in ('announced', 'accepting') order by id limit $2;

-- A page of rounds, newest first, each with its windows.
-- list intakes_of(programme intake.programme, after cohort.id, rounds whole, limit whole) by web, writer
select i.id, i.cohort, i.side, i.state, i.opens_at, i.closes_at, i.places, i.is_derived, c.name, c.criteria, c.is_blind,
       case when exists (select 1 from intake w where w.cohort = i.cohort and w.side = 'mentor') then
         (select count(*) from application a join intake w on w.id = a.intake join mentor m on m.programme = w.programme and m.person = a.person
          where w.cohort = i.cohort and w.side = 'mentor' and a.state = 'placed' and m.state = 'active')
       else (select count(*) from mentor m where m.programme = i.programme and m.state = 'active') end as mentors:whole,
       (select count(*) from application a where a.intake = i.id and a.state not in ('draft', 'withdrawn')) as applied:whole,
       (select count(*) from application a where a.intake = i.id and a.state in ('offered', 'placed')) as taken:whole,
       (select count(*) from application a where a.intake = i.id and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed')) as waiting:whole,
       (select count(*) from application a where a.intake = i.id and a.state = 'offered') as offers:whole
from intake i join cohort c on c.id = i.cohort
where i.cohort in (select r.id from cohort r where r.programme = $1 and ($2 = 0 or r.id < $2) order by r.id desc limit $3)
order by i.cohort desc, i.side desc limit $4;

-- one intake_of(id intake.id)                                                         by web, writer
select i.id, i.programme, i.cohort, i.side, i.state, i.opens_at, i.closes_at, i.places, i.is_derived, i.reminded, i.told, c.name, c.criteria,
       case when exists (select 1 from intake w where w.cohort = i.cohort and w.side = 'mentor') then
         (select count(*) from application a join intake w on w.id = a.intake join mentor m on m.programme = w.programme and m.person = a.person
          where w.cohort = i.cohort and w.side = 'mentor' and a.state = 'placed' and m.state = 'active')
       else (select count(*) from mentor m where m.programme = i.programme and m.state = 'active') end as mentors:whole,
       (select count(*) from application a where a.intake = i.id and a.state in ('offered', 'placed')) as taken:whole,
       (select count(*) from application a where a.intake = i.id and a.state = 'offered') as offers:whole,
       (select count(*) from application a where a.intake = i.id and a.state not in ('draft', 'withdrawn')) as applied:whole
from intake i join cohort c on c.id = i.cohort where i.id = $1;

-- The window that concerns somebody most: of an offer, then an open one, then one in which they applied, then the next, then the last.
-- one intake_current(programme intake.programme, side intake.side, person application.person, now opening.extended_to_at) by web, writer
select i.id from intake i left join application a on a.intake = i.id and a.person = $3
where i.programme = $1 and i.side = $2
order by case when a.state = 'offered' then 0 when i.state = 'open' or (i.state = 'closed' and exists (select 1 from opening o where o.cohort = i.cohort and o.state in ('announced', 'accepting') and o.extended_to_at > $4)) then 1 when a.id is not null then 2 when i.state = 'planned' then 3 else 4 end,
         i.opens_at desc, i.id desc limit 1;

-- change intake_move(id intake.id, before intake.state, state intake.state)           by writer
update intake set state = $3 where id = $1 and state = $2;

-- change intake_reminded(id intake.id, bits intake.reminded)                          by writer
update intake set reminded = $2 where id = $1;

-- change intake_told(id intake.id, told intake.told)                                  by writer
update intake set told = $2 where id = $1;

-- Who has a place, as far as this viewer may know it: as ../people shows profiles. Nobody else is decided, so a round that is read without names hides them.
-- list round_people(cohort intake.cohort, viewer person.id, is_coordinator bool, has_directory bool, after application.id, limit whole) by web
select a.id, a.person, i.side, p.name
from intake i join application a on a.intake = i.id join person p on p.id = a.person join membership b on b.programme = i.programme and b.person = a.person
where i.cohort = $1 and a.state = 'placed'
  and ($3 = 1 or a.person = $2 or (b.left_at is null
    and (exists (select 1 from mentor m where m.programme = i.programme and m.person = a.person and m.state = 'active') or ($4 = 1 and b.is_listed = 1)
      or exists (select 1 from request q where q.programme = i.programme and q.state in ('claimed', 'scheduled', 'closed')
                 and ((q.mentee = a.person and q.claimer = $2) or (q.mentee = $2 and q.claimer = a.person))))
    and not exists (select 1 from pause z where z.person = a.person and z.programme = i.programme and z.ended_at is null)
    and not exists (select 1 from block z where z.blocker = a.person and z.blocked = $2)
    and not exists (select 1 from block z where z.blocker = $2 and z.blocked = a.person)))
  and ($5 = 0 or (p.name_folded, a.id) > (select n.name_folded, x.id from application x join person n on n.id = x.person where x.id = $5))
order by p.name_folded, a.id limit $6;

-- change intake_extend(id intake.id, closes intake.closes_at)                         by writer
update intake set closes_at = $2, reminded = 0 where id = $1 and state in ('planned', 'open');

-- list members_after(programme membership.programme, after person.id, limit whole)    by writer
select p.id from membership b join person p on p.id = b.person where b.programme = $1 and b.left_at is null and p.id > $2 order by p.id limit $3;

-- list applicants_in(intake application.intake, only_drafts bool, after application.id, limit whole) by writer
select a.id, a.person, coalesce(o.extended_to_at, 0) as extended_to_at:moment from application a left join opening o on o.id = a.opening
where a.intake = $1 and ($2 = 0 or a.state = 'draft') and a.state in ('draft', 'sent', 'in-review', 'short-listed', 'wait-listed') and a.id > $3
order by a.id limit $4;

-- one application_of(intake application.intake, person application.person)            by web, writer
select id from application where intake = $1 and person = $2;

-- one application_row(id application.id)                                              by web, writer
select a.id, a.programme, a.intake, a.person, a.number, a.state, a.form, a.reviewer, a.reason, a.words, a.version, a.saved_at, a.sent_at, a.waits_since_at,
       a.offered_at, a.confirm_by_at, a.decided_at, a.opening, a.elected_at, a.chosen_at, a.is_queued, coalesce(o.project, '') as project:opening.project, i.side, i.state as intake_state, i.closes_at, i.places, c.name as cohort_name, c.is_blind, p.name as person_name:person.name,
       p.zone as person_zone:person.zone, p.email as person_email:person.email, coalesce(r.name, '') as reviewer_name:person.name
from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort join person p on p.id = a.person left join person r on r.id = a.reviewer
     left join opening o on o.id = a.opening
where a.id = $1;

-- The newest one of somebody whose answers begin the next.
-- one application_before(programme application.programme, side intake.side, person application.person, intake application.intake) by web, writer
select a.id from application a join intake i on i.id = a.intake
where a.programme = $1 and i.side = $2 and a.person = $3 and a.intake <> $4 order by a.id desc limit 1;

-- list applications_of_person(programme application.programme, person application.person, limit whole) by web, writer
select a.id, a.number, a.state, a.sent_at, a.confirm_by_at, i.side, c.name from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort
where a.programme = $1 and a.person = $2 order by a.id desc limit $3;

-- add application_add(id application.id, programme application.programme, intake application.intake, person application.person, form application.form,
--                     now application.made_at)                                        by writer
insert into application (id, programme, intake, person, state, form, made_at, saved_at) values ($1, $2, $3, $4, 'draft', $5, $6, $6);

-- change application_keep(id application.id, form application.form, opening application.opening, now application.saved_at) by writer
update application set form = $2, opening = $3, saved_at = $4, version = version + 1 where id = $1;

-- take application_next_number(id programme.id)                                       by writer
update programme set last_application = last_application + 1 where id = $1 returning last_application;

-- change application_send(id application.id, number application.number, now application.sent_at) by writer
update application set state = 'sent', number = $2, sent_at = $3, version = version + 1 where id = $1 and state = 'draft';

-- change application_move(id application.id, before application.state, state application.state, reviewer application.reviewer, reason application.reason,
--                         words application.words, waits application.waits_since_at, offered application.offered_at, confirm application.confirm_by_at,
--                         decided application.decided_at, elected application.elected_at, chosen application.chosen_at,
--                         now application.moved_at, is_queued application.is_queued) by writer
update application set state = $3, reviewer = $4, reason = $5, words = $6, waits_since_at = $7, offered_at = $8, confirm_by_at = $9, decided_at = $10, elected_at = $11,
       chosen_at = $12, moved_at = $13, is_queued = $14, version = version + 1
where id = $1 and state = $2;

-- change answers_clear(application answer.application)                                by writer
delete from answer where application = $1;

-- add answer_add(application answer.application, question answer.question, words answer.words) by writer
insert into answer (application, question, words) values ($1, $2, $3);

-- list answers_of(application answer.application, with_confided bool, limit whole)    by web, writer
select q.id as question, q.key, w.words from answer w join question q on q.id = w.question
where w.application = $1 and ($2 = 1 or q.audience = 'reviewers') order by q.position limit $3;

-- The longest waiting one of a window, behind that one.
-- one next_in_line(intake application.intake, after application.waits_since_at, last application.id) by writer
select a.id from application a where a.intake = $1 and a.state = 'wait-listed' and a.is_queued = 0 and (a.waits_since_at, a.id) > (coalesce($2, 0), $3)
order by a.waits_since_at, a.id limit 1;

-- How many wait in front of one, and it itself: for a place, or to be read where that is counted for its opening.
-- one place_in_line(id application.id)                                                by web, writer
select count(*) as place:whole from application m join application a on a.intake = m.intake and a.state = 'wait-listed' and a.is_queued = m.is_queued
  and (m.is_queued = 0 or coalesce(a.opening, 0) = coalesce(m.opening, 0)) and (a.waits_since_at, a.id) <= (m.waits_since_at, m.id)
where m.id = $1 and m.state = 'wait-listed';

-- What is read for a window, or for an opening in it, and the mentors there: those of the opening; who has a place in the round; where it has no window for mentors, all.
-- one reading_in(intake application.intake, opening opening.id)                       by writer
select (select count(*) from application a where a.intake = i.id and coalesce(a.opening, 0) = coalesce($2, 0) and a.is_queued = 0
          and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered', 'placed')) as reading:whole,
       case when coalesce($2, 0) <> 0 then
         (select count(*) from application a join intake w on w.id = a.intake where a.opening = $2 and w.side = 'mentor' and a.elected_at is not null and a.state in ('short-listed', 'offered', 'placed'))
       when exists (select 1 from intake w where w.cohort = i.cohort and w.side = 'mentor') then
         (select count(*) from application a join intake w on w.id = a.intake join mentor m on m.programme = w.programme and m.person = a.person
          where w.cohort = i.cohort and w.side = 'mentor' and a.state = 'placed' and m.state = 'active')
       else (select count(*) from mentor m where m.programme = i.programme and m.state = 'active') end as mentors:whole
from intake i where i.id = $1;

-- one next_to_read(intake application.intake, opening application.opening)            by writer
select a.id from application a where a.intake = $1 and coalesce(a.opening, 0) = coalesce($2, 0) and a.state = 'wait-listed' and a.is_queued = 1
order by a.waits_since_at, a.id limit 1;

-- Whatever waits to be read in a round, once for each opening.
-- list queues_in(cohort intake.cohort, limit whole)                                   by writer
select distinct i.id, coalesce(a.opening, 0) as opening:opening.id from intake i join application a on a.intake = i.id
where i.cohort = $1 and a.state = 'wait-listed' and a.is_queued = 1 order by 1, 2 limit $2;

-- one mentee_window(cohort intake.cohort)                                             by writer
select id, is_derived from intake where cohort = $1 and side = 'mentee';

-- list applications_waiting(intake application.intake, limit whole)                   by writer
select id from application where intake = $1 and state in ('sent', 'in-review', 'short-listed', 'wait-listed') order by id limit $2;

-- change drafts_drop_answers(intake application.intake)                               by writer
delete from answer where application in (select id from application where intake = $1 and state = 'draft');

-- change drafts_drop(intake application.intake)                                       by writer
delete from application where intake = $1 and state = 'draft';

-- list applications_to_review(programme application.programme, side text, state text, viewer person.id, is_coordinator bool, after application.id, limit whole) by web, writer
select a.id, a.number, a.state, a.sent_at, a.reviewer, a.elected_at, a.chosen_at, i.side, c.name as cohort_name,
       case when c.is_blind = 1 and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'withdrawn')
                 and not exists (select 1 from review v where v.application = a.id and v.reviewer = $4) then '' else p.name end as person_name:person.name, coalesce(o.project, '') as project:opening.project, coalesce(r.name, '') as reviewer_name:person.name,
       coalesce((select sum(v.score) from review v where v.application = a.id), 0) as score_sum:whole,
       (select count(*) from review v where v.application = a.id) as scores:whole
from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort join person p on p.id = a.person left join person r on r.id = a.reviewer
     left join opening o on o.id = a.opening
where a.programme = $1 and a.state <> 'draft' and a.person <> $4 and ($2 = '' or i.side = $2) and ($3 = '' or a.state = $3)
  and ($5 = 1 or ((a.reviewer is null or a.reviewer = $4)
    and not exists (select 1 from block z where z.blocker = a.person and z.blocked = $4) and not exists (select 1 from block z where z.blocker = $4 and z.blocked = a.person)))
  and ($6 = 0 or a.id < $6)
order by a.id desc limit $7;

-- add review_put(application review.application, reviewer review.reviewer, score review.score, words review.words, now review.made_at) by writer
insert into review (application, reviewer, score, words, made_at) values ($1, $2, $3, $4, $5)
on conflict (application, reviewer) do update set score = excluded.score, words = excluded.words, made_at = excluded.made_at;

-- one review_by(application review.application, reviewer review.reviewer)            by web, writer
select count(*) as scores:whole from review where application = $1 and reviewer = $2;

-- list reviews_of(application review.application, limit whole)                        by web, writer
select v.reviewer, v.score, v.words, v.made_at, p.name from review v join person p on p.id = v.reviewer where v.application = $1 order by v.made_at, p.id limit $2;

-- list reviewers_of(programme reviewer.programme, limit whole)                        by web, writer
select p.id, p.name, r.since_at from reviewer r join person p on p.id = r.person where r.programme = $1 order by p.name, p.id limit $2;

-- add reviewer_add(id reviewer.id, programme reviewer.programme, person reviewer.person, now reviewer.since_at) by writer
insert into reviewer (id, programme, person, since_at) values ($1, $2, $3, $4) on conflict (programme, person) do nothing;

-- change reviewer_drop(programme reviewer.programme, person reviewer.person)          by writer
delete from reviewer where programme = $1 and person = $2;

-- one member_by_email(programme membership.programme, email person.email_folded)      by web, writer
select p.id from membership b join person p on p.id = b.person where b.programme = $1 and b.left_at is null and p.email_folded = $2;

-- What is open of somebody, in every programme.
-- list applications_to_leave(person application.person, programme application.programme, limit whole) by writer
select id, programme, state from application where person = $1 and ($2 = 0 or programme = $2) and state in ('draft', 'sent', 'in-review', 'short-listed', 'wait-listed', 'offered') order by id limit $3;

-- change draft_drop_one(id application.id)                                            by writer
delete from application where id = $1 and state = 'draft';

-- Openings that one can apply for in a window; once it has closed: those with a later end of their own.
-- list openings_taking(cohort opening.cohort, is_open bool, now opening.extended_to_at, limit whole) by web, writer
select id, project from opening where cohort = $1 and state in ('announced', 'accepting') and ($2 = 1 or extended_to_at > $3) order by project, id limit $4;

-- one nomination_of(opening nomination.opening, person nomination.person)             by web, writer
select id from nomination where opening = $1 and person = $2;

-- Rounds that a file of applications can go into.
-- list rounds_to_fill(programme cohort.programme, limit whole)                        by web, writer
select c.id, c.name from cohort c where c.programme = $1 and exists (select 1 from intake i where i.cohort = c.id and i.state in ('open', 'closed'))
order by c.id desc limit $2;

-- one application_taken_in(intake application.intake, person application.person)      by writer
select id, state, saved_at, sent_at, taken_in_hash, taken_in_at from application where intake = $1 and person = $2;

-- change application_take_mark(id application.id, hash application.taken_in_hash, sent application.sent_at, now application.taken_in_at) by writer
update application set taken_in_hash = $2, sent_at = $3, taken_in_at = $4 where id = $1;
