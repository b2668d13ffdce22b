story "SLACK 10 a token that is no longer good: what waits for the room is read by fitting mentors in their mail, once"
given programme operation-code
given slack
given mentors Ana with skill Python
given request Q by Mona with Python title "Waits when it stops"
slack is token_revoked
slack is invalid_auth
run letters
later 1 hours
run letters
expect letter to Ana once containing "Waits when it stops"

story "SLACK 10 a token that is no longer good: nothing is sent, letters to people go by mail, posts wait, administrators are told once and find how to reconnect"
given programme operation-code
given slack
given pages
given admin Ida
given mentors Ana with skill Python
given slack of Ana
as Ana post /me/notifications own=slack claims=slack quiet_from=0 quiet_to=0 -> 303
given request R by Dana for code-review with Python title "Waits for a token"
Ana claims R -> 303
slack is token_revoked
slack is token_revoked
later 1 hours
run letters
expect letter to Ida once containing "Slack is not taking what we send"
expect letter to Ida once containing "token_revoked"
expect letter to Ana once containing "write to Dana"
as Ida get /admin/slack -> 200 showing "Nothing is sent to Slack", "token_revoked"
expect letter to Ana never containing "Slack is not taking"
Ana releases R -> 303
Ana claims R -> 303
later 1 minutes
run letters
expect letter to Ana 2 times containing "write to Dana"
given slack
run slack
expect slack post once containing "Waits for a token"
expect slack message to Ana never containing "write to Dana"
as Ida get /admin/slack -> 200 hiding "Nothing is sent"
slack is invalid_auth
run letters
expect letter to Ida once containing "invalid_auth"

story "SLACK 10 tokens_revoked, app_uninstalled: the token is forgotten, administrators are told, posts wait"
given programme operation-code
given slack
given pages
given admin Ida
given mentors Ana with skill Python
slack is installable
as Ida get /admin/slack -> 200
as Ida get /slack/oauth?code=c0de&state={state} -> 303
slack exchanges c0de -> "{'ok':true,'access_token':'xoxb-first','scope':'commands','bot_user_id':'U0BOT','app_id':'A0APP','team':{'id':'T0TEAM'}}"
expect courier token xoxb-first
slack says tokens_revoked
expect courier token none
run letters
expect letter to Ida once containing "tokens_revoked"
as Ida get /admin/slack -> 200 showing "tokens_revoked", "Reconnect Slack" hiding "Disconnect Slack"
given request R by Dana with Python title "Kept until it is back"
as Ida get /admin/slack -> 200
as Ida get /slack/oauth?code=again&state={state} -> 303
slack exchanges again -> "{'ok':true,'access_token':'xoxb-second','scope':'commands','bot_user_id':'U0BOT','app_id':'A0APP','team':{'id':'T0TEAM'}}"
expect courier token xoxb-second
as Ida get /admin/slack -> 200 showing "Connected to the workspace" hiding "tokens_revoked"
slack says app_uninstalled
expect courier token none
run letters
expect letter to Ida once containing "app_uninstalled"

story "SLACK 10 a room that takes nothing: coordinators are told what to do, requests go to fitting mentors by mail, posts wait"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given mentors Bo with skill SQL
given slack of Ana
given request R by Dana with Python title "Waited when it was shut"
slack is room-shut
slack is room-shut
later 1 hours
run letters
expect letter to Cora once containing "The mentors' room in Slack is not taking"
expect letter to Cora once containing "invite the bot"
expect letter to Ana once containing "Waited when it was shut"
expect letter to Bo never containing "Waited when it was shut"
given request S by Dana with Python title "Asked while it was shut"
later 1 hours
run letters
expect letter to Ana once containing "Asked while it was shut"
as Cora get /p/{p}/coordinate -> 200 showing "by hand", "Asked while it was shut"
slack is room-open
as Cora get /p/{p}/coordinate -> 200 hiding "by hand"
given request T by Dana with Python title "Asked when it was open"
run slack
later 1 hours
run letters
expect letter to Ana never containing "Asked when it was open"
expect slack post once containing "Waited when it was shut"
expect slack post once containing "Asked when it was open"

