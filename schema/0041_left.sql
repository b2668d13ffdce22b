-- Somebody may leave a programme. The row stays, so that history and counts do; they are no member, until they come back.

alter table membership add column left_at integer;                            -- class: none         none: they are here
