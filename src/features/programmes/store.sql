-- A programme as data.

-- one programme_row(id programme.id)                                                  by web, writer
select id, slug, name, mark, shape, summary, zone, version, by_hand_at from programme where id = $1;

-- one programme_named(slug programme.slug)                                            by web, writer
select id, version from programme where slug = $1;

-- list services_of(programme service.programme, limit whole)                          by web, writer
select id, slug, name, hint, position, is_retired from service where programme = $1 order by is_retired, position, id limit $2;

-- list affiliations_of(programme affiliation.programme, limit whole)                  by web, writer
select id, slug, name, position from affiliation where programme = $1 order by position, id limit $2;

-- list skills_of(programme skill.programme, limit whole)                              by web, writer
select id, name, area from skill where programme = $1 order by area, name, id limit $2;

-- list spellings_of(programme skill_alias.programme, limit whole)                     by web, writer
select folded, skill, written from skill_alias where programme = $1 order by folded limit $2;

-- list settings_of(programme setting.programme, limit whole)                          by web, writer
select name, value from setting where programme = $1 order by name limit $2;

-- list holidays_of(programme holiday.programme, limit whole)                          by web, writer
select day, name from holiday where programme = $1 order by day limit $2;

-- change holiday_set(id holiday.id, programme holiday.programme, day holiday.day, name holiday.name) by writer
insert into holiday (id, programme, day, name) values ($1, $2, $3, $4) on conflict (programme, day) do update set name = excluded.name;

-- change holiday_drop(programme holiday.programme, day holiday.day)                   by writer
delete from holiday where programme = $1 and day = $2;

-- change room_wanted(channel chat_room.channel)                                       by writer
insert into chat_room (channel, is_private, is_member, asked_at) values ($1, 0, 0, 0) on conflict (channel) do update set asked_at = 0;

-- one programme_counts(programme programme.id, now mentor.away_until_at)              by web, writer
select (select count(*) from membership m where m.programme = p.id and m.left_at is null) as members:whole,
       (select count(*) from mentor m where m.programme = p.id and m.state = 'active'
          and (m.away_until_at is null or m.away_until_at <= $2)) as mentors:whole,
       (select count(*) from request r where r.programme = p.id and r.outcome = 'held') as held:whole
from programme p where p.id = $1;

-- add programme_add(id programme.id, slug programme.slug, name programme.name, mark programme.mark, shape programme.shape,
--                   summary programme.summary, zone programme.zone, now programme.made_at) by writer
insert into programme (id, slug, name, mark, shape, summary, zone, version, made_at) values ($1, $2, $3, $4, $5, $6, $7, 1, $8);

-- change programme_change(id programme.id, name programme.name, mark programme.mark, summary programme.summary, zone programme.zone) by writer
update programme set name = $2, mark = $3, summary = $4, zone = $5, version = version + 1 where id = $1;

-- change programme_by_hand(id programme.id, since programme.by_hand_at)              by writer
update programme set by_hand_at = $2 where id = $1;

-- change programme_raise(id programme.id, at_least programme.version)                 by writer
update programme set version = case when version >= $2 then version + 1 else $2 end where id = $1;

-- add setting_set(id setting.id, programme setting.programme, name setting.name, value setting.value) by writer
insert into setting (id, programme, name, value) values ($1, $2, $3, $4)
on conflict (programme, name) do update set value = excluded.value;

-- change programme_zone(id programme.id, zone programme.zone)                          by writer
update programme set zone = $2 where id = $1;

-- list settings_changes(programme event.programme, before event.id, limit whole)      by web, writer
select e.id, e.detail, e.state_before, e.state_after, e.happened_at, coalesce(p.name, '') as actor:person.name
from event e left join person p on p.id = e.actor
where e.programme = $1 and e.kind = 'setting-changed' and ($2 = 0 or e.id < $2) order by e.id desc limit $3;

-- add service_set(id service.id, programme service.programme, slug service.slug, name service.name, hint service.hint,
--                 position service.position, is_retired service.is_retired)           by writer
insert into service (id, programme, slug, name, hint, position, is_retired) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (programme, slug) do update set name = excluded.name, hint = excluded.hint, position = excluded.position, is_retired = excluded.is_retired;

