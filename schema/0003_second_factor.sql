-- Second factors, their recovery codes, resets by another administrator, forms kept over a sign-in, and the proof of the master key.

-- When the session passed the second factor last; null: signed in by a link alone.
alter table session add column factor_at integer;             -- class: none

create table factor (
  id            integer not null primary key,                 -- class: none
  person        integer not null references person,           -- class: pseudonym
  kind          text    not null check (kind in ('totp')),    -- class: none         passkeys later
  sealed        blob    not null,                             -- class: secret       the seed (src/secrets/seal.h)
  made_at       integer not null,                             -- class: none
  confirmed_at  integer,                                      -- class: none         null until its first code was right
  last_step     integer not null default 0                    -- class: none         of the last code that was taken: none works twice
) strict;
create unique index factor_one on factor (person, kind) where confirmed_at is not null;
create unique index factor_started on factor (person, kind) where confirmed_at is null;    -- being set up, also beside one in use

-- Wrong codes in a row, by what they were given for: somebody who guesses at the sign-in pauses no live session.
create table factor_miss (
  id            integer not null primary key,                 -- class: none
  person        integer not null references person,           -- class: pseudonym
  step          text    not null check (step in ('sign-in', 'session')), -- class: none
  misses        integer not null,                             -- class: none
  paused_until_at integer,                                    -- class: none
  unique (person, step)
) strict;

create table recovery_code (
  id            integer not null primary key,                 -- class: none
  person        integer not null references person,           -- class: pseudonym
  hash          blob    not null unique,                      -- class: secret       SHA-256 of 120 random bits
  made_at       integer not null,                             -- class: none
  used_at       integer                                       -- class: none
) strict;
create index recovery_code_by_person on recovery_code (person);

-- Somebody lost everything and another administrator helps; takes effect at the first sign-in after due_at.
create table factor_reset (
  id            integer not null primary key,                 -- class: none
  person        integer not null unique references person,    -- class: pseudonym
  asked_by      integer not null references person,           -- class: pseudonym
  asked_at      integer not null,                             -- class: none
  due_at        integer not null                              -- class: none
) strict;

-- A form that was posted with a session that was over, until the same person has signed in.
create table kept_form (
  id            integer not null primary key,                 -- class: none
  person        integer not null references person,           -- class: pseudonym
  target        text    not null,                             -- class: pseudonym    its address
  sealed        blob    not null,                             -- class: secret       what was typed
  expires_at    integer not null,                             -- class: none
  offered_at    integer                                       -- class: none         shown after a sign-in
) strict;
create index kept_form_by_person on kept_form (person, expires_at);

-- That the master key in use is the one that sealed this database.
create table seal_proof (
  number        integer not null primary key,                 -- class: none         of the key
  proof         blob    not null,                             -- class: secret       a known word, sealed
  made_at       integer not null                              -- class: none
) strict;
