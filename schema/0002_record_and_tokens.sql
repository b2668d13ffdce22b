-- The record of what happened says what stood before and after, cannot be changed, and is sealed in a chain; programs get tokens;
-- an answer to a program is kept whole.

alter table event add column state_before text not null default '';    -- class: none    of the thing it is about
alter table event add column state_after text not null default '';     -- class: none

-- One link of a programme's chain for each event: SHA-256 over the link before, the place and all the event holds. Links are made off
-- the commit path, so an event has its place in the chain a moment after it happened. Programme 0: events of no programme.
create table event_seal (
  event         integer not null primary key references event, -- class: none
  programme     integer not null,                             -- class: none
  place         integer not null,                             -- class: none         1, 2, 3 … in its programme
  hash          blob    not null,                             -- class: none
  sealed_at     integer not null,                             -- class: none
  unique (programme, place)
) strict;

-- Events that have no link yet: put here by the insert itself, taken away by the sealing, whatever the clocks did meanwhile.
create table event_waiting (
  event         integer not null primary key references event -- class: none
) strict;
insert into event_waiting (event) select id from event;

-- for sqlite
create trigger event_waits after insert on event begin insert into event_waiting (event) values (new.id); end;
create trigger event_is_kept_as_it_is before update on event begin select raise(abort, 'the record is append-only'); end;
create trigger event_is_kept before delete on event begin select raise(abort, 'the record is append-only'); end;
create trigger event_seal_is_kept_as_it_is before update on event_seal begin select raise(abort, 'the record is append-only'); end;
create trigger event_seal_is_kept before delete on event_seal begin select raise(abort, 'the record is append-only'); end;

-- for postgres
create function record_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only';
end;
$$;
create function event_waits() returns trigger language plpgsql as $$
begin
  insert into event_waiting (event) values (new.id);
  return null;
end;
$$;
create trigger event_waits after insert on event for each row execute function event_waits();
create trigger event_is_kept before update or delete or truncate on event for each statement execute function record_is_append_only();
create trigger event_seal_is_kept before update or delete or truncate on event_seal for each statement execute function record_is_append_only();

-- What lets a program act as a person, within the roles of that person (TRUST.md 6.1): shown once, only its hash is kept.
create table token (
  id            integer not null primary key,                 -- class: none
  hash          blob    not null unique,                      -- class: secret
  person        integer not null references person,           -- class: pseudonym
  programme     integer references programme,                 -- class: none         null: every programme of the person
  name          text    not null,                             -- class: personal     what it is for, in the person's words
  scope         text    not null check (scope in ('read', 'act')), -- class: none
  made_at       integer not null,                             -- class: none
  ends_at       integer not null                              -- class: none
) strict;
create index token_by_person on token (person, id);

alter table form_sent add column answer text not null default '';     -- class: content    the body, where a program asked
