# The API over HTTP, as a program meets it: tokens, problems, keys, tags, pages of lists. Sourced by run.

api_dir=$work/api
: > "$work/api.out"
filled "$api_dir"
"$mentord" demo --dir "$api_dir" --listen 127.0.0.1:0 --metrics-token watching-this-server --seed 7 > "$work/api.out" 2> "$work/api.err" &
api_server=$!
within $start_most grep -q 'Ctrl-C' "$work/api.out"
api=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$work/api.out")
token() { "$mentord" token create --dir "$api_dir" --as "$@"; }
mentor=$(token mentor1@demo.example) other=$(token mentor2@demo.example) mentee=$(token mentee1@demo.example)
coordinator=$(token coordinator@demo.example) reader=$(token mentor3@demo.example --scope read)

# call TOKEN METHOD PATH [BODY [HEADER [HEADER]]]: $code, the head in $work/head, the body in $work/body
call() {
	url=$api$3 body=${4:-}
	set -- -X "$2" -H "${5:-X-None: 1}" -H "${6:-X-None: 2}" ${1:+-H "Authorization: Bearer $1"}
	[ -z "$body" ] || set -- "$@" -H 'Content-Type: application/json' --data-raw "$body"
	code=$(curl -s -o "$work/body" -D "$work/head" -w '%{http_code}' "$@" "$url")
}
gives() { want=$1; shift; call "$@"; said="$code $(cat "$work/body")"; [ "$code" = "$want" ]; }
shows() { said=$(cat "$work/body"); grep -qF -- "$1" "$work/body"; }
heads() { said=$(cat "$work/head"); grep -qiF -- "$1" "$work/head"; }
lacks_all() { for word; do ! shows "$word" || return 1; done; }
member() { grep -o "\"$1\":\"[^\"]*\"" "$work/body" | head -n 1 | cut -d'"' -f4; }

list=/api/v1/programmes/operation-code/requests
is "the token is one word that says what it is" says 0 token create --dir "$api_dir" --as mentor4@demo.example
is "… and nothing else" end_with 1 "$(printf '%s\n' "$said" | grep -c '^mtd_[A-Za-z0-9_-]\{43\}$')"
is "without a token a program is nobody" gives 401 "" GET /api/v1/me
is "… is told how to come in" heads 'WWW-Authenticate: Bearer'
is "… in a problem (RFC 9457)" heads 'Content-Type: application/problem+json'
is "a wrong token is nobody" gives 401 mtd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA GET /api/v1/me
is "a token says whose it is" gives 200 "$mentor" GET /api/v1/me
is "… by its e-mail" shows mentor1@demo.example
is "a cookie speaks for no program" gives 401 "" GET /api/v1/me "" 'Cookie: __Host-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
is "an address that is not there is a problem too" gives 404 "$mentor" GET /api/v1/nothing
is "… with its code" shows '"code":"not-found"'

wish='{"service":"code-review","skills":["JS","python"],"details":"It works, and I would like to know why it does."}'
is "a request is made at once" gives 201 "$mentee" POST "$list" "$wish" 'Idempotency-Key: one'
id=$(member id)
is "… with its address" heads "Location: /api/v1/requests/$id"
is "… its skills under their own names" shows '"skills":["JavaScript","Python"]'
is "the same key and body get the same answer" gives 201 "$mentee" POST "$list" "$wish" 'Idempotency-Key: one'
is "… about the same request" shows "\"id\":\"$id\""
is "another body with that key is refused" gives 422 "$mentee" POST "$list" '{"service":"mock-interview","details":"Something else altogether, please."}' 'Idempotency-Key: one'
is "… by name" shows '"code":"key-reused"'
is "a key of another person is another key" gives 201 "$mentor" POST "$list" "$wish" 'Idempotency-Key: one'
is "a key with a blank inside is refused" gives 400 "$mentee" POST "$list" "$wish" 'Idempotency-Key: a b'
is "an unknown service is refused field by field" gives 422 "$mentee" POST "$list" '{"service":"juggling","details":"It works, and I would like to know why."}'
is "… with the field's name" shows '"field":"service"'
is "an answer of another type is refused" gives 422 "$mentee" POST "$list" '{"service":1,"details":"It works, and I would like to know why."}'
is "a member that nobody knows is refused" gives 422 "$mentee" POST "$list" '{"service":"code-review","details":"It works, and I would like to know why.","role":"admin"}'
is "a name twice is no JSON of ours" gives 400 "$mentee" POST "$list" '{"service":"code-review","service":"mock-interview"}'
is "a form is not what a program sends" gives 415 "$mentee" POST "$list" "" 'Content-Type: application/x-www-form-urlencoded'

