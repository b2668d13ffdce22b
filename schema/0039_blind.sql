-- Blind triage (PROGRAMMES.md F052): of a round that is read so nobody who reviews sees who applied before they have scored it.
alter table cohort add column is_blind integer not null default 0; -- class: none         as the programme's setting was when it was planned
