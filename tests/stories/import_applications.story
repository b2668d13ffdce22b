# Applications that were sent in a form elsewhere, taken in from its export (F043 in a table, F165): judged by the programme's own form.

story "F165 L19 answers of a form service become applications of the round, known by the questions' words, and the same file again changes nothing"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given reviewers Rita
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  file applications "Timestamp,Email Address,What is your name?,Why do you want to sing? *,Which voice?,What do you like to sing?,How well do you read music?,When do you have time?,Which language do you prefer?,Which language do you prefer? How well?,Since when do you live here?,Is there a recording?,How shall we call you?,Anything that we should take care of?,I agree that the choir is filmed.,Shoe size{line}2026/11/10 3:04:05 PM GMT+1,dana@example.org,Dana,Because my grandmother sang here.,alto,old; 古曲,at sight,Monday morning; Tuesday evening,Nepali,Fluent,2024/03/05,https://example.org/me,Łukasz,An allergy.,I agree that the choir is filmed.,39{line}2026/11/10 4:00:00 PM,مها@example.org,مها,Because there is nothing that I like more.,I do not know,New,3,mondays morning and evening,ar,basic,,,,,yes,40" -> "2 people, 2 members, 2 applications new"
  run letters
  expect letter to Dana never containing "Winter"
  as Rita get /p/{p}/review -> 200 showing "A-1", "A-2", "Dana", "مها"
  expect page has {application}
  expect table applications showing "Because my grandmother sang here.", "Alto", "Old; 古曲", "4 / 4", "Monday morning, Tuesday evening", "Nepali", "Fluent", "2024-03-05", "An allergy.", "Monday morning, Monday evening" hiding "39"
  expect table record showing "application-taken-in", "A-1", "2 people, 2 members, 2 applications new"
  file applications "Timestamp,Email Address,What is your name?,Why do you want to sing? *,Which voice?,What do you like to sing?,How well do you read music?,When do you have time?,Which language do you prefer?,Which language do you prefer? How well?,Since when do you live here?,Is there a recording?,How shall we call you?,Anything that we should take care of?,I agree that the choir is filmed.,Shoe size{line}2026/11/10 3:04:05 PM GMT+1,dana@example.org,Dana,Because my grandmother sang here.,alto,old; 古曲,at sight,Monday morning; Tuesday evening,Nepali,Fluent,2024/03/05,https://example.org/me,Łukasz,An allergy.,I agree that the choir is filmed.,39{line}2026/11/10 4:00:00 PM,مها@example.org,مها,Because there is nothing that I like more.,I do not know,New,3,mondays morning and evening,ar,basic,,,,,yes,40" -> "nothing new; 2 rows change nothing"
  # each day of the week in a column of its own, the level behind the language, keys instead of words, and a receipt that was asked for
  file applications:receipts "email,name,why,voice,styles,When do you have time? [Monday],When do you have time? [Sunday],tongue,photo{line}eve@example.org,Eve,Because my neighbours asked me to.,Bass,Old;New,Morning;Evening,afternoon,Nepali; fluent,TRUE" -> "1 person, 1 member, 1 application new"
  run letters
  expect letter to Eve once containing "A-3"
  expect table applications showing "Monday morning, Monday evening, Sunday afternoon", "Old; New"

