# What a programme points to elsewhere (F030): rows that members read, coordinators change, files carry, and a letter takes along.

story "F030 resources come with the programme's file; coordinators add, change and retire them, members read those that are in use"
  given pages
  given programme of programmes/made-tech.yaml
  given coordinator Cora
  given members Ana, Dana
  as nobody get /p/{p}/resources -> 303
  as Dana get /p/{p} -> 200 showing "Resources"
  as Dana get /p/{p}/resources -> 200 showing "Katas to pair on", "https://learn.example.org/katas", "for everybody", "Koans", "for mentees" hiding "Change resources"
  as Dana get /p/{p}/coordinate/resources -> 403
  as Dana post /p/{p}/coordinate/resources title="Mine" url=https://mine.example/ role=all position=1 -> 403
  as Cora get /p/{p}/resources -> 200 showing "Change resources"
  as Cora get /p/{p}/coordinate/resources -> 200 showing "Add a resource", "https://practice.example.net/"
  as Cora post /p/{p}/coordinate/resources title="A talk" url="javascript:alert(1)" role=all position=1 -> 422 showing "Write an address like https://", "A talk"
  as Cora post /p/{p}/coordinate/resources title="A talk" url="https://me:secret@talks.example/" role=all position=1 -> 422
  as Cora post /p/{p}/coordinate/resources title="A talk" url="ftp://talks.example/1" role=all position=1 -> 422
  as Cora post /p/{p}/coordinate/resources title="A talk" url="https://talks.example/1" role=everyone position=1 -> 422
  as Cora post /p/{p}/coordinate/resources title="A talk about naming" url="https://talks.example/1?a=b&c=d" about="Twenty minutes." role=mentor position=9 -> 303
  as Dana get /p/{p}/resources -> 200 showing "A talk about naming", "Twenty minutes.", "for mentors"
  as Cora get /p/{p}/coordinate/versions -> 200 showing "resource a-talk-about-naming is new: “A talk about naming”", "Cora, on a page"
  # one is changed and retired: what the first page named
  as Cora get /p/{p}/coordinate/resources -> 200
  as Cora get /p/{p}/coordinate/resources?edit={edit} -> 200 showing "Add another one instead", "https://learn.example.org/katas"
  as Cora post /p/{p}/coordinate/resources edit={edit} title="Katas of old" url="https://learn.example.org/old" role=mentor position=1 is_retired=1 seen=other -> 412 showing "Katas of old"
  as Cora post /p/{p}/coordinate/resources edit={edit} title="Katas of old" url="https://learn.example.org/old" role=mentor position=1 is_retired=1 -> 303
  as Dana get /p/{p}/resources -> 200 hiding "Katas"
  as Cora get /p/{p}/coordinate/resources -> 200 showing "Katas of old", "Retired"
  as Cora get /p/{p}/coordinate/versions -> 200 showing "resource katas, title: “Katas to pair on” becomes “Katas of old”"
  as Cora post /p/{p}/coordinate/resources edit=0c2f5q8rtvxyz title="Nothing" url="https://talks.example/3" role=all position=1 -> 409

story "F030 a program reads and writes resources; of retired ones members learn nothing"
  given programme of programmes/made-tech.yaml
  given coordinator Cora
  given member Dana
  as Dana get /api/v1/programmes/{p}/resources -> 200 showing "'slug':'katas'", "'role':'all'", "'is_retired':false"
  as Cora post /api/v1/programmes/{p}/resources title="Old paths" url="https://old.example/" role=all position=1 is_retired=true -> 200 showing "'slug':'old-paths'"
  as Dana get /api/v1/programmes/{p}/resources -> 200 hiding "old-paths"
  as Cora get /api/v1/programmes/{p}/resources -> 200 showing "old-paths"
  as Dana post /api/v1/programmes/{p}/resources title="Mine" url="https://mine.example/" role=all position=1 -> 403
  as Cora post /api/v1/programmes/{p}/resources title="No address" role=all position=1 -> 422
  as Cora post /api/v1/programmes/{p}/resources title="Bare" url="https://nodot" role=all position=1 -> 422

