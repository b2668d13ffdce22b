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

-- An address that does not work: refused for good, or twice in a row with another lasting answer. Another address is written to again.
alter table correspondent add column refused_email text not null default ''; -- class: personal
alter table correspondent add column refusals integer not null default 0; -- class: none       in a row, that named no reason in the address
update correspondent set refused_email = (select p.email_folded from person p where p.id = correspondent.person) where refused_at is not null;
create index correspondent_refused on correspondent (person) where refused_at is not null;

-- A letter that was given up stands among what needs coordinators, until it is sent or somebody told its reader otherwise.
alter table letter add column settled_at integer;                         -- class: none
create index letter_in_trouble on letter (programme, ended_at) where state = 'given-up' and settled_at is null;

-- An outage of a channel that people were told of: they are told of its end as well.
alter table channel add column told_at integer;                           -- class: none

-- A letter of a coordinator to many: written, looked at, sent to whoever belongs to the group at that moment, a few at a time.
create table group_mail (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  author        integer not null references person,           -- class: pseudonym
  audience      text    not null,                             -- class: none         a row of people/groups.def
  joined_from_at integer not null,                            -- class: none         who joined since then: a cohort
  joined_until_at integer not null,                           -- class: none         … and before then
  subject       text    not null,                             -- class: members
  body          text    not null,                             -- class: members
  state         text    not null check (state in ('draft', 'sending', 'sent', 'discarded')), -- class: none
  people        integer not null default 0,                   -- class: none         it was written to so many
  last_person   integer not null default 0,                   -- class: none         how far it is
  made_at       integer not null,                             -- class: none
  sent_at       integer                                       -- class: none
) strict;
create index group_mail_by_programme on group_mail (programme, id);
