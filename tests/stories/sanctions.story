# What a case decides about somebody, and measures before that (F144, F146, L47P, L47; PROGRAMMES.md 2.6).

story "F146 L47 a warning is told to whom it is about, with its clauses and until when they may object"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given responders Sue
  as Dana post /p/{p}/report what="Ana asked me for my password." about="Ana" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "On which clauses of the code of conduct does it rest"
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning words="She was told twice." -> 422 showing "Choose the clauses of the code of conduct", "She was told twice."
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=2 words="She was told twice." -> 422 showing "Write down first whom the case is about"
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=2 until=2026-12-24 words="She was told twice." -> 422 showing "Only a suspension ends by itself"
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=99 words="She was told twice." -> 422
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=2 clauses=4 words="She was told twice." -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "Decided about Ana", "Warning", "Clauses of the code of conduct: 2, 4", "They may object until"
  run letters
  expect letter to Ana once containing "You are warned"
  expect letter to Ana once containing "service or…"
  expect letter to Ana once containing "Please object until"
  expect letter to Ana never containing "told twice"
  expect letter to Ana never containing "Dana"
  as Ana get /me -> 200 showing "What was decided about you", "A warning", "2, 4", "You may object until"
  as Dana get /me -> 200 hiding "What was decided about you"
  as Ana post /p/{p}/requests/new/service service=code-review -> 303

story "F146 a suspension ends by itself after its last day where the programme is, and is told at both ends"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given responders Sue
  given request R by Dana with Python
  as Dana post /p/{p}/report what="Ana asked me for my password." about="Ana" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 words="For two weeks, then we see." -> 422 showing "Say the last day of the suspension"
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 until=2020-01-01 words="For two weeks, then we see." -> 422 showing "Name a day from today on", "For two weeks"
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 until=2026-12-07 words="For two weeks, then we see." -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "suspended until", "7 Dec"
  run letters
  expect letter to Ana once containing "You are suspended for a time"
  expect letter to Ana once containing "7 Dec"
  as Ana get /me -> 200 showing "You are suspended", "7 Dec"
  Ana claims R -> 403
  later 21 days
  later 14 hours
  run due
  Ana claims R -> 403
  later 10 hours
  run due
  run letters
  expect letter to Ana once containing "Your pause is lifted"
  as Sue get /p/{p}/safety/{report} -> 200 showing "by itself:", "lifted the pause of" hiding "suspended until"
  as Ana get /me -> 200 showing "over since"
  Ana claims R -> 303

story "F146 what a case decides anew takes the place of what it decided, and whoever is cleared is told"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given responders Sue
  given request R by Dana with Python
  as Dana post /p/{p}/report what="Ana asked me for my password." about="Ana" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 until=2027-03-01 words="Until the spring, then we see." -> 303
  Ana claims R -> 403
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/reopen seen={seen} words="She wrote that it was not her." -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=nothing words="It was somebody else by her name." -> 303
  run letters
  expect letter to Ana once containing "holds no longer"
  as Sue get /p/{p}/safety/{report} -> 200 showing "Suspension from the programme for a time, until", "Clauses of the code of conduct: 2", "Until the spring, then we see" hiding "Decided about Ana"
  Ana claims R -> 303

story "F146 whoever is removed is no member any more, comes in by no way, and others learn nothing"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given coordinator Cora
  given responders Sue
  given setting front.audience public
  given request R by Dana with Python
  given request Q by Ana with Python
  Ana claims R -> 303
  as Dana post /p/{p}/report what="Ana asked me for my password." about="Ana" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=removal clauses=2 words="They may not come back to us." -> 303
  expect R is open
  expect Q is withdrawn
  as Ana get /p/{p}/requests -> 404
  as Dana get /p/{p}/people/{Ana} -> 404
  run letters
  expect letter to Ana once containing "Your part in the programme is ended"
  expect letter to Dana never containing "removed"
  as Ana post /p/{p}/come/in -> 403 showing "You cannot come into this programme at the moment"
  as Cora post /p/{p}/coordinate/people name=Ana email=ana@example.org zone=UTC -> 409 showing "cannot be taken into this programme"
  expect table record hiding "removed"
  file people "Name,Email{line}Ana,ana@example.org" -> "cannot be taken into this programme at the moment"
  expect table members hiding "'Ana'"
  as Ana get /me -> 200 showing "Your part in the programme is ended"
  as Sue get /p/{p}/safety/{report} -> 200 showing "removed", "Let them come in again"
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Ana} -> 303
  run letters
  expect letter to Ana once containing "You may come in again"
  as Ana post /p/{p}/come/in -> 303
  as Ana get /p/{p}/me -> 200

story "F146 the page of a mentor who is paused is hidden as the mentor is, by program too"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given coordinator Cora
  given responders Sue
  as Dana post /p/{p}/report what="Ana asked me for my password." about="Ana" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Dana get /p/{p}/people/{Ana} -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Ana} -> 303
  as Dana get /p/{p}/people/{Ana} -> 404
  as Dana get /api/v1/programmes/{p}/people/{Ana} -> 404
  as Dana get /p/{p}/mentors -> 200 hiding "Ana</bdi>"
  as Ana get /p/{p}/people/{Ana} -> 200
  as Cora get /p/{p}/people/{Ana} -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Ana} -> 303
  as Dana get /p/{p}/people/{Ana} -> 200

story "F146 L47P one pair rests: told neutrally, no way to write, its clocks stand, and all else goes on"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana, Eve
  given responders Sue
  given request R by Dana with Python
  given request T by Eve with Python
  Ana claims R -> 303
  as Ana get /p/{p}/requests/{R} -> 200 showing "Dana@example.org"
  as Dana post /p/{p}/report what="Ana asked me for my password." about="Ana" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200 hiding "Let one pair rest"
  as Sue post /p/{p}/safety/{report}/rest seen={seen} request={R} -> 409
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "Let it rest at once", "Dana", "Ana"
  as Sue post /p/{p}/safety/{report}/rest seen={seen} request={T} -> 409
  as Sue get /p/{p}/safety/{report} -> 200
  run letters
  forget letters
  as Sue post /p/{p}/safety/{report}/rest seen={seen} request={R} -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "Let it go on", "Dana, Ana"
  run letters
  expect letter to Ana once containing "It rests for now"
  expect letter to Dana once containing "It rests for now"
  expect letter to Ana never containing "password"
  as Ana get /p/{p}/requests/{R} -> 200 showing "This rests for now" hiding "Dana@example.org", "Set this time", "I cannot reach the mentee"
  as Ana post /p/{p}/requests/{R}/session date=2026-12-20 time=10:00 -> 409
  as Dana get /p/{p}/requests/{R} -> 200 showing "This rests for now"
  as Ana get /api/v1/requests/{R} -> 200 hiding "Dana@example.org"
  as Ana get /p/{p}/people/{Dana} -> 404
  Ana claims T -> 303
  forget letters
  later 10 days
  run due
  run letters
  expect R held by Ana
  expect letter to Ana never containing "Dana@example.org"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/go-on seen={seen} request={R} -> 303
  as Sue post /p/{p}/safety/{report}/go-on seen={seen} request={R} -> 412
  run letters
  expect letter to Dana once containing "It goes on"
  as Ana get /p/{p}/requests/{R} -> 200 showing "Dana@example.org" hiding "This rests for now"
  later 71 hours
  run due
  expect R held by Ana
  later 26 hours
  run due
  expect R is open
