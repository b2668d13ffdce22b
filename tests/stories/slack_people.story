# What one person does and reads in Slack beside the room: away, concerns, shortcuts, the home, several programmes.

story "F153 F035 /mentoring away is the form of the web: until when, no sooner than tomorrow, and back"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
slack Ana types "/mentoring away" -> 200
run slack
expect slack open to Ana never containing "zzz"
expect slack open once containing "On which day are you back?"
slack Ana fills until=2026-11-01 -> 200 showing "'response_action':'errors'", "until"
as Ana get /p/{p}/mentor -> 200 hiding "You are away until"
slack Ana fills until=2026-12-01 -> 200 showing "'response_action':'update'", "nobody asks you before"
again -> 200 showing "'response_action':'update'"
as Ana get /p/{p}/mentor -> 200 showing "You are away until"
slack Ana types "/mentoring back" -> 200 showing "Welcome back"
as Ana get /p/{p}/mentor -> 200 hiding "You are away until"

story "F153 who is no mentor is not away, and whom nobody knows links an account first"
given programme operation-code
given slack
given members Mona
given slack of Mona
slack Mona types "/mentoring away" -> 200 showing "Only mentors can claim requests"
slack Mona types "/mentoring back" -> 200 showing "Only mentors can claim requests"
slack Stranger types "/mentoring away" -> 200 showing "Link your account first"
slack Stranger types "/mentoring" -> 200 showing "Link your account first"
run slack
expect slack open never containing "Away"

story "F143 F153 a concern is written in Slack by the form of the page: who reads it is said first, it goes to them alone, and no byte of it stands anywhere in plain"
given pages
given programme operation-code
given slack
given coordinator Cora
given responders Sue, Sam
given mentors Ana with skill Python
given slack of Ana
slack Ana types "/mentoring report A canary about somebody" -> 200 hiding "canary"
run slack
expect slack open once containing "These people read it and nobody else: "
expect slack open once containing "Sue"
expect slack open once containing "/p/operation-code/report"
expect slack open once containing "confidential"
expect slack open never containing "nonymous'"
slack Ana fills what=short sharing=named -> 200 showing "'response_action':'errors'"
slack Ana fills what="A nightingale wrote to me at night." about="It was Sam" sharing=confidential -> 200 showing "'response_action':'update'", "Your code is"
again -> 200 showing "Your code is"
run letters
run slack
expect letter to Sue once containing "waits for you"
expect letter to Sam never containing "waits for you"
expect letter to Cora never containing "waits for you"
as Sue get /p/{p}/safety -> 200 showing "Confidential"
as Sue get /p/{p}/safety/{report} -> 200 showing "A nightingale wrote to me", "It was Sam" hiding "Ana"
as Sam get /p/{p}/safety -> 200 showing "No report for you to read"
as Sam get /p/{p}/safety/{report} -> 404
as Cora get /p/{p}/safety/{report} -> 404
expect slack post never containing "nightingale"
expect slack message to Ana never containing "nightingale"
expect slack answer never containing "nightingale"
expect database without "nightingale"
expect database without "It was Sam"
expect database without "Your code is"

story "F143 who is known to Slack alone writes with the name that Slack gives; where nobody reads reports that is said, and it is kept"
given pages
given programme operation-code
given slack
given coordinator Cora
slack Stranger uses report_concern -> 200
run slack
expect slack open once containing "Nobody is appointed to read reports right now"
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
expect database without "nightingale"

story "F143 TRUST-T12 ten reports in an hour from one account of Slack are enough: the form of the next one stays with what was typed, and nobody else pays for it"
given pages
given rate limits
given programme operation-code
given slack
given responders Sue
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "'response_action':'errors'", "several reports within the hour" hiding "Your code is"
run letters
expect letter to Sue 10 times containing "waits for you"
slack Newcomer uses report_concern -> 200
run slack
slack Newcomer fills what="A lark wrote to me at dawn." sharing=named -> 200 showing "Your code is"
later 7 minutes asleep
slack Stranger uses report_concern -> 200
run slack
slack Stranger fills what="A nightingale wrote to me at night." sharing=named -> 200 showing "Your code is"

story "F153 a message is asked about by its address, never by its words"
given programme operation-code
given slack
slack Newcomer uses ask_from_message -> 200
again -> 200
run slack
expect slack open once containing "https://oc.slack.com/archives/C0ROOM/p1700000009000100"
expect slack open never containing "nobody copies"

