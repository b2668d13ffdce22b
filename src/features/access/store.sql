-- Sessions, ways in, forms already sent, and the record of what happened.

-- one visitor_by_session(hash session.hash, slug programme.slug)                      by web, writer, memo
select s.id, s.is_shared, s.started_at, s.seen_at, s.ends_at, s.factor_at,
       p.id as person, p.name, p.email, p.zone, p.language, p.theme, p.has_keys, p.is_admin,
       ((select count(*) from role h where h.person = p.id and h.role in ('coordinator', 'escalation')) + (select count(*) from responder f where f.person = p.id)) as is_high:bool,
       (select coalesce(max(w.until_at), 0) from stand_in w where w.deputy = p.id) as deputy_until:stand_in.until_at,
       (select count(*) from factor f where f.person = p.id and f.confirmed_at is not null) as has_factor:bool,
       coalesce(g.id, 0) as programme:programme.id, coalesce(g.version, 0) as version:whole, coalesce(g.name, '') as programme_name:programme.name,
       coalesce(b.id, 0) as membership:membership.id,
       (select coalesce(sum(case r.role when 'mentee' then 1 when 'coordinator' then 2 when 'escalation' then 4 else 0 end), 0)
        from role r where r.programme = g.id and r.person = p.id) as roles:whole,
       (select count(*) from responder f where f.programme = g.id and f.person = p.id) as is_responder:bool,
       (select count(*) from reviewer w where w.programme = g.id and w.person = p.id) as is_reviewer:bool,
       (select count(*) from (select 1 from question_form x where x.programme = g.id and x.slug in ('mentee', 'mentor') limit 1) few) as asks_forms:bool,
       case when g.shape = 'rounds' then 1 else 0 end as has_openings:bool,
       (select count(*) from (select 1 from service y where y.programme = g.id and y.is_retired = 0 limit 1) few) as has_services:bool,
       (select coalesce(max(u.until_at), 0) from stand_in u where u.deputy = p.id and u.programme = g.id) as stands_in_until:stand_in.until_at,
       coalesce(m.id, 0) as mentor:mentor.id, coalesce(m.state, '') as mentor_state:mentor.state, coalesce(m.running, 0) as running:whole,
       coalesce(m.hours, 0) as hours:whole,
       case when exists (select 1 from setting d where d.programme = g.id and d.name = 'directory.audience' and d.value = 'off') then 0 else 1 end as has_directory:bool,
       (select count(*) from (select 1 from request q where q.programme = g.id and q.state in ('open', 'needs-detail') limit 1000) few) as open_count:whole
from session s join person p on p.id = s.person
left join programme g on g.slug = $2
left join membership b on b.programme = g.id and b.person = p.id and b.left_at is null
left join mentor m on m.programme = g.id and m.person = p.id
where s.hash = $1;

-- add session_add(id session.id, hash session.hash, person session.person, is_shared session.is_shared,
--                 started session.started_at, ends session.ends_at)                   by writer
insert into session (id, hash, person, is_shared, started_at, seen_at, ends_at) values ($1, $2, $3, $4, $5, $5, $6);

-- change person_signed_in(id person.id, now person.signed_in_at)                        by writer
update person set signed_in_at = $2 where id = $1;

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
select p.is_admin, ((select count(*) from role h where h.person = p.id and h.role in ('coordinator', 'escalation')) + (select count(*) from responder f where f.person = p.id)) as coordinates:whole,
       (select coalesce(max(w.until_at), 0) from stand_in w where w.deputy = p.id) as deputy_until:stand_in.until_at,
       (select count(*) from factor f where f.person = p.id and f.confirmed_at is not null) as has_factor:bool
from person p where p.id = $1;

-- add way_in_add(id way_in.id, hash way_in.hash, kind way_in.kind, person way_in.person, made way_in.made_at, expires way_in.expires_at,
--                browser way_in.browser_hash, code way_in.code_mac)                    by writer, cli
insert into way_in (id, hash, kind, person, made_at, expires_at, browser_hash, code_mac) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- one way_in_by_browser(browser way_in.browser_hash, now way_in.expires_at)           by web, writer
select w.id, w.person, w.code_mac, w.tries from way_in w
where w.browser_hash = $1 and w.kind = 'sign-in' and w.used_at is null and w.expires_at > $2
order by w.id desc limit 1;

