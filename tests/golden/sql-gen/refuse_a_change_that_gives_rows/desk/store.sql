-- change person_drop(id person.id) by writer
delete from person where id = $1 returning name;
