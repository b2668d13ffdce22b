# Each ready programme, from its file to its end: it opens its window, twenty people in many scripts and zones apply, they are read, decided, and everybody is told.
# Told by pages and, with the other half of `make check`, by programs.

story "F022 F039 F040 F046 F048 L19 L20 L23 L24 the programme open-source takes twenty applications in many scripts and zones, reads them and closes, and nobody is left without a word"
  given programme of programmes/open-source.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Łukasz, José, Ngozi, Оксана, Борис, Айгуль, ليلى, سامي, نور, अनिता, रवि, मीना, 李雨桐, 王小明, 陈静, 김서연, 박지훈, さくら, Zoë, Tāne
  as Łukasz post /me name=Łukasz zone=Europe/Warsaw languages=English theme=system -> 303
  as José post /me name=José zone=America/Bogota languages=English theme=system -> 303
  as Ngozi post /me name=Ngozi zone=Africa/Lagos languages=English theme=system -> 303
  as Оксана post /me name=Оксана zone=Europe/Kyiv languages=English theme=system -> 303
  as Борис post /me name=Борис zone=Europe/Sofia languages=English theme=system -> 303
  as Айгуль post /me name=Айгуль zone=Asia/Almaty languages=English theme=system -> 303
  as ليلى post /me name=ليلى zone=Africa/Cairo languages=English theme=system -> 303
  as سامي post /me name=سامي zone=Asia/Riyadh languages=English theme=system -> 303
  as نور post /me name=نور zone=Asia/Amman languages=English theme=system -> 303
  as अनिता post /me name=अनिता zone=Asia/Kolkata languages=English theme=system -> 303
  as रवि post /me name=रवि zone=Asia/Kathmandu languages=English theme=system -> 303
  as मीना post /me name=मीना zone=Asia/Kolkata languages=English theme=system -> 303
  as 李雨桐 post /me name=李雨桐 zone=Asia/Shanghai languages=English theme=system -> 303
  as 王小明 post /me name=王小明 zone=Asia/Taipei languages=English theme=system -> 303
  as 陈静 post /me name=陈静 zone=Asia/Singapore languages=English theme=system -> 303
  as 김서연 post /me name=김서연 zone=Asia/Seoul languages=English theme=system -> 303
  as 박지훈 post /me name=박지훈 zone=Asia/Seoul languages=English theme=system -> 303
  as さくら post /me name=さくら zone=Asia/Tokyo languages=English theme=system -> 303
  as Zoë post /me name=Zoë zone=Pacific/Auckland languages=English theme=system -> 303
  as Tāne post /me name=Tāne zone=Pacific/Chatham languages=English theme=system -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" criteria="Whoever can come every month." mentor_opens=2026-11-20 mentor_closes=2026-12-05 mentee_opens=2026-11-20 mentee_closes=2026-12-05 mentee_places=6 -> 303
  later 6 days
  run due
  run letters
  # nobody is written to in their night: half a day later everybody has it
  later 14 hours
  run due
  run letters
  expect letter to Łukasz 2 times containing "can apply now"
  expect letter to Tāne 2 times containing "can apply now"
  as Łukasz post /p/{p}/conduct version=1 accepted=1 -> 303
  as Łukasz post /p/{p}/join/mentor forge=https://forge.example/0 expertise="The parser, and how it is tested." aims="Łukasz wants to see somebody become a maintainer." format="Reading code together" offers=Code preferred=pl preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as José post /p/{p}/conduct version=1 accepted=1 -> 303
  as José post /p/{p}/join/mentor forge=https://forge.example/1 expertise="The parser, and how it is tested." aims="José wants to see somebody become a maintainer." format="Reading code together" offers=Code preferred=es preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Ngozi post /p/{p}/conduct version=1 accepted=1 -> 303
  as Ngozi post /p/{p}/join/mentor forge=https://forge.example/2 expertise="The parser, and how it is tested." aims="Ngozi wants to see somebody become a maintainer." format="Reading code together" offers=Code preferred=en preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Оксана post /p/{p}/conduct version=1 accepted=1 -> 303
  as Оксана post /p/{p}/join/mentor forge=https://forge.example/3 expertise="The parser, and how it is tested." aims="Оксана wants to see somebody become a maintainer." format="Reading code together" offers=Code preferred=uk preferred_level=fluent english=Fluent terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Борис post /p/{p}/conduct version=1 accepted=1 -> 303
  as Борис post /p/{p}/join/mentee level=2 goals="Борис wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=bg preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Борис"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Айгуль post /p/{p}/conduct version=1 accepted=1 -> 303
  as Айгуль post /p/{p}/join/mentee level=2 goals="Айгуль wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=kk preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Айгуль"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as ليلى post /p/{p}/conduct version=1 accepted=1 -> 303
  as ليلى post /p/{p}/join/mentee level=2 goals="ليلى wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=ar preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "ليلى"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as سامي post /p/{p}/conduct version=1 accepted=1 -> 303
  as سامي post /p/{p}/join/mentee level=2 goals="سامي wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=ar preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "سامي"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as نور post /p/{p}/conduct version=1 accepted=1 -> 303
  as نور post /p/{p}/join/mentee level=2 goals="نور wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=ar preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "نور"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as अनिता post /p/{p}/conduct version=1 accepted=1 -> 303
  as अनिता post /p/{p}/join/mentee level=2 goals="अनिता wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=hi preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "अनिता"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as रवि post /p/{p}/conduct version=1 accepted=1 -> 303
  as रवि post /p/{p}/join/mentee level=2 goals="रवि wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=ne preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "रवि"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as मीना post /p/{p}/conduct version=1 accepted=1 -> 303
  as मीना post /p/{p}/join/mentee level=2 goals="मीना wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=hi preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "मीना"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 李雨桐 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 李雨桐 post /p/{p}/join/mentee level=2 goals="李雨桐 wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=zh preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "李雨桐"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 王小明 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 王小明 post /p/{p}/join/mentee level=2 goals="王小明 wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=zh preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "王小明"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 陈静 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 陈静 post /p/{p}/join/mentee level=2 goals="陈静 wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=zh preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "陈静"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as 김서연 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 김서연 post /p/{p}/join/mentee level=2 goals="김서연 wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=ko preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "김서연"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as 박지훈 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 박지훈 post /p/{p}/join/mentee level=2 goals="박지훈 wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=ko preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "박지훈"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as さくら post /p/{p}/conduct version=1 accepted=1 -> 303
  as さくら post /p/{p}/join/mentee level=2 goals="さくら wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=ja preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Zoë post /p/{p}/conduct version=1 accepted=1 -> 303
  as Zoë post /p/{p}/join/mentee level=2 goals="Zoë wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=en preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  as Tāne post /p/{p}/conduct version=1 accepted=1 -> 303
  as Tāne post /p/{p}/join/mentee level=2 goals="Tāne wants to read the code of others without fear." focus=Code focus=Tests hours="3 to 5" preferred=en preferred_level=fluent english="Enough to work in" other_language=No terms=1 -> 303
  later 1 minutes
  run letters
  later 14 hours
  run due
  run letters
  expect letter to Łukasz once containing "your application is here"
  expect letter to José once containing "your application is here"
  expect letter to Ngozi once containing "your application is here"
  expect letter to Оксана once containing "your application is here"
  expect letter to Борис once containing "your application is here"
  expect letter to Айгуль once containing "your application is here"
  expect letter to ليلى once containing "your application is here"
  expect letter to سامي once containing "your application is here"
  expect letter to نور once containing "your application is here"
  expect letter to अनिता once containing "your application is here"
  expect letter to रवि once containing "your application is here"
  expect letter to मीना once containing "your application is here"
  expect letter to 李雨桐 once containing "your application is here"
  expect letter to 王小明 once containing "your application is here"
  expect letter to 陈静 once containing "your application is here"
  expect letter to 김서연 once containing "your application is here"
  expect letter to 박지훈 once containing "your application is here"
  expect letter to さくら once containing "your application is here"
  expect letter to Zoë once containing "your application is here"
  expect letter to Tāne once containing "your application is here"
  as Łukasz post /p/{p}/join/mentor/accept -> 303
  as José post /p/{p}/join/mentor/accept -> 303
  as Ngozi post /p/{p}/join/mentor/accept -> 303
  as Оксана post /p/{p}/join/mentor/accept -> 303
  as Борис post /p/{p}/join/mentee/accept -> 303
  as Айгуль post /p/{p}/join/mentee/accept -> 303
  as ليلى post /p/{p}/join/mentee/accept -> 303
  as سامي post /p/{p}/join/mentee/accept -> 303
  # one declines, one is silent: the two who wait longest are next
  as نور post /p/{p}/join/mentee/decline -> 303
  as रवि get /p/{p}/join/mentee -> 200 showing "A place is offered to you"
  as रवि post /p/{p}/join/mentee/accept -> 303
  later 73 hours
  run due
  run letters
  later 2 days
  run due
  as अनिता get /p/{p}/join/mentee -> 200 showing "not answered in time"
  as मीना post /p/{p}/join/mentee/accept -> 303
  # the window closes with its last day in the programme's zone
  later 12 days
  run due
  run letters
  later 14 hours
  run due
  run letters
  expect letter to Борис never containing "not this time"
  expect letter to Айгуль never containing "not this time"
  expect letter to ليلى never containing "not this time"
  expect letter to سامي never containing "not this time"
  expect letter to रवि never containing "not this time"
  expect letter to मीना never containing "not this time"
  expect letter to 李雨桐 once containing "not this time"
  expect letter to 王小明 once containing "not this time"
  expect letter to 陈静 once containing "not this time"
  expect letter to 김서연 once containing "not this time"
  expect letter to 박지훈 once containing "not this time"
  expect letter to さくら once containing "not this time"
  expect letter to Zoë once containing "not this time"
  expect letter to Tāne once containing "not this time"
  expect letter to Борис once containing "a place for you"
  expect letter to Айгуль once containing "a place for you"
  expect letter to ليلى once containing "a place for you"
  expect letter to سامي once containing "a place for you"
  expect letter to نور once containing "a place for you"
  expect letter to अनिता 2 times containing "a place for you"
  expect letter to रवि once containing "a place for you"
  expect letter to मीना once containing "a place for you"
  as Cora get /p/{p}/review -> 200 showing "Placed", "Declined", "Tāne"
  as Tāne get /p/{p}/join/mentee -> 200 showing "Not selected this time"
  as Борис get /p/{p}/join/mentee -> 200 showing "You have a place"

