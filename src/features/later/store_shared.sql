-- Jobs. Two conditions hold everywhere: who ends a job names the number of the hold, and only a waiting or forsaken job can be taken.

-- add job_set(id job.id, programme job.programme, kind job.kind, subject job.subject, due job.due_at, now job.made_at) by writer
insert into job (id, programme, kind, subject, state, due_at, made_at) values ($1, $2, $3, $4, 'waiting', $5, $6)
on conflict (kind, subject) where state in ('waiting', 'held')
do update set state = 'waiting', due_at = $5, tries = 0, held_until_at = null, hold_no = job.hold_no + 1;

-- change job_forget(kind job.kind, subject job.subject)                               by writer
delete from job where kind = $1 and subject = $2 and state in ('waiting', 'held');

-- list jobs_due(now job.due_at, limit whole)                                          by worker, writer
select id, kind, subject, due_at from job
where state in ('waiting', 'held') and due_at <= $1 and (held_until_at is null or held_until_at <= $1)
order by due_at, id limit $2;

-- take job_hold(id job.id, holder job.holder, now job.due_at, until job.held_until_at) by writer
update job set state = 'held', held_until_at = $4, holder = $2, hold_no = hold_no + 1, tries = tries + 1
where id = $1 and due_at <= $3 and state in ('waiting', 'held') and (held_until_at is null or held_until_at <= $3)
returning hold_no, tries, kind;

-- Whoever died had many at once, and one of them may be why: the first is free at once, each other one a fifth of a second after the one before,
-- so that a job that kills does not take the same bystanders with it until they count as given up.
-- change job_forsake(holder job.holder, now job.due_at)                               by writer
update job set state = 'waiting', held_until_at = null, due_at = case when p.place = 0 then job.due_at else $2 + p.place * 200000 end
from (select id, row_number() over (order by due_at, id) - 1 as place from job where holder = $1 and state = 'held') p
where job.id = p.id;

-- take job_end(id job.id, hold job.hold_no, now job.ended_at)                         by writer
update job set state = 'done', ended_at = $3, held_until_at = null, trouble = ''
where id = $1 and hold_no = $2 and state = 'held'
returning kind, subject, programme;

-- one job_tries(id job.id, hold job.hold_no)                                          by writer
select kind, tries from job where id = $1 and hold_no = $2 and state = 'held';

-- change job_put_off(id job.id, hold job.hold_no, due job.due_at, trouble job.trouble) by writer
update job set state = 'waiting', held_until_at = null, due_at = $3, trouble = $4
where id = $1 and hold_no = $2 and state = 'held';

-- change job_bury(id job.id, hold job.hold_no, trouble job.trouble, now job.ended_at) by writer
update job set state = 'dead', held_until_at = null, trouble = $3, ended_at = $4
where id = $1 and hold_no = $2 and state = 'held';

-- change job_raise(id job.id, now job.due_at)                                         by writer
update job set state = 'waiting', due_at = $2, tries = 0, ended_at = null, hold_no = hold_no + 1
where id = $1 and state = 'dead'
  and not exists (select 1 from job o where o.kind = job.kind and o.subject = job.subject and o.state in ('waiting', 'held'));

-- list jobs_in(state job.state, after job.id, limit whole)                            by web, writer, cli
select j.id, j.kind, j.subject, j.state, j.due_at, j.tries, j.trouble, j.held_until_at, j.made_at, j.ended_at, coalesce(p.slug, '') as programme_slug:programme.slug
from job j left join programme p on p.id = j.programme
where j.state = $1 and ($2 = 0 or j.id < $2)
order by j.id desc limit $3;

-- A hold that is over is anybody's; one that stays so for a minute more means that nobody looks.
-- one jobs_state(now job.due_at, late job.held_until_at)                              by web, writer, cli
select coalesce((select min(due_at) from job where state in ('waiting', 'held') and due_at <= $1), 0) as oldest_due:job.due_at,
       (select count(*) from job where state = 'held' and held_until_at < $2) as held_too_long:whole,
       (select count(*) from (select 1 from job where state = 'dead' limit 1000) d) as dead:whole;

-- change jobs_sweep(before job.ended_at, most whole)                                  by writer
delete from job where id in (select id from job where state = 'done' and ended_at < $1 order by ended_at limit $2);
