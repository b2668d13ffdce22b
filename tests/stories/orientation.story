# Orientation (F005): noted of people by coordinators; where the programme asks for it, nobody is placed as a mentor without.

story "F005 with the guard on, a mentor who missed the orientation can neither claim nor be given a request, and can once a coordinator notes it"
  given pages
  given programme operation-code
  given coordinator Cora
  given mentors Ana, Bo with skill Python
  given request R by Dana for code-review with Python
  given request S by Dana for code-review with Python
  # without the guard nothing is asked
  as Ana get /p/{p}/mentor -> 200 hiding "orientation"
  as Cora get /p/{p}/people/{Ana} -> 200 showing "No orientation is noted."
  as Cora post /api/v1/programmes/{p}/settings orientation.required=yes -> 200
  Ana claims R -> 403 showing "take part in an orientation first"
  Cora assigns R mentor={Ana} has_agreed=1 -> 409 showing "not taken part in an orientation"
  Cora assigns R mentor={Ana} reason="She knows it all anyway" -> 409 showing "not taken part in an orientation"
  expect R is open
  as Ana get /p/{p}/mentor -> 200 showing "Before you can claim or be given a request, take part in an orientation"
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Missed", "Note an orientation of all that are ticked"
  as Cora get /p/{p}/people/{Ana} -> 200 showing "Until then they are not placed as a mentor"
  as Dana get /p/{p}/people/{Ana} -> 200 hiding "orientation", "Orientation"
  # nobody is asked to take what they could not take
  as Dana get /p/{p}/requests/new/when -> 200 hiding "{Ana}"
  # refused field by field; nothing is noted, and who was ticked still is
  as Ana post /p/{p}/coordinate/people/orientation pick={Ana} orientation=took-part -> 403
  as Cora post /p/{p}/coordinate/people/orientation orientation=took-part -> 422
  as Cora post /p/{p}/coordinate/people/orientation pick={Ana} -> 422
  as Cora post /p/{p}/coordinate/people/orientation pick={Ana} orientation=took-part oriented_on=2026-12-24 -> 422 showing "still to come", "value="{Ana}" checked", "value="2026-12-24""
  as Cora post /p/{p}/coordinate/people/orientation pick={Ana} pick={R} orientation=took-part -> 422 showing "no member any more"
  Ana claims R -> 403
  # who coordinates has it on their list, and in the letter of the day; who escalates has not
  as Cora get /p/{p}/coordinate -> 200 showing "Ana Has not taken part in an orientation, and can claim nothing", "Bo Has not"
  as Cora get /api/v1/programmes/{p}/needs -> 200 showing "'kind':'no-orientation','id':'{Ana}'"
  # one
  as Cora post /p/{p}/coordinate/people/orientation pick={Ana} orientation=took-part oriented_on=2026-11-03 -> 303
  as Cora get /p/{p}/coordinate -> 200 showing "Bo Has not taken part" hiding "Ana Has not"
  as Cora follows -> 200 showing "It is noted", "Took part in an orientation on", "noted by Cora"
  as Ana get /p/{p}/mentor -> 200 showing "You took part in an orientation on"
  Ana claims R -> 303
  Bo claims S -> 403 showing "take part in an orientation first"
  # many; and back
  as Cora post /p/{p}/coordinate/people/orientation pick={Ana} pick={Bo} orientation=took-part -> 303
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 hiding "Missed"
  as Cora post /p/{p}/coordinate/people/orientation pick={Bo} orientation=missed -> 303
  Bo claims S -> 403
  as Cora get /api/v1/programmes/{p}/mentors -> 200 showing "'oriented_at':'2026-11-1", "'oriented_at':null"
  as Bo get /api/v1/programmes/{p}/mentor -> 200 showing "'oriented_at':null"
  as Cora post /api/v1/programmes/{p}/mentors/orientation pick={Bo} orientation=took-part oriented_on=2026-11-04 -> 200 showing "'noted':1"
  as Bo get /api/v1/programmes/{p}/mentor -> 200 showing "'oriented_at':'2026-11-04T00:00:00Z'"
  as Cora get /api/v1/programmes/{p}/record -> 200 showing "'before':null,'after':'2026-11-03'"
  Bo claims S -> 303

story "F005 with the guard on, whoever applied to be a mentor gets no place before the orientation, and who waits longest with one comes first"
  given pages
  given programme of programmes/open-source.yaml
  given setting mentor.approval coordinator
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=1 -> 303
  run due
  as Cora get /p/{p}/coordinate/rounds -> 200
  expect page has {cohort}
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/join/mentor forge=https://forge.example/2 expertise="Its documentation, all of it." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  as Cora post /api/v1/programmes/{p}/settings orientation.required=yes -> 200
  as Cora get /p/{p}/review/{application} -> 200 showing "Orientation", "Missed", "Note it on their page"
  as Cora post /p/{p}/review/{application}/decide decision=offer words="You fit." -> 409 showing "not taken part in an orientation", "You fit."
  as Cora post /p/{p}/coordinate/people/orientation pick={Dana} orientation=took-part -> 303
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  # it does not count any more before they answer: they are told why, and the offer stands
  as Cora post /p/{p}/coordinate/people/orientation pick={Dana} orientation=missed -> 303
  as Dana post /p/{p}/join/mentor/accept -> 403 showing "take part in an orientation first"
  as Dana get /p/{p}/join/mentor -> 200 showing "A place is offered to you"
  as Cora post /p/{p}/coordinate/people/orientation pick={Dana} orientation=took-part -> 303
  as Dana post /p/{p}/join/mentor/accept -> 303
  as Dana get /p/{p}/mentor -> 200 showing "You took part in an orientation"
  # of the waiting list whoever missed it is passed over, and nothing fails
  later 1 minutes
  as Mona post /p/{p}/conduct version=1 accepted=1 -> 303
  as Mona post /p/{p}/join/mentor forge=https://forge.example/3 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=2 -> 303
  as Mona get /p/{p}/join/mentor -> 200 showing "On the waiting list"
  as Cora post /p/{p}/coordinate/people/orientation pick={Mona} orientation=took-part -> 303
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=3 -> 303
  as Mona get /p/{p}/join/mentor -> 200 showing "A place is offered to you"

story "F004 F005 with the guard on a volunteer is approved once they were oriented, and not before"
  given pages
  given programme operation-code
  given setting mentor.approval coordinator
  given setting orientation.required yes
  given coordinator Cora
  given volunteer Vera with skill Python
  as Cora post /p/{p}/coordinate/people/{Vera}/approve -> 409 showing "not taken part in an orientation", "Vera"
  as Cora post /api/v1/programmes/{p}/people/{Vera}/approve -> 409 showing "mentor-orientation-first"
  as Cora get /p/{p}/coordinate/people?tab=pending -> 200 showing "Vera"
  as Cora post /p/{p}/coordinate/people/orientation pick={Vera} orientation=took-part -> 303
  as Cora post /p/{p}/coordinate/people/{Vera}/approve -> 303
  as Cora get /p/{p}/coordinate -> 200 hiding "Has not taken part"
  as Cora post /p/{p}/coordinate/people/{Vera}/approve -> 409
