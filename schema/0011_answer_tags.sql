-- A call that is repeated gets its answer whole, with its tag.

alter table form_sent add column tag text not null default '';         -- class: none     ETag of the answer to a program
