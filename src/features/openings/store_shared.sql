-- What other rooms ask of openings.

-- What waits for coordinators: to be announced or returned; that came back without a mentor; whose contact did not choose in time.
-- list openings_in_need(programme opening.programme, late opening.stepped, limit whole) by web, writer
select o.id, o.project, o.state, o.changed_at from opening o
where o.programme = $1 and (o.state = 'declared' or (o.state = 'returned' and o.lacks_mentor = 1)
  or (o.state in ('accepting', 'surveying') and o.listed_at is not null and o.chosen_at is null and o.stepped >= $2))
order by o.changed_at, o.id limit $3;
