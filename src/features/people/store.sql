-- Members, roles and mentors' records.

-- one me_of(id person.id)                                                             by web, writer
select id, name, email, zone, shows_zone, languages, pronouns, theme, has_keys, language, initials, title, company, links, about from person where id = $1;

-- change me_change(id person.id, name person.name, name_folded person.name_folded, zone person.zone, languages person.languages,
--                  pronouns person.pronouns, theme person.theme, has_keys person.has_keys, shows_zone person.shows_zone, language person.language) by writer
update person set name = $2, name_folded = $3, zone = $4, languages = $5, pronouns = $6, theme = $7, has_keys = $8, shows_zone = $9, language = $10 where id = $1;

-- change me_describe(id person.id, initials person.initials, title person.title, company person.company, links person.links, about person.about) by writer
update person set initials = $2, title = $3, company = $4, links = $5, about = $6 where id = $1;

-- one member_of(programme membership.programme, person membership.person)             by web, writer
select id, affiliation, hours, is_listed, is_public from membership where programme = $1 and person = $2;

-- list member_skills(membership member_skill.membership, limit whole)                 by web, writer
select s.name from member_skill k join skill s on s.id = k.skill where k.membership = $1 order by s.name limit $2;

-- change member_set_affiliation(id membership.id, affiliation membership.affiliation) by writer
update membership set affiliation = $2 where id = $1;

-- change member_set_listing(id membership.id, is_listed membership.is_listed, is_public membership.is_public) by writer
update membership set is_listed = $2, is_public = $3 where id = $1;

-- change member_set_hours(id membership.id, hours membership.hours)                   by writer
update membership set hours = $2 where id = $1;

-- change member_skills_clear(membership member_skill.membership)                      by writer
delete from member_skill where membership = $1;

-- add member_skill_add(membership member_skill.membership, skill member_skill.skill)  by writer
insert into member_skill (membership, skill) values ($1, $2) on conflict (membership, skill) do nothing;

-- one person_id_by_email(email_folded person.email_folded)                            by web, writer, cli
select id from person where email_folded = $1;

