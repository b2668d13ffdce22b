# What one person may have, and one more.

story "F169 the twenty-first token of one person is refused until one ends"
  given programme operation-code
  given mentor Ana
  # one token is hers already: with it stories call the API
  19 times as Ana post /me/tokens name="weekly report" scope=read days=90 -> 200
  as Ana post /me/tokens name="one more" scope=read days=90 -> 409 showing "as many tokens as one person may have"