-- add affiliation_set(id affiliation.id, programme affiliation.programme, slug affiliation.slug, name affiliation.name, position affiliation.position) by writer
insert into affiliation (id, programme, slug, name, position) values ($1, $2, $3, $4, $5)
on conflict (programme, slug) do update set name = excluded.name, position = excluded.position;

-- add skill_set(id skill.id, programme skill.programme, name skill.name, area skill.area) by writer
insert into skill (id, programme, name, area) values ($1, $2, $3, $4)
on conflict (programme, name) do update set area = excluded.area;

-- one skill_named(programme skill.programme, name skill.name)                         by writer
select id from skill where programme = $1 and name = $2;

-- one alias_owner(programme skill_alias.programme, folded skill_alias.folded)         by writer
select a.skill, s.name from skill_alias a join skill s on s.id = a.skill where a.programme = $1 and a.folded = $2;

-- add alias_add(id skill_alias.id, programme skill_alias.programme, skill skill_alias.skill, folded skill_alias.folded, written skill_alias.written) by writer
insert into skill_alias (id, programme, skill, folded, written) values ($1, $2, $3, $4, $5) on conflict (programme, folded) do nothing;

-- change alias_drop(programme skill_alias.programme, folded skill_alias.folded)       by writer
delete from skill_alias where programme = $1 and folded = $2;

-- change alias_move(of skill_alias.skill, into skill_alias.skill)                     by writer
update skill_alias set skill = $2 where skill = $1;

-- change mentor_skill_copy(of mentor_skill.skill, into mentor_skill.skill)            by writer
insert into mentor_skill (mentor, skill, level) select mentor, $2, level from mentor_skill where skill = $1
on conflict (mentor, skill) do nothing;

-- change mentor_skill_drop(of mentor_skill.skill)                                     by writer
delete from mentor_skill where skill = $1;

-- change request_skill_copy(of request_skill.skill, into request_skill.skill)         by writer
insert into request_skill (request, skill) select request, $2 from request_skill where skill = $1
on conflict (request, skill) do nothing;

-- change request_skill_drop(of request_skill.skill)                                   by writer
delete from request_skill where skill = $1;

-- change request_skill_names(into request_skill.skill)                                by writer
update request set
       skills = (select group_concat(n.name, ', ') from (select s.name as name from request_skill k join skill s on s.id = k.skill
                 where k.request = request.id order by s.name) n),
       skill_count = (select count(*) from request_skill k where k.request = request.id)
where id in (select request from request_skill where skill = $1);
-- for postgres
update request set
       skills = (select string_agg(n.name, ', ') from (select s.name as name from request_skill k join skill s on s.id = k.skill
                 where k.request = request.id order by s.name) n),
       skill_count = (select count(*) from request_skill k where k.request = request.id)
where id in (select request from request_skill where skill = $1);

-- change member_skill_copy(of member_skill.skill, into member_skill.skill)            by writer
insert into member_skill (membership, skill) select membership, $2 from member_skill where skill = $1
on conflict (membership, skill) do nothing;

-- change member_skill_drop(of member_skill.skill)                                     by writer
delete from member_skill where skill = $1;

-- change listed_skill_copy(of listed_term.term, into listed_term.term, programme listed_term.programme) by writer
insert into listed_term (programme, term, turn, person) select programme, $2, turn, person from listed_term where programme = $3 and term = $1
on conflict (programme, term, turn, person) do nothing;

-- change listed_skill_drop(of listed_term.term, programme listed_term.programme)      by writer
delete from listed_term where programme = $2 and term = $1;

-- change skill_set_name(id skill.id, name skill.name)                                by writer
update skill set name = $2 where id = $1;

-- change skill_drop(id skill.id)                                                      by writer
delete from skill where id = $1;

-- change service_change(id service.id, programme service.programme, name service.name, hint service.hint,
--                       position service.position, is_retired service.is_retired)     by writer
update service set name = $3, hint = $4, position = $5, is_retired = $6 where id = $1 and programme = $2;

-- list skill_search(programme skill.programme, pattern text, after skill.id, limit whole) by web, writer
select s.id, s.name, s.area,
       (select count(*) from mentor_skill k where k.skill = s.id) as mentors:whole,
       (select count(*) from request_skill q where q.skill = s.id) as requests:whole
from skill s
where s.programme = $1 and ($3 = 0 or s.name > (select a.name from skill a where a.id = $3))
  and ($2 = '' or exists (select 1 from skill_alias a where a.skill = s.id and a.folded like $2 escape '~'))
