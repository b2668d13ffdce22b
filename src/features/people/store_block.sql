-- Who keeps whom apart: read by whoever did it alone; lists and claims ask for the pair.

-- change block_add(id block.id, blocker block.blocker, blocked block.blocked, label block.label, now block.made_at) by writer
insert into block (id, blocker, blocked, label, made_at) values ($1, $2, $3, $4, $5) on conflict (blocker, blocked) do nothing;

-- change block_ahead_add(id block_ahead.id, blocker block_ahead.blocker, email block_ahead.email_folded, label block_ahead.label, now block_ahead.made_at) by writer
insert into block_ahead (id, blocker, email_folded, label, made_at) values ($1, $2, $3, $4, $5) on conflict (blocker, email_folded) do nothing;

-- one block_between(one block.blocker, other block.blocked)                           by web, writer
select count(*) as blocks:whole from block z where (z.blocker = $1 and z.blocked = $2) or (z.blocker = $2 and z.blocked = $1);

-- list blocks_of(blocker block.blocker, limit whole)                                   by web, writer
select b.id, case when b.label <> '' then b.label else p.name end as label:text, b.made_at
from block b join person p on p.id = b.blocked where b.blocker = $1
union all
select a.id, a.label, a.made_at from block_ahead a where a.blocker = $1
order by made_at desc, id desc limit $2;

-- change block_drop(id block.id, blocker block.blocker)                               by writer
delete from block where id = $1 and blocker = $2;

-- change block_ahead_drop(id block_ahead.id, blocker block_ahead.blocker)             by writer
delete from block_ahead where id = $1 and blocker = $2;

-- Whoever comes with an address that somebody blocked before.
-- Of nearly nobody: asked before anything is written.
-- one block_waits(email block_ahead.email_folded)                                     by writer
select count(*) as count:whole from block_ahead where email_folded = $1;

-- one block_waits_any()                                                               by writer
select count(*) as count:whole from (select 1 from block_ahead limit 1) b;

-- change block_arrive(person block.blocked, email block_ahead.email_folded)           by writer
insert into block (id, blocker, blocked, label, made_at) select a.id, a.blocker, $1, a.label, a.made_at from block_ahead a where a.email_folded = $2 and a.blocker <> $1
on conflict (blocker, blocked) do nothing;

-- change block_ahead_done(email block_ahead.email_folded)                             by writer
delete from block_ahead where email_folded = $1;

-- What one of the two was asked by name is open to the others now.
-- list held_between(one request.mentee, other request.named_mentor, limit whole)       by writer
select id, programme from request where state = 'reserved' and ((mentee = $1 and named_mentor = $2) or (mentee = $2 and named_mentor = $1)) order by id limit $3;

-- change hold_is_over(id request.id, now request.reserved_until_at)                   by writer
update request set reserved_until_at = $2 where id = $1 and state = 'reserved';
