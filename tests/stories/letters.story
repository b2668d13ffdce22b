story "F065 L01 L04 L05 L07 L10 the mentee is told of receipt, claim, release and delay, each once"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana for code-review with Python title "My first API"
run letters
expect letter to Dana once containing "We have your request"
expect letter to Cora never containing "needs a coordinator"
Ana claims R -> 303
run letters
expect letter to Dana never containing "has taken your request"
later 1 hours
run letters
expect letter to Dana once containing "Ana has taken your request"
expect letter to Ana once containing "It is your turn: write to Dana"
Ana releases R -> 303
run letters
expect letter to Dana once containing "is on the board again"
later 72 hours
run due
run letters
expect letter to Dana once containing "we have not forgotten you"
expect letter to Ana never containing "we have not forgotten you"

story "F064 a claim that is undone in its ten seconds leaves no trace in anybody's mail"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
run letters
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/undo -> 303
later 2 hours
run letters
expect letter to Dana never containing "has taken"
expect letter to Dana never containing "on the board again"
expect letter to Ana never containing "It is your turn"

story "F067 F083 T01 L08 after a week the mentors who fit are asked one by one, the least busy first, and a coordinator is told"
given programme operation-code
given mentors Ana, Bo, Cem, Dim, Eva, Fay with skill Python
given mentors Gus with skill Haskell
given coordinator Cora
given request R by Dana with Python
given request S by Dana with Python
Ana claims S -> 303
Ana tries S way=chat tried_on=2026-11-16 -> 303
later 168 hours
run due
run letters
expect letter to Ana never containing "you may be the right one"
expect letter to Bo once containing "you may be the right one"
expect letter to Fay once containing "you may be the right one"
expect letter to Gus never containing "you may be the right one"
expect letter to Cora once containing "nobody has claimed it for a week"

story "F069 T01 L09 the escalation contact hears of it at 252 hours, and again a week later; coordinators too"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given escalation Emil
given request R by Dana with Python
later 252 hours
run due
run letters
expect letter to Emil once containing "please find a mentor"
expect letter to Cora once containing "please find a mentor"
later 168 hours
run due
run letters
expect letter to Emil 2 times containing "please find a mentor"

story "F069 L09 holds the whole history: every step with its day, who was asked and what they said"
given programme operation-code
given mentors Ana, Bo, Cem, Dim, Eva with skill Python
given coordinator Cora
given escalation Emil
given request R by Dana with Python title "My first API"
later 1 minutes
Ana claims R -> 303
later 20 hours
Ana releases R -> 303
later 1 minutes
as Cora post /p/{p}/requests/{R}/detail question="Which part would you like to look at first?" -> 303
later 1 hours
as Dana post /p/{p}/requests/{R}/answer answer="The part that reads the files, please." -> 303
Dim passes R -> 303
later 72 hours
run due
later 96 hours
run due
later 3 hours
run letters
take "Not this one" of Bo
as nobody post {tap} -> 303
given request S by Fay with Python title "Another one altogether"
later 84 hours
run due
later 12 hours
run letters
expect letter to Emil once containing "Mon 16 Nov: sent; Mon 16 Nov: claimed; Tue 17 Nov: given back; Tue 17 Nov: more detail asked; Tue 17 Nov: detail given; Fri 20 Nov: mentors reminded; Tue 24 Nov: mentors asked one by one"
expect letter to Emil once containing "Ana: claimed it and gave it back; Bo: passed; Cem: no answer; Dim: passed; Eva: no answer"
expect letter to Cora once containing "Bo: passed; Cem: no answer"
expect letter to Emil never containing "Another one altogether"

story "F066 L01 how long it usually takes is told from the programme's own history, before that it is the promise"
given programme operation-code
given mentors Ana, Bo, Cem, Dim with skill Python capacity 3
given request R0 by Dana with Python
run letters
expect letter to Dana once containing "usually within 48 hours"
given request R1 by Dan1 with Python
given request R2 by Dan2 with Python
given request R3 by Dan3 with Python
given request R4 by Dan4 with Python
given request R5 by Dan5 with Python
given request R6 by Dan6 with Python
given request R7 by Dan7 with Python
given request R8 by Dan8 with Python
given request R9 by Dan9 with Python
later 5 hours
Ana claims R0 -> 303
Ana claims R1 -> 303
Ana claims R2 -> 303
Bo claims R3 -> 303
Bo claims R4 -> 303
Bo claims R5 -> 303
Cem claims R6 -> 303
Cem claims R7 -> 303
Cem claims R8 -> 303
later 24 hours
Dim claims R9 -> 303
given request S by Eve with Python
run letters
expect letter to Eve once containing "usually within 5 hours"

