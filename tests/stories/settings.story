# The numbers of a programme (F023). A form is sent whole, so each line carries all of them; what differs is named in the line above it.

story "F023 a coordinator changes the numbers of the programme, and each change is in the record"
  given programme operation-code
  given coordinator Cora
  given mentor Ana
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Hours until mentors are reminded", "Nothing was changed yet"
  # mentors are reminded after 48 hours, sessions last 45 minutes
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=45 wait.tell_h=72 wait.bump_h=48 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 303
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Hours until mentors are reminded 72 48 Cora", "Length of a session in minutes 30 45 Cora" hiding "Nothing was changed yet"
  as Ana get /p/{p} -> 200 showing "about 45 minutes"
  # who is no coordinator changes nothing
  as Ana get /p/{p}/coordinate/settings -> 403
  as Ana post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=1 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 403

story "F023 a number out of its bounds or a ladder that does not climb is refused at its field"
  given programme operation-code
  given coordinator Cora
  # no hours at all, 21 mentees a mentor, a zone that is none
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h= wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 422 showing "Hours until mentors are reminded"
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=21 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 422 showing "20"
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=Mars/Olympus mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 422 showing "zone"
  # asking mentors one by one comes before the reminder, then after the escalation
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=72 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 422 showing "This comes after the reminder"
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=168 wait.escalate_h=100 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 422 showing "This comes after mentors are asked one by one"
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Nothing was changed yet"

story "F023 rule 5: steps to come move, a date that somebody was told stays"
  given programme operation-code
  given coordinator Cora
  given mentor Ana, Bo with skill Python
  given request R by Dana for code-review with Python
  given request S by Eve for code-review with Python
  Ana claims R -> 303
  later 50 hours
  run due
  as Cora get /p/{p}/coordinate -> 200 hiding "{S}"
  # reminded after 48 hours instead of 72: S needs somebody now; a sign of contact within 24 hours and 1 more: Ana was told 96
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=48 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=24 t04.2=1 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 303
  as Cora get /p/{p}/coordinate -> 200 showing "{S}"
  run due
  expect R held by Ana
  later 47 hours
  run due
  expect R is open
  # who claims now is told 25 hours
  Bo claims R -> 303
  later 26 hours
  run due
  expect R is open

story "F023 a lower capacity takes nothing away and stops the next claim"
  given programme operation-code
  given coordinator Cora
  given mentor Ana with skill Python capacity 3
  given request R by Dana for code-review with Python
  given request S by Eve for code-review with Python
  given request T by Fay for code-review with Python
  Ana claims R -> 303
  Ana claims S -> 303
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=1 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 303
  expect R held by Ana
  expect S held by Ana
  Ana claims T -> 403
  as Cora get /p/{p}/coordinate/people -> 200 showing "2 of 1"

story "F023 a program changes the settings that it sends, and no other"
  given programme operation-code
  given coordinator Cora
  as Cora post /api/v1/programmes/{p}/settings mentor.capacity=2 -> 200 showing "mentor.capacity"
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Most running mentees of one mentor 3 2 Cora" hiding "Open requests of one mentee at a time 3", "2 3 Cora"
  as Cora post /api/v1/programmes/{p}/settings conduct.required=no -> 200
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Must people accept the code of conduct? yes no Cora", "Most running mentees of one mentor 3 2 Cora"
  as Cora post /api/v1/programmes/{p}/settings mentor.capacity=21 -> 422 showing "mentor.capacity"
  as Cora post /api/v1/programmes/{p}/settings wait.ask_h=72 -> 422 showing "comes after the reminder"
  # a page sends all of them
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri mentor.capacity=3 -> 422

story "F023 two coordinators change the settings at once: the second one sees it"
  given programme operation-code
  given pages
  given coordinator Cora, Carl
  as Cora get /p/{p}/coordinate/settings -> 200 showing "Save the settings"
  as Carl post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=48 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 seen={seen} t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 303
  as Cora post /p/{p}/coordinate/settings orientation.required=no term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 conduct.grace_d=14 directory.audience=members front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no rank.by_mentee=3 rank.by_mentor=3 clock.days=calendar clock.week=mon-fri zone=UTC mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=60 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 seen={seen} t03.1=72 t03.2=14 t33.1=11 t33.2=14 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 -> 412 showing "nothing is lost"
