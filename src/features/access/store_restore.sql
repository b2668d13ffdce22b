-- What a restored database must not let anybody use again: ended sessions, spent links and revoked tokens would live once more.
-- All of them by intent: ids stand above 0, and the plan goes along the key.

-- change sessions_end_all()                                                           by cli
delete from session where id > 0;

-- change ways_in_end_unused()                                                         by cli
delete from way_in where used_at is null;

-- change tokens_end_all()                                                             by cli
delete from token where id > 0;

-- change factor_resets_end_all()                                                      by cli
delete from factor_reset where id > 0;

-- change taps_end_all()                                                               by cli
delete from tap where id > 0;

-- change letters_end_all(now letter.ended_at)                                         by cli
update letter set state = 'cancelled', held_until_at = null, ended_at = $1, trouble = 'restored from a backup', sealed = null where state in ('waiting', 'held');
