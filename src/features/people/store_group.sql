-- Letters of coordinators to many (F157, L51).

-- add group_mail_add(id group_mail.id, programme group_mail.programme, author group_mail.author, audience group_mail.audience, from group_mail.joined_from_at,
--                    until group_mail.joined_until_at, subject group_mail.subject, body group_mail.body, now group_mail.made_at) by writer
insert into group_mail (id, programme, author, audience, joined_from_at, joined_until_at, subject, body, state, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9);

-- one group_mail_of(id group_mail.id, programme group_mail.programme)                 by web, writer
select g.id, g.author, g.audience, g.joined_from_at, g.joined_until_at, g.subject, g.body, g.state, g.people, g.last_person, g.made_at, g.sent_at, p.name as author_name:person.name
from group_mail g join person p on p.id = g.author where g.id = $1 and g.programme = $2;

-- one group_mail_to_send(id group_mail.id)                                            by writer
select g.id, g.programme, g.audience, g.joined_from_at, g.joined_until_at, g.subject, g.body, g.people, g.last_person, p.name as author_name:person.name
from group_mail g join person p on p.id = g.author where g.id = $1 and g.state = 'sending';

-- list group_mails(programme group_mail.programme, after group_mail.id, limit whole)  by web, writer
select g.id, g.audience, g.subject, g.state, g.people, g.made_at, g.sent_at, p.name as author_name:person.name
from group_mail g join person p on p.id = g.author
where g.programme = $1 and g.state <> 'discarded' and ($2 = 0 or g.id < $2)
order by g.id desc limit $3;

-- one group_mails_lately(programme group_mail.programme, since group_mail.sent_at)    by writer
select count(*) as sent:whole from group_mail where programme = $1 and sent_at > $2;

-- change group_mail_start(id group_mail.id, now group_mail.sent_at)                   by writer
update group_mail set state = 'sending', sent_at = $2 where id = $1 and state = 'draft';

-- change group_mail_discard(id group_mail.id, programme group_mail.programme)         by writer
update group_mail set state = 'discarded' where id = $1 and programme = $2 and state = 'draft';

-- change group_mail_moves(id group_mail.id, state group_mail.state, people group_mail.people, last group_mail.last_person) by writer
update group_mail set state = $2, people = $3, last_person = $4 where id = $1 and state = 'sending';

-- list group_people(programme membership.programme, audience text, from membership.joined_at, until membership.joined_at, after person.id,
--                   now mentor.away_until_at, limit whole)                            by web, writer
select p.id
from membership b join person p on p.id = b.person left join mentor m on m.programme = b.programme and m.person = b.person
where b.programme = $1 and b.left_at is null and b.joined_at >= $3 and b.joined_at < $4 and p.id > $5 and p.email <> ''
  and not exists (select 1 from letter_choice c where c.person = p.id and c.topic = 'group' and c.channel = 'off')
  and not exists (select 1 from correspondent q where q.person = p.id and q.refused_at is not null and q.refused_email = p.email_folded)
  and ($2 = 'members'
       or ($2 = 'mentors' and m.state = 'active')
       or ($2 = 'mentors-free' and m.state = 'active' and m.running < m.capacity and (m.away_until_at is null or m.away_until_at <= $6))
       or ($2 = 'mentors-away' and m.state = 'active' and m.away_until_at > $6)
       or ($2 = 'mentors-pending' and m.state = 'pending')
       or ($2 = 'mentees-waiting' and exists (select 1 from request r where r.programme = b.programme and r.mentee = b.person and r.state in ('open', 'reserved', 'needs-detail')))
       or ($2 = 'mentees-running' and exists (select 1 from request r where r.programme = b.programme and r.mentee = b.person and r.state in ('claimed', 'scheduled')))
       or ($2 = 'mentees-helped' and exists (select 1 from request r where r.programme = b.programme and r.mentee = b.person and r.state = 'closed' and r.outcome = 'held')))
order by p.id limit $7;
