# Reports of a violation and the cases that safety responders make of them (F143, F144, F145, T29, L45, L46; TRUST.md 6.7).

story "F143 L45 L46 a report reaches those who were shown, and nobody learns of it from anything else"
  given pages
  given programme operation-code
  given members Dana, Mona
  given coordinator Cora
  given escalation Ed
  given admin Ida
  given responders Sue, Sam
  as Dana get /p/{p}/report -> 200 showing "Who will read it", "Sue", "Sam", "Each time that somebody opens it is written down", "You are signed in as Dana" hiding "How can you be reached"
  as Dana post /p/{p}/report what="He wrote to me at night again and again." about="Mona" sharing=named -> 200 showing "It is shown once"
  run letters
  expect letter to Sue once containing "waits for you"
  expect letter to Sam once containing "waits for you"
  expect letter to Dana once containing "there is news"
  expect letter to Sue never containing "night"
  expect letter to Sue never containing "Dana"
  expect letter to Cora never containing "waits for you"
  expect letter to Ed never containing "waits for you"
  as Sue get /p/{p}/safety -> 200 showing "Sent", "With a name", "Nobody yet"
  as Sue get /p/{p}/safety/{report} -> 200 showing "He wrote to me at night", "Mona", "Dana", "Who opened it"
  as Sam get /p/{p}/safety/{report} -> 200 showing "He wrote to me at night"
  as Cora get /p/{p}/safety -> 404
  as Cora get /p/{p}/safety/{report} -> 404
  as Ed get /p/{p}/safety -> 404
  as Mona get /p/{p}/safety/{report} -> 404
  as Ida get /p/{p}/safety -> 404
  as nobody get /p/{p}/safety -> 303
  as Cora post /p/{p}/safety/{report}/acknowledge seen=1 -> 404
  as Cora get /p/{p}/coordinate/letters -> 200 hiding "news", "Sue"
  as Cora get /p/{p}/coordinate/settings -> 200 hiding "night", "report-"
  as Ida get /admin/letters?state=sent -> 200 hiding "news of a report", "Sue"
  as Ida get /admin/jobs -> 200 hiding "night"

story "F143 whoever it is about reads nothing of it, though they read reports: ticked, named in the words, or written down later"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue, Sam, Rolf
  as Dana post /p/{p}/report what="Sam shouted at me in the session." not_for={Sam} sharing=confidential -> 200 showing "will not read it"
  as Sam get /p/{p}/safety -> 200 showing "No report for you to read"
  as Sue get /p/{p}/safety -> 200 showing "Confidential"
  as Sam get /p/{p}/safety/{report} -> 404
  as Sam post /p/{p}/safety/{report}/note seen=1 words="I never did" -> 404
  run letters
  expect letter to Sam never containing "waits for you"
  expect letter to Sue once containing "waits for you"
  later 1 hours
  as Dana post /p/{p}/report what="Something else that happened." about="it was  SUE, I think" sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200 hiding "Anonymous"
  as Rolf get /p/{p}/safety -> 200 showing "Anonymous"
  as Rolf get /p/{p}/safety/{report} -> 200 showing "Something else"
  as Rolf post /p/{p}/safety/{report}/name seen={seen} who=nobody-here -> 422 showing "No member of this programme has this name"
  as Rolf post /p/{p}/safety/{report}/name seen={seen} who=Rolf -> 303
  as Rolf get /p/{p}/safety/{report} -> 404
  as Sam get /p/{p}/safety/{report} -> 200 showing "wrote down that it is about"

