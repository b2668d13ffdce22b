-- A programme's own forms (PROGRAMMES.md F026, F027): each change of one is a new version, so that an answer keeps the words of its question.
create table question_form (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  slug          text    not null,                             -- class: none         as what somebody applies by it: mentor, mentee
  version       integer not null,                             -- class: none
  title         text    not null,                             -- class: content
  made_at       integer not null,                             -- class: none
  unique (programme, slug, version)
) strict;

create table question (
  id            integer not null primary key,                 -- class: none
  form          integer not null references question_form,    -- class: none
  position      integer not null,                             -- class: none
  key           text    not null,                             -- class: none         what answers are called by programs
  kind          text    not null check (kind in ('text', 'long-text', 'choice', 'choices', 'scale', 'week', 'language', 'date', 'link', 'consent')), -- class: none
  words         text    not null,                             -- class: content
  help          text    not null default '',                  -- class: content
  choices       text    not null default '',                  -- class: content      a line each; of a scale what its two ends mean
  lowest        integer not null default 0,                   -- class: none
  highest       integer not null default 0,                   -- class: none
  is_required   integer not null default 0,                   -- class: none
  audience      text    not null default 'reviewers' check (audience in ('reviewers', 'coordinators')), -- class: none
  unique (form, key)
) strict;
create index question_by_form on question (form, position);
