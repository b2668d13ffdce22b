# The ladders of a claim, of sessions and of people who fall silent (PROGRAMMES.md 4). Each step comes once, at its hour and not before.

story "T12 F128 L31 no first message: the mentor is reminded after 48 hours, and in time nobody else"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
as Dana get /p/{p}/requests/{R} -> 200 showing "Ana will write first. Without a sign of contact they are reminded"
later 47 hours
run due
run letters
expect letter to Ana never containing "no first message is noted yet"
later 1 hours
run due
run due
as Ana get /p/{p}/requests/{R} -> 200 showing "no first message noted yet: the mentor is reminded"
as Dana get /p/{p}/requests/{R} -> 200 showing "was reminded to write", "goes back to the queue"
later 12 hours
run letters
expect letter to Ana once containing "no first message is noted yet"
expect letter to Ana once containing "I cannot, give it back"
expect letter to Dana never containing "first message"
expect letter to Cora never containing "first message"
take "I am writing to them" of Ana
as nobody post {tap} -> 303
later 96 hours
run due
run letters
expect R held by Ana
expect letter to Ana never containing "still on it"

story "T12 L31 with a longer lease the mentee and the coordinators are told 48 hours later; giving it back is one press"
given programme operation-code
given setting t04.1 200
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
later 48 hours
run due
later 48 hours
run due
run due
later 12 hours
run letters
expect letter to Dana once containing "has not noted a first message yet"
expect letter to Dana never containing "I cannot, give it back"
expect letter to Cora once containing "its mentor has noted no first message"
as Cora get /p/{p}/requests/{R} -> 200 showing "the mentee and coordinators are told"
take "I cannot, give it back" of Ana
as nobody post {tap} -> 303
expect R is open
run letters

story "T05 F072 attempts and no session: after 14 days the mentor is asked how it stands"
given programme operation-code
given setting away.silent_d 30
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
as Dana get /p/{p}/requests/{R} -> 200 showing "If nothing happens, both are asked how it stands"
later 335 hours
run due
as Ana get /p/{p}/requests/{R} -> 200 hiding "asked how it stands."
later 2 hours
run due
run due
later 12 hours
run letters
expect letter to Ana once containing "no session is set since you first wrote"
as Ana get /p/{p}/requests/{R} -> 200 showing "no session yet: the mentor is asked how it stands"
expect letter to Dana never containing "no answer from you"

story "T22 F147 L36 a mentee who does not answer: written to after 14 days, coordinators try, and may close seven days later"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
later 337 hours
run due
run due
later 12 hours
run letters
expect letter to Dana once containing "has no answer from you. Do you still want it"
expect letter to Cora once containing "Please try once, by whatever way you know"
expect letter to Ana once containing "no session is set since you first wrote"
as Dana get /p/{p}/requests/{R} -> 200 showing "Ana has no answer from you", "I am here"
as Ana get /p/{p}/requests/{R} -> 200 hiding "I am here"
later 156 hours
run due
run due
later 12 hours
run letters
expect letter to Cora once containing "has not answered for weeks. You may close it"
as Dana get /p/{p}/requests/{R} -> 200 showing "A coordinator decides whether it is closed"
as Cora get /p/{p}/coordinate -> 200 showing "My first API", "does not answer"
as Cora post /p/{p}/requests/{R}/unreachable reason="No answer for weeks." -> 303
as Cora get /p/{p}/coordinate -> 200 hiding "My first API"

story "T22 one press of the mentee starts it anew, and the mentor hears of it"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
later 337 hours
run due
later 12 hours
run letters
take "I am here" of Dana
as nobody post {tap} -> 303
later 12 hours
run letters
expect letter to Ana once containing "they say that they are here"
as Dana get /p/{p}/requests/{R} -> 200 showing "has been in touch" hiding "has no answer from you"
later 200 hours
run due
later 12 hours
run letters
expect letter to Cora never containing "You may close it"
Ana tries R way=chat tried_on=2026-12-09 -> 303
later 340 hours
run due
later 12 hours
run letters
expect letter to Dana 2 times containing "has no answer from you"

