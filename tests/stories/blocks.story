story "F020 who is blocked finds the other nowhere and is told nothing: lists, search, sheet, profile, directory, claim"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana
given coordinator Cora
given request R by Dana with Python title "My first compiler"
as Ana get /p/{p}/requests?show=all -> 200 showing "My first compiler"
as Dana get /p/{p}/people/{Ana} -> 200 showing "Keep this person away from me"
as Dana post /p/{p}/people/{Ana}/block -> 303
as Dana get /me/blocks -> 200 showing "Ana"
as Ana get /p/{p}/requests?show=all -> 200 hiding "My first compiler"
as Ana get /p/{p}/requests?show=all&sort=newest -> 200 hiding "My first compiler"
as Ana get /p/{p}/requests?show=all&q=compiler -> 200 hiding "My first compiler"
as Ana get /p/{p}/sheet -> 200 hiding "My first compiler"
as Ana get /api/v1/programmes/{p}/requests -> 200 hiding "My first compiler"
as Ana get /p/{p}/requests/{R} -> 404
as Ana get /api/v1/requests/{R} -> 404
Ana claims R -> 404
as Ana post /p/{p}/requests/{R}/pass -> 404
as Ana post /p/{p}/requests/{R}/detail question="What is it about, please?" -> 404
as Dana get /p/{p}/people/{Ana} -> 404
as Dana get /p/{p}/mentors -> 200 showing "Bo" hiding "Ana</bdi>"
as Dana get /p/{p}/mentors?q=ana -> 200 hiding "Ana</bdi>"
as Dana get /p/{p}/requests/new/when -> 200 showing "Bo" hiding "Ana"
as Ana get /me/blocks -> 200 hiding "Dana"
as Bo get /p/{p}/requests?show=all -> 200 showing "My first compiler"
as Cora get /p/{p}/people/{Ana} -> 200
as Cora get /p/{p}/coordinate/requests -> 200 showing "My first compiler"
as Cora get /api/v1/programmes/{p}/record -> 200 hiding "block"
run letters
expect letter to Ana never containing "Dana"
expect letter to Ana never containing "block"
as Dana get /me/blocks -> 200
as Dana get /api/v1/me/blocks -> 200 showing "'label':'Ana'"

story "F020 it holds both ways: a mentor who blocks a mentee sees and gets no request of theirs"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana
as Dana post /p/{p}/me listed=1 -> 303
as Ana get /p/{p}/mentors?who=mentees -> 200 showing "Dana"
as Ana post /p/{p}/people/{Dana}/block -> 303
as Ana get /p/{p}/mentors?who=mentees -> 200 hiding "Dana"
as Dana get /p/{p}/mentors -> 200 hiding "Ana</bdi>"
given request R by Dana with Python title "My first compiler"
as Ana get /p/{p}/requests?show=all -> 200 hiding "My first compiler"
Ana claims R -> 404
Bo claims R -> 303
expect R held by Bo
as Ana get /p/{p}/requests/{R} -> 404

story "F020 F058 nobody asks a mentor for somebody they are apart from: not one by one, not by name, not by a colleague"
given programme operation-code
given mentors Ana, Bo, Cleo with skill Python
given members Dana
given coordinator Cora
as Dana post /p/{p}/people/{Ana}/block -> 303
given request R by Dana with Python title "My first compiler"
later 170 hours
run due
run letters
expect letter to Bo containing "My first compiler"
expect letter to Ana never containing "My first compiler"
as Bo post /p/{p}/requests/{R}/pass suggested={Ana} -> 303
run letters
expect letter to Ana never containing "My first compiler"
Cora assigns R mentor={Ana} has_agreed=1 -> 403
expect R is open
Cora assigns R mentor={Ana} reason="She has time, I know it" -> 403
expect R is open
Cora assigns R mentor={Cleo} has_agreed=1 -> 303
expect R held by Cleo

