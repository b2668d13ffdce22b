-- one person_name(id person.id, id person.id) by web
select name from person where id = $1 and id <> $2;
