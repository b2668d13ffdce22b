-- A programme's own forms, each change a version; the newest one is in force.

-- list forms_of(programme question_form.programme, limit whole)                       by web, writer
select f.id, f.slug from question_form f
where f.programme = $1 and f.slug in ('mentor', 'mentee') and f.version = (select max(n.version) from question_form n where n.programme = f.programme and n.slug = f.slug)
order by f.slug limit $2;

-- Of one slug the newest: a survey has questions of its own, which no programme file holds.
-- one form_newest_of(programme question_form.programme, slug question_form.slug)      by web, writer
select id from question_form where programme = $1 and slug = $2 order by version desc limit 1;

-- one form_row(id question_form.id)                                                   by web, writer
select slug, title, version from question_form where id = $1;

-- list questions_of(form question.form, limit whole)                                  by web, writer
select id, key, kind, words, help, choices, lowest, highest, is_required, audience from question where form = $1 order by position limit $2;

-- one form_newest(programme question_form.programme, slug question_form.slug)         by web, writer
select coalesce(max(version), 0) as version:whole from question_form where programme = $1 and slug = $2;

-- add form_add(id question_form.id, programme question_form.programme, slug question_form.slug, version question_form.version, title question_form.title,
--              now question_form.made_at)                                             by writer
insert into question_form (id, programme, slug, version, title, made_at) values ($1, $2, $3, $4, $5, $6);

-- add question_add(id question.id, form question.form, position question.position, key question.key, kind question.kind, words question.words,
--                  help question.help, choices question.choices, lowest question.lowest, highest question.highest, is_required question.is_required,
--                  audience question.audience)                                        by writer
insert into question (id, form, position, key, kind, words, help, choices, lowest, highest, is_required, audience)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- Every wording that a question of a form ever had, the newest first.
-- list question_wordings(programme question_form.programme, slug question_form.slug, limit whole) by web, writer
select q.key, q.words from question_form f join question q on q.form = f.id where f.programme = $1 and f.slug = $2
group by q.key, q.words order by max(f.version) desc, q.key, q.words limit $3;
