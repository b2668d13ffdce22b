create table person (
  id     integer not null primary key, -- class: none
  weight real not null                 -- class: none
) strict;
