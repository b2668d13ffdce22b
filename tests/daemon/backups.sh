# Backups: made under load, restored, compared with what the client was told; damage, wrong keys, full disks and deaths. Sourced by run.

store() { sqlite3 -bail -cmd '.timeout 10000' "$@"; }
no_halves() { [ -z "$(find "$1" -name '.mentord-*')" ]; }
files_in() { find "$1" -type f | wc -l; }
# change_byte FILE OFFSET: another byte there than was; sealed bytes are all alike likely, so no fixed one is a change for sure.
change_byte() {
	changed=$(($(od -An -tu1 -j "$2" -N 1 "$1") ^ 1))
	printf "\\$(printf '%o' "$changed")" | dd of="$1" bs=1 seek="$2" conv=notrunc 2> /dev/null
}

# What was acknowledged before the backup began is in it; of what each browser wrote meanwhile, one after the other, the first ones and
# no gap: one moment of the database.
is_one_moment() {
	store "$1" "select words from note where words like 'before-%'" | sort > "$work/stored"
	sort "$work/kept" > "$work/kept.sorted"
	store "$1" "select count(*) from (select substr(words, 1, length(words) - length(replace(words, rtrim(words, '0123456789'), ''))) as who,
		count(*) as many, max(cast(replace(words, rtrim(words, '0123456789'), '') as integer)) as last
		from note where words like 'during-%' group by 1) where many <> last + 1" > "$work/gaps"
	said="$(comm -23 "$work/kept.sorted" "$work/stored" | wc -l) lost, $(uniq -d "$work/stored" | wc -l) doubled, $(cat "$work/gaps") gaps"
	has '0 lost, 0 doubled, 0 gaps'
}

backup_under_load() {
	public=$("$mentord" backup keygen --key-file "$work/backup.key" 2> /dev/null)
	is "a key pair is made, its public half printed" end_with 43 "${#public}"
	is "… its secret half for its owner alone" end_with 600 "$(stat -c %a "$work/backup.key")"
	is "… and never over another one" says 5 backup keygen --key-file "$work/backup.key"
	crowd notes $notes 16 500 before "$work/kept"
	"$client" notes "$port" operation-code $notes 32 3000 during "$work/kept.during" > "$work/said" 2>&1 &
	load=$!
	for i in 1 2 3; do
		sleep 0.4
		is "a backup is made while 32 browsers write" says 0 backup create --dir "$dir" --backup-key "$public" "$work/load$i.backup"
	done
	wait $load
	code=$?
	said=$(cat "$work/said")
	note "notes: $said"
	is "… and all of them are answered" end_with 0 "$code"
	for i in 1 2 3; do
		is "it restores to an empty folder" says 0 restore "$work/load$i.backup" --dir "$work/restored$i" --key-file "$work/backup.key"
		is "… whole up to one moment" is_one_moment "$work/restored$i/mentord.db"
		is "… and sound" says 0 fsck --dir "$work/restored$i"
		note "backup $i holds $(store "$work/restored$i/mentord.db" "select count(*) from note where words like 'during-%'") of $(wc -l < "$work/kept.during") notes of the load"
	done
	is "nobody stays signed in" end_with "0|0|0" "$(store "$work/restored1/mentord.db" \
		"select (select count(*) from session), (select count(*) from way_in where used_at is null), (select count(*) from token)")"
	is "the record says that it was restored" end_with 1 "$(store "$work/restored1/mentord.db" "select count(*) from event where kind = 'restored'")"
	is "the page of backups knows those that were made" end_with 3 "$(store "$dir/mentord.db" "select count(*) from backup where key_name <> ''")"
	is "a folder that is served is not restored over" says 5 restore "$work/load1.backup" --dir "$dir" --key-file "$work/backup.key" --yes
	is "… nor served twice" says 5 serve --dir "$dir" --listen 127.0.0.1:0
}

