# What becomes of the letters of the waiting ladder: when the mentee is told (wait.tell_h), and who lets letters go (wait.letters).

story "T01 L07 wait.tell_h: the mentee is told by an hour of its own, once, whatever is said to mentors"
given programme operation-code
given setting wait.tell_h 24
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 23 hours
run due
run letters
expect letter to Dana never containing "we have not forgotten you"
later 1 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"
as Cora get /p/{p}/requests/{R} -> 200 showing "the mentee is told that it still waits" hiding "yet: mentors are reminded"
later 48 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"
as Cora get /p/{p}/requests/{R} -> 200 showing "yet: mentors are reminded"

story "T01 L07 wait.tell_h later than the reminder, and counted without the time that somebody held it; told once for all turns of it"
given programme operation-code
given setting wait.tell_h 100
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 72 hours
run due
run letters
as Cora get /p/{p}/requests/{R} -> 200 showing "yet: mentors are reminded" hiding "the mentee is told"
expect letter to Dana never containing "we have not forgotten you"
Ana claims R -> 303
later 50 hours
Ana releases R -> 303
later 27 hours
run due
run letters
expect letter to Dana never containing "we have not forgotten you"
later 1 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"
Ana claims R -> 303
later 10 hours
Ana releases R -> 303
later 200 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"

story "T01 L07 a server that stood still for long tells the mentee all the same, once, and takes the latest step"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 300 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"
as Cora get /p/{p}/requests/{R} -> 200 showing "the server escalated it" hiding "yet: mentors are reminded"

story "T01 L07 F066 wait.letters draft: a coordinator reads the letter of the step, and sends it"
given programme operation-code
given setting wait.letters draft
given mentors Ana with skill Python
given coordinator Cora
given escalation Emil
given members Dana
as Dana post /me/notifications own=mail quiet_from=10 quiet_to=12 digest_hour= paused_until= -> 303
given request R by Dana with Python title "My first API"
later 72 hours
run due
run letters
expect letter to Dana never containing "we have not forgotten you"
as Cora get /p/{p}/requests/{R} -> 200 showing "mentors are reminded"
as Cora get /p/{p}/coordinate -> 200 showing "Letters that wait for your word", "to Dana", "we have not forgotten you", "Waiting for: 3 days", "Send it"
as Emil get /p/{p}/coordinate -> 200 hiding "Letters that wait for your word"
as Cora get /p/{p}/coordinate/letters?state=waiting -> 200 showing "for a coordinator's word"
as Cora get /p/{p}/coordinate -> 200 showing "Send it"
as Ana post /p/{p}/coordinate/letters/{draft}/send -> 403
later 5 hours
run letters
expect letter to Dana never containing "we have not forgotten you"
later 20 hours
# ten in the morning is a quiet hour of hers
as Cora post /p/{p}/coordinate/letters/{draft}/send -> 303
as Cora post /p/{p}/coordinate/letters/{draft}/send -> 409
run letters
expect letter to Dana never containing "we have not forgotten you"
later 2 hours
run letters
expect letter to Dana once containing "we have not forgotten you"
as Cora get /p/{p}/coordinate -> 200 hiding "Letters that wait for your word"
as Cora get /p/{p}/requests/{R} -> 200 showing "sent a letter that waited as a draft"

story "T01 L08 L09 L48 wait.letters draft: mentors and the escalation contact hear nothing before a coordinator says so, coordinators hear at once"
given programme operation-code
given setting wait.letters draft
given mentors Ana with skill Python
given coordinator Cora
given escalation Emil
given request R by Dana with Python title "My first API"
later 168 hours
run due
run letters
expect letter to Ana never containing "you may be the right one"
expect letter to Cora once containing "nobody has claimed it for a week"
as Cora get /p/{p}/coordinate -> 200 showing "to Ana", "you may be the right one", "Claim it"
later 84 hours
run due
run letters
expect letter to Emil never containing "please find a mentor"
expect letter to Cora once containing "please find a mentor"
as Cora get /p/{p}/coordinate -> 200 showing "to Emil"
# the tokens of a draft count from when it is sent
later 96 hours
# of one moment they stand by name
as Cora get /p/{p}/coordinate -> 200 showing "to Ana", "to Dana"
as Cora post /p/{p}/coordinate/letters/{draft}/send -> 303
as Cora get /p/{p}/coordinate -> 200 showing "to Dana" hiding "to Ana"
as Cora post /p/{p}/coordinate/letters/{draft}/drop -> 303
as Cora post /p/{p}/coordinate/letters/{draft}/send -> 409
as Cora get /p/{p}/coordinate -> 200 hiding "to Dana"
run letters
expect letter to Ana once containing "you may be the right one"
later 100 hours
take "Claim it" of Ana
as nobody get {tap} -> 200 showing "My first API"
run letters
expect letter to Dana never containing "we have not forgotten you"
as Cora get /p/{p}/coordinate/letters?state=cancelled -> 200 showing "a coordinator dropped it"

story "T01 L07 L48L wait.letters draft: what waits stands in the list of the day; a claim drops what nobody let go, with a record"
given programme operation-code
given setting wait.letters draft
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 72 hours
run due
later 24 hours
run due
run letters
expect letter to Cora containing "Dana: a letter to them waits for your word"
as Cora get /p/{p}/coordinate -> 200 showing "to Dana"
as Ana post /p/{p}/coordinate/letters/{draft}/drop -> 403
Ana claims R -> 303
as Cora get /p/{p}/coordinate -> 200 hiding "Letters that wait for your word"
as Cora post /p/{p}/coordinate/letters/{draft}/send -> 409
run letters
expect letter to Dana never containing "we have not forgotten you"
as Cora get /p/{p}/coordinate/letters?state=cancelled -> 200 showing "it moved on"

story "T25 F066 wait.letters draft: an ask that was never sent is no ask without an answer"
given programme operation-code
given setting wait.letters draft
given setting t25.asks 1
given setting t25.1 5
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 168 hours
run due
later 24 hours
run due
run letters
expect letter to Ana never containing "Are you still with us"
