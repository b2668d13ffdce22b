story "F065 the mentee is told of receipt, claim, release and delay, each once"
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

story "F067 F083 T01 after a week the mentors who fit are asked one by one, the least busy first, and a coordinator is told"
given programme operation-code
given mentors Ana, Bo, Cem, Dim, Eva, Fay with skill Python
given mentors Gus with skill Haskell
given coordinator Cora
given request R by Dana with Python
given request S by Dana with Python
Ana claims S -> 303
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
expect letter to Ana once containing "Are you still on it?"
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=18:00 -> 303
later 48 hours
run due
run letters
expect letter to Dana once containing "should be over"
