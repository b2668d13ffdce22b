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