story "F143 a responder who was appointed later reads what is written from then on, and older reports once nobody else is left"
  given pages
  given programme operation-code
  given members Dana, Nora, Max
  given coordinator Cora
  given escalation Ed
  given responders Sue
  as Dana post /p/{p}/report what="It was before Nora came." about="somebody" sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200 showing "Anonymous"
  as Sue get /p/{p}/safety/{report} -> 200
  as Cora get /p/{p}/coordinate/responders -> 200 showing "Sue", "You learn nothing of any report"
  as Cora post /p/{p}/coordinate/responders email=nobody@example.org -> 422 showing "No member of this programme"
  as Cora post /p/{p}/coordinate/responders email=cora@example.org -> 422 showing "Nobody appoints themselves"
  as Cora post /p/{p}/coordinate/responders email=nora@example.org -> 303
  later 1 minutes
  as Nora get /p/{p}/safety -> 200 showing "No report for you to read"
  as Nora get /p/{p}/safety/{report} -> 404
  run letters
  expect letter to Nora never containing "waits for you"
  as Cora post /p/{p}/coordinate/responders/end person={Sue} -> 303
  run letters
  expect letter to Nora once containing "waits for you"
  as Cora post /p/{p}/coordinate/responders email=max@example.org -> 303
  run letters
  expect letter to Max once containing "waits for you"
  expect letter to Nora once containing "waits for you"
  later 1 minutes
  as Sue get /p/{p}/safety -> 404
  as Nora get /p/{p}/safety/{report} -> 200 showing "before Nora came"
  as Dana get /p/{p}/safety -> 404

story "F143 a coordinator whom a report names never reads it, though they become a responder when nobody else is left"
  given pages
  given programme operation-code
  given members Dana
  given coordinator Cora
  given coordinator Cid
  given responders Sue
  as Dana post /p/{p}/report what="He threatened me." about="It was Cid’s message" sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200 showing "Anonymous"
  as Sue get /p/{p}/safety/{report} -> 200
  as Cora post /p/{p}/coordinate/responders email=cid@example.org -> 303
  as Cora post /p/{p}/coordinate/responders/end person={Sue} -> 303
  later 1 minutes
  as Cid get /p/{p}/safety -> 200 hiding "Anonymous"
  as Cid get /p/{p}/safety/{report} -> 404

story "F143 L46 an escalation contact whom the report names is not told that it waits, nor by the clock"
  given pages
  given programme operation-code
  given members Dana
  given escalation Ed
  given responders Sue
  as Dana post /p/{p}/report what="They both knew." about="Ed" not_for={Sue} sharing=anonymous -> 200
  later 80 hours
  run due
  run letters
  expect letter to Ed never containing "report"

story "F143 where nobody may read a report, the escalation contact has somebody appointed and learns no more"
  given pages
  given programme operation-code
  given members Dana
  given escalation Ed
  given responders Sue
  as Dana post /p/{p}/report what="It is about the only one there." not_for={Sue} sharing=anonymous -> 200
  run letters
  expect letter to Ed once containing "appoint a safety responder"
  expect letter to Ed never containing "only one there"
  expect letter to Sue never containing "waits"
  as Sue get /p/{p}/safety -> 200 showing "No report for you to read"

story "F145 somebody without an account reports, follows it by a code and is asked, and stays unknown"
  given pages
  given programme operation-code
  given members Zoe
  Zoe opens browser
  given responders Sue
  as Zoe get /report -> 200 showing "Operation Code"
  as Zoe get /p/{p}/report -> 200 showing "Sue", "Your name", "How can you be reached"
  as Zoe get /p/no-such-programme/report -> 404
  as Zoe post /p/{p}/report what="short" sharing=anonymous -> 422 showing "short"
  as Zoe post /p/{p}/report what="I keep what I typed here." sharing=named -> 422 showing "Tell your name", "I keep what I typed here."
  as Zoe post /p/{p}/report what="A mentor asked me for money." sharing=anonymous name="Quentin Zed" -> 200 showing "It is shown once", "{recovery}"
  as Zoe get /report/follow -> 200 showing "Your code" hiding "{recovery}"
  as Zoe post /report/follow code=1111-1111-1111-1111-1111-1111 -> 422 showing "No report has this code"
  as Zoe post /report/follow code=nonsense -> 422 showing "No report has this code"
  as Zoe post /report/follow code={recovery} -> 200 showing "Sent", "Anonymous", "Nothing yet"
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200 showing "asked me for money", "Anonymous" hiding "Quentin"
  as Sue post /p/{p}/safety/{report}/ask seen={seen} words="Which mentor was it?" -> 303
  as Zoe post /report/follow code={recovery} -> 200 showing "Being looked into", "Which mentor was it?" hiding "Sue"
  as Zoe post /report/follow/answer code={recovery} words=x -> 422 showing "Which mentor was it?"
  as Zoe post /report/follow/answer code={recovery} words="The one with the blue hat." -> 200 showing "Your words are kept", "blue hat"
  as Zoe post /report/follow/answer code=1111-1111-1111-1111-1111-1111 words="The one with the blue hat." -> 422
  run letters
  expect letter to Sue 2 times containing "waits for you"
  expect letter to Sue never containing "report"
  expect letter to Sue never containing "hat"
  as Sue get /p/{p}/safety/{report} -> 200 showing "blue hat"

