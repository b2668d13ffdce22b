-- Statements that other rooms may run, by way of people.h.

-- list mentor_skills(mentor mentor.id, limit whole)                                   by web, writer, memo
select k.skill, s.name, k.level
from mentor_skill k join skill s on s.id = k.skill
where k.mentor = $1
order by s.name limit $2;
