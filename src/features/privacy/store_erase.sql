-- The end of a person's data. Rows stay where counts and the other side's history need them; whatever says who it was goes. A new column that
-- holds something of a person? tools/data-dictionary finds it by its class, and fails until a statement here ends it or it is excused with a reason.

-- one erasure_of(person erasure.person)                                               by web, writer
select e.person, e.asked_at, e.due_at, e.is_idle, p.signed_in_at from erasure e join person p on p.id = e.person where e.person = $1;

-- add erasure_add_idle(person erasure.person, now erasure.asked_at, due erasure.due_at) by writer
insert into erasure (person, asked_at, due_at, is_idle) values ($1, $2, $3, 1) on conflict (person) do nothing;

-- add erasure_add(person erasure.person, now erasure.asked_at, due erasure.due_at)    by writer
insert into erasure (person, asked_at, due_at) values ($1, $2, $3) on conflict (person) do nothing;

-- change erasure_drop(person erasure.person)                                          by writer
delete from erasure where person = $1;

-- Where nobody else coordinates, and whether nobody else runs the server.
-- one erasure_leaves(person person.id)                                                by writer
select (select count(*) from role r where r.person = $1 and r.role = 'coordinator'
          and not exists (select 1 from role o where o.programme = r.programme and o.role = 'coordinator' and o.person <> $1)) as programmes:whole,
       (select count(*) from person p where p.id = $1 and p.is_admin = 1
          and not exists (select 1 from person o where o.is_admin = 1 and o.id <> $1)) as servers:whole;

-- one person_to_erase(id person.id)                                                   by writer, cli
select id, name, email, email_folded, erased_at from person where id = $1;

-- Keys and ways in.
-- change erase_sessions(person session.person)                                        by writer
delete from session where person = $1;

-- change erase_ways_in(person way_in.person)                                          by writer
delete from way_in where person = $1;

-- change erase_factors(person factor.person)                                          by writer
delete from factor where person = $1;

-- change erase_misses(person factor_miss.person)                                      by writer
delete from factor_miss where person = $1;

-- change erase_recovery(person recovery_code.person)                                  by writer
delete from recovery_code where person = $1;

-- change erase_resets(person factor_reset.person)                                     by writer
delete from factor_reset where person = $1 or asked_by = $1;

-- change erase_kept_forms(person kept_form.person)                                    by writer
delete from kept_form where person = $1;

-- change erase_tokens(person token.person)                                            by writer
delete from token where person = $1;

-- change erase_taps(person tap.person)                                                by writer
delete from tap where person = $1;

-- Answers to programs are kept whole for two days, and any of them may speak of the person: none is. What was done stays done once.
-- change erase_answers(principal form_sent.principal)                                 by writer
update form_sent set answer = '', tag = '', location = case when principal = $1 then '' else location end
where id in (select a.id from form_sent a where a.answer <> '' union all select b.id from form_sent b where b.principal = $1);

-- change erase_chat_answers(before chat_seen.seen_at)                                 by writer
update chat_seen set answer = '' where seen_at <= $1 and answer <> '';

-- Slack.
-- change erase_chat_tickets(person chat_link.person)                                  by writer
delete from chat_ticket where exists (select 1 from chat_link k where k.person = $1 and k.team = chat_ticket.team and k.chat_user = chat_ticket.chat_user);

-- change erase_chat_lookups(person chat_link.person)                                  by writer
delete from chat_lookup where exists (select 1 from chat_link k where k.person = $1 and k.team = chat_lookup.team and k.chat_user = chat_lookup.chat_user);

-- change erase_chat_links(person chat_link.person)                                    by writer
delete from chat_link where person = $1;

-- change erase_mentions(person chat_mention.person)                                   by writer
delete from chat_mention where person = $1;

-- The person in programmes.
-- change erase_member_skills(person membership.person)                                by writer
delete from member_skill where membership in (select id from membership where person = $1);

-- change erase_memberships(person membership.person)                                  by writer
update membership set affiliation = null, hours = 0, is_listed = 0, is_public = 0, oriented_at = null, oriented_by = null where person = $1;

-- change erase_roles(person role.person)                                              by writer
delete from role where person = $1;

-- change erase_stand_ins(person stand_in.absent)                                      by writer
delete from stand_in where absent = $1 or deputy = $1;

-- change erase_responders(person responder.person)                                    by writer
delete from responder where person = $1;

-- change erase_mentor_skills(person mentor.person)                                    by writer
delete from mentor_skill where mentor in (select id from mentor where person = $1);

-- change erase_mentor_services(person mentor.person)                                  by writer
delete from mentor_service where mentor in (select id from mentor where person = $1);

-- change erase_mentors(person mentor.person)                                          by writer
update mentor set state = 'left', bio = '', offer = '', reason = '', hours = 0, away_until_at = null, parked_at = null, may_announce = 0 where person = $1;

-- Applications: that there was one, and how it ended, is a count; what was answered, read and scored is not.
-- change erase_given_answers(person application.person)                               by writer
delete from answer where application in (select id from application where person = $1);

-- change erase_reviews(person review.reviewer)                                        by writer
delete from review where reviewer = $1 or application in (select id from application where person = $1);

-- change erase_applications(person application.person)                                by writer
update application set reason = '', words = '', taken_in_hash = null, version = version + 1 where person = $1;

-- Surveys: that somebody answered is a count; what they said is not.
-- change erase_survey_answers(person response.person)                                 by writer
delete from response_answer where response in (select id from response where person = $1);

-- change erase_survey_areas(person response.person)                                   by writer
delete from response_area where response in (select id from response where person = $1);