story "F153 SLACK 2 with several programmes the first block of a modal is the programme: a choice brings its form, and nothing that was typed is lost"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given programme other-desk
given mentors Ana with skill Python
slack Ana types "/mentor Stuck in a loop" -> 200
run slack
expect slack open once containing "In which programme?"
expect slack open once containing "'dispatch_action':true"
expect slack open once containing "'block_id':'service'"
slack Ana chooses other-desk -> 200
run slack
expect slack view once containing "Stuck in a loop"
expect slack view once containing "'initial_option':{open}'text':{open}'type':'plain_text','emoji':false,'text':'Operation Code mentoring'{close},'value':'other-desk'{close}"
slack Ana fills service=code-review skills=Python title="Stuck in a loop" details="It never ends, and I do not see why it should." affiliation=prefer-not-to-say -> 200 showing "OC-1"
as Ana get /p/other-desk/requests?all=1 -> 200
slack Ana types "/mentoring mine" -> 200 showing "Stuck in a loop"
run slack
forget slack
# the change comes too late: what is sent is the old form with another programme, and nothing is asked in either
slack Ana types "/mentor Never in the wrong one" -> 200
run slack
slack Ana fills which=other-desk service=code-review skills=Python details="It never ends, and I do not see why it should." affiliation=prefer-not-to-say -> 200 showing "'response_action':'update'", "Never in the wrong one", "It never ends"
slack Ana types "/mentoring mine" -> 200 hiding "Never in the wrong one"
slack Ana chooses no-such-desk -> 200
forget slack
slack Ana uses ask_from_message -> 200
run slack
expect slack open once containing "archives/C0ROOM/p1700000009000100"
slack Ana chooses operation-code -> 200
run slack
expect slack view once containing "archives/C0ROOM/p1700000009000100"
forget slack
slack Ana uses report_concern -> 200
run slack
expect slack open once containing "In which programme?"
expect slack open once containing "/p/operation-code/report"
slack Ana chooses other-desk -> 200
run slack
expect slack view once containing "/p/other-desk/report"
slack Ana types "/mentoring away" -> 200
run slack
expect slack open once containing "On which day are you back?"
slack Ana chooses other-desk -> 200
run slack
slack Ana fills until=2026-12-01 -> 200 showing "nobody asks you before"
as Ana get /p/other-desk/mentor -> 200 showing "You are away until"
as Ana get /p/operation-code/mentor -> 200 hiding "You are away until"

story "SLACK 4 the home: whose turn it is with one button each, the next session, what fits, and the ways on; it opens the web's forms"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given members Dana
given slack of Ana, Dana
given request R by Dana with Python title "The one I hold"
given request S by Eve with Python title "Fits, one"
given request T by Eve with Python title "Fits, two"
given request U by Fay with Python title "Fits, three"
given request V by Fay with Python title "Fits, four"
given request W by Gus with Python title "Fits, five"
given request X by Gus with Python title "Fits, six"
Ana claims R -> 303
run slack
slack Ana opens home -> 200
run slack
expect slack home to Ana once containing "Write to the mentee"
expect slack home to Ana once containing "See all 6"
expect slack home to Ana once containing "go_ask"
expect slack home to Ana once containing "go_away"
expect slack home to Ana once containing "go_report"
expect slack home to Ana never containing "Dana"
forget slack
# within ten seconds once more: it waits, and shows what is so when it leaves
as Ana post /p/{p}/requests/{R}/attempts way=chat tried_on=2026-11-16 -> 303
slack Ana opens home -> 200
run slack
expect slack home to Ana never containing "The one I hold"
later 11 seconds
run slack
expect slack home to Ana once containing "Set a time, or close it"
forget slack
slack Ana turns session on R -> 200
run slack
expect slack open once containing "Day of the session"
slack Ana fills date=2026-11-20 time=18:30 -> 200 showing "The session is set"
expect R is scheduled
later 11 seconds
run slack
expect slack home to Ana once containing "*Next session*"
expect slack home to Ana once containing "Move"
expect slack home to Ana never containing "Dana"
slack Ana types "/mentoring" -> 200 showing "Next session" hiding "Dana"
later 5 days
forget slack
slack Ana opens home -> 200
run slack
expect slack home to Ana once containing "did you meet?"
slack Ana turns met on R -> 200
run slack
expect slack open once containing "'initial_date':'2026-11-21'"
slack Ana fills met=yes next_steps="Read the manual." -> 200 showing "'response_action':'update'"
expect R is held
slack Dana opens home -> 200
run slack
expect slack home to Dana once containing "Was it helpful?"
slack Dana turns helpful on R -> 200
run slack
slack Dana fills helpful=helped -> 200 showing "Thank you for the answer"
as Dana get /p/{p}/requests/{R} -> 200 showing "helped"
forget slack
slack Ana goes ask -> 200
slack Ana goes away -> 200
slack Ana goes report -> 200
run slack
expect slack open once containing "Ask for a mentor"
expect slack open once containing "On which day are you back?"
expect slack open once containing "What happened?"

