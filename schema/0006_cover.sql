-- Who coordinates for whom while somebody is away, and words that could not be sent.

-- Whoever stands in has the absent one's rights until then; it ends by itself.
create table stand_in (
  id            integer not null primary key,                 -- class: none
  programme     integer not null references programme,        -- class: none
  absent        integer not null references person,           -- class: pseudonym
  deputy        integer not null references person,           -- class: pseudonym
  until_at      integer not null,                             -- class: none
  made_at       integer not null,                             -- class: none
  unique (programme, absent)
) strict;
create index stand_in_by_deputy on stand_in (deputy, programme, until_at);
create index stand_in_by_absent on stand_in (absent);

-- What somebody wrote to a request and could not send, because it had moved on meanwhile: theirs alone, for two weeks.
create table kept_words (
  id            integer not null primary key,                 -- class: none
  person        integer not null references person,           -- class: pseudonym
  request       integer not null references request,          -- class: none
  hash          blob    not null,                             -- class: secret       of the words: kept once
  words         text    not null,                             -- class: confidential
  kept_at       integer not null,                             -- class: none
  unique (person, request, hash)
) strict;
create index kept_words_by_request on kept_words (request);
