-- list people(after person.id) by web
select id, name from person where id > $1 order by id;
