# Programmes as files (F033), by the command line and served: an empty folder, one file of an invented community, and from asking to fulfilled.
# Hostile files change nothing. Sourced by run.

allotment=tests/programmes/allotment.yaml
programme_dir=$work/programme
survey() {    # survey KEYS: the file with one more survey, whose keys these are; a question follows
	cat "$allotment"
	printf 'surveys:\n  - title: What you need\n    about: So that we know.\n    %s\n    questions:\n' "$1"
}
is "a sound file is sound, without any folder" says 0 programme check "$allotment"
is "… in a sentence" has '"allotment" is sound: a queue with 3 services, 6 skills, 0 affiliations, 1 document'
is "the ready ones are too" says 0 programme check programmes/operation-code.yaml
for ready in open-source made-tech juniordev-sg; do
	is "… $ready" says 0 programme check "programmes/$ready.yaml"
done
is "a file that is not there cannot be read" says 7 programme check "$work/none.yaml"
sed 's/mentor.capacity: "2"/mentor.capacity: "99"/; s/^mark: AN/mark: an/; s/wait.bump_h/wait.bumb_h/' "$allotment" > "$work/wrong.yaml"
is "a wrong file is a check that came out false" says 1 programme check "$work/wrong.yaml"
is "… with all that is wrong" end_with 3 "$(printf '%s\n' "$said" | wc -l)"
is "… where it stands and what was expected" has "$work/wrong.yaml:$(grep -n mentor.capacity "$work/wrong.yaml" | cut -d: -f1):20: mentor.capacity is a whole number from 1 to 20, not \"99\""
is "… and what was meant" has 'did you mean "wait.bump_h"?'
is "… as objects for programs" says 1 programme check --json "$work/wrong.yaml"
is "… one a line" end_with 3 "$(printf '%s\n' "$said" | grep -c '^{"file":.*,"line":[0-9]*,"column":[0-9]*,"words":".*"}$')"
is "apply refuses it as bad input" says 3 programme apply --dir "$programme_dir" "$work/wrong.yaml"
is "… before anything is made" test ! -e "$programme_dir"

is "diff says what apply would do" says 0 programme diff --dir "$programme_dir" "$allotment"
is "… in words" has '"allotment" would be made:'
is "… and does nothing" says 0 programme list --dir "$programme_dir"
is "… at all" end_with "" "$said"
is "apply makes it" says 0 programme apply --dir "$programme_dir" "$allotment"
is "applied again it changes nothing" says 0 programme apply --dir "$programme_dir" "$allotment"
is "… and says so" has 'Nothing to change: "allotment" is as the file says'
is "it is listed" says 0 programme list --dir "$programme_dir" --json
is "… with its version" end_with '{"slug":"allotment","name":"Allotment neighbours","shape":"queue","version":1}' "$said"
is "somebody becomes its coordinator" says 0 admin create --dir "$programme_dir" cora@example.org --name "Cora Lind" --programme allotment
is "… whose address must be one" says 3 admin create --dir "$programme_dir" cora --name "Cora Lind"
is "… in a sentence" has 'email: Write an address like name@example.org.'
is "… and the programme be there" says 4 admin create --dir "$programme_dir" cora@example.org --name "Cora Lind" --programme alotment
by_cora="--dir $programme_dir --as cora@example.org --programme allotment"
is "she adds a mentee" says 0 person add $by_cora --name "Dana Reis" --email dana@example.org --zone Europe/Lisbon
is "… and a mentor" says 0 person add $by_cora --name "Ana Sol" --email ana@example.org --zone Europe/Lisbon

