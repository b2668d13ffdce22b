-- Openings: a project's wish for people in a round, who is nominated for it, and whom it chose (PROGRAMMES.md 2.3, F036 to F038, F047).

create table opening (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  cohort        integer not null references cohort,           -- class: none
  contact       integer not null references person,           -- class: pseudonym    who declared it
  state         text    not null check (state in ('declared', 'returned', 'announced', 'accepting', 'surveying', 'matching', 'running', 'ended', 'withdrawn')), -- class: none
  project       text    not null,                             -- class: public
  url           text    not null,                             -- class: public       http or https
  goals         text    not null,                             -- class: public
  criteria      text    not null default '',                  -- class: public
  languages     text    not null default '',                  -- class: public       as the contact wrote them
  places        integer not null check (places >= 1),         -- class: public
  term          integer not null default 0 check (term between 0 and 24), -- class: public  months; 0 until it is announced: as the programme says
  minutes       integer not null default 0,                   -- class: public       at least to meet in a period; 0 until it is announced: as the programme says
  period        text    not null check (period in ('week', 'month')), -- class: public
  words         text    not null default '',                  -- class: personal     what a coordinator wrote to the contact
  lacks_mentor  integer not null default 0,                   -- class: none         1: came back because the project had elected nobody
  extended_to_at integer,                                     -- class: none         its own later end; null: as the round
  told          integer not null default 0,                   -- class: pseudonym    the last member whom it was announced to; 0: nobody yet
  stepped       integer not null default 0,                   -- class: none         bits: what the clock has done already
  listed_at     integer,                                      -- class: none         its contact got the short list
  choose_by_at  integer,                                      -- class: none         the date that the contact was told
  chosen_at     integer,                                      -- class: none         the contact has chosen
  version       integer not null default 1,                   -- class: none
  made_at       integer not null,                             -- class: none
  changed_at    integer not null,                             -- class: none
  announced_at  integer                                       -- class: none
) strict;
create index opening_by_programme on opening (programme, id);
create index opening_by_cohort on opening (cohort, id);
create index opening_by_contact on opening (contact, id);

-- Somebody whom a project wants as its mentor; they accept by sending an application.
create table nomination (
  id            integer not null primary key,                 -- class: none
  opening       integer not null references opening,          -- class: none
  person        integer not null references person,           -- class: pseudonym
  name          text    not null,                             -- class: personal     as the contact wrote it: of the account nothing is shown
  made_at       integer not null,                             -- class: none
  unique (opening, person)
) strict;
create index nomination_by_person on nomination (person);

alter table application add column opening integer references opening; -- class: none  null: for none in particular
alter table application add column elected_at integer; -- class: none  the project wants this mentor
alter table application add column chosen_at integer; -- class: none  the project wants this mentee
create index application_by_opening on application (opening, id);
