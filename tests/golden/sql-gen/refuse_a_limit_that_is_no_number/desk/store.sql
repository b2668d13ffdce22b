-- list people(limit person.name) by web
select id, name from person order by id limit $1;
