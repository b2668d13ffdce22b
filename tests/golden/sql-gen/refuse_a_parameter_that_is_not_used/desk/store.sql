-- one person_name(id person.id, name person.name) by web
select name from person where id = $1 and name <> '$2';