story "F022 F039 F040 F046 F048 L19 L20 L23 L24 the programme made-tech takes twenty applications in many scripts and zones, reads them and closes, and nobody is left without a word"
  given programme of programmes/made-tech.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Łukasz, José, Ngozi, Оксана, Борис, Айгуль, ليلى, سامي, نور, अनिता, रवि, मीना, 李雨桐, 王小明, 陈静, 김서연, 박지훈, さくら, Zoë, Tāne
  as Łukasz post /me name=Łukasz zone=Europe/Warsaw languages=English theme=system -> 303
  as José post /me name=José zone=America/Bogota languages=English theme=system -> 303
  as Ngozi post /me name=Ngozi zone=Africa/Lagos languages=English theme=system -> 303
  as Оксана post /me name=Оксана zone=Europe/Kyiv languages=English theme=system -> 303
  as Борис post /me name=Борис zone=Europe/Sofia languages=English theme=system -> 303
  as Айгуль post /me name=Айгуль zone=Asia/Almaty languages=English theme=system -> 303
  as ليلى post /me name=ليلى zone=Africa/Cairo languages=English theme=system -> 303
  as سامي post /me name=سامي zone=Asia/Riyadh languages=English theme=system -> 303
  as نور post /me name=نور zone=Asia/Amman languages=English theme=system -> 303
  as अनिता post /me name=अनिता zone=Asia/Kolkata languages=English theme=system -> 303
  as रवि post /me name=रवि zone=Asia/Kathmandu languages=English theme=system -> 303
  as मीना post /me name=मीना zone=Asia/Kolkata languages=English theme=system -> 303
  as 李雨桐 post /me name=李雨桐 zone=Asia/Shanghai languages=English theme=system -> 303
  as 王小明 post /me name=王小明 zone=Asia/Taipei languages=English theme=system -> 303
  as 陈静 post /me name=陈静 zone=Asia/Singapore languages=English theme=system -> 303
  as 김서연 post /me name=김서연 zone=Asia/Seoul languages=English theme=system -> 303
  as 박지훈 post /me name=박지훈 zone=Asia/Seoul languages=English theme=system -> 303
  as さくら post /me name=さくら zone=Asia/Tokyo languages=English theme=system -> 303
  as Zoë post /me name=Zoë zone=Pacific/Auckland languages=English theme=system -> 303
  as Tāne post /me name=Tāne zone=Pacific/Chatham languages=English theme=system -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" criteria="Whoever can come every month." mentor_opens=2026-11-20 mentor_closes=2026-12-05 mentee_opens=2026-11-20 mentee_closes=2026-12-05 mentee_places=6 -> 303
  later 6 days
  run due
  run letters
  # nobody is written to in their night: half a day later everybody has it
  later 14 hours
  run due
  run letters
  expect letter to Łukasz 2 times containing "can apply now"
  expect letter to Tāne 2 times containing "can apply now"
  as Łukasz post /p/{p}/conduct version=1 accepted=1 -> 303
  as Łukasz post /p/{p}/join/mentor skills="Refactoring and tests" style=Exercises week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as José post /p/{p}/conduct version=1 accepted=1 -> 303
  as José post /p/{p}/join/mentor skills="Refactoring and tests" style=Exercises week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Ngozi post /p/{p}/conduct version=1 accepted=1 -> 303
  as Ngozi post /p/{p}/join/mentor skills="Refactoring and tests" style=Exercises week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Оксана post /p/{p}/conduct version=1 accepted=1 -> 303
  as Оксана post /p/{p}/join/mentor skills="Refactoring and tests" style=Exercises week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Борис post /p/{p}/conduct version=1 accepted=1 -> 303
  as Борис post /p/{p}/join/mentee aims="Борис would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Борис"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Айгуль post /p/{p}/conduct version=1 accepted=1 -> 303
  as Айгуль post /p/{p}/join/mentee aims="Айгуль would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Айгуль"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as ليلى post /p/{p}/conduct version=1 accepted=1 -> 303
  as ليلى post /p/{p}/join/mentee aims="ليلى would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "ليلى"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as سامي post /p/{p}/conduct version=1 accepted=1 -> 303
  as سامي post /p/{p}/join/mentee aims="سامي would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "سامي"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as نور post /p/{p}/conduct version=1 accepted=1 -> 303
  as نور post /p/{p}/join/mentee aims="نور would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "نور"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as अनिता post /p/{p}/conduct version=1 accepted=1 -> 303
  as अनिता post /p/{p}/join/mentee aims="अनिता would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "अनिता"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as रवि post /p/{p}/conduct version=1 accepted=1 -> 303
  as रवि post /p/{p}/join/mentee aims="रवि would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "रवि"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as मीना post /p/{p}/conduct version=1 accepted=1 -> 303
  as मीना post /p/{p}/join/mentee aims="मीना would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "मीना"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 李雨桐 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 李雨桐 post /p/{p}/join/mentee aims="李雨桐 would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "李雨桐"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 王小明 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 王小明 post /p/{p}/join/mentee aims="王小明 would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "王小明"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 陈静 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 陈静 post /p/{p}/join/mentee aims="陈静 would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "陈静"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as 김서연 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 김서연 post /p/{p}/join/mentee aims="김서연 would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "김서연"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as 박지훈 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 박지훈 post /p/{p}/join/mentee aims="박지훈 would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "박지훈"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as さくら post /p/{p}/conduct version=1 accepted=1 -> 303
  as さくら post /p/{p}/join/mentee aims="さくら would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Zoë post /p/{p}/conduct version=1 accepted=1 -> 303
  as Zoë post /p/{p}/join/mentee aims="Zoë would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  as Tāne post /p/{p}/conduct version=1 accepted=1 -> 303
  as Tāne post /p/{p}/join/mentee aims="Tāne would like to write tests before the code." languages="Ruby, JavaScript" pairing="A few times" sessions=8 week=4 -> 303
  later 1 minutes
  run letters
  later 14 hours
  run due
  run letters
  expect letter to Łukasz once containing "your application is here"
  expect letter to José once containing "your application is here"
  expect letter to Ngozi once containing "your application is here"
  expect letter to Оксана once containing "your application is here"
  expect letter to Борис once containing "your application is here"
  expect letter to Айгуль once containing "your application is here"
  expect letter to ليلى once containing "your application is here"
  expect letter to سامي once containing "your application is here"
  expect letter to نور once containing "your application is here"
  expect letter to अनिता once containing "your application is here"
  expect letter to रवि once containing "your application is here"
  expect letter to मीना once containing "your application is here"
  expect letter to 李雨桐 once containing "your application is here"
  expect letter to 王小明 once containing "your application is here"
  expect letter to 陈静 once containing "your application is here"
  expect letter to 김서연 once containing "your application is here"
  expect letter to 박지훈 once containing "your application is here"
  expect letter to さくら once containing "your application is here"
  expect letter to Zoë once containing "your application is here"
  expect letter to Tāne once containing "your application is here"
  as Łukasz post /p/{p}/join/mentor/accept -> 303
  as José post /p/{p}/join/mentor/accept -> 303
  as Ngozi post /p/{p}/join/mentor/accept -> 303
  as Оксана post /p/{p}/join/mentor/accept -> 303
  as Борис post /p/{p}/join/mentee/accept -> 303
  as Айгуль post /p/{p}/join/mentee/accept -> 303
  as ليلى post /p/{p}/join/mentee/accept -> 303
  as سامي post /p/{p}/join/mentee/accept -> 303
  # one declines, one is silent: the two who wait longest are next
  as نور post /p/{p}/join/mentee/decline -> 303
  as रवि get /p/{p}/join/mentee -> 200 showing "A place is offered to you"
  as रवि post /p/{p}/join/mentee/accept -> 303
  later 73 hours
  run due
  run letters
  later 2 days
  run due
  as अनिता get /p/{p}/join/mentee -> 200 showing "not answered in time"
  as मीना post /p/{p}/join/mentee/accept -> 303
  # the window closes with its last day in the programme's zone
  later 12 days
  run due
  run letters
  later 14 hours
  run due
  run letters
  expect letter to Борис never containing "not this time"
  expect letter to Айгуль never containing "not this time"
  expect letter to ليلى never containing "not this time"
  expect letter to سامي never containing "not this time"
  expect letter to रवि never containing "not this time"
  expect letter to मीना never containing "not this time"
  expect letter to 李雨桐 once containing "not this time"
  expect letter to 王小明 once containing "not this time"
  expect letter to 陈静 once containing "not this time"
  expect letter to 김서연 once containing "not this time"
  expect letter to 박지훈 once containing "not this time"
  expect letter to さくら once containing "not this time"
  expect letter to Zoë once containing "not this time"
  expect letter to Tāne once containing "not this time"
  expect letter to Борис once containing "a place for you"
  expect letter to Айгуль once containing "a place for you"
  expect letter to ليلى once containing "a place for you"
  expect letter to سامي once containing "a place for you"
  expect letter to نور once containing "a place for you"
  expect letter to अनिता 2 times containing "a place for you"
  expect letter to रवि once containing "a place for you"
  expect letter to मीना once containing "a place for you"
  as Cora get /p/{p}/review -> 200 showing "Placed", "Declined", "Tāne"
  as Tāne get /p/{p}/join/mentee -> 200 showing "Not selected this time"
  as Борис get /p/{p}/join/mentee -> 200 showing "You have a place"

