-- How often a channel did not take a letter, counted on and on: for a monitor, which looks at how fast it grows.

alter table channel add column failures integer not null default 0;      -- class: none
