# The question desk (F031, L53) and informal help in open places (F035).

story "F031 L53 L53Q a question reaches those who coordinate, stays open until somebody answers, and the answer reaches the asker"
  given pages
  given programme operation-code
  given coordinator Cora
  given members Dana, Mona
  as nobody get /p/{p}/questions -> 303
  as Dana get /p/{p}/questions -> 200 showing "Ask a question", "What you asked", "Nothing yet" hiding "Waiting for an answer"
  as Dana post /p/{p}/questions words="Too short" -> 422
  as Dana post /p/{p}/questions words="How long does a session last, and may I bring a friend?" -> 303
  run letters
  expect letter to Cora once containing "may I bring a friend?"
  expect letter to Mona never containing "friend"
  as Dana get /p/{p}/questions -> 200 showing "may I bring a friend?", "waits for an answer", "Take it back"
  as Mona get /p/{p}/questions -> 200 hiding "friend"
  as Cora get /p/{p}/coordinate -> 200 showing "1 question waits for an answer"
  as Cora get / -> 200 showing "Your turn: look after what waits"
  as Mona post /p/{p}/questions/answer question=0000000000000 answer="Half an hour." -> 403
  as Cora post /p/{p}/questions/answer question=0c2f5q8rtvxyz answer="Half an hour." -> 404
  as Cora get /p/{p}/questions -> 200 showing "Waiting for an answer", "may I bring a friend?", "Dana"
  as Cora get /p/{p}/questions?question={question} -> 200 showing "Your answer", "Send the answer"
  as Mona post /p/{p}/questions/withdraw question={question} -> 404
  as Cora post /p/{p}/questions/answer question={question} answer="" -> 422 showing "Send the answer"
  as Cora post /p/{p}/questions/answer question={question} answer="About half an hour; bring nobody, please." -> 303
  as Cora post /p/{p}/questions/answer question={question} answer="Another answer." -> 409 showing "answered this question already"
  as Dana post /p/{p}/questions/withdraw question={question} -> 409
  run letters
  expect letter to Dana once containing "bring nobody, please"
  expect letter to Mona never containing "bring nobody"
  as Dana get /p/{p}/questions -> 200 showing "bring nobody, please", "Cora answered"
  as Mona get /p/{p}/questions -> 200 hiding "bring nobody"
  expect table questions showing "'asker','words','state'", "'Dana'", "may I bring a friend?", "'answered','About half an hour; bring nobody, please.','Cora'"
  as Cora get /p/{p}/coordinate -> 200 hiding "1 question"

story "F031 five open questions are enough for one person; one that is taken back makes room"
  given programme operation-code
  given coordinator Cora
  given member Dana
  5 times as Dana post /api/v1/programmes/{p}/questions words="What is this and that about?" -> 201
  as Dana post /api/v1/programmes/{p}/questions words="What is the sixth thing about?" -> 409
  as Dana get /api/v1/programmes/{p}/questions?limit=1 -> 200 showing "'state':'open'", "'next':'"
  as Cora get /api/v1/programmes/{p}/questions?state=open -> 200 showing "'asker':'Dana'"
  as Cora get /api/v1/programmes/{p}/questions?after=none-of-ours -> 422

story "F035 open places are listed, and a mentor logs help given there in one step, counted apart from sessions"
  given pages
  given programme operation-code
  given coordinator Cora
  given mentors Ana, Bo with skill Python
  given member Dana
  as Dana get /p/{p}/help -> 200 showing "No place is listed yet" hiding "Log help that you gave"
  as Cora post /p/{p}/help/places name="#python" url="javascript:alert(1)" about="Python" -> 422 showing "begins with https"
  as Cora post /p/{p}/help/places name="#python" url="https://chat.example/python" about="Python, Django" -> 303
  as Cora post /p/{p}/help/places name="The forum" -> 303
  as Ana post /p/{p}/help/places name="#golf" -> 403
  as Dana get /p/{p}/help -> 200 showing "#python", "Python, Django", "The forum" hiding "Log help that you gave"
  as Ana get /p/{p}/help -> 200 showing "Log help that you gave", "Where did you help?"
  as Ana post /p/{p}/help help_place={place} minutes=20 about="virtual environments" -> 303
  as Ana get /p/{p}/help -> 200 showing "20 minutes", "virtual environments", "What you logged"
  as Bo get /p/{p}/help -> 200 hiding "virtual environments"
  expect table places showing "'#python','https://chat.example/python','Python, Django','0'", "'The forum'"
  expect table help showing "'mentor','place','minutes'", "'Ana'", "'20','virtual environments'"
  as Dana get /p/{p}/help -> 200 showing "mentors gave 20 minutes" hiding "virtual environments"
  as Cora get /p/{p}/help -> 200 showing "virtual environments", "Ana", "What mentors logged"
  as Ana post /p/{p}/help help_place={place} minutes=0 -> 422
  as Ana post /p/{p}/help help_place=golf minutes=20 -> 422 showing "not one of the choices"
  as Ana post /p/{p}/help help_place={place} minutes=20 given_on=2026-09-01 -> 422 showing "more than 30 days ago"
  as Ana post /p/{p}/help help_place={place} minutes=20 given_on=2027-09-01 -> 422
  as Dana post /p/{p}/help help_place={place} minutes=5 -> 403
  as Cora post /p/{p}/help/places/remove place={place} -> 303
  as Ana post /p/{p}/help help_place={place} minutes=20 -> 422
  as Cora get /p/{p}/help -> 200 showing "virtual environments"
  as Cora get /api/v1/programmes/{p}/help -> 200 showing "'minutes':20,'mentors':1", "'place':'"
  as Dana get /p/{p}/history -> 200 hiding "20 minutes"
