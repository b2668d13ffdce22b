# A programme's own forms as data (F026, F027): in its file, on a page, by a program; each change is a version.

story "F026 a coordinator changes the questions of a form on a page, and it holds at once"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora, Carl
  given member Dana
  as Cora get /p/{p}/coordinate/forms/mentee -> 200 showing "To sing with us", "Which voice?", "must be given", "Hours of the week", "for coordinators alone"
  as Cora get /p/{p}/coordinate/forms/nobody -> 404
  as Dana get /p/{p}/coordinate/forms/mentee -> 403
  as Dana get /api/v1/programmes/{p}/forms/mentee -> 200 showing "'version':1", "'key':'why','kind':'long-text','words':'Why do you want to sing?'", "'words':'古曲'"
  as Dana get /api/v1/programmes/{p}/forms/mentor -> 200 showing "'version':0", "'questions':[]"
  # what is wrong stands beside its field, and nothing typed is lost
  as Cora post /p/{p}/coordinate/forms/mentee called=Voice kind=text words="A question" audience=reviewers position=1 -> 422 showing "begins with a letter", "A question"
  as Cora post /p/{p}/coordinate/forms/mentee called=voice kind=text words="A question" audience=reviewers position=1 -> 422 showing "Another question of this form has this key"
  as Cora post /p/{p}/coordinate/forms/mentee called=csrf kind=text words="A question" audience=reviewers position=1 -> 422 showing "every form carries"
  as Cora post /p/{p}/coordinate/forms/mentee called=tongue_level kind=text words="A question" audience=reviewers position=1 -> 422 showing "does not end in _level"
  as Cora post /p/{p}/coordinate/forms/mentee called=pet kind=choice words="Which pet?" choices="Dog" audience=reviewers position=1 -> 422 showing "2 to 40 choices", "Which pet?"
  as Cora post /p/{p}/coordinate/forms/mentee called=pet kind=choice words="Which pet?" choices="Dog{line}dog" audience=reviewers position=1 -> 422 showing "Two choices read the same"
  as Cora post /p/{p}/coordinate/forms/mentee called=pet kind=week words="Which pet?" most=3 audience=reviewers position=1 -> 422 showing "neither least nor most"
  as Cora post /p/{p}/coordinate/forms/mentee called=pet kind=text words="Which pet?" most=900 audience=reviewers position=1 -> 422 showing "more than the kind has room for"
  as Cora post /p/{p}/coordinate/forms/mentee called=pet kind=scale words="Which pet?" least=5 most=5 audience=reviewers position=1 -> 422 showing "at least two steps"
  as Cora post /p/{p}/coordinate/forms/mentee called=pet kind=consent words="Which pet?" audience=reviewers position=1 -> 422 showing "What somebody consents to is required"
  as Cora post /p/{p}/coordinate/forms/mentee called=pet kind=scale words="How loud?" choices="soft{line}loud" most=3 audience=coordinators position=2 -> 303
  as Cora get /p/{p}/coordinate/forms/mentee -> 200 showing "How loud?petA step of a scale may be left out · for coordinators alone"
  as Cora get /p/{p}/coordinate/versions -> 200 showing "Version 2 form mentee.pet is new: “How loud?” Cora, on a page"
  as Cora get /p/{p}/coordinate/versions/2 -> 200 showing "Form mentee.pet was not there How loud?", "key: pet"
  # of two who change the same question the second is told
  as Carl get /p/{p}/coordinate/forms/mentee?edit=pet -> 200 showing "How loud?", "soft"
  expect page has {seen}
  as Cora post /p/{p}/coordinate/forms/mentee was=pet called=pet kind=scale words="How loudly?" choices="soft{line}loud" most=3 audience=coordinators position=1 -> 303
  as Carl post /p/{p}/coordinate/forms/mentee seen={seen} was=pet called=pet kind=text words="My own words" audience=coordinators position=1 -> 412 showing "Somebody changed this", "My own words"
  as Cora get /api/v1/programmes/{p}/forms/mentee -> 200 showing "'key':'pet','kind':'scale','words':'How loudly?'"
  as Cora post /p/{p}/coordinate/forms/mentee/remove was=pet -> 303
  as Cora post /p/{p}/coordinate/forms/mentee/remove was=pet -> 409
  as Cora get /p/{p}/coordinate/versions -> 200 showing "form mentee.pet is gone"
  # a form that nobody wrote begins with its first question, and never loses its last
  as Cora post /api/v1/programmes/{p}/forms/mentor called=years kind=text words="Since when do you sing here?" audience=reviewers position=1 -> 200 showing "'version':1"
  as Cora post /p/{p}/coordinate/forms/mentor/remove was=years -> 409 showing "only question"
  as Dana post /api/v1/programmes/{p}/forms/mentor called=mine kind=text words="Mine?" audience=reviewers position=1 -> 403
  # the file again, whole: what it names is as it says
  given programme of tests/programmes/choir.yaml
  as Cora get /api/v1/programmes/{p}/forms/mentee -> 200 showing "'version':4"
  as Cora get /api/v1/programmes/{p}/forms/mentor -> 200 showing "Since when do you sing here?"
