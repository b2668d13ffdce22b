-- Requests that come from another table.

-- add request_add_taken(id request.id, programme request.programme, number request.number, mentee request.mentee, service request.service,
--                       title request.title, details request.details, is_unsure request.is_unsure, skills request.skills,
--                       skill_count request.skill_count, search request.search, affiliation request.affiliation, sent request.sent_at,
--                       now request.saved_at)                                           by writer
insert into request (id, programme, number, mentee, state, step, service, title, details, is_unsure, skills, skill_count, search, language,
       medium, affiliation, saved_at, sent_at, waiting_since_at)
values ($1, $2, $3, $4, 'open', 'check', $5, $6, $7, $8, $9, $10, $11, 'English', 'any', $12, $14, $13, $14);

-- change request_end_taken(id request.id, claimer request.claimer, held_on request.held_on, closed request.closed_at) by writer
update request set state = 'closed', outcome = 'held', claimer = $2, claimed_at = case when $2 is null then null else sent_at end, held_on = $3, closed_at = $4,
       waiting_since_at = null, saved_at = $4
where id = $1;
