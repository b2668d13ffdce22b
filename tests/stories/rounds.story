# Rounds after they were planned: changed (F037, L20C), read by members (F032).

story "F037 L20C a round is changed as far as its windows allow, field by field, and whoever applied hears of an earlier end or fewer places"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Dana, Mona, Nils
  as Cora post /p/{p}/coordinate/rounds name="Winter" criteria="You live by the river." mentee_opens=2026-12-01 mentee_closes=2026-12-20 mentee_places=3 -> 303
  as Cora get /p/{p}/coordinate/rounds -> 200 showing "Change the round"
  expect page has {cohort}
  as Dana get /p/{p}/coordinate/rounds/{cohort} -> 403
  as Cora get /p/{p}/coordinate/rounds/{cohort} -> 200 showing "Change Winter", "value="2026-12-01"", "value="2026-12-20"", "value="3""
  # before it opens everything moves
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Deep winter" criteria="You live by the river." mentee_opens=2026-11-01 mentee_closes=2026-12-18 mentee_places=3 -> 303
  run due
  as Dana get /api/v1/programmes/{p}/rounds -> 200 showing "'name':'Deep winter','side':'mentee','state':'open'", "'closes_at':'2026-12-18T18:15:00Z'"
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=New week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Mona post /p/{p}/join/mentee/draft why="Not" -> 303
  run letters
  forget letters
  # refused field by field, and every number that was typed is there again
  as Cora get /p/{p}/coordinate/rounds/{cohort} -> 200 showing "Where it stands", "1 applied"
  as Cora post /p/{p}/coordinate/rounds/{cohort} seen={seen} name="W" criteria="Something new." mentor_opens=2026-12-01 mentor_closes=2026-12-09 mentor_places=7 mentee_opens=2026-11-05 mentee_closes=2026-11-02 mentee_places=17 -> 422 showing "at least 2 characters", "Something new.", "value="2026-11-05"", "value="2026-11-02"", "value="17"", "value="7""
  as Cora post /p/{p}/coordinate/rounds/{cohort} seen={seen} name="Deep winter" criteria="Something new." mentor_opens=2026-12-01 mentor_closes=2026-12-09 mentor_places=7 mentee_opens=2026-11-05 mentee_closes=2026-11-02 mentee_places=17 -> 422 showing "This side has no form yet", "has opened already", "comes before the first one", "Something new.", "value="2026-11-05"", "value="17"", "value="7""
  as Cora post /p/{p}/coordinate/rounds/{cohort} seen={seen} name="Deep winter" mentee_opens=2026-11-01 mentee_closes=2026-11-10 mentee_places= -> 422 showing "This day is over already", "0 is as many as fit"
  as Cora post /p/{p}/coordinate/rounds/{cohort} seen={seen} name="Deep winter" mentee_places=2 -> 422 showing "planned already: give its first and its last day"
  # a later end is an extension, told like one; nobody else hears of it
  as Cora post /p/{p}/coordinate/rounds/{cohort} seen={seen} name="Deep winter" criteria="You live by the river." mentee_opens=2026-11-01 mentee_closes=2026-12-22 mentee_places=3 -> 303
  as Cora follows -> 200 showing "The round is changed"
  run letters
  expect letter to Dana once containing "More time to apply: Deep winter"
  expect letter to Mona once containing "More time to apply"
  expect letter to Nils never containing "Deep winter"
  # the second tab is told, and loses nothing
  as Cora post /p/{p}/coordinate/rounds/{cohort} seen={seen} name="Another name" mentee_opens=2026-11-01 mentee_closes=2026-12-22 mentee_places=9 -> 412 showing "Somebody changed this", "Another name", "value="9""
  # an earlier end and fewer places are told once, together
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Deep winter" criteria="You live by the river." mentee_opens=2026-11-01 mentee_closes=2026-12-15 mentee_places=1 -> 303
  run letters
  expect letter to Dana once containing "Changed: Deep winter"
  expect letter to Dana once containing "Places	1"
  expect letter to Mona once containing "Changed: Deep winter"
  expect letter to Nils never containing "Deep winter"
  # other words are no worse for anybody
  forget letters
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Deepest winter" criteria="You sing." mentee_opens=2026-11-01 mentee_closes=2026-12-15 mentee_places=1 -> 303
  run letters
  expect letter to Dana never containing "winter"
  as Cora get /api/v1/programmes/{p}/record -> 200 showing "Deep winter, mentee_places", "'before':'3','after':'1'", "'before':'2026-12-22','after':'2026-12-15'", "'before':'Deep winter','after':'Deepest winter'"
  # the new end is the one that the clock knows
  later 30 days
  run due
  as Dana get /api/v1/programmes/{p}/rounds -> 200 showing "'state':'closed'"
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Deepest winter" criteria="You sing." mentee_opens=2026-11-01 mentee_closes=2026-12-31 mentee_places=1 -> 422 showing "This window is over", "value="2026-12-31""

