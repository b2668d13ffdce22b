-- What is to be done later: a row written by the transaction that causes it, done by the worker through the writer.

create table job (
  id            integer not null primary key,                 -- class: none
  programme     integer references programme,                 -- class: none         null: of the whole server
  kind          text    not null,                             -- class: none         a row of daemon/jobs.def
  subject       integer not null,                             -- class: none         what it is about; the kind knows its type
  state         text    not null check (state in ('waiting', 'held', 'done', 'dead')), -- class: none
  due_at        integer not null,                             -- class: none
  tries         integer not null default 0,                   -- class: none         since it was put or asked for again
  hold_no       integer not null default 0,                   -- class: none         fencing: whoever has an older number has lost it
  held_until_at integer,                                      -- class: none         the lease
  holder        integer not null default 0,                   -- class: none         which worker holds it: its successor need not wait for the lease
  trouble       text    not null default '',                  -- class: none         an outcome's name
  made_at       integer not null,                             -- class: none
  ended_at      integer                                       -- class: none
) strict;
create unique index job_one on job (kind, subject) where state in ('waiting', 'held');
create index job_due on job (due_at, id) where state in ('waiting', 'held');
create index job_by_state on job (state, id);
create index job_by_holder on job (holder) where state = 'held';
create index job_by_end on job (ended_at) where state = 'done';

-- Which step of its waiting ladder a request took last: 0 none, 1 reminded, 2 asked, 3 escalated, then one more with each repetition.
alter table request add column wait_step integer not null default 0; -- class: none
-- Which questions of the present state were asked by the clock: of a missing detail, of a silent claim, after a session. 0 none.
alter table request add column claim_step integer not null default 0; -- class: none

-- What was under way before there were jobs is planned at once.
insert into job (id, programme, kind, subject, state, due_at, made_at) select id, id, 'programme-replan', id, 'waiting', 0, 0 from programme;
