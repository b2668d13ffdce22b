# The command line against another server: people and requests with a token over the API. Sourced by run, behind command_line.

remote_dir=$work/remote
remote_begins() {    # remote_begins LISTEN OPTIONS…: serves $remote_dir; its keeper is $remote_server, its address $remote
	: > "$work/remote.out"
	listen=$1; shift
	setsid "$mentord" "$@" --listen "$listen" --processes 1 > "$work/remote.out" 2>> "$work/remote.err" &
	remote_server=$!
	within $start_most grep -q 'serves on' "$work/remote.out"
	remote=$(sed -n 's/.*serves on \(http[^ ]*\).*/\1/p' "$work/remote.out")
}
filled "$remote_dir"
remote_begins 127.0.0.1:0 demo --dir "$remote_dir" --seed 7
within $start_most grep -q 'Ctrl-C' "$work/remote.out"
token_of() { "$mentord" token create --dir "$remote_dir" --as "$1@demo.example" --programme operation-code --scope "${2:-act}"; }
umask_was=$(umask); umask 077
token_of coordinator > "$work/coordinator.token"
token_of mentor3 > "$work/mentor.token"
token_of mentee1 > "$work/mentee.token"
token_of mentee5 > "$work/asker.token"
umask "$umask_was"
by() { who=$1 want=$2; shift 2; says "$want" "$@" --server "$remote" --token-file "$work/$who.token"; }
in_programme='--programme operation-code'

is "without a token it says where one comes from" says 2 request list --server "$remote" $in_programme
is "… in one sentence" has 'MENTORD_TOKEN'
is "a token is no option" says 2 request list --server "$remote" $in_programme --token mtd_x
is "… a file of it is" has 'did you mean --token-file'
is "a server that is ready is healthy" says 0 healthcheck --listen "${remote#http://}"
is "… wherever it is" says 0 healthcheck --server "$remote/"
is "… and a program reads it" says 0 healthcheck --server "$remote" --json
is "… in one object" has '{"done":true,"words":"ready"}'
is "members are listed from afar" by coordinator 0 person list $in_programme --limit 3 --json
is "… one object a line" end_with 3 "$(printf '%s\n' "$said" | grep -c '^{"id"')"
said=$("$mentord" person list --dir "$remote_dir" --as coordinator@demo.example $in_programme --limit 5 2>&1)
near=$said
is "… and as on the machine itself" by coordinator 0 person list $in_programme --limit 5
is "… word for word" end_with "$near" "$said"
said=$(MENTORD_TOKEN=$(cat "$work/coordinator.token") "$mentord" person list --server "$remote" $in_programme --limit 5 2>&1)
is "the environment may hold the token" end_with "$near" "$said"
is "a list has a heading" end_with 1 "$(printf '%s\n' "$said" | grep -c '^id  *name ')"
is "--quiet leaves the data" by coordinator 0 person list $in_programme --limit 5 --quiet
is "… and no note" end_with 5 "$(printf '%s\n' "$said" | wc -l)"