is "the list shows it" gives 200 "$mentor" GET "$list?state=open&limit=100"
is "… by its id" shows "$id"
is "a list pages" gives 200 "$coordinator" GET "$list?limit=2"
is "… with a link to the next page" heads 'rel="next"'
next=$(sed -n 's/^[Ll]ink: <\([^>]*\)>.*/\1/p' "$work/head")
first=$(member id)
is "the link leads on" gives 200 "$coordinator" GET "$next"
is "… to other rows" end_with 0 "$(grep -c "\"id\":\"$first\"" "$work/body")"
is "more than 100 rows are refused" gives 422 "$coordinator" GET "$list?limit=101"
is "a parameter twice is refused" gives 400 "$coordinator" GET "$list?limit=2&limit=3"

is "a reader reads" gives 200 "$reader" GET "/api/v1/requests/$id"
is "… and does nothing else" gives 403 "$reader" POST "/api/v1/requests/$id/claim"
is "… since its token may only read" shows '"code":"token-reads"'
is "a thing has its tag" gives 200 "$mentor" GET "/api/v1/requests/$id"
tag=$(sed -n 's/^[Ee][Tt]ag: \([^ \r]*\).*/\1/p' "$work/head")
is "what is known need not be sent again" gives 304 "$mentor" GET "/api/v1/requests/$id" "" "If-None-Match: $tag"
is "an act on what changed since is refused" gives 412 "$mentor" POST "/api/v1/requests/$id/claim" "" 'If-Match: "99"'
is "an act on what is known is done" gives 200 "$mentor" POST "/api/v1/requests/$id/claim" "" "If-Match: $tag" 'Idempotency-Key: mine'
is "… and shows who may be written to" shows '"mentee_email":"mentee1@demo.example"'
new=$(sed -n 's/^[Ee][Tt]ag: \([^ \r]*\).*/\1/p' "$work/head")
is "the same call again is the same answer, though its tag is old" gives 200 "$mentor" POST "/api/v1/requests/$id/claim" "" "If-Match: $tag" 'Idempotency-Key: mine'
is "… with the tag of what was done" heads "ETag: $new"
is "who comes second is told so" gives 409 "$other" POST "/api/v1/requests/$id/claim" "" 'Idempotency-Key: late'
is "… by name" shows '"code":"request-taken"'
is "… of who was first" shows '"detail":"Priya Raghunathan was first.'
is "… and no address with it" end_with 0 "$(grep -c 'mentee1@' "$work/body")"
is "what is taken is gone for others" gives 404 "$other" GET "/api/v1/requests/$id"
is "an attempt is noted" gives 200 "$mentor" POST "/api/v1/requests/$id/attempts" '{}'
is "… and counted" shows '"attempts":1'
is "it is given back" gives 200 "$mentor" POST "/api/v1/requests/$id/release" '{"reason":"on holiday"}'
is "a refusal stays a refusal under its key" gives 409 "$other" POST "/api/v1/requests/$id/claim" "" 'Idempotency-Key: late'
is "a new call may win" gives 200 "$other" POST "/api/v1/requests/$id/claim"
is "it is fulfilled" gives 200 "$other" POST "/api/v1/requests/$id/fulfil" '{"outcome":"held"}'
is "… and closed with its outcome" shows '"state":"closed","outcome":"held"'
is "what is over cannot be withdrawn" gives 409 "$mentee" POST "/api/v1/requests/$id/withdraw"

