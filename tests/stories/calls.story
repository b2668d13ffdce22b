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

story "F081 F169 a merged request says so, and where it goes on; the one that stays is named as programs know it"
given programme operation-code
given setting request.max_open 9
given setting request.max_day 9
given mentor Ana with skill Python
given coordinator Cora
given request R by Dana with Python
given request S by Dana with Python
given request T by Dana with Python
given request U by Dana with Python
Ana claims S -> 303
as Cora post /api/v1/requests/{S}/merge into=none -> 422 showing "'field':'into'"
as Cora post /api/v1/requests/{S}/merge into={R} -> 200 showing "'outcome':'merged'", "'merged_into':'{R}'"
as Cora post /api/v1/requests/{T}/merge into=oc-1 -> 200 showing "'merged_into':'{R}'"
as Cora post /api/v1/requests/{U}/merge into=1 -> 200 showing "'merged_into':'{R}'"
as Ana get /api/v1/requests/{S} -> 200 showing "'outcome':'merged','", "'merged_into':null"
as Dana get /api/v1/requests/{S}/timeline -> 200 showing "'before':'claimed','after':'closed: merged'"
as Dana get /api/v1/programmes/{p}/requests?state=closed -> 200 showing "'outcome':'merged'"
as Dana get /p/{p}/requests/{S} -> 200 showing "Merged"
as Dana get /p/{p}/history -> 200 showing "Merged"
as Cora get /p/{p}/coordinate/requests -> 200 showing "Merged"

story "F078 F169 a program writes a request down with its skills as a list, and coordinators see who did, and how often mentors were reminded"
given programme operation-code
given mentor Ana with skill Python
given coordinator Cora
as Cora post /api/v1/programmes/{p}/intake email=nadia@example.org name="Nadia Ben" service=code-review skills=py skills=golf title="A question by mail" details="She would like somebody to read her parser." asked_on=2026-11-12 -> 422 showing "'field':'skills'"
as Cora post /api/v1/programmes/{p}/intake email=nadia@example.org name="Nadia Ben" service=code-review skills=python skills=JS title="A question by mail" details="She would like somebody to read her parser." asked_on=2026-11-12 -> 201 showing "'skills':['Python','JavaScript']", "'bumps':0", "'name':'Cora'"
as Cora get /api/v1/programmes/{p}/needs -> 200 showing "'kind':'late','act':'bump'"
as Ana get /api/v1/programmes/{p}/requests -> 200 showing "A question by mail" hiding "Cora"

story "F174 F169 many at once, the sheet, a history, who coordinates and the record: for programs too"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given members Mona
given request R by Dana with Python title "The first question"
given request S by Dana with Python title "The second question"
Ana claims S -> 303
as Cora post /api/v1/programmes/{p}/requests/bulk act=close pick={R} pick={S} -> 422 showing "'field':'reason'"
as Cora post /api/v1/programmes/{p}/requests/bulk act=bump pick={R} pick={S} pick={Mona} -> 200 showing "'done':1", "'id':'{R}','is_done':true,'detail':null", "'id':'{S}','is_done':false"
again -> 200 showing "'done':1"
as Bo post /api/v1/programmes/{p}/requests/bulk act=bump pick={R} -> 403
as Ana get /api/v1/programmes/{p}/sheet -> 200 showing "The first question", "The second question", "'mentee':'Dana'", "'mentee':null"
as Bo get /api/v1/programmes/{p}/sheet?limit=1 -> 200 showing "The first question" hiding "The second question", "Dana"
as Mona get /api/v1/programmes/{p}/sheet -> 403
as Cora get /api/v1/programmes/{p}/people/{Dana}/history -> 200 showing "The first question", "The second question", "'helped':[]"
as Cora get /api/v1/programmes/{p}/people/{Ana}/history -> 200 showing "'asked':[]", "'mentee':'Dana'"
as Bo get /api/v1/programmes/{p}/people/{Ana}/history -> 403
as Cora get /api/v1/programmes/{p}/coordinators -> 200 showing "'name':'Cora','stand_in':null"
as Cora post /p/{p}/coordinate/stand-in email=mona@example.org until=2026-11-20 -> 303
as Cora get /api/v1/programmes/{p}/coordinators -> 200 showing "'stand_in':'Mona'"
later 1 hours
as Cora post /api/v1/programmes/{p}/stand-in/end -> 200 showing "'stand_in':null"
as Cora get /api/v1/programmes/{p}/record?limit=2 -> 200 showing "'kind':'stand-in-ended','actor':'Cora'", "'next':'/api"
as Ana get /api/v1/programmes/{p}/record -> 403