story "SLACK 4 the home of somebody whom nobody knows, and of a mentee whose answer is needed"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given members Dana
given slack of Dana
slack Stranger opens home -> 200
run slack
expect slack home to Stranger once containing "Nothing waits for you"
expect slack home to Stranger once containing "go_volunteer"
slack Dana opens home -> 200
run slack
given request R by Dana with Python title "<!here> is a title"
as Cora post /p/{p}/requests/{R}/detail question="Which part would you like to look at first?" -> 303
forget slack
later 11 seconds
run slack
expect slack home to Dana once containing "A little more detail is needed"
expect slack home to Dana once containing "'type':'plain_text','emoji':false,'text':'<!here> is a title'"
slack Dana turns answer on R -> 200
run slack
slack Dana fills answer="The part that reads the files." -> 200 showing "Mentors see your answer"
expect R is open
# nobody else's
slack Stranger turns answer on R -> 200
slack Ana turns answer on R -> 200
expect R is open

story "F163 an act on one way shows on all: web, Slack, a link of a mail, and the pages"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given members Dana
given slack of Ana, Dana
given request R by Dana with Python title "Seen everywhere"
run slack
slack Dana opens home -> 200
slack Ana opens home -> 200
run slack
later 1 minutes
forget slack
# the web's claim in the room, in both homes, and on the mentee's page
Ana claims R -> 303
later 5 seconds asleep
run slack
expect slack edit once containing "Claimed by <@U0ANA>"
expect slack home to Ana once containing "Write to the mentee"
as Dana get /p/{p}/requests/{R} -> 200 showing "Ana"
# Slack's release on the web
slack Ana presses release on R -> 200
run slack
slack Ana fills reason="No time" -> 200 showing "'response_action':'update'"
as Bo get /p/{p}/requests -> 200 showing "Seen everywhere"
# a link of a mail in Slack and on the web
later 168 hours
run due
run letters
run slack
take "Claim it" of Bo
forget slack
as nobody post {tap} -> 303
later 5 seconds asleep
run slack
expect slack edit once containing "Claimed by Bo"
as Ana get /p/{p}/requests -> 200 hiding "Seen everywhere"

story "F060 S12.10 a mentor without an account of Slack is never mentioned, and is told by mail; a name, never an address, stands in the room"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana
given request R by Dana with Python title "Who may help?" named yes
run slack
expect slack reply once containing "<@U0ANA>"
expect slack reply never containing "Bo"
Bo claims R -> 303
run slack
expect slack edit once containing "Claimed by Bo"
expect slack edit never containing "@example"
expect slack post never containing "@example"
later 1 hours
run letters
expect letter to Bo once containing "write to Dana"

