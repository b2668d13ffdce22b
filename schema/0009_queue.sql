-- The queue is read from its beginning, however many wait behind; all that it takes to judge a request stands in the index.

create index request_queue on request (programme, sent_at, id, state, service, skill_count) where state in ('open', 'needs-detail');
