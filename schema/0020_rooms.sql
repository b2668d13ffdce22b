-- A programme's own rooms: who may be announced there, what a room is called, which posts a coordinator took out, and who is invited.

alter table mentor add column may_announce integer not null default 0; -- class: members      they ticked that a new mentor may be told of
alter table chat_room add column name text not null default '';       -- class: none         as Slack calls it; empty: not asked yet
alter table chat_post add column is_withdrawn integer not null default 0; -- class: none     a coordinator took it out; nothing posts it again by itself
create index chat_room_to_ask on chat_room (asked_at);

-- Where somebody goes on after they linked their account: what they had begun in Slack.
alter table chat_ticket add column next text not null default '';     -- class: none         a path of ours

-- Who acted in Slack and is linked to nobody: Slack is asked for their address, if the operator allows it (SLACK.md 8).
create table chat_lookup (
  team          text    not null,                                     -- class: personal
  chat_user     text    not null,                                     -- class: personal
  made_at       integer not null,                                     -- class: none
  asked_at      integer,                                              -- class: none         null: not asked yet
  primary key (team, chat_user)
) strict;
create index chat_lookup_waiting on chat_lookup (made_at) where asked_at is null;

-- Somebody is invited into a room, too. The column is made anew, since SQLite changes no check.
alter table letter add column act_before text not null default '';    -- class: none
update letter set act_before = act;
alter table letter drop column act;
alter table letter add column act text not null default '' check (act in ('', 'post', 'reply', 'edit', 'delete', 'answer', 'open', 'home', 'unfurl', 'invite')); -- class: none
update letter set act = act_before where act_before <> '';
alter table letter drop column act_before;
create index letter_homes on letter (address, not_before_at) where act = 'home';
