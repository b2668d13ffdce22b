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
from membership b where b.person = $1 and b.left_at is null order by b.id limit $2;

-- change chat_requests_move(old request.mentee, heir request.mentee)                  by writer
update request set mentee = $2, version = version + 1 where mentee = $1 and state <> 'draft' and (claimer is null or claimer <> $2);

-- add chat_oauth_add(id chat_oauth.id, asked_by chat_oauth.asked_by, sealed chat_oauth.sealed, made chat_oauth.made_at, expires chat_oauth.expires_at) by writer
insert into chat_oauth (id, asked_by, sealed, state, made_at, expires_at) values ($1, $2, $3, 'waiting', $4, $5);

-- change chat_oauth_over(now chat_oauth.ended_at)                                     by writer
update chat_oauth set state = 'failed', trouble = 'another one came', sealed = null, ended_at = $1 where state = 'waiting';

-- change chat_oauth_end(id chat_oauth.id, state chat_oauth.state, trouble chat_oauth.trouble, now chat_oauth.ended_at) by writer
update chat_oauth set state = $2, trouble = $3, sealed = null, ended_at = $4 where id = $1 and state = 'waiting';

-- change chat_oauth_sweep(before chat_oauth.made_at, most whole)                      by writer
delete from chat_oauth where id in (select id from chat_oauth where made_at < $1 order by id limit $2);

-- list chat_oauth_newest(limit whole)                                                 by web, writer
select id, state, trouble, expires_at, ended_at from chat_oauth order by id desc limit $1;

-- change chat_install_stop(team chat_install.team, why chat_install.stopped_why, now chat_install.stopped_at) by writer
update chat_install set stopped_at = $3, stopped_why = $2 where team = $1 and (stopped_at is null or stopped_why <> $2);

-- change chat_install_connect(team chat_install.team, app chat_install.app, bot_user chat_install.bot_user, scopes chat_install.scopes,
--                             sealed chat_install.sealed, now chat_install.installed_at) by writer
insert into chat_install (team, app, bot_user, scopes, sealed, installed_at) values ($1, $2, $3, $4, $5, $6)
on conflict (team) do update set app = $2, bot_user = $3, scopes = $4, sealed = $5, installed_at = $6, stopped_at = null, stopped_why = '';

-- list admins(limit whole)                                                            by writer
select id as person:person.id from person where is_admin = 1 order by id limit $1;

-- list coordinators_of_room(channel chat_room.channel, usual chat_room.channel, limit whole) by writer
select distinct r.person from role r join programme p on p.id = r.programme left join setting s on s.programme = p.id and s.name = 'slack.room'
where r.role = 'coordinator' and p.shape = 'queue' and case when coalesce(s.value, '') = '' then $2 else s.value end = $1
order by r.person limit $3;

-- change chat_letters_go_by_mail(now letter.not_before_at)                            by writer
update letter set channel = 'mail', address = (select p.email from person p where p.id = letter.recipient), not_before_at = case when not_before_at > $1 then not_before_at else $1 end,
       tries = 0, first_tried_at = null, trouble = 'Slack takes nothing, so it goes by mail'
where channel = 'slack' and act = '' and state = 'waiting' and exists (select 1 from person p where p.id = letter.recipient and p.email <> '');

-- change chat_letters_hurry(now letter.not_before_at, until letter.not_before_at)      by writer
update letter set not_before_at = $1 where channel = 'slack' and state = 'waiting' and not_before_at > $1 and not_before_at <= $2 and trouble <> '';

-- change chat_kinds_go_on(now channel.since_at)                                       by writer
update channel set is_down = 0, since_at = $1, trouble = 'asked again' where name > 'slack:' and name < 'slack;' and is_down = 1;

-- change chat_channel_falls(name channel.name, now channel.since_at, trouble channel.trouble) by writer
insert into channel (name, is_down, since_at, trouble) values ($1, 1, $2, $3)
on conflict (name) do update set is_down = 1, since_at = $2, trouble = $3 where channel.is_down = 0;

-- change chat_room_is_fine(name channel.name)                                         by writer
delete from channel where name = $1 and is_down = 1;

-- change chat_channel_rises(name channel.name, now channel.since_at, trouble channel.trouble) by writer
update channel set is_down = 0, since_at = $2, trouble = $3 where name = $1 and is_down = 1;
