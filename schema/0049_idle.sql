-- Accounts that nobody uses (PROGRAMMES.md 7): when somebody signed in last, who was warned that theirs ends, and that nobody asked for an end.
alter table person add column signed_in_at integer;                           -- class: personal     null: not since this is written down
-- Nobody wrote it down before: it counts from whatever happened last.
update person set signed_in_at = (select max(happened_at) from event) where erased_at is null;
create index person_by_sign_in on person (signed_in_at) where erased_at is null;

create table idle_notice (
  person        integer not null primary key references person, -- class: pseudonym
  warned        integer not null check (warned in (1, 2)),    -- class: none         how often
  warned_at     integer not null,                             -- class: none         the last time
  ends_at       integer not null                              -- class: none
) strict;

alter table erasure add column is_idle integer not null default 0;            -- class: none         nobody asked for it: whoever signs in keeps their data

-- The first look comes a month behind whatever happened last; on a server that is new, a day behind its first programme.
insert into job (id, programme, kind, subject, state, due_at, made_at)
select 49, null, 'people-night', 0, 'waiting', e.last_at + 2592000000000, 0 from (select max(happened_at) as last_at from event) e where e.last_at is not null;