story "F083 with the same load whoever was asked longest ago comes first, and whoever was never asked before them"
given programme operation-code
given setting mention.max 1
given mentors Ana, Bo, Cem with skill Python
given request R by Dana with Python title "The first of them"
later 168 hours
run due
run letters
as Dana post /p/{p}/requests/{R}/withdraw -> 303
given request S by Dana with Python title "The second of them"
later 168 hours
run due
run letters
as Dana post /p/{p}/requests/{S}/withdraw -> 303
given request T by Dana with Python title "The third of them"
later 168 hours
run due
run letters
expect letter to Ana once containing "you may be the right one"
expect letter to Bo once containing "you may be the right one"
expect letter to Cem once containing "you may be the right one"
as Dana post /p/{p}/requests/{T}/withdraw -> 303
given request U by Dana with Python title "The fourth of them"
later 168 hours
run due
run letters
as Dana post /p/{p}/requests/{U}/withdraw -> 303
given request V by Dana with Python title "The fifth of them"
later 168 hours
run due
run letters
as Dana post /p/{p}/requests/{V}/withdraw -> 303
given request W by Dana with Python title "The sixth of them"
later 168 hours
run due
run letters
expect letter to Ana 2 times containing "you may be the right one"
expect letter to Bo 2 times containing "you may be the right one"
expect letter to Cem 2 times containing "you may be the right one"

story "F083 who holds the least comes first; who is full, away, excluded or passed is not asked"
given programme operation-code
given setting mention.max 1
given mentors Ana, Bo, Cem, Dim, Eva with skill Python
given request R by Dana with Python title "The first of them"
given request S by Fay with Python
given request T by Gus with Python
Ana claims S -> 303
Ana tries S way=chat tried_on=2026-11-16 -> 303
Dim claims T -> 303
Dim tries T way=chat tried_on=2026-11-16 -> 303
as Bo post /p/{p}/mentor/away until=2026-12-31 -> 303
Cem passes R -> 303
later 168 hours
run due
run letters
expect letter to Eva once containing "you may be the right one for “The first of them”"
expect letter to Ana never containing "you may be the right one"
expect letter to Bo never containing "you may be the right one"
expect letter to Cem never containing "you may be the right one"
expect letter to Dim never containing "you may be the right one"

story "F083 nobody is asked more often in a week than the programme says; when all are, a coordinator hears and nobody is pestered"
given programme operation-code
given setting mention.per_week 1
given mentors Ana, Bo with skill Python
given coordinator Cora
given request R by Dana with Python title "The first of them"
given request S by Fay with Python title "The second of them"
later 168 hours
run due
run letters
expect letter to Ana once containing "you may be the right one"
expect letter to Bo once containing "you may be the right one"
expect letter to Cora 2 times containing "nobody has claimed it for a week"
given request T by Gus with Python title "The third of them"
later 252 hours
run due
run letters
expect letter to Ana 2 times containing "you may be the right one"

story "F083 F071 a named mentor who declines is not asked again when it opens to all"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python asking Ana
run letters
take "Not this one" of Ana
as nobody post {tap} -> 303
expect R is open
forget letters
later 169 hours
run due
run letters
expect letter to Ana never containing "you may be the right one"
expect letter to Bo once containing "you may be the right one"

story "L48 nobody fits: a coordinator hears of it at once"
given programme operation-code
given coordinator Cora
given request R by Dana with Python
run letters
expect letter to Cora once containing "no mentor fits it"

story "T03 L03 a question stops the clock and goes by mail; the reminder too, and both are dropped once it is answered"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
as Cora post /p/{p}/requests/{R}/detail question="Which part would you like to look at first?" -> 303
run letters
expect letter to Dana once containing "Which part would you like to look at first?"
later 72 hours
run due
as Dana post /p/{p}/requests/{R}/answer answer="The part that reads the files, please." -> 303
run letters
expect letter to Dana once containing "Which part would you like to look at first?"

