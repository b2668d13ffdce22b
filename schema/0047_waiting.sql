-- Places that follow from the mentors of a round, and applications that wait to be read (F045, apply.cap_per_mentor, group.mentors, group.mentees).

alter table intake add column is_derived integer not null default 0; -- class: none  1: its places follow from how many mentors have one in the round
alter table application add column is_queued integer not null default 0; -- class: none  on the waiting list, 1: to be read; 0: for a place
