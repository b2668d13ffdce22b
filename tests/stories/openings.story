# Openings of projects in a round, who is nominated and elected, and the project's own choice (F036, F037, F038, F047; L18, L20; T08, T10).

story "F036 F037 L18 L18C L20O L20P a project declares an opening of four months and two hours a month; it comes back, is announced, shows its own numbers, and an extension reaches all who applied"
  given pages
  given programme of programmes/open-source.yaml
  given coordinator Cora
  given members Paula, Dana, Mona, Max, Tom
  as Paula get /p/{p}/join -> 200 showing "Openings of projects"
  as Paula get /p/{p}/openings -> 200 showing "No opening is announced" hiding "Declare an opening"
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-12-01 mentor_closes=2026-12-20 mentee_opens=2026-12-01 mentee_closes=2026-12-20 -> 303
  as Paula get /p/{p}/openings -> 200 showing "Declare an opening", "Spring"
  # all that is wrong at once, and nothing typed is lost
  as Paula post /p/{p}/openings round={round} project="Parser" url=javascript:alert(1) goals="Short" places=0 term=25 -> 422 showing "Write an address like https", "at least 20 characters", "Parser"
  as Paula post /p/{p}/openings round=nothing project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=2 -> 422
  as Paula post /p/{p}/openings round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=2 term=4 minutes=120 period=month criteria="You have read the grammar once." languages="English, नेपाली" -> 303
  as Paula follows -> 200 showing "Parser", "Waits for coordinators", "4 months", "120 minutes a month", "Take it back"
  as Paula get /p/{p}/openings -> 200 showing "Parser"
  as Paula get /p/{p}/openings/{opening} -> 200
  run letters
  expect letter to Paula once containing "waits for coordinators"
  expect letter to Cora once containing "An opening needs you: Parser"
  expect letter to Cora once containing "Paula"
  # nobody else knows of it yet
  as Dana get /p/{p}/openings -> 200 hiding "Parser"
  as Dana get /p/{p}/openings/{opening} -> 404
  as nobody get /p/{p}/openings/{opening} -> 404
  as Dana post /p/{p}/openings/{opening}/withdraw -> 404
  as Cora get /p/{p}/coordinate -> 200 showing "Parser", "a project wants to join: announce or return it"
  as Cora get /api/v1/programmes/{p}/needs -> 200 showing "'project':'Parser'"
  # returned with what is missing, changed, declared again
  as Cora post /p/{p}/openings/{opening}/decide decision=return -> 422 showing "Say what is missing"
  as Cora post /p/{p}/openings/{opening}/decide decision=return words="Which parser? Say what it parses." -> 303
  as Cora post /p/{p}/openings/{opening}/decide decision=return words="Again" -> 409
  run letters
  expect letter to Paula once containing "It came back with a comment"
  expect letter to Paula once containing "Which parser?"
  as Cora get /p/{p}/coordinate -> 200 hiding "a project wants to join"
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Returned to its contact", "Which parser?", "Declare it as it is now", "value="120"", "value="4""
  as Paula post /p/{p}/openings/{opening} round={round} project="Parser of poems" url=https://parser.example.org goals="Read the grammar, then write the printer of poems." places=2 term=4 minutes=120 period=month criteria="You have read the grammar once." languages="English, नेपाली" -> 303
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Waits for coordinators", "printer of poems"
  as Cora post /p/{p}/openings/{opening}/decide decision=announce words="Welcome." -> 303
  # what it says is its own from now on, whatever the programme says later
  as Cora post /api/v1/programmes/{p}/settings term=12 meet.minutes=30 meet.period=week -> 200
  as Dana get /p/{p}/openings/{opening} -> 200 showing "Parser of poems", "Announced", "4 months", "120 minutes a month", "You have read the grammar once.", "नेपाली" hiding "6 months", "12 months", "Paula", "Welcome."
  as nobody get /p/{p}/openings -> 200 showing "Parser of poems", "4 months", "120 minutes a month"
  as nobody get /p/{p}/openings/{opening} -> 200 showing "Parser of poems" hiding "Paula"
  as Dana get /api/v1/programmes/{p}/openings -> 200 showing "'term':4,'minutes':120,'period':'month'", "'state':'announced'"
  as nobody get /p/{p}/feed -> 200 showing "<feed xmlns=", "<title>Parser of poems</title>", "4 months", "You have read the grammar once." hiding "Paula"
  as Paula post /p/{p}/openings/{opening}/withdraw -> 409
  run due
  run letters
  expect letter to Dana once containing "Parser of poems takes mentees: Spring"
  expect letter to Dana once containing "4 months"
  expect letter to Dana once containing "120 minutes a month"
  expect letter to Dana never containing "Paula"
  expect letter to Paula once containing "It is announced"
  # the window opens by the clock; whoever applies chooses among what is announced
  later 15 days
  run due
  as Dana get /p/{p}/openings/{opening} -> 200 showing "Takes applications", "Apply as a mentee"
  as Dana get /p/{p}/join/mentee?opening={opening} -> 200 showing "Which project?", "Parser of poems", "None in particular", "You, who reviews applications, the contact of the project that you choose and the coordinators see this." hiding "You, who reviews applications and the coordinators see this."
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/join/mentee opening=0000000000000 level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 422 showing "not one of the choices"
  as Dana post /p/{p}/join/mentee opening={opening} level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "Parser of poems"
  as Mona post /p/{p}/join/mentee/draft opening={opening} -> 303
  as Cora get /p/{p}/review -> 200 showing "Parser of poems"
  expect page has {application}
  # its contact gives it more time; whoever began or sent one hears of it, nobody else does
  as Dana post /p/{p}/openings/{opening}/extend closes=2027-01-10 -> 403
  as Paula post /p/{p}/openings/{opening}/extend closes=2026-12-20 -> 422 showing "after the one that people were told"
  as Paula post /p/{p}/openings/{opening}/extend closes=2027-01-10 -> 303
  run letters
  expect letter to Dana once containing "More time to apply: Parser of poems"
  expect letter to Mona once containing "More time to apply: Parser of poems"
  expect letter to Max never containing "More time to apply"
  # L20C: an end of the round that moves leaves them where they are; whoever applied for none in particular hears of it, and of fewer places all do
  as Tom post /p/{p}/conduct version=1 accepted=1 -> 303
  as Tom post /p/{p}/join/mentee opening=any level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200
  expect page has {cohort}
  run letters
  forget letters
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Spring" mentor_opens=2026-12-01 mentor_closes=2026-12-20 mentor_places=0 mentee_opens=2026-12-01 mentee_closes=2026-12-18 mentee_places=0 -> 303
  run letters
  expect letter to Tom once containing "18 Dec"
  expect letter to Dana never containing "18 Dec"
  expect letter to Mona never containing "18 Dec"
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Spring" mentor_opens=2026-12-01 mentor_closes=2026-12-20 mentor_places=0 mentee_opens=2026-12-01 mentee_closes=2026-12-20 mentee_places=0 -> 303
  run letters
  expect letter to Tom once containing "20 Dec"
  expect letter to Dana never containing "20 Dec"
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Spring" mentor_opens=2026-12-01 mentor_closes=2026-12-20 mentor_places=0 mentee_opens=2026-12-01 mentee_closes=2026-12-20 mentee_places=9 -> 303
  run letters
  expect letter to Dana once containing "10 Jan"
  expect letter to Tom 2 times containing "Changed: Spring"
  forget letters
  # the round's window closes, and this opening goes on
  later 20 days
  run due
  as Max get /p/{p}/join/mentee -> 200 showing "Which project?", "Parser of poems" hiding "None in particular"
  as Max post /p/{p}/conduct version=1 accepted=1 -> 303
  as Max post /p/{p}/join/mentee opening={opening} level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200
  as Cora post /p/{p}/coordinate/rounds/{window}/settle -> 409

