create table person (
  id     integer not null primary key -- class: none
) strict;

create index person_by_name
on person (name);
