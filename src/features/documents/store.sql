-- Documents: their versions, and who has accepted the newest.

-- list document_versions(programme document.programme, slug document.slug, limit whole) by web, writer
select d.version, d.title, d.published_at, coalesce(a.name, '') as author_name:person.name,
       (select count(*) from acceptance k where k.document = d.id) as people:whole
from document d left join person a on a.id = d.author where d.programme = $1 and d.slug = $2 order by d.version desc limit $3;

-- one document_accepted_version(programme document.programme, slug document.slug, person acceptance.person) by web, writer
select coalesce(max(d.version), 0) as version:whole from acceptance a join document d on d.id = a.document
where a.person = $3 and d.programme = $1 and d.slug = $2;

-- one document_to_tell(id document.id)                                                by writer
select d.programme, d.slug, d.title, d.version, d.markdown, d.published_at, c.role, c.is_binding, c.is_retired, c.asked_since_at,
       (select max(n.version) from document n where n.programme = d.programme and n.slug = d.slug) as newest:whole
from document d join document_card c on c.programme = d.programme and c.slug = d.slug where d.id = $1;

-- Whom a version concerns and who has not accepted it: mentors, who asks at the moment, and whoever accepted an older one, each as far as it is for them.
-- list document_lacking(programme membership.programme, slug document.slug, document document.id, role text, after person.id, limit whole) by web, writer
select p.id, p.name, b.joined_at,
       coalesce((select max(o.version) from acceptance a join document o on o.id = a.document
                 where a.person = p.id and o.programme = $1 and o.slug = $2), 0) as accepted:whole,
       (select max(t.told_at) from document_notice t where t.document = $3 and t.person = p.id) as told_at:moment
from membership b join person p on p.id = b.person left join mentor m on m.programme = b.programme and m.person = b.person
where b.programme = $1 and b.left_at is null and p.id > $5
  and not exists (select 1 from acceptance a where a.person = p.id and a.document = $3)
  and ($4 in ('all', 'mentee') or ($4 = 'mentor' and m.state in ('pending', 'active'))
       or ($4 = 'coordinator' and exists (select 1 from role r where r.programme = b.programme and r.person = p.id and r.role = 'coordinator')))
  and ($4 = 'coordinator' or ($4 <> 'mentee' and m.state in ('pending', 'active'))
       or ($4 <> 'mentor' and exists (select 1 from request q where q.programme = b.programme and q.mentee = p.id and q.state <> 'closed' and q.state <> 'draft'))
       or exists (select 1 from acceptance a join document o on o.id = a.document where a.person = p.id and o.programme = $1 and o.slug = $2))
order by p.id limit $6;

-- The same who were not told so often yet.
-- list document_people_to_tell(programme membership.programme, slug document.slug, document document.id, role text, step whole, limit whole) by writer
select p.id,
       coalesce((select max(o.version) from acceptance a join document o on o.id = a.document
                 where a.person = p.id and o.programme = $1 and o.slug = $2), 0) as accepted:whole,
       b.joined_at,
       coalesce((select max(t.step) from document_notice t where t.document = $3 and t.person = p.id), 0) as told:whole
from membership b join person p on p.id = b.person left join mentor m on m.programme = b.programme and m.person = b.person
where b.programme = $1 and b.left_at is null
  and not exists (select 1 from acceptance a where a.person = p.id and a.document = $3)
  and not exists (select 1 from document_notice t where t.document = $3 and t.person = p.id and t.step >= $5)
  and ($4 in ('all', 'mentee') or ($4 = 'mentor' and m.state in ('pending', 'active'))
       or ($4 = 'coordinator' and exists (select 1 from role r where r.programme = b.programme and r.person = p.id and r.role = 'coordinator')))
  and ($4 = 'coordinator' or ($4 <> 'mentee' and m.state in ('pending', 'active'))
       or ($4 <> 'mentor' and exists (select 1 from request q where q.programme = b.programme and q.mentee = p.id and q.state <> 'closed' and q.state <> 'draft'))
       or exists (select 1 from acceptance a join document o on o.id = a.document where a.person = p.id and o.programme = $1 and o.slug = $2))
order by p.id limit $6;

-- list document_accepting(document acceptance.document, limit whole)                  by web, writer
select p.id, p.name, a.accepted_at from acceptance a join person p on p.id = a.person where a.document = $1 order by a.accepted_at desc, p.id limit $2;

-- one document_counts(document document.id)                                           by web, writer
select count(*) as accepted:whole from acceptance where document = $1;

-- change document_told(document document_notice.document, person document_notice.person, step document_notice.step, now document_notice.told_at) by writer
insert into document_notice (document, person, step, told_at) values ($1, $2, $3, $4) on conflict (document, person, step) do nothing;

-- one document_reminded(document document_notice.document)                            by web, writer
select coalesce(max(step), 0) as step:whole, max(told_at) as told_at:moment from document_notice where document = $1;
