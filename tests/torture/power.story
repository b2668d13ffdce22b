story "a mentee asks through the wizard on a new server"
given programme operation-code
given members Dana
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills also="Javascript, python" -> 303
as Dana post /p/{p}/requests/new/details title="My first API" details="Is my folder layout sensible for a team?" -> 303
as Dana post /p/{p}/requests/new/when medium=video language=English week=0 week=20 -> 303
as Dana post /p/{p}/requests/new/about-you affiliation=veteran shows_name=1 -> 303
as Dana post /p/{p}/requests/new/check -> 303
again -> 303
as Dana get /p/{p}/history -> 200 showing "My first API"

story "two mentors claim, the winner takes it back and claims again"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python
Ana claims R -> 303
Bo claims R -> 409
Ana undoes R -> 303
Bo claims R -> 303
again -> 303
expect R held by Bo

story "attempts are noted, the mentee is not reached, and answers late"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
Ana tries R way=email tried_on=2026-11-16 -> 303
Ana tries R way=voice tried_on=2026-11-16 words="no answer" -> 303
Ana unreaches R -> 303
Dana answers-again R -> 303
expect R held by Ana

story "a session is set and held, the mentee says how it was and asks on"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
Ana sets R date=2026-11-18 time=18:30 -> 303
later 3 days
Ana fulfils R held_on=2026-11-18 next_steps="Read chapter two." -> 303
Dana says R helpful=not helpful_words="We talked past each other." -> 303
Dana follows-up R -> 303
expect R is held

story "F192 a claim is released, another lapses, a third is withdrawn"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python
given request S by Emil with Python
Ana claims R -> 303
Ana releases R reason="No time this week" -> 303
again -> 303
Bo claims R -> 303
later 5 days
run due
expect R is open
Emil withdraws S -> 303
Ana claims R -> 303
