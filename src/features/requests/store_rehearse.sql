-- Past requests, for a ladder that is tried on them (web_rehearse.c).

-- Each change of state of the requests that were sent since then, by request.
-- list past_changes(programme request.programme, since request.sent_at, limit whole)  by web
select r.id as request:request.id, e.state_after, e.happened_at, r.sent_at
from request r join event e on e.request = r.id
where r.programme = $1 and r.sent_at >= $2 and e.state_after <> e.state_before
  and (e.state_after in ('reserved', 'open', 'needs-detail', 'claimed', 'scheduled') or e.state_after like 'closed%')
order by r.sent_at, r.id, e.id limit $3;