story "F030 F048 L24 whoever was not placed is told what there is elsewhere for their side, and nothing that is retired or for the other side"
  given pages
  given programme of tests/programmes/choir.yaml
  given coordinator Cora
  given member Mona
  as Cora post /p/{p}/coordinate/resources title="Scores to sing from" url="https://scores.example/alto" role=all position=1 -> 303
  as Cora post /p/{p}/coordinate/resources title="Warming up" url="https://voice.example/warm-up" role=mentee position=2 -> 303
  as Cora post /p/{p}/coordinate/resources title="Leading a section" url="https://voice.example/lead" role=mentor position=3 -> 303
  as Cora post /p/{p}/coordinate/resources title="Last year's tape" url="https://tape.example/" role=all position=4 is_retired=1 -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=1 -> 303
  run due
  as Mona post /p/{p}/join/mentee why="Because I have nowhere else to go." voice=Alto styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=times -> 303
  run letters
  expect letter to Mona once containing "Scores to sing from: https://scores.example/alto"
  expect letter to Mona once containing "Warming up: https://voice.example/warm-up"
  expect letter to Mona never containing "Leading a section"
  expect letter to Mona never containing "tape"

story "F030 the courier looks at links: dead after two failures a day apart, listed for coordinators with a link to change it, and cleared by one look that works"
  given pages
  given programme of programmes/made-tech.yaml
  given coordinator Cora
  given member Dana
  as Cora post /p/{p}/coordinate/resources title="A talk about naming" url="https://talks.example/1" role=all position=9 -> 303
  as Cora get /p/{p}/coordinate/resources -> 200 showing "Behind the link", "not looked at yet"
  outside page https://learn.example.org/katas is 200
  outside page https://practice.example.net/ is 301 https://practice.example.net/new
  outside page https://practice.example.net/new is 403
  outside page https://learn.example.org/koans is 200
  outside page https://work.example.com/smart-goals is 200
  outside page https://talks.example/1 is 404
  courier runs 1 minutes
  as Cora get /p/{p}/coordinate/resources -> 200 showing "it is there", "it is there, not for everybody", "there is no such page" hiding "Dead since"
  as Cora get /p/{p}/coordinate -> 200 hiding "lead nowhere"
  as Dana get /p/{p}/resources -> 200 hiding "could not be reached"
  as Cora get /api/v1/programmes/{p}/resources -> 200 showing "'link':'gone','link_status':404", "'is_dead':false", "'link':'guarded','link_status':403", "'failing_since_at':null"
  # a day later it fails once more: whoever follows it is warned, whoever looks after it sees it among what needs them
  courier runs 26 hours
  as Cora get /p/{p}/coordinate/resources -> 200 showing "Dead since"
  as Cora get /p/{p}/coordinate -> 200 showing "Resources that lead nowhere", "A talk about naming", "there is no such page", "Change or retire it" hiding "Nothing needs you", "Katas"
  as Dana get /p/{p}/resources -> 200 showing "could not be reached since"
  as Dana get /p/{p}/coordinate -> 403
  as Cora get /api/v1/programmes/{p}/resources -> 200 showing "'is_dead':true"
  as Dana get / -> 200
  # it is there again
  outside page https://talks.example/1 is 200
  courier runs 26 hours
  as Cora get /p/{p}/coordinate -> 200 hiding "lead nowhere"
  as Dana get /p/{p}/resources -> 200 hiding "could not be reached"

