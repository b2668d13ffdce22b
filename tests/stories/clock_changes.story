# What comes by itself each day, over both changes of London's clocks: 28 March and 31 October 2027. Time begins on Monday, 16 November 2026, at nine
# in the morning UTC, which is London's nine as well. Times in remarks are London's.

story "F156 F160 L48L L50 each day at the programme's hour, once, over both changes of the clocks: its list, its mail of the day, its posts in rooms"
given programme operation-code
given slack
given coordinator Cora
given mentors Ana with skill Python
as Cora post /p/{p}/coordinate/settings term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 t28.1=7 t09.1=7 t09.2=2 t09.3=14 t29.1=24 t29.2=72 t29.3=14 conduct.appeal_d=14 t32.1=5 front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no apply.cap_per_mentor=0 group.mentors=0 group.mentees=0 rank.by_mentee=3 rank.by_mentor=3 directory.audience=members conduct.grace_d=14 clock.days=calendar clock.week=mon-fri zone=Europe/London mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 keep.times_d=30 keep.affiliation_months=12 keep.request_months=24 keep.feedback_months=12 keep.session_months=24 keep.unplaced_months=6 keep.placed_months=24 keep.review_months=6 keep.note_months=12 keep.acceptance_months=36 keep.report_months=36 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 orientation.required=no -> 303
as Cora post /p/{p}/coordinate/rooms slack.room= slack.invite=yes slack.announce=yes waiting.rhythm=daily waiting.weekday=monday waiting.day=1 waiting.hour=9 advert.rooms=C0GENERAL advert.rhythm=daily advert.weekday=monday advert.day=1 advert.hour=9 -> 303
as Cora post /me name=Cora zone=Europe/London languages=English theme=system -> 303
as Cora post /me/notifications own=mail claims=mail fitting=mail sessions=mail desk=mail needs=mail group=mail quiet_from=22 quiet_to=7 digest_hour=8 paused_until= -> 303
given request R by Dana with Python title "Types and traits"
# 26 March, five in the morning: all that was missed is one of each
later 3116 hours
run due
run letters
run slack
forget letters
forget slack
# six: the programme looks what needs coordinators; eight: it stands in the mail of the day; nine: the rooms
later 1 hours
run due
later 119 minutes
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 minutes
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 1 hours
run due
run slack
forget letters
forget slack
# 27 March
later 1259 minutes
run due
later 1 minutes
run due
later 119 minutes
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 minutes
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 59 minutes
run due
run slack
expect slack post in C0ROOM never containing "1 request"
expect slack post in C0GENERAL never containing "Type /mentor to ask"
later 1 minutes
run due
run letters
run slack
expect letter to Cora once containing "Each line leads to where something can be done"
expect slack post in C0ROOM once containing "1 request"
expect slack post in C0GENERAL once containing "Type /mentor to ask"
forget letters
forget slack
# 28 March: the night had an hour less
later 1199 minutes
run due
later 1 minutes
run due
later 119 minutes
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 minutes
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 59 minutes
run due
run slack
expect slack post in C0ROOM never containing "1 request"
expect slack post in C0GENERAL never containing "Type /mentor to ask"
later 1 minutes
run due
run letters
run slack
expect letter to Cora once containing "Each line leads to where something can be done"
expect slack post in C0ROOM once containing "1 request"
expect slack post in C0GENERAL once containing "Type /mentor to ask"
forget letters
forget slack
# 29 March
later 1259 minutes
run due
later 1 minutes
run due
later 119 minutes
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 minutes
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 59 minutes
run due
run slack
expect slack post in C0ROOM never containing "1 request"
expect slack post in C0GENERAL never containing "Type /mentor to ask"
later 1 minutes
run due
run letters
run slack
expect letter to Cora once containing "Each line leads to where something can be done"
expect slack post in C0ROOM once containing "1 request"
expect slack post in C0GENERAL once containing "Type /mentor to ask"
forget letters
forget slack
# 29 October, in the afternoon: what was missed meanwhile is one of each
later 5142 hours
run due
run letters
later 13 hours
run due
run letters
run slack
forget letters
forget slack
# 30 October
later 119 minutes
run due
later 1 minutes
run due
later 119 minutes
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 minutes
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 59 minutes
run due
run slack
expect slack post in C0ROOM never containing "1 request"
expect slack post in C0GENERAL never containing "Type /mentor to ask"
later 1 minutes
run due
run letters
run slack
expect letter to Cora once containing "Each line leads to where something can be done"
expect slack post in C0ROOM once containing "1 request"
expect slack post in C0GENERAL once containing "Type /mentor to ask"
forget letters
forget slack
# 31 October: the night had an hour more
later 1319 minutes
run due
later 1 minutes
run due
later 119 minutes
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 minutes
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 59 minutes
run due
run slack
expect slack post in C0ROOM never containing "1 request"
expect slack post in C0GENERAL never containing "Type /mentor to ask"
later 1 minutes
run due
run letters
run slack
expect letter to Cora once containing "Each line leads to where something can be done"
expect slack post in C0ROOM once containing "1 request"
expect slack post in C0GENERAL once containing "Type /mentor to ask"
forget letters
forget slack
# 1 November
later 1259 minutes
run due
later 1 minutes
run due
later 119 minutes
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 minutes
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 59 minutes
run due
run slack
expect slack post in C0ROOM never containing "1 request"
expect slack post in C0GENERAL never containing "Type /mentor to ask"
later 1 minutes
run due
run letters
run slack
expect letter to Cora once containing "Each line leads to where something can be done"
expect slack post in C0ROOM once containing "1 request"
expect slack post in C0GENERAL once containing "Type /mentor to ask"
forget letters
forget slack

