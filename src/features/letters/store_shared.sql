-- The outbox. Two conditions hold everywhere: who settles a letter names the number of the hold, and only one that waits, or whose hold is over, is taken.
-- A letter that waits or is held has no ended_at, and no other has none: most indexes hold these alone, and are left alone where one is taken.

-- How many were written to somebody today is counted among the newest fifty, so that it never costs more: fewer make the cap.

-- one letter_reader_of(person person.id, topic letter_choice.topic, since letter.made_at) by writer, cli
select p.id, p.name, p.email, p.zone, p.language, coalesce(c.channel, case when p.email = '' then 'slack' else 'mail' end) as channel:letter_choice.channel,
       coalesce(c.is_daily, 0) as is_daily:letter_choice.is_daily,
       coalesce((select k.chat_user from chat_link k join chat_install i on i.team = k.team where k.person = p.id and k.stale_at is null and (i.stopped_at is null or p.email = '') order by k.linked_at desc limit 1), '') as chat_user:chat_link.chat_user,
       coalesce(q.quiet_from, 22) as quiet_from:whole, coalesce(q.quiet_to, 7) as quiet_to:whole, coalesce(q.digest_hour, -1) as digest_hour:whole,
       coalesce(q.paused_until_at, 0) as paused_until:correspondent.paused_until_at, case when q.refused_email = p.email_folded then coalesce(q.refused_at, 0) else 0 end as refused:correspondent.refused_at,
       (select count(*) from (select l.state from letter l where l.recipient = p.id and l.made_at > $3 and l.haste <> 'now' order by l.made_at desc limit 50) few where few.state <> 'cancelled') as today:whole
from person p left join letter_choice c on c.person = p.id and c.topic = $2 left join correspondent q on q.person = p.id
where p.id = $1;

-- add letter_add(id letter.id, programme letter.programme, kind letter.kind, request letter.request, recipient letter.recipient,
--                channel letter.channel, address letter.address, order_key letter.order_key, fields letter.fields, sealed letter.sealed,
--                haste letter.haste, goes_stale letter.goes_stale, not_before letter.not_before_at, expires letter.expires_at, made letter.made_at,
--                is_daily letter.is_daily, language letter.language, draft letter.draft_at) by writer, cli
insert into letter (id, programme, kind, request, recipient, channel, address, order_key, fields, sealed, haste, state, goes_stale, not_before_at, expires_at, made_at, is_daily, language, draft_at, text_version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12, $13, $14, $15, $16, $17, $18,
        coalesce((select max(t.version) from letter_text t where t.programme = $2 and t.kind = $3), 0));

-- add letter_post_add(id letter.id, programme letter.programme, kind letter.kind, address letter.address, order_key letter.order_key,
--                     fields letter.fields, haste letter.haste, expires letter.expires_at, now letter.made_at, language letter.language) by writer
insert into letter (id, programme, kind, channel, act, address, order_key, fields, haste, state, not_before_at, expires_at, made_at, language, text_version)
values ($1, $2, $3, 'slack', 'post', $4, $5, $6, $7, 'waiting', $9, $8, $9, $10,
        coalesce((select max(t.version) from letter_text t where t.programme = $2 and t.kind = $3), 0));

-- Drafts of the waiting ladder: until a coordinator lets one go it is due in a time that does not come.

-- one letter_draft(id letter.id, programme letter.programme)                          by writer
select kind, request, recipient, state, draft_at from letter where id = $1 and programme = $2;

-- change letter_draft_go(id letter.id, leaves letter.not_before_at, key letter.order_key, is_daily letter.is_daily) by writer
update letter set draft_at = null, not_before_at = $2, order_key = $3, is_daily = $4 where id = $1 and draft_at is not null and ended_at is null;

-- change letter_draft_drop(id letter.id, now letter.ended_at, trouble letter.trouble) by writer
update letter set state = 'cancelled', ended_at = $2, trouble = $3, sealed = null where id = $1 and draft_at is not null and ended_at is null;

-- change letter_drafts_drop(request letter.request, kind letter.kind, now letter.ended_at) by writer
update letter set state = 'cancelled', ended_at = $3, trouble = 'a newer one took its place', sealed = null
where request = $1 and kind = $2 and draft_at is not null and ended_at is null and state = 'waiting';

