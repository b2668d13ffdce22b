-- Sessions, ways in, forms already sent, and the record of what happened.

-- one visitor_by_session(hash session.hash, slug programme.slug)                      by web, writer
select s.id, s.is_shared, s.started_at, s.seen_at, s.ends_at,
       p.id as person, p.name, p.email, p.zone, p.theme, p.has_keys, p.is_admin,
       (select count(*) from role h where h.person = p.id and h.role = 'coordinator') as is_high:bool,
       coalesce(g.id, 0) as programme:programme.id, coalesce(g.version, 0) as version:whole, coalesce(g.name, '') as programme_name:programme.name,
       coalesce(b.id, 0) as membership:membership.id,
       (select coalesce(sum(case r.role when 'mentee' then 1 when 'coordinator' then 2 when 'escalation' then 4 else 0 end), 0)
        from role r where r.programme = g.id and r.person = p.id) as roles:whole,
       coalesce(m.id, 0) as mentor:mentor.id, coalesce(m.state, '') as mentor_state:mentor.state, coalesce(m.running, 0) as running:whole,
       coalesce(m.hours, 0) as hours:whole,
       (select count(*) from request q where q.programme = g.id and q.state in ('open', 'needs-detail')) as open_count:whole
from session s join person p on p.id = s.person
left join programme g on g.slug = $2
left join membership b on b.programme = g.id and b.person = p.id
left join mentor m on m.programme = g.id and m.person = p.id
where s.hash = $1;

-- add session_add(id session.id, hash session.hash, person session.person, is_shared session.is_shared,
--                 started session.started_at, ends session.ends_at)                   by writer
insert into session (id, hash, person, is_shared, started_at, seen_at, ends_at) values ($1, $2, $3, $4, $5, $5, $6);

-- change session_drop_extra(person session.person, keep whole, now session.ends_at)    by writer
delete from session where person = $1 and (ends_at <= $3 or id in
  (select id from session where person = $1 and ends_at > $3 order by seen_at desc, id desc limit 1000 offset $2));

-- change session_drop(id session.id, person session.person)                           by writer
delete from session where id = $1 and person = $2;

-- change session_drop_others(id session.id, person session.person)                    by writer
delete from session where id <> $1 and person = $2;

-- change session_drop_by_hash(hash session.hash)                                      by writer
delete from session where hash = $1;

-- change session_touch(id session.id, now session.seen_at)                            by writer
update session set seen_at = $2 where id = $1 and seen_at < $2;

-- list sessions_of(person session.person, now session.ends_at, limit whole)           by web, writer
select id, is_shared, started_at, seen_at from session where person = $1 and ends_at > $2 order by seen_at desc, id desc limit $3;

-- one person_is_high(person person.id)                                                by web, writer
select p.is_admin, (select count(*) from role h where h.person = p.id and h.role = 'coordinator') as coordinates:whole
from person p where p.id = $1;

-- add way_in_add(id way_in.id, hash way_in.hash, kind way_in.kind, person way_in.person, made way_in.made_at, expires way_in.expires_at) by writer, cli
insert into way_in (id, hash, kind, person, made_at, expires_at) values ($1, $2, $3, $4, $5, $6);

-- one way_in_by_hash(hash way_in.hash, kind way_in.kind)                              by web, writer
select w.id, w.expires_at, w.used_at, coalesce(w.person, 0) as person:person.id, coalesce(p.name, '') as name:person.name
from way_in w left join person p on p.id = w.person
where w.hash = $1 and w.kind = $2;

-- change way_in_use(id way_in.id, now way_in.used_at)                                 by writer
update way_in set used_at = $2 where id = $1 and used_at is null and expires_at > $2;

-- change way_in_clean(before way_in.expires_at)                                       by writer, cli
delete from way_in where expires_at < $1;

-- change way_in_drop_unused(kind way_in.kind)                                         by writer, cli
delete from way_in where kind = $1 and used_at is null;

-- one form_sent_of(principal form_sent.principal, route form_sent.route, key form_sent.form_key) by web, writer
select body_hash, status, location from form_sent where principal = $1 and route = $2 and form_key = $3;

-- add form_sent_add(id form_sent.id, principal form_sent.principal, route form_sent.route, key form_sent.form_key,
--                   body_hash form_sent.body_hash, status form_sent.status, location form_sent.location, now form_sent.made_at) by writer
insert into form_sent (id, principal, route, form_key, body_hash, status, location, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- change form_sent_clean(before form_sent.made_at, most whole)                        by writer
delete from form_sent where id in (select id from form_sent where made_at < $1 order by made_at limit $2);

-- add event_add(id event.id, programme event.programme, request event.request, person event.person, actor event.actor,
--               kind event.kind, detail event.detail, now event.happened_at)          by writer
insert into event (id, programme, request, person, actor, kind, detail, happened_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- one programme_by_slug(slug programme.slug)                                          by web, writer
select id, version from programme where slug = $1;
