story "F160 what somebody wants once a day comes in one mail at their hour; each letter in it has its own link that stops its kind"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given members Dana
as Dana post /me/notifications own=daily claims=mail digest_hour=18 quiet_from=22 quiet_to=7 paused_until= -> 303
as Dana get /me/notifications -> 200 showing "Once a day", "News from coordinators" hiding "In Slack"
given request R by Dana with Python title "My first API"
given request S by Dana with Python title "My second API"
run letters
expect letter to Dana never containing "We have your request"
as Cora get /p/{p}/coordinate/letters?state=waiting -> 200 showing "Dana"
later 24 hours
run letters
expect letter to Dana once containing "My first API"
expect letter to Dana once containing "My second API"
expect letter to Dana 1 times containing "letters: We have your request"
as Cora get /p/{p}/coordinate/letters?state=waiting -> 200 hiding "Dana"
as Cora get /p/{p}/coordinate/letters?state=sent -> 200 showing "OC-1", "OC-2"
take "stop" of Dana
as nobody get {tap} -> 200 showing "All letters that come once a day"
as nobody post {tap} -> 303
as nobody get {tap} -> 200 showing "You get no more"
as Dana get /api/v1/me/letters -> 200 showing "off"

story "F160 T26 more than six letters in a day: what is over that waits for the morning and comes in one mail"
given programme operation-code
given mentors Ana, Bo, Cem with skill Python
given request R by Dana with Python title "My first API"
given request S by Dana with Python title "My second API"
Ana claims R -> 303
Bo claims S -> 303
later 10 minutes
run letters
Ana releases R -> 303
Bo releases S -> 303
later 10 minutes
run letters
forget letters
Bo claims R -> 303
Cem claims S -> 303
later 2 hours
run letters
expect letter to Dana never containing "has taken your request"
later 24 hours
run letters
expect letter to Dana once containing "2 letters:"
expect letter to Dana once containing "Bo has taken your request"
expect letter to Dana once containing "Cem has taken your request"

story "F160 F151 a mail of several that is given up takes all of them with it, and all of them are sent when it is tried again"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given members Dana
as Dana post /me/notifications own=daily digest_hour=18 quiet_from=22 quiet_to=7 paused_until= -> 303
given request R by Dana with Python title "My first API"
given request S by Dana with Python title "My second API"
later 24 hours
mail says 550
run letters
as Cora get /p/{p}/coordinate/letters?state=given-up -> 200 showing "OC-1", "OC-2"
as Cora get /p/{p}/coordinate/letters?state=waiting -> 200 hiding "Dana"
