# Surveys and focus areas (F027, F028, F029, F042, F043, F176, T09, L21).

story "F176 L21 L21R T09 a coordinator builds a survey, it opens by the clock, the silent are reminded twice and listed, it is extended, and it closes"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana, Mona
  as Dana get /p/{p}/coordinate/surveys -> 403
  as Dana get /p/{p}/surveys -> 200 showing "Nothing is asked of you now" hiding "Make and read surveys"
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "None yet. Plan the first one below.", "Asia/Kathmandu"
  as Cora post /p/{p}/coordinate/surveys name="Evenings" -> 422 showing "There is a problem", "Evenings"
  as Cora post /p/{p}/coordinate/surveys name="Evenings" about="So that we sing when you can." survey_audience=members first_days=7 last_days=2 -> 422 showing "Say from which day on it can be answered", "So that we sing"
  as Cora post /p/{p}/coordinate/surveys name="Evenings" about="So that we sing when you can." survey_audience=round opens=2026-12-01 first_days=7 last_days=2 -> 422 showing "No round is planned yet whose applicants could be asked" hiding "Which round?"
  as Cora post /p/{p}/coordinate/surveys name="Evenings" about="So that we sing when you can." survey_audience=members opens=2026-12-09 closes=2026-12-01 first_days=7 last_days=2 -> 422 showing "comes before the first one"
  as Cora post /p/{p}/coordinate/surveys name="Evenings" about="So that we sing when you can." survey_audience=members opens=2026-01-09 closes=2026-01-19 first_days=7 last_days=2 -> 422 showing "over already"
  as Cora post /p/{p}/coordinate/surveys name="Evenings" about="So that we sing when you can." survey_audience=members opens=2026-12-01 first_days=7 last_days=2 -> 303
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "Evenings", "Not open yet", "All members", "0 answers"
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Questions0", "Open it now", "Change it"
  as Cora post /p/{p}/coordinate/surveys/{survey}/open -> 409 showing "This survey asks nothing yet"
  as Dana get /p/{p}/surveys/{survey} -> 404
  as Cora get /p/{p}/coordinate/forms/survey-{survey} -> 200 showing "It has no question yet.", "The survey" hiding "so nobody can apply by it"
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=when kind=week words="When can you come?" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=glad kind=scale words="How glad are you?" choices="not at all{line}very" audience=reviewers position=2 -> 303
  as Cora get /p/{p}/coordinate/versions -> 200 hiding "How glad are you?"
  as Cora post /p/{p}/coordinate/surveys/{survey} name="Evenings of spring" about="So that we sing when you can." survey_audience=members opens=2026-12-01 first_days=7 last_days=2 -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Evenings of spring", "Questions2"
  later 15 days
  run due
  run letters
  expect letter to Dana once containing "asks you: Evenings of spring"
  expect letter to Mona once containing "It takes about 1 min"
  expect letter to Mona once containing "So that we sing when you can."
  as Dana get /p/{p}/surveys -> 200 showing "Evenings of spring", "Not answered yet"
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "When can you come?", "5: very", "You and the coordinators see this."
  # of an open one nothing but its end is changed
  as Cora post /p/{p}/coordinate/surveys/{survey} name="Other" about="Too late." survey_audience=members opens=2026-12-01 first_days=7 last_days=2 -> 409 showing "This survey is open already"
  # a draft is kept and counts for nothing
  as Dana post /p/{p}/surveys/{survey}/draft glad=4 -> 303
  as Dana get /p/{p}/surveys -> 200 showing "Begun, not sent yet"
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Nobody has answered yet.", "Dana · Begun, not sent yet", "Mona" hiding "5 / 51"
  as Dana post /p/{p}/surveys/{survey} glad=4 -> 422 showing "When can you come?"
  as Dana get /p/{p}/surveys/{survey} -> 200
  as Dana post /p/{p}/surveys/{survey} seen={seen} glad=4 when=2 when=5 -> 303
  # two tabs: the second one is told, and loses nothing
  as Dana post /p/{p}/surveys/{survey} seen={seen} glad=1 when=3 -> 412 showing "Somebody changed this"
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "Answered. You can change it until", "Send the changes"
  as Dana post /p/{p}/surveys/{survey}/draft glad=1 -> 409 showing "sent already"
  as Dana post /p/{p}/surveys/{survey} glad=5 when=2 -> 303
  as Dana get /p/{p}/coordinate/surveys/{survey} -> 403
  as Dana get /api/v1/programmes/{p}/surveys/{survey}/results -> 403
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "5 / 51", "4 / 50", "Monday evening1", "Mona" hiding "Begun, not sent yet"
  as Cora get /api/v1/programmes/{p}/surveys/{survey}/results -> 200 showing "'answered':1", "'words':'5 / 5','people':1", "'silent':2", "'words':'Mona'" hiding "'words':'Dana'"
  # a week and two days before the end
  later 8 days
  run due
  run letters
  expect letter to Mona once containing "Still to answer: Evenings of spring"
  expect letter to Dana never containing "Still to answer"
  as Cora post /p/{p}/coordinate/surveys/{survey}/extend closes=2026-12-13 -> 422 showing "after the one that people were told"
  later 5 days
  run due
  run due
  run letters
  expect letter to Mona 2 times containing "Still to answer"
  as Cora post /p/{p}/coordinate/surveys/{survey}/extend closes=2026-12-20 -> 303
  later 2 days
  run due
  as Mona post /p/{p}/surveys/{survey} glad=2 when=1 -> 303
  later 5 days
  run due
  as Mona post /p/{p}/surveys/{survey} glad=3 when=1 -> 409 showing "The window is not open"
  as Mona get /p/{p}/surveys/{survey} -> 200 showing "The survey is closed", "How glad are you?2 / 5" hiding "Send"
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Closed", "Answers2"
  as Cora post /p/{p}/coordinate/surveys/{survey}/extend closes=2026-12-30 -> 409
  expect table surveys showing "'survey','name','email','side'", "'When can you come?','How glad are you?'", "'Evenings of spring','Dana'", "'5 / 5'"
  expect held Dana showing "Evenings of spring", "How glad are you?", "5" hiding "Mona"

