-- Letters whose answer was lost, so that they may have been taken: known beside the words of the last trouble, which change.

alter table letter add column lost integer not null default 0;            -- class: none   how often
alter table letter add column lost_at integer;                            -- class: none   the last time

-- A mentors' room that takes nothing is known by its own name now; the courier finds out again which.
delete from channel where name = 'slack-room';
