story "F180s F021 T12 a coordinator signs in with a second factor, and not without"
given programme operation-code
given mentors Ana with skill Python
given request R by Dana with Python
given coordinator Cora
given one-factor Cora
as Cora get /p/{p} -> 200 showing "opens with a second factor"
as Cora get /p/{p}/coordinate/people -> 303
as Cora get /p/{p}/requests/{R} -> 303
as Cora get /p/{p}/requests -> 303
as Cora get /me/security/factor -> 200 showing "Show me the key" hiding "otpauth"
as Cora post /me/security/factor/start -> 303
as Cora get /me/security/factor -> 200 showing "otpauth://totp/127.0.0.1%3A8080:Cora%40example.org?secret=", "QR code"
as Cora post /me/security/factor code=12 -> 422 showing "There is a problem"
as Cora post /me/security/factor code={wrong-code:Cora} -> 422 showing "not the code of this seed"
as Cora post /me/security/factor code={code:Cora} -> 200 showing "Recovery codes", "Your second factor is set up" hiding "opens with a second factor"
as Cora get /p/{p}/coordinate/people -> 200 hiding "opens with a second factor"
as Cora get /me/security -> 200 showing "10 of 10 recovery codes"
as Cora get /me/security/factor -> 200 hiding "otpauth"
later 31 seconds asleep
Cora signs in -> 303
as Cora get /me -> 303
as Cora get /p/{p} -> 303
as Cora get /login/second-factor -> 200 showing "Open your authenticator app"
as Cora post /login/second-factor code={wrong-code:Cora} -> 422 showing "not right"
as Cora get /me -> 303
as Cora post /login/second-factor code={code:Cora} -> 303
as Cora get /p/{p}/coordinate/people -> 200

story "F021 no code works twice, and the one before counts"
given programme operation-code
given members Dana
given one-factor Dana
as Dana post /me/security/factor/start -> 303
as Dana post /me/security/factor code={code:Dana} -> 200
Dana signs in -> 303
as Dana post /login/second-factor code={code:Dana} -> 422 showing "used already"
later 30 seconds asleep
as Dana post /login/second-factor code={code:Dana} -> 303
as Dana get /me -> 200

story "T12 five wrong codes pause the step for a quarter of an hour; recovery codes and live sessions go on"
given programme operation-code
given members Dana
given one-factor Dana
as Dana post /me/security/factor/start -> 303
as Dana post /me/security/factor code={code:Dana} -> 200 showing "Recovery codes"
given members Mona
as Dana get /me/security -> 200
later 1 minutes asleep
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422 showing "not right"
as Dana post /login/second-factor code={code:Dana} -> 422 showing "Too many wrong codes"
as Dana get /me -> 200
later 14 minutes asleep
as Dana post /login/second-factor code={code:Dana} -> 422 showing "Too many wrong codes"
later 1 minutes asleep
as Dana post /login/second-factor code={code:Dana} -> 303

story "F021 a recovery code opens once, past a pause too"
given programme operation-code
given members Dana
given one-factor Dana
as Dana post /me/security/factor/start -> 303
as Dana post /me/security/factor code={code:Dana} -> 200 showing "{recovery}"
Dana signs in -> 303
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={wrong-code:Dana} -> 422
as Dana post /login/second-factor code={code:Dana} -> 422 showing "Too many"
as Dana post /login/second-factor code={recovery} -> 303
as Dana get /me/security -> 200 showing "9 of 10 recovery codes"
Dana signs in -> 303
as Dana post /login/second-factor code={recovery} -> 422 showing "used already"
as Dana get /me -> 303

story "F002 T13 roles are given and taken by somebody who proved just now who they are, and end the sessions of whom they are about"
given programme operation-code
given coordinator Cora, Carl
given members Mona
later 11 minutes asleep
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=coordinator act=give -> 403 showing "within ten minutes"
as Mona get /p/{p} -> 200
later 1 minutes
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=coordinator act=give -> 303
as Mona get /p/{p} -> 303
as Cora get /p/{p}/coordinate/people -> 200

story "F021 a coordinator who rests for half an hour is let on by a code, in the same session, until twelve hours are over"
given programme operation-code
given coordinator Cora
given one-factor Cora
as Cora post /me/security/factor/start -> 303
as Cora post /me/security/factor code={code:Cora} -> 200
later 30 minutes asleep
as Cora get /p/{p}/coordinate/requests -> 200
later 1 minutes asleep
as Cora get /p/{p}/coordinate/requests -> 303
as Cora get /login -> 303
as Cora get / -> 200 showing "Sign in"
as Cora post /login/second-factor next=/p/{p}/coordinate/requests code={code:Cora} -> 303
as Cora get /p/{p}/coordinate/requests -> 200
later 689 minutes asleep
as Cora post /login/second-factor code={code:Cora} -> 401
as Cora get /login/second-factor -> 303

