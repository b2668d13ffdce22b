# Times of section 4 that a programme sets itself (T09, T28, T29, T32).

story "T29 a programme gives its responders other hours and days, and whoever reports reads them first"
  given pages
  given programme operation-code
  given members Dana
  given responders Sue
  given setting t29.1 4
  given setting t29.2 8
  given setting t29.3 3
  as Dana get /p/{p}/report -> 200 showing "acknowledged within 4 hours and decided within 3 days"
  as Dana post /p/{p}/report what="It began again after a while." sharing=anonymous -> 200
  run letters
  forget letters
  later 3 hours
  run due
  run letters
  expect letter to Sue never containing "waits for you"
  later 2 hours
  run due
  run letters
  expect letter to Sue once containing "waits for you"
  later 4 hours
  run due
  run letters
  expect letter to Sue 2 times containing "waits for you"
  as Sue get /p/{p}/safety -> 200
  as Sue get /p/{p}/safety/{report} -> 200 showing "Late"
  as Sue post /p/{p}/safety/{report}/acknowledge seen={seen} -> 303
  as Sue get /p/{p}/safety/{report} -> 200 hiding "Late"
  later 64 hours
  run due
  run letters
  expect letter to Sue 3 times containing "waits for you"

story "T28 L44 a programme says when whoever has not accepted a document is reminded"
  given programme operation-code
  given coordinator Cora
  given mentors Ana with skill Python
  given setting t28.1 2
  as Cora post /p/{p}/coordinate/documents/conduct title="Code of conduct" kind=conduct role=all audience=members is_binding=1 markdown="1. Be kind and be plain.{line}2. Come when you said that you would." -> 303
  run due
  run letters
  expect letter to Ana once containing "please accept"
  later 2 days
  run due
  run letters
  expect letter to Ana 2 times containing "please accept"

story "T09 L21 a survey reminds and ends as the programme says, unless it says otherwise itself"
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given setting t09.1 9
  given setting t09.2 4
  given setting t09.3 21
  as Cora get /p/{p}/coordinate/surveys -> 200 showing "value="9"", "value="4""
  as Cora post /p/{p}/coordinate/surveys name="Evenings" about="So that we sing when you can." survey_audience=members opens=2026-12-01 -> 303
  as Cora follows -> 200 showing "21 Dec", "value="9"", "value="4""

story "T32 a programme says how long Slack must be away before the room is looked after by hand"
  given programme operation-code
  given setting t32.1 30
  given slack
  given mentors Ana with skill Python
  given slack of Ana
  given coordinator Cora
  given request R by Dana with Python title "Nobody sees me"
  slack is down
  as Cora get /p/{p}/coordinate -> 200 hiding "by hand"
  later 29 minutes
  as Cora get /p/{p}/coordinate -> 200 hiding "Slack cannot be reached, so"
  as Cora get /p/{p}/coordinate -> 200 hiding "OC-1 Nobody sees me http"
  later 2 minutes
  as Cora get /p/{p}/coordinate -> 200 showing "OC-1 Nobody sees me http"
