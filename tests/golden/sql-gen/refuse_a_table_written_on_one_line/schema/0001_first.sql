create table person (id integer not null primary key, email text not null) strict;
