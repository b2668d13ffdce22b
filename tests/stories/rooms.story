# A programme's rooms, and what is posted there by itself (F154, F156). A form is sent whole, so each line carries all of it. Time begins on Monday,
# 16 November 2026, at nine in the morning UTC.

story "F156 L50 every day at its hour how to ask is told in each open room, once; off stops it"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given request R by Dana with Python title "A canary in a title"
run slack
forget slack
as Cora get /p/{p}/coordinate/rooms -> 200 showing "How to ask is never told by itself"
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms="C0GENERAL, C0HELP" advert.rhythm=daily advert.weekday=monday advert.day=1 advert.hour=12 -> 303
as Cora get /p/{p}/coordinate/rooms -> 200 showing "C0GENERAL, C0HELP" hiding "How to ask is never told by itself"
run due
run slack
expect slack post never containing "/mentor"
later 3 hours
run due
run slack
expect slack post in C0GENERAL once containing "Type /mentor to ask"
expect slack post in C0HELP once containing "/mentor-volunteer"
expect slack post in C0ROOM never containing "/mentor"
expect slack post never containing "canary"
expect slack post never containing "Ana"
expect slack post in C0GENERAL once containing "'type':'plain_text','emoji':false,'text':'Would half an hour"
run due
run slack
expect slack post in C0GENERAL once containing "Type /mentor to ask"
later 1 day
run due
run slack
expect slack post in C0GENERAL 2 times containing "Type /mentor to ask"
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms="C0GENERAL, C0HELP" advert.rhythm=off advert.weekday=monday advert.day=1 advert.hour=12 -> 303
later 3 days
run due
run slack
expect slack post in C0GENERAL 2 times containing "Type /mentor to ask"

story "F156 once a week on its day, in the programme's zone; a changed setting takes the place of the plan"
given programme operation-code
given slack
given coordinator Cora
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms=C0GENERAL advert.rhythm=weekly advert.weekday=wednesday advert.day=1 advert.hour=9 -> 303
later 2 days
run due
run slack
expect slack post once containing "/mentor to ask"
# Friday at ten instead: what was planned for next Wednesday is gone
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms=C0GENERAL advert.rhythm=weekly advert.weekday=friday advert.day=1 advert.hour=10 -> 303
later 49 hours
run due
run slack
expect slack post 2 times containing "/mentor to ask"
later 120 hours
run due
run slack
expect slack post 2 times containing "/mentor to ask"
later 48 hours
run due
run slack
expect slack post 3 times containing "/mentor to ask"

story "F156 once a month on its day, whatever the clocks do"
given programme operation-code
given slack
given coordinator Cora
as Cora post /p/{p}/coordinate/settings term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 t28.1=7 t09.1=7 t09.2=2 t09.3=14 t29.1=24 t29.2=72 t29.3=14 conduct.appeal_d=14 t32.1=5 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no apply.cap_per_mentor=0 group.mentors=0 group.mentees=0 rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=Europe/Berlin mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=45 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 keep.times_d=30 keep.affiliation_months=12 keep.request_months=24 keep.feedback_months=12 keep.session_months=24 keep.unplaced_months=6 keep.placed_months=24 keep.review_months=6 keep.note_months=12 keep.acceptance_months=36 keep.report_months=36 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 orientation.required=no -> 303
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms=C0GENERAL advert.rhythm=monthly advert.weekday=monday advert.day=28 advert.hour=10 -> 303
later 12 days
run due
run slack
expect slack post once containing "/mentor to ask"
# the end of March: clocks went forward in Berlin that night, so ten is eight UTC
later 30 days
run due
later 31 days
run due
later 31 days
run due
run slack
forget slack
later 27 days
later 22 hours
run due
run slack
expect slack post never containing "/mentor to ask"
later 1 hours
run due
run slack
expect slack post once containing "/mentor to ask"

story "F156 after a downtime one post stands for all that were missed, and the next comes at its hour"
given programme operation-code
given slack
given coordinator Cora
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms=C0GENERAL advert.rhythm=daily advert.weekday=monday advert.day=1 advert.hour=9 -> 303
later 10 days
later 23 hours
run due
run slack
expect slack post once containing "/mentor to ask"
# an hour later it would be due again: that one is passed over
later 2 hours
run due
run slack
expect slack post once containing "/mentor to ask"
later 1 day
run due
run slack
expect slack post 2 times containing "/mentor to ask"

story "F156 F158 while Slack is down a post waits; what was not taken in its period is dropped, never a backlog"
given programme operation-code
given slack
given coordinator Cora
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms=C0GENERAL advert.rhythm=daily advert.weekday=monday advert.day=1 advert.hour=9 -> 303
later 1 day
run due
later 1 day
run due
later 1 day
run due
run slack
expect slack post once containing "/mentor to ask"
as Cora get /p/{p}/coordinate/letters?state=cancelled -> 200 showing "too late"