story "F165 other answers of a file replace those of the file before until somebody decides, and never what the applicant wrote here"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana, Eve, Fay, Gus
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Fay post /p/{p}/join/mentee/draft why="Begun" -> 303
  as Gus post /p/{p}/join/mentee why="I wrote this on your own page." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  file applications:mentee "Sent,Email,Why,Voice,Styles,Week,Tongue,Photo{line}2026-11-10 10:00,dana@example.org,Because my grandmother sang here.,Alto,Old,Monday morning,Nepali; fluent,yes{line}2026-11-10 10:00,eve@example.org,Because my neighbours asked me to.,Bass,Old,Monday morning,Nepali; fluent,yes{line}2026-11-10 10:00,fay@example.org,Because I like to stand in a row.,Bass,Old,Monday morning,Nepali; fluent,yes{line}2026-11-10 10:00,gus@example.org,I wrote this in another form.,Bass,Old,Monday morning,Nepali; fluent,yes" -> "2 applications new; 2 rows each leave an application alone that is decided, or that its applicant wrote here"
  expect table applications showing "I wrote this on your own page." hiding "another form", "stand in a row"
  later 1 hours
  file applications:mentee "Sent,Email,Why,Voice,Styles,Week,Tongue,Photo{line}2026-11-10 10:00,dana@example.org,Because my grandmother sang here.,Tenor,Old,Monday morning,Nepali; fluent,yes{line}2026-11-10 10:00,eve@example.org,Because my neighbours asked me to.,Bass,Old,Monday morning,Nepali; fluent,yes" -> "1 application changed; 1 row changes nothing"
  expect table applications showing "Tenor" hiding "Alto; Tenor"
  expect table record showing "application-retaken", "1 application changed"
  # somebody who sent it twice: the newer one counts, wherever it stands, and the same file again changes nothing
  later 1 hours
  file applications:mentee "Sent,Email,Why,Voice,Styles,Week,Tongue,Photo{line}2026-11-11 10:00,eve@example.org,Because my neighbours asked me to.,Soprano,Old,Monday morning,Nepali; fluent,yes{line}2026-11-10 10:00,eve@example.org,Because my neighbours asked me to.,Bass,Old,Monday morning,Nepali; fluent,yes" -> "1 application changed; 1 row changes nothing"
  later 1 hours
  file applications:mentee "Sent,Email,Why,Voice,Styles,Week,Tongue,Photo{line}2026-11-11 10:00,eve@example.org,Because my neighbours asked me to.,Soprano,Old,Monday morning,Nepali; fluent,yes{line}2026-11-10 10:00,eve@example.org,Because my neighbours asked me to.,Bass,Old,Monday morning,Nepali; fluent,yes" -> "nothing new; 2 rows change nothing"
  file applications:mentee "Email,Why,Voice,Styles,Week,Tongue,Photo{line}eve@example.org,Because my neighbours asked me to.,Soprano,Old,Monday morning,Nepali; fluent,yes{line}eve@example.org,Because my neighbours asked me to.,Bass,New,Monday morning,Nepali; fluent,yes" -> "3:1: email: "
  # what Dana changes here is Dana's from then on; the file of before is still known
  later 1 hours
  as Dana post /p/{p}/join/mentee why="I changed my mind, and my voice." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  file applications:mentee "Sent,Email,Why,Voice,Styles,Week,Tongue,Photo{line}2026-11-10 10:00,dana@example.org,Because my grandmother sang here.,Tenor,Old,Monday morning,Nepali; fluent,yes" -> "nothing new; 1 row changes nothing"
  file applications:mentee "Sent,Email,Why,Voice,Styles,Week,Tongue,Photo{line}2026-11-12 10:00,dana@example.org,Because my grandmother sang here.,Alto,Old,Monday morning,Nepali; fluent,yes" -> "nothing new; 1 row leaves an application alone"
  expect table applications showing "I changed my mind, and my voice."
  # decided is decided
  as Cora get /p/{p}/review?state=sent -> 200 showing "Eve"
  as Eve post /p/{p}/join/mentee/withdraw -> 303
  file applications:mentee "Sent,Email,Why,Voice,Styles,Week,Tongue,Photo{line}2026-11-12 10:00,eve@example.org,Because my neighbours asked me to.,Alto,Old,Monday morning,Nepali; fluent,yes" -> "nothing new; 1 row leaves an application alone"

