-- Files of applications: into which round, as what, and whether each applicant gets a receipt.
drop index import_by_programme;
alter table import rename to import_before;
create table import (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  author        integer not null references person,           -- class: pseudonym
  kind          text    not null check (kind in ('people', 'mentors', 'requests', 'applications')), -- class: none
  columns       text    not null default '',                  -- class: none         "Heading=field, #2=field"
  cohort        integer references cohort,                    -- class: none         of applications; null: the only round there is
  side          text    not null default '',                  -- class: none         of applications: mentor or mentee; empty: a column says it
  has_receipts  integer not null default 0 check (has_receipts in (0, 1)), -- class: none
  state         text    not null check (state in ('faulty', 'ready', 'applied', 'dropped')), -- class: none
  content       blob    not null,                             -- class: confidential the file, whatever bytes it is of; empty once it is applied or dropped
  unused        text    not null default '',                  -- class: none         headings that nothing takes, a line each
  problems      text    not null default '',                  -- class: confidential "line:column: words", a line each
  summary       text    not null default '',                  -- class: none         what came, or would come, of it
  made_at       integer not null,                             -- class: none
  ended_at      integer                                       -- class: none
) strict;
insert into import (id, programme, author, kind, columns, state, content, unused, problems, summary, made_at, ended_at)
select id, programme, author, kind, columns, state, content, unused, problems, summary, made_at, ended_at from import_before;
drop table import_before;
create index import_by_programme on import (programme, id);

-- What a file said when an application was taken in from it: the same again is known, and what the applicant changed since is left alone.
alter table application add column taken_in_hash text;                        -- class: pseudonym    null: it came from no file, or its answers have ended
alter table application add column taken_in_at integer;                       -- class: none

-- SQLite makes a table of a list of three, for each row that is written: a quarter of what it took to take people in. Lists of two are compared.
alter table person rename column theme to theme_before;
alter table person add column theme text not null default '' check (theme in ('', 'light') or theme in ('dark')); -- class: none
update person set theme = theme_before;
alter table person drop column theme_before;
