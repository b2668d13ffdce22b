story "F151 coordinators see what was written, to whom, by which channel, with what result; administrators of all"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given admin Ada
given request R by Dana with Python title "My first API"
as Cora get /p/{p}/coordinate/letters -> 200 showing "request received", "Dana", "waiting" hiding "example.org"
run letters
as Cora get /p/{p}/coordinate/letters?state=sent -> 200 showing "request received", "We have your request OC-1"
as Cora get /p/{p}/coordinate/letters?state=given-up -> 200 showing "No letter here"
as Dana get /p/{p}/coordinate/letters -> 403
as Ana get /p/{p}/coordinate/letters -> 403
as Ada get /admin/letters?state=sent -> 200 showing "request received" hiding "example.org"
as Cora get /admin/letters -> 403
as Ada post /admin/letters/0000000000001/again -> 409
as Cora post /p/{p}/coordinate/letters/0000000000001/again -> 404

story "F152 a programme's own words: checked, previewed, kept with a version, and undone; what waits keeps the words of its day"
given pages
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
as Cora get /p/{p}/coordinate/texts -> 200 showing "request received", "as built in"
given request R by Dana with Python
as Cora get /p/{p}/coordinate/texts/L01 -> 200 showing "We have your request", "Dana Example"
as Cora post /p/{p}/coordinate/texts/L01 subject="Hello {open}you{close}" body="Dear {open}you{close}, {open}mentee_email{close} [Look](link)" seen={seen} -> 422 showing "is not known here"
as Cora post /p/{p}/coordinate/texts/L01 subject="Hello {open}you{close}" body="Dear {close} you, look at your request." seen={seen} -> 422 showing "brace"
as Cora post /p/{p}/coordinate/texts/L01 subject="Hello {open}you{close}" body="Dear friend, look at your request." seen={seen} -> 422 showing "leads somewhere"
as Cora get /p/{p}/coordinate/texts/L01 -> 200
as Cora post /p/{p}/coordinate/texts/L01 subject="Our own words for {open}number{close}" body="Dear {open}you{close}, it is here.{line}{line}[Have a look](link)" seen={seen} -> 303
as Cora get /p/{p}/coordinate/texts/L01 -> 200 showing "Our own words for OC-214", "Dear Dana Example"
as Cora get /p/{p}/coordinate/texts -> 200 showing "worded by Cora"
as Cora post /p/{p}/coordinate/texts/L01/test -> 303
given request S by Dan with Python
run letters
expect letter to Dana once containing "We have your request"
expect letter to Dan once containing "Our own words for OC-2"
expect letter to Cora once containing "Our own words for OC-214"
as Cora post /p/{p}/coordinate/texts/L01/builtin -> 303
given request T by Dora with Python
run letters
expect letter to Dora once containing "We have your request"
as Dana get /p/{p}/coordinate/texts -> 403
as Cora get /p/{p}/coordinate/texts/L52 -> 404
as Cora get /p/{p}/coordinate/texts/L99 -> 404

story "F151 F152 F160 programs read and change what letters say, and how they come"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
as Cora get /api/v1/programmes/{p}/letters -> 200 showing "Dana"
as Cora get /api/v1/programmes/{p}/letters?state=sent&limit=1 -> 200 hiding "Dana"
as Cora get /api/v1/programmes/{p}/letters?after=%21 -> 422
as Ana get /api/v1/programmes/{p}/letters -> 403
as Cora get /api/v1/programmes/{p}/texts/L01 -> 200 showing "We have your request"
as Cora post /api/v1/programmes/{p}/texts/L01 subject="Ours" body="Dear all, it is here.{line}{line}[Look](link)" -> 200 showing "Dear all"
as Cora post /api/v1/programmes/{p}/texts/L01 subject="Ours" body="Dear all, it is here." -> 422
as Cora post /api/v1/programmes/{p}/texts/L01/test -> 204
as Cora post /api/v1/programmes/{p}/texts/L01/builtin -> 200 showing "We have your request"
as Cora post /api/v1/programmes/{p}/letters/0000000000001/again -> 404
as Dana get /api/v1/me/letters -> 200 showing "own", "22"
as Dana post /api/v1/me/letters own=daily sessions=off quiet_from=21 quiet_to=8 -> 200 showing "21", "daily", "off"
as Dana post /api/v1/me/letters/try -> 200
