-- What the desk asks.

-- list requests_open(state request.state, before request.asked_at, limit whole)   by web, writer
select r.id, r.state, r.claimer, r.words, r.asked_at, p.name as asker, p.photo, p.is_away
from request r join person p on p.id = r.asked_by
where r.state = $1 and r.asked_at < $2
order by r.asked_at desc, r.id limit $3;
