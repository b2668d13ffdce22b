story "T1 profiles: sixty in an hour, and one more is asked to wait"
given programme operation-code
given mentors Ana with skill Python
given members Dana, Mona
given rate limits
60 times as Dana get /p/{p}/people/{Ana} -> 200
as Dana get /p/{p}/people/{Ana} -> 429 showing "A little slower", "You can go on in"
as Mona get /p/{p}/people/{Ana} -> 200
as Dana get /p/{p} -> 200
later 1 hours
60 times as Dana get /p/{p}/people/{Ana} -> 200
as Dana get /p/{p}/people/{Ana} -> 429

story "ASVS 2.4.1 writes: 120 in a minute an account, and nobody pays for somebody else"
given programme operation-code
given members Dana, Mona
given rate limits
120 times as Dana post /me name=Dana zone=UTC languages=English theme=system -> 303
as Dana post /me name=Dana zone=UTC languages=English theme=system -> 429
as Mona post /me name=Mona zone=UTC languages=English theme=system -> 303
later 1 seconds asleep
2 times as Dana post /me name=Dana zone=UTC languages=English theme=system -> 303
as Dana post /me name=Dana zone=UTC languages=English theme=system -> 429

story "T12 a thousand wrong codes pause the guesser, and the owner still gets in"
given programme operation-code
given members Dana
given one-factor Dana
as Dana post /me/security/factor/start -> 303
as Dana post /me/security/factor code={code:Dana} -> 200 showing "{recovery}"
given rate limits
Dana signs in -> 303
5 times as Dana post /login/second-factor code={wrong-code:Dana} -> 422
5 times as Dana post /login/second-factor code={wrong-code:Dana} -> 422 showing "Too many wrong codes"
as Dana post /login/second-factor code={wrong-code:Dana} -> 429
1000 times as Dana post /login/second-factor code={wrong-code:Dana} -> 429
later 1 minutes asleep
as Dana post /login/second-factor code={recovery} -> 303
as Dana get /me -> 200

story "T12 sign-ins: thirty in ten minutes a network, before anybody is known"
given programme operation-code
given members Dana
given rate limits
30 times Dana signs in -> 303
Dana signs in -> 429
later 20 seconds asleep
Dana signs in -> 303

story "ASVS 2.4.1 exports: twenty in an hour, searches: sixty in a minute, on the page and by a program alike"
given programme operation-code
given mentors Ana with skill Python
given coordinator Cora
given rate limits
20 times as Cora post /p/{p}/coordinate/export format=csv -> 200
as Cora post /p/{p}/coordinate/export format=csv -> 429 showing "A little slower"
60 times as Cora get /p/{p}/coordinate/requests?q=python -> 200
as Cora get /p/{p}/coordinate/requests?q=python -> 429
as Cora get /p/{p}/coordinate/requests -> 200
60 times as Ana get /p/{p}/requests?q=python -> 200
as Ana get /p/{p}/requests?q=python -> 429
as Ana get /p/{p}/requests -> 200
