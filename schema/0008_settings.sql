-- Numbers of a programme are changed while it runs (rule 5): a capacity that was lowered does not take away what a mentor holds already.

alter table mentor add column capacity_at integer not null default 0; -- class: none         when the capacity was last changed
create index event_of_settings on event (programme, id) where kind = 'setting-changed';
