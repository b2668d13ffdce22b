story "F053 F054 F184 a mentee asks through the wizard, blank details are refused, nothing typed is lost"
given programme operation-code
given members Dana
as Dana get /p/{p}/requests/new -> 303
as Dana get /p/{p}/requests/new/service -> 200 showing "General guidance", "Pair programming", "Code review", "Mock interview", "Resume review", "Mentors of this programme see this"
as Dana post /p/{p}/requests/new/service service=golf -> 422 showing "There is a problem", "not one of the choices"
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana get /p/{p}/requests/new/skills -> 200 showing "Choose up to 5."
given setting request.skills_max 3
as Dana get /p/{p}/requests/new/skills -> 200 showing "Choose up to 3."
as Dana post /p/{p}/requests/new/skills also="Javascript, golf" -> 422 showing "golf", "not in our list"
as Dana post /p/{p}/requests/new/skills also="Javascript, JS, python" -> 303
as Dana post /p/{p}/requests/new/details title="My first API" details="   " -> 422 showing "Write something here", "My first API"
as Dana post /p/{p}/requests/new/details title="My first API" details="⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀" -> 422 showing "Write something here"
as Dana post /p/{p}/requests/new/details title="My first API" details="ㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤ​​​​​​​​​​​​  " -> 422 showing "Write something here"
as Dana post /p/{p}/requests/new/details title="​ㅤ⠀  ​ㅤ⠀  " details="Is my folder layout sensible for a team?" -> 422 showing "Write something here"
as Dana post /api/v1/programmes/{p}/requests service=code-review details="⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀ㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤ​​​​​​​​​​" -> 422 showing "Write something here", "details"
as Dana post /api/v1/programmes/{p}/requests service=code-review details="short ⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀" -> 422 showing "at least 20 characters; you wrote 5"
as Dana get /api/v1/programmes/{p}/requests -> 200 showing ""items":[]"
as Dana post /p/{p}/requests/new/details title="My first API" details="too​​​​​​​​​​ㅤㅤㅤㅤㅤ⠀⠀⠀⠀⠀      short" -> 422 showing "at least 20 characters; you wrote 9"
as Dana post /p/{p}/requests/new/details title="a​​​​​​​ㅤㅤㅤb" details="Is my folder layout sensible for a team?" -> 422 showing "at least 8 characters; you wrote 2"
as Dana post /p/{p}/requests/new/details title="My first API" details="too short" -> 422 showing "at least 20 characters; you wrote 9", "too short"
as Dana post /p/{p}/requests/new/details title="My first API" details="Is my folder layout sensible for a team?" -> 303
as Dana post /p/{p}/requests/new/when medium=video language=English week=0 week=20 -> 303
as Dana post /p/{p}/requests/new/about-you affiliation=veteran shows_name=1 -> 303
as Dana get /p/{p}/requests/new/check -> 200 showing "JavaScript, Python", "My first API", "Monday morning, Sunday evening", "Video call", "Veteran"
as Dana get / -> 200 showing "My first API", "finish and send it"
as Dana post /p/{p}/requests/new/check -> 303
as Dana get /p/{p}/history -> 200 showing "My first API", "OC-1"

story "F053 a step that lacks its answer is asked again before sending"
given programme operation-code
given members Dana
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/check -> 422 showing "Some steps still need an answer"

