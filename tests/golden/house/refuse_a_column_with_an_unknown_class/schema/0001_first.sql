-- People.
create table person (
  email  text not null   -- class: hush
) strict;