story "F171 programs learn of volunteers who wait and mentors without the code of conduct"
given programme operation-code
given coordinator Cora
given escalation Ed
given volunteer Vera with skill Python
given mentor Nils with skill Python without conduct
as Cora get /api/v1/programmes/{p}/needs -> 200 showing "'kind':'volunteer','id':'{Vera}','name':'Vera'", "'kind':'no-conduct','id':'{Nils}','name':'Nils'"
as Ed get /api/v1/programmes/{p}/needs -> 200 showing "'people':[]" hiding "Vera"

story "F055 story 7: a question stops the clock, and the reminder comes 22 h after the answer"
given programme operation-code
given coordinator Cora
given request R by Ana with Python details="I would like some help please"
later 50 hours
as Cora get /p/{p}/requests/{R} -> 200 showing "mentors are reminded: Thu 19 Nov, 09:00 UTC"
Cora asks R question="What would you like help with?" -> 303
expect R is needs-detail
later 2 days
as Cora get /api/v1/requests/{R} -> 200 showing "'waited_seconds':180000", "'waiting_since_at':null"
as Cora get /api/v1/programmes/{p}/needs -> 200 hiding "OC-1"
Ana answers R answer="My parser reads every line twice." -> 303
as Ana get /p/{p}/requests/{R} -> 200 showing "mentors are reminded: Sat 21 Nov, 09:00 UTC", "in 22 hours"
later 21 hours
as Cora get /api/v1/programmes/{p}/needs -> 200 hiding "OC-1"
later 1 hours
as Cora get /api/v1/programmes/{p}/needs -> 200 showing "OC-1", "'kind':'late'"

story "F077 how often somebody asked, and who met whom"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given request R by Dana with Python title "The first question"
Ana claims R -> 303
Ana fulfils R held_on=2026-11-16 -> 303
given request S by Dana with Python title "The second question"
Bo claims S -> 303
as Cora get /p/{p}/people/{Dana}/history -> 200 showing "Asked 2 times; held: 1", "Claimed 0 times", "The first question", "with Ana", "The second question", "with Bo"
as Cora get /p/{p}/people/{Ana}/history -> 200 showing "Claimed once; people helped: 1", "Helped", "Dana" hiding "The second question"
as Cora get /p/{p}/people/{Ana}/history?claims-after=0000000000001 -> 200 showing "Claimed once", "No claims yet"
as Cora get /api/v1/programmes/{p}/people/{Dana}/history -> 200 showing "'asked_times':2,'held_times':1,'claimed_times':0,'people_helped':0", "'number':'OC-1','state':'closed','outcome':'held'", "'mentor':'Ana'", "'mentor':'Bo'"
as Cora get /api/v1/programmes/{p}/people/{Ana}/history -> 200 showing "'outcome':'held','mentee':'Dana'", "'ending':'closed'"
as Dana get /p/{p}/people/{Ana}/history -> 403

story "F173 the record says who, before and after, on which way"
given programme operation-code
given mentor Ana with skill Python
given coordinator Cora
given request R by Dana with Python
Ana claims R -> 303
Ana fulfils R held_on=2026-11-16 -> 303
as Cora get /api/v1/requests/{R}/timeline -> 200 showing "'kind':'claimed','actor':'Ana','detail':null,'before':'open','after':'claimed'", "'before':'claimed','after':'closed: held'"
as Cora get /api/v1/programmes/{p}/record -> 200 showing "'kind':'held','actor':'Ana'", "'before':'claimed','after':'closed: held','is_sealed':false"
run seal
as Cora get /api/v1/programmes/{p}/record -> 200 showing "'kind':'held','actor':'Ana'", "'after':'closed: held','is_sealed':true"

story "F169 the contract: a token, a request made, a claim, the same call again, an old tag, a problem"
given programme operation-code
given mentors Ana, Bo with skill Python
given members Dana
as Dana get /api/v1/me -> 200 showing "'name':'Dana'"
as nobody get /api/v1/me -> 401 showing "'code':'sign-in-first'", "Authorization: Bearer"
as Dana post /api/v1/programmes/{p}/requests service=code-review skills=Python details="Is my folder layout sensible for a team?" -> 201 showing "'number':'OC-1'"
again -> 201 showing "'number':'OC-1'"
as Dana get /api/v1/programmes/{p}/requests -> 200 showing "OC-1" hiding "OC-2"
given request R by Dana with Python
as Ana post /api/v1/requests/{R}/claim -> 200 showing "'state':'claimed'", "Dana@example.org"
again -> 200 showing "'state':'claimed'"
as Bo post /api/v1/requests/{R}/claim -> 409 showing "'title':", "'status':409", "'first':'Ana'"
as Ana post /api/v1/requests/{R}/fulfil outcome=held held_on=2027-01-01 -> 422 showing "has not come yet"
as Ana post /api/v1/requests/{R}/fulfil outcome=held surprise=1 -> 422 showing "is not known here"
