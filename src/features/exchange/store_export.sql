-- Tables as files: each row in one text, its columns in the order of exports.def with a sign between that no text of people can hold. Moments
-- stand in microseconds. What coordinators may take along is what PROGRAMMES.md 7 marks so: no notes, no attempts to reach
-- somebody, no affiliation of a person, no words beside a score, no letter's words to a person; of blocks and reports nothing at all.

-- list export_members(programme programme.id, after membership.id, mark text, limit whole) by web, writer
select b.id, p.name || $3 || p.email || $3 || p.zone || $3 || p.languages || $3 ||
       coalesce((select group_concat(r.role, ', ') from (select role from role where programme = b.programme and person = b.person order by role) r), '') || $3 ||
       coalesce((select group_concat(n.name, ', ') from (select s.name as name from member_skill k join skill s on s.id = k.skill where k.membership = b.id order by s.name) n), '') || $3 ||
       coalesce(cast(b.joined_at as text), '') as line:text
from membership b join person p on p.id = b.person
where b.programme = $1 and b.left_at is null and b.id > $2
order by b.id limit $4;
-- for postgres
select b.id, p.name || $3 || p.email || $3 || p.zone || $3 || p.languages || $3 ||
       coalesce((select string_agg(r.role, ', ') from (select role from role where programme = b.programme and person = b.person order by role) r), '') || $3 ||
       coalesce((select string_agg(n.name, ', ') from (select s.name as name from member_skill k join skill s on s.id = k.skill where k.membership = b.id order by s.name) n), '') || $3 ||
       coalesce(cast(b.joined_at as text), '') as line:text
from membership b join person p on p.id = b.person
where b.programme = $1 and b.left_at is null and b.id > $2
order by b.id limit $4;

-- list export_mentors(programme programme.id, after mentor.id, mark text, limit whole) by web, writer
select m.id, p.name || $3 || p.email || $3 || m.state || $3 || coalesce(cast(m.capacity as text), '') || $3 ||
       coalesce(cast(m.running as text), '') || $3 || p.zone || $3 || p.languages || $3 ||
       coalesce((select group_concat(n.name, ', ') from (select s.name as name from mentor_skill k join skill s on s.id = k.skill where k.mentor = m.id order by s.name) n), '') || $3 ||
       coalesce((select group_concat(n.name, ', ') from (select s.name as name from mentor_service k join service s on s.id = k.service where k.mentor = m.id order by s.position) n), '') || $3 ||
       m.bio || $3 || coalesce(cast(m.away_until_at as text), '') || $3 || coalesce(cast(m.asked_at as text), '') || $3 ||
       coalesce(cast(m.decided_at as text), '') || $3 || coalesce(cast(m.last_act_at as text), '') || $3 ||
       coalesce((select cast(max(d.version) as text) from acceptance a join document d on d.id = a.document join document_card c on c.programme = d.programme and c.slug = d.slug
                 where a.person = m.person and d.programme = m.programme and c.kind = 'handbook' and c.role in ('mentor', 'all')), '') || $3 ||
       coalesce((select cast(max(a.accepted_at) as text) from acceptance a join document d on d.id = a.document join document_card c on c.programme = d.programme and c.slug = d.slug
                 where a.person = m.person and d.programme = m.programme and c.kind = 'handbook' and c.role in ('mentor', 'all')), '') as line:text
