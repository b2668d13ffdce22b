story "F152 L02 L10 a claim through Slack alone: posted in the room with details and mentions, claimed, edited, told, released"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given request R by Dana for code-review with Python title "My first API" details "It answers 500 and I do not see why."
run slack
expect slack post once containing "My first API"
expect slack post once containing "Claim"
expect slack reply once containing "I do not see why"
expect slack reply once containing "<@U0ANA>"
expect slack reply once containing "<@U0BO>"
expect slack post never containing "Dana"
forget slack
slack Ana presses claim on R -> 200
expect R held by Ana
run slack
expect slack edit once containing "Claimed by <@U0ANA>"
expect slack answer never containing "first"
later 1 hours
run letters
expect letter to Dana once containing "Ana has taken your request"
forget slack
slack Ana presses release on R -> 200
run slack
expect slack open once containing "Release this request"
slack Ana fills reason="No time" -> 200 showing "'response_action':'update'"
expect R held by nobody
run slack
expect slack edit once containing "Released once"
expect slack reply once containing "is back in the queue"

story "T01 L06 F067 the bump is a reply below the request, shown once in the room as well, at 72 and at 168 hours and not between"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given coordinator Cora
given request R by Dana for code-review with Python title "My first API"
run slack
forget slack
later 71 hours
run due
run slack
expect slack reply never containing "still waits"
later 1 hours
run due
run slack
expect slack reply once containing "still waits for a mentor"
expect slack reply once containing "'reply_broadcast':true"
expect slack reply never containing "<!"
forget slack
later 96 hours
run due
run slack
expect slack reply once containing "still waits for a mentor"
forget slack
Ana claims R -> 303
Ana releases R -> 303
run slack
forget slack
later 24 hours
run due
run slack
expect slack reply never containing "still waits"

story "S12.2 SLACK 13.4 two quick clicks have one winner; the second reads who was first and what else waits"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given request R by Dana with Python title "First of two"
given request S by Dana with Python title "Second of two"
slack Ana presses claim on R -> 200
slack Bo presses claim on R -> 200
expect R held by Ana
run slack
expect slack answer to Bo once containing "Ana got there first"
expect slack answer to Bo once containing "Second of two"
expect slack answer to Ana never containing "first"

story "S12.1 S13.5 somebody without a mentor record is refused and the claim that stands stays"
given programme operation-code
given slack
given mentors Ana with skill Python
given members Mona
given slack of Ana, Mona
given request R by Dana with Python
slack Mona presses claim on R -> 200
expect R held by nobody
run slack
expect slack answer to Mona once containing "Only mentors can claim requests"
slack Ana presses claim on R -> 200
slack Mona presses claim on R -> 200
expect R held by Ana

story "S12.3 nobody but its holder releases a claim"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given request R by Dana with Python
slack Ana presses claim on R -> 200
slack Bo presses release on R -> 200
expect R held by Ana
run slack
expect slack open never containing "Release"
expect slack answer to Bo once containing "can release it"

story "S13.3 the same press, submission, command five times has one effect and the same answer"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
slack Ana presses claim on R -> 200
again -> 200
again -> 200
again -> 200
again -> 200
run slack
expect slack answer never containing "first"
expect slack edit never containing "zzz"
slack Ana presses release on R -> 200
again -> 200
run slack
expect slack open once containing "Release this request"
slack Ana fills reason="No time" -> 200 showing "'response_action':'update'"
again -> 200 showing "'response_action':'update'"
again -> 200 showing "'response_action':'update'"
expect R held by nobody
slack Dana types "/mentor Help me" -> 200
again -> 200
run slack
expect slack open once containing "Help me"

story "T20 S12.15 a call that is not signed as it must be is refused with nothing said, old or from the future alike"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
slack next call with another secret
slack Ana presses claim on R -> 401 hiding "signed"
slack next call without headers
slack Ana presses claim on R -> 401
slack next 302 seconds old
slack Ana presses claim on R -> 401
slack next -302 seconds old
slack Ana presses claim on R -> 401
slack next 361 seconds old
slack Ana presses claim on R -> 401
slack next -361 seconds old
slack Ana presses claim on R -> 401
expect R held by nobody
slack next 299 seconds old
slack Ana presses claim on R -> 200
expect R held by Ana

