-- Comments before do not count.

-- one person_mail(id person.id) by web
select name,
       mail
from person where id = $1;
