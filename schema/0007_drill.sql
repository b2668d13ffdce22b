-- What came of restoring a backup as a trial (`mentord backup drill`).

alter table backup add column tried_at integer;                        -- class: none
alter table backup add column tried_ms integer;                        -- class: none         how long restoring and checking took
alter table backup add column tried_well integer not null default 0;  -- class: none         whether all was as it must be