story "F006 F053 affiliation: asked, and no answer is fine; required, and none is refused; off, and none is kept"
given programme operation-code
given mentors Ana with skill Python
given members Dana
as Dana get /p/{p}/requests/new/about-you -> 200 showing "Veteran", "Non-veteran", "Prefer not to say"
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills also=Python -> 303
as Dana post /p/{p}/requests/new/details title="Nothing said" details="Is my folder layout sensible for a team?" -> 303
as Dana post /p/{p}/requests/new/when medium=any language=English -> 303
as Dana post /p/{p}/requests/new/about-you affiliation=martian -> 422 showing "not one of the choices"
as Dana post /p/{p}/requests/new/about-you -> 303
as Dana get /p/{p}/requests/new/check -> 200 showing "AffiliationNot said"
as Dana post /p/{p}/requests/new/check -> 303
given setting affiliation.mode require
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills also=Python -> 303
as Dana post /p/{p}/requests/new/details title="Prefers not to say" details="Is my folder layout sensible for a team?" -> 303
as Dana post /p/{p}/requests/new/when medium=any language=English -> 303
as Dana post /p/{p}/requests/new/about-you shows_name=1 -> 422 showing "“Prefer not to say” is an answer too"
as Dana post /p/{p}/requests/new/check -> 422
as Dana post /api/v1/programmes/{p}/requests service=code-review details="Is my folder layout sensible for a team?" -> 422 showing "affiliation"
as Dana post /p/{p}/requests/new/about-you affiliation=prefer-not-to-say -> 303
as Dana post /p/{p}/requests/new/check -> 303
as Ana get /p/{p}/requests -> 200 showing "Prefer not to say"
given setting affiliation.mode off
as Dana get /p/{p}/requests/new/about-you -> 200 hiding "Veteran"
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills also=Python -> 303
as Dana post /p/{p}/requests/new/details title="Not asked" details="Is my folder layout sensible for a team?" -> 303
as Dana post /p/{p}/requests/new/when medium=any language=English -> 303
as Dana post /p/{p}/requests/new/about-you affiliation=veteran -> 303
as Dana get /p/{p}/requests/new/check -> 200 hiding "Veteran", "Affiliation"
as Dana post /p/{p}/requests/new/check -> 303
as Ana get /p/{p}/requests -> 200 showing "Not asked" hiding "Veteran"

story "F021 F062 only members ask, only those who accepted the code of conduct send and claim"
given programme operation-code
given newcomer Nora
given mentors Ana with skill Python without conduct
given request R by Dana with Python
as nobody get /p/{p}/requests/new -> 303
as Nora post /p/{p}/requests/new/service service=code-review -> 303
as Nora post /p/{p}/requests/new/skills is_unsure=1 -> 303
as Nora post /p/{p}/requests/new/details title="A question" details="Where should a beginner start today?" -> 303
as Nora post /p/{p}/requests/new/when medium=any language=English -> 303
as Nora post /p/{p}/requests/new/about-you -> 303
as Nora post /p/{p}/requests/new/check -> 403 showing "code of conduct"
Ana claims R -> 403 showing "code of conduct"
expect R is open

story "F079 open requests and sendings are limited per mentee, the draft is kept"
given programme operation-code
given setting request.max_open 2
given request R1 by Dana
given request R2 by Dana
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills is_unsure=1 -> 303
as Dana post /p/{p}/requests/new/details title="A third question" details="One more thing that I wonder about." -> 303
as Dana post /p/{p}/requests/new/when medium=any language=English -> 303
as Dana post /p/{p}/requests/new/about-you -> 303
as Dana post /p/{p}/requests/new/check -> 409 showing "as many open requests as this programme allows"
Dana withdraws R1 -> 303
as Dana post /p/{p}/requests/new/check -> 303
given setting request.max_open 9
given setting request.max_day 3
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills is_unsure=1 -> 303
as Dana post /p/{p}/requests/new/details title="A fourth question" details="One more thing that I wonder about." -> 303
as Dana post /p/{p}/requests/new/when medium=any language=English -> 303
as Dana post /p/{p}/requests/new/about-you -> 303
as Dana post /p/{p}/requests/new/check -> 429 showing "tomorrow"
later 25 hours
as Dana post /p/{p}/requests/new/check -> 303

story "F056 F058 the queue is oldest first, complete matches stand before partial ones, others only when asked for"
given programme operation-code
given mentors Ana with skill "Python, SQL"
given request None by Dana with Rust title "About lifetimes"
later 1 hours
given request Part by Emil with "Python, Docker" title "About images"
later 1 hours
given request Full by Fay with "Python, SQL" title "About slow queries"
as Ana get /p/{p}/requests -> 200 showing "About slow queries", "Matches your skills: Python, SQL", "About images", "Matches in part: Python" hiding "About lifetimes"
as Ana get /p/{p}/requests?show=all -> 200 showing "About lifetimes", "3 waiting"
as Ana get /p/{p}/requests?show=all&q=LIFETIMES -> 200 showing "About lifetimes" hiding "About images"
as Ana get /p/{p}/requests?show=all&service=mock-interview -> 200 showing "Nothing matches these filters"
given setting mention.partial_below 1
as Ana get /p/{p}/requests -> 200 showing "About slow queries" hiding "About images"

