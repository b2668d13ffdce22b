story "F181 everything about somebody in one file, asked for by themselves, and nothing of what others wrote for themselves"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "Parser of Dana"
Ana claims R -> 303
Ana notes R audience=pair words="For both of us" -> 303
Ana notes R audience=author words="For Ana alone" -> 303
run letters
as Dana get /me -> 200 showing "Your data"
as Dana get /me/data -> 200 showing "Take it along", "Have it end"
as Dana post /me/data/export -> 422
as Dana post /me/data/export format=json -> 200 showing "Dana@example.org", "Parser of Dana", "For both of us", "exported-own" hiding "For Ana alone", "Ana@example.org"
as Dana post /me/data/export format=html -> 200 showing "Dana@example.org", "Parser of Dana" hiding "For Ana alone"
expect held Ana showing "For Ana alone", "For both of us", "Python" hiding "Dana@example.org"

story "F180 L57 somebody has their data end: two days later what is open is withdrawn, a day after that nothing says who it was, and counts stay"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given request H by Dana with Python title "Canary one held"
Ana claims H -> 303
Ana notes H audience=pair words="Canary two of a note" -> 303
Ana fulfils H held_on=2026-11-16 next_steps="Canary three of steps" -> 303
as Dana post /p/{p}/requests/{H}/helpful helpful=helped helpful_words="Canary four of thanks" -> 303
given request R by Dana with Python title "Canary five open"
Bo claims R -> 303
as Dana post /p/{p}/me member_skills=Python affiliation=veteran -> 303
run letters
as Dana post /me/data/erase -> 422 showing "There is a problem"
as Dana post /me/data/erase sure=1 -> 303
as Dana get /me/data -> 200 showing "Everything about you ends at"
run letters
expect letter to Dana once containing "asked that everything this server holds about you ends"
later 47 hours
run due
expect R held by Bo
later 61 minutes
run due
expect R is withdrawn
run letters
later 24 hours
run due
as Dana get /me/data -> 303
as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Former member" hiding "Dana"
as Cora get /p/{p}/coordinate/requests -> 200 showing "A request of a former member" hiding "Canary", "Dana"
as Cora get /p/{p}/requests/{H} -> 200 showing "Former member" hiding "Canary", "Dana"
as Ana get /p/{p}/requests/{H} -> 200 hiding "Canary", "Dana"
as Cora get /p/{p}/coordinate/people?tab=members&q=dana -> 200 hiding "Former member"
expect table sessions showing "Former member" hiding "Dana"
expect table record hiding "Dana"
expect database without "Canary"
expect database without "Dana@example.org"
expect database without "dana@example.org"

story "F180 asked for by mistake, it is taken back and nothing happens"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
as Dana post /me/data/erase sure=1 -> 303
as Dana post /me/data/keep -> 303
as Dana get /me/data -> 200 showing "Have everything end"
later 80 hours
run due
as Dana get /me/data -> 200
expect R is open
as Dana post /me/data/keep -> 409

story "F180 a mentor who has their data end gives back what they hold, and the record of it stays sound"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
Cora assigns R mentor={Ana} reason="Canary of a reason about Ana" -> 303
run seal
as Ana post /me/data/erase sure=1 -> 303
later 49 hours
run due
expect R is open
later 24 hours
run due
run seal
as Dana get /p/{p}/requests/{R} -> 200 hiding "Ana"
as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Former member" hiding "Ana"
expect table mentors showing "left" hiding "Ana"
expect database without "Canary of a reason"
expect database without "Ana@example.org"

story "F180 the only coordinator and the only administrator hand over first"
given programme operation-code
given coordinator Cora
as Cora post /me/data/erase sure=1 -> 409 showing "Nobody else coordinates"
given admin Ida
as Ida post /me/data/erase sure=1 -> 409 showing "Nobody else administers"
given coordinator Carl
as Cora post /me/data/erase sure=1 -> 303

story "F180 F181 T35 applications, answers, what a reviewer wrote, questions, help and blocks go along, and end with the person; who is next in line gets the offered place"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 9
  given coordinator Cora
  given reviewers Rita
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-11-30 mentee_places=1 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="Canary why I sing, for years now" voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Rita get /p/{p}/review -> 200
  as Rita post /p/{p}/review/{application}/take -> 303
  as Rita post /p/{p}/review/{application}/score score=4 words="Canary of a reviewer" -> 303
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Mona post /p/{p}/join/mentee why="The river, and all who sing there." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as Dana post /p/{p}/questions words="Canary asked of coordinators" -> 303
  as Dana post /me/blocks email=Mona@example.org -> 303
  as Dana post /me name=Dana zone=UTC languages=English theme=system initials=DQ title="Canary title" company="Canary company" about="Canary about" -> 303
  expect held Dana showing "Canary why I sing", "Canary asked of coordinators", "Canary title", "Winter", "Mona@example.org" hiding "Canary of a reviewer"
  expect held Rita showing "Canary of a reviewer"
  expect held Mona hiding "Dana"
  run letters
  as Dana post /me/data/erase sure=1 -> 303
  later 47 hours
  run due
  run letters
  expect letter to Mona never containing "offers you a place"
  later 2 hours
  run due
  run letters
  expect letter to Mona once containing "offers you a place"
  as Dana get /p/{p}/join/mentee -> 200 showing "declined"
  later 24 hours
  run due
  run letters
  as Cora get /p/{p}/review -> 200 showing "Former member", "Mona" hiding "Canary", "Dana"
  expect database without "Canary"
  expect database without "Dana@example.org"

story "F181 whoever reported with their name takes their own words along, and the scores of their applications once they are decided, nothing of what others wrote"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 9
  given coordinator Cora
  given reviewers Rita
  given members Dana, Mona
  given responders Sue
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-11-30 mentee_places=1 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="I have sung for years and years now" voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Rita get /p/{p}/review -> 200
  as Rita post /p/{p}/review/{application}/take -> 303
  as Rita post /p/{p}/review/{application}/score score=4 words="Words of a reviewer" -> 303
  expect held Dana hiding "'score'"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=times words="Not this time, ask us again." -> 303
  expect held Dana showing "'score':'4'" hiding "Words of a reviewer", "Rita"
  as Dana post /p/{p}/report what="Mona shouted at me in the hall." about="Mona" sharing=named -> 200
  as Mona post /p/{p}/report what="Somebody lied about me there." sharing=confidential -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/note seen={seen} words="A note of a responder." -> 303
  expect held Dana showing "'reports'", "Mona shouted at me in the hall" hiding "A note of a responder", "Somebody lied"
  expect held Mona hiding "shouted at me", "Somebody lied"
