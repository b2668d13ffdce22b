-- Whether anybody is here yet, and how far the data goes.

-- one any_person(limit whole)                                                         by web, writer, cli
select id from person order by id limit $1;

-- one newest_event(limit whole)                                                       by cli
select happened_at from event order by id desc limit $1;
