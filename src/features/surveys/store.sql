-- Surveys, who is asked, and what they answered. A match run may read survey_common() and survey_choices().

-- add survey_add(id survey.id, programme survey.programme, cohort survey.cohort, name survey.name, about survey.about, audience survey.audience,
--                opens survey.opens_at, closes survey.closes_at, first survey.first_days, last survey.last_days, areas survey.asks_areas,
--                ranking survey.asks_ranking, questionnaire survey.questionnaire, now survey.made_at) by writer
insert into survey (id, programme, cohort, name, about, audience, state, opens_at, closes_at, first_days, last_days, asks_areas, asks_ranking, questionnaire, made_at)
values ($1, $2, $3, $4, $5, $6, 'planned', $7, $8, $9, $10, $11, $12, $13, $14);

-- change survey_change(id survey.id, cohort survey.cohort, name survey.name, about survey.about, audience survey.audience, opens survey.opens_at,
--                      closes survey.closes_at, first survey.first_days, last survey.last_days, areas survey.asks_areas, ranking survey.asks_ranking,
--                      questionnaire survey.questionnaire)                            by writer
update survey set cohort = $2, name = $3, about = $4, audience = $5, opens_at = $6, closes_at = $7, first_days = $8, last_days = $9, asks_areas = $10, asks_ranking = $11,
       questionnaire = $12
where id = $1 and state = 'planned';

-- one survey_of(id survey.id, programme survey.programme)                             by web, writer
select s.id, s.programme, s.cohort, s.name, s.about, s.audience, s.state, s.opens_at, s.closes_at, s.first_days, s.last_days, s.asks_areas, s.asks_ranking, s.reminded, s.told, s.questionnaire, s.form,
       coalesce(c.name, '') as cohort_name:cohort.name,
       (select count(*) from response r where r.survey = s.id and r.is_sent = 1) as answered:whole
from survey s left join cohort c on c.id = s.cohort where s.id = $1 and s.programme = $2;

-- list surveys_of(programme survey.programme, limit whole)                            by web, writer
select s.id, s.name, s.audience, s.state, s.opens_at, s.closes_at, coalesce(c.name, '') as cohort_name:cohort.name,
       (select count(*) from response r where r.survey = s.id and r.is_sent = 1) as answered:whole
from survey s left join cohort c on c.id = s.cohort where s.programme = $1 order by s.id desc limit $2;

-- change survey_open(id survey.id, opens survey.opens_at, closes survey.closes_at, form survey.form) by writer
update survey set state = 'open', opens_at = $2, closes_at = $3, form = $4 where id = $1 and state = 'planned';

-- From now on it asks that version.
-- change survey_renew(id survey.id, form survey.form)                                 by writer
update survey set form = $2 where id = $1 and state = 'open';

-- change survey_shift(id survey.id, opens survey.opens_at, closes survey.closes_at)   by writer
update survey set opens_at = $2, closes_at = $3 where id = $1 and state = 'planned';

-- change survey_extend(id survey.id, closes survey.closes_at)                         by writer
update survey set closes_at = $2, reminded = 0 where id = $1 and state = 'open';

-- change survey_close(id survey.id, closes survey.closes_at)                          by writer
update survey set state = 'closed', closes_at = $2 where id = $1 and state = 'open';

-- change survey_reminded(id survey.id, bits survey.reminded)                          by writer
update survey set reminded = $2, told = 0 where id = $1;

-- change survey_told(id survey.id, told survey.told)                                  by writer
update survey set told = $2 where id = $1;

-- When the last window of a round closes that has not closed yet.
-- one round_closes(cohort intake.cohort)                                              by writer
select count(*) as windows:whole, coalesce(max(closes_at), 0) as closes_at:moment from intake where cohort = $1 and state in ('planned', 'open');

-- list rounds_to_ask(programme cohort.programme, limit whole)                         by web, writer
select id, name from cohort where programme = $1 order by id desc limit $2;