story "F028 a needs survey: an audience answers, coordinators see counts and free text, a group under five is no number where the question is for them alone"
  given pages
  given programme operation-code
  given coordinator Cora
  given mentors Ana with skill Python
  given members Dana, Mona
  given responders Sue
  as Cora post /p/{p}/coordinate/surveys name="Needs" about="Who is silent is not counted." survey_audience=mentees opens=2026-11-01 closes=2027-02-20 first_days=7 last_days=2 -> 303
  as Cora get /p/{p}/coordinate/surveys -> 200
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=needs kind=choices words="What do you need?" choices="A mentor{line}A book{line}Time" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=gender kind=choice words="Your gender?" choices="Woman{line}Man{line}Another" audience=coordinators position=2 -> 303
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=more kind=text words="Anything else?" audience=reviewers position=3 -> 303
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=health kind=text words="What hinders you?" audience=coordinators position=4 -> 303
  as Cora post /p/{p}/coordinate/surveys/{survey}/open -> 303
  run due
  run letters
  expect letter to Dana once containing "Who is silent is not counted."
  expect letter to Ana never containing "Who is silent"
  # who mentors is not asked, and nobody else reads a count
  as Ana get /p/{p}/surveys/{survey} -> 404
  as Ana post /p/{p}/surveys/{survey} needs="A book" -> 404
  as Dana post /p/{p}/surveys/{survey} needs="A mentor" needs="Time" gender=Woman more="A quiet room" health="canary-health" -> 303
  as Mona post /p/{p}/surveys/{survey} needs="Time" gender=Man -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "A mentor1", "A book0", "Time2", "Womanfewer than 5", "Another0", "A quiet room", "1 answer. It stands in the table alone." hiding "canary-health", "Woman1"
  as Cora get /api/v1/programmes/{p}/surveys/{survey}/results -> 200 showing "'words':'Time','people':2,'is_few':false", "'words':'Woman','people':0,'is_few':true", "'words':'A quiet room'" hiding "canary-health"
  as Sue get /p/{p}/coordinate/surveys/{survey} -> 403
  as Mona get /p/{p}/coordinate/surveys/{survey} -> 403
  as Mona get /p/{p}/surveys/{survey} -> 200 hiding "A quiet room", "canary-health"
  as Mona get /api/v1/programmes/{p}/surveys/{survey} -> 200 showing "'question':'What do you need?','answer':'Time'" hiding "A quiet room"
  expect table surveys showing "canary-health", "A mentor; Time"
  as Cora post /p/{p}/coordinate/surveys/{survey}/close -> 303
  as Mona post /p/{p}/surveys/{survey} needs="A book" -> 409
  # whoever leaves for good leaves a count
  as Dana post /me/data/erase sure=1 -> 303
  later 72 hours
  run due
  later 24 hours
  run due
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Answers2", "A mentor0" hiding "A quiet room"
  expect table surveys showing "Former member" hiding "canary-health", "A quiet room", "Dana"
  expect database without "canary-health"