story "F056 an empty queue says so, and each row says what happens next"
given programme operation-code
given mentors Ana with skill Python
as Ana get /p/{p}/requests?show=all -> 200 showing "All caught up"
given request R by Dana with Rust title "Number one of many"
as Ana get /p/{p}/requests?show=all -> 200 showing "Mentors are reminded Thu 19 Nov, 09:00 UTC (in 3 days)"
later 73 hours
as Ana get /p/{p}/requests?show=all -> 200 showing "Unclaimed 3 d", "A coordinator asks fitting mentors Mon 23 Nov, 09:00 UTC"
later 100 hours
as Ana get /p/{p}/requests?show=all -> 200 showing "escalates in 3 days", "It is escalated Thu 26 Nov, 21:00 UTC"
later 100 hours
as Ana get /p/{p}/requests?show=all -> 200 showing "escalated", "It is escalated again Thu 3 Dec, 21:00 UTC"
Ana asks R question="Which part shall we look at?" -> 303
as Ana get /p/{p}/requests?show=all -> 200 showing "The mentee is asked for more detail; the waiting clock stands"

story "F056 a long queue pages, oldest first or newest first, and keeps its filters"
given programme operation-code
given setting request.max_open 50
given setting request.max_day 100
given mentors Ana with skill Python
given request R by Dana with Rust title "The first of many"
later 1 hours
24 times given request S by Emil with Rust title "One of many"
later 1 hours
given request T by Fay with Rust title "The last of many"
as Ana get /p/{p}/requests?show=all -> 200 showing "26 waiting", "The first of many", "Next page" hiding "The last of many"
as Ana get {next} -> 200 showing "The last of many" hiding "The first of many", "Next page"
as Ana get /p/{p}/requests?show=all&sort=newest -> 200 showing "The last of many", "Next page" hiding "The first of many"
as Ana get {next} -> 200 showing "The first of many" hiding "The last of many", "Next page"
as Ana get /p/{p}/requests?show=all&sort=newest&language=English&q=many -> 200 showing "sort=newest", "language=English", "q=many", "show=all" hiding "The first of many"
as Ana get {next} -> 200 showing "The first of many" hiding "Next page"

story "F056 the queue is filtered by language, however it is written"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "In plain English please"
given request S by Emil with Python title "En castellano por favor" speaking Spanish
as Ana get /p/{p}/requests?language=spanish -> 200 showing "En castellano", "1 waiting" hiding "In plain English"
as Ana get /p/{p}/requests?language=Dutch -> 200 showing "Nothing matches these filters", "Dutch"
as Ana get /p/{p}/requests?language= -> 200 showing "En castellano", "In plain English"

story "F056 F066 what claims usually take is told from ten cases on, before that what the programme promises"
given programme operation-code
given setting request.max_open 50
given setting request.max_day 100
given setting mentor.capacity 20
given mentors Ana with skill Python capacity 20
given request R1 by Dana with Python
given request R2 by Dana with Python
given request R3 by Dana with Python
given request R4 by Dana with Python
given request R5 by Dana with Python
given request R6 by Dana with Python
given request R7 by Dana with Python
given request R8 by Dana with Python
given request R9 by Dana with Python
given request R10 by Dana with Python
given request Own by Emil with Python
as Emil follows -> 200 showing "Your request is sent", "OC-11", "This programme promises that a mentor writes within 48 hours"
later 19 hours
Ana claims R1 -> 303
Ana claims R2 -> 303
Ana claims R3 -> 303
Ana claims R4 -> 303
Ana claims R5 -> 303
later 30 hours
Ana claims R6 -> 303
Ana claims R7 -> 303
Ana claims R8 -> 303
Ana claims R9 -> 303
as Ana get /p/{p}/requests -> 200 showing "2 waiting" hiding "median time to claim"
as Emil get /p/{p}/requests/{Own} -> 200 showing "within 48 hours"
Ana claims R10 -> 303
as Ana get /p/{p}/requests -> 200 showing "1 waiting", "median time to claim 19 h"
as Emil get /p/{p}/requests/{Own} -> 200 showing "Usually claimed in 19 hours." hiding "promises"
as Emil get /api/v1/requests/{Own} -> 200 showing "68400"
as Ana get /api/v1/requests/{Own} -> 200 hiding "68400"
as Ana get /p/{p}/requests/{Own} -> 200 hiding "Usually claimed"
given request Late by Fay with Python
as Fay follows -> 200 showing "Your request is sent", "Usually claimed in 19 hours."
later 91 days
as Emil get /p/{p}/requests/{Own} -> 200 showing "within 48 hours"

