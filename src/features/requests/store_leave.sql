-- What somebody leaves behind at the desk who goes for good.

-- list requests_to_leave(person request.mentee, programme request.programme, limit whole) by writer
select id, programme, state, mentee, claimer from request
where id in (select a.id from request a where a.mentee = $1 and a.state <> 'closed'
             union all select b.id from request b where b.claimer = $1 and b.state in ('claimed', 'scheduled')
             union all select c.id from request c where c.named_mentor = $1 and c.state = 'reserved')
  and ($2 = 0 or programme = $2)
order by id limit $3;

-- one leaving(programme programme.id, person person.id)                               by web, writer
select (select count(*) from request a where a.programme = $1 and a.mentee = $2 and a.state <> 'closed' and a.state <> 'draft') as asked:whole,
       (select count(*) from request d where d.programme = $1 and d.mentee = $2 and d.state = 'draft') as drafts:whole,
       (select count(*) from request c where c.programme = $1 and c.named_mentor = $2 and c.state = 'reserved') as asked_by_name:whole,
       (select count(*) from application p where p.programme = $1 and p.person = $2 and p.state in ('draft', 'sent', 'in-review', 'short-listed', 'wait-listed')) as applied:whole,
       (select count(*) from application o where o.programme = $1 and o.person = $2 and o.state = 'offered') as offered:whole,
       (select count(*) from stand_in s where s.programme = $1 and (s.absent = $2 or s.deputy = $2)) as stand_ins:whole,
       (select count(*) from role r where r.programme = $1 and r.person = $2) as roles:whole;