story "F038 L18N L22 L24 a project nominates one mentor and two apply; it elects one, refuses one with a reason, and only nominee and elected count as its mentors"
  given pages
  given programme of programmes/open-source.yaml
  given coordinator Cora
  given members Paula, Dana, Mona, Max
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Paula get /p/{p}/openings -> 200
  as Paula post /p/{p}/openings round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 -> 303
  as Paula get /p/{p}/openings -> 200
  as Paula post /p/{p}/openings/{opening}/nominate name="Nora" email=nora@example.org -> 409 showing "does not fit where the opening stands"
  as Cora get /p/{p}/openings -> 200
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
  run due
  # a nominee need not be here yet; nothing is shown of the account but what was typed
  as Dana post /p/{p}/openings/{opening}/nominate name="Dana" email=dana@example.org -> 403 showing "Only the project's contact"
  as Paula post /p/{p}/openings/{opening}/nominate name="Nora" email=nora -> 422
  as Paula post /p/{p}/openings/{opening}/nominate name="Somebody" email=max@example.org -> 303
  as Paula post /p/{p}/openings/{opening}/nominate name="Somebody" email=max@example.org -> 303
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Somebody", "asked on" hiding "Max"
  run letters
  expect letter to Max once containing "Parser would like you as a mentor"
  expect letter to Max once containing "Paula nominated you"
  expect letter to Max never containing "paula@"
  as Max post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Mona post /p/{p}/conduct version=1 accepted=1 -> 303
  as Max get /p/{p}/join/mentor?opening={opening} -> 200 showing "Which project?" hiding "None in particular"
  as Max post /p/{p}/join/mentor forge=https://forge.example/1 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 422 showing "Which project?"
  as Max post /p/{p}/join/mentor opening={opening} forge=https://forge.example/1 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Dana post /p/{p}/join/mentor opening={opening} forge=https://forge.example/2 expertise="Its documentation, all of it." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200 showing "A-2"
  expect page has {application}
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Nominated", "Somebody", "applied", "Max", "Dana", "Its documentation, all of it."
  as Mona get /p/{p}/openings/{opening} -> 200 hiding "Dana", "Its documentation", "Nominated"
  # where coordinators approve mentors, its contact reads none of them
  as Cora post /api/v1/programmes/{p}/settings mentor.approval=coordinator -> 200
  as Paula get /p/{p}/openings/{opening} -> 200 hiding "Its documentation"
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 403
  as Cora post /api/v1/programmes/{p}/settings mentor.approval=project -> 200
  as Paula post /p/{p}/openings/{opening}/elect application={opening} decision=elect -> 409
  as Mona post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 403
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=elect words="We look forward to you." -> 303
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 409
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Elected by the project"
  as Dana get /p/{p}/join/mentor -> 200 showing "Elected by the project", "We look forward to you."
  as Cora get /p/{p}/review -> 200 showing "Elected"
  expect page has {application}
  as Cora get /api/v1/programmes/{p}/review?side=mentor -> 200 showing "'is_elected':true"
  as Mona post /p/{p}/join/mentor opening={opening} forge=https://forge.example/3 expertise="How its releases are made." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200 showing "A-3"
  expect page has {application}
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=refuse -> 422 showing "Choose the reason"
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=refuse reason=no-place words="Next time." -> 303
  run letters
  expect letter to Dana once containing "A-2: Elected by the project"
  expect letter to Mona once containing "A-3: not this time"
  expect letter to Mona once containing "more good applications than places"
  # the round ends with a nominee and one elected: it is closed, and matching comes next
  later 40 days
  run due
  as Dana get /p/{p}/openings/{opening} -> 200 showing "Closed, being matched next" hiding "Apply as a mentee"
  as Cora get /p/{p}/coordinate -> 200 hiding "no mentor was elected"

