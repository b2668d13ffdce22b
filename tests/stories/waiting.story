# The waiting list keeps itself (F045): for a place where none is left, to be read where more apply than are read for each mentor, and places that follow from mentors.

story "F045 L22 where a mentor is approved at once and no place is left, the application is on the waiting list by itself, its place in line is told, and the next place is theirs"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Ana, Bo, Dana, Eve
  as Cora post /p/{p}/coordinate/forms/mentor called=years kind=text words="Since when do you sing here?" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=1 -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200
  expect page has {cohort}
  run due
  as Ana post /p/{p}/join/mentor years="Nine" -> 303
  as Ana get /p/{p}/join/mentor -> 200 showing "You have a place"
  as Bo post /p/{p}/join/mentor years="Two" -> 303
  later 1 minutes
  as Dana post /p/{p}/join/mentor years="Three" -> 303
  as Bo get /p/{p}/join/mentor -> 200 showing "On the waiting list", "You are number 1 in line"
  as Dana get /p/{p}/join/mentor -> 200 showing "On the waiting list", "You are number 2 in line"
  as Dana get /api/v1/programmes/{p}/join/mentor -> 200 showing "'state':'wait-listed'", "You are number 2 in line"
  run letters
  expect letter to Dana once containing "A-3: your application is here"
  expect letter to Dana once containing "You are number 2 in line"
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Ana" hiding "Bo"
  # whoever goes makes the next one the first in line
  as Bo post /p/{p}/join/mentor/withdraw -> 303
  as Dana get /p/{p}/join/mentor -> 200 showing "You are number 1 in line"
  later 1 minutes
  as Bo post /p/{p}/join/mentor/return -> 303
  as Bo get /p/{p}/join/mentor -> 200 showing "You are number 2 in line"
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=2 -> 303
  as Dana get /p/{p}/join/mentor -> 200 showing "A place is offered to you"
  as Bo get /p/{p}/join/mentor -> 200 showing "You are number 1 in line"

story "F045 of a programme of groups the places for mentees follow from the mentors who have one: three for every two, and whoever waits gets those that are added"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 14
  given coordinator Cora
  given members Ana, Bo, Dana, Eve, Finn, Gus, Hal
  as Cora post /p/{p}/coordinate/forms/mentor called=years kind=text words="Since when do you sing here?" required=1 audience=reviewers position=1 -> 303
  as Cora post /api/v1/programmes/{p}/settings group.mentors=2 group.mentees=3 -> 200
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200 showing "None yet: they follow from how many mentors join"
  expect page has {cohort}
  run due
  as Ana get /api/v1/programmes/{p}/rounds -> 200 showing "'side':'mentee','state':'open'", "'places':0,'applied':0", "'places_follow':true"
  as Ana post /p/{p}/join/mentor years="Nine" -> 303
  as Dana post /p/{p}/join/mentee why="Because the bus stops there too." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Dana"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "On the waiting list", "You are number 1 in line"
  # one mentor makes no group, two make one: three places
  as Bo post /p/{p}/join/mentor years="Two" -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "A place is offered to you"
  as Ana get /api/v1/programmes/{p}/rounds -> 200 showing "'places':3,'applied':1", "'places_follow':true"
  as Eve post /p/{p}/join/mentee why="Because I have nowhere else to go." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Eve"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Finn post /p/{p}/join/mentee why="Because they asked me to come." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Finn"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Finn get /p/{p}/join/mentee -> 200 showing "A place is offered to you", "Places3"
  as Gus post /p/{p}/join/mentee why="Because they asked me to come too." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Gus"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Gus get /p/{p}/join/mentee -> 200 showing "On the waiting list", "You are number 1 in line"
  # a number of their own, and back
  as Cora get /p/{p}/coordinate/rounds/{cohort} -> 200
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=0 mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=4 -> 303
  as Gus get /p/{p}/join/mentee -> 200 showing "A place is offered to you", "Places4"
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places=0 mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places= -> 303
  as Gus get /p/{p}/join/mentee -> 200 showing "A place is offered to you", "Places3"
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentor_places= mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places= -> 422 showing "Write how many"
  # a round without a window for mentors has those of the programme
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentee_opens=2026-11-02 mentee_closes=2027-02-20 -> 303
  as Hal get /p/{p}/join -> 200 showing "Spring: Mentees", "Places3" hiding "None yet"

