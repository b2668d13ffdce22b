/* The authorisation matrix, made from the route rows: every route x who asks x which thing. What a cell must answer follows from the
 * row and from the bits that the actor has by the fixture; nothing is listed by hand, so a new row is judged at once. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/route.h"
#include "formats/id.h"
#include "story.h"

#include <stdlib.h>

enum { CASES_MAX = 8, PATH_MAX_BYTES = 400 };

/* Who asks; NULL actor = signed out. */
struct cell_actor {
	const char *label, *name;
};

static const struct cell_actor actors[] = {
	{ "anonymous", NULL }, { "stranger", "Stranger" }, { "member", "Mona" }, { "mentee", "Dana" }, { "mentor", "Ana" }, { "another mentor", "Bo" },
	{ "coordinator", "Cora" }, { "escalation contact", "Ed" }, { "admin", "Ida" }, { "safety responder", "Sue" }, { "reviewer", "Rita" },
	{ "coordinator, one factor only", "Otto" }, { "escalation contact, one factor only", "Olga" }, { "admin, one factor only", "Ian" },
	{ "safety responder, one factor only", "Sid" },
	{ "second factor to come", "Hal" },
};

/* Which thing: the named one of this programme, one of another programme, none at all. */
static const char *const request_things[] = { "OPEN", "CLAIMED", "CLOSED", "FOREIGN", "MISSING" };
static const char *const person_things[] = { "Dana", "Ana", "Mona", "Foreigner", "MISSING" };

static int64_t
id_of(struct tale *t, const char *name)
{
	struct actor *actor = tale_actor(t, str_from(name));

	if (strcmp(name, "MISSING") == 0)
		return INT64_C(123456789012);
	return actor != NULL ? actor->id.value : tale_thing(t, str_from(name));
}

/* What stands for a part of a path whose value is the same for whatever thing. */
static struct str
part_for(struct tale *t, struct str part)
{
	static const struct {
		const char *part, *word;
	} words[] = { { ":p", "operation-code" }, { ":step", "service" }, { ":kind", "L01" }, { ":number", "1" }, { ":slug", "mission" }, { ":side", "mentee" }, { ":form", "survey-needs" } };

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		if (str_equal(part, str_from(words[i].part)))
			return str_from(words[i].word);
	if (str_equal(part, S(":report")))
		return t->report;
	if (str_equal(part, S(":file")))
		return t->brought;
	if (str_equal(part, S(":application")))
		return t->application;
	if (str_equal(part, S(":survey")))
		return t->survey;
	if (str_equal(part, S(":opening")))
		return t->opening;
	if (str_equal(part, S(":round")))
		return str_head(t->cohort, str_find(t->cohort, '/'));
	if (str_equal(part, S(":intake")))
		return str_head(t->window, str_find(t->window, '/'));
	return str_equal(part, S(":mail")) ? id_print(t->arena, tale_thing(t, S("MAIL"))) : part;
}

static struct str
path_for(struct tale *t, const struct route *route, const char *thing)
{
	struct str rest = route->path, part;
	struct buf path = buf_new(t->arena, PATH_MAX_BYTES);
	bool is_first = true;

	while (str_next(&rest, '/', &part)) {
		if (!is_first)
			buf_char(&path, '/');
		is_first = false;
		if (str_equal(part, S(":id")))
			buf_add(&path, id_print(t->arena, id_of(t, thing)));
		else
			buf_add(&path, part_for(t, part));
	}
	return buf_str(&path);
}

