-- How long things about people are kept (PROGRAMMES.md 7, F185, T35): what has ended already is marked, so that each night finds the rest by an index.

alter table request add column words_ended_at integer;                        -- class: none         since then its words are gone; null: they are there
alter table application add column moved_at integer;                          -- class: none         when its state became what it is; null: since it was sent, or it is a draft
alter table application add column answers_ended_at integer;                  -- class: none         since then its answers are gone
alter table response add column answers_ended_at integer;                     -- class: none         since then its answers are gone

-- Of an application that was taken back nobody wrote down when: no earlier than this.
update application set moved_at = coalesce(decided_at, (select case when i.closes_at > saved_at then i.closes_at else saved_at end from intake i where i.id = application.intake))
where state in ('placed', 'not-selected', 'declined', 'expired', 'withdrawn');

create index request_with_words on request (programme, closed_at) where closed_at is not null and words_ended_at is null;
create index request_without_words on request (programme, words_ended_at) where words_ended_at is not null;
create index request_with_hours on request (programme, closed_at) where closed_at is not null and hours <> 0;
create index request_with_affiliation on request (programme, closed_at) where closed_at is not null and affiliation is not null;
create index request_with_feedback on request (programme, closed_at) where closed_at is not null and helpful_words <> '';
create index request_with_session on request (programme, closed_at) where closed_at is not null and (session_at is not null or held_on <> '');
create index application_with_answers on application (programme, moved_at) where moved_at is not null and answers_ended_at is null;
create index desk_question_with_words on desk_question (programme, ended_at) where ended_at is not null and words <> '';
create index help_with_words on help (programme, logged_at) where about <> '';
create index membership_ended on membership (programme, left_at) where left_at is not null;
create index report_entry_by_subject on report_entry (subject) where subject is not null;
create index pause_by_report on pause (report);
create index event_of_ends on event (id) where kind = 'data-ended';

-- Whose data waits for its end: while they have asked for help and it is not over, or an open case names them.
create view held_back as
select programme, mentee as person from request where state not in ('draft', 'closed')
union all
select r.programme, e.subject as person from report r join report_entry e on e.report = r.id where r.state <> 'closed' and e.kind = 'named';

-- The first night comes a month behind whatever happened last, so that whoever coordinates can look at the numbers before anything ends.
insert into job (id, programme, kind, subject, state, due_at, made_at)
select id + 12, id, 'programme-night', id, 'waiting', coalesce((select max(happened_at) from event), 0) + 2592000000000, 0 from programme;
