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

story "F002 one person is mentee, mentor and coordinator, and losing one role leaves the others"
given programme operation-code
given coordinator Cora, Mona
given mentor Mona with skill Python
given request R by Dana with Python title "Of somebody else"
given request Q by Mona with Rust title "Of the mentor herself"
as Cora get /p/{p}/coordinate/people?tab=members&q=mona -> 200 showing "Coordinator Mentor Mentee"
as Mona get /p/{p}/requests -> 200 showing "Of somebody else"
as Mona get /p/{p}/coordinate/requests -> 200 showing "Of the mentor herself"
as Mona get /p/{p}/history -> 200 showing "Of the mentor herself"
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=coordinator act=take -> 303
later 1 minutes
as Mona get /p/{p}/coordinate/requests -> 403
as Mona get /p/{p}/requests -> 200
as Mona get /p/{p}/history -> 200 showing "Of the mentor herself"
Mona claims R -> 303
expect R held by Mona
as Cora get /p/{p}/coordinate/people?tab=members&q=mona -> 200 showing "Mentor Mentee" hiding "Coordinator Mentor"

story "F011 away until a date: not able to claim, not chosen, and back by itself"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
as Ana post /p/{p}/mentor/away until=2026-11-20 -> 303
Ana claims R -> 403 showing "away"
later 6 days
Ana claims R -> 303

story "F011 nobody asks for somebody who is away, and who assigns to them says why"
given programme operation-code
given mentors Quirin, Wanda with skill Python
given coordinator Cora
given request R by Dana with Python
as Dana get /p/{p}/requests/new/when -> 200 showing "Quirin", "Wanda"
as Quirin post /p/{p}/mentor/away until=2026-11-20 -> 303
as Dana get /p/{p}/requests/new/when -> 200 showing "Wanda" hiding "Quirin"
as Dana post /p/{p}/requests/new/when medium=any language=English named_mentor={Quirin} -> 422 showing "not one of the choices any more"
as Wanda get /p/{p}/requests/{R} -> 200 hiding "Quirin"
as Cora get /p/{p}/requests/{R} -> 200 showing "Quirin, away until Fri 20 Nov", "Wanda"
as Cora get /p/{p}/coordinate/requests -> 200 showing "Quirin, away until Fri 20 Nov"
Cora assigns R mentor={Quirin} has_agreed=1 -> 422 showing "away give the reason"
expect R is open
as Quirin post /p/{p}/mentor/back -> 303
as Dana get /p/{p}/requests/new/when -> 200 showing "Quirin", "Wanda"
Cora assigns R mentor={Quirin} has_agreed=1 -> 303
expect R held by Quirin
Quirin releases R reason="I leave now" -> 303
as Quirin post /p/{p}/mentor/away until=2026-11-20 -> 303
Cora assigns R mentor={Quirin} reason="She answers from the train" -> 303
expect R held by Quirin

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

story "F007 F008 services and skills are the programme's lists, for coordinators alone"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
as Ana get /p/{p}/coordinate/services -> 403
as Ana post /p/{p}/coordinate/skills name=Crystal area=Languages -> 403
as Cora get /p/{p}/coordinate/services -> 200 showing "General guidance", "Pair programming", "Code review", "Mock interview", "Resume review"
as Cora get /p/{p}/coordinate/skills?q=Javascript -> 200 showing "JavaScript"
as Cora get /p/{p}/coordinate/skills?q=retail -> 200 hiding "artificial intelligence"
given request R by Dana with Javascript
as Dana get /p/{p}/requests/{R} -> 200 showing "JavaScript"
as Dana post /p/{p}/requests/new/skills also=retail -> 422 showing "not in our list"

story "F008 a service is added, renamed and retired: refused for what is new, kept on what is old"
given programme operation-code
given coordinator Cora
given members Dana
given request R by Dana for general-guidance with Python
as Cora post /p/{p}/coordinate/services name="Whiteboard practice" hint="Think aloud" position=9 -> 303
as Cora post /p/{p}/coordinate/services name="whiteboard-practice" position=9 -> 422 showing "Another service has this name"
as Dana post /p/{p}/requests/new/service service=whiteboard-practice -> 303
as Cora get /p/{p}/coordinate/services -> 200 showing "Whiteboard practice"
as Cora get /p/{p}/coordinate/services?edit={edit} -> 200 showing "Change General guidance"
as Cora post /p/{p}/coordinate/services edit={edit} name="Any question" hint="Where to begin" position=1 seen={seen} -> 303
as Dana get /p/{p}/requests/new/service -> 200 showing "Any question" hiding "General guidance"
as Cora get /p/{p}/coordinate/services?edit={edit} -> 200
as Cora post /p/{p}/coordinate/services edit={edit} name="Any question" hint="Where to begin" position=1 is_retired=1 seen={seen} -> 303
as Dana get /p/{p}/requests/new/service -> 200 hiding "Any question"
as Dana post /p/{p}/requests/new/service service=general-guidance -> 422 showing "not one of the choices any more"
as Dana post /api/v1/programmes/{p}/requests service=general-guidance details="Where should somebody begin who starts today?" -> 422
as Dana get /p/{p}/requests/{R} -> 200 showing "Any question"

