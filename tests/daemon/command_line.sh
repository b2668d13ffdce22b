# The command line, as an operator meets it. Sourced by run.

says() {    # says CODE WORDS…: runs mentord; $said is all that it printed
	want=$1; shift
	said=$("$mentord" "$@" 2>&1)
	code=$?
	[ "$code" -eq "$want" ] || { said="ended with $code: $said"; return 1; }
}

is "--help begins with examples and ends well" says 0 --help
is "the help names every setting" has --behind_tls
is "no command at all is a usage error" says 2
is "an unknown command is refused" says 2 serv
is "… with the one that was meant" has '"serv"; did you mean serve'
is "an unknown option is refused" says 2 serve --lisen 127.0.0.1:0
is "… with the one that was meant" has 'did you mean listen'
is "an option without its value is refused" says 2 serve --dir
is "serve without a folder asks for one" says 2 serve
is "a setting of the wrong kind is bad input" says 3 serve --dir "$work/x" --processes many
is "a bad date for the demo is bad input" says 3 demo --dir "$work/x" --now yesterday
printf 'lisen = 127.0.0.1:0\n' > "$work/bad.conf"
is "an unknown name in the file is bad input" says 3 serve --config "$work/bad.conf" --dir "$work/x"
is "… with the one that was meant" has 'did you mean listen'
is "the version is printed" says 0 version
is "the routes are printed" says 0 routes
is "… and commands are among them" has session-seen
is "the limits are printed" says 0 limits
is "migrate status on an empty folder is a check that came out false" says 1 migrate status --dir "$work/new"
is "migrate up brings the schema" says 0 migrate up --dir "$work/new"
is "migrate status then says so" says 0 migrate status --dir "$work/new"
is "the data folder is its owner's alone" end_with 700 "$(stat -c %a "$work/new")"
is "the database is its owner's alone" end_with 600 "$(stat -c %a "$work/new/mentord.db")"
is "a login link for nobody is not found" says 4 login-link --dir "$work/new" nobody@example.org
is "a set-up link is printed" says 0 setup-link --dir "$work/new"
is "… and nothing else" end_with 1 "$(printf '%s\n' "$said" | wc -l)"

# Where settings come from: flag before environment before file.
printf 'base_url = https://file.example\ndir = %s/new\n' "$work" > "$work/good.conf"
is "a setting comes from the file" says 0 setup-link --config "$work/good.conf"
is "… as written there" has https://file.example/setup
export MENTORD_BASE_URL=https://environment.example
is "the environment goes before the file" says 0 setup-link --config "$work/good.conf"
is "… with its own value" has https://environment.example/setup
is "a flag goes before the environment" says 0 setup-link --config "$work/good.conf" --base-url https://flag.example
is "… with its own value" has https://flag.example/setup
unset MENTORD_BASE_URL
