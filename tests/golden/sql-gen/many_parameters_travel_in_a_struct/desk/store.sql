-- A head may go on over lines; what may be null is kept as null when it is 0, none or empty.
-- This is a comment, since it starts with no kind.

-- add request_add(id request.id, asked_by request.asked_by, claimer request.claimer, state request.state, number request.number,
--                 words request.words, note request.note, asked request.asked_at, closed request.closed_at, photo person.photo)
--     by writer
insert into request (id, asked_by, claimer, state, number, words, note, asked_at, closed_at)
select $1, $2, $3, $4, $5, $6, $7, $8, $9 where $10 is null;