story "T20 without a secret there is nothing of Slack"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
slack Ana presses claim on R -> 404
slack Ana types "/mentoring" -> 404
slack Ana opens home -> 404

story "S13.5 another workspace, a forged value, a lost role are refused; an unknown id is 200 and nothing"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
slack Ana presses-elsewhere claim on R -> 403
expect R held by nobody
slack Ana presses nonsense on R -> 200
expect R held by nobody
as Ana post /p/{p}/mentor/leave -> 303
slack Ana presses claim on R -> 200
expect R held by nobody
run slack
expect slack answer to Ana once containing "Only mentors can claim requests"

story "S13.15 every element of actions[] is run, and a button with an address does nothing"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
given request S by Dana with Python
slack Ana presses details on R -> 200
expect R held by nobody
slack Ana presses details on R claim on R claim on S -> 200
expect R held by Ana
expect S held by Ana

story "F160 S12.13 somebody of Slack alone asks for a mentor; no address is no error, and Slack tells them"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
slack Newcomer types "/mentor Where do I begin?" -> 200
run slack
expect slack open once containing "Where do I begin?"
expect slack open once containing "code of conduct"
slack Newcomer fills title="Where do I begin?" -> 200 showing "'response_action':'errors'", "service", "details"
slack Newcomer fills service=code-review is_unsure=1 title="Where do I begin?" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "'response_action':'update'", "OC-1"
run slack
expect slack post once containing "Where do I begin?"
expect slack post once containing "Asked by a member"
later 1 hours
run slack
expect slack message to Newcomer never containing "zzz"

story "S12.6 details of one space are none"
given programme operation-code
given slack
slack Newcomer types "/mentor" -> 200
run slack
slack Newcomer fills service=code-review is_unsure=1 title="Where do I begin?" details="                              " affiliation=prefer-not-to-say conduct=1 -> 200 showing "'response_action':'errors'", "details"
run slack
expect slack post never containing "begin"

story "S8 an account is linked by a link that only its holder sees, within ten minutes, once; then its presses are theirs"
given programme operation-code
given slack
given mentors Ana with skill Python
given request R by Dana with Python
slack Ana presses claim on R -> 200
expect R held by nobody
run slack
expect slack answer to Ana once containing "Link your account first"
slack Ana types "/mentoring link" -> 200 showing "/slack/link/"
slack Ana types "/mentoring queue" -> 200 showing "Link your account first"

story "S5 needs detail: the modal of the web's form, the mentee is asked, the message says so"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
run slack
forget slack
slack Ana presses detail on R -> 200
run slack
slack Ana fills question="Eh" -> 200 showing "'response_action':'errors'", "question"
slack Ana fills question="Which version of Python?" -> 200 showing "'response_action':'update'"
expect R is needs-detail
run slack
expect slack edit once containing "Waiting for more detail"
run letters
expect letter to Dana once containing "Which version of Python?"

story "S6 edits that wait are one, and it shows the newest state"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given request R by Dana with Python
run slack
forget slack
slack Ana presses claim on R -> 200
Ana releases R -> 303
slack Bo presses claim on R -> 200
run slack
expect slack edit once containing "Claimed by <@U0BO>"
expect slack edit never containing "U0ANA"

story "S13.7 in a public room stand neither details nor names nor a button that claims"
given programme operation-code
given slack public
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "A public title" details "A secret canary in these details." named yes
run slack
expect slack post once containing "A public title"
expect slack post never containing "req_claim"
expect slack post never containing "Dana"
expect slack reply never containing "canary"

story "S4 withdrawn: title, text, buttons and details go"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "Soon withdrawn" details "Nobody reads this for long."
run slack
forget slack
as Dana post /p/{p}/requests/{R}/withdraw -> 303
run slack
expect slack edit once containing "was withdrawn"
expect slack edit never containing "Soon withdrawn"
expect slack delete 2 times containing ""

