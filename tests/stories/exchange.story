story "F165 a table of people becomes members in any script, and the same file again changes nothing"
given programme operation-code
given coordinator Cora
file people "Full Name,Email Address,Time Zone,Skillsets,Affiliation{line}Zoë Łuk,zoe@example.org,Europe/Warsaw,Python; SQL,Veteran{line}李小龍,li@example.org,,,{line},,,,{line}محمد,m@example.org,Africa/Cairo,JS," -> "3 people, 3 members new"
as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Zoë Łuk", "李小龍", "محمد", "Africa/Cairo"
expect table members showing "Zoë Łuk", "zoe@example.org", "Python, SQL", "JavaScript" hiding "Veteran"
file people "Full Name,Email Address,Time Zone,Skillsets,Affiliation{line}Zoë Łuk,zoe@example.org,Europe/Warsaw,Python; SQL,Veteran{line}李小龍,li@example.org,,,{line}محمد,m@example.org,Africa/Cairo,JS," -> "nothing new; 3 rows change nothing"
run letters
expect letter to Zoë never containing "you"

story "F165 one line that is wrong keeps the whole file out, and each is told by line and column"
given programme operation-code
given coordinator Cora
file people "Name,Email,Time Zone{line}Dana,dana@example.org,UTC{line}Eve,eve at example,UTC{line}Fay,fay@example.org,Mars/Olympus" -> "3:2: email: "
file people "Name,Email,Time Zone{line}Dana,dana@example.org,UTC{line}Eve,eve at example,UTC{line}Fay,fay@example.org,Mars/Olympus" -> "4:3: zone: "
expect table members hiding "Dana"
file people "Name,Email{line}Dana,dana@example.org{line}Dora,DANA@example.org" -> "3:2: email: "
file people "Name,Mail address of yours{line}Dana,dana@example.org" -> "1:1: no column is headed like "
file people "Name,Email,E-Mail{line}Dana,dana@example.org,x@example.org" -> "1:3: two columns are headed "
file people "Name,Email{line}Dana,dana@example.org,more" -> "2:1: 3 fields where the header has 2"

story "F165 whoever is known keeps the name, the zone and the record that they have, and no row gives a role"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python capacity 3
given members Dana
file mentors "Full Name,Email,Time Zone,Skillsets,Max Mentees,Active,Role{line}Another Ana,Ana@example.org,Asia/Tokyo,SQL,9,checked,coordinator{line}Another Dana,Dana@example.org,Asia/Tokyo,SQL,2,checked,coordinator{line}Uli,uli@example.org,Asia/Tokyo,SQL,2,,coordinator" -> "1 person, 1 member, 1 mentor new; 1 row changes nothing"
expect table mentors showing "Ana", "Dana" hiding "Another", "Uli", "Asia/Tokyo"
expect table members showing "Uli" hiding "Another"
as Dana get /p/{p}/coordinate/people -> 403
as Dana get /p/{p}/requests -> 200

story "F165 with approval by coordinators a mentor of a file waits for it like a volunteer"
given programme operation-code
given setting mentor.approval coordinator
given coordinator Cora
file mentors "Full Name,Email,Skillsets{line}Mia,mia@example.org,Python" -> "1 person, 1 member, 1 mentor new"
as Cora get /p/{p}/coordinate/people -> 200 showing "Mia", "Approve"