story "F007 skills get another spelling and are merged, and mentors and requests of both meet"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Rust
given request R by Dana with Go title "About channels"
given request S by Emil with Rust title "About lifetimes"
as Ana get /p/{p}/requests -> 200 showing "About lifetimes" hiding "About channels"
as Cora get /p/{p}/coordinate/skills?q=rust -> 200
as Cora post /p/{p}/coordinate/skills/alias edit={edit} spelling=golang -> 422 showing "Change Rust", "This already means “Go”"
as Cora get /p/{p}/coordinate/skills?q=rust -> 200
as Cora post /p/{p}/coordinate/skills/alias edit={edit} spelling=rustlang -> 303
as Dana post /p/{p}/requests/new/skills also=RustLang -> 303
as Cora post /p/{p}/coordinate/skills/merge edit={edit} into=Rust -> 422 showing "These are the same skill already"
as Cora get /p/{p}/coordinate/skills?q=rust -> 200
as Cora post /p/{p}/coordinate/skills/merge edit={edit} into=golang -> 303
as Ana get /p/{p}/requests -> 200 showing "About channels", "About lifetimes", "Matches your skills: Go"
as Emil get /p/{p}/requests/{S} -> 200 showing "Go" hiding "Rust"
as Dana get /p/{p}/people/{Ana} -> 200 showing "Go" hiding "Rust"
as Dana post /p/{p}/requests/new/skills also=rustlang -> 303
as Dana get /p/{p}/requests/new/check -> 200 showing "SkillsGo"
as Cora post /p/{p}/coordinate/skills name=Rust area=Languages -> 422 showing "This already means “Go”"

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
given mentors Ana, Fay with skill Python
given coordinator Cleo
given request X by Xena with Python title "Of the other programme"
given programme operation-code
given members Ana
given mentors Bo with skill Python
given coordinator Cora
given request R by Dana with Python title "Of this programme"
as Ana get / -> 200 showing "/p/other-code", "/p/operation-code"
as Bo get / -> 200 showing "/p/operation-code" hiding "/p/other-code"
as Ana get /p/{p} -> 200
as Ana get /p/other-code/requests -> 200 showing "Of the other programme" hiding "Of this programme"
as Ana get /p/{p}/requests -> 403
as Ana get /p/{p}/requests/{R} -> 404
as Ana get /p/other-code/requests/{R} -> 404
Ana claims R -> 403
as Bo post /p/operation-code/requests/{X}/claim -> 404
as Ana get /p/{p}/people/{Fay} -> 404
as Ana get /p/other-code/people/{Fay} -> 200 showing "Fay"
as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "Ana", "Dana" hiding "Fay", "Xena"
as Cora get /p/other-code/coordinate/people -> 404
as Cora get /api/v1/programmes/other-code/people -> 404
as Cleo get /p/other-code/coordinate/requests -> 200 showing "Of the other programme" hiding "Of this programme"
as Ana post /p/other-code/requests/{X}/claim -> 303
as Ana get /p/{p}/people/{Xena} -> 404
as Cora get /p/{p}/coordinate/requests -> 200 hiding "Of the other programme"

story "F001 who is in another programme alone finds nothing of this one"
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

