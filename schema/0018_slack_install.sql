-- Installing the app over OAuth (SLACK.md 11), and what stops it (SLACK.md 10).

-- Why nothing of Slack is sent: the token is no longer good, or the app was taken out of the workspace. Null: it is fine, as far as we know.
alter table chat_install add column stopped_at integer;        -- class: none
alter table chat_install add column stopped_why text not null default ''; -- class: none         Slack's word for it

-- A consent that came back from Slack: its code, for the courier alone, until it was exchanged for a token.
create table chat_oauth (
  id            integer not null primary key,                 -- class: none
  asked_by      integer not null references person,           -- class: pseudonym
  sealed        blob,                                         -- class: secret       null: it was used, or is over
  state         text    not null check (state in ('waiting', 'done', 'failed')), -- class: none
  trouble       text    not null default '',                  -- class: none         Slack's word why not
  made_at       integer not null,                             -- class: none
  expires_at    integer not null,                             -- class: none
  ended_at      integer                                       -- class: none
) strict;
create index chat_oauth_due on chat_oauth (id) where state = 'waiting';

-- Who is told of what concerns the server.
create index person_admins on person (id) where is_admin = 1;
