story "F171 F068 what needs a coordinator stands first, each with its act"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  given request R by Dana for code-review with Python title "An old question of mine"
  as Cora get /p/{p}/coordinate -> 200 showing "Nothing needs you" hiding "An old question"
  later 73 hours
  as Cora get /p/{p}/coordinate -> 200 showing "Needs you", "An old question of mine", "Unclaimed 3 d", "Remind mentors"
  as Ana get /p/{p}/coordinate -> 403
  Cora bumps R -> 303
  again -> 303
  Cora bumps R -> 409 showing "half a day"
  as Cora get /p/{p}/requests/{R} -> 200 showing "Mentors were reminded by hand once", "Cora reminded the mentors"
  later 13 hours
  Cora bumps R -> 303
  Ana claims R -> 303
  Cora bumps R -> 409
  later 73 hours
  as Cora get /p/{p}/coordinate -> 200 showing "Ana has not written yet"

story "F171 F069 past the last step of the ladder a coordinator escalates from the list, once"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  given escalation Ed
  given request R by Dana for code-review with Python title "Waits too long"
  later 251 hours
  as Cora get /p/{p}/coordinate -> 200 showing "Remind mentors" hiding "Escalate"
  later 2 hours
  as Cora get /p/{p}/coordinate -> 200 showing "Remind mentors", "Escalate Waits too long"
  as Ed get /p/{p}/coordinate -> 200 showing "Waits too long" hiding "Escalate Waits", "Remind mentors"
  Cora escalates R -> 303
  as Cora get /p/{p}/coordinate -> 200 showing "Escalated", "Remind mentors" hiding "Escalate Waits"

story "F171 what needs a coordinator is their turn on the first page too"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  given escalation Ed
  given request R by Dana for code-review with Python title "Soon late"
  as Cora get / -> 200 showing "Nothing is waiting for you"
  Ana claims R -> 303
  later 73 hours
  as Cora get /p/{p}/coordinate -> 200 showing "Ana has not written yet"
  as Cora get / -> 200 showing "Your turn: look after what waits" hiding "Nothing is waiting for you"
  as Ed get / -> 200 showing "Your turn: look after what waits"
  as Ana get / -> 200 showing "Your turn: write to Dana" hiding "look after what waits"

story "F171 names that run from right to left do not turn the words around them"
  given programme operation-code
  given mentor مريم with skill Python
  given coordinator Cora
  given request R by Dana for code-review with Python title "مرحبا, what now?"
  as Cora get /p/{p}/coordinate/people?tab=mentors -> 200 showing "<bdi>مريم</bdi>"
  as Cora get /p/{p}/requests/{R} -> 200 showing "<bdi>مرحبا, what now?</bdi>", "<bdi>Dana</bdi> sent the request"

story "F171 volunteers who wait and mentors without the code of conduct need a coordinator too"
  given programme operation-code
  given coordinator Cora
  given volunteer Vera with skill Python
  given mentor Nils with skill Python without conduct
  as Cora get /p/{p}/coordinate -> 200 showing "Vera", "Wants to be a mentor", "Look at the application of Vera", "Nils", "Has not accepted what must be accepted here", "Look at the mentor Nils"
  as Cora get / -> 200 showing "Your turn: look after what waits" hiding "Nothing is waiting"

story "F069 a coordinator escalates, the contact sees it first and assigns"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  given escalation Ed
  given request R by Dana for code-review with Python
  Cora escalates R reason="Nobody here knows it" -> 303
  Cora escalates R -> 409 showing "escalated already"
  as Ed get /p/{p}/coordinate -> 200 showing "Escalated" hiding "Remind mentors"
  as Ed get /p/{p}/requests/{R} -> 200 showing "Cora wrote to the escalation contact: Nobody here knows it"
  Ed assigns R mentor={Ana} has_agreed=1 -> 303
  expect R held by Ana

