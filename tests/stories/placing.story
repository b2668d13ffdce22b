# Who gets no place, though an offer stands or the waiting list is theirs: asked anew each time that a place is offered or given (F141, F146, T28).

story "F146 whoever is paused accepts no offer, is offered none, is passed over on the waiting list and takes no withdrawal back; once it is lifted all of it goes on"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given responders Sue
  given members Ana, Bo, Dana, Eve, Finn
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=1 -> 303
  run due
  as Cora get /p/{p}/coordinate/rounds -> 200
  expect page has {cohort}
  as Ana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Bo post /p/{p}/join/mentee why="Because I walk past it every day." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as Dana post /p/{p}/join/mentee why="Because the bus stops there too." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as Eve post /p/{p}/join/mentee why="Because I have nowhere else to go." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Finn post /p/{p}/join/mentee why="Because they asked me to come." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Finn post /p/{p}/join/mentee/withdraw -> 303
  as Dana post /p/{p}/report what="They shouted at us." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=bo@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=finn@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=eve@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension until=2027-03-01 words="Clause two, until the spring." -> 303
  # nothing is taken; what stood stands, and giving it back is theirs
  as Ana post /p/{p}/join/mentee/accept -> 403 showing "You are paused in this programme"
  as Ana post /api/v1/programmes/{p}/join/mentee/accept -> 403 showing "'code':'person-paused'"
  as Ana get /p/{p}/join/mentee -> 200 showing "A place is offered to you"
  as Finn post /p/{p}/join/mentee/return -> 403 showing "You are paused in this programme"
  as Eve get /p/{p}/join/mentee -> 200 showing "Received"
  # who waits longest is paused: the next one who is not gets the place
  as Ana post /p/{p}/join/mentee/decline -> 303
  as Bo get /p/{p}/join/mentee -> 200 showing "On the waiting list"
  as Dana get /p/{p}/join/mentee -> 200 showing "A place is offered to you"
  # a coordinator offers none either, and reads no reason
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=5 -> 303
  as Bo get /p/{p}/join/mentee -> 200 showing "On the waiting list"
  as Cora get /p/{p}/review?state=sent -> 200 showing "Eve"
  as Cora post /p/{p}/review/{application}/decide decision=offer words="Welcome." -> 409 showing "can be given no place at the moment", "Welcome." hiding "paused", "Clause"
  as Eve post /p/{p}/join/mentee/withdraw -> 303
  # lifted
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Eve} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Bo} -> 303
  as Eve post /p/{p}/join/mentee/return -> 303
  as Cora get /p/{p}/review?state=sent -> 200 showing "Eve"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Eve post /p/{p}/join/mentee/accept -> 303
  # the line goes on with whoever waits longest of those who can be given a place
  as Bo get /p/{p}/join/mentee -> 200 showing "A place is offered to you"
  as Bo post /p/{p}/join/mentee/accept -> 303

story "F146 F047 a project neither elects nor chooses somebody who is paused, and elects no mentor whose role was taken away before a coordinator does"
  given pages
  given programme of programmes/open-source.yaml
  given setting choice.by project
  given coordinator Cora
  given responders Sue
  given mentors Max
  given members Petra, Dana, Mona, Bo
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Petra get /p/{p}/openings -> 200
  as Petra post /p/{p}/openings project="Lantern" url=https://lantern.example/ round={round} goals="The parser shall say what is wrong." places=1 -> 303
  as Cora get /p/{p}/openings -> 200
  expect page has {opening}
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
  run due
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Mona post /p/{p}/conduct version=1 accepted=1 -> 303
  as Bo post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/join/mentor opening={opening} forge=https://forge.example/2 expertise="Its documentation, all of it." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  as Cora post /p/{p}/report what="Dana asked me for my password." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=dana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Dana} -> 303
  as Petra post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 409 showing "can be given no place at the moment"
  as Cora post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 409
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Dana} -> 303
  as Petra post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 303
  # the role was taken away before: that is for a coordinator to give back
  later 1 minutes
  as Cora post /p/{p}/report what="Max asked me for my password." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=max@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=mentor-lost clauses=2 words="Clause two, for good." -> 303
  later 1 minutes
  as Max post /p/{p}/conduct version=1 accepted=1 -> 303
  as Max post /p/{p}/join/mentor opening={opening} forge=https://forge.example/3 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200 showing "Max"
  expect page has {application}
  as Cora get /p/{p}/review/{application} -> 200 showing "An offer gives that back"
  as Petra post /p/{p}/openings/{opening}/elect application={application} decision=elect words="You fit." -> 409 showing "can be given no place at the moment" hiding "taken away"
  as Cora post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 303
  # a mentee on the short list is paused before the project chooses
  as Bo post /p/{p}/join/mentee opening={opening} level=1 goals="Somebody who stands on the short list." focus=Tests hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200 showing "Bo"
  expect page has {application}
  as Cora post /p/{p}/review/{application}/decide decision=short-list -> 303
  as Cora post /p/{p}/openings/{opening}/list -> 303
  as Cora post /p/{p}/report what="Bo shouted at all of us." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=bo@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Bo} -> 303
  as Petra post /p/{p}/openings/{opening}/choose chosen={application} -> 409 showing "can be given no place at the moment"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Bo} -> 303
  as Petra post /p/{p}/openings/{opening}/choose chosen={application} -> 303