-- What it offers to do is open as long as if it were written when it leaves.
-- change letter_tokens_renew(person tap.person, request tap.request, until tap.expires_at) by writer
update tap set expires_at = $3 where person = $1 and request = $2 and used_at is null;

-- change letters_cancel_kind(request letter.request, kind letter.kind, now letter.ended_at) by writer
update letter set state = 'cancelled', ended_at = $3, trouble = 'it moved on' where request = $1 and kind = $2 and ended_at is null and state = 'waiting'
  and carrier is null and (is_daily = 0 or body = '');

-- change letters_cancel_stale(request letter.request, now letter.ended_at)            by writer
update letter set state = 'cancelled', ended_at = $2, trouble = 'it moved on' where request = $1 and goes_stale = 1 and ended_at is null and state = 'waiting'
  and carrier is null and (is_daily = 0 or body = '');

-- list letters_due(channel letter.channel, now letter.not_before_at, limit whole)     by courier, writer
select l.id, l.act, l.address, l.request from letter l
where l.channel = $1 and l.ended_at is null and l.carrier is null and l.not_before_at <= $2 and (l.held_until_at is null or l.held_until_at <= $2)
  and not exists (select 1 from letter o where o.order_key = l.order_key and o.ended_at is null and o.id < l.id and (o.not_before_at <= $2 or o.tries > 0))
order by l.not_before_at, l.id limit $3;

-- list letters_due_now(channel letter.channel, now letter.not_before_at, limit whole) by courier, writer
select l.id, l.act, l.address, l.request from letter l
where l.channel = $1 and l.haste = 'now' and l.ended_at is null and l.not_before_at <= $2 and (l.held_until_at is null or l.held_until_at <= $2)
order by l.not_before_at, l.id limit $3;

-- one letter_to_take(id letter.id, now letter.not_before_at)                           by writer
select hold_no, kind, programme, text_version, case when body = '' and (act = '' or (act = 'post' and request is null)) then 1 else 0 end as lacks_words:whole,
       case when body = '' and act = 'home' then 1 else 0 end as lacks_home:whole, fields, expires_at, act, request, recipient, made_at, is_daily, order_key, language
from letter where id = $1 and not_before_at <= $2 and ended_at is null and carrier is null and (held_until_at is null or held_until_at <= $2);

-- A hold that is over before its letter was settled belonged to a courier that died: what it sent to Slack may have been taken (it is looked for before it
-- is sent again), and counts as lost once, however many couriers die, so that it leaves in the end.

-- take letter_hold(id letter.id, holder letter.holder, now letter.not_before_at, until letter.held_until_at) by writer
update letter set state = 'held', held_until_at = $4, holder = $2, hold_no = hold_no + 1, first_tried_at = coalesce(first_tried_at, $3),
       lost = case when held_until_at is not null and lost = 0 and channel = 'slack' then 1 else lost end, lost_at = coalesce(held_until_at, lost_at)
where id = $1 and not_before_at <= $3 and ended_at is null and carrier is null and (held_until_at is null or held_until_at <= $3)
returning hold_no;

-- take letter_hold_in_words(id letter.id, holder letter.holder, now letter.not_before_at, until letter.held_until_at, subject letter.subject, body letter.body) by writer
update letter set state = 'held', held_until_at = $4, holder = $2, hold_no = hold_no + 1, first_tried_at = coalesce(first_tried_at, $3), subject = $5, body = $6,
       lost = case when held_until_at is not null and lost = 0 and channel = 'slack' then 1 else lost end, lost_at = coalesce(held_until_at, lost_at)
where id = $1 and not_before_at <= $3 and ended_at is null and carrier is null and (held_until_at is null or held_until_at <= $3)
returning hold_no;

-- list letters_to_carry(key letter.order_key, carrier letter.id, now letter.not_before_at, limit whole) by writer
select id, kind, programme, text_version, fields, language from letter
where order_key = $1 and ended_at is null and state = 'waiting' and carrier is null and id > $2 and body = '' and not_before_at <= $3 and (expires_at is null or expires_at > $3)
order by id limit $4;

-- change letter_carry(id letter.id, carrier letter.id)                                by writer
update letter set carrier = $2 where id = $1 and state = 'waiting';

-- list letters_carried(carrier letter.id, limit whole)                                by courier, writer
select l.id, l.kind, l.recipient, l.subject, l.body, l.sealed, l.fields, l.language, coalesce(g.name, '') as programme_name:programme.name
from letter l left join programme g on g.id = l.programme
where l.carrier = $1 order by l.id limit $2;