checks() {
	is "a backup is checked by restoring it" says 0 backup verify "$work/load1.backup" --key-file "$work/backup.key"
	note "$(printf '%s\n' "$said" | grep restored:)"
	is "… its rows" has "rows:       as the manifest says"
	is "… and its rules" has "rules:      ok"
	is "a sealed backup asks for its key" says 3 backup verify "$work/load1.backup"
	is "… which is named" has "is sealed to key"
	"$mentord" backup keygen --key-file "$work/other.key" > /dev/null 2>&1
	is "another key is refused" says 3 backup verify "$work/load1.backup" --key-file "$work/other.key"
	is "… also by restore" says 3 restore "$work/load1.backup" --dir "$work/nowhere" --key-file "$work/other.key"
	is "… which leaves nothing" end_with 1 "$(files_in "$work/nowhere")"    # the lock
	cp "$work/load1.backup" "$work/bad.backup"
	change_byte "$work/bad.backup" 100000
	is "a changed byte is found" says 1 backup verify "$work/bad.backup" --key-file "$work/backup.key"
	is "… and not restored" says 1 restore "$work/bad.backup" --dir "$work/nowhere" --key-file "$work/backup.key"
	is "… nor is any of it left" end_with 1 "$(files_in "$work/nowhere")"
	is "what is no backup is said to be none" says 3 backup verify "$work/backup.key"
	is "what is not there cannot be read" says 7 backup verify "$work/nothing.backup"
	is "the scratch folders are gone" no_scratch
	for target in "$work/restored1/mentord.db" "$dir/master.key" "$work/backup.key"; do
		sum=$(sha256sum "$target")
		is "what is there and is no backup is not replaced by one" says 5 backup create --dir "$work/restored1" "$target"
		is "… and stays as it is" end_with "$sum" "$(sha256sum "$target")"
	done
	cp "$work/load1.backup" "$work/older.backup"
	is "an older backup may be replaced" says 0 backup create --dir "$work/restored1" "$work/older.backup"
	is "a bad public key is refused" says 3 backup create --dir "$work/restored1" --backup-key golf
	is "a folder without a database has no backup" says 4 backup create --dir "$work/nowhere"
	is "PostgreSQL has its own tools" says 5 backup create --dir "$work/nowhere" --database "host=nowhere"
	is "… also for restoring" says 5 restore "$work/load1.backup" --dir "$work/nowhere" --database "host=nowhere"
}
no_scratch() { [ -z "$(find "$TMPDIR" -name 'mentord-scratch-*')" ]; }

lists() {
	is "a backup without a name gets one, and a warning without a key" says 0 backup create --dir "$work/restored1"
	is "… that says so" has "backup_key is not set"
	is "… and is for its owner alone" end_with 600 "$(stat -c %a "$work/restored1/backups/"*.backup)"
	printf 'junk' > "$work/restored1/backups/odd.backup"
	is "backups are listed" says 0 backup list --dir "$work/restored1"
	is "… what is open as open" has "  plain  "
	is "… and what is none as that" has "unreadable"
	is "the list can be read by programs" says 0 backup list --dir "$work/restored1" --json
	is "… line by line" has '"readable":true'
	rm "$work/restored1/backups/odd.backup"
	is "an open backup is checked without a key" says 0 backup verify "$(find "$work/restored1/backups" -name '*.backup')"
}

# spoiled "exit code" SQL: a backup of a database with that damage.
spoiled() {
	rm -rf "$work/spoiled"
	mkdir -p "$work/spoiled"
	cp "$work/restored2/mentord.db" "$work/spoiled/"
	store "$work/spoiled/mentord.db" "pragma foreign_keys = off; $2"
	says "$1" backup create --dir "$work/spoiled" "$work/spoiled/it.backup"
}
damage() {
	is "no backup is made of a database with a loose end" spoiled 1 "update acceptance set person = 12345 where id = (select min(id) from acceptance)"
	is "… which is named" has "a row of acceptance"
	is "… and no file is there" end_with 1 "$(files_in "$work/spoiled")"
	is "a database that breaks a rule is backed up all the same" spoiled 0 "update mentor set running = running + 1 where id = (select min(id) from mentor)"
	is "… and checking it tells" says 1 backup verify "$work/spoiled/it.backup"
	is "… which rule" has "above the capacity"
	is "… but it can be had back" says 0 restore "$work/spoiled/it.backup" --dir "$work/spoiled/again"
	cp "$work/restored2/mentord.db" "$work/spoiled/"
	dd if=/dev/urandom of="$work/spoiled/mentord.db" bs=4096 seek=40 count=8 conv=notrunc 2> /dev/null
	"$mentord" backup create --dir "$work/spoiled" "$work/spoiled/broken.backup" > /dev/null 2>&1
	code=$?
	is "no backup is made of broken pages" between 1 "$code" 7
	is "… no file is there" test ! -e "$work/spoiled/broken.backup"
	is "a database of a newer mentord is not backed up by an older one" spoiled 3 "insert into migration values (9999, 1, 1)"
}

