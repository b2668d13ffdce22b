# Rounds and batches with their windows, and applications in them (F036 to F050 as far as they are built; L19, L20, L22, L23, L24; T08, T11).

story "F037 F049 L19D L20 L20E T08 a coordinator plans a round; its windows open and close by the clock in the programme's zone, and members see dates, places and criteria"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Dana, Mona
  as Cora get /p/{p}/coordinate/rounds -> 200 showing "None yet", "Asia/Kathmandu"
  as Cora post /p/{p}/coordinate/rounds name="Winter" -> 422 showing "Say at least for one side when it applies"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentor_opens=2026-12-01 mentor_closes=2026-12-09 -> 422 showing "This side has no form yet", "Winter"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-12-01 -> 422 showing "first and the last day"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-12-09 mentee_closes=2026-12-01 -> 422 showing "comes before the first one"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-01-01 mentee_closes=2026-01-02 -> 422 showing "over already"
  as Cora post /p/{p}/coordinate/rounds name="Winter" criteria="You live by the river." mentee_opens=2026-12-01 mentee_closes=2026-12-20 mentee_places=2 -> 303
  as Dana get /p/{p}/join -> 200 showing "Winter", "Not open yet", "You live by the river.", "Places2", "Applied so far0"
  as Dana get /p/{p}/join/mentee -> 200 showing "Not open yet" hiding "Why do you want to sing?"
  as Dana post /p/{p}/join/mentee why="Too early to be taken, I think." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 409 showing "The window is not open", "Too early to be taken"
  as Dana get /p/{p}/join/nobody -> 404
  as nobody get /p/{p}/join -> 303
  as Cora post /api/v1/programmes/{p}/settings front.audience=public -> 200
  as nobody get /p/{p}/join -> 200 showing "Winter", "You live by the river."
  as Dana get /api/v1/programmes/{p}/rounds -> 200 showing "'name':'Winter','side':'mentee','state':'planned','opens_at':'2026-11-30T18:15:00Z','closes_at':'2026-12-20T18:15:00Z','places':2"
  # midnight in Kathmandu is 18:15 in Greenwich
  later 15 days
  run due
  as Dana get /api/v1/programmes/{p}/rounds -> 200 showing "'state':'open'"
  run letters
  expect letter to Dana once containing "takes applications: Winter"
  expect letter to Mona once containing "You live by the river."
  as Dana get /p/{p}/join/mentee -> 200 showing "Why do you want to sing?", "You, who reviews applications and the coordinators see this.", "You and the coordinators see this.", "4: at sight"
  # whoever began it hears of a later end; nobody else does
  as Dana post /p/{p}/join/mentee/draft why="Not" -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200 showing "Extend it"
  as Cora post /p/{p}/coordinate/rounds/{window}/extend closes=2026-12-19 -> 422 showing "after the one that people were told"
  as Cora post /p/{p}/coordinate/rounds/{window}/extend closes=2026-12-30 -> 303
  as Dana post /api/v1/programmes/{p}/rounds/{window}/extend closes=2026-12-31 -> 403
  run letters
  expect letter to Dana once containing "More time to apply: Winter"
  expect letter to Mona never containing "More time"
  # a week and a day before the end the draft is reminded of, once each
  later 23 days
  run due
  run letters
  expect letter to Dana once containing "is not sent yet"
  later 6 days
  run due
  run due
  run letters
  expect letter to Dana 2 times containing "is not sent yet"
  expect letter to Mona never containing "is not sent yet"
  as Cora get /p/{p}/coordinate/rounds -> 200
  as Cora post /p/{p}/coordinate/rounds/{window}/settle -> 409
  later 2 days
  run due
  as Dana get /api/v1/programmes/{p}/rounds -> 200 showing "'state':'closed'"
  as Dana post /p/{p}/join/mentee why="Too late to be taken, I think." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 409 showing "The window is not open", "Too late to be taken"

