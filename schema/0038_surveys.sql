-- Surveys of a programme (F028, F042, F043, F176), and the focus areas that it works in (F029).

create table focus_area (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  name          text    not null,                             -- class: members
  url           text    not null default '',                  -- class: members      where it is served instead; empty: here
  position      integer not null,                             -- class: none
  is_retired    integer not null default 0,                   -- class: none
  made_at       integer not null,                             -- class: none
  unique (programme, name)
) strict;

-- From opens_at on, until just before closes_at. Its questions are a form of their own (question_form.slug: "survey-" and its id).
create table survey (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  cohort        integer references cohort,                    -- class: none         of a round: who applied in it is asked, once its windows have closed
  name          text    not null,                             -- class: content
  about         text    not null,                             -- class: content      what it is for, and what becomes of who does not answer
  audience      text    not null check (audience in ('members', 'mentors', 'mentees', 'round', 'round-mentors', 'round-mentees')), -- class: none
  state         text    not null check (state in ('planned', 'open', 'closed')), -- class: none
  opens_at      integer not null,                             -- class: none
  closes_at     integer not null,                             -- class: none
  first_days    integer not null,                             -- class: none         before its end: when the silent are reminded; 0: not
  last_days     integer not null,                             -- class: none
  asks_areas    integer not null default 0,                   -- class: none
  asks_ranking  integer not null default 0,                   -- class: none
  reminded      integer not null default 0,                   -- class: none         bits: the first, the last time
  told          integer not null default 0,                   -- class: pseudonym    the last one who got the letter of this time; 0: nobody yet
  made_at       integer not null                              -- class: none
) strict;
create index survey_by_programme on survey (programme, id);

create table response (
  id            integer not null primary key,                 -- class: none
  survey        integer not null references survey,           -- class: none
  person        integer not null references person,           -- class: pseudonym
  form          integer not null references question_form,    -- class: none         whose questions were answered
  side          text    not null check (side in ('mentor', 'mentee')), -- class: none
  is_sent       integer not null default 0,                   -- class: none         else a draft, which nobody else reads
  saved_at      integer not null,                             -- class: none
  sent_at       integer,                                      -- class: none
  unique (survey, person)
) strict;
create index response_by_person on response (person, id);

create table response_answer (
  response      integer not null references response,         -- class: none
  question      integer not null references question,         -- class: none
  words         text    not null,                             -- class: personal     coordinators, and the person
  primary key (response, question)
) strict;

create table response_area (
  response      integer not null references response,         -- class: none
  area          integer not null references focus_area,       -- class: personal     coordinators, and the person
  primary key (response, area)
) strict;

-- Whom somebody would like to work with, the first first.
create table response_choice (
  response      integer not null references response,         -- class: none
  place         integer not null,                             -- class: none
  chosen        integer not null references person,           -- class: pseudonym
  primary key (response, place)
) strict;
create index response_choice_by_chosen on response_choice (chosen);
