story "F003 F004 F006 a member volunteers, a coordinator approves, and only then may claim"
given programme operation-code
given setting mentor.approval coordinator
given members Vera
given coordinator Cora
given request R by Dana with Python
as Vera get /p/{p}/apply/mentor -> 200 showing "Python", "Members of this programme see this"
as Vera post /p/{p}/apply/mentor capacity=99 -> 422 showing "There is a problem"
as Vera post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="Ten years of tests." accepted=1 -> 303
Vera claims R -> 403 showing "Only approved mentors can take requests" hiding "Please look at my code", "Dana"
as Vera get /p/{p}/requests/{R} -> 404
as Cora get /p/{p}/coordinate/people -> 200 showing "Vera"
as Vera post /p/{p}/coordinate/people/{Vera}/approve -> 403
as Cora post /p/{p}/coordinate/people/{Vera}/approve -> 303
Vera claims R -> 303
expect R held by Vera

story "F004 with approval auto a volunteer is a mentor at once"
given programme operation-code
given members Vera
given request R by Dana with Python
as Vera post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="Ten years of tests." accepted=1 -> 303
Vera claims R -> 303

story "F004 a coordinator declines with a reason"
given programme operation-code
given setting mentor.approval coordinator
given volunteer Vera with skill Python
given coordinator Cora
as Cora post /p/{p}/coordinate/people/{Vera}/decline -> 422
as Cora post /p/{p}/coordinate/people/{Vera}/decline reason="Please finish the course first." -> 303
as Vera get /p/{p}/mentor -> 200 showing "Please finish the course first."

story "F002 a role that is taken away is refused on the next click"
given programme operation-code
given coordinator Cora, Carl
given members Mona
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=coordinator act=give -> 303
as Mona get /p/{p}/coordinate/requests -> 303
later 1 minutes
as Mona get /p/{p}/coordinate/requests -> 200
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=coordinator act=take -> 303
as Mona get /p/{p}/coordinate/requests -> 303
later 1 minutes
as Mona get /p/{p}/coordinate/requests -> 403

story "F011 away until a date: not able to claim, not chosen, and back by itself"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
as Ana post /p/{p}/mentor/away until=2026-11-20 -> 303
Ana claims R -> 403 showing "away"
later 6 days
Ana claims R -> 303

story "F011 a mentor who leaves gives back what they hold"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
as Ana post /p/{p}/mentor/leave -> 303
expect R is open
Ana claims R -> 403 showing "Only approved mentors"

story "F015 contact data is on no profile before an accepted pairing"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
as Dana get /p/{p}/people/{Ana} -> 200 showing "Ana" hiding "Ana@example.org"
as Ana get /p/{p}/people/{Dana} -> 404
Ana claims R -> 303
as Ana get /p/{p}/people/{Dana} -> 200 showing "Dana@example.org"

story "F007 F008 services and skills are the programme's lists: rename, retire, alias, merge"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
as Ana get /p/{p}/coordinate/services -> 403
as Cora get /p/{p}/coordinate/services -> 200 showing "General guidance", "Resume review"
as Cora get /p/{p}/coordinate/skills?q=Javascript -> 200 showing "JavaScript"
as Cora get /p/{p}/coordinate/skills?q=retail -> 200 hiding "artificial intelligence"

story "F007 a skill is added once, however it is written, and never as a look-alike"
given programme operation-code
given coordinator Cora
as Cora post /p/{p}/coordinate/skills name=java-script area=Languages -> 422 showing "This already means “JavaScript”"
as Cora post /p/{p}/coordinate/skills name=J.S. area=Languages -> 422 showing "This already means “JavaScript”"
as Cora post /p/{p}/coordinate/skills name="Node JS" area=Web -> 422 showing "This already means “Node.js”"
as Cora post /p/{p}/coordinate/skills name="C ++" area=Languages -> 422 showing "This already means “C++”"
as Cora post /p/{p}/coordinate/skills name=ΑI area=Data -> 422 showing "This looks like “AI”"
as Cora post /p/{p}/coordinate/skills name=Pythоn area=Languages -> 422 showing "This looks like “Python”"
as Cora post /p/{p}/coordinate/skills name=Crystal area=Languages also="Ru by" -> 422 showing "This already means “Ruby”"
as Cora post /p/{p}/coordinate/skills name=.NET area=Languages also="dot net" -> 303
as Cora post /p/{p}/coordinate/skills name="Network drives" area=Operations also=Net -> 303
as Cora get /p/{p}/coordinate/skills?q=net -> 200 showing ".NET", "Network drives"
as Cora post /api/v1/programmes/{p}/skills name=java_script area=Languages -> 422 showing "JavaScript"
given request R by Dana with "javascript., c ++, node js"
as Dana get /p/{p}/requests/{R} -> 200 showing "JavaScript, C++, Node.js"

