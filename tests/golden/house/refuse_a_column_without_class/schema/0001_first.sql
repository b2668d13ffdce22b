-- People.
create table person (
  id     integer not null primary key,   -- class: none
  email  text    not null,
  unique (email)
) strict;