from mentor m join person p on p.id = m.person
where m.programme = $1 and m.id > $2
order by m.id limit $4;
-- for postgres
select m.id, p.name || $3 || p.email || $3 || m.state || $3 || coalesce(cast(m.capacity as text), '') || $3 ||
       coalesce(cast(m.running as text), '') || $3 || p.zone || $3 || p.languages || $3 ||
       coalesce((select string_agg(n.name, ', ') from (select s.name as name from mentor_skill k join skill s on s.id = k.skill where k.mentor = m.id order by s.name) n), '') || $3 ||
       coalesce((select string_agg(n.name, ', ') from (select s.name as name from mentor_service k join service s on s.id = k.service where k.mentor = m.id order by s.position) n), '') || $3 ||
       m.bio || $3 || coalesce(cast(m.away_until_at as text), '') || $3 || coalesce(cast(m.asked_at as text), '') || $3 ||
       coalesce(cast(m.decided_at as text), '') || $3 || coalesce(cast(m.last_act_at as text), '') || $3 ||
       coalesce((select cast(max(d.version) as text) from acceptance a join document d on d.id = a.document join document_card c on c.programme = d.programme and c.slug = d.slug
                 where a.person = m.person and d.programme = m.programme and c.kind = 'handbook' and c.role in ('mentor', 'all')), '') || $3 ||
       coalesce((select cast(max(a.accepted_at) as text) from acceptance a join document d on d.id = a.document join document_card c on c.programme = d.programme and c.slug = d.slug
                 where a.person = m.person and d.programme = m.programme and c.kind = 'handbook' and c.role in ('mentor', 'all')), '') as line:text
from mentor m join person p on p.id = m.person
where m.programme = $1 and m.id > $2
order by m.id limit $4;

-- list export_requests(programme programme.id, after request.id, mark text, limit whole) by web, writer
select r.id, coalesce(cast(r.number as text), '') || $3 || r.state || $3 || r.outcome || $3 || p.name || $3 || p.email || $3 ||
       coalesce(s.name, '') || $3 || r.skills || $3 || r.title || $3 || r.details || $3 || coalesce(c.name, '') || $3 || r.language || $3 ||
       r.medium || $3 || r.held_on || $3 || coalesce(cast(r.sent_at as text), '') || $3 || coalesce(cast(r.claimed_at as text), '') || $3 ||
       coalesce(cast(r.session_at as text), '') || $3 || coalesce(cast(r.closed_at as text), '') || $3 || coalesce(cast(r.releases as text), '') as line:text
from request r join person p on p.id = r.mentee left join person c on c.id = r.claimer left join service s on s.id = r.service
where r.programme = $1 and r.state <> 'draft' and r.id > $2
order by r.id limit $4;

-- list export_claims(programme programme.id, after claim.id, mark text, limit whole) by web, writer
select c.id, coalesce(cast(r.number as text), '') || $3 || p.name || $3 || coalesce(cast(c.claimed_at as text), '') || $3 ||
       coalesce(cast(c.ended_at as text), '') || $3 || c.ending as line:text
from claim c join request r on r.id = c.request join person p on p.id = c.mentor
where r.programme = $1 and c.id > $2
order by c.id limit $4;

-- list export_sessions(programme programme.id, after request.id, mark text, limit whole) by web, writer
select r.id, coalesce(cast(r.number as text), '') || $3 || coalesce(c.name, '') || $3 || p.name || $3 || coalesce(s.name, '') || $3 ||
       r.held_on || $3 || coalesce(cast(r.session_at as text), '') || $3 || coalesce(cast(r.closed_at as text), '') as line:text
from request r join person p on p.id = r.mentee left join person c on c.id = r.claimer left join service s on s.id = r.service
where r.programme = $1 and r.outcome = 'held' and r.id > $2
order by r.id limit $4;

-- list export_absences(programme programme.id, after absence.id, mark text, limit whole) by web, writer
select x.id, coalesce(cast(r.number as text), '') || $3 || p.name || $3 || coalesce(cast(x.session_at as text), '') || $3 ||
       coalesce(cast(x.said_at as text), '') as line:text
from absence x join request r on r.id = x.request join person p on p.id = x.person
where x.programme = $1 and x.id > $2
order by x.id limit $4;

-- list export_acceptances(programme programme.id, after acceptance.id, mark text, limit whole) by web, writer
select a.id, p.name || $3 || d.title || $3 || coalesce(cast(d.version as text), '') || $3 || coalesce(cast(a.accepted_at as text), '') as line:text
from acceptance a join person p on p.id = a.person join document d on d.id = a.document
where a.programme = $1 and a.id > $2
order by a.id limit $4;

