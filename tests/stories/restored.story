story "TRUST 6.6 a restored database sends no letter again, and links in letters from before it act no more; what comes due later is told"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given members Dana
as Dana post /me/notifications own=daily digest_hour=18 quiet_from=22 quiet_to=7 paused_until= -> 303
given request R by Dana with Python title "My first API"
given request S by Dana with Python title "My second API"
later 168 hours
run due
mail is down
run letters
mail now works
run letters
take "Claim it" of Ana
as Dana post /me/notifications own=mail quiet_from=22 quiet_to=7 paused_until= -> 303
as Cora post /p/{p}/requests/{S}/detail question="Which part would you like to look at first?" -> 303
forget letters
run restore
run letters
later 25 hours
run letters
expect letter to Dana never containing "My second API"
expect letter to Ana never containing "API"
as nobody get {tap} -> 410 showing "This link is over"
as nobody post {tap} -> 410
expect R is open
later 75 hours
run due
run letters
expect letter to Cora once containing "please find a mentor"