# limited BLOCKS WORDS…: no file may grow beyond so many blocks of 512 bytes.
limited() { blocks=$1; shift; said=$(ulimit -f "$blocks"; "$mentord" "$@" 2>&1); code=$?; }
full_disk() {
	mkdir -p "$work/full"
	bytes=$("$mentord" backup verify "$work/load2.backup" --key-file "$work/backup.key" --json | sed -n 's/.*"database_bytes":\([0-9]*\).*/\1/p')
	limited 100 backup create --dir "$work/restored2" "$work/full/one.backup"
	is "the disk is full while copying: no backup" end_with 7 "$code"
	is "… and nothing is left" end_with 0 "$(files_in "$work/full")"
	size=$(stat -c %s "$(find "$work/restored1/backups" -name '*.backup')")
	"$mentord" backup create --dir "$work/restored2" "$work/full/fine.backup" > /dev/null 2>&1
	size=$(stat -c %s "$work/full/fine.backup")
	limited $(((size - 1) / 512)) backup create --dir "$work/restored2" "$work/full/fine.backup"
	is "the disk is full with the last block: no backup" end_with 7 "$code"
	is "… the old one stands" says 0 backup verify "$work/full/fine.backup"
	is "… and nothing else" end_with 1 "$(files_in "$work/full")"
	before=$(sha256sum < "$work/restored3/mentord.db")
	limited $((bytes / 1024)) restore "$work/load2.backup" --dir "$work/restored3" --key-file "$work/backup.key" --yes
	is "the disk is full while restoring: nothing is restored" end_with 7 "$code"
	is "… and the old database is untouched" end_with "$before" "$(sha256sum < "$work/restored3/mentord.db")"
	is "… and no half" no_halves "$work/restored3"
}

# Killed at any moment: a backup is whole or not there, a folder has the old database or the new one.
deaths() {
	mkdir -p "$work/deaths"
	for i in 1 2 3 4 5 6; do
		"$mentord" backup create --dir "$work/restored2" "$work/deaths/$i.backup" > /dev/null 2>&1 &
		dying=$!
		sleep "0.$((i * 7 % 10))"
		kill -KILL $dying 2> /dev/null
		wait $dying 2> /dev/null
		[ ! -e "$work/deaths/$i.backup" ] || is "a backup that is there is whole" says 0 backup verify "$work/deaths/$i.backup"
	done
	is "the next backup takes away what the dead left" says 0 backup create --dir "$work/restored2" "$work/deaths/last.backup"
	is "… all of it" no_halves "$work/deaths"
	"$mentord" backup create --dir "$work/restored2" "$work/deaths/ended.backup" > "$work/said" 2>&1 &
	dying=$!
	kill -TERM $dying
	wait $dying
	code=$?
	is "one that is told to end leaves nothing behind" no_halves "$work/deaths"
	for i in 1 2 3 4 5 6; do
		"$mentord" restore "$work/load1.backup" --dir "$work/restored3" --key-file "$work/backup.key" --yes > /dev/null 2>&1 &
		dying=$!
		sleep "0.$((i * 3 % 10))"
		kill -KILL $dying 2> /dev/null
		wait $dying 2> /dev/null
		is "after a death in the middle of a restore the database is whole" says 0 fsck --dir "$work/restored3"
	done
	is "… and can be restored" says 0 restore "$work/load1.backup" --dir "$work/restored3" --key-file "$work/backup.key" --yes
	is "… without anything left" no_halves "$work/restored3"
	is "what is there is not replaced unasked" says 5 restore "$work/load1.backup" --dir "$work/restored3" --key-file "$work/backup.key"
}

# What was served in a folder that held a demo before must not go by the demo's clock.
over_demo() {
	mkdir "$work/was-demo"
	cp "$work/restored2/mentord.db" "$work/was-demo/"
	echo "1700000000000000 $(date +%s)000000 stands" > "$work/was-demo/demo-clock"
	is "a backup with damage is not restored over a demo" says 1 restore "$work/bad.backup" --dir "$work/was-demo" --key-file "$work/backup.key" --yes
	is "… whose clock stays" test -e "$work/was-demo/demo-clock"
	is "a backup is restored over a demo" says 0 restore "$work/load1.backup" --dir "$work/was-demo" --key-file "$work/backup.key" --yes
	is "… whose clock is gone" test ! -e "$work/was-demo/demo-clock"
	is "… and what is written down is of today" end_with 1 "$(store "$work/was-demo/mentord.db" "select count(*) from event where kind = 'restored' and happened_at > 1750000000000000")"
	is "… and sound" says 0 fsck --dir "$work/was-demo"
}

