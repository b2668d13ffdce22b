-- The wizard's draft, and the lists of the desk: the queue, a mentor's own, a mentee's history, the coordinators' table.

-- one draft_of(programme request.programme, mentee request.mentee)                    by web, writer
select id, step, service, title, details, is_unsure, skills, skill_count, language, medium, hours, affiliation, shows_name,
       named_mentor, saved_at
from request where programme = $1 and mentee = $2 and state = 'draft';

-- add draft_start(id request.id, programme request.programme, mentee request.mentee, now request.saved_at) by writer
insert into request (id, programme, mentee, state, saved_at) values ($1, $2, $3, 'draft', $4);

-- change draft_set_service(id request.id, service request.service, now request.saved_at) by writer
update request set service = $2, step = 'service', saved_at = $3, claim_step = 0 where id = $1 and state = 'draft';

-- change draft_set_skills(id request.id, is_unsure request.is_unsure, skills request.skills, skill_count request.skill_count, now request.saved_at) by writer
update request set is_unsure = $2, skills = $3, skill_count = $4, step = 'skills', saved_at = $5, claim_step = 0 where id = $1 and state = 'draft';

-- change draft_clear_skills(id request.id)                                            by writer
delete from request_skill where request = $1;

-- add draft_add_skill(request request_skill.request, skill request_skill.skill)       by writer
insert into request_skill (request, skill) values ($1, $2) on conflict (request, skill) do nothing;

-- change draft_set_details(id request.id, title request.title, details request.details, search request.search, now request.saved_at) by writer
update request set title = $2, details = $3, search = $4, step = 'details', saved_at = $5, claim_step = 0 where id = $1 and state = 'draft';

-- change draft_set_when(id request.id, hours request.hours, medium request.medium, language request.language,
--                       named_mentor request.named_mentor, now request.saved_at)      by writer
update request set hours = $2, medium = $3, language = $4, named_mentor = $5, step = 'when', saved_at = $6, claim_step = 0 where id = $1 and state = 'draft';

-- change draft_set_about(id request.id, affiliation request.affiliation, shows_name request.shows_name, now request.saved_at) by writer
update request set affiliation = $2, shows_name = $3, step = 'about-you', saved_at = $4, claim_step = 0 where id = $1 and state = 'draft';

-- change draft_send(id request.id, number request.number, state request.state, reserved_until request.reserved_until_at, now request.sent_at) by writer
update request set number = $2, state = $3, reserved_until_at = $4, sent_at = $5, waiting_since_at = $5, saved_at = $5, step = 'check', claim_step = 0
where id = $1 and state = 'draft';

-- change draft_drop(id request.id)                                                    by writer
delete from request where id = $1 and state = 'draft';

-- change role_mentee_add(id role.id, programme role.programme, person role.person, now role.since_at) by writer
insert into role (id, programme, person, role, since_at) values ($1, $2, $3, 'mentee', $4)
on conflict (programme, person, role) do nothing;

-- one sending_of(programme request.programme, mentee request.mentee, since request.sent_at) by web, writer
select coalesce(sum(case when state <> 'closed' then 1 else 0 end), 0) as unfinished:whole,
       coalesce(sum(case when sent_at >= $3 then 1 else 0 end), 0) as today:whole
from request where programme = $1 and mentee = $2 and state <> 'draft';