story "F156 L50W what waits is told in the mentors' room by title, the oldest first; nothing waits, nothing is told"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=daily waiting.weekday=monday waiting.day=1 waiting.hour=10 advert.rooms= advert.rhythm=off advert.weekday=monday advert.day=1 advert.hour=9 -> 303
later 1 hours
run due
run slack
expect slack post never containing "without a mentor"
given request R by Dana with Python title "The first of two" details "Nobody reads this canary in a list."
later 10 minutes
given request S by Eve with Python title "<!channel> second of two"
later 1 day
run slack
forget slack
run due
run slack
expect slack post in C0ROOM once containing "2 requests without a mentor"
expect slack post in C0ROOM once containing "OC-1 The first of two (24 h)"
expect slack post in C0ROOM once containing "OC-2 <!channel> second of two"
expect slack post never containing "canary"
expect slack post never containing "Dana"
Ana claims R -> 303
Ana claims S -> 303
forget slack
later 1 day
run due
run slack
expect slack post never containing "without a mentor"

story "F156 F152 the words of posts are the programme's own, with preview and check"
given programme operation-code
given slack
given coordinator Cora
as Cora get /p/{p}/coordinate/texts -> 200 showing "how to ask, in rooms for everybody"
as Cora post /p/{p}/coordinate/texts/L50 subject="Stuck, again?" body="Somebody of {open}programme{close} was there before.{line}{line}[Ask](ask)" -> 303
as Cora post /p/{p}/coordinate/texts/L50 subject="Stuck, again?" body="Ask {open}mentee{close}.{line}{line}[Ask](ask)" -> 422 showing "is not known here"
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms=C0GENERAL advert.rhythm=daily advert.weekday=monday advert.day=1 advert.hour=9 -> 303
later 1 day
run due
run slack
expect slack post once containing "Stuck, again?"
expect slack post once containing "Operation Code mentoring was there before"

story "F156 F023 each field of the rooms complains where it stands, coordinators alone change them, and each change is in the record"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
as Ana get /p/{p}/coordinate/rooms -> 403
as Cora get /p/{p}/coordinate/rooms -> 200 showing "not connected to Slack yet"
as Cora post /p/{p}/coordinate/rooms slack.room="#mentors" slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms="C0A,C0B,C0C,C0D,C0E,C0F" advert.rhythm=off advert.weekday=monday advert.day=29 advert.hour=24 -> 422 showing "28", "23"
as Cora post /p/{p}/coordinate/rooms slack.room="#mentors" slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms="C0A,C0B,C0C,C0D,C0E,C0F" advert.rhythm=off advert.weekday=monday advert.day=1 advert.hour=9 -> 422 showing "One id of", "at most five"
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms= advert.rhythm=daily advert.weekday=monday advert.day=1 advert.hour=9 -> 422 showing "Name at least one room"
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=weekly waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms= advert.rhythm=off advert.weekday=monday advert.day=1 advert.hour=9 -> 422 showing "set up with none"
as Cora post /p/{p}/coordinate/rooms slack.room=C0OWN slack.invite=yes slack.announce=no waiting.rhythm=weekly waiting.weekday=tuesday waiting.day=1 waiting.hour=9 advert.rooms= advert.rhythm=off advert.weekday=monday advert.day=1 advert.hour=9 -> 303
as Cora get /p/{p}/coordinate/settings -> 200 showing "Which room of Slack is it? C0OWN Cora", "Are new mentors announced there? yes no Cora"

story "F154 a programme names its own mentors' room: its requests go there, what stands elsewhere stays where it is"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "Before the change"
run slack
as Cora post /p/{p}/coordinate/rooms slack.room=C0OWN slack.invite=yes slack.announce=yes waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms= advert.rhythm=off advert.weekday=monday advert.day=1 advert.hour=9 -> 303
# nobody asked Slack about it yet, so it counts as public: no details, no names, no button that claims
given request S by Eve with Python title "After the change" details "A canary that a public room must not show." named yes
run slack
expect slack post in C0ROOM once containing "Before the change"
expect slack post in C0OWN once containing "After the change"
expect slack post in C0OWN never containing "req_claim"
expect slack reply in C0OWN never containing "canary"
slack says C0OWN is private
given request T by Eve with Python title "Private now" details "Only mentors read this here."
run slack
expect slack post in C0OWN once containing "Private now"
expect slack reply in C0OWN once containing "Only mentors read this here."
Ana claims R -> 303
Ana claims T -> 303
run slack
expect slack edit in C0ROOM once containing "Claimed by <@U0ANA>"
expect slack edit in C0OWN once containing "Claimed by <@U0ANA>"
slack Ana posts /p/{p}/requests/{T} in C0OWN -> 200
slack Ana posts /p/{p}/requests/{T} in C0ROOM -> 200
run slack
expect slack unfurl in C0OWN once containing "Private now"
expect slack unfurl in C0ROOM never containing "Private now"