-- list export_letters(programme programme.id, after letter.id, mark text, limit whole) by web, writer
select l.id, l.kind || $3 || coalesce(p.name, '') || $3 || l.channel || $3 || l.state || $3 || coalesce(cast(l.tries as text), '') || $3 ||
       l.trouble || $3 || coalesce(cast(l.made_at as text), '') || $3 || coalesce(cast(l.ended_at as text), '') as line:text
from letter l left join person p on p.id = l.recipient
where l.programme = $1 and l.id > $2
order by l.id limit $4;

-- list export_record(programme programme.id, after event.id, mark text, limit whole) by web, writer
select e.id, coalesce(cast(e.happened_at as text), '') || $3 || e.kind || $3 || coalesce(a.name, '') || $3 || coalesce(p.name, '') || $3 ||
       coalesce(cast(r.number as text), '') || $3 || e.detail as line:text
from event e left join person a on a.id = e.actor left join person p on p.id = e.person left join request r on r.id = e.request
where e.programme = $1 and e.id > $2
order by e.id limit $4;

-- list export_services(programme programme.id, after service.id, mark text, limit whole) by web, writer
select s.id, s.name || $3 || s.slug || $3 || s.hint || $3 || coalesce(cast(s.position as text), '') || $3 || coalesce(cast(s.is_retired as text), '') as line:text
from service s
where s.programme = $1 and s.id > $2
order by s.id limit $4;

-- list export_skills(programme programme.id, after skill.id, mark text, limit whole) by web, writer
select s.id, s.name || $3 || s.area as line:text
from skill s
where s.programme = $1 and s.id > $2
order by s.id limit $4;

-- Of a blind round nothing says who it is before it is decided: a table is read by many.
-- list export_applications(programme programme.id, after application.id, mark text, limit whole) by web, writer
select a.id, coalesce(cast(a.number as text), '') || $3 || i.side || $3 || c.name || $3 ||
       case when c.is_blind = 1 and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'withdrawn') then $3 else p.name || $3 || p.email end || $3 || a.state || $3 || coalesce(r.name, '') || $3 ||
       cast((select count(*) from review v where v.application = a.id) as text) || $3 ||
       cast(coalesce((select sum(v.score) from review v where v.application = a.id), 0) as text) || $3 || a.reason || $3 || a.words || $3 ||
       coalesce(cast(a.sent_at as text), '') || $3 || coalesce(cast(a.decided_at as text), '') as line:text
from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort join person p on p.id = a.person left join person r on r.id = a.reviewer
where a.programme = $1 and a.state <> 'draft' and a.id > $2
order by a.id limit $4;

-- list export_surveys(programme programme.id, after response.id, mark text, limit whole) by web, writer
select r.id, s.name || $3 || p.name || $3 || p.email || $3 || r.side || $3 ||
       coalesce((select group_concat(n.name, ', ') from (select f.name as name from response_area w join focus_area f on f.id = w.area where w.response = r.id order by f.position, f.id) n), '') || $3 ||
       coalesce((select group_concat(n.name, ', ') from (select c.name as name from response_choice w join person c on c.id = w.chosen where w.response = r.id order by w.place) n), '') || $3 ||
       coalesce(cast(r.sent_at as text), '') || $3 || cast(r.saved_at as text) as line:text
from response r join survey s on s.id = r.survey join person p on p.id = r.person
where s.programme = $1 and r.is_sent = 1 and r.id > $2
order by r.id limit $4;
-- for postgres
select r.id, s.name || $3 || p.name || $3 || p.email || $3 || r.side || $3 ||
       coalesce((select string_agg(n.name, ', ') from (select f.name as name from response_area w join focus_area f on f.id = w.area where w.response = r.id order by f.position, f.id) n), '') || $3 ||
       coalesce((select string_agg(n.name, ', ') from (select c.name as name from response_choice w join person c on c.id = w.chosen where w.response = r.id order by w.place) n), '') || $3 ||
       coalesce(cast(r.sent_at as text), '') || $3 || cast(r.saved_at as text) as line:text
