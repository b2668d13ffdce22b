-- The end of a person's data: asked for, taken back or done; and what it leaves in the record.

alter table person add column erased_at integer;                              -- class: none         since then the row is nobody's

-- Who asked for it, and when it comes. Gone once it is done or taken back.
create table erasure (
  person        integer not null primary key references person, -- class: pseudonym
  asked_at      integer not null,                             -- class: none
  due_at        integer not null                              -- class: none
) strict;

-- The record stays append-only, but for one change: the words of an event go, and it says so. Its link in the chain stays as it was made.
alter table event add column is_erased integer not null default 0;            -- class: none         its detail was taken out
create index event_with_words on event (id) where kind in ('assigned-because', 'escalated-because', 'unassigned', 'token-made');

create index claim_with_reason on claim (ended_by) where reason <> '';        -- what somebody wrote when they ended a claim
create index form_sent_answered on form_sent (id) where answer <> '';        -- answers to programs, kept for two days
create index note_by_author on note (author);

-- for sqlite
drop trigger event_is_kept_as_it_is;
create trigger event_is_kept_as_it_is before update on event
when new.detail <> '' or new.is_erased <> 1 or new.id <> old.id or new.programme is not old.programme or new.request is not old.request
  or new.person is not old.person or new.actor is not old.actor or new.kind <> old.kind or new.happened_at <> old.happened_at
  or new.state_before <> old.state_before or new.state_after <> old.state_after
begin select raise(abort, 'the record is append-only'); end;

-- for postgres
drop trigger event_is_kept on event;
create trigger event_is_kept before delete or truncate on event for each statement execute function record_is_append_only();
create trigger event_is_kept_as_it_is before update on event for each row
when (new.detail <> '' or new.is_erased <> 1 or new.id <> old.id or new.programme is distinct from old.programme or new.request is distinct from old.request
  or new.person is distinct from old.person or new.actor is distinct from old.actor or new.kind <> old.kind or new.happened_at <> old.happened_at
  or new.state_before <> old.state_before or new.state_after <> old.state_after)
execute function record_is_append_only();
