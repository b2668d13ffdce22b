# Surveys as data (F026, F027, F028, F033, F042, F176): their questions stand in the programme's file, are changed on a page, and each survey keeps those that it was opened with.

story "F026 F028 F042 the ready programmes bring their surveys: one is planned by choosing it, and asks what its file says"
  given pages
  given programme of programmes/open-source.yaml
  given coordinator Cora
  given members Dana, Mona
  as Dana get /p/{p}/coordinate/forms -> 403
  as Cora get /p/{p}/coordinate/forms -> 200 showing "Application as a mentee", "Before we bring pairs together", "Both sides of a round", "Halfway", "Looking back", "Whom they would like to work with"
  as Cora get /p/{p}/coordinate/forms/survey-mid-term -> 200 showing "How is it going?", "A step of a scale must be given", "for coordinators alone", "What it is for, and who is asked"
  as Cora get /p/{p}/coordinate/forms/survey-none -> 404
  as Dana get /api/v1/programmes/{p}/forms/survey-mid-term -> 404
  as Cora get /api/v1/programmes/{p}/forms/survey-mid-term -> 200 showing "'key':'going','kind':'scale'"
  as Dana get /api/v1/programmes/{p}/forms -> 403
  as Cora get /api/v1/programmes/{p}/forms -> 200 showing "'slug':'survey-matching'", "'questionnaire':'matching'", "'audience':'round'", "'asks_areas':true,'asks_ranking':true"
  # of all that the programme says nothing need be said again, but a programme without rounds has no round to choose
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "Which of the programme's surveys?", "Halfway" hiding "Which round?"
  as Cora post /p/{p}/coordinate/surveys questionnaire=closing opens=2026-11-01 first_days=7 last_days=2 -> 422 showing "No round is planned yet whose applicants could be asked"
  as Cora post /p/{p}/coordinate/surveys questionnaire=nothing opens=2026-11-01 first_days=7 last_days=2 -> 422
  as Cora post /p/{p}/coordinate/surveys opens=2026-11-01 first_days=7 last_days=2 -> 422 showing "Give it a name, or choose one", "Say what it is for, or choose one", "Say who is asked, or choose one"
  as Cora post /p/{p}/coordinate/surveys questionnaire=closing survey_audience=members opens=2026-11-01 closes=2026-12-20 first_days=7 last_days=2 -> 303
  run due
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "Looking back", "All members"
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Looking back, version 1", "what the next round should do otherwise"
  run letters
  expect letter to Dana once containing "asks you: Looking back"
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "How much of what you wanted have you reached?", "1: nothing", "Would you take part once more?" hiding "How is it going?"
  as Dana get /api/v1/programmes/{p}/surveys/{survey} -> 200 showing "'form':'survey-closing','version':1,'questions':[", "'key':'reached','kind':'scale'"
  as Dana post /p/{p}/surveys/{survey} reached=9 -> 422
  as Dana post /p/{p}/surveys/{survey} reached=4 best="The review of my first change." again="Yes, on the other side" -> 303
  as Cora get /api/v1/programmes/{p}/surveys/{survey}/results -> 200 showing "'questionnaire':'closing','form':'survey-closing','version':1,'newest_version':1,'answered':1"