story "F145 the same report sent twice is one report with one code"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue
  as Dana post /p/{p}/report what="Pressed twice by mistake." sharing=anonymous key=one -> 200 showing "{recovery}"
  again -> 200 showing "{recovery}"
  run letters
  expect letter to Sue once containing "waits for you"

story "F144 a case: acknowledged, assigned, asked, noted, decided, closed, opened again, each step and each view in it"
  given pages
  given programme operation-code
  given members Zoe
  Zoe opens browser
  given members Dana
  given responders Sue, Sam
  as Dana post /p/{p}/report what="He did not stop when I asked." sharing=confidential -> 200 showing "{recovery}"
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200 showing "the name is sealed" hiding "Dana"
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=2 words="Clause four, said to him." -> 409 showing "does not fit where the case stands", "Clause four, said to him."
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sam get /p/{p}/safety/{report} -> 200 showing "acknowledged it"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/note seen={seen} words="I know both of them." -> 303
  as Sam post /p/{p}/safety/{report}/note seen={seen} words="I would talk to him first." -> 412 showing "Somebody changed this case", "I would talk to him first.", "I know both of them."
  as Sam post /p/{p}/safety/{report}/note seen={seen} words="I would talk to him first." -> 303
  as Sam get /p/{p}/safety/{report} -> 200
  as Sam post /p/{p}/safety/{report}/assign seen={seen} person={Dana} -> 422 showing "does not read this case"
  as Sam post /p/{p}/safety/{report}/assign seen={seen} person={Sue} -> 303
  run letters
  expect letter to Sue 2 times containing "waits for you"
  expect letter to Sam once containing "waits for you"
  as Sue get /p/{p}/safety/{report} -> 200 showing "Being looked into"
  as Sue post /p/{p}/safety/{report}/reporter seen={seen} reason="short" -> 422
  as Sue post /p/{p}/safety/{report}/reporter seen={seen} reason="He asks whether they meet again." -> 200 showing "Dana"
  as Sue get /p/{p}/safety/{report} -> 200 showing "opened the name", "whether they meet again" hiding "Dana"
  as Zoe post /report/follow code={recovery} -> 200 showing "Your name was opened, for this reason", "whether they meet again"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=zoe@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=2 words="Clause four, said to him." -> 303
  as Zoe post /report/follow code={recovery} -> 200 showing "Decided", "Warning" hiding "Clause four"
  as Sue get /p/{p}/safety/{report} -> 200 showing "Clause four", "Warning"
  as Sue post /p/{p}/safety/{report}/close seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "Closed" hiding "Assign it"
  as Sue post /p/{p}/safety/{report}/ask seen={seen} words="Anything more?" -> 409
  as Sue post /p/{p}/safety/{report}/reopen seen={seen} words="He asked us to look again." -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "Being looked into", "opened it again"
  run letters
  expect letter to Dana never containing "news"

story "T29 L46 responders are told after a day, after three, and when two weeks are over; not once it is done"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue, Sam
  as Dana post /p/{p}/report what="Nobody looked at this for long." sharing=anonymous -> 200
  run letters
  forget letters
  later 23 hours
  run due
  run letters
  expect letter to Sue never containing "waits for you"
  later 2 hours
  run due
  run letters
  expect letter to Sue once containing "waits for you"
  expect letter to Sue never containing "report"
  later 2 days
  run due
  run letters
  expect letter to Sam 2 times containing "waits for you"
  as Sue get /p/{p}/safety -> 200 showing "Late"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/assign seen={seen} person={Sue} -> 303
  later 12 days
  run due
  run letters
  expect letter to Sue 3 times containing "waits for you"
  expect letter to Sam 2 times containing "waits for you"
  forget letters
  later 12 days
  run due
  run letters
  expect letter to Sue never containing "waits for you"