from response r join survey s on s.id = r.survey join person p on p.id = r.person
where s.programme = $1 and r.is_sent = 1 and r.id > $2
order by r.id limit $4;

-- Of surveys: the versions whose questions were answered, and one answer.
-- list export_survey_forms(programme programme.id, limit whole)                       by web, writer
select f.id from question_form f
where f.programme = $1 and exists (select 1 from response r where r.form = f.id and r.is_sent = 1)
order by f.slug, f.version limit $2;

-- list export_survey_answers(response response_answer.response, limit whole)          by web, writer
select w.question, w.words from response_answer w where w.response = $1 order by w.question limit $2;

-- The versions of forms whose questions were answered, in the order of their columns.
-- list export_forms(programme programme.id, limit whole)                              by web, writer
select f.id from question_form f
where f.programme = $1 and exists (select 1 from application a where a.programme = $1 and a.form = f.id and a.state <> 'draft')
order by f.slug, f.version limit $2;

-- list export_answers(application answer.application, limit whole)                    by web, writer
select w.question, w.words
from answer w join question q on q.id = w.question join application a on a.id = w.application join intake i on i.id = a.intake join cohort c on c.id = i.cohort
where w.application = $1 and not (c.is_blind = 1 and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'withdrawn') and (q.audience = 'coordinators' or q.kind = 'link'))
order by w.question limit $2;

-- list export_questions(programme programme.id, after desk_question.id, mark text, limit whole) by web, writer
select q.id, p.name || $3 || q.words || $3 || q.state || $3 || q.answer || $3 || coalesce(a.name, '') || $3 ||
       coalesce(cast(q.asked_at as text), '') || $3 || coalesce(cast(q.ended_at as text), '') as line:text
from desk_question q join person p on p.id = q.asker left join person a on a.id = q.answered_by
where q.programme = $1 and q.id > $2
order by q.id limit $4;

-- list export_places(programme programme.id, after help_place.id, mark text, limit whole) by web, writer
select h.id, h.name || $3 || h.url || $3 || h.about || $3 || coalesce(cast(h.is_retired as text), '') as line:text
from help_place h
where h.programme = $1 and h.id > $2
order by h.id limit $4;

-- list export_help(programme programme.id, after help.id, mark text, limit whole)     by web, writer
select h.id, p.name || $3 || l.name || $3 || coalesce(cast(h.minutes as text), '') || $3 || h.about || $3 || h.given_on || $3 ||
       coalesce(cast(h.logged_at as text), '') as line:text
from help h join person p on p.id = h.mentor join help_place l on l.id = h.place
where h.programme = $1 and h.id > $2
order by h.id limit $4;

-- list export_roles(programme programme.id, after role.id, mark text, limit whole) by web, writer
select r.id, p.name || $3 || p.email || $3 || r.role || $3 || coalesce(cast(r.since_at as text), '') as line:text
from role r join person p on p.id = r.person
where r.programme = $1 and r.id > $2
order by r.id limit $4;

-- list export_stand_ins(programme programme.id, after stand_in.id, mark text, limit whole) by web, writer
select s.id, a.name || $3 || d.name || $3 || coalesce(cast(s.until_at as text), '') || $3 || coalesce(cast(s.made_at as text), '') as line:text
from stand_in s join person a on a.id = s.absent join person d on d.id = s.deputy
where s.programme = $1 and s.id > $2
order by s.id limit $4;

-- list export_reviewers(programme programme.id, after reviewer.id, mark text, limit whole) by web, writer
select r.id, p.name || $3 || p.email || $3 || coalesce(cast(r.since_at as text), '') as line:text
from reviewer r join person p on p.id = r.person
where r.programme = $1 and r.id > $2
order by r.id limit $4;