story "F010 weekly slots are saved, shown, and counted as common hours in both zones"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana
as Ana get /p/{p}/mentor -> 200 showing "When do you usually have time?"
as Ana post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=2 week=0 week=1 week=21 -> 422 showing "part of the week is unknown"
as Ana post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=2 week=0 week=1 -> 303
as Ana get /p/{p}/mentor -> 200 showing "value="0" checked", "value="1" checked" hiding "value="2" checked"
as Dana get /p/{p}/people/{Ana} -> 200 hiding "Monday morning"
as Ana get /p/{p}/people/{Ana} -> 200 showing "Monday morning, Monday afternoon"
as Bo post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=2 week=0 week=20 -> 303
as Bo get /p/{p}/people/{Ana} -> 200 showing "4 common hours a week with you" hiding "Monday afternoon"
as Dana post /p/{p}/requests/new/service service=code-review -> 303
as Dana post /p/{p}/requests/new/skills also=Python -> 303
as Dana post /p/{p}/requests/new/details title="About testing" details="Which of my tests are worth their time?" -> 303
as Dana post /p/{p}/requests/new/when medium=any language=English week=1 -> 303
as Dana post /p/{p}/requests/new/about-you -> 303
as Dana post /p/{p}/requests/new/check -> 303
as Ana get /p/{p}/requests -> 200 showing "About testing", "5 common hours a week"
as Bo get /p/{p}/requests -> 200 showing "About testing", "No common hours"
as Dana post /me name=Dana zone=Europe/Athens languages=English theme=system -> 303
as Ana get /p/{p}/requests -> 200 showing "5 common hours a week"
as Bo get /p/{p}/requests -> 200 showing "2 common hours a week"
given request S by Dana with Python
Ana claims S -> 303
as Dana get /p/{p}/people/{Ana} -> 200 showing "Monday morning, Monday afternoon"

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

story "F021 a printed link signs in once, without a password, and only who was added is a member"
given programme operation-code
given members Dana
given one-factor Dana
as Dana get /me -> 200 showing "Dana@example.org"
Dana signs in -> 303
as Dana follows -> 200 showing "Operation Code"
as Dana get /p/{p}/requests/new -> 303
as nobody get /login -> 200 showing "There is no password"
as nobody post /p/{p}/requests/new/service service=code-review -> 401
as nobody post /api/v1/programmes/{p}/requests service=code-review details="Where should somebody begin who starts today?" -> 401

story "F007 F006 F184 a member says skills and affiliation once, a new request starts with them, and only who may reads them"
given programme operation-code
given members Dana, Mona
given mentors Ana with skill Python
given coordinator Cora
as Dana get /p/{p} -> 200 showing "/p/operation-code/me"
as Dana get /p/{p}/me -> 200 showing "All of it is optional", "You and the coordinators see this, and the other side of a claimed request", "Veteran", "You and the coordinators see this."
as Dana post /p/{p}/me -> 303
as Dana post /p/{p}/me also=golf -> 422 showing "“golf” is not in our list", "golf"
as Dana post /p/{p}/me member_skills=Golf -> 422 showing "not a choice any more"
as Dana post /p/{p}/me affiliation=martian -> 422
as Dana post /p/{p}/me member_skills=Python also="j.s., go" affiliation=veteran -> 303
as Dana get /p/{p}/me -> 200 showing "value="Python" checked", "value="JavaScript" checked", "value="veteran" checked"
as Dana get /api/v1/programmes/{p}/me -> 200 showing "["Go","JavaScript","Python"]", "veteran"
as Dana get /p/{p}/requests/new/skills -> 200 showing "value="Python" checked", "value="Go" checked" hiding "value="Ruby" checked"
as Dana get /p/{p}/requests/new/about-you -> 200 showing "value="veteran" checked"
as Dana post /p/{p}/requests/new/skills skills=Go -> 303
as Dana get /p/{p}/requests/new/skills -> 200 showing "value="Go" checked" hiding "value="Python" checked"
as Dana post /p/{p}/requests/new/about-you -> 303
as Dana get /p/{p}/requests/new/about-you -> 200 hiding "value="veteran" checked"
as Mona get /p/{p}/people/{Dana} -> 404
as Cora get /p/{p}/people/{Dana} -> 200 showing "JavaScript", "Veteran"
as Dana get /p/{p}/people/{Dana} -> 200 showing "JavaScript", "Veteran", "Only the person and the coordinators see this"
given request R by Dana with Python
Ana claims R -> 303
as Ana get /p/{p}/people/{Dana} -> 200 showing "JavaScript" hiding "Veteran"
as Cora get /p/{p}/coordinate/skills?q=javascript -> 200
as Cora post /p/{p}/coordinate/skills/merge edit={edit} into=TypeScript -> 303
as Dana get /p/{p}/me -> 200 showing "value="TypeScript" checked"
given setting affiliation.mode off
as Dana get /p/{p}/me -> 200 hiding "Veteran"
as Dana post /p/{p}/me member_skills=Rust affiliation=non-veteran -> 303
as Cora get /p/{p}/people/{Dana} -> 200 showing "Rust" hiding "eteran", "Python"
as Dana post /api/v1/programmes/{p}/me affiliation=veteran -> 200 showing ""affiliation":null"

