story "S13.11 S13.7 F157 seventy-two hours without Slack and mail, then a busy and a moody outside: nothing is missing, nothing comes twice, order is kept"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given coordinator Cora
outside mail away
outside slack away
given request R by Dana for code-review with Python title "Asked before"
as Ana post /me/notifications own=slack claims=slack fitting=off quiet_from=0 quiet_to=0 -> 303
courier runs 5 hours
given request S by Dana for code-review with Python title "Asked meanwhile"
courier runs 1 minutes
Ana claims R -> 303
Bo claims S -> 303
courier runs 1 hours
Bo releases S -> 303
courier runs 29 hours
courier dies
courier runs 37 hours
expect slack post never containing "OC"
expect letter to Dana never containing "a"
as Cora get /p/{p}/coordinate/letters -> 200 showing "has not worked since"
outside slack busy
outside mail busy
courier runs 2 minutes
expect slack post never containing "OC"
outside slack moody
outside mail moody
courier runs 3 hours
outside slack works
outside mail works
courier runs 9 hours
expect repeated 0 letters
# Each request stands in the room once, as it is now; what came late says so; replies follow, each once.
expect slack post once containing "OC-1"
expect slack post once containing "Claimed by"
expect slack post once containing "Asked meanwhile"
expect slack post once containing "Posted late: Slack could not be reached"
expect slack "OC-1" before "Asked meanwhile"
expect slack reply 2 times containing "May fit"
expect slack reply 2 times containing "'text':'Details of"
# What a person should have read within the hour went by mail, once.
expect slack message to Ana never containing "It is your turn"
expect letter to Ana once containing "It is your turn: write to Dana"
# To one reader in the order in which it happened; what was no longer so was dropped, with a record.
expect letter to Dana once containing "We have your request OC-2"
expect letter to Dana once containing "Ana will write to you about OC-1"
expect letter to Dana once containing "Your request OC-2 still waits"
expect letter to Dana once containing "We have your request OC-1"
expect letter to Dana never containing "Bo will write to you"
expect letter to Dana containing "We have your request OC-1" before "We have your request OC-2"
expect letter to Dana containing "We have your request OC-2" before "Ana will write to you about OC-1"
expect letter to Dana containing "Ana will write to you about OC-1" before "Your request OC-2 still waits"
as Cora get /p/{p}/coordinate/letters?state=cancelled -> 200 showing "it moved on"
as Cora get /p/{p}/coordinate/letters?state=waiting -> 200 showing "No letter here"
as Cora get /p/{p}/coordinate/letters?state=given-up -> 200 showing "No letter here"
as Cora get /p/{p}/coordinate/letters -> 200 hiding "has not worked since"

story "S13.2 while names are not found or Slack cannot be reached, mail goes on, and Slack is tried less and less often"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
courier runs 5 seconds
outside slack away
given request R by Dana for code-review with Python title "Asked in vain"
courier runs 10 minutes
expect letter to Dana once containing "We have your request OC-1"
expect outside slack tried at most 20
outside slack works
courier runs 2 minutes
expect slack post once containing "Asked in vain"

story "S13.10 F157 taken, but the answer was lost: each comes once more with the same key and bytes, and nothing else does"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
outside mail forgetful
outside slack forgetful
given request R by Dana for code-review with Python title "Heard twice"
courier runs 10 minutes
outside mail works
outside slack works
courier runs 5 hours
expect slack post 2 times containing "Heard twice"
expect letter to Dana 2 times containing "We have your request OC-1"
Ana claims R -> 303
courier runs 1 hours
expect slack edit once containing "Claimed by"
expect letter to Dana once containing "Ana will write to you"

story "S6 with the permission to read the room a post whose answer was lost is looked for: everything stands there once, with what is so by now"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
outside slack may chat:write,groups:history
courier runs 5 seconds
outside slack forgetful
given request R by Dana for code-review with Python title "Heard once"
courier runs 10 seconds
expect slack post once containing "Heard once"
Ana claims R -> 303
courier runs 10 minutes
expect slack post once containing "Heard once"
expect slack edit once containing "Claimed by"
expect slack reply once containing "May fit"
expect slack reply once containing "'text':'Details of"
expect repeated 0 letters
outside slack works
Ana releases R -> 303
courier runs 5 minutes
expect slack edit once containing "Released once"
expect slack reply once containing "back in the queue"