story "F061 F015 one mentor wins; the second learns who was first and sees similar requests; contact data moves at the claim alone"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python title "Help me test"
given request S by Emil with Python title "A similar question"
as Ana get /p/{p}/requests/{R} -> 200 showing "Help me test", "A mentee" hiding "Dana@example.org"
Ana claims R -> 303
Bo claims R -> 409 showing "Ana claimed this first", "A similar question" hiding "Dana@example.org"
expect R held by Ana
as Ana get /p/{p}/requests/{R} -> 200 showing "Dana@example.org", "Undo", "You can undo it until 09:00:10 UTC"
as Bo get /p/{p}/requests/{R} -> 404
as Dana get /p/{p}/requests/{R} -> 200 showing "Ana will write first" hiding "Ana@example.org"
Ana claims R -> 303
expect R held by Ana

story "F009 F062 capacity is never exceeded, and the own, the closed and the withdrawn cannot be claimed"
given programme operation-code
given mentors Ana with skill Python capacity 1
given request R by Dana with Python
given request S by Emil with Python
given request Own by Ana with Python
Ana claims R -> 303
Ana claims S -> 403 showing "as many requests as agreed"
expect S is open
Ana claims Own -> 403 showing "your own request"
Emil withdraws S -> 303
Ana claims S -> 409 showing "This request is closed" hiding "Please look at my code", "Emil"
as Ana get /p/{p}/requests/{S} -> 404
Ana releases R -> 303
given request T by Emil with Python
Ana claims T -> 303
expect T held by Ana

story "F061 undo for ten seconds, after that only release"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
later 9 seconds
Ana undoes R -> 303
expect R is open
Ana claims R -> 303
later 11 seconds
Ana undoes R -> 409 showing "time to undo is over"
expect R held by Ana

story "F063 only the claimer or a coordinator gives a request back; who and when stay in its history"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given request R by Dana with Python
Ana claims R -> 303
Bo releases R -> 403 showing "Another mentor holds this request" hiding "Ana", "Dana", "Please look at my code"
Dana releases R -> 403
Ana releases R reason="No time this week" -> 303
Ana releases R reason="And again" -> 409 showing "Nobody holds this request"
expect R is open
Bo claims R -> 303
Cora releases R -> 303
expect R is open
as Cora get /p/{p}/requests/{R} -> 200 showing "Ana gave it back", "Cora took it back from Bo", "2 times"
as Ana get /p/{p}/requests/{R} -> 200 hiding "No time this week"

story "F064 a claim without contact goes back by itself, with contact it stays"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
given request S by Emil with Python
Ana claims R -> 303
Ana claims S -> 303
Ana tries S way=email tried_on=2026-11-16 -> 303
later 95 hours
run due
expect R held by Ana
later 2 hours
run due
expect R is open
expect S held by Ana
as Dana get /p/{p}/requests/{R} -> 200 showing "no sign of contact in time"
Ana claims R -> 303

