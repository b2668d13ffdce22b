-- Every way that a programme was, in order: what changed, by whom, and all of it as its file. Never changed, never removed.

create table version (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  number        integer not null check (number >= 1),         -- class: none         without a gap
  way           text    not null check (way in ('file', 'page', 'program', 'server')), -- class: none
  author        integer references person,                    -- class: pseudonym    null: the operator, or the server itself
  words         text    not null,                             -- class: none         what changed, in a line
  yaml          text    not null,                             -- class: members      the programme as its file
  made_at       integer not null,                             -- class: none
  unique (programme, number)
) strict;

-- for sqlite
create trigger version_is_kept_as_it_is before update on version begin select raise(abort, 'versions are append-only'); end;
create trigger version_is_kept before delete on version begin select raise(abort, 'versions are append-only'); end;

-- for postgres
create trigger version_is_kept before update or delete or truncate on version for each statement execute function record_is_append_only();

-- What a service or an affiliation was called before: whoever answered then reads the words of their question.
create table former_name (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  thing         integer not null,                             -- class: none         a service or an affiliation
  name          text    not null,                             -- class: public
  until_at      integer not null                              -- class: none         it was called so before this
) strict;
create index former_name_by_programme on former_name (programme, thing, until_at);

-- A programme's front page in its own words; what has no row stands there as built in.
create table front_text (
  programme     integer not null references programme,        -- class: none
  name          text    not null,                             -- class: none         a row of front.def
  words         text    not null,                             -- class: public
  primary key (programme, name)
) strict;

-- Programmes that are there already get their first version as they are.
insert into job (id, programme, kind, subject, state, due_at, made_at) select id + 4, id, 'programme-version', id, 'waiting', 0, 0 from programme;
