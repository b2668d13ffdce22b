-- What is written to people: an outbox for every channel, written by the transaction that causes it, emptied by the courier (TRUST.md 5.7).

create table letter (
  id            integer not null primary key,                 -- class: none         the key on every channel: a retry carries the same
  programme     integer references programme,                 -- class: none         null: of the whole server
  kind          text    not null,                             -- class: none         a row of letters/letters.def
  request       integer references request,                   -- class: none         what it is about
  recipient     integer references person,                    -- class: pseudonym    null: a room, or an address without an account
  channel       text    not null check (channel in ('mail', 'slack')), -- class: none
  address       text    not null,                             -- class: personal     of the channel
  order_key     text    not null,                             -- class: pseudonym    letters of one key leave one after the other
  fields        text    not null,                             -- class: confidential JSON: every value that it shows
  text_version  integer not null default 0,                   -- class: none         of the programme's own text; 0: the built-in one
  subject       text    not null default '',                  -- class: confidential rendered at the first try, then kept
  body          text    not null default '',                  -- class: confidential the same
  sealed        blob,                                         -- class: secret       tokens of its links, for the courier alone
  haste         text    not null check (haste in ('now', 'soon', 'bulk')), -- class: none
  state         text    not null check (state in ('waiting', 'held', 'sent', 'given-up', 'cancelled')), -- class: none
  goes_stale    integer not null default 0,                   -- class: none         pointless as soon as what it is about moves on
  not_before_at integer not null,                             -- class: none
  expires_at    integer,                                      -- class: none         null: as long as it takes
  tries         integer not null default 0,                   -- class: none         that were answered; a channel that is down does not count
  hold_no       integer not null default 0,                   -- class: none         fencing
  held_until_at integer,                                      -- class: none         the lease
  holder        integer not null default 0,                   -- class: none         which courier holds it
  answer_ref    text    not null default '',                  -- class: none         what the channel calls it
  trouble       text    not null default '',                  -- class: none         why not, in words without a name
  made_at       integer not null,                             -- class: none
  first_tried_at integer,                                     -- class: none
  ended_at      integer                                       -- class: none
) strict;
create index letter_due on letter (channel, not_before_at, id) where state in ('waiting', 'held');
create index letter_due_now on letter (channel, not_before_at, id) where haste = 'now' and state in ('waiting', 'held');
create index letter_order on letter (order_key, id) where state in ('waiting', 'held');
create index letter_by_request on letter (request) where state = 'waiting';
create index letter_by_programme on letter (programme, id);
create index letter_by_recipient on letter (recipient, made_at) where haste <> 'now' and state <> 'cancelled';
create index letter_asks on letter (recipient, made_at) where kind = 'L08';
create index letter_sign_ins on letter (recipient, made_at) where kind = 'L52';
create index letter_by_holder on letter (holder) where state = 'held';
create index letter_by_state on letter (state, id);
create index letter_to_wipe on letter (ended_at) where body <> '';

-- A programme's own words; the newest version of a kind is in force, an empty body means the built-in text again.
create table letter_text (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  kind          text    not null,                             -- class: none
  version       integer not null,                             -- class: none
  subject       text    not null,                             -- class: members
  body          text    not null,                             -- class: members
  author        integer references person,                    -- class: pseudonym
  made_at       integer not null,                             -- class: none
  unique (programme, kind, version)
) strict;

-- How somebody wants to be written to; without a row everything goes by mail, at once.
create table letter_choice (
  person        integer not null references person,           -- class: pseudonym
  topic         text    not null,                             -- class: none         a topic of letters/letters.def
  channel       text    not null check (channel in ('mail', 'slack', 'off')), -- class: none
  primary key (person, topic)
) strict;
create table correspondent (
  person        integer not null primary key references person, -- class: pseudonym
  quiet_from    integer not null default 22,                  -- class: personal     hour on the wall of their zone
  quiet_to      integer not null default 7,                   -- class: personal     the same as quiet_from: never quiet
  digest_hour   integer not null default -1,                  -- class: personal     what can wait comes once a day at this hour; -1: at once
  paused_until_at integer,                                    -- class: personal     only what cannot wait is sent until then
  refused_at    integer                                       -- class: personal     their address was refused for good
) strict;

-- Whether a channel works, as the courier saw it last.
create table channel (
  name          text    not null primary key,                 -- class: none
  is_down       integer not null,                             -- class: none
  since_at      integer not null,                             -- class: none
  trouble       text    not null                              -- class: none
) strict;

-- One act on one thing, for whoever holds the link (SLACK.md 16). It opens no session.
create table tap (
  id            integer not null primary key,                 -- class: none
  hash          blob    not null unique,                      -- class: secret
  person        integer not null references person,           -- class: pseudonym
  act           text    not null,                             -- class: none         a row of requests/taps.def
  request       integer references request,                   -- class: none
  made_at       integer not null,                             -- class: none
  expires_at    integer not null,                             -- class: none
  used_at       integer                                       -- class: none
) strict;
create index tap_by_end on tap (expires_at);

-- Links into an account go by mail now: only the browser that asked may use one, or whoever types the code there.
alter table way_in add column browser_hash blob;              -- class: secret       of the asking browser's cookie; null: any browser
alter table way_in add column code_mac blob;                  -- class: secret       HMAC of the code beside the link
create index way_in_by_browser on way_in (browser_hash) where browser_hash is not null;
alter table way_in add column tries integer not null default 0; -- class: none        of the code