# Two programs that edit the same thing: what has no version has the tag of its answer.
tag_is() { tag=$(sed -n 's/^[Ee][Tt]ag: \([^ \r]*\).*/\1/p' "$work/head"); [ -n "$tag" ]; }
is "a profile has a tag" gives 200 "$mentee" GET /api/v1/me
is "… in its head" tag_is
is "… and need not be sent again" gives 304 "$mentee" GET /api/v1/me "" "If-None-Match: $tag"
me='{"name":"Dana Rowe","zone":"Europe/Oslo","languages":"English","theme":"dark"}'
is "who read it last may change it" gives 200 "$mentee" POST /api/v1/me "$me" "If-Match: $tag"
is "… and gets the tag of what is there now" sh -c '! grep -qiF "$1" "$2"' - "$tag" "$work/head"
is "who read it before is told" gives 412 "$mentee" POST /api/v1/me '{"name":"Dana Rye","zone":"Europe/Oslo","languages":"English","theme":"dark"}' "If-Match: $tag"
is "… with what is there now" shows '"present":{"id":'
is "… as the first one left it" shows '"name":"Dana Rowe"'
is "… and its tag" tag_is
is "the profile is still the first one's" gives 200 "$mentee" GET /api/v1/me
is "… under the same tag" heads "ETag: $tag"
is "with that tag the second goes through" gives 200 "$mentee" POST /api/v1/me '{"name":"Dana Rye","zone":"Europe/Oslo","languages":"English","theme":"dark"}' "If-Match: $tag"
is "without a tag nobody asks" gives 200 "$mentee" POST /api/v1/me "$me"
is "any version will do for a star" gives 200 "$mentee" POST /api/v1/me "$me" 'If-Match: *'
is "a programme has a tag" gives 200 "$coordinator" GET /api/v1/programmes/operation-code
is "… in its head" tag_is
read=$tag
is "a service is added under it" gives 200 "$coordinator" POST /api/v1/programmes/operation-code/services '{"name":"Portfolio review","hint":"Half an hour","position":9}' "If-Match: $read"
is "… and stands in the answer" shows '"name":"Portfolio review"'
is "… whose tag" tag_is
is "… is the one that a reader gets" gives 304 "$coordinator" GET /api/v1/programmes/operation-code "" "If-None-Match: $tag"
is "a second one under the old tag is refused" gives 412 "$coordinator" POST /api/v1/programmes/operation-code/services '{"name":"Another","position":9}' "If-Match: $read"
is "a mentor's record has a tag" gives 200 "$mentor" GET /api/v1/programmes/operation-code/mentor
is "… in its head" tag_is
is "a record is changed under it" gives 200 "$mentor" POST /api/v1/programmes/operation-code/mentor '{"mentor_skills":["Python"],"mentor_services":["code-review"],"capacity":3}' "If-Match: $tag"
is "… once" gives 412 "$mentor" POST /api/v1/programmes/operation-code/mentor '{"mentor_skills":["Python"],"mentor_services":["code-review"],"capacity":2}' "If-Match: $tag"
rounds=/api/v1/programmes/made-tech/rounds
dates='"mentee_opens":"2199-01-01","mentee_closes":"2199-02-01","mentee_places":7'
is "a round is planned" gives 201 "$coordinator" POST $rounds "{\"name\":\"Later\",$dates}"
round=$(member round)
is "a round has a tag" gives 200 "$coordinator" GET "$rounds/$round"
is "… in its head" tag_is
is "a round is changed under it" gives 200 "$coordinator" POST "$rounds/$round" "{\"name\":\"Spring\",$dates}" "If-Match: $tag"
is "… once" gives 412 "$coordinator" POST "$rounds/$round" "{\"name\":\"Autumn\",$dates}" "If-Match: $tag"
is "… and is told how it stands" shows '"name":"Spring"'
is "a volunteer record that is not there has no tag" gives 412 "$mentee" POST /api/v1/programmes/operation-code/mentor/apply '{"mentor_services":["code-review"],"capacity":1,"accepted":true}' 'If-Match: *'
is "a stale act on a request says how it stands" gives 412 "$coordinator" POST "/api/v1/requests/$id/close" '{"reason":"Solved in the chat."}' 'If-Match: "1"'
is "… there too" shows '"state":"closed"'