story "F156 F171 the daily look follows the programme into another zone, and is not taken twice on the day of the change"
given programme operation-code
given coordinator Cora
given mentors Ana with skill Python
as Cora post /me/notifications own=mail claims=mail fitting=mail sessions=mail desk=mail needs=mail group=mail quiet_from=7 quiet_to=7 -> 303
given request R by Dana with Haskell title "A question of types"
later 96 hours
run due
run letters
forget letters
as Cora post /p/{p}/coordinate/settings term=6 meet.minutes=60 meet.period=month choice.by=coordinator shortlist.d=5 t10.1=7 t10.2=3 t28.1=7 t09.1=7 t09.2=2 t09.3=14 t29.1=24 t29.2=72 t29.3=14 conduct.appeal_d=14 t32.1=5 front.audience=members offer.confirm_d=4 t11.1=3 t08.1=7 t08.2=1 apply.blind=no apply.cap_per_mentor=0 group.mentors=0 group.mentees=0 rank.by_mentee=3 rank.by_mentor=3 directory.audience=members conduct.grace_d=14 clock.days=calendar clock.week=mon-fri zone=Asia/Singapore mentor.approval=auto mentor.capacity=3 conduct.required=yes request.max_open=3 request.max_day=5 request.details_min=20 request.skills_max=5 affiliation.mode=ask post.show_affiliation=yes session.length_min=30 wait.tell_h=72 wait.bump_h=72 wait.letters=auto wait.ask_h=168 wait.escalate_h=252 wait.repeat_h=168 t02.1=48 mention.partial_below=5 mention.max=5 mention.per_week=3 pass.max_day=20 suggest.max_day=3 promise.first_contact_h=48 t04.1=72 t04.2=24 claim.undo_s=10 contact.attempts=3 contact.window_d=14 fulfilled.includes_unreachable=yes t07.end=14 t03.1=72 t03.2=14 t33.1=11 t33.2=14 keep.times_d=30 keep.affiliation_months=12 keep.request_months=24 keep.feedback_months=12 keep.session_months=24 keep.unplaced_months=6 keep.placed_months=24 keep.review_months=6 keep.note_months=12 keep.acceptance_months=36 keep.report_months=36 t12.1=48 t12.2=48 t05.2=14 away.silent_d=14 t22.2=7 away.mentor_attempts=5 notice.hours=0 t18.1=24 t06.2=3 t06.3=7 noshow.ladder=off t07.2=3 t25.asks=3 t25.1=60 t25.2=14 t34.1=1 t34.2=2 orientation.required=no -> 303
# Friday, 20 November, nine UTC. Six in Singapore is 22 UTC: the same evening
later 12 hours
run due
run letters
expect letter to Cora never containing "Each line leads to where something can be done"
later 1 hours
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 23 hours
run due
run letters
expect letter to Cora once containing "Each line leads to where something can be done"
later 1 hours
run due
run letters
expect letter to Cora 2 times containing "Each line leads to where something can be done"
