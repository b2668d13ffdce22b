# The same check on PostgreSQL: damage of each kind planted at once, each found. Sourced by fsck.sh.

if fsck_conn=$(tests/postgres start "$work/fsck-pg"); then
	: > "$work/fsck.out"
	"$mentord" demo --dir "$work/fsck-pg-data" --database "$fsck_conn" --listen 127.0.0.1:0 --seed 7 > "$work/fsck.out" 2> "$work/fsck.err" &
	fsck_server=$!
	within $start_most grep -q 'Ctrl-C' "$work/fsck.out"
	plant_there() { psql -qAtX -v ON_ERROR_STOP=1 "$fsck_conn" -c "$1"; }
	is_sealed_there() { [ "$(plant_there 'select count(*) from event_waiting')" = 0 ]; }
	is "the writer seals the record there too" within 300 is_sealed_there
	is "a demo on PostgreSQL is sound while it serves" says 0 fsck --dir "$work/fsck-pg-data" --database "$fsck_conn"
	kill "$fsck_server"
	wait "$fsck_server" 2> /dev/null
	is "nobody changes the record there" end_with 1 "$(plant_there "update event set detail = 'x'" 2>&1 | grep -c append-only)"
	is "damage can be planted" plant_there "
		update request set state = 'closed', outcome = 'withdrawn', closed_at = sent_at + 1, waiting_since_at = null where id = (select max(id) from request where state = 'open');
		update programme set last_number = last_number - 1 where slug = 'operation-code';
		alter table mentor drop constraint mentor_capacity_check;
		alter table mentor drop constraint mentor_programme_person_key;
		update mentor set capacity = 50 where id = (select max(id) from mentor);
		drop index claim_one_live;
		alter table event disable trigger event_is_kept; alter table event disable trigger event_is_kept_as_it_is;
		update event set detail = detail || 'x' where id = (select max(id) from event where request is not null)"
	is "it is found" says 1 fsck --dir "$work/fsck-pg-data" --database "$fsck_conn"
	is "… a request closed by hand" has "otherwise than its record"
	is "… a number that would be given twice" has "a number twice"
	is "… a rule of columns that is gone" has 'the rule "check" of the schema is not as'
	is "… a unique rule that is gone" has 'the rule "unique" of the schema is not as'
	is "… a unique index that is gone" has 'the unique index "claim_one_live" of the schema is not there'
	is "… a record whose guard is switched off" has 'the trigger "event_is_kept" of the schema is not there'
	is "F173 … and a word changed in the record" has "was changed"
	tests/postgres stop "$work/fsck-pg"
else
	failed=$((failed + 1))
	echo "NOT: PostgreSQL starts for fsck"
fi
