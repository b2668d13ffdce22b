# How long things about people are kept (F185, T35; PROGRAMMES.md 7). Each is there on the day before its time is over, and gone the day after.

story "F185 T35 the words of a request end two years after it was closed and not a day earlier; counts stay, and what ended is counted"
  given programme operation-code
  given mentors Ana with skill Python
  given coordinator Cora, Carl
  given admin Ida
  given request H by Dana with Python title "Canary one of a title"
  Cora assigns H mentor={Ana} reason="Canary two of a reason" -> 303
  Ana tries H way=email tried_on=2026-11-16 words="Canary three of an attempt" -> 303
  Ana notes H audience=pair words="Canary four of a note" -> 303
  Ana fulfils H held_on=2026-11-16 next_steps="Canary five of steps" -> 303
  as Dana post /p/{p}/requests/{H}/helpful helpful=helped helpful_words="Thanks six of thanks" -> 303
  run letters
  run seal
  later 730 days
  run due
  as Cora get /p/{p}/requests/{H} -> 200 showing "Canary one of a title", "Canary two", "Canary three", "Canary five" hiding "Thanks six"
  as Cora get /p/{p}/coordinate/kept -> 200 showing "Each night what", "24 months", "The next night is at", "What mentees wrote about whether it helped" hiding "A request of long ago"
  as Dana get /p/{p}/coordinate/kept -> 403
  later 1 days
  run due
  given request N by Emil with Python title "A new one, so that letters leave"
  run letters
  run seal
  as Cora get /p/{p}/requests/{H} -> 200 showing "A request of long ago", "Dana", "Ana" hiding "Canary", "Thanks six"
  as Dana get /p/{p}/requests/{H} -> 200 hiding "Canary"
  as Cora get /p/{p}/coordinate/requests?state=closed -> 200 showing "A request of long ago" hiding "Canary"
  expect held Dana showing "A request of long ago", "helped" hiding "Canary", "Thanks six", "Python"
  expect held Ana hiding "Canary"
  expect table sessions showing "Dana" hiding "'Code review','2026-11-16'"
  expect database without "Canary"
  expect database without "canary"
  as Cora get /p/{p}/coordinate/kept -> 200 showing "What was asked, tried, noted and answered about a request"
  as Ida get /admin/kept -> 200 showing "What has ended", "Operation Code mentoring", "What was asked, tried, noted"
  as Cora get /admin/kept -> 403
  # a second night finds nothing more
  later 1 days
  run due
  as Ida get /admin/kept -> 200 showing "questions to coordinatorsOperation Code mentoring 1", "(2 days ago)" hiding "mentoring 2", "mentoring 0"

story "F185 T35 a programme has numbers of its own, and it obeys them"
  given programme operation-code
  given mentors Ana with skill Python
  given coordinator Cora
  given setting keep.request_months 1
  given setting keep.session_months 3
  given request H by Dana with Python title "Canary of a title"
  Ana claims H -> 303
  Ana fulfils H held_on=2026-11-16 next_steps="Read on" -> 303
  as Dana get /me/data -> 200 showing "How long it is kept", "1 month", "3 months", "30 days", "36 months"
  later 29 days
  run due
  as Cora get /p/{p}/requests/{H} -> 200 showing "Canary of a title"
  later 1 days
  run due
  as Cora get /p/{p}/requests/{H} -> 200 hiding "Canary of a title"
  expect table sessions showing "'Code review','2026-11-16'"
  as Cora get /api/v1/programmes/{p}/kept -> 200 showing "'kind':'requests','amount':1,'unit':'months'", "'kind':'times','amount':30,'unit':'days'", "'kind':'requests','count':1"
  # a second night finds nothing more
  later 1 days
  run due
  as Cora get /api/v1/programmes/{p}/kept -> 200 showing "'kind':'requests','count':1,'ended_at':'2026-12-16T09:00:00Z'", "],'next':null"
  as Cora get /api/v1/programmes/{p}/kept?after=nonsense -> 422 showing "no cursor of ours"
  later 60 days
  run due
  expect table sessions showing "'Code review','2026-11-16'"
  later 1 days
  run due
  expect table sessions hiding "'Code review','2026-11-16'"
  as Cora get /api/v1/programmes/{p}/kept?limit=1 -> 200 showing "'kind':'sessions','count':1", "kept?after=" hiding "'kind':'requests','count'"

