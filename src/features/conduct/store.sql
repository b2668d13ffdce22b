-- Reports. Who may read one stands in report_reader; each statement that gives anything of a report to a responder asks for it itself.

-- list responders_of(programme responder.programme, limit whole)                      by web, writer
select p.id, p.name, p.email_folded, r.since_at from responder r join person p on p.id = r.person
where r.programme = $1 order by r.since_at, p.id limit $2;

-- add responder_add(id responder.id, programme responder.programme, person responder.person, now responder.since_at) by writer
insert into responder (id, programme, person, since_at) values ($1, $2, $3, $4) on conflict (programme, person) do nothing;

-- change responder_drop(programme responder.programme, person responder.person)       by writer
delete from responder where programme = $1 and person = $2;

-- list members_called(programme membership.programme, folded person.name_folded, limit whole) by web, writer
select p.id, p.name from membership b join person p on p.id = b.person
where b.programme = $1 and (p.email_folded = $2 or p.name_folded = $2) order by p.id limit $3;

-- list places_to_report(limit whole)                                                  by web, writer
select slug, name from programme order by name, id limit $1;

-- Those who may appoint readers: a report that names one of them is kept from them for good, whatever they become.
-- list overseers_of(programme role.programme, limit whole)                             by writer
select p.id, p.name, p.email_folded from person p
where p.is_admin = 1 or p.id in (select r.person from role r where r.programme = $1 and r.role in ('coordinator', 'escalation')) order by p.id limit $2;

-- list contacts_of(report report.id, programme role.programme, limit whole)           by writer
select p.id from role r join person p on p.id = r.person
where r.programme = $2 and r.role = 'escalation' and not exists (select 1 from report_reader o where o.report = $1 and o.person = p.id and o.is_out = 1)
order by p.id limit $3;

-- add report_add(id report.id, programme report.programme, sharing report.sharing, what report.what_sealed, about report.about_sealed,
--                reporter report.reporter_sealed, code report.code_hash, now report.made_at) by writer
insert into report (id, programme, state, sharing, what_sealed, about_sealed, reporter_sealed, code_hash, made_at)
values ($1, $2, 'submitted', $3, $4, $5, $6, $7, $8);

-- one report_by_code(code report.code_hash)                                           by web, writer
select r.id, r.programme, r.state, r.sharing, r.reporter_sealed, r.version, r.measure, r.made_at, coalesce(r.clock_at, r.made_at) as clock_at:report.made_at, r.acknowledged_at, r.decided_at, r.closed_at,
       p.name as programme_name:programme.name, p.slug as programme_slug:programme.slug
from report r join programme p on p.id = r.programme where r.code_hash = $1;

-- change reader_put(report report_reader.report, person report_reader.person, is_out report_reader.is_out) by writer
insert into report_reader (report, person, is_out) values ($1, $2, $3)
on conflict (report, person) do update set is_out = case when $3 = 1 then 1 else report_reader.is_out end;

-- Whom it is about is out for good. Where nobody is left of those who could read it from the start, whoever is appointed later may.
-- list readers_of(report report.id, programme report.programme, limit whole)          by web, writer
select p.id, p.name from responder s join person p on p.id = s.person
where s.programme = $2
  and not exists (select 1 from report_reader o where o.report = $1 and o.person = p.id and o.is_out = 1)
  and (exists (select 1 from report_reader i where i.report = $1 and i.person = p.id and i.is_out = 0)
       or not exists (select 1 from report_reader i join responder t on t.person = i.person and t.programme = $2 where i.report = $1 and i.is_out = 0))
order by s.since_at, p.id limit $3;

-- list reports_for(programme report.programme, reader person.id, after report.id, limit whole) by web, writer
select r.id, r.state, r.sharing, r.made_at, coalesce(r.clock_at, r.made_at) as clock_at:report.made_at, r.acknowledged_at, r.decided_at, coalesce(a.name, '') as assignee_name:person.name
from report r left join person a on a.id = r.assignee
where r.programme = $1 and ($3 = 0 or r.id < $3)
  and exists (select 1 from responder s where s.programme = r.programme and s.person = $2)
  and not exists (select 1 from report_reader o where o.report = r.id and o.person = $2 and o.is_out = 1)
  and (exists (select 1 from report_reader i where i.report = r.id and i.person = $2 and i.is_out = 0)
       or not exists (select 1 from report_reader i join responder t on t.person = i.person and t.programme = r.programme where i.report = r.id and i.is_out = 0))
order by r.id desc limit $4;

-- one report_for(id report.id, programme report.programme, reader person.id)          by web, writer
select r.id, r.state, r.sharing, r.what_sealed, r.about_sealed, r.reporter_sealed, r.assignee, r.measure, r.version, r.made_at, coalesce(r.clock_at, r.made_at) as clock_at:report.made_at, r.acknowledged_at, r.decided_at, r.closed_at,
       coalesce(a.name, '') as assignee_name:person.name