order by s.name limit $4;

-- list programmes_of(person membership.person, limit whole)                           by web, writer
select p.slug, p.name, p.summary, p.shape from membership b join programme p on p.id = b.programme and b.left_at is null
where b.person = $1 order by p.name, p.id limit $2;

-- one version_newest(programme version.programme)                                     by web, writer
select number, yaml from version where programme = $1 order by number desc limit 1;

-- one version_at(programme version.programme, number version.number)                  by web, writer
select v.number, v.way, v.words, v.yaml, v.made_at, coalesce(a.name, '') as author_name:person.name
from version v left join person a on a.id = v.author where v.programme = $1 and v.number = $2;

-- list versions_of(programme version.programme, before version.number, limit whole)   by web, writer
select v.number, v.way, v.words, v.made_at, coalesce(a.name, '') as author_name:person.name
from version v left join person a on a.id = v.author
where v.programme = $1 and ($2 = 0 or v.number < $2) order by v.number desc limit $3;

-- add version_add(id version.id, programme version.programme, number version.number, way version.way, author version.author,
--                 words version.words, yaml version.yaml, now version.made_at)        by writer
insert into version (id, programme, number, way, author, words, yaml, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- one programme_reach(programme programme.id)                                         by web, writer
select (select count(*) from request r where r.programme = p.id and r.state in ('reserved', 'open', 'needs-detail')) as waiting:whole,
       (select count(*) from request r where r.programme = p.id and r.state in ('claimed', 'scheduled')) as claimed:whole,
       (select count(*) from mentor m where m.programme = p.id and m.state = 'active') as mentors:whole,
       (select count(*) from membership b where b.programme = p.id and b.left_at is null) as members:whole
from programme p where p.id = $1;

-- one capacity_reach(programme mentor.programme, capacity whole)                      by web, writer
select (select count(*) from mentor m where m.programme = $1 and m.state = 'active' and m.capacity > $2) as lowered:whole,
       (select count(*) from mentor m where m.programme = $1 and m.running > $2) as above:whole
from programme where id = $1;

-- one service_reach(programme service.programme, slug service.slug)                   by web, writer
select (select count(*) from request r where r.service = s.id and r.state in ('reserved', 'open', 'needs-detail', 'claimed', 'scheduled')) as requests:whole,
       (select count(*) from mentor_service k where k.service = s.id) as mentors:whole
from service s where s.programme = $1 and s.slug = $2;

-- one affiliation_reach(programme affiliation.programme, slug affiliation.slug)       by web, writer
select (select count(*) from request r where r.affiliation = a.id and r.state in ('reserved', 'open', 'needs-detail', 'claimed', 'scheduled')) as requests:whole,
       (select count(*) from membership b where b.affiliation = a.id) as members:whole
from affiliation a where a.programme = $1 and a.slug = $2;

-- one skill_reach(programme skill.programme, name skill.name)                         by web, writer
select (select count(*) from request_skill k join request r on r.id = k.request
        where k.skill = s.id and r.state in ('reserved', 'open', 'needs-detail', 'claimed', 'scheduled')) as requests:whole,
       (select count(*) from mentor_skill k where k.skill = s.id) as mentors:whole
from skill s where s.programme = $1 and s.name = $2;

-- one document_reach(programme document.programme, slug document.slug)                by web, writer
select count(*) as people:whole from acceptance a
where a.document = (select d.id from document d where d.programme = $1 and d.slug = $2 order by d.version desc limit 1);

-- list former_names_of(programme former_name.programme, limit whole)                  by web, writer
select thing, name, until_at from former_name where programme = $1 order by thing, until_at, id limit $2;

-- add former_name_add(id former_name.id, programme former_name.programme, thing former_name.thing, name former_name.name, now former_name.until_at) by writer
insert into former_name (id, programme, thing, name, until_at) values ($1, $2, $3, $4, $5);

-- list front_texts_of(programme front_text.programme, limit whole)                    by web, writer
select name, words from front_text where programme = $1 order by name limit $2;

-- add front_text_set(programme front_text.programme, name front_text.name, words front_text.words) by writer
insert into front_text (programme, name, words) values ($1, $2, $3) on conflict (programme, name) do update set words = excluded.words;

-- One after the other: who keeps a version of a programme waits for whoever does.
-- change programme_hold(id programme.id)                                              by writer
update programme set version = version where id = $1;