story "S4 withdrawn before it was ever posted: nothing is"
given programme operation-code
given slack
given mentors Ana with skill Python
given request R by Dana with Python
as Dana post /p/{p}/requests/{R}/withdraw -> 303
run slack
expect slack post never containing "OC"
expect slack edit never containing "OC"

story "S6 S13.11 after an outage the post is late and says what is so now"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
later 72 hours
Ana claims R -> 303
run slack
expect slack post once containing "Claimed by"
expect slack edit never containing "OC"

story "S13.12 what people write arrives inert"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "<!channel> <@U0ANA> <https://a|b>" details "<!here> &amp; <@U0ANA|x> and more of it"
run slack
expect slack post once containing "request OC-1: &lt;!channel&gt; &lt;@U0ANA&gt;"
expect slack reply once containing "'type':'plain_text','emoji':false,'text':'<!here> &amp; <@U0ANA|x> and more of it'"

story "S7 the home shows what is theirs"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "For the home"
slack Ana opens home -> 200
run slack
expect slack home to Ana once containing "For the home"
slack Ana types "/mentoring queue" -> 200 showing "For the home"
slack Ana types "/mentoring mine" -> 200 showing "hold nothing"
slack Ana types "/mentoring help" -> 200 showing "/mentor asks for a mentor"
slack Ana types "/mentoring" -> 200 showing "Nothing waits for you"

story "S6 a modal that comes too late: whoever waits reads where the same form is"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
Ana claims R -> 303
run slack
forget slack
slack Ana presses release on R -> 200
later 10 seconds asleep
run slack
expect slack open never containing "Release"
expect slack answer to Ana once containing "same form is on the web"

story "S13.10 a press on a message that stands twice acts, and the stray goes"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
run slack
forget slack
slack Ana presses claim on R from 1600000000.000100 -> 200
expect R held by Ana
run slack
expect slack delete once containing ""

story "S10 who cannot be written to in Slack gets mail, and so does everybody after an hour of outage"
given programme operation-code
given slack
given mentors Ana with skill Python
given members Mona
given slack of Mona
slack Mona types "/mentor" -> 200
run slack
slack Mona fills service=code-review is_unsure=1 title="Where do I begin?" details="I know some HTML and want to go on." affiliation=prefer-not-to-say -> 200 showing "OC-1"
run slack
run letters
expect letter to Mona once containing "We have your request"

story "S8 F160 who has no address is told by Slack, and nothing waits for a mail that cannot be"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
slack Newcomer types "/mentor" -> 200
run slack
slack Newcomer fills service=code-review is_unsure=1 title="Where do I begin?" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-1"
run slack
run letters
expect slack message to Newcomer once containing "your request reached the mentors"

story "F152 the whole way through Slack alone: asked, claimed, held"
given programme operation-code
given slack
slack Max types /mentor-volunteer -> 200
run slack
slack Max fills mentor_skills=Python mentor_services=code-review capacity=3 accepted=1 -> 200 showing "You are a mentor now"
slack Newcomer types "/mentor Read my code" -> 200
run slack
slack Newcomer fills service=code-review skills=Python title="Read my code" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-1"
run slack
name Q as asked
slack Max presses claim on Q -> 200
run slack
expect slack edit once containing "Claimed by <@U0MAX>"
slack Max presses held on Q -> 200
run slack
slack Max fills held_on=2026-11-16 -> 200 showing "'response_action':'update'"
expect Q is held
run slack
expect slack edit once containing "the session was held"
expect slack message to Newcomer once containing "Max"

story "F158 T32 while Slack is away coordinators find the text for posting by hand; what waits leaves in order when it is back"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given coordinator Cora
given request R by Dana with Python title "Nobody sees me"
as Cora get /p/{p}/coordinate -> 200 hiding "by hand"
slack is down
as Cora get /p/{p}/coordinate -> 200 hiding "by hand"
later 6 minutes
as Cora get /p/{p}/coordinate -> 200 showing "Slack cannot be reached", "OC-1 Nobody sees me http://127.0.0.1:8080/p/operation-code/requests/{R}"
slack is up
as Cora get /p/{p}/coordinate -> 200 hiding "by hand"
run slack
expect slack post once containing "Nobody sees me"