story "T22 the page has the button of the letter, for the mentee alone"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "My first API"
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
later 340 hours
run due
as Ana post /p/{p}/requests/{R}/reply -> 403
as Dana post /p/{p}/requests/{R}/reply -> 303
as Dana get /p/{p}/requests/{R} -> 200 showing "has been in touch", "said that they are here" hiding "has no answer from you"
as Ana get /p/{p}/requests/{R} -> 200 showing "Dana said that they are here"

story "T18 F131 L27 both are reminded a day before the session, once, and one press calls it off"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "My first API"
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=18:00 -> 303
later 24 hours
run due
run letters
expect letter to Dana never containing "is near"
later 58 hours
run due
run due
run letters
expect letter to Dana once containing "is near"
expect letter to Ana once containing "is near"
as Dana get /p/{p}/requests/{R} -> 200 showing "the session is near: both sides are reminded", "Call the session off"
take "I cannot come" of Dana
as nobody post {tap} -> 303
run letters
expect letter to Ana once containing "Dana cannot come to the session"
expect letter to Dana never containing "cannot come to the session"
expect R held by Ana
as Ana get /p/{p}/requests/{R} -> 200 showing "the session is off", "has been in touch"
as nobody get {tap} -> 200 showing "agree on another time"

story "T18 a session that is set within the day needs no reminder; one that is moved is reminded of again"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "My first API"
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-17 time=18:00 -> 303
run due
run letters
expect letter to Dana never containing "is near"
as Ana post /p/{p}/requests/{R}/session date=2026-11-30 time=18:00 -> 303
later 322 hours
run due
run letters
expect letter to Dana once containing "is near"

story "T06 F131 F074 L29 did you meet: at the end, after three days, unknown after seven; one link answers"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
given request S by Dana with Python title "My second API"
Ana claims R -> 303
Ana claims S -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-18 time=18:00 -> 303
as Ana post /p/{p}/requests/{S}/session date=2026-11-18 time=18:00 -> 303
later 58 hours
run due
later 12 hours
run letters
expect letter to Dana 2 times containing "Yes, we met"
expect letter to Ana 2 times containing "Yes, we met"
take "Yes, we met" of Ana
as nobody post {tap} -> 303
forget letters
later 60 hours
run due
run due
later 12 hours
run letters
expect letter to Ana once containing "should be over"
later 96 hours
run due
run due
later 12 hours
run letters
expect letter to Ana once containing "should be over"
as Cora get /p/{p}/coordinate -> 200 showing "nobody said how it went"

story "T07 F127 how was it: asked when it is closed, once more after three days, and not after an answer"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "My first API"
given request S by Dana with Python title "My second API"
Ana claims R -> 303
Ana claims S -> 303
Ana fulfils R held_on=2026-11-16 -> 303
Ana fulfils S held_on=2026-11-16 -> 303
later 12 hours
run letters
expect letter to Dana 2 times containing "Did it help"
as Dana post /p/{p}/requests/{S}/helpful helpful=helped -> 303
forget letters
later 59 hours
run due
run letters
expect letter to Dana never containing "Did it help"
later 2 hours
run due
run due
later 12 hours
run letters
expect letter to Dana once containing "Did it help"
later 300 hours
run due
later 12 hours
run letters
expect letter to Dana once containing "Did it help"
as Dana get /p/{p}/requests/{R} -> 200 showing "asked once more whether it helped"

story "T24 F147 who does not come: noted, and with the ladder on asked once, then a coordinator decides"
given programme operation-code
given setting noshow.ladder 1-2-3
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-17 time=18:00 -> 303
as Ana post /p/{p}/requests/{R}/absent absent=other -> 409 showing "still to come"
later 48 hours
as Ana post /p/{p}/requests/{R}/absent absent=me -> 409 showing "has begun"
as Ana get /p/{p}/requests/{R} -> 200 showing "They did not come"
as Ana post /p/{p}/requests/{R}/absent absent=other -> 303
as Ana post /p/{p}/requests/{R}/absent absent=other -> 409 showing "No session is set"
later 12 hours
run letters
expect letter to Dana once containing "you were waited for at a session"
expect letter to Cora never containing "did not come to a session"
as Ana post /p/{p}/requests/{R}/session date=2026-11-21 time=18:00 -> 303
later 96 hours
as Ana post /p/{p}/requests/{R}/absent absent=other -> 303
later 12 hours
run letters
expect letter to Cora once containing "not for the first time"
expect letter to Dana once containing "you were waited for at a session"
expect letter to Ana never containing "did not come to a session"

