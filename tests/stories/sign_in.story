story "TRUST 6.1 a mailed link signs in once, in the browser that asked, for ten minutes; looking changes nothing"
given pages
given programme operation-code
given members Dana, Eve
Dana opens browser
Eve opens browser
as Dana post /login email=dana@EXAMPLE.org next=/me -> 303
as Dana get /login/sent -> 200 showing "Look into your mail"
run letters
expect letter to Dana once containing "Your way in"
as Eve get /login/link?token={mail-token:Dana} -> 410 showing "another browser asked for it"
as Eve post /login/link token={mail-token:Dana} -> 410
as Dana get /me -> 303
as Dana get /login/link?token={mail-token:Dana} -> 200 showing "Sign in as Dana"
as Dana get /login/link?token={mail-token:Dana} -> 200
as Dana post /login/link token={mail-token:Dana} next=/me -> 303
as Dana get /me -> 200
as Eve post /login/link token={mail-token:Dana} -> 410

story "TRUST 6.1 the code beside it works where it was asked for, five wrong ones end it, and another browser's code is nobody's"
given pages
given programme operation-code
given members Dana, Eve
Dana opens browser
Eve opens browser
as Dana post /login email=dana@example.org -> 303
as Eve post /login email=eve@example.org -> 303
run letters
as Eve post /login/code code={mail-code:Dana} -> 422 showing "This is not the code"
as Dana post /login/code code={mail-code:Dana} -> 303
as Dana get /me -> 200
4 times as Eve post /login/code code=00000000 -> 422
as Eve post /login/code code={mail-code:Eve} -> 422 showing "This is not the code"
as Eve post /login email=eve@example.org -> 303
run letters
as Eve post /login/code code={mail-code:Eve} -> 303

story "TRUST 6.1 ten minutes, the newest mail alone, five mails an hour; who is not known gets the same page and no mail"
given pages
given programme operation-code
given members Dana
Dana opens browser
as Dana post /login email=no -> 422 showing "Your e-mail address"
as Dana post /login email=dana@example.org -> 303
run letters
later 1 hours
Dana opens browser
as Dana get /login/link?token={mail-token:Dana} -> 410
as Dana post /login/code code={mail-code:Dana} -> 422
as Dana post /login email=nobody@example.org -> 303
as Dana get /login/sent -> 200 showing "If that address is known here"
forget letters
7 times as Dana post /login email=dana@example.org -> 303
run letters
expect letter to Dana 5 times containing "Your way in"

story "TRUST T12 L52 a sign-in mail that nobody could deliver in time is dropped, not sent late"
given pages
given programme operation-code
given members Dana
Dana opens browser
as Dana post /login email=dana@example.org -> 303
later 1 hours
run letters
expect letter to Dana never containing "Your way in"
