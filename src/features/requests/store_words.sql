-- Words that could not be sent.

-- change kept_words_add(id kept_words.id, person kept_words.person, request kept_words.request, programme request.programme,
--                       hash kept_words.hash, words kept_words.words, now kept_words.kept_at, most whole) by writer
insert into kept_words (id, person, request, hash, words, kept_at)
select $1, $2, r.id, $5, $6, $7 from request r
where r.id = $3 and r.programme = $4 and (select count(*) from kept_words k where k.person = $2) < $8
on conflict (person, request, hash) do nothing;

-- change kept_words_clean(person kept_words.person, before kept_words.kept_at)        by writer
delete from kept_words where person = $1 and kept_at < $2;

-- list kept_words_of(person kept_words.person, since kept_words.kept_at, limit whole) by web, writer
select k.id, k.words, k.kept_at from kept_words k
where k.person = $1 and k.kept_at >= $2
order by k.kept_at desc, k.id desc limit $3;

-- change kept_words_drop(id kept_words.id, person kept_words.person)                  by writer
delete from kept_words where id = $1 and person = $2;