story "F185 T35 nothing of somebody ends while they wait for help, and it ends in the night after"
  given programme operation-code
  given mentors Ana with skill Python
  given coordinator Cora
  given setting keep.request_months 1
  given request H by Dana with Python title "Canary of a title"
  Ana claims H -> 303
  Ana fulfils H held_on=2026-11-16 next_steps="Read on" -> 303
  given request E by Emil with Python title "Of somebody else"
  Ana claims E -> 303
  Ana fulfils E held_on=2026-11-16 next_steps="Read on" -> 303
  later 29 days
  given request R by Dana with Python title "Still open"
  later 4 days
  run due
  as Cora get /p/{p}/requests/{H} -> 200 showing "Canary of a title"
  as Cora get /p/{p}/requests/{E} -> 200 showing "A request of long ago" hiding "Of somebody else"
  Dana withdraws R -> 303
  later 1 days
  run due
  as Cora get /p/{p}/requests/{H} -> 200 hiding "Canary of a title"

story "F185 T35 nothing of somebody ends while an open case names them; a case ends three years after it was closed, in nobody's sight but the administrator's"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given coordinator Cora
  given admin Ida
  given responders Sue
  given setting keep.request_months 1
  given request H by Dana with Python title "Canary of a title"
  Ana claims H -> 303
  Ana fulfils H held_on=2026-11-16 next_steps="Read on" -> 303
  as Dana post /p/{p}/report what="She wrote to me at night again and again." about="the mentor" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200 showing "wrote to me at night"
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=Ana -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  later 40 days
  run due
  as Cora get /p/{p}/requests/{H} -> 200 showing "Canary of a title"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=2 words="She was told that this must not happen again." -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/close seen={seen} -> 303
  later 1 days
  run due
  as Cora get /p/{p}/requests/{H} -> 200 hiding "Canary of a title"
  later 1094 days
  run due
  as Sue get /p/{p}/safety/{report} -> 200 showing "wrote to me at night", "must not happen again"
  later 1 days
  run due
  as Sue get /p/{p}/safety/{report} -> 404
  as Sue get /p/{p}/safety -> 200 showing "No report for you to read"
  as Ida get /admin/kept -> 200 showing "Reports to safety responders"
  as Cora get /p/{p}/coordinate/kept -> 200 showing "Reports to safety responders" hiding "Reports to safety responders1"
  expect table record hiding "reports"

story "F185 T35 the pause of somebody outlasts the words of its case, and is lifted all the same"
  given pages
  given programme operation-code
  given members Dana, Mona
  given responders Sue
  given setting keep.report_months 2
  as Dana post /p/{p}/report what="She wrote to me at night again and again." about="a member" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=Mona -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "Pause"
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Mona} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=removal clauses=2 words="They may not come back to us." -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/close seen={seen} -> 303
  later 70 days
  run due
  as Sue get /p/{p}/safety/{report} -> 200 showing "Mona" hiding "at night", "may not come back", "Dana"

story "F185 T35 hours of the week end after thirty days, affiliations a year after the last request"
  given programme operation-code
  given mentors Ana with skill Python
  given coordinator Cora
  given mentors Bo with skill Python
  given setting affiliation.mode ask
  given member Dana
  as Bo post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=2 week=0 week=1 -> 303
  as Bo post /p/{p}/mentor/leave -> 303
  as Dana post /api/v1/programmes/{p}/requests service=code-review skills=Python title="With hours" details="Which of my tests are worth their time?" medium=any language=English week=1 affiliation=veteran -> 201
  name H as new
  as Dana post /p/{p}/me member_skills=Python affiliation=veteran -> 303
  Ana claims H -> 303
  Ana fulfils H held_on=2026-11-16 next_steps="Read on" -> 303
  later 29 days
  run due
  as Cora get /api/v1/programmes/{p}/kept -> 200 hiding "'kind':'times','count'"
  later 1 days
  run due
  as Cora get /api/v1/programmes/{p}/kept -> 200 showing "'kind':'times','count':2"
  later 334 days
  run due
  expect held Dana showing "Veteran"
  later 1 days
  run due
  expect held Dana hiding "Veteran"
  as Cora get /p/{p}/coordinate/kept -> 200 showing "Affiliation2"