story "F022 F039 F040 F046 F048 L19 L20 L23 L24 the programme juniordev-sg takes twenty applications in many scripts and zones, reads them and closes, and nobody is left without a word"
  given programme of programmes/juniordev-sg.yaml
  given setting offer.confirm_d 4
  given coordinator Cora
  given members Łukasz, José, Ngozi, Оксана, Борис, Айгуль, ليلى, سامي, نور, अनिता, रवि, मीना, 李雨桐, 王小明, 陈静, 김서연, 박지훈, さくら, Zoë, Tāne
  as Łukasz post /me name=Łukasz zone=Europe/Warsaw languages=English theme=system -> 303
  as José post /me name=José zone=America/Bogota languages=English theme=system -> 303
  as Ngozi post /me name=Ngozi zone=Africa/Lagos languages=English theme=system -> 303
  as Оксана post /me name=Оксана zone=Europe/Kyiv languages=English theme=system -> 303
  as Борис post /me name=Борис zone=Europe/Sofia languages=English theme=system -> 303
  as Айгуль post /me name=Айгуль zone=Asia/Almaty languages=English theme=system -> 303
  as ليلى post /me name=ليلى zone=Africa/Cairo languages=English theme=system -> 303
  as سامي post /me name=سامي zone=Asia/Riyadh languages=English theme=system -> 303
  as نور post /me name=نور zone=Asia/Amman languages=English theme=system -> 303
  as अनिता post /me name=अनिता zone=Asia/Kolkata languages=English theme=system -> 303
  as रवि post /me name=रवि zone=Asia/Kathmandu languages=English theme=system -> 303
  as मीना post /me name=मीना zone=Asia/Kolkata languages=English theme=system -> 303
  as 李雨桐 post /me name=李雨桐 zone=Asia/Shanghai languages=English theme=system -> 303
  as 王小明 post /me name=王小明 zone=Asia/Taipei languages=English theme=system -> 303
  as 陈静 post /me name=陈静 zone=Asia/Singapore languages=English theme=system -> 303
  as 김서연 post /me name=김서연 zone=Asia/Seoul languages=English theme=system -> 303
  as 박지훈 post /me name=박지훈 zone=Asia/Seoul languages=English theme=system -> 303
  as さくら post /me name=さくら zone=Asia/Tokyo languages=English theme=system -> 303
  as Zoë post /me name=Zoë zone=Pacific/Auckland languages=English theme=system -> 303
  as Tāne post /me name=Tāne zone=Pacific/Chatham languages=English theme=system -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter" criteria="Whoever can come every month." mentor_opens=2026-11-20 mentor_closes=2026-12-05 mentee_opens=2026-11-20 mentee_closes=2026-12-05 mentee_places=6 -> 303
  later 6 days
  run due
  run letters
  # nobody is written to in their night: half a day later everybody has it
  later 14 hours
  run due
  run letters
  expect letter to Łukasz 2 times containing "can apply now"
  expect letter to Tāne 2 times containing "can apply now"
  as Łukasz post /p/{p}/conduct version=1 accepted=1 -> 303
  as Łukasz post /p/{p}/join/mentor title="Engineer at a bank" about="Łukasz has led small teams for ten years." themes=Interviews themes=Feedback tuesdays="All of them" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as José post /p/{p}/conduct version=1 accepted=1 -> 303
  as José post /p/{p}/join/mentor title="Engineer at a bank" about="José has led small teams for ten years." themes=Interviews themes=Feedback tuesdays="All of them" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Ngozi post /p/{p}/conduct version=1 accepted=1 -> 303
  as Ngozi post /p/{p}/join/mentor title="Engineer at a bank" about="Ngozi has led small teams for ten years." themes=Interviews themes=Feedback tuesdays="All of them" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Оксана post /p/{p}/conduct version=1 accepted=1 -> 303
  as Оксана post /p/{p}/join/mentor title="Engineer at a bank" about="Оксана has led small teams for ten years." themes=Interviews themes=Feedback tuesdays="All of them" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentor -> 200
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Борис post /p/{p}/conduct version=1 accepted=1 -> 303
  as Борис post /p/{p}/join/mentee areas=Interviews areas=Feedback now="Борис works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=bg spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Борис"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Айгуль post /p/{p}/conduct version=1 accepted=1 -> 303
  as Айгуль post /p/{p}/join/mentee areas=Interviews areas=Feedback now="Айгуль works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=kk spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "Айгуль"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as ليلى post /p/{p}/conduct version=1 accepted=1 -> 303
  as ليلى post /p/{p}/join/mentee areas=Interviews areas=Feedback now="ليلى works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=ar spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "ليلى"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as سامي post /p/{p}/conduct version=1 accepted=1 -> 303
  as سامي post /p/{p}/join/mentee areas=Interviews areas=Feedback now="سامي works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=ar spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "سامي"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as نور post /p/{p}/conduct version=1 accepted=1 -> 303
  as نور post /p/{p}/join/mentee areas=Interviews areas=Feedback now="نور works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=ar spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "نور"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as अनिता post /p/{p}/conduct version=1 accepted=1 -> 303
  as अनिता post /p/{p}/join/mentee areas=Interviews areas=Feedback now="अनिता works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=hi spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "अनिता"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as रवि post /p/{p}/conduct version=1 accepted=1 -> 303
  as रवि post /p/{p}/join/mentee areas=Interviews areas=Feedback now="रवि works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=ne spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "रवि"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as मीना post /p/{p}/conduct version=1 accepted=1 -> 303
  as मीना post /p/{p}/join/mentee areas=Interviews areas=Feedback now="मीना works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=hi spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "मीना"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 李雨桐 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 李雨桐 post /p/{p}/join/mentee areas=Interviews areas=Feedback now="李雨桐 works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=zh spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "李雨桐"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 王小明 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 王小明 post /p/{p}/join/mentee areas=Interviews areas=Feedback now="王小明 works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=zh spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "王小明"
  as Cora post /p/{p}/review/{application}/decide decision=wait-list -> 303
  as 陈静 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 陈静 post /p/{p}/join/mentee areas=Interviews areas=Feedback now="陈静 works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=zh spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "陈静"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as 김서연 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 김서연 post /p/{p}/join/mentee areas=Interviews areas=Feedback now="김서연 works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=ko spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "김서연"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as 박지훈 post /p/{p}/conduct version=1 accepted=1 -> 303
  as 박지훈 post /p/{p}/join/mentee areas=Interviews areas=Feedback now="박지훈 works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=ko spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Cora get /p/{p}/review?side=mentee -> 200 showing "박지훈"
  as Cora post /p/{p}/review/{application}/decide decision=refuse reason=criteria -> 303
  as さくら post /p/{p}/conduct version=1 accepted=1 -> 303
  as さくら post /p/{p}/join/mentee areas=Interviews areas=Feedback now="さくら works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=ja spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Zoë post /p/{p}/conduct version=1 accepted=1 -> 303
  as Zoë post /p/{p}/join/mentee areas=Interviews areas=Feedback now="Zoë works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=en spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  as Tāne post /p/{p}/conduct version=1 accepted=1 -> 303
  as Tāne post /p/{p}/join/mentee areas=Interviews areas=Feedback now="Tāne works in a small team, alone with the front end." hope="To ask for what is needed, and to know what comes next." tuesdays="All of them" spoken=en spoken_level=fluent group_wish="Any group" -> 303
  later 1 minutes
  run letters
  later 14 hours
  run due
  run letters
  expect letter to Łukasz once containing "your application is here"
  expect letter to José once containing "your application is here"
  expect letter to Ngozi once containing "your application is here"
  expect letter to Оксана once containing "your application is here"
  expect letter to Борис once containing "your application is here"
  expect letter to Айгуль once containing "your application is here"
  expect letter to ليلى once containing "your application is here"
  expect letter to سامي once containing "your application is here"
  expect letter to نور once containing "your application is here"
  expect letter to अनिता once containing "your application is here"
  expect letter to रवि once containing "your application is here"
  expect letter to मीना once containing "your application is here"
  expect letter to 李雨桐 once containing "your application is here"
  expect letter to 王小明 once containing "your application is here"
  expect letter to 陈静 once containing "your application is here"
  expect letter to 김서연 once containing "your application is here"
  expect letter to 박지훈 once containing "your application is here"
  expect letter to さくら once containing "your application is here"
  expect letter to Zoë once containing "your application is here"
  expect letter to Tāne once containing "your application is here"
  as Łukasz post /p/{p}/join/mentor/accept -> 303
  as José post /p/{p}/join/mentor/accept -> 303
  as Ngozi post /p/{p}/join/mentor/accept -> 303
  as Оксана post /p/{p}/join/mentor/accept -> 303
  as Борис post /p/{p}/join/mentee/accept -> 303
  as Айгуль post /p/{p}/join/mentee/accept -> 303
  as ليلى post /p/{p}/join/mentee/accept -> 303
  as سامي post /p/{p}/join/mentee/accept -> 303
  # one declines, one is silent: the two who wait longest are next
  as نور post /p/{p}/join/mentee/decline -> 303
  as रवि get /p/{p}/join/mentee -> 200 showing "A place is offered to you"
  as रवि post /p/{p}/join/mentee/accept -> 303
  later 73 hours
  run due
  run letters
  later 2 days
  run due
  as अनिता get /p/{p}/join/mentee -> 200 showing "not answered in time"
  as मीना post /p/{p}/join/mentee/accept -> 303
  # the window closes with its last day in the programme's zone
  later 12 days
  run due
  run letters
  later 14 hours
  run due
  run letters
  expect letter to Борис never containing "not this time"
  expect letter to Айгуль never containing "not this time"
  expect letter to ليلى never containing "not this time"
  expect letter to سامي never containing "not this time"
  expect letter to रवि never containing "not this time"
  expect letter to मीना never containing "not this time"
  expect letter to 李雨桐 once containing "not this time"
  expect letter to 王小明 once containing "not this time"
  expect letter to 陈静 once containing "not this time"
  expect letter to 김서연 once containing "not this time"
  expect letter to 박지훈 once containing "not this time"
  expect letter to さくら once containing "not this time"
  expect letter to Zoë once containing "not this time"
  expect letter to Tāne once containing "not this time"
  expect letter to Борис once containing "a place for you"
  expect letter to Айгуль once containing "a place for you"
  expect letter to ليلى once containing "a place for you"
  expect letter to سامي once containing "a place for you"
  expect letter to نور once containing "a place for you"
  expect letter to अनिता 2 times containing "a place for you"
  expect letter to रवि once containing "a place for you"
  expect letter to मीना once containing "a place for you"
  as Cora get /p/{p}/review -> 200 showing "Placed", "Declined", "Tāne"
  as Tāne get /p/{p}/join/mentee -> 200 showing "Not selected this time"
  as Борис get /p/{p}/join/mentee -> 200 showing "You have a place"

