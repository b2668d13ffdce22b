# The check of what is stored, and damage planted to be found (F173). Sourced by run.

fsck_dir=$work/fsck
: > "$work/fsck.out"
filled "$fsck_dir"
"$mentord" demo --dir "$fsck_dir" --listen 127.0.0.1:0 --seed 7 > "$work/fsck.out" 2> "$work/fsck.err" &
fsck_server=$!
within $start_most grep -q 'Ctrl-C' "$work/fsck.out"
plant() { sqlite3 -bail -cmd '.timeout 10000' "$fsck_dir/mentord.db" "$@"; }
is_sealed() { [ "$(plant 'select count(*) from event_waiting')" = 0 ]; }

is "a demo is sound while it serves" says 0 fsck --dir "$fsck_dir"
is "… and says so" has "all is well"
plant "insert into event (id, kind, happened_at) values (76, 'set-up', 1)"    # of no programme: a chain of its own
# The end of the record that is cut off below: of no request, which would stand otherwise than its record then.
plant "insert into event (id, programme, kind, happened_at) select (select max(id) from event) + i, (select id from programme where slug = 'operation-code'), 'handed-over', 1 from (select 1 as i union select 2 union select 3)"
is "the writer seals the record when it has time" within 300 is_sealed
is "a sealed record is sound" says 0 fsck --dir "$fsck_dir"
is "nobody changes the record" end_with 1 "$(plant "update event set detail = 'x'" 2>&1 | grep -c append-only)"
is "… nor takes from it" end_with 1 "$(plant 'delete from event' 2>&1 | grep -c append-only)"
kill "$fsck_server"
wait "$fsck_server" 2> /dev/null

# A check reads: not a byte of the file or its log is another afterwards.
rm -rf "$work/planted" && cp -r "$fsck_dir" "$work/planted"
sqlite3 -bail -cmd '.dbconfig no_ckpt_on_close on' "$work/planted/mentord.db" "update person set pronouns = 'they' where id = (select min(id) from person)" > /dev/null
sums() { cat "$work/planted/mentord.db" "$work/planted/mentord.db-wal" | sha256sum; }
before=$(sums)
is "there is a log that nobody carried over" [ -s "$work/planted/mentord.db-wal" ]
is "a check of what nobody serves is clean" says 0 fsck --dir "$work/planted"
is "… and leaves every byte" end_with "$before" "$(sums)"
is "… as doctor does" says 0 doctor --dir "$work/planted"
is "… every byte" end_with "$before" "$(sums)"

