story "F066 T01 T04 where steps come on working days alone, one that falls on a weekend or a holiday waits, and the page says until when"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
as Cora post /api/v1/programmes/{p}/settings clock.days=working -> 200 showing "working", "mon-fri"
as Cora get /p/{p}/coordinate/holidays -> 200 showing "No holiday yet"
as Cora post /p/{p}/coordinate/holidays day=2026-11-23 name="Day of the harvest" -> 303
as Cora get /p/{p}/coordinate/holidays -> 200 showing "Day of the harvest", "23 Nov 2026"
as Cora post /p/{p}/coordinate/holidays day=never name="Day of the harvest" -> 422
as Ana get /p/{p}/coordinate/holidays -> 403
later 95 hours
given request R by Dana with Python title "My first API"
as Dana get /p/{p}/requests/{R} -> 200 showing "With weekends and holidays that is by", "24 Nov", "mentors are reminded"
later 73 hours
run due
run letters
expect letter to Dana never containing "we have not forgotten you"
later 23 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"
as Cora post /p/{p}/coordinate/holidays/remove day=2026-11-23 -> 303
as Cora post /p/{p}/coordinate/holidays/remove day=2026-11-23 -> 303
as Cora get /p/{p}/coordinate/holidays -> 200 showing "No holiday yet"

story "T04 a mentor is asked on a working day, and a claim never ends on another"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
as Cora post /api/v1/programmes/{p}/settings clock.days=working -> 200
given request R by Dana with Python title "My first API"
later 24 hours
Ana claims R -> 303
later 71 hours
run due
run letters
expect letter to Ana never containing "Are you still on it?"
later 2 hours
run due
run letters
expect letter to Ana once containing "Are you still on it?"
later 24 hours
run due
expect R held by Ana
later 49 hours
run due
expect R is open

story "F066 programs read and change holidays; without working days they move nothing"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
as Cora post /api/v1/programmes/{p}/holidays day=2026-11-19 name="Day of the harvest" -> 200 showing "Day of the harvest", "2026-11-19"
as Cora post /api/v1/programmes/{p}/holidays day=2026-11-19 name="Harvest" -> 200 showing "Harvest" hiding "Day of the harvest"
as Ana post /api/v1/programmes/{p}/holidays day=2026-11-19 name="Mine" -> 403
given request R by Dana with Python title "My first API"
as Dana get /p/{p}/requests/{R} -> 200 hiding "With weekends and holidays"
later 73 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"
as Cora post /api/v1/programmes/{p}/holidays/remove day=2026-11-19 -> 200 hiding "Harvest"