story "F054 F061 F064 L01 L05 the programme operation-code takes twenty requests in many scripts and zones, and each is claimed, met and closed"
  given programme operation-code
  given setting mentor.capacity 20
  given mentors Ana with skill Python capacity 20
  given coordinator Cora
  given request R0 by Łukasz with Python title "Łukasz asks for a second pair of eyes"
  given request R1 by José with Python title "José asks for a second pair of eyes"
  given request R2 by Ngozi with Python title "Ngozi asks for a second pair of eyes"
  given request R3 by Оксана with Python title "Оксана asks for a second pair of eyes"
  given request R4 by Борис with Python title "Борис asks for a second pair of eyes"
  given request R5 by Айгуль with Python title "Айгуль asks for a second pair of eyes"
  given request R6 by ليلى with Python title "ليلى asks for a second pair of eyes"
  given request R7 by سامي with Python title "سامي asks for a second pair of eyes"
  given request R8 by نور with Python title "نور asks for a second pair of eyes"
  given request R9 by अनिता with Python title "अनिता asks for a second pair of eyes"
  given request R10 by रवि with Python title "रवि asks for a second pair of eyes"
  given request R11 by मीना with Python title "मीना asks for a second pair of eyes"
  given request R12 by 李雨桐 with Python title "李雨桐 asks for a second pair of eyes"
  given request R13 by 王小明 with Python title "王小明 asks for a second pair of eyes"
  given request R14 by 陈静 with Python title "陈静 asks for a second pair of eyes"
  given request R15 by 김서연 with Python title "김서연 asks for a second pair of eyes"
  given request R16 by 박지훈 with Python title "박지훈 asks for a second pair of eyes"
  given request R17 by さくら with Python title "さくら asks for a second pair of eyes"
  given request R18 by Zoë with Python title "Zoë asks for a second pair of eyes"
  given request R19 by Tāne with Python title "Tāne asks for a second pair of eyes"
  run letters
  Ana claims R0 -> 303
  later 1 minutes
  Ana claims R1 -> 303
  later 1 minutes
  Ana claims R2 -> 303
  later 1 minutes
  Ana claims R3 -> 303
  later 1 minutes
  Ana claims R4 -> 303
  later 1 minutes
  Ana claims R5 -> 303
  later 1 minutes
  Ana claims R6 -> 303
  later 1 minutes
  Ana claims R7 -> 303
  later 1 minutes
  Ana claims R8 -> 303
  later 1 minutes
  Ana claims R9 -> 303
  later 1 minutes
  Ana claims R10 -> 303
  later 1 minutes
  Ana claims R11 -> 303
  later 1 minutes
  Ana claims R12 -> 303
  later 1 minutes
  Ana claims R13 -> 303
  later 1 minutes
  Ana claims R14 -> 303
  later 1 minutes
  Ana claims R15 -> 303
  later 1 minutes
  Ana claims R16 -> 303
  later 1 minutes
  Ana claims R17 -> 303
  later 1 minutes
  Ana claims R18 -> 303
  later 1 minutes
  Ana claims R19 -> 303
  later 1 minutes
  Ana fulfils R0 held_on=2026-11-16 next_steps="Read the parser again, Łukasz." -> 303
  later 1 minutes
  Ana fulfils R1 held_on=2026-11-16 next_steps="Read the parser again, José." -> 303
  later 1 minutes
  Ana fulfils R2 held_on=2026-11-16 next_steps="Read the parser again, Ngozi." -> 303
  later 1 minutes
  Ana fulfils R3 held_on=2026-11-16 next_steps="Read the parser again, Оксана." -> 303
  later 1 minutes
  Ana fulfils R4 held_on=2026-11-16 next_steps="Read the parser again, Борис." -> 303
  later 1 minutes
  Ana fulfils R5 held_on=2026-11-16 next_steps="Read the parser again, Айгуль." -> 303
  later 1 minutes
  Ana fulfils R6 held_on=2026-11-16 next_steps="Read the parser again, ليلى." -> 303
  later 1 minutes
  Ana fulfils R7 held_on=2026-11-16 next_steps="Read the parser again, سامي." -> 303
  later 1 minutes
  Ana fulfils R8 held_on=2026-11-16 next_steps="Read the parser again, نور." -> 303
  later 1 minutes
  Ana fulfils R9 held_on=2026-11-16 next_steps="Read the parser again, अनिता." -> 303
  later 1 minutes
  Ana fulfils R10 held_on=2026-11-16 next_steps="Read the parser again, रवि." -> 303
  later 1 minutes
  Ana fulfils R11 held_on=2026-11-16 next_steps="Read the parser again, मीना." -> 303
  later 1 minutes
  Ana fulfils R12 held_on=2026-11-16 next_steps="Read the parser again, 李雨桐." -> 303
  later 1 minutes
  Ana fulfils R13 held_on=2026-11-16 next_steps="Read the parser again, 王小明." -> 303
  later 1 minutes
  Ana fulfils R14 held_on=2026-11-16 next_steps="Read the parser again, 陈静." -> 303
  later 1 minutes
  Ana fulfils R15 held_on=2026-11-16 next_steps="Read the parser again, 김서연." -> 303
  later 1 minutes
  Ana fulfils R16 held_on=2026-11-16 next_steps="Read the parser again, 박지훈." -> 303
  later 1 minutes
  Ana fulfils R17 held_on=2026-11-16 next_steps="Read the parser again, さくら." -> 303
  later 1 minutes
  Ana fulfils R18 held_on=2026-11-16 next_steps="Read the parser again, Zoë." -> 303
  later 1 minutes
  Ana fulfils R19 held_on=2026-11-16 next_steps="Read the parser again, Tāne." -> 303
  later 1 minutes
  run letters
  as Cora get /p/{p}/coordinate/requests?state=closed -> 200 showing "ليلى", "李雨桐", "20"

