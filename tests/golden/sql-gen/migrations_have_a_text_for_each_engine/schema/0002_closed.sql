-- Closed requests stay closed: PostgreSQL writes a trigger in two statements.
alter table person add column pronouns text not null default 'not said -- yet';  -- class: members
alter table person drop column photo;
create table tag (
  text       text    not null,               -- class: none
  weight     integer not null check (weight > cast('1' as integer)), -- class: none   the word 'integer' in texts stays
  unique (text)
) strict;

-- for sqlite:
create trigger request_stays before update of state on request when old.state = 'closed'
begin select raise(abort, 'closed'); end;

-- for postgres:
create function request_stays() returns trigger language plpgsql as $$ begin raise 'closed'; end $$;
create trigger request_stays before update of state on request for each row when (old.state = 'closed') execute function request_stays();

create index tag_by_weight on tag (weight);