-- add person_insert(id person.id, name person.name, name_folded person.name_folded, email person.email, email_folded person.email_folded,
--                   zone person.zone, languages person.languages, pronouns person.pronouns, is_admin person.is_admin,
--                   now person.joined_at)                                             by writer
insert into person (id, name, name_folded, email, email_folded, zone, languages, pronouns, is_admin, joined_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- change membership_add(id membership.id, programme membership.programme, person membership.person, now membership.joined_at) by writer
insert into membership (id, programme, person, joined_at) values ($1, $2, $3, $4)
on conflict (programme, person) do update set left_at = null, joined_at = excluded.joined_at where membership.left_at is not null;

-- Who was removed comes in no more, by no way, until that is lifted.
-- one person_barred(programme pause.programme, person pause.person)                    by writer
select count(*) as is_barred:bool from pause where programme = $1 and person = $2 and kind = 'removal' and ended_at is null;

-- What was decided about somebody, as they may read it themselves.
-- list decisions_about(person sanction.person, limit whole)                            by web, writer
select p.name as programme_name, s.measure, s.clauses, s.until_at, s.appeal_until_at, s.made_at, s.ended_at, p.slug as programme_slug
from sanction s join programme p on p.id = s.programme where s.person = $1 order by s.id desc limit $2;

-- Who goes keeps their row, for what was; nothing of it is found any more.
-- change membership_end(programme membership.programme, person membership.person, now membership.left_at) by writer
update membership set left_at = $3, is_listed = 0, is_public = 0, hours = 0, affiliation = null, oriented_at = null, oriented_by = null where programme = $1 and person = $2 and left_at is null;

-- change membership_skills_end(programme membership.programme, person membership.person) by writer
delete from member_skill where membership in (select id from membership where programme = $1 and person = $2);

-- Who asked to be a mentor and was not answered asks no more.
-- change mentor_takes_back(programme mentor.programme, person mentor.person, now mentor.decided_at) by writer
update mentor set state = 'left', decided_at = $3 where programme = $1 and person = $2 and state = 'pending';

-- one member_duties(programme role.programme, person role.person)                     by writer
select (select count(*) from role r where r.programme = $1 and r.person = $2 and r.role = 'coordinator') as coordinates:whole,
       (select count(*) from role c where c.programme = $1 and c.role = 'coordinator') as coordinators:whole,
       (select count(*) from responder s where s.programme = $1 and s.person = $2) as responds:whole;

-- change roles_end(programme role.programme, person role.person)                      by writer
delete from role where programme = $1 and person = $2;

-- change role_add(id role.id, programme role.programme, person role.person, role role.role, now role.since_at) by writer
insert into role (id, programme, person, role, since_at) values ($1, $2, $3, $4, $5)
on conflict (programme, person, role) do nothing;

-- change role_remove(programme role.programme, person role.person, role role.role)    by writer
delete from role where programme = $1 and person = $2 and role = $3;

-- one role_count(programme role.programme, role role.role)                            by writer
select count(*) as people:whole from role where programme = $1 and role = $2;

-- one person_seen_by(id person.id, programme programme.id, viewer person.id)          by web, writer
select p.id, p.name, p.email, p.zone, p.shows_zone, p.languages, p.pronouns, p.initials, p.title, p.company, p.links, p.about,
       b.id as membership:membership.id, b.left_at, b.affiliation, b.is_listed, b.is_public, b.hours as own_hours:membership.hours,
       coalesce(m.id, 0) as mentor:mentor.id, coalesce(m.state, '') as mentor_state:mentor.state,
       coalesce(m.away_until_at, 0) as away_until_at:mentor.away_until_at, coalesce(m.last_act_at, 0) as last_act_at:mentor.last_act_at,
       coalesce(m.capacity, 0) as capacity:whole,
       coalesce(m.running, 0) as running:whole, coalesce(m.hours, 0) as hours:whole, coalesce(m.bio, '') as bio:text, coalesce(m.offer, '') as offer:text,
       (select count(*) from role r where r.programme = $2 and r.person = p.id and r.role = 'coordinator') as is_coordinator:bool,
       (select count(*) from role r where r.programme = $2 and r.person = p.id and r.role = 'escalation') as is_escalation:bool,
       (select count(*) from role r where r.programme = $2 and r.person = p.id and r.role = 'mentee') as is_mentee:bool,
       (select count(*) from request q where q.programme = $2 and q.state in ('claimed', 'scheduled', 'closed')
          and not exists (select 1 from resting z where z.request = q.id)
          and ((q.mentee = p.id and q.claimer = $3) or (q.mentee = $3 and q.claimer = p.id))) as is_paired:bool,
       (select count(*) from request q where q.programme = $2 and q.state in ('claimed', 'scheduled')
          and ((q.mentee = p.id and q.claimer = $3) or (q.mentee = $3 and q.claimer = p.id))) as is_held:bool,
       (select count(*) from block z where (z.blocker = p.id and z.blocked = $3) or (z.blocker = $3 and z.blocked = p.id)) as is_apart:bool,
       (select count(*) from pause z where z.person = p.id and z.programme = $2 and z.ended_at is null) as is_hidden:bool
from person p join membership b on b.person = p.id and b.programme = $2
left join mentor m on m.person = p.id and m.programme = $2
where p.id = $1;

-- one mentor_record(programme mentor.programme, person mentor.person)                 by web, writer
select id, state, away_until_at, parked_at, capacity, running, hours, bio, offer, reason, asked_at, may_announce, decided_at from mentor where programme = $1 and person = $2;

-- one room_name(channel chat_room.channel)                                            by web, writer
select name from chat_room where channel = $1;

-- The handbook for mentors that they said they have read, in its newest version that they did.
-- one handbook_read(programme document.programme, person acceptance.person)            by web, writer
select d.title, d.version, a.accepted_at, (select max(n.version) from document n where n.programme = d.programme and n.slug = d.slug) as newest:whole
from acceptance a join document d on d.id = a.document join document_card c on c.programme = d.programme and c.slug = d.slug
where d.programme = $1 and a.person = $2 and c.kind = 'handbook' and c.role in ('mentor', 'all') order by d.version desc, a.accepted_at desc limit 1;

-- Taking part in an orientation is noted of members: of mentors, and of those who applied to be one.
-- one orientation_of(programme membership.programme, person membership.person)        by web, writer
select b.oriented_at, coalesce(c.name, '') as by_name:person.name from membership b left join person c on c.id = b.oriented_by where b.programme = $1 and b.person = $2;

-- change orientation_note(programme membership.programme, person membership.person, at membership.oriented_at, by membership.oriented_by) by writer
update membership set oriented_at = $3, oriented_by = $4 where programme = $1 and person = $2 and left_at is null;

-- list mentor_rooms_of(person mentor.person, limit whole)                             by writer
select m.programme, coalesce((select s.value from setting s where s.programme = m.programme and s.name = 'slack.room'), '') as room:text,
       case when exists (select 1 from setting s where s.programme = m.programme and s.name = 'slack.invite' and s.value = 'no') then 0 else 1 end as invites:bool
from mentor m where m.person = $1 and m.state = 'active' order by m.id limit $2;

-- add mentor_put(id mentor.id, programme mentor.programme, person mentor.person, state mentor.state, capacity mentor.capacity,
--                hours mentor.hours, bio mentor.bio, may_announce mentor.may_announce, now mentor.asked_at, offer mentor.offer) by writer
insert into mentor (id, programme, person, state, capacity, capacity_at, hours, bio, may_announce, asked_at, last_act_at, offer)
values ($1, $2, $3, $4, $5, $9, $6, $7, $8, $9, $9, $10)
on conflict (programme, person) do update set state = excluded.state, capacity = excluded.capacity, capacity_at = excluded.capacity_at, hours = excluded.hours,
       bio = excluded.bio, offer = excluded.offer, may_announce = excluded.may_announce, asked_at = excluded.asked_at, last_act_at = excluded.last_act_at, away_until_at = null, parked_at = null, idle_step = 0, idle_at = null, reason = '';

-- A mentor who has a record is one again, as they left it.
-- change mentor_again(programme mentor.programme, person mentor.person, now mentor.asked_at) by writer
update mentor set state = 'active', reason = '', asked_at = $3, last_act_at = $3, away_until_at = null, parked_at = null, idle_step = 0, idle_at = null
where programme = $1 and person = $2 and state <> 'active';

-- change mentor_change(programme mentor.programme, person mentor.person, capacity mentor.capacity, hours mentor.hours,
--                      bio mentor.bio, now mentor.last_act_at, offer mentor.offer)    by writer
update mentor set capacity_at = case when capacity = $3 then capacity_at else $6 end, capacity = $3, hours = $4, bio = $5, offer = $7, last_act_at = $6, idle_step = 0, idle_at = null where programme = $1 and person = $2;

-- change mentor_set_away(programme mentor.programme, person mentor.person, until mentor.away_until_at, now mentor.last_act_at) by writer
update mentor set away_until_at = $3, last_act_at = $4, parked_at = null, idle_step = 0, idle_at = null where programme = $1 and person = $2 and state = 'active';

-- change mentor_decide(programme mentor.programme, person mentor.person, state mentor.state, reason mentor.reason,
--                      now mentor.decided_at)                                         by writer
update mentor set state = $3, reason = $4, decided_at = $5, last_act_at = $5
where programme = $1 and person = $2 and state = 'pending';

-- change mentor_end(programme mentor.programme, person mentor.person, now mentor.last_act_at) by writer
update mentor set state = 'left', away_until_at = null, parked_at = null, idle_step = 0, idle_at = null, last_act_at = $3
where programme = $1 and person = $2 and state = 'active';

-- Taken away: who applies again waits for a coordinator, as whoever was declined.
-- change mentor_lose(programme mentor.programme, person mentor.person, now mentor.decided_at) by writer
update mentor set state = 'declined', reason = '', decided_at = $3, away_until_at = null, parked_at = null, idle_step = 0, idle_at = null
where programme = $1 and person = $2 and state in ('active', 'pending');

-- change mentor_skills_clear(mentor mentor.id)                                        by writer
delete from mentor_skill where mentor = $1;

-- add mentor_skill_add(mentor mentor.id, skill skill.id, level mentor_skill.level)    by writer
insert into mentor_skill (mentor, skill, level) values ($1, $2, $3);

-- change mentor_services_clear(mentor mentor.id)                                      by writer
delete from mentor_service where mentor = $1;

-- add mentor_service_add(mentor mentor.id, service service.id)                        by writer
insert into mentor_service (mentor, service) values ($1, $2);

-- list mentor_services(mentor mentor.id, limit whole)                                 by web, writer
select c.service, s.name, s.slug from mentor_service c join service s on s.id = c.service
where c.mentor = $1 order by s.position limit $2;

-- list mentors_to_choose(programme mentor.programme, viewer mentor.person, most mentor.capacity, with_away bool, now mentor.away_until_at,
--                        limit whole) by web, writer
select p.id, p.name, m.away_until_at from mentor m join person p on p.id = m.person
where m.programme = $1 and m.person <> $2 and m.state = 'active' and not exists (select 1 from pause z where z.person = m.person and z.programme = m.programme and z.ended_at is null) and m.running < m.capacity and m.running < $3
  and ($4 = 1 or not exists (select 1 from setting s where s.programme = m.programme and s.name = 'orientation.required' and s.value = 'yes')
       or exists (select 1 from membership b where b.programme = m.programme and b.person = m.person and b.oriented_at is not null))
  and ($4 = 1 or m.away_until_at is null or m.away_until_at <= $5)
  and ($4 = 1 or (not exists (select 1 from block z where z.blocker = m.person and z.blocked = $2)
                  and not exists (select 1 from block z where z.blocker = $2 and z.blocked = m.person)))
order by case when m.away_until_at > $5 then 1 else 0 end, p.name_folded, p.id limit $6;

-- What somebody was in the programme, newest first: it stands in the record anyway.
-- list role_history(programme event.programme, person event.person, limit whole)      by web, writer
select e.kind, e.detail, e.happened_at, coalesce(a.name, '') as actor_name:person.name
from event e left join person a on a.id = e.actor
where e.person = $2 and e.programme = $1
  and e.kind in ('person-added', 'person-came', 'programme-left', 'member-ended', 'role-given', 'role-taken', 'mentor-asked', 'mentor-approved', 'mentor-declined', 'mentor-left', 'mentor-ended', 'mentor-parked', 'mentor-away', 'mentor-back',
                 'handed-over-claims', 'stand-in-named', 'stand-in-ended', 'orientation-noted', 'orientation-cleared')
order by e.id desc limit $3;

-- list people_pending(programme mentor.programme, after person.id, limit whole)       by web, writer
select p.id, p.name, p.zone, m.asked_at, m.capacity, m.hours, m.bio, m.id as mentor
from mentor m join person p on p.id = m.person
where m.programme = $1 and m.state = 'pending'
  and ($2 = 0 or (m.asked_at, p.id) > (select n.asked_at, n.person from mentor n where n.programme = $1 and n.person = $2))
order by m.asked_at, p.id limit $3;

-- list people_mentors(programme mentor.programme, state text, pattern text, after person.id, limit whole) by web, writer
select p.id, p.name, p.zone, m.state, m.away_until_at, m.capacity, m.running, m.last_act_at,
       coalesce(b.oriented_at, 0) as oriented_at:membership.oriented_at
from mentor m join person p on p.id = m.person left join membership b on b.programme = m.programme and b.person = m.person
where m.programme = $1 and ($2 = '' or m.state = $2) and ($3 = '' or p.name_folded like $3 escape '~')
  and ($4 = 0 or (p.name_folded, p.id) > (select n.name_folded, n.id from person n where n.id = $4))
order by p.name_folded, p.id limit $5;

-- list people_members(programme membership.programme, role text, pattern text, after person.id, limit whole) by web, writer
select p.id, p.name, p.zone, b.joined_at,
       (select count(*) from role r where r.programme = $1 and r.person = p.id and r.role = 'coordinator') as is_coordinator:bool,
       (select count(*) from role r where r.programme = $1 and r.person = p.id and r.role = 'escalation') as is_escalation:bool,
       (select count(*) from role r where r.programme = $1 and r.person = p.id and r.role = 'mentee') as is_mentee:bool,
       (select count(*) from role r where r.programme = $1 and r.person = p.id and r.role = 'mentor') as is_mentor:bool
from membership b join person p on p.id = b.person
where b.programme = $1 and b.left_at is null
  and ($2 = '' or exists (select 1 from role r where r.programme = $1 and r.person = p.id and r.role = $2))
  and ($3 = '' or p.name_folded like $3 escape '~')
  and ($4 = 0 or (p.name_folded, p.id) > (select n.name_folded, n.id from person n where n.id = $4))
order by p.name_folded, p.id limit $5;

-- one people_pending_count(programme mentor.programme)                                by web, writer
select count(*) as pending:whole from mentor where programme = $1 and state = 'pending';
