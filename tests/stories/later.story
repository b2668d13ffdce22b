story "T01 L06 F067 F069 the waiting ladder: mentors are reminded, coordinators asked, the contact told, and told again, each once"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given escalation Emil
given request R by Dana for code-review with Python title "My first API"
later 71 hours
run due
as Dana get /p/{p}/requests/{R} -> 200 hiding "yet: mentors are reminded"
later 1 hours
run due
run due
as Dana get /p/{p}/requests/{R} -> 200 showing "nobody has claimed it yet: mentors are reminded"
as Cora get /p/{p}/coordinate -> 200 showing "My first API"
later 96 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "coordinators look for a mentor who fits"
later 84 hours
run due
as Emil get /p/{p}/coordinate -> 200 showing "My first API"
as Cora get /p/{p}/requests/{R} -> 200 showing "the server escalated it"
later 168 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "the escalation contact is told once more"
expect R is open

story "T01 the clock stands while a detail is missing and while somebody holds it, and goes on at the time waited"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 50 hours
as Cora post /p/{p}/requests/{R}/detail question="Which part would you like to look at first?" -> 303
later 48 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 hiding "yet: mentors are reminded"
as Dana post /p/{p}/requests/{R}/answer answer="The part that reads the files, please." -> 303
later 21 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 hiding "yet: mentors are reminded"
later 1 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "mentors are reminded"
Ana claims R -> 303
later 20 hours
Ana releases R -> 303
later 95 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 hiding "coordinators look for a mentor"
later 1 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "coordinators look for a mentor"

story "T01 steps that were missed while the server stood are one: the latest"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 300 hours
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "the server escalated it" hiding "yet: mentors are reminded", "coordinators look"

story "T01 rule 5: a shorter wait moves the steps that are still to come, at once"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
later 30 hours
as Cora post /p/{p}/coordinate/settings term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 t28.1=7 t09.1=7 t09.2=2 t09.3=14 t29.1=24 t29.2=72 t29.3=14 conduct.appeal_d=14 t32.1=5 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no apply.cap_per_mentor=0 group.mentors=0 group.mentees=0 rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=24 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 t07.end=14 fulfilled.includes_unreachable=yes t03.1=72 t03.2=14 t33.1=11 t33.2=14 keep.times_d=30 keep.affiliation_months=12 keep.request_months=24 keep.feedback_months=12 keep.session_months=24 keep.unplaced_months=6 keep.placed_months=24 keep.review_months=6 keep.note_months=12 keep.acceptance_months=36 keep.report_months=36 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 orientation.required=no -> 303
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "mentors are reminded"

story "T03 a question that is not answered: the mentee is reminded once"
given programme operation-code
given coordinator Cora
given request R by Dana with Python
as Cora post /p/{p}/requests/{R}/detail question="Which part would you like to look at first?" -> 303
later 71 hours
run due
as Dana get /p/{p}/requests/{R} -> 200 hiding "the mentee is reminded"
later 1 hours
run due
run due
as Dana get /p/{p}/requests/{R} -> 200 showing "the mentee is reminded"

story "T03 L12 a question that nobody answers for fourteen days: it is closed, once, and the mentee may ask again"
given programme operation-code
given coordinator Cora
given request R by Dana with Python title "My first API"
as Cora post /p/{p}/requests/{R}/detail question="Which part would you like to look at first?" -> 303
as Dana get /p/{p}/requests/{R} -> 200 showing "Without an answer it is closed: Mon 30 Nov"
later 72 hours
run due
later 263 hours
run due
as Dana get /p/{p}/requests/{R} -> 200 showing "Needs detail"
later 1 hours
run due
run due
run letters
expect letter to Dana once containing "the question about it was not answered"
as Dana get /p/{p}/requests/{R} -> 200 showing "Closed: no answer", "the question was not answered: it is closed", "Ask again"
as Cora get /p/{p}/coordinate -> 200 hiding "My first API"

story "T04 F064 a silent claim: asked after 72 hours, back on the board 24 hours later, the waited time kept"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
Ana claims R -> 303
later 71 hours
run due
as Ana get /p/{p}/requests/{R} -> 200 hiding "still on it"
later 1 hours
run due
as Ana get /p/{p}/requests/{R} -> 200 showing "the mentor is asked whether they are still on it"
expect R held by Ana
later 24 hours
run due
expect R is open
as Cora get /p/{p}/requests/{R} -> 200 showing "it went back to the queue"

