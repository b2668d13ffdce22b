/* What the parts of the demo share. */
#ifndef DAEMON_DEMO_CAST_H
#define DAEMON_DEMO_CAST_H

#include "daemon/demo.h"
#include "programmes/programmes.h"
#include "system/random.h"

enum {
	DEMO_ADMIN, DEMO_COORDINATOR, DEMO_FIRST_MENTOR, DEMO_FIRST_MENTEE = 22, DEMO_ESCALATION = 42, DEMO_COORDINATOR_2,
	DEMO_FIRST_VOLUNTEER, DEMO_AWAY = 47, DEMO_FORMER, DEMO_RESPONDER = 56, DEMO_RESPONDER_2 = 58, DEMO_PEOPLE = 60, DEMO_NOBODY = 1000,
	DEMO_MENTORS = 20, DEMO_MENTEES = 20, DEMO_SKILLS = 7, DEMO_SERVICES_MAX = 20
};
enum { DEMO_ARENA = 512 << 20 };
enum { DEMO_VERSION = -1 };           /* any version: the newest is loaded */

struct demo_person {
	struct str email, name, zone, languages, pronouns;
};

struct demo {
	struct world *world;
	struct arena *arena;              /* emptied after each request of the year */
	struct random random;
	struct random_seeded seeded;
	struct moment end;                /* the demo's now */
	struct programme_id programme_id;
	const struct programme *programme;
	struct person_id ids[DEMO_PEOPLE];
};

uint64_t demo_below(struct demo *, uint64_t below);
/* A visit of that person at that moment, with the bits that the person has in the programme. */
struct visit *demo_visit(struct demo *, size_t who, struct moment at);
/* What is due until then happens when it is due; letters of that time count as sent. */
enum outcome demo_clock_runs(struct demo *, struct moment until);
/* The year of requests at the desk. */
enum outcome demo_year(struct demo *);
/* The three programmes with rounds; d->programme is the desk's again afterwards. */
enum outcome demo_rounds(struct demo *);

#endif
