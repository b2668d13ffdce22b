-- one person_name(id person.id) by web
select name from person where id = $1;

-- change person_drop(id person.id) by writer
delete from person where id = $1;
