-- change person_drop(id person.id) by writer
delete from request where asked_by = $1;
delete from person where id = $1;
