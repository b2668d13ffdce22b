# What one person may have, and one more.

story "a form with a zero byte cannot be read, and is not called somebody else's"
given programme operation-code
given members Dana
as Dana post /me name="Da{nul}na" zone=UTC languages=English theme=system -> 400 showing "something that we cannot read"
as Dana post /p/{p}/requests/new/details title="A question" details="Where should a beginner start{nul} today?" -> 400
as Dana get /me -> 200 showing "Dana"

story "F169 the twenty-first token of one person is refused until one ends"
  given programme operation-code
  given mentor Ana
  # one token is hers already: with it stories call the API
  19 times as Ana post /me/tokens name="weekly report" scope=read days=90 -> 200
  as Ana post /me/tokens name="one more" scope=read days=90 -> 409 showing "as many tokens as one person may have"
