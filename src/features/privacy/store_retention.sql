-- What was kept long enough ends: words go, rows stay where counts and the other side's history need them. Each statement ends a batch of one kind
-- that is older than a moment, and leaves whatever belongs to somebody in held_back. What a person asks for themselves: store_erase.sql.

-- Hours of a week.
-- change old_request_hours(programme request.programme, before request.closed_at, most whole) by writer
update request set hours = 0, version = version + 1
where id in (select r.id from request r
             where r.programme = $1 and r.closed_at is not null and r.closed_at <= $2 and r.hours <> 0
               and not exists (select 1 from held_back h where h.programme = r.programme and h.person = r.mentee)
               and not exists (select 1 from claim c join held_back h on h.programme = r.programme and h.person = c.mentor where c.request = r.id)
             order by r.closed_at, r.id limit $3);

-- change old_mentor_hours(programme mentor.programme, before mentor.decided_at, most whole) by writer
update mentor set hours = 0
where id in (select m.id from mentor m
             where m.programme = $1 and m.state in ('left', 'declined') and m.hours <> 0 and m.last_act_at <= $2 and coalesce(m.decided_at, 0) <= $2
               and not exists (select 1 from held_back h where h.programme = m.programme and h.person = m.person)
             order by m.id limit $3);

-- Affiliations: of each request, and of whoever has not asked for so long.
-- change old_request_affiliations(programme request.programme, before request.closed_at, most whole) by writer
update request set affiliation = null, version = version + 1
where id in (select r.id from request r
             where r.programme = $1 and r.closed_at is not null and r.closed_at <= $2 and r.affiliation is not null
               and not exists (select 1 from held_back h where h.programme = r.programme and h.person = r.mentee)
               and not exists (select 1 from claim c join held_back h on h.programme = r.programme and h.person = c.mentor where c.request = r.id)
             order by r.closed_at, r.id limit $3);

-- change old_member_affiliations(programme membership.programme, before request.closed_at, most whole) by writer
update membership set affiliation = null
where id in (select b.id from membership b
             where b.programme = $1 and b.affiliation is not null
               and exists (select 1 from request r where r.mentee = b.person and r.programme = b.programme and r.closed_at <= $2)
               and not exists (select 1 from request r where r.mentee = b.person and r.programme = b.programme and (r.closed_at is null or r.closed_at > $2))
               and not exists (select 1 from held_back h where h.programme = b.programme and h.person = b.person)
             order by b.id limit $3);

-- Requests: what was asked. Outcome, service and dates stay, as counts. What others wrote about it goes with it, by the mark that this sets.
-- change old_requests(programme request.programme, before request.closed_at, most whole, now request.words_ended_at) by writer
update request set title = 'A request of long ago', details = '', search = '', question = '', language = '', medium = '', is_unsure = 0, skills = '',
       skill_count = 0, shows_name = 0, next_steps = '', reason = '', words_ended_at = $4, version = version + 1
where id in (select r.id from request r
             where r.programme = $1 and r.closed_at is not null and r.closed_at <= $2 and r.words_ended_at is null
               and not exists (select 1 from held_back h where h.programme = r.programme and h.person = r.mentee)
               and not exists (select 1 from claim c join held_back h on h.programme = r.programme and h.person = c.mentor where c.request = r.id)
             order by r.closed_at, r.id limit $3);

-- change old_request_skills(programme request.programme, now request.words_ended_at)  by writer
delete from request_skill where request in (select id from request where programme = $1 and words_ended_at = $2);

-- change old_attempts(programme request.programme, now request.words_ended_at)        by writer
update attempt set words = '' where request in (select id from request where programme = $1 and words_ended_at = $2) and words <> '';

-- change old_notes(programme request.programme, now request.words_ended_at)           by writer
delete from note where request in (select id from request where programme = $1 and words_ended_at = $2);

-- change old_claims(programme request.programme, now request.words_ended_at)          by writer
update claim set reason = '' where request in (select id from request where programme = $1 and words_ended_at = $2) and reason <> '';

-- change old_asides(programme request.programme, now request.words_ended_at)          by writer
delete from aside where request in (select id from request where programme = $1 and words_ended_at = $2);

