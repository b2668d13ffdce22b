# Coming in by oneself to a programme that shows its front page to everybody (F024, F021; front.audience).

story "F024 F021 a newcomer reads what a public programme is, tells a name and an address, and is in by the link that goes there"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting front.audience public
  given coordinator Cora
  given members Dana
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as nobody get /p/{p} -> 200 showing "Who does what", "Apply", "Come in" hiding "About me here", "Ask those who coordinate"
  as nobody get /p/{p}/join -> 200 showing "Winter", "Come in and apply"
  as nobody get /p/{p}/come -> 200 showing "Tell your name and an address"
  Dana opens browser
  as Dana post /p/{p}/come name="" email=newa zone=Mars/Base -> 422 showing "Your name", "newa"
  as Dana post /p/{p}/come name="Newa" email=newa@example.org zone=Asia/Kathmandu -> 303
  as Dana get /login/sent -> 200 showing "Look into your mail"
  given members Newa
  run letters
  expect letter to Newa once containing "Your way in"
  as Dana get /login/link?token={mail-token:Newa} -> 200 showing "Sign in as Newa"
  as Dana post /login/link token={mail-token:Newa} next=/p/{p}/come -> 303
  as Dana get /p/{p}/come -> 303
  as Dana get /p/{p}/join -> 200 showing "Winter", "Apply as a mentee" hiding "Come in and apply"
  as Dana get /p/{p}/join/mentee -> 200 showing "Why do you want to sing?"
  as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Newa"

story "F024 T12 an address that the server knows is made a member by nobody but its owner, and the page is the same"
  given pages
  given programme operation-code
  given members Dana
  given programme of tests/programmes/choir.yaml
  given setting front.audience public
  given coordinator Cora
  given members Eve
  as Dana get /p/{p} -> 200 showing "Come in"
  Eve opens browser
  as Eve post /p/{p}/come name="Somebody else" email=dana@example.org zone=UTC -> 303
  as Cora get /p/{p}/coordinate/people?tab=members -> 200 hiding "Dana", "Somebody else"
  as Dana get /p/{p}/join/mentee -> 404
  as Dana get /p/{p}/come -> 200 showing "Become a member" hiding "Tell your name"
  as Dana post /p/{p}/come/in -> 303
  as Dana post /p/{p}/come/in -> 303
  as Dana get /p/{p}/join/mentee -> 200
  as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Dana"
  run letters
  expect letter to Dana once containing "Your way in"

story "F024 a programme that shows itself to members alone lets nobody in, and says nothing"
  given pages
  given programme operation-code
  given members Dana
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given members Eve
  as nobody get /p/{p} -> 303
  as nobody get /p/{p}/come -> 303
  Eve opens browser
  as Eve post /p/{p}/come name=Newa email=newa@example.org zone=UTC -> 401
  as Dana get /p/{p} -> 404
  as Dana get /p/{p}/come -> 404
  as Dana post /p/{p}/come/in -> 404
  as Cora get /p/{p}/coordinate/people?tab=members -> 200 hiding "Newa", "Dana"
