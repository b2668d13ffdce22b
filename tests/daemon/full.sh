# The disk of the database is full: reads go on, writes are refused until there is space again, and no process is started anew.
# Sourced by run. The data lie on a small tmpfs in a mount namespace of the server's own; then on a disk with space, but with a limit
# on the writer's files, which is what a quota looks like.

inside=    # a command that enters that namespace

served() {    # served NAME WRITES FAILURES: everybody reads; so many write, so many are told to come later
	said=$("$client" once "$port" operation-code $notes 8 "$1" "$work/full.kept" 2>> "$work/log")
	note "$1: $said"
	has 'read=8 ' && has " kept=$2 " && has " unavailable=$3 " && has "told_when=$3 "
}
# Ever new names: a note that was refused once is another one.
writes_again() { tries=$((tries + 1)); served "full-again$tries" 8 0; }
fills() { $inside cp /dev/zero "$dir/filler" 2> /dev/null; [ "$($inside df --output=avail "$dir" | tail -n 1)" -eq 0 ]; }
# A process that was just born does not show its role yet.
all_are_up() { before="$(role writer 0) $(role web 0) $(role web 1)"; end_with 3 "$(echo "$before" | wc -w)"; }
same_processes() { said="$1; $(role writer 0) $(role web 0) $(role web 1)"; [ "$said" = "$1; $1" ]; }

# A write that fits into what is left of a page of the log may succeed; the next ones do not.
refuses() {
	for tries in 1 2 3 4 5 6 7 8 9 10 11 12; do
		if served "full-on$tries" 0 8; then return 0; fi
		has 'read=8 ' && has 'cut=0 ' && has 'other=0 ' || return 1
	done
	return 1
}

# A process that answers lives; ready is only a server that can write.
answers() {    # answers STATUS PATH
	said="$(curl -s -m 20 -o "$work/body" -w '%{http_code}' "http://127.0.0.1:$port$2") $(cat "$work/body")"
	[ "${said%% *}" = "$1" ]
}
says_ready() { answers 200 /readyz && has '"status":"ready"'; }
# What little fits into the log as it is may still be written: that is used up by asking.
says_unready() { answers 503 /readyz && ! has '"status":"ready"'; }

comes_back() {    # comes_back WORDS: a figure and three promises
	tries=0 since=$(date +%s%N)
	is "$1: writes work again within five seconds" within 50 writes_again
	note "writes again after $((($(date +%s%N) - since) / 1000000)) ms"
	is "… served by the same processes" same_processes "$before"
	cp "$work/full.kept" "$work/kept"
	is "… and what was acknowledged is there, once" all_kept full
	is "… it says that it is ready" within 20 says_ready
	is_sound "after that"
}

runs_full() {
	home=$dir dir=$work/small user=
	mkdir -p "$dir"
	: > "$work/full.kept"
	[ "$(id -u)" -eq 0 ] || user=yes
	mentord_here=$mentord mentord=$work/on-small
	cat > "$mentord" <<-SH
		#!/bin/sh
		exec unshare -m ${user:+-r} --propagation private sh -c 'mount -t tmpfs -o size=16m none "$dir" && cp -r "$home"/. "$dir" && exec "\$@"' sh "$mentord_here" "\$@"
	SH
	chmod +x "$mentord"
	start demo --dir "$dir"
	mentord=$mentord_here inside="nsenter -t $keeper -m ${user:+-U --preserve-credentials} --"
	within 50 all_are_up
	is "a disk with space: all write" served full-before 8 0
	is "the disk is full" fills
	is "… then everybody still reads, and whoever writes is told when to come again" refuses
	is "… it says that it lives" answers 200 /healthz
	is "… and that it is not ready" within 30 says_unready
	$inside rm -f "$dir/filler"
	comes_back "the disk has space again"
	stop

	dir=$home inside=''
	: > "$work/full.kept"
	log=$work/quota.log    # fresh: the writer's lines must not meet the limit of its files
	start demo --dir "$dir"
	within 50 all_are_up
	prlimit --pid "$(role writer 0)" --fsize=65536:
	is "a quota is used up: everybody reads, nobody writes" refuses
	is "… it says that it lives" answers 200 /healthz
	is "… and that it is not ready" within 30 says_unready
	prlimit --pid "$(role writer 0)" --fsize=unlimited:
	comes_back "the quota is raised"
	stop
	is "… and the server ends well" end_with 0 "$code"
	cat "$log" >> "$work/log"
	log=
}
