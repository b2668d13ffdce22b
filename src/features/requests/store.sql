-- What the desk asks of the database about one request. The queue, the wizard and lists: store_ask.sql.

-- one request_seen_by(id request.id, programme programme.id, viewer person.id)        by web, writer
select r.id, r.programme, r.number, r.mentee, r.state, r.service, r.title, r.details, r.is_unsure, r.skills, r.language,
       r.medium, r.hours, r.affiliation, r.shows_name, r.named_mentor, r.reserved_until_at, r.claimer, r.claimed_at,
       r.lease_due_at, r.contacted_at, r.attempts, r.session_at, r.session_zone, r.session_local, r.outcome, r.held_on, r.question,
       r.next_steps, r.reason, r.helpful, r.helpful_words, r.follow_up_of, r.releases, r.version, r.sent_at,
       r.waiting_since_at, r.waited_us, r.closed_at, r.merged_into, r.escalated_at, r.bumps, r.claim_step, r.answered_at, r.tried_at, r.is_unanswered, r.saved_at,
       m.name as mentee_name, case when exists (select 1 from resting z where z.request = r.id) then '' else m.email end as mentee_email:person.email, m.zone as mentee_zone, m.languages as mentee_languages, m.pronouns as mentee_pronouns,
       coalesce(c.name, '') as claimer_name:person.name, case when exists (select 1 from resting z where z.request = r.id) then '' else coalesce(c.email, '') end as claimer_email:person.email,
       (select count(*) from resting z where z.request = r.id) as rests:bool,
       coalesce(c.zone, '') as claimer_zone:person.zone,
       coalesce(n.name, '') as named_name:person.name,
       coalesce((select e.name from person e where e.id = r.entered_by), '') as entered_name:person.name, coalesce(r.entered_by, 0) as entered_by:person.id,
       case when exists (select 1 from block z where z.blocker = r.mentee and z.blocked = $3) or exists (select 1 from block z where z.blocker = $3 and z.blocked = r.mentee)
            then 'excluded' else coalesce(a.why, '') end as aside_why:aside.why,
       coalesce((select f.id from request f where f.follow_up_of = r.id), 0) as follow_up:request.id,
       coalesce((select o.number from request o where o.id = r.follow_up_of), 0) as origin_number:whole
from request r
join person m on m.id = r.mentee
left join person c on c.id = r.claimer
left join person n on n.id = r.named_mentor
left join aside a on a.request = r.id and a.person = $3
where r.id = $1 and r.programme = $2;

-- one request_attempts_since(request request.id, since attempt.tried_at)              by web, writer
select count(*) as attempts:whole
from attempt t join claim c on c.id = t.claim
where t.request = $1 and t.tried_at >= $2 and c.ended_at is null;

-- one request_attempts_before_close(request request.id, claim claim.id)               by web, writer
select count(*) as attempts:whole from attempt where request = $1 and claim = $2;

-- one mentor_of(programme programme.id, person person.id)                             by web, writer
select m.id, m.person, m.state, m.away_until_at, m.running, m.capacity, p.name
from mentor m join person p on p.id = m.person
where m.programme = $1 and m.person = $2;

-- list request_timeline(request request.id, is_confided bool, after event.id, limit whole) by web, writer
select e.id, e.kind, e.detail, e.state_before, e.state_after, e.happened_at, coalesce(p.name, '') as actor_name:person.name, coalesce(e.actor, 0) as actor:person.id
from event e left join person p on p.id = e.actor
where e.request = $1 and ($2 = 1 or e.kind <> 'follow-up-asked') and ($3 = 0 or e.id < $3)
order by e.id desc limit $4;

-- list request_notes_for(request request.id, viewer person.id, is_pair bool, is_coordinator bool, after note.id, limit whole) by web, writer
select n.id, n.audience, n.words, n.written_at, n.author, p.name as author_name
from note n join person p on p.id = n.author
where n.request = $1 and (n.author = $2 or (n.audience = 'pair' and $3 = 1) or (n.audience in ('pair', 'coordinators') and $4 = 1))
  and ($5 = 0 or n.id < $5)
order by n.id desc limit $6;

-- list request_attempts_of(request request.id, after attempt.id, limit whole)         by web, writer
select t.id, t.tried_on, t.way, t.words, p.name as mentor_name
from attempt t join person p on p.id = t.mentor
where t.request = $1 and ($2 = 0 or t.id < $2)
order by t.id desc limit $3;