-- change old_kept_words(programme request.programme, now request.words_ended_at)      by writer
delete from kept_words where request in (select id from request where programme = $1 and words_ended_at = $2);

-- change old_event_words(programme request.programme, now request.words_ended_at)     by writer
update event set detail = '', is_erased = 1
where request in (select id from request where programme = $1 and words_ended_at = $2) and detail <> ''
  and kind in ('assigned-because', 'escalated-because', 'unassigned');

-- Questions to coordinators.
-- change old_questions(programme desk_question.programme, before desk_question.ended_at, most whole) by writer
update desk_question set words = '', answer = ''
where id in (select q.id from desk_question q
             where q.programme = $1 and q.ended_at is not null and q.ended_at <= $2 and q.words <> ''
               and not exists (select 1 from held_back h where h.programme = q.programme and h.person = q.asker)
             order by q.ended_at, q.id limit $3);

-- Whether it helped is a count; what was written about it is not.
-- change old_feedback(programme request.programme, before request.closed_at, most whole) by writer
update request set helpful_words = '', version = version + 1
where id in (select r.id from request r
             where r.programme = $1 and r.closed_at is not null and r.closed_at <= $2 and r.helpful_words <> ''
               and not exists (select 1 from held_back h where h.programme = r.programme and h.person = r.mentee)
               and not exists (select 1 from claim c join held_back h on h.programme = r.programme and h.person = c.mentor where c.request = r.id)
             order by r.closed_at, r.id limit $3);

-- Sessions: that one was held is a count; when, and who missed it, is not.
-- change old_sessions(programme request.programme, before request.closed_at, most whole) by writer
update request set session_at = null, session_zone = '', session_local = '', held_on = '', version = version + 1
where id in (select r.id from request r
             where r.programme = $1 and r.closed_at is not null and r.closed_at <= $2 and (r.session_at is not null or r.held_on <> '')
               and not exists (select 1 from held_back h where h.programme = r.programme and h.person = r.mentee)
               and not exists (select 1 from claim c join held_back h on h.programme = r.programme and h.person = c.mentor where c.request = r.id)
             order by r.closed_at, r.id limit $3);

-- change old_absences(programme absence.programme, before absence.said_at, most whole) by writer
delete from absence
where id in (select a.id from absence a
             where a.programme = $1 and a.said_at <= $2 and not exists (select 1 from held_back h where h.programme = a.programme and h.person in (a.person, a.said_by))
             order by a.id limit $3);

-- change old_help(programme help.programme, before help.logged_at, most whole)        by writer
update help set about = ''
where id in (select x.id from help x
             where x.programme = $1 and x.logged_at <= $2 and x.about <> ''
               and not exists (select 1 from held_back h where h.programme = x.programme and h.person = x.mentor)
             order by x.logged_at, x.id limit $3);

-- Applications: that there was one, and how it ended, is a count. One that was taken back may be sent again until its window closes.
-- change old_applications_unplaced(programme application.programme, before application.moved_at, most whole, now application.answers_ended_at) by writer
update application set reason = '', words = '', taken_in_hash = null, answers_ended_at = $4, version = version + 1
where id in (select a.id from application a join intake i on i.id = a.intake
             where a.programme = $1 and a.moved_at is not null and a.moved_at <= $2 and a.answers_ended_at is null
               and a.state in ('not-selected', 'declined', 'expired', 'withdrawn') and i.state not in ('planned', 'open')
               and not exists (select 1 from held_back h where h.programme = a.programme and h.person = a.person)
             order by a.moved_at, a.id limit $3);

-- change old_applications_placed(programme application.programme, before application.moved_at, most whole, now application.answers_ended_at) by writer
update application set reason = '', words = '', taken_in_hash = null, answers_ended_at = $4, version = version + 1
where id in (select a.id from application a
             where a.programme = $1 and a.moved_at is not null and a.moved_at <= $2 and a.answers_ended_at is null and a.state = 'placed'
               and not exists (select 1 from held_back h where h.programme = a.programme and h.person = a.person)
             order by a.moved_at, a.id limit $3);

-- change old_answers(programme application.programme, now application.answers_ended_at) by writer
delete from answer where application in (select id from application where programme = $1 and answers_ended_at = $2);

