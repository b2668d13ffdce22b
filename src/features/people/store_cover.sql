-- Who coordinates, and who does it for whom.

-- list coordinators_of(programme role.programme, now stand_in.until_at, limit whole)   by web, writer
select p.id, p.name, coalesce(s.until_at, 0) as until:stand_in.until_at, coalesce(d.name, '') as deputy_name:person.name
from role r join person p on p.id = r.person
left join stand_in s on s.programme = r.programme and s.absent = r.person and s.until_at > $2
left join person d on d.id = s.deputy
where r.programme = $1 and r.role = 'coordinator'
order by p.name_folded, p.id limit $3;

-- change stand_ins_end(programme stand_in.programme, person stand_in.absent)           by writer
delete from stand_in where programme = $1 and (absent = $2 or deputy = $2);

-- one is_member_of(programme membership.programme, person membership.person)          by writer
select count(*) as members:whole from membership where programme = $1 and person = $2 and left_at is null;

-- change stand_in_put(id stand_in.id, programme stand_in.programme, absent stand_in.absent, deputy stand_in.deputy, until stand_in.until_at,
--                     now stand_in.made_at)                                           by writer
insert into stand_in (id, programme, absent, deputy, until_at, made_at) values ($1, $2, $3, $4, $5, $6)
on conflict (programme, absent) do update set deputy = excluded.deputy, until_at = excluded.until_at, made_at = excluded.made_at;

-- one stand_in_of(programme stand_in.programme, absent stand_in.absent)               by writer
select deputy, until_at from stand_in where programme = $1 and absent = $2;

-- change stand_in_drop(programme stand_in.programme, absent stand_in.absent)          by writer
delete from stand_in where programme = $1 and absent = $2;