-- list request_similar(programme programme.id, request request.id, viewer person.id, limit whole) by web, writer
select r.id, r.number, r.title, r.skills, r.sent_at
from request r
where r.programme = $1 and r.state in ('open', 'needs-detail') and r.id <> $2 and r.mentee <> $3
  and not exists (select 1 from aside a where a.request = r.id and a.person = $3)
  and not exists (select 1 from block z where z.blocker = r.mentee and z.blocked = $3) and not exists (select 1 from block z where z.blocker = $3 and z.blocked = r.mentee)
  and (r.service = (select s.service from request s where s.id = $2)
       or exists (select 1 from request_skill k join request_skill l on l.skill = k.skill
                  where k.request = r.id and l.request = $2))
order by r.sent_at, r.id limit $4;

-- take request_take(id request.id, claimer request.claimer, now request.claimed_at, lease_due request.lease_due_at) by writer
update request set state = 'claimed', claimer = $2, claimed_at = $3, lease_due_at = $4, contacted_at = null, attempts = 0,
       session_at = null, session_zone = '', session_local = '', reserved_until_at = null, claim_step = 0, answered_at = null, tried_at = null,
       waited_us = waited_us + case when waiting_since_at is null then 0 else $3 - waiting_since_at end,
       waiting_since_at = null, version = version + 1, saved_at = $3
where id = $1 and mentee <> $2
  and (state in ('open', 'needs-detail') or (state = 'reserved' and (named_mentor = $2 or reserved_until_at <= $3)))
  and not exists (select 1 from aside a where a.request = $1 and a.person = $2 and a.why = 'excluded')
  and not exists (select 1 from block z where z.blocker = mentee and z.blocked = $2) and not exists (select 1 from block z where z.blocker = $2 and z.blocked = mentee)
returning version;

-- take request_take_reserved(id request.id, claimer request.claimer, now request.claimed_at, lease_due request.lease_due_at) by writer
update request set state = 'claimed', claimer = $2, claimed_at = $3, lease_due_at = $4, contacted_at = null, attempts = 0,
       session_at = null, session_zone = '', session_local = '', reserved_until_at = null, claim_step = 0, answered_at = null, tried_at = null,
       waited_us = waited_us + case when waiting_since_at is null then 0 else $3 - waiting_since_at end,
       waiting_since_at = null, version = version + 1, saved_at = $3
where id = $1 and mentee <> $2 and state in ('open', 'needs-detail', 'reserved')
  and not exists (select 1 from aside a where a.request = $1 and a.person = $2 and a.why = 'excluded')
  and not exists (select 1 from block z where z.blocker = mentee and z.blocked = $2) and not exists (select 1 from block z where z.blocker = $2 and z.blocked = mentee)
returning version;

-- change mentor_take_place(programme programme.id, person person.id, most mentor.capacity, now mentor.last_act_at) by writer
update mentor set running = running + 1, last_act_at = $4
where programme = $1 and person = $2 and state = 'active' and running < capacity and running < $3;

-- change mentor_give_place(programme programme.id, person person.id)                  by writer
update mentor set running = running - 1
where programme = $1 and person = $2 and running > 0;

-- add claim_add(id claim.id, request claim.request, mentor claim.mentor, now claim.claimed_at) by writer
insert into claim (id, request, mentor, claimed_at) values ($1, $2, $3, $4);

-- change claim_end(request claim.request, now claim.ended_at, by claim.ended_by, ending claim.ending, reason claim.reason) by writer
update claim set ended_at = $2, ended_by = $3, ending = $4, reason = $5
where request = $1 and ended_at is null;

-- one claim_live(request claim.request)                                               by web, writer
select id, mentor, claimed_at from claim where request = $1 and ended_at is null;

-- change request_back(id request.id, claimer request.claimer, now request.saved_at, releases request.releases) by writer
update request set state = 'open', claimer = null, claimed_at = null, lease_due_at = null, contacted_at = null, attempts = 0,
       session_at = null, session_zone = '', session_local = '', waiting_since_at = $3,
       releases = releases + $4, version = version + 1, saved_at = $3
where id = $1 and claimer = $2 and state in ('claimed', 'scheduled');

-- change request_ask_detail(id request.id, question request.question, now request.saved_at) by writer
update request set state = 'needs-detail', question = $2, claim_step = 0, waited_us = waited_us + ($3 - waiting_since_at), waiting_since_at = null,
       version = version + 1, saved_at = $3
where id = $1 and state = 'open';

-- change request_answer_detail(id request.id, details request.details, now request.saved_at) by writer
update request set state = 'open', details = $2, question = '', waiting_since_at = $3, version = version + 1, saved_at = $3
where id = $1 and state = 'needs-detail';

