-- Which language somebody reads: "de"; empty: as their browser asks for, and letters as the server writes them.
alter table person add column language text not null default '';             -- class: personal     a tag of forms/languages.def

-- In which language its values were written, and its text is; empty: English.
alter table letter add column language text not null default '';             -- class: none

-- Coordinators look after the mentors' room themselves since then: the server posts nothing new there; null: it does as always.
alter table programme add column by_hand_at integer;                         -- class: none
