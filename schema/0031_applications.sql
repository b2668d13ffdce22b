-- Cohorts with their windows, and the applications that come in them (PROGRAMMES.md 2.3, F036 to F050).
create table cohort (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  name          text    not null,                             -- class: content
  criteria      text    not null default '',                  -- class: content
  made_at       integer not null                              -- class: none
) strict;
create index cohort_by_programme on cohort (programme, id);

-- The window of a cohort in which one side applies: from opens_at on, until just before closes_at.
create table intake (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  cohort        integer not null references cohort,           -- class: none
  side          text    not null check (side in ('mentor', 'mentee')), -- class: none
  state         text    not null check (state in ('planned', 'open', 'closed', 'settled')), -- class: none
  opens_at      integer not null,                             -- class: none
  closes_at     integer not null,                             -- class: none
  places        integer not null default 0,                   -- class: none         0: as many as fit
  reminded      integer not null default 0,                   -- class: none         bits: drafts were reminded of the end
  told          integer not null default 0,                   -- class: pseudonym    the last member whom its opening was told to; 0: nobody yet
  made_at       integer not null,                             -- class: none
  unique (cohort, side)
) strict;
create index intake_by_programme on intake (programme, side, opens_at);

-- Who reads and scores applications beside coordinators.
create table reviewer (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: pseudonym
  since_at      integer not null,                             -- class: none
  unique (programme, person)
) strict;
create index reviewer_by_person on reviewer (person);

create table application (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  intake        integer not null references intake,           -- class: none
  person        integer not null references person,           -- class: pseudonym
  number        integer,                                      -- class: none         null: a draft
  state         text    not null check (state in ('draft', 'sent', 'in-review', 'short-listed', 'wait-listed', 'offered', 'placed', 'not-selected', 'declined', 'expired', 'withdrawn')), -- class: personal     the person, reviewers, coordinators
  form          integer not null references question_form,    -- class: none         whose questions were answered
  reviewer      integer references person,                    -- class: pseudonym    who took it up
  reason        text    not null default '' check (reason in ('', 'no-place', 'criteria', 'language', 'times', 'later')), -- class: personal
  words         text    not null default '',                  -- class: personal     what the person reads beside the reason
  version       integer not null default 1,                   -- class: none
  made_at       integer not null,                             -- class: none
  saved_at      integer not null,                             -- class: none
  sent_at       integer,                                      -- class: none
  waits_since_at integer,                                     -- class: none         on the waiting list
  offered_at    integer,                                      -- class: none
  confirm_by_at integer,                                      -- class: none
  decided_at    integer,                                      -- class: none
  unique (intake, person)
) strict;
create index application_by_intake on application (intake, state, id);
create index application_by_programme on application (programme, id);
create index application_by_person on application (person, id);

create table answer (
  application   integer not null references application,      -- class: none
  question      integer not null references question,         -- class: none
  words         text    not null,                             -- class: personal     as the question's audience says
  primary key (application, question)
) strict;

create table review (
  application   integer not null references application,      -- class: none
  reviewer      integer not null references person,           -- class: pseudonym
  score         integer not null check (score between 1 and 5), -- class: confidential
  words         text    not null default '',                  -- class: confidential
  made_at       integer not null,                             -- class: none
  primary key (application, reviewer)
) strict;
create index review_by_reviewer on review (reviewer);

alter table programme add column last_application integer not null default 0; -- class: none
