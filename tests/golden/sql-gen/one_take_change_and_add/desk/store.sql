-- one request_of(id request.id) by web
select state, number from request where id = $1;

-- take request_claim(id request.id, claimer request.claimer) by writer
update request set claimer = $2, state = 'in-progress' where id = $1 and claimer is null
returning asked_by, number;

-- change requests_close(before request.asked_at, now request.closed_at) by writer, cli
update request set state = 'closed', closed_at = $2 where asked_at < $1;

-- add person_add(id person.id, name person.name, joined person.joined_at) by writer
insert into person (id, name, joined_at) values ($1, $2, $3);

-- one people_count() by web
select count(*) as people:whole from person;
