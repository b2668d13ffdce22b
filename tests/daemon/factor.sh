# The master key, the rate limits and the shell's way out, on live processes. Sourced by run.

setup_path() { sed -n 's/.*\(http:[^ ]*setup[^ ]*\).*/\1/p' "$work/out"; }

master_key() {
	dir=$work/keys
	start serve --dir "$dir"
	said=$(stat -c '%a %s' "$dir/master.key")
	is "the first start makes a master key for its owner alone" end_with '400 32' "$said"
	stop
	mv "$dir/master.key" "$work/kept.key"
	said=$("$mentord" serve --dir "$dir" --listen 127.0.0.1:0 2>&1)
	is "without its key a sealed database is not served, and gets no new one" end_with 7 $?
	is "… and the words say what to do" has 'put it back'
	said=$(ls "$dir")
	is "… and no key was made" test ! -e "$dir/master.key"
	head -c 32 /dev/zero > "$dir/other.key"
	said=$("$mentord" serve --dir "$dir" --listen 127.0.0.1:0 --master-key-file "$dir/other.key" 2>&1)
	is "nor with another key" end_with 7 $?
	is "… which is said" has 'not the one that sealed'
	start serve --dir "$dir" --master-key-file "$work/kept.key"
	is "the key may stand elsewhere" is_serving
	stop
}

# Forty tries of a link that is none: thirty are answered, the rest are asked to wait; the proxy's clients are told apart.
sign_in_floods() {
	start serve --dir "$dir" --master-key-file "$work/kept.key" --proxy 127.0.0.1
	: > "$work/jar"
	curl -s -D "$work/head" -o "$work/page" "$(setup_path)"
	cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/head")
	csrf=$(sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
	for address in 192.0.2.1 198.51.100.1; do
		said=''
		for i in 1 2 3 4 5 6 7 8 9 10 11; do
			said="$said $(curl -s -o "$work/page" -D "$work/head" -w '%{http_code}' -H "Cookie: $cookie" -H 'Sec-Fetch-Site: same-origin' \
				-H "X-Forwarded-For: 203.0.113.9, $address" -d "csrf=$csrf" "http://127.0.0.1:$port/setup")"
		done
		is "ten tries of the set-up are answered from $address" end_with 10 "$(echo "$said" | tr ' ' '\n' | grep -c 410)"
		is "… and the eleventh is asked to wait" end_with 1 "$(echo "$said" | tr ' ' '\n' | grep -c 429)"
	done
	said=$(cat "$work/head")
	is "… with Retry-After" grep -qi '^retry-after: [1-9]' "$work/head"
	stop
}

# The shell's way: nobody has a factor, so there is nothing to forget.
factor_reset() {
	said=$("$mentord" factor reset --dir "$dir" nobody@example.org 2>&1)
	is "a factor of nobody is not reset" end_with 4 $?
	said=$("$mentord" factor reset --dir "$dir" 2>&1)
	is "… and without an address that is usage" end_with 2 $?
}

# Two hundred mentors claim at once from one address with the limits on: each is one account, so nobody is slowed down.
braked_race() {
	dir=$work/braked
	filled "$dir"
	start demo --dir "$dir" --seed 7 --rate-limits yes
	said=$(fill 2>&1)
	is "the crowd is in the braked server" end_with 0 $?
	crowd race $mentors 100000 3
	is "$mentors mentors claim at once with the rate limits on: nobody is asked to wait" has "one_winner=3"
	stop
}

on_factor() {
	conn=''
	master_key
	sign_in_floods
	factor_reset
	braked_race
}
