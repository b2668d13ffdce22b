-- Sessions that were called off, and people who did not come.

-- change request_session_off(id request.id, now request.saved_at)                     by writer
update request set state = 'claimed', session_at = null, session_zone = '', session_local = '', contacted_at = coalesce(contacted_at, $2),
       answered_at = $2, claim_step = 0, version = version + 1, saved_at = $2
where id = $1 and state = 'scheduled';

-- change request_answered(id request.id, now request.answered_at)                     by writer
update request set answered_at = $2, claim_step = claim_step & 15, version = version + 1 where id = $1 and state in ('claimed', 'scheduled');

-- change absence_add(id absence.id, programme absence.programme, request absence.request, person absence.person, said_by absence.said_by,
--                    session absence.session_at, now absence.said_at)                 by writer
insert into absence (id, programme, request, person, said_by, session_at, said_at) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (request, person, session_at) do nothing;

-- one absences_of(programme absence.programme, person absence.person)                 by writer
select count(*) as times:whole from absence where programme = $1 and person = $2;
