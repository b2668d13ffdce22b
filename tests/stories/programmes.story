# A programme is data (F022, F027, F033): a fifth community out of one file, and every change of a programme as a numbered version.

story "F033 a fifth community is one file: from asking to fulfilled, with its own services, words and numbers"
  given programme of tests/programmes/allotment.yaml
  given coordinator Cora
  given mentor Ana, Bo with skill Compost
  given member Dana
  as Dana get /p/{p} -> 200 showing "Visit at your bed", "in person, with a neighbour", "It is no service that digs for you", "brings gloves", "Escalation contact", "The chair, when nobody has time.", "Sees that every request finds a mentor in time", "Gate and shed" hiding "Code review", "by chat, voice or video"
  as Dana get /p/{p}/documents/gate -> 200 showing "The gate is locked at dusk"
  # what is asked: its own services and skills, at least 30 characters, and no affiliation
  as Dana get /p/{p}/requests/new/service -> 200 showing "Visit at your bed", "Seed swap", "Help with a tool" hiding "Mock interview"
  as Dana post /p/{p}/requests/new/service service=code-review -> 422 showing "not one of the choices"
  as Dana post /p/{p}/requests/new/service service=bed-visit -> 303
  as Dana post /p/{p}/requests/new/skills also="Python" -> 422 showing "not in our list"
  as Dana post /p/{p}/requests/new/skills also="pea shoots, compost heap" -> 303
  as Dana post /p/{p}/requests/new/details title="Nothing comes up" details="It is all bare since May." -> 422 showing "at least 30 characters"
  as Dana post /p/{p}/requests/new/details title="Nothing comes up" details="It is all bare since March, in spite of the water that I carry." -> 303
  as Dana post /p/{p}/requests/new/when medium=any language=English -> 303
  as Dana get /p/{p}/requests/new/about-you -> 200 hiding "Which describes you"
  as Dana post /p/{p}/requests/new/about-you shows_name=1 -> 303
  as Dana get /p/{p}/requests/new/check -> 200 showing "豆苗", "Compost", "Visit at your bed" hiding "Affiliation"
  as Dana post /p/{p}/requests/new/check -> 303
  as Dana get /p/{p}/history -> 200 showing "AN-1", "Nothing comes up"
  run letters
  expect letter to Dana once containing "AN-1: the neighbours know"
  # the same from a program, to be carried on
  given request R by Dana for bed-visit with Compost
  # two at a time, no more
  as Dana post /api/v1/programmes/{p}/requests service=seed-swap details="A third thing, which is more than this programme takes at once." -> 409
  as Ana get /p/{p}/requests -> 200 showing "Nothing comes up", "Please look at my code"
  later 3 days
  run due
  as Cora get /p/{p}/coordinate -> 200 showing "Please look at my code"
  Ana claims R -> 303
  expect R held by Ana
  as Ana post /p/{p}/requests/{R}/attempts way=chat tried_on=2026-11-19 words="Saturday at ten?" -> 303
  as Ana post /p/{p}/requests/{R}/fulfil outcome=held held_on=2026-11-19 next_steps="Sow again in March." -> 303
  expect R is held
  as Dana get /p/{p}/requests/{R} -> 200 showing "Sow again in March."