story "F027 a survey is edited mid-window: old answers keep the words of their question, counts stand apart, the table has a column for each wording, and an application does the same"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/surveys name="Voices" about="For the plan." survey_audience=members opens=2026-11-01 closes=2026-12-20 first_days=7 last_days=2 -> 303
  as Cora get /p/{p}/coordinate/surveys -> 200
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200
  as Cora post /p/{p}/coordinate/forms/survey-{survey} called=voice kind=choice words="Which voice?" choices="Alto{line}Bass" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/surveys/{survey}/open -> 303
  as Dana post /p/{p}/surveys/{survey} voice=Alto -> 303
  as Cora post /p/{p}/coordinate/forms/survey-{survey} was=voice called=voice kind=choice words="How high do you sing?" choices="High{line}Low" required=1 audience=reviewers position=1 -> 303
  # an open survey keeps the questions that it was opened with, until a coordinator says otherwise
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "it asks version 2, the newest is version 3"
  as Mona get /p/{p}/surveys/{survey} -> 200 showing "Which voice?" hiding "How high do you sing?"
  as Mona get /api/v1/programmes/{p}/surveys/{survey} -> 200 showing "'version':2", "'words':'Which voice?'"
  as Mona post /p/{p}/coordinate/surveys/{survey}/renew -> 403
  as Cora post /p/{p}/coordinate/surveys/{survey}/renew -> 303
  as Cora post /p/{p}/coordinate/surveys/{survey}/renew -> 409 showing "asks the newest questions already"
  as Mona post /p/{p}/surveys/{survey} voice=Alto -> 422 showing "How high do you sing?"
  as Mona post /p/{p}/surveys/{survey} voice=Low -> 303
  as Dana get /api/v1/programmes/{p}/surveys/{survey} -> 200 showing "'question':'Which voice?','answer':'Alto'" hiding "'question':'How high"
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Which voice? Alto1Bass0", "How high do you sing? High0Low1"
  expect table surveys showing "'Which voice?','How high do you sing?'", "'Alto',''", "'','Low'" hiding "'Alto','Low'"
  # whoever answers anew answers the question as it is now
  as Dana post /p/{p}/surveys/{survey} voice=High -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "How high do you sing? High1Low1" hiding "Which voice?"
  # applications: the same in the other table
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Cora post /p/{p}/coordinate/forms/mentee was=voice called=voice kind=choice words="Which part?" choices="Upper{line}Lower" required=1 audience=reviewers position=2 -> 303
  as Mona post /p/{p}/join/mentee why="Because I walk past it every day." voice=Lower styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  expect table applications showing "'Which voice?'", "'Which part?'" hiding "'Alto','Lower'"

story "F029 focus areas are a list of the programme; one served elsewhere carries its link and is no choice"
  given pages
  given programme operation-code
  given coordinator Cora
  given members Dana
  as Dana get /p/{p}/coordinate/focus -> 403
  as Cora get /p/{p}/coordinate/focus -> 200 showing "No area is listed yet"
  as Cora post /p/{p}/coordinate/focus name="Docs" url="javascript:alert(1)" -> 422 showing "Write an address like https"
  as Cora post /p/{p}/coordinate/focus name="Documentation" -> 303
  as Cora post /p/{p}/coordinate/focus name="Web" -> 303
  as Cora post /p/{p}/coordinate/focus name="Kernel" url=https://kernel.example/newcomers -> 303
  as Cora post /p/{p}/coordinate/focus name="Old" is_retired=1 -> 303
  as Cora get /p/{p}/coordinate/focus -> 200 showing "Documentation", "Kernel is served elsewhere", "Old no longer offered"
  as Cora get /p/{p}/coordinate/versions -> 200 showing "area Kernel is new"
  as Dana get /p/{p}/surveys -> 200 showing "Documentation", "Kernel is served elsewhere" hiding "Old"
  as Dana get /api/v1/programmes/{p}/focus -> 200 showing "'name':'Kernel','url':'https://kernel.example/newcomers'" hiding "Old"
  as Cora post /p/{p}/coordinate/surveys name="Areas" about="For the plan." survey_audience=members opens=2026-11-01 closes=2026-12-20 first_days=7 last_days=2 asks_areas=1 -> 303
  run due
  as Cora get /p/{p}/coordinate/surveys -> 200
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "In which areas do you want to learn?", "Documentation", "Web" hiding "Kernel", "Old"
  as Dana post /p/{p}/surveys/{survey} focus-areas={area} -> 303
  as Dana post /p/{p}/surveys/{survey} focus-areas=0zzzzzzzzzzzz -> 422 showing "not a choice any more"
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Documentation10"

