/* The demo: sixty invented people and a year of requests, made by the same handlers that serve pages, at moments of the past. The
 * same seed and end give the same rows. Who does what when: demo_year.c, demo_rounds.c. */
#include "daemon/demo.h"

#include "access/access.h"
#include "base/arena.h"
#include "base/check.h"
#include "conduct/conduct.h"
#include "daemon/demo_cast.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "requests/requests.h"
#include "sql/sql.h"
#include "system/random.h"

static const struct demo_person people[] = {
#define PERSON(email, name, zone, languages, pronouns) \
	{ S_STATIC(email), S_STATIC(name), S_STATIC(zone), S_STATIC(languages), S_STATIC(pronouns) },
#include "daemon/demo_people.def"
#undef PERSON
};
_Static_assert(ARRAY_LENGTH(people) == DEMO_PEOPLE, "sixty people");

static const struct str bios[] = {
	S_STATIC("Twelve years of backend work, before that radar maintenance. Happy to pair on anything with a test."),
	S_STATIC("I changed careers at forty. Ask me about first jobs, and about saying no."),
	S_STATIC("Runs a small team. Reads code slowly and kindly."),
	S_STATIC("Teaches evening courses and likes beginners' questions best."),
	S_STATIC("Operations and security; fond of drawing things before typing them."),
	S_STATIC("Works in open source. Can show you how a first patch travels."),
};

const struct request demo_nobody = { .method = METHOD_POST, .path = S_STATIC("/"), .target = S_STATIC("/") };

uint64_t
demo_below(struct demo *d, uint64_t below)
{
	return random_below(&d->random, below);
}

static bool
is_mentor(size_t who)
{
	return (who >= DEMO_FIRST_MENTOR && who < DEMO_FIRST_MENTEE) || who == DEMO_AWAY || who == DEMO_FORMER;
}

struct visit *
demo_visit(struct demo *d, size_t who, struct moment at)
{
	struct visit *v = dispatch_visit(d->world, d->arena, &demo_nobody);

	v->now = at;
	v->random = &d->random;
	v->is_write = true;
	v->programme = d->programme;
	v->programme_id = d->programme_id;
	v->may = WHO_ANYONE | WHO_SIGNED_IN | WHO_MEMBER;
	if (who >= DEMO_PEOPLE)
		return v;
	v->who.id = d->ids[who];
	v->who.name = people[who].name;
	v->who.zone = people[who].zone;
	if (who == DEMO_COORDINATOR)
		v->may |= WHO_COORDINATOR;
	if (is_mentor(who))
		v->may |= WHO_MENTOR | WHO_APPLICANT;
	return v;
}

static enum outcome
add_person(struct demo *d, size_t who, struct moment at)
{
	struct visit *v = demo_visit(d, DEMO_NOBODY, at);
	struct person_wish wish = {
		.name = people[who].name, .zone = people[who].zone, .languages = people[who].languages, .pronouns = people[who].pronouns,
		.email = str_join(d->arena, 2, (struct str[]){ people[who].email, S("@demo.example") }), .is_admin = who == DEMO_ADMIN,
	};

	TRY(person_make(v, &wish, &d->ids[who]));
	return person_join(v, d->programme_id, d->ids[who]);
}

static bool
accepts_conduct(size_t who)
{
	return who != DEMO_PEOPLE - 1;    /* one newcomer has not read it yet */
}

static enum outcome
add_people(struct demo *d)
{
	struct moment at = moment_plus(d->end, -400 * US_PER_DAY);

	for (size_t i = 0; i < DEMO_PEOPLE; i++) {
		at = moment_plus(at, US_PER_HOUR);
		TRY(add_person(d, i, at));
		if (accepts_conduct(i))
			TRY(conduct_keep(demo_visit(d, i, at), d->ids[i]));
	}
	TRY(role_give(demo_visit(d, DEMO_NOBODY, at), d->programme_id, d->ids[DEMO_COORDINATOR], ROLE_ROLE_COORDINATOR));
	TRY(role_give(demo_visit(d, DEMO_NOBODY, at), d->programme_id, d->ids[DEMO_COORDINATOR_2], ROLE_ROLE_COORDINATOR));
	return role_give(demo_visit(d, DEMO_NOBODY, at), d->programme_id, d->ids[DEMO_ESCALATION], ROLE_ROLE_ESCALATION);
}