story "F033 every way of changing a programme ends in a numbered version that says who, with what, and what changed"
  given pages
  given programme of tests/programmes/allotment.yaml
  given coordinator Cora
  given mentor Ana
  as Cora get /p/{p}/coordinate/versions -> 200 showing "Version 1", "the first version", "the operator, with a file" hiding "Version 2"
  as Cora post /p/{p}/coordinate/holidays day=2026-12-26 name="Second day" -> 303
  as Cora get /p/{p}/coordinate/versions -> 200 showing "Version 2 holiday 2026-12-26 is new: “Second day” Cora, on a page"
  as Cora post /p/{p}/coordinate/holidays/remove day=2026-12-25 -> 303
  as Cora get /p/{p}/coordinate/versions/3 -> 200 showing "Holiday 2026-12-25 Christmas Day is not there any more", "By Cora, on a page"
  as Cora post /p/{p}/coordinate/services name="Rain barrel" hint="Where to stand it." position=9 -> 303
  as Cora get /p/{p}/coordinate/versions/4 -> 200 showing "Service rain-barrel was not there Rain barrel"
  as Cora post /p/{p}/coordinate/skills name=Dahlias area=Plants also="dahlia" -> 303
  as Cora get /p/{p}/coordinate/versions/5 -> 200 showing "Skill Dahlias was not there Plants"
  as Cora post /p/{p}/coordinate/texts/L01 subject="It is here" body="Hello {open}you{close}, we have it.{line}{line}[Look at it](link)" -> 303
  as Cora get /p/{p}/coordinate/versions/6 -> 200 showing "Letter L01, subject", "Letter L01, text"
  as Cora post /p/{p}/coordinate/texts/L01/builtin -> 303
  as Cora get /p/{p}/coordinate/versions/7 -> 200 showing "Letter L01", "is not there any more"
  as Cora post /api/v1/programmes/{p}/settings mentor.capacity=3 wait.bump_h=30 -> 200
  as Cora get /p/{p}/coordinate/versions -> 200 showing "Version 8 setting mentor.capacity (Most running mentees of one mentor): “2” becomes “3”; and 1 more Cora, by a program"
  as Cora get /p/{p}/coordinate/versions/8 -> 200 showing "Setting Most running mentees of one mentor 2 3", "Setting Hours until mentors are reminded 24 30", "slug: allotment"
  # its front page, in its own words and again as built in
  as Cora get /p/{p}/coordinate/front -> 200 showing "brings gloves", "What it is, and what it is not"
  as Cora post /p/{p}/coordinate/front about="# For all{line}{line}- who garden" mentee="Brings a hat." -> 303
  as Ana get /p/{p} -> 200 showing "For all", "who garden", "Brings a hat.", "Claims a request that fits" hiding "Escalation contact"
  as Cora get /p/{p}/coordinate/versions/9 -> 200 showing "front page, mentee Asks, is there at the hour, brings gloves. Brings a hat.", "front page, escalation The chair, when nobody has time."
  as Cora post /api/v1/programmes/{p}/front mentee="Brings tea." -> 200 showing "'mentee':'Brings tea.','mentor':null"
  as Cora get /api/v1/programmes/{p}/front -> 200 showing "'about':null,'mentee':'Brings tea.'"
  as Ana get /p/{p} -> 200 showing "about 60 minutes", "Brings tea."
  as Ana get /p/{p}/coordinate/front -> 403
  as Ana post /api/v1/programmes/{p}/front mentee="Mine." -> 403
  # what is saved as it is makes none
  as Cora post /api/v1/programmes/{p}/settings mentor.capacity=3 -> 200
  as Cora get /p/{p}/coordinate/versions -> 200 hiding "Version 11"
  # the file as it was: what it names is as it says again, and nothing else is touched
  given programme of tests/programmes/allotment.yaml
  as Cora get /p/{p}/coordinate/versions/11 -> 200 showing "Setting Most running mentees of one mentor 3 2", "Holiday 2026-12-25 was not there Christmas Day" hiding "Dahlias was", "2026-12-26 Second day is not"
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Most running mentees of one mentor 3 2 the server" hiding "Open requests of one mentee at a time 2 2"
  given programme of tests/programmes/allotment.yaml
  as Cora get /p/{p}/coordinate/versions -> 200 hiding "Version 12"
  as Cora get /api/v1/programmes/{p}/versions?limit=2 -> 200 showing "'number':11", "'number':10", "'way':'file'" hiding "'number':9"
  as Cora get /api/v1/programmes/{p}/versions?after=8&limit=1 -> 200 showing "'number':7"
  as Cora get /api/v1/programmes/{p}/versions?after=x -> 422 showing "no cursor"
  as Cora get /api/v1/programmes/{p}/versions/3 -> 200 showing "'part':'holiday','name':'2026-12-25'", "'is_gone':true", "slug: allotment"
  as Cora get /p/{p}/coordinate/versions/99 -> 404
  as Cora get /p/{p}/coordinate/versions/x -> 404
  as Cora get /api/v1/programmes/{p}/versions/0 -> 404
  as Ana get /p/{p}/coordinate/versions -> 403
  as Ana get /api/v1/programmes/{p}/versions -> 403


