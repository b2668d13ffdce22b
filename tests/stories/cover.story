# Who coordinates while a coordinator is away, and words that could not be sent.

story "F175 story 29: the only coordinator is away: the stand-in has the list and every act, the timeline names who acted, and it ends by itself"
  given programme operation-code
  given coordinator Cora
  given members Stan
  given mentors Ana, Bo with skill Python
  given request R by Dana with Python title "Waits long"
  as Stan get /p/{p}/coordinate -> 403
  as Cora post /p/{p}/coordinate/stand-in email=cora@example.org until=2026-11-25 -> 422 showing "This is you"
  as Cora post /p/{p}/coordinate/stand-in email=who@example.org until=2026-11-25 -> 422 showing "No member of this programme"
  as Cora post /p/{p}/coordinate/stand-in email=stan@example.org until=2026-11-10 -> 422 showing "after today"
  as Cora post /p/{p}/coordinate/stand-in email=stan@example.org until=2026-11-25 -> 303
  as Cora get /p/{p}/coordinate/stand-in -> 200 showing "Cora Away until", "Stan stands in", "I am back"
  later 4 days
  as Stan get / -> 200 showing "Needs you"
  as Stan get /p/{p}/coordinate -> 200 showing "Waits long", "Remind mentors"
  as Stan get /p/{p}/coordinate/stand-in -> 200 showing "You stand in for a coordinator"
  Stan bumps R -> 303
  as Dana get /p/{p}/requests/{R} -> 200 showing "Stan reminded"
  as Stan post /p/{p}/requests/{R}/assign mentor={Bo} has_agreed=1 -> 303
  as Stan post /p/{p}/coordinate/people/{Stan}/roles role=coordinator act=give -> 403 showing "Only coordinators themselves"
  as Stan post /p/{p}/coordinate/stand-in email=ana@example.org until=2026-11-25 -> 403 showing "Only coordinators themselves"
  later 5 days
  as Stan get /p/{p}/coordinate -> 403
  as Stan post /p/{p}/requests/{R}/release -> 404

story "F175 a coordinator who is back ends the stand-in"
  given programme operation-code
  given coordinator Cora
  given members Stan
  as Cora post /p/{p}/coordinate/stand-in email=stan@example.org until=2026-11-25 -> 303
  as Stan get /p/{p}/coordinate/people -> 303
  later 1 days
  as Stan get /p/{p}/coordinate/people -> 200
  as Stan post /p/{p}/coordinate/stand-in/end -> 303
  as Stan get /p/{p}/coordinate/people -> 200
  as Cora post /p/{p}/coordinate/stand-in/end -> 303
  as Stan get /p/{p}/coordinate/people -> 303
  later 1 days
  as Stan get /p/{p}/coordinate/people -> 403

story "F082 a reply in writing is not lost when the request was withdrawn meanwhile"
  given programme operation-code
  given pages
  given mentors Ana, Bo with skill Python
  given request R by Dana with Python
  as Ana get /p/{p}/requests/{R} -> 200 showing "Ask for more detail"
  Dana withdraws R -> 303
  as Ana post /p/{p}/requests/{R}/detail question="Which part of the queue is slow, and on which machine?" -> 409 showing "This request is closed", "What you wrote is not lost"
  as Ana post /p/{p}/requests/{R}/detail question="Which part of the queue is slow, and on which machine?" -> 409
  as Ana get / -> 200 showing "Words that could not be sent", "Which part of the queue is slow, and on which machine?"
  as Bo get / -> 200 hiding "Which part of the queue"
  as Ana post /me/words/remove words_kept=nonsense -> 400
  later 15 days
  as Ana get / -> 200 hiding "Which part of the queue"

story "F082 an answer that comes after the claim is kept too, short answers and programs' calls are not"
  given programme operation-code
  given pages
  given mentors Ana, Bo with skill Python
  given request R by Dana with Python
  as Ana post /p/{p}/requests/{R}/detail question="What have you tried so far?" -> 303
  Bo claims R -> 303
  Dana answers R answer="I tried three things and this is what I saw." -> 409 showing "What you wrote is not lost"
  Dana answers R answer="ok" -> 409 hiding "What you wrote is not lost"
  as Dana get / -> 200 showing "I tried three things and this is what I saw."
  as nobody post /p/{p}/requests/{R}/answer answer="I tried three things and this is what I saw." -> 401
