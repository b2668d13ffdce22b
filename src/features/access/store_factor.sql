-- Second factors, recovery codes, resets, and forms kept over a sign-in.

-- one factor_of(person factor.person)                                                 by web, writer
select id, sealed, confirmed_at, last_step from factor where person = $1 and kind = 'totp' and confirmed_at is not null;

-- one factor_started_of(person factor.person)                                         by web, writer
select id, sealed from factor where person = $1 and kind = 'totp' and confirmed_at is null;

-- add factor_put(id factor.id, person factor.person, sealed factor.sealed, now factor.made_at) by writer
insert into factor (id, person, kind, sealed, made_at) values ($1, $2, 'totp', $3, $4);

-- change factor_confirm(id factor.id, now factor.confirmed_at, step factor.last_step) by writer
update factor set confirmed_at = $2, last_step = $3 where id = $1 and confirmed_at is null;

-- change factor_use(id factor.id, step factor.last_step)                              by writer
update factor set last_step = $2 where id = $1 and last_step < $2;

-- change factor_drop_started(person factor.person)                                    by writer
delete from factor where person = $1 and confirmed_at is null;

-- change factor_drop_old(person factor.person)                                        by writer
delete from factor where person = $1 and confirmed_at is not null;

-- change factor_drop(person factor.person)                                            by writer, cli
delete from factor where person = $1;

-- one factor_miss_of(person factor_miss.person, step factor_miss.step)                by web, writer
select misses, paused_until_at from factor_miss where person = $1 and step = $2;

-- change factor_miss_put(id factor_miss.id, person factor_miss.person, step factor_miss.step, misses factor_miss.misses,
--                        paused factor_miss.paused_until_at)                          by writer
insert into factor_miss (id, person, step, misses, paused_until_at) values ($1, $2, $3, $4, $5)
on conflict (person, step) do update set misses = $4, paused_until_at = $5;

-- change factor_miss_drop(person factor_miss.person, step factor_miss.step)           by writer
delete from factor_miss where person = $1 and step = $2;

-- change factor_misses_drop(person factor_miss.person)                                by writer, cli
delete from factor_miss where person = $1;

-- add recovery_add(id recovery_code.id, person recovery_code.person, hash recovery_code.hash, now recovery_code.made_at) by writer
insert into recovery_code (id, person, hash, made_at) values ($1, $2, $3, $4);

-- change recovery_use(person recovery_code.person, hash recovery_code.hash, now recovery_code.used_at) by writer
update recovery_code set used_at = $3 where person = $1 and hash = $2 and used_at is null;

-- change recovery_drop(person recovery_code.person)                                   by writer, cli
delete from recovery_code where person = $1;

-- one recovery_left(person recovery_code.person)                                      by web, writer
select count(*) as codes:whole from recovery_code where person = $1 and used_at is null;

-- change reset_put(id factor_reset.id, person factor_reset.person, asked_by factor_reset.asked_by, now factor_reset.asked_at,
--                  due factor_reset.due_at)                                           by writer
insert into factor_reset (id, person, asked_by, asked_at, due_at) values ($1, $2, $3, $4, $5)
on conflict (person) do nothing;

-- one reset_of(person factor_reset.person)                                            by web, writer
select id, asked_by, asked_at, due_at from factor_reset where person = $1;

-- change reset_drop(person factor_reset.person)                                       by writer, cli
delete from factor_reset where person = $1;

-- list resets_open(limit whole)                                                       by web, writer
select r.id, r.asked_at, r.due_at, p.name, p.email, b.name as asked_by_name
from factor_reset r join person p on p.id = r.person join person b on b.id = r.asked_by
order by r.due_at, r.id limit $1;

-- one person_for_reset(email_folded person.email_folded)                              by web, writer
select p.id, p.name, (select count(*) from factor f where f.person = p.id and f.confirmed_at is not null) as has_factor:bool
from person p where p.email_folded = $1;

-- change session_prove(id session.id, hash session.hash, now session.factor_at)       by writer
update session set hash = $2, factor_at = $3, seen_at = $3 where id = $1;

-- change session_unprove(id session.id)                                               by writer
update session set factor_at = null where id = $1;

-- change session_drop_all(person session.person)                                      by writer, cli
delete from session where person = $1;

-- add kept_add(id kept_form.id, person kept_form.person, target kept_form.target, sealed kept_form.sealed,
--              expires kept_form.expires_at)                                          by writer
insert into kept_form (id, person, target, sealed, expires_at) values ($1, $2, $3, $4, $5);

-- change kept_clean(now kept_form.expires_at)                                         by writer
delete from kept_form where expires_at <= $1;

-- change kept_drop_extra(person kept_form.person, keep whole)                         by writer
delete from kept_form where person = $1 and id in
  (select id from kept_form where person = $1 order by expires_at desc, id desc limit 1000 offset $2);

-- one kept_newest(person kept_form.person, now kept_form.expires_at)                  by web, writer
select id from kept_form where person = $1 and expires_at > $2 and offered_at is null order by expires_at desc, id desc limit 1;

-- change kept_offered(person kept_form.person, now kept_form.offered_at)              by writer
update kept_form set offered_at = $2 where person = $1 and offered_at is null;

-- one kept_of(id kept_form.id, person kept_form.person, now kept_form.expires_at)     by web, writer
select target, sealed from kept_form where id = $1 and person = $2 and expires_at > $3;