# Words of the old database that stand in its log alone must not come into the new one.
old_log() {
	rm -rf "$work/logged"
	mkdir "$work/logged"
	cp "$work/restored2/mentord.db" "$work/logged/"
	store "$work/logged/mentord.db" "pragma journal_mode = wal; pragma wal_autocheckpoint = 0; update person set name = 'Changed';
		select writefile('$work/logged/kept-wal', readfile('$work/logged/mentord.db-wal'))" > /dev/null
	cp "$work/restored2/mentord.db" "$work/logged/mentord.db"
	store "$work/logged/mentord.db" "pragma journal_mode = wal" > /dev/null
	mv "$work/logged/kept-wal" "$work/logged/mentord.db-wal"
	is "a database with a log beside it is replaced" says 0 restore "$work/load2.backup" --dir "$work/logged" --key-file "$work/backup.key" --yes
	is "… with its log" end_with 0 "$(store "$work/logged/mentord.db" "select count(*) from person where name = 'Changed'")"
	is "… by a sound one" says 0 fsck --dir "$work/logged"
}

doctor() {
	is "the doctor looks at a restored folder" says 0 doctor --dir "$work/restored2" --base-url https://mentors.example.org
	is "… finds the database sound" has "OK       database    is sound"
	is "… and no key for backups" has "Warning  backup key  is not set"
	is "strictly, a warning is a no" says 1 doctor --dir "$work/restored2" --strict
	is "a wrong key is an error" says 1 doctor --dir "$work/restored2" --backup-key golf --json
	is "… also for programs" has '{"level":"Error","subject":"backup key"'
	store "$work/restored2/mentord.db" "update backup set made_at = made_at - 37 * 3600000000"
	is "old backups are a warning" says 0 doctor --dir "$work/restored2" --backup-key "$public"
	is "… with their age" has "Warning  backups     the newest was made 37 hours ago -> "
	cp -r "$work/restored2" "$work/ill"
	dd if=/dev/urandom of="$work/ill/mentord.db" bs=4096 seek=150 count=8 conv=notrunc 2> /dev/null
	is "broken pages are an error" says 1 doctor --dir "$work/ill"
	is "… with what to do" has "mentord restore brings back a backup"
	is "a folder without a database is an error" says 1 doctor --dir "$work/nowhere"
	is "… that says what to do" has "-> is --dir or --database right?"
}

# The newest one restored as a trial, its report on the administrators' page; a state of before a moment; a copy for reading.
drills() {
	drilled=$work/drilled
	cp -r "$work/restored2" "$drilled"
	is "a drill needs a backup" says 4 backup drill --dir "$drilled"
	is "a backup is made where drills look" says 0 backup create --dir "$drilled" --backup-key "$public"
	is "a drill of a sealed one asks for the key" says 3 backup drill --dir "$drilled"
	is "with it the newest is restored as a trial" says 0 backup drill --dir "$drilled" --key-file "$work/backup.key"
	is "… and found sound" has ": sound, restored and checked in "
	is "… which is written down" end_with 1 "$(store "$drilled/mentord.db" "select count(*) from backup where tried_well = 1 and tried_ms > 0")"
	is "… and the scratch folder is gone" no_scratch
	made=$(find "$drilled/backups" -name '*.backup')
	change_byte "$made" 5000
	is "a damaged one fails the drill" says 1 backup drill --dir "$drilled" --key-file "$work/backup.key" --json
	is "… in its report" has '"is_sound":false'
	is "… and on the page" end_with 1 "$(store "$drilled/mentord.db" "select count(*) from backup where tried_at is not null and tried_well = 0")"
	cp "$work/load1.backup" "$made"
	is "the state from before a moment comes back" says 0 restore --before 2100-01-01T00:00:00Z --dir "$drilled" --key-file "$work/backup.key" --yes
	is "… and is sound" says 0 fsck --dir "$drilled"
	is "none is as old as that" says 4 restore --before 2001-01-01T00:00:00Z --dir "$drilled" --key-file "$work/backup.key" --yes
	is "no moment, no file: which?" says 2 restore --dir "$drilled" --yes
	is "a copy for reading is made while the server serves" says 0 backup copy "$work/figures.db" --dir "$dir"
	is "… readable by its owner, writable by nobody" end_with 400 "$(stat -c %a "$work/figures.db")"
	is "… without ways in" end_with "0|0" "$(store -readonly "$work/figures.db" "select (select count(*) from session), (select count(*) from token)")"
	is "… and never over a file" says 5 backup copy "$work/figures.db" --dir "$dir"
}

backups() {
	TMPDIR=$work
	export TMPDIR
	backup_under_load
	checks
	lists
	damage
	full_disk
	deaths
	over_demo
	old_log
	doctor
	drills
	unset TMPDIR
}
