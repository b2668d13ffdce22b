# Redocly over the description of the API.
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
redocly() { "$node" node_modules/@redocly/cli/bin/cli.js lint --config redocly.yaml "$1"; }
refuses() { ! "$@"; }

"$build/check/mentord" openapi --base-url https://mentors.example.org > "$work/openapi.json"
is "Redocly finds nothing to complain about in the description of the API" redocly "$work/openapi.json"
sed 's/"operationId":"api_me"/"operationId":"api_me_save"/' "$work/openapi.json" > "$work/wrong.json"
is "… and would, were an operation there twice" refuses redocly "$work/wrong.json"