story "F154 a coordinator takes a request's message out of the room, with its thread, and nothing puts it back but their hand"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python title "Taken out" details "It stands in the thread for a while."
run slack
as Cora get /p/{p}/requests/{R} -> 200 showing "Take it out of the mentors' room"
as Ana get /p/{p}/requests/{R} -> 200 hiding "Take it out of"
as Ana post /p/{p}/requests/{R}/post/out -> 403
forget slack
as Cora post /p/{p}/requests/{R}/post/out -> 303
as Cora post /p/{p}/requests/{R}/post/out -> 409
run slack
# the message, its details, its mentions
expect slack delete 3 times containing ""
forget slack
as Cora get /p/{p}/requests/{R} -> 200 showing "took its message out of the mentors' room"
Ana claims R -> 303
Ana releases R -> 303
later 73 hours
run due
run slack
expect slack post never containing "OC"
expect slack edit never containing "OC"
expect slack reply never containing "OC"
as Cora post /p/{p}/requests/{R}/post/again -> 303
run slack
expect slack post once containing "Taken out"
expect slack reply once containing "It stands in the thread"
forget slack
# once more: the old one goes, a new one stands below
as Cora post /p/{p}/requests/{R}/post/again -> 303
run slack
expect slack post once containing "Taken out"
forget slack
slack Ana presses claim on R -> 200
expect R held by Ana
run slack
expect slack edit once containing "Claimed by"

story "F154 a message that is taken out before Slack took it is never posted; one of a closed request is not posted again"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given request R by Dana with Python title "Never there"
as Cora post /p/{p}/requests/{R}/post/out -> 303
run slack
expect slack post never containing "Never there"
as Cora post /p/{p}/requests/{R}/close reason="It was a test." -> 303
as Cora post /p/{p}/requests/{R}/post/again -> 409
run slack
expect slack post never containing "OC"

story "F154 without a room there is nothing to take out or to post"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
given request R by Dana with Python
as Cora get /p/{p}/requests/{R} -> 200 hiding "mentors' room"
as Cora post /p/{p}/requests/{R}/post/out -> 409
as Cora post /p/{p}/requests/{R}/post/again -> 409

story "F154 L16 L17 who volunteers in Slack is told how it goes, invited to the room, and announced there, as they ticked"
given programme operation-code
given slack
slack says C0ROOM is private
slack Max types /mentor-volunteer -> 200
run slack
expect slack open once containing "Tell the mentors"
expect slack open never containing "initial_options"
slack Max fills mentor_skills=Python mentor_services=code-review capacity=3 announce=1 accepted=1 -> 200 showing "You are a mentor now"
run slack
expect slack invite in C0ROOM once containing ""
expect slack message to Max once containing "#mentors in Slack; you are invited to it"
expect slack message to Max once containing "about 30 minutes"
expect slack post in C0ROOM once containing "Max is a mentor of Operation Code mentoring now."
expect slack post in C0ROOM once containing "Can help with: Python"
expect slack post never containing "U0MAX"

story "F154 L17 without the tick nobody is told; on the web the tick is empty, and there only where it would do something"
given programme operation-code
given slack
given coordinator Cora
given member Vera, Will
as Vera get /p/{p}/apply/mentor -> 200 showing "Tell the mentors&#39; room that I am a mentor now" hiding "checked"
as Vera post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 accepted=1 -> 303
run slack
run letters
expect slack post never containing "Vera"
# who has no account of Slack reads how to be invited
expect letter to Vera once containing "link your account there by typing /mentoring link"
expect letter to Vera once containing "Read the mentor handbook"
expect slack invite never containing ""
# a name may hold anything and stays a name
as Will post /me name="<!channel> <@U0ANA> *Will*" zone=UTC languages=English theme=system -> 303
as Will post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 announce=1 accepted=1 -> 303
run slack
expect slack post once containing "'type':'plain_text','emoji':false,'text':'<!channel> <@U0ANA> *Will* is a mentor"
expect slack post once containing "'text':'Welcome &lt;!channel&gt; &lt;@U0ANA&gt; *Will*'"
expect slack post never containing "@example"
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=no slack.announce=no waiting.rhythm=off waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms= advert.rhythm=off advert.weekday=monday advert.day=1 advert.hour=9 -> 303
given member Xena
as Xena get /p/{p}/apply/mentor -> 200 hiding "Tell the mentors"
as Xena post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 announce=1 accepted=1 -> 303
run slack
expect slack post never containing "Xena"

story "F154 a mentor whom a coordinator approves is told, invited and announced then, not before; who links an account later is invited"
given programme operation-code
given slack
given coordinator Cora
given member Vera
given slack of Vera
given setting mentor.approval coordinator
as Vera post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 announce=1 accepted=1 -> 303
run slack
run letters
expect slack post never containing "Vera"
expect slack invite never containing ""
expect letter to Vera never containing "You are a mentor"
as Cora post /p/{p}/coordinate/people/{Vera}/approve -> 303
run slack
run letters
expect slack post once containing "Vera is a mentor"
expect slack invite once containing ""
expect letter to Vera once containing "Requests wait on the board"
given mentors Zoe with skill Python
forget slack
given slack of Zoe
run slack
expect slack invite in C0ROOM once containing ""