# Served: a page and a program.
log=$work/programme.err start serve --dir "$programme_dir"
token_for() { "$mentord" token create --dir "$programme_dir" --as "$1@example.org"; }
program() {    # program TOKEN PATH BODY: $said
	said=$(curl -s -w ' %{http_code}' -H "Authorization: Bearer $1" -H 'Content-Type: application/json' ${3:+--data-raw "$3"} "http://127.0.0.1:$port/api/v1$2")
}
answers() { want=$1; shift; program "$@"; has " $want"; }
dana=$(token_for dana) ana=$(token_for ana)
is "Ana volunteers and is a mentor at once, as the file says" answers 201 "$ana" /programmes/allotment/mentor/apply '{"mentor_skills":["Compost"],"mentor_services":["bed-visit","seed-swap"],"capacity":2}'
is "… by the programme's own skill" has '"Compost"'
is "Dana asks for one of its own services" answers 201 "$dana" /programmes/allotment/requests '{"service":"bed-visit","skills":["compost heap"],"details":"It is all bare since May, and the slugs are to blame."}'
is "… under its own mark" has '"number":"AN-1"'
id=$(printf '%s' "$said" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
is "another community's service is none here" answers 422 "$dana" /programmes/allotment/requests '{"service":"code-review","details":"It is all bare since May, and the slugs are to blame."}'
sed 's/wait.bump_h: "24"/wait.bump_h: "30"/; s/name: Visit at your bed/name: Bed visit/; s/Whoever leaves last/Who leaves last/' "$allotment" > "$work/changed.yaml"
is "diff says on how much a change acts" says 0 programme diff --dir "$programme_dir" "$work/changed.yaml"
is "… requests that wait" has '  setting wait.bump_h (Hours until mentors are reminded): “24” becomes “30”; acts on 1 waiting request'
is "… and those under way" has '  service bed-visit, name: “Visit at your bed” becomes “Bed visit”; acts on 1 request under way'
is "… and the line of a document" has '“The gate is locked at dusk. Who leaves last closes the shed, too.”'
is "a change is applied while it is served" says 0 programme apply --dir "$programme_dir" "$work/changed.yaml"
is "… and the server shows it" within 50 answers 200 "$dana" /programmes/allotment
has_new_name() { program "$dana" /programmes/allotment; has '"Bed visit"'; }
is "… at once" within 50 has_new_name
is "Ana claims it" answers 200 "$ana" "/requests/$id/claim" '{}'
is "… writes" answers 200 "$ana" "/requests/$id/attempts" '{"way":"chat","words":"Saturday at ten?"}'
is "… and closes it as held" answers 200 "$ana" "/requests/$id/fulfil" '{"outcome":"held","next_steps":"Sow again in March."}'
is "… which Dana reads" answers 200 "$dana" "/requests/$id"
is "… with what comes next" has 'Sow again in March.'
stop
is "the server ends well" end_with 0 "$code"

is "what was changed is exported" says 0 programme export --dir "$programme_dir" allotment
printf '%s\n' "$said" > "$work/exported.yaml"
is "… as a sound file" says 0 programme check "$work/exported.yaml"
is "… with the change" grep -q 'name: Bed visit' "$work/exported.yaml"
is "… that changes nothing" says 0 programme apply --dir "$programme_dir" "$work/exported.yaml"
is "… at all" has 'Nothing to change'
survey 'slug: needs
    for: members
    areas: "yes"' > "$work/surveys.yaml"
printf '      - { key: grows, kind: choices, words: What grows?, choices: [Beans, Slugs] }\n      - { key: week, kind: week, words: When are you there? }\n' >> "$work/surveys.yaml"
is "a survey is a part of the file" says 0 programme check "$work/surveys.yaml"
is "… that is counted" has '1 document, 1 survey'
is "… and applied" says 0 programme apply --dir "$programme_dir" "$work/surveys.yaml"
is "… exported" says 0 programme export --dir "$programme_dir" allotment
is "… with its questions" has 'words: "When are you there?"'
is "she plans it by its name alone" says 0 survey plan $by_cora --questionnaire needs --opens 2026-11-01 --first-days 7 --last-days 2 --json
survey=$(printf '%s' "$said" | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
is "… opens it" says 0 survey open $by_cora "$survey"
is "… Dana answers" says 0 survey send --dir "$programme_dir" --as dana@example.org --programme allotment --answers '{"grows":["Slugs"]}' "$survey"
sed -i 's/words: What grows?/words: What comes up?/' "$work/surveys.yaml"
is "diff says on what a new wording acts" says 0 programme diff --dir "$programme_dir" "$work/surveys.yaml"
is "… what is open, and what was answered" has '  survey needs.grows, words: “What grows?” becomes “What comes up?”; acts on 1 open survey that keeps its questions, 1 answer that keeps its words'
is "… which holds" says 0 programme apply --dir "$programme_dir" "$work/surveys.yaml"
is "… what is open keeps its version" says 0 survey results $by_cora --json "$survey"
is "… though there is a newer one" has '"version":1,"newest_version":2'
is "… until she says otherwise" says 0 survey renew $by_cora --json "$survey"
is "… when it asks that" has '"version":2,"newest_version":2'
is "… which is listed" says 0 survey forms $by_cora
is "an older version is exported, too" says 0 programme export --dir "$programme_dir" allotment --number 1
is "… as it was" has 'name: Visit at your bed'
is "one that never was is not found" says 4 programme export --dir "$programme_dir" allotment --number 99
is "a programme is copied without its people" says 0 programme copy --dir "$programme_dir" allotment --slug roofs --name "Roof gardens" --mark RG
is "… once" says 3 programme copy --dir "$programme_dir" allotment --slug roofs --name "Roof gardens" --mark RG
is "… and is as the other one" says 0 programme export --dir "$programme_dir" roofs
is "… but for its name" has 'mark: RG'
dir=$programme_dir
is_sound "after all that"

# Files that nobody should send, the last ones with surveys and forms: each is refused with a line, none changes anything, and none takes long or much.
hostile_most=76
asks() { survey 'slug: needs
    for: members'; printf '      - { key: one, kind: text, words: Why? }\n      - { %s }\n' "$1"; }    # asks QUESTION: its second one
repeat() { i=0; while [ $i -lt "$1" ]; do printf "$2" $i; i=$((i + 1)); done; }    # repeat NUMBER FORMAT
hostile() {    # hostile NUMBER: a file on stdout
	case $1 in
	1) ;;
	2) head -c 10485760 /dev/zero | tr '\0' '#' ;;
	3) head -c 1000000 /dev/zero | tr '\0' '[' ;;
	4) head -c 1000000 /dev/zero | tr '\0' '{' ;;
	5) head -c 200000 /dev/urandom ;;
	6) printf 'slug: \377\376\n' ;;
	7) printf 'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n' ;;
	8) printf 'slug: &s { again: *s }\n' ;;
	9) yes -- '- x' | head -n 300000 ;;
	10) printf 'a:\n'; yes '  - - - - - - - - - - x' | head -n 1000 ;;
	11) printf '%s\n' '--- a' '--- b' ;;
	12) printf '%%YAML 9.9\n---\nslug: x\n' ;;
	13) printf '? { a: b }\n: c\n' ;;
	14) printf 'slug: !!python/object:os.system x\n' ;;
	15) printf 'slug: "\\U0010FFFF\\x00"\n' ;;
	16) printf '\357\273\277' ;;
	17) cat "$allotment"; cat "$allotment" ;;
	18) sed 's/^  /\t/' "$allotment" ;;
	19) sed 's/^  - /  -/' "$allotment" ;;
	20) head -c 700 "$allotment" ;;
	21) sed 's/^slug: .*/slug: ..\/..\/etc\/passwd/' "$allotment" ;;
	22) sed "s/^name: .*/name: \"a\\\\u202Eb\"/" "$allotment" ;;
	23) sed 's/^zone: .*/zone: \/etc\/passwd/' "$allotment" ;;
	24) sed 's/^shape: .*/shape: [queue]/' "$allotment" ;;
	25) sed 's/slug: gate/slug: gate\n    file: ..\/..\/..\/etc\/passwd/' "$allotment" ;;
	26) sed 's/^    text: |/    file: \/etc\/passwd\n    was: |/' "$allotment" ;;
	27) sed 's/^settings:/settings: none\nother:/' "$allotment" ;;
	28) sed 's/t04.1: "36"/t04.1: "99999999999999999999"/' "$allotment" ;;
	29) sed 's/t04.1: "36"/t04.1: "-1"/' "$allotment" ;;
	30) sed 's/t04.1: "36"/t04.1: 0x24/' "$allotment" ;;
	31) sed 's/day: 2026-12-25/day: 2026-13-45/' "$allotment" ;;
	32) sed 's/day: 2026-12-25/day: 2026-12-08/' "$allotment" ;;
	33) sed 's/name: Soil/name: composting/' "$allotment" ;;
	34) sed 's/slug: seed-swap/slug: bed-visit/' "$allotment" ;;
	35) sed 's/name: Seed swap/name: VISIT at your bed/' "$allotment" ;;
	36) sed 's/kind: L01/kind: L52/' "$allotment" ;;
	37) sed 's/{wait}/{password}/' "$allotment" ;;
	38) sed 's/](link)/](javascript:alert)/' "$allotment" ;;
	39) sed "s/^summary: .*/summary: $(head -c 3000 /dev/zero | tr '\0' x)/" "$allotment" ;;
	40) sed '/^services:/,/^$/d' "$allotment" ;;
	41) sed 's/^skills:/skills: Soil\nwas:/' "$allotment" ;;
	42) sed 's/^services:/services: []\nwas:/' "$allotment" ;;
	43) sed 's/^mark: AN/mark: AN-/' "$allotment" ;;
	44) sed 's/affiliation.mode: "off"/affiliation.mode: require/' "$allotment" ;;
	45) sed 's/wait.ask_h: "48"/wait.ask_h: "12"/' "$allotment" ;;
	46) sed 's/^slug: allotment/slug: allotment\nslug: allotment/' "$allotment" ;;
	47) cat "$allotment"; printf 'skills:\n'; i=0; while [ $i -lt 6000 ]; do echo "  - { area: A, name: n$i }"; i=$((i + 1)); done ;;
	48) sed 's/^  - { area: Beds, name: Soil }/  - { area: Beds, name: Soil, aliases: { a: b } }/' "$allotment" ;;
	49) sed 's/clock.week: tue-sat/clock.week: tue - sat/' "$allotment" ;;
	50) sed 's/slack/x/; s/^  mentor.approval: auto/  slack.room: "C0OK, not a room"/' "$allotment" ;;
	51) survey 'slug: 0s8abp6g2hs3p
    for: members'; echo '      - { key: one, kind: text, words: Why? }' ;;
	52) survey 'slug: ../../etc/passwd
    for: members'; echo '      - { key: one, kind: text, words: Why? }' ;;
	53) survey 'slug: needs
    for: everybody'; echo '      - { key: one, kind: text, words: Why? }' ;;
	54) survey 'slug: needs
    for: members
    areas: 1'; echo '      - { key: one, kind: text, words: Why? }' ;;
	55) asks 'key: two, kind: people, words: Whom?' ;;
	56) asks 'key: seen, kind: text, words: Why?' ;;
	57) asks 'key: two, kind: text, words: Why?, least: 99999999999999999999' ;;
	58) asks 'key: two, kind: text, words: Why?, most: -1' ;;
	59) asks 'key: two, kind: text, words: "Wh\u202Ey?"' ;;
	60) asks 'key: two, kind: text, words: ~' ;;
	61) asks 'key: two, kind: text, words: [Why?]' ;;
	62) asks 'key: two, kind: choice, words: Which?, choices: { a: b }' ;;
	63) asks "key: two, kind: choice, words: Which?, choices: [$(repeat 41 'c%d, ') x]" ;;
	64) asks "key: two, kind: choice, words: Which?, choices: [$(head -c 5000 /dev/zero | tr '\0' x), y]" ;;
	65) asks "key: two, kind: choice, words: Which?, choices: $(head -c 2000 /dev/zero | tr '\0' '[')" ;;
	66) asks 'key: two, kind: text, words: Why?, surveys: [ { slug: inner } ]' ;;
	67) asks "key: two, kind: text, words: Why?, help: $(printf '\377')" ;;
	68) survey 'slug: needs
    for: members'; repeat 61 '      - { key: q%d, kind: text, words: Why? }\n' ;;
	69) cat "$allotment"; echo 'surveys:'; repeat 21 '  - { slug: s%d, title: More, about: So that we know., for: members }\n' ;;
	70) cat "$allotment"; echo 'surveys:'; repeat 2 '  - { slug: same, title: More, about: So that we know., for: members }\n' ;;
	71) cat "$allotment"; echo 'surveys: { slug: needs, title: More, about: So that we know., for: members }' ;;
	72) cat "$allotment"; echo 'surveys: &s [ *s ]' ;;
	73) cat "$allotment"; printf 'surveys:\n  - &s { slug: needs, title: More, about: So that we know., for: members }\n  - { <<: *s, slug: more }\n' ;;
	74) cat "$allotment"; printf 'surveys:\n  - { slug: needs, title: More, for: members, about: "%s" }\n' "$(head -c 9000 /dev/zero | tr '\0' x)" ;;
	75) cat "$allotment"; printf 'forms:\n  - slug: mentee\n    title: Come in\n    questions: &q\n      - { key: one, kind: text, words: Why? }\n  - { slug: mentor, title: Teach, questions: *q }\n' ;;
	76) cat "$allotment"; echo 'surveys:'; repeat 30000 '  - { slug: s%d, title: More, about: Why., for: members }\n' ;;
	esac
}
before=$("$mentord" programme export --dir "$programme_dir" allotment | md5sum)
refused=0 told=0 quick=0 bounded=0
for number in $(seq 1 $hostile_most); do
	hostile "$number" > "$work/hostile.yaml"
	from=$(date +%s%N)
	said=$(ulimit -v unlimited; "$mentord" programme apply --dir "$programme_dir" "$work/hostile.yaml" 2>&1)
	[ $? -eq 3 ] && refused=$((refused + 1)) || echo "NOT refused: hostile file $number: $said"
	printf '%s\n' "$said" | grep -q "^$work/hostile.yaml:[0-9]*:[0-9]*: ." && told=$((told + 1)) || echo "NOT told: hostile file $number: $said"
	[ $((($(date +%s%N) - from) / 1000000)) -lt 10000 ] && quick=$((quick + 1))
	# the same in the released program, which may have 128 MB in all: it says what is wrong, and does not end for want of memory
	(ulimit -v 131072; "$build/mentord" programme check "$work/hostile.yaml") > "$work/one" 2>&1
	[ $? -eq 1 ] && grep -q "^$work/hostile.yaml:[0-9]*:[0-9]*: ." "$work/one" && bounded=$((bounded + 1)) || echo "NOT bounded: hostile file $number: $(head -c 300 "$work/one")"
done
is "hostile files are refused" end_with $hostile_most "$refused"
is "… each with a line" end_with $hostile_most "$told"
is "… without being worked on for long" end_with $hostile_most "$quick"
is "… in bounded memory" end_with $hostile_most "$bounded"
is "… and nothing is changed" end_with "$before" "$("$mentord" programme export --dir "$programme_dir" allotment | md5sum)"
