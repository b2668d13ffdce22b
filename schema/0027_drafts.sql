-- Letters of the waiting ladder that wait for a coordinator's word where a programme wants it so (wait.letters), and when a mentee was told that
-- their request still waits, apart from the step that reminds mentors (wait.tell_h).

alter table letter add column draft_at integer;                           -- class: none   null: nobody had to let it go; kept with one that was dropped
create index letter_drafts on letter (programme, id) where draft_at is not null and ended_at is null;

alter table request add column told_at integer;                           -- class: none   null: not yet, since it was sent
update request set told_at = coalesce(bumped_at, saved_at) where wait_step > 0;