-- change request_open_up(id request.id, now request.saved_at)                         by writer
update request set state = 'open', named_mentor = null, reserved_until_at = null, version = version + 1, saved_at = $2
where id = $1 and state = 'reserved';

-- add attempt_add(id attempt.id, request attempt.request, mentor attempt.mentor, claim attempt.claim, tried_on attempt.tried_on,
--                 tried_at attempt.tried_at, way attempt.way, words attempt.words, now attempt.made_at) by writer
insert into attempt (id, request, mentor, claim, tried_on, tried_at, way, words, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- change request_contacted(id request.id, now request.saved_at)                       by writer
update request set attempts = attempts + 1, contacted_at = coalesce(contacted_at, $2), tried_at = $2, lease_due_at = null,
       version = version + 1, saved_at = $2
where id = $1 and state in ('claimed', 'scheduled');

-- change request_set_session(id request.id, session request.session_at, zone request.session_zone, local request.session_local,
--                            now request.saved_at, step request.claim_step) by writer
update request set state = 'scheduled', claim_step = $6, session_at = $2, session_zone = $3, session_local = $4,
       contacted_at = coalesce(contacted_at, $5), lease_due_at = null, version = version + 1, saved_at = $5
where id = $1 and state in ('claimed', 'scheduled');

-- change request_end(id request.id, outcome request.outcome, held_on request.held_on, next_steps request.next_steps,
--                    reason request.reason, now request.closed_at) by writer
update request set state = 'closed', outcome = $2, held_on = $3, next_steps = $4, reason = $5, closed_at = $6, lease_due_at = null,
       waited_us = waited_us + case when waiting_since_at is null then 0 else $6 - waiting_since_at end,
       waiting_since_at = null, reserved_until_at = null, version = version + 1, saved_at = $6
where id = $1 and state not in ('closed', 'draft');

-- change request_reopen_open(id request.id, now request.saved_at)                     by writer
update request set state = 'open', outcome = '', claimer = null, claimed_at = null, closed_at = null, words_ended_at = null, waiting_since_at = $2,
       version = version + 1, saved_at = $2
where id = $1 and state = 'closed' and outcome = 'unreachable';

-- change request_set_helpful(id request.id, helpful request.helpful, words request.helpful_words, now request.saved_at) by writer
update request set helpful = $2, helpful_words = $3, version = version + 1, saved_at = $4
where id = $1 and state = 'closed' and outcome = 'held';

-- add note_add(id note.id, request note.request, author note.author, audience note.audience, words note.words, now note.written_at) by writer
insert into note (id, request, author, audience, words, written_at) values ($1, $2, $3, $4, $5, $6);

-- add aside_set(request aside.request, person aside.person, why aside.why, suggested aside.suggested, now aside.set_at) by writer
insert into aside (request, person, why, suggested, set_at) values ($1, $2, $3, $4, $5)
on conflict (request, person) do nothing;

-- change aside_clear(request aside.request, person aside.person)                      by writer
delete from aside where request = $1 and person = $2 and why = 'passed';

-- one asides_today(programme programme.id, person aside.person, since aside.set_at)   by web, writer
select count(*) as passes:whole
from aside a join request r on r.id = a.request
where r.programme = $1 and a.person = $2 and a.why = 'passed' and a.set_at >= $3;

-- one suggestions_today(suggested aside.suggested, since aside.set_at)                by web, writer
select count(*) as asks:whole from aside where suggested = $1 and set_at >= $2;

-- take programme_next_number(id programme.id)                                         by writer
update programme set last_number = last_number + 1 where id = $1 returning last_number;

-- add request_follow(id request.id, number request.number, origin request.id, now request.saved_at) by writer
insert into request (id, programme, number, mentee, state, step, service, title, details, is_unsure, skills, skill_count, search, language,
       medium, hours, affiliation, shows_name, follow_up_of, saved_at, sent_at, waiting_since_at)
select $1, programme, $2, mentee, 'open', 'check', service, title, details, is_unsure, skills, skill_count, search, language,
       medium, hours, affiliation, shows_name, id, $4, $4, $4
from request where id = $3;

-- add request_follow_skills(id request.id, origin request.id)                         by writer
insert into request_skill (request, skill) select $1, skill from request_skill where request = $2;

-- list request_held_by(programme programme.id, claimer request.claimer, limit whole)  by web, writer
select id, number, title, state from request
where programme = $1 and claimer = $2 and state in ('claimed', 'scheduled')
order by id limit $3;

-- one person_called(id person.id)                                                     by web, writer
select name from person where id = $1;

-- one request_programme(id request.id)                                                by web, writer
select p.slug from request r join programme p on p.id = r.programme where r.id = $1;