# What keeps the record as it is, to be put back behind the damage: else that it is gone is found as well.
guards=$(plant "select sql || ';' from sqlite_schema where type = 'trigger' and name like 'event%is_kept%'")
# finds "words" SQL: the damage is planted in a copy, and found.
finds() {
	rm -rf "$work/planted"
	cp -r "$fsck_dir" "$work/planted"
	sqlite3 -bail "$work/planted/mentord.db" "pragma foreign_keys = off; $2" || return 1
	says 1 fsck --dir "$work/planted" && has "$1"
}
unguarded="drop trigger event_is_kept_as_it_is; drop trigger event_is_kept; drop trigger event_seal_is_kept; drop trigger event_seal_is_kept_as_it_is;"
is "F173 a word changed in the record is found" finds "was changed" "$unguarded update event set detail = detail || 'x' where id = (select max(id) from event where request is not null); $guards"
is "F173 who did it, changed in the record, is found" finds "was changed" "$unguarded update event set actor = null where id = (select min(id) from event where actor is not null); $guards"
is "F173 an event that is gone is found" finds "is gone" "$unguarded delete from event where id = (select max(id) from event); $guards"
is "F173 an event taken out with its link is found" finds "lacks a link" "$unguarded delete from event where id = (select event from event_seal where place = 5); delete from event_seal where place = 5; $guards"
is "F173 an event that was put in later is found" finds "neither have a link" "drop trigger event_waits; insert into event (id, kind, happened_at) values (77, 'set-up', 1)"
is "a claim without its request is found" finds "live claim on a request" "update claim set ended_at = null where id = (select max(c.id) from claim c join request r on r.id = c.request where r.state = 'closed' and c.ended_at is not null)"
is "a request without its claim is found" finds "without its live claim" "update claim set ended_at = 1 where ended_at is null"
survey="insert into survey (id, programme, name, about, audience, state, opens_at, closes_at, first_days, last_days, made_at) select 5001, id, 'Needs', 'So that we know.'"
is "a survey without a next step is found" finds "waits for the clock without a next step" "$survey, 'members', 'open', 1, 2, 7, 2, 1 from programme where slug = 'operation-code'"
is "a survey of a round without one is found" finds "of a round that is not its programme" "$survey, 'round', 'closed', 1, 2, 7, 2, 1 from programme where slug = 'operation-code'"
is "a survey that asks what its programme never wrote is found" finds "not those that its programme wrote" "$survey, 'members', 'closed', 1, 2, 7, 2, 1 from programme where slug = 'operation-code'; update survey set questionnaire = 'nowhere' where id = 5001"
is "an open one that keeps no version of its questions is found" finds "not those that its programme wrote" "$survey, 'members', 'closed', 1, 2, 7, 2, 1 from programme where slug = 'operation-code'; update survey set questionnaire = 'needs' where id = 5001"
answers="insert into question_form (id, programme, slug, version, title, made_at) select 5002, id, 'mentee', 99, 'To learn', 1 from programme where slug = 'operation-code'; insert into response (id, survey, person, form, side, is_sent, saved_at, sent_at) select 5003, 5001, min(id), 5002, 'mentee', 1, 1, 1 from person"
is "answers that are not to a survey's questions are found" finds "not to its questions" "$survey, 'members', 'closed', 1, 2, 7, 2, 1 from programme where slug = 'operation-code'; $answers"
is "an area of another programme in an answer is found" finds "focus area of another programme" "$survey, 'members', 'closed', 1, 2, 7, 2, 1 from programme where slug = 'operation-code'; $answers; update question_form set slug = 'survey-x' where id = 5002; insert into focus_area (id, programme, name, position, made_at) values (5004, 1, 'Elsewhere', 1, 1); insert into response_area values (5003, 5004)"
is "a wrong count of claims is found" finds "above the capacity" "update mentor set running = running + 1 where id = (select min(id) from mentor)"
# One mentor gets what another one holds as well, and room for one alone; AT says when that room was set.
crowded() {
	echo "create temp table two as select person, row_number() over (order by id) as n from mentor where running = 1 limit 2;
	    update attempt set mentor = (select person from two where n = 1) where mentor = (select person from two where n = 2)
	      and claim in (select id from claim where ended_at is null);
	    update claim set mentor = (select person from two where n = 1) where ended_at is null and mentor = (select person from two where n = 2);
	    update request set claimer = (select person from two where n = 1) where state in ('claimed', 'scheduled') and claimer = (select person from two where n = 2);
	    update mentor set running = case when person = (select person from two where n = 1) then 2 else 0 end where person in (select person from two);
	    update mentor set capacity = 1, capacity_at = $1 where running = 2"
}
is "a claim above the capacity is found" finds "above the capacity" "$(crowded 1)"
is "a state without its dates is found" finds "do not fit together" "update request set closed_at = null where id = (select max(id) from request where state = 'closed')"

# What a row says otherwise than the record, which nobody can change.
closed="(select max(id) from request where state = 'closed' and outcome = 'held')"
open="(select max(id) from request where state = 'open' and claimer is null)"
is "a request closed by hand is found" finds "otherwise than its record" "update request set state = 'closed', outcome = 'withdrawn', closed_at = sent_at + 1, waiting_since_at = null where id = $open"
is "an outcome changed by hand is found" finds "otherwise than its record" "update request set outcome = 'unreachable', held_on = '' where id = $closed"
is "a request without a word in the record is found" finds "otherwise than its record" "insert into request (id, programme, number, mentee, state, saved_at, sent_at, waiting_since_at) select 9, programme, 1000000, mentee, 'open', 1, 1, 1 from request where id = $open; update programme set last_number = 1000000"
is "a request that its mentee holds is found" finds "by its own mentee" "update request set claimer = mentee where id = $closed"
is "a setting changed by hand is found" finds "a setting that is not what the record says" "insert into event (id, programme, kind, detail, state_before, state_after, happened_at) select 9, programme, 'setting-changed', name, '0', value || '0', (select max(happened_at) + 9000000 from event) from setting limit 1"
is "nobody changes a version" end_with 1 "$(plant "update version set words = 'x'" 2>&1 | grep -c append-only)"
is "… nor takes one away" end_with 1 "$(plant 'delete from version' 2>&1 | grep -c append-only)"
is "a version that is gone is found" finds "whose versions have a gap" "insert into version (id, programme, number, way, words, yaml, made_at) select 9, programme, number + 2, way, words, yaml, made_at from version limit 1"
is "a spelling of another programme is found" finds "another programme's skill" "insert into programme (id, slug, name, mark, shape, summary, zone, version, made_at) select 5, 'x', name, mark, shape, summary, zone, version, made_at from programme limit 1; update skill_alias set programme = 5 where id = (select max(id) from skill_alias)"
is "a stand-in for nobody who coordinates is found" finds "no coordinator" "insert into stand_in (id, programme, absent, deputy, until_at, made_at) select 9, m.programme, m.mentee, m.mentee, 1, 1 from request m where id = $closed"
is "a number that would be given twice is found" finds "a number twice" "update programme set last_number = last_number - 1 where id = (select programme from request where id = $closed)"
# What the columns and the schema itself would have refused.
is "a state that is none is found" finds "CHECK constraint failed in request" "pragma ignore_check_constraints = on; update request set state = 'banana' where id = $open"
is "a capacity that nobody can have is found" finds "CHECK constraint failed in mentor" "pragma ignore_check_constraints = on; update mentor set capacity = 50 where id = (select max(id) from mentor)"
is "… by doctor too" says 1 doctor --dir "$work/planted"
is "… in the same words" has "CHECK constraint failed in mentor"
is "a record that may be changed again is found" finds 'trigger "event_is_kept" of the schema is not there' "drop trigger event_is_kept"
is "a record whose guard does nothing is found" finds 'trigger "event_is_kept" of the schema is not as' "drop trigger event_is_kept; create trigger event_is_kept before delete on event begin select 1; end"
is "a rule that is gone is found" finds 'index "claim_one_live" of the schema is not there' "drop index claim_one_live"
is "what no migration made is found" finds 'trigger "swallows" is none' "create trigger swallows after insert on event begin delete from event_waiting; end"

