story "F014 what people say of themselves is seen at once, and links lead to the web alone"
given programme operation-code
given mentors Ana with skill Python
given members Dana
as Ana get /me -> 200 showing "What you are or do", "Links", "Initials", "Members of this programme see this"
as Ana post /me name=Ana zone=UTC languages=English language=browser theme=system title="Data engineer" company="Harbour Works" initials=AX about="I came from nursing." links="https://example.org/ana{line}http://code.example.org:8080/x?y=1" -> 303
as Dana get /p/{p}/people/{Ana} -> 200 showing "Data engineer", "Harbour Works", "I came from nursing.", "example.org/ana", "AX"
as Ana get /api/v1/me -> 200 showing "'title':'Data engineer'", "'initials':'AX'"
as Dana get /api/v1/programmes/{p}/people/{Ana} -> 200 showing "'company':'Harbour Works'", "'about':'I came from nursing.'"
as Ana post /me name=Ana zone=UTC languages=English language=browser theme=system links="javascript:alert(1)" title="Kept as typed" -> 422 showing "Each line is one link", "Kept as typed"
as Ana post /me name=Ana zone=UTC languages=English language=browser theme=system links="https://ana:secret@example.org/" -> 422 showing "Each line is one link"
as Ana post /me name=Ana zone=UTC languages=English language=browser theme=system links="https://a.org{line}https://b.org{line}https://c.org{line}https://d.org{line}https://e.org{line}https://f.org" -> 422 showing "Five links are the most"
as Dana get /p/{p}/people/{Ana} -> 200 showing "Data engineer" hiding "Kept as typed"
as Ana post /me name="Ana María Solé" zone=UTC languages=English language=browser theme=system -> 303
as Dana get /p/{p}/people/{Ana} -> 200 showing "AS" hiding "Data engineer"

story "F014 two tabs edit one profile: the second is told and loses nothing"
given programme operation-code
given pages
given mentors Ana with skill Python
as Ana get /me -> 200
as Ana post /me name=Ana zone=UTC languages=English language=browser theme=system title="First tab" seen={seen} -> 303
as Ana post /me name=Ana zone=UTC languages=English language=browser theme=system title="Second tab" seen=00000000000000000000000000000000 -> 412 showing "Somebody changed this since you opened the page", "Second tab"
as Ana get /me -> 200 showing "First tab" hiding "Second tab"
as Ana get /p/{p}/mentor -> 200
as Ana post /p/{p}/mentor mentor_services=code-review capacity=2 offer="One" seen={seen} -> 303
as Ana post /p/{p}/mentor mentor_services=code-review capacity=2 offer="Another" seen=00000000000000000000000000000000 -> 412 showing "Another"
as Ana get /p/{p}/mentor -> 200 showing "One" hiding "Another"

story "F007 F010 F014 a mentor says how well they know a skill, what they offer and when they have time"
given programme operation-code
given mentors Ana with skill Python
given members Dana
as Ana post /p/{p}/mentor mentor_services=code-review capacity=1 strong=Python basics=Rust also=SQL week=2 offer="I read your first pull request with you." -> 303
as Dana get /p/{p}/people/{Ana} -> 200 showing "Python (strongest)", "Rust (the basics)", "I read your first pull request with you.", "1 place free"
as Ana get /api/v1/programmes/{p}/mentor -> 200 showing "'strong':['Python']", "'basics':['Rust']", "'offer':'I read your first pull request with you.'", "'capacity':1"
as Ana post /p/{p}/mentor mentor_services=code-review capacity=4 -> 422