story "T04 T06 L11 L29 L14 a quiet claim is asked about, a session's outcome too, and whether it helped"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
later 72 hours
run due
run letters
expect letter to Ana once containing "we have seen no sign of contact yet"
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=18:00 -> 303
later 48 hours
run due
run letters
expect letter to Dana once containing "should be over"

story "F162 SLACK 16 a link claims once: looking changes nothing, pressing again has the same answer, no contact data is shown"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python title "My first API"
later 168 hours
run due
run letters
take "Claim it" of Bo
as nobody get {tap} -> 200 showing "Claim this request?", "My first API" hiding "dana@"
expect R is open
as nobody post {tap} -> 303
expect R held by Bo
as nobody get {tap} -> 200 showing "It is yours" hiding "dana@"
as nobody post {tap} -> 303
expect R held by Bo
take "Claim it" of Ana
as nobody post {tap} -> 409
expect R held by Bo

story "F162 links press what their person may at that moment, and nothing else"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
Ana claims R -> 303
later 72 hours
run due
run letters
take "I am writing to them" of Ana
as nobody get {tap} -> 200 showing "Are you writing to the mentee?"
as Cora post /p/{p}/requests/{R}/release reason="other" -> 303
as nobody post {tap} -> 403
expect R is open

story "F131 F074 one press says that they met, the other that they did not; whether it helped is one press too"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=18:00 -> 303
later 120 hours
run due
run letters
take "No, not yet" of Dana
as nobody post {tap} -> 303
expect R is scheduled
take "Yes, we met" of Ana
as nobody post {tap} -> 303
expect R is held
later 24 hours
run letters
take "It helped" of Dana
as nobody post {tap} -> 303
as nobody get {tap} -> 200 showing "your mentor never does"
as Dana get /p/{p}/requests/{R} -> 200 showing "helped"

story "SLACK 16 a link is over after a week, and a wrong one tells nothing"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
later 168 hours
run due
run letters
take "Claim it" of Ana
later 169 hours
as nobody get {tap} -> 410 showing "This link is over"
as nobody post {tap} -> 410
expect R is open
as nobody get /a/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA -> 410 showing "This link is over"

story "F157 F160 one press stops a kind of letter, another brings it back; sign-in mail is not a kind that stops"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
run letters
take "stop" of Dana
as nobody get {tap} -> 200 showing "This switches off: Your own requests"
as nobody post {tap} -> 303
as nobody post {tap} -> 303
forget letters
Ana claims R -> 303
later 1 hours
run letters
expect letter to Dana never containing "has taken"
as Dana get /me/notifications -> 200 showing "Your own requests"
as Dana post /me/notifications own=mail claims=mail quiet_from=22 quiet_to=7 digest_hour= paused_until= -> 303
Ana releases R -> 303
later 1 hours
run letters
expect letter to Dana once containing "is on the board again"

story "F160 quiet hours of the reader's own zone and a pause hold back what can wait"
given programme operation-code
given mentors Ana with skill Python
given members Dana
as Dana post /me/notifications own=mail quiet_from=8 quiet_to=12 digest_hour= paused_until= -> 303
given request R by Dana with Python
run letters
expect letter to Dana never containing "We have your request"
later 3 hours
run letters
expect letter to Dana once containing "We have your request"
as Dana post /me/notifications own=mail quiet_from=22 quiet_to=7 digest_hour= paused_until=2026-11-19 -> 303
Ana claims R -> 303
later 24 hours
run letters
expect letter to Dana never containing "has taken"
later 80 hours
run letters
expect letter to Dana once containing "has taken"
as Dana post /me/notifications own=mail quiet_from=24 quiet_to=7 digest_hour= paused_until=2020-01-01 -> 422 showing "Quiet from"

story "F154 F192 seventy-two hours without a mail server: nothing is lost, order is kept, what is stale by then is dropped with a record"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
mail is down
run letters
Ana claims R -> 303
later 1 hours
run letters
as Cora get /p/{p}/coordinate/letters -> 200 showing "has not worked since"
Ana releases R -> 303
later 36 hours
run due
run letters
later 36 hours
run due
run letters
expect letter to Dana never containing "R"
mail now works
run letters
expect letter to Dana once containing "We have your request"
expect letter to Dana once containing "we have not forgotten you"
expect letter to Dana never containing "has taken your request"
expect letter to Dana never containing "is on the board again"
expect letter to Dana containing "We have your request" before "we have not forgotten you"
as Cora get /p/{p}/coordinate/letters -> 200 hiding "has not worked since"
as Cora get /p/{p}/coordinate/letters?state=cancelled -> 200 showing "it moved on"
as Cora get /p/{p}/coordinate/letters?state=given-up -> 200 showing "No letter here"

