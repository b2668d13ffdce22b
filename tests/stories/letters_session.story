story "L26 a session that is set is told in both zones; what goes into a calendar is never shown as text"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "My first API"
as Ana post /me name=Ana zone=Asia/Singapore languages=en theme=system -> 303
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=20:00 -> 303
later 10 hours
run letters
expect letter to Dana once containing "Your session about"
expect letter to Dana once containing "12:00 UTC"
expect letter to Dana once containing "20:00 SGT"
expect letter to Dana never containing "2026-11-20T12:00:00Z"
later 12 hours
run letters
expect letter to Ana once containing "20:00 SGT"

story "L12 L13 L15 a withdrawal is told to the claimer, who was not reached reads when they were tried, a follow-up names the first request and who is not asked"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
later 1 hours
run letters
Dana withdraws R -> 303
later 1 hours
run letters
expect letter to Ana once containing "the mentee withdrew it"
given request S by Dana with Python title "My second API"
Ana claims S -> 303
Ana tries S way=chat tried_on=2026-11-16 -> 303
later 26 hours
Ana tries S way=email tried_on=2026-11-17 -> 303
later 24 hours
Ana tries S way=voice tried_on=2026-11-18 words="Nobody answers this number" -> 303
Ana unreaches S -> 303
later 6 hours
run letters
expect letter to Dana once containing "2026-11-18 (voice), 2026-11-17 (email), 2026-11-16 (chat)"
expect letter to Dana never containing "Nobody answers this number"
given request T by Dana with Python title "My third API"
Ana claims T -> 303
Ana fulfils T held_on=2026-11-18 -> 303
Dana says T helpful=not -> 303
Dana follows-up T -> 303
later 12 hours
run letters
expect letter to Cora once containing "OC-3 “My third API”"
expect letter to Cora once containing "Follow-up asked: OC-4"
expect letter to Ana never containing "Follow-up asked"

story "L26 L28 a session that is moved changes in the calendar, one that is called off leaves it: the letter says when it was, its part is a cancellation of a later turn"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "My first API"
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=20:00 -> 303
later 10 hours
run letters
expect letter to Dana once containing "METHOD:PUBLISH"
expect letter to Dana once containing "DTSTART:20261120T200000Z"
expect letter to Dana once containing "SUMMARY:OC-1: My first API\, with Ana"
as Ana post /p/{p}/requests/{R}/session date=2026-11-21 time=20:00 -> 303
later 12 hours
run letters
expect letter to Dana once containing "DTSTART:20261121T200000Z"
expect letter to Dana never containing "METHOD:CANCEL"
as Dana post /p/{p}/requests/{R}/absent absent=me -> 303
later 12 hours
run letters
expect letter to Ana once containing "It was set for	Sat 21 Nov, 20:00 UTC"
expect letter to Ana once containing "METHOD:CANCEL"
expect letter to Ana containing "STATUS:CANCELLED"

story "L10 L12 a session ends with its claim: given back or withdrawn, the other side's calendar is told; what was held stays"
given programme operation-code
given mentors Ana with skill Python capacity 3
given request R by Dana with Python title "Given back"
given request S by Dana with Python title "Taken back"
given request T by Dana with Python title "Held in the end"
Ana claims R -> 303
Ana claims S -> 303
Ana claims T -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=20:00 -> 303
as Ana post /p/{p}/requests/{S}/session date=2026-11-20 time=21:00 -> 303
as Ana post /p/{p}/requests/{T}/session date=2026-11-16 time=22:00 -> 303
later 14 hours
Ana releases R -> 303
Dana withdraws S -> 303
Ana fulfils T held_on=2026-11-16 -> 303
later 24 hours
run letters
expect letter to Dana containing "DTSTART:20261120T200000Z"
expect letter to Dana once containing "METHOD:CANCEL"
expect letter to Ana containing "DTSTART:20261120T210000Z"
expect letter to Ana once containing "METHOD:CANCEL"
