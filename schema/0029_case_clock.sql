-- A case that is opened again is due anew.

alter table report add column clock_at integer;                           -- class: safety   from when its clock counts; null: since it was made
