# A server to be measured, with the crowd's rows. Sourced by the benches of this folder, which set build.
cd "$(dirname "$0")/../.."
overload=$build/daemon/overload client=$build/daemon/client bare=$build/bench/bare conn=''
for program in "$build/mentord" "$overload" "$client" "$bare" "$build/bench/mail_sink" "$build/bench/bare_mail" "$build/bench/press" "$build/daemon/outside"; do
	[ -x "$program" ] || { echo "$program is not built: make bench builds it" >&2; exit 2; }
done
work=$(mktemp -d /tmp/mentord-bench.XXXXXX)
dir=$work/demo mentors=64 greedy=0 races=64 code=0
server=''
stop() { [ -z "$server" ] || { kill "$server" && wait "$server" || true; } 2> /dev/null; server=''; }
trap 'stop; rm -rf "$work"' EXIT
. tests/daemon/crowd.sh

start() {    # start COMMAND FOLDER: port, ready_ms
	since=$(date +%s%N)
	: > "$work/out"
	"$build/mentord" "$1" --dir "$2" --listen 127.0.0.1:0 --processes 2 > "$work/out" 2> /dev/null &
	server=$!
	until grep -q 'serves on' "$work/out"; do sleep 0.005; done
	port=$(sed -n 's/.*serves on http:..127.0.0.1:\([0-9]*\).*/\1/p' "$work/out")
	until curl -s -o /dev/null "http://127.0.0.1:$port/healthz"; do sleep 0.005; done
	ready_ms=$((($(date +%s%N) - since) / 1000000))
}
value() { echo " $said " | sed -n "s/.* $1=\([0-9]*\) .*/\1/p"; }
median() { sort -n | sed -n 3p; }    # of five
ratio() { echo "$1 $2" | awk '{ printf "%.2f", $1 / $2 }'; }
is_most() {    # is_most FIGURE MOST WHAT
	awk -v is="$1" -v most="$2" 'BEGIN { exit !(is <= most) }' || { echo "bench: $3 is $1, at most $2 is promised" >&2; code=1; }
}
is_least() {    # is_least FIGURE LEAST WHAT
	awk -v is="$1" -v least="$2" 'BEGIN { exit !(is >= least) }' || { echo "bench: $3 is $1, at least $2 is promised" >&2; code=1; }
}
