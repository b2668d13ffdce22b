-- one person_name(id person.id)
select name from person where id = $1;