story "F141 F025 T28 who has not accepted what binds by now accepts no place, reads what to read and where, and is given none by the clock or a coordinator"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 14
  given setting conduct.grace_d 2
  given coordinator Cora
  given members Ana, Bo, Dana
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=1 -> 303
  run due
  as Ana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Bo post /p/{p}/join/mentee why="Because I walk past it every day." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as Dana post /p/{p}/join/mentee why="Because the bus stops there too." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  given setting conduct.required yes
  as Cora post /p/{p}/coordinate/documents/new title="How we sing" kind=guide role=all audience=members is_binding=1 markdown="1. Be there in time." -> 303
  as Cora post /p/{p}/coordinate/documents/new title="For mentors alone" kind=guide role=mentor audience=members is_binding=1 markdown="1. Bring the notes." -> 303
  as Ana post /p/{p}/conduct slug=how-we-sing version=1 accepted=1 -> 303
  as Dana post /p/{p}/conduct slug=how-we-sing version=1 accepted=1 -> 303
  later 1 hours
  as Cora post /p/{p}/coordinate/documents/how-we-sing title="How we sing" kind=guide role=all audience=members is_binding=1 markdown="1. Be there in time, and warm." -> 303
  as Dana post /p/{p}/conduct slug=how-we-sing version=2 accepted=1 -> 303
  # in its days of grace the place can be accepted; after that it is read first
  as Ana get /p/{p}/join/mentee -> 200 hiding "Before you accept it"
  later 3 days
  as Ana get /p/{p}/join/mentee -> 200 showing "Before you accept it, read and accept", "How we sing" hiding "For mentors alone"
  as Ana post /p/{p}/join/mentee/accept -> 403 showing "Please read and accept what holds here first", "How we sing", "A place is offered to you", "documents/how-we-sing?next=join-mentee"
  as Ana post /api/v1/programmes/{p}/join/mentee/accept -> 403 showing "'code':'conduct-first'"
  as Ana get /p/{p}/documents/how-we-sing?next=join-mentee -> 200 showing "Version 2"
  as Ana post /p/{p}/conduct slug=how-we-sing version=2 accepted=1 next=join-mentee -> 303
  as Ana follows -> 200 showing "A place is offered to you" hiding "Before you accept it"
  as Ana post /p/{p}/join/mentee/decline -> 303
  # an offer leaves time to read; a place that is given at once does not
  as Bo get /p/{p}/join/mentee -> 200 showing "A place is offered to you", "Before you accept it"
  as Cora post /api/v1/programmes/{p}/settings offer.confirm_d=0 -> 200
  as Bo post /p/{p}/join/mentee/decline -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "You have a place"
  as Ana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 409
  given members Eve
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentee_opens=2026-11-02 mentee_closes=2027-02-20 -> 303
  run due
  given setting conduct.required no
  as Bo post /p/{p}/join/mentee why="Because I walk past it every day." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  given setting conduct.required yes
  as Cora get /p/{p}/review?state=sent -> 200 showing "Bo"
  as Cora post /p/{p}/review/{application}/decide decision=offer words="Welcome." -> 409 showing "have not accepted what must be accepted here", "Welcome."
  as Bo post /p/{p}/conduct slug=how-we-sing version=2 accepted=1 -> 303
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303

story "F025 F141 a mentor accepts what is for mentors alone before the application is sent"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Ana
  given setting conduct.required yes
  as Cora post /p/{p}/coordinate/forms/mentor called=years kind=text words="Since when do you sing here?" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/documents/new title="For mentors alone" kind=guide role=mentor audience=members is_binding=1 markdown="1. Bring the notes." -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 -> 303
  run due
  as Ana get /p/{p}/join/mentor -> 200 showing "Before you send it, read and accept what follows", "For mentors alone"
  as Ana post /p/{p}/join/mentor years="Nine" -> 403 showing "For mentors alone", "Nine"
  as Ana post /p/{p}/conduct slug=for-mentors-alone version=1 accepted=1 next=join-mentor -> 303
  as Ana post /p/{p}/join/mentor years="Nine" -> 303
  as Ana get /p/{p}/join/mentor -> 200 showing "You have a place"