story "F144 a responder with one factor is led to the second, and a proof that is old is asked for again before a case opens"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue
  as Dana post /p/{p}/report what="A report like any other one." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  later 11 minutes asleep
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 303 hiding "like any other"
  given one-factor Sue
  as Sue get /p/{p}/safety -> 303

story "F143 TRUST-T29 nothing that anybody wrote about a report stands in the files of the database, and of an anonymous one not who sent it"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue
  as Dana get /p/{p}/report -> 200
  as Dana post /p/{p}/report what="A canary among words, canary-what." about="canary-about" sharing=confidential -> 200 showing "{recovery}"
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200 showing "canary-what", "canary-about"
  as Sue post /p/{p}/safety/{report}/note seen={seen} words="canary-note" -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/ask seen={seen} words="canary-question" -> 303
  as Dana post /report/follow/answer code={recovery} words="canary-answer" -> 200 showing "canary-answer"
  run letters
  run seal
  expect database without "canary-what"
  expect database without "canary-about"
  expect database without "canary-note"
  expect database without "canary-question"
  expect database without "canary-answer"
  expect database without "report_send"
  expect database without "{recovery}"

story "F146 L47 whoever a case is about is paused at once, on every channel, told so and not why, and lifted again"
  given pages
  given programme operation-code
  given mentors Ana, Bo with skill Python
  given members Dana, Eve, Fay
  given coordinator Cora
  given responders Sue
  given slack
  given slack of Ana
  given request R by Dana with Python
  as Fay post /p/{p}/requests/new/service service=code-review -> 303
  as Fay post /p/{p}/requests/new/skills is_unsure=1 -> 303
  as Fay post /p/{p}/requests/new/details title="Begun before it" details="It works, and I would like to know why." -> 303
  as Fay post /p/{p}/requests/new/when medium=any language=English named_mentor={Ana} -> 303
  as Fay post /p/{p}/requests/new/about-you -> 303
  as Dana post /p/{p}/report what="Ana asked me for my password." about="Ana" sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200 hiding "Pause at once"
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Ana} -> 409
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "Pause at once"
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Ana} -> 303
  Ana claims R -> 403
  as Ana post /p/{p}/requests/{R}/detail question="Where do you live, and are you alone?" -> 403
  expect R is open
  as Ana get /p/{p}/requests/{R} -> 200 showing "You are paused in this programme"
  as Ana post /api/v1/requests/{R}/claim -> 403
  slack Ana presses claim on R -> 200
  expect R held by nobody
  as Cora post /p/{p}/requests/{R}/assign mentor={Ana} has_agreed=1 -> 422 showing "not one of the choices any more"
  as Cora post /p/{p}/requests/{R}/sheet mentor=Ana -> 409 showing "takes no requests at the moment"
  as Eve get /p/{p}/requests/new/when -> 200 hiding "Ana"
  as Fay post /p/{p}/requests/new/check -> 409 showing "takes no requests at the moment"
  as Fay post /p/{p}/requests/new/when medium=any language=English -> 303
  as Fay post /p/{p}/requests/new/about-you -> 303
  as Fay post /p/{p}/requests/new/check -> 303
  later 168 hours
  run due
  run letters
  expect letter to Ana once containing "You are paused"
  expect letter to Ana never containing "password"
  expect letter to Ana never containing "Dana"
  expect letter to Ana never containing "Code review"
  expect letter to Bo 2 times containing "Could you help"
  as Sue get /p/{p}/safety/{report} -> 200 showing "paused", "Lift the pause"
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Ana} -> 303
  run letters
  expect letter to Ana once containing "Your pause is lifted"
  Ana claims R -> 303