story "F030 another address is looked at anew, a retired one no more; nobody is there, and a link that leads on and on"
  given pages
  given programme of programmes/made-tech.yaml
  given coordinator Cora
  as Cora post /p/{p}/coordinate/resources title="In circles" url="https://circle.example/a" role=all position=8 -> 303
  as Cora post /p/{p}/coordinate/resources title="Nowhere" url="https://nowhere.example/" role=all position=9 -> 303
  outside page https://circle.example/a is 302 https://circle.example/a
  courier runs 1 minutes
  as Cora get /p/{p}/coordinate/resources -> 200 showing "it leads on and on, or to no page", "nobody knows its name any more"
  courier runs 26 hours
  as Cora get /p/{p}/coordinate -> 200 showing "In circles", "Nowhere"
  as Cora get /p/{p}/coordinate/resources -> 200
  as Cora get /p/{p}/coordinate/resources?edit={edit} -> 200
  as Cora post /p/{p}/coordinate/resources edit={edit} title="Katas to pair on" url="https://elsewhere.example/" role=all position=1 -> 303
  as Cora get /p/{p}/coordinate/resources -> 200 showing "not looked at yet"

story "F034 rooms stand on the page of whoever has their role, and whoever gets a place gets the invitation with the letter"
  given pages
  given programme of tests/programmes/choir.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Dana, Mona
  as Cora post /p/{p}/coordinate/resources title="Singers' corner" url=https://chat.example/mentors about="For those who look after others." role=mentor position=1 is_room=1 -> 303
  as Cora post /p/{p}/coordinate/resources title="New voices" url=https://chat.example/new role=mentee position=2 is_room=1 -> 303
  as Cora post /p/{p}/coordinate/resources title="Breathing" url=https://read.example/breathing role=all position=3 -> 303
  as Cora get /p/{p} -> 200 showing "Your rooms", "https://chat.example/mentors", "https://chat.example/new"
  as Cora get /p/{p}/coordinate/resources -> 200 showing "Room", "New voices"
  # whoever is neither learns of none
  as Dana get /p/{p} -> 200 hiding "Your rooms", "chat.example"
  as Dana get /p/{p}/resources -> 200 showing "Breathing" hiding "chat.example", "New voices"
  as Dana get /api/v1/programmes/{p}/resources -> 200 showing "Breathing" hiding "chat.example"
  as Cora post /p/{p}/coordinate/rounds name="Winter" mentee_opens=2026-11-01 mentee_closes=2026-12-01 mentee_places=1 -> 303
  run due
  as Dana post /p/{p}/join/mentee why="Because my grandmother sang here." voice=Alto styles=New week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  as Cora get /p/{p}/review -> 200
  as Cora post /p/{p}/review/{application}/decide decision=short-list -> 303
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  run letters
  expect letter to Dana never containing "chat.example"
  as Dana get /p/{p} -> 200 hiding "chat.example"
  as Dana post /p/{p}/join/mentee/accept -> 303
  run letters
  expect letter to Dana once containing "You are invited to these rooms:"
  expect letter to Dana once containing "New voices: https://chat.example/new"
  expect letter to Dana never containing "chat.example/mentors"
  as Dana get /p/{p} -> 200 showing "Your rooms", "https://chat.example/new" hiding "chat.example/mentors"
  as Dana get /p/{p}/resources -> 200 showing "New voices" hiding "chat.example/mentors"
  as Dana get /api/v1/programmes/{p}/resources -> 200 showing "'is_room':true", "chat.example/new" hiding "chat.example/mentors"
  # whoever gets no place is sent what there is to read, and no room
  as Mona post /p/{p}/join/mentee why="Because the river sings back." voice=Bass styles=Old week=2 tongue=ne tongue_level=fluent photo=1 -> 303
  later 30 days
  run due
  run letters
  expect letter to Mona once containing "not this time"
  expect letter to Mona once containing "Breathing: https://read.example/breathing"
  expect letter to Mona never containing "chat.example"
  # the versions of the programme and its file know it
  as Cora get /p/{p}/coordinate/versions -> 200 showing "New voices"
  as Cora get /p/{p}/coordinate/resources -> 200
  as Cora get /p/{p}/coordinate/resources?edit={edit} -> 200 showing "It is a room to talk in"
  as Cora post /p/{p}/coordinate/resources edit={edit} title="Singers' corner" url=https://chat.example/mentors about="For those who look after others." role=mentor position=1 -> 303
  as Cora get /p/{p}/coordinate/versions -> 200 showing "room: “yes” becomes “no”"
