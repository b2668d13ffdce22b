-- What a case decided about somebody (F146, L47), as they may read it: which clauses of the code of conduct, what, until when, and until when they may object.
create table sanction (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  person        integer not null references person,           -- class: safety
  report        integer not null references report,           -- class: none
  measure       text    not null check (measure in ('warning', 'suspension', 'removal', 'mentor-lost')), -- class: safety
  clauses       text    not null default '',                  -- class: safety       numbers of clauses, commas between; empty: the code has none
  document      integer references document,                  -- class: none         the version of the code that has these numbers
  until_at      integer,                                      -- class: safety       the end of a suspension
  appeal_until_at integer not null,                           -- class: safety
  made_at       integer not null,                             -- class: none
  ended_at      integer                                       -- class: none         over, lifted, or decided otherwise
) strict;
create index sanction_by_person on sanction (person, programme);
create index sanction_by_report on sanction (report);

-- What a pause is: for now, for a time that was decided, or for good; whoever is removed is no member and comes in no more until it is lifted.
alter table pause add column kind text not null default 'interim' check (kind in ('interim', 'suspension', 'removal')); -- class: safety
alter table pause add column until_at integer;                -- class: safety       the clock lifts it then; null: a responder does
create index pause_with_end on pause (programme, until_at) where ended_at is null and until_at is not null;

-- A claimed request whose two sides are kept apart while a case is looked into; nothing else of either is paused.
create table pair_pause (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  request       integer not null references request,          -- class: none
  claimer       integer not null references person,           -- class: safety       whose claim it is about: a later one is another pair
  report        integer not null references report,           -- class: none
  made_at       integer not null,                             -- class: none
  ended_at      integer                                       -- class: none
) strict;
create unique index pair_pause_one on pair_pause (request, claimer, report) where ended_at is null;
create index pair_pause_by_report on pair_pause (report);

-- Requests that rest: neither side sees how to reach the other, and their clocks stand.
create view resting as
select distinct u.request from pair_pause u join request r on r.id = u.request and r.claimer = u.claimer
where u.ended_at is null and r.state in ('claimed', 'scheduled');