story "F156 a mailbox that says 451 for hours holds back what is behind, and all leaves in order when it says yes"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
mail says 451
run letters
run letters
later 5 hours
run letters
Cora closes R reason="This needs a lawyer, not a mentor." -> 303
later 10 hours
run letters
mail now works
later 5 hours
run letters
expect letter to Dana containing "We have your request" before "was closed"

story "F156 an address that is refused for good is written to no more until its owner says so; sign-in mail is still tried"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
mail says 550
run letters
mail now works
as Dana get /me/notifications -> 200 showing "Your address was refused"
as Cora get /p/{p}/coordinate/letters?state=given-up -> 200 showing "550 nobody"
Cora closes R reason="This needs a lawyer, not a mentor." -> 303
later 1 hours
run letters
expect letter to Dana never containing "My first API"

story "L48 L48L F171 once a day each coordinator gets the list of what needs them, each line with the address where it is done; who has nothing gets nothing"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
run due
run letters
expect letter to Cora never containing "need you in"
given request R by Dana with Haskell title "A question of types"
given volunteer Vic with skill Python
run letters
expect letter to Cora once containing "no mentor fits it at the moment"
later 96 hours
run due
run letters
expect letter to Cora containing "2 things need you in Operation Code mentoring"
expect letter to Cora containing "OC-1 A question of types: unclaimed"
expect letter to Cora containing "/p/operation-code/requests/"
expect letter to Cora containing "Vic wants to be a mentor"
expect letter to Ana never containing "need you in"
take "OC-1 A question of types: unclaimed" of Cora
as Cora get {tap} -> 200 showing "A question of types"

story "L48 L48L a coordinator chooses how the list comes, apart from what is urgent"
given programme operation-code
given coordinator Cora
as Cora post /me/notifications own=mail claims=mail fitting=mail sessions=mail desk=mail needs=off group=mail quiet_from=22 quiet_to=7 -> 303
given request R by Dana with Haskell
run letters
expect letter to Cora once containing "no mentor fits it at the moment"
later 96 hours
run due
run letters
expect letter to Cora never containing "needs you in"

story "F083 T01 L08 mention.max 0: every mentor who fits is asked, not nobody"
given programme operation-code
given setting mention.max 0
given mentors Ana, Bo, Cem, Dim, Eva, Fay with skill Python
given request R by Dana with Python
later 168 hours
run due
run letters
expect letter to Ana once containing "you may be the right one"
expect letter to Fay once containing "you may be the right one"

story "F175 L48 who stands in for a coordinator and is one reads what is needed once"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given coordinator Cid
as Cora post /p/{p}/coordinate/stand-in email=cid@example.org until=2026-12-20 -> 303
given request R by Dana with Python
later 168 hours
run due
run letters
expect letter to Cid once containing "nobody has claimed it for a week"
expect letter to Cora never containing "nobody has claimed it for a week"

story "F160 each person chooses among the kinds of letters that can reach them; who becomes a mentor is offered more, and what they chose stays"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given escalation Emil
given members Dana
as Dana get /me/notifications -> 200 showing "Your own requests", "Sessions", "News from coordinators" hiding "What coordinators look after", "the list of what needs coordinators", "Requests that may fit you", "Requests that you claimed"
as Ana get /me/notifications -> 200 showing "Your own requests", "Requests that may fit you", "Requests that you claimed" hiding "What coordinators look after", "the list of what needs coordinators"
as Cora get /me/notifications -> 200 showing "What coordinators look after", "the list of what needs coordinators" hiding "Requests that may fit you"
as Emil get /me/notifications -> 200 showing "What coordinators look after"
as Dana get /api/v1/me/letters -> 200 showing "'own':'mail'", "'claims':null", "'desk':null", "'needs':null"
as Ana get /api/v1/me/letters -> 200 showing "'claims':'mail'", "'desk':null"
as Ana post /me/notifications own=mail claims=off fitting=daily sessions=mail group=mail quiet_from=22 quiet_to=7 digest_hour= paused_until= -> 303
as Ana get /api/v1/me/letters -> 200 showing "'claims':'off'", "'fitting':'daily'", "'desk':null"
