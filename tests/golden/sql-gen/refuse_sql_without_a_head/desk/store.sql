-- get person_name(id person.id) by web
select name from person where id = $1;