-- change letters_carried_end(carrier letter.id, state letter.state, now letter.ended_at, trouble letter.trouble) by writer
update letter set state = $2, ended_at = $3, trouble = $4, tries = tries + 1, sealed = null where carrier = $1 and state = 'waiting';

-- change letter_keep_words(id letter.id, subject letter.subject, body letter.body)    by writer
update letter set subject = $2, body = $3 where id = $1;

-- one letter_own_text(programme letter_text.programme, kind letter_text.kind, version letter_text.version) by web, writer
select subject, body from letter_text where programme = $1 and kind = $2 and version = $3;

-- one letter_to_send(id letter.id, hold letter.hold_no)                               by courier, writer
select l.id, l.kind, l.channel, l.act, l.recipient, l.address, l.target, l.subject, l.body, l.sealed, l.fields, l.request, l.made_at, l.tries, l.trouble, l.is_daily, l.language, l.lost, l.lost_at,
       coalesce((select t.ts from chat_post t where t.request = l.request), '') as post_ts:chat_post.ts,
       coalesce(p.name, '') as recipient_name:person.name, coalesce(g.name, '') as programme_name:programme.name, coalesce(g.slug, '') as programme_slug:programme.slug
from letter l left join person p on p.id = l.recipient left join programme g on g.id = l.programme
where l.id = $1 and l.hold_no = $2 and l.state = 'held';

-- change letter_forsake(holder letter.holder)                                         by writer
update letter set state = 'waiting', held_until_at = null, lost = case when lost = 0 and channel = 'slack' then 1 else lost end, lost_at = held_until_at
where holder = $1 and state = 'held';

-- take letter_sent(id letter.id, hold letter.hold_no, now letter.ended_at, ref letter.answer_ref) by writer
update letter set state = 'sent', ended_at = $3, held_until_at = null, answer_ref = $4, trouble = '', tries = tries + 1, sealed = null
where id = $1 and hold_no = $2 and state = 'held'
returning kind, recipient, channel, act, request, address, is_daily;

-- one letter_tries(id letter.id, hold letter.hold_no)                                 by writer
select kind, haste, tries, channel, act, address, instead, recipient, programme, request, first_tried_at, expires_at from letter where id = $1 and hold_no = $2 and state = 'held';

-- change letter_put_off(id letter.id, hold letter.hold_no, due letter.not_before_at, tries letter.tries, trouble letter.trouble) by writer
update letter set state = 'waiting', held_until_at = null, not_before_at = $3, tries = $4, trouble = $5
where id = $1 and hold_no = $2 and state = 'held';

-- change letter_lost(id letter.id, hold letter.hold_no, now letter.lost_at)            by writer
update letter set lost = lost + 1, lost_at = $3 where id = $1 and hold_no = $2 and state = 'held';

-- change letter_not_tried(id letter.id, hold letter.hold_no, due letter.not_before_at, now letter.not_before_at, trouble letter.trouble) by writer
update letter set state = 'waiting', held_until_at = null, not_before_at = $3, trouble = $5,
       first_tried_at = first_tried_at + $4 - case when not_before_at > first_tried_at then not_before_at else first_tried_at end
where id = $1 and hold_no = $2 and state = 'held';

-- change letter_end(id letter.id, hold letter.hold_no, state letter.state, now letter.ended_at, trouble letter.trouble) by writer
update letter set state = $3, held_until_at = null, ended_at = $4, trouble = $5, sealed = null
where id = $1 and hold_no = $2 and state = 'held';

-- add letter_act_add(id letter.id, programme letter.programme, kind letter.kind, request letter.request, recipient letter.recipient, address letter.address,
--                    act letter.act, target letter.target, body letter.body, instead letter.instead, subject letter.subject, order_key letter.order_key,
--                    haste letter.haste, goes_stale letter.goes_stale, not_before letter.not_before_at, expires letter.expires_at, now letter.made_at) by writer
insert into letter (id, programme, kind, request, recipient, channel, address, order_key, fields, haste, state, goes_stale, not_before_at, expires_at, made_at,
                    act, target, subject, body, instead)
values ($1, $2, $3, $4, $5, 'slack', $6, $12, '', $13, 'waiting', $14, $15, $16, $17, $7, $8, $11, $9, $10);