story "F072 F073 unreachable needs three attempts in fourteen days; a late reply gives it back to the first mentor"
given programme operation-code
given mentors Ana with skill Python capacity 1
given request R by Dana with Python
Ana claims R -> 303
Ana unreaches R -> 422 showing "Too few contact attempts"
Ana tries R way=chat tried_on=2026-11-17 words="He rang back" -> 422 showing "There is a problem", "This day has not come yet", "#attempt_form-tried_on", "He rang back"
Ana notes R words="" audience=pair -> 422 showing "There is a problem", "#note_form-words"
Ana tries R way=chat tried_on=2026-11-16 -> 303
as Ana get /p/{p}/requests/{R} -> 200 showing "Ana tried to make contact on Mon 16 Nov", "Mon 16 Nov · chat", "Mon 16 Nov, 09:00 UTC (just now)", "<time datetime=" hiding "on 2026-11-16"
later 1 days
Ana tries R way=email tried_on=2026-11-17 -> 303
later 1 days
Ana tries R way=voice tried_on=2026-11-18 words="no answer" -> 303
Ana unreaches R -> 303
expect R is unreachable
as Dana get /p/{p}/requests/{R} -> 200 showing "We could not reach you"
Dana answers-again R -> 303
expect R held by Ana
Ana releases R -> 303

story "F072 old attempts do not count, and when the first mentor is full a late reply opens to all"
given programme operation-code
given mentors Ana with skill Python capacity 1
given request R by Dana with Python
given request S by Emil with Python
Ana claims R -> 303
Ana tries R way=chat tried_on=2026-11-16 -> 303
Ana tries R way=email tried_on=2026-11-16 -> 303
later 15 days
Ana tries R way=email tried_on=2026-12-01 -> 303
Ana unreaches R -> 422
Ana tries R way=chat tried_on=2026-12-01 -> 303
Ana tries R way=voice tried_on=2026-12-01 -> 303
Ana unreaches R -> 303
Ana claims S -> 303
Dana answers-again R -> 303
expect R is open

story "F073 F075 held with a date and next steps; the mentee says it did not help; the follow-up excludes the first mentor"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given request R by Dana with Python title "Help me test"
Ana claims R -> 303
Ana fulfils R held_on=2026-11-17 next_steps="Read chapter two." -> 422 showing "Error: Help me test", "There is a problem", "This day has not come yet", "#fulfil_form-held_on", "aria-invalid=", "Read chapter two."
Ana sets R date=2026-11-15 time=10:00 -> 422 showing "There is a problem", "This time has passed", "#session_form-date", "aria-invalid=", "10:00"
Ana sets R date=2028-11-15 time=10:01 -> 422 showing "There is a problem", "more than a year ahead", "10:01"
Ana sets R date=2026-11-18 time=18:30 -> 303
later 3 days
as Dana get /p/{p}/requests/{R} -> 200 showing "Did you meet?"
Ana fulfils R held_on=2026-11-18 next_steps="Read chapter two." -> 303
expect R is held
Ana fulfils R held_on=2026-11-18 -> 409 showing "closed"
as Dana get /p/{p}/requests/{R} -> 200 showing "Read chapter two.", "Was it helpful?", "You can say whether it helped", "Held onWed 18 Nov" hiding "The mentee can say"
as Ana get /p/{p}/requests/{R} -> 200 showing "The mentee can say whether it helped"
as Cora get /p/{p}/coordinate -> 200 showing "Nothing needs you"
Dana says R helpful=not helpful_words="We talked past each other." -> 303
Dana says R helpful=perhaps helpful_words="We are friends now." -> 422 showing "There is a problem", "not one of the choices", "We are friends now."
as Ana get /p/{p}/requests/{R} -> 200 hiding "talked past each other", "Was it helpful?"
as Ana get /api/v1/requests/{R} -> 200 hiding "talked past each other"
as Cora get /p/{p}/requests/{R} -> 200 showing "Was it helpful?", "Not this time", "talked past each other", "the mentor does not"
as Cora get /p/{p}/coordinate -> 200 showing "It did not help", "Help me test"
as Cora get /api/v1/programmes/{p}/needs -> 200 showing "Help me test", "not"
Dana follows-up R -> 303
Dana follows-up R -> 409 showing "already asked for a follow-up"
name F as follow-up of R
as Dana get /p/{p}/requests/{R} -> 200 showing "asked for a follow-up with another mentor"
as Cora get /p/{p}/requests/{R} -> 200 showing "asked for a follow-up with another mentor"
as Cora get /api/v1/requests/{R}/timeline -> 200 showing "follow-up-asked"
as Ana get /p/{p}/requests/{R} -> 200 showing "closed it: the session was held" hiding "asked for a follow-up"
as Ana get /api/v1/requests/{R}/timeline -> 200 showing "held" hiding "follow-up"
as Cora get /p/{p}/coordinate -> 200 showing "Follow-up asked" hiding "It did not help"
as Cora get /api/v1/programmes/{p}/needs -> 200 showing "is_follow_up"
Ana claims F -> 404
as Ana get /p/{p}/requests/{F} -> 404
as Ana get /p/{p}/requests?show=all -> 200 hiding "Help me test"
Bo claims F -> 303
expect F held by Bo
as Cora get /p/{p}/requests/{F} -> 200 showing "Follow-up of"
as Cora get /p/{p}/coordinate -> 200 hiding "Help me test"
later 15 days
as Dana get /p/{p}/requests/{R} -> 200 showing "Was it helpful?", "You said: not this time", "talked past each other" hiding "Change the answer"