story "F038 T08 L18 L18C its time ends and nobody is elected: its contact was reminded, coordinators are asked, and it goes back"
  given pages
  given programme of programmes/open-source.yaml
  given coordinator Cora
  given members Paula
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Paula get /p/{p}/openings -> 200
  as Paula post /p/{p}/openings round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 -> 303
  as Paula get /p/{p}/openings -> 200
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
  run due
  run letters
  forget letters
  later 29 days
  run due
  run letters
  expect letter to Paula once containing "No mentor is elected yet"
  later 5 days
  run due
  run letters
  expect letter to Paula 2 times containing "No mentor is elected yet"
  later 2 days
  run due
  run letters
  expect letter to Paula once containing "no mentor was elected"
  expect letter to Cora once containing "no mentor was elected"
  as Cora get /p/{p}/coordinate -> 200 showing "Parser", "no mentor was elected; it went back to its contact"
  as Paula get /p/{p}/openings/{opening} -> 200 showing "no mentor was elected", "Declare it as it is now"
  # declared again, it needs an end of its own, since its round is over; for another round it is declared anew
  as Paula post /p/{p}/openings/{opening} round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 -> 303
  as Cora get /p/{p}/coordinate -> 200 showing "a project wants to join"
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 422 showing "The windows of its round are over"
  as Cora post /p/{p}/openings/{opening}/decide decision=return words="Not this time." -> 303
  as Cora post /p/{p}/coordinate/rounds name="Summer" mentee_opens=2027-03-01 mentee_closes=2027-03-20 -> 303
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Summer", "Spring"
  as Paula post /p/{p}/openings/{opening} round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 -> 422 showing "For another one declare it anew"

