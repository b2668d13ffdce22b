-- one figures(who person.id, text text) by web
select count(*) as requests:whole, coalesce(max(r.state), '') as last_state:request.state, max(r.asked_at) as last_at:moment,
       $2 || ': $9, 1:2' as words:text, (p.may_claim = 1 and p.is_away = 0) as may_claim:bool, p.name
from person p left join request r on r.asked_by = p.id
where p.id = $1
group by p.id, p.name;

-- one names(id person.id) by web
select group_concat(name, ', ') as names:person.name from person where id <> $1;
-- for postgres
select string_agg(name, ', ') as names:person.name from person where id <> $1::bigint;