-- Places that follow from the mentors stand with the mark, and without a number: they are counted when they are shown.
-- list export_rounds(programme programme.id, after intake.id, mark text, limit whole) by web, writer
select i.id, c.name || $3 || i.side || $3 || i.state || $3 || coalesce(cast(i.opens_at as text), '') || $3 || coalesce(cast(i.closes_at as text), '') || $3 || case when i.is_derived = 1 then '' else cast(i.places as text) end || $3 || coalesce(cast(i.is_derived as text), '') || $3 || cast((select count(*) from application a where a.intake = i.id and a.state not in ('draft', 'withdrawn')) as text) || $3 || cast((select count(*) from application a where a.intake = i.id and a.state = 'placed') as text) || $3 || c.criteria || $3 || coalesce(cast(c.is_blind as text), '') as line:text
from intake i join cohort c on c.id = i.cohort
where i.programme = $1 and i.id > $2
order by i.id limit $4;

-- By number alone: of a blind round nobody reads here whose it is. What reviewers wrote beside a score is for those who read the application.
-- list export_reviews(programme programme.id, after application.id, mark text, limit whole) by web, writer
select a.id, coalesce(cast(a.number as text), '') || $3 || i.side || $3 || c.name || $3 || coalesce((select group_concat(s.said, ', ') from (select p.name || ' ' || cast(v.score as text) as said from review v join person p on p.id = v.reviewer where v.application = a.id order by v.made_at, p.id) s), '') as line:text
from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort
where a.programme = $1 and exists (select 1 from review v where v.application = a.id) and a.id > $2
order by a.id limit $4;
-- for postgres
select a.id, coalesce(cast(a.number as text), '') || $3 || i.side || $3 || c.name || $3 || coalesce((select string_agg(s.said, ', ') from (select p.name || ' ' || cast(v.score as text) as said from review v join person p on p.id = v.reviewer where v.application = a.id order by v.made_at, p.id) s), '') as line:text
from application a join intake i on i.id = a.intake join cohort c on c.id = i.cohort
where a.programme = $1 and exists (select 1 from review v where v.application = a.id) and a.id > $2
order by a.id limit $4;

-- list export_openings(programme programme.id, after opening.id, mark text, limit whole) by web, writer
select o.id, o.project || $3 || o.url || $3 || c.name || $3 || p.name || $3 || o.state || $3 || coalesce(cast(o.places as text), '') || $3 || coalesce(cast(o.term as text), '') || $3 || coalesce(cast(o.minutes as text), '') || $3 || o.period || $3 || o.languages || $3 || o.goals || $3 || o.criteria || $3 || coalesce(cast(o.made_at as text), '') || $3 || coalesce(cast(o.announced_at as text), '') || $3 || coalesce(cast(o.extended_to_at as text), '') || $3 || coalesce(cast(o.listed_at as text), '') || $3 || coalesce(cast(o.chosen_at as text), '') as line:text
from opening o join cohort c on c.id = o.cohort join person p on p.id = o.contact
where o.programme = $1 and o.id > $2
order by o.id limit $4;

-- list export_nominations(programme programme.id, after nomination.id, mark text, limit whole) by web, writer
select n.id, o.project || $3 || c.name || $3 || n.name || $3 || coalesce(cast(n.made_at as text), '') as line:text
from nomination n join opening o on o.id = n.opening join cohort c on c.id = o.cohort
where o.programme = $1 and n.id > $2
order by n.id limit $4;

-- list export_survey_windows(programme programme.id, after survey.id, mark text, limit whole) by web, writer
select s.id, s.name || $3 || s.about || $3 || s.audience || $3 || s.state || $3 || coalesce(cast(s.opens_at as text), '') || $3 || coalesce(cast(s.closes_at as text), '') || $3 || cast((select count(*) from response r where r.survey = s.id and r.is_sent = 1) as text) as line:text
from survey s
where s.programme = $1 and s.id > $2
order by s.id limit $4;

-- list export_questions_asked(programme programme.id, after question.id, mark text, limit whole) by web, writer
select q.id, f.slug || $3 || coalesce(cast(f.version as text), '') || $3 || coalesce(cast(q.position as text), '') || $3 || q.key || $3 || q.kind || $3 || q.words || $3 || q.help || $3 || q.choices || $3 || q.audience || $3 || coalesce(cast(q.is_required as text), '') as line:text
from question q join question_form f on f.id = q.form
where f.programme = $1 and q.id > $2
order by q.id limit $4;