story "F045 F037 places that are added go to the waiting list at once, and none is taken from whoever has one"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=1 -> 303
  run due
  as Cora get /p/{p}/coordinate/rounds -> 200
  expect page has {cohort}
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=New week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  later 1 minutes
  as Mona post /p/{p}/join/mentee why="Because the river sings back." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Cora get /p/{p}/review -> 200
  expect page has {application}
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  run letters
  forget letters
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=2 -> 303
  run letters
  expect letter to Mona once containing "a place for you"
  expect letter to Dana never containing "Winter"
  as Cora post /p/{p}/coordinate/rounds/{cohort} name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=1 -> 422 showing "given or offered already", "value="1""
  # as a program: the tag that was read must still be the one
  as Cora post /api/v1/programmes/{p}/rounds/{cohort} name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=4 -> 200 showing "'name':'Winter'", "'places':4,'applied':2,'accepted':2,'placed':0"
  as Cora post /api/v1/programmes/{p}/rounds/{cohort} name="Winter" mentee_opens=2026-11-02 mentee_closes=2026-12-20 mentee_places=4 -> 422 showing "'mentee_opens'", "has opened already"
  as Dana post /api/v1/programmes/{p}/rounds/{cohort} name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=4 -> 403

story "F032 members read what a round is and what became of it, names as far as they may see the profile; past ones stay readable and are paged"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 0
  given coordinator Cora
  given members Dana, Mona, Nils
  as Cora post /p/{p}/coordinate/rounds name="Winter" criteria="You live by the river." mentee_opens=2026-11-01 mentee_closes=2026-12-01 mentee_places=2 -> 303
  run due
  as Mona get /p/{p}/join -> 200 showing "All rounds and batches"
  expect page has {cohort}
  as nobody get /p/{p}/rounds -> 303
  as nobody get /p/{p}/rounds/{cohort} -> 303
  as Mona get /p/{p}/rounds/0c2f5q8rtvxyz -> 404
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=New week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Mona get /p/{p}/rounds/{cohort} -> 200 showing "You live by the river.", "Applied</dt><dd>1", "Have a place</dt><dd>0", "Nobody to show yet" hiding "Dana", "Change it"
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  # whoever has a place: to themself, to coordinators, and to members once they list themself
  as Dana get /p/{p}/rounds/{cohort} -> 200 showing "/people/{Dana}", "Were offered a place</dt><dd>1", "Have a place</dt><dd>1", "Completed their term</dt><dd>0" hiding "dana@"
  as Cora get /p/{p}/rounds/{cohort} -> 200 showing "/people/{Dana}", "Change it" hiding "dana@"
  as Mona get /p/{p}/rounds/{cohort} -> 200 showing "Have a place</dt><dd>1" hiding "Dana"
  as Mona get /api/v1/programmes/{p}/rounds/{cohort}/people -> 200 showing "'items':[]" hiding "Dana"
  as Dana post /p/{p}/me listed=1 -> 303
  as Mona get /p/{p}/rounds/{cohort} -> 200 showing "/people/{Dana}" hiding "dana@"
  as Mona get /api/v1/programmes/{p}/rounds/{cohort}/people -> 200 showing "'id':'{Dana}'", "'side':'mentee'" hiding "dana@"
  as Mona get /api/v1/programmes/{p}/rounds/{cohort} -> 200 showing "'name':'Winter'", "'is_blind':false", "'applied':1,'accepted':1,'placed':1,'completed':0"
  as Nils post /p/{p}/people/{Dana}/block -> 303
  as Nils get /p/{p}/rounds/{cohort} -> 200 hiding "Dana"
  as Nils get /api/v1/programmes/{p}/rounds/{cohort}/people -> 200 hiding "Dana"
  # long after
  later 300 days
  run due
  as Cora get /p/{p}/coordinate/rounds -> 200
  as Cora post /p/{p}/coordinate/rounds/{window}/settle -> 303
  as Mona get /p/{p}/rounds/{cohort} -> 200 showing "Closed, everybody was told", "/people/{Dana}", "Have a place</dt><dd>1", "Completed their term</dt><dd>1"
  as Mona get /api/v1/programmes/{p}/rounds/{cohort} -> 200 showing "'placed':1,'completed':1"
  26 times as Cora post /p/{p}/coordinate/rounds name="Another" mentee_opens=2027-11-01 mentee_closes=2027-12-01 -> 303
  as Mona get /p/{p}/rounds -> 200 showing "Another", "Older ones" hiding "Winter"
  as Mona get {next} -> 200 showing "Winter", "Another" hiding "Older ones"
  as Cora get /p/{p}/coordinate/rounds -> 200 showing "Older ones" hiding "Winter"
  as Mona get /p/{p}/join -> 200 showing "Older ones" hiding "Winter"
  as Mona get /api/v1/programmes/{p}/rounds -> 200 showing "'next':'" hiding "Winter"

story "F032 F052 where a round is read without names, nobody stands on its page before it is decided about them"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 0
  given coordinator Cora
  given reviewers Rita
  given members Dana, Mona
  as Cora post /api/v1/programmes/{p}/settings apply.blind=yes -> 200
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=New week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Dana post /p/{p}/me listed=1 -> 303
  as Mona get /p/{p}/join -> 200
  expect page has {cohort}
  as Cora get /p/{p}/rounds/{cohort} -> 200 showing "read without names", "Applied</dt><dd>1" hiding "Dana"
  as Rita get /p/{p}/rounds/{cohort} -> 200 hiding "Dana"
  as Rita get /api/v1/programmes/{p}/rounds/{cohort}/people -> 200 hiding "Dana"
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Rita get /p/{p}/rounds/{cohort} -> 200 showing "/people/{Dana}"