story "F013 the directory: mentors for members, by each filter and by name"
given programme operation-code
given mentors Ana, Bo with skill Python
given mentors Cleo with skill Rust
given members Dana
as Ana post /me name="Ana Blum" zone=Europe/Lisbon shows_zone=1 languages="English, Portuguese" language=browser theme=system title="Data engineer" -> 303
as Bo post /me name="Bo Anders" zone=Asia/Tokyo languages=Japanese language=browser theme=system -> 303
as Dana get /p/{p}/mentors -> 200 showing "Ana Blum", "Bo Anders", "Cleo", "Data engineer" hiding "Ana@example.org", "Asia/Tokyo"
as Dana get /p/{p}/mentors?skill=python -> 200 showing "Ana Blum", "Bo Anders" hiding "Cleo"
as Dana get /p/{p}/mentors?skill=Rust -> 200 showing "Cleo" hiding "Bo Anders"
as Dana get /p/{p}/mentors?skill=Python&language=portuguese -> 200 showing "Ana Blum" hiding "Bo Anders"
as Dana get /p/{p}/mentors?skill=Rust&language=portuguese -> 200 showing "Nobody matches these filters" hiding "Ana Blum"
as Dana get /p/{p}/mentors?skill=Knitting -> 200 showing "Nobody matches these filters"
as Dana get /p/{p}/mentors?zone=Europe/Lisbon -> 200 showing "Ana Blum" hiding "Cleo"
as Dana get /p/{p}/mentors?zone=Asia/Tokyo -> 200 showing "Nobody matches" hiding "Bo Anders"
as Cleo get /p/{p}/mentors?zone=Asia/Tokyo -> 200 showing "Bo Anders", "Asia/Tokyo"
as Dana get /p/{p}/mentors?q=an -> 200 showing "Ana Blum", "Bo Anders" hiding "Cleo"
as Dana get /p/{p}/mentors?q=blum -> 200 showing "Ana Blum" hiding "Bo Anders"
as Dana get /p/{p}/mentors?q=an&skill=Python&language=Japanese -> 200 showing "Bo Anders" hiding "Ana Blum"
as Dana get /p/{p}/mentors?service=code-review&skill=Python&language=english -> 200 showing "Ana Blum" hiding "Bo Anders"
as Dana get /p/{p}/mentors?service=no-such -> 200 showing "Nobody matches"
as Dana get /api/v1/programmes/{p}/directory?skill=Python&language=portuguese -> 200 showing "'name':'Ana Blum'", "'zone':'Europe/Lisbon'", "'places':" hiding "Bo Anders", "example.org"
as Dana get /api/v1/programmes/{p}/directory?after=rubbish -> 422
as Ana post /p/{p}/mentor/leave -> 303
as Dana get /p/{p}/mentors?skill=Python -> 200 showing "Bo Anders" hiding "Ana Blum"

story "F010 F013 common hours and free places are filters as well"
given programme operation-code
given mentors Ana, Bo with skill Python capacity 1
given members Dana, Eli
as Ana post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=1 week=2 week=5 -> 303
as Bo post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=1 week=18 -> 303
as Dana get /p/{p}/mentors -> 200 hiding "Common hours a week"
as Dana post /p/{p}/me week=2 -> 303
as Dana get /p/{p}/mentors -> 200 showing "Common hours a week", "5 common hours a week with you", "No common hours"
as Dana get /p/{p}/mentors?overlap=4 -> 200 showing "Ana" hiding "Bo</bdi>"
as Dana get /p/{p}/mentors?overlap=8 -> 200 showing "Nobody matches"
given request R by Eli with Python
Ana claims R -> 303
as Dana get /p/{p}/mentors?free=1 -> 200 showing "Bo</bdi>" hiding "Ana</bdi>"
as Bo post /p/{p}/mentor/away until=2026-11-25 -> 303
as Dana get /p/{p}/mentors?free=1 -> 200 showing "Nobody matches"
as Dana get /p/{p}/mentors -> 200 showing "Away until Wed 25 Nov", "No place free right now"