-- list export_documents(programme programme.id, after document.id, mark text, limit whole) by web, writer
select d.id, d.slug || $3 || d.title || $3 || coalesce(k.kind, '') || $3 || coalesce(k.role, '') || $3 || coalesce(k.audience, '') || $3 || coalesce(cast(k.is_binding as text), '') || $3 || coalesce(cast(k.is_retired as text), '') || $3 || coalesce(cast(d.version as text), '') || $3 || coalesce(cast(d.published_at as text), '') || $3 || coalesce(d.hash, '') as line:text
from document d left join document_card k on k.programme = d.programme and k.slug = d.slug
where d.programme = $1 and d.id > $2
order by d.id limit $4;

-- list export_resources(programme programme.id, after resource.id, mark text, limit whole) by web, writer
select r.id, r.title || $3 || r.url || $3 || r.about || $3 || r.role || $3 || coalesce(cast(r.position as text), '') || $3 || coalesce(cast(r.is_room as text), '') || $3 || coalesce(cast(r.is_retired as text), '') as line:text
from resource r
where r.programme = $1 and r.id > $2
order by r.id limit $4;

-- list export_focus_areas(programme programme.id, after focus_area.id, mark text, limit whole) by web, writer
select f.id, f.name || $3 || f.url || $3 || coalesce(cast(f.position as text), '') || $3 || coalesce(cast(f.is_retired as text), '') as line:text
from focus_area f
where f.programme = $1 and f.id > $2
order by f.id limit $4;

-- list export_holidays(programme programme.id, after holiday.id, mark text, limit whole) by web, writer
select h.id, cast(h.day * 86400000000 as text) || $3 || h.name as line:text
from holiday h
where h.programme = $1 and h.id > $2
order by h.id limit $4;

-- list export_affiliations(programme programme.id, after affiliation.id, mark text, limit whole) by web, writer
select f.id, f.name || $3 || f.slug || $3 || coalesce(cast(f.position as text), '') as line:text
from affiliation f
where f.programme = $1 and f.id > $2
order by f.id limit $4;

-- list export_spellings(programme programme.id, after skill_alias.id, mark text, limit whole) by web, writer
select a.id, s.name || $3 || a.written as line:text
from skill_alias a join skill s on s.id = a.skill
where a.programme = $1 and a.id > $2
order by a.id limit $4;

-- list export_settings(programme programme.id, after setting.id, mark text, limit whole) by web, writer
select s.id, s.name || $3 || s.value as line:text
from setting s
where s.programme = $1 and s.id > $2
order by s.id limit $4;

-- list export_versions(programme programme.id, after version.id, mark text, limit whole) by web, writer
select x.id, coalesce(cast(x.number as text), '') || $3 || x.way || $3 || coalesce(p.name, '') || $3 || coalesce(x.words, '') || $3 || coalesce(cast(x.made_at as text), '') as line:text
from version x left join person p on p.id = x.author
where x.programme = $1 and x.id > $2
order by x.id limit $4;

-- list export_letter_texts(programme programme.id, after letter_text.id, mark text, limit whole) by web, writer
select l.id, l.kind || $3 || coalesce(cast(l.version as text), '') || $3 || l.subject || $3 || l.body || $3 || coalesce(cast(l.made_at as text), '') as line:text
from letter_text l
where l.programme = $1 and l.id > $2
order by l.id limit $4;

-- list export_group_letters(programme programme.id, after group_mail.id, mark text, limit whole) by web, writer
select g.id, g.state || $3 || g.audience || $3 || g.subject || $3 || g.body || $3 || coalesce(cast(g.people as text), '') || $3 || coalesce(cast(g.made_at as text), '') || $3 || coalesce(cast(g.sent_at as text), '') as line:text
from group_mail g
where g.programme = $1 and g.id > $2
order by g.id limit $4;
