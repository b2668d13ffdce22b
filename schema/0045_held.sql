-- Held for a step that is made beside this one.
update programme set version = version where id = 0;
