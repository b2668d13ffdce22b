-- What members say of themselves in a programme, so that a new request starts with it (membership.affiliation stands in the first
-- schema), and who sees a zone: mentors and coordinators, other members only if its owner says so.

alter table person add column shows_zone integer not null default 0; -- class: none         to all members

create table member_skill (
  membership    integer not null references membership,       -- class: none
  skill         integer not null references skill,            -- class: personal     the person, coordinators, the other side of a claim
  primary key (membership, skill)
) strict;
create index member_skill_by_skill on member_skill (skill);
