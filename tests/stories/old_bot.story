# The previous bot's defects, one story each (SLACK.md 12). Those that need the wire stand in ../interop and in the unit tests; docs/slack.md has the list.

story "defect 1 a claimer without a mentor record got a warning and wiped the assignment"
given programme operation-code
given slack
given mentors Ana with skill Python
given members Mona
given slack of Ana, Mona
given request R by Dana with Python
run slack
slack Ana presses claim on R -> 200
slack Mona presses claim on R -> 200
expect R held by Ana
run slack
expect slack answer to Mona once containing "Only mentors can claim"
expect slack edit once containing "Claimed by <@U0ANA>"

story "defect 2 two quick clicks both won"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
given request R by Dana with Python
slack Ana presses claim on R -> 200
slack Bo presses claim on R -> 200
slack Ana presses claim on R -> 200
expect R held by Ana
run slack
expect slack answer to Bo once containing "Ana got there first"
expect slack answer to Ana never containing "first"
later 1 hours
run letters
expect letter to Dana once containing "Ana has taken your request"
expect letter to Dana never containing "Bo has taken"

story "defect 3 anyone could reset a claim"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given members Mona
given request R by Dana with Python
given slack of Ana, Bo, Mona, Dana
slack Ana presses claim on R -> 200
run slack
forget slack
slack Bo presses release on R -> 200
slack Mona presses release on R -> 200
slack Stranger presses release on R -> 200
expect R held by Ana
run slack
expect slack open never containing "Release"
expect slack edit never containing "OC"
slack Ana presses release on R -> 200
run slack
slack Bo fills reason="No time" -> 200
expect R held by Ana

story "defect 4 a claim changed no state, the mentee was never told, nothing was tracked after"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
slack Ana presses claim on R -> 200
expect R is claimed
later 1 hours
run letters
expect letter to Dana once containing "Ana has taken your request"
as Cora get /p/{p}/requests/{R} -> 200 showing "Ana claimed it"
later 72 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "still on it"
later 128 hours
run due
expect R is open

story "defect 5 a mentor was found by a part of their e-mail; an apostrophe broke the query"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given request R by Dana with Python
slack An presses claim on R -> 200
slack NA presses claim on R -> 200
slack Anas presses claim on R -> 200
expect R held by nobody
run slack
expect slack answer to An once containing "Link your account first"
slack Ana presses claim on R -> 200
expect R held by Ana

story "defect 6 required details passed with one space"
given programme operation-code
given slack
slack Newcomer types "/mentor" -> 200
run slack
slack Newcomer fills service=code-review is_unsure=1 title="Where do I begin?" details=" " affiliation=prefer-not-to-say conduct=1 -> 200 showing "'response_action':'errors'", "details"
slack Newcomer fills service=code-review is_unsure=1 title="Where do I begin?" details="                              " affiliation=prefer-not-to-say conduct=1 -> 200 showing "'response_action':'errors'", "details"
slack Newcomer fills service=code-review is_unsure=1 title="        " details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "'response_action':'errors'", "title"
run slack
expect slack post never containing "OC"

story "defect 7 the eleventh skill broke the form"
given programme operation-code
given slack
given coordinator Cora
slack Max types /mentor-volunteer -> 200
run slack
expect slack open once containing "TypeScript"
slack Max fills mentor_skills="C,Dart,Go,Java,Kotlin,PHP,Python,R,Ruby,Rust,Scala,SQL" mentor_services=code-review capacity=3 accepted=1 -> 200 showing "You are a mentor now"
given request R by Dana with Scala title "Needs the eleventh"
slack Max types "/mentoring queue" -> 200 showing "Needs the eleventh"
slack Max types "/mentor" -> 200
run slack
slack Max fills service=code-review skills="C,Dart,Go,Java,Kotlin,PHP" title="Too many skills" details="I know some HTML and want to go on." affiliation=prefer-not-to-say -> 200 showing "'response_action':'errors'", "skills"
slack Max fills service=code-review skills="C,Dart,Go,Java,Kotlin" title="Five skills" details="I know some HTML and want to go on." affiliation=prefer-not-to-say -> 200 showing "'response_action':'update'"

story "defect 8 form state lived in the message: concurrent clicks lost answers"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given slack of Ana, Bo
slack Newcomer types "/mentor" -> 200
run slack
slack swaps modals
slack Another types "/mentor" -> 200
run slack
slack Another fills service=code-review skills=Python title="What Another asks" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-1"
name B as asked
slack swaps modals
slack Newcomer fills service=mock-interview skills=SQL title="What Newcomer asks" details="I know some Java and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-2"
name A as asked
run slack
expect slack post once containing "What Another asks"
expect slack post once containing "What Newcomer asks"
slack Ana presses claim on A claim on B -> 200
expect A held by Ana
expect B held by Ana

story "defect 9 only the first page of a list of options, and that cached for ever"
given programme operation-code
given slack
given coordinator Cora
slack Newcomer types "/mentor" -> 200
run slack
expect slack open never containing "Zig"
forget slack
as Cora post /p/{p}/coordinate/skills name=Zig area=Languages -> 303
as Cora post /p/{p}/coordinate/services name="Whiteboard practice" hint="Think aloud" position=9 -> 303
slack Newcomer types "/mentor" -> 200
run slack
expect slack open once containing "Zig"
expect slack open once containing "Whiteboard practice"

