-- What coordinators do at the desk: reminding, escalating, merging, entering by hand, handing over, views that are kept.

alter table request add column bumped_at integer;                           -- class: none     last reminder by hand
alter table request add column bumps integer not null default 0;           -- class: none
alter table request add column escalated_at integer;                        -- class: none
alter table request add column merged_into integer references request;      -- class: none     where its story goes on
alter table request add column entered_by integer references person;        -- class: pseudonym    the coordinator who wrote it down
create index request_by_escalation on request (programme, escalated_at) where escalated_at is not null;
create index request_by_merged on request (merged_into) where merged_into is not null;

create table handover (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  author        integer not null references person,           -- class: pseudonym
  words         text    not null,                             -- class: confidential
  written_at    integer not null                              -- class: none
) strict;
create index handover_by_programme on handover (programme, id);

create table saved_view (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  owner         integer not null references person,           -- class: pseudonym
  is_shared     integer not null default 0,                   -- class: none         all coordinators of the programme see it
  name          text    not null,                             -- class: content
  query         text    not null,                             -- class: content      of the table's address
  made_at       integer not null                              -- class: none
) strict;
create index saved_view_by_programme on saved_view (programme, id);