is "a request is made from afar" by mentee 0 request create $in_programme --service code-review --skills "JS, python" --details "It works, and I would like to know why it does." --json
id=$(printf '%s' "$said" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
is "it is claimed from afar" by mentor 0 request claim "$id"
is "… and it is there" says 0 request show --dir "$remote_dir" --as mentor3@demo.example "$id"
is "… claimed" has claimed
is "what is refused has the exit code of a refusal" by mentee 6 request claim "$id"
is "what nobody may see is not found" by mentor 4 request show 0000000000000
is "bad input names its field" by mentee 3 request create $in_programme --service juggling --details "It works, and I would like to know why."
is "… in a line of its own" has '  service:'
is "details that show nothing are refused" by mentee 3 request create $in_programme --service code-review --details "⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀ㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤㅤ"
is "a list for coordinators alone says so" by mentee 6 person list $in_programme
is "a programme that is nearly right is suggested" by mentee 4 request list --programme operation-cod
is "… by name" has 'did you mean operation-code'
is "it is given back" by mentor 0 request release "$id" --reason "on holiday"
is "and closed" by coordinator 0 request close "$id" --reason "Solved in the chat."


# Every act of the desk has a verb (src/daemon/verbs.def; that options fit the forms: src/daemon/test_verbs.c).
asks() { by "$1" 0 request create $in_programme --service code-review --skills python --details "It works, and I would like to know why it does." --json && id=$(id_said); }
id_said() { printf '%s' "$said" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p'; }
number_said() { printf '%s' "$said" | sed -n 's/.*"number":"[A-Z]*-\([0-9]*\)".*/\1/p'; }
is "the programmes of somebody are listed" by coordinator 0 programme list
is "… by name" has operation-code
is "a programme is shown" by coordinator 0 programme show $in_programme
is "… with its services" has 'Code'
is "a request is made to be talked about" asks asker
is "more detail is asked for" by mentor 0 request detail "$id" --question "Which version of Python is it?"
is "… and given" by asker 0 request answer "$id" --answer "3.11, on Debian."
is "it is passed" by mentor 0 request pass "$id"
is "… and taken back into the queue" by mentor 0 request unpass "$id"
is "mentors are reminded" by coordinator 0 request bump "$id"
is "it is escalated" by coordinator 0 request escalate "$id" --reason "Nobody took it."
is "a claim is made" by mentor 0 request claim "$id"
is "… and undone" by mentor 0 request undo "$id"
by mentor 0 request claim "$id"
is "a contact attempt is noted" by mentor 0 request attempt "$id" --way email --words "Proposed Tuesday."
is "… by a way that there is" by mentor 3 request attempt "$id" --way pigeon
is "a session is set" by mentor 0 request session "$id" --date "$(date -u -d +9days +%F)" --time 18:30
is "a note is written" by mentor 0 request note "$id" --audience pair --words "We look at generators next."
is "… and read" by mentor 0 request notes "$id"
is "… as it stands" has 'generators next'
is "a request is fulfilled" by mentor 0 request fulfil "$id" --outcome held --next-steps "Write the test first."
is "… held" has 'held'
is "it is said whether it helped" by asker 0 request helpful "$id" --helpful partly --helpful-words "Half of it."
is "what happened is shown" by asker 0 request timeline "$id"
is "a follow-up is asked for" by asker 0 request follow-up "$id" --json
by asker 0 request list $in_programme --mine asked --limit 1 --json
id=$(id_said)
is "… and withdrawn" by asker 0 request withdraw "$id"
is "what is withdrawn is no longer reminded of" by coordinator 5 request bump "$id"
asks asker
by mentor 0 request claim "$id"
is "nobody is unreachable before somebody tried" by mentor 3 request unreachable "$id" --reason "I had no time."
is "… but a coordinator may say so" by coordinator 0 request unreachable "$id" --reason "Three e-mails, no answer."
is "… and answers after all" by asker 0 request reply "$id"
by coordinator 0 request intake $in_programme --email walkin@example.org --name "Wilma Gast" --service code-review --skills "Python, SQL" --json \
	--title "A review of a parser" --details "She wrote in the chat: it works, but why does it?" --asked-on "$(date -u -d "2 days ago" +%F)"
is "somebody who asked elsewhere is written down" has '"skills":["Python","SQL"]'
first=$(number_said)
by coordinator 0 request intake $in_programme --email walkin@example.org --service code-review --json \
	--title "A review of a parser, again" --details "She wrote in the forum too: it works, but why?" --asked-on "$(date -u -d "2 days ago" +%F)"
is "two requests of one mentee become one" by coordinator 0 request merge "$(id_said)" --into "$first"
is "coordinators see what needs them" by coordinator 0 request needs $in_programme
is "who was not asked by name cannot accept" by mentor 6 request accept "$id"
is "… nor decline" by mentor 6 request decline "$id"
is "an act works in a data folder as well" says 0 request note --dir "$remote_dir" --as coordinator@demo.example "$id" --audience coordinators --words "Seen."

is "a token goes to no foreign host in the clear" says 3 request list --server http://mentors.example.org $in_programme --token-file "$work/mentor.token"
is "… nor to a host that only looks like this machine" says 3 request list --server http://127.0.0.1@mentors.example.org $in_programme --token-file "$work/mentor.token"
is "… nor by another scheme" says 3 request list --server file:///etc $in_programme --token-file "$work/mentor.token"
is "--as does not go with --server" by mentor 2 request list $in_programme --as mentor3@demo.example
chmod 644 "$work/mentor.token"
is "a token file that others may read is refused" by mentor 3 request list $in_programme
is "… with what to do" has 'chmod 600'
chmod 600 "$work/mentor.token"
is "a token that ended is not permitted" sh -c 'printf mtd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA > "$1" && chmod 600 "$1"' - "$work/wrong.token"
is "… wherever it came from" by wrong 6 request list $in_programme
is "the log of the server holds no token" end_with 0 "$(grep -c mtd_ "$work/remote.err")"

# The server is away when an act begins, and back before it is given up: one request more. While the server starts the caller stands still,
# so that this takes no luck. What is tried again has the key of the first try (src/daemon/test_remote.c).
count() { sqlite3 "$remote_dir/mentord.db" 'select count(*) from request'; }
kill "$remote_server"
wait "$remote_server" 2> /dev/null
before=$(count)
"$mentord" request create --server "$remote" --token-file "$work/mentee.token" $in_programme --service code-review --skills python \
	--details "The second of these questions, asked while the server is away." > "$work/retried" 2>&1 &
caller=$!
is "who does not answer is asked again" within 100 grep -q 'trying again' "$work/retried"
kill -STOP "$caller"
remote_begins "${remote#http://}" demo --dir "$remote_dir"
kill -CONT "$caller"
wait "$caller"
is "… and once it is back the act is done" end_with 0 $?
is "… once" end_with "$((before + 1))" "$(count)"

kill "$remote_server"
wait "$remote_server" 2> /dev/null
is "a server that is gone is not healthy" says 1 healthcheck --listen "${remote#http://}"
is "… and it says so" has 'does not answer'
is "a server that is gone cannot be reached" by coordinator 7 person list $in_programme
is "… and it says what to look at" has 'check the address, and whether it runs'