-- change way_in_tried(id way_in.id)                                                   by writer
update way_in set tries = tries + 1 where id = $1;

-- change way_in_drop_of_browser(browser way_in.browser_hash)                          by writer
delete from way_in where browser_hash = $1 and used_at is null;

-- one mails_to(email_folded person.email_folded, since letter.made_at)                by writer
select p.id, (select count(*) from letter l where l.recipient = p.id and l.kind = 'L52' and l.made_at > $2) as mails:whole
from person p where p.email_folded = $1;

-- one way_in_by_hash(hash way_in.hash, kind way_in.kind)                              by web, writer
select w.id, w.expires_at, w.used_at, coalesce(w.person, 0) as person:person.id, coalesce(p.name, '') as name:person.name, w.browser_hash
from way_in w left join person p on p.id = w.person
where w.hash = $1 and w.kind = $2;

-- change way_in_use(id way_in.id, now way_in.used_at)                                 by writer
update way_in set used_at = $2 where id = $1 and used_at is null and expires_at > $2;

-- change way_in_clean(before way_in.expires_at)                                       by writer, cli
delete from way_in where expires_at < $1;

-- change way_in_drop_unused(kind way_in.kind)                                         by writer, cli
delete from way_in where kind = $1 and used_at is null;

-- one form_sent_of(principal form_sent.principal, route form_sent.route, key form_sent.form_key) by web, writer
select body_hash, status, location, answer, tag from form_sent where principal = $1 and route = $2 and form_key = $3;

