-- What the desk and the courier's commands ask about rooms and messages.

-- one chat_post_of(request chat_post.request)                                         by web, writer
select channel, ts, is_late, is_withdrawn, made_at from chat_post where request = $1;

-- add chat_post_add(request chat_post.request, channel chat_post.channel, now chat_post.made_at) by writer
insert into chat_post (request, channel, made_at) values ($1, $2, $3) on conflict (request) do update set channel = $2, ts = '', is_withdrawn = 0, made_at = $3;

-- change chat_post_is(request chat_post.request, ts chat_post.ts)                     by writer
update chat_post set ts = $2 where request = $1;

-- change chat_post_withdraw(request chat_post.request)                                by writer
update chat_post set is_withdrawn = 1, ts = '' where request = $1;

-- change chat_post_late(request chat_post.request)                                    by writer
update chat_post set is_late = 1 where request = $1;

-- change chat_post_drop(request chat_post.request)                                    by writer
delete from chat_post where request = $1 and ts = '';

-- one chat_room_of(channel chat_room.channel)                                         by web, writer
select is_private, is_member, asked_at, name from chat_room where channel = $1;

-- change chat_room_set(channel chat_room.channel, is_private chat_room.is_private, is_member chat_room.is_member, name chat_room.name,
--                      now chat_room.asked_at)                                         by writer
insert into chat_room (channel, is_private, is_member, name, asked_at) values ($1, $2, $3, $4, $5)
on conflict (channel) do update set is_private = $2, is_member = $3, name = case when $4 = '' then chat_room.name else $4 end, asked_at = $5;

-- list chat_lookups(limit whole)                                                       by courier
select team, chat_user from chat_lookup where asked_at is null order by made_at limit $1;

-- list chat_rooms_to_ask(before chat_room.asked_at, limit whole)                       by courier
select channel from chat_room where asked_at < $1 order by asked_at limit $2;

-- one chat_user_of(person chat_link.person)                                           by web, writer
select k.chat_user from chat_link k join chat_install i on i.team = k.team
where k.person = $1 and k.stale_at is null order by k.linked_at desc limit 1;

-- change chat_link_stale(person chat_link.person, now chat_link.stale_at)             by writer
update chat_link set stale_at = $2 where person = $1 and stale_at is null;

-- one chat_mentions_since(person chat_mention.person, since chat_mention.mentioned_at) by writer
select count(*) as times:whole from chat_mention where person = $1 and mentioned_at > $2;

-- add chat_mention_add(request chat_mention.request, person chat_mention.person, now chat_mention.mentioned_at) by writer
insert into chat_mention (request, person, mentioned_at) values ($1, $2, $3) on conflict (request, person) do nothing;

-- list chat_installed_in(limit whole)                                                  by web, writer, courier, cli
select team, app, bot_user, scopes, sealed, installed_at, stopped_at, stopped_why from chat_install order by installed_at desc limit $1;

-- change chat_install_set(team chat_install.team, app chat_install.app, bot_user chat_install.bot_user, scopes chat_install.scopes, now chat_install.installed_at) by writer
insert into chat_install (team, app, bot_user, scopes, installed_at) values ($1, $2, $3, $4, $5)
on conflict (team) do update set app = $2, bot_user = $3, scopes = case when $4 = '' then chat_install.scopes else $4 end, stopped_at = null, stopped_why = '';

-- change chat_install_forget(team chat_install.team)                                  by writer
update chat_install set sealed = null, scopes = '' where team = $1;

-- list chat_oauth_waiting(now chat_oauth.expires_at, limit whole)                      by courier
select id, sealed from chat_oauth where state = 'waiting' and expires_at > $1 order by id limit $2;

-- change chat_install_only(team chat_install.team)                                    by writer
delete from chat_install where team <> $1;