-- Surveys: whoever has no place in its round, or where it is of none, has no place.
-- change old_responses_unplaced(programme survey.programme, before survey.closes_at, most whole, now response.answers_ended_at) by writer
update response set answers_ended_at = $4
where id in (select r.id from survey s join response r on r.survey = s.id
             where s.programme = $1 and s.state = 'closed' and s.closes_at <= $2 and r.answers_ended_at is null
               and not exists (select 1 from intake i join application a on a.intake = i.id where i.cohort = s.cohort and a.person = r.person and a.state = 'placed')
               and not exists (select 1 from held_back h where h.programme = s.programme and h.person = r.person)
             order by s.closes_at, r.id limit $3);

-- change old_responses_placed(programme survey.programme, before survey.closes_at, most whole, now response.answers_ended_at) by writer
update response set answers_ended_at = $4
where id in (select r.id from survey s join response r on r.survey = s.id
             where s.programme = $1 and s.state = 'closed' and s.closes_at <= $2 and r.answers_ended_at is null
               and exists (select 1 from intake i join application a on a.intake = i.id where i.cohort = s.cohort and a.person = r.person and a.state = 'placed')
               and not exists (select 1 from held_back h where h.programme = s.programme and h.person = r.person)
             order by s.closes_at, r.id limit $3);

-- change old_response_answers(programme survey.programme, now response.answers_ended_at) by writer
delete from response_answer where response in (select r.id from survey s join response r on r.survey = s.id where s.programme = $1 and r.answers_ended_at = $2);

-- change old_response_areas(programme survey.programme, now response.answers_ended_at) by writer
delete from response_area where response in (select r.id from survey s join response r on r.survey = s.id where s.programme = $1 and r.answers_ended_at = $2);

-- change old_response_choices(programme survey.programme, now response.answers_ended_at) by writer
delete from response_choice where response in (select r.id from survey s join response r on r.survey = s.id where s.programme = $1 and r.answers_ended_at = $2);

-- What reviewers wrote.
-- change old_reviews(programme application.programme, before application.moved_at, most whole) by writer
delete from review
where (application, reviewer) in (
  select w.application, w.reviewer from application a join review w on w.application = a.id
  where a.programme = $1 and a.moved_at is not null and a.moved_at <= $2 and a.state in ('placed', 'not-selected', 'declined', 'expired', 'withdrawn')
    and not exists (select 1 from held_back h where h.programme = a.programme and h.person = a.person)
  order by a.moved_at, a.id, w.reviewer limit $3);

-- Coordinators' notes on people: for those who come after them, why somebody is no mentor, what a project's contact was written.
-- change old_handovers(programme handover.programme, before handover.written_at, most whole) by writer
delete from handover where id in (select h.id from handover h where h.programme = $1 and h.written_at <= $2 order by h.written_at, h.id limit $3);

-- change old_mentor_reasons(programme mentor.programme, before mentor.decided_at, most whole) by writer
update mentor set reason = ''
where id in (select m.id from mentor m
             where m.programme = $1 and m.reason <> '' and m.decided_at <= $2
               and not exists (select 1 from held_back h where h.programme = m.programme and h.person = m.person)
             order by m.id limit $3);

-- change old_opening_words(programme opening.programme, before opening.changed_at, most whole) by writer
update opening set words = '', version = version + 1
where id in (select o.id from opening o
             where o.programme = $1 and o.words <> '' and o.state in ('ended', 'withdrawn') and o.changed_at <= $2
               and not exists (select 1 from held_back h where h.programme = o.programme and h.person = o.contact)
             order by o.id limit $3);

-- What somebody accepted who has left.
-- change old_acceptances(programme membership.programme, before membership.left_at, most whole) by writer
delete from acceptance
where id in (select a.id from membership b join acceptance a on a.person = b.person and a.programme = b.programme
             where b.programme = $1 and b.left_at is not null and b.left_at <= $2
               and not exists (select 1 from held_back h where h.programme = b.programme and h.person = b.person)
             order by a.id limit $3);

-- change old_document_notices(programme membership.programme, before membership.left_at, most whole) by writer
delete from document_notice
where (document, person, step) in (
  select n.document, n.person, n.step from membership b join document_notice n on n.person = b.person join document d on d.id = n.document and d.programme = b.programme
  where b.programme = $1 and b.left_at is not null and b.left_at <= $2
    and not exists (select 1 from held_back h where h.programme = b.programme and h.person = b.person)
  order by n.document, n.person, n.step limit $3);

