-- one person_by(mail person.mail) by web
select id from person where name = $1;