from report r left join person a on a.id = r.assignee
where r.id = $1 and r.programme = $2
  and exists (select 1 from responder s where s.programme = r.programme and s.person = $3)
  and not exists (select 1 from report_reader o where o.report = r.id and o.person = $3 and o.is_out = 1)
  and (exists (select 1 from report_reader i where i.report = r.id and i.person = $3 and i.is_out = 0)
       or not exists (select 1 from report_reader i join responder t on t.person = i.person and t.programme = r.programme where i.report = r.id and i.is_out = 0));

-- change report_move(id report.id, version report.version, state report.state, assignee report.assignee, measure report.measure, acknowledged report.acknowledged_at,
--                    decided report.decided_at, closed report.closed_at)              by writer
update report set state = $3, assignee = $4, measure = $5, acknowledged_at = $6, decided_at = $7, closed_at = $8, version = version + 1
where id = $1 and version = $2;

-- add entry_add(id report_entry.id, report report_entry.report, kind report_entry.kind, person report_entry.person, subject report_entry.subject,
--               words report_entry.words_sealed, now report_entry.made_at)            by writer
insert into report_entry (id, report, kind, person, subject, words_sealed, made_at) values ($1, $2, $3, $4, $5, $6, $7);

-- The newest ones; views apart, since there are many.
-- list entries_of(report report_entry.report, limit whole)                            by web, writer
select e.id, e.kind, e.words_sealed, e.made_at, coalesce(p.name, '') as person_name:person.name, coalesce(s.name, '') as subject_name:person.name
from report_entry e left join person p on p.id = e.person left join person s on s.id = e.subject
where e.report = $1 and e.kind <> 'viewed' order by e.id desc limit $2;

-- list views_of(report report_entry.report, limit whole)                              by web, writer
select e.made_at, p.name from report_entry e join person p on p.id = e.person
where e.report = $1 and e.kind = 'viewed' order by e.id desc limit $2;

-- What was said between responders and the reporter, and what became of it.
-- list words_with(report report_entry.report, limit whole)                            by web, writer
select id, kind, words_sealed, made_at from report_entry where report = $1 and kind in ('asked', 'answered', 'revealed') order by id desc limit $2;

-- list reports_waiting(programme report.programme, acknowledge report.made_at, decide report.made_at, after report.id, limit whole) by writer
select id, state, assignee, told, coalesce(clock_at, made_at) as clock_at:report.made_at from report
where programme = $1 and decided_at is null and id > $4
  and ((state = 'submitted' and made_at <= $2 and told < 2) or (coalesce(clock_at, made_at) <= $3 and told < 4))
order by id limit $5;

-- Opened again: it is due anew, and its letters of the clock may leave once more.
-- change report_reopened(id report.id, now report.clock_at)                            by writer
update report set clock_at = $2, told = 0 where id = $1;

-- change report_told(id report.id, told report.told)                                  by writer
update report set told = $2 where id = $1;

-- Whom a case is about, as a responder wrote it down: whoever only was kept from reading it may have seen it happen.
-- list named_in(report report.id, programme membership.programme, limit whole)         by web, writer
select p.id, p.name, (select count(*) from pause u where u.report = $1 and u.person = p.id and u.ended_at is null) as is_paused:bool,
       coalesce((select u.kind from pause u where u.report = $1 and u.person = p.id and u.ended_at is null), '') as pause_kind:pause.kind,
       (select u.until_at from pause u where u.report = $1 and u.person = p.id and u.ended_at is null) as until_at:moment
from report_reader n join person p on p.id = n.person
where n.report = $1 and n.is_out = 1 and exists (select 1 from report_entry e where e.report = $1 and e.kind = 'named' and e.subject = p.id)
  and exists (select 1 from membership b where b.programme = $2 and b.person = p.id)
order by p.id limit $3;

-- Whether any report that is not decided is there for somebody to read: one or none, so that nobody counts them.
-- one reports_open_for(programme report.programme, reader person.id)                   by writer
select count(*) as has_any:whole from (
  select 1 from report r
  where r.programme = $1 and r.decided_at is null
    and not exists (select 1 from report_reader o where o.report = r.id and o.person = $2 and o.is_out = 1)
    and (exists (select 1 from report_reader i where i.report = r.id and i.person = $2 and i.is_out = 0)
         or not exists (select 1 from report_reader i join responder t on t.person = i.person and t.programme = r.programme where i.report = r.id and i.is_out = 0))
  limit 1) few;

-- How often whoever reported has answered since.
-- one answers_since(report report_entry.report, since report_entry.made_at)            by writer
select count(*) as count:whole from report_entry where report = $1 and kind = 'answered' and made_at > $2;

-- Who is paused for now is suspended or removed in its place, if that is decided.
-- add pause_add(id pause.id, programme pause.programme, person pause.person, report pause.report, kind pause.kind, until pause.until_at, now pause.made_at) by writer
insert into pause (id, programme, person, report, kind, until_at, made_at) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (person, report) where ended_at is null do update set kind = excluded.kind, until_at = excluded.until_at;