story "F021 F194 nobody signed out sees a programme, and is brought back after signing in"
given programme operation-code
given members Dana
as nobody get / -> 200 showing "Sign in"
as nobody get /login -> 200
as nobody get /p/{p}/requests -> 303
as nobody get /p/nothing-here -> 303
as Dana get /p/nothing-here -> 404 showing "Nothing here"
as nobody get /login/link?token=nonsense -> 410 showing "used up"
as nobody get /docs/accessibility -> 200

story "F001 a member of two programmes sees both, and nothing crosses over"
given programme other-code
given mentor Fay with skill Python
given request X by Xena with Python title "Of the other programme"
given programme operation-code
given members Dana
given mentors Ana with skill Python
as Ana get /p/other-code/requests -> 404
as Ana get /p/{p}/requests/{X} -> 404
as Fay get /p/{p}/requests -> 404
as Fay get /p/other-code/requests/{X} -> 200 showing "Of the other programme"

story "F010 F191 the own zone everywhere, and a note when clocks change before the session"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
as Dana post /me name=Dana zone=Mars/Base languages=English theme=system -> 422 showing "time zone"
as Dana post /me name=Dana zone=America/Chicago languages=English theme=dark -> 303
Ana claims R -> 303
Ana sets R date=2027-04-01 time=18:30 -> 303
as Dana get /p/{p}/requests/{R} -> 200 showing "13:30", "Clocks change before the session"
as Ana get /p/{p}/requests/{R} -> 200 showing "18:30" hiding "Clocks change"

story "F021 a session ends when it idles: seven days for a mentee, half an hour for a coordinator"
given programme operation-code
given members Dana
given coordinator Cora
later 29 minutes asleep
as Cora get /p/{p}/coordinate/requests -> 200
as Cora get /me -> 200
later 2 minutes asleep
as Cora get /me -> 303
later 6 days asleep
as Dana get /me -> 200
later 2 days asleep
as Dana get /me -> 303

story "F003 volunteering asks for the code of conduct of whoever has not accepted it"
given programme operation-code
given newcomer Nils
as Nils post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="Ten years of tests." -> 422 showing "There is a problem"
as Nils post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="Ten years of tests." accepted=1 -> 303

story "F169 somebody makes a token for a program, sees it once, and ends it"
  given programme operation-code
  given mentor Ana with skill Python
  as Ana get /me/tokens -> 200 showing "Make this token"
  as Ana post /me/tokens name=x scope=read days=90 -> 422 showing "at least 2"
  as Ana post /me/tokens name="weekly report" scope=read days=366 -> 422
  as Ana post /me/tokens name="weekly report" scope=read days=90 -> 200 showing "mtd_", "weekly report", "reads only"
  again -> 303
  as Ana get /me/tokens -> 200 showing "weekly report" hiding "mtd_"
  as Ana get /api/v1/me -> 200 showing "Ana@example.org"
  as nobody get /api/v1/me -> 401 showing "sign-in-first"

story "F174 the lists of people as files, for who proved to be there a moment ago"
  given programme operation-code
  given mentor Ana
  given coordinator Cora
  given members Dana
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "Take this list along"
  as Cora post /p/{p}/coordinate/people/export tab=mentors format=csv -> 200 showing "last_act", "Ana" hiding "Dana", "ana@example.org"
  again -> 303
  as Cora post /p/{p}/coordinate/people/export tab=members format=json -> 200 showing "Dana", "coordinator" hiding "dana@example.org"
  as Cora post /p/{p}/coordinate/people/export tab=pending format=csv -> 200 showing "asked" hiding "Ana"
  as Cora post /p/{p}/coordinate/people/export tab=mentors format=xls -> 422 showing "As what?"
  as Ana post /p/{p}/coordinate/people/export tab=mentors format=csv -> 403
  later 11 minutes asleep
  as Cora post /p/{p}/coordinate/people/export tab=mentors format=csv -> 403 showing "within ten minutes"