story "F039 F040 F041 L19 a draft is kept, what is wrong is told field by field, the receipt has its copy, and it is changed, withdrawn and taken back until the end"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  # half of it, as far as it is: nothing is required, and it is there again later
  as Dana post /p/{p}/join/mentee/draft why="Be" voice=Alto styles=古曲 nickname="Łukasz 李 👩🏽‍🚀" week=2 week=5 tongue=ne -> 303
  later 3 days
  as Dana get /p/{p}/join/mentee -> 200 showing "Not sent yet", "Łukasz 李 👩🏽‍🚀"
  as Dana get /api/v1/programmes/{p}/join/mentee -> 200 showing "'state':'draft'", "'question':'Which voice?','answer':'Alto'", "'answer':'古曲'", "'answer':'नेपाली"
  as Dana get / -> 200 showing "Winter, as a mentee", "Your turn: finish and send it", "Apply" hiding "Ask for a mentor"
  as Cora get /p/{p}/review -> 200 showing "No application to read"
  # all that is wrong at once, each with its field, and nothing typed is lost
  as Dana post /p/{p}/join/mentee why="Too short" voice=Falsetto styles=Old styles=New styles=古曲 reads=5 tongue=xx tongue_level=some since=2026-02-30 recording=javascript:alert(1) nickname="A name that is far longer than twenty characters" -> 422 showing "at least 20 characters", "not one of the choices any more", "Choose at most 2", "Choose at least one part of the week", "Write the day as", "Write an address like https", "at most 20 characters", "Please tick this", "Too short", "far longer than"
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=古曲 week=2 tongue=ne tongue_level=fluent nickname="Łukasz 李" health="An allergy." recording=https://example.org/me photo=1 -> 303
  later 1 minutes
  as Dana follows -> 200 showing "A-1", "Received", "It waits for somebody who reads it", "Send the changes"
  run letters
  expect letter to Dana once containing "A-1: your application is here"
  expect letter to Dana once containing "Because my grandmother sang here."
  expect letter to Dana once containing "Łukasz 李"
  as Dana post /p/{p}/join/mentee/draft why="Back to a draft?" -> 409
  # two tabs: the second one is told, and loses nothing
  as Dana get /p/{p}/join/mentee -> 200
  as Dana post /p/{p}/join/mentee seen={seen} why="Because my grandmother sang here, and so do I." voice=Bass styles=New week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Dana post /p/{p}/join/mentee seen={seen} why="What the other tab has typed." voice=Bass styles=New week=2 tongue=ne tongue_level=fluent photo=1 -> 412 showing "Somebody changed this", "What the other tab has typed."
  as Dana get / -> 200 showing "A-1", "Somebody will read it." hiding "Your turn"
  as Cora get / -> 200 showing "look after what waits for a coordinator", "1 nobody reads yet" hiding "Queue ("
  as Cora get /p/{p}/coordinate -> 200 showing "1 application is read by nobody yet" hiding "Nothing needs you", "is still to be decided"
  as Cora get /p/{p}/review -> 200 showing "A-1", "Dana", "Nobody reads it yet"
  as Cora get /p/{p}/review/{application} -> 200 showing "and so do I.", "Bass", "नेपाली (Nepali), Fluent" hiding "other tab", "Falsetto"
  # taken back, and back again
  as Dana post /p/{p}/join/mentee/withdraw -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "Withdrawn", "Take the withdrawal back"
  as Dana post /p/{p}/join/mentee/withdraw -> 409
  as Dana post /p/{p}/join/mentee/return -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "Received", "and so do I."
  run letters
  expect letter to Dana once containing "A-1: Withdrawn"
  # as a program, with the same words of what is wrong
  as Dana post /api/v1/programmes/{p}/join/mentee why="Too short" -> 422 showing "'why'", "at least 20 characters"
  as Dana post /api/v1/programmes/{p}/join/mentee shoe=44 -> 422 showing "is not known here"

story "F027 an answer keeps the words of its question when the form changes in the middle of a round"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora post /p/{p}/coordinate/forms/mentee was=voice called=voice kind=choice words="How high do you sing?" choices="High{line}Low" required=1 audience=reviewers position=2 -> 303
  as Mona post /p/{p}/join/mentee why="Because I walk past it every day." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 422 showing "How high do you sing?"
  as Mona post /p/{p}/join/mentee why="Because I walk past it every day." voice=Low styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora get /p/{p}/review/{application} -> 200 showing "Mona", "How high do you sing?Low"
  as Cora get /p/{p}/review?after={application} -> 200 showing "Dana"
  as Cora get /p/{p}/review/{application} -> 200 showing "Dana", "Which voice?Alto" hiding "How high"
  # As a table: a column for each wording, and each answer under the words that were asked.
  expect table applications showing "'number','side','cohort','name'", "'Which voice?'", "'How high do you sing?'"
  expect table applications showing "'1','mentee','Winter','Dana'", "'2','mentee','Winter','Mona'", "'Because my grandmother sang here.','Alto','Old'", "'Because I walk past it every day.','','Old'", "'Yes','Low'" hiding "'Alto','Low'"

