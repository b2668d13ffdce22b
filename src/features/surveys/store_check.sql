-- What must always hold of surveys; each statement lists the rows that break it. Asked by `mentord fsck` and by tests.

-- list broken_survey_plans(limit whole)                                               by cli
select s.id from survey s
where s.state <> 'closed' and not exists (select 1 from job j where j.kind = 'survey-step' and j.subject = s.id and j.state <> 'done')
order by s.id limit $1;

-- list broken_survey_rounds(limit whole)                                              by cli
select s.id from survey s left join cohort c on c.id = s.cohort
where (s.audience in ('round', 'round-mentors', 'round-mentees') and s.cohort is null) or (s.cohort is not null and c.programme <> s.programme)
order by s.id limit $1;

-- list broken_survey_questions(limit whole)                                           by cli
select s.id from survey s left join question_form f on f.id = s.form
where (s.questionnaire <> '' and not exists (select 1 from questionnaire q where q.programme = s.programme and q.slug = s.questionnaire))
   or (s.questionnaire <> '' and s.state <> 'planned' and s.form is null)
   or (s.form is not null and (f.programme <> s.programme or s.state = 'planned' or (s.questionnaire <> '' and f.slug <> 'survey-' || s.questionnaire)))
order by s.id limit $1;

-- list broken_responses(limit whole)                                                  by cli
select r.id from response r join survey s on s.id = r.survey join question_form f on f.id = r.form
where f.programme <> s.programme or f.slug not like 'survey-%' or (r.is_sent = 1) <> (r.sent_at is not null)
   or exists (select 1 from response_answer w join question q on q.id = w.question where w.response = r.id and q.form <> r.form)
order by r.id limit $1;

-- list broken_areas(limit whole)                                                      by cli
select r.id from response r join survey s on s.id = r.survey join response_area w on w.response = r.id join focus_area a on a.id = w.area
where a.programme <> s.programme order by r.id limit $1;