-- add form_sent_add(id form_sent.id, principal form_sent.principal, route form_sent.route, key form_sent.form_key,
--                   body_hash form_sent.body_hash, status form_sent.status, location form_sent.location, answer form_sent.answer,
--                   tag form_sent.tag, now form_sent.made_at) by writer
insert into form_sent (id, principal, route, form_key, body_hash, status, location, answer, tag, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- change form_sent_clean(before form_sent.made_at, most whole)                        by writer
delete from form_sent where id in (select id from form_sent where made_at < $1 order by made_at limit $2);

-- add event_add(id event.id, programme event.programme, request event.request, person event.person, actor event.actor,
--               kind event.kind, detail event.detail, before event.state_before, after event.state_after, now event.happened_at) by writer
insert into event (id, programme, request, person, actor, kind, detail, state_before, state_after, happened_at)
values ($1, $2, $3, $4, $5, $6, $7, $8,
        coalesce((select state || case when merged_into is not null then ': merged' when is_unanswered = 1 then ': unanswered' when outcome = '' then '' else ': ' || outcome end from request where id = $3), $9), $10);

-- list events_of(programme event.programme, after event.id, limit whole)              by web
select e.id, e.kind, e.detail, e.state_before, e.state_after, e.happened_at, coalesce(e.request, 0) as request:request.id,
       coalesce(a.name, '') as actor_name:person.name, coalesce(p.name, '') as person_name:person.name,
       (select count(*) from event_seal s where s.event = e.id) as is_sealed:bool
from event e left join person a on a.id = e.actor left join person p on p.id = e.person
where e.programme = $1 and ($2 = 0 or e.id < $2)
order by e.id desc limit $3;

-- one programme_by_slug(slug programme.slug)                                          by web, writer
select id, version from programme where slug = $1;

-- one visitor_by_token(hash token.hash, slug programme.slug, now token.ends_at)        by web, writer
select t.id, t.scope, coalesce(t.programme, 0) as only:programme.id,
       p.id as person, p.name, p.email, p.zone, p.language,
       coalesce(g.id, 0) as programme:programme.id, coalesce(g.version, 0) as version:whole, coalesce(g.name, '') as programme_name:programme.name,
       coalesce(b.id, 0) as membership:membership.id,
       (select coalesce(sum(case r.role when 'mentee' then 1 when 'coordinator' then 2 when 'escalation' then 4 else 0 end), 0)
        from role r where r.programme = g.id and r.person = p.id) as roles:whole,
       (select count(*) from reviewer w where w.programme = g.id and w.person = p.id) as is_reviewer:bool,
       (select coalesce(max(u.until_at), 0) from stand_in u where u.deputy = p.id and u.programme = g.id) as stands_in_until:stand_in.until_at,
       coalesce(m.id, 0) as mentor:mentor.id, coalesce(m.state, '') as mentor_state:mentor.state, coalesce(m.running, 0) as running:whole,
       coalesce(m.hours, 0) as hours:whole
from token t join person p on p.id = t.person
left join programme g on g.slug = $2
left join membership b on b.programme = g.id and b.person = p.id and b.left_at is null
left join mentor m on m.programme = g.id and m.person = p.id
where t.hash = $1 and t.ends_at > $3;

-- add token_add(id token.id, hash token.hash, person token.person, programme token.programme, name token.name, scope token.scope,
--               made token.made_at, ends token.ends_at)                               by writer, cli
insert into token (id, hash, person, programme, name, scope, made_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- one token_count(person token.person)                                                by web, writer, cli
select count(*) as tokens:whole from token where person = $1;

-- list tokens_of(person token.person, now token.ends_at, limit whole)                 by web, writer, cli
select t.id, t.name, t.scope, t.made_at, t.ends_at, coalesce(g.name, '') as programme_name:programme.name
from token t left join programme g on g.id = t.programme
where t.person = $1 and t.ends_at > $2 order by t.id desc limit $3;

-- change token_drop(id token.id, person token.person)                                 by writer, cli
delete from token where id = $1 and person = $2;

-- change token_clean(person token.person, now token.ends_at)                          by writer, cli
delete from token where person = $1 and ends_at <= $2;

-- list events_unsealed(limit whole)                                                   by writer
select e.id, e.programme, e.request, e.person, e.actor, e.kind, e.detail, e.state_before, e.state_after, e.happened_at
from event_waiting w join event e on e.id = w.event
order by w.event limit $1;

-- change seal_done(event event_waiting.event)                                         by writer
delete from event_waiting where event = $1;

-- one seal_head(programme event_seal.programme)                                       by writer
select place, hash from event_seal where programme = $1 order by place desc limit 1;

-- add seal_add(event event_seal.event, programme event_seal.programme, place event_seal.place, hash event_seal.hash, now event_seal.sealed_at) by writer
insert into event_seal (event, programme, place, hash, sealed_at) values ($1, $2, $3, $4, $5);

-- list seals_of(programme event_seal.programme, place event_seal.place, limit whole)   by cli
select s.event, s.programme as chain, s.place, s.hash, case when e.id is null then 1 else 0 end as is_gone:bool,
       coalesce(e.programme, 0) as programme:programme.id, coalesce(e.request, 0) as request:request.id,
       coalesce(e.person, 0) as person:person.id, coalesce(e.actor, 0) as actor:person.id, coalesce(e.kind, '') as kind:event.kind,
       coalesce(e.detail, '') as detail:event.detail, coalesce(e.state_before, '') as state_before:event.state_before,
       coalesce(e.state_after, '') as state_after:event.state_after, coalesce(e.happened_at, 0) as happened_at:event.happened_at,
       coalesce(e.is_erased, 0) as is_erased:bool
from event_seal s left join event e on e.id = s.event
where (s.programme, s.place) > ($1, $2)
order by s.programme, s.place limit $3;

-- list seal_heads(limit whole)                                                         by writer, cli
select p.slug as slug:text, s.place, s.hash from programme p
join event_seal s on s.programme = p.id and s.place = (select max(x.place) from event_seal x where x.programme = p.id)
union all
select '-' as slug:text, s.place, s.hash from event_seal s
where s.programme = 0 and s.place = (select max(x.place) from event_seal x where x.programme = 0)
order by slug limit $1;

-- one seal_with(slug programme.slug, hash event_seal.hash)                              by cli
select s.place from event_seal s where s.hash = $2 and s.programme = coalesce((select p.id from programme p where p.slug = $1), 0);

-- one events_lost()                                                                   by cli
select count(*) as events:whole, coalesce(min(e.id), 0) as first:event.id from event e
where not exists (select 1 from event_seal s where s.event = e.id)
  and not exists (select 1 from event_waiting w where w.event = e.id);
