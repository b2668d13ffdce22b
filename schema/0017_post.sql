-- Letters of a kind come at once or once a day; what comes once a day leaves in one mail.

alter table letter_choice add column is_daily integer not null default 0; -- class: none   by mail, with others of the day

alter table letter add column is_daily integer not null default 0;        -- class: none   waits for its reader's hour, and leaves with others
alter table letter add column carrier integer;                            -- class: none   the letter in whose mail it is; null: its own
create index letter_by_carrier on letter (carrier) where carrier is not null;

-- Days on which a programme's steps do not come, beside its weekend.
create table holiday (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  day           integer not null,                             -- class: public       days since 1970-01-01
  name          text    not null,                             -- class: public
  unique (programme, day)
) strict;
