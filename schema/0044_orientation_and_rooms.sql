-- Orientation (PROGRAMMES.md F005): that somebody took part, so that they can be placed as a mentor where the programme asks for it. It is of the member and not of the
-- mentor, since whoever applies has no mentor record yet.
alter table membership add column oriented_at integer; -- class: personal     the start of its day where the programme is; null: not noted
alter table membership add column oriented_by integer references person; -- class: pseudonym    the coordinator who noted it
-- Rooms (F034): a resource that is a place to talk, for whoever has that role alone.
alter table resource add column is_room integer not null default 0; -- class: none
