# The table in which people worked before: three cells to write in, under the rules of the desk.

story "F057 story 11: the sheet: a name is a claim, a taken one is set back with a note, a day closes it"
  given programme operation-code
  given mentors Ana, Bo with skill Python
  given coordinator Cora
  given request R by Dana with Python title "In the sheet"
  as Dana get /p/{p}/sheet -> 403
  as Ana get /p/{p}/sheet -> 200 showing "In the sheet", "Available", "Mentor Assigned"
  as Ana post /p/{p}/requests/{R}/sheet mentor=Bo -> 403 showing "your own name"
  as Ana post /p/{p}/requests/{R}/sheet mentor=Nobody -> 422 showing "No active mentor has exactly this name", "was set back"
  as Ana post /p/{p}/requests/{R}/sheet held_on=2026-11-16 -> 409 showing "Nobody is assigned"
  expect R is open
  as Ana post /p/{p}/requests/{R}/sheet mentor=ANA words="I know this one" -> 303
  expect R held by Ana
  as Bo post /p/{p}/requests/{R}/sheet mentor=Bo -> 409 showing "was set back: Ana has it"
  as Bo post /p/{p}/requests/{R}/sheet mentor=Ana held_on=2026-11-16 -> 409
  expect R held by Ana
  as Ana get /p/{p}/sheet -> 200 showing "Assigned", "I know this one"
  as Cora get /p/{p}/requests/{R} -> 200 showing "I know this one"
  as Ana post /p/{p}/requests/{R}/sheet mentor="" -> 303
  expect R is open
  as Cora post /p/{p}/requests/{R}/sheet mentor=Bo words="Bo said yes" -> 303
  expect R held by Bo
  as Cora post /p/{p}/requests/{R}/sheet mentor=Ana -> 409 showing "was set back: Bo has it"
  as Bo post /p/{p}/requests/{R}/sheet mentor=Bo held_on=2027-01-01 -> 422 showing "has not come yet"
  as Bo post /p/{p}/requests/{R}/sheet mentor=Bo held_on=2026-11-16 -> 303
  expect R is held
  as Cora get /p/{p}/sheet -> 200 hiding "In the sheet"
  as Cora get /p/{p}/sheet?show=all -> 200 showing "In the sheet", "Fulfilled", "Mon 16 Nov"

story "F057 the sheet's word for somebody who could not be reached is the programme's"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  given request R by Dana with Python title "Gone quiet"
  Ana claims R -> 303
  as Cora post /p/{p}/requests/{R}/unreachable reason="Her school closed" -> 303
  expect R is unreachable
  as Cora get /p/{p}/sheet?show=all -> 200 showing "Gone quiet", "just now Fulfilled Ana"
  as Cora post /api/v1/programmes/{p}/settings fulfilled.includes_unreachable=no -> 200
  as Cora get /p/{p}/sheet?show=all -> 200 showing "Gone quiet", "just now Closed Ana"

story "F057 a mentor's name, a coordinator's note and a day in one row assign and close at once"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  given request R by Dana with Python
  as Cora post /p/{p}/requests/{R}/sheet mentor=ana words="Met at the meetup" held_on=2026-11-16 -> 303
  expect R is held
  as Dana get /p/{p}/requests/{R} -> 200 hiding "Met at the meetup"