story "F073 F075 a coordinator who was the mentor reads neither the answer nor that a follow-up is asked"
given programme operation-code
given mentors Ana with skill Python
given coordinator Ana, Cora
given escalation Ed
given request R by Dana with Python title "Help me test"
Ana claims R -> 303
Ana fulfils R held_on=2026-11-16 -> 303
Dana says R helpful=not helpful_words="We talked past each other." -> 303
as Ana get /p/{p}/requests/{R} -> 200 hiding "talked past each other"
as Ana get /p/{p}/coordinate -> 200 hiding "Help me test"
as Ed get /p/{p}/coordinate -> 200 hiding "Help me test"
as Cora get /p/{p}/coordinate -> 200 showing "Help me test"
Dana follows-up R -> 303
as Ana get /p/{p}/requests/{R} -> 200 hiding "asked for a follow-up"
as Ana get /p/{p}/coordinate -> 200 hiding "Follow-up asked"

story "F076 a new request at any time, and the history on one page"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "First question"
Ana claims R -> 303
Dana fulfils R held_on=2026-11-16 -> 303
given request S by Dana with Rust title "Second question"
as Dana get /p/{p}/history -> 200 showing "First question", "with Ana", "Held", "Second question", "Waiting"
as Cora get /p/{p}/people/{Dana}/history -> 200 showing "First question", "Second question"
as Cora get /p/{p}/people/{Ana}/history -> 200 showing "Helped", "First question"

story "F071 T02 a named mentor is asked first; declining or silence opens the request to all"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python asking Ana title "Ana please"
expect R is reserved
as Bo get /p/{p}/requests/{R} -> 404
as Ana get / -> 200 showing "asks for you by name"
Bo claims R -> 404
Ana declines R -> 303
expect R is open
Bo claims R -> 303
given request S by Emil with Python asking Ana
later 47 hours
run due
expect S is reserved
later 2 hours
run due
expect S is open
given request T by Fay with Python asking Ana
Ana accepts T -> 303
expect T held by Ana

story "F070 a coordinator assigns: the mentor agrees, or a reason is given; capacity holds all the same"
given programme operation-code
given mentors Ana with skill Python capacity 1
given mentors Bo with skill Rust
given coordinator Cora
given escalation Ed
given request R by Dana with Python
given request S by Emil with Python
as Ana post /p/{p}/requests/{R}/assign mentor={Ana} has_agreed=1 -> 403
Cora assigns R mentor={Ana} -> 422 showing "There is a problem", "Say that the mentor agreed", "#assign_form-reason"
Cora assigns R mentor={Ana} has_agreed=1 -> 303
expect R held by Ana
Cora assigns S mentor={Ana} reason="Nobody else" -> 422
expect S is open
Ed assigns S mentor={Bo} reason="Waits for ten days" -> 303
expect S held by Bo
as Cora get /p/{p}/requests/{S} -> 200 showing "reason given by Ed: Waits for ten days"
as Emil get /p/{p}/coordinate/requests -> 403
as Cora get /p/{p}/coordinate/requests?state=running -> 200 showing "Dana", "Ana", "Bo"

