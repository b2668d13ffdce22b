create table person (
  id     integer not null primary key, -- class: none
  theme  text not null check (theme in ('none', 'dark')) -- class: none
) strict;