story "defect 10 mentions of people who are not in Slack; inactive and full mentors were pinged"
given programme operation-code
given slack
given mentors Ana, Bo with skill Python
given mentors Cy with skill Python capacity 1
given mentors Di, Ed with skill Python
given slack of Ana, Cy, Di, Ed
given request Q by Mona with Python
Cy claims Q -> 303
as Di post /p/{p}/mentor/away until=2026-12-01 -> 303
as Ed post /p/{p}/mentor/leave -> 303
run slack
forget slack
given request R by Dana with Python
run slack
expect slack reply once containing "<@U0ANA>"
expect slack reply never containing "@U0BO"
expect slack reply never containing "Bo"
expect slack reply once containing "May fit: <@U0ANA> and 1 more"
expect slack reply never containing "U0CY"
expect slack reply never containing "U0DI"
expect slack reply never containing "U0ED"

story "defect 11 a failed post: its replies were skipped and the caller told 200"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
slack Newcomer types "/mentor" -> 200
run slack
slack Newcomer fills service=code-review skills=Python title="Posted in the end" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-1"
fail slack later
expect slack post never containing "Posted in the end"
later 1 minutes
run slack
expect slack post once containing "Posted in the end"
expect slack reply once containing "I know some HTML"
expect slack reply once containing "<@U0ANA>"

story "defect 12 a 429 was never tried again"
given programme operation-code
given slack
given mentors Ana with skill Python
given request R by Dana with Python title "Slowed down once"
fail slack later
fail slack later
later 1 minutes
run slack
expect slack post once containing "Slowed down once"

story "defect 13 no e-mail was a full stop"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
slack Newcomer types "/mentor Where do I begin?" -> 200
run slack
slack Newcomer fills service=code-review is_unsure=1 title="Where do I begin?" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-1"
name R as asked
slack Ana presses claim on R -> 200
expect R held by Ana
later 1 hours
run slack
expect slack message to Newcomer once containing "Ana has taken your request"

story "defect 14 affiliation was asked and not stored"
given programme operation-code
given slack
given coordinator Cora
slack Newcomer types "/mentor" -> 200
run slack
expect slack open once containing "Military spouse"
slack Newcomer fills service=code-review is_unsure=1 title="Where do I begin?" details="I know some HTML and want to go on." affiliation=military-spouse conduct=1 -> 200 showing "OC-1"
name R as asked
as Cora get /p/{p}/requests/{R} -> 200 showing "Military spouse"

story "defect 15 an empty secret was accepted, timestamps of the future passed, a missing header crashed"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
slack Ana presses claim on R -> 404
given slack
given slack of Ana
slack next -301 seconds old
slack Ana presses claim on R -> 401
slack next 301 seconds old
slack Ana presses claim on R -> 401
slack next call without headers
slack Ana presses claim on R -> 401
slack next call with another secret
slack Ana presses claim on R -> 401
expect R held by nobody
slack Ana presses claim on R -> 200
expect R held by Ana

story "defect 16 a fixed name of a view: the second one who opened it failed"
given programme operation-code
given slack
slack Newcomer types "/mentor" -> 200
slack Another types "/mentor" -> 200
slack Newcomer types "/mentor" -> 200
run slack
expect slack open 3 times containing "Ask for a mentor"
expect slack open never containing "external_id"

story "defect 17 a missing row of text broke the form"
given programme operation-code
given slack
given coordinator Cora
as Cora post /p/{p}/coordinate/services name="Nameless" hint="" position=9 -> 303
slack Newcomer types "/mentor" -> 200
run slack
expect slack open once containing "Nameless"
slack Newcomer fills service=nameless is_unsure=1 title="Whatever it is" details="I know some HTML and want to go on." affiliation=prefer-not-to-say conduct=1 -> 200 showing "OC-1"
run slack
expect slack post once containing "Nameless"

story "defect 18 an API call for each mentor and request"
given programme operation-code
given slack
given mentors Ana, Bo, Cy, Di, Ed, Flo, Gus, Hal, Ivy with skill Python
given slack of Ana, Bo, Cy, Di, Ed, Flo, Gus, Hal, Ivy
given request R by Dana with Python
run slack
expect slack post once containing ""
expect slack reply 2 times containing ""
expect slack message never containing ""
expect slack reply once containing "and 4 more"

story "defect 19 the form failed on phones: the same request is asked on the web, field by field"
given programme operation-code
given slack
given coordinator Cora
slack Newcomer types "/mentor" -> 200
run slack
expect slack open once containing "'type':'modal'"
slack Newcomer fills service=code-review skills=Python title="Asked by either" details="I know some HTML and want to go on." medium=video language=English affiliation=veteran conduct=1 -> 200 showing "OC-1"
name S as asked
given members Dana
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills skills=Python -> 303
as Dana post /p/{p}/requests/new/details title="Asked by either" details="I know some HTML and want to go on." -> 303
as Dana post /p/{p}/requests/new/when medium=video language=English -> 303
as Dana post /p/{p}/requests/new/about-you affiliation=veteran -> 303
as Dana post /p/{p}/requests/new/check -> 303
as Cora get /p/{p}/requests/{S} -> 200 showing "Asked by either", "Code review", "Python", "Video call", "English", "Veteran", "I know some HTML and want to go on."
as Dana get /p/{p}/history -> 200 showing "Asked by either"

story "defect 20 a picker leaked the e-mails of mentors"
given programme operation-code
given slack
given mentors Ana, Anton, Bo with skill Python
given slack of Ana
slack Newcomer types "/mentor" -> 200
run slack
expect slack open never containing "example.org"
slack Newcomer looks for "An" in named_mentor -> 200 showing "Ana", "Anton" hiding "Bo", "@", "example.org"
slack Newcomer looks for "@example" in named_mentor -> 200 hiding "Ana", "Bo"
slack Newcomer looks for "" in named_mentor -> 200 showing "Bo" hiding "@"
