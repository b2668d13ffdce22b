# Documents: versions, clauses, acceptance with a time of grace (F025, F140, F141, T28, L44).

story "F140 F141 T28 L44 a changed code of conduct is told by clauses, binds after fourteen days, and refuses with a way on"
  given pages
  given programme operation-code
  given coordinator Cora
  given mentors Ana, Bo with skill Python
  given members Dana
  given request R by Dana for code-review with Python
  given request S by Dana for code-review with Python
  given request T by Dana for code-review with Python
  as Ana get /p/{p}/documents/conduct -> 200 showing "Version 1", "You accepted this version", "9 Say something." hiding "Accept the code of conduct"
  as Cora get /p/{p}/coordinate/documents/conduct -> 200 showing "Code of conduct", "Publish it", "Look at it first", "Version 1"
  as Ana get /p/{p}/coordinate/documents/conduct -> 403
  # looked at, not kept
  as Cora post /p/{p}/coordinate/documents/conduct/preview title="Code of conduct" kind=conduct role=all audience=members is_binding=1 markdown="1. Be kind and be plain.{line}2. Come when you said that you would." -> 200 showing "How it will look", "changes against what is published"
  as Ana get /p/{p}/documents/conduct -> 200 showing "Version 1" hiding "Come when you said"
  as Cora post /p/{p}/coordinate/documents/conduct title="Code of conduct" kind=conduct role=all audience=members is_binding=1 markdown="1. Be kind and be plain.{line}2. Come when you said that you would." -> 303
  run due
  run letters
  expect letter to Ana once containing "please accept"
  expect letter to Ana once containing "clauses 1, 2"
  expect letter to Dana once containing "please accept"
  expect letter to Cora never containing "please accept"
  as Ana get /p/{p}/documents/conduct -> 200 showing "Version 2", "You accepted version 1. Please accept this one by", "What has changed since"
  as Ana get /p/{p}/documents/conduct/changes -> 200 showing "Version 2 against version 1", "Clause 2", "new", "taken out:", "added:"
  as Ana get /p/{p}/documents/conduct?version=1 -> 200 showing "This is version 1. Another one holds now.", "Say something." hiding "Accept the code"
  as Ana get /p/{p}/documents/conduct?version=7 -> 404
  # in grace both go on
  Ana claims R -> 303
  # a week later once more, and nobody twice in one round
  later 7 days
  run due
  run letters
  expect letter to Ana 2 times containing "please accept"
  run due
  run letters
  expect letter to Ana 2 times containing "please accept"
  as Bo post /p/{p}/conduct slug=conduct version=1 accepted=1 -> 409 showing "has changed since this page was opened"
  as Bo post /p/{p}/conduct slug=conduct version=2 accepted=1 next=queue -> 303
  as Bo get /p/{p}/documents -> 200 showing "Code of conduct", "You accepted it"
  as Cora get /p/{p}/coordinate -> 200 hiding "Has not accepted"
  later 8 days
  run due
  Ana claims S -> 403
  as Ana post /p/{p}/requests/{S}/claim -> 403 showing "Please read and accept what holds here first", "Read and accept it"
  as Cora get /p/{p}/coordinate -> 200 showing "Ana", "Has not accepted what must be accepted here"
  as Cora post /p/{p}/requests/{S}/assign mentor={Ana} has_agreed=1 -> 409 showing "has not accepted what must be accepted here"
  as Dana get /p/{p}/conduct -> 200 showing "Version 2", "Accept the code of conduct"
  as Cora get /p/{p}/coordinate/documents/conduct/people -> 200 showing "1 person accepted it", "Ana", "Dana", "version 1", "Bo", "Remind them"
  as Cora post /p/{p}/coordinate/documents/conduct/remind -> 303
  run letters
  expect letter to Ana 3 times containing "please accept"
  expect letter to Bo 2 times containing "please accept"
  as Cora post /p/{p}/coordinate/documents/conduct/remind -> 429 showing "told within the last 24 hours"
  as Ana post /p/{p}/conduct slug=conduct version=2 accepted=1 next=queue -> 303
  Ana claims S -> 303
  Bo claims T -> 303
  as Cora get /p/{p}/coordinate -> 200 hiding "Has not accepted"

story "F141 booking waits for it as well, and with no days of grace a change binds at once"
  given pages
  given programme operation-code
  given setting conduct.grace_d 0
  given coordinator Cora
  given mentor Ana with skill Python
  given member Dana
  given request R by Dana for code-review with Python
  Ana claims R -> 303
  later 1 minutes
  as Cora post /p/{p}/coordinate/documents/conduct title="Code of conduct" kind=conduct role=all audience=members is_binding=1 markdown="1. Be kind and be plain.{line}2. Be there." -> 303
  as Ana post /p/{p}/requests/{R}/session date=2026-12-20 time=10:00 -> 403 showing "Please read and accept", "Read and accept it"
  as Dana post /p/{p}/requests/{R}/session date=2026-12-20 time=10:00 -> 403 showing "Please read and accept"
  as Ana post /p/{p}/conduct version=2 accepted=1 -> 303
  as Ana post /p/{p}/requests/{R}/session date=2026-12-20 time=10:00 -> 303
  as Dana get /p/{p}/documents -> 200 showing "To be accepted before you ask or claim"
  given setting conduct.required no
  as Dana post /p/{p}/requests/{R}/session date=2026-12-21 time=10:00 -> 303
  as Cora post /p/{p}/coordinate/documents/conduct/remind -> 409 showing "Nobody has to accept"

