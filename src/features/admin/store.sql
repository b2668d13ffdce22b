-- The first administrator.

-- change person_set_admin(id person.id)                                               by writer
update person set is_admin = 1 where id = $1;

-- list channel_watchers(limit whole)                                                  by writer
select p.id as reader:person.id, coalesce(g.id, 0) as programme:programme.id, coalesce(g.slug, '') as slug:programme.slug, coalesce(g.name, '') as programme_name:programme.name
from person p left join programme g on g.id = (select min(r.programme) from role r where r.person = p.id and r.role = 'coordinator')
where p.is_admin = 1 or p.id in (select c.person from role c where c.role = 'coordinator')
order by p.id limit $1;
