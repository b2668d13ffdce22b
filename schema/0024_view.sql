-- A modal that is open shows the form of another programme. The column is made anew, since SQLite changes no check.
drop index letter_homes;
alter table letter add column act_before text not null default '';    -- class: none
update letter set act_before = act;
alter table letter drop column act;
alter table letter add column act text not null default '' check (act in ('', 'post', 'reply', 'edit', 'delete', 'answer', 'open', 'home', 'unfurl', 'invite', 'view')); -- class: none
update letter set act = act_before where act_before <> '';
alter table letter drop column act_before;
create index letter_homes on letter (address, not_before_at) where act = 'home';