story "F010 F184 mentors and coordinators see a zone, other members only if its owner says so"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana
given coordinator Cora
as Ana get /me -> 200 showing "Mentors of this programme see this, and the coordinators"
as Ana post /me name=Ana zone=Asia/Singapore languages=English theme=system -> 303
as Dana get /p/{p}/people/{Ana} -> 200 hiding "Asia/Singapore", "Time zone"
as Dana get /api/v1/programmes/{p}/people/{Ana} -> 200 showing ""zone":null"
as Bo get /p/{p}/people/{Ana} -> 200 showing "Asia/Singapore"
as Cora get /p/{p}/people/{Ana} -> 200 showing "Asia/Singapore"
as Ana post /me name=Ana zone=Asia/Singapore shows_zone=1 languages=English theme=system -> 303
as Dana get /p/{p}/people/{Ana} -> 200 showing "Asia/Singapore"
as Dana get /api/v1/programmes/{p}/people/{Ana} -> 200 showing ""zone":"Asia/Singapore""

story "F003 volunteering asks for the code of conduct of whoever has not accepted it"
given programme operation-code
given newcomer Nils
as Nils post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="Ten years of tests." -> 422 showing "There is a problem"
as Nils post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="Ten years of tests." accepted=1 -> 303

story "F019 a name in any script passes forms, exports and the API unchanged"
given programme operation-code
given coordinator Cora
given members Dana, Emil
given mentor Fay with skill Python
as Dana post /me name="José Łukasz 李雨桐" pronouns="elle/她" zone=UTC languages="Español, Język polski, 中文" theme=system -> 303
as Dana get /me -> 200 showing "José Łukasz 李雨桐", "elle/她", "Español, Język polski, 中文"
as Dana get /api/v1/me -> 200 showing "José Łukasz 李雨桐", "elle/她", "Język polski"
as Emil post /api/v1/me name="محمد بن عبد الله" zone=UTC languages=العربية theme=system -> 200 showing "محمد بن عبد الله", "العربية"
as Fay post /me name="क्षितिज देवी" zone=UTC languages=हिन्दी theme=system -> 303
as Cora post /p/{p}/coordinate/people name="Đặng Thị Ánh" email=anh@example.org zone=UTC -> 303
as Cora get /p/{p}/coordinate/people?tab=members -> 200 showing "José Łukasz 李雨桐", "محمد بن عبد الله", "क्षितिज देवी", "Đặng Thị Ánh"
as Cora get /p/{p}/coordinate/people?tab=members&q=łukasz -> 200 showing "José Łukasz 李雨桐" hiding "محمد"
as Cora post /p/{p}/coordinate/people/export tab=members format=csv -> 200 showing "José Łukasz 李雨桐", "محمد بن عبد الله", "क्षितिज देवी", "Đặng Thị Ánh"
as Cora post /p/{p}/coordinate/people/export tab=members format=json -> 200 showing "José Łukasz 李雨桐", "محمد بن عبد الله", "क्षितिज देवी", "Đặng Thị Ánh"
as Cora get /api/v1/programmes/{p}/people -> 200 showing "José Łukasz 李雨桐", "محمد بن عبد الله", "क्षितिज देवी", "Đặng Thị Ánh"
given request R by Dana with Python title "मेरा पहला API – 我的代码 – كودي"
Fay claims R -> 303
as Fay get /p/{p}/requests/{R} -> 200 showing "José Łukasz 李雨桐", "मेरा पहला API – 我的代码 – كودي"
as Fay get /api/v1/requests/{R} -> 200 showing "José Łukasz 李雨桐", "मेरा पहला API – 我的代码 – كودي"
as Cora post /p/{p}/coordinate/export format=csv -> 200 showing "José Łukasz 李雨桐", "क्षितिज देवी", "मेरा पहला API – 我的代码 – كودي"
as Cora post /p/{p}/coordinate/export format=json -> 200 showing "José Łukasz 李雨桐", "क्षितिज देवी", "मेरा पहला API – 我的代码 – كودي"

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
  as Cora post /p/{p}/coordinate/people/export tab=members format=xlsx -> 200 showing "xl/worksheets/sheet1.xml" hiding "ana@example.org"
  as Cora post /p/{p}/coordinate/people/export tab=pending format=csv -> 200 showing "asked" hiding "Ana"
  as Cora post /p/{p}/coordinate/people/export tab=mentors format=xls -> 422 showing "As what?"
  as Ana post /p/{p}/coordinate/people/export tab=mentors format=csv -> 403
  later 11 minutes asleep
  as Cora post /p/{p}/coordinate/people/export tab=mentors format=csv -> 403 showing "within ten minutes"