-- change pause_decided_end(report pause.report, person pause.person, now pause.ended_at) by writer
update pause set ended_at = $3 where report = $1 and person = $2 and kind <> 'interim' and ended_at is null;

-- Suspensions whose last day is over.
-- list pauses_over(programme pause.programme, now pause.until_at, limit whole)         by writer
select report, person from pause where programme = $1 and until_at <= $2 and ended_at is null order by until_at, id limit $3;

-- add sanction_add(id sanction.id, programme sanction.programme, person sanction.person, report sanction.report, measure sanction.measure,
--                  clauses sanction.clauses, document sanction.document, until sanction.until_at, appeal sanction.appeal_until_at, now sanction.made_at) by writer
insert into sanction (id, programme, person, report, measure, clauses, document, until_at, appeal_until_at, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- What a case decided that still stands.
-- list sanctions_standing(report sanction.report, limit whole)                         by web, writer
select s.person, p.name, s.measure, s.clauses, s.until_at, s.appeal_until_at, s.made_at from sanction s join person p on p.id = s.person
where s.report = $1 and s.ended_at is null order by s.id limit $2;

-- change sanction_end(report sanction.report, person sanction.person, now sanction.ended_at) by writer
update sanction set ended_at = $3 where report = $1 and person = $2 and ended_at is null;

-- What paused them is lifted; a warning stands.
-- change sanction_lift(report sanction.report, person sanction.person, now sanction.ended_at) by writer
update sanction set ended_at = $3 where report = $1 and person = $2 and measure in ('suspension', 'removal') and ended_at is null;

-- Those whom the case is about with whoever holds a request of theirs, or asked what they hold.
-- list pairs_of(report report.id, programme request.programme, limit whole)            by web, writer
select r.id, r.number, r.mentee, r.claimer, m.name as mentee_name, c.name as claimer_name,
       (select count(*) from pair_pause u where u.report = $1 and u.request = r.id and u.claimer = r.claimer and u.ended_at is null) as rests:bool
from request r join person m on m.id = r.mentee join person c on c.id = r.claimer
where r.programme = $2 and r.state in ('claimed', 'scheduled')
  and exists (select 1 from report_entry e where e.report = $1 and e.kind = 'named' and (e.subject = r.mentee or e.subject = r.claimer))
order by r.id limit $3;

-- add pair_pause_add(id pair_pause.id, programme pair_pause.programme, request pair_pause.request, claimer pair_pause.claimer, report pair_pause.report,
--                    now pair_pause.made_at)                                           by writer
insert into pair_pause (id, programme, request, claimer, report, made_at) values ($1, $2, $3, $4, $5, $6)
on conflict (request, claimer, report) where ended_at is null do nothing;

-- change pair_pause_end(report pair_pause.report, request pair_pause.request, now pair_pause.ended_at) by writer
update pair_pause set ended_at = $3 where report = $1 and request = $2 and ended_at is null;

-- one pair_rests_since(report pair_pause.report, request pair_pause.request)           by writer
select made_at from pair_pause where report = $1 and request = $2 and ended_at is null;

-- Its clocks go on where they stood.
-- change pair_goes_on(id request.id, rested whole)                                     by writer
update request set claimed_at = claimed_at + $2, lease_due_at = lease_due_at + $2, answered_at = answered_at + $2, tried_at = tried_at + $2
where id = $1 and state in ('claimed', 'scheduled');

-- one request_rests(request request.id)                                                by writer
select count(*) as rests:bool from resting where request = $1;

-- change pause_end(report pause.report, person pause.person, now pause.ended_at)       by writer
update pause set ended_at = $3 where report = $1 and person = $2 and ended_at is null;

-- What waits for the answer of a mentor who was asked by name.
-- list holds_on(programme request.programme, named request.named_mentor, limit whole)  by writer
select id from request where named_mentor = $2 and programme = $1 and state = 'reserved' order by id limit $3;

-- change hold_ends(id request.id, now request.reserved_until_at)                      by writer
update request set reserved_until_at = $2 where id = $1 and state = 'reserved';

-- one pauses_of(programme pause.programme, person pause.person)                        by web, writer, memo
select count(*) as pauses:whole from pause where programme = $1 and person = $2 and ended_at is null;

-- Those with a name, of every programme: for the archive of whoever wrote one.
-- list reports_named(after report.id, limit whole)                                     by web, writer, cli
select r.id, p.name as programme_name, r.what_sealed, r.about_sealed, r.reporter_sealed, r.made_at from report r join programme p on p.id = r.programme
where r.sharing = 'named' and r.reporter_sealed is not null and r.id > $1 order by r.id limit $2;

-- list added_to(report report_entry.report, limit whole)                             by web, writer, cli
select id, words_sealed, made_at from report_entry where report = $1 and kind = 'answered' and words_sealed is not null order by id limit $2;
