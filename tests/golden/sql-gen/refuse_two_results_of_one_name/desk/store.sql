-- one pair(id request.id) by web
select r.id, p.id from request r join person p on p.id = r.asked_by where r.id = $1;
