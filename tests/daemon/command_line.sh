# The command line, as an operator meets it. Sourced by run.

is "--help begins with examples and ends well" says 0 --help
is "the help names every setting" has --behind-tls
is "-h does too" says 0 -h
is "… and of a command" says 0 token create -h
is "… which begins with an example" has "Example: mentord token create"
is "… and of a noun" says 0 token -h
is "--version prints the version" says 0 --version
is "… of mentord" has 'mentord 0.'
is "no command at all is a usage error" says 2
is "an unknown command is refused" says 2 serv
is "… with the one that was meant" has '"serv"; did you mean serve'
is "an unknown option is refused" says 2 serve --lisen 127.0.0.1:0
is "… with the one that was meant" has 'did you mean --listen'
is "an option without its value is refused" says 2 serve --dir
is "serve without a folder asks for one" says 2 serve
is "a setting of the wrong kind is bad input" says 3 serve --dir "$work/x" --processes many
is "an address that is none is bad input" says 3 serve --dir "$work/x" --listen 127.0.0.1:99999
is "… said before anything is made" test ! -e "$work/x"
is "a file of settings that cannot be read cannot be read" says 7 config check --config "$work/missing.conf"
is "a file of a setting that cannot be read cannot be read" says 7 config check --database-file "$work/missing.secret"
is "a bad date for the demo is bad input" says 3 demo --dir "$work/x" --now yesterday
is "defect 15: an empty secret is refused before anything starts" says 3 serve --dir "$work/empty" --slack-signing-secret ""
is "… and two of which one is empty" says 3 serve --dir "$work/empty" --slack-signing-secret "abc,"
is "half an app is refused" says 3 serve --dir "$work/empty" --slack-client-id 1.2
is "a language without a catalogue is refused" says 3 serve --dir "$work/empty" --language tlh
is "… in a sentence" has 'slack_client_id and slack_client_secret go together'
printf 'lisen = 127.0.0.1:0\n' > "$work/bad.conf"
is "an unknown name in the file is bad input" says 3 serve --config "$work/bad.conf" --dir "$work/x"
is "… with the one that was meant" has 'did you mean listen'
is "the version is printed" says 0 version
is "the routes are printed" says 0 routes
is "… and commands are among them" has session-seen
is "… with who may call them" has 'by coordinator, claimer'
is "the limits are printed" says 0 limits
is "migrate status on an empty folder is a check that came out false" says 1 migrate status --dir "$work/new"
is "migrate up brings the schema" says 0 migrate up --dir "$work/new"
is "migrate status then says so" says 0 migrate status --dir "$work/new"
is "the data folder is its owner's alone" end_with 700 "$(stat -c %a "$work/new")"
is "the database is its owner's alone" end_with 600 "$(stat -c %a "$work/new/mentord.db")"
is "mail test wants an address" says 3 mail test --dir "$work/new" --to ana
is "… and without a mail server leaves a file" says 0 mail test --dir "$work/new" --to ana@example.org
is "… which it names" has 'written, as no mail server is set'
is "a login link for nobody is not found" says 4 login-link --dir "$work/new" nobody@example.org
is "… in a sentence" has 'nobody has the address "nobody@example.org"'
is "a token for nobody is not found" says 4 token create --dir "$work/new" --as nobody@example.org
is "… in a sentence" has 'nobody has the address "nobody@example.org"'
is "nobody lists requests" says 4 request list --dir "$work/new" --as nobody@example.org --programme operation-code
is "… in a sentence" has 'nobody has the address "nobody@example.org"'
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

# Help, manual page and completions are made of the same rows.
"$mentord" man > "$work/mentord.1"
is "the manual page in the sources is the one that the program prints (make man)" cmp -s "$work/mentord.1" man/mentord.1
"$mentord" man mentord.conf > "$work/mentord.conf.5"
is "… and so is the one of the settings" cmp -s "$work/mentord.conf.5" man/mentord.conf.5
is "… with every setting" end_with "$(grep -c '^SETTING(' src/daemon/settings.def)" "$(($(grep -c '^\.It Ic' man/mentord.conf.5) + 1))"
is "there is no other page" says 4 man mentord.cnf
is "a noun alone shows its verbs" says 2 token
is "… with examples" has "mentord token create"
is "a verb has its own help" says 0 token create --help
is "… that begins with an example" has "Example: mentord token create"
is "bash gets a completion" says 0 completion bash
is "… that bash can read" sh -c 'printf "%s" "$1" | bash -n' - "$said"
is "another shell is a usage error" says 2 completion tcsh
is "every setting is shown with where it comes from" says 0 config show --dir "$work/new"
is "… the flag" has "flag"
is "… and the default" has "default"
is "an example of a file is printed" says 0 config example
printf '%s\n' "$said" | sed -n 's/^# \([a-z_]* = \)/\1/p' | grep -v '= $' > "$work/example.conf"
is "… that can be read" says 0 config check --config "$work/example.conf"
is "limits are printed as JSON" says 0 limits --json
is "… one object a line" has '{"name":"request head bytes","value":16384}'