story "F185 T35 help in the open, who missed a session, hand-over notes, questions: each in its time"
  given programme operation-code
  given mentors Ana with skill Python
  given coordinator Cora
  given member Dana
  as Cora post /p/{p}/help/places name="The forum" -> 303
  as Ana get /p/{p}/help -> 200
  as Ana post /api/v1/programmes/{p}/help help_place={place} minutes=20 about="Canary of help" -> 201
  as Dana post /p/{p}/questions words="Canary of a question to you" -> 303
  as Cora get /p/{p}/questions -> 200
  as Cora post /p/{p}/questions/answer question={question} answer="Canary of an answer." -> 303
  as Cora post /p/{p}/coordinate/notes words="Canary of a hand-over" -> 303
  given request R by Emil with Python
  Ana claims R -> 303
  Ana sets R date=2026-11-18 time=18:30 -> 303
  later 3 days
  as Ana post /p/{p}/requests/{R}/absent absent=other -> 303
  Ana releases R reason="They did not come" -> 303
  Emil withdraws R -> 303
  later 361 days
  run due
  expect held Cora showing "Canary of a hand-over"
  later 1 days
  run due
  expect held Cora hiding "Canary of a hand-over"
  later 365 days
  run due
  expect held Dana showing "Canary of a question", "Canary of an answer"
  expect held Ana showing "Canary of help"
  expect held Emil showing "2026-11-18"
  later 1 days
  run due
  expect held Dana hiding "Canary"
  expect held Ana showing "20" hiding "Canary"
  later 3 days
  run due
  expect held Emil hiding "2026-11-18"
  expect table help showing "20" hiding "Canary"

story "F185 T35 answers of those without a place end after six months, of those with one after two years, and reviews after six months"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 0
  given coordinator Cora
  given reviewers Rita
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-11-30 mentee_places=1 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="Canary why Dana sings, for years now" voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Rita get /p/{p}/review -> 200
  as Rita post /p/{p}/review/{application}/take -> 303
  as Rita post /p/{p}/review/{application}/score score=4 words="Canary of a reviewer" -> 303
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Mona post /p/{p}/join/mentee why="The river of Mona, and all who sing there." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=times words="Canary of words to Mona" -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "You have a place"
  later 180 days
  run due
  expect held Mona showing "The river of Mona", "Canary of words to Mona"
  expect held Rita showing "Canary of a reviewer"
  later 1 days
  run due
  expect held Mona showing "Winter" hiding "The river of Mona", "Canary"
  expect held Rita hiding "Canary of a reviewer"
  expect held Dana showing "Canary why Dana sings"
  later 549 days
  run due
  expect held Dana showing "Canary why Dana sings"
  later 1 days
  run due
  expect held Dana showing "Winter" hiding "Canary"

story "F185 T35 answers to a survey end as those of applications; one that is open is left alone"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana
  as Cora post /p/{p}/coordinate/surveys name="Evenings" about="So that we sing when you can." survey_audience=members opens=2026-11-16 closes=2026-11-30 first_days=7 last_days=2 -> 303
  as Cora get /p/{p}/coordinate/surveys -> 200
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=wish kind=text words="What do you wish?" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/surveys/{survey}/open -> 303
  as Dana get /p/{p}/surveys/{survey} -> 200
  as Dana post /p/{p}/surveys/{survey} seen={seen} wish="Canary of a wish" -> 303
  later 15 days
  run due
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Canary of a wish"
  later 179 days
  run due
  expect held Dana showing "Canary of a wish"
  later 4 days
  run due
  expect held Dana hiding "Canary"
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 hiding "Canary"

story "F185 T35 what somebody accepted ends three years after they left"
  given programme operation-code
  given coordinator Cora
  given member Dana
  as Dana post /p/{p}/leave sure=1 -> 303
  later 1095 days
  run due
  expect held Dana showing "Code of conduct"
  later 1 days
  run due
  expect held Dana hiding "Code of conduct"

story "F185 T35 however much is too old, it ends in the same night, a batch after the other"
  given programme operation-code
  given mentors Ana with skill Python
  given coordinator Cora
  as Cora post /p/{p}/help/places name="The forum" -> 303
  as Ana get /p/{p}/help -> 200
  210 times as Ana post /api/v1/programmes/{p}/help help_place={place} minutes=5 about="Canary of help" -> 201
  later 731 days
  run due
  expect held Ana hiding "Canary"
  as Cora get /p/{p}/coordinate/kept -> 200 showing "about10", "about200"
