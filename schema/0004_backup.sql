-- What is known of the backups that were made here: `mentord backup create` writes a row, /admin/backups shows them. The files themselves
-- may have been moved or removed since.

create table backup (
  id             integer not null primary key,                -- class: none
  path           text    not null,                            -- class: none         where the file was written
  made_at        integer not null,                            -- class: none
  restored_at    integer,                                     -- class: none         when this database came out of it
  file_bytes     integer not null,                            -- class: none
  database_bytes integer not null,                            -- class: none
  people         integer not null,                            -- class: none         how many it holds
  schema_number  integer not null,                            -- class: none         of its newest migration
  key_name       text    not null default '',                 -- class: none         which public key it is sealed to; empty: not sealed
  sha256         blob    not null                             -- class: none         of the database inside
) strict;
create index backup_by_age on backup (made_at);
