# From an empty folder by the command line and the ready files alone: each programme is made, opens its window, takes twenty people in many scripts and
# zones, decides, closes, and everybody is told. The folder has a demo's clock, so that a window can close. Sourced by run.

communities=$work/communities quick=$build/mentord
mkdir -m 700 "$communities"
moment="1795510800000000 $(date +%s)000000 runs"    # shows 24 November 2026, 09:00 UTC
printf '%-63s\n%-63s\n' "$moment" "$moment" > "$communities/demo-clock"
chmod 600 "$communities/demo-clock"
people() {    # name, zone, language
	cat <<- 'PEOPLE'
	Łukasz Europe/Warsaw pl
	José America/Bogota es
	Ngozi Africa/Lagos en
	Оксана Europe/Kyiv uk
	Борис Europe/Sofia bg
	Айгуль Asia/Almaty kk
	ليلى Africa/Cairo ar
	سامي Asia/Riyadh ar
	نور Asia/Amman ar
	अनिता Asia/Kolkata hi
	रवि Asia/Kathmandu ne
	मीना Asia/Kolkata hi
	李雨桐 Asia/Shanghai zh
	王小明 Asia/Taipei zh
	陈静 Asia/Singapore zh
	김서연 Asia/Seoul ko
	박지훈 Asia/Seoul ko
	さくら Asia/Tokyo ja
	Zoë Pacific/Auckland en
	Tāne Pacific/Chatham en
	PEOPLE
}
answers_to() {    # answers_to PROGRAMME NAME LANGUAGE: of a mentee
	case $1 in
	open-source) printf '{"level":"2","goals":"%s wants to read the code of others without fear.","focus":["Code"],"hours":"3 to 5","preferred":"%s","preferred_level":"fluent","english":"Fluent","other_language":"No","terms":true}' "$2" "$3" ;;
	made-tech) printf '{"aims":"%s would like to write tests before the code.","languages":"Ruby","pairing":"Never","week":[2]}' "$2" ;;
	juniordev-sg) printf '{"areas":["Interviews"],"now":"%s works in a small team, on the front end.","hope":"To ask for what is needed, and what comes next.","tuesdays":"All of them","spoken":"%s","spoken_level":"fluent","group_wish":"Any group"}' "$2" "$3" ;;
	esac
}
by() { who=$1; shift; "$quick" "$@" --dir "$communities" --as "$who@example.org" --programme "$slug"; }
each_person() {    # each_person COMMAND: with number, name, zone and language of each; fails if one does
	number=0 bad=0
	while read -r name zone language; do
		number=$((number + 1))
		"$1" "p$number" "$name" "$zone" "$language" > "$work/one" 2>&1 || { bad=$((bad + 1)); said="$name: $(cat "$work/one")"; }
	done <<- LIST
	$(people)
	LIST
	[ "$bad" -eq 0 ]
}
comes() { by cora person add --name "$2" --email "$1@example.org" --zone "$3"; }
applies() {
	by "$1" document accept --slug conduct --version 1 --accepted && by "$1" application send --side mentee --answers "$(answers_to "$slug" "$2" "$4")"
}
asks() {
	by "$1" document accept --slug conduct --version 1 --accepted &&
		by "$1" request create --service code-review --skills Python --title "$2 asks for a second pair of eyes" --details "It is a parser, and nobody has looked at it but me until now."
}
window_state() { by cora round list --json | grep -q "\"side\":\"mentee\",\"state\":\"$1\""; }
decides() {    # the first six are offered a place, four wait, the others are refused
	row=0 bad=0
	for id in $(by cora application list --side mentee --limit 100 --json | sed -n 's/^{"id":"\([^"]*\)".*/\1/p' | tac); do
		row=$((row + 1))
		how='refuse --reason criteria'
		[ $row -gt 10 ] || how=wait-list
		[ $row -gt 6 ] || how=offer
		by cora application take "$id" > /dev/null && by cora application score --score 3 --words "As it was read." "$id" > /dev/null &&
			by cora application decide --decision $how "$id" > /dev/null || bad=$((bad + 1))
	done
	[ $row -eq 20 ] && [ $bad -eq 0 ]
}
accepts() { for one in p1 p2 p3 p4 p5 p6; do by $one application accept --side mentee > /dev/null || return 1; done; }
closes() { by cora round settle "$(by cora round list --json | sed -n 's/.*"id":"\([^"]*\)".*"side":"mentee".*/\1/p')"; }
told() {    # told KIND COUNT: so many letters of that kind were written, in all programmes
	[ "$("$quick" letters list --dir "$communities" --json | grep -c "\"kind\":\"$1\"")" -eq "$2" ]
}
closes_all() {
	row=0
	for id in $(by cora request list --limit 100 --json | sed -n 's/^{"id":"\([^"]*\)".*/\1/p'); do
		"$quick" request close --dir "$communities" --as cora@example.org --reason "Answered in the open channel." "$id" > /dev/null && row=$((row + 1))
	done
	[ $row -eq 20 ]
}

for slug in open-source made-tech juniordev-sg operation-code; do
	is "$slug is made of its file" says 0 programme apply --dir "$communities" "programmes/$slug.yaml"
	is "… Cora coordinates it" says 0 admin create --dir "$communities" --programme "$slug" --name Cora cora@example.org
	is "… twenty people come in many scripts and zones" each_person comes
done
log=$work/communities.err start serve --dir "$communities"
for slug in open-source made-tech juniordev-sg; do
	is "F037 $slug: a round is planned by the command line" by cora round plan --name Winter --criteria "Whoever can come." --mentee-opens 2026-11-23 --mentee-closes 2026-12-05 --mentee-places 6 > /dev/null
	round=$(by cora round list --json | sed -n 's/.*"round":"\([^"]*\)".*/\1/p')
	is "… read there" by cora round show "$round" > /dev/null
	is "… and changed" by cora round edit --name Winter --criteria "Whoever can come to it." --mentee-opens 2026-11-23 --mentee-closes 2026-12-05 --mentee-places 6 "$round" > /dev/null
	is "… and its window opens by itself" within 100 window_state open
	is "F039 … twenty apply" each_person applies
	is "F044 F046 … are read, scored and decided" decides
	[ "$slug" = made-tech ] || is "… six accept their places" accepts    # there, an offer is a place at once
done
is "F040 each of the sixty has a receipt" within 50 told L19 60
is "… the twelve who are asked an offer" told L23 12
is "… and thirty a reason" told L24 30
slug=operation-code
is "F054 operation-code: twenty ask" each_person asks
is "… and each is closed with a reason" closes_all
is "… and told so" within 50 told L12 20
"$quick" clock --dir "$communities" --advance 13d > /dev/null
for slug in open-source made-tech juniordev-sg; do
	is "F048 $slug: its window closes by itself" within 100 window_state settled
done
is "… and the four who waited in each are told" within 50 told L24 42
stop
dir=$communities
is_sound "in a folder with four programmes"