story "F007 a skill is renamed: everybody has it by the new name, and the old one still finds it"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
given request R by Dana with Python title "My first compiler"
as Cora get /p/{p}/coordinate/skills?q=Python -> 200
as Ana post /p/{p}/coordinate/skills/rename edit={edit} name=Snake -> 403
as Cora get /p/{p}/coordinate/skills?q=Python -> 200
as Cora post /p/{p}/coordinate/skills/rename edit={edit} name=Rust -> 422 showing "This already means"
as Cora get /p/{p}/coordinate/skills?q=Python -> 200
as Cora post /p/{p}/coordinate/skills/rename edit={edit} name="Python 3" -> 303
as Dana get /p/{p}/people/{Ana} -> 200 showing "Python 3"
as Dana get /p/{p}/requests/{R} -> 200 showing "Python 3"
as Dana get /p/{p}/mentors?skill=Python -> 200 showing "Ana"
as Ana post /p/{p}/mentor mentor_services=code-review capacity=2 also=python -> 303
as Ana get /p/{p}/mentor -> 200 showing "Python 3"

story "F018 L52E L52C another address: confirmed from the new one, told to the old one, and nobody learns who has it already"
given programme operation-code
given members Dana, Eli
as Dana get /me -> 200 showing "Change your address"
as Dana post /me/email email=nonsense -> 422
as Dana post /me/email email=new@example.org -> 303
run letters
expect letter to Dana once containing "Is this your new address?"
take "This is my address" of Dana
as Eli get {tap} -> 410
as nobody get {tap} -> 303
as Dana get {tap} -> 200 showing "new@example.org", "Dana@example.org"
as Dana get /me -> 200 hiding "new@example.org"
as Dana post {tap} -> 303
run letters
expect letter to Dana once containing "another address"
as Dana get /me -> 200 showing "new@example.org"
as Dana get {tap} -> 410

story "F018 an address that somebody has is not given away: the same answer, and no letter"
given programme operation-code
given members Dana, Eli
as Dana post /me/email email=eli@example.org -> 303
run letters
expect letter to Eli never containing "new address"
as Dana post /me/email email=eli@example.org -> 303
as Dana post /me/email email=eli@example.org -> 303
as Dana post /me/email email=eli@example.org -> 303
as Dana post /me/email email=eli@example.org -> 303
as Dana post /me/email email=eli@example.org -> 429

story "F063 F070 F091 what a mentor held is handed over at once: to the queue, or to a mentor by name, and all or nothing"
given programme operation-code
given coordinator Cora
given mentors Ana, Bo with skill Python capacity 3
given mentors Cleo with skill Python capacity 1
given request R by Dana with Python title "My first compiler"
given request Q by Eli with Python title "Reading a core dump"
Ana claims R -> 303
Ana claims Q -> 303
as Bo get /p/{p}/coordinate/people/{Ana}/hand-over -> 403
as Cora get /p/{p}/people/{Ana} -> 200 showing "Give the 2 requests they hold into other hands", "Last seen at work: in the last seven days"
as Cora get /p/{p}/coordinate/people/{Ana}/hand-over -> 200 showing "My first compiler", "Reading a core dump"
as Cora post /p/{p}/coordinate/people/{Ana}/hand-over mentor={Bo} -> 422
as Cora post /p/{p}/coordinate/people/{Ana}/hand-over mentor={Ana} has_agreed=1 reason="She moves abroad" -> 422
as Cora post /p/{p}/coordinate/people/{Ana}/hand-over mentor={Cleo} has_agreed=1 reason="She moves abroad" -> 403 showing "holds as many requests as agreed"
expect R held by Ana
expect Q held by Ana
as Cora post /p/{p}/coordinate/people/{Ana}/hand-over mentor={Bo} has_agreed=1 has_left=1 reason="She moves abroad" -> 303
expect R held by Bo
expect Q held by Bo
later 1 minutes
run letters
expect letter to Dana containing "Bo"
expect letter to Bo containing "My first compiler"
expect letter to Bo containing "Reading a core dump"
as Ana get /p/{p}/requests -> 403
as Cora get /p/{p}/people/{Ana} -> 200 showing "left the mentors", "handed over what a mentor held"
as Dana get /p/{p}/people/{Bo} -> 200 hiding "What they were here", "Last seen at work"
as Cora post /p/{p}/coordinate/people/{Bo}/hand-over reason="A long illness" -> 303
expect R is open
expect Q is open
run letters
expect letter to Dana containing "back"
