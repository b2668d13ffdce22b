story "F161 a mentee who chose German gets her letters in it, a mentor who chose none his in English"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana for code-review with Python title "My first API"
as Dana post /me name=Dana zone=Europe/Berlin languages=Deutsch theme=system language=de -> 303
Ana claims R -> 303
later 1 hours
run letters
expect letter to Dana once containing "Ana schreibt dir zu OC-1"
expect letter to Dana once containing "Ana hat deine Anfrage „My first API“ übernommen und schreibt dir."
expect letter to Dana once containing "48 Stunden"
expect letter to Dana once containing "Fr., 20. Nov., 10:00 CET"
expect letter to Dana never containing "will write to you"
expect letter to Ana once containing "It is your turn: write to Dana"
expect letter to Ana never containing "schreib"

story "F161 what was written before somebody chose a language stays as it was, what comes after is in it; choosing the browser's again brings English back"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
as Dana post /me name=Dana zone=UTC languages=English theme=system language=de -> 303
run letters
expect letter to Dana once containing "We have your request"
later 72 hours
run due
run letters
expect letter to Dana once containing "Deine Anfrage OC-1 wartet noch"
expect letter to Dana once containing "3 Tage"
as Dana post /me name=Dana zone=UTC languages=English theme=system language=browser -> 303
Ana claims R -> 303
later 1 hours
run letters
expect letter to Dana once containing "Ana will write to you"

story "F161 L05 L16 a mentor who chose German is greeted and told of a claim in it: lengths, days and labels too"
given programme operation-code
given coordinator Cora
given volunteer Vic with skill Python
as Vic post /me name=Vic zone=Europe/Vienna languages=Deutsch theme=system language=de -> 303
as Cora post /p/{p}/coordinate/people/{Vic}/approve -> 303
run letters
expect letter to Vic once containing "Du bist Mentor bei Operation Code mentoring"
expect letter to Vic once containing "eine Aufgabe für etwa 30 Minuten"
given request R by Dana with Python title "My first API"
Vic claims R -> 303
later 1 hours
run letters
expect letter to Vic once containing "OC-1 ist dein: Schreib Dana"
expect letter to Vic once containing "Bitte schreib bis	Fr., 20. Nov., 10:00 CET"
expect letter to Dana once containing "Vic will write to you"

story "F161 a letter that the programme words itself keeps the programme's words, whatever its reader chose"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
as Cora post /p/{p}/coordinate/texts/L04 subject="{open}mentor{close} took {open}number{close}" body="A word of our own for {open}you{close}.{line}{line}[Look at it](link)" -> 303
given request R by Dana with Python
as Dana post /me name=Dana zone=UTC languages=Deutsch theme=system language=de -> 303
Ana claims R -> 303
later 1 hours
run letters
expect letter to Dana once containing "A word of our own for Dana."
expect letter to Dana never containing "übernommen und schreibt dir"

story "F161 pages come in the language that somebody chose, else as the browser asks, else as the server has it"
given programme operation-code
given members Dana, Emil
given pages
as Dana get / -> 200 showing "Settings" hiding "Einstellungen"
browsers ask for fr,de-AT;q=0.8,en;q=0.5
as Emil get / -> 200 showing "Einstellungen" hiding "Settings"
as nobody get /login -> 200 showing "Deine E-Mail-Adresse", "Anmelden"
as Dana post /me name=Dana zone=UTC languages=English theme=system language=en -> 303
as Dana get / -> 200 showing "Settings" hiding "Einstellungen"
browsers ask for nothing
as Emil get / -> 200 showing "Settings"
server writes de
as Emil get / -> 200 showing "Einstellungen"
browsers ask for fr
as Emil get / -> 200 showing "Einstellungen"
as Dana get / -> 200 showing "Settings"

story "F161 a form that is refused says so in the reader's language, and a refusal too"
given programme operation-code
given members Dana
given pages
browsers ask for de
as Dana post /me name=Dana zone=Mars/Base languages=English theme=system -> 422 showing "Wähle eine Zeitzone aus der Liste"
as Dana get /p/{p}/nowhere -> 404 showing "Hier ist nichts, das du sehen darfst."

story "F161 the mail that signs somebody in is in the language of the browser that waits for it"
given programme operation-code
given members Dana
browsers ask for de
Dana opens browser
as Dana post /login email=Dana@example.org -> 303
run letters
expect letter to Dana once containing "hier ist dein Zugang. Er gilt einmal, 10 Minuten lang"

story "F161 a pseudo-locale shows that every word of a page passes the catalogue"
given programme operation-code
given members Dana
given pages
browsers ask for en-XA
as Dana get /me -> 200 showing "Šééttííñgš", "tííméé žóóñéé" hiding "Settings", "Save", "Sign out", "Pronouns"
as Dana get / -> 200 hiding "My programmes", "Nothing is waiting", "Sign out", "Skip to content"