story "F146 a mentee who is paused sends no request and asks for no follow-up; a pause of another case goes on"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given responders Sue
  given request R by Dana with Python
  as Ana post /p/{p}/report what="Dana insulted me in the chat." sharing=named -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=dana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Dana} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/pause seen={seen} person={Dana} -> 409
  as Dana post /p/{p}/requests/new/service service=code-review -> 303
  as Dana post /p/{p}/requests/new/skills is_unsure=1 -> 303
  as Dana post /p/{p}/requests/new/details title="Another request" details="It works, and I would like to know why." -> 303
  as Dana post /p/{p}/requests/new/when medium=any language=English -> 303
  as Dana post /p/{p}/requests/new/about-you -> 303
  as Dana post /p/{p}/requests/new/check -> 403 showing "You are paused in this programme"
  as Dana get /p/{p}/requests/{R} -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/lift seen={seen} person={Dana} -> 303
  as Dana post /p/{p}/requests/new/check -> 303

story "F146 a suspension pauses whom the case is about at once, and nobody who only was kept from reading it"
  given pages
  given programme operation-code
  given mentors Ana with skill Python
  given members Dana
  given responders Sue, Sam
  given request R by Dana with Python
  as Dana post /p/{p}/report what="Ana asked me for my password." not_for={Sam} sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 until=2027-03-01 words="Clause two, until the spring." -> 422 showing "Write down first whom the case is about"
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 until=2027-03-01 words="Clause two, until the spring." -> 303
  Ana claims R -> 403
  run letters
  expect letter to Sam never containing "paused"
  expect letter to Ana once containing "You are suspended"
  expect letter to Ana never containing "Clause"
  as Sue get /p/{p}/safety/{report} -> 200 showing "Suspension", "Lift the pause"

story "F144 T29 a case that is opened again is due anew, and its responders are told anew"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue, Sam
  as Dana post /p/{p}/report what="It began again after a while." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  later 15 days
  run due
  run letters
  as Sue get /p/{p}/safety/{report} -> 200 showing "Late"
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=dana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=warning clauses=2 words="Clause four, said to him." -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/close seen={seen} -> 303
  later 20 days
  run due
  run letters
  forget letters
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/reopen seen={seen} words="He asked us to look again." -> 303
  as Sue get /p/{p}/safety/{report} -> 200 showing "next step by" hiding "Late"
  later 13 days
  run due
  run letters
  expect letter to Sue never containing "waits for you"
  later 25 hours
  run due
  run letters
  expect letter to Sue once containing "waits for you"
  as Sue get /p/{p}/safety/{report} -> 200 showing "Late"

story "F143 whoever keeps another responder from a case does it before the eyes of the others; where one alone is left, the contact has another one appointed"
  given pages
  given programme operation-code
  given members Dana
  given escalation Ed
  given responders Sue, Sam, Rolf
  as Dana post /p/{p}/report what="It was one of those who read this." sharing=anonymous -> 200
  run letters
  forget letters
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=Dana -> 303
  run letters
  expect letter to Rolf never containing "waits for you"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=Sam -> 303
  run letters
  expect letter to Rolf once containing "waits for you"
  expect letter to Sam never containing "waits for you"
  expect letter to Ed never containing "safety responder"
  as Rolf get /p/{p}/safety/{report} -> 200 showing "wrote down that it is about", "Sam"
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=Rolf -> 303
  run letters
  expect letter to Ed once containing "A single safety responder reads"
  expect letter to Ed never containing "Rolf"
  expect letter to Rolf once containing "waits for you"

story "F145 whoever holds the code answers ten times a day, which is more than a conversation takes, and loses nothing that they typed"
  given pages
  given programme operation-code
  given members Zoe
  Zoe opens browser
  given responders Sue
  as Zoe post /p/{p}/report what="A mentor asked me for money." sharing=anonymous -> 200 showing "{recovery}"
  10 times as Zoe post /report/follow/answer code={recovery} words="There is more to say." -> 200 showing "Your words are kept"
  as Zoe post /report/follow/answer code={recovery} words="And one more thing." -> 422 showing "as often as this page takes in a day", "And one more thing.", "There is more to say."
  later 25 hours asleep
  as Zoe post /report/follow/answer code={recovery} words="And one more thing." -> 200 showing "Your words are kept"

story "F143 whoever reads how to report, reports, or follows one leaves no time of it beside their session"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue
  later 3 minutes asleep
  as Dana get /p/{p} -> 200
  expect visit seen
  as Dana get /report -> 200
  expect visit unseen
  as Dana get /p/{p}/report -> 200
  expect visit unseen
  as Dana get /report/follow -> 200
  expect visit unseen
  as Dana post /p/{p}/report what="He wrote to me at night again." sharing=anonymous -> 200
  expect visit unseen
  as Sue get /p/{p}/safety -> 200
  expect visit unseen