story "F165 F026 what an answer cannot be is told by line and column as the form says it, and nothing of the file is taken in"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  file applications "Email,Name,Why{line}x@example.org,X,Because" -> "1:1: no round takes applications"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  file applications:mentor "Email,Name,Why{line}x@example.org,X,Because" -> "1:1: this side is not asked for in the round"
  file applications "Email,Name,Why{line}x@example.org,X,Because" -> "1:1: no column answers {quote}Which voice?{quote}; name it by its number, like #2=voice"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because,Alto,Old,Monday morning,Nepali; fluent,yes" -> "2:3: why: {quote}Because{quote} Write at least 20 characters; you wrote 7."
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Falsetto,Old,Monday morning,Nepali; fluent,yes" -> "2:4: voice: {quote}Falsetto{quote} is none of: Soprano; Alto; Tenor; Bass; I do not know"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old; Loud,Monday morning,Nepali; fluent,yes" -> "2:5: styles: {quote}Loud{quote} is none of"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old; New; 古曲,Monday morning,Nepali; fluent,yes" -> "2:5: styles: Choose at most 2; you chose 3."
  file applications "Email,Name,Why,Voice,Styles,Reads,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,5,Monday morning,Nepali; fluent,yes" -> "2:6: reads: {quote}5{quote} is none of: 1: not at all; 2; 3; 4: at sight"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday,Nepali; fluent,yes" -> "2:6: week: {quote}Monday{quote} is no part of the week"
  file applications "Email,Name,Why,Voice,Styles,Week [Monday],Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Night,Nepali; fluent,yes" -> "2:6: week_Monday: {quote}Night{quote} is no part of a day"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,,Nepali; fluent,yes" -> "2:6: week: Choose at least one part of the week."
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday morning,Elvish,yes" -> "2:7: tongue: {quote}Elvish{quote} is no language that we know"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday morning,Nepali,yes" -> "2:1: tongue_level: Choose one of these."
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,no" -> "2:8: photo: Please tick this to go on."
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,perhaps" -> "2:8: photo: {quote}perhaps{quote} is neither yes nor no"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo,Since{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes,5.3.2024" -> "2:9: since: {quote}5.3.2024{quote} Write the day as 2026-11-24"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo,Recording{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes,javascript:alert(1)" -> "2:9: recording: {quote}javascript:alert(1){quote} Write an address like https"
  file applications "Email,Name,Why,Voice,Styles,Week,Tongue,Photo,Timestamp{line}x@example.org,X,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes,2150-01-01" -> "2:9: sent: {quote}2150-01-01{quote} has not come yet"
  file applications "Email,Why,Voice,Styles,Week,Tongue,Photo{line}x@example.org,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes" -> "2:1: email: {quote}x@example.org{quote} is nobody's address here yet"
  expect table applications hiding "Because"
  expect table members hiding "x@example.org"

story "F165 F027 a heading in the words of an older version still means its question, and the answers keep the words that they were asked in"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Cora post /p/{p}/coordinate/forms/mentee was=why called=why kind=long-text words="What brings you to us?" required=1 least=20 most=600 audience=reviewers position=1 -> 303
  file applications "Email,Name,Why do you want to sing?,Voice,Styles,Week,Tongue,Photo{line}x@example.org,Xenia,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes" -> "1 application new"
  file applications "Email,Name,What brings you to us?,Voice,Styles,Week,Tongue,Photo{line}x@example.org,Xenia,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes" -> "nothing new; 1 row changes nothing"
  expect table applications showing "What brings you to us?", "Because it is said to be fun."

story "F165 F037 one file for both sides says in a column who applies as what; somebody who left is not brought back, and nobody becomes a mentor by it"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana
  as Cora post /p/{p}/coordinate/forms/mentor called=years kind=choice words="For how many years have you sung here?" choices="Up to 3{line}4, or more" required=1 audience=reviewers position=1 -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentor_opens=2026-11-01 mentor_closes=2026-12-20 -> 303
  run due
  as Dana post /p/{p}/leave sure=1 -> 303
  file applications "Email,Name,Voice{line}dana@example.org,Dana,Alto" -> "1:1: no column is headed like {quote}side{quote}"
  file applications "Email,Name,Role,For how many years have you sung here?,Why,Voice,Styles,Week,Tongue,Photo{line}ulla@example.org,Ulla,Mentor,{quote}4, or more{quote},,,,,,{line}vera@example.org,Vera,mentees,,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes{line}ulla@example.org,Ulla,mentee,,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes" -> "2 people, 2 members, 3 applications new"
  expect table applications showing "4, or more", "Vera"
  expect table mentors hiding "Ulla"
  file applications "Email,Name,Role,For how many years have you sung here?{line}zoe@example.org,Zoe,Guest,{quote}4, or more{quote}" -> "2:3: side: {quote}Guest{quote} is neither mentor nor mentee"
  file applications "Email,Name,Role,For how many years have you sung here?{line}zoe@example.org,Zoe,Mentor," -> "2:4: years: Choose one of these."
  file applications:mentor "Email,Name,For how many years have you sung here?{line}dana@example.org,Dana,Up to 3" -> "2:1: email: {quote}dana@example.org{quote} has left this programme"

story "F165 on the page a coordinator says what each column means, out of the questions of the programme, and takes the applications in"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Dana
  as Cora get /p/{p}/coordinate/import -> 200 showing "Applications" hiding "Into which round?"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Cora get /p/{p}/coordinate/import -> 200 showing "Into which round?", "Winter", "Write a receipt to each applicant"
  as Cora post /p/{p}/coordinate/import kind=applications side=mentee receipts=1 file="Mail,Called,Your reason,Voice,Styles,Week,Tongue,Photo,Pet{line}dana@example.org,Dana,Because it is said to be fun.,Alto,Old,Monday morning,Nepali; fluent,yes,Dog" -> 303
  as Cora follows -> 200 showing "no column answers", "Your reason", "Why do you want to sing?", "What the columns mean" hiding "Take it in"
  as Cora get /p/{p}/coordinate/import -> 200 showing "something is wrong with it"
  as Dana post /p/{p}/coordinate/import/{file}/columns c1=email -> 403
  as Cora post /p/{p}/coordinate/import/{file}/columns c1=email c2=name c3=nobody c4=voice c5=styles c6=week c7=tongue c8=photo c9=- -> 422 showing "not one of the choices any more", "Your reason"
  as Cora post /p/{p}/coordinate/import/{file}/columns c1=email c2=name c3=why c4=why c5=styles c6=week c7=tongue c8=photo c9=- -> 303
  as Cora follows -> 200 showing "is named twice" hiding "Take it in"
  as Cora post /p/{p}/coordinate/import/{file}/columns c1=email c2=name c3=why c4=voice c5=styles c6=week c7=tongue c8=photo c9=- -> 303
  as Cora follows -> 200 showing "1 application new", "Each applicant of it gets a receipt", "Pet", "Winter", "Take it in"
  as Cora post /p/{p}/coordinate/import/{file}/apply -> 303
  as Cora follows -> 200 showing "Each applicant of it gets a receipt"
  as Cora post /p/{p}/coordinate/import/{file}/columns c1=email -> 409
  run letters
  expect letter to Dana once containing "A-1"
  as Dana get /p/{p}/join/mentee -> 200 showing "Because it is said to be fun.", "Received"