/* A few skills around a place in the list, so that neighbours overlap and every skill has somebody. */
static size_t
choose_skills(struct demo *d, size_t who, struct mentor_skill_wish *out)
{
	size_t count = d->programme->skill_count, start = who * 7 % count;

	for (size_t i = 0; i < DEMO_SKILLS; i++)
		out[i] = (struct mentor_skill_wish){
			.skill = d->programme->skills[(start + i * 5) % count].id, .level = (int64_t)demo_below(d, 4),
		};
	return DEMO_SKILLS;
}

static enum outcome
add_mentor(struct demo *d, size_t who, enum mentor_state state, struct moment at)
{
	struct mentor_skill_wish skills[DEMO_SKILLS];
	struct service_id services[DEMO_SERVICES_MAX];
	struct mentor_wish wish = {
		.capacity = 3, .hours = (int64_t)(demo_below(d, 1 << 21) & 0x1b6db6), .bio = bios[who % ARRAY_LENGTH(bios)],
		.skills = skills, .services = services,
	};

	wish.skill_count = choose_skills(d, who, skills);
	for (size_t i = 0; i < d->programme->service_count && wish.service_count < DEMO_SERVICES_MAX; i++)
		if ((i + who) % 3 != 0)
			services[wish.service_count++] = d->programme->services[i].id;
	TRY(mentor_enrol(demo_visit(d, who, at), d->ids[who], state, &wish));
	return OK;
}

static enum outcome
add_mentors(struct demo *d)
{
	struct moment at = moment_plus(d->end, -390 * US_PER_DAY);

	for (size_t i = DEMO_FIRST_MENTOR; i < DEMO_FIRST_MENTEE; i++)
		TRY(add_mentor(d, i, MENTOR_STATE_ACTIVE, moment_plus(at, (int64_t)i * US_PER_DAY)));
	for (size_t i = DEMO_FIRST_VOLUNTEER; i < DEMO_AWAY; i++)
		TRY(add_mentor(d, i, MENTOR_STATE_PENDING, moment_plus(d->end, -(int64_t)(i % 4 + 1) * 20 * US_PER_HOUR)));
	TRY(add_mentor(d, DEMO_AWAY, MENTOR_STATE_ACTIVE, at));
	return add_mentor(d, DEMO_FORMER, MENTOR_STATE_ACTIVE, at);
}

/* In the demo a coordinator approves mentors, so that the page has something to do. */
static struct str
with_approval(struct demo *d, struct str file)
{
	static const struct str was = S_STATIC("mentor.approval: auto");
	size_t at = 0;

	while (at + was.length < file.length && !str_starts(str_skip(file, at), was))
		at++;
	return str_join(d->arena, 3, (struct str[]){ str_head(file, at), S("mentor.approval: coordinator"), str_skip(file, at + was.length) });
}

static enum outcome
load_programme(struct demo *d)
{
	struct moment at = moment_plus(d->end, -401 * US_PER_DAY);
	struct visit *v = demo_visit(d, DEMO_NOBODY, at);
	struct str complaint;

	TRY(programme_load_file(v, S("operation-code.yaml"), with_approval(d, programme_builtin(S("operation-code"))), &complaint));
	d->programme_id = v->programme_id;
	return programme_of(d->world->db, d->world->programmes, d->programme_id, DEMO_VERSION, &d->programme);
}

static enum outcome
fill(struct demo *d)
{
	TRY(load_programme(d));
	TRY(add_people(d));
	TRY(add_mentors(d));
	TRY(demo_year(d));
	TRY(demo_rounds(d));
	TRY(responder_give(demo_visit(d, DEMO_NOBODY, d->end), d->programme_id, d->ids[DEMO_RESPONDER]));
	return responder_give(demo_visit(d, DEMO_NOBODY, d->end), d->programme_id, d->ids[DEMO_RESPONDER_2]);
}

enum outcome
demo_fill(struct world *world, struct arena *arena, const struct demo_wish *wish)
{
	struct demo *d = ARENA_NEW(arena, struct demo);
	enum outcome said;

	d->world = world;
	d->end = wish->now;
	d->random = random_seeded(&d->seeded, wish->seed);
	arena_open(DEMO_ARENA, &d->arena);
	TRY(sql_begin(world->db));
	said = fill(d);
	arena_close(&d->arena);
	if (said == OK)
		return sql_commit(world->db);
	sql_rollback(world->db);
	return said;
}