static bool
is_one_of(const char *word, const char *a, const char *b)
{
	return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

#define IN (WHO_ANYONE | WHO_SIGNED_IN | WHO_MEMBER | WHO_FRONT)    /* this programme shows its front to members alone */

/* The bits that the fixture gives an actor in the programme, and towards its requests: all are Dana's; CLAIMED and CLOSED are Ana's. */
static const struct standing {
	const char *label;
	unsigned in, towards_open, towards_taken;
} standings[] = {
	{ "anonymous", WHO_ANYONE, 0, 0 },
	{ "second factor to come", WHO_ANYONE | WHO_HALF, 0, 0 },
	{ "stranger", WHO_ANYONE | WHO_SIGNED_IN, 0, 0 },
	{ "admin", WHO_ANYONE | WHO_SIGNED_IN | WHO_ADMIN, 0, 0 },
	{ "admin, one factor only", WHO_ANYONE | WHO_SIGNED_IN, 0, 0 },
	{ "member", IN, WHO_ONLOOKER, 0 },
	{ "a member", IN, WHO_ONLOOKER, 0 },
	{ "mentee", IN | WHO_MENTEE, WHO_OWNER | WHO_SEES, WHO_OWNER | WHO_SEES },
	{ "mentor", IN | WHO_MENTOR | WHO_APPLICANT, WHO_SEES, WHO_CLAIMER | WHO_SEES },
	{ "another mentor", IN | WHO_MENTOR | WHO_APPLICANT, WHO_SEES, WHO_LATE },
	{ "coordinator", IN | WHO_COORDINATOR, WHO_SEES, WHO_SEES },
	{ "escalation contact", IN | WHO_ESCALATION, WHO_SEES, WHO_SEES },
	{ "safety responder", IN | WHO_SAFETY, WHO_ONLOOKER, 0 },
	{ "reviewer", IN | WHO_REVIEWER, WHO_ONLOOKER, 0 },
	{ "safety responder, one factor only", IN, WHO_ONLOOKER, 0 },
	{ "coordinator, one factor only", IN, WHO_ONLOOKER, 0 },
	{ "escalation contact, one factor only", IN, WHO_ONLOOKER, 0 },
};

static const struct standing *
standing_of(const char *label)
{
	for (size_t i = 0; i < ARRAY_LENGTH(standings); i++)
		if (strcmp(standings[i].label, label) == 0)
			return &standings[i];
	check(!"a label without a standing");
	return NULL;
}

/* The role that a second factor would open, if that is all that is missing. */
static const char *
held_back(const char *label)
{
	static const char *const roles[] = { "coordinator", "escalation contact", "admin", "safety responder" };

	for (size_t i = 0; i < ARRAY_LENGTH(roles); i++)
		if (strncmp(label, roles[i], strlen(roles[i])) == 0 && label[strlen(roles[i])] == ',')
			return roles[i];
	return NULL;
}

/* A token was made by somebody who had proved who they are, so it speaks for the whole person. */
static const char *
behind_token(const char *label)
{
	if (held_back(label) != NULL)
		return held_back(label);
	return strcmp(label, "second factor to come") == 0 ? "a member" : label;
}

static unsigned
towards_request(const char *label, const char *thing)
{
	if (strcmp(thing, "OPEN") == 0)
		return standing_of(label)->towards_open;
	return strcmp(thing, "CLAIMED") == 0 || strcmp(thing, "CLOSED") == 0 ? standing_of(label)->towards_taken : 0;
}

/* Profiles: one's own, an active mentor's to members, everybody's to coordinators, the other side of a pair. */
static unsigned
towards_person(const char *label, const char *thing)
{
	const char *own = strcmp(label, "mentee") == 0 ? "Dana" : strcmp(label, "mentor") == 0 ? "Ana" : strcmp(label, "member") == 0 ? "Mona" : "";

	if (!is_one_of(thing, "Dana", "Ana") && strcmp(thing, "Mona") != 0)
		return 0;
	if (strcmp(thing, own) == 0)
		return WHO_SEES | WHO_OWNER;
	if (strcmp(label, "coordinator") == 0 || strcmp(thing, "Ana") == 0)
		return WHO_SEES;
	return strcmp(label, "mentor") == 0 && strcmp(thing, "Dana") == 0 ? WHO_SEES : 0;    /* they were paired */
}

static int
refusal_of(const struct route *route, unsigned bits)
{
	if ((bits & WHO_SIGNED_IN) != 0)
		return route->is_hidden ? 404 : 403;
	if (route->is_api)
		return 401;
	if ((bits & WHO_HALF) != 0)
		return route->method == METHOD_GET || route->again != NULL ? 303 : 403;    /* to the second factor, the form kept */
	return route->method == METHOD_GET ? 303 : 401;
}

/* A mentor is told what became of a request that was on the board, by the acts of those who hold it or may take it. */
static int
refusal_at_request(const struct route *route, unsigned bits, const char *thing)
{
	bool is_taking = (route->who & WHO_MENTOR) != 0, is_holding = (route->who & WHO_CLAIMER) != 0;

	if ((bits & WHO_MENTOR) == 0 || (bits & (WHO_OWNER | WHO_CLAIMER)) != 0 || !(is_taking || is_holding))
		return 403;
	if (strcmp(thing, "CLOSED") == 0)
		return 409;
	return strcmp(thing, "OPEN") == 0 && is_holding ? 409 : 403;
}

/* Who may know of a request without seeing it, by acts alone: late mentors by all of them, all members by those that take it. */
static bool
knows(const struct route *route, unsigned bits)
{
	if ((bits & WHO_SEES) != 0)
		return true;
	if (route->method != METHOD_POST)
		return false;
	return (bits & WHO_LATE) != 0 || ((bits & WHO_ONLOOKER) != 0 && (route->who & WHO_LATE) != 0);
}

static bool
is_about_programme(const struct route *route)
{
	return str_has(route->path, S("/:p")) || (route->is_api && route->thing == A_REQUEST);
}

/* Towards a thing: 404 to whom it is not there. */
static int
wanted_of_thing(const struct route *route, unsigned bits, const char *thing)
{
	if (!knows(route, bits))
		return 404;
	if ((bits & route->who & ((bits & WHO_SEES) != 0 ? ~0u : (unsigned)WHO_LATE)) != 0)
		return 0;
	return route->thing == A_REQUEST && (bits & WHO_SIGNED_IN) != 0 ? refusal_at_request(route, bits, thing) : refusal_of(route, bits);
}

/* 0 = let in (whatever the act itself then says), else the status of the refusal. */
static int
wanted_of(const struct route *route, const char *label, const char *thing)
{
	const char *who = route->is_api ? behind_token(label) : label;
	unsigned bits = standing_of(who)->in;

	if (route->is_signed || route->is_watched)
		return 404;    /* no secret is set: there is no such address, for anybody */

	if (is_about_programme(route) && (route->who & WHO_ANYONE) == 0 && (bits & WHO_MEMBER) == 0)
		return (bits & WHO_SIGNED_IN) == 0 ? refusal_of(route, bits) : 404;
	if (route->thing != NO_THING)
		return wanted_of_thing(route, bits | (route->thing == A_REQUEST ? towards_request(who, thing) : towards_person(who, thing)), thing);
	return (bits & route->who) != 0 ? 0 : refusal_of(route, bits);
}

/* With one factor only, what the role would open leads to the second one; all else is as for who has no role. */
static int
wanted(const struct route *route, const char *label, const char *thing)
{
	int without = wanted_of(route, label, thing);

	if (without == 0 || route->is_api || held_back(label) == NULL || wanted_of(route, held_back(label), thing) != 0)
		return without;
	return route->method == METHOD_GET || route->again != NULL ? 303 : 403;
}

static bool
is_fine(const struct tale *t, int status, const struct route *route)
{
	if (status != 0)
		return t->reply->status == status;
	/* Let in: anything but a refusal by the guard. A form of another browser (no session) is refused as foreign before sign-in. */
	if (t->reply->status == 401 || t->reply->status == 404 || t->reply->status >= 500)
		return false;
	return t->reply->status != 403 || route->method == METHOD_POST;
}

/* Not taken: the refusal in words, or the page of the form once more, which may say that there is nothing to send. */
static bool
is_not_taken(const struct tale *t, const struct route *route)
{
	int status = t->reply->status;

	if (route->again == NULL)
		return status == 403 && str_has(buf_str(&t->reply->body), S("came from another site"));
	return status == 403 || status == 410 || (status == 303 && !str_has(tale_location(t), S("done=")));
}

/* A form that another site makes somebody's browser send, or that carries the token of somebody else, is refused whoever it is. */
static int
try_forged(struct tale *t, const struct route *route, const struct actor *actor, const char *thing)
{
	static const struct {
		const char *site, *origin;
	} from[] = {
		{ "cross-site", "http://127.0.0.1:8080" }, { "same-site", NULL }, { "", NULL }, { "", "null" }, { "", "https://evil.example" },
		{ "", "http://127.0.0.1:8080.evil.example" }, { "same-origin", NULL },
	};
	struct actor forged = *actor;
	int failed = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(from); i++) {
		if (i + 1 == ARRAY_LENGTH(from))
			forged.session = (struct secret){ { 7 } };
		t->site = from[i].site;
		t->origin = from[i].origin;
		tale_post(t, &forged, path_for(t, route, thing), S("nonsense=1"));
		if (!is_not_taken(t, route))
			failed += printf("%.*s was taken from \"%s\", origin \"%s\": %d\n", STR_FORMAT(route->path), t->site,
			    t->origin != NULL ? t->origin : "", t->reply->status) > 0;
	}
	t->site = t->origin = NULL;
	return failed;
}