story "T24 with the ladder off an absence is noted and nobody is written to; notice is no absence"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-17 time=18:00 -> 303
later 48 hours
as Dana post /p/{p}/requests/{R}/absent absent=other -> 303
later 12 hours
run letters
expect letter to Ana never containing "you were waited for"
as Cora get /p/{p}/requests/{R} -> 200 showing "the other side did not come"
as Ana post /p/{p}/requests/{R}/session date=2026-11-21 time=18:00 -> 303
as Cora post /p/{p}/requests/{R}/absent absent=me -> 403
as Dana post /p/{p}/requests/{R}/absent absent=me -> 303
as Dana get /p/{p}/requests/{R} -> 200 showing "the session is off"

story "T23 F147 L36 a mentor who falls silent while somebody waits: five letters in fourteen days, then the claim is free and they are set aside"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given setting away.silent_d 10
given setting t05.2 60
given request R by Dana with Python title "My first API"
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
as Dana post /p/{p}/requests/{R}/reply -> 303
later 239 hours
run due
later 2 hours
run due
later 24 hours
run due
later 12 hours
run letters
expect letter to Ana once containing "somebody waits for you"
expect letter to Cora once containing "a mentor gives no sign while somebody waits"
expect letter to Bo never containing "somebody waits for you"
as Cora get /p/{p}/coordinate -> 200 showing "Ana", "gives no sign while somebody waits"
later 36 hours
run due
later 48 hours
run due
later 48 hours
run due
later 48 hours
run due
run due
later 12 hours
run letters
expect letter to Ana 5 times containing "somebody waits for you"
expect letter to Cora once containing "a mentor gives no sign while somebody waits"
expect R held by Ana
later 36 hours
run due
later 12 hours
run letters
expect R is open
expect letter to Ana once containing "what you held went back to the queue"
expect letter to Cora once containing "set aside until they come back"
expect letter to Dana once containing "is on the board again"
as Dana get /p/{p}/requests/{R} -> 200 showing "no sign of the mentor: it went back to the queue"
as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Set aside until they come back"
Ana claims R -> 403
as Ana get /p/{p}/mentor -> 200 showing "I am back"
take "I am back" of Ana
as nobody get {tap} -> 200 showing "Are you back?"
as nobody post {tap} -> 303
as nobody get {tap} -> 200 showing "Welcome back", "My mentor record"
Ana claims R -> 303

story "T23 a sign in between starts it anew; who is away is left in peace, and so is who waits for an answer"
given programme operation-code
given setting away.silent_d 10
given setting t05.2 60
given mentors Ana, Bo, Cem with skill Python
given request R by Dana with Python
given request S by Eve with Python
given request T by Fay with Python
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
Bo claims S -> 303
Bo tries S way=chat tried_on=2026-11-16 -> 303
as Bo post /p/{p}/mentor/away until=2026-12-31 -> 303
Cem claims T -> 303
Cem tries T way=chat tried_on=2026-11-16 -> 303
as Dana post /p/{p}/requests/{R}/reply -> 303
as Eve post /p/{p}/requests/{S}/reply -> 303
later 216 hours
Ana tries R way=chat tried_on=2026-11-25 -> 303
later 48 hours
run due
later 12 hours
run letters
expect letter to Ana never containing "somebody waits for you"
expect letter to Bo never containing "somebody waits for you"
expect letter to Cem never containing "somebody waits for you"