story "F070 a coordinator closes with a reason that the mentee reads"
given programme operation-code
given coordinator Cora
given request R by Dana with Python
Cora closes R reason="No" -> 422 showing "There is a problem", "at least 4 characters", "#close_form-reason"
Cora closes R reason="This needs a lawyer, not a mentor." -> 303
expect R is declined
as Dana get /p/{p}/requests/{R} -> 200 showing "This needs a lawyer", "Ask again"

story "F080 passing hides a request from this mentor alone, and suggests a colleague without blame"
given programme operation-code
given setting suggest.max_day 1
given mentors Ana, Bo, Cid with skill Python
given request R by Dana with Python title "Hidden for Ana"
given request S by Emil with Python title "Another one"
Ana passes R suggested={Bo} -> 303
as Ana get /p/{p}/requests -> 200 hiding "Hidden for Ana"
as Bo get /p/{p}/requests -> 200 showing "Hidden for Ana"
Cid passes S suggested={Bo} -> 429 showing "suggested often today"
Cid passes S -> 303
as Ana post /p/{p}/requests/{R}/unpass -> 303
as Ana get /p/{p}/requests -> 200 showing "Hidden for Ana"

story "F080 passing has a daily limit, and so has asking one colleague, whoever asks"
given programme operation-code
given setting pass.max_day 2
given setting suggest.max_day 2
given setting request.max_open 9
given mentors Ana, Bo, Cid with skill Python
given request R1 by Dana with Python
given request R2 by Dana with Python
given request R3 by Dana with Python
Ana passes R1 suggested={Bo} -> 303
Ana passes R2 -> 303
Ana passes R3 -> 429 showing "passed on"
as Ana get /p/{p}/requests/{R3} -> 200
Cid passes R1 suggested={Bo} -> 303
Cid passes R2 suggested={Bo} -> 429 showing "suggested often today"
Cid passes R2 suggested={Ana} -> 303
later 23 hours
Ana passes R3 -> 429
later 61 minutes
Ana passes R3 suggested={Bo} -> 303

story "F073 notes: private to the author, to the pair, or to coordinators"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
Ana claims R -> 303
Ana notes R words="only for me" audience=author -> 303
Ana notes R words="for the two of us" audience=pair -> 303
Ana notes R words="for the office" audience=coordinators -> 303
as Ana get /p/{p}/requests/{R} -> 200 showing "only for me", "for the two of us", "for the office"
as Dana get /p/{p}/requests/{R} -> 200 showing "for the two of us" hiding "only for me", "for the office"
as Cora get /p/{p}/requests/{R} -> 200 showing "for the two of us", "for the office" hiding "only for me"

story "a question stops the waiting clock until it is answered"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
later 50 hours
Ana asks R question="Which?" -> 422 showing "There is a problem", "#detail_form-question", "Which?"
Ana asks R question="Which part shall we look at?" -> 303
Dana answers R answer=" " -> 422 showing "There is a problem", "#answer_form-answer"
expect R is needs-detail
later 48 hours
as Dana get /p/{p}/requests/{R} -> 200 showing "Which part shall we look at?"
Dana answers R answer="The tests, please." -> 303
later 21 hours
as Ana get /p/{p}/requests/{R} -> 200 showing "The tests, please.", "New"
later 2 hours
as Ana get /p/{p}/requests/{R} -> 200 showing "Unclaimed 3 d"

story "F019 names in any script pass forms and pages unchanged"
given programme operation-code
given members 李雨桐, Łukasz, José
given coordinator Дарина
as 李雨桐 get /me -> 200 showing "李雨桐"
as Дарина get /p/{p}/coordinate/people?tab=members -> 200 showing "李雨桐", "Łukasz", "José"

story "F061 a form sent twice has one effect: the same answer, and one attempt noted instead of three"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
again -> 303
expect R held by Ana
Ana tries R way=chat tried_on=2026-11-16 -> 303
again -> 303
again -> 303
Ana unreaches R -> 422 showing "Too few contact attempts"
Ana releases R -> 303
again -> 303
expect R is open
as Ana get /p/{p}/requests/{R} -> 200 hiding "2 times"
