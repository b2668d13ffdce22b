story "F157 L51 a coordinator writes to a group: seen before it leaves, each alone in it, stopped by one press, two a day, and in the record"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana, Dan
given coordinator Cora
given request R by Dana with Python
run letters
forget letters
as Cora get /p/{p}/coordinate/messages -> 200 showing "Write to a group", "None yet"
as Cora post /p/{p}/coordinate/messages group=mentors subject="News" body="Too short" -> 422
as Cora post /p/{p}/coordinate/messages group=everybody subject="Our autumn" body="Please look at the queue: three of them wait for Python." -> 422
as Cora post /p/{p}/coordinate/messages group=mentors joined_from=2026-11-20 joined_until=2026-11-01 subject="Our autumn" body="Please look at the queue: three of them wait." -> 422 showing "before the other one"
as Cora post /p/{p}/coordinate/messages group=mentors subject="Our autumn" body="Please look at the queue: three of them wait.{line}{line}- Thank you all" -> 303
as Cora follows -> 200 showing "Not sent yet", "Send it to 2 people", "three of them wait", "Mentors who are active", "Cora"
run due
run letters
expect letter to Ana never containing "Our autumn"
as Ana get /p/{p}/coordinate/messages -> 403
as Ana post /p/{p}/coordinate/messages group=members subject="Our autumn" body="Please look at the queue: three of them wait." -> 403

story "F157 L51 programs write to a group: a test to oneself, then to all who belong to it now, once"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana, Dan
given coordinator Cora
given request R by Dana with Python
run letters
forget letters
as Cora post /api/v1/programmes/{p}/messages group=mentees-waiting subject="Your requests" body="A word to all who wait at the moment: it takes a little longer this week." -> 201 showing "draft"
name M as new
as Cora post /api/v1/programmes/{p}/messages/{M}/test -> 204
run letters
expect letter to Cora once containing "A word to all who wait"
expect letter to Dana never containing "A word to all who wait"
as Cora post /api/v1/programmes/{p}/messages/{M}/send -> 200 showing "sending"
as Cora post /api/v1/programmes/{p}/messages/{M}/send -> 409
run due
run letters
expect letter to Dana once containing "A word to all who wait"
expect letter to Dan never containing "A word to all who wait"
expect letter to Ana never containing "A word to all who wait"
as Cora get /api/v1/programmes/{p}/messages/{M} -> 200 showing "sent"
take "stop" of Dana
as nobody get {tap} -> 200 showing "News from coordinators"
as nobody post {tap} -> 303
as Cora post /api/v1/programmes/{p}/messages group=mentees-waiting subject="Once more" body="A second word to all who wait at the moment, and a longer one." -> 201 showing "draft"
name N as new
as Cora post /api/v1/programmes/{p}/messages/{N}/send -> 409 showing "Nobody belongs"
as Cora post /api/v1/programmes/{p}/messages/{N}/drop -> 204
as Cora post /api/v1/programmes/{p}/messages/{N}/drop -> 409
as Cora post /api/v1/programmes/{p}/messages group=members subject="To all" body="A third word to all of you at the moment, and a longer one." -> 201
name O as new
as Cora post /api/v1/programmes/{p}/messages/{O}/send -> 200
run due
as Cora post /api/v1/programmes/{p}/messages group=members subject="To all" body="A fourth word to all of you at the moment, and a longer one." -> 201
name Q as new
as Cora post /api/v1/programmes/{p}/messages/{Q}/send -> 409 showing "enough for a day"
later 25 hours
as Cora post /api/v1/programmes/{p}/messages/{Q}/send -> 200
run due
run letters
expect letter to Dan once containing "A fourth word"
expect letter to Ana once containing "A fourth word"
expect letter to Dana never containing "A fourth word"
as Cora get /api/v1/programmes/{p}/messages -> 200 showing "To all", "mentees-waiting" hiding "Once more"
