-- What a programme's surveys ask: each has a form whose newest version stands in its file. A survey that is open keeps its own version (../surveys).

-- list questionnaires_of(programme questionnaire.programme, limit whole)              by web, writer
select q.slug, q.about, q.audience as audience:survey.audience, q.asks_areas, q.asks_ranking, q.is_retired, f.id as form:question_form.id, f.slug as form_slug:question_form.slug, f.title, f.version,
       (select count(*) from question n where n.form = f.id) as questions:whole,
       (select count(*) from survey s where s.programme = q.programme and s.questionnaire = q.slug and s.state = 'open') as open_now:whole
from questionnaire q join question_form f on f.programme = q.programme and f.slug = 'survey-' || q.slug
     and f.version = (select max(n.version) from question_form n where n.programme = f.programme and n.slug = f.slug)
where q.programme = $1 order by q.is_retired, q.slug limit $2;

-- one questionnaire_of(programme questionnaire.programme, slug questionnaire.slug)    by web, writer
select q.slug, q.about, q.audience as audience:survey.audience, q.asks_areas, q.asks_ranking, q.is_retired, f.id as form:question_form.id, f.title, f.version
from questionnaire q join question_form f on f.programme = q.programme and f.slug = 'survey-' || q.slug
where q.programme = $1 and q.slug = $2 order by f.version desc limit 1;

-- add questionnaire_put(programme questionnaire.programme, slug questionnaire.slug, about questionnaire.about, audience survey.audience,
--                       areas questionnaire.asks_areas, ranking questionnaire.asks_ranking, retired questionnaire.is_retired, now questionnaire.made_at) by writer
insert into questionnaire (programme, slug, about, audience, asks_areas, asks_ranking, is_retired, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (programme, slug) do update set about = excluded.about, audience = excluded.audience, asks_areas = excluded.asks_areas,
  asks_ranking = excluded.asks_ranking, is_retired = excluded.is_retired;

-- What a change of questions finds: surveys that ask an older version or are planned, and answers that keep their words. slug: of the form.
-- one questions_reach(programme question_form.programme, slug question_form.slug, questionnaire survey.questionnaire) by web, writer
select (select count(*) from survey s where s.programme = $1 and $3 <> '' and s.questionnaire = $3 and s.state = 'open') as open_now:whole,
       (select count(*) from survey s where s.programme = $1 and $3 <> '' and s.questionnaire = $3 and s.state = 'planned') as planned:whole,
       (select count(*) from response r join question_form f on f.id = r.form where f.programme = $1 and f.slug = $2 and r.is_sent = 1) as answers:whole,
       (select count(*) from application a join question_form f on f.id = a.form where f.programme = $1 and f.slug = $2
          and a.state in ('sent', 'in-review', 'short-listed', 'wait-listed', 'offered')) as applications:whole
from programme where id = $1;