-- Who is asked by what, from somebody's side or a survey's. Mentees are members who do not mentor; of a round whoever applied and was not turned down.
-- list survey_reach(programme survey.programme, survey survey.id, person person.id, after person.id, only_silent bool, limit whole) by web, writer
select s.id as survey, p.id as person:person.id, p.name, coalesce(r.is_sent, 0) as is_sent:bool, (r.id is not null) as has_begun:bool,
       coalesce((select max(i.side) from application a join intake i on i.id = a.intake
                 where a.person = p.id and i.cohort = s.cohort and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered', 'placed')),
                case when m.state = 'active' then 'mentor' else 'mentee' end) as side:response.side
from survey s join membership b on b.programme = s.programme and b.left_at is null join person p on p.id = b.person
     left join mentor m on m.programme = s.programme and m.person = p.id left join response r on r.survey = s.id and r.person = p.id
where s.programme = $1 and ($2 = 0 or s.id = $2) and ($3 = 0 or p.id = $3) and p.id > $4 and ($5 = 0 or coalesce(r.is_sent, 0) = 0)
  and (s.audience = 'members' or (s.audience = 'mentors' and m.state = 'active') or (s.audience = 'mentees' and coalesce(m.state, '') <> 'active')
       or exists (select 1 from application a join intake i on i.id = a.intake
                  where a.person = p.id and i.cohort = s.cohort and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered', 'placed')
                    and (s.audience = 'round' or (s.audience = 'round-mentors' and i.side = 'mentor') or (s.audience = 'round-mentees' and i.side = 'mentee'))))
order by p.id, s.id desc limit $6;

-- one survey_silent(survey survey.id)                                                 by web, writer
select count(*) as people:whole
from survey s join membership b on b.programme = s.programme and b.left_at is null left join mentor m on m.programme = s.programme and m.person = b.person
where s.id = $1 and not exists (select 1 from response r where r.survey = s.id and r.person = b.person and r.is_sent = 1)
  and (s.audience = 'members' or (s.audience = 'mentors' and m.state = 'active') or (s.audience = 'mentees' and coalesce(m.state, '') <> 'active')
       or exists (select 1 from application a join intake i on i.id = a.intake
                  where a.person = b.person and i.cohort = s.cohort and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered', 'placed')
                    and (s.audience = 'round' or (s.audience = 'round-mentors' and i.side = 'mentor') or (s.audience = 'round-mentees' and i.side = 'mentee'))));

-- --- answers ---

-- one response_of(survey response.survey, person response.person)                     by web, writer
select id, form, is_sent, saved_at, sent_at from response where survey = $1 and person = $2;

-- add response_put(id response.id, survey response.survey, person response.person, form response.form, side response.side, is_sent response.is_sent,
--                  now response.saved_at, sent response.sent_at)                      by writer
insert into response (id, survey, person, form, side, is_sent, saved_at, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (survey, person) do update set form = excluded.form, side = excluded.side, is_sent = excluded.is_sent, saved_at = excluded.saved_at,
  sent_at = coalesce(response.sent_at, excluded.sent_at);

-- change response_drop_answers(response response_answer.response)                     by writer
delete from response_answer where response = $1;

-- change response_drop_areas(response response_area.response)                         by writer
delete from response_area where response = $1;

-- change response_drop_choices(response response_choice.response)                     by writer
delete from response_choice where response = $1;

-- add response_answer_add(response response_answer.response, question response_answer.question, words response_answer.words) by writer
insert into response_answer (response, question, words) values ($1, $2, $3);

-- add response_area_add(response response_area.response, area response_area.area)     by writer
insert into response_area (response, area) values ($1, $2);

-- add response_choice_add(response response_choice.response, place response_choice.place, chosen response_choice.chosen) by writer
insert into response_choice (response, place, chosen) values ($1, $2, $3);

-- list response_answers(response response_answer.response, limit whole)               by web, writer
select q.id as question, q.key, w.words from response_answer w join question q on q.id = w.question where w.response = $1 order by q.position limit $2;

-- list response_areas(response response_area.response, limit whole)                   by web, writer
select a.id, a.name from response_area w join focus_area a on a.id = w.area where w.response = $1 order by a.position, a.id limit $2;

-- list response_choices(response response_choice.response, limit whole)               by web, writer
select w.place, w.chosen, p.name from response_choice w join person p on p.id = w.chosen where w.response = $1 order by w.place limit $2;

-- Whom somebody may put in order: mentors who are active, mentees who let themselves be listed; of a round those of the other side in it; nobody who
-- is kept apart from them, or whom a case hides.
-- list survey_rankable(survey survey.id, person person.id, side response.side, limit whole) by web, writer
select p.id, p.name
from survey s join membership b on b.programme = s.programme and b.left_at is null join person p on p.id = b.person left join mentor m on m.programme = s.programme and m.person = p.id
where s.id = $1 and p.id <> $2
  and (($3 = 'mentee' and m.state = 'active') or ($3 = 'mentor' and b.is_listed = 1 and (s.cohort is not null or coalesce(m.state, '') <> 'active')))
  and (s.cohort is null or exists (select 1 from application a join intake i on i.id = a.intake
       where a.person = p.id and i.cohort = s.cohort and i.side <> $3 and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered', 'placed')))
  and not exists (select 1 from pause z where z.person = p.id and z.programme = s.programme and z.ended_at is null)
  and not exists (select 1 from block z where z.blocker = p.id and z.blocked = $2) and not exists (select 1 from block z where z.blocker = $2 and z.blocked = p.id)
order by p.name_folded, p.id limit $4;

-- --- counts ---

-- The versions of a survey's questions that somebody sent answers to.
-- list survey_forms(survey response.survey, limit whole)                              by web, writer
select f.id from question_form f where exists (select 1 from response r where r.survey = $1 and r.form = f.id and r.is_sent = 1) order by f.id limit $2;

-- list survey_counts(survey response.survey, limit whole)                             by web, writer
select w.question, w.words, count(*) as people:whole
from response r join response_answer w on w.response = r.id join question q on q.id = w.question
where r.survey = $1 and r.is_sent = 1 and q.kind not in ('text', 'long-text', 'link', 'date')
group by w.question, w.words order by w.question, w.words limit $2;

-- list survey_texts(survey response.survey, limit whole)                              by web, writer
select w.question, w.words
from response r join response_answer w on w.response = r.id join question q on q.id = w.question
where r.survey = $1 and r.is_sent = 1 and q.kind in ('text', 'long-text', 'link', 'date') order by w.question, r.id limit $2;

-- list survey_area_counts(survey response.survey, limit whole)                        by web, writer
select a.name, sum(case when r.side = 'mentee' then 1 else 0 end) as mentees:whole, sum(case when r.side = 'mentor' then 1 else 0 end) as mentors:whole
from response r join response_area w on w.response = r.id join focus_area a on a.id = w.area
where r.survey = $1 and r.is_sent = 1 group by a.id, a.name, a.position order by a.position, a.id limit $2;

-- What a mentee and a mentor have in common, a row for each area, by the answers that they sent to that survey. Nobody who is kept apart.
-- list survey_common(survey response.survey, limit whole)                             by web, writer, worker
select e.person as mentee, o.person as mentor, p.name as mentee_name:person.name, q.name as mentor_name:person.name, a.name as area_name:focus_area.name
from response e join response o on o.survey = e.survey and o.side = 'mentor' and o.is_sent = 1 and o.person <> e.person
     join response_area x on x.response = e.id join response_area y on y.response = o.id and y.area = x.area join focus_area a on a.id = x.area
     join person p on p.id = e.person join person q on q.id = o.person
where e.survey = $1 and e.side = 'mentee' and e.is_sent = 1
  and not exists (select 1 from block z where z.blocker = e.person and z.blocked = o.person) and not exists (select 1 from block z where z.blocker = o.person and z.blocked = e.person)
order by p.name, e.person, q.name, o.person, a.position, a.id limit $2;

-- Who put whom on which place.
-- list survey_choices(survey response.survey, limit whole)                            by web, writer, worker
select r.person, r.side, w.place, w.chosen, p.name, q.name as chosen_name:person.name
from response r join response_choice w on w.response = r.id join person p on p.id = r.person join person q on q.id = w.chosen
where r.survey = $1 and r.is_sent = 1 order by r.side, p.name, r.person, w.place limit $2;