story "F027 F026 a survey is edited mid-round: the open one keeps its questions, old answers keep old wording, the next one asks the new, and the table has both"
  given pages
  given programme of programmes/juniordev-sg.yaml
  given coordinator Cora
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/surveys questionnaire=needs name="First" opens=2026-11-01 closes=2026-12-20 first_days=7 last_days=2 -> 303
  run due
  as Cora get /p/{p}/coordinate/surveys -> 200
  as Dana post /p/{p}/surveys/{survey} themes=Interviews else="Remote work" -> 303
  # what it would affect stands there before it is changed
  as Cora get /p/{p}/coordinate/forms/survey-needs?edit=else -> 200 showing "1 survey is open and keeps its questions.", "1 answer keeps its words."
  as Cora post /p/{p}/coordinate/forms/survey-needs was=else called=else kind=text words="Which theme do you miss?" most=200 audience=reviewers position=3 -> 303
  as Cora get /p/{p}/coordinate/versions -> 200 showing "Version 2 survey needs.else, words: “Which theme is missing here?” becomes “Which theme do you miss?” Cora, on a page"
  as Cora get /p/{p}/coordinate/versions/2 -> 200 showing "Survey needs.else, words", "Which theme do you miss?"
  # the same round goes on: who answers now reads what the others read
  as Mona get /p/{p}/surveys/{survey} -> 200 showing "Which theme is missing here?" hiding "Which theme do you miss?"
  as Mona post /p/{p}/surveys/{survey} themes=Feedback else="Money" -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "it asks version 1, the newest is version 2", "Which theme is missing here?", "Remote work", "Money"
  expect table surveys showing "'Which theme is missing here?'" hiding "'Which theme do you miss?'"
  later 1 minutes
  # another one is planned by the same: it asks the new words
  as Cora post /p/{p}/coordinate/surveys questionnaire=needs name="Second" opens=2026-11-01 closes=2026-12-20 first_days=7 last_days=2 -> 303
  run due
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "Second", "First"
  as Mona post /p/{p}/surveys/{survey} themes=Feedback else="Talks in Tamil" -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "version 2", "Which theme do you miss?", "Talks in Tamil" hiding "the newest is version"
  expect table surveys showing "'Which theme is missing here?'", "'Which theme do you miss?'", "'First','Dana'", "'Remote work',''", "'Second','Mona'", "'Talks in Tamil'"
  expect held Mona showing "Which theme is missing here?", "Which theme do you miss?", "Money", "Talks in Tamil"

story "F027 a coordinator may have an open survey ask the new questions; who answered keeps the old words, and may answer anew"
  given pages
  given programme operation-code
  given coordinator Cora
  given members Dana, Mona
  as Cora post /api/v1/programmes/{p}/surveys questionnaire=needs opens=2026-11-01 closes=2026-12-20 first_days=7 last_days=2 -> 201 showing "'questionnaire':'needs','form':'survey-needs'", "'name':'What would help you'"
  run due
  as Cora get /p/{p}/coordinate/surveys -> 200
  as Dana post /p/{p}/surveys/{survey} needs="Reading to begin with" -> 303
  as Cora post /api/v1/programmes/{p}/forms/survey-needs was=needs called=needs kind=choices words="What do you need now?" required=1 least=1 most=1 choices="A reader{line}A talk" audience=reviewers position=1 -> 200 showing "'version':2"
  as Mona post /p/{p}/surveys/{survey} needs="A talk" -> 422 showing "Choose at least 1"
  as Dana post /p/{p}/coordinate/surveys/{survey}/renew -> 403
  as Cora post /api/v1/programmes/{p}/surveys/{survey}/renew -> 200 showing "'version':2,'newest_version':2"
  as Cora post /api/v1/programmes/{p}/surveys/{survey}/renew -> 409 showing "survey-same"
  as Mona post /p/{p}/surveys/{survey} needs="A talk" -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "What would help you most at the moment?", "Reading to begin with1", "What do you need now? A reader0A talk1"
  expect table surveys showing "'What would help you most at the moment?'", "'What do you need now?'", "'Reading to begin with','','','',''", "'','','','','A talk'"
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "What do you need now?"
  as Dana post /p/{p}/surveys/{survey} needs="A reader" -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "A reader1A talk1" hiding "Reading to begin with"
  as Cora post /p/{p}/coordinate/surveys/{survey}/close -> 303
  as Cora post /p/{p}/coordinate/surveys/{survey}/renew -> 409