-- change letter_home_renew(address letter.address, target letter.target)              by writer
update letter set target = case when $2 = '' then target else $2 end where act = 'home' and address = $1 and state = 'waiting' and body = '';

-- one letter_home_last(address letter.address)                                        by writer
select coalesce(max(not_before_at), 0) as leaves:letter.not_before_at from letter where act = 'home' and address = $1;

-- change letter_act_renew(request letter.request, body letter.body)                   by writer
update letter set body = $2 where request = $1 and channel = 'slack' and act in ('post', 'edit') and ended_at is null and state = 'waiting';

-- change letter_act_reword(id letter.id, body letter.body)                            by writer
update letter set body = $2 where id = $1;

-- change letters_cancel_room(request letter.request, now letter.ended_at)             by writer
update letter set state = 'cancelled', ended_at = $2, trouble = 'it moved on'
where request = $1 and channel = 'slack' and act in ('post', 'edit', 'reply') and ended_at is null and state = 'waiting';

-- list letters_replies_of(request letter.request, kind letter.kind, limit whole)      by writer
select id, answer_ref, address, subject from letter where request = $1 and act = 'reply' and kind = $2 and state = 'sent' order by id limit $3;

-- change letter_goes_by_mail(id letter.id, hold letter.hold_no, now letter.not_before_at) by writer
update letter set channel = 'mail', address = (select p.email from person p where p.id = letter.recipient), state = 'waiting', held_until_at = null,
       not_before_at = $3, tries = 0, first_tried_at = null, trouble = 'Slack could not be reached, so it goes by mail'
where id = $1 and hold_no = $2 and state = 'held' and channel = 'slack' and act = ''
  and exists (select 1 from person p where p.id = letter.recipient and p.email <> '');

-- change letters_go_by_mail(before letter.not_before_at, now letter.not_before_at)    by writer
update letter set channel = 'mail', address = (select p.email from person p where p.id = letter.recipient), not_before_at = $2, tries = 0, first_tried_at = null,
       trouble = 'Slack could not be reached, so it goes by mail'
where channel = 'slack' and ended_at is null and act = '' and state = 'waiting' and not_before_at < $1
  and exists (select 1 from person p where p.id = letter.recipient and p.email <> '');

-- change letter_raise(id letter.id, now letter.not_before_at)                         by writer
update letter set state = 'waiting', not_before_at = $2, tries = 0, lost = 0, ended_at = null, expires_at = null, hold_no = hold_no + 1,
       carrier = case when id = $1 then null else carrier end
where (id = $1 or carrier = $1) and state = 'given-up' and body <> '';

-- change reader_refused(person correspondent.person, now correspondent.refused_at)    by writer
insert into correspondent (person, refused_at, refused_email) select p.id, $2, p.email_folded from person p where p.id = $1
on conflict (person) do update set refused_at = $2, refused_email = excluded.refused_email;

-- change reader_letter_refused(person correspondent.person, now correspondent.refused_at, most whole) by writer
insert into correspondent (person, refusals) values ($1, 1)
on conflict (person) do update set refusals = correspondent.refusals + 1,
  refused_at = case when correspondent.refusals + 1 >= $3 then $2 else correspondent.refused_at end,
  refused_email = case when correspondent.refusals + 1 >= $3 then (select p.email_folded from person p where p.id = $1) else correspondent.refused_email end;

-- change reader_is_fine(person correspondent.person)                                  by writer
update correspondent set refusals = 0 where person = $1 and refusals > 0;

-- list readers_refused(programme membership.programme, limit whole)                   by web, writer
select p.id, p.name, q.refused_at from correspondent q join person p on p.id = q.person
where q.refused_at is not null and q.refused_email = p.email_folded
  and exists (select 1 from membership m where m.person = p.id and m.programme = $1 and m.left_at is null)
order by q.refused_at, p.id limit $2;

-- list letters_in_trouble(programme letter.programme, since letter.ended_at, limit whole) by web, writer
select l.id, l.kind, l.channel, l.subject, l.trouble, l.ended_at, l.request, p.id as reader:person.id, p.name
from letter l join person p on p.id = l.recipient
where l.programme = $1 and l.state = 'given-up' and l.settled_at is null and l.ended_at > $2
order by l.ended_at, l.id limit $3;

