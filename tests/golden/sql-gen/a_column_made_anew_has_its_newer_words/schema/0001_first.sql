-- People and what they ask.
create table person (
  id         integer not null primary key,   -- class: none
  name       text    not null,               -- class: members
  photo      blob,                           -- class: personal    null: none
  is_away    integer not null default 0,     -- class: none
  may_claim  integer not null default 1,     -- class: none
  joined_at  integer not null                -- class: none
) strict;

create table request (
  id         integer not null primary key,   -- class: none
  asked_by   integer not null references person, -- class: pseudonym
  claimer    integer references person,      -- class: pseudonym
  state      text    not null check (state in ('open', 'in-progress', 'closed')), -- class: none
  ending     text    not null default '' check (ending in ('', 'held', 'withdrawn')), -- class: none
  number     integer,                        -- class: none        null while a draft
  words      text    not null,               -- class: content     may hold '-- class: none' or anything
  note       text,                           -- class: confidential
  asked_at   integer not null,               -- class: none
  closed_at  integer                         -- class: none
) strict;
create index request_by_age on request (state, asked_at);
