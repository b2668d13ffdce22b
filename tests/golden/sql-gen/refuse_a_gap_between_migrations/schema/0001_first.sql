create table person (
  id     integer not null primary key -- class: none
) strict;