-- list queue_open(programme request.programme, mentor mentor.id, viewer person.id, service request.service, search text,
--                 only_fitting bool, partial_below whole, after_fit whole, after_sent request.sent_at, after request.id, limit whole,
--                 direction whole, language request.language, most whole)              by web, writer, memo
with ends as materialized (
  select f.id, f.sent_at, f.service, f.skill_count from (
    select r.id, r.sent_at, r.service, r.skill_count from request r
    where r.programme = $1 and r.state in ('open', 'needs-detail')
      and ($4 is null or r.service = $4) and ($5 = '' or r.search like $5 escape '~') and ($13 = '' or lower(r.language) = lower($13))
      and not exists (select 1 from aside a where a.request = r.id and a.person = $3)
      and not exists (select 1 from block z where z.blocker = r.mentee and z.blocked = $3) and not exists (select 1 from block z where z.blocker = $3 and z.blocked = r.mentee)
      and $12 = 1
    order by r.sent_at, r.id limit $14) f
  union all
  select l.id, l.sent_at, l.service, l.skill_count from (
    select r.id, r.sent_at, r.service, r.skill_count from request r
    where r.programme = $1 and r.state in ('open', 'needs-detail')
      and ($4 is null or r.service = $4) and ($5 = '' or r.search like $5 escape '~') and ($13 = '' or lower(r.language) = lower($13))
      and not exists (select 1 from aside a where a.request = r.id and a.person = $3)
      and not exists (select 1 from block z where z.blocker = r.mentee and z.blocked = $3) and not exists (select 1 from block z where z.blocker = $3 and z.blocked = r.mentee)
      and $12 = -1
    order by r.sent_at desc, r.id desc limit $14) l
), matched as materialized (
  select e.id, e.sent_at, e.service, e.skill_count,
         case when e.skill_count = 0 or $2 = 0 then 0
              else (select count(*) from request_skill k join mentor_skill s on s.skill = k.skill and s.mentor = $2
                    where k.request = e.id) end as skills
  from ends e
), waiting as materialized (
  select o.id, o.sent_at,
         case when o.skill_count = 0 and exists (select 1 from mentor_service t where t.mentor = $2 and t.service = o.service) then 2
              when o.skill_count > 0 and o.skills = o.skill_count then 2
              when o.skills > 0 then 1
              else 0 end as fit
  from matched o
), page as (
  select w.id, w.sent_at, w.fit from waiting w
  where ($6 = 0 or w.fit = 2 or (w.fit = 1 and (select count(*) from waiting f where f.fit = 2) < $7))
    and ($10 = 0 or w.fit < $8 or (w.fit = $8 and (w.sent_at * $12 > $9 * $12 or (w.sent_at = $9 and w.id * $12 > $10 * $12))))
  order by w.fit desc, w.sent_at * $12, w.id * $12 limit $11
)
select r.id, r.number, r.title, r.state, r.skills, r.skill_count, r.language, r.service, r.affiliation, r.shows_name, r.hours,
       r.sent_at, r.waiting_since_at, r.waited_us, r.mentee, m.name as mentee_name, m.zone as mentee_zone, w.fit as fit:whole,
       (select count(*) from waiting) as total:whole,
       (select coalesce(min(o.sent_at), 0) from waiting o) as oldest:request.sent_at
from page w join request r on r.id = w.id join person m on m.id = r.mentee
order by w.fit desc, w.sent_at * $12, w.id * $12 limit $11;

-- list queue_figures(programme request.programme, since request.claimed_at, mentor mentor.id, limit whole) by web, writer, memo
with took as (
  select r.waited_us from request r
  where r.programme = $1 and r.claimed_at >= $2
  order by r.claimed_at desc limit 1000
), ranked as (
  select t.waited_us, row_number() over (order by t.waited_us) as place, count(*) over () as cases from took t
)
select coalesce(s.name, '') as skill:skill.name, (select count(*) from took) as cases:whole,
       coalesce((select max(r.waited_us) from ranked r where r.place = (r.cases + 1) / 2), 0) as median_us:whole
from (select 1 as one) o left join mentor_skill k on k.mentor = $3 left join skill s on s.id = k.skill
order by s.name limit $4;

-- list queue_mine(programme request.programme, claimer request.claimer, after request.id, limit whole) by web, writer
select r.id, r.number, r.title, r.state, r.skills, r.claimed_at, r.lease_due_at, r.contacted_at, r.session_at, r.outcome, r.closed_at,
       m.name as mentee_name