story "F045 more applications than are read for each mentor wait to be read, in order, and are read when one is withdrawn or refused or a mentor joins; nobody of them gets a place unread"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 14
  given coordinator Cora
  given members Ana, Bo, Dana, Eve, Finn, Gus
  as Cora post /p/{p}/coordinate/forms/mentor called=years kind=text words="Since when do you sing here?" required=1 audience=reviewers position=1 -> 303
  as Cora post /api/v1/programmes/{p}/settings apply.cap_per_mentor=1 -> 200
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=9 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="Because the bus stops there too." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "Received"
  later 1 minutes
  as Eve post /p/{p}/join/mentee why="Because I have nowhere else to go." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Finn post /p/{p}/join/mentee why="Because they asked me to come." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Eve get /p/{p}/join/mentee -> 200 showing "On the waiting list", "read at a time for each mentor", "Yours is number 1 in line"
  as Finn get /p/{p}/join/mentee -> 200 showing "Yours is number 2 in line"
  run letters
  expect letter to Finn once containing "Yours is number 2 in line"
  # a place that becomes free is nobody's who was not read
  as Cora get /p/{p}/review?state=sent -> 200 showing "Dana" hiding "Eve", "Finn"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Dana post /p/{p}/join/mentee/decline -> 303
  as Eve get /p/{p}/join/mentee -> 200 showing "Received"
  as Finn get /p/{p}/join/mentee -> 200 showing "Yours is number 1 in line"
  run letters
  expect letter to Eve once containing "A-2: Received"
  # two mentors, two applications
  as Ana post /p/{p}/join/mentor years="Nine" -> 303
  as Finn get /p/{p}/join/mentee -> 200 showing "Yours is number 1 in line"
  as Bo post /p/{p}/join/mentor years="Two" -> 303
  as Finn get /p/{p}/join/mentee -> 200 showing "Received"
  as Gus post /p/{p}/join/mentee why="Because they asked me to come too." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Gus get /p/{p}/join/mentee -> 200 showing "Yours is number 1 in line"
  as Cora get /p/{p}/review?state=sent -> 200 showing "Finn"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as Gus get /p/{p}/join/mentee -> 200 showing "Received"
  as Eve post /p/{p}/join/mentee/withdraw -> 303
  as Eve post /p/{p}/join/mentee/return -> 303
  as Eve get /p/{p}/join/mentee -> 200 showing "Received"

story "F045 F038 where an opening has its own mentors, they count: electing one more lets the next application of its own line be read, of no other's"
  given pages
  given programme of programmes/open-source.yaml
  given setting apply.cap_per_mentor 1
  given coordinator Cora
  given members Paula, Ana, Bo, Dana, Mona, Max
  as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Paula get /p/{p}/openings -> 200
  as Paula post /p/{p}/openings round={round} project="Lantern" url=https://lantern.example/ goals="The parser shall say what is wrong." places=3 -> 303
  as Paula get /p/{p}/openings -> 200
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
  run due
  as Ana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Bo post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Mona post /p/{p}/conduct version=1 accepted=1 -> 303
  as Max post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/join/mentee opening={opening} level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  later 1 minutes
  as Mona post /p/{p}/join/mentee opening={opening} level=2 goals="Reading the tests of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  as Max post /p/{p}/join/mentee opening=any level=2 goals="Reading anything of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
  as Dana get /p/{p}/join/mentee -> 200 showing "Received"
  as Mona get /p/{p}/join/mentee -> 200 showing "Yours is number 1 in line"
  as Max get /p/{p}/join/mentee -> 200 showing "Received"
  as Ana post /p/{p}/join/mentor opening={opening} forge=https://forge.example/2 expertise="Its documentation, all of it." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200 showing "Ana"
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 303
  as Mona get /p/{p}/join/mentee -> 200 showing "Yours is number 1 in line"
  as Bo post /p/{p}/join/mentor opening={opening} forge=https://forge.example/3 expertise="The parser, and how it is tested." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200 showing "Bo"
  as Paula post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 303
  as Mona get /p/{p}/join/mentee -> 200 showing "Received"