is "the description is there" gives 200 "" GET /openapi.json
is "… as OpenAPI 3.1" shows '"openapi":"3.1.0"'
{ cat "$work/body"; echo; } > "$work/described"
"$mentord" openapi --base-url "$api" > "$work/printed"
is "… the same on the command line" cmp -s "$work/described" "$work/printed"
is "the page for people who write programs is there" gives 200 "" GET /api
is "… and explains each code" shows 'id="request-taken"'
is "the process says that it lives" gives 200 "" GET /healthz
is "the server says that it can work" gives 200 "" GET /readyz
is "… and how long its oldest job has been due, and that none is held too long" shows '"jobs_held_too_long":0'
is "its numbers are for whoever knows the monitor's token" gives 401 "" GET /metrics
is "… no other" gives 401 watching-that-server GET /metrics
is "… and no member's" gives 401 "$coordinator" GET /metrics
is "a monitor reads them" gives 200 watching-this-server GET /metrics
is "… among them the oldest due job" shows 'mentord_jobs_oldest_due_seconds 0'
is "… and those that are held too long" shows 'mentord_jobs_held_too_long 0'
is "… the outbox" shows '# TYPE mentord_outbox_oldest_seconds gauge'
is "… and the requests that wait, by age" shows 'mentord_requests_open{age="72h"} 4'
is "… how long those that were claimed had waited" shows '# TYPE mentord_claim_seconds gauge'
is "… how long answers took, by route and kind of status" shows 'mentord_http_request_duration_seconds_count{route="api_me",code="2xx"} '
is "… those of the other web process as well" shows 'mentord_http_request_duration_seconds_bucket{route="metrics_show",code="4xx",le="+Inf"} 3'
# The list of UX.md 15, and whatever the shipped rules ask for.
for metric in mentord_build_info mentord_http_request_duration_seconds mentord_requests_open mentord_claim_seconds mentord_outbox_pending \
	mentord_outbox_oldest_seconds mentord_mail_failures_total; do
	is "… and $metric, as it is called where monitors are told of it" shows "# TYPE $metric "
done
for metric in $(grep -o 'mentord_[a-z_]*' docs/alerts.yaml | sed 's/_bucket$//; s/_count$//' | sort -u); do
	is "… and $metric, for which there is a rule" shows "# TYPE $metric "
done
is "… nobody's name" lacks_all 'demo.example' 'OC-' 'operation-code'

is "tokens are listed without their secrets" says 0 token list --dir "$api_dir" --as mentor3@demo.example
is "… with their scope" has read
gone=$(printf '%s' "$said" | cut -d' ' -f1)
is "a token is revoked" says 0 token revoke --dir "$api_dir" --as mentor3@demo.example "$gone"
is "… at once" gives 401 "$reader" GET /api/v1/me
is "the command line shows the same request" says 0 request show --dir "$api_dir" --as coordinator@demo.example "$id"
is "… in words" has "closed"
is "a person who may not see it finds nothing" says 4 request show --dir "$api_dir" --as mentor5@demo.example "$id"
is "members are listed" says 0 person list --dir "$api_dir" --as coordinator@demo.example --programme operation-code --limit 3 --json
is "… one object a line" end_with 3 "$(printf '%s\n' "$said" | grep -c '^{"id"')"
is "a list for coordinators alone says so" says 6 person list --dir "$api_dir" --as mentee2@demo.example --programme operation-code

# Links that sign in hold a secret in their address: walked through, so that a log that wrote addresses would show it (private.sh).
link=$("$mentord" login-link --dir "$api_dir" --base-url "$api" mentee2@demo.example)
is "a printed link opens" end_with 200 "$(curl -s -o "$work/body" -w '%{http_code}' "$link")"
link=${link##*token=}
is "… a search in words of somebody too" gives 200 "$coordinator" GET '/api/v1/programmes/operation-code/people?q=Dana%20Rowe'

kill "$api_server"
wait "$api_server" 2>/dev/null