story "SLACK 10 one room that takes nothing is the matter of its own programmes: others go on, and their coordinators read nothing of it"
given programme operation-code
given slack
given pages
given admin Ida
given coordinator Cora
given mentors Ana with skill Python
given programme other-desk
given setting slack.room C0OWN
given coordinator Otto
given mentors Bo with skill Python
slack is room-shut C0OWN
given request Q by Mona with Python title "Asked where it is shut"
as Otto get /p/other-desk/coordinate -> 200 showing "by hand", "Asked where it is shut"
as Cora get /p/operation-code/coordinate -> 200 hiding "by hand"
as Cora get /p/operation-code/coordinate/letters -> 200 hiding "has not worked since"
as Otto get /p/other-desk/coordinate/letters -> 200 showing "The mentors' room has not worked since"
as Ida get /admin/slack -> 200 showing "The mentors&#39; room C0OWN"
later 1 hours
run letters
expect letter to Otto once containing "The mentors' room in Slack is not taking"
expect letter to Cora never containing "is not taking"
expect letter to Bo once containing "Asked where it is shut"
slack is room-open C0ROOM
as Otto get /p/other-desk/coordinate -> 200 showing "by hand"
slack is room-shut
later 1 hours
run letters
expect letter to Cora once containing "The mentors' room in Slack is not taking"
expect letter to Otto once containing "The mentors' room in Slack is not taking"
slack is room-open C0OWN
as Otto get /p/other-desk/coordinate -> 200 hiding "by hand"
as Cora get /p/operation-code/coordinate -> 200 showing "by hand"

story "SLACK 10 who cannot be written to: mail instead, the link is stale, the request untouched; a press makes it fresh"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
as Ana post /me/notifications own=slack claims=slack quiet_from=0 quiet_to=0 -> 303
given request R by Dana with Python
given request S by Dana with Python title "Nobody is mentioned here"
run slack
Ana claims R -> 303
later 1 minutes
fail slack address
run letters
expect letter to Ana once containing "write to Dana"
expect R held by Ana
Ana releases R -> 303
Ana claims R -> 303
later 1 minutes
run slack
run letters
expect slack message to Ana never containing "write to Dana"
expect letter to Ana 2 times containing "write to Dana"
forget slack
given request T by Dana with Python title "Mentions nobody who is away"
run slack
expect slack post once containing "Mentions nobody who is away"
expect slack reply never containing "U0ANA"
slack Ana presses claim on S -> 200
later 1 minutes
run slack
expect slack message to Ana once containing "Nobody is mentioned here"

story "SLACK 13.13 no address, affiliation or reason of anybody stands in what goes to Slack, whatever happens to a request"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given coordinator Cora
slack Newcomer types "/mentor" -> 200
run slack
slack Newcomer fills service=code-review skills=Python title="Who reads this?" details="I know some HTML and want to go on." affiliation=military-spouse conduct=1 -> 200 showing "OC-1"
given request R by Dana with Python title "And this?" named yes
run slack
slack Ana presses claim on R -> 200
run slack
slack Ana presses release on R -> 200
run slack
slack Ana fills reason="Other" -> 200
slack Bo presses claim on R -> 200
slack Bo opens home -> 200
slack Dana types "/mentoring mine" -> 200 hiding "@", "spouse"
run slack
as Cora post /p/{p}/requests/{R}/close reason="A reason that the mentee reads." -> 303
run slack
expect slack post never containing "example.org"
expect slack post never containing "spouse"
expect slack reply never containing "example.org"
expect slack edit never containing "example.org"
expect slack edit never containing "A reason that the mentee reads"
expect slack home never containing "example.org"
expect slack answer never containing "example.org"

story "SLACK 10 expired_trigger_id, exchanged_trigger_id: no second try; whoever pressed reads where the same form is"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
Ana claims R -> 303
run slack
forget slack
slack Ana presses release on R -> 200
fail slack letter
run slack
expect slack open never containing "Release"
expect slack answer to Ana once containing "same form is on the web"

story "SLACK 10 whom only Slack reaches: their letters wait while nothing is sent, and leave when it goes on"
given programme operation-code
given slack
given mentors Ana with skill Python
slack Newcomer types "/mentor" -> 200
run slack
slack Newcomer fills service=code-review skills=Python title="Where do I begin?" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-1"
name R as asked
run slack
forget slack
slack is token_revoked
Ana claims R -> 303
later 1 hours
run letters
given slack
run slack
expect slack message to Newcomer once containing "Ana has taken your request"