story "F146 F004 a mentor whose role was taken away is placed by a coordinator's own decision alone, whatever approves others at once"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 14
  given coordinator Cora
  given responders Sue
  given members Ana, Bo
  as Cora post /p/{p}/coordinate/forms/mentor called=years kind=text words="Since when do you sing here?" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=1 -> 303
  run due
  as Ana post /p/{p}/join/mentor years="Nine" -> 303
  as Ana get /p/{p}/join/mentor -> 200 showing "You have a place"
  as Bo post /p/{p}/report what="Ana asked me for my password." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Cora post /api/v1/programmes/{p}/settings mentor.approval=coordinator -> 200
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-02 mentor_closes=2027-02-20 mentor_places=3 -> 303
  run due
  later 1 minutes
  as Ana post /p/{p}/join/mentor years="Ten" -> 303
  as Cora get /p/{p}/review?state=sent -> 200 showing "Ana"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  later 1 minutes
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=mentor-lost words="Clause two, for good." -> 303
  later 1 minutes
  # an offer that was made before it gives nothing back
  as Ana post /p/{p}/join/mentor/accept -> 403 showing "A coordinator decides first whether you are a mentor here again"
  as Cora get /p/{p}/coordinate/people?tab=mentors&state=active -> 200 hiding "Ana"
  as Ana post /p/{p}/join/mentor/decline -> 303
  # the next round approves everybody at once, not her
  as Cora post /api/v1/programmes/{p}/settings mentor.approval=auto -> 200
  as Cora post /p/{p}/coordinate/rounds name="Summer" mentor_opens=2026-11-03 mentor_closes=2027-02-20 mentor_places=3 -> 303
  run due
  as Bo post /p/{p}/join/mentor years="Two" -> 303
  as Bo get /p/{p}/join/mentor -> 200 showing "You have a place"
  as Ana post /p/{p}/join/mentor years="Ten" -> 303
  as Ana get /p/{p}/join/mentor -> 200 showing "Received"
  as Cora get /p/{p}/coordinate/people?tab=mentors&state=active -> 200 showing "Bo" hiding "Ana"
  as Cora get /p/{p}/review?state=sent -> 200 showing "Ana"
  as Cora get /p/{p}/review/{application} -> 200 showing "declined here before, or lost the role", "An offer gives that back"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Ana post /p/{p}/join/mentor/accept -> 303
  as Cora get /p/{p}/coordinate/people?tab=mentors&state=active -> 200 showing "Ana"

story "F003 F014 where a programme has no services, a mentor keeps the record without choosing one, on the page and by a program; where it has some, one is chosen"
  given programme of programmes/open-source.yaml
  given setting mentor.capacity 9
  given mentors Ana
  as Ana get /p/{p}/mentor -> 200 showing "What can you help with?" hiding "What do you offer?"
  as Ana post /p/{p}/mentor capacity=4 bio="I wrote a printer once." -> 303
  as Ana post /api/v1/programmes/{p}/mentor capacity=5 bio="I wrote two." -> 200 showing "'capacity':5", "I wrote two."
  as Ana post /api/v1/programmes/{p}/mentor capacity=5 mentor_services=code-review -> 422 showing "'mentor_services'"
  given programme operation-code
  given mentors Bo with skill Python
  as Bo get /p/{p}/mentor -> 200 showing "What do you offer?"
  as Bo post /p/{p}/mentor capacity=1 -> 422 showing "Choose at least 1"

story "F003 F004 a mentor who has a place again keeps the record as it was: number, hours, skills, words"
  given pages
  given programme of programmes/open-source.yaml
  given setting mentor.approval auto
  given setting mentor.capacity 9
  given coordinator Cora
  given mentors Ana
  as Cora post /p/{p}/coordinate/skills name="Parsers" area="Code" -> 303
  as Ana post /p/{p}/mentor mentor_skills=Parsers strong=Parsers offer="I read grammars." capacity=5 week=2 week=5 bio="I wrote a printer once." -> 303
  as Ana get /api/v1/programmes/{p}/mentor -> 200 showing "'capacity':5", "I wrote a printer once.", "Parsers"
  as Ana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 -> 303
  run due
  as Ana post /p/{p}/join/mentor forge=https://forge.example/3 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  as Ana get /p/{p}/join/mentor -> 200 showing "You have a place"
  as Ana get /api/v1/programmes/{p}/mentor -> 200 showing "'capacity':5", "I wrote a printer once.", "Parsers", "I read grammars."
  # and so does one who had left
  as Ana post /p/{p}/mentor/leave -> 303
  as Cora post /p/{p}/coordinate/rounds name="Summer" mentor_opens=2026-11-02 mentor_closes=2027-02-20 -> 303
  run due
  as Ana post /p/{p}/join/mentor forge=https://forge.example/3 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  as Ana get /api/v1/programmes/{p}/mentor -> 200 showing "'state':'active'", "'capacity':5", "I wrote a printer once.", "Parsers", "I read grammars."
