-- Ladders of a claim, of mentors and of what is short.

-- Last sign of the mentee under the present claim, as the server knows it: "I am here", a session that was called off.
alter table request add column answered_at integer;                          -- class: none
-- Last sign of its mentor: whose turn it is.
alter table request add column tried_at integer;                             -- class: none
update request set tried_at = contacted_at where contacted_at is not null;

-- Closed by the clock, since a question was not answered (T03): outcome is declined then.
alter table request add column is_unanswered integer not null default 0;     -- class: none

-- claim_step is a set of steps now: 1, 2, 4 were the questions after a session.
update request set claim_step = case claim_step when 2 then 3 else 7 end where state = 'scheduled' and claim_step in (2, 3);

-- Set aside by the clock (T25): away without an end, until they say that they are back. idle_step: letters written to them
-- while somebody waits (T23).
alter table mentor add column parked_at integer;                             -- class: members
alter table mentor add column idle_step integer not null default 0;          -- class: none
alter table mentor add column idle_at integer;                               -- class: none         when they were asked whether they are still there

-- Links that act on no request.
alter table tap add column programme integer references programme;           -- class: none

-- Who did not come to a session, as the other side said (T24).
create table absence (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  request       integer not null references request,          -- class: none
  person        integer not null references person,           -- class: pseudonym    who did not come
  said_by       integer not null references person,           -- class: pseudonym
  session_at    integer not null,                             -- class: personal
  said_at       integer not null,                             -- class: none
  unique (request, person, session_at)
) strict;
create index absence_by_person on absence (programme, person);

-- Skills in which more wait than there are free places, and for how many weeks running (T34).
create table shortage (
  programme     integer not null references programme,        -- class: none
  skill         integer not null,                             -- class: none         merging may take it away
  weeks         integer not null,                             -- class: none
  looked_at     integer not null,                             -- class: none
  primary key (programme, skill)
) strict;

-- What a programme looks at once a day and once a week, from now on.
insert into job (id, programme, kind, subject, state, due_at, made_at) select id + 1, id, 'programme-day', id, 'waiting', 0, 0 from programme;
insert into job (id, programme, kind, subject, state, due_at, made_at) select id + 2, id, 'programme-week', id, 'waiting', 0, 0 from programme;