story "SLACK 10 F158 F078 T32 Slack has been away for five minutes: who asks now, and who asked meanwhile, is on the board, fitting mentors get mail at once; back again, it is posted once"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given mentors Bo with skill Python
given slack of Ana, Bo
as Bo post /me/notifications own=slack claims=slack fitting=slack quiet_from=0 quiet_to=0 -> 303
slack is down
later 2 minutes
given request Q by Mona with Python title "Asked in the first minutes"
run due
run letters
expect letter to Ana never containing "Asked in the first minutes"
later 4 minutes
run due
run letters
expect letter to Ana once containing "Asked in the first minutes"
expect letter to Bo once containing "Asked in the first minutes"
given request R by Dana with Python title "Asked in the outage"
as Ana get /p/{p}/requests -> 200 showing "Asked in the outage"
as Cora get /p/{p}/coordinate -> 200 showing "Slack cannot be reached", "Asked in the outage"
later 2 hours
run letters
expect letter to Ana once containing "Asked in the outage"
expect letter to Ana once containing "Asked in the first minutes"
slack is up
run slack
expect slack post once containing "Asked in the outage"
expect slack post 2 times containing "Posted late"
later 1 hours
run letters
expect letter to Ana once containing "Asked in the outage"

story "SLACK 10 a room that takes nothing while more requests wait for it than one turn takes: each goes by mail once, the rest a second later"
given programme operation-code
given setting mention.per_week 50
given slack
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
slack is room-shut
later 1 seconds
run due
later 24 hours
run letters
expect letter to Ana once containing "“Waits as 01”"
expect letter to Ana once containing "“Waits as 02”"
expect letter to Ana once containing "“Waits as 03”"
expect letter to Ana once containing "“Waits as 04”"
expect letter to Ana once containing "“Waits as 05”"
expect letter to Ana once containing "“Waits as 06”"
expect letter to Ana once containing "“Waits as 07”"
expect letter to Ana once containing "“Waits as 08”"
expect letter to Ana once containing "“Waits as 09”"
expect letter to Ana once containing "“Waits as 10”"
expect letter to Ana once containing "“Waits as 11”"
expect letter to Ana once containing "“Waits as 12”"
expect letter to Ana once containing "“Waits as 13”"
expect letter to Ana once containing "“Waits as 14”"
expect letter to Ana once containing "“Waits as 15”"
expect letter to Ana once containing "“Waits as 16”"
expect letter to Ana once containing "“Waits as 17”"
expect letter to Ana once containing "“Waits as 18”"
expect letter to Ana once containing "“Waits as 19”"
expect letter to Ana once containing "“Waits as 20”"
expect letter to Ana once containing "“Waits as 21”"
expect letter to Ana once containing "“Waits as 22”"
expect letter to Ana once containing "“Waits as 23”"
expect letter to Ana once containing "“Waits as 24”"
later 1 hours
run due
run letters
expect letter to Ana once containing "“Waits as 24”"
slack is room-open
run slack
expect slack post once containing "Waits as 24"

story "SLACK 10 F078 L01 while the room takes nothing: what a coordinator writes down, and what opens to all since its mentor passed or did not answer, goes to fitting mentors by mail; its mentee has a receipt"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given mentors Bo with skill SQL
slack is room-shut
given request P by Dana with Python title "Passed by the one named" asking Bo
given request Q by Mona with Python title "Not answered by the one named" asking Bo
as Cora post /p/{p}/coordinate/requests/new email=nadia@example.org name="Nadia Ben" service=code-review also=Python title="Asked by mail then" details="She would like somebody to read her parser." asked_on=2026-11-12 asked_at=09:00 -> 303
later 1 hours
run letters
expect letter to Ana once containing "Asked by mail then"
expect letter to Ana once containing "your skills fit"
expect letter to Ana never containing "the mentee named you"
expect letter to Bo once containing "Passed by the one named"
expect letter to Bo 2 times containing "the mentee named you"
expect letter to Ana never containing "by the one named"
Bo declines P -> 303
later 1 hours
run letters
expect letter to Ana once containing "Passed by the one named"
expect letter to Bo once containing "Passed by the one named"
later 48 hours
run due
run letters
expect letter to Ana once containing "Not answered by the one named"
