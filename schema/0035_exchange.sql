-- Files in: what was taken from other tables, and files that wait on the page until somebody applies them.

-- A row of another table that became a request: taken in again, it is known.
create table imported (
  programme     integer not null references programme,        -- class: none
  key           text    not null,                             -- class: pseudonym    a hash of the row's id there, or of what it says
  request       integer not null references request,          -- class: none
  primary key (programme, key)
) strict;
create index imported_by_request on imported (request);

-- A file that was brought to the page, and what would come of it. Its content goes with the act, or a day later.
create table import (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  author        integer not null references person,           -- class: pseudonym
  kind          text    not null check (kind in ('people', 'mentors', 'requests')), -- class: none
  columns       text    not null default '',                  -- class: none         "Heading=field, Heading=field"
  state         text    not null check (state in ('faulty', 'ready', 'applied', 'dropped')), -- class: none
  content       blob    not null,                             -- class: confidential the file, whatever bytes it is of; empty once it is applied or dropped
  unused        text    not null default '',                  -- class: none         headings that nothing takes, a line each
  problems      text    not null default '',                  -- class: confidential "line:column: words", a line each
  summary       text    not null default '',                  -- class: none         what came, or would come, of it
  made_at       integer not null,                             -- class: none
  ended_at      integer                                       -- class: none
) strict;
create index import_by_programme on import (programme, id);
