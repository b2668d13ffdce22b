story "two coordinators change one service: the second is told, and nothing typed is lost"
given programme operation-code
given coordinator Cora, Carl
as Cora get /p/{p}/coordinate/services -> 200
as Cora get /p/{p}/coordinate/services?edit={edit} -> 200
as Carl post /p/{p}/coordinate/services edit={edit} name="Questions" hint="From Carl" position=1 seen={seen} -> 303
as Cora post /p/{p}/coordinate/services edit={edit} name="Any question" hint="From Cora" position=1 seen={seen} -> 412 showing "nothing is lost", "Any question", "From Cora"
as Carl get /p/{p}/coordinate/services -> 200 showing "Questions" hiding "Any question"
as Cora get /p/{p}/coordinate/services?edit={edit} -> 200 showing "From Carl"
as Cora post /p/{p}/coordinate/services edit={edit} name="Any question" hint="From Cora" position=1 seen={seen} -> 303

story "somebody changes the own profile in two windows: the second window is told, and what was typed stays"
given programme operation-code
given members Dana
as Dana get /me -> 200
as Dana post /me name="Dana Rowe" zone=Europe/Oslo languages=English theme=system seen={seen} -> 303
as Dana post /me name="Dana Rye" zone=Europe/Oslo languages=Norwegian theme=dark seen={seen} -> 412 showing "Somebody changed this since you opened the page", "nothing is lost", "Norwegian"
as Dana get /me -> 200 showing "Dana Rowe" hiding "Norwegian"
as Dana post /me name="Dana Rye" zone=Europe/Oslo languages=Norwegian theme=dark seen={seen} -> 303
as Dana get /me -> 200 showing "Dana Rye", "Norwegian"

story "told that somebody changed it, a second press of the same form goes through"
given programme operation-code
given members Dana
as Dana get /me -> 200
as Dana post /me name="Dana Rowe" zone=Europe/Oslo languages=English theme=system seen={seen} -> 303
as Dana post /me name="Dana Rye" zone=Europe/Oslo languages=English theme=system seen={seen} -> 412 showing "Dana Rye"
as Dana post /me name="Dana Rye" zone=Europe/Oslo languages=English theme=system seen={seen} -> 303
as Dana get /me -> 200 showing "Dana Rye"

story "a mentor's record in two windows"
given programme operation-code
given mentors Ana with skill Python
as Ana get /p/{p}/mentor -> 200
as Ana post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="First window." seen={seen} -> 303
as Ana post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=3 bio="Second window." seen={seen} -> 412 showing "Second window."
as Ana get /p/{p}/mentor -> 200 showing "First window."
as Ana post /p/{p}/mentor mentor_skills=Python mentor_services=code-review capacity=3 bio="Second window." seen={seen} -> 303

story "programs of coordinators read what needs them, what was left for them, and keep views"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora, Carl
given request R by Dana for code-review with Python title "Why does my loop end early"
later 72 hours
as Cora get /api/v1/programmes/{p}/needs -> 200 showing "Why does my loop end early", "has_more"
as Ana get /api/v1/programmes/{p}/needs -> 403
as Cora post /api/v1/programmes/{p}/handovers words="Dana is on holiday until Monday" -> 204
later 1 seconds
as Cora post /api/v1/programmes/{p}/handovers words="Bo has two places free" -> 204
as Carl get /api/v1/programmes/{p}/handovers?limit=1 -> 200 showing "Bo has two places free", "after=" hiding "Dana is on holiday"
as Carl get /api/v1/programmes/{p}/handovers?after=0 -> 422 showing "no cursor of ours"
as Cora post /api/v1/programmes/{p}/views name="Waiting reviews" query="state=open" is_shared=1 -> 201 showing "Waiting reviews"
as Cora post /api/v1/programmes/{p}/views name="Mine alone" query="state=claimed" -> 201 showing "Mine alone"
as Carl get /api/v1/programmes/{p}/views -> 200 showing "Waiting reviews", "state=open" hiding "Mine alone"
as Carl post /api/v1/programmes/{p}/views/{Ana}/end -> 404
as Ana get /api/v1/programmes/{p}/views -> 403

story "what belongs to a request pages too"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
Ana claims R -> 303
as Ana post /api/v1/requests/{R}/notes audience=pair words="First note of the pair" -> 201
later 1 hours
as Ana post /api/v1/requests/{R}/notes audience=pair words="Second note of the pair" -> 201
as Ana get /api/v1/requests/{R}/notes?limit=1 -> 200 showing "Second note", "limit=1" hiding "First note"
as Ana get /api/v1/requests/{R}/timeline?limit=1 -> 200 showing "after="
as Ana get /api/v1/requests/{R}/timeline?limit=100 -> 200 showing "claimed" hiding "after="
as Ana get /api/v1/requests/{R}/attempts?limit=101 -> 422
