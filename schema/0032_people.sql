-- What people say of themselves beyond their name, who is listed in a programme's directory, and by what they are found there.

alter table person add column initials text not null default '';       -- class: members      as they want them; empty: made of the name
alter table person add column title text not null default '';          -- class: members
alter table person add column company text not null default '';        -- class: members
alter table person add column links text not null default '';          -- class: members      one a line, http or https
alter table person add column about text not null default '';          -- class: members
alter table mentor add column offer text not null default '';          -- class: members      one line
alter table membership add column hours integer not null default 0;    -- class: personal     7 x 3 parts of the week, bits
alter table membership add column is_listed integer not null default 0; -- class: none        in the directory for members, as a mentee; mentors are
alter table membership add column is_public integer not null default 0; -- class: none        … and for everybody
alter table membership add column turn integer not null default 0;     -- class: none         by chance: where in the directory they stand

-- By what somebody is found in the directory: a letter for the list (m mentors, e mentees, M and E what everybody may see), one for the kind
-- (* all, s skill, v service, l language, z zone, w a word of the name), and what it is. Made anew whenever one of them changes.
create table listed_term (
  programme     integer not null references programme,        -- class: none
  term          text    not null,                             -- class: members
  turn          integer not null,                             -- class: none
  person        integer not null references person,           -- class: pseudonym
  primary key (programme, term, turn, person)
) strict;
create index listed_term_by_person on listed_term (person, programme);

-- Who is there already is listed by the clock.
insert into job (id, programme, kind, subject, state, due_at, made_at) select id + 11, id, 'programme-listing', id, 'waiting', 0, 0 from programme;

-- Two people kept apart by one of them; the other never learns. label: what whoever did it knows of them, if it is not their name.
create table block (
  id            integer not null unique,                      -- class: none
  blocker       integer not null references person,           -- class: pseudonym
  blocked       integer not null references person,           -- class: pseudonym
  label         text    not null default '',                  -- class: personal     the address that they typed
  made_at       integer not null,                             -- class: none
  primary key (blocker, blocked)
) strict;
create index block_by_blocked on block (blocked, blocker);

-- The same for an address that nobody here has yet.
create table block_ahead (
  id            integer not null unique,                      -- class: none
  blocker       integer not null references person,           -- class: pseudonym
  email_folded  text    not null,                             -- class: personal
  label         text    not null,                             -- class: personal     as they typed it
  made_at       integer not null,                             -- class: none
  primary key (blocker, email_folded)
) strict;
create index block_ahead_by_email on block_ahead (email_folded);

-- Another address that somebody asked for: theirs once the link that went to it is opened.
create table email_change (
  id            integer not null primary key,                 -- class: none
  hash          blob    not null unique,                      -- class: secret       SHA-256 of the link's token
  person        integer not null references person,           -- class: pseudonym
  email         text    not null,                             -- class: personal
  email_folded  text    not null,                             -- class: personal
  made_at       integer not null,                             -- class: none
  expires_at    integer not null                              -- class: none
) strict;
create index email_change_by_person on email_change (person, made_at);