-- change letter_known(id letter.id, programme letter.programme, now letter.settled_at) by writer
update letter set settled_at = $3 where id = $1 and programme = $2 and state = 'given-up' and settled_at is null;

-- change letter_goes_by_chat(id letter.id, hold letter.hold_no, now letter.not_before_at) by writer
update letter set channel = 'slack', state = 'waiting', held_until_at = null, not_before_at = $3, tries = 0, first_tried_at = null,
       trouble = 'mail was refused, so it goes by Slack',
       address = (select k.chat_user from chat_link k join chat_install i on i.team = k.team where k.person = letter.recipient and k.stale_at is null and i.stopped_at is null
                  order by k.linked_at desc limit 1)
where id = $1 and hold_no = $2 and state = 'held' and channel = 'mail' and kind <> 'L52' and is_daily = 0
  and exists (select 1 from chat_link k join chat_install i on i.team = k.team where k.person = letter.recipient and k.stale_at is null and i.stopped_at is null);

-- change channel_says(name channel.name, is_down channel.is_down, now channel.since_at, trouble channel.trouble) by writer
insert into channel (name, is_down, since_at, trouble) values ($1, $2, $3, $4)
on conflict (name) do update set is_down = $2, since_at = case when channel.is_down = $2 then channel.since_at else $3 end, trouble = $4;

-- change channel_failed(name channel.name, now channel.since_at)                     by writer
insert into channel (name, is_down, since_at, trouble, failures) values ($1, 0, $2, '', 1)
on conflict (name) do update set failures = channel.failures + 1;

-- one channel_called(name channel.name)                                              by writer
select is_down, since_at, told_at from channel where name = $1;

-- change channel_told(name channel.name, now channel.told_at)                         by writer
update channel set told_at = $2 where name = $1 and is_down = 1 and told_at is null;

-- take channel_told_end(name channel.name)                                            by writer
update channel set told_at = null where name = $1 and told_at is not null returning since_at;

-- list channels_now(limit whole)                                                      by web, writer, cli, memo
select name, is_down, since_at, trouble, failures from channel order by name limit $1;

-- list channels_shut(room channel.name, limit whole)                                  by web, writer
select name, since_at from channel where is_down = 1 and name in ('slack', 'slack-token', $1) order by name limit $2;

-- Without the subjects that hold the number of an application: whose it is may be hidden from who reviews it (F052).
-- list letters_of_programme(programme letter.programme, state text, before letter.id, limit whole) by web, writer, cli
select l.id, l.kind, l.channel, l.state, case when l.kind in ('L19', 'L22', 'L23', 'L24') then '' else l.subject end as subject:letter.subject, l.trouble, l.tries, l.made_at,
       case when l.draft_at is not null and l.ended_at is null then l.draft_at else l.not_before_at end as not_before_at:letter.not_before_at, l.ended_at, l.request, l.draft_at,
       coalesce(p.name, '') as recipient_name:person.name
from letter l left join person p on p.id = l.recipient
where l.programme = $1 and ($2 = '' or l.state = $2) and ($3 = 0 or l.id < $3)
order by l.id desc limit $4;

-- Letters about reports are on no list, so that nobody counts them.
-- list letters_of_server(state letter.state, before letter.id, limit whole)           by web, writer, cli
select l.id, l.kind, l.channel, l.state, l.trouble, l.tries, l.made_at,
       case when l.draft_at is not null and l.ended_at is null then l.draft_at else l.not_before_at end as not_before_at:letter.not_before_at, l.ended_at, l.answer_ref,
       coalesce(p.name, '') as recipient_name:person.name, coalesce(g.slug, '') as programme_slug:programme.slug
from letter l left join person p on p.id = l.recipient left join programme g on g.id = l.programme
where l.state = $1 and ($2 = 0 or l.id < $2) and l.kind not in ('L45', 'L46', 'L47')
order by l.id desc limit $3;

-- one letter_programme(id letter.id)                                                  by writer
select coalesce(programme, 0) as programme:programme.id from letter where id = $1;

-- list letter_texts_of(programme letter_text.programme, limit whole)                  by web, writer
select t.kind, t.version, t.body, t.made_at, coalesce(a.name, '') as author_name:person.name
from letter_text t left join person a on a.id = t.author
where t.programme = $1 and t.version = (select max(n.version) from letter_text n where n.programme = $1 and n.kind = t.kind)
order by t.kind limit $2;

