-- change person_drop(id person.id) by writer, web
delete from person where id = $1;