story "T32 F158 L49 a coordinator takes the mentors' room over by hand: nothing new is posted, text to copy, fitting mentors by mail; given back, what still waits is posted once, marked late"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given coordinator Cora
given coordinator Cid
given admin Ada
given request Q by Dora with Python title "Posted before"
run slack
expect slack post once containing "Posted before"
given request P by Dina with Python title "Waits to be posted"
as Ana post /p/{p}/coordinate/room/by-hand -> 403
as Cora post /p/{p}/coordinate/room/by-hand -> 303
as Cora post /p/{p}/coordinate/room/by-hand -> 303
run letters
expect letter to Cid once containing "a coordinator looks after it by hand"
expect letter to Ada once containing "a coordinator looks after it by hand"
expect letter to Cora never containing "looks after it by hand"
given request R by Dana with Python title "Nobody sees me"
given request S by Dana with Python title "Over before it ends"
as Cid get /p/{p}/coordinate -> 200 showing "look after the mentors' room by hand since", "OC-2 Waits to be posted", "OC-3 Nobody sees me http://127.0.0.1:8080/p/operation-code/requests/{R}" hiding "OC-1 Posted before"
run letters
expect letter to Ana once containing "you may be the right one for “Nobody sees me”"
run slack
expect slack post never containing "Nobody sees me"
expect slack post never containing "Waits to be posted"
Ana claims S -> 303
later 2 hours
as Cid post /p/{p}/coordinate/room/by-server -> 303
run slack
run letters
expect slack post once containing "Nobody sees me"
expect slack post once containing "Waits to be posted"
expect slack post 2 times containing "Posted late"
expect slack post never containing "Over before it ends"
expect slack post once containing "Posted before"
expect letter to Cora once containing "The mentors' room in Slack works again"
as Cora get /p/{p}/coordinate -> 200 hiding "by hand since"

story "T32 L06 a reminder while a coordinator looks after the room stands among the texts to post by hand, and nothing is said in the thread; given back it is gone"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given coordinator Cora
given request Q by Dora with Python title "Stands there already"
given request P by Dina with Python title "Stands there as well"
run slack
as Cora post /p/{p}/coordinate/room/by-hand -> 303
as Cora get /p/{p}/coordinate -> 200 hiding "should be reminded"
given request R by Dana with Python title "Stands nowhere"
later 73 hours
as Cora post /p/{p}/requests/{Q}/bump -> 303
as Cora get /p/{p}/coordinate -> 200 showing "should be reminded", "OC-1 still waits for a mentor, for 3 d now. Would you take it? Stands there already http://127.0.0.1:8080/p/operation-code/requests/{Q}", "OC-3 Stands nowhere" hiding "OC-2 still waits", "OC-3 still waits"
run due
as Cora get /p/{p}/coordinate -> 200 showing "OC-2 still waits for a mentor" hiding "OC-3 still waits"
run slack
expect slack reply never containing "still waits for a mentor"
Ana claims P -> 303
as Cora get /p/{p}/coordinate -> 200 showing "OC-1 still waits" hiding "OC-2 still waits"
as Cora post /p/{p}/coordinate/room/by-server -> 303
as Cora get /p/{p}/coordinate -> 200 hiding "should be reminded"
run slack
expect slack reply never containing "still waits for a mentor"

story "T32 L06 a reminder while Slack is away stands among the texts to post by hand as well"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given coordinator Cora
given request Q by Dora with Python title "Stands there already"
run slack
slack is down
later 73 hours
as Cora post /p/{p}/requests/{Q}/bump -> 303
as Cora get /p/{p}/coordinate -> 200 showing "Slack cannot be reached", "OC-1 still waits for a mentor, for 3 d now. Would you take it? Stands there already"
slack is up
run slack
expect slack reply once containing "still waits for a mentor"
as Cora get /p/{p}/coordinate -> 200 hiding "should be reminded"

