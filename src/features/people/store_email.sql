-- Another address: asked for, confirmed from there.

-- one email_asks(person email_change.person, since email_change.made_at)              by writer
select count(*) as asks:whole from email_change where person = $1 and made_at > $2;

-- change email_change_clean(before email_change.expires_at)                           by writer
delete from email_change where expires_at < $1;

-- add email_change_add(id email_change.id, hash email_change.hash, person email_change.person, email email_change.email,
--                      folded email_change.email_folded, made email_change.made_at, expires email_change.expires_at) by writer
insert into email_change (id, hash, person, email, email_folded, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7);

-- one email_change_of(hash email_change.hash, person email_change.person, now email_change.expires_at) by web, writer
select id, email, email_folded from email_change where hash = $1 and person = $2 and expires_at > $3;

-- change email_changes_drop(person email_change.person)                               by writer
delete from email_change where person = $1;

-- change person_set_email(id person.id, email person.email, folded person.email_folded) by writer
update person set email = $2, email_folded = $3 where id = $1 and not exists (select 1 from person o where o.email_folded = $3 and o.id <> $1);

-- change ways_in_drop(person way_in.person)                                           by writer
delete from way_in where person = $1 and used_at is null;