story "F021 the step-up: an old proof is asked again, the form is kept over it, and the person presses once more"
given programme operation-code
given coordinator Cora, Carl
given members Mona
given one-factor Cora
as Cora post /me/security/factor/start -> 303
as Cora post /me/security/factor code={code:Cora} -> 200
later 10 minutes asleep
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=escalation act=give -> 303
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=escalation act=take -> 303
Mona signs in -> 303
later 1 minutes asleep
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=coordinator act=give -> 303
as Mona get /p/{p} -> 200
as Cora get /login/second-factor -> 200 showing "Confirm that it is you"
as Cora post /login/second-factor code={code:Cora} -> 303
as Cora by-old-cookie /me -> 303
as Cora get /me -> 200
as Cora follows -> 200 showing "This was not saved", "Mona"
as Mona get /p/{p} -> 200
as Cora post /p/{p}/coordinate/people/{Mona}/roles role=coordinator act=give -> 303
as Mona get /p/{p} -> 303

story "TRUST 6.3 a form sent with a dead session is shown again to the same person, and to nobody else"
given programme operation-code
given members Dana, Mona
later 8 days asleep
as Dana post /me name="Dana D." zone=Mars/Base languages=Esperanto theme=dark -> 303
as Dana get /me -> 303
Mona signs in -> 303
as Mona follows -> 200 hiding "Esperanto"
Dana signs in -> 303
as Dana follows -> 200 showing "This was not saved", "Esperanto", "Dana D."
as Dana get /me -> 200 hiding "Esperanto"
as Dana post /me name="Dana D." zone=UTC languages=Esperanto theme=dark -> 303
as Dana get /me -> 200 showing "Esperanto"
Dana signs in -> 303
as Dana follows -> 200 hiding "This was not saved"

story "TRUST 6.3 a kept form is gone after fifteen minutes, and nobody keeps one for another"
given programme operation-code
given members Dana
later 8 days asleep
as Dana post /me name=Dana zone=UTC languages=Esperanto theme=dark -> 303
later 14 minutes asleep
Dana signs in -> 303
as Dana follows -> 200 showing "Esperanto"
later 1 minutes asleep
as Dana follows -> 410 showing "quarter of an hour"
as nobody post /me name=Dana languages=Klingon -> 401

story "T12 lost everything: another administrator resets after a day, and a day is enough to stop it"
given programme operation-code
given admin Ida, Ivo
given members Dana
given one-factor Dana
as Dana post /me/security/factor/start -> 303
as Dana post /me/security/factor code={code:Dana} -> 200
as Dana get /admin/factors -> 403
as Ida get /admin/factors -> 200 showing "No reset is under way"
as Ida post /admin/factors email=nobody@example.org -> 422 showing "Nobody here"
as Ida post /admin/factors email=ida@example.org -> 422 showing "Another administrator"
as Ida post /admin/factors email=ivo@example.org -> 422 showing "no second factor"
as Ida post /admin/factors email=Dana@example.org -> 303
as Ida get /admin/factors -> 200 showing "Dana", "asked by Ida"
later 1 minutes asleep
as Dana post /login/second-factor code={code:Dana} -> 303
as Dana get /me/security -> 200 showing "Stop the reset"
as Dana post /me/security/factor/keep -> 303
as Ida get /admin/factors -> 200 showing "No reset is under way"
as Ida post /admin/factors email=Dana@example.org -> 303
later 1439 minutes asleep
Dana signs in -> 303
as Dana get /me -> 303
later 1 minutes asleep
Dana signs in -> 303
as Dana get /me -> 200
as Dana get /me/security -> 200 showing "Set up a second factor"

story "F021 whoever needs none may remove it, replace it, and have new recovery codes; all other sessions end"
given programme operation-code
given members Dana
given coordinator Cora
given one-factor Dana, Cora
Dana signs in -> 303
as Dana elsewhere /me -> 200
as Dana post /me/security/factor/start -> 303
as Dana elsewhere /me -> 200
as Dana post /me/security/factor code={code:Dana} -> 200
as Dana elsewhere /me -> 303
as Dana get /me -> 200
as Dana post /me/security/recovery -> 200 showing "The old ones are worth nothing"
as Dana post /me/security/factor/start -> 303
later 30 seconds asleep
as Dana post /me/security/factor code={code:Dana} -> 200 showing "second factor is set up"
as Dana post /me/security/factor/remove -> 303
as Dana get /me/security -> 200 showing "Without one, whoever reads your mail"
Dana signs in -> 303
as Dana get /me -> 200
as Cora post /me/security/factor/start -> 303
as Cora post /me/security/factor code={code:Cora} -> 200
as Cora post /me/security/factor/remove -> 409 showing "replace it, not remove it"
later 11 minutes asleep
as Dana post /me/security/factor/start -> 403 showing "fresh link"
