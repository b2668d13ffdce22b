-- Slack: who is who there, what it told us already, which message stands for which request, and the app's installation (SLACK.md).

-- Who came from Slack alone has no address yet: person.email is empty then, and person.email_folded holds "slack:TEAM:USER", which is
-- no address, so no form takes it for one.

-- Somebody's account in a workspace. It alone says who acts: never a name, never an address in a message.
create table chat_link (
  id            integer not null primary key,                 -- class: none
  team          text    not null,                             -- class: personal
  chat_user     text    not null,                             -- class: personal
  person        integer not null references person,           -- class: pseudonym
  linked_at     integer not null,                             -- class: none
  stale_at      integer,                                      -- class: none         Slack said that nobody can be written to there
  unique (team, chat_user)
) strict;
create index chat_link_by_person on chat_link (person);

-- An address that joins an account of Slack with one of ours: ten minutes, once, and only by a press.
create table chat_ticket (
  id            integer not null primary key,                 -- class: none
  hash          blob    not null unique,                      -- class: secret
  team          text    not null,                             -- class: personal
  chat_user     text    not null,                             -- class: personal
  made_at       integer not null,                             -- class: none
  expires_at    integer not null,                             -- class: none
  used_at       integer                                       -- class: none
) strict;
create index chat_ticket_by_end on chat_ticket (expires_at);

-- What was told to us and what we answered: told again, it is answered the same and does nothing.
create table chat_seen (
  source        text    not null,                             -- class: none         "slack-action", "slack-event" …
  outer_id      text    not null,                             -- class: pseudonym
  answer        text    not null,                             -- class: confidential
  seen_at       integer not null,                             -- class: none
  primary key (source, outer_id)
) strict;
create index chat_seen_by_age on chat_seen (seen_at);

-- The one message that stands for a request in the mentors' room.
create table chat_post (
  request       integer not null primary key references request, -- class: none
  channel       text    not null,                             -- class: none
  ts            text    not null default '',                  -- class: none         Slack's name of it; empty: not there yet
  is_late       integer not null default 0,                   -- class: none         posted after Slack had been away
  made_at       integer not null                              -- class: none
) strict;

-- Rooms as Slack described them; one that was never asked about counts as public.
create table chat_room (
  channel       text    not null primary key,                 -- class: none
  is_private    integer not null,                             -- class: none
  is_member     integer not null,                             -- class: none         the bot is
  asked_at      integer not null                              -- class: none
) strict;

-- Who was mentioned under a request: so many a week and no more.
create table chat_mention (
  request       integer not null references request,          -- class: none
  person        integer not null references person,           -- class: pseudonym
  mentioned_at  integer not null,                             -- class: none
  primary key (request, person)
) strict;
create index chat_mention_by_person on chat_mention (person, mentioned_at);

-- The workspace that the app is in.
create table chat_install (
  team          text    not null primary key,                 -- class: none
  app           text    not null,                             -- class: none
  bot_user      text    not null,                             -- class: none
  scopes        text    not null default '',                  -- class: none
  sealed        blob,                                         -- class: secret       the bot's token, for the courier alone; null: it is a setting
  installed_at  integer not null                              -- class: none
) strict;

-- What a letter to Slack is: words to a person (empty), or an act on a room, a message or a view, whose body is finished JSON.
alter table letter add column act text not null default '' check (act in ('', 'post', 'reply', 'edit', 'delete', 'answer', 'open', 'home', 'unfurl')); -- class: none
alter table letter add column target text not null default '';  -- class: confidential of 'open' the trigger, of 'delete' the message, of 'unfurl' the ids
alter table letter add column instead text not null default ''; -- class: confidential of 'open': what is answered if it comes too late
