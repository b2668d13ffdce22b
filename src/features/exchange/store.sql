-- Files in: who is known, what they become, and the files that wait on the page.

-- one import_person(email_folded person.email_folded)                                 by writer
select id from person where email_folded = $1;

-- one import_known(programme membership.programme, person person.id)                  by writer
select p.id, coalesce(b.id, 0) as membership:membership.id, coalesce(m.id, 0) as mentor:mentor.id, b.left_at
from person p left join membership b on b.person = p.id and b.programme = $1 left join mentor m on m.person = p.id and m.programme = $1
where p.id = $2;

-- one import_newest()                                                                by writer
select coalesce(max(id), 0) as id:membership.id from membership;

-- add import_member_add(id membership.id, programme membership.programme, person membership.person, affiliation membership.affiliation, now membership.joined_at) by writer
insert into membership (id, programme, person, affiliation, joined_at) values ($1, $2, $3, $4, $5);

-- add import_member_skill_add(membership member_skill.membership, skill member_skill.skill) by writer
insert into member_skill (membership, skill) values ($1, $2);

-- one imported_as(programme imported.programme, key imported.key)                     by writer
select request from imported where programme = $1 and key = $2;

-- add imported_keep(programme imported.programme, key imported.key, request imported.request) by writer
insert into imported (programme, key, request) values ($1, $2, $3);

-- add import_add(id import.id, programme import.programme, author import.author, kind import.kind, columns import.columns, round import.cohort,
--                side import.side, has_receipts import.has_receipts, state import.state, content import.content, unused import.unused,
--                problems import.problems, summary import.summary, now import.made_at) by writer
insert into import (id, programme, author, kind, columns, cohort, side, has_receipts, state, content, unused, problems, summary, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- one import_of(id import.id, programme import.programme)                             by web, writer
select i.id, i.kind, i.columns, i.state, i.unused, i.problems, i.summary, i.made_at, i.ended_at, i.side, i.has_receipts, p.name as author_name:person.name,
       coalesce(c.name, '') as round_name:cohort.name
from import i join person p on p.id = i.author left join cohort c on c.id = i.cohort where i.id = $1 and i.programme = $2;

-- one import_content(id import.id, programme import.programme)                        by web, writer
select kind, columns, cohort, side, has_receipts, state, content from import where id = $1 and programme = $2 and state in ('ready', 'faulty');

-- change import_tried(id import.id, columns import.columns, state import.state, unused import.unused, problems import.problems, summary import.summary) by writer
update import set columns = $2, state = $3, unused = $4, problems = $5, summary = $6 where id = $1 and state in ('ready', 'faulty');

-- list imports_of(programme import.programme, limit whole)                            by web, writer
select i.id, i.kind, i.state, i.summary, i.made_at, p.name as author_name:person.name
from import i join person p on p.id = i.author where i.programme = $1
order by i.id desc limit $2;

-- change import_end(id import.id, state import.state, summary import.summary, now import.ended_at) by writer
update import set state = $2, summary = $3, ended_at = $4, content = x'', problems = '' where id = $1 and state in ('ready', 'faulty');
-- for postgres
update import set state = $2, summary = $3, ended_at = $4, content = '\x'::bytea, problems = '' where id = $1 and state in ('ready', 'faulty');