story "F165 requests of another table: open ones wait from now on, held ones are history, nobody is written to, the same file again changes nothing"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
file requests "Slack User,Email,Service,Skillsets,Additional Details,Affiliation,Mentor Assigned,Status,Fulfilled at,Created{line}Dana,dana@example.org,Code Review,Python,Please look at my parser,Veteran,,Available,,2026-10-05 15:04{line}Eve,eve@example.org,Mock interview,,For Monday,,Ana,Fulfilled,2026-10-07,2026-10-05{line}Fay,fay@example.org,Pair Programming,SQL,For Tuesday,,Gone Mentor,Fulfilled,2026-10-07,2026-10-05{line}Eve,eve@example.org,Pair Programming,SQL,For Wednesday,,Ana,Assigned,,2026-10-05" -> "3 people, 3 members, 4 requests new"
run letters
expect letter to Ana never containing "parser"
as Cora get /p/{p}/coordinate/requests -> 200 showing "Please look at my parser", "For Monday", "For Tuesday", "For Wednesday"
expect table sessions showing "Ana", "Eve", "Fay" hiding "Dana"
expect table requests showing "dana@example.org", "closed", "held" hiding "Veteran"
as Ana get /p/{p}/requests?tab=mine -> 200 showing "For Wednesday"
later 71 hours
run due
as Cora get /p/{p}/coordinate/requests?state=waiting -> 200 showing "Please look at my parser"
file requests "Slack User,Email,Service,Skillsets,Additional Details,Affiliation,Mentor Assigned,Status,Fulfilled at,Created{line}Dana,dana@example.org,Code Review,Python,Please look at my parser,Veteran,,Available,,2026-10-05 15:04{line}Eve,eve@example.org,Mock interview,,For Monday,,Ana,Fulfilled,2026-10-07,2026-10-05" -> "nothing new; 2 rows change nothing"
file requests "Email,Service,Details,Created,Record ID{line}dana@example.org,Code review,One,2026-10-05,rec1{line}dana@example.org,Code review,Two,2026-10-05,rec2" -> "2 requests new"
file requests "Email,Service,Details,Created,Record ID{line}dana@example.org,Code review,One with other words,2026-10-05,rec1" -> "nothing new; 1 row changes nothing"

story "F165 what a request of a file cannot be is told: who, what, when, by whom"
given programme operation-code
given mentors Ana with skill Python capacity 1
given coordinator Cora
file requests "Email,Name,Service,Details,Status,Mentor,Created{line}x@example.org,,Code review,One,,,{line}y@example.org,Y,Juggling,Two,,,{line}z@example.org,Z,Code review,Three,Perhaps,,{line}z@example.org,Z,Code review,Four,,Nobody Known,{line}z@example.org,Z,Code review,Five,,,10/11/2026{line}z@example.org,Z,Code review,Six,,,2150-01-01" -> "2:1: email: "
file requests "Email,Name,Service,Details{line}y@example.org,Y,Juggling,Two" -> "2:3: service: "
file requests "Email,Name,Service,Details,Status{line}y@example.org,Y,Code review,Two,Perhaps" -> "2:5: status: "
file requests "Email,Name,Service,Details,Mentor{line}y@example.org,Y,Code review,Two,Nobody Known" -> "2:5: mentor: "
file requests "Email,Name,Service,Details,Created{line}y@example.org,Y,Code review,Two,10/11/2026" -> "2:5: asked: "
file requests "Email,Name,Service,Details,Created{line}y@example.org,Y,Code review,Two,2150-01-01" -> "has not come yet"
file requests "Email,Name,Service,Details,Mentor{line}Ana@example.org,,Code review,Two,Ana" -> "asked for this themselves"
file requests "Email,Name,Service,Details,Mentor{line}y@example.org,Y,Code review,Two,Ana{line}y@example.org,Y,Code review,Three,Ana" -> "3:5: mentor: "
expect table requests hiding "example"

story "F165 a file that is brought to the page is tried first, and taken in only when somebody says so"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
as Ana get /p/{p}/coordinate/import -> 403
as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Take in a file"
as Cora get /p/{p}/coordinate/import -> 200 showing "Check the file" hiding "Files of before"
as Cora post /p/{p}/coordinate/import kind=people -> 422 showing "Choose a file as well"
as Cora post /p/{p}/coordinate/import file="Name,Email{line}Dana,dana@example.org" -> 422 showing "Choose one of these"
as Cora post /p/{p}/coordinate/import kind=people file="Name,Email,Shoe size{line}Dana,dana@example.org,39{line}Eve,eve@example.org,40" -> 303
as Cora follows -> 200 showing "This would come of it: 2 people, 2 members new", "Shoe size", "Take it in"
expect table members hiding "dana"
as Cora get /p/{p}/coordinate/import -> 200 showing "can be taken in"
as Ana post /p/{p}/coordinate/import/{file}/apply -> 403
as Cora post /p/{p}/coordinate/import/{file}/apply -> 303
again -> 303
as Cora follows -> 200 showing "Taken in. Nobody was written to.", "2 people, 2 members new" hiding "Take it in"
expect table members showing "dana@example.org", "eve@example.org"
as Cora post /p/{p}/coordinate/import/{file}/apply -> 409
run letters
expect letter to Dana never containing "you"