story "F020 F071 a mentor asked by name who is blocked then: it opens to the others at once"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python title "My first compiler" asking Ana
as Bo get /p/{p}/requests?show=all -> 200 hiding "My first compiler"
as Dana post /p/{p}/people/{Ana}/block -> 303
Ana accepts R -> 404
run due
expect R is open
as Bo get /p/{p}/requests?show=all -> 200 showing "My first compiler"
as Ana get /p/{p}/requests?show=all -> 200 hiding "My first compiler"

story "F020 what one holds of the other goes on, and contact ends with it"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python title "My first compiler"
Ana claims R -> 303
as Dana post /p/{p}/people/{Ana}/block -> 303
as Ana get /p/{p}/requests/{R} -> 200 showing "My first compiler"
as Ana get /p/{p}/people/{Dana} -> 200 showing "Dana@example.org"
Ana releases R reason="I leave now" -> 303
as Ana get /p/{p}/people/{Dana} -> 404
as Ana get /p/{p}/requests/{R} -> 404
Ana claims R -> 404

story "F020 a block is ended, and both find each other again"
given programme operation-code
given mentors Ana with skill Python
given members Dana
given request R by Dana with Python title "My first compiler"
as Dana post /api/v1/programmes/{p}/people/{Ana}/block -> 204
as Dana post /api/v1/programmes/{p}/people/{Dana}/block -> 409
as Ana get /p/{p}/requests?show=all -> 200 hiding "My first compiler"
as Ana post /api/v1/me/blocks/end block=00000000000zz -> 409
as Dana get /api/v1/me/blocks -> 200 showing "'label':'Ana'"
name B as new
as Ana post /me/blocks/end block={B} -> 409
as Ana get /p/{p}/requests?show=all -> 200 hiding "My first compiler"
as Dana post /me/blocks/end block={B} -> 303
as Dana get /me/blocks -> 200 showing "Nobody"
as Ana get /p/{p}/requests?show=all -> 200 showing "My first compiler"
Ana claims R -> 303

story "F020 T3 by address, before first sight: the answer never says who is here"
given programme operation-code
given mentors Ana with skill Python
given members Dana
given coordinator Cora
as Dana post /api/v1/me/blocks email=ana@example.org -> 200 showing "'label':'ana@example.org'" hiding "'label':'Ana'"
as Dana post /api/v1/me/blocks email=later@example.org -> 200 showing "'label':'later@example.org'"
as Dana post /me/blocks email=nonsense -> 422
as Dana post /me/blocks email=dana@example.org -> 409
as Dana get /p/{p}/mentors -> 200 hiding "Ana</bdi>"
as Cora post /p/{p}/coordinate/people name="Lena Arrives" email=later@example.org zone=UTC -> 303
as Dana get /me/blocks -> 200 showing "later@example.org" hiding "Lena Arrives"
as Dana post /p/{p}/me listed=1 -> 303
given members Later
as Later get /p/{p}/mentors?who=mentees -> 200 hiding "Dana"
given members Other
as Other get /p/{p}/mentors?who=mentees -> 200 showing "Dana"
as nobody get /me/blocks -> 303

