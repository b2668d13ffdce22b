-- The first schema: people, their ways in, programmes as data, the request desk, and the record of what happened.
-- Every column says its privacy class (TRUST.md's classes; "pseudonym" = an id of a person, "content" = words people wrote).
-- All moments are microseconds UTC; 0 is written as null where a column may be empty.

create table person (
  id            integer not null primary key,                 -- class: none
  name          text    not null,                             -- class: members
  name_folded   text    not null,                             -- class: members      for sorting and finding
  email         text    not null,                             -- class: personal
  email_folded  text    not null unique,                      -- class: personal
  zone          text    not null default 'UTC',               -- class: personal     IANA name
  languages     text    not null default 'English',           -- class: personal     as typed, comma between
  pronouns      text    not null default '',                  -- class: members
  theme         text    not null default '' check (theme in ('', 'light', 'dark')), -- class: none
  has_keys      integer not null default 1,                   -- class: none         single-letter keys on pages
  is_admin      integer not null default 0,                   -- class: none
  joined_at     integer not null                              -- class: none
) strict;

create table session (
  id            integer not null primary key,                 -- class: none
  hash          blob    not null unique,                      -- class: secret       SHA-256 of the cookie's token
  person        integer not null references person,           -- class: pseudonym
  is_shared     integer not null default 0,                   -- class: none         "this is a shared computer"
  started_at    integer not null,                             -- class: none
  seen_at       integer not null,                             -- class: none
  ends_at       integer not null                              -- class: none
) strict;
create index session_by_person on session (person, seen_at);

-- A way in that works once: printed by the operator or the demo, or the first set-up of a server.
create table way_in (
  id            integer not null primary key,                 -- class: none
  hash          blob    not null unique,                      -- class: secret
  kind          text    not null check (kind in ('sign-in', 'setup')), -- class: none
  person        integer references person,                    -- class: pseudonym    null for set-up
  made_at       integer not null,                             -- class: none
  expires_at    integer not null,                             -- class: none
  used_at       integer                                       -- class: none
) strict;

-- One answer for one form: a form sent twice has one effect.
create table form_sent (
  id            integer not null primary key,                 -- class: none
  principal     text    not null,                             -- class: pseudonym    id of the person, or a hash before sign-in
  route         text    not null,                             -- class: none
  form_key      text    not null,                             -- class: none
  body_hash     blob    not null,                             -- class: secret
  status        integer not null,                             -- class: none
  location      text    not null,                             -- class: none
  made_at       integer not null,                             -- class: none
  unique (principal, route, form_key)
) strict;
create index form_sent_by_age on form_sent (made_at);

create table programme (
  id            integer not null primary key,                 -- class: none
  slug          text    not null unique,                      -- class: public
  name          text    not null,                             -- class: public
  mark          text    not null,                             -- class: public       before request numbers: "OC"
  shape         text    not null check (shape in ('queue', 'rounds', 'pairs', 'groups')), -- class: public
  summary       text    not null,                             -- class: public
  zone          text    not null,                             -- class: public
  version       integer not null,                             -- class: none         raised by every change of its data
  last_number   integer not null default 0,                   -- class: none
  made_at       integer not null                              -- class: none
) strict;

create table setting (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  name          text    not null,                             -- class: none
  value         text    not null,                             -- class: none
  unique (programme, name)
) strict;

create table service (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  slug          text    not null,                             -- class: public
  name          text    not null,                             -- class: public
  hint          text    not null default '',                  -- class: public
  position      integer not null,                             -- class: none
  is_retired    integer not null default 0,                   -- class: none         old requests keep it, new ones cannot choose it
  unique (programme, slug)
) strict;

create table affiliation (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  slug          text    not null,                             -- class: public
  name          text    not null,                             -- class: public
  position      integer not null,                             -- class: none
  unique (programme, slug)
) strict;

create table skill (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  name          text    not null,                             -- class: public
  area          text    not null default '',                  -- class: public       heading in lists
  unique (programme, name)
) strict;

-- Every way to write a skill, its own name among them, folded: no two skills share one.
create table skill_alias (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  skill         integer not null references skill,            -- class: none
  folded        text    not null,                             -- class: public
  written       text    not null,                             -- class: public
  unique (programme, folded)
) strict;
create index skill_alias_by_skill on skill_alias (skill);

create table document (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  slug          text    not null,                             -- class: public
  title         text    not null,                             -- class: public
  version       integer not null,                             -- class: none
  markdown      text    not null,                             -- class: public
  published_at  integer not null,                             -- class: none
  unique (programme, slug, version)
) strict;

create table acceptance (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: pseudonym
  document      integer not null references document,         -- class: none
  accepted_at   integer not null,                             -- class: personal
  unique (person, document)
) strict;

create table membership (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: pseudonym
  affiliation   integer references affiliation,               -- class: confidential
  joined_at     integer not null,                             -- class: none
  unique (programme, person)
) strict;
create index membership_by_person on membership (person);

create table role (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: pseudonym
  role          text    not null check (role in ('mentee', 'mentor', 'coordinator', 'escalation')), -- class: members
  since_at      integer not null,                             -- class: none
  unique (programme, person, role)
) strict;
create index role_by_person on role (person);

create table mentor (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: pseudonym
  state         text    not null check (state in ('pending', 'active', 'declined', 'left')), -- class: members
  away_until_at integer,                                      -- class: members
  capacity      integer not null check (capacity between 1 and 20), -- class: members
  running       integer not null default 0 check (running >= 0),    -- class: none   claims held now
  hours         integer not null default 0,                   -- class: personal     7 x 3 parts of the week, bits
  bio           text    not null default '',                  -- class: members
  reason        text    not null default '',                  -- class: content      why declined
  asked_at      integer not null,                             -- class: none
  decided_at    integer,                                      -- class: none
  last_act_at   integer not null,                             -- class: none
  unique (programme, person)
) strict;
create index mentor_by_state on mentor (programme, state, asked_at);

create table mentor_skill (
  mentor        integer not null references mentor,           -- class: none
  skill         integer not null references skill,            -- class: members
  level         integer not null default 0 check (level between 0 and 3), -- class: members  0 = not said
  primary key (mentor, skill)
) strict;
create index mentor_skill_by_skill on mentor_skill (skill, mentor);

create table mentor_service (
  mentor        integer not null references mentor,           -- class: none
  service       integer not null references service,          -- class: members
  primary key (mentor, service)
) strict;

create table request (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  number        integer,                                      -- class: none         null while a draft
  mentee        integer not null references person,           -- class: pseudonym
  state         text    not null check (state in ('draft', 'reserved', 'open', 'needs-detail', 'claimed', 'scheduled', 'closed')), -- class: none
  step          text    not null default '',                  -- class: none         last step of the wizard that was saved
  service       integer references service,                   -- class: content
  title         text    not null default '',                  -- class: content
  details       text    not null default '',                  -- class: content
  is_unsure     integer not null default 0,                   -- class: content      "not sure which skills"
  skills        text    not null default '',                  -- class: content      names of request_skill, comma between, for lists
  skill_count   integer not null default 0,                   -- class: none
  language      text    not null default '',                  -- class: content
  search        text    not null default '',                  -- class: content      title and skills, folded, for finding
  medium        text    not null default '' check (medium in ('', 'any', 'chat', 'voice', 'video')), -- class: content
  hours         integer not null default 0,                   -- class: personal     7 x 3 parts of the week in the mentee's zone, bits
  question      text    not null default '',                  -- class: content      what a mentor or coordinator wants to know
  affiliation   integer references affiliation,               -- class: confidential
  shows_name    integer not null default 0,                   -- class: none
  named_mentor  integer references person,                    -- class: pseudonym
  reserved_until_at integer,                                  -- class: none
  claimer       integer references person,                    -- class: pseudonym
  claimed_at    integer,                                      -- class: none
  lease_due_at  integer,                                      -- class: none
  contacted_at  integer,                                      -- class: none         first sign of contact under the present claim
  attempts      integer not null default 0,                   -- class: none         of the present claim
  session_at    integer,                                      -- class: personal
  session_zone  text    not null default '',                  -- class: personal
  session_local text    not null default '',                  -- class: personal     wall time meant, YYYY-MM-DDTHH:MM
  outcome       text    not null default '' check (outcome in ('', 'held', 'unreachable', 'withdrawn', 'declined')), -- class: content
  held_on       text    not null default '',                  -- class: personal     YYYY-MM-DD
  next_steps    text    not null default '',                  -- class: content      for the mentee
  reason        text    not null default '',                  -- class: content      of a close by a coordinator
  helpful       text    not null default '' check (helpful in ('', 'helped', 'partly', 'not')), -- class: confidential
  helpful_words text    not null default '',                  -- class: confidential
  follow_up_of  integer references request,                   -- class: none
  releases      integer not null default 0,                   -- class: none
  version       integer not null default 1,                   -- class: none
  saved_at      integer not null,                             -- class: none         last change
  sent_at       integer,                                      -- class: none
  waiting_since_at integer,                                   -- class: none         null while the waiting clock stands
  waited_us     integer not null default 0,                   -- class: none         waited before waiting_since_at
  closed_at     integer,                                      -- class: none
  unique (programme, number)
) strict;
create index request_waiting on request (programme, state, sent_at, id);
create index request_by_mentee on request (mentee, programme, sent_at);
create index request_by_claimer on request (claimer, programme, state);
create index request_by_programme on request (programme, sent_at, id);
create unique index request_one_draft on request (programme, mentee) where state = 'draft';
create index request_by_lease on request (lease_due_at) where lease_due_at is not null;
create index request_by_hold on request (reserved_until_at) where state = 'reserved';
create index request_by_origin on request (follow_up_of) where follow_up_of is not null;

create table request_skill (
  request       integer not null references request,          -- class: none
  skill         integer not null references skill,            -- class: content
  primary key (request, skill)
) strict;
create index request_skill_by_skill on request_skill (skill, request);

create table claim (
  id            integer not null primary key,                 -- class: none
  request       integer not null references request,          -- class: none
  mentor        integer not null references person,           -- class: pseudonym
  claimed_at    integer not null,                             -- class: none
  ended_at      integer,                                      -- class: none
  ended_by      integer references person,                    -- class: pseudonym
  ending        text    not null default '' check (ending in ('', 'undone', 'released', 'lapsed', 'unassigned', 'closed')), -- class: none
  reason        text    not null default ''                   -- class: content
) strict;
create unique index claim_one_live on claim (request) where ended_at is null;
create index claim_by_request on claim (request, claimed_at);
create index claim_by_mentor on claim (mentor, claimed_at);

create table attempt (
  id            integer not null primary key,                 -- class: none
  request       integer not null references request,          -- class: none
  mentor        integer not null references person,           -- class: pseudonym
  claim         integer not null references claim,            -- class: none
  tried_on      text    not null,                             -- class: content      YYYY-MM-DD, the mentor's day
  tried_at      integer not null,                             -- class: none
  way           text    not null check (way in ('chat', 'email', 'voice', 'other')), -- class: content
  words         text    not null default '',                  -- class: content
  made_at       integer not null                              -- class: none
) strict;
create index attempt_by_request on attempt (request, tried_at);

create table note (
  id            integer not null primary key,                 -- class: none
  request       integer not null references request,          -- class: none
  author        integer not null references person,           -- class: pseudonym
  audience      text    not null check (audience in ('author', 'pair', 'coordinators')), -- class: none
  words         text    not null,                             -- class: confidential
  written_at    integer not null                              -- class: none
) strict;
create index note_by_request on note (request, written_at);

-- A mentor who passed on a request, or may not have it: hidden from that mentor alone.
create table aside (
  request       integer not null references request,          -- class: none
  person        integer not null references person,           -- class: pseudonym
  why           text    not null check (why in ('passed', 'excluded')), -- class: confidential
  suggested     integer references person,                    -- class: pseudonym    a colleague whom the mentor suggested
  set_at        integer not null,                             -- class: none
  primary key (request, person)
) strict;
create index aside_by_suggested on aside (suggested, set_at) where suggested is not null;

-- What happened, to whom, by whom: append-only, written by the transaction that did it.
create table event (
  id            integer not null primary key,                 -- class: none
  programme     integer references programme,                 -- class: none
  request       integer references request,                   -- class: none
  person        integer references person,                    -- class: pseudonym    the person it is about, if any
  actor         integer references person,                    -- class: pseudonym    null: the server itself
  kind          text    not null,                             -- class: none         a row of access/events.def
  detail        text    not null default '',                  -- class: content
  happened_at   integer not null                              -- class: none
) strict;
create index event_by_request on event (request, id) where request is not null;
create index event_by_person on event (person, id) where person is not null;
create index event_by_programme on event (programme, id);
