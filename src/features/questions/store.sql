-- Questions to coordinators.

-- add desk_question_add(id desk_question.id, programme desk_question.programme, asker desk_question.asker, words desk_question.words, now desk_question.asked_at) by writer
insert into desk_question (id, programme, asker, words, state, asked_at) values ($1, $2, $3, $4, 'open', $5);

-- one question_of(id desk_question.id, programme desk_question.programme)                       by web, writer
select q.id, q.asker, q.words, q.state, q.answer, q.asked_at, q.ended_at from desk_question q where q.id = $1 and q.programme = $2;

-- one questions_open_of(asker desk_question.asker, programme desk_question.programme)           by writer
select count(*) as open:whole from desk_question where asker = $1 and programme = $2 and state = 'open';

-- change question_end(id desk_question.id, state desk_question.state, answer desk_question.answer, by desk_question.answered_by, now desk_question.ended_at) by writer
update desk_question set state = $2, answer = $3, answered_by = $4, ended_at = $5 where id = $1 and state = 'open';

-- list questions_open(programme desk_question.programme, limit whole)                      by web, writer
select q.id, q.words, q.asked_at, p.name from desk_question q join person p on p.id = q.asker
where q.programme = $1 and q.state = 'open' order by q.id limit $2;

-- one questions_open_count(programme desk_question.programme)                              by web, writer
select count(*) as open:whole, min(asked_at) as oldest_at:moment from desk_question where programme = $1 and state = 'open';

-- Those of one person, or of all; of one state, or of each.
-- list desk_questions_of(programme desk_question.programme, asker person.id, state text, with_open bool, after desk_question.id, limit whole) by web, writer
select q.id, q.words, q.state, q.answer, q.asked_at, q.ended_at, p.name as asker_name, coalesce(a.name, '') as answered_name:person.name
from desk_question q join person p on p.id = q.asker left join person a on a.id = q.answered_by
where q.programme = $1 and ($2 = 0 or q.asker = $2) and ($3 = '' or q.state = $3) and ($4 = 1 or q.state <> 'open') and ($5 = 0 or q.id < $5)
order by q.id desc limit $6;

-- list question_desk(programme role.programme, now stand_in.until_at, limit whole)    by writer
select r.person as id:person.id from role r where r.programme = $1 and r.role = 'coordinator'
union
select s.deputy as id:person.id from stand_in s where s.programme = $1 and s.until_at > $2
order by 1 limit $3;