-- one letter_text_newest(programme letter_text.programme, kind letter_text.kind)      by web, writer
select version, subject, body from letter_text where programme = $1 and kind = $2 order by version desc limit 1;

-- add letter_text_add(id letter_text.id, programme letter_text.programme, kind letter_text.kind, version letter_text.version,
--                     subject letter_text.subject, body letter_text.body, author letter_text.author, made letter_text.made_at) by writer
insert into letter_text (id, programme, kind, version, subject, body, author, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- one letters_state(now letter.not_before_at)                                         by web, writer, cli
select coalesce((select min(not_before_at) from letter where ended_at is null and not_before_at <= $1), 0) as oldest_due:letter.not_before_at,
       (select count(*) from (select 1 from letter where state = 'given-up' limit 1000) g) as given_up:whole,
       (select count(*) from (select 1 from letter where ended_at is null limit 1000) w) as waiting:whole;

-- list outbox_now(now letter.not_before_at, limit whole)                              by web, writer
select channel, count(*) as pending:whole,
       coalesce(min(case when not_before_at <= $1 then not_before_at end), 0) as oldest_due:letter.not_before_at
from letter where ended_at is null group by channel order by channel limit $2;

-- change letters_wipe(before letter.ended_at, most whole)                             by writer
update letter set fields = '', subject = case when kind = 'L52' then '' else subject end, body = '', sealed = null
where id in (select id from letter where body <> '' and ended_at < $1 order by ended_at limit $2);

-- change letters_sweep(before letter.ended_at, most whole)                            by writer
delete from letter where id in (select old.id from (select id, ended_at from letter order by id limit $2) old where old.ended_at < $1);

-- list letter_choices_of(person letter_choice.person, limit whole)                    by web, writer
select topic, channel, is_daily from letter_choice where person = $1 order by topic limit $2;

-- change letter_choice_set(person letter_choice.person, topic letter_choice.topic, channel letter_choice.channel, is_daily letter_choice.is_daily) by writer
insert into letter_choice (person, topic, channel, is_daily) values ($1, $2, $3, $4) on conflict (person, topic) do update set channel = $3, is_daily = $4;

-- change letter_choices_daily_end(person letter_choice.person)                        by writer
update letter_choice set channel = 'off', is_daily = 0 where person = $1 and is_daily = 1;

-- one correspondent_of(person person.id, now stand_in.until_at)                       by web, writer
select coalesce(q.quiet_from, 22) as quiet_from:whole, coalesce(q.quiet_to, 7) as quiet_to:whole, coalesce(q.digest_hour, -1) as digest_hour:whole,
       q.paused_until_at, case when q.refused_email = p.email_folded then q.refused_at end as refused_at:correspondent.refused_at,
       (select count(*) from (select 1 from chat_link k join chat_install i on i.team = k.team where k.person = p.id and k.stale_at is null and i.stopped_at is null limit 1) few) as is_in_chat:whole,
       (select count(*) from (select 1 from membership b join mentor m on m.programme = b.programme and m.person = b.person where b.person = p.id limit 1) few) as is_mentor:whole,
       (select count(*) from (select 1 from role r where r.person = p.id and r.role in ('coordinator', 'escalation') limit 1) few)
       + (select count(*) from (select 1 from stand_in s where s.deputy = p.id and s.until_at > $2 limit 1) few) as looks_after:whole
from person p left join correspondent q on q.person = p.id where p.id = $1;

-- change correspondent_set(person correspondent.person, quiet_from correspondent.quiet_from, quiet_to correspondent.quiet_to,
--                          digest_hour correspondent.digest_hour, paused_until correspondent.paused_until_at) by writer
insert into correspondent (person, quiet_from, quiet_to, digest_hour, paused_until_at) values ($1, $2, $3, $4, $5)
on conflict (person) do update set quiet_from = $2, quiet_to = $3, digest_hour = $4, paused_until_at = $5;

-- change correspondent_tried_again(person correspondent.person)                       by writer
update correspondent set refused_at = null, refusals = 0 where person = $1;

-- change letters_were_sent(until letter.not_before_at)                                by cli
update letter set state = 'sent', ended_at = not_before_at, tries = 1, sealed = null where state = 'waiting' and not_before_at <= $1;
