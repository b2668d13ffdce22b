# What programs are answered: the contract of the API, told by calls.

story "F073 F169 a program says how it ended, since that is final"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
given request S by Dana with Python
Ana claims R -> 303
Ana claims S -> 303
as Ana post /api/v1/requests/{R}/fulfil -> 422 showing "'field':'outcome'"
as Ana post /api/v1/requests/{R}/fulfil outcome=merged -> 422 showing "'field':'outcome'"
expect R is claimed
as Ana post /api/v1/requests/{R}/fulfil outcome=unreachable -> 422 showing "Too few contact attempts"
as Ana post /api/v1/requests/{R}/fulfil outcome=held -> 200 showing "'outcome':'held'"
as Ana post /api/v1/requests/{S}/attempts -> 200
as Ana post /api/v1/requests/{S}/attempts -> 200
as Ana post /api/v1/requests/{S}/attempts -> 200
as Ana post /api/v1/requests/{S}/fulfil outcome=unreachable reason="No answer on any way" -> 200 showing "'outcome':'unreachable'"

story "F062 story 5: whoever may know of a request is told why not; to all others it is not there"
given programme other-code
given members Foreigner
given programme operation-code
given mentors Ana, Bo with skill Python
given mentor Nora with skill Python without conduct
given members Mona
given coordinator Cora
given request R by Dana with Python title "Nobody must read this" named yes
as Foreigner post /api/v1/requests/{R}/claim -> 404
as Mona post /api/v1/requests/{R}/claim -> 403 showing "'code':'mentor-not-active'", "You can volunteer as a mentor" hiding "Nobody must read", "Dana"
as Mona post /p/{p}/requests/{R}/claim -> 403 showing "Only approved mentors" hiding "Nobody must read", "Dana"
as Mona post /api/v1/requests/{R}/sheet mentor=Mona -> 403 showing "mentor-not-active"
as Mona get /api/v1/requests/{R} -> 404
as Mona post /api/v1/requests/{R}/pass -> 404
as Cora post /api/v1/requests/{R}/claim -> 403 showing "mentor-not-active"
as Dana post /api/v1/requests/{R}/claim -> 403 showing "request-own"
as Nora post /api/v1/requests/{R}/claim -> 403 showing "conduct-first"
as Bo post /api/v1/requests/{R}/release -> 409 showing "request-not-claimed"
Ana claims R -> 303
expect R held by Ana
as Mona post /api/v1/requests/{R}/claim -> 404
as Bo post /api/v1/requests/{R}/claim -> 409 showing "request-taken"
as Bo post /api/v1/requests/{R}/release -> 403 showing "'code':'request-not-yours'", "Have a look at the open requests" hiding "Nobody must read", "Dana", "Ana"
as Bo post /api/v1/requests/{R}/attempts -> 403 showing "request-not-yours"
as Bo post /api/v1/requests/{R}/fulfil outcome=held -> 403 showing "request-not-yours"
as Bo post /api/v1/requests/{R}/pass -> 403 showing "request-not-yours"
as Bo post /p/{p}/requests/{R}/fulfil held_on=2026-11-16 -> 403 showing "Another mentor holds this request" hiding "Nobody must read", "Dana", "Ana"
as Bo post /api/v1/requests/{R}/close reason="I do not like it" -> 403 showing "'code':'forbidden'"
as Bo get /api/v1/requests/{R} -> 404
as Bo get /api/v1/requests/{R}/timeline -> 404
as Ana post /api/v1/requests/{R}/release -> 200
as Ana post /api/v1/requests/{R}/release -> 409 showing "request-not-claimed"
as Dana post /api/v1/requests/{R}/withdraw -> 200
as Bo post /api/v1/requests/{R}/claim -> 409 showing "request-closed" hiding "Nobody must read", "Dana"
as Bo post /api/v1/requests/{R}/attempts -> 409 showing "request-closed"
as Mona post /api/v1/requests/{R}/claim -> 404
as Foreigner post /api/v1/requests/{R}/claim -> 404

story "F071 F062 what one mentor was asked by name never was before the others"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python asking Ana
given request S by Emil with Python asking Ana
as Bo post /api/v1/requests/{R}/claim -> 404
Ana accepts R -> 303
as Bo post /api/v1/requests/{R}/claim -> 404
as Bo post /api/v1/requests/{R}/release -> 404
Ana releases R -> 303
as Bo post /api/v1/requests/{R}/claim -> 200
as Ana post /api/v1/requests/{R}/release -> 403 showing "request-not-yours"
Emil withdraws S -> 303
as Bo post /api/v1/requests/{S}/claim -> 404

story "F061 F169 story 4: a program that comes second learns who was first, and what else waits"
given programme operation-code
given mentors Ana, Bo with skill Python
given request R by Dana with Python title "Nobody must read this"
given request S by Emil with Python title "A similar question"
Ana claims R -> 303
as Bo post /api/v1/requests/{R}/claim -> 409 showing "'detail':'Ana was first.", "'first':'Ana'", "'title':'A similar question'", "OC-2" hiding "Nobody must read", "Dana"
again -> 409 showing "'first':'Ana'"
as Bo post /api/v1/requests/{R}/pass -> 403 showing "'first':null", "'similar':[]"
