story "F151 what an address refused stands among what needs a coordinator, until it is sent or they know otherwise; its owner sees it"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
mail says 550
run letters
as Cora get /p/{p}/coordinate -> 200 showing "Mail to them is refused since", "did not arrive", "550 nobody", "Text to send by hand", "/requests/{R}" hiding "dana@"
as Cora get / -> 200 showing "Needs you"
as Dana get /me/notifications -> 200 showing "Your address was refused"
as Ana get /p/{p}/coordinate -> 403
as Cora get /api/v1/programmes/{p}/needs -> 200 showing "address-refused", "We have your request"
mail now works
as Dana post /me/notifications/try -> 303
as Cora get /p/{p}/coordinate -> 200 hiding "Mail to them is refused"
as Cora get /p/{p}/coordinate -> 200 showing "did not arrive"
as Cora post /p/{p}/coordinate/letters/0000000000001/settle -> 409
later 15 days
as Cora get /p/{p}/coordinate -> 200 hiding "did not arrive"

story "F151 two other lasting refusals in a row mark an address, one between which a letter arrived does not"
given programme operation-code
given mentors Ana, Bo with skill Python
given coordinator Cora
given request R by Dana with Python title "My first API"
mail says 554
run letters
as Dana get /me/notifications -> 200 hiding "Your address was refused"
mail now works
Ana claims R -> 303
later 1 hours
run letters
expect letter to Dana once containing "Ana has taken your request"
mail says 554
Ana releases R -> 303
later 1 hours
run letters
as Dana get /me/notifications -> 200 hiding "Your address was refused"
Bo claims R -> 303
later 1 hours
run letters
as Dana get /me/notifications -> 200 showing "Your address was refused"
as Cora get /p/{p}/coordinate -> 200 showing "Mail to them is refused", "554 not wanted"

story "T31 what mail refuses goes by Slack to whom it can reach, and is given up only if that fails too"
given programme operation-code
given slack
given mentors Ana with skill Python
given slack of Ana
given coordinator Cora
given request R by Dana with Python
Ana claims R -> 303
later 2 hours
mail says 550
run letters
run slack
expect slack message to Ana once containing "write to Dana"
as Cora get /p/{p}/coordinate -> 200 hiding "did not arrive: Ana"
Ana releases R -> 303
Ana claims R -> 303
later 1 hours
run slack
expect slack message to Ana 2 times containing "write to Dana"

story "L49 L49B T32 F190 a channel that stays away is told of once, by mail and on the page, and so is its return; a short break is not"
given programme operation-code
given slack
given mentors Ana with skill Python
given coordinator Cora
given admin Ada
slack is down
later 3 minutes
run due
slack is up
later 10 minutes
run due
run letters
expect letter to Cora never containing "Slack"
slack is down
later 6 minutes
run due
slack is down
later 60 minutes
run due
run letters
expect letter to Cora once containing "Slack does not work"
expect letter to Ada once containing "Slack does not work"
expect letter to Ana never containing "Slack does not work"
as Cora get /p/{p}/coordinate/letters -> 200 showing "slack has not worked since"
slack is up
run letters
expect letter to Cora once containing "Slack works again"
expect letter to Ada once containing "Slack works again"
slack is up
run letters
expect letter to Cora once containing "Slack works again"

story "L49 while mail is away nobody is told by mail; on its return those who look after people hear how long it was"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
mail is down
later 6 minutes
run due
as Cora get /p/{p}/coordinate/letters -> 200 showing "mail has not worked since"
as Ana get / -> 200 showing "Mail has not left since"
as nobody get /login -> 200 showing "Mail has not left since"
later 60 minutes
mail now works
run letters
expect letter to Cora once containing "Mail works again"
expect letter to Cora never containing "Mail does not work"
as Ana get / -> 200 hiding "Mail has not left since"