/* What asks for nothing was done: given back, or closed as unreachable. The next one finds the request held by Ana again. */
static void
put_back(struct tale *t, const struct route *route, const char *thing)
{
	struct str path = str_join(t->arena, 2, (struct str[]){ S("/api/v1/requests/"), id_print(t->arena, tale_thing(t, S("CLAIMED"))) });

	if (route->thing != A_REQUEST || route->method != METHOD_POST || strcmp(thing, "CLAIMED") != 0)
		return;
	tale_post(t, tale_actor(t, S("Dana")), str_join(t->arena, 2, (struct str[]){ path, S("/reply") }), S(""));
	tale_post(t, tale_actor(t, S("Ana")), str_join(t->arena, 2, (struct str[]){ path, S("/claim") }), S(""));
	check(t->reply->status == 200);
}

static int
try_cell(struct tale *t, const struct route *route, const struct cell_actor *who, const char *thing)
{
	const struct actor *actor = who->name == NULL ? NULL : tale_actor(t, str_from(who->name));
	int status = wanted(route, who->label, thing), got;

	/* A second try of a granted act would meet what the first one did; refusals are what this proves, so acts are sent empty
	 * and undone: their forms complain, or the rule does. Those without a form are left to the stories. */
	if (status == 0 && route->method == METHOD_POST && (route->form == NULL || route->form->count == 0))
		return 0;
	if (route->method == METHOD_POST)
		tale_post(t, actor, path_for(t, route, thing), S("nonsense=1"));
	else
		tale_get(t, actor, path_for(t, route, thing));
	got = is_fine(t, status, route) ? 0 : t->reply->status;
	if (t->reply->status < 400)
		put_back(t, route, thing);
	if (got == 0)
		return 0;
	printf("%.*s as %s on %s: expected %d, got %d\n", STR_FORMAT(route->path), who->label, thing, status, got);
	return 1;
}