story "F165 what is wrong with a file stands on its page by line and column, and a file that nobody takes in is forgotten after a day"
given programme operation-code
given coordinator Cora
as Cora post /p/{p}/coordinate/import kind=people file="Name,Mail of yours{line}Dana,dana@example.org" -> 303
as Cora follows -> 200 showing "no column is headed like", "Nothing is taken in while anything is wrong" hiding "Take it in"
as Cora post /p/{p}/coordinate/import kind=people columns="Mail of yours=email" file="Name,Mail of yours{line}Dana,dana at example{line}Canary,canary@example.org" -> 303
as Cora follows -> 200 showing "What is wrong", "dana at example"
as Cora post /p/{p}/coordinate/import kind=people columns="Mail of yours=email" file="Name,Mail of yours{line}Canary,canary@example.org" -> 303
as Cora follows -> 200 showing "1 person, 1 member new"
later 25 hours
run due
as Cora get /p/{p}/coordinate/import -> 200 showing "forgotten"
as Cora get /p/{p}/coordinate/import/{file} -> 200 showing "forgotten" hiding "Canary"
as Cora post /p/{p}/coordinate/import/{file}/apply -> 409
expect table members hiding "canary"

story "F174 every table can be taken along: rounds, openings, nominations, scores, surveys, questions, documents, resources, areas, roles, holidays, settings, versions, and none of what is nobody's to take"
  given pages
  given programme of programmes/open-source.yaml
  given coordinator Cora
  given reviewers Rita
  given members Paula, Dana
  as Cora post /p/{p}/coordinate/rounds name="=Spring" criteria="+You have read it." mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=4 -> 303
  run due
  as Paula get /p/{p}/openings -> 200
  as Paula post /p/{p}/openings round={round} project="Lantern" url=https://lantern.example/ goals="The parser shall say what is wrong." places=1 -> 303
  as Paula get /p/{p}/openings -> 200
  as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
  as Paula post /p/{p}/openings/{opening}/nominate name="@Nora" email=nora@example.org -> 303
  as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
  as Dana post /p/{p}/join/mentor opening={opening} forge=https://forge.example/2 expertise="Its documentation, all of it." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Rita get /p/{p}/review -> 200
  as Rita post /p/{p}/review/{application}/take -> 303
  as Rita post /p/{p}/review/{application}/score score=4 words="canary-words" -> 303
  later 1 minutes
  as Cora post /p/{p}/review/{application}/score score=5 words="canary-words" -> 303
  expect table rounds showing "'name','side','state','opens'", "=Spring','mentee','open','2026-11-01T00:00:00Z'", "'4','0','0','0'", "+You have read it."
  expect table openings showing "'Lantern','https://lantern.example/'", "=Spring','Paula','a"
  expect table nominations showing "'Lantern'", "@Nora", "2026-11-16" hiding "nora@example.org"
  expect table reviews showing "'number','side','round','scores'", "'1','mentor'", "=Spring','Rita 4, Cora 5'" hiding "canary-words", "Dana"
  expect table roles showing "'Cora','Cora@example.org','coordinator'"
  expect table reviewers showing "'Rita','Rita@example.org'"
  expect table documents showing "'conduct','Code of conduct','conduct','all'"
  expect table questions_asked showing "'mentor','1','1','"
  expect table focus_areas showing "'name','url','position','is_retired'"
  expect table settings showing "'directory.audience','public'"
  expect table versions showing "'1','file'"
  expect table resources showing "'title','url'"
  expect table holidays showing "'day','name'"
  expect table survey_windows showing "'name','about'"
  expect table spellings showing "'skill','spelling'"
  expect table affiliations showing "'name','slug'"
  expect table letter_texts showing "'kind','version'"
  expect table group_letters showing "'state','audience'"
  expect table stand_ins showing "'absent','deputy'"
