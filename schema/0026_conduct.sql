-- Reports of a violation and the cases that safety responders make of them. What anybody wrote about one is sealed; who may read one stands in rows.

-- Who reads reports of a programme. Not a row of role: nothing that lists roles, and no token of a program, knows of it.
create table responder (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: public       their name is shown to whoever reports
  since_at      integer not null,                             -- class: none
  unique (programme, person)
) strict;
create index responder_by_person on responder (person);

create table report (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  state         text    not null check (state in ('submitted', 'acknowledged', 'investigating', 'decided', 'closed')), -- class: safety
  sharing       text    not null check (sharing in ('named', 'confidential', 'anonymous')), -- class: safety
  what_sealed   blob    not null,                             -- class: secret       what happened
  about_sealed  blob    not null,                             -- class: secret       whom it is about, as typed
  reporter_sealed blob,                                       -- class: secret       who wrote it; null: nobody knows
  code_hash     blob    not null unique,                      -- class: secret       of the code with which the reporter follows it
  assignee      integer references person,                    -- class: pseudonym
  measure       text    not null default '' check (measure in ('', 'nothing', 'warning', 'suspension', 'removal', 'mentor-lost')), -- class: safety
  told          integer not null default 0,                   -- class: none         letters of the clock that left, bits
  version       integer not null default 1,                   -- class: none
  made_at       integer not null,                             -- class: none
  acknowledged_at integer,                                    -- class: none
  decided_at    integer,                                      -- class: none
  closed_at     integer                                       -- class: none
) strict;
create index report_by_programme on report (programme, id);
create index report_undecided on report (programme, made_at) where decided_at is null;

-- Who may read one: the responders of the moment when it was written, without those whom it is about.
create table report_reader (
  report        integer not null references report,           -- class: none
  person        integer not null references person,           -- class: pseudonym
  is_out        integer not null default 0,                   -- class: safety       it is about them
  primary key (report, person)
) strict;

-- What happened to a case, each time that somebody looked at it included.
create table report_entry (
  id            integer not null primary key,                 -- class: none
  report        integer not null references report,           -- class: none
  kind          text    not null check (kind in ('viewed', 'acknowledged', 'assigned', 'asked', 'answered', 'noted', 'named', 'revealed', 'paused', 'lifted', 'decided', 'closed', 'reopened')), -- class: safety
  person        integer references person,                    -- class: pseudonym    who did it; null: the reporter
  subject       integer references person,                    -- class: pseudonym    whom it was done to
  words_sealed  blob,                                         -- class: secret
  made_at       integer not null                              -- class: none
) strict;
create index report_entry_by_report on report_entry (report, id);

-- Somebody who is paused in a programme while a case is looked into, or by what was decided: they take, ask and are assigned nothing.
create table pause (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: safety
  report        integer not null references report,           -- class: none
  made_at       integer not null,                             -- class: none
  ended_at      integer                                       -- class: none
) strict;
create unique index pause_one on pause (person, report) where ended_at is null;

-- What a programme looks at once an hour, whether there is a report or not: that there is such a job says nothing.
insert into job (id, programme, kind, subject, state, due_at, made_at) select id + 3, id, 'programme-reports', id, 'waiting', 0, 0 from programme;