from request r join person m on m.id = r.mentee
where r.programme = $1 and r.claimer = $2 and ($3 = 0 or r.id < $3)
order by r.id desc limit $4;

-- one queue_helped(programme request.programme, since request.closed_at)              by web, writer, memo
select count(distinct mentee) as people:whole from request
where programme = $1 and outcome = 'held' and closed_at >= $2;

-- list history_of(programme request.programme, mentee request.mentee, after request.id, limit whole) by web, writer
select r.id, r.number, r.title, r.state, r.outcome, r.merged_into, r.is_unanswered, r.helpful, r.sent_at, r.closed_at, r.follow_up_of, r.skills,
       coalesce(c.name, '') as claimer_name:person.name
from request r left join person c on c.id = r.claimer
where r.programme = $1 and r.mentee = $2 and r.state <> 'draft' and ($3 = 0 or r.id < $3)
order by r.id desc limit $4;

-- one history_tally(programme request.programme, person request.mentee)               by web, writer
select (select count(*) from request where programme = $1 and mentee = $2 and state <> 'draft') as asked:whole,
       (select count(*) from request where programme = $1 and mentee = $2 and state <> 'draft' and outcome = 'held') as held:whole,
       (select count(*) from claim k join request r on r.id = k.request where r.programme = $1 and k.mentor = $2) as claims:whole,
       (select count(distinct r.mentee) from claim k join request r on r.id = k.request
        where r.programme = $1 and k.mentor = $2 and k.ending = 'closed' and r.outcome = 'held') as helped:whole;

-- list claims_of(programme request.programme, mentor claim.mentor, after claim.id, limit whole) by web, writer
select k.id, k.claimed_at, k.ended_at, k.ending, r.id as request:request.id, r.number, r.title, r.outcome, r.merged_into, r.is_unanswered, m.name as mentee_name
from claim k join request r on r.id = k.request join person m on m.id = r.mentee
where r.programme = $1 and k.mentor = $2 and ($3 = 0 or k.id < $3)
order by k.id desc limit $4;

-- list coordinate_list(programme request.programme, state text, service request.service, search text, after_sent request.sent_at,
--                      after request.id, limit whole)                                 by web, writer
select r.id, r.number, r.title, r.state, r.outcome, r.merged_into, r.is_unanswered, r.sent_at, r.waiting_since_at, r.waited_us, r.releases, r.service,
       m.name as mentee_name, m.id as mentee, coalesce(c.name, '') as claimer_name:person.name
from request r join person m on m.id = r.mentee left join person c on c.id = r.claimer
where r.programme = $1 and r.state <> 'draft'
  and ($2 = '' or r.state = $2 or ($2 = 'waiting' and r.state in ('open', 'needs-detail', 'reserved'))
       or ($2 = 'running' and r.state in ('claimed', 'scheduled')))
  and ($3 is null or r.service = $3) and ($4 = '' or r.search like $4 escape '~')
  and ($6 = 0 or r.sent_at < $5 or (r.sent_at = $5 and r.id < $6))
order by r.sent_at desc, r.id desc limit $7;

-- list home_requests(person person.id, since request.closed_at, limit whole)          by web, writer
select r.id, r.number, r.title, r.state, r.outcome, r.helpful, r.mentee, r.claimer, r.sent_at, r.session_at, r.lease_due_at,
       r.contacted_at, r.closed_at, r.saved_at, p.slug, p.name as programme_name, p.mark,
       m.name as mentee_name, coalesce(c.name, '') as claimer_name:person.name
from request r join programme p on p.id = r.programme join person m on m.id = r.mentee left join person c on c.id = r.claimer
where (r.mentee = $1 and (r.state <> 'closed' or (r.outcome = 'held' and r.helpful = '' and r.closed_at >= $2)))
   or (r.claimer = $1 and r.state in ('claimed', 'scheduled'))
   or (r.named_mentor = $1 and r.state = 'reserved')
order by r.saved_at desc, r.id desc limit $3;