static int
try_route(struct tale *t, const struct route *route)
{
	const char *const *things = route->thing == A_PERSON ? person_things : request_things;
	size_t count = route->thing == NO_THING ? 1 : ARRAY_LENGTH(request_things);
	bool is_forged = route->is_api || route->method != METHOD_POST;    /* by the first who may: once a route */
	int failed = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(actors); i++)
		for (size_t k = 0; k < count; k++) {
			const struct actor *actor = actors[i].name == NULL ? NULL : tale_actor(t, str_from(actors[i].name));

			if (actor != NULL && !is_forged && wanted(route, actors[i].label, things[k]) == 0) {
				failed += try_forged(t, route, actor, things[k]);
				is_forged = true;
			}
			failed += try_cell(t, route, &actors[i], things[k]);
		}
	return failed;
}

static void
set_up(struct tale *t)
{
	static const char *const steps[] = {
		"given programme other-code", "given members Foreigner", "given mentor Fay with skill Python",
		"given request FOREIGN by Foreigner with Python", "given programme operation-code", "given members Mona", "given mentors Ana, Bo with skill Python",
		"given coordinator Cora", "given escalation Ed", "given request OPEN by Dana with Python", "given request CLAIMED by Dana with Python",
		"as Cora post /api/v1/programmes/{p}/messages group=members subject=Hello body=\"A word to all of you, and no more than that.\" -> 201", "name MAIL as new",
		"given request CLOSED by Dana with Python", "Ana claims CLAIMED -> 303", "Ana claims CLOSED -> 303",
		"Ana fulfils CLOSED held_on=2026-11-16 -> 303",
		"given coordinator Otto", "given escalation Olga", "given members Hal", "given one-factor Otto, Olga, Hal",
		"given responders Sue, Sid", "given one-factor Sid",
		"as Dana post /p/operation-code/report what=\"Something that should not be\" sharing=anonymous -> 200", "as Sue get /p/operation-code/safety -> 200",
		"as Sue get /p/operation-code/safety/{report} -> 200",
		"as Cora post /p/operation-code/coordinate/forms/mentee called=why kind=text words=\"Why you?\" audience=reviewers position=1 -> 303",
		"as Cora post /p/operation-code/coordinate/rounds name=Spring mentee_opens=2026-11-01 mentee_closes=2027-02-20 -> 303", "run due", "given reviewers Rita",
		"as Bo post /p/operation-code/join/mentee why=Because -> 303", "as Cora get /p/operation-code/coordinate/rounds -> 200", "expect page has {window}", "expect page has {cohort}",
		"as Cora get /p/operation-code/review -> 200", "expect page has {application}",
		"as Mona get /p/operation-code/openings -> 200", "as Mona post /p/operation-code/openings round={round} project=Parser url=https://parser.example.org goals=\"Read the grammar, then write the printer.\" places=2 -> 303",
		"as Cora get /p/operation-code/openings -> 200", "as Cora post /p/operation-code/openings/{opening}/decide decision=announce -> 303", "expect page has {opening}",
		"as Cora post /p/operation-code/coordinate/import kind=people file=\"Name,Email{line}Xa,xa@example.org\" -> 303", "as Cora get /p/operation-code/coordinate/import -> 200",
		"as Cora get /p/operation-code/coordinate/import/{file} -> 200",
		"as Cora post /p/operation-code/coordinate/surveys name=Needs about=\"So that we know.\" survey_audience=members opens=2026-11-01 closes=2027-02-20 first_days=7 last_days=2 asks_areas=1 -> 303",
		"as Cora get /p/operation-code/coordinate/surveys -> 200", "expect page has {survey}", "run due",
		"as Hal post /me/security/factor/start -> 303", "as Hal post /me/security/factor code={code:Hal} -> 200", "Hal signs in -> 303",
	};

	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
		t->line = (int)i;
		tale_step(t, str_from(steps[i]));
	}
}

/* Somebody who is signed in but belongs to no programme, and an admin who holds no role. */
static void
add_outsiders(struct tale *t)
{
	struct programme_id kept = t->programme;

	t->programme = (struct programme_id){ 0 };
	tale_person(t, S("Stranger"));
	tale_step(t, S("given admin Ida, Ian"));
	tale_step(t, S("given one-factor Ian"));
	t->programme = kept;
}

int
matrix_run(const struct sql_place *place, const char *engine)
{
	struct tale *t = calloc(1, sizeof(*t));
	int failed = 0;
	size_t cells = 0;

	t->file = "matrix";
	t->out = stdout;
	check(tale_open(t, place) == OK);
	set_up(t);
	add_outsiders(t);
	for (size_t i = 0; i < route_count && !t->has_failed; i++)
		if (routes[i].method != METHOD_OTHER) {
			failed += try_route(t, &routes[i]);
			cells += ARRAY_LENGTH(actors) * (routes[i].thing == NO_THING ? 1 : ARRAY_LENGTH(request_things));
		}
	printf("matrix on %s: %zu cells, %d wrong\n", engine, cells, failed);
	failed += t->has_failed ? 1 : 0;
	tale_close(t);
	free(t);
	return failed;
}