story "F020 F038 F047 a project's contact and whoever applies to it who are kept apart: the contact reads, elects and chooses nobody of them, counts do not tell, and coordinators see all"
given pages
given programme of programmes/open-source.yaml
given setting choice.by project
given coordinator Cora
given members Paula, Dana, Mona, Nora, Max
as Cora post /p/{p}/coordinate/rounds name="Spring" mentor_opens=2026-11-01 mentor_closes=2026-12-20 mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
run due
as Paula get /p/{p}/openings -> 200
as Paula post /p/{p}/openings round={round} project="Lantern" url=https://lantern.example/ goals="The parser shall say what is wrong." places=1 -> 303
as Paula get /p/{p}/openings -> 200
as Cora post /p/{p}/openings/{opening}/decide decision=announce -> 303
run due
as Dana post /p/{p}/conduct version=1 accepted=1 -> 303
as Mona post /p/{p}/conduct version=1 accepted=1 -> 303
as Nora post /p/{p}/conduct version=1 accepted=1 -> 303
as Max post /p/{p}/conduct version=1 accepted=1 -> 303
# Dana keeps the contact away, the contact keeps Nora away
as Dana post /me/blocks email=paula@example.org -> 303
as Paula post /me/blocks email=nora@example.org -> 303
as Dana get /p/{p}/openings/{opening} -> 200 showing "Lantern" hiding "Paula"
as Dana post /p/{p}/join/mentor opening={opening} forge=https://forge.example/2 expertise="Its documentation, all of it." aims="To see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
later 1 minutes
as Cora get /p/{p}/review -> 200 showing "Dana"
expect page has {application}
as Cora get /p/{p}/openings/{opening} -> 200 showing "Dana"
as Paula get /p/{p}/openings/{opening} -> 200 showing "Nobody yet." hiding "Dana", "documentation"
as Paula get /api/v1/programmes/{p}/openings/{opening} -> 200 hiding "Dana", "documentation"
as Paula post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 409 showing "Somebody changed this"
# a nomination is kept as it was written, and its letter leaves to nobody
as Paula post /p/{p}/openings/{opening}/nominate name="Dana" email=dana@example.org -> 303
as Paula get /p/{p}/openings/{opening} -> 200 showing "Dana", "asked on" hiding "applied</span>"
as Cora get /p/{p}/openings/{opening} -> 200 showing "applied"
run letters
expect letter to Dana never containing "Paula"
as Cora post /p/{p}/openings/{opening}/elect application={application} decision=elect -> 303
# the short list as its contact reads it
as Nora post /p/{p}/join/mentee opening={opening} level=2 goals="Reading the code of others without fear." focus=Code hours="3 to 5" preferred=en preferred_level=fluent english=Fluent other_language=No terms=1 -> 303
later 1 minutes
as Cora get /p/{p}/review -> 200 showing "Nora"
expect page has {application}
as Cora post /p/{p}/review/{application}/decide decision=short-list -> 303
as Cora post /p/{p}/openings/{opening}/list -> 303
as Paula get /p/{p}/openings/{opening} -> 200 showing "Nobody is on it any more." hiding "Nora"
as Cora get /p/{p}/openings/{opening} -> 200 showing "Nora"
as Paula post /p/{p}/openings/{opening}/choose chosen={application} -> 409
as Cora post /p/{p}/openings/{opening}/choose chosen={application} -> 303
as Nora get /p/{p}/join/mentee -> 200 showing "Chosen by the project"

story "F020 F044 whoever reviews finds no application of somebody they are kept apart from, in either direction: list, page, program, taking it up, scoring"
given programme of tests/programmes/choir.yaml
given coordinator Cora
given reviewers Rita, Rolf
given members Dana
as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
run due
as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
later 1 minutes
as Rita get /p/{p}/review -> 200 showing "Dana"
as Rita post /p/{p}/review/{application}/take -> 303
as Dana post /me/blocks email=rita@example.org -> 303
as Rolf post /me/blocks email=dana@example.org -> 303
as Rita get /p/{p}/review -> 200 hiding "Dana"
as Rita get /api/v1/programmes/{p}/review -> 200 hiding "Dana"
as Rita get /p/{p}/review/{application} -> 404
as Rita get /api/v1/programmes/{p}/review/{application} -> 404
as Rita post /p/{p}/review/{application}/score score=1 -> 404
as Cora post /p/{p}/review/{application}/take -> 303
as Rolf get /p/{p}/review -> 200 hiding "Dana"
as Rolf get /p/{p}/review/{application} -> 404
as Rolf post /p/{p}/review/{application}/take -> 404
as Cora get /p/{p}/review -> 200 showing "Dana"
as Cora get /p/{p}/review/{application} -> 200 showing "grandmother"
as Cora get /api/v1/programmes/{p}/record -> 200 hiding "block"