story "F044 L22 reviewers share applications: what is taken up is theirs, what is for coordinators stays hidden, scores are kept, and nobody reads their own"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given reviewers Rita, Rolf
  given members Dana
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Rita post /p/{p}/join/mentee why="Because I only listened so far." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Rita get /p/{p}/review -> 200 showing "No application to read"
  as Cora get /p/{p}/review -> 200
  as Rita get /p/{p}/review/{application} -> 404
  as Dana get /p/{p}/review -> 403
  as Dana get /p/{p}/review/{application} -> 403
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent health="canary-health" photo=1 -> 303
  later 1 minutes
  as Rita get /p/{p}/review -> 200 showing "Dana"
  as Rita get /p/{p}/review/{application} -> 200 showing "grandmother" hiding "canary-health"
  as Rita get /api/v1/programmes/{p}/review/{application} -> 200 showing "grandmother" hiding "canary-health"
  as Cora get /p/{p}/review/{application} -> 200 showing "canary-health", "coordinators alone"
  as Rita post /p/{p}/review/{application}/score score=4 -> 403
  as Rita post /p/{p}/review/{application}/take -> 303
  as Rolf post /p/{p}/review/{application}/take -> 404
  as Rolf get /p/{p}/review/{application} -> 404
  as Rolf get /p/{p}/review -> 200 hiding "Dana"
  as Rita get /p/{p}/review -> 200
  as Rita post /p/{p}/review/{application}/score score=9 -> 422
  as Rita post /p/{p}/review/{application}/score score=4 words="canary-score" -> 303
  as Rita get /p/{p}/review -> 200 showing "Rita", "4.0", "Being read"
  as Rita post /p/{p}/review/{application}/decide decision=offer -> 403
  as Cora post /api/v1/programmes/{p}/review/{application}/score score=5 -> 200 showing "'score':4", "'score':5"
  as Cora get /p/{p}/review -> 200 showing "4.5"
  as Dana get /p/{p}/join/mentee -> 200 showing "Being read" hiding "Rita", "canary-score"
  as Dana get /api/v1/programmes/{p}/join/mentee -> 200 hiding "canary-score", "Rita"
  run letters
  expect letter to Dana once containing "A-2: Being read"
  expect letter to Dana never containing "Rita"
  expect letter to Dana never containing "canary-score"
  # a coordinator takes over what lies
  as Cora post /p/{p}/review/{application}/take -> 303
  as Rita get /p/{p}/review/{application} -> 404

story "F045 F046 F048 L23 L24 T11 offers have an end, the next in line follows, and everybody who was not placed is told with a reason and an invitation"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Ana, Bo, Dana, Mona
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=1 -> 303
  run due
  as Ana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=refuse -> 422 showing "Choose the reason"
  as Cora post /p/{p}/review/{application}/decide decision=offer words="We look forward to you." -> 303
  run letters
  expect letter to Ana once containing "A-1: a place for you"
  expect letter to Ana once containing "We look forward to you."
  as Bo post /p/{p}/join/mentee why="Because I walk past it every day." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Cora follows -> 200 showing "No place is free, so it is on the waiting list"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 409 showing "All places are given or offered"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 409
  as Bo get /p/{p}/join/mentee -> 200 showing "On the waiting list", "You are number 1 in line", "whoever waits longest"
  as Dana post /p/{p}/join/mentee why="Because the bus stops there too." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Mona post /p/{p}/join/mentee why="Because I have nowhere else to go." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=times words="Ask again in spring." -> 303
  run letters
  expect letter to Mona once containing "A-4: not this time"
  expect letter to Mona once containing "nobody who has time when you have"
  # three days later a reminder, four days later it is over, and Bo is offered the place
  later 73 hours
  run due
  run letters
  expect letter to Ana 2 times containing "A-1: a place for you"
  later 24 hours
  run due
  as Ana get /p/{p}/join/mentee -> 200 showing "not answered in time"
  as Ana post /p/{p}/join/mentee/accept -> 409
  as Bo get / -> 200 showing "Your turn: a place is held for you"
  as Bo get /p/{p}/join/mentee -> 200 showing "A place is offered to you", "Accept the place"
  run letters
  expect letter to Bo once containing "A-2: a place for you"
  as Bo post /p/{p}/join/mentee/accept -> 303
  as Bo get /p/{p}/join/mentee -> 200 showing "You have a place" hiding "Accept the place"
  as Cora get /p/{p}/coordinate/people?tab=members&role=mentee -> 200 showing "Bo"
  # the window closes, no place is left, no offer is out: whoever still waits is told by itself
  later 40 days
  run due
  as Dana get /p/{p}/join/mentee -> 200 showing "Not selected this time", "more good applications than places"
  run letters
  expect letter to Dana once containing "A-3: not this time"
  expect letter to Dana once containing "welcome again"
  expect letter to Bo never containing "not this time"
  # the next window begins with the answers of the last one
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentee_opens=2026-12-28 mentee_closes=2027-02-20 -> 303
  run due
  as Dana get /p/{p}/join/mentee -> 200 showing "Because the bus stops there too.", "Send the application"
  as Dana get /p/{p}/join -> 200 showing "Not selected this time", "Spring"