rm -rf "$work/planted" && cp -r "$fsck_dir" "$work/planted"
sqlite3 -bail "$work/planted/mentord.db" "$(crowded "$(date +%s)000000")"
is "a capacity that a mentor lowered is sound" says 0 fsck --dir "$work/planted"

# A chain that was cut off at its end is whole in itself; a head that was told before shows it.
is "heads are printed for programs" says 0 fsck --dir "$fsck_dir" --json
is "… of the programme" has '{"head":{"programme":"operation-code","place":'
is "… and of what belongs to none" has '{"head":{"programme":"-","place":'
head_of() { printf '%s\n' "$said" | sed -n "s/.*\"programme\":\"$1\".*\"hash\":\"\([0-9a-f]*\)\".*/\1/p"; }
head=$(head_of operation-code) none=$(head_of -)
is "the log has the same head, at the clean end" grep -q "what=record-head programme=\"*operation-code\"* place=[0-9]* hash=\"*$head" "$work/fsck.err"
is "a head that stands is fine" says 0 fsck --dir "$fsck_dir" --head "operation-code=$head" --head "-=$none"
older=$(plant "select lower(hex(hash)) from event_seal s join programme p on p.id = s.programme where p.slug = 'operation-code' and place = 9")
is "so is an older one" says 0 fsck --dir "$fsck_dir" --head "operation-code=$older,-=$none"
is "a head of another chain is none" says 1 fsck --dir "$fsck_dir" --head "operation-code=$none"
is "what is no hash is bad input" says 3 fsck --dir "$fsck_dir" --head operation-code=77
last="(select s.event from event_seal s join programme p on p.id = s.programme where p.slug = 'operation-code' order by place desc limit 3)"
cut="$unguarded create temp table gone as select * from $last; delete from event where id in gone; delete from event_seal where event in gone; $guards"
rm -rf "$work/planted" && cp -r "$fsck_dir" "$work/planted"
sqlite3 -bail "$work/planted/mentord.db" "pragma foreign_keys = off; $cut"
is "F173 a record cut off at its end is whole in itself" says 0 fsck --dir "$work/planted"
is "… but not to who knows its head" says 1 fsck --dir "$work/planted" --head "operation-code=$head"
is "… and it is said" has 'record of "operation-code" was cut off'
is "… while what stood before still stands" says 0 fsck --dir "$work/planted" --head "operation-code=$older"
"$mentord" backup create "$work/heads.backup" --dir "$fsck_dir" > /dev/null 2>&1
is "a backup names the head in its manifest" grep -aq "^head operation-code $head" "$work/heads.backup"
is "… and it is checked" says 0 backup verify "$work/heads.backup"

is "a reference that leads nowhere is found" finds "refers to a row" "update acceptance set person = 12345 where id = (select min(id) from acceptance)"
is "a reference into another programme is found" finds "another programme" "insert into programme (id, slug, name, mark, shape, summary, zone, version, made_at) select 5, 'x', name, mark, shape, summary, zone, version, made_at from programme limit 1; insert into service (id, programme, slug, name, position) values (6, 5, 's', 's', 1); update request set service = 6 where id = (select max(id) from request)"
printf 'damage' | dd of="$fsck_dir/mentord.db" bs=1 seek=$((40 * 4096 + 3)) conv=notrunc 2> /dev/null
is "a damaged page is found" says 1 fsck --dir "$fsck_dir"
is "a folder without a database is said to be one" says 7 fsck --dir "$work/nothing-here"

if [ "${ONLY:-}" != sqlite ]; then . tests/daemon/fsck_postgres.sh; fi
