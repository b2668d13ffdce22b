-- Accounts, tickets, and what was told before.

-- one chat_link_of(team chat_link.team, chat_user chat_link.chat_user)                by web, writer
select k.id, k.person, k.stale_at, p.email, p.name from chat_link k join person p on p.id = k.person where k.team = $1 and k.chat_user = $2;

-- change chat_link_set(id chat_link.id, team chat_link.team, chat_user chat_link.chat_user, person chat_link.person, now chat_link.linked_at) by writer
insert into chat_link (id, team, chat_user, person, linked_at) values ($1, $2, $3, $4, $5)
on conflict (team, chat_user) do update set person = $4, linked_at = $5, stale_at = null;

-- change chat_link_fresh(id chat_link.id)                                             by writer
update chat_link set stale_at = null where id = $1 and stale_at is not null;

-- list chat_links_of(person chat_link.person, limit whole)                            by web, writer
select id, team, chat_user, linked_at, stale_at from chat_link where person = $1 order by linked_at limit $2;

-- change chat_link_drop(id chat_link.id, person chat_link.person)                     by writer
delete from chat_link where id = $1 and person = $2;

-- add chat_ticket_add(id chat_ticket.id, hash chat_ticket.hash, team chat_ticket.team, chat_user chat_ticket.chat_user, next chat_ticket.next,
--                     made chat_ticket.made_at, expires chat_ticket.expires_at)        by writer
insert into chat_ticket (id, hash, team, chat_user, next, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7);

-- one chat_ticket_of(hash chat_ticket.hash, now chat_ticket.expires_at)               by web, writer
select id, team, chat_user, next, used_at from chat_ticket where hash = $1 and expires_at > $2;

-- add chat_lookup_add(team chat_lookup.team, chat_user chat_lookup.chat_user, now chat_lookup.made_at) by writer
insert into chat_lookup (team, chat_user, made_at) values ($1, $2, $3) on conflict (team, chat_user) do nothing;

-- change chat_lookup_end(team chat_lookup.team, chat_user chat_lookup.chat_user, now chat_lookup.asked_at) by writer
update chat_lookup set asked_at = $3 where team = $1 and chat_user = $2 and asked_at is null;

-- change chat_lookups_sweep(before chat_lookup.made_at, most whole)                    by writer
delete from chat_lookup where (team, chat_user) in (select team, chat_user from chat_lookup where made_at < $1 order by made_at limit $2);

-- change chat_ticket_use(id chat_ticket.id, now chat_ticket.used_at)                  by writer
update chat_ticket set used_at = $2 where id = $1 and used_at is null;

-- change chat_tickets_sweep(before chat_ticket.expires_at, most whole)                by writer
delete from chat_ticket where id in (select id from chat_ticket where expires_at < $1 order by expires_at limit $2);

-- one chat_seen_of(source chat_seen.source, outer_id chat_seen.outer_id)              by web, writer
select answer from chat_seen where source = $1 and outer_id = $2;

-- add chat_seen_add(source chat_seen.source, outer_id chat_seen.outer_id, answer chat_seen.answer, now chat_seen.seen_at) by writer
insert into chat_seen (source, outer_id, answer, seen_at) values ($1, $2, $3, $4);

-- change chat_seen_sweep(before chat_seen.seen_at, most whole)                        by writer
delete from chat_seen where (source, outer_id) in (select source, outer_id from chat_seen where seen_at < $1 order by seen_at limit $2);

-- list chat_homes_of(person membership.person, limit whole)                           by writer
select b.programme, (select count(*) from role r where r.programme = b.programme and r.person = b.person and r.role = 'mentee') as has_asked:bool
from membership b where b.person = $1 order by b.id limit $2;

-- change chat_requests_move(old request.mentee, heir request.mentee)                  by writer
update request set mentee = $2, version = version + 1 where mentee = $1 and state <> 'draft' and (claimer is null or claimer <> $2);
