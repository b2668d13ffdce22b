-- Documents as they are kept: versions, cards, acceptances. Other rooms may run these, by way of shelf.h.

-- one document_newest(programme document.programme, slug document.slug)               by web, writer
select d.id, d.title, d.version, d.markdown, d.published_at, d.hash, c.kind, c.role, c.audience, c.is_binding, c.is_retired, c.asked_since_at
from document d join document_card c on c.programme = d.programme and c.slug = d.slug
where d.programme = $1 and d.slug = $2 order by d.version desc limit 1;

-- one document_at(programme document.programme, slug document.slug, version document.version) by web, writer
select id, title, version, markdown, published_at, hash from document where programme = $1 and slug = $2 and version = $3;

-- list documents_of(programme document.programme, with_retired bool, limit whole)     by web, writer
select d.id, d.slug, d.title, d.version, d.published_at, c.kind, c.role, c.audience, c.is_binding, c.is_retired
from document_card c join document d on d.programme = c.programme and d.slug = c.slug
where c.programme = $1 and ($2 = 1 or c.is_retired = 0)
  and d.version = (select max(n.version) from document n where n.programme = c.programme and n.slug = c.slug)
order by (select min(f.id) from document f where f.programme = c.programme and f.slug = c.slug) limit $3;

-- add document_add(id document.id, programme document.programme, slug document.slug, title document.title, version document.version,
--                  markdown document.markdown, hash document.hash, author document.author, now document.published_at) by writer
insert into document (id, programme, slug, title, version, markdown, hash, author, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- add document_card_set(programme document_card.programme, slug document_card.slug, kind document_card.kind, role document_card.role,
--                       audience document_card.audience, is_binding document_card.is_binding, is_retired document_card.is_retired,
--                       since document_card.asked_since_at)                           by writer
insert into document_card (programme, slug, kind, role, audience, is_binding, is_retired, asked_since_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (programme, slug) do update set kind = excluded.kind, role = excluded.role, audience = excluded.audience,
       is_binding = excluded.is_binding, is_retired = excluded.is_retired, asked_since_at = excluded.asked_since_at;

-- Documents that somebody must have accepted, with the newest version that they did: what they have not accepted is asked since changed_at.
-- list documents_asked_of(programme document.programme, person person.id, as_mentee bool, as_mentor bool, as_coordinator bool, limit whole) by web, writer
with asked as (
  select d.id, d.programme, d.slug, d.title, d.version, d.hash, c.kind, c.role, c.asked_since_at,
         coalesce((select max(o.version) from acceptance a join document o on o.id = a.document
                   where a.person = $2 and o.programme = d.programme and o.slug = d.slug), 0) as accepted
  from document_card c join document d on d.programme = c.programme and d.slug = c.slug
  where c.programme = $1 and c.is_binding = 1 and c.is_retired = 0
    and (c.role = 'all' or (c.role = 'mentee' and $3 = 1) or (c.role = 'mentor' and $4 = 1) or (c.role = 'coordinator' and $5 = 1))
    and d.version = (select max(n.version) from document n where n.programme = c.programme and n.slug = c.slug)
)
select k.id, k.slug, k.title, k.version, k.hash, k.kind, k.role, k.asked_since_at, k.accepted:whole,
       (select min(n.published_at) from document n where n.programme = k.programme and n.slug = k.slug and n.version > k.accepted) as changed_at:moment,
       (select a.accepted_at from acceptance a where a.person = $2 and a.document = k.id) as accepted_at:moment,
       (select b.joined_at from membership b where b.programme = k.programme and b.person = $2) as joined_at:moment
from asked k order by k.id limit $6;

-- one acceptance_of(person acceptance.person, document acceptance.document)           by web, writer
select accepted_at from acceptance where person = $1 and document = $2;

-- add acceptance_add(id acceptance.id, programme acceptance.programme, person acceptance.person, document acceptance.document,
--                    hash acceptance.hash, now acceptance.accepted_at)                by writer
insert into acceptance (id, programme, person, document, hash, accepted_at) values ($1, $2, $3, $4, $5, $6) on conflict (person, document) do nothing;
