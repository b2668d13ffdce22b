-- Informal help and its places.

-- list help_places(programme help_place.programme, limit whole)                       by web, writer
select id, name, url, about from help_place where programme = $1 and is_retired = 0 order by name, id limit $2;

-- one help_place_of(id help_place.id, programme help_place.programme)                 by web, writer
select id, name from help_place where id = $1 and programme = $2 and is_retired = 0;

-- add help_place_put(id help_place.id, programme help_place.programme, name help_place.name, url help_place.url, about help_place.about,
--                    now help_place.made_at)                                          by writer
insert into help_place (id, programme, name, url, about, made_at) values ($1, $2, $3, $4, $5, $6)
on conflict (programme, name) do update set url = excluded.url, about = excluded.about, is_retired = 0;

-- change help_place_retire(id help_place.id, programme help_place.programme)          by writer
update help_place set is_retired = 1 where id = $1 and programme = $2 and is_retired = 0;

-- add help_add(id help.id, programme help.programme, mentor help.mentor, place help.place, minutes help.minutes, about help.about,
--              day help.given_on, now help.logged_at)                                 by writer
insert into help (id, programme, mentor, place, minutes, about, given_on, logged_at) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- list help_log_of(programme help.programme, mentor person.id, after help.id, limit whole) by web, writer
select h.id, h.minutes, h.about, h.given_on, l.name as place_name, p.name as mentor_name
from help h join help_place l on l.id = h.place join person p on p.id = h.mentor
where h.programme = $1 and ($2 = 0 or h.mentor = $2) and ($3 = 0 or h.id < $3) order by h.id desc limit $4;

-- one help_totals(programme help.programme, since help.logged_at)                     by web, writer
select coalesce(sum(minutes), 0) as minutes:whole, count(distinct mentor) as mentors:whole from help where programme = $1 and logged_at >= $2;