story "F026 two coordinators write the same survey at once: the second is told, and loses nothing"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora, Carl
  given member Dana
  as Cora post /p/{p}/coordinate/forms slug=Mid title="Halfway" about="How it goes." survey_audience=members -> 422 showing "like mid-term", "Halfway"
  as Cora post /p/{p}/coordinate/forms slug=0s8abp6g2hs3p title="Halfway" about="How it goes." survey_audience=members -> 422 showing "like mid-term"
  as Cora post /p/{p}/coordinate/forms slug=own title="Halfway" about="How it goes." survey_audience=members -> 422 showing "like mid-term"
  as Cora post /p/{p}/coordinate/forms slug=mid title="Halfway" about="How it goes." -> 422 showing "How it goes."
  as Dana post /p/{p}/coordinate/forms slug=mid title="Halfway" about="How it goes." survey_audience=members -> 403
  as Cora post /p/{p}/coordinate/forms slug=mid title="Halfway" about="How it goes." survey_audience=members -> 303
  as Carl post /p/{p}/coordinate/forms slug=mid title="Half" about="Mine." survey_audience=mentors -> 422 showing "There is one with this word already", "Mine."
  as Carl post /api/v1/programmes/{p}/forms slug=late title="Late" about="Mine." survey_audience=mentors -> 201 showing "'slug':'survey-late'", "'questions':[]"
  as Cora get /p/{p}/coordinate/versions -> 200 showing "survey mid is new: “Halfway”", "survey late is new: “Late” Carl, by a program"
  # what it is for and who is asked
  as Carl get /p/{p}/coordinate/forms/survey-mid/survey -> 200 showing "How it goes.", "Ask for focus areas"
  expect page has {seen}
  as Cora post /p/{p}/coordinate/forms/survey-mid/survey title="Halfway through" about="How it goes with you." survey_audience=mentees -> 303
  as Carl post /p/{p}/coordinate/forms/survey-mid/survey seen={seen} title="Half" about="My own words." survey_audience=mentors -> 412 showing "Somebody changed this", "My own words."
  as Cora get /p/{p}/coordinate/forms/survey-mid/survey -> 200 showing "How it goes with you."
  as Cora get /p/{p}/coordinate/forms/mentee/survey -> 404
  # a question
  as Cora post /p/{p}/coordinate/forms/survey-mid called=glad kind=scale words="How glad are you?" audience=reviewers position=1 -> 303
  as Carl get /p/{p}/coordinate/forms/survey-mid?edit=glad -> 200 showing "How glad are you?"
  expect page has {seen}
  as Cora post /p/{p}/coordinate/forms/survey-mid was=glad called=glad kind=scale words="How glad do you sing?" audience=reviewers position=1 -> 303
  as Carl post /p/{p}/coordinate/forms/survey-mid seen={seen} was=glad called=glad kind=scale words="Carl asks it so" audience=reviewers position=1 -> 412 showing "Somebody changed this", "Carl asks it so"
  as Carl post /p/{p}/coordinate/forms/survey-mid/remove was=glad version=3 -> 412 showing "Nothing is removed", "How glad do you sing?"
  # a survey by it is planned, and meanwhile both plan
  as Cora post /p/{p}/coordinate/surveys questionnaire=mid opens=2026-12-01 first_days=7 last_days=2 -> 303
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "Halfway through", "Members who do not mentor"
  as Carl get /p/{p}/coordinate/surveys/{survey} -> 200 showing "Halfway through, version 4"
  expect page has {seen}
  as Cora post /p/{p}/coordinate/surveys/{survey} questionnaire=mid name="Spring" about="How it goes with you." survey_audience=members opens=2026-12-01 first_days=7 last_days=2 -> 303
  as Carl post /p/{p}/coordinate/surveys/{survey} seen={seen} questionnaire=mid name="Summer" about="How it goes with you." survey_audience=members opens=2026-12-01 first_days=7 last_days=2 -> 412 showing "Somebody changed this", "Summer"
  # it may get questions of its own instead, and those of the programme again
  as Cora post /p/{p}/coordinate/surveys/{survey} name="Spring" about="How it goes with you." survey_audience=members opens=2026-12-01 first_days=7 last_days=2 questionnaire=own -> 303
  as Cora get /p/{p}/coordinate/surveys/{survey} -> 200 showing "0 · its own, version 1", "None of them: it has questions of its own"
  as Cora post /p/{p}/coordinate/surveys/{survey}/open -> 409 showing "asks nothing yet"
  as Cora post /p/{p}/coordinate/surveys/{survey} questionnaire=mid name="Spring" about="How it goes with you." survey_audience=members opens=2026-12-01 first_days=7 last_days=2 -> 303
  as Cora post /p/{p}/coordinate/surveys/{survey}/open -> 303
  as Dana get /p/{p}/surveys/{survey} -> 200 showing "How glad do you sing?"
  # a retired one is planned no more, and goes on where it is open
  as Cora post /p/{p}/coordinate/forms/survey-mid/survey title="Halfway through" about="How it goes with you." survey_audience=mentees is_retired=1 -> 303
  as Cora get /p/{p}/coordinate/versions -> 200 showing "survey mid, state: “in use” becomes “retired”"
  as Cora post /p/{p}/coordinate/surveys questionnaire=mid opens=2026-12-01 first_days=7 last_days=2 -> 422 showing "not one of the choices"
  as Dana post /p/{p}/surveys/{survey} glad=5 -> 303
  # the version is a file: it is told whole
  as Cora get /p/{p}/coordinate/versions -> 200 showing "Version 7"