-- Cases. Their words go at once, and all else with them; of one whose pause still stands, whom it stands for is kept until it is lifted. A case waits
-- for another one, which is open, about the same person.
-- change old_reports(programme report.programme, before report.closed_at, most whole) by writer
update report set what_sealed = x'', about_sealed = x'', reporter_sealed = null, assignee = null, version = version + 1
where id in (select r.id from report r
             where r.programme = $1 and r.state = 'closed' and r.closed_at <= $2 and length(r.what_sealed) > 0
               and not exists (select 1 from report_entry e join report_entry n on n.subject = e.subject and n.kind = 'named' join report o on o.id = n.report and o.state <> 'closed'
                               where e.report = r.id and e.kind = 'named')
             order by r.closed_at, r.id limit $3);
-- for postgres
update report set what_sealed = '\x'::bytea, about_sealed = '\x'::bytea, reporter_sealed = null, assignee = null, version = version + 1
where id in (select r.id from report r
             where r.programme = $1 and r.state = 'closed' and r.closed_at <= $2 and length(r.what_sealed) > 0
               and not exists (select 1 from report_entry e join report_entry n on n.subject = e.subject and n.kind = 'named' join report o on o.id = n.report and o.state <> 'closed'
                               where e.report = r.id and e.kind = 'named')
             order by r.closed_at, r.id limit $3);

-- change old_report_entries(programme report.programme)                               by writer
delete from report_entry
where report in (select id from report where programme = $1 and state = 'closed' and length(what_sealed) = 0)
  and (kind <> 'named' or not exists (select 1 from pause u where u.report = report_entry.report and u.person = report_entry.subject and u.ended_at is null));

-- change old_pauses(programme report.programme)                                       by writer
delete from pause where ended_at is not null and report in (select id from report where programme = $1 and state = 'closed' and length(what_sealed) = 0);

-- change old_sanctions(programme report.programme)                                    by writer
delete from sanction
where report in (select id from report where programme = $1 and state = 'closed' and length(what_sealed) = 0)
  and not exists (select 1 from pause u where u.report = sanction.report and u.person = sanction.person and u.ended_at is null);

-- change old_pair_pauses(programme report.programme)                                   by writer
delete from pair_pause where report in (select id from report where programme = $1 and state = 'closed' and length(what_sealed) = 0);

-- change old_report_readers(programme report.programme)                               by writer
delete from report_reader
where report in (select r.id from report r where r.programme = $1 and r.state = 'closed' and length(r.what_sealed) = 0
                   and not exists (select 1 from pause u where u.report = r.id));

-- change old_report_rows(programme report.programme)                                  by writer
delete from report where programme = $1 and state = 'closed' and length(what_sealed) = 0 and not exists (select 1 from pause u where u.report = report.id)
  and not exists (select 1 from sanction u where u.report = report.id);

-- What ended, newest first: of one programme, or of the whole server.
-- list ended_in(programme event.programme, after event.id, limit whole)               by web, writer
select id, detail, state_after, happened_at from event where kind = 'data-ended' and programme = $1 and ($2 = 0 or id < $2) order by id desc limit $3;

-- list ended_anywhere(after event.id, limit whole)                                    by web, writer
select e.id, e.detail, e.state_after, e.happened_at, coalesce(p.name, '') as programme_name:programme.name
from event e left join programme p on p.id = e.programme
where e.kind = 'data-ended' and ($1 = 0 or e.id < $1) order by e.id desc limit $2;

-- one next_night(programme job.subject)                                               by web, writer
select coalesce(min(due_at), 0) as due_at:job.due_at from job where kind = 'programme-night' and subject = $1 and state in ('waiting', 'held');

-- list programmes_keeping(after programme.id, limit whole)                            by web, writer
select id, version from programme where id > $1 order by id limit $2;

-- list programmes_kept(person membership.person, limit whole)                         by web, writer
select p.id, p.version from membership b join programme p on p.id = b.programme where b.person = $1 order by p.name, p.id limit $2;
