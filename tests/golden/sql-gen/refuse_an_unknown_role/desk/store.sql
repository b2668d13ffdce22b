-- one person_name(id person.id) by webb
select name from person where id = $1;
