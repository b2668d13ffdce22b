-- What a programme points to elsewhere (F030): things to read, exercises, places to learn. Whoever applies gets them in a letter, so they are public.

create table resource (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  slug          text    not null,                             -- class: public
  title         text    not null,                             -- class: public
  url           text    not null,                             -- class: public       http or https
  about         text    not null default '',                  -- class: public       what it is good for
  role          text    not null check (role in ('all', 'mentee', 'mentor')), -- class: public      whom it is for
  position      integer not null,                             -- class: none
  is_retired    integer not null default 0,                   -- class: none
  made_at       integer not null,                             -- class: none
  unique (programme, slug)
) strict;