story "F146 F065 L10 L47 a decision that suspends a mentor puts what they hold back at once, in nobody's name, and what waits for their answer opens to all; coordinators read no reason"
  given pages
  given programme operation-code
  given mentors Ana, Bo with skill Python
  given members Dana
  given coordinator Cora
  given responders Sue
  given request R by Dana with Python title "Held by the one suspended"
  given request S by Eve with Python title "Asked for by name" asking Ana
  Ana claims R -> 303
  later 1 hours
  run letters
  as Dana post /p/{p}/report what="Ana asked me for my password." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 until=2027-03-01 words="Clause two, until the spring." -> 303
  expect R is open
  run due
  expect S is open
  run letters
  expect letter to Dana once containing "on the board again"
  expect letter to Ana once containing "You are suspended"
  as Cora get /p/{p}/requests/{R} -> 200 showing "the claim ended: it went back to the queue" hiding "Sue", "Clause"
  as Ana get /api/v1/requests/{R} -> 200 showing "'may_claim':false", "'why_not':'person-paused'"
  as Bo get /api/v1/requests/{R} -> 200 showing "'may_claim':true", "'why_not':null"
  as Ana post /api/v1/requests/{R}/claim -> 403 showing "'code':'person-paused'"
  Bo claims R -> 303

story "F146 F061 L10 L47 a decision that suspends a mentee withdraws what they asked, in nobody's name, and whoever had claimed it has the place free again"
  given pages
  given programme operation-code
  given mentors Ana, Bo with skill Python
  given members Dana
  given coordinator Cora
  given responders Sue
  given request R by Dana with Python title "Claimed by Ana"
  given request S by Dana with Python title "Claimed by nobody"
  Ana claims R -> 303
  later 1 hours
  run letters
  as Ana post /p/{p}/report what="He wrote to me at night, again and again." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=dana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=suspension clauses=2 until=2027-03-01 words="Clause two, until the spring." -> 303
  expect R is withdrawn
  expect S is withdrawn
  Bo claims S -> 409
  run letters
  expect letter to Ana never containing "Clause"
  expect letter to Dana once containing "You are suspended"
  as Cora get /p/{p}/coordinate -> 200 hiding "Claimed by nobody"

story "F146 F004 L47 a mentor whose role is taken away by a decision is no mentor from that moment, gives back what they hold, still asks as a mentee, and comes back only by a coordinator's word"
  given pages
  given programme operation-code
  given mentors Ana, Bo with skill Python
  given members Dana
  given coordinator Cora
  given responders Sue
  given request R by Dana with Python
  Ana claims R -> 303
  later 1 hours
  run letters
  as Dana post /p/{p}/report what="Ana asked me for my password." sharing=anonymous -> 200
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=mentor-lost clauses=2 words="Clause two, for good." -> 422 showing "Write down first whom the case is about"
  as Sue post /p/{p}/safety/{report}/name seen={seen} who=ana@example.org -> 303
  as Sue get /p/{p}/safety/{report} -> 200
  as Sue post /p/{p}/safety/{report}/decide seen={seen} measure=mentor-lost clauses=2 words="Clause two, for good." -> 303
  expect R is open
  expect R held by nobody
  Ana claims R -> 403
  run letters
  expect letter to Ana once containing "role of mentor was taken away"
  expect letter to Ana never containing "Clause"
  expect letter to Ana never containing "You are paused"
  expect letter to Dana once containing "on the board again"
  as Ana get /p/{p}/apply/mentor -> 200
  as Ana get /p/{p}/mentor -> 200 showing "The role of mentor was taken away"
  as Ana post /p/{p}/apply/mentor capacity=1 mentor_skills=Python mentor_services=code-review accepted=1 -> 303
  Ana claims R -> 403
  as Cora get /p/{p}/coordinate/people?tab=pending -> 200 showing "Ana"
  given request S by Ana with Python title "Asked as a mentee"
  expect S is open