story "F027 a request keeps the words of its question: a service and an affiliation that are called something else later"
  given programme operation-code
  given coordinator Cora
  given mentor Ana with skill Python
  given request R by Dana for code-review with Python
  later 1 hours
  as Cora get /p/{p}/coordinate/services -> 200 showing "Code review"
  # the first of its list, by its form
  given request W by Fay for general-guidance with Python
  later 1 hours
  as Cora get /p/{p}/coordinate/services -> 200
  as Cora post /p/{p}/coordinate/services edit={edit} name="Wide guidance" hint="Any topic." position=1 -> 303
  given request X by Gil for general-guidance with Python
  later 1 hours
  as Cora get /p/{p}/coordinate/services -> 200
  as Cora post /p/{p}/coordinate/services edit={edit} name="Any guidance" hint="Any topic." position=1 -> 303
  as Ana get /p/{p}/requests/{W} -> 200 showing "General guidance"
  as Ana get /p/{p}/requests/{X} -> 200 showing "Wide guidance"
  given member Hal
  as Hal post /api/v1/programmes/{p}/requests service=code-review affiliation=veteran details="It works, and I would like to know why." -> 201
  name H as new
  later 1 minutes
  given programme of tests/programmes/renamed.yaml
  as Cora get /p/{p}/requests/{H} -> 200 showing "Veteran" hiding "Has served"
  given request S by Eve for code-review with Python
  as Ana get /p/{p}/requests/{R} -> 200 showing "Code review" hiding "Code reading"
  as Ana get /p/{p}/requests/{S} -> 200 showing "Code reading" hiding "Code review"
  as Ana get /p/{p}/requests -> 200 showing "Code review", "Code reading"
  as Ana get /p/{p}/requests?service=code-review -> 200 showing "Code review", "Code reading"
  as Cora get /p/{p}/sheet -> 200 showing "Code review", "Code reading"
  run letters
  expect letter to Eve containing "Code reading"
  later 72 hours
  run due
  run letters
  expect letter to Dana never containing "Code reading"
  # written down today for somebody who asked before it was renamed: today's words were chosen
  as Cora post /api/v1/programmes/{p}/intake email=nadia@example.org name="Nadia Ben" asked_on=2026-11-15 service=code-review skills=Python title="Asked by mail" details="Is my folder layout sensible for a team?" -> 201
  name N as new
  as Ana get /p/{p}/requests/{N} -> 200 showing "Asked by mail", "Code reading" hiding "Code review"
  as Cora get /p/{p}/coordinate/versions -> 200 showing "service code-review, name: “Code review” becomes “Code reading”"

story "F022 an administrator makes a programme like another one, and is its first coordinator"
  given programme of tests/programmes/allotment.yaml
  given admin Ida
  given coordinator Cora
  given mentor Ana with skill Compost
  as Ida get /admin/programmes -> 200 showing "Allotment neighbours", "allotment"
  as Ida get /admin/programmes?of=allotment -> 200 showing "Make one like another"
  as Ida post /admin/programmes of=allotment name="Roof gardens" slug=Roofs mark=rg -> 422 showing "with hyphens between them", "capital letters A-Z", "Roof gardens"
  as Ida post /admin/programmes of=balconies name="Roof gardens" slug=roofs mark=RG -> 422 showing "There is no programme with this word here"
  as Ida post /admin/programmes of=allotment name="Other neighbours" slug=allotment mark=RG -> 422 showing "already"
  as Ida post /admin/programmes of=allotment name="Roof gardens" slug=roofs mark=RG -> 303
  as Ida get /p/roofs/coordinate/front -> 200 showing "brings gloves"
  as Ida get /p/roofs/coordinate/versions -> 200 showing "the first version", "Ida"
  as Ida get /p/roofs/coordinate/services -> 200 showing "Visit at your bed"
  as Ida get /p/roofs/coordinate/people -> 200 showing "Ida" hiding "Ana"
  as Ida get /admin/programmes -> 200 showing "Roof gardens"
  # nobody of the old one is in the new one
  as Ana get /p/roofs -> 404
  as Cora get /p/roofs/coordinate -> 404
  as Cora get /admin/programmes -> 403
  as Cora post /admin/programmes of=allotment name="Mine" slug=mine mark=M -> 403
