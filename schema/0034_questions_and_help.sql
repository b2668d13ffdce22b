-- The question desk (F031), and help given outside any request, with the places where it is given (F035).

create table desk_question (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  asker         integer not null references person,           -- class: pseudonym
  words         text    not null,                             -- class: confidential
  state         text    not null check (state in ('open', 'answered', 'withdrawn')), -- class: none
  answer        text    not null default '',                  -- class: confidential
  answered_by   integer references person,                    -- class: pseudonym
  asked_at      integer not null,                             -- class: none
  ended_at      integer                                       -- class: none
) strict;
create index desk_question_open on desk_question (programme, id) where state = 'open';
create index desk_question_by_programme on desk_question (programme, id);
create index desk_question_by_asker on desk_question (asker, programme, id);

create table help_place (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  name          text    not null,                             -- class: members      "#python", "The forum"
  url           text    not null default '',                  -- class: members
  about         text    not null default '',                  -- class: members      which skills are talked about there
  is_retired    integer not null default 0,                   -- class: none
  made_at       integer not null,                             -- class: none
  unique (programme, name)
) strict;

-- One act of informal help, logged by the mentor who gave it.
create table help (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  mentor        integer not null references person,           -- class: pseudonym
  place         integer not null references help_place,       -- class: none
  minutes       integer not null check (minutes between 1 and 480), -- class: none
  about         text    not null default '',                  -- class: content      never names the person helped
  given_on      text    not null,                             -- class: none         where the mentor lives
  logged_at     integer not null                              -- class: none
) strict;
create index help_by_programme on help (programme, id);
create index help_by_mentor on help (mentor, programme, id);
