-- Answers that coordinators look after, and how long requests waited for the mentor who has them.

create index request_not_helped on request (programme, saved_at) where helpful = 'not';
create index request_by_claim on request (programme, claimed_at, waited_us) where claimed_at is not null;
