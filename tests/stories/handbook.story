# The handbook of mentors: found by what it is, and who has read it (L16, F003).

story "L16 F003 the letter to a new mentor leads to the handbook for mentors, whatever it is called, and coordinators see who has read which version"
  given pages
  given programme operation-code
  given coordinator Cora
  given members Dana
  given volunteer Vic with skill Python
  as Cora post /p/{p}/coordinate/documents/new title="Mentor" kind=handbook role=mentor audience=members markdown="Read a request twice before you claim it." -> 303
  as Cora post /p/{p}/coordinate/people/{Vic}/approve -> 303
  run letters
  expect letter to Vic once containing "/documents/mentor"
  expect letter to Vic never containing "/documents/handbook"
  as Cora get /p/{p}/people/{Vic} -> 200 showing "Has not said that they read the handbook"
  as Vic get /p/{p}/documents/mentor -> 200 showing "I have read it", "Coordinators see that you have read it"
  as Cora get /p/{p}/people/{Vic} -> 200 showing "Has not said that they read the handbook"
  as Vic post /p/{p}/conduct slug=mentor version=1 accepted=1 -> 303
  as Vic follows -> 200 showing "Noted: you have read it", "You read this version" hiding "I have read it"
  as Vic post /p/{p}/conduct slug=mission version=1 accepted=1 -> 404
  as Cora get /p/{p}/people/{Vic} -> 200 showing "Read the handbook “Mentor”, version 1"
  as Dana get /p/{p}/people/{Vic} -> 200 hiding "Read the handbook"
  as Cora post /p/{p}/coordinate/documents/mentor title="Mentor" kind=handbook role=mentor audience=members markdown="Read a request three times before you claim it." -> 303
  as Cora get /p/{p}/people/{Vic} -> 200 showing "version 1", "Its newest version is 2."
  as Vic get /p/{p}/documents/mentor -> 200 showing "I have read it"
  expect table mentors showing "'handbook_version','handbook_read'", "'1','2026-11-16"
  expect held Vic showing "'document':'Mentor'"

story "L16 F003 the handbooks of the ready programmes are known as such"
  given programme of programmes/open-source.yaml
  given members Dana
  as Dana get /p/{p}/documents/mentor -> 200 showing "Handbook, for mentors", "I have read it"