story "F046 an offer that is declined goes to whoever waits longest, and with nothing to confirm a place is given at once"
  given pages
  given programme of tests/programmes/choir.yaml
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
  later 1 hours
  as Dana post /p/{p}/join/mentee why="Because the bus stops there too." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as Cora post /api/v1/programmes/{p}/settings offer.confirm_d=0 -> 200
  # the offer that is out keeps its end
  as Ana get /p/{p}/join/mentee -> 200 showing "Answer by"
  as Ana post /p/{p}/join/mentee/decline -> 303
  as Ana get /p/{p}/join/mentee -> 200 showing "You declined the offer"
  as Bo get /p/{p}/join/mentee -> 200 showing "You have a place"
  as Dana get /p/{p}/join/mentee -> 200 showing "On the waiting list"

story "F004 a mentor applies in a window: approved at once, or by a coordinator"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Ana, Bo
  as Cora post /p/{p}/coordinate/forms/mentor called=years kind=text words="Since when do you sing here?" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 -> 303
  run due
  as Ana get /p/{p}/apply/mentor -> 303
  as Ana get /p/{p} -> 200 showing "Apply" hiding "Become a mentor", "Ask for a mentor", "What you can ask for"
  as Ana post /p/{p}/join/mentor years="Nine" -> 303
  later 1 minutes
  as Ana get /p/{p}/join/mentor -> 200 showing "You have a place"
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Ana"
  as Cora post /api/v1/programmes/{p}/settings mentor.approval=coordinator -> 200
  as Bo post /p/{p}/join/mentor years="Two" -> 303
  later 1 minutes
  as Bo get /p/{p}/join/mentor -> 200 showing "Received"
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 hiding "Bo"
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Bo post /p/{p}/join/mentor/accept -> 303
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Bo"

story "F052 a round is read without names: who reviews sees name, links and what is for coordinators alone once they have scored, in pages, answers to programs and tables alike"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 0
  given coordinator Cora
  given reviewers Rita, Rolf
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/rounds name="Open ears" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200 hiding "Without names"
  as Cora post /p/{p}/coordinate/rounds/{window}/extend closes=2026-12-21 -> 303
  # a round that is planned already keeps how it is read
  as Cora post /api/v1/programmes/{p}/settings apply.blind=yes -> 200
  as Cora get /p/{p}/coordinate/rounds -> 200 hiding "Without names"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-02 mentee_closes=2026-12-20 -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200 showing "Without names, until somebody has scored it"
  run due
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent health="canary-health" recording=https://dana.example/me photo=1 -> 303
  later 1 minutes
  run letters
  expect letter to Dana once containing "A-1: your application is here"
  as Cora get /p/{p}/coordinate/letters -> 200 showing "application received", "Dana" hiding "A-1"
  as Rita get /p/{p}/review -> 200 showing "A-1 name hidden", "Winter" hiding "Dana"
  as Rita get /p/{p}/review/{application} -> 200 showing "grandmother", "read without names" hiding "Dana", "canary-health", "dana.example"
  as Rita get /api/v1/programmes/{p}/review/{application} -> 200 showing "'name':null,'is_blind':true", "grandmother" hiding "Dana", "dana.example", "canary-health"
  as Rita get /api/v1/programmes/{p}/review -> 200 showing "'name':null" hiding "Dana"
  as Cora get /p/{p}/review -> 200 showing "name hidden" hiding "Dana"
  as Cora get /p/{p}/review/{application} -> 200 showing "grandmother" hiding "Dana", "canary-health", "dana.example"
  as Cora get /api/v1/programmes/{p}/review/{application} -> 200 showing "'name':null" hiding "Dana", "canary-health", "dana.example"
  expect table applications showing "'1','mentee','Winter','','','sent'", "grandmother" hiding "Dana", "canary-health", "dana.example"
  expect table record showing "Winter" hiding "A-1"
  as Rita post /p/{p}/review/{application}/take -> 303
  as Rita post /p/{p}/review/{application}/score score=4 words="Fits." -> 303
  # now who scored it sees who it is, and nobody else does
  as Rita get /p/{p}/review -> 200 showing "A-1 Dana"
  as Rita get /p/{p}/review/{application} -> 200 showing "Dana", "dana.example" hiding "canary-health", "read without names"
  as Rita get /api/v1/programmes/{p}/review/{application} -> 200 showing "'name':'Dana','is_blind':false"
  as Cora get /p/{p}/review/{application} -> 200 showing "Fits." hiding "Dana", "canary-health"
  as Cora post /p/{p}/review/{application}/score score=5 -> 303
  as Cora get /p/{p}/review/{application} -> 200 showing "Dana", "dana.example", "canary-health"
  expect table applications hiding "Dana", "canary-health", "dana.example"
  as Dana get /p/{p}/join/mentee -> 200 showing "Being read"
  # what is decided is nobody's secret any more
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  expect table applications showing "'Dana','Dana@example.org','placed'", "canary-health"