story "F022 F026 F054 a fifth community from one file, with a queue and groups together: one asks and is helped, another applies and joins"
  given programme of tests/programmes/repair-cafe.yaml
  given mentors Ana with skill Soldering
  given coordinator Cora
  given members Mona
  given request R by Dana for bench with solder title "The radio of my aunt is silent"
  as Dana get /p/{p} -> 200 showing "Repair café by the canal", "Ask for a mentor", "Apply"
  as Ana get /p/{p}/requests -> 200 showing "The radio of my aunt is silent", "Soldering"
  Ana claims R -> 303
  Ana fulfils R held_on=2026-11-16 next_steps="The coil first, then the speaker." -> 303
  as Cora post /p/{p}/coordinate/rounds name="Winter bench" mentee_opens=2026-11-01 mentee_closes=2026-12-20 mentee_places=3 -> 303
  run due
  as Mona post /p/{p}/conduct version=1 accepted=1 -> 303
  as Mona post /p/{p}/join/mentee skills=Soldering skills=Bicycles details="Two toasters and a chair." saturdays="All of them" tools="A hammer" photos=1 -> 303
  as Cora get /p/{p}/review -> 200 showing "Mona"
  as Cora get /p/{p}/review/{application} -> 200 showing "Two toasters and a chair.", "Soldering; Bicycles"
  as Cora post /p/{p}/review/{application}/decide decision=offer -> 303
  as Mona post /p/{p}/join/mentee/accept -> 303
  as Mona get /p/{p}/join/mentee -> 200 showing "You have a place"
  as Cora get /p/{p}/coordinate/people?tab=members&role=mentee -> 200 showing "Mona", "Dana"
