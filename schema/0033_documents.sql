-- Documents: what each one is, for whom, who reads it and whether it must be accepted; who wrote which version; who was told of a new one.

create table document_card (
  programme     integer not null references programme,        -- class: none
  slug          text    not null,                             -- class: public
  kind          text    not null check (kind in ('conduct', 'handbook', 'guide', 'checklist', 'process')), -- class: public
  role          text    not null check (role in ('all', 'mentee', 'mentor', 'coordinator')), -- class: public      whom it is for
  audience      text    not null check (audience in ('members', 'public')), -- class: public      who may read it
  is_binding    integer not null,                             -- class: public       must be accepted
  asked_since_at integer,                                     -- class: none         acceptance is asked since then; null: since its first version
  is_retired    integer not null default 0,                   -- class: none
  primary key (programme, slug)
) strict;

insert into document_card (programme, slug, kind, role, audience, is_binding)
select distinct programme, slug,
       case when slug = 'conduct' then 'conduct' when slug like '%handbook%' then 'handbook' else 'guide' end,
       'all', 'members', case when slug = 'conduct' then 1 else 0 end
from document;

alter table document add column hash text;                    -- class: none         SHA-256 of the text; null: from before hashes were kept
alter table document add column author integer references person; -- class: pseudonym    null: the operator, or the server itself
alter table acceptance add column hash text;                  -- class: none         of the text that was accepted; null: from before

-- What was published stays as it was: somebody may have accepted it.
-- for sqlite
create trigger document_is_kept_as_it_is before update on document begin select raise(abort, 'documents are append-only'); end;
create trigger document_is_kept before delete on document begin select raise(abort, 'documents are append-only'); end;

-- for postgres
create trigger document_is_kept before update or delete or truncate on document for each statement execute function record_is_append_only();

-- Who was told that a version is to be accepted (L44): step 1 when it came, step 2 a week later; later ones by a coordinator's hand.
create table document_notice (
  document      integer not null references document,         -- class: none
  person        integer not null references person,           -- class: pseudonym
  step          integer not null check (step between 1 and 100), -- class: none
  told_at       integer not null,                             -- class: none
  primary key (document, person, step)
) strict;
create index document_notice_by_person on document_notice (person, document);
create index acceptance_by_document on acceptance (document);
