-- Whether what a programme points to elsewhere still stands there (F030): one row a resource that is in use, which says when it is looked at next.

create table resource_look (
  resource          integer not null primary key references resource, -- class: none
  due_at            integer not null,                         -- class: none         names the look that is to come: what an older one found is not kept
  looked_at         integer,                                  -- class: none
  finding           text    not null default 'unseen' check (finding in ('unseen', 'fine', 'guarded', 'strange', 'gone', 'failing', 'nameless', 'unreachable', 'untrusted', 'slow', 'inward', 'astray')), -- class: public
  status            integer not null default 0,               -- class: public       what the server said last; 0: nothing
  failing_since_at  integer,                                  -- class: public       the first failure since it worked
  dead_at           integer                                   -- class: public       since a second one a day or more later
) strict;
create index resource_look_due on resource_look (due_at);
insert into resource_look (resource, due_at) select id, 0 from resource where is_retired = 0;
