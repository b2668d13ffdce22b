# Accounts that nobody uses (PROGRAMMES.md 7, TRUST.md 6.5): two warnings, then the end; who signs in keeps theirs.

story "F180 T35 L57I an account that nobody uses for 24 months is warned twice, and ends by the path of every erasure"
  given programme operation-code
  given members Dana, Eve, Finn
  given coordinator Cora
  as Dana get /me -> 200
  as Eve get /me -> 200
  as Finn get /me -> 200
  later 700 days asleep
  Finn signs in -> 303
  run due
  run letters
  expect letter to Dana never containing "Your account will end"
  later 31 days asleep
  run due
  run letters
  expect letter to Dana once containing "nobody has signed in to your account for 24 months"
  expect letter to Eve once containing "nobody has signed in to your account for 24 months"
  expect letter to Finn never containing "nobody has signed in"
  expect letter to Cora never containing "nobody has signed in"
  forget letters
  later 13 days asleep
  run due
  run letters
  expect letter to Dana never containing "nobody has signed in"
  later 1 days asleep
  run due
  run letters
  expect letter to Dana once containing "nobody has signed in"
  Eve signs in -> 303
  forget letters
  later 14 days asleep
  run due
  later 1 days asleep
  run due
  run letters
  expect letter to Eve never containing "nobody has signed in"
  later 72 hours asleep
  run due
  later 1 minutes
  as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Eve" hiding "Dana"

story "F180 T35 who signs in within the last three days keeps their data; what is open and a case hold it back"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana, Eve, Mona
  given responders Sue
  given setting keep.request_months 120
  given request R by Eve with Python
  as Dana get /me -> 200
  as Mona get /me -> 200
  as Dana post /p/{p}/report what="She wrote to me at night again and again." about="a member" sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=Mona -> 303
  later 740 days asleep
  run due
  run letters
  expect letter to Dana once containing "nobody has signed in"
  expect letter to Eve never containing "nobody has signed in"
  expect letter to Mona never containing "nobody has signed in"
  later 15 days asleep
  run due
  later 15 days asleep
  run due
  later 50 hours asleep
  run due
  Dana signs in -> 303
  later 30 hours asleep
  run due
  later 1 minutes
  as Dana get /p/{p}/me -> 200

story "F180 T35 the last coordinator and the last administrator are not warned"
  given programme operation-code
  given coordinator Cora
  given admin Ida
  as Cora get /me -> 200
  as Ida get /me -> 200
  later 740 days asleep
  run due
  run letters
  expect letter to Cora never containing "nobody has signed in"
  expect letter to Ida never containing "nobody has signed in"