story "F013 mentees stand in the directory only if they ticked it, and the public sees only who ticked that"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana, Eli
given coordinator Cora
as Dana get /p/{p}/mentors?who=mentees -> 200 showing "Nobody is listed here yet"
as Eli get /p/{p}/people/{Dana} -> 404
as Dana post /p/{p}/me listed=1 member_skills=Rust -> 303
as Eli get /p/{p}/mentors?who=mentees&skill=Rust -> 200 showing "Dana" hiding "Eli</bdi></a></h2>"
as Eli get /p/{p}/people/{Dana} -> 200 showing "Dana", "Rust" hiding "Dana@example.org"
as Eli get /api/v1/programmes/{p}/people/{Dana} -> 200 showing "'email':null"
as nobody get /p/{p}/mentors -> 303
given setting directory.audience public
as nobody get /p/{p}/mentors -> 200 showing "Nobody is listed here yet" hiding "Ana</bdi>", "Dana"
as Ana get /p/{p}/me -> 200 showing "Everybody sees this, also without signing in"
as Ana post /p/{p}/me public=1 -> 303
as nobody get /p/{p}/mentors -> 200 showing "Ana" hiding "Bo</bdi>", "Ana@example.org", "/people/"
as nobody get /p/{p}/mentors?skill=Python -> 200 showing "Ana"
as nobody get /p/{p}/mentors?q=an -> 200 showing "Ana"
as nobody get /p/{p}/mentors?zone=UTC -> 200 showing "Ana" hiding "UTC</span>"
as nobody get /p/{p}/mentors?who=mentees -> 200 hiding "Dana"
as Dana post /p/{p}/me listed=1 public=1 -> 303
as nobody get /p/{p}/mentors?who=mentees -> 200 showing "Dana"
as Dana post /p/{p}/me listed=1 -> 303
as nobody get /p/{p}/mentors?who=mentees -> 200 hiding "Dana"
given setting directory.audience off
as nobody get /p/{p}/mentors -> 404
as Dana get /p/{p}/mentors -> 404
as Dana get /api/v1/programmes/{p}/directory -> 404
as Eli get /p/{p}/people/{Dana} -> 404
as Dana get /p/{p} -> 200 hiding ">Directory<"

story "F013 a page of the directory ends, goes on, and shows everybody once"
given programme operation-code
given mentors A01, A02, A03, A04, A05, A06, A07, A08, A09, A10, A11, A12, A13, A14, A15 with skill Python
given mentors B01, B02, B03, B04, B05, B06, B07, B08, B09, B10, B11, B12, B13, B14, B15 with skill Python
given members Dana
as Dana get /p/{p}/mentors?skill=Python -> 200 showing "Next page"
as Dana get {next} -> 200 hiding "Next page"
as Dana get /p/{p}/mentors?q=a -> 200 showing "A01", "A15" hiding "B01", "Next page"

story "F007 two skills become one, and the directory finds their mentors by it"
given programme operation-code
given mentors Ana with skill Python
given mentors Bo with skill Rust
given members Dana
given coordinator Cora
as Cora get /p/{p}/coordinate/skills?q=Rust -> 200
as Cora post /p/{p}/coordinate/skills/merge edit={edit} into=Python -> 303
as Dana get /p/{p}/mentors?skill=Python -> 200 showing "Ana", "Bo"
as Dana get /p/{p}/mentors?skill=Rust -> 200 showing "Ana", "Bo"

story "F183 somebody who is paused stands in no directory"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana
given responders Sue
given pages
as Ana post /p/{p}/report what="Somebody asked me for my password." about="Bo" sharing=named -> 200
as Sue get /p/{p}/safety -> 200
as Sue get /p/{p}/safety/{report} -> 200
as Sue post /p/{p}/safety/{report}/name seen={seen} who=bo@example.org -> 303
as Dana get /p/{p}/mentors -> 200 showing "Ana", "Bo</bdi>"
as Sue get /p/{p}/safety/{report} -> 200
as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Bo} -> 303
as Dana get /p/{p}/mentors -> 200 showing "Ana" hiding "Bo</bdi>"
as Dana get /p/{p}/mentors?q=bo -> 200 hiding "Bo</bdi>"

story "F013 the ready programmes show people to whom their communities do: open-source to everybody, made-tech to nobody, the others to members"
given pages
given programme of programmes/open-source.yaml
given members Dana
as nobody get /p/{p}/mentors -> 200
as Dana get /p/{p}/mentors -> 200
given programme of programmes/made-tech.yaml
given members Eve
as nobody get /p/{p}/mentors -> 404
as Eve get /p/{p}/mentors -> 404
as Eve get /p/{p} -> 200 hiding "Directory"
given programme of programmes/juniordev-sg.yaml
given members Fay
as nobody get /p/{p}/mentors -> 303
as Fay get /p/{p}/mentors -> 200
given programme operation-code
given members Gus
as nobody get /p/{p}/mentors -> 303
as Gus get /p/{p}/mentors -> 200
