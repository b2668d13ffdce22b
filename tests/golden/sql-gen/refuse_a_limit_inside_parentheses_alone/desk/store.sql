-- list people(limit whole) by web
select id, name from person where id in (select id from person limit $1) order by id;