story "T25 F012 L36 an idle mentor: three asks without an answer and sixty days are asked about, fourteen days later they are set aside; one press returns"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given setting mention.per_week 9
given request R by Dana with Python
given request S by Eve with Python
given request T by Fay with Python
later 168 hours
run due
run letters
expect letter to Ana 3 times containing "you may be the right one"
later 1260 hours
run due
later 12 hours
run letters
expect letter to Ana never containing "Are you still with us"
later 24 hours
run due
run due
later 12 hours
run letters
expect letter to Ana once containing "Are you still with us"
expect letter to Cora once containing "has answered no ask for a while"
as Cora get /p/{p}/coordinate -> 200 showing "has answered no ask"
later 300 hours
run due
as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 hiding "Set aside"
later 40 hours
run due
later 12 hours
run letters
expect letter to Ana once containing "nobody asks you for now"
as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Set aside until they come back"
given request U by Gus with Python
later 168 hours
run due
run letters
expect letter to Ana 3 times containing "you may be the right one"
as Ana post /p/{p}/mentor/back -> 303
as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 hiding "Set aside"

story "T25 any act counts: a pass keeps a mentor among those who are asked, two asks are too few"
given programme operation-code
given setting mention.per_week 9
given mentors Ana, Bo with skill Python
given request R by Dana with Python
given request S by Eve with Python
given request T by Fay with Python
later 168 hours
run due
later 1008 hours
Ana passes R -> 303
later 480 hours
run due
later 12 hours
run letters
expect letter to Ana never containing "Are you still with us"
expect letter to Bo once containing "Are you still with us"

story "T34 F150 L55 a skill with more requests than free places, two weeks running: coordinators are told once, with words to look for mentors"
given programme operation-code
given mentor Ana with skill Python capacity 1
given coordinator Cora
given request R by Dana with Python title "A secret of Dana"
given request S by Eve with Python
later 168 hours
run due
later 30 hours
run letters
expect letter to Cora never containing "more ask than mentors have time for"
later 138 hours
run due
later 30 hours
run letters
expect letter to Cora once containing "more people wait for Python"
expect letter to Cora once containing "2 (Python)"
expect letter to Ana never containing "more people wait for Python"
later 138 hours
run due
later 30 hours
run letters
expect letter to Cora once containing "more people wait for Python"
Ana claims R -> 303
as Eve post /p/{p}/requests/{S}/withdraw -> 303
later 168 hours
run due
given request T by Fay with Python
later 168 hours
run due
later 168 hours
run due
later 30 hours
run letters
expect letter to Cora 2 times containing "more people wait for Python"

story "T17 L28 F123 notice: exactly 48 hours before a session it is moved freely, a second later it is noted as late"
given programme operation-code
given setting notice.hours 48
given mentors Ana with skill Python
given request R by Dana with Python title "My first API"
given request S by Eve with Python title "My second API"
Ana claims R -> 303
Ana claims S -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-20 time=09:00 -> 303
as Ana post /p/{p}/requests/{S}/session date=2026-11-20 time=09:00 -> 303
run letters
expect letter to Dana once containing "Free to move until	Wed 18 Nov, 09:00 UTC"
as Dana get /p/{p}/requests/{R} -> 200 showing "moved or called off freely until: Wed 18 Nov, 09:00"
later 48 hours
as Dana post /p/{p}/requests/{R}/session date=2026-11-21 time=09:00 -> 303
as Ana get /p/{p}/requests/{R} -> 200 hiding "later than this programme asks for notice"
later 1 seconds
as Eve get /p/{p}/requests/{S} -> 200 showing "noted as late: this programme asks for 48 hours"
as Eve post /p/{p}/requests/{S}/absent absent=me -> 303
as Ana get /p/{p}/requests/{S} -> 200 showing "Eve cannot come", "later than this programme asks for notice"
run letters
expect letter to Ana once containing "Eve cannot come to the session about “My second API” after all"
expect letter to Eve never containing "cannot come to the session"

story "T03 a request whose question nobody answered is closed as unanswered, in its own word for programs and in the table"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
given request S by Dana with Python
as Ana post /p/{p}/requests/{R}/detail question="What would a good result be for you?" -> 303
as Cora post /p/{p}/requests/{S}/close reason="Asked twice, so one of them is closed." -> 303
later 336 hours
run due
as Dana get /api/v1/requests/{R} -> 200 showing "'outcome':'unanswered'"
as Cora get /api/v1/requests/{S} -> 200 showing "'outcome':'declined'"
as Cora get /p/{p}/coordinate/requests?state=closed -> 200 showing "Unanswered", "Declined"