story "F047 T10 L18 a project chooses from its short list until a date; late it is reminded, then asked on another channel, then coordinators choose"
  given pages
  given programme of programmes/open-source.yaml
  given setting t10.1 7
  given coordinator Cora
  given members Paula, Dana, Mona, Max
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2027-02-20 mentee_opens=2026-11-01 mentee_closes=2027-02-20 -> 303
  run due
  as Paula get /p/{p}/openings -> 200
  as Paula post /p/{p}/openings round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 -> 303
  as Paula get /p/{p}/openings -> 200
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
  run due
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Mona post /p/{p}/conduct version=1 accepted=1 -> 303
  as Max post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/join/mentee opening={opening} level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" gathering="canary-confided" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  # who chooses is a setting; without it coordinators do
  as Cora post /p/{p}/openings/{opening}/list -> 409 showing "In this programme coordinators choose"
  as Cora post /api/v1/programmes/{p}/settings choice.by=project -> 200
  as Cora post /p/{p}/openings/{opening}/list -> 409 showing "No mentee who applied for it is on the short list"
  as Cora post /p/{p}/review/{application}/decide decision=short-list -> 303
  as Mona post /p/{p}/join/mentee opening={opening} level=3 goals="Writing tests that others read." focus=Tests hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200 showing "A-2"
  expect page has {application}
  as Cora post /p/{p}/review/{application}/decide decision=short-list -> 303
  as Max post /p/{p}/join/mentee opening={opening} level=1 goals="Somebody who is not on the list." focus=Tests hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  as Paula get /p/{p}/openings/{opening} -> 200 hiding "Dana", "Short list"
  as Paula post /p/{p}/openings/{opening}/choose chosen={application} -> 409
  as Paula post /p/{p}/openings/{opening}/list -> 403
  run letters
  forget letters
  as Cora post /p/{p}/openings/{opening}/list -> 303
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Choose by", "Dana", "Mona", "without fear" hiding "Max", "canary-confided"
  as Dana get /p/{p}/openings/{opening} -> 200 hiding "Mona", "Choose by"
  as Dana post /p/{p}/openings/{opening}/choose chosen={application} -> 403
  run letters
  expect letter to Paula once containing "The short list is there"
  # five days, then late; two more, another channel; three more, coordinators
  later 121 hours
  run due
  run letters
  expect letter to Paula once containing "The short list waits for your choice"
  given slack
  given slack of Paula
  later 48 hours
  run due
  run slack
  run letters
  expect letter to Paula once containing "The short list waits for your choice"
  expect slack message to Paula once containing "The short list waits for your choice"
  as Cora get /p/{p}/coordinate -> 200 hiding "choose for them"
  later 72 hours
  run due
  run letters
  expect letter to Cora once containing "has not chosen from the short list"
  as Cora get /p/{p}/coordinate -> 200 showing "Parser", "choose for them"
  as Paula post /p/{p}/openings/{opening}/choose chosen={opening} -> 409
  as Paula post /p/{p}/openings/{opening}/choose chosen={application} -> 303
  as Paula post /p/{p}/openings/{opening}/choose chosen={application} -> 409
  as Paula get /p/{p}/openings/{opening} -> 200 showing "The project chose on", "Chosen by the project"
  as Mona get /p/{p}/join/mentee -> 200 showing "Chosen by the project"
  as Dana get /p/{p}/join/mentee -> 200 showing "On the short list"
  as Cora get /p/{p}/review -> 200 showing "Chosen"
  expect page has {application}
  as Cora get /p/{p}/coordinate -> 200 hiding "choose for them"
  run letters
  expect letter to Mona once containing "A-2: Chosen by the project"
  expect letter to Cora once containing "the project has chosen from its short list"