story "F025 F140 a document for mentors alone binds mentors: those who are here have days for it, who comes later accepts it first"
  given pages
  given programme operation-code
  given coordinator Cora
  given mentors Ana with skill Python
  given members Dana, Nora
  given request R by Dana for code-review with Python
  later 1 hours
  as Cora post /p/{p}/coordinate/documents/new title="Handbook: for mentors" kind=handbook role=mentor audience=members is_binding=1 markdown="## Meetings{line}1. Be there.{line}{line}## Advice{line}1. No legal advice.{line}2. No medical advice." -> 303
  as Cora get /p/{p}/coordinate/documents -> 200 showing "Handbook: for mentors", "for mentors", "Who has accepted it"
  as Ana get /p/{p}/documents/handbook-for-mentors -> 200 showing "2.2 No medical advice.", "Accept it"
  run due
  run letters
  expect letter to Ana once containing "Handbook: for mentors"
  expect letter to Dana never containing "Handbook: for mentors"
  Ana claims R -> 303
  later 15 days
  as Ana get /p/{p}/mentor -> 200 showing "Before you can claim, please read and accept what holds here"
  as Ana get /p/{p}/conduct -> 200 showing "Handbook: for mentors"
  given request S by Dana for code-review with Python
  Ana claims S -> 403
  as Ana post /p/{p}/conduct slug=handbook-for-mentors version=1 accepted=1 -> 303
  Ana claims S -> 303
  given members Nils
  as Nils get /p/{p}/apply/mentor -> 200 showing "Please read before you begin", "Handbook: for mentors"
  as Nils post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 bio="" -> 422 showing "accept them first"
  as Nils post /p/{p}/apply/mentor mentor_skills=Python mentor_services=code-review capacity=2 accepted=1 -> 303
  as Nils get /p/{p}/documents -> 200 showing "You accepted it" hiding "To be accepted before"

story "F025 of two coordinators who edit one document the second is told and loses nothing"
  given pages
  given programme operation-code
  given coordinator Cora
  given coordinator Carl
  as Cora get /p/{p}/coordinate/documents/mission -> 200 showing "Mission and services"
  as Carl post /p/{p}/coordinate/documents/mission title="Mission and services" kind=guide role=all audience=members markdown="Carl wrote another mission for all." seen={seen} -> 303
  as Cora post /p/{p}/coordinate/documents/mission title="Mission and services" kind=guide role=all audience=members markdown="Cora has words of her own for it." seen={seen} -> 412 showing "Somebody changed this since you opened the page", "Cora has words of her own", "Carl wrote another mission"
  as Cora get /p/{p}/documents/mission -> 200 showing "Carl wrote another mission" hiding "Cora has words"
  as Cora post /p/{p}/coordinate/documents/mission title="M" kind=guide role=all audience=members markdown="Too short a title." -> 422 showing "Too short a title."
  as Cora post /p/{p}/coordinate/documents/mission title="Mission" kind=poem role=all audience=members markdown="Not one of the kinds." -> 422
  as Cora post /p/{p}/coordinate/documents/nowhere title="Mission" kind=guide role=all audience=members markdown="There is no such document." -> 404
  as Cora get /p/{p}/coordinate/versions -> 200 showing "document mission, text"
  as Cora post /p/{p}/coordinate/documents/mission title="Mission and services" kind=guide role=all audience=public markdown="For everybody who passes by." -> 303
  as nobody get /p/{p}/documents/mission -> 200 showing "For everybody who passes by"
  as nobody get /p/{p}/documents -> 200 showing "Mission and services" hiding "Code of conduct"
  as nobody get /p/{p}/documents/conduct -> 303
  as nobody get /p/{p}/documents/nowhere -> 303
  as Cora post /p/{p}/coordinate/documents/mission title="Mission and services" kind=guide role=all audience=public is_retired=1 markdown="For everybody who passes by." -> 303
  as nobody get /p/{p}/documents/mission -> 303
  as Cora get /p/{p}/documents -> 200 hiding "Mission and services"
  as Cora get /p/{p}/coordinate/documents -> 200 showing "Mission and services", "Retired"

story "F025 F140 programs read documents and what changed, accept with the version, and publish"
  given programme operation-code
  given coordinator Cora
  given mentor Ana
  as Ana get /api/v1/programmes/{p}/documents -> 200 showing "'slug':'conduct'", "'is_binding':true", "'standing':'accepted'"
  as Cora post /api/v1/programmes/{p}/documents/conduct title="Code of conduct" kind=conduct role=all audience=members is_binding=true markdown="1. Be kind.{line}2. Be there." -> 200 showing "'version':2", "'hash':"
  as Ana get /api/v1/programmes/{p}/documents -> 200 showing "'standing':'in-grace'"
  as Ana get /api/v1/programmes/{p}/documents/conduct?version=1 -> 200 showing "'version':1,'newest':2"
  as Ana get /api/v1/programmes/{p}/documents/conduct/changes -> 200 showing "'from':1,'version':2", "'kind':'gone'"
  as Ana get /api/v1/programmes/{p}/documents/conduct/people -> 403
  as Cora get /api/v1/programmes/{p}/documents/conduct/people -> 200 showing "'lacking':", "'name':'Ana'", "'accepted':1"
  as Cora post /api/v1/programmes/{p}/documents/conduct/remind -> 204
  as Ana post /api/v1/programmes/{p}/conduct version=1 accepted=true -> 409
  as Ana post /api/v1/programmes/{p}/conduct version=2 accepted=true -> 204
  as Ana get /api/v1/programmes/{p}/documents -> 200 hiding "in-grace"
  as Ana post /api/v1/programmes/{p}/documents/conduct title="Mine" kind=conduct role=all audience=members markdown="1. No rules any more." -> 403
