-- What comes next to a request, and when (jobs.c).

-- one request_to_plan(id request.id)                                                  by writer
select id, programme, state, mentee, claimer, named_mentor, reserved_until_at, claimed_at, contacted_at, lease_due_at, session_at, closed_at, sent_at,
       waiting_since_at, waited_us, outcome, helpful, wait_step, claim_step, saved_at, answered_at, tried_at, told_at, title,
       (select count(*) from resting z where z.request = request.id) as rests:bool
from request where id = $1;

-- list requests_to_plan(programme request.programme, after request.id, limit whole)   by writer
select id from request
where programme = $1 and id > $2 and state in ('draft', 'reserved', 'open', 'needs-detail', 'claimed', 'scheduled')
order by id limit $3;

-- list requests_unclaimed(programme request.programme, limit whole)                   by writer
select id, number, title, waiting_since_at, waited_us, count(*) over () as total:whole from request
where programme = $1 and state in ('open', 'needs-detail') order by sent_at, id limit $2;

-- change request_step_waited(id request.id, step request.wait_step, now request.saved_at) by writer
update request set wait_step = $2, bumped_at = case when $2 = 1 then $3 else bumped_at end, bumps = bumps + case when $2 = 1 then 1 else 0 end,
       escalated_at = case when $2 >= 3 then coalesce(escalated_at, $3) else escalated_at end, version = version + 1, saved_at = $3
where id = $1 and state = 'open' and wait_step < $2;

-- change request_told(id request.id, now request.told_at)                             by writer
update request set told_at = $2, version = version + 1 where id = $1 and state = 'open' and told_at is null;

-- change request_step_claimed(id request.id, step request.claim_step)                 by writer
update request set claim_step = $2, version = version + 1 where id = $1 and claim_step < $2;

-- change request_end_unanswered(id request.id, now request.closed_at)                by writer
update request set state = 'closed', outcome = 'declined', is_unanswered = 1, closed_at = $2, version = version + 1, saved_at = $2
where id = $1 and state = 'needs-detail';

-- one requests_claimed_since(since request.claimed_at)                                  by web, writer
select count(*) as count:whole, coalesce(sum(r.waited_us), 0) as waited_us:whole
from programme g join request r on r.programme = g.id and r.claimed_at >= $1;

-- The state is said twice: first as the index has it.
-- one requests_open_by_age(now request.sent_at, us_of_an_hour whole)                  by web, writer
select count(*) as every:whole,
       coalesce(sum(case when $1 - r.waiting_since_at + r.waited_us >= 72 * $2 then 1 else 0 end), 0) as after_72h:whole,
       coalesce(sum(case when $1 - r.waiting_since_at + r.waited_us >= 168 * $2 then 1 else 0 end), 0) as after_168h:whole,
       coalesce(sum(case when $1 - r.waiting_since_at + r.waited_us >= 252 * $2 then 1 else 0 end), 0) as after_252h:whole
from programme g join request r on r.programme = g.id where r.state in ('open', 'needs-detail') and r.state = 'open';
