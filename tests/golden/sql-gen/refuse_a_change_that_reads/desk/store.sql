-- change person_name(id person.id) by writer
select name from person where id = $1;
