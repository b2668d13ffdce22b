-- One more ending; a check cannot be changed, so the column is made anew.
alter table request drop column ending;
alter table request add column ending text not null default '' check (ending in ('', 'held', 'withdrawn', 'moved')); -- class: none
