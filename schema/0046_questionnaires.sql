-- What a programme's surveys ask (PROGRAMMES.md F028, F042, F176), so that its file has it: the questions are a form of the programme, question_form.slug is
-- "survey-" and this slug.
create table questionnaire (
  programme     integer not null references programme,        -- class: none
  slug          text    not null,                             -- class: none
  about         text    not null,                             -- class: content      what it is for, and what becomes of who does not answer
  audience      text    not null check (audience in ('members', 'mentors', 'mentees', 'round', 'round-mentors', 'round-mentees')), -- class: none
  asks_areas    integer not null default 0,                   -- class: none
  asks_ranking  integer not null default 0,                   -- class: none
  is_retired    integer not null default 0,                   -- class: none
  made_at       integer not null,                             -- class: none
  primary key (programme, slug)
) strict;
alter table survey add column questionnaire text not null default ''; -- class: none  whose questions it asks; empty: a form of its own, "survey-" and its id
alter table survey add column form integer references question_form; -- class: none  the version that it asks; null: not open yet, or from before there was this