story "F081 duplicates of one mentee are merged; who held the one that goes is told where it goes on"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  given request R by Dana for code-review with Python title "Why does my loop end early"
  given request S by Dana for code-review with Python title "My loop ends too early, again"
  given request T by Eve for code-review with Python
  Ana claims S -> 303
  Cora merges S into=999 -> 422 showing "no request with this number"
  Cora merges S into=3 -> 422 showing "There is a problem", "same mentee", "#merge_form-into"
  Cora merges S into=2 -> 422
  Cora merges S into=1 -> 303
  expect S is declined
  as Ana get /p/{p}/requests/{S} -> 200 showing "Cora merged it into OC-1"
  as Dana get /p/{p}/requests/{R} -> 200 showing "Cora merged OC-2 into it"
  Cora merges S into=1 -> 409

story "F078 a request that came by mail is written down, as old as it really is"
  given programme operation-code
  given mentor Ana with skill Python
  given coordinator Cora
  as Cora get /p/{p}/coordinate/requests/new -> 200 showing "Write a request down"
  as Cora post /p/{p}/coordinate/requests/new email=nadia@example.org service=code-review also=Python title="A question by mail" details="She would like somebody to read her parser." asked_on=2026-11-12 -> 422 showing "Write the name"
  as Cora post /p/{p}/coordinate/requests/new email=nadia@example.org name="Nadia Ben" service=code-review also=Python title="A question by mail" details="She would like somebody to read her parser." asked_on=2026-11-17 -> 422 showing "There is a problem", "later than now", "#intake_form-asked_on"
  as Cora post /p/{p}/coordinate/requests/new email=nadia@example.org name="Nadia Ben" service=code-review also=Python title="A question by mail" details="She would like somebody to read her parser." asked_on=2026-11-12 asked_at=09:00 -> 303
  as Cora get /p/{p}/coordinate -> 200 showing "A question by mail", "Unclaimed 4 d", "Nadia Ben"
  as Ana get /p/{p}/requests -> 200 showing "A question by mail" hiding "Nadia"

story "F174 many rows at once, each by its own rule, and the table as a file"
  given programme operation-code
  given mentors Ana, Bo with skill Python
  given coordinator Cora
  given request R by Dana for code-review with Python title "=HYPERLINK(1) is no formula"
  given request S by Dana for code-review with Python title "Another one of hers"
  Ana claims S -> 303
  as Cora post /p/{p}/coordinate/requests act=bump -> 422 showing "Choose at least 1"
  as Cora post /p/{p}/coordinate/requests pick={R} pick={S} act=close -> 422 showing "There is a problem", "Write why they are closed"
  as Cora post /p/{p}/coordinate/requests pick={R} pick={S} act=bump -> 200 showing "1 request was changed", "not changed", "not open right now"
  again -> 303
  as Cora post /p/{p}/coordinate/requests pick={R} pick={S} act=assign mentor={Bo} has_agreed=1 -> 200 showing "1 request was changed"
  expect R held by Bo
  expect S held by Ana
  as Cora post /p/{p}/coordinate/requests pick={R} pick={S} act=close reason="Solved in the chat" -> 200 showing "2 requests were changed"
  expect R is declined
  as Cora post /p/{p}/coordinate/export format=csv -> 200 showing "'=HYPERLINK(1)"
  as Cora post /p/{p}/coordinate/export format=xlsx -> 200 showing "xl/worksheets/sheet1.xml"
  as Cora post /p/{p}/coordinate/export format=json -> 200 showing "Another one of hers"
  as Ana post /p/{p}/coordinate/export format=csv -> 403

story "F174 F175 views are kept and shared, and coordinators leave notes for each other"
  given programme operation-code
  given coordinator Cora, Carl
  as Cora post /p/{p}/coordinate/views name="Waiting reviews" query="state=waiting&service=code-review" is_shared=1 -> 303
  as Carl post /p/{p}/coordinate/views name="Waiting reviews" query="state=open" -> 422 showing "A view of this name is there already"
  as Cora post /p/{p}/coordinate/views name=Evil query="javascript:alert(1)" -> 422 showing "filters of the list and nothing else"
  as Cora post /p/{p}/coordinate/views name=Evil query="q=мост" -> 422 showing "filters of the list and nothing else"
  as Carl get /p/{p}/coordinate/requests -> 200 showing "Waiting reviews", "state=waiting"
  as Cora post /p/{p}/coordinate/notes words="Dana is on holiday until Monday" -> 303
  as Carl get /p/{p}/coordinate -> 200 showing "Dana is on holiday until Monday", "Cora"
