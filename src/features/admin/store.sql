-- The first administrator.

-- change person_set_admin(id person.id)                                               by writer
update person set is_admin = 1 where id = $1;