story "F059 one message a request: details and mentions in its thread, five at most, nobody who is away, full, or asked three times a week"
given programme operation-code
given slack
given mentors Ana, Bo, Cem, Dim, Eva, Fay, Gus with skill Python
given mentors Hal with skill Haskell
given slack of Ana, Bo, Cem, Dim, Eva, Fay, Gus, Hal
as Gus post /p/{p}/mentor/away until=2026-12-01 -> 303
given request R by Rita with Python title "The first one"
run slack
expect slack post once containing "The first one"
expect slack post never containing "<@"
expect slack post never containing "<!channel"
expect slack reply once containing "May fit: "
expect slack reply once containing "and 1 more"
given request S by Rita with Python title "The second one"
given request T by Sam with Python title "The third one"
given request U by Sam with Python title "The fourth one"
given request V by Tim with Python title "The fifth one"
given request W by Tim with Python title "The sixth one"
run slack
expect slack reply 3 times containing "<@U0ANA>"
expect slack reply 3 times containing "<@U0BO>"
expect slack reply 3 times containing "<@U0CEM>"
expect slack reply 3 times containing "<@U0DIM>"
expect slack reply 3 times containing "<@U0EVA>"
expect slack reply 3 times containing "<@U0FAY>"
expect slack reply never containing "U0GUS"
expect slack reply never containing "U0HAL"
forget slack
given request X by Uma with Python title "The seventh one"
run slack
expect slack post once containing "The seventh one"
expect slack reply never containing "May fit"
later 7 days
forget slack
given request Y by Uma with Python title "A week later"
run slack
expect slack reply once containing "May fit: "

story "F017 a press by whom nobody knows offers linking; the link works once, for ten minutes, and leads on to what was begun"
given programme operation-code
given slack
given mentors Ana with skill Python
given request R by Dana with Python title "Begun in Slack"
run slack
forget slack
slack Ana presses claim on R -> 200
expect R held by nobody
run slack
expect slack answer to Ana once containing "Link your account first"
take slack link
as Ana get {tap} -> 200 showing "Ana"
expect R held by nobody
as Ana post {tap} -> 303
as Ana follows -> 200 showing "Begun in Slack", "Claim"
as Ana post {tap} -> 410
slack Ana presses claim on R -> 200
expect R held by Ana
# another's account is not taken over by a second link
slack Zed types "/mentoring link" -> 200
take slack link
later 11 minutes
as Dana get {tap} -> 410
as Dana post {tap} -> 410

story "F017 with the operator's leave an address that Slack knows links exactly the member who has it, folded, never a part of it"
given programme operation-code
given slack
given mentors Ana with skill Python
given members Mona
given request R by Dana with Python
slack knows U0ANA as ana@example.org
slack Ana presses claim on R -> 200
expect R held by nobody
slack links by address
slack Ana presses claim on R -> 200
slack Mona presses claim on R -> 200
# a part of an address, an apostrophe, none at all
slack knows U0MONA as na@example.org
slack Mona types "/mentoring mine" -> 200 showing "Link your account first"
slack knows U0MONA as mona'or'1@example.org
slack Mona types "/mentoring mine" -> 200 showing "Link your account first"
slack knows U0ANA as ANA@Example.org
slack Ana presses claim on R -> 200
expect R held by Ana
slack Ana types "/mentoring mine" -> 200 showing "OC-1"
# nobody asked about this account, so nothing is believed
slack knows U0ZOE as mona@example.org
slack Zoe types "/mentoring mine" -> 200 showing "Link your account first"
# an account that is linked stays whose it is
slack knows U0ANA as mona@example.org
slack Ana types "/mentoring mine" -> 200 showing "OC-1"

story "T24 F147 from Slack alone: a session is called off before it begins, and who did not come is told of after it; the other side may say either, nobody else"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana, Bo with skill Python
given members Dana
given slack of Ana, Bo, Dana
given request R by Dana with Python title "Twice in vain"
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-18 time=18:00 -> 303
run slack
slack Dana opens home -> 200
run slack
expect slack home to Dana once containing "I cannot come"
forget slack
slack Bo presses absent on R -> 200
run slack
expect slack open never containing "cannot come"
slack Dana presses absent on R -> 200
run slack
expect slack open once containing "Who cannot come, or did not?"
slack Dana fills absent=other -> 200 showing "'errors'"
expect R is scheduled
slack Dana fills absent=me -> 200 showing "'response_action':'update'", "Set another time"
expect R is claimed
expect R held by Ana
later 12 hours
run letters
expect letter to Ana once containing "cannot come"
as Ana post /p/{p}/requests/{R}/session date=2026-11-19 time=18:00 -> 303
later 4 days
run slack
forget slack
slack Dana opens home -> 200
run slack
expect slack home to Dana once containing "did you meet?"
slack Dana turns met on R -> 200
run slack
expect slack open once containing "The other side did not come"
slack Dana fills met=no -> 200 showing "'response_action':'update'", "Set another time"
expect R is claimed
as Cora get /p/{p}/requests/{R} -> 200 showing "Dana said that the other side did not come"