story "F042 F043 both sides of a round are asked once its windows have closed: what they have in common stands for coordinators, and nobody puts in order whom they may not see"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting rank.by_mentee 2
  given setting rank.by_mentor 1
  given coordinator Cora
  given mentors Ana, Bo
  given members Dana, Mona, Nils
  given responders Sue
  as Cora post /p/{p}/coordinate/focus name="Breathing" -> 303
  as Cora post /p/{p}/coordinate/forms/mentor called=why kind=text words="Why do you teach?" audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-10 mentor_opens=2026-11-01 mentor_closes=2026-12-01 -> 303
  run due
  as Ana post /p/{p}/join/mentor why="I like it." -> 303
  as Bo post /p/{p}/join/mentor why="Me too." -> 303
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Mona post /p/{p}/join/mentee why="Because I walk past it every day." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "Winter"
  as Cora post /api/v1/programmes/{p}/surveys name="Focus" about="Who is silent is left out." survey_audience=round survey_round=none first_days=7 last_days=2 -> 422
  as Cora get /p/{p}/coordinate/surveys -> 200
  expect page has {survey_round}
  as Cora post /p/{p}/coordinate/surveys name="Focus" about="Who is silent is left out." survey_audience=round survey_round={survey_round} first_days=7 last_days=2 asks_areas=1 asks_ranking=1 -> 303
  as Cora get /p/{p}/coordinate/surveys -> 200
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Both sides of a round, Winter", "once all windows of the round have closed"
  run due
  run letters
  expect letter to Dana never containing "Focus"
  later 26 days
  run due
  later 2 minutes
  run due
  run letters
  expect letter to Dana once containing "asks you: Focus"
  expect letter to Ana once containing "Who is silent is left out."
  expect letter to Nils never containing "Focus"
  as Nils get /p/{p}/surveys/{survey} -> 404
  # a mentee puts mentors in order; a mentor only mentees who let themselves be listed
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "Whom would you like to work with most?", "Whom next?", "Ana", "Bo" hiding "Mona", "And then?"
  as Ana get /p/{p}/surveys/{survey} -> 200 showing "In which areas can you help?" hiding "Whom would you like", "Dana", "Mona"
  as Dana post /p/{p}/me listed=1 -> 303
  as Ana get /p/{p}/surveys/{survey} -> 200 showing "Whom would you like to work with most?", "Dana" hiding "Mona", "Whom next?"
  as Dana post /p/{p}/surveys/{survey} focus-areas={area} rank-1={Ana} rank-2={Ana} -> 422 showing "has a place above already"
  as Dana post /p/{p}/surveys/{survey} focus-areas={area} rank-1={Mona} -> 422 showing "not one of the choices"
  # nobody finds whom a case hides
  as Mona post /p/{p}/report what="Ana asked me for my password." sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Ana} -> 303
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "Bo" hiding "Ana"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Ana} -> 303
  # who is kept apart from somebody finds them nowhere
  as Mona post /p/{p}/people/{Bo}/block -> 303
  as Mona get /p/{p}/surveys/{survey} -> 200 showing "Ana" hiding "Bo", "Whom next?"
  as Dana post /p/{p}/surveys/{survey} focus-areas={area} rank-1={Bo} rank-2={Ana} -> 303
  as Ana post /p/{p}/surveys/{survey} focus-areas={area} rank-1={Dana} -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Breathing11", "DanaAnaBreathing place 2 of the mentee · place 1 of the mentor", "DanaBoNo area place 1 of the mentee", "Bo", "Mona"
  as Cora get /api/v1/programmes/{p}/surveys/{survey}/results -> 200 showing "'mentee':'Dana','mentor':'Ana','areas':'Breathing','by_mentee':2,'by_mentor':1", "'silent':2"
  expect table surveys showing "'Breathing','Bo, Ana'", "'Breathing','Dana'"
  expect held Dana showing "Breathing", "Bo"
  as Dana get /p/{p}/surveys/{survey} -> 200 hiding "place 1"
  # T09: a week and two days before its end, and then it is over
  later 7 days
  run due
  run letters
  expect letter to Mona once containing "Still to answer: Focus"
  expect letter to Dana never containing "Still to answer"
  later 5 days
  run due
  run letters
  expect letter to Mona 2 times containing "Still to answer: Focus"
  later 3 days
  run due
  as Mona post /p/{p}/surveys/{survey} focus-areas={area} -> 409
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Who has not answered 2 people", "Mona", "Bo"