story "T32 more requests than one turn takes: taken over, each goes by mail once; given back, each is posted once, in the order in which it was asked"
given programme operation-code
given setting mention.per_week 50
given slack
given coordinator Cora
given mentors Ana with skill Python
given request R01 by M0 with Python title "Waits as 01"
given request R02 by M0 with Python title "Waits as 02"
given request R03 by M0 with Python title "Waits as 03"
given request R04 by M1 with Python title "Waits as 04"
given request R05 by M1 with Python title "Waits as 05"
given request R06 by M1 with Python title "Waits as 06"
given request R07 by M2 with Python title "Waits as 07"
given request R08 by M2 with Python title "Waits as 08"
given request R09 by M2 with Python title "Waits as 09"
given request R10 by M3 with Python title "Waits as 10"
given request R11 by M3 with Python title "Waits as 11"
given request R12 by M3 with Python title "Waits as 12"
given request R13 by M4 with Python title "Waits as 13"
given request R14 by M4 with Python title "Waits as 14"
given request R15 by M4 with Python title "Waits as 15"
given request R16 by M5 with Python title "Waits as 16"
given request R17 by M5 with Python title "Waits as 17"
given request R18 by M5 with Python title "Waits as 18"
given request R19 by M6 with Python title "Waits as 19"
given request R20 by M6 with Python title "Waits as 20"
given request R21 by M6 with Python title "Waits as 21"
given request R22 by M7 with Python title "Waits as 22"
given request R23 by M7 with Python title "Waits as 23"
given request R24 by M7 with Python title "Waits as 24"
given request R25 by M8 with Python title "Waits as 25"
given request R26 by M8 with Python title "Waits as 26"
given request R27 by M8 with Python title "Waits as 27"
given request R28 by M9 with Python title "Waits as 28"
given request R29 by M9 with Python title "Waits as 29"
given request R30 by M9 with Python title "Waits as 30"
given request R31 by M10 with Python title "Waits as 31"
given request R32 by M10 with Python title "Waits as 32"
given request R33 by M10 with Python title "Waits as 33"
given request R34 by M11 with Python title "Waits as 34"
given request R35 by M11 with Python title "Waits as 35"
given request R36 by M11 with Python title "Waits as 36"
given request R37 by M12 with Python title "Waits as 37"
given request R38 by M12 with Python title "Waits as 38"
given request R39 by M12 with Python title "Waits as 39"
as Cora post /p/{p}/coordinate/room/by-hand -> 303
later 1 seconds
run due
run letters
expect letter to Ana 1 times containing "“Waits as 01”"
run slack
expect slack post never containing "Waits as"
as Cora post /p/{p}/coordinate/room/by-server -> 303
later 1 seconds
run due
run slack
expect slack post 39 times containing "Posted late"
expect slack post 1 times containing "Waits as 39"
expect slack "Waits as 01" before "Waits as 02"
expect slack "Waits as 20" before "Waits as 21"
expect slack "Waits as 21" before "Waits as 22"
expect slack "Waits as 38" before "Waits as 39"

story "T32 without a room there is nothing to take over"
given programme operation-code
given coordinator Cora
as Cora post /p/{p}/coordinate/room/by-hand -> 409 showing "no mentors' room"
as Cora get /p/{p}/coordinate -> 200 hiding "Take the room over"

story "S10 a letter that Slack cannot deliver within the hour goes by mail, once"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
as Ana post /me/notifications own=slack claims=slack quiet_from=0 quiet_to=0 -> 303
Ana claims R -> 303
later 2 minutes
run slack
expect slack message to Ana once containing "write to Dana"
Ana releases R -> 303
forget slack
Ana claims R -> 303
later 1 minutes
fail slack later
run letters
expect letter to Ana never containing "write to Dana"
later 2 hours
fail slack later
later 1 minutes
run letters
expect letter to Ana once containing "write to Dana"
run slack
expect slack message to Ana never containing "write to Dana"

story "S2 a link of ours in the mentors' room says its title and state; anywhere else, and before it is posted, nothing"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "Linked in the room" details "A canary nobody may read here."
run slack
forget slack
slack Ana posts /p/{p}/requests/{R} in C0ROOM -> 200
slack Ana posts /p/{p}/requests/{R} in C0OTHER -> 200
slack Ana posts /p/{p}/settings in C0ROOM -> 200
run slack
expect slack unfurl once containing "Linked in the room"
expect slack unfurl never containing "canary"
