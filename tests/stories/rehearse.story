# Other hours of waiting, tried on past requests (F033): nothing is changed, and the hours as they are set say what the clock really did.

story "F033 a change of the ladder is rehearsed on past requests"
  given programme operation-code
  given coordinator Cora
  given mentor Ana with skill Python
  given request R by Dana for code-review with Python
  given request S by Eve for code-review with Python
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Try other hours"
  # R waits 80 hours: its mentors are reminded after 72; S waits 260: reminded, asked one by one, escalated
  later 80 hours
  run due
  Ana claims R -> 303
  later 180 hours
  run due
  as Cora get /p/{p}/coordinate/rehearse -> 200 showing "2 requests were sent", "Mentors were reminded in their room 2 2", "Mentors were asked one by one 1 1", "The escalation contact was told 1 1"
  # sooner: R is asked for, too; later: nobody is told of anything
  as Cora get /p/{p}/coordinate/rehearse?bump=24&ask=48&escalate=252 -> 200 showing "Mentors were reminded in their room 2 2", "Mentors were asked one by one 1 2", "The escalation contact was told 1 1"
  as Cora get /p/{p}/coordinate/rehearse?bump=300&ask=400&escalate=500 -> 200 showing "Mentors were reminded in their room 2 0", "Mentors were asked one by one 1 0", "The escalation contact was told 1 0"
  # nothing was set by it
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Nothing was changed yet"
  as Cora get /p/{p}/coordinate/rehearse?days=1 -> 200 showing "No request was sent in that time"

story "F033 hours that are none, or a ladder that does not climb, are refused at their field; who is no coordinator sees nothing"
  given programme operation-code
  given coordinator Cora
  given mentor Ana with skill Python
  as Cora get /p/{p}/coordinate/rehearse?bump=0 -> 422 showing "Hours until mentors are reminded"
  as Cora get /p/{p}/coordinate/rehearse?bump=200&ask=100 -> 422 showing "This comes after the reminder"
  as Cora get /p/{p}/coordinate/rehearse?ask=300 -> 422 showing "This comes after mentors are asked one by one"
  as Ana get /p/{p}/coordinate/rehearse -> 403