story "F036 F037 F038 F047 a program does all of it: declares, announces, nominates, elects, sends the short list, chooses"
  given programme of programmes/open-source.yaml
  given coordinator Cora
  given members Paula, Dana, Max
  as Cora post /api/v1/programmes/{p}/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2027-02-20 mentee_opens=2026-11-01 mentee_closes=2027-02-20 -> 201
  as Cora post /api/v1/programmes/{p}/settings choice.by=project -> 200
  run due
  as Paula get /p/{p}/openings -> 200
  expect page has {round}
  as Paula post /api/v1/programmes/{p}/openings project="Parser" goals="Short" -> 422 showing "'round'", "'url'", "'places'"
  as Paula post /api/v1/programmes/{p}/openings round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 minutes=90 period=week -> 201 showing "'state':'declared'", "'minutes':90,'period':'week'"
  as Paula get /p/{p}/openings -> 200
  expect page has {opening}
  as Dana get /api/v1/programmes/{p}/openings -> 200 hiding "Parser"
  as Dana get /api/v1/programmes/{p}/openings/{opening} -> 404
  as Paula post /api/v1/programmes/{p}/openings/{opening} round={round} project="Printer" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 -> 200 showing "'project':'Printer'"
  as Paula post /api/v1/programmes/{p}/openings round={round} project="A slip" url=https://slip.example.org goals="Something that nobody meant at all." places=1 -> 201
  as Paula get /p/{p}/openings -> 200
  expect page has {opening}
  as Paula post /api/v1/programmes/{p}/openings/{opening}/withdraw -> 200 hiding "A slip"
  as Paula get /p/{p}/openings -> 200
  expect page has {opening}
  as Cora post /api/v1/programmes/{p}/openings/{opening}/decide decision=announce -> 200 showing "'state':'announced'", "'term':6,'minutes':60,'period':'month'"
  run due
  as Paula post /api/v1/programmes/{p}/openings/{opening}/extend closes=2027-03-10 -> 200 showing "'closes_at':'2027-03-11T00:00:00Z'"
  as Paula post /api/v1/programmes/{p}/openings/{opening}/nominate name="Max" email=max@example.org -> 200 showing "'name':'Max'", "'has_applied':false"
  as Max post /p/{p}/conduct version=1 accepted=1 -> 303
  as Max post /p/{p}/join/mentor opening={opening} forge=https://forge.example/1 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  as Paula post /api/v1/programmes/{p}/openings/{opening}/elect application={application} decision=elect -> 200 showing "'is_nominated':true,'is_elected':true"
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  later 1 minutes
  as Dana post /p/{p}/join/mentee opening={opening} level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  as Cora post /p/{p}/review/{application}/decide decision=short-list -> 303
  as Cora post /api/v1/programmes/{p}/openings/{opening}/list -> 200 showing "'choose_by_at':'2026-11-2"
  as Paula post /api/v1/programmes/{p}/openings/{opening}/choose chosen={application} -> 200 showing "'is_chosen':true"
  as Dana get /api/v1/programmes/{p}/openings/{opening} -> 200 showing "'mentors':[],'mentees':[],'nominations':[]"

story "F052 F038 where a round is read without names, an opening shows its contact and coordinators what was answered, and neither name nor link"
  given pages
  given programme of programmes/open-source.yaml
  given coordinator Cora
  given members Paula, Dana
  as Cora post /api/v1/programmes/{p}/settings apply.blind=yes mentor.approval=project -> 200
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 -> 303
  run due
  as Paula get /p/{p}/openings -> 200
  as Paula post /p/{p}/openings round={round} project="Parser" url=https://parser.example.org goals="Read the grammar, then write the printer." places=1 -> 303
  as Cora get /p/{p}/openings -> 200
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
  run due
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/join/mentor opening={opening} forge=https://forge.example/2 expertise="Its documentation, all of it." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Paula get /p/{p}/openings/{opening} -> 200 showing "A-1 name hidden", "Its documentation, all of it." hiding "Dana", "forge.example"
  as Paula get /api/v1/programmes/{p}/openings/{opening} -> 200 showing "'name':null", "Its documentation, all of it." hiding "Dana", "forge.example"
  as Cora get /p/{p}/openings/{opening} -> 200 showing "Its documentation, all of it." hiding "Dana", "forge.example"
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 303
  as Paula get /p/{p}/openings/{opening} -> 200 showing "Elected by the project" hiding "Dana", "forge.example"
