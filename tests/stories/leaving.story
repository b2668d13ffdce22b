# Leaving a programme: what was theirs is shown first, then goes at once; whoever is concerned is told, what was stays, and coming back is possible.

story "F003 F091 a mentor leaves the programme by herself: shown before it happens, claims back to the queue, mentees told, and she is no member any more"
  given programme operation-code
  given coordinator Cora
  given mentors Ana, Bo with skill Python capacity 3
  given request R by Dana with Python title "My first compiler"
  given request Q by Ana with Python title "Reading a core dump"
  Ana claims R -> 303
  later 1 minutes
  run letters
  forget letters
  as Dana get /p/{p}/coordinate/people/{Ana}/leave -> 403
  as nobody get /p/{p}/leave -> 303
  as Ana get /p/{p}/leave -> 200 showing "1 open request is withdrawn", "1 request that a mentor holds goes back to the queue", "Coming back is possible"
  as Ana post /p/{p}/leave -> 422
  expect R held by Ana
  as Ana post /p/{p}/leave sure=1 -> 303
  expect R is open
  expect Q is withdrawn
  later 1 minutes
  run letters
  expect letter to Dana containing "back"
  as Ana get /p/{p}/requests -> 404
  as Ana get /p/{p}/leave -> 404
  as Ana post /p/{p}/leave sure=1 -> 404
  # what was stays for those who look after the programme; nobody finds her in a list
  as Cora get /p/{p}/people/{Ana} -> 200 showing "ended a membership", "Left the programme" hiding "Have them leave"
  as Cora post /p/{p}/coordinate/people/{Ana}/roles act=give role=mentee -> 409
  as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Roles Bo" hiding "Roles Ana"
  as Bo get /p/{p}/mentors -> 200 showing "Bo"
  as Dana get /p/{p}/people/{Ana} -> 404
  # she comes back, and is a member as anybody who is new
  later 1 hours
  as Cora post /p/{p}/coordinate/people name="Ana" email=Ana@example.org zone=UTC -> 303
  as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Roles Ana"
  as Ana get /p/{p}/mentors -> 200

story "F063 F091 a coordinator has a mentor leave: each claim goes to the mentor named for it, or to the queue, and all or nothing"
  given programme operation-code
  given coordinator Cora
  given mentors Ana, Bo with skill Python capacity 3
  given mentors Cleo with skill Python capacity 1
  given request R by Dana with Python title "My first compiler"
  given request Q by Eli with Python title "Reading a core dump"
  given request S by Fay with Python title "A linker that forgets"
  Ana claims R -> 303
  Ana claims Q -> 303
  Ana claims S -> 303
  later 1 minutes
  run letters
  forget letters
  as Cora get /p/{p}/people/{Ana} -> 200 showing "Have them leave the programme"
  as Cora get /p/{p}/coordinate/people/{Ana}/leave -> 200 showing "Ana leaves the programme", "My first compiler", "Nobody: back to the queue", "Cleo"
  as Cora post /p/{p}/coordinate/people/{Ana}/leave to={R}.{Bo} has_agreed=1 -> 422
  as Cora post /p/{p}/coordinate/people/{Ana}/leave to={R}.someone has_agreed=1 reason="She moves abroad" -> 422
  as Cora post /p/{p}/coordinate/people/{Ana}/leave to={R}.{Cleo} to={Q}.{Cleo} has_agreed=1 reason="She moves abroad" -> 403 showing "holds as many requests as agreed"
  expect R held by Ana
  expect Q held by Ana
  as Cora post /p/{p}/coordinate/people/{Ana}/leave to={R}.{Bo} to={Q}.{Cleo} to={S}.queue has_agreed=1 reason="She moves abroad" -> 303
  expect R held by Bo
  expect Q held by Cleo
  expect S is open
  later 1 minutes
  run letters
  expect letter to Dana containing "Bo"
  expect letter to Bo containing "My first compiler"
  expect letter to Eli containing "Cleo"
  expect letter to Fay containing "back"
  as Ana get /p/{p}/requests -> 404
  as Cora get /p/{p}/people/{Ana} -> 200 showing "had a member leave: She moves abroad"
  as Cora post /p/{p}/coordinate/people/{Ana}/leave reason="Once more" -> 409

story "F047 F048 whoever leaves with an offered place declines it, and the next in line is offered it; what is undecided is withdrawn"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Mona, Nils, Otto
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=1 -> 303
  run due
  as Mona post /p/{p}/join/mentee why="Because I have nowhere else to go." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Nils post /p/{p}/join/mentee why="Because I sing at home already." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as Otto post /p/{p}/join/mentee why="Because I want to learn it." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Otto get /p/{p}/leave -> 200 showing "1 application is withdrawn"
  as Otto post /p/{p}/leave sure=1 -> 303
  run letters
  forget letters
  as Mona get /p/{p}/leave -> 200 showing "1 place that was offered is declined, and offered to whoever is next"
  as Mona post /p/{p}/leave sure=1 -> 303
  run due
  run letters
  expect letter to Nils containing "place"
  as Cora get /p/{p}/review -> 200 showing "Withdrawn", "Declined"
  as Mona get /p/{p}/join/mentee -> 404

story "TRUST the only coordinator and a safety responder hand over before they leave"
  given programme operation-code
  given coordinator Cora
  given responders Sue, Sam
  as Cora post /p/{p}/leave sure=1 -> 409 showing "This is the only coordinator"
  as Sue get /p/{p}/leave -> 200
  as Sue post /p/{p}/leave sure=1 -> 409 showing "safety responder"