story "T06 F074 a session that is over: asked at its end, after three days and after seven"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
Ana claims R -> 303
as Ana post /p/{p}/requests/{R}/session date=2026-11-18 time=18:00 -> 303
later 58 hours
run due
as Ana get /p/{p}/requests/{R} -> 200 showing "both sides are asked whether they met"
later 24 hours
run due
later 20 hours
run due
as Cora get /p/{p}/coordinate -> 200 showing "nobody said how it went"

story "T33 L01D a draft that nobody goes on with: its author is reminded after eleven days, and it is erased after fourteen"
given programme operation-code
given members Dana
as Dana post /p/{p}/requests/new/service service=code-review -> 303
later 240 hours
as Dana post /p/{p}/requests/new/skills is_unsure=1 -> 303
later 240 hours
run due
run letters
expect letter to Dana never containing "is not sent yet"
later 24 hours
run due
run letters
expect letter to Dana once containing "Your request is not sent yet"
expect letter to Dana once containing "Kept until	Thu 10 Dec, 09:00 UTC"
later 48 hours
run due
as Dana get / -> 200 showing "finish and send it"
later 24 hours
run due
run letters
as Dana get / -> 200 hiding "finish and send it"
expect letter to Dana once containing "is not sent yet"

story "T33 both numbers are the programme's; whoever saves the draft again is reminded anew, whoever sends it is not"
given programme operation-code
given setting t33.1 3
given setting t33.2 5
given members Dana
as Dana post /p/{p}/requests/new/service service=code-review -> 303
later 72 hours
run due
run letters
expect letter to Dana once containing "is not sent yet"
as Dana post /p/{p}/requests/new/skills is_unsure=1 -> 303
later 72 hours
run due
run letters
expect letter to Dana 2 times containing "is not sent yet"
as Dana get / -> 200 showing "finish and send it"
later 48 hours
run due
as Dana get / -> 200 hiding "finish and send it"
given request R by Dana with Python
later 72 hours
run due
run letters
expect letter to Dana 2 times containing "is not sent yet"
expect letter to Dana once containing "we have not forgotten you"

story "5.7 a job that kills whoever does it is given up after twelve tries; an administrator sees it and has it tried again, once"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given admin Ada
given request R by Dana with Python
later 72 hours
12 times kill worker at R as J
as Ada get /admin/jobs -> 200 showing "Nothing was given up" hiding "request-step"
kill worker at R as J
as Cora get /admin/jobs -> 403
as Cora post /admin/jobs/{J}/again -> 403
as Ada get /admin/jobs -> 200 showing "request-step", "died of it"
run due
as Cora get /p/{p}/requests/{R} -> 200 hiding "mentors are reminded"
as Ada post /admin/jobs/{J}/again -> 303
as Ada post /admin/jobs/{J}/again -> 409 showing "given up any more"
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "mentors are reminded"

story "5.7 how often a job is tried and how long it waits is a row of its kind: a step, the numbers of a programme, the daily look"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given admin Ada
given request R by Dana with Python
later 72 hours
run due
later 96 hours
fail request-step -> 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, given-up
later 1 seconds
as Ada get /admin/jobs -> 200 showing "request-step", "full"
as Cora get /p/{p}/requests/{R} -> 200 hiding "coordinators look for a mentor"
as Ada post /admin/jobs/{J}/again -> 303
fail request-step -> 2
run due
as Cora get /p/{p}/requests/{R} -> 200 showing "coordinators look for a mentor"
later 24 hours
fail programme-day -> 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600, 3600, 3600, 3600
later 1 seconds
run due
as Cora post /p/{p}/coordinate/holidays day=2026-12-28 name="Between the years" -> 303
fail programme-replan -> 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300, 300, 300, 300, 300, 300, given-up
later 1 seconds
as Ada get /admin/jobs -> 200 showing "programme-replan" hiding "request-step"

story "5.7 liveness: a job whose worker died is anybody's when its lease is over, and is never held a minute longer; the oldest due job is shown"
given programme operation-code
given setting wait.bump_h 1
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python
as nobody get /readyz -> 200 showing "'oldest_due_job_seconds':0"
later 1 hours
1 times kill worker at R as J
as nobody get /readyz -> 200 showing "'jobs_held_too_long':0"
later 1 hours
as nobody get /readyz -> 200 showing "'oldest_due_job_seconds':3661", "'jobs_held_too_long':1"
run due
as nobody get /readyz -> 200 showing "'oldest_due_job_seconds':0", "'jobs_held_too_long':0"
as Cora get /p/{p}/requests/{R} -> 200 showing "mentors are reminded"
