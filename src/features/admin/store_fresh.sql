-- Whether anybody is here yet.

-- one any_person(limit whole)                                                         by web, writer, cli
select id from person order by id limit $1;