-- change erase_survey_choices(person response.person)                                 by writer
delete from response_choice where chosen = $1 or response in (select id from response where person = $1);

-- Openings are of projects and stay; what was written to their contact goes, and what is not announced is taken back.
-- change erase_openings(person opening.contact)                                       by writer
update opening set words = '', lacks_mentor = 0, state = case when state in ('declared', 'returned') then 'withdrawn' else state end, version = version + 1 where contact = $1;

-- change erase_nominations(person nomination.person)                                  by writer
delete from nomination where person = $1;

-- change erase_reviewers(person reviewer.person)                                      by writer
delete from reviewer where person = $1;

-- The directory, and who is kept apart from whom.
-- change erase_listed(person listed_term.person)                                      by writer
delete from listed_term where person = $1;

-- change erase_blocks(person block.blocker)                                           by writer
delete from block where blocker = $1 or blocked = $1;

-- change erase_blocks_ahead(person block_ahead.blocker)                               by writer
delete from block_ahead where blocker = $1;

-- change erase_email_changes(person email_change.person)                              by writer
delete from email_change where person = $1;

-- Questions to coordinators, help in the open, what they were told of documents.
-- change erase_questions(person desk_question.asker, now desk_question.ended_at)      by writer
update desk_question set words = '', answer = '', state = case when state = 'open' then 'withdrawn' else state end, ended_at = coalesce(ended_at, $2)
where asker = $1;

-- change erase_help(person help.mentor)                                               by writer
update help set about = '' where mentor = $1 and about <> '';

-- change erase_document_notices(person document_notice.person)                        by writer
delete from document_notice where person = $1;

-- What was asked, and what was written about it.
-- change erase_requests(person request.mentee, title request.title)                   by writer
update request set title = $2, details = '', search = '', question = '', language = '', hours = 0, affiliation = null, shows_name = 0, medium = '',
       session_at = null, session_zone = '', session_local = '', next_steps = '', reason = '', helpful_words = '', version = version + 1
where mentee = $1;

-- change erase_sessions_held(person request.claimer)                                  by writer
update request set session_zone = '', session_local = '' where claimer = $1;

-- change erase_claims(person claim.mentor)                                            by writer
update claim set reason = ''
where id in (select c.id from claim c where c.mentor = $1
             union all select d.id from claim d where d.ended_by = $1 and d.reason <> ''
             union all select e.id from request r join claim e on e.request = r.id where r.mentee = $1) and reason <> '';

-- change erase_attempts(person attempt.mentor)                                        by writer
update attempt set words = ''
where id in (select t.id from claim c join attempt t on t.request = c.request where c.mentor = $1 and t.mentor = $1
             union all select u.id from request r join attempt u on u.request = r.id where r.mentee = $1) and words <> '';

-- change erase_notes(person note.author)                                              by writer
delete from note
where id in (select n.id from note n where n.author = $1 union all select o.id from request r join note o on o.request = r.id where r.mentee = $1);

-- change erase_kept_words(person kept_words.person)                                   by writer
delete from kept_words where person = $1 or request in (select id from request where mentee = $1);

-- change erase_handovers(person handover.author)                                      by writer
delete from handover where author = $1;

-- change erase_views(person saved_view.owner)                                         by writer
delete from saved_view where owner = $1;

-- change erase_suggestions(person aside.suggested)                                    by writer
update aside set suggested = null where suggested = $1;

-- change erase_imports(now import.ended_at)                                           by writer
update import set content = x'', problems = '', state = case when ended_at is null then 'dropped' else state end, ended_at = coalesce(ended_at, $1)
where length(content) > 0 or problems <> '';
-- for postgres
update import set content = '\x'::bytea, problems = '', state = case when ended_at is null then 'dropped' else state end, ended_at = coalesce(ended_at, $1)
where length(content) > 0 or problems <> '';

-- Words that the record holds: the event stays, with its place in the chain, its words do not (docs/decisions/0034-erasure.md).
-- change erase_event_words(person event.person)                                       by writer
update event set detail = '', is_erased = 1
where detail <> '' and kind in ('assigned-because', 'escalated-because', 'unassigned', 'token-made')
  and (actor = $1 or person = $1 or request in (select id from request where mentee = $1) or request in (select request from claim where mentor = $1));

-- Letters: to the person, about their requests (what clears a room's message still leaves), and whatever of those that have left is still held in words.
-- change erase_letters(person letter.recipient, now letter.ended_at)                  by writer
update letter set address = '', order_key = 'erased', fields = '', subject = '', body = '', target = '', instead = '', sealed = null,
       state = case when ended_at is null then 'cancelled' else state end, ended_at = coalesce(ended_at, $2), held_until_at = null
where (recipient = $1 or request in (select id from request where mentee = $1))
  and (ended_at is not null or act not in ('edit', 'delete') or recipient = $1);

-- change erase_letters_left(now letter.ended_at)                                      by writer
update letter set fields = '', body = '', subject = '', target = '', instead = '', sealed = null
where id in (select id from letter where body <> '' and ended_at <= $1) and state <> 'given-up';

-- change erase_choices(person letter_choice.person)                                   by writer
delete from letter_choice where person = $1;

-- change erase_correspondent(person correspondent.person)                             by writer
delete from correspondent where person = $1;

-- change erase_person(id person.id, name person.name, name_folded person.name_folded, key person.email_folded, now person.erased_at) by writer
update person set name = $2, name_folded = $3, email = '', email_folded = $4, zone = 'UTC', languages = '', pronouns = '', initials = '', title = '',
       company = '', links = '', about = '', theme = '', language = '',
       shows_zone = 0, is_admin = 0, signed_in_at = null, erased_at = $5
where id = $1;