story "S6 a post whose answer was lost is found behind sixty messages of others, page by page, and stands there once"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
outside slack may chat:write,groups:history
courier runs 5 seconds
outside slack forgetful
given request R by Dana for code-review with Python title "Heard once"
courier runs 10 seconds
expect slack post once containing "Heard once"
outside slack works
outside slack hears 60 other messages
courier runs 5 minutes
expect slack post once containing "Heard once"
expect slack reply once containing "May fit"
expect looked at 3 pages
expect repeated 0 letters

story "S6 a courier that dies between Slack's yes and our settling: its successor asks first what it may, looks, and nothing stands there twice"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
outside slack may chat:write,groups:history
courier runs 5 seconds
courier dies behind a post
given request R by Dana for code-review with Python title "Heard once"
courier runs 1 minutes
expect slack post once containing "Heard once"
courier dies behind a post
given request S by Dana for code-review with Python title "Heard by another"
courier runs 5 seconds
courier dies behind a post
courier runs 5 minutes
expect slack post once containing "Heard by another"
expect slack reply 2 times containing "May fit"
expect slack reply 2 times containing "'text':'Details of"

story "S6 a courier that dies before our settling, and a room that may not be read: posted once more, then settled"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
outside slack may chat:write
courier runs 5 seconds
courier dies behind a post
given request R by Dana for code-review with Python title "Heard twice"
courier runs 5 minutes
expect slack post 2 times containing "Heard twice"
expect slack reply once containing "May fit"

story "S5 a modal that is asked for stands there half a second after the ring, however lately the courier looked, and also while many posts wait"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
courier runs 5 seconds
slack Ana types "/mentor" -> 200
courier is rung
courier runs 500 milliseconds
expect slack open once containing "Ask for a mentor"
given request R by Dana with Python title "Number one"
given request S by Dana with Python title "Number two"
given request T by Dana with Python title "Number three"
given request U by Eva with Python title "Number four"
given request V by Eva with Python title "Number five"
courier is rung
courier runs 100 milliseconds
slack Ana types "/mentor-volunteer" -> 200
courier is rung
courier runs 500 milliseconds
expect slack open once containing "Become a mentor"

story "S13.8 S13.9 S6 many requests and their changes leave at Slack's pace, replies behind their message, the last state shown"
given programme operation-code
given slack
given mentors Ana with skill Python capacity 5
given mentors Bo with skill Python capacity 5
given slack of Ana, Bo
given request R by Dana with Python title "Number one"
given request S by Dana with Python title "Number two"
given request T by Dana with Python title "Number three"
given request U by Eva with Python title "Number four"
given request V by Eva with Python title "Number five"
courier runs 30 seconds
Ana claims R -> 303
Ana releases R -> 303
Bo claims R -> 303
Ana claims S -> 303
Ana releases S -> 303
Bo claims T -> 303
Bo releases T -> 303
Ana claims T -> 303
Ana claims U -> 303
Bo claims V -> 303
courier runs 5 minutes
expect slack post 5 times containing "New mentoring request"
expect slack edit once containing "OC-1 claimed by Bo"
expect slack edit never containing "OC-1 claimed by Ana"
expect slack edit once containing "OC-3 claimed by Ana"
expect slack edit never containing "OC-3 claimed by Bo"
expect slack edit never containing "OC-2 claimed"
expect repeated 0 letters

story "S13.7 Slack says 429: that method is silent until its Retry-After is over, the others go on, nothing is lost"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "Wait a moment"
outside slack busy
courier runs 5 seconds
outside slack works
slack Ana opens home -> 200
courier runs 10 seconds
expect slack post never containing "Wait a moment"
courier runs 1 minutes
expect slack post once containing "Wait a moment"
expect repeated 0 letters
