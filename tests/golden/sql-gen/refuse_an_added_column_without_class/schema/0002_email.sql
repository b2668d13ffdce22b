alter table person add column email text not null default '';
