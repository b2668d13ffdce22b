# The clock of a demo: commands, and a demo that is started again, show the time that its server shows. Sourced by run.

clock_dir=$work/clock
clock_begins() {    # clock_begins OPTIONS…: serves $clock_dir; $clock_server, $clock_at
	: > "$work/clock.out"
	setsid "$mentord" demo --dir "$clock_dir" --listen 127.0.0.1:0 --processes 1 "$@" > "$work/clock.out" 2>> "$work/clock.err" &
	clock_server=$!
	within $start_most grep -q 'Ctrl-C' "$work/clock.out"
	clock_at=$(sed -n 's/.*serves on \(http[^ ]*\).*/\1/p' "$work/clock.out")
}
clock_ends() { kill "$clock_server"; wait "$clock_server" 2> /dev/null; }
clock_status() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
clock_on() { "$mentord" "$@" --dir "$clock_dir" 2>&1; }
clock_ask() {    # clock_ask MENTEE: who has nothing open yet, and asks
	clock_on request create --as "mentee$1@demo.example" --programme operation-code --service code-review --skills Python \
		--details "It works, and I would like to know why it does." --json
}
stored_on() { sqlite3 "$clock_dir/mentord.db" "select date(max(happened_at) / 1000000, 'unixepoch') from event"; }

# Seen by what each process says by itself: a page of web, a write of the writer, a job of the worker, a letter of the courier.
clock_tells() { "$mentord" request timeline --dir "$clock_dir" --as coordinator@demo.example "$clock_id" --json 2>&1 | grep -q "$1"; }
clock_sent() { "$mentord" letters list --dir "$clock_dir" --state sent --json 2>&1 | grep "\"kind\":\"$1\"" | grep -q "$2"; }
clock_moves() {
	clock_begins
	said=$(clock_ask 18)
	clock_id=$(printf '%s' "$said" | grep -o '"id":"[^"]*"' | head -n 1 | cut -d'"' -f4)
	said=$(clock_on clock --advance 72h)
	is "a running demo's clock is moved: what it showed" has "showed 2027-09-04T"
	is "… and what it shows" has "shows 2027-09-07T"
	is "… the worker takes the step that is due then" within 100 clock_tells '"kind":"reminded"'
	said=$(clock_ask 19)
	is "… the writer writes with it" has '"sent_at":"2027-09-07T'
	token=$(clock_on token create --as coordinator@demo.example)
	said=$(curl -s -H "Authorization: Bearer $token" "$clock_at/api/v1/requests/$clock_id")
	is "… web counts with it" has '"waited_seconds":2592'
	is "… the courier sends with it" within 150 clock_sent L07 '2027-09-07T'
	kill -9 "$(clock_process worker)"
	clock_on clock --advance 96h > "$work/clock.moved"
	is "… and a process that is born later sees what the others see" within 150 clock_tells '"kind":"mentors-asked"'
	clock_ends
}
clock_answers() { want=$1; shift; end_with "$want" "$(clock_status "$@")"; }    # a server that is busy in its first second may be asked again
clock_process() { ps -o pid=,args= --ppid "$clock_server" | awk -v role="--$1" '$3 == role { print $1 }'; }

clock_begins --seed 7 --now 2027-09-01
said=$(clock_on token create --as coordinator@demo.example)
is "a token made for a demo of another year works" within 20 clock_answers 200 -H "Authorization: Bearer $said" "$clock_at/api/v1/me"
said=$(clock_on login-link mentor1@demo.example)
is "… and so does a link" within 20 clock_answers 200 "$clock_at/login/link?${said#*\?}"
said=$(clock_ask 11)
is "a request made on the command line has the demo's time" has '"sent_at":"2027-09-01T'
said=$(clock_on request list --as coordinator@demo.example --programme operation-code --state open --json)
is "nobody has waited less than nothing" end_with 0 "$(printf '%s\n' "$said" | grep -c '"waited_seconds":-')"
said=$(clock_on backup create)
is "a backup is named by the demo's time" has mentord-20270901T
clock_ends
said=$(clock_ask 12)
is "without its server the demo's clock runs on" has '"sent_at":"2027-09-01T'
clock_begins
is "a demo that is started again runs on from where it was" end_with 200 "$(clock_status -H "Authorization: Bearer $(clock_on token create --as coordinator@demo.example)" "$clock_at/api/v1/me")"
is "… on the same day" end_with 2027-09-01 "$(stored_on)"
clock_ends
clock_begins --now 2027-03-01 --frozen-clock
said=$(clock_ask 13)
is "it never goes back" has '"sent_at":"2027-09-01T'
sleep 1.1
is "a clock that stands, stands for commands" end_with "$(printf '%s' "$said" | grep -o '"sent_at":"[^"]*"')" "$(clock_ask 14 | grep -o '"sent_at":"[^"]*"')"
clock_ends
said=$("$mentord" clock --dir "$clock_dir" --advance 3d --json)
is "a stopped demo's clock is moved: what it showed" has '"before":"2027-09-01T'
is "… and what it shows" has '"now":"2027-09-04T'
clock_begins --frozen-clock
said=$(clock_ask 17)
is "… and so it stays when the demo is started again" has '"sent_at":"2027-09-04T'
clock_ends
clock_moves
for wish in "" -3d 3 d3 3x 0d 4000d 1h1d 3d3d; do
	said=$(clock_on clock --advance "$wish")
	is "a clock is moved forward by a time, not by \"$wish\"" end_with 3 $?
done
is "… said plainly" has 'never goes back'
mkdir "$work/nodemo"
said=$("$mentord" clock --dir "$work/nodemo" --advance 3d 2>&1)
is "where no demo is no clock is moved" end_with 5 $?
is "… said plainly" has "the clock of a real server is the machine's"
is "… and no clock is made" end_with "" "$(ls "$work/nodemo")"
rm "$clock_dir/demo-clock"
clock_begins --now 2026-01-01
said=$(clock_ask 15)
is "without the file it starts no sooner than the newest thing stored" has '"sent_at":"2027-09-1'
clock_ends
clock_begins --now 2028-02-29
said=$(clock_ask 16)
is "but it may be set forward" has '"sent_at":"2028-02-29T'
clock_ends
echo "half past ten" > "$clock_dir/demo-clock"
said=$(clock_on login-link mentor1@demo.example)
is "a file that is no clock is bad input" end_with 3 $?
is "… by its name" has 'demo-clock" is not one of ours'
made_in() { sqlite3 "$1/mentord.db" "select number, title, state, sent_at, closed_at, lease_due_at from request order by number, title; select kind, happened_at from event order by happened_at, kind"; }
for i in 1 2; do
	clock_dir=$work/twin$i
	clock_begins --seed 3 --now 2026-11-24
	clock_ends
	sleep 0.$i
done
is "the same seed and moment make the same year, to the microsecond" end_with "$(made_in "$work/twin1" | cksum)" "$(made_in "$work/twin2" | cksum)"
