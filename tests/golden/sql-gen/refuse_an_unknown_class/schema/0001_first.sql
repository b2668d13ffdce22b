create table person (
  id     integer not null primary key, -- class: none
  email  text not null                 -- class: private
) strict;
