# The security heads of every answer: each row of the route table, asked by nobody and by a program, static files, and each refusal that
# can be reached. Sourced by run; $api_dir has the data of the demo.

: > "$work/heads.out"
"$mentord" demo --dir "$api_dir" --listen 127.0.0.1:0 > "$work/heads.out" 2> "$work/heads.err" &
heads_server=$!
within $start_most grep -q 'Ctrl-C' "$work/heads.out"
api=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$work/heads.out")
head_is() { grep -qi -- "^$1.\{0,1\}\$" "$work/head"; }    # the line ends in CR
lacks=''
# judge WHAT: every answer has them, whatever it is
judge() {
	for line in "Content-Security-Policy: default-src 'none'; script-src 'self'; .*frame-ancestors 'none'" 'X-Content-Type-Options: nosniff' \
		'Cross-Origin-Opener-Policy: same-origin' 'Cross-Origin-Resource-Policy: same-origin' 'Referrer-Policy: \(same-origin\|no-referrer\)' \
		'Cache-Control: \(no-store\|private, no-cache\|public, max-age=31536000, immutable\)'; do
		head_is "$line" || lacks="$lacks$1 ($code) lacks ${line%%:*}; "
	done
	[ "$(grep -ci '^cache-control:' "$work/head")" = 1 ] || lacks="$lacks$1 has several Cache-Control; "
	if [ -s "$work/body" ]; then
		head_is 'Content-Type: \(text/html; charset=utf-8\|text/csv; charset=utf-8\|text/css; charset=utf-8\|text/javascript; charset=utf-8\|text/plain; charset=utf-8\|application/json\|application/problem+json\|application/atom+xml; charset=utf-8\|application/manifest+json\|image/svg+xml\|image/png\|font/woff2\)' ||
			lacks="$lacks$1 ($code) has another Content-Type; "
	fi
	case $1 in */api/v1/*)
		! grep -qi '^set-cookie:' "$work/head" || lacks="$lacks$1 sets a cookie; "
		[ "$code" -lt 400 ] || head_is 'Content-Type: application/problem+json' || lacks="$lacks$1 ($code) is no problem; " ;;
	esac
	[ "$code" != 405 ] || grep -qi '^allow: ' "$work/head" || lacks="$lacks$1 has no Allow; "
	asked=$((asked + 1))
}
ask() { call "$@"; judge "$2 $3"; }
asked=0
"$mentord" routes | awk '$1 == "GET" || $1 == "POST" { print $1, $2 }' |
	sed 's#/:p\>#/operation-code#g; s#/:id\>#/000000000000A#g; s#/:[a-z]*\>#/x#g' > "$work/rows"
while read -r method path; do
	ask "" "$method" "$path"
	ask "" PUT "$path"
	case $path in /api/v1/*) ask "$coordinator" "$method" "$path"; is_kept=$(head_is 'Cache-Control: no-store' && echo no)
		[ "$is_kept" = no ] || lacks="$lacks$method $path may be kept; " ;; esac
done < "$work/rows"
for method in PUT PATCH DELETE OPTIONS TRACE; do ask "$mentor" "$method" /api/v1/me; done
said=$lacks
is "every row answers with its security heads" end_with "" "$lacks"
is "… all of them were asked" between 300 "$asked" 5000
lacks=''
ask "" GET "/static/$(curl -s "$api/login" | grep -om1 'static/[^"]*\.css' | cut -d/ -f2)"
is "a file may be kept for a year" head_is 'Cache-Control: public, max-age=31536000, immutable'
ask "" GET /static/none.css
ask "" POST /static/none.css
is "a file takes no form" end_with 405 "$code"
is "… and says what it takes" head_is 'Allow: GET, HEAD'
ask "" GET /favicon.ico
ask "$mentor" DELETE "/api/v1/requests/000000000000A/claim"
is "an address that acts says so" head_is 'Allow: POST'
ask "$mentor" PUT /api/v1/none
is "what is not there is not there for any method" end_with 404 "$code"
ask "$mentor" GET '/api/v1/me?a=%zz'
is "an address that cannot be read is a problem" end_with 400 "$code"
ask "$mentor" POST /api/v1/me '{' ; is "… and a body too" end_with 400 "$code"
ask "$mentor" POST /api/v1/me "$(printf '%3000s' | tr ' ' '[')"; is "three thousand brackets are too deep" end_with 400 "$code"
is "… and the problem says so" shows '"code":"json-too-deep"'
ask "$mentor" POST /api/v1/me '{}' 'Transfer-Encoding: chunked'; is "a length must be known" end_with 411 "$code"
ask "$mentor" POST /api/v1/me "{\"name\":\"$(printf '%20000s')\"}"; is "a body may be too large" end_with 413 "$code"
ask "$mentor" POST /api/v1/me 'a=b' 'Content-Type: text/plain'
is "another type is refused" between 400 "$code" 422
ask "$mentor" POST /api/v1/me '{"name":1}'; is "answers are refused" end_with 422 "$code"
ask "$mentor" GET /api/v1/programmes/operation-code/needs; is "a role is refused" end_with 403 "$code"
ask "" GET /api/v1/me; is "nobody is refused" end_with 401 "$code"
ask "" POST /logout 'csrf=x' 'Content-Type: application/x-www-form-urlencoded'
for i in $(seq 1 80); do [ "$code" = 429 ] || call "$mentee" GET /api/v1/programmes/operation-code/people/000000000000A; done
judge "GET too often"
said=$lacks
is "each refusal has them too" end_with "" "$lacks"
kill "$heads_server"
wait "$heads_server" 2>/dev/null
