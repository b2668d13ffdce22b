-- The directory: by what people are found, and who stands there.

-- one listing_facts(programme membership.programme, person membership.person)         by writer
select b.id as membership:membership.id, b.turn, b.is_listed, b.is_public, p.name_folded, p.languages, p.zone,
       coalesce(m.id, 0) as mentor:mentor.id
from membership b join person p on p.id = b.person left join mentor m on m.programme = b.programme and m.person = b.person
where b.programme = $1 and b.person = $2;

-- change listing_set_turn(id membership.id, turn membership.turn)                     by writer
update membership set turn = $2 where id = $1;

-- change listing_clear(programme listed_term.programme, person listed_term.person)    by writer
delete from listed_term where person = $2 and programme = $1;

-- add listing_add(programme listed_term.programme, term listed_term.term, turn listed_term.turn, person listed_term.person) by writer
insert into listed_term (programme, term, turn, person) values ($1, $2, $3, $4)
on conflict (programme, term, turn, person) do nothing;

-- list listing_wants(membership member_skill.membership, limit whole)                 by writer
select skill from member_skill where membership = $1 order by skill limit $2;

-- list programmes_joined(person membership.person, limit whole)                       by writer
select programme from membership where person = $1 and left_at is null order by id limit $2;

-- list not_yet_listed(programme membership.programme, limit whole)                    by writer
select person from membership where programme = $1 and turn = 0 and left_at is null order by id limit $2;

-- How many have a term, as far as most.
-- one term_count(programme listed_term.programme, term listed_term.term, most whole)  by web, writer
select count(*) as people:whole
from (select s.person from listed_term s where s.programme = $1 and s.term = $2 limit $3) s;

-- The last that a walk of so many reached: where the next one goes on.
-- one term_walked(programme listed_term.programme, term listed_term.term, from listed_term.turn, until listed_term.turn, most whole) by web, writer
select count(*) as people:whole, coalesce(max(s.turn), 0) as last:listed_term.turn
from (select w.turn from listed_term w where w.programme = $1 and w.term = $2 and w.turn > $3 and w.turn <= $4 order by w.turn limit $5) s;

-- Of those with one term, from a place on, whoever has the others as well; or of those with a word of a name that begins so.
-- list directory_rows(programme listed_term.programme, main listed_term.term, from listed_term.turn, until listed_term.turn, most whole,
--                     low listed_term.term, high listed_term.term, pattern text, all listed_term.term, second listed_term.term, third listed_term.term,
--                     fourth listed_term.term, fifth listed_term.term, is_mentors bool, sees_zones bool, by_zone bool, viewer person.id, wants_free bool,
--                     capacity mentor.capacity, now mentor.away_until_at, limit whole)  by web, writer
select t.turn, p.id, p.name, p.initials, p.pronouns, p.title, p.company, p.languages, p.zone, p.shows_zone, p.about, p.links,
       coalesce(m.away_until_at, 0) as away_until_at:mentor.away_until_at, coalesce(m.capacity, 0) as capacity:whole,
       coalesce(m.running, 0) as running:whole, case when $14 = 1 then coalesce(m.hours, 0) else b.hours end as hours:mentor.hours,
       case when $14 = 1 then coalesce(m.offer, '') else '' end as offer:mentor.offer, coalesce(m.id, 0) as mentor:mentor.id, b.id as membership:membership.id
from (select w.turn, w.person from (select a.turn, a.person from listed_term a where a.programme = $1 and a.term = $2 and a.turn > $3 and a.turn <= $4
                                    order by a.turn limit $5) w
      union all
      select n.turn, n.person from (select distinct e.turn, e.person from listed_term e where $6 <> '' and e.programme = $1 and e.term >= $6 and e.term < $7
                                    limit $5) n) t
join person p on p.id = t.person
join membership b on b.programme = $1 and b.person = t.person and b.left_at is null
left join mentor m on m.programme = $1 and m.person = t.person
where ($8 = '' or p.name_folded like $8 escape '~')
  and ($9 = '' or exists (select 1 from listed_term o where o.programme = $1 and o.term = $9 and o.turn = t.turn and o.person = t.person))
  and ($10 = '' or exists (select 1 from listed_term o where o.programme = $1 and o.term = $10 and o.turn = t.turn and o.person = t.person))
  and ($11 = '' or exists (select 1 from listed_term o where o.programme = $1 and o.term = $11 and o.turn = t.turn and o.person = t.person))
  and ($12 = '' or exists (select 1 from listed_term o where o.programme = $1 and o.term = $12 and o.turn = t.turn and o.person = t.person))
  and ($13 = '' or exists (select 1 from listed_term o where o.programme = $1 and o.term = $13 and o.turn = t.turn and o.person = t.person))
  and ($14 = 0 or m.state = 'active')
  and ($16 = 0 or $15 = 1 or p.shows_zone = 1)
  and ($18 = 0 or (m.running < m.capacity and m.running < $19 and (m.away_until_at is null or m.away_until_at <= $20)))
  and not exists (select 1 from pause z where z.person = t.person and z.programme = $1 and z.ended_at is null)
  and not exists (select 1 from block z where z.blocker = t.person and z.blocked = $17)
  and not exists (select 1 from block z where z.blocker = $17 and z.blocked = t.person)
order by case when $6 = '' then '' else p.name_folded end, t.turn limit $21;

-- The strongest five of a mentor.
-- one card_skills(mentor mentor_skill.mentor)                                          by web, writer
select coalesce(group_concat(k.name, ', '), '') as names:text
from (select s.name from mentor_skill l join skill s on s.id = l.skill where l.mentor = $1
      order by case l.level when 3 then 0 when 1 then 2 else 1 end, s.name limit 5) k;
-- for postgres
select coalesce(string_agg(k.name, ', '), '') as names:text
from (select s.name from mentor_skill l join skill s on s.id = l.skill where l.mentor = $1
      order by case l.level when 3 then 0 when 1 then 2 else 1 end, s.name limit 5) k;

-- one card_wants(membership member_skill.membership)                                   by web, writer
select coalesce(group_concat(k.name, ', '), '') as names:text
from (select s.name from member_skill l join skill s on s.id = l.skill where l.membership = $1 order by s.name limit 5) k;
-- for postgres
select coalesce(string_agg(k.name, ', '), '') as names:text
from (select s.name from member_skill l join skill s on s.id = l.skill where l.membership = $1 order by s.name limit 5) k;
