-- Letters are taken and settled many at a time: the indexes that name what is still open ask for its end rather than its state, so that taking one
-- does not write them anew.

drop index letter_due;
drop index letter_due_now;
drop index letter_order;
drop index letter_by_request;
drop index letter_by_recipient;
create index letter_due on letter (channel, not_before_at, id) where ended_at is null;
create index letter_due_now on letter (channel, not_before_at, id) where haste = 'now' and ended_at is null;
create index letter_order on letter (order_key, id) where ended_at is null;
create index letter_by_request on letter (request, ended_at);
create index letter_by_recipient on letter (recipient, made_at) where haste <> 'now';
