-- What a programme points to elsewhere, and whether it still stands there.

-- list resources_of(programme resource.programme, limit whole)                        by web, writer
select r.id, r.slug, r.title, r.url, r.about, r.role, r.position, r.is_retired, r.is_room, coalesce(l.finding, 'unseen') as finding:resource_look.finding,
       coalesce(l.status, 0) as status:resource_look.status, l.looked_at, l.failing_since_at, l.dead_at
from resource r left join resource_look l on l.resource = r.id
where r.programme = $1 order by r.is_retired, r.position, r.id limit $2;

-- list resources_dead(programme resource.programme, limit whole)                      by web, writer
select r.id, r.title, r.url, l.finding, l.status, l.failing_since_at, l.looked_at
from resource r join resource_look l on l.resource = r.id
where r.programme = $1 and r.is_retired = 0 and l.dead_at is not null order by l.dead_at, r.id limit $2;

-- add resource_set(id resource.id, programme resource.programme, slug resource.slug, title resource.title, url resource.url, about resource.about,
--                  role resource.role, position resource.position, is_retired resource.is_retired, now resource.made_at, is_room resource.is_room) by writer
insert into resource (id, programme, slug, title, url, about, role, position, is_retired, made_at, is_room) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (programme, slug) do update set title = excluded.title, url = excluded.url, about = excluded.about, role = excluded.role,
  position = excluded.position, is_retired = excluded.is_retired, is_room = excluded.is_room;

-- change resource_look_anew(programme resource.programme, slug resource.slug, now resource_look.due_at) by writer
insert into resource_look (resource, due_at) select id, $3 from resource where programme = $1 and slug = $2 and is_retired = 0
on conflict (resource) do update set due_at = excluded.due_at, looked_at = null, finding = 'unseen', status = 0, failing_since_at = null, dead_at = null;

-- change resource_look_end(programme resource.programme, slug resource.slug)          by writer
delete from resource_look where resource in (select id from resource where programme = $1 and slug = $2 and is_retired = 1);

-- list resource_looks_due(now resource_look.due_at, limit whole)                      by courier
select l.resource, l.due_at, r.url from resource_look l join resource r on r.id = l.resource where l.due_at <= $1 order by l.due_at, l.resource limit $2;

-- one resource_look_of(resource resource_look.resource, due_at resource_look.due_at)  by writer
select failing_since_at, dead_at from resource_look where resource = $1 and due_at = $2;

-- change resource_look_set(resource resource_look.resource, due_at resource_look.due_at, looked_at resource_look.looked_at, finding resource_look.finding,
--                          status resource_look.status, failing_since_at resource_look.failing_since_at, dead_at resource_look.dead_at) by writer
update resource_look set due_at = $2, looked_at = $3, finding = $4, status = $5, failing_since_at = $6, dead_at = $7 where resource = $1;