-- list home_programmes(person person.id, now stand_in.until_at, late request.waiting_since_at, limit whole) by web, writer
select p.id, p.version, p.slug, p.name, p.summary,
       (select count(*) from (select 1 from service s where s.programme = p.id and s.is_retired = 0 limit 1) few) as has_services:bool,
       (select count(*) from (select 1 from question_form f where f.programme = p.id and f.slug in ('mentee', 'mentor') limit 1) few) as asks_forms:bool,
       (select count(*) from intake i join application a on a.intake = i.id and a.state = 'sent' where i.programme = p.id) as unread:whole,
       (select count(*) from role r where r.programme = p.id and r.person = $1 and r.role = 'coordinator')
       + (select count(*) from stand_in s where s.programme = p.id and s.deputy = $1 and s.until_at > $2) as coordinates:whole,
       (select count(*) from role r where r.programme = p.id and r.person = $1 and r.role = 'escalation') as is_escalation:bool,
       (select count(*) from mentor n where n.programme = p.id and n.person = $1 and n.state = 'active') as is_mentor:bool,
       (select count(*) from request q where q.programme = p.id and q.state in ('open', 'needs-detail')) as waiting:whole,
       (select count(*) from request q where q.programme = p.id and q.state = 'open' and q.waiting_since_at <= $3) as late:whole,
       (select count(*) from mentor n where n.programme = p.id and n.state = 'pending') as pending:whole
from membership b join programme p on p.id = b.programme
where b.person = $1 and b.left_at is null
order by p.name, p.id limit $4;

-- add request_add_sent(id request.id, programme request.programme, number request.number, mentee request.mentee, state request.state,
--                      service request.service, title request.title, details request.details, is_unsure request.is_unsure,
--                      skills request.skills, skill_count request.skill_count, search request.search, language request.language,
--                      medium request.medium, hours request.hours, affiliation request.affiliation, shows_name request.shows_name,
--                      named_mentor request.named_mentor, reserved_until request.reserved_until_at, now request.sent_at) by writer
insert into request (id, programme, number, mentee, state, step, service, title, details, is_unsure, skills, skill_count, search, language,
       medium, hours, affiliation, shows_name, named_mentor, reserved_until_at, saved_at, sent_at, waiting_since_at)
values ($1, $2, $3, $4, $5, 'check', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20, $20);

-- list requests_for(programme programme.id, viewer person.id, is_coordinator bool, is_mentor bool, whose text, state text,
--                   service request.service, search text, after_sent request.sent_at, after request.id, limit whole) by web, writer
select r.id, r.number, r.title, r.state, r.outcome, r.merged_into, r.is_unanswered, r.skills, r.service, r.language, r.affiliation, r.shows_name, r.mentee, r.claimer,
       r.sent_at, r.waiting_since_at, r.waited_us, r.closed_at, r.version,
       m.name as mentee_name, coalesce(c.name, '') as claimer_name:person.name
from request r join person m on m.id = r.mentee left join person c on c.id = r.claimer
where r.programme = $1 and r.state <> 'draft'
  and ($3 = 1 or r.mentee = $2 or r.claimer = $2 or (r.named_mentor = $2 and r.state = 'reserved')
       or ($4 = 1 and r.state in ('open', 'needs-detail')
           and not exists (select 1 from aside a where a.request = r.id and a.person = $2 and a.why = 'excluded')
           and not exists (select 1 from block z where z.blocker = r.mentee and z.blocked = $2) and not exists (select 1 from block z where z.blocker = $2 and z.blocked = r.mentee)))
  and ($5 = '' or ($5 = 'asked' and r.mentee = $2) or ($5 = 'claimed' and r.claimer = $2))
  and ($6 = '' or r.state = $6)
  and ($7 is null or r.service = $7) and ($8 = '' or r.search like $8 escape '~')
  and ($10 = 0 or r.sent_at < $9 or (r.sent_at = $9 and r.id < $10))
order by r.sent_at desc, r.id desc limit $11;
